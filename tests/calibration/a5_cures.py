"""The seven cures of q13 of a5, run for 23 020 steps: first bad step, sum of squared weights at the end, and the margins.

Run `python tests/calibration/a5_cures.py` (about a minute). There is nothing random in these runs, so instead of seeds the
first weights are moved by 1e-9 of their size, 30 times, and the table shows over which steps the first bad one spreads. The
verdicts that `cures` is graded by are those of the last column.
"""

from pathlib import Path

import numpy as np

from autograder.course import load

reference = load(Path(__file__).resolve().parents[2], "a5").reference
LAST = 23020
PUBLISHED, RIGHT = reference.published_gradients, reference.fixed_gradients
CURES = {
    "as published": {},
    "lr / 10": {"lr": 0.0003},
    "lr halved every 1000 steps": {"halving": 1000},
    "penalty x 10": {"reg": 0.1},
    "penalty / 10": {"reg": 0.001},
    "3 neurons": {"hidden": 3},
    "clip at 10": {"clip": 10.0},
    "right gradients": {"gradients": RIGHT},
}


def run(reg=0.01, lr=0.003, hidden=50, gradients=PUBLISHED, clip=None, halving=None, steps=LAST, nudge=None):
    """(first bad step or -1, sum of squares at the start, at the end)."""
    X, Y, W1, W2 = reference.published_setup(hidden)
    if nudge is not None:
        W1, W2 = (W * (1 + 1e-9 * nudge.normal(size=W.shape)) for W in (W1, W2))
    start = np.sum(W1**2) + np.sum(W2**2)
    with np.errstate(all="ignore"):
        for t in range(1, steps + 1):
            dW1, dW2 = gradients(X, Y, W1, W2, reg)
            if clip:
                clipped = reference.clip_by_norm({"W1": dW1, "W2": dW2}, clip)
                dW1, dW2 = clipped["W1"], clipped["W2"]
            rate = reference.lr_schedule("halving", lr, t - 1, halving) if halving else lr
            W1, W2 = W1 - rate * dW1, W2 - rate * dW2
            if not reference.published_loss(X, Y, W1, W2, reg) <= 1000:
                return t, start, np.sum(W1**2) + np.sum(W2**2)
    return -1, start, np.sum(W1**2) + np.sum(W2**2)


def verdict(step, start, end, published=1151):
    """The verdict by the table of q13."""
    if step > 0:
        return "worsens" if step < published else "delays"
    return "hides" if end > 10 * start else "cures"


if __name__ == "__main__":
    print(f"{'cure':<28} {'step':>6} {'start':>6} {'end':>12}  spread over 30 nudges  verdict")
    for name, change in CURES.items():
        step, start, end = run(**change)
        short = [run(**change, nudge=np.random.default_rng(seed))[0] for seed in range(30)] if 0 < step < 2000 else []
        spread = f"{min(short)} to {max(short)}" if short else "not run"
        print(f"{name:<28} {step:>6} {start:>6.1f} {end:>12.1f}  {spread:<21}  {verdict(step, start, end) if change else ''}")
