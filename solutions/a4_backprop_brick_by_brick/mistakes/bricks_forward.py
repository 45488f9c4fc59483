"""Wrong implementations of bricks_forward that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from ..reference import sigmoid

UP = "q4, the worked number, and the formula in the docstring."


@mistake(
    "bricks_forward",
    hints=(
        "What does the hidden layer do to z1 before it hands it on?",
        "Each of the two layers has two bricks: a sum, then a bend.",
        UP,
    ),
)
def hidden_layer_not_bent(x, W1, W2):
    """h1 is z1: the sigmoid of the hidden layer is missing."""
    z1 = x @ W1
    z2 = z1 @ W2
    return {"z1": z1, "h1": z1, "z2": z2, "h2": sigmoid(z2)}


@mistake(
    "bricks_forward",
    hints=(
        "Must the two entries of h2 add up to one, in this network?",
        "Each output neuron is bent on its own, without asking its neighbours.",
        UP,
    ),
)
def softmax_at_the_output(x, W1, W2):
    """h2 is a softmax over z2 instead of a sigmoid of each entry."""
    z1 = x @ W1
    h1 = sigmoid(z1)
    z2 = h1 @ W2
    e = np.exp(z2 - z2.max())
    return {"z1": z1, "h1": h1, "z2": z2, "h2": e / e.sum()}


@mistake(
    "bricks_forward",
    hints=(
        "Can an output of this network be negative?",
        "The output layer has two bricks as well: a sum, then a bend.",
        UP,
    ),
)
def output_not_bent(x, W1, W2):
    """h2 is z2: the sigmoid of the output layer is missing."""
    z1 = x @ W1
    h1 = sigmoid(z1)
    z2 = h1 @ W2
    return {"z1": z1, "h1": h1, "z2": z2, "h2": z2}


@mistake(
    "bricks_forward",
    hints=(
        "Which brick does the second layer stand on: the hidden layer before the bend, or after it?",
        "What a layer hands on is its h, not its z.",
        UP,
    ),
)
def second_layer_takes_z1(x, W1, W2):
    """z2 is z1 W2 instead of h1 W2."""
    z1 = x @ W1
    z2 = z1 @ W2
    return {"z1": z1, "h1": sigmoid(z1), "z2": z2, "h2": sigmoid(z2)}


@mistake(
    "bricks_forward",
    hints=(
        "Between which two numbers do your hidden activations lie?",
        "The article bends both layers with the same function, whose values lie between 0 and 1.",
        UP,
    ),
)
def tanh_in_the_hidden_layer(x, W1, W2):
    """The hidden layer uses tanh instead of the sigmoid."""
    z1 = x @ W1
    h1 = np.tanh(z1)
    z2 = h1 @ W2
    return {"z1": z1, "h1": h1, "z2": z2, "h2": sigmoid(z2)}


@mistake(
    "bricks_forward",
    hints=(
        "Is your sigmoid of a positive number above one half, or below?",
        "The sigmoid rises from 0 on the far left to 1 on the far right.",
        UP,
    ),
)
def sigmoid_upside_down(x, W1, W2):
    """The sign in the sigmoid's exponent is wrong."""
    z1 = x @ W1
    h1 = sigmoid(-z1)
    z2 = h1 @ W2
    return {"z1": z1, "h1": h1, "z2": z2, "h2": sigmoid(-z2)}


@mistake(
    "bricks_forward",
    hints=(
        "How many bends lie between x and h2?",
        "Two layers, two bends: each z is bent exactly once.",
        UP,
    ),
)
def output_bent_twice(x, W1, W2):
    """The sigmoid is applied twice at the output."""
    z1 = x @ W1
    h1 = sigmoid(z1)
    z2 = h1 @ W2
    return {"z1": z1, "h1": h1, "z2": z2, "h2": sigmoid(sigmoid(z2))}


@mistake(
    "bricks_forward",
    hints=(
        "Can a hidden neuron be exactly 0?",
        "Both layers of the article's network are sigmoids.",
        UP,
    ),
)
def relu_in_the_hidden_layer(x, W1, W2):
    """The hidden layer uses ReLU instead of the sigmoid."""
    z1 = x @ W1
    h1 = np.maximum(z1, 0.0)
    z2 = h1 @ W2
    h2 = sigmoid(z2)
    return {"z1": z1, "h1": h1, "z2": z2, "h2": h2}


