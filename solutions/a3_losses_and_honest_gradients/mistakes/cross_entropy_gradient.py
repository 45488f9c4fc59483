"""Wrong implementations of cross_entropy that learners write: the gradient, the entries that are picked, the averages."""

import numpy as np

from autograder.checking import mistake

from ..reference import one_hot, softmax


@mistake(
    "cross_entropy",
    hints=(
        "What happens to your loss if every sample of the batch is there twice?",
        "The loss is an average over samples, not a sum.",
        "The formula in the docstring of q3.",
    ),
)
def sums_the_samples(Z, y):
    """Loss and gradient are summed over the samples instead of averaged."""
    P = softmax(Z)
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -log_P[np.arange(len(y)), y].sum(), P - one_hot(y, Z.shape[1])


@mistake(
    "cross_entropy",
    hints=(
        "Does your loss fit your gradient: which of the two is averaged?",
        "If the gradient is that of an average, the loss is an average as well.",
        "The formula in the docstring of q3.",
    ),
)
def sums_the_loss(Z, y):
    """The loss is summed over the samples; the gradient is not."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -log_P[np.arange(len(y)), y].sum(), (np.exp(log_P) - one_hot(y, Z.shape[1])) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "By how much does your gradient change if every sample of the batch is there twice?",
        "The derivative of an average carries the same factor as the average.",
        "The formula in the docstring of q3.",
    ),
)
def gradient_not_averaged(Z, y):
    """The gradient is that of the sum over samples; the loss is averaged."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -log_P[np.arange(len(y)), y].mean(), np.exp(log_P) - one_hot(y, Z.shape[1])


@mistake(
    "cross_entropy",
    hints=(
        "If the logit of the right class grows, does the loss grow or shrink?",
        "A gradient points uphill: the entry of the right class is negative, those of the others are positive.",
        "The worked number of q3.",
    ),
)
def gradient_points_downhill(Z, y):
    """The gradient has the wrong sign."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -log_P[np.arange(len(y)), y].mean(), (one_hot(y, Z.shape[1]) - np.exp(log_P)) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "Over how many numbers do you average?",
        "There is one loss per sample: N numbers, not N times C.",
        "The worked number of q3: two samples, so a half.",
    ),
)
def averages_over_all_entries(Z, y):
    """Loss and gradient are divided by N times C instead of N."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    Y = one_hot(y, Z.shape[1])
    return -(Y * log_P).mean(), (np.exp(log_P) - Y) / Z.size


@mistake(
    "cross_entropy",
    hints=(
        "What shape has the selection of the probabilities of the right classes?",
        "A slice in front of the labels takes those columns of every row; rows and labels have to be paired.",
        "The worked number of q3: one probability is looked up in each row.",
    ),
)
def every_label_for_every_row(Z, y):
    """The probabilities of all labels are taken in every row."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -log_P[:, y].mean(), (np.exp(log_P) - one_hot(y, Z.shape[1])) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "What does a row of your gradient sum to?",
        "Only the entry of the right class loses 1; a row of the gradient sums to 0.",
        "The worked number of q3.",
    ),
)
def one_taken_from_every_entry(Z, y):
    """1 is subtracted from every probability instead of from that of the right class."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -log_P[np.arange(len(y)), y].mean(), (np.exp(log_P) - 1) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "Where do the labels enter your gradient?",
        "With the same logits and other labels the gradient has to be another one.",
        "The formula in the docstring of q3.",
    ),
)
def gradient_without_labels(Z, y):
    """The gradient is the probabilities alone."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -log_P[np.arange(len(y)), y].mean(), np.exp(log_P) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "With respect to what did you differentiate: the probabilities or the logits?",
        "dZ is the derivative at the input of softmax, so the derivative of softmax is part of it.",
        "The formula in the docstring of q3, and the line dZ of the notation table.",
    ),
)
def gradient_at_the_probabilities(Z, y):
    """The gradient is taken with respect to the probabilities instead of the logits."""
    P = softmax(Z)
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -log_P[np.arange(len(y)), y].mean(), -one_hot(y, Z.shape[1]) / np.maximum(P, 1e-300) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "How many terms does the sum of the loss have?",
        "One term per sample: the sum is divided by N.",
        "The formula in the docstring of q3.",
    ),
)
def loss_over_all_entries(Z, y):
    """The loss is divided by N times C instead of N; the gradient is not."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -(log_P * one_hot(y, Z.shape[1])).mean(), (np.exp(log_P) - one_hot(y, Z.shape[1])) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "How often is the 1/N a factor of the gradient?",
        "The loss is divided by N once, and so is its gradient.",
        "The formula in the docstring of q3.",
    ),
)
def gradient_averaged_twice(Z, y):
    """The gradient is divided by N twice."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -log_P[np.arange(len(y)), y].mean(), (np.exp(log_P) - one_hot(y, Z.shape[1])) / len(y) ** 2


@mistake(
    "cross_entropy",
    hints=(
        "What does N count?",
        "N counts samples, which are the rows.",
        "The formula in the docstring of q3.",
    ),
)
def gradient_over_the_classes(Z, y):
    """The gradient is divided by the number of classes instead of the number of samples."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -log_P[np.arange(len(y)), y].mean(), (np.exp(log_P) - one_hot(y, Z.shape[1])) / Z.shape[1]


