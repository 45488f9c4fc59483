"""A failed call on a smaller input: the same sentence, about numbers a person can check by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from autograder.checking import compare
from autograder.checking.noted import is_number
from autograder.checking.observe import changed, observe_quietly
from autograder.checking.shrink import Arrays, shrink
from autograder.checking.tolerance import Expected, expected_from

if TYPE_CHECKING:
    from autograder.checking.expect import Call
    from autograder.checking.judge import Slope

_LARGEST = 4096  # entries of the input: beyond, nothing is tried
_GRADIENT_BUDGET = 96


def smaller_value(call: Call, right: Expected) -> tuple[Call, Expected] | None:
    """The call and its right answer on the smallest input found; None if the right answer cannot be had elsewhere."""
    if right.origin is None or len(right.args) != len(call.args) or any(map(changed, right.args, call.args)):
        return None
    pool = _Pool((call.args,))
    if not pool.worthwhile or call.function is None:
        return None

    def fails(candidates: list[Arrays]) -> int | None:
        cases = [pool.filled(candidate)[0] for candidate in candidates]
        for i, (case, outcome) in enumerate(zip(cases, observe_quietly(call.function, cases), strict=True)):
            if outcome.error is None and _wrong(call, outcome.value, _right(right.origin, case)):
                return i
        return None

    (args,) = pool.filled(shrink(pool.arrays, fails))
    small = _called_again(call, args)
    return None if small is None else (small, _right(right.origin, args))


def _right(origin: Callable, case: tuple) -> Expected | None:
    """The right answer at a candidate; None where there is no finite one."""
    try:
        with np.errstate(all="ignore"):
            found = expected_from(origin, *case)
    except Exception:
        return None
    return found if _all_finite(found.value) else None


def _all_finite(value: object) -> bool:
    if isinstance(value, tuple | list):
        return all(map(_all_finite, value))
    if isinstance(value, dict):
        return all(map(_all_finite, value.values()))
    return not is_number(value) and not isinstance(value, np.ndarray) or bool(np.all(np.isfinite(value)))


def _wrong(call: Call, value: object, right: Expected | None) -> bool:
    if right is None:
        return False
    try:
        for key in call.path:
            value = value[key]
    except (TypeError, KeyError, IndexError):
        return False
    found = compare.difference(value, right.value, right.tolerance)
    return found is not None and found.kind == "value"


def smaller_gradient(call: Call, slope: Slope, still_wrong: Callable[[Call, Slope], bool]) -> tuple[Call, Slope] | None:
    """The call and the derivative it is judged by on the smallest input found.

    Only where every array handed to the learner's function is one of those differentiated at or the upstream
    gradient: a cache would no longer belong to a real forward pass.
    """
    at = _Pool((slope.at, slope.upstream))
    pool = _Pool((call.args, slope.at, slope.upstream))
    if len(pool.arrays) > len(at.arrays) or not pool.worthwhile or call.function is None:
        return None

    def filled(candidate: Arrays) -> tuple[tuple, Slope]:
        args, where, upstream = pool.filled(candidate)
        return args, replace(slope, at=where, upstream=upstream)

    def fails(candidates: list[Arrays]) -> int | None:
        cases = [filled(candidate) for candidate in candidates]
        outcomes = observe_quietly(call.function, [args for args, _ in cases])
        for i, ((args, there), outcome) in enumerate(zip(cases, outcomes, strict=True)):
            part = _with_outcome(call, args, outcome)
            if part is not None and still_wrong(part, there):
                return i
        return None

    args, there = filled(shrink(pool.arrays, fails, budget=_GRADIENT_BUDGET))
    small = _called_again(call, args)
    return None if small is None or not still_wrong(small, there) else (small, there)


def _called_again(call: Call, args: tuple) -> Call | None:
    (outcome,) = observe_quietly(call.function, [args])
    return _with_outcome(call, args, outcome)


def _with_outcome(call: Call, args: tuple, outcome: object) -> Call | None:
    """The same part of another call's result; None if there is no such part."""
    if outcome.error is not None or outcome.value is None:
        return None
    value = outcome.value
    try:
        for key in call.path:
            value = value[key]
    except (TypeError, KeyError, IndexError):
        return None
    return replace(call, args=args, outcome=outcome, value=value)


class _Pool:
    """The different arrays in nested values, and the same values with other arrays in their places."""

    def __init__(self, values: tuple) -> None:
        self._values = values
        found: dict[tuple, np.ndarray] = {}
        for array in _arrays(values):
            found.setdefault(_key(array), array)
        self._keys, self.arrays = tuple(found), tuple(found.values())
        size = sum(array.size for array in self.arrays)
        self.worthwhile = 0 < size <= _LARGEST and all(array.dtype.kind in "fiub" for array in self.arrays)

    def filled(self, arrays: Arrays) -> tuple:
        """The values with these arrays in place of the pool's."""
        return _filled(self._values, dict(zip(self._keys, arrays, strict=True)))


def _key(array: np.ndarray) -> tuple:
    return array.dtype.str, array.shape, array.tobytes()


def _arrays(value: object) -> Iterator[np.ndarray]:
    if isinstance(value, np.ndarray):
        if value.ndim:
            yield value
    elif isinstance(value, tuple | list | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _arrays(item)


def _filled(value: object, arrays: dict[tuple, np.ndarray]) -> object:
    if isinstance(value, np.ndarray):
        return arrays[_key(value)].copy() if value.ndim else value
    if isinstance(value, tuple | list):
        return type(value)(_filled(item, arrays) for item in value)
    if isinstance(value, dict):
        return {key: _filled(item, arrays) for key, item in value.items()}
    return value
