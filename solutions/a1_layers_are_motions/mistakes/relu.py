"""Wrong implementations of relu that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake


@mistake(
    "relu",
    hints=(
        "Does the array you were given still hold its negative numbers afterwards?",
        "A function leaves its inputs as they are: it writes into a new array or into a copy.",
        "The conventions at the top of the notebook say what a function may do to its inputs.",
    ),
)
def writes_into_its_input(A):
    """The zeros are written into the input."""
    A[A < 0] = 0
    return A


@mistake(
    "relu",
    hints=(
        "What should -2 become?",
        "A negative entry becomes 0, whatever its size.",
        "The worked number of q7.",
    ),
)
def absolute_value(A):
    """Negative entries are made positive instead of 0."""
    return np.abs(A)


@mistake(
    "relu",
    hints=(
        "Should 1.5 come out as 1.5 or as 1?",
        "A positive entry keeps its size.",
        "The worked number of q7.",
    ),
)
def mask_only(A):
    """The result is 1 where the entry is positive, not the entry itself."""
    return (A > 0).astype(float)


@mistake(
    "relu",
    hints=(
        "Does your result have as many entries as the input?",
        "np.max looks for the largest entry along an axis; ReLU treats every entry alone.",
        "The line `Returns` in the docstring of q7.",
    ),
)
def largest_along_an_axis(A):
    """The maximum is taken along an axis instead of entry by entry."""
    return np.max(A, 0)


@mistake(
    "relu",
    hints=(
        "What does a point with one negative coordinate become?",
        "Every entry is treated alone: one negative entry leaves the others as they are.",
        "The picture after q7: points beside the quadrant land on an axis.",
    ),
)
def whole_point_to_zero(A):
    """A point with one negative entry is sent to the origin as a whole."""
    return A * (A > 0).all(axis=-1, keepdims=True)


@mistake(
    "relu",
    hints=(
        "Which side does ReLU keep?",
        "Positive entries stay, negative ones become 0.",
        "The worked number of q7.",
    ),
)
def keeps_the_negative_side(A):
    """The negative entries are kept and the positive ones become 0."""
    return np.minimum(A, 0)


@mistake(
    "relu",
    hints=(
        "What is left of a negative entry?",
        "ReLU has no slope on the negative side; a function that has one is called leaky ReLU.",
        "The formula in the docstring of q7.",
    ),
)
def leaks(A):
    """Negative entries are made small instead of 0."""
    return np.where(A > 0, A, 0.01 * A)


@mistake(
    "relu",
    hints=(
        "Is there a largest value that ReLU can return?",
        "Positive entries stay as they are, large ones too.",
        "The worked number of q7 has an entry larger than 1.",
    ),
)
def capped_at_one(A):
    """Entries larger than 1 are cut to 1."""
    return np.clip(A, 0, 1)


@mistake(
    "relu",
    hints=(
        "Can a whole array be asked whether it is larger than a number?",
        "Python's `if` and `max` want one answer, yes or no, and an array has an answer for each entry.",
        "The formula in the docstring of q7 speaks of every entry.",
    ),
)
def python_max(A):
    """An array is asked as a whole whether it is positive, by Python's max or by an if."""
    return max(0, A)


@mistake(
    "relu",
    hints=(
        "What should 8 become?",
        "Positive entries stay as they are, however large; the variant for telephones ends at 6.",
        "The formula in the docstring of q7.",
    ),
)
def cut_at_six(A):
    """Entries larger than 6 are cut to 6."""
    return np.clip(A, 0, 6)


@mistake(
    "relu",
    hints=(
        "What should 0 become, and what does your function give?",
        "ReLU has a corner at 0 and is exactly 0 on one side of it.",
        "The worked number of q7.",
    ),
)
def smooth_corner(A):
    """Softplus is computed: the corner is rounded off."""
    return np.log1p(np.exp(-np.abs(A))) + np.maximum(A, 0)


@mistake(
    "relu",
    hints=(
        "What should -2 become, and what does an exponential make of it?",
        "Every negative entry becomes 0; ELU keeps a curve there.",
        "The formula in the docstring of q7.",
    ),
)
def exponential_on_the_left(A):
    """The negative side is exp(a) - 1, as in ELU."""
    return np.where(A > 0, A, np.exp(np.minimum(A, 0)) - 1)


@mistake(
    "relu",
    hints=(
        "What should 0.3 become?",
        "Every positive entry stays, small ones too.",
        "The formula in the docstring of q7.",
    ),
)
def cut_at_one_half(A):
    """Positive entries below one half become 0."""
    return np.where(A > 0.5, A, 0.0)


@mistake(
    "relu",
    hints=(
        "With which number do you compare an entry, and what should 0.7 become?",
        "An entry is compared with 0: every positive one stays.",
        "The formula in the docstring of q7.",
    ),
)
def cut_below_one(A):
    """Positive entries up to 1 become 0."""
    return np.where(A > 1, A, 0.0)


@mistake(
    "relu",
    hints=(
        "Is 1e-10 the same as 0?",
        "What is not positive becomes 0 exactly.",
        "The formula in the docstring of q7.",
    ),
)
def never_quite_zero(A):
    """Negative entries become a tiny number instead of 0."""
    return np.maximum(A, 1e-10)


@mistake(
    "relu",
    hints=(
        "Is the result for -2 exactly 0?",
        "What is not positive becomes 0 exactly, without any slope.",
        "The formula in the docstring of q7.",
    ),
)
def leftover_slope(A):
    """A tiny slope is left on the negative side."""
    return np.maximum(A, 1e-10 * A)


@mistake(
    "relu",
    hints=(
        "Should 1.5 come out as 1.5, and which type has the array you write into?",
        "An array of integers keeps no fractions.",
        "The worked number of q7.",
    ),
)
def whole_numbers_only(A):
    """Fractions are cut off."""
    out = np.zeros(A.shape, dtype=int)
    out[A > 0] = A[A > 0]
    return out


@mistake(
    "relu",
    hints=(
        "Which shape has your result when half of the entries are negative?",
        "A mask as an index picks entries; ReLU keeps a place for each.",
        "The line `Returns` in the docstring of q7.",
    ),
)
def negative_entries_dropped(A):
    """The negative entries are left out, and the shape with them."""
    return A[A > 0]


@mistake(
    "relu",
    hints=(
        "Which sign has the result for 1.5?",
        "A positive entry keeps its value.",
        "The worked number of q7.",
    ),
)
def positive_entries_negated(A):
    """The sign of what is kept is changed."""
    return np.maximum(-A, 0)


@mistake(
    "relu",
    hints=(
        "What should 3 become?",
        "A positive entry keeps its size.",
        "The worked number of q7.",
    ),
)
def squared_entries(A):
    """The positive entries are squared."""
    return np.where(A > 0, A * A, 0.0)


@mistake(
    "relu",
    hints=(
        "Is your result an array of its own, or another name for A?",
        "A second name for an array is no copy: what is put back in one is put back in the other.",
        "The conventions at the top of the notebook say what a function may do to its inputs.",
    ),
)
def input_handed_back(A):
    """The argument itself is returned after its numbers were put back."""
    return A
