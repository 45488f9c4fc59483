"""What is remembered of the course's own functions: what is worth it, in bounds, and never of anything else."""

import numpy as np

from autograder.checking import Failure, expect, expected_from
from autograder.checking.memo import Memo, key_of
from autograder.checking.reactions import use_of_chance

ASKED = []


def wave(x, k):
    """Right code that notes how often it is asked."""
    ASKED.append(k)
    return np.sin(k * x) + x


def told(wrong, *args):
    """What is said of wrong code."""
    try:
        expect(wrong, *args).equals(expected_from(wave, *args))
    except Failure as failure:
        return failure.record.relation, failure.record.mistake
    return "", ""


def test_the_second_learner_costs_no_right_answers():
    """What is right for other arguments is computed for the first one, and both are told the same."""
    args = (np.linspace(0.3, 2.0, 7), 1.3)
    first = told(lambda x, k: np.sin(k * k * x) + x, *args)
    asked = len(ASKED)
    assert asked > 10
    assert (told(lambda x, k: np.sin(k * k * x) + x, *args), len(ASKED)) == (first, asked)
    assert first[0] == "argument.squared"


def test_what_is_not_worth_its_memory_is_computed_again():
    """Only small results are kept, and the oldest of those go first."""
    memo, made = Memo(2, keeps=lambda result: result < 10), []

    def get(number):
        return memo.get(key_of(wave, number), lambda: made.append(number) or number)

    assert [get(number) for number in (1, 20, 20, 1, 2, 3, 1)] == [1, 20, 20, 1, 2, 3, 1]
    assert made == [1, 20, 20, 2, 3, 1]


def test_a_generator_that_is_used_is_tried_a_few_times_only():
    """A call that answers to the first other generators needs no more of them; one that does not has all of them tried."""
    calls = []

    def drawing(rng):
        calls.append(1)
        return rng.normal(size=3)

    assert use_of_chance(drawing, (np.random.default_rng(1),), drawing) is None
    assert len(calls) == 4
    assert use_of_chance(lambda rng: calls.append(1) or np.ones(3), (np.random.default_rng(1),), drawing) == "random.ignored"
    assert len(calls) > 4 + 14
