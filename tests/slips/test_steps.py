"""What a call does is counted in lines of chosen code, and ends where it may not go on."""

import sys

import pytest

from autograder.slips.steps import Steps, TooManySteps


def _sums(n):
    total = 0
    for number in range(n):
        total += number
    return total


@pytest.fixture
def steps():
    return Steps({__file__})


def test_twice_the_turns_are_twice_the_lines(steps):
    """Counted is what runs, not what is written."""
    taken = []
    for turns in (100, 200):
        with steps.counted():
            _sums(turns)
        taken.append(steps.taken)
    assert taken[1] - taken[0] == 200  # two lines a turn


def test_the_turns_of_comprehensions_count(steps):
    """They are loops in one line."""
    with steps.counted():
        [number for number in range(1000)]  # noqa: C416
    assert steps.taken >= 1000


def test_other_code_does_not_count():
    """numpy's own Python is nobody's work."""
    steps = Steps({"elsewhere"})
    with steps.counted():
        _sums(100)
    assert steps.taken == 0


def test_what_goes_on_too_long_is_ended(steps):
    """A loop without end, for one."""
    turns = [0]
    with pytest.raises(TooManySteps), steps.counted(1000):
        for _ in turns:  # noqa: B007
            _grow(turns)
    assert len(turns) <= 1001


def _grow(turns):
    turns.append(0)


def test_who_looked_before_looks_afterwards():
    """A debugger, or a measurement of coverage, is back after the block, also after an error."""

    def somebody(frame, event, argument):
        return None

    before = sys.gettrace()
    sys.settrace(somebody)
    try:
        with pytest.raises(TooManySteps), Steps({__file__}).counted(1):
            _sums(5)
        assert sys.gettrace() is somebody
    finally:
        sys.settrace(before)
