"""Wrong implementations of filter_grid that learners write: places and lines."""

import numpy as np

from autograder.checking import mistake

from .where import GRID


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
