"""Right implementations of a3, written differently from the reference."""

import numpy as np

from autograder.checking import variant

from .reference import bce_with_logits, numerical_gradient, one_hot, softmax

# one_hot


@variant("one_hot")
def rows_of_the_identity(y, C):
    """Rows of the identity matrix, after a look at both ends of the range."""
    if y.min() < 0 or y.max() >= C:
        raise ValueError(f"label {y.min()} or {y.max()} is not one of 0 to {C - 1}")
    return np.eye(C)[y]


@variant("one_hot")
def one_entry_per_row(y, C):
    """Zeros, then one entry per row is set by paired indices."""
    valid = np.isin(y, np.arange(C))
    if not valid.all():
        raise ValueError("no such class")
    Y = np.zeros((y.shape[0], C))
    Y[np.arange(y.shape[0]), y] = 1.0
    return Y


@variant("one_hot")
def loop_over_samples(y, C):
    """A loop over the samples."""
    Y = np.zeros((len(y), C))
    for i, label in enumerate(y):
        if not 0 <= label < C:
            raise ValueError(f"label {label} of sample {i}")
        Y[i, label] = 1
    return Y


@variant("one_hot")
def column_by_column(y, C):
    """One comparison per class, stacked as columns; a row without a one is refused."""
    Y = np.column_stack([np.where(y == c, 1.0, 0.0) for c in range(C)])
    if (Y.sum(axis=1) != 1).any():
        raise ValueError("a label is out of range")
    return Y


@variant("one_hot")
def put_along_axis(y, C):
    """np.put_along_axis on an array of zeros."""
    if set(y.tolist()) - set(range(C)):
        raise ValueError("unknown label")
    Y = np.zeros((y.size, C))
    np.put_along_axis(Y, y[:, None], 1.0, axis=1)
    return Y


# softmax


@variant("softmax")
def exponential_of_the_logarithm(Z):
    """exp of the logarithm of the shares."""
    top = Z.max(axis=1)[:, None]
    total = top + np.log(np.exp(Z - top).sum(axis=1))[:, None]
    return np.exp(Z - total)


@variant("softmax")
def row_by_row(Z):
    """A loop over the rows."""
    P = np.empty(Z.shape)
    for i, row in enumerate(Z):
        e = np.exp(row - row.max())
        P[i] = e / e.sum()
    return P


@variant("softmax")
def ratios_of_exponentials(Z):
    """One over the sum of exp of all differences within a row."""
    with np.errstate(over="ignore"):
        differences = Z[:, np.newaxis, :] - Z[:, :, np.newaxis]
        return 1.0 / np.sum(np.exp(differences), axis=2)


@variant("softmax")
def transposed(Z):
    """Columns first, so that no axis has to be kept."""
    E = np.exp(Z.T - Z.T.max(axis=0))
    return (E / E.sum(axis=0)).T


@variant("softmax")
def reduced_pairwise(Z):
    """The row sums from np.logaddexp, one class at a time."""
    Z = np.asarray(Z, dtype=float)
    return np.exp(Z - np.logaddexp.reduce(Z, axis=1, keepdims=True))


@variant("softmax")
def matrix_product_sum(Z):
    """The row sums as a product with a column of ones."""
    E = np.exp(Z - np.amax(Z, axis=-1, keepdims=True))
    return E / (E @ np.ones((Z.shape[1], 1)))


# cross_entropy


@variant("cross_entropy")
def log_sum_exp_minus_logit(Z, y):
    """log-sum-exp minus the logit of the right class; the gradient by subtracting 1 in place."""
    N = Z.shape[0]
    top = Z.max(axis=1)
    total = top + np.log(np.exp(Z - top[:, None]).sum(axis=1))
    dZ = softmax(Z)
    dZ[np.arange(N), y] -= 1
    return np.mean(total - Z[np.arange(N), y]), dZ / N


@variant("cross_entropy")
def sample_by_sample(Z, y):
    """A loop over the samples."""
    N, C = Z.shape
    loss, dZ = 0.0, np.zeros((N, C))
    for i in range(N):
        row = Z[i] - max(Z[i])
        e = np.exp(row)
        loss += (np.log(e.sum()) - row[y[i]]) / N
        for c in range(C):
            dZ[i, c] = (e[c] / e.sum() - (c == y[i])) / N
    return loss, dZ


