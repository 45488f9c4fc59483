"""A result that is off by a quantity of its arguments in every call is told so; by anything else, it is not."""

import numpy as np
import pytest

from autograder.grading.by_quantity import off_by_quantity
from autograder.grading.over_calls import Part
from autograder.slips.answers import Answer


def loss(H, Y, lam):
    """Right code."""
    return float(np.mean((H - Y) ** 2) + lam * np.sum(H**2))


def part(wrong, right, cases, names):
    """The results of `wrong` beside those of `right`."""
    calls = [Answer(args, wrong(*args), right(*args), lambda there: right(*there), names) for args in cases]
    return Part((), tuple((np.asarray(one.theirs, dtype=float), np.asarray(one.right, dtype=float), one) for one in calls))


def draws(count=6):
    """Pairs of tables with a price."""
    rng = np.random.default_rng(2)
    return [(rng.normal(size=(n, 3)), rng.normal(size=(n, 3)), float(rng.uniform(0.1, 1))) for n in range(2, 2 + count)]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (lambda H, Y, lam: loss(H, Y, 0.0), ("quantity.less", "lam times the sum of the squares of H")),
        (lambda H, Y, lam: loss(H, Y, lam) - 0.5 * np.sum(Y), ("quantity.less", "half of the sum of Y")),
        (lambda H, Y, lam: loss(H, Y, lam) + len(H), ("quantity.more", "the number of rows of H")),
        (lambda H, Y, lam: loss(H, Y, lam) * lam, ("quantity.times", "lam")),
        (lambda H, Y, lam: loss(H, Y, lam) / np.sqrt(Y.size), ("quantity.over", "the root of the number of entries of H")),
        (lambda H, Y, lam: loss(H, Y, lam) + 0.37 * np.sum(H[:, 0]), None),
        (lambda H, Y, lam: loss(H, Y, lam) + 3.0, None),
        (loss, None),
    ],
)
def test_terms_and_factors(wrong, said):
    """What is left out, added, or multiplied by; half of it too, but no other share, and no constant."""
    assert off_by_quantity(part(wrong, loss, draws(), ("H", "Y", "lam"))) == said


def test_one_call_that_disagrees_is_enough():
    """It has to hold in every call, also where the result is right."""
    cases = draws()
    calls = part(lambda H, Y, lam: loss(H, Y, lam) + (len(H) if len(H) < 7 else 0), loss, cases, ("H", "Y", "lam"))
    assert off_by_quantity(calls) is None


def test_counts():
    """Whole numbers of lists: one width too many."""
    cases = [([3, 4, 2],), ([5, 1],), ([2, 2, 7, 1],), ([6, 3, 3],)]
    found = off_by_quantity(part(lambda widths: sum(widths), lambda widths: sum(widths[1:]), cases, ("widths",)))
    assert found == ("quantity.more", "the first of widths")
