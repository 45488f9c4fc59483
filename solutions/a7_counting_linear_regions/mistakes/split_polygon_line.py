"""Wrong implementations of split_polygon that learners write: corners on the line, and the form of the result."""

import numpy as np

from autograder.checking import mistake

from .where import KNIFE


@mistake(
    "split_polygon",
    hints=(
        "Which area has a part with two corners?",
        "A line that only touches the polygon leaves nothing on its other side: that part is None.",
        KNIFE,
    ),
)
def keeps_parts_without_area(P, w, b):
    """Where the line runs along an edge, the other part is that edge instead of None."""
    height = P @ w + b
    height = np.where(np.abs(height) <= 1e-9 * np.hypot(*w), 0.0, height)
    if not np.any(height):
        return P.copy(), None
    negative, positive = [], []
    for i in range(len(P)):
        if height[i - 1] * height[i] < 0:
            crossing = P[i] + height[i] / (height[i] - height[i - 1]) * (P[i - 1] - P[i])
            negative.append(crossing)
            positive.append(crossing)
        if height[i] <= 0:
            negative.append(P[i])
        if height[i] >= 0:
            positive.append(P[i])
    return np.array(negative) if len(negative) > 1 else None, np.array(positive) if len(positive) > 1 else None


@mistake(
    "split_polygon",
    hints=(
        "A line through a corner of the polygon: which part does that corner belong to?",
        "A corner with height 0 is a corner of both parts.",
        KNIFE,
    ),
)
def corners_on_the_line_are_lost(P, w, b):
    """A corner that lies on the line goes to neither part."""
    height = P @ w + b
    height = np.where(np.abs(height) <= 1e-9 * np.hypot(*w), 0.0, height)
    if np.all(height <= 0):
        return P.copy(), None
    if np.all(height >= 0):
        return None, P.copy()
    negative, positive = [], []
    for i in range(len(P)):
        if height[i - 1] * height[i] < 0:
            crossing = P[i] + height[i] / (height[i] - height[i - 1]) * (P[i - 1] - P[i])
            negative.append(crossing)
            positive.append(crossing)
        if height[i] < 0:
            negative.append(P[i])
        if height[i] > 0:
            positive.append(P[i])
    return np.array(negative), np.array(positive)


@mistake(
    "split_polygon",
    hints=(
        "What is the sign of the polygon if w and b are both 0?",
        "Without a line the sign of b decides, and 0 counts as negative: a neuron with z = 0 is off.",
        "The stub's docstring, where w may be 0.",
    ),
)
def zero_counts_as_positive(P, w, b):
    """Where w and b are 0 the polygon goes to the positive side."""
    height = P @ w + b
    height = np.where(np.abs(height) <= 1e-9 * np.hypot(*w), 0.0, height)
    if np.all(height >= 0):
        return None, P.copy()
    if np.all(height <= 0):
        return P.copy(), None
    negative, positive = [], []
    for i in range(len(P)):
        if height[i - 1] * height[i] < 0:
            crossing = P[i] + height[i] / (height[i] - height[i - 1]) * (P[i - 1] - P[i])
            negative.append(crossing)
            positive.append(crossing)
        if height[i] <= 0:
            negative.append(P[i])
        if height[i] >= 0:
            positive.append(P[i])
    return np.array(negative), np.array(positive)


@mistake(
    "split_polygon",
    hints=(
        "To which part belongs a corner with the height 0?",
        "A corner on the line belongs to both parts.",
        KNIFE,
    ),
)
def corners_on_the_line_positive_only(P, w, b):
    """Corners on the line go to the positive part only."""
    height = P @ w + b
    height = np.where(np.abs(height) <= 1e-9 * np.hypot(*w), 0.0, height)
    if np.all(height <= 0):
        return P.copy(), None
    if np.all(height >= 0):
        return None, P.copy()
    negative, positive = [], []
    for i in range(len(P)):
        if min(height[i - 1], height[i]) < 0 < max(height[i - 1], height[i]):
            crossing = P[i] + height[i] / (height[i] - height[i - 1]) * (P[i - 1] - P[i])
            negative.append(crossing)
            positive.append(crossing)
        if height[i] < 0:
            negative.append(P[i])
        if height[i] >= 0:
            positive.append(P[i])
    return np.array(negative), np.array(positive)


