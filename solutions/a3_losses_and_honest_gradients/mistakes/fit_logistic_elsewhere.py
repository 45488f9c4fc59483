"""Wrong implementations of fit_logistic that learners write: prices and averages of other courses."""

import numpy as np

from autograder.checking import mistake

from ..reference import bce_with_logits

FORMULA = "The formula in the docstring of q9."


@mistake(
    "fit_logistic",
    hints=(
        "What is the derivative of your price, and which price has the loss of q9?",
        "The price is lam/(2N) times the squares: the 2 of the square and the half cancel, and 1/N stays.",
        FORMULA,
    ),
)
def price_of_bare_squares(X, y, lam, steps, lr):
    """The derivative of the price is 2 lam w: that of lam times the squares, neither halved nor divided by N."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr * (X.T @ dz + 2 * lam * w), b - lr * dz.sum()
    return w, b


@mistake(
    "fit_logistic",
    hints=(
        "By how much does the price shrink w in one step, and does lr appear in it?",
        "The price is part of the loss: its gradient is multiplied by lr, as that of the data is.",
        FORMULA,
    ),
)
def price_without_the_rate(X, y, lam, steps, lr):
    """The price shrinks the weights by lam/N in every step: it is not multiplied by lr."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr * (X.T @ dz) - lam / len(y) * w, b - lr * dz.sum()
    return w, b


@mistake(
    "fit_logistic",
    hints=(
        "How is the 1/N of the loss treated in your gradient of w, and how in that of b?",
        "The loss averages over the samples: both gradients have 1/N, and both have it once.",
        FORMULA,
    ),
)
def only_the_bias_is_averaged(X, y, lam, steps, lr):
    """The gradient of the data is summed over the samples for w, and averaged for b."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr * (len(y) * (X.T @ dz) + lam / len(y) * w), b - lr * dz.sum()
    return w, b


@mistake(
    "fit_logistic",
    hints=(
        "Does your bias belong to the weights that are shrunk, and does the price know N?",
        "Only w is paid for, and its price is lam/(2N) times the squares.",
        FORMULA,
    ),
)
def bias_is_charged_and_not_divided(X, y, lam, steps, lr):
    """The bias is regularised too, and the price is not divided by N."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr * (X.T @ dz + lam * w), b - lr * (dz.sum() + lam * b)
    return w, b
