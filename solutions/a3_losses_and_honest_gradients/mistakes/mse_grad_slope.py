"""Wrong implementations of mse_grad that learners write: other slopes, digits and shapes."""

import numpy as np

from autograder.checking import mistake


@mistake(
    "mse_grad",
    hints=(
        "If an output is larger than its target and grows, does the loss grow or shrink?",
        "A gradient points uphill: it is positive where the output is too large.",
        "The worked number of q6.",
    ),
)
def target_minus_output(Y, H):
    """The sign is turned around: target minus output."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return (Y - H) / len(Y)


@mistake(
    "mse_grad",
    hints=(
        "Which shape has H - Y if Y is (3,) and H is (3, 1)?",
        "Different shapes are broadcast without a word: compare the shapes first.",
        "The line about ValueError in the docstring of q6.",
    ),
)
def broadcasts_outputs(Y, H):
    """Different shapes of Y and H are broadcast instead of refused."""
    return (H - Y) / len(Y)


@mistake(
    "mse_grad",
    hints=(
        "Does H look the same after your function as before?",
        "An operator such as -= writes into the caller's array; a new array does not.",
        "The conventions at the top: functions do not change their inputs.",
    ),
)
def overwrites_the_outputs(Y, H):
    """The outputs of the caller are overwritten."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    H -= Y
    return H / len(Y)


@mistake(
    "mse_grad",
    hints=(
        "Is your gradient larger where the error is larger?",
        "The derivative of a square grows with the distance; only that of an absolute value does not.",
        "The worked number of q6.",
    ),
)
def sign_of_the_error(Y, H):
    """Only the sign of each difference is kept."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return np.sign(H - Y) / len(Y)


@mistake(
    "mse_grad",
    hints=(
        "Which sign has the gradient where the output is too small?",
        "The sign says in which direction the output has to go.",
        "The worked number of q6.",
    ),
)
def size_of_the_difference(Y, H):
    """The absolute differences are returned."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return np.abs(H - Y) / len(Y)


@mistake(
    "mse_grad",
    hints=(
        "Is your result a loss or a slope?",
        "The slope of a square is proportional to the difference itself.",
        "The formula in the docstring of q6.",
    ),
)
def squares_instead_of_slopes(Y, H):
    """The squared differences are returned."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return (H - Y) ** 2 / len(Y)


@mistake(
    "mse_grad",
    hints=(
        "Do you return the loss or its derivative?",
        "The gradient says how the loss changes with each output.",
        "The formula in the docstring of q6.",
    ),
)
def losses_halved_and_squared(Y, H):
    """The loss of every entry is returned: half the square, averaged."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return (H - Y) ** 2 / (2 * len(Y))


@mistake(
    "mse_grad",
    hints=(
        "What is 1 // 4 in Python?",
        "One slash divides, two slashes divide and round down.",
        "The formula in the docstring of q6.",
    ),
)
def whole_number_division(Y, H):
    """The division drops the fraction."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return (H - Y) // len(Y)


@mistake(
    "mse_grad",
    hints=(
        "How many digits does your gradient keep?",
        "The course computes in float64.",
        "The conventions at the top of the notebook, and the formula in the docstring of q6.",
    ),
)
def single_precision_slopes(Y, H):
    """The differences are taken in float32."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return ((H - Y).astype(np.float32) / len(Y)).astype(float)


@mistake(
    "mse_grad",
    hints=(
        "Is there a largest slope?",
        "A gradient is what it is; cutting it is a choice of whoever trains.",
        "The formula in the docstring of q6.",
    ),
)
def cut_at_one(Y, H):
    """The entries of the gradient are cut to lie between -1 and 1."""
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return np.clip((H - Y) / len(Y), -1, 1)


@mistake(
    "mse_grad",
    hints=(
        "Do shapes (3,) and (3, 1) have the same length?",
        "Shapes are the same only if all axes are.",
        "The line about ValueError in the docstring of q6.",
    ),
)
def lengths_compared(Y, H):
    """Only the lengths of Y and H are compared."""
    if len(Y) != len(H):
        raise ValueError("shapes differ")
    return (H - Y) / len(Y)


@mistake(
    "mse_grad",
    hints=(
        "Do shapes (3, 1) and (3, 2) have the same number of axes?",
        "Shapes are the same only if all lengths are.",
        "The line about ValueError in the docstring of q6.",
    ),
)
def axes_compared(Y, H):
    """Only the numbers of axes of Y and H are compared."""
    if Y.ndim != H.ndim:
        raise ValueError("shapes differ")
    return (H - Y) / len(Y)


@mistake(
    "mse_grad",
    hints=(
        "How many entries has an array of shape (3,), and one of shape (3, 1)?",
        "Shapes are the same only if all axes are.",
        "The line about ValueError in the docstring of q6.",
    ),
)
def sizes_compared(Y, H):
    """Only the numbers of entries of Y and H are compared."""
    if Y.size != H.size:
        raise ValueError("shapes differ")
    return (H - Y) / len(Y)
