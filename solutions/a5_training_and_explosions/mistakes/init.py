"""Wrong implementations of init that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

START = "q2, the worked number, and the formula in the docstring."


@mistake(
    "init",
    hints=(
        "Which number in the worked example is a root, and of what?",
        "The schemes name the typical size of a weight. It is the square root of a variance.",
        START,
    ),
)
def forgets_the_root(widths, scheme, rng):
    """The scales of xavier and he are used without the square root."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": 2 / (D + M), "he": 2 / D}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(D, M))
        params[f"b{i}"] = np.zeros(M)
    return params


@mistake(
    "init",
    hints=(
        "How many terms does one neuron add up?",
        "The size of a sum depends on how many terms it has: that is the number of inputs of the layer.",
        START,
    ),
)
def he_with_fan_out(widths, scheme, rng):
    """The scheme he looks at the number of neurons instead of the number of inputs."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / M)}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(D, M))
        params[f"b{i}"] = np.zeros(M)
    return params


@mistake(
    "init",
    hints=(
        "Which number stands above D in the formula of he, and why?",
        "ReLU lets half of what comes in through, so the square of the scale has to make up for that.",
        START,
    ),
)
def he_like_lecun(widths, scheme, rng):
    """The scheme he lacks the factor 2 for the half that ReLU shuts."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(1 / D)}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(D, M))
        params[f"b{i}"] = np.zeros(M)
    return params


@mistake(
    "init",
    hints=(
        "Is 1 / (D + M) the same as 1 over the mean of D and M?",
        "Xavier takes the mean of the number of inputs and the number of neurons, and the mean of two numbers is half their sum.",
        START,
    ),
)
def xavier_without_the_mean(widths, scheme, rng):
    """The scheme xavier divides by the sum of D and M instead of their mean."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(1 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(D, M))
        params[f"b{i}"] = np.zeros(M)
    return params


@mistake(
    "init",
    hints=(
        "Does your layer have negative weights?",
        "The draw is the one named in the docstring, whose numbers have mean 0.",
        START,
    ),
)
def uniform_weights(widths, scheme, rng):
    """The weights are drawn uniformly from 0 to 1."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = scale * rng.uniform(size=(D, M))
        params[f"b{i}"] = np.zeros(M)
    return params


@mistake(
    "init",
    hints=(
        "What should a bias be before anything was learned?",
        "Only weights are drawn. Biases start at one fixed value and use no random number.",
        START,
    ),
)
def random_biases(widths, scheme, rng):
    """The biases are random as well."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(D, M))
        params[f"b{i}"] = scale * rng.normal(size=M)
    return params


@mistake(
    "init",
    hints=(
        "What are the rows of W1, inputs or neurons?",
        "In this course rows of W belong to inputs: Z = X W + b.",
        START,
    ),
)
def transposed_weights(widths, scheme, rng):
    """The weights have the shape (outputs, inputs)."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(M, D))
        params[f"b{i}"] = np.zeros(M)
    return params


@mistake(
    "init",
    hints=(
        "What is the name of the first matrix in the notation table?",
        "Layers are numbered as in the notation table: the first one has the number 1.",
        START,
    ),
)
def names_from_zero(widths, scheme, rng):
    """The layers are numbered from 0."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=0):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(D, M))
        params[f"b{i}"] = np.zeros(M)
    return params


@mistake(
    "init",
    hints=(
        "How many layers of weights lie between three widths?",
        "A network with k widths has k - 1 layers of weights, the one to the outputs included.",
        START,
    ),
)
def forgets_the_last_layer(widths, scheme, rng):
    """The last layer is missing."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-2], widths[1:-1]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(D, M))
        params[f"b{i}"] = np.zeros(M)
    return params


@mistake(
    "init",
    hints=(
        "How small is small in the docstring?",
        "The scale of small is given as a decimal number: count its zeros.",
        START,
    ),
)
def small_is_a_tenth(widths, scheme, rng):
    """The scheme small uses 0.1."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.1, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(D, M))
        params[f"b{i}"] = np.zeros(M)
    return params


@mistake(
    "init",
    hints=(
        "Which of the two schemes knows the number of outputs?",
        "xavier uses both ends of a layer, he only the inputs.",
        START,
    ),
)
def schemes_exchanged(widths, scheme, rng):
    """The schemes xavier and he are exchanged."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / D), "he": np.sqrt(2 / (D + M))}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(D, M))
        params[f"b{i}"] = np.zeros(M)
    return params


