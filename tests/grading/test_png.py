"""Pictures from strangers: what a picture needs stays, everything else goes, and what does not fit together is refused."""

from __future__ import annotations

import io
import struct
import tracemalloc
import zlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.grading.png import NotAPicture, clean_png
from tests.grading.drawings import chunk, header, png

SIGNATURE = b"\x89PNG\r\n\x1a\n"
END = chunk(b"IEND", b"")
MOST = 2 << 20, 8_000_000


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "I;16"])
def test_pictures_of_every_kind_come_out_as_they_went_in(mode):
    """The oracle is another library's reader: same pixels, same size."""
    from PIL import Image

    pixels = np.random.default_rng(0).integers(0, 255, (7, 5), dtype=np.uint8)
    made = Image.fromarray(pixels.astype(np.uint16) * 200) if mode == "I;16" else Image.fromarray(pixels).convert(mode)
    stream = io.BytesIO()
    made.save(stream, "PNG")
    cleaned, width, height = clean_png(stream.getvalue(), *MOST)
    read = Image.open(io.BytesIO(cleaned))
    assert (width, height) == (5, 7) and read.convert("RGBA").tobytes() == Image.open(io.BytesIO(stream.getvalue())).convert("RGBA").tobytes()


def test_matplotlib_s_own_picture_is_taken_and_loses_its_remarks():
    """Which program made it, when, and how many dots an inch has."""
    from matplotlib.figure import Figure

    figure = Figure()
    figure.subplots().plot([1, 2])
    stream = io.BytesIO()
    figure.savefig(stream, format="png")
    cleaned, *_ = clean_png(stream.getvalue(), *MOST)
    assert b"tEXt" in stream.getvalue() and b"tEXt" not in cleaned and b"pHYs" not in cleaned


def test_what_stands_behind_or_between_the_parts_is_left_out():
    """Text, a profile, a second file behind the end."""
    raw = png(3, 2, before=chunk(b"iCCP", b"profile") + chunk(b"tEXt", b"<script>alert(1)</script>"), after=b"PK\x03\x04 hidden")
    assert clean_png(raw, *MOST)[0] == png(3, 2)


ROWS = (b"\0" + b"\xff\0\0" * 3) * 2
REFUSED = {
    "empty": b"",
    "not a picture": b"<svg onload=alert(1)>",
    "a jpeg": b"\xff\xd8\xff\xe0",
    "cut off": png(3, 2)[:-20],
    "a wrong checksum": SIGNATURE + header(3, 2) + chunk(b"IDAT", zlib.compress(ROWS), 1) + END,
    "a length beyond the end": SIGNATURE + struct.pack(">I", 1 << 31) + b"IDAT",
    "no header": SIGNATURE + chunk(b"IDAT", zlib.compress(ROWS)) + END,
    "two headers": png(3, 2, before=header(1, 1)),
    "a header of another length": SIGNATURE + chunk(b"IHDR", b"123") + END,
    "no pixels": SIGNATURE + header(3, 2) + END,
    "too few pixels": png(3, 2, pixels=ROWS[:-1]),
    "too many pixels": png(3, 2, pixels=ROWS + b"\0"),
    "pixels behind the pixels": SIGNATURE + header(3, 2) + chunk(b"IDAT", zlib.compress(ROWS) + b"more") + END,
    "damaged pixels": SIGNATURE + header(3, 2) + chunk(b"IDAT", b"nothing packed") + END,
    "an unknown filter": png(3, 2, pixels=b"\x07" + ROWS[1:]),
    "no width": png(0, 2),
    "an enormous width": SIGNATURE + header(1 << 31, 1 << 31) + chunk(b"IDAT", zlib.compress(ROWS)) + END,
    "an unknown colour type": SIGNATURE + header(3, 2, 8, 5) + chunk(b"IDAT", zlib.compress(ROWS)) + END,
    "an unknown depth": SIGNATURE + header(3, 2, 3, 2) + chunk(b"IDAT", zlib.compress(ROWS)) + END,
    "interlaced": SIGNATURE + header(3, 2, 8, 2, b"\0\0\1") + chunk(b"IDAT", zlib.compress(ROWS)) + END,
    "an unknown part that matters": png(3, 2, before=chunk(b"ABCD", b"")),
    "colours without a palette": SIGNATURE + header(3, 2, 8, 3) + chunk(b"IDAT", zlib.compress((b"\0" + b"\1" * 3) * 2)) + END,
    "a palette of half a colour": SIGNATURE + header(3, 2, 8, 3) + chunk(b"PLTE", b"\0\0") + chunk(b"IDAT", zlib.compress((b"\0" + b"\1" * 3) * 2)) + END,
    "a palette of too many colours": png(3, 2, before=chunk(b"PLTE", bytes(771))),
    "two palettes": png(3, 2, before=chunk(b"PLTE", bytes(3)) * 2),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_does_not_fit_together_is_refused(name):
    """In words, whatever it is."""
    with pytest.raises(NotAPicture):
        clean_png(REFUSED[name], *MOST)


def test_a_bomb_costs_no_more_than_its_header_allows():
    """64 megabytes of zeros behind a header of 3 by 2 pixels."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(1 << 20)) for _ in range(64)) + packer.flush()
    raw = SIGNATURE + header(3, 2) + chunk(b"IDAT", packed) + END
    tracemalloc.start()
    with pytest.raises(NotAPicture):
        clean_png(raw, *MOST)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 8 << 20


@pytest.mark.parametrize("bounds", [(50, 8_000_000), (2 << 20, 5)])
def test_the_bounds_are_kept(bounds):
    """Bytes, and pixels."""
    with pytest.raises(NotAPicture):
        clean_png(png(3, 2), *bounds)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(place=st.integers(0, len(png(3, 2)) - 1), byte=st.integers(0, 255), cut=st.integers(0, 30))
def test_any_damage_is_refused_or_harmless(place, byte, cut):
    """One byte changed, some cut off: either it is refused, or the picture is one that goes through unchanged."""
    raw = bytearray(png(3, 2))
    raw[place] = byte
    try:
        cleaned, *_ = clean_png(bytes(raw[: len(raw) - cut]), *MOST)
    except NotAPicture:
        return
    assert clean_png(cleaned, *MOST)[0] == cleaned
