"""`course.toml`: due dates, what lateness costs, which of several attempts counts.

    [assignments.a1]
    title = "Layers are motions (4711)"   # its column elsewhere; Canvas finds it by the number in parentheses
    due = 2026-10-01T23:59:00+02:00

    [late]
    grace_minutes = 15
    per_day = 0.1          # share of the earned points that each started day costs
    at_most = 0.5
    closes_after_days = 7  # later submissions get 0

    [attempts]
    keep = "best"          # or "last"

    [times]
    zone = "Europe/Berlin" # of times that name none: those in the names of exports, by the learner's own clock

Every line may be left out. Without `due` nothing is late; without `zone` a time that names none is not known.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import ceil, isfinite
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from autograder.export.errors import ExportError

_DAY = timedelta(days=1)
_KNOWN = {
    "assignments": None,
    "late": {"grace_minutes", "per_day", "at_most", "closes_after_days"},
    "attempts": {"keep"},
    "times": {"zone"},
}


@dataclass(frozen=True, slots=True)
class Deadline:
    """One assignment's entry: its title elsewhere ("" for ours) and when it is due (with a time zone), if ever."""

    title: str = ""
    due: datetime | None = None


@dataclass(frozen=True, slots=True)
class Rules:
    """What `course.toml` says."""

    assignments: dict[str, Deadline] = field(default_factory=dict)
    grace: timedelta = timedelta()
    per_day: float = 0.0
    at_most: float = 1.0
    closes_after: timedelta | None = None
    keep: str = "best"
    zone: ZoneInfo | None = None

    def moment(self, told: datetime | None) -> datetime | None:
        """A time as a download tells it, in its own zone or in `zone`; None if neither is known."""
        if told is None or told.tzinfo is not None:
            return told
        return told.replace(tzinfo=self.zone) if self.zone else None

    def of(self, assignment: str) -> Deadline:
        """The entry of an assignment; an empty one if there is none."""
        return self.assignments.get(assignment, Deadline())

    def days_late(self, assignment: str, submitted: datetime | None) -> int:
        """Started days after the due date and the grace; 0 if in time, or if either time is not known.

        >>> Rules({"a1": Deadline(due=datetime.fromisoformat("2026-10-01T12:00Z"))}).days_late("a1", datetime.fromisoformat("2026-10-01T12:01Z"))
        1
        """
        due = self.of(assignment).due
        if due is None or submitted is None or submitted <= due + self.grace:
            return 0
        return ceil((submitted - due - self.grace) / _DAY)

    def lost(self, assignment: str, submitted: datetime | None) -> float:
        """The share of the earned points that lateness costs, from 0 to 1."""
        days = self.days_late(assignment, submitted)
        due = self.of(assignment).due
        if days and self.closes_after is not None and submitted > due + self.grace + self.closes_after:
            return 1.0
        return min(days * self.per_day, self.at_most)


def read_rules(path: Path) -> Rules:
    """Read `course.toml`.

    Raises:
        ExportError: it cannot be read, or an entry is unknown or out of range; says which and what is allowed.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ExportError(f"{path}: the rules cannot be read ({error.strerror})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ExportError(f"{path} is not TOML: {error}") from error
    for table, entries in data.items():
        if table not in _KNOWN or not isinstance(entries, dict):
            raise ExportError(f"{path}: there is no table [{table}]; known are {', '.join(f'[{name}]' for name in _KNOWN)}")
        unknown = set(entries) - _KNOWN[table] if _KNOWN[table] else set()
        if unknown:
            raise ExportError(f"{path}: [{table}] has no {sorted(unknown)[0]!r}; known are {', '.join(sorted(_KNOWN[table]))}")
    late = data.get("late", {})
    closes = _number(path, late, "closes_after_days", 0, 3650, None)
    keep = data.get("attempts", {}).get("keep", "best")
    if keep not in ("best", "last"):
        raise ExportError(f'{path}: attempts.keep is {keep!r}; it can be "best" or "last"')
    return Rules(
        assignments={name: _deadline(path, name, entry) for name, entry in data.get("assignments", {}).items()},
        grace=timedelta(minutes=_number(path, late, "grace_minutes", 0, 100_000, 0)),
        per_day=_number(path, late, "per_day", 0, 1, 0.0),
        at_most=_number(path, late, "at_most", 0, 1, 1.0),
        closes_after=None if closes is None else timedelta(days=closes),
        keep=keep,
        zone=_zone(path, data.get("times", {}).get("zone")),
    )


def _zone(path: Path, name: object) -> ZoneInfo | None:
    if name is None:
        return None
    try:
        return ZoneInfo(name)
    except (TypeError, ValueError, OSError, ZoneInfoNotFoundError) as error:
        raise ExportError(f'{path}: times.zone is {name!r}; write the name of a time zone, such as "Europe/Berlin" or "UTC"') from error


def _deadline(path: Path, name: str, entry: object) -> Deadline:
    if not isinstance(entry, dict) or set(entry) - {"title", "due"}:
        raise ExportError(f"{path}: [assignments.{name}] can say `title` and `due`, nothing else")
    title, due = entry.get("title", ""), entry.get("due")
    if not isinstance(title, str):
        raise ExportError(f"{path}: assignments.{name}.title is {title!r}; write it in quotes")
    if due is not None and (not isinstance(due, datetime) or due.tzinfo is None):
        raise ExportError(f"{path}: assignments.{name}.due is {str(due)!r}; write date, time and time zone, such as 2026-10-01T23:59:00+02:00")
    return Deadline(title, due)


def _number(path: Path, table: dict, name: str, low: float, high: float, default: float | None) -> float | None:
    value = table.get(name, default)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value) or not low <= value <= high:
        raise ExportError(f"{path}: late.{name} is {value!r}; it is a number from {low} to {high}")
    return value
