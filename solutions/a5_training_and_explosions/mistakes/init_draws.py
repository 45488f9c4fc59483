"""Wrong implementations of init that learners write: what is drawn, in which order and shape."""

import numpy as np

from autograder.checking import mistake

from .where import START


@mistake(
    "init",
    hints=(
        "Does your layer have negative weights?",
        "The draw is the one named in the docstring, whose numbers have mean 0.",
        START,
    ),
)
def uniform_weights(widths, scheme, rng):
    """The weights are drawn uniformly from 0 to 1."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = scale * rng.uniform(size=(D, M))
        params[f"b{i}"] = np.zeros(M)
    return params


@mistake(
    "init",
    hints=(
        "What should a bias be before anything was learned?",
        "Only weights are drawn. Biases start at one fixed value and use no random number.",
        START,
    ),
)
def random_biases(widths, scheme, rng):
    """The biases are random as well."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(D, M))
        params[f"b{i}"] = scale * rng.normal(size=M)
    return params


@mistake(
    "init",
    hints=(
        "What are the rows of W1, inputs or neurons?",
        "In this course rows of W belong to inputs: Z = X W + b.",
        START,
    ),
)
def transposed_weights(widths, scheme, rng):
    """The weights have the shape (outputs, inputs)."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(M, D))
        params[f"b{i}"] = np.zeros(M)
    return params


@mistake(
    "init",
    hints=(
        "What is the name of the first matrix in the notation table?",
        "Layers are numbered as in the notation table: the first one has the number 1.",
        START,
    ),
)
def names_from_zero(widths, scheme, rng):
    """The layers are numbered from 0."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=0):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(D, M))
        params[f"b{i}"] = np.zeros(M)
    return params


@mistake(
    "init",
    hints=(
        "How many layers of weights lie between three widths?",
        "A network with k widths has k - 1 layers of weights, the one to the outputs included.",
        START,
    ),
)
def forgets_the_last_layer(widths, scheme, rng):
    """The last layer is missing."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-2], widths[1:-1]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(D, M))
        params[f"b{i}"] = np.zeros(M)
    return params


@mistake(
    "init",
    hints=(
        "Which method of rng do you call?",
        "The weights are normal numbers, times the scale.",
        START,
    ),
)
def uniform_between_minus_and_plus(widths, scheme, rng):
    """The weights are drawn uniformly from -1 to 1."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = scale * rng.uniform(-1, 1, size=(D, M))
        params[f"b{i}"] = np.zeros(M)
    return params


@mistake(
    "init",
    hints=(
        "How many axes has a bias?",
        "A bias has one axis: one number per neuron.",
        "The line `Returns` in the docstring of q2.",
    ),
)
def biases_as_rows(widths, scheme, rng):
    """The biases have the shape (1, M)."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(D, M))
        params[f"b{i}"] = np.zeros((1, M))
    return params


@mistake(
    "init",
    hints=(
        "What does a neuron with weights of zero give at the start?",
        "All schemes start with biases of zero.",
        START,
    ),
)
def biases_of_ones(widths, scheme, rng):
    """The biases start at 1."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(D, M))
        params[f"b{i}"] = np.ones(M)
    return params


@mistake(
    "init",
    hints=(
        "How often do you call rng for one layer?",
        "Biases draw nothing.",
        START,
    ),
)
def biases_draw_too(widths, scheme, rng):
    """The biases are drawn and then set to zero, so that the next weights are other ones."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(D, M))
        params[f"b{i}"] = 0.0 * rng.normal(size=M)
    return params


@mistake(
    "init",
    hints=(
        "In which order do the drawn numbers fill your matrix?",
        "The draw has the shape of the weights themselves.",
        START,
    ),
)
def drawn_and_turned(widths, scheme, rng):
    """Every layer is drawn with its axes exchanged and then transposed."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(M, D)).T
        params[f"b{i}"] = np.zeros(M)
    return params


@mistake(
    "init",
    hints=(
        "Whose weights are your first random numbers?",
        "The layers draw in order, inputs first: another order gives other weights.",
        START,
    ),
)
def drawn_from_the_last_layer(widths, scheme, rng):
    """The layers are drawn from the last to the first."""
    params = {}
    for i in reversed(range(1, len(widths))):
        D, M = widths[i - 1], widths[i]
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"], params[f"b{i}"] = scale * rng.normal(size=(D, M)), np.zeros(M)
    return params
