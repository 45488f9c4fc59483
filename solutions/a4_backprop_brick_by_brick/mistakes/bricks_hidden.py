"""Wrong implementations of bricks_hidden that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from ..reference import sigmoid

HIDDEN = "q6, the list of three steps and the worked number."


@mistake(
    "bricks_hidden",
    hints=(
        "Between h1 and z1 stands a sigmoid: where is its slope in your dz1?",
        "Every brick that is passed on the way back leaves a factor.",
        HIDDEN,
    ),
)
def no_slope_in_dz1(x, h1, W2, dz2):
    """dz1 is dh1: the sigmoid's slope is left out."""
    dh1 = W2 @ dz2
    return {"dh1": dh1, "s1": h1 * (1.0 - h1), "dz1": dh1, "dW1": np.outer(x, dh1)}


@mistake(
    "bricks_hidden",
    hints=(
        "h1 has already been through the sigmoid: does your slope send it through once more?",
        "The short form of the slope is written in the output of the sigmoid, which is what you have.",
        HIDDEN,
    ),
)
def bends_h1_again(x, h1, W2, dz2):
    """The slope is taken at sigmoid(h1) instead of at h1."""
    dh1 = W2 @ dz2
    again = sigmoid(h1)
    s1 = again * (1.0 - again)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}


@mistake(
    "bricks_hidden",
    hints=(
        "W1 has one row per input: what do the rows of your dW1 stand for?",
        "A gradient has the shape of the thing it belongs to; here two rows and three columns.",
        HIDDEN,
    ),
)
def dW1_transposed(x, h1, W2, dz2):
    """dW1 comes out transposed."""
    dh1 = W2 @ dz2
    s1 = h1 * (1.0 - h1)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(dz1, x)}


@mistake(
    "bricks_hidden",
    hints=(
        "The weights W1 make z1, not h1: which of your bricks speaks about z1?",
        "A weight's gradient is what came in on the way forward times the gradient of the sum it feeds.",
        HIDDEN,
    ),
)
def dW1_from_dh1(x, h1, W2, dz2):
    """dW1 uses dh1 where dz1 belongs; dz1 itself is right."""
    dh1 = W2 @ dz2
    s1 = h1 * (1.0 - h1)
    return {"dh1": dh1, "s1": s1, "dz1": dh1 * s1, "dW1": np.outer(x, dh1)}


@mistake(
    "bricks_hidden",
    hints=(
        "Each hidden neuron reaches each output through a weight of its own: does your dh1 use every pair?",
        "dh1[j] adds, over the outputs, that output's gradient times the one weight that leads there from j.",
        HIDDEN,
    ),
)
def sums_before_weighing(x, h1, W2, dz2):
    """dh1 multiplies the sum of the weights by the sum of the gradients."""
    dh1 = W2.sum(axis=1) * dz2.sum()
    s1 = h1 * (1.0 - h1)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}


@mistake(
    "bricks_hidden",
    hints=(
        "A hidden neuron feeds all outputs: are their contributions added, or averaged?",
        "Where a number is used in several places, its gradients from those places add up.",
        HIDDEN,
    ),
)
def averages_dh1(x, h1, W2, dz2):
    """dh1 is averaged over the outputs instead of summed."""
    dh1 = W2 @ dz2 / len(dz2)
    s1 = h1 * (1.0 - h1)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}


@mistake(
    "bricks_hidden",
    hints=(
        "Does the sigmoid rise or fall, and what does that say about the sign of s1?",
        "The slope of a rising function is positive.",
        HIDDEN,
    ),
)
def hidden_slope_with_the_wrong_sign(x, h1, W2, dz2):
    """s1 is h1 (h1 - 1), negative everywhere."""
    dh1 = W2 @ dz2
    s1 = h1 * (h1 - 1.0)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}


@mistake(
    "bricks_hidden",
    hints=(
        "How many outputs does a hidden neuron feed?",
        "Every output sends something back, and it adds up.",
        HIDDEN,
    ),
)
def only_the_first_output(x, h1, W2, dz2):
    """dh1 listens to the first output only."""
    dh1 = W2[:, 0] * dz2[0]
    s1 = h1 * (1.0 - h1)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}


