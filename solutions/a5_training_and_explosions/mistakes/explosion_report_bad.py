"""Wrong implementations of explosion_report that learners write: what counts as bad, and when."""

import numpy as np

from autograder.checking import mistake

from ..reference import fixed_gradients, published_gradients, published_loss, published_setup
from .where import BAD


@mistake(
    "explosion_report",
    hints=(
        "What does Python say to: is NaN above 1000?",
        "Every comparison with NaN is False. A loss that is not finite is bad as well.",
        BAD,
    ),
)
def nan_is_not_above(reg, lr, fixed, steps=20000, hidden=50):
    """A loss that is not a number is not seen as bad."""
    X, Y, W1, W2 = published_setup(hidden)
    gradients = fixed_gradients if fixed else published_gradients
    with np.errstate(all="ignore"):
        for t in range(1, steps + 1):
            dW1, dW2 = gradients(X, Y, W1, W2, reg)
            W1, W2 = W1 - lr * dW1, W2 - lr * dW2
            loss = published_loss(X, Y, W1, W2, reg)
            if loss > 1000:
                return t
    return -1


@mistake(
    "explosion_report",
    hints=(
        "Is a loss of 5757 bad, and is every term of the loss in yours?",
        "There are two ways to be bad: to be above the limit, or not to be a finite number.",
        BAD,
    ),
)
def only_nan_is_bad(reg, lr, fixed, steps=20000, hidden=50):
    """Losses that are finite do not count as bad, however large, or are not as large as they should be."""
    X, Y, W1, W2 = published_setup(hidden)
    gradients = fixed_gradients if fixed else published_gradients
    with np.errstate(all="ignore"):
        for t in range(1, steps + 1):
            dW1, dW2 = gradients(X, Y, W1, W2, reg)
            W1, W2 = W1 - lr * dW1, W2 - lr * dW2
            loss = published_loss(X, Y, W1, W2, reg)
            if not np.isfinite(loss):
                return t
    return -1


@mistake(
    "explosion_report",
    hints=(
        "Which number does your very first step have?",
        "Steps are counted from 1: the number says how many have been done.",
        BAD,
    ),
)
def counts_from_zero(reg, lr, fixed, steps=20000, hidden=50):
    """The first step has the number 0."""
    X, Y, W1, W2 = published_setup(hidden)
    gradients = fixed_gradients if fixed else published_gradients
    with np.errstate(all="ignore"):
        for t in range(steps):
            dW1, dW2 = gradients(X, Y, W1, W2, reg)
            W1, W2 = W1 - lr * dW1, W2 - lr * dW2
            loss = published_loss(X, Y, W1, W2, reg)
            if not loss <= 1000:
                return t
    return -1


@mistake(
    "explosion_report",
    hints=(
        "After how many steps is the loss taken that you call that of step 1?",
        "Step t is bad if the loss after it is.",
        BAD,
    ),
)
def looks_before_the_step(reg, lr, fixed, steps=20000, hidden=50):
    """The loss is looked at before the step instead of after it."""
    X, Y, W1, W2 = published_setup(hidden)
    gradients = fixed_gradients if fixed else published_gradients
    with np.errstate(all="ignore"):
        for t in range(1, steps + 1):
            if not published_loss(X, Y, W1, W2, reg) <= 1000:
                return t
            dW1, dW2 = gradients(X, Y, W1, W2, reg)
            W1, W2 = W1 - lr * dW1, W2 - lr * dW2
    return -1


@mistake(
    "explosion_report",
    hints=(
        "After how many steps does your code call the run of the worked number bad?",
        "A loss is bad if it is above the limit in the docstring, or not finite.",
        BAD,
    ),
)
def limit_of_one(reg, lr, fixed, steps=20000, hidden=50):
    """The limit is 1 instead of 1000."""
    X, Y, W1, W2 = published_setup(hidden)
    gradients = fixed_gradients if fixed else published_gradients
    with np.errstate(all="ignore"):
        for t in range(1, steps + 1):
            dW1, dW2 = gradients(X, Y, W1, W2, reg)
            W1, W2 = W1 - lr * dW1, W2 - lr * dW2
            loss = published_loss(X, Y, W1, W2, reg)
            if not loss <= 1:
                return t
    return -1


@mistake(
    "explosion_report",
    hints=(
        "What does your function do when it is asked for 5000 steps?",
        "As many steps are done as are asked for.",
        BAD,
    ),
)
def gives_up_early(reg, lr, fixed, steps=20000, hidden=50):
    """The run ends after 2000 steps."""
    X, Y, W1, W2 = published_setup(hidden)
    gradients = fixed_gradients if fixed else published_gradients
    with np.errstate(over="ignore", invalid="ignore"):
        for t in range(1, min(steps, 2000) + 1):
            dW1, dW2 = gradients(X, Y, W1, W2, reg)
            W1, W2 = W1 - lr * dW1, W2 - lr * dW2
            if not published_loss(X, Y, W1, W2, reg) <= 1000:
                return t
    return -1


@mistake(
    "explosion_report",
    hints=(
        "What does your loop do when steps is 1?",
        "Step t runs from 1 to steps, both included.",
        BAD,
    ),
)
def last_step_missing(reg, lr, fixed, steps=20000, hidden=50):
    """The last step is not done."""
    X, Y, W1, W2 = published_setup(hidden)
    gradients = fixed_gradients if fixed else published_gradients
    with np.errstate(over="ignore", invalid="ignore"):
        for t in range(1, steps):
            dW1, dW2 = gradients(X, Y, W1, W2, reg)
            W1, W2 = W1 - lr * dW1, W2 - lr * dW2
            if not published_loss(X, Y, W1, W2, reg) <= 1000:
                return t
    return -1


@mistake(
    "explosion_report",
    hints=(
        "Between which two of your looks can the first bad step lie?",
        "The first bad step is asked for exactly, so the loss is looked at after every step.",
        BAD,
    ),
)
def looks_now_and_then(reg, lr, fixed, steps=20000, hidden=50):
    """The loss is looked at every ten steps only."""
    X, Y, W1, W2 = published_setup(hidden)
    gradients = fixed_gradients if fixed else published_gradients
    with np.errstate(over="ignore", invalid="ignore"):
        for t in range(1, steps + 1):
            dW1, dW2 = gradients(X, Y, W1, W2, reg)
            W1, W2 = W1 - lr * dW1, W2 - lr * dW2
            if (t % 10 == 0 or t == steps) and not published_loss(X, Y, W1, W2, reg) <= 1000:
                return t
    return -1
