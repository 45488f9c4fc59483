"""When each question was last checked, and how that came out: in memory, and in a small file beside the notebook.

The file makes the times outlive the kernel. Where it cannot be written or read, they live as long as the kernel does.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

FILE = ".last_checks.json"


@dataclass(frozen=True, slots=True)
class LastCheck:
    """One check of a question: when, and how many of how many checks passed."""

    time: datetime
    passed: int
    total: int


@dataclass(slots=True)
class LastChecks:
    """The last check of every question of one notebook. `file` is None where nothing is to be kept."""

    notebook: str
    file: Path | None = None
    known: dict[str, LastCheck] = field(default_factory=dict)

    @classmethod
    def beside(cls, notebook: str, folder: Path) -> LastChecks:
        """Those that the file in `folder` remembers for the notebook of this name."""
        file = folder / FILE
        return cls(notebook, file, dict(_known(_read(file).get(notebook))))

    def remember(self, question: str, last: LastCheck) -> None:
        """Note a check, in the file too if it can be written."""
        self.known[question] = last
        if self.file is None:
            return
        kept = _read(self.file)
        kept[self.notebook] = {
            name: {"time": one.time.isoformat(), "passed": one.passed, "total": one.total} for name, one in sorted(self.known.items())
        }
        fresh = self.file.with_name(f"{FILE}.{os.getpid()}")
        with contextlib.suppress(OSError):  # a folder that cannot be written to
            try:
                fresh.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
                os.replace(fresh, self.file)
            finally:
                fresh.unlink(missing_ok=True)


def told_by(clock: Callable[[], datetime]) -> datetime:
    """The time of a clock, with a time zone: the local one if the clock knows none."""
    time = clock()
    return time if time.tzinfo else time.astimezone()


def spoken(time: datetime, now: datetime) -> str:
    """A time as people say it, in the time zone of `now`: the hour if that is today, the day if that is long ago, or both."""
    there = time.astimezone(now.tzinfo)
    if there.date() == now.date():
        return f"{there:%H:%M}"
    return f"{there.day} {there:%b} {there.year}" if there.year != now.year else f"{there.day} {there:%b} {there:%H:%M}"


def _read(file: Path) -> dict:
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _known(kept: object) -> Iterator[tuple[str, LastCheck]]:
    for name, one in kept.items() if isinstance(kept, dict) else ():
        with contextlib.suppress(KeyError, TypeError, ValueError):
            time = datetime.fromisoformat(one["time"])
            if time.tzinfo is not None:
                yield name, LastCheck(time, int(one["passed"]), int(one["total"]))
