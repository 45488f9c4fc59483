"""Wrong implementations of approx_by_bumps that learners write: cells, borders and form."""

import numpy as np

from autograder.checking import mistake

from .where import CITY


@mistake(
    "approx_by_bumps",
    hints=(
        "How high is your city at (5, 5)?",
        "Where there is no tower, there is the ground.",
        CITY,
    ),
)
def towers_go_on_outside(f, M):
    """Points outside the square get the height of the nearest tower."""
    middles = (2 * np.arange(M) + 1) / M - 1
    x1, x2 = np.meshgrid(middles, middles, indexing="ij")
    heights = f(np.column_stack([x1.ravel(), x2.ravel()])).reshape(M, M)

    def f_hat(X):
        cell = np.clip(np.floor((X + 1) / 2 * M).astype(int), 0, M - 1)
        return heights[cell[:, 0], cell[:, 1]]

    return f_hat


@mistake(
    "approx_by_bumps",
    hints=(
        "A point in the right half of its cell: which cell does your rounding put it into?",
        "All points of a cell have the same index, from one border to the next.",
        CITY,
    ),
)
def rounds_to_the_next_cell(f, M):
    """The index of a cell is rounded instead of cut off, so half of every cell belongs to its neighbour."""
    middles = (2 * np.arange(M) + 1) / M - 1
    x1, x2 = np.meshgrid(middles, middles, indexing="ij")
    heights = f(np.column_stack([x1.ravel(), x2.ravel()])).reshape(M, M)

    def f_hat(X):
        cell = np.round((X + 1) / 2 * M).astype(int)
        inside = np.all((cell >= 0) & (cell < M), axis=1)
        values = np.zeros(len(X))
        values[inside] = heights[cell[inside, 0], cell[inside, 1]]
        return values

    return f_hat


@mistake(
    "approx_by_bumps",
    hints=(
        "How many different heights can a city of four towers have?",
        "f_hat knows only the heights in the middles of the cells.",
        CITY,
    ),
)
def asks_f_everywhere(f, M):
    """f_hat is f itself inside the square: no towers at all."""

    def f_hat(X):
        inside = np.all(np.abs(X) < 1, axis=1)
        return np.where(inside, f(X), 0.0)

    return f_hat


@mistake(
    "approx_by_bumps",
    hints=(
        "What is the type of what you return?",
        "f_hat is a function that can be asked at any points later on.",
        "q7, the last lines of the text before the stub.",
    ),
)
def returns_the_table(f, M):
    """The table of heights is returned instead of a function."""
    middles = (2 * np.arange(M) + 1) / M - 1
    x1, x2 = np.meshgrid(middles, middles, indexing="ij")
    return f(np.column_stack([x1.ravel(), x2.ravel()])).reshape(M, M)


@mistake(
    "approx_by_bumps",
    hints=(
        "Are the points still where they were after f_hat was called?",
        "An array that came in belongs to the caller: compute new arrays.",
        "The conventions at the top of the notebook.",
    ),
)
def moves_the_points(f, M):
    """f_hat shifts the points it was given in place."""
    middles = (2 * np.arange(M) + 1) / M - 1
    x1, x2 = np.meshgrid(middles, middles, indexing="ij")
    heights = f(np.column_stack([x1.ravel(), x2.ravel()])).reshape(M, M)

    def f_hat(X):
        X += 1
        cell = np.floor(X / 2 * M).astype(int)
        inside = np.all((cell >= 0) & (cell < M), axis=1)
        values = np.zeros(len(X))
        values[inside] = heights[cell[inside, 0], cell[inside, 1]]
        return values

    return f_hat


@mistake(
    "approx_by_bumps",
    hints=(
        "What should f_hat give outside the square?",
        "Outside there are no towers, and the height is 0.",
        CITY,
    ),
)
def nan_outside(f, M):
    """Outside the square the result is NaN."""
    middles = (2 * np.arange(M) + 1) / M - 1
    x1, x2 = np.meshgrid(middles, middles, indexing="ij")
    heights = f(np.column_stack([x1.ravel(), x2.ravel()])).reshape(M, M)

    def f_hat(X):
        cell = np.floor((X + 1) / 2 * M).astype(int)
        inside = np.all((cell >= 0) & (cell < M), axis=1)
        values = np.full(len(X), np.nan)
        values[inside] = heights[cell[inside, 0], cell[inside, 1]]
        return values

    return f_hat


@mistake(
    "approx_by_bumps",
    hints=(
        "Which cell does the point (-0.9, 0) belong to?",
        "Cell 0 begins at -1.",
        CITY,
    ),
)
def towers_counted_from_the_other_side(f, M):
    """The cells are counted from the right."""
    middles = (2 * np.arange(M) + 1) / M - 1
    x1, x2 = np.meshgrid(middles, middles, indexing="ij")
    heights = f(np.column_stack([x1.ravel(), x2.ravel()])).reshape(M, M)

    def f_hat(X):
        cell = np.floor((1 - X) / 2 * M).astype(int)
        inside = np.all((cell >= 0) & (cell < M), axis=1)
        values = np.zeros(len(X))
        values[inside] = heights[cell[inside, 0], cell[inside, 1]]
        return values

    return f_hat