@mistake(
    "bricks_forward",
    hints=(
        "Between which two numbers does an output lie?",
        "Both layers of the article's network are sigmoids.",
        UP,
    ),
)
def tanh_at_the_output(x, W1, W2):
    """The output layer uses tanh instead of the sigmoid."""
    z1 = x @ W1
    h1 = sigmoid(z1)
    z2 = h1 @ W2
    h2 = np.tanh(z2)
    return {"z1": z1, "h1": h1, "z2": z2, "h2": h2}


@mistake(
    "bricks_forward",
    hints=(
        "How often is z1 bent before it meets W2?",
        "Every layer is bent once.",
        UP,
    ),
)
def hidden_layer_bent_twice(x, W1, W2):
    """The sigmoid is applied twice in the hidden layer."""
    z1 = x @ W1
    h1 = sigmoid(sigmoid(z1))
    z2 = h1 @ W2
    h2 = sigmoid(z2)
    return {"z1": z1, "h1": h1, "z2": z2, "h2": h2}


@mistake(
    "bricks_forward",
    hints=(
        "Can the shape of a square W1 tell you whether it is the right way round?",
        "One column of W1 is one hidden neuron, also when W1 is square.",
        UP,
    ),
)
def square_weights_transposed(x, W1, W2):
    """A square W1 is transposed."""
    z1 = x @ (W1.T if W1.shape[0] == W1.shape[1] else W1)
    h1 = sigmoid(z1)
    z2 = h1 @ W2
    h2 = sigmoid(z2)
    return {"z1": z1, "h1": h1, "z2": z2, "h2": h2}


@mistake(
    "bricks_forward",
    hints=(
        "Can the shape of a square W2 tell you whether it is the right way round?",
        "One column of W2 is one output neuron, also when W2 is square.",
        UP,
    ),
)
def square_weights_above_transposed(x, W1, W2):
    """A square W2 is transposed."""
    z1 = x @ W1
    h1 = sigmoid(z1)
    z2 = h1 @ (W2.T if W2.shape[0] == W2.shape[1] else W2)
    h2 = sigmoid(z2)
    return {"z1": z1, "h1": h1, "z2": z2, "h2": h2}


@mistake(
    "bricks_forward",
    hints=(
        "How many axes has x?",
        "One sample is a vector, and so is every brick.",
        "The line `Returns` in the docstring of q4.",
    ),
)
def rows_instead_of_vectors(x, W1, W2):
    """Every brick is a row of a matrix instead of a vector."""
    z1 = x.reshape(1, -1) @ W1
    h1 = sigmoid(z1)
    z2 = h1 @ W2
    h2 = sigmoid(z2)
    return {"z1": z1, "h1": h1, "z2": z2, "h2": h2}


@mistake(
    "bricks_forward",
    hints=(
        "What is z1 when x is 0?",
        "This network has no biases.",
        "The formula in the docstring of q4.",
    ),
)
def a_bias_of_one(x, W1, W2):
    """A bias of 1 is added in the hidden layer."""
    z1 = x @ W1 + 1.0
    h1 = sigmoid(z1)
    z2 = h1 @ W2
    h2 = sigmoid(z2)
    return {"z1": z1, "h1": h1, "z2": z2, "h2": h2}


@mistake(
    "bricks_forward",
    hints=(
        "Is h1 larger or smaller than one half where z1 is positive?",
        "The sigmoid rises: a positive z gives more than one half.",
        UP,
    ),
)
def minus_sign_lost_in_the_exponent(x, W1, W2):
    """The hidden layer's sigmoid has the wrong sign in its exponent."""
    z1 = x @ W1
    h1 = sigmoid(-z1)
    z2 = h1 @ W2
    h2 = sigmoid(z2)
    return {"z1": z1, "h1": h1, "z2": z2, "h2": h2}


@mistake(
    "bricks_forward",
    hints=(
        "Do the outputs have to add up to 1?",
        "Every output is a sigmoid of its own.",
        UP,
    ),
)
def outputs_add_up_to_one(x, W1, W2):
    """The outputs are divided by their sum."""
    z1 = x @ W1
    h1 = sigmoid(z1)
    z2 = h1 @ W2
    h2 = sigmoid(z2) / sigmoid(z2).sum()
    return {"z1": z1, "h1": h1, "z2": z2, "h2": h2}
