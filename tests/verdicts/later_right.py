"""More right implementations: other idioms, read-only and oddly ordered results, special functions, caution and haste."""

A1 = r'''
#: affine_forward: a Fortran-ordered result
def affine_forward(X, W, b):
    return np.asfortranarray(X @ W + b)

#: affine_forward: a read-only result
def affine_forward(X, W, b):
    Z = X @ W + b
    Z.flags.writeable = False
    return Z

#: affine_forward: a non-contiguous view of a larger array
def affine_forward(X, W, b):
    big = np.zeros((2 * X.shape[0], 2 * W.shape[1]))
    big[::2, ::2] = np.matmul(X, W) + b
    return big[::2, ::2]

#: affine_forward: the homogeneous form, W and b stacked
def affine_forward(X, W, b):
    X1 = np.hstack([X, np.ones((X.shape[0], 1))])
    return X1 @ np.vstack([W, b])

#: affine_forward: sum of a broadcast product with keepdims
def affine_forward(X, W, b):
    return np.sum(X[:, :, None] * W[None], axis=1) + np.broadcast_to(b, (len(X), len(b)))

#: affine_forward: inputs in reverse order, another order of summation
def affine_forward(X, W, b):
    return b + X[:, ::-1] @ W[::-1]

#: affine_forward: extended precision inside
def affine_forward(X, W, b):
    return (X.astype(np.longdouble) @ W.astype(np.longdouble) + b).astype(np.float64)

#: from_columns: copies made with np.array and .T
def from_columns(W_seed, b):
    return np.array(W_seed).T.copy(), np.array(b)

#: from_columns: swapaxes, result as a list
def from_columns(W_seed, b):
    return [np.swapaxes(W_seed, 0, 1), b]

#: rotation: Euler's formula
def rotation(degrees):
    z = np.exp(1j * np.pi * degrees / 180)
    return np.array([[z.real, -z.imag], [z.imag, z.real]])

#: rotation: identity times cosine plus quarter turn times sine
def rotation(degrees):
    t = degrees / 180.0 * np.pi
    return np.eye(2) * np.cos(t) + np.array([[0, -1], [1, 0]]) * np.sin(t)

#: rotation: the angle is brought to one turn first
def rotation(degrees):
    t = np.radians(degrees % 360)
    return np.array([np.cos(t), -np.sin(t), np.sin(t), np.cos(t)]).reshape(2, 2)

#: make_layer: column by column through the images of the unit vectors
def make_layer(deg1, scales, deg2, shift):
    images = [rotation(deg2) @ (scales * (rotation(deg1) @ e)) for e in np.eye(2)]
    return np.array(images), shift

#: decompose_affine: eigenvectors of W W^T, with care for flat layers
def decompose_affine(W):
    M = np.asarray(W, dtype=float).T
    U, s, Vt = np.linalg.svd(M)
    a, b = np.sign(np.linalg.det(U)), np.sign(np.linalg.det(Vt))
    U, Vt = U * np.array([1.0, a]), Vt * np.array([[1.0], [b]])
    return U, np.diag([s[0], s[1] * a * b]), Vt

#: relu: A times its own truth
def relu(A):
    return A * (A > 0)

#: relu: np.clip with an open end
def relu(A):
    return np.clip(A, 0, None)

#: relu: a copy changed in place
def relu(A):
    out = A.copy()
    out[out < 0] = 0
    return out

#: quadrant_kind: np.select
def quadrant_kind(A):
    a, b = A[:, 0] > 0, A[:, 1] > 0
    return np.select([a & b, a & ~b, ~a & b], [0, 1, 2], default=3)

#: quadrant_kind: the pair taken apart in reverse order, weights to match
def quadrant_kind(A):
    return np.array([int(not a > 0) + 2 * int(not b > 0) for b, a in A])

#: quadrant_kind: int32
def quadrant_kind(A):
    return (2 * (A[:, 0] <= 0) + (A[:, 1] <= 0)).astype(np.int32)

#: orthant_fraction: np.count_nonzero over chunks
def orthant_fraction(n, samples, rng):
    hits, left = 0, samples
    while left:
        k = min(left, 512)
        hits += int(np.count_nonzero(np.all(rng.standard_normal((k, n)) > 0, axis=1)))
        left -= k
    return hits / samples

#: layer_frames: np.empty filled frame by frame, own ReLU
def layer_frames(H, W, b):
    R2, S, R1 = decompose_affine(W)
    F = np.empty((5,) + H.shape)
    F[0] = (R1 @ H.T).T
    F[1] = (S @ F[0].T).T
    F[2] = (R2 @ F[1].T).T
    F[3] = F[2] + b
    F[4] = F[3] * (F[3] > 0)
    return F

#: standardize: math.sqrt of np.var, unique values say what is constant
def standardize(X):
    X = np.asarray(X, dtype=float)
    mean = X.mean(axis=0)
    std = np.array([0.0 if len(np.unique(col)) == 1 else np.sqrt(np.var(col)) for col in X.T])
    Z = np.zeros_like(X)
    for d in range(X.shape[1]):
        if std[d] > 0:
            Z[:, d] = (X[:, d] - mean[d]) / std[d]
    return Z, mean, std

#: standardize: np.divide with where=
def standardize(X):
    mean = np.mean(X, axis=0)
    same = np.all(X == X[0], axis=0)
    std = np.where(same, 0.0, np.std(X, axis=0))
    Z = np.divide(X - mean, std, out=np.zeros(X.shape), where=std != 0)
    return Z, mean, std
'''

