"""Wrong implementations of bce_with_logits that learners write: the gradient and the averages."""

import numpy as np

from autograder.checking import mistake


@mistake(
    "bce_with_logits",
    hints=(
        "What happens to your loss if every sample of the batch is there twice?",
        "Losses average over the samples, and so do their gradients.",
        "The formula in the docstring of q4.",
    ),
)
def sums_the_answers(z, y):
    """Loss and gradient are summed over the samples instead of averaged."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.sum(np.logaddexp(0, z) - y * z), p - y


@mistake(
    "bce_with_logits",
    hints=(
        "By how much does your gradient change if every sample of the batch is there twice?",
        "The derivative of an average carries the same factor as the average.",
        "The formula in the docstring of q4.",
    ),
)
def slope_not_averaged(z, y):
    """The gradient lacks the 1/N."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.mean(np.logaddexp(0, z) - y * z), p - y


@mistake(
    "bce_with_logits",
    hints=(
        "If the answer is 1 and z grows, does the loss grow or shrink?",
        "A gradient points uphill: it is negative where a larger logit makes the loss smaller.",
        "The worked number of q4.",
    ),
)
def slope_points_downhill(z, y):
    """The gradient has the wrong sign."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.mean(np.logaddexp(0, z) - y * z), (y - p) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "How large is your gradient at z = -10 with y = 1, where the answer is badly wrong?",
        "The derivative of sigmoid has already been cancelled by the derivative of the logarithm; it must not appear again.",
        "Section 'Two classes', the picture of loss against logit.",
    ),
)
def sigmoid_derivative_again(z, y):
    """The gradient is multiplied by p (1 - p) once too often."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.mean(np.logaddexp(0, z) - y * z), (p - y) * p * (1 - p) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "Which answer is more probable in your function if z is large?",
        "z speaks for the answer 1: the larger z, the smaller the loss of a sample with y = 1.",
        "The formula in the docstring of q4.",
    ),
)
def answers_swapped(z, y):
    """The two answers are taken for each other."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    q = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.mean(np.logaddexp(0, z) - (1 - y) * z), (q - (1 - y)) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "Is there a 1/N in your loss as well as in your gradient?",
        "Both are means over the samples.",
        "The formula in the docstring of q4.",
    ),
)
def loss_summed_alone(z, y):
    """The loss is summed over the samples; the gradient is averaged."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.sum(np.logaddexp(0, z) - y * z), (p - y) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "Where does your gradient use y?",
        "What is subtracted is the answer of the sample, 0 or 1.",
        "The formula of dz in the docstring of q4.",
    ),
)
def every_answer_is_one(z, y):
    """The gradient is p - 1 for every sample, whatever its answer."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.mean(np.logaddexp(0, z) - y * z), (p - 1.0) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "How many different values can your gradient have?",
        "p is a probability and moves smoothly with z.",
        "The formula of dz in the docstring of q4.",
    ),
)
def hard_decisions(z, y):
    """The gradient uses a decision, 0 or 1, in the place of the probability."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.mean(np.logaddexp(0, z) - y * z), ((z > 0) - y) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "With respect to what do you differentiate, p or z?",
        "From p down to z the slope of the sigmoid is one more factor.",
        "The formula of dz in the docstring of q4.",
    ),
)
def slope_at_the_probability(z, y):
    """The gradient is taken with respect to the probability instead of the logit."""
    with np.errstate(all="ignore"):
        if z.shape != y.shape:
            raise ValueError("shapes differ")
        p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
        return np.mean(np.logaddexp(0, z) - y * z), (p - y) / (p * (1 - p)) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "What is y in your formula when the answer is no?",
        "The answers are 0 and 1.",
        "The line on y in the docstring of q4.",
    ),
)
def labels_as_signs(z, y):
    """The answers are taken to be -1 and 1."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.mean(np.logaddexp(0, -y * z)), (p - y) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "Which of the two arguments comes first?",
        "The logits come first, the answers second.",
        "The first line of the docstring of q4, and its formula.",
    ),
)
def logit_and_answer_exchanged(z, y):
    """z and y are taken for each other in the loss."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.mean(np.logaddexp(0, y) - y * z), (p - y) / len(z)


@mistake(
    "bce_with_logits",
    hints=(
        "How many samples do you average over?",
        "A mean is divided by N.",
        "The formula in the docstring of q4.",
    ),
)
def divides_by_n_minus_one(z, y):
    """The loss and its gradient are divided by N - 1."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.sum(np.logaddexp(0, z) - y * z) / max(len(z) - 1, 1), (p - y) / max(len(z) - 1, 1)


@mistake(
    "bce_with_logits",
    hints=(
        "How often is the 1/N a factor of the gradient?",
        "The loss is divided by N once, and so is its gradient.",
        "The formula of dz in the docstring of q4.",
    ),
)
def gradient_divided_twice(z, y):
    """The gradient is divided by N twice."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.mean(np.logaddexp(0, z) - y * z), (p - y) / len(z) ** 2


@mistake(
    "bce_with_logits",
    hints=(
        "How many numbers is the loss?",
        "The loss is one number, the mean over the samples.",
        "The line `Returns` in the docstring of q4.",
    ),
)
def losses_not_averaged(z, y):
    """The losses of the samples are returned instead of their mean."""
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    p = np.where(z >= 0, 1.0, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return np.logaddexp(0, z) - y * z, (p - y) / len(z)
