"""a5 Training, explosions and a 75 % theorem: the right implementations, in the order of the notebook.

Parameters are dicts of arrays, W1 b1 W2 b2 ...; a step takes the old ones and returns new ones. The first part
repeats what the notebook's setup cells hand out, so that everything below runs on its own; a test holds the two
copies together.
"""

import numpy as np


def sigmoid(Z):
    """1 / (1 + exp(-Z)) for every entry, without overflow."""
    small = np.exp(-np.abs(Z))
    return np.where(Z >= 0, 1.0, small) / (1.0 + small)


def act_forward(Z, kind):
    """The activation of that kind for every entry of Z: "tanh", "sigmoid" or "relu"."""
    if kind == "tanh":
        return np.tanh(Z)
    if kind == "sigmoid":
        return sigmoid(Z)
    if kind == "relu":
        return np.maximum(Z, 0.0)
    raise ValueError(f"kind is {kind!r}; known: tanh, sigmoid, relu")


def act_slope(H, kind):
    """The slope of the activation, from its output H."""
    return {"tanh": 1.0 - H**2, "sigmoid": H * (1.0 - H), "relu": (H > 0).astype(float)}[kind]


def hidden_layers(params, X, kind):
    """What goes into each layer of weights: [X, first hidden layer, second hidden layer, ...]."""
    depth = sum(key.startswith("W") for key in params)
    inputs = [X]
    for i in range(1, depth):
        inputs.append(act_forward(inputs[-1] @ params[f"W{i}"] + params.get(f"b{i}", 0.0), kind))
    return inputs


def network(params, X, kind="tanh"):
    """The network's logit for every row of X (N, D): (N,). Above 0 it says class 1.

    params: W1 (D, H1), b1 (H1,), W2 (H1, H2), ..., the last W has one column. A bias that is not in the dict is 0.
    The hidden layers bend with `kind`; the last layer does not bend.
    """
    last = hidden_layers(params, X, kind)
    i = len(last)
    return (last[-1] @ params[f"W{i}"] + params.get(f"b{i}", 0.0))[:, 0]


def loss_and_gradients(params, X, y, kind="tanh"):
    """The mean binary cross-entropy of the network for labels y (N,) of 0 and 1, and its gradients, a dict like params."""
    inputs = hidden_layers(params, X, kind)
    z = network(params, X, kind)
    loss = float(np.mean(np.logaddexp(0.0, z) - y * z))
    dZ = ((sigmoid(z) - y) / len(y))[:, None]
    grads = {}
    for i in range(len(inputs), 0, -1):
        H = inputs[i - 1]
        grads[f"W{i}"], grads[f"b{i}"] = H.T @ dZ, dZ.sum(axis=0)
        if i > 1:
            dZ = dZ @ params[f"W{i}"].T * act_slope(H, kind)
    return loss, {key: grads[key] for key in params}


def zeros_like(params):
    """A dict with the same keys and arrays of zeros of the same shapes."""
    return {key: np.zeros_like(value) for key, value in params.items()}


def xor_cloud(N=300):
    """The article's data: X (N, 2), and y (N,), 1 where both coordinates have the same sign, else 0."""
    X = np.random.RandomState(0).randn(N, 2)
    return X, ((X[:, 0] > 0) == (X[:, 1] > 0)).astype(float)


def lego_weights(hidden):
    """The article's first weights, W1 (2, hidden) and W2 (hidden, 2)."""
    draw = np.random.RandomState(2017)
    W1 = (2 * draw.random_sample((2, hidden)) - 1) / np.sqrt(2)
    W2 = (2 * draw.random_sample((hidden, 2)) - 1) / np.sqrt(hidden)
    return W1, W2


def published_setup(hidden=50):
    """Where the article's run starts: X (50, 2), Y (50, 2) with one column per class, W1 (2, hidden), W2 (hidden, 2)."""
    X, y = xor_cloud()
    return X[:50], np.column_stack([y, 1.0 - y])[:50], *lego_weights(hidden)


def published_loss(X, Y, W1, W2, reg):
    """The published loss: half the mean squared error, and reg/(2N) times the sum of all squared weights."""
    H2 = sigmoid(sigmoid(X @ W1) @ W2)
    return (np.sum((Y - H2) ** 2) + reg * (np.sum(W1**2) + np.sum(W2**2))) / (2 * len(X))


def published_gradients(X, Y, W1, W2, reg):
    """The published gradients (dW1, dW2): not those of published_loss, as a4 found out."""
    H1 = sigmoid(X @ W1)
    H2 = sigmoid(H1 @ W2)
    dZ2 = (H2 - Y) * H2 * (1 - H2)
    dZ1 = dZ2 @ W2.T * H1 * (1 - H1)
    return X.T @ dZ1 + reg * np.sum(W1**2), H1.T @ dZ2 + reg * np.sum(W2**2)


