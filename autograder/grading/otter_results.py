"""Grades as Otter's own results, so that the Gradescope file is written by Otter itself."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache, lru_cache
from math import ceil
from typing import TYPE_CHECKING

from autograder.checking.render import UNWRAPPED, render_text
from autograder.grading.basis import Basis, GradedQuestion
from autograder.grading.by_hand import WrittenResult
from autograder.grading.feedback import carried_note, line_note, shown
from autograder.grading.otter_objects import otter_objects
from autograder.grading.plain import plain
from autograder.grading.verdicts import Grade, QuestionResult, Verdict

if TYPE_CHECKING:
    from otter.test_files import GradingResults, TestFile

# Scores are told when the grades are published; a summary of the public checks is visible at once.
_SETTINGS = {"show_hidden": True, "show_stdout": False}


class GraderFault(Exception):
    """Stands for a submission on which the grader itself failed; Otter asks the student to tell the instructor."""


def gradescope_json(basis: Basis, grade: Grade, *, reveal: bool = False, written: Sequence[WrittenResult] = ()) -> dict:
    """Gradescope's results.json for one grade, as a dict.

    Hidden checks are redacted unless `reveal`. A submission that could not be read gets 0 on every question and the
    reason; one on which the grader failed gets Otter's "Autograder Failed". `written` answers are tests of their own,
    as far as a person has graded them.
    """
    made = grading_results(basis, grade, reveal=reveal).to_gradescope_dict(_config())
    for test in made["tests"]:
        # "All test cases passed!" is Otter's word for the public ones; nobody may take it for the grade.
        if test["name"] == "Public Tests" and any(verdict.hidden for question in grade.questions for verdict in question.verdicts):
            test["output"] += "\n\nThese are the public checks only. The score also depends on hidden checks."
    # Not with the public checks: that a change passes hidden ones as well may not be told before the scores are.
    notes = {question.question: (carried_note(question), plain(line_note(question))) for question in grade.questions}
    for test in made["tests"]:
        test["output"] += "".join(f"\n\n{note}" for note in notes.get(test["name"], ()) if note)
    made["tests"] += [_by_hand(one) for one in written if one.earned is not None]
    made["output"] = plain(_summary(basis, grade))
    if "total" in grade.seconds:
        # In whole seconds: a hidden call that sleeps would tell a number of its input by milliseconds.
        made["execution_time"] = ceil(grade.seconds["total"])
    return made


@cache
def _config() -> object:
    return otter_objects().AutograderConfig(_SETTINGS)


def grading_results(basis: Basis, grade: Grade, *, reveal: bool = False) -> GradingResults:
    """One of Otter's `TestFile`s per question and one `TestCaseResult` per check."""
    GradingResults = otter_objects().GradingResults
    if grade.status == "failed":
        return GradingResults.without_results(GraderFault(plain(grade.problem)))
    if grade.status == "unreadable":
        return GradingResults([_unreadable(question, plain(grade.problem)) for question in basis.questions])
    return GradingResults([_graded(question.timeless, reveal) for question in grade.questions])


def _by_hand(one: WrittenResult) -> dict:
    shown = {"name": one.question.id, "score": one.earned, "max_score": one.question.points, "visibility": "after_published"}
    return {**shown, "output": plain(one.comment) or "Graded by hand."}


def gradescope_text(basis: Basis, grade: Grade, *, reveal: bool = False, written: Sequence[WrittenResult] = ()) -> str:
    """`gradescope_json` as the text of its file."""
    return json.dumps(gradescope_json(basis, grade, reveal=reveal, written=written), indent=1) + "\n"


@lru_cache(maxsize=256)
def _graded(question: QuestionResult, reveal: bool) -> TestFile:
    """A question as Otter's test file, and what Otter says of it, remembered for the next submission with the same result."""
    file = _test_file(question.question, [_case(verdict, reveal) for verdict in question.verdicts], question.earned)
    file.summary = cache(file.summary)
    return file


def _unreadable(question: GradedQuestion, problem: str) -> TestFile:
    return _test_file(question.id, [(question.id, False, question.points, False, problem)], 0.0)


def _test_file(name: str, cases: list[tuple], earned: float) -> TestFile:
    otter = otter_objects()
    results = []
    for title, hidden, points, passed, message in cases:
        case = otter.TestCase(name=title, body=None, hidden=hidden, points=points, success_message=None, failure_message=None)
        results.append(otter.TestCaseResult(case, message, passed))
    # OttrTestFile is Otter's class for results that were not made by running the test file here. Without points Otter
    # divides by their sum, unless the question is all or nothing.
    file = otter.OttrTestFile(name, "", [r.test_case for r in results], all_or_nothing=not sum(case[2] for case in cases))
    file.test_case_results = results
    file.update_score(earned)
    return file


def _case(verdict: Verdict, reveal: bool) -> tuple[str, bool, float, bool, str]:
    name = f"{verdict.question} - {plain(verdict.title or verdict.check)}"
    passed = verdict.status == "passed"
    if passed:
        message = "✅ Test case passed"
    elif verdict.record is None:
        message = f"❌ Test case failed\n{verdict.status}"
    else:
        message = f"❌ Test case failed\n{plain(render_text(shown(verdict.record, reveal=reveal), width=UNWRAPPED))}"
    return name, verdict.hidden, verdict.points, passed, message


def _summary(basis: Basis, grade: Grade) -> str:
    if grade.status != "graded":
        return grade.problem
    problem = f"{grade.problem}\n\n" if grade.problem else ""
    by_hand = "" if not basis.by_hand else f" {basis.by_hand:g} more points are given by hand."
    # Not the points earned: this text is visible before the scores are published.
    return f"{problem}{grade.possible:g} points are given by checks; their scores are shown when grades are published.{by_hand}"
