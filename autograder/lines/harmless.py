"""A process in which somebody's code computes and does nothing else: no file changes, nothing is printed, memory is limited.

It guards against accidents of a learner's own code on the learner's own machine, not against attacks: Python tells of what is
about to be done (audit events), and what would leave a trace is refused.
"""

from __future__ import annotations

import contextlib
import os
import sys
import warnings
from typing import TextIO

_MEMORY = 2 << 30
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_REFUSED = ("os.", "shutil.", "subprocess.", "socket.", "sqlite3.", "tempfile.", "webbrowser.", "_winapi.", "winreg.", "pty.", "signal.pthread_kill")
_LOOKING = {"os.listdir", "os.scandir", "os.walk", "os.fwalk", "os.add_dll_directory", "os.getxattr", "os.listxattr"}


def answers_only() -> TextIO:
    """Take standard input, output and errors away from everybody; where answers go instead."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nothing, number)
    warnings.simplefilter("ignore")
    return answers


def computes_only() -> None:
    """From now on this process may read, but change nothing outside of itself; what it needs has been imported."""
    sys.dont_write_bytecode = True
    with contextlib.suppress(ImportError, OSError, ValueError):  # Windows has no such limits, macOS has them and does not keep them
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    sys.addaudithook(_refuse)


def _refuse(event: str, details: tuple) -> None:
    if event == "open":
        _, mode, flags = details
        refused = isinstance(mode, str) and set(mode) & set("wax+") or isinstance(flags, int) and flags & _WRITING
    else:
        refused = event.startswith(_REFUSED) and event not in _LOOKING
    if refused:
        raise PermissionError(f"{event}: nothing is changed while a line is looked for")
