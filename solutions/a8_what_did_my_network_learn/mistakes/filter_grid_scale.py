"""Wrong implementations of filter_grid that learners write: scales."""

import numpy as np

from autograder.checking import mistake

from .where import CARE, GRID


@mistake(
    "filter_grid",
    hints=(
        "Do two filters, one a hundred times stronger than the other, both reach 1 or -1 in your grid?",
        "Every filter has a scale of its own.",
        GRID,
    ),
)
def one_scale_for_all(filters, columns):
    """All filters are divided by the largest entry of them all."""
    K, h, w = filters.shape
    rows = -(-K // columns)
    grid = np.zeros((rows * (h + 1) - 1, columns * (w + 1) - 1))
    for n, one in enumerate(filters):
        i, j = n // columns * (h + 1), n % columns * (w + 1)
        grid[i : i + h, j : j + w] = one / np.max(np.abs(filters))
    return grid


@mistake(
    "filter_grid",
    hints=(
        "What is the largest absolute entry of a filter in your grid?",
        "Each filter is divided before it is put in its place.",
        GRID,
    ),
)
def no_scale(filters, columns):
    """The filters are not divided by anything."""
    K, h, w = filters.shape
    rows = -(-K // columns)
    grid = np.zeros((rows * (h + 1) - 1, columns * (w + 1) - 1))
    for n, one in enumerate(filters):
        i, j = n // columns * (h + 1), n % columns * (w + 1)
        grid[i : i + h, j : j + w] = one
    return grid


@mistake(
    "filter_grid",
    hints=(
        "What happens to a filter whose strongest entry is negative?",
        "The scale is the largest entry regardless of its sign.",
        GRID,
    ),
)
def largest_without_abs(filters, columns):
    """Each filter is divided by its largest entry, not by its largest absolute one."""
    K, h, w = filters.shape
    rows = -(-K // columns)
    grid = np.zeros((rows * (h + 1) - 1, columns * (w + 1) - 1))
    for n, one in enumerate(filters):
        i, j = n // columns * (h + 1), n % columns * (w + 1)
        grid[i : i + h, j : j + w] = one / (np.max(one) or 1.0)
    return grid


@mistake(
    "filter_grid",
    hints=(
        "What is 0 divided by 0?",
        "A filter of zeros stays as it is.",
        GRID,
    ),
)
def zero_by_zero(filters, columns):
    """A filter of zeros becomes NaN."""
    K, h, w = filters.shape
    rows = -(-K // columns)
    grid = np.zeros((rows * (h + 1) - 1, columns * (w + 1) - 1))
    with np.errstate(all="ignore"):
        for n, one in enumerate(filters):
            i, j = n // columns * (h + 1), n % columns * (w + 1)
            grid[i : i + h, j : j + w] = one / np.max(np.abs(one))
    return grid


@mistake(
    "filter_grid",
    hints=(
        "Is an entry of 0 still 0 in your grid?",
        "Dividing keeps 0 at 0, so that colours keep their meaning; shifting does not.",
        GRID,
    ),
)
def stretches_to_one(filters, columns):
    """Each filter is stretched to the range from 0 to 1."""
    K, h, w = filters.shape
    rows = -(-K // columns)
    grid = np.zeros((rows * (h + 1) - 1, columns * (w + 1) - 1))
    for n, one in enumerate(filters):
        i, j = n // columns * (h + 1), n % columns * (w + 1)
        grid[i : i + h, j : j + w] = (one - one.min()) / ((one.max() - one.min()) or 1.0)
    return grid


@mistake(
    "filter_grid",
    hints=(
        "Are the filters still the same after your function has run?",
        "An array that came in belongs to the caller: divide into a new array.",
        CARE,
    ),
)
def divides_in_place(filters, columns):
    """The filters are divided in place."""
    K, h, w = filters.shape
    rows = -(-K // columns)
    grid = np.zeros((rows * (h + 1) - 1, columns * (w + 1) - 1))
    for n in range(K):
        filters[n] /= np.max(np.abs(filters[n])) or 1.0
        i, j = n // columns * (h + 1), n % columns * (w + 1)
        grid[i : i + h, j : j + w] = filters[n]
    return grid


@mistake(
    "filter_grid",
    hints=(
        "What is the largest entry of a filter in your grid?",
        "The largest entry in size becomes 1.",
        GRID,
    ),
)
def divided_by_the_length(filters, columns):
    """Each filter is divided by the root of its sum of squares."""
    K, h, w = filters.shape
    rows = -(-K // columns)
    grid = np.zeros((rows * (h + 1) - 1, columns * (w + 1) - 1))
    for n, one in enumerate(filters):
        i, j = n // columns * (h + 1), n % columns * (w + 1)
        grid[i : i + h, j : j + w] = one / (np.sqrt(np.sum(one**2)) or 1.0)
    return grid


@mistake(
    "filter_grid",
    hints=(
        "What becomes of a filter whose entries cancel?",
        "The largest entry in size becomes 1.",
        GRID,
    ),
)
def divided_by_the_sum(filters, columns):
    """Each filter is divided by its sum."""
    K, h, w = filters.shape
    rows = -(-K // columns)
    grid = np.zeros((rows * (h + 1) - 1, columns * (w + 1) - 1))
    for n, one in enumerate(filters):
        i, j = n // columns * (h + 1), n % columns * (w + 1)
        grid[i : i + h, j : j + w] = one / (np.sum(one) or 1.0)
    return grid


@mistake(
    "filter_grid",
    hints=(
        "Is a zero of a filter still zero in your grid?",
        "A filter is divided and nothing is taken away from it.",
        GRID,
    ),
)
def standardised(filters, columns):
    """Each filter is brought to mean 0 and standard deviation 1."""
    K, h, w = filters.shape
    rows = -(-K // columns)
    grid = np.zeros((rows * (h + 1) - 1, columns * (w + 1) - 1))
    for n, one in enumerate(filters):
        i, j = n // columns * (h + 1), n % columns * (w + 1)
        grid[i : i + h, j : j + w] = (one - one.mean()) / (one.std() or 1.0)
    return grid


@mistake(
    "filter_grid",
    hints=(
        "Can you tell a negative entry from a positive one in your grid?",
        "Signs are kept: only the size of the largest entry is used.",
        GRID,
    ),
)
def sizes_only(filters, columns):
    """The absolute values are drawn."""
    K, h, w = filters.shape
    rows = -(-K // columns)
    grid = np.zeros((rows * (h + 1) - 1, columns * (w + 1) - 1))
    for n, one in enumerate(filters):
        i, j = n // columns * (h + 1), n % columns * (w + 1)
        grid[i : i + h, j : j + w] = np.abs(one) / (np.max(np.abs(one)) or 1.0)
    return grid
