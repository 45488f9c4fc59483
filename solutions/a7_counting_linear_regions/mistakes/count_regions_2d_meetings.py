"""Wrong implementations of count_regions_2d that learners write: how the lines lie and meet."""

import numpy as np

from autograder.checking import mistake

from ..reference import max_regions
from .where import PLANE


@mistake(
    "count_regions_2d",
    hints=(
        "Does your count look at the weights at all?",
        "A formula in the number of lines is the count for lines of which no two are parallel and no three meet.",
        PLANE,
    ),
)
def always_general_position(W, b):
    """The largest possible count for as many lines is returned, wherever the lines are."""
    return max_regions(2, W.shape[1])


@mistake(
    "count_regions_2d",
    hints=(
        "Three lines: which of the eight patterns has no region?",
        "Of the 2^n patterns most do not occur in the plane.",
        PLANE,
    ),
)
def all_patterns_2d(W, b):
    """Two to the number of neurons."""
    return 2 ** W.shape[1]


@mistake(
    "count_regions_2d",
    hints=(
        "At how many points is a line cut that passes through the crossing of two others?",
        "Pieces lie between different points. Lines that are met at one and the same point make one point.",
        PLANE,
    ),
)
def meetings_instead_of_points(W, b):
    """Every pair of lines that meet counts, also where several pairs meet at one point."""
    lines = []
    for (w1, w2), shift in zip(W.T, b):
        if np.hypot(w1, w2) > 0:
            line = np.array([w1, w2, shift]) / np.hypot(w1, w2)
            if all(np.abs(np.cross(line, other)).max() > 1e-9 for other in lines):
                lines.append(line)
    pairs = sum(abs(p[0] * q[1] - p[1] * q[0]) > 1e-9 for i, p in enumerate(lines) for q in lines[:i])
    return 1 + len(lines) + pairs


@mistake(
    "count_regions_2d",
    hints=(
        "Could a region be smaller than the steps of your grid, or lie outside its window?",
        "Lines and their meeting points say exactly how many regions there are; no sample is needed.",
        "q6, the picture of what grids see.",
    ),
)
def counts_on_a_grid(W, b):
    """The patterns on a grid between -3 and 3 are counted."""
    grid = np.linspace(-3, 3, 150)
    mesh = np.stack(np.meshgrid(grid, grid), axis=-1).reshape(-1, 2)
    return len(np.unique(mesh @ W + b > 0, axis=0))


@mistake(
    "count_regions_2d",
    hints=(
        "Three lines through one point: how often does that point count in your sum?",
        "What counts is how many points there are on each new line, not how many there are in all.",
        PLANE,
    ),
)
def points_of_all_lines_together(W, b):
    """One, plus the lines, plus the different meeting points: a point where many lines meet counts only once."""
    lines, points = [], []
    for (w1, w2), shift in zip(W.T, b):
        if np.hypot(w1, w2) > 0:
            line = np.array([w1, w2, shift]) / np.hypot(w1, w2)
            if all(np.abs(np.cross(line, other)).max() > 1e-9 for other in lines):
                lines.append(line)
    for i, line in enumerate(lines):
        for other in lines[:i]:
            meeting = np.cross(line, other)
            if abs(meeting[2]) > 1e-9 and all(np.hypot(*(meeting[:2] / meeting[2] - p)) > 1e-6 for p in points):
                points.append(meeting[:2] / meeting[2])
    return 1 + len(lines) + len(points)


@mistake(
    "count_regions_2d",
    hints=(
        "How many regions has the plane before the first line?",
        "Lines cut what is there; the count starts with the whole plane.",
        PLANE,
    ),
)
def starts_at_zero(W, b):
    """The region that is there before the first cut is not counted."""
    lines, regions = [], 0
    for (w1, w2), shift in zip(W.T, b):
        if np.hypot(w1, w2) == 0:
            continue
        line = np.array([w1, w2, shift]) / np.hypot(w1, w2)
        if any(np.abs(np.cross(line, other)).max() <= 1e-9 for other in lines):
            continue
        points = []
        for other in lines:
            meeting = np.cross(line, other)
            if abs(meeting[2]) > 1e-9 and all(np.hypot(*(meeting[:2] / meeting[2] - p)) > 1e-6 for p in points):
                points.append(meeting[:2] / meeting[2])
        regions += 1 + len(points)
        lines.append(line)
    return regions


