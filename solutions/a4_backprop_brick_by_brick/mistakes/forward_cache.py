"""Wrong implementations of forward that learners write: biases, cache and digits."""

import numpy as np

from autograder.checking import mistake

from ..reference import sigmoid
from .where import FORWARD


@mistake(
    "forward",
    hints=(
        "If W1 were all zeros, would your Z1 still depend on b1?",
        "Every layer here adds its own bias before it bends.",
        FORWARD,
    ),
)
def forgets_b1(params, X):
    """The hidden layer's bias is not added."""
    Z1 = X @ params["W1"]
    H1 = sigmoid(Z1)
    Z2 = H1 @ params["W2"] + params["b2"]
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": sigmoid(Z2)}


@mistake(
    "forward",
    hints=(
        "If W2 were all zeros, would your output still depend on b2?",
        "Every layer here adds its own bias before it bends.",
        FORWARD,
    ),
)
def forgets_b2(params, X):
    """The output layer's bias is not added."""
    Z1 = X @ params["W1"] + params["b1"]
    H1 = sigmoid(Z1)
    Z2 = H1 @ params["W2"]
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": sigmoid(Z2)}


@mistake(
    "forward",
    hints=(
        "Which of Z1 and H1 always lies between 0 and 1, and under which name do you store it?",
        "Z is the number before the bend, H the one after it.",
        FORWARD,
    ),
)
def stores_H_as_Z(params, X):
    """Z1 and Z2 in the cache hold the values after the sigmoid."""
    H1 = sigmoid(X @ params["W1"] + params["b1"])
    H2 = sigmoid(H1 @ params["W2"] + params["b2"])
    return {"X": X, "Z1": H1, "H1": H1, "Z2": H2, "H2": H2}


@mistake(
    "forward",
    hints=(
        "Is the bias added before the bend, or after it?",
        "A bias shifts the point at which a neuron wakes up, so it belongs inside the sigmoid.",
        FORWARD,
    ),
)
def bias_after_the_bend(params, X):
    """The hidden layer's bias is added after the sigmoid."""
    Z1 = X @ params["W1"]
    H1 = sigmoid(Z1) + params["b1"]
    Z2 = H1 @ params["W2"] + params["b2"]
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": sigmoid(Z2)}


@mistake(
    "forward",
    hints=(
        "Is the second bias multiplied by weights?",
        "The weights act on what comes in, the bias on what comes out.",
        FORWARD,
    ),
)
def bias_before_the_product(params, X):
    """The bias of the output layer is added to H1, before the product."""
    Z1 = X @ params["W1"] + params["b1"]
    H1 = sigmoid(Z1)
    Z2 = (H1 + (params["b2"] if len(params["b2"]) in (1, H1.shape[1]) else 0.0)) @ params["W2"]
    H2 = sigmoid(Z2)
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": H2}


@mistake(
    "forward",
    hints=(
        "Does a positive bias make Z1 larger?",
        "The bias is added.",
        FORWARD,
    ),
)
def biases_subtracted(params, X):
    """The biases are subtracted."""
    Z1 = X @ params["W1"] - params["b1"]
    H1 = sigmoid(Z1)
    Z2 = H1 @ params["W2"] - params["b2"]
    H2 = sigmoid(Z2)
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": H2}


@mistake(
    "forward",
    hints=(
        "Is there a largest Z1?",
        "A stable sigmoid takes any z; what the cache holds is the sum itself.",
        FORWARD,
    ),
)
def sums_clipped(params, X):
    """The sums are cut at 10."""
    Z1 = np.clip(X @ params["W1"] + params["b1"], -10, 10)
    H1 = sigmoid(Z1)
    Z2 = np.clip(H1 @ params["W2"] + params["b2"], -10, 10)
    H2 = sigmoid(Z2)
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": H2}


@mistake(
    "forward",
    hints=(
        "What is exp(800), and what is that divided by itself?",
        "A stable sigmoid never takes the exponential of a large positive number.",
        FORWARD,
    ),
)
def overflows_for_large_sums(params, X):
    """The sigmoid is exp(z) / (1 + exp(z)), which is NaN for large z."""
    Z1 = X @ params["W1"] + params["b1"]
    with np.errstate(all="ignore"):
        H1 = np.exp(Z1) / (1.0 + np.exp(Z1))
        Z2 = H1 @ params["W2"] + params["b2"]
        H2 = np.exp(Z2) / (1.0 + np.exp(Z2))
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": H2}


@mistake(
    "forward",
    hints=(
        "Which shape has Z1 for a batch of one sample?",
        "A batch of one is still a batch: its arrays have two axes.",
        "The line `Returns` in the docstring of q7.",
    ),
)
def one_sample_loses_its_row(params, X):
    """Axes of length one are dropped, so that a single sample loses its row."""
    Z1 = np.squeeze(X @ params["W1"] + params["b1"])
    H1 = sigmoid(Z1)
    Z2 = H1 @ params["W2"] + params["b2"]
    H2 = sigmoid(Z2)
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": H2}


@mistake(
    "forward",
    hints=(
        "Which keys are promised, and which does your cache have?",
        "The way back needs the input of every layer, the first one included.",
        "The line `Returns` in the docstring of q7.",
    ),
)
def cache_without_the_input(params, X):
    """The cache does not hold X."""
    Z1 = X @ params["W1"] + params["b1"]
    H1 = sigmoid(Z1)
    Z2 = H1 @ params["W2"] + params["b2"]
    return {"Z1": Z1, "H1": H1, "Z2": Z2, "H2": sigmoid(Z2)}
