"""Wrong implementations of maxout_backward that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from .where import MAXOUT


@mistake(
    "maxout_backward",
    hints=(
        "A function that has lost the comparison: does the output change when it changes a little?",
        "Only the largest function of each sample and neuron gets the upstream gradient; the others get 0.",
        MAXOUT,
    ),
)
def everyone_gets_the_gradient(dH, X, W, b):
    """All k functions get the upstream gradient."""
    dZ = np.broadcast_to(dH, (len(W), *dH.shape))
    return np.sum(dZ @ W.transpose(0, 2, 1), axis=0), X.T @ dZ, np.sum(dZ, axis=1)


@mistake(
    "maxout_backward",
    hints=(
        "Which functions get the gradient: the positive ones, or the largest?",
        "Maxout has no 0 to compare with: the largest function gets the gradient, whatever its sign.",
        MAXOUT,
    ),
)
def gates_like_relu(dH, X, W, b):
    """The gradient goes to every function that is positive, as in ReLU."""
    dZ = dH * (X @ W + b[:, None, :] > 0)
    return np.sum(dZ @ W.transpose(0, 2, 1), axis=0), X.T @ dZ, np.sum(dZ, axis=1)


@mistake(
    "maxout_backward",
    hints=(
        "Does the bias take part in deciding which function is the largest?",
        "The comparison is that of the way forward: bias included.",
        MAXOUT,
    ),
)
def winner_without_biases(dH, X, W, b):
    """The winner is decided without the biases."""
    dZ = dH * (np.arange(len(W))[:, None, None] == np.argmax(X @ W, axis=0))
    return np.sum(dZ @ W.transpose(0, 2, 1), axis=0), X.T @ dZ, np.sum(dZ, axis=1)


@mistake(
    "maxout_backward",
    hints=(
        "Should the gradients of W and b be smaller if there are more samples?",
        "A layer never averages: the loss has done that.",
        MAXOUT,
    ),
)
def averages_over_samples(dH, X, W, b):
    """dW and db are divided by the number of samples."""
    Z = X @ W + b[:, None, :]
    dZ = dH * (np.arange(len(W))[:, None, None] == np.argmax(Z, axis=0))
    return np.sum(dZ @ W.transpose(0, 2, 1), axis=0), X.T @ dZ / len(X), np.mean(dZ, axis=1)


@mistake(
    "maxout_backward",
    hints=(
        "How many functions look at one entry of X, and what happens to their gradients?",
        "Where a number is used in several places, its gradients from those places add up; dX has the shape of X.",
        MAXOUT,
    ),
)
def averages_dX_over_functions(dH, X, W, b):
    """dX is the mean over the k functions instead of their sum."""
    Z = X @ W + b[:, None, :]
    dZ = dH * (np.arange(len(W))[:, None, None] == np.argmax(Z, axis=0))
    return np.mean(dZ @ W.transpose(0, 2, 1), axis=0), X.T @ dZ, np.sum(dZ, axis=1)


@mistake(
    "maxout_backward",
    hints=(
        "Which function won at x = 1, and which one gets the gradient there?",
        "The gradient goes where the value came from: to the largest, not to the smallest.",
        MAXOUT,
    ),
)
def the_loser_gets_it(dH, X, W, b):
    """The smallest function gets the gradient."""
    Z = X @ W + b[:, None, :]
    dZ = dH * (np.arange(len(W))[:, None, None] == np.argmin(Z, axis=0))
    return np.sum(dZ @ W.transpose(0, 2, 1), axis=0), X.T @ dZ, np.sum(dZ, axis=1)


@mistake(
    "maxout_backward",
    hints=(
        "If dH were twice as large, what should happen to the results?",
        "The chain rule multiplies: the mask alone is the answer only where the upstream gradient is 1.",
        MAXOUT,
    ),
)
def forgets_the_upstream(dH, X, W, b):
    """The upstream gradient is left out."""
    Z = X @ W + b[:, None, :]
    dZ = 1.0 * (np.arange(len(W))[:, None, None] == np.argmax(Z, axis=0))
    return np.sum(dZ @ W.transpose(0, 2, 1), axis=0), X.T @ dZ, np.sum(dZ, axis=1)


@mistake(
    "maxout_backward",
    hints=(
        "What shape does b have, and what shape does your db have?",
        "A bias is shared by all samples, so their gradients come together: db is (k, M).",
        MAXOUT,
    ),
)
def does_not_sum_db(dH, X, W, b):
    """db keeps one row for each sample."""
    Z = X @ W + b[:, None, :]
    dZ = dH * (np.arange(len(W))[:, None, None] == np.argmax(Z, axis=0))
    return np.sum(dZ @ W.transpose(0, 2, 1), axis=0), X.T @ dZ, dZ


@mistake(
    "maxout_backward",
    hints=(
        "What happens to the first function's part of dX when the second is reached?",
        "dX is the sum over all functions.",
        MAXOUT,
    ),
)
def dX_of_the_last_function(dH, X, W, b):
    """dX holds the last function's part only."""
    Z = X @ W + b[:, None, :]
    dZ = dH * (np.arange(len(W))[:, None, None] == np.argmax(Z, axis=0))
    dX = dZ[-1] @ W[-1].T
    return dX, X.T @ dZ, np.sum(dZ, axis=1)


