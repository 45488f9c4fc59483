"""Accuracy on XOR of trained networks with and without biases, over 30 starts: what the 75 % theorem of a5 looks like in runs.

Run `python tests/calibration/a5_ceiling.py` (some minutes). The cloud is the article's 300 points and their mirror images.
The last two rows are the objection of q16: twelve points, all of which a network without biases gets right. No check asks
for an accuracy; the guide quotes this table.
"""

from pathlib import Path

import numpy as np

from autograder.course import load

reference = load(Path(__file__).resolve().parents[2], "a5").reference
X, Y = reference.xor_cloud()
BOTH, TWICE = np.vstack([X, -X]), np.concatenate([Y, Y])
STARTS = 30


def trained(kind, biases, seed, A, b, epochs, batch):
    """Fifty hidden neurons, Adam with lr 0.03."""
    rng = np.random.default_rng(seed)
    start = reference.init([2, 50, 1], "xavier", rng)
    start = start if biases else {"W1": start["W1"], "W2": start["W2"]}
    return reference.train(start, A, b, epochs, batch, 0.03, rng, kind, "adam")[0]


def accuracy(params, kind, A, b):
    """The share of rows of A that are classified right."""
    return float(reference.accuracy(reference.network(params, A, kind), b))


def row(name, values):
    """One line of the table."""
    values = np.sort(values)
    print(f"{name:<34} {values[0]:.3f}  {np.median(values):.3f}  {values[-1]:.3f}")


if __name__ == "__main__":
    print(f"{'':<34} min    median max    ({STARTS} starts)")
    for kind, biases in (("sigmoid", False), ("sigmoid", True), ("tanh", False), ("relu", False)):
        runs = [accuracy(trained(kind, biases, seed, BOTH, TWICE, 100, 20), kind, BOTH, TWICE) for seed in range(STARTS)]
        row(f"{kind}, {'biases' if biases else 'no biases'}, mirrored cloud", runs)
    few = [trained("sigmoid", False, seed, X[:12], Y[:12], 500, 12) for seed in range(STARTS)]
    row("sigmoid, no biases, 12 points", [accuracy(params, "sigmoid", X[:12], Y[:12]) for params in few])
    row("  the same on the mirrored cloud", [accuracy(params, "sigmoid", BOTH, TWICE) for params in few])
