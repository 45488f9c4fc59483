"""The points of written questions, as everything that shows or exports grades needs them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from autograder.grading.basis import Basis, GradedQuestion
from autograder.grading.marks import Mark, Marks, answer_digest
from autograder.grading.verdicts import Grade

GRADED, WAITING, CHANGED = "graded by hand", "not graded yet", "changed since graded"


@dataclass(frozen=True, slots=True)
class WrittenResult:
    """What one submission has for one written question. `earned` is None unless `status` is `GRADED`."""

    question: GradedQuestion
    status: str
    earned: float | None = None
    comment: str = ""
    grader: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class ByHand:
    """The written questions of a class and the marks given so far."""

    questions: tuple[GradedQuestion, ...] = ()
    marks: dict[tuple[str, str], Mark] = field(default_factory=dict)

    @property
    def started(self) -> bool:
        """Whether anybody has finished a mark: from then on written points are part of scores."""
        return any(mark.done for mark in self.marks.values())

    @property
    def possible(self) -> float:
        """Points that written questions add to a score: none before anybody has finished a mark."""
        return sum(question.points for question in self.questions) if self.started else 0.0

    def of(self, grade: Grade) -> tuple[WrittenResult, ...]:
        """The written questions of one submission; none if it could not be graded at all."""
        if grade.status != "graded":
            return ()
        answers = {answer.question: answer for answer in grade.answers}
        made = []
        for question in self.questions:
            answer, mark = answers.get(question.id), self.marks.get((question.id, grade.submission))
            text = answer.text if answer else ""
            if mark is None or not mark.done or answer is None:
                made.append(WrittenResult(question, WAITING, text=text))
            elif mark.answer != answer_digest(answer) or mark.possible != question.points:
                made.append(WrittenResult(question, CHANGED, text=text))
            else:
                made.append(WrittenResult(question, GRADED, mark.earned, mark.comment, mark.grader, text))
        return tuple(made)

    def earned(self, grade: Grade) -> float:
        """Points of one submission's written answers, as far as they are graded."""
        return sum(one.earned or 0.0 for one in self.of(grade))


@dataclass(frozen=True, slots=True)
class Missing:
    """Written answers without points: how many, and how many of them changed since they were graded."""

    answers: int
    changed: int

    def told(self, by_hand: ByHand, folder: Path) -> str:
        """The sentence for the person who exports; "" if nothing is missing."""
        if not self.answers:
            return ""
        many = "1 written answer has" if self.answers == 1 else f"{self.answers:,} written answers have"
        changed = f" ({self.changed:,} changed since graded)" if self.changed else ""
        worth = "and counts as 0 so far" if self.answers == 1 else "and count as 0 so far"
        if not by_hand.started:
            total = sum(question.points for question in by_hand.questions)
            worth = f"so that their {total:g} points are in no score"
        return f"{many} no points yet{changed}, {worth}: autograder written {folder}"


def by_hand(path: Path, basis: Basis) -> ByHand:
    """Read the marks from the results file `path`."""
    if not basis.written:
        return ByHand()
    with Marks(path, writing=False) as marks:
        return ByHand(basis.written, {(mark.question, mark.submission): mark for mark in marks.all()})
