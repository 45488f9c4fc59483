"""Right implementations of a3 as learners and public courses write them; the format is explained in case.py."""

CASES = r'''
#: one_hot: deeplearning.ai: rows of an identity, labels flattened
def one_hot(y, C):
    if (y < 0).any() or (y > C - 1).any():
        raise ValueError("label out of range")
    return np.eye(C)[y.reshape(-1)]

#: one_hot: np.add.at on zeros
def one_hot(y, C):
    bad = [label for label in y if label < 0 or label >= C]
    if bad:
        raise ValueError(f"bad labels: {bad}")
    Y = np.zeros((len(y), C))
    np.add.at(Y, (np.arange(len(y)), y), 1)
    return Y

#: one_hot: a nested list comprehension
def one_hot(y, C):
    for label in y:
        if label not in range(C):
            raise ValueError("unknown class")
    return np.array([[float(label == c) for c in range(C)] for label in y])

#: one_hot: flat positions, an IndexError turned into the error that is asked for
def one_hot(y, C):
    Y = np.zeros(y.size * C)
    try:
        for i, label in enumerate(y.tolist()):
            if label < 0:
                raise IndexError(label)
            row = list(range(C))
            Y[i * C + row[label]] = 1.0
    except IndexError as error:
        raise ValueError("label out of range") from error
    return Y.reshape(y.size, C)

#: one_hot: a scatter by ranges, checked with min and max
def one_hot(y, C):
    lowest, highest = int(np.min(y)), int(np.max(y))
    if lowest < 0 or highest >= C:
        raise ValueError(f"labels from {lowest} to {highest} do not fit {C} classes")
    Y = np.zeros(shape=(y.shape[0], C), dtype=np.float64)
    Y[range(y.shape[0]), y] = 1
    return Y

#: softmax: np.apply_along_axis
def softmax(Z):
    def of_row(z):
        e = np.exp(z - z.max())
        return e / e.sum()

    return np.apply_along_axis(of_row, 1, Z)

#: softmax: math.exp and math.fsum, row by row
import math

def softmax(Z):
    P = []
    for z in Z.tolist():
        m = max(z)
        e = [math.exp(v - m) for v in z]
        P.append([v / math.fsum(e) for v in e])
    return np.array(P)

#: softmax: one pass over the classes with a running maximum
def softmax(Z):
    Z = np.asarray(Z, dtype=np.float64)
    top, total = np.full(len(Z), -np.inf), np.zeros(len(Z))
    for c in range(Z.shape[1]):
        new = np.maximum(top, Z[:, c])
        total = total * np.exp(top - new) + np.exp(Z[:, c] - new)
        top = new
    return np.exp(Z - top[:, None]) / total[:, None]

#: softmax: mytorch: a class, row sums by einsum
class Softmax:
    def forward(self, Z):
        E = np.exp(Z - np.max(Z, axis=1).reshape(-1, 1))
        self.A = E / np.einsum("ij->i", E)[:, None]
        return self.A

def softmax(Z):
    return Softmax().forward(Z)

#: softmax: dlsys: the logarithm of the sum first
def softmax(Z):
    maximum = np.amax(Z, axis=-1, keepdims=True)
    lse = np.log(np.sum(np.exp(Z - maximum), axis=-1, keepdims=True)) + maximum
    return np.exp(Z - lse)

#: softmax: a copy changed in place
def softmax(Z):
    out = np.array(Z, dtype=float, copy=True)
    out -= out.max(axis=1)[:, np.newaxis]
    np.exp(out, out=out)
    out /= out.sum(axis=1)[:, np.newaxis]
    return out

#: softmax: powers of two with rescaled logits
def softmax(Z):
    shifted = (Z - Z.max(axis=1, keepdims=True)) / np.log(2)
    E = np.exp2(shifted)
    return np.divide(E, E.sum(axis=1, keepdims=True))

#: cross_entropy: CS231n softmax_loss
def cross_entropy(x, y):
    shifted_logits = x - np.max(x, axis=1, keepdims=True)
    Z = np.sum(np.exp(shifted_logits), axis=1, keepdims=True)
    log_probs = shifted_logits - np.log(Z)
    probs = np.exp(log_probs)
    N = x.shape[0]
    loss = -np.sum(log_probs[np.arange(N), y]) / N
    dx = probs.copy()
    dx[np.arange(N), y] -= 1
    dx /= N
    return loss, dx

#: cross_entropy: a list of two, the loss as an array without axes
def cross_entropy(Z, y):
    m = Z.max(axis=1)
    lse = m + np.log(np.exp(Z - m[:, None]).sum(axis=1))
    right = np.take_along_axis(Z, y[:, None], axis=1)[:, 0]
    return [np.array(np.mean(lse - right)), (softmax(Z) - one_hot(y, Z.shape[1])) / len(y)]

#: cross_entropy: np.add.at takes 1 from the right classes
def cross_entropy(Z, y):
    N = len(Z)
    dZ = softmax(Z) / N
    np.add.at(dZ, (np.arange(N), y), -1 / N)
    total = np.logaddexp.reduce(Z.astype(float), axis=1)
    return float(np.average(total - Z[range(N), y])), dZ

#: cross_entropy: classes in columns, as deeplearning.ai has them
def cross_entropy(Z, y):
    ZL = Z.T
    C, m = ZL.shape
    Y = np.zeros((C, m))
    Y[y, np.arange(m)] = 1
    shifted = ZL - np.max(ZL, axis=0)
    log_AL = shifted - np.log(np.sum(np.exp(shifted), axis=0))
    cost = -1 / m * np.sum(np.multiply(Y, log_AL))
    return np.squeeze(cost), (1 / m * (np.exp(log_AL) - Y)).T

#: cross_entropy: the trace of a product of matrices
def cross_entropy(Z, y):
    N, C = Z.shape
    Y = one_hot(y, C)
    S = Z - Z.max(axis=1, keepdims=True)
    logP = S - np.log(np.exp(S) @ np.ones((C, C)))
    return -np.trace(Y @ logP.T) / N, (np.exp(logP) - Y) / N

#: bce_with_logits: the formula of the PyTorch documentation
def bce_with_logits(z, y):
    if z.shape != y.shape:
        raise ValueError(f"Target size ({y.shape}) must be the same as input size ({z.shape})")
    max_val = np.maximum(-z, 0)
    loss = (1 - y) * z + max_val + np.log(np.exp(-max_val) + np.exp(-z - max_val))
    with np.errstate(over="ignore"):
        p = 1.0 / (1.0 + np.exp(-z))
    return loss.mean(), (p - y) / z.size

#: bce_with_logits: the plain sigmoid, whose infinity ends at 0; log instead of log1p
def bce_with_logits(z, y):
    if not np.array_equal(z.shape, y.shape):
        raise ValueError("shapes differ")
    loss = np.maximum(z, 0) - y * z + np.log(1 + np.exp(-abs(z)))
    return np.sum(loss) / len(z), (1 / (1 + np.exp(-z)) - y) / len(z)

#: bce_with_logits: both signs by masked assignment
def bce_with_logits(z, y):
    if np.shape(z) != np.shape(y):
        raise ValueError
    p, loss = np.empty(len(z)), np.empty(len(z))
    pos = z >= 0
    p[pos] = 1 / (1 + np.exp(-z[pos]))
    e = np.exp(z[~pos])
    p[~pos] = e / (1 + e)
    loss[pos] = z[pos] * (1 - y[pos]) + np.log1p(np.exp(-z[pos]))
    loss[~pos] = -z[~pos] * y[~pos] + np.log1p(np.exp(z[~pos]))
    return loss.mean(), (p - y) / len(z)

#: bce_with_logits: np.vectorize over a function of two numbers
import math

def _one(z, y):
    if y == 1:
        z = -z
    return max(z, 0.0) + math.log1p(math.exp(-abs(z)))

def bce_with_logits(z, y):
    if z.shape != y.shape:
        raise ValueError("z and y differ in shape")
    loss = np.vectorize(_one, otypes=[float])(z, y)
    p = np.exp(-np.logaddexp(0, -z.astype(float)))
    return float(loss.mean()), np.where(y == 1, p - 1, p) / len(y)

#: bce_with_logits: two log-sigmoids
def bce_with_logits(z, y):
    if z.shape != y.shape:
        raise ValueError("shape mismatch")
    z = z.astype(float)
    log_p, log_q = -np.logaddexp(0, -z), -np.logaddexp(0, z)
    loss = -np.mean(y * log_p + (1 - y) * log_q)
    return loss, (np.exp(log_p) - y) / z.shape[0]

#: mse_ridge: np.square and map
def mse_ridge(Y, H, Ws, lam):
    if np.shape(Y) != np.shape(H):
        raise ValueError("Y and H must match")
    N = Y.shape[0]
    data = np.square(Y - H).sum() / (2.0 * N)
    penalty = lam / (2.0 * N) * sum(map(np.sum, map(np.square, Ws)))
    return data + penalty

#: mse_ridge: np.vdot and functools.reduce
from functools import reduce

def mse_ridge(Y, H, Ws, lam):
    if Y.shape != H.shape:
        raise ValueError
    E = Y - H
    total = reduce(lambda s, W: s + lam * np.vdot(W, W), Ws, np.vdot(E, E))
    return 0.5 * total / len(E)

#: mse_ridge: loops over every entry
def mse_ridge(Y, H, Ws, lam):
    if not Y.shape == H.shape:
        raise ValueError("different shapes")
    N = len(Y)
    loss = 0.0
    for a, b in zip(Y.flat, H.flat):
        loss += (a - b) ** 2 / 2 / N
    for W in Ws:
        for w in np.nditer(W):
            loss += lam * w * w / 2 / N
    return float(loss)

#: mse_ridge: one long vector of all weights, if there are any
def mse_ridge(Y, H, Ws, lam):
    if Y.shape != H.shape:
        raise ValueError(Y.shape, H.shape)
    theta = np.concatenate([W.ravel() for W in Ws]) if Ws else np.zeros(0)
    per_sample = ((H - Y) ** 2).reshape(len(Y), -1).sum(axis=1)
    return per_sample.mean() / 2 + lam * theta.dot(theta) / (2 * len(Y))

#: mse_grad: np.subtract and np.true_divide
def mse_grad(Y, H):
    if Y.shape != H.shape:
        raise ValueError("shapes")
    return np.true_divide(np.subtract(H, Y), Y.shape[0])

#: mse_grad: twice the difference over twice N
def mse_grad(Y, H):
    if np.shape(H) != np.shape(Y):
        raise ValueError("H and Y have different shapes")
    N = np.shape(Y)[0]
    return 2 * (H - Y) / (2 * N)

#: mse_grad: np.vectorize
def mse_grad(Y, H):
    if H.shape != Y.shape:
        raise ValueError("no broadcasting here")
    n = float(len(H))
    return np.vectorize(lambda h, y: (h - y) / n)(H, Y)

#: numerical_gradient: CS231n: np.nditer with multi_index, on a copy
def numerical_gradient(f, x, h):
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    it = np.nditer(x, flags=["multi_index"], op_flags=["readwrite"])
    while not it.finished:
        ix = it.multi_index
        oldval = x[ix]
        x[ix] = oldval + h
        pos = f(x)
        x[ix] = oldval - h
        neg = f(x)
        x[ix] = oldval
        grad[ix] = (pos - neg) / (2 * h)
        it.iternext()
    return grad

#: numerical_gradient: += and -= on a copy, whose rounding both points share
def numerical_gradient(f, x, eps):
    p = x.astype(np.float64)
    grad = np.empty(p.shape)
    for idx, _ in np.ndenumerate(x):
        p[idx] += eps
        up = f(p)
        p[idx] -= 2 * eps
        down = f(p)
        p[idx] += eps
        grad[idx] = (up - down) / (2 * eps)
    return grad

#: numerical_gradient: a list of slopes, reshaped
def numerical_gradient(f, x, eps):
    flat = np.ravel(x).astype(float)

    def moved(i, by):
        y = flat.copy()
        y[i] += by
        return f(y.reshape(np.shape(x)))

    return np.array([(moved(i, eps) - moved(i, -eps)) / 2 / eps for i in range(flat.size)], dtype=float).reshape(np.shape(x))

#: numerical_gradient: entries of x moved where they are and put back as they were
def numerical_gradient(f, x, eps):
    x = np.asarray(x, dtype=np.float64)
    slope = np.zeros(x.shape)
    for i in np.ndindex(*x.shape):
        saved = float(x[i])
        x[i] = saved + eps
        plus = f(x)
        x[i] = saved - eps
        minus = f(x)
        x[i] = saved
        slope[i] = (plus - minus) / (2.0 * eps)
    return slope

#: gradcheck: a loop that keeps the worst so far
def gradcheck(f, g, x):
    eps = 1e-5
    x = np.array(x, dtype=np.float64)
    a = np.array(g(x.copy()), dtype=float)
    if a.shape != x.shape:
        raise ValueError("shape of the gradient")
    worst, where, kinks = -1.0, None, 0
    for i in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[i] += eps
        down[i] -= eps
        here, fu, fd = f(x.copy()), f(up), f(down)
        right, left = (fu - here) / eps, (here - fd) / eps
        if abs(right - left) > 1e-3 * max(1, abs(right), abs(left)):
            kinks += 1
            continue
        n = (fu - fd) / (2 * eps)
        if a[i] == n:
            err = 0.0
        elif np.isfinite(a[i]) and np.isfinite(n):
            err = abs(a[i] - n) / max(abs(a[i]), abs(n))
        else:
            err = float("inf")
        if err > worst:
            worst, where = err, i
    if where is None:
        worst = 0.0
    return {"max_rel": float(worst), "worst_index": where, "kinks": kinks}

#: gradcheck: arrays and masks, NaN replaced by infinity
def gradcheck(f, g, x):
    x = np.asarray(x, dtype=float)
    claimed = np.asarray(g(x.copy()))
    if claimed.shape != x.shape:
        raise ValueError(f"{claimed.shape} is not {x.shape}")
    n = numerical_gradient(f, x, 1e-5)
    base = f(x)
    slopes = np.zeros((2, *x.shape))
    for i in np.ndindex(x.shape):
        for k, sign in enumerate((1, -1)):
            moved = x.copy()
            moved[i] += sign * 1e-5
            slopes[(k, *i)] = sign * (f(moved) - base) / 1e-5
    kink = np.abs(slopes[0] - slopes[1]) > 1e-3 * np.maximum(1, np.abs(slopes).max(axis=0))
    with np.errstate(all="ignore"):
        rel = np.abs(claimed - n) / np.maximum(np.abs(claimed), np.abs(n))
    rel = np.where((claimed == 0) & (n == 0), 0.0, rel)
    rel = np.where(np.isfinite(claimed) & np.isfinite(n), rel, np.inf)
    if kink.all():
        return dict(max_rel=0.0, worst_index=None, kinks=int(kink.sum()))
    rel = np.where(kink, -1, rel)
    return dict(max_rel=rel.max(), worst_index=np.unravel_index(rel.argmax(), x.shape), kinks=kink.sum())

#: fit_logistic: a class in the way of scikit-learn, p - y over N
class LogisticRegression:
    def __init__(self, lam, steps, lr):
        self.lam, self.steps, self.lr = lam, steps, lr

    def fit(self, X, y):
        n_samples, n_features = X.shape
        self.weights = np.zeros(n_features)
        self.bias = 0
        for _ in range(self.steps):
            linear = np.dot(X, self.weights) + self.bias
            y_pred = 1 / (1 + np.exp(-linear))
            dw = (1 / n_samples) * np.dot(X.T, (y_pred - y)) + self.lam / n_samples * self.weights
            db = (1 / n_samples) * np.sum(y_pred - y)
            self.weights -= self.lr * dw
            self.bias -= self.lr * db
        return self

def fit_logistic(X, y, lam, steps, lr):
    model = LogisticRegression(lam, steps, lr).fit(X, y)
    return model.weights, model.bias

#: fit_logistic: deeplearning.ai: samples in columns, w as a column
def fit_logistic(X, y, lam, steps, lr):
    XT, Y = X.T, y.reshape(1, -1)
    m = XT.shape[1]
    w, b = np.zeros((XT.shape[0], 1)), 0.0
    for i in range(steps):
        A = 1 / (1 + np.exp(-(np.dot(w.T, XT) + b)))
        dw = 1 / m * np.dot(XT, (A - Y).T) + lam / m * w
        db = 1 / m * np.sum(A - Y)
        w = w - lr * dw
        b = b - lr * db
    return w.ravel(), float(b)

#: fit_logistic: sample by sample, sums kept in lists
import math

def fit_logistic(X, y, lam, steps, lr):
    N, D = X.shape
    w, b = [0.0] * D, 0.0
    rows, answers = X.tolist(), y.tolist()
    for _ in range(steps):
        dw, db = [lam / N * v for v in w], 0.0
        for x, t in zip(rows, answers):
            p = 1 / (1 + math.exp(-(sum(a * v for a, v in zip(x, w)) + b)))
            for j in range(D):
                dw[j] += (p - t) * x[j] / N
            db += (p - t) / N
        w, b = [v - lr * d for v, d in zip(w, dw)], b - lr * db
    return np.array(w), b
'''
