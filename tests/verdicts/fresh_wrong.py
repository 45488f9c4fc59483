"""Wrong implementations in the manner of public courses (CS231n, micrograd, questions on Stack Overflow), over a1 to a8.

Written, with what may be said of each, before any of them was run, after the diagnoses and the relations between numbers
and before the mutants with sentences; nothing was tuned on them. `!kind` says that a failure of that kind names the mistake
by its message alone. Case and label were noted from the code alone.
"""

A1 = r'''
#: affine_forward: one sample after the other, but the list is returned as it is => !type
def affine_forward(X, W, b):
    outputs = []
    for x in X:
        outputs.append(np.dot(x, W) + b)
    return outputs

#: affine_forward: the sum over the inputs starts at index 1 => operand, argument, =first_input_left_out
def affine_forward(X, W, b):
    N, D = X.shape
    M = W.shape[1]
    Z = np.zeros((N, M))
    for i in range(N):
        for j in range(M):
            s = 0.0
            for k in range(1, D):
                s += X[i, k] * W[k, j]
            Z[i, j] = s + b[j]
    return Z

#: affine_forward: a vector is made of the whole batch, as for images => !shape, !raised
def affine_forward(X, W, b):
    x_row = X.reshape(1, -1)
    return x_row.dot(W[:, :]) + b if x_row.shape[1] == W.shape[0] else np.dot(X, W)[:1] + b

#: affine_forward: the bias is put in before the loop and overwritten => =forgets_the_bias, operand.ignored, argument.ignored
def affine_forward(X, W, b):
    Z = np.tile(b, (X.shape[0], 1)).astype(float)
    for i in range(X.shape[0]):
        Z[i] = X[i] @ W
    return Z

#: from_columns: the bias is divided by the number of neurons, as if it were averaged => factor
def from_columns(W_seed, b):
    return np.transpose(W_seed), b / len(b)

#: rotation: degrees divided by 360 times pi => =half_the_angle
def rotation(degrees):
    theta = degrees / 360 * np.pi
    return np.array([[np.cos(theta), -np.sin(theta)],
                     [np.sin(theta), np.cos(theta)]])

#: rotation: 3.14 for pi => close, =pi_is_very_short
def rotation(degrees):
    a = degrees * 3.14 / 180
    return np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]])

#: rotation: the minus sign stands at the cosine => sign, transpose, =minus_sign_at_the_cosine
def rotation(degrees):
    t = np.radians(degrees)
    return np.array([[-np.cos(t), np.sin(t)], [np.sin(t), np.cos(t)]])

#: make_layer: angle 2 is used for both turns => =second_angle_twice
def make_layer(deg1, scales, deg2, shift):
    R1 = rotation(deg2)
    S = np.diag(scales)
    R2 = rotation(deg2)
    return (R2 @ S @ R1).T, shift

#: make_layer: scales as a full outer product instead of a diagonal => =scales_in_a_full_matrix
def make_layer(deg1, scales, deg2, shift):
    S = np.outer(scales, scales)
    W = rotation(deg2) @ S @ rotation(deg1)
    return W.T, np.array(shift)

#: relu: only the first axis is walked, with a comparison of whole rows => !raised
def relu(A):
    out = np.zeros_like(A)
    for i in range(len(A)):
        if A[i] > 0:
            out[i] = A[i]
    return out

#: relu: compared with 1 instead of 0 => side.near, mask.too-much, =cut_below_one
def relu(A):
    return np.where(A > 1, A, 0)

#: quadrant_kind: both signs compared with >= => =zero_counts_as_inside
def quadrant_kind(A):
    kinds = []
    for x, y in A:
        if x >= 0 and y >= 0:
            kinds.append(0)
        elif x >= 0:
            kinds.append(1)
        elif y >= 0:
            kinds.append(2)
        else:
            kinds.append(3)
    return np.array(kinds)

#: standardize: a leftover 1e-8 as in batch normalisation => =something_added_to_std, close
def standardize(X):
    mu = np.mean(X, axis=0)
    sigma = np.sqrt(np.var(X, axis=0) + 1e-8)
    return (X - mu) / sigma, mu, sigma

#: standardize: the mean of the absolute distances is taken for the spread => line.columns.factor, =mean_distance_instead_of_std
def standardize(X):
    mean = X.mean(axis=0)
    spread = np.mean(np.abs(X - mean), axis=0)
    safe = np.where(spread == 0, 1, spread)
    return (X - mean) / safe, mean, spread
'''

