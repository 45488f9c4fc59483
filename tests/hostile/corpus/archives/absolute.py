"""Name a place from the root on.

file: 'absolute.zip'
refused: the archive holds a file whose name points outside the archive
"""
from tests.grading.notebooks import text, zipped

content = zipped({"a9.ipynb": text("x"), "/tmp/.mark_of_mallory": "x"})
