"""Right implementations in other styles: each must get full points."""

import numpy as np

from autograder.checking import variant


@variant("centre")
def column_by_column(X):
    """A loop over columns."""
    out = np.zeros(X.shape)
    for j in range(X.shape[1]):
        out[:, j] = X[:, j] - sum(X[:, j]) / len(X)
    return out


@variant("centre")
def with_a_matrix(X):
    """The centring matrix."""
    N = len(X)
    return (np.eye(N) - np.ones((N, N)) / N) @ X


@variant("centre")
def with_einsum(X):
    """einsum for the mean."""
    return X - np.einsum("nd->d", X) / X.shape[0]


@variant("centre")
def from_a_copy(X):
    """In place, on a copy."""
    out = np.array(X, dtype=float)
    out -= np.average(out, axis=0)
    return out
