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
