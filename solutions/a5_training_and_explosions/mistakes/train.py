"""Wrong implementations of train that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from ..reference import adam_step, loss_and_gradients, minibatches, momentum_step, sgd_step, zeros_like

LOOP = "q7, the worked number, and what is to be kept apart."


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
