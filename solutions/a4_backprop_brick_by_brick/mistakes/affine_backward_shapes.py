"""Wrong implementations of affine_backward that learners write: transposes, sums and order."""

import numpy as np

from autograder.checking import mistake

from .where import LAYER


@mistake(
    "affine_backward",
    hints=(
        "W has the shape (D, M): what shape has your dW when D and M differ?",
        "dW[i, j] pairs input i with neuron j: the inputs go along the rows.",
        LAYER,
    ),
)
def transposes_dW(dZ, X, W):
    """dW comes out transposed, (M, D) instead of (D, M)."""
    return dZ @ W.T, dZ.T @ X, dZ.sum(axis=0)


@mistake(
    "affine_backward",
    hints=(
        "On the way forward W leads from D numbers to M: which way does it lead on the way back?",
        "dX[n, i] collects, over the neurons j, dZ[n, j] times the weight from input i to neuron j.",
        LAYER,
    ),
)
def does_not_transpose_W(dZ, X, W):
    """dX uses W as it is: a crash, or wrong numbers if W is square."""
    return dZ @ W, X.T @ dZ, dZ.sum(axis=0)


@mistake(
    "affine_backward",
    hints=(
        "Is dZ still the same after your function has run?",
        "An array that came in belongs to the caller: compute new arrays, do not write into old ones.",
        "The conventions at the top of the notebook.",
    ),
)
def clears_the_upstream(dZ, X, W):
    """dZ is overwritten with zeros after it has been used."""
    results = dZ @ W.T, X.T @ dZ, dZ.sum(axis=0)
    dZ[...] = 0.0
    return results


@mistake(
    "affine_backward",
    hints=(
        "In which order does the docstring list the three results?",
        "The results are a tuple, so their order carries their meaning.",
        "The stub's docstring, in the line that starts with Returns.",
    ),
)
def returns_dW_first(dZ, X, W):
    """dX and dW come back in the wrong order."""
    return X.T @ dZ, dZ @ W.T, dZ.sum(axis=0)


@mistake(
    "affine_backward",
    hints=(
        "Can the shape of a square W tell you whether it has to be transposed?",
        "The transpose belongs to the formula, whatever the shape.",
        LAYER,
    ),
)
def transposes_only_where_it_must(dZ, X, W):
    """W is transposed only where it is not square."""
    return dZ @ (W if W.shape[0] == W.shape[1] else W.T), X.T @ dZ, dZ.sum(axis=0)


@mistake(
    "affine_backward",
    hints=(
        "What happens to the first sample's part of dW when the second one is reached?",
        "dW is a sum over the samples: each one is added.",
        LAYER,
    ),
)
def last_sample_only_in_dW(dZ, X, W):
    """dW holds the last sample only: every sample overwrites the one before."""
    return dZ @ W.T, np.outer(X[-1], dZ[-1]), dZ.sum(axis=0)


@mistake(
    "affine_backward",
    hints=(
        "Does your dW change when dZ is doubled?",
        "Each of the three results is the upstream gradient times a local slope.",
        LAYER,
    ),
)
def ignores_the_upstream_in_dW(dZ, X, W):
    """dW does not contain the upstream gradient."""
    return dZ @ W.T, np.outer(X.sum(axis=0), np.ones(dZ.shape[1])), dZ.sum(axis=0)


@mistake(
    "affine_backward",
    hints=(
        "Do you multiply first and then sum over the samples, or the other way round?",
        "A sum of products is not the product of the sums; both agree for a single sample only.",
        LAYER,
    ),
)
def product_of_two_sums(dZ, X, W):
    """dW is the product of the sum of X and the sum of dZ."""
    return dZ @ W.T, np.outer(X.sum(axis=0), dZ.sum(axis=0)), dZ.sum(axis=0)


@mistake(
    "affine_backward",
    hints=(
        "Which shape has dX for a batch of one sample?",
        "A gradient has the shape of what it belongs to, also when an axis has length 1.",
        LAYER,
    ),
)
def loses_axes_of_one(dZ, X, W):
    """Axes of length one are dropped from the results."""
    return np.squeeze(dZ @ W.T), np.squeeze(X.T @ dZ), dZ.sum(axis=0)


@mistake(
    "affine_backward",
    hints=(
        "In which order are the three results asked for?",
        "First dX, then dW, then db.",
        "The line `Returns` in the docstring of q2.",
    ),
)
def db_before_dW(dZ, X, W):
    """dW and db come back in the wrong order."""
    return dZ @ W.T, dZ.sum(axis=0), X.T @ dZ
