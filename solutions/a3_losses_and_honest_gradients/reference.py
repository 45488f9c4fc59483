"""a3 Losses and honest gradients: the right implementations, in the order of the notebook.

Rows are samples. Z holds logits, before any softmax or sigmoid. Losses average over the N samples.
"""

import numpy as np


def one_hot(y, C):
    """Labels as rows of zeros with a single one.

    Formula: Y[i, c] is 1 where c = y[i] and 0 elsewhere.

    y (N,): integer labels, each one of 0, 1, ..., C-1. C: the number of classes; some of them may not occur in y.
    Returns Y (N, C), float64.
    Raises ValueError if a label is negative, or C, or larger.

    >>> one_hot(np.array([2, 0]), 3)
    array([[0., 0., 1.],
           [1., 0., 0.]])
    """
    if np.any((y < 0) | (y >= C)):
        raise ValueError(f"labels must be 0 to {C - 1}, got {np.min(y)} to {np.max(y)}")
    return (y[:, np.newaxis] == np.arange(C)).astype(float)


def softmax(Z):
    """Turn each row of logits into probabilities.

    Formula: P[i, c] = exp(Z[i, c]) / sum over k of exp(Z[i, k]).

    Z (N, C): logits, floats or integers, of any size: also 1000 or -1000.
    Returns P (N, C), float64: every row sums to 1. Nothing is added and nothing is clipped.

    >>> softmax(np.array([[0.0, np.log(3.0)], [1000.0, 1000.0]]))
    array([[0.25, 0.75],
           [0.5 , 0.5 ]])
    """
    # Subtracting a number from a whole row changes nothing but keeps exp from overflowing.
    E = np.exp(Z - np.max(Z, axis=1, keepdims=True))
    return E / np.sum(E, axis=1, keepdims=True)


def cross_entropy(Z, y):
    """Softmax and cross-entropy in one step: the mean of -log(probability of the right class), and its gradient.

    Formula: loss = (1/N) sum over i of -log P[i, y[i]] with P = softmax(Z), natural logarithm;
    dZ = dL/dZ = (P - one_hot(y, C)) / N.

    Z (N, C): logits of any size: also 1000 or -1000. y (N,): integer labels 0, 1, ..., C-1.
    Returns the tuple (loss, dZ): one number, and dZ (N, C). Nothing is added and nothing is clipped.

    >>> loss, dZ = cross_entropy(np.log(np.array([[2.0, 1.0, 1.0]])), np.array([0]))
    >>> round(loss, 6)
    0.693147
    >>> np.round(dZ, 6)
    array([[-0.5 ,  0.25,  0.25]])
    """
    N, C = Z.shape
    shifted = Z - np.max(Z, axis=1, keepdims=True)
    # The logarithm of softmax, not the logarithm after softmax: a probability that rounds to 0 has none.
    log_P = shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    loss = -np.mean(log_P[np.arange(N), y])
    return float(loss), (np.exp(log_P) - one_hot(y, C)) / N


def bce_with_logits(z, y):
    """Sigmoid and binary cross-entropy in one step: the mean loss, and its gradient.

    Formula: with p = 1 / (1 + exp(-z)), loss = (1/N) sum of -(y log p + (1 - y) log(1 - p)), natural logarithm;
    dz = dL/dz = (p - y) / N.

    z (N,): logits of any size: also 1000 or -1000. y (N,): 0 or 1, as integers or floats.
    Returns the tuple (loss, dz): one number, and dz (N,). Nothing is added and nothing is clipped.
    Raises ValueError if z and y differ in shape.

    >>> loss, dz = bce_with_logits(np.array([0.0, np.log(3.0)]), np.array([1, 0]))
    >>> round(loss, 6)  # (log 2 + log 4) / 2
    1.039721
    >>> np.round(dz, 6)
    array([-0.25 ,  0.375])
    """
    if z.shape != y.shape:
        raise ValueError(f"z and y must have the same shape, got {z.shape} and {y.shape}")
    shrunk = np.exp(-np.abs(z))  # between 0 and 1, whatever z is
    loss = np.mean(np.maximum(z, 0) - z * y + np.log1p(shrunk))
    p = np.where(z >= 0, 1.0, shrunk) / (1.0 + shrunk)
    return float(loss), (p - y) / len(z)


def mse_ridge(Y, H, Ws, lam):
    """Squared distance between targets and outputs, plus a price on large weights.

    Formula: loss = (1/2N) sum of (Y - H)^2 + (lam/2N) sum of W^2, the second sum over all entries of all arrays in Ws.

    Y, H: targets and outputs, both (N, M) or both (N,); N is the number of samples.
    Ws: list of weight arrays of any shapes; it may be empty. lam: one number, 0 or positive.
    Returns one number.
    Raises ValueError if Y and H differ in shape.

    >>> mse_ridge(np.array([[1.0, 0.0]]), np.array([[0.5, 2.0]]), [np.array([[3.0]])], 0.1)
    2.575
    """
    if Y.shape != H.shape:
        raise ValueError(f"Y and H must have the same shape, got {Y.shape} and {H.shape}")
    squares = np.sum((Y - H) ** 2) + lam * sum(np.sum(W**2) for W in Ws)
    return float(squares / (2 * len(Y)))


