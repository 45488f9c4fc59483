"""How often training finds XOR, by number of hidden neurons and activation: the experiment below q7 of a5, over many starts.

Run `python tests/calibration/a5_xor_success.py [starts]` (default 300; about a minute). No check asks for a success rate:
the table stands behind the sentences of the notebook and the guide, and tests/course_a5 holds its broad statements. The
right-most columns are the 95 % Wilson interval.
"""

import sys
from pathlib import Path

import numpy as np

from autograder.course import load

reference = load(Path(__file__).resolve().parents[2], "a5").reference
CORNERS, LABELS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]), np.array([0.0, 1.0, 1.0, 0.0])


def wilson(k, n):
    """The 95 % interval of Wilson (1927) for k successes in n runs."""
    s = 1.96**2 / n
    middle, reach = (k / n + s / 2) / (1 + s), np.sqrt(k / n * (1 - k / n) * s + s**2 / 4) / (1 + s)
    return middle - reach, middle + reach


def successes(width, kind, starts, steps=2000, lr=1.0):
    """How many of the starts end with all four corners right, trained side by side by gradient descent."""
    made = [reference.init([2, width, 1], "xavier", np.random.default_rng([5, seed])) for seed in range(starts)]
    P = {key: np.stack([one[key] for one in made]) for key in made[0]}
    for _ in range(steps):
        H = reference.act_forward(CORNERS @ P["W1"] + P["b1"][:, None], kind)
        dZ = (reference.sigmoid(H @ P["W2"] + P["b2"][:, None]) - LABELS[:, None]) / 4
        dZ1 = dZ @ P["W2"].swapaxes(1, 2) * reference.act_slope(H, kind)
        P["W2"], P["b2"] = P["W2"] - lr * H.swapaxes(1, 2) @ dZ, P["b2"] - lr * dZ.sum(axis=1)
        P["W1"], P["b1"] = P["W1"] - lr * CORNERS.T @ dZ1, P["b1"] - lr * dZ1.sum(axis=1)
    H = reference.act_forward(CORNERS @ P["W1"] + P["b1"][:, None], kind)
    z = (H @ P["W2"] + P["b2"][:, None])[..., 0]
    return int(np.sum(np.all((z > 0) == (LABELS == 1), axis=1)))


if __name__ == "__main__":
    starts = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    print(f"{'kind':>8} {'width':>5} {'rate':>6}  interval      ({starts} starts)")
    for kind in ("sigmoid", "tanh", "relu"):
        for width in (1, 2, 3, 4, 8):
            k = successes(width, kind, starts)
            low, high = wilson(k, starts)
            print(f"{kind:>8} {width:>5} {k / starts:>6.3f}  {low:.3f} - {high:.3f}")
