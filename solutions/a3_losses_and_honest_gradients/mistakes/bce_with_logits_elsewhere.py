"""Wrong implementations of bce_with_logits that learners write: the minus sign and the likelihood."""

import numpy as np

from autograder.checking import mistake

FORMULA = "The formula in the docstring of q4, its sign and its parentheses."


@mistake(
    "bce_with_logits",
    hints=(
        "Can your loss be positive?",
        "The logarithm of a probability is negative; the loss is its negative, and grows as the answer gets worse.",
        FORMULA,
    ),
)
def loss_without_the_minus(z, y):
    """The loss lacks its minus sign; the gradient is right."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    small = np.exp(-np.abs(z))
    p = np.where(z >= 0, 1.0, small) / (1 + small)
    likelihood = -y * np.logaddexp(0, -z) - (1 - y) * np.logaddexp(0, z)
    return np.mean(likelihood), (p - y) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "Is your number something to make small, or to make large?",
        "What you compute is the likelihood's logarithm; the loss is its negative, and so is the gradient.",
        FORMULA,
    ),
)
def likelihood_for_the_loss(z, y):
    """Loss and gradient both have the wrong sign: those of the mean log-likelihood."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    small = np.exp(-np.abs(z))
    p = np.where(z >= 0, 1.0, small) / (1 + small)
    likelihood = -y * np.logaddexp(0, -z) - (1 - y) * np.logaddexp(0, z)
    return np.mean(likelihood), (y - p) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "Is your number something to make small or to make large, and does it grow with the number of samples?",
        "What you compute is the likelihood's logarithm, summed; the loss is the negative of its mean.",
        FORMULA,
    ),
)
def likelihood_added_up(z, y):
    """Loss and gradient have the wrong sign and are summed: those of the log-likelihood."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    small = np.exp(-np.abs(z))
    p = np.where(z >= 0, 1.0, small) / (1 + small)
    likelihood = -y * np.logaddexp(0, -z) - (1 - y) * np.logaddexp(0, z)
    return np.sum(likelihood), y - p