def mse_grad(Y, H):
    """The gradient of the data term of mse_ridge with respect to the outputs H.

    Formula: dH = dL/dH = (H - Y) / N for L = (1/2N) sum of (Y - H)^2.

    Y, H: both (N, M) or both (N,).
    Returns dH, same shape as H.
    Raises ValueError if Y and H differ in shape.

    >>> mse_grad(np.array([1.0, 0.0]), np.array([0.5, 2.0]))
    array([-0.25,  1.  ])
    """
    if Y.shape != H.shape:
        raise ValueError(f"Y and H must have the same shape, got {Y.shape} and {H.shape}")
    return (H - Y) / len(Y)


def numerical_gradient(f, x, eps):
    """The gradient of f at x, measured by moving one entry of x at a time.

    Formula: entry i is (f(x + eps e_i) - f(x - eps e_i)) / (2 eps), where e_i is 1 at entry i and 0 elsewhere.

    f: takes a float64 array of the shape of x, returns one number.
    x: array of any shape, also without axes; floats of any precision, or integers. eps: one positive number.
    Returns float64, same shape as x. All arithmetic is in float64. x itself is not changed, not even in its last bit.

    >>> np.round(numerical_gradient(lambda x: x[0] ** 2 + 3 * x[1], np.array([2, 5]), 0.5), 6)
    array([4., 3.])
    """
    point = np.array(x, dtype=float)  # a copy: x stays as it is, and an integer can move by less than 1
    slopes = np.zeros(point.shape)
    for i in np.ndindex(point.shape):
        middle = point[i]
        point[i] = middle + eps
        above = float(f(point))
        point[i] = middle - eps
        below = float(f(point))
        point[i] = middle  # exactly: adding eps again would leave a rounding error behind
        slopes[i] = (above - below) / (2 * eps)
    return slopes


_EPS = 1e-5
_KINK = 1e-3


def _is_kink(f, x, i):
    """Whether the slopes of f to the right and to the left of x along entry i differ by more than a smooth f allows."""
    step = np.zeros(x.shape)
    step[i] = _EPS
    here = f(x)
    right = (f(x + step) - here) / _EPS
    left = (here - f(x - step)) / _EPS
    return abs(right - left) > _KINK * max(1.0, abs(right), abs(left))


def _relative_error(a, n):
    """How far the claimed slope a is from the measured slope n, in units of the larger of the two."""
    if not (np.isfinite(a) and np.isfinite(n)):
        return np.inf
    return abs(a - n) / max(abs(a), abs(n)) if a != n else 0.0


def gradcheck(f, g, x):
    """Compare a claimed gradient with the numerical one, entry by entry.

    Formula: with a = g(x) and n = numerical_gradient(f, x, 1e-5), the relative error of an entry is
    |a - n| / max(|a|, |n|); it is 0 where a and n are both exactly 0, and infinite where a or n is not finite.
    An entry is at a kink if the slopes right = (f(x + eps e_i) - f(x)) / eps and left = (f(x) - f(x - eps e_i)) / eps,
    eps = 1e-5, differ by more than 1e-3 * max(1, |right|, |left|). Entries at a kink are left out.

    f: takes an array of the shape of x, returns one number. g: takes the same array, returns the claimed gradient.
    x: array of any shape.
    Returns a dict: "max_rel", the largest relative error; "worst_index", the tuple i with which x[i] is the entry that
    has it (any of them if there are several); "kinks", the number of entries left out.
    If all are left out, max_rel is 0.0 and worst_index is None.
    Raises ValueError if g(x) does not have the shape of x.

    >>> report = gradcheck(lambda x: np.sum(x**2), lambda x: np.array([2.0, 4.0]) * x, np.array([1.0, 3.0]))
    >>> round(report["max_rel"], 6), report["worst_index"], report["kinks"]
    (0.5, (1,), 0)
    """
    x = np.array(x, dtype=float)
    claimed = np.asarray(g(x.copy()), dtype=float)
    if claimed.shape != x.shape:
        raise ValueError(f"the claimed gradient has shape {claimed.shape}, x has {x.shape}")
    measured = numerical_gradient(f, x, _EPS)
    errors = np.full(x.shape, -1.0)  # it stays so where nothing can be compared
    for i in np.ndindex(x.shape):
        if not _is_kink(f, x, i):
            errors[i] = _relative_error(claimed[i], measured[i])
    kinks = int(np.sum(errors < 0))
    if kinks == x.size:
        return {"max_rel": 0.0, "worst_index": None, "kinks": kinks}
    worst = np.unravel_index(np.argmax(errors), x.shape)
    return {"max_rel": float(errors[worst]), "worst_index": tuple(int(k) for k in worst), "kinks": kinks}


def fit_logistic(X, y, lam, steps, lr):
    """Logistic regression by plain gradient descent: one layer, one sigmoid, one loss.

    Formula: loss(w, b) = (1/N) sum of the binary cross-entropy of z = X w + b, plus (lam/2N) sum of w^2.
    The bias is not regularised. Start from w = 0 and b = 0; each of the `steps` steps is
    w <- w - lr * dL/dw, b <- b - lr * dL/db, both gradients taken at the old w and b.

    X (N, D): floats or integers. y (N,): 0 or 1. lam: 0 or positive. steps: an integer, 0 or positive. lr: positive.
    Returns the tuple (w, b): w (D,) and one number b.

    >>> w, b = fit_logistic(np.array([[1.0], [2.0], [3.0], [4.0]]), np.array([0, 0, 0, 1]), 0.0, 1, 0.1)
    >>> np.round(w, 6), round(b, 6)
    (array([-0.025]), -0.025)
    """
    N, D = X.shape
    w, b = np.zeros(D), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr * (X.T @ dz + lam / N * w), b - lr * np.sum(dz)
    return w, float(b)
