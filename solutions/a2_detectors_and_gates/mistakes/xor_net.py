"""Wrong implementations of xor_net that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

XOR = "q9, the worked number shows how a network of two layers is computed."


# xor_net
@mistake(
    "xor_net",
    hints=(
        "How many of your two facts have to hold?",
        "Exactly one input is 1 if both facts hold: at least one is 1, and not both are.",
        XOR,
    ),
)
def output_is_or():
    """The output unit is on if at least one of OR and NAND is: always."""
    return np.array([[1.0, -1.0], [1.0, -1.0]]), np.array([-0.5, 1.5]), np.ones(2), -0.5


@mistake(
    "xor_net",
    hints=(
        "Which corners have both of your facts?",
        "The second fact should exclude (1, 1), not ask for it.",
        XOR,
    ),
)
def and_in_place_of_nand():
    """The second hidden unit is AND instead of NAND, so that the network computes AND."""
    return np.ones((2, 2)), np.array([-0.5, -1.5]), np.ones(2), -1.5


@mistake(
    "xor_net",
    hints=(
        "What does your network say where both inputs are equal?",
        "XOR is on where exactly one input is 1.",
        "q9: the network of the worked number does the same as yours.",
    ),
)
def on_where_equal():
    """The network of the worked number: on where the inputs are equal."""
    return np.array([[1.0, -1.0], [-1.0, 1.0]]), np.array([-0.5, -0.5]), -np.ones(2), 0.5


@mistake(
    "xor_net",
    hints=(
        "Your network treats (0, 1) and (1, 0) in different ways: with which weights does each hidden unit take in the two inputs?",
        "Every column of W1 is one hidden unit, every row one input. XOR stays the same if its inputs are exchanged.",
        "The notation table: the row for W.",
    ),
)
def on_at_one_corner():
    """The network is on at (1, 0) alone, as if the hidden units stood in the rows of W1."""
    return np.array([[1.0, 1.0], [-1.0, -1.0]]), np.array([-0.5, 1.5]), np.ones(2), -1.5


@mistake(
    "xor_net",
    hints=(
        "What does your network say at (1, 1)?",
        "One line cannot do it: something has to tell (1, 1) from the corners beside it, and to count against the output there.",
        "q9, the first paragraph.",
    ),
)
def computes_or():
    """The network computes OR: nothing counts against the output at (1, 1)."""
    return np.ones((2, 1)), np.array([-0.5]), np.ones(1), -0.5


@mistake(
    "xor_net",
    hints=(
        "What do your hidden units say to the input (0, 0)?",
        "Inputs are 0 and 1, and so are the outputs of the hidden units: -1 does not occur.",
        "q8, the last lines before the stub.",
    ),
)
def gates_for_minus_one_and_one():
    """The network is on at (0, 0) alone, as with weights that are right for inputs and outputs of -1 and 1."""
    return np.array([[1.0, -1.0], [1.0, -1.0]]), np.array([1.0, 1.0]), np.ones(2), -1.0


@mistake(
    "xor_net",
    hints=(
        "At which corners is each of your hidden units on, and what is z of the output there?",
        "A network that is never on has no corner where z of its output is above 0. Biases are added; thresholds would be subtracted.",
        XOR,
    ),
)
def hidden_thresholds():
    """The network is never on, as if the signs of the hidden biases were turned round."""
    return np.array([[1.0, -1.0], [1.0, -1.0]]), np.array([0.5, -1.5]), np.ones(2), -1.5


@mistake(
    "xor_net",
    hints=(
        "What shape has your w2?",
        "The output is one unit, and its weights have one axis.",
        "The docstring of xor_net.",
    ),
)
def w2_as_a_column():
    """w2 is a column of shape (2, 1)."""
    return np.array([[1.0, -1.0], [1.0, -1.0]]), np.array([-0.5, 1.5]), np.ones((2, 1)), -1.5


@mistake(
    "xor_net",
    hints=(
        "What does your network say where both inputs are 0?",
        "Exactly one input is 1 if both facts hold: at least one is 1, and not both are.",
        XOR,
    ),
)
def computes_nand():
    """The network computes NAND: nothing counts against the output at (0, 0)."""
    return np.array([[1.0, -1.0], [1.0, -1.0]]), np.array([-0.5, 1.5]), np.array([0.0, 1.0]), -0.5


@mistake(
    "xor_net",
    hints=(
        "Your network treats (0, 1) and (1, 0) in different ways: which of your units should come on at (1, 0)?",
        "XOR stays the same if its two inputs are exchanged, so each of the two corners needs something that comes on there.",
        "The notation table: the row for W.",
    ),
)
def on_at_the_other_corner():
    """The network is on at (0, 1) alone."""
    return np.array([[-1.0], [1.0]]), np.array([-0.5]), np.ones(1), -0.5


@mistake(
    "xor_net",
    hints=(
        "Who looks at the two hidden units?",
        "A network of two layers has two sets of weights and two biases.",
        "The docstring of xor_net: what is returned.",
    ),
)
def hidden_layer_only():
    """Only the weights and biases of the hidden layer are returned."""
    return np.array([[1.0, -1.0], [1.0, -1.0]]), np.array([-0.5, 1.5])


@mistake(
    "xor_net",
    hints=(
        "Which of your four results is applied to the input first?",
        "The order is that in which the network computes: W1, b1, then w2, b2.",
        "The docstring of xor_net: what is returned.",
    ),
)
def output_unit_first():
    """The output unit's weights come before those of the hidden layer."""
    return np.ones(2), -1.5, np.array([[1.0, -1.0], [1.0, -1.0]]), np.array([-0.5, 1.5])


@mistake(
    "xor_net",
    hints=(
        "What shape has your b1?",
        "There is one bias per hidden unit, on a single axis.",
        "The docstring of xor_net gives the shapes.",
    ),
)
def biases_as_rows():
    """b1 has the shape (1, 2) instead of (2,)."""
    return np.array([[1.0, -1.0], [1.0, -1.0]]), np.array([[-0.5, 1.5]]), np.ones(2), -1.5
