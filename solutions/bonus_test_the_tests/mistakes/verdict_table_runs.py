"""Wrong implementations of verdict_table that learners write: which runs, and what rejects."""

import numpy as np

from autograder.checking import mistake

from .where import TABLE


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
        "What does your table say if a test raises a ValueError?",
        "A test rejects by raising anything at all.",
        TABLE,
    ),
)
def other_errors_accept(tests, candidates):
    """Only a failed assertion counts as rejecting; after any other error the candidate counts as accepted."""
    table = np.ones((len(tests), len(candidates)), dtype=bool)
    for t, test in enumerate(tests):
        for k, candidate in enumerate(candidates):
            try:
                test(candidate)
            except AssertionError:
                table[t, k] = False
            except Exception:
                pass
    return table


@mistake(
    "verdict_table",
    hints=(
        "What does [[True] * K] * T make: T lists, or T times the same one?",
        "Multiplying a list repeats what is in it, and does not copy it.",
        TABLE,
    ),
)
def rows_are_one_list(tests, candidates):
    """All rows are one and the same list, so that a candidate rejected by one test is rejected by all."""
    row = np.ones(len(candidates), dtype=bool)
    for test in tests:
        for k, candidate in enumerate(candidates):
            try:
                test(candidate)
            except Exception:
                row[k] = False
    return np.tile(row, (len(tests), 1))


@mistake(
    "verdict_table",
    hints=(
        "Which test is run for the second row of your table?",
        "Row t belongs to test t.",
        TABLE,
    ),
)
def first_test_only(tests, candidates):
    """Every row holds the verdicts of the first test."""
    table = np.zeros((len(tests), len(candidates)), dtype=bool)
    for t in range(len(tests)):
        for k, candidate in enumerate(candidates):
            try:
                tests[0](candidate)
                table[t, k] = True
            except Exception:
                pass
    return table
