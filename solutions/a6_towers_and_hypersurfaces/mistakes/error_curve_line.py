"""Wrong implementations of error_curve that learners write: the line."""

import numpy as np

from autograder.checking import mistake

from .where import CURVE


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
