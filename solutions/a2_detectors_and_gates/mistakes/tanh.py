"""Wrong implementations of tanh that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from ..reference import sigmoid
from .where import RELATIVES, SQUASH


# tanh
@mistake(
    "tanh",
    hints=(
        "What is your result at z = 1?",
        "Above and below the line of the formula there are two exponentials each, of z and of -z.",
        SQUASH,
    ),
)
def tanh_of_half(z):
    """One exponential is missing above and below the line: it is tanh of z / 2."""
    return np.tanh(0.5 * z)


@mistake(
    "tanh",
    hints=(
        "What is exp(800) divided by exp(800) in float64?",
        "Infinity over infinity is not a number: no exponential of a large number may be taken.",
        SQUASH,
    ),
)
def tanh_overflows(z):
    """The formula as it stands: its exponentials overflow far out."""
    up, down = np.exp(z), np.exp(-z)
    return (up - down) / (up + down)


@mistake(
    "tanh",
    hints=(
        "What is the smallest value of your function?",
        "tanh goes from -1 to 1.",
        "q2, where the two soft switches are compared.",
    ),
)
def never_negative(z):
    """The sigmoid of 2 z, not stretched to the interval from -1 to 1."""
    return sigmoid(2 * z)


@mistake(
    "tanh",
    hints=(
        "Is your function rising or falling?",
        "tanh has the sign of z.",
        "q2, the formula that joins the two soft switches.",
    ),
)
def tanh_falls(z):
    """The sign is turned round."""
    return -np.tanh(z)


@mistake(
    "tanh",
    hints=(
        "What is your result far out, at 800?",
        "The function of angles with the similar name is another one.",
        SQUASH,
    ),
)
def tangent_of_an_angle(z):
    """The tangent of an angle instead of the hyperbolic one."""
    return np.tan(z)


@mistake(
    "tanh",
    hints=(
        "What is your result at z = 0?",
        "The function is 0 at 0 and rises; its slope is another question.",
        SQUASH,
    ),
)
def slope_instead_of_tanh(z):
    """The slope is returned instead of the function."""
    return 1.0 - np.tanh(z) ** 2


@mistake(
    "tanh",
    hints=(
        "What is your result at z = 1, and at z = 2?",
        "A soft switch comes near its bounds, and never has a corner.",
        SQUASH,
    ),
)
def hard_switch(z):
    """z is cut off at -1 and 1 instead of being squashed."""
    return np.clip(z, -1.0, 1.0)


@mistake(
    "tanh",
    hints=(
        "What should tanh give at 0?",
        "Above the line there is a difference, below it a sum.",
        RELATIVES,
    ),
)
def plus_above_the_line(z):
    """The exponentials are added above the line as well."""
    return np.ones(np.shape(z))


@mistake(
    "tanh",
    hints=(
        "Which slope has tanh at 0?",
        "There is one z in each exponential, with the factors of the formula.",
        RELATIVES,
    ),
)
def tanh_of_twice(z):
    """Twice z is used: it is tanh of 2 z."""
    return np.tanh(2.0 * z)


@mistake(
    "tanh",
    hints=(
        "What is the factor in front of z in the formula with the sigmoid?",
        "Stretching the sigmoid of z gives tanh of half of z.",
        RELATIVES,
    ),
)
def sigmoid_not_doubled(z):
    """The sigmoid of z is stretched where that of 2 z is meant."""
    return sigmoid(2.0 * z) - 1.0


@mistake(
    "tanh",
    hints=(
        "Can tanh be larger than 1?",
        "The difference of the exponentials stands above, their sum below.",
        RELATIVES,
    ),
)
def upside_down_fraction(z):
    """What stands above and below the line is exchanged."""
    with np.errstate(divide="ignore"):
        return 1.0 / np.tanh(z)


@mistake(
    "tanh",
    hints=(
        "What is your result for z = 5?",
        "The difference is divided by the sum, so that nothing is larger than 1.",
        RELATIVES,
    ),
)
def sine_instead_of_tanh(z):
    """The hyperbolic sine is returned: nothing is divided."""
    with np.errstate(over="ignore"):
        return np.sinh(z)
