"""Wrong implementations of sensitivity that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from ..reference import d_sigmoid, sigmoid

SENSITIVE = "q13, the worked number."


# sensitivity
@mistake(
    "sensitivity",
    hints=(
        "Does your result depend on x?",
        "The weights say what reaches z; how much of it comes through depends on the slope there.",
        SENSITIVE,
    ),
)
def weights_alone(x, W, b):
    """The weights themselves, without the slope."""
    return W.T.copy()


@mistake(
    "sensitivity",
    hints=(
        "Which axis of your result counts the units?",
        "There is one row per unit.",
        "The docstring of sensitivity.",
    ),
)
def inputs_in_rows(x, W, b):
    """Rows and columns are exchanged: one row per input."""
    return W * d_sigmoid(x @ W + b)


@mistake(
    "sensitivity",
    hints=(
        "What do your units respond to when they are fully on?",
        "How much the output moves depends on the slope, not on the output.",
        SENSITIVE,
    ),
)
def output_for_slope(x, W, b):
    """The output of the units stands where their slope belongs."""
    return sigmoid(x @ W + b)[:, np.newaxis] * W.T


@mistake(
    "sensitivity",
    hints=(
        "How often do you take the sigmoid?",
        "The slope is that at z; a function that wants z must not be given the output.",
        SENSITIVE,
    ),
)
def slope_at_the_output(x, W, b):
    """The slope is taken at the output instead of at z."""
    return d_sigmoid(sigmoid(x @ W + b))[:, np.newaxis] * W.T


@mistake(
    "sensitivity",
    hints=(
        "What is z of your units?",
        "The bias moves z, and with it the slope.",
        "The formula in the docstring of sensitivity.",
    ),
)
def sensitivity_without_bias(x, W, b):
    """The bias is left out of z."""
    return d_sigmoid(x @ W)[:, np.newaxis] * W.T


@mistake(
    "sensitivity",
    hints=(
        "Are your units equally awake wherever x is?",
        "A quarter is the slope at z = 0 only.",
        SENSITIVE,
    ),
)
def always_a_quarter(x, W, b):
    """The slope is taken to be a quarter everywhere."""
    return 0.25 * W.T


@mistake(
    "sensitivity",
    hints=(
        "What do you get for an input that is 0 but has a large weight?",
        "What an input contributes is one thing, what the output does when it moves is another.",
        SENSITIVE,
    ),
)
def contribution_of_each_input(x, W, b):
    """The weights are multiplied by the inputs as well."""
    return d_sigmoid(x @ W + b)[:, np.newaxis] * W.T * x


@mistake(
    "sensitivity",
    hints=(
        "Which inputs count against a unit?",
        "The sign belongs to the sensitivity: it says in which direction the output moves.",
        "The formula in the docstring of sensitivity.",
    ),
)
def signs_dropped(x, W, b):
    """The absolute values are returned."""
    return np.abs(d_sigmoid(x @ W + b)[:, np.newaxis] * W.T)


@mistake(
    "sensitivity",
    hints=(
        "How steep are your units at z = 0?",
        "The units are sigmoids; the other soft switch is steeper.",
        SENSITIVE,
    ),
)
def units_of_tanh(x, W, b):
    """The slope of tanh instead of that of the sigmoid."""
    return (1.0 - np.tanh(x @ W + b) ** 2)[:, np.newaxis] * W.T


@mistake(
    "sensitivity",
    hints=(
        "How large is the slope of a unit whose z is -100?",
        "The slope is taken at z itself.",
        SENSITIVE,
    ),
)
def z_cut_at_thirty(x, W, b):
    """z is cut at 30, so that units far out look alive."""
    return d_sigmoid(np.clip(x @ W + b, -30, 30))[:, np.newaxis] * W.T


@mistake(
    "sensitivity",
    hints=(
        "Does your result contain the weights?",
        "A unit responds to an input by the weight of that input times its own slope.",
        SENSITIVE,
    ),
)
def slope_forgotten_for_outputs(x, W, b):
    """The outputs of the units are returned for every input."""
    return np.repeat(sigmoid(x @ W + b)[:, np.newaxis], len(x), axis=1)


@mistake(
    "sensitivity",
    hints=(
        "How often does the slope stand in the formula?",
        "One slope and one weight are multiplied.",
        SENSITIVE,
    ),
)
def slope_squared(x, W, b):
    """The slope is used twice."""
    return d_sigmoid(x @ W + b)[:, np.newaxis] ** 2 * W.T


@mistake(
    "sensitivity",
    hints=(
        "Does the response of one unit depend on how many others there are?",
        "Every unit responds by itself.",
        SENSITIVE,
    ),
)
def averaged_over_the_units(x, W, b):
    """Every entry is divided by the number of units."""
    return d_sigmoid(x @ W + b)[:, np.newaxis] * W.T / len(b)


@mistake(
    "sensitivity",
    hints=(
        "Which sign has the bias in z?",
        "z is x W plus b.",
        SENSITIVE,
    ),
)
def bias_as_a_threshold(x, W, b):
    """The bias is subtracted in z."""
    return d_sigmoid(x @ W - b)[:, np.newaxis] * W.T


@mistake(
    "sensitivity",
    hints=(
        "How steep is a sigmoid where z is positive?",
        "The slope is that of the sigmoid at z.",
        SENSITIVE,
    ),
)
def relu_units(x, W, b):
    """The units are taken for ReLUs."""
    return (x @ W + b > 0)[:, np.newaxis] * W.T


@mistake(
    "sensitivity",
    hints=(
        "Does your function also turn W if the layer has as many units as inputs?",
        "The result has one row per unit, whatever the shape is: W has one column per unit.",
        SENSITIVE,
    ),
)
def turned_unless_square(x, W, b):
    """The weights are transposed only where the shapes would not fit otherwise, so a square layer keeps them lying."""
    turned = W if W.shape[0] == W.shape[1] else W.T
    return d_sigmoid(x @ W + b)[:, np.newaxis] * turned


@mistake(
    "sensitivity",
    hints=(
        "Which unit does a row of your result belong to, and whose slope is it multiplied by?",
        "Row j belongs to unit j, so all of row j is multiplied by the slope of unit j.",
        SENSITIVE,
    ),
)
def slope_along_the_inputs(x, W, b):
    """In a square layer the slopes multiply the columns instead of the rows."""
    slope = d_sigmoid(x @ W + b)
    return slope * W.T if W.shape[0] == W.shape[1] else slope[:, np.newaxis] * W.T
