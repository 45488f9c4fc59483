"""Wrong implementations of bricks_hidden that learners write: the slope of the hidden layer."""

import numpy as np

from autograder.checking import mistake

from ..reference import sigmoid
from .where import HIDDEN


@mistake(
    "bricks_hidden",
    hints=(
        "Between h1 and z1 stands a sigmoid: where is its slope in your dz1?",
        "Every brick that is passed on the way back leaves a factor.",
        HIDDEN,
    ),
)
def no_slope_in_dz1(x, h1, W2, dz2):
    """dz1 is dh1: the sigmoid's slope is left out."""
    dh1 = W2 @ dz2
    return {"dh1": dh1, "s1": h1 * (1.0 - h1), "dz1": dh1, "dW1": np.outer(x, dh1)}


@mistake(
    "bricks_hidden",
    hints=(
        "h1 has already been through the sigmoid: does your slope send it through once more?",
        "The short form of the slope is written in the output of the sigmoid, which is what you have.",
        HIDDEN,
    ),
)
def bends_h1_again(x, h1, W2, dz2):
    """The slope is taken at sigmoid(h1) instead of at h1."""
    dh1 = W2 @ dz2
    again = sigmoid(h1)
    s1 = again * (1.0 - again)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}


@mistake(
    "bricks_hidden",
    hints=(
        "Does the sigmoid rise or fall, and what does that say about the sign of s1?",
        "The slope of a rising function is positive.",
        HIDDEN,
    ),
)
def hidden_slope_with_the_wrong_sign(x, h1, W2, dz2):
    """s1 is h1 (h1 - 1), negative everywhere."""
    dh1 = W2 @ dz2
    s1 = h1 * (h1 - 1.0)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}


@mistake(
    "bricks_hidden",
    hints=(
        "How often is s1 a factor of dW1?",
        "dz1 holds the slope already.",
        HIDDEN,
    ),
)
def slope_at_both_places(x, h1, W2, dz2):
    """The slope is applied in dz1 and once more in dW1."""
    dh1 = W2 @ dz2
    s1 = h1 * (1.0 - h1)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1 * s1)}


@mistake(
    "bricks_hidden",
    hints=(
        "Which activation has the hidden layer?",
        "The sigmoid's slope is written with h and 1 - h.",
        HIDDEN,
    ),
)
def tanh_slope_below(x, h1, W2, dz2):
    """s1 is the slope of tanh, 1 - h^2."""
    dh1 = W2 @ dz2
    s1 = 1.0 - h1**2
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}


@mistake(
    "bricks_hidden",
    hints=(
        "What should s1 be when h1 is close to 1?",
        "A sigmoid that is close to 1 is flat.",
        HIDDEN,
    ),
)
def hidden_slope_with_plus(x, h1, W2, dz2):
    """s1 is h1 (1 + h1)."""
    dh1 = W2 @ dz2
    s1 = h1 * (1.0 + h1)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}


@mistake(
    "bricks_hidden",
    hints=(
        "Is the sigmoid steep where h1 is close to 1?",
        "The slope is small at both ends.",
        HIDDEN,
    ),
)
def hidden_output_as_slope(x, h1, W2, dz2):
    """s1 is h1 itself."""
    dh1 = W2 @ dz2
    s1 = h1
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}


@mistake(
    "bricks_hidden",
    hints=(
        "What should dz1 be when nothing comes from above?",
        "The chain rule multiplies.",
        HIDDEN,
    ),
)
def hidden_sum_instead_of_product(x, h1, W2, dz2):
    """dz1 is the sum of dh1 and s1."""
    dh1 = W2 @ dz2
    s1 = h1 * (1.0 - h1)
    dz1 = dh1 + s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}
