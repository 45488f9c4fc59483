"""Wrong implementations of cross_entropy that learners write: the loss, and what it loses far out."""

import numpy as np

from autograder.checking import mistake

from ..reference import one_hot, softmax


@mistake(
    "cross_entropy",
    hints=(
        "Which probability does the right class get with the logits 0 and 1000, as a float64?",
        "A probability that has been rounded to 0 has no logarithm; the logarithm of the fraction can be simplified before anything is rounded.",
        "Section 'Cross-entropy', the paragraph about the logarithm of a fraction.",
    ),
)
def logarithm_after_softmax(Z, y):
    """The logarithm is taken of a probability that may have been rounded to 0."""
    P = softmax(Z)
    return -np.log(P[np.arange(len(y)), y]).mean(), (P - one_hot(y, Z.shape[1])) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "What is the largest loss your function can ever return?",
        "A number added inside the logarithm puts a ceiling on the loss: a very wrong answer no longer costs more than a wrong one.",
        "The docstring of q3: nothing is added and nothing is clipped.",
    ),
)
def adds_inside_the_logarithm(Z, y):
    """A small number is added inside the logarithm."""
    P = softmax(Z)
    return -np.log(P[np.arange(len(y)), y] + 1e-9).mean(), (P - one_hot(y, Z.shape[1])) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "What is the smallest probability that your loss can tell from 0?",
        "Clipping probabilities puts a floor under the loss and a ceiling on it.",
        "The docstring of q3: nothing is added and nothing is clipped.",
    ),
)
def clips_probabilities(Z, y):
    """Probabilities are clipped before the logarithm."""
    P = softmax(Z)
    kept = np.clip(P, 1e-12, 1 - 1e-12)
    return -np.log(kept[np.arange(len(y)), y]).mean(), (P - one_hot(y, Z.shape[1])) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "Which loss do two equal logits give in your function: 0.69 or 1?",
        "The logarithm is the natural one, whose derivative is 1/p without a factor.",
        "The worked number of q3, which is made of log 2 and log 4.",
    ),
)
def loss_in_bits(Z, y):
    """The logarithm has the base 2."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -log_P[np.arange(len(y)), y].mean() / np.log(2), (np.exp(log_P) - one_hot(y, Z.shape[1])) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "Is your loss positive?",
        "The logarithm of a probability is never positive; the loss is its opposite.",
        "The formula in the docstring of q3.",
    ),
)
def negative_loss(Z, y):
    """The minus sign of the loss is missing."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return log_P[np.arange(len(y)), y].mean(), (np.exp(log_P) - one_hot(y, Z.shape[1])) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "What is np.exp(1000.0), and where does your function take it?",
        "The exponential of a large logit is infinite; a row may be moved first without changing any probability.",
        "Section 'Softmax', the paragraph about moving a row.",
    ),
)
def exponentials_overflow(Z, y):
    """Large logits overflow: no maximum is subtracted."""
    log_P = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    return -log_P[np.arange(len(y)), y].mean(), (np.exp(log_P) - one_hot(y, Z.shape[1])) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "Which classes contribute to your loss?",
        "Softmax already makes the classes compete, so the loss looks at the probability of the right class only.",
        "The formula in the docstring of q3.",
    ),
)
def charges_the_wrong_classes_too(Z, y):
    """The loss also charges -log(1 - p) for every wrong class."""
    P = softmax(Z)
    Y = one_hot(y, Z.shape[1])
    right = np.where(Y == 1, P, 1 - P)
    return -np.log(right).sum(axis=1).mean(), (P - Y) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "How many numbers does the first part of your result hold?",
        "Training needs one number to make small: the mean over the samples.",
        "The docstring of q3: the loss is one number.",
    ),
)
def one_loss_per_sample(Z, y):
    """The losses of the samples are returned instead of their mean."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -log_P[np.arange(len(y)), y], (np.exp(log_P) - one_hot(y, Z.shape[1])) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "Which of the two results comes first?",
        "The loss is the first result.",
        "The line `Returns` in the docstring of q3.",
    ),
)
def gradient_first(Z, y):
    """The gradient comes before the loss."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return (np.exp(log_P) - one_hot(y, Z.shape[1])) / len(y), -log_P[np.arange(len(y)), y].mean()


