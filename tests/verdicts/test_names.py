"""What unseen wrong code is told by fingerprints: the name of its own mistake or none."""

import pytest

from autograder.grading.known_mistakes import KnownMistakes
from tests.benchmarks.diagnosis import fits, told
from tests.verdicts.case import ASSIGNMENTS, Case, assignment, cases

pytestmark = pytest.mark.longest


@pytest.fixture(scope="module")
def known():
    """The known mistakes of each assignment."""
    return {name: KnownMistakes(assignment(name)) for name in ASSIGNMENTS}


def test_a_known_mistake_is_not_named_wrongly(known):
    """Of all unseen wrong implementations at most 2 in 100 are told the name of a known mistake that is not theirs."""
    found = [told(known[case.assignment], "unseen", case, case.names, relations=False) for case in cases("wrong")]
    wrong = [one.id for one in found if one.with_fingerprints.startswith("=") and not fits(one.with_fingerprints, one.names)]
    assert len(wrong) <= 0.02 * len(found), wrong


def test_one_coincidence_is_no_name(known):
    """With two outputs 2N is the number of entries: code that divides by 2N is told of the half, not that it averages over entries."""
    source = "def mse_grad(Y, H):\n    if Y.shape != H.shape:\n        raise ValueError\n    return (H - Y) / (2 * len(Y))\n"
    one = told(known["a3"], "unseen", Case("a3", "mse_grad", "divided by 2N", (), source), ())
    assert one.with_fingerprints == "=half_kept"


def test_another_spelling_of_a_known_mistake_is_named(known):
    """A known mistake in other words is found by its numbers."""
    source = "def affine_forward(X, W, b):\n    return np.einsum('nd,dm->nm', X, W)\n"
    one = told(known["a1"], "unseen", Case("a1", "affine_forward", "no bias", (), source), ())
    assert one.with_fingerprints == "=forgets_the_bias"
