"""Let two entries of the table point at the same packed bytes.

file: 'overlap.zip'
refused: the archive holds 2 notebooks; it must hold exactly one
"""
import struct
from tests.grading.notebooks import text, zipped

raw = zipped({"a.ipynb": text("x")})
at, end = raw.index(b"PK\1\2"), raw.index(b"PK\5\6")
entry = raw[at:end]
tail = bytearray(raw[end:])
tail[8:12] = struct.pack("<HH", 2, 2)
tail[12:16] = struct.pack("<I", 2 * len(entry))
content = raw[:at] + entry + entry.replace(b"a.ipynb", b"b.ipynb") + bytes(tail)
