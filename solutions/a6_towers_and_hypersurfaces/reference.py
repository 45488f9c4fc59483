"""a6 Towers and hypersurfaces: the right implementations, in the order of the notebook.

Points are rows, X (N, 2). A net is a dict with W1 (2, M), b1 (M,), w2 (M,), b2 (a number) and act, the name of its
activation; its output at X is act(X W1 + b1) w2 + b2, an array (N,). The first part repeats what the notebook's
setup cells hand out, so that everything below runs on its own; a test holds the two copies together.

Towers and polygons: M. Nielsen, Neural Networks and Deep Learning, chapter 4, on which the question behind this assignment rests.
"""

import numpy as np

# These return nets or functions, which are judged by what they do: whatever does the same is as right.
GRADED_BY_OUTCOME = ("polygon_tower", "one_layer_tower", "approx_by_bumps", "fit_surface")


def sigmoid(Z):
    """1 / (1 + exp(-Z)) for every entry, without overflow."""
    small = np.exp(-np.abs(Z))
    return np.where(Z >= 0, 1.0, small) / (1.0 + small)


def activate(Z, act):
    """The activation of that name for every entry of Z: step (1 where Z > 0, else 0), sigmoid, tanh or relu."""
    if act == "step":
        return np.where(Z > 0, 1.0, 0.0)
    if act == "sigmoid":
        return sigmoid(Z)
    if act == "tanh":
        return np.tanh(Z)
    if act == "relu":
        return np.maximum(Z, 0.0)
    raise ValueError(f"act is {act!r}; known: step, sigmoid, tanh, relu")


def evaluate(net, X):
    """The output of a net at the points X (N, 2): an array (N,)."""
    return activate(X @ net["W1"] + net["b1"], net["act"]) @ net["w2"] + net["b2"]


def soften(net, w):
    """The same net with sigmoids of steepness w in place of its steps."""
    return {**net, "W1": w * net["W1"], "b1": w * net["b1"], "act": "sigmoid"}


def gradients(net, X, y):
    """The gradients of 1/(2N) sum (output - y)^2: a dict with the keys W1, b1, w2, b2. tanh and relu only."""
    Z = X @ net["W1"] + net["b1"]
    H = activate(Z, net["act"])
    d = (H @ net["w2"] + net["b2"] - y) / len(y)
    slope = 1.0 - H * H if net["act"] == "tanh" else np.where(Z > 0, 1.0, 0.0)
    dZ = d[:, None] * net["w2"] * slope
    return {"W1": X.T @ dZ, "b1": dZ.sum(axis=0), "w2": H.T @ d, "b2": d.sum()}


def adam_step(net, grads, state, lr):
    """One step of Adam: the tuple (new net, new state). Start with the state {}."""
    t = state.get("t", 0) + 1
    new, memory = dict(net), {"t": t}
    for key, g in grads.items():
        m, v = state.get(key, (0.0, 0.0))
        m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g * g
        new[key] = net[key] - lr * (m / (1 - 0.9**t)) / (np.sqrt(v / (1 - 0.999**t)) + 1e-8)
        memory[key] = (m, v)
    return new, memory


def start_net(width, act, rng):
    """A net with random weights and biases."""
    W1, b1, w2 = rng.normal(size=(2, width)), rng.normal(size=width), rng.normal(size=width) / np.sqrt(width)
    return {"W1": W1, "b1": b1, "w2": w2, "b2": 0.0, "act": act}


def best_outer(net, X, y):
    """The same hidden layer with the w2 and b2 that are best for it: linear regression of y on its outputs."""
    H = np.column_stack([activate(X @ net["W1"] + net["b1"], net["act"]), np.ones(len(X))])
    *w2, b2 = np.linalg.lstsq(H, y, rcond=None)[0]
    return {**net, "w2": np.array(w2), "b2": float(b2)}


def bowl(X):
    """x1^2 + x2^2 + 3, the surface of the question. X (N, 2); returns (N,)."""
    return X[:, 0] ** 2 + X[:, 1] ** 2 + 3


def rmse(a, b):
    """How far two arrays are apart: the root of the mean squared difference.

    Formula: sqrt(mean((a - b)^2)), over all entries.

    a, b: arrays of one shape. Returns one number.

    >>> rmse(np.array([1.0, 2.0]), np.array([2.0, 9.0]))
    5.0
    """
    return float(np.sqrt(np.mean((a - b) ** 2)))


