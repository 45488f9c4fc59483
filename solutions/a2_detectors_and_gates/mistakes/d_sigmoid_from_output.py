"""Wrong implementations of d_sigmoid_from_output that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from ..reference import d_sigmoid

FROM_OUTPUT = "q6, the worked number."


# d_sigmoid_from_output
@mistake(
    "d_sigmoid_from_output",
    hints=(
        "Is the argument z or the output?",
        "The sigmoid has been taken already.",
        FROM_OUTPUT,
    ),
)
def squashes_the_output(h):
    """The output is taken for z and squashed a second time."""
    return d_sigmoid(h)


@mistake(
    "d_sigmoid_from_output",
    hints=(
        "Which sign stands in the bracket?",
        "A unit that is fully on has slope 0.",
        FROM_OUTPUT,
    ),
)
def plus_in_the_bracket(h):
    """A plus instead of the minus."""
    return h * (1.0 + h)


@mistake(
    "d_sigmoid_from_output",
    hints=(
        "Can the slope of a rising function be negative?",
        "The bracket is what is missing to 1.",
        FROM_OUTPUT,
    ),
)
def negative_slope(h):
    """The difference in the bracket is taken the wrong way round."""
    return h * (h - 1.0)


@mistake(
    "d_sigmoid_from_output",
    hints=(
        "What is the slope of a unit that is fully off?",
        "One minus a square is the formula of the other soft switch.",
        FROM_OUTPUT,
    ),
)
def formula_for_tanh_outputs(h):
    """The formula for the outputs of tanh."""
    return 1.0 - h**2


@mistake(
    "d_sigmoid_from_output",
    hints=(
        "How many factors has the formula?",
        "What is missing to 1 is only one of two factors.",
        FROM_OUTPUT,
    ),
)
def only_what_is_missing(h):
    """The factor h is forgotten."""
    return 1.0 - h


@mistake(
    "d_sigmoid_from_output",
    hints=(
        "Is the array that was handed in still the same after the call?",
        "A function makes a new array, or works on a copy.",
        "The conventions at the top of the notebook, first lines.",
    ),
)
def writes_into_the_outputs(h):
    """The argument itself is multiplied."""
    h *= 1.0 - h
    return h


@mistake(
    "d_sigmoid_from_output",
    hints=(
        "What is a quarter of what, at h = 1/2?",
        "A square alone has its largest value at a unit that is fully on.",
        FROM_OUTPUT,
    ),
)
def square_of_the_output(h):
    """The output is squared."""
    return h * h


@mistake(
    "d_sigmoid_from_output",
    hints=(
        "What should the slope be where h is exactly 1?",
        "h may be 0 or 1: the slope is 0 there.",
        FROM_OUTPUT,
    ),
)
def kept_off_the_ends(h):
    """The outputs are kept away from 0 and 1 first."""
    h = np.clip(h, 1e-7, 1.0 - 1e-7)
    return h * (1.0 - h)


@mistake(
    "d_sigmoid_from_output",
    hints=(
        "What does your line give when h is 0.5?",
        "The bracket holds the whole difference.",
        FROM_OUTPUT,
    ),
)
def misplaced_bracket(h):
    """The bracket is misplaced: h times 1, minus h."""
    return h * 1.0 - h


@mistake(
    "d_sigmoid_from_output",
    hints=(
        "What do h and 1 - h add up to?",
        "The two are multiplied.",
        FROM_OUTPUT,
    ),
)
def sum_of_both(h):
    """h and 1 - h are added."""
    return h + (1.0 - h)


@mistake(
    "d_sigmoid_from_output",
    hints=(
        "Do you return a z or a slope?",
        "The slope can be written with h alone; z is not needed.",
        FROM_OUTPUT,
    ),
)
def z_recovered_and_returned(h):
    """The z that belongs to h is returned."""
    with np.errstate(divide="ignore"):
        return np.log(h) - np.log(1.0 - h)


@mistake(
    "d_sigmoid_from_output",
    hints=(
        "What should the slope be at h = 0.5?",
        "h and 1 - h are multiplied and that is all.",
        FROM_OUTPUT,
    ),
)
def root_of_the_product(h):
    """The root of the product is returned."""
    return np.sqrt(h * (1.0 - h))
