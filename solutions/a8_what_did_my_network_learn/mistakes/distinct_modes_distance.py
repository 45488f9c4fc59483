"""Wrong implementations of distinct_modes that learners write: how far is too far."""

import numpy as np

from autograder.checking import mistake

from .where import MODES


@mistake(
    "distinct_modes",
    hints=(
        "Is a distance of exactly tol larger than tol?",
        "A new mode is farther away than tol, not just as far.",
        MODES,
    ),
)
def also_at_exactly_tol(ends, values, tol):
    """An end at a distance of exactly tol becomes a new mode."""
    modes, counts = [], []
    for i in np.argsort(-values):
        distances = [np.linalg.norm(ends[i] - mode) for mode in modes]
        if all(distance >= tol for distance in distances):
            modes.append(ends[i])
            counts.append(1)
        else:
            counts[np.argmin(distances)] += 1
    return np.array(modes), np.array(counts)


@mistake(
    "distinct_modes",
    hints=(
        "Is tol a distance between points or between values?",
        "Two hills can be of the same height: it is the places that have to differ.",
        MODES,
    ),
)
def compares_values(ends, values, tol):
    """The difference of the values is compared with tol instead of the distance of the ends."""
    modes, counts, heights = [], [], []
    for i in np.argsort(-values):
        distances = [abs(values[i] - height) for height in heights]
        if all(distance > tol for distance in distances):
            modes.append(ends[i])
            heights.append(values[i])
            counts.append(1)
        else:
            counts[int(np.argmin(distances))] += 1
    return np.array(modes), np.array(counts)


@mistake(
    "distinct_modes",
    hints=(
        "How far is (3, 4) from the origin?",
        "The distance is Euclidean: the root of the sum of squares.",
        MODES,
    ),
)
def city_blocks(ends, values, tol):
    """The differences of the coordinates are added up instead of their squares."""
    modes, counts = [], []
    for i in np.argsort(-values):
        distances = [np.sum(np.abs(ends[i] - mode)) for mode in modes]
        if all(distance > tol for distance in distances):
            modes.append(ends[i])
            counts.append(1)
        else:
            counts[np.argmin(distances)] += 1
    return np.array(modes), np.array(counts)


@mistake(
    "distinct_modes",
    hints=(
        "How far apart are (0, 0) and (0.5, 0)?",
        "The Euclidean distance has a root.",
        MODES,
    ),
)
def squared_distances(ends, values, tol):
    """Distances are not put under a root."""
    modes, counts = [], []
    for i in np.argsort(-values):
        distances = [np.sum((ends[i] - mode) ** 2) for mode in modes]
        if all(distance > tol for distance in distances):
            modes.append(ends[i])
            counts.append(1)
        else:
            counts[np.argmin(distances)] += 1
    return np.array(modes), np.array(counts)


@mistake(
    "distinct_modes",
    hints=(
        "How far apart are (0, 0) and (3, 4)?",
        "The Euclidean distance adds up squares of all coordinates.",
        MODES,
    ),
)
def largest_difference(ends, values, tol):
    """The largest difference of a coordinate is taken for the distance."""
    modes, counts = [], []
    for i in np.argsort(-values):
        distances = [np.max(np.abs(ends[i] - mode)) for mode in modes]
        if all(distance > tol for distance in distances):
            modes.append(ends[i])
            counts.append(1)
        else:
            counts[np.argmin(distances)] += 1
    return np.array(modes), np.array(counts)


@mistake(
    "distinct_modes",
    hints=(
        "How far from a mode may an end be to count for it?",
        "tol is a distance, not a half of one.",
        MODES,
    ),
)
def twice_tol(ends, values, tol):
    """The reach is twice tol."""
    modes, counts = [], []
    for i in np.argsort(-values):
        distances = [np.linalg.norm(ends[i] - mode) for mode in modes]
        if all(distance > 2 * tol for distance in distances):
            modes.append(ends[i])
            counts.append(1)
        else:
            counts[np.argmin(distances)] += 1
    return np.array(modes), np.array(counts)


@mistake(
    "distinct_modes",
    hints=(
        "How far from a mode may an end be to count for it? Is it less than tol?",
        "tol is a distance from the mode.",
        MODES,
    ),
)
def half_of_tol(ends, values, tol):
    """The reach is half of tol."""
    modes, counts = [], []
    for i in np.argsort(-values):
        distances = [np.linalg.norm(ends[i] - mode) for mode in modes]
        if all(distance > tol / 2 for distance in distances):
            modes.append(ends[i])
            counts.append(1)
        else:
            counts[np.argmin(distances)] += 1
    return np.array(modes), np.array(counts)
