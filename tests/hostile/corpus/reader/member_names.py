"""Hand in an archive whose members are named after markup, escapes and formulas.

file: 'members.zip'
"""
import json
from tests.grading.notebooks import zipped
from tests.hostile.course import right_notebook

content = zipped({"<script>alert(1)<b>.ipynb": json.dumps(right_notebook()), "\x1b[2J.txt": "", "=1+1.csv": "", "\u202egpj.exe": ""})
