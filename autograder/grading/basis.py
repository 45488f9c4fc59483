"""What the grades of a batch rest on besides the submissions: the assignment, the grader, its settings."""

from __future__ import annotations

import platform
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from importlib.metadata import PackageNotFoundError, version

from autograder.course.model import Assignment
from autograder.course.parts import sha256_of
from autograder.grading.advice import advice_on, guide_text
from autograder.grading.question_digests import question_digests
from autograder.grading.verdicts import Submission


@dataclass(frozen=True, slots=True)
class GradedQuestion:
    """One question, as the results show it. `digest` changes with whatever can change its results
    (see `question_digests`); "" if nobody asked for it."""

    id: str
    title: str
    points: float
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Basis:
    """Grades that rest on the same basis may stand in one table.

    `digest` changes with anything that can change a grade: the assignment's source, the grader's version, `settings`.
    `title` is the assignment's, without its id. What follows `settings` is told to readers and changes no digest;
    `by_hand` are the points of the `written` questions, `advice` is what there is to say about known mistakes (see
    `grading.advice`), `guide` is all of it, in Markdown.
    """

    assignment: str
    title: str
    questions: tuple[GradedQuestion, ...]
    assignment_digest: str
    grader: str
    settings: dict[str, str] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)
    isolation: str = ""
    note: str = ""
    by_hand: float = 0.0
    advice: dict[str, str] = field(default_factory=dict)
    written: tuple[GradedQuestion, ...] = ()
    guide: str = ""

    @property
    def digest(self) -> str:
        """sha256 over what can change a grade."""
        return sha256_of([self.assignment, self.assignment_digest, self.grader, sorted(self.settings.items())])

    @property
    def possible(self) -> float:
        """Points of all questions that code checks."""
        return sum(question.points for question in self.questions)

    @property
    def digests(self) -> dict[str, str]:
        """By question: what its results rest on."""
        return {question.id: question.digest for question in self.questions}

    def key(self, submission: Submission) -> str:
        """What a stored grade is found by: the submission's name and content, and this basis."""
        return sha256_of([submission.name, submission.student, submission.digest, self.digest])

    def to_dict(self) -> dict:
        """Plain JSON types; the inverse of `from_dict`."""
        return asdict(self)

    @classmethod
    def from_dict(cls, data: dict) -> Basis:
        """Rebuild a basis from `to_dict`."""
        made = {name: tuple(GradedQuestion(**entry) for entry in data.get(name, ())) for name in ("questions", "written")}
        return cls(**{**data, **made})


def basis_of(
    assignment: Assignment, settings: Mapping[str, object], isolation: str = "", note: str = "", *, by_question: bool = False
) -> Basis:
    """The basis of grading `assignment` with this installation.

    Args:
        settings: every option that can change a grade (limits, isolation level), by name.
        isolation: what protects the grader, in words. note: a remark shown on top of the report.
        by_question: with a digest per question, so that a later run can tell which results still stand; takes 0.4 s.
    """
    digests = question_digests(assignment, {"grader": _version("hidden-layers"), **settings}) if by_question else {}
    questions = tuple(GradedQuestion(q.id, q.title, float(q.points), digests.get(q.id, "")) for q in assignment.graded)
    return Basis(
        assignment=assignment.id,
        title=assignment.title.removeprefix(assignment.id).strip(" ·:-") or assignment.title,
        questions=questions,
        assignment_digest=assignment.digest,
        grader=_version("hidden-layers"),
        settings={name: str(value) for name, value in settings.items()},
        versions={
            "hidden-layers": _version("hidden-layers"),
            "Python": platform.python_version(),
            "numpy": _version("numpy"),
            "otter-grader": _version("otter-grader"),
        },
        isolation=isolation,
        note=note,
        by_hand=float(assignment.points - assignment.graded_points),
        advice=advice_on(assignment),
        written=tuple(GradedQuestion(q.id, q.title, float(q.points)) for q in assignment.questions if q.manual),
        guide=guide_text(assignment),
    )


def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return "unknown"
