"""Wrong implementations of saliency that learners write: the way back, and what is made of the map."""

import numpy as np

from autograder.checking import mistake

from ..reference import mlp_backward, mlp_forward
from .where import SLOPES


@mistake(
    "saliency",
    hints=(
        "Can an entry of your map be negative?",
        "A slope has a sign: a brighter pixel can speak against the class.",
        SLOPES,
    ),
)
def loses_the_sign(params, X, c):
    """The absolute values are returned."""
    Z, caches = mlp_forward(params, X)
    dZ = np.zeros_like(Z)
    dZ[:, c] = 1.0
    return np.abs(mlp_backward(params, caches, dZ)[0])


@mistake(
    "saliency",
    hints=(
        "Is it the output that you differentiate, or the probability made from it?",
        "z_c is the output before any softmax.",
        SLOPES,
    ),
)
def slope_of_the_probability(params, X, c):
    """The slope of the softmax probability is taken instead of that of the output."""
    Z, caches = mlp_forward(params, X)
    P = np.exp(Z - Z.max(axis=1, keepdims=True))
    P /= P.sum(axis=1, keepdims=True)
    dZ = -P * P[:, [c]]
    dZ[:, c] += P[:, c]
    return mlp_backward(params, caches, dZ)[0]


@mistake(
    "saliency",
    hints=(
        "What is the map of a pixel that is 0 in a linear network?",
        "The map is the slope itself; multiplying it by the input is another instrument.",
        SLOPES,
    ),
)
def times_the_input(params, X, c):
    """The slopes are multiplied by the input."""
    Z, caches = mlp_forward(params, X)
    dZ = np.zeros_like(Z)
    dZ[:, c] = 1.0
    return X * mlp_backward(params, caches, dZ)[0]


@mistake(
    "saliency",
    hints=(
        "Do two different images get the same map from your function?",
        "Units that are shut, or nearly flat, for a sample pass less on: the slopes of the activations belong into the product.",
        SLOPES,
    ),
)
def ignores_the_bends(params, X, c):
    """The weight matrices are multiplied, as if there were no activations."""
    W = params[0][0]
    for layer in params[1:]:
        W = W @ layer[0]
    return np.tile(W[:, c], (len(X), 1))


@mistake(
    "saliency",
    hints=(
        "Is the largest entry of every map of yours equal to 1?",
        "Scaling for a picture is the picture's business: the slopes keep their size.",
        SLOPES,
    ),
)
def scaled_for_the_picture(params, X, c):
    """Each map is divided by its largest absolute entry."""
    Z, caches = mlp_forward(params, X)
    dZ = np.zeros_like(Z)
    dZ[:, c] = 1.0
    S = mlp_backward(params, caches, dZ)[0]
    return S / (np.max(np.abs(S), axis=1, keepdims=True) + 1e-300)


@mistake(
    "saliency",
    hints=(
        "If an output is twice as large, must its slope be twice as large?",
        "What is sent back is the slope of output c with respect to itself, whatever its value.",
        SLOPES,
    ),
)
def weighted_by_the_output(params, X, c):
    """The output itself is sent back in place of 1."""
    Z, caches = mlp_forward(params, X)
    dZ = np.zeros_like(Z)
    dZ[:, c] = Z[:, c]
    return mlp_backward(params, caches, dZ)[0]


@mistake(
    "saliency",
    hints=(
        "Can your map be negative?",
        "Signs are kept.",
        SLOPES,
    ),
)
def squared_slopes(params, X, c):
    """The slopes are squared."""
    Z, caches = mlp_forward(params, X)
    dZ = np.zeros_like(Z)
    dZ[:, c] = 1.0
    return mlp_backward(params, caches, dZ)[0] ** 2


@mistake(
    "saliency",
    hints=(
        "What does an input do that speaks against c?",
        "Signs are kept.",
        SLOPES,
    ),
)
def positive_slopes_only(params, X, c):
    """Negative slopes are set to 0."""
    Z, caches = mlp_forward(params, X)
    dZ = np.zeros_like(Z)
    dZ[:, c] = 1.0
    return np.maximum(mlp_backward(params, caches, dZ)[0], 0.0)


@mistake(
    "saliency",
    hints=(
        "Does output c grow or shrink along your map?",
        "The map says how the output grows with each input.",
        SLOPES,
    ),
)
def wrong_sign_of_the_slope(params, X, c):
    """The slopes have the wrong sign."""
    Z, caches = mlp_forward(params, X)
    dZ = np.zeros_like(Z)
    dZ[:, c] = -1.0
    return mlp_backward(params, caches, dZ)[0]


@mistake(
    "saliency",
    hints=(
        "What does your way back do at a tanh layer?",
        "Every layer is passed with the slope of its own kind.",
        SLOPES,
    ),
)
def relu_gates_everywhere(params, X, c):
    """The gates on the way back are those of ReLU in every layer, whatever its kind."""
    Z, caches = mlp_forward(params, X)
    slopes = np.tile(params[-1][0][:, c], (len(X), 1))
    for (W, _, _), (_, Z) in zip(params[-2::-1], caches[-2::-1], strict=True):
        slopes = (slopes * (Z > 0)) @ W.T
    return slopes


@mistake(
    "saliency",
    hints=(
        "Does your map change if another output gets larger?",
        "Nothing but output c is asked for: 1 is sent back at c, and 0 at all others.",
        SLOPES,
    ),
)
def slope_of_the_loss(params, X, c):
    """The slope of the cross-entropy with c for the right class is taken instead of that of the output."""
    Z, caches = mlp_forward(params, X)
    P = np.exp(Z - Z.max(axis=1, keepdims=True))
    P /= P.sum(axis=1, keepdims=True)
    P[:, c] -= 1.0
    return mlp_backward(params, caches, P)[0]
