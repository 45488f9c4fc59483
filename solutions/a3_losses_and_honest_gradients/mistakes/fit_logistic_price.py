"""Wrong implementations of fit_logistic that learners write: the price on weights, and the averages."""

import numpy as np

from autograder.checking import mistake

from ..reference import bce_with_logits


@mistake(
    "fit_logistic",
    hints=(
        "What should b become if lam is so large that w stays at 0?",
        "Only w is paid for: the bias has to be free to meet the overall share of ones.",
        "The formula in the docstring of q9, and the sentence after it.",
    ),
)
def bias_is_charged(X, y, lam, steps, lr):
    """The bias is regularised too."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr * (X.T @ dz + lam * w / len(y)), b - lr * (dz.sum() + lam * b / len(y))
    return w, b


@mistake(
    "fit_logistic",
    hints=(
        "Does your result depend on lam?",
        "The price on weights is part of the loss, so its derivative is part of the gradient.",
        "The formula in the docstring of q9.",
    ),
)
def lam_is_ignored(X, y, lam, steps, lr):
    """The price on weights is missing from the gradient."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr * (X.T @ dz), b - lr * dz.sum()
    return w, b


@mistake(
    "fit_logistic",
    hints=(
        "By what is the price on weights divided?",
        "In this course the price on weights is divided by 2N, as the mean loss is divided by N.",
        "The formula in the docstring of q9.",
    ),
)
def lam_not_divided(X, y, lam, steps, lr):
    """The price on weights is not divided by N."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr * (X.T @ dz + lam * w), b - lr * dz.sum()
    return w, b


@mistake(
    "fit_logistic",
    hints=(
        "What is the derivative of a half of w^2?",
        "The half in the formula cancels the 2 of the square.",
        "The formula in the docstring of q9: lam/2N.",
    ),
)
def price_counted_twice(X, y, lam, steps, lr):
    """The derivative of the price on weights is twice too large."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr * (X.T @ dz + 2 * lam * w / len(y)), b - lr * dz.sum()
    return w, b


@mistake(
    "fit_logistic",
    hints=(
        "Is every weight pushed by the same amount when lam is large?",
        "Each weight is pushed in proportion to itself; a sum over all weights pushes all of them alike.",
        "The formula in the docstring of q9: differentiate the sum of squares by one weight.",
    ),
)
def same_push_for_every_weight(X, y, lam, steps, lr):
    """The sum of squares is used as the derivative of the price on weights."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr * (X.T @ dz + lam * np.sum(w**2) / len(y)), b - lr * dz.sum()
    return w, b


@mistake(
    "fit_logistic",
    hints=(
        "Is the slope that bce_with_logits gives already an average?",
        "The average belongs to the loss and is taken once.",
        "The formula of dz in the docstring of q4.",
    ),
)
def averages_twice(X, y, lam, steps, lr):
    """The gradient of the data is divided by N a second time."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr * (X.T @ dz / len(y) + lam * w / len(y)), b - lr * dz.mean()
    return w, b


@mistake(
    "fit_logistic",
    hints=(
        "What happens to your steps if every sample of the table is there twice and lam is 0?",
        "The loss is a mean over the samples, so its gradient is a mean as well.",
        "The formula in the docstring of q9.",
    ),
)
def sums_over_samples(X, y, lam, steps, lr):
    """The gradient of the data is summed over the samples instead of averaged."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr * (X.T @ dz * len(y) + lam * w / len(y)), b - lr * dz.sum() * len(y)
    return w, b


@mistake(
    "fit_logistic",
    hints=(
        "Which loss is your gradient the gradient of?",
        "With cross-entropy the derivative of sigmoid cancels; if it is still there, you are minimising another loss.",
        "Section 'Two classes', the picture of loss against logit.",
    ),
)
def squared_loss(X, y, lam, steps, lr):
    """The gradient is that of the squared error of the probability."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        dz = (p - y) * p * (1 - p) / len(y)
        w, b = w - lr * (X.T @ dz + lam * w / len(y)), b - lr * dz.sum()
    return w, b


@mistake(
    "fit_logistic",
    hints=(
        "What cancels the 2 under the price?",
        "The slope of a square brings a factor of 2.",
        "The formula in the docstring of q9: lam/2N.",
    ),
)
def price_halved(X, y, lam, steps, lr):
    """The derivative of the price on weights is half as large as it should be."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr * (X.T @ dz + lam / (2 * len(X)) * w), b - lr * dz.sum()
    return w, float(b)


@mistake(
    "fit_logistic",
    hints=(
        "Do your weights become smaller or larger with a larger lam?",
        "The price pulls every weight towards 0.",
        "The formula in the docstring of q9.",
    ),
)
def price_pushes_outwards(X, y, lam, steps, lr):
    """The price on weights has the wrong sign: it makes the weights larger."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr * (X.T @ dz - lam / len(X) * w), b - lr * dz.sum()
    return w, float(b)


@mistake(
    "fit_logistic",
    hints=(
        "Does a large weight pull harder than a small one?",
        "The price is a sum of squares, and the slope of a square is proportional to the weight.",
        "The formula in the docstring of q9.",
    ),
)
def signs_are_paid_for(X, y, lam, steps, lr):
    """The derivative of the price is the sign of the weight, as for absolute values."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr * (X.T @ dz + lam / len(X) * np.sign(w)), b - lr * dz.sum()
    return w, float(b)


@mistake(
    "fit_logistic",
    hints=(
        "Does a change of b change your logits?",
        "The logits are made of w and b.",
        "The formula in the docstring of q9: z = X w + b.",
    ),
)
def no_bias_in_the_logits(X, y, lam, steps, lr):
    """The logits do not contain the bias."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w, y)
        w, b = w - lr * (X.T @ dz + lam / len(X) * w), b - lr * dz.sum()
    return w, float(b)


@mistake(
    "fit_logistic",
    hints=(
        "Where does the 1/N of the loss stand in your gradient of b?",
        "dz holds the 1/N already: it is summed.",
        "The formula in the docstring of q9.",
    ),
)
def bias_gradient_averaged_again(X, y, lam, steps, lr):
    """The gradient of the bias is the mean of dz."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr * (X.T @ dz + lam / len(X) * w), b - lr * dz.mean()
    return w, float(b)


@mistake(
    "fit_logistic",
    hints=(
        "Are your weights those of X as it is given?",
        "X is used as it is.",
        "The formula in the docstring of q9: z = X w + b.",
    ),
)
def columns_standardised(X, y, lam, steps, lr):
    """The columns are standardised first."""
    X = (X - X.mean(axis=0)) / np.where(X.std(axis=0) == 0, 1.0, X.std(axis=0))
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr * (X.T @ dz + lam / len(X) * w), b - lr * dz.sum()
    return w, float(b)


@mistake(
    "fit_logistic",
    hints=(
        "What does a sample on the right side of the boundary still contribute?",
        "A probability is never quite 0 or 1: every sample pulls a little.",
        "The formula in the docstring of q9.",
    ),
)
def decisions_for_probabilities(X, y, lam, steps, lr):
    """The gradient uses a decision, 0 or 1, in the place of the probability, as a perceptron does."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        dz = ((X @ w + b > 0) - y) / len(X)
        w, b = w - lr * (X.T @ dz + lam / len(X) * w), b - lr * dz.sum()
    return w, float(b)
