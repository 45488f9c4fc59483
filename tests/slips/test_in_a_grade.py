"""A slip is named in the grade of a submission, from numbers that came out of the sandbox."""

from autograder.course import solutions, student_notebook
from autograder.grading.grade_one import grade_one
from autograder.grading.known_mistakes import KnownMistakes
from autograder.grading.replay import grading_zygote
from autograder.grading.verdicts import Submission
from tests.verdicts.case import ROOT, assignment


def test_every_failed_check_names_the_slip():
    """Public and hidden checks alike, with hints, and nothing of it is lost when a hidden one is redacted."""
    course = assignment("a1")
    sources = {**solutions(course), "q2": "def affine_forward(X, W, b):\n    return np.einsum('nd,dm->nm', X, W) / np.sqrt(X.shape[1]) + b\n"}
    submission = Submission("ada", "ada", student_notebook(course, sources), "digest")
    with grading_zygote([ROOT / "solutions"]) as zygote:
        grade = grade_one(zygote, course, submission, KnownMistakes(course))
    told = [verdict.record.redacted() for question in grade.questions for verdict in question.failed]
    assert {record.hidden for record in told} == {True, False}
    assert all("divided by the root of the number of columns of X" in record.mistake and len(record.hints) == 3 for record in told)
