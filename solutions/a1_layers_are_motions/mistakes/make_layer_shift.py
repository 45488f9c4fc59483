"""Wrong implementations of make_layer that learners write: scales, shift and form."""

import numpy as np

from autograder.checking import mistake

from ..reference import rotation


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
        "What stands beside the diagonal of the matrix that scales the axes?",
        "Scaling along an axis leaves the other coordinate alone: beside the diagonal there are zeros.",
        "The formula in the docstring of q5.",
    ),
)
def scales_in_a_full_matrix(deg1, scales, deg2, shift):
    """The factors stand in a full matrix instead of on the diagonal of one."""
    return (rotation(deg2) @ np.outer(scales, scales) @ rotation(deg1)).T, shift
