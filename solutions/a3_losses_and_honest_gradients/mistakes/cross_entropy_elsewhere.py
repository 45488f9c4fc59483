"""Wrong implementations of cross_entropy that learners write: on a softmax of the whole array, or of the columns."""

import numpy as np

from autograder.checking import mistake

from ..reference import one_hot, softmax

SOFTMAX = "q2: which sums are 1; and the first line of the formula in the docstring of q3."


@mistake(
    "cross_entropy",
    hints=(
        "By which sum do you divide the exponentials: that of one row, or that of the whole array?",
        "The probabilities of one sample sum to 1, whatever other samples are in the batch.",
        SOFTMAX,
    ),
)
def one_sum_for_the_batch(Z, y):
    """The exponentials are divided by the sum of the whole array instead of each row's own."""
    E = np.exp(Z - Z.max())
    P = E / E.sum()
    return -np.log(P[np.arange(len(y)), y]).mean(), (P - one_hot(y, Z.shape[1])) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "Along which axis do your probabilities sum to 1?",
        "Samples are rows: the softmax runs along the classes of one sample.",
        SOFTMAX,
    ),
)
def softmax_over_the_samples(Z, y):
    """The softmax is taken down the columns: over samples instead of classes."""
    P = softmax(Z.T).T
    return -np.log(P[np.arange(len(y)), y]).mean(), (P - one_hot(y, Z.shape[1])) / len(y)
