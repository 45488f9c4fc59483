"""Wrong implementations of symmetry_experiment that learners write: the training and its counts."""

import numpy as np

from autograder.checking import mistake

from ..reference import loss_and_gradients, sgd_step
from .where import COPIES


@mistake(
    "symmetry_experiment",
    hints=(
        "How many counts do 0 steps have?",
        "There is one count before the first step, and one after each.",
        COPIES,
    ),
)
def no_count_before(params, X, y, steps, lr, kind="tanh"):
    """The count before the first step is missing."""

    def count(params):
        units = np.vstack([params["W1"], params["b1"]]).T
        apart = np.max(np.abs(units[:, None] - units), axis=2) > 1e-6
        return sum(bool(np.all(apart[j, :j])) for j in range(len(units)))

    counts = []
    for _ in range(steps):
        params = sgd_step(params, loss_and_gradients(params, X, y, kind)[1], lr)
        counts.append(count(params))
    return np.array(counts, dtype=int)


@mistake(
    "symmetry_experiment",
    hints=(
        "How many counts do 3 steps have?",
        "There is one count before the first step, and one after each.",
        COPIES,
    ),
)
def one_step_short(params, X, y, steps, lr, kind="tanh"):
    """The last step is missing."""

    def count(params):
        units = np.vstack([params["W1"], params["b1"]]).T
        apart = np.max(np.abs(units[:, None] - units), axis=2) > 1e-6
        return sum(bool(np.all(apart[j, :j])) for j in range(len(units)))

    counts = [count(params)]
    for _ in range(steps - 1):
        params = sgd_step(params, loss_and_gradients(params, X, y, kind)[1], lr)
        counts.append(count(params))
    return np.array(counts)


@mistake(
    "symmetry_experiment",
    hints=(
        "Where are the gradients of your second step taken?",
        "Each step takes the gradient where the network is by then.",
        COPIES,
    ),
)
def same_gradient_for_ever(params, X, y, steps, lr, kind="tanh"):
    """The gradient of the first parameters is used in every step."""

    def count(params):
        units = np.vstack([params["W1"], params["b1"]]).T
        apart = np.max(np.abs(units[:, None] - units), axis=2) > 1e-6
        return sum(bool(np.all(apart[j, :j])) for j in range(len(units)))

    grads = loss_and_gradients(params, X, y, kind)[1]
    counts = [count(params)]
    for _ in range(steps):
        params = sgd_step(params, grads, lr)
        counts.append(count(params))
    return np.array(counts)


@mistake(
    "symmetry_experiment",
    hints=(
        "What is different in your network after a step?",
        "The experiment is about what training does: each count follows a step.",
        COPIES,
    ),
)
def never_trains(params, X, y, steps, lr, kind="tanh"):
    """The parameters never change: the same count again and again."""

    def count(params):
        units = np.vstack([params["W1"], params["b1"]]).T
        apart = np.max(np.abs(units[:, None] - units), axis=2) > 1e-6
        return sum(bool(np.all(apart[j, :j])) for j in range(len(units)))

    counts = [count(params)]
    for _ in range(steps):
        sgd_step(params, loss_and_gradients(params, X, y, kind)[1], lr)
        counts.append(count(params))
    return np.array(counts)


@mistake(
    "symmetry_experiment",
    hints=(
        "Do you pass the kind on?",
        "The gradients are those of the network that was asked for.",
        COPIES,
    ),
)
def always_tanh(params, X, y, steps, lr, kind="tanh"):
    """The hidden layers are always tanh."""
    def count(params):
        units = np.vstack([params["W1"], params["b1"]]).T
        apart = np.any(np.abs(units[:, None] - units) > 1e-6, axis=2)
        return sum(bool(np.all(apart[j, :j])) for j in range(len(units)))

    counts = [count(params)]
    for _ in range(steps):
        params = sgd_step(params, loss_and_gradients(params, X, y)[1], lr)
        counts.append(count(params))
    return np.array(counts)


@mistake(
    "symmetry_experiment",
    hints=(
        "Is your step gradient descent?",
        "sgd_step goes down: it is given the rate as it is.",
        COPIES,
    ),
)
def walks_up(params, X, y, steps, lr, kind="tanh"):
    """The steps go up instead of down."""
    def count(params):
        units = np.vstack([params["W1"], params["b1"]]).T
        apart = np.any(np.abs(units[:, None] - units) > 1e-6, axis=2)
        return sum(bool(np.all(apart[j, :j])) for j in range(len(units)))

    counts = [count(params)]
    for _ in range(steps):
        params = sgd_step(params, loss_and_gradients(params, X, y, kind)[1], -lr)
        counts.append(count(params))
    return np.array(counts)


@mistake(
    "symmetry_experiment",
    hints=(
        "How many counts are asked for?",
        "There is a count before the first step and after each.",
        "The line `Returns` in the docstring of q11.",
    ),
)
def only_the_last_count(params, X, y, steps, lr, kind="tanh"):
    """Only the count after the last step is returned."""
    def count(params):
        units = np.vstack([params["W1"], params["b1"]]).T
        apart = np.any(np.abs(units[:, None] - units) > 1e-6, axis=2)
        return sum(bool(np.all(apart[j, :j])) for j in range(len(units)))

    counts = [count(params)]
    for _ in range(steps):
        params = sgd_step(params, loss_and_gradients(params, X, y, kind)[1], lr)
        counts.append(count(params))
    return np.array(counts[-1:])
