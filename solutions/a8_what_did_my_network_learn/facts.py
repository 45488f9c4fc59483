"""Numbers that right answers to q15 and q16 quote."""

import numpy as np

from autograder.written import facts, printed

from . import reference
from .make_data import MARK, RING

STATEMENTS = printed(
    "q15",
    "constant image, as printed: 8.0", "constant image, mended: 0.0",
    "modes of layer 1: 1", "of layer 2, fewest: 3 ± 2", "of layer 2, most: 25 ± 2", "of an output, fewest: 12 ± 2", "of an output, most: 19 ± 2",
    "median length, d = 2: 1.171 ± 0.02", "d = 10: 3.072 ± 0.02", "d = 100: 9.959 ± 0.03", "d = 1000: 31.622 ± 0.03",
    "share in the inner half, d = 2: 0.2225 ± 0.01", "d = 10: 0.0103 ± 0.004", "d = 100: 0.0000", "root of d, d = 1000: 31.623",
)  # fmt: skip


@facts("q15", "weight sum as printed: 8", "mended: 0", "before the step: 1", "behind it: -1")
def filters():
    """conv2d with [0 1 0; 1 4 1; 0 1 0] and with -4 in the middle, on ones and across a step"""
    printed_, mended = (np.array([[0, 1, 0], [1, middle, 1], [0, 1, 0]], dtype=float) for middle in (4, -4))
    ones, step = np.ones((3, 3)), np.repeat([[0.0, 0.0, 1.0, 1.0]], 3, axis=0)
    across = reference.conv2d(step, mended)[0]
    return [reference.conv2d(ones, printed_)[0, 0], reference.conv2d(ones, mended)[0, 0], *across]


@facts("q15", "on the ball: 1.000", "in the box, least: 0.76 ± 0.01", "in the box, most of the six shown: 0.864", "in the box, most of all 12: 0.900")
def cosines():
    """cosine between a filter of layer 1 and the image that maximises it: the filter itself, or its signs"""
    W = reference.load_net("shapes")[0][0]
    norms = np.linalg.norm(W, axis=0)
    signs = np.sum(np.abs(W), axis=0) / (norms * np.sqrt(len(W)))
    return [np.mean(np.sum(W * W, axis=0) / norms**2), signs.min(), signs[:6].max(), signs.max()]


LABORATORY = printed(
    "q16",
    "right on its own images: 0.990", "right on new images: 0.900 ± 0.01", "new rings found: 0.615 ± 0.02", "other shapes taken for rings with the pixel: 0.271 ± 0.02",
    "taken before: 0.000", "the same for our network: 0.020 ± 0.01", "importance of a feature alone: 0.492 ± 0.02", "of twins: 0.243 ± 0.02", "of twins, the other: 0.251 ± 0.02",
)  # fmt: skip


@facts(
    "q16",
    "importance of the pixel: 0.173 ± 0.012", "of the next: 0.043 ± 0.008", "of three stamps, each: 0.005 ± 0.006",
    "mean saliency of the pixel: 3.30", "of the next: 1.14", "bright in rings: 0.97", "own rings still found with it black: 0.404 ± 0.01",
)  # fmt: skip
def instruments():
    """permutation_importance, saliency and interference on the laboratory's images"""
    net, (X, y) = reference.load_net("lab"), reference.lab_images()
    pixel = 8 * MARK[0] + MARK[1]
    importance = reference.permutation_importance(net, X, y, 5, np.random.default_rng(0))
    pull = reference.saliency(net, X, RING).mean(axis=0)
    rings = X[y == RING].copy()
    bright = np.mean(rings[:, pixel] > 0.5)
    rings[:, pixel] = 0.0
    found = np.mean(np.argmax(reference.mlp_forward(net, rings)[0], axis=1) == RING)
    stamps = np.mean([importance[8 * i + j] for i, j in ((1, 5), (0, 2), (3, 7))])
    others = np.delete(importance, pixel)
    return [importance[pixel], others.max(), stamps, pull[pixel], np.sort(np.delete(pull, pixel))[-1], bright, found]
