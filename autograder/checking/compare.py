"""Compare what came back with what is right, in the order in which a person would look: type, shape, dtype, values."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from autograder.checking.arrays import apart, array_text, side_by_side
from autograder.checking.noted import is_number, noted, type_name

_KIND_NAMES = {"f": "float", "i": "int", "u": "int", "b": "bool", "c": "complex", "U": "text", "S": "bytes"}
_NUMBERS = "biufc"


@dataclass(frozen=True, slots=True)
class Difference:
    """The first thing found wrong: a kind of `record.KINDS`, a sentence, and the two sides as text."""

    kind: str
    message: str
    got: str = ""
    expected: str = ""
    tolerance: str = ""
    path: tuple = ()  # where in a tuple or dict


def difference(got: object, expected: object, tolerance: object) -> Difference | None:
    """The first difference between `got` and `expected`, or None.

    expected: array, number, text, bool or None, or a tuple or dict of them; tolerance: same structure, absolute,
    per entry; None asks for equality. Arrays must be plain float64 (integers and booleans where the right answer
    has them; an integer result is taken as a float where a float is right, since `relu` of integers is integers).
    """
    if isinstance(expected, tuple | list):
        return _sequence_difference(got, expected, tolerance)
    if isinstance(expected, dict):
        return _dict_difference(got, expected, tolerance)
    if expected is None or isinstance(expected, str | bytes):
        same = type(got) is type(expected) and got == expected
        return None if same else Difference("value", "the result is not the right one", shown(got), shown(expected))
    return _array_difference(got, expected, tolerance)


def structure_difference(got: object, expected: tuple | list | dict) -> Difference | None:
    """Whether a result is a tuple of as many parts, or a dict with the same keys; the parts are not looked at."""
    if isinstance(expected, dict):
        return _keys_difference(got, expected)
    if isinstance(got, tuple | list) and len(got) == len(expected):
        return None
    # An array whose first axis has the right length unpacks like a tuple, so it is one.
    if type(got) is np.ndarray and got.ndim and len(got) == len(expected):
        return None
    kind = type(expected).__name__
    return Difference("type", f"a {kind} of {len(expected)} was expected, not {type_name(got)}")


def _sequence_difference(got: object, expected: tuple | list, tolerance: object) -> Difference | None:
    found = structure_difference(got, tuple(expected))
    if found:
        return found
    for i, right in enumerate(expected):
        found = difference(got[i], right, None if tolerance is None else tolerance[i])
        if found:
            return _at(found, i)
    return None


def _keys_difference(got: object, expected: dict) -> Difference | None:
    if not isinstance(got, dict):
        return Difference("type", f"a dict was expected, not {type_name(got)}")
    if set(got) != set(expected):
        lacking = sorted(map(str, set(expected) - set(got)))
        extra = sorted(map(str, set(got) - set(expected)))
        told = [f"missing keys: {', '.join(lacking)}"] * bool(lacking) + [f"unexpected keys: {', '.join(extra)}"] * bool(extra)
        return Difference("type", "; ".join(told))
    return None


def _dict_difference(got: object, expected: dict, tolerance: object) -> Difference | None:
    found = _keys_difference(got, expected)
    if found:
        return found
    for key, right in expected.items():
        found = difference(got[key], right, None if tolerance is None else tolerance[key])
        if found:
            return _at(found, key)
    return None


def _at(found: Difference, key: object) -> Difference:
    """A difference in one part of a result, with its place in the message."""
    return replace(found, message=placed(f"[{key!r}]", found.message), path=(key, *found.path))


def placed(where: str, message: str) -> str:
    """A message about one part of a result: `where` is its place, such as "[2]"."""
    for start, told in (("the result ", f"result {where} "), ("result [", f"result {where}[")):
        if message.startswith(start):
            return told + message.removeprefix(start)
    return f"result {where}: {message}" if where else message


def _array_difference(got: object, expected: object, tolerance: object) -> Difference | None:
    right = np.asarray(expected)
    if _plainly_close(got, right, tolerance):
        return None
    found = type_difference(got, right.ndim) or shape_difference(got, right.shape) or _kind_difference(got, right)
    if found:
        return found
    array = np.asarray(got)
    if right.dtype.kind in "fc":
        found = finite_difference(got, right)
        if found:
            return found
        allowed = np.zeros(right.shape) if tolerance is None else np.broadcast_to(np.asarray(tolerance, dtype=float), right.shape)
        with np.errstate(invalid="ignore"):
            wrong = ~((np.abs(array - right) <= allowed) | (array == right) | (np.isnan(array) & np.isnan(right)))
    else:
        allowed = None
        wrong = array != right
    if not np.any(wrong):
        return None
    return Difference("value", where_wrong(wrong, array, right), *sides(array, right, wrong), _tolerance_text(allowed, wrong))


def _plainly_close(got: object, right: np.ndarray, tolerance: object) -> bool:
    """Whether this is the usual case, which needs no words: a float64 array of the right shape, finite and close everywhere."""
    if type(got) is not np.ndarray or got.dtype != np.float64 or right.dtype != np.float64 or got.shape != right.shape:
        return False
    if tolerance is None or np.shape(tolerance) not in (right.shape, ()):
        return False
    with np.errstate(invalid="ignore", over="ignore"):
        off = np.abs(got - right)
    # Less than infinite: neither is NaN, nor infinite, nor is the tolerance what makes them close.
    return bool(((off <= tolerance) & (off < np.inf)).all())


def type_difference(got: object, ndim: int) -> Difference | None:
    """Whether a value is a plain array (or, for `ndim` 0, a number)."""
    if type(got) is np.ndarray or (ndim == 0 and is_number(got)):
        return None
    wanted = "a number" if ndim == 0 else "a numpy array"
    hint = _how_to_mend(got) if isinstance(got, list | tuple) and ndim else ""
    if is_number(got):
        wanted = f"an array with {ndim} {'axis' if ndim == 1 else 'axes'}"
    return Difference("type", f"the result is {type_name(got)}, not {wanted}{hint}")


def _how_to_mend(got: list | tuple) -> str:
    """What to do with a list or tuple that should be an array: a tuple with arrays in it is several results, not one."""
    several = isinstance(got, tuple) and any(isinstance(part, np.ndarray) for part in got)
    return "; return the array alone" if several else "; wrap it in np.array(...)"


def shape_difference(got: object, shape: tuple[int, ...]) -> Difference | None:
    """Whether an array has exactly this shape: nothing is broadcast."""
    if np.shape(got) == tuple(shape):
        return None
    return Difference("shape", f"the result has shape {np.shape(got)}, not {tuple(shape)}", f"shape {np.shape(got)}", f"shape {tuple(shape)}")


def kind_difference(got: object, kind: str) -> Difference | None:
    """Whether the dtype is of `kind`: "float" (float64), "int" (any width) or "bool"."""
    dtype = np.asarray(got).dtype
    fine = dtype == np.float64 if kind == "float" else _KIND_NAMES.get(dtype.kind) == kind
    if fine:
        return None
    wanted = "float64" if kind == "float" else kind
    return Difference("dtype", f"the result has dtype {dtype}, not {wanted}", str(dtype), wanted)


def _kind_difference(got: object, right: np.ndarray) -> Difference | None:
    dtype = np.asarray(got).dtype
    if right.dtype.kind == "f":
        if dtype.kind in "iu":
            return None
        if dtype.kind == "c":
            return Difference("dtype", "the result is complex; the course works with real numbers", str(dtype), "float64")
        return kind_difference(got, "float")
    return kind_difference(got, _KIND_NAMES.get(right.dtype.kind, str(right.dtype)))


def finite_difference(got: object, right: object = None) -> Difference | None:
    """Whether a result is free of NaN and infinity, or has them only where the right answer has."""
    array = np.asarray(got)
    if array.dtype.kind not in "fc":
        return None
    bad = ~np.isfinite(array) & (right is None or np.isfinite(np.asarray(right)))
    if not np.any(bad):
        return None
    names = [name for name, test in (("NaN", np.isnan), ("infinity", np.isinf)) if np.any(test(array) & bad)]
    pair = sides(array, np.asarray(right), bad) if right is not None else (sides(array, array, bad)[0], "")
    return Difference("not_finite", f"the result holds {' and '.join(names)} ({int(bad.sum())} of {bad.size})", *pair)


def where_wrong(wrong: np.ndarray, got: np.ndarray, right: np.ndarray) -> str:
    """How many entries are wrong and what the first of them is; `wrong` marks at least one."""
    if wrong.ndim == 0:
        return "got {}, expected {}".format(*apart(got, right))
    count, first = int(wrong.sum()), tuple(int(i) for i in np.argwhere(wrong)[0])
    place = f"[{', '.join(map(str, first))}]"
    one, other = apart(got[first], right[first])
    if wrong.size == 1:
        return f"the entry is {one}, not {other}"
    told = "all" if count == wrong.size else f"{count} of {wrong.size}"
    verb = "is" if count == 1 else "are"
    return f"{told} entries {verb if told != 'all' else 'are'} wrong; entry {place} is {one}, not {other}"


def _tolerance_text(allowed: np.ndarray | None, wrong: np.ndarray) -> str:
    if allowed is None:
        return ""
    return f"{float(allowed[wrong].min()):.1e}"


def sides(got: np.ndarray, expected: np.ndarray, wrong: np.ndarray) -> tuple[str, str]:
    """Two arrays of one shape as text, cut to the same part, with the entries marked that are `wrong`."""
    if got.dtype.kind in _NUMBERS and expected.dtype.kind in _NUMBERS:
        return side_by_side(got, expected, wrong)
    return shown(got), shown(expected)


def shown(value: object) -> str:
    """A value as short text."""
    if type(value) is not np.ndarray:
        return noted(value)[:400]
    if value.dtype.kind in _NUMBERS:
        return array_text(value)
    return str(value.tolist())[:400] if value.dtype.kind in "US" else type_name(value)
