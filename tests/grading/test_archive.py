"""Archives: one notebook is taken out; anything odd is refused before it costs memory."""

from __future__ import annotations

import io
import stat
import struct
import tracemalloc
import zipfile

import pytest

from autograder.grading.archive import notebook_in
from autograder.grading.limits import IntakeLimits, Unreadable
from tests.grading.notebooks import text, zipped

LIMITS = IntakeLimits()


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize("name", ["a1.ipynb", "work/a1.ipynb", "A1.IPYNB", "\u00e9t\u00e9.ipynb"])
def test_the_only_notebook_is_found_anywhere(name, compression):
    """Its bytes come out as they went in, past the other files."""
    raw = zipped({"data.csv": "1", name: "content", "__MACOSX/._a1.ipynb": "x", ".ipynb_checkpoints/a1-checkpoint.ipynb": "x"}, compression)
    assert notebook_in(raw, LIMITS) == b"content"


def linked() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        link = zipfile.ZipInfo("a1.ipynb")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    return stream.getvalue()


def encrypted() -> bytes:
    raw = bytearray(zipped({"a1.ipynb": text("x")}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = raw.index(mark) + offset
        raw[at : at + 2] = struct.pack("<H", 1)
    return bytes(raw)


def wrong_checksum() -> bytes:
    raw = bytearray(zipped({"a1.ipynb": text("x = 1")}, zipfile.ZIP_STORED))
    raw[raw.index(b"x = 1")] = ord("y")
    return bytes(raw)


REFUSED = {
    "no notebook": (zipped({"a.py": "x"}), "no notebook"),
    "two notebooks": (zipped({"a.ipynb": "x", "b.ipynb": "y"}), "holds 2 notebooks"),
    "the same name twice": (zipped({"a.ipynb": "x", "A/../a.ipynb": "y"}), "points outside"),
    "climbs out": (zipped({"a.ipynb": "x", "../../evil.py": "y"}), "points outside"),
    "climbs out with backslashes": (zipped({"a.ipynb": "x", "..\\evil.py": "y"}), "points outside"),
    "absolute": (zipped({"/etc/cron.d/x": "y", "a.ipynb": "x"}), "points outside"),
    "drive letter": (zipped({"C:evil.py": "y", "a.ipynb": "x"}), "points outside"),
    "link": (linked(), "holds a link"),
    "password": (encrypted(), "password"),
    "wrong checksum": (wrong_checksum(), "damaged"),
    "cut off": (zipped({"a.ipynb": text("x")})[:-30], "damaged"),
    "not a zip": (b"PK hello", "damaged"),
    "other compression": (zipped({"a.ipynb": text("x")}, zipfile.ZIP_LZMA), "compression"),
    "too many files": (zipped({f"{i}.txt": "" for i in range(2001)}), "more than 2,000 files"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_an_odd_archive_is_refused_with_its_reason(name):
    """Each is refused for what it is."""
    raw, reason = REFUSED[name]
    with pytest.raises(Unreadable, match=reason):
        notebook_in(raw, LIMITS)


@pytest.mark.parametrize("size", [300 << 20, 60 << 20])
def test_a_bomb_is_refused_before_it_is_unpacked(size):
    """Hundreds of megabytes of zeros cost no more memory than the archive itself."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("a.ipynb", "w", force_zip64=True) as member:
        for _ in range(size >> 20):
            member.write(bytes(1 << 20))
    raw = stream.getvalue()
    tracemalloc.start()
    with pytest.raises(Unreadable, match="unpacks to more than"):
        notebook_in(raw, LIMITS)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 2 << 20


def test_a_member_that_lies_about_its_size_is_not_believed():
    """The table says 10 bytes, the data unpack to more: the checksum gives it away, and no more than the limit is read."""
    raw = bytearray(zipped({"a.ipynb": bytes(100_000)}))
    at = raw.index(b"PK\x01\x02") + 24
    raw[at : at + 4] = struct.pack("<I", 10)
    with pytest.raises(Unreadable):
        notebook_in(bytes(raw), LIMITS)
