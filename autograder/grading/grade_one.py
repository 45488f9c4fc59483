"""Grade one submission: run its cells in a session, run the checks here, confirm in a fresh session what did not pass."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from types import MappingProxyType

from autograder.checking import Check, Mistake, Record
from autograder.course import Assignment, Question
from autograder.grading.answers import answers_in
from autograder.grading.budget import Share
from autograder.grading.carry import reference_functions, replacing
from autograder.grading.foresight import Ahead, Script, key_of, script_of
from autograder.grading.known_mistakes import KnownMistakes, Trace
from autograder.grading.mend import Mender
from autograder.grading.other_notebook import other_notebook
from autograder.grading.replay import Replay
from autograder.grading.run_check import EXPLAINED_KINDS, SETTLED, Clock, Ran, run_ahead, run_check, verdict_of
from autograder.grading.verdicts import Grade, QuestionResult, Submission, Verdict
from autograder.sandbox import Limits, Session, Zygote

# A question that loses this many sessions is not given another one for its remaining checks.
_LOSSES = 2


def grade_one(
    zygote: Zygote,
    assignment: Assignment,
    submission: Submission,
    mistakes: KnownMistakes,
    limits: Limits | None = None,
    *,
    seconds: float = math.inf,
    kept: Mapping[str, QuestionResult] = MappingProxyType({}),
    mender: Mender | None = None,
) -> Grade:
    """Grade a submission; never raises for anything the submission does.

    The cells run once, then all public checks, then all hidden ones, in one session. Every question that did not
    pass is run again in a session of its own, and that second verdict stands: a crash, a leak or a poisoned global
    costs its own question only. All of it together takes no longer than `budget` allows; what there is no time to
    confirm keeps its first verdict. `seconds` is the most all of it may take, if that is less than the limits allow. `kept` are results by question that stand as
    they are: no check of these questions is run. `mender` looks for the lines with the mistakes when all verdicts stand.

    Raises:
        ZygoteDied: the sandbox itself is gone; the caller starts another one and tries again.
    """
    if submission.problem or submission.notebook is None:
        return Grade(submission.name, submission.student, submission.digest, "unreadable", submission.problem or "no notebook")
    started = time.perf_counter()
    clock = Clock()
    answers = answers_in(assignment, submission.notebook)
    computations = {number for answer in answers for number in answer.cells}
    replay = Replay(
        zygote, assignment, submission.notebook, limits or Limits(), pictures=False, seconds=seconds, read=computations
    )
    try:
        first = _run_all(replay, assignment, clock, kept, script_of(assignment))
        results: dict[str, QuestionResult] = {}
        for question in assignment.graded:
            if question.id in kept:
                results[question.id] = kept[question.id]
                continue
            own = _settle(replay, assignment, question, first, mistakes, clock)
            results[question.id] = _carried(replay, assignment, question, own, results, mistakes, clock)
    finally:
        replay.close()
    if mender is not None:
        with clock.running("repairs"):
            results = mender.mend(zygote, submission.notebook, replay.limits, results, kept=kept, until=replay.budget.until)
    clock.spent["cells"] = replay.cell_seconds
    clock.spent["sessions"] = replay.session_seconds
    return Grade(
        submission=submission.name,
        student=submission.student,
        digest=submission.digest,
        status="graded",
        problem=_out_of_time(replay) or _of_something_else(assignment, replay, results),
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


def _of_something_else(assignment: Assignment, replay: Replay, results: Mapping[str, QuestionResult]) -> str:
    """The sentence for a notebook in which (next to) nothing of the assignment is found; "" otherwise."""
    if 2 * sum(result.status == "missing" for result in results.values()) < len(results):
        return ""
    return other_notebook(assignment.id, [name for question in assignment.graded for name in question.functions], replay.sources())


def _run_all(replay: Replay, assignment: Assignment, clock: Clock, kept: Collection[str], script: Script) -> dict[str, Ran]:
    """Every check once but those of questions `kept`, public ones first, in as few sessions as the submission allows."""
    ran: dict[str, Ran] = {}
    lost: set[str] = set()
    shares = {question.id: replay.budget.share(confirmed=False) for question in assignment.graded}
    checks = [check for check in (*assignment.public_checks, *assignment.hidden_checks) if check.question not in kept]
    ahead = Ahead(script)
    for number, check in enumerate(checks):
        share = shares[check.question]
        if replay.budget.spent:
            ran[key_of(check)] = Ran(verdict_of(check, "timeout", Record(kind="timeout", message=share.reason())))
        elif check.question in lost or share.spent:  # it will be confirmed in sessions of its own
            ran[key_of(check)] = Ran(verdict_of(check, "skipped"))
        else:
            one = run_ahead(ahead, checks[number:], replay, clock, share)
            ran[key_of(check)] = one or run_check(check, replay, clock, share, explained=not check.hidden, recall=script.recall)
            if replay.missed and not script.alone:  # a function is wanted that an earlier check, remembered, has not given
                replay.fresh()
                return _run_all(replay, assignment, clock, kept, Script(alone=True))
            if replay.lost or ran[key_of(check)].verdict.status == "skipped":
                lost.add(check.question)
    ahead.finished()
    return ran


def _settle(
    replay: Replay, assignment: Assignment, question: Question, first: dict[str, Ran], mistakes: KnownMistakes, clock: Clock
) -> QuestionResult:
    """The result of one question: from the first run if nothing is in doubt, else from sessions of its own."""
    checks = assignment.checks_of(question.id)
    ran = [first[key_of(check)] for check in checks]
    if not {one.verdict.status for one in ran} <= SETTLED and not replay.budget.spent:
        again = _confirm(replay, checks, mistakes, clock, question.id)
        if not replay.cut_short and any(one.verdict.status == "missing" for one in again):  # written below its check cell
            again = _confirm(replay, checks, mistakes, clock)
        if not replay.budget.spent and not replay.cut_short:  # what time has cut short says nothing about the code
            ran = [_shown_small(one, before) for one, before in zip(again, ran, strict=True)]
    with replay.budget.paused():
        named = _with_mistakes(question, checks, ran, mistakes)
    verdicts = [_with_reason(verdict, replay) for verdict in named]
    return _result(question, verdicts)


def _shown_small(one: Ran, before: Ran) -> Ran:
    """The confirmed run of a public check, with the small example that the first run found for the same failure."""
    now, then = one.verdict.record, before.verdict.record
    if one.verdict.hidden or now is None or then is None or now.kind not in EXPLAINED_KINDS or now.kind != then.kind:
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
    clock: Clock,
) -> QuestionResult:
    """The better of a question's own result and the one with failed earlier functions replaced by right ones.

    Better is what earns more; of two that earn the same, the one in which a mistake can be named.
    """
    broken = tuple(name for name in question.builds_on if before[assignment.question_of(name).id].status != "passed")
    if own.status in SETTLED or not broken or replay.budget.spent:
        return own
    checks = assignment.checks_of(question.id)
    with reference_functions(replay.zygote, assignment, broken, replay.limits, replay.budget) as functions:
        ran = _confirm(replay, checks, mistakes, clock, question.id, replacing(functions))
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
    mistakes: KnownMistakes,
    clock: Clock,
    question: str | None = None,
    prepare: Callable[[Session], None] | None = None,
) -> list[Ran]:
    """The checks of one question in a session that ran nothing else; see `Replay.fresh` for `question`, `prepare`."""
    replay.fresh(question, prepare)
    ran: list[Ran] = []
    losses = 0
    share = replay.budget.share(confirmed=True)
    for check in checks:
        if losses >= _LOSSES or share.spent:
            reason = "earlier checks of this question had already ended its sessions" if losses >= _LOSSES else share.reason()
            ran.append(Ran(verdict_of(check, "skipped", Record(kind="skipped", message=f"not run: {reason}"))))
            continue
        ran.append(run_check(check, replay, clock, share, explained=False))
        losses += replay.lost
    with replay.budget.paused():  # what a known mistake says is told in the place of any diagnosis
        named = _known(checks[0].question, ran, mistakes) is not None
    return [one if named and one.trace else _explained(check, one, replay, clock, share) for check, one in zip(checks, ran, strict=True)]


def _explained(check: Check, one: Ran, replay: Replay, clock: Clock, share: Share) -> Ran:
    """A failed check with the diagnosis of its failure, found in a second run; its verdict and numbers stay the first's.

    All verdicts of the question stand by then: the further calls that a diagnosis takes cannot change one. And as hidden
    checks have run in this session, nothing but the choice of a diagnosis is taken from what it says now.
    """
    record = one.verdict.record
    if record is None or one.verdict.status != "wrong" or record.kind not in EXPLAINED_KINDS or replay.lost or share.spent:
        return one
    again = run_check(check, replay, clock, share, explained=True).verdict.record
    if again is None or again.kind != record.kind:
        return one
    record = replace(record, mistake=again.mistake, hints=again.hints, relation=again.relation)
    return replace(one, verdict=replace(one.verdict, record=record))


def _with_mistakes(question: Question, checks: tuple[Check, ...], ran: list[Ran], mistakes: KnownMistakes) -> list[Verdict]:
    """The verdicts, with the mistake named in every failed one: by all checks together, else by most of those that failed."""
    wrong = _wrong(ran)
    if not wrong:
        return [one.verdict for one in ran]
    traces, kinds = _traces(ran), _kinds(wrong)
    everywhere = _known(question.id, ran, mistakes)
    failed = {one.verdict.check: one.trace for one in wrong}
    passed = {one.verdict.check for one in ran if one.verdict.status == "passed"}
    records = {one.verdict.check: one.verdict.record for one in wrong}
    found = {check.name: everywhere or mistakes.name_from(check, failed, passed, kinds) for check in checks if check.name in records}
    if None in found.values():
        records = dict(zip(records, mistakes.believed(question.id, list(records.values()), traces), strict=True))
    records |= {name: records[name].with_mistake(known.description, known.hints) for name, known in found.items() if known}
    records = mistakes.with_slip(question.id, records, traces)
    return [replace(one.verdict, record=records.get(one.verdict.check, one.verdict.record)) for one in ran]


def _known(question: str, ran: list[Ran], mistakes: KnownMistakes) -> Mistake | None:
    """The known mistake with these results in all checks of a question, if there is one."""
    wrong = _wrong(ran)
    return mistakes.name(question, _traces(ran), _kinds(wrong)) if wrong else None


def _wrong(ran: list[Ran]) -> list[Ran]:
    """The failed checks whose results are known."""
    return [one for one in ran if one.verdict.record is not None and one.trace and one.verdict.status in ("wrong", "raised")]


def _traces(ran: list[Ran]) -> dict[str, Trace]:
    return {one.verdict.check: one.trace for one in ran}


def _kinds(wrong: list[Ran]) -> dict[str, str]:
    return {one.verdict.check: one.verdict.record.kind for one in wrong}


def _with_reason(verdict: Verdict, replay: Replay) -> Verdict:
    """For a function that is not defined: what happened to the cell that should have defined it."""
    if verdict.status != "missing":
        return verdict
    status, reason = replay.why_missing(verdict.record.call)
    if not reason:
        return verdict
    kind = "timeout" if status == "timeout" else verdict.record.kind
    return replace(verdict, status=status, record=replace(verdict.record, kind=kind, message=reason))
