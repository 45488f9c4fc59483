"""Wrong implementations of accuracy that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake


@mistake(
    "accuracy",
    hints=(
        "Is z a probability, or what goes into the sigmoid?",
        "The probability is above one half exactly where the logit is above 0.",
        "q1, the first paragraph.",
    ),
)
def threshold_of_a_probability(z, y):
    """The logits are compared with 0.5, as if they were probabilities: the stub as it was handed out."""
    return np.mean((z > 0.5) == (y == 1))


@mistake(
    "accuracy",
    hints=(
        "How large is your result if all of 300 samples are right?",
        "A share is between 0 and 1, however many samples there are.",
        "q1, the worked number.",
    ),
)
def counts_instead_of_share(z, y):
    """The number of right samples instead of their share."""
    return np.sum((z > 0) == (y == 1))
