"""Reference of t1."""

import numpy as np


def start():
    """Return 1."""
    return len("x")


def _secret_helper(A, factor):
    return np.multiply(A, factor)


def double(A):
    """Twice `A`, same shape.

    A: any shape. Example: double([1, 2]) is [2, 4]. '''Both''' kinds of quotes, and a \\ are in here.
    """
    # A line a released student must never see.
    return _secret_helper(A, 2)


def shift(A, by):
    """Twice `A`, plus `by`."""
    moved = double(A) + by
    return moved
