"""Writing files so that a reader never sees half of one."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """A text stream (UTF-8, line ends as written) whose file takes the place of `path` when the block ends well."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    try:
        with open(handle, "w", encoding="utf-8", newline="") as stream:
            yield stream
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise


def write_whole(path: Path, text: str) -> None:
    """Write `text`; the file appears complete or not at all."""
    with whole_file(path) as stream:
        stream.write(text)


def replace_folder_files(folder: Path, suffix: str, texts: Iterable[tuple[str, str]]) -> int:
    """Write (file name, text) pairs into `folder`, then remove its other files with that suffix: left from an older run."""
    folder.mkdir(parents=True, exist_ok=True)
    written = set()
    for name, text in texts:
        write_whole(folder / name, text)
        written.add(name)
    for path in folder.glob(f"*{suffix}"):
        if path.name not in written:
            path.unlink()
    return len(written)
