"""Wrong implementations of d_leaky_relu that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from .where import RELATIVE_SLOPES


# d_leaky_relu
@mistake(
    "d_leaky_relu",
    hints=(
        "Does your result depend on how large z is?",
        "On each side of 0 the function is straight, so its slope is one number.",
        RELATIVE_SLOPES,
    ),
)
def value_of_leaky_relu(z, slope):
    """The function is returned instead of its slope."""
    return np.where(z > 0, z, slope * z)


@mistake(
    "d_leaky_relu",
    hints=(
        "What does the leak do to the slope on the left?",
        "This is the slope of ReLU; leaky_relu still rises on the left.",
        RELATIVE_SLOPES,
    ),
)
def dead_on_the_left(z, slope):
    """0 on the left, as for ReLU."""
    return np.where(z > 0, 1.0, 0.0)


@mistake(
    "d_leaky_relu",
    hints=(
        "On which side is the function steeper?",
        "Positive numbers pass with slope 1.",
        RELATIVE_SLOPES,
    ),
)
def slopes_exchanged(z, slope):
    """The two slopes have changed sides."""
    return np.where(z > 0, slope, 1.0)


@mistake(
    "d_leaky_relu",
    hints=(
        "Is your slope right on the right?",
        "Positive numbers pass as they are, whatever the leak.",
        RELATIVE_SLOPES,
    ),
)
def leak_everywhere(z, slope):
    """The slope of the leak is returned on both sides."""
    return np.full(np.shape(z), float(slope))


@mistake(
    "d_leaky_relu",
    hints=(
        "How large is your slope at -2, and how large at -4?",
        "A slope says what z is multiplied by; z itself is no part of it.",
        RELATIVE_SLOPES,
    ),
)
def leak_times_z(z, slope):
    """1 on the right, and the value of the function on the left."""
    return np.where(z > 0, 1.0, slope * z)


@mistake(
    "d_leaky_relu",
    hints=(
        "Does your result change when the slope is another one?",
        "The slope on the left is an argument.",
        "The docstring of d_leaky_relu.",
    ),
)
def leak_of_one_percent(z, slope):
    """The slope on the left is always 0.01."""
    return np.where(z > 0, 1.0, 0.01)


@mistake(
    "d_leaky_relu",
    hints=(
        "With which number do you compare z?",
        "The function has its corner at 0.",
        "The formula in the docstring of d_leaky_relu.",
    ),
)
def corner_at_the_slope(z, slope):
    """z is compared with the slope instead of with 0."""
    return np.where(z > slope, 1.0, slope)


@mistake(
    "d_leaky_relu",
    hints=(
        "Does leaky_relu fall anywhere?",
        "On the left it rises, too, only more slowly.",
        RELATIVE_SLOPES,
    ),
)
def slope_with_a_minus(z, slope):
    """The slope on the left is negative."""
    return np.where(z > 0, 1.0, -slope)


@mistake(
    "d_leaky_relu",
    hints=(
        "Which type has your result when z holds integers?",
        "An array of integers keeps no fractions; the result is float64.",
        RELATIVE_SLOPES,
    ),
)
def slopes_in_the_type_of_z(z, slope):
    """The slopes are written into an array of the type of z, so that integers lose the fraction."""
    h = np.array(z)
    h[...] = np.where(z > 0, 1.0, slope)
    return h


@mistake(
    "d_leaky_relu",
    hints=(
        "How steep is leaky_relu on the left?",
        "On the left the slope is that of the leak.",
        RELATIVE_SLOPES,
    ),
)
def steep_everywhere(z, slope):
    """The slope is 1 everywhere."""
    return np.ones(np.shape(z))


@mistake(
    "d_leaky_relu",
    hints=(
        "How steep is leaky_relu on the left when slope is 0?",
        "The slope of the leak is the number that is given.",
        RELATIVE_SLOPES,
    ),
)
def what_is_left_of_the_slope(z, slope):
    """The slope on the left is 1 minus the slope."""
    return np.where(z > 0, 1.0, 1.0 - slope)
