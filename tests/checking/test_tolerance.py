"""Tolerances that follow from conditioning."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from autograder.checking import expected_from
from autograder.checking.compare import difference


def affine(X, W, b):
    return X @ W + b


@given(st.integers(0, 2**32 - 1), st.integers(-6, 6), st.integers(1, 40))
def test_einsum_is_accepted_at_every_scale(seed, power, width):
    """einsum instead of @ is right for inputs from 1e-6 to 1e6."""
    rng = np.random.default_rng(seed)
    X, W, b = 10.0**power * rng.normal(size=(3, width)), rng.normal(size=(width, 2)), rng.normal(size=2)
    right = expected_from(affine, X, W, b)
    assert difference(np.einsum("nd,dm->nm", X, W) + b, right.value, right.tolerance) is None


@given(st.integers(0, 2**32 - 1), st.integers(-6, 6))
def test_float32_detour_is_rejected_at_every_scale(seed, power):
    """A product computed in float32 and handed back as float64 is not close enough."""
    rng = np.random.default_rng(seed)
    X, W, b = 10.0**power * rng.normal(size=(6, 9)), rng.normal(size=(9, 5)), 10.0**power * rng.normal(size=5)
    right = expected_from(affine, X, W, b)
    detour = (X.astype(np.float32) @ W.astype(np.float32) + b.astype(np.float32)).astype(float)
    assert difference(detour, right.value, right.tolerance) is not None


def test_cancellation_widens_the_tolerance():
    """Where 1e8 cancels, the tolerance is that of 1e8, not that of what is left."""
    right = expected_from(subtract, 1e8, 1e8 - 1)
    assert 1e-4 < float(right.tolerance) < 0.1


def subtract(a, b):
    return a - b


def test_integers_have_to_be_met_exactly():
    """Integer answers have no tolerance."""
    assert expected_from(len, [1, 2]).tolerance is None


def test_reference_runs_once_per_input():
    """The same function and input are not computed again; another input is."""
    calls = []
    counting = _counting(calls)
    expected_from(counting, np.ones(2))
    once = len(calls)
    expected_from(counting, np.ones(2))
    assert len(calls) == once
    expected_from(counting, np.zeros(2))
    assert len(calls) == 2 * once


def _counting(calls):
    def counted(x):
        calls.append(1)
        return x * 2

    counted.__qualname__ = "counted"
    return counted


def rotate(degrees):
    a = np.deg2rad(degrees)
    return np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]])


def test_a_rounding_beside_an_exact_zero_is_accepted():
    """sin(0) written as cos(90 degrees) is 6e-17, which is as right as 0."""
    right = expected_from(rotate, 0.0)
    written = np.array([[1.0, -np.cos(np.pi / 2)], [np.cos(np.pi / 2), 1.0]])
    assert difference(written, right.value, right.tolerance) is None


@given(st.integers(0, 10_000))
def test_equal_terms_that_cancel_are_seen_to_cancel(seed):
    """The tolerance of a difference of two large numbers is that of large numbers, wherever the probes fall."""
    big = 1e8 + np.random.default_rng(seed).random()
    right = expected_from(subtract, np.array([big] * (1 + seed % 7)), np.array([big - 1] * (1 + seed % 7)))
    assert np.all(right.tolerance > 1e-5)
