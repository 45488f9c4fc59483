"""Wrong implementations of permutation_importance that learners write: what is done to the column."""

import numpy as np

from autograder.checking import mistake

from ..reference import mlp_forward
from .where import CARE, SHUFFLE


@mistake(
    "permutation_importance",
    hints=(
        "Which columns are in another order in your copy?",
        "One column is shuffled; all others stay with their samples.",
        SHUFFLE,
    ),
)
def shuffles_whole_rows(params, X, y, repeats, rng):
    """Whole rows are put into another order, all columns alike."""
    def accuracy(A):
        return np.mean(np.argmax(mlp_forward(params, A)[0], axis=1) == y)

    lost = np.zeros(X.shape[1])
    for j in range(X.shape[1]):
        lost[j] = accuracy(X) - np.mean([accuracy(rng.permutation(X)) for _ in range(repeats)])
    return lost


@mistake(
    "permutation_importance",
    hints=(
        "Is column 0 in its own order again when it is the turn of column 1?",
        "Every shuffle starts from the untouched X.",
        SHUFFLE,
    ),
)
def columns_stay_shuffled(params, X, y, repeats, rng):
    """Columns that have been shuffled stay shuffled."""
    def accuracy(A):
        return np.mean(np.argmax(mlp_forward(params, A)[0], axis=1) == y)

    lost, A = np.zeros(X.shape[1]), X.copy()
    for j in range(X.shape[1]):
        for _ in range(repeats):
            A[:, j] = rng.permutation(A[:, j])
            lost[j] += (accuracy(X) - accuracy(A)) / repeats
    return lost


@mistake(
    "permutation_importance",
    hints=(
        "Do your repeats differ from each other?",
        "Every repetition needs a random order of its own; an average of equal numbers is no average.",
        SHUFFLE,
    ),
)
def one_order_for_all(params, X, y, repeats, rng):
    """One random order is used for all repetitions."""
    def accuracy(A):
        return np.mean(np.argmax(mlp_forward(params, A)[0], axis=1) == y)

    lost = np.zeros(X.shape[1])
    for j in range(X.shape[1]):
        A = X.copy()
        A[:, j] = rng.permutation(X[:, j])
        lost[j] = accuracy(X) - np.mean([accuracy(A) for _ in range(repeats)])
    return lost


@mistake(
    "permutation_importance",
    hints=(
        "Does every value of the column still appear exactly as often as before?",
        "A new order keeps all values; drawing with replacement does not.",
        SHUFFLE,
    ),
)
def draws_with_replacement(params, X, y, repeats, rng):
    """The new column is drawn from the old one with replacement."""
    def accuracy(A):
        return np.mean(np.argmax(mlp_forward(params, A)[0], axis=1) == y)

    lost = np.zeros(X.shape[1])
    for j in range(X.shape[1]):
        for _ in range(repeats):
            A = X.copy()
            A[:, j] = rng.choice(X[:, j], size=len(X))
            lost[j] += (accuracy(X) - accuracy(A)) / repeats
    return lost


@mistake(
    "permutation_importance",
    hints=(
        "Does your column still hold its own values?",
        "The column is put into another order; replacing it by its mean is another instrument.",
        SHUFFLE,
    ),
)
def replaced_by_the_mean(params, X, y, repeats, rng):
    """The column is replaced by its mean."""
    def accuracy(A):
        return np.mean(np.argmax(mlp_forward(params, A)[0], axis=1) == y)

    lost = np.zeros(X.shape[1])
    for j in range(X.shape[1]):
        A = X.copy()
        A[:, j] = X[:, j].mean()
        lost[j] = accuracy(X) - accuracy(A)
    return lost


@mistake(
    "permutation_importance",
    hints=(
        "Does another rng give you other orders?",
        "All randomness comes from the generator that is handed in.",
        SHUFFLE,
    ),
)
def orders_of_its_own(params, X, y, repeats, rng):
    """The orders come from a generator of its own with a fixed seed."""
    def accuracy(A):
        return np.mean(np.argmax(mlp_forward(params, A)[0], axis=1) == y)

    draw, lost = np.random.default_rng(0), np.zeros(X.shape[1])
    for j in range(X.shape[1]):
        for _ in range(repeats):
            A = X.copy()
            A[:, j] = draw.permutation(X[:, j])
            lost[j] += (accuracy(X) - accuracy(A)) / repeats
    return lost