def fixed_gradients(X, Y, W1, W2, reg):
    """The gradients (dW1, dW2) of published_loss, as you put them right in a4."""
    N = len(X)
    H1 = sigmoid(X @ W1)
    H2 = sigmoid(H1 @ W2)
    dZ2 = (H2 - Y) * H2 * (1 - H2)
    dZ1 = dZ2 @ W2.T * H1 * (1 - H1)
    return (X.T @ dZ1 + reg * W1) / N, (H1.T @ dZ2 + reg * W2) / N


def accuracy(z, y):
    """The share of samples whose class is predicted right.

    Formula: a logit above 0 says class 1, any other says class 0; the result is the mean of "right" over the samples.

    z (N,): logits. y (N,): labels, 0 or 1. Returns one number from 0 to 1.

    >>> float(accuracy(np.array([0.2, -1.0, 3.0, -0.1]), np.array([1.0, 0.0, 1.0, 1.0])))
    0.75
    """
    return np.mean((z > 0) == (y == 1))


def init(widths, scheme, rng):
    """The first weights of a network.

    Formula: for each layer in order, one draw rng.normal(size=(D, M)), times the scale of the scheme: "zeros" 0,
    "small" 0.01, "xavier" sqrt(2 / (D + M)), "he" sqrt(2 / D). Biases are 0 and draw nothing. "zeros" draws as well, so
    that rng goes on in the same place whatever the scheme is.

    widths: a list of at least two integers, inputs first, outputs last. rng: a np.random.Generator.
    Returns a dict with W1 (widths[0], widths[1]), b1 (widths[1],), W2, b2, ... up to the last layer.

    >>> params = init([2, 3, 1], "he", np.random.default_rng(0))
    >>> params["W1"].shape, params["W2"].shape, params["b2"]
    ((2, 3), (3, 1), array([0.]))
    """
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), start=1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(D, M))
        params[f"b{i}"] = np.zeros(M)
    return params


def sgd_step(params, grads, lr):
    """One step of gradient descent.

    Formula: w - lr g, for every array in the dict.

    params: a dict of arrays. grads: a dict with the same keys and shapes. lr: a number, 0 or more.
    Returns a new dict like params; neither params nor grads is changed.

    >>> sgd_step({"W1": np.array([[1.0, 2.0]])}, {"W1": np.array([[10.0, -10.0]])}, 0.1)
    {'W1': array([[0., 3.]])}
    """
    return {key: params[key] - lr * grads[key] for key in params}


def momentum_step(params, grads, velocity, lr, beta=0.9):
    """One step of gradient descent with momentum.

    Formula: first v_new = beta v + g, then w_new = w - lr v_new, for every array in the dict. The gradient is not
    multiplied by 1 - beta.

    params, grads: dicts with the same keys and shapes. velocity: the same, all zeros before the first step.
    Returns the tuple (params, velocity) of new dicts; no argument is changed.

    >>> params, velocity = momentum_step({"b1": np.array([1.0])}, {"b1": np.array([2.0])}, {"b1": np.array([10.0])}, 0.1, 0.5)
    >>> params, velocity
    ({'b1': array([0.3])}, {'b1': array([7.])})
    """
    velocity = {key: beta * velocity[key] + grads[key] for key in params}
    return {key: params[key] - lr * velocity[key] for key in params}, velocity


def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    """One step of Adam.

    Formula: t_new = t + 1; m_new = beta1 m + (1 - beta1) g; v_new = beta2 v + (1 - beta2) g^2;
    w_new = w - lr a / (sqrt(b) + eps) with a = m_new / (1 - beta1^t_new) and b = v_new / (1 - beta2^t_new).
    The eps stands outside the root. The state keeps m_new and v_new, before the division.

    params, grads: dicts with the same keys and shapes. state: a dict with t, an integer, and m and v, dicts like
    params; before the first step t is 0 and all entries of m and v are 0.
    Returns the tuple (params, state) of new dicts; no argument is changed.
    Source: Kingma and Ba, Adam, 2015, algorithm 1.

    >>> start = {"t": 0, "m": {"b1": np.zeros(2)}, "v": {"b1": np.zeros(2)}}
    >>> params, state = adam_step({"b1": np.array([1.0, 1.0])}, {"b1": np.array([4.0, -0.001])}, start, 0.1)
    >>> params["b1"].round(4), state["t"]
    (array([0.9, 1.1]), 1)
    """
    t = state["t"] + 1
    m = {key: beta1 * state["m"][key] + (1 - beta1) * grads[key] for key in params}
    v = {key: beta2 * state["v"][key] + (1 - beta2) * grads[key] ** 2 for key in params}
    moved = {}
    for key in params:
        a, b = m[key] / (1 - beta1**t), v[key] / (1 - beta2**t)
        moved[key] = params[key] - lr * a / (np.sqrt(b) + eps)
    return moved, {"t": t, "m": m, "v": v}


