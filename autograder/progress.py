"""Where a learner stands: a row per question, what to do next, and when all that was found out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from autograder.checking import Record
from autograder.last_checks import LastCheck, spoken
from autograder.notebook_display import Checked
from autograder.saved_notebook import SavedQuestion

WRITTEN = "read by a person"
_NO_FILE = "written questions are not listed: the notebook's file is not in this folder"
_LONGEST = 110  # characters of what is next


@dataclass(frozen=True, slots=True)
class Row:
    """One question: its state in words, checks and points as text, what is next ("" if nothing), when it was last checked.

    earned, available: points of the public checks; hidden: points of the hidden ones; by_hand: points a person gives.
    """

    question: str
    title: str
    state: str
    next: str
    checked: str = ""
    passed: int = 0
    total: int = 0
    earned: float = 0.0
    available: float = 0.0
    hidden: float = 0.0
    by_hand: float = 0.0

    @property
    def is_written(self) -> bool:
        """Whether a person reads the answer."""
        return self.state == WRITTEN


@dataclass(frozen=True, slots=True)
class Progress:
    """The rows of a notebook in its order, the moment they describe, and what is not in them."""

    rows: tuple[Row, ...]
    time: datetime
    note: str = ""

    @property
    def all_passed(self) -> bool:
        """Whether every check that was run passed."""
        return all(row.passed == row.total for row in self.rows)

    def headline(self) -> str:
        """Where things stand, in a sentence that promises no more than was checked."""
        coded = [row for row in self.rows if not row.is_written]
        if not coded:
            return "there are no checks to run here"
        done = sum(row.passed == row.total for row in coded)
        hidden = any(row.hidden for row in coded)
        which = "public checks" if hidden else "checks"
        end = "; hidden checks run after you submit" if hidden else ""
        if self.all_passed:
            return f"all {which} passed{end}"
        return f"{done} of {len(coded)} questions pass all their {which}{end}"

    def sums(self) -> str:
        """The points, by who gives them."""
        parts = [f"public checks: {_sum(self.rows, 'earned'):g} of {_sum(self.rows, 'available'):g} points"]
        if _sum(self.rows, "hidden"):
            parts.append(f"hidden checks: {_sum(self.rows, 'hidden'):g} more")
        if _sum(self.rows, "by_hand"):
            parts.append(f"{WRITTEN}: {_sum(self.rows, 'by_hand'):g}")
        return "; ".join(parts)

    def next(self) -> str:
        """What to do now: the first question that asks for something."""
        row = next((row for row in self.rows if row.next), None)
        return f"{row.question}: {row.next}" if row else "hand in: save the notebook and run its last cell, grader.export()"


def progress_of(
    checked: Sequence[Checked], saved: Sequence[SavedQuestion], last: Mapping[str, LastCheck], time: datetime
) -> Progress:
    """The progress that checked questions and the saved notebook tell of; `time` is now, with a time zone.

    A question none of whose functions is defined has not been looked at: its time is that of the check before, if any.
    """
    by_id = {one.question: one for one in checked}
    titles = {one.id: one.title for one in saved}
    order = [one.id for one in saved if one.id in by_id or one.answered is not None]
    order += [question for question in by_id if question not in order]
    written = {one.id: one for one in saved}
    rows = [
        _coded(by_id[name], titles.get(name, ""), last.get(name), time) if name in by_id else _written(written[name]) for name in order
    ]
    return Progress(tuple(rows), time, "" if saved else _NO_FILE)


def _coded(checked: Checked, title: str, last: LastCheck | None, now: datetime) -> Row:
    following, when = _next(checked), spoken(now, now)
    if not checked.was_run:
        following += f"; its last check passed {last.passed} of {last.total}" if last else ""
        when = spoken(last.time, now) if last else ""
    return Row(
        question=checked.question,
        title=title,
        state=_state(checked),
        next=following,
        checked=when,
        passed=len(checked.passed),
        total=checked.total,
        earned=checked.earned,
        available=checked.available,
        hidden=checked.hidden,
    )


def _written(saved: SavedQuestion) -> Row:
    todo = "" if saved.answered else "write your answer and save the notebook: as saved, there is none"
    return Row(saved.id, saved.title, WRITTEN, todo, by_hand=saved.points)


def _state(checked: Checked) -> str:
    if not checked.total:
        return "hidden only"
    if checked.all_passed:
        return "public passed" if checked.hidden else "passed"
    if not checked.was_run:
        return "not run"
    return "not attempted" if checked.untouched else "not yet"


def _next(checked: Checked) -> str:
    if checked.all_passed:
        return ""
    if not checked.records:
        return "see below"
    first: Record = checked.records[0]
    if first.kind == "missing":
        return f"run the cell that defines {first.call or 'its function'}"
    told = " ".join(first.message.removeprefix(f"{checked.question}: ").split())
    return told if len(told) <= _LONGEST else f"{told[:_LONGEST].rpartition(' ')[0]} ..."


def _sum(rows: Sequence[Row], name: str) -> float:
    return sum(getattr(row, name) for row in rows)
