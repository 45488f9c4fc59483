"""Wrong implementations of gradcheck that learners write: denominators of other courses."""

import numpy as np

from autograder.checking import mistake

from ..reference import numerical_gradient

FORMULA = "The formula in the docstring of q8."


@mistake(
    "gradcheck",
    hints=(
        "What do you divide by: the sum of both sizes, or the larger one? And can it become as small as a small gradient?",
        "The difference is divided by the larger of the two sizes, and nothing keeps this from being small.",
        FORMULA,
    ),
)
def sum_with_a_floor(f, g, x):
    """The difference is divided by the sum of both sizes, which is never taken smaller than 1e-8."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shape")
    with np.errstate(all="ignore"):
        error = np.where(a == n, 0.0, np.abs(a - n) / np.maximum(np.abs(a) + np.abs(n), 1e-8))
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
        "What do you divide by: the sum of both sizes, or the larger one? And what does the small number do to a small gradient?",
        "The difference is divided by the larger of the two sizes, and nothing is added to it.",
        FORMULA,
    ),
)
def sum_and_a_small_number(f, g, x):
    """The difference is divided by the sum of both sizes and 1e-8."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shape")
    with np.errstate(all="ignore"):
        error = np.where(a == n, 0.0, np.abs(a - n) / (np.abs(a) + np.abs(n) + 1e-8))
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
        "What is your number for a gradient of 0.001 that is wrong by a factor of two?",
        "The larger of the two sizes alone stands under the line: a 1 beside it makes every small gradient right.",
        FORMULA,
    ),
)
def never_less_than_one(f, g, x):
    """The denominator is never smaller than 1, so that gradients below 1 are judged by their plain difference."""
    x = np.array(x, dtype=float)
    a, n, eps = np.asarray(g(x.copy()), dtype=float), numerical_gradient(f, x, 1e-5), 1e-5
    if a.shape != x.shape:
        raise ValueError("shape")
    with np.errstate(all="ignore"):
        error = np.where(a == n, 0.0, np.abs(a - n) / np.maximum(np.maximum(np.abs(a), np.abs(n)), 1.0))
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
