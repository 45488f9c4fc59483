"""Pack a hundred megabytes and write down that it is ten bytes.

file: 'liar.zip'
refused: the archive is damaged (BadZipFile)
"""
import struct
from tests.grading.notebooks import zipped

raw = bytearray(zipped({"a9.ipynb": bytes(100 << 20)}))
for mark, offset in ((b"PK\1\2", 24), (b"PK\3\4", 22)):
    at = raw.index(mark) + offset
    raw[at : at + 4] = struct.pack("<I", 10)
content = bytes(raw)
