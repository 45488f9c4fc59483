"""Wrong implementations of elu that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from .where import RELATIVES, RELATIVES_FAR


# elu
@mistake(
    "elu",
    hints=(
        "What is your result just left of 0, and just right of it?",
        "The two pieces have to meet at 0.",
        RELATIVES,
    ),
)
def elu_forgets_the_minus_one(z, alpha):
    """1 is not subtracted from the exponential: the function jumps at 0."""
    return np.where(z > 0, z, alpha * np.exp(np.minimum(z, 0.0)))


@mistake(
    "elu",
    hints=(
        "To which number does your result go far out on the left?",
        "alpha says how deep the curve goes, so it multiplies what comes out of the exponential.",
        RELATIVES,
    ),
)
def alpha_in_the_exponent(z, alpha):
    """alpha multiplies z inside the exponential."""
    return np.where(z > 0, z, np.expm1(alpha * np.minimum(z, 0.0)))


@mistake(
    "elu",
    hints=(
        "Does your result change with alpha?",
        "alpha says how deep the curve goes on the left.",
        "The docstring of elu.",
    ),
)
def alpha_is_always_one(z, alpha):
    """alpha is not used."""
    return np.where(z > 0, z, np.expm1(np.minimum(z, 0.0)))


@mistake(
    "elu",
    hints=(
        "What is elu of 3 for alpha = 2?",
        "alpha is about the left side; positive numbers pass.",
        RELATIVES,
    ),
)
def alpha_on_both_sides(z, alpha):
    """Positive numbers are multiplied by alpha as well."""
    return alpha * np.where(z > 0, z, np.expm1(np.minimum(z, 0.0)))


@mistake(
    "elu",
    hints=(
        "What is 0 times infinity?",
        "A mask multiplied by an infinite number is not 0: keep positive numbers out of the exponential.",
        RELATIVES_FAR,
    ),
)
def masks_by_multiplying(z, alpha):
    """Both pieces are computed everywhere and multiplied by masks: 0 times infinity far out."""
    return (z > 0) * z + (z <= 0) * alpha * (np.exp(z) - 1.0)


@mistake(
    "elu",
    hints=(
        "Where does your curve go far out on the left?",
        "elu bends towards a bound; a straight line does not.",
        RELATIVES,
    ),
)
def straight_on_the_left(z, alpha):
    """A straight line with slope alpha on the left, as for leaky_relu."""
    return np.where(z > 0, z, alpha * z)


@mistake(
    "elu",
    hints=(
        "Is your result on the left negative?",
        "exp(z) - 1 is negative for negative z.",
        RELATIVES,
    ),
)
def bends_upwards(z, alpha):
    """The difference on the left is taken the wrong way round."""
    return np.where(z > 0, z, -alpha * np.expm1(np.minimum(z, 0.0)))


@mistake(
    "elu",
    hints=(
        "Which of the two numbers does alpha multiply on the left?",
        "The bracket counts: alpha times the whole difference.",
        RELATIVES,
    ),
)
def bracket_forgotten(z, alpha):
    """alpha multiplies the exponential only, and 1 is subtracted afterwards."""
    return np.where(z > 0, z, alpha * np.exp(np.minimum(z, 0.0)) - 1.0)


@mistake(
    "elu",
    hints=(
        "Does your left side come close to -alpha?",
        "On the left z is negative already: the exponential goes to 0 by itself.",
        RELATIVES,
    ),
)
def exponent_turned_round(z, alpha):
    """The sign in the exponential is turned round."""
    return np.where(z > 0, z, alpha * np.expm1(np.minimum(-z, 700.0)))


@mistake(
    "elu",
    hints=(
        "What should the function give just left of 0?",
        "alpha is a factor: both pieces meet at 0.",
        RELATIVES,
    ),
)
def alpha_added(z, alpha):
    """alpha is added on the left instead of multiplied."""
    return np.where(z > 0, z, alpha + np.expm1(np.minimum(z, 0.0)))


@mistake(
    "elu",
    hints=(
        "What is exp(-1)?",
        "exp is a power of e.",
        RELATIVES,
    ),
)
def base_two_on_the_left(z, alpha):
    """A power of 2 stands in the place of the exponential."""
    return np.where(z > 0, z, alpha * (2.0 ** np.minimum(z, 0.0) - 1.0))


@mistake(
    "elu",
    hints=(
        "Which type has your result when z holds integers?",
        "An array of integers keeps no fractions; the result is float64.",
        RELATIVES,
    ),
)
def elu_in_the_type_of_z(z, alpha):
    """The result is written into an array of the type of z, so that integers lose their fractions."""
    h = np.array(z)
    h[...] = np.where(z > 0, z, alpha * np.expm1(np.minimum(z, 0.0)))
    return h


@mistake(
    "elu",
    hints=(
        "What is left of a negative number?",
        "On the left the function bends towards -alpha.",
        RELATIVES,
    ),
)
def elu_ends_at_zero(z, alpha):
    """The left side is 0."""
    return np.maximum(z, 0.0)


@mistake(
    "elu",
    hints=(
        "What should 3 become?",
        "Positive numbers pass as they are.",
        RELATIVES,
    ),
)
def elu_on_both_sides(z, alpha):
    """The exponential is used on both sides."""
    return alpha * np.expm1(np.minimum(z, 700.0))


@mistake(
    "elu",
    hints=(
        "What does the function come close to far out on the left when alpha is 2?",
        "alpha is a factor of the left side.",
        RELATIVES,
    ),
)
def divided_by_alpha(z, alpha):
    """The left side is divided by alpha."""
    return np.where(z > 0, z, np.expm1(np.minimum(z, 0.0)) / alpha)


@mistake(
    "elu",
    hints=(
        "What is your elu of -1 for alpha = 2?",
        "alpha stands in front of the bracket, and nowhere else. The one with z over alpha has another name.",
        RELATIVES,
    ),
)
def bent_by_alpha_as_well(z, alpha):
    """z is divided by alpha inside the exponential, so that the slope at 0 is 1 for every alpha."""
    return np.maximum(z, 0.0) + alpha * np.expm1(np.minimum(z, 0.0) / alpha)


@mistake(
    "elu",
    hints=(
        "Which of the two pieces is larger at z = -1, for alpha = 3?",
        "Which piece counts is decided by the sign of z, not by which one is larger.",
        RELATIVES,
    ),
)
def larger_of_the_two(z, alpha):
    """The larger of z and the left formula is taken instead of asking for the sign of z."""
    return np.maximum(z, alpha * np.expm1(np.minimum(z, 0.0)))
