"""Wrong implementations of forward that learners write: bends that are other ones."""

import numpy as np

from autograder.checking import mistake

from ..reference import sigmoid
from .where import FORWARD


@mistake(
    "forward",
    hints=(
        "What would be left of two layers if the first one did not bend?",
        "What the second layer sees is H1, and H1 is bent.",
        FORWARD,
    ),
)
def hidden_layer_is_affine(params, X):
    """H1 is Z1: the sigmoid of the hidden layer is missing."""
    Z1 = X @ params["W1"] + params["b1"]
    Z2 = Z1 @ params["W2"] + params["b2"]
    return {"X": X, "Z1": Z1, "H1": Z1, "Z2": Z2, "H2": sigmoid(Z2)}


@mistake(
    "forward",
    hints=(
        "Can an output of this network be larger than 1?",
        "The output layer bends as well.",
        FORWARD,
    ),
)
def output_is_affine(params, X):
    """H2 is Z2: the sigmoid of the output layer is missing."""
    Z1 = X @ params["W1"] + params["b1"]
    H1 = sigmoid(Z1)
    Z2 = H1 @ params["W2"] + params["b2"]
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": Z2}


@mistake(
    "forward",
    hints=(
        "Do the outputs of a row of your H2 always add up to one?",
        "Each output neuron is bent on its own, without asking its neighbours.",
        FORWARD,
    ),
)
def softmax_output(params, X):
    """The output is a softmax over each row instead of sigmoids."""
    Z1 = X @ params["W1"] + params["b1"]
    H1 = sigmoid(Z1)
    Z2 = H1 @ params["W2"] + params["b2"]
    E = np.exp(Z2 - Z2.max(axis=1, keepdims=True))
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": E / E.sum(axis=1, keepdims=True)}


@mistake(
    "forward",
    hints=(
        "Can a hidden neuron be exactly 0?",
        "Both layers are sigmoids.",
        FORWARD,
    ),
)
def relu_below(params, X):
    """The hidden layer uses ReLU instead of the sigmoid."""
    Z1 = X @ params["W1"] + params["b1"]
    H1 = np.maximum(Z1, 0.0)
    Z2 = H1 @ params["W2"] + params["b2"]
    H2 = sigmoid(Z2)
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": H2}


@mistake(
    "forward",
    hints=(
        "Between which two numbers does an entry of H1 lie?",
        "Both layers are sigmoids.",
        FORWARD,
    ),
)
def tanh_below(params, X):
    """The hidden layer uses tanh instead of the sigmoid."""
    Z1 = X @ params["W1"] + params["b1"]
    H1 = np.tanh(Z1)
    Z2 = H1 @ params["W2"] + params["b2"]
    H2 = sigmoid(Z2)
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": H2}


@mistake(
    "forward",
    hints=(
        "Between which two numbers does an entry of H2 lie?",
        "Both layers are sigmoids.",
        FORWARD,
    ),
)
def tanh_above(params, X):
    """The output layer uses tanh instead of the sigmoid."""
    Z1 = X @ params["W1"] + params["b1"]
    H1 = sigmoid(Z1)
    Z2 = H1 @ params["W2"] + params["b2"]
    H2 = np.tanh(Z2)
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": H2}


@mistake(
    "forward",
    hints=(
        "What does the second layer multiply, Z1 or H1?",
        "A layer works on what the layer below has bent.",
        FORWARD,
    ),
)
def second_layer_sees_Z1(params, X):
    """The second layer gets Z1 instead of H1."""
    Z1 = X @ params["W1"] + params["b1"]
    H1 = sigmoid(Z1)
    Z2 = Z1 @ params["W2"] + params["b2"]
    H2 = sigmoid(Z2)
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": H2}


@mistake(
    "forward",
    hints=(
        "How often is Z2 bent?",
        "Every layer is bent once.",
        FORWARD,
    ),
)
def bent_twice_at_the_output(params, X):
    """The sigmoid is applied twice at the output."""
    Z1 = X @ params["W1"] + params["b1"]
    H1 = sigmoid(Z1)
    Z2 = H1 @ params["W2"] + params["b2"]
    H2 = sigmoid(sigmoid(Z2))
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": H2}


@mistake(
    "forward",
    hints=(
        "Is H1 above one half where Z1 is positive?",
        "The sigmoid rises: a positive z gives more than one half.",
        FORWARD,
    ),
)
def exponent_upside_down(params, X):
    """The sign in the sigmoid's exponent is wrong."""
    Z1 = X @ params["W1"] + params["b1"]
    H1 = sigmoid(-Z1)
    Z2 = H1 @ params["W2"] + params["b2"]
    H2 = sigmoid(-Z2)
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": H2}
