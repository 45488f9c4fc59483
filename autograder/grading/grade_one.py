"""Grade one submission: run its cells in a session, run the checks here, confirm in a fresh session what did not pass."""

from __future__ import annotations

import math
import time
import traceback
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

import numpy as np

from autograder.checking import Check, Outcome, Record
from autograder.checking.audience import explanations
from autograder.course import Assignment, Question
from autograder.grading.agreement import agreed
from autograder.grading.answers import answers_in
from autograder.grading.budget import Share
from autograder.grading.carry import reference_functions, replacing
from autograder.grading.foresight import Ahead, key_of, script_of
from autograder.grading.known_mistakes import KnownMistakes, Trace
from autograder.grading.replay import Replay
from autograder.grading.verdicts import Grade, QuestionResult, Submission, Verdict
from autograder.sandbox import Limits, Session, SessionLost, Zygote

# Verdicts that need no second opinion: nothing of the learner's ran, so nothing can have gone wrong on the way.
_SETTLED = {"passed", "not attempted"}
_STATUS_OF_KIND = {"missing": "missing", "not_attempted": "not attempted", "raised": "raised", "memory": "memory"}
# Failures that can be explained from the numbers.
_EXPLAINED_KINDS = {"value", "shape", "not_finite"}
# A question that loses this many sessions is not given another one for its remaining checks.
_LOSSES = 2
# Most bytes of results that fingerprints are taken from, and most characters of one text in a record.
_TRACE_BYTES, _TEXT = 1 << 20, 10_000


@dataclass(slots=True)
class _Ran:
    """One check that ran: its verdict, and the trace its fingerprint is taken from."""

    verdict: Verdict
    trace: Trace = ()


@dataclass(slots=True)
class _Clock:
    """Where the wall time of a submission went, in seconds."""

    spent: dict[str, float] = field(default_factory=lambda: {"sessions": 0.0, "cells": 0.0, "checks": 0.0})


def grade_one(
    zygote: Zygote,
    assignment: Assignment,
    submission: Submission,
    mistakes: KnownMistakes,
    limits: Limits | None = None,
    *,
    pictures: bool = False,
    seconds: float = math.inf,
    kept: Mapping[str, QuestionResult] = MappingProxyType({}),
) -> Grade:
    """Grade a submission; never raises for anything the submission does.

    The cells run once, then all public checks, then all hidden ones, in one session. Every question that did not
    pass is run again in a session of its own, and that second verdict stands: a crash, a leak or a poisoned global
    costs its own question only. All of it together takes no longer than `budget` allows; what there is no time to
    confirm keeps its first verdict. `pictures` runs unchanged picture cells too, for a person who will look; `seconds`
    is the most all of it may take, if that is less than the limits allow. `kept` are results by question that stand as
    they are: no check of these questions is run.

    Raises:
        ZygoteDied: the sandbox itself is gone; the caller starts another one and tries again.
    """
    if submission.problem or submission.notebook is None:
        return Grade(submission.name, submission.student, submission.digest, "unreadable", submission.problem or "no notebook")
    started = time.perf_counter()
    clock = _Clock()
    answers = answers_in(assignment, submission.notebook)
    computations = {number for answer in answers for number in answer.cells}
    replay = Replay(
        zygote, assignment, submission.notebook, limits or Limits(), pictures=pictures, seconds=seconds, read=computations
    )
    try:
        first = _run_all(replay, assignment, clock, kept)
        results: dict[str, QuestionResult] = {}
        for question in assignment.graded:
            if question.id in kept:
                results[question.id] = kept[question.id]
                continue
            own = _settle(replay, assignment, question, first, mistakes, clock)
            results[question.id] = _carried(replay, assignment, question, own, results, mistakes, clock)
    finally:
        replay.close()
    clock.spent["cells"] = replay.cell_seconds
    clock.spent["sessions"] = replay.session_seconds
    return Grade(
        submission=submission.name,
        student=submission.student,
        digest=submission.digest,
        status="graded",
        problem=_out_of_time(replay),
        questions=tuple(results.values()),
        cells=replay.reports(),
        isolation=zygote.isolation.description,
        seconds={**clock.spent, "total": time.perf_counter() - started},
        answers=answers,
    )


def _out_of_time(replay: Replay) -> str:
    """The sentence for a submission that was stopped before it was done; "" otherwise."""
    if not replay.budget.spent and not replay.cut:
        return ""
    return (
        f"Not all of this notebook was run and checked, because all of it may take {replay.budget.seconds:g} s; what was done by then "
        "counts: look for a loop that does not end and for cells that take long."
    )


