"""Which known mistake gives these numbers: two traces of the same check are compared call by call.

Twenty wrong backward passes on one well chosen input are pairwise distinct, so equal numbers on several inputs
identify a mistake. The inputs of a check are fixed, so the traces of two implementations are comparable.
"""

from __future__ import annotations

import builtins
from collections.abc import Iterator, Sequence

import numpy as np

from autograder.checking.noted import is_number
from autograder.checking.observe import Outcome

_RTOL = 1e-9
_BLOCK = 1 << 16  # numbers compared at once


def same_trace(one: Sequence[Outcome], other: Sequence[Outcome]) -> bool:
    """Whether two runs of a check saw the same results, errors and changed arguments in every call."""
    return len(one) == len(other) and all(same_outcome(a, b) for a, b in zip(one, other, strict=True))


def same_outcome(one: Outcome, other: Outcome) -> bool:
    """Whether two calls gave the same result, the same kind of error and changed the same arguments."""
    if one.error is not None or other.error is not None:
        return one.error is not None and other.error is not None and _public(one.error) == _public(other.error)
    return tuple(one.mutated) == tuple(other.mutated) and _same_value(one.value, other.value)


def _public(error: str) -> str:
    """The name of an error as a hidden call tells it: a name that is not Python's own could be text of a learner's choice."""
    base = error.rpartition("(")[2].removesuffix(")")
    return base if base == "LinAlgError" or isinstance(getattr(builtins, base, None), type) else "Exception"


def _same_value(one: object, other: object) -> bool:
    if isinstance(one, tuple | list) and isinstance(other, tuple | list):
        return len(one) == len(other) and all(_same_value(a, b) for a, b in zip(one, other, strict=True))
    if isinstance(one, dict) and isinstance(other, dict):
        return set(one) == set(other) and all(_same_value(one[key], other[key]) for key in one)
    if _is_numeric(one) and _is_numeric(other):
        return _same_numbers(np.asarray(one), np.asarray(other))
    return type(one) is type(other) and isinstance(one, str | bytes | None) and one == other


def _is_numeric(value: object) -> bool:
    return type(value) is np.ndarray or is_number(value)


def _same_numbers(one: np.ndarray, other: np.ndarray) -> bool:
    if one.shape != other.shape or one.dtype.kind not in "biufc" or other.dtype.kind not in "biufc":
        return False
    if (one.dtype.kind == "b") != (other.dtype.kind == "b"):
        return False
    if one.size > _BLOCK:  # a block at a time: what a comparison makes on its way is several times as large as what is compared
        atol = max((_scale(block) for block in _blocks(other)), default=0.0)
        return all(_close(a, b, atol) for a, b in zip(_blocks(one), _blocks(other), strict=True))
    return _close(one, other, _scale(other))


def _scale(values: np.ndarray) -> float:
    return _RTOL * float(np.abs(values[np.isfinite(values)]).max(initial=0.0))


def _close(one: np.ndarray, other: np.ndarray, atol: float) -> bool:
    with np.errstate(invalid="ignore"):
        return bool(np.allclose(one, other, rtol=_RTOL, atol=atol, equal_nan=True))


def _blocks(values: np.ndarray) -> Iterator[np.ndarray]:
    """The numbers of an array, in the order of their indices, a copy of some at a time."""
    return (values.flat[start : start + _BLOCK] for start in range(0, values.size, _BLOCK))
