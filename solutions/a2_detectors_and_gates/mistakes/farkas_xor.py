"""Wrong implementations of farkas_xor that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

CERTIFICATE = "q10, the table, and the worked number below it."


# farkas_xor
@mistake(
    "farkas_xor",
    hints=(
        "Which of your multipliers are negative, and what happens to a condition that is multiplied by one?",
        "The signs are in the conditions already: all of them point the same way.",
        CERTIFICATE,
    ),
)
def signs_put_in_twice():
    """The signs of the conditions are put into the multipliers as well."""
    return np.array([-1.0, 1.0, 1.0, -1.0])


@mistake(
    "farkas_xor",
    hints=(
        "What does 0 = 0 prove?",
        "At least one condition has to take part.",
        CERTIFICATE,
    ),
)
def nothing_at_all():
    """All multipliers are 0."""
    return np.zeros(4)


@mistake(
    "farkas_xor",
    hints=(
        "What is the sum of your left sides?",
        "The two corners that are on give w1 + w2 + 2b > 0: true of many units.",
        CERTIFICATE,
    ),
)
def only_those_that_are_on():
    """Only the two conditions of the corners that are on take part."""
    return np.array([0.0, 1.0, 1.0, 0.0])


@mistake(
    "farkas_xor",
    hints=(
        "Have you added up the left sides of your two conditions?",
        "The two corners that are off give w1 + w2 + 2b ≤ 0: true of many units.",
        CERTIFICATE,
    ),
)
def only_those_that_are_off():
    """Only the two conditions of the corners that are off take part."""
    return np.array([1.0, 0.0, 0.0, 1.0])


@mistake(
    "farkas_xor",
    hints=(
        "What is left of b when you add up?",
        "Every one of the three coefficients has to cancel.",
        CERTIFICATE,
    ),
)
def outer_ones_doubled():
    """The outer conditions count twice, so that the left sides do not cancel."""
    return np.array([2.0, 1.0, 1.0, 2.0])


@mistake(
    "farkas_xor",
    hints=(
        "What does the condition of the corner (1, 1) say, and where is it in your sum?",
        "Of the conditions of the other three corners alone, no contradiction can come: OR meets them.",
        CERTIFICATE,
    ),
)
def last_corner_left_out():
    """The condition of the corner (1, 1) does not take part."""
    return np.array([1.0, 1.0, 1.0, 0.0])


@mistake(
    "farkas_xor",
    hints=(
        "How many conditions are there, and how many multipliers?",
        "Asked for is one multiplier per condition, not weights of a unit.",
        "The docstring of farkas_xor.",
    ),
)
def weights_instead():
    """Three numbers, as if weights and a bias were asked for."""
    return np.array([1.0, 1.0, -0.5])
