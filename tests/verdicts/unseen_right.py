"""Right implementations as learners of many habits write them, over all assignments: loops, lists, classes, helpers with odd
names, names and comments in Spanish and Japanese, work in place on copies, tricks of broadcasting.

Each was argued to be right from the text of its notebook before it was run. No check was made for any of them.
"""

A1 = r'''
#: affine_forward: one outer product per input, added up
def affine_forward(X, W, b):
    salida = np.zeros((len(X), len(b))) + b   # empezamos con el sesgo
    for i in range(W.shape[0]):
        salida += np.multiply.outer(X[:, i], W[i])
    return salida

#: affine_forward: np.matrix inside, an array at the end
def affine_forward(X, W, b):
    return np.asarray(np.matrix(X) * np.matrix(W) + np.matrix(b))

#: affine_forward: Python lists and zip
def affine_forward(X, W, b):
    cols = list(zip(*W.tolist()))
    return np.array([[sum(x * w for x, w in zip(row, col)) + bias for col, bias in zip(cols, b.tolist())] for row in X.tolist()])

#: from_columns: the rows are taken one by one as columns
def from_columns(W_seed, b):
    return np.column_stack([fila for fila in W_seed]), 1 * b

#: rotation: a product of two mirrors
def rotation(degrees):
    def mirror(half):
        c, s = np.cos(2 * half), np.sin(2 * half)
        return np.array([[c, s], [s, -c]])
    return mirror(np.radians(degrees) / 2) @ mirror(0.0)

#: rotation: columns where the two axes go
def rotation(degrees):
    theta = degrees / 180 * np.pi
    e1 = np.array([np.cos(theta), np.sin(theta)])
    e2 = np.array([-e1[1], e1[0]])
    return np.stack([e1, e2]).T

#: make_layer: the two axes are moved through the steps and become the rows
def make_layer(deg1, scales, deg2, shift):
    rows = np.eye(2)
    rows = rows @ rotation(deg1).T
    rows = rows * scales
    rows = rows @ rotation(deg2).T
    return rows, np.array(shift, dtype=float)

#: decompose_affine: the eigenvectors of the symmetric product, the rest by a turn
def decompose_affine(W):
    A = np.array(W, dtype=float).T
    U, s, Vt = np.linalg.svd(A)
    flip = np.diag([1.0, -1.0])
    S = np.diag(s)
    if np.linalg.det(U) < 0:
        U, S = U @ flip, flip @ S
    if np.linalg.det(Vt) < 0:
        Vt, S = flip @ Vt, S @ flip
    return U, S, Vt

#: relu: sorting each entry with zero
def relu(A):
    return np.sort(np.stack([np.zeros(np.shape(A)), A]), axis=0)[1]

#: relu: by the heaviside function
def relu(A):
    return A * np.heaviside(A, 0.5)

#: quadrant_kind: a number in base two, looked up in a table
def quadrant_kind(A):
    bits = (A > 0) @ np.array([2, 1])
    return np.array([3, 2, 1, 0])[bits]

#: quadrant_kind: the masks are written one over the other
def quadrant_kind(A):
    r = np.full(A.shape[0], 3)
    r[A[:, 1] > 0] = 2
    r[A[:, 0] > 0] = 1
    r[np.minimum(A[:, 0], A[:, 1]) > 0] = 0
    return r

#: orthant_fraction: the smallest coordinate decides, in blocks
def orthant_fraction(n, samples, rng):
    cuenta = 0
    falta = samples
    while falta > 0:
        k = min(falta, 1000)
        cuenta += np.count_nonzero(rng.normal(size=(k, n)).min(axis=1) > 0)
        falta -= k
    return cuenta / samples

#: layer_frames: einsum for every motion
def layer_frames(H, W, b):
    frames = np.empty((5,) + H.shape)
    R2, S, R1 = decompose_affine(W)
    frames[0] = np.einsum("ij,nj->ni", R1, H)
    frames[1] = frames[0] * np.diagonal(S)
    frames[2] = np.einsum("ij,nj->ni", R2, frames[1])
    frames[3] = frames[2] + b[None]
    frames[4] = frames[3].clip(0)
    return frames

#: standardize: a class that remembers what it has seen
def standardize(X):
    class Escalador:
        def __init__(self, datos):
            self.media = datos.mean(axis=0)
            self.sigma = np.sqrt(((datos - self.media) ** 2).mean(axis=0))
        def aplica(self, datos):
            fuera = np.zeros(datos.shape)
            np.divide(datos - self.media, self.sigma, out=fuera, where=self.sigma > 0)
            return fuera
    e = Escalador(np.asarray(X, dtype=float))
    return e.aplica(X), e.media, e.sigma
'''

