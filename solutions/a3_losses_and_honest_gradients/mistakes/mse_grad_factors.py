"""Wrong implementations of mse_grad that learners write: factors that are missing or left over."""

import numpy as np

from autograder.checking import mistake


@mistake(
    "mse_grad",
    hints=(
        "What happens to your gradient if every sample of the batch is there twice?",
        "The derivative of an average over N samples carries a 1/N.",
        "The formula in the docstring of q6.",
    ),
)
def gradient_of_the_sum(Y, H):
    """The 1/N is missing."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return H - Y


@mistake(
    "mse_grad",
    hints=(
        "What becomes of the half when you differentiate a half of a square?",
        "The 2 of the square cancels the 1/2 of the loss.",
        "The formula of the loss in the docstring of q6.",
    ),
)
def twice_the_gradient(Y, H):
    """A factor 2 is left over."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return 2 * (H - Y) / len(Y)


@mistake(
    "mse_grad",
    hints=(
        "How many numbers does the loss average over if each sample has two outputs?",
        "The average runs over the N samples, not over all entries.",
        "The formula in the docstring of q6.",
    ),
)
def divides_by_all_entries(Y, H):
    """The gradient is divided by the number of entries instead of samples."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return (H - Y) / Y.size


@mistake(
    "mse_grad",
    hints=(
        "Which shape should a gradient with respect to H have?",
        "Each entry of H has its own slope: nothing is summed or averaged over samples.",
        "The docstring of q6: same shape as H.",
    ),
)
def averages_the_slopes(Y, H):
    """The slopes of the samples are averaged into one row."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return np.mean(H - Y, axis=0)


@mistake(
    "mse_grad",
    hints=(
        "What cancels the 1/2 when the square is differentiated?",
        "The slope of a square brings a factor of 2.",
        "The formula in the docstring of q6.",
    ),
)
def half_kept(Y, H):
    """The factor 1/2 of the loss is kept."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return (H - Y) / (2 * len(Y))


@mistake(
    "mse_grad",
    hints=(
        "What does N count?",
        "N counts samples, which are the rows.",
        "The formula in the docstring of q6.",
    ),
)
def divided_by_outputs(Y, H):
    """The gradient is divided by the number of outputs instead of the number of samples."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return (H - Y) / Y[0].size


@mistake(
    "mse_grad",
    hints=(
        "What does Python divide first in your line?",
        "Division comes before subtraction; the difference has to be divided.",
        "The formula in the docstring of q6.",
    ),
)
def parentheses_forgotten(Y, H):
    """Only the target is divided by N: the parentheses are missing."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return H - Y / len(Y)


@mistake(
    "mse_grad",
    hints=(
        "Over how many entries does np.mean average?",
        "The loss divides by 2 N, and N counts samples.",
        "The formula in the docstring of q6.",
    ),
)
def slope_of_the_mean(Y, H):
    """The gradient is that of numpy's mean of squares: twice the difference over the number of entries."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return 2 * (H - Y) / Y.size


@mistake(
    "mse_grad",
    hints=(
        "Does each output have a target of its own?",
        "Entry by entry: each output is compared with its own target.",
        "The formula in the docstring of q6.",
    ),
)
def mean_target_for_all(Y, H):
    """The difference to the mean target is taken."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return (H - Y.mean(axis=0)) / len(Y)
