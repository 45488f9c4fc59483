"""What the slips of a function give in calls that a class makes again and again: remembered as a few bytes each, computed when asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from hashlib import blake2b

import numpy as np

from autograder.checking.noted import is_number

_GRID = 1e6  # steps per largest number


class Sieve:
    """The marks of what `count` slips give, by call; at most `kept` calls, the oldest forgotten first."""

    def __init__(self, count: int, kept: int) -> None:
        self._count, self._kept = count, kept
        self._known: dict[object, tuple[np.ndarray, np.ndarray]] = {}

    def through(self, numbers: np.ndarray, key: object, told: object, gives: Callable[[int], object]) -> np.ndarray:
        """Those of the slips with these numbers that give what was told in a call, but for rounding errors, and hardly any other.

        key: what tells the call from others, None if nothing does; gives: what the slip with a number returns in it.
        """
        seen, known = self._known.get(key) or (np.zeros((self._count, 2), dtype=np.uint64), np.zeros(self._count, dtype=bool))
        for number in numbers[~known[numbers]]:
            seen[number] = marks(gives(int(number)))
            known[number] = True
        if key is not None and key not in self._known:
            if len(self._known) >= self._kept:
                del self._known[next(iter(self._known))]
            self._known[key] = seen, known
        return numbers[np.any(seen[numbers] == np.array(marks(told), dtype=np.uint64), axis=1)]


def affordable(numbers: np.ndarray, groups: np.ndarray, each: np.ndarray, most: int, least: int) -> np.ndarray:
    """The first of some slips, in their order, that take no more than `most` together; the first `least` in any case.

    groups, each (count,): of every slip, the group it is in and what it takes. What there is is shared out to the groups alike; what one
    does not need goes to the others, so that a few slips that take long leave room for many that do not.
    """
    own = groups[numbers]
    needs = {group: int(np.sum(each[numbers[own == group]])) for group in np.unique(own)}
    kept = np.arange(len(numbers)) < least
    for done, group in enumerate(sorted(needs, key=needs.__getitem__)):
        share = min(needs[group], most // (len(needs) - done))
        most -= share
        mine = own == group
        kept[mine] |= np.cumsum(each[numbers[mine]]) <= share
    return numbers[kept]


def marks(value: object) -> tuple[int, int]:
    """Two numbers; results that differ by rounding errors only have one of them in common, at the same place.

    All numbers of a result are rounded to one grid, and to another one that is shifted by half a step.
    """
    shapes: list[object] = []
    arrays = [array.ravel() for array in _arrays(value, shapes)]
    numbers = np.concatenate(arrays) if arrays else np.zeros(0)
    numbers = numbers.view(np.float64) if numbers.dtype.kind == "c" else numbers.astype(np.float64)
    finite = np.isfinite(numbers)
    largest = float(np.abs(numbers, where=finite, out=np.zeros(numbers.shape)).max(initial=0.0))
    # A power of two near the largest number: the grid itself must not depend on rounding errors.
    size = round(np.log2(largest)) if largest > 0 else 0
    shapes.append(size)
    steps = np.where(finite, numbers, 0.0) * (_GRID / 2.0**size)
    if not np.all(finite):
        shapes.append((np.isnan(numbers) + 2 * np.isposinf(numbers)).astype(np.int8).tobytes())
    head = repr(shapes).encode()
    # Adding 0 makes -0 what it is equal to.
    one, other = (blake2b((np.floor(steps + offset) + 0.0).tobytes() + head, digest_size=8).digest() for offset in (0.0, 0.5))
    return int.from_bytes(one, "little"), int.from_bytes(other, "little")


def _arrays(value: object, shapes: list[object]) -> Iterator[np.ndarray]:
    """The arrays of numbers in a result; everything else about it goes to `shapes`."""
    if isinstance(value, tuple | list):
        shapes.append(len(value))
        for item in value:
            yield from _arrays(item, shapes)
    elif isinstance(value, dict):
        for key in sorted(value, key=repr):
            shapes.append(key)
            yield from _arrays(value[key], shapes)
    elif (type(value) is np.ndarray or is_number(value)) and np.asarray(value).dtype.kind in "biufc":
        array = np.asarray(value)
        shapes.append((array.shape, array.dtype.kind == "b"))
        yield array
    else:
        shapes.append(value if isinstance(value, str | bytes) else type(value).__name__)