A2 = r'''
#: sigmoid: exp of the negative softplus, entry by entry with a loop over flat positions
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    out = np.empty(z.shape)
    for i, t in enumerate(z.flat):
        out.flat[i] = np.exp(min(t, 0.0)) / (1.0 + np.exp(-abs(t)))
    return out

#: tanh: expm1, one sign at a time
def tanh(z):
    m = np.expm1(-2 * np.abs(z))
    return np.sign(z) * (-m) / (m + 2)

#: leaky_relu: a mean of slopes times z
def leaky_relu(z, slope):
    arriba, abajo = np.maximum(z, 0.0), np.minimum(z, 0.0)
    return arriba + slope * abajo

#: elu: expm1 of what is cut at zero, plus the positive part
def elu(z, alpha):
    return np.maximum(z, 0.0) + alpha * np.expm1(np.minimum(z, 0.0))

#: softplus: the log of a sum of two shifted exponentials
def softplus(z):
    z = np.asarray(z, dtype=float)
    m = np.where(z > 0, z, 0.0)
    return m + np.log1p(np.exp(z - 2 * m))

#: d_sigmoid: a quarter over a squared cosh
def d_sigmoid(z):
    return 0.25 / np.cosh(0.5 * np.asarray(z, dtype=float)) ** 2

#: d_tanh: four times the product of the two halves
def d_tanh(z):
    q = np.exp(-2.0 * np.abs(z))
    return 4 * q / (1 + q) ** 2

#: d_leaky_relu: one on the right, what is missing is taken off
def d_leaky_relu(z, slope):
    return 1 - (1 - slope) * (z < 0)

#: d_elu: exp of what is not positive, in place on an array of ones
def d_elu(z, alpha):
    g = np.ones(z.shape)
    izq = z < 0
    g[izq] = alpha * np.exp(z[izq])
    return g

#: d_sigmoid_from_output: the distance from one half
def d_sigmoid_from_output(h):
    return 0.25 - (h - 0.5) ** 2

#: unit: the weighted columns are added
def unit(X, w, b, act):
    z = b * np.ones(len(X))
    for j, peso in enumerate(w):
        z = z + peso * X[:, j]
    return act(z)

#: gate: weights that are computed from what is asked
def gate(name):
    n = 3 if name.endswith("3") else 2
    w = np.ones(n)
    if name == "OR":
        return w, -0.25
    if name.startswith("AND"):
        return w, 0.25 - n
    return -w, 1.75

#: xor_net: three hidden units, one of them never used
def xor_net():
    W1 = np.array([[1.0, -1.0, 0.0], [-1.0, 1.0, 0.0]])
    return W1, np.array([-0.5, -0.5, 5.0]), np.array([3.0, 3.0, 0.0]), -1.0

#: is_separable: the sum of opposite corners
def is_separable(y):
    a, b, c, d = (int(t) for t in y)
    return not (a == d and b == c and a != b)

#: count_separable: weights and biases on a fine grid, as sets of texts
def count_separable(n):
    vistos = set()
    for w in np.ndindex(*([7] * n)):
        z = corners(n) @ (np.array(w) - 3)
        for b in sorted(set(z)) + [min(z) - 1]:
            vistos.add("".join("1" if t else "0" for t in z > b))
    return len(vistos)

#: farkas_xor: any common factor will do
def farkas_xor():
    return 0.3 * np.ones(4)

#: sensitivity: differences of z for every unit, with the slope in front
def sensitivity(x, W, b):
    M = W.shape[1]
    filas = []
    for j in range(M):
        e = np.exp(-abs(np.dot(x, W[:, j]) + b[j]))
        filas.append(W[:, j] * e / (1 + e) ** 2)
    return np.array(filas)

#: window: one quotient with cosh would be too clever, so two half tangents
def window(x, lo, hi, k):
    x = np.asarray(x, dtype=float)
    return sigmoid(k * (x - lo)) * sigmoid(k * (hi - x)) * (-np.expm1(-k * (hi - lo)))

#: rbf: powers of one half
def rbf(x, centre, halfwidth):
    d = np.abs(np.subtract(x, centre)) / halfwidth
    return np.power(0.5, d * d)
'''

