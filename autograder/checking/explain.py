"""From a failed sentence to a diagnosis: collect what is known about the call into a `Scene`."""

from __future__ import annotations

import copy
import inspect
from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from autograder.checking.compare import difference
from autograder.checking.diagnosis import Diagnosis, diagnose, worded
from autograder.checking.leaves import at_path, in_words, leaves, replaced
from autograder.checking.memo import Memo, key_of
from autograder.checking.noted import is_number
from autograder.checking.observe import observe_quietly
from autograder.checking.reactions import ignored_argument, kept_state, use_of_chance
from autograder.checking.scene import Elsewhere, Remeasured, Scene

if TYPE_CHECKING:
    from autograder.checking.expect import Call
    from autograder.checking.gradients import Measured
    from autograder.checking.judge import Slope

_SAMPLE = 8
# Right results for other arguments: every learner who fails a check has the same ones tried. Together they take 64 MB at most.
_elsewhere_right = Memo(8192, keeps=lambda result: result is None or result.size <= 1000)
# What holds for every entry of an array, and by no accident.
_PLAIN = ("sign", "factor", "transpose", "axis", "shape", "zero", "value", "part")


def explain_value(
    call: Call,
    value: object,
    right: object,
    tolerance: object,
    about: str,
    others: dict[tuple, np.ndarray],
    origin: Callable | None = None,
    path: tuple | None = None,
) -> Diagnosis | None:
    """What may be wrong with one array or number, given the right one. None too for what holds no numbers.

    origin: gives the right result for other arguments as well, if it is known; path: where in it the right one is.
    """
    if not _is_numeric(value) or not _is_numeric(right):
        return None
    claimed, expected = np.asarray(value), np.asarray(right)
    if claimed.dtype.kind not in "fiub" or expected.dtype.kind not in ("fiub" if claimed.shape != expected.shape else "fiu"):
        return None
    slack = np.zeros(expected.shape) if tolerance is None else np.broadcast_to(np.asarray(tolerance, dtype=float), expected.shape)
    arrays, numbers = _arguments(call.args)
    parameters = _parameter_names(origin) if origin else ()
    return diagnose(
        Scene(
            claimed=claimed.astype(float),
            right=expected.astype(float),
            known=np.isfinite(expected.astype(float)),
            slack=slack,
            inputs={in_words(p): array for p, array in arrays.items() if array.dtype.kind in "fiu"},
            others={in_words(p): array for p, array in others.items()},
            numbers=tuple(numbers.values()),
            names={in_words(p): _argument_name(p, parameters) for p in arrays},
            chance=lambda: use_of_chance(call.function, call.args, origin and _part_of(origin, path)) if call.function is not None else None,
            unsteady=lambda: call.function is not None and kept_state(call.function, call.args, call.outcome),
            ignored=(lambda: ignored_argument(call.function, origin, call.args)) if origin and call.function else None,
            elsewhere=_elsewhere(call, origin, path) if origin and path is not None else None,
        ),
        about,
    )


def explain_other_parts(call: Call, right: object, tolerance: object, first: tuple) -> Diagnosis | None:
    """What is plainly wrong with another part of a result than the first one that is wrong, which may have been computed from it."""
    for path, part in leaves(right, _is_numeric):
        if path == first:
            continue
        try:
            value, inner = at_path(call.value, path), None if tolerance is None else at_path(tolerance, path)
        except (KeyError, IndexError, TypeError):
            continue
        found = difference(value, part, inner)
        if found is not None and found.kind in ("value", "shape", "type"):
            told = explain_value(call, value, part, inner, f"result {in_words((*call.path, *path))}", {})
            if told is not None and told.id.startswith(_PLAIN):
                return told
    return None


def explain_property(call: Call) -> Diagnosis | None:
    """What may be wrong with a result of which nothing but a property is known: whether chance comes from the generator."""
    found = use_of_chance(call.function, call.args) if call.function is not None else None
    return worded(found, "the result") if found else None


def _part_of(origin: Callable, path: tuple | None) -> Callable:
    """The part of the right result that is explained, as a function of the arguments."""
    return lambda *args: at_path(origin(*args), path or ())


def _argument_name(path: tuple, parameters: tuple[str, ...]) -> str:
    """What an array or number among the arguments is called: its parameter with the place in it, or its key."""
    if path[0] < len(parameters):
        return parameters[path[0]] + in_words(path[1:])
    return path[-1] if isinstance(path[-1], str) else "one of the arguments" + in_words(path[1:])


def _elsewhere(call: Call, origin: Callable, path: tuple) -> Elsewhere:
    names = _parameter_names(origin)

    def right(args: tuple) -> np.ndarray | None:
        return _elsewhere_right.get(key_of(origin, args, path), lambda: _right(origin, args, path))

    arrays, numbers = _arguments(call.args)
    places = [p for p in (*arrays, *numbers) if p not in arrays or arrays[p].dtype.kind in "fiu"]
    return Elsewhere(call.args, tuple((p, _argument_name(p, names)) for p in places), right)


def _right(origin: Callable, args: tuple, path: tuple) -> np.ndarray | None:
    """The part of the right result, which nobody may write to; None if there is no right value for such arguments."""
    try:
        with np.errstate(all="ignore"):
            found = np.array(at_path(origin(*copy.deepcopy(args)), path), dtype=float)
    except Exception:
        return None
    found.flags.writeable = False
    return found


