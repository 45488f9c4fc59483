"""Wrong implementations of affine_backward that learners write: averages, db and signs."""

import numpy as np

from autograder.checking import mistake

from .where import LAYER


@mistake(
    "affine_backward",
    hints=(
        "Which sums does your db take, and does anything in them depend on how many samples there are?",
        "A layer never averages: the loss has already put its 1/N into dZ.",
        LAYER,
    ),
)
def averages_db(dZ, X, W):
    """db is the mean over the samples instead of their sum."""
    return dZ @ W.T, X.T @ dZ, dZ.mean(axis=0)


@mistake(
    "affine_backward",
    hints=(
        "How many numbers does b hold, and which axis of dZ is as long as that?",
        "b[j] is added in column j of every row, so every entry of column j of dZ speaks about b[j].",
        LAYER,
    ),
)
def sums_db_over_neurons(dZ, X, W):
    """db is summed over the neurons instead of the samples."""
    return dZ @ W.T, X.T @ dZ, dZ.sum(axis=1)


@mistake(
    "affine_backward",
    hints=(
        "b has the shape (M,): what shape has your db?",
        "A gradient has the shape of the thing it belongs to. One b is shared by all rows, so their gradients come together.",
        LAYER,
    ),
)
def does_not_sum_db(dZ, X, W):
    """db is dZ itself, one row per sample."""
    return dZ @ W.T, X.T @ dZ, dZ.copy()


@mistake(
    "affine_backward",
    hints=(
        "How many axes does b have, and how many does your db have?",
        "A gradient has exactly the shape of the thing it belongs to: (M,) is not (1, M).",
        LAYER,
    ),
)
def keeps_an_axis_in_db(dZ, X, W):
    """db has the shape (1, M) instead of (M,)."""
    return dZ @ W.T, X.T @ dZ, dZ.sum(axis=0, keepdims=True)


@mistake(
    "affine_backward",
    hints=(
        "If every sample came twice, with the same dZ, what would dW do?",
        "A layer never averages: dividing by N is the job of the loss, and it has been done.",
        LAYER,
    ),
)
def averages_dW(dZ, X, W):
    """dW is divided by the number of samples."""
    return dZ @ W.T, X.T @ dZ / len(X), dZ.sum(axis=0)


@mistake(
    "affine_backward",
    hints=(
        "Does dividing by the number of samples appear anywhere in Z = X W + b?",
        "A layer never averages, neither for its weights nor for its biases: the loss has done it once.",
        LAYER,
    ),
)
def averages_dW_and_db(dZ, X, W):
    """dW and db are both divided by the number of samples."""
    return dZ @ W.T, X.T @ dZ / len(X), dZ.mean(axis=0)


@mistake(
    "affine_backward",
    hints=(
        "How many samples does your db listen to?",
        "The bias acts on every sample, so its gradient is a sum over all of them.",
        LAYER,
    ),
)
def first_row_as_db(dZ, X, W):
    """db is the first row of dZ."""
    return dZ @ W.T, X.T @ dZ, dZ[0].copy()


@mistake(
    "affine_backward",
    hints=(
        "What happens to the first sample's part of db when the second one is reached?",
        "The bias acts on every sample, so its gradient is a sum over all of them.",
        LAYER,
    ),
)
def last_row_as_db(dZ, X, W):
    """db is the last row of dZ: every sample overwrites the one before."""
    return dZ @ W.T, X.T @ dZ, dZ[-1].copy()


@mistake(
    "affine_backward",
    hints=(
        "Does a step along a gradient make the loss larger or smaller?",
        "A gradient points uphill; the minus sign of training belongs to the step.",
        LAYER,
    ),
)
def downhill_in_all_three(dZ, X, W):
    """All three gradients have the wrong sign."""
    return -dZ @ W.T, -X.T @ dZ, -dZ.sum(axis=0)


@mistake(
    "affine_backward",
    hints=(
        "Does the first sample's dX change when the batch becomes longer?",
        "Nothing is averaged here: the loss did that.",
        LAYER,
    ),
)
def averages_dX(dZ, X, W):
    """dX is divided by the number of samples."""
    return dZ @ W.T / len(X), X.T @ dZ, dZ.sum(axis=0)


@mistake(
    "affine_backward",
    hints=(
        "Who has divided by the number of samples already?",
        "Nothing is averaged here: the loss did that.",
        LAYER,
    ),
)
def averages_all_three(dZ, X, W):
    """All three gradients are divided by the number of samples."""
    return dZ @ W.T / len(X), X.T @ dZ / len(X), dZ.mean(axis=0)


@mistake(
    "affine_backward",
    hints=(
        "How many biases has the layer?",
        "Each output neuron has a bias of its own, so db has one entry per column of dZ.",
        LAYER,
    ),
)
def db_as_one_number(dZ, X, W):
    """db is one number, the sum of all entries of dZ."""
    return dZ @ W.T, X.T @ dZ, np.full(dZ.shape[1], dZ.sum())


@mistake(
    "affine_backward",
    hints=(
        "How many digits do your gradients keep?",
        "The course computes in float64, which keeps about 16 digits.",
        LAYER,
    ),
)
def single_precision_gradients(dZ, X, W):
    """The gradients are computed in float32."""
    dZ, X, W = (part.astype(np.float32) for part in (dZ, X, W))
    return (dZ @ W.T).astype(float), (X.T @ dZ).astype(float), dZ.sum(axis=0).astype(float)


@mistake(
    "affine_backward",
    hints=(
        "Is there a largest entry that a gradient may have?",
        "A gradient is what it is; cutting it is a choice of whoever trains.",
        LAYER,
    ),
)
def clips_the_gradients(dZ, X, W):
    """Gradients are cut at 5."""
    return np.clip(dZ @ W.T, -5, 5), np.clip(X.T @ dZ, -5, 5), np.clip(dZ.sum(axis=0), -5, 5)


@mistake(
    "affine_backward",
    hints=(
        "By what is the bias multiplied in the layer?",
        "The bias is added as it is: its local slope is 1.",
        LAYER,
    ),
)
def bias_sees_the_input(dZ, X, W):
    """db is summed over the samples with the inputs, as if the bias had an input of its own that is not 1."""
    return dZ @ W.T, X.T @ dZ, (dZ * X.sum(axis=1, keepdims=True)).sum(axis=0)
