"""Variants of t1."""

from autograder.checking import variant


@variant("double")
def adds_to_itself(A):
    """A + A."""
    return A + A
