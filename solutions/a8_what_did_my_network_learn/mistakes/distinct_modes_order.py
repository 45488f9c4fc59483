"""Wrong implementations of distinct_modes that learners write: order, nearest modes and results."""

import numpy as np

from autograder.checking import mistake

from .where import MODES


@mistake(
    "distinct_modes",
    hints=(
        "In which order do you go through the ends?",
        "The highest end comes first, then the next highest.",
        MODES,
    ),
)
def in_the_order_of_rows(ends, values, tol):
    """The ends are taken in the order of their rows."""
    modes, counts = [], []
    for i in range(len(ends)):
        distances = [np.linalg.norm(ends[i] - mode) for mode in modes]
        if all(distance > tol for distance in distances):
            modes.append(ends[i])
            counts.append(1)
        else:
            counts[np.argmin(distances)] += 1
    return np.array(modes), np.array(counts)


@mistake(
    "distinct_modes",
    hints=(
        "Which end is your first mode: the highest or the lowest?",
        "Maxima are looked for, so the highest value comes first.",
        MODES,
    ),
)
def lowest_first(ends, values, tol):
    """The ends are taken from the lowest to the highest."""
    modes, counts = [], []
    for i in np.argsort(values):
        distances = [np.linalg.norm(ends[i] - mode) for mode in modes]
        if all(distance > tol for distance in distances):
            modes.append(ends[i])
            counts.append(1)
        else:
            counts[np.argmin(distances)] += 1
    return np.array(modes), np.array(counts)


@mistake(
    "distinct_modes",
    hints=(
        "If two modes are within reach of an end, which one gets it?",
        "An end counts for the nearest mode, not for the first one within reach.",
        MODES,
    ),
)
def first_within_reach(ends, values, tol):
    """An end counts for the first mode within reach instead of the nearest."""
    modes, counts = [], []
    for i in np.argsort(-values):
        for m, mode in enumerate(modes):
            if np.linalg.norm(ends[i] - mode) <= tol:
                counts[m] += 1
                break
        else:
            modes.append(ends[i])
            counts.append(1)
    return np.array(modes), np.array(counts)


@mistake(
    "distinct_modes",
    hints=(
        "To what do you measure the distance: to modes, or to all ends seen so far?",
        "Only modes count. Otherwise a chain of ends, each near the next, would be one mode.",
        MODES,
    ),
)
def follows_chains(ends, values, tol):
    """An end close to any earlier end joins its mode: chains are not broken."""
    modes, counts, seen = [], [], []
    for i in np.argsort(-values):
        distances = [np.linalg.norm(ends[i] - end) for end, _ in seen]
        if all(distance > tol for distance in distances):
            modes.append(ends[i])
            counts.append(1)
            seen.append((ends[i], len(modes) - 1))
        else:
            m = seen[int(np.argmin(distances))][1]
            counts[m] += 1
            seen.append((ends[i], m))
    return np.array(modes), np.array(counts)


@mistake(
    "distinct_modes",
    hints=(
        "What do your counts add up to?",
        "A new mode counts itself, so all counts together are the number of ends.",
        MODES,
    ),
)
def does_not_count_itself(ends, values, tol):
    """A mode does not count itself."""
    modes, counts = [], []
    for i in np.argsort(-values):
        distances = [np.linalg.norm(ends[i] - mode) for mode in modes]
        if all(distance > tol for distance in distances):
            modes.append(ends[i])
            counts.append(0)
        else:
            counts[np.argmin(distances)] += 1
    return np.array(modes), np.array(counts)


@mistake(
    "distinct_modes",
    hints=(
        "Is every mode of yours one of the ends?",
        "A mode is the highest end of its group, not an average of the group.",
        MODES,
    ),
)
def means_of_groups(ends, values, tol):
    """The mean of all ends of a group is returned as its mode."""
    modes, groups = [], []
    for i in np.argsort(-values):
        distances = [np.linalg.norm(ends[i] - mode) for mode in modes]
        if all(distance > tol for distance in distances):
            modes.append(ends[i])
            groups.append([ends[i]])
        else:
            groups[int(np.argmin(distances))].append(ends[i])
    return np.array([np.mean(group, axis=0) for group in groups]), np.array([len(group) for group in groups])


