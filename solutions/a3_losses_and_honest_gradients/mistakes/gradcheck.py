"""Wrong implementations of gradcheck that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from ..reference import numerical_gradient


# gradcheck
@mistake(
    "gradcheck",
    hints=(
        "What does your max_rel say about a gradient of 1e-12 that is wrong by a factor of two?",
        "A difference alone has no meaning: it is small or large only in relation to what is compared.",
        "The formula in the docstring of q8.",
    ),
)
def absolute_error(f, g, x):
    """The difference is not divided by anything."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shape")
    error = np.where(np.isfinite(a - n), np.abs(a - n), np.inf)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-3 * max(1, abs(right), abs(left)):
            error[i] = -1
    worst = np.unravel_index(np.argmax(error), x.shape)
    kinks = int(np.sum(error < 0))
    return {"max_rel": max(float(error[worst]), 0.0), "worst_index": worst if kinks < x.size else None, "kinks": kinks}


@mistake(
    "gradcheck",
    hints=(
        "Does your relative error change if claimed and measured gradient change places?",
        "The larger of the two sizes is the measure, so that neither of them is preferred.",
        "The formula in the docstring of q8.",
    ),
)
def relative_to_the_measured(f, g, x):
    """The difference is divided by the measured slope alone."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shape")
    with np.errstate(all="ignore"):
        error = np.where((a == 0) & (n == 0), 0.0, np.abs(a - n) / np.abs(n))
    error = np.where(np.isfinite(a) & np.isfinite(n), error, np.inf)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-3 * max(1, abs(right), abs(left)):
            error[i] = -1
    worst = np.unravel_index(np.argmax(error), x.shape)
    kinks = int(np.sum(error < 0))
    return {"max_rel": max(float(error[worst]), 0.0), "worst_index": worst if kinks < x.size else None, "kinks": kinks}


@mistake(
    "gradcheck",
    hints=(
        "What is your relative error if the claimed gradient is exactly twice the measured one?",
        "The difference is divided by the larger of the two sizes, not by both together.",
        "The worked number of q8.",
    ),
)
def relative_to_the_sum(f, g, x):
    """The difference is divided by the sum of both sizes."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shape")
    with np.errstate(all="ignore"):
        error = np.where((a == 0) & (n == 0), 0.0, np.abs(a - n) / (np.abs(a) + np.abs(n)))
    error = np.where(np.isfinite(a) & np.isfinite(n), error, np.inf)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-3 * max(1, abs(right), abs(left)):
            error[i] = -1
    worst = np.unravel_index(np.argmax(error), x.shape)
    kinks = int(np.sum(error < 0))
    return {"max_rel": max(float(error[worst]), 0.0), "worst_index": worst if kinks < x.size else None, "kinks": kinks}


@mistake(
    "gradcheck",
    hints=(
        "What is the smallest number you ever divide by?",
        "A smallest denominator of 1e-8 makes every gradient below it look right.",
        "The formula in the docstring of q8: the case 0/0 has its own rule, nothing else is added.",
    ),
)
def floor_under_the_denominator(f, g, x):
    """The denominator is never smaller than 1e-8, which hides small gradients."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shape")
    with np.errstate(all="ignore"):
        error = np.abs(a - n) / np.maximum(1e-8, np.maximum(np.abs(a), np.abs(n)))
    error = np.where(np.isfinite(a) & np.isfinite(n), error, np.inf)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-3 * max(1, abs(right), abs(left)):
            error[i] = -1
    worst = np.unravel_index(np.argmax(error), x.shape)
    kinks = int(np.sum(error < 0))
    return {"max_rel": max(float(error[worst]), 0.0), "worst_index": worst if kinks < x.size else None, "kinks": kinks}


@mistake(
    "gradcheck",
    hints=(
        "What does your report say about a claimed gradient that holds NaN?",
        "NaN is neither larger nor smaller than any number, and nanmax leaves it out: decide yourself what it counts as.",
        "The formula in the docstring of q8: where a or n is not finite.",
    ),
)
def nan_is_forgiven(f, g, x):
    """Entries that are not finite are left out instead of counted as infinitely wrong."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shape")
    with np.errstate(all="ignore"):
        error = np.where((a == 0) & (n == 0), 0.0, np.abs(a - n) / np.maximum(np.abs(a), np.abs(n)))
    error = np.nan_to_num(error)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-3 * max(1, abs(right), abs(left)):
            error[i] = -1
    worst = np.unravel_index(np.argmax(error), x.shape)
    kinks = int(np.sum(error < 0))
    return {"max_rel": max(float(error[worst]), 0.0), "worst_index": worst if kinks < x.size else None, "kinks": kinks}


