"""Wrong implementations of approx_by_bumps that learners write: where f is asked."""

import numpy as np

from autograder.checking import mistake

from .where import CITY


@mistake(
    "approx_by_bumps",
    hints=(
        "At which point of a cell do you ask f?",
        "A tower is as high as f is in the middle of its cell.",
        CITY,
    ),
)
def heights_from_the_corners(f, M):
    """f is asked at the lower left corner of every cell instead of its middle."""
    corners = 2 * np.arange(M) / M - 1
    x1, x2 = np.meshgrid(corners, corners, indexing="ij")
    heights = f(np.column_stack([x1.ravel(), x2.ravel()])).reshape(M, M)

    def f_hat(X):
        cell = np.floor((X + 1) / 2 * M).astype(int)
        inside = np.all((cell >= 0) & (cell < M), axis=1)
        values = np.zeros(len(X))
        values[inside] = heights[cell[inside, 0], cell[inside, 1]]
        return values

    return f_hat


@mistake(
    "approx_by_bumps",
    hints=(
        "Is your city right for a surface that depends on x2 only?",
        "The first index of the table of heights belongs to x1, when it is filled and when it is read.",
        CITY,
    ),
)
def swaps_the_inputs(f, M):
    """The table of heights is filled with x1 along the second index and read with x1 along the first."""
    middles = (2 * np.arange(M) + 1) / M - 1
    x1, x2 = np.meshgrid(middles, middles)
    heights = f(np.column_stack([x1.ravel(), x2.ravel()])).reshape(M, M)

    def f_hat(X):
        cell = np.floor((X + 1) / 2 * M).astype(int)
        inside = np.all((cell >= 0) & (cell < M), axis=1)
        values = np.zeros(len(X))
        values[inside] = heights[cell[inside, 0], cell[inside, 1]]
        return values

    return f_hat


@mistake(
    "approx_by_bumps",
    hints=(
        "With two cells on a side, where are their middles?",
        "The middles do not lie on the border of the square.",
        CITY,
    ),
)
def middles_from_border_to_border(f, M):
    """The middles are spread from -1 to 1 with both ends."""
    middles = np.linspace(-1, 1, M)
    x1, x2 = np.meshgrid(middles, middles, indexing="ij")
    heights = f(np.column_stack([x1.ravel(), x2.ravel()])).reshape(M, M)

    def f_hat(X):
        cell = np.floor((X + 1) / 2 * M).astype(int)
        inside = np.all((cell >= 0) & (cell < M), axis=1)
        values = np.zeros(len(X))
        values[inside] = heights[cell[inside, 0], cell[inside, 1]]
        return values

    return f_hat


@mistake(
    "approx_by_bumps",
    hints=(
        "Where do you ask f in the cell from -1 to 1, for M = 1?",
        "A cell has the height that f has in its middle.",
        CITY,
    ),
)
def heights_from_the_upper_corners(f, M):
    """f is asked at the upper right corner of every cell instead of its middle."""
    middles = 2 * (np.arange(M) + 1) / M - 1
    x1, x2 = np.meshgrid(middles, middles, indexing="ij")
    heights = f(np.column_stack([x1.ravel(), x2.ravel()])).reshape(M, M)

    def f_hat(X):
        cell = np.floor((X + 1) / 2 * M).astype(int)
        inside = np.all((cell >= 0) & (cell < M), axis=1)
        values = np.zeros(len(X))
        values[inside] = heights[cell[inside, 0], cell[inside, 1]]
        return values

    return f_hat


@mistake(
    "approx_by_bumps",
    hints=(
        "At how many points do you ask f for M = 1?",
        "A cell has the height that f has in its middle.",
        CITY,
    ),
)
def mean_of_the_corners(f, M):
    """The height of a cell is the mean of f at its four corners."""
    corners = np.linspace(-1, 1, M + 1)
    x1, x2 = np.meshgrid(corners, corners, indexing="ij")
    all_heights = f(np.column_stack([x1.ravel(), x2.ravel()])).reshape(M + 1, M + 1)
    heights = (all_heights[:-1, :-1] + all_heights[1:, :-1] + all_heights[:-1, 1:] + all_heights[1:, 1:]) / 4

    def f_hat(X):
        cell = np.floor((X + 1) / 2 * M).astype(int)
        inside = np.all((cell >= 0) & (cell < M), axis=1)
        values = np.zeros(len(X))
        values[inside] = heights[cell[inside, 0], cell[inside, 1]]
        return values

    return f_hat


@mistake(
    "approx_by_bumps",
    hints=(
        "Where does your first cell begin?",
        "The square is from -1 to 1.",
        CITY,
    ),
)
def cells_of_the_unit_square(f, M):
    """The square is taken to be from 0 to 1."""
    middles = (np.arange(M) + 0.5) / M
    x1, x2 = np.meshgrid(middles, middles, indexing="ij")
    heights = f(np.column_stack([x1.ravel(), x2.ravel()])).reshape(M, M)

    def f_hat(X):
        cell = np.floor(X * M).astype(int)
        inside = np.all((cell >= 0) & (cell < M), axis=1)
        values = np.zeros(len(X))
        values[inside] = heights[cell[inside, 0], cell[inside, 1]]
        return values

    return f_hat
