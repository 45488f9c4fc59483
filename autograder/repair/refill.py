"""Which hole in a learner's code can be filled so that a failing call comes out right: the search after the catalogue of changes.

Two ways. Where the value in a hole is, or leads straight to, a part of the result that is wrong, it is known what it should be, and
many expressions are compared with it without running anything. Elsewhere the rest of the function is run with each of some.
What comes out is tried on all checks by the caller; nothing is decided here, and nothing executed but through a `Probe`.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Protocol

import numpy as np

from autograder.repair.aims import Failing, aims_of
from autograder.repair.fill import JOINS, Filler, Fillers, is_goal, tight
from autograder.repair.holes import Filling, Hole, Holed, Spot
from autograder.repair.meet import pairs
from autograder.repair.results import agree, is_part

_LOOKING, _MAKING = 0.2, 0.6  # of the time
_COMPUTED, _LARGEST_SIZE, _AIMED, _AT_ONCE = 1500, 5, 4, 100
_LEAST, _IN_ALL = 40, 2400  # expressions that are run: in each hole, in all holes
# In sizes: a word of the learner's own that goes, a name, another shape or type, the value that is wanted; the most.
_LOST, _IN_VAIN, _OTHERWISE, _MEETS, _DEAREST = 0.5, 1.5, 2.0, 2.0, 6.0
_WORD = re.compile(r"[^\W\d]\w*|\d+\.?\d*|[^\w\s()\[\],.]")
# What a change is called that does one more thing to what stands there.
_ASPECTS = {"*": "factor.missing", "/": "factor.missing", "+": "term.missing", "-": "term.missing", "T": "operand.transposed", "neg": "sign", "square": "power", "sqrt": "power"}


class Probe(Protocol):
    """Where the learner's code runs, `PROBE` among it."""

    def look(self, source: str, leaves: Sequence[str]) -> Sequence:
        """The first hits of the hole of a source in the failing calls: (call, values of the leaves)."""

    def fill(self, source: str, texts: Sequence[str], call: int) -> Sequence:
        """What one of the failing calls returns with each expression in the hole, as the check sees it."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """What was seen at a spot: in which calls, the values of the leaves that have one at every hit."""

    calls: tuple[int, ...]
    values: dict[str, tuple]


@dataclass(frozen=True, slots=True)
class _Try:
    """An expression for a hole that was hit in these calls.

    way: "joined" for one made of what stands there and of something else, "aimed" for one that has the value that is wanted.
    """

    price: float
    hole: Hole
    calls: tuple[int, ...]
    filler: Filler
    way: str = ""


def refilled(holed: Holed, probe: Probe, failing: Failing, late: Callable[[float], bool]) -> Iterator[Filling]:
    """Changes of one expression with which the failing calls come out right, about the smallest first.

    late: whether that share of the time has been used.
    """
    with np.errstate(all="ignore"):
        seen = [(spot, _looked_at(holed, spot, probe)) for spot in holed.spots if not late(_LOOKING)]
        seen = [(spot, one) for spot, one in seen if one is not None]
        aims = aims_of(holed, [(spot, one.calls, one.values) for spot, one in seen], failing)
        tries: list[_Try] = []
        for spot, one in sorted(seen, key=lambda item: not any(id(hole.site.node) in aims for hole in item[0].holes)):
            if late(_MAKING):
                break
            tries += _tries(spot, one, aims)
    for _, level in groupby(_cheapest(tries), key=lambda one: int(one.price)):
        by_hole: dict[int, list[_Try]] = {}
        for one in level:
            by_hole.setdefault(one.hole.number, []).append(one)
        found: list[Filling] = []
        for some in by_hole.values():
            for start in range(0, len(some), _AT_ONCE):
                if late(1.0):
                    break
                found += _confirmed(holed, probe, failing, some[start : start + _AT_ONCE])
        yield from sorted(found, key=lambda filling: filling.price)
        if late(1.0):
            return


def _cheapest(tries: list[_Try]) -> Iterator[_Try]:
    """The cheap ones first, of each hole as many as there is time for if all holes get the same, half of them with what stands there."""
    most = max(_LEAST, _IN_ALL // 2 // max(1, len({one.hole.number for one in tries})))
    taken: Counter[tuple[int, str]] = Counter()
    for one in sorted(tries, key=lambda one: one.price):
        taken[one.hole.number, one.way] += 1
        if taken[one.hole.number, one.way] <= most:
            yield one


def _tries(spot: Spot, seen: _Seen, aims: dict[int, tuple]) -> Iterator[_Try]:
    """What could stand in the holes of a spot, as far as it is not too dear."""
    fillers = Fillers(spot.leaves, seen.values, _COMPUTED)
    some: list[Filler] = []
    for size in range(1, _LARGEST_SIZE + 1):
        some += () if fillers.spent else fillers.of_size(size)
    words, kinds = [frozenset(_WORD.findall(one.text)) for one in some], [_kind(one.values[0]) for one in some]
    small = [one for one in some if one.size <= 2]
    made = frozenset(node.id for node in ast.walk(spot.holes[0].site.function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store))
    for hole in spot.holes:
        own, own_words = seen.values.get(hole.own), frozenset(_WORD.findall(hole.own))
        kind = None if own is None else _kind(own[0])
        around = [other.own for other in spot.holes if other.span[0] <= hole.span[0] and hole.span[1] <= other.span[1] and other is not hole]
        for one, said, its in zip(some, words, kinds, strict=True):
            price = one.size + _price(own_words, said, made) + (_OTHERWISE if kind is not None and its != kind else 0.0)
            if price <= _DEAREST and one.text != hole.own and not any(text in one.text for text in around):
                yield _Try(price, hole, seen.calls, one)
        if own is not None:
            for one in fillers.of(Filler(hole.own, 0, own), [one for one in small if one.text != hole.own and not any(text in one.text for text in around)]):
                yield _Try(one.size + (_OTHERWISE if _kind(one.values[0]) != kind else 0.0), hole, seen.calls, one, "joined" if one.top in JOINS else "")
        aim = aims.get(id(hole.site.node))
        if aim is not None:
            met = [one for one in some if is_goal(one, aim)][:_AIMED]
            met += islice((one for one in pairs(some, aim) if is_goal(one, aim)), _AIMED)
            for one in met:
                yield _Try(max(0.0, one.size + _price(own_words, frozenset(_WORD.findall(one.text)), made) - _MEETS), hole, seen.calls, one, "aimed")


def _looked_at(holed: Holed, spot: Spot, probe: Probe) -> _Seen | None:
    leaves = list(spot.leaves)
    hits = probe.look(holed.source(spot.holes[0]), leaves)
    if not hits:
        return None
    values = {leaf: tuple(hit[1][i] for hit in hits) for i, leaf in enumerate(leaves)}
    return _Seen(tuple(hit[0] for hit in hits), {leaf: some for leaf, some in values.items() if all(is_part(value) for value in some)})


def _price(own_words: frozenset[str], words: frozenset[str], made: frozenset[str]) -> float:
    """What is added to the size for what goes of the learner's own words; made: names that the function gives a value."""
    lost = own_words - words
    return _LOST * len(lost) + _IN_VAIN * (len(own_words) == 1 and bool(lost & made))  # whatever led to the name was for nothing


def _kind(value: object) -> tuple:
    """What two values have in common that can stand in the same place: the shape, and numbers, whole numbers or truth."""
    array = np.asarray(value)
    return array.shape, "b" if array.dtype.kind == "b" else "i" if array.dtype.kind in "iu" and array.ndim == 0 else "f"


def _confirmed(holed: Holed, probe: Probe, failing: Failing, some: list[_Try]) -> Iterator[Filling]:
    """Those with which the failing calls that the hole was seen in come out right."""
    source = holed.source(some[0].hole)
    for call in dict.fromkeys(some[0].calls):
        if not some:
            return
        results = probe.fill(source, [one.filler.text for one in some], call)
        some = [one for one, result in zip(some, results, strict=False) if agree(result, failing.right[call])]
    for one in some:
        yield Filling(one.hole.number, one.filler.text, _aspect(one.hole, one.filler), one.price)


def _aspect(hole: Hole, one: Filler) -> str:
    kept = tight(hole.own) in one.text
    return _ASPECTS.get(one.top, "formula") if kept else "formula"
