"""Wrong implementations of same that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake


@mistake(
    "same",
    hints=(
        "What does numpy do when it compares (3,) with (1, 3)?",
        "Comparing entry by entry stretches shapes until they fit; a test has to look at the shapes first.",
        "q1, the worked number.",
    ),
)
def lets_numpy_broadcast(one, other, rtol):
    """Shapes are not compared: the stub as it was handed out."""
    return bool(np.allclose(one, other, rtol=rtol, atol=rtol))


@mistake(
    "same",
    hints=(
        "Are 0.1 + 0.2 and 0.3 the same float64?",
        "Right code may add in another order, and then differs in the last digit.",
        "q1, the formula in the docstring.",
    ),
)
def to_the_last_bit(one, other, rtol):
    """Entries have to be equal in every bit."""
    return bool(np.array_equal(one, other))


@mistake(
    "same",
    hints=(
        "Is NaN > 0.1 true, and what follows from that in your code?",
        "Every comparison with NaN is False: ask whether the difference is small enough, not whether it is too large.",
        "q1, the formula in the docstring.",
    ),
)
def nan_is_let_through(one, other, rtol):
    """A difference that is no number is never too large, so NaN is the same as anything."""
    one, other = np.asarray(one, dtype=float), np.asarray(other, dtype=float)
    if one.shape != other.shape:
        return False
    return not bool(np.any(np.abs(one - other) > rtol * (1 + np.nanmax(np.abs(other), initial=0.0))))


@mistake(
    "same",
    hints=(
        "How far may a small entry be off beside a large one?",
        "One limit for the whole array: 1 and its largest entry set it.",
        "q1, the formula in the docstring.",
    ),
)
def a_limit_for_each_entry(one, other, rtol):
    """Every entry has a limit of its own, from its own size."""
    if np.shape(one) != np.shape(other):
        return False
    return bool(np.all(np.abs(np.asarray(one) - other) <= rtol * (1 + np.abs(other))))


@mistake(
    "same",
    hints=(
        "Does an array become right by having very large entries?",
        "The expected array sets the limit; the other one is on trial.",
        "q1, the formula in the docstring.",
    ),
)
def larger_of_both_arrays(one, other, rtol):
    """The largest entry of both arrays sets the limit, not that of the expected one."""
    if np.shape(one) != np.shape(other):
        return False
    largest = max(np.max(np.abs(one), initial=0.0), np.max(np.abs(other), initial=0.0))
    return bool(np.all(np.abs(np.asarray(one) - other) <= rtol * (1 + largest)))


@mistake(
    "same",
    hints=(
        "What is your limit if all entries of the expected array are 0?",
        "The limit is rtol times 1 plus the largest entry.",
        "q1, the formula in the docstring.",
    ),
)
def limit_without_the_one(one, other, rtol):
    """The 1 is left out of the limit, so that nothing but zeros is the same as zeros."""
    if np.shape(one) != np.shape(other):
        return False
    return bool(np.all(np.abs(np.asarray(one) - other) <= rtol * np.max(np.abs(other), initial=0.0)))


@mistake(
    "same",
    hints=(
        "How many digits have to agree beside an entry of 1000?",
        "The limit grows with the largest entry: rounding does so, too.",
        "q1, the formula in the docstring.",
    ),
)
def limit_without_the_largest(one, other, rtol):
    """The limit is rtol itself, however large the entries are."""
    if np.shape(one) != np.shape(other):
        return False
    return bool(np.all(np.abs(np.asarray(one) - other) <= rtol))


@mistake(
    "same",
    hints=(
        "What does your function say if the result is 5 too small?",
        "A difference counts by its size.",
        "q1, the formula in the docstring.",
    ),
)
def differences_with_their_sign(one, other, rtol):
    """The difference keeps its sign, so that entries that are too small are always let through."""
    if np.shape(one) != np.shape(other):
        return False
    return bool(np.all(np.asarray(one) - other <= rtol * (1 + np.max(np.abs(other), initial=0.0))))


@mistake(
    "same",
    hints=(
        "Which of numpy's any and all do you use?",
        "Every entry has to agree.",
        "q1, the formula in the docstring.",
    ),
)
def one_entry_is_enough(one, other, rtol):
    """One entry that agrees is enough."""
    if np.shape(one) != np.shape(other):
        return False
    return bool(np.any(np.abs(np.asarray(one) - other) <= rtol * (1 + np.max(np.abs(other), initial=0.0))))


@mistake(
    "same",
    hints=(
        "Have (2,) and (1, 2) the same shape in your code?",
        "Shapes are equal if all their numbers are.",
        "q1, the worked number.",
    ),
)
def as_many_entries(one, other, rtol):
    """Only the numbers of entries are compared, not the shapes."""
    if np.size(one) != np.size(other):
        return False
    gap = np.abs(np.ravel(one) - np.ravel(other))
    return bool(np.all(gap <= rtol * (1 + np.max(np.abs(other), initial=0.0))))


@mistake(
    "same",
    hints=(
        "What does your function say about two equal arrays?",
        "True means: the same.",
        "q1, the docstring: what is returned.",
    ),
)
def different_is_true(one, other, rtol):
    """True and False have changed places."""
    if np.shape(one) != np.shape(other):
        return True
    return not bool(np.all(np.abs(np.asarray(one) - other) <= rtol * (1 + np.max(np.abs(other), initial=0.0))))


@mistake(
    "same",
    hints=(
        "What does your function say about 1 and 2?",
        "Same shape is the first condition; that all entries agree is the second.",
        "q1, the formula in the docstring.",
    ),
)
def only_shapes_are_compared(one, other, rtol):
    """The numbers are not compared."""
    return np.shape(one) == np.shape(other)
