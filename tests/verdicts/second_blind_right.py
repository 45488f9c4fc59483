"""A second set of right code over all assignments, in odd styles, by somebody who had read the questions and no check."""

CASES = {
    "a1": r'''
#: affine_forward: a column of ones carries the biases
def affine_forward(X, W, b):
    ones = np.ones((np.shape(X)[0], 1))
    return np.concatenate([X, ones], axis=1) @ np.vstack([W, b])

#: affine_forward: a class that is called, float casts, biases first
class Capa:
    def __init__(self, pesos, sesgo):
        self.pesos, self.sesgo = np.float64(pesos), np.float64(sesgo)

    def __call__(self, entrada):
        salida = np.tile(self.sesgo, (len(entrada), 1))
        for d, fila in enumerate(self.pesos):
            salida += np.outer(entrada[:, d], fila)
        return salida

def affine_forward(X, W, b, *, layer=Capa):
    return layer(W, b)(X)

#: from_columns: the images of the unit vectors, less the image of the origin
def from_columns(W_seed, b):
    M, D = W_seed.shape
    filas = [W_seed @ e for e in np.eye(D)]
    return np.array(filas).reshape(D, M), np.array(b)

#: rotation: a complex number
def rotation(degrees):
    import cmath
    z = cmath.exp(1j * cmath.pi * degrees / 180)
    return np.array([[z.real, -z.imag], [z.imag, z.real]])

#: rotation: whole turns are taken off first, half angles after
def rotation(degrees):
    t = np.radians(np.fmod(degrees, 360.0)) / 2
    half = np.array([[np.cos(t), -np.sin(t)], [np.sin(t), np.cos(t)]])
    return half @ half

#: make_layer: by rows from the start
def make_layer(deg1, scales, deg2, shift):
    W = rotation(-deg1)
    W = W * np.asarray(scales)[None, :]
    W = W @ rotation(-deg2)
    return W, np.array(shift, dtype=float)

#: decompose_affine: two angles from sums and differences, no svd
def decompose_affine(W):
    (a, c), (b, d) = np.asarray(W, dtype=float)
    e, f, g, h = (a + d) / 2, (a - d) / 2, (c + b) / 2, (c - b) / 2
    q, r = np.hypot(e, h), np.hypot(f, g)
    a1, a2 = np.arctan2(g, f), np.arctan2(h, e)
    theta, phi = np.degrees((a2 - a1) / 2), np.degrees((a2 + a1) / 2)
    return rotation(phi), np.diag([q + r, q - r]), rotation(theta)

#: decompose_affine: determinants as signs in one matrix between the factors
def decompose_affine(W):
    U, s, Vt = np.linalg.svd(np.transpose(W))
    u, v = round(np.linalg.det(U)), round(np.linalg.det(Vt))
    return U * [1, u], np.diag(s * [1, u * v]), Vt * [[1], [v]]

#: relu: half of the number and its size
def relu(A):
    A = np.array(A, copy=True)
    return (np.abs(A) + A) / 2

#: relu: through a flat list
def relu(A):
    planos = (max(float(a), 0.0) for a in np.ravel(A))
    return np.fromiter(planos, float).reshape(np.shape(A))

#: quadrant_kind: a lookup by the two signs
def quadrant_kind(A):
    tabla = {(True, True): 0, (True, False): 1, (False, True): 2, (False, False): 3}
    return np.array([tabla[bool(x > 0), bool(y > 0)] for x, y in A], dtype=int)

#: orthant_fraction: point by point
def orthant_fraction(n, samples, rng):
    dentro = 0
    for _ in range(samples):
        punto = rng.standard_normal(n)
        dentro += bool(np.min(punto) > 0)
    return dentro / samples

#: layer_frames: one product per frame, from the start each time
def layer_frames(H, W, b):
    R2, S, R1 = decompose_affine(W)
    steps = [R1, S @ R1, R2 @ S @ R1]
    film = np.zeros((5,) + np.shape(H))
    for t, M in enumerate(steps):
        film[t] = np.einsum("ij,nj->ni", M, H)
    film[3] = film[2] + b
    np.copyto(film[4], film[3], where=film[3] > 0)
    return film

#: standardize: column by column, a list of columns turned over
def standardize(X):
    columnas, medias, desvios = [], [], []
    for col in np.array(X, dtype=float).T:
        m = col.sum() / col.size
        if (col == col[0]).all():
            m, s, z = col[0], 0.0, 0 * col
        else:
            d = col - m
            biggest = abs(d).max()
            s = biggest * np.sqrt(((d / biggest) ** 2).mean())
            z = d / s
        columnas.append(z); medias.append(m); desvios.append(s)
    return np.array(columnas).T, np.array(medias), np.array(desvios)
''',
    "a2": r'''
#: sigmoid: the exponential of a logarithm
def sigmoid(z):
    return np.exp(-np.logaddexp(0.0, -np.asarray(z, dtype=float)))

#: sigmoid: two masks, each with the exponential that is harmless
def sigmoid(z):
    z = np.array(z, dtype=float)
    out = np.empty(z.shape)
    pos = z >= 0
    out[pos] = 1 / (1 + np.exp(-z[pos]))
    out[~pos] = (e := np.exp(z[~pos])) / (1 + e)
    return out

#: tanh: through expm1
def tanh(z):
    z = np.asarray(z, float)
    e = np.expm1(-2 * np.abs(z))
    return np.sign(z) * -e / (2 + e)

#: leaky_relu: the larger of two lines
def leaky_relu(z, slope=0.01):
    return np.maximum(1.0 * z, slope * z)

#: elu: element by element, with a helper in the function
def elu(z, alpha):
    def uno(v):
        return float(v) if v > 0 else alpha * np.expm1(float(v))

    return np.array([uno(v) for v in z.flat]).reshape(z.shape)

#: softplus: minus the logarithm of the mirrored sigmoid
def softplus(z):
    z = np.asarray(z, dtype=float)
    grande = np.maximum(z, 0)
    return grande + np.log1p(np.exp(z - 2 * grande))

#: d_sigmoid: a quarter of a hyperbolic secant, squared
def d_sigmoid(z):
    mitad = np.asarray(z, dtype=float) / 2
    return (0.5 / np.cosh(mitad)) ** 2

#: d_tanh: with the exponential of the size
def d_tanh(z):
    q = np.exp(-2.0 * np.abs(z))
    return 4 * q / np.square(1 + q)

#: d_leaky_relu: a blend of the two slopes
def d_leaky_relu(z, slope):
    on = np.heaviside(z, 1.0)
    return on + slope * (1 - on)

#: d_elu: the exponential of what is not positive
def d_elu(z, alpha):
    m = np.minimum(z, 0)
    return np.where(np.asarray(z) >= 0, 1.0, alpha * np.exp(m))

#: d_softplus: a decorator that casts, and half a tanh
import functools

def en_flotantes(f):
    @functools.wraps(f)
    def g(z, *resto):
        return f(np.asarray(z, dtype=np.float64), *resto)
    return g

@en_flotantes
def d_softplus(z):
    e = np.exp(-np.abs(z))
    return np.where(z < 0, e, 1.0) / (e + 1.0)

#: d_sigmoid_from_output: a quarter less the square of what is left to one half
def d_sigmoid_from_output(h):
    return h - np.multiply(h, h)

#: unit: a loop of dot products
def unit(X, w, b, act=None):
    return act(np.array([float(np.dot(w, x)) + b for x in X]))

#: gate: integers, lists turned into arrays at the end
def gate(name):
    recetas = {"AND": ([2, 2], -3), "OR": ([2, 2], -1), "NAND": ([-3, -3], 5), "AND3": ([5, 5, 5], -12)}
    w, b = recetas[name]
    return np.array(w), b

#: xor_net: three hidden units
def xor_net():
    W1 = np.array([[1.0, 0.0, 1.0], [0.0, 1.0, 1.0]])
    return W1, np.array([-0.5, -0.5, -1.5]), np.array([1.0, 1.0, -2.0]), -0.25

#: farkas_xor: any multiple
def farkas_xor():
    return np.full(4, 7)

#: is_separable: the sums at opposite corners
def is_separable(y):
    a, b, c, d = (int(v) for v in y)
    return not (a == d and b == c and a != b)

#: count_separable: weights in whole numbers, thresholds between the sums
def count_separable(n):
    from itertools import product
    C = corners(n).astype(int)
    tables = set()
    for w in product(range(-2, 3), repeat=n):
        sums = C @ w
        for corte in sorted(set(sums)) + [min(sums) - 1]:
            tables.add((sums > corte).tobytes())
    return len(tables)

#: sensitivity: by rows, with a diagonal matrix
def sensitivity(x, W, b):
    return np.diag(d_sigmoid(W.T @ x + b)) @ W.T

#: window: seen from the other side
def window(x, lo, hi, k):
    desde_arriba, desde_abajo = sigmoid(k * (hi - x)), sigmoid(k * (lo - x))
    return desde_arriba - desde_abajo

#: rbf: a power of one half
def rbf(x, centre, halfwidth):
    return 0.5 ** (((x - centre) / halfwidth) ** 2)
''',
    "a3": r'''
#: one_hot: rows looked up by label, checked with a set
def one_hot(y, C):
    extraños = set(np.asarray(y).tolist()) - set(range(C))
    if extraños:
        raise ValueError(f"etiquetas fuera de rango: {sorted(extraños)}")
    Y = np.zeros((np.size(y), C))
    Y.flat[np.arange(np.size(y)) * C + y] = 1.0
    return Y

#: one_hot: an error of its own kind, which is a ValueError
class BadLabel(ValueError):
    """A label that is no class."""

def one_hot(y, C):
    rows = []
    for label in y:
        if label not in range(C):
            raise BadLabel(label)
        rows.append([1.0 if c == label else 0.0 for c in range(C)])
    return np.array(rows)

#: softmax: row by row, as a generator
def softmax(Z):
    def fila(z):
        e = np.exp(z - max(z))
        return e / e.sum()
    return np.vstack([fila(z) for z in np.asarray(Z, dtype=float)])

#: softmax: one over a sum of differences
def softmax(Z):
    Z = np.asarray(Z, dtype=float)
    with np.errstate(over="ignore"):
        return 1 / np.exp(Z[:, None, :] - Z[:, :, None]).sum(axis=2)

#: softmax: of log-sum-exp
def softmax(Z):
    lse = functools.reduce(np.logaddexp, np.asarray(Z, float).T)
    return np.exp(np.asarray(Z, float).T - lse).T

import functools

#: cross_entropy: differences to the right class, no softmax at all
def cross_entropy(Z, y):
    N, C = Z.shape
    D = Z - Z[np.arange(N), y][:, None]
    top = D.max(axis=1)
    each = top + np.log(np.exp(D - top[:, None]).sum(axis=1))
    P = np.exp(D - each[:, None])
    P[np.arange(N), y] -= 1
    return float(each.sum() / N), P / N

#: cross_entropy: a class with a forward and a backward
class SoftmaxWithLoss:
    """交差エントロピー誤差"""

    def forward(self, x, t):
        x = np.array(x, dtype=np.float64)
        x -= x.max(axis=1, keepdims=True)
        self.logy = x - np.log(np.sum(np.exp(x), axis=1, keepdims=True))
        self.t = t
        return -np.mean(np.take_along_axis(self.logy, t[:, None], axis=1))

    def backward(self, dout=1.0):
        dx = np.exp(self.logy)
        np.subtract.at(dx, (np.arange(len(self.t)), self.t), 1.0)
        return dout * dx / len(self.t)

def cross_entropy(Z, y):
    capa = SoftmaxWithLoss()
    return capa.forward(Z, y), capa.backward()

#: bce_with_logits: signs first, one logarithm for both classes
def bce_with_logits(z, y):
    z, y = np.asarray(z, dtype=float), np.asarray(y, dtype=float)
    if z.shape != y.shape:
        raise ValueError(f"z {z.shape} and y {y.shape}")
    s = 1 - 2 * y
    loss = np.logaddexp(0, s * z).mean()
    dz = s * np.exp(-np.logaddexp(0, -s * z)) / z.size
    return loss, dz

#: mse_ridge: recursion over the arrays
def mse_ridge(Y, H, Ws, lam):
    if np.shape(Y) != np.shape(H):
        raise ValueError("Y and H do not have the same shape")

    def cuadrados(arrays):
        if len(arrays) == 0:
            return 0.0
        primero, *otros = arrays
        return float(np.vdot(primero, primero)) + cuadrados(otros)

    n = len(Y)
    return (cuadrados([np.subtract(Y, H).astype(float)]) + lam * cuadrados([np.asarray(w, float) for w in Ws])) / n / 2

#: mse_grad: scaled before it is subtracted
def mse_grad(Y, H):
    if Y.shape != H.shape:
        raise ValueError("shapes")
    return -(Y - H) * (1 / Y.shape[0])

#: numerical_gradient: all moved points at once, in a list
def numerical_gradient(f, x, eps):
    base = np.array(x, dtype=np.float64)
    slopes = []
    for k in range(base.size):
        values = []
        for sign in (1, -1):
            moved = base.copy()
            moved.reshape(-1)[k] += sign * eps
            values.append(float(f(moved)))
        slopes.append((values[0] - values[1]) / (2 * eps))
    return np.array(slopes).reshape(base.shape)

#: numerical_gradient: a copy, moved and put back from the original
def numerical_gradient(f, x, eps):
    y = np.float64(x).copy() if np.ndim(x) else np.array(float(x))
    g = np.zeros(np.shape(x))
    it = np.nditer(g, flags=["multi_index"])
    for _ in it:
        i = it.multi_index
        antes = float(y[i])
        y[i] = antes + eps
        mas = f(y)
        y[i] = antes - eps
        menos = f(y)
        y[i] = antes
        g[i] = (mas - menos) / eps / 2
    return g

#: gradcheck: everything as arrays, a mask for the kinks
def gradcheck(f, g, x):
    eps = 1e-5
    x = np.array(x, dtype=float)
    a = np.asarray(g(x.copy()), dtype=float)
    if a.shape != x.shape:
        raise ValueError(f"the gradient has shape {a.shape} in place of {x.shape}")
    n = numerical_gradient(f, x, eps)
    here = f(x.copy())
    up, down = np.empty_like(x), np.empty_like(x)
    for i in np.ndindex(x.shape):
        for side, out in ((eps, up), (-eps, down)):
            moved = x.copy()
            moved[i] += side
            out[i] = f(moved)
    right, left = (up - here) / eps, (here - down) / eps
    with np.errstate(all="ignore"):
        kink = np.abs(right - left) > 1e-3 * np.maximum(1, np.maximum(np.abs(right), np.abs(left)))
        rel = np.abs(a - n) / np.maximum(np.abs(a), np.abs(n))
    rel = np.where((a == 0) & (n == 0), 0.0, rel)
    rel = np.where(np.isfinite(a) & np.isfinite(n), rel, np.inf)
    if kink.all():
        return {"max_rel": 0.0, "worst_index": None, "kinks": int(kink.sum())}
    seen = np.where(kink, -1.0, rel)
    where = np.unravel_index(seen.argmax(), x.shape)
    return {"max_rel": float(seen[where]), "worst_index": tuple(int(k) for k in where), "kinks": int(kink.sum())}

#: fit_logistic: both in one vector, the price masked
def fit_logistic(X, y, lam, steps, lr):
    A = np.column_stack([X, np.ones(len(X))]).astype(float)
    theta = np.zeros(A.shape[1])
    price = np.append(np.full(A.shape[1] - 1, lam / len(A)), 0.0)
    for _ in range(steps):
        _, dz = bce_with_logits(A @ theta, np.asarray(y))
        theta = theta - lr * (dz @ A + price * theta)
    *w, b = theta
    return np.array(w), b

#: fit_logistic: sample by sample
def fit_logistic(X, y, lam, steps, lr):
    N, D = np.shape(X)
    pesos, sesgo = [0.0] * D, 0.0
    for _ in range(steps):
        gw, gb = [lam * p / N for p in pesos], 0.0
        for fila, clase in zip(X, y):
            z = sum(p * v for p, v in zip(pesos, fila)) + sesgo
            d = (0.5 * (1 + np.tanh(z / 2)) - clase) / N
            gb += d
            gw = [q + d * v for q, v in zip(gw, fila)]
        pesos = [p - lr * q for p, q in zip(pesos, gw)]
        sesgo -= lr * gb
    return np.array(pesos), sesgo
''',
    "a4": r'''
#: affine_backward: outer products of the samples added up
def affine_backward(dZ, X, W):
    dW = sum(np.multiply.outer(x, d) for x, d in zip(X, dZ))
    db = sum(d for d in dZ) + np.zeros(W.shape[1])
    dX = np.array([W.dot(d) for d in dZ])
    return dX, dW, db

#: affine_backward: one product with a column of ones
def affine_backward(dZ, X, W):
    A = np.hstack([X, np.ones((X.shape[0], 1))])
    both = A.T @ dZ
    return (W @ dZ.T).T, both[:-1], both[-1]

#: act_backward: functions in a table
def act_backward(dH, Z, kind):
    def d_elu(z):
        return np.exp(np.where(z > 0, 0, z))

    tabla = dict(
        relu=lambda z: np.heaviside(z, 0),
        sigmoid=lambda z: sigmoid(z) * sigmoid(-z),
        tanh=lambda z: 4 * sigmoid(2 * z) * sigmoid(-2 * z),
        elu=d_elu,
    )
    return np.multiply(dH, tabla[kind](Z))

#: bricks_forward: a generator of bricks
def bricks_forward(x, W1, W2):
    def torre():
        h = x
        for k, W in enumerate((W1, W2), start=1):
            z = np.matmul(h, W)
            yield f"z{k}", z
            h = 0.5 + 0.5 * np.tanh(0.5 * z)
            yield f"h{k}", h
    return dict(torre())

#: bricks_output: einsum and a product of three
def bricks_output(y, h1, h2):
    dh2, s2 = np.subtract(h2, y), np.multiply(h2, 1 - h2)
    return {"dh2": dh2, "s2": s2, "dz2": dh2 * s2, "dW2": np.einsum("j,k,k->jk", h1, dh2, s2)}

#: bricks_hidden: loops over everything
def bricks_hidden(x, h1, W2, dz2):
    D, (H, C) = len(x), W2.shape
    dh1, s1, dz1, dW1 = np.zeros(H), np.zeros(H), np.zeros(H), np.zeros((D, H))
    for j in range(H):
        for k in range(C):
            dh1[j] += W2[j, k] * dz2[k]
        s1[j] = h1[j] - h1[j] ** 2
        dz1[j] = s1[j] * dh1[j]
        for i in range(D):
            dW1[i, j] = x[i] * dz1[j]
    return dict(zip(("dh1", "s1", "dz1", "dW1"), (dh1, s1, dz1, dW1)))

#: forward: more in the cache than was asked for
def forward(params, X):
    cache = {"X": X, "params": params, "note": "H is after the bend"}
    A = X
    for l in (1, 2):
        Z = np.add(A.dot(params[f"W{l}"]), params[f"b{l}"])
        A = sigmoid(Z)
        cache[f"Z{l}"], cache[f"H{l}"] = Z, A
    return cache

#: backward: one step for both layers
def backward(params, cache, Y, lam):
    N = Y.shape[0]
    grads, dA = {}, (cache["H2"] - Y) / N
    for l, below in ((2, cache["H1"]), (1, cache["X"])):
        H = cache[f"H{l}"]
        dZ = dA * H * (1 - H)
        grads[f"W{l}"] = below.T @ dZ + (lam / N) * params[f"W{l}"]
        grads[f"b{l}"] = dZ.T @ np.ones(N)
        dA = dZ @ params[f"W{l}"].T
    return grads

#: backward: sample by sample, averaged at the end
def backward(params, cache, Y, lam):
    acc = {k: np.zeros(np.shape(v)) for k, v in params.items()}
    for x, h1, h2, y in zip(cache["X"], cache["H1"], cache["H2"], Y):
        d2 = (h2 - y) * h2 * (1 - h2)
        d1 = (params["W2"] @ d2) * h1 * (1 - h1)
        for k, g in (("W2", np.outer(h1, d2)), ("b2", d2), ("W1", np.outer(x, d1)), ("b1", d1)):
            acc[k] += g
    return {k: (g + lam * params[k] if k[0] == "W" else g) / len(Y) for k, g in acc.items()}

#: mlp_forward: recursion
def mlp_forward(params, X):
    if not params:
        return X, []
    (W, b, kind), *rest = params
    Z = X @ W + b
    out, caches = mlp_forward(rest, act_forward(Z, kind))
    return out, [{"input": X, "Z": Z, "kind": kind}] + caches

#: mlp_backward: its own forward, what is kept is the input and the slope
def mlp_forward(params, X):
    memoria = []
    for W, b, kind in params:
        Z = X @ W + b
        pendiente = np.ones_like(Z) if kind == "linear" else act_backward(np.ones_like(Z), Z, kind)
        memoria.append([X, pendiente])
        X = act_forward(Z, kind)
    return X, memoria

def mlp_backward(params, caches, dZ):
    grads = []
    for (W, *_), (entrada, pendiente) in zip(params[::-1], caches[::-1]):
        dZ = dZ * pendiente
        grads.append((np.einsum("nd,nm->dm", entrada, dZ), dZ.sum(0)))
        dZ = np.einsum("nm,dm->nd", dZ, W)
    return dZ, grads[::-1]

#: find_defects: lists and numpy numbers, in another order
def find_defects():
    X, Y, W1, W2, reg, z = audit_point()
    h = published_tanh(z)
    slope = np.array([(published_tanh(t + 1e-6) - published_tanh(t - 1e-6)) / 2e-6 for t in z])
    data = published_gradients(X, Y, W1, W2, 0.0)[1]
    right = numerical_gradient(lambda A: published_loss(X, Y, W1, A, 0.0), W2)
    extra = published_gradients(X, Y, W1, W2, reg)[1] - data
    apart = np.abs(published_predict(X, W1, W2) - published_forward(X, W1, W2)[1]).max()
    return [
        ("predict", "disagrees", apart),
        ("gradient penalty", "shared number", extra.mean()),
        ("gradient data", "factor", np.median(data / right)),
        ("tanh slope", "factor", np.mean(published_tanh(h, slope=True) / slope)),
        ("tanh", "disagrees", np.abs(h - np.tanh(z)).max()),
    ]

#: fixed_gradients: through the bricks of the batch
def fixed_gradients(X, Y, W1, W2, reg):
    params = {"W1": W1, "b1": np.zeros(W1.shape[1]), "W2": W2, "b2": np.zeros(W2.shape[1])}
    g = backward(params, forward(params, X), Y, reg)
    return g["W1"], g["W2"]
''',
    "a5": r'''
#: init: a table of functions, everything in one comprehension
def init(widths, scheme, rng):
    scale = {"zeros": lambda D, M: 0.0, "small": lambda D, M: 0.01, "xavier": lambda D, M: (2 / (D + M)) ** 0.5, "he": lambda D, M: (2 / D) ** 0.5}[scheme]
    pares = enumerate(zip(widths, widths[1:]), start=1)
    return {k: v for i, (D, M) in pares for k, v in ((f"W{i}", scale(D, M) * rng.normal(size=(D, M))), (f"b{i}", np.zeros(M)))}

#: sgd_step: copies, then in place on its own copies
def sgd_step(params, grads, lr):
    nuevo = {k: np.array(v, dtype=float) for k, v in params.items()}
    for k in nuevo:
        nuevo[k] -= lr * grads[k]
    return nuevo

#: momentum_step: the difference of the velocities
def momentum_step(params, grads, velocity, lr, beta=0.9):
    v = {k: velocity[k] - (1 - beta) * velocity[k] + g for k, g in grads.items()}
    return {k: params[k] + (-lr) * v[k] for k in v}, v

#: adam_step: corrections folded into the rate, the epsilon scaled along
def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state["t"] + 1
    m = {k: state["m"][k] + (1 - beta1) * (g - state["m"][k]) for k, g in grads.items()}
    v = {k: state["v"][k] + (1 - beta2) * (g * g - state["v"][k]) for k, g in grads.items()}
    c1, c2 = 1 - beta1 ** t, np.sqrt(1 - beta2 ** t)
    w = {k: p - (lr * c2 / c1) * m[k] / (np.sqrt(v[k]) + eps * c2) for k, p in params.items()}
    return w, {"t": t, "m": m, "v": v}

#: minibatches: np.split at multiples
def minibatches(N, batch, rng):
    return np.split(rng.permutation(N), np.arange(batch, N, batch))

#: train: a closure for each optimizer
def train(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    memory = {"velocity": zeros_like(params), "adam": {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}}

    def step(p, g):
        if optimizer == "sgd":
            return sgd_step(p, g, lr)
        if optimizer == "momentum":
            p, memory["velocity"] = momentum_step(p, g, memory["velocity"], lr)
            return p
        p, memory["adam"] = adam_step(p, g, memory["adam"], lr)
        return p

    measure = lambda p: loss_and_gradients(p, X, y, kind)[0]
    history = [measure(params)]
    while len(history) <= epochs:
        for i in minibatches(X.shape[0], batch, rng):
            params = step(params, loss_and_gradients(params, X[i], y[i], kind)[1])
        history.append(measure(params))
    return {k: v.copy() for k, v in params.items()}, np.array(history)

#: clip_by_norm: hypot of the norms
def clip_by_norm(grads, limit):
    import functools
    norm = functools.reduce(np.hypot, (np.linalg.norm(g) for g in grads.values()), 0.0)
    factor = 1.0 if norm <= limit else limit / norm
    return {k: factor * g for k, g in grads.items()}

#: lr_schedule: half a cosine, squared, and shifts
def lr_schedule(kind, lr, step, span):
    match kind:
        case "halving":
            return lr / (1 << (step // span)) if step // span < 1000 else lr * 0.5 ** (step // span)
        case "inverse":
            return lr * span / (span + step)
        case "cosine":
            return lr * np.cos(np.pi * step / (2 * span)) ** 2 if step < span else 0.0

#: l1_l2: a comparison for the sign
def l1_l2(params, l1, l2):
    total, g = 0.0, {}
    for name in params:
        w = params[name]
        if name[0] == "W":
            total += float(np.sum(np.abs(w) * (l1 + l2 / 2 * np.abs(w))))
            g[name] = l1 * ((w > 0).astype(float) - (w < 0)) + l2 * w
        else:
            g[name] = 0.0 * w
    return total, g

#: symmetry_experiment: representatives kept in a list
def symmetry_experiment(params, X, y, steps, lr, kind="tanh"):
    def contar(p):
        vistos = []
        for j in range(p["W1"].shape[1]):
            yo = np.append(p["W1"][:, j], p["b1"][j])
            if all(np.abs(yo - otro).max() > 1e-6 for otro in vistos):
                vistos.append(yo)
        return len(vistos)

    out = np.zeros(steps + 1, dtype=int)
    out[0] = contar(params)
    for t in range(1, steps + 1):
        g = loss_and_gradients(params, X, y, kind)[1]
        params = {k: params[k] - lr * g[k] for k in params}
        out[t] = contar(params)
    return out

#: explosion_report: a for-else
def explosion_report(reg, lr, fixed, steps=20000, hidden=50):
    X, Y, *pesos = published_setup(hidden)
    f = fixed_gradients if fixed else published_gradients
    with np.errstate(all="ignore"):
        for t in range(1, steps + 1):
            pesos = [w - lr * d for w, d in zip(pesos, f(X, Y, *pesos, reg))]
            if not published_loss(X, Y, *pesos, reg) <= 1000.0:
                break
        else:
            return -1
    return t

#: bias_ceiling: a list of the living
def bias_ceiling(W1, w2):
    vivos = [abs(v) for columna, v in zip(W1.T, w2) if columna.any()]
    K = abs(sum(w2))
    return 0.75 if 0 < K < sum(vivos) else 0.5

#: relu_xor: other weights, other order
def relu_xor():
    W1 = np.array([[2.0, 1.0, -2.0, -1.0], [-2.0, 1.0, 2.0, -1.0]])
    return W1, np.array([-1.0, 2.0, -1.0, 2.0])
''',
    "a6": r'''
#: bump: a difference, times the height
def bump(x, left, right, h, w):
    x = np.asarray(x, dtype=float)
    return h * (sigmoid(w * (x - left)) - sigmoid(w * (x - right)))

#: tower: point by point
def tower(X, low, high, h, w):
    return np.array([float(sigmoid(sum(bump(np.array(p[i]), low[i], high[i], h, w) for i in (0, 1)) - 1.5 * h)) for p in X])

#: polygon_tower: sides in reverse, scaled by ten
def polygon_tower(n):
    a = 2 * np.pi * np.arange(n)[::-1] / n
    return {"W1": -10 * np.array([np.cos(a), np.sin(a)]), "b1": 10.0 * np.ones(n), "w2": np.full(n, 2.0), "b2": 1.0 - 2 * n, "act": "step"}

#: area_mc: two columns drawn in one go, a count
def area_mc(net, half, samples, rng):
    puntos = half * (2 * rng.random((samples, 2)) - 1)
    k = int(np.count_nonzero(evaluate(net, puntos) > 0))
    A = 4 * half * half
    return A * k / samples, A * (k * (samples - k) / samples ** 3) ** 0.5

#: one_layer_tower: the second step looks the other way, with a bias outside
def one_layer_tower(n):
    W, b, w2 = [], [], []
    for k in range(n):
        u = (np.cos(np.pi * k / n), np.sin(np.pi * k / n))
        W += [u, (-u[0], -u[1])]
        b += [1.0, 1.0]
        w2 += [1 / n, 1 / n]
    return {"W1": np.array(W).T, "b1": np.array(b), "w2": np.array(w2), "b2": -1.0, "act": "step"}

#: approx_by_bumps: searchsorted on the borders
def approx_by_bumps(f, M):
    bordes = np.linspace(-1, 1, M + 1)
    medios = (bordes[1:] + bordes[:-1]) / 2
    A, B = np.meshgrid(medios, medios, indexing="ij")
    alturas = f(np.stack([A.ravel(), B.ravel()], axis=1)).reshape(M, M)

    def f_hat(P):
        i, j = (np.clip(np.searchsorted(bordes, P[:, k], side="right") - 1, 0, M - 1) for k in (0, 1))
        return np.where(np.all(np.abs(P) <= 1, axis=1), alturas[i, j], 0.0)

    return f_hat

#: surface_grid: row by row
def surface_grid(net, lo, hi, G):
    t = np.linspace(lo, hi, num=G)
    return np.stack([evaluate(net, np.column_stack([np.repeat(a, G), t])) for a in t])

#: error_curve: the slope by the covariance
def error_curve(fit, widths, seeds):
    runs = {w: np.array([fit(w, s) for s in seeds]) for w in widths}
    stats = {name: np.array([func(runs[w]) for w in widths]) for name, func in (("best", np.min), ("median", np.median), ("worst", np.max))}
    lx, ly = np.log(widths) - np.log(widths).mean(), np.log(stats["median"])
    return {**stats, "widths": np.array(widths), "slope": float(lx @ ly / (lx @ lx))}
''',
    "a7": r'''
#: activation_pattern: sample by sample
def activation_pattern(net, X):
    rows = []
    for x in X:
        bits = []
        for W, b in net[:-1]:
            z = [sum(x[d] * W[d, m] for d in range(len(x))) + b[m] for m in range(len(b))]
            bits += [v > 0 for v in z]
            x = [max(v, 0.0) for v in z]
        rows.append(bits)
    return np.array(rows, dtype=bool).reshape(len(X), -1)

#: local_affine: backwards, from the output to the input
def local_affine(net, x):
    masks, h = [], x
    for W, b in net[:-1]:
        z = h @ W + b
        masks.append(z > 0)
        h = np.where(z > 0, z, 0)
    A, c = net[-1]
    for (W, b), on in zip(net[-2::-1], masks[::-1]):
        gated = on[:, None] * A
        A, c = W @ gated, b @ gated + c
    return A, c

#: count_regions_1d: cuts of all layers in one sorted list
def count_regions_1d(net, low, high):
    cuts = [low, high]
    for depth in range(1, len(net)):
        new = list(cuts)
        for left, right in zip(cuts, cuts[1:]):
            middle = np.array([(left + right) / 2])
            A, c = local_affine(net[:depth], middle)
            for a, k in zip(A[0], c):
                if a != 0 and left + 1e-9 < (t := -k / a) < right - 1e-9:
                    new.append(t)
        cuts = []
        for t in sorted(new):
            if not cuts or t - cuts[-1] >= 1e-9:
                cuts.append(t)
    return len(cuts) - 1

#: max_regions: the recursion of the text
def max_regions(n0, n1):
    regiones = [1] * (n0 + 1)
    for _ in range(n1):
        regiones = [1] + [regiones[d] + regiones[d - 1] for d in range(1, n0 + 1)]
        regiones[0] = 1
    return regiones[n0]

#: split_polygon: two passes, one for each side
def split_polygon(P, w, b):
    size = np.hypot(w[0], w[1])
    if size == 0:
        return (P.copy(), None) if b <= 0 else (None, P.copy())
    d = (P @ np.asarray(w) + b) / size
    d = d * (np.abs(d) >= 1e-9)

    def keep(s):
        if np.max(s) <= 0:
            return None
        out = []
        for p, q, u, v in zip(P, np.roll(P, -1, axis=0), s, np.roll(s, -1)):
            if u >= 0:
                out.append(p)
            if u * v < 0:
                out.append((p * v - q * u) / (v - u))
        return np.array(out)

    return keep(-d), keep(d)

#: count_regions_deep_2d: the list is as long as it is
def count_regions_deep_2d(net, low, high):
    return sum(1 for _ in regions_deep_2d(net, low, high))

#: fold_net: the tent from two slopes that meet
def fold_net(L):
    first = (np.array([[-1.0, 1.0]]), np.array([0.5, -0.5]))
    out, shift = np.array([[-2.0], [-2.0]]), np.array([1.0])
    net = [first]
    for _ in range(L - 1):
        W, b = first
        net.append((out @ W, shift @ W + b))
    return net + [(out, shift)]

#: montufar_bound: reduce
def montufar_bound(n0, widths):
    from functools import reduce
    *folds, last = widths
    return reduce(lambda p, n: p * pow(n // n0, n0), folds, 1) * max_regions(n0, last)

#: maxout: one after the other, kept if larger
def maxout(X, W, b):
    best = X @ W[0] + b[0]
    for V, c in zip(W[1:], b[1:]):
        best = np.maximum(best, X @ V + c)
    return best

#: maxout_backward: einsum over a mask of winners
def maxout_backward(dH, X, W, b):
    Z = np.tensordot(W, X, axes=([1], [1])).transpose(0, 2, 1) + b[:, None]
    gana = (np.arange(len(W))[:, None, None] == np.argmax(Z, axis=0)) * dH
    return np.einsum("rnm,rdm->nd", gana, W), np.einsum("nd,rnm->rdm", X, gana), gana.sum(axis=1)

#: maxout_bound: one exponent
def maxout_bound(L, n0, k):
    return pow(k, L - 1 + n0)
''',
    "a8": r'''
#: conv2d: shifted images, added up
def conv2d(x, k, pad=0):
    (h, w), (H, W) = k.shape, (x.shape[0] + 2 * pad, x.shape[1] + 2 * pad)
    if h > H or w > W:
        raise ValueError(f"a filter of {h} by {w} does not fit into {H} by {W}")
    lienzo = np.zeros((H, W))
    lienzo[pad:H - pad, pad:W - pad] = x
    return sum(k[a, b] * lienzo[a:a + H - h + 1, b:b + W - w + 1] for a in range(h) for b in range(w))

#: filter_grid: blocks with borders, cut off at the end
def filter_grid(filters, columns):
    K, h, w = filters.shape
    rows = (K + columns - 1) // columns
    norm = [f / (np.abs(f).max() if f.any() else 1) for f in filters]
    norm += [np.zeros((h, w))] * (rows * columns - K)
    bordered = [np.pad(f, ((0, 1), (0, 1))) for f in norm]
    return np.block([bordered[r * columns:(r + 1) * columns] for r in range(rows)])[:-1, :-1]

#: saliency: forwards, one direction at a time, through the Jacobians
def saliency(params, X, c):
    S = []
    for x in X:
        J, h = np.eye(len(x)), x
        for W, b, kind in params:
            z = h @ W + b
            slope = {"relu": (z > 0) * 1.0, "tanh": 1 - np.tanh(z) ** 2, "linear": np.ones_like(z)}[kind]
            J = J @ W * slope
            h = act_forward(z, kind)
        S.append(J[:, c])
    return np.array(S)

#: project: row by row
def project(X, norm, limit):
    if norm == "box":
        return np.sort(np.stack([np.full(X.shape, -limit), X, np.full(X.shape, limit)]), axis=0)[1]
    if norm != "ball":
        raise ValueError(f"norm is {norm!r}")
    filas = []
    for x in X:
        r = np.sqrt(x @ x)
        filas.append(x * 1.0 if r <= limit else x / r * limit)
    return np.array(filas)

#: activation_max: lists, all at the end
def activation_max(params, c, X0, norm, limit, steps, lr):
    camino = [project(X0, norm, limit)]
    for _ in range(steps):
        x = camino[-1]
        camino.append(project(x + lr * saliency(params, x, c), norm, limit))
    return camino[-1], np.array([mlp_forward(params, x)[0][:, c] for x in camino])

#: distinct_modes: a class that collects
class Modos:
    def __init__(self, tol):
        self.tol, self.puntos, self.cuentas = tol, [], []

    def agrega(self, p):
        lejos = [float(np.linalg.norm(p - q)) for q in self.puntos]
        if all(l > self.tol for l in lejos):
            self.puntos.append(p)
            self.cuentas.append(1)
        else:
            self.cuentas[lejos.index(min(lejos))] += 1

def distinct_modes(ends, values, tol):
    m = Modos(tol)
    for v, i in sorted(((v, i) for i, v in enumerate(values)), reverse=True):
        m.agrega(ends[i])
    return np.array(m.puntos), np.array(m.cuentas)

#: typicality: squares and their roots
def typicality(d, samples, rng):
    cuadrados = np.sum(rng.normal(size=(samples, d)) ** 2, axis=1)
    return np.median(cuadrados ** 0.5), np.count_nonzero(cuadrados < d / 4) / samples

#: occlusion: one image and one place at a time
def occlusion(params, X, c, size, fill):
    S = int(round(np.sqrt(X.shape[1])))
    n = S - size + 1
    z = lambda img: mlp_forward(params, img.reshape(1, -1))[0][0, c]
    out = np.empty((len(X), n, n))
    for k, x in enumerate(X):
        for i, j in np.ndindex(n, n):
            img = x.reshape(S, S).astype(float)
            img[i:i + size, j:j + size] = fill
            out[k, i, j] = z(x) - z(img)
    return out

#: permutation_importance: shuffled in place on copies
def permutation_importance(params, X, y, repeats, rng):
    right = lambda A: np.mean(np.argmax(mlp_forward(params, A)[0], axis=1) == y)
    lost = np.zeros((repeats, X.shape[1]))
    for r, j in np.ndindex(*lost.shape):
        A = X.copy()
        rng.shuffle(A[:, j])
        lost[r, j] = right(X) - right(A)
    return lost.mean(axis=0)

#: linear_probe: least squares with extra rows
def linear_probe(H, y, H_test, y_test, lam):
    ones = lambda M: np.concatenate([M, np.ones((M.shape[0], 1))], axis=1)
    A, C = ones(H), int(np.max(y)) + 1
    Y = np.eye(C)[y]
    tall = np.vstack([A, np.sqrt(lam) * np.eye(A.shape[1])])
    V = np.linalg.lstsq(tall, np.vstack([Y, np.zeros((A.shape[1], C))]), rcond=None)[0]
    return V, np.mean((ones(H_test) @ V).argmax(axis=1) == y_test)

#: separability_curve: the net, shortened
def separability_curve(params, X, y, X_test, y_test, lam):
    return np.array([linear_probe(mlp_forward(params[:l], X)[0], y, mlp_forward(params[:l], X_test)[0], y_test, lam)[1] for l in range(len(params) + 1)])
''',
    "bonus": r'''
#: verdict_table: a helper and a comprehension
def verdict_table(tests, candidates):
    def accepts(test, candidate):
        try:
            test(candidate)
        except BaseException as e:
            if isinstance(e, KeyboardInterrupt):
                raise
            return False
        return True
    return np.array([accepts(t, c) for t in tests for c in candidates], dtype=bool).reshape(len(tests), len(candidates))

#: mutants: pieces joined again
def mutants(source, swaps):
    vistos = [source]
    for viejo, nuevo in swaps:
        piezas = source.split(viejo)
        for i in range(1, len(piezas)):
            texto = viejo.join(piezas[:i]) + nuevo + viejo.join(piezas[i:])
            try:
                compile(texto, "mutante", "exec")
            except SyntaxError:
                continue
            if texto not in vistos:
                vistos.append(texto)
    return vistos[1:]

#: smallest_suite: bits of integers
def smallest_suite(caught):
    T = len(caught)
    masks = [sum(1 << int(k) for k in np.flatnonzero(row)) for row in caught]
    todo = 0
    for m in masks:
        todo |= m
    candidatos = []
    for bits in range(1 << T):
        suite = tuple(t for t in range(T) if bits >> t & 1)
        union = 0
        for t in suite:
            union |= masks[t]
        if union == todo:
            candidatos.append((len(suite), suite))
    return min(candidatos)[1]

#: test_affine_backward: many shapes, each formula written with loops
def test_affine_backward(candidate):
    rng = np.random.default_rng(12345)
    for N, D, M in [(1, 1, 1), (1, 3, 2), (4, 3, 2), (2, 5, 5), (7, 2, 6), (3, 3, 3), (6, 1, 4), (5, 4, 1), (9, 8, 7)]:
        for scale in (1.0, 100.0):
            dZ, X, W = scale * rng.normal(size=(N, M)), rng.normal(size=(N, D)), rng.normal(size=(D, M))
            result = candidate(dZ, X, W)
            assert len(result) == 3
            want = np.zeros((N, D)), np.zeros((D, M)), np.zeros(M)
            for n in range(N):
                for m in range(M):
                    want[2][m] += dZ[n, m]
                    for d in range(D):
                        want[0][n, d] += dZ[n, m] * W[d, m]
                        want[1][d, m] += dZ[n, m] * X[n, d]
            for got, expected in zip(result, want):
                assert same(got, expected, 1e-9)
''',
}
