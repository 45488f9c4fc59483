"""Wrong implementations of test_affine_backward that learners write: inputs, tolerance and promises."""

import numpy as np

from autograder.checking import mistake

from ..reference import affine_forward, numerical_gradient, same
from .where import CLOSE

INPUTS = "q4, the table of inputs and what they cannot see."


@mistake(
    "test_affine_backward",
    hints=(
        "Which errors cannot be seen with this one example?",
        "One example shows one shape and one set of signs; wrong code is often right there.",
        INPUTS,
    ),
)
def one_example(candidate):
    """One worked example, with positive numbers in X and W."""
    dX, dW, db = candidate(np.array([[1.0, 0, -1], [2, 1, 0]]), np.array([[3.0, 1], [0, 2]]), np.array([[1.0, 2, 3], [4, 5, 6]]))
    assert np.allclose(dX, [[-2, -2], [4, 13]])
    assert np.allclose(dW, [[3, 0, -3], [5, 2, -1]])
    assert np.allclose(db, [3, 1, -1])


@mistake(
    "test_affine_backward",
    hints=(
        "What is the mean of one row, and what is its sum?",
        "With a single row a sum and a mean are the same.",
        INPUTS,
    ),
)
def one_row_only(candidate):
    """All inputs have one row."""
    draw = np.random.default_rng(0)
    for D, M in ((3, 2), (2, 2), (4, 1), (1, 3)):
        dZ, X, W = draw.normal(size=(1, M)), draw.normal(size=(1, D)), draw.normal(size=(D, M))
        dX, dW, db = candidate(dZ, X, W)
        assert same(dX, dZ @ W.T, 1e-9)
        assert same(dW, np.outer(X[0], dZ[0]), 1e-9)
        assert same(db, dZ[0], 1e-9)


@mistake(
    "test_affine_backward",
    hints=(
        "Which lengths do your inputs have?",
        "Where all lengths are 3, shapes cannot be mixed up, and no axis of length 1 can get lost.",
        INPUTS,
    ),
)
def square_only(candidate):
    """All inputs are square, of size 3."""
    draw = np.random.default_rng(0)
    for _ in range(3):
        dZ, X, W = draw.normal(size=(3, 3, 3))
        dX, dW, db = candidate(dZ, X, W)
        assert same(dX, dZ @ W.T, 1e-9)
        assert same(dW, X.T @ dZ, 1e-9)
        assert same(db, dZ.sum(axis=0), 1e-9)


@mistake(
    "test_affine_backward",
    hints=(
        "Is your W equal to its transpose?",
        "A symmetric matrix cannot show that a transpose is missing.",
        INPUTS,
    ),
)
def symmetric_inputs(candidate):
    """The inputs are symmetric matrices."""
    for W in (np.array([[2.0, -1.0], [-1.0, 3.0]]), np.array([[0.5, 4.0], [4.0, -2.0]])):
        X = np.array([[1.0, -2.0], [-2.0, 5.0]])
        dZ = np.array([[-3.0, 1.0], [1.0, 2.0]])
        dX, dW, db = candidate(dZ, X, W)
        assert same(dX, dZ @ W, 1e-9)
        assert same(dW, X @ dZ, 1e-9)
        assert same(db, dZ[0] + dZ[1], 1e-9)


@mistake(
    "test_affine_backward",
    hints=(
        "Does every right program add in the same order?",
        "Sums in another order differ in the last digit; a test that asks for equal bits rejects right code.",
        CLOSE,
    ),
)
def equal_bits(candidate):
    """Floats are compared with ==."""
    draw = np.random.default_rng(1)
    for N, D, M in ((1, 1, 1), (1, 3, 2), (4, 1, 2), (5, 2, 1), (3, 3, 3), (4, 2, 3)):
        dZ, X, W = draw.normal(size=(N, M)), draw.normal(size=(N, D)), draw.normal(size=(D, M))
        dX, dW, db = candidate(dZ, X, W)
        assert np.array_equal(dX, dZ @ W.T)
        assert np.array_equal(dW, X.T @ dZ)
        assert np.array_equal(db, dZ.sum(axis=0))