@mistake(
    "gradcheck",
    hints=(
        "What is the slope of |x| at 0, measured to the right, and measured to the left?",
        "Where f has a kink no single slope is right, so a difference from the claimed one proves nothing.",
        "The rule about kinks in the docstring of q8.",
    ),
)
def kinks_are_errors(f, g, x):
    """Kinks are not looked for, and reported as errors."""
    x = np.array(x, dtype=float)
    a, n = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5)
    if a.shape != x.shape:
        raise ValueError("shape")
    with np.errstate(all="ignore"):
        error = np.where((a == 0) & (n == 0), 0.0, np.abs(a - n) / np.maximum(np.abs(a), np.abs(n)))
    error = np.where(np.isfinite(a) & np.isfinite(n), error, np.inf)
    worst = np.unravel_index(np.argmax(error), x.shape)
    return {"max_rel": float(error[worst]), "worst_index": worst, "kinks": 0}


@mistake(
    "gradcheck",
    hints=(
        "Does an entry at a kink still count for max_rel in your function?",
        "Kinks are counted and then left out of the comparison.",
        "The rule about kinks in the docstring of q8, its last sentence.",
    ),
)
def kinks_counted_but_kept(f, g, x):
    """Kinks are counted, but still compared."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shape")
    with np.errstate(all="ignore"):
        error = np.where((a == 0) & (n == 0), 0.0, np.abs(a - n) / np.maximum(np.abs(a), np.abs(n)))
    error = np.where(np.isfinite(a) & np.isfinite(n), error, np.inf)
    kinks = 0
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        kinks += bool(abs(right - left) > 1e-3 * max(1, abs(right), abs(left)))
    worst = np.unravel_index(np.argmax(error), x.shape)
    return {"max_rel": float(error[worst]), "worst_index": worst, "kinks": kinks}


@mistake(
    "gradcheck",
    hints=(
        "Does a parabola have a kink in your function?",
        "On a smooth curve the slopes to both sides differ too, by about eps times the curvature; a kink is a larger difference.",
        "The rule about kinks in the docstring of q8: differ by more than what?",
    ),
)
def every_curve_is_a_kink(f, g, x):
    """Any difference between the slopes to the right and to the left counts as a kink."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shape")
    with np.errstate(all="ignore"):
        error = np.where((a == 0) & (n == 0), 0.0, np.abs(a - n) / np.maximum(np.abs(a), np.abs(n)))
    error = np.where(np.isfinite(a) & np.isfinite(n), error, np.inf)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-7:
            error[i] = -1
    worst = np.unravel_index(np.argmax(error), x.shape)
    kinks = int(np.sum(error < 0))
    return {"max_rel": max(float(error[worst]), 0.0), "worst_index": worst if kinks < x.size else None, "kinks": kinks}


