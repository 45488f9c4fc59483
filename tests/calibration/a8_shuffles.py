"""How far a right permutation importance strays from its exact mean, in the standard deviations the checks of q11 use.

    python tests/calibration/a8_shuffles.py

For every case of the checks, with 40 shifted seeds and every right implementation: the largest deviation in exact standard
deviations of the mean over the repeats. The checks allow 5.5. Wrong implementations are printed for comparison: in how
many of the 40 seeds at least one feature is further off than that.
"""

import numpy as np

from autograder.checking import rng, shifted
from autograder.course import find_root, load

SEEDS = 40
CASES = {"40 samples": (40, ("tanh",), 0, 60), "25 samples": (25, ("relu",), 0, 80), "14 of 36 wrong": (36, ("tanh",), 14, 60)}


def deviations(hidden, f, N, kinds, wrong, repeats):
    """The largest deviation of f in each seed, in standard deviations."""
    found = []
    for seed in range(SEEDS):
        with shifted(seed):
            params, X, y = hidden["planted"](rng(90, 1), N, kinds, wrong)
            mean, spread = hidden["exact_importance"](params, X, y)
            off = np.abs(f(params, X.copy(), y, repeats, rng(90, 2, N)) - mean)
            sure = spread < 1e-12
            found.append(max(np.max(off[~sure] / spread[~sure] * np.sqrt(repeats), initial=0.0), 1e9 * float(np.any(off[sure] > 1e-9))))
    return np.array(found)


if __name__ == "__main__":
    a8 = load(find_root(), "a8")
    hidden = vars(__import__("sys").modules[a8.hidden_checks[0].function.__module__])
    for name, case in CASES.items():
        print(name)
        for f in (a8.reference.permutation_importance, *(v.implementation for v in a8.variants if v.function == "permutation_importance")):
            print(f"  right  {f.__name__:26} worst of {SEEDS} seeds {deviations(hidden, f, *case).max():6.2f}")
        for m in a8.mistakes:
            if m.function == "permutation_importance":
                off = deviations(hidden, m.implementation, *case)
                print(f"  wrong  {m.name:26} seen in {np.mean(off > 5.5):5.0%} of seeds, median deviation {np.median(off):8.1f}")
    X = np.array([[-1.0, 5.0], [-2.0, 6.0], [1.0, 7.0], [2.0, 8.0]])
    net = [(np.array([[-1.0, 1.0], [0.0, 0.0]]), np.zeros(2), "linear")]
    mean, spread = hidden["exact_importance"](net, X, np.array([0, 0, 1, 1]))
    print(f"the text's example: mean {mean[0]:.4f}, standard deviation of one shuffle {spread[0]:.4f}, of 400 {spread[0] / 20:.4f}")
