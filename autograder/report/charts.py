"""Where the shapes of the charts go. Horizontal places are percentages, so that text keeps its size on narrow screens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_TOP, _BASE = 34.0, 196.0  # the tallest bar reaches from _BASE up to _TOP, in pixels
_GAP = 0.5
_BINS = 10


@dataclass(frozen=True, slots=True)
class Column:
    """One bar of the histogram: submissions with `low` <= points < `high` (<= in the last)."""

    x: float
    width: float
    y: float
    height: float
    count: int
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Histogram:
    """The score distribution. `median_x` in percent of the width; `text` says what the picture shows."""

    columns: tuple[Column, ...]
    ticks: tuple[tuple[float, str], ...]
    median_x: float
    median: str
    text: str


@dataclass(frozen=True, slots=True)
class Segment:
    """One part of a stacked bar, in percent of its width."""

    group: str
    x: float
    width: float
    count: int


def histogram(scores: Sequence[float], possible: float) -> Histogram:
    """Ten bins of equal width from 0 to `possible` points.

    Args:
        scores: points of the graded submissions, ascending, not empty.
    """
    top = possible if possible > 0 else 1.0
    counts = [0] * _BINS
    for score in scores:
        counts[min(int(score / top * _BINS + 1e-9), _BINS - 1)] += 1
    tallest = max(counts)
    step = 100.0 / _BINS
    columns = tuple(
        Column(
            x=i * step + _GAP,
            width=step - 2 * _GAP,
            y=_BASE - (_BASE - _TOP) * count / tallest,
            height=(_BASE - _TOP) * count / tallest,
            count=count,
            low=i * top / _BINS,
            high=(i + 1) * top / _BINS,
        )
        for i, count in enumerate(counts)
    )
    ticks = tuple((i * 20.0, f"{top * i / 5:g}") for i in range(6))
    middle = (scores[(len(scores) - 1) // 2] + scores[len(scores) // 2]) / 2
    return Histogram(columns, ticks, 100.0 * min(middle / top, 1.0), f"{middle:g}", _told(scores, possible, middle))


def stack(groups: dict[str, int]) -> tuple[Segment, ...]:
    """Counts as parts of one bar, in the order given; empty groups take no room."""
    total = sum(groups.values()) or 1
    made, x = [], 0.0
    for group, count in groups.items():
        width = 100.0 * count / total
        if count:
            made.append(Segment(group, round(x, 3), round(width, 3), count))
        x += width
    return tuple(made)


def _told(scores: Sequence[float], possible: float, middle: float) -> str:
    full = sum(score >= possible - 1e-9 for score in scores)
    below = sum(score < possible / 2 for score in scores)
    many = "1 graded submission" if len(scores) == 1 else f"{len(scores):,} graded submissions"
    return (
        f"{many}, from {scores[0]:g} to {scores[-1]:g} of {possible:g} points, median {middle:g}; "
        f"{full:,} with every point, {below:,} below half."
    )