@mistake(
    "gradcheck",
    hints=(
        "What is x[worst_index] if x has two rows of two and worst_index is a single number?",
        "argmax counts entries of an array without its axes; the report asks for one number per axis.",
        "The docstring of q8: worst_index is a tuple.",
    ),
)
def flat_position(f, g, x):
    """worst_index counts the entries in one row instead of one number per axis."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shape")
    with np.errstate(all="ignore"):
        error = np.where((a == 0) & (n == 0), 0.0, np.abs(a - n) / np.maximum(np.abs(a), np.abs(n)))
    error = np.where(np.isfinite(a) & np.isfinite(n), error, np.inf)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-3 * max(1, abs(right), abs(left)):
            error[i] = -1
    worst = int(np.argmax(error))
    kinks = int(np.sum(error < 0))
    return {"max_rel": max(float(error.max()), 0.0), "worst_index": worst if kinks < x.size else None, "kinks": kinks}


@mistake(
    "gradcheck",
    hints=(
        "Can many right entries hide one wrong entry in your report?",
        "An average gets smaller with every right entry; the largest error does not.",
        "The docstring of q8: the largest relative error.",
    ),
)
def mean_instead_of_worst(f, g, x):
    """The mean relative error is reported instead of the largest."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shape")
    with np.errstate(all="ignore"):
        error = np.where((a == 0) & (n == 0), 0.0, np.abs(a - n) / np.maximum(np.abs(a), np.abs(n)))
    error = np.where(np.isfinite(a) & np.isfinite(n), error, np.inf)
    smooth = np.ones(x.shape, dtype=bool)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        smooth[i] = abs(right - left) <= 1e-3 * max(1, abs(right), abs(left))
    if not smooth.any():
        return {"max_rel": 0.0, "worst_index": None, "kinks": x.size}
    worst = np.unravel_index(np.argmax(np.where(smooth, error, -1)), x.shape)
    return {"max_rel": float(np.mean(error[smooth])), "worst_index": worst, "kinks": int(np.sum(~smooth))}


@mistake(
    "gradcheck",
    hints=(
        "Can a claimed slope that is far too small get past your comparison?",
        "The size of the difference counts, whichever of the two is larger.",
        "The formula in the docstring of q8: there are bars around the difference.",
    ),
)
def sign_kept(f, g, x):
    """The difference keeps its sign, so that too small a slope is never the worst."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shape")
    with np.errstate(all="ignore"):
        error = np.where((a == 0) & (n == 0), 0.0, (a - n) / np.maximum(np.abs(a), np.abs(n)))
    error = np.where(np.isfinite(a) & np.isfinite(n), error, np.inf)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-3 * max(1, abs(right), abs(left)):
            error[i] = -9
    worst = np.unravel_index(np.argmax(error), x.shape)
    kinks = int(np.sum(error == -9))
    return {"max_rel": float(error[worst]) if kinks < x.size else 0.0, "worst_index": worst if kinks < x.size else None, "kinks": kinks}


@mistake(
    "gradcheck",
    hints=(
        "What does your function say to a claimed gradient that is a single number?",
        "numpy broadcasts another shape without a word: compare the shapes first.",
        "The line about ValueError in the docstring of q8.",
    ),
)
def any_shape_is_welcome(f, g, x):
    """A claimed gradient of another shape is broadcast instead of refused."""
    x = np.array(x, dtype=float)
    n, eps = numerical_gradient(f, x, 1e-5), 1e-5
    a, n = np.broadcast_arrays(np.asarray(g(x.copy()), dtype=float), n)
    with np.errstate(all="ignore"):
        error = np.where((a == 0) & (n == 0), 0.0, np.abs(a - n) / np.maximum(np.abs(a), np.abs(n)))
    error = np.where(np.isfinite(a) & np.isfinite(n), error, np.inf)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-3 * max(1, abs(right), abs(left)):
            error[i] = -1
    worst = np.unravel_index(np.argmax(error), error.shape)
    kinks = int(np.sum(error < 0))
    return {"max_rel": max(float(error[worst]), 0.0), "worst_index": worst if kinks < x.size else None, "kinks": kinks}


@mistake(
    "gradcheck",
    hints=(
        "With which step do you measure?",
        "The step is 1e-5.",
        "The formula in the docstring of q8.",
    ),
)
def step_of_1e6(f, g, x):
    """The slopes are measured with a step of 1e-6."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-6), 1e-5
    if a.shape != x.shape:
        raise ValueError("shapes differ")
    report = {"max_rel": 0.0, "worst_index": None, "kinks": 0}
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-3 * max(1.0, abs(right), abs(left)):
            report["kinks"] += 1
            continue
        size = max(abs(a[i]), abs(n[i]))
        error = (abs(a[i] - n[i]) / size) if a[i] != n[i] else 0.0
        error = error if np.isfinite(a[i]) and np.isfinite(n[i]) else np.inf
        if report["worst_index"] is None or error > report["max_rel"]:
            report["max_rel"], report["worst_index"] = float(error), i
    return report


