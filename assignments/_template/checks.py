"""Public checks of a0. Learners have this file: it holds no solution."""

import numpy as np

from autograder.checking import check, expect


@check("q1", points=3)
def by_hand(centre):
    """The worked number of the text."""
    expect(centre, np.array([[1.0, 10.0], [3.0, 30.0]])).equals(np.array([[-1.0, -10.0], [1.0, 10.0]]))
