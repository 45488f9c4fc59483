"""What grading says: a verdict per check, a result per question, a grade per submission. Plain data, JSON both ways."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace

from autograder.checking import Record
from autograder.grading.delivery import Delivery

STATUSES = ("passed", "wrong", "raised", "timeout", "memory", "crashed", "protocol", "not attempted", "missing", "skipped")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one check says. `points` is what it is worth, `earned` what was earned; `seconds` of wall time."""

    question: str
    check: str
    title: str
    hidden: bool
    points: float
    earned: float
    status: str
    record: Record | None = None
    seconds: float = 0.0

    def __post_init__(self) -> None:
        if self.status not in STATUSES:
            raise ValueError(f"unknown status {self.status!r}")


@dataclass(frozen=True, slots=True)
class Mend:
    """A line of the learner's own code, in the cell that defines `function`, and the kind of change of it (`aspect`) with which
    every check of the question passes: never the change itself. `code` is what stands there, `hints` are a question and the
    rule; the same change is needed on so many `lines`; `given` are earlier functions that had to be right for it; `also` are
    further lines that need a change of their own, each with what stands there and a question."""

    function: str
    line: int
    code: str
    aspect: str
    hints: tuple[str, ...]
    lines: int = 1
    given: tuple[str, ...] = ()
    also: tuple[tuple[int, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """The verdicts of one question. `status` is "passed" if all passed, else that of the first that did not.

    Error carried forward: if the question earns more with the earlier functions it builds on replaced by right ones,
    that result counts; `carried` names those functions and `own_earned` is what it earned on the learner's own chain.
    `mend` says where the mistake is, if it was found; it changes no points.
    """

    question: str
    possible: float
    earned: float
    status: str
    verdicts: tuple[Verdict, ...] = ()
    own_earned: float | None = None
    carried: tuple[str, ...] = ()
    mend: Mend | None = None

    @property
    def own(self) -> float:
        """Points earned with nothing replaced."""
        return self.earned if self.own_earned is None else self.own_earned

    @property
    def failed(self) -> tuple[Verdict, ...]:
        """The verdicts that are not "passed"."""
        return tuple(verdict for verdict in self.verdicts if verdict.status != "passed")

    @property
    def timeless(self) -> QuestionResult:
        """The same without the seconds, which are never twice the same: equal for all who got the same."""
        if not any(verdict.seconds for verdict in self.verdicts):
            return self
        verdicts = tuple(Verdict(v.question, v.check, v.title, v.hidden, v.points, v.earned, v.status, v.record) for v in self.verdicts)
        return replace(self, verdicts=verdicts)


@dataclass(frozen=True, slots=True)
class CellReport:
    """How one code cell of a submission ran: its number among the code cells, source, status and error text."""

    number: int
    source: str
    status: str  # ok, error, timeout, memory, crashed, protocol, skipped
    error: str = ""
    stdout: str = ""


@dataclass(frozen=True, slots=True)
class WrittenAnswer:
    """What a submission says to one written question: Markdown, "" if nothing was written.

    `images` are (name, media type, base64) of pictures attached to its cells; `cells` are the places, in `Grade.cells`,
    of the code cells that belong to the question.
    """

    question: str
    text: str
    images: tuple[tuple[str, str, str], ...] = ()
    cells: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Submission:
    """One notebook as handed in. `problem` says why it cannot be read; then `notebook` is None."""

    name: str
    student: str
    notebook: dict | None
    digest: str
    problem: str = ""
    source: str = ""
    delivery: Delivery = Delivery()


@dataclass(frozen=True, slots=True)
class Task:
    """What there is to grade of a submission: the questions `again`, of which and of the others there are `earlier`
    results; without earlier results, everything."""

    submission: Submission
    earlier: tuple[QuestionResult, ...] = ()
    again: frozenset[str] = frozenset()

    def to_dict(self) -> dict:
        """Plain JSON types; the inverse of `from_dict`."""
        return {**asdict(self), "earlier": [_question_dict(result) for result in self.earlier], "again": sorted(self.again)}

    @classmethod
    def from_dict(cls, data: dict) -> Task:
        """Rebuild a task from `to_dict`."""
        submission = Submission(**{**data["submission"], "delivery": Delivery.from_dict(data["submission"]["delivery"])})
        return cls(submission, tuple(_question(entry) for entry in data["earlier"]), frozenset(data["again"]))


@dataclass(frozen=True, slots=True)
class Grade:
    """Everything known about one graded submission. `status`: graded (`problem` then says what there was no
    time for, or that it is another notebook, if so), unreadable (see `problem`) or failed."""

    submission: str
    student: str
    digest: str
    status: str
    problem: str = ""
    questions: tuple[QuestionResult, ...] = ()
    cells: tuple[CellReport, ...] = ()
    isolation: str = ""
    seconds: dict[str, float] = field(default_factory=dict)
    answers: tuple[WrittenAnswer, ...] = ()
    delivery: Delivery = Delivery()

    @property
    def earned(self) -> float:
        """Points earned in questions checked by code."""
        return sum(question.earned for question in self.questions)

    @property
    def possible(self) -> float:
        """Points there are in questions checked by code."""
        return sum(question.possible for question in self.questions)

    def to_dict(self) -> dict:
        """Plain JSON types; the inverse of `from_dict`."""
        return {
            **_fields(self),
            "questions": [_question_dict(question) for question in self.questions],
            "cells": [_fields(cell) for cell in self.cells],
            "seconds": dict(self.seconds),
            "answers": [_fields(answer) for answer in self.answers],
            "delivery": self.delivery.to_dict(),
        }

    @classmethod
    def from_dict(cls, data: dict) -> Grade:
        """Rebuild a grade from `to_dict`."""
        questions = tuple(_question(entry) for entry in data["questions"])
        cells = tuple(CellReport(**entry) for entry in data["cells"])
        answers = tuple(_answer(entry) for entry in data.get("answers", ()))
        delivery = Delivery.from_dict(data.get("delivery"))
        return cls(**{**data, "questions": questions, "cells": cells, "answers": answers, "delivery": delivery})


def _fields(one: object) -> dict:
    """The fields of a dataclass with slots, as they are: `asdict` looks into every text for more."""
    return {name: getattr(one, name) for name in one.__slots__}


def _question_dict(result: QuestionResult) -> dict:
    verdicts = [{**_fields(verdict), "record": verdict.record.to_dict() if verdict.record else None} for verdict in result.verdicts]
    return {**_fields(result), "verdicts": verdicts, "mend": asdict(result.mend) if result.mend else None}


def _question(data: dict) -> QuestionResult:
    verdicts = tuple(
        Verdict(**{**entry, "record": Record.from_dict(entry["record"]) if entry["record"] else None}) for entry in data["verdicts"]
    )
    mend = data.get("mend")
    if mend is not None:
        mend = Mend(**{**mend, "hints": tuple(mend["hints"]), "given": tuple(mend["given"]), "also": tuple(map(tuple, mend.get("also", ())))})
    return QuestionResult(**{**data, "verdicts": verdicts, "carried": tuple(data.get("carried", ())), "mend": mend})


def _answer(data: dict) -> WrittenAnswer:
    return WrittenAnswer(data["question"], data["text"], tuple(map(tuple, data["images"])), tuple(data["cells"]))
