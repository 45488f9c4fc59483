"""Who shares rare shapes with whom.

A shape counts the more, the fewer submissions have it (inverse document frequency); one that many have is an idiom and
does not count at all. The likeness of two submissions is the cosine of their weighted shapes: 1 means the same, whatever
the names; independent right answers stay well below `ALIKE`, see tests/benchmarks/similarity.py.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from math import log, sqrt

# From tests/benchmarks/similarity.py: here precision is 0.94 to 1.00 and recall 0.89 to 1.00 on made-up classes.
ALIKE = 0.6
# Two who make the same short mistake share a rare shape or two and nothing else: no evidence of anything.
FEWEST = 4
# A shape in more than this share of a class is an idiom; up to a few submissions it never is, beyond many it always is
# (which also keeps the work for a class of thousands small).
IDIOM_SHARE, IDIOM_LEAST, IDIOM_MOST = 0.25, 4, 40


@dataclass(frozen=True, slots=True)
class Pair:
    """Two submissions (in the order of their names): likeness from 0 to 1, and how many rare shapes they share."""

    first: str
    second: str
    likeness: float
    shared: int


def rare_shapes(shapes: Mapping[str, Mapping[str, int]], ignored: Mapping[str, int]) -> dict[str, list[str]]:
    """The shapes that count, each with the names of the submissions that have it, in order."""
    having: dict[str, list[str]] = defaultdict(list)
    for name in sorted(shapes):
        for shape in shapes[name]:
            if shape not in ignored:
                having[shape].append(name)
    idiom = min(max(IDIOM_LEAST, IDIOM_SHARE * len(shapes)), IDIOM_MOST)
    return {shape: names for shape, names in having.items() if len(names) <= idiom}


def alike(shapes: Mapping[str, Mapping[str, int]], ignored: Mapping[str, int], least: float = ALIKE) -> list[Pair]:
    """Pairs that share at least `FEWEST` rare shapes and whose likeness is at least `least`, the most alike first.

    Args:
        shapes: by submission, its shapes with their sizes. ignored: shapes of what everybody was given.
    """
    having = rare_shapes(shapes, ignored)
    weights = {shape: log((len(shapes) + 1) / len(names)) for shape, names in having.items()}
    lengths: dict[str, float] = defaultdict(float)
    products: dict[tuple[str, str], float] = defaultdict(float)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for shape, weight in weights.items():
        names = having[shape]
        value = weight * weight * log(min(shapes[name][shape] for name in names))
        for number, name in enumerate(names):
            lengths[name] += value
            for other in names[number + 1 :]:
                products[name, other] += value
                shared[name, other] += 1
    found = []
    for (first, second), product in products.items():
        likeness = product / sqrt(lengths[first] * lengths[second])
        if likeness >= least and shared[first, second] >= FEWEST:
            found.append(Pair(first, second, min(likeness, 1.0), shared[first, second]))
    return sorted(found, key=lambda pair: (-round(pair.likeness, 9), -pair.shared, pair.first, pair.second))
