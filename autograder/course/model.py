"""What an assignment is: cells, questions, and the checks, mistakes and variants that go with them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from autograder.checking import Check, Mistake, Variant


class CourseError(Exception):
    """A fault in an assignment's source, told with the place and what to do about it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of an assignment's notebook. `question` is the question it belongs to, None between questions."""

    kind: str  # "markdown" or "code"
    source: str
    tags: tuple[str, ...] = ()
    question: str | None = None
    opens: bool = False  # the first cell of its question, which holds the heading


@dataclass(frozen=True, slots=True)
class Question:
    """One graded unit. `functions` are what learners write; `builds_on` are earlier functions they may call."""

    id: str
    title: str
    points: float
    functions: tuple[str, ...] = ()
    builds_on: tuple[str, ...] = ()
    manual: bool = False


@dataclass(frozen=True)
class Assignment:
    """A loaded assignment. Without its private half, `reference` is None and hidden checks and mistakes are empty."""

    id: str
    slug: str
    title: str
    cells: tuple[Cell, ...]
    questions: tuple[Question, ...]
    public_dir: Path
    private_dir: Path | None
    public_checks: tuple[Check, ...]
    hidden_checks: tuple[Check, ...]
    reference: ModuleType | None
    mistakes: tuple[Mistake, ...]
    variants: tuple[Variant, ...]
    digest: str

    @property
    def points(self) -> float:
        """The points of all questions, written ones included."""
        return sum(question.points for question in self.questions)

    @property
    def graded(self) -> tuple[Question, ...]:
        """The questions that are checked by code."""
        return tuple(question for question in self.questions if not question.manual)

    @property
    def graded_points(self) -> float:
        """The points of the questions that are checked by code."""
        return sum(question.points for question in self.graded)

    @property
    def functions(self) -> tuple[str, ...]:
        """Every function learners write, in the order of the notebook."""
        return tuple(name for question in self.questions for name in question.functions)

    @property
    def right_functions(self) -> dict[str, Callable]:
        """Every function learners write, by name, as the reference writes it; none without the private half."""
        return {name: getattr(self.reference, name) for name in self.functions} if self.reference else {}

    def question(self, question_id: str) -> Question:
        """The question of that id. Raises CourseError naming the ones there are."""
        for question in self.questions:
            if question.id == question_id:
                return question
        known = ", ".join(question.id for question in self.questions)
        raise CourseError(f"{self.id} has no question {question_id!r}; it has {known}")

    def question_of(self, function: str) -> Question:
        """The question in which a function is written. Raises CourseError if none is."""
        for question in self.questions:
            if function in question.functions:
                return question
        raise CourseError(f"{self.id}: no question asks for a function {function!r}")

    def prerequisites(self, question_id: str) -> frozenset[str]:
        """The earlier questions whose functions a question builds on."""
        return frozenset(self.question_of(name).id for name in self.question(question_id).builds_on)

    def checks_of(self, question_id: str) -> tuple[Check, ...]:
        """The checks of a question, public ones first."""
        return tuple(c for c in (*self.public_checks, *self.hidden_checks) if c.question == question_id)

    def stub_source(self, question_id: str) -> str:
        """The code learners start from in a question."""
        for cell in self.cells:
            if cell.question == question_id and "stub" in cell.tags:
                return cell.source
        raise CourseError(f"{self.id}: question {question_id} has no stub cell")
