"""Wrong implementations of relative_error that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake


@mistake(
    "relative_error",
    hints=(
        "Is a difference of 2 as bad between millions as it is between ones?",
        "A relative error is a difference measured by the size of what is compared.",
        "q1, the worked number.",
    ),
)
def does_not_divide(claimed, numeric):
    """The difference is not divided by the largest entry: the stub as it was handed out."""
    scale = max(np.max(np.abs(claimed)), np.max(np.abs(numeric)))
    return float(np.max(np.abs(claimed - numeric))) if scale else 0.0


@mistake(
    "relative_error",
    hints=(
        "In which order do you divide and look for the largest?",
        "One small entry next to zero must not decide: the largest difference is divided by the largest entry.",
        "q1, the worked number.",
    ),
)
def divides_entry_by_entry(claimed, numeric):
    """Every difference is divided by its own entry before the largest is taken."""
    return float(np.max(np.abs(claimed - numeric) / np.abs(claimed)))
