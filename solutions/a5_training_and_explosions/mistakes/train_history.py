"""Wrong implementations of train that learners write: the history and the number of epochs."""

import numpy as np

from autograder.checking import mistake

from ..reference import adam_step, loss_and_gradients, minibatches, momentum_step, sgd_step, zeros_like
from .where import LOOP


@mistake(
    "train",
    hints=(
        "How many entries does a history of no epochs have?",
        "The history has one number before the first epoch, and one after each.",
        LOOP,
    ),
)
def no_loss_at_the_start(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    """The history lacks the loss before the first epoch."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = []
    for _ in range(epochs):
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
        "Which parameters belong to the last entry of your history?",
        "The last entry of the history is the loss of the parameters that are returned.",
        LOOP,
    ),
)
def loss_before_each_epoch(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    """The history is written before each epoch instead of after it."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for _ in range(epochs):
        history.append(loss_and_gradients(params, X, y, kind)[0])
        for rows in minibatches(len(X), batch, rng):
            grads = loss_and_gradients(params, X[rows], y[rows], kind)[1]
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, lr)
            else:
                params, state = adam_step(params, grads, state, lr)
    return params, np.array(history)


@mistake(
    "train",
    hints=(
        "On which samples is your loss measured?",
        "The history is measured on all samples, so that its entries can be compared.",
        LOOP,
    ),
)
def loss_of_the_last_batch(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    """The history holds the loss of the last batch."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for _ in range(epochs):
        for rows in minibatches(len(X), batch, rng):
            grads = loss_and_gradients(params, X[rows], y[rows], kind)[1]
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, lr)
            else:
                params, state = adam_step(params, grads, state, lr)
        history.append(loss_and_gradients(params, X[rows], y[rows], kind)[0])
    return params, np.array(history)


@mistake(
    "train",
    hints=(
        "Do all your losses of one epoch belong to the same parameters?",
        "The history is measured between epochs, with parameters that stand still.",
        LOOP,
    ),
)
def mean_of_the_batch_losses(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    """The history holds the mean of the losses seen during the epoch."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for _ in range(epochs):
        seen = []
        for rows in minibatches(len(X), batch, rng):
            seen.append(loss_and_gradients(params, X[rows], y[rows], kind)[0])
            grads = loss_and_gradients(params, X[rows], y[rows], kind)[1]
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, lr)
            else:
                params, state = adam_step(params, grads, state, lr)
        history.append(np.mean(seen))
    return params, np.array(history)


@mistake(
    "train",
    hints=(
        "Does your loss of an epoch grow when the same samples are cut into more batches?",
        "The history is measured between epochs: one loss of all samples, with parameters that stand still.",
        LOOP,
    ),
)
def sum_of_the_batch_losses(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    """The history holds the losses seen during the epoch, added up."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for _ in range(epochs):
        total = 0.0
        for rows in minibatches(len(X), batch, rng):
            loss, grads = loss_and_gradients(params, X[rows], y[rows], kind)
            total += loss
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, lr)
            else:
                params, state = adam_step(params, grads, state, lr)
        history.append(total)
    return params, np.array(history)


@mistake(
    "train",
    hints=(
        "How long is your history for 3 epochs of 4 batches?",
        "The history has one number before the first epoch, and one after each epoch.",
        LOOP,
    ),
)
def one_entry_per_step(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    """The history has an entry for each step."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for _ in range(epochs):
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
        "How many epochs are trained when epochs is 0?",
        "The number of epochs is the number of times the samples are dealt.",
        LOOP,
    ),
)
def one_epoch_too_many(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    """One epoch too many is trained."""
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = []
    for _ in range(epochs + 1):
        history.append(loss_and_gradients(params, X, y, kind)[0])
        for rows in minibatches(len(X), batch, rng):
            grads = loss_and_gradients(params, X[rows], y[rows], kind)[1]
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, lr)
            else:
                params, state = adam_step(params, grads, state, lr)
    return params, np.array(history)


@mistake(
    "train",
    hints=(
        "How long is your history?",
        "There is one entry before the first epoch and one after each.",
        LOOP,
    ),
)
def one_epoch_too_few(params, X, y, epochs, batch, lr, rng, kind='tanh', optimizer='sgd'):
    """One epoch too few is trained."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for epoch in range(epochs - 1):
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
        "How many entries has your history if no epoch is asked for?",
        "The history has one entry more than there are epochs: the loss before the first.",
        LOOP,
    ),
)
def empty_without_epochs(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    """Without an epoch the history is empty: the loss before the first one is missing there."""
    params = dict(params)
    if epochs == 0:
        return params, np.array([])
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for _ in range(epochs):
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
