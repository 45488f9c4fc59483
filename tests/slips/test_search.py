"""A change of right code is named when it gives a learner's numbers in all calls, and only then."""

import tracemalloc

import numpy as np
import pytest

from autograder.checking.audience import explanations
from autograder.slips import search
from autograder.slips.search import Slips
from tests.verdicts.case import assignment
from tests.verdicts.matrix import quietly


@pytest.fixture(scope="module")
def found():
    """What is found for an implementation of a function of a1, or of another assignment."""
    banks = {}

    def search(function, implementation, name="a1"):
        course = assignment(name)
        known = banks.setdefault(name, Slips(course))
        question = course.question_of(function).id
        env = {**course.right_functions, function: implementation}
        with quietly(), explanations(False):
            traces = {check.name: check.trace(env)[1] for check in course.checks_of(question)}
            return [slip.clause for slip in known.found(question, traces)]

    return search


def test_a_change_nobody_described_is_named(found):
    """An average that does not belong there, written in another way than the reference."""
    told = found("affine_forward", lambda X, W, b: np.einsum("nd,dm->nm", X, W) / X.shape[0] + b)
    assert told[0] == "the part with X, W is divided by the number of rows of X"


def test_what_is_done_to_an_argument_comes_first(found):
    """ReLU at once is said of the result, not of some part of the formula."""
    assert found("affine_forward", lambda X, W, b: np.maximum(X @ W + b, 0))[0] == "negative entries of the result become 0"


def test_a_step_that_was_a_question_before_is_named_by_its_known_mistake(found):
    """make_layer with a rotation of its own that forgets to convert degrees."""

    def turned(angle):
        return np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])

    told = found("make_layer", lambda deg1, scales, deg2, shift: ((turned(deg2) @ np.diag(scales) @ turned(deg1)).T, shift))
    assert told[0] == "in the part that rotation does: Degrees are used as if they were radians."


@pytest.mark.parametrize(
    "implementation",
    [lambda X, W, b: X @ W + b, lambda X, W, b: np.full((len(X), len(b)), 7.25), lambda X, W, b: (X @ W + b) * (1 + (len(X) == 3))],
    ids=["right", "nonsense", "wrong for three rows only"],
)
def test_nothing_is_said_where_no_change_fits_everywhere(found, implementation):
    """Right code, nonsense, and code that is like a slip in some calls only."""
    assert found("affine_forward", implementation) == []


def test_large_calls_are_asked_as_well(found):
    """In few small calls the root of d may look like a rounded median of lengths; in the large ones it does not."""

    def typicality(d, samples, rng):
        lengths = np.linalg.norm(rng.normal(size=(samples, d)), axis=1)
        return float(np.sqrt(d)), float(np.mean(lengths < np.sqrt(d) / 2))

    assert found("typicality", typicality, "a8") == []


def test_many_draws_are_not_repeated_with_changed_code(found):
    """Two whole numbers beside a generator may ask for hundreds of thousands of draws, and a slip for a thousand times as many."""

    def typicality(d, samples, rng):
        return float(np.sqrt(d - 0.5)), 0.0 if d > 20 else float(1 - np.exp(-d / 8))

    tracemalloc.start()
    try:
        assert found("typicality", typicality, "a8") == []
        assert tracemalloc.get_traced_memory()[1] < 3e8  # the check itself draws a million numbers in one call
    finally:
        tracemalloc.stop()


def test_one_number_for_all_arguments_is_no_evidence(found):
    """What throws its arguments away could be many changes."""
    assert found("bias_ceiling", lambda W1, w2: 0.5, "a5") == []


def test_nothing_is_said_of_errors(found):
    """Equal errors are no evidence."""

    def fails(X, W, b):
        raise ValueError("no")

    assert found("affine_forward", fails) == []


def test_linear_algebra_of_what_is_not_finite_stays_silent(capfd):
    """LAPACK would write to the standard output of the grader, which may be read by a machine."""
    from autograder.slips.operations import NAMESPACE, Numpy

    with pytest.raises(ArithmeticError):
        Numpy().linalg.svd(np.full((2, 2), np.nan))
    for x, y in (([0.0, 1.0, 2.0], [0.0, -np.inf, 1.0]), ([0.0, 0.0, 0.0], [0.0, 1.0, 2.0])):
        with pytest.raises(ArithmeticError):
            Numpy().polyfit(np.array(x), np.array(y), 1)
    assert np.allclose(Numpy().polyfit(np.arange(3.0), np.array([1.0, 3.0, 5.0]), 1), [2.0, 1.0])
    with pytest.raises(ArithmeticError), np.errstate(all="ignore"):
        NAMESPACE.inverted(np.zeros(2))
    assert capfd.readouterr().out == ""


def test_right_variants_run_once_for_the_same_calls(monkeypatch):
    """Whether there is one right answer is a question about the calls, not about the learner who made them."""
    course, asked = assignment("a4"), []
    settled = Slips._is_settled
    monkeypatch.setattr(Slips, "_is_settled", lambda self, function, answers: asked.append(function) or settled(self, function, answers))
    known, question = Slips(course), course.question_of("affine_backward").id
    for factor in (2.0, 3.0):
        env = {**course.right_functions, "affine_backward": lambda dZ, X, W, by=factor: (dZ @ W.T, by * X.T @ dZ, dZ.sum(axis=0))}
        with quietly(), explanations(False):
            traces = {check.name: check.trace(env)[1] for check in course.checks_of(question)}
            assert known.answers(known.called(question, traces))["affine_backward"]
    assert asked == ["affine_backward"]


def test_other_arguments_are_tried_once_for_a_class(monkeypatch):
    """The right result for them is a question about the call, not about the learner who made it."""
    course = assignment("a4")
    known, question, times = Slips(course), course.question_of("affine_backward").id, []
    env = {**course.right_functions, "affine_backward": lambda dZ, X, W: (dZ @ W.T, 2 * X.T @ dZ, dZ.sum(axis=0))}
    with quietly(), explanations(False):
        traces = {check.name: check.trace(env)[1] for check in course.checks_of(question)}
    answer = known.answers(known.called(question, traces))["affine_backward"][0]
    observe = search.observe_quietly
    monkeypatch.setattr(search, "observe_quietly", lambda *args: times.append(args) or observe(*args))
    other = tuple(2 * arg for arg in answer.args)
    one, two = answer.ask(other), known.answers(known.called(question, traces))["affine_backward"][0].ask(other)
    assert len(times) == 1
    assert all(np.array_equal(a, b) and not np.array_equal(a, c) for a, b, c in zip(one, two, answer.right, strict=True))