def explain_gradient(
    call: Call, slope: Slope, claimed: np.ndarray, path: tuple, claim: tuple, measured: dict[tuple, Measured], about: str
) -> Diagnosis | None:
    """What may be wrong with one claimed gradient. `path`: of its array among the arguments; `claim`: of the claim in the result."""
    one = measured[path]
    if one.directions is not None and not np.any(one.trusted):
        return None
    own = np.asarray(at_path(slope.at, path), dtype=float)
    output = slope.output()
    upstream = np.asarray(slope.upstream, dtype=float)
    arrays, numbers = _arguments(slope.at)
    names = _parameter_names(slope.forward)
    handed, more = _arguments(call.args)
    same_shape = claimed.shape == own.shape
    return diagnose(
        Scene(
            claimed=claimed,
            right=one.value,
            known=one.trusted,
            slack=np.where(one.trusted, one.tolerance, 0.0),
            own=own,
            inputs={**{in_words(p): a for p, a in arrays.items()}, **{f"given {in_words(p)}": a for p, a in handed.items()}},
            names={
                **{in_words(p): _argument_name(p, names) for p in arrays},
                **{f"given {in_words(p)}": _argument_name(p, _parameter_names(call.function)) for p in handed},
            },
            others={in_words(p): m.value for p, m in measured.items() if p != path and m.directions is None},
            numbers=(*numbers.values(), *more.values()),
            upstream=upstream if upstream.ndim else None,
            output=output if output is not None and output.ndim else None,
            again=_again(call, slope, claim) if upstream.ndim else None,
            slopes=_remeasured(slope, path, one, claimed, arrays, numbers, names) if same_shape else None,
        ),
        about,
    )


def _again(call: Call, slope: Slope, claim: tuple) -> Callable[[np.ndarray], np.ndarray | None] | None:
    """The learner's function called with another upstream gradient, if that is one of its arguments."""
    place = next((i for i, arg in enumerate(call.args) if isinstance(arg, np.ndarray) and np.array_equal(arg, slope.upstream)), None)
    if place is None or call.function is None:
        return None

    def again(upstream: np.ndarray) -> np.ndarray | None:
        args = (*call.args[:place], upstream, *call.args[place + 1 :])
        (outcome,) = observe_quietly(call.function, [args])
        try:
            return np.asarray(at_path(outcome.value, (*call.path, *claim)), dtype=float)
        except (TypeError, KeyError, IndexError, ValueError):
            return None

    return again


def _remeasured(
    slope: Slope, path: tuple, one: Measured, claimed: np.ndarray, arrays: dict, numbers: dict, names: tuple[str, ...]
) -> Remeasured | None:
    indices = _telling(one, claimed)
    if not len(indices):
        return None

    def measure(**changes: object) -> tuple[np.ndarray, np.ndarray] | None:
        at = replaced(slope.at, changes["path"], changes["value"]) if "path" in changes else slope.at
        found = slope.elsewhere(at, changes.get("upstream", slope.upstream), path, indices)
        if found is None:
            return None
        usable = found.trusted.ravel()[indices]
        return np.where(usable, found.value.ravel()[indices], np.nan), found.tolerance.ravel()[indices]

    def named(p: tuple) -> str:
        return (names[p[0]] if p[0] < len(names) else "one of the arguments") + in_words(p[1:])

    return Remeasured(
        indices,
        path,
        {p: (named(p), a) for p, a in arrays.items() if a.dtype.kind == "f"},
        {p: (named(p), v) for p, v in numbers.items() if isinstance(v, float)},
        measure,
    )


def _telling(one: Measured, claimed: np.ndarray) -> np.ndarray:
    """A few entries that are measured, those that are off first: where a mistake can be recognised."""
    with np.errstate(invalid="ignore"):
        off = one.trusted & ~(np.abs(claimed - one.value) <= one.tolerance)
    rng = np.random.default_rng(3)
    wrong, fine = rng.permutation(np.flatnonzero(off)), rng.permutation(np.flatnonzero(one.trusted & ~off))
    wrong = wrong[np.argsort(claimed.ravel()[wrong] == 0, kind="stable")]  # a zero fits too many explanations
    chosen = [*wrong[: _SAMPLE - 2], *fine[:2]]
    return np.sort(np.array(chosen, dtype=int))


def _arguments(value: object, path: tuple = ()) -> tuple[dict[tuple, np.ndarray], dict[tuple, float]]:
    """The arrays and the plain numbers in nested arguments, by path."""
    if isinstance(value, np.ndarray):
        return ({path: value}, {}) if value.ndim else ({}, {})
    if is_number(value) and not isinstance(value, bool | complex):
        return {}, {path: value}
    arrays: dict[tuple, np.ndarray] = {}
    numbers: dict[tuple, float] = {}
    if isinstance(value, tuple | list | dict):
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            inner, more = _arguments(item, (*path, key))
            arrays |= inner
            numbers |= more
    return arrays, numbers


def _parameter_names(function: Callable) -> tuple[str, ...]:
    """What the forward function calls its arguments; () if that cannot be seen from here."""
    if hasattr(type(function), "observe_many"):
        return ()
    try:
        return tuple(inspect.signature(function).parameters)
    except (TypeError, ValueError):
        return ()


def _is_numeric(value: object) -> bool:
    return isinstance(value, np.ndarray) or (is_number(value) and not isinstance(value, bool | np.bool_))
