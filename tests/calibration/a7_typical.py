"""How many regions random and trained nets have: the numbers quoted in the notebook and the guide of a7.

Run from the repository: python tests/calibration/a7_typical.py [nets], by default 60 nets of each kind.
"""

import sys
from pathlib import Path

import numpy as np

from autograder.course import load

ROOT = Path(__file__).resolve().parents[2]


def setup_names(a7) -> dict:
    """What the notebook's setup cells define: random_net, train and the folded nets."""
    names = {}
    for cell in a7.cells:
        if cell.kind == "code" and "setup" in cell.tags:
            exec(cell.source, names)
    return names


def row(counts) -> str:
    """Smallest, quartiles and largest of some counts."""
    return "  ".join(f"{value:7.1f}" for value in np.percentile(counts, [0, 25, 50, 75, 100]))


def main(nets: int) -> None:
    """Print the tables."""
    a7 = load(ROOT, "a7")
    names, right = setup_names(a7), a7.reference
    print("random nets, square -30 to 30: smallest, quartiles, largest; most that one layer can have, Montufar's bound")
    for widths in ([9], [4, 4], [26], [8, 8], [8], [16], [12], [4, 4, 4]):
        made = [names["random_net"]([2, *widths, 1], np.random.default_rng(s)) for s in range(nets)]
        counts = [right.count_regions_deep_2d(net, -30.0, 30.0) for net in made]
        bound = right.max_regions(2, widths[0]) if len(widths) == 1 else right.montufar_bound(2, widths)
        print(f"{widths!s:>12} {names['parameters'](made[0]):>4} parameters  {row(counts)}   {'max' if len(widths) == 1 else 'bound'} {bound}")
    print("random nets with one input, -3 to 3")
    for width in (2, 8):
        for L in (1, 2, 3, 4, 6, 8):
            made = [names["random_net"]([1] + [width] * L + [1], np.random.default_rng(s)) for s in range(nets)]
            print(f"{L} layers of {width}  {row([right.count_regions_1d(net, -3.0, 3.0) for net in made])}")
    print("training on x1^2 + x2^2 + 3 from biases 0, square -2 to 2: before, after, factor")
    for widths in ([26], [8, 8]):
        before, after = [], []
        for s in range(nets // 4):
            X = np.random.default_rng(s).uniform(-2, 2, size=(400, 2))
            start = names["random_net"]([2, *widths, 1], np.random.default_rng(s), bias=0.0)
            end, _ = names["train"](start, X, np.sum(X**2, axis=1, keepdims=True) + 3, 1500)
            before.append(right.count_regions_deep_2d(start, -2.0, 2.0))
            after.append(right.count_regions_deep_2d(end, -2.0, 2.0))
        print(f"{widths!s:>8} before {row(before)}   after {row(after)}   factor {row(np.divide(after, before))}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 60)
