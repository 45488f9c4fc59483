"""Wrong implementations of bricks_output that learners write: the error and its slope."""

import numpy as np

from autograder.checking import mistake

from ..reference import sigmoid
from .where import OUTPUT


@mistake(
    "bricks_output",
    hints=(
        "If h2 is larger than y, does raising h2 make the loss larger or smaller, and does your dh2 say so?",
        "A gradient points uphill.",
        OUTPUT,
    ),
)
def error_with_the_wrong_sign(y, h1, h2):
    """dh2 is y - h2 instead of its negative."""
    dh2 = y - h2
    s2 = h2 * (1.0 - h2)
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h1, dz2)}


@mistake(
    "bricks_output",
    hints=(
        "h2 has already been through the sigmoid: does your slope send it through once more?",
        "The short form of the slope is written in the output of the sigmoid, which is what you have.",
        OUTPUT,
    ),
)
def bends_h2_again(y, h1, h2):
    """The slope is taken at sigmoid(h2) instead of at h2."""
    dh2 = h2 - y
    again = sigmoid(h2)
    s2 = again * (1.0 - again)
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h1, dz2)}


@mistake(
    "bricks_output",
    hints=(
        "Does the sigmoid rise or fall, and what does that say about the sign of s2?",
        "The slope of a rising function is positive.",
        OUTPUT,
    ),
)
def slope_with_the_wrong_sign(y, h1, h2):
    """s2 is h2 (h2 - 1), negative everywhere."""
    dh2 = h2 - y
    s2 = h2 * (h2 - 1.0)
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h1, dz2)}


@mistake(
    "bricks_output",
    hints=(
        "Which number stands in front of the sum of squares in this loss?",
        "The factor in front of the sum goes through the derivative, and meets the one that comes down from the square.",
        OUTPUT,
    ),
)
def forgets_the_half(y, h1, h2):
    """dh2 is twice too large: the factor 1/2 of the loss is forgotten."""
    dh2 = 2.0 * (h2 - y)
    s2 = h2 * (1.0 - h2)
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h1, dz2)}


@mistake(
    "bricks_output",
    hints=(
        "Does this loss divide by the number of outputs?",
        "The loss averages over samples and adds over outputs; with one sample nothing is divided but by 2.",
        OUTPUT,
    ),
)
def averages_over_outputs(y, h1, h2):
    """dh2 is divided by the number of outputs."""
    dh2 = (h2 - y) / len(y)
    s2 = h2 * (1.0 - h2)
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h1, dz2)}


@mistake(
    "bricks_output",
    hints=(
        "Which activation has the output layer?",
        "The sigmoid's slope is written with h and 1 - h.",
        OUTPUT,
    ),
)
def slope_of_tanh(y, h1, h2):
    """s2 is the slope of tanh, 1 - h^2."""
    dh2 = h2 - y
    s2 = 1.0 - h2**2
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h1, dz2)}


@mistake(
    "bricks_output",
    hints=(
        "What should s2 be when h2 is close to 1?",
        "A sigmoid that is close to 1 is flat.",
        OUTPUT,
    ),
)
def slope_with_plus(y, h1, h2):
    """s2 is h2 (1 + h2)."""
    dh2 = h2 - y
    s2 = h2 * (1.0 + h2)
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h1, dz2)}


@mistake(
    "bricks_output",
    hints=(
        "Is the output's sigmoid steep where h2 is close to 1?",
        "The slope is small at both ends.",
        OUTPUT,
    ),
)
def slope_is_the_output(y, h1, h2):
    """s2 is h2 itself."""
    dh2 = h2 - y
    s2 = h2
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h1, dz2)}


@mistake(
    "bricks_output",
    hints=(
        "What tells dh2 whether h2 is too large or too small?",
        "The sign of the error says in which direction the output has to go.",
        OUTPUT,
    ),
)
def size_of_the_error(y, h1, h2):
    """dh2 is the absolute error."""
    dh2 = np.abs(h2 - y)
    s2 = h2 * (1.0 - h2)
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h1, dz2)}


@mistake(
    "bricks_output",
    hints=(
        "Is dh2 the loss, or its slope?",
        "The slope of a square is proportional to the error itself.",
        OUTPUT,
    ),
)
def squared_error_as_gradient(y, h1, h2):
    """dh2 is the squared error."""
    dh2 = (h2 - y) ** 2
    s2 = h2 * (1.0 - h2)
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h1, dz2)}


@mistake(
    "bricks_output",
    hints=(
        "What cancels the 1/2 when the square is differentiated?",
        "The slope of a square brings a factor of 2.",
        OUTPUT,
    ),
)
def half_of_the_error(y, h1, h2):
    """dh2 keeps the factor 1/2 of the loss."""
    dh2 = (h2 - y) / 2
    s2 = h2 * (1.0 - h2)
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h1, dz2)}
