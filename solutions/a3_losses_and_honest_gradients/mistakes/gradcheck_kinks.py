"""Wrong implementations of gradcheck that learners write: kinks, and entries that are not finite."""

import numpy as np

from autograder.checking import mistake

from ..reference import numerical_gradient


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
        "Two things to look at: a claim of 0 for a slope of 1 has the relative error 1. What do you get? And what do you get for |x| at 0?",
        "The difference is divided by the larger of both sizes, with no smallest size, and entries at a kink are left out.",
        "The formula in the docstring of q8, and the three traps.",
    ),
)
def error_over_both_sizes_and_no_kinks(f, g, x):
    """The difference is divided by the sum of both sizes, 1e-8 at least, and kinks are not looked for."""
    x = np.array(x, dtype=float)
    a, n = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5)
    if a.shape != x.shape:
        raise ValueError("shapes differ")
    errors = np.abs(a - n) / np.maximum(1e-8, np.abs(a) + np.abs(n))
    return {"max_rel": float(errors.max()), "worst_index": tuple(int(k) for k in np.unravel_index(np.argmax(errors), x.shape)), "kinks": 0}
