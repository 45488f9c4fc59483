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
