"""What may be done to a number or array where nothing should be done to it: by name, the function, and what is said of it.

In the sentences {e} is the part it is done to, {p} an argument whose length comes in.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from types import SimpleNamespace

import numpy as np


def _square_matrix(x: np.ndarray) -> np.ndarray:
    if np.ndim(x) != 2 or np.shape(x)[0] != np.shape(x)[1]:
        raise TypeError("no square matrix")
    return x.T


def _rows(x: np.ndarray, kept: slice) -> np.ndarray:
    if np.ndim(x) < 1 or len(x) < 2:
        raise TypeError("no rows to leave out")
    return x[kept]


def _masked(x: np.ndarray, row: int) -> np.ndarray:
    if np.ndim(x) != 2 or len(x) < 2:
        raise TypeError("no batch")
    only = np.zeros_like(x)
    only[row] = x[row]
    return only


def _along(function: Callable, axis: int | None) -> Callable:
    def reduced(x: np.ndarray) -> np.ndarray:
        if np.ndim(x) < (1 if axis is None else axis + 1):
            raise TypeError("no such axis")
        return function(x, axis=axis, keepdims=np.ndim(x) > 1)

    return reduced


def _sigmoid(x: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-x))


def _softmax(x: np.ndarray) -> np.ndarray:
    e = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)


def _is_real(x: object) -> bool:
    return isinstance(x, int | float | np.ndarray | np.number) and not isinstance(x, bool)


def _of_numbers(function: Callable) -> Callable:
    def guarded(x: object) -> object:
        if not _is_real(x):
            raise TypeError("no number")
        done = function(x)
        if not np.all(np.isfinite(done)):
            raise ArithmeticError("no finite number")
        return done

    return guarded


_ON_NUMBERS: dict[str, tuple[Callable, str]] = {
    "negative": (lambda x: -x, "{e} comes in with the opposite sign"),
    "nothing": (lambda x: x * 0, "{e} is left out"),
    "ones": (lambda x: x * 0 + 1, "{e} is left out: a 1 stands in its place"),
    "transposed": (_square_matrix, "{e} is transposed where it is square"),
    "half": (lambda x: x * 0.5, "{e} is halved"),
    "double": (lambda x: x * 2, "{e} is doubled"),
    "absolute": (np.abs, "{e} loses its signs"),
    "signs": (np.sign, "only the sign of {e} is used"),
    "squared": (lambda x: x * x, "{e} is squared"),
    "rooted": (np.sqrt, "the square root of {e} is taken"),
    "complement": (lambda x: 1 - x, "1 minus {e} stands in its place"),
    "one_more": (lambda x: x + 1, "{e} is larger by one"),
    "one_less": (lambda x: x - 1, "{e} is smaller by one"),
    "averaged_down": (_along(np.mean, 0), "{e} is averaged over the rows"),
    "averaged_across": (_along(np.mean, 1), "{e} is averaged over the columns"),
    "averaged": (_along(np.mean, None), "{e} is averaged over all entries"),
    "summed_down": (_along(np.sum, 0), "{e} is added up over the rows"),
    "summed_across": (_along(np.sum, 1), "{e} is added up over the columns"),
    "summed": (_along(np.sum, None), "{e} is added up over all entries"),
    "largest": (_along(np.max, None), "the largest entry stands for all of {e}"),
    "first_row": (lambda x: _masked(x, 0), "only the first row of {e} counts"),
    "last_row": (lambda x: _masked(x, -1), "only the last row of {e} counts"),
    "without_first": (lambda x: _rows(x, slice(1, None)), "{e} is used without its first entry"),
    "without_last": (lambda x: _rows(x, slice(None, -1)), "{e} is used without its last entry"),
    "backwards": (lambda x: _rows(x, slice(None, None, -1)), "{e} is used in reverse order"),
    "whole": (np.round, "{e} is rounded to whole numbers"),
    "floored": (np.floor, "{e} is cut to whole numbers"),
    "through_relu": (lambda x: np.maximum(x, 0), "negative entries of {e} become 0"),
    "through_sigmoid": (_sigmoid, "{e} is sent through a sigmoid"),
    "through_tanh": (np.tanh, "{e} is sent through tanh"),
    "through_softmax": (_softmax, "{e} is sent through softmax"),
    "through_exp": (np.exp, "the exponential of {e} is taken"),
    "through_log": (np.log, "the logarithm of {e} is taken"),
    "single": (lambda x: np.asarray(x).astype(np.float32).astype(float), "{e} is rounded to single precision"),
    "half_precision": (lambda x: np.asarray(x).astype(np.float16).astype(float), "{e} is rounded to half precision"),
    "over_pi": (lambda x: x * (3.14 / np.pi), "3.14 stands for pi in {e}"),
    "inverted": (lambda x: 1 / x, "{e} stands below a fraction line instead of above, or the other way round"),
    "normalised": (lambda x: x / np.linalg.norm(x), "{e} is divided by its length"),
    "centred": (lambda x: x - np.mean(x, axis=0), "the mean of {e} is taken off"),
    "positive": (lambda x: (x > 0) * 1.0, "only whether {e} is positive is used"),
}
for _limit in (1, 5, 6, 10, 15, 20, 30, 50, 100, 500, 700):
    _ON_NUMBERS[f"cut_at_{_limit}"] = (lambda x, limit=_limit: np.clip(x, -limit, limit), f"{{e}} is cut off at {_limit}")
for _power in (6, 8, 10, 12, 15):
    _ON_NUMBERS[f"plus_{_power}"] = (lambda x, power=_power: x + 10.0**-power, f"1e-{_power} is added to {{e}}")

# Of lists: leave some out, or turn them round.
_ON_LISTS: dict[str, tuple[Callable, str]] = {
    "all_but_last": (lambda x: x[:-1], "the last of {e} is left out"),
    "all_but_first": (lambda x: x[1:], "the first of {e} is left out"),
    "only_first": (lambda x: x[:1], "only the first of {e} is used"),
    "only_last": (lambda x: x[-1:], "only the last of {e} is used"),
    "only_two": (lambda x: x[:2], "only the first two of {e} are used"),
    "reversed": (lambda x: x[::-1], "{e} is gone through from the last to the first"),
}

_BY_LENGTH: dict[str, tuple[Callable, str]] = {
    "per_rows": (lambda x, p: x / len(p), "{e} is divided by the number of rows of {p}"),
    "times_rows": (lambda x, p: x * len(p), "{e} is multiplied by the number of rows of {p}, or not divided by it"),
    "per_columns": (lambda x, p: x / p.shape[1], "{e} is divided by the number of columns of {p}"),
    "times_columns": (lambda x, p: x * p.shape[1], "{e} is multiplied by the number of columns of {p}"),
    "per_entries": (lambda x, p: x / p.size, "{e} is divided by the number of entries of {p}"),
    "times_entries": (lambda x, p: x * p.size, "{e} is multiplied by the number of entries of {p}"),
    "entries_for_rows": (lambda x, p: x * len(p) / p.size, "{e} is divided by the number of entries of {p} instead of its rows"),
    "columns_for_rows": (lambda x, p: x * len(p) / p.shape[1], "{e} is divided by the number of columns of {p} instead of its rows"),
    "per_root": (lambda x, p: x / np.sqrt(p.shape[-1]), "{e} is divided by the root of the number of columns of {p}"),
}


class Numpy:
    """numpy, whose linear algebra refuses what is not finite: LAPACK would complain on the standard output of the process."""

    def __init__(self) -> None:
        functions = {name: getattr(np.linalg, name) for name in dir(np.linalg) if not name.startswith("_")}
        self.linalg = SimpleNamespace(**{name: _of_finite(one) if inspect.isroutine(one) or hasattr(one, "__wrapped__") else one for name, one in functions.items()})
        self.polyfit = _polyfit

    def __getattr__(self, name: str) -> object:
        return getattr(np, name)


def _of_finite(function: Callable) -> Callable:
    def guarded(*args: object, **named: object) -> object:
        if not all(np.all(np.isfinite(arg)) for arg in args if isinstance(arg, np.ndarray)):
            raise ArithmeticError("not finite")
        return function(*args, **named)

    return guarded


def _polyfit(x: np.ndarray, y: np.ndarray, degree: int, *args: object, **named: object) -> object:
    """`np.polyfit`, which divides each power of x by its length: that must be neither 0 nor infinite."""
    powers = np.vander(np.asarray(x, dtype=float), degree + 1)
    lengths = np.sum(powers * powers, axis=0)
    if not np.all(np.isfinite(lengths) & (lengths > 0)) or not np.all(np.isfinite(y)):
        raise ArithmeticError("not finite")
    return np.polyfit(x, y, degree, *args, **named)


def _is_list(function: Callable) -> Callable:
    def guarded(x: object) -> object:
        if not isinstance(x, list | tuple | range) or len(x) < 2:
            raise TypeError("no list")
        return function(x)

    return guarded


# Done to whole arguments and results only: in the middle of a formula they are rare.
FOR_WHOLE = frozenset({"cut_at_5", "cut_at_6", "cut_at_15", "cut_at_20", "cut_at_50", "cut_at_100", "cut_at_700", "over_pi", "through_log", "through_exp"})
ON_NUMBERS = {name: text for name, (_, text) in _ON_NUMBERS.items()}
ON_LISTS = {name: text for name, (_, text) in _ON_LISTS.items()}
BY_LENGTH = {name: text for name, (_, text) in _BY_LENGTH.items()}
NAMESPACE = SimpleNamespace(
    **{name: _of_numbers(function) for name, (function, _) in _ON_NUMBERS.items()},
    **{name: _is_list(function) for name, (function, _) in _ON_LISTS.items()},
    **{name: function for name, (function, _) in _BY_LENGTH.items()},
)
