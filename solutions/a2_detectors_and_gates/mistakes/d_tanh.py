"""Wrong implementations of d_tanh that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from ..reference import d_sigmoid
from .where import SLOPES


# d_tanh
@mistake(
    "d_tanh",
    hints=(
        "What is your slope at z = 2?",
        "In 1 - t², t is the output of tanh.",
        SLOPES,
    ),
)
def square_of_z(z):
    """z stands in the formula where the output of tanh belongs."""
    return 1.0 - z**2


@mistake(
    "d_tanh",
    hints=(
        "What is tanh(20) in float64?",
        "The difference of 1 and something that is rounded to 1 has no digits left.",
        "q4, the last sentence before the stub, and the docstring.",
    ),
)
def tails_of_tanh_lost(z):
    """The square is subtracted from 1, which leaves 0 far out."""
    return 1.0 - np.tanh(z) ** 2


@mistake(
    "d_tanh",
    hints=(
        "How often do you take tanh?",
        "The argument is z, not the output.",
        SLOPES,
    ),
)
def tanh_taken_twice(z):
    """tanh is taken twice before the formula."""
    return 1.0 - np.tanh(np.tanh(z)) ** 2


@mistake(
    "d_tanh",
    hints=(
        "How steep is tanh at 0?",
        "tanh stretches the sigmoid to both sides and runs through it twice as fast: both make it steeper.",
        "The formulas in the docstring of d_tanh.",
    ),
)
def four_times_too_flat(z):
    """The slope of the sigmoid at 2 z, without the factor."""
    return d_sigmoid(2.0 * z)


@mistake(
    "d_tanh",
    hints=(
        "What does the 2 before the sigmoid do to the slope, and what does the 2 inside it?",
        "By the chain rule both of them multiply the slope.",
        "The formulas in the docstring of d_tanh.",
    ),
)
def one_factor_of_two(z):
    """The chain rule is used for the outer factor 2 only."""
    return 2.0 * d_sigmoid(2.0 * z)


@mistake(
    "d_tanh",
    hints=(
        "Is your slope the same on both sides?",
        "There is a square in the formula.",
        SLOPES,
    ),
)
def square_forgotten(z):
    """tanh is subtracted from 1 without being squared."""
    return 1.0 - np.tanh(z)


@mistake(
    "d_tanh",
    hints=(
        "What is your slope at z = 0?",
        "tanh is steepest at 0.",
        SLOPES,
    ),
)
def tanh_instead_of_slope(z):
    """The function is returned instead of its slope."""
    return np.tanh(z)


@mistake(
    "d_tanh",
    hints=(
        "What do you get when you square your result?",
        "The slope of tanh is 1 over the square of cosh.",
        SLOPES,
    ),
)
def root_of_the_slope(z):
    """1 over cosh is returned, without the square."""
    return 1.0 / np.cosh(np.clip(z, -300, 300))


@mistake(
    "d_tanh",
    hints=(
        "Which slope has tanh at 0?",
        "t (1 - t) belongs to outputs between 0 and 1.",
        SLOPES,
    ),
)
def formula_of_the_sigmoid(z):
    """The formula for the sigmoid, with tanh in it."""
    return np.tanh(z) * (1.0 - np.tanh(z))


@mistake(
    "d_tanh",
    hints=(
        "Is tanh steeper far out than in the middle?",
        "tanh is flat far out: there the square is subtracted from 1.",
        SLOPES,
    ),
)
def plus_the_square(z):
    """The square is added to 1."""
    return 1.0 + np.tanh(z) ** 2


@mistake(
    "d_tanh",
    hints=(
        "Does tanh rise or fall?",
        "tanh rises everywhere.",
        SLOPES,
    ),
)
def slope_of_tanh_negative(z):
    """The difference is taken the wrong way round: the slope is negative."""
    small = np.exp(-2.0 * np.abs(z))
    return -4.0 * small / (1.0 + small) ** 2


@mistake(
    "d_tanh",
    hints=(
        "At which point is the slope of the sigmoid taken in the formula?",
        "tanh(z) is made of the sigmoid of 2 z.",
        SLOPES,
    ),
)
def sigmoid_slope_for_tanh(z):
    """The slope of the sigmoid at z is returned, times 4."""
    return 4.0 * d_sigmoid(z)


@mistake(
    "d_tanh",
    hints=(
        "What is squared in the formula?",
        "The output of tanh is squared.",
        SLOPES,
    ),
)
def square_inside(z):
    """The square is taken of z, inside tanh."""
    return 1.0 - np.tanh(np.asarray(z, dtype=float) ** 2)
