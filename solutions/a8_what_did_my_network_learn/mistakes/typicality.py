"""Wrong implementations of typicality that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

SHELL = "q9, the worked number, and the formula in the docstring."


@mistake(
    "typicality",
    hints=(
        "Do you return the middle one of the lengths, or their average?",
        "The median has as many lengths below it as above it.",
        SHELL,
    ),
)
def mean_length(d, samples, rng):
    """The mean length is returned instead of the median."""
    lengths = np.linalg.norm(rng.normal(size=(samples, d)), axis=1)
    return float(np.mean(lengths)), float(np.mean(lengths < np.sqrt(d) / 2))


@mistake(
    "typicality",
    hints=(
        "Half the root of d, or the root of half of d?",
        "The inner half ends at half of the root of d.",
        SHELL,
    ),
)
def root_of_the_half(d, samples, rng):
    """The inner part ends at the root of d / 2."""
    lengths = np.linalg.norm(rng.normal(size=(samples, d)), axis=1)
    return float(np.median(lengths)), float(np.mean(lengths < np.sqrt(d / 2)))


@mistake(
    "typicality",
    hints=(
        "How long is a typical point in 100 dimensions, and where does your inner part end?",
        "Lengths grow with the root of d, not with d.",
        SHELL,
    ),
)
def half_of_d(d, samples, rng):
    """The inner part ends at d / 2."""
    lengths = np.linalg.norm(rng.normal(size=(samples, d)), axis=1)
    return float(np.median(lengths)), float(np.mean(lengths < d / 2))


@mistake(
    "typicality",
    hints=(
        "Can your entries be larger than 1?",
        "The entries are standard normal: mean 0, standard deviation 1, no bounds.",
        SHELL,
    ),
)
def uniform_entries(d, samples, rng):
    """The entries are uniform between -1 and 1."""
    lengths = np.linalg.norm(rng.uniform(-1, 1, size=(samples, d)), axis=1)
    return float(np.median(lengths)), float(np.mean(lengths < np.sqrt(d) / 2))


@mistake(
    "typicality",
    hints=(
        "Did you take a root anywhere?",
        "The length is the root of the sum of squares.",
        SHELL,
    ),
)
def squared_lengths(d, samples, rng):
    """The sum of squares is used as the length."""
    lengths = np.sum(rng.normal(size=(samples, d)) ** 2, axis=1)
    return float(np.median(lengths)), float(np.mean(lengths < np.sqrt(d) / 2))


@mistake(
    "typicality",
    hints=(
        "Does the length of a point depend on all of its entries?",
        "The length adds up the squares of all entries; the largest entry alone is another norm.",
        SHELL,
    ),
)
def largest_entry(d, samples, rng):
    """The largest absolute entry is used as the length."""
    lengths = np.max(np.abs(rng.normal(size=(samples, d))), axis=1)
    return float(np.median(lengths)), float(np.mean(lengths < np.sqrt(d) / 2))


@mistake(
    "typicality",
    hints=(
        "How many lengths do you get: one for each point?",
        "One row is one point; its d entries make one length.",
        SHELL,
    ),
)
def lengths_of_dimensions(d, samples, rng):
    """Lengths are taken along the wrong axis, one for each dimension."""
    lengths = np.linalg.norm(rng.normal(size=(samples, d)), axis=0)
    return float(np.median(lengths)), float(np.mean(lengths < np.sqrt(d) / 2))


@mistake(
    "typicality",
    hints=(
        "What does your function do with rng?",
        "All randomness comes from the generator that is handed in.",
        SHELL,
    ),
)
def seed_of_its_own(d, samples, rng):
    """The numbers come from a generator of its own with a fixed seed."""
    lengths = np.linalg.norm(np.random.default_rng(0).normal(size=(samples, d)), axis=1)
    return float(np.median(lengths)), float(np.mean(lengths < np.sqrt(d) / 2))


@mistake(
    "typicality",
    hints=(
        "Does your share grow or shrink with the dimension?",
        "inside is the share of points that are closer to the origin, not farther away.",
        SHELL,
    ),
)
def share_outside(d, samples, rng):
    """The share outside is returned."""
    lengths = np.linalg.norm(rng.normal(size=(samples, d)), axis=1)
    return float(np.median(lengths)), float(np.mean(lengths >= np.sqrt(d) / 2))


@mistake(
    "typicality",
    hints=(
        "Can a share be larger than 1?",
        "A share is a number of points divided by all points.",
        SHELL,
    ),
)
def number_inside(d, samples, rng):
    """The number of points inside is returned instead of their share."""
    lengths = np.linalg.norm(rng.normal(size=(samples, d)), axis=1)
    return float(np.median(lengths)), float(np.sum(lengths < np.sqrt(d) / 2))


@mistake(
    "typicality",
    hints=(
        "Half of what: of the root of d, or of the median you found?",
        "The bound is half the root of d, which is larger than half of the median in few dimensions.",
        SHELL,
    ),
)
def half_of_the_median(d, samples, rng):
    """The inner part ends at half of the median."""
    lengths = np.linalg.norm(rng.normal(size=(samples, d)), axis=1)
    return float(np.median(lengths)), float(np.mean(lengths < np.median(lengths) / 2))


@mistake(
    "typicality",
    hints=(
        "Where does your median use the points that were drawn?",
        "The median is that of the lengths drawn.",
        SHELL,
    ),
)
def expected_length(d, samples, rng):
    """The root of d is returned in place of the median."""
    lengths = np.linalg.norm(rng.normal(size=(samples, d)), axis=1)
    return float(np.sqrt(d)), float(np.mean(lengths < np.sqrt(d) / 2))


@mistake(
    "typicality",
    hints=(
        "At which length does your inner part end?",
        "It ends at half the root of d.",
        SHELL,
    ),
)
def inside_the_root(d, samples, rng):
    """The inner part ends at the root of d."""
    lengths = np.linalg.norm(rng.normal(size=(samples, d)), axis=1)
    return float(np.median(lengths)), float(np.mean(lengths < np.sqrt(d)))


@mistake(
    "typicality",
    hints=(
        "Can your length be negative?",
        "The length is the root of the sum of squares.",
        SHELL,
    ),
)
def sum_of_entries(d, samples, rng):
    """The sum of the entries is used as the length."""
    lengths = rng.normal(size=(samples, d)).sum(axis=1)
    return float(np.median(lengths)), float(np.mean(lengths < np.sqrt(d) / 2))


@mistake(
    "typicality",
    hints=(
        "Does a point become longer with more entries?",
        "Squares are added up, not averaged.",
        SHELL,
    ),
)
def mean_size_as_length(d, samples, rng):
    """The root of the mean square is used as the length."""
    lengths = np.sqrt((rng.normal(size=(samples, d)) ** 2).mean(axis=1))
    return float(np.median(lengths)), float(np.mean(lengths < np.sqrt(d) / 2))


@mistake(
    "typicality",
    hints=(
        "Which of the two results comes first?",
        "First the median, then the share.",
        "The line `Returns` in the docstring of q9.",
    ),
)
def inside_first(d, samples, rng):
    """The share is returned before the median."""
    lengths = np.linalg.norm(rng.normal(size=(samples, d)), axis=1)
    return float(np.mean(lengths < np.sqrt(d) / 2)), float(np.median(lengths))


@mistake(
    "typicality",
    hints=(
        "For lengths 1, 2 and 9, which number do you return?",
        "The median is the length in the middle: half of the points are nearer, half farther.",
        SHELL,
    ),
)
def root_of_the_mean_square(d, samples, rng):
    """The root of the mean of the squared lengths is returned instead of the median."""
    lengths = np.linalg.norm(rng.normal(size=(samples, d)), axis=1)
    return float(np.sqrt(np.mean(lengths**2))), float(np.mean(lengths < np.sqrt(d) / 2))


@mistake(
    "typicality",
    hints=(
        "How large can your second result become?",
        "A share lies between 0 and 1.",
        "q9, the docstring: what is returned.",
    ),
)
def share_in_percent(d, samples, rng):
    """The share is given in percent."""
    lengths = np.linalg.norm(rng.normal(size=(samples, d)), axis=1)
    return float(np.median(lengths)), float(100 * np.mean(lengths < np.sqrt(d) / 2))


@mistake(
    "typicality",
    hints=(
        "How many yes or no answers is your share the mean of?",
        "A point is inside if its length is small; its single entries are not asked.",
        SHELL,
    ),
)
def share_of_entries(d, samples, rng):
    """The share counts entries instead of points."""
    X = rng.normal(size=(samples, d))
    return float(np.median(np.linalg.norm(X, axis=1))), float(np.mean(np.abs(X) < np.sqrt(d) / 2))


@mistake(
    "typicality",
    hints=(
        "Does your first result grow with the number of dimensions?",
        "Asked for is where the points are, not how much their lengths differ.",
        SHELL,
    ),
)
def spread_of_the_lengths(d, samples, rng):
    """The standard deviation of the lengths is returned instead of their median."""
    lengths = np.linalg.norm(rng.normal(size=(samples, d)), axis=1)
    return float(np.std(lengths)), float(np.mean(lengths < np.sqrt(d) / 2))
