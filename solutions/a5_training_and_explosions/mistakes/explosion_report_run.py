"""Wrong implementations of explosion_report that learners write: the run and its arguments."""

import numpy as np

from autograder.checking import mistake

from ..reference import fixed_gradients, published_gradients, published_loss, published_setup
from .where import BAD


@mistake(
    "explosion_report",
    hints=(
        "Where does your code look at fixed?",
        "fixed chooses between the two given functions for the gradients.",
        BAD,
    ),
)
def always_published(reg, lr, fixed, steps=20000, hidden=50):
    """The published gradients are used whatever was asked for."""
    X, Y, W1, W2 = published_setup(hidden)
    gradients = published_gradients
    with np.errstate(all="ignore"):
        for t in range(1, steps + 1):
            dW1, dW2 = gradients(X, Y, W1, W2, reg)
            W1, W2 = W1 - lr * dW1, W2 - lr * dW2
            loss = published_loss(X, Y, W1, W2, reg)
            if not loss <= 1000:
                return t
    return -1


@mistake(
    "explosion_report",
    hints=(
        "Which gradients does fixed=False stand for?",
        "fixed means put right.",
        BAD,
    ),
)
def fixed_turned_round(reg, lr, fixed, steps=20000, hidden=50):
    """True and False have changed places."""
    X, Y, W1, W2 = published_setup(hidden)
    gradients = published_gradients if fixed else fixed_gradients
    with np.errstate(all="ignore"):
        for t in range(1, steps + 1):
            dW1, dW2 = gradients(X, Y, W1, W2, reg)
            W1, W2 = W1 - lr * dW1, W2 - lr * dW2
            loss = published_loss(X, Y, W1, W2, reg)
            if not loss <= 1000:
                return t
    return -1


@mistake(
    "explosion_report",
    hints=(
        "How can a reader tell a run that blew up in its last step from one that did not?",
        "A run without a bad step is reported as the docstring says.",
        BAD,
    ),
)
def steps_if_nothing_happens(reg, lr, fixed, steps=20000, hidden=50):
    """If nothing bad happens, the number of steps is returned."""
    X, Y, W1, W2 = published_setup(hidden)
    gradients = fixed_gradients if fixed else published_gradients
    with np.errstate(all="ignore"):
        for t in range(1, steps + 1):
            dW1, dW2 = gradients(X, Y, W1, W2, reg)
            W1, W2 = W1 - lr * dW1, W2 - lr * dW2
            loss = published_loss(X, Y, W1, W2, reg)
            if not loss <= 1000:
                return t
    return steps


@mistake(
    "explosion_report",
    hints=(
        "Where does your code use hidden?",
        "The number of neurons is passed on to the setup.",
        BAD,
    ),
)
def always_fifty_neurons(reg, lr, fixed, steps=20000, hidden=50):
    """The number of hidden neurons is ignored."""
    X, Y, W1, W2 = published_setup(50)
    gradients = fixed_gradients if fixed else published_gradients
    with np.errstate(all="ignore"):
        for t in range(1, steps + 1):
            dW1, dW2 = gradients(X, Y, W1, W2, reg)
            W1, W2 = W1 - lr * dW1, W2 - lr * dW2
            loss = published_loss(X, Y, W1, W2, reg)
            if not loss <= 1000:
                return t
    return -1


@mistake(
    "explosion_report",
    hints=(
        "At which W1 is your gradient of W2 taken?",
        "Both gradients belong to one point: take them both, then move.",
        BAD,
    ),
)
def one_after_the_other(reg, lr, fixed, steps=20000, hidden=50):
    """W2's gradient is taken after W1 has moved."""
    X, Y, W1, W2 = published_setup(hidden)
    gradients = fixed_gradients if fixed else published_gradients
    with np.errstate(all="ignore"):
        for t in range(1, steps + 1):
            W1 = W1 - lr * gradients(X, Y, W1, W2, reg)[0]
            W2 = W2 - lr * gradients(X, Y, W1, W2, reg)[1]
            loss = published_loss(X, Y, W1, W2, reg)
            if not loss <= 1000:
                return t
    return -1


@mistake(
    "explosion_report",
    hints=(
        "Which of the two matrices does your step move?",
        "Both matrices move in every step.",
        BAD,
    ),
)
def first_layer_stands_still(reg, lr, fixed, steps=20000, hidden=50):
    """W1 is never moved."""
    X, Y, W1, W2 = published_setup(hidden)
    gradients = fixed_gradients if fixed else published_gradients
    with np.errstate(over="ignore", invalid="ignore"):
        for t in range(1, steps + 1):
            dW1, dW2 = gradients(X, Y, W1, W2, reg)
            W1, W2 = W1, W2 - lr * dW2
            if not published_loss(X, Y, W1, W2, reg) <= 1000:
                return t
    return -1


@mistake(
    "explosion_report",
    hints=(
        "Which sign has your step?",
        "A step goes against the gradient.",
        BAD,
    ),
)
def uphill(reg, lr, fixed, steps=20000, hidden=50):
    """The steps go up instead of down."""
    X, Y, W1, W2 = published_setup(hidden)
    gradients = fixed_gradients if fixed else published_gradients
    with np.errstate(over="ignore", invalid="ignore"):
        for t in range(1, steps + 1):
            dW1, dW2 = gradients(X, Y, W1, W2, reg)
            W1, W2 = W1 + lr * dW1, W2 + lr * dW2
            if not published_loss(X, Y, W1, W2, reg) <= 1000:
                return t
    return -1


@mistake(
    "explosion_report",
    hints=(
        "Does W2 change in your loop?",
        "A step moves both arrays of weights.",
        BAD,
    ),
)
def second_layer_stands_still(reg, lr, fixed, steps=20000, hidden=50):
    """W2 is never moved."""
    X, Y, W1, W2 = published_setup(hidden)
    gradients = fixed_gradients if fixed else published_gradients
    with np.errstate(over="ignore", invalid="ignore"):
        for t in range(1, steps + 1):
            W1 = W1 - lr * gradients(X, Y, W1, W2, reg)[0]
            if not published_loss(X, Y, W1, W2, reg) <= 1000:
                return t
    return -1


@mistake(
    "explosion_report",
    hints=(
        "Is reg handed on to the gradients?",
        "It is the penalty's gradient that blows up: it belongs into every step.",
        BAD,
    ),
)
def without_a_penalty(reg, lr, fixed, steps=20000, hidden=50):
    """The gradients are computed without the penalty."""
    X, Y, W1, W2 = published_setup(hidden)
    gradients = fixed_gradients if fixed else published_gradients
    with np.errstate(over="ignore", invalid="ignore"):
        for t in range(1, steps + 1):
            dW1, dW2 = gradients(X, Y, W1, W2, 0.0)
            W1, W2 = W1 - lr * dW1, W2 - lr * dW2
            if not published_loss(X, Y, W1, W2, reg) <= 1000:
                return t
    return -1
