"""How close is close: tolerances that follow from how sensitive the right answer is to rounding.

A correct formula, evaluated in float64 in any order, is off by a small multiple of ``eps * S`` where
``S_i = |f_i| + sum_j |df_i/dx_j| |x_j|`` is the condition of output ``i`` (Higham, *Accuracy and Stability of
Numerical Algorithms*, ch. 1). We estimate ``S`` by evaluating the reference at inputs whose entries are all moved by a
relative step with random signs, and allow ``RTOL * S``: 45,000 times ``eps``, where stable formulas were measured to
need less than 400, and 6,000 times less than one float32 rounding. Two step sizes are used and the smaller answer is
believed, because at a jump (two equal maxima) the smallest step would give the largest condition.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from autograder.checking.memo import Memo, key_of

RTOL = 1e-11
_BARE_RTOL = 1e-9  # for right answers given as numbers: worked by hand, or to ten digits
_STEPS = (2.0**-26, 2.0**-16)
_PROBES = 4
_ROUNDINGS = 4 * np.finfo(float).eps
_UNDERFLOW = 10 * np.finfo(float).tiny  # where float64 has nothing left to be relative to


@dataclass(frozen=True, slots=True)
class Expected:
    """A right answer and how far from it one may be.

    value: an array, a number, or a tuple of them. tolerance: same structure, absolute, one entry per entry of
    `value`; None where the value has to be met exactly (integers, booleans). origin and args: the function that gives
    the right answer and what it was called with, if it may be asked about other arguments too.
    """

    value: object
    tolerance: object
    origin: Callable | None = field(default=None, compare=False, repr=False)
    args: tuple = field(default=(), compare=False, repr=False)


_memo = Memo(4096)


def expected_from(function: Callable, *args: object, rtol: float = RTOL) -> Expected:
    """What `function` (a reference) gives at `args`, with the tolerance its conditioning there asks for.

    Float arrays and float numbers among the arguments are perturbed; everything else is passed as it is. Results
    are remembered by function and argument values: the reference runs once per input, not once per submission.

    Raises whatever the reference raises: a reference must not fail on an input a check is built on.
    """
    return _memo.get(key_of(function, args, rtol), lambda: _compute(function, args, rtol))


def _compute(function: Callable, args: tuple, rtol: float) -> Expected:
    value = function(*copy.deepcopy(args))
    probe = np.random.default_rng(0)
    probed = [[function(*(_perturbed(arg, step, probe) for arg in args)) for _ in range(_PROBES)] for step in _STEPS]
    return Expected(value, _tolerance(value, probed, rtol), function, args)


def _perturbed(arg: object, step: float, rng: np.random.Generator) -> object:
    if isinstance(arg, float | np.floating):
        return type(arg)(arg * (1 + step * float(_moves(rng, ()))))
    if isinstance(arg, np.ndarray) and arg.dtype.kind == "f":
        return arg * (1 + step * _moves(rng, arg.shape))
    if isinstance(arg, list | tuple):
        return type(arg)(_perturbed(item, step, rng) for item in arg)
    if isinstance(arg, dict):
        return {key: _perturbed(item, step, rng) for key, item in arg.items()}
    return copy.deepcopy(arg)


def _moves(rng: np.random.Generator, shape: tuple[int, ...]) -> np.ndarray:
    """Random signs and unequal sizes: two terms that cancel must not be moved by the same amount in every probe."""
    return rng.choice((-1.0, 1.0), size=shape) * rng.uniform(0.5, 1.0, size=shape)


def _tolerance(value: object, probed: list[list], rtol: float) -> object:
    """probed: per step size, what the function gave at inputs moved by it; all with the structure of `value`."""
    if isinstance(value, tuple | list):
        return tuple(_tolerance(item, [[p[i] for p in same] for same in probed], rtol) for i, item in enumerate(value))
    if isinstance(value, dict):
        return {key: _tolerance(item, [[p[key] for p in same] for same in probed], rtol) for key, item in value.items()}
    array = np.asarray(value)
    if array.dtype.kind != "f":
        return None
    with np.errstate(invalid="ignore", over="ignore"):
        moved = [np.max([np.abs(np.asarray(p) - array) for p in same], axis=0) / step for step, same in zip(_STEPS, probed, strict=True)]
        sensitivity = np.fmin(*(np.where(np.isfinite(one), one, np.nan) for one in moved))
    finite = np.abs(array[np.isfinite(array)])
    # An entry that is exactly 0 may come out as one rounding of its neighbours: cos(90 degrees) is 6e-17.
    floor = _ROUNDINGS * float(finite.max(initial=0.0)) + _UNDERFLOW
    return rtol * (np.abs(array) + np.nan_to_num(sensitivity)) + floor


def default_tolerance(value: object) -> object:
    """The tolerance for a right answer given as bare numbers: 1e-9 of the largest entry, at least 1e-9."""
    if isinstance(value, tuple | list):
        return tuple(default_tolerance(item) for item in value)
    if isinstance(value, dict):
        return {key: default_tolerance(item) for key, item in value.items()}
    array = np.asarray(value)
    if array.dtype.kind != "f":
        return None
    finite = np.abs(array[np.isfinite(array)])
    return np.full(array.shape, _BARE_RTOL * max(1.0, float(finite.max(initial=0.0))))
