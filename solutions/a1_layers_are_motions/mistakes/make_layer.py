"""Wrong implementations of make_layer that learners write, each with hints on three levels: a question, the rule, where to look."""

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
        "Is the shift turned and scaled too?",
        "The shift comes last, after everything else has been done to the point.",
        "The list of steps at the start of q5.",
    ),
)
def shift_moved_too(deg1, scales, deg2, shift):
    """The shift is sent through the motion as if it came first."""
    W = (rotation(deg2) @ np.diag(scales) @ rotation(deg1)).T
    return W, shift @ W


@mistake(
    "make_layer",
    hints=(
        "Where should a point at the origin end?",
        "The turns and scales leave the origin where it is; the shift is added.",
        "The worked number of q5.",
    ),
)
def shift_backwards(deg1, scales, deg2, shift):
    """The shift has the wrong sign."""
    return (rotation(deg2) @ np.diag(scales) @ rotation(deg1)).T, -shift


@mistake(
    "make_layer",
    hints=(
        "What should a factor of -1 do to an axis?",
        "A negative factor flips its axis; its sign is part of the motion.",
        "The line on `scales` in the docstring of q5.",
    ),
)
def flips_lost(deg1, scales, deg2, shift):
    """The signs of the scales are dropped."""
    return (rotation(deg2) @ np.diag(np.abs(scales)) @ rotation(deg1)).T, shift


@mistake(
    "make_layer",
    hints=(
        "Which axis does the first factor stretch?",
        "Factor 1 belongs to axis 1, factor 2 to axis 2.",
        "The line on `scales` in the docstring of q5.",
    ),
)
def scales_exchanged(deg1, scales, deg2, shift):
    """The factors of the two axes are exchanged."""
    return (rotation(deg2) @ np.diag(scales[::-1]) @ rotation(deg1)).T, shift


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
        "What happens between the two turns?",
        "Between the turns the axes are scaled, each by its own factor.",
        "The list of steps at the start of q5.",
    ),
)
def scales_left_out(deg1, scales, deg2, shift):
    """The scaling is left out."""
    return (rotation(deg2) @ rotation(deg1)).T, shift


@mistake(
    "make_layer",
    hints=(
        "Does your layer move a point at the origin?",
        "The shift is the bias of the layer.",
        "The line `Returns` in the docstring of q5.",
    ),
)
def shift_left_out(deg1, scales, deg2, shift):
    """The shift is replaced by zeros."""
    return (rotation(deg2) @ np.diag(scales) @ rotation(deg1)).T, np.zeros(2)


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
        "Is the shift turned after it was added, or added after the last turn?",
        "The shift comes last, after both turns.",
        "The list of steps at the start of q5.",
    ),
)
def shift_turned_by_the_second_turn(deg1, scales, deg2, shift):
    """The shift is turned by the second turn."""
    return (rotation(deg2) @ np.diag(scales) @ rotation(deg1)).T, rotation(deg2) @ shift


@mistake(
    "make_layer",
    hints=(
        "Do the factors act on the shift?",
        "The shift comes last, after the axes have been scaled.",
        "The list of steps at the start of q5.",
    ),
)
def shift_scaled(deg1, scales, deg2, shift):
    """The shift is multiplied by the scales."""
    return (rotation(deg2) @ np.diag(scales) @ rotation(deg1)).T, scales * shift


@mistake(
    "make_layer",
    hints=(
        "How many axes has b?",
        "A bias has one axis, one number per output.",
        "The line `Returns` in the docstring of q5.",
    ),
)
def shift_as_a_row(deg1, scales, deg2, shift):
    """The shift is returned as a row with two axes."""
    return (rotation(deg2) @ np.diag(scales) @ rotation(deg1)).T, np.reshape(shift, (1, 2))


@mistake(
    "make_layer",
    hints=(
        "Which of the two results comes first, W or b?",
        "The weights come first, the bias second.",
        "The line `Returns` in the docstring of q5.",
    ),
)
def shift_first_in_the_result(deg1, scales, deg2, shift):
    """The two results come in the wrong order."""
    return shift, (rotation(deg2) @ np.diag(scales) @ rotation(deg1)).T


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


@mistake(
    "make_layer",
    hints=(
        "What stands beside the diagonal of the matrix that scales the axes?",
        "Scaling along an axis leaves the other coordinate alone: beside the diagonal there are zeros.",
        "The formula in the docstring of q5.",
    ),
)
def scales_in_a_full_matrix(deg1, scales, deg2, shift):
    """The factors stand in a full matrix instead of on the diagonal of one."""
    return (rotation(deg2) @ np.outer(scales, scales) @ rotation(deg1)).T, shift
