"""Two known values that make a wanted one with one more operation, found without trying every pair.

For each value and operation the partner is computed that would do, and looked up. Numbers count as equal if they agree in seven
digits of the largest: what is found has to be compared properly by the caller.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from autograder.repair.fill import Filler, tight

# How a pair is written, which partner of the value v makes the wanted one, what is computed of both.
_PAIRS: tuple[tuple[str, str, Callable, Callable], ...] = (
    ("*", "{v} * {w}", lambda aim, v: aim / v, np.multiply),
    ("+", "{v} + {w}", lambda aim, v: aim - v, np.add),
    ("-", "{v} - {w}", lambda aim, v: v - aim, np.subtract),
    ("/", "{v} / {w}", lambda aim, v: v / aim, np.divide),
    ("-", "{w} - {v}", lambda aim, v: aim + v, np.subtract),
    ("/", "{w} / {v}", lambda aim, v: aim * v, np.divide),
)
_DIGITS = 1e7
_SMALLER = 250  # one of the two is among so many


def pairs(some: Sequence[Filler], aim: Sequence[np.ndarray]) -> Iterator[Filler]:
    """Expressions of two of the given ones whose values are about those of the aim (one for each hit), the short ones first.

    Where the aim is NaN, any value will do.
    """
    free = [np.isnan(one) if one.dtype.kind == "f" else np.zeros(one.shape, bool) for one in aim]
    table: dict[tuple, Filler] = {}
    fitting: list[tuple[Filler, list[np.ndarray]]] = []
    for one in some:
        values = _spread(one, aim)
        if values is not None:
            fitting.append((one, values))
            key = _key(values, free)
            if key is not None:
                table.setdefault(key, one)
    found = []
    for one, values in fitting[:_SMALLER]:
        for sign, text, partner, compute in _PAIRS:
            key = _key([partner(wanted, value) for wanted, value in zip(aim, values, strict=True)], free)
            other = None if key is None else table.get(key)
            if other is not None:
                first, second = (other, one) if text.startswith("{w}") else (one, other)
                try:
                    made = tuple(compute(a, b) for a, b in zip(first.values, second.values, strict=True))
                except TypeError:  # no difference of truth values
                    continue
                found.append(Filler(text.format(v=tight(one.text), w=tight(other.text)), one.size + other.size + 1, made, sign))
    yield from sorted(found, key=lambda filler: filler.size)


def _spread(one: Filler, aim: Sequence[np.ndarray]) -> list[np.ndarray] | None:
    """The values in the shapes of the aim, as float; None if they do not fit there."""
    values = []
    for value, wanted in zip(one.values, aim, strict=True):
        array = np.asarray(value)
        if array.ndim > wanted.ndim or array.dtype.kind not in "biuf":
            return None
        if array.shape != wanted.shape:
            try:
                array = np.broadcast_to(array, wanted.shape)
            except ValueError:
                return None
        values.append(array.astype(float))
    return values


def _key(values: Sequence[np.ndarray], free: Sequence[np.ndarray]) -> tuple | None:
    parts = []
    for value, anything in zip(values, free, strict=True):
        value = np.where(anything, 0.0, value) if anything.any() else value
        largest = np.abs(value).max(initial=0.0)
        if not np.isfinite(largest):
            return None
        parts += [float(f"{largest:.5e}"), np.rint(value * (_DIGITS / largest)).astype(np.int64).tobytes() if largest else b""]
    return tuple(parts)