def bump(x, left, right, h, w):
    """A bump on the line, made of two sigmoid neurons: about h between left and right, about 0 elsewhere.

    Formula: h sigmoid(w (x - left)) - h sigmoid(w (x - right)), for every entry of x.

    x: an array of any shape. left < right: where the two steps are. h: the height. w: the steepness, more than 0;
    even w = 1e6 must not give NaN. Returns an array of the shape of x.

    >>> bump(np.array([0.0, 0.4, 0.5]), 0.4, 0.6, 2.0, 100.0).round(4)
    array([0.    , 1.    , 1.9998])
    """
    return h * (sigmoid(w * (x - left)) - sigmoid(w * (x - right)))


def tower(X, low, high, h, w):
    """A tower over a rectangle: two bumps in the first hidden layer, and a neuron that asks for both in the second.

    Formula: sigmoid(bump of x1 from low[0] to high[0] + bump of x2 from low[1] to high[1] - 3h/2).

    X (N, 2): points. low, high: the corners of the rectangle, two numbers each. h: the height of both bumps.
    w: their steepness. Returns the outputs (N,), between 0 and 1.

    >>> tower(np.array([[9.0, 9.0], [0.5, 9.0], [0.5, 0.5]]), (0, 0), (1, 1), 10.0, 1000.0).round(6)
    array([0.      , 0.006693, 0.993307])
    """
    both = bump(X[:, 0], low[0], high[0], h, w) + bump(X[:, 1], low[1], high[1], h, w)
    return sigmoid(both - 1.5 * h)


def polygon_tower(n):
    """A net of n step neurons whose output is positive inside a regular polygon with n sides, and negative outside.

    The polygon is the one around the unit circle: it touches the circle in the middle of each side. Side k, for
    k = 0 .. n-1, faces the direction u_k = (cos a_k, sin a_k) with a_k = 2 pi k / n. No other neurons are needed.

    n: the number of sides, 3 or more.
    Returns a net: a dict with W1 (2, n), b1 (n,), w2 (n,), b2 (a number) and act = "step". Its columns may come in any
    order, and its numbers in any scale.

    >>> net = polygon_tower(4)
    >>> evaluate(net, np.array([[0.9, 0.9], [1.1, 0.0]])) > 0
    array([ True, False])
    """
    angles = 2.0 * np.pi * np.arange(n) / n
    outward = np.array([np.cos(angles), np.sin(angles)])
    return {"W1": -outward, "b1": np.ones(n), "w2": np.ones(n), "b2": 0.5 - n, "act": "step"}


def area_mc(net, half, samples, rng):
    """The area of the part of the square [-half, half]^2 in which a net is positive, measured with random points.

    Formula: p is the share of the points at which the output is more than 0, and A = (2 half)^2 the area of the
    square. The area is p A, its standard error A sqrt(p (1 - p) / samples).

    net: a net with act = "step". half: a number. samples: how many points are drawn, uniformly in the square.
    rng: where they are drawn from. Returns the tuple (area, standard error) of two numbers.

    >>> everywhere = {"W1": np.zeros((2, 1)), "b1": np.ones(1), "w2": np.ones(1), "b2": 0.0, "act": "step"}
    >>> area_mc(everywhere, 1.5, 100, np.random.default_rng(0))
    (9.0, 0.0)
    """
    X = rng.uniform(-half, half, size=(samples, 2))
    p = np.mean(evaluate(net, X) > 0)
    square = (2 * half) ** 2
    return float(p * square), float(square * np.sqrt(p * (1 - p) / samples))


def one_layer_tower(n):
    """A net with one hidden layer of 2n step neurons: n ridges that cross at the origin, added up.

    Ridge k, for k = 0 .. n-1, is 1/n high where |u_k . x| < 1 and 0 elsewhere, with u_k = (cos a_k, sin a_k) and
    a_k = pi k / n. The output is the sum of all ridges: 1 at the origin, 1/n far out on one ridge, 0 off all of them.

    n: the number of ridges, 1 or more.
    Returns a net: a dict with W1 (2, 2n), b1 (2n,), w2 (2n,), b2 (a number) and act = "step". Its columns may come in
    any order, and its numbers in any scale.

    >>> evaluate(one_layer_tower(2), np.array([[0.0, 0.0], [0.0, 5.0], [5.0, 5.0]]))
    array([1. , 0.5, 0. ])
    """
    angles = np.pi * np.arange(n) / n
    across = np.array([np.cos(angles), np.sin(angles)])
    heights = np.ones(n) / n
    return {
        "W1": np.hstack([across, across]),
        "b1": np.repeat([1.0, -1.0], n),
        "w2": np.concatenate([heights, -heights]),
        "b2": 0.0,
        "act": "step",
    }