@mistake(
    "cross_entropy",
    hints=(
        "How many results are asked for?",
        "Loss and gradient are returned together.",
        "The line `Returns` in the docstring of q3.",
    ),
)
def only_the_loss(Z, y):
    """Only the loss is returned."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -log_P[np.arange(len(y)), y].mean()


@mistake(
    "cross_entropy",
    hints=(
        "What becomes of a row whose logits are all far below those of another?",
        "Each row is shifted by its own largest logit.",
        "The sentence on the size of the logits in the docstring of q3.",
    ),
)
def one_maximum_for_the_batch(Z, y):
    """The maximum of the whole array is subtracted instead of each row's own."""
    with np.errstate(all="ignore"):
        E = np.exp(Z - Z.max())
        P = E / E.sum(axis=1, keepdims=True)
        return -np.log(P[np.arange(len(y)), y]).mean(), (P - one_hot(y, Z.shape[1])) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "Is the label of the right class exactly 1 in your loss?",
        "The loss asks for the right class alone.",
        "The formula in the docstring of q3.",
    ),
)
def label_smoothing(Z, y):
    """The labels are smoothed."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    T = 0.9 * one_hot(y, Z.shape[1]) + 0.1 / Z.shape[1]
    return -(T * log_P).sum(axis=1).mean(), (np.exp(log_P) - T) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "Is there a logarithm in your loss?",
        "Cross-entropy is minus the logarithm of the probability of the right class.",
        "The formula in the docstring of q3.",
    ),
)
def squared_error_of_probabilities(Z, y):
    """The loss is the squared difference of probabilities and labels."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return np.mean(np.sum((np.exp(log_P) - one_hot(y, Z.shape[1])) ** 2, axis=1)), (np.exp(log_P) - one_hot(y, Z.shape[1])) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "What does a sample cost whose right class has probability 1?",
        "What costs is minus the logarithm of the probability.",
        "The formula in the docstring of q3.",
    ),
)
def probability_without_logarithm(Z, y):
    """The loss is minus the probability, without a logarithm."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -np.exp(log_P)[np.arange(len(y)), y].mean(), (np.exp(log_P) - one_hot(y, Z.shape[1])) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "What does your loss give where the right probability is 1e-20?",
        "Nothing is added: the logarithm of a softmax can be computed without taking the logarithm of 0.",
        "The docstring of q3: nothing is added and nothing is clipped.",
    ),
)
def adds_1e12_inside_the_logarithm(Z, y):
    """1e-12 is added inside the logarithm."""
    P = softmax(Z)
    return -np.log(P[np.arange(len(y)), y] + 1e-12).mean(), (P - one_hot(y, Z.shape[1])) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "What is the largest loss your function can give for one sample?",
        "Nothing is added: the logarithm of a softmax can be computed without taking the logarithm of 0.",
        "The docstring of q3: nothing is added and nothing is clipped.",
    ),
)
def adds_1e15_inside_the_logarithm(Z, y):
    """1e-15 is added inside the logarithm."""
    P = softmax(Z)
    return -np.log(P[np.arange(len(y)), y] + 1e-15).mean(), (P - one_hot(y, Z.shape[1])) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "Can a sample cost more than 35 in your loss?",
        "Nothing is clipped: the logarithm of a softmax can be computed without taking the logarithm of 0.",
        "The docstring of q3: nothing is added and nothing is clipped.",
    ),
)
def clipped_at_1e15(Z, y):
    """Probabilities are clipped at 1e-15 before the logarithm."""
    P = softmax(Z)
    return -np.log(np.clip(P[np.arange(len(y)), y], 1e-15, 1 - 1e-15)).mean(), (P - one_hot(y, Z.shape[1])) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "Can a sample cost more than 17 in your loss?",
        "Nothing is clipped: the logarithm of a softmax can be computed without taking the logarithm of 0.",
        "The docstring of q3: nothing is added and nothing is clipped.",
    ),
)
def clipped_at_1e7(Z, y):
    """Probabilities are clipped at 1e-7 before the logarithm."""
    P = softmax(Z)
    return -np.log(np.clip(P[np.arange(len(y)), y], 1e-7, 1 - 1e-7)).mean(), (P - one_hot(y, Z.shape[1])) / len(y)


@mistake(
    "cross_entropy",
    hints=(
        "Does your loss grow with the logit of the right class?",
        "The logarithm of a softmax is the logit minus the logarithm of the sum.",
        "The formula in the docstring of q3.",
    ),
)
def right_logit_with_a_plus(Z, y):
    """The logit of the right class is added to the loss instead of subtracted."""
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return (np.log(np.exp(S).sum(axis=1)) + S[np.arange(len(y)), y]).mean(), (np.exp(log_P) - one_hot(y, Z.shape[1])) / len(y)
