"""Failing inputs of public checks are made small before they are shown; those of hidden checks never change."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.checking import Outcome, check, expect, expected_from, random_upstream
from autograder.checking.noted import signature
from autograder.checking.observe import observe_many
from autograder.checking.shrink import shrink

RNG = np.random.default_rng(0)
X, W, B = RNG.normal(size=(5, 3)), RNG.normal(size=(3, 4)), RNG.normal(size=4)
DZ = random_upstream(np.random.default_rng(1), (5, 4))


def affine(X, W, b):
    return X @ W + b


def softmax(Z):
    e = np.exp(Z - Z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def first_failing(fails):
    """A batch predicate from one about a single candidate."""
    return lambda candidates: next((i for i, candidate in enumerate(candidates) if fails(*candidate)), None)


def record_of(function, right, *args, hidden=False):
    """The record of a check that compares `function` with `right` at `args`."""

    @check("q1", points=1, hidden=hidden)
    def compared(f):
        """Agrees with the right function."""
        expect(f, *args).equals(expected_from(right, *args))

    return compared.__check__.run({"f": function})


def test_bias_that_is_not_added():
    """One number in, one out, and the bias is 1."""
    assert record_of(lambda X, W, b: X @ W, affine, X, W, B).call == "f([[0.0]], [[0.0]], [1.0])"


def test_softmax_over_the_wrong_axis():
    """One row of two equal logits is enough to see it."""
    record = record_of(lambda Z: np.exp(Z) / np.exp(Z).sum(axis=0), softmax, X)
    assert record.call == "f([[0.0, 0.0]])"
    assert "is 1, not 0.5" in record.message


def test_wrong_for_large_inputs_only():
    """The smallest whole number beyond the threshold is shown."""
    assert record_of(lambda x: np.where(x > 1, 1.0, np.tanh(x)), np.tanh, 2 * X).call == "f([[2.0]])"


def test_hidden_input_stays():
    """A hidden check keeps its own input, and shows no number of it."""
    record = record_of(lambda X, W, b: X @ W, affine, X, W, B, hidden=True)
    assert record.call == signature("f", (X, W, B)) and record.redacted().call == ""


def test_diagnosis_is_that_of_the_whole_input():
    """At one number everything fits; what is said about the mistake comes from the input that was drawn."""
    assert record_of(lambda X, W, b: 2 * (X @ W + b), affine, X, W, B).relation == "factor.two"


def test_gradient_is_shown_at_small_numbers():
    """A mean in place of a sum needs two rows, and no more."""

    @check("q2", points=1)
    def slopes(backward):
        """Agrees with the slopes."""
        expect(backward, DZ, X, W).is_vjp_of(affine, at=(X, W, B), upstream=DZ, names=("dX", "dW", "db"))

    record = slopes.__check__.run({"backward": lambda dZ, X, W: (dZ @ W.T, X.T @ dZ, dZ.mean(axis=0))})
    assert record.call == "backward([[0.0], [1.0]], [[0.0], [0.0]], [[0.0]])"
    assert record.message == "db is not the slope of affine: the entry is 0.5, not 1"
    assert record.relation == "factor.per-rows"


def test_gradient_with_a_cache_is_not_made_smaller():
    """An array that only a forward pass can give would not belong to a smaller input."""

    def backward(dZ, X, W, Z):
        return dZ @ W.T, X.T @ dZ, dZ.mean(axis=0)

    @check("q2", points=1)
    def slopes(backward):
        """Agrees with the slopes."""
        expect(backward, DZ, X, W, affine(X, W, B)).is_vjp_of(affine, at=(X, W, B), upstream=DZ)

    assert "array (5, 3)" in slopes.__check__.run({"backward": backward}).call


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32 - 1), st.tuples(*[st.integers(1, 6)] * 3), st.sampled_from(["bias", "abs", "first row", "axis"]))
def test_what_is_shown_still_fails(seed, sizes, mistake):
    """Whatever the shapes: the shrunk input fails, shared dimensions fit together, and nothing got larger."""
    n, d, m = sizes
    generator = np.random.default_rng(seed)
    arrays = generator.normal(size=(n, d)), generator.normal(size=(d, m)), generator.normal(size=m)
    wrong = {
        "bias": lambda X, W, b: X @ W,
        "abs": lambda X, W, b: np.abs(X @ W + b),
        "first row": lambda X, W, b: np.repeat(X[:1] @ W + b, len(X), axis=0),
        "axis": lambda X, W, b: X @ W + b.mean(),
    }[mistake]

    def fails(X, W, b):
        return not np.allclose(wrong(X, W, b), affine(X, W, b))

    if not fails(*arrays):
        return
    small = shrink(arrays, first_failing(fails))
    assert fails(*small)
    assert all(after.size <= before.size for before, after in zip(arrays, small, strict=True))
    assert shrink(arrays, first_failing(fails))[0].tolist() == small[0].tolist()


def test_number_of_candidates_is_bounded():
    """A predicate that always fails is asked no more often than the budget says, in batches."""
    batches = []

    def fails(candidates):
        batches.append(len(candidates))
        return len(candidates) - 1 if len(batches) % 2 else None

    shrink((RNG.normal(size=(30, 40)), RNG.normal(size=(40, 20))), fails, budget=100)
    assert sum(batches) <= 100
    assert max(batches) <= 16


def test_labels_stay_labels():
    """Rows and classes go; what is left of the labels points at a class that is there."""
    Z, y = RNG.normal(size=(6, 4)), np.array([3, 1, 0, 2, 3, 1])

    def fails(Z, y):
        return bool(np.all(Z[np.arange(len(y)), y] > -100))  # raises for a label that does not exist

    small_Z, small_y = shrink((Z, y), first_failing(fails))
    assert small_y.max() < small_Z.shape[1]
    assert small_y.dtype.kind == "i"


@pytest.mark.parametrize("array", [np.array([1.0, 0.0, 1.0]), np.array([[0.25, 0.75], [0.5, 0.5]]), np.array([0.3, 2.2])])
def test_kind_of_numbers_stays(array):
    """Zeros and ones stay such, rows that add up to one stay so, positive numbers stay positive."""
    (small,) = shrink((array,), lambda candidates: 0)
    if array.ndim == 2:
        assert np.allclose(small.sum(axis=1), 1)
    elif np.all(array > 0.1):
        assert np.all(small > 0)
    else:
        assert np.all((small == 0) | (small == 1))


def test_smaller_input_costs_few_messages():
    """A learner's function behind a channel is asked in batches."""

    class Elsewhere:
        frames = 0

        def observe_many(self, cases):
            Elsewhere.frames += 1
            return observe_many(lambda X, W, b: X @ W, cases)

    assert record_of(Elsewhere(), affine, X, W, B).call == "f([[0.0]], [[0.0]], [1.0])"
    assert Elsewhere.frames < 25


def test_function_that_raises_on_small_inputs():
    """Candidates on which the learner's function raises are left alone."""

    def fussy(X, W, b):
        if X.shape[0] < 3:
            raise ValueError("too few rows")
        return X @ W

    record = record_of(fussy, affine, X, W, B)
    assert record.kind == "value"
    assert record.call == "f([[0.0], [0.0], [0.0]], [[0.0]], [1.0])"


def test_outcome_without_a_value_ends_nothing():
    """A function that now and then gives None is not a smaller example."""

    class Sometimes:
        def observe_many(self, cases):
            return [Outcome(value=None if case[0].size < 6 else case[0] @ case[1]) for case in cases]

    assert record_of(Sometimes(), affine, X, W, B).kind == "value"
