"""Mistakes of t1."""

from autograder.checking import mistake


@mistake("double", hints=("What happens to 3?", "Twice means times two.", "Read the heading again."))
def squares_instead_of_doubling(A):
    """Squares instead of doubling."""
    return A**2
