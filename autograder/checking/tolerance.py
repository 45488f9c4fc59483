"""How close is close: tolerances that follow from how sensitive the right answer is to rounding.

A correct formula, evaluated in float64 in any order, is off by a small multiple of ``eps * S`` where
``S_i = |f_i| + sum_j |df_i/dx_j| |x_j|`` is the condition of output ``i`` (Higham, *Accuracy and Stability of
Numerical Algorithms*, ch. 1). We estimate ``S`` by evaluating the reference at inputs whose entries are all
moved by a relative ``2**-26`` with random signs, and allow ``RTOL * S``: four million times ``eps``, so that no
sensible order of summation fails, and thirty times less than one float32 rounding, so that a float32 detour does.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from autograder.checking.memo import Memo, key_of

RTOL = 1e-9
_STEP = 2.0**-26
_PROBES = 4


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
    probed = [function(*(_perturbed(arg, probe) for arg in args)) for _ in range(_PROBES)]
    return Expected(value, _tolerance(value, probed, rtol), function, args)


def _perturbed(arg: object, rng: np.random.Generator) -> object:
    if isinstance(arg, float | np.floating):
        return type(arg)(arg * (1 + _STEP * rng.choice((-1.0, 1.0))))
    if isinstance(arg, np.ndarray) and arg.dtype.kind == "f":
        return arg * (1 + _STEP * rng.choice((-1.0, 1.0), size=arg.shape))
    if isinstance(arg, list | tuple):
        return type(arg)(_perturbed(item, rng) for item in arg)
    if isinstance(arg, dict):
        return {key: _perturbed(item, rng) for key, item in arg.items()}
    return copy.deepcopy(arg)


def _tolerance(value: object, probed: list, rtol: float) -> object:
    if isinstance(value, tuple | list):
        return tuple(_tolerance(item, [p[i] for p in probed], rtol) for i, item in enumerate(value))
    if isinstance(value, dict):
        return {key: _tolerance(item, [p[key] for p in probed], rtol) for key, item in value.items()}
    array = np.asarray(value)
    if array.dtype.kind != "f":
        return None
    with np.errstate(invalid="ignore", over="ignore"):
        moved = np.max([np.abs(np.asarray(p) - array) for p in probed], axis=0, initial=0.0) / _STEP
        condition = np.abs(array) + np.where(np.isfinite(moved), moved, 0.0)
    return rtol * condition


def default_tolerance(value: object) -> object:
    """The tolerance for a right answer given as bare numbers: `RTOL` of the largest entry, at least `RTOL`."""
    if isinstance(value, tuple | list):
        return tuple(default_tolerance(item) for item in value)
    if isinstance(value, dict):
        return {key: default_tolerance(item) for key, item in value.items()}
    array = np.asarray(value)
    if array.dtype.kind != "f":
        return None
    finite = np.abs(array[np.isfinite(array)])
    return np.full(array.shape, RTOL * max(1.0, float(finite.max(initial=0.0))))
