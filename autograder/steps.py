"""What a person at a terminal sees while a command is at work: one line with the step it is at, which goes when it is done."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO


def is_drawable(stream: TextIO) -> bool:
    """Whether a line on this stream can be drawn again and again: a terminal, and one that knows how."""
    return stream.isatty() and os.environ.get("TERM", "dumb") != "dumb"


@contextmanager
def steps(what: str, stream: TextIO, *, quiet: bool = False) -> Iterator[Callable[[str], None]]:
    """A function that is to be told every step of `what` as it begins; the line shows it, with the time since the beginning.

    Nothing is written if `quiet`, or to anything but a terminal.
    """
    if quiet or not is_drawable(stream):
        yield lambda step: None
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
    from rich.table import Column

    told = TextColumn("{task.description}", table_column=Column(no_wrap=True, overflow="ellipsis"))
    line = Progress(SpinnerColumn(), told, TimeElapsedColumn(), console=Console(file=stream), transient=True, redirect_stdout=False, redirect_stderr=False)
    with line:
        task = line.add_task(escape(what), total=None)
        yield lambda step: line.update(task, description=escape(f"{what}: {step}"))
