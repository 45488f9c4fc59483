"""Two results are the same numbers, whatever their size and order in memory."""

from __future__ import annotations

import numpy as np
import pytest

from autograder.checking import fingerprint
from autograder.checking.fingerprint import same_outcome
from autograder.checking.observe import Outcome


@pytest.mark.parametrize("change", [0.0, 1e-12, 1e-6, np.nan])
@pytest.mark.parametrize("order", ["C", "F"])
def test_a_large_array_is_compared_as_a_small_one_is(monkeypatch, change, order):
    """A block at a time gives the answer that all at once gives: one number changed, far from the largest and in another block."""
    one = np.linspace(-1.0, 1.0, 35).reshape(5, 7)
    one[0, 3] = np.nan
    other = np.array(one, order=order)
    other[4, 2] += change
    at_once = same_outcome(Outcome(one), Outcome(other))
    monkeypatch.setattr(fingerprint, "_BLOCK", 4)
    assert same_outcome(Outcome(one), Outcome(other)) == at_once == (change in (0.0, 1e-12))


def test_the_scale_of_a_large_array_is_that_of_all_of_it(monkeypatch):
    """A difference too small for the largest number is none, though its own block holds small ones only."""
    one, other = np.array([1e6, 0.0, 0.0, 0.0]), np.array([1e6, 0.0, 0.0, 1e-5])
    monkeypatch.setattr(fingerprint, "_BLOCK", 2)
    assert same_outcome(Outcome(one), Outcome(other))
    assert not same_outcome(Outcome(one[1:]), Outcome(other[1:]))
