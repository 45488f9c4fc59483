"""Wrong implementations of act_backward that learners write: ReLU's gate, and what passes."""

import numpy as np

from autograder.checking import mistake

from ..reference import act_forward
from .where import SLOPE


@mistake(
    "act_backward",
    hints=(
        "If dH were twice as large, what should happen to dZ?",
        "The chain rule multiplies: a slope alone is the answer only where the upstream gradient is 1.",
        SLOPE,
    ),
)
def forgets_the_upstream(dH, Z, kind):
    """The slope alone is returned, without the upstream gradient."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": H * (1.0 - H), "tanh": 1.0 - H**2, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "What decides whether ReLU lets a gradient through: the gradient, or the number that came in on the way forward?",
        "A ReLU that was open on the way forward lets any gradient through, also a negative one.",
        SLOPE,
    ),
)
def mask_from_the_upstream(dH, Z, kind):
    """ReLU lets through where dH > 0 instead of where z > 0."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (dH > 0), "sigmoid": H * (1.0 - H), "tanh": 1.0 - H**2, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "What happens in your ReLU to a negative upstream gradient where z is positive?",
        "The derivative of ReLU is multiplied with the upstream gradient; ReLU itself is not applied again.",
        SLOPE,
    ),
)
def relu_of_the_gradient(dH, Z, kind):
    """ReLU is applied to the gradient after masking, so negative gradients are lost."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": H * (1.0 - H), "tanh": 1.0 - H**2, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return np.maximum(dH * slopes[kind], 0.0) if kind == "relu" else dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "What is exp(800), and what is it divided by itself?",
        "A formula can be right on paper and give NaN in float64: write it so that exp never gets a large argument.",
        "q3, the paragraph on large numbers.",
    ),
)
def overflows_far_out(dH, Z, kind):
    """The sigmoid's slope is exp(-z) / (1 + exp(-z))^2, which is NaN for very negative z."""
    H = act_forward(Z, kind)
    with np.errstate(all="ignore"):
        sigmoid_slope = np.exp(-Z) / (1.0 + np.exp(-Z)) ** 2
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": sigmoid_slope, "tanh": 1.0 - H**2, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "Is dH still the same after your function has run?",
        "An array that came in belongs to the caller: write into a copy, or multiply by a mask.",
        "The conventions at the top of the notebook.",
    ),
)
def masks_in_place(dH, Z, kind):
    """ReLU's mask is written into dH itself."""
    if kind == "relu":
        dH[Z <= 0] = 0.0
        return dH
    H = act_forward(Z, kind)
    slopes = {"sigmoid": H * (1.0 - H), "tanh": 1.0 - H**2, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "Which side of ReLU is flat?",
        "The slope is 1 where z is positive and 0 where it is negative.",
        SLOPE,
    ),
)
def relu_mask_upside_down(dH, Z, kind):
    """ReLU lets through where z < 0 instead of where z > 0."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z <= 0), "sigmoid": H * (1.0 - H), "tanh": 1.0 - H**2, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "What comes through a ReLU that is off?",
        "Where z is negative nothing comes through, not a hundredth either.",
        SLOPE,
    ),
)
def relu_leaks(dH, Z, kind):
    """ReLU has a small slope on the negative side."""
    H = act_forward(Z, kind)
    slopes = {"relu": np.where(Z > 0, 1.0, 0.01), "sigmoid": H * (1.0 - H), "tanh": 1.0 - H**2, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "Which entries of dH does a ReLU stop?",
        "Where z is negative the slope is 0.",
        SLOPE,
    ),
)
def relu_passes_everything(dH, Z, kind):
    """ReLU lets everything through."""
    H = act_forward(Z, kind)
    slopes = {"relu": np.ones_like(Z), "sigmoid": H * (1.0 - H), "tanh": 1.0 - H**2, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "Is the slope of ReLU larger for larger z?",
        "On the positive side ReLU is a straight line: its slope is 1 everywhere.",
        SLOPE,
    ),
)
def relu_value_as_slope(dH, Z, kind):
    """The value of ReLU is used as its slope."""
    H = act_forward(Z, kind)
    slopes = {"relu": H, "sigmoid": H * (1.0 - H), "tanh": 1.0 - H**2, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "What comes out when nothing comes from above?",
        "The chain rule multiplies.",
        SLOPE,
    ),
)
def adds_the_upstream(dH, Z, kind):
    """The upstream gradient and the slope are added."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": H * (1.0 - H), "tanh": 1.0 - H**2, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return dH + slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "Does a flat activation let much through, or little?",
        "The chain rule multiplies by the local slope; where it is small, little comes through.",
        SLOPE,
    ),
)
def divides_by_the_slope(dH, Z, kind):
    """The upstream gradient is divided by the slope."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": H * (1.0 - H), "tanh": 1.0 - H**2, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    with np.errstate(all="ignore"):
        return dH / slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "Is the slope the same for all samples?",
        "Every entry has a z of its own, and a slope of its own.",
        SLOPE,
    ),
)
def mean_slope_of_the_batch(dH, Z, kind):
    """All samples get the mean slope of the batch."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": H * (1.0 - H), "tanh": 1.0 - H**2, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return dH * np.mean(slopes[kind], axis=0)


@mistake(
    "act_backward",
    hints=(
        "May a gradient be negative?",
        "The sign of the upstream gradient says whether to go up or down, and goes through unchanged.",
        SLOPE,
    ),
)
def sign_of_the_upstream_lost(dH, Z, kind):
    """The upstream gradient loses its sign."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": H * (1.0 - H), "tanh": 1.0 - H**2, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return np.abs(dH) * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "What is the slope of ReLU at z = 0.5?",
        "The slope changes at 0.",
        SLOPE,
    ),
)
def relu_mask_at_the_output_one(dH, Z, kind):
    """ReLU lets through only where z > 1."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z > 1), "sigmoid": H * (1.0 - H), "tanh": 1.0 - H**2, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return dH * slopes[kind]
