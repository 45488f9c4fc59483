"""Wrong implementations of fit_logistic that learners write: the steps and the result."""

import numpy as np

from autograder.checking import mistake

from ..reference import bce_with_logits


@mistake(
    "fit_logistic",
    hints=(
        "With which w is the gradient of b computed in your loop?",
        "Both gradients belong to the same point: finish them before any step is taken.",
        "The docstring of q9: both gradients taken at the old w and b.",
    ),
)
def bias_after_weights(X, y, lam, steps, lr):
    """The gradient of the bias is computed with the new weights."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w = w - lr * (X.T @ dz + lam * w / len(y))
        _, dz = bce_with_logits(X @ w + b, y)
        b = b - lr * dz.sum()
    return w, b


@mistake(
    "fit_logistic",
    hints=(
        "Does your loss fall from step to step?",
        "A gradient points uphill; a step goes the other way.",
        "The docstring of q9, the sign of a step.",
    ),
)
def walks_uphill(X, y, lam, steps, lr):
    """The steps go up instead of down."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w + lr * (X.T @ dz + lam * w / len(y)), b + lr * dz.sum()
    return w, b


@mistake(
    "fit_logistic",
    hints=(
        "Which probability does your model give at x = 0?",
        "Without a bias the probability at x = 0 is 1/2, whatever the table says.",
        "The formula in the docstring of q9: z = X w + b.",
    ),
)
def bias_stays_zero(X, y, lam, steps, lr):
    """The bias is never moved."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w = w - lr * (X.T @ dz + lam * w / len(y))
    return w, b


@mistake(
    "fit_logistic",
    hints=(
        "How many times does your loop run if steps is 1?",
        "`steps` steps are taken, not one less and not one more.",
        "The public check that takes exactly one step.",
    ),
)
def one_step_too_few(X, y, lam, steps, lr):
    """One step too few is taken."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(1, steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr * (X.T @ dz + lam * w / len(y)), b - lr * dz.sum()
    return w, b


@mistake(
    "fit_logistic",
    hints=(
        "Where do your weights stand if no step is taken?",
        "Gradient descent here starts from zero, so that everybody gets the same numbers.",
        "The docstring of q9: start from w = 0 and b = 0.",
    ),
)
def starts_at_one(X, y, lam, steps, lr):
    """The weights start at 1 instead of 0."""
    w, b = np.ones(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr * (X.T @ dz + lam * w / len(y)), b - lr * dz.sum()
    return w, b


@mistake(
    "fit_logistic",
    hints=(
        "How often does your loop run when steps is 0?",
        "There are exactly `steps` steps.",
        "The formula in the docstring of q9.",
    ),
)
def one_step_too_many(X, y, lam, steps, lr):
    """One step too many is taken."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps + 1):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr * (X.T @ dz + lam / len(X) * w), b - lr * dz.sum()
    return w, float(b)


@mistake(
    "fit_logistic",
    hints=(
        "At which weights do you take the gradient of the price?",
        "Both parts of the gradient are taken at the old weights.",
        "The formula in the docstring of q9.",
    ),
)
def price_at_the_new_weights(X, y, lam, steps, lr):
    """The price shrinks the weights after the step instead of in it."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = (w - lr * X.T @ dz) * (1 - lr * lam / len(X)), b - lr * dz.sum()
    return w, float(b)


@mistake(
    "fit_logistic",
    hints=(
        "Is the bias still the old one when you compute the gradient of w?",
        "Both gradients are taken at the old w and b.",
        "The formula in the docstring of q9, and the sentence after it.",
    ),
)
def weights_after_bias(X, y, lam, steps, lr):
    """The gradient of the weights is computed with the new bias."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        b = b - lr * dz.sum()
        _, dz = bce_with_logits(X @ w + b, y)
        w = w - lr * (X.T @ dz + lam / len(X) * w)
    return w, float(b)


@mistake(
    "fit_logistic",
    hints=(
        "How long is your last step?",
        "The rate is the same in every step.",
        "The formula in the docstring of q9.",
    ),
)
def rate_decays(X, y, lam, steps, lr):
    """The step becomes shorter and shorter."""
    w, b = np.zeros(X.shape[1]), 0.0
    for k in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr / (1 + k) * (X.T @ dz + lam / len(X) * w), b - lr / (1 + k) * dz.sum()
    return w, float(b)


@mistake(
    "fit_logistic",
    hints=(
        "How many axes has w?",
        "w has one axis: one number per column of X.",
        "The line `Returns` in the docstring of q9.",
    ),
)
def w_as_a_column(X, y, lam, steps, lr):
    """w is returned as a column."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr * (X.T @ dz + lam / len(X) * w), b - lr * dz.sum()
    return w[:, None], float(b)


@mistake(
    "fit_logistic",
    hints=(
        "How many axes has b?",
        "b is one number.",
        "The line `Returns` in the docstring of q9.",
    ),
)
def b_as_an_array(X, y, lam, steps, lr):
    """b is returned as an array with one entry."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr * (X.T @ dz + lam / len(X) * w), b - lr * dz.sum()
    return w, np.array([b])


@mistake(
    "fit_logistic",
    hints=(
        "Which of the two results comes first?",
        "The weights come first, then the bias.",
        "The line `Returns` in the docstring of q9.",
    ),
)
def bias_first(X, y, lam, steps, lr):
    """b is returned before w."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr * (X.T @ dz + lam / len(X) * w), b - lr * dz.sum()
    return float(b), w


@mistake(
    "fit_logistic",
    hints=(
        "Do your logits change from step to step?",
        "The gradient is taken anew at the weights of every step.",
        "The formula in the docstring of q9.",
    ),
)
def gradient_of_the_start(X, y, lam, steps, lr):
    """Every step uses the gradient at the starting weights."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(np.zeros(len(X)), y)
        w, b = w - lr * (X.T @ dz + lam / len(X) * w), b - lr * dz.sum()
    return w, float(b)


@mistake(
    "fit_logistic",
    hints=(
        "Does your step depend on earlier steps?",
        "A step depends on the gradient at the present w and b alone.",
        "The formula in the docstring of q9.",
    ),
)
def momentum_added(X, y, lam, steps, lr):
    """Momentum is added to plain descent."""
    w, b, v, u = np.zeros(X.shape[1]), 0.0, np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        v, u = 0.9 * v + X.T @ dz + lam / len(X) * w, 0.9 * u + dz.sum()
        w, b = w - lr * v, b - lr * u
    return w, float(b)


@mistake(
    "fit_logistic",
    hints=(
        "How many steps do you take when the gradient becomes small?",
        "There are exactly `steps` steps.",
        "The formula in the docstring of q9.",
    ),
)
def stops_when_flat(X, y, lam, steps, lr):
    """The descent stops early, when the gradient is small."""
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        if np.sqrt(np.sum((X.T @ dz) ** 2) + dz.sum() ** 2) < 1e-3:
            break
        w, b = w - lr * (X.T @ dz + lam / len(X) * w), b - lr * dz.sum()
    return w, float(b)
