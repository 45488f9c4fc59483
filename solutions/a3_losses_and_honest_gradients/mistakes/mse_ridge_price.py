"""Wrong implementations of mse_ridge that learners write: which weights are paid for, how, and shapes."""

import numpy as np

from autograder.checking import mistake


@mistake(
    "mse_ridge",
    hints=(
        "Does your loss change if a weight of the first layer changes?",
        "Every array of the list is paid for, not one of them.",
        "The formula in the docstring of q5: the sum is over all arrays in Ws.",
    ),
)
def only_the_last_array(Y, H, Ws, lam):
    """Only the last weight array is paid for."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    price = 0.0
    for W in Ws:
        price = lam * np.sum(W**2)
    return (np.sum((Y - H) ** 2) + price) / (2 * len(Y))


@mistake(
    "mse_ridge",
    hints=(
        "What does a weight of 10 cost, compared with a weight of 1: ten times as much, or a hundred times?",
        "The price is the sum of squares; no root is taken of it.",
        "The formula in the docstring of q5, its second term.",
    ),
)
def root_of_the_squares(Y, H, Ws, lam):
    """The norm of each weight array is paid for instead of its square."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return (np.sum((Y - H) ** 2) + lam * sum(np.sqrt(np.sum(W**2)) for W in Ws)) / (2 * len(Y))


@mistake(
    "mse_ridge",
    hints=(
        "What does a weight of 10 cost, compared with a weight of 1?",
        "Ridge squares the weights; absolute values belong to another method, the lasso.",
        "The formula in the docstring of q5, its second term.",
    ),
)
def absolute_weights(Y, H, Ws, lam):
    """Absolute values of the weights are paid for instead of squares."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return (np.sum((Y - H) ** 2) + lam * sum(np.sum(np.abs(W)) for W in Ws)) / (2 * len(Y))


@mistake(
    "mse_ridge",
    hints=(
        "Which shape has Y - H if Y is (3,) and H is (3, 1)?",
        "Different shapes are broadcast without a word, and every target meets every output: compare the shapes first.",
        "The line about ValueError in the docstring of q5.",
    ),
)
def broadcasts_targets(Y, H, Ws, lam):
    """Different shapes of Y and H are broadcast instead of refused."""
    return (np.sum((Y - H) ** 2) + lam * sum(np.sum(W**2) for W in Ws)) / (2 * len(Y))


@mistake(
    "mse_ridge",
    hints=(
        "Can an error of +1 and an error of -1 cancel in your function?",
        "Each difference is squared before anything is added up.",
        "The worked number of q5: 0.25 + 4 + 1 + 0.",
    ),
)
def squares_the_sum(Y, H, Ws, lam):
    """The differences are added up before they are squared."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return (np.sum(Y - H) ** 2 + lam * sum(np.sum(W**2) for W in Ws)) / (2 * len(Y))


@mistake(
    "mse_ridge",
    hints=(
        "Do a weight of 3 and a weight of -3 cost nothing together?",
        "Every weight is squared by itself.",
        "The formula in the docstring of q5, its second term.",
    ),
)
def sum_of_the_weights_squared(Y, H, Ws, lam):
    """The weights of an array are added up before they are squared."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return (np.sum((Y - H) ** 2) + lam * sum(np.sum(W) ** 2 for W in Ws)) / (2 * len(Y))


@mistake(
    "mse_ridge",
    hints=(
        "Does a layer of a thousand weights cost more than one of ten?",
        "The price is a sum over all weights.",
        "The formula in the docstring of q5, its second term.",
    ),
)
def mean_of_the_squares(Y, H, Ws, lam):
    """The mean of the squared weights of each array is paid for instead of their sum."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return (np.sum((Y - H) ** 2) + lam * sum(np.mean(W**2) for W in Ws)) / (2 * len(Y))


@mistake(
    "mse_ridge",
    hints=(
        "Which arrays in Ws do you pay for?",
        "All arrays in Ws are paid for, of any shape.",
        "The formula in the docstring of q5: the sum is over all arrays in Ws.",
    ),
)
def vectors_left_out(Y, H, Ws, lam):
    """Arrays with one axis are left out of the price."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return (np.sum((Y - H) ** 2) + lam * sum(np.sum(W**2) for W in Ws if W.ndim > 1)) / (2 * len(Y))


@mistake(
    "mse_ridge",
    hints=(
        "How many arrays of Ws do you look at?",
        "All arrays in Ws are paid for.",
        "The formula in the docstring of q5: the sum is over all arrays in Ws.",
    ),
)
def only_the_first_array(Y, H, Ws, lam):
    """Only the first weight array is paid for."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return (np.sum((Y - H) ** 2) + lam * sum(np.sum(W**2) for W in Ws[:1])) / (2 * len(Y))


@mistake(
    "mse_ridge",
    hints=(
        "What does your function do with a third layer?",
        "Ws is a list of any length.",
        "The formula in the docstring of q5: the sum is over all arrays in Ws.",
    ),
)
def two_arrays_only(Y, H, Ws, lam):
    """Only the first two weight arrays are paid for."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return (np.sum((Y - H) ** 2) + lam * sum(np.sum(W**2) for W in Ws[:2])) / (2 * len(Y))


@mistake(
    "mse_ridge",
    hints=(
        "What does an error of 2 cost?",
        "Differences are squared.",
        "The formula in the docstring of q5.",
    ),
)
def absolute_errors(Y, H, Ws, lam):
    """Absolute differences are added up instead of squares."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return (np.sum(np.abs(Y - H)) + lam * sum(np.sum(W**2) for W in Ws)) / (2 * len(Y))


@mistake(
    "mse_ridge",
    hints=(
        "Is there a root in the formula?",
        "The squares are added up and stay squares.",
        "The formula in the docstring of q5.",
    ),
)
def root_of_the_data(Y, H, Ws, lam):
    """The root of the mean squared difference is taken."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return np.sqrt(np.sum((Y - H) ** 2) / (2 * len(Y))) + lam * sum(np.sum(W**2) for W in Ws) / (2 * len(Y))


@mistake(
    "mse_ridge",
    hints=(
        "How many numbers does the function return?",
        "The loss is one number.",
        "The line `Returns` in the docstring of q5.",
    ),
)
def loss_of_every_sample(Y, H, Ws, lam):
    """The losses of the samples are returned instead of their mean."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return ((Y - H) ** 2).reshape(len(Y), -1).sum(axis=1) / 2 + lam * sum(np.sum(W**2) for W in Ws) / (2 * len(Y))


@mistake(
    "mse_ridge",
    hints=(
        "Do shapes (3,) and (3, 1) have the same length?",
        "Shapes are the same only if all axes are.",
        "The line about ValueError in the docstring of q5.",
    ),
)
def compares_the_lengths(Y, H, Ws, lam):
    """Only the lengths of Y and H are compared."""
    if len(Y) != len(H):
        raise ValueError("shapes differ")
    return (np.sum((Y - H) ** 2) + lam * sum(np.sum(W**2) for W in Ws)) / (2 * len(Y))


@mistake(
    "mse_ridge",
    hints=(
        "How many entries has an array of shape (3,), and one of shape (3, 1)?",
        "Shapes are the same only if all axes are.",
        "The line about ValueError in the docstring of q5.",
    ),
)
def compares_the_sizes(Y, H, Ws, lam):
    """Only the numbers of entries of Y and H are compared."""
    if Y.size != H.size:
        raise ValueError("shapes differ")
    return (np.sum((Y - H) ** 2) + lam * sum(np.sum(W**2) for W in Ws)) / (2 * len(Y))