A2 = r'''
#: sigmoid: positive and negative parts are computed with the same exponential => side
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(-np.abs(z))
    return e / (1 + e)

#: sigmoid: clipped at -500 and 500 as on Stack Overflow => side.far-negative, close
def sigmoid(z):
    z = np.clip(z, -500, 500)
    return 1.0 / (1.0 + np.exp(-z))

#: tanh: a sign slip in the denominator => value, factor
def tanh(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(-2 * np.abs(z))
    return np.sign(z) * (1 - e) / (1 - e + 1e-300)

#: leaky_relu: the slope is subtracted => side, =slope_subtracted
def leaky_relu(z, slope):
    return np.where(z > 0, z, z - slope)

#: leaky_relu: the well-known maximum with the slope forgotten for 0.01 => =always_one_percent, argument.ignored, number.ignored
def leaky_relu(z, slope=0.01):
    return np.maximum(0.01 * z, z)

#: elu: alpha times exp of z, then 1 outside => =bracket_forgotten, side
def elu(z, alpha):
    z = np.asarray(z, dtype=float)
    out = z.copy()
    neg = z <= 0
    out[neg] = alpha * np.exp(z[neg]) - 1
    return out

#: softplus: a threshold at 20 as in libraries, with 0 below -20 => side.far-negative, =zero_below_minus_twenty
def softplus(z):
    z = np.asarray(z, dtype=float)
    return np.where(z > 20, z, np.where(z < -20, 0.0, np.log1p(np.exp(np.clip(z, -20, 20)))))

#: d_tanh: 1 minus the slope formula of the sigmoid =>
def d_tanh(z):
    s = 1 / (1 + np.exp(-np.clip(z, -500, 500)))
    return 1 - s * (1 - s)

#: d_elu: the slope keeps the minus one => =value_of_elu_on_the_left, side
def d_elu(z, alpha):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, alpha * (np.exp(np.minimum(z, 0)) - 1))

#: d_sigmoid_from_output: the sigmoid is applied to the output first => =squashes_the_output
def d_sigmoid_from_output(h):
    s = 1 / (1 + np.exp(-h))
    return s * (1 - s)

#: unit: sum over the samples instead of the inputs => !shape, !raised, =sums_over_the_samples
def unit(X, w, b, act):
    z = np.sum(X * w, axis=0) + b
    return act(z)

#: gate: the bias of AND3 copied from AND => =two_of_three
def gate(name):
    table = {"AND": ([1, 1], -1.5), "OR": ([1, 1], -0.5), "NAND": ([-1, -1], 1.5), "AND3": ([1, 1, 1], -1.5)}
    w, b = table[name]
    return np.array(w, dtype=float), b

#: is_separable: everything with exactly two ones is refused => =as_many_ones_as_zeros
def is_separable(y):
    return int(np.sum(y)) != 2

#: sensitivity: transposed by the broadcast => =inputs_in_rows, !shape, transpose
def sensitivity(x, W, b):
    z = np.dot(x, W) + b
    s = 1 / (1 + np.exp(-np.clip(z, -700, 700)))
    return W * (s * (1 - s))

#: window: the right end minus the left end => =window_upside_down, sign
def window(x, lo, hi, k):
    left = sigmoid(k * (x - lo))
    right = sigmoid(k * (x - hi))
    return right - left

#: rbf: the usual Gaussian exp(-d^2 / (2 s^2)) => =halfwidth_as_standard_deviation
def rbf(x, centre, halfwidth):
    d = np.abs(x - centre)
    return np.exp(-d ** 2 / (2 * halfwidth ** 2))
'''

