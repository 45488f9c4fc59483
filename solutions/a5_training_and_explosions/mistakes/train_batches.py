"""Wrong implementations of train that learners write: batches, labels and kinds."""

import numpy as np

from autograder.checking import mistake

from ..reference import adam_step, loss_and_gradients, minibatches, momentum_step, sgd_step, zeros_like
from .where import LOOP


@mistake(
    "train",
    hints=(
        "Which labels does your second batch see?",
        "A sample and its label belong together: both are picked by the same row numbers.",
        LOOP,
    ),
)
def labels_of_other_samples(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    """The labels are not taken from the rows of the batch."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for _ in range(epochs):
        for rows in minibatches(len(X), batch, rng):
            grads = loss_and_gradients(params, X[rows], y[: len(rows)], kind)[1]
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
        "Does the size of the batch change anything in your steps?",
        "The gradient of a step comes from the rows of its batch.",
        LOOP,
    ),
)
def gradient_of_all_samples(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    """Each step uses the gradient of all samples."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for _ in range(epochs):
        for rows in minibatches(len(X), batch, rng):
            grads = loss_and_gradients(params, X, y, kind)[1]
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
        "How often does your code call minibatches in three epochs?",
        "Every epoch has its own random order.",
        LOOP,
    ),
)
def same_order_every_epoch(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    """The samples are dealt once, before the first epoch."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    dealt = minibatches(len(X), batch, rng)
    for _ in range(epochs):
        for rows in dealt:
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
        "Where does your loop use kind?",
        "The network has the hidden layers that were asked for, in the gradients as in the history.",
        LOOP,
    ),
)
def ignores_the_kind(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    """The hidden layers are always tanh."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y)[0]]
    for _ in range(epochs):
        for rows in minibatches(len(X), batch, rng):
            grads = loss_and_gradients(params, X[rows], y[rows])[1]
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, lr)
            else:
                params, state = adam_step(params, grads, state, lr)
        history.append(loss_and_gradients(params, X, y)[0])
    return params, np.array(history)


@mistake(
    "train",
    hints=(
        "How long is the step of a short batch, compared with a full one?",
        "The loss of a batch is a mean already, so every step uses lr as it is.",
        LOOP,
    ),
)
def long_steps_for_short_batches(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    """The learning rate is multiplied by the share of the batch."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for _ in range(epochs):
        for rows in minibatches(len(X), batch, rng):
            grads = loss_and_gradients(params, X[rows], y[rows], kind)[1]
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr * len(rows) / batch)
            elif optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, lr * len(rows) / batch)
            else:
                params, state = adam_step(params, grads, state, lr * len(rows) / batch)
        history.append(loss_and_gradients(params, X, y, kind)[0])
    return params, np.array(history)


@mistake(
    "train",
    hints=(
        "How many steps does one of your epochs take?",
        "An epoch goes through all its batches.",
        LOOP,
    ),
)
def first_batch_only(params, X, y, epochs, batch, lr, rng, kind='tanh', optimizer='sgd'):
    """Each epoch stops after its first batch."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for epoch in range(epochs):
        for rows in minibatches(len(X), batch, rng)[:1]:
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
        "Does every sample take part in an epoch?",
        "An epoch goes through all its batches; a slice up to -1 ends before the last.",
        LOOP,
    ),
)
def last_batch_skipped(params, X, y, epochs, batch, lr, rng, kind='tanh', optimizer='sgd'):
    """The last batch of each epoch is left out."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for epoch in range(epochs):
        for rows in minibatches(len(X), batch, rng)[:-1]:
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
        "To which calls do you pass the kind?",
        "Loss and gradients belong to one and the same network.",
        LOOP,
    ),
)
def kind_not_passed_to_the_steps(params, X, y, epochs, batch, lr, rng, kind='tanh', optimizer='sgd'):
    """The gradients of the steps are those of tanh, whatever the kind; the losses are right."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for epoch in range(epochs):
        for rows in minibatches(len(X), batch, rng):
            _, grads = loss_and_gradients(params, X[rows], y[rows])
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
        "Which network do you measure?",
        "Loss and gradients belong to one and the same network.",
        LOOP,
    ),
)
def kind_not_passed_to_the_history(params, X, y, epochs, batch, lr, rng, kind='tanh', optimizer='sgd'):
    """The losses of the history are those of tanh, whatever the kind."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y)[0]]
    for epoch in range(epochs):
        for rows in minibatches(len(X), batch, rng):
            _, grads = loss_and_gradients(params, X[rows], y[rows], kind)
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, lr)
            else:
                params, state = adam_step(params, grads, state, lr)
        history.append(loss_and_gradients(params, X, y)[0])
    return params, np.array(history)


@mistake(
    "train",
    hints=(
        "Who decides in which order the samples come?",
        "Each epoch deals the samples anew.",
        LOOP,
    ),
)
def samples_are_not_shuffled(params, X, y, epochs, batch, lr, rng, kind='tanh', optimizer='sgd'):
    """The samples stay in their order: rng is not used."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for epoch in range(epochs):
        for rows in [np.arange(i, min(i + batch, len(X))) for i in range(0, len(X), batch)]:
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
        "How many steps are in one of your epochs?",
        "A batch holds `batch` samples.",
        LOOP,
    ),
)
def all_samples_in_one_batch(params, X, y, epochs, batch, lr, rng, kind='tanh', optimizer='sgd'):
    """The size of a batch is ignored: every step sees all samples."""
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for epoch in range(epochs):
        for rows in minibatches(len(X), len(X), rng):
            _, grads = loss_and_gradients(params, X[rows], y[rows], kind)
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, lr)
            else:
                params, state = adam_step(params, grads, state, lr)
        history.append(loss_and_gradients(params, X, y, kind)[0])
    return params, np.array(history)
