"""What other calls say of one: an argument that code has replaced by a number of its own, and one that it uses after all."""

import numpy as np
import pytest

from autograder.grading.other_calls import kept_argument, used_arguments
from autograder.grading.over_calls import Part
from autograder.slips.answers import Answer, says_much


def steps(x, count, rate):
    """Right code: a state after some steps."""
    return x * (1 - rate) ** count


def answers(wrong, cases):
    """The calls of `wrong` beside the right answers."""
    return [Answer(args, wrong(*args), steps(*args), lambda there: steps(*there), ("x", "count", "rate")) for args in cases]


def part(wrong, cases):
    """Their results, as one part."""
    return Part((), tuple((np.asarray(one.theirs), np.asarray(one.right), one) for one in answers(wrong, cases)))


def cases(seed=0):
    """Calls the first of which has the number 50."""
    rng = np.random.default_rng(seed)
    return [(rng.normal(size=3), count, float(rng.uniform(0.01, 0.1))) for count in (50, 50, 7, 20, 33)]


@pytest.mark.parametrize("seed", range(5))
def test_a_number_of_its_own(seed):
    """Right for 50 in every call, whatever is handed in: the argument is not used; if it is used in one call, nothing is told."""
    assert kept_argument(part(lambda x, count, rate: steps(x, 50, rate), cases(seed))) == ("argument.ignored", "count")
    assert kept_argument(part(lambda x, count, rate: steps(x, 50 if count < 30 else count, rate), cases(seed))) is None
    assert kept_argument(part(steps, cases(seed))) is None


def test_an_argument_that_is_used_in_right_calls():
    """Code that clips large numbers still uses them elsewhere; code with a number of its own does not."""
    clipped = answers(lambda x, count, rate: steps(np.clip(x, -1, 1), count, rate), [*cases(), (np.array([5.0, 7.0, 9.0]), 3, 0.5)])
    small = answers(lambda x, count, rate: steps(np.clip(x, -9, 9), count, rate), cases())
    assert used_arguments(small) == {"x", "count", "rate"}
    assert "x" not in used_arguments([one for one in clipped if not np.allclose(one.theirs, one.right)])
    assert "count" not in used_arguments(answers(lambda x, count, rate: steps(x, 50, rate), cases()))


@pytest.mark.parametrize(
    ("results", "much"),
    [([1.0, 2.0], False), ([0.75, 0.8], False), ([33 / 97, 1.0], False), ([1.0, 2.0, 5.0], True), ([0.1234567], True), ([[1.0, 2.0, 3.0, 4.0]], True), ([np.nan, 1.0], False)],
)
def test_what_is_no_accident(results, much):
    """Digits, or several numbers: a few whole numbers and shares of a count are right for other arguments by chance."""
    assert says_much([np.array(one) for one in results]) is much
