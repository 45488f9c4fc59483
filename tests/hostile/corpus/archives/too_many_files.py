"""Hand in three thousand files.

file: 'many.zip'
refused: the archive holds more than 2,000 files
"""
from tests.grading.notebooks import text, zipped

content = zipped({"a9.ipynb": text("x"), **{f"{i}.txt": "" for i in range(3000)}})