@mistake(
    "test_affine_backward",
    hints=(
        "How many percent may dX be off before your test says no?",
        "Rounding is some 1e-15; a tolerance of percents lets real errors pass.",
        CLOSE,
    ),
)
def tolerance_of_percents(candidate):
    """The tolerance is five percent."""
    draw = np.random.default_rng(1)
    for N, D, M in ((1, 1, 1), (1, 3, 2), (4, 1, 2), (5, 2, 1), (3, 3, 3), (4, 2, 3)):
        dZ, X, W = draw.normal(size=(N, M)), draw.normal(size=(N, D)), draw.normal(size=(D, M))
        dX, dW, db = candidate(dZ, X, W)
        assert same(dX, dZ @ W.T, 0.05)
        assert same(dW, X.T @ dZ, 0.05)
        assert same(db, dZ.sum(axis=0), 0.05)


@mistake(
    "test_affine_backward",
    hints=(
        "How far is a measured slope from the exact one?",
        "Central differences are right to about ten digits; asking them for fourteen rejects right code.",
        CLOSE,
    ),
)
def asks_measurements_for_too_much(candidate):
    """Measured slopes are compared with a tolerance of 1e-14."""
    draw = np.random.default_rng(1)
    for N, D, M in ((1, 3, 2), (4, 1, 2), (3, 3, 3), (4, 2, 3)):
        dZ, X, W, b = draw.normal(size=(N, M)), draw.normal(size=(N, D)), draw.normal(size=(D, M)), draw.normal(size=M)
        dX, dW, db = candidate(dZ, X, W)
        assert same(dX, numerical_gradient(lambda A: np.sum(dZ * affine_forward(A, W, b)), X), 1e-14)
        assert same(dW, numerical_gradient(lambda A: np.sum(dZ * affine_forward(X, A, b)), W), 1e-14)
        assert same(db, numerical_gradient(lambda A: np.sum(dZ * affine_forward(X, W, A)), b), 1e-14)


@mistake(
    "test_affine_backward",
    hints=(
        "Which entries of the result would change if two rows of a matrix of ones were exchanged?",
        "With equal numbers everywhere nothing can be in the wrong place.",
        INPUTS,
    ),
)
def all_ones(candidate):
    """All inputs are ones."""
    for N, D, M in ((1, 1, 1), (4, 3, 2), (2, 2, 2), (1, 3, 2), (4, 2, 1), (3, 1, 2)):
        dX, dW, db = candidate(np.ones((N, M)), np.ones((N, D)), np.ones((D, M)))
        assert same(dX, np.full((N, D), float(M)), 1e-9)
        assert same(dW, np.full((D, M), float(N)), 1e-9)
        assert same(db, np.full(M, float(N)), 1e-9)


@mistake(
    "test_affine_backward",
    hints=(
        "Would your test notice a db of shape (1, M)?",
        "np.allclose stretches shapes until they fit; shapes need an assertion of their own.",
        "q1, the worked number.",
    ),
)
def shapes_are_stretched(candidate):
    """Numbers are compared with np.allclose, shapes not at all."""
    draw = np.random.default_rng(1)
    for N, D, M in ((1, 1, 1), (1, 3, 2), (4, 1, 2), (5, 2, 1), (3, 3, 3), (4, 2, 3)):
        dZ, X, W = draw.normal(size=(N, M)), draw.normal(size=(N, D)), draw.normal(size=(D, M))
        dX, dW, db = candidate(dZ, X, W)
        assert np.allclose(dX, dZ @ W.T)
        assert np.allclose(dW, X.T @ dZ)
        assert np.allclose(db, dZ.sum(axis=0))


