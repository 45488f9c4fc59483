"""Wrong implementations of same that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake


@mistake(
    "same",
    hints=(
        "What does numpy do when it compares (3,) with (1, 3)?",
        "Comparing entry by entry stretches shapes until they fit; a test has to look at the shapes first.",
        "q1, the worked number.",
    ),
)
def lets_numpy_broadcast(one, other, rtol):
    """Shapes are not compared: the stub as it was handed out."""
    return bool(np.allclose(one, other, rtol=rtol, atol=rtol))


@mistake(
    "same",
    hints=(
        "Are 0.1 + 0.2 and 0.3 the same float64?",
        "Right code may add in another order, and then differs in the last digit.",
        "q1, the formula in the docstring.",
    ),
)
def to_the_last_bit(one, other, rtol):
    """Entries have to be equal in every bit."""
    return bool(np.array_equal(one, other))