A3 = r'''
#: one_hot: zeros_like of a wrong shape => !raised, !shape
def one_hot(y, C):
    if y.min() < 0 or y.max() >= C:
        raise ValueError("bad label")
    Y = np.zeros_like(y)
    for i in range(len(y)):
        Y[i, y[i]] = 1
    return Y

#: one_hot: a dict of what labels occur, in sorted order => =classes_from_the_batch, !shape, =one_column_per_label_that_occurs
def one_hot(y, C):
    if (y < 0).any() or (y >= C).any():
        raise ValueError("bad label")
    classes = sorted(set(y.tolist()))
    return np.array([[float(c == label) for c in classes] for label in y])

#: softmax: keepdims for the maximum, not for the sum => =forgets_keepdims, !raised
def softmax(Z):
    exps = np.exp(Z - np.max(Z, axis=1, keepdims=True))
    return exps / np.sum(exps, axis=1)

#: softmax: nested loops that normalise by the running sum => line.rows.factor
def softmax(Z):
    P = np.zeros(Z.shape)
    for i in range(Z.shape[0]):
        m = Z[i].max()
        total = 0.0
        for j in range(Z.shape[1]):
            total += np.exp(Z[i, j] - m)
            P[i, j] = np.exp(Z[i, j] - m) / total
    return P

#: softmax: squares instead of exponentials =>
def softmax(Z):
    Z = np.asarray(Z, dtype=float)
    S = Z ** 2
    return S / S.sum(axis=1, keepdims=True)

#: cross_entropy: CS231n style, dividing the loss but not the gradient => =gradient_not_averaged, factor.rows
def cross_entropy(Z, y):
    num_train = Z.shape[0]
    scores = Z - Z.max(axis=1, keepdims=True)
    sum_exp = np.exp(scores).sum(axis=1, keepdims=True)
    log_probs = scores - np.log(sum_exp)
    loss = -log_probs[np.arange(num_train), y].sum() / num_train
    dscores = np.exp(log_probs)
    dscores[range(num_train), y] -= 1
    return loss, dscores

#: cross_entropy: the loss of the first class whatever the label => argument.ignored, entries
def cross_entropy(Z, y):
    N = len(Z)
    shifted = Z - Z.max(axis=1, keepdims=True)
    logp = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    loss = -logp[:, 0].mean()
    d = np.exp(logp)
    d[:, 0] -= 1
    return loss, d / N

#: cross_entropy: one is added at the right class => entries.label, =one_added_at_the_right_class
def cross_entropy(Z, y):
    N = len(Z)
    shifted = Z - Z.max(axis=1, keepdims=True)
    logp = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    loss = -logp[np.arange(N), y].mean()
    d = np.exp(logp)
    d[np.arange(N), y] += 1
    return loss, d / N

#: cross_entropy: the logit of the right class enters with the wrong sign into the loss =>
def cross_entropy(Z, y):
    N = len(Z)
    m = Z.max(axis=1)
    lse = m + np.log(np.exp(Z - m[:, None]).sum(axis=1))
    loss = np.mean(lse + Z[np.arange(N), y])
    P = np.exp(Z - lse[:, None])
    P[np.arange(N), y] -= 1
    return loss, P / N

#: bce_with_logits: the mean over the samples taken twice in the gradient => factor.per-rows, =gradient_divided_twice
def bce_with_logits(z, y):
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    n = len(z)
    loss = np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))))
    e = np.exp(-np.abs(z))
    p = np.where(z >= 0, 1 / (1 + e), e / (1 + e))
    return loss, (p - y) / n / n

#: bce_with_logits: the label is multiplied by the absolute logit =>
def bce_with_logits(z, y):
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    n = len(z)
    loss = np.mean(np.maximum(z, 0) - np.abs(z) * y + np.log1p(np.exp(-np.abs(z))))
    e = np.exp(-np.abs(z))
    p = np.where(z >= 0, 1 / (1 + e), e / (1 + e))
    return loss, (p - y) / n

#: mse_ridge: numpy mean of the squares, halved => =averages_over_outputs
def mse_ridge(Y, H, Ws, lam):
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    data = 0.5 * np.mean((Y - H) ** 2)
    reg = 0.5 * lam / len(Y) * sum((W * W).sum() for W in Ws)
    return data + reg

#: mse_ridge: lam is squared with the weights => =lam_squared
def mse_ridge(Y, H, Ws, lam):
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    N = Y.shape[0]
    total = np.sum((Y - H) ** 2)
    for W in Ws:
        total += np.sum((lam * W) ** 2)
    return total / (2 * N)

#: mse_grad: twice the slope over all entries, as the derivative of np.mean => factor, =divides_by_all_entries, =slope_of_the_mean
def mse_grad(Y, H):
    if Y.shape != H.shape:
        raise ValueError("shapes differ")
    return 2 * (H - Y) / Y.size

#: numerical_gradient: the classic nditer loop without putting the old value back => =entries_not_put_back
def numerical_gradient(f, x, eps):
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    it = np.nditer(x, flags=["multi_index"], op_flags=["readwrite"])
    while not it.finished:
        ix = it.multi_index
        x[ix] += eps
        fxph = f(x)
        x[ix] -= 2 * eps
        fxmh = f(x)
        grad[ix] = (fxph - fxmh) / (2 * eps)
        it.iternext()
    return grad

#: numerical_gradient: only one-dimensional x is looped over => !raised, =moves_whole_rows
def numerical_gradient(f, x, eps):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for i in range(len(x)):
        up, down = x.copy(), x.copy()
        up[i] += eps
        down[i] -= eps
        grad[i] = (f(up) - f(down)) / (2 * eps)
    return grad

#: fit_logistic: the update adds the penalty to the weights after the step with the old sign => =price_pushes_outwards
def fit_logistic(X, y, lam, steps, lr):
    N, D = X.shape
    w, b = np.zeros(D), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        dw = X.T @ dz - lam / N * w
        db = dz.sum()
        w = w - lr * dw
        b = b - lr * db
    return w, b

#: fit_logistic: the loss gradient is taken with labels of -1 and 1 =>
def fit_logistic(X, y, lam, steps, lr):
    N, D = X.shape
    t = 2 * y - 1
    w, b = np.zeros(D), 0.0
    for _ in range(steps):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        err = (p - t) / N
        w, b = w - lr * (X.T @ err + lam / N * w), b - lr * err.sum()
    return w, b
'''