def approx_by_bumps(f, M):
    """Cover the square [-1, 1]^2 with M x M towers, each as high as f is in the middle of its cell.

    Formula: cell (i, j) reaches from -1 + 2i/M to -1 + 2(i+1)/M in x1, and in the same way with j in x2. In a cell,
    f_hat is what f is at the cell's middle; outside the square it is 0. No check looks at borders of cells.

    f: a function from points (N, 2) to heights (N,). M: the number of cells on each side, 1 or more.
    Returns f_hat, a function from points (N, 2) to heights (N,).

    >>> f_hat = approx_by_bumps(bowl, 2)
    >>> f_hat(np.array([[0.9, 0.1], [0.2, 3.0]]))
    array([3.5, 0. ])
    """
    middles = (2.0 * np.arange(M) + 1.0) / M - 1.0
    x1, x2 = np.meshgrid(middles, middles, indexing="ij")
    heights = f(np.column_stack([x1.ravel(), x2.ravel()])).reshape(M, M)

    def f_hat(X):
        cell = np.floor((X + 1.0) / 2.0 * M).astype(int)
        inside = np.all((cell >= 0) & (cell < M), axis=1)
        values = np.zeros(len(X))
        values[inside] = heights[cell[inside, 0], cell[inside, 1]]
        return values

    return f_hat


def surface_grid(net, lo, hi, G):
    """The output of a net on a grid of G x G points: what a picture of its surface is drawn from.

    Formula: values[i, j] is the output at (t_i, t_j), where t_0 = lo, ..., t_(G-1) = hi are G equally spaced numbers.
    The first index belongs to x1.

    net: a net. lo < hi: numbers. G: 2 or more. Returns an array (G, G).

    >>> net = {"W1": np.array([[1.0], [0.0]]), "b1": np.zeros(1), "w2": np.ones(1), "b2": 0.0, "act": "relu"}
    >>> surface_grid(net, 0.0, 2.0, 3)
    array([[0., 0., 0.],
           [1., 1., 1.],
           [2., 2., 2.]])
    """
    t = np.linspace(lo, hi, G)
    x1, x2 = np.meshgrid(t, t, indexing="ij")
    return evaluate(net, np.column_stack([x1.ravel(), x2.ravel()])).reshape(G, G)


def fit_surface(f, width, act, rng):
    """Train a net with one hidden layer so that its output is the surface f over the square [-1, 1]^2.

    Draw 1000 points uniformly in the square, train on them and their heights, and measure the error on 1000 other
    points. How you train is up to you; the goal is in the text above. f may be steep, and far above or below 0.

    f: a function from points (N, 2) to heights (N,). width: the number of hidden neurons. act: "tanh" or "relu".
    rng: all chance comes from it. Returns the tuple (net, error): the net is a dict with W1 (2, width), b1 (width,),
    w2 (width,), b2 (a number) and act; error is the rmse between net and f on the points not used for training.

    >>> net, error = fit_surface(bowl, 6, "tanh", np.random.default_rng(0))
    >>> net["W1"].shape, error < 0.14
    ((2, 6), True)
    """
    X, fresh = rng.uniform(-1.0, 1.0, size=(2, 1000, 2))
    y = f(X)
    starts = [best_outer(start_net(width, act, rng), X, y) for _ in range(60)]
    net = min(starts, key=lambda start: rmse(evaluate(start, X), y))
    state = {}
    for _ in range(150):
        net, state = adam_step(net, gradients(net, X, y), state, 0.04)
    net = best_outer(net, X, y)
    return net, rmse(evaluate(net, fresh), f(fresh))


def error_curve(fit, widths, seeds):
    """Error against width: what is best, usual and worst among several runs, and how fast the error falls.

    Formula: for every width, the smallest, the median and the largest of fit(width, seed) over all seeds. The slope
    is that of the straight line through the points (log width, log median) that is best in least squares.

    fit: a function; fit(width, seed) trains one net and returns its error, a number above 0. widths: a list of two or
    more different integers. seeds: a list of one or more integers. Returns a dict with the keys widths, best, median
    and worst, arrays (K,) in the order of widths, and slope, a number.

    >>> curve = error_curve(lambda width, seed: (1 + seed) / width**2, [1, 10], [0, 1, 5])
    >>> curve["median"].round(6), curve["worst"].round(6), round(curve["slope"], 6)
    (array([2.  , 0.02]), array([6.  , 0.06]), -2.0)
    """
    errors = np.array([[fit(width, seed) for seed in seeds] for width in widths])
    median = np.median(errors, axis=1)
    slope, _ = np.polyfit(np.log(widths), np.log(median), 1)
    return {
        "widths": np.array(widths),
        "best": errors.min(axis=1),
        "median": median,
        "worst": errors.max(axis=1),
        "slope": float(slope),
    }
