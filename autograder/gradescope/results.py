"""Gradescope's results.json, for everything that can happen to a submission."""

from __future__ import annotations

from autograder.grading.basis import Basis
from autograder.grading.otter_results import gradescope_json
from autograder.grading.plain import plain
from autograder.grading.verdicts import Grade

_GRADED = (
    "Your notebook was graded. The public checks are below; your points, which also depend on hidden checks, "
    "are shown when the grades are published."
)
_NOT_GRADED = "Your submission was not graded. This says nothing about your work. Please tell your instructor."


def of_grade(basis: Basis, grade: Grade) -> dict:
    """The results of a grade: a score per question, shown when grades are published; the public checks at once.

    A submission that cannot be read has 0 on every question, and the reason where the student looks.
    """
    made = gradescope_json(basis, grade)
    if grade.status == "graded":
        # Not the sum of points: it would tell, after every attempt, how many hidden checks passed.
        made["output"] = (f"{grade.problem}\n\n" if grade.problem else "") + _GRADED + (f" {basis.by_hand:g} more points are given by hand." if basis.by_hand else "")
    made["extra_data"] = {"isolation": grade.isolation, "grader": basis.grader, "assignment": basis.assignment_digest}
    return made


def not_graded(reason: str, possible: float | None = None) -> dict:
    """The results of a submission that the grader could not grade. `reason` is for instructors; `possible`: points.

    There is an entry with points to withhold, so that no student takes 0 for a grade before it is published.
    """
    points = {"name": "Points", "score": 0.0, "visibility": "after_published", "output": "Not graded."}
    return {
        "output": _NOT_GRADED,
        "tests": [
            {"name": "Not graded", "visibility": "visible", "status": "failed", "output": _NOT_GRADED},
            {"name": "For instructors", "visibility": "hidden", "status": "failed", "output": plain(reason)},
            points if possible is None else {**points, "max_score": possible},
        ],
    }