@variant("cross_entropy")
def with_a_mask(Z, y):
    """The right entries picked by multiplying with the one-hot rows."""
    Y = one_hot(y, Z.shape[1])
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -(Y * log_P).sum() / len(Z), (np.exp(log_P) - Y) / len(Z)


@variant("cross_entropy")
def with_logaddexp(Z, y):
    """np.logaddexp.reduce for the sum, np.take_along_axis for the right class."""
    Z = Z.astype(float)
    total = np.logaddexp.reduce(Z, axis=1, keepdims=True)
    loss = (total - np.take_along_axis(Z, y[:, None], axis=1)).mean()
    return loss, (softmax(Z) - one_hot(y, Z.shape[1])) / Z.shape[0]


@variant("cross_entropy")
def margins(Z, y):
    """The loss from the differences to the right logit: log of the sum of their exponentials."""
    N = len(y)
    M = Z - Z[np.arange(N), y][:, None]
    top = M.max(axis=1, keepdims=True)
    losses = top[:, 0] + np.log(np.exp(M - top).sum(axis=1))
    dZ = np.exp(M - losses[:, None]) / N
    dZ[np.arange(N), y] -= 1 / N
    return np.array(losses.mean()), dZ


# bce_with_logits


@variant("bce_with_logits")
def with_softplus(z, y):
    """logaddexp(0, z) - y z, and sigmoid by its two branches."""
    if z.shape != y.shape:
        raise ValueError("z and y differ in shape")
    p = np.empty(len(z))
    up = z >= 0
    p[up] = 1 / (1 + np.exp(-z[up]))
    p[~up] = np.exp(z[~up]) / (1 + np.exp(z[~up]))
    return np.mean(np.logaddexp(0, z) - y * z), (p - y) / len(z)


@variant("bce_with_logits")
def with_signs(z, y):
    """The answers as signs: the loss is log(1 + exp(-s z))."""
    if np.shape(z) != np.shape(y):
        raise ValueError("shapes")
    s = 2.0 * y - 1
    margin = s * z
    return np.logaddexp(0.0, -margin).sum() / z.size, -s * np.exp(-np.logaddexp(0.0, margin)) / z.size


@variant("bce_with_logits")
def two_class_softmax(z, y):
    """Softmax cross-entropy of the two logits 0 and z."""
    if z.shape != y.shape:
        raise ValueError("shapes")
    Z = np.column_stack([np.zeros(len(z)), z])
    S = Z - Z.max(axis=1, keepdims=True)
    log_P = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    loss = -np.mean(np.where(y == 1, log_P[:, 1], log_P[:, 0]))
    return loss, (np.exp(log_P[:, 1]) - y) / len(z)


@variant("bce_with_logits")
def one_answer_at_a_time(z, y):
    """A loop with the two cases of each sample, from the math of one number."""
    if z.shape != y.shape:
        raise ValueError("shapes")
    loss, dz = 0.0, np.zeros(len(z))
    for i, (logit, answer) in enumerate(zip(z, y, strict=True)):
        t = np.exp(-abs(logit))
        p = 1 / (1 + t) if logit > 0 else t / (1 + t)
        loss += max(logit, 0) - logit * answer + np.log(1 + t)
        dz[i] = p - answer
    return loss / len(z), dz / len(z)


@variant("bce_with_logits")
def with_tanh(z, y):
    """sigmoid by way of tanh; the loss in two parts."""
    if z.shape != y.shape:
        raise ValueError("shapes")
    N = len(z)
    p = 0.5 * (1 + np.tanh(z / 2))
    ones = y * np.logaddexp(0, -z)
    zeros = (1 - y) * np.logaddexp(0, z)
    return (ones + zeros).sum() / N, (p - y) / N


# mse_ridge


@variant("mse_ridge")
def two_terms(Y, H, Ws, lam):
    """The two terms one after the other, in a loop over the arrays."""
    if Y.shape != H.shape:
        raise ValueError(f"{Y.shape} and {H.shape}")
    N = Y.shape[0]
    loss = ((Y - H) ** 2).sum() / 2 / N
    for W in Ws:
        loss += lam / 2 / N * (W**2).sum()
    return loss