A3 = r'''
#: one_hot: np.put_along_axis, ValueError of its own class
class BadLabel(ValueError):
    pass

def one_hot(y, C):
    if len(y) and (np.amin(y) < 0 or np.amax(y) > C - 1):
        raise BadLabel("labels must be 0..C-1")
    Y = np.zeros((len(y), C))
    np.put_along_axis(Y, y[:, None], 1.0, axis=1)
    return Y

#: one_hot: np.isin against the allowed labels
def one_hot(y, C):
    if not np.isin(y, range(C)).all():
        raise ValueError(f"bad labels: {y[~np.isin(y, range(C))]}")
    out = np.zeros((y.shape[0], C), dtype=np.float64)
    out.flat[np.arange(len(y)) * C + y] = 1
    return out

#: softmax: logaddexp.reduce
def softmax(Z):
    return np.exp(Z - np.logaddexp.reduce(Z, axis=1, keepdims=True))

#: softmax: one over the sum of exponentials of differences
def softmax(Z):
    with np.errstate(over="ignore"):
        D = Z[:, None, :].astype(float) - Z[:, :, None]
        return 1.0 / np.exp(D).sum(axis=2)

#: softmax: the maximum plus a constant is subtracted
def softmax(Z):
    E = np.exp(Z - (Z.max(1, keepdims=True) + 3.0))
    return (E.T / E.sum(1)).T

#: softmax: sorted from the smallest for the sum
def softmax(Z):
    E = np.exp(Z - Z.max(axis=-1)[:, np.newaxis])
    return E / np.sort(E, axis=1).sum(axis=1).reshape(-1, 1)

#: cross_entropy: logaddexp.reduce
def cross_entropy(Z, y):
    N, C = Z.shape
    lse = np.logaddexp.reduce(Z, axis=1)
    rows = np.arange(N)
    dZ = np.exp(Z - lse[:, None])
    dZ[rows, y] -= 1
    return np.mean(lse - Z[rows, y]), dZ / N

#: cross_entropy: sample by sample with math
def cross_entropy(Z, y):
    import math
    N, C = Z.shape
    total, dZ = 0.0, np.zeros((N, C))
    for i in range(N):
        m = max(Z[i])
        s = sum(math.exp(v - m) for v in Z[i])
        total += m + math.log(s) - Z[i, y[i]]
        for c in range(C):
            dZ[i, c] = (math.exp(Z[i, c] - m) / s - (c == y[i])) / N
    return total / N, dZ

#: bce_with_logits: np.logaddexp twice
def bce_with_logits(z, y):
    if np.shape(z) != np.shape(y):
        raise ValueError("z and y differ in shape")
    loss = y * np.logaddexp(0, -z) + (1 - y) * np.logaddexp(0, z)
    return loss.mean(), (np.exp(-np.logaddexp(0, -z)) - y) / z.size

#: bce_with_logits: the sigmoid as half of one plus tanh
def bce_with_logits(z, y):
    if z.shape != y.shape:
        raise ValueError("shapes")
    p = np.where(z < 0, np.exp(np.minimum(z, 0)) / (1 + np.exp(np.minimum(z, 0))), 1 / (1 + np.exp(-np.maximum(z, 0))))
    signed = np.where(y == 1, z, -z)
    loss = np.log1p(np.exp(-np.abs(signed))) + np.maximum(-signed, 0)
    return float(np.average(loss)), np.divide(p - y, len(z))

#: mse_ridge: np.einsum and a loop for the price
def mse_ridge(Y, H, Ws, lam):
    if Y.shape != H.shape:
        raise ValueError("Y and H must have the same shape")
    D = (H - Y).ravel()
    price = 0
    for W in Ws:
        price = price + np.einsum("i,i->", np.ravel(W), np.ravel(W))
    return 0.5 / Y.shape[0] * (np.einsum("i,i->", D, D) + lam * price)

#: mse_ridge: the square of np.linalg.norm
def mse_ridge(Y, H, Ws, lam):
    if Y.shape != H.shape:
        raise ValueError("shapes")
    return (np.linalg.norm(Y - H) ** 2 + lam * sum(np.linalg.norm(W.ravel()) ** 2 for W in Ws)) / 2 / len(H)

#: mse_grad: minus the residual, a Fortran-ordered result
def mse_grad(Y, H):
    if Y.shape != H.shape:
        raise ValueError("shapes")
    return np.asfortranarray(-(Y - H) * (1.0 / Y.shape[0]))

#: numerical_gradient: the identity gives all steps
def numerical_gradient(f, x, eps):
    x = np.asarray(x, dtype=np.float64)
    steps = np.eye(x.size).reshape((x.size,) + x.shape) * eps
    return np.array([(f(x + s) - f(x - s)) / (2 * eps) for s in steps]).reshape(x.shape)

#: numerical_gradient: np.unravel_index over the size
def numerical_gradient(f, x, eps):
    x = np.array(x, dtype=float)
    out = np.empty(x.shape)
    for k in range(x.size):
        i = np.unravel_index(k, x.shape)
        plus, minus = np.copy(x), np.copy(x)
        plus[i] = plus[i] + eps
        minus[i] = minus[i] - eps
        out[i] = 0.5 * (f(plus) - f(minus)) / eps
    return out

#: fit_logistic: bias as a weight of a column of ones, which is not charged
def fit_logistic(X, y, lam, steps, lr):
    N, D = X.shape
    A = np.column_stack([X, np.ones(N)])
    mask = np.append(np.ones(D), 0.0)
    theta = np.zeros(D + 1)
    for _ in range(steps):
        _, dz = bce_with_logits(A @ theta, y)
        theta = theta - lr * (A.T @ dz + lam / N * mask * theta)
    return theta[:-1], float(theta[-1])

#: fit_logistic: own sigmoid, weight decay factored out
def fit_logistic(X, y, lam, steps, lr):
    N = len(y)
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(int(steps)):
        p = np.exp(-np.logaddexp(0, -(X.dot(w) + b)))
        g = X.T.dot(p - y) / N
        b = b - lr * np.mean(p - y)
        w = (1 - lr * lam / N) * w - lr * g
    return w, b
'''

