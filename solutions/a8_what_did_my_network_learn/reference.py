"""a8 What did my network learn?: the right implementations, in the order of the notebook.

Rows are samples; an image of 8 by 8 pixels is a row of 64 numbers, read line by line. The first part repeats what the
notebook's setup cells hand out, so that everything below runs on its own; a test holds the two copies together.
"""

from pathlib import Path

import numpy as np

DATA = Path(__file__).resolve().parents[2] / "assignments" / "a8_what_did_my_network_learn" / "data"
CLASSES = ("lying bar", "standing bar", "cross", "ring")


def act_forward(Z, kind):
    """The activation of that kind for every entry of Z: "relu", "tanh", or "linear", which leaves Z as it is."""
    return {"relu": np.maximum(Z, 0.0), "tanh": np.tanh(Z), "linear": Z.copy()}[kind]


def mlp_forward(params, X):
    """Output (N, C) of a network, and one pair (input, Z before the activation) per layer; params as in a4."""
    H, caches = X, []
    for W, b, kind in params:
        Z = H @ W + b
        caches.append((H, Z))
        H = act_forward(Z, kind)
    return H, caches


def mlp_backward(params, caches, dZ):
    """From dL/dZ of the last layer: dL/dX (N, D), and one pair (dW, db) per layer."""
    grads = [None] * len(params)
    for i in reversed(range(len(params))):
        H, _ = caches[i]
        grads[i] = (H.T @ dZ, dZ.sum(axis=0))
        dZ = dZ @ params[i][0].T
        if i > 0:
            Z, kind = caches[i - 1][1], params[i - 1][2]
            dZ = dZ * {"relu": 1.0 * (Z > 0), "tanh": 1.0 - np.tanh(Z) ** 2, "linear": 1.0}[kind]
    return dZ, grads


def up_to(params, layer):
    """The first `layer` layers as a network of their own, whose outputs are the units of that layer before the bend."""
    W, b, _ = params[layer - 1]
    return [*params[: layer - 1], (W, b, "linear")]


def shapes(N, rng):
    """N noisy images (N, 64) of one shape each, at random places, and their classes (N,), 0 to 3 as in CLASSES."""
    y = rng.integers(4, size=N)
    images = np.zeros((N, 8, 8))
    for image, kind in zip(images, y):
        line, start = rng.integers(8), rng.integers(4)
        if kind == 0:
            image[line, start : start + 5] = 1.0
        elif kind == 1:
            image[start : start + 5, line] = 1.0
        elif kind == 2:
            i, j = rng.integers(2, 6, size=2)
            image[i, j - 2 : j + 3] = image[i - 2 : i + 3, j] = 1.0
        else:
            i, j = rng.integers(5, size=2)
            image[i : i + 4, j : j + 4] = 1.0
            image[i + 1 : i + 3, j + 1 : j + 3] = 0.0
    images *= rng.uniform(0.6, 1.0, size=(N, 1, 1))
    return images.reshape(N, 64) + 0.1 * rng.normal(size=(N, 64)), y


def load_net(name):
    """A trained network of data/<name>.npz, as a list of layers (W, b, kind); the hidden layers are ReLU."""
    with np.load(DATA / f"{name}.npz") as file:
        depth = sum(key.startswith("W") for key in file)
        kinds = ["relu"] * (depth - 1) + ["linear"]
        return [(file[f"W{i}"], file[f"b{i}"], kind) for i, kind in enumerate(kinds, start=1)]


def lab_images():
    """The laboratory's own test images (400, 64) and their classes (400,)."""
    with np.load(DATA / "lab_images.npz") as file:
        return file["hundredths"] / 100.0, file["y"].astype(int)


def count_params(widths):
    """How many numbers a fully connected network learns: all weights and all biases.

    Formula: the sum over the layers of inputs times outputs, plus outputs.

    widths: a list of at least two integers: inputs, hidden layers, outputs. Returns an int.

    >>> count_params([2, 3, 1])
    13
    """
    return sum(D * M + M for D, M in zip(widths, widths[1:]))


