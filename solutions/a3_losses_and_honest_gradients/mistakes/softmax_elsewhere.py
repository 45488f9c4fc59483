"""Wrong implementations of softmax that learners write: the shift and the sum of the whole array, or of the columns."""

import numpy as np

from autograder.checking import mistake

SUMS = "The worked number of q2: each row sums to 1."


@mistake(
    "softmax",
    hints=(
        "Two things to look at: what does one row of your result sum to, and what is np.exp(1000.0)?",
        "Every row is divided by its own sum, and moved by its own maximum before the exponential is taken.",
        SUMS,
    ),
)
def one_sum_and_no_shift(Z):
    """Everything is divided by the sum of the whole array, and no maximum is subtracted."""
    E = np.exp(Z)
    return E / E.sum()


@mistake(
    "softmax",
    hints=(
        "Do the rows of your result sum to 1, or the columns?",
        "Samples are rows here: maximum and sum both run along the classes of one sample.",
        SUMS,
    ),
)
def softmax_of_the_columns(Z):
    """The softmax is taken down the columns: over samples instead of classes."""
    E = np.exp(Z - Z.max(axis=0, keepdims=True))
    return E / E.sum(axis=0, keepdims=True)
