"""Exact medians and shares of the chi distribution, and standard errors of their estimates: the numbers in a8's q9 checks.

    python tests/calibration/a8_typicality.py

The share within r is the regularised incomplete gamma function P(d / 2, r^2 / 2), summed as a series. The standard error
of a median is 1 / (2 f(m) sqrt(n)), of a share sqrt(p (1 - p) / n). The last columns repeat the experiment with four
right implementations and 200 seeds each, and print the largest deviation in standard errors; the checks allow 5.5.
"""

from math import exp, lgamma, log, sqrt

import numpy as np

from autograder.course import find_root, load


def chi_cdf(d, r):
    """P(length <= r) in d dimensions."""
    a, x = d / 2, r * r / 2
    if x == 0:
        return 0.0
    term = total = exp(a * log(x) - x - lgamma(a + 1))
    for n in range(1, 4000):
        term *= x / (a + n)
        total += term
    return total


def chi_density(d, r):
    """Density of the length at r."""
    return exp((1 - d / 2) * log(2) + (d - 1) * log(r) - r * r / 2 - lgamma(d / 2))


def chi_median(d):
    """The length that half of the points do not reach, by bisection."""
    low, high = 0.0, sqrt(d) + 2
    for _ in range(80):
        middle = (low + high) / 2
        low, high = (middle, high) if chi_cdf(d, middle) < 0.5 else (low, middle)
    return low


if __name__ == "__main__":
    a8 = load(find_root(), "a8")
    right = [a8.reference.typicality, *(v.implementation for v in a8.variants if v.function == "typicality")]
    print(f"{'d':>5} {'points':>7} {'median':>9} {'error':>8} {'share':>9} {'error':>8} {'worst median':>13} {'worst share':>12}")
    for d, n in ((1, 4000), (2, 10000), (3, 4000), (10, 4000), (100, 1000), (400, 1000)):
        median, share = chi_median(d), chi_cdf(d, sqrt(d) / 2)
        errors = 1 / (2 * chi_density(d, median) * sqrt(n)), sqrt(share * (1 - share) / n)
        worst = np.zeros(2)
        for f in right[:1] if d > 10 else right:
            for seed in range(40 if d > 10 or f.__name__ == "point_by_point" else 200):
                got = f(d, n, np.random.default_rng([seed, d]))
                off = abs(got[0] - median) / errors[0], abs(got[1] - share) / errors[1] if errors[1] > 1e-8 else float(got[1] > 0)
                worst = np.maximum(worst, off)
        print(f"{d:5d} {n:7d} {median:9.5f} {errors[0]:8.5f} {share:9.5f} {errors[1]:8.5f} {worst[0]:13.2f} {worst[1]:12.2f}")
