"""Wrong implementations of step that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake


# step
@mistake(
    "step",
    hints=(
        "What should a unit say at exactly 0?",
        "A unit is on where z is positive, and 0 is not.",
        "q1, the worked number.",
    ),
)
def still_on_at_zero(z):
    """On at 0 as well: the stub as it was handed out."""
    return np.where(z >= 0, 1.0, 0.0)


@mistake(
    "step",
    hints=(
        "What does a unit say when it is off?",
        "On is 1 and off is 0; the numbers 1 and -1 belong to another convention.",
        "q1, the worked number.",
    ),
)
def minus_one_for_off(z):
    """-1 instead of 0 where the unit is off."""
    return np.where(z > 0, 1.0, -1.0)
