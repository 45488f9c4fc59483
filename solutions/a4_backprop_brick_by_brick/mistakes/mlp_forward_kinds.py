"""Wrong implementations of mlp_forward that learners write: activations."""

import numpy as np

from autograder.checking import mistake

from ..reference import act_forward
from .where import DEEP


@mistake(
    "mlp_forward",
    hints=(
        "What does a stack of affine layers without a bend amount to?",
        "Each hidden layer bends its Z with its own kind before it hands it on.",
        DEEP,
    ),
)
def never_bends(params, X):
    """No activation is applied anywhere."""
    H, caches = X, []
    for W, b, _ in params:
        Z = H @ W + b
        caches.append((H, Z))
        H = Z
    return H, caches


@mistake(
    "mlp_forward",
    hints=(
        "Which layer's kind does your loop use in the second layer?",
        "The kind of a layer stands in its own tuple.",
        DEEP,
    ),
)
def bends_with_the_first_kind(params, X):
    """Every hidden layer uses the kind of the first one."""
    H, caches = X, []
    for i, (W, b, _) in enumerate(params):
        Z = H @ W + b
        caches.append((H, Z))
        H = act_forward(Z, params[0][2]) if i < len(params) - 1 else Z
    return H, caches


@mistake(
    "mlp_forward",
    hints=(
        "In which order do the two steps of a layer happen?",
        "A layer first adds up, then bends.",
        DEEP,
    ),
)
def bends_before_the_sum(params, X):
    """The activation is applied to what comes into a layer instead of to its Z."""
    H, caches = X, []
    for W, b, kind in params:
        H = act_forward(H, kind)
        Z = H @ W + b
        caches.append((H, Z))
        H = Z
    return H, caches


@mistake(
    "mlp_forward",
    hints=(
        "What does the kind of the last layer say?",
        "The last layer's Z is the output, so that any loss can stand on it.",
        DEEP,
    ),
)
def bends_the_output(params, X):
    """The last layer is bent with the kind of the layer below it."""
    H, caches = X, []
    for i, (W, b, kind) in enumerate(params):
        Z = H @ W + b
        caches.append((H, Z))
        H = act_forward(Z, kind if i < len(params) - 1 else params[i - 1][2])
    return H, caches


@mistake(
    "mlp_forward",
    hints=(
        "Do the outputs have to add up to 1?",
        "The last layer's kind is 'linear': its Z is the output.",
        DEEP,
    ),
)
def softmax_at_the_end(params, X):
    """The output goes through a softmax."""
    H, caches = X, []
    for W, b, kind in params:
        Z = H @ W + b
        caches.append((H, Z))
        H = act_forward(Z, kind)
    return np.exp(H - H.max(axis=1, keepdims=True)) / np.exp(H - H.max(axis=1, keepdims=True)).sum(axis=1, keepdims=True), caches


@mistake(
    "mlp_forward",
    hints=(
        "Where does your function read the kind of a layer?",
        "Every layer names its own activation.",
        DEEP,
    ),
)
def always_relu(params, X):
    """Every hidden layer is a ReLU, whatever its kind."""
    H, caches = X, []
    for W, b, kind in params:
        Z = H @ W + b
        caches.append((H, Z))
        H = act_forward(Z, "linear" if kind == "linear" else "relu")
    return H, caches


@mistake(
    "mlp_forward",
    hints=(
        "Does a layer of kind 'relu' give zeros in your function?",
        "Every layer names its own activation.",
        DEEP,
    ),
)
def always_sigmoid(params, X):
    """Every hidden layer is a sigmoid, whatever its kind."""
    H, caches = X, []
    for W, b, kind in params:
        Z = H @ W + b
        caches.append((H, Z))
        H = act_forward(Z, "linear" if kind == "linear" else "sigmoid")
    return H, caches


@mistake(
    "mlp_forward",
    hints=(
        "How often is Z bent?",
        "Every layer is bent once.",
        DEEP,
    ),
)
def activations_twice(params, X):
    """Every activation is applied twice."""
    H, caches = X, []
    for W, b, kind in params:
        Z = H @ W + b
        caches.append((H, Z))
        H = act_forward(act_forward(Z, kind), kind)
    return H, caches


@mistake(
    "mlp_forward",
    hints=(
        "Whose kind do you use for the first layer?",
        "A layer's tuple holds its own kind.",
        DEEP,
    ),
)
def bends_with_the_next_kind(params, X):
    """Every layer is bent with the kind of the layer above it."""
    H, caches = X, []
    for i, (W, b, _) in enumerate(params):
        Z = H @ W + b
        caches.append((H, Z))
        H = act_forward(Z, params[min(i + 1, len(params) - 1)][2])
    return H, caches
