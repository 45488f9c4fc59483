"""Which hole in a learner's code can be filled so that a failing call comes out right: the search after the catalogue of changes.

Two ways. Where the value in a hole is, or leads straight to, a part of the result that is wrong, it is known what it should be, and
many expressions are compared with it without running anything. Elsewhere the rest of the function is run with each of some.
What comes out is tried on all checks by the caller; nothing is decided here, and nothing executed but through a `Probe`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from autograder.repair.aims import Failing, aims_of
from autograder.repair.fill import Filler, Fillers, is_goal
from autograder.repair.holes import Hole, Holed, Spot
from autograder.repair.model import Repair
from autograder.repair.results import agree

_LOOKING, _SEARCHING = 0.3, 0.7  # of the time
_RUN, _RUN_SIZE, _RUN_COMPUTED, _KEPT = 60, 4, 2500, 1500
_AIM_SIZE, _AIM_COMPUTED, _AIM_FOUND = 7, 8000, 3
_LOST = 0.5  # a word of the learner's own that goes, in sizes
_WORD = re.compile(r"[^\W\d]\w*|\d+\.?\d*|[^\w\s()\[\],.]")
_ASPECTS = {"*": "factor.missing", "/": "factor.missing", "+": "term.missing", "T": "operand.transposed", "-": "sign", "square": "power", "sqrt": "power"}


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


def refilled(holed: Holed, probe: Probe, failing: Failing, late: Callable[[float], bool]) -> Iterator[Repair]:
    """Changes of one expression with which the failing calls come out right, the smallest first.

    late: whether that share of the time has been used.
    """
    found: list[tuple[float, Repair]] = []
    with np.errstate(all="ignore"):
        seen = [(spot, _looked_at(holed, spot, probe)) for spot in holed.spots if not late(_LOOKING)]
        seen = [(spot, one) for spot, one in seen if one is not None]
        aims = aims_of(holed, [(spot, one.calls, one.values) for spot, one in seen], failing)
        some = sorted(seen, key=lambda item: not any(id(hole.site.node) in aims for hole in item[0].holes))
        for spot, one in some:
            if late(_SEARCHING):
                break
            found += _of_spot(holed, spot, one, aims, probe, failing)
    yield from (repair for _, repair in sorted(found, key=lambda item: item[0]))


def _of_spot(holed: Holed, spot: Spot, seen: _Seen, aims: dict[int, tuple], probe: Probe, failing: Failing) -> Iterator[tuple[float, Repair]]:
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
    fillers = Fillers(spot.leaves, seen.values, _AIM_COMPUTED if aims else _RUN_COMPUTED)
    some: list[Filler] = []
    hits: dict[int, list[Filler]] = {}
    for size in range(1, _AIM_SIZE + 1):
        for filler in fillers.of_size(size):
            if len(some) < _KEPT:
                some.append(filler)
            for node, aim in aims.items():
                if is_goal(filler, aim) and len(hits.setdefault(node, [])) < _AIM_FOUND:
                    hits[node].append(filler)
        if fillers.spent or (size >= _RUN_SIZE and not aims):
            break
    return some, hits


def _usable(value: object) -> bool:
    return isinstance(value, np.ndarray | np.number | np.bool_ | bool | int | float)


def _price(own: tuple | None, own_words: frozenset[str], one: Filler, words: frozenset[str]) -> float:
    """The size, what goes of the learner's own words, and whether it is of another kind than what stands there."""
    return one.size + _LOST * len(own_words - words) + (0.0 if own is None else 2.0 * _otherwise(one.values[0], own[0]))


def _otherwise(value: object, own: object) -> bool:
    value, own = np.asarray(value), np.asarray(own)
    return value.shape != own.shape or (value.dtype.kind == "b") != (own.dtype.kind == "b") or (own.dtype.kind in "iu" and value.dtype.kind == "f" and own.ndim == 0)


def _confirmed(holed: Holed, probe: Probe, failing: Failing, hole: Hole, calls: tuple[int, ...], some: list[tuple[float, Filler]]) -> Iterator[tuple[float, Repair]]:
    """Those with which the failing calls that the hole was seen in come out right."""
    source = holed.source(hole)
    for call in dict.fromkeys(calls):
        if not some:
            return
        results = probe.fill(source, [one.text for _, one in some], call)
        some = [one for one, result in zip(some, results, strict=False) if agree(result, failing.right[call])]
    for price, one in some:
        yield price, holed.filled(hole, one.text, _ASPECTS.get(one.top, "formula"), price)
