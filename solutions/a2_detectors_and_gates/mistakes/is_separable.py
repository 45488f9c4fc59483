"""Wrong implementations of is_separable that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from ..reference import corners

SEPARABLE = "q11, the worked number, and below it the ways to do it."


# is_separable
@mistake(
    "is_separable",
    hints=(
        "Is the function that is just the first input separable?",
        "How many ones a table has does not decide it; where they are does.",
        SEPARABLE,
    ),
)
def as_many_ones_as_zeros(y):
    """Every table with as many ones as zeros is called not separable."""
    return bool(np.sum(y) != 2)


@mistake(
    "is_separable",
    hints=(
        "What about the function that is on where the inputs are equal?",
        "If a unit computed the opposite of XOR, a unit with all signs turned round would nearly compute XOR.",
        SEPARABLE,
    ),
)
def only_xor(y):
    """Only XOR is called not separable; its opposite is forgotten."""
    return list(y) != [0, 1, 1, 0]


@mistake(
    "is_separable",
    hints=(
        "Is (0, 0, 0, 1) among the functions that you find weights for?",
        "Without a bias the line of a unit goes through the corner (0, 0).",
        SEPARABLE,
    ),
)
def no_bias(y):
    """Only lines through the origin are tried."""
    return tuple(y) in {tuple((corners(2) @ np.array([v, w]) > 0).astype(int)) for v in range(-3, 4) for w in range(-3, 4)}


@mistake(
    "is_separable",
    hints=(
        "Is NAND among the functions that you find weights for?",
        "An input may also count against.",
        SEPARABLE,
    ),
)
def no_negative_weights(y):
    """Only weights of 0 and more are tried."""
    return tuple(y) in {tuple((corners(2) @ np.array([v, w]) + b > 0).astype(int)) for v in (0, 1, 2) for w in (0, 1, 2) for b in (-2.5, -1.5, -0.5, 0.5)}


@mistake(
    "is_separable",
    hints=(
        "What does the unit with w = (0, 0) and b = -1 compute?",
        "A line may also have all four corners on one side.",
        SEPARABLE,
    ),
)
def both_classes_needed(y):
    """Tables of only zeros or only ones are called not separable."""
    return bool(y[0] != y[3] or y[1] != y[2])


@mistake(
    "is_separable",
    hints=(
        "For which of AND, OR and NAND do you find weights?",
        "With weights of -1 and 1, z at the corners goes from -2 to 2: the bias has to reach as far.",
        SEPARABLE,
    ),
)
def too_few_biases(y):
    """Weights and biases of -1, 0 and 1 only are tried."""
    return tuple(y) in {tuple((corners(2) @ np.array([v, w]) + b > 0).astype(int)) for v in (-1, 0, 1) for w in (-1, 0, 1) for b in (-1, 0, 1)}


@mistake(
    "is_separable",
    hints=(
        "What do you return for AND?",
        "The question is whether it is separable, not whether it is not.",
        "The docstring of is_separable.",
    ),
)
def turned_round(y):
    """True and False have changed places."""
    return bool(y[0] == y[3] and y[1] == y[2] and y[0] != y[1])


@mistake(
    "is_separable",
    hints=(
        "What have you proved if the search has not found weights yet?",
        "A search for weights may need more rounds; stop it only when it cannot succeed any more.",
        SEPARABLE,
    ),
)
def stops_too_early(y):
    """Weights are corrected corner by corner, but only for two rounds."""
    weights = np.zeros(3)
    for _ in range(2):
        for x, wanted in zip(corners(2), y, strict=True):
            weights += (wanted - float(weights @ np.array([*x, 1.0]) > 0)) * np.array([*x, 1.0])
    return bool(np.array_equal(np.column_stack([corners(2), np.ones(4)]) @ weights > 0, np.asarray(y) == 1))


@mistake(
    "is_separable",
    hints=(
        "Is XOR separable?",
        "A diagonal pair cannot be cut off, whichever of the two it is.",
        SEPARABLE,
    ),
)
def only_the_opposite_of_xor(y):
    """Only the opposite of XOR is called not separable; XOR itself is forgotten."""
    return list(y) != [1, 0, 0, 1]


@mistake(
    "is_separable",
    hints=(
        "Is there a line with (0, 1) and (1, 0) on one side and the other two corners on the other?",
        "Two of the sixteen functions have no line.",
        SEPARABLE,
    ),
)
def everything_is_separable(y):
    """Every table is called separable."""
    return True


@mistake(
    "is_separable",
    hints=(
        "What does a unit without weights and with a positive bias compute?",
        "A line may pass outside of the square.",
        SEPARABLE,
    ),
)
def no_constant_tables(y):
    """The table of only ones is called not separable."""
    return bool(np.sum(y) < 4 and not (y[0] == y[3] and y[1] == y[2] and y[0] != y[1]))
