"""Wrong implementations of gate that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

GATES = "q8, the worked number: z is computed at all four corners."


# gate
@mistake(
    "gate",
    hints=(
        "What is z where your gates should just come on, and is a unit on there?",
        "At z = 0 a unit is off: the corner has to be on the positive side, not on the line.",
        GATES,
    ),
)
def on_at_zero(name):
    """The corners that should just be on have z = 0, where a unit is off."""
    w, b = {"AND": ([1, 1], -2), "OR": ([1, 1], -1), "NAND": ([-1, -1], 1), "AND3": ([1, 1, 1], -3)}[name]
    return np.array(w, dtype=float), b


@mistake(
    "gate",
    hints=(
        "What does your OR say to the input (0, 0)?",
        "Inputs are 0 and 1 here. Biases for inputs of -1 and 1 are others.",
        "q8, the last lines before the stub.",
    ),
)
def inputs_of_minus_one_and_one(name):
    """The weights are right for inputs of -1 and 1, not for 0 and 1."""
    w, b = {"AND": ([1, 1], -1), "OR": ([1, 1], 1), "NAND": ([-1, -1], 1), "AND3": ([1, 1, 1], -2)}[name]
    return np.array(w, dtype=float), b


@mistake(
    "gate",
    hints=(
        "What is z at (0, 0)?",
        "The bias is added; to ask for more than some number, it has to be minus that number.",
        GATES,
    ),
)
def thresholds_instead_of_biases(name):
    """Thresholds are given instead of biases: the sign of b is turned round."""
    w, b = {"AND": ([1, 1], 1.5), "OR": ([1, 1], 0.5), "NAND": ([-1, -1], -1.5), "AND3": ([1, 1, 1], 2.5)}[name]
    return np.array(w, dtype=float), b


@mistake(
    "gate",
    hints=(
        "What does your NAND say at (0, 1)?",
        "NAND is the opposite of AND: off at one corner only.",
        "q8: what the four names mean, in the docstring.",
    ),
)
def nor_for_nand(name):
    """NAND is on only if both inputs are 0."""
    w, b = {"AND": ([1, 1], -1.5), "OR": ([1, 1], -0.5), "NAND": ([-1, -1], 0.5), "AND3": ([1, 1, 1], -2.5)}[name]
    return np.array(w, dtype=float), b


@mistake(
    "gate",
    hints=(
        "What is z of your AND3 at (1, 1, 0)?",
        "With one more input, two ones are no longer enough.",
        "q8: what the four names mean, in the docstring.",
    ),
)
def two_of_three(name):
    """AND3 has the bias of AND, so that two ones are enough."""
    w, b = {"AND": ([1, 1], -1.5), "OR": ([1, 1], -0.5), "NAND": ([-1, -1], 1.5), "AND3": ([1, 1, 1], -1.5)}[name]
    return np.array(w, dtype=float), b


@mistake(
    "gate",
    hints=(
        "Which of the two needs more ones to come on, AND or OR?",
        "The more has to be reached, the lower the bias.",
        "q8: what the four names mean, in the docstring.",
    ),
)
def and_or_exchanged(name):
    """AND and OR have changed places."""
    w, b = {"AND": ([1, 1], -0.5), "OR": ([1, 1], -1.5), "NAND": ([-1, -1], 1.5), "AND3": ([1, 1, 1], -2.5)}[name]
    return np.array(w, dtype=float), b


@mistake(
    "gate",
    hints=(
        "What is z of your NAND at (1, 1)?",
        "To turn an answer round, z has to change its sign at every corner: weights and bias alike.",
        GATES,
    ),
)
def nand_turns_the_bias_only(name):
    """For NAND only the sign of the bias is turned round, not those of the weights."""
    w, b = {"AND": ([1, 1], -1.5), "OR": ([1, 1], -0.5), "NAND": ([1, 1], 1.5), "AND3": ([1, 1, 1], -2.5)}[name]
    return np.array(w, dtype=float), b


@mistake(
    "gate",
    hints=(
        "Is your NAND ever on?",
        "To turn an answer round, z has to change its sign at every corner: weights and bias alike.",
        GATES,
    ),
)
def nand_turns_the_weights_only(name):
    """For NAND only the signs of the weights are turned round, not that of the bias."""
    w, b = {"AND": ([1, 1], -1.5), "OR": ([1, 1], -0.5), "NAND": ([-1, -1], -1.5), "AND3": ([1, 1, 1], -2.5)}[name]
    return np.array(w, dtype=float), b


@mistake(
    "gate",
    hints=(
        "How many inputs has AND3?",
        "There is one weight per input.",
        "The docstring of gate gives the shape of w.",
    ),
)
def and3_with_two_weights(name):
    """AND3 gets the two weights of AND."""
    w, b = {"AND": ([1, 1], -1.5), "OR": ([1, 1], -0.5), "NAND": ([-1, -1], 1.5), "AND3": ([1, 1], -1.5)}[name]
    return np.array(w, dtype=float), b


@mistake(
    "gate",
    hints=(
        "What is z of your AND3 at (1, 1, 1), and is a unit on there?",
        "At z = 0 a unit is off: the corner has to be on the positive side, not on the line.",
        GATES,
    ),
)
def and3_on_the_line(name):
    """Only AND3 has z = 0 where it should come on."""
    w, b = {"AND": ([1, 1], -1.5), "OR": ([1, 1], -0.5), "NAND": ([-1, -1], 1.5), "AND3": ([1, 1, 1], -3.0)}[name]
    return np.array(w, dtype=float), b


@mistake(
    "gate",
    hints=(
        "What is z of your AND3 at (0, 0, 1)?",
        "AND3 is on only if all three inputs are 1.",
        "q8: what the four names mean, in the docstring.",
    ),
)
def one_of_three(name):
    """AND3 has the bias of OR, so that a single one is enough."""
    w, b = {"AND": ([1, 1], -1.5), "OR": ([1, 1], -0.5), "NAND": ([-1, -1], 1.5), "AND3": ([1, 1, 1], -0.5)}[name]
    return np.array(w, dtype=float), b


@mistake(
    "gate",
    hints=(
        "What does your AND3 say at (1, 1, 0)?",
        "Each of the three inputs has to be able to switch the gate off, so none of them has the weight 0.",
        GATES,
    ),
)
def third_input_ignored(name):
    """AND3 looks at its first two inputs only."""
    w, b = {"AND": ([1, 1], -1.5), "OR": ([1, 1], -0.5), "NAND": ([-1, -1], 1.5), "AND3": ([1, 1, 0], -1.5)}[name]
    return np.array(w, dtype=float), b


@mistake(
    "gate",
    hints=(
        "What does your NAND say at (1, 1)?",
        "NAND is the opposite of AND at every corner.",
        "q8: what the four names mean, in the docstring.",
    ),
)
def nand_is_and(name):
    """NAND has the weights and the bias of AND."""
    w, b = {"AND": ([1, 1], -1.5), "OR": ([1, 1], -0.5), "NAND": ([1, 1], -1.5), "AND3": ([1, 1, 1], -2.5)}[name]
    return np.array(w, dtype=float), b


@mistake(
    "gate",
    hints=(
        "What is z of your OR at (0, 0)?",
        "With both inputs 0 only the bias is left, and there OR has to be off.",
        GATES,
    ),
)
def or_is_on_everywhere(name):
    """OR is on at all four corners: its bias is positive."""
    w, b = {"AND": ([1, 1], -1.5), "OR": ([1, 1], 0.5), "NAND": ([-1, -1], 1.5), "AND3": ([1, 1, 1], -2.5)}[name]
    return np.array(w, dtype=float), b


@mistake(
    "gate",
    hints=(
        "What does your AND say at (0, 1)?",
        "For AND the bias has to be so low that one input alone cannot make up for it.",
        GATES,
    ),
)
def one_bias_for_and_and_or(name):
    """AND has the bias of OR, so that a single one is enough."""
    w, b = {"AND": ([1, 1], -0.5), "OR": ([1, 1], -0.5), "NAND": ([-1, -1], 1.5), "AND3": ([1, 1, 1], -2.5)}[name]
    return np.array(w, dtype=float), b


@mistake(
    "gate",
    hints=(
        "What is z of your AND at (1, 1), and is a unit on there?",
        "z = 0 is off: w . x has to be larger than minus b, and not equal to it.",
        GATES,
    ),
)
def and_on_the_line(name):
    """Only AND has z = 0 where it should come on."""
    w, b = {"AND": ([1, 1], -2.0), "OR": ([1, 1], -0.5), "NAND": ([-1, -1], 1.5), "AND3": ([1, 1, 1], -2.5)}[name]
    return np.array(w, dtype=float), b


@mistake(
    "gate",
    hints=(
        "How many things does your function return?",
        "Asked for is a tuple of two things: the weights, and the bias.",
        "The docstring of gate: what is returned.",
    ),
)
def bias_among_the_weights(name):
    """The bias is the last entry of one array instead of a number of its own."""
    w, b = {"AND": ([1, 1], -1.5), "OR": ([1, 1], -0.5), "NAND": ([-1, -1], 1.5), "AND3": ([1, 1, 1], -2.5)}[name]
    return np.array([*w, b], dtype=float)


@mistake(
    "gate",
    hints=(
        "Which of your two results is an array?",
        "The weights come first, and the bias second.",
        "The docstring of gate: what is returned.",
    ),
)
def bias_returned_first(name):
    """The bias is returned before the weights."""
    w, b = {"AND": ([1, 1], -1.5), "OR": ([1, 1], -0.5), "NAND": ([-1, -1], 1.5), "AND3": ([1, 1, 1], -2.5)}[name]
    return b, np.array(w, dtype=float)


@mistake(
    "gate",
    hints=(
        "What shape has your w?",
        "This is a single unit: its weights have one axis.",
        "The docstring of gate gives the shape of w.",
    ),
)
def weights_as_a_row(name):
    """The weights have two axes, (1, 2), as for a layer."""
    w, b = {"AND": ([1, 1], -1.5), "OR": ([1, 1], -0.5), "NAND": ([-1, -1], 1.5), "AND3": ([1, 1, 1], -2.5)}[name]
    return np.array([w], dtype=float), b