@mistake(
    "test_affine_backward",
    hints=(
        "Which of the two, tuple or list, does the description allow?",
        "A test asks for what is promised, and for nothing else.",
        "q4, the docstring: what is right.",
    ),
)
def insists_on_a_tuple(candidate):
    """Results that are lists are rejected."""
    draw = np.random.default_rng(1)
    for N, D, M in ((1, 1, 1), (1, 3, 2), (4, 1, 2), (5, 2, 1), (3, 3, 3), (4, 2, 3)):
        dZ, X, W = draw.normal(size=(N, M)), draw.normal(size=(N, D)), draw.normal(size=(D, M))
        result = candidate(dZ, X, W)
        assert isinstance(result, tuple)
        for one, other in zip(result, (dZ @ W.T, X.T @ dZ, dZ.sum(axis=0)), strict=True):
            assert same(one, other, 1e-9)


@mistake(
    "test_affine_backward",
    hints=(
        "How many digits has a float32?",
        "With inputs of seven digits the results have seven digits, and right code looks wrong.",
        CLOSE,
    ),
)
def calls_it_with_float32(candidate):
    """The inputs are float32, the expected numbers float64."""
    draw = np.random.default_rng(1)
    for N, D, M in ((1, 3, 2), (4, 1, 2), (3, 3, 3), (4, 2, 3)):
        dZ, X, W = draw.normal(size=(N, M)), draw.normal(size=(N, D)), draw.normal(size=(D, M))
        dX, dW, db = candidate(dZ.astype(np.float32), X.astype(np.float32), W.astype(np.float32))
        assert same(dX, dZ @ W.T, 1e-9)
        assert same(dW, X.T @ dZ, 1e-9)
        assert same(db, dZ.sum(axis=0), 1e-9)


@mistake(
    "test_affine_backward",
    hints=(
        "Does your test say the same as the description about averages?",
        "A test can be wrong too: here the layer does not average, the loss has done that.",
        "q4, the docstring: what is right.",
    ),
)
def expects_averages(candidate):
    """The test itself expects db to be a mean."""
    draw = np.random.default_rng(1)
    for N, D, M in ((1, 1, 1), (1, 3, 2), (4, 1, 2), (5, 2, 1), (3, 3, 3), (4, 2, 3)):
        dZ, X, W = draw.normal(size=(N, M)), draw.normal(size=(N, D)), draw.normal(size=(D, M))
        dX, dW, db = candidate(dZ, X, W)
        assert same(dX, dZ @ W.T, 1e-9)
        assert same(dW, X.T @ dZ, 1e-9)
        assert same(db, dZ.mean(axis=0), 1e-9)


@mistake(
    "test_affine_backward",
    hints=(
        "Which of your inputs are negative?",
        "Slips with signs show only where there are signs: draw numbers of both.",
        INPUTS,
    ),
)
def positive_numbers_only(candidate):
    """All inputs are positive numbers."""
    draw = np.random.default_rng(4)
    for N, D, M in ((1, 1, 1), (1, 3, 2), (4, 1, 2), (5, 2, 1), (3, 3, 3), (4, 2, 3)):
        dZ, X, W = draw.random((N, M)), draw.random((N, D)), draw.random((D, M))
        dX, dW, db = candidate(dZ, X, W)
        assert same(dX, dZ @ W.T, 1e-9) and same(dW, X.T @ dZ, 1e-9) and same(db, dZ.sum(axis=0), 1e-9)


@mistake(
    "test_affine_backward",
    hints=(
        "Which types of numbers does the docstring promise to the candidate?",
        "A test may ask for no more than is promised: float64 in, float64 out.",
        "q4, the docstring: what is right.",
    ),
)
def whole_numbers_in(candidate):
    """The inputs are integers, which right code need not take, and results have to be floats."""
    draw = np.random.default_rng(3)
    for N, D, M in ((3, 2, 4), (1, 1, 1), (4, 4, 4), (6, 5, 1), (1, 5, 5)):
        dZ, X, W = (draw.integers(-9, 10, size=size) for size in ((N, M), (N, D), (D, M)))
        dX, dW, db = candidate(dZ, X, W)
        assert dX.dtype == dW.dtype == db.dtype == np.float64
        assert same(dX, dZ @ W.T, 1e-9) and same(dW, X.T @ dZ, 1e-9) and same(db, dZ.sum(axis=0), 1e-9)
