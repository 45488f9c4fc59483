"""Wrong implementations of gradcheck that learners write: what is measured, compared and reported."""

import numpy as np

from autograder.checking import mistake

from ..reference import numerical_gradient


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
