"""A class in numbers: built grade by grade, keeping a few numbers of each submission and nothing of its text."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from autograder.grading.advice import advice_key
from autograder.grading.basis import Basis, GradedQuestion
from autograder.grading.feedback import mistakes_of
from autograder.grading.verdicts import Grade

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
class QuestionSummary:
    """One question over the class: mean points, how many submissions ended in which status, whether those who solved
    it also did well elsewhere (see `discrimination`), and the median seconds its checks took."""

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
    `advice` is what the guide says about it, on its line `line`; "" and 0 if it says nothing."""

    number: int
    question: str
    mistake: str
    who: tuple[tuple[str, str], ...]
    advice: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class ClassSummary:
    """Everything the class page shows."""

    basis: Basis
    rows: tuple[Row, ...]
    troubles: tuple[Trouble, ...]
    questions: tuple[QuestionSummary, ...]
    mistakes: tuple[MistakeCount, ...]
    isolations: dict[str, int]
    seconds: float

    @property
    def total(self) -> int:
        """Submissions, graded or not."""
        return len(self.rows) + len(self.troubles)

    @property
    def scores(self) -> tuple[float, ...]:
        """Points of the graded submissions, ascending."""
        return tuple(sorted(row.earned for row in self.rows))

    @property
    def median(self) -> float:
        """Median points of the graded submissions; 0 if there are none."""
        return statistics.median(self.scores) if self.rows else 0.0

    @property
    def solved_all(self) -> int:
        """Graded submissions with every point that checks give."""
        return sum(row.earned >= self.basis.possible - 1e-9 for row in self.rows)


def summarise(basis: Basis, grades: Iterable[Grade]) -> ClassSummary:
    """Read each grade once."""
    rows: list[Row] = []
    troubles: list[Trouble] = []
    points: Counter[str] = Counter()
    statuses: dict[str, Counter[str]] = {question.id: Counter() for question in basis.questions}
    made: dict[tuple[str, str], list[tuple[str, str]]] = {}
    isolations: Counter[str] = Counter()
    seconds = 0.0
    for grade in grades:
        seconds += grade.seconds.get("total", 0.0)
        if grade.status != "graded":
            troubles.append(Trouble(grade.submission, grade.student, grade.status, grade.problem))
            continue
        isolations[grade.isolation] += 1
        results = {
            q.question: (q.earned, q.status, sum(verdict.seconds for verdict in q.verdicts)) for q in grade.questions if q.question in statuses
        }
        for question, (earned, status, _) in results.items():
            points[question] += earned
            statuses[question][status] += 1
        for key in mistakes_of(grade):
            made.setdefault(key, []).append((grade.submission, grade.student))
        rows.append(Row(grade.submission, grade.student, grade.earned, results))
    number = {question.id: i for i, question in enumerate(basis.questions)}
    counted = (
        MistakeCount(number.get(question, len(number)), question, mistake, tuple(who), *_advice(basis, question, mistake))
        for (question, mistake), who in made.items()
    )
    return ClassSummary(
        basis=basis,
        rows=tuple(rows),
        troubles=tuple(troubles),
        questions=tuple(
            QuestionSummary(q, points[q.id] / max(len(rows), 1), dict(statuses[q.id]), discrimination(rows, q.id), _median_seconds(rows, q.id))
            for q in basis.questions
        ),
        mistakes=tuple(sorted(counted, key=lambda count: (count.number, -len(count.who), count.mistake))),
        isolations=dict(isolations),
        seconds=seconds,
    )


def _advice(basis: Basis, question: str, mistake: str) -> tuple[str, int]:
    """What the guide says about a mistake, and on which line; `grading.advice` wrote both into one text."""
    found = re.fullmatch(r"guide\.md, line (\d+): (.*)", basis.advice.get(advice_key(question, mistake), ""), re.S)
    return (found[2], int(found[1])) if found else ("", 0)


def discrimination(rows: Sequence[Row], question: str) -> float | None:
    """The point-biserial correlation of having solved a question with the points of the rest of the assignment.

    Near 1: those who solve it do well elsewhere. Near 0 or below: look at the question. None if fewer than two
    submissions have it, if all or none solved it, or if the rest is the same for everybody.
    Source: Lord and Novick, Statistical Theories of Mental Test Scores (1968), 15.5, with the item left out of the score.
    """
    taken = [row for row in rows if question in row.questions]
    solved = [float(row.questions[question][1] == "passed") for row in taken]
    rest = [row.earned - row.questions[question][0] for row in taken]
    if len(taken) < 2 or len(set(solved)) < 2 or max(rest) - min(rest) < 1e-9:
        return None
    return statistics.correlation(solved, rest)


def _median_seconds(rows: Sequence[Row], question: str) -> float:
    taken = [row.questions[question][2] for row in rows if question in row.questions]
    return statistics.median(taken) if taken else 0.0
