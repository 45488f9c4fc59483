"""PNG pictures from strangers: taken apart, bounded, and put together again from nothing but what a picture needs.

Whoever looks at a picture decodes it with a library written in C. It gets only files whose header, checksums and amount
of pixel data fit each other, without any of the optional parts. Source: W3C, Portable Network Graphics, third edition.
"""

from __future__ import annotations

import struct
import zlib

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
# Samples per pixel, and the bit depths there are, by colour type (11.2.1).
_COLOURS = {0: (1, (1, 2, 4, 8, 16)), 2: (3, (8, 16)), 3: (1, (1, 2, 4, 8)), 4: (2, (8, 16)), 6: (4, (8, 16))}
_KEPT = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")


class NotAPicture(Exception):
    """Bytes that are no PNG picture within the bounds; the text says why."""


def clean_png(raw: bytes, most_bytes: int, most_pixels: int) -> tuple[bytes, int, int]:
    """(the picture put together again, width, height in pixels).

    Raises:
        NotAPicture: it is damaged, larger than the bounds, interlaced, or holds more or less than its header says.
    """
    if len(raw) > most_bytes:
        raise NotAPicture(f"more than {most_bytes} bytes")
    chunks = _chunks(raw)
    width, height, stride = _header(chunks, most_pixels)
    _check_palette(chunks)
    packed = b"".join(data for kind, data in chunks if kind == b"IDAT")
    unpacker = zlib.decompressobj()
    try:
        pixels = unpacker.decompress(packed, height * stride + 1)
    except zlib.error as error:
        raise NotAPicture("damaged pixel data") from error
    if len(pixels) != height * stride or not unpacker.eof or unpacker.unused_data:
        raise NotAPicture("more or less pixel data than its header says")
    if any(pixels[row] > 4 for row in range(0, len(pixels), stride)):
        raise NotAPicture("an unknown filter")
    parts = [(kind, data) for kind, data in chunks if kind not in (b"IDAT", b"IEND")] + [(b"IDAT", packed), (b"IEND", b"")]
    return _SIGNATURE + b"".join(_packed(kind, data) for kind, data in parts), width, height


def _chunks(raw: bytes) -> list[tuple[bytes, bytes]]:
    """The chunks a picture needs, in their order, up to its end."""
    if not raw.startswith(_SIGNATURE):
        raise NotAPicture("no PNG signature")
    chunks, place = [], len(_SIGNATURE)
    while True:
        if place + 12 > len(raw):
            raise NotAPicture("cut off")
        length, kind = struct.unpack_from(">I4s", raw, place)
        if length > len(raw) - place - 12:
            raise NotAPicture("cut off")
        data = raw[place + 8 : place + 8 + length]
        if struct.unpack_from(">I", raw, place + 8 + length)[0] != zlib.crc32(kind + data):
            raise NotAPicture("a wrong checksum")
        place += 12 + length
        if kind in _KEPT:
            chunks.append((kind, data))
        elif not kind[0] & 0x20:
            raise NotAPicture("an unknown part that is not optional")
        if kind == b"IEND":
            return chunks


def _header(chunks: list[tuple[bytes, bytes]], most_pixels: int) -> tuple[int, int, int]:
    """(width, height, bytes of one row with its filter)."""
    kinds = [kind for kind, _ in chunks]
    if kinds[0] != b"IHDR" or kinds.count(b"IHDR") != 1 or len(chunks[0][1]) != 13:
        raise NotAPicture("no header")
    width, height, depth, colour, compression, filtering, interlace = struct.unpack(">IIBBBBB", chunks[0][1])
    samples, depths = _COLOURS.get(colour, (0, ()))
    if depth not in depths or compression or filtering or interlace:
        raise NotAPicture("a form that is not drawn here")
    if not 0 < width <= 1 << 14 or not 0 < height <= 1 << 14 or width * height > most_pixels:
        raise NotAPicture(f"more than {most_pixels} pixels")
    return width, height, 1 + (width * samples * depth + 7) // 8


def _check_palette(chunks: list[tuple[bytes, bytes]]) -> None:
    """A palette of at most 256 colours before the pixels where one is needed, at most one list of transparent colours."""
    kinds = [kind for kind, _ in chunks]
    colour = chunks[0][1][9]
    for kind, most in ((b"PLTE", 768), (b"tRNS", 256)):
        found = [data for name, data in chunks if name == kind]
        if len(found) > 1 or any(not data or len(data) > most for data in found) or (found and b"IDAT" in kinds[: kinds.index(kind)]):
            raise NotAPicture("a damaged palette")
    palette = next((data for kind, data in chunks if kind == b"PLTE"), b"")
    if (colour == 3) != bool(palette) and colour not in (2, 6) or len(palette) % 3:
        raise NotAPicture("a damaged palette")


def _packed(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