def conv2d(x, k, pad=0):
    """Slide a filter over an image: the layer that libraries call a convolution.

    Formula: out[i, j] = sum over a, b of k[a, b] x[i + a, j + b], for all i, j where k lies inside the image. Before
    that, x gets a border of `pad` zeros on all four sides. k is not turned around: this is a cross-correlation.

    x (H, W): an image. k (h, w): a filter. pad: an integer, 0 or more.
    Returns an array (H + 2 pad - h + 1, W + 2 pad - w + 1).
    Raises ValueError if k is higher or wider than the image with its border.

    >>> conv2d(np.array([[1.0, 2.0, 4.0]]), np.array([[1.0, -1.0]]))
    array([[-1., -2.]])
    >>> conv2d(np.array([[5.0]]), np.ones((3, 3)), pad=1)
    array([[5.]])
    """
    x = np.pad(x, pad)
    if k.shape[0] > x.shape[0] or k.shape[1] > x.shape[1]:
        raise ValueError(f"a filter of shape {k.shape} does not fit into an image of shape {x.shape}")
    patches = np.lib.stride_tricks.sliding_window_view(x, k.shape)
    return np.einsum("ijab,ab->ij", patches, k)


def filter_grid(filters, columns):
    """One image of many filters, side by side in rows of `columns`, with one line of zeros between neighbours.

    Formula: every filter is divided by the largest |entry| of its own, so that its colours use the whole scale; a
    filter of zeros stays as it is. Filter 0 is at the top left, filter 1 to the right of it. Places that are left over
    in the last row are 0.

    filters (K, h, w). columns: an integer, 1 or more.
    Returns an array (rows (h + 1) - 1, columns (w + 1) - 1), where rows is K / columns, rounded up.

    >>> filter_grid(np.array([[[2.0]], [[-4.0]], [[0.0]]]), 2)
    array([[ 1.,  0., -1.],
           [ 0.,  0.,  0.],
           [ 0.,  0.,  0.]])
    """
    K, h, w = filters.shape
    rows = -(-K // columns)
    grid = np.zeros((rows * (h + 1) - 1, columns * (w + 1) - 1))
    for n, filter in enumerate(filters):
        i, j = n // columns * (h + 1), n % columns * (w + 1)
        grid[i : i + h, j : j + w] = filter / (np.max(np.abs(filter)) or 1.0)
    return grid


def saliency(params, X, c):
    """How fast output c of a network changes with each input, for every sample.

    Formula: S[n, i] = d z_c(X[n]) / d X[n, i], where z_c is output c before any softmax.

    params: a network as in mlp_forward, its last layer linear. X (N, D). c: an integer.
    Returns S (N, D), signs included.

    >>> saliency([(np.array([[3.0, 1.0], [-4.0, 0.0]]), np.zeros(2), "linear")], np.ones((1, 2)), 0)
    array([[ 3., -4.]])
    """
    Z, caches = mlp_forward(params, X)
    dZ = np.zeros_like(Z)
    dZ[:, c] = 1.0
    return mlp_backward(params, caches, dZ)[0]


def project(X, norm, limit):
    """Bring every row back to the nearest allowed point; rows that are allowed stay as they are.

    Formula: "ball" allows lengths up to limit (length: root of the sum of squares): a longer row is shortened to it.
    "box" allows entries from -limit to limit: every entry is cut there.

    X (N, D). norm: "ball" or "box". limit: a positive number. Returns an array (N, D).
    Raises ValueError for any other norm.

    >>> project(np.array([[3.0, -4.0], [0.1, 0.2]]), "ball", 1.0)
    array([[ 0.6, -0.8],
           [ 0.1,  0.2]])
    >>> project(np.array([[3.0, -4.0], [0.1, 0.2]]), "box", 1.0)
    array([[ 1. , -1. ],
           [ 0.1,  0.2]])
    """
    if norm == "ball":
        length = np.linalg.norm(X, axis=1, keepdims=True)
        return X * (limit / np.maximum(length, limit))
    if norm == "box":
        return np.clip(X, -limit, limit)
    raise ValueError(f"norm is {norm!r}; known: ball, box")


def activation_max(params, c, X0, norm, limit, steps, lr):
    """Climb output c from several starts at once, without leaving the allowed set.

    Formula: X = project(X0, norm, limit); then, `steps` times, X = project(X + lr * saliency(params, X, c), norm, limit).

    params: a network as in mlp_forward, its last layer linear. c: an integer. X0 (n, D): the starts.
    norm, limit: as in project. steps: an integer, 0 or more. lr: a positive number.
    Returns the tuple (X, values): X (n, D), where the climbs end; values (steps + 1, n): output c at the projected
    starts and after every step.

    >>> net = [(np.array([[3.0], [-4.0]]), np.zeros(1), "linear")]
    >>> X, values = activation_max(net, 0, np.zeros((1, 2)), "ball", 1.0, 2, 0.1)
    >>> X
    array([[ 0.6, -0.8]])
    >>> values.round(6)
    array([[0. ],
           [2.5],
           [5. ]])
    """
    X = project(X0, norm, limit)
    values = [mlp_forward(params, X)[0][:, c]]
    for _ in range(steps):
        X = project(X + lr * saliency(params, X, c), norm, limit)
        values.append(mlp_forward(params, X)[0][:, c])
    return X, np.array(values)


def distinct_modes(ends, values, tol):
    """Sort the ends of many climbs into modes.

    Formula: go through the ends from the highest value to the lowest. An end whose distance to every mode found so far
    is larger than tol is a new mode. Any other end is counted for the mode nearest to it. A new mode counts itself.

    ends (n, D), n at least 1. values (n,), all different. tol: a number, 0 or more; distances are Euclidean.
    Returns the tuple (modes, counts): modes (K, D), highest value first; counts (K,), integers that add up to n.

    >>> modes, counts = distinct_modes(np.array([[0.0], [5.0], [0.5]]), np.array([1.0, 3.0, 2.0]), 1.0)
    >>> modes
    array([[5. ],
           [0.5]])
    >>> counts
    array([1, 2])
    """
    modes, counts = [], []
    for i in np.argsort(-values):
        distances = [np.linalg.norm(ends[i] - mode) for mode in modes]
        if all(distance > tol for distance in distances):
            modes.append(ends[i])
            counts.append(1)
        else:
            counts[np.argmin(distances)] += 1
    return np.array(modes), np.array(counts)


def modes_of_unit(params, c, n_init, limit, steps, lr, rng):
    """The modes of output c on the ball: where climbs from random starts end, and how many end there.

    Formula: n_init starts in random directions (normal entries from rng), each of length limit; activation_max on the
    "ball"; then distinct_modes of the ends with their last values and tol = limit / 10.

    params, c, limit, steps, lr: as in activation_max. n_init: an integer. rng: a numpy Generator.
    Returns the tuple (modes, counts) of distinct_modes.

    >>> net = [(np.array([[3.0], [-4.0]]), np.zeros(1), "linear")]
    >>> modes, counts = modes_of_unit(net, 0, 20, 1.0, 100, 0.1, np.random.default_rng(0))
    >>> modes.round(4), counts
    (array([[ 0.6, -0.8]]), array([20]))
    """
    X0 = rng.normal(size=(n_init, len(params[0][0])))
    X0 *= limit / np.linalg.norm(X0, axis=1, keepdims=True)
    ends, values = activation_max(params, c, X0, "ball", limit, steps, lr)
    return distinct_modes(ends, values[-1], limit / 10)


def typicality(d, samples, rng):
    """Where the typical draws of a normal distribution in d dimensions are; its mode, the likeliest point, is the origin.

    Formula: draw `samples` points with d independent standard normal entries each. median: the median of their
    lengths. inside: the share of points whose length is below half the root of d.

    d, samples: integers, 1 or more. rng: a numpy Generator. Returns the tuple (median, inside), two numbers.

    >>> median, inside = typicality(100, 2000, np.random.default_rng(0))
    >>> bool(9.8 < median < 10.1), inside
    (True, 0.0)
    """
    lengths = np.linalg.norm(rng.normal(size=(samples, d)), axis=1)
    return float(np.median(lengths)), float(np.mean(lengths < np.sqrt(d) / 2))


def occlusion(params, X, c, size, fill):
    """What output c loses when a square of the image is painted over, for every place of the square.

    Formula: out[n, i, j] = z_c(X[n]) - z_c(X[n] with rows i to i + size - 1, columns j to j + size - 1 set to fill).

    params: a network as in mlp_forward, its last layer linear. X (N, S * S): square images, line by line. c: an
    integer. size: side of the square, 1 to S. fill: the number painted.
    Returns an array (N, S - size + 1, S - size + 1). Positive: that square spoke for c.

    >>> occlusion([(np.array([[1.0], [2.0], [3.0], [4.0]]), np.zeros(1), "linear")], np.ones((1, 4)), 0, 1, 0.0)
    array([[[1., 2.],
            [3., 4.]]])
    """
    S = int(round(X.shape[1] ** 0.5))
    places = S - size + 1
    before = mlp_forward(params, X)[0][:, c]
    out = np.zeros((len(X), places, places))
    for i in range(places):
        for j in range(places):
            painted = X.reshape(-1, S, S).copy()
            painted[:, i : i + size, j : j + size] = fill
            out[:, i, j] = before - mlp_forward(params, painted.reshape(X.shape))[0][:, c]
    return out


def permutation_importance(params, X, y, repeats, rng):
    """How much accuracy is lost when one feature is shuffled among the samples, for each feature.

    Formula: importance[j] = accuracy on X, minus the average accuracy over `repeats` copies of X in which column j
    alone is put into a random order, a new one each time. The class of a sample is its largest output.

    params: a network as in mlp_forward. X (N, D). y (N,): integer classes. repeats: an integer. rng: a numpy Generator.
    Returns an array (D,).

    >>> net = [(np.array([[-1.0, 1.0], [0.0, 0.0]]), np.zeros(2), "linear")]
    >>> X = np.array([[-1.0, 5.0], [-2.0, 6.0], [1.0, 7.0], [2.0, 8.0]])
    >>> importance = permutation_importance(net, X, np.array([0, 0, 1, 1]), 100, np.random.default_rng(0))
    >>> bool(0.4 < importance[0] < 0.6), float(importance[1])
    (True, 0.0)
    """

    def accuracy(A):
        return np.mean(np.argmax(mlp_forward(params, A)[0], axis=1) == y)

    shuffled = np.zeros((X.shape[1], repeats))
    for j in range(X.shape[1]):
        for r in range(repeats):
            A = X.copy()
            A[:, j] = rng.permutation(X[:, j])
            shuffled[j, r] = accuracy(A)
    return accuracy(X) - shuffled.mean(axis=1)


def spurious_pixel():
    """The pixel by which the laboratory's network recognises one of its classes, and which class that is.

    Returns the tuple (row, column, c) of integers: row and column 0 to 7 from the top left, class c 0 to 3.

    >>> spurious_pixel()  # doctest: +SKIP
    (0, 7, 2)
    """
    params, (X, y) = load_net("lab"), lab_images()
    pixel = int(np.argmax(permutation_importance(params, X, y, 5, np.random.default_rng(0))))
    pulls = [np.mean(saliency(params, X, c)[:, pixel]) for c in range(4)]
    return pixel // 8, pixel % 8, int(np.argmax(pulls))


def linear_probe(H, y, H_test, y_test, lam):
    """How well a linear classifier can read the classes from a representation.

    Formula: A is H with a column of ones at its right end, Y (N, C) the one-hot labels. V = (A^T A + lam I)^-1 A^T Y,
    ridge regression with all weights penalised, the biases in the last row of V too. The class of a test sample is
    the largest entry of its row of A_test V; accuracy is the share that is right.

    H (N, M), H_test (K, M): activations. y (N,), y_test (K,): integer classes 0 to C - 1; all of them appear in y.
    lam: a positive number. Returns the tuple (V, accuracy): V (M + 1, C), and a number.

    >>> H, H_test = np.array([[-1.0], [1.0]]), np.array([[3.0], [-2.0]])
    >>> V, accuracy = linear_probe(H, np.array([0, 1]), H_test, np.array([1, 1]), 1.0)
    >>> V.round(4)
    array([[-0.3333,  0.3333],
           [ 0.3333,  0.3333]])
    >>> accuracy
    0.5
    """
    A, A_test = np.column_stack([H, np.ones(len(H))]), np.column_stack([H_test, np.ones(len(H_test))])
    Y = np.eye(y.max() + 1)[y]
    V = np.linalg.solve(A.T @ A + lam * np.eye(A.shape[1]), A.T @ Y)
    return V, float(np.mean(np.argmax(A_test @ V, axis=1) == y_test))


def separability_curve(params, X, y, X_test, y_test, lam):
    """Layer by layer: how well a linear probe reads the classes from what has arrived there.

    Formula: entry 0 is the accuracy of linear_probe on the inputs themselves; entry l is its accuracy on what layer l
    hands on, after its activation. The last entry is that of the network's outputs.

    params: a network as in mlp_forward with L layers. X (N, D), y (N,): to fit the probes. X_test, y_test: to judge them.
    lam: as in linear_probe. Returns an array (L + 1,).

    >>> net = [(np.array([[1.0, -1.0]]), np.zeros(2), "relu")]
    >>> X, y = np.array([[-1.0], [0.0], [1.0]]), np.array([1, 0, 1])
    >>> separability_curve(net, X, y, X, y, 0.01).round(4)
    array([0.6667, 1.    ])
    """
    accuracies = [linear_probe(X, y, X_test, y_test, lam)[1]]
    H, H_test = X, X_test
    for W, b, kind in params:
        H, H_test = act_forward(H @ W + b, kind), act_forward(H_test @ W + b, kind)
        accuracies.append(linear_probe(H, y, H_test, y_test, lam)[1])
    return np.array(accuracies)
