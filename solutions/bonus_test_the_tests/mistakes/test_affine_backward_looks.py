"""Wrong implementations of test_affine_backward that learners write: what is looked at."""

import numpy as np

from autograder.checking import mistake

from ..reference import same
from .where import WHOLE


@mistake(
    "test_affine_backward",
    hints=(
        "Which number of the result does your test look at?",
        "Right shapes say nothing about the numbers in them.",
        WHOLE,
    ),
)
def looks_at_shapes_only(candidate):
    """Only shapes are tested."""
    draw = np.random.default_rng(0)
    for N, D, M in ((4, 3, 2), (1, 1, 1), (1, 2, 3), (3, 1, 2), (2, 3, 1)):
        dX, dW, db = candidate(draw.normal(size=(N, M)), draw.normal(size=(N, D)), draw.normal(size=(D, M)))
        assert dX.shape == (N, D)
        assert dW.shape == (D, M)
        assert db.shape == (M,)


@mistake(
    "test_affine_backward",
    hints=(
        "Which wrong db has the same sum as the right one?",
        "A sum over everything forgets which entry is which, and which axis was summed.",
        WHOLE,
    ),
)
def db_by_its_sum(candidate):
    """Of db only the sum is tested."""
    draw = np.random.default_rng(1)
    for N, D, M in ((1, 1, 1), (1, 3, 2), (4, 1, 2), (5, 2, 1), (3, 3, 3), (4, 2, 3)):
        dZ, X, W = draw.normal(size=(N, M)), draw.normal(size=(N, D)), draw.normal(size=(D, M))
        dX, dW, db = candidate(dZ, X, W)
        assert same(dX, dZ @ W.T, 1e-9)
        assert same(dW, X.T @ dZ, 1e-9)
        assert np.isclose(np.sum(db), dZ.sum())


@mistake(
    "test_affine_backward",
    hints=(
        "Is anything left to judge when every answer is no?",
        "A test that rejects right code is of no use, however much wrong code it catches.",
        WHOLE,
    ),
)
def says_no_to_everything(candidate):
    """Every candidate is rejected."""
    raise AssertionError("not good enough")


@mistake(
    "test_affine_backward",
    hints=(
        "What happens in your test when dW is wrong?",
        "A call that does not crash proves next to nothing.",
        WHOLE,
    ),
)
def only_calls_it(candidate):
    """Nothing is rejected: the result is not looked at, or a failure is caught."""
    draw = np.random.default_rng(1)
    candidate(draw.normal(size=(4, 2)), draw.normal(size=(4, 3)), draw.normal(size=(3, 2)))


@mistake(
    "test_affine_backward",
    hints=(
        "What happens to the value that your test returns?",
        "A test rejects by raising: `return` with False is a yes.",
        WHOLE,
    ),
)
def returns_its_verdict(candidate):
    """The verdict is returned instead of asserted."""
    draw = np.random.default_rng(1)
    dZ, X, W = draw.normal(size=(4, 2)), draw.normal(size=(4, 3)), draw.normal(size=(3, 2))
    dX, dW, db = candidate(dZ, X, W)
    return same(dX, dZ @ W.T, 1e-9) and same(dW, X.T @ dZ, 1e-9) and same(db, dZ.sum(axis=0), 1e-9)


@mistake(
    "test_affine_backward",
    hints=(
        "Does the sum of dW change if dW is transposed?",
        "A sum does not know where its entries stand: all numbers have to be compared.",
        WHOLE,
    ),
)
def sums_of_entries(candidate):
    """Of each result only the sum of its entries is compared."""
    draw = np.random.default_rng(4)
    for N, D, M in ((1, 1, 1), (1, 3, 2), (4, 1, 2), (5, 2, 1), (3, 3, 3), (4, 2, 3)):
        dZ, X, W = draw.normal(size=(N, M)), draw.normal(size=(N, D)), draw.normal(size=(D, M))
        for part, right in zip(candidate(dZ, X, W), (dZ @ W.T, X.T @ dZ, dZ.sum(axis=0)), strict=True):
            assert np.shape(part) == right.shape and same(np.sum(part), right.sum(), 1e-9)


@mistake(
    "test_affine_backward",
    hints=(
        "Which line of your test would fail if dX were zero?",
        "Three results need three tests.",
        WHOLE,
    ),
)
def dX_not_tested(candidate):
    """dX is not looked at."""
    draw = np.random.default_rng(4)
    for N, D, M in ((1, 1, 1), (1, 3, 2), (4, 1, 2), (5, 2, 1), (3, 3, 3), (4, 2, 3)):
        dZ, X, W = draw.normal(size=(N, M)), draw.normal(size=(N, D)), draw.normal(size=(D, M))
        _, dW, db = candidate(dZ, X, W)
        assert same(dW, X.T @ dZ, 1e-9) and same(db, dZ.sum(axis=0), 1e-9)


@mistake(
    "test_affine_backward",
    hints=(
        "Which line of your test would fail if dW were zero?",
        "Three results need three tests: a right dX says nothing about dW.",
        WHOLE,
    ),
)
def dW_not_tested(candidate):
    """dW is not looked at."""
    draw = np.random.default_rng(4)
    for N, D, M in ((1, 1, 1), (1, 3, 2), (4, 1, 2), (5, 2, 1), (3, 3, 3), (4, 2, 3)):
        dZ, X, W = draw.normal(size=(N, M)), draw.normal(size=(N, D)), draw.normal(size=(D, M))
        dX, _, db = candidate(dZ, X, W)
        assert same(dX, dZ @ W.T, 1e-9) and same(db, dZ.sum(axis=0), 1e-9)


@mistake(
    "test_affine_backward",
    hints=(
        "Which line of your test would fail if db were zero?",
        "Three results need three tests: db is the one that is most often wrong.",
        WHOLE,
    ),
)
def db_not_tested(candidate):
    """db is not looked at."""
    draw = np.random.default_rng(4)
    for N, D, M in ((1, 1, 1), (1, 3, 2), (4, 1, 2), (5, 2, 1), (3, 3, 3), (4, 2, 3)):
        dZ, X, W = draw.normal(size=(N, M)), draw.normal(size=(N, D)), draw.normal(size=(D, M))
        dX, dW, _ = candidate(dZ, X, W)
        assert same(dX, dZ @ W.T, 1e-9) and same(dW, X.T @ dZ, 1e-9)
