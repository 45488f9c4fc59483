"""Wrong implementations of fixed_gradients that learners write: repairs with a defect of their own."""

import numpy as np

from autograder.checking import mistake

from ..reference import published_forward, published_gradients
from .where import REPAIR


@mistake(
    "fixed_gradients",
    hints=(
        "What does the 2 under the fraction in front of the sum of squares become when a square is differentiated, and does the number of outputs appear there?",
        "The loss averages over samples and adds over outputs, and the derivative of a square brings a factor of its own.",
        REPAIR,
    ),
)
def averages_over_every_entry(X, Y, W1, W2, reg):
    """The data term is divided by 2 N, which here is N times the number of outputs, too."""
    dW1, dW2 = published_gradients(X, Y, W1, W2, 0.0)
    return dW1 / Y.size + reg / len(X) * W1, dW2 / Y.size + reg / len(X) * W2


@mistake(
    "fixed_gradients",
    hints=(
        "Does a step along your gradient make the loss larger?",
        "A gradient points uphill: the error is output minus label.",
        REPAIR,
    ),
)
def sign_turned(X, Y, W1, W2, reg):
    """The data terms have the wrong sign."""
    N = len(X)
    h1, h2 = published_forward(X, W1, W2)
    dz2 = (Y - h2) / N * h2 * (1.0 - h2)
    dz1 = dz2 @ W2.T * h1 * (1.0 - h1)
    return X.T @ dz1 + reg / N * W1, h1.T @ dz2 + reg / N * W2


@mistake(
    "fixed_gradients",
    hints=(
        "Which gradient comes first?",
        "dW1 comes first, then dW2.",
        "The line `Returns` in the docstring of q12.",
    ),
)
def second_gradient_first(X, Y, W1, W2, reg):
    """The two gradients come in the wrong order."""
    N = len(X)
    h1, h2 = published_forward(X, W1, W2)
    dz2 = (h2 - Y) / N * h2 * (1.0 - h2)
    dz1 = dz2 @ W2.T * h1 * (1.0 - h1)
    return h1.T @ dz2 + reg / N * W2, X.T @ dz1 + reg / N * W1


@mistake(
    "fixed_gradients",
    hints=(
        "Which activation does published_forward use in the hidden layer?",
        "A sigmoid has the sigmoid's slope.",
        REPAIR,
    ),
)
def slope_of_tanh_below(X, Y, W1, W2, reg):
    """The hidden layer is passed with the slope of tanh."""
    N = len(X)
    h1, h2 = published_forward(X, W1, W2)
    dz2 = (h2 - Y) / N * h2 * (1.0 - h2)
    dz1 = dz2 @ W2.T * (1.0 - h1**2)
    return X.T @ dz1 + reg / N * W1, h1.T @ dz2 + reg / N * W2


@mistake(
    "fixed_gradients",
    hints=(
        "Through how many activations does the gradient of W1 go?",
        "It passes the output's sigmoid and the hidden layer's.",
        REPAIR,
    ),
)
def hidden_slope_forgotten(X, Y, W1, W2, reg):
    """The slope of the hidden layer is left out."""
    N = len(X)
    h1, h2 = published_forward(X, W1, W2)
    dz2 = (h2 - Y) / N * h2 * (1.0 - h2)
    dz1 = dz2 @ W2.T
    return X.T @ dz1 + reg / N * W1, h1.T @ dz2 + reg / N * W2


@mistake(
    "fixed_gradients",
    hints=(
        "Through which activation does the error go first?",
        "The output is a sigmoid of its sum, and its slope is a factor of everything below.",
        REPAIR,
    ),
)
def output_slope_forgotten(X, Y, W1, W2, reg):
    """The slope of the output is left out."""
    N = len(X)
    h1, h2 = published_forward(X, W1, W2)
    dz2 = (h2 - Y) / N
    dz1 = dz2 @ W2.T * h1 * (1.0 - h1)
    return X.T @ dz1 + reg / N * W1, h1.T @ dz2 + reg / N * W2


@mistake(
    "fixed_gradients",
    hints=(
        "What does the 2 in the denominator of the loss cancel?",
        "The 1/2 of the loss takes the factor 2 of the square away, in both terms.",
        REPAIR,
    ),
)
def everything_twice(X, Y, W1, W2, reg):
    """All gradients are twice too large."""
    N = len(X)
    h1, h2 = published_forward(X, W1, W2)
    dz2 = 2.0 * (h2 - Y) / N * h2 * (1.0 - h2)
    dz1 = dz2 @ W2.T * h1 * (1.0 - h1)
    return X.T @ dz1 + 2.0 * reg / N * W1, h1.T @ dz2 + 2.0 * reg / N * W2


@mistake(
    "fixed_gradients",
    hints=(
        "What do you multiply by where h1 is 0.9, and what where it is 0.1? Should the two differ?",
        "The slope of the sigmoid is the same on both sides of its middle; the sigmoid itself is not.",
        REPAIR,
    ),
)
def sigmoid_where_its_slope_belongs(X, Y, W1, W2, reg):
    """The switch for the slope is lost, so the sigmoid of the outputs stands where their slopes belong."""
    N = len(X)
    h1, h2 = published_forward(X, W1, W2)
    dz2 = (h2 - Y) / N / (1.0 + np.exp(-h2))
    dz1 = dz2 @ W2.T / (1.0 + np.exp(-h1))
    return X.T @ dz1 + reg / N * W1, h1.T @ dz2 + reg / N * W2
