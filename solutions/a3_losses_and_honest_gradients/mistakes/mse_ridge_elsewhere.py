"""Wrong implementations of mse_ridge that learners write: other books' averages and prices."""

import numpy as np

from autograder.checking import mistake

FORMULA = "The formula in the docstring of q5."


@mistake(
    "mse_ridge",
    hints=(
        "What is lam times the sum of squares divided by in your price?",
        "In this course the price on weights has 1/(2N) in front, as the data term has.",
        FORMULA,
    ),
)
def price_as_it_is(Y, H, Ws, lam):
    """The price is lam times the squares: it is neither halved nor divided by N."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return np.sum((Y - H) ** 2) / (2 * len(Y)) + lam * sum(np.sum(W**2) for W in Ws)


@mistake(
    "mse_ridge",
    hints=(
        "What is missing in front of each of your two sums, compared with the formula of this course?",
        "Data term and price both have 1/(2N) in front; yours lack the half and the N somewhere.",
        FORMULA,
    ),
)
def mean_per_sample_and_plain_price(Y, H, Ws, lam):
    """The data term lacks the factor 1/2, and the price is neither halved nor divided by N."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return np.sum((Y - H) ** 2) / len(Y) + lam * sum(np.sum(W**2) for W in Ws)


@mistake(
    "mse_ridge",
    hints=(
        "What is each of your two sums divided by?",
        "Both sums are divided by N, the number of samples, and not by 2 alone.",
        FORMULA,
    ),
)
def half_of_a_mean_and_half_a_price(Y, H, Ws, lam):
    """The data term is half the mean over all entries, and the price is halved but not divided by N."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return np.mean((Y - H) ** 2) / 2 + lam * sum(np.sum(W**2) for W in Ws) / 2
