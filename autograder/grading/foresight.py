"""Which calls the checks of an assignment will make: the same for every right submission, because inputs are drawn from keys.

Recorded from the reference, twice: once as it is and once with every result moved by a hair, so that arguments which come
from earlier results are told from those that are always the same. Only the latter can be sent before they are asked for
(`sandbox/ahead.py`); a verdict never rests on anything but the calls that the check itself makes.
"""

from __future__ import annotations

import threading
from collections import OrderedDict, deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

import numpy as np

from autograder.checking import Check, Outcome
from autograder.checking.audience import explanations
from autograder.checking.observe import observe_many
from autograder.course import Assignment
from autograder.grading.environment import Environment
from autograder.grading.recall import Recall
from autograder.sandbox import Session
from autograder.sandbox.ahead import Prepared, prepared

_HAIR = 1 + 2.0**-45  # a thousandth of what the strictest tolerance allows
# Recording takes as long as a few submissions: not for the first ones, of which there may be no more.
_WORTH_IT = 3
_KEPT = 4  # assignments
_TRUSTED = 3  # right submissions in a row, after which another one is likely


@dataclass(frozen=True, slots=True)
class Foreseen:
    """The calls of one check that can be foreseen, from its first on: (function, arguments). whole: it makes no others."""

    calls: tuple[tuple[str, Prepared], ...]
    whole: bool


@dataclass(slots=True)
class Script:
    """What the checks of an assignment will call, by `key_of`, how many submissions in a row did all of it rightly, and what is
    remembered of those that did. alone: made for one submission, of which nothing is known."""

    checks: Mapping[str, Foreseen] = field(default_factory=dict)
    streak: int = 0
    recall: Recall = field(default_factory=Recall)
    alone: bool = False


class Ahead:
    """What one submission is asked ahead, in the first run of its checks.

    Calls of one question at a time: when a check fails, those of its question that were sent have been made once too
    often, and the question is run again in a session of its own anyway. After right submissions, of all questions: when a
    check fails then, the session is given up, so that no function was called more often than the checks call it.
    """

    def __init__(self, script: Script) -> None:
        self._script, self._far = script, script.streak >= _TRUSTED
        self._queue: deque[tuple[str, int]] = deque()  # checks and how many calls of theirs are foreseen
        self._left = 0  # calls of all of them together
        self._session: Session | None = None
        self._given_up = False

    def expect(self, upcoming: Sequence[Check], session: Session, environment: Environment) -> bool:
        """The first of these checks runs now, the others follow if all goes well: whether it is foreseen. Raises SessionLost.

        Hidden checks are never foreseen while a public one runs: what that prints is shown to learners.
        """
        on_track = self._session is session and self._queue and self._queue[0][0] == key_of(upcoming[0])
        if on_track and session.foreseen == self._left:
            return self._queue[0][1] > 0
        session.forget()
        self._session, self._queue = session, deque()
        calls: list[tuple[str, Prepared]] = []
        first = upcoming[0]
        near = list(takewhile(lambda one: one.hidden == first.hidden and (self._far or one.question == first.question), upcoming))
        functions = environment.prefetch(sorted({name for check in upcoming for name in check.parameters}))
        for check in near:
            foreseen = self._script.checks.get(key_of(check))
            if foreseen is None or not functions.keys() >= {*check.parameters}:
                break
            calls += foreseen.calls
            self._queue.append((key_of(check), len(foreseen.calls)))
            if not foreseen.whole:
                break
        self._left = len(calls)
        session.foresee([(functions[name], request) for name, request in calls])
        return bool(self._queue) and self._queue[0][1] > 0

    @property
    def recall(self) -> Recall:
        """What is remembered of checks that passed."""
        return self._script.recall

    @property
    def useful(self) -> bool:
        """Whether anything is known, and no session has been lost by it."""
        return bool(self._script.checks) and not self._given_up

    def exact(self, session: Session) -> bool:
        """Whether the check that has run made exactly the calls that were foreseen for it."""
        if not self._queue:  # the session was lost before anything was foreseen
            return False
        self._left -= self._queue.popleft()[1]
        return session.lost is None and session.foreseen == self._left

    def failed(self, session: Session) -> None:
        """It did not pass, or not as foreseen. What is still under way is waited for, or ended with the session."""
        self._queue.clear()
        self._script.streak = 0
        self._given_up |= session.lost is not None
        if self._far:
            session.close()
        else:
            session.forget()
        self._far = False

    def finished(self) -> None:
        """The last check has run."""
        self._script.streak += 1


