"""a4 Backprop brick by brick: the right implementations, in the order of the notebook.

Rows are samples, W acts on rows (Z = X W + b), and dA stands for dL/dA, an array of the shape of A. The first
part repeats what the notebook's setup cells hand out, so that everything below runs on its own; a test holds
the two copies together.
"""

import numpy as np


def sigmoid(Z):
    """1 / (1 + exp(-Z)) for every entry, without overflow."""
    small = np.exp(-np.abs(Z))
    return np.where(Z >= 0, 1.0, small) / (1.0 + small)


def act_forward(Z, kind):
    """The activation of that kind for every entry of Z; "linear" leaves Z as it is."""
    if kind == "relu":
        return np.maximum(Z, 0.0)
    if kind == "sigmoid":
        return sigmoid(Z)
    if kind == "tanh":
        return np.tanh(Z)
    if kind == "elu":
        return np.where(Z > 0, Z, np.expm1(np.minimum(Z, 0.0)))
    if kind == "linear":
        return Z.copy()
    raise ValueError(f"kind is {kind!r}; known: relu, sigmoid, tanh, elu, linear")


def numerical_gradient(f, x, eps=1e-5):
    """Central differences: entry i is (f(x + eps e_i) - f(x - eps e_i)) / (2 eps); f returns a number."""
    x = np.array(x, dtype=float)
    slope = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[i] += eps
        down[i] -= eps
        slope[i] = (f(up) - f(down)) / (2 * eps)
    return slope


def relative_error(claimed, numeric):
    """How far a claimed gradient is from a measured one, as one number.

    Formula: the largest |claimed - numeric|, divided by the largest |entry| of both arrays; 0 if all entries are 0.

    claimed, numeric: arrays of one shape. Returns one number.

    >>> relative_error(np.array([1.0, 2.0]), np.array([1.0, 4.0]))
    0.5
    """
    scale = max(np.max(np.abs(claimed)), np.max(np.abs(numeric)))
    return float(np.max(np.abs(claimed - numeric)) / scale) if scale else 0.0


def xor_cloud(N=300):
    """The article's data: X (N, 2) and Y (N, 2), [1, 0] where both coordinates have one sign, else [0, 1]."""
    X = np.random.RandomState(0).randn(N, 2)
    same = (X[:, 0] > 0) == (X[:, 1] > 0)
    return X, np.stack([same, ~same], axis=1).astype(float)


def lego_weights(hidden=3):
    """The article's first weights, W1 (2, hidden) and W2 (hidden, 2)."""
    draw = np.random.RandomState(2017)
    W1 = (2 * draw.random_sample((2, hidden)) - 1) / np.sqrt(2)
    W2 = (2 * draw.random_sample((hidden, 2)) - 1) / np.sqrt(hidden)
    return W1, W2


def published_sigmoid(z, slope=False):
    """The published sigmoid; its slope is taken from the output, so call it as published_sigmoid(h, slope=True)."""
    if slope:
        return z * (1 - z)
    return 1 / (1 + np.exp(-z))


def published_tanh(z, slope=False):
    """The published tanh; its slope is taken from the output, so call it as published_tanh(h, slope=True)."""
    if slope:
        return 1 - z * z
    return (1 - np.exp(-z)) / (1 + np.exp(-z))


def published_forward(X, W1, W2):
    """The published training network: hidden layer and output."""
    h1 = published_sigmoid(X @ W1)
    h2 = published_sigmoid(h1 @ W2)
    return h1, h2


def published_loss(X, Y, W1, W2, reg):
    """The published loss: half the mean squared error, and a penalty on large weights."""
    N = len(X)
    h1, h2 = published_forward(X, W1, W2)
    data = np.sum((Y - h2) ** 2) / (2 * N)
    penalty = reg * (np.sum(W1**2) + np.sum(W2**2)) / (2 * N)
    return data + penalty


