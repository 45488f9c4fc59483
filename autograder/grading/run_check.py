"""One check against a submission's session: live, or with its calls sent ahead; what came of it, as a verdict."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

import numpy as np

from autograder.checking import Check, Outcome, Record
from autograder.checking.audience import explanations
from autograder.grading.budget import Share
from autograder.grading.foresight import Ahead
from autograder.grading.known_mistakes import Trace
from autograder.grading.recall import Recall
from autograder.grading.replay import Replay
from autograder.grading.verdicts import Verdict
from autograder.sandbox import SessionLost, ZygoteDied

# Verdicts that need no second opinion: nothing of the learner's ran, so nothing can have gone wrong on the way.
SETTLED = {"passed", "not attempted"}
_STATUS_OF_KIND = {"missing": "missing", "not_attempted": "not attempted", "raised": "raised", "memory": "memory"}
# Failures that can be explained from the numbers.
EXPLAINED_KINDS = {"value", "shape", "not_finite"}
# Most bytes of results that fingerprints are taken from, and most characters of one text in a record.
_TRACE_BYTES, _TEXT = 1 << 20, 10_000


@dataclass(slots=True)
class Ran:
    """One check that ran: its verdict, and the trace its fingerprint is taken from, or how to find that out."""

    verdict: Verdict
    calls: Trace | Callable[[], Trace] = ()

    @property
    def trace(self) -> Trace:
        """() if nothing was called, or the results are too large to be kept."""
        if callable(self.calls):
            self.calls = _light(self.calls())
        return self.calls


@dataclass(slots=True)
class Clock:
    """Where the wall time of a submission went, in seconds."""

    spent: dict[str, float] = field(default_factory=lambda: {"sessions": 0.0, "cells": 0.0, "checks": 0.0})

    @contextmanager
    def running(self, what: str) -> Iterator[None]:
        """The time of the block is that of `what`."""
        began = time.perf_counter()
        try:
            yield
        finally:
            self.spent[what] = self.spent.get(what, 0.0) + time.perf_counter() - began


def run_check(check: Check, replay: Replay, clock: Clock, share: Share, *, explained: bool, recall: Recall | None = None) -> Ran:
    """One check against a session; there is none if the submission's cells cannot be run to the end.

    recall: what is remembered of checks that passed; None: it is run whatever is remembered.
    """
    session = replay.session()
    if session is None and replay.budget.spent:
        return Ran(verdict_of(check, "timeout", Record(kind="timeout", message=share.reason())))
    if session is None:
        reason = Record(kind="crashed", message="the notebook's cells end the session before this can be checked")
        return Ran(verdict_of(check, "crashed", reason))
    if check.hidden:  # from here on nothing the session says is kept: public checks come first in every session
        session.discard_output()
    began = time.perf_counter()
    trace: Trace | Callable[[], Trace] = ()
    try:
        with share, explanations(explained):
            session.allow(share.now, share.budget.until)
            if recall is None:
                record, trace = check.trace(replay.environment())
            else:
                record, trace = recall.trace(check, session, replay.environment(), explained=explained)
        status = "passed" if record is None else _STATUS_OF_KIND.get(record.kind, "wrong")
    except SessionLost as lost:
        status = lost.status
        message = share.reason() if status == "timeout" and share.spent else lost.reason
        record = Record(kind=status, message=message)
    except ZygoteDied:  # it says nothing about the code: all is done again with another
        raise
    except Exception as error:
        # What came back passed the checks of type and shape that were written, and still could not be used. That is
        # a wrong answer to the learner, and a gap in the check to its author, who is told the line.
        status = "wrong"
        message = f"the result could not be used: {type(error).__name__} on line {_line_in(check, error)} of the check"
        record = Record(kind="property", message=message)
    seconds = time.perf_counter() - began
    clock.spent["checks"] += seconds
    return Ran(verdict_of(check, status, record, seconds), _light(trace))


def run_ahead(ahead: Ahead, checks: Sequence[Check], replay: Replay, clock: Clock, share: Share) -> Ran | None:
    """The first of `checks`, with its calls, and those of the others, sent before they are asked for.

    None if nothing of it is foreseen: then it is run as ever. If it went otherwise than foreseen its verdict is open, until it
    is confirmed in a session of its own: here it must not be run twice.
    """
    session = replay.session() if ahead.useful else None
    if session is None:
        return None
    check = checks[0]
    if check.hidden:
        session.discard_output()
    began = time.perf_counter()
    try:
        with share, explanations(False):
            session.allow(share.now, share.budget.until)
            if not ahead.expect(checks, session, replay.environment()):
                return None
            record, trace = ahead.recall.trace(check, session, replay.environment(), explained=False)
        status = "passed" if record is None else _STATUS_OF_KIND.get(record.kind, "wrong")
    except ZygoteDied:
        raise
    except Exception:  # whatever it is, it will be the same without
        status, record, trace = "", None, ()
    seconds = time.perf_counter() - began
    clock.spent["checks"] += seconds
    trace = _light(trace)  # before anything else that may be large arrives
    exact = ahead.exact(session)
    if status not in SETTLED or not exact:
        ahead.failed(session)
    if not status or (status == "passed" and not exact):
        return Ran(verdict_of(check, "skipped"))
    one = Ran(verdict_of(check, status, record, seconds), trace)
    if status == "passed" or check.hidden or record.kind not in EXPLAINED_KINDS:
        return one
    if share.spent:
        return one
    again = run_check(check, replay, clock, share, explained=True)  # for its example: that it fails here is known
    then = again.verdict.record
    return again if then is not None and then.kind == record.kind else one


def _light(trace: Trace | Callable[[], Trace]) -> Trace | Callable[[], Trace]:
    """A trace that is worth keeping, or nothing; one that is not there yet stays as it is."""
    return trace if callable(trace) or _is_light(trace) else ()


def _is_light(value: object, room: int = _TRACE_BYTES) -> bool:
    """Whether a trace is worth keeping: the results of known mistakes are small, and megabytes of numbers are none."""
    waiting = [value]
    while waiting and room >= 0:
        one = waiting.pop()
        if isinstance(one, Outcome):
            one = one.value
        room -= 64 + (one.nbytes if isinstance(one, np.ndarray) else len(one) if isinstance(one, str | bytes) else 0)
        if isinstance(one, tuple | list):
            waiting += one
        elif isinstance(one, dict):
            waiting += (*one, *one.values())
    return room >= 0


def _line_in(check: Check, error: Exception) -> int:
    """The line of the check's file on which it failed, without its path: that is of no use to a learner."""
    file = check.function.__code__.co_filename
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == file]
    return lines[-1] if lines else check.function.__code__.co_firstlineno


def verdict_of(check: Check, status: str, record: Record | None = None, seconds: float = 0.0) -> Verdict:
    """What a check said, as it is kept: texts of the record no longer than a page can hold, `seconds` of wall time."""
    if record is not None:
        text = {name: _clipped(getattr(record, name)) for name in ("message", "call", "got", "expected", "detail")}
        record = replace(record, **text, question=check.question, check=check.name, title=check.title, hidden=check.hidden)
    return Verdict(
        question=check.question,
        check=check.name,
        title=check.title,
        hidden=check.hidden,
        points=check.points,
        earned=check.points if status == "passed" else 0.0,
        status=status,
        record=record,
        seconds=seconds,
    )


def _clipped(text: str) -> str:
    """Text of a record, some of which a learner's code may have chosen: a message lists every unexpected key."""
    return text if len(text) <= _TEXT else f"{text[:_TEXT]} [cut: {len(text):,} characters]"