A4 = r'''
#: affine_backward: CS231n names, db divided by the batch => =averages_db, factor.per-rows
def affine_backward(dZ, X, W):
    dx = np.dot(dZ, W.T)
    dw = np.dot(X.T, dZ)
    db = np.sum(dZ, axis=0) / X.shape[0]
    return dx, dw, db

#: affine_backward: loops, dW overwritten for every sample => batch.last, =last_sample_only_in_dW
def affine_backward(dZ, X, W):
    N, D = X.shape
    dX = np.zeros_like(X)
    dW = np.zeros_like(W)
    db = np.zeros(W.shape[1])
    for i in range(N):
        dX[i] = W @ dZ[i]
        dW = np.outer(X[i], dZ[i])
        db += dZ[i]
    return dX, dW, db

#: affine_backward: micrograd style, the gradients of X are not accumulated over the outputs =>
def affine_backward(dZ, X, W):
    N, D = X.shape
    M = W.shape[1]
    dX, dW, db = np.zeros((N, D)), np.zeros((D, M)), np.zeros(M)
    for n in range(N):
        for m in range(M):
            for d in range(D):
                dX[n, d] = dZ[n, m] * W[d, m]
                dW[d, m] += dZ[n, m] * X[n, d]
            db[m] += dZ[n, m]
    return dX, dW, db

#: affine_backward: dX from the inputs instead of the weights => !shape, !raised
def affine_backward(dZ, X, W):
    return dZ.T @ X, X.T @ dZ, dZ.sum(axis=0)

#: act_backward: the mask lets through where Z is at least minus one => side.near, mask.missing, side
def act_backward(dH, Z, kind):
    if kind == "relu":
        return dH * (Z > -1)
    if kind == "sigmoid":
        s = sigmoid(Z)
        return dH * s * (1 - s)
    if kind == "tanh":
        return dH * (1 - np.tanh(Z) ** 2)
    return dH * np.where(Z > 0, 1.0, np.exp(np.minimum(Z, 0)))

#: act_backward: a missing square in tanh => local, =tanh_without_the_square
def act_backward(dH, Z, kind):
    if kind == "relu":
        return dH * (Z > 0)
    if kind == "sigmoid":
        s = sigmoid(Z)
        return dH * s * (1 - s)
    if kind == "tanh":
        return dH * (1 - np.tanh(Z))
    return dH * np.where(Z > 0, 1.0, np.exp(np.minimum(Z, 0)))

#: act_backward: elu falls through to nothing => !none
def act_backward(dH, Z, kind):
    if kind == "relu":
        return dH * (Z > 0)
    elif kind == "sigmoid":
        return dH * sigmoid(Z) * (1 - sigmoid(Z))
    elif kind == "tanh":
        return dH * (1 - np.tanh(Z) ** 2)

#: act_backward: the upstream gradient is divided by the slope for the sigmoid => local.inverted
def act_backward(dH, Z, kind):
    if kind == "relu":
        return dH * (Z > 0)
    if kind == "sigmoid":
        s = sigmoid(Z)
        return dH / (s * (1 - s))
    if kind == "tanh":
        return dH * (1 - np.tanh(Z) ** 2)
    return dH * np.where(Z > 0, 1.0, np.exp(np.minimum(Z, 0)))

#: bricks_output: the error is not negated, the slope is (the two cancel in dz2) => =error_with_the_wrong_sign, sign
def bricks_output(y, h1, h2):
    dh2 = y - h2
    s2 = h2 * (h2 - 1)
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h1, dz2)}

#: bricks_hidden: dh1 with W2 transposed => !raised
def bricks_hidden(x, h1, W2, dz2):
    dh1 = W2.T @ dz2
    s1 = h1 * (1 - h1)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}

#: forward: the second layer gets X again => !raised
def forward(params, X):
    Z1 = X @ params["W1"] + params["b1"]
    H1 = sigmoid(Z1)
    Z2 = X @ params["W2"] + params["b2"]
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": sigmoid(Z2)}

#: backward: softmax habits, dZ2 is the error alone => =no_output_slope
def backward(params, cache, Y, lam):
    N = Y.shape[0]
    dZ2 = (cache["H2"] - Y) / N
    dW2 = cache["H1"].T @ dZ2 + lam / N * params["W2"]
    db2 = dZ2.sum(axis=0)
    dH1 = dZ2 @ params["W2"].T
    dZ1 = dH1 * cache["H1"] * (1 - cache["H1"])
    dW1 = cache["X"].T @ dZ1 + lam / N * params["W1"]
    db1 = dZ1.sum(axis=0)
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}

#: backward: the slope of the hidden layer is that of tanh => =tanh_slope_in_the_hidden_layer
def backward(params, cache, Y, lam):
    N = len(Y)
    H1, H2 = cache["H1"], cache["H2"]
    d2 = (H2 - Y) * H2 * (1 - H2) / N
    d1 = (d2 @ params["W2"].T) * (1 - H1 ** 2)
    return {
        "W1": cache["X"].T @ d1 + lam * params["W1"] / N,
        "b1": d1.sum(axis=0),
        "W2": H1.T @ d2 + lam * params["W2"] / N,
        "b2": d2.sum(axis=0),
    }

#: backward: the penalty is on W1 only => term.own.missing, number.ignored, =penalises_the_first_layer_only
def backward(params, cache, Y, lam):
    N = len(Y)
    H1, H2 = cache["H1"], cache["H2"]
    d2 = (H2 - Y) * H2 * (1 - H2) / N
    d1 = (d2 @ params["W2"].T) * H1 * (1 - H1)
    grads = {"W2": H1.T @ d2, "b2": d2.sum(axis=0), "W1": cache["X"].T @ d1, "b1": d1.sum(axis=0)}
    grads["W1"] += lam / N * params["W1"]
    return grads

#: backward: the gradients are named dW1, db1 and so on => !type, !property
def backward(params, cache, Y, lam):
    N = len(Y)
    H1, H2 = cache["H1"], cache["H2"]
    d2 = (H2 - Y) * H2 * (1 - H2) / N
    d1 = (d2 @ params["W2"].T) * H1 * (1 - H1)
    return {
        "dW1": cache["X"].T @ d1 + lam * params["W1"] / N, "db1": d1.sum(axis=0),
        "dW2": H1.T @ d2 + lam * params["W2"] / N, "db2": d2.sum(axis=0),
    }

#: mlp_forward: the loop stops before the last layer's bias => operand.ignored, argument.ignored, =last_bias_left_out
def mlp_forward(params, X):
    H, caches = X, []
    for i, (W, b, kind) in enumerate(params):
        Z = H @ W
        if i < len(params) - 1:
            Z = Z + b
        caches.append((H, Z))
        H = act_forward(Z, kind)
    return H, caches

#: mlp_backward: list appended in the order of the loop, never reversed => =grads_in_reverse
def mlp_backward(params, caches, dZ):
    grads = []
    L = len(params)
    for l in range(L - 1, -1, -1):
        H, Z = caches[l]
        dH, dW, db = affine_backward(dZ, H, params[l][0])
        grads.append((dW, db))
        if l > 0:
            dZ = act_backward(dH, caches[l - 1][1], params[l - 1][2])
    return dH, grads

#: fixed_gradients: the penalty is averaged but still summed to one number =>
def fixed_gradients(X, Y, W1, W2, reg):
    N = X.shape[0]
    h1, h2 = published_forward(X, W1, W2)
    dz2 = (h2 - Y) * published_sigmoid(h2, slope=True) / N
    dz1 = dz2 @ W2.T * published_sigmoid(h1, slope=True)
    return X.T @ dz1 + reg / N * np.sum(W1), h1.T @ dz2 + reg / N * np.sum(W2)
'''

