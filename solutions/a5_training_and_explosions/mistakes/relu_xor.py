"""Wrong implementations of relu_xor that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

ESCAPE = "q15, the worked number."


@mistake(
    "relu_xor",
    hints=(
        "Which sign does your network give at (2, 3)?",
        "Class 1, with d above 0, is where both coordinates have the same sign.",
        ESCAPE,
    ),
)
def classes_swapped():
    """The classes have changed places."""
    return np.array([[1.0, -1.0, 1.0, -1.0], [1.0, -1.0, -1.0, 1.0]]), np.array([-1.0, -1.0, 1.0, 1.0])


@mistake(
    "relu_xor",
    hints=(
        "What does your network say at (2, 3) and at (3, 2)?",
        "The border has to run along the axes. Where does your d change its sign?",
        ESCAPE,
    ),
)
def compares_the_coordinates():
    """The sizes of x1 and x2 are compared instead of two combinations of them."""
    return np.array([[1.0, -1.0, 0.0, 0.0], [0.0, 0.0, 1.0, -1.0]]), np.array([1.0, 1.0, -1.0, -1.0])


@mistake(
    "relu_xor",
    hints=(
        "What does your network give at (-2, -3)?",
        "One ReLU sees one side. A size needs both.",
        ESCAPE,
    ),
)
def one_side_only():
    """Each size is computed on one side only: two neurons instead of two pairs."""
    return np.array([[1.0, 1.0], [1.0, -1.0]]), np.array([1.0, -1.0])


@mistake(
    "relu_xor",
    hints=(
        "Can your d be negative?",
        "Two sizes are compared by a difference.",
        ESCAPE,
    ),
)
def pairs_add_up():
    """Both pairs have positive output weights."""
    return np.array([[1.0, -1.0, 1.0, -1.0], [1.0, -1.0, -1.0, 1.0]]), np.array([1.0, 1.0, 1.0, 1.0])


@mistake(
    "relu_xor",
    hints=(
        "What is relu(t) - relu(-t)?",
        "Each pair makes a size, which never is negative. Which signs do its output weights need for that?",
        ESCAPE,
    ),
)
def pairs_undone():
    """Within each pair the output weights have opposite signs: what comes out is linear."""
    return np.array([[1.0, -1.0, 1.0, -1.0], [1.0, -1.0, -1.0, 1.0]]), np.array([1.0, -1.0, -1.0, 1.0])


@mistake(
    "relu_xor",
    hints=(
        "What are the columns of W1?",
        "Each neuron is a column of W1, with one weight for each coordinate.",
        ESCAPE,
    ),
)
def columns_as_rows():
    """W1 is transposed."""
    return np.array([[1.0, 1.0], [-1.0, -1.0], [1.0, -1.0], [-1.0, 1.0]]), np.array([1.0, 1.0, -1.0, -1.0])


@mistake(
    "relu_xor",
    hints=(
        "Where exactly does your d change its sign?",
        "On the axes both sizes are equal, and there their difference has to be 0.",
        ESCAPE,
    ),
)
def weights_not_balanced():
    """The two pairs have different weights: the border leaves the axes."""
    return np.array([[1.0, -1.0, 1.0, -1.0], [1.0, -1.0, -1.0, 1.0]]), np.array([1.0, 1.0, -0.75, -0.75])


@mistake(
    "relu_xor",
    hints=(
        "What does your network give at (2, -3)?",
        "d has to be below 0 where the signs differ. A lone size is never below 0.",
        ESCAPE,
    ),
)
def one_neuron_per_quadrant_of_one_class():
    """Only the pair of the first class is built: d is never negative."""
    return np.array([[1.0, -1.0], [1.0, -1.0]]), np.array([1.0, 1.0])


@mistake(
    "relu_xor",
    hints=(
        "What does your network give at (2, -3) and at (-3, 2)?",
        "A size takes two neurons, one for each sign of what is inside.",
        ESCAPE,
    ),
)
def other_half_of_a_size():
    """The size of the difference is computed on one side only."""
    return np.array([[1.0, -1.0, 1.0], [1.0, -1.0, -1.0]]), np.array([1.0, 1.0, -1.0])


@mistake(
    "relu_xor",
    hints=(
        "What shape has your w2?",
        "There is one output, and its weights have one axis.",
        "The docstring of relu_xor: what is returned.",
    ),
)
def output_weights_as_a_column():
    """The output weights have the shape (H, 1)."""
    return np.array([[1.0, -1.0, 1.0, -1.0], [1.0, -1.0, -1.0, 1.0]]), np.array([[1.0], [1.0], [-1.0], [-1.0]])


@mistake(
    "relu_xor",
    hints=(
        "What does your network give just beside an axis, say at (10, 1)?",
        "On the axes the two sizes are equal and have to cancel: they need equal weights.",
        ESCAPE,
    ),
)
def difference_counts_more():
    """The size of the difference counts more than that of the sum: the border leaves the axes."""
    return np.array([[1.0, -1.0, 1.0, -1.0], [1.0, -1.0, -1.0, 1.0]]), np.array([1.0, 1.0, -1.25, -1.25])


@mistake(
    "relu_xor",
    hints=(
        "Which of your two results has two axes?",
        "The hidden layer's weights come first.",
        "The docstring of relu_xor: what is returned.",
    ),
)
def output_weights_first():
    """w2 is returned before W1."""
    return np.array([1.0, 1.0, -1.0, -1.0]), np.array([[1.0, -1.0, 1.0, -1.0], [1.0, -1.0, -1.0, 1.0]])


@mistake(
    "relu_xor",
    hints=(
        "What does your network give at (-2, -3) and at (2, 3)?",
        "A size takes two neurons, one for each sign of what is inside.",
        ESCAPE,
    ),
)
def one_half_of_a_size():
    """The size of the sum is computed on one side only."""
    return np.array([[1.0, 1.0, -1.0], [1.0, -1.0, 1.0]]), np.array([1.0, -1.0, -1.0])
