"""Sealed hints: opened by the mistake's own numbers and by nothing else."""

import json

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from autograder.checking import Outcome
from autograder.checking.offline_hints import seal, unseal

HINTS = ("What is added to every row?", "A bias is added to each row.", "See the worked number.")


def book_for(value, check="by_hand"):
    return seal("a1", [(check, [Outcome(value)], "The bias is missing.", HINTS)])


def test_the_same_numbers_open_the_entry():
    """Code with the mistake's results gets the mistake's name and hints."""
    value = np.array([[1.5, -2.0]])
    assert unseal(book_for(value), "by_hand", [Outcome(value.copy())]) == ("The bias is missing.", HINTS)


def test_other_numbers_do_not():
    """Other results, another check, another error open nothing."""
    book = book_for(np.array([1.5, -2.0]))
    assert unseal(book, "by_hand", [Outcome(np.array([1.5, -2.001]))]) is None
    assert unseal(book, "other", [Outcome(np.array([1.5, -2.0]))]) is None
    assert unseal(book, "by_hand", [Outcome(error="ValueError")]) is None


@given(st.integers(0, 2**32 - 1), st.integers(-8, 8))
def test_rounding_errors_do_not_matter(seed, power):
    """Numbers that differ by rounding errors open the same entry."""
    rng = np.random.default_rng(seed)
    value = rng.normal(size=(4, 3)) * 10.0**power
    nearly = value * (1 + 1e-14 * rng.choice((-1, 1), size=value.shape))
    assert unseal(book_for(value), "by_hand", [Outcome(nearly)]) is not None


def test_numbers_on_a_grid_edge_still_match():
    """Round numbers lie on the edges of one grid; the other one holds them."""
    value = np.array([1.0, 2.0, 0.5, 0.0])
    for error in (1e-16, -1e-16):
        assert unseal(book_for(value), "by_hand", [Outcome(value + error)]) is not None


def test_nothing_readable_is_in_the_book():
    """Neither name nor hints can be read without the numbers."""
    text = json.dumps(book_for(np.array([1.0])))
    assert not any(word in text for word in ("bias", "row", "worked"))


def test_mistakes_with_the_same_numbers_are_left_out():
    """Where two mistakes give the same results no hint is better than a guess."""
    trace = [Outcome(np.array([1.0]))]
    assert seal("s", [("c", trace, "one", HINTS), ("c", trace, "other", HINTS)])["entries"] == {}


def test_nan_and_infinity_have_their_places():
    """NaN and the two infinities are told apart."""
    book = book_for(np.array([np.nan, 1.0]))
    assert unseal(book, "by_hand", [Outcome(np.array([np.nan, 1.0]))]) is not None
    assert unseal(book, "by_hand", [Outcome(np.array([np.inf, 1.0]))]) is None
