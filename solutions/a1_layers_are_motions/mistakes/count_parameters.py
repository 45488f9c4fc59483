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
