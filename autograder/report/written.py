"""How far a class's written answers have been read, counted while the pages of its students are written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from autograder.grading.basis import GradedQuestion
from autograder.grading.by_hand import CHANGED, ByHand, WrittenResult
from autograder.grading.verdicts import Grade


@dataclass(frozen=True, slots=True)
class WrittenSummary:
    """One written question over the class: answers graded, their mean points, and answers left, some of them changed since."""

    question: GradedQuestion
    graded: int
    mean: float
    left: int
    changed: int


class Tally:
    """Counts what it hands out."""

    def __init__(self, by_hand: ByHand) -> None:
        self._by_hand = by_hand
        self._graded: Counter[str] = Counter()
        self._points: Counter[str] = Counter()
        self._left: Counter[str] = Counter()
        self._changed: Counter[str] = Counter()

    def add(self, grade: Grade) -> tuple[WrittenResult, ...]:
        """The written results of one more submission."""
        results = self._by_hand.of(grade)
        for one in results:
            name = one.question.id
            if one.earned is None:
                self._left[name] += 1
                self._changed[name] += one.status == CHANGED
            else:
                self._graded[name] += 1
                self._points[name] += one.earned
        return results

    def counted(self) -> tuple[Counter[str], ...]:
        """What has been counted, for `include`."""
        return self._graded, self._points, self._left, self._changed

    def include(self, counted: tuple[Counter[str], ...]) -> None:
        """Count what another tally has counted."""
        for own, other in zip(self.counted(), counted, strict=True):
            own.update(other)

    def summaries(self) -> tuple[WrittenSummary, ...]:
        """Every written question, in the order of the notebook."""
        return tuple(
            WrittenSummary(q, self._graded[q.id], self._points[q.id] / max(self._graded[q.id], 1), self._left[q.id], self._changed[q.id])
            for q in self._by_hand.questions
        )
