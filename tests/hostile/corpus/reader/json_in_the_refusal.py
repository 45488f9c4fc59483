"""Hand in broken JSON whose text would be quoted in the refusal.

refused: it is not valid JSON: expecting property name enclosed in double quotes at line 1, column 2
"""
content = b'{<script>alert(1)</script>: "\x1b[2J"}'
