"""Wrong implementations of saliency that learners write: which output, which sample."""

import numpy as np

from autograder.checking import mistake

from ..reference import mlp_backward, mlp_forward
from .where import SLOPES


@mistake(
    "saliency",
    hints=(
        "Does the map of a sample change when other samples join the batch?",
        "Samples of a batch do not know of each other: no average is taken over them.",
        SLOPES,
    ),
)
def averages_over_samples(params, X, c):
    """The maps are divided by the number of samples."""
    Z, caches = mlp_forward(params, X)
    dZ = np.zeros_like(Z)
    dZ[:, c] = 1.0 / len(X)
    return mlp_backward(params, caches, dZ)[0]


@mistake(
    "saliency",
    hints=(
        "Which outputs have a part in your map?",
        "The question is about output c alone.",
        SLOPES,
    ),
)
def all_outputs(params, X, c):
    """The slopes of all outputs are added up."""
    Z, caches = mlp_forward(params, X)
    return mlp_backward(params, caches, np.ones_like(Z))[0]


@mistake(
    "saliency",
    hints=(
        "Does each row of your result come from its own sample?",
        "A map belongs to one input; every sample gets its own.",
        SLOPES,
    ),
)
def one_map_for_all(params, X, c):
    """The average of the maps is returned for every sample."""
    Z, caches = mlp_forward(params, X)
    dZ = np.zeros_like(Z)
    dZ[:, c] = 1.0
    return np.tile(mlp_backward(params, caches, dZ)[0].mean(axis=0), (len(X), 1))


@mistake(
    "saliency",
    hints=(
        "Where does your function use c?",
        "The output is the one that is asked for, for every sample.",
        SLOPES,
    ),
)
def most_likely_output(params, X, c):
    """Each sample's largest output is taken instead of output c."""
    Z, caches = mlp_forward(params, X)
    dZ = np.zeros_like(Z)
    dZ[np.arange(len(X)), np.argmax(Z, axis=1)] = 1.0
    return mlp_backward(params, caches, dZ)[0]


@mistake(
    "saliency",
    hints=(
        "How many rows of your upstream gradient are not 0?",
        "Every sample has a map of its own.",
        SLOPES,
    ),
)
def first_sample_only(params, X, c):
    """Only the first sample is given a slope."""
    Z, caches = mlp_forward(params, X)
    dZ = np.zeros_like(Z)
    dZ[0, c] = 1.0
    return mlp_backward(params, caches, dZ)[0]


@mistake(
    "saliency",
    hints=(
        "Does your upstream gradient add up to 0?",
        "Only output c counts.",
        SLOPES,
    ),
)
def against_the_mean(params, X, c):
    """Output c is compared with the mean of all outputs."""
    Z, caches = mlp_forward(params, X)
    dZ = np.zeros_like(Z)
    dZ[:, c] = 1.0; dZ -= 1.0 / Z.shape[1]
    return mlp_backward(params, caches, dZ)[0]


@mistake(
    "saliency",
    hints=(
        "From which number do you count the outputs?",
        "Python counts from 0, and so does c.",
        SLOPES,
    ),
)
def next_output(params, X, c):
    """The output after c is taken."""
    Z, caches = mlp_forward(params, X)
    dZ = np.zeros_like(Z)
    dZ[:, (c + 1) % Z.shape[1]] = 1.0
    return mlp_backward(params, caches, dZ)[0]


@mistake(
    "saliency",
    hints=(
        "What shape has your result for 5 samples of 3 inputs?",
        "One row for each sample, as in X.",
        "q4, the docstring: what is returned.",
    ),
)
def maps_in_columns(params, X, c):
    """The maps come as columns, (D, N)."""
    Z, caches = mlp_forward(params, X)
    dZ = np.zeros_like(Z)
    dZ[:, c] = 1.0
    return mlp_backward(params, caches, dZ)[0].T


@mistake(
    "saliency",
    hints=(
        "How many maps come back for 5 samples?",
        "Each sample has a map of its own.",
        "q4, the docstring: what is returned.",
    ),
)
def one_sum_for_the_batch(params, X, c):
    """The maps of all samples are added up."""
    Z, caches = mlp_forward(params, X)
    dZ = np.zeros_like(Z)
    dZ[:, c] = 1.0
    return mlp_backward(params, caches, dZ)[0].sum(axis=0)
