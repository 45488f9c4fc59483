"""Wrong implementations of gradcheck that learners write: what a difference is divided by."""

import numpy as np

from autograder.checking import mistake

from ..reference import numerical_gradient


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
