"""Wrong implementations of activation_pattern that learners write: which neurons are on."""

import numpy as np

from autograder.checking import mistake

from .where import PATTERN


@mistake(
    "activation_pattern",
    hints=(
        "What does your function say of a neuron whose z is exactly 0?",
        "On means greater than 0. A neuron at 0 passes nothing on, so it counts as off.",
        PATTERN,
    ),
)
def on_at_zero(net, X):
    """A neuron with z = 0 counts as on."""
    H, on = X, []
    for W, b in net[:-1]:
        Z = H @ W + b
        on.append(Z >= 0)
        H = np.maximum(Z, 0.0)
    return np.hstack(on)


@mistake(
    "activation_pattern",
    hints=(
        "What does the second layer get to see: z of the first, or what ReLU made of it?",
        "Every hidden layer passes on h = max(z, 0); negative numbers never reach the layer above.",
        PATTERN,
    ),
)
def never_bends(net, X):
    """z goes up to the next layer without ReLU."""
    H, on = X, []
    for W, b in net[:-1]:
        H = H @ W + b
        on.append(H > 0)
    return np.hstack(on)


@mistake(
    "activation_pattern",
    hints=(
        "At which x does a neuron with z = 2 - x switch, and where does yours?",
        "The bias is part of z: without it every neuron of the first layer switches at the origin.",
        PATTERN,
    ),
)
def forgets_the_biases(net, X):
    """The biases are left out."""
    H, on = X, []
    for W, _ in net[:-1]:
        Z = H @ W
        on.append(Z > 0)
        H = np.maximum(Z, 0.0)
    return np.hstack(on)


@mistake(
    "activation_pattern",
    hints=(
        "Where is the neuron with z = x on: left of 0 or right of it?",
        "On means that ReLU lets z through.",
        PATTERN,
    ),
)
def on_and_off_swapped(net, X):
    """True stands where the neuron is off."""
    H, on = X, []
    for W, b in net[:-1]:
        Z = H @ W + b
        on.append(Z <= 0)
        H = np.maximum(Z, 0.0)
    return np.hstack(on)


@mistake(
    "activation_pattern",
    hints=(
        "Which sign has b in z?",
        "z is h W plus b.",
        PATTERN,
    ),
)
def biases_subtracted_from_z(net, X):
    """The biases are subtracted."""
    H, on = X, []
    for W, b in net[:-1]:
        Z = H @ W - b
        on.append(Z > 0)
        H = np.maximum(Z, 0.0)
    return np.hstack(on)


@mistake(
    "activation_pattern",
    hints=(
        "Is a neuron with a negative z on?",
        "On means greater than 0.",
        PATTERN,
    ),
)
def size_of_z_decides(net, X):
    """A neuron counts as on where z is not 0."""
    H, on = X, []
    for W, b in net[:-1]:
        Z = H @ W + b
        on.append(Z != 0)
        H = np.maximum(Z, 0.0)
    return np.hstack(on)


@mistake(
    "activation_pattern",
    hints=(
        "Is a neuron with z = 0.3 on?",
        "On means greater than 0.",
        PATTERN,
    ),
)
def on_above_one(net, X):
    """A neuron counts as on where z is greater than 1."""
    H, on = X, []
    for W, b in net[:-1]:
        Z = H @ W + b
        on.append(Z > 1)
        H = np.maximum(Z, 0.0)
    return np.hstack(on)


@mistake(
    "activation_pattern",
    hints=(
        "With which number do you compare z?",
        "On means greater than 0, whatever the others are.",
        PATTERN,
    ),
)
def compared_with_the_mean(net, X):
    """z is compared with the mean of its layer."""
    H, on = X, []
    for W, b in net[:-1]:
        Z = H @ W + b
        on.append(Z > Z.mean(axis=1, keepdims=True))
        H = np.maximum(Z, 0.0)
    return np.hstack(on)


@mistake(
    "activation_pattern",
    hints=(
        "What is h for the second hidden layer, numbers or yes and no?",
        "h is z after ReLU.",
        PATTERN,
    ),
)
def masks_go_up(net, X):
    """The pattern goes up to the next layer instead of the values."""
    H, on = X, []
    for W, b in net[:-1]:
        Z = H @ W + b
        on.append(Z > 0)
        H = 1.0 * (Z > 0)
    return np.hstack(on)


@mistake(
    "activation_pattern",
    hints=(
        "What is h for the second hidden layer?",
        "h is z after ReLU: what is negative becomes 0, the rest stays.",
        PATTERN,
    ),
)
def sigmoid_goes_up(net, X):
    """Another activation than ReLU goes up to the next layer."""
    H, on = X, []
    for W, b in net[:-1]:
        Z = H @ W + b
        on.append(Z > 0)
        H = np.tanh(Z)
    return np.hstack(on)


@mistake(
    "activation_pattern",
    hints=(
        "What goes into the second hidden layer?",
        "h is X for the first layer only.",
        PATTERN,
    ),
)
def every_layer_sees_the_samples(net, X):
    """Every layer sees the samples themselves, where the widths allow it."""
    H, on = X, []
    for W, b in net[:-1]:
        Z = (X if len(W) == X.shape[1] else H) @ W + b
        on.append(Z > 0)
        H = np.maximum(Z, 0.0)
    return np.hstack(on)
