"""Wrong implementations of smallest_suite that learners write: conditions, ties and form."""

import numpy as np

from autograder.checking import mistake

from .where import SUITE


@mistake(
    "smallest_suite",
    hints=(
        "What does your function do when no test catches a candidate?",
        "Only what all tests together catch has to be caught.",
        SUITE,
    ),
)
def none_missing(caught):
    """A suite has to catch every candidate, also those that no test catches."""
    from itertools import combinations

    for size in range(len(caught) + 1):
        for suite in combinations(range(len(caught)), size):
            if caught[list(suite)].any(axis=0).all():
                return suite
    return tuple(range(len(caught)))


@mistake(
    "smallest_suite",
    hints=(
        "Which of two suites of the same size comes first?",
        "Of several smallest suites the one with the smallest first number counts.",
        SUITE,
    ),
)
def last_of_the_smallest(caught):
    """Of several smallest suites the last one is returned."""
    from itertools import combinations

    possible = caught.any(axis=0)
    for size in range(len(caught) + 1):
        fitting = [suite for suite in combinations(range(len(caught)), size) if np.array_equal(caught[list(suite)].any(axis=0), possible)]
        if fitting:
            return fitting[-1]


@mistake(
    "smallest_suite",
    hints=(
        "What is the number of the first test?",
        "Row 0 of the table is test 0.",
        SUITE,
    ),
)
def counts_from_one(caught):
    """Tests are counted from 1."""
    from itertools import combinations

    possible = caught.any(axis=0)
    for size in range(len(caught) + 1):
        for suite in combinations(range(len(caught)), size):
            if np.array_equal(caught[list(suite)].any(axis=0), possible):
                return tuple(t + 1 for t in suite)


@mistake(
    "smallest_suite",
    hints=(
        "What does True mean in the table that your function gets?",
        "caught[t, k] is True where test t rejects candidate k.",
        SUITE,
    ),
)
def accepted_for_caught(caught):
    """True is read as accepted instead of caught."""
    from itertools import combinations

    missed = ~caught
    possible = missed.any(axis=0)
    for size in range(len(caught) + 1):
        for suite in combinations(range(len(caught)), size):
            if np.array_equal(missed[list(suite)].any(axis=0), possible):
                return suite


@mistake(
    "smallest_suite",
    hints=(
        "How many tests does it take to catch nothing?",
        "The fewest tests may be none.",
        SUITE,
    ),
)
def never_empty(caught):
    """A suite has one test at least, also where no test catches anything."""
    from itertools import combinations

    possible = caught.any(axis=0)
    for size in range(1, len(caught) + 1):
        for suite in combinations(range(len(caught)), size):
            if np.array_equal(caught[list(suite)].any(axis=0), possible):
                return suite
    return ()


@mistake(
    "smallest_suite",
    hints=(
        "What does your function return when three tests are needed?",
        "The size of a suite goes up to the number of tests.",
        SUITE,
    ),
)
def two_at_most(caught):
    """Suites of more than two tests are not looked for."""
    from itertools import combinations

    possible = caught.any(axis=0)
    for size in range(min(2, len(caught)) + 1):
        for suite in combinations(range(len(caught)), size):
            if np.array_equal(caught[list(suite)].any(axis=0), possible):
                return suite
    return tuple(range(len(caught)))


@mistake(
    "smallest_suite",
    hints=(
        "Which axis of the table counts tests?",
        "Tests are rows.",
        SUITE,
    ),
)
def candidates_for_tests(caught):
    """Rows and columns are exchanged: candidates are chosen instead of tests."""
    from itertools import combinations

    table = caught.T
    possible = table.any(axis=0)
    for size in range(len(table) + 1):
        for suite in combinations(range(len(table)), size):
            if np.array_equal(table[list(suite)].any(axis=0), possible):
                return suite
    return ()


@mistake(
    "smallest_suite",
    hints=(
        "Is one test of a suite enough to catch a candidate?",
        "Together means: at least one of them.",
        SUITE,
    ),
)
def everything_together(caught):
    """A candidate counts as caught only if all tests of the suite catch it."""
    from itertools import combinations

    possible = caught.any(axis=0)
    for size in range(1, len(caught) + 1):
        for suite in combinations(range(len(caught)), size):
            if np.array_equal(caught[list(suite)].all(axis=0), possible):
                return suite
    return ()


@mistake(
    "smallest_suite",
    hints=(
        "Two suites of two tests both catch everything: which one do you return?",
        "Among suites of the same size the numbers decide: the smallest first number, then the smallest second one.",
        SUITE,
    ),
)
def most_catches_of_a_tie(caught):
    """Of several smallest suites the one with the most catches is returned, not the first."""
    from itertools import combinations

    T, possible = len(caught), caught.any(axis=0)
    for size in range(T + 1):
        suites = [list(s) for s in combinations(range(T), size) if np.array_equal(caught[list(s)].any(axis=0), possible)]
        if suites:
            return tuple(max(suites, key=lambda suite: caught[suite].sum()))


@mistake(
    "smallest_suite",
    hints=(
        "What do you return if tests 0 and 2 are the smallest suite?",
        "Asked for are the numbers of the tests, in a tuple.",
        "q6, the docstring: what is returned.",
    ),
)
def number_of_tests_needed(caught):
    """How many tests are needed is returned, and not which."""
    from itertools import combinations

    T, possible = len(caught), caught.any(axis=0)
    for size in range(T + 1):
        if any(np.array_equal(caught[list(s)].any(axis=0), possible) for s in combinations(range(T), size)):
            return size


@mistake(
    "smallest_suite",
    hints=(
        "May two tests of a suite catch the same candidate?",
        "Every candidate has to be caught at least once; more often does no harm.",
        SUITE,
    ),
)
def each_candidate_by_one_test_only(caught):
    """A suite in which two tests catch the same candidate is thrown out."""
    from itertools import combinations

    T, possible = len(caught), caught.any(axis=0)
    for size in range(T + 1):
        for suite in combinations(range(T), size):
            if np.array_equal(caught[list(suite)].sum(axis=0), possible.astype(int)):
                return suite
    return tuple(range(T))
