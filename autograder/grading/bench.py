"""Changed versions of a learner's function, tried one after the other in a session of their own until every check passes.

No verdict comes from here. A candidate that loops for ever, ends its session or prints without end costs time of a budget
of its own, and a new session, a few times.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from autograder.checking import Check
from autograder.checking.asked import Trace
from autograder.checking.audience import explanations
from autograder.grading.environment import Environment
from autograder.grading.nearness import CHECK, gained, parts, right_results
from autograder.grading.replay import Replay
from autograder.lines.order import failing, timed
from autograder.sandbox import SandboxError, Session, SessionLost, ZygoteDied

# One check may take so many times what the learner's own code took, in seconds at least and at most.
_TIMES, _LEAST, MOST = 20.0, 0.05, 0.5
LOSSES = 5  # sessions


@dataclass(frozen=True, slots=True)
class Trial:
    """What is tried: a submission's cells, down to those of `question` (None: all), and what prepares a session for it; all
    checks of the question, the names of those that fail, and the right functions by name."""

    replay: Replay
    question: str | None
    checks: tuple[Check, ...]
    failed: Collection[str]
    prepare: Callable[[Session], None] | None = None
    right: Mapping[str, Callable] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Standing:
    """What one source has brought: whether every check passes with it, and how much nearer its results are (0: not at all)."""

    gain: float
    passed: bool = False


@dataclass(frozen=True, slots=True)
class Order:
    """The checks in the order they are tried, with the seconds each may take; of the first of them, the right results of its
    calls and how near the learner's own code comes to them."""

    checks: tuple[tuple[Check, float], ...]
    right: tuple[list, ...]
    before: Mapping[tuple, float]


def standings(trial: Trial, sources: Iterable[str]) -> Iterator[Standing]:
    """How each of the sources stands, run as a cell after all others; a source that loses the session, or is no code, gains nothing."""
    replay, losses = trial.replay, 0
    replay.fresh(trial.question, trial.prepare)
    order: Order | None = None
    for source in sources:
        session = opened(replay)
        if session is None:
            return
        try:
            if order is None:
                order = _order(trial, session)
                if not order.checks:
                    return
            standing = _standing(order, replay, session) if _defines(source, replay, session) else Standing(0.0)
        except SessionLost:
            losses += 1
            standing = Standing(0.0)
        yield standing
        if losses >= LOSSES or order is None:
            return


def passes(trial: Trial) -> bool:
    """Whether the submission, as it is, passes every check in a session that ran nothing else."""
    trial.replay.fresh(trial.question, trial.prepare)
    try:
        session = opened(trial.replay)
        return session is not None and _passes_all([(check, MOST) for check in trial.checks], trial.replay, session)
    except ZygoteDied:
        raise
    except SandboxError:
        return False
    finally:
        trial.replay.close()


def opened(replay: Replay) -> Session | None:
    """A session in which the cells have run, and that keeps nothing it prints; None if there is none, or no time for one."""
    session = None if replay.budget.spent else replay.session()
    if session is None or replay.cut_short:
        return None
    session.discard_output()
    return session


def _order(trial: Trial, session: Session) -> Order:
    """All checks with the seconds each may take, those that fail first, the quickest of them before the others; none if none fails now."""
    budget = trial.replay.budget
    took: dict[str, float] = {}
    traces: dict[str, Trace] = {}
    for check in failing(trial.checks, trial.failed):
        before = budget.used
        passed, traces[check.name] = traced(check, trial.replay, session, Environment(session), MOST)
        if not passed:
            took[check.name] = budget.used - before
    if not took:
        return Order((), (), {})
    checks = timed(trial.checks, took, _TIMES, _LEAST, MOST)
    trace = traces[checks[0][0].name]
    right = right_results(trace, trial.right)
    return Order(checks, right, parts(trace, right))


def _standing(order: Order, replay: Replay, session: Session) -> Standing:
    environment = Environment(session)
    (first, seconds), *others = order.checks
    passed, trace = traced(first, replay, session, environment, seconds)
    if not passed:
        return Standing(gained(order.before, parts(trace, order.right)))
    done = sum(1 for _ in takewhile(lambda one: _passes(one[0], replay, session, environment, one[1]), others))
    return Standing(CHECK * (1 + done), done == len(others))


def _defines(source: str, replay: Replay, session: Session) -> bool:
    allow(replay, session, MOST)
    return session.run_cell(source).status == "ok"


def _passes_all(checks: Sequence[tuple[Check, float]], replay: Replay, session: Session) -> bool:
    environment = Environment(session)
    return all(_passes(check, replay, session, environment, seconds) for check, seconds in checks)


def _passes(check: Check, replay: Replay, session: Session, environment: Environment, seconds: float) -> bool:
    return traced(check, replay, session, environment, seconds)[0]


def traced(check: Check, replay: Replay, session: Session, environment: Environment, seconds: float) -> tuple[bool, Trace]:
    """Whether a check passes that may take so many seconds, and what it asked. Raises SessionLost."""
    allow(replay, session, seconds)
    try:
        with explanations(False):
            record, trace = check.trace(environment)
            return record is None, trace
    except SandboxError:
        raise
    except Exception:  # what came back could not be used
        return False, Trace()


def allow(replay: Replay, session: Session, seconds: float) -> None:
    """Let the next requests take so many seconds together, or what is left of the budget."""
    budget = replay.budget
    end = budget.used + seconds
    session.allow(lambda: min(end - budget.used, budget.left), budget.until)
