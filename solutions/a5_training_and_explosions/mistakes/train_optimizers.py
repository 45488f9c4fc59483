"""Wrong implementations of train that learners write: optimizers, and what is returned."""

import numpy as np

from autograder.checking import mistake

from ..reference import adam_step, loss_and_gradients, minibatches, momentum_step, sgd_step, zeros_like
from .where import LOOP


@mistake(
    "train",
    hints=(
        "What does Adam remember at the beginning of your second epoch?",
        "The optimizer's memory starts once, and lives through all epochs.",
        LOOP,
    ),
)
def forgets_the_state(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    """The state of momentum and Adam starts again at zero in each epoch."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for _ in range(epochs):
        velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
        for rows in minibatches(len(X), batch, rng):
            grads = loss_and_gradients(params, X[rows], y[rows], kind)[1]
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, lr)
            else:
                params, state = adam_step(params, grads, state, lr)
        history.append(loss_and_gradients(params, X, y, kind)[0])
    return params, np.array(history)


@mistake(
    "train",
    hints=(
        "Does your loop ever call the steps of q4 and q5?",
        "The optimizer that was named makes the steps.",
        LOOP,
    ),
)
def always_sgd(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    """The optimizer is ignored."""
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for _ in range(epochs):
        for rows in minibatches(len(X), batch, rng):
            params = sgd_step(params, loss_and_gradients(params, X[rows], y[rows], kind)[1], lr)
        history.append(loss_and_gradients(params, X, y, kind)[0])
    return params, np.array(history)


@mistake(
    "train",
    hints=(
        "Are the parameters you started from still there after training?",
        "A function of this course does not change its inputs.",
        LOOP,
    ),
)
def trains_the_given_arrays(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    """The steps are written into the arrays that were given."""
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for _ in range(epochs):
        for rows in minibatches(len(X), batch, rng):
            grads = loss_and_gradients(params, X[rows], y[rows], kind)[1]
            if optimizer == "sgd":
                new = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                new, velocity = momentum_step(params, grads, velocity, lr)
            else:
                new, state = adam_step(params, grads, state, lr)
            for key in params:
                params[key][...] = new[key]
        history.append(loss_and_gradients(params, X, y, kind)[0])
    return params, np.array(history)


@mistake(
    "train",
    hints=(
        "Which steps do you take when the optimizer is momentum?",
        "Each name has its own step.",
        LOOP,
    ),
)
def adam_for_momentum(params, X, y, epochs, batch, lr, rng, kind='tanh', optimizer='sgd'):
    """Adam is used where momentum is asked for."""
    optimizer = "adam" if optimizer == "momentum" else optimizer
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for epoch in range(epochs):
        for rows in minibatches(len(X), batch, rng):
            _, grads = loss_and_gradients(params, X[rows], y[rows], kind)
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, lr)
            else:
                params, state = adam_step(params, grads, state, lr)
        history.append(loss_and_gradients(params, X, y, kind)[0])
    return params, np.array(history)


@mistake(
    "train",
    hints=(
        "Does a step of momentum in your loop depend on the steps before it?",
        "What momentum_step returns as its velocity is handed to the next step.",
        LOOP,
    ),
)
def momentum_keeps_nothing(params, X, y, epochs, batch, lr, rng, kind='tanh', optimizer='sgd'):
    """The steps of momentum are those of plain descent: no velocity goes on from step to step."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for epoch in range(epochs):
        for rows in minibatches(len(X), batch, rng):
            _, grads = loss_and_gradients(params, X[rows], y[rows], kind)
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, lr)[0], velocity
            else:
                params, state = adam_step(params, grads, state, lr)
        history.append(loss_and_gradients(params, X, y, kind)[0])
    return params, np.array(history)


@mistake(
    "train",
    hints=(
        "What do you do with the second result of adam_step?",
        "The state goes on from step to step.",
        LOOP,
    ),
)
def adam_keeps_nothing(params, X, y, epochs, batch, lr, rng, kind='tanh', optimizer='sgd'):
    """The state of Adam is not kept from step to step."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for epoch in range(epochs):
        for rows in minibatches(len(X), batch, rng):
            _, grads = loss_and_gradients(params, X[rows], y[rows], kind)
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, lr)
            else:
                params, state = adam_step(params, grads, state, lr)[0], state
        history.append(loss_and_gradients(params, X, y, kind)[0])
    return params, np.array(history)


@mistake(
    "train",
    hints=(
        "Which of the two results comes first?",
        "First the parameters, then the history.",
        "The line `Returns` in the docstring of q7.",
    ),
)
def history_first(params, X, y, epochs, batch, lr, rng, kind='tanh', optimizer='sgd'):
    """The history is returned before the parameters."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for epoch in range(epochs):
        for rows in minibatches(len(X), batch, rng):
            _, grads = loss_and_gradients(params, X[rows], y[rows], kind)
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, lr)
            else:
                params, state = adam_step(params, grads, state, lr)
        history.append(loss_and_gradients(params, X, y, kind)[0])
    return np.array(history), params


@mistake(
    "train",
    hints=(
        "Which of your parameters have been trained?",
        "Every step makes new parameters, and the last ones are returned.",
        LOOP,
    ),
)
def start_parameters_returned(params, X, y, epochs, batch, lr, rng, kind='tanh', optimizer='sgd'):
    """The parameters from before the training are returned."""
    start = dict(params)
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for epoch in range(epochs):
        for rows in minibatches(len(X), batch, rng):
            _, grads = loss_and_gradients(params, X[rows], y[rows], kind)
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, lr)
            else:
                params, state = adam_step(params, grads, state, lr)
        history.append(loss_and_gradients(params, X, y, kind)[0])
    return start, np.array(history)
