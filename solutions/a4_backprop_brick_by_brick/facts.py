"""Numbers that right answers to q13 and q14 quote."""

import numpy as np

from autograder.written import facts, printed

from . import reference

BRICKS = printed(
    "q13",
    "s2, first: 0.23353037", "s2, second: 0.2478971", "h2, first: 0.37166596", "h2, second: 0.45414264",
    "dh2, first: -0.62833404", "dz2, first: -0.14673508", "dz2, second: 0.11258065",
    "dh1, first: 0.02599101", "dh1, second: 0.01515256", "dh1, third: 0.08274025",
)  # fmt: skip


@facts("q13", "sum of h2: 0.8258", "dL/dh1 as labelled, first: -0.1737", "second: -0.1424", "third: -0.0666", "-2 (y - h2), first: -1.25667")
def errata():
    """the article's sample with its first weights"""
    X, Y = reference.xor_cloud()
    W1, W2 = reference.lego_weights()
    up = reference.bricks_forward(X[0], W1, W2)
    out = reference.bricks_output(Y[0], up["h1"], up["h2"])
    return [up["h2"].sum(), *(W2 @ out["s2"]), 2 * out["dh2"][0]]


EXPERIMENT = printed(
    "q14",
    "last loss, right: 0.00174", "no average: 0.00026", "biases averaged twice: 0.00211", "b1 never moves: 0.00331",
    "hidden layer times 3: 0.00141", "sign of W1 flipped: 0.24972",
    "relative error, right: 5.8e-10 ± 3e-10", "no average, or biases averaged twice: 0.75", "hidden layer times 3: 0.67", "b1 never moves: 1.0", "sign of W1 flipped: 2.0",
)  # fmt: skip


@facts("q14", "published gradient by the right one: 50")
def audit():
    """find_defects()[0]"""
    return [reference.find_defects()[0][2]]


@facts("q14", "samples of the audit point: 50", "half of them: 25")
def samples():
    """audit_point()"""
    N = len(reference.audit_point()[0])
    return np.array([N, N / 2])