A4 = r'''
#: affine_backward: einsum three times
def affine_backward(dZ, X, W):
    return np.einsum("nm,dm->nd", dZ, W), np.einsum("nd,nm->dm", X, dZ), np.einsum("nm->m", dZ)

#: affine_backward: a sum of outer products, ones times dZ
def affine_backward(dZ, X, W):
    dW = sum(np.outer(x, d) for x, d in zip(X, dZ))
    return (W @ dZ.T).T, dW, np.ones(len(dZ)) @ dZ

#: act_backward: the derivative of tanh from exponentials that cannot overflow
def act_backward(dH, Z, kind):
    if kind == "relu":
        return np.where(Z > 0, dH, 0.0)
    if kind == "sigmoid":
        return dH * sigmoid(Z) * sigmoid(-Z)
    if kind == "tanh":
        return dH * 4 * sigmoid(2 * Z) * sigmoid(-2 * Z)
    return np.where(Z > 0, dH, dH * np.exp(-np.abs(Z)))

#: bricks_forward: named steps and tolist back and forth
def bricks_forward(x, W1, W2):
    z1 = np.array([sum(x[i] * W1[i, j] for i in range(len(x))) for j in range(W1.shape[1])])
    h1 = sigmoid(z1)
    z2 = W2.T @ h1
    return dict(h2=sigmoid(z2), z2=z2, h1=h1, z1=z1)

#: bricks_output: multiplied out
def bricks_output(y, h1, h2):
    dz2 = -(y - h2) * h2 * (1 - h2)
    return {"dh2": -(y - h2), "s2": h2 - h2 * h2, "dz2": dz2, "dW2": h1.reshape(-1, 1) @ dz2.reshape(1, -1)}

#: backward: slopes from Z, penalty as weight decay over N, sums by ones
def backward(params, cache, Y, lam):
    N = Y.shape[0]
    s1, s2 = sigmoid(cache["Z1"]), sigmoid(cache["Z2"])
    d2 = -(Y - s2) * s2 * sigmoid(-cache["Z2"]) / N
    d1 = (d2 @ params["W2"].T) * s1 * sigmoid(-cache["Z1"])
    one = np.ones(N)
    return {"b2": one @ d2, "W2": s1.T @ d2 + params["W2"] * lam / N, "b1": one @ d1, "W1": cache["X"].T @ d1 + params["W1"] * lam / N}

#: mlp_forward: caches as dicts with more in them
def mlp_forward(params, X):
    caches, A = [], np.array(X)
    for number, (W, b, kind) in enumerate(params):
        Z = np.dot(A, W) + b
        out = act_forward(Z, kind)
        caches.append({"in": A, "Z": Z, "kind": kind, "number": number})
        A = out
    return A, [(c["in"], c["Z"]) for c in caches]

#: mlp_backward: recursion from the top
def mlp_backward(params, caches, dZ):
    W, b, kind = params[-1]
    H, _ = caches[-1]
    dH, dW, db = affine_backward(dZ, H, W)
    if len(params) == 1:
        return dH, [(dW, db)]
    below = act_backward(dH, caches[-2][1], params[-2][2])
    dX, grads = mlp_backward(params[:-1], caches[:-1], below)
    return dX, grads + [(dW, db)]

#: fixed_gradients: sigmoid slopes through a helper, dW from einsum
def fixed_gradients(X, Y, W1, W2, reg):
    h1, h2 = published_forward(X, W1, W2)
    d2 = (h2 - Y) * published_sigmoid(h2, slope=True) / X.shape[0]
    d1 = np.einsum("nc,hc->nh", d2, W2) * published_sigmoid(h1, slope=True)
    return np.einsum("nd,nh->dh", X, d1) + reg * W1 / len(X), np.einsum("nh,nc->hc", h1, d2) + reg * W2 / len(X)
'''

CASES = {"a1": A1, "a3": A3, "a4": A4}
