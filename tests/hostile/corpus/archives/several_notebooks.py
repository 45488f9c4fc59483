"""Hand in two notebooks, so that the better one counts.

file: 'several.zip'
refused: the archive holds 2 notebooks; it must hold exactly one
"""
from tests.grading.notebooks import text, zipped

content = zipped({"a9.ipynb": text("x"), "a9 copy.ipynb": text("y")})
