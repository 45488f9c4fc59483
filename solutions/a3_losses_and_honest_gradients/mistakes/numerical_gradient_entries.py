"""Wrong implementations of numerical_gradient that learners write: which entries are moved, and copies."""

import numpy as np

from autograder.checking import mistake


@mistake(
    "numerical_gradient",
    hints=(
        "How many entries of x differ from the original when you evaluate f for the second entry?",
        "Before the next entry is moved, the last one goes back to where it was.",
        "The formula in the docstring of q7: e_i is 0 everywhere but at entry i.",
    ),
)
def entries_not_put_back(f, x, eps):
    """A moved entry is not put back before the next one is moved."""
    point = np.array(x, dtype=float)
    slopes = np.zeros(point.shape)
    for i in np.ndindex(point.shape):
        point[i] += eps
        above = f(point)
        point[i] -= 2 * eps
        below = f(point)
        slopes[i] = (above - below) / (2 * eps)
    return slopes


@mistake(
    "numerical_gradient",
    hints=(
        "Are all entries of your result the same, or the sum of what they should be?",
        "Moving all entries at once measures one slope in one direction, not one slope per entry.",
        "The formula in the docstring of q7: e_i is 0 everywhere but at entry i.",
    ),
)
def moves_all_entries(f, x, eps):
    """All entries are moved at once."""
    point = np.array(x, dtype=float)
    return np.full(point.shape, (f(point + eps) - f(point - eps)) / (2 * eps))


@mistake(
    "numerical_gradient",
    hints=(
        "Which dtype has the copy of x that you move, if x holds integers?",
        "An integer array cuts off what stands behind the decimal point, so a small step is no step.",
        "The docstring of q7: all arithmetic is in float64.",
    ),
)
def keeps_integers(f, x, eps):
    """The copy of x keeps its dtype, so that integers do not move."""
    point = np.array(x)
    slopes = np.zeros(point.shape)
    for i in np.ndindex(point.shape):
        middle = float(point[i])
        point[i] = middle + eps
        above = f(point)
        point[i] = middle - eps
        below = f(point)
        point[i] = middle
        slopes[i] = (above - below) / (2 * eps)
    return slopes


@mistake(
    "numerical_gradient",
    hints=(
        "Whose array do you move the entries of?",
        "Adding and taking away the same number leaves a rounding error behind, here in the caller's array.",
        "The docstring of q7: x is not changed, not even in its last bit.",
    ),
)
def moves_the_caller(f, x, eps):
    """The entries of x itself are moved, and come back with a rounding error."""
    point = x if x.dtype == float else x.astype(float)
    slopes = np.zeros(point.shape)
    for i in np.ndindex(point.shape):
        point[i] += eps
        above = f(point)
        point[i] -= 2 * eps
        below = f(point)
        point[i] += eps
        slopes[i] = (above - below) / (2 * eps)
    return slopes


@mistake(
    "numerical_gradient",
    hints=(
        "Which shape has your result if x has two axes?",
        "There is one slope for each entry of x, in the same place.",
        "The docstring of q7: same shape as x.",
    ),
)
def flat_result(f, x, eps):
    """The slopes come back in one row instead of the shape of x."""
    point = np.array(x, dtype=float)
    slopes = []
    for i in np.ndindex(point.shape):
        step = np.zeros(point.shape)
        step[i] = eps
        slopes.append((f(point + step) - f(point - step)) / (2 * eps))
    return np.array(slopes)


@mistake(
    "numerical_gradient",
    hints=(
        "How many times does your loop run if x has two rows and three columns?",
        "len(x) counts rows; every entry has to be moved on its own.",
        "The docstring of q7: x may have any shape.",
    ),
)
def moves_whole_rows(f, x, eps):
    """Whole rows are moved instead of single entries."""
    point = np.array(x, dtype=float)
    slopes = np.zeros(point.shape)
    if point.ndim == 0:
        return (f(point + eps) - f(point - eps)) / (2 * eps)
    for i in range(len(point)):
        step = np.zeros(point.shape)
        step[i] = eps
        slopes[i] = (f(point + step) - f(point - step)) / (2 * eps)
    return slopes


@mistake(
    "numerical_gradient",
    hints=(
        "Which dtype do the points have at which you evaluate f?",
        "float32 has 7 digits; the difference of two nearly equal values has hardly any of them left.",
        "The docstring of q7: all arithmetic is in float64.",
    ),
)
def single_precision(f, x, eps):
    """The points are kept in float32."""
    point = np.array(x, dtype=np.float32)
    slopes = np.zeros(point.shape)
    for i in np.ndindex(point.shape):
        step = np.zeros(point.shape, dtype=np.float32)
        step[i] = eps
        slopes[i] = (f(point + step) - f(point - step)) / (2 * eps)
    return slopes


@mistake(
    "numerical_gradient",
    hints=(
        "Which entries of a matrix does your loop reach?",
        "Every entry is moved, one at a time.",
        "The formula in the docstring of q7.",
    ),
)
def diagonal_only(f, x, eps):
    """Only the entries on the diagonal of a matrix are measured."""
    point = np.array(x, dtype=float)
    slopes = np.zeros(point.shape)
    for i in np.ndindex(point.shape):
        step = np.zeros(point.shape)
        step[i] = eps
        slopes[i] = (f(point + step) - f(point - step)) / (2 * eps) if len(set(i)) <= 1 else 0.0
    return slopes


@mistake(
    "numerical_gradient",
    hints=(
        "How many slopes does x have?",
        "There is one slope for each entry of x.",
        "The line on the result in the docstring of q7.",
    ),
)
def sum_of_the_slopes(f, x, eps):
    """One number, the sum of all slopes, is returned."""
    point = np.array(x, dtype=float)
    slopes = np.zeros(point.shape)
    for i in np.ndindex(point.shape):
        step = np.zeros(point.shape)
        step[i] = eps
        slopes[i] = (f(point + step) - f(point - step)) / (2 * eps)
    return slopes.sum()


@mistake(
    "numerical_gradient",
    hints=(
        "What is x[0] after `x[0] = 2 + 0.5`, if x holds integers?",
        "An array keeps its type: what is written into an array of integers loses its decimals, and so do slopes kept in one.",
        "The docstring of q7 on integers.",
    ),
)
def works_in_the_type_of_x(f, x, eps):
    """x itself is moved and put back, and the slopes are kept in an array of its type: integers lose their decimals."""
    slopes = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        kept = x[i]
        x[i] = kept + eps
        above = f(x)
        x[i] = kept - eps
        below = f(x)
        x[i] = kept
        slopes[i] = (above - below) / (2 * eps)
    return slopes


@mistake(
    "numerical_gradient",
    hints=(
        "Two things to look at: at which two points is f taken, and is x the same as before, to the last bit?",
        "A central difference lies on both sides of x; and adding a number and taking it away again leaves a rounding error.",
        "The formula in the docstring of q7, and its last sentence.",
    ),
)
def forward_in_the_array_of_the_caller(f, x, eps):
    """A forward difference, and the entries of x itself are moved and come back by a subtraction."""
    slopes, here = np.zeros(x.shape), f(x)
    for i in np.ndindex(x.shape):
        x[i] += eps
        slopes[i] = (f(x) - here) / eps
        x[i] -= eps
    return slopes
