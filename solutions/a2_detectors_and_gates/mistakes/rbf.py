"""Wrong implementations of rbf that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

RADIAL = "q15, where the halfwidth is explained, and the worked number."


# rbf
@mistake(
    "rbf",
    hints=(
        "What is your result at a distance of one halfwidth?",
        "It has to be one half there, not 1/e.",
        RADIAL,
    ),
)
def log_two_left_out(x, centre, halfwidth):
    """The factor log(2) is left out: 1/e at a distance of one halfwidth."""
    return np.exp(-(((x - centre) / halfwidth) ** 2))


@mistake(
    "rbf",
    hints=(
        "Does your curve go through one half at the two ends?",
        "The formula of the normal distribution has another factor: its width is not a halfwidth.",
        RADIAL,
    ),
)
def halfwidth_as_standard_deviation(x, centre, halfwidth):
    """The halfwidth is taken for a standard deviation."""
    return np.exp(-0.5 * ((x - centre) / halfwidth) ** 2)


@mistake(
    "rbf",
    hints=(
        "Has your curve a peak or a round top?",
        "The distance is squared.",
        RADIAL,
    ),
)
def distance_not_squared(x, centre, halfwidth):
    """The distance is not squared: one half at the right places, but a peak in the middle."""
    return np.exp(-np.log(2.0) * np.abs((x - centre) / halfwidth))


@mistake(
    "rbf",
    hints=(
        "Is the halfwidth squared as well?",
        "What is squared is the distance, counted in halfwidths.",
        "The formula in the docstring of rbf.",
    ),
)
def halfwidth_not_squared(x, centre, halfwidth):
    """Only the distance is squared, not the halfwidth."""
    return np.exp(-np.log(2.0) * (x - centre) ** 2 / halfwidth)


@mistake(
    "rbf",
    hints=(
        "What is your result at a distance of two halfwidths?",
        "One half at one halfwidth is not enough: the fall-off is that of an exponential.",
        RADIAL,
    ),
)
def falls_off_too_slowly(x, centre, halfwidth):
    """1 over 1 plus the square: one half at the right places, but far too much further out."""
    return 1.0 / (1.0 + ((x - centre) / halfwidth) ** 2)


@mistake(
    "rbf",
    hints=(
        "At which distance is your result one half?",
        "The halfwidth is the distance from the centre to one end, not from end to end.",
        RADIAL,
    ),
)
def halfwidth_as_full_width(x, centre, halfwidth):
    """The halfwidth is taken for the distance from end to end."""
    return 0.5 ** ((2.0 * (x - centre) / halfwidth) ** 2)


@mistake(
    "rbf",
    hints=(
        "Which logarithm do you use?",
        "It is the natural one: the same base as that of the exponential.",
        RADIAL,
    ),
)
def logarithm_to_base_ten(x, centre, halfwidth):
    """The logarithm to base 10 instead of the natural one."""
    return np.exp(-np.log10(2.0) * ((x - centre) / halfwidth) ** 2)


@mistake(
    "rbf",
    hints=(
        "Where is your result largest?",
        "A radial unit looks at the distance from its centre.",
        RADIAL,
    ),
)
def no_centre(x, centre, halfwidth):
    """The distance from 0 is taken, not that from the centre."""
    return 0.5 ** ((x / halfwidth) ** 2)


@mistake(
    "rbf",
    hints=(
        "What should the unit give at a distance of one halfwidth?",
        "log(2) alone makes one half at one halfwidth.",
        RADIAL,
    ),
)
def half_too_many(x, centre, halfwidth):
    """The exponent has another factor 1/2: one half is reached too far out."""
    return 0.5 ** (0.5 * ((x - centre) / halfwidth) ** 2)


@mistake(
    "rbf",
    hints=(
        "What does your function give at a distance of half a halfwidth?",
        "One slash divides; two slashes divide and round down.",
        RADIAL,
    ),
)
def whole_quotients(x, centre, halfwidth):
    """The quotient is rounded down to a whole number."""
    return 0.5 ** ((x - centre) // halfwidth) ** 2


@mistake(
    "rbf",
    hints=(
        "What should the unit give far away from its centre?",
        "The unit falls off on both sides.",
        RADIAL,
    ),
)
def grows_outwards(x, centre, halfwidth):
    """The minus sign in the exponent is missing."""
    return np.exp(np.minimum(np.log(2.0) * ((x - centre) / halfwidth) ** 2, 700.0))


@mistake(
    "rbf",
    hints=(
        "Does a larger halfwidth make your bump wider?",
        "The distance is measured in halfwidths.",
        RADIAL,
    ),
)
def multiplied_by_halfwidth(x, centre, halfwidth):
    """The distance is multiplied by the halfwidth instead of divided."""
    return 0.5 ** ((x - centre) * halfwidth) ** 2


@mistake(
    "rbf",
    hints=(
        "What should the unit give at a distance of one halfwidth? Is it one quarter?",
        "One half is reached at one halfwidth.",
        RADIAL,
    ),
)
def twice_the_logarithm(x, centre, halfwidth):
    """The exponent has a factor 2 too many."""
    return 0.25 ** ((x - centre) / halfwidth) ** 2


@mistake(
    "rbf",
    hints=(
        "What is the distance of x from the centre when both are equal?",
        "The distance from the centre is a difference.",
        RADIAL,
    ),
)
def centre_added(x, centre, halfwidth):
    """The centre is added to x instead of subtracted."""
    return 0.5 ** ((x + centre) / halfwidth) ** 2
