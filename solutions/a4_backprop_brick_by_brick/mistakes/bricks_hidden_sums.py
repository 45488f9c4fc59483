"""Wrong implementations of bricks_hidden that learners write: what arrives from the outputs, and dW1."""

import numpy as np

from autograder.checking import mistake

from .where import HIDDEN


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
