"""Reference of a0."""

import numpy as np


def centre(X):
    """Each column less its own mean.

    X: (N, D), one sample per row. Returns (N, D).

    >>> centre(np.array([[1.0, 10.0], [3.0, 30.0]]))
    array([[ -1., -10.],
           [  1.,  10.]])
    """
    return X - np.mean(X, axis=0)
