"""Wrong implementations of hidden_neurons that learners write, each with hints on three levels: a question, the rule, where to look."""

from autograder.checking import mistake


@mistake(
    "hidden_neurons",
    hints=(
        "Which entries of the list have ReLU behind them?",
        "The last layer gives the output: its neurons are not hidden.",
        "q1, the worked number.",
    ),
)
def counts_the_output_too(net):
    """The output neurons are counted as well: the stub as it was handed out."""
    return sum(len(b) for _, b in net)
