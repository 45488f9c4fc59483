"""What probes and instruments find, over 40 seeds: the thresholds of q14, and how surely q12's pixel can be found.

    python tests/calibration/a8_probes.py
"""

import numpy as np

from autograder.course import find_root, load

SEEDS = 40


def spread(values):
    """Smallest, median and largest."""
    return f"min {np.min(values):.4f}  median {np.median(values):.4f}  max {np.max(values):.4f}"


if __name__ == "__main__":
    r = load(find_root(), "a8").reference
    xor = [(np.array([[1.0, -1.0, 1.0, -1.0], [1.0, -1.0, -1.0, 1.0]]), np.zeros(4), "relu"), (np.ones((4, 1)), np.zeros(1), "linear")]
    curves = []
    for seed in range(SEEDS):
        X = np.random.default_rng([3, seed]).normal(size=(1000, 2))
        y = ((X[:, 0] > 0) == (X[:, 1] > 0)).astype(int)
        curves.append(r.separability_curve(xor, X[:600], y[:600], X[600:], y[600:], 0.1))
    print("exclusive or, probe on the inputs    ", spread(np.array(curves)[:, 0]))
    print("exclusive or, probe behind the layer ", spread(np.array(curves)[:, 1]))

    net = r.load_net("shapes")
    curves = []
    for seed in range(SEEDS):
        X, y = r.shapes(2000, np.random.default_rng([4, seed]))
        curves.append(r.separability_curve(net, X[:1000], y[:1000], X[1000:], y[1000:], 0.1))
    for l, name in enumerate(("input", "layer 1", "layer 2", "outputs")):
        print(f"shapes, probe on {name:8}            ", spread(np.array(curves)[:, l]))

    row, column, c = r.spurious_pixel()
    pixel, params, (X, y) = 8 * row + column, r.load_net("lab"), r.lab_images()
    hits, margins = 0, []
    for seed in range(SEEDS):
        lost = r.permutation_importance(params, X, y, 1, np.random.default_rng([5, seed]))
        hits += int(np.argmax(lost) == pixel)
        margins.append(lost[pixel] - np.max(np.delete(lost, pixel)))
    print(f"one shuffle per pixel points to the answer in {hits} of {SEEDS} seeds; lead over the next", spread(margins))
    slopes = r.saliency(params, X, c).mean(axis=0)
    print(f"mean saliency {slopes[pixel]:.2f}, next {np.max(np.delete(slopes, pixel)):.2f}")
    painted = r.occlusion(params, X[y == c], c, 1, 0.0).mean(axis=0).ravel()
    print(f"mean occlusion {painted[pixel]:.2f}, next {np.max(np.delete(painted, pixel)):.2f}")
