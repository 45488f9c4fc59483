"""A fifth set of right code, the part for a1 to a4 and the bonus, by somebody who had read the notebooks and neither checks nor variants.

Complex numbers, masked arrays, recursion over halves, exact sums and decimals, closures and generators: unusual, and right by the letter
of what the notebook asks. The pieces were committed before anything was run on them; two of them were written
as wrong ones.
"""

CASES = {
    "a1": r'''
#: count_parameters: the entries of a table with one row more, counted
def count_parameters(D: int, M: int, *, biases: bool = True) -> int:
    return sum(1 for _row in range(D + biases) for _column in range(M))

#: affine_forward: windows of one row, and a product over the last axis
def affine_forward(X, W, b):
    rows = np.lib.stride_tricks.sliding_window_view(np.asarray(X, dtype=float), 1, axis=0)  # (N, D, 1)
    return (rows * np.asarray(W, dtype=float)).sum(axis=1) + b

#: affine_forward: math.fsum for every entry, in whatever precision comes in
from math import fsum

def affine_forward(X, W, b, *, add=fsum):
    columns = [[float(w) for w in column] for column in np.transpose(W)]
    table = [[add([*(float(x) * w for x, w in zip(row, column)), float(bias)]) for column, bias in zip(columns, b)] for row in X]
    return np.array(table, dtype=np.float64).reshape(len(X), len(columns))

#: from_columns: the layer is asked what it makes of every unit vector, in a dataclass
from dataclasses import dataclass

@dataclass(frozen=True)
class Columns:
    matrix: np.ndarray
    bias: np.ndarray

    def linear(self, h):
        return sum(value * self.matrix[:, i] for i, value in enumerate(h))

def from_columns(W_seed, b):
    layer = Columns(np.asarray(W_seed, dtype=float), np.array(b, dtype=float))
    D = layer.matrix.shape[1]
    return np.stack([layer.linear(e) for e in np.eye(D)]), layer.bias

#: rotation: a Cayley transform of the half angle where it is small, and half turns taken out before
def rotation(degrees):
    quarters = round(degrees / 90)
    rest = np.radians(degrees - 90 * quarters)
    K = np.tan(rest / 2) * np.array([[0.0, -1.0], [1.0, 0.0]])
    small = np.linalg.solve(np.eye(2) - K, np.eye(2) + K)
    J = np.array([[0.0, -1.0], [1.0, 0.0]])
    return np.linalg.matrix_power(J, quarters % 4) @ small

#: make_layer: complex numbers, one axis of the plane after the other
def make_layer(deg1, scales, deg2, shift):
    turn = lambda z, degrees: z * np.exp(1j * np.deg2rad(degrees))

    def moved(z):
        z = turn(z, deg1)
        z = scales[0] * z.real + 1j * scales[1] * z.imag
        return turn(z, deg2)

    images = [moved(z) for z in (1 + 0j, 0 + 1j)]
    return np.array([[z.real, z.imag] for z in images]), np.array([float(shift[0]), float(shift[1])])

#: decompose_affine: half sums and half differences of angles, without any linear algebra
def decompose_affine(W):
    (a, c), (b, d) = np.asarray(W, dtype=float)  # W.T = [a b; c d]
    p, q = complex((a + d) / 2, (c - b) / 2), complex((a - d) / 2, (c + b) / 2)
    Q, R = abs(p), abs(q)
    one, two = np.angle(p), np.angle(q)
    first, second = (two - one) / 2, (two + one) / 2

    def turn(t):
        return np.array([[np.cos(t), -np.sin(t)], [np.sin(t), np.cos(t)]])

    return turn(second), np.diag([Q + R, Q - R]), turn(-first)

#: relu: a masked array, filled and turned plain
def relu(A):
    A = np.asarray(A)
    hidden = np.ma.masked_less_equal(A, 0)
    return np.asarray(np.ma.filled(hidden, 0)).reshape(A.shape)

#: quadrant_kind: bits of two questions, read as a number
def quadrant_kind(A):
    shut = (np.asarray(A) <= 0).astype(np.intp)
    return shut @ np.array([2, 1])

#: quadrant_kind: a match statement in a generator
def quadrant_kind(A):
    def fate(point):
        match tuple(bool(value > 0) for value in point):
            case (True, True):
                return 0
            case (True, False):
                return 1
            case (False, True):
                return 2
            case _:
                return 3

    return np.fromiter((fate(point) for point in A), dtype=int, count=len(A))

#: orthant_fraction: dimension after dimension, only for the points that are still there
def orthant_fraction(n, samples, rng):
    alive = samples
    for _ in range(n):
        if not alive:
            return 0.0
        alive = int(np.count_nonzero(rng.standard_normal(alive) > 0))
    return alive / samples

#: layer_frames: accumulate over closures
from itertools import accumulate

def layer_frames(H, W, b):
    R2, S, R1 = decompose_affine(np.asarray(W, dtype=float))
    by = lambda M: lambda points: np.einsum("ij,nj->ni", M, points)
    steps = [by(S), by(R2), lambda points: points + b, lambda points: np.where(points > 0, points, 0.0)]
    start = by(R1)(np.asarray(H, dtype=float))
    return np.stack(list(accumulate(steps, lambda points, step: step(points), initial=start)))

#: standardize: columns one by one, fractions of the largest distance
def standardize(X):
    X = np.array(X, dtype=np.longdouble)
    N, D = X.shape
    Z, mean, std = np.zeros((N, D)), np.zeros(D), np.zeros(D)
    for j in range(D):
        column = X[:, j]
        if np.all(column == column[0]):
            mean[j] = column[0]
            continue
        centre = column[0] + np.sum(column - column[0]) / N
        away = column - centre
        largest = np.abs(away).max()
        spread = largest * np.sqrt(np.sum((away / largest) ** 2) / N)
        mean[j], std[j], Z[:, j] = centre, spread, away / spread
    return Z, mean, std

#: standardize: constant is where the std came out as exactly 0
def standardize(X):
    mean = np.mean(X, axis=0)
    std = np.std(X, axis=0)
    divisor = np.where(std == 0, 1.0, std)
    return (X - mean) / divisor, mean, std
''',
    "a2": r'''
#: step: half of the sign and one, where there is a sign
def step(z):
    s = np.sign(np.asarray(z, dtype=float))
    return s * (s + 1) / 2

#: sigmoid: the exponential of minus a logarithm
def sigmoid(z):
    return np.exp(-np.logaddexp(0.0, -np.asarray(z, dtype=np.float64)))

#: tanh: expm1, with the sign put back
def tanh(z):
    z = np.asarray(z, dtype=float)
    t = np.expm1(-2 * np.abs(z))
    return np.copysign(-t / (t + 2), z)

#: leaky_relu: the positive part, and a share of the negative one
def leaky_relu(z, slope):
    z = np.asarray(z) * 1.0
    return np.maximum(z, 0.0) + slope * np.minimum(z, 0.0)

#: elu: np.piecewise
def elu(z, alpha):
    z = np.asarray(z, dtype=float)
    return np.piecewise(z, [z > 0], [lambda v: v, lambda v: alpha * np.expm1(v)])

#: softplus: the area under the sigmoid, from the side where it is small
from functools import reduce

def softplus(z):
    return reduce(np.logaddexp, [np.zeros(np.shape(z)), np.asarray(z, dtype=float)])

#: d_sigmoid: hyperbolic cosine of the half
def d_sigmoid(z):
    return 0.25 / np.cosh(np.asarray(z, dtype=float) / 2) ** 2

#: d_tanh: a closure over the size of z
def d_tanh(z):
    def even(f):
        return lambda v: f(np.abs(np.asarray(v, dtype=float)))

    @even
    def slope(v):
        q = np.exp(-2 * v)
        return 4 * q / (1 + q) / (1 + q)

    return slope(z)

#: d_leaky_relu: chosen from two numbers by an index
def d_leaky_relu(z, slope):
    return np.take(np.array([slope, 1.0], dtype=float), (np.asarray(z) > 0).astype(int))

#: d_elu: vectorised with its type said
def d_elu(z, alpha):
    from math import exp
    return np.vectorize(lambda v: 1.0 if v > 0 else alpha * exp(v), otypes=[np.float64])(z)

#: d_softplus: exp of a difference of two numbers that are both at hand
def d_softplus(z):
    z = np.asarray(z, dtype=float)
    return np.exp(z - np.logaddexp(0, z))

#: d_sigmoid_from_output: the product of both outcomes, as a product over an axis
def d_sigmoid_from_output(h):
    h = np.asarray(h, dtype=float)
    return np.stack([h, 1 - h], axis=-1).prod(axis=-1)

#: unit: an extra input that is always 1
def unit(X, w, b, act):
    with_one = np.c_[np.asarray(X, dtype=float), np.ones(len(X))]
    return act(with_one @ np.r_[w, b])

#: gate: built from how many inputs have to be on
def gate(name):
    inputs = 3 if name == "AND3" else 2
    at_least = 1 if name == "OR" else inputs
    w, b = np.full(inputs, 3), 1 - 3 * at_least
    return (-w, 2 - b - 1) if name == "NAND" else (w, b)

#: xor_net: the network of two ReLU units works with steps, too
def xor_net():
    W1 = np.ones((2, 2))
    return W1, np.array([0.0, -1.0]), np.array([1.0, -2.0]), 0

#: xor_net: one unit per corner that is on, and two that do nothing
def xor_net():
    W1 = np.array([[1, -1, 0, 0], [-1, 1, 0, 0]])
    return W1, np.zeros(4), np.array([2, 2, 0, 0]), -1

#: farkas_xor: any positive multiple of equal shares
def farkas_xor():
    conditions = np.array([[0, 0, -1], [0, 1, 1], [1, 0, 1], [-1, -1, -1]], dtype=float)
    direction = np.linalg.svd(conditions.T)[2][-1]
    return np.abs(direction) * 17

#: is_separable: two on a diagonal and none on the other
def is_separable(y):
    y = np.asarray(y)
    if y.sum() != 2:
        return True
    return bool(y[0] != y[3])

#: count_separable: one unit at a time, grown from integer weights, and a set of numbers
def count_separable(n):
    from itertools import product
    bits = 1 << np.arange(2**n)
    found = set()
    for w in product(range(-3, 4), repeat=n):
        z = corners(n) @ np.array(w)
        cuts = np.unique(z)
        for b in [-cuts[0] + 1, *(-cuts)]:
            found.add(int(bits[z + b > 0].sum()))
    return len(found)

#: sensitivity: a product of a diagonal matrix and W
def sensitivity(x, W, b):
    z = np.tensordot(x, W, axes=1) + b
    return np.diag(d_sigmoid(z)) @ np.transpose(W)

#: window: from the half width and the middle, in one fraction
def window(x, lo, hi, k):
    x = np.asarray(x, dtype=float)
    up, down = k * (x - lo), k * (x - hi)
    return sigmoid(up) * sigmoid(-down) * -np.expm1(k * (lo - hi))

#: rbf: powers of one half
def rbf(x, centre, halfwidth):
    return np.power(0.5, np.square(np.subtract(x, centre) / halfwidth))
''',
    "a3": r'''
#: one_hot: a scatter with np.put_along_axis, after a look at a set
def one_hot(y, C):
    y = np.asarray(y)
    if strange := {int(label) for label in y} - set(range(C)):
        raise ValueError(f"no such classes: {sorted(strange)}")
    Y = np.zeros((y.size, C))
    np.put_along_axis(Y, y[:, None], 1.0, axis=1)
    return Y

#: softmax: one over a sum of exponentials of differences
def softmax(Z):
    Z = np.asarray(Z, dtype=float)
    with np.errstate(over="ignore"):
        return 1 / np.exp(Z[:, None, :] - Z[:, :, None]).sum(axis=2)

#: softmax: the logarithm of the sum is found two by two
def softmax(Z):
    def log_sum(row):
        if len(row) == 1:
            return row[0]
        half = len(row) // 2
        return np.logaddexp(log_sum(row[:half]), log_sum(row[half:]))

    return np.array([np.exp(row - log_sum(row)) for row in np.asarray(Z, dtype=float)]).reshape(np.shape(Z))

#: cross_entropy: a float subclass for the loss, gaps to the right logit
class Loss(float):
    """A loss that prints itself with six digits."""

    def __str__(self):
        return f"{float(self):.6f}"

def cross_entropy(Z, y):
    Z = np.asarray(Z, dtype=float)
    gaps = Z - np.take_along_axis(Z, y[:, None], axis=1)
    per_sample = np.logaddexp.reduce(gaps, axis=1)
    P = np.exp(gaps - per_sample[:, None])
    return Loss(np.average(per_sample)), (P - one_hot(y, Z.shape[1])) / len(y)

#: bce_with_logits: as softmax of two columns
def bce_with_logits(z, y):
    z, y = np.asarray(z, dtype=float), np.asarray(y)
    if z.shape != y.shape:
        raise ValueError(f"z has shape {z.shape}, y has shape {y.shape}")
    loss, dZ = cross_entropy(np.column_stack([np.zeros(len(z)), z]), y.astype(int))
    return loss, dZ[:, 1]

#: bce_with_logits: signed logits, and one branch for each label
def bce_with_logits(z, y):
    if np.shape(z) != np.shape(y):
        raise ValueError("z and y have to have one shape")
    sign = np.where(np.asarray(y) > 0, -1.0, 1.0)
    away = sign * z
    cost = np.maximum(away, 0) + np.log1p(np.exp(-np.abs(away)))
    miss = np.exp(-np.logaddexp(0, -away))
    return cost.mean(), sign * miss / len(cost)

#: mse_ridge: fsum over chained iterators
import math
from itertools import chain

def mse_ridge(Y, H, Ws, lam):
    Y, H = np.asarray(Y, dtype=float), np.asarray(H, dtype=float)
    if Y.shape != H.shape:
        raise ValueError(f"targets {Y.shape}, outputs {H.shape}")
    misses = ((y - h) ** 2 for y, h in zip(Y.flat, H.flat))
    prices = (lam * float(w) ** 2 for w in chain.from_iterable(np.ravel(W) for W in Ws))
    return math.fsum(chain(misses, prices)) / 2 / len(Y)

#: mse_grad: the derivative of every sample on its own
def mse_grad(Y, H):
    if np.shape(Y) != np.shape(H):
        raise ValueError("Y and H differ in shape")
    share = 1 / len(H)
    return np.array([share * np.subtract(h, y, dtype=float) for y, h in zip(Y, H)])

#: numerical_gradient: np.nditer with a multi index, one array moved and put back
def numerical_gradient(f, x, eps):
    point = np.array(x, dtype=np.float64, order="C")
    slope = np.zeros(point.shape)
    walk = np.nditer(point.copy(), flags=["multi_index", "zerosize_ok"])
    for value in walk:
        i, here = walk.multi_index, float(value)
        values = []
        for sign in (+1, -1):
            point[i] = here + sign * eps
            values.append(float(f(point.copy())))
        point[i] = here
        slope[i] = (values[0] - values[1]) / (2 * eps)
    return slope

#: gradcheck: a generator of reports, and the worst by max
def gradcheck(f, g, x, eps=1e-5):
    x = np.array(x, dtype=float)
    claim = np.array(g(x.copy()), dtype=float)
    if claim.shape != x.shape:
        raise ValueError(f"g(x) has shape {claim.shape} instead of {x.shape}")

    def at(i, move):
        moved = x.copy()
        moved[i] += move
        return float(f(moved))

    middle = float(f(x.copy()))
    measured = numerical_gradient(f, x, eps)

    def error(a, n):
        if not (math.isfinite(a) and math.isfinite(n)):
            return math.inf
        return abs(a - n) / (max(abs(a), abs(n)) or 1.0)

    def smooth(i):
        right, left = (at(i, eps) - middle) / eps, (middle - at(i, -eps)) / eps
        return not abs(right - left) > 1e-3 * max(1.0, abs(right), abs(left))

    import math
    kept = [i for i in np.ndindex(x.shape) if smooth(i)]
    rated = [(error(claim[i], measured[i]), i) for i in kept]
    worst, where = max(rated, default=(0.0, None), key=lambda pair: pair[0])
    return {"max_rel": worst, "worst_index": where, "kinks": x.size - len(kept)}

#: fit_logistic: one array of weights and bias, recursion over halves of the steps
def fit_logistic(X, y, lam, steps, lr):
    A = np.hstack([np.asarray(X, dtype=float), np.ones((len(X), 1))])
    charged = np.r_[np.ones(A.shape[1] - 1), 0.0] * lam

    def after(theta, n):
        if n == 0:
            return theta
        if n == 1:
            _, dz = bce_with_logits(A @ theta, y)
            return theta - lr * (A.T @ dz + charged * theta / len(A))
        return after(after(theta, n // 2), n - n // 2)

    theta = after(np.zeros(A.shape[1]), steps)
    return theta[:-1], theta[-1]
''',
    "a4": r'''
#: relative_error: norms of order infinity of flat arrays
def relative_error(claimed, numeric):
    top = lambda A: np.linalg.norm(np.ravel(A).astype(float), np.inf)
    scale = max(top(claimed), top(numeric))
    return 0.0 if scale == 0 else top(np.subtract(claimed, numeric)) / scale

#: affine_backward: biases as a row of W, in longdouble
def affine_backward(dZ, X, W):
    wide = np.longdouble
    X1 = np.column_stack([np.asarray(X, dtype=wide), np.ones(len(X), dtype=wide)])
    G = X1.T.dot(np.asarray(dZ, dtype=wide)).astype(float)
    dX = np.asarray(dZ, dtype=wide).dot(np.asarray(W, dtype=wide).T).astype(float)
    return dX, G[:-1], G[-1]

#: affine_backward: column by column of the layer, with outer products
def affine_backward(dZ, X, W):
    dX, columns, biases = np.zeros(X.shape), [], []
    for g, w in zip(dZ.T, W.T):
        dX += np.outer(g, w)
        columns.append(g @ X)
        biases.append(np.add.reduce(g))
    return dX, np.stack(columns, axis=1), np.array(biases)

#: act_backward: slopes from the outputs, with a table of classes
class Relu:
    slope = staticmethod(lambda Z: np.heaviside(Z, 0.0))

class Sigmoid:
    slope = staticmethod(lambda Z: sigmoid(Z) * sigmoid(-Z))

class Tanh:
    slope = staticmethod(lambda Z: (1 - np.tanh(Z)) * (1 + np.tanh(Z)))

class Elu:
    slope = staticmethod(lambda Z: np.exp(-np.maximum(-Z, 0.0)))

def act_backward(dH, Z, kind):
    brick = {"relu": Relu, "sigmoid": Sigmoid, "tanh": Tanh, "elu": Elu}[kind]
    return np.multiply(dH, brick.slope(np.asarray(Z, dtype=float)))

#: bricks_forward: half of 1 plus tanh of the half, in a loop
def bricks_forward(x, W1, W2):
    bricks, h = {}, x
    for number, W in enumerate((W1, W2), start=1):
        z = np.sum(np.reshape(h, (-1, 1)) * W, axis=0)
        h = (1 + np.tanh(z / 2)) / 2
        bricks |= {f"z{number}": z, f"h{number}": h}
    return bricks

#: bricks_output: one quarter minus the square of the distance from one half
def bricks_output(y, h1, h2):
    dh2 = h2 - y
    s2 = 0.25 - (h2 - 0.5) ** 2
    dz2 = dh2 * s2
    return {"dW2": np.multiply.outer(h1, dz2), "dz2": dz2, "s2": s2, "dh2": dh2}

#: bricks_hidden: einsum with both links at once
def bricks_hidden(x, h1, W2, dz2):
    s1 = np.multiply(h1, 1 - h1)
    dh1 = np.einsum("hc,c->h", W2, dz2)
    dW1 = np.einsum("d,h,hc,c->dh", x, s1, W2, dz2)
    return {"dh1": dh1, "s1": s1, "dz1": s1 * dh1, "dW1": dW1}

#: forward: a loop over both layers, and a cache with more than is asked for
def forward(params, X):
    cache = dict(X=X, H0=X)
    for l in (1, 2):
        Z = cache[f"H{l - 1}"] @ params[f"W{l}"] + params[f"b{l}"]
        cache.update({f"Z{l}": Z, f"H{l}": sigmoid(Z)})
    return cache

#: backward: samples one at a time, added up, and the penalty at the end
def backward(params, cache, Y, lam):
    N = len(Y)
    grads = {key: lam / N * value if key[0] == "W" else np.zeros(value.shape) for key, value in params.items()}
    for x, h1, h2, y in zip(cache["X"], cache["H1"], cache["H2"], Y):
        d2 = (h2 - y) * h2 * (1 - h2) / N
        d1 = params["W2"] @ d2 * h1 * (1 - h1)
        for l, (below, d) in {"1": (x, d1), "2": (h1, d2)}.items():
            grads["W" + l] = grads["W" + l] + np.outer(below, d)
            grads["b" + l] = grads["b" + l] + d
    return grads

#: mlp_forward: recursion from the last layer down to the samples
def mlp_forward(params, X):
    *below, (W, b, kind) = params
    H, caches = mlp_forward(below, X) if below else (X, [])
    Z = H @ W + b
    return act_forward(Z, kind), [*caches, {"H": H, "Z": Z}]

#: mlp_backward: one recursion that begins with the first layer and comes back
def mlp_forward(params, X):
    caches, H = [], X
    for W, b, kind in params:
        Z = H @ W + b
        caches.append((H, Z, kind))
        H = act_forward(Z, kind)
    return H, caches

def mlp_backward(params, caches, dZ):
    def down(l):
        """dL/dZ of layer l, and the gradients of all layers above it."""
        if l == len(params) - 1:
            return dZ, []
        above, grads = down(l + 1)
        H, Z, kind = caches[l]
        dH, dW, db = affine_backward(above, caches[l + 1][0], params[l + 1][0])
        return act_backward(dH, Z, kind), [(dW, db), *grads]

    first, grads = down(0)
    dX, dW, db = affine_backward(first, caches[0][0], params[0][0])
    return dX, [(dW, db), *grads]

#: find_defects: everything measured, with one helper for each kind
def find_defects():
    X, Y, W1, W2, reg, z = audit_point()
    report = []

    def far(one, other):
        return float(np.max(np.abs(np.subtract(one, other))))

    report.append(("tanh", "disagrees", far(published_tanh(z), np.tanh(z))))
    t = published_tanh(z)
    slope = np.array([numerical_gradient(lambda v: float(published_tanh(v[0])), [at])[0] for at in z])
    report.append(("tanh slope", "factor", float(np.mean(published_tanh(t, slope=True) / slope))))
    measured = numerical_gradient(lambda A: published_loss(X, Y, W1, A, 0.0), W2)
    plain = published_gradients(X, Y, W1, W2, 0.0)[1]
    report.append(("gradient data", "factor", float(np.mean(plain / measured))))
    added = published_gradients(X, Y, W1, W2, reg)[1] - plain
    report.append(("gradient penalty", "shared number", float(added.mean())))
    report.append(("predict", "disagrees", far(published_predict(X, W1, W2), published_forward(X, W1, W2)[1])))
    return report

#: fixed_gradients: through the two-layer network with biases of zero
def fixed_gradients(X, Y, W1, W2, reg):
    params = {"W1": W1, "b1": np.zeros(W1.shape[1]), "W2": W2, "b2": np.zeros(W2.shape[1])}
    grads = backward(params, forward(params, X), Y, reg)
    return grads["W1"], grads["W2"]
''',
    "bonus": r'''
#: same: entry by entry, with all
def same(one, other, rtol):
    one, other = np.array(one, dtype=float), np.array(other, dtype=float)
    if one.shape != other.shape:
        return False
    limit = rtol * (1 + max((abs(value) for value in other.flat), default=0.0))
    return all(abs(a - b) <= limit for a, b in zip(one.flat, other.flat))

#: verdict_table: a context manager that notes what was raised
from contextlib import contextmanager

def verdict_table(tests, candidates):
    table = np.ones((len(tests), len(candidates)), dtype=bool)

    @contextmanager
    def noting(t, k):
        try:
            yield
        except BaseException:
            table[t, k] = False

    for t, k in np.ndindex(table.shape):
        with noting(t, k):
            tests[t](candidates[k])
    return table

#: mutants: partition, from the left, with a dict that keeps the order
def mutants(source, swaps):
    def variants():
        for old, new in swaps:
            before, rest = "", source
            while True:
                head, found, rest = rest.partition(old)
                if not found:
                    break
                yield before + head + new + rest
                before += head + old

    def fine(text):
        try:
            compile(text, "a mutant", "exec")
        except SyntaxError:
            return False
        return text != source

    return [text for text in dict.fromkeys(variants()) if fine(text)]

#: test_affine_backward: laws instead of numbers, and unit vectors for every entry
def test_affine_backward(candidate):
    rng = np.random.default_rng(21)

    def check(dZ, X, W):
        parts = list(candidate(dZ.copy(), X.copy(), W.copy()))
        assert len(parts) == 3
        dX, dW, db = (np.asarray(part) for part in parts)
        assert dX.shape == X.shape and dW.shape == W.shape and db.shape == (W.shape[1],)
        for i in np.ndindex(X.shape):
            assert abs(dX[i] - sum(dZ[i[0], m] * W[i[1], m] for m in range(W.shape[1]))) < 1e-9
        for d, m in np.ndindex(W.shape):
            assert abs(dW[d, m] - sum(X[n, d] * dZ[n, m] for n in range(len(X)))) < 1e-9
        for m in range(len(db)):
            assert abs(db[m] - sum(row[m] for row in dZ)) < 1e-9

    for N, D, M in ((1, 1, 1), (1, 3, 2), (2, 2, 2), (5, 3, 3), (3, 3, 2), (7, 4, 7), (9, 2, 5), (6, 1, 3), (6, 4, 1), (40, 3, 4)):
        check(rng.normal(size=(N, M)), rng.normal(size=(N, D)), rng.normal(size=(D, M)))

#: test_cross_entropy: exact decimals
def test_cross_entropy(candidate):
    from decimal import Decimal
    rng = np.random.default_rng(17)
    batches = [(rng.normal(size=(N, C)), rng.integers(0, C, N)) for N, C in ((1, 2), (1, 5), (4, 3), (6, 6), (9, 2))]
    batches += [(np.clip(s * rng.normal(size=(5, 4)), -1000, 1000), rng.integers(0, 4, 5)) for s in (10, 50, 300, 800)]
    batches += [(np.array([[1000, 0, 990], [-1000, -990, -1000], [3, 4, 5]]), np.array([1, 0, 2]))]
    batches += [(rng.integers(-9, 9, size=(7, 3)), rng.integers(0, 3, 7)), (np.array([[1000.0, 0.0]]), np.array([1]))]
    batches += [(np.full((2, 3), -1000.0), np.array([2, 0])), (np.array([[0, 30], [40, 0], [-600, 600]]), np.array([0, 1, 0]))]
    for Z, y in batches:
        N, C = Z.shape
        loss, dZ = candidate(Z.copy(), y.copy())
        assert np.ndim(loss) == 0 and np.shape(dZ) == (N, C)
        total = Decimal(0)
        for n in range(N):
            row = [Decimal(float(value)) for value in Z[n]]
            powers = [value.exp() for value in row]
            whole = sum(powers)
            total += whole.ln() - row[y[n]]
            for c in range(C):
                want = (powers[c] / whole - int(c == y[n])) / N
                assert abs(float(dZ[n][c]) - float(want)) < 1e-9
        want = float(total / N)
        assert abs(float(loss) - want) < 1e-9 * (1 + abs(want))

#: smallest_suite: breadth first over sets of what is seen
def smallest_suite(caught):
    caught = np.asarray(caught, dtype=bool)
    sees = [frozenset(np.flatnonzero(row).tolist()) for row in caught]
    goal = frozenset().union(*sees)
    layer = [((), frozenset())]
    while True:
        for suite, seen in layer:
            if seen == goal:
                return suite
        layer = [((*suite, t), seen | sees[t]) for suite, seen in layer for t in range(suite[-1] + 1 if suite else 0, len(sees))]

#: mutants: only the grammar is asked whether a text is Python
import ast

def mutants(source, swaps):
    texts = [source]
    for old, new in swaps:
        start = source.find(old)
        while start != -1:
            end = start + len(old)
            text = source[:start] + new + source[end:]
            try:
                ast.parse(text)
            except SyntaxError:
                text = source
            if text not in texts:
                texts.append(text)
            start = source.find(old, end)
    return texts[1:]
''',
}
