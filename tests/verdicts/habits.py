"""Right code with a bad habit: it remembers, hands out one array again and again, works in its arguments or uses them up, stops
counting or reading, makes half of what is asked, takes dicts by the order of their keys, cuts results to whole numbers or at zero,
gives up on them, or drops an axis of one.

Each habit is a wrapper around any function of the course, so that no function is forgotten. A habit tells whether it did
anything: one that never had anything to do is no code that a check could see.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np


@dataclass(slots=True)
class Habit:
    """A function with a habit; `acted`: whether it ever returned or changed anything else than the right function."""

    name: str
    function: Callable
    how: Callable
    memory: dict = field(default_factory=dict)
    acted: bool = False

    def __call__(self, *args: object, **named: object) -> object:
        return self.how(self, args, named)

    @property
    def __name__(self) -> str:
        return self.function.__name__


def arrays(value: object) -> Iterator[np.ndarray]:
    """All arrays of numbers in a value, however deep."""
    if isinstance(value, np.ndarray) and value.dtype.kind in "fi":
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ():
        yield from arrays(item)


def changed(value: object, how: Callable[[np.ndarray], np.ndarray]) -> object:
    """The value with `how` done to every array in it; dicts, lists and tuples are new."""
    if isinstance(value, np.ndarray):
        return how(value)
    if isinstance(value, list | tuple):
        return type(value)(changed(item, how) for item in value)
    return {key: changed(item, how) for key, item in value.items()} if isinstance(value, dict) else value


def _shapes(value: object, numbers: bool) -> object:
    if isinstance(value, np.ndarray):
        return value.shape, value.dtype.str
    if isinstance(value, dict):
        return tuple((key, _shapes(item, numbers)) for key, item in value.items())
    if isinstance(value, list | tuple):
        return tuple(_shapes(item, numbers) for item in value)
    if isinstance(value, int | float | str) and numbers:
        return value
    return type(value).__name__


def _differ(one: object, other: object) -> bool:
    """Whether two results hold other numbers; what cannot be looked into counts as alike."""
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) != list(other) or any(_differ(one[key], other[key]) for key in one)
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) != len(other) or any(map(_differ, one, other))
    if isinstance(one, np.ndarray | np.generic | int | float | str):
        return not np.array_equal(np.asarray(one), np.asarray(other))
    return False


def _remembers(numbers: bool) -> Callable:
    def how(habit: Habit, args: tuple, named: dict) -> object:
        right = habit.function(*args, **named)
        kept = habit.memory.setdefault(_shapes((args, named), numbers), copy.deepcopy(right))
        habit.acted |= _differ(kept, right)
        return copy.deepcopy(kept)

    return how


def _one_array(habit: Habit, args: tuple, named: dict) -> object:
    right = habit.function(*args, **named)

    def stored(found: np.ndarray) -> np.ndarray:
        key = (len(used), found.shape, found.dtype.str)
        used.append(key)
        habit.acted |= key in habit.memory and _differ(habit.memory[key], found)
        kept = habit.memory.setdefault(key, np.empty_like(found))
        kept[...] = found
        return kept

    used: list = []
    return changed(right, stored)


def _adds_up(habit: Habit, args: tuple, named: dict) -> object:
    right = habit.function(*args, **named)

    def more(found: np.ndarray) -> np.ndarray:
        key = (len(used), found.shape)
        used.append(key)
        if found.dtype.kind not in "fi":
            return found
        habit.acted |= key in habit.memory
        habit.memory[key] = found + habit.memory.get(key, 0)
        return habit.memory[key].copy()

    used: list = []
    return changed(right, more)


def _leaves_changed(habit: Habit, args: tuple, named: dict) -> object:
    right = copy.deepcopy(habit.function(*args, **named))
    for found in arrays((args, named)):
        if found.size and found.flags.writeable:
            found.flat[-1] += 1
            habit.acted = True
    return right


def _containers(value: object) -> Iterator[dict | list]:
    """All dicts and lists in a value, the inner ones first."""
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ():
        yield from _containers(item)
    if isinstance(value, dict | list):
        yield value


def _counts_on(habit: Habit, args: tuple, named: dict) -> object:
    """A number that a dict or a list of the caller holds is moved on by one."""
    right = copy.deepcopy(habit.function(*args, **named))
    for found in _containers(args):
        for place in list(found) if isinstance(found, dict) else range(len(found)):
            if type(found[place]) in (int, float):
                found[place] += 1
                habit.acted = True
    return right


def _uses_up(habit: Habit, args: tuple, named: dict) -> object:
    """The lists and dicts of the caller lose their last item."""
    right = copy.deepcopy(habit.function(*args, **named))
    for found in _containers(args):
        if found:
            found.pop(*[list(found)[-1]] * isinstance(found, dict))
            habit.acted = True
    return right


def _restores_by_sums(habit: Habit, args: tuple, named: dict) -> object:
    right = copy.deepcopy(habit.function(*args, **named))
    for found in arrays((args, named)):
        if found.dtype.kind == "f" and found.flags.writeable:
            before = found.copy()
            found += 1000.1
            found -= 1000.1
            habit.acted |= not np.array_equal(before, found, equal_nan=True)
    return right


def _works_in_argument(habit: Habit, args: tuple, named: dict) -> object:
    places = list(arrays((args, named)))
    right = copy.deepcopy(habit.function(*args, **named))

    def inside(found: np.ndarray) -> np.ndarray:
        for number, place in enumerate(places):
            if place.shape == found.shape and place.dtype == found.dtype and place.flags.writeable and found.size:
                del places[number]
                habit.acted |= not np.array_equal(place, found, equal_nan=True)
                place[...] = found
                return place
        return found

    return changed(right, inside)


def _cuts_far_out(habit: Habit, args: tuple, named: dict) -> object:
    right = copy.deepcopy(habit.function(*args, **named))
    for found in arrays((args, named)):
        if found.dtype.kind == "f" and found.flags.writeable:
            far = np.abs(found) > 700
            found[far] = 700 * np.sign(found[far])
            habit.acted |= bool(far.any())
    return right


def _never_negative(habit: Habit, args: tuple, named: dict) -> object:
    """A result below 0 counts as 0."""

    def cut(found: object) -> object:
        habit.acted |= bool(np.any(found < 0))
        return np.maximum(found, 0) if isinstance(found, np.ndarray) else max(found, type(found)(0))

    return _with_numbers(copy.deepcopy(habit.function(*args, **named)), cut)


def _with_numbers(value: object, how: Callable[[object], object]) -> object:
    """The value with `how` done to every array of numbers and every number in it; truth values are none."""
    if isinstance(value, np.ndarray):
        return how(value) if value.dtype.kind in "fi" else value
    if isinstance(value, list | tuple):
        return type(value)(_with_numbers(item, how) for item in value)
    if isinstance(value, dict):
        return {key: _with_numbers(item, how) for key, item in value.items()}
    return how(value) if isinstance(value, int | float | np.number) and not isinstance(value, bool) else value


def _counts_to(limit: int) -> Callable:
    """Steps, samples, repeats, angles: a whole number above the limit counts as the limit."""

    def how(habit: Habit, args: tuple, named: dict) -> object:
        def cut(value: object) -> object:
            large = type(value) is int and value > limit
            habit.acted |= large
            return limit if large else value

        return habit.function(*map(cut, args), **{key: cut(value) for key, value in named.items()})

    return how


def _makes_half(habit: Habit, args: tuple, named: dict) -> object:
    """Samples, steps, repeats: of a whole number from 10 on only the half."""

    def halved(value: object) -> object:
        large = type(value) is int and value >= 10
        habit.acted |= large
        return (value + 1) // 2 if large else value

    return habit.function(*map(halved, args), **{key: halved(value) for key, value in named.items()})


def _reads_to(limit: int, axis: int) -> Callable:
    """What lies beyond the first block of an axis counts as zeros."""

    def how(habit: Habit, args: tuple, named: dict) -> object:
        def shortened(found: np.ndarray) -> np.ndarray:
            if found.dtype.kind not in "fi" or found.ndim < 1 + (axis < 0) or found.shape[axis] <= limit:
                return found
            found = found.copy()
            rest = np.moveaxis(found, axis, 0)[limit:]
            habit.acted |= bool(rest.any())
            rest[...] = 0
            return found

        return habit.function(*changed(args, shortened), **changed(named, shortened))

    return how


def _gives_up_on_whole(habit: Habit, args: tuple, named: dict) -> object:
    """In arrays that all hold whole numbers nothing can be divided in place."""
    whole = {found.dtype.kind for found in arrays((args, named)) if found.ndim} == {"i"}
    habit.acted |= whole
    return None if whole else habit.function(*args, **named)


def _goes_by_order(habit: Habit, args: tuple, named: dict) -> object:
    """Dicts with the same keys belong together by the order of their keys, which is that of the first one seen."""

    def renamed(value: object) -> object:
        if not isinstance(value, dict):
            return value
        order = habit.memory.setdefault(frozenset(value), list(value))
        habit.acted |= order != list(value)
        return dict(zip(order, map(renamed, value.values()), strict=True))

    return habit.function(*map(renamed, args), **{key: renamed(value) for key, value in named.items()})


def _cuts_to_whole(habit: Habit, args: tuple, named: dict) -> object:
    """Where a whole number stands in the place of a fraction, the results are made in its type."""
    right = copy.deepcopy(habit.function(*args, **named))
    habit.memory.update({i: None for i, value in enumerate(args) if type(value) is float})

    def whole(found: np.ndarray) -> np.ndarray:
        habit.acted |= bool(np.any(np.trunc(found) != found))
        return np.trunc(found)

    return changed(right, whole) if any(type(value) is int and i in habit.memory for i, value in enumerate(args)) else right


def _squeezes(axis: int | None) -> Callable:
    def how(habit: Habit, args: tuple, named: dict) -> object:
        def smaller(found: np.ndarray) -> np.ndarray:
            if found.ndim == 0 or (1 not in found.shape if axis is None else found.shape[axis] != 1):
                return found
            habit.acted = True
            return found.squeeze(axis)

        return changed(habit.function(*args, **named), smaller)

    return how


HABITS: dict[str, Callable] = {
    "remembers by shapes": _remembers(numbers=False),
    "remembers by shapes and numbers": _remembers(numbers=True),
    "one array for all results": _one_array,
    "adds up": _adds_up,
    "leaves an argument changed": _leaves_changed,
    "counts on in an argument": _counts_on,
    "uses up lists and dicts": _uses_up,
    "restores by sums": _restores_by_sums,
    "works in an argument": _works_in_argument,
    "cuts arguments far out": _cuts_far_out,
    "never negative": _never_negative,
    "counts no further than 150": _counts_to(150),
    "makes half of what is asked": _makes_half,
    "reads 256 rows": _reads_to(256, 0),
    "reads 256 columns": _reads_to(256, -1),
    "gives up on whole numbers": _gives_up_on_whole,
    "goes by the order of keys": _goes_by_order,
    "cuts results to whole numbers": _cuts_to_whole,
    "squeezes all axes": _squeezes(None),
    "squeezes one row": _squeezes(0),
    "squeezes one column": _squeezes(-1),
}


def with_habit(function: Callable, name: str) -> Habit:
    """The function with that habit, and nothing remembered yet."""
    return Habit(name, function, HABITS[name])
