"""Otter export archives: take the one notebook out, never unpack, never open anything else.

Everything is decided from the table of contents before a byte is decompressed. `.OTTER_LOG` (pickles) and whatever
else travels in the archive is left alone.
"""

from __future__ import annotations

import io
import stat
import zipfile
from pathlib import PurePosixPath

from autograder.grading.limits import IntakeLimits, Unreadable

_ENTRY = b"PK\x01\x02"


def notebook_in(raw: bytes, limits: IntakeLimits) -> bytes:
    """The bytes of the only notebook in the zip archive `raw`; `Unreadable` with a reason otherwise."""
    # zipfile builds its whole table before it can be asked anything, so entries are counted first.
    if raw.count(_ENTRY) > limits.archive_files:
        raise Unreadable(f"the archive holds more than {limits.archive_files:,} files")
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return read_member(archive, _choose(_checked(archive.infolist(), limits)), limits)
    except Unreadable:
        raise
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError, RuntimeError, KeyError) as error:
        raise Unreadable(f"the archive is damaged ({type(error).__name__})") from error
    except Exception as error:  # zlib.error, struct.error: whatever a decoder raises on hostile bytes
        raise Unreadable(f"the archive cannot be read ({type(error).__name__})") from error


def read_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, limits: IntakeLimits) -> bytes:
    """The bytes of one member; `Unreadable` if it could cost more than the limits. Raises what zipfile raises, too."""
    if member.flag_bits & 0x1:
        raise Unreadable("the archive is protected by a password")
    # The others may ask for gigabytes of dictionary before the first byte comes out.
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Unreadable("the archive uses a compression other than the usual one")
    too_large = f"the notebook in the archive is larger than {limits.file_bytes >> 20} MB"
    if member.file_size > limits.file_bytes:
        raise Unreadable(too_large)
    with archive.open(member) as stream:
        data = stream.read(limits.file_bytes + 1)
    if len(data) > limits.file_bytes:
        raise Unreadable(too_large)
    return data


def _checked(members: list[zipfile.ZipInfo], limits: IntakeLimits) -> list[zipfile.ZipInfo]:
    if len(members) > limits.archive_files:
        raise Unreadable(f"the archive holds more than {limits.archive_files:,} files")
    total = sum(m.file_size for m in members)
    packed = sum(m.compress_size for m in members)
    if total > limits.archive_bytes:
        raise Unreadable(f"the archive unpacks to more than {limits.archive_bytes >> 20} MB")
    if total > 1 << 20 and total > limits.archive_ratio * max(packed, 1):
        raise Unreadable(f"the archive unpacks to more than {limits.archive_ratio} times its size")
    for member in members:
        parts = PurePosixPath(member.filename.replace("\\", "/"))
        if parts.is_absolute() or ".." in parts.parts or ":" in member.filename or "\0" in member.orig_filename:
            raise Unreadable("the archive holds a file whose name points outside the archive")
        if stat.S_ISLNK(member.external_attr >> 16):
            raise Unreadable("the archive holds a link")
    return members


def _choose(members: list[zipfile.ZipInfo]) -> zipfile.ZipInfo:
    notebooks = [m for m in members if _is_notebook(m)]
    if not notebooks:
        raise Unreadable("the archive holds no notebook (.ipynb)")
    if len(notebooks) > 1:
        raise Unreadable(f"the archive holds {len(notebooks)} notebooks; it must hold exactly one")
    return notebooks[0]


def _is_notebook(member: zipfile.ZipInfo) -> bool:
    path = PurePosixPath(member.filename)
    aside = path.name.startswith(".") or {"__MACOSX", ".ipynb_checkpoints"} & set(path.parts)
    return path.suffix.lower() == ".ipynb" and not member.is_dir() and not aside