def published_gradients(X, Y, W1, W2, reg):
    """The published gradients of published_loss with respect to W1 and W2."""
    h1, h2 = published_forward(X, W1, W2)
    dz2 = -(Y - h2) * published_sigmoid(h2, slope=True)
    dh1 = dz2 @ W2.T
    dz1 = dh1 * published_sigmoid(h1, slope=True)
    dW1 = X.T @ dz1 + reg * np.sum(W1**2)
    dW2 = h1.T @ dz2 + reg * np.sum(W2**2)
    return dW1, dW2


def published_predict(X, W1, W2):
    """The published network in use, after training."""
    h1 = published_sigmoid(X @ W1)
    scores = np.exp(h1 @ W2)
    return scores / np.sum(scores, axis=1, keepdims=True)


def audit_point():
    """Where the audit is done: X (50, 2), Y (50, 2), W1 (2, 3), W2 (3, 2), reg, and z (13,) for the activations."""
    X, Y = xor_cloud()
    W1, W2 = lego_weights()
    return X[:50], Y[:50], W1, W2, 0.1, np.linspace(-3, 3, 13)


def affine_backward(dZ, X, W):
    """Send an upstream gradient back through the layer Z = X W + b.

    Formula: dX = dZ W^T, dW = X^T dZ, db = the sum of the rows of dZ. Nothing is averaged here: the loss did that.

    dZ (N, M): dL/dZ. X (N, D): the layer's input. W (D, M): its weights.
    Returns the tuple (dX, dW, db): dX (N, D), dW (D, M), db (M,).

    >>> dX, dW, db = affine_backward(np.array([[1.0, -1.0]]), np.array([[2.0, 3.0]]), np.array([[1.0, 0.0], [5.0, 4.0]]))
    >>> dX
    array([[1., 1.]])
    >>> dW
    array([[ 2., -2.],
           [ 3., -3.]])
    >>> db
    array([ 1., -1.])
    """
    return dZ @ W.T, X.T @ dZ, dZ.sum(axis=0)


def act_backward(dH, Z, kind):
    """Send an upstream gradient back through the activation H = act(Z).

    Formula: dZ = dH * act'(Z), entry by entry, with act'(z) equal to
    relu: 1 where z > 0, else 0; sigmoid: s (1 - s) with s = sigmoid(z); tanh: 1 - tanh(z)^2;
    elu: 1 where z > 0, else exp(z). No check looks at z = 0 exactly. Large |z| must not give NaN.

    dH (N, M): dL/dH. Z (N, M): what went into the activation. kind: "relu", "sigmoid", "tanh" or "elu".
    Returns dZ (N, M).

    >>> act_backward(np.array([[8.0, 8.0]]), np.array([[0.0, 3.0]]), "tanh").round(4)
    array([[8.    , 0.0789]])
    """
    if kind == "relu":
        return dH * np.sign(np.maximum(Z, 0.0))
    if kind == "sigmoid":
        S = sigmoid(Z)
        return dH * S * (1.0 - S)
    if kind == "tanh":
        return dH * (1.0 - np.tanh(Z) ** 2)
    return dH * np.exp(np.minimum(Z, 0.0))


def bricks_forward(x, W1, W2):
    """The four bricks of the way forward, for one sample and no biases.

    Formula: z1 = x W1, h1 = sigmoid(z1), z2 = h1 W2, h2 = sigmoid(z2).

    x (D,): one sample. W1 (D, H), W2 (H, C): the weights.
    Returns a dict with the keys z1 (H,), h1 (H,), z2 (C,), h2 (C,).

    >>> bricks = bricks_forward(np.array([1.0, 0.0]), np.zeros((2, 3)), np.ones((3, 2)))
    >>> bricks["h1"]
    array([0.5, 0.5, 0.5])
    >>> bricks["z2"]
    array([1.5, 1.5])
    """
    z1 = x @ W1
    h1 = sigmoid(z1)
    z2 = h1 @ W2
    return {"z1": z1, "h1": h1, "z2": z2, "h2": sigmoid(z2)}


