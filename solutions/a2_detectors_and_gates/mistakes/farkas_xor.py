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


@mistake(
    "farkas_xor",
    hints=(
        "What happens to \"is greater than 0\" if both sides are multiplied by -1?",
        "Multipliers are 0 or more; a negative one turns the condition round.",
        CERTIFICATE,
    ),
)
def all_turned_round():
    """All multipliers are negative."""
    return -np.ones(4)


@mistake(
    "farkas_xor",
    hints=(
        "Which way does a condition point after it is multiplied by -1?",
        "The table has turned the conditions already; a negative multiplier would turn them back.",
        CERTIFICATE,
    ),
)
def signs_of_the_corners():
    """The multipliers of the corners that are on are negative."""
    return np.array([1.0, -1.0, -1.0, 1.0])


@mistake(
    "farkas_xor",
    hints=(
        "What is left of b in your sum?",
        "The other three conditions alone lead to no contradiction: with a positive b they can all be met.",
        CERTIFICATE,
    ),
)
def first_corner_left_out():
    """The condition of the corner (0, 0) does not take part."""
    return np.array([0.0, 1.0, 1.0, 1.0])


@mistake(
    "farkas_xor",
    hints=(
        "What is left of w1 when you add up?",
        "Every one of the three coefficients has to cancel.",
        CERTIFICATE,
    ),
)
def inner_ones_doubled():
    """The conditions in the middle count twice, so that the left sides do not cancel."""
    return np.array([1.0, 2.0, 2.0, 1.0])


@mistake(
    "farkas_xor",
    hints=(
        "What shape has your result?",
        "Four multipliers stand on one axis.",
        "The docstring of farkas_xor: what is returned.",
    ),
)
def multipliers_as_a_column():
    """The multipliers have the shape (4, 1)."""
    return np.ones((4, 1))


@mistake(
    "farkas_xor",
    hints=(
        "What are the rows of your result multiplied by when you add them up?",
        "The coefficients of w1, w2 and b are given. Asked for are four numbers by which the conditions are multiplied.",
        CERTIFICATE,
    ),
)
def table_of_coefficients():
    """The coefficients of the conditions are returned instead of multipliers."""
    return np.array([[0.0, 0.0, -1.0], [0.0, 1.0, 1.0], [1.0, 0.0, 1.0], [-1.0, -1.0, -1.0]])


@mistake(
    "farkas_xor",
    hints=(
        "What is left of w2 in your sum?",
        "Two of the four conditions are not enough: the unit that says \"second input\" meets both of yours.",
        CERTIFICATE,
    ),
)
def one_pair_only():
    """Only the conditions of the first two corners take part."""
    return np.array([1.0, 1.0, 0.0, 0.0])
