"""Name a place on another drive.

file: 'drive.zip'
refused: the archive holds a file whose name points outside the archive
"""
from tests.grading.notebooks import text, zipped

content = zipped({"a9.ipynb": text("x"), "C:mark_of_mallory": "x"})
