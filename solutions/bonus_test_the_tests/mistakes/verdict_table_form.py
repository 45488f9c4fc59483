"""Wrong implementations of verdict_table that learners write: the form of the table."""

import numpy as np

from autograder.checking import mistake

from .where import TABLE


@mistake(
    "verdict_table",
    hints=(
        "What does True mean in your table: accepted, or rejected?",
        "The table holds True where a test accepts.",
        TABLE,
    ),
)
def true_where_rejected(tests, candidates):
    """The table is True where a test rejects."""
    table = np.zeros((len(tests), len(candidates)), dtype=bool)
    for t, test in enumerate(tests):
        for k, candidate in enumerate(candidates):
            try:
                test(candidate)
            except Exception:
                table[t, k] = True
    return table


@mistake(
    "verdict_table",
    hints=(
        "Which of the two belongs along the rows of your table?",
        "Row t belongs to test t, column k to candidate k.",
        TABLE,
    ),
)
def one_row_per_candidate(tests, candidates):
    """The table has a row per candidate and a column per test."""
    table = np.zeros((len(candidates), len(tests)), dtype=bool)
    for k, candidate in enumerate(candidates):
        for t, test in enumerate(tests):
            try:
                test(candidate)
                table[k, t] = True
            except Exception:
                continue
    return table


@mistake(
    "verdict_table",
    hints=(
        "What is the dtype of your table?",
        "A verdict is True or False; a table of 1.0 and 0.0 cannot pick rows or columns.",
        TABLE,
    ),
)
def zeros_and_ones(tests, candidates):
    """The table holds floats."""
    table = np.zeros((len(tests), len(candidates)))
    for t, test in enumerate(tests):
        for k, candidate in enumerate(candidates):
            try:
                test(candidate)
                table[t, k] = 1.0
            except Exception:
                continue
    return table


@mistake(
    "verdict_table",
    hints=(
        "Which type has your table?",
        "The table is an array of truth values.",
        "The line `Returns` in the docstring of q2.",
    ),
)
def lists_instead_of_a_table(tests, candidates):
    """A list of lists is returned."""
    table = np.zeros((len(tests), len(candidates)), dtype=bool)
    for t, test in enumerate(tests):
        for k, candidate in enumerate(candidates):
            try:
                test(candidate)
                table[t, k] = True
            except Exception:
                table[t, k] = False
    return table.tolist()


@mistake(
    "verdict_table",
    hints=(
        "What is the shape of your table if there is no test, but two candidates?",
        "The table is (T, K), also where T is 0: a list of no rows does not know how long they are.",
        "q2, the docstring: what is returned.",
    ),
)
def no_tests_no_columns(tests, candidates):
    """A table without tests has no columns: its shape is (0,) instead of (0, K)."""
    def accepts(test, candidate):
        try:
            test(candidate)
        except Exception:
            return False
        return True

    return np.array([[accepts(test, candidate) for candidate in candidates] for test in tests], dtype=bool)