@mistake(
    "distinct_modes",
    hints=(
        "With how many of the modes found so far do you compare an end?",
        "An end has to be far from all modes found so far to be a new one.",
        MODES,
    ),
)
def latest_mode_only(ends, values, tol):
    """An end is compared with the latest mode only."""
    modes, counts = [], []
    for i in np.argsort(-values):
        if not modes or np.linalg.norm(ends[i] - modes[-1]) > tol:
            modes.append(ends[i])
            counts.append(1)
        else:
            counts[-1] += 1
    return np.array(modes), np.array(counts)


@mistake(
    "distinct_modes",
    hints=(
        "In which order do you return the modes?",
        "The highest mode comes first, however often it was hit.",
        MODES,
    ),
)
def most_frequent_first(ends, values, tol):
    """The modes are ordered by their counts."""
    modes, counts = [], []
    for i in np.argsort(-values):
        distances = [np.linalg.norm(ends[i] - mode) for mode in modes]
        if all(distance > tol for distance in distances):
            modes.append(ends[i])
            counts.append(1)
        else:
            counts[np.argmin(distances)] += 1
    order = np.argsort(-np.array(counts), kind="stable")
    return np.array(modes)[order], np.array(counts)[order]


@mistake(
    "distinct_modes",
    hints=(
        "Which of the modes gets an end that is none of its own?",
        "The nearest mode gets it.",
        MODES,
    ),
)
def farthest_mode(ends, values, tol):
    """An end is counted for the mode farthest away."""
    modes, counts = [], []
    for i in np.argsort(-values):
        distances = [np.linalg.norm(ends[i] - mode) for mode in modes]
        if all(distance > tol for distance in distances):
            modes.append(ends[i])
            counts.append(1)
        else:
            counts[np.argmax(distances)] += 1
    return np.array(modes), np.array(counts)


@mistake(
    "distinct_modes",
    hints=(
        "Which of the modes gets an end that is none of its own? Is it always the first?",
        "The nearest mode gets it.",
        MODES,
    ),
)
def highest_mode_takes_all(ends, values, tol):
    """Every end that is no new mode counts for the highest mode."""
    modes, counts = [], []
    for i in np.argsort(-values):
        distances = [np.linalg.norm(ends[i] - mode) for mode in modes]
        if all(distance > tol for distance in distances):
            modes.append(ends[i])
            counts.append(1)
        else:
            counts[0] += 1
    return np.array(modes), np.array(counts)


@mistake(
    "distinct_modes",
    hints=(
        "Do you look for the nearest mode, or take the last?",
        "The nearest mode gets it.",
        MODES,
    ),
)
def latest_mode_takes_it(ends, values, tol):
    """Every end that is no new mode counts for the mode found last."""
    modes, counts = [], []
    for i in np.argsort(-values):
        distances = [np.linalg.norm(ends[i] - mode) for mode in modes]
        if all(distance > tol for distance in distances):
            modes.append(ends[i])
            counts.append(1)
        else:
            counts[-1] += 1
    return np.array(modes), np.array(counts)


@mistake(
    "distinct_modes",
    hints=(
        "Which of the two results comes first?",
        "First the modes, then the counts.",
        "The line `Returns` in the docstring of q7.",
    ),
)
def counts_first(ends, values, tol):
    """The counts are returned before the modes."""
    modes, counts = [], []
    for i in np.argsort(-values):
        distances = [np.linalg.norm(ends[i] - mode) for mode in modes]
        if all(distance > tol for distance in distances):
            modes.append(ends[i])
            counts.append(1)
        else:
            counts[np.argmin(distances)] += 1
    return np.array(counts), np.array(modes)


@mistake(
    "distinct_modes",
    hints=(
        "Are your counts whole numbers?",
        "Counts are integers that add up to the number of ends.",
        "The line `Returns` in the docstring of q7.",
    ),
)
def shares_instead_of_counts(ends, values, tol):
    """Shares of all ends are returned instead of counts."""
    modes, counts = [], []
    for i in np.argsort(-values):
        distances = [np.linalg.norm(ends[i] - mode) for mode in modes]
        if all(distance > tol for distance in distances):
            modes.append(ends[i])
            counts.append(1)
        else:
            counts[np.argmin(distances)] += 1
    return np.array(modes), np.array(counts) / len(ends)
