"""A class in numbers, counted submission by submission: a few numbers of each stay in memory, its names go to a spool."""

from __future__ import annotations

import re
import statistics
from array import array
from collections import Counter
from dataclasses import dataclass, field

from autograder.grading.advice import advice_key
from autograder.grading.basis import Basis, GradedQuestion
from autograder.grading.feedback import mistakes_of
from autograder.grading.verdicts import Grade
from autograder.report.correlation import Correlation
from autograder.report.spool import Shelf, Spool

# How statuses are told together where there is room for four numbers only; what is not named here is an error.
GROUPS = {"passed": "solved", "wrong": "wrong", "not attempted": "not attempted", "missing": "not attempted"}
GROUP_ORDER = ("solved", "wrong", "error", "not attempted")


@dataclass(frozen=True, slots=True)
class Row:
    """One graded submission on the class page: points, and (points, status, seconds of its checks) per question id."""

    name: str
    student: str
    earned: float
    questions: dict[str, tuple[float, str, float]]


@dataclass(frozen=True, slots=True)
class Trouble:
    """One submission without a grade, and why."""

    name: str
    student: str
    status: str
    problem: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What a class needs of one submission: its row, the mistakes it made as (question, mistake), what isolated it; and the
    seconds that grading took."""

    row: Row | Trouble
    mistakes: tuple[tuple[str, str], ...] = ()
    isolation: str = ""
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class QuestionSummary:
    """One question over the class: mean points, how many submissions ended in which status, whether those who solved
    it also did well elsewhere (`discrimination`, see `correlation`), and the median seconds its checks took."""

    question: GradedQuestion
    mean: float
    statuses: dict[str, int]
    discrimination: float | None = None
    seconds: float = 0.0

    @property
    def groups(self) -> dict[str, int]:
        """The statuses in the groups of `GROUP_ORDER`, all of them present."""
        counts = Counter({group: 0 for group in GROUP_ORDER})
        for status, number in self.statuses.items():
            counts[GROUPS.get(status, "error")] += number
        return dict(counts)

    @property
    def errors(self) -> tuple[str, ...]:
        """The statuses behind "error", in words: ("1 raised", "2 timeout")."""
        return tuple(f"{number} {status}" for status, number in sorted(self.statuses.items()) if status not in GROUPS)


@dataclass(frozen=True, slots=True)
class MistakeCount:
    """One named mistake and the submissions that made it, as (name, student); `number` is the place of its question.
    `advice` is what the guide says about it, on its line `line`, or its rule, and 0; "" if a store knows neither."""

    number: int
    question: str
    mistake: str
    who: Shelf
    advice: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class ClassSummary:
    """Everything the class page shows. `rows` and `troubles` are the submissions with and without a grade; `scores` the points
    of the former, ascending."""

    basis: Basis
    rows: Shelf
    troubles: Shelf
    scores: tuple[float, ...]
    questions: tuple[QuestionSummary, ...]
    mistakes: tuple[MistakeCount, ...]
    isolations: dict[str, int]
    seconds: float

    @property
    def total(self) -> int:
        """Submissions, graded or not."""
        return len(self.rows) + len(self.troubles)

    @property
    def median(self) -> float:
        """Median points of the graded submissions; 0 if there are none."""
        return statistics.median(self.scores) if self.scores else 0.0

    @property
    def solved_all(self) -> int:
        """Graded submissions with every point that checks give."""
        return sum(score >= self.basis.possible - 1e-9 for score in self.scores)


@dataclass(slots=True)
class _Question:
    """What is counted of one question."""

    points: float = 0.0
    statuses: Counter[str] = field(default_factory=Counter)
    seconds: array = field(default_factory=lambda: array("d"))
    # Of having solved it with the points of the rest of the assignment.
    discrimination: Correlation = field(default_factory=Correlation)


class ClassCounts:
    """A class, counted entry by entry."""

    def __init__(self, basis: Basis) -> None:
        self._basis = basis
        self._spool = Spool()
        self._questions = {question.id: _Question() for question in basis.questions}
        self._scores: Counter[float] = Counter()
        self._mistakes: dict[tuple[str, str], str] = {}
        self._isolations: Counter[str] = Counter()
        self._seconds = 0.0

    def add(self, entry: Entry) -> None:
        """Count one more submission."""
        self._seconds += entry.seconds
        row = entry.row
        if isinstance(row, Trouble):
            self._spool.add("troubles", row)
            return
        self._spool.add("rows", row)
        self._scores[row.earned] += 1
        self._isolations[entry.isolation] += 1
        for name, (earned, status, seconds) in row.questions.items():
            question = self._questions[name]
            question.points += earned
            question.statuses[status] += 1
            question.seconds.append(seconds)
            question.discrimination.add(float(status == "passed"), row.earned - earned)
        for mistake in entry.mistakes:
            self._spool.add(self._mistakes.setdefault(mistake, f"mistake {len(self._mistakes)}"), (row.name, row.student))

    def summary(self) -> ClassSummary:
        """What has been counted so far."""
        graded = max(self._spool.count("rows"), 1)
        return ClassSummary(
            basis=self._basis,
            rows=self._spool.shelf("rows"),
            troubles=self._spool.shelf("troubles"),
            scores=tuple(sorted(self._scores.elements())),
            questions=tuple(self._question(question, graded) for question in self._basis.questions),
            mistakes=self._made(),
            isolations=dict(self._isolations),
            seconds=self._seconds,
        )

    def _question(self, question: GradedQuestion, graded: int) -> QuestionSummary:
        counted = self._questions[question.id]
        seconds = statistics.median(counted.seconds) if counted.seconds else 0.0
        return QuestionSummary(question, counted.points / graded, dict(counted.statuses), counted.discrimination.value, seconds)

    def _made(self) -> tuple[MistakeCount, ...]:
        number = {question.id: i for i, question in enumerate(self._basis.questions)}
        counted = (
            MistakeCount(number.get(question, len(number)), question, mistake, self._spool.shelf(shelf), *_advice(self._basis, question, mistake))
            for (question, mistake), shelf in self._mistakes.items()
        )
        return tuple(sorted(counted, key=lambda count: (count.number, -len(count.who), count.mistake)))


def entry_of(basis: Basis, grade: Grade) -> Entry:
    """What a class needs of one grade."""
    seconds = grade.seconds.get("total", 0.0)
    if grade.status != "graded":
        return Entry(Trouble(grade.submission, grade.student, grade.status, grade.problem), seconds=seconds)
    known = {question.id for question in basis.questions}
    results = {q.question: (q.earned, q.status, sum(verdict.seconds for verdict in q.verdicts)) for q in grade.questions if q.question in known}
    return Entry(Row(grade.submission, grade.student, grade.earned, results), mistakes_of(grade), grade.isolation, seconds)


def _advice(basis: Basis, question: str, mistake: str) -> tuple[str, int]:
    """What the guide says about a mistake, and on which line; `grading.advice` wrote both into one text. Else its rule, and 0."""
    text = basis.advice.get(advice_key(question, mistake), "")
    found = re.fullmatch(r"guide\.md, line (\d+): (.*)", text, re.S)
    return (found[2], int(found[1])) if found else (text, 0)
