"""Which hole in a learner's code can be filled so that a failing call comes out right: the search after the catalogue of changes.

Two ways. Where the value in a hole is, or leads straight to, a part of the result that is wrong, it is known what it should be, and
many expressions are compared with it without running anything. Elsewhere the rest of the function is run with each of some.
What comes out is tried on all checks by the caller; nothing is decided here, and nothing executed but through a `Probe`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

import numpy as np

from autograder.repair.aims import Failing, aims_of
from autograder.repair.fill import Filler, Fillers, is_goal
from autograder.repair.holes import Filling, Hole, Holed, Spot
from autograder.repair.meet import pairs
from autograder.repair.results import agree
from autograder.repair.text import atom

_LOOKING, _SEARCHING = 0.3, 0.7  # of the time
_COMPUTED, _LARGEST_SIZE, _RUN, _AIMED = 2500, 5, 90, 4
_LOST, _IN_VAIN, _OTHERWISE = 0.5, 1.5, 2.0  # in sizes: a word of the learner's own that goes, a name, another shape or type
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


def refilled(holed: Holed, probe: Probe, failing: Failing, late: Callable[[float], bool]) -> Iterator[Filling]:
    """Changes of one expression with which the failing calls come out right, the smallest first.

    late: whether that share of the time has been used.
    """
    found: list[Filling] = []
    with np.errstate(all="ignore"):
        seen = [(spot, _looked_at(holed, spot, probe)) for spot in holed.spots if not late(_LOOKING)]
        seen = [(spot, one) for spot, one in seen if one is not None]
        aims = aims_of(holed, [(spot, one.calls, one.values) for spot, one in seen], failing)
        some = sorted(seen, key=lambda item: not any(id(hole.site.node) in aims for hole in item[0].holes))
        for spot, one in some:
            if late(_SEARCHING):
                break
            found += _of_spot(holed, spot, one, aims, probe, failing)
    yield from sorted(found, key=lambda filling: filling.price)


def _of_spot(holed: Holed, spot: Spot, seen: _Seen, aims: dict[int, tuple], probe: Probe, failing: Failing) -> Iterator[Filling]:
    aimed = {id(hole.site.node): aims[id(hole.site.node)] for hole in spot.holes if id(hole.site.node) in aims}
    some, hits = _made(spot, seen, aimed)
    words = [frozenset(_WORD.findall(one.text)) for one in some]
    for hole in spot.holes:
        own, own_words = seen.values.get(hole.own), frozenset(_WORD.findall(hole.own))
        ranked = sorted((_price(own, own_words, one, said), number) for number, (one, said) in enumerate(zip(some, words, strict=True)) if one.text != hole.own)
        chosen = [(price, some[number]) for price, number in ranked[:_RUN]]
        chosen += [(_price(own, own_words, one, frozenset(_WORD.findall(one.text))), one) for one in hits.get(id(hole.site.node), ())]
        yield from _confirmed(holed, probe, failing, hole, seen.calls, chosen)


def _looked_at(holed: Holed, spot: Spot, probe: Probe) -> _Seen | None:
    leaves = list(spot.leaves)
    hits = probe.look(holed.source(spot.holes[0]), leaves)
    if not hits:
        return None
    values = {leaf: tuple(hit[1][i] for hit in hits) for i, leaf in enumerate(leaves)}
    return _Seen(tuple(hit[0] for hit in hits), {leaf: some for leaf, some in values.items() if all(_usable(value) for value in some)})


def _made(spot: Spot, seen: _Seen, aims: dict[int, tuple]) -> tuple[list[Filler], dict[int, list[Filler]]]:
    """The smallest expressions of a spot, and for each hole with an aim those that meet it."""
    fillers = Fillers(spot.leaves, seen.values, _COMPUTED)
    some: list[Filler] = []
    for size in range(1, _LARGEST_SIZE + 1):
        some += fillers.of_size(size)
        if fillers.spent:
            break
    hits: dict[int, list[Filler]] = {}
    for node, aim in aims.items():
        hits[node] = [one for one in some if is_goal(one, aim)][:_AIMED]
        hits[node] += islice((one for one in pairs(some, aim) if is_goal(one, aim)), _AIMED)
    return some, hits


def _usable(value: object) -> bool:
    return isinstance(value, np.ndarray | np.number | np.bool_ | bool | int | float)


def _price(own: tuple | None, own_words: frozenset[str], one: Filler, words: frozenset[str]) -> float:
    """The size, what goes of the learner's own words, and whether it is of another kind than what stands there."""
    lost = _LOST * len(own_words - words)
    if lost and len(own_words) == 1:  # whatever led to this name was for nothing
        lost += _IN_VAIN * next(iter(own_words)).isidentifier()
    return one.size + lost + (0.0 if own is None else _OTHERWISE * _otherwise(one.values[0], own[0]))


def _otherwise(value: object, own: object) -> bool:
    value, own = np.asarray(value), np.asarray(own)
    return value.shape != own.shape or (value.dtype.kind == "b") != (own.dtype.kind == "b") or (own.dtype.kind in "iu" and value.dtype.kind == "f" and own.ndim == 0)


def _confirmed(holed: Holed, probe: Probe, failing: Failing, hole: Hole, calls: tuple[int, ...], some: list[tuple[float, Filler]]) -> Iterator[Filling]:
    """Those with which the failing calls that the hole was seen in come out right."""
    source = holed.source(hole)
    for call in dict.fromkeys(calls):
        if not some:
            return
        results = probe.fill(source, [one.text for _, one in some], call)
        some = [one for one, result in zip(some, results, strict=False) if agree(result, failing.right[call])]
    for price, one in some:
        yield Filling(hole.number, one.text, _aspect(hole, one), price)


def _aspect(hole: Hole, one: Filler) -> str:
    kept = f"({hole.own})" in one.text or (atom(hole.own) and one.text.startswith(hole.own))
    return _ASPECTS.get(one.top, "formula") if kept else "formula"