A5 = r'''
#: init: sqrt of one over the inputs for xavier => =xavier_looks_at_the_inputs_only
def init(widths, scheme, rng):
    params = {}
    for i in range(len(widths) - 1):
        D, M = widths[i], widths[i + 1]
        if scheme == "zeros":
            s = 0.0
        elif scheme == "small":
            s = 0.01
        elif scheme == "xavier":
            s = np.sqrt(1 / D)
        else:
            s = np.sqrt(2 / D)
        params["W%d" % (i + 1)] = rng.normal(size=(D, M)) * s
        params["b%d" % (i + 1)] = np.zeros(M)
    return params

#: init: biases as rows of shape (1, M) => !shape, =biases_as_rows
def init(widths, scheme, rng):
    params = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:]), 1):
        s = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        params[f"W{i}"] = s * rng.normal(size=(D, M))
        params[f"b{i}"] = np.zeros((1, M))
    return params

#: sgd_step: in place by augmented assignment on the arrays => =changes_in_place, !mutated
def sgd_step(params, grads, lr):
    for k in params:
        params[k] -= lr * grads[k]
    return params

#: momentum_step: v = beta v - lr g and w + v => =learning_rate_in_the_velocity, =rate_in_velocity_and_added
def momentum_step(params, grads, velocity, lr, beta=0.9):
    new_v, new_p = {}, {}
    for k in params:
        new_v[k] = beta * velocity[k] - lr * grads[k]
        new_p[k] = params[k] + new_v[k]
    return new_p, new_v

#: momentum_step: Nesterov's form => =looks_ahead
def momentum_step(params, grads, velocity, lr, beta=0.9):
    v = {k: beta * velocity[k] + grads[k] for k in params}
    return {k: params[k] - lr * (grads[k] + beta * v[k]) for k in params}, v

#: adam_step: the correction is a multiplication => =multiplies_by_the_correction
def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state["t"] + 1
    m, v, new = {}, {}, {}
    for k in params:
        m[k] = beta1 * state["m"][k] + (1 - beta1) * grads[k]
        v[k] = beta2 * state["v"][k] + (1 - beta2) * grads[k] ** 2
        mh = m[k] * (1 - beta1 ** t)
        vh = v[k] * (1 - beta2 ** t)
        new[k] = params[k] - lr * mh / (np.sqrt(vh) + eps)
    return new, {"t": t, "m": m, "v": v}

#: adam_step: the absolute gradient is averaged instead of its square => =mean_of_sizes
def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state["t"] + 1
    m = {k: beta1 * state["m"][k] + (1 - beta1) * grads[k] for k in params}
    v = {k: beta2 * state["v"][k] + (1 - beta2) * np.abs(grads[k]) for k in params}
    out = {}
    for k in params:
        out[k] = params[k] - lr * (m[k] / (1 - beta1 ** t)) / (np.sqrt(v[k] / (1 - beta2 ** t)) + eps)
    return out, {"t": t, "m": m, "v": v}

#: minibatches: floor division loses the rest => =drops_the_rest
def minibatches(N, batch, rng):
    idx = rng.permutation(N)
    return [idx[i * batch:(i + 1) * batch] for i in range(N // batch)]

#: minibatches: rng.shuffle of a list of batches, the samples stay in order => =order_of_batches_only
def minibatches(N, batch, rng):
    batches = [np.arange(i, min(i + batch, N)) for i in range(0, N, batch)]
    rng.shuffle(batches)
    return batches

#: train: the history is written before the steps of an epoch and not at the end => =loss_before_each_epoch, !shape, =no_loss_at_the_start
def train(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    params = {k: v.copy() for k, v in params.items()}
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = []
    for _ in range(epochs):
        history.append(loss_and_gradients(params, X, y, kind)[0])
        for rows in minibatches(len(X), batch, rng):
            _, grads = loss_and_gradients(params, X[rows], y[rows], kind)
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, lr)
            else:
                params, state = adam_step(params, grads, state, lr)
    return params, np.array(history)

#: train: adam gets the velocity of momentum as well, one step of each =>
def train(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    params = {k: v.copy() for k, v in params.items()}
    velocity, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for _ in range(epochs):
        for rows in minibatches(len(X), batch, rng):
            _, grads = loss_and_gradients(params, X[rows], y[rows], kind)
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            if optimizer == "momentum" or optimizer == "adam":
                params, velocity = momentum_step(params, grads, velocity, lr)
            if optimizer == "adam":
                params, state = adam_step(params, grads, state, lr)
        history.append(loss_and_gradients(params, X, y, kind)[0])
    return params, np.array(history)

#: clip_by_norm: the scale is limit over the squared norm => =divides_by_the_square
def clip_by_norm(grads, limit):
    total = sum((g ** 2).sum() for g in grads.values())
    norm = np.sqrt(total)
    if norm > limit:
        return {k: g * limit / total for k, g in grads.items()}
    return {k: g.copy() for k, g in grads.items()}

#: lr_schedule: inverse with the step in the numerator of the wrong fraction =>
def lr_schedule(kind, lr, step, span):
    if kind == "halving":
        return lr * 0.5 ** (step // span)
    if kind == "inverse":
        return lr / (1 + span / max(step, 1))
    if step >= span:
        return 0.0
    return lr * (1 + np.cos(np.pi * step / span)) / 2

#: l1_l2: the gradient of the l2 part is halved => =pulls_half
def l1_l2(params, l1, l2):
    penalty, grads = 0.0, {}
    for k, w in params.items():
        if k[0] == "W":
            penalty += l1 * np.abs(w).sum() + 0.5 * l2 * (w ** 2).sum()
            grads[k] = l1 * np.sign(w) + 0.5 * l2 * w
        else:
            grads[k] = np.zeros_like(w)
    return penalty, grads

#: symmetry_experiment: np.unique of the rounded columns of W1, biases not looked at => =ignores_the_bias
def symmetry_experiment(params, X, y, steps, lr, kind="tanh"):
    def count(p):
        return len(np.unique(np.round(p["W1"], 6), axis=1).T)
    counts = [count(params)]
    for _ in range(steps):
        _, g = loss_and_gradients(params, X, y, kind)
        params = sgd_step(params, g, lr)
        counts.append(count(params))
    return np.array(counts)

#: bias_ceiling: K is the sum of the absolute values => =sizes_in_K
def bias_ceiling(W1, w2):
    K = np.sum(np.abs(w2))
    used = np.any(W1 != 0, axis=0)
    R = np.sum(np.abs(w2[used]))
    return 0.5 if K == 0 or abs(K) >= R else 0.75
'''

