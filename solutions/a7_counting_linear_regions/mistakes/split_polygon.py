"""Wrong implementations of split_polygon that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

KNIFE = "q7, the walk around the polygon and the worked number."


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
