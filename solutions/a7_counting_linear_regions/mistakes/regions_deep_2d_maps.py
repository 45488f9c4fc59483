"""Wrong implementations of regions_deep_2d that learners write: the map of each part."""

import numpy as np

from autograder.checking import mistake

from ..reference import split_polygon
from .where import DEEP


@mistake(
    "regions_deep_2d",
    hints=(
        "A neuron is off in a part. What is left of its bias there?",
        "A neuron that is off is 0: its column of A and its entry of c.",
        DEEP,
    ),
)
def keeps_c_of_dead_neurons(net, low, high):
    """Only A loses the neurons that are off; their offsets stay in c."""
    square = np.array([[low, low], [high, low], [high, high], [low, high]], dtype=float)
    regions = [(square, np.eye(2), np.zeros(2))]
    for W, b in net[:-1]:
        finer = []
        for P, A, c in regions:
            A, c = A @ W, c @ W + b
            parts = [P]
            for j in range(len(b)):
                parts = [half for part in parts for half in split_polygon(part, A[:, j], c[j]) if half is not None]
            for part in parts:
                on = part.mean(axis=0) @ A + c > 0
                finer.append((part, A * on, c))
        regions = finer
    return [P for P, _, _ in regions]


@mistake(
    "regions_deep_2d",
    hints=(
        "What do the weights of the second layer do to the biases of the first?",
        "The offset goes through the weights: c becomes c W + b.",
        DEEP,
    ),
)
def offset_not_through_the_weights(net, low, high):
    """c is replaced by b in every layer instead of going through W."""
    square = np.array([[low, low], [high, low], [high, high], [low, high]], dtype=float)
    regions = [(square, np.eye(2))]
    for W, b in net[:-1]:
        finer = []
        for P, A in regions:
            A = A @ W
            parts = [P]
            for j in range(len(b)):
                parts = [half for part in parts for half in split_polygon(part, A[:, j], b[j]) if half is not None]
            finer += [(part, A * (part.mean(axis=0) @ A + b > 0)) for part in parts]
        regions = finer
    return [P for P, _ in regions]


@mistake(
    "regions_deep_2d",
    hints=(
        "Do all your lines pass through one point?",
        "The next layer is A W and c W + b.",
        DEEP,
    ),
)
def biases_left_out_in_the_square(net, low, high):
    """The biases are left out."""
    square = np.array([[low, low], [high, low], [high, high], [low, high]], dtype=float)
    regions = [(square, np.eye(2), np.zeros(2))]
    for W, b in net[:-1]:
        finer = []
        for P, A, c in regions:
            A, c = A @ W, c @ W
            parts = [P]
            for j in range(len(b)):
                parts = [half for part in parts for half in split_polygon(part, A[:, j], c[j]) if half is not None]
            for part in parts:
                on = part.mean(axis=0) @ A + c > 0
                finer.append((part, A * on, c * on))
        regions = finer
    return [P for P, _, _ in regions]


@mistake(
    "regions_deep_2d",
    hints=(
        "What does a neuron that is off hand on?",
        "Columns of A and entries of c become 0 together.",
        DEEP,
    ),
)
def keeps_A_of_dead_neurons(net, low, high):
    """Only c loses the neurons that are off; their columns stay in A."""
    square = np.array([[low, low], [high, low], [high, high], [low, high]], dtype=float)
    regions = [(square, np.eye(2), np.zeros(2))]
    for W, b in net[:-1]:
        finer = []
        for P, A, c in regions:
            A, c = A @ W, c @ W + b
            parts = [P]
            for j in range(len(b)):
                parts = [half for part in parts for half in split_polygon(part, A[:, j], c[j]) if half is not None]
            for part in parts:
                on = part.mean(axis=0) @ A + c > 0
                finer.append((part, A, c * on))
        regions = finer
    return [P for P, _, _ in regions]


@mistake(
    "regions_deep_2d",
    hints=(
        "How many different arrays A do the parts of one region have in your code?",
        "Each part needs a map of its own: A * on makes a new array, A[:, off] = 0 changes the one that all share.",
        DEEP,
    ),
)
def parts_share_one_map(net, low, high):
    """The map of a region is masked in place, and all its parts share it, so that a neuron that is off in one is off in all."""
    square = np.array([[low, low], [high, low], [high, high], [low, high]], dtype=float)
    regions = [(square, np.eye(2), np.zeros(2))]
    for W, b in net[:-1]:
        finer = []
        for P, A, c in regions:
            A, c = A @ W, c @ W + b
            parts = [P]
            for j in range(len(b)):
                parts = [half for part in parts for half in split_polygon(part, A[:, j], c[j]) if half is not None]
            for part in parts:
                off = part.mean(axis=0) @ A + c <= 0
                A[:, off] = 0.0
                c[off] = 0.0
                finer.append((part, A, c))
        regions = finer
    return [P for P, _, _ in regions]
