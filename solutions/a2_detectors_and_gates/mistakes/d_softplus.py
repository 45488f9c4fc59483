"""Wrong implementations of d_softplus that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from ..reference import d_sigmoid, sigmoid
from .where import RELATIVE_SLOPES


# d_softplus
@mistake(
    "d_softplus",
    hints=(
        "What is your slope at z = 0?",
        "softplus has no corner, so its slope does not jump.",
        RELATIVE_SLOPES,
    ),
)
def slope_of_relu(z):
    """The slope of ReLU: 0 or 1."""
    return np.where(z > 0, 1.0, 0.0)


@mistake(
    "d_softplus",
    hints=(
        "What is exp(800) divided by exp(800) in float64?",
        "The formula is one that you have already made safe.",
        "q2, what is said under 'Far out'.",
    ),
)
def slope_of_softplus_overflows(z):
    """The exponential of z is taken also where z is large: infinity over infinity."""
    return np.exp(z) / (1.0 + np.exp(z))


@mistake(
    "d_softplus",
    hints=(
        "How steep is softplus far out on the right?",
        "The slope of softplus is a sigmoid; the slope of the sigmoid is one question earlier.",
        RELATIVE_SLOPES,
    ),
)
def one_slope_too_many(z):
    """The slope is taken twice."""
    return d_sigmoid(z)


@mistake(
    "d_softplus",
    hints=(
        "On which side is softplus steep?",
        "It is like ReLU: flat on the left, slope 1 on the right.",
        RELATIVE_SLOPES,
    ),
)
def steep_on_the_left(z):
    """The sign of z is turned round, or 1 stands above 1 + exp(z) in place of exp(z)."""
    return sigmoid(-z)


@mistake(
    "d_softplus",
    hints=(
        "Is there a bound your result never passes?",
        "softplus comes near the slope 1, and never gets steeper.",
        RELATIVE_SLOPES,
    ),
)
def softplus_itself(z):
    """The function is returned instead of its slope."""
    return np.logaddexp(0.0, z)


@mistake(
    "d_softplus",
    hints=(
        "Which two numbers do you subtract at z = -40?",
        "A number as small as 4e-18 cannot come out of a difference from 1.",
        "q2, what is said under 'Far out', and q4, the paragraph about a subtraction that loses everything.",
    ),
)
def left_tail_lost(z):
    """The slope is formed as 1 minus something, which leaves 0 far out on the left."""
    return 1.0 - sigmoid(-z)


@mistake(
    "d_softplus",
    hints=(
        "Can the slope of softplus be negative?",
        "softplus rises everywhere: its slope lies between 0 and 1.",
        RELATIVE_SLOPES,
    ),
)
def tanh_for_the_slope(z):
    """tanh is returned."""
    return np.tanh(z)


@mistake(
    "d_softplus",
    hints=(
        "What is your slope at z = 3, and can softplus be that steep?",
        "The 1 + exp(z) of the logarithm comes below the line: the chain rule.",
        RELATIVE_SLOPES,
    ),
)
def numerator_only(z):
    """exp(z) is returned: what stands below the line is forgotten."""
    return np.exp(z)


@mistake(
    "d_softplus",
    hints=(
        "What should the slope be at z = 0?",
        "z occurs in the exponential only; nothing is multiplied by it.",
        RELATIVE_SLOPES,
    ),
)
def times_z(z):
    """The slope is multiplied by z."""
    return z * sigmoid(z)


@mistake(
    "d_softplus",
    hints=(
        "What is your slope at the integer 1?",
        "An array that is made like z has the type of z, and integers cannot hold fractions.",
        "The docstring of d_softplus: integers come in, float64 goes out.",
    ),
)
def softplus_slope_in_the_type_of_z(z):
    """The result is written into an array of the type of z, so that integers become 0 or 1."""
    z = np.asarray(z)
    return sigmoid(z).astype(z.dtype)


@mistake(
    "d_softplus",
    hints=(
        "Does softplus rise or fall?",
        "softplus rises everywhere, so its slope is positive.",
        RELATIVE_SLOPES,
    ),
)
def minus_the_slope(z):
    """The slope has a minus sign."""
    return -sigmoid(z)


@mistake(
    "d_softplus",
    hints=(
        "What is your slope at z = 100?",
        "Far out on the right softplus is as steep as ReLU: 1.",
        RELATIVE_SLOPES,
    ),
)
def half_the_slope(z):
    """The slope is halved."""
    return 0.5 * sigmoid(z)
