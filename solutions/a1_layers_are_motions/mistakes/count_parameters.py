"""Wrong implementations of count_parameters that learners write, each with hints on three levels: a question, the rule, where to look."""

from autograder.checking import mistake


@mistake(
    "count_parameters",
    hints=(
        "Which numbers of a layer are not in W?",
        "Every output neuron learns one number more than it has inputs.",
        "The worked number of q1 counts them one neuron at a time.",
    ),
)
def weights_only(D, M):
    """The biases are not counted."""
    return D * M


@mistake(
    "count_parameters",
    hints=(
        "Does a bias belong to an input or to a neuron?",
        "There are as many biases as there are outputs.",
        "The row for b in the notation table gives its shape.",
    ),
)
def one_bias_per_input(D, M):
    """One bias is counted for every input instead of every output."""
    return D * M + D


@mistake(
    "count_parameters",
    hints=(
        "How many neurons share a bias in your count?",
        "Every output neuron has a bias of its own.",
        "The row for b in the notation table gives its shape.",
    ),
)
def one_bias_for_the_layer(D, M):
    """One bias is counted for the whole layer."""
    return D * M + 1


@mistake(
    "count_parameters",
    hints=(
        "Do the inputs of a layer have biases?",
        "Inputs are given, not learned: only outputs have biases.",
        "The row for b in the notation table gives its shape.",
    ),
)
def biases_on_both_sides(D, M):
    """A bias is counted for every input as well as for every output."""
    return D * M + D + M


@mistake(
    "count_parameters",
    hints=(
        "How many numbers does one neuron learn if it has 3 inputs?",
        "Every neuron has a weight for each input: D times M.",
        "The worked number of q1 counts them one neuron at a time.",
    ),
)
def inputs_and_outputs_added(D, M):
    """Inputs and outputs are added instead of multiplied."""
    return D + M + M


@mistake(
    "count_parameters",
    hints=(
        "Which neuron is the one that you count besides the M outputs?",
        "One more on the side of the inputs is the bias; there is no further output.",
        "The worked number of q1 counts them one neuron at a time.",
    ),
)
def one_weight_more_per_input(D, M):
    """Both sides are counted with one more: (D + 1) times (M + 1)."""
    return (D + 1) * (M + 1)


@mistake(
    "count_parameters",
    hints=(
        "What do you do with the number of biases once you have it?",
        "Weights and biases are all learned: their numbers are added.",
        "The worked number of q1 counts them one neuron at a time.",
    ),
)
def biases_multiplied(D, M):
    """The biases are multiplied with the weights instead of added."""
    return D * M * M
