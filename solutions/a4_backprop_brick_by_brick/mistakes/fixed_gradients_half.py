"""Wrong implementations of fixed_gradients that learners write: what is repaired by half."""

import numpy as np

from autograder.checking import mistake

from ..reference import published_forward, published_gradients
from .where import REPAIR


@mistake(
    "fixed_gradients",
    hints=(
        "Two things to look at: does a batch twice as long give gradients twice as large, and does the penalty push every weight the same way?",
        "The loss averages over samples, and so do its gradients; and the derivative of a sum of squares differs from weight to weight.",
        REPAIR,
    ),
)
def as_published(X, Y, W1, W2, reg):
    """Nothing is repaired: no 1/N in the data term, and reg times the sum of W^2 added to every weight."""
    return published_gradients(X, Y, W1, W2, reg)


@mistake(
    "fixed_gradients",
    hints=(
        "Should a large weight and a small one get the same push from the penalty?",
        "The derivative of a sum of squares with respect to one weight depends on that weight only.",
        REPAIR,
    ),
)
def only_the_average_repaired(X, Y, W1, W2, reg):
    """The data term is averaged, but the penalty still adds reg times the sum of W^2 to every weight."""
    dW1, dW2 = published_gradients(X, Y, W1, W2, 0.0)
    return dW1 / len(X) + reg * np.sum(W1**2), dW2 / len(X) + reg * np.sum(W2**2)


@mistake(
    "fixed_gradients",
    hints=(
        "If every sample came twice, would the loss change, and would the data part of your gradients?",
        "The loss is an average over samples, so its gradients are averages as well.",
        REPAIR,
    ),
)
def only_the_penalty_repaired(X, Y, W1, W2, reg):
    """The penalty is right, but the data term is still not divided by N."""
    dW1, dW2 = published_gradients(X, Y, W1, W2, 0.0)
    return dW1 + reg / len(X) * W1, dW2 + reg / len(X) * W2


@mistake(
    "fixed_gradients",
    hints=(
        "After your repair, does the penalty still add one and the same number everywhere?",
        "Dividing by N repairs a scale; a term of the wrong form stays of the wrong form.",
        REPAIR,
    ),
)
def all_divided_by_N(X, Y, W1, W2, reg):
    """The published gradients are divided by N as they are, the shared number included."""
    dW1, dW2 = published_gradients(X, Y, W1, W2, reg)
    return dW1 / len(X), dW2 / len(X)


@mistake(
    "fixed_gradients",
    hints=(
        "What stands under reg in the loss?",
        "The factor in front of a term goes through the derivative as it is.",
        REPAIR,
    ),
)
def repaired_penalty_without_N(X, Y, W1, W2, reg):
    """The penalty's gradient is not divided by N."""
    dW1, dW2 = published_gradients(X, Y, W1, W2, 0.0)
    return dW1 / len(X) + reg * W1, dW2 / len(X) + reg * W2


@mistake(
    "fixed_gradients",
    hints=(
        "Does reg still appear in your gradients?",
        "The loss still has its penalty, and every term of the loss has a gradient.",
        REPAIR,
    ),
)
def penalty_thrown_out(X, Y, W1, W2, reg):
    """The penalty is left out of the gradients."""
    dW1, dW2 = published_gradients(X, Y, W1, W2, 0.0)
    return dW1 / len(X), dW2 / len(X)


@mistake(
    "fixed_gradients",
    hints=(
        "What is left of the 1/2 in front of a square when it is differentiated?",
        "The 2 that comes down from the square meets the 2 under the fraction.",
        REPAIR,
    ),
)
def repaired_penalty_without_the_half(X, Y, W1, W2, reg):
    """The penalty's gradient is twice too large."""
    dW1, dW2 = published_gradients(X, Y, W1, W2, 0.0)
    return dW1 / len(X) + 2 * reg / len(X) * W1, dW2 / len(X) + 2 * reg / len(X) * W2


