"""The gradient code of the article, handed in as a4: through the real grader, notebook, sandbox and all."""

import pytest

from autograder.course import reference_source, student_notebook
from autograder.grading.grade_one import grade_one
from autograder.grading.known_mistakes import KnownMistakes
from autograder.grading.replay import grading_zygote
from autograder.grading.verdicts import Submission

# The article's lines, with the biases that the assignment asks for.
BACKWARD = """
def backward(params, cache, Y, lam):
    X, h1, h2, w1, w2 = cache["X"], cache["H1"], cache["H2"], params["W1"], params["W2"]
    dL_dh2 = -(Y - h2)
    dh2_dz2 = h2 * (1.0 - h2)
    dL_dw2 = h1.T.dot(dL_dh2 * dh2_dz2) + lam * np.square(w2).sum()
    dL_dz2 = dL_dh2 * dh2_dz2
    dL_dh1 = dL_dz2.dot(w2.T)
    dh1_dz1 = h1 * (1.0 - h1)
    dL_dw1 = X.T.dot(dL_dh1 * dh1_dz1) + lam * np.square(w1).sum()
    return {"W1": dL_dw1, "b1": (dL_dh1 * dh1_dz1).sum(axis=0), "W2": dL_dw2, "b2": dL_dz2.sum(axis=0)}
"""
FIXED = "def fixed_gradients(X, Y, W1, W2, reg):\n    return published_gradients(X, Y, W1, W2, reg)"


@pytest.fixture(scope="module")
def grade(a4):
    """The grade of a notebook that is right but for the published code in q8 and q12."""
    sources = {question.id: reference_source(a4, question.id) for question in a4.graded}
    notebook = student_notebook(a4, {**sources, "q8": BACKWARD, "q12": FIXED})
    with grading_zygote([a4.private_dir.parent]) as zygote:
        return grade_one(zygote, a4, Submission("published", "published", notebook, digest="published"), KnownMistakes(a4))


def test_published_gradients_lose_their_questions_and_no_other(grade):
    """q8 and q12 lose points, every other question is full."""
    short = [question.question for question in grade.questions if question.earned < question.possible]
    assert grade.status == "graded"
    assert short == ["q8", "q12"]


@pytest.mark.parametrize("question", ["q8", "q12"])
def test_both_defects_are_named(grade, question):
    """Every failed check names the mistake, and the name tells both: no division by N, one number for every weight."""
    (result,) = [one for one in grade.questions if one.question == question]
    failed = [verdict for verdict in result.verdicts if verdict.status != "passed"]
    assert len(failed) >= 3
    for verdict in failed:
        assert "N" in verdict.record.mistake
        assert "every weight" in verdict.record.mistake
        assert len(verdict.record.hints) == 3
