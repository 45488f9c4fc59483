"""Wrong implementations of montufar_bound that learners write, each with hints on three levels: a question, the rule, where to look."""

import math

import numpy as np

from autograder.checking import mistake

from ..reference import max_regions

BOUND = "q11, the formula and the worked number for [6, 6]."


@mistake(
    "montufar_bound",
    hints=(
        "How many neurons has each input, if there are 7 neurons for 2 inputs?",
        "floor: what is left over after the division folds nothing. Counts are integers.",
        BOUND,
    ),
)
def divides_without_floor(n0, widths):
    """The widths are divided without floor, so the bound is a float and too large."""
    return math.prod((width / n0) ** n0 for width in widths[:-1]) * max_regions(n0, widths[-1])


@mistake(
    "montufar_bound",
    hints=(
        "For a single layer, is there any fold in your product?",
        "The last layer does not fold: it only brings the binomial sum.",
        BOUND,
    ),
)
def the_last_layer_folds_too(n0, widths):
    """The product runs over all layers, the last one included."""
    return math.prod((width // n0) ** n0 for width in widths) * max_regions(n0, widths[-1])


@mistake(
    "montufar_bound",
    hints=(
        "Which layer cuts what the others have folded?",
        "The binomial sum belongs to the last layer, the floors to all before it.",
        BOUND,
    ),
)
def first_layer_cuts(n0, widths):
    """The first layer gets the binomial sum, and the others the floors."""
    return math.prod((width // n0) ** n0 for width in widths[1:]) * max_regions(n0, widths[0])


@mistake(
    "montufar_bound",
    hints=(
        "A layer folds each of two inputs three times: how often is the plane folded onto itself?",
        "The floor is taken to the power n0, because every input is folded.",
        BOUND,
    ),
)
def folds_one_input_only(n0, widths):
    """The power n0 of the floors is missing."""
    return math.prod(width // n0 for width in widths[:-1]) * max_regions(n0, widths[-1])


@mistake(
    "montufar_bound",
    hints=(
        "What do you get for [6, 6], and what is in the text?",
        "The folding layers count with their floors; only the last layer counts with its largest number of regions.",
        BOUND,
    ),
)
def multiplies_the_maxima(n0, widths):
    """The largest counts of all layers are multiplied."""
    return math.prod(max_regions(n0, width) for width in widths)


@mistake(
    "montufar_bound",
    hints=(
        "Do you round before you take the power, or after it?",
        "First floor, then power: half a fold in each of two inputs is no fold.",
        BOUND,
    ),
)
def floor_after_the_power(n0, widths):
    """The floor is taken after the power."""
    return math.prod(width**n0 // n0**n0 for width in widths[:-1]) * max_regions(n0, widths[-1])


@mistake(
    "montufar_bound",
    hints=(
        "What does your bound give for a single layer?",
        "The last layer cuts what is folded, and its number of regions is a factor.",
        BOUND,
    ),
)
def only_the_folds(n0, widths):
    """The factor of the last layer is missing."""
    return math.prod((width // n0) ** n0 for width in widths[:-1])


@mistake(
    "montufar_bound",
    hints=(
        "What is the largest number an int64 can hold?",
        "numpy's integers wrap around without a word; Python's do not.",
        "q5, the last paragraph before the stub.",
    ),
)
def through_int64(n0, widths):
    """The product is taken in int64, which overflows for deep nets."""
    folds = np.prod([(width // n0) ** n0 for width in widths[:-1]], dtype=np.int64) if len(widths) > 1 else 1
    return int(folds) * max_regions(n0, widths[-1])


@mistake(
    "montufar_bound",
    hints=(
        "7 neurons, 2 inputs: can each input have 4 of them?",
        "The division is rounded down: a neuron that is left over cannot be shared.",
        BOUND,
    ),
)
def rounds_up(n0, widths):
    """The widths are divided and rounded up."""
    return math.prod((-(-width // n0)) ** n0 for width in widths[:-1]) * max_regions(n0, widths[-1])


@mistake(
    "montufar_bound",
    hints=(
        "What happens to the number of regions when one more layer folds?",
        "Every fold multiplies what is drawn above it.",
        BOUND,
    ),
)
def sum_of_the_layers(n0, widths):
    """The factors are added up instead of multiplied."""
    return sum((width // n0) ** n0 for width in widths[:-1]) + max_regions(n0, widths[-1])


@mistake(
    "montufar_bound",
    hints=(
        "How many neurons does one input get?",
        "The neurons of a layer are shared among the inputs.",
        BOUND,
    ),
)
def widths_without_division(n0, widths):
    """The widths are not divided by the number of inputs."""
    return math.prod(width**n0 for width in widths[:-1]) * max_regions(n0, widths[-1])


@mistake(
    "montufar_bound",
    hints=(
        "Which layers fold?",
        "All hidden layers but the last fold, the first one included.",
        BOUND,
    ),
)
def first_layer_left_out(n0, widths):
    """The product begins with the second layer."""
    return math.prod((width // n0) ** n0 for width in widths[1:-1]) * max_regions(n0, widths[-1])


@mistake(
    "montufar_bound",
    hints=(
        "In which order does max_regions take its arguments?",
        "Inputs come first, neurons second.",
        BOUND,
    ),
)
def last_width_as_inputs(n0, widths):
    """The arguments of max_regions are exchanged."""
    return math.prod((width // n0) ** n0 for width in widths[:-1]) * max_regions(widths[-1], n0)


@mistake(
    "montufar_bound",
    hints=(
        "How many regions do six lines make of the plane at most?",
        "The last factor is the count of q5.",
        BOUND,
    ),
)
def all_patterns_at_the_end(n0, widths):
    """The last layer is taken to make all patterns."""
    return math.prod((width // n0) ** n0 for width in widths[:-1]) * 2 ** widths[-1]


@mistake(
    "montufar_bound",
    hints=(
        "What does your bound give for two inputs and the widths 5 and 2?",
        "Half a fold is no fold: each width is divided and rounded down before anything is multiplied.",
        BOUND,
    ),
)
def floor_at_the_very_end(n0, widths):
    """The widths are divided without floor, and the product is cut down to a whole number at the end."""
    return int(math.prod((width / n0) ** n0 for width in widths[:-1]) * max_regions(n0, widths[-1]))


@mistake(
    "montufar_bound",
    hints=(
        "What is left of widths after your function was called?",
        "widths.pop() changes the caller's list; widths[-1] only looks at it.",
        "The conventions at the top of the notebook.",
    ),
)
def last_width_taken_off(n0, widths):
    """The last width is taken off the caller's list."""
    last = widths.pop()
    return math.prod((width // n0) ** n0 for width in widths) * max_regions(n0, last)


@mistake(
    "montufar_bound",
    hints=(
        "How often does the last width occur in your product?",
        "The last layer cuts, the others fold; no layer does both.",
        BOUND,
    ),
)
def last_layer_folds_in_deep_nets(n0, widths):
    """With more than one hidden layer the last one folds, too."""
    folds = widths if len(widths) > 1 else []
    return math.prod((width // n0) ** n0 for width in folds) * max_regions(n0, widths[-1])


@mistake(
    "montufar_bound",
    hints=(
        "How many pieces does a layer with 3 folds in each of two directions make?",
        "Folds in different directions multiply: a power, one factor for each input.",
        BOUND,
    ),
)
def folds_not_to_the_power(n0, widths):
    """The floors are multiplied by the number of inputs instead of taken to its power."""
    return math.prod((width // n0) * n0 for width in widths[:-1]) * max_regions(n0, widths[-1])


@mistake(
    "montufar_bound",
    hints=(
        "How many dimensions has the space that the last layer cuts?",
        "After the folds it is still the space of the n0 inputs that is cut.",
        BOUND,
    ),
)
def last_layer_at_the_inputs(n0, widths):
    """The binomial sum is taken with the number of the first hidden layer's neurons as inputs."""
    inputs = widths[0] if len(widths) > 1 else n0
    return math.prod((width // n0) ** n0 for width in widths[:-1]) * max_regions(inputs, widths[-1])
