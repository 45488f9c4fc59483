"""What the value in a hole should be, where that follows from the right results: it is a part of the result, or leads to one.

From the end of the function to its beginning. A value that turns up in the result, whole or as a row or an entry, should be what stands
there in the right one. If it is known what a sum should be, and one term is right, it is known what the other should be; and what a
name should be, the expression that gave it its value should be too. All of it are guesses; running the code decides.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from autograder.repair.holes import Hole, Holed, Spot
from autograder.repair.results import part_at, parts_of, same

_MOST_ENTRIES = 300
_BACK: dict[tuple[type, str], Callable] = {
    (ast.Add, "left"): lambda aim, other: aim - other,
    (ast.Add, "right"): lambda aim, other: aim - other,
    (ast.Sub, "left"): lambda aim, other: aim + other,
    (ast.Sub, "right"): lambda aim, other: other - aim,
    (ast.Mult, "left"): lambda aim, other: aim / other,
    (ast.Mult, "right"): lambda aim, other: aim / other,
    (ast.Div, "left"): lambda aim, other: aim * other,
    (ast.Div, "right"): lambda aim, other: other / aim,
}
_INVERSE: dict[str, Callable] = {
    "exp": np.log,
    "log": np.exp,
    "sqrt": np.square,
    "tanh": np.arctanh,
    "transpose": np.transpose,
    "float": lambda x: x,
    "asarray": lambda x: x,
    "array": lambda x: x,
    "copy": lambda x: x,
    "squeeze": lambda x: x,
}


@dataclass(frozen=True, slots=True)
class Failing:
    """Some calls of a function that come out wrong: what it returned, and what is right."""

    got: tuple
    right: tuple


def aims_of(holed: Holed, seen: Sequence[tuple[Spot, tuple[int, ...], Mapping[str, tuple]]], failing: Failing) -> dict[int, tuple]:
    """By id of the node in a hole, the values that it should have at each hit, where they are other than those it has.

    seen: of each spot the call of each hit, and the values of its expressions at each hit.
    """
    aims: dict[int, tuple] = {}
    known: list[tuple[tuple, tuple]] = []  # values that something has, and those it should have
    for spot, calls, values in reversed(seen):
        for hole in spot.holes:
            own = values.get(hole.own)
            aim = _of_result(hole, own, calls, failing) or _through(hole, values, aims, holed) or _of_name(own, known)
            if aim is not None and not (own is not None and _already(own, aim)):
                aims[id(hole.site.node)] = aim
                if own is not None and isinstance(hole.site.node, ast.Name):
                    known.append((own, aim))
    return aims


def _already(own: tuple, aim: tuple) -> bool:
    return all(same(np.asarray(a), b) for a, b in zip(own, aim, strict=True))


def _of_result(hole: Hole, own: tuple | None, calls: tuple[int, ...], failing: Failing) -> tuple | None:
    """What the results have where the value of the hole is returned."""
    site = hole.site
    if isinstance(site.statement, ast.Return) and len(set(calls)) == len(calls):
        path = () if site.parent is site.statement else (site.index,) if site.parent is site.statement.value and isinstance(site.parent, ast.Tuple) else None
        if path is not None:
            aim = tuple(part_at(failing.right[call], path) for call in calls)
            return None if any(one is None for one in aim) else aim
    if own is None:
        return None
    aim, taken = [], set()
    for call, value in zip(calls, own, strict=True):
        array = np.asarray(value)
        there = [(where, right) for where in _places(failing.got[call], array) if (call, *where) not in taken and (right := _entry(failing.right[call], where)) is not None]
        if not there:
            return None
        place, right = next((one for one in there if not same(array, one[1])), there[0])
        taken.add((call, *place))
        aim.append(right)
    return tuple(aim)


def _places(result: object, value: np.ndarray) -> Iterator[tuple[tuple, tuple]]:
    """Where in a result a value stands: whole parts, then rows or entries of them."""
    parts = list(parts_of(result))
    for path, part in parts:
        if same(part, value):
            yield path, ()
    for path, part in parts:
        if part.ndim > value.ndim and 1 < part.size <= _MOST_ENTRIES and part.shape[part.ndim - value.ndim :] == value.shape:
            for index in np.ndindex(part.shape[: part.ndim - value.ndim]):
                if same(part[index], value):
                    yield path, index


def _entry(result: object, place: tuple[tuple, tuple]) -> np.ndarray | None:
    part = part_at(result, place[0])
    try:
        return None if part is None else np.asarray(part[place[1]])
    except IndexError:
        return None


def _through(hole: Hole, values: Mapping[str, tuple], aims: Mapping[int, tuple], holed: Holed) -> tuple | None:
    """What an operand should be, if it is known what the result should be and all else is right."""
    parent, aim = hole.site.parent, aims.get(id(hole.site.parent))
    if aim is None:
        return None
    if isinstance(parent, ast.BinOp):
        back = _BACK.get((type(parent.op), hole.site.field))
        other = values.get(holed.code.segment(parent.right if hole.site.field == "left" else parent.left))
        return None if back is None or other is None else _made(lambda a, b: back(a, np.asarray(b, float)), aim, other)
    if isinstance(parent, ast.UnaryOp) and isinstance(parent.op, ast.USub):
        return _made(np.negative, aim)
    if isinstance(parent, ast.Call) and hole.site.field == "args":
        name = getattr(parent.func, "attr", getattr(parent.func, "id", ""))
        if name in _INVERSE and hole.site.index == 0:
            return _made(_INVERSE[name], aim)
        if name == "where" and len(parent.args) == 3 and hole.site.index in (1, 2):
            chosen = values.get(holed.code.segment(parent.args[0]))
            return None if chosen is None else _made(lambda a, c: np.where(np.asarray(c, bool) == (hole.site.index == 1), a * 1.0, np.nan), aim, chosen)
    return None


def _made(compute: Callable, *some: tuple) -> tuple | None:
    if len({len(one) for one in some}) > 1:
        return None
    try:
        made = tuple(np.asarray(compute(*parts)) for parts in zip(*some, strict=True))
    except (TypeError, ValueError):
        return None
    return made if all(np.isfinite(one).any() and not np.isinf(one).any() for one in made if one.size) else None


def _of_name(own: tuple | None, known: Sequence[tuple[tuple, tuple]]) -> tuple | None:
    if own is None:
        return None
    return next((aim for had, aim in known if len(had) == len(own) and all(same(np.asarray(a), np.asarray(b)) for a, b in zip(had, own, strict=True))), None)
