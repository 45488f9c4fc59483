"""How much of the best value a right climb keeps when its arithmetic is disturbed: the threshold of q6's long climb.

    python tests/calibration/a8_climbs.py

40 random networks like that of the check; gradients disturbed by a relative 1e-10, far more than any order of summation
does. Printed: the smallest ratio of the best value to the reference's best value, for right and for wrong climbs.
Then the modes of q8: in how many of 40 seeds each of its networks shows the number of modes it was built for.
"""

import numpy as np

from autograder.checking import rng, shifted
from autograder.course import find_root, load

SEEDS = 40


def disturbed(reference, size):
    """activation_max whose slopes are off by a relative `size`."""
    noise = np.random.default_rng(5)

    def climb(params, c, X0, norm, limit, steps, lr):
        X = reference.project(X0, norm, limit)
        for _ in range(steps):
            S = reference.saliency(params, X, c)
            X = reference.project(X + lr * S * (1 + size * noise.normal(size=S.shape)), norm, limit)
        return X, None

    return climb


if __name__ == "__main__":
    a8 = load(find_root(), "a8")
    hidden = vars(__import__("sys").modules[a8.hidden_checks[0].function.__module__])
    climbs = {f"disturbed by {size:g}": disturbed(a8.reference, size) for size in (1e-14, 1e-10, 1e-6)}
    climbs |= {f"wrong: {m.name}": m.implementation for m in a8.mistakes if m.function == "activation_max"}
    ratios = {name: [] for name in climbs}
    for seed in range(SEEDS):
        with shifted(seed):
            draw = rng(86, 4)
            net, starts = hidden["network"](draw, 6, 10, 6, 1, kinds=("relu", "relu")), draw.normal(size=(8, 6))
        args = (net, 0, starts, "ball", 3.0, 200, 0.05)
        best = a8.reference.activation_max(*args)[1][-1].max()
        for name, climb in climbs.items():
            end = a8.reference.mlp_forward(net, climb(*args)[0])[0].max()
            ratios[name].append(1 - (best - end) / abs(best))
    for name, found in ratios.items():
        print(f"{name:34} smallest share of the best value {min(found):8.4f}, below 0.99 in {np.mean(np.array(found) < 0.99):4.0%}")
    for check in a8.checks_of("q8"):
        if "modes_of_unit" in check.parameters:
            env, passed = {name: getattr(a8.reference, name) for name in a8.functions}, 0
            for seed in range(SEEDS):
                with shifted(seed):
                    passed += check.run(env) is None
            print(f"{check.name:34} {passed} of {SEEDS} seeds")
