"""Change a letter of the packed notebook.

file: 'checksum.zip'
refused: the archive is damaged (BadZipFile)
"""
import zipfile
from tests.grading.notebooks import text, zipped

content = zipped({"a9.ipynb": text("x = 1")}, zipfile.ZIP_STORED).replace(b"x = 1", b"x = 2")
