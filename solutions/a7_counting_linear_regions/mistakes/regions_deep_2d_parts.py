"""Wrong implementations of regions_deep_2d that learners write: parts, neurons and form."""

import numpy as np

from autograder.checking import mistake

from ..reference import split_polygon
from .where import DEEP


@mistake(
    "regions_deep_2d",
    hints=(
        "On the side where a neuron is off, what does the layer above see of it?",
        "Every part goes on with its own A and c, in which neurons that are off are 0. Only that makes lines bend.",
        DEEP,
    ),
)
def cuts_without_relu(net, low, high):
    """Neurons that are off go on as if they were on, so all lines are straight."""
    square = np.array([[low, low], [high, low], [high, high], [low, high]], dtype=float)
    regions = [(square, np.eye(2), np.zeros(2))]
    for W, b in net[:-1]:
        finer = []
        for P, A, c in regions:
            A, c = A @ W, c @ W + b
            parts = [P]
            for j in range(len(b)):
                parts = [half for part in parts for half in split_polygon(part, A[:, j], c[j]) if half is not None]
            finer += [(part, A, c) for part in parts]
        regions = finer
    return [P for P, _, _ in regions]


@mistake(
    "regions_deep_2d",
    hints=(
        "What is z of a neuron at a corner that its own line has just made?",
        "At corners a neuron can be exactly 0. Ask a point inside the part.",
        DEEP,
    ),
)
def asks_a_corner(net, low, high):
    """Which neurons are on is decided at the first corner of a part, which may lie on a line."""
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
                on = part[0] @ A + c > 1e-9
                finer.append((part, A * on, c * on))
        regions = finer
    return [P for P, _, _ in regions]


@mistake(
    "regions_deep_2d",
    hints=(
        "Does your count change if a second hidden layer is added?",
        "Every hidden layer cuts, each in the regions of the layers below it.",
        DEEP,
    ),
)
def only_the_first_layer_cuts(net, low, high):
    """Only the lines of the first layer are drawn."""
    parts = [np.array([[low, low], [high, low], [high, high], [low, high]], dtype=float)]
    W, b = net[0]
    for j in range(len(b)):
        parts = [half for part in parts for half in split_polygon(part, W[:, j], b[j]) if half is not None]
    return parts


@mistake(
    "regions_deep_2d",
    hints=(
        "Is there a ReLU behind the last entry of the list?",
        "The last layer has no neurons that switch: it cuts nothing.",
        DEEP,
    ),
)
def the_output_cuts_too(net, low, high):
    """The lines on which an output is 0 count as cuts."""
    square = np.array([[low, low], [high, low], [high, high], [low, high]], dtype=float)
    regions = [(square, np.eye(2), np.zeros(2))]
    for W, b in net:
        finer = []
        for P, A, c in regions:
            A, c = A @ W, c @ W + b
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
        "After the first neuron has cut a region in two, which of the parts does the second neuron cut?",
        "Each neuron cuts every part that is there by then.",
        DEEP,
    ),
)
def every_neuron_cuts_one_part(net, low, high):
    """After a cut only the positive part is cut further by the neurons of the same layer."""
    square = np.array([[low, low], [high, low], [high, high], [low, high]], dtype=float)
    regions = [(square, np.eye(2), np.zeros(2))]
    for W, b in net[:-1]:
        finer = []
        for P, A, c in regions:
            A, c = A @ W, c @ W + b
            parts, rest = [], P
            for j in range(len(b)):
                negative, positive = split_polygon(rest, A[:, j], c[j])
                if negative is not None and positive is not None:
                    parts.append(negative)
                    rest = positive
            for part in [*parts, rest]:
                on = part.mean(axis=0) @ A + c > 0
                finer.append((part, A * on, c * on))
        regions = finer
    return [P for P, _, _ in regions]


@mistake(
    "regions_deep_2d",
    hints=(
        "Do your polygons fill the square?",
        "A region counts however small it is, as long as it has area.",
        DEEP,
    ),
)
def throws_small_regions_away(net, low, high):
    """Regions smaller than a hundredth of the square are dropped."""
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
                finer.append((part, A * on, c * on))
        regions = finer
    polygons = [P for P, _, _ in regions]
    after = [np.roll(P, -1, axis=0) for P in polygons]
    areas = [abs(np.sum(P[:, 0] * Q[:, 1] - P[:, 1] * Q[:, 0])) / 2 for P, Q in zip(polygons, after)]
    return [P for P, size in zip(polygons, areas) if size > 0.01 * (high - low) ** 2]


@mistake(
    "regions_deep_2d",
    hints=(
        "How many neurons of a layer does your loop see?",
        "range(n) already ends before n.",
        DEEP,
    ),
)
def last_neuron_of_a_layer_missing(net, low, high):
    """The last neuron of each layer does not cut."""
    square = np.array([[low, low], [high, low], [high, high], [low, high]], dtype=float)
    regions = [(square, np.eye(2), np.zeros(2))]
    for W, b in net[:-1]:
        finer = []
        for P, A, c in regions:
            A, c = A @ W, c @ W + b
            parts = [P]
            for j in range(len(b) - 1):
                parts = [half for part in parts for half in split_polygon(part, A[:, j], c[j]) if half is not None]
            for part in parts:
                on = part.mean(axis=0) @ A + c > 0
                finer.append((part, A * on, c * on))
        regions = finer
    return [P for P, _, _ in regions]


@mistake(
    "regions_deep_2d",
    hints=(
        "What is handed to the next layer where a neuron is on?",
        "ReLU keeps what is positive.",
        DEEP,
    ),
)
def other_side_is_on(net, low, high):
    """Neurons are switched off where they are on."""
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
                on = part.mean(axis=0) @ A + c <= 0
                finer.append((part, A * on, c * on))
        regions = finer
    return [P for P, _, _ in regions]


@mistake(
    "regions_deep_2d",
    hints=(
        "What does your list hold?",
        "The list holds the corners of the regions.",
        "The line `Returns` in the docstring of q8.",
    ),
)
def output_of_the_maps(net, low, high):
    """The regions come with their maps."""
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
                finer.append((part, A * on, c * on))
        regions = finer
    return regions
