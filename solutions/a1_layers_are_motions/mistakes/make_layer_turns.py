"""Wrong implementations of make_layer that learners write: the turns and the order of the steps."""

import numpy as np

from autograder.checking import mistake

from ..reference import rotation


@mistake(
    "make_layer",
    hints=(
        "The product of the three matrices moves columns: what moves rows?",
        "The matrix that acts on rows is not the matrix of the drawing.",
        "What q3 does with a matrix written for columns.",
    ),
)
def still_for_columns(deg1, scales, deg2, shift):
    """The matrix is the one for columns: it is not transposed."""
    return rotation(deg2) @ np.diag(scales) @ rotation(deg1), shift


@mistake(
    "make_layer",
    hints=(
        "Which of the two turns does the point meet first?",
        "In a product of matrices the one nearest to the point acts first.",
        "The formula in the docstring of q5, read from right to left.",
    ),
)
def turns_exchanged(deg1, scales, deg2, shift):
    """The two turns are exchanged."""
    return (rotation(deg1) @ np.diag(scales) @ rotation(deg2)).T, shift


@mistake(
    "make_layer",
    hints=(
        "What becomes of a product when it is transposed?",
        "For rows the steps stand in reading order, and each of the three matrices has to be one for rows.",
        "The paragraph on rows in q5.",
    ),
)
def reading_order_without_transposes(deg1, scales, deg2, shift):
    """The steps stand in reading order, but the rotations are those for columns."""
    return rotation(deg1) @ np.diag(scales) @ rotation(deg2), shift


@mistake(
    "make_layer",
    hints=(
        "Between which two steps are the axes scaled?",
        "First a turn, then the scales, then the other turn.",
        "The formula in the docstring of q5.",
    ),
)
def scales_last(deg1, scales, deg2, shift):
    """The scaling comes after both turns."""
    return (np.diag(scales) @ rotation(deg2) @ rotation(deg1)).T, shift


@mistake(
    "make_layer",
    hints=(
        "Is the first thing that happens to a point a turn?",
        "First a turn, then the scales, then the other turn.",
        "The formula in the docstring of q5: what stands nearest to the point?",
    ),
)
def scales_first(deg1, scales, deg2, shift):
    """The scaling comes before both turns."""
    return (rotation(deg2) @ rotation(deg1) @ np.diag(scales)).T, shift


@mistake(
    "make_layer",
    hints=(
        "How many turns are in the motion?",
        "There is a turn before the scales and another one after them.",
        "The list of steps at the start of q5.",
    ),
)
def second_turn_forgotten(deg1, scales, deg2, shift):
    """The second turn is left out."""
    return (np.diag(scales) @ rotation(deg1)).T, shift


@mistake(
    "make_layer",
    hints=(
        "Is the point turned before it is scaled?",
        "There is a turn before the scales and another one after them.",
        "The list of steps at the start of q5.",
    ),
)
def first_turn_forgotten(deg1, scales, deg2, shift):
    """The first turn is left out."""
    return (rotation(deg2) @ np.diag(scales)).T, shift


@mistake(
    "make_layer",
    hints=(
        "Which angle does the second turn use?",
        "The turn before the scales is by deg1, the one after them by deg2.",
        "The formula in the docstring of q5.",
    ),
)
def first_angle_twice(deg1, scales, deg2, shift):
    """Both turns are by the first angle."""
    return (rotation(deg1) @ np.diag(scales) @ rotation(deg1)).T, shift


@mistake(
    "make_layer",
    hints=(
        "Which angle does the first turn use?",
        "The turn before the scales is by deg1, the one after them by deg2.",
        "The formula in the docstring of q5.",
    ),
)
def second_angle_twice(deg1, scales, deg2, shift):
    """Both turns are by the second angle."""
    return (rotation(deg2) @ np.diag(scales) @ rotation(deg2)).T, shift


@mistake(
    "make_layer",
    hints=(
        "In which direction does the second turn go?",
        "Both turns are counter-clockwise for positive angles.",
        "The formula in the docstring of q5: neither angle has a minus sign.",
    ),
)
def second_turn_undone(deg1, scales, deg2, shift):
    """The second turn goes backwards."""
    return (rotation(-deg2) @ np.diag(scales) @ rotation(deg1)).T, shift


@mistake(
    "make_layer",
    hints=(
        "Does your layer lead to the end of the motion, or back to its start?",
        "Transposing a motion is not undoing it: a factor of 2 stays a factor of 2.",
        "The worked number of q5.",
    ),
)
def inverse_motion(deg1, scales, deg2, shift):
    """The layer undoes the motion instead of making it."""
    return np.linalg.pinv(rotation(deg2) @ np.diag(scales) @ rotation(deg1)).T, shift


@mistake(
    "make_layer",
    hints=(
        "In which unit do numpy's sine and cosine take an angle?",
        "The angles are given in degrees; the function of q4 already turns by degrees.",
        "The line on angles in the docstring of q5.",
    ),
)
def radians_in_a_rotation_of_its_own(deg1, scales, deg2, shift):
    """The turns take degrees for radians."""
    def turn(a):
        return np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]])

    return (turn(deg2) @ np.diag(scales) @ turn(deg1)).T, shift