A3 = r'''
#: one_hot: rows are appended to a list
def one_hot(y, C):
    tabla = []
    for etiqueta in y:
        if not 0 <= etiqueta < C:
            raise ValueError(f"la etiqueta {etiqueta} no existe")
        fila = [0.0] * C
        fila[etiqueta] = 1.0
        tabla.append(fila)
    return np.array(tabla)

#: softmax: one over the sum of exponentials of differences
def softmax(Z):
    Z = np.asarray(Z, dtype=float)
    with np.errstate(over="ignore"):
        return 1.0 / np.exp(Z[:, None, :] - Z[:, :, None]).sum(axis=2)

#: softmax: with a class for a running maximum
def softmax(Z):
    class Fila:
        def __init__(self, z):
            self.m = max(z)
            self.e = [np.exp(t - self.m) for t in z]
        def partes(self):
            total = sum(self.e)
            return [e / total for e in self.e]
    return np.array([Fila(z).partes() for z in np.asarray(Z, dtype=float)])

#: cross_entropy: the row is moved so that the right class stands at zero
def cross_entropy(Z, y):
    N = Z.shape[0]
    D = Z - Z[np.arange(N), y][:, None]
    m = D.max(axis=1)
    lse = m + np.log(np.exp(D - m[:, None]).sum(axis=1))
    P = np.exp(D - lse[:, None])
    P[np.arange(N), y] -= 1
    return float(np.sum(lse) / N), P / N

#: cross_entropy: np.logaddexp.reduce
def cross_entropy(Z, y):
    Z = np.asarray(Z, dtype=np.float64)
    logp = Z - np.logaddexp.reduce(Z, axis=1, keepdims=True)
    correcto = np.take_along_axis(logp, np.asarray(y)[:, None], axis=1)
    grad = np.exp(logp)
    np.add.at(grad, (np.arange(len(y)), y), -1.0)
    return -correcto.mean(), grad / len(y)

#: bce_with_logits: the answers become signs
def bce_with_logits(z, y):
    z, y = np.asarray(z, dtype=float), np.asarray(y, dtype=float)
    if z.shape != y.shape:
        raise ValueError("z and y")
    s = (2 * y - 1) * z
    cost = np.maximum(-s, 0) + np.log1p(np.exp(-np.abs(s)))
    slope = -(2 * y - 1) * np.exp(-np.logaddexp(0, s))
    return cost.sum() / z.size, slope / z.size

#: mse_ridge: einsum for the squares, a generator for the weights
def mse_ridge(Y, H, Ws, lam):
    if np.shape(Y) != np.shape(H):
        raise ValueError("Y and H")
    E = np.ravel(H - Y).astype(float)
    pesos = sum((float(np.einsum("i,i->", w, w)) for w in map(np.ravel, Ws)), 0.0)
    return 0.5 / np.shape(Y)[0] * (np.einsum("i,i->", E, E) + lam * pesos)

#: mse_grad: a loop over the samples
def mse_grad(Y, H):
    if Y.shape != H.shape:
        raise ValueError("shapes")
    n = len(H)
    return np.array([(h - t) / n for h, t in zip(H, Y)], dtype=float)

#: numerical_gradient: a unit vector per entry, reshaped
def numerical_gradient(f, x, eps):
    x0 = np.array(x, dtype=np.float64)
    base = np.eye(x0.size).reshape((x0.size,) + x0.shape)
    partes = [(f(x0 + eps * e) - f(x0 - eps * e)) / (2.0 * eps) for e in base]
    return np.array(partes, dtype=np.float64).reshape(x0.shape)

#: gradcheck: arrays of three slopes, then masks
def gradcheck(f, g, x):
    h = 1e-5
    x = np.array(x, dtype=float)
    claimed = np.array(g(x.copy()), dtype=float)
    if claimed.shape != x.shape:
        raise ValueError("the claim has another shape than x")
    centro, n, r, l = f(x.copy()), np.zeros(x.shape), np.zeros(x.shape), np.zeros(x.shape)
    for i in np.ndindex(*x.shape):
        paso = np.zeros(x.shape)
        paso[i] = h
        arriba, abajo = f(x + paso), f(x - paso)
        n[i], r[i], l[i] = (arriba - abajo) / (2 * h), (arriba - centro) / h, (centro - abajo) / h
    kink = np.abs(r - l) > 1e-3 * np.maximum(1, np.maximum(np.abs(r), np.abs(l)))
    with np.errstate(invalid="ignore", divide="ignore"):
        rel = np.abs(claimed - n) / np.maximum(np.abs(claimed), np.abs(n))
    rel = np.where((claimed == 0) & (n == 0), 0.0, rel)
    rel = np.where(np.isfinite(claimed) & np.isfinite(n), rel, np.inf)
    if kink.all():
        return dict(max_rel=0.0, worst_index=None, kinks=int(kink.sum()))
    rel = np.where(kink, -1.0, rel)
    peor = np.unravel_index(int(np.argmax(rel)), x.shape)
    return dict(max_rel=float(rel[peor]), worst_index=tuple(int(k) for k in peor), kinks=int(kink.sum()))

#: fit_logistic: one vector for weights and bias, with a mask for the price
def fit_logistic(X, y, lam, steps, lr):
    N, D = X.shape
    A = np.hstack([np.asarray(X, dtype=float), np.ones((N, 1))])
    theta, precio = np.zeros(D + 1), np.append(np.ones(D), 0.0)
    for _ in range(steps):
        p = np.exp(-np.logaddexp(0.0, -(A @ theta)))
        theta = theta - lr * (A.T @ (p - y) + lam * precio * theta) / N
    return theta[:D], theta[D]
'''

