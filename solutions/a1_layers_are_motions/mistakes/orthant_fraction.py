"""Wrong implementations of orthant_fraction that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake


@mistake(
    "orthant_fraction",
    hints=(
        "Do you count points or coordinates?",
        "A point is untouched only if every one of its coordinates is positive.",
        "The formula in the docstring of q9.",
    ),
)
def share_of_coordinates(n, samples, rng):
    """The share of positive coordinates is returned, not of untouched points."""
    return float((rng.standard_normal((samples, n)) > 0).mean())


@mistake(
    "orthant_fraction",
    hints=(
        "Is one positive coordinate enough for a point to stay as it is?",
        "A point is untouched only if every one of its coordinates is positive.",
        "The formula in the docstring of q9.",
    ),
)
def any_positive_coordinate(n, samples, rng):
    """Points with at least one positive coordinate are counted."""
    return float((rng.standard_normal((samples, n)) > 0).any(axis=1).mean())


@mistake(
    "orthant_fraction",
    hints=(
        "Which points does ReLU leave untouched, and which does it send to the origin?",
        "Here both kinds are equally likely, but only one of them is asked for.",
        "Kinds 0 and 3 in the list of q8.",
    ),
)
def sent_to_the_origin(n, samples, rng):
    """The points that ReLU sends to the origin are counted."""
    return float((rng.standard_normal((samples, n)) < 0).all(axis=1).mean())


@mistake(
    "orthant_fraction",
    hints=(
        "Does your result change when other points are drawn?",
        "The share is found by trying: it is a number of points divided by the number of points.",
        "The formula in the docstring of q9.",
    ),
)
def formula_without_trying(n, samples, rng):
    """The theoretical value is returned; no point is drawn."""
    return 0.5**n


@mistake(
    "orthant_fraction",
    hints=(
        "Where do your random numbers come from?",
        "Chance comes from the generator that is handed in, so that the caller decides what is repeated.",
        "The row for rng in the notation table.",
    ),
)
def own_generator(n, samples, rng):
    """A generator of its own is made and rng is ignored."""
    rng = np.random.default_rng(0)
    return float((rng.standard_normal((samples, n)) > 0).all(axis=1).mean())


@mistake(
    "orthant_fraction",
    hints=(
        "Can the numbers you draw be negative?",
        "Standard normal numbers are negative half of the time.",
        "The formula in the docstring of q9 names the distribution.",
    ),
)
def uniform_numbers(n, samples, rng):
    """The numbers are drawn between 0 and 1."""
    return float((rng.random((samples, n)) > 0).all(axis=1).mean())


@mistake(
    "orthant_fraction",
    hints=(
        "Is a share larger than 1 possible?",
        "A share is a number of points divided by how many there are.",
        "The formula in the docstring of q9.",
    ),
)
def number_instead_of_share(n, samples, rng):
    """The number of points is returned, not their share."""
    return float((rng.standard_normal((samples, n)) > 0).all(axis=1).sum())


@mistake(
    "orthant_fraction",
    hints=(
        "Along which axis do you ask whether all entries are positive?",
        "The question is asked for every point: over its n coordinates, not over the samples.",
        "The formula in the docstring of q9.",
    ),
)
def asked_along_the_wrong_axis(n, samples, rng):
    """It is asked of every coordinate whether all points are positive there."""
    return float((rng.standard_normal((samples, n)) > 0).all(axis=0).mean())


@mistake(
    "orthant_fraction",
    hints=(
        "How many points did the caller ask for?",
        "The number of points is an argument of the function.",
        "The line on `samples` in the docstring of q9.",
    ),
)
def always_a_thousand(n, samples, rng):
    """A thousand points are drawn whatever is asked for."""
    return float((rng.standard_normal((1000, n)) > 0).all(axis=1).mean())


@mistake(
    "orthant_fraction",
    hints=(
        "Does ReLU leave (3, -1) untouched?",
        "Every coordinate has to be positive; one negative one is enough to be moved.",
        "The formula in the docstring of q9.",
    ),
)
def sum_of_coordinates(n, samples, rng):
    """Points are counted whose coordinates add up to something positive."""
    return float((rng.standard_normal((samples, n)).sum(axis=1) > 0).mean())


@mistake(
    "orthant_fraction",
    hints=(
        "Which sign has the product of two negative coordinates?",
        "Every coordinate has to be positive; two negative ones do not make up for each other.",
        "The formula in the docstring of q9.",
    ),
)
def product_of_coordinates(n, samples, rng):
    """Points are counted whose coordinates have a positive product."""
    return float((rng.standard_normal((samples, n)).prod(axis=1) > 0).mean())


@mistake(
    "orthant_fraction",
    hints=(
        "How many points did you draw, and by how many do you divide?",
        "A share of points is a number of points over a number of points.",
        "The formula in the docstring of q9.",
    ),
)
def divides_by_all_numbers(n, samples, rng):
    """The number of points is divided by the number of coordinates drawn."""
    return float((rng.standard_normal((samples, n)) > 0).all(axis=1).sum() / (samples * n))


@mistake(
    "orthant_fraction",
    hints=(
        "How many digits does your share keep?",
        "The example rounds to be short; the function does not.",
        "The formula in the docstring of q9.",
    ),
)
def rounded_share(n, samples, rng):
    """The share is rounded to two decimals."""
    return round(float((rng.standard_normal((samples, n)) > 0).all(axis=1).mean()), 2)


@mistake(
    "orthant_fraction",
    hints=(
        "How many points do you draw when 5000 are asked for?",
        "Exactly `samples` points are drawn.",
        "The formula in the docstring of q9.",
    ),
)
def no_more_than_a_thousand(n, samples, rng):
    """At most a thousand points are drawn."""
    return float((rng.standard_normal((min(samples, 1000), n)) > 0).all(axis=1).mean())


@mistake(
    "orthant_fraction",
    hints=(
        "How many times does your loop over the coordinates run?",
        "Every point has n coordinates; range(n) already ends before n.",
        "The formula in the docstring of q9.",
    ),
)
def one_axis_too_few(n, samples, rng):
    """One coordinate is never drawn."""
    untouched = np.ones(samples, dtype=bool)
    for _ in range(n - 1):
        untouched &= rng.standard_normal(samples) > 0
    return float(untouched.mean())


@mistake(
    "orthant_fraction",
    hints=(
        "How many coordinates has a point of the plane?",
        "Every point has n coordinates.",
        "The formula in the docstring of q9.",
    ),
)
def one_axis_too_many(n, samples, rng):
    """One coordinate too many is drawn."""
    return float((rng.standard_normal((samples, n + 1)) > 0).all(axis=1).mean())


@mistake(
    "orthant_fraction",
    hints=(
        "Is a point with one negative coordinate counted?",
        "The share is that of the points left untouched.",
        "The first sentence of the docstring of q9.",
    ),
)
def share_that_is_moved(n, samples, rng):
    """The share of the points that ReLU moves is returned."""
    return float(1 - (rng.standard_normal((samples, n)) > 0).all(axis=1).mean())


@mistake(
    "orthant_fraction",
    hints=(
        "Is a point with the coordinates 0.3 and 0.5 in the first quadrant?",
        "Every positive coordinate stays, small ones too.",
        "The formula in the docstring of q9.",
    ),
)
def larger_than_one(n, samples, rng):
    """A coordinate has to be larger than 1 to be counted."""
    return float((rng.standard_normal((samples, n)) > 1).all(axis=1).mean())


@mistake(
    "orthant_fraction",
    hints=(
        "How many points did you draw?",
        "A share is divided by the number of points; nothing is estimated here that needs one less.",
        "The formula in the docstring of q9.",
    ),
)
def divides_by_one_too_few(n, samples, rng):
    """The number of points is divided by one less than their number."""
    return float((rng.standard_normal((samples, n)) > 0).all(axis=1).sum() / (samples - 1))


@mistake(
    "orthant_fraction",
    hints=(
        "How many points does your share speak of?",
        "Every point is counted; the counter goes on from point to point.",
        "The formula in the docstring of q9.",
    ),
)
def nothing_drawn_is_kept(n, samples, rng):
    """The next point overwrites the last: only the last point is asked."""
    points = rng.standard_normal((samples, n))
    return float((points[-1] > 0).all())
