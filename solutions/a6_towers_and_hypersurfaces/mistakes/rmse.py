"""Wrong implementations of rmse that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake


@mistake(
    "rmse",
    hints=(
        "In which unit is your number, if the heights are in metres?",
        "Root, mean, square: three steps, done from right to left.",
        "q1, the worked number.",
    ),
)
def forgets_the_root(a, b):
    """The root is missing: the stub as it was handed out."""
    return float(np.mean((a - b) ** 2))


@mistake(
    "rmse",
    hints=(
        "Should twice as many points with the same differences give a larger error?",
        "A mean is a sum divided by the number of entries.",
        "q1, the worked number.",
    ),
)
def sums_instead_of_averaging(a, b):
    """The squares are added up, not averaged."""
    return float(np.sqrt(np.sum((a - b) ** 2)))


@mistake(
    "rmse",
    hints=(
        "What is your result for the differences 1 and 7?",
        "Large differences count more: they are squared, averaged, and the root is taken at the end.",
        "q1, the worked number.",
    ),
)
def mean_size_of_the_difference(a, b):
    """The absolute differences are averaged: no squares and no root."""
    return float(np.mean(np.abs(a - b)))


@mistake(
    "rmse",
    hints=(
        "What is your result if ten differences are all 0.5?",
        "The mean is taken before the root: the number of entries stands under it.",
        "q1, the worked number.",
    ),
)
def root_divided_by_the_number(a, b):
    """The root of the sum of squares is divided by the number of entries, outside the root."""
    return float(np.sqrt(np.sum((a - b) ** 2)) / np.size(a))


@mistake(
    "rmse",
    hints=(
        "What is your result if all differences are 5?",
        "The one half belongs to the loss. An rmse of equal differences is that difference.",
        "q1, the worked number.",
    ),
)
def squares_halved(a, b):
    """The mean of the squares is halved, as in a loss."""
    return float(np.sqrt(np.mean((a - b) ** 2) / 2))


@mistake(
    "rmse",
    hints=(
        "What is your result if one array is the other plus 5?",
        "An error that is the same everywhere is an error, too.",
        "q1, the formula in the docstring.",
    ),
)
def spread_of_the_difference(a, b):
    """The standard deviation of the difference is returned: its mean is taken off first."""
    return float(np.std(a - b))


@mistake(
    "rmse",
    hints=(
        "Does your result change if only the smallest difference gets larger?",
        "All entries count, by the mean of their squares.",
        "q1, the formula in the docstring.",
    ),
)
def largest_difference(a, b):
    """The largest difference is returned."""
    return float(np.max(np.abs(a - b)))


@mistake(
    "rmse",
    hints=(
        "How many roots do you take for a table?",
        "All entries go into one mean, and one root is taken at the end.",
        "q1, the formula in the docstring: over all entries.",
    ),
)
def column_by_column(a, b):
    """For a table the root is taken column by column, and the roots are averaged."""
    return float(np.mean(np.sqrt(np.mean((a - b) ** 2, axis=0))))


@mistake(
    "rmse",
    hints=(
        "What is len of a table of 2 rows and 2 columns?",
        "The mean is taken over all entries.",
        "q1, the formula in the docstring: over all entries.",
    ),
)
def divided_by_the_rows(a, b):
    """The sum of the squares is divided by the number of rows instead of the number of entries."""
    return float(np.sqrt(np.sum((a - b) ** 2) / len(a)))


@mistake(
    "rmse",
    hints=(
        "Is an error estimated from a sample here, or averaged over all entries?",
        "Nothing is estimated here: it is a plain mean.",
        "q1, the worked number.",
    ),
)
def divided_by_one_less(a, b):
    """The sum of the squares is divided by one less than the number of entries."""
    return float(np.sqrt(np.sum((a - b) ** 2) / (np.size(a) - 1)))


@mistake(
    "rmse",
    hints=(
        "What has become of a after your function was called?",
        "a -= b writes into the caller's array; a - b makes a new one.",
        "The conventions at the top of the notebook.",
    ),
)
def difference_in_the_first_array(a, b):
    """The difference is made in the first array, which the caller gets back changed."""
    a -= b
    return float(np.sqrt(np.mean(a**2)))
