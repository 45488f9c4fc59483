"""Small grades and submissions for the tests of store, schedule and results."""

from __future__ import annotations

from autograder.checking import Record
from autograder.grading.basis import Basis, GradedQuestion
from autograder.grading.verdicts import CellReport, Grade, QuestionResult, Submission, Verdict

BASIS = Basis(
    "a1",
    "Layers are motions",
    (GradedQuestion("q1", "Edit, check, fix", 2.0), GradedQuestion("q2", "Affine forward", 10.0)),
    assignment_digest="d" * 64,
    grader="0.1.0",
    settings={"timeout": "10"},
    by_hand=15.0,
)
SECRET = "the hidden input 8675309"


def submission(name: str, content: str = "") -> Submission:
    """A readable submission."""
    return Submission(name, name, {"cells": []}, f"digest of {content or name}", "", f"{name}.ipynb")


def passed(question: str, points: float, *, hidden: bool = False) -> Verdict:
    """A passed check."""
    return Verdict(question, "shape", "The result has one row per sample", hidden, points, points, "passed")


def wrong(question: str, points: float, *, hidden: bool = True) -> Verdict:
    """A check that did not pass, with a record that holds what must not be shown if it is hidden."""
    record = Record(
        kind="value",
        message=f"row 0 is wrong for {SECRET}",
        question=question,
        check="by_hand",
        title="One row by hand",
        hidden=hidden,
        call=f"f({SECRET})",
        got=f"got {SECRET}",
        expected=f"expected {SECRET}",
        tolerance=f"tolerance {SECRET}",
        mistake="The bias is not added.",
        hints=("What is the image of the zero row?", "Every row is moved by b.", "Step 4 of the five frames."),
        detail=f"traceback {SECRET}",
    )
    return Verdict(question, "by_hand", "One row by hand", hidden, points, 0.0, "wrong", record, 0.25)


def grade(name: str, *questions: QuestionResult, cells: tuple[CellReport, ...] = ()) -> Grade:
    """A graded submission: everything passed, unless `questions` say otherwise."""
    given = {question.question: question for question in questions}
    made = tuple(given.get(q.id) or QuestionResult(q.id, q.points, q.points, "passed", (passed(q.id, q.points),)) for q in BASIS.questions)
    return Grade(name, name, f"digest of {name}", "graded", "", made, cells, "all layers", {"total": 0.5})


def partly(name: str, *, hidden: bool = True) -> Grade:
    """6 of 12 points: q2's second check is wrong."""
    return grade(name, QuestionResult("q2", 10.0, 4.0, "wrong", (passed("q2", 4.0), wrong("q2", 6.0, hidden=hidden))))


def unreadable(name: str) -> Grade:
    """A submission that could not be read."""
    return Grade(name, name, "digest", "unreadable", f"{name}.ipynb cannot be graded: it is empty.")
