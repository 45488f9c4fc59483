"""A fourth set of right code, the part for a1 to a4 and the bonus, by somebody who had read the notebooks and neither checks nor variants.

Recursion, fractions, classes, null spaces, other formulas and other orders of summation: unusual, and right by the letter of what the
notebook asks. The pieces were committed before anything was run on them.
"""

CASES = {
    "a1": r'''
#: affine_forward: an object array of fractions, as floats at the end
from fractions import Fraction

def affine_forward(X, W, b):
    exact = lambda A: np.vectorize(Fraction, otypes=[object])(np.asarray(A, dtype=float))
    Z = exact(X).dot(exact(W)) + exact(b)
    return Z.astype(float)

#: affine_forward: one generator of rows, with functools.reduce over the inputs
from functools import reduce

def affine_forward(X, W, b):
    start = np.array(b, dtype=float)
    rows = (reduce(lambda total, pair: total + pair[0] * pair[1], zip(row, W), start) for row in X)
    return np.vstack(list(rows))

#: from_columns: images of the unit vectors of the columns' layer
def from_columns(W_seed, b, *, dtype=float):
    M, D = np.shape(W_seed)
    W = np.zeros((D, M), dtype=dtype)
    for d in range(D):
        unit = np.zeros(D)
        unit[d] = 1
        W[d] = np.matmul(W_seed, unit)
    return W, np.array(b)

#: rotation: half angles, with the tangent
def rotation(degrees):
    from math import fmod, pi, tan
    half = tan(fmod(degrees, 360) * pi / 360)
    c, s = (1 - half * half) / (1 + half * half), 2 * half / (1 + half * half)
    return np.array([[c, -s], [s, c]])

#: make_layer: a three by three matrix that also carries the shift
def make_layer(deg1, scales, deg2, shift):
    def big(A, t=(0.0, 0.0)):
        H = np.eye(3)
        H[:2, :2] = A
        H[:2, 2] = t
        return H
    H = big(rotation(deg2), shift) @ big(np.diag(scales)) @ big(rotation(deg1))
    return H[:2, :2].T.copy(), H[:2, 2].copy()

#: decompose_affine: recursion on mirrors, one flip at a time
def decompose_affine(W):
    F = np.diag([1.0, -1.0])

    def tidy(A, S, B):
        if np.linalg.det(A) < 0:
            return tidy(A @ F, F @ S, B)
        if np.linalg.det(B) < 0:
            return tidy(A, S @ F, F @ B)
        return A, S, B

    U, s, Vt = np.linalg.svd(np.asarray(W, dtype=float).T)
    return tidy(U, np.diag(s), Vt)

#: relu: a product with the truth, in a fresh array
def relu(A):
    return np.multiply(A, np.greater(A, 0))

#: quadrant_kind: binary digits, looked up in a row of text
def quadrant_kind(A):
    bits = (np.asarray(A) > 0) @ np.array([2, 1])
    return np.array([int("3210"[k]) for k in bits], dtype=int)

#: orthant_fraction: one point after another, by its smallest coordinate
def orthant_fraction(n, samples, rng):
    def untouched():
        return min(rng.standard_normal(n)) > 0
    return sum(1 for _ in range(samples) if untouched()) / samples

#: orthant_fraction: one column of all points per dimension
def orthant_fraction(n: int, samples: int, rng: np.random.Generator) -> float:
    points = rng.normal(0.0, 1.0, (n, samples)).T
    return float(np.count_nonzero(np.min(points, axis=1) > 0)) / samples

#: layer_frames: accumulate over a list of functions
from itertools import accumulate

def layer_frames(H, W, b):
    R2, S, R1 = decompose_affine(W)
    moves = [lambda P: P @ S.T, lambda P: P @ R2.T, lambda P: P + b, relu]
    return np.stack(list(accumulate(moves, lambda P, move: move(P), initial=np.asarray(H) @ R1.T))).astype(float)

#: standardize: column by column, with the length of the distances
def standardize(X):
    X = np.asarray(X, dtype=float)
    mean = np.array([np.average(col) for col in X.T])
    std = np.array([0.0 if (col == col[0]).all() else np.linalg.norm(col - m) / np.sqrt(len(col)) for col, m in zip(X.T, mean)])
    with np.errstate(divide="ignore", invalid="ignore"):
        Z = np.where(std == 0, 0.0, (X - mean) / std)
    return Z, mean, std
''',
    "a2": r'''
#: step: rounded up inside the interval from 0 to 1
def step(z):
    return np.ceil(np.clip(np.asarray(z, dtype=float), 0, 1))

#: sigmoid: one exponential of minus the size, chosen by a list of conditions
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(-np.abs(z))
    return np.select([z >= 0], [1 / (1 + e)], default=e / (1 + e))

#: sigmoid: minus the logarithm of the sum of two exponentials, which has as many digits as asked for
def sigmoid(z):
    return np.exp(-np.logaddexp(0.0, -np.asarray(z, dtype=float)))

#: tanh: twice a sigmoid minus 1, odd by construction
def tanh(z):
    size = 2 * sigmoid(2.0 * np.abs(z)) - 1
    return np.copysign(size, z)

#: leaky_relu: a mixture of the number and its size
def leaky_relu(z, slope, /):
    return 0.5 * ((1 + slope) * np.asarray(z) + (1 - slope) * np.abs(z))

#: elu: numbers one by one, with math
def elu(z, alpha):
    import math
    z = np.asarray(z)
    return np.fromiter((float(v) if v > 0 else alpha * math.expm1(v) for v in z.flat), float, z.size).reshape(z.shape)

#: softplus: minus the logarithm of a sigmoid on the left, z plus a small part on the right
def softplus(z):
    z = np.array(z, dtype=np.float64)
    left = z <= 0
    z[left] = np.log1p(np.exp(z[left]))
    z[~left] += np.log1p(np.exp(-z[~left]))
    return z

#: d_sigmoid: one over two plus two cosh
def d_sigmoid(z):
    e = np.exp(-np.abs(np.asarray(z, dtype=float)))
    return 1 / (2 + e + 1 / e)

#: d_tanh: 4 over the square of a sum of exponentials
def d_tanh(z):
    z = np.abs(np.asarray(z, dtype=float))
    return 4 * np.exp(-2 * z) * (1 + np.exp(-2 * z)) ** -2.0

#: d_leaky_relu: 1 less what is missing on the left
def d_leaky_relu(z, slope):
    return 1.0 - (1.0 - slope) * (np.asarray(z) < 0)

#: d_elu: the exponential of the part that is not positive
def d_elu(z, alpha):
    left = np.minimum(z, 0.0)
    return np.where(np.asarray(z) > 0, 1.0, alpha * np.exp(left))

#: d_softplus: from softplus without losing digits
def d_softplus(z):
    return -np.expm1(-softplus(z))

#: d_sigmoid_from_output: a quarter minus the square of the distance from one half
def d_sigmoid_from_output(h):
    h = np.asarray(h, dtype=float)
    return (0.5 - (h - 0.5)) * (0.5 + (h - 0.5))

#: unit: a class with weights that can be called
class Neuron:
    def __init__(self, w, b):
        self.w, self.b = np.ravel(w), b

    def __call__(self, X):
        return sum(x * weight for x, weight in zip(np.transpose(X), self.w)) + self.b

def unit(X, w, b, act):
    return act(Neuron(w, b)(X))

#: gate: biases between the counts of ones
def gate(name):
    n = 3 if name == "AND3" else 2
    least = 1 if name == "OR" else n
    sign = -1 if name == "NAND" else 1
    return np.full(n, sign * 4.0), sign * (2.0 - 4.0 * least)

#: xor_net: the two ReLU units of the text, which steps can use as well
def xor_net():
    return np.ones((2, 2)), np.array([0.0, -1.0]), np.array([1.0, -2.0]), 0.0

#: xor_net: three hidden units that count ones
def xor_net():
    W1 = np.ones((2, 3))
    b1 = -np.array([0.5, 1.5, 2.5])
    return W1, b1, np.array([2.0, -2.0, 2.0]), -1.0

#: farkas_xor: taken from the null space, whatever its sign
def farkas_xor():
    A = np.array([[0, 0, -1], [0, 1, 1], [1, 0, 1], [-1, -1, -1]], dtype=float)
    null = np.linalg.svd(A.T)[2][-1]
    return np.abs(null)

#: is_separable: ones in opposite corners only
def is_separable(y):
    a, b, c, d = (bool(v) for v in y)
    return not (a == d and b == c and a != b)

#: count_separable: whole numbers are enough
def count_separable(n):
    P = corners(n)
    weights = np.indices((5,) * n).reshape(n, -1) - 2
    Z = P @ weights
    tables = set()
    for b in range(-2 * n, 2 * n + 1):
        tables.update(map(bytes, (Z + b > 0).T.astype(np.uint8)))
    return len(tables)

#: sensitivity: a product with a diagonal matrix of slopes
def sensitivity(x, W, b):
    z = np.asarray(b, dtype=float) + np.asarray(x) @ W
    return np.transpose(W @ np.diag(sigmoid(z) * sigmoid(-z)))

#: window: half the difference of two hyperbolic tangents
def window(x, lo, hi, k):
    x = np.asarray(x, dtype=float)
    left, right = np.tanh(0.5 * k * (x - lo)), np.tanh(0.5 * k * (x - hi))
    return 0.5 * (left - right)

#: rbf: a power of one half
def rbf(x, centre, halfwidth):
    return np.power(0.5, np.square((np.asarray(x) - centre) / halfwidth))

#: d_leaky_relu: chosen between whole numbers when the slope is one, which are the same numbers
def d_leaky_relu(z, slope):
    return np.where(z > 0, 1, slope)
''',
    "a3": r'''
#: one_hot: a comparison of the outer kind
def one_hot(y, C):
    y = np.asarray(y)
    if not np.isin(y, np.arange(C)).all():
        raise ValueError(f"labels have to be 0 to {C - 1}, not {y[~np.isin(y, np.arange(C))]}")
    return np.equal.outer(y, np.arange(C)).astype(float)

#: one_hot: places in a flat array
def one_hot(y, C):
    if len(y) and (min(y) < 0 or max(y) > C - 1):
        raise ValueError("there is no such class")
    Y = np.zeros(len(y) * C)
    Y[[i * C + int(c) for i, c in enumerate(y)]] = 1
    return Y.reshape(len(y), C)

#: softmax: exponentials of a logarithm that is made by logaddexp
def softmax(Z):
    Z = np.asarray(Z, dtype=float)
    return np.exp(Z - np.logaddexp.reduce(Z, axis=1, keepdims=True))

#: softmax: one over a sum of exponentials of differences, cut where they cannot matter
def softmax(Z):
    Z = np.asarray(Z, dtype=float)
    differences = Z[:, None, :] - Z[:, :, None]
    with np.errstate(over="ignore"):
        return 1 / np.exp(differences).sum(axis=2)

#: cross_entropy: sample by sample, with math
import math

def cross_entropy(Z, y):
    def one(row, label):
        top = max(row)
        weights = [math.exp(v - top) for v in row]
        total = math.fsum(weights)
        shares = [w / total for w in weights]
        shares[label] -= 1
        return math.log(total) + top - row[label], shares
    costs, rows = zip(*(one(list(map(float, row)), int(label)) for row, label in zip(Z, y)))
    return math.fsum(costs) / len(costs), np.array(rows) / len(rows)

#: cross_entropy: a column of differences to the right logit
def cross_entropy(Z, y):
    N = len(y)
    gaps = Z - np.take_along_axis(np.asarray(Z, dtype=float), np.asarray(y)[:, None], axis=1)
    top = gaps.max(axis=1)
    loss = (top + np.log(np.exp(gaps - top[:, None]).sum(axis=1))).sum() / N
    return loss, (softmax(Z) - one_hot(y, Z.shape[1])) / N

#: bce_with_logits: as cross-entropy of the logits 0 and z
def bce_with_logits(z, y):
    if np.shape(z) != np.shape(y):
        raise ValueError(f"z has the shape {np.shape(z)}, y has {np.shape(y)}")
    Z = np.column_stack([np.zeros(len(z)), z])
    loss, dZ = cross_entropy(Z, np.asarray(y).astype(int))
    return loss, dZ[:, 1]

#: mse_ridge: squares of lengths
def mse_ridge(Y, H, Ws, lam):
    if np.shape(Y) != np.shape(H):
        raise ValueError("Y and H have to have one shape")
    length = lambda A: np.linalg.norm(np.ravel(A)) ** 2
    return (length(np.subtract(Y, H)) + lam * sum(map(length, Ws))) / (2 * len(Y))

#: mse_grad: the mean over copies of the difference, one per sample
def mse_grad(Y, H):
    D = np.asarray(H, dtype=float) - np.asarray(Y, dtype=float) if np.shape(H) == np.shape(Y) else None
    if D is None:
        raise ValueError("Y and H differ in shape")
    return np.divide(D, D.shape[0])

#: numerical_gradient: all moved arrays in one generator
def numerical_gradient(f, x, eps):
    x = np.array(x, dtype=np.float64, order="C")
    units = np.eye(x.size).reshape(x.size, *x.shape)
    moved = lambda e: np.asarray(x + eps * e)
    values = ((f(moved(e)) - f(moved(-e))) / (2 * eps) for e in units)
    return np.fromiter(values, float, count=x.size).reshape(x.shape)

#: gradcheck: a helper that says for one entry what is to be said
def gradcheck(f, g, x):
    x = np.array(x, dtype=float)
    claim, eps = np.asarray(g(x.copy())), 1e-5
    if claim.shape != x.shape:
        raise ValueError(f"the gradient has the shape {claim.shape}, x has {x.shape}")
    measured, here = numerical_gradient(f, x, eps), f(x.copy())

    def error(i):
        up, down = x.copy(), x.copy()
        up[i], down[i] = x[i] + eps, x[i] - eps
        right, left = (f(up) - here) / eps, (here - f(down)) / eps
        if abs(right - left) > 1e-3 * max(1, abs(right), abs(left)):
            return None
        a, n = claim[i], measured[i]
        if not np.all(np.isfinite([a, n])):
            return float("inf")
        return 0.0 if a == 0 == n else abs(a - n) / max(abs(a), abs(n))

    errors = {i: error(i) for i in np.ndindex(x.shape)}
    left = {i: e for i, e in errors.items() if e is not None}
    worst = max(left, key=left.__getitem__) if left else None
    return {"max_rel": left[worst] if left else 0.0, "worst_index": worst, "kinks": len(errors) - len(left)}

#: fit_logistic: one vector of weights and bias, recursively
def fit_logistic(X, y, lam, steps, lr):
    A = np.c_[np.asarray(X, dtype=float), np.ones(len(X))]
    charge = np.r_[np.full(np.shape(X)[1], lam / len(X)), 0.0]
    v = np.zeros(A.shape[1])
    while steps > 0:
        v, steps = v - lr * (A.T @ bce_with_logits(A @ v, y)[1] + charge * v), steps - 1
    *w, b = v
    return np.array(w), b

#: bce_with_logits: one logarithm of both classes, with the sign 1 - 2y
def bce_with_logits(z, y):
    if z.shape != y.shape:
        raise ValueError("z and y differ in shape")
    sign = 1 - 2 * y
    loss = np.logaddexp(0.0, sign * z).mean()
    p = np.exp(-np.logaddexp(0.0, -z))
    return float(loss), (p - y) / z.size

#: numerical_gradient: entries moved through a flat view
def numerical_gradient(f, x, eps):
    x = np.array(x, dtype=np.float64)
    flat = x.ravel()
    slope = np.zeros(flat.size)
    for i in range(flat.size):
        kept = flat[i]
        flat[i] = kept + eps
        up = f(x)
        flat[i] = kept - eps
        slope[i] = (up - f(x)) / (2 * eps)
        flat[i] = kept
    return slope.reshape(x.shape)
''',
    "a4": r'''
#: affine_backward: one product with the ones of the biases appended
def affine_backward(dZ, X, W):
    both = np.c_[X, np.ones(len(X))].T @ dZ
    return np.tensordot(dZ, W, axes=(1, 1)), both[:-1], both[-1]

#: affine_backward: sums of outer products over the samples
def affine_backward(dZ, X, W):
    dW = sum(np.multiply.outer(x, d) for x, d in zip(X, dZ))
    return np.array([W @ d for d in dZ]), dW, np.ones(len(dZ)) @ dZ

#: act_backward: a class per activation
class Brick:
    relu = staticmethod(lambda z: np.heaviside(z, 1.0))
    sigmoid = staticmethod(lambda z: sigmoid(z) * sigmoid(-z))
    tanh = staticmethod(lambda z: 4 * sigmoid(2 * z) * sigmoid(-2 * z))
    elu = staticmethod(lambda z: np.exp(np.minimum(z, 0.0)))

def act_backward(dH, Z, kind):
    return np.multiply(getattr(Brick, kind)(Z), dH)

#: bricks_forward: sums written out
def bricks_forward(x, W1, W2):
    z1 = np.array([sum(xi * w for xi, w in zip(x, column)) for column in W1.T])
    h1 = 0.5 + 0.5 * np.tanh(z1 / 2)
    z2 = np.array([sum(hi * w for hi, w in zip(h1, column)) for column in W2.T])
    return {"h2": 0.5 + 0.5 * np.tanh(z2 / 2), "z2": z2, "h1": h1, "z1": z1}

#: bricks_output: the slope as a difference of squares
def bricks_output(y, h1, h2):
    dh2 = np.subtract(h2, y)
    s2 = 0.25 - (h2 - 0.5) ** 2
    dz2 = s2 * dh2
    return dict(dh2=dh2, s2=s2, dz2=dz2, dW2=np.kron(h1[:, None], dz2[None, :]))

#: bricks_hidden: with one einsum for each sum
def bricks_hidden(x, h1, W2, dz2):
    out = {"dh1": np.einsum("k,jk->j", dz2, W2), "s1": h1 - h1 * h1}
    out["dz1"] = np.einsum("j,j->j", out["dh1"], out["s1"])
    return out | {"dW1": np.einsum("i,j->ij", x, out["dz1"])}

#: forward: both layers in a loop, and some more in the cache
def forward(params, X):
    cache, H = {"X": X, "N": len(X)}, X
    for k in "12":
        Z = np.hstack([H, np.ones((len(H), 1))]) @ np.vstack([params["W" + k], params["b" + k]])
        H = act_forward(Z, "sigmoid")
        cache |= {"Z" + k: Z, "H" + k: H, "slope" + k: H * (1 - H)}
    return cache

#: backward: sums over the samples one by one
def backward(params, cache, Y, lam):
    N = len(Y)
    g = {k: np.zeros(np.shape(v)) for k, v in params.items()}
    for x, h1, h2, y in zip(cache["X"], cache["H1"], cache["H2"], Y):
        d2 = (h2 - y) * h2 * (1 - h2) / N
        d1 = (params["W2"] @ d2) * h1 * (1 - h1)
        g["W2"] += np.outer(h1, d2)
        g["b2"] += d2
        g["W1"] += np.outer(x, d1)
        g["b1"] += d1
    for k in ("W1", "W2"):
        g[k] += lam / N * params[k]
    return g

#: backward: everything recomputed from X, the cache is not trusted
def backward(params, cache, Y, lam):
    fresh = forward(params, cache["X"])
    N, up, grads = len(Y), None, {}
    up = (fresh["H2"] - Y) / N
    for k, below in ((2, fresh["H1"]), (1, fresh["X"])):
        dZ = act_backward(up, fresh[f"Z{k}"], "sigmoid")
        up, dW, db = affine_backward(dZ, below, params[f"W{k}"])
        grads[f"W{k}"], grads[f"b{k}"] = dW + params[f"W{k}"] * (lam / N), db
    return grads

#: mlp_forward: recursive, from the last layer
def mlp_forward(params, X):
    *below, (W, b, kind) = params
    if below:
        out, caches = mlp_forward(below, X)
        H = out
    else:
        H, caches = X, []
    Z = H @ W + b
    return act_forward(Z, kind), caches + [{"H": H, "Z": Z}]

#: mlp_backward: the slopes are already in the caches
def mlp_forward(params, X):
    caches, H, slope = [], X, None
    for W, b, kind in params:
        Z = H @ W + b
        caches.append((H, np.ones_like(H) if slope is None else slope))
        H = act_forward(Z, kind)
        slope = act_backward(np.ones_like(Z), Z, kind) if kind != "linear" else np.ones_like(Z)
    return Z, caches

def mlp_backward(params, caches, dZ):
    grads = []
    for (W, b, kind), (H, slope) in zip(reversed(params), reversed(caches)):
        dX, dW, db = affine_backward(dZ, H, W)
        grads.append((dW, db))
        dZ = dX * slope
    grads.reverse()
    return dX, grads

#: find_defects: measured, and built by a generator
def find_defects():
    X, Y, W1, W2, reg, z = audit_point()

    def told():
        yield "predict", "disagrees", np.ptp([0.0, np.abs(published_predict(X, W1, W2) - published_forward(X, W1, W2)[1]).max()])
        yield "gradient penalty", "shared number", (published_gradients(X, Y, W1, W2, reg)[1] - published_gradients(X, Y, W1, W2, 0.0)[1])[0, 0]
        right = numerical_gradient(lambda A: published_loss(X, Y, W1, A, 0.0), W2)
        yield "gradient data", "factor", np.median(published_gradients(X, Y, W1, W2, 0.0)[1] / right)
        slopes = numerical_gradient(lambda t: np.sum(published_tanh(t)), z)
        yield "tanh slope", "factor", np.median(published_tanh(published_tanh(z), slope=True) / slopes)
        yield "tanh", "disagrees", np.max(np.abs(published_tanh(z) - np.tanh(z)))

    return [(piece, kind, float(number)) for piece, kind, number in told()]

#: fixed_gradients: with the network of any depth and biases of 0
def fixed_gradients(X, Y, W1, W2, reg):
    N = len(X)
    h1 = sigmoid(X @ W1)
    h2 = sigmoid(h1 @ W2)
    d2 = act_backward((h2 - Y) / N, h1 @ W2, "sigmoid")
    dh1, dW2, _ = affine_backward(d2, h1, W2)
    _, dW1, _ = affine_backward(act_backward(dh1, X @ W1, "sigmoid"), X, W1)
    return dW1 + (reg / N) * W1, dW2 + (reg / N) * W2

#: relative_error: with norms of the largest entry
def relative_error(claimed, numeric):
    top = lambda A: np.linalg.norm(np.ravel(A), np.inf)
    scale = max(top(claimed), top(numeric))
    return float(top(np.asarray(claimed) - numeric) / scale) if scale > 0 else 0.0
''',
    "bonus": r'''
#: same: entry by entry, and what cannot be compared is not the same
def same(one, other, rtol):
    one, other = np.asarray(one, dtype=float), np.asarray(other, dtype=float)
    limit = rtol * (1 + np.max(np.abs(other), initial=0.0))
    return one.shape == other.shape and all(abs(a - b) <= limit for a, b in zip(one.flat, other.flat))

#: verdict_table: a function with an else branch, filled from an iterator
def verdict_table(tests, candidates):
    def accepts(test, candidate):
        try:
            test(candidate)
        except BaseException:
            return False
        else:
            return True
    pairs = (accepts(test, candidate) for test in tests for candidate in candidates)
    return np.fromiter(pairs, bool).reshape(len(tests), len(candidates))

#: mutants: pieces between the places, glued with one piece of another kind
def mutants(source, swaps):
    def valid(text):
        try:
            compile(text, "a mutant", "exec")
        except SyntaxError:
            return False
        return True

    def all_texts():
        for old, new in swaps:
            pieces = source.split(old)
            for k in range(len(pieces) - 1):
                glue = [old] * (len(pieces) - 1)
                glue[k] = new
                yield "".join(part for pair in zip(pieces, glue + [""]) for part in pair)

    return [text for text in dict.fromkeys(all_texts()) if text != source and valid(text)]

#: mutants: with escaped patterns and ast
import ast
import re

def mutants(source, swaps):
    out = []
    for old, new in swaps:
        for place in re.finditer(re.escape(old), source):
            text = source[: place.start()] + new + source[place.end() :]
            try:
                ast.parse(text)
                compile(text, "a mutant", "exec")
            except SyntaxError:
                continue
            if text != source and text not in out:
                out.append(text)
    return out

#: test_affine_backward: one upstream entry after another, and sums of them
def test_affine_backward(candidate):
    draw = np.random.default_rng(11)
    for N, D, M in ((1, 1, 1), (1, 3, 2), (2, 2, 2), (5, 3, 4), (4, 4, 4), (7, 1, 2), (3, 5, 1), (9, 6, 6), (1, 4, 4)):
        X, W = draw.normal(size=(N, D)), draw.normal(size=(D, M))
        for n, m in np.ndindex(N, M):
            dZ = np.zeros((N, M))
            dZ[n, m] = -2.0
            dX, dW, db = candidate(dZ, X.copy(), W.copy())
            want_X, want_W, want_b = np.zeros((N, D)), np.zeros((D, M)), np.zeros(M)
            want_X[n], want_W[:, m], want_b[m] = -2 * W[:, m], -2 * X[n], -2
            for got, want in ((dX, want_X), (dW, want_W), (db, want_b)):
                if not same(got, want, 1e-10):
                    raise ValueError("wrong for one entry")
        dZ = draw.normal(size=(N, M))
        for got, want in zip(candidate(dZ, X, W), (dZ @ W.T, X.T @ dZ, dZ.sum(axis=0)), strict=True):
            assert same(got, want, 1e-10)

#: test_affine_backward: a loop over shapes and sizes with a formula
def test_affine_backward(candidate):
    draw = np.random.default_rng(12)
    sizes = [(N, D, M) for N in (1, 2, 3, 6, 30) for D in (1, 2, 3, 6) for M in (1, 2, 3, 6)]
    for N, D, M in sizes:
        for scale in (1.0, 1e3):
            dZ, X, W = scale * draw.normal(size=(N, M)), draw.normal(size=(N, D)), draw.normal(size=(D, M))
            parts = candidate(dZ.copy(), X.copy(), W.copy())
            assert len(parts) == 3
            for part, want in zip(parts, [np.einsum("nm,dm->nd", dZ, W), np.einsum("nd,nm->dm", X, dZ), np.einsum("nm->m", dZ)]):
                assert np.shape(part) == want.shape and np.allclose(part, want, rtol=0, atol=1e-8 * scale)

#: test_cross_entropy: against logaddexp, on many sizes and heights
def test_cross_entropy(candidate):
    draw = np.random.default_rng(13)
    for N, C in ((1, 2), (1, 4), (2, 2), (3, 3), (4, 3), (5, 2), (8, 5), (40, 3), (2, 30)):
        for height in (0.1, 1.0, 20.0, 300.0):
            for shift in (0.0, 600.0, -600.0):
                rows = shift * draw.choice([-1.0, 1.0], size=(N, 1))
                Z = np.clip(height * draw.normal(size=(N, C)) + rows, -1000, 1000)
                for A in (Z, Z.round().astype(int)):
                    y = draw.integers(0, C, size=N)
                    loss, dZ = candidate(A.copy(), y.copy())
                    logs = A - np.logaddexp.reduce(A.astype(float), axis=1, keepdims=True)
                    want = np.exp(logs)
                    want[np.arange(N), y] -= 1
                    assert same(loss, -logs[np.arange(N), y].mean(), 1e-8)
                    assert same(dZ, want / N, 1e-8)

#: smallest_suite: all subsets as binary numbers, the best by a key
def smallest_suite(caught):
    caught = np.asarray(caught, dtype=bool)
    T, target = len(caught), caught.any(axis=0)
    suites = (tuple(t for t in range(T) if code >> t & 1) for code in range(2**T))
    good = (s for s in suites if (caught[list(s)].any(axis=0) == target).all())
    return min(good, key=lambda s: (len(s), s))

#: smallest_suite: sets of caught candidates
def smallest_suite(caught):
    sets = [frozenset(np.flatnonzero(row).tolist()) for row in caught]
    target = frozenset().union(*sets)
    size = 0
    while True:
        for suite in combinations(range(len(sets)), size):
            if frozenset().union(*(sets[t] for t in suite)) == target:
                return suite
        size += 1

#: test_affine_backward: all shapes up to four
def test_affine_backward(candidate):
    draw = np.random.default_rng(5)
    for N in range(1, 5):
        for D, M in ((2, 3), (3, 3), (1, 4), (4, 1)):
            dZ, X, W = draw.normal(size=(N, M)), draw.normal(size=(N, D)), draw.normal(size=(D, M))
            dX, dW, db = candidate(dZ, X, W)
            assert same(dX, dZ @ W.T, 1e-9) and same(dW, X.T @ dZ, 1e-9) and same(db, dZ.sum(axis=0), 1e-9)
''',
}
