"""Protect the archive by a password.

file: 'password.zip'
refused: the archive is protected by a password
"""
import struct
from tests.grading.notebooks import text, zipped

raw = bytearray(zipped({"a9.ipynb": text("x")}))
for mark, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
    at = raw.index(mark) + offset
    raw[at : at + 2] = struct.pack("<H", 1)
content = bytes(raw)
