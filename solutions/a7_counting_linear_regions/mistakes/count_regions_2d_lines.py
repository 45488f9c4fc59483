"""Wrong implementations of count_regions_2d that learners write: which lines are one."""

import numpy as np

from autograder.checking import mistake

from .where import PLANE


@mistake(
    "count_regions_2d",
    hints=(
        "Two neurons have the same line. How many regions does the second one add?",
        "A line that has been there before cuts nothing.",
        PLANE,
    ),
)
def equal_lines_count_twice(W, b):
    """A line that several neurons share is counted once for each of them."""
    lines, regions = [], 1
    for (w1, w2), shift in zip(W.T, b):
        if np.hypot(w1, w2) == 0:
            continue
        points = []
        for v1, v2, other in lines:
            det = w1 * v2 - w2 * v1
            if abs(det) > 1e-9:
                point = np.array([w2 * other - v2 * shift, v1 * shift - w1 * other]) / det
                if all(np.hypot(*(point - p)) > 1e-6 for p in points):
                    points.append(point)
        regions += 1 + len(points)
        lines.append((w1, w2, shift))
    return regions


@mistake(
    "count_regions_2d",
    hints=(
        "Where is the line of a neuron whose weights are both 0?",
        "A neuron without weights is on everywhere or off everywhere: it cuts nothing.",
        PLANE,
    ),
)
def neurons_without_weights_cut(W, b):
    """A neuron with weights 0 counts as one more line."""
    lines, regions = [], 1
    for (w1, w2), shift in zip(W.T, b):
        length = np.hypot(w1, w2)
        if length == 0:
            regions += 1
            continue
        line = np.array([w1, w2, shift]) / length
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
        "Is x1 = 1 the same line as -2 x1 = -2?",
        "A line is the same whatever number all of its weights and its bias are multiplied by, a negative one too.",
        PLANE,
    ),
)
def only_the_same_weights_are_equal(W, b):
    """A line counts as new unless a neuron with exactly the same weights and bias came before."""
    lines, regions = [], 1
    for (w1, w2), shift in zip(W.T, b):
        if np.hypot(w1, w2) == 0 or any(np.allclose((w1, w2, shift), line, rtol=0, atol=1e-12) for line in lines):
            continue
        points = []
        for v1, v2, other in lines:
            det = w1 * v2 - w2 * v1
            if abs(det) > 1e-9:
                point = np.array([w2 * other - v2 * shift, v1 * shift - w1 * other]) / det
                if all(np.hypot(*(point - p)) > 1e-6 for p in points):
                    points.append(point)
        regions += 1 + len(points)
        lines.append((w1, w2, shift))
    return regions


@mistake(
    "count_regions_2d",
    hints=(
        "Do w and -w, with b and -b, make the same line?",
        "A line has two normal vectors of length one: both have to be compared.",
        PLANE,
    ),
)
def opposite_signs_count_again(W, b):
    """A line that comes again with the opposite sign counts again."""
    lines, regions = [], 1
    for (w1, w2), shift in zip(W.T, b):
        if w1 == 0 and w2 == 0:
            continue
        line = np.array([w1, w2, shift]) / np.hypot(w1, w2)
        if any(np.max(np.abs(line - other)) < 1e-9 for other in lines):
            continue
        points = []
        for other in lines:
            turn = line[0] * other[1] - line[1] * other[0]
            if abs(turn) > 1e-9:
                point = np.linalg.solve([line[:2], other[:2]], [-line[2], -other[2]])
                if all(np.max(np.abs(point - known)) > 1e-6 for known in points):
                    points.append(point)
        regions += 1 + len(points)
        lines.append(line)
    return regions
