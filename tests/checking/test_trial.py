"""Tests under test: who is accepted, what is said of it, and what a test may ask of a candidate."""

import numpy as np
import pytest

from autograder.checking import Failure
from autograder.checking.observe import recording
from autograder.checking.trial import CALLS, ENTRIES, on_trial


def doubles(x):
    """Twice the number."""
    return 2 * x


def adds(x):
    """The number added to itself."""
    return x + x


def squares(x):
    """The square."""
    return x * x


def said(test, wrong=(squares,), right=(doubles, adds)):
    """What on_trial says of a test: the record's kind and message, "" if nothing."""
    try:
        on_trial(test, wrong, right)
    except Failure as failure:
        return failure.record.kind, failure.record.message
    return ""


def good(candidate):
    assert np.array_equal(candidate(np.array([3.0])), [6.0]), "3 gives 6"


def test_a_good_test_passes():
    """It accepts what is right and rejects what is wrong."""
    assert said(good) == ""


def test_an_accepted_wrong_candidate_is_named():
    """By its docstring."""
    assert said(lambda candidate: candidate(np.array([2.0])) and None)[1].endswith("accepts wrong code: The square.")


def test_a_rejected_right_candidate_is_named_with_what_was_raised():
    """The learner's own words come back."""

    def strict(candidate):
        assert candidate(np.array([3.0])) == 9, "too strict"

    assert said(strict)[1].startswith("strict rejects right code (Twice the number.): AssertionError: too strict")


def test_returning_false_is_accepting():
    """The verdict is what is raised; the message says so."""
    assert "does not count" in said(lambda candidate: bool(candidate(np.array([3.0])) == 6))[1]


@pytest.mark.parametrize("test", [lambda candidate: None, lambda candidate: 1 / 0])
def test_one_verdict_for_all_is_never_enough(test):
    """A test that accepts everything and one that rejects everything both fail."""
    assert said(test)


def test_an_unfinished_test_is_not_attempted():
    """The stub's own error is told apart from rejecting."""

    def stub(candidate):
        raise NotImplementedError("q4: write it")

    assert said(stub) == ("not_attempted", "q4: write it")


def test_calls_are_limited():
    """A test cannot keep a candidate busy for ever, and is told why it failed."""

    def busy(candidate):
        for _ in range(CALLS + 1):
            good(candidate)

    assert "more than" in said(busy)[1]
    assert said(lambda candidate: [good(candidate) for _ in range(CALLS)] and None) == ""


def test_rejecting_without_a_look_is_told():
    """A test that never calls its candidate gets a message of its own."""
    assert "without calling" in said(lambda candidate: 1 / 0)[1]


@pytest.mark.parametrize("argument", [np.zeros(ENTRIES + 1), np.zeros((0, 3)), "text", np.array(["a"]), [1.0], np.zeros(2, dtype=np.float32)])
def test_only_small_arrays_reach_a_candidate(argument):
    """Candidates run beside the grader: what comes from a learner must be arrays of numbers, and few."""
    seen = []

    def looks(x):
        """It keeps what it gets."""
        seen.append(x)

    assert "something else than float64" in said(lambda candidate: candidate(argument), wrong=(), right=(looks,))[1]
    assert seen == []


def test_traces_of_two_tests_with_the_same_verdicts_are_alike():
    """Whatever a test raises, the trace holds its verdicts only."""

    def other(candidate):
        if candidate(np.array([3.0]))[0] != 6:
            raise ValueError("other words")

    traces = []
    for test in (good, other):
        with recording() as calls:
            said(test)
        traces.append([outcome.value for outcome in calls])
    assert traces[0] == traces[1]
    assert sorted(traces[0]) == ["accepts", "accepts", "rejects"]
