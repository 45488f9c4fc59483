"""What is known about a wrong result when its mistake is looked for, and when two arrays count as the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np

_RTOL = 1e-6


@dataclass(frozen=True, slots=True)
class Remeasured:
    """Some entries of a gradient, by flat index, and a way to measure them under other circumstances.

    measure(upstream=..., path=..., value=...) gives (values, slack) for `indices`, or None if that cannot be measured.
    own: where the array is among the arguments of the forward function; arrays and numbers: what else is among them, by
    path, with the name it has there.
    """

    indices: np.ndarray
    own: tuple
    arrays: dict[tuple, tuple[str, np.ndarray]]
    numbers: dict[tuple, tuple[str, float]]
    measure: Callable[..., tuple[np.ndarray, np.ndarray] | None]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What a value was computed from, and the right value for other arguments.

    args: the arguments; places: paths of the arrays and numbers in them that may be changed, with their names; right(args):
    the right value, None if there is none.
    """

    args: tuple
    places: tuple[tuple[tuple, str], ...]
    right: Callable[[tuple], np.ndarray | None]


@dataclass(frozen=True, slots=True)
class Scene:
    """A wrong array and everything it may be compared with.

    claimed: what came back. right: what it should be, like `claimed` unless the shape is wrong. known: like `right`,
    where that is known. slack: like `right`, how far the known numbers may be off themselves.
    own: for a gradient the array it belongs to. inputs: the array arguments by name. others: other right results
    (gradients of the other arguments, other parts of a tuple) by name. numbers: the plain numbers among the arguments.
    upstream: the gradient from above, None for a value or a scalar loss. output: the forward result.
    again: calls the learner's function with another upstream gradient. slopes: measures some entries of the gradient
    elsewhere. names: what arguments among `inputs` are called. unsteady: whether the same call now gives another result.
    chance: the id of what is wrong with the use of a generator, None if nothing is. ignored: the name of an argument that
    should matter and does not. elsewhere: the right value for other arguments. All of these are optional.
    """

    claimed: np.ndarray
    right: np.ndarray
    known: np.ndarray
    slack: np.ndarray
    own: np.ndarray | None = None
    inputs: dict[str, np.ndarray] = field(default_factory=dict)
    others: dict[str, np.ndarray] = field(default_factory=dict)
    numbers: tuple[float, ...] = ()
    upstream: np.ndarray | None = None
    output: np.ndarray | None = None
    again: Callable[[np.ndarray], np.ndarray | None] | None = None
    slopes: Remeasured | None = None
    names: dict[str, str] = field(default_factory=dict)
    chance: Callable[[], str | None] | None = None
    unsteady: Callable[[], bool] | None = None
    ignored: Callable[[], str | None] | None = None
    elsewhere: Elsewhere | None = None

    @property
    def is_gradient(self) -> bool:
        return self.own is not None

    @property
    def tested(self) -> int:
        """How many entries speak: those known and not zero on both sides."""
        return int(np.sum(self.known & ((self.claimed != 0) | (self.right != 0))))

    @property
    def wrong(self) -> np.ndarray:
        """Where the claim is off."""
        return self.known & ~self._near(self.claimed, self.right)

    def fits(self, candidate: object) -> bool:
        """Whether the claim is `candidate`, wherever the right result is known."""
        if np.shape(candidate) != self.claimed.shape or not np.all(np.isfinite(np.asarray(candidate)[self.known])):
            return False
        return bool(np.all(self._near(self.claimed, np.asarray(candidate)) | ~self.known))

    def agrees(self, candidate: np.ndarray) -> bool:
        """Whether `candidate` is the right result itself, wherever that is known."""
        return bool(np.all(self._near(np.asarray(candidate), self.right) | ~self.known))

    def factor(self, candidate: object) -> float | None:
        """The number r with claim = r * candidate; None if there is none. One entry alone is no evidence."""
        array = np.asarray(candidate, dtype=float)
        if array.shape != self.claimed.shape:
            return None
        c, a = self.claimed[self.known], array[self.known]
        if np.count_nonzero(a) < 2 or not np.all(np.isfinite(a)):
            return None
        ratio = float(c @ a / (a @ a))
        return ratio if ratio and self.fits(ratio * array) else None

    def difference_factor(self, candidate: object) -> float | None:
        """The number k with claim = right + k * candidate; None if there is none. Needs three entries that are not alike."""
        array = np.asarray(candidate, dtype=float)
        if array.shape != self.right.shape or self.claimed.shape != self.right.shape:
            return None
        d, a = (self.claimed - self.right)[self.known], array[self.known]
        if np.count_nonzero(a) < 3 or not np.all(np.isfinite(a)):
            return None
        k = float(d @ a / (a @ a))
        # The difference must be large enough to be seen beside the right result, else anything would fit.
        visible = abs(k) * np.max(np.abs(a)) > 100 * self._bar(self.right)[self.known].max(initial=0.0)
        return k if visible and self.fits(self.right + k * array) else None

    def mixture(self, *candidates: np.ndarray) -> np.ndarray | None:
        """The numbers w with claim = sum of w[i] * candidates[i], by least squares; None if there are none.

        There must be more entries than numbers, and the candidates must be clearly different.
        """
        if self.tested <= len(candidates) or any(np.shape(a) != self.claimed.shape for a in candidates):
            return None
        basis = np.stack([a[self.known] for a in candidates], axis=1)
        size = np.linalg.norm(basis, axis=0)
        if not np.all(np.isfinite(size)) or np.any(size == 0) or np.linalg.cond(basis / size) > 1e4:
            return None
        weights = np.linalg.lstsq(basis / size, self.claimed[self.known], rcond=None)[0] / size
        parts = np.array([w * np.max(np.abs(a)) for w, a in zip(weights, candidates, strict=True)])
        # A part too small to be seen beside the others would be made of rounding.
        if np.min(np.abs(parts)) < 1e-4 * np.max(np.abs(parts)):
            return None
        return weights if self.fits(sum(w * a for w, a in zip(weights, candidates, strict=True))) else None

    def _near(self, one: np.ndarray, other: np.ndarray) -> np.ndarray:
        with np.errstate(all="ignore"):
            return np.abs(one - other) <= self._bar(other)

    def _bar(self, array: np.ndarray) -> np.ndarray:
        size = np.abs(array)
        slack = self.slack if np.shape(self.slack) == size.shape else float(np.max(self.slack, initial=0.0))
        return slack + _RTOL * size + _RTOL / 10 * float(np.max(size, initial=0.0))

    def lengths(self) -> Iterator[tuple[str, int]]:
        """The lengths a factor may come from, each with the id of what it is; the likelier first."""
        arrays = self._different_arrays()
        rows = self._rows(arrays)
        batches = [array for array in arrays if rows and array.shape[0] == rows]
        if rows:
            yield "rows", rows
        for array in batches:
            if array.ndim == 2:
                yield "columns", array.shape[1]
                yield "entries", array.size
        for array in [*arrays, self.right]:
            yield "entries", array.size
            for length in array.shape:
                yield "length", length

    def _different_arrays(self) -> list[np.ndarray]:
        """What came out, then what went in; nothing twice."""
        found: list[np.ndarray] = []
        for array in (self.output, self.upstream, *self.inputs.values()):
            if array is not None and array.ndim and not any(array.shape == a.shape and np.array_equal(array, a) for a in found):
                found.append(array)
        return found

    def _rows(self, arrays: list[np.ndarray]) -> int | None:
        """The batch size: the length of the output, else the commonest first axis that is no other axis; None if open."""
        for array in (self.output, self.upstream):
            if array is not None and array.ndim:
                return len(array)
        elsewhere = {length for array in arrays for length in array.shape[1:]}
        first = [len(array) for array in arrays if len(array) not in elsewhere]
        often = sorted({(first.count(length), length) for length in first}, reverse=True)
        if not often or (len(often) > 1 and often[0][0] == often[1][0]):
            return len(arrays[0]) if arrays and not self.is_gradient else None
        return often[0][1]
