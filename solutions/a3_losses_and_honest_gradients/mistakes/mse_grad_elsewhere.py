"""Wrong implementations of mse_grad that learners write: two factors at once."""

import numpy as np

from autograder.checking import mistake

FORMULA = "The formula in the docstring of q6."


@mistake(
    "mse_grad",
    hints=(
        "Which sign has your gradient where H is too large, and does N appear in it?",
        "The gradient points uphill, output minus target, and the loss averages over the samples.",
        FORMULA,
    ),
)
def error_as_it_is(Y, H):
    """The sign is turned around and the 1/N is missing: target minus output."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return np.asarray(Y - H, dtype=float)


@mistake(
    "mse_grad",
    hints=(
        "Which loss has your gradient: one with a half and an average in front, or the bare sum of squares?",
        "The half of the loss takes the 2 of the square away, and its 1/N stays.",
        FORMULA,
    ),
)
def slope_of_the_bare_squares(Y, H):
    """The gradient is that of the bare sum of squares: a factor 2 is left over and the 1/N is missing."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return 2.0 * (H - Y)


@mistake(
    "mse_grad",
    hints=(
        "Which sign has your gradient where H is too large, and what cancels the 2 of the square?",
        "The gradient points uphill, output minus target, and the half of the loss takes the 2 away.",
        FORMULA,
    ),
)
def twice_and_downhill(Y, H):
    """The sign is turned around and a factor 2 is left over."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return 2.0 * (Y - H) / len(Y)
