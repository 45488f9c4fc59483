"""One score per person: their submissions found in the roster, the late penalty taken off, the attempt that counts chosen."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from autograder.export.attempts import Attempts
from autograder.export.errors import ExportError
from autograder.export.people import Person, Roster, owners
from autograder.export.rules import Rules
from autograder.grading.basis import Basis
from autograder.grading.by_hand import ByHand
from autograder.grading.feedback import hint_of
from autograder.grading.plain import one_line
from autograder.grading.verdicts import Grade
from autograder.report.spool import Spool

_FEEDBACK = 2000


@dataclass(frozen=True, slots=True)
class QuestionScore:
    """Points of one question, before any late penalty."""

    question: str
    earned: float
    possible: float
    status: str


@dataclass(frozen=True, slots=True)
class Score:
    """What one submission of one person is worth. `raw` is before, `score` after the late penalty; `days_late` started days."""

    person: Person
    submission: str
    digest: str
    raw: float
    score: float
    possible: float
    questions: tuple[QuestionScore, ...]
    feedback: str
    submitted: datetime | None = None
    days_late: int = 0

    @property
    def penalty(self) -> float:
        """Points taken off for lateness."""
        return self.raw - self.score


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A submission that goes to nobody, with the reason in words."""

    submission: str
    student: str
    score: float
    possible: float
    reason: str


@dataclass(frozen=True, slots=True)
class Scores:
    """Who gets what: the score that counts for each person, what could not be placed, and who handed in nothing; then
    how many submissions have a time without a zone, and how many the platform marked late without telling their time. The
    collections are on the disk, one member in memory at a time."""

    scores: Collection[Score]
    unmatched: Collection[Unmatched]
    absent: tuple[Person, ...]
    without_zone: int = 0
    late_without_time: int = 0


def scores_of(
    basis: Basis,
    grades: Iterable[Grade],
    roster: Roster | None,
    rules: Rules,
    times: Mapping[str, datetime],
    by_hand: ByHand = ByHand(),
) -> Scores:
    """Scores in the order of the roster, or of the submissions if there is none.

    A submission on which the grader itself failed goes to `unmatched`: nobody gets 0 for our fault. Of equal attempts
    the later one counts; an attempt whose time is not known counts as the earliest.

    Args:
        times: when each submission was handed in, by its name, with a time zone; may lack some. They come before what the
            platform's download says. by_hand: marks of written answers, which count from the first one on.
    """
    attempts = Attempts(roster.people if roster else (), partial(_chosen, keep=rules.keep))
    spool = Spool()
    without_zone = late_without_time = 0
    for grade in grades:
        submitted = times.get(grade.submission) or rules.moment(grade.delivery.when)
        without_zone += submitted is None and bool(grade.delivery.submitted)
        late_without_time += submitted is None and grade.delivery.late
        problem = f"the grader failed on it: {one_line(grade.problem)}; grade it again" if grade.status == "failed" else ""
        for person in owners(roster, grade.submission, grade.student, grade.delivery.people):
            if problem or isinstance(person, str):
                spool.add("unmatched", Unmatched(grade.submission, grade.student, grade.earned + by_hand.earned(grade), basis.possible + by_hand.possible, problem or person))
            else:
                attempts.add(person, _score(basis, grade, person, rules, submitted, by_hand))
    return Scores(attempts, spool.shelf("unmatched"), attempts.absent(), without_zone, late_without_time)


def _score(basis: Basis, grade: Grade, person: Person, rules: Rules, submitted: datetime | None, by_hand: ByHand) -> Score:
    raw = grade.earned + by_hand.earned(grade)
    if grade.status == "graded":
        questions = tuple(QuestionScore(q.question, q.earned, q.possible, q.status) for q in grade.questions)
        hints = "; ".join(f"{q.question}: {hint_of(q)}" for q in grade.questions if q.failed)
        written = by_hand.of(grade) if by_hand.started else ()
        questions += tuple(QuestionScore(w.question.id, w.earned or 0.0, w.question.points, w.status) for w in written)
        hints = "; ".join(filter(None, (hints, *(f"{w.question.id}: {w.comment}" for w in written if w.comment))))
    else:
        questions = tuple(QuestionScore(q.id, 0.0, q.points, grade.status) for q in basis.questions)
        hints = grade.problem
    kept = raw * (1.0 - rules.lost(basis.assignment, submitted))
    days = rules.days_late(basis.assignment, submitted)
    possible = basis.possible + by_hand.possible
    return Score(person, grade.submission, grade.digest, raw, kept, possible, questions, one_line(hints, _FEEDBACK), submitted, days)


def _chosen(attempts: Sequence[Score], keep: str) -> Score:
    def order(score: Score) -> tuple:
        when = score.submitted.timestamp() if score.submitted else float("-inf")
        return (when, score.submission) if keep == "last" else (score.score, when, score.submission)

    return max(attempts, key=order)


def read_times(path: Path) -> dict[str, datetime]:
    """When submissions were handed in: a CSV file with the columns submission and submitted_at (ISO 8601 with a time zone).

    Raises:
        ExportError: it cannot be read, or a line does not say a time; says which.
    """
    try:
        with open(path, newline="", encoding="utf-8-sig") as stream:
            rows = list(csv.DictReader(stream))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ExportError(f"{path}: the times cannot be read ({error})") from error
    times = {}
    for number, row in enumerate(rows, start=2):
        if row.get("submission") is None or row.get("submitted_at") is None:
            raise ExportError(f"{path}: line {number} lacks a value; the columns are submission and submitted_at")
        try:
            when = datetime.fromisoformat(row["submitted_at"].strip())
        except ValueError:
            when = None
        if when is None or when.tzinfo is None:
            raise ExportError(
                f"{path}, line {number}: {row['submitted_at']!r} is not a time with a time zone, such as 2026-10-01T23:59:00+02:00"
            )
        times[row["submission"].strip()] = when
    return times
