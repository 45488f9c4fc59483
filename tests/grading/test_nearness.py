"""How near results are to the right ones: right parts, simple relations, shares of entries; never a verdict."""

import numpy as np
import pytest

from autograder.checking.observe import observe_many, recording
from autograder.checking.asked import Trace
from autograder.grading.nearness import RIGHT, gained, parts, right_results

RIGHT_ONE = {"f": lambda X: (X.sum(axis=0), X * 2)}
CASES = [(np.arange(6.0).reshape(2, 3) ** 2,), (np.arange(12.0).reshape(4, 3) - 5,)]


def near(function):
    """By part, how near a function comes to the right one."""
    function.__name__ = "f"
    with recording() as calls:
        observe_many(function, CASES)
    trace = Trace.of(calls)
    return parts(trace, right_results(trace, RIGHT_ONE))


def broken(X):
    raise ValueError


def test_each_part_counts_by_itself():
    """Of two results one may be right."""
    found = near(lambda X: (X.sum(axis=0), X))
    assert found[(0, 0)] == RIGHT > found[(0, 1)]


@pytest.mark.parametrize(
    ("nearer", "further"),
    [
        (lambda X: (0, X * 3), lambda X: (0, np.tanh(X))),
        (lambda X: (0, -2 * X), lambda X: (0, np.tanh(X))),
        (lambda X: (0, np.maximum(X * 2, 0)), lambda X: (0, np.tanh(X))),
        (lambda X: (0, np.tanh(X)), lambda X: (0, X[0])),
        (lambda X: (0, X[0]), broken),
        (lambda X: (X.sum(axis=0), 0), lambda X: (X.sum(axis=1), 0)),
    ],
)
def test_what_is_nearer_gains(nearer, further):
    """A factor, signs, some entries, the shape, any result at all: each is nearer than nothing of it, and not the other way round."""
    assert gained(near(further), near(nearer)) > 0 == gained(near(nearer), near(further))


def test_nothing_is_gained_at_the_cost_of_what_was_right():
    """A change that spoils a right part helps nothing."""
    assert gained(near(lambda X: (X.sum(axis=0), X)), near(lambda X: (X, X * 2))) == 0


def test_calls_the_right_code_cannot_be_asked_count_for_nothing():
    """A function that the assignment does not have, and arguments that do not fit."""
    with recording() as calls:
        observe_many(lambda X: X, [("no array",)])
    trace = Trace.of(calls)
    assert parts(trace, right_results(trace, {})) == {}