A6 = r'''
#: bump: the height is added instead of multiplied => =height_added
def bump(x, left, right, h, w):
    up = sigmoid(w * (x - left))
    down = sigmoid(w * (x - right))
    return h + up - down

#: bump: the steepness multiplies the whole bump, as an amplitude => =steepness_as_a_height
def bump(x, left, right, h, w):
    return h * w * (sigmoid(x - left) - sigmoid(x - right))

#: tower: the threshold stands inside, once for each wall => =threshold_for_each_wall
def tower(X, low, high, h, w):
    wall1 = bump(X[:, 0], low[0], high[0], h, w) - 1.5 * h
    wall2 = bump(X[:, 1], low[1], high[1], h, w) - 1.5 * h
    return sigmoid(wall1 + wall2)

#: area_mc: the side is taken as half for x2 only => =half_of_one_side_only
def area_mc(net, half, samples, rng):
    X = rng.uniform(-half, half, size=(samples, 2))
    inside = evaluate(net, X) > 0
    p = inside.sum() / samples
    A = 2 * half * half
    return p * A, A * np.sqrt(p * (1 - p) / samples)

#: surface_grid: numpy's default indexing of meshgrid => =swaps_the_axes, transpose
def surface_grid(net, lo, hi, G):
    ax = np.linspace(lo, hi, G)
    a, b = np.meshgrid(ax, ax)
    pts = np.stack([a.flatten(), b.flatten()], axis=1)
    return evaluate(net, pts).reshape(G, G)

#: surface_grid: arange with a step that loses the last point => =stops_before_the_end
def surface_grid(net, lo, hi, G):
    t = lo + (hi - lo) / G * np.arange(G)
    out = np.zeros((G, G))
    for i in range(G):
        for j in range(G):
            out[i, j] = evaluate(net, np.array([[t[i], t[j]]]))[0]
    return out

#: error_curve: logarithm to base 10 for the widths only => factor, =logarithm_to_base_ten_of_widths
def error_curve(fit, widths, seeds):
    errors = np.array([[fit(w, s) for s in seeds] for w in widths])
    med = np.median(errors, axis=1)
    slope = np.polyfit(np.log10(widths), np.log(med), 1)[0]
    return {"widths": np.array(widths), "best": errors.min(axis=1), "median": med, "worst": errors.max(axis=1), "slope": float(slope)}

#: error_curve: the axis of the seeds is mixed up with that of the widths => !shape, axis
def error_curve(fit, widths, seeds):
    errors = np.array([[fit(w, s) for s in seeds] for w in widths])
    med = np.median(errors, axis=0)
    slope = np.polyfit(np.log(widths), np.log(np.median(errors, axis=1)), 1)[0]
    return {"widths": np.array(widths), "best": errors.min(axis=0), "median": med, "worst": errors.max(axis=0), "slope": float(slope)}
'''

