"""Wrong implementations of affine_forward that learners write: the sum over the inputs, the batch, types."""

import numpy as np

from autograder.checking import mistake


@mistake(
    "affine_forward",
    hints=(
        "Which of numpy's two products multiplies entry by entry?",
        "Every output is a sum over all inputs, so the product has to be one of matrices.",
        "The worked number of q2 adds two products for each output.",
    ),
)
def entry_by_entry_product(X, W, b):
    """The product is taken entry by entry instead of as a product of matrices."""
    return X * W + b


@mistake(
    "affine_forward",
    hints=(
        "How many rows should come back for a batch of four?",
        "Every sample of the batch gets a row of its own in the result.",
        "The line `Returns` in the docstring of q2.",
    ),
)
def first_row_only(X, W, b):
    """Only the first sample of the batch is computed."""
    return X[0] @ W + b


@mistake(
    "affine_forward",
    hints=(
        "How many digits does a float32 keep?",
        "The course computes in float64, which keeps about 16 digits.",
        "The conventions at the top of the notebook name the type of number.",
    ),
)
def rounds_to_float32(X, W, b):
    """The numbers are rounded to float32 on the way."""
    return (X.astype(np.float32) @ W.astype(np.float32) + b.astype(np.float32)).astype(float)


@mistake(
    "affine_forward",
    hints=(
        "Is b the same after the call as before?",
        "A function leaves its inputs as they are, their shapes included.",
        "The conventions at the top of the notebook say what a function may do to its inputs.",
    ),
)
def reshapes_its_input(X, W, b):
    """The bias is given another shape in place."""
    b.shape = (1, -1)
    return X @ W + b


@mistake(
    "affine_forward",
    hints=(
        "Does a sample's output change when other samples stand in the batch?",
        "Every row is computed alone; nothing is averaged in a forward pass.",
        "The formula in the docstring of q2.",
    ),
)
def averaged_over_the_batch(X, W, b):
    """The product is divided by the number of samples."""
    return X @ W / len(X) + b


@mistake(
    "affine_forward",
    hints=(
        "How many products does one output add up?",
        "All D inputs take part; range(D) already ends before D.",
        "The worked number of q2 adds up one product per input.",
    ),
)
def last_input_left_out(X, W, b):
    """The sum over the inputs ends one too early."""
    Z = np.zeros((X.shape[0], W.shape[1]))
    for d in range(X.shape[1] - 1):
        Z += np.outer(X[:, d], W[d])
    return Z + b


@mistake(
    "affine_forward",
    hints=(
        "Which index has the first input?",
        "All D inputs take part, and Python counts them from 0.",
        "The worked number of q2 adds up one product per input.",
    ),
)
def first_input_left_out(X, W, b):
    """The sum over the inputs starts at index 1, so the first input is left out."""
    return X[:, 1:] @ W[1:] + b


@mistake(
    "affine_forward",
    hints=(
        "What happens to the earlier products when the next one is computed?",
        "Every output is a sum over all inputs: each product is added to the ones before it.",
        "The worked number of q2 adds up one product per input.",
    ),
)
def last_product_only(X, W, b):
    """The products are not added up: only the last one is kept."""
    return np.outer(X[:, -1], W[-1]) + b


@mistake(
    "affine_forward",
    hints=(
        "Which shape should the result have for a batch of one sample?",
        "The result has two axes, also when one of them has length 1.",
        "The line `Returns` in the docstring of q2.",
    ),
)
def lost_axes_of_one(X, W, b):
    """Axes of length one are dropped, so that a single sample or a single output loses its axis."""
    return np.squeeze(X @ W + b)


@mistake(
    "affine_forward",
    hints=(
        "What happens to 0.5 when it is written into an array of integers?",
        "An array keeps its type: what is filled into whole numbers loses its fraction.",
        "The conventions at the top of the notebook name the type of number.",
    ),
)
def filled_into_whole_numbers(X, W, b):
    """The result is written into an array of integers, which cuts the fractions off."""
    Z = np.zeros((X.shape[0], W.shape[1]), dtype=int)
    for i in range(len(X)):
        Z[i] = X[i] @ W + b
    return Z


@mistake(
    "affine_forward",
    hints=(
        "Which type has your result when X holds whole numbers and W does not?",
        "The result is a float also where the inputs are whole numbers.",
        "The conventions at the top of the notebook name the type of number.",
    ),
)
def type_taken_from_the_inputs(X, W, b):
    """The result gets the type of X, so that whole numbers in X cut the fractions off."""
    Z = np.zeros((X.shape[0], W.shape[1]), dtype=X.dtype)
    for i in range(len(X)):
        Z[i] = X[i] @ W + b
    return Z


@mistake(
    "affine_forward",
    hints=(
        "May an output of this function be negative?",
        "This is the layer before its activation; ReLU comes in a later question.",
        "The first sentence of the docstring of q2.",
    ),
)
def relu_at_once(X, W, b):
    """ReLU is applied as well."""
    return np.maximum(X @ W + b, 0)
