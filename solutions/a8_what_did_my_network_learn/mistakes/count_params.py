"""Wrong implementations of count_params that learners write, each with hints on three levels: a question, the rule, where to look."""

from autograder.checking import mistake

COUNT = "q1, the worked number."


@mistake(
    "count_params",
    hints=(
        "Does every unit have only weights?",
        "A unit of a fully connected layer has one weight for each of its inputs, and one bias.",
        COUNT,
    ),
)
def no_biases(widths):
    """The biases are not counted: the stub as it was handed out."""
    return sum(D * M for D, M in zip(widths, widths[1:]))


@mistake(
    "count_params",
    hints=(
        "Do the inputs of the network have biases?",
        "Biases belong to units; the first number of the list counts inputs.",
        COUNT,
    ),
)
def biases_for_inputs(widths):
    """A bias is counted for every input as well."""
    return sum(D * M for D, M in zip(widths, widths[1:])) + sum(widths)


@mistake(
    "count_params",
    hints=(
        "How many biases does a whole layer have?",
        "There is one bias for each unit, not one for each layer.",
        COUNT,
    ),
)
def one_bias_per_layer(widths):
    """One bias is counted for each layer."""
    return sum(D * M + 1 for D, M in zip(widths, widths[1:]))


@mistake(
    "count_params",
    hints=(
        "What is left of widths after your function was called?",
        "widths.pop() changes the caller's list; zip(widths, widths[1:]) only reads it.",
        "The conventions at the top of the notebook.",
    ),
)
def list_used_up(widths):
    """The caller's list is taken apart."""
    total, inputs = 0, widths.pop(0)
    while widths:
        outputs = widths.pop(0)
        total, inputs = total + inputs * outputs + outputs, outputs
    return total


@mistake(
    "count_params",
    hints=(
        "How many numbers does an output unit learn?",
        "Every unit has a bias, an output unit as well.",
        COUNT,
    ),
)
def output_biases_missing(widths):
    """The outputs have no biases."""
    return sum(D * M for D, M in zip(widths, widths[1:])) + sum(widths[1:-1])


@mistake(
    "count_params",
    hints=(
        "Which units are the inputs connected to?",
        "Each layer is connected to the next one in the list.",
        COUNT,
    ),
)
def first_and_last_width_only(widths):
    """The hidden layers are skipped: inputs times outputs."""
    return widths[0] * widths[-1] + widths[-1]


@mistake(
    "count_params",
    hints=(
        "How many layers of weights do three widths make?",
        "Every two neighbours in the list make a layer.",
        COUNT,
    ),
)
def last_layer_forgotten(widths):
    """The last layer is left out."""
    return sum(D * M + M for D, M in zip(widths[:-2], widths[1:-1]))


@mistake(
    "count_params",
    hints=(
        "How many biases has a layer from 3 units to 1?",
        "Biases belong to the units that a layer computes: its outputs.",
        COUNT,
    ),
)
def biases_of_the_inputs_of_a_layer(widths):
    """A layer gets a bias for each of its inputs instead of its outputs."""
    return sum(D * M + D for D, M in zip(widths, widths[1:]))


@mistake(
    "count_params",
    hints=(
        "Is an input connected to every pair of a hidden unit and an output?",
        "Weights stand between neighbouring layers; those of different layers are added up.",
        COUNT,
    ),
)
def everything_multiplied(widths):
    """All widths are multiplied with each other."""
    product = 1
    for M in widths:
        product *= M
    return product + sum(widths[1:])
