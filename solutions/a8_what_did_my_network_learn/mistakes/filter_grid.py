"""Wrong implementations of filter_grid that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from .where import CARE

GRID = "q3, the worked number with its picture of the grid."


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
        "Where does filter 1 stand: to the right of filter 0, or below it?",
        "The grid is read like a page: to the right first, then down.",
        GRID,
    ),
)
def down_first(filters, columns):
    """The grid is filled column by column."""
    K, h, w = filters.shape
    rows = -(-K // columns)
    grid = np.zeros((rows * (h + 1) - 1, columns * (w + 1) - 1))
    for n, one in enumerate(filters):
        i, j = n % rows * (h + 1), n // rows * (w + 1)
        grid[i : i + h, j : j + w] = one / (np.max(np.abs(one)) or 1.0)
    return grid


@mistake(
    "filter_grid",
    hints=(
        "How many columns of zeros lie between two neighbours in your grid?",
        "One line of zeros separates neighbours, so that one can see where a filter ends.",
        GRID,
    ),
)
def no_lines(filters, columns):
    """There are no lines between the filters."""
    K, h, w = filters.shape
    rows = -(-K // columns)
    grid = np.zeros((rows * h, columns * w))
    for n, one in enumerate(filters):
        i, j = n // columns * h, n % columns * w
        grid[i : i + h, j : j + w] = one / (np.max(np.abs(one)) or 1.0)
    return grid


@mistake(
    "filter_grid",
    hints=(
        "How many lines are there between three neighbours?",
        "Lines lie between neighbours; there is none after the last one.",
        GRID,
    ),
)
def line_at_the_end(filters, columns):
    """There is a line of zeros after the last row and the last column too."""
    K, h, w = filters.shape
    rows = -(-K // columns)
    grid = np.zeros((rows * (h + 1), columns * (w + 1)))
    for n, one in enumerate(filters):
        i, j = n // columns * (h + 1), n % columns * (w + 1)
        grid[i : i + h, j : j + w] = one / (np.max(np.abs(one)) or 1.0)
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
        "How many rows do five filters need in a grid of two columns?",
        "A last row that is only partly filled is a row too.",
        GRID,
    ),
)
def loses_the_last_row(filters, columns):
    """The number of rows is rounded down, and filters that do not fit are lost."""
    K, h, w = filters.shape
    rows = max(K // columns, 1)
    grid = np.zeros((rows * (h + 1) - 1, columns * (w + 1) - 1))
    for n, one in enumerate(filters[: rows * columns]):
        i, j = n // columns * (h + 1), n % columns * (w + 1)
        grid[i : i + h, j : j + w] = one / (np.max(np.abs(one)) or 1.0)
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


@mistake(
    "filter_grid",
    hints=(
        "Where does your first filter start?",
        "Lines are between neighbours only.",
        GRID,
    ),
)
def line_before_the_first(filters, columns):
    """There is a line of zeros before the first row and the first column."""
    K, h, w = filters.shape
    rows = -(-K // columns)
    grid = np.zeros((rows * (h + 1) + 1, columns * (w + 1) + 1))
    for n, one in enumerate(filters):
        i, j = n // columns * (h + 1) + 1, n % columns * (w + 1) + 1
        grid[i : i + h, j : j + w] = one / (np.max(np.abs(one)) or 1.0)
    return grid


@mistake(
    "filter_grid",
    hints=(
        "Which number stands in the lines?",
        "Lines are zeros.",
        GRID,
    ),
)
def lines_of_ones(filters, columns):
    """The lines between filters are ones."""
    K, h, w = filters.shape
    rows = -(-K // columns)
    grid = np.ones((rows * (h + 1) - 1, columns * (w + 1) - 1))
    for n, one in enumerate(filters):
        i, j = n // columns * (h + 1), n % columns * (w + 1)
        grid[i : i + h, j : j + w] = one / (np.max(np.abs(one)) or 1.0)
    return grid


@mistake(
    "filter_grid",
    hints=(
        "Which entry of a filter is at its top right?",
        "A filter is drawn as it stands.",
        GRID,
    ),
)
def filters_transposed(filters, columns):
    """Every filter is drawn with rows and columns exchanged."""
    K, w, h = filters.shape
    rows = -(-K // columns)
    grid = np.zeros((rows * (h + 1) - 1, columns * (w + 1) - 1))
    for n, one in enumerate(filters):
        i, j = n // columns * (h + 1), n % columns * (w + 1)
        grid[i : i + h, j : j + w] = one.T / (np.max(np.abs(one)) or 1.0)
    return grid


@mistake(
    "filter_grid",
    hints=(
        "How many rows do six filters in rows of three need?",
        "The number of rows is rounded up, not made one larger.",
        GRID,
    ),
)
def one_row_too_many(filters, columns):
    """There is one row of places too many when the filters come out even."""
    K, h, w = filters.shape
    rows = K // columns + 1
    grid = np.zeros((rows * (h + 1) - 1, columns * (w + 1) - 1))
    for n, one in enumerate(filters):
        i, j = n // columns * (h + 1), n % columns * (w + 1)
        grid[i : i + h, j : j + w] = one / (np.max(np.abs(one)) or 1.0)
    return grid


@mistake(
    "filter_grid",
    hints=(
        "How many filters does your loop draw?",
        "All K filters are drawn; range(K) already ends before K.",
        GRID,
    ),
)
def last_filter_missing(filters, columns):
    """The last filter is not drawn."""
    filters = np.concatenate([filters[:-1], 0 * filters[-1:]])
    K, h, w = filters.shape
    rows = -(-K // columns)
    grid = np.zeros((rows * (h + 1) - 1, columns * (w + 1) - 1))
    for n, one in enumerate(filters):
        i, j = n // columns * (h + 1), n % columns * (w + 1)
        grid[i : i + h, j : j + w] = one / (np.max(np.abs(one)) or 1.0)
    return grid


@mistake(
    "filter_grid",
    hints=(
        "How wide is the grid for two filters in rows of three?",
        "The width belongs to columns, filled or not.",
        GRID,
    ),
)
def as_wide_as_full(filters, columns):
    """The grid is only as wide as its fullest row."""
    K, h, w = filters.shape
    rows = -(-K // columns)
    grid = np.zeros((rows * (h + 1) - 1, min(columns, K) * (w + 1) - 1))
    for n, one in enumerate(filters):
        i, j = n // columns * (h + 1), n % columns * (w + 1)
        grid[i : i + h, j : j + w] = one / (np.max(np.abs(one)) or 1.0)
    return grid
