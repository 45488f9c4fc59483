"""A test under test: what a learner's test says of candidates, right and wrong implementations of something.

    on_trial(test, wrong=[forgets_the_bias], right=[with_einsum, row_by_row])

A test takes a candidate. It accepts by returning and rejects by raising anything. Candidates are functions of arrays;
the test calls them through a guard that counts and looks at the size of what comes, because it runs here, where the
course's own code does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from autograder.checking.expect import Call, expect
from autograder.checking.observe import Outcome, observe_quietly

# What a test may ask of one candidate: calls, and entries of one array.
CALLS, ENTRIES = 1000, 1000
ACCEPTS, RETURNS, REJECTS = "accepts", "accepts, returning a value", "rejects"
UNCALLED, TOO_OFTEN, ODD = "rejects without a call", "calls too often", "calls with something odd"


def on_trial(test: Callable, wrong: Sequence[Callable], right: Sequence[Callable]) -> None:
    """Every right candidate is accepted and every wrong one rejected; candidates are named by their docstrings.

    Raises:
        Failure: which of them is not, and for a right one what the test raised.
    """
    trial = _Trial(test)
    candidates = [*right, *wrong]
    # Right ones first would be a rule that a test could learn.
    order = np.random.default_rng(len(candidates)).permutation(len(candidates))
    calls = {int(k): expect(trial, candidates[k]) for k in order}
    for k, call in sorted(calls.items()):
        _judge(call, trial, candidates[k], right=k < len(right))


def _judge(call: Call, trial: _Trial, candidate: Callable, right: bool) -> None:
    what = (candidate.__doc__ or candidate.__name__).split("\n")[0]
    if call.value == TOO_OFTEN:
        call.fail("property", f"{call.name} called a candidate more than {CALLS} times")
    if call.value == ODD:
        call.fail("property", f"{call.name} called a candidate with something else than float64 or integer arrays of 1 to {ENTRIES} entries")
    if right and call.value == UNCALLED:
        call.fail("property", f"{call.name} rejects without calling the candidate: {trial.raised[candidate]}")
    if right and call.value == REJECTS:
        call.fail("property", f"{call.name} rejects right code ({what}): {trial.raised[candidate]}")
    if not right and call.value == ACCEPTS:
        call.fail("property", f"{call.name} accepts wrong code: {what}")
    if not right and call.value == RETURNS:
        call.fail("property", f"{call.name} accepts wrong code: {what} What a test returns does not count: it rejects by raising, as `assert` does")


class _Trial:
    """A test as a function from a candidate to its verdict, so that the traces of two tests are comparable."""

    def __init__(self, test: Callable) -> None:
        self.__name__ = test.__name__
        self._test = test
        self.raised: dict[Callable, str] = {}

    def observe_many(self, cases: Sequence[tuple]) -> list[Outcome]:
        return [self._verdict(candidate) for (candidate,) in cases]

    def _verdict(self, candidate: Callable) -> Outcome:
        guarded, seen = _guard(candidate)
        (outcome,) = observe_quietly(self._test, [(guarded,)])
        if outcome.error == "NotImplementedError" and not seen.calls:
            return outcome
        if seen.calls > CALLS or seen.odd:
            return Outcome(value=ODD if seen.odd else TOO_OFTEN)
        if outcome.error is not None:
            self.raised[candidate] = f"{outcome.error}: {outcome.message}" if outcome.message else outcome.error
            return Outcome(value=REJECTS if seen.calls else UNCALLED)
        return Outcome(value=ACCEPTS if outcome.value is None else RETURNS)


@dataclass(slots=True)
class _Seen:
    """What a guard has seen of a test."""

    calls: int = 0
    odd: bool = False


def _guard(candidate: Callable) -> tuple[Callable, _Seen]:
    """The candidate as a test gets it, and what the guard sees.

    Few calls, small arrays: a candidate must not be kept busy, and none needs more memory than its arguments suggest.
    """
    seen = _Seen()

    def guarded(*args: np.ndarray, **named: np.ndarray) -> object:
        seen.calls += 1
        if seen.calls > CALLS:
            raise RuntimeError(f"more than {CALLS} calls")
        if not all(map(_is_plain, (*args, *named.values()))):
            seen.odd = True
            raise TypeError(f"a candidate takes float64 or integer arrays of 1 to {ENTRIES} entries")
        with np.errstate(all="ignore"):
            return candidate(*args, **named)

    return guarded, seen


def _is_plain(array: object) -> bool:
    return type(array) is np.ndarray and (array.dtype == np.float64 or array.dtype.kind in "iu") and 0 < array.size <= ENTRIES
