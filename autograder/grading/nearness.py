"""How near the results of a changed function are to the right ones, so that one of two mistakes less is noticed.

Nothing here decides a verdict. Compared are the results of a check's calls, part by part, with those of the reference for the
same arguments: a part is right, or right but for a simple relation (a factor, a constant, signs), or some of its entries are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from autograder.checking.asked import Trace, rebuilt
from autograder.checking.observe import observe_quietly
from autograder.repair.results import part_at, parts_of

_MOST_BATCHES, _MOST_CASES = 6, 24
_MOST_NUMBERS = 20_000
RIGHT, _SIMPLE, _OTHER_SHAPE, _NOTHING = 1.0, 0.5, -0.5, -1.0
_ENTRIES, _DISTANCE = 0.2, 0.2  # what all entries, and a distance of almost 0, are worth, if not all is right
_FURTHER = 1.0  # a batch of calls that was not reached before
_LEAST = 0.1
CHECK = 100.0  # a check that passes is worth more than anything that comes nearer in one


def right_results(trace: Trace, functions: Mapping[str, Callable]) -> tuple[list, ...]:
    """What right functions return in the calls of a trace, by batch; [] for a batch in which they cannot be called so."""
    return tuple(_called(asked, functions) for asked in trace.asked[:_MOST_BATCHES])


def _called(asked: object, functions: Mapping[str, Callable]) -> list:
    try:
        outcomes = observe_quietly(rebuilt(asked.function, functions), asked.cases[:_MOST_CASES])
    except Exception:  # functions of the learner's own among the arguments, and the like
        return []
    return [outcome.value if outcome.error is None else None for outcome in outcomes]


def parts(trace: Trace, right: Sequence[list]) -> dict[tuple, float]:
    """By batch of calls and part of the result, how near it is: `RIGHT`, or less."""
    found = {(number,): _FURTHER for number in range(len(right), len(trace.asked))}
    for number, (asked, values) in enumerate(zip(trace.asked, right, strict=False)):
        columns: dict[tuple, list[tuple]] = {}
        for outcome, value in zip(asked.outcomes, values, strict=False):
            for path, leaf in parts_of(value):
                columns.setdefault((number, *path), []).append((part_at(outcome.value, path), leaf))
        found |= {path: _nearness(column) for path, column in columns.items()}
    return found


def gained(before: Mapping[tuple, float], after: Mapping[tuple, float]) -> float:
    """How much nearer the results have come, 0 if they have not or if a part that was right is so no longer."""
    if any(near == RIGHT and after.get(path, RIGHT) < RIGHT for path, near in before.items()):
        return 0.0
    more = sum(near - before.get(path, 0.0) for path, near in after.items())
    return more if more > _LEAST else 0.0


def _nearness(column: list[tuple]) -> float:
    if any(got is None for got, _ in column):
        return _NOTHING
    if any(got.shape != right.shape for got, right in column):
        return _OTHER_SHAPE
    got, right = (np.concatenate([pair[side].ravel() for pair in column])[:_MOST_NUMBERS].astype(float) for side in (0, 1))
    with np.errstate(all="ignore"):
        close = np.isclose(got, right, rtol=1e-6, atol=1e-9 * np.max(np.abs(right), initial=0.0, where=np.isfinite(right)), equal_nan=True)
        if close.all():
            return RIGHT
        simple = _SIMPLE if _simply_related(got, right) else 0.0
        return simple + _ENTRIES * float(close.mean()) + _DISTANCE * max(0.0, 1.0 - _relative_error(got, right))


def _relative_error(got: np.ndarray, right: np.ndarray) -> float:
    """The length of the difference over that of the right numbers; 1 for zeros in their place, and for anything that is no number."""
    size = np.linalg.norm(right)
    error = np.linalg.norm(got - right) / size if size else 1.0
    return float(error) if np.isfinite(error) else 1.0


def _simply_related(got: np.ndarray, right: np.ndarray) -> bool:
    """Whether three numbers or more, not all the same, are right but for one factor, one constant or their signs."""
    if len(got) < 3 or np.ptp(right) == 0 or np.ptp(got) == 0 or not np.isfinite(got).all():
        return False
    size = np.linalg.norm(got) * np.linalg.norm(right)
    off = got - right
    return bool(abs(got @ right) > (1 - 1e-10) * size or np.ptp(off) < 1e-9 * np.abs(off).max() or np.allclose(np.abs(got), np.abs(right), rtol=1e-9))