A4 = r'''
#: affine_backward: sample by sample, outer products added up
def affine_backward(dZ, X, W):
    勾配X, 勾配W, 勾配b = [], np.zeros(W.shape), np.zeros(W.shape[1])
    for 上流, 入力 in zip(dZ, X):
        勾配X.append(W @ 上流)
        勾配W += np.outer(入力, 上流)
        勾配b += 上流
    return np.array(勾配X), 勾配W, 勾配b

#: affine_backward: broadcasting with three axes, a namedtuple back
def affine_backward(dZ, X, W):
    from collections import namedtuple
    Grad = namedtuple("Grad", "dX dW db")
    return Grad((dZ[:, None, :] * W[None]).sum(-1), (X[:, :, None] * dZ[:, None, :]).sum(0), np.add.reduce(dZ))

#: act_backward: a class for each activation
def act_backward(dH, Z, kind):
    class Relu:
        slope = staticmethod(lambda z: np.where(z > 0, 1.0, 0.0))
    class Sigmoid:
        slope = staticmethod(lambda z: np.exp(-np.abs(z)) / (1 + np.exp(-np.abs(z))) ** 2)
    class Tanh:
        slope = staticmethod(lambda z: (1 - np.tanh(z)) * (1 + np.tanh(z)))
    class Elu:
        slope = staticmethod(lambda z: np.exp(np.minimum(z, 0)))
    return dH * {"relu": Relu, "sigmoid": Sigmoid, "tanh": Tanh, "elu": Elu}[kind].slope(Z)

#: bricks_forward: einsum and keyword arguments
def bricks_forward(x, W1, W2):
    z1 = np.einsum("d,dh->h", x, W1)
    h1 = sigmoid(z1)
    z2 = np.einsum("h,hc->c", h1, W2)
    return dict(h2=sigmoid(z2), z2=z2, h1=h1, z1=z1)

#: bricks_output: with loops for the weights
def bricks_output(y, h1, h2):
    d = {"dh2": h2 - y, "s2": 0.25 - (h2 - 0.5) ** 2}
    d["dz2"] = d["s2"] * d["dh2"]
    d["dW2"] = np.array([[a * b for b in d["dz2"]] for a in h1])
    return d

#: bricks_hidden: everything as one-row matrices, flattened again
def bricks_hidden(x, h1, W2, dz2):
    fila = dz2.reshape(1, -1) @ W2.T
    s = (h1 - h1 * h1).reshape(1, -1)
    dz = fila * s
    return {"dh1": fila.ravel(), "s1": s.ravel(), "dz1": dz.ravel(), "dW1": x.reshape(-1, 1) @ dz}

#: forward: a cache with more in it than asked for
def forward(params, X):
    c = {"X": X, "params": {k: v.copy() for k, v in params.items()}}
    c["Z1"] = X @ params["W1"] + params["b1"]
    c["H1"] = sigmoid(c["Z1"])
    c["Z2"] = c["H1"] @ params["W2"] + params["b2"]
    c["H2"] = sigmoid(c["Z2"])
    c["slopes"] = [c["H1"] * (1 - c["H1"]), c["H2"] * (1 - c["H2"])]
    return c

#: backward: all by the earlier bricks, the price at the end
def backward(params, cache, Y, lam):
    N = Y.shape[0]
    dZ2 = act_backward((cache["H2"] - Y) / N, cache["Z2"], "sigmoid")
    dH1, dW2, db2 = affine_backward(dZ2, cache["H1"], params["W2"])
    dZ1 = act_backward(dH1, cache["Z1"], "sigmoid")
    _, dW1, db1 = affine_backward(dZ1, cache["X"], params["W1"])
    grads = dict(W1=dW1, b1=db1, W2=dW2, b2=db2)
    return {k: g + (lam / N * params[k] if k.startswith("W") else 0.0) for k, g in grads.items()}

#: mlp_forward: by recursion
def mlp_forward(params, X):
    if not params:
        return X, []
    (W, b, kind), *resto = params
    Z = X @ W + b
    salida, caches = mlp_forward(resto, act_forward(Z, kind))
    return salida, [(X, Z)] + caches

#: mlp_backward: by recursion from the first layer
def mlp_backward(params, caches, dZ):
    def baja(i):
        """dL/d(output of layer i - 1) and the gradients from layer i on."""
        W = params[i][0]
        H, Z = caches[i]
        if i == len(params) - 1:
            arriba, resto = dZ, []
        else:
            dH, resto = baja(i + 1)
            arriba = act_backward(dH, Z, params[i][2])
        return arriba @ W.T, [(H.T @ arriba, arriba.sum(axis=0))] + resto
    return baja(0)

#: fixed_gradients: sample by sample, divided at the end
def fixed_gradients(X, Y, W1, W2, reg):
    g1, g2 = reg * W1, reg * W2
    for x, y in zip(X, Y):
        h1, h2 = published_forward(x, W1, W2)
        d2 = (h2 - y) * h2 * (1 - h2)
        g1 = g1 + np.outer(x, W2 @ d2 * h1 * (1 - h1))
        g2 = g2 + np.outer(h1, d2)
    return g1 / len(X), g2 / len(X)
'''

