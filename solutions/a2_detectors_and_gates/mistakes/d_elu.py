"""Wrong implementations of d_elu that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from .where import RELATIVES_FAR, RELATIVE_SLOPES


# d_elu
@mistake(
    "d_elu",
    hints=(
        "What becomes of a constant when the slope is taken?",
        "The 1 that is subtracted in the function does not change, so it adds nothing to the slope.",
        RELATIVE_SLOPES,
    ),
)
def value_of_elu_on_the_left(z, alpha):
    """On the left the function is returned instead of its slope."""
    return np.where(z > 0, 1.0, alpha * np.expm1(np.minimum(z, 0.0)))


@mistake(
    "d_elu",
    hints=(
        "Does your result change with alpha?",
        "What multiplies a function multiplies its slope.",
        RELATIVE_SLOPES,
    ),
)
def slope_without_alpha(z, alpha):
    """alpha is not used."""
    return np.exp(np.minimum(z, 0.0))


@mistake(
    "d_elu",
    hints=(
        "Is elu flat on the left?",
        "This is the slope of ReLU; elu still rises on the left.",
        RELATIVE_SLOPES,
    ),
)
def elu_dead_on_the_left(z, alpha):
    """0 on the left, as for ReLU."""
    return np.where(z > 0, 1.0, 0.0)


@mistake(
    "d_elu",
    hints=(
        "How steep is elu at z = 3?",
        "alpha is about the left side.",
        RELATIVE_SLOPES,
    ),
)
def alpha_on_the_right_as_well(z, alpha):
    """The slope on the right is alpha instead of 1."""
    return alpha * np.exp(np.minimum(z, 0.0))


@mistake(
    "d_elu",
    hints=(
        "For which alpha have you checked the relation between the slope and the value?",
        "The slope is the value plus a number, but this number is 1 for one alpha only.",
        RELATIVE_SLOPES,
    ),
)
def value_plus_one(z, alpha):
    """The value plus 1 on the left: right for alpha = 1 only."""
    return np.where(z > 0, 1.0, alpha * np.expm1(np.minimum(z, 0.0)) + 1.0)


@mistake(
    "d_elu",
    hints=(
        "What is 0 times infinity?",
        "Keep positive numbers out of the exponential; a mask afterwards comes too late.",
        RELATIVES_FAR,
    ),
)
def slope_masked_by_multiplying(z, alpha):
    """The exponential is taken everywhere and multiplied by a mask: 0 times infinity far out."""
    return (z > 0) * 1.0 + (z <= 0) * alpha * np.exp(z)


@mistake(
    "d_elu",
    hints=(
        "Does your slope on the left depend on z?",
        "The further left, the flatter the curve: it bends towards its bound.",
        RELATIVE_SLOPES,
    ),
)
def same_slope_everywhere_left(z, alpha):
    """The slope on the left is alpha, as for leaky_relu."""
    return np.where(z > 0, 1.0, alpha)


@mistake(
    "d_elu",
    hints=(
        "How steep is elu far out on the left?",
        "alpha is a factor: far out the slope goes to 0.",
        RELATIVE_SLOPES,
    ),
)
def alpha_added_to_the_slope(z, alpha):
    """alpha is added to the exponential instead of multiplied."""
    return np.where(z > 0, 1.0, alpha + np.exp(np.minimum(z, 0.0)))


@mistake(
    "d_elu",
    hints=(
        "How steep is your elu far out on the right?",
        "On the right elu is a straight line of slope 1.",
        RELATIVE_SLOPES,
    ),
)
def exponential_on_both_sides(z, alpha):
    """The exponential is used on both sides."""
    with np.errstate(over="ignore"):
        return alpha * np.exp(np.asarray(z, dtype=float))


@mistake(
    "d_elu",
    hints=(
        "Is elu a straight line on the left?",
        "On the left elu bends, and its slope goes to 0.",
        RELATIVE_SLOPES,
    ),
)
def straight_everywhere(z, alpha):
    """The slope is 1 everywhere."""
    return np.ones(np.shape(z))


@mistake(
    "d_elu",
    hints=(
        "Does elu fall anywhere?",
        "elu rises everywhere, so its slope is never negative.",
        RELATIVE_SLOPES,
    ),
)
def slope_falls_below_zero(z, alpha):
    """The slope on the left has a minus sign."""
    return np.where(z > 0, 1.0, -alpha * np.exp(np.minimum(z, 0.0)))


@mistake(
    "d_elu",
    hints=(
        "How does the slope on the left change when alpha is doubled?",
        "A factor goes through the derivative as it is.",
        RELATIVE_SLOPES,
    ),
)
def alpha_divides_the_slope(z, alpha):
    """The slope on the left is divided by alpha."""
    return np.where(z > 0, 1.0, np.exp(np.minimum(z, 0.0)) / alpha)


@mistake(
    "d_elu",
    hints=(
        "What is alpha exp(z) at z = 0.1 for alpha = 1/2, and at z = -0.1 for alpha = 2?",
        "Which piece counts is decided by the sign of z, not by which one is smaller.",
        RELATIVE_SLOPES,
    ),
)
def smaller_of_the_two(z, alpha):
    """The smaller of 1 and alpha exp(z) is taken instead of asking for the sign of z."""
    return np.minimum(1.0, alpha * np.exp(np.minimum(z, 700.0)))


@mistake(
    "d_elu",
    hints=(
        "What is your slope at z = -1 for alpha = 2?",
        "The slope of alpha (exp(z) - 1) is alpha exp(z).",
        RELATIVE_SLOPES,
    ),
)
def z_over_alpha_in_the_slope(z, alpha):
    """z is divided by alpha inside the exponential, which belongs to another function."""
    return np.where(z > 0, 1.0, np.exp(np.minimum(z, 0.0) / alpha))


@mistake(
    "d_elu",
    hints=(
        "What is your slope at the integer -1?",
        "An array that is made like z has the type of z, and integers cannot hold fractions.",
        "The docstring of d_elu: integers come in, float64 goes out.",
    ),
)
def elu_slopes_in_the_type_of_z(z, alpha):
    """The slopes are written into an array of the type of z, so that integers lose the fraction."""
    slopes = np.ones_like(z)
    left = np.asarray(z) < 0
    slopes[left] = alpha * np.exp(z[left])
    return slopes
