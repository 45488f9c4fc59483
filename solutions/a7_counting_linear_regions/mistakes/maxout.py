"""Wrong implementations of maxout that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from .where import MAXOUT


@mistake(
    "maxout",
    hints=(
        "At x = 1 the two functions of the V give 1 and -1. What does the neuron give?",
        "The neuron gives the largest of the k numbers; the others do not matter.",
        MAXOUT,
    ),
)
def adds_the_functions(X, W, b):
    """The k functions are added instead of compared."""
    return np.sum(X @ W + b[:, None, :], axis=0)


@mistake(
    "maxout",
    hints=(
        "Is your V open at the top or at the bottom?",
        "The largest of the k numbers counts, not the smallest.",
        MAXOUT,
    ),
)
def takes_the_smallest(X, W, b):
    """The smallest of the k functions is returned."""
    return np.min(X @ W + b[:, None, :], axis=0)


@mistake(
    "maxout",
    hints=(
        "What do the k functions give at X = 0?",
        "Each of the k functions has its own bias.",
        MAXOUT,
    ),
)
def maxout_without_biases(X, W, b):
    """The biases are left out."""
    return np.max(X @ W, axis=0)


@mistake(
    "maxout",
    hints=(
        "Which is larger, 2x - 1 or 1 - 2x: can that be decided without the biases?",
        "First the whole affine function, bias included, then the comparison.",
        MAXOUT,
    ),
)
def adds_the_bias_afterwards(X, W, b):
    """The largest product and the largest bias are added."""
    return np.max(X @ W, axis=0) + np.max(b, axis=0)


@mistake(
    "maxout",
    hints=(
        "Can a maxout neuron be negative? Can yours?",
        "The neuron compares its k functions with each other, and with nothing else.",
        MAXOUT,
    ),
)
def compares_with_zero_too(X, W, b):
    """0 takes part in the comparison, as in ReLU."""
    return np.maximum(np.max(X @ W + b[:, None, :], axis=0), 0.0)


@mistake(
    "maxout",
    hints=(
        "Which axis counts the k functions?",
        "The k functions of one neuron are compared, for one sample: not the neurons, and not the samples.",
        MAXOUT,
    ),
)
def compares_the_neurons(X, W, b):
    """The neurons are compared with each other instead of the functions of one neuron."""
    return np.max(X @ W + b[:, None, :], axis=2).T


@mistake(
    "maxout",
    hints=(
        "Which of -3 and 1 is the larger one?",
        "The largest number wins, not the one farthest from 0.",
        MAXOUT,
    ),
)
def takes_the_farthest_from_zero(X, W, b):
    """The function with the largest absolute value wins."""
    Z = X @ W + b[:, None, :]
    return np.take_along_axis(Z, np.argmax(np.abs(Z), axis=0)[None], axis=0)[0]


@mistake(
    "maxout",
    hints=(
        "Which of the k functions decides?",
        "The largest one is taken.",
        MAXOUT,
    ),
)
def mean_of_the_functions(X, W, b):
    """The mean of the k functions is returned."""
    return np.mean(X @ W + b[:, None, :], axis=0)


@mistake(
    "maxout",
    hints=(
        "How many biases has one neuron?",
        "Function r has its own bias b[r].",
        MAXOUT,
    ),
)
def bias_of_the_first_function(X, W, b):
    """Every function gets the bias of the first one."""
    return np.max(X @ W + b[0], axis=0)


@mistake(
    "maxout",
    hints=(
        "How many functions take part when k is 3?",
        "All k functions take part.",
        MAXOUT,
    ),
)
def first_two_functions(X, W, b):
    """Only the first two functions are compared."""
    return np.max((X @ W + b[:, None, :])[:2], axis=0)


@mistake(
    "maxout",
    hints=(
        "What makes this layer bend?",
        "The largest of all k functions is taken.",
        MAXOUT,
    ),
)
def first_function_only(X, W, b):
    """Only the first function is computed."""
    return X @ W[0] + b[0]


@mistake(
    "maxout",
    hints=(
        "Is your result a value or the number of a function?",
        "argmax tells which one, max how much.",
        MAXOUT,
    ),
)
def which_one_is_largest(X, W, b):
    """The number of the largest function is returned instead of its value."""
    return 1.0 * np.argmax(X @ W + b[:, None, :], axis=0)


@mistake(
    "maxout",
    hints=(
        "May two samples have different winners?",
        "The comparison is made for every sample and neuron.",
        MAXOUT,
    ),
)
def same_function_for_all_samples(X, W, b):
    """The function that is largest on average is used for all samples."""
    Z = X @ W + b[:, None, :]
    winner = np.argmax(Z.mean(axis=1), axis=0)
    return np.stack([Z[r, :, m] for m, r in enumerate(winner)], axis=1)


@mistake(
    "maxout",
    hints=(
        "Which sign has b in the formula?",
        "The bias is added.",
        MAXOUT,
    ),
)
def biases_taken_away(X, W, b):
    """The biases are subtracted."""
    return np.max(X @ W - b[:, None, :], axis=0)


@mistake(
    "maxout",
    hints=(
        "How many rows has your result for 5 samples?",
        "The first axis counts functions; it is the one that goes.",
        MAXOUT,
    ),
)
def samples_for_functions(X, W, b):
    """The comparison runs over the samples instead of the functions."""
    return np.max(X @ W + b[:, None, :], axis=1)


@mistake(
    "maxout",
    hints=(
        "Which function is larger: one with product 1 and bias 0, or one with product 0 and bias 5?",
        "The bias is part of each function: it is added before they are compared.",
        MAXOUT,
    ),
)
def bias_of_the_best_product(X, W, b):
    """The function with the largest product is chosen, and its bias is added afterwards."""
    Z = X @ W
    best = np.argmax(Z, axis=0)
    return np.take_along_axis(Z, best[None], axis=0)[0] + b[best, np.arange(b.shape[1])]
