"""Wrong implementations of bump that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from ..reference import sigmoid

BUMP = "q2, the worked number, and the formula in the docstring."


@mistake(
    "bump",
    hints=(
        "How high is your bump if h is 5?",
        "Both steps have the height h, so the bump has it too.",
        BUMP,
    ),
)
def forgets_the_height(x, left, right, h, w):
    """The height h is not used: the bump is always 1 high."""
    return sigmoid(w * (x - left)) - sigmoid(w * (x - right))


@mistake(
    "bump",
    hints=(
        "What is your function far to the right of both edges?",
        "The first step goes up, the second one has to come down again.",
        BUMP,
    ),
)
def two_steps_up(x, left, right, h, w):
    """The second step is added instead of taken off: a staircase."""
    return h * (sigmoid(w * (x - left)) + sigmoid(w * (x - right)))


@mistake(
    "bump",
    hints=(
        "Where does your step climb if w is 100 and the edge is at 0.4?",
        "The steepness multiplies the whole distance from the edge.",
        BUMP,
    ),
)
def steepness_on_x_only(x, left, right, h, w):
    """w multiplies x but not the edge: the steps are in the wrong places."""
    return h * (sigmoid(w * x - left) - sigmoid(w * x - right))


@mistake(
    "bump",
    hints=(
        "Is your bump a hill or a hole?",
        "Left of it both sigmoids are 0; inside, one of them is 1: which one must be counted as positive?",
        BUMP,
    ),
)
def upside_down(x, left, right, h, w):
    """The two steps are swapped: a hole instead of a bump."""
    return h * (sigmoid(w * (x - right)) - sigmoid(w * (x - left)))


@mistake(
    "bump",
    hints=(
        "What is exp(1000), and what is it divided by itself?",
        "A formula can be right on paper and give NaN in float64: exp must not get a large argument.",
        "q2, the paragraph on large numbers.",
    ),
)
def overflows(x, left, right, h, w):
    """The sigmoid is written as exp(z) / (1 + exp(z)), which is NaN for large z."""
    with np.errstate(all="ignore"):
        up, down = np.exp(w * (x - left)), np.exp(w * (x - right))
        return h * (up / (1 + up) - down / (1 + down))


@mistake(
    "bump",
    hints=(
        "Does your bump change when w does?",
        "A sigmoid is soft: it becomes a step only when w is very large.",
        BUMP,
    ),
)
def hard_steps(x, left, right, h, w):
    """Hard steps stand in place of the sigmoids."""
    return h * (1.0 * (x > left) - 1.0 * (x > right))


@mistake(
    "bump",
    hints=(
        "With a small w the two edges overlap: what do two neurons do whose outputs are added, and what does yours do?",
        "An output neuron adds up what it hears; it does not multiply one neuron by another.",
        BUMP,
    ),
)
def product_of_two_steps(x, left, right, h, w):
    """A rising and a falling sigmoid are multiplied instead of subtracted."""
    return h * sigmoid(w * (x - left)) * sigmoid(w * (right - x))


@mistake(
    "bump",
    hints=(
        "Does a larger w make your edges steeper or softer?",
        "The steeper the step, the faster its argument grows.",
        BUMP,
    ),
)
def divides_by_the_steepness(x, left, right, h, w):
    """The distance is divided by w instead of multiplied: large w gives soft edges."""
    return h * (sigmoid((x - left) / w) - sigmoid((x - right) / w))


@mistake(
    "bump",
    hints=(
        "What should the bump be far away from both edges?",
        "The height is a factor of both steps.",
        BUMP,
    ),
)
def height_added(x, left, right, h, w):
    """The height is added instead of multiplied."""
    return h + sigmoid(w * (x - left)) - sigmoid(w * (x - right))


@mistake(
    "bump",
    hints=(
        "Does your bump become higher for a larger w?",
        "w is inside the sigmoids: it makes the edges steeper.",
        BUMP,
    ),
)
def steepness_as_a_height(x, left, right, h, w):
    """The steepness multiplies the whole bump."""
    return h * w * (sigmoid(x - left) - sigmoid(x - right))


@mistake(
    "bump",
    hints=(
        "How high is your bump to the right of its right edge?",
        "Both steps have the height h.",
        BUMP,
    ),
)
def height_of_the_second_step_forgotten(x, left, right, h, w):
    """The second step is 1 high instead of h."""
    return h * sigmoid(w * (x - left)) - sigmoid(w * (x - right))


@mistake(
    "bump",
    hints=(
        "How high is your bump between its edges?",
        "Both steps have the height h.",
        BUMP,
    ),
)
def height_of_the_first_step_forgotten(x, left, right, h, w):
    """The first step is 1 high instead of h."""
    return sigmoid(w * (x - left)) - h * sigmoid(w * (x - right))


@mistake(
    "bump",
    hints=(
        "Can your bump be higher than 1?",
        "A sigmoid is never more than 1: the height has to stand in front of it.",
        BUMP,
    ),
)
def height_inside_the_sigmoid(x, left, right, h, w):
    """The height stands inside the sigmoids."""
    return sigmoid(h * w * (x - left)) - sigmoid(h * w * (x - right))


@mistake(
    "bump",
    hints=(
        "Does the steepness of an edge depend on where the other edge is?",
        "w multiplies the distances as it is.",
        BUMP,
    ),
)
def steepness_over_the_width(x, left, right, h, w):
    """The steepness is divided by the width of the bump."""
    return h * (sigmoid(w * (x - left) / (right - left)) - sigmoid(w * (x - right) / (right - left)))


@mistake(
    "bump",
    hints=(
        "What brings your bump down again?",
        "The second step takes away what the first one gave.",
        BUMP,
    ),
)
def only_the_rising_step(x, left, right, h, w):
    """Only the rising step is there."""
    return h * sigmoid(w * (np.asarray(x, dtype=float) - left))


@mistake(
    "bump",
    hints=(
        "How low is your bump far away from both edges?",
        "A stable sigmoid needs no cut exponents.",
        BUMP,
    ),
)
def exponents_cut_at_20(x, left, right, h, w):
    """The exponents are cut off at 20, so that the tails of the bump are too high."""
    return h * (sigmoid(np.clip(w * (x - left), -20, 20)) - sigmoid(np.clip(w * (x - right), -20, 20)))


@mistake(
    "bump",
    hints=(
        "How high is your bump between its edges, h or 2 h?",
        "A sigmoid rises by 1, tanh by 2.",
        BUMP,
    ),
)
def steps_of_tanh(x, left, right, h, w):
    """Steps of tanh stand in place of the sigmoids."""
    return h * (np.tanh(w * (x - left)) - np.tanh(w * (x - right)))


@mistake(
    "bump",
    hints=(
        "How high is the difference of two soft steps in the middle?",
        "Each step is h high; where they are soft the bump does not quite reach h.",
        BUMP,
    ),
)
def height_in_the_middle(x, left, right, h, w):
    """The bump is stretched so that it is exactly h high in the middle."""
    middle = (left + right) / 2
    top = sigmoid(w * (middle - left)) - sigmoid(w * (middle - right))
    return h * (sigmoid(w * (x - left)) - sigmoid(w * (x - right))) / top


@mistake(
    "bump",
    hints=(
        "How high is your bump between its edges if w is large?",
        "Both steps have the height h: one takes off what the other has added.",
        BUMP,
    ),
)
def height_halved(x, left, right, h, w):
    """Each step is h/2 high."""
    return h / 2 * (sigmoid(w * (x - left)) - sigmoid(w * (x - right)))


@mistake(
    "bump",
    hints=(
        "What has become of x after your function was called?",
        "x[...] = and x -= write into the caller's array.",
        "The conventions at the top of the notebook.",
    ),
)
def bump_in_place(x, left, right, h, w):
    """The result is written into x."""
    result = h * sigmoid(w * (x - left)) - h * sigmoid(w * (x - right))
    if isinstance(x, np.ndarray) and x.dtype == float:
        x[...] = result
    return result


@mistake(
    "bump",
    hints=(
        "What does your function do with a table of places?",
        "Numpy's arithmetic works on arrays of any shape; a loop over rows does not.",
        "q2, the docstring: an array of any shape.",
    ),
)
def number_by_number(x, left, right, h, w):
    """A loop over the first axis holds one number for each entry: tables do not fit."""
    out = np.zeros(len(x))
    for i in range(len(x)):
        out[i] = h * sigmoid(w * (x[i] - left)) - h * sigmoid(w * (x[i] - right))
    return out