@mistake(
    "gradcheck",
    hints=(
        "Which eps do you hand to numerical_gradient?",
        "The step is 1e-5.",
        "The formula in the docstring of q8.",
    ),
)
def step_of_1e4(f, g, x):
    """The slopes are measured with a step of 1e-4."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-4), 1e-5
    if a.shape != x.shape:
        raise ValueError("shapes differ")
    report = {"max_rel": 0.0, "worst_index": None, "kinks": 0}
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-3 * max(1.0, abs(right), abs(left)):
            report["kinks"] += 1
            continue
        size = max(abs(a[i]), abs(n[i]))
        error = (abs(a[i] - n[i]) / size) if a[i] != n[i] else 0.0
        error = error if np.isfinite(a[i]) and np.isfinite(n[i]) else np.inf
        if report["worst_index"] is None or error > report["max_rel"]:
            report["max_rel"], report["worst_index"] = float(error), i
    return report


@mistake(
    "gradcheck",
    hints=(
        "What happens where the claimed slope is 0 and the measured one is not?",
        "The larger of both sizes is the scale.",
        "The formula in the docstring of q8.",
    ),
)
def relative_to_the_claimed(f, g, x):
    """The difference is divided by the claimed slope alone."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shapes differ")
    report = {"max_rel": 0.0, "worst_index": None, "kinks": 0}
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-3 * max(1.0, abs(right), abs(left)):
            report["kinks"] += 1
            continue
        size = max(abs(a[i]), 1e-300)
        error = (abs(a[i] - n[i]) / size) if a[i] != n[i] else 0.0
        error = error if np.isfinite(a[i]) and np.isfinite(n[i]) else np.inf
        if report["worst_index"] is None or error > report["max_rel"]:
            report["max_rel"], report["worst_index"] = float(error), i
    return report


@mistake(
    "gradcheck",
    hints=(
        "Can the relative error of two positive slopes be larger than 1?",
        "The larger of both sizes is the scale.",
        "The formula in the docstring of q8.",
    ),
)
def relative_to_the_smaller(f, g, x):
    """The difference is divided by the smaller of both sizes."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shapes differ")
    report = {"max_rel": 0.0, "worst_index": None, "kinks": 0}
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-3 * max(1.0, abs(right), abs(left)):
            report["kinks"] += 1
            continue
        size = max(min(abs(a[i]), abs(n[i])), 1e-300)
        error = (abs(a[i] - n[i]) / size) if a[i] != n[i] else 0.0
        error = error if np.isfinite(a[i]) and np.isfinite(n[i]) else np.inf
        if report["worst_index"] is None or error > report["max_rel"]:
            report["max_rel"], report["worst_index"] = float(error), i
    return report


@mistake(
    "gradcheck",
    hints=(
        "Which of the two sizes is the scale?",
        "The larger of both sizes is the scale.",
        "The formula in the docstring of q8: there are two sizes, and one is chosen.",
    ),
)
def relative_to_the_mean(f, g, x):
    """The difference is divided by the mean of both sizes."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shapes differ")
    report = {"max_rel": 0.0, "worst_index": None, "kinks": 0}
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-3 * max(1.0, abs(right), abs(left)):
            report["kinks"] += 1
            continue
        size = (abs(a[i]) + abs(n[i])) / 2
        error = (abs(a[i] - n[i]) / size) if a[i] != n[i] else 0.0
        error = error if np.isfinite(a[i]) and np.isfinite(n[i]) else np.inf
        if report["worst_index"] is None or error > report["max_rel"]:
            report["max_rel"], report["worst_index"] = float(error), i
    return report