@mistake(
    "cross_entropy",
    hints=(
        "Does the loss change when the logit of a wrong class grows?",
        "Every logit is in the sum of the softmax, so every entry has a gradient.",
        "The formula of dZ in the docstring of q3.",
    ),
)
def only_the_right_class_has_a_gradient(Z, y):
    """Only the entry of the right class has a gradient."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -log_P[np.arange(len(y)), y].mean(), (np.exp(log_P) - 1.0) * one_hot(y, Z.shape[1]) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "Which sign should the gradient have at the right class?",
        "A larger logit of the right class makes the loss smaller, so the entry there is negative.",
        "The formula of dZ in the docstring of q3.",
    ),
)
def one_added_at_the_right_class(Z, y):
    """1 is added to the probability of the right class instead of subtracted."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -log_P[np.arange(len(y)), y].mean(), (np.exp(log_P) + one_hot(y, Z.shape[1])) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "What is subtracted at the right class of a sample with label 2?",
        "What is subtracted is 1; the label only says where.",
        "The formula of dZ in the docstring of q3.",
    ),
)
def labels_subtracted_as_numbers(Z, y):
    """The label itself is subtracted at the right class instead of 1."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -log_P[np.arange(len(y)), y].mean(), (np.exp(log_P) - one_hot(y, Z.shape[1]) * y[:, None]) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "How many entries of a row are changed?",
        "In row i only the entry y[i] is changed: rows and labels are taken in pairs.",
        "The formula of dZ in the docstring of q3.",
    ),
)
def block_of_labels(Z, y):
    """The 1 is subtracted in the columns of all labels of the batch, in every row."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -log_P[np.arange(len(y)), y].mean(), (np.exp(log_P) - np.isin(np.arange(Z.shape[1]), y)) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "Through which function does the gradient go after P minus the labels?",
        "P minus the labels is the gradient at the logits already: the softmax is in it.",
        "The formula of dZ in the docstring of q3.",
    ),
)
def softmax_jacobian_again(Z, y):
    """The gradient is multiplied by p (1 - p) once too often."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -log_P[np.arange(len(y)), y].mean(), (np.exp(log_P) - one_hot(y, Z.shape[1])) * np.exp(log_P) * (1.0 - np.exp(log_P)) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "Where does your loss use y?",
        "The loss looks up the probability of each sample's own label.",
        "The formula in the docstring of q3.",
    ),
)
def first_class_for_everyone(Z, y):
    """The probability of the first class is taken, whatever the label."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -log_P[:, 0].mean(), (np.exp(log_P) - one_hot(y, Z.shape[1])) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "What does a sample cost that is wrong, and sure of it?",
        "The loss looks up the probability of the right class.",
        "The formula in the docstring of q3.",
    ),
)
def most_likely_class(Z, y):
    """The probability of the most likely class is taken, whatever the label."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -log_P.max(axis=1).mean(), (np.exp(log_P) - one_hot(y, Z.shape[1])) / len(y)
