"""Hand in an archive with two notebooks named after markup.

file: 'refused.zip'
refused: the archive holds 2 notebooks; it must hold exactly one
"""
from tests.grading.notebooks import text, zipped

content = zipped({"<script>alert(1)<b>.ipynb": text("x"), "\x1b[2J.ipynb": text("y")})
