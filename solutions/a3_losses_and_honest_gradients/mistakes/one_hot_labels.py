"""Wrong implementations of one_hot that learners write: which labels are refused."""

import numpy as np

from autograder.checking import mistake


@mistake(
    "one_hot",
    hints=(
        "What does numpy do with the index -1?",
        "A negative index counts from the end and raises nothing, so both ends of the range have to be looked at.",
        "The line about ValueError in the docstring of q1.",
    ),
)
def negative_labels_wrap(y, C):
    """A negative label silently counts from the end."""
    if np.any(y >= C):
        raise ValueError("no such label")
    return np.eye(C)[y]


@mistake(
    "one_hot",
    hints=(
        "What happens in your function if a label does not exist?",
        "An impossible label has to be refused with ValueError; numpy's own indexing raises another error, or none at all.",
        "The line about ValueError in the docstring of q1.",
    ),
)
def trusts_every_label(y, C):
    """Labels are not checked at all."""
    return np.eye(C)[y]


@mistake(
    "one_hot",
    hints=(
        "Which class do you put a sample into whose label does not exist?",
        "Moving an impossible label to the nearest class hides a fault in the data; it has to be refused.",
        "The line about ValueError in the docstring of q1.",
    ),
)
def clips_labels(y, C):
    """Labels out of range are moved to the nearest class."""
    return np.eye(C)[np.clip(y, 0, C - 1)]


@mistake(
    "one_hot",
    hints=(
        "What does the row of an impossible label look like in your result?",
        "A row without a single one belongs to no class, and no later step will notice: refuse the label.",
        "The line about ValueError in the docstring of q1.",
    ),
)
def row_of_zeros(y, C):
    """A label out of range becomes a row of zeros."""
    return (y[:, None] == np.arange(C)).astype(float)


@mistake(
    "one_hot",
    hints=(
        "Is C itself one of the classes 0 to C - 1?",
        "The largest label is C - 1, so C has to be refused too.",
        "The line about ValueError in the docstring of q1.",
    ),
)
def label_C_passes(y, C):
    """A label equal to C is not refused as it should be."""
    if np.any((y < 0) | (y > C)):
        raise ValueError("no such label")
    return (y[:, None] == np.arange(C)).astype(float)


@mistake(
    "one_hot",
    hints=(
        "Which labels of the batch do you look at before you refuse?",
        "One label out of range is enough, wherever it stands.",
        "The line about ValueError in the docstring of q1.",
    ),
)
def only_the_first_label_checked(y, C):
    """Only the first label is checked."""
    if y[0] < 0 or y[0] >= C:
        raise ValueError("no such label")
    return (y[:, None] == np.arange(C)).astype(float)


@mistake(
    "one_hot",
    hints=(
        "Do you ask for any label or for all labels?",
        "One label out of range is enough.",
        "The line about ValueError in the docstring of q1.",
    ),
)
def refused_only_if_all_are_wrong(y, C):
    """Labels are refused only if all of them are out of range."""
    if np.all((y < 0) | (y >= C)):
        raise ValueError("no such label")
    return (y[:, None] == np.arange(C)).astype(float)


@mistake(
    "one_hot",
    hints=(
        "What does your function do with label 4 when there are three classes?",
        "A label that does not exist is refused, not turned into another one.",
        "The line about ValueError in the docstring of q1.",
    ),
)
def labels_modulo_C(y, C):
    """Labels out of range start again from 0."""
    return np.eye(C)[y % C]


@mistake(
    "one_hot",
    hints=(
        "What does your function give back for an impossible label?",
        "A result of None, or a message on the screen, stops nobody: an impossible label raises ValueError.",
        "The line about ValueError in the docstring of q1.",
    ),
)
def nothing_returned_for_a_bad_label(y, C):
    """An impossible label is noticed, but None is returned instead of raising ValueError."""
    if np.any((y < 0) | (y >= C)):
        return None
    return np.eye(C)[y]
