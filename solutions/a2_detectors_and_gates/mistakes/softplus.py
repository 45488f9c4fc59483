"""Wrong implementations of softplus that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from ..reference import sigmoid
from .where import RELATIVES, RELATIVES_FAR


# softplus
@mistake(
    "softplus",
    hints=(
        "What is exp(800), and what is 1 + exp(-40)?",
        "Far out on the right the exponential overflows, far out on the left it vanishes beside the 1.",
        RELATIVES_FAR,
    ),
)
def softplus_as_it_stands(z):
    """The formula as it stands: it overflows on the right and is rounded to 0 on the left."""
    return np.log(1.0 + np.exp(z))


@mistake(
    "softplus",
    hints=(
        "What is your result at 800?",
        "The left side is cured. On the right, take out of the logarithm what makes the exponential large.",
        RELATIVES_FAR,
    ),
)
def softplus_overflows(z):
    """The exponential of a large z overflows."""
    return np.log1p(np.exp(z))


@mistake(
    "softplus",
    hints=(
        "What is 1 + exp(-40) in float64?",
        "Nothing overflows any more, but the logarithm of 1 plus a tiny number needs a function of its own.",
        RELATIVES_FAR,
    ),
)
def softplus_rounds_to_zero(z):
    """Far out on the left 1 plus the exponential is rounded to 1."""
    return np.maximum(z, 0.0) + np.log(1.0 + np.exp(-np.abs(z)))


@mistake(
    "softplus",
    hints=(
        "Is your result at z = log 3 the one in the text?",
        "The logarithm is the natural one.",
        RELATIVES,
    ),
)
def logarithm_to_base_two(z):
    """The logarithm to base 2 instead of the natural one."""
    return np.logaddexp(0.0, z) / np.log(2.0)


@mistake(
    "softplus",
    hints=(
        "What is your result at z = 0?",
        "softplus comes near ReLU on both sides, and is above it everywhere.",
        RELATIVES,
    ),
)
def relu_with_its_corner(z):
    """ReLU itself."""
    return np.maximum(z, 0.0)


@mistake(
    "softplus",
    hints=(
        "Is your function rising or falling?",
        "Where z is large the result is nearly z.",
        RELATIVES,
    ),
)
def softplus_turned_round(z):
    """The sign of z is turned round in the exponential."""
    return np.logaddexp(0.0, -z)


@mistake(
    "softplus",
    hints=(
        "Is there a bound your result never passes?",
        "softplus has no bound on the right; its slope does.",
        RELATIVES,
    ),
)
def slope_of_softplus_instead(z):
    """The slope is returned instead of the function."""
    return sigmoid(z)


@mistake(
    "softplus",
    hints=(
        "How large should softplus be at 800?",
        "Far out on the right softplus is z itself.",
        RELATIVES_FAR,
    ),
)
def growing_part_missing(z):
    """The part that grows on the right is missing."""
    return np.log1p(np.exp(-np.abs(z)))


@mistake(
    "softplus",
    hints=(
        "Does your softplus still grow beyond 20?",
        "Far out on the right softplus goes on growing like z.",
        RELATIVES_FAR,
    ),
)
def flat_from_twenty_on(z):
    """From 20 on softplus stays at 20."""
    return np.logaddexp(0.0, np.minimum(z, 20.0))


@mistake(
    "softplus",
    hints=(
        "What should softplus give at -40?",
        "Far out on the left softplus is about exp(z): tiny, but not 0.",
        RELATIVES_FAR,
    ),
)
def zero_below_minus_twenty(z):
    """Below -20 the result is 0."""
    return np.where(z < -20, 0.0, np.logaddexp(0.0, z))


@mistake(
    "softplus",
    hints=(
        "What is log(exp(z))?",
        "The 1 keeps the result positive on the left.",
        RELATIVES,
    ),
)
def one_forgotten(z):
    """The 1 inside the logarithm is forgotten, so that z itself comes out."""
    return np.array(z, dtype=float)


@mistake(
    "softplus",
    hints=(
        "Which sign has the logarithm of a number below 1?",
        "softplus is positive everywhere.",
        RELATIVES,
    ),
)
def log_of_the_sigmoid(z):
    """The logarithm of the sigmoid is returned."""
    return -np.logaddexp(0.0, -np.asarray(z, dtype=float))


@mistake(
    "softplus",
    hints=(
        "What is softplus(800), and does your result come near it?",
        "Far out on the right softplus is z itself. Replacing infinity afterwards cannot bring back what was lost.",
        RELATIVES_FAR,
    ),
)
def infinity_swept_away(z):
    """The logarithm overflows, and infinity is replaced by the largest number there is."""
    with np.errstate(all="ignore"):
        return np.nan_to_num(np.log(1.0 + np.exp(z)))


@mistake(
    "softplus",
    hints=(
        "What is softplus at -1?",
        "softplus is nowhere 0: on the left it only becomes small.",
        RELATIVES,
    ),
)
def zero_where_z_is_negative(z):
    """Negative z give 0, as if softplus had ReLU's left side."""
    return np.where(z > 0, np.logaddexp(0.0, z), 0.0)
