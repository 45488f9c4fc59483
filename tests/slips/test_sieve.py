"""Slips are told apart by few bytes of what they give, and asked once."""

import numpy as np
import pytest

from autograder.slips.sieve import Sieve, affordable, marks

RESULTS = [
    (np.array([[1.0, 2.0], [-0.5, 1e-9]]), 3.0),
    {"w": np.linspace(-1, 1, 7), "b": 0.25, "name": "relu"},
    [np.array([True, False]), np.array([0.0, 5.0])],
    np.array([np.nan, np.inf, -np.inf, 1.0]),
    np.array([1 + 2j, 3j]),
    None,
    "text",
]


@pytest.mark.parametrize("result", RESULTS, ids=lambda result: type(result).__name__)
def test_rounding_errors_leave_a_mark_as_it_is(result):
    """One of the two grids has no edge between a number and the same one computed in another order."""

    def moved(value):
        if isinstance(value, tuple | list):
            return type(value)(map(moved, value))
        if isinstance(value, dict):
            return {key: moved(item) for key, item in value.items()}
        return value * (1 + 1e-13) if isinstance(value, float | np.ndarray) and np.asarray(value).dtype.kind in "fc" else value

    assert np.any(np.array(marks(result)) == np.array(marks(moved(result))))


def test_other_results_have_other_marks():
    """Numbers, shapes, types and what is not finite all count; the sign of zero does not."""
    others = [*RESULTS, np.array([[1.0, 2.0]]), np.array([1.0, 2.0]), [1.0, 2.0], np.array([1.0, 2.00001]), np.array([True, True]), np.array([1.0, 1.0])]
    assert len({mark for result in others for mark in marks(result)[:1]}) == len(others)
    assert marks(np.array([0.0, -0.0])) == marks(np.zeros(2))


def test_every_slip_is_asked_once_for_a_call():
    """What is known of a call is there for the next learner, and only who is asked for is computed."""
    asked = []

    def gives(number):
        asked.append(number)
        return float(number % 3)

    sieve = Sieve(6, 2)
    assert list(sieve.through(np.arange(4), "call", 1.0, gives)) == [1]
    assert list(sieve.through(np.arange(6), "call", 2.0, gives)) == [2, 5]
    assert asked == [0, 1, 2, 3, 4, 5]


def test_few_calls_are_remembered():
    """The oldest is forgotten first, and a call that nothing tells from others is not remembered at all."""
    asked = []
    sieve = Sieve(1, 2)
    for key in ("one", "two", "three", "one", None, None):
        sieve.through(np.arange(1), key, 0.0, lambda number: asked.append(number))
    assert len(asked) == 6


def test_what_takes_long_leaves_room_for_what_does_not():
    """Every group gets its share, and what it does not need goes to the others."""
    numbers, groups = np.arange(8), np.array([0, 1, 0, 1, 0, 1, 0, 1])
    each = np.where(groups == 0, 1, 10)
    assert list(affordable(numbers, groups, each, 24, 0)) == [0, 1, 2, 3, 4, 6]
    assert list(affordable(numbers, groups, each, 6, 0)) == [0, 2, 4]
    assert list(affordable(numbers, groups, each, 0, 2)) == [0, 1]
