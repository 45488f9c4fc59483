"""Hidden checks of a0: other inputs than the public ones, compared with the reference."""

import numpy as np

from autograder.checking import check, each, expect, expected_from, rng

from . import reference


@check("q1", points=5, hidden=True)
def any_batch(centre):
    """Batches of any shape, also a single sample."""
    batches = [(rng(1, k).normal(3.0, 2.0, shape),) for k, shape in enumerate([(5, 3), (3, 5), (4, 4), (1, 2), (6, 1)])]
    for call, (X,) in zip(each(centre, batches), batches, strict=True):
        call.equals(expected_from(reference.centre, X))


@check("q1", points=2, hidden=True)
def leaves_its_input_alone(centre):
    """The caller's array is not changed."""
    X = np.arange(12.0).reshape(4, 3)
    expect(centre, X).equals(expected_from(reference.centre, X)).unchanged()