A5 = r'''
#: init: a table of scales and zip
def init(widths, scheme, rng):
    tabla = dict(zeros=lambda d, m: 0.0, small=lambda d, m: 1e-2, xavier=lambda d, m: (0.5 * (d + m)) ** -0.5, he=lambda d, m: (d / 2) ** -0.5)
    params = {}
    for capa, (d, m) in enumerate(zip(widths, widths[1:]), start=1):
        params["W%d" % capa] = np.multiply(tabla[scheme](d, m), rng.normal(size=(d, m)))
        params["b%d" % capa] = np.zeros((m,))
    return params

#: sgd_step: deep copies, then in place
def sgd_step(params, grads, lr):
    from copy import deepcopy
    nuevo = deepcopy(params)
    for k in nuevo:
        nuevo[k] -= lr * grads[k]
    return nuevo

#: momentum_step: two comprehensions
def momentum_step(params, grads, velocity, lr, beta=0.9):
    v = {k: grads[k] + beta * velocity[k] for k in grads}
    return {k: w - lr * v[k] for k, w in params.items()}, v

#: adam_step: a helper for one array
def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state["t"] + 1
    def one(w, g, m, v):
        m = m + (1 - beta1) * (g - m)
        v = v + (1 - beta2) * (g * g - v)
        return w - lr * (m / (1 - beta1**t)) / (eps + np.sqrt(v / (1 - beta2**t))), m, v
    todo = {k: one(params[k], grads[k], state["m"][k], state["v"][k]) for k in params}
    w, m, v = ({k: r[i] for k, r in todo.items()} for i in range(3))
    return w, {"t": t, "m": m, "v": v}

#: minibatches: while something is left
def minibatches(N, batch, rng):
    resto, partes = rng.permutation(N), []
    while resto.size:
        partes.append(resto[:batch])
        resto = resto[batch:]
    return partes

#: train: a closure for each optimizer
def train(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    memoria = {"v": zeros_like(params), "a": {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}}
    def paso(p, g):
        if optimizer == "momentum":
            p, memoria["v"] = momentum_step(p, g, memoria["v"], lr)
            return p
        if optimizer == "adam":
            p, memoria["a"] = adam_step(p, g, memoria["a"], lr)
            return p
        return sgd_step(p, g, lr)
    def perdida(p):
        return loss_and_gradients(p, X, y, kind)[0]
    p = {k: np.array(v) for k, v in params.items()}
    historia = [perdida(p)]
    for _ in range(epochs):
        for filas in minibatches(len(y), batch, rng):
            p = paso(p, loss_and_gradients(p, X[filas], y[filas], kind)[1])
        historia.append(perdida(p))
    return p, np.array(historia)

#: clip_by_norm: hypot over everything
def clip_by_norm(grads, limit):
    norma = 0.0
    for g in grads.values():
        for t in np.ravel(g):
            norma = np.hypot(norma, t)
    k = 1.0 if norma <= limit else limit / norma
    return {nombre: k * g for nombre, g in grads.items()}

#: lr_schedule: a loop that halves
def lr_schedule(kind, lr, step, span):
    if kind == "halving":
        while step >= span:
            lr, step = lr / 2, step - span
        return lr
    if kind == "inverse":
        return lr * span / (span + step)
    return lr * np.cos(np.pi / 2 * min(step / span, 1.0)) ** 2 if step < span else 0.0

#: l1_l2: zeros first, then the weights are filled in
def l1_l2(params, l1, l2):
    g = zeros_like(params)
    coste = 0.0
    for k in filter(lambda s: s[0] == "W", params):
        w = params[k]
        coste = coste + np.sum(l1 * abs(w) + l2 * w * w / 2)
        g[k] += l2 * w + l1 * ((w > 0) * 1.0 - (w < 0))
    return coste, g

#: symmetry_experiment: groups of units that are all close to each other's first
def symmetry_experiment(params, X, y, steps, lr, kind="tanh"):
    def cuenta(p):
        jefes = []
        for u in np.vstack([p["W1"], p["b1"]]).T:
            if not any(np.max(np.abs(u - j)) <= 1e-6 for j in jefes):
                jefes.append(u)
        return len(jefes)
    serie = [cuenta(params)]
    for _ in range(steps):
        params = sgd_step(params, loss_and_gradients(params, X, y, kind)[1], lr)
        serie.append(cuenta(params))
    return np.array(serie)

#: explosion_report: a generator of losses
def explosion_report(reg, lr, fixed, steps=20000, hidden=50):
    X, Y, W1, W2 = published_setup(hidden)
    def perdidas(W1, W2):
        for _ in range(steps):
            g1, g2 = (fixed_gradients if fixed else published_gradients)(X, Y, W1, W2, reg)
            W1, W2 = W1 - lr * g1, W2 - lr * g2
            yield published_loss(X, Y, W1, W2, reg)
    with np.errstate(all="ignore"):
        return next((t for t, L in enumerate(perdidas(W1, W2), 1) if not (np.isfinite(L) and L <= 1000)), -1)

#: bias_ceiling: column by column
def bias_ceiling(W1, w2):
    K = sum(w2)
    R = sum(abs(peso) for columna, peso in zip(W1.T, w2) if columna.any())
    if K == 0 or abs(K) >= R:
        return 0.5
    return 0.75

#: relu_xor: scaled, in another order
def relu_xor():
    u, v = np.array([1.0, 1.0]), np.array([1.0, -1.0])
    return np.array([-v, 2 * u, v, -2 * u]).T, np.array([-4.0, 2.0, -4.0, 2.0])
'''