def _run_all(replay: Replay, assignment: Assignment, clock: _Clock, kept: Collection[str] = ()) -> dict[str, _Ran]:
    """Every check once but those of questions `kept`, public ones first, in as few sessions as the submission allows."""
    ran: dict[str, _Ran] = {}
    lost: set[str] = set()
    shares = {question.id: replay.budget.share(confirmed=False) for question in assignment.graded}
    checks = [check for check in (*assignment.public_checks, *assignment.hidden_checks) if check.question not in kept]
    ahead = Ahead(script_of(assignment))
    for number, check in enumerate(checks):
        share = shares[check.question]
        if replay.budget.spent:
            ran[key_of(check)] = _Ran(_verdict(check, "timeout", Record(kind="timeout", message=share.reason())))
        elif check.question in lost or share.spent:  # it will be confirmed in sessions of its own
            ran[key_of(check)] = _Ran(_verdict(check, "skipped"))
        else:
            one = _run_ahead(ahead, checks[number:], replay, clock, share)
            ran[key_of(check)] = one or _run(check, replay, clock, share, explained=not check.hidden)
            if replay.lost or ran[key_of(check)].verdict.status == "skipped":
                lost.add(check.question)
    ahead.finished()
    return ran


def _settle(
    replay: Replay, assignment: Assignment, question: Question, first: dict[str, _Ran], mistakes: KnownMistakes, clock: _Clock
) -> QuestionResult:
    """The result of one question: from the first run if nothing is in doubt, else from sessions of its own."""
    checks = assignment.checks_of(question.id)
    ran = [first[key_of(check)] for check in checks]
    if not {one.verdict.status for one in ran} <= _SETTLED and not replay.budget.spent:
        again = _confirm(replay, checks, clock, question.id)
        if not replay.cut_short and any(one.verdict.status == "missing" for one in again):  # written below its check cell
            again = _confirm(replay, checks, clock)
        if not replay.budget.spent and not replay.cut_short:  # what time has cut short says nothing about the code
            ran = [_shown_small(one, before) for one, before in zip(again, ran, strict=True)]
    with replay.budget.paused():
        named = _with_mistakes(question, checks, ran, mistakes)
    verdicts = [_with_reason(verdict, replay) for verdict in named]
    return _result(question, verdicts)


def _shown_small(one: _Ran, before: _Ran) -> _Ran:
    """The confirmed run of a public check, with the small example that the first run found for the same failure."""
    now, then = one.verdict.record, before.verdict.record
    if one.verdict.hidden or now is None or then is None or now.kind not in _EXPLAINED_KINDS or now.kind != then.kind:
        return one
    record = replace(then, mistake=now.mistake, hints=now.hints, relation=now.relation)
    return replace(one, verdict=replace(one.verdict, record=record))


def _result(question: Question, verdicts: list[Verdict]) -> QuestionResult:
    failed = [verdict.status for verdict in verdicts if verdict.status != "passed"]
    return QuestionResult(
        question=question.id,
        possible=question.points,
        earned=sum(verdict.earned for verdict in verdicts),
        status=failed[0] if failed else "passed",
        verdicts=tuple(verdicts),
    )


def _carried(
    replay: Replay,
    assignment: Assignment,
    question: Question,
    own: QuestionResult,
    before: dict[str, QuestionResult],
    mistakes: KnownMistakes,
    clock: _Clock,
) -> QuestionResult:
    """The better of a question's own result and the one with failed earlier functions replaced by right ones.

    Better is what earns more; of two that earn the same, the one in which a mistake can be named.
    """
    broken = tuple(name for name in question.builds_on if before[assignment.question_of(name).id].status != "passed")
    if own.status in _SETTLED or not broken or replay.budget.spent:
        return own
    checks = assignment.checks_of(question.id)
    with reference_functions(replay.zygote, assignment, broken, replay.limits, replay.budget) as functions:
        ran = _confirm(replay, checks, clock, question.id, replacing(functions))
        replay.fresh()
    if replay.budget.spent or replay.cut_short:
        return own
    carried = _result(question, _with_mistakes(question, checks, ran, mistakes))
    if (carried.earned, _names_a_mistake(carried)) <= (own.earned, _names_a_mistake(own)):
        return own
    return replace(carried, own_earned=own.earned, carried=broken)


def _names_a_mistake(result: QuestionResult) -> bool:
    return any(verdict.record is not None and verdict.record.mistake for verdict in result.failed)


def _confirm(
    replay: Replay,
    checks: tuple[Check, ...],
    clock: _Clock,
    question: str | None = None,
    prepare: Callable[[Session], None] | None = None,
) -> list[_Ran]:
    """The checks of one question in a session that ran nothing else; see `Replay.fresh` for `question`, `prepare`."""
    replay.fresh(question, prepare)
    ran: list[_Ran] = []
    losses = 0
    share = replay.budget.share(confirmed=True)
    for check in checks:
        if losses >= _LOSSES or share.spent:
            reason = "earlier checks of this question had already ended its sessions" if losses >= _LOSSES else share.reason()
            ran.append(_Ran(_verdict(check, "skipped", Record(kind="skipped", message=f"not run: {reason}"))))
            continue
        ran.append(_run(check, replay, clock, share, explained=False))
        losses += replay.lost
    return [_explained(check, one, replay, clock, share) for check, one in zip(checks, ran, strict=True)]


