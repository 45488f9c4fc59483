"""Changed versions of a learner's function, tried one after the other in a session of their own until every check passes.

No verdict comes from here. A candidate that loops for ever, ends its session or prints without end costs time of a budget
of its own, and a new session, a few times.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from autograder.checking import Check
from autograder.checking.audience import explanations
from autograder.grading.environment import Environment
from autograder.grading.replay import Replay
from autograder.sandbox import SandboxError, Session, SessionLost

# One check may take so many times what the learner's own code took, in seconds at least and at most.
_TIMES, _LEAST, _MOST = 20.0, 0.05, 0.5
_LOSSES = 5  # sessions


@dataclass(frozen=True, slots=True)
class Trial:
    """What is tried: a submission's cells, down to those of `question` (None: all), and what prepares a session for it; all
    checks of the question, and the names of those that fail."""

    replay: Replay
    question: str | None
    checks: tuple[Check, ...]
    failed: Collection[str]
    prepare: Callable[[Session], None] | None = None


def passing(trial: Trial, sources: Iterable[str]) -> Iterator[int]:
    """The numbers of the sources that, run as a cell after all others, make every check of the question pass."""
    replay, losses = trial.replay, 0
    replay.fresh(trial.question, trial.prepare)
    order: list[tuple[Check, float]] | None = None
    for number, source in enumerate(sources):
        session = _session(replay)
        if session is None:
            return
        try:
            if order is None:
                order = _order(trial, session)
                if not order:
                    return
            if _defines(source, replay, session) and _passes_all(order, replay, session):
                yield number
        except SessionLost:
            losses += 1
        if losses >= _LOSSES or order is None:
            return


def passes(trial: Trial) -> bool:
    """Whether the submission, as it is, passes every check in a session that ran nothing else."""
    trial.replay.fresh(trial.question, trial.prepare)
    try:
        session = _session(trial.replay)
        return session is not None and _passes_all([(check, _MOST) for check in trial.checks], trial.replay, session)
    except SandboxError:
        return False
    finally:
        trial.replay.close()


def _session(replay: Replay) -> Session | None:
    session = None if replay.budget.spent else replay.session()
    if session is None or replay.cut_short:
        return None
    session.discard_output()
    return session


def _order(trial: Trial, session: Session) -> list[tuple[Check, float]]:
    """All checks with the seconds each may take, those that fail first, the quickest of them before the others; [] if none fails now."""
    budget = trial.replay.budget
    took: dict[str, float] = {}
    for check in trial.checks:
        if check.name in trial.failed:
            before = budget.used
            if not _passes(check, trial.replay, session, Environment(session), _MOST):
                took[check.name] = budget.used - before
    if not took:
        return []
    checks = sorted(trial.checks, key=lambda check: took.get(check.name, float("inf")))
    return [(check, min(_MOST, max(_LEAST, _TIMES * took.get(check.name, _MOST)))) for check in checks]


def _defines(source: str, replay: Replay, session: Session) -> bool:
    _allow(replay, session, _MOST)
    return session.run_cell(source).status == "ok"


def _passes_all(checks: Sequence[tuple[Check, float]], replay: Replay, session: Session) -> bool:
    environment = Environment(session)
    return all(_passes(check, replay, session, environment, seconds) for check, seconds in checks)


def _passes(check: Check, replay: Replay, session: Session, environment: Environment, seconds: float) -> bool:
    _allow(replay, session, seconds)
    try:
        with explanations(False):
            return check.run(environment) is None
    except SandboxError:
        raise
    except Exception:  # what came back could not be used
        return False


def _allow(replay: Replay, session: Session, seconds: float) -> None:
    budget = replay.budget
    end = budget.used + seconds
    session.allow(lambda: min(end - budget.used, budget.left), budget.until)
