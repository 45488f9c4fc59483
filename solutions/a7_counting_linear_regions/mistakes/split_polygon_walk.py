"""Wrong implementations of split_polygon that learners write: the walk around and the crossings."""

import numpy as np

from autograder.checking import mistake

from .where import KNIFE


@mistake(
    "split_polygon",
    hints=(
        "Heights -1 and 3 at the two ends of an edge: is the line in the middle of it?",
        "The height changes evenly along the edge, so the crossing divides it in the ratio of the two heights.",
        KNIFE,
    ),
)
def crosses_in_the_middle(P, w, b):
    """The crossing point is the middle of the edge."""
    height = P @ w + b
    height = np.where(np.abs(height) <= 1e-9 * np.hypot(*w), 0.0, height)
    if np.all(height <= 0):
        return P.copy(), None
    if np.all(height >= 0):
        return None, P.copy()
    negative, positive = [], []
    for i in range(len(P)):
        if height[i - 1] * height[i] < 0:
            crossing = (P[i] + P[i - 1]) / 2
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
        "The corner with the smaller height: is the crossing nearer to it or farther from it?",
        "The crossing is near the end whose height is small.",
        KNIFE,
    ),
)
def measures_from_the_wrong_end(P, w, b):
    """The ratio of the heights is laid off from the wrong end of the edge."""
    height = P @ w + b
    height = np.where(np.abs(height) <= 1e-9 * np.hypot(*w), 0.0, height)
    if np.all(height <= 0):
        return P.copy(), None
    if np.all(height >= 0):
        return None, P.copy()
    negative, positive = [], []
    for i in range(len(P)):
        if height[i - 1] * height[i] < 0:
            crossing = P[i - 1] + height[i] / (height[i] - height[i - 1]) * (P[i] - P[i - 1])
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
        "How many edges has a polygon with four corners, and how many do you look at?",
        "The last corner and the first one are neighbours too.",
        KNIFE,
    ),
)
def does_not_close_the_polygon(P, w, b):
    """The edge from the last corner to the first is never looked at."""
    height = P @ w + b
    height = np.where(np.abs(height) <= 1e-9 * np.hypot(*w), 0.0, height)
    if np.all(height <= 0):
        return P.copy(), None
    if np.all(height >= 0):
        return None, P.copy()
    negative, positive = [], []
    for i in range(len(P)):
        if i > 0 and height[i - 1] * height[i] < 0:
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
        "If you draw the corners of a part in the order you return them, do the edges cross each other?",
        "A polygon is its corners one after the other around it: crossing points belong between their neighbours.",
        KNIFE,
    ),
)
def crossings_at_the_end(P, w, b):
    """The crossing points are put behind all corners, so the order around the part is lost."""
    height = P @ w + b
    height = np.where(np.abs(height) <= 1e-9 * np.hypot(*w), 0.0, height)
    if np.all(height <= 0):
        return P.copy(), None
    if np.all(height >= 0):
        return None, P.copy()
    crossings = [P[i] + height[i] / (height[i] - height[i - 1]) * (P[i - 1] - P[i]) for i in range(len(P)) if height[i - 1] * height[i] < 0]
    return np.array([*P[height <= 0], *crossings]), np.array([*P[height >= 0], *crossings])


@mistake(
    "split_polygon",
    hints=(
        "Do the areas of your two parts add up to the area of the polygon?",
        "Where the line crosses an edge there is a new corner, and both parts have it.",
        KNIFE,
    ),
)
def no_new_corners(P, w, b):
    """The corners are dealt out, but no crossing point is added."""
    height = P @ w + b
    height = np.where(np.abs(height) <= 1e-9 * np.hypot(*w), 0.0, height)
    if np.all(height <= 0):
        return P.copy(), None
    if np.all(height >= 0):
        return None, P.copy()
    return P[height <= 0], P[height >= 0]


@mistake(
    "split_polygon",
    hints=(
        "Does your cut move when b changes?",
        "The height of a corner is w . x + b.",
        KNIFE,
    ),
)
def cuts_through_the_origin(P, w, b):
    """b is left out: every line passes through the origin."""
    height = P @ w
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
        if height[i] <= 0:
            negative.append(P[i])
        if height[i] >= 0:
            positive.append(P[i])
    return np.array(negative), np.array(positive)


@mistake(
    "split_polygon",
    hints=(
        "Has your positive part as many corners as it should?",
        "A crossing point is a corner of both parts.",
        KNIFE,
    ),
)
def crossing_for_one_part(P, w, b):
    """The crossing points are corners of the negative part only."""
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
    return np.array(negative), np.array([p for p in positive if any(np.array_equal(p, q) for q in P)]).reshape(-1, 2)


@mistake(
    "split_polygon",
    hints=(
        "How does the height change along an edge?",
        "Along an edge the height changes evenly: the ratio of the heights is enough.",
        KNIFE,
    ),
)
def weighted_by_squares(P, w, b):
    """The crossing point is laid off by the squares of the heights."""
    height = P @ w + b
    height = np.where(np.abs(height) <= 1e-9 * np.hypot(*w), 0.0, height)
    if np.all(height <= 0):
        return P.copy(), None
    if np.all(height >= 0):
        return None, P.copy()
    negative, positive = [], []
    for i in range(len(P)):
        if min(height[i - 1], height[i]) < 0 < max(height[i - 1], height[i]):
            crossing = P[i] + height[i] ** 2 / (height[i] ** 2 + height[i - 1] ** 2) * (P[i - 1] - P[i])
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
        "On which side of your line does the origin lie?",
        "The height of a corner is w . x plus b.",
        KNIFE,
    ),
)
def bias_with_a_minus(P, w, b):
    """b is subtracted."""
    height = P @ w - b
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
    return np.array(negative), np.array(positive)
