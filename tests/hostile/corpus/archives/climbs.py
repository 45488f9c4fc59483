"""Climb out of the archive with dots.

file: 'climbs.zip'
refused: the archive holds a file whose name points outside the archive
"""
from tests.grading.notebooks import text, zipped

content = zipped({"a9.ipynb": text("x"), "../../.mark_of_mallory": "x"})