@mistake(
    "maxout_backward",
    hints=(
        "Which functions does your dX listen to?",
        "dX is the sum over all functions.",
        MAXOUT,
    ),
)
def dX_of_the_first_function(dH, X, W, b):
    """dX holds the first function's part only."""
    Z = X @ W + b[:, None, :]
    dZ = dH * (np.arange(len(W))[:, None, None] == np.argmax(Z, axis=0))
    dX = dZ[0] @ W[0].T
    return dX, X.T @ dZ, np.sum(dZ, axis=1)


@mistake(
    "maxout_backward",
    hints=(
        "How much does a function get that is not the largest?",
        "The largest function gets all of it, the others 0.",
        MAXOUT,
    ),
)
def shared_among_all(dH, X, W, b):
    """The upstream gradient is shared by all functions in equal parts."""
    Z = X @ W + b[:, None, :]
    dZ = np.broadcast_to(dH / len(W), Z.shape)
    dX = np.sum(dZ @ W.transpose(0, 2, 1), axis=0)
    return dX, X.T @ dZ, np.sum(dZ, axis=1)


@mistake(
    "maxout_backward",
    hints=(
        "May a gradient be negative?",
        "The upstream gradient goes to the winner as it is.",
        MAXOUT,
    ),
)
def winner_without_upstream_sign(dH, X, W, b):
    """The upstream gradient loses its sign."""
    Z = X @ W + b[:, None, :]
    dZ = np.abs(dH) * (np.arange(len(W))[:, None, None] == np.argmax(Z, axis=0))
    dX = np.sum(dZ @ W.transpose(0, 2, 1), axis=0)
    return dX, X.T @ dZ, np.sum(dZ, axis=1)


@mistake(
    "maxout_backward",
    hints=(
        "Is the sum over the samples a mean in your db?",
        "Nothing is averaged here: the loss did that.",
        MAXOUT,
    ),
)
def averages_db(dH, X, W, b):
    """db is the mean over the samples instead of their sum."""
    Z = X @ W + b[:, None, :]
    dZ = dH * (np.arange(len(W))[:, None, None] == np.argmax(Z, axis=0))
    dX = np.sum(dZ @ W.transpose(0, 2, 1), axis=0)
    return dX, X.T @ dZ, np.mean(dZ, axis=1)


@mistake(
    "maxout_backward",
    hints=(
        "What is the slope of the largest with respect to itself?",
        "The winner gets dH as it is.",
        MAXOUT,
    ),
)
def weighted_by_the_values(dH, X, W, b):
    """The upstream gradient is multiplied by the winner's value."""
    Z = X @ W + b[:, None, :]
    dZ = dH * Z * (np.arange(len(W))[:, None, None] == np.argmax(Z, axis=0))
    dX = np.sum(dZ @ W.transpose(0, 2, 1), axis=0)
    return dX, X.T @ dZ, np.sum(dZ, axis=1)


@mistake(
    "maxout_backward",
    hints=(
        "May two samples have different winners?",
        "The winner is found for every sample and neuron.",
        MAXOUT,
    ),
)
def same_winner_for_the_batch(dH, X, W, b):
    """The function that is largest on average gets the gradient of all samples."""
    Z = X @ W + b[:, None, :]
    dZ = dH * (np.arange(len(W))[:, None, None] == np.argmax(Z.mean(axis=1), axis=0))
    dX = np.sum(dZ @ W.transpose(0, 2, 1), axis=0)
    return dX, X.T @ dZ, np.sum(dZ, axis=1)


@mistake(
    "maxout_backward",
    hints=(
        "In which order are the three results asked for?",
        "First dX, then dW, then db.",
        "The line `Returns` in the docstring of q12.",
    ),
)
def weights_first(dH, X, W, b):
    """dW is returned before dX."""
    Z = X @ W + b[:, None, :]
    dZ = dH * (np.arange(len(W))[:, None, None] == np.argmax(Z, axis=0))
    dX = np.sum(dZ @ W.transpose(0, 2, 1), axis=0)
    return X.T @ dZ, dX, np.sum(dZ, axis=1)


@mistake(
    "maxout_backward",
    hints=(
        "Does a step along your gradient make the loss larger?",
        "There is no minus sign on the way back.",
        MAXOUT,
    ),
)
def downhill_from_the_top(dH, X, W, b):
    """All gradients have the wrong sign."""
    Z = X @ W + b[:, None, :]
    dZ = -dH * (np.arange(len(W))[:, None, None] == np.argmax(Z, axis=0))
    dX = np.sum(dZ @ W.transpose(0, 2, 1), axis=0)
    return dX, X.T @ dZ, np.sum(dZ, axis=1)


@mistake(
    "maxout_backward",
    hints=(
        "What has become of dH after your function was called?",
        "dZ = dH is no copy: dH * mask makes a new array.",
        "The conventions at the top of the notebook.",
    ),
)
def masked_in_place(dH, X, W, b):
    """The upstream gradient is masked in place for the first function, and is gone for the next ones."""
    winner = np.argmax(X @ W + b[:, None, :], axis=0)
    dX, dW, db = np.zeros(X.shape), np.zeros(W.shape), np.zeros(b.shape)
    for r in range(len(W)):
        dZ = dH
        dZ *= winner == r
        dX += dZ @ W[r].T
        dW[r], db[r] = X.T @ dZ, dZ.sum(axis=0)
    return dX, dW, db
