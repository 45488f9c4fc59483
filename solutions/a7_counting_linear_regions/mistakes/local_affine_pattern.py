"""Wrong implementations of local_affine that learners write: which neurons pass, and form."""

import numpy as np

from autograder.checking import mistake

from .where import MAP


@mistake(
    "local_affine",
    hints=(
        "What does a neuron that is off contribute to the layer above it?",
        "On a region ReLU keeps the neurons that are on and replaces the others by 0: their columns of A and entries of c go.",
        MAP,
    ),
)
def keeps_all_neurons(net, x):
    """No neuron is ever switched off: the net without ReLU."""
    A, c = np.eye(len(x)), np.zeros(len(x))
    for W, b in net:
        A, c = A @ W, c @ W + b
    return A, c


@mistake(
    "local_affine",
    hints=(
        "Which axis of A belongs to the neurons of the layer: the rows or the columns?",
        "A (D, M) has one column for each neuron of the layer it has reached.",
        MAP,
    ),
)
def switches_off_rows(net, x):
    """The rows of A are set to 0 instead of its columns: a crash, or wrong numbers where the widths agree."""
    A, c = np.eye(len(x)), np.zeros(len(x))
    for W, b in net[:-1]:
        A, c = A @ W, c @ W + b
        on = x @ A + c > 0
        A, c = A * on[:, None], c * on
    W, b = net[-1]
    return A @ W, c @ W + b


@mistake(
    "local_affine",
    hints=(
        "Can the output of this net be negative? Can yours?",
        "Every layer but the last is followed by ReLU; the last one is not.",
        MAP,
    ),
)
def switches_off_outputs(net, x):
    """Outputs that are negative are switched off like hidden neurons."""
    A, c = np.eye(len(x)), np.zeros(len(x))
    for W, b in net:
        A, c = A @ W, c @ W + b
        on = x @ A + c > 0
        A, c = A * on, c * on
    return A, c


@mistake(
    "local_affine",
    hints=(
        "What shape has your A for a net with three inputs and two outputs?",
        "A acts on rows, like a W: one row for each input, one column for each output.",
        MAP,
    ),
)
def transposes_A(net, x):
    """A comes out as (C, D)."""
    A, c = np.eye(len(x)), np.zeros(len(x))
    for W, b in net[:-1]:
        A, c = A @ W, c @ W + b
        on = x @ A + c > 0
        A, c = A * on, c * on
    W, b = net[-1]
    return (A @ W).T, c @ W + b


@mistake(
    "local_affine",
    hints=(
        "In which order does the docstring list the two results?",
        "The results are a tuple, so their order carries their meaning.",
        "The stub's docstring, in the line that starts with Returns.",
    ),
)
def offset_first(net, x):
    """c and A come back in the wrong order."""
    A, c = np.eye(len(x)), np.zeros(len(x))
    for W, b in net[:-1]:
        A, c = A @ W, c @ W + b
        on = x @ A + c > 0
        A, c = A * on, c * on
    W, b = net[-1]
    return c @ W + b, A @ W


@mistake(
    "local_affine",
    hints=(
        "When you decide which neurons of the second layer are on, what do they see of the first?",
        "The pattern at x is that of the net with ReLU: neurons that are off pass 0 on, not their negative z.",
        MAP,
    ),
)
def pattern_without_relu(net, x):
    """Which neurons are on is decided with a z that has not passed ReLU."""
    A, c, z = np.eye(len(x)), np.zeros(len(x)), x
    for W, b in net[:-1]:
        A, c, z = A @ W, c @ W + b, z @ W + b
        A, c = A * (z > 0), c * (z > 0)
    W, b = net[-1]
    return A @ W, c @ W + b


@mistake(
    "local_affine",
    hints=(
        "Does your A depend on the sign of x A, or of x A + c?",
        "Whether a neuron is on depends on z with its bias.",
        MAP,
    ),
)
def pattern_without_biases(net, x):
    """Which neurons are on is decided without the biases."""
    A, c = np.eye(len(x)), np.zeros(len(x))
    for W, b in net[:-1]:
        A, c = A @ W, c @ W + b
        on = x @ A > 0
        A, c = A * on, c * on
    W, b = net[-1]
    return A @ W, c @ W + b


@mistake(
    "local_affine",
    hints=(
        "Is a neuron with z = 0 on or off?",
        "Exactly 0 counts as off.",
        MAP,
    ),
)
def on_at_zero_too(net, x):
    """A neuron that is exactly 0 at x counts as on."""
    A, c = np.eye(len(x)), np.zeros(len(x))
    for W, b in net[:-1]:
        A, c = A @ W, c @ W + b
        on = x @ A + c >= 0
        A, c = A * on, c * on
    W, b = net[-1]
    return A @ W, c @ W + b


@mistake(
    "local_affine",
    hints=(
        "By what do you multiply the columns of neurons that are on?",
        "What is on stays as it is, what is off becomes 0.",
        MAP,
    ),
)
def values_instead_of_pattern(net, x):
    """The columns are multiplied by the neurons' values instead of by 0 or 1."""
    A, c = np.eye(len(x)), np.zeros(len(x))
    for W, b in net[:-1]:
        A, c = A @ W, c @ W + b
        on = np.maximum(x @ A + c, 0.0)
        A, c = A * on, c * on
    W, b = net[-1]
    return A @ W, c @ W + b


@mistake(
    "local_affine",
    hints=(
        "Which columns do you keep?",
        "The columns of neurons that are off become 0.",
        MAP,
    ),
)
def off_and_on_exchanged(net, x):
    """The neurons that are on are switched off."""
    A, c = np.eye(len(x)), np.zeros(len(x))
    for W, b in net[:-1]:
        A, c = A @ W, c @ W + b
        on = x @ A + c <= 0
        A, c = A * on, c * on
    W, b = net[-1]
    return A @ W, c @ W + b


@mistake(
    "local_affine",
    hints=(
        "How many results are asked for?",
        "An affine map has a matrix and an offset.",
        "The line `Returns` in the docstring of q3.",
    ),
)
def linear_part_only(net, x):
    """Only A is returned."""
    A, c = np.eye(len(x)), np.zeros(len(x))
    for W, b in net[:-1]:
        A, c = A @ W, c @ W + b
        on = x @ A + c > 0
        A, c = A * on, c * on
    W, b = net[-1]
    return A @ W


@mistake(
    "local_affine",
    hints=(
        "Which shape has your A for a net with one output?",
        "A and c go through all layers; only the last has no ReLU.",
        MAP,
    ),
)
def last_layer_missing(net, x):
    """The last layer is left out."""
    A, c = np.eye(len(x)), np.zeros(len(x))
    for W, b in net[:-1]:
        A, c = A @ W, c @ W + b
        on = x @ A + c > 0
        A, c = A * on, c * on
    W, b = net[-1]
    return A, c


@mistake(
    "local_affine",
    hints=(
        "What does your A say if a neuron switches 0.0005 beside x?",
        "The region of x may be tiny. Which neurons are on at x itself decides, and then A is a product of matrices.",
        MAP,
    ),
)
def measured_by_differences(net, x):
    """A is measured by steps of a thousandth instead of computed: exact only where no neuron switches in between."""
    def output(x):
        for i, (W, b) in enumerate(net):
            x = x @ W + b if i == len(net) - 1 else np.maximum(x @ W + b, 0.0)
        return x

    x = np.asarray(x, dtype=float)
    A = np.array([(output(x + step) - output(x)) / 1e-3 for step in 1e-3 * np.eye(len(x))])
    return A, output(x) - x @ A