@mistake(
    "init",
    hints=(
        "Does your xavier change when a layer gets more outputs?",
        "xavier is about the mean of inputs and outputs.",
        START,
    ),
)
def xavier_looks_at_the_inputs_only(widths, scheme, rng):
    """The scheme xavier is the root of 1 over the number of inputs."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(1 / D), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(D, M))
        params[f"b{i}"] = np.zeros(M)
    return params


@mistake(
    "init",
    hints=(
        "For which kind of draw is the 6?",
        "The numbers here are normal: their spread is 1 before they are scaled.",
        START,
    ),
)
def xavier_for_uniform_numbers(widths, scheme, rng):
    """The scheme xavier has 6 in the place of 2, as for uniform numbers."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(6 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(D, M))
        params[f"b{i}"] = np.zeros(M)
    return params


@mistake(
    "init",
    hints=(
        "Which method of rng do you call?",
        "The weights are normal numbers, times the scale.",
        START,
    ),
)
def uniform_between_minus_and_plus(widths, scheme, rng):
    """The weights are drawn uniformly from -1 to 1."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = scale * rng.uniform(-1, 1, size=(D, M))
        params[f"b{i}"] = np.zeros(M)
    return params


@mistake(
    "init",
    hints=(
        "How many axes has a bias?",
        "A bias has one axis: one number per neuron.",
        "The line `Returns` in the docstring of q2.",
    ),
)
def biases_as_rows(widths, scheme, rng):
    """The biases have the shape (1, M)."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(D, M))
        params[f"b{i}"] = np.zeros((1, M))
    return params


@mistake(
    "init",
    hints=(
        "How small is small here?",
        "The scheme's number stands in the formula.",
        START,
    ),
)
def small_is_a_thousandth(widths, scheme, rng):
    """The scheme small uses 0.001."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.001, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(D, M))
        params[f"b{i}"] = np.zeros(M)
    return params


@mistake(
    "init",
    hints=(
        "What does a neuron with weights of zero give at the start?",
        "All schemes start with biases of zero.",
        START,
    ),
)
def biases_of_ones(widths, scheme, rng):
    """The biases start at 1."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(D, M))
        params[f"b{i}"] = np.ones(M)
    return params


@mistake(
    "init",
    hints=(
        "Does your scale change from layer to layer?",
        "Each layer has its own number of inputs and outputs, and its own scale.",
        START,
    ),
)
def one_scale_for_all_layers(widths, scheme, rng):
    """Every layer uses the scale of the first one."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (widths[0] + widths[1])), "he": np.sqrt(2 / widths[0])}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(D, M))
        params[f"b{i}"] = np.zeros(M)
    return params


@mistake(
    "init",
    hints=(
        "How often do you call rng for one layer?",
        "Biases draw nothing.",
        START,
    ),
)
def biases_draw_too(widths, scheme, rng):
    """The biases are drawn and then set to zero, so that the next weights are other ones."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(D, M))
        params[f"b{i}"] = 0.0 * rng.normal(size=M)
    return params


@mistake(
    "init",
    hints=(
        "In which order do the drawn numbers fill your matrix?",
        "The draw has the shape of the weights themselves.",
        START,
    ),
)
def drawn_and_turned(widths, scheme, rng):
    """Every layer is drawn with its axes exchanged and then transposed."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(M, D)).T
        params[f"b{i}"] = np.zeros(M)
    return params


@mistake(
    "init",
    hints=(
        "What does the scheme zeros multiply by?",
        "Nothing is left of the draw in the scheme zeros.",
        START,
    ),
)
def ones_for_zeros(widths, scheme, rng):
    """The scheme zeros starts with ones."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(D, M)) if scheme != "zeros" else np.ones((D, M))
        params[f"b{i}"] = np.zeros(M)
    return params


@mistake(
    "init",
    hints=(
        "Whose weights are your first random numbers?",
        "The layers draw in order, inputs first: another order gives other weights.",
        START,
    ),
)
def drawn_from_the_last_layer(widths, scheme, rng):
    """The layers are drawn from the last to the first."""
    params = {}
    for i in reversed(range(1, len(widths))):
        D, M = widths[i - 1], widths[i]
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"], params[f"b{i}"] = scale * rng.normal(size=(D, M)), np.zeros(M)
    return params


@mistake(
    "init",
    hints=(
        "Which scale do the weights of your last layer have?",
        "The scheme is that of all layers.",
        START,
    ),
)
def output_layer_small(widths, scheme, rng):
    """The last layer is drawn with 0.01, whatever the scheme."""
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:], strict=True), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        if i == len(widths) - 1 and scheme != "zeros":
            scale = 0.01
        params[f"W{i}"], params[f"b{i}"] = scale * rng.normal(size=(D, M)), np.zeros(M)
    return params
