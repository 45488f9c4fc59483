"""Writing files so that a reader never sees half of one, and saying where there was no room."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Container, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

_PART = ".part"  # how the name of a file ends that is not whole yet
_LITTLE = 200 << 20  # bytes


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """A text stream (UTF-8, line ends as written) whose file takes the place of `path` when the block ends well.

    An OSError of writing names `path`.
    """
    temporary = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=".", suffix=_PART, dir=path.parent)
        with open(handle, "w", encoding="utf-8", newline="") as stream:
            yield stream
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException as error:
        if temporary:
            os.unlink(temporary)
        if isinstance(error, OSError) and str(error.filename or _PART).endswith(_PART):
            error.filename = str(path)
        raise


def write_whole(path: Path, text: str) -> None:
    """Write `text`; the file appears complete or not at all."""
    with whole_file(path) as stream:
        stream.write(text)


def write_changed(path: Path, text: str) -> bool:
    """`write_whole`, unless the file has this very text already. Returns whether it was written."""
    try:
        if path.read_bytes() == text.encode():
            return False
    except OSError:
        pass
    write_whole(path, text)
    return True


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
