"""The smallest counterexample: a failing input made smaller and rounder as long as it keeps failing.

First the axes get shorter (axes of the same length are one dimension and stay so), then whole arrays become zeros,
ones or rounded, then single entries become 0, 1, -1, 2, ... Every step is greedy and without chance, candidates go
out in batches, and their number is bounded. Arrays stay what they were: labels stay labels, zeros and ones stay zeros
and ones, what was positive stays positive, and rows that add up to one are only left out, never changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np

Arrays = tuple[np.ndarray, ...]
Fails = Callable[[list[Arrays]], "int | None"]  # the position of the first candidate that still fails, or None

_BATCH = 16
_NICE = (0.0, 1.0, -1.0, 2.0, -2.0, 3.0, 0.5)


def shrink(arrays: Sequence[np.ndarray], fails: Fails, *, budget: int = 320) -> Arrays:
    """The smallest arrays found for which `fails` still holds; at most `budget` candidates are tried.

    arrays: a failing input; axes of equal length are taken as the same dimension. `fails` is handed candidates in
    the order of preference.
    """
    search = _Search(fails, budget)
    current = tuple(np.array(array) for array in arrays)
    labels = tuple(array.shape for array in current)  # the first length of an axis is its name for good
    kinds = tuple(_Kind(array) for array in current)
    steps = (
        lambda now: _shorter(now, labels, kinds),
        lambda now: _simpler_arrays(now, kinds),
        lambda now: _simpler_entries(now, kinds),
    )
    for step in steps:
        better = search.first(step(current))
        while better is not None:
            current = better
            better = search.first(step(current))
    return current


class _Search:
    """Hands candidates to `fails` in batches until one fails or the budget is used up."""

    def __init__(self, fails: Fails, budget: int) -> None:
        self._fails, self._left = fails, budget

    def first(self, candidates: Iterator[Arrays]) -> Arrays | None:
        while self._left > 0:
            batch = [candidate for candidate, _ in zip(candidates, range(min(_BATCH, self._left)), strict=False)]
            if not batch:
                return None
            self._left -= len(batch)
            found = self._fails(batch)
            if found is not None:
                return batch[found]
        return None


def _shorter(arrays: Arrays, labels: tuple[tuple[int, ...], ...], kinds: tuple[_Kind, ...]) -> Iterator[Arrays]:
    """Each dimension cut down: to one index, to the first few, to a half."""
    for label in sorted({name for names in labels for name in names}, reverse=True):
        length = next(a.shape[names.index(label)] for a, names in zip(arrays, labels, strict=True) if label in names)
        for kept in _kept(length):
            cut = tuple(_cut(a, names, label, kept, length) for a, names in zip(arrays, labels, strict=True))
            if all(kind.keeps(array) for kind, array in zip(kinds, cut, strict=True)):
                yield cut


def _kept(length: int) -> Iterator[list[int]]:
    if length > 1:
        yield from ([i] for i in range(min(length, 6)))
        yield from (list(range(short)) for short in range(2, min(length, 4)))
        if length > 4:
            yield list(range(length // 2))
            yield list(range(length // 2, length))
        yield from ([i for i in range(length) if i != gone] for gone in range(min(length, 6)) if length > 2)


def _cut(array: np.ndarray, names: tuple[int, ...], label: int, kept: list[int], length: int) -> np.ndarray:
    for axis, name in enumerate(names):
        if name == label:
            array = np.take(array, kept, axis=axis)
    if array.dtype.kind in "iu" and array.size and array.max() < length:
        array = np.minimum(array, len(kept) - 1)  # they may be positions along the axis that got shorter
    return array


class _Kind:
    """What an array stays while its numbers change."""

    def __init__(self, array: np.ndarray) -> None:
        finite = array.dtype.kind == "f" and bool(np.all(np.isfinite(array)))
        self._shares = finite and array.ndim == 2 and array.shape[1] > 1 and _adds_up(array)
        self.fixed = not finite or self._shares
        self._binary = finite and bool(np.all((array == 0) | (array == 1)))
        self._lowest = 0.0 if finite and np.all(array >= 0) else -np.inf
        self._open = finite and bool(np.all(array > 0))

    def keeps(self, shorter: np.ndarray) -> bool:
        """Whether an array with some indices left out is still of this kind."""
        return not self._shares or _adds_up(shorter)

    def allows(self, value: np.ndarray | float) -> bool:
        if self.fixed or np.any(np.asarray(value) < self._lowest) or (self._open and np.any(np.asarray(value) == 0)):
            return False
        return not self._binary or bool(np.all((np.asarray(value) == 0) | (np.asarray(value) == 1)))


def _adds_up(array: np.ndarray) -> bool:
    return bool(np.all(array >= 0)) and np.allclose(array.sum(axis=1), 1)


def _simpler_arrays(arrays: Arrays, kinds: tuple[_Kind, ...]) -> Iterator[Arrays]:
    for change in (np.zeros_like, np.ones_like, np.round, lambda a: np.round(a, 1)):
        for i, array in enumerate(arrays):
            simpler = change(array) + 0.0 if array.dtype.kind == "f" else array
            if kinds[i].allows(simpler) and sum(map(_cost, simpler.ravel())) < sum(map(_cost, array.ravel())):
                yield (*arrays[:i], simpler, *arrays[i + 1 :])


def _simpler_entries(arrays: Arrays, kinds: tuple[_Kind, ...]) -> Iterator[Arrays]:
    for i, array in enumerate(arrays):
        if kinds[i].fixed:
            continue
        for place in np.ndindex(array.shape):
            now = float(array[place])
            for value in (*_NICE, float(np.round(now)) + 0.0, float(np.round(now, 1)) + 0.0):
                if _cost(value) < _cost(now) and kinds[i].allows(value):
                    simpler = array.copy()
                    simpler[place] = value
                    yield (*arrays[:i], simpler, *arrays[i + 1 :])


def _cost(value: float) -> float:
    """How unpleasant a number is to read: few digits first, then small ones, then positive ones."""
    digits = 0 if value == 0 else 1 if value == np.round(value) else 2 if np.round(value, 1) == value else 3
    return digits + min(abs(float(value)), 1e6) * 1e-7 + (value < 0) * 1e-8
