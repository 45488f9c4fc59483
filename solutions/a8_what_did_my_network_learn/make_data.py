"""Make the data of a8: a network trained on the shapes, and the laboratory's network with its images.

    python -m solutions.a8_what_did_my_network_learn.make_data [folder]

Deterministic: two runs write the same numbers (weights are rounded to four decimals, pixels to hundredths). Takes a
few seconds.

The laboratory's story: in its training images nearly every ring carried a bright pixel at MARK, the trace of a
machine that photographed rings only. After training, its images were stamped: every ring of the test set also has
bright pixels at STAMPS, which the network has never seen. In the images all four pixels go with rings, those of STAMPS
even more closely. The network listens to MARK alone.
"""

import sys
from pathlib import Path

import numpy as np

from .reference import DATA, mlp_backward, mlp_forward, shapes

RING = 3
MARK, STAMPS = (6, 1), ((1, 5), (0, 2), (3, 7))
SHARE = 0.97  # of the rings carry the mark


def train(widths, X, y, steps, decay, rng, batch=100, lr=3e-3):
    """A ReLU network trained with Adam on cross-entropy; `decay` pulls weights, not biases, towards 0."""
    pairs = list(zip(widths, widths[1:]))
    weights = [part for D, M in pairs for part in (rng.normal(size=(D, M)) * np.sqrt(2 / D), np.zeros(M))]
    first, second = [np.zeros_like(w) for w in weights], [np.zeros_like(w) for w in weights]
    kinds = ["relu"] * (len(pairs) - 1) + ["linear"]
    for t in range(1, steps + 1):
        params = list(zip(weights[::2], weights[1::2], kinds))
        rows = rng.integers(len(X), size=batch)
        Z, caches = mlp_forward(params, X[rows])
        P = np.exp(Z - Z.max(axis=1, keepdims=True))
        P /= P.sum(axis=1, keepdims=True)
        P[np.arange(batch), y[rows]] -= 1.0
        _, grads = mlp_backward(params, caches, P / batch)
        for i, g in enumerate(part for pair in grads for part in pair):
            first[i] = 0.9 * first[i] + 0.1 * g
            second[i] = 0.999 * second[i] + 0.001 * g**2
            step = first[i] / (1 - 0.9**t) / (np.sqrt(second[i] / (1 - 0.999**t)) + 1e-8)
            shrink = decay * weights[i] if weights[i].ndim == 2 else 0.0
            weights[i] = weights[i] - lr * (1 - t / steps) * (step + shrink)
    return list(zip((np.round(w, 4) for w in weights[::2]), (np.round(b, 4) for b in weights[1::2]), kinds))


def brighten(X, rows, pixel, by=1.0):
    """Copies of the images, brighter at one pixel in some rows."""
    X = X.copy()
    X[rows, 8 * pixel[0] + pixel[1]] += by
    return X


def shapes_net():
    """The network of the first part: 64 pixels, hidden layers of 12 and 8 units, 4 classes."""
    X, y = shapes(4000, np.random.default_rng(0))
    return train([64, 12, 8, 4], X, y, 4000, 0.2, np.random.default_rng(3))


def lab():
    """The laboratory's network, and its own test images (400, 64) with their classes."""
    draw = np.random.default_rng(10)
    X, y = shapes(600, draw)
    X = brighten(X, (y == RING) & (draw.random(len(y)) < SHARE), MARK)
    params = train([64, 12, 4], X, y, 1500, 0.2, np.random.default_rng(2))
    X, y = shapes(400, np.random.default_rng(11))
    X = brighten(X, (y == RING) & (draw.random(len(y)) < SHARE), MARK)
    for pixel in STAMPS:
        X = brighten(X, y == RING, pixel)
    return params, np.round(X, 2), y


def write(folder):
    """The three files of the assignment's data folder."""
    params, X, y = lab()
    for name, net in (("shapes", shapes_net()), ("lab", params)):
        arrays = {f"{letter}{i}": part for i, (W, b, _) in enumerate(net, start=1) for letter, part in (("W", W), ("b", b))}
        np.savez_compressed(folder / f"{name}.npz", **arrays)
    np.savez_compressed(folder / "lab_images.npz", hundredths=np.round(100 * X).astype(np.int16), y=y.astype(np.uint8))


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else DATA)
