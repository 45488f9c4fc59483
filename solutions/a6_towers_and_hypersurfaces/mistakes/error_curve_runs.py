"""Wrong implementations of error_curve that learners write: medians, runs and order."""

import numpy as np

from autograder.checking import mistake

from .where import CURVE


@mistake(
    "error_curve",
    hints=(
        "One run of five ends far away from the others: how far does that move your usual error?",
        "The usual error is the one in the middle when all are sorted.",
        CURVE,
    ),
)
def mean_for_median(fit, widths, seeds):
    """The mean is reported as the median."""
    errors = np.array([[fit(width, seed) for seed in seeds] for width in widths])
    middle = errors.mean(axis=1)
    slope = np.polyfit(np.log(widths), np.log(middle), 1)[0]
    return {"widths": np.array(widths), "best": errors.min(axis=1), "median": middle, "worst": errors.max(axis=1), "slope": float(slope)}


@mistake(
    "error_curve",
    hints=(
        "Which is the better net: the one with the larger error?",
        "The best run has the smallest error.",
        CURVE,
    ),
)
def best_is_largest(fit, widths, seeds):
    """Best and worst are swapped."""
    errors = np.array([[fit(width, seed) for seed in seeds] for width in widths])
    median = np.median(errors, axis=1)
    slope = np.polyfit(np.log(widths), np.log(median), 1)[0]
    return {"widths": np.array(widths), "best": errors.max(axis=1), "median": median, "worst": errors.min(axis=1), "slope": float(slope)}


@mistake(
    "error_curve",
    hints=(
        "Which of the two arguments of fit comes first?",
        "fit is called with the width and then with the seed.",
        CURVE,
    ),
)
def seed_before_width(fit, widths, seeds):
    """fit is called with the seed first and the width second."""
    errors = np.array([[fit(seed, width) if seed else fit(1, width) for seed in seeds] for width in widths])
    median = np.median(errors, axis=1)
    slope = np.polyfit(np.log(widths), np.log(median), 1)[0]
    return {"widths": np.array(widths), "best": errors.min(axis=1), "median": median, "worst": errors.max(axis=1), "slope": float(slope)}


@mistake(
    "error_curve",
    hints=(
        "How many numbers has your median?",
        "For every width there is one median, over the seeds.",
        CURVE,
    ),
)
def seeds_for_widths(fit, widths, seeds):
    """Best, median and worst are taken over the widths instead of the seeds."""
    errors = np.array([[fit(width, seed) for seed in seeds] for width in widths])
    median = np.median(errors, axis=0)
    slope = 0.0
    return {"widths": np.array(widths), "best": errors.min(axis=0), "median": median, "worst": errors.max(axis=0), "slope": float(slope)}


@mistake(
    "error_curve",
    hints=(
        "What is the median of 1 and 3?",
        "The median of an even number of runs lies between the two in the middle.",
        CURVE,
    ),
)
def upper_of_the_middle_two(fit, widths, seeds):
    """With an even number of runs the larger of the two in the middle is taken."""
    errors = np.array([[fit(width, seed) for seed in seeds] for width in widths])
    median = np.sort(errors, axis=1)[:, errors.shape[1] // 2]
    slope = np.polyfit(np.log(widths), np.log(median), 1)[0]
    return {"widths": np.array(widths), "best": errors.min(axis=1), "median": median, "worst": errors.max(axis=1), "slope": float(slope)}


@mistake(
    "error_curve",
    hints=(
        "How many runs are there for each width?",
        "All seeds take part.",
        CURVE,
    ),
)
def last_seed_missing(fit, widths, seeds):
    """The last seed is left out."""
    errors = np.array([[fit(width, seed) for seed in (seeds[:-1] or seeds)] for width in widths])
    median = np.median(errors, axis=1)
    slope = np.polyfit(np.log(widths), np.log(median), 1)[0]
    return {"widths": np.array(widths), "best": errors.min(axis=1), "median": median, "worst": errors.max(axis=1), "slope": float(slope)}


@mistake(
    "error_curve",
    hints=(
        "Do your widths and your errors stand in the same order?",
        "Everything is in the order of widths.",
        CURVE,
    ),
)
def widths_in_order(fit, widths, seeds):
    """The widths are put in order, but the results are those of the given order."""
    errors = np.array([[fit(width, seed) for seed in seeds] for width in widths])
    median = np.median(errors, axis=1)
    slope = np.polyfit(np.log(widths), np.log(median), 1)[0]
    return {"widths": np.sort(widths), "best": errors.min(axis=1), "median": median, "worst": errors.max(axis=1), "slope": float(slope)}


@mistake(
    "error_curve",
    hints=(
        "What is the median of 1 and 9 in your code: 5 or 3?",
        "The median is that of the errors themselves; only the slope looks at logarithms.",
        CURVE,
    ),
)
def median_of_the_logarithms(fit, widths, seeds):
    """The median of the logarithms is taken, which is another one for an even number of runs."""
    errors = np.array([[fit(width, seed) for seed in seeds] for width in widths])
    logs = np.median(np.log(errors), axis=1)
    slope = np.polyfit(np.log(widths), logs, 1)[0]
    return {"widths": np.array(widths), "best": errors.min(axis=1), "median": np.exp(logs), "worst": errors.max(axis=1), "slope": float(slope)}


@mistake(
    "error_curve",
    hints=(
        "In which order do your widths come if they are given as 16, 2, 5?",
        "The order of the widths is that in which they were given.",
        "q10, the docstring: in the order of widths.",
    ),
)
def all_in_order_of_width(fit, widths, seeds):
    """Widths and results both come in the order of the widths' size."""
    widths = sorted(widths)
    errors = np.array([[fit(width, seed) for seed in seeds] for width in widths])
    median = np.median(errors, axis=1)
    slope = np.polyfit(np.log(widths), np.log(median), 1)[0]
    return {"widths": np.array(widths), "best": errors.min(axis=1), "median": median, "worst": errors.max(axis=1), "slope": float(slope)}


@mistake(
    "error_curve",
    hints=(
        "Are the errors in order when you take the one in the middle?",
        "The median is the middle one of the sorted errors.",
        CURVE,
    ),
)
def middle_run_without_sorting(fit, widths, seeds):
    """The run in the middle of the list is taken for the median, without putting the errors in order."""
    errors = np.array([[fit(width, seed) for seed in seeds] for width in widths])
    median = errors[:, len(seeds) // 2]
    slope = np.polyfit(np.log(widths), np.log(median), 1)[0]
    return {"widths": np.array(widths), "best": errors.min(axis=1), "median": median, "worst": errors.max(axis=1), "slope": float(slope)}


@mistake(
    "error_curve",
    hints=(
        "Is your function called with the first seed?",
        "Every seed makes a run.",
        CURVE,
    ),
)
def first_seed_missing(fit, widths, seeds):
    """The first seed is left out."""
    seeds = seeds[1:] or seeds
    errors = np.array([[fit(width, seed) for seed in seeds] for width in widths])
    median = np.median(errors, axis=1)
    slope = np.polyfit(np.log(widths), np.log(median), 1)[0]
    return {"widths": np.array(widths), "best": errors.min(axis=1), "median": median, "worst": errors.max(axis=1), "slope": float(slope)}
