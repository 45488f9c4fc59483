"""Right implementations of a4 as learners and public courses write them; the format is explained in case.py."""

CASES = r'''
#: affine_backward: CS231n affine_backward
def affine_backward(dout, x, w):
    N = x.shape[0]
    dx = dout.dot(w.T).reshape(x.shape)
    dw = x.reshape(N, -1).T.dot(dout)
    db = np.sum(dout, axis=0)
    return dx, dw, db

#: affine_backward: mytorch: W as (out, in), a column of ones for the bias
class Linear:
    def __init__(self, A, W):
        self.A, self.W = A, W.T
        self.Ones = np.ones((A.shape[0], 1))

    def backward(self, dLdZ):
        dLdA = dLdZ @ self.W
        self.dLdW = dLdZ.T @ self.A
        self.dLdb = dLdZ.T @ self.Ones
        return dLdA

def affine_backward(dZ, X, W):
    layer = Linear(X, W)
    dX = layer.backward(dZ)
    return dX, layer.dLdW.T, layer.dLdb.ravel()

#: affine_backward: micrograd: every number is a Value, the chain rule runs over a graph
class Value:
    def __init__(self, data, parents=(), back=lambda g: ()):
        self.data, self.parents, self.back, self.grad = data, parents, back, 0.0

    def __add__(self, o):
        return Value(self.data + o.data, (self, o), lambda g: (g, g))

    def __mul__(self, o):
        return Value(self.data * o.data, (self, o), lambda g: (g * o.data, g * self.data))

def _run_back(root):
    order, seen = [], set()
    def visit(v):
        if id(v) not in seen:
            seen.add(id(v))
            for p in v.parents:
                visit(p)
            order.append(v)
    visit(root)
    root.grad = 1.0
    for v in reversed(order):
        for p, g in zip(v.parents, v.back(v.grad)):
            p.grad += g

def affine_backward(dZ, X, W):
    wrap = np.vectorize(Value, otypes=[object])
    VX, VW = wrap(X.astype(float)), wrap(W.astype(float))
    Vb = [Value(0.0) for _ in range(W.shape[1])]
    total = Value(0.0)
    for n in range(len(X)):
        for m in range(W.shape[1]):
            z = Vb[m]
            for d in range(len(W)):
                z = z + VX[n, d] * VW[d, m]
            total = total + z * Value(float(dZ[n, m]))
    _run_back(total)
    grads = np.vectorize(lambda v: v.grad, otypes=[float])
    return grads(VX), grads(VW), np.array([v.grad for v in Vb])

#: affine_backward: three loops with +=
def affine_backward(dZ, X, W):
    dX, dW, db = np.zeros(X.shape), np.zeros(W.shape), np.zeros(W.shape[1])
    for n in range(X.shape[0]):
        for m in range(W.shape[1]):
            db[m] += dZ[n, m]
            for d in range(X.shape[1]):
                dX[n, d] += dZ[n, m] * W[d, m]
                dW[d, m] += X[n, d] * dZ[n, m]
    return dX, dW, db

#: affine_backward: column by column
def affine_backward(dZ, X, W):
    dW = np.column_stack([X.T @ dZ[:, m] for m in range(W.shape[1])])
    return np.inner(dZ, W), dW, np.ones(len(X)) @ dZ

#: affine_backward: np.add.at and np.tensordot
def affine_backward(dZ, X, W):
    db = np.zeros(W.shape[1])
    np.add.at(db, np.tile(np.arange(W.shape[1]), len(dZ)), dZ.ravel())
    return np.tensordot(dZ, W, axes=([1], [1])), np.tensordot(X, dZ, axes=([0], [0])), db

#: act_backward: masks; the exponential of ELU overflows where it is not used
def act_backward(dH, Z, kind):
    if kind == "relu":
        return dH * (Z >= 0)
    elif kind == "sigmoid":
        s = 1 / (1 + np.exp(-Z))
        return dH * s * (1 - s)
    elif kind == "tanh":
        return dH * (1 - np.power(np.tanh(Z), 2))
    elif kind == "elu":
        return dH * np.where(Z > 0, 1, np.exp(Z))
    raise ValueError(kind)

#: act_backward: hyperbolic cosines
def act_backward(dH, Z, kind):
    if kind == "relu":
        dZ = np.array(dH, copy=True)
        dZ[Z <= 0] = 0
        return dZ
    if kind == "sigmoid":
        return dH / (2 * np.cosh(Z / 2)) ** 2
    if kind == "tanh":
        return dH / np.cosh(Z) ** 2
    return dH * np.where(Z > 0, 1.0, np.exp(np.clip(Z, None, 0)))

#: act_backward: the output first, then the slope in terms of it
def act_backward(dH, Z, kind):
    H = act_forward(Z, kind)
    match kind:
        case "relu":
            slope = (H > 0).astype(float)
        case "sigmoid":
            slope = H * (1 - H)
        case "tanh":
            slope = 1 - H**2
        case "elu":
            slope = np.where(H > 0, 1.0, H + 1.0)
    return np.multiply(dH, slope)

#: act_backward: np.vectorize over a function of one number
import math

def _slope(z, kind):
    if kind == "relu":
        return 1.0 if z > 0 else 0.0
    if kind == "elu":
        return 1.0 if z > 0 else math.exp(z)
    if kind == "tanh":
        return 1.0 - math.tanh(z) ** 2
    e = math.exp(-abs(z))
    return e / (1.0 + e) ** 2

def act_backward(dH, Z, kind):
    return dH * np.vectorize(lambda z: _slope(z, kind), otypes=[float])(Z)

#: act_backward: np.piecewise
def act_backward(dH, Z, kind):
    s = lambda z: 1 / (1 + np.exp(-z))
    slopes = {
        "relu": ([Z > 0], [1.0, 0.0]),
        "elu": ([Z > 0], [1.0, np.exp]),
        "sigmoid": ([Z > 0], [lambda z: s(z) * s(-z), lambda z: s(z) * s(-z)]),
        "tanh": ([Z > 0], [lambda z: 1 - np.tanh(z) ** 2, lambda z: 1 - np.tanh(z) ** 2]),
    }
    return dH * np.piecewise(np.asarray(Z, dtype=float), *slopes[kind])

#: bricks_forward: lists and math.exp
import math

def bricks_forward(x, W1, W2):
    z1 = [sum(xi * w for xi, w in zip(x, column)) for column in W1.T]
    h1 = [1 / (1 + math.exp(-z)) for z in z1]
    z2 = [sum(h * w for h, w in zip(h1, column)) for column in W2.T]
    h2 = [1 / (1 + math.exp(-z)) for z in z2]
    return {"z1": np.array(z1), "h1": np.array(h1), "z2": np.array(z2), "h2": np.array(h2)}

#: bricks_forward: np.dot and a dict built by keyword
def bricks_forward(x, W1, W2):
    s = np.vectorize(lambda z: 1.0 / (1.0 + np.exp(-z)))
    z1 = np.dot(x, W1)
    z2 = np.dot(s(z1), W2)
    return dict(z1=z1, h1=s(z1), z2=z2, h2=s(z2), x=x)

#: bricks_output: slices and np.multiply
def bricks_output(y, h1, h2):
    dh2 = np.negative(np.subtract(y, h2))
    s2 = np.multiply(h2, 1 - h2)
    dz2 = np.multiply(dh2, s2)
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.dot(h1.reshape(-1, 1), dz2.reshape(1, -1))}

#: bricks_output: np.multiply.outer and the slope as h - h squared
def bricks_output(y, h1, h2):
    bricks = {"dh2": h2 - y, "s2": h2 - h2**2}
    bricks["dz2"] = bricks["dh2"] * bricks["s2"]
    bricks["dW2"] = np.multiply.outer(h1, bricks["dz2"])
    return bricks

#: bricks_hidden: list comprehensions over neurons
def bricks_hidden(x, h1, W2, dz2):
    dh1 = np.array([sum(d * w for d, w in zip(dz2, row)) for row in W2])
    s1 = np.array([h * (1 - h) for h in h1])
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.array([[xi * d for d in dz1] for xi in x])}

#: bricks_hidden: np.dot with the transposed weights
def bricks_hidden(x, h1, W2, dz2):
    dh1 = np.dot(dz2, W2.T)
    s1 = h1 - np.square(h1)
    dz1 = np.multiply(dh1, s1)
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.kron(x[:, None], dz1[None, :])}

#: forward: deeplearning.ai: parameters taken out, a cache with more in it
def forward(parameters, X):
    W1, b1, W2, b2 = [parameters[key] for key in ("W1", "b1", "W2", "b2")]
    Z1 = np.dot(W1.T, X.T) + b1.reshape(-1, 1)
    A1 = sigmoid(Z1)
    Z2 = np.dot(W2.T, A1) + b2.reshape(-1, 1)
    A2 = sigmoid(Z2)
    assert A2.shape == (W2.shape[1], X.shape[0])
    return {"X": X, "Z1": Z1.T, "H1": A1.T, "Z2": Z2.T, "H2": A2.T, "A2": A2, "m": X.shape[0]}

#: forward: a loop over the two layers
def forward(params, X):
    cache, H = {"X": X.copy()}, X
    for layer in (1, 2):
        cache[f"Z{layer}"] = np.matmul(H, params[f"W{layer}"]) + params[f"b{layer}"]
        H = cache[f"H{layer}"] = 0.5 * (1 + np.tanh(cache[f"Z{layer}"] / 2))
    return cache

#: forward: the plain sigmoid, whose infinity ends at 0
def forward(params, X):
    plain = lambda Z: 1 / (1 + np.exp(-Z))
    Z1 = X.dot(params["W1"]) + params["b1"]
    H1 = plain(Z1)
    Z2 = H1.dot(params["W2"]) + params["b2"]
    return dict(X=X, Z1=Z1, H1=H1, Z2=Z2, H2=plain(Z2))

#: backward: CS231n two-layer net: grads dict, regularisation added last
def backward(params, cache, Y, lam):
    N = cache["X"].shape[0]
    grads = {}
    dscores = (cache["H2"] - Y) / N
    dscores *= cache["H2"] * (1 - cache["H2"])
    grads["W2"] = cache["H1"].T.dot(dscores)
    grads["b2"] = np.sum(dscores, axis=0)
    dhidden = dscores.dot(params["W2"].T)
    dhidden *= cache["H1"] * (1 - cache["H1"])
    grads["W1"] = cache["X"].T.dot(dhidden)
    grads["b1"] = np.sum(dhidden, axis=0)
    grads["W1"] += lam / N * params["W1"]
    grads["W2"] += lam / N * params["W2"]
    return grads

#: backward: deeplearning.ai: 1/m in front of every gradient
def backward(params, cache, Y, lam):
    m = Y.shape[0]
    A1, A2 = cache["H1"].T, cache["H2"].T
    dZ2 = np.multiply(A2 - Y.T, np.multiply(A2, 1 - A2))
    dW2 = 1 / m * np.dot(dZ2, A1.T)
    db2 = 1 / m * np.sum(dZ2, axis=1, keepdims=True)
    dZ1 = np.multiply(np.dot(params["W2"], dZ2), A1 - np.power(A1, 2))
    dW1 = 1 / m * np.dot(dZ1, cache["X"])
    db1 = 1 / m * np.sum(dZ1, axis=1, keepdims=True)
    return {"W1": dW1.T + lam * params["W1"] / m, "b1": db1[:, 0], "W2": dW2.T + lam * params["W2"] / m, "b2": db2[:, 0]}

#: backward: three loops over samples and units
def backward(params, cache, Y, lam):
    W1, W2, X, H1, H2 = params["W1"], params["W2"], cache["X"], cache["H1"], cache["H2"]
    N = len(Y)
    grads = {"W1": lam / N * W1, "b1": np.zeros(W1.shape[1]), "W2": lam / N * W2, "b2": np.zeros(W2.shape[1])}
    for n in range(N):
        d2 = [(H2[n, k] - Y[n, k]) / N * H2[n, k] * (1 - H2[n, k]) for k in range(W2.shape[1])]
        for k, d in enumerate(d2):
            grads["b2"][k] += d
            for j in range(W2.shape[0]):
                grads["W2"][j, k] += H1[n, j] * d
        for j in range(W1.shape[1]):
            d1 = sum(d * W2[j, k] for k, d in enumerate(d2)) * H1[n, j] * (1 - H1[n, j])
            grads["b1"][j] += d1
            for i in range(W1.shape[0]):
                grads["W1"][i, j] += X[n, i] * d1
    return grads

#: backward: einsum throughout, slopes from Z
def backward(params, cache, Y, lam):
    slope = lambda Z: 1 / (2 + np.exp(Z) + np.exp(-Z))
    e = np.einsum("nc,nc->nc", cache["H2"] - Y, slope(cache["Z2"])) / len(Y)
    d = np.einsum("nc,hc,nh->nh", e, params["W2"], slope(cache["Z1"]))
    return {
        "b1": np.einsum("nh->h", d),
        "b2": np.einsum("nc->c", e),
        "W1": np.einsum("nd,nh->dh", cache["X"], d) + params["W1"] * lam / len(Y),
        "W2": np.einsum("nh,nc->hc", cache["H1"], e) + params["W2"] * lam / len(Y),
    }

#: mlp_forward: deeplearning.ai: linear and activation caches
def _linear_activation_forward(A_prev, W, b, activation):
    Z = np.dot(A_prev, W) + b
    return act_forward(Z, activation), ((A_prev, W, b), Z)

def mlp_forward(params, X):
    caches = []
    A = X
    L = len(params)
    for l in range(L):
        W, b, kind = params[l]
        A, cache = _linear_activation_forward(A, W, b, kind)
        caches.append(cache)
    return A, caches

#: mlp_forward: functools.reduce, caches as dicts
from functools import reduce

def mlp_forward(params, X):
    caches = []

    def step(H, layer):
        W, b, kind = layer
        Z = np.matmul(H, W) + b[None, :]
        caches.append({"H": H, "Z": Z, "kind": kind})
        if kind == "relu":
            return Z * (Z > 0)
        return act_forward(Z, kind)

    return reduce(step, params, X), caches

#: mlp_backward: deeplearning.ai: from the last layer down, dA handed on
def mlp_backward(params, caches, dZ):
    L = len(params)
    grads = {}
    _, Z = mlp_forward(params, caches[0][0])
    dA = None
    for l in reversed(range(L)):
        A_prev, W = caches[l][0], params[l][0]
        grads["dW" + str(l)] = A_prev.T.dot(dZ)
        grads["db" + str(l)] = dZ.sum(axis=0)
        dA = dZ.dot(W.T)
        if l > 0:
            dZ = act_backward(dA, caches[l - 1][1], params[l - 1][2])
    return dA, [(grads["dW" + str(l)], grads["db" + str(l)]) for l in range(L)]

#: mlp_backward: inserts at the front of a list
def mlp_backward(params, caches, dZ):
    grads, dH = [], dZ
    for (W, _, kind), (H, Z) in zip(params[::-1], caches[::-1]):
        dZ = dH if kind == "linear" else act_backward(dH, Z, kind)
        dH, dW, db = affine_backward(dZ, H, W)
        grads.insert(0, [dW, db])
    return dH, grads

#: mlp_backward: a while loop over an index
def mlp_backward(params, caches, dZ):
    i = len(params) - 1
    grads = []
    upstream = dZ
    while True:
        W = params[i][0]
        H = np.asarray(caches[i][0])
        grads.append((np.einsum("nd,nm->dm", H, upstream), np.einsum("nm->m", upstream)))
        upstream = np.einsum("nm,dm->nd", upstream, W)
        if i == 0:
            break
        i -= 1
        upstream = act_backward(upstream, caches[i][1], params[i][2])
    return upstream, tuple(grads[::-1])

#: find_defects: measured entry by entry, lists instead of tuples, in another order
def find_defects():
    X, Y, W1, W2, reg, z = audit_point()
    slope = numerical_gradient(lambda t: np.sum(published_tanh(t)), z)
    told = published_tanh(published_tanh(z), slope=True)
    h2 = published_forward(X, W1, W2)[1]
    gaps = [abs(p - q) for p, q in zip(published_predict(X, W1, W2).ravel(), h2.ravel())]
    return [
        ["tanh slope", "factor", float(np.median(told / slope))],
        ["predict", "disagrees", max(gaps)],
        ["gradient penalty", "shared number", reg * np.square(W2).sum()],
        ["gradient data", "factor", 50],
    ]

#: fixed_gradients: the published code with both lines put right
def fixed_gradients(X, Y, W1, W2, reg):
    N = len(X)
    h1, h2 = published_forward(X, W1, W2)
    dz2 = -(Y - h2) * published_sigmoid(h2, slope=True)
    dh1 = dz2 @ W2.T
    dz1 = dh1 * published_sigmoid(h1, slope=True)
    dW1 = X.T @ dz1 / N + reg * W1 / N
    dW2 = h1.T @ dz2 / N + reg * W2 / N
    return dW1, dW2

#: fixed_gradients: the difference of two published gradients gives the shared number, which is taken off
def fixed_gradients(X, Y, W1, W2, reg):
    N = X.shape[0]
    dW1, dW2 = published_gradients(X, Y, W1, W2, 0.0)
    return (dW1 + reg * W1) / N, (dW2 + reg * W2) / N

#: fixed_gradients: loops over samples
def fixed_gradients(X, Y, W1, W2, reg):
    dW1, dW2 = np.zeros_like(W1, dtype=float), np.zeros_like(W2, dtype=float)
    for x, y in zip(X, Y):
        h1 = 1 / (1 + np.exp(-(x @ W1)))
        h2 = 1 / (1 + np.exp(-(h1 @ W2)))
        d2 = (h2 - y) * h2 * (1 - h2)
        dW2 += np.outer(h1, d2)
        dW1 += np.outer(x, (W2 @ d2) * h1 * (1 - h1))
    dW1 += reg * W1
    dW2 += reg * W2
    return dW1 / len(X), dW2 / len(X)
'''
