"""PNG pictures made by hand, right and wrong."""

from __future__ import annotations

import struct
import zlib


def chunk(kind: bytes, data: bytes, checksum: int | None = None) -> bytes:
    """One part of a PNG file."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data) if checksum is None else checksum)


def header(width: int, height: int, depth: int = 8, colour: int = 2, rest: bytes = b"\0\0\0") -> bytes:
    """The first part."""
    return chunk(b"IHDR", struct.pack(">IIBB", width, height, depth, colour) + rest)


def png(width: int, height: int, *, before: bytes = b"", pixels: bytes | None = None, after: bytes = b"") -> bytes:
    """A red picture; `before` stands before the pixels, `pixels` in place of them, `after` behind the end."""
    rows = (b"\0" + b"\xff\0\0" * width) * height
    data = zlib.compress(rows if pixels is None else pixels)
    return b"\x89PNG\r\n\x1a\n" + header(width, height) + before + chunk(b"IDAT", data) + chunk(b"IEND", b"") + after
