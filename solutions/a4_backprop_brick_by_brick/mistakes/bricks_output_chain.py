"""Wrong implementations of bricks_output that learners write: the chain and dW2."""

import numpy as np

from autograder.checking import mistake

from .where import OUTPUT


@mistake(
    "bricks_output",
    hints=(
        "Between the loss and z2 there are two links: which one is missing from your dz2?",
        "Every brick between the loss and a number leaves a factor in the gradient with respect to that number.",
        OUTPUT,
    ),
)
def no_slope_in_dz2(y, h1, h2):
    """dz2 is dh2: the sigmoid's slope is left out."""
    dh2 = h2 - y
    return {"dh2": dh2, "s2": h2 * (1.0 - h2), "dz2": dh2, "dW2": np.outer(h1, dh2)}


@mistake(
    "bricks_output",
    hints=(
        "W2 has one row per hidden neuron: what do the rows of your dW2 stand for?",
        "A gradient has the shape of the thing it belongs to; here three rows and two columns.",
        OUTPUT,
    ),
)
def dW2_transposed(y, h1, h2):
    """dW2 comes out transposed."""
    dh2 = h2 - y
    s2 = h2 * (1.0 - h2)
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(dz2, h1)}


@mistake(
    "bricks_output",
    hints=(
        "The weights make z2, not h2: which of your bricks speaks about z2?",
        "A weight's gradient is what came in on the way forward times the gradient of the sum it feeds.",
        OUTPUT,
    ),
)
def dW2_from_the_error(y, h1, h2):
    """dW2 uses dh2 where dz2 belongs; dz2 itself is right."""
    dh2 = h2 - y
    s2 = h2 * (1.0 - h2)
    return {"dh2": dh2, "s2": s2, "dz2": dh2 * s2, "dW2": np.outer(h1, dh2)}


@mistake(
    "bricks_output",
    hints=(
        "Which loss is this, and does it contain a logarithm?",
        "The loss is half the squared error.",
        "The formula in the docstring of q5.",
    ),
)
def cross_entropy_at_the_output(y, h1, h2):
    """dh2 is the slope of cross-entropy."""
    dh2 = (h2 - y) / (h2 * (1.0 - h2))
    s2 = h2 * (1.0 - h2)
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h1, dz2)}


@mistake(
    "bricks_output",
    hints=(
        "Of which two bricks is dz2 the product?",
        "dz2 is the brick dh2 times the brick s2, each once.",
        OUTPUT,
    ),
)
def dz2_times_the_error_twice(y, h1, h2):
    """dz2 multiplies by the error twice."""
    dh2 = h2 - y
    s2 = h2 * (1.0 - h2)
    dz2 = dh2 * dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h1, dz2)}


@mistake(
    "bricks_output",
    hints=(
        "What should dz2 be when the error is 0?",
        "The chain rule multiplies.",
        OUTPUT,
    ),
)
def sum_instead_of_product(y, h1, h2):
    """dz2 is the sum of dh2 and s2."""
    dh2 = h2 - y
    s2 = h2 * (1.0 - h2)
    dz2 = dh2 + s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h1, dz2)}


@mistake(
    "bricks_output",
    hints=(
        "Does dW2 look through the hidden layer, or only at what it gives?",
        "The weights of the output layer meet h1 as it is.",
        OUTPUT,
    ),
)
def slope_of_the_hidden_layer_in_dW2(y, h1, h2):
    """dW2 contains the slope of the hidden layer."""
    dh2 = h2 - y
    s2 = h2 * (1.0 - h2)
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h1 * (1.0 - h1), dz2)}


@mistake(
    "bricks_output",
    hints=(
        "What did W2 multiply on the way forward?",
        "The gradient of a weight is what came into it times what comes from above.",
        OUTPUT,
    ),
)
def dW2_from_h2(y, h1, h2):
    """dW2 uses the output h2 where h1 belongs."""
    dh2 = h2 - y
    s2 = h2 * (1.0 - h2)
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h2, dz2)}


@mistake(
    "bricks_output",
    hints=(
        "Over what would you be averaging in dW2?",
        "There is one sample, and every weight has an entry of its own.",
        OUTPUT,
    ),
)
def dW2_averaged(y, h1, h2):
    """dW2 is divided by the number of hidden neurons."""
    dh2 = h2 - y
    s2 = h2 * (1.0 - h2)
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h1, dz2) / len(h1)}