A6 = r'''
#: bump: the two neurons as an array of their own
def bump(x, left, right, h, w):
    x = np.asarray(x, dtype=float)
    dos = sigmoid(w * (x[..., None] - np.array([left, right])))
    return dos @ np.array([h, -h])

#: tower: bumps in a loop over the inputs
def tower(X, low, high, h, w):
    suma = -1.5 * h * np.ones(len(X))
    for eje in (0, 1):
        suma += bump(X[:, eje], low[eje], high[eje], h, w)
    return sigmoid(suma)

#: polygon_tower: complex roots of one
def polygon_tower(n):
    u = np.exp(2j * np.pi * np.arange(n) / n)
    return dict(W1=-3 * np.array([u.real, u.imag]), b1=3 * np.ones(n), w2=2 * np.ones(n), b2=1.0 - 2 * n, act="step")

#: area_mc: one point at a time
def area_mc(net, half, samples, rng):
    dentro = sum(bool(evaluate(net, rng.uniform(-half, half, (1, 2)))[0] > 0) for _ in range(samples))
    p, A = dentro / samples, (half + half) ** 2
    return A * p, A * (p * (1 - p) / samples) ** 0.5

#: one_layer_tower: steps of the other side, with an outer bias
def one_layer_tower(n):
    a = np.pi * np.arange(n) / n
    U = np.array([np.cos(a), np.sin(a)])
    return {"W1": np.hstack([U, -U]), "b1": np.ones(2 * n), "w2": np.full(2 * n, 1 / n), "b2": -1.0, "act": "step"}

#: approx_by_bumps: the nearest middle
def approx_by_bumps(f, M):
    medios = (2 * np.arange(M) + 1) / M - 1
    alturas = f(np.stack(np.meshgrid(medios, medios, indexing="ij"), axis=-1).reshape(-1, 2)).reshape(M, M)
    def f_hat(X):
        i, j = (np.abs(X[:, k, None] - medios).argmin(axis=1) for k in (0, 1))
        return np.where(np.abs(X).max(axis=1) <= 1, alturas[i, j], 0.0)
    return f_hat

#: surface_grid: row by row
def surface_grid(net, lo, hi, G):
    t = lo + (hi - lo) * np.arange(G) / (G - 1)
    return np.vstack([evaluate(net, np.column_stack([np.full(G, a), t])) for a in t])

#: error_curve: the slope by the covariance
def error_curve(fit, widths, seeds):
    E = {k: sorted(fit(k, s) for s in seeds) for k in widths}
    med = np.array([np.median(E[k]) for k in widths])
    a, b = np.log(np.array(widths, dtype=float)), np.log(med)
    m = np.sum((a - a.mean()) * (b - b.mean())) / np.sum((a - a.mean()) ** 2)
    return dict(widths=np.array(widths), best=np.array([E[k][0] for k in widths]), worst=np.array([E[k][-1] for k in widths]), median=med, slope=m)
'''