def _explained(check: Check, one: _Ran, replay: Replay, clock: _Clock, share: Share) -> _Ran:
    """A failed check with the diagnosis of its failure, found in a second run; its verdict and numbers stay the first's.

    All verdicts of the question stand by then: the further calls that a diagnosis takes cannot change one. And as hidden
    checks have run in this session, nothing but the choice of a diagnosis is taken from what it says now.
    """
    record = one.verdict.record
    if record is None or one.verdict.status != "wrong" or record.kind not in _EXPLAINED_KINDS or replay.lost or share.spent:
        return one
    again = _run(check, replay, clock, share, explained=True).verdict.record
    if again is None or again.kind != record.kind:
        return one
    record = replace(record, mistake=again.mistake, hints=again.hints, relation=again.relation)
    return replace(one, verdict=replace(one.verdict, record=record))


def _run(check: Check, replay: Replay, clock: _Clock, share: Share, *, explained: bool) -> _Ran:
    """One check against a session; there is none if the submission's cells cannot be run to the end."""
    session = replay.session()
    if session is None and replay.budget.spent:
        return _Ran(_verdict(check, "timeout", Record(kind="timeout", message=share.reason())))
    if session is None:
        reason = Record(kind="crashed", message="the notebook's cells end the session before this can be checked")
        return _Ran(_verdict(check, "crashed", reason))
    if check.hidden:  # from here on nothing the session says is kept: public checks come first in every session
        session.discard_output()
    began = time.perf_counter()
    trace: Trace = ()
    try:
        with share, explanations(explained):
            session.allow(share.now, share.budget.until)
            record, trace = check.trace(replay.environment())
        status = "passed" if record is None else _STATUS_OF_KIND.get(record.kind, "wrong")
    except SessionLost as lost:
        status = lost.status
        message = share.reason() if status == "timeout" and share.spent else lost.reason
        record = Record(kind=status, message=message)
    except Exception as error:
        # What came back passed the checks of type and shape that were written, and still could not be used. That is
        # a wrong answer to the learner, and a gap in the check to its author, who is told the line.
        status = "wrong"
        message = f"the result could not be used: {type(error).__name__} on line {_line_in(check, error)} of the check"
        record = Record(kind="property", message=message)
    seconds = time.perf_counter() - began
    clock.spent["checks"] += seconds
    return _Ran(_verdict(check, status, record, seconds), trace if _is_light(trace) else ())


def _run_ahead(ahead: Ahead, checks: Sequence[Check], replay: Replay, clock: _Clock, share: Share) -> _Ran | None:
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
            record, trace = check.trace(replay.environment())
        status = "passed" if record is None else _STATUS_OF_KIND.get(record.kind, "wrong")
    except Exception:  # whatever it is, it will be the same without
        status, record, trace = "", None, ()
    seconds = time.perf_counter() - began
    clock.spent["checks"] += seconds
    trace = trace if _is_light(trace) else ()  # before anything else that may be large arrives
    exact = ahead.exact(session)
    if status not in _SETTLED or not exact:
        ahead.failed(session)
    if not status or (status == "passed" and not exact):
        return _Ran(_verdict(check, "skipped"))
    one = _Ran(_verdict(check, status, record, seconds), trace)
    if status == "passed" or check.hidden or record.kind not in _EXPLAINED_KINDS:
        return one
    if share.spent:
        return one
    again = _run(check, replay, clock, share, explained=True)  # for its example: that it fails here is known
    then = again.verdict.record
    return again if then is not None and then.kind == record.kind else one


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


def _verdict(check: Check, status: str, record: Record | None = None, seconds: float = 0.0) -> Verdict:
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


def _with_mistakes(question: Question, checks: tuple[Check, ...], ran: list[_Ran], mistakes: KnownMistakes) -> list[Verdict]:
    """The verdicts, with the mistake named in every failed one: by all checks together, else by most of those that failed."""
    wrong = [one for one in ran if one.verdict.record is not None and one.trace and one.verdict.status in ("wrong", "raised")]
    if not wrong:
        return [one.verdict for one in ran]
    everywhere = mistakes.name(question.id, {one.verdict.check: one.trace for one in ran})
    failed = {one.verdict.check: one.trace for one in wrong}
    passed = {one.verdict.check for one in ran if one.verdict.status == "passed"}
    believed = dict(zip((one.verdict.check for one in wrong), agreed([one.verdict.record for one in wrong]), strict=True))
    records = {}
    for check, one in zip(checks, ran, strict=True):
        if one in wrong:
            found = everywhere or mistakes.name_from(check, failed, passed)
            records[check.name] = one.verdict.record.with_mistake(found.description, found.hints) if found else believed[check.name]
    records = mistakes.with_slip(question.id, records, {one.verdict.check: one.trace for one in ran})
    return [replace(one.verdict, record=records.get(one.verdict.check, one.verdict.record)) for one in ran]


def _with_reason(verdict: Verdict, replay: Replay) -> Verdict:
    """For a function that is not defined: what happened to the cell that should have defined it."""
    if verdict.status != "missing":
        return verdict
    status, reason = replay.why_missing(verdict.record.call)
    if not reason:
        return verdict
    kind = "timeout" if status == "timeout" else verdict.record.kind
    return replace(verdict, status=status, record=replace(verdict.record, kind=kind, message=reason))