@mistake(
    "gradcheck",
    hints=(
        "What is your relative error when one slope is 1 and the other 2?",
        "The larger of both sizes is the scale.",
        "The formula in the docstring of q8.",
    ),
)
def root_of_both_squares(f, g, x):
    """The difference is divided by the root of the sum of both squares."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shapes differ")
    report = {"max_rel": 0.0, "worst_index": None, "kinks": 0}
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-3 * max(1.0, abs(right), abs(left)):
            report["kinks"] += 1
            continue
        size = np.hypot(a[i], n[i])
        error = (abs(a[i] - n[i]) / size) if a[i] != n[i] else 0.0
        error = error if np.isfinite(a[i]) and np.isfinite(n[i]) else np.inf
        if report["worst_index"] is None or error > report["max_rel"]:
            report["max_rel"], report["worst_index"] = float(error), i
    return report


@mistake(
    "gradcheck",
    hints=(
        "What is the relative error of two slopes of 1e-9 and 2e-9?",
        "Nothing is added: the case 0/0 has a rule of its own.",
        "The formula in the docstring of q8.",
    ),
)
def small_number_in_the_denominator(f, g, x):
    """1e-8 is added to the denominator."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shapes differ")
    report = {"max_rel": 0.0, "worst_index": None, "kinks": 0}
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-3 * max(1.0, abs(right), abs(left)):
            report["kinks"] += 1
            continue
        size = max(abs(a[i]), abs(n[i])) + 1e-8
        error = (abs(a[i] - n[i]) / size) if a[i] != n[i] else 0.0
        error = error if np.isfinite(a[i]) and np.isfinite(n[i]) else np.inf
        if report["worst_index"] is None or error > report["max_rel"]:
            report["max_rel"], report["worst_index"] = float(error), i
    return report


@mistake(
    "gradcheck",
    hints=(
        "Is a difference of 0.01 between two slopes of 1000 a kink?",
        "The limit grows with the slopes.",
        "The rule about kinks in the docstring of q8: differ by more than what?",
    ),
)
def absolute_limit_for_kinks(f, g, x):
    """The limit for kinks is 1e-3, however steep f is."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shapes differ")
    report = {"max_rel": 0.0, "worst_index": None, "kinks": 0}
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-3:
            report["kinks"] += 1
            continue
        size = max(abs(a[i]), abs(n[i]))
        error = (abs(a[i] - n[i]) / size) if a[i] != n[i] else 0.0
        error = error if np.isfinite(a[i]) and np.isfinite(n[i]) else np.inf
        if report["worst_index"] is None or error > report["max_rel"]:
            report["max_rel"], report["worst_index"] = float(error), i
    return report


@mistake(
    "gradcheck",
    hints=(
        "How large is your limit where both slopes are nearly 0?",
        "The limit is never smaller than 1e-3.",
        "The rule about kinks in the docstring of q8: the largest of three numbers.",
    ),
)
def relative_limit_for_kinks(f, g, x):
    """The limit for kinks is relative only, so flat functions have kinks everywhere."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shapes differ")
    report = {"max_rel": 0.0, "worst_index": None, "kinks": 0}
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-3 * max(abs(right), abs(left)):
            report["kinks"] += 1
            continue
        size = max(abs(a[i]), abs(n[i]))
        error = (abs(a[i] - n[i]) / size) if a[i] != n[i] else 0.0
        error = error if np.isfinite(a[i]) and np.isfinite(n[i]) else np.inf
        if report["worst_index"] is None or error > report["max_rel"]:
            report["max_rel"], report["worst_index"] = float(error), i
    return report


