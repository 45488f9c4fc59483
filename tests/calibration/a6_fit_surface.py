"""Where the bars of a6's fit_surface come from: errors of right and wrong ways to train, over many seeds.

    python tests/calibration/a6_fit_surface.py [seeds]

Errors are told as shares of what the best plane leaves, as in the checks. For every case of the checks and every way
to train: the median, the worst of all seeds, how often the bar is missed, and the probability to miss it if above
the median the logarithm of the error were normal (below it the tail is long, which does no harm). `wrong` ways have to
miss, all others must not. The last columns: the largest relative difference between the claimed error (1000 fresh
points) and the error on the checks' grid, and how many standard deviations away the tolerance of 0.3 is.
"""

from __future__ import annotations

import sys
import time
from math import erfc, sqrt
from pathlib import Path

import numpy as np

from autograder.course import load

REFERENCE = load(Path(__file__).resolve().parents[2], "a6").reference
evaluate, gradients, adam_step = REFERENCE.evaluate, REFERENCE.gradients, REFERENCE.adam_step
start_net, best_outer, rmse = REFERENCE.start_net, REFERENCE.best_outer, REFERENCE.rmse

BAR = {"tanh": 1 / 3, "relu": 0.4}
CASES = {
    "bowl": (REFERENCE.bowl, 6, "tanh"),
    "bowl relu": (REFERENCE.bowl, 6, "relu"),
    "high": (lambda X: 30 + 5 * X[:, 0] * X[:, 1], 6, "tanh"),
    "saddle": (lambda X: X[:, 0] ** 2 - X[:, 1] ** 2, 6, "tanh"),
    "slope": (lambda X: X[:, 0] ** 2 + 3 * X[:, 1], 6, "tanh"),
    "wave": (lambda X: np.sin(2 * X[:, 0]) + X[:, 1] ** 2 - 12, 8, "tanh"),
    "crease": (lambda X: 3 * np.abs(X[:, 0] - 0.5) + X[:, 1] ** 2 + X[:, 0] * X[:, 1], 10, "relu"),
}
LINE = (np.arange(41) + 0.5) / 20.5 - 1
GRID = np.array([(a, b) for a in LINE for b in LINE])


def plane_error(f):
    """What the best plane leaves, on the grid."""
    A = np.column_stack([GRID, np.ones(len(GRID))])
    return rmse(A @ np.linalg.lstsq(A, f(GRID), rcond=None)[0], f(GRID))


def data(f, rng, N=1000):
    """Points and heights."""
    X = rng.uniform(-1, 1, size=(N, 2))
    return X, f(X)


def adam(net, X, y, steps, lr, frozen=()):
    """Plain training."""
    state = {}
    for _ in range(steps):
        grads = {key: g for key, g in gradients(net, X, y).items() if key not in frozen}
        net, state = adam_step(net, grads, state, lr)
    return net


def best(nets, X, y):
    """The net that fits its training data best."""
    return min(nets, key=lambda net: rmse(evaluate(net, X), y))


def one_start(f, width, act, rng):
    """right: Outer weights first, then Adam, without a second start."""
    X, y = data(f, rng)
    return adam(best_outer(start_net(width, act, rng), X, y), X, y, 500, 0.03)


def three_starts(f, width, act, rng):
    """right: Outer weights first, then Adam, best of three."""
    X, y = data(f, rng)
    return best([adam(best_outer(start_net(width, act, rng), X, y), X, y, 400, 0.03) for _ in range(3)], X, y)


def centred(f, width, act, rng):
    """right: Adam on heights of mean 0 and spread 1, best of four; no regression."""
    X, y = data(f, rng)
    mean, spread = y.mean(), y.std()
    net = best([adam(start_net(width, act, rng), X, (y - mean) / spread, 500, 0.03) for _ in range(4)], X, (y - mean) / spread)
    return {**net, "w2": spread * net["w2"], "b2": spread * net["b2"] + mean}


def random_features(f, width, act, rng):
    """right: Only the outer weights are fitted; the best of 300 random hidden layers."""
    X, y = data(f, rng)
    return best([best_outer(start_net(width, act, rng), X, y) for _ in range(300)], X, y)


def plain(f, width, act, rng):
    """doubtful: Adam from a random start on the heights as they are, best of three."""
    X, y = data(f, rng)
    return best([adam(start_net(width, act, rng), X, y, 500, 0.03) for _ in range(3)], X, y)


def untrained(f, width, act, rng):
    """wrong: A random net."""
    return start_net(width, act, rng)


def one_random_layer(f, width, act, rng):
    """wrong: Outer weights of one random hidden layer, and no training."""
    X, y = data(f, rng)
    return best_outer(start_net(width, act, rng), X, y)


def no_hidden_biases(f, width, act, rng):
    """wrong: b1 stays 0."""
    X, y = data(f, rng)
    nets = []
    for _ in range(3):
        net = best_outer({**start_net(width, act, rng), "b1": np.zeros(width)}, X, y)
        nets.append(best_outer(adam(net, X, y, 200, 0.03, frozen=("b1",)), X, y))
    return best(nets, X, y)


def one_quarter(f, width, act, rng):
    """wrong: All training points lie where both coordinates are positive."""
    X = rng.random(size=(1000, 2))
    y = f(X)
    return best([adam(best_outer(start_net(width, act, rng), X, y), X, y, 200, 0.03) for _ in range(3)], X, y)


def a_plane(f, width, act, rng):
    """wrong: The hidden neurons work in their straight part: a linear fit."""
    X, y = data(f, rng)
    if act == "tanh":
        return best_outer({"W1": 1e-3 * rng.normal(size=(2, width)), "b1": np.zeros(width), "w2": None, "b2": 0.0, "act": act}, X, y)
    return best_outer({"W1": rng.normal(size=(2, width)), "b1": np.full(width, 9.0), "w2": None, "b2": 0.0, "act": act}, X, y)


def reference(f, width, act, rng):
    """right: The reference."""
    return REFERENCE.fit_surface(f, width, act, rng)


WAYS = (reference, three_starts, centred, random_features, one_start, plain, untrained, one_random_layer, no_hidden_biases, one_quarter, a_plane)


def main(seeds):
    print(f"{'way':<17} {'case':<10} {'median':>7} {'worst':>7} {'best':>7} {'bar':>5} {'missed':>9} {'upper tail':>12} {'ms':>5}  claim off by")
    for way in WAYS:
        for number, (name, (f, width, act)) in enumerate(CASES.items()):
            began, shares, claims = time.process_time(), [], []
            for seed in range(seeds):
                net = way(f, width, act, np.random.default_rng([seed, number]))
                if isinstance(net, tuple):
                    net, claimed = net
                    claims.append(abs(claimed / rmse(evaluate(net, GRID), f(GRID)) - 1))
                shares.append(rmse(evaluate(net, GRID), f(GRID)) / plane_error(f))
            spent = 1000 * (time.process_time() - began) / seeds
            logs, bar = np.log(shares), BAR[act]
            middle = np.median(logs)
            spread = np.sqrt(np.mean((logs[logs >= middle] - middle) ** 2)) + 1e-12
            tail = erfc((np.log(bar) - middle) / (spread * sqrt(2))) / 2
            missed = f"{sum(share > bar for share in shares)}/{seeds}"
            off = f"{max(claims):.2f}   {0.3 / np.sqrt(np.mean(np.square(claims))):.1f}" if claims else ""
            print(f"{way.__name__:<17} {name:<10} {np.median(shares):7.3f} {max(shares):7.3f} {min(shares):7.3f} {bar:5.2f} {missed:>9} {tail:12.1e} {spent:5.0f}  {off}", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
