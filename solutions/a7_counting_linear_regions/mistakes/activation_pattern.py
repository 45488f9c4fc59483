"""Wrong implementations of activation_pattern that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

PATTERN = "q2, the table with the four samples, and the definition of a pattern in the conventions."


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