@mistake(
    "fixed_gradients",
    hints=(
        "What cancels the 1/2 of the penalty when the square is differentiated?",
        "The slope of a square brings a factor of 2.",
        REPAIR,
    ),
)
def penalty_of_half_the_size(X, Y, W1, W2, reg):
    """The penalty's gradient is half as large as it should be."""
    N = len(X)
    h1, h2 = published_forward(X, W1, W2)
    dz2 = (h2 - Y) / N * h2 * (1.0 - h2)
    dz1 = dz2 @ W2.T * h1 * (1.0 - h1)
    return X.T @ dz1 + reg / (2 * N) * W1, h1.T @ dz2 + reg / (2 * N) * W2


@mistake(
    "fixed_gradients",
    hints=(
        "Which weights stand in the penalty of published_loss?",
        "The penalty is over the weights of both layers.",
        REPAIR,
    ),
)
def penalty_on_the_last_layer_only(X, Y, W1, W2, reg):
    """Only W2 is penalised."""
    N = len(X)
    h1, h2 = published_forward(X, W1, W2)
    dz2 = (h2 - Y) / N * h2 * (1.0 - h2)
    dz1 = dz2 @ W2.T * h1 * (1.0 - h1)
    return X.T @ dz1, h1.T @ dz2 + reg / N * W2


@mistake(
    "fixed_gradients",
    hints=(
        "Does published_loss penalise W2?",
        "The penalty is over the weights of both layers.",
        REPAIR,
    ),
)
def penalty_on_the_first_layer_only(X, Y, W1, W2, reg):
    """Only W1 is penalised."""
    N = len(X)
    h1, h2 = published_forward(X, W1, W2)
    dz2 = (h2 - Y) / N * h2 * (1.0 - h2)
    dz1 = dz2 @ W2.T * h1 * (1.0 - h1)
    return X.T @ dz1 + reg / N * W1, h1.T @ dz2


@mistake(
    "fixed_gradients",
    hints=(
        "Is the 1/N in both gradients?",
        "The loss divides by N, so every gradient of it does.",
        REPAIR,
    ),
)
def first_data_term_not_averaged(X, Y, W1, W2, reg):
    """Only the gradient of W2 is averaged over the samples."""
    N = len(X)
    h1, h2 = published_forward(X, W1, W2)
    dz2 = (h2 - Y) / N * h2 * (1.0 - h2)
    dz1 = dz2 @ W2.T * h1 * (1.0 - h1)
    return N * (X.T @ dz1) + reg / N * W1, h1.T @ dz2 + reg / N * W2


@mistake(
    "fixed_gradients",
    hints=(
        "Does the gradient of W2 contain the 1/N?",
        "The loss divides by N, so every gradient of it does.",
        REPAIR,
    ),
)
def second_data_term_not_averaged(X, Y, W1, W2, reg):
    """Only the gradient of W1 is averaged over the samples."""
    N = len(X)
    h1, h2 = published_forward(X, W1, W2)
    dz2 = (h2 - Y) / N * h2 * (1.0 - h2)
    dz1 = dz2 @ W2.T * h1 * (1.0 - h1)
    return X.T @ dz1 + reg / N * W1, N * (h1.T @ dz2) + reg / N * W2


@mistake(
    "fixed_gradients",
    hints=(
        "Does a larger weight make the penalty larger?",
        "The penalty grows with a weight, so its gradient has the sign of the weight.",
        REPAIR,
    ),
)
def penalty_subtracted(X, Y, W1, W2, reg):
    """The penalty's gradient is subtracted."""
    N = len(X)
    h1, h2 = published_forward(X, W1, W2)
    dz2 = (h2 - Y) / N * h2 * (1.0 - h2)
    dz1 = dz2 @ W2.T * h1 * (1.0 - h1)
    return X.T @ dz1 - reg / N * W1, h1.T @ dz2 - reg / N * W2
