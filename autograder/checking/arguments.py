"""A wrong value that is right for other arguments: one of them negated, halved, rounded, turned round, or two exchanged."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Sequence

import numpy as np

from autograder.checking.leaves import at_path, replaced
from autograder.checking.scene import Scene

_MOST = 10  # arguments, or arrays in them, that are changed
_DRAWS = 24  # how far a generator may have been moved


def right_elsewhere(s: Scene) -> tuple[str, str] | None:
    """The id of the change, and the name of the argument, with which the claim would be right."""
    if s.elsewhere is None or s.is_gradient or not _tells(s):
        return None
    for name, told, args in altered(s.elsewhere.args, s.elsewhere.places, many=s.tested > 1):
        there = s.elsewhere.right(args)
        if there is not None and there.shape == s.claimed.shape and not s.agrees(there) and s.fits(there):
            return name, told
    return None


def _tells(s: Scene) -> bool:
    """Whether the claim is more than a few whole numbers, which many changes would give."""
    numbers = np.unique(s.claimed[s.known])
    return numbers.size >= 4 or bool(np.any(np.abs(numbers * 1000 - np.round(numbers * 1000)) > 1e-6))


def altered(args: tuple, places: Sequence[tuple[tuple, str]], *, many: bool) -> Iterator[tuple[str, str, tuple]]:
    """(id, name of the argument, changed arguments); the likelier first.

    places: paths of what may be changed, with names. many: whether more than one number can tell.
    """
    places = places[:_MOST]
    drawn = any(isinstance(arg, np.random.Generator) for arg in args)
    for path, name in places:
        value = at_path(args, path)
        for what, change in _CHANGES.items():
            with np.errstate(all="ignore"):
                new = change(value)
            if new is not None and not np.array_equal(new, value) and (many or what not in _LOSSY) and not (drawn and what in _COUNTED):
                yield f"argument.{what}", name, replaced(args, path, new)
    yield from _fewer_rows(args)
    for i, (path, name) in enumerate(places):
        for other_path, other in places[i + 1 :]:
            one, two = at_path(args, path), at_path(args, other_path)
            if np.shape(one) == np.shape(two) and not np.array_equal(one, two):
                yield "argument.exchanged", f"{name} and {other}", replaced(replaced(args, path, two), other_path, one)
    yield from _other_draws(args)


def _other_draws(args: tuple) -> Iterator[tuple[str, str, tuple]]:
    """A generator that has been drawn from some times more, or less, than it had when it was handed in."""
    for i, arg in enumerate(args):
        if isinstance(arg, np.random.Generator) and hasattr(arg.bit_generator, "advance"):
            for name, count in ((name, sign * k) for k in range(1, _DRAWS + 1) for name, sign in (("random.later", 1), ("random.sooner", -1))):
                moved = copy.deepcopy(arg)
                moved.bit_generator.advance(count)
                yield name, "", (*args[:i], moved, *args[i + 1 :])


def _fewer_rows(args: tuple) -> Iterator[tuple[str, str, tuple]]:
    """A batch without some of its rows: the same rows of every array that is as long as the first one."""
    long = next((len(arg) for arg in args if isinstance(arg, np.ndarray) and arg.ndim), 0)
    for what, kept in _KEPT_ROWS.items() if long > 2 else ():
        fewer = (arg[kept] if isinstance(arg, np.ndarray) and arg.ndim and len(arg) == long else arg for arg in args)
        yield f"batch.{what}", "", tuple(fewer)


def _whole(value: object) -> bool:
    return np.asarray(value).dtype.kind in "iu"


def _rows(value: object, change: Callable[[np.ndarray], np.ndarray]) -> np.ndarray | None:
    return change(value) if isinstance(value, np.ndarray) and value.ndim and len(value) > 1 else None


def _square(value: object) -> bool:
    return isinstance(value, np.ndarray) and value.ndim == 2 and value.shape[0] == value.shape[1]


_KEPT_ROWS = {"without-last": slice(None, -1), "without-first": slice(1, None), "first": slice(None, 1), "last": slice(-1, None)}
# Of a single number nothing can be said that depends on what a change loses.
_LOSSY = ("averaged", "rounded", "signs", "backwards", "turned", "mirrored", "complement")
# One row or column more is so many draws more, whatever the mistake is.
_COUNTED = ("one-more", "one-less")
# None where a change makes no sense. Whole numbers are counts, labels or steps: they are moved by one.
_CHANGES: dict[str, Callable[[object], object]] = {
    "negative": lambda v: None if _whole(v) else -v,
    "transposed": lambda v: v.T if _square(v) else None,
    "absolute": lambda v: None if _whole(v) else np.abs(v),
    "doubled": lambda v: None if _whole(v) else 2 * v,
    "halved": lambda v: None if _whole(v) else v / 2,
    "one-more": lambda v: v + 1 if _whole(v) else None,
    "one-less": lambda v: v - 1 if _whole(v) else None,
    "backwards": lambda v: _rows(v, lambda a: a[::-1]),
    "turned": lambda v: v[::-1, ::-1] if isinstance(v, np.ndarray) and v.ndim == 2 and v.shape != (1, 1) else None,
    "mirrored": lambda v: v[:, ::-1] if isinstance(v, np.ndarray) and v.ndim == 2 and v.shape[1] > 1 else None,
    "averaged": lambda v: None if _whole(v) else _rows(v, lambda a: np.broadcast_to(a.mean(axis=0), a.shape).copy()),
    "rounded": lambda v: None if _whole(v) else np.round(v),
    "signs": lambda v: None if _whole(v) else np.sign(v),
    "squared": lambda v: None if _whole(v) else v * v,
    "complement": lambda v: 1 - v,
    "radians": lambda v: None if _whole(v) and np.ndim(v) else np.deg2rad(v),
    "degrees": lambda v: None if _whole(v) and np.ndim(v) else np.rad2deg(v),
    "signed": lambda v: 2 * v - 1 if np.all((np.asarray(v) == 0) | (np.asarray(v) == 1)) else None,
}
