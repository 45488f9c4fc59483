"""Numbers that right answers to q14 and q15 quote. Counts of a learner's own nets are printed by their cells."""

import numpy as np

from autograder.written import facts, printed

from . import reference


@facts("q14", "8 neurons: 37", "26 neurons: 352", "9 neurons: 46", "6 neurons: 22", "4 neurons: 11", "12 neurons: 79", "16 neurons: 137", "21 neurons: 232")
def shallow():
    """max_regions(2, n): the exact maximum of one layer"""
    return [reference.max_regions(2, n) for n in (8, 26, 9, 6, 4, 12, 16, 21)]


@facts("q14", "[4, 4]: 44", "[8, 8]: 592", "[3, 3]: 7", "[7, 7]: 261", "[4, 4, 4]: 176", "[4, 4, 4, 4]: 704")
def deep():
    """montufar_bound(2, widths): some net has as many, so it is a lower bound on the maximum"""
    return [reference.montufar_bound(2, widths) for widths in ([4, 4], [8, 8], [3, 3], [7, 7], [4, 4, 4], [4, 4, 4, 4])]


@facts("q14", "[8, 8]: 105", "[26]: 105", "[4, 4]: 37", "[9]: 37")
def parameters():
    """weights and biases of a net with two inputs and one output"""
    nets = [reference.random_net([2, *widths, 1], np.random.default_rng(0)) for widths in ([8, 8], [26], [4, 4], [9])]
    return [sum(np.size(part) for layer in net for part in layer) for net in nets]


RANDOM = printed(
    "q14",
    "median of [26]: 343.0 ± 3", "smallest of [26]: 326 ± 13", "largest of [26]: 348 ± 3",
    "median of [8, 8]: 128.5 ± 8", "smallest of [8, 8]: 89 ± 15", "largest of [8, 8]: 185 ± 15", "most regions of a random net [4, 4]: 52",
)  # fmt: skip
TRAINED = printed("q15", "[26] before training: 52", "[26] after it: 249 ± 5", "[8, 8] before training: 26", "[8, 8] after it: 52 ± 3", "error of [26]: 0.195 ± 0.01", "error of [8, 8]: 0.317 ± 0.01")


@facts("q15", "fold_net(8): 256", "fold_net(10): 1024", "2 n for 26 lines through the origin: 52", "some net [8, 8]: 592")
def folds():
    """count_regions_1d(fold_net(L), 0, 1); 2 · 26; montufar_bound(2, [8, 8])"""
    lines = np.random.default_rng(0).normal(size=(2, 26))
    through_origin = reference.count_regions_2d(lines, np.zeros(26))
    return [*(reference.count_regions_1d(reference.fold_net(L), 0.0, 1.0) for L in (8, 10)), through_origin, reference.montufar_bound(2, [8, 8])]
