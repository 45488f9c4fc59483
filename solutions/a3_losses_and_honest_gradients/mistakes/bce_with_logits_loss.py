"""Wrong implementations of bce_with_logits that learners write: the loss, its stability and form."""

import numpy as np

from autograder.checking import mistake


@mistake(
    "bce_with_logits",
    hints=(
        "Which probability does sigmoid give at -1000, as a float64, and what is its logarithm?",
        "A probability that has been rounded to 0 or 1 has lost the logit; the loss can be written with the logit itself.",
        "Section 'Two classes', the paragraph about log(1 + exp(z)).",
    ),
)
def probability_first(z, y):
    """The probability is computed first, and its logarithm is infinite where it was rounded to 0 or 1."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = 1 / (1 + np.exp(-z))
    return -np.mean(np.where(y == 1, np.log(p), np.log(1 - p))), (p - y) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "What is the largest loss your function can ever return for one sample?",
        "Clipping the probability puts a ceiling on the loss: a very wrong answer no longer costs more than a wrong one.",
        "The docstring of q4: nothing is added and nothing is clipped.",
    ),
)
def clips_the_probability(z, y):
    """The probability is clipped before the logarithm."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = 1 / (1 + np.exp(-np.clip(z, -700, 700)))
    kept = np.clip(p, 1e-12, 1 - 1e-12)
    return -np.mean(y * np.log(kept) + (1 - y) * np.log(1 - kept)), (p - y) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "Is your loss quite right for a good answer, or a little too small?",
        "A number added inside the logarithm changes every loss and puts a ceiling on it.",
        "The docstring of q4: nothing is added and nothing is clipped.",
    ),
)
def adds_inside_both_logarithms(z, y):
    """A small number is added inside the logarithms."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = 1 / (1 + np.exp(-np.clip(z, -700, 700)))
    return -np.mean(y * np.log(p + 1e-9) + (1 - y) * np.log(1 - p + 1e-9)), (p - y) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "What does your function charge a sample with y = 0?",
        "Both answers cost something: one by the probability of a 1, the other by the probability of a 0.",
        "The formula in the docstring of q4 has two terms.",
    ),
)
def only_the_ones_cost(z, y):
    """Samples with y = 0 cost nothing."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.mean(y * np.logaddexp(0, -z)), (p - y) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "What is your loss at z = 0?",
        "max(z, 0) - y z is the loss far from 0 only; near 0 something is missing that is log 2 at z = 0.",
        "The worked number of q4.",
    ),
)
def loss_with_a_corner(z, y):
    """The smooth part near z = 0 is missing from the loss."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.mean(np.maximum(z, 0) - y * z), (p - y) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "Which shape has z - y if z is (3,) and y is (3, 1)?",
        "Different shapes are broadcast without a word, and every logit meets every answer: compare the shapes first.",
        "The line about ValueError in the docstring of q4.",
    ),
)
def shapes_not_compared(z, y):
    """Different shapes of z and y are broadcast instead of refused."""
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.mean(np.logaddexp(0, z) - y * z), (p - y) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "What is np.exp(1000.0), and where does your loss take it?",
        "log(1 + exp(z)) is nearly z for large z; it can be written so that only exp of a negative number is taken.",
        "Section 'Two classes', the paragraph about log(1 + exp(z)).",
    ),
)
def softplus_overflows(z, y):
    """exp(z) overflows in the loss for large z."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.mean(np.log(1 + np.exp(z)) - y * z), (p - y) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "Which loss does z = 0 give in your function: 0.69 or 1?",
        "The logarithm is the natural one, whose derivative is 1/p without a factor.",
        "The worked number of q4, which is made of log 2 and log 4.",
    ),
)
def binary_loss_in_bits(z, y):
    """The logarithm has the base 2."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.mean(np.logaddexp(0, z) - y * z) / np.log(2), (p - y) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "Do shapes (3,) and (3, 1) have the same length, and as many entries?",
        "Shapes are the same only if all axes are.",
        "The line about ValueError in the docstring of q4.",
    ),
)
def only_lengths_compared(z, y):
    """Only the lengths, or the numbers of entries, of z and y are compared."""
    if len(z) != len(y):
        raise ValueError("shapes differ")
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.mean(np.logaddexp(0, z) - y * z), (p - y) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "Do shapes (3,) and (1,) have the same number of axes?",
        "Shapes are the same only if all lengths are.",
        "The line about ValueError in the docstring of q4.",
    ),
)
def only_axes_counted(z, y):
    """Only the numbers of axes of z and y are compared."""
    if z.ndim != y.ndim:
        raise ValueError("shapes differ")
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.mean(np.logaddexp(0, z) - y * z), (p - y) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "What does a sample cost that is wrong by 500?",
        "Nothing is clipped: the loss grows with the logit without end.",
        "The docstring of q4: nothing is added and nothing is clipped.",
    ),
)
def logits_cut_at_30(z, y):
    """Logits are cut at 30."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    z = np.clip(z, -30, 30)
    p = 1 / (1 + np.exp(-z))
    return np.mean(np.logaddexp(0, z) - y * z), (p - y) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "What does a sample with y = 1 and a very negative logit cost?",
        "Both answers cost: there are two terms.",
        "The formula in the docstring of q4.",
    ),
)
def only_the_zeros_cost(z, y):
    """Samples with y = 1 cost nothing."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.mean((1 - y) * np.logaddexp(0, z)), (p - y) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "Over how many terms per sample do you average?",
        "For each sample only one of the two terms is not 0, and the mean is over samples.",
        "The formula in the docstring of q4.",
    ),
)
def halved_loss(z, y):
    """The loss is halved: it is averaged over two classes."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.mean(np.logaddexp(0, z) - y * z) / 2, (p - y) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "Which of the two results comes first?",
        "The loss is the first result.",
        "The line `Returns` in the docstring of q4.",
    ),
)
def gradient_in_front(z, y):
    """The gradient comes before the loss."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return (p - y) / len(z), np.mean(np.logaddexp(0, z) - y * z)


@mistake(
    "bce_with_logits",
    hints=(
        "Take a sample with y = 0: can its loss be negative?",
        "The minus in front of the parenthesis is for both terms.",
        "The formula in the docstring of q4.",
    ),
)
def minus_for_the_ones_only(z, y):
    """The minus stands in front of the first term alone, so samples with y = 0 make the loss smaller."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = np.exp(-np.logaddexp(0.0, -z))
    return float(np.mean(y * np.logaddexp(0.0, -z) - (1 - y) * np.logaddexp(0.0, z))), (p - y) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "What sign has your loss for a sample that is answered wrongly, and does it grow with the number of samples?",
        "A likelihood is made large, a loss is made small; and this loss is a mean.",
        "The formula in the docstring of q4.",
    ),
)
def likelihood_in_place_of_the_loss(z, y):
    """The loss is the sum of the log-likelihoods, with their sign; the gradient is right."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = np.exp(-np.logaddexp(0.0, -z))
    return float(np.sum(y * z - np.logaddexp(0.0, z))), (p - y) / len(z)
