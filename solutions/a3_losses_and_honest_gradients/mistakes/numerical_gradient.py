"""Wrong implementations of numerical_gradient that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake


# numerical_gradient
@mistake(
    "numerical_gradient",
    hints=(
        "At which two points do you evaluate f?",
        "A central difference looks a step to the right and a step to the left, not a step to the right and at the middle.",
        "The worked number of q7: 2.1 and 1.9, not 2.1 and 2.",
    ),
)
def forward_difference(f, x, eps):
    """A forward difference is taken instead of a central one."""
    point = np.array(x, dtype=float)
    slopes = np.zeros(point.shape)
    for i in np.ndindex(point.shape):
        there = point.copy()
        there[i] += eps
        slopes[i] = (f(there) - f(point)) / eps
    return slopes


@mistake(
    "numerical_gradient",
    hints=(
        "On which sides of x do you evaluate f?",
        "A central difference looks to both sides; yours looks to the left only.",
        "The worked number of q7: 2.1 and 1.9, not 2 and 1.9.",
    ),
)
def backward_difference(f, x, eps):
    """A backward difference is taken instead of a central one."""
    point = np.array(x, dtype=float)
    slopes = np.zeros(point.shape)
    for i in np.ndindex(point.shape):
        there = point.copy()
        there[i] -= eps
        slopes[i] = (f(point) - f(there)) / eps
    return slopes


@mistake(
    "numerical_gradient",
    hints=(
        "How far apart are the two points you evaluate f at?",
        "A slope is a rise divided by the whole distance between the two points.",
        "The worked number of q7: from 1.9 to 2.1 it is 0.2.",
    ),
)
def divides_by_half_the_distance(f, x, eps):
    """The rise is divided by eps instead of the whole distance."""
    point = np.array(x, dtype=float)
    slopes = np.zeros(point.shape)
    for i in np.ndindex(point.shape):
        step = np.zeros(point.shape)
        step[i] = eps
        slopes[i] = (f(point + step) - f(point - step)) / eps
    return slopes


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
        "Does your result change if eps changes from 0.1 to 1?",
        "The step is chosen by the caller; the experiment after this question depends on it.",
        "The worked number of q7: with eps = 0.1 the slope of the cube is not the derivative.",
    ),
)
def ignores_eps(f, x, eps):
    """The step is always 1e-6, whatever eps says."""
    point = np.array(x, dtype=float)
    slopes = np.zeros(point.shape)
    for i in np.ndindex(point.shape):
        step = np.zeros(point.shape)
        step[i] = 1e-6
        slopes[i] = (f(point + step) - f(point - step)) / 2e-6
    return slopes


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
        "Is your slope positive where f grows?",
        "The value to the right comes first, the value to the left is taken away from it.",
        "The formula in the docstring of q7.",
    ),
)
def left_minus_right(f, x, eps):
    """The difference has the wrong sign."""
    point = np.array(x, dtype=float)
    slopes = np.zeros(point.shape)
    for i in np.ndindex(point.shape):
        step = np.zeros(point.shape)
        step[i] = eps
        slopes[i] = (f(point - step) - f(point + step)) / (2 * eps)
    return slopes


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
        "What happens in your function when eps is 0.1?",
        "The step is what the caller asks for.",
        "The worked number of q7: with eps = 0.1 the slope of the cube is not the derivative.",
    ),
)
def always_1e5(f, x, eps):
    """The step is always 1e-5, whatever eps says."""
    point = np.array(x, dtype=float)
    slopes = np.zeros(point.shape)
    for i in np.ndindex(point.shape):
        step = np.zeros(point.shape)
        step[i] = 1e-5
        slopes[i] = (f(point + step) - f(point - step)) / 2e-5
    return slopes


@mistake(
    "numerical_gradient",
    hints=(
        "Where does your function use eps?",
        "The step is what the caller asks for.",
        "The worked number of q7: with eps = 0.1 the slope of the cube is not the derivative.",
    ),
)
def always_1e4(f, x, eps):
    """The step is always 1e-4, whatever eps says."""
    point = np.array(x, dtype=float)
    slopes = np.zeros(point.shape)
    for i in np.ndindex(point.shape):
        step = np.zeros(point.shape)
        step[i] = 1e-4
        slopes[i] = (f(point + step) - f(point - step)) / 2e-4
    return slopes


@mistake(
    "numerical_gradient",
    hints=(
        "How far apart are your two points?",
        "The points lie one eps to each side, so two eps apart.",
        "The formula in the docstring of q7.",
    ),
)
def half_a_step(f, x, eps):
    """Each side is moved by half of eps."""
    point = np.array(x, dtype=float)
    slopes = np.zeros(point.shape)
    for i in np.ndindex(point.shape):
        step = np.zeros(point.shape)
        step[i] = eps / 2
        slopes[i] = (f(point + step) - f(point - step)) / eps
    return slopes


@mistake(
    "numerical_gradient",
    hints=(
        "How far apart are your two points, and by what do you divide?",
        "The rise is divided by the distance between the two points.",
        "The formula in the docstring of q7.",
    ),
)
def half_a_step_whole_distance(f, x, eps):
    """Each side is moved by half of eps, but the rise is divided by two eps."""
    point = np.array(x, dtype=float)
    slopes = np.zeros(point.shape)
    for i in np.ndindex(point.shape):
        step = np.zeros(point.shape)
        step[i] = eps / 2
        slopes[i] = (f(point + step) - f(point - step)) / (2 * eps)
    return slopes


@mistake(
    "numerical_gradient",
    hints=(
        "At how many points do you call f for one entry?",
        "The slope asked for is made of two points.",
        "The formula in the docstring of q7.",
    ),
)
def five_points(f, x, eps):
    """The formula with five points is used."""
    point = np.array(x, dtype=float)
    slopes = np.zeros(point.shape)
    for i in np.ndindex(point.shape):
        step = np.zeros(point.shape)
        step[i] = eps
        slopes[i] = (8 * (f(point + step) - f(point - step)) - (f(point + 2 * step) - f(point - 2 * step))) / (12 * eps)
    return slopes


@mistake(
    "numerical_gradient",
    hints=(
        "How large is your step at an entry of 100?",
        "Every entry is moved by eps itself.",
        "The formula in the docstring of q7.",
    ),
)
def step_in_units_of_the_entry(f, x, eps):
    """The step is eps times the size of the entry, and the rise is divided by it."""
    point = np.array(x, dtype=float)
    slopes = np.zeros(point.shape)
    for i in np.ndindex(point.shape):
        step = np.zeros(point.shape)
        step[i] = eps * max(1.0, abs(point[i]))
        slopes[i] = (f(point + step) - f(point - step)) / (2 * step[i])
    return slopes


@mistake(
    "numerical_gradient",
    hints=(
        "How far is your second point from x?",
        "One point lies above x, the other below.",
        "The worked number of q7: 2.1 and 1.9, not 2.1 and 2.",
    ),
)
def step_back_from_the_moved_point(f, x, eps):
    """The second point is one eps below the first one, which is the middle, but the rise is divided by two eps."""
    point = np.array(x, dtype=float)
    slopes = np.zeros(point.shape)
    for i in np.ndindex(point.shape):
        step = np.zeros(point.shape)
        step[i] = eps
        slopes[i] = (f(point + step) - f(point)) / (2 * eps)
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
        "Does your slope become smaller when eps does?",
        "A slope is a rise over a distance.",
        "The formula in the docstring of q7.",
    ),
)
def not_divided_at_all(f, x, eps):
    """The rise is not divided by anything."""
    point = np.array(x, dtype=float)
    slopes = np.zeros(point.shape)
    for i in np.ndindex(point.shape):
        step = np.zeros(point.shape)
        step[i] = eps
        slopes[i] = f(point + step) - f(point - step)
    return slopes


@mistake(
    "numerical_gradient",
    hints=(
        "In which order does Python compute a / 2 * eps?",
        "Division and multiplication go from left to right: the whole distance belongs under the line.",
        "The formula in the docstring of q7.",
    ),
)
def multiplied_instead_of_divided(f, x, eps):
    """The rise is multiplied by eps where it should be divided: a pair of parentheses is missing."""
    point = np.array(x, dtype=float)
    slopes = np.zeros(point.shape)
    for i in np.ndindex(point.shape):
        step = np.zeros(point.shape)
        step[i] = eps
        slopes[i] = (f(point + step) - f(point - step)) / 2 * eps
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
