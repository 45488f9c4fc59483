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


@mistake(
    "hidden_neurons",
    hints=(
        "What does your function say about a net with five outputs?",
        "The last layer is left out as a whole, however many outputs it has.",
        "q1, the docstring.",
    ),
)
def all_but_one(net):
    """One is taken off the number of all neurons, as if there were always a single output."""
    return sum(len(b) for _, b in net) - 1


@mistake(
    "hidden_neurons",
    hints=(
        "Which axis of W has one entry per neuron?",
        "W has the shape (D, M): D inputs, M neurons.",
        "q1, the docstring: the shapes.",
    ),
)
def inputs_of_hidden_layers(net):
    """The inputs of every hidden layer are counted instead of its neurons."""
    return sum(W.shape[0] for W, _ in net[:-1])


@mistake(
    "hidden_neurons",
    hints=(
        "How many neurons have two hidden layers of 4 in your code?",
        "A set keeps equal numbers only once; a sum does not.",
        "q1, the docstring.",
    ),
)
def equal_widths_once(net):
    """Layers of the same width are counted once."""
    return sum({len(b) for _, b in net[:-1]})


@mistake(
    "hidden_neurons",
    hints=(
        "What is left of the net after your function was called?",
        "net.pop() changes the caller's list; net[:-1] makes a new one.",
        "The conventions at the top of the notebook.",
    ),
)
def last_layer_taken_off(net):
    """The last layer is taken off the list that was handed in."""
    net.pop()
    return sum(len(b) for _, b in net)


@mistake(
    "hidden_neurons",
    hints=(
        "How many hidden layers has your second test net?",
        "Every layer but the last counts.",
        "q1, the docstring.",
    ),
)
def first_layer_only(net):
    """Only the neurons of the first layer are counted."""
    return len(net[0][1])


@mistake(
    "hidden_neurons",
    hints=(
        "What does your function say about one hidden layer of 3 neurons?",
        "Asked for are neurons: the widths are added up.",
        "q1, the docstring.",
    ),
)
def hidden_layers_counted(net):
    """The hidden layers are counted instead of their neurons."""
    return len(net) - 1


@mistake(
    "hidden_neurons",
    hints=(
        "What does your function say about a net with one hidden layer?",
        "The list begins with the first hidden layer: the inputs are no entry of it.",
        "q1, the docstring.",
    ),
)
def without_the_first_layer(net):
    """The first hidden layer is left out as well, as if it were the inputs."""
    return sum(len(b) for _, b in net[1:-1])