@variant("mse_ridge")
def dot_products(Y, H, Ws, lam):
    """Sums of squares as dot products of flattened arrays."""
    if np.shape(Y) != np.shape(H):
        raise ValueError("shapes")
    d = np.ravel(Y - H)
    return (d @ d + lam * sum(W.ravel() @ W.ravel() for W in Ws)) / (2 * len(Y))


@variant("mse_ridge")
def norms_squared(Y, H, Ws, lam):
    """Norms, squared again."""
    if Y.shape != H.shape:
        raise ValueError("shapes")
    N = len(H)
    return 0.5 / N * np.linalg.norm((H - Y).ravel()) ** 2 + 0.5 * lam / N * sum(np.linalg.norm(W.ravel()) ** 2 for W in Ws)


@variant("mse_ridge")
def mean_over_samples(Y, H, Ws, lam):
    """The mean over samples of the half squared distance of each."""
    if Y.shape != H.shape:
        raise ValueError("shapes")
    each = 0.5 * np.square(Y - H).reshape(len(Y), -1).sum(axis=1)
    weights = np.concatenate([np.ravel(W) for W in Ws]) if len(Ws) else np.zeros(0)
    return each.mean() + lam * np.square(weights).sum() / (2 * len(Y))


@variant("mse_ridge")
def by_einsum(Y, H, Ws, lam):
    """einsum over everything."""
    if Y.ndim != H.ndim or Y.shape != H.shape:
        raise ValueError("shapes")
    D = np.ravel(Y - H)
    total = np.einsum("i,i->", D, D)
    for W in Ws:
        total = total + lam * np.einsum("i,i->", W.ravel(), W.ravel())
    return total / (2 * Y.shape[0])


# mse_grad


@variant("mse_grad")
def minus_the_error(Y, H):
    """Minus target plus output, times 1/N."""
    if Y.shape != H.shape:
        raise ValueError("shapes")
    return -(Y - H) * (1 / Y.shape[0])


@variant("mse_grad")
def two_fractions(Y, H):
    """H/N - Y/N."""
    if np.shape(Y) != np.shape(H):
        raise ValueError("shapes")
    N = np.shape(Y)[0]
    return np.true_divide(H, N) - np.true_divide(Y, N)


@variant("mse_grad")
def every_entry(Y, H):
    """A loop over all entries."""
    if Y.shape != H.shape:
        raise ValueError("shapes")
    dH = np.zeros(H.shape)
    for i in np.ndindex(H.shape):
        dH[i] = (H[i] - Y[i]) / H.shape[0]
    return dH


@variant("mse_grad")
def chain_rule_by_steps(Y, H):
    """The chain rule step by step: square, half, mean."""
    if Y.shape != H.shape:
        raise ValueError("shapes")
    difference = np.subtract(Y, H, dtype=float)
    d_square = np.full(Y.shape, 1 / (2 * len(Y)))
    d_difference = d_square * 2 * difference
    return -d_difference


@variant("mse_grad")
def in_a_copy(Y, H):
    """A copy of H, changed in place."""
    if Y.shape != H.shape:
        raise ValueError("shapes")
    dH = H.astype(float)
    dH -= Y
    dH /= len(dH)
    return dH


# numerical_gradient


@variant("numerical_gradient")
def unit_vectors(f, x, eps):
    """A step array for each entry, from the rows of the identity."""
    x = np.asarray(x, dtype=float)
    steps = eps * np.eye(x.size)
    slopes = [(f(x + step.reshape(x.shape)) - f(x - step.reshape(x.shape))) / (2 * eps) for step in steps]
    return np.array(slopes, dtype=float).reshape(x.shape)


@variant("numerical_gradient")
def flat_view(f, x, eps):
    """A flat view of a copy, moved and put back."""
    moved = np.array(x, dtype=np.float64, order="C")
    flat = moved.reshape(-1)
    slopes = np.empty(flat.size)
    for k in range(flat.size):
        kept = flat[k]
        flat[k] = kept + eps
        up = float(f(moved))
        flat[k] = kept - eps
        down = float(f(moved))
        flat[k] = kept
        slopes[k] = (up - down) / eps / 2
    return slopes.reshape(moved.shape)