@mistake(
    "permutation_importance",
    hints=(
        "Is X still the same after your function has run?",
        "An array that came in belongs to the caller: shuffle a column of a copy.",
        CARE,
    ),
)
def shuffles_the_original(params, X, y, repeats, rng):
    """Columns of the caller's X are shuffled and not put back."""
    def accuracy(A):
        return np.mean(np.argmax(mlp_forward(params, A)[0], axis=1) == y)

    before, lost = accuracy(X), np.zeros(X.shape[1])
    for j in range(X.shape[1]):
        kept = X[:, j].copy()
        for _ in range(repeats):
            X[:, j] = rng.permutation(kept)
            lost[j] += (before - accuracy(X)) / repeats
    return lost


@mistake(
    "permutation_importance",
    hints=(
        "What do you shuffle: a feature, or the answers?",
        "The classes stay with their samples; only one feature moves.",
        SHUFFLE,
    ),
)
def shuffles_the_classes(params, X, y, repeats, rng):
    """The classes are shuffled instead of a feature."""
    found = np.argmax(mlp_forward(params, X)[0], axis=1)
    lost = np.zeros(X.shape[1])
    for j in range(X.shape[1]):
        lost[j] = np.mean(found == y) - np.mean([np.mean(found == rng.permutation(y)) for _ in range(repeats)])
    return lost


@mistake(
    "permutation_importance",
    hints=(
        "Is your new column random?",
        "Every repetition has a random order of its own.",
        SHUFFLE,
    ),
)
def turned_by_one_place(params, X, y, repeats, rng):
    """The column is moved on by one place instead of shuffled."""
    def accuracy(A):
        return np.mean(np.argmax(mlp_forward(params, A)[0], axis=1) == y)

    shuffled = np.zeros((X.shape[1], repeats))
    for j in range(X.shape[1]):
        for r in range(repeats):
            A = X.copy()
            A[:, j] = np.roll(X[:, j], 1)
            shuffled[j, r] = accuracy(A)
    return accuracy(X) - shuffled.mean(axis=1)


@mistake(
    "permutation_importance",
    hints=(
        "Which numbers stand in your column afterwards?",
        "A shuffled column holds the same numbers in another order.",
        SHUFFLE,
    ),
)
def column_set_to_zero(params, X, y, repeats, rng):
    """The column is set to 0 instead of shuffled."""
    def accuracy(A):
        return np.mean(np.argmax(mlp_forward(params, A)[0], axis=1) == y)

    shuffled = np.zeros((X.shape[1], repeats))
    for j in range(X.shape[1]):
        for r in range(repeats):
            A = X.copy()
            A[:, j] = 0.0
            shuffled[j, r] = accuracy(A)
    return accuracy(X) - shuffled.mean(axis=1)


@mistake(
    "permutation_importance",
    hints=(
        "Is your new order random?",
        "Every repetition has a random order of its own.",
        SHUFFLE,
    ),
)
def column_sorted(params, X, y, repeats, rng):
    """The column is sorted instead of shuffled."""
    def accuracy(A):
        return np.mean(np.argmax(mlp_forward(params, A)[0], axis=1) == y)

    shuffled = np.zeros((X.shape[1], repeats))
    for j in range(X.shape[1]):
        for r in range(repeats):
            A = X.copy()
            A[:, j] = np.sort(X[:, j])
            shuffled[j, r] = accuracy(A)
    return accuracy(X) - shuffled.mean(axis=1)


@mistake(
    "permutation_importance",
    hints=(
        "Which numbers stand in your column afterwards? Are they those of X?",
        "A shuffled column holds the same numbers in another order.",
        SHUFFLE,
    ),
)
def noise_added(params, X, y, repeats, rng):
    """Noise is added to the column instead of shuffling it."""
    def accuracy(A):
        return np.mean(np.argmax(mlp_forward(params, A)[0], axis=1) == y)

    shuffled = np.zeros((X.shape[1], repeats))
    for j in range(X.shape[1]):
        for r in range(repeats):
            A = X.copy()
            A[:, j] = X[:, j] + rng.normal(size=len(X))
            shuffled[j, r] = accuracy(A)
    return accuracy(X) - shuffled.mean(axis=1)
