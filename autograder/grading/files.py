"""Writing files so that a reader never sees half of one, and saying where there was no room."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Container, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

_PART = ".part"  # how the name of a file ends that is not whole yet
_LITTLE = 200 << 20  # bytes


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """A text stream (UTF-8, line ends as written) whose file takes the place of `path` when the block ends well.

    Who may read it, the user's umask says: some keep grades to themselves, others share them with a group. An OSError of
    writing names `path`.
    """
    temporary = path.with_name(f".{secrets.token_hex(8)}{_PART}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(temporary, "x", encoding="utf-8", newline="") as stream:
            yield stream
        os.replace(temporary, path)
    except BaseException as error:
        with suppress(OSError):
            temporary.unlink()
        if isinstance(error, OSError) and str(error.filename or _PART).endswith(_PART):
            error.filename = str(path)
        raise


def write_whole(path: Path, text: str) -> None:
    """Write `text`; the file appears complete or not at all."""
    with whole_file(path) as stream:
        stream.write(text)


def write_changed(path: Path, text: str) -> None:
    """`write_whole`, unless the file has this very text already."""
    with suppress(OSError):
        if path.read_bytes() == text.encode():
            return
    write_whole(path, text)


def remove_others(folder: Path, suffix: str, wanted: Container[str]) -> None:
    """Remove the files NAME`suffix` in `folder` whose NAME is not `wanted`: left from an older run."""
    with os.scandir(folder) as entries:
        names = [entry.name for entry in entries if entry.name.endswith(suffix) and entry.name.removesuffix(suffix) not in wanted]
    for name in names:
        (folder / name).unlink(missing_ok=True)


def not_written(path: Path | str, reason: str) -> str:
    """The beginning of a sentence on a file that could not be written: which, why, and what is free there if that is little."""
    folder = Path(path).absolute()
    while not os.path.isdir(folder) and folder != folder.parent:  # False, too, where nobody may look
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    room = f"; {free / 1e6:.1f} MB free in {folder}" if free < _LITTLE else ""
    return f"{path} cannot be written ({reason}{room})"