def bricks_output(y, h1, h2):
    """The four bricks of the output layer on the way back, for the loss L = 1/2 sum (y - h2)^2.

    Formula: dh2 = -(y - h2), s2 = h2 (1 - h2), dz2 = dh2 * s2, dW2[j, k] = h1[j] dz2[k].

    y (C,): the label. h1 (H,), h2 (C,): what the two layers gave.
    Returns a dict with the keys dh2 (C,), s2 (C,), dz2 (C,), dW2 (H, C).

    >>> bricks = bricks_output(np.array([1.0]), np.array([0.5, 0.25]), np.array([0.5]))
    >>> bricks["dz2"]
    array([-0.125])
    >>> bricks["dW2"]
    array([[-0.0625 ],
           [-0.03125]])
    """
    dh2 = h2 - y
    s2 = h2 * (1.0 - h2)
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h1, dz2)}


def bricks_hidden(x, h1, W2, dz2):
    """The four bricks of the hidden layer on the way back. dz2 is all it needs to know about the loss.

    Formula: dh1[j] = sum over k of dz2[k] W2[j, k], s1 = h1 (1 - h1), dz1 = dh1 * s1, dW1[i, j] = x[i] dz1[j].

    x (D,): the sample. h1 (H,): the hidden layer. W2 (H, C): the weights above it. dz2 (C,): dL/dz2.
    Returns a dict with the keys dh1 (H,), s1 (H,), dz1 (H,), dW1 (D, H).

    >>> bricks = bricks_hidden(np.array([2.0]), np.array([0.5]), np.array([[1.0, 3.0]]), np.array([1.0, -1.0]))
    >>> bricks["dh1"]
    array([-2.])
    >>> bricks["dW1"]
    array([[-1.]])
    """
    dh1 = W2 @ dz2
    s1 = h1 * (1.0 - h1)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}


def forward(params, X):
    """The two-layer sigmoid network for a whole batch, with everything the way back will need.

    Formula: Z1 = X W1 + b1, H1 = sigmoid(Z1), Z2 = H1 W2 + b2, H2 = sigmoid(Z2).

    params: a dict with W1 (D, H), b1 (H,), W2 (H, C), b2 (C,). X (N, D).
    Returns the cache: a dict with X, Z1 (N, H), H1 (N, H), Z2 (N, C), H2 (N, C), and whatever else your backward uses.

    >>> params = {"W1": np.zeros((2, 3)), "b1": np.zeros(3), "W2": np.ones((3, 1)), "b2": np.array([-1.5])}
    >>> forward(params, np.array([[1.0, 2.0]]))["H2"]
    array([[0.5]])
    """
    Z1 = X @ params["W1"] + params["b1"]
    H1 = sigmoid(Z1)
    Z2 = H1 @ params["W2"] + params["b2"]
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": sigmoid(Z2)}


def backward(params, cache, Y, lam):
    """All gradients of the loss of a3 for the network of `forward`.

    Formula: L = 1/(2N) sum (Y - H2)^2 + lam/(2N) (sum W1^2 + sum W2^2). The biases are not penalised.

    params: as in `forward`. cache: what `forward` returned for these params. Y (N, C). lam: a number, 0 or more.
    Returns a dict with the keys W1, b1, W2, b2: dL/dW1 and so on, each of the shape of its parameter.

    >>> params = {"W1": np.zeros((1, 1)), "b1": np.zeros(1), "W2": np.full((1, 1), 2.0), "b2": np.array([-1.0])}
    >>> cache = forward(params, np.array([[4.0]]))
    >>> backward(params, cache, np.array([[1.0]]), 0.0)["W2"]
    array([[-0.0625]])
    """
    N = len(Y)
    dZ2 = (cache["H2"] - Y) / N * cache["H2"] * (1.0 - cache["H2"])
    dH1, dW2, db2 = affine_backward(dZ2, cache["H1"], params["W2"])
    dZ1 = dH1 * cache["H1"] * (1.0 - cache["H1"])
    _, dW1, db1 = affine_backward(dZ1, cache["X"], params["W1"])
    return {"W1": dW1 + lam / N * params["W1"], "b1": db1, "W2": dW2 + lam / N * params["W2"], "b2": db2}


