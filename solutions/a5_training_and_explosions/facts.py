"""Numbers that right answers to q16 and q17 quote."""

import inspect

import numpy as np

from autograder.written import facts, printed

from . import reference

ACCURACIES = printed(
    "q16",
    "hidden biases: 1.000 ± 0.013", "ReLU: 0.988 ± 0.012", "50 sigmoids without biases: 0.527 ± 0.1", "three sigmoids by hand: 0.738", "bound: 0.75",
)  # fmt: skip


@facts("q16", "on the 12 points: 1.00", "on both: 0.69 ± 0.03")
def by_heart():
    """50 sigmoids without biases, 500 epochs of Adam on 12 points, lr 0.03"""
    X, y = reference.xor_cloud()
    draw = np.random.default_rng(0)
    start = reference.init([2, 50, 1], "xavier", draw)
    params, _ = reference.train({name: start[name] for name in ("W1", "W2")}, X[:12], y[:12], 500, 12, 0.03, draw, "sigmoid", "adam")
    both, twice = np.vstack([X, -X]), np.concatenate([y, y])
    return [reference.accuracy(reference.network(params, points, "sigmoid"), labels) for points, labels in ((X[:12], y[:12]), (both, twice))]


EXPLOSIONS = printed(
    "q17",
    "reg = 0.01: 1151", "reg = 0.1: 120", "reg = 1: 15", "reg = 0.3: 43", "reg = 0.03: 388", "reg = 0.003: 3825", "reg = 0.001: 11529", "lr / 10: 11451",
    "3 neurons: 15384", "5 neurons: 9394", "10 neurons: 5001", "20 neurons: 2667", "100 neurons: 602",
    "bound without biases: 0.75", "hidden biases: 1.000 ± 0.013",
)  # fmt: skip


@facts("q17", "steps it can take: 20000", "reg = 0.1: 120", "right gradients: -1")
def again():
    """explosion_report(reg, 0.003, fixed)"""
    most = inspect.signature(reference.explosion_report).parameters["steps"].default
    return [most, reference.explosion_report(0.1, 0.003, False), reference.explosion_report(0.01, 0.003, True, steps=3000)]


@facts("q17", "clip at 10, sum of squares at the end: 456428 ± 5")
def clipped():
    """the published run of 23020 steps with both gradients clipped to norm 10"""
    X, Y, W1, W2 = reference.published_setup(50)
    for _ in range(23_020):
        dW1, dW2 = reference.published_gradients(X, Y, W1, W2, 0.01)
        grads = reference.clip_by_norm({"W1": dW1, "W2": dW2}, 10.0)
        W1, W2 = W1 - 0.003 * grads["W1"], W2 - 0.003 * grads["W2"]
    return [np.sum(W1**2) + np.sum(W2**2)]
