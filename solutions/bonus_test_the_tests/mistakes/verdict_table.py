"""Wrong implementations of verdict_table that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

TABLE = "q2, the worked number, and the line on what counts as accepting in the docstring."


# verdict_table
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
        "Which errors besides a failed assertion may a test or a candidate raise?",
        "Whatever is raised is a rejection: a wrong candidate may divide by zero before anything can be asserted.",
        TABLE,
    ),
)
def only_assertions_reject(tests, candidates):
    """Only AssertionError counts as rejecting; every other error ends the whole table."""
    table = np.zeros((len(tests), len(candidates)), dtype=bool)
    for t, test in enumerate(tests):
        for k, candidate in enumerate(candidates):
            try:
                test(candidate)
                table[t, k] = True
            except AssertionError:
                continue
    return table


@mistake(
    "verdict_table",
    hints=(
        "What does a test return that ends without a return statement?",
        "A test accepts by coming to its end; what it returns says nothing.",
        TABLE,
    ),
)
def believes_what_is_returned(tests, candidates):
    """A test that returns False, 0 or nothing counts as rejecting."""
    table = np.zeros((len(tests), len(candidates)), dtype=bool)
    for t, test in enumerate(tests):
        for k, candidate in enumerate(candidates):
            try:
                table[t, k] = bool(test(candidate))
            except Exception:
                continue
    return table


@mistake(
    "verdict_table",
    hints=(
        "After a test has rejected one candidate, does it look at the next?",
        "Every pair of a test and a candidate has a verdict of its own.",
        TABLE,
    ),
)
def gives_up_after_a_rejection(tests, candidates):
    """A test that has rejected one candidate is not run on the rest."""
    table = np.zeros((len(tests), len(candidates)), dtype=bool)
    for t, test in enumerate(tests):
        try:
            for k, candidate in enumerate(candidates):
                test(candidate)
                table[t, k] = True
        except Exception:
            continue
    return table


@mistake(
    "verdict_table",
    hints=(
        "If False is returned on purpose, has the test raised anything?",
        "Only an exception rejects; None and False are both just returned.",
        TABLE,
    ),
)
def none_accepts_false_rejects(tests, candidates):
    """A test that returns False counts as rejecting, one that returns nothing as accepting."""
    table = np.zeros((len(tests), len(candidates)), dtype=bool)
    for t, test in enumerate(tests):
        for k, candidate in enumerate(candidates):
            try:
                table[t, k] = test(candidate) is not False
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
        "Does the verdict of one test change that of another?",
        "Every test is run on every candidate.",
        TABLE,
    ),
)
def rejected_once_and_for_all(tests, candidates):
    """A candidate that one test has rejected is taken to be rejected by all later ones."""
    table = np.zeros((len(tests), len(candidates)), dtype=bool)
    gone = set()
    for t, test in enumerate(tests):
        for k, candidate in enumerate(candidates):
            try:
                if k not in gone:
                    test(candidate)
                    table[t, k] = True
            except Exception:
                gone.add(k)
    return table


@mistake(
    "verdict_table",
    hints=(
        "How many candidates does your loop see?",
        "Every test is run on every candidate.",
        TABLE,
    ),
)
def last_candidate_left_out(tests, candidates):
    """The last candidate is not tested."""
    table = np.zeros((len(tests), len(candidates)), dtype=bool)
    for t, test in enumerate(tests):
        for k, candidate in enumerate(candidates[:-1]):
            try:
                test(candidate)
                table[t, k] = True
            except Exception:
                table[t, k] = False
    return table


@mistake(
    "verdict_table",
    hints=(
        "What stands in your table where a test has raised?",
        "An exception is a rejection.",
        TABLE,
    ),
)
def whole_table_accepted(tests, candidates):
    """Everything is accepted: an exception is caught and forgotten."""
    table = np.zeros((len(tests), len(candidates)), dtype=bool)
    for t, test in enumerate(tests):
        for k, candidate in enumerate(candidates):
            try:
                test(candidate)
                table[t, k] = True
            except Exception:
                table[t, k] = False
    return np.ones_like(table)


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
