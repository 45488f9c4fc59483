"""Wrong implementations of mlp_backward that learners write: the form of the gradients of the biases."""

import numpy as np

from autograder.checking import mistake

from ..reference import act_backward, affine_backward
from .where import DEEP


@mistake(
    "mlp_backward",
    hints=(
        "What shape has a bias, and what shape has its gradient in your result?",
        "A gradient has exactly the shape of the thing it belongs to.",
        DEEP,
    ),
)
def biases_keep_an_axis(params, caches, dZ):
    """The gradients of the biases have the shape (1, M) instead of (M,)."""
    grads = [None] * len(params)
    for i in reversed(range(len(params))):
        dH, dW, db = affine_backward(dZ, caches[i][0], params[i][0])
        grads[i] = (dW, db[np.newaxis])
        if i > 0:
            dZ = act_backward(dH, caches[i - 1][1], params[i - 1][2])
    return dH, grads


@mistake(
    "mlp_backward",
    hints=(
        "How many biases has a layer, and how many numbers does your sum leave?",
        "Every neuron has a bias of its own: the sum runs over the samples only.",
        DEEP,
    ),
)
def one_number_for_the_biases(params, caches, dZ):
    """The gradient of the biases of a layer is one number: the sum over samples and neurons."""
    grads = [None] * len(params)
    for i in reversed(range(len(params))):
        dH, dW, db = affine_backward(dZ, caches[i][0], params[i][0])
        grads[i] = (dW, np.sum(db))
        if i > 0:
            dZ = act_backward(dH, caches[i - 1][1], params[i - 1][2])
    return dH, grads


@mistake(
    "mlp_backward",
    hints=(
        "A W of this course has one row per input: what do the rows of your dW stand for?",
        "A gradient has the shape of the thing it belongs to.",
        DEEP,
    ),
)
def weights_transposed(params, caches, dZ):
    """Each dW comes out transposed, (M, D)."""
    grads = [None] * len(params)
    for i in reversed(range(len(params))):
        dH, dW, db = affine_backward(dZ, caches[i][0], params[i][0])
        grads[i] = (dW.T, db)
        if i > 0:
            dZ = act_backward(dH, caches[i - 1][1], params[i - 1][2])
    return dH, grads


@mistake(
    "mlp_backward",
    hints=(
        "What belongs to a layer besides its weights?",
        "Every layer has a pair of gradients, dW and db.",
        DEEP,
    ),
)
def weights_alone(params, caches, dZ):
    """The list holds the gradients of the weights only, without those of the biases."""
    grads = [None] * len(params)
    for i in reversed(range(len(params))):
        dH, dW, db = affine_backward(dZ, caches[i][0], params[i][0])
        grads[i] = dW
        if i > 0:
            dZ = act_backward(dH, caches[i - 1][1], params[i - 1][2])
    return dH, grads
