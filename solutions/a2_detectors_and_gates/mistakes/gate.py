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