@mistake(
    "gradcheck",
    hints=(
        "What does your rule say of a straight line of slope 5?",
        "A kink is where the two slopes differ.",
        "The rule about kinks in the docstring of q8.",
    ),
)
def kinks_from_the_sum_of_slopes(f, g, x):
    """The slopes to the right and to the left are added instead of compared."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shapes differ")
    report = {"max_rel": 0.0, "worst_index": None, "kinks": 0}
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right + left) > 1e-3 * max(1.0, abs(right), abs(left)):
            report["kinks"] += 1
            continue
        size = max(abs(a[i]), abs(n[i]))
        error = (abs(a[i] - n[i]) / size) if a[i] != n[i] else 0.0
        error = error if np.isfinite(a[i]) and np.isfinite(n[i]) else np.inf
        if report["worst_index"] is None or error > report["max_rel"]:
            report["max_rel"], report["worst_index"] = float(error), i
    return report


@mistake(
    "gradcheck",
    hints=(
        "Does your rule find a kink where the slope falls from 1 to -1?",
        "The slopes may differ in either direction.",
        "The rule about kinks in the docstring of q8.",
    ),
)
def kinks_where_right_is_steeper(f, g, x):
    """Only kinks where the slope grows are found."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shapes differ")
    report = {"max_rel": 0.0, "worst_index": None, "kinks": 0}
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if right - left > 1e-3 * max(1.0, abs(right), abs(left)):
            report["kinks"] += 1
            continue
        size = max(abs(a[i]), abs(n[i]))
        error = (abs(a[i] - n[i]) / size) if a[i] != n[i] else 0.0
        error = error if np.isfinite(a[i]) and np.isfinite(n[i]) else np.inf
        if report["worst_index"] is None or error > report["max_rel"]:
            report["max_rel"], report["worst_index"] = float(error), i
    return report


@mistake(
    "gradcheck",
    hints=(
        "What happens to the entries behind the first kink?",
        "An entry at a kink is left out; the others are still compared.",
        "The rule about kinks in the docstring of q8, its last sentence.",
    ),
)
def first_kink_ends_it(f, g, x):
    """The search ends at the first kink."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shapes differ")
    report = {"max_rel": 0.0, "worst_index": None, "kinks": 0}
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if report["kinks"] or abs(right - left) > 1e-3 * max(1.0, abs(right), abs(left)):
            report["kinks"] += 1
            continue
        size = max(abs(a[i]), abs(n[i]))
        error = (abs(a[i] - n[i]) / size) if a[i] != n[i] else 0.0
        error = error if np.isfinite(a[i]) and np.isfinite(n[i]) else np.inf
        if report["worst_index"] is None or error > report["max_rel"]:
            report["max_rel"], report["worst_index"] = float(error), i
    return report


@mistake(
    "gradcheck",
    hints=(
        "Is one bad entry enough to make your report bad?",
        "The largest relative error counts.",
        "The line on the result in the docstring of q8.",
    ),
)
def smallest_instead_of_largest(f, g, x):
    """The smallest relative error is reported."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shapes differ")
    report = {"max_rel": 0.0, "worst_index": None, "kinks": 0}
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-3 * max(1.0, abs(right), abs(left)):
            report["kinks"] += 1
            continue
        size = max(abs(a[i]), abs(n[i]))
        error = (abs(a[i] - n[i]) / size) if a[i] != n[i] else 0.0
        error = error if np.isfinite(a[i]) and np.isfinite(n[i]) else np.inf
        if report["worst_index"] is None or error < report["max_rel"]:
            report["max_rel"], report["worst_index"] = float(error), i
    return report


