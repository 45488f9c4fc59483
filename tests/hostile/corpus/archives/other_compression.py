"""Pack with a method that asks for gigabytes of dictionary.

file: 'lzma.zip'
refused: the archive uses a compression other than the usual one
"""
import zipfile
from tests.grading.notebooks import text, zipped

content = zipped({"a9.ipynb": text("x")}, zipfile.ZIP_LZMA)
