"""Wrong implementations of activation_pattern that learners write: which columns, and their form."""

import numpy as np

from autograder.checking import mistake

from .where import PATTERN


@mistake(
    "activation_pattern",
    hints=(
        "How many columns does your result have, and how many hidden neurons has the net?",
        "The last layer has no ReLU, so nothing in it is switched on or off.",
        PATTERN,
    ),
)
def the_output_in_the_pattern(net, X):
    """The neurons of the last layer are part of the pattern."""
    H, on = X, []
    for W, b in net:
        Z = H @ W + b
        on.append(Z > 0)
        H = np.maximum(Z, 0.0)
    return np.hstack(on)


@mistake(
    "activation_pattern",
    hints=(
        "Does a net with two hidden layers have more columns in your pattern than one with only the upper layer?",
        "A pattern has one entry for every hidden neuron of the net, from the first layer on.",
        PATTERN,
    ),
)
def only_the_last_hidden_layer(net, X):
    """Only the neurons of the last hidden layer are reported."""
    H = X
    for W, b in net[:-1]:
        Z = H @ W + b
        H = np.maximum(Z, 0.0)
    return Z > 0


@mistake(
    "activation_pattern",
    hints=(
        "What is the dtype of your result?",
        "A neuron is on or off: the pattern is an array of truth values.",
        "The stub's docstring, in the line that starts with Returns.",
    ),
)
def ones_and_zeros(net, X):
    """The pattern holds the numbers 1.0 and 0.0 instead of True and False."""
    H, on = X, []
    for W, b in net[:-1]:
        Z = H @ W + b
        on.append(1.0 * (Z > 0))
        H = np.maximum(Z, 0.0)
    return np.hstack(on)


@mistake(
    "activation_pattern",
    hints=(
        "Which axis of your result is as long as the number of samples?",
        "Rows are samples, here as everywhere.",
        PATTERN,
    ),
)
def neurons_along_the_rows(net, X):
    """The pattern comes out transposed, (H, N)."""
    H, on = X, []
    for W, b in net[:-1]:
        Z = H @ W + b
        on.append(Z > 0)
        H = np.maximum(Z, 0.0)
    return np.hstack(on).T


@mistake(
    "activation_pattern",
    hints=(
        "Which layer do the first columns of your result belong to?",
        "The pattern lists the layers in the order of the net, from the input upwards.",
        PATTERN,
    ),
)
def layers_in_reverse(net, X):
    """The columns of the last hidden layer come first."""
    H, on = X, []
    for W, b in net[:-1]:
        Z = H @ W + b
        on.insert(0, Z > 0)
        H = np.maximum(Z, 0.0)
    return np.hstack(on)


@mistake(
    "activation_pattern",
    hints=(
        "How many columns has your pattern for two hidden layers?",
        "There is one column for every hidden neuron of every layer.",
        PATTERN,
    ),
)
def first_hidden_layer_only(net, X):
    """Only the neurons of the first hidden layer are reported."""
    H, on = X, []
    for W, b in net[:1]:
        Z = H @ W + b
        on.append(Z > 0)
        H = np.maximum(Z, 0.0)
    return np.hstack(on)


@mistake(
    "activation_pattern",
    hints=(
        "Which shape has your pattern for one sample?",
        "The pattern has one row per sample, also for one.",
        PATTERN,
    ),
)
def single_sample_loses_its_row(net, X):
    """Axes of length one are dropped, so that a single sample loses its row."""
    H, on = X, []
    for W, b in net[:-1]:
        Z = H @ W + b
        on.append(Z > 0)
        H = np.maximum(Z, 0.0)
    return np.squeeze(np.hstack(on))


@mistake(
    "activation_pattern",
    hints=(
        "Which neurons do your first columns belong to?",
        "Layer by layer: all neurons of the first layer, then all of the second.",
        PATTERN,
    ),
)
def in_turns(net, X):
    """The columns go by the number of the neuron in its layer: the first neurons of all layers come first."""
    H, layers = X, []
    for W, b in net[:-1]:
        Z = H @ W + b
        layers.append(Z > 0)
        H = np.maximum(Z, 0.0)
    widest = max(layer.shape[1] for layer in layers)
    return np.stack([layer[:, j] for j in range(widest) for layer in layers if j < layer.shape[1]], axis=1)
