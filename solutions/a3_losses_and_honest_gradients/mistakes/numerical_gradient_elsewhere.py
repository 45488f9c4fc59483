"""Wrong implementations of numerical_gradient that learners write: whole numbers, and x moved in its place."""

import numpy as np

from autograder.checking import mistake


@mistake(
    "numerical_gradient",
    hints=(
        "Which dtype has the array you write the slopes into, if x holds integers?",
        "An array made in the likeness of x holds what x holds: slopes cut to integers, or rounded to float32.",
        "The docstring of q7: the result is float64.",
    ),
)
def slopes_in_the_likeness_of_x(f, x, eps):
    """The slopes are kept in an array of the dtype of x: if x holds integers they are cut to integers."""
    point = np.array(x, dtype=float)
    slopes = np.zeros_like(x)
    for i in np.ndindex(point.shape):
        step = np.zeros(point.shape)
        step[i] = eps
        slopes[i] = (f(point + step) - f(point - step)) / (2 * eps)
    return slopes