A7 = r'''
#: activation_pattern: a list of arrays, one per layer => !type, !shape
def activation_pattern(net, X):
    h = X
    pattern = []
    for W, b in net[:-1]:
        z = h @ W + b
        pattern.append(z > 0)
        h = z * (z > 0)
    return pattern

#: local_affine: the mask of the first layer is used for every layer => !raised
def local_affine(net, x):
    A, c = np.eye(len(x)), np.zeros(len(x))
    W0, b0 = net[0]
    mask = (x @ W0 + b0) > 0
    for W, b in net[:-1]:
        A, c = A @ W, c @ W + b
        A, c = A * mask, c * mask
    W, b = net[-1]
    return A @ W, c @ W + b

#: local_affine: the bias of a layer is not masked, only what came before =>
def local_affine(net, x):
    A, c = np.eye(len(x)), np.zeros(len(x))
    h = x
    for W, b in net[:-1]:
        z = h @ W + b
        on = z > 0
        A = (A @ W) * on
        c = (c @ W) * on + b
        h = np.maximum(z, 0)
    W, b = net[-1]
    return A @ W, c @ W + b

#: count_regions_1d: changes of the pattern over 1000 sample points => =samples_a_grid
def count_regions_1d(net, low, high):
    xs = np.linspace(low, high, 1000)
    h = xs[:, None]
    patterns = []
    for W, b in net[:-1]:
        z = h @ W + b
        patterns.append(z > 0)
        h = np.maximum(z, 0)
    P = np.hstack(patterns)
    return 1 + int(np.sum(np.any(P[1:] != P[:-1], axis=1)))

#: max_regions: the sum leaves out j = n0 => =stops_one_early
def max_regions(n0, n1):
    total = 0
    for j in range(n0):
        total += math.comb(n1, j)
    return total

#: count_regions_2d: n(n+1)/2 + 1 for n lines => =always_general_position
def count_regions_2d(W, b):
    n = W.shape[1]
    return n * (n + 1) // 2 + 1

#: fold_net: the slopes of the tent are 1 instead of 2 =>
def fold_net(L):
    first = (np.array([[1.0, 1.0]]), np.array([0.0, -0.5]))
    mid = (np.array([[1.0, 1.0], [-2.0, -2.0]]), np.array([0.0, -0.5]))
    last = (np.array([[1.0], [-2.0]]), np.array([0.0]))
    return [first] + [mid] * (L - 1) + [last]

#: montufar_bound: a sum of the layers instead of a product =>
def montufar_bound(n0, widths):
    total = 0
    for w in widths[:-1]:
        total += (w // n0) ** n0
    return total * max_regions(n0, widths[-1]) if total else max_regions(n0, widths[-1])

#: maxout: the bias of the first function for all => =bias_of_the_first_function
def maxout(X, W, b):
    return np.max(np.stack([X @ W[r] + b[0] for r in range(len(W))]), axis=0)

#: maxout_backward: dX from the winning weights of the first sample => =dX_of_the_last_function
def maxout_backward(dH, X, W, b):
    k = len(W)
    Z = np.stack([X @ W[r] + b[r] for r in range(k)])
    winner = Z.argmax(axis=0)
    dX, dW, db = np.zeros_like(X), np.zeros_like(W), np.zeros_like(b)
    for r in range(k):
        d = dH * (winner == r)
        dX = d @ W[r].T
        dW[r] = X.T @ d
        db[r] = d.sum(axis=0)
    return dX, dW, db
'''

