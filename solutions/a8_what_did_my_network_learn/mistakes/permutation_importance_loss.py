"""Wrong implementations of permutation_importance that learners write: what is lost."""

import numpy as np

from autograder.checking import mistake

from ..reference import mlp_forward
from .where import SHUFFLE


@mistake(
    "permutation_importance",
    hints=(
        "Is the importance of a useful feature positive?",
        "Importance is what is lost: accuracy before minus accuracy after.",
        SHUFFLE,
    ),
)
def after_minus_before(params, X, y, repeats, rng):
    """The sign is reversed."""
    def accuracy(A):
        return np.mean(np.argmax(mlp_forward(params, A)[0], axis=1) == y)

    lost = np.zeros(X.shape[1])
    for j in range(X.shape[1]):
        for _ in range(repeats):
            A = X.copy()
            A[:, j] = rng.permutation(X[:, j])
            lost[j] += (accuracy(A) - accuracy(X)) / repeats
    return lost


@mistake(
    "permutation_importance",
    hints=(
        "From what do you subtract: from 1, or from the accuracy of this network on X?",
        "What is lost is counted from what there was.",
        SHUFFLE,
    ),
)
def counted_from_one(params, X, y, repeats, rng):
    """The network is taken to be right on all samples before the shuffle."""
    def accuracy(A):
        return np.mean(np.argmax(mlp_forward(params, A)[0], axis=1) == y)

    lost = np.ones(X.shape[1])
    for j in range(X.shape[1]):
        for _ in range(repeats):
            A = X.copy()
            A[:, j] = rng.permutation(X[:, j])
            lost[j] -= accuracy(A) / repeats
    return lost


@mistake(
    "permutation_importance",
    hints=(
        "Is your importance a difference or a ratio?",
        "Importance is a difference of two accuracies, not divided by either.",
        SHUFFLE,
    ),
)
def relative_loss(params, X, y, repeats, rng):
    """The loss is divided by the accuracy before the shuffle."""
    def accuracy(A):
        return np.mean(np.argmax(mlp_forward(params, A)[0], axis=1) == y)

    lost = np.zeros(X.shape[1])
    for j in range(X.shape[1]):
        for _ in range(repeats):
            A = X.copy()
            A[:, j] = rng.permutation(X[:, j])
            lost[j] += (accuracy(X) - accuracy(A)) / accuracy(X) / repeats
    return lost


@mistake(
    "permutation_importance",
    hints=(
        "What should an unimportant feature get?",
        "What counts is accuracy before minus accuracy after.",
        SHUFFLE,
    ),
)
def accuracy_itself(params, X, y, repeats, rng):
    """The accuracy with the shuffled column is returned, not what is lost."""
    def accuracy(A):
        return np.mean(np.argmax(mlp_forward(params, A)[0], axis=1) == y)

    shuffled = np.zeros((X.shape[1], repeats))
    for j in range(X.shape[1]):
        for r in range(repeats):
            A = X.copy()
            A[:, j] = rng.permutation(X[:, j])
            shuffled[j, r] = accuracy(A)
    return shuffled.mean(axis=1)


@mistake(
    "permutation_importance",
    hints=(
        "Does your result grow with repeats?",
        "The repetitions are averaged.",
        SHUFFLE,
    ),
)
def losses_added_up(params, X, y, repeats, rng):
    """The losses of the repetitions are added up instead of averaged."""
    def accuracy(A):
        return np.mean(np.argmax(mlp_forward(params, A)[0], axis=1) == y)

    shuffled = np.zeros((X.shape[1], repeats))
    for j in range(X.shape[1]):
        for r in range(repeats):
            A = X.copy()
            A[:, j] = rng.permutation(X[:, j])
            shuffled[j, r] = accuracy(A)
    return repeats * accuracy(X) - shuffled.sum(axis=1)


@mistake(
    "permutation_importance",
    hints=(
        "Between which numbers does your importance lie?",
        "Accuracy is a share.",
        SHUFFLE,
    ),
)
def counts_of_samples(params, X, y, repeats, rng):
    """Numbers of samples are compared instead of shares."""
    def accuracy(A):
        return np.sum(np.argmax(mlp_forward(params, A)[0], axis=1) == y)

    shuffled = np.zeros((X.shape[1], repeats))
    for j in range(X.shape[1]):
        for r in range(repeats):
            A = X.copy()
            A[:, j] = rng.permutation(X[:, j])
            shuffled[j, r] = accuracy(A)
    return accuracy(X) - shuffled.mean(axis=1)


@mistake(
    "permutation_importance",
    hints=(
        "How do you make one number of many repetitions?",
        "The repetitions are averaged.",
        SHUFFLE,
    ),
)
def worst_repetition(params, X, y, repeats, rng):
    """The largest loss of all repetitions is returned."""
    def accuracy(A):
        return np.mean(np.argmax(mlp_forward(params, A)[0], axis=1) == y)

    shuffled = np.zeros((X.shape[1], repeats))
    for j in range(X.shape[1]):
        for r in range(repeats):
            A = X.copy()
            A[:, j] = rng.permutation(X[:, j])
            shuffled[j, r] = accuracy(A)
    return accuracy(X) - shuffled.min(axis=1)


@mistake(
    "permutation_importance",
    hints=(
        "Where does your code look at y?",
        "Accuracy is the share of samples that are right; an answer that was wrong before may become right.",
        SHUFFLE,
    ),
)
def agreement_with_itself(params, X, y, repeats, rng):
    """What the network said before the shuffle is taken for the truth, not y."""
    said = np.argmax(mlp_forward(params, X)[0], axis=1)
    lost = np.zeros(X.shape[1])
    for j in range(X.shape[1]):
        for _ in range(repeats):
            shuffled = X.copy()
            shuffled[:, j] = rng.permutation(X[:, j])
            lost[j] += np.mean(np.argmax(mlp_forward(params, shuffled)[0], axis=1) != said) / repeats
    return lost
