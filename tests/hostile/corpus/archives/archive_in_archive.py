"""Hand in an archive in an archive.

file: 'inner.zip'
refused: the archive holds no notebook (.ipynb)
"""
from tests.grading.notebooks import text, zipped

content = zipped({"inner.zip": zipped({"a9.ipynb": text("x")})})
