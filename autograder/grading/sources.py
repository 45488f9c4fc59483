"""Where files are read from: folders, single files, and one archive that holds a whole class. Nothing is unpacked or followed."""

from __future__ import annotations

import os
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from autograder.grading.archive import read_member
from autograder.grading.limits import IntakeError, IntakeLimits, Unreadable

_SKIPPED_FOLDERS = ("__MACOSX", "__pycache__")
_METADATA = IntakeLimits(file_bytes=64 << 20)
# zipfile keeps half a kilobyte of each entry in memory.
_MOST_MEMBERS = 200_000


def read_file(path: Path, limits: IntakeLimits, *, follow: bool = False) -> bytes:
    """The bytes of an ordinary file; `Unreadable` for everything else, OSError as the system says.

    follow: whether a link may be followed, because the user typed this very path.
    """
    # Not blocking, because opening a pipe waits for a writer; not following, because a link may lead to other people's work.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
    if not follow:
        if path.is_symlink():
            raise Unreadable("it is a link to another file")
        flags |= getattr(os, "O_NOFOLLOW", 0)
    with open(os.open(path, flags), "rb") as stream:
        status = os.fstat(stream.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable("it is not an ordinary file")
        if status.st_size > limits.file_bytes:
            raise Unreadable(f"it is larger than {limits.file_bytes >> 20} MB")
        raw = stream.read(status.st_size + 1)
    if len(raw) != status.st_size:
        raise Unreadable("it changed while it was being read")
    return raw


class Folder:
    """The files below a folder; hidden ones and checkpoints left out. `closed` are the folders below it that were not
    searched, which stand among the names, each with the reason."""

    def __init__(self, path: Path) -> None:
        self.path = path
        found = dict(_walk(path))
        self.names = tuple(found)
        self.closed = {name: reason for name, reason in found.items() if reason}

    def read(self, name: str, limits: IntakeLimits = _METADATA) -> bytes:
        """The bytes of a file; raises what `read_file` raises."""
        return read_file(self.path / name, limits)


class Archive:
    """The files in a zip archive that holds a class. Members are read where they are, never unpacked, so that no name does harm."""

    def __init__(self, path: Path) -> None:
        self.path = path
        if _entries(path) > _MOST_MEMBERS:
            raise IntakeError(f"{path} holds more than {_MOST_MEMBERS:,} files: unpack it, and grade the folder in parts")
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise IntakeError(f"{path} cannot be opened as a zip archive ({error}): download it again") from error
        self._members = {member.filename: member for member in self._zip.infolist() if _is_plain(member)}
        self.names = tuple(self._members)
        self.closed: dict[str, str] = {}

    def read(self, name: str, limits: IntakeLimits = _METADATA) -> bytes:
        """The bytes of a member; `Unreadable` if it is damaged or larger than the limits."""
        try:
            return read_member(self._zip, self._members[name], limits)
        except Unreadable:
            raise
        except Exception as error:  # whatever a decoder raises on hostile bytes
            raise Unreadable(f"it is damaged in the archive ({type(error).__name__})") from error


def _entries(path: Path) -> int:
    """At least as many entries as the archive's table has: zipfile builds it whole before it can be asked anything."""
    with open(path, "rb") as stream:
        return sum(chunk.count(b"PK\x01\x02") for chunk in iter(lambda: stream.read(1 << 24), b""))


def _is_plain(member: zipfile.ZipInfo) -> bool:
    parts = PurePosixPath(member.filename).parts
    odd = member.is_dir() or stat.S_ISLNK(member.external_attr >> 16) or not parts or member.filename.startswith("/")
    return not odd and not any(part.startswith(".") or part in _SKIPPED_FOLDERS for part in parts)


def _walk(folder: Path) -> Iterator[tuple[str, str]]:
    """The files below a folder, and what of it is not searched, with the reason."""
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        try:
            entries = list(os.scandir(path))
        except OSError as error:
            if path is folder:
                raise IntakeError(f"{folder} cannot be opened ({error.strerror})") from error
            yield path.relative_to(folder).as_posix(), f"the folder cannot be opened ({error.strerror})"
            continue
        for entry in entries:
            if entry.name.startswith(".") or entry.name in _SKIPPED_FOLDERS:
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append(Path(entry.path))
            else:
                linked = entry.is_symlink() and entry.is_dir()
                yield Path(entry.path).relative_to(folder).as_posix(), "links to other folders are not followed" if linked else ""
