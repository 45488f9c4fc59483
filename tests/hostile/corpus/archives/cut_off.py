"""Hand in the first half of an archive.

file: 'half.zip'
refused: the archive is damaged (BadZipFile)
"""
from tests.grading.notebooks import text, zipped

content = zipped({"a9.ipynb": text("x")})[:60]
