"""Climb out of the archive as on Windows.

file: 'backslashes.zip'
refused: the archive holds a file whose name points outside the archive
"""
from tests.grading.notebooks import text, zipped

content = zipped({"a9.ipynb": text("x"), "..\\..\\.mark_of_mallory": "x"})
