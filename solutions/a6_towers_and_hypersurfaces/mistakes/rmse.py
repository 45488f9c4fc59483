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
