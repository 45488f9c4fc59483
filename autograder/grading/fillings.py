"""Holes in a learner's code, looked at and filled in a session: the search after the catalogue of changes.

The session says what is there where an expression was taken out, and what failing calls return with others in its place. Here those
results are compared with the right ones; nothing of them goes into the session, and what it says decides no more than what is tried.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from autograder.checking.asked import Asked, Trace
from autograder.checking.chain import After, View
from autograder.grading.bench import LOSSES, MOST, Trial, allow, opened, traced
from autograder.grading.environment import Callee, Environment
from autograder.grading.nearness import right_results
from autograder.lines.order import failing
from autograder.lines.own_code import definitions
from autograder.repair import Failing, Filling, Holed, PROBE, agree, refilled
from autograder.sandbox import NameMissing, SandboxError, Session, SessionLost

_CALLS, _LOOKED_THROUGH = 3, 12
_HITS = 3
_SLOWER = 3.0  # a call that takes so many times what the quickest takes comes after the others


def fillings(trial: Trial, holed: Holed, function: str) -> Iterator[Filling]:
    """What could stand in one of the holes so that failing calls of `function` come out right, the likeliest first."""
    trial.replay.fresh(trial.question, trial.prepare)
    session = opened(trial.replay)
    if session is None:
        return
    try:
        failed = _failed_calls(trial, session, function)
        if failed is None:
            return
        cases, found, seen = failed
        probe = _Probe(trial, session, function, cases, seen)
        chosen = probe.quickest()
    except (SessionLost, NameMissing):
        return
    probe.cases = [cases[i] for i in chosen]
    budget = trial.replay.budget
    failing_calls = Failing(tuple(found.got[i] for i in chosen), tuple(found.right[i] for i in chosen))
    yield from refilled(holed, probe, failing_calls, lambda share: budget.spent or probe.gone or budget.used > share * budget.seconds)


def _failed_calls(trial: Trial, session: Session, function: str) -> tuple[list[tuple], Failing, Callable] | None:
    for check in failing(trial.checks, trial.failed):
        passed, trace = traced(check, trial.replay, session, Environment(session), MOST)
        found = None if passed else wrong_calls(trace, trial.right, function)
        if found is not None:
            return found
    return None


def wrong_calls(trace: Trace, functions: Mapping[str, Callable], function: str) -> tuple[list[tuple], Failing, Callable] | None:
    """The first calls of a function in a trace that come out wrong, and how their results are seen; None if there are none.

    functions: the right ones, by name.
    """
    for asked, right in zip(trace.asked, right_results(trace, functions), strict=False):
        if asked.name == function:
            some = [(case, outcome.value, value) for case, outcome, value in zip(_arguments(asked), asked.outcomes, right, strict=False) if case is not None and value is not None]
            wrong = [one for one in some if not agree(one[1], one[2])][:_LOOKED_THROUGH]
            if wrong:
                cases, got, values = zip(*wrong, strict=True)
                return list(cases), Failing(got, values), asked.function.look if isinstance(asked.function, View) else _as_it_is
    return None


def quickest(taken: Sequence[float]) -> list[int]:
    """The numbers of a few calls that take no longer than others."""
    least = min(taken)
    return sorted(range(len(taken)), key=lambda i: (taken[i] > _SLOWER * least + 2e-4, i))[:_CALLS]


def _as_it_is(value: object) -> object:
    return value


def _arguments(asked: Asked) -> Sequence[tuple | None]:
    """What the function itself was given in each call; None where that is not known."""
    if not isinstance(asked.function, After):
        return asked.cases
    chain = asked.function
    made = View(chain.forward, chain.take).observe_many([case[:2] for case in asked.cases])
    return [None if outcome.error else (case[0], outcome.value, *case[2:]) for case, outcome in zip(asked.cases, made, strict=True)]


@dataclass(slots=True)
class _Probe:
    """`repair.refill.Probe` in a session. A session that is lost is replaced by another one, a few times."""

    trial: Trial
    session: Session
    function: str
    cases: list[tuple]
    look_at: Callable
    losses: int = 0

    @property
    def gone(self) -> bool:
        """Whether there is nothing to go on with."""
        return self.losses >= LOSSES or self.trial.replay.budget.spent

    def quickest(self) -> list[int]:
        """The numbers of a few cases that take no longer than others."""
        self._start()
        return quickest(self._asked("_times", self.function, self.cases))

    def look(self, source: str, leaves: Sequence[str]) -> Sequence:
        return self._tried("_look", definitions(source), self.function, self.cases, list(leaves), _HITS)

    def fill(self, source: str, texts: Sequence[str], call: int) -> Sequence:
        return [self._as_seen(result) for result in self._tried("_fill", definitions(source), self.function, self.cases[call], list(texts))]

    def _as_seen(self, result: object) -> object:
        try:
            return self.look_at(result)
        except (TypeError, KeyError, IndexError, ValueError):
            return None

    def _start(self) -> None:
        allow(self.trial.replay, self.session, MOST)
        self.session.run_cell(PROBE)

    def _tried(self, name: str, *arguments: object) -> list:
        if self.gone:
            return []
        try:
            said = self._asked(name, *arguments)
        except SessionLost:
            self.losses += 1
            session = None if self.gone else opened(self.trial.replay)
            if session is None:
                self.losses = LOSSES
            else:
                self.session = session
                self._start()
            return []
        except SandboxError:  # what cannot be sent: values of another session, or too many
            return []
        return said if isinstance(said, list) else []

    def _asked(self, name: str, *arguments: object) -> object:
        allow(self.trial.replay, self.session, MOST)
        asked = Callee(self.session, self.session.lookup(name))
        (outcome,) = asked.observe_many([arguments])
        return outcome.value
