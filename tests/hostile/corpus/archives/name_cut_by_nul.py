"""Hide the end of a name behind a zero.

file: 'nul.zip'
refused: the archive holds a file whose name points outside the archive
"""
from tests.grading.notebooks import text, zipped

content = zipped({"a9.ipynb": text("x"), "aXb.ipynb": text("y")}).replace(b"aXb.ipynb", b"a\0b.ipynb")
