"""Wrong implementations of count_separable that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from ..reference import corners

COUNT = "q12, the worked number, and the lines below it."


# count_separable
@mistake(
    "count_separable",
    hints=(
        "Which weights do you try for three inputs?",
        "Sometimes one input has to count as much as two others together.",
        COUNT,
    ),
)
def weights_up_to_one(n):
    """Only weights of -1, 0 and 1 are tried."""
    sums = corners(n) @ (np.indices((3,) * n).reshape(n, -1) - 1)
    return len({tuple(table) for least in range(-n, n + 2) for table in (sums >= least).T.tolist()})


@mistake(
    "count_separable",
    hints=(
        "How many functions are there in all?",
        "Not every function is separable: for two inputs you have seen two that are not.",
        COUNT,
    ),
)
def all_functions(n):
    """All functions are counted."""
    return 2 ** (2**n)


@mistake(
    "count_separable",
    hints=(
        "For how many inputs do exactly two functions fail?",
        "With three inputs there are many more tables than XOR and its opposite that no unit computes.",
        COUNT,
    ),
)
def all_but_two(n):
    """All functions but two are counted, whatever n is."""
    return 2 ** (2**n) - 2 * (n > 1)


@mistake(
    "count_separable",
    hints=(
        "Can two choices of weights give the same table?",
        "Count tables, not weights.",
        COUNT,
    ),
)
def counts_weights(n):
    """The weights that are tried are counted, and not the tables they give."""
    return (5**n) * (4 * n + 2)


@mistake(
    "count_separable",
    hints=(
        "Is AND among the functions you count?",
        "Without a bias a unit is always off at the corner of zeros, and can do little else.",
        COUNT,
    ),
)
def no_bias_when_counting(n):
    """Only units without bias are tried."""
    sums = corners(n) @ (np.indices((7,) * n).reshape(n, -1) - 3)
    return len({tuple(table) for table in (sums > 0).T.tolist()})


@mistake(
    "count_separable",
    hints=(
        "Is the function that is on at 0 only among those you count for one input?",
        "An input may also count against.",
        COUNT,
    ),
)
def no_negative_weights_when_counting(n):
    """Only weights of 0 and more are tried."""
    sums = corners(n) @ np.indices((3,) * n).reshape(n, -1)
    return len({tuple(table) for least in range(2 * n + 2) for table in (sums >= least).T.tolist()})


@mistake(
    "count_separable",
    hints=(
        "Is the function that is always off among those you count?",
        "A unit that never changes its answer is a unit all the same.",
        COUNT,
    ),
)
def without_the_constant_ones(n):
    """The two functions that never change are not counted."""
    return {1: 2, 2: 12, 3: 102}[n]


@mistake(
    "count_separable",
    hints=(
        "How many functions of two inputs are left out?",
        "Of two inputs all but two functions can be computed.",
        COUNT,
    ),
)
def half_of_all_and_two(n):
    """Half of all functions, and two more, are counted."""
    return 2 ** (2**n) // 2 + 2


@mistake(
    "count_separable",
    hints=(
        "Do you count every truth table once?",
        "Tables are counted, not weights, and each one once.",
        COUNT,
    ),
)
def one_off_for_three(n):
    """The number for three inputs is wrong."""
    return {1: 4, 2: 14, 3: 108}[n]


@mistake(
    "count_separable",
    hints=(
        "Do you count corners or functions?",
        "Each function of n inputs is a table of zeros and ones over all corners.",
        COUNT,
    ),
)
def corners_counted(n):
    """The corners are counted."""
    return 2**n


@mistake(
    "count_separable",
    hints=(
        "Can a unit be off everywhere?",
        "A unit that never changes is a function, too.",
        COUNT,
    ),
)
def one_table_too_few(n):
    """The table of only zeros is not counted."""
    return {1: 3, 2: 13, 3: 103}[n]
