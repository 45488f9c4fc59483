"""Wrong implementations of local_affine that learners write: the offset."""

import numpy as np

from autograder.checking import mistake

from .where import MAP


@mistake(
    "local_affine",
    hints=(
        "A neuron with a large negative bias is off. What is left of that bias in your c?",
        "A neuron that is off is 0, slope and offset both.",
        MAP,
    ),
)
def keeps_c_of_neurons_that_are_off(net, x):
    """Only A loses the neurons that are off; their offsets stay in c."""
    A, c, h = np.eye(len(x)), np.zeros(len(x)), x
    for W, b in net[:-1]:
        A, c, z = A @ W, c @ W + b, h @ W + b
        A, h = A * (z > 0), np.maximum(z, 0.0)
    W, b = net[-1]
    return A @ W, c @ W + b


@mistake(
    "local_affine",
    hints=(
        "Two layers without x, only with biases: what does the second layer do to the bias of the first?",
        "The offset goes through the weights as well: c becomes c W + b.",
        MAP,
    ),
)
def adds_up_the_biases(net, x):
    """c does not go through the weights: only the last bias is left of it."""
    A, c = np.eye(len(x)), np.zeros(len(x))
    for W, b in net[:-1]:
        A, c = A @ W, c @ W + b
        on = x @ A + c > 0
        A, c = A * on, c * on
    W, b = net[-1]
    return A @ W, b.copy()


@mistake(
    "local_affine",
    hints=(
        "What does y A + c give at y = x, if c is what you return?",
        "c is where the plane would be at the origin, not where the net is at x.",
        MAP,
    ),
)
def output_for_offset(net, x):
    """c is the output of the net at x."""
    A, h = np.eye(len(x)), x
    for W, b in net[:-1]:
        A, h = A @ W, h @ W + b
        A, h = A * (h > 0), np.maximum(h, 0.0)
    W, b = net[-1]
    return A @ W, h @ W + b


@mistake(
    "local_affine",
    hints=(
        "What does the net give where all hidden neurons are off?",
        "The last layer has a bias like the others.",
        MAP,
    ),
)
def last_bias_left_out(net, x):
    """The bias of the last layer is left out."""
    A, c = np.eye(len(x)), np.zeros(len(x))
    for W, b in net[:-1]:
        A, c = A @ W, c @ W + b
        on = x @ A + c > 0
        A, c = A * on, c * on
    W, b = net[-1]
    return A @ W, c @ W


@mistake(
    "local_affine",
    hints=(
        "What is left of the bias of a neuron that is off?",
        "All entries of c that belong to a neuron that is off become 0.",
        MAP,
    ),
)
def bias_of_what_is_on_only(net, x):
    """Every bias is kept, only what came before is switched off."""
    A, c = np.eye(len(x)), np.zeros(len(x))
    for W, b in net[:-1]:
        on = x @ (A @ W) + c @ W + b > 0
        A, c = A @ W * on, c @ W * on + b
    W, b = net[-1]
    return A @ W, c @ W + b


@mistake(
    "local_affine",
    hints=(
        "Is your c ever different from 0?",
        "c becomes c W + b in every layer.",
        MAP,
    ),
)
def biases_forgotten(net, x):
    """The biases are left out."""
    A, c = np.eye(len(x)), np.zeros(len(x))
    for W, b in net[:-1]:
        A, c = A @ W, c @ W
        on = x @ A + c > 0
        A, c = A * on, c * on
    W, b = net[-1]
    return A @ W, c @ W


@mistake(
    "local_affine",
    hints=(
        "What does a neuron that is off add to c?",
        "Off means off: the whole z of the neuron becomes 0, its bias with it.",
        MAP,
    ),
)
def biases_after_the_switch(net, x):
    """The bias is added after the switch, so that neurons that are off still hand on their bias."""
    A, c, h = np.eye(len(x)), np.zeros(len(x)), x
    for i, (W, b) in enumerate(net):
        A, c, z = A @ W, c @ W, h @ W + b
        if i < len(net) - 1:
            A, c = A * (z > 0), c * (z > 0)
        c, h = c + b, np.maximum(z, 0.0)
    return A, c
