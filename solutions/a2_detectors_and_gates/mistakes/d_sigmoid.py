"""Wrong implementations of d_sigmoid that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from ..reference import sigmoid
from .where import SLOPES

TAILS = "q4, the paragraph about a subtraction that loses everything."


# d_sigmoid
@mistake(
    "d_sigmoid",
    hints=(
        "Can the slope of a rising function be negative?",
        "In s (1 - s), s is the output of the sigmoid.",
        SLOPES,
    ),
)
def short_form_with_z(z):
    """z stands in the formula where the output of the sigmoid belongs."""
    return z * (1.0 - z)


@mistake(
    "d_sigmoid",
    hints=(
        "How often do you take the sigmoid?",
        "The argument is z: one sigmoid makes an output of it, a second one does not belong there.",
        SLOPES,
    ),
)
def squashed_twice(z):
    """The sigmoid is taken twice before the formula."""
    s = sigmoid(sigmoid(z))
    return s * (1.0 - s)


@mistake(
    "d_sigmoid",
    hints=(
        "What is 1 - sigmoid(40) in float64?",
        "A difference of two numbers that agree to 17 digits has no digits left.",
        TAILS,
    ),
)
def right_tail_lost(z):
    """1 - s is formed by subtraction, which leaves 0 far out on the right."""
    s = sigmoid(z)
    return s * (1.0 - s)


@mistake(
    "d_sigmoid",
    hints=(
        "What is the largest value of your function?",
        "The slope is largest in the middle and falls off on both sides.",
        SLOPES,
    ),
)
def sigmoid_instead_of_slope(z):
    """The function is returned instead of its slope."""
    return sigmoid(z)


@mistake(
    "d_sigmoid",
    hints=(
        "Which sign has your slope?",
        "The sigmoid rises everywhere, so no slope is negative.",
        SLOPES,
    ),
)
def slope_with_the_wrong_sign(z):
    """The two factors are subtracted the wrong way round: the slope is negative."""
    return -sigmoid(z) * sigmoid(-z)


@mistake(
    "d_sigmoid",
    hints=(
        "What is your slope at z = 0?",
        "1 - t² belongs to the switch that goes from -1 to 1.",
        SLOPES,
    ),
)
def formula_of_tanh(z):
    """The formula for tanh, with the sigmoid in it."""
    return 1.0 - sigmoid(z) ** 2


@mistake(
    "d_sigmoid",
    hints=(
        "What is the square of exp(800)?",
        "Written with one exponential and a square, the slope overflows on one side.",
        TAILS,
    ),
)
def slope_overflows(z):
    """One exponential over a square: infinity over infinity far out on the left."""
    small = np.exp(-z)
    return small / (1.0 + small) ** 2


@mistake(
    "d_sigmoid",
    hints=(
        "How many factors has the formula for the slope?",
        "sigmoid(-z) alone is how far the unit is from being on.",
        SLOPES,
    ),
)
def one_factor_missing(z):
    """Only one of the two factors is returned."""
    return sigmoid(-z)


@mistake(
    "d_sigmoid",
    hints=(
        "How steep is the sigmoid at 0?",
        "At 0 the two factors are both one half.",
        SLOPES,
    ),
)
def slope_four_times_too_large(z):
    """The slope is divided by its largest value: it is 1 at 0."""
    return 4.0 * sigmoid(z) * sigmoid(-z)


@mistake(
    "d_sigmoid",
    hints=(
        "What should the slope be far out on the right?",
        "The sigmoid is flat on both sides: one factor goes to 0 on each.",
        SLOPES,
    ),
)
def plus_in_the_slope(z):
    """The second factor is 1 + s."""
    return sigmoid(z) * (1.0 + sigmoid(z))


@mistake(
    "d_sigmoid",
    hints=(
        "Is your slope 0 far out on the right?",
        "The two factors are s and what is missing to 1.",
        SLOPES,
    ),
)
def square_of_the_sigmoid(z):
    """The sigmoid is squared."""
    return sigmoid(z) ** 2


@mistake(
    "d_sigmoid",
    hints=(
        "At which point do you take the slope?",
        "The sigmoid's own slope has no factor in front of z.",
        SLOPES,
    ),
)
def slope_of_twice_z(z):
    """The slope is taken at 2 z."""
    return sigmoid(2.0 * z) * sigmoid(-2.0 * z)