@variant("numerical_gradient")
def two_copies(f, x, eps):
    """Two fresh copies for each entry."""
    slopes = np.zeros(np.shape(x))
    for i, _ in np.ndenumerate(x):
        right, left = np.array(x, dtype=float), np.array(x, dtype=float)
        right[i] += eps
        left[i] -= eps
        slopes[i] = (f(right) - f(left)) / (2 * eps)
    return slopes


@variant("numerical_gradient")
def distance_really_taken(f, x, eps):
    """The rise is divided by the distance that rounding left between the two points."""
    base = x.astype(float)
    slopes = np.zeros_like(base)
    iterator = np.nditer(base, flags=["multi_index"])
    for value in iterator:
        i = iterator.multi_index
        above, below = base.copy(), base.copy()
        above[i], below[i] = value + eps, value - eps
        slopes[i] = (f(above) - f(below)) / (above[i] - below[i])
    return slopes


@variant("numerical_gradient")
def mean_of_both_sides(f, x, eps):
    """The mean of the slopes to the right and to the left."""
    point = np.asarray(x, dtype=float).copy()
    here = f(point.copy())

    def slope(i):
        there = point.copy()
        there[i] += eps
        right = (f(there) - here) / eps
        there[i] = point[i] - eps
        left = (here - f(there)) / eps
        return (right + left) / 2

    slopes = np.zeros(point.shape)
    for i in np.ndindex(*point.shape):
        slopes[i] = slope(i)
    return slopes


# gradcheck


@variant("gradcheck")
def arrays_and_masks(f, g, x):
    """Everything as arrays: errors, a mask of kinks, argmax over what is left."""
    eps = 1e-5
    x = np.asarray(x, dtype=float)
    a = np.asarray(g(x.copy()), dtype=float)
    if a.shape != x.shape:
        raise ValueError("g(x) has another shape than x")
    n = numerical_gradient(f, x, eps)
    right, left, here = np.zeros(x.shape), np.zeros(x.shape), f(x.copy())
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = eps
        right[i] = (f(x + step) - here) / eps
        left[i] = (here - f(x - step)) / eps
    kink = np.abs(right - left) > 1e-3 * np.maximum(1, np.maximum(np.abs(right), np.abs(left)))
    if kink.all():
        return {"max_rel": 0.0, "worst_index": None, "kinks": int(kink.sum())}
    size = np.maximum(np.abs(a), np.abs(n))
    with np.errstate(all="ignore"):
        error = np.where(size == 0, 0.0, np.abs(a - n) / size)
    error[~np.isfinite(a) | ~np.isfinite(n)] = np.inf
    error[kink] = -1.0
    worst = np.unravel_index(np.argmax(error), x.shape)
    return {"max_rel": float(error[worst]), "worst_index": worst, "kinks": int(kink.sum())}


@variant("gradcheck")
def without_the_earlier_function(f, g, x):
    """One loop over the entries with three values of f; the central slope is the mean of both sides."""
    eps, kinks, errors = 1e-5, 0, {}
    point = np.array(x, dtype=float)
    claimed = np.array(g(np.array(x, dtype=float)), dtype=float)
    if claimed.shape != point.shape:
        raise ValueError("shape of the claimed gradient")
    here = f(point.copy())
    for i in np.ndindex(point.shape):
        above, below = point.copy(), point.copy()
        above[i] += eps
        below[i] -= eps
        f_above, f_below = f(above), f(below)
        right, left = (f_above - here) / eps, (here - f_below) / eps
        if abs(right - left) > 1e-3 * max(1, abs(right), abs(left)):
            kinks += 1
            continue
        n, a = (f_above - f_below) / (2 * eps), claimed[i]
        if not np.isfinite(a + n):
            errors[i] = float("inf")
        elif a == 0 and n == 0:
            errors[i] = 0.0
        else:
            errors[i] = abs(a - n) / max(abs(a), abs(n))
    worst = max(errors, key=errors.get) if errors else None
    return {"max_rel": errors[worst] if errors else 0.0, "worst_index": worst, "kinks": kinks}