@mistake(
    "bricks_hidden",
    hints=(
        "What happens to the first output's part of dh1 when the second one is reached?",
        "What comes from all outputs adds up.",
        HIDDEN,
    ),
)
def only_the_last_output(x, h1, W2, dz2):
    """dh1 holds the last output's part only: every output overwrites the one before."""
    dh1 = W2[:, -1] * dz2[-1]
    s1 = h1 * (1.0 - h1)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}


@mistake(
    "bricks_hidden",
    hints=(
        "Do all hidden neurons get the same dh1?",
        "Every output's part is multiplied by the weight it came through.",
        HIDDEN,
    ),
)
def weights_forgotten(x, h1, W2, dz2):
    """dh1 is the sum of dz2 for every hidden neuron: the weights are forgotten."""
    dh1 = np.full(len(W2), dz2.sum())
    s1 = h1 * (1.0 - h1)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}


@mistake(
    "bricks_hidden",
    hints=(
        "How often is s1 a factor of dW1?",
        "dz1 holds the slope already.",
        HIDDEN,
    ),
)
def slope_at_both_places(x, h1, W2, dz2):
    """The slope is applied in dz1 and once more in dW1."""
    dh1 = W2 @ dz2
    s1 = h1 * (1.0 - h1)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1 * s1)}


@mistake(
    "bricks_hidden",
    hints=(
        "Which activation has the hidden layer?",
        "The sigmoid's slope is written with h and 1 - h.",
        HIDDEN,
    ),
)
def tanh_slope_below(x, h1, W2, dz2):
    """s1 is the slope of tanh, 1 - h^2."""
    dh1 = W2 @ dz2
    s1 = 1.0 - h1**2
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}


@mistake(
    "bricks_hidden",
    hints=(
        "What should s1 be when h1 is close to 1?",
        "A sigmoid that is close to 1 is flat.",
        HIDDEN,
    ),
)
def hidden_slope_with_plus(x, h1, W2, dz2):
    """s1 is h1 (1 + h1)."""
    dh1 = W2 @ dz2
    s1 = h1 * (1.0 + h1)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}


@mistake(
    "bricks_hidden",
    hints=(
        "Is the sigmoid steep where h1 is close to 1?",
        "The slope is small at both ends.",
        HIDDEN,
    ),
)
def hidden_output_as_slope(x, h1, W2, dz2):
    """s1 is h1 itself."""
    dh1 = W2 @ dz2
    s1 = h1
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}


@mistake(
    "bricks_hidden",
    hints=(
        "Can the shape of a square W2 tell you which way round it is?",
        "Row j of W2 holds the weights that leave hidden neuron j.",
        HIDDEN,
    ),
)
def square_W2_the_other_way(x, h1, W2, dz2):
    """A square W2 is transposed."""
    dh1 = (W2.T if W2.shape[0] == W2.shape[1] else W2) @ dz2
    s1 = h1 * (1.0 - h1)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}


@mistake(
    "bricks_hidden",
    hints=(
        "What does a negative weight do to what is sent back?",
        "A weight is used with its sign, on both ways.",
        HIDDEN,
    ),
)
def size_of_the_weights(x, h1, W2, dz2):
    """dh1 uses the sizes of the weights without their signs."""
    dh1 = np.abs(W2) @ dz2
    s1 = h1 * (1.0 - h1)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}


@mistake(
    "bricks_hidden",
    hints=(
        "What should dz1 be when nothing comes from above?",
        "The chain rule multiplies.",
        HIDDEN,
    ),
)
def hidden_sum_instead_of_product(x, h1, W2, dz2):
    """dz1 is the sum of dh1 and s1."""
    dh1 = W2 @ dz2
    s1 = h1 * (1.0 - h1)
    dz1 = dh1 + s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}


@mistake(
    "bricks_hidden",
    hints=(
        "Is there a minus sign in the sum that gives dh1?",
        "The sign of the error is in dz2 already.",
        HIDDEN,
    ),
)
def downhill_below(x, h1, W2, dz2):
    """dh1 has the wrong sign."""
    dh1 = -(W2 @ dz2)
    s1 = h1 * (1.0 - h1)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}


@mistake(
    "bricks_hidden",
    hints=(
        "What did W1 multiply on the way forward?",
        "The gradient of a weight is what came into it times what comes from above.",
        HIDDEN,
    ),
)
def dW1_from_h1(x, h1, W2, dz2):
    """dW1 uses h1 where x belongs."""
    dh1 = W2 @ dz2
    s1 = h1 * (1.0 - h1)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(h1, dz1)}
