"""Wrong implementations of numerical_gradient that learners write: the two points and the quotient."""

import numpy as np

from autograder.checking import mistake


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
