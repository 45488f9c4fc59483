"""Wrong implementations of leaky_relu that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from .where import RELATIVES


# leaky_relu
@mistake(
    "leaky_relu",
    hints=(
        "What is leaky_relu of 3?",
        "Positive numbers pass as they are.",
        RELATIVES,
    ),
)
def slope_on_both_sides(z, slope):
    """Positive numbers are multiplied by the slope as well."""
    return slope * z


@mistake(
    "leaky_relu",
    hints=(
        "Does your result change when the slope is another one?",
        "The slope on the left is an argument.",
        "The docstring of leaky_relu.",
    ),
)
def always_one_percent(z, slope):
    """The slope on the left is always 0.01."""
    return np.where(z > 0, z, 0.01 * z)


@mistake(
    "leaky_relu",
    hints=(
        "What is left of negative numbers?",
        "This is ReLU; the leak is what makes the difference.",
        RELATIVES,
    ),
)
def no_leak(z, slope):
    """Negative numbers become 0."""
    return np.maximum(z, 0.0)


@mistake(
    "leaky_relu",
    hints=(
        "On which side is the small slope?",
        "Positive numbers pass, negative ones leak.",
        RELATIVES,
    ),
)
def sides_exchanged(z, slope):
    """The slope is applied to positive numbers, and negative ones pass."""
    return np.where(z > 0, slope * z, z)


@mistake(
    "leaky_relu",
    hints=(
        "Does your result on the left depend on z?",
        "A slope is multiplied by something.",
        RELATIVES,
    ),
)
def slope_as_value(z, slope):
    """Negative numbers are replaced by the slope itself."""
    return np.where(z > 0, z, slope)


@mistake(
    "leaky_relu",
    hints=(
        "Which sign has your result for -2?",
        "The leak is small, and it keeps the sign.",
        RELATIVES,
    ),
)
def leaks_upwards(z, slope):
    """Negative numbers come out positive."""
    return np.where(z > 0, z, -slope * z)


@mistake(
    "leaky_relu",
    hints=(
        "Is the array that was handed in still the same after the call?",
        "A function makes a new array, or works on a copy.",
        "The conventions at the top of the notebook, first lines.",
    ),
)
def leaks_in_place(z, slope):
    """The negative entries of the argument itself are changed."""
    z[z < 0] = slope * z[z < 0]
    return z


@mistake(
    "leaky_relu",
    hints=(
        "What should -2 become when the slope is 0.1?",
        "A negative number is multiplied by the slope.",
        RELATIVES,
    ),
)
def slope_subtracted(z, slope):
    """The slope is subtracted from negative numbers instead of multiplied."""
    return np.where(z > 0, z, z - slope)


@mistake(
    "leaky_relu",
    hints=(
        "Is the leak smaller than what leaks?",
        "A negative number is multiplied by the slope, which is smaller than 1.",
        RELATIVES,
    ),
)
def divided_by_the_slope(z, slope):
    """Negative numbers are divided by the slope."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(z > 0, z, z / slope)


@mistake(
    "leaky_relu",
    hints=(
        "What should come through when the slope is 0?",
        "The slope itself is the share that comes through.",
        RELATIVES,
    ),
)
def leak_of_what_is_left(z, slope):
    """Negative numbers are multiplied by 1 minus the slope."""
    return np.where(z > 0, z, (1.0 - slope) * z)


@mistake(
    "leaky_relu",
    hints=(
        "With which number do you compare z?",
        "The two sides meet at 0, whatever the slope.",
        RELATIVES,
    ),
)
def slope_of_the_threshold(z, slope):
    """z is compared with the slope instead of with 0."""
    return np.where(z > slope, z, slope * z)


@mistake(
    "leaky_relu",
    hints=(
        "Which type has your result when z holds integers?",
        "An array of integers keeps no fractions; the result is float64.",
        RELATIVES,
    ),
)
def leak_in_the_type_of_z(z, slope):
    """The result is written into an array of the type of z, so that integers lose their leak."""
    h = np.array(z)
    h[...] = np.where(z > 0, z, slope * z)
    return h


@mistake(
    "leaky_relu",
    hints=(
        "Does your function give the same for 3 and -2 whether they are integers or floats?",
        "np.vectorize takes the type of its output from the first entry. Floats are wanted in any case.",
        "The docstring of leaky_relu: integers come in, float64 goes out.",
    ),
)
def type_of_the_first_entry(z, slope):
    """The type of the first result decides about all of them, so that after a whole number the leak loses its fraction."""
    z = np.asarray(z)
    return np.vectorize(lambda entry: entry if entry > 0 else slope * entry)(z)
