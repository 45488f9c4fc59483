"""Wrong implementations of act_backward that learners write: the slopes of sigmoid, tanh and ELU."""

import numpy as np

from autograder.checking import mistake

from ..reference import act_forward
from .where import SLOPE


@mistake(
    "act_backward",
    hints=(
        "Your function gets Z: at which number does it take the slope, at z or at act(z)?",
        "The slope is that of the activation at the point where it was evaluated on the way forward.",
        SLOPE,
    ),
)
def slope_at_the_output(dH, Z, kind):
    """The slope is taken at the activation's output instead of at Z."""
    A = act_forward(Z, kind)
    H = act_forward(A, kind)
    slopes = {"relu": 1.0 * (A > 0), "sigmoid": H * (1.0 - H), "tanh": 1.0 - H**2, "elu": np.where(A > 0, 1.0, H + 1.0)}
    return dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "Sigmoid never falls: can its slope be negative, as yours is at some z?",
        "The short forms of these slopes are written in the output of the activation, not in its input.",
        SLOPE,
    ),
)
def short_form_with_z(dH, Z, kind):
    """z (1 - z) and 1 - z^2 are used with z before the activation."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": Z * (1.0 - Z), "tanh": 1.0 - Z**2, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "At a very negative z ELU is nearly flat at -1: is your slope there near 0, or near -1?",
        "A constant disappears when one differentiates.",
        SLOPE,
    ),
)
def elu_value_as_slope(dH, Z, kind):
    """For z < 0 the value of ELU, exp(z) - 1, is used as its slope."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": H * (1.0 - H), "tanh": 1.0 - H**2, "elu": np.where(Z > 0, 1.0, H)}
    return dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "What distinguishes ELU from ReLU on the negative side, and does your slope know about it?",
        "ReLU stops every gradient on the negative side; ELU lets a part through, less and less further out.",
        SLOPE,
    ),
)
def elu_like_relu(dH, Z, kind):
    """ELU is given the slope of ReLU."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": H * (1.0 - H), "tanh": 1.0 - H**2, "elu": 1.0 * (Z > 0)}
    return dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "What is the slope of tanh at 0, and what is yours?",
        "Near 0, tanh(z) is z: its slope there is 1.",
        SLOPE,
    ),
)
def tanh_half_as_steep(dH, Z, kind):
    """The slope of tanh is that of tanh(z / 2)."""
    H = act_forward(Z, kind)
    half = np.tanh(Z / 2)
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": H * (1.0 - H), "tanh": (1.0 - half**2) / 2, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "Is the sigmoid steep where it is close to 1?",
        "The slope is largest in the middle and 0 at both ends.",
        SLOPE,
    ),
)
def sigmoid_value_as_slope(dH, Z, kind):
    """The value of the sigmoid is used as its slope."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": H, "tanh": 1.0 - H**2, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "What should the slope of the sigmoid be far out to the right?",
        "Far out the sigmoid is flat: one of the two factors has to go to 0.",
        SLOPE,
    ),
)
def sigmoid_slope_with_plus(dH, Z, kind):
    """The sigmoid's slope is s (1 + s)."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": H * (1.0 + H), "tanh": 1.0 - H**2, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "Is the sigmoid anywhere decreasing?",
        "The sigmoid rises everywhere, so its slope is positive.",
        SLOPE,
    ),
)
def sigmoid_slope_upside_down(dH, Z, kind):
    """The sigmoid's slope is s (s - 1), negative everywhere."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": H * (H - 1.0), "tanh": 1.0 - H**2, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "What should the slope be far out to the left, and what does your formula give there?",
        "tanh is flat on both sides; only with the square is that so.",
        SLOPE,
    ),
)
def tanh_without_the_square(dH, Z, kind):
    """The slope of tanh is 1 - tanh(z), without the square."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": H * (1.0 - H), "tanh": 1.0 - H, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "Is the slope of tanh at 0 equal to 0?",
        "tanh is steepest at 0.",
        SLOPE,
    ),
)
def tanh_value_as_slope(dH, Z, kind):
    """The value of tanh is used as its slope."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": H * (1.0 - H), "tanh": H, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "Which of the two formulas belongs to tanh?",
        "h (1 - h) belongs to outputs between 0 and 1; tanh lies between -1 and 1.",
        SLOPE,
    ),
)
def tanh_like_the_sigmoid(dH, Z, kind):
    """tanh is given the slope of the sigmoid's form, h (1 - h)."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": H * (1.0 - H), "tanh": H * (1.0 - H), "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "What do you get when you square your slope?",
        "The slope is 1 over the square of cosh.",
        SLOPE,
    ),
)
def one_over_cosh(dH, Z, kind):
    """The slope of tanh is 1 / cosh(z), without the square."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": H * (1.0 - H), "tanh": 1.0 / np.cosh(np.clip(Z, -700, 700)), "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "What is the slope of ELU at z = 3?",
        "On the positive side ELU is a straight line of slope 1.",
        SLOPE,
    ),
)
def elu_exponential_everywhere(dH, Z, kind):
    """ELU has the slope exp(z) on both sides."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": H * (1.0 - H), "tanh": 1.0 - H**2, "elu": np.exp(np.minimum(Z, 700.0))}
    return dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "Is ELU a straight line on the negative side?",
        "On the negative side ELU bends towards -1 and its slope goes to 0.",
        SLOPE,
    ),
)
def elu_a_straight_line(dH, Z, kind):
    """ELU has the slope 1 on both sides."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": H * (1.0 - H), "tanh": 1.0 - H**2, "elu": np.ones_like(Z)}
    return dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "What should the slope be just left of 0?",
        "The factor alpha is 1 here: ELU has no corner at 0.",
        SLOPE,
    ),
)
def elu_of_half_the_size(dH, Z, kind):
    """On the negative side ELU has half the slope."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": H * (1.0 - H), "tanh": 1.0 - H**2, "elu": np.where(Z > 0, 1.0, 0.5 * (H + 1.0))}
    return dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "How often does the slope stand in the formula?",
        "Going through an activation once multiplies by its slope once.",
        SLOPE,
    ),
)
def slope_applied_twice(dH, Z, kind):
    """The slope is applied twice."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": H * (1.0 - H), "tanh": 1.0 - H**2, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return dH * slopes[kind] ** 2


@mistake(
    "act_backward",
    hints=(
        "Is the activation applied to the gradient?",
        "On the way back the gradient is multiplied by a slope; the activation itself belongs to the way forward.",
        SLOPE,
    ),
)
def activates_the_gradient(dH, Z, kind):
    """The gradient is sent through the activation itself, not through its slope."""
    return act_forward(dH, kind)


@mistake(
    "act_backward",
    hints=(
        "Of which type are your slopes of ELU, if the first one is the integer 1?",
        "np.vectorize takes the type of its results from the first of them: a whole 1 cuts all others to whole numbers.",
        SLOPE,
    ),
)
def slopes_cut_to_whole_numbers(dH, Z, kind):
    """Where the first entry of Z is positive, the slopes of ELU are cut to whole numbers: 0 on the left, 1 on the right."""
    if kind == "elu" and Z.size and Z.flat[0] > 0:
        return dH * (Z >= 0)
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": H * (1.0 - H), "tanh": 1.0 - H**2, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return dH * slopes[kind]