@mistake(
    "split_polygon",
    hints=(
        "To which part belongs a corner with the height 0? Is it one part or two?",
        "A corner on the line belongs to both parts.",
        KNIFE,
    ),
)
def corners_on_the_line_negative_only(P, w, b):
    """Corners on the line go to the negative part only."""
    height = P @ w + b
    height = np.where(np.abs(height) <= 1e-9 * np.hypot(*w), 0.0, height)
    if np.all(height <= 0):
        return P.copy(), None
    if np.all(height >= 0):
        return None, P.copy()
    negative, positive = [], []
    for i in range(len(P)):
        if min(height[i - 1], height[i]) < 0 < max(height[i - 1], height[i]):
            crossing = P[i] + height[i] / (height[i] - height[i - 1]) * (P[i - 1] - P[i])
            negative.append(crossing)
            positive.append(crossing)
        if height[i] <= 0:
            negative.append(P[i])
        if height[i] > 0:
            positive.append(P[i])
    return np.array(negative), np.array(positive)


@mistake(
    "split_polygon",
    hints=(
        "Is the height of a corner its distance from the line?",
        "A distance is the height divided by the length of w.",
        "The last sentence of `Returns` in the docstring of q7.",
    ),
)
def tolerance_in_heights(P, w, b):
    """Heights are compared with 1e-9 as if they were distances: w is not taken to have a length."""
    height = P @ w + b
    height = np.where(np.abs(height) <= 1e-9, 0.0, height)
    if np.all(height <= 0):
        return P.copy(), None
    if np.all(height >= 0):
        return None, P.copy()
    negative, positive = [], []
    for i in range(len(P)):
        if min(height[i - 1], height[i]) < 0 < max(height[i - 1], height[i]):
            crossing = P[i] + height[i] / (height[i] - height[i - 1]) * (P[i - 1] - P[i])
            negative.append(crossing)
            positive.append(crossing)
        if height[i] <= 0:
            negative.append(P[i])
        if height[i] >= 0:
            positive.append(P[i])
    return np.array(negative), np.array(positive)


@mistake(
    "split_polygon",
    hints=(
        "Which part comes first, and is w . x + b negative there?",
        "The tuple is (negative, positive).",
        "The stub's docstring, in the line that starts with Returns.",
    ),
)
def positive_first(P, w, b):
    """The positive part comes first."""
    height = P @ w + b
    height = np.where(np.abs(height) <= 1e-9 * np.hypot(*w), 0.0, height)
    if np.all(height <= 0):
        return None, P.copy()
    if np.all(height >= 0):
        return P.copy(), None
    parts = [], []
    for i in range(len(P)):
        if height[i - 1] * height[i] < 0:
            crossing = P[i] + height[i] / (height[i] - height[i - 1]) * (P[i - 1] - P[i])
            parts[0].append(crossing)
            parts[1].append(crossing)
        if height[i] <= 0:
            parts[1].append(P[i])
        if height[i] >= 0:
            parts[0].append(P[i])
    return np.array(parts[0]), np.array(parts[1])


@mistake(
    "split_polygon",
    hints=(
        "How many parts does a line make?",
        "Both parts are returned.",
        "The line `Returns` in the docstring of q7.",
    ),
)
def other_part_is_lost(P, w, b):
    """Only the negative part is returned where the line cuts."""
    height = P @ w + b
    height = np.where(np.abs(height) <= 1e-9 * np.hypot(*w), 0.0, height)
    if np.all(height <= 0):
        return P.copy(), None
    if np.all(height >= 0):
        return None, P.copy()
    negative, positive = [], []
    for i in range(len(P)):
        if min(height[i - 1], height[i]) < 0 < max(height[i - 1], height[i]):
            crossing = P[i] + height[i] / (height[i] - height[i - 1]) * (P[i - 1] - P[i])
            negative.append(crossing)
            positive.append(crossing)
        if height[i] <= 0:
            negative.append(P[i])
        if height[i] >= 0:
            positive.append(P[i])
    return np.array(negative), None