@variant("gradcheck")
def sorted_report(f, g, x):
    """A sorted list of errors with their positions."""
    a = np.asarray(g(x), dtype=float)
    if np.shape(a) != np.shape(x):
        raise ValueError("shape")
    n = numerical_gradient(f, x, 1e-5)
    found, kinks = [], 0
    for i, value in np.ndenumerate(np.asarray(x, dtype=float)):
        def along(t, i=i, value=value):
            moved = np.array(x, dtype=float)
            moved[i] = value + t
            return f(moved)

        right = (along(1e-5) - along(0.0)) / 1e-5
        left = (along(0.0) - along(-1e-5)) / 1e-5
        if abs(right - left) > 0.001 * max(1.0, abs(right), abs(left)):
            kinks += 1
        elif a[i] == n[i]:
            found.append((0.0, i))
        else:
            error = abs(a[i] - n[i]) / max(abs(a[i]), abs(n[i])) if np.isfinite([a[i], n[i]]).all() else np.inf
            found.append((error, i))
    found.sort(key=lambda pair: -pair[0])
    return {"kinks": kinks, "max_rel": found[0][0] if found else 0.0, "worst_index": found[0][1] if found else None}


@variant("gradcheck")
def on_flat_arrays(f, g, x):
    """Everything flattened; the position is unravelled at the end."""
    x = np.array(x, dtype=float)
    a = np.asarray(g(x.copy()))
    if a.shape != x.shape:
        raise ValueError("shape")
    a, n, eps = a.astype(float).ravel(), numerical_gradient(f, x, 1e-5).ravel(), 1e-5
    keep, error = [], np.zeros(x.size)
    for k in range(x.size):
        flat = np.zeros(x.size)
        flat[k] = eps
        step = flat.reshape(x.shape)
        f0, f1, f2 = f(x - step), f(x), f(x + step)
        sides = np.array([f2 - f1, f1 - f0]) / eps
        if abs(sides[0] - sides[1]) <= 1e-3 * max(1, np.abs(sides).max()):
            keep.append(k)
        largest = max(abs(a[k]), abs(n[k]))
        bad = not (np.isfinite(a[k]) and np.isfinite(n[k]))
        error[k] = np.inf if bad else (abs(a[k] - n[k]) / largest if largest > 0 else 0)
    if not keep:
        return dict(max_rel=0.0, worst_index=None, kinks=x.size)
    worst = keep[int(np.argmax(error[keep]))]
    return dict(max_rel=error[worst], worst_index=np.unravel_index(worst, x.shape), kinks=x.size - len(keep))


# fit_logistic


@variant("fit_logistic")
def own_sigmoid(X, y, lam, steps, lr):
    """The gradient written out with sigmoid."""
    N, D = X.shape
    w, b = np.zeros(D), 0.0
    for _ in range(steps):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        dw = X.T @ (p - y) / N + lam * w / N
        db = np.mean(p - y)
        w = w - lr * dw
        b = b - lr * db
    return w, b


@variant("fit_logistic")
def bias_as_a_column(X, y, lam, steps, lr):
    """A column of ones stands for the bias; the price leaves it out."""
    A = np.hstack([X, np.ones((X.shape[0], 1))])
    theta = np.zeros(A.shape[1])
    price = np.append(np.full(X.shape[1], lam / len(X)), 0.0)
    for _ in range(steps):
        _, dz = bce_with_logits(A @ theta, y)
        theta = theta - lr * (A.T @ dz + price * theta)
    return theta[:-1], theta[-1]


@variant("fit_logistic")
def shrink_then_step(X, y, lam, steps, lr):
    """The price as a shrinking factor on the old weights."""
    N = len(y)
    w, b = np.zeros(X.shape[1]), np.float64(0)
    for _ in range(steps):
        _, dz = bce_with_logits(np.dot(X, w) + b, y)
        w = (1 - lr * lam / N) * w - lr * np.dot(dz, X)
        b = b - lr * dz.sum()
    return w, b


@variant("fit_logistic")
def in_place_after_both(X, y, lam, steps, lr):
    """Both gradients first, then both updates in place, written with einsum and tanh."""
    w, b = np.zeros(X.shape[1]), np.zeros(())
    k = 0
    while k < steps:
        half = (np.einsum("nd,d->n", X, w) + b) / 2
        residual = (0.5 + 0.5 * np.tanh(half) - y) / len(y)
        dw, db = np.einsum("n,nd->d", residual, X) + lam / len(y) * w, residual.sum()
        w -= lr * dw
        b = b - lr * db
        k += 1
    return w, b