A7 = r'''
#: activation_pattern: sample by sample, neuron by neuron
def activation_pattern(net, X):
    patrones = []
    for x in X:
        h, fila = x, []
        for W, b in net[:-1]:
            z = [sum(h[i] * W[i, j] for i in range(len(h))) + b[j] for j in range(len(b))]
            fila += [t > 0 for t in z]
            h = [t if t > 0 else 0.0 for t in z]
        patrones.append(fila)
    return np.array(patrones, dtype=bool)

#: local_affine: homogeneous coordinates
def local_affine(net, x):
    D = len(x)
    T = np.eye(D + 1)
    for k, (W, b) in enumerate(net):
        paso = np.block([[W, np.zeros((len(W), 1))], [b[None], np.ones((1, 1))]])
        T = T @ paso
        if k < len(net) - 1:
            z = np.append(x, 1.0) @ T
            vivo = z > 0
            vivo[-1] = True
            T = T * vivo
    return T[:D, :-1], T[D, :-1]

#: max_regions: the recurrence of the cuts
def max_regions(n0, n1):
    r = [1] * (n0 + 1)
    for _ in range(n1):
        r = [1] + [r[d] + r[d - 1] for d in range(1, n0 + 1)]
    return r[n0]

#: montufar_bound: math.prod
def montufar_bound(n0, widths):
    *abajo, ultima = widths
    return math.prod((n // n0) ** n0 for n in abajo) * max_regions(n0, ultima)

#: maxout: the running largest
def maxout(X, W, b):
    H = X @ W[0] + b[0]
    for Wr, br in zip(W[1:], b[1:]):
        np.maximum(H, X @ Wr + br, out=H)
    return H

#: maxout_backward: every switch by comparison with the largest
def maxout_backward(dH, X, W, b):
    Z = np.stack([X @ Wr + br for Wr, br in zip(W, b)])
    gana = Z == Z.max(axis=0)
    partes = [np.where(g, dH, 0.0) for g in gana]
    return sum(p @ Wr.T for p, Wr in zip(partes, W)), np.array([X.T @ p for p in partes]), np.array([p.sum(axis=0) for p in partes])

#: maxout_bound: one exponent
def maxout_bound(L, n0, k):
    return k ** (L - 1 + n0)

#: fold_net: the tent as the difference of a rise and two falls
def fold_net(L):
    entra = np.array([[2.0, 4.0]])
    sale, sesgo = np.array([[1.0], [-1.0]]), np.array([0.0, -2.0])
    capas = [(entra, sesgo)]
    for _ in range(L - 1):
        capas.append((sale @ entra, sesgo.copy()))
    return capas + [(sale, np.zeros(1))]

#: count_regions_2d: every pair of lines, exact places in sets by comparison
def count_regions_2d(W, b):
    rectas = []
    for w1, w2, c in zip(W[0], W[1], b):
        n = np.hypot(w1, w2)
        if n == 0:
            continue
        r = np.array([w1, w2, c]) / n
        if not any(abs(r[0] * q[1] - r[1] * q[0]) < 1e-9 and abs(r[2] * np.sign(r[:2] @ q[:2]) - q[2]) < 1e-9 for q in rectas):
            rectas.append(r)
    total = 1
    for k, r in enumerate(rectas):
        puntos = []
        for q in rectas[:k]:
            det = r[0] * q[1] - r[1] * q[0]
            if abs(det) >= 1e-9:
                p = np.array([(r[1] * q[2] - r[2] * q[1]) / det, (r[2] * q[0] - r[0] * q[2]) / det])
                if all(np.linalg.norm(p - o) >= 1e-6 for o in puntos):
                    puntos.append(p)
        total += 1 + len(puntos)
    return total

#: count_regions_deep_2d: the length of the list
def count_regions_deep_2d(net, low, high):
    n = 0
    for _ in regions_deep_2d(net, low, high):
        n += 1
    return n
'''

