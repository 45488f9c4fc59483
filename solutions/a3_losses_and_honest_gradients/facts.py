"""Numbers that right answers to q10 quote."""

import numpy as np

from autograder.written import facts, printed

from . import reference

U_CURVE = printed(
    "q10",
    "error of the central difference at 1e-12: 8.6e-06 ± 4e-06",
    "at 1e-5: 1.8e-12 ± 2e-12",
    "at 1e-4: 5.9e-11",
    "at 1e-8: 9.5e-10 ± 2e-09",
    "one-sided at 1e-8: 6.5e-09 ± 6e-09",
)
ODDS = printed(
    "q10",
    "odds ratio: 9.000", "in half boxes: 3.000", "with lam = 10: 1.474",
    "weight: 2.197225", "weight in half boxes: 1.098612", "weight with lam = 10: 0.387824", "bias: -1.098612",
)  # fmt: skip


@facts("q10", "buses among big boxes: 0.75", "among the others: 0.25")
def shares():
    """fit_logistic on the table of q9"""
    X, y = np.repeat([[1.0], [1.0], [0.0], [0.0]], [15, 5, 5, 15], axis=0), np.repeat([1, 0, 1, 0], [15, 5, 5, 15])
    w, b = reference.fit_logistic(X, y, 0.0, 2000, 0.5)
    return [1 / (1 + np.exp(-(w[0] + b))), 1 / (1 + np.exp(-b))]


@facts("q10", "rounding grows by: 5e8 ± 5e7", "the best step by: 800 ± 30", "to about: 0.01 ± 0.008")
def in_float32():
    """float32 has 24 bits in place of 53; the best step grows by the cube root of that"""
    coarser = 2.0 ** (53 - 24)
    return [coarser, coarser ** (1 / 3), 1e-5 * coarser ** (1 / 3)]


@facts("q10", "at 2: 7e-12 ± 7e-12", "at -2: 1")
def where_it_is_wrong():
    """max_rel of gradcheck for max(x, 0)² with the claim 2x, at 2 and at -2"""
    return [reference.gradcheck(lambda x: float(np.maximum(x, 0)[0] ** 2), lambda x: 2 * x, np.array([at]))["max_rel"] for at in (2.0, -2.0)]