def minibatches(N, batch, rng):
    """Deal the numbers 0 to N - 1 into batches, in random order.

    Formula: order = rng.permutation(N), called once; the first batch is the first `batch` entries of order, the second
    the next, and so on. The last batch holds what is left, which may be fewer.

    N, batch: integers, 1 or more. rng: a np.random.Generator.
    Returns a list of integer arrays.

    >>> [len(indices) for indices in minibatches(5, 2, np.random.default_rng(0))]
    [2, 2, 1]
    """
    order = rng.permutation(N)
    return [order[i : i + batch] for i in range(0, N, batch)]


def train(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    """Train the network of `network` on labelled samples.

    Formula: each epoch calls minibatches(N, batch, rng) once and takes its batches in order. For each batch, take the
    gradients of loss_and_gradients on the rows of that batch, and do one step. Nothing else uses rng. The optimizer is
    "sgd", "momentum" (beta 0.9) or "adam" (its defaults); its state starts at zero once, before the first epoch.

    params: a dict as made by init. X (N, D), y (N,) of 0 and 1. epochs: an integer, 0 or more. kind: "tanh", "sigmoid" or
    "relu", for the hidden layers.
    Returns the tuple (params, history): the trained params, and an array (epochs + 1,): the loss on all the samples,
    before the first epoch and after each. No argument is changed, but for rng, which moves on.

    >>> start = {"W1": np.zeros((1, 1)), "b1": np.zeros(1), "W2": np.zeros((1, 1)), "b2": np.zeros(1)}
    >>> X, y = np.array([[0.0], [1.0], [2.0], [3.0]]), np.array([1.0, 1.0, 1.0, 0.0])
    >>> params, history = train(start, X, y, 1, 4, 0.4, np.random.default_rng(0))
    >>> params["b2"], history.round(4)
    (array([0.1]), array([0.6931, 0.6694]))
    """
    params = dict(params)
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for _ in range(epochs):
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


def clip_by_norm(grads, limit):
    """Shorten a gradient that is too long, and keep its direction.

    Formula: the norm is the square root of the sum of all squared entries, over all arrays together. If it is above
    limit, every entry is multiplied by limit / norm; if not, nothing changes.

    grads: a dict of arrays. limit: a number above 0. Returns a new dict; grads is not changed.

    >>> clip_by_norm({"W1": np.array([[3.0]]), "b1": np.array([4.0])}, 1.0)
    {'W1': array([[0.6]]), 'b1': array([0.8])}
    """
    norm = np.sqrt(sum(np.sum(g**2) for g in grads.values()))
    scale = limit / norm if norm > limit else 1.0
    return {key: scale * g for key, g in grads.items()}


def lr_schedule(kind, lr, step, span):
    """The learning rate of a step that is done later than the first.

    Formula: "halving": lr halved once for every `span` full steps that are over. "inverse": lr / (1 + step / span).
    "cosine": lr (1 + cos(pi step / span)) / 2 up to step = span, and 0 from there on.

    kind: one of the three. lr: the learning rate of step 0. step: an integer, 0 for the first step. span: an integer, 1
    or more. Returns one number.

    >>> lr_schedule("halving", 0.8, 250, 100)
    0.2
    """
    if kind == "halving":
        return lr * 0.5 ** (step // span)
    if kind == "inverse":
        return lr / (1 + step / span)
    return lr * (1 + np.cos(np.pi * min(step, span) / span)) / 2


def l1_l2(params, l1, l2):
    """A penalty on large weights, and its gradients.

    Formula: l1 times the sum of |w|, plus l2 / 2 times the sum of w^2, over all weights. Biases are not penalised. The
    slope of |w| is -1, 0 or 1: the sign of w. Nothing is divided by the number of samples.

    params: a dict with W1, b1, ... l1, l2: numbers, 0 or more.
    Returns the tuple (penalty, grads): a number, and a dict like params, with zeros for the biases.

    >>> penalty, grads = l1_l2({"W1": np.array([[2.0, -3.0]]), "b1": np.array([5.0, 5.0])}, 0.1, 1.0)
    >>> float(penalty), grads
    (7.0, {'W1': array([[ 2.1, -3.1]]), 'b1': array([0., 0.])})
    """
    weights = {key: w for key, w in params.items() if key.startswith("W")}
    penalty = sum(l1 * np.sum(np.abs(w)) + l2 / 2 * np.sum(w**2) for w in weights.values())
    pull = {key: l1 * np.sign(w) + l2 * w for key, w in weights.items()}
    return penalty, {**zeros_like(params), **pull}


def _different_units(params):
    units = np.vstack([params["W1"], params["b1"]]).T
    apart = np.any(np.abs(units[:, None] - units) > 1e-6, axis=2)
    # A unit counts if it is apart from all units before it.
    return sum(bool(np.all(apart[j, :j])) for j in range(len(units)))


def symmetry_experiment(params, X, y, steps, lr, kind="tanh"):
    """How many different units the first hidden layer has, while a network is trained.

    Formula: `steps` steps of gradient descent (sgd), each on all samples. Unit j is given by the numbers W1[:, j] and b1[j].
    Two units count as one if none of these numbers differs by more than 1e-6.

    params: W1 (D, H), b1 (H,), W2, b2, ... X (N, D), y (N,) of 0 and 1.
    Returns an integer array (steps + 1,): the number of different units before the first step and after each.

    >>> twins = {"W1": np.ones((2, 3)), "b1": np.zeros(3), "W2": np.ones((3, 1)), "b2": np.zeros(1)}
    >>> symmetry_experiment(twins, np.array([[1.0, 2.0], [-1.0, 0.0]]), np.array([1.0, 0.0]), 2, 0.5)
    array([1, 1, 1])
    """
    counts = [_different_units(params)]
    for _ in range(steps):
        params = sgd_step(params, loss_and_gradients(params, X, y, kind)[1], lr)
        counts.append(_different_units(params))
    return np.array(counts)


def explosion_report(reg, lr, fixed, steps=20000, hidden=50):
    """The first step after which the published loss is bad.

    Formula: from published_setup(hidden), do up to `steps` steps W1 - lr dW1, W2 - lr dW2, with both gradients taken before
    either is moved. Step t, counted from 1, is bad if published_loss after it is above 1000 or is not a finite number.

    reg, lr: numbers. fixed: True for fixed_gradients, False for published_gradients. steps, hidden: integers, 1 or more.
    Returns an integer: the number of the first bad step, or -1 if none of the `steps` steps is bad.

    >>> explosion_report(1.0, 0.003, False, steps=100)
    15
    """
    *data, W1, W2 = published_setup(hidden)
    gradients = fixed_gradients if fixed else published_gradients
    with np.errstate(over="ignore", invalid="ignore"):
        for t in range(1, steps + 1):
            dW1, dW2 = gradients(*data, W1, W2, reg)
            W1, W2 = W1 - lr * dW1, W2 - lr * dW2
            if not published_loss(*data, W1, W2, reg) <= 1000:
                return t
    return -1


def cures():
    """What each proposed cure does to the published run.

    Formula: the cures and the four verdicts are in the tables above.

    Returns a dict with one verdict for each of the seven cures: "cures", "hides", "delays" or "worsens".

    >>> sorted(cures())[:3]
    ['3 neurons', 'clip at 10', 'lr / 10']
    """
    return {
        "lr / 10": "delays",
        "lr halved every 1000 steps": "delays",
        "penalty x 10": "worsens",
        "penalty / 10": "delays",
        "3 neurons": "delays",
        "clip at 10": "hides",
        "right gradients": "cures",
    }


def bias_ceiling(W1, w2):
    """The largest share of the four quadrants that this network can get right, by the theorem above.

    Formula: d(x) = sum over j of w2[j] sigmoid(x . W1[:, j]). K is the sum of all w2. R is the sum of |w2[j]| over the
    units j whose column of W1 is not all zero. The bound is 0.5 if K = 0 or |K| >= R, and 0.75 in all other cases.

    W1 (2, H): weights of the hidden layer, which has no biases. w2 (H,): weights of the output.
    Returns one number, 0.5 or 0.75.

    >>> bias_ceiling(np.array([[1.0, 0.0], [0.0, 1.0]]), np.array([3.0, -1.0]))
    0.75
    """
    K = np.sum(w2)
    R = np.sum(np.abs(w2[np.any(W1 != 0, axis=0)]))
    return 0.5 if K == 0 or abs(K) >= R else 0.75


def relu_xor():
    """A network of ReLU units without any bias that gets the four quadrants right, everywhere.

    Formula: d(x) = sum over j of w2[j] relu(x . W1[:, j]) is above 0 wherever x1 and x2 have the same sign, and below 0
    wherever they have different signs. On the axes, where x1 or x2 is 0, anything goes.

    Returns the tuple (W1, w2): W1 (2, H) and w2 (H,), with H at most 4.

    >>> W1, w2 = relu_xor()
    >>> np.sign(np.maximum(np.array([[2.0, 3.0], [2.0, -3.0]]) @ W1, 0.0) @ w2)
    array([ 1., -1.])
    """
    W1 = np.array([[1.0, -1.0, 1.0, -1.0], [1.0, -1.0, -1.0, 1.0]])
    return W1, np.array([1.0, 1.0, -1.0, -1.0])