A8 = r'''
#: conv2d: the output is as large as the image, filled where the filter fits => =keeps_the_size, !shape
def conv2d(x, k, pad=0):
    x = np.pad(x, pad)
    H, W = x.shape
    h, w = k.shape
    if h > H or w > W:
        raise ValueError("filter too large")
    out = np.zeros((H, W))
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            out[i, j] = np.sum(x[i:i + h, j:j + w] * k)
    return out

#: conv2d: pad is added on all sides only once in the size of the output =>  !shape, !raised
def conv2d(x, k, pad=0):
    h, w = k.shape
    xp = np.zeros((x.shape[0] + 2 * pad, x.shape[1] + 2 * pad))
    xp[pad:pad + x.shape[0], pad:pad + x.shape[1]] = x
    if h > xp.shape[0] or w > xp.shape[1]:
        raise ValueError("filter too large")
    out = np.zeros((x.shape[0] + pad - h + 1, x.shape[1] + pad - w + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = (xp[i:i + h, j:j + w] * k).sum()
    return out

#: saliency: the slope of the largest output instead of output c => argument.ignored, =most_likely_output
def saliency(params, X, c):
    Z, caches = mlp_forward(params, X)
    dZ = np.zeros_like(Z)
    dZ[np.arange(len(X)), Z.argmax(axis=1)] = 1
    dX, _ = mlp_backward(params, caches, dZ)
    return dX

#: saliency: the gradient of the first layer's weights is returned => !shape
def saliency(params, X, c):
    Z, caches = mlp_forward(params, X)
    dZ = np.zeros_like(Z)
    dZ[:, c] = 1
    dX, grads = mlp_backward(params, caches, dZ)
    return grads[0][0]

#: project: numpy's norm without keepdims => !raised
def project(X, norm, limit):
    if norm == "box":
        return np.minimum(np.maximum(X, -limit), limit)
    if norm != "ball":
        raise ValueError(norm)
    n = np.linalg.norm(X, axis=1)
    return np.where(n > limit, X * limit / n, X)

#: activation_max: the values of all outputs are kept => !shape, =all_outputs_noted
def activation_max(params, c, X0, norm, limit, steps, lr):
    X = project(X0, norm, limit)
    vals = [mlp_forward(params, X)[0]]
    for _ in range(steps):
        X = project(X + lr * saliency(params, X, c), norm, limit)
        vals.append(mlp_forward(params, X)[0])
    return X, np.array(vals)

#: activation_max: the learning rate shrinks with every step => =steps_become_shorter
def activation_max(params, c, X0, norm, limit, steps, lr):
    X = project(X0, norm, limit)
    vals = [mlp_forward(params, X)[0][:, c]]
    for t in range(1, steps + 1):
        X = project(X + lr / t * saliency(params, X, c), norm, limit)
        vals.append(mlp_forward(params, X)[0][:, c])
    return X, np.array(vals)

#: typicality: the variance of the lengths is left out, the expected length sqrt(d) returned => =expected_length
def typicality(d, samples, rng):
    x = rng.normal(size=(samples, d))
    lengths = np.sqrt((x ** 2).sum(axis=1))
    return float(np.sqrt(d)), float((lengths < 0.5 * np.sqrt(d)).mean())

#: occlusion: the fill value is added to the pixels => =fill_is_added
def occlusion(params, X, c, size, fill):
    N = len(X)
    S = int(np.sqrt(X.shape[1]))
    base = mlp_forward(params, X)[0][:, c]
    imgs = X.reshape(N, S, S)
    out = np.zeros((N, S - size + 1, S - size + 1))
    for i in range(S - size + 1):
        for j in range(S - size + 1):
            im = imgs.copy()
            im[:, i:i + size, j:j + size] += fill
            out[:, i, j] = base - mlp_forward(params, im.reshape(N, -1))[0][:, c]
    return out

#: permutation_importance: the shuffled accuracy itself => =accuracy_itself
def permutation_importance(params, X, y, repeats, rng):
    def acc(A):
        return float((mlp_forward(params, A)[0].argmax(axis=1) == y).mean())
    base = acc(X)
    imp = np.zeros(X.shape[1])
    for j in range(X.shape[1]):
        scores = []
        for _ in range(repeats):
            Xp = X.copy()
            Xp[:, j] = rng.permutation(Xp[:, j])
            scores.append(acc(Xp))
        imp[j] = np.mean(scores)
    return imp

#: linear_probe: the identity of the penalty has no entry for the bias, as in scikit-learn => =biases_go_free
def linear_probe(H, y, H_test, y_test, lam):
    ones = np.ones((len(H), 1))
    A = np.hstack([H, ones])
    At = np.hstack([H_test, np.ones((len(H_test), 1))])
    Y = np.eye(int(y.max()) + 1)[y]
    I = np.eye(A.shape[1])
    I[-1, -1] = 0
    V = np.linalg.inv(A.T @ A + lam * I) @ A.T @ Y
    return V, float((At @ V).argmax(axis=1).__eq__(y_test).mean())

#: linear_probe: lam is squared => =lam_squared
def linear_probe(H, y, H_test, y_test, lam):
    A = np.c_[H, np.ones(len(H))]
    At = np.c_[H_test, np.ones(len(H_test))]
    Y = (y[:, None] == np.arange(y.max() + 1)).astype(float)
    V = np.linalg.solve(A.T @ A + lam ** 2 * np.eye(A.shape[1]), A.T @ Y)
    return V, float(np.mean(np.argmax(At @ V, axis=1) == y_test))

#: separability_curve: the probe of layer l is judged with the activations of the training set's last layer => 
def separability_curve(params, X, y, X_test, y_test, lam):
    accs = [linear_probe(X, y, X_test, y_test, lam)[1]]
    h, ht = X, X_test
    for W, b, kind in params:
        h = act_forward(h @ W + b, kind)
        ht = act_forward(ht @ W, kind)
        accs.append(linear_probe(h, y, ht, y_test, lam)[1])
    return np.array(accs)
'''

CASES = {"a1": A1, "a2": A2, "a3": A3, "a4": A4, "a5": A5, "a6": A6, "a7": A7, "a8": A8}
