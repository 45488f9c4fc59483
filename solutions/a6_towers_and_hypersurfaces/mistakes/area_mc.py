"""Wrong implementations of area_mc that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from ..reference import evaluate

AREA = "q5, the worked number with 40 points inside."


@mistake(
    "area_mc",
    hints=(
        "If a net is positive everywhere, what is the area of the square?",
        "A share is no area: it has to be scaled by the area it is a share of.",
        AREA,
    ),
)
def share_instead_of_area(net, half, samples, rng):
    """The share of the points is returned, not scaled by the area of the square."""
    p = np.mean(evaluate(net, rng.uniform(-half, half, size=(samples, 2))) > 0)
    return float(p), float(np.sqrt(p * (1 - p) / samples))


@mistake(
    "area_mc",
    hints=(
        "How long is a side of the square [-half, half]^2?",
        "The side reaches from -half to half.",
        AREA,
    ),
)
def side_is_half(net, half, samples, rng):
    """The area of the square is taken as half squared."""
    p = np.mean(evaluate(net, rng.uniform(-half, half, size=(samples, 2))) > 0)
    return float(p * half**2), float(half**2 * np.sqrt(p * (1 - p) / samples))


@mistake(
    "area_mc",
    hints=(
        "Does your error get smaller with more points?",
        "The spread of a share belongs to one point; that of a mean of N points is smaller by the root of N.",
        AREA,
    ),
)
def spread_of_one_point(net, half, samples, rng):
    """The error is not divided by the root of the number of points."""
    p = np.mean(evaluate(net, rng.uniform(-half, half, size=(samples, 2))) > 0)
    return float(p * (2 * half) ** 2), float((2 * half) ** 2 * np.sqrt(p * (1 - p)))


@mistake(
    "area_mc",
    hints=(
        "With four times as many points, is your error half as large, or a quarter?",
        "The number of points stands under the root.",
        AREA,
    ),
)
def divides_outside_the_root(net, half, samples, rng):
    """The error is divided by the number of points instead of its root."""
    p = np.mean(evaluate(net, rng.uniform(-half, half, size=(samples, 2))) > 0)
    return float(p * (2 * half) ** 2), float((2 * half) ** 2 * np.sqrt(p * (1 - p)) / samples)


@mistake(
    "area_mc",
    hints=(
        "In which unit is your error: that of an area, or that of a share?",
        "What is done to the share is done to its error as well.",
        AREA,
    ),
)
def error_not_scaled(net, half, samples, rng):
    """The error is that of the share, the area is scaled."""
    p = np.mean(evaluate(net, rng.uniform(-half, half, size=(samples, 2))) > 0)
    return float(p * (2 * half) ** 2), float(np.sqrt(p * (1 - p) / samples))


@mistake(
    "area_mc",
    hints=(
        "Do your points reach all four corners of the square?",
        "The square lies around the origin, with negative coordinates as well.",
        "q5, the docstring: where the points are drawn.",
    ),
)
def one_corner_only(net, half, samples, rng):
    """The points are drawn between 0 and half only."""
    p = np.mean(evaluate(net, half * rng.random(size=(samples, 2))) > 0)
    return float(p * (2 * half) ** 2), float((2 * half) ** 2 * np.sqrt(p * (1 - p) / samples))


@mistake(
    "area_mc",
    hints=(
        "If the output is exactly 0 at a point, does it count in your code?",
        "Positive means more than 0.",
        "q5, the docstring: which points count.",
    ),
)
def counts_zero(net, half, samples, rng):
    """Points where the output is 0 are counted as well."""
    p = np.mean(evaluate(net, rng.uniform(-half, half, size=(samples, 2))) >= 0)
    return float(p * (2 * half) ** 2), float((2 * half) ** 2 * np.sqrt(p * (1 - p) / samples))


@mistake(
    "area_mc",
    hints=(
        "Would two different generators give you two different areas?",
        "All chance comes from the generator that is handed in.",
        "The conventions at the top of the notebook.",
    ),
)
def generator_of_its_own(net, half, samples, rng):
    """The points come from a generator of its own, so they are always the same."""
    p = np.mean(evaluate(net, np.random.default_rng(0).uniform(-half, half, size=(samples, 2))) > 0)
    return float(p * (2 * half) ** 2), float((2 * half) ** 2 * np.sqrt(p * (1 - p) / samples))


@mistake(
    "area_mc",
    hints=(
        "How long is a side of the square?",
        "Both sides are 2 half long.",
        AREA,
    ),
)
def half_of_one_side_only(net, half, samples, rng):
    """The area of the square is taken as 2 times half squared."""
    p = np.mean(evaluate(net, rng.uniform(-half, half, size=(samples, 2))) > 0)
    return float(p * 2 * half**2), float(2 * half**2 * np.sqrt(p * (1 - p) / samples))


@mistake(
    "area_mc",
    hints=(
        "Can one of your points lie outside of the square?",
        "The points are uniform in the square.",
        AREA,
    ),
)
def normal_points(net, half, samples, rng):
    """The points are drawn from a normal distribution."""
    p = np.mean(evaluate(net, half * rng.normal(size=(samples, 2))) > 0)
    return float(p * (2 * half) ** 2), float((2 * half) ** 2 * np.sqrt(p * (1 - p) / samples))


@mistake(
    "area_mc",
    hints=(
        "In which unit is your error?",
        "The standard error is a root.",
        AREA,
    ),
)
def variance_for_error(net, half, samples, rng):
    """The root is missing from the error."""
    p = np.mean(evaluate(net, rng.uniform(-half, half, size=(samples, 2))) > 0)
    return float(p * (2 * half) ** 2), float((2 * half) ** 2 * p * (1 - p) / samples)


@mistake(
    "area_mc",
    hints=(
        "How large is your error when all points are inside?",
        "The spread of a share is p (1 - p).",
        AREA,
    ),
)
def error_without_the_rest(net, half, samples, rng):
    """The error lacks the factor 1 - p."""
    p = np.mean(evaluate(net, rng.uniform(-half, half, size=(samples, 2))) > 0)
    return float(p * (2 * half) ** 2), float((2 * half) ** 2 * np.sqrt(p / samples))


@mistake(
    "area_mc",
    hints=(
        "Does a point count more when the output there is larger?",
        "A point counts if the output is more than 0.",
        AREA,
    ),
)
def mean_of_the_outputs(net, half, samples, rng):
    """The mean output is taken for the share."""
    p = float(np.clip(np.mean(evaluate(net, rng.uniform(-half, half, size=(samples, 2)))), 0, 1))
    return float(p * (2 * half) ** 2), float((2 * half) ** 2 * np.sqrt(p * (1 - p) / samples))


@mistake(
    "area_mc",
    hints=(
        "Which of the two results comes first?",
        "First the area, then its standard error.",
        "The line `Returns` in the docstring of q5.",
    ),
)
def error_first(net, half, samples, rng):
    """The error is returned before the area."""
    p = np.mean(evaluate(net, rng.uniform(-half, half, size=(samples, 2))) > 0)
    return float((2 * half) ** 2 * np.sqrt(p * (1 - p) / samples)), float(p * (2 * half) ** 2)


@mistake(
    "area_mc",
    hints=(
        "How many numbers do you draw for one point?",
        "A point has two coordinates of its own.",
        AREA,
    ),
)
def diagonal_points(net, half, samples, rng):
    """Both coordinates of a point are the same number."""
    p = np.mean(evaluate(net, np.repeat(rng.uniform(-half, half, size=(samples, 1)), 2, axis=1)) > 0)
    return float(p * (2 * half) ** 2), float((2 * half) ** 2 * np.sqrt(p * (1 - p) / samples))


@mistake(
    "area_mc",
    hints=(
        "Where does your code use rng?",
        "The standard error is that of random points, so the points have to be random.",
        AREA,
    ),
)
def points_on_a_grid(net, half, samples, rng):
    """The points stand on a regular grid instead of being drawn."""
    side = int(np.ceil(np.sqrt(samples)))
    t = -half + (np.arange(side) + 0.5) * 2 * half / side
    p = np.mean(evaluate(net, np.stack(np.meshgrid(t, t), axis=-1).reshape(-1, 2)) > 0)
    return float(p * (2 * half) ** 2), float((2 * half) ** 2 * np.sqrt(p * (1 - p) / samples))


@mistake(
    "area_mc",
    hints=(
        "Does your area double with twice as many points?",
        "The share of the points counts, not their number: it is the share of the square.",
        AREA,
    ),
)
def number_of_hits(net, half, samples, rng):
    """The number of points inside is returned as the area."""
    p = np.mean(evaluate(net, rng.uniform(-half, half, size=(samples, 2))) > 0)
    return float(p * samples), float((2 * half) ** 2 * np.sqrt(p * (1 - p) / samples))


@mistake(
    "area_mc",
    hints=(
        "Which points does your share count?",
        "Inside is where the output is more than 0.",
        AREA,
    ),
)
def share_of_the_outside(net, half, samples, rng):
    """The points at which the net is negative are counted."""
    p = np.mean(evaluate(net, rng.uniform(-half, half, size=(samples, 2))) <= 0)
    return float(p * (2 * half) ** 2), float((2 * half) ** 2 * np.sqrt(p * (1 - p) / samples))


@mistake(
    "area_mc",
    hints=(
        "In which unit is your error, if the sides are in metres?",
        "The error of a multiple is the same multiple of the error: A times that of the share.",
        AREA,
    ),
)
def variance_without_the_area(net, half, samples, rng):
    """The standard error is multiplied by the root of the area instead of the area."""
    p = np.mean(evaluate(net, rng.uniform(-half, half, size=(samples, 2))) > 0)
    return float(p * (2 * half) ** 2), float(2 * half * np.sqrt(p * (1 - p) / samples))
