"""Expressions for a hole, the short ones first, told apart by their values in the calls that were observed.

Two expressions with the same values are one: what is tried is the shorter. Sizes are small whole numbers, about the number of
things somebody would have to say; the learner's own expression counts as one thing, so that a change of it comes before another formula.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from autograder.repair.text import atom

_LARGEST = 4000  # numbers in one value
_LONGEST = 160
_WITH_OWN = 250
_PLAIN = {"0", "1", "2", "3", "4", "0.5", "-1"}  # arithmetic with nothing but these makes no formula


@dataclass(frozen=True, slots=True)
class Filler:
    """An expression and what it is at each hit of the hole; top: the outermost thing that was done, "" for a leaf."""

    text: str
    size: int
    values: tuple
    top: str = ""


# What is done to one value: its name, how it is written, how it is computed, what it costs, how many axes it takes (-1: any).
_ONE: tuple[tuple[str, str, Callable, int, int], ...] = (
    ("neg", "-_", np.negative, 1, -1),
    ("T", "_.T", np.transpose, 1, 2),
    ("1-", "1 - _", lambda x: 1 - x, 1, -1),
    ("square", "_ ** 2", np.square, 1, -1),
    ("2*", "2 * _", lambda x: 2 * x, 1, -1),
    ("/2", "_ / 2", lambda x: x / 2, 1, -1),
    ("+1", "_ + 1", lambda x: x + 1, 1, -1),
    ("-1", "_ - 1", lambda x: x - 1, 1, -1),
    ("1/", "1 / _", lambda x: 1 / x, 2, -1),
    ("sqrt", "np.sqrt(_)", np.sqrt, 2, -1),
    ("abs", "np.abs(_)", np.abs, 2, -1),
    ("exp", "np.exp(_)", np.exp, 2, -1),
    ("log", "np.log(_)", np.log, 2, -1),
    ("tanh", "np.tanh(_)", np.tanh, 2, -1),
    ("2**", "2.0 ** _", lambda x: np.power(2.0, x), 2, -1),
    ("relu", "np.maximum(_, 0)", lambda x: np.maximum(x, 0), 2, -1),
    (">0", "_ > 0", lambda x: x > 0, 2, -1),
    ("sign", "np.sign(_)", np.sign, 3, -1),
    ("sum", "np.sum(_)", np.sum, 2, 1),
    ("mean", "np.mean(_)", np.mean, 2, 1),
    ("max", "np.max(_)", np.max, 2, 1),
    ("min", "np.min(_)", np.min, 3, 1),
    ("sum0", "np.sum(_, axis=0)", lambda x: np.sum(x, axis=0), 2, 2),
    ("sum1", "np.sum(_, axis=1)", lambda x: np.sum(x, axis=1), 2, 2),
    ("sum1k", "np.sum(_, axis=1, keepdims=True)", lambda x: np.sum(x, axis=1, keepdims=True), 2, 2),
    ("mean0", "np.mean(_, axis=0)", lambda x: np.mean(x, axis=0), 2, 2),
    ("mean1", "np.mean(_, axis=1)", lambda x: np.mean(x, axis=1), 3, 2),
    ("max0", "np.max(_, axis=0)", lambda x: np.max(x, axis=0), 3, 2),
    ("max1", "np.max(_, axis=1)", lambda x: np.max(x, axis=1), 3, 2),
    ("max1k", "np.max(_, axis=1, keepdims=True)", lambda x: np.max(x, axis=1, keepdims=True), 2, 2),
    ("column", "_[:, None]", lambda x: x[:, None], 2, 1),
    ("from1", "_[1:]", lambda x: x[1:], 2, 1),
    ("to-1", "_[:-1]", lambda x: x[:-1], 2, 1),
    ("back", "_[::-1]", lambda x: x[::-1], 2, 1),
    ("not", "~_", np.invert, 1, -1),
    ("float", "np.asarray(_, float)", lambda x: np.asarray(x, float), 2, -1),
)
# What is done to two values: what it costs, and whether their order does not matter.
_TWO: tuple[tuple[str, Callable, int, bool], ...] = (
    ("*", np.multiply, 1, True),
    ("+", np.add, 1, True),
    ("-", np.subtract, 1, False),
    ("/", np.divide, 1, False),
    ("@", np.matmul, 1, False),
    (">", np.greater, 2, False),
    (">=", np.greater_equal, 2, False),
    ("np.maximum", np.maximum, 2, True),
    ("np.minimum", np.minimum, 2, True),
    ("**", np.power, 2, False),
)
_FOR_TRUTH = (("&", np.logical_and, 1, True), ("|", np.logical_or, 1, True), ("!=", np.not_equal, 2, True), ("==", np.equal, 2, True))
JOINS = frozenset(sign for sign, *_ in (*_TWO, *_FOR_TRUTH))
# What is not done after each other, because it comes to nothing.
_UNDONE = {("neg", "neg"), ("T", "T"), ("1-", "1-"), ("+1", "-1"), ("-1", "+1"), ("2*", "/2"), ("/2", "2*"), ("exp", "log"), ("log", "exp"), ("not", "not"), ("1/", "1/")}


class Fillers:
    """The expressions for a place, by size: `of_size` has to be asked for 1, 2, 3, ... in turn."""

    def __init__(self, leaves: Mapping[str, int], values: Mapping[str, tuple], most: int) -> None:
        """leaves: sizes by text; values: of those that have one at every hit; most: how many are computed at most."""
        self._leaves = {text: size for text, size in leaves.items() if text in values}
        self._values, self._most, self._tried = values, most, 0
        self._by_size: dict[int, list[Filler]] = {}
        self._seen: set[tuple] = set()

    @property
    def spent(self) -> bool:
        """Whether nothing more is computed."""
        return self._tried >= self._most

    def of_size(self, size: int) -> Iterator[Filler]:
        """The expressions of a size that are something new."""
        made: list[Filler] = self._by_size.setdefault(size, [])
        for text, cost in self._leaves.items():
            if cost == size:
                yield from self._new(Filler(text, size, self._values[text]), made)
        for name, written, compute, cost, axes in _ONE:
            for one in self._by_size.get(size - cost, ()) if size > cost else ():
                if one.text in _PLAIN and cost == 1 or not _makes_sense(name, axes, one):
                    continue
                yield from self._computed(written.replace("_", tight(one.text)), size, name, compute, made, one)
        for cost in (1, 2):
            for left in range(1, size - cost):
                yield from self._of_two(left, size - cost - left, cost, made)

    def of(self, own: Filler, some: Sequence[Filler]) -> Iterator[Filler]:
        """What can be made of one expression, alone or with one of some others; the same value once."""
        before = self._seen, self._most, self._tried
        self._seen, self._most, self._tried = {_key(own.values)}, _WITH_OWN, 0
        for name, written, compute, cost, axes in _ONE:
            if _makes_sense(name, axes, own):
                yield from self._computed(written.replace("_", tight(own.text)), own.size + cost, name, compute, [], own)
        for other in some:
            for sign, compute, cost, commutes in _FOR_TRUTH if _is_truth(own) and _is_truth(other) else _TWO:
                if cost + other.size > 3:
                    continue
                for a, b in ((own, other),) if commutes else ((own, other), (other, own)):
                    yield from self._computed(_joined(sign, a, b), a.size + b.size + cost, sign, compute, [], a, b)
        self._seen, self._most, self._tried = before

    def _of_two(self, left: int, right: int, cost: int, made: list[Filler]) -> Iterator[Filler]:
        for a in self._by_size.get(left, ()):
            for b in self._by_size.get(right, ()):
                if a.text in _PLAIN and b.text in _PLAIN:
                    continue
                for sign, compute, price, commutes in _FOR_TRUTH if _is_truth(a) and _is_truth(b) else _TWO:
                    if price == cost and not (commutes and left > right):
                        yield from self._computed(_joined(sign, a, b), left + right + cost, sign, compute, made, a, b)
            if self.spent:
                return

    def _computed(self, text: str, size: int, top: str, compute: Callable, made: list[Filler], *operands: Filler) -> Iterator[Filler]:
        if self._tried >= self._most or len(text) > _LONGEST:
            return
        self._tried += 1
        try:
            values = tuple([compute(*parts) for parts in zip(*[one.values for one in operands], strict=True)])
        except (TypeError, ValueError, IndexError, OverflowError, ZeroDivisionError):
            return
        if all([getattr(value, "size", 1) <= _LARGEST for value in values]):
            yield from self._new(Filler(text, size, values, top), made)

    def _new(self, one: Filler, made: list[Filler]) -> Iterator[Filler]:
        key = _key(one.values)
        if key not in self._seen:
            self._seen.add(key)
            made.append(one)
            yield one


def _makes_sense(name: str, axes: int, one: Filler) -> bool:
    """Whether one value has the axes that something takes, and that does not undo what was done last."""
    return not (axes > 0 and any(np.ndim(value) < axes or np.size(value) == 0 for value in one.values)) and (name, one.top) not in _UNDONE


def _joined(sign: str, a: Filler, b: Filler) -> str:
    return f"{sign}({a.text}, {b.text})" if sign.startswith("np.") else f"{tight(a.text)} {sign} {tight(b.text)}"


def _key(values: Sequence) -> tuple:
    """The same for values that are equal but for the last digits."""
    parts = []
    for value in values:
        array = np.asarray(value)
        parts += (array.shape, array.dtype.kind, (array.astype(np.float32) if array.dtype.kind == "f" else array).tobytes())
    return tuple(parts)


def tight(text: str) -> str:
    """A text in brackets, if it needs them before it can be an operand."""
    whole = atom(text) or (text[-1] in ")]" and _one_piece(text))
    return text if whole else f"({text})"


def _one_piece(text: str) -> bool:
    """Whether a text that ends with a bracket is one call, subscript or bracket."""
    depth = 0
    for place, letter in enumerate(text):
        depth += (letter in "([{") - (letter in ")]}")
        if depth == 0 and not (letter.isalnum() or letter in "_.)]}" or letter == "(" and place == 0):
            return False
    return True


def _is_truth(one: Filler) -> bool:
    return all(np.asarray(value).dtype.kind == "b" for value in one.values)


def is_goal(one: Filler, goal: Sequence[np.ndarray]) -> bool:
    """Whether an expression has the values it should have; where those are NaN, it may have any."""
    return all(_near(value, wanted) for value, wanted in zip(one.values, goal, strict=True))


def _near(value: object, wanted: np.ndarray) -> bool:
    array = np.asarray(value)
    if array.shape != wanted.shape or array.size == 0:
        return array.shape == wanted.shape
    first, right = array.item(0), wanted.item(0)
    if right == right and not (first == right or abs(first - right) <= 1e-6 * (abs(right) + 1e-12)):
        return False
    free = np.isnan(wanted) if wanted.dtype.kind == "f" else np.zeros(wanted.shape, bool)
    return bool(np.all(free | (array == wanted) | (np.abs(array * 1.0 - wanted) <= 1e-8 * np.abs(wanted) + 1e-12 * np.max(np.abs(wanted[~free]), initial=0.0))))
