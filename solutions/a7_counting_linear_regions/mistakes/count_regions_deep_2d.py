"""Wrong implementations of count_regions_deep_2d that learners write, each with hints on three levels: a question, the rule, where to look."""

import math

import numpy as np

from autograder.checking import mistake

from ..reference import activation_pattern, local_affine, max_regions, regions_deep_2d
from .where import DEEP


@mistake(
    "count_regions_deep_2d",
    hints=(
        "Could a region be smaller than the steps of your grid?",
        "You have all regions as polygons already: they can be counted one by one.",
        DEEP,
    ),
)
def patterns_on_a_grid(net, low, high):
    """The patterns on a grid of samples are counted."""
    grid = np.linspace(low, high, 42)[1:-1]
    mesh = np.stack(np.meshgrid(grid, grid), axis=-1).reshape(-1, 2)
    return len(np.unique(activation_pattern(net, mesh), axis=0))


@mistake(
    "count_regions_deep_2d",
    hints=(
        "Two regions with the same map: are their patterns the same as well?",
        "A region is known by its pattern. Regions far apart, or on both sides of a silent neuron, can share their map.",
        "The conventions at the top of the notebook, where a region is defined.",
    ),
)
def different_maps(net, low, high):
    """Different affine maps are counted; regions that share a map count once."""
    maps = set()
    for P in regions_deep_2d(net, low, high):
        A, c = local_affine(net, P.mean(axis=0))
        maps.add(tuple(np.round([*A.ravel(), *c], 9) + 0.0))
    return len(maps)


@mistake(
    "count_regions_deep_2d",
    hints=(
        "Does every region of the first layer contain every line of the second?",
        "A layer cuts only some of the regions below it, so the counts of the layers do not multiply.",
        DEEP,
    ),
)
def product_of_the_layers(net, low, high):
    """The largest counts of the single layers are multiplied."""
    return math.prod(max_regions(2, len(b)) for _, b in net[:-1])


@mistake(
    "count_regions_deep_2d",
    hints=(
        "Does your count depend on where the lines are?",
        "The largest possible count of one layer says nothing about this net, and neither do its deeper layers cut along straight lines.",
        DEEP,
    ),
)
def as_if_it_were_one_layer(net, low, high):
    """The largest count of one layer with as many neurons."""
    return max_regions(2, sum(len(b) for _, b in net[:-1]))


@mistake(
    "count_regions_deep_2d",
    hints=(
        "Do all patterns that can be written down occur in the square?",
        "Most patterns have no region.",
        DEEP,
    ),
)
def every_pattern(net, low, high):
    """Two to the number of hidden neurons."""
    return 2 ** sum(len(b) for _, b in net[:-1])


@mistake(
    "count_regions_deep_2d",
    hints=(
        "Which square does your function look at?",
        "Only regions between low and high count.",
        "The stub's docstring, where low and high are explained.",
    ),
)
def always_the_same_square(net, low, high):
    """The square from -10 to 10 is used, whatever low and high are."""
    return len(regions_deep_2d(net, -10.0, 10.0))


@mistake(
    "count_regions_deep_2d",
    hints=(
        "Is the length of your list the number of polygons, or of their corners?",
        "One polygon is one region, however many corners it has.",
        DEEP,
    ),
)
def counts_the_corners(net, low, high):
    """The corners of all polygons are counted."""
    return sum(len(P) for P in regions_deep_2d(net, low, high))


@mistake(
    "count_regions_deep_2d",
    hints=(
        "Which square do you count in if low is 0 and high is 1?",
        "low and high are handed on as they are.",
        "q9, the docstring.",
    ),
)
def square_around_the_origin(net, low, high):
    """The square is made symmetric around the origin."""
    reach = max(abs(low), abs(high))
    return len(regions_deep_2d(net, -reach, reach))


@mistake(
    "count_regions_deep_2d",
    hints=(
        "Is a region no region because it is small?",
        "The regions have been computed, not sampled: small ones are as real as large ones.",
        "q9, the docstring.",
    ),
)
def tiny_regions_left_out(net, low, high):
    """Regions smaller than a millionth of the square are left out as noise."""
    def area(P):
        x, y = P.T
        return abs(x @ np.roll(y, 1) - y @ np.roll(x, 1)) / 2

    return sum(bool(area(P) > 1e-6 * (high - low) ** 2) for P in regions_deep_2d(net, low, high))


@mistake(
    "count_regions_deep_2d",
    hints=(
        "How many of the layers does your function look at?",
        "Every hidden layer cuts further what the layers below have left.",
        DEEP,
    ),
)
def first_layer_counted(net, low, high):
    """Only the regions of the first layer are counted."""
    return len(regions_deep_2d([net[0], net[-1]], low, high))


@mistake(
    "count_regions_deep_2d",
    hints=(
        "One line through the square: how many regions does it leave?",
        "Regions are counted, not cuts.",
        DEEP,
    ),
)
def cuts_counted(net, low, high):
    """One less than the number of regions is returned."""
    return len(regions_deep_2d(net, low, high)) - 1


@mistake(
    "count_regions_deep_2d",
    hints=(
        "What type has your result?",
        "Asked for is an int.",
        "q9, the docstring: what is returned.",
    ),
)
def polygons_returned(net, low, high):
    """The list of the polygons is returned instead of their number."""
    return regions_deep_2d(net, low, high)