@mistake(
    "gradcheck",
    hints=(
        "Do you keep the place as well as the error?",
        "The place belongs to the largest error: both change together.",
        "The line on the result in the docstring of q8.",
    ),
)
def first_entry_is_the_worst(f, g, x):
    """worst_index stays at the first entry."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shapes differ")
    report = {"max_rel": 0.0, "worst_index": None, "kinks": 0}
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-3 * max(1.0, abs(right), abs(left)):
            report["kinks"] += 1
            continue
        size = max(abs(a[i]), abs(n[i]))
        error = (abs(a[i] - n[i]) / size) if a[i] != n[i] else 0.0
        error = error if np.isfinite(a[i]) and np.isfinite(n[i]) else np.inf
        if report["worst_index"] is None:
            report["max_rel"], report["worst_index"] = float(error), i
    return report


@mistake(
    "gradcheck",
    hints=(
        "How many entries has an array of shape (3,), and one of shape (3, 1)?",
        "The claimed gradient has to have the shape of x, axis by axis.",
        "The line about ValueError in the docstring of q8.",
    ),
)
def only_the_sizes_compared(f, g, x):
    """Only the numbers of entries of g(x) and x are compared."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.size != x.size:
        raise ValueError("shapes differ")
    report = {"max_rel": 0.0, "worst_index": None, "kinks": 0}
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-3 * max(1.0, abs(right), abs(left)):
            report["kinks"] += 1
            continue
        size = max(abs(a[i]), abs(n[i]))
        error = (abs(a[i] - n[i]) / size) if a[i] != n[i] else 0.0
        error = error if np.isfinite(a[i]) and np.isfinite(n[i]) else np.inf
        if report["worst_index"] is None or error > report["max_rel"]:
            report["max_rel"], report["worst_index"] = float(error), i
    return report


@mistake(
    "gradcheck",
    hints=(
        "Do you measure on both sides?",
        "The measured slope is a central difference.",
        "The formula in the docstring of q8.",
    ),
)
def one_sided_measurement(f, g, x):
    """The measured slope is the one to the right."""
    x = np.array(x, dtype=float)
    a, eps = np.asarray(g(x.copy()), dtype=float), 1e-5
    if a.shape != x.shape:
        raise ValueError("shapes differ")
    report = {"max_rel": 0.0, "worst_index": None, "kinks": 0}
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        if abs(right - left) > 1e-3 * max(1.0, abs(right), abs(left)):
            report["kinks"] += 1
            continue
        error = abs(a[i] - right) / max(abs(a[i]), abs(right)) if a[i] != right else 0.0
        error = error if np.isfinite(a[i]) and np.isfinite(right) else np.inf
        if report["worst_index"] is None or error > report["max_rel"]:
            report["max_rel"], report["worst_index"] = float(error), i
    return report


@mistake(
    "gradcheck",
    hints=(
        "Does one bad entry show in your number when a hundred others are right?",
        "Every entry has a relative error of its own, and the largest is reported.",
        "The formula in the docstring of q8.",
    ),
)
def norms_of_whole_gradients(f, g, x):
    """One number is made from the norms of the whole gradients."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shapes differ")
    report = {"max_rel": 0.0, "worst_index": None, "kinks": 0}
    smooth = np.zeros(x.shape, dtype=bool)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right, left = (f(x + step) - f(x)) / eps, (f(x) - f(x - step)) / eps
        smooth[i] = not abs(right - left) > 1e-3 * max(1.0, abs(right), abs(left))
    report["kinks"] = int((~smooth).sum())
    if smooth.any():
        gap = np.where(smooth, np.abs(a - n), -1.0)
        report["worst_index"] = tuple(int(k) for k in np.unravel_index(np.argmax(gap), x.shape))
        size = np.sqrt((a[smooth] ** 2).sum()) + np.sqrt((n[smooth] ** 2).sum())
        report["max_rel"] = float(np.sqrt(((a - n)[smooth] ** 2).sum()) / size) if size else 0.0
    return report
