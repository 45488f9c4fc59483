"""Wrong implementations of count_regions_1d that learners write: cuts that are taken for one or for two."""

import numpy as np

from autograder.checking import mistake

from ..reference import activation_pattern
from .where import LINE


@mistake(
    "count_regions_1d",
    hints=(
        "One cut: how many regions does it leave?",
        "Between the first cut and the last there are regions, and one before and one after them as well.",
        LINE,
    ),
)
def counts_the_cuts(net, low, high):
    """The number of cuts is returned, one less than that of the regions."""
    pieces = [(low, high, np.ones(1), np.zeros(1))]
    for W, b in net[:-1]:
        finer = []
        for left, right, a, c in pieces:
            a, c = a @ W, c @ W + b
            cuts = sorted({-c[j] / a[j] for j in np.flatnonzero(a) if left < -c[j] / a[j] < right})
            for start, end in zip([left, *cuts], [*cuts, right]):
                on = a * (start + end) / 2 + c > 0
                finer.append((start, end, a * on, c * on))
        pieces = finer
    return len(pieces) - 1


@mistake(
    "count_regions_1d",
    hints=(
        "How narrow can a region be before your samples miss it?",
        "A cut is where z = x a + c is 0; it can be computed, and need not be searched for.",
        LINE,
    ),
)
def samples_a_grid(net, low, high):
    """The patterns on 2001 samples are compared; narrow regions fall between them."""
    on = activation_pattern(net, np.linspace(low, high, 2001)[:, None])
    return 1 + int(np.sum(np.any(on[1:] != on[:-1], axis=1)))


@mistake(
    "count_regions_1d",
    hints=(
        "Two neurons that switch at the same place: how many cuts is that?",
        "Regions lie between different places. A place where two neurons switch is one cut.",
        LINE,
    ),
)
def equal_cuts_count_twice(net, low, high):
    """Every neuron that switches inside is counted, also where another one has cut already."""
    count, pieces = 1, [(low, high, np.ones(1), np.zeros(1))]
    for W, b in net[:-1]:
        finer = []
        for left, right, a, c in pieces:
            a, c = a @ W, c @ W + b
            cuts = sorted(-c[j] / a[j] for j in np.flatnonzero(a) if left < -c[j] / a[j] < right)
            count += len(cuts)
            for start, end in zip([left, *cuts], [*cuts, right]):
                if start < end:
                    on = a * (start + end) / 2 + c > 0
                    finer.append((start, end, a * on, c * on))
        pieces = finer
    return count


@mistake(
    "count_regions_1d",
    hints=(
        "Where is the cut of a neuron that switches at 2, if you count between 3 and 4?",
        "Only cuts between low and high count.",
        LINE,
    ),
)
def forgets_the_window(net, low, high):
    """All cuts of the whole line are counted, whatever low and high are."""
    pieces = [(-1e6, 1e6, np.ones(1), np.zeros(1))]
    for W, b in net[:-1]:
        finer = []
        for left, right, a, c in pieces:
            a, c = a @ W, c @ W + b
            cuts = sorted({-c[j] / a[j] for j in np.flatnonzero(a) if left < -c[j] / a[j] < right})
            for start, end in zip([left, *cuts], [*cuts, right]):
                on = a * (start + end) / 2 + c > 0
                finer.append((start, end, a * on, c * on))
        pieces = finer
    return len(pieces)


@mistake(
    "count_regions_1d",
    hints=(
        "What do you do with a cut that lies exactly at low or at high?",
        "A region is inside the open interval; a cut at its border leaves nothing on the other side.",
        LINE,
    ),
)
def cuts_at_the_border(net, low, high):
    """A cut at low, at high, or where the region ends anyway counts as one more."""
    pieces = [(low, high, np.ones(1), np.zeros(1))]
    for W, b in net[:-1]:
        finer = []
        for left, right, a, c in pieces:
            a, c = a @ W, c @ W + b
            cuts = sorted({-c[j] / a[j] for j in np.flatnonzero(a) if left <= -c[j] / a[j] <= right})
            for start, end in zip([left, *cuts], [*cuts, right]):
                on = a * (start + end) / 2 + c > 0
                finer.append((start, end, a * on, c * on))
        pieces = finer
    return len(pieces)


@mistake(
    "count_regions_1d",
    hints=(
        "How far apart may two cuts at 1000 be for np.isclose to call them equal?",
        "The limit is 1e-9, wherever the cuts are: a relative tolerance has to be set to 0.",
        LINE,
    ),
)
def close_by_a_share(net, low, high):
    """Cuts are compared with np.isclose, so that far from 0 different cuts count as one."""
    pieces = [(low, high, np.ones(1), np.zeros(1))]
    for W, b in net[:-1]:
        finer = []
        for left, right, a, c in pieces:
            a, c = a @ W, c @ W + b
            cuts = [left]
            for cut in sorted(-c[j] / a[j] for j in np.flatnonzero(a) if left < -c[j] / a[j] < right):
                if not np.isclose(cut, cuts[-1]) and not np.isclose(cut, right):
                    cuts.append(cut)
            for start, end in zip(cuts, [*cuts[1:], right]):
                on = a * (start + end) / 2 + c > 0
                finer.append((start, end, a * on, c * on))
        pieces = finer
    return len(pieces)


@mistake(
    "count_regions_1d",
    hints=(
        "Two neurons switch at 0.3, one of them at 0.30000000000000004: how many cuts is that in your code?",
        "Cuts closer than 1e-9 to each other or to an end are one cut.",
        "q4, the docstring: what counts as one cut.",
    ),
)
def exact_cuts(net, low, high):
    """Cuts are compared exactly, so that cuts that differ by rounding count twice."""
    pieces = [(low, high, np.ones(1), np.zeros(1))]
    for W, b in net[:-1]:
        finer = []
        for left, right, a, c in pieces:
            a, c = a @ W, c @ W + b
            cuts = sorted({-c[j] / a[j] for j in np.flatnonzero(a) if left < -c[j] / a[j] < right})
            for start, end in zip([left, *cuts], [*cuts, right]):
                on = a * (start + end) / 2 + c > 0
                finer.append((start, end, a * on, c * on))
        pieces = finer
    return len(pieces)