def key_of(check: Check) -> str:
    """What a check is called among all of its assignment."""
    return f"{check.question}/{check.name}"


class _Recorded:
    """A function of the reference that writes down what it is called with."""

    def __init__(self, function: Callable, name: str, calls: list, hair: float) -> None:
        self._function, self._name, self._calls, self._hair = function, name, calls, hair

    def observe_many(self, cases: Sequence[tuple]) -> list[Outcome]:
        self._calls.append((self._name, prepared(cases) if self._name else None))
        return [replace(one, value=self._moved(one.value)) for one in observe_many(self._function, cases)]

    def _moved(self, value: object) -> object:
        if type(value) in (tuple, list):
            return type(value)(map(self._moved, value))
        if type(value) is dict:
            return {key: self._moved(item) for key, item in value.items()}
        if callable(value):  # what is made by the learner's function cannot be called by name
            return _Recorded(value, "", self._calls, self._hair)
        if type(value) in (float, np.float64) or (type(value) is np.ndarray and value.dtype == np.float64):
            return value * self._hair
        return value


def record(assignment: Assignment) -> Script:
    """What every check of an assignment asks of right functions."""
    checks = (*assignment.public_checks, *assignment.hidden_checks)
    return Script({key_of(check): _foreseen(check, assignment) for check in checks})


def _foreseen(check: Check, assignment: Assignment) -> Foreseen:
    one, other = (_calls(check, assignment, hair) for hair in (1.0, _HAIR))
    if one is None or other is None:
        return Foreseen((), False)
    same = []
    for call, again in zip(one, other, strict=False):
        if call != again or call[1] is None:
            break
        same.append(call)
    return Foreseen(tuple(same), len(same) == len(one) == len(other))


def _calls(check: Check, assignment: Assignment, hair: float) -> list[tuple[str, Prepared | None]] | None:
    calls: list[tuple[str, Prepared | None]] = []
    functions = {name: getattr(assignment.reference, name, None) for name in check.parameters}
    if None in functions.values():
        return None
    try:
        with explanations(False):
            record = check.run({name: _Recorded(function, name, calls, hair) for name, function in functions.items()})
    except Exception:  # a check that cannot be run here is run as ever
        return None
    return calls if record is None or hair != 1.0 else None


_guard = threading.Lock()
_seen: OrderedDict[int, list] = OrderedDict()  # identity -> [assignment, how often it was asked for, script]


def script_of(assignment: Assignment) -> Script:
    """The script of an assignment, recorded when it is asked for often; empty until then."""
    return _asked_for(assignment, 1)


def foresee(assignment: Assignment) -> None:
    """Record the script of an assignment now, because many submissions will ask for it; the reference results are known then, too."""
    _asked_for(assignment, _WORTH_IT + 1)


def _asked_for(assignment: Assignment, times: int) -> Script:
    with _guard:
        entry = _seen.setdefault(id(assignment), [assignment, 0, Script()])
        _seen.move_to_end(id(assignment))
        while len(_seen) > _KEPT:
            _seen.popitem(last=False)
        before, entry[1] = entry[1], entry[1] + times
        if before <= _WORTH_IT < entry[1] and assignment.reference is not None:
            entry[2] = replace(record(assignment), recall=entry[2].recall)
        return entry[2]
