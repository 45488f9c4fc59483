"""Wrong implementations of error_curve that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

CURVE = "q10, the worked number and the formula in the docstring."


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
        "Is a power of the width a straight line over the width itself?",
        "Both axes are logarithmic.",
        CURVE,
    ),
)
def slope_over_the_plain_width(fit, widths, seeds):
    """The logarithm of the widths is not taken."""
    errors = np.array([[fit(width, seed) for seed in seeds] for width in widths])
    median = np.median(errors, axis=1)
    slope = np.polyfit(widths, np.log(median), 1)[0]
    return {"widths": np.array(widths), "best": errors.min(axis=1), "median": median, "worst": errors.max(axis=1), "slope": float(slope)}


@mistake(
    "error_curve",
    hints=(
        "If the error is divided by 100, by how much does your slope change?",
        "Both axes are logarithmic, the one with the errors too.",
        CURVE,
    ),
)
def slope_of_the_plain_error(fit, widths, seeds):
    """The logarithm of the errors is not taken."""
    errors = np.array([[fit(width, seed) for seed in seeds] for width in widths])
    median = np.median(errors, axis=1)
    slope = np.polyfit(np.log(widths), median, 1)[0]
    return {"widths": np.array(widths), "best": errors.min(axis=1), "median": median, "worst": errors.max(axis=1), "slope": float(slope)}


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
        "Which points is your line drawn through?",
        "The line describes the usual error, not the luckiest one.",
        CURVE,
    ),
)
def slope_of_the_best(fit, widths, seeds):
    """The line is drawn through the best errors instead of the medians."""
    errors = np.array([[fit(width, seed) for seed in seeds] for width in widths])
    slope = np.polyfit(np.log(widths), np.log(errors.min(axis=1)), 1)[0]
    return {
        "widths": np.array(widths),
        "best": errors.min(axis=1),
        "median": np.median(errors, axis=1),
        "worst": errors.max(axis=1),
        "slope": float(slope),
    }


@mistake(
    "error_curve",
    hints=(
        "If the error falls while the width grows, is the slope positive or negative?",
        "A slope is the change upwards for a step to the right.",
        CURVE,
    ),
)
def sign_of_the_slope(fit, widths, seeds):
    """The slope is given without its sign."""
    errors = np.array([[fit(width, seed) for seed in seeds] for width in widths])
    median = np.median(errors, axis=1)
    slope = -np.polyfit(np.log(widths), np.log(median), 1)[0]
    return {"widths": np.array(widths), "best": errors.min(axis=1), "median": median, "worst": errors.max(axis=1), "slope": float(slope)}


@mistake(
    "error_curve",
    hints=(
        "Which of the points between the first and the last does your line know?",
        "The line that is best in least squares listens to all points.",
        CURVE,
    ),
)
def first_and_last_only(fit, widths, seeds):
    """The slope is that of the line through the first and the last point."""
    errors = np.array([[fit(width, seed) for seed in seeds] for width in widths])
    median = np.median(errors, axis=1)
    slope = (np.log(median[-1]) - np.log(median[0])) / (np.log(widths[-1]) - np.log(widths[0]))
    return {"widths": np.array(widths), "best": errors.min(axis=1), "median": median, "worst": errors.max(axis=1), "slope": float(slope)}


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
        "Do you take the same logarithm on both axes?",
        "A slope keeps its value only if both axes have the same scale.",
        CURVE,
    ),
)
def logarithm_to_base_ten_of_widths(fit, widths, seeds):
    """The two logarithms have different bases."""
    errors = np.array([[fit(width, seed) for seed in seeds] for width in widths])
    median = np.median(errors, axis=1)
    slope = np.polyfit(np.log10(widths), np.log(median), 1)[0]
    return {"widths": np.array(widths), "best": errors.min(axis=1), "median": median, "worst": errors.max(axis=1), "slope": float(slope)}


@mistake(
    "error_curve",
    hints=(
        "Has your line an offset of its own?",
        "The best line has a slope and an offset.",
        CURVE,
    ),
)
def through_the_origin(fit, widths, seeds):
    """The line is drawn through the origin."""
    errors = np.array([[fit(width, seed) for seed in seeds] for width in widths])
    median = np.median(errors, axis=1)
    slope = np.sum(np.log(widths) * np.log(median)) / max(np.sum(np.log(widths) ** 2), 1e-300)
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
        "Through which of the three curves do you draw your line?",
        "The line belongs to the medians.",
        CURVE,
    ),
)
def slope_of_the_worst(fit, widths, seeds):
    """The line is drawn through the largest errors instead of the medians."""
    errors = np.array([[fit(width, seed) for seed in seeds] for width in widths])
    median = np.median(errors, axis=1)
    slope = np.polyfit(np.log(widths), np.log(errors.max(axis=1)), 1)[0]
    return {"widths": np.array(widths), "best": errors.min(axis=1), "median": median, "worst": errors.max(axis=1), "slope": float(slope)}


@mistake(
    "error_curve",
    hints=(
        "Is your line drawn through the medians you return?",
        "The line belongs to the medians.",
        CURVE,
    ),
)
def slope_of_the_mean(fit, widths, seeds):
    """The line is drawn through the mean errors; the medians are right."""
    errors = np.array([[fit(width, seed) for seed in seeds] for width in widths])
    median = np.median(errors, axis=1)
    slope = np.polyfit(np.log(widths), np.log(errors.mean(axis=1)), 1)[0]
    return {"widths": np.array(widths), "best": errors.min(axis=1), "median": median, "worst": errors.max(axis=1), "slope": float(slope)}


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
        "What stands to the right in your picture?",
        "The error is drawn over the width.",
        CURVE,
    ),
)
def axes_exchanged(fit, widths, seeds):
    """The axes of the line are exchanged: width over error."""
    errors = np.array([[fit(width, seed) for seed in seeds] for width in widths])
    median = np.median(errors, axis=1)
    slope = np.polyfit(np.log(median), np.log(widths), 1)[0] if np.ptp(np.log(median)) else 0.0
    return {"widths": np.array(widths), "best": errors.min(axis=1), "median": median, "worst": errors.max(axis=1), "slope": float(slope)}


@mistake(
    "error_curve",
    hints=(
        "Which of the two numbers of np.polyfit is the slope?",
        "The highest power comes first.",
        CURVE,
    ),
)
def offset_for_slope(fit, widths, seeds):
    """The offset of the line is returned instead of its slope."""
    errors = np.array([[fit(width, seed) for seed in seeds] for width in widths])
    median = np.median(errors, axis=1)
    slope = np.polyfit(np.log(widths), np.log(median), 1)[1]
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