A8 = r'''
#: conv2d: shifted copies of the image are weighted and added
def conv2d(x, k, pad=0):
    grande = np.zeros((x.shape[0] + 2 * pad, x.shape[1] + 2 * pad))
    grande[pad : pad + x.shape[0], pad : pad + x.shape[1]] = x
    alto, ancho = grande.shape[0] - k.shape[0] + 1, grande.shape[1] - k.shape[1] + 1
    if min(alto, ancho) <= 0:
        raise ValueError("el filtro no cabe")
    suma = np.zeros((alto, ancho))
    for (a, b), peso in np.ndenumerate(k):
        suma += peso * grande[a : a + alto, b : b + ancho]
    return suma

#: filter_grid: padded tiles, stacked and cut
def filter_grid(filters, columns):
    K, h, w = filters.shape
    filas = (K + columns - 1) // columns
    losas = np.zeros((filas * columns, h + 1, w + 1))
    for n, f in enumerate(filters):
        tope = max(f.max(), -f.min())
        losas[n, :h, :w] = f / (tope if tope > 0 else 1.0)
    return losas.reshape(filas, columns, h + 1, w + 1).swapaxes(1, 2).reshape(filas * (h + 1), -1)[:-1, :-1]

#: saliency: sample by sample, through masks
def saliency(params, X, c):
    return np.array([mlp_backward(params, mlp_forward(params, x[None])[1], np.eye(params[-1][0].shape[1])[[c]])[0][0] for x in X])

#: project: row by row
def project(X, norm, limit):
    if norm not in ("ball", "box"):
        raise ValueError(f"norm {norm}")
    salida = np.array(X, dtype=float)
    for fila in salida:
        if norm == "ball":
            largo = np.sqrt(fila @ fila)
            if largo > limit:
                fila *= limit / largo
        else:
            fila[fila > limit] = limit
            fila[fila < -limit] = -limit
    return salida

#: activation_max: start by start
def activation_max(params, c, X0, norm, limit, steps, lr):
    finales, alturas = [], []
    for x in X0:
        x = project(x[None], norm, limit)
        serie = [mlp_forward(params, x)[0][0, c]]
        for _ in range(steps):
            x = project(x + lr * saliency(params, x, c), norm, limit)
            serie.append(mlp_forward(params, x)[0][0, c])
        finales.append(x[0])
        alturas.append(serie)
    return np.array(finales), np.array(alturas).T

#: distinct_modes: sorted pairs
def distinct_modes(ends, values, tol):
    modos, cuentas = [], []
    for valor, fin in sorted(zip(values.tolist(), ends.tolist()), reverse=True):
        lejos = [sum((a - b) ** 2 for a, b in zip(fin, m)) ** 0.5 for m in modos]
        if not lejos or min(lejos) > tol:
            modos.append(fin)
            cuentas.append(1)
        else:
            cuentas[lejos.index(min(lejos))] += 1
    return np.array(modos), np.array(cuentas)

#: typicality: two standard normal draws of their own size
def typicality(d, samples, rng):
    puntos = rng.standard_normal(size=(d, samples))
    radio2 = (puntos**2).sum(axis=0)
    return float(np.sqrt(np.median(radio2))) if samples % 2 else float(np.median(np.sqrt(radio2))), float((radio2 < d / 4).mean())

#: occlusion: all places in one batch
def occlusion(params, X, c, size, fill):
    S = int(round(X.shape[1] ** 0.5))
    n = S - size + 1
    lote = np.tile(X.reshape(len(X), 1, S, S), (1, n * n, 1, 1))
    for p in range(n * n):
        i, j = divmod(p, n)
        lote[:, p, i : i + size, j : j + size] = fill
    z = mlp_forward(params, lote.reshape(-1, S * S))[0][:, c].reshape(len(X), n, n)
    return mlp_forward(params, X)[0][:, c][:, None, None] - z

#: permutation_importance: rng.permuted
def permutation_importance(params, X, y, repeats, rng):
    acierto = lambda A: np.equal(mlp_forward(params, A)[0].argmax(-1), y).sum() / len(y)
    base = acierto(X)
    caidas = np.zeros(X.shape[1])
    for _ in range(repeats):
        for j in range(X.shape[1]):
            copia = X.copy()
            copia[:, j] = rng.permuted(X[:, j])
            caidas[j] += base - acierto(copia)
    return caidas / repeats

#: linear_probe: ridge as least squares with more rows
def linear_probe(H, y, H_test, y_test, lam):
    A = np.column_stack([H, np.ones(len(H))])
    C = int(np.max(y)) + 1
    Y = (np.asarray(y)[:, None] == np.arange(C)) * 1.0
    m = A.shape[1]
    V = np.linalg.lstsq(np.vstack([A, np.sqrt(lam) * np.eye(m)]), np.vstack([Y, np.zeros((m, C))]), rcond=None)[0]
    return V, float(np.mean((np.column_stack([H_test, np.ones(len(H_test))]) @ V).argmax(1) == y_test))

#: separability_curve: up_to for every layer
def separability_curve(params, X, y, X_test, y_test, lam):
    curva = [linear_probe(X, y, X_test, y_test, lam)[1]]
    for l in range(1, len(params) + 1):
        curva.append(linear_probe(mlp_forward(params[:l], X)[0], y, mlp_forward(params[:l], X_test)[0], y_test, lam)[1])
    return np.array(curva)
'''

BONUS = r'''
#: verdict_table: with a helper that swallows errors
def verdict_table(tests, candidates):
    def acepta(test, candidato):
        try:
            test(candidato)
        except Exception:
            return False
        else:
            return True
    return np.array([[acepta(t, c) for c in candidates] for t in tests], dtype=bool).reshape(len(tests), len(candidates))

#: mutants: by splitting and joining
def mutants(source, swaps):
    salida = []
    for viejo, nuevo in swaps:
        trozos = source.split(viejo)
        for k in range(1, len(trozos)):
            texto = viejo.join(trozos[:k]) + nuevo + viejo.join(trozos[k:])
            try:
                compile(texto, "mutante", "exec")
            except SyntaxError:
                continue
            if texto != source and texto not in salida:
                salida.append(texto)
    return salida

#: test_affine_backward: loops against loops, several sizes
def test_affine_backward(candidate):
    r = np.random.default_rng(11)
    for N, D, M in ((1, 1, 1), (1, 4, 3), (7, 1, 2), (6, 5, 1), (4, 4, 4), (3, 5, 2), (9, 2, 6)):
        dZ, X, W = r.normal(size=(N, M)), r.normal(size=(N, D)), r.normal(size=(D, M))
        dX, dW, db = candidate(dZ, X, W)
        eX, eW, eb = np.zeros((N, D)), np.zeros((D, M)), np.zeros(M)
        for n in range(N):
            eX[n] = W @ dZ[n]
            eW += np.outer(X[n], dZ[n])
            eb += dZ[n]
        for got, want in ((dX, eX), (dW, eW), (db, eb)):
            assert np.shape(got) == want.shape
            assert np.max(np.abs(got - want)) <= 1e-8 * (1 + np.max(np.abs(want)))
'''

CASES = {"a1": A1, "a2": A2, "a3": A3, "a4": A4, "a5": A5, "a6": A6, "a7": A7, "a8": A8, "bonus": BONUS}
