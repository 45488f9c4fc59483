"""Wrong implementations of conv2d that learners write: the border."""

import numpy as np

from autograder.checking import mistake

BORDER = "q2, the worked number: what pad does to the shape."


@mistake(
    "conv2d",
    hints=(
        "What does your function do with its third argument?",
        "With pad, zeros surround the image before the filter slides.",
        BORDER,
    ),
)
def ignores_the_border(x, k, pad=0):
    """pad is ignored."""
    if k.shape[0] > x.shape[0] or k.shape[1] > x.shape[1]:
        raise ValueError("the filter does not fit")
    return np.einsum("ijab,ab->ij", np.lib.stride_tricks.sliding_window_view(x, k.shape), k)


@mistake(
    "conv2d",
    hints=(
        "By how many rows does a border of one zero make an image higher?",
        "The border lies on all four sides, so it counts twice in each direction.",
        BORDER,
    ),
)
def border_on_two_sides(x, k, pad=0):
    """The border of zeros is added at the bottom and on the right only."""
    x = np.pad(x, ((0, pad), (0, pad)))
    if k.shape[0] > x.shape[0] or k.shape[1] > x.shape[1]:
        raise ValueError("the filter does not fit")
    return np.einsum("ijab,ab->ij", np.lib.stride_tricks.sliding_window_view(x, k.shape), k)


@mistake(
    "conv2d",
    hints=(
        "What is beyond the edge of the image: more of the same, or nothing?",
        "The border is made of zeros.",
        BORDER,
    ),
)
def border_of_copies(x, k, pad=0):
    """The border repeats the pixels at the edge instead of zeros."""
    x = np.pad(x, pad, mode="edge")
    if k.shape[0] > x.shape[0] or k.shape[1] > x.shape[1]:
        raise ValueError("the filter does not fit")
    return np.einsum("ijab,ab->ij", np.lib.stride_tricks.sliding_window_view(x, k.shape), k)


@mistake(
    "conv2d",
    hints=(
        "What stands outside of the image?",
        "The border is made of zeros.",
        BORDER,
    ),
)
def border_of_ones(x, k, pad=0):
    """The border is made of ones instead of zeros."""
    x = np.pad(x, pad, constant_values=1.0)
    if k.shape[0] > x.shape[0] or k.shape[1] > x.shape[1]:
        raise ValueError("the filter does not fit")
    rows, columns = x.shape[0] - k.shape[0] + 1, x.shape[1] - k.shape[1] + 1
    out = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            out[i, j] = np.sum(k * x[i : i + k.shape[0], j : j + k.shape[1]])
    return out


@mistake(
    "conv2d",
    hints=(
        "What stands outside of the image? Is it part of the image?",
        "The border is made of zeros.",
        BORDER,
    ),
)
def border_reflected(x, k, pad=0):
    """The border mirrors the image instead of holding zeros."""
    x = np.pad(x, [(pad, pad)] * 2, mode="reflect") if min(x.shape) > pad else np.pad(x, pad)
    if k.shape[0] > x.shape[0] or k.shape[1] > x.shape[1]:
        raise ValueError("the filter does not fit")
    rows, columns = x.shape[0] - k.shape[0] + 1, x.shape[1] - k.shape[1] + 1
    out = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            out[i, j] = np.sum(k * x[i : i + k.shape[0], j : j + k.shape[1]])
    return out


@mistake(
    "conv2d",
    hints=(
        "How many columns has the image with its border?",
        "The border is on all four sides.",
        BORDER,
    ),
)
def border_above_and_below_only(x, k, pad=0):
    """The border is added above and below only."""
    x = np.pad(x, ((pad, pad), (0, 0)))
    if k.shape[0] > x.shape[0] or k.shape[1] > x.shape[1]:
        raise ValueError("the filter does not fit")
    rows, columns = x.shape[0] - k.shape[0] + 1, x.shape[1] - k.shape[1] + 1
    out = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            out[i, j] = np.sum(k * x[i : i + k.shape[0], j : j + k.shape[1]])
    return out


@mistake(
    "conv2d",
    hints=(
        "By how many rows does the image grow for pad = 1?",
        "There are pad zeros on each side, so twice pad in all.",
        BORDER,
    ),
)
def border_twice(x, k, pad=0):
    """The border is twice as wide as asked for."""
    x = np.pad(x, 2 * pad)
    if k.shape[0] > x.shape[0] or k.shape[1] > x.shape[1]:
        raise ValueError("the filter does not fit")
    rows, columns = x.shape[0] - k.shape[0] + 1, x.shape[1] - k.shape[1] + 1
    out = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            out[i, j] = np.sum(k * x[i : i + k.shape[0], j : j + k.shape[1]])
    return out
