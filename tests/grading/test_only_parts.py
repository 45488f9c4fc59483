"""Where some parts of a result are never wrong, the others are named; where all are, or few calls show it, nothing is."""

import numpy as np
import pytest

from autograder.grading.only_parts import only_parts
from autograder.slips.answers import Answer


def moments(x):
    """Right code with three results."""
    return {"mean": x.mean(), "std": x.std(), "largest": x.max()}


def answers(wrong, count=5):
    """Calls of `wrong` beside the right answers."""
    rng = np.random.default_rng(0)
    cases = [(rng.normal(size=4 + n),) for n in range(count)]
    return [Answer(args, wrong(*args), moments(*args), lambda there: moments(*there), ("x",)) for args in cases]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (lambda x: {**moments(x), "std": x.std(ddof=1)}, "result ['std']"),
        (lambda x: {**moments(x), "std": x.std(ddof=1), "mean": x.sum()}, None),  # more that is wrong than right
        (lambda x: {key: 2 * value for key, value in moments(x).items()}, None),
        (lambda x: {"mean": x.mean(), "std": 0.0}, None),
        (moments, None),
    ],
)
def test_one_of_three(wrong, said):
    """One part of three, two of three, all, another dict, none."""
    assert only_parts(answers(wrong)) == said


def test_a_single_call_shows_nothing():
    """Parts that are right once or twice may be so by accident."""
    assert only_parts(answers(lambda x: {**moments(x), "std": x.var()}, count=2)) is None


def test_a_list_that_has_one_part_only():
    """Where the wrong result has no other parts, the rest is not right: there is none."""

    def cut(x, size):
        return [x[i : i + size] for i in range(0, len(x), size)]

    rng = np.random.default_rng(0)
    cases = [(rng.normal(size=6), size) for size in (2, 3, 2, 6, 6)]
    made = [Answer(args, [-part for part in cut(*args)] if args[1] == 6 else cut(*args), cut(*args), lambda there: cut(*there), ("x", "size")) for args in cases]
    assert only_parts(made) is None
