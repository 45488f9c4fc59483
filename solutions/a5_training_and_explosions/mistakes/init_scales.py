"""Wrong implementations of init that learners write: scales."""

import numpy as np

from autograder.checking import mistake

from .where import START


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
