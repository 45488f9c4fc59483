"""Wrong implementations of one_hot that learners write: columns, entries and types."""

import numpy as np

from autograder.checking import mistake


@mistake(
    "one_hot",
    hints=(
        "Which column does label 0 belong to?",
        "Labels start at 0, as numpy's indices do: no label has to be moved.",
        "The worked example of q1: label 2 of three classes fills the last column.",
    ),
)
def counts_labels_from_one(y, C):
    """Labels are taken to start at 1."""
    if np.any((y < 0) | (y >= C)):
        raise ValueError("no such label")
    return np.eye(C)[y - 1]


@mistake(
    "one_hot",
    hints=(
        "How many columns should come out if nobody in the batch belongs to the last class?",
        "The number of columns is an argument of the function; it is not something to find out from the labels.",
        "The docstring of q1: some classes may not occur in y.",
    ),
)
def classes_from_the_batch(y, C):
    """The number of columns is taken from the largest label of the batch."""
    if np.any((y < 0) | (y >= C)):
        raise ValueError("no such label")
    return np.eye(np.max(y) + 1)[y]


@mistake(
    "one_hot",
    hints=(
        "Is a sample a row or a column of your result?",
        "Rows are samples everywhere in this course, so the result has N rows.",
        "The notation table at the top, line Y.",
    ),
)
def samples_in_columns(y, C):
    """The result is (C, N): samples are columns."""
    if np.any((y < 0) | (y >= C)):
        raise ValueError("no such label")
    return np.eye(C)[y].T


@mistake(
    "one_hot",
    hints=(
        "What does your result print: numbers, or True and False?",
        "A comparison gives truth values; the docstring promises float64.",
        "The example in the docstring of q1: its entries are written with a decimal point.",
    ),
)
def truth_values(y, C):
    """The result holds True and False instead of 1.0 and 0.0."""
    if np.any((y < 0) | (y >= C)):
        raise ValueError("no such label")
    return y[:, None] == np.arange(C)


@mistake(
    "one_hot",
    hints=(
        "What is the dtype of your result?",
        "All arrays of numbers in this course are float64, unless they are labels or indices.",
        "The conventions at the top, and the example in the docstring of q1: its entries have a decimal point.",
    ),
)
def whole_numbers(y, C):
    """The result holds integers instead of floats."""
    if np.any((y < 0) | (y >= C)):
        raise ValueError("no such label")
    Y = np.zeros((len(y), C), dtype=int)
    Y[np.arange(len(y)), y] = 1
    return Y


@mistake(
    "one_hot",
    hints=(
        "How many ones does the first row of your result hold?",
        "One entry per row is set: rows and columns have to be chosen in pairs, not all rows for each label.",
        "The worked example of q1: each row holds exactly one 1.",
    ),
)
def fills_whole_columns(y, C):
    """Whole columns are set instead of one entry per row."""
    if np.any((y < 0) | (y >= C)):
        raise ValueError("no such label")
    Y = np.zeros((len(y), C))
    Y[:, y] = 1
    return Y


@mistake(
    "one_hot",
    hints=(
        "How many ones does a row have?",
        "Each row has a single 1, at the label.",
        "The formula in the docstring of q1.",
    ),
)
def ones_up_to_the_label(y, C):
    """All entries up to the label are 1."""
    if np.any((y < 0) | (y >= C)):
        raise ValueError("no such label")
    return (np.arange(C) <= y[:, None]).astype(float)


@mistake(
    "one_hot",
    hints=(
        "Which entry of a row is different from the others, and how?",
        "The label's entry is 1, all others are 0.",
        "The formula in the docstring of q1.",
    ),
)
def zeros_and_ones_exchanged(y, C):
    """The label is 0 and everything else is 1."""
    if np.any((y < 0) | (y >= C)):
        raise ValueError("no such label")
    return (y[:, None] != np.arange(C)).astype(float)


@mistake(
    "one_hot",
    hints=(
        "Which type of float does the docstring ask for?",
        "The course computes in float64.",
        "The line `Returns` in the docstring of q1.",
    ),
)
def single_precision_labels(y, C):
    """The result is float32."""
    if np.any((y < 0) | (y >= C)):
        raise ValueError("no such label")
    return (y[:, None] == np.arange(C)).astype(np.float32)


@mistake(
    "one_hot",
    hints=(
        "Which sample does the first row belong to?",
        "Row i belongs to sample i.",
        "The formula in the docstring of q1.",
    ),
)
def rows_in_the_order_of_classes(y, C):
    """The rows come in the order of the labels instead of the samples."""
    if np.any((y < 0) | (y >= C)):
        raise ValueError("no such label")
    return (np.sort(y)[:, None] == np.arange(C)).astype(float)


@mistake(
    "one_hot",
    hints=(
        "Which column does label 2 fill when label 0 does not occur?",
        "Column c stands for label c, whatever labels occur.",
        "The sentence on C in the docstring of q1.",
    ),
)
def counted_from_the_smallest(y, C):
    """The smallest label of the batch is taken for class 0."""
    if np.any((y < 0) | (y >= C)):
        raise ValueError("no such label")
    return np.eye(C)[y - y.min()]


@mistake(
    "one_hot",
    hints=(
        "How many columns has the result when a class does not occur?",
        "There are always C columns.",
        "The sentence on C in the docstring of q1.",
    ),
)
def one_column_per_label_that_occurs(y, C):
    """There is one column for each label that occurs."""
    if np.any((y < 0) | (y >= C)):
        raise ValueError("no such label")
    return (y[:, None] == np.unique(y)).astype(float)
