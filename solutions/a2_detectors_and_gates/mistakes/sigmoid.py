"""Wrong implementations of sigmoid that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from .where import SQUASH


# sigmoid
@mistake(
    "sigmoid",
    hints=(
        "What is exp(720) in float64?",
        "One of exp(z) and exp(-z) is always at most 1: only that one should ever be taken.",
        SQUASH,
    ),
)
def overflows_on_the_left(z):
    """The exponential of -z is taken also where -z is large: it overflows."""
    return 1.0 / (1.0 + np.exp(-z))


@mistake(
    "sigmoid",
    hints=(
        "What is your result at z = 800, and what is exp(800)?",
        "Infinity divided by infinity is not a number: no exponential of a large number may be taken.",
        SQUASH,
    ),
)
def overflows_on_the_right(z):
    """The exponential of z is taken above and below the line also where z is large: infinity over infinity."""
    return np.exp(z) / (1.0 + np.exp(z))


@mistake(
    "sigmoid",
    hints=(
        "Is your function rising or falling?",
        "The larger z, the more the unit is on.",
        "q2, the worked number: compare log 3 and -log 3.",
    ),
)
def falls_instead_of_rises(z):
    """The sign in the exponential is turned round: the function falls."""
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, small, 1.0) / (1.0 + small)


@mistake(
    "sigmoid",
    hints=(
        "What is your result at z = log 3?",
        "Nothing multiplies z in the exponential but a sign.",
        "q2, the worked number.",
    ),
)
def half_as_steep(z):
    """z is halved in the exponential."""
    small = np.exp(-np.abs(z) / 2)
    return np.where(z >= 0, 1.0, small) / (1.0 + small)


@mistake(
    "sigmoid",
    hints=(
        "Where does your function have its steepest point, and how steep is it there?",
        "Twice z belongs into the relation between sigmoid and tanh, not into the sigmoid itself.",
        "q2, the worked number.",
    ),
)
def twice_as_steep(z):
    """z is doubled in the exponential."""
    small = np.exp(-2 * np.abs(z))
    return np.where(z >= 0, 1.0, small) / (1.0 + small)


@mistake(
    "sigmoid",
    hints=(
        "Which two numbers does your formula subtract, or add with opposite signs, at z = -40?",
        "A number as small as 4e-18 cannot come out of a sum with 1.",
        SQUASH,
    ),
)
def small_results_lost(z):
    """The result comes from a sum or difference with 1, so that small results are rounded to 0."""
    return 0.5 * (1.0 + np.tanh(0.5 * z))


@mistake(
    "sigmoid",
    hints=(
        "Is your largest value 1, or a quarter?",
        "The function and its slope are two questions; this one is about the function.",
        "q2, the worked number.",
    ),
)
def slope_instead_of_sigmoid(z):
    """The slope is returned instead of the function."""
    small = np.exp(-np.abs(z))
    return small / (1.0 + small) ** 2


@mistake(
    "sigmoid",
    hints=(
        "What happens to 0.95 when it is written into an array of integers?",
        "An array made in the likeness of z has the dtype of z.",
        "The conventions at the top of the notebook say what inputs may hold.",
    ),
)
def rounds_for_integers(z):
    """The result is written into an array of the dtype of z, which cuts off everything after the point for integers."""
    h = np.zeros_like(z)
    small = np.exp(-np.abs(z))
    h[...] = np.where(z >= 0, 1.0, small) / (1.0 + small)
    return h


@mistake(
    "sigmoid",
    hints=(
        "Does your result at -40 differ from that at -30?",
        "To cut z off avoids the overflow, but also changes results that have to be right.",
        "The docstring says how far out the result has to hold.",
    ),
)
def cuts_z_off(z):
    """z is cut off at -30 and 30."""
    return 1.0 / (1.0 + np.exp(-np.clip(z, -30, 30)))


@mistake(
    "sigmoid",
    hints=(
        "What should the sigmoid give at 0?",
        "The sigmoid runs from 0 to 1 and is one half in the middle.",
        SQUASH,
    ),
)
def shifted_by_one_half(z):
    """One half is subtracted, so that the function runs from -1/2 to 1/2."""
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, small) / (1.0 + small) - 0.5


@mistake(
    "sigmoid",
    hints=(
        "Between which two numbers does the sigmoid run?",
        "tanh runs from -1 to 1, the sigmoid from 0 to 1.",
        SQUASH,
    ),
)
def tanh_taken_for_sigmoid(z):
    """tanh is returned."""
    return np.tanh(z)


@mistake(
    "sigmoid",
    hints=(
        "Do z and -z give the same number in your function?",
        "The sigmoid rises: of z and -z the larger one gives more than one half.",
        SQUASH,
    ),
)
def symmetric_about_zero(z):
    """The same exponential is used on both sides, so that z and -z give the same."""
    return 1.0 / (1.0 + np.exp(-np.abs(z)))


@mistake(
    "sigmoid",
    hints=(
        "What does Python divide first in 1 / 1 + exp(-z)?",
        "The whole sum stands under the line.",
        SQUASH,
    ),
)
def bracket_under_the_line_forgotten(z):
    """1 is divided first and the exponential is added afterwards: a bracket is missing."""
    with np.errstate(over="ignore"):
        return 1.0 / 1.0 + np.exp(-z)


@mistake(
    "sigmoid",
    hints=(
        "What should the sigmoid of -300 be, and what is the smallest number your function gives?",
        "A cut exponent avoids the overflow, but small results stop at the cut.",
        SQUASH,
    ),
)
def exponents_cut_at_100(z):
    """Exponents are cut off at 100, so that small results are too large."""
    return 1.0 / (1.0 + np.exp(-np.clip(z, -100, 100)))


@mistake(
    "sigmoid",
    hints=(
        "How many digits does your result keep?",
        "A float32 keeps about seven digits.",
        SQUASH,
    ),
)
def single_precision_sigmoid(z):
    """The result is rounded to float32."""
    small = np.exp(-np.abs(z))
    return (np.where(z >= 0, 1.0, small) / (1.0 + small)).astype(np.float32).astype(float)


@mistake(
    "sigmoid",
    hints=(
        "Is your function curved anywhere between its ends?",
        "The sigmoid bends everywhere: it comes close to 0 and 1 without reaching them.",
        SQUASH,
    ),
)
def linear_in_the_middle(z):
    """A straight line cut off at 0 and 1 is used."""
    return np.clip(0.25 * z + 0.5, 0.0, 1.0)


@mistake(
    "sigmoid",
    hints=(
        "Is there anything between 0 and 1 in your result?",
        "The sigmoid is a smooth switch.",
        SQUASH,
    ),
)
def switch_instead_of_sigmoid(z):
    """The step is returned."""
    return np.where(z > 0, 1.0, 0.0)
