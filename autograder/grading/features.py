"""What can be said of the arguments of a call without a number of them: an array is square, a count is 0, a batch has one row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

_MOST_ARRAYS, _MOST_COLUMNS = 8, 12  # of one call; of an array whose columns are compared
_NEAR = 1e-3
_RESULT = "the right result"
_FLOATS_END, _INT64_END = 2**53, 2**63


@dataclass(frozen=True, slots=True)
class Feature:
    """What may be true of a call or not, in words for both ("" for what is never said); `rank`: how special it is, the smaller the more; -1 if one wrong call shows it."""

    yes: str
    no: str
    rank: int = 1
    is_text: bool = False
    is_sharp: bool = False  # whether "not" says as much: a number that is not 0 comes in, a matrix that is not square is like most


Features = Mapping[Feature, bool]


def features(args: Sequence[object], names: Sequence[str], right: object = None) -> Features:
    """What holds and what does not of one call.

    names: of the arguments. right: what is right there.
    """
    found: dict[Feature, bool] = {}
    numbers = [(name, value) for value, name in zip(args, names, strict=False) if _is_number(value)]
    arrays: list[tuple[str, np.ndarray]] = []
    for value, name in zip(args, names, strict=False):
        for feature, holds in _of_value(value, name, numbers):
            found[feature] = bool(holds)
        arrays += _arrays(value, name)
    for feature, holds in (*_of_keys(args, names), *_of_lengths(arrays[:_MOST_ARRAYS], numbers), *_of_numbers([*numbers, (_RESULT, right)] if _is_number(right) else numbers), *_of_result(right)):
        found[feature] = bool(holds)
    return found


def quantities(args: Sequence[object], names: Sequence[str]) -> Mapping[tuple[str, str], float]:
    """By what is said of it where it is large and where it is small, each quantity of a call that may be either."""
    found: dict[tuple[str, str], float] = {}
    for value, name in zip(args, names, strict=False):
        if _is_number(value) and np.isfinite(float(value)):
            found[f"{name} is large", f"{name} is small"] = float(value)
        elif isinstance(value, tuple | list):
            found[f"{name} has many parts", f"{name} has few parts"] = len(value)
        for called, array in _arrays(value, name)[:_MOST_ARRAYS]:
            if array.ndim:
                found[f"{called} has many rows", f"{called} has few rows"] = len(array)
            if array.ndim == 2:
                found[f"{called} has many columns", f"{called} has few columns"] = array.shape[1]
            if array.dtype.kind == "f" and array.size and np.all(np.isfinite(array)):
                found[f"{called} holds large numbers", f"{called} holds small numbers only"] = float(np.abs(array).max())
    return found


def _of_value(value: object, name: str, numbers: Sequence[tuple[str, float]]) -> Iterator[tuple[Feature, bool]]:
    """Of one argument; numbers: those among the arguments."""
    if isinstance(value, str):
        if value.isidentifier():  # the name of a choice, and no text that a check has made up
            yield Feature(f"{name} is {value!r}", f"{name} is not {value!r}", 0, True, True), True
    elif isinstance(value, bool | None):
        yield Feature(f"{name} is {value}", f"{name} is not {value}", 0, True, True), True
    elif _is_number(value):
        yield from _of_number(value, name)
    elif isinstance(value, tuple | list):
        yield Feature(f"{name} is empty", f"{name} is not empty", 0), not value
        yield Feature(f"{name} has one part only", f"{name} has not just one part"), len(value) == 1
        if not any(map(callable, value)):
            yield Feature(f"{name} has more than two parts", f"{name} has at most two parts"), len(value) > 2
        if all(_is_number(one) for one in value) and value:
            yield Feature(f"{name} holds equal numbers", f"{name} holds different numbers only"), len(set(value)) < len(value)
            yield Feature(f"{name} holds a 0", f"{name} holds no 0", 0), 0 in value
            yield Feature(f"{name} holds a 1", f"{name} holds no 1"), 1 in value
            yield from ((Feature(f"all of {name} are multiples of {other}", f"not all of {name} are multiples of {other}", 0, is_sharp=True), all(one % y == 0 for one in value)) for other, y in numbers if y > 0)
    for called, array in _arrays(value, name)[:_MOST_ARRAYS]:
        yield from _of_array(array, called)


def _of_number(value: float, name: str) -> Iterator[tuple[Feature, bool]]:
    yield Feature(f"{name} is 0", f"{name} is not 0", 0, is_sharp=True), value == 0
    yield Feature(f"{name} is below 0", f"{name} is not below 0", 0), value < 0
    yield Feature(f"{name} is near 0, but not 0", "", 0), 0 < abs(value) < _NEAR
    yield Feature(f"{name} is 1", f"{name} is not 1", 0, is_sharp=True), value == 1
    yield Feature(f"{name} is larger than 1", f"{name} is at most 1"), value > 1
    if float(value).is_integer():
        yield Feature(f"{name} is odd", f"{name} is even"), int(value) % 2 == 1
    if isinstance(value, float | np.floating):
        yield Feature(f"{name} is a whole number", f"{name} is no whole number"), float(value).is_integer()


def _of_array(a: np.ndarray, name: str) -> Iterator[tuple[Feature, bool]]:
    yield Feature(f"{name} is empty", f"{name} is not empty", 0), not a.size
    yield Feature(f"{name} is a single number", f"{name} is no single number"), not a.ndim
    yield Feature(f"{name} is a matrix", f"{name} has more or less than two axes", 0), a.ndim == 2
    if a.ndim == 1:
        yield Feature(f"{name} has one entry only", f"{name} has not just one entry"), len(a) == 1
    if a.ndim == 2:
        rows, columns = a.shape
        yield Feature(f"a column of {name} is a multiple of another one", f"no column of {name} is a multiple of another one"), _has_parallels(a)
        yield Feature(f"{name} has as many rows as columns", f"{name} has another number of rows than of columns", 0), rows == columns
        yield Feature(f"{name} has one row only", f"{name} has not just one row"), rows == 1
        yield Feature(f"{name} has one column only", f"{name} has not just one column"), columns == 1
        yield Feature(f"{name} has more rows than columns", f"{name} has at most as many rows as columns"), rows > columns
        yield Feature(f"{name} has more columns than rows", f"{name} has at most as many columns as rows"), columns > rows
        yield Feature(f"{name} has two equal rows", f"{name} has no two equal rows"), len(np.unique(a, axis=0)) < rows
    if a.dtype.kind in "iu":
        yield Feature(f"the numbers of {name} are of a type for whole numbers", f"the numbers of {name} are floats", 0), True
    elif a.dtype.kind == "f":
        yield Feature(f"the numbers of {name} are of a type for whole numbers", f"the numbers of {name} are floats", 0), False
    if a.dtype.kind in "fiu" and a.size:
        yield Feature(f"{name} holds NaN", f"{name} holds no NaN", -1), np.any(np.isnan(a))
        yield Feature(f"{name} holds an infinite number", f"{name} holds no infinite number", -1), np.any(np.isinf(a))
        yield Feature(f"{name} is 0 everywhere", f"{name} is not 0 everywhere", 0), not np.any(a)
        yield Feature(f"{name} holds a 0", f"{name} holds no 0"), np.any(a == 0)
        yield Feature(f"{name} holds a number near 0 that is not 0", "", 0), np.any((a != 0) & (np.abs(a) < _NEAR))


def _of_keys(args: Sequence[object], names: Sequence[str]) -> Iterator[tuple[Feature, bool]]:
    """Of two dicts with the same keys."""
    dicts = [(name, value) for value, name in zip(args, names, strict=False) if isinstance(value, dict)]
    for (one, a), (other, b) in combinations(dicts, 2):
        if a.keys() == b.keys():
            yield Feature(f"the keys of {one} and {other} stand in different orders", f"the keys of {one} and {other} stand in the same order", 0), list(a) != list(b)


def _of_lengths(arrays: Sequence[tuple[str, np.ndarray]], numbers: Sequence[tuple[str, float]]) -> Iterator[tuple[Feature, bool]]:
    """Of lengths that may be equal, or equal to a number."""
    for (one, a), (other, b) in combinations(arrays, 2):
        for what, i in (("rows", 0), ("columns", 1)):
            for there, j in (("rows", 0), ("columns", 1)):
                if a.ndim > i and b.ndim > j:
                    yield Feature(f"{one} has as many {what} as {other} has {there}", f"{one} has not as many {what} as {other} has {there}"), a.shape[i] == b.shape[j]
    for name, number in numbers:
        for called, a in arrays:
            if a.ndim and float(number).is_integer():
                rows = len(a)
                yield Feature(f"{name} is the number of rows of {called}", f"{name} is not the number of rows of {called}", 0), number == rows
                yield Feature(f"{name} is at least the number of rows of {called}", f"{name} is less than the number of rows of {called}", 0), number >= rows
                yield Feature(f"{name} divides the number of rows of {called}", f"{name} does not divide the number of rows of {called}"), number > 0 and rows % number == 0


def _of_numbers(numbers: Sequence[tuple[str, float]]) -> Iterator[tuple[Feature, bool]]:
    """Of every two numbers, the last of which may be the right result."""
    for (one, x), (other, y) in combinations(numbers, 2):
        if other != _RESULT or all(isinstance(number, int | np.integer) for number in (x, y)):
            yield Feature(f"{one} and {other} are equal", f"{one} and {other} are different", 2 if other == _RESULT else 1), x == y
        if other != _RESULT and all(isinstance(number, int | np.integer) for number in (x, y)):  # of two counts, the larger one
            yield Feature(f"{one} is larger than {other}", f"{one} is at most {other}"), x > y
            yield Feature(f"{one} is smaller than {other}", f"{one} is at least {other}"), x < y
            if y > 0:
                yield Feature(f"{one} is a multiple of {other}", f"{one} is no multiple of {other}"), x % y == 0


def _of_result(right: object) -> Iterator[tuple[Feature, bool]]:
    """Of the right result, where it is a single number, or its digits, or a truth value."""
    if isinstance(right, str) and right.isdigit():
        right = int(right)
    if isinstance(right, bool | np.bool_):
        yield Feature("the right answer is True", "the right answer is False", 0), bool(right)
    elif isinstance(right, int | np.integer):
        yield Feature("the right result is a whole number beyond 2**53", "the right result is less than 2**53", -1), abs(int(right)) > _FLOATS_END
        yield Feature("the right result is a whole number beyond 2**63", "the right result is less than 2**63", -1), abs(int(right)) >= _INT64_END
        yield Feature("the right result is 0", "the right result is not 0", 0), right == 0


def _has_parallels(a: np.ndarray) -> bool:
    """Whether two columns, of a few, have the same direction or opposite ones."""
    if a.dtype.kind not in "fiu" or not 2 <= a.shape[1] <= _MOST_COLUMNS or not np.all(np.isfinite(a)) or len(a) < 2:
        return False
    sizes = np.linalg.norm(a, axis=0)
    straight = a[:, sizes > 0] / sizes[sizes > 0]
    return bool(np.any(np.abs(np.triu(straight.T @ straight, 1)) > 1 - 1e-12))


def _arrays(value: object, name: str) -> list[tuple[str, np.ndarray]]:
    """The arrays in an argument with what they are called, at fixed places only: entries of a list whose length may be another one have none."""
    if isinstance(value, np.ndarray):
        return [(name, value)]
    if isinstance(value, dict):
        return [(f"{name}[{key!r}]", one) for key, one in value.items() if isinstance(one, np.ndarray)]
    return []


def _is_number(value: object) -> bool:
    return isinstance(value, int | float | np.integer | np.floating) and not isinstance(value, bool | np.bool_)
