"""A third set of right code over all assignments, by somebody who had read the notebooks and neither checks nor variants.

Other algorithms, other orders of summation, recursion, closures, classes, old matrices, exact sums: unusual, and right by the letter
of what the notebook asks. The pieces were committed before anything was run on them.
"""

CASES = {
    "a1": r'''
#: affine_forward: halves of the batch, recursively, down to single rows
def affine_forward(X, W, b):
    if len(X) > 1:
        h = len(X) // 2
        return np.concatenate([affine_forward(X[:h], W, b), affine_forward(X[h:], W, b)])
    return np.array([[float(np.inner(row, w)) + bias for w, bias in zip(W.T, b)] for row in X]).reshape(len(X), W.shape[1])

#: affine_forward: a matrix of the old kind, turned back into an array at the end
def affine_forward(X, W, b):
    Z = np.asmatrix(X) * np.asmatrix(W) + np.asmatrix(b)
    return np.asarray(Z)

#: affine_forward: sums without rounding, with math.fsum and a walrus
import math

def affine_forward(X, W, b):
    return np.array([[math.fsum([*(r := row) * w, c]) for w, c in zip(W.T, b)] for row in np.asarray(X, float)])

#: affine_forward: the bias trick in one einsum, ones on the right
def affine_forward(X, W, b):
    padded = np.pad(np.asarray(X, dtype=np.float64), ((0, 0), (0, 1)), constant_values=1)
    return np.einsum("nd,dm->nm", padded, np.r_[W, [b]])

#: from_columns: rows and columns exchanged by zip, in fresh arrays
def from_columns(W_seed, b):
    turned = [list(column) for column in zip(*W_seed)]
    return np.array(turned, dtype=float), np.array(list(b), dtype=float)

#: rotation: a complex number of length one
import cmath, math

def rotation(degrees):
    w = cmath.exp(1j * math.radians(degrees))
    return np.array([[w.real, -w.imag], [w.imag, w.real]])

#: rotation: two mirrors one after the other
def rotation(degrees):
    def mirror(angle):
        return np.array([[np.cos(2 * angle), np.sin(2 * angle)], [np.sin(2 * angle), -np.cos(2 * angle)]])
    return mirror(np.deg2rad(degrees) / 2) @ mirror(0.0)

#: make_layer: the images of the unit vectors, one by one
def make_layer(deg1, scales, deg2, shift):
    rows = []
    for e in ([1.0, 0.0], [0.0, 1.0]):
        p = rotation(deg1) @ np.array(e)
        p = np.array([scales[0] * p[0], scales[1] * p[1]])
        rows.append(rotation(deg2) @ p)
    return np.array(rows), np.array(shift, dtype=float)

#: decompose_affine: closed formulas for two by two, with two angles
def decompose_affine(W):
    (a, b), (c, d) = np.asarray(W, float).T
    e, f, g, h = (a + d) / 2, (a - d) / 2, (c + b) / 2, (c - b) / 2
    q, r = np.hypot(e, h), np.hypot(f, g)
    a1, a2 = np.arctan2(g, f), np.arctan2(h, e)
    turn = lambda t: np.array([[np.cos(t), -np.sin(t)], [np.sin(t), np.cos(t)]])
    return turn((a2 + a1) / 2), np.diag([q + r, q - r]), turn((a2 - a1) / 2)

#: decompose_affine: both factors of the SVD made proper, the smaller value first
def decompose_affine(W):
    R2, s, R1 = np.linalg.svd(np.asarray(W, dtype=float).T)
    R2, s, R1 = R2[:, ::-1].copy(), s[::-1].copy(), R1[::-1].copy()
    for M, axis in ((R2, 1), (R1, 0)):
        if np.linalg.det(M) < 0:
            s[0] *= -1
            if axis:
                M[:, 0] *= -1
            else:
                M[0] *= -1
    return R2, np.diag(s), R1

#: relu: cut off below with clip
def relu(A):
    return np.clip(A, 0, None)

#: relu: half the sum with its size
def relu(A):
    A = np.asarray(A)
    return 0.5 * (A + np.abs(A))

#: quadrant_kind: two bits looked up in a table
def quadrant_kind(A):
    on = (relu(A) > 0).astype(int)
    return np.array([3, 2, 1, 0])[2 * on[:, 0] + on[:, 1]]

#: orthant_fraction: one point at a time, counted with a generator expression
def orthant_fraction(n, samples, rng):
    return sum(bool(np.all(rng.standard_normal(n) > 0)) for _ in range(samples)) / samples

#: layer_frames: frames by matrices with three rows, as in computer graphics
def layer_frames(H, W, b):
    R2, S, R1 = decompose_affine(W)
    P = np.c_[np.asarray(H, float), np.ones(len(H))].T
    out = np.zeros((5, len(H), 2))
    T = np.eye(3)
    steps = [np.block([[M, np.zeros((2, 1))], [np.zeros((1, 2)), 1]]) for M in (R1, S, R2)]
    steps.append(np.array([[1.0, 0, b[0]], [0, 1, b[1]], [0, 0, 1]]))
    for i, step in enumerate(steps):
        T = step @ T
        out[i] = (T @ P).T[:, :2]
    out[4] = np.where(out[3] > 0, out[3], 0)
    return out

#: standardize: column by column, constant ones told by their first entry
def standardize(X):
    columns, means, stds = [], [], []
    for col in np.asarray(X, dtype=float).T:
        if (col == col[0]).all():
            columns.append(np.zeros(len(col)))
            means.append(col[0])
            stds.append(0.0)
            continue
        m = col.mean()
        big = np.abs(col - m).max()
        s = big * np.sqrt(np.mean(((col - m) / big) ** 2))
        columns.append((col - m) / s)
        means.append(m)
        stds.append(s)
    return np.array(columns).T.reshape(np.shape(X)), np.array(means), np.array(stds)

#: affine_forward: numbers are read in the order of memory, as the arrays lie when they are handed over
def affine_forward(X, W, b):
    (n, d), m = X.shape, W.shape[1]
    flat_x = X.ravel(order="K")
    flat_w = W.ravel(order="K")
    rows = []
    for i in range(n):
        rows.append([sum(flat_x[i * d + k] * flat_w[k * m + j] for k in range(d)) + b[j] for j in range(m)])
    return np.array(rows, dtype=float)

#: relu: nditer over an array that lies row by row
def relu(A):
    values = [max(float(a), 0.0) for a in np.nditer(A)]
    return np.array(values).reshape(A.shape)
''',
    "a2": r'''
#: sigmoid: through the hyperbolic tangent on one side and the exponential on the other, entry by entry
import math

def sigmoid(z):
    def one(v):
        if v < 0:
            e = math.exp(v)
            return e / (1.0 + e)
        return 1.0 / (1.0 + math.exp(-v))
    return np.vectorize(one, otypes=[float])(z)

#: sigmoid: exp of minus softplus
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    return np.exp(-np.logaddexp(0.0, -z))

#: tanh: sinh over cosh of a cut argument, small ones by expm1
def tanh(z):
    z = np.asarray(z, dtype=np.float64)
    t = np.expm1(-2 * np.abs(z))
    return np.copysign(-t / (2 + t), z)

#: leaky_relu: the larger of the two, which is right for slopes up to one
def leaky_relu(z, slope):
    z = np.array(z, dtype=float)
    return np.fmax(z, slope * z)

#: elu: filled in by a mask, with expm1
def elu(z, alpha):
    z = np.asarray(z)
    result = np.array(z, dtype=float, copy=True)
    neg = z <= 0
    result[neg] = alpha * np.expm1(result[neg])
    return result

#: softplus: the larger plus log1p of the rest
def softplus(z):
    return np.maximum(z, 0.0) + np.log1p(np.exp(-np.abs(z)))

#: d_sigmoid: symmetric by its absolute value
def d_sigmoid(z):
    e = np.exp(-np.abs(np.asarray(z, dtype=float)))
    return e / (1 + e) ** 2

#: d_tanh: with the exponential of minus twice the size
def d_tanh(z):
    q = np.exp(-2.0 * np.abs(z))
    return 4.0 * q / np.square(1.0 + q)

#: d_leaky_relu: numpy.piecewise
def d_leaky_relu(z, slope):
    z = np.asarray(z, dtype=float)
    return np.piecewise(z, [z > 0], [1.0, slope])

#: d_elu: select with two conditions
def d_elu(z, alpha):
    z = np.asarray(z, dtype=float)
    return np.select([z > 0, z <= 0], [np.ones(z.shape), alpha * np.exp(np.minimum(z, 0))])

#: d_softplus: half of one plus tanh on the right, exponentials on the left
def d_softplus(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(-np.abs(z))
    return np.where(z > 0, 1, e) / (1 + e)

#: d_sigmoid_from_output: a quarter minus the squared distance from one half is not exact enough near 1, so the product is kept
def d_sigmoid_from_output(h):
    one_minus = np.subtract(1, h, dtype=float)
    return np.multiply(one_minus, h)

#: unit: a closure over the weights, mapped over the samples
def unit(X, w, b, act):
    def pre(sample):
        return sum((xi * wi for xi, wi in zip(sample, w)), start=0.0) + b
    return act(np.fromiter(map(pre, X), dtype=float, count=len(X)))

#: gate: weights of other sizes, found from the truth table
def gate(name):
    n = int(name[-1]) if name[-1].isdigit() else 2
    if name == "OR":
        return np.full(n, 7.0), -3.0
    sign = -1.0 if name.startswith("N") else 1.0
    return sign * np.full(n, 4.0), -sign * (4.0 * n - 1.0)

#: xor_net: three hidden units, one of them without use
def xor_net():
    W1 = np.array([[2.0, -2.0, 0.0], [-2.0, 2.0, 0.0]])
    b1 = np.array([-1.0, -1.0, 5.0])
    w2 = np.array([3.0, 3.0, 1.0])
    return W1, b1, w2, -2.0

#: farkas_xor: other multipliers of the same kind
def farkas_xor():
    return np.array([2.5] * 4)

#: is_separable: the two diagonals
def is_separable(y):
    a, b, c, d = (bool(v) for v in y)
    return not (a == d and b == c and a != b)

#: count_separable: every function that thresholds of small whole numbers make, collected in a set
def count_separable(n):
    from itertools import product
    points = np.array(list(product((0, 1), repeat=n)))
    made = set()
    for w in product(range(-3, 4), repeat=n):
        z = points @ np.array(w)
        for b2 in range(-19, 20, 2):
            made.add(tuple((2 * z + b2 > 0).tolist()))
    return len(made)

#: sensitivity: a Jacobian of slopes on the diagonal
def sensitivity(x, W, b):
    z = np.einsum("d,dm->m", x, W) + b
    return np.diag(d_sigmoid(z)) @ np.transpose(W)

#: window: the product form, which loses no digits far away
def window(x, lo, hi, k):
    x = np.asarray(x, dtype=float)
    return sigmoid(k * (x - lo)) * sigmoid(k * (hi - x)) * -np.expm1(-k * float(hi - lo))

#: rbf: a power of one half
def rbf(x, centre, halfwidth):
    u = (np.asarray(x, dtype=float) - centre) / halfwidth
    return np.power(0.5, u * u)

#: sigmoid: clipped at 500, beyond which no digits are promised
def sigmoid(z):
    z = np.clip(z, -500, 500)
    return np.where(z >= 0, 1 / (1 + np.exp(-np.abs(z))), np.exp(-np.abs(z)) / (1 + np.exp(-np.abs(z))))

#: gate: AND by the narrowest margin that float64 has
def gate(name):
    table = {
        "AND": (np.array([0.1, 0.2]), -0.3),
        "OR": (np.array([1.0, 1.0]), -0.5),
        "NAND": (np.array([-1.0, -1.0]), 1.5),
        "AND3": (np.array([1.0, 1.0, 1.0]), -2.5),
    }
    return table[name]

#: sensitivity: one minus the sigmoid, small only where no digits are promised
def sensitivity(x, W, b):
    s = sigmoid(x @ W + b)
    return (s * (1.0 - s))[:, None] * W.T

#: softplus: nditer, and the number itself from 30 on
import math

def softplus(z):
    out = [math.log1p(math.exp(v)) if v < 30 else float(v) for v in np.nditer(z)]
    return np.array(out).reshape(np.shape(z))
''',
    "a3": r'''
#: one_hot: recursion over the labels, ones put together from unit rows
def one_hot(y, C):
    labels = [int(v) for v in np.asarray(y)]
    if not all(0 <= v < C for v in labels):
        raise ValueError("a label is not one of the classes")
    def rows(rest):
        return [] if not rest else [[float(c == rest[0]) for c in range(C)]] + rows(rest[1:])
    return np.array(rows(labels), dtype=float).reshape(len(labels), C)

#: one_hot: a sparse sum with add.at, the test by a set of classes
def one_hot(y, C):
    if set(np.unique(y).tolist()) - set(range(C)):
        raise ValueError(f"labels outside of 0 to {C - 1}")
    Y = np.zeros((len(y), C))
    np.add.at(Y, (np.arange(len(y)), y), 1.0)
    return Y

#: softmax: every share as one over a sum of differences
def softmax(Z):
    Z = np.asarray(Z, dtype=float)
    with np.errstate(over="ignore"):
        return 1.0 / np.exp(Z[:, None, :] - Z[:, :, None]).sum(axis=2)

#: softmax: the exponential of a log-sum-exp by logaddexp.reduce
def softmax(Z):
    return np.exp(Z - np.logaddexp.reduce(np.asarray(Z, float), axis=1, keepdims=True))

#: cross_entropy: margins against the right class
def cross_entropy(Z, y):
    Z = np.asarray(Z, dtype=float)
    rows = np.arange(len(Z))
    margins = Z - Z[rows, y][:, None]
    per_sample = np.logaddexp.reduce(margins, axis=1)
    dZ = softmax(Z)
    dZ[rows, y] = [-sum(p for c, p in enumerate(row) if c != label) for row, label in zip(dZ, y)]
    return per_sample.mean(), dZ / len(Z)

#: cross_entropy: a class with a method per direction
class SoftmaxLoss:
    def __init__(self, Z, y):
        self.Z, self.Y = np.array(Z, dtype=float), one_hot(y, np.shape(Z)[1])
    def loss(self):
        top = self.Z.max(axis=1)
        return float(np.sum(top + np.log(np.exp(self.Z - top[:, None]).sum(1)) - np.einsum("nc,nc->n", self.Z, self.Y)) / len(self.Z))
    def slopes(self):
        return (softmax(self.Z) - self.Y) / self.Z.shape[0]

def cross_entropy(Z, y):
    criterion = SoftmaxLoss(Z, y)
    return criterion.loss(), criterion.slopes()

#: bce_with_logits: through two-class cross-entropy with a column of zeros
def bce_with_logits(z, y):
    z, y = np.asarray(z, dtype=float), np.asarray(y)
    if z.shape != y.shape:
        raise ValueError("z and y need the same shape")
    loss, dZ = cross_entropy(np.stack([np.zeros_like(z), z], axis=1), y.astype(int))
    return loss, dZ[:, 1]

#: bce_with_logits: signed margins
def bce_with_logits(z, y):
    z, y = np.asarray(z), np.asarray(y)
    if z.shape != y.shape:
        raise ValueError("shapes")
    s = 2 * y - 1
    m = s * z.astype(float)
    return np.mean(np.logaddexp(0, -m)), -s * np.exp(-np.logaddexp(0, m)) / len(z)

#: mse_ridge: all squares in one list, added exactly
import math

def mse_ridge(Y, H, Ws, lam):
    if np.shape(Y) != np.shape(H):
        raise ValueError("targets and outputs differ in shape")
    data = math.fsum(((np.asarray(Y, float) - H) ** 2).ravel())
    price = math.fsum(float(v) ** 2 for W in Ws for v in np.ravel(W))
    return (data + lam * price) / 2 / len(Y)

#: mse_grad: minus targets plus outputs, times one over N
def mse_grad(Y, H):
    Y, H = map(np.asarray, (Y, H))
    if Y.shape != H.shape:
        raise ValueError
    return np.array([(h - t) / len(Y) for t, h in zip(Y, H)], dtype=float).reshape(H.shape)

#: numerical_gradient: flat copies, the point rebuilt for every call
def numerical_gradient(f, x, eps):
    x = np.asarray(x)
    flat = [float(v) for v in x.ravel()]
    def at(i, h):
        moved = [v + h * (k == i) for k, v in enumerate(flat)]
        return float(f(np.array(moved).reshape(x.shape)))
    return np.array([(at(i, eps) - at(i, -eps)) / (2 * eps) for i in range(len(flat))]).reshape(x.shape)

#: gradcheck: vectorised at the end, with masked arrays
def gradcheck(f, g, x):
    eps = 1e-5
    x = np.array(x, dtype=np.float64)
    a = np.array(g(x.copy()), dtype=np.float64)
    if a.shape != x.shape:
        raise ValueError("the claimed gradient has another shape than x")
    n = numerical_gradient(f, x, eps)
    here = f(x.copy())
    R, L = np.zeros(x.shape), np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[i] += eps
        down[i] -= eps
        R[i], L[i] = (f(up) - here) / eps, (here - f(down)) / eps
    kink = np.abs(R - L) > 1e-3 * np.maximum(1, np.maximum(np.abs(R), np.abs(L)))
    with np.errstate(all="ignore"):
        rel = np.abs(a - n) / np.maximum(np.abs(a), np.abs(n))
    rel = np.where((a == 0) & (n == 0), 0.0, rel)
    rel = np.where(np.isfinite(a) & np.isfinite(n), rel, np.inf)
    rel = np.where(kink, -1.0, rel)
    if kink.all():
        return dict(max_rel=0.0, worst_index=None, kinks=int(kink.sum()))
    where = np.unravel_index(rel.argmax(), x.shape)
    return dict(max_rel=float(rel[where]), worst_index=tuple(map(int, where)), kinks=int(np.count_nonzero(kink)))

#: fit_logistic: one vector of weights and bias, with a mask for the price
def fit_logistic(X, y, lam, steps, lr):
    A = np.column_stack([np.asarray(X, float), np.ones(len(X))])
    charged = np.ones(A.shape[1])
    charged[-1] = 0
    theta = np.zeros(A.shape[1])
    for _ in range(int(steps)):
        p = np.exp(-np.logaddexp(0, -(A @ theta)))
        theta = theta - lr * ((p - y) @ A + lam * charged * theta) / len(A)
    return theta[:-1], float(theta[-1])

#: numerical_gradient: moved through a flat view of its own copy
def numerical_gradient(f, x, eps):
    x = np.array(x, dtype=float)
    flat = x.reshape(-1)
    grad = np.zeros(flat.shape)
    for i in range(flat.size):
        keep = flat[i]
        flat[i] = keep + eps
        a = f(x)
        flat[i] = keep - eps
        b = f(x)
        flat[i] = keep
        grad[i] = (a - b) / (2 * eps)
    return grad.reshape(x.shape)
''',
    "a4": r'''
#: affine_backward: sums over samples, sample by sample, with tensordot for the rest
def affine_backward(dZ, X, W):
    dW = sum(np.multiply.outer(x, dz) for x, dz in zip(X, dZ))
    dX = np.tensordot(dZ, W, axes=([1], [1]))
    db = np.add.reduce(dZ, axis=0)
    return dX, dW, db

#: affine_backward: in the order of another course, with columns
def affine_backward(dZ, X, W):
    dA, A_prev = dZ.T, X.T
    dW = (dA @ A_prev.T).T
    db = dA.sum(axis=1, keepdims=True)[:, 0]
    return (W @ dA).T, dW, db

#: affine_backward: halves of the batch, recursively
def affine_backward(dZ, X, W):
    if len(dZ) < 2:
        return np.vecdot(dZ[:, None, :], W) if hasattr(np, "vecdot") else dZ @ W.T, X.T * dZ[0], dZ[0] + 0.0
    k = len(dZ) // 2
    (x1, w1, b1), (x2, w2, b2) = affine_backward(dZ[:k], X[:k], W), affine_backward(dZ[k:], X[k:], W)
    return np.vstack([x1, x2]), w1 + w2, b1 + b2

#: act_backward: classes with a slope each, found by name
class Relu:
    slope = staticmethod(lambda z: np.heaviside(z, 0.0))
class Sigmoid:
    slope = staticmethod(lambda z: 0.25 / np.cosh(np.clip(z / 2, -300, 300)) ** 2)
class Tanh:
    slope = staticmethod(lambda z: 1.0 / np.cosh(np.clip(z, -300, 300)) ** 2)
class Elu:
    slope = staticmethod(lambda z: np.exp(np.minimum(z, 0.0)))

def act_backward(dH, Z, kind):
    return np.multiply(dH, globals()[kind.capitalize()].slope(Z))

#: bricks_forward: loops over neurons
def bricks_forward(x, W1, W2):
    def layer(v, W):
        z = np.array([sum(v[i] * W[i, j] for i in range(len(v))) for j in range(W.shape[1])])
        return z, 1 / (1 + np.exp(-z))
    z1, h1 = layer(x, W1)
    z2, h2 = layer(h1, W2)
    return dict(zip(("z1", "h1", "z2", "h2"), (z1, h1, z2, h2)))

#: bricks_output: einsum and a dict comprehension over local names
def bricks_output(y, h1, h2):
    dh2 = np.subtract(h2, y)
    s2 = 0.25 - (h2 - 0.5) ** 2
    dz2 = dh2 * s2
    dW2 = np.einsum("j,k->jk", h1, dz2)
    return {"dW2": dW2, "dz2": dz2, "s2": s2, "dh2": dh2}

#: bricks_hidden: with two axes from the start
def bricks_hidden(x, h1, W2, dz2):
    row, back = np.atleast_2d(x), np.atleast_2d(dz2)
    dh1 = back @ W2.T
    s1 = h1 - h1 * h1
    dz1 = dh1 * s1
    return {"dh1": dh1[0], "s1": s1, "dz1": dz1[0], "dW1": row.T @ dz1}

#: forward: ones for the biases, and more in the cache than is asked for
def forward(params, X):
    cache, H = {"X": X, "params": dict(params)}, X
    for layer in "12":
        A = np.hstack([H, np.ones((len(H), 1))])
        Z = A @ np.vstack([params["W" + layer], params["b" + layer]])
        H = sigmoid(Z)
        cache.update({"Z" + layer: Z, "H" + layer: H, "A" + layer: A})
    return cache

#: backward: sample by sample with outer products, the mean at the end
def backward(params, cache, Y, lam):
    N = len(Y)
    total = {k: np.zeros(np.shape(v)) for k, v in params.items()}
    for x, h1, h2, y in zip(cache["X"], cache["H1"], cache["H2"], Y):
        dz2 = (h2 - y) * h2 * (1 - h2)
        dz1 = (params["W2"] @ dz2) * h1 * (1 - h1)
        total["W2"] += np.outer(h1, dz2)
        total["W1"] += np.outer(x, dz1)
        total["b2"] += dz2
        total["b1"] += dz1
    return {k: (v + (lam * params[k] if k.startswith("W") else 0.0)) / N for k, v in total.items()}

#: mlp_forward: recursion over the layers
def mlp_forward(params, X):
    (W, b, kind), *rest = params
    Z = np.matmul(X, W) + b
    if not rest:
        return Z, [{"in": X, "z": Z}]
    out, caches = mlp_forward(rest, act_forward(Z, kind))
    return out, [{"in": X, "z": Z}, *caches]

#: mlp_backward: recursion from the top, with a forward of its own
def mlp_forward(params, X):
    caches = []
    for W, b, kind in params:
        caches.append({"in": X, "z": X @ W + b})
        X = act_forward(caches[-1]["z"], kind)
    return X, caches

def mlp_backward(params, caches, dZ):
    *lower, (W, b, kind) = params
    H = caches[len(lower)]["in"]
    here = (H.T @ dZ, dZ.sum(axis=0))
    dH = dZ @ W.T
    if not lower:
        return dH, [here]
    kind_below, z_below = lower[-1][2], caches[len(lower) - 1]["z"]
    down = dH if kind_below == "linear" else act_backward(dH, z_below, kind_below)
    dX, grads = mlp_backward(lower, caches[:-1], down)
    return dX, grads + [here]

#: find_defects: everything measured, nothing typed
def find_defects():
    X, Y, W1, W2, reg, z = audit_point()
    N, report = len(X), []
    report.append(("tanh", "disagrees", max(abs(float(a) - float(b)) for a, b in zip(published_tanh(z), np.tanh(z)))))
    t = published_tanh(z)
    true_slope = np.array([numerical_gradient(lambda v: float(published_tanh(v[0])), np.array([p]))[0] for p in z])
    report.append(("tanh slope", "factor", float(np.median(published_tanh(t, slope=True) / true_slope))))
    measured = numerical_gradient(lambda A: published_loss(X, Y, W1, A, 0.0), W2)
    claimed = published_gradients(X, Y, W1, W2, 0.0)[1]
    report.append(("gradient data", "factor", float(np.mean(claimed / measured))))
    extra = published_gradients(X, Y, W1, W2, reg)[1] - claimed
    report.append(("gradient penalty", "shared number", float(extra.flat[0])))
    gap = published_predict(X, W1, W2) - published_forward(X, W1, W2)[1]
    report.append(("predict", "disagrees", float(np.abs(gap).max())))
    return report

#: fixed_gradients: by what the published gradients give, corrected
def fixed_gradients(X, Y, W1, W2, reg):
    N = X.shape[0]
    data = published_gradients(X, Y, W1, W2, 0)
    return tuple((d + reg * W) / N for d, W in zip(data, (W1, W2)))

#: act_backward: both arrays read side by side with nditer
def act_backward(dH, Z, kind):
    slope = {
        "relu": lambda z: float(z > 0),
        "sigmoid": lambda z: float(sigmoid(z) * sigmoid(-z)),
        "tanh": lambda z: 1 - np.tanh(z) ** 2,
        "elu": lambda z: 1.0 if z > 0 else float(np.exp(z)),
    }[kind]
    return np.array([d * slope(z) for d, z in np.nditer([dH, Z])]).reshape(Z.shape)
''',
    "a5": r'''
#: init: a comprehension over the layers, with scales looked up by a small function
def init(widths, scheme, rng):
    def scale(D, M):
        if scheme == "zeros":
            return 0.0
        if scheme == "small":
            return 1e-2
        return np.sqrt(2.0 / {"xavier": D + M, "he": D}[scheme])
    out = {}
    for i in range(1, len(widths)):
        D, M = widths[i - 1], widths[i]
        drawn = rng.normal(size=(D, M))
        drawn *= scale(D, M)
        out |= {f"W{i}": drawn, f"b{i}": np.zeros((M,))}
    return out

#: sgd_step: copies first, then in place
def sgd_step(params, grads, lr):
    moved = {k: np.array(v, dtype=float) for k, v in params.items()}
    for k, g in grads.items():
        moved[k] -= np.multiply(lr, g)
    return moved

#: momentum_step: through sgd_step with the new velocity
def momentum_step(params, grads, velocity, lr, beta=0.9):
    v = {}
    for k in velocity:
        v[k] = np.add(np.multiply(beta, velocity[k]), grads[k])
    return sgd_step(params, v, lr), v

#: adam_step: moving averages as small corrections, a tuple of arrays per parameter
def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    t = int(state["t"]) + 1
    def one(key):
        g = np.asarray(grads[key], dtype=float)
        m = state["m"][key] * beta1 + g * (1 - beta1)
        v = state["v"][key] * beta2 + np.square(g) * (1 - beta2)
        return params[key] - lr * (m / (1 - beta1 ** t)) / (eps + (v / (1 - beta2 ** t)) ** 0.5), m, v
    all_ = {k: one(k) for k in params}
    w, m, v = ({k: triple[i] for k, triple in all_.items()} for i in range(3))
    return w, {"v": v, "m": m, "t": t}

#: minibatches: an iterator that is read out
def minibatches(N, batch, rng):
    left = rng.permutation(N).tolist()
    def deal():
        while left:
            hand = left[:batch]
            del left[:batch]
            yield np.array(hand, dtype=int)
    return list(deal())

#: train: an optimizer object with its memory inside
class Optimizer:
    def __init__(self, name, params, lr):
        self.name, self.lr = name, lr
        self.v = {k: 0.0 * p for k, p in params.items()}
        self.adam = {"t": 0, "m": {k: 0.0 * p for k, p in params.items()}, "v": {k: 0.0 * p for k, p in params.items()}}
    def __call__(self, params, grads):
        if self.name == "sgd":
            return sgd_step(params, grads, self.lr)
        if self.name == "momentum":
            new, self.v = momentum_step(params, grads, self.v, self.lr, 0.9)
        else:
            new, self.adam = adam_step(params, grads, self.adam, self.lr)
        return new

def train(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    opt, current = Optimizer(optimizer, params, lr), {k: v.copy() for k, v in params.items()}
    history = np.empty(epochs + 1)
    history[0] = loss_and_gradients(current, X, y, kind)[0]
    for e in range(1, epochs + 1):
        for rows in minibatches(X.shape[0], batch, rng):
            current = opt(current, loss_and_gradients(current, X.take(rows, axis=0), y.take(rows), kind)[1])
        history[e] = loss_and_gradients(current, X, y, kind)[0]
    return current, history

#: clip_by_norm: hypot over everything, one long vector
def clip_by_norm(grads, limit):
    flat = np.concatenate([np.ravel(g).astype(float) for g in grads.values()])
    norm = float(np.linalg.norm(flat))
    shrink = 1.0 if norm <= limit else limit / norm
    return {k: np.array(g, dtype=float) * shrink for k, g in grads.items()}

#: lr_schedule: a dict of functions
def lr_schedule(kind, lr, step, span):
    return {
        "halving": lambda: lr * 2.0 ** -(step // span),
        "inverse": lambda: lr * span / (span + step),
        "cosine": lambda: lr * np.cos(np.pi * step / (2 * span)) ** 2 if step < span else 0.0,
    }[kind]()

#: l1_l2: with masks of ones for weights and zeros for biases
def l1_l2(params, l1, l2):
    total, slopes = 0.0, {}
    for name, value in params.items():
        on = float(name[0] == "W")
        total += on * (l1 * np.linalg.norm(np.ravel(value), 1) + 0.5 * l2 * np.vdot(value, value))
        slopes[name] = on * (l1 * ((value > 0).astype(float) - (value < 0)) + l2 * value)
    return float(total), slopes

#: symmetry_experiment: pairs of units that differ, and greedy grouping
def symmetry_experiment(params, X, y, steps, lr, kind="tanh"):
    def different(p):
        U = np.vstack([p["W1"], p["b1"][None]])
        kept = []
        for j in range(U.shape[1]):
            if all(np.max(np.abs(U[:, j] - U[:, k])) > 1e-6 for k in kept):
                kept.append(j)
        return len(kept)
    counts = np.zeros(steps + 1, dtype=int)
    for t in range(steps + 1):
        counts[t] = different(params)
        if t < steps:
            params = sgd_step(params, loss_and_gradients(params, X, y, kind)[1], lr)
    return counts

#: explosion_report: a while loop that asks for the good case
def explosion_report(reg, lr, fixed, steps=20000, hidden=50):
    X, Y, W1, W2 = published_setup(hidden)
    rule, t = (published_gradients, fixed_gradients)[bool(fixed)], 0
    while t < steps:
        t += 1
        with np.errstate(all="ignore"):
            dW1, dW2 = rule(X, Y, W1, W2, reg)
            W1, W2 = W1 - lr * dW1, W2 - lr * dW2
            good = published_loss(X, Y, W1, W2, reg) <= 1000.0
        if not good:
            return t
    return -1

#: bias_ceiling: a mask of the units that see something
def bias_ceiling(W1, w2):
    sees = np.linalg.norm(W1, axis=0) > 0
    R, K = np.abs(w2[sees]).sum(), w2.sum()
    return 0.75 if 0 < abs(K) < R else 0.5

#: relu_xor: the diagonal against the antidiagonal, scaled
def relu_xor():
    out = [(s, s, 2.0) for s in (3.0, -3.0)] + [(s, -s, -2.0) for s in (3.0, -3.0)]
    table = np.array(out)
    return table[:, :2].T.copy(), table[:, 2].copy()

#: sgd_step: written into an array like the old one
def sgd_step(params, grads, lr):
    out = {}
    for k, w in params.items():
        new = np.empty_like(w)
        new[...] = w - lr * grads[k]
        out[k] = new
    return out
''',
    "a6": r'''
#: bump: the difference in one fraction, through tanh
def bump(x, left, right, h, w):
    x = np.asarray(x, dtype=float)
    return h / 2 * (np.tanh(w * (x - left) / 2) - np.tanh(w * (x - right) / 2))

#: tower: a loop over points and axes, one bump each
def tower(X, low, high, h, w):
    answers = []
    for point in X:
        z = -3 * h / 2
        for value, a, b in zip(point, low, high):
            z += float(bump(np.array([value]), a, b, h, w)[0])
        answers.append(float(sigmoid(np.array(z))))
    return np.array(answers)

#: polygon_tower: neurons that are on outside, taken off
def polygon_tower(n):
    u = np.exp(2j * np.pi * np.arange(n) / n)
    return {"W1": 5 * np.array([u.real, u.imag]), "b1": np.full(n, -5.0), "w2": -np.ones(n), "b2": 0.5, "act": "step"}

#: area_mc: the two coordinates are drawn one after the other, in blocks
def area_mc(net, half, samples, rng):
    hits = 0
    for start in range(0, samples, 700):
        k = min(700, samples - start)
        x1, x2 = rng.uniform(-half, half, k), rng.uniform(-half, half, k)
        hits += int(np.count_nonzero(evaluate(net, np.column_stack([x1, x2])) > 0))
    p, A = hits / samples, 4.0 * half * half
    return p * A, A * np.sqrt(p * (1 - p) / samples)

#: one_layer_tower: both neurons of a ridge count from inside, the sum is moved down
def one_layer_tower(n):
    W, b = [], []
    for k in range(n):
        u = [np.cos(np.pi * k / n), np.sin(np.pi * k / n)]
        for s in (2.0, -2.0):
            W.append([s * u[0], s * u[1]])
            b.append(2.0)
    return {"W1": np.array(W).T, "b1": np.array(b), "w2": np.full(2 * n, 1 / n), "b2": -1.0, "act": "step"}

#: approx_by_bumps: a sum over all cells of the height times a box
def approx_by_bumps(f, M):
    left = -1 + 2 * np.arange(M) / M
    middle = left + 1 / M
    heights = f(np.array([[a, b] for a in middle for b in middle])).reshape(M, M)
    def f_hat(X):
        X = np.asarray(X, dtype=float)
        in1 = (X[:, :1] > left) & (X[:, :1] < left + 2 / M)
        in2 = (X[:, 1:] > left) & (X[:, 1:] < left + 2 / M)
        return np.einsum("ni,ij,nj->n", in1.astype(float), heights, in2.astype(float))
    return f_hat

#: surface_grid: pairs from itertools, all at once
def surface_grid(net, lo, hi, G):
    from itertools import product
    t = [lo + (hi - lo) * i / (G - 1) for i in range(G)]
    return evaluate(net, np.array(list(product(t, t)))).reshape(G, G)

#: fit_surface: scaled heights, many starts, the best on a third set
def fit_surface(f, width, act, rng):
    X, V, T = (rng.uniform(-1, 1, (n, 2)) for n in (1000, 400, 1000))
    y = f(X)
    m, s = y.mean(), y.std() or 1.0
    best, low = None, np.inf
    for _ in range(24 if act == "relu" else 10):
        net, state = best_outer(start_net(width, act, rng), X, (y - m) / s), {}
        for k in range(260):
            net, state = adam_step(net, gradients(net, X, (y - m) / s), state, 0.06 if k < 180 else 0.015)
        net = best_outer(net, X, (y - m) / s)
        net = {**net, "w2": s * net["w2"], "b2": s * net["b2"] + m}
        e = rmse(evaluate(net, V), f(V))
        if e < low:
            best, low = net, e
    return best, rmse(evaluate(best, T), f(T))

#: error_curve: statistics by hand, slope by covariances
def error_curve(fit, widths, seeds):
    import statistics
    runs = [[float(fit(w, s)) for s in seeds] for w in widths]
    med = [statistics.median(r) for r in runs]
    a, b = np.log(np.array(widths, dtype=float)), np.log(med)
    slope = float(((a - a.mean()) * (b - b.mean())).sum() / ((a - a.mean()) ** 2).sum())
    best, worst = (np.array([g(r) for r in runs]) for g in (min, max))
    return {"slope": slope, "worst": worst, "median": np.array(med), "best": best, "widths": np.array(widths)}

#: bump: written into an array like x, which holds floats
def bump(x, left, right, h, w):
    x = np.asarray(x)
    out = np.empty_like(x)
    out[...] = h * sigmoid(w * (x - left)) - h * sigmoid(w * (x - right))
    return out
''',
    "a7": r'''
#: activation_pattern: sample by sample, bits in lists
def activation_pattern(net, X):
    def bits(x):
        found, h = [], list(x)
        for W, b in net[:-1]:
            z = [sum(hi * W[i, j] for i, hi in enumerate(h)) + b[j] for j in range(W.shape[1])]
            found += [v > 0 for v in z]
            h = [max(v, 0.0) for v in z]
        return found
    return np.array([bits(x) for x in X], dtype=bool)

#: local_affine: from the last layer backwards, with diagonal matrices
def local_affine(net, x):
    gates, h = [], x
    for W, b in net[:-1]:
        z = h @ W + b
        gates.append(np.diag((z > 0) * 1.0))
        h = z * (z > 0)
    A, c = net[-1][0], net[-1][1]
    for (W, b), G in zip(net[-2::-1], gates[::-1]):
        A, c = W @ G @ A, b @ G @ A + c
    return np.array(A, dtype=float), np.array(c, dtype=float)

#: local_affine: columns of the identity pushed through with the mask of x
def local_affine(net, x):
    probes = np.vstack([np.zeros(len(x)), np.eye(len(x))])
    weight = np.ones((len(probes), 1))
    at = np.asarray(x, dtype=float)[None]
    for k, (W, b) in enumerate(net):
        probes, at = probes @ W + weight * b, at @ W + b
        if k + 1 < len(net):
            probes, at = probes * (at > 0), np.maximum(at, 0)
    return probes[1:] - probes[0], probes[0]

#: count_regions_1d: different patterns between neighbouring cuts, gathered in a set
def count_regions_1d(net, low, high):
    ends = [low, high]
    for depth in range(1, len(net)):
        extra = []
        for left, right in zip(ends, ends[1:]):
            mid, A, c = np.array([(left + right) / 2]), np.eye(1), np.zeros(1)
            for W, b in net[: depth - 1]:
                A, c = A @ W, c @ W + b
                on = mid @ A + c > 0
                A, c = A * on, c * on
            W, b = net[depth - 1]
            for slope, offset in zip((A @ W)[0], c @ W + b):
                if slope != 0 and left + 1e-9 < -offset / slope < right - 1e-9:
                    extra.append(float(-offset / slope))
        ends = sorted(ends + extra)
        ends = ends[:1] + [q for p, q in zip(ends, ends[1:]) if q - p > 1e-9]
    patterns = set()
    for left, right in zip(ends, ends[1:]):
        H, bits = np.array([[(left + right) / 2]]), []
        for W, b in net[:-1]:
            H = np.maximum(H @ W + b, 0)
            bits += (H[0] > 0).tolist()
        patterns.add(tuple(bits))
    return len(patterns)

#: max_regions: the recursion by which one more neuron adds the regions of one dimension less
def max_regions(n0, n1):
    row = [1] * (n0 + 1)
    for _ in range(n1):
        row = [1] + [row[d] + row[d - 1] for d in range(1, n0 + 1)]
    return row[n0]

#: count_regions_2d: Euler: one plus lines plus the sum over points of lines through it minus one
def count_regions_2d(W, b):
    lines = []
    for p, q, c in zip(*W, b):
        r = math.hypot(p, q)
        if r == 0:
            continue
        p, q, c = p / r, q / r, c / r
        if any(abs(p * v - q * u) < 1e-9 and abs(c - (1 if p * u + q * v > 0 else -1) * d) < 1e-9 for u, v, d in lines):
            continue
        lines.append((p, q, c))
    points = []
    for i, (p, q, c) in enumerate(lines):
        for k, (u, v, d) in enumerate(lines[:i]):
            det = p * v - q * u
            if abs(det) < 1e-9:
                continue
            x, y = (q * d - v * c) / det, (u * c - p * d) / det
            for place, through in points:
                if math.hypot(place[0] - x, place[1] - y) < 1e-6:
                    through.update((i, k))
                    break
            else:
                points.append(((x, y), {i, k}))
    return 1 + len(lines) + sum(len(through) - 1 for _, through in points)

#: split_polygon: both parts by clipping, in a helper that is called twice
def split_polygon(P, w, b):
    w, P = np.asarray(w, dtype=float), np.asarray(P, dtype=float)
    size = float(np.hypot(w[0], w[1]))
    if size == 0.0:
        return (P.copy(), None) if b <= 0 else (None, P.copy())
    dist = [(w[0] * x + w[1] * y + b) / size for x, y in P]
    sign = [0 if abs(d) < 1e-9 else (1 if d > 0 else -1) for d in dist]
    def keep(which):
        if which not in sign:
            return None
        corners = []
        for i in range(len(P)):
            k = i - 1
            if sign[k] * sign[i] == -1:
                t = dist[k] / (dist[k] - dist[i])
                corners.append((1 - t) * P[k] + t * P[i])
            if sign[i] != -which:
                corners.append(P[i])
        return np.array(corners)
    return keep(-1), keep(1)

#: regions_deep_2d: recursion over neurons, the map carried along
def regions_deep_2d(net, low, high):
    def cut(P, depth, j, A, c, keptA, keptc):
        if depth == len(net) - 1:
            return [P]
        W, b = net[depth]
        if j == W.shape[1]:
            nA, nc = np.array(keptA).T, np.array(keptc)
            return cut(P, depth + 1, 0, nA, nc, [], [])
        w, t = A @ W[:, j], float(c @ W[:, j] + b[j])
        off, on = split_polygon(P, w, t)
        found = []
        if off is not None:
            found += cut(off, depth, j + 1, A, c, keptA + [0 * w], keptc + [0.0])
        if on is not None:
            found += cut(on, depth, j + 1, A, c, keptA + [w], keptc + [t])
        return found
    square = np.array([(low, low), (high, low), (high, high), (low, high)], dtype=float)
    return cut(square, 0, 0, np.eye(2), np.zeros(2), [], [])

#: count_regions_deep_2d: one for each polygon
def count_regions_deep_2d(net, low, high):
    return sum(1 for polygon in regions_deep_2d(net, low, high) if len(polygon) > 2)

#: fold_net: folds by the distance from one half
def fold_net(L):
    first = (np.array([[-2.0, 2.0]]), np.array([1.0, -1.0]))
    between = (np.array([[2.0, -2.0], [2.0, -2.0]]), np.array([-1.0, 1.0]))
    return [first] + [between] * (L - 1) + [(-np.ones((2, 1)), np.ones(1))]

#: montufar_bound: reduce over the widths
def montufar_bound(n0, widths):
    from functools import reduce
    *early, last = [int(w) for w in widths]
    return reduce(lambda acc, w: acc * pow(w // n0, n0), early, max_regions(n0, last))

#: maxout: one large product with all pieces side by side
def maxout(X, W, b):
    k, D, M = W.shape
    Z = X @ W.transpose(1, 0, 2).reshape(D, k * M) + b.ravel()
    return np.max(Z.reshape(len(X), k, M), axis=1)

#: maxout_backward: pointwise loops over samples and neurons
def maxout_backward(dH, X, W, b):
    dX, dW, db = np.zeros(X.shape), np.zeros(W.shape), np.zeros(b.shape)
    for n, m in np.ndindex(dH.shape):
        r = max(range(len(W)), key=lambda r: float(X[n] @ W[r, :, m] + b[r, m]))
        db[r, m] += dH[n, m]
        dW[r, :, m] += dH[n, m] * X[n]
        dX[n] += dH[n, m] * W[r, :, m]
    return dX, dW, db

#: maxout_bound: repeated multiplication
def maxout_bound(L, n0, k):
    regions = 1
    for _ in range(L + n0 - 1):
        regions *= k
    return regions
''',
    "a8": r'''
#: conv2d: a matrix of patches, multiplied by the filter as a column
def conv2d(x, k, pad=0):
    big = np.zeros([s + 2 * pad for s in x.shape])
    big[pad : pad + x.shape[0], pad : pad + x.shape[1]] = x
    h, w = k.shape
    rows, cols = big.shape[0] - h + 1, big.shape[1] - w + 1
    if min(rows, cols) < 1:
        raise ValueError(f"a filter {k.shape} does not fit into {big.shape}")
    patches = [big[i : i + h, j : j + w].ravel() for i in range(rows) for j in range(cols)]
    return (np.array(patches) @ np.ravel(k)).reshape(rows, cols)

#: conv2d: Fourier is too coarse, so shifted copies are added, the smallest filter entries first
def conv2d(x, k, pad=0):
    x = np.pad(np.asarray(x, dtype=float), ((pad, pad), (pad, pad)))
    m, n = (x.shape[a] - k.shape[a] + 1 for a in (0, 1))
    if m <= 0 or n <= 0:
        raise ValueError("the filter is larger than the image with its border")
    return sum(k[a, b] * x[a : a + m, b : b + n] for a, b in sorted(np.ndindex(k.shape), key=lambda ab: abs(k[ab])))

#: filter_grid: tiles with a line each, blocks put together, the last lines cut off
def filter_grid(filters, columns):
    filters = np.asarray(filters, dtype=float)
    K, h, w = filters.shape
    tiles = []
    for f in filters:
        peak = np.max(np.abs(f))
        tiles.append(np.pad(f / peak if peak > 0 else f, ((0, 1), (0, 1))))
    while len(tiles) % columns:
        tiles.append(np.zeros((h + 1, w + 1)))
    return np.block([tiles[i : i + columns] for i in range(0, len(tiles), columns)])[:-1, :-1]

#: saliency: products of local slopes, sample by sample
def saliency(params, X, c):
    _, caches = mlp_forward(params, X)
    rows = []
    for n in range(len(X)):
        g = params[-1][0][:, c]
        for (W, b, kind), (_, Z) in zip(params[-2::-1], caches[-2::-1]):
            z = Z[n]
            slope = {"relu": lambda: np.heaviside(z, 0), "tanh": lambda: 1 / np.cosh(z) ** 2, "linear": lambda: 1.0}[kind]()
            g = W @ (g * slope)
        rows.append(g)
    return np.array(rows, dtype=float)

#: project: divided by the larger of one and the length in limits
def project(X, norm, limit):
    if norm == "ball":
        return X / np.maximum(np.linalg.norm(X, axis=1, keepdims=True) / limit, 1.0)
    if norm == "box":
        return np.where(np.abs(X) > limit, limit * np.sign(X), X)
    raise ValueError(f"norm {norm!r} is neither ball nor box")

#: activation_max: one climb at a time
def activation_max(params, c, X0, norm, limit, steps, lr):
    ends, traces = [], []
    for start in X0:
        x = project(start[None], norm, limit)
        trace = [mlp_forward(params, x)[0][0, c]]
        for _ in range(steps):
            x = project(x + lr * saliency(params, x, c), norm, limit)
            trace.append(mlp_forward(params, x)[0][0, c])
        ends.append(x[0])
        traces.append(trace)
    return np.array(ends), np.array(traces).T

#: distinct_modes: a heap of the values
def distinct_modes(ends, values, tol):
    import heapq
    heap = [(-v, i) for i, v in enumerate(values)]
    heapq.heapify(heap)
    found = {}
    while heap:
        _, i = heapq.heappop(heap)
        near = {k: float(np.sqrt(np.sum((ends[i] - ends[k]) ** 2))) for k in found}
        best = min(near, key=near.get, default=None)
        if best is None or near[best] > tol:
            found[i] = 1
        else:
            found[best] += 1
    return ends[list(found)], np.array(list(found.values()))

#: modes_of_unit: starts drawn one at a time
def modes_of_unit(params, c, n_init, limit, steps, lr, rng):
    D = params[0][0].shape[0]
    starts = []
    for _ in range(n_init):
        direction = rng.normal(size=D)
        starts.append(limit * direction / np.sqrt(direction @ direction))
    ends, values = activation_max(params, c, np.array(starts), "ball", limit, steps, lr)
    return distinct_modes(ends, values[-1], 0.1 * limit)

#: typicality: one point at a time, the median by sorting
def typicality(d, samples, rng):
    lengths = sorted(float(np.sqrt(np.sum(rng.standard_normal(d) ** 2))) for _ in range(samples))
    k = samples // 2
    median = lengths[k] if samples % 2 else (lengths[k - 1] + lengths[k]) / 2
    return median, sum(4 * r * r < d for r in lengths) / samples

#: occlusion: all painted copies in one batch
def occlusion(params, X, c, size, fill):
    N, S = len(X), int(round(X.shape[1] ** 0.5))
    m = S - size + 1
    masks = np.zeros((m * m, S, S), dtype=bool)
    for k in range(m * m):
        i, j = divmod(k, m)
        masks[k, i : i + size, j : j + size] = True
    painted = np.where(masks.reshape(1, m * m, S * S), float(fill), X[:, None, :]).reshape(-1, S * S)
    z = mlp_forward(params, painted)[0][:, c].reshape(N, m, m)
    return mlp_forward(params, X)[0][:, c][:, None, None] - z

#: permutation_importance: the repeats are stacked, orders by sorting random numbers
def permutation_importance(params, X, y, repeats, rng):
    right = lambda A, labels: np.mean(np.argmax(mlp_forward(params, A)[0], axis=-1) == labels)
    base, N = right(X, y), len(X)
    def drop(j):
        stack = np.tile(X, (repeats, 1))
        for r in range(repeats):
            stack[r * N : (r + 1) * N, j] = X[np.argsort(rng.random(N)), j]
        return base - right(stack, np.tile(y, repeats))
    return np.array([drop(j) for j in range(X.shape[1])])

#: linear_probe: least squares with rows of data for the penalty
def linear_probe(H, y, H_test, y_test, lam):
    y = np.asarray(y, dtype=int)
    A = np.append(H, np.ones((len(H), 1)), axis=1)
    C, D = y.max() + 1, A.shape[1]
    Y = np.zeros((len(y), C))
    Y[range(len(y)), y] = 1
    V = np.linalg.lstsq(np.vstack([A, np.sqrt(lam) * np.eye(D)]), np.vstack([Y, np.zeros((D, C))]), rcond=None)[0]
    guesses = [int(np.argmax(h @ V[:-1] + V[-1])) for h in H_test]
    return V, sum(g == t for g, t in zip(guesses, y_test)) / len(y_test)

#: separability_curve: the layers one by one, with their own forward
def separability_curve(params, X, y, X_test, y_test, lam):
    curve, a, t = [], X, X_test
    for W, b, kind in [(None, None, None), *params]:
        if W is not None:
            a, t = act_forward(a @ W + b, kind), act_forward(t @ W + b, kind)
        curve.append(linear_probe(a, y, t, y_test, lam)[1])
    return np.array(curve, dtype=float)
''',
    "bonus": r'''
#: verdict_table: a generator of verdicts, read into an array of known shape
def verdict_table(tests, candidates):
    def ask():
        for test in tests:
            for candidate in candidates:
                try:
                    test(candidate)
                except Exception:
                    yield False
                else:
                    yield True
    return np.fromiter(ask(), dtype=bool).reshape(len(tests), len(candidates))

#: mutants: split at the old text and join again around each gap
import ast

def mutants(source, swaps):
    texts = {}
    for old, new in swaps:
        parts = source.split(old)
        for i in range(1, len(parts)):
            text = old.join(parts[:i]) + new + old.join(parts[i:])
            try:
                ast.parse(text)
            except (SyntaxError, ValueError):
                continue
            if text != source:
                texts.setdefault(text)
    return list(texts)

#: test_affine_backward: random shapes against the formula in longer numbers, types and shapes first
def test_affine_backward(candidate):
    rng = np.random.default_rng(11)
    sizes = [(1, 1, 1), (1, 3, 2), (2, 1, 4), (5, 4, 1), (3, 3, 3), (4, 2, 2), (2, 5, 5), (9, 7, 8), (31, 6, 5)]
    for N, D, M in sizes * 3:
        big = 10.0 ** rng.integers(-3, 4)
        dZ, X, W = big * rng.normal(size=(N, M)), rng.normal(size=(N, D)), rng.normal(size=(D, M))
        copies = [a.copy() for a in (dZ, X, W)]
        got = candidate(dZ, X, W)
        assert isinstance(got, (tuple, list)) and len(got) == 3
        for a, b in zip((dZ, X, W), copies):
            a[...] = b
        want = (np.einsum("nm,dm->nd", dZ, W), np.einsum("nd,nm->dm", X, dZ), np.ones(N) @ dZ)
        for g, w in zip(got, want):
            assert isinstance(g, np.ndarray) and g.dtype == np.float64 and g.shape == w.shape
            assert np.abs(g - w).max() <= 1e-9 * np.abs(w).max()

#: smallest_suite: bits of whole numbers instead of arrays
def smallest_suite(caught):
    caught = np.asarray(caught, dtype=bool)
    bits = [sum(1 << k for k, hit in enumerate(row) if hit) for row in caught.tolist()]
    goal = 0
    for b in bits:
        goal |= b
    best = None
    for pick in range(1 << len(bits)):
        suite = tuple(t for t in range(len(bits)) if pick >> t & 1)
        union = 0
        for t in suite:
            union |= bits[t]
        if union == goal and (best is None or (len(suite), suite) < (len(best), best)):
            best = suite
    return best

#: test_cross_entropy: slopes from rows of moved logits, scales from small to a thousand, one column of labels at a time
def test_cross_entropy(candidate):
    rng = np.random.default_rng(8)
    def expected(Z, y):
        Z = np.asarray(Z, dtype=np.longdouble)
        lse = np.log(np.exp(Z - Z.max(axis=1, keepdims=True)).sum(axis=1, keepdims=True)) + Z.max(axis=1, keepdims=True)
        P = np.exp(Z - lse)
        P[np.arange(len(y)), y] -= 1
        return float(np.mean(lse[:, 0] - Z[np.arange(len(y)), y])), (P / len(y)).astype(float)
    cases = []
    for N, C in [(1, 2), (1, 5), (2, 2), (3, 3), (7, 4), (20, 10), (4, 1 + 1)]:
        for scale in (0.01, 1.0, 30.0, 999.0):
            cases.append((scale * rng.uniform(-1, 1, size=(N, C)), rng.integers(C, size=N)))
        cases.append((rng.integers(-1000, 1001, size=(N, C)), rng.integers(C, size=N)))
        cases.append((rng.integers(-3, 4, size=(N, C)), np.zeros(N, dtype=int)))
    cases.append((np.array([[1000.0, -1000.0], [-1000.0, 1000.0], [1000.0, 1000.0]]), np.array([1, 1, 0])))
    cases.append((np.array([[0.0, 1.0], [-1000.0, -999.0]]), np.array([1, 0])))
    for Z, y in cases:
        got = candidate(Z.copy(), y.copy())
        assert isinstance(got, (tuple, list)) and len(got) == 2
        loss, dZ = got
        want, slopes = expected(Z, y)
        assert np.ndim(loss) == 0 and np.isfinite(loss)
        assert abs(float(loss) - want) < 1e-9 * max(1.0, np.abs(Z).max())
        assert isinstance(dZ, np.ndarray) and dZ.dtype == np.float64 and dZ.shape == Z.shape
        assert np.abs(dZ - slopes).max() < 1e-9
''',
}
