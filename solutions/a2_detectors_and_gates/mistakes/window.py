"""Wrong implementations of window that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from ..reference import sigmoid

WINDOW = "q14, the worked number."


# window
@mistake(
    "window",
    hints=(
        "What is your result far out on the right?",
        "Where both units are awake, their effects have to cancel.",
        WINDOW,
    ),
)
def units_added(x, lo, hi, k):
    """The two units are added instead of subtracted."""
    return sigmoid(k * (x - lo)) + sigmoid(k * (x - hi))


@mistake(
    "window",
    hints=(
        "Which sign has your result in the middle?",
        "The unit that wakes up first is the one that counts for.",
        WINDOW,
    ),
)
def window_upside_down(x, lo, hi, k):
    """The difference is taken the wrong way round."""
    return sigmoid(k * (x - hi)) - sigmoid(k * (x - lo))


@mistake(
    "window",
    hints=(
        "At which x is your first unit one half?",
        "k multiplies the distance from the end, not x alone.",
        "The formula in the docstring of window.",
    ),
)
def bracket_left_out(x, lo, hi, k):
    """k multiplies x only, so that the ends move with k."""
    return sigmoid(k * x - lo) - sigmoid(k * x - hi)


@mistake(
    "window",
    hints=(
        "Does a larger k make the ends sharper?",
        "k multiplies.",
        WINDOW,
    ),
)
def divides_by_k(x, lo, hi, k):
    """The distances are divided by k."""
    return sigmoid((x - lo) / k) - sigmoid((x - hi) / k)


@mistake(
    "window",
    hints=(
        "How high is your window in the middle?",
        "k makes the ends sharper; it does not make the window higher.",
        "The formula in the docstring of window.",
    ),
)
def k_outside(x, lo, hi, k):
    """k multiplies the result instead of the distances."""
    return k * (sigmoid(x - lo) - sigmoid(x - hi))


@mistake(
    "window",
    hints=(
        "What is your result exactly at the ends?",
        "The ends are soft: one half where a unit just wakes up.",
        WINDOW,
    ),
)
def hard_ends(x, lo, hi, k):
    """1 between the ends and 0 elsewhere."""
    return np.where((x > lo) & (x < hi), 1.0, 0.0)


@mistake(
    "window",
    hints=(
        "How do you put the two units together?",
        "The output layer takes a difference. A product is about as high, but not the same where both ends are near.",
        "The formula in the docstring of window.",
    ),
)
def product_of_two_units(x, lo, hi, k):
    """One rising and one falling unit are multiplied."""
    return sigmoid(k * (x - lo)) * sigmoid(k * (hi - x))


@mistake(
    "window",
    hints=(
        "Do both of your ends get sharper with k?",
        "Both units have the same k.",
        WINDOW,
    ),
)
def one_sharp_end(x, lo, hi, k):
    """Only the left end depends on k."""
    return sigmoid(k * (x - lo)) - sigmoid(x - hi)


@mistake(
    "window",
    hints=(
        "What makes the detector fall asleep beyond hi?",
        "A second unit is subtracted, at the right end.",
        WINDOW,
    ),
)
def one_end_only(x, lo, hi, k):
    """Only the left unit is used."""
    return sigmoid(k * (np.asarray(x, dtype=float) - lo))


@mistake(
    "window",
    hints=(
        "What makes the detector sleep before lo?",
        "There are two units, one for each end.",
        WINDOW,
    ),
)
def right_end_only_falls(x, lo, hi, k):
    """Only the right unit is used, turned round."""
    return sigmoid(k * (hi - np.asarray(x, dtype=float)))


@mistake(
    "window",
    hints=(
        "Is k inside both sigmoids?",
        "k multiplies both distances.",
        WINDOW,
    ),
)
def k_at_the_left_end_only(x, lo, hi, k):
    """k multiplies the result of the second unit instead of its distance."""
    return sigmoid(k * (x - lo)) - k * sigmoid(x - hi)


@mistake(
    "window",
    hints=(
        "Does the left unit rise or fall with x?",
        "Both units rise; each is 0 far on the left.",
        WINDOW,
    ),
)
def ends_exchanged(x, lo, hi, k):
    """The ends are exchanged inside the sigmoids' brackets: the distance is taken the other way round."""
    return sigmoid(k * (lo - x)) - sigmoid(k * (x - hi))


@mistake(
    "window",
    hints=(
        "Does the sharpness depend on how wide the window is?",
        "k multiplies the distances as it is.",
        WINDOW,
    ),
)
def width_in_the_sharpness(x, lo, hi, k):
    """k is divided by the width of the window."""
    return sigmoid(k / (hi - lo) * (x - lo)) - sigmoid(k / (hi - lo) * (x - hi))


@mistake(
    "window",
    hints=(
        "How high is the difference of two soft steps in the middle?",
        "The window is the plain difference of two sigmoids; where the ends are soft it does not reach 1.",
        WINDOW,
    ),
)
def stretched_to_one(x, lo, hi, k):
    """The bump is divided by its highest value, so that it is 1 in the middle."""
    middle = (lo + hi) / 2.0
    return (sigmoid(k * (x - lo)) - sigmoid(k * (x - hi))) / (sigmoid(k * (middle - lo)) - sigmoid(k * (middle - hi)))


@mistake(
    "window",
    hints=(
        "What do the two units say in the middle of the window, and how are the two numbers put together?",
        "The second unit is subtracted from the first.",
        WINDOW,
    ),
)
def smaller_of_the_two_units(x, lo, hi, k):
    """The smaller one of a rising and a falling sigmoid is taken."""
    return np.minimum(sigmoid(k * (x - lo)), sigmoid(-k * (x - hi)))


@mistake(
    "window",
    hints=(
        "How high is the window in the middle if the ends are sharp?",
        "Well inside, the first unit says 1 and the second 0.",
        WINDOW,
    ),
)
def half_as_high(x, lo, hi, k):
    """The difference is halved."""
    return 0.5 * (sigmoid(k * (x - lo)) - sigmoid(k * (x - hi)))
