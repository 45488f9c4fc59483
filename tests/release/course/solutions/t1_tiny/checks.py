"""Hidden checks of t1."""

import numpy as np

from autograder.checking import check, expect, expected_from

from . import reference


@check("q2", points=3, hidden=True)
def any_shape(double):
    """Any "shape" works: C:\\new isn't a problem."""
    for A in (np.ones((2, 3)), np.zeros((0, 4)), np.arange(5.0)):
        expect(double, A).equals(expected_from(reference.double, A)).unchanged()


@check("q3", points=2, hidden=True)
def moves_by_any_amount(shift):
    """Any amount is added."""
    A = np.arange(6.0).reshape(2, 3)
    expect(shift, A, -1.5).equals(expected_from(reference.shift, A, -1.5))


@check("q3", points=1, hidden=True)
def leaves_input_alone(shift):
    """The input is not changed."""
    expect(shift, np.arange(6.0), 1.0).unchanged()