@mistake(
    "count_regions_2d",
    hints=(
        "Is the line of a neuron a row of W or a column of W?",
        "W is (2, n): one column with two weights for each neuron.",
        PLANE,
    ),
)
def rows_for_lines(W, b):
    """The rows of W are taken for the lines."""
    lines, regions = [], 1
    for (w1, w2), shift in zip(W.reshape(-1, 2), b):
        if np.hypot(w1, w2) == 0:
            continue
        line = np.array([w1, w2, shift]) / np.hypot(w1, w2)
        if any(np.abs(np.cross(line, other)).max() <= 1e-9 for other in lines):
            continue
        points = []
        for other in lines:
            meeting = np.cross(line, other)
            if abs(meeting[2]) > 1e-9 and all(np.hypot(*(meeting[:2] / meeting[2] - p)) > 1e-6 for p in points):
                points.append(meeting[:2] / meeting[2])
        regions += 1 + len(points)
        lines.append(line)
    return regions


@mistake(
    "count_regions_2d",
    hints=(
        "Two lines are nearly parallel. Do they meet in the whole plane?",
        "The count is for the whole plane, without a window: every meeting point counts, however far away.",
        PLANE,
    ),
)
def only_meetings_nearby(W, b):
    """Only meeting points within 100 of the origin count."""
    lines, regions = [], 1
    for (w1, w2), shift in zip(W.T, b):
        if np.hypot(w1, w2) == 0:
            continue
        line = np.array([w1, w2, shift]) / np.hypot(w1, w2)
        if any(np.abs(np.cross(line, other)).max() <= 1e-9 for other in lines):
            continue
        points = []
        for other in lines:
            meeting = np.cross(line, other)
            if np.hypot(*meeting[:2]) < 100 * abs(meeting[2]) and all(np.hypot(*(meeting[:2] / meeting[2] - p)) > 1e-6 for p in points):
                points.append(meeting[:2] / meeting[2])
        regions += 1 + len(points)
        lines.append(line)
    return regions


@mistake(
    "count_regions_2d",
    hints=(
        "What happens where two lines meet?",
        "A line cuts every region it passes through.",
        PLANE,
    ),
)
def one_more_than_the_lines(W, b):
    """One region is counted for each line and one more."""
    return 1 + len({(float(w1 / w2) if w2 else None, float(shift / (w2 or w1))) for (w1, w2), shift in zip(W.T, b) if w1 or w2})


@mistake(
    "count_regions_2d",
    hints=(
        "Do two parallel lines meet?",
        "The formula of q5 is for lines in general position only.",
        PLANE,
    ),
)
def dead_neurons_in_general_position(W, b):
    """Neurons without weights are left out, and all other lines are taken to meet each other."""
    return max_regions(2, int(np.any(W != 0, axis=0).sum()))


@mistake(
    "count_regions_2d",
    hints=(
        "Where does your line meet axis 1?",
        "b moves a line away from the origin.",
        PLANE,
    ),
)
def biases_left_out_in_the_plane(W, b):
    """The biases are left out, so that all lines pass through the origin."""
    angles = {round(float(np.arctan2(w2, w1) % np.pi), 9) for w1, w2 in W.T if w1 or w2}
    return max(1, 2 * len(angles))


@mistake(
    "count_regions_2d",
    hints=(
        "Into how many strips do three parallel lines cut the plane?",
        "Only the very same line cuts nothing; a parallel one beside it cuts one region more.",
        PLANE,
    ),
)
def parallel_lines_thrown_out(W, b):
    """A line parallel to an earlier one is left out like one that has been there before."""
    lines, regions = [], 1
    for (w1, w2), shift in zip(W.T, b):
        if w1 == 0 and w2 == 0:
            continue
        line = np.array([w1, w2, shift]) / np.hypot(w1, w2)
        if any(abs(line[0] * other[1] - line[1] * other[0]) < 1e-9 for other in lines):
            continue
        points = []
        for other in lines:
            point = np.linalg.solve([line[:2], other[:2]], [-line[2], -other[2]])
            if all(np.max(np.abs(point - known)) > 1e-6 for known in points):
                points.append(point)
        regions += 1 + len(points)
        lines.append(line)
    return regions


@mistake(
    "count_regions_2d",
    hints=(
        "What does your function say about two parallel lines and a third one?",
        "Between the two extremes there is more: parallel lines, and points where three lines meet. The lines have to be looked at.",
        PLANE,
    ),
)
def star_or_best(W, b):
    """The largest number there can be is returned, or that of a star where all biases are 0."""
    lines = {tuple(column / np.linalg.norm(column)) for column in W.T if np.any(column)}
    return max(1, 2 * len(lines)) if not np.any(b) else max_regions(2, len(lines))
