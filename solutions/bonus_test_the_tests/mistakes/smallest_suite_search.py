"""Wrong implementations of smallest_suite that learners write: searches that end too early."""

import numpy as np

from autograder.checking import mistake

from .where import SUITE


@mistake(
    "smallest_suite",
    hints=(
        "Is the test that catches most always part of the smallest suite?",
        "Taking the best next step does not always lead to the fewest tests.",
        SUITE,
    ),
)
def greedy(caught):
    """The test that catches most of what is left comes next, until nothing is left."""
    left, suite = caught.any(axis=0), []
    while left.any():
        best = int(np.argmax((caught & left).sum(axis=1)))
        suite.append(best)
        left = left & ~caught[best]
    return tuple(sorted(suite))


@mistake(
    "smallest_suite",
    hints=(
        "Does every test of your suite catch something that the others let pass?",
        "A test that adds nothing to the others is left out.",
        SUITE,
    ),
)
def every_useful_test(caught):
    """Every test that catches something is taken."""
    return tuple(int(t) for t in np.flatnonzero(caught.any(axis=1)))


@mistake(
    "smallest_suite",
    hints=(
        "Is a suite from which nothing can be dropped always a smallest one?",
        "Dropping one test at a time can end in a suite that is larger than necessary.",
        SUITE,
    ),
)
def drops_from_the_front(caught):
    """Starting from all tests, each one that is not needed is dropped, the first ones first."""
    suite, possible = list(range(len(caught))), caught.any(axis=0)
    for t in range(len(caught)):
        rest = [other for other in suite if other != t]
        if np.array_equal(caught[rest].any(axis=0), possible):
            suite = rest
    return tuple(suite)


@mistake(
    "smallest_suite",
    hints=(
        "Can one test of your suite do the work of two others?",
        "A suite made candidate by candidate may hold tests that later ones make superfluous.",
        SUITE,
    ),
)
def each_once(caught):
    """For every candidate the first test that catches it is taken."""
    return tuple(sorted({int(np.argmax(caught[:, k])) for k in range(caught.shape[1]) if caught[:, k].any()}))


@mistake(
    "smallest_suite",
    hints=(
        "Is every candidate caught that can be caught?",
        "The suite catches what all tests together catch.",
        SUITE,
    ),
)
def first_useful_test(caught):
    """The first test that catches anything is taken, and no other."""
    found = [int(t) for t in np.flatnonzero(caught.any(axis=1))]
    return tuple(found[:1])


@mistake(
    "smallest_suite",
    hints=(
        "Is every candidate caught that can be caught, with the best test alone?",
        "The suite catches what all tests together catch.",
        SUITE,
    ),
)
def best_single_test(caught):
    """The test that catches most is taken, and no other."""
    return (int(np.argmax(caught.sum(axis=1))),)


@mistake(
    "smallest_suite",
    hints=(
        "Can one of your tests be left out?",
        "The suite has as few tests as possible.",
        SUITE,
    ),
)
def all_tests_taken(caught):
    """All tests are taken."""
    return tuple(range(len(caught)))


@mistake(
    "smallest_suite",
    hints=(
        "Can two tests that you keep be replaced by two others of which you have dropped one?",
        "A suite from which nothing can be dropped need not be the smallest: all sizes have to be tried.",
        SUITE,
    ),
)
def drops_from_the_back(caught):
    """Starting from all tests, each one that is not needed is dropped, the last ones first."""
    suite, possible = list(range(len(caught))), caught.any(axis=0)
    for t in reversed(range(len(caught))):
        rest = [other for other in suite if other != t]
        if np.array_equal(caught[rest].any(axis=0), possible):
            suite = rest
    return tuple(suite)
