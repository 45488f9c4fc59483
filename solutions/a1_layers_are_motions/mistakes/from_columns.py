"""Wrong implementations of from_columns that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake


@mistake(
    "from_columns",
    hints=(
        "Which shape does W need so that a row of D numbers can be multiplied with it?",
        "The article puts one neuron in each row, this course puts one neuron in each column.",
        "The two rows for W and W_seed in the notation table.",
    ),
)
def left_as_it_is(W_seed, b):
    """W_seed is returned as it is."""
    return W_seed, b


@mistake(
    "from_columns",
    hints=(
        "Do rows become columns, or are the numbers only cut into rows of another length?",
        "Weight d of neuron m stays weight d of neuron m; only its place changes.",
        "Compare the second row of W in the worked number of q3.",
    ),
)
def reshaped_only(W_seed, b):
    """The numbers are reshaped, not transposed."""
    return W_seed.reshape(W_seed.shape[::-1]), b


@mistake(
    "from_columns",
    hints=(
        "Should the new layer undo the old one, or do the same?",
        "Both layers give the same numbers, so no weight changes its value.",
        "The worked number of q3: the same six weights stand in both matrices.",
    ),
)
def inverts_the_layer(W_seed, b):
    """The matrix is inverted instead of rewritten."""
    return np.linalg.pinv(W_seed), b


@mistake(
    "from_columns",
    hints=(
        "What happens to the bias when points are written as rows?",
        "The bias is added in both ways of writing.",
        "The two formulas at the start of q3.",
    ),
)
def bias_negated(W_seed, b):
    """The sign of the bias is changed."""
    return W_seed.T, -b


@mistake(
    "from_columns",
    hints=(
        "In which order are the two results asked for?",
        "The weights come first, the bias second.",
        "The line `Returns` in the docstring of q3.",
    ),
)
def bias_first(W_seed, b):
    """The two results come in the wrong order."""
    return b, W_seed.T


@mistake(
    "from_columns",
    hints=(
        "How many things does the function return?",
        "A layer is two arrays: both are returned, as a tuple.",
        "The line `Returns` in the docstring of q3.",
    ),
)
def bias_left_out(W_seed, b):
    """Only the matrix is returned."""
    return W_seed.T


@mistake(
    "from_columns",
    hints=(
        "Does the first neuron stay the first?",
        "Neurons keep their order; nothing is turned or mirrored but rows and columns trade places.",
        "Compare the order of the columns in the worked number of q3.",
    ),
)
def turned_by_a_quarter(W_seed, b):
    """The matrix is turned by a quarter instead of transposed."""
    return np.rot90(W_seed), b


@mistake(
    "from_columns",
    hints=(
        "Can b be added to every row of a (N, M) array in this shape?",
        "With samples as rows the bias has one axis.",
        "The row for b in the notation table gives its shape.",
    ),
)
def bias_as_a_column(W_seed, b):
    """The bias is returned as a column."""
    return W_seed.T, b[:, np.newaxis]


@mistake(
    "from_columns",
    hints=(
        "Can you see from its shape whether a square matrix is already the right one?",
        "Rows and columns trade places whatever the shape.",
        "The two rows for W and W_seed in the notation table.",
    ),
)
def squares_left_alone(W_seed, b):
    """A square matrix is not transposed."""
    return (W_seed if W_seed.shape[0] == W_seed.shape[1] else W_seed.T), b


@mistake(
    "from_columns",
    hints=(
        "Which shape has W for a single input or a single output?",
        "W always has two axes, also when one of them has length 1.",
        "The line `Returns` in the docstring of q3.",
    ),
)
def single_rows_lose_an_axis(W_seed, b):
    """Axes of length one are dropped from the matrix."""
    return np.squeeze(W_seed.T), b


@mistake(
    "from_columns",
    hints=(
        "Do the weights change their sign when points are written as rows?",
        "Both layers give the same numbers, so no weight changes its value.",
        "The worked number of q3: the same six weights stand in both matrices.",
    ),
)
def weights_negated(W_seed, b):
    """The sign of the weights is changed."""
    return -W_seed.T, b


@mistake(
    "from_columns",
    hints=(
        "Is a weight of 0.5 still there in your result?",
        "Only the places of the weights change, none of their values.",
        "The conventions at the top of the notebook name the type of number.",
    ),
)
def weights_as_whole_numbers(W_seed, b):
    """The weights lose their fractions."""
    return W_seed.T.astype(int), b


@mistake(
    "from_columns",
    hints=(
        "How many axes has b?",
        "b has one axis before and after; numpy adds it to every row as it is.",
        "The line `Returns` in the docstring of q3.",
    ),
)
def bias_as_a_row(W_seed, b):
    """The bias is returned as a row with two axes."""
    return W_seed.T, b.reshape(1, -1)


@mistake(
    "from_columns",
    hints=(
        "Which column of W belongs to the first neuron?",
        "Neuron m stays neuron m: its weights stand in column m.",
        "Compare the columns in the worked number of q3 with the rows of the example.",
    ),
)
def neurons_in_reverse(W_seed, b):
    """The neurons come in the reverse order."""
    return W_seed[::-1].T, b


@mistake(
    "from_columns",
    hints=(
        "Does the first weight of the first neuron stand first in your matrix?",
        "A transpose keeps the order of rows and of columns; nothing is counted backwards.",
        "The worked number of q3.",
    ),
)
def both_axes_reversed(W_seed, b):
    """The matrix is turned upside down as well as transposed."""
    return W_seed[::-1, ::-1].T, b[::-1]


@mistake(
    "from_columns",
    hints=(
        "Is a weight changed by the bias?",
        "The bias stays a list of its own beside the matrix.",
        "The two formulas at the start of q3.",
    ),
)
def bias_written_into_the_matrix(W_seed, b):
    """The bias is added to the weights."""
    return W_seed.T + b, b
