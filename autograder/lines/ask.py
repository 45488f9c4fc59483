"""Asks for lines, from a learner's kernel: a Python of its own looks for them, and is ended when its time is over.

The kernel starts a process, waits and reads; whatever the learner's code does while changes of it are tried, it does there.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from autograder.checking import Record

SECONDS = 1.5  # a learner waits for it
_START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from importlib import import_module; import_module(sys.argv[2]).main()"
_SEARCH = "autograder.lines.search"
_LEAVE = 0.1  # seconds to write the answer down
_LOOK = 0.01
# numpy counts on one core, as when grading: many small products are faster so, and the learner's own work keeps the others.
_ENVIRONMENT = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "MPLBACKEND": "agg", "PYTHONHASHSEED": "0"}
_LONGEST_SAID = 100_000


@dataclass(frozen=True, slots=True)
class Failed:
    """What failed in a question: the names of checks; of the first of them the kind of failure and the learner's own lines in the
    traceback, if an error was raised; and what the numbers show, the ids of diagnoses."""

    checks: tuple[str, ...]
    kind: str = ""
    detail: str = ""
    relations: tuple[str, ...] = ()

    @classmethod
    def of(cls, records: Sequence[Record]) -> Failed:
        """What the records of a question's failed checks say."""
        return cls(tuple(one.check for one in records), records[0].kind, records[0].detail, tuple(one.relation for one in records if one.relation))


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the cell for `question`: the sentences that name it, and the rule. Without `hint` none was found, and none will be."""

    question: str
    line: int
    hint: str
    rule: str


def lines_of(sources: Sequence[str], checks: str, failed: Mapping[str, Failed], seconds: float = SECONDS) -> tuple[Line, ...]:
    """The lines with the mistakes, as far as they are found in time; () also where no process can be started.

    Args:
        sources: the code cells in the order in which they were run.
        checks: the file of the public checks.
        failed: what failed, by question.
        seconds: until the answer is there, at most. KeyboardInterrupt ends it at once.
    """
    until = time.monotonic() + seconds
    wanted = {"sources": list(sources), "checks": checks, "failed": {question: asdict(one) for question, one in failed.items()}}
    wanted |= {"seconds": seconds - _LEAVE, "until": time.time() + seconds - _LEAVE}
    try:
        process = _started()
    except (OSError, ValueError):
        return ()
    try:
        with contextlib.suppress(OSError):  # it has ended already
            process.stdin.write(json.dumps(wanted).encode("ascii"))
        with contextlib.suppress(OSError):
            process.stdin.close()
        while process.poll() is None and time.monotonic() < until:
            time.sleep(_LOOK)
    finally:
        process.kill()
        process.wait()
        said = process.stdout.read(_LONGEST_SAID)
        process.stdout.close()
    return tuple(_read(said))


def _started() -> subprocess.Popen:
    command = [sys.executable or "", "-P", "-S", "-c", _START, json.dumps([str(path) for path in sys.path]), _SEARCH]
    alone = {"creationflags": subprocess.CREATE_NO_WINDOW} if os.name == "nt" else {"start_new_session": True}
    environment = {**os.environ, **_ENVIRONMENT}
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, **alone)


def _read(said: bytes) -> Iterator[Line]:
    for text in said.splitlines():
        with contextlib.suppress(ValueError, TypeError):
            yield Line(**json.loads(text))
