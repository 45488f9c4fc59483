"""Which diagnoses other calls refute: a relation found in one failed call has to hold in every call of the question.

Code with a lost sign has lost it in the calls of passed checks too. Where the right result is known for those calls (in the
grader, never at a learner's), a transposed result in one call and a right one, which is not its own transpose, in another
say that the mistake is something else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from autograder.slips.answers import numbers_in

Pair = tuple[object, object]  # what came back in one call, and what is right there


def is_refuted(relation: str, pairs: Sequence[Pair]) -> bool:
    """Whether there are calls that contradict a relation: no part of the result has it in all of them.

    False for relations that say nothing about other calls, and where no call can be compared.
    """
    holds = _holding(relation)
    if holds is None or not pairs:
        return False
    parts: dict[tuple, list[tuple[np.ndarray, np.ndarray]]] = {}
    for theirs, right in pairs:
        for path, one, other in numbers_in(theirs, right):
            if np.all(np.isfinite(one)) and np.all(np.isfinite(other)):
                parts.setdefault(path, []).append((one, other))
    compared = [calls for calls in parts.values() if any(not _equal(one, other) for one, other in calls)]
    if relation == "factor" and compared and all(any(_is_nearly(one, other) for one, other in calls) for calls in compared):
        return True
    return bool(compared) and not any(all(holds(one, other) for one, other in calls) for calls in compared)


def _is_nearly(one: np.ndarray, right: np.ndarray) -> bool:
    """Whether a wrong result is the right one but for a thousandth: no factor that was lost is so near to one."""
    return one.shape == right.shape and not _equal(one, right) and bool(np.all(np.abs(one - right) <= 1e-3 * np.abs(right)))


def _equal(one: np.ndarray, other: np.ndarray) -> bool:
    return one.shape == other.shape and bool(np.all(np.abs(one - other) <= 1e-6 * np.max(np.abs(other), initial=0.0)))


def _is(change: Callable[[np.ndarray], np.ndarray]) -> Callable[[np.ndarray, np.ndarray], bool]:
    def holds(one: np.ndarray, right: np.ndarray) -> bool:
        with np.errstate(all="ignore"):
            return _equal(one, change(right))

    return holds


def _is_multiple(one: np.ndarray, right: np.ndarray) -> bool:
    """Whether one number leads from the right result to the other one; it may be another number in another call."""
    if one.shape != right.shape:
        return False
    size = float(np.sum(right * right))
    return _equal(one, right * (float(np.sum(one * right)) / size)) if size else not np.any(one)


def _is_same_set(one: np.ndarray, right: np.ndarray) -> bool:
    return one.size == right.size and _equal(np.sort(one.ravel()), np.sort(right.ravel()))


def _is_shifted(one: np.ndarray, right: np.ndarray) -> bool:
    return one.shape == right.shape and bool(np.ptp(one - right) <= 1e-6 * max(1.0, float(np.max(np.abs(right), initial=0.0))) if one.size else True)


def _is_right_where(telling: Callable[[np.ndarray, np.ndarray], np.ndarray]) -> Callable[[np.ndarray, np.ndarray], bool]:
    """Whether the two are equal in the entries that `telling` chooses from them."""

    def holds(one: np.ndarray, right: np.ndarray) -> bool:
        if one.shape != right.shape:
            return False
        chosen = telling(one, right)
        return bool(np.all(np.abs(one - right)[chosen] <= 1e-6 * np.max(np.abs(right), initial=0.0)))

    return holds


def _is_summed(one: np.ndarray, right: np.ndarray) -> bool:
    """Whether one is the other added up or averaged along an axis, or all but the first, also where the sums stand in all places."""
    for axis in (*range(right.ndim), tuple(range(1, right.ndim))) if right.size and right.ndim else ():
        for kept in (right.sum(axis, keepdims=True), right.mean(axis, keepdims=True)):
            if any(_equal(one, form) for form in (kept, kept.squeeze(axis), np.broadcast_to(kept, right.shape))):
                return True
    return right.ndim == 0 and _equal(one, right)


def _is_reshaped(one: np.ndarray, right: np.ndarray) -> bool:
    return one.size == right.size and one.squeeze().shape == right.squeeze().shape and _equal(one.squeeze(), right.squeeze())


_HOLDING: dict[str, Callable[[np.ndarray, np.ndarray], bool]] = {
    "zero": _is(np.zeros_like),
    "sign": _is(np.negative),
    "transpose": lambda one, right: right.ndim == 2 and (_equal(one, right.T) or _equal(one, -right.T) or (right.shape != right.T.shape and _equal(one, right))),
    "factor.two": _is(lambda right: 2 * right),
    "factor.half": _is(lambda right: right / 2),
    "factor": _is_multiple,
    "order": _is_same_set,
    "mask.missing": _is_right_where(lambda one, right: right != 0),
    "mask.too-much": _is_right_where(lambda one, right: one != 0),
    "axis.summed": _is_summed,
    "axis.unsummed": lambda one, right: _is_summed(right, one),
    "shape.extra-axis": _is_reshaped,
    "term.constant": _is_shifted,
    "value.absolute": _is(np.abs),
    "value.complement": _is(lambda right: 1 - right),
    "value.squared": _is(np.square),
    "value.root": _is(np.sqrt),
    "value.log": _is(np.log),
    "value.exp": _is(np.exp),
}


def _holding(relation: str) -> Callable[[np.ndarray, np.ndarray], bool] | None:
    words = relation.split(".")
    return next((_HOLDING[name] for length in range(len(words), 0, -1) if (name := ".".join(words[:length])) in _HOLDING), None)
