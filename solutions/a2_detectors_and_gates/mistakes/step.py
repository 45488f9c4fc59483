"""Wrong implementations of step that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake


# step
@mistake(
    "step",
    hints=(
        "What should a unit say at exactly 0?",
        "A unit is on where z is positive, and 0 is not.",
        "q1, the worked number.",
    ),
)
def still_on_at_zero(z):
    """On at 0 as well: the stub as it was handed out."""
    return np.where(z >= 0, 1.0, 0.0)


@mistake(
    "step",
    hints=(
        "What does a unit say when it is off?",
        "On is 1 and off is 0; the numbers 1 and -1 belong to another convention.",
        "q1, the worked number.",
    ),
)
def minus_one_for_off(z):
    """-1 instead of 0 where the unit is off."""
    return np.where(z > 0, 1.0, -1.0)


@mistake(
    "step",
    hints=(
        "What does a unit say at z = -2?",
        "A unit is on or off, 1 or 0; there is no third answer.",
        "q1, the worked number.",
    ),
)
def sign_of_z(z):
    """The sign of z is returned: -1, 0 or 1."""
    return np.sign(np.asarray(z, dtype=float))


@mistake(
    "step",
    hints=(
        "Does a unit that is on say how far on it is?",
        "On is 1, however large z is.",
        "q1, the formula in the docstring.",
    ),
)
def z_where_it_is_on(z):
    """z itself is returned where the unit is on, as ReLU does."""
    return np.maximum(z, 0.0)


@mistake(
    "step",
    hints=(
        "From which z on is a unit on?",
        "Every z above 0 is on, be it ever so small.",
        "q1, the worked number.",
    ),
)
def on_from_one_half(z):
    """The unit comes on at 1/2 instead of at 0, as if z were rounded."""
    return np.where(z > 0.5, 1.0, 0.0)


@mistake(
    "step",
    hints=(
        "How many answers does a unit have?",
        "There are two answers, and at 0 a unit is off.",
        "q1, the last line of the formula in the docstring.",
    ),
)
def one_half_at_zero(z):
    """At exactly 0 the result is 1/2."""
    return np.heaviside(z, 0.5)


@mistake(
    "step",
    hints=(
        "What should the unit say at z = 2.5?",
        "On is 1, and a unit is on where z is positive.",
        "q1, the worked number.",
    ),
)
def on_and_off_exchanged(z):
    """1 where z is negative, and 0 where it is positive."""
    return np.where(z < 0, 1.0, 0.0)


@mistake(
    "step",
    hints=(
        "Which type has the result of a comparison?",
        "The result is used as a number by the next unit: 1.0 and 0.0.",
        "q1, the docstring: what is returned.",
    ),
)
def truth_values(z):
    """True and False are returned instead of 1.0 and 0.0."""
    return np.asarray(z) > 0
