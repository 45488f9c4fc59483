"""Wrong implementations of rotation that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake


@mistake(
    "rotation",
    hints=(
        "Where does (1, 0) go when it turns by 30 degrees counter-clockwise: above or below axis 1?",
        "Counter-clockwise, (1, 0) turns towards (0, 1).",
        "The worked number of q4 follows both unit vectors.",
    ),
)
def clockwise(degrees):
    """The turn is clockwise."""
    a = np.deg2rad(degrees)
    return np.array([[np.cos(a), np.sin(a)], [-np.sin(a), np.cos(a)]])


@mistake(
    "rotation",
    hints=(
        "In which unit do numpy's sine and cosine take an angle?",
        "np.sin and np.cos work in radians; a half turn is pi radians.",
        "The paragraph on units in q4.",
    ),
)
def degrees_taken_as_radians(degrees):
    """Degrees are used as if they were radians."""
    return np.array([[np.cos(degrees), -np.sin(degrees)], [np.sin(degrees), np.cos(degrees)]])


@mistake(
    "rotation",
    hints=(
        "Should 180 degrees become about 3 or about 10000?",
        "A half turn is 180 degrees or pi radians, so the number of radians is the smaller one.",
        "The paragraph on units in q4.",
    ),
)
def converted_the_wrong_way(degrees):
    """The angle is converted from radians to degrees instead of the other way."""
    a = np.rad2deg(degrees)
    return np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]])


@mistake(
    "rotation",
    hints=(
        "Which matrix leaves every point where it is, and do you get it for 0 degrees?",
        "At 0 degrees every cosine is 1 and every sine is 0.",
        "The worked number of q4: which of the two numbers is on the diagonal?",
    ),
)
def sine_and_cosine_swapped(degrees):
    """Sine and cosine are exchanged."""
    a = np.deg2rad(degrees)
    return np.array([[np.sin(a), -np.cos(a)], [np.cos(a), np.sin(a)]])


@mistake(
    "rotation",
    hints=(
        "Does your matrix keep the length of (0, 1)?",
        "The two columns of a rotation are perpendicular: their product adds up to 0.",
        "The signs in the worked number of q4.",
    ),
)
def minus_sign_lost(degrees):
    """The minus sign is missing, so the result is no rotation."""
    a = np.deg2rad(degrees)
    return np.array([[np.cos(a), np.sin(a)], [np.sin(a), np.cos(a)]])


@mistake(
    "rotation",
    hints=(
        "What is the determinant of your matrix?",
        "A rotation has determinant +1; a mirror has -1.",
        "The second column in the worked number of q4.",
    ),
)
def mirror_instead_of_turn(degrees):
    """The matrix is a reflection."""
    a = np.deg2rad(degrees)
    return np.array([[np.cos(a), np.sin(a)], [np.sin(a), -np.cos(a)]])


@mistake(
    "rotation",
    hints=(
        "Where does your matrix for 90 degrees take (1, 0)?",
        "A full turn is 360 degrees or 2 pi radians.",
        "The paragraph on units in q4.",
    ),
)
def half_the_angle(degrees):
    """The turn is only half as large as asked for."""
    a = np.pi * degrees / 360
    return np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]])


@mistake(
    "rotation",
    hints=(
        "How many digits does your matrix keep?",
        "The text shows six digits to be short; the function keeps all of them.",
        "The conventions at the top of the notebook name the type of number.",
    ),
)
def rounded(degrees):
    """The entries are rounded to six digits."""
    a = np.deg2rad(degrees)
    return np.round(np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]]), 6)


@mistake(
    "rotation",
    hints=(
        "Which sign has the sine of 200 degrees, and which one does your square root give?",
        "A square root is never negative; a sine is negative for half of all angles.",
        "The formula in the docstring of q4: any size and sign of the angle is allowed.",
    ),
)
def sine_from_the_cosine(degrees):
    """The sine is taken from the cosine, so that it is never negative."""
    c = np.cos(np.deg2rad(degrees))
    s = np.sqrt(np.maximum(1 - c**2, 0))
    return np.array([[c, -s], [s, c]])


@mistake(
    "rotation",
    hints=(
        "What does your function do for -30 degrees?",
        "A negative angle turns clockwise.",
        "The line on `degrees` in the docstring of q4.",
    ),
)
def sign_of_the_angle_lost(degrees):
    """The sign of the angle is dropped."""
    a = np.deg2rad(np.abs(degrees))
    return np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]])


@mistake(
    "rotation",
    hints=(
        "Are 90 and 90.25 degrees the same turn?",
        "Any number is an angle, fractions included.",
        "The line on `degrees` in the docstring of q4.",
    ),
)
def whole_degrees_only(degrees):
    """The angle is cut to whole degrees."""
    a = np.deg2rad(int(degrees))
    return np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]])


@mistake(
    "rotation",
    hints=(
        "Which angle does your function turn by when it is given 360?",
        "A full turn is 360 degrees or 2 pi radians.",
        "The paragraph on units in q4.",
    ),
)
def four_hundred_to_a_turn(degrees):
    """A full turn is taken to have 400 parts."""
    a = np.pi * degrees / 200
    return np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]])


@mistake(
    "rotation",
    hints=(
        "Does your matrix for 90 degrees make a quarter turn or a half turn?",
        "A half turn is 180 degrees or pi radians.",
        "The paragraph on units in q4.",
    ),
)
def twice_the_angle(degrees):
    """The turn is twice as large as asked for."""
    a = 2 * np.pi * degrees / 180
    return np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]])


@mistake(
    "rotation",
    hints=(
        "How many digits of pi does your function know?",
        "A float keeps about 16 digits; numpy has pi with all of them.",
        "The conventions at the top of the notebook name the type of number.",
    ),
)
def pi_is_short(degrees):
    """pi is taken as 3.14159."""
    a = 3.14159 * degrees / 180
    return np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]])


@mistake(
    "rotation",
    hints=(
        "Which digit of your result is the first that is wrong, and where does your pi end?",
        "A float keeps about 16 digits; numpy has pi with all of them.",
        "The conventions at the top of the notebook name the type of number.",
    ),
)
def pi_is_very_short(degrees):
    """pi is taken as 3.14."""
    a = 3.14 * degrees / 180
    return np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]])


@mistake(
    "rotation",
    hints=(
        "Which matrix do you get for 0 degrees?",
        "At 0 degrees nothing moves: both numbers on the diagonal are 1.",
        "The signs in the worked number of q4.",
    ),
)
def minus_sign_at_the_cosine(degrees):
    """The minus sign stands at a cosine."""
    a = np.deg2rad(degrees)
    return np.array([[-np.cos(a), np.sin(a)], [np.sin(a), np.cos(a)]])


@mistake(
    "rotation",
    hints=(
        "Are 30 and 210 degrees the same turn?",
        "Turns repeat after 360 degrees, not after 180.",
        "The line on `degrees` in the docstring of q4.",
    ),
)
def no_more_than_half_a_turn(degrees):
    """Only what is left of the angle beyond half turns is used."""
    a = np.deg2rad(degrees % 180)
    return np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]])


@mistake(
    "rotation",
    hints=(
        "How many digits of the angle are left when cosine and sine are taken?",
        "The course computes in float64, which keeps about 16 digits.",
        "The conventions at the top of the notebook name the type of number.",
    ),
)
def single_precision_angle(degrees):
    """The angle is rounded to float32."""
    a = np.float32(np.deg2rad(degrees))
    return np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]], dtype=float)