def mlp_forward(params, X):
    """A network of any depth.

    Formula: layer by layer, Z = H W + b and then H = act_forward(Z, kind), starting from H = X. The kind of the
    last layer is always "linear", so its Z is the output.

    params: a list of at least one layer, each a tuple (W, b, kind). X (N, D).
    Returns the tuple (Z, caches): the output Z (N, C), and a list with one entry per layer: anything your mlp_backward
    needs, as long as it is made of arrays, numbers, strings, tuples, lists and dicts.

    >>> layers = [(np.eye(2), np.zeros(2), "relu"), (np.ones((2, 1)), np.zeros(1), "linear")]
    >>> mlp_forward(layers, np.array([[3.0, -4.0]]))[0]
    array([[3.]])
    """
    H, caches = X, []
    for W, b, kind in params:
        Z = H @ W + b
        caches.append((H, Z))
        H = act_forward(Z, kind)
    return H, caches


def mlp_backward(params, caches, dZ):
    """Send dL/dZ of the last layer back through all layers.

    Formula: for each layer from the last to the first, affine_backward; then act_backward of the layer below it.

    params: as in mlp_forward. caches: the list mlp_forward returned for these params. dZ (N, C): dL/dZ of the output.
    Returns the tuple (dX, grads): dX (N, D), and a list with one tuple (dW, db) per layer, in the order of params.

    >>> layers = [(np.eye(2), np.zeros(2), "relu"), (np.ones((2, 1)), np.zeros(1), "linear")]
    >>> Z, caches = mlp_forward(layers, np.array([[3.0, -4.0]]))
    >>> mlp_backward(layers, caches, np.array([[1.0]]))[0]
    array([[1., 0.]])
    """
    grads = [None] * len(params)
    for i in reversed(range(len(params))):
        H, _ = caches[i]
        dH, dW, db = affine_backward(dZ, H, params[i][0])
        grads[i] = (dW, db)
        if i > 0:
            dZ = act_backward(dH, caches[i - 1][1], params[i - 1][2])
    return dH, grads


def find_defects():
    """The report of the audit: what is wrong in the published code, and one number that shows it.

    Formula: pieces, kinds and the meaning of the evidence are in the tables above.

    Returns a list of tuples (piece, kind, evidence): two strings and a number. Each piece appears at most once.

    >>> find_defects()[0]  # doctest: +SKIP
    ('sigmoid', 'factor', 3.0)
    """
    X, Y, W1, W2, reg, z = audit_point()
    _, data = published_gradients(X, Y, W1, W2, 0.0)
    _, both = published_gradients(X, Y, W1, W2, reg)
    right = numerical_gradient(lambda W: published_loss(X, Y, W1, W, 0.0), W2)
    _, h2 = published_forward(X, W1, W2)
    slope = (published_tanh(z + 1e-5) - published_tanh(z - 1e-5)) / 2e-5
    return [
        ("gradient data", "factor", float(np.mean(data / right))),
        ("gradient penalty", "shared number", float(np.mean(both - data))),
        ("predict", "disagrees", float(np.max(np.abs(published_predict(X, W1, W2) - h2)))),
        ("tanh slope", "factor", float(np.mean(published_tanh(published_tanh(z), slope=True) / slope))),
    ]


def fixed_gradients(X, Y, W1, W2, reg):
    """The gradients of published_loss, put right.

    Formula: the derivatives of 1/(2N) sum (Y - h2)^2 + reg/(2N) (sum W1^2 + sum W2^2), as published_loss computes it.

    X (N, D), Y (N, C), W1 (D, H), W2 (H, C). reg: a number, 0 or more.
    Returns the tuple (dW1, dW2): dW1 (D, H), dW2 (H, C).

    >>> dW1, dW2 = fixed_gradients(np.ones((1, 1)), np.ones((1, 1)), np.zeros((1, 1)), np.zeros((1, 1)), 0.0)
    >>> dW2
    array([[-0.0625]])
    """
    N = len(X)
    h1, h2 = published_forward(X, W1, W2)
    dz2 = (h2 - Y) / N * h2 * (1.0 - h2)
    dz1 = dz2 @ W2.T * h1 * (1.0 - h1)
    return X.T @ dz1 + reg / N * W1, h1.T @ dz2 + reg / N * W2
