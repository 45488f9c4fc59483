"""Wrong implementations of a4 that are not among its known mistakes, or are other ways to write one of them."""

CASES = r'''
#: affine_backward: gradients pile up from call to call, as without zero_grad => state
_grads = {}

def affine_backward(dZ, X, W):
    key = W.shape
    _grads[key] = _grads.get(key, 0) + X.T @ dZ
    return dZ @ W.T, _grads[key].copy(), dZ.sum(axis=0)

#: affine_backward: the product of two sums, right for one sample only => =product_of_two_sums
def affine_backward(dZ, X, W):
    return dZ @ W.T, np.outer(X.sum(axis=0), dZ.sum(axis=0)), dZ.sum(axis=0)

#: affine_backward: a dict of gradients =>
def affine_backward(dZ, X, W):
    return {"dX": dZ @ W.T, "dW": X.T @ dZ, "db": dZ.sum(axis=0)}

#: affine_backward: axes of length one are squeezed away => shape.missing-axis, !shape
def affine_backward(dZ, X, W):
    return np.squeeze(dZ @ W.T), np.squeeze(X.T @ dZ), np.squeeze(dZ.sum(axis=0))

#: affine_backward: dW without the upstream gradient => upstream.missing, =ignores_the_upstream_in_dW
def affine_backward(dZ, X, W):
    return dZ @ W.T, X.T @ np.ones_like(dZ), dZ.sum(axis=0)

#: affine_backward: gradients are clipped at 5 => side, close, entries.few, clipped, =clips_the_gradients
def affine_backward(dZ, X, W):
    return tuple(np.clip(g, -5, 5) for g in (dZ @ W.T, X.T @ dZ, dZ.sum(axis=0)))

#: affine_backward: weight decay in dW => term.own, term.argument.extra
def affine_backward(dZ, X, W):
    return dZ @ W.T, X.T @ dZ + 1e-4 * W, dZ.sum(axis=0)

#: affine_backward: dW keeps the last sample only => batch.last, =last_sample_only_in_dW
def affine_backward(dZ, X, W):
    dW = np.zeros(W.shape)
    for x, d in zip(X, dZ):
        dW = np.outer(x, d)
    return dZ @ W.T, dW, dZ.sum(axis=0)

#: affine_backward: X is scaled and scaled back =>
def affine_backward(dZ, X, W):
    X /= 3
    dW = 3 * X.T @ dZ
    X *= 3
    return dZ @ W.T, dW, dZ.sum(axis=0)

#: affine_backward: float32 => close, =single_precision_gradients
def affine_backward(dZ, X, W):
    dZ, X, W = (A.astype(np.float32) for A in (dZ, X, W))
    return tuple(A.astype(float) for A in (dZ @ W.T, X.T @ dZ, dZ.sum(axis=0)))

#: affine_backward: only the signs of the upstream gradient =>
def affine_backward(dZ, X, W):
    dZ = np.sign(dZ)
    return dZ @ W.T, X.T @ dZ, dZ.sum(axis=0)

#: affine_backward: central differences with a coarse step of a squared layer => =db_as_one_number
def affine_backward(dZ, X, W):
    return dZ @ W.T, X.T @ dZ, np.full(W.shape[1], dZ.sum())

#: act_backward: tanh has the slope 1 / cosh instead of its square => =one_over_cosh
def act_backward(dH, Z, kind):
    if kind == "tanh":
        return dH / np.cosh(Z)
    H = act_forward(Z, kind)
    return dH * {"relu": Z > 0, "sigmoid": H * (1 - H), "elu": np.where(Z > 0, 1, H + 1)}[kind]

#: act_backward: tanh has the slope 1 - tanh => =tanh_without_the_square
def act_backward(dH, Z, kind):
    if kind == "tanh":
        return dH * (1 - np.tanh(Z))
    H = act_forward(Z, kind)
    return dH * {"relu": Z > 0, "sigmoid": H * (1 - H), "elu": np.where(Z > 0, 1, H + 1)}[kind]

#: act_backward: the sigmoid's slope is s + s squared => =sigmoid_slope_with_plus
def act_backward(dH, Z, kind):
    H = act_forward(Z, kind)
    return dH * {"relu": Z > 0, "sigmoid": H * (1 + H), "elu": np.where(Z > 0, 1, H + 1), "tanh": 1 - H**2}[kind]

#: act_backward: ELU has the slope exp(z) on both sides => side.positive, =elu_exponential_everywhere
def act_backward(dH, Z, kind):
    if kind == "elu":
        return dH * np.exp(Z)
    H = act_forward(Z, kind)
    return dH * {"relu": Z > 0, "sigmoid": H * (1 - H), "tanh": 1 - H**2}[kind]

#: act_backward: ELU has the slope 1 on both sides => local.missing, argument.returned, side.negative, =elu_a_straight_line
def act_backward(dH, Z, kind):
    if kind == "elu":
        return dH.copy()
    H = act_forward(Z, kind)
    return dH * {"relu": Z > 0, "sigmoid": H * (1 - H), "tanh": 1 - H**2}[kind]

#: act_backward: exp(z) / (1 + exp(z)) squared, which is NaN for large z => not-finite
def act_backward(dH, Z, kind):
    if kind == "sigmoid":
        return dH * np.exp(Z) / (1 + np.exp(Z)) ** 2
    H = act_forward(Z, kind)
    return dH * {"relu": Z > 0, "elu": np.where(Z > 0, 1, H + 1), "tanh": 1 - H**2}[kind]

#: act_backward: upstream plus slope => upstream.added, =adds_the_upstream
def act_backward(dH, Z, kind):
    H = act_forward(Z, kind)
    slope = {"relu": Z > 0, "sigmoid": H * (1 - H), "elu": np.where(Z > 0, 1, H + 1), "tanh": 1 - H**2}[kind]
    return dH + slope

#: act_backward: a product of matrices instead of entries => axis.summed
def act_backward(dH, Z, kind):
    H = act_forward(Z, kind)
    slope = {"relu": Z > 0, "sigmoid": H * (1 - H), "elu": np.where(Z > 0, 1, H + 1), "tanh": 1 - H**2}[kind]
    return dH @ slope.T

#: act_backward: the mean slope of the batch => =mean_slope_of_the_batch
def act_backward(dH, Z, kind):
    H = act_forward(Z, kind)
    slope = {"relu": Z > 0, "sigmoid": H * (1 - H), "elu": np.where(Z > 0, 1, H + 1), "tanh": 1 - H**2}[kind]
    return dH * slope.mean(axis=0)

#: act_backward: Z is cut in place for ELU =>
def act_backward(dH, Z, kind):
    if kind == "elu":
        Z[Z > 0] = 0
        return dH * np.exp(Z)
    H = act_forward(Z, kind)
    return dH * {"relu": Z > 0, "sigmoid": H * (1 - H), "tanh": 1 - H**2}[kind]

#: act_backward: ReLU leaks a hundredth => side.negative, mask, =relu_leaks
def act_backward(dH, Z, kind):
    if kind == "relu":
        return np.where(Z > 0, dH, 0.01 * dH)
    H = act_forward(Z, kind)
    return dH * {"sigmoid": H * (1 - H), "elu": np.where(Z > 0, 1, H + 1), "tanh": 1 - H**2}[kind]

#: act_backward: ReLU6: nothing passes above 3 => mask.too-much
def act_backward(dH, Z, kind):
    if kind == "relu":
        return dH * ((Z > 0) & (Z < 3))
    H = act_forward(Z, kind)
    return dH * {"sigmoid": H * (1 - H), "elu": np.where(Z > 0, 1, H + 1), "tanh": 1 - H**2}[kind]

#: act_backward: tanh is not known, so nothing is returned =>
def act_backward(dH, Z, kind):
    if kind == "relu":
        return dH * (Z > 0)
    if kind == "sigmoid":
        return dH * sigmoid(Z) * (1 - sigmoid(Z))
    if kind == "elu":
        return dH * np.exp(np.minimum(Z, 0))

#: act_backward: the derivative of ELU written for alpha = 0.5 => side.negative, =elu_of_half_the_size
def act_backward(dH, Z, kind):
    H = act_forward(Z, kind)
    return dH * {"relu": Z > 0, "sigmoid": H * (1 - H), "elu": np.where(Z > 0, 1, 0.5 * (H + 1)), "tanh": 1 - H**2}[kind]

#: act_backward: numerical slopes with a step of 1e-4 => close
def act_backward(dH, Z, kind):
    return dH * (act_forward(Z + 1e-4, kind) - act_forward(Z - 1e-4, kind)) / 2e-4

#: bricks_forward: rows of matrices => shape.extra-axis, =rows_instead_of_vectors
def bricks_forward(x, W1, W2):
    z1 = x[None, :] @ W1
    z2 = sigmoid(z1) @ W2
    return {"z1": z1, "h1": sigmoid(z1), "z2": z2, "h2": sigmoid(z2)}

#: bricks_forward: a bias of one everywhere => term.constant
def bricks_forward(x, W1, W2):
    z1 = x @ W1 + 1
    z2 = sigmoid(z1) @ W2 + 1
    return {"z1": z1, "h1": sigmoid(z1), "z2": z2, "h2": sigmoid(z2)}

#: bricks_forward: printed numbers: rounded to eight decimals => close.rounded, close
def bricks_forward(x, W1, W2):
    z1 = np.round(x @ W1, 8)
    h1 = np.round(sigmoid(z1), 8)
    z2 = np.round(h1 @ W2, 8)
    return {"z1": z1, "h1": h1, "z2": z2, "h2": np.round(sigmoid(z2), 8)}

#: bricks_forward: the numbers of the article whatever comes in =>
def bricks_forward(x, W1, W2):
    return {
        "z1": np.array([-1.40982136, 0.91005018, -0.04529517]),
        "h1": np.array([0.19626223, 0.71301043, 0.48867814]),
        "z2": np.array([-0.52507645, -0.18394635]),
        "h2": np.array([0.37166596, 0.45414264]),
    }

#: bricks_forward: keys in capital letters =>
def bricks_forward(x, W1, W2):
    z1 = x @ W1
    z2 = sigmoid(z1) @ W2
    return {"Z1": z1, "H1": sigmoid(z1), "Z2": z2, "H2": sigmoid(z2)}

#: bricks_forward: a tuple instead of a dict =>
def bricks_forward(x, W1, W2):
    z1 = x @ W1
    z2 = sigmoid(z1) @ W2
    return z1, sigmoid(z1), z2, sigmoid(z2)

#: bricks_forward: the weights in float32 => close
def bricks_forward(x, W1, W2):
    z1 = x.astype(np.float32) @ W1.astype(np.float32)
    h1 = sigmoid(z1.astype(float))
    z2 = h1 @ W2
    return {"z1": z1.astype(float), "h1": h1, "z2": z2, "h2": sigmoid(z2)}

#: bricks_forward: a square W1 is transposed => =square_weights_transposed
def bricks_forward(x, W1, W2):
    z1 = W1 @ x if W1.shape[0] == W1.shape[1] else x @ W1
    z2 = sigmoid(z1) @ W2
    return {"z1": z1, "h1": sigmoid(z1), "z2": z2, "h2": sigmoid(z2)}

#: bricks_forward: ReLU in the hidden layer => =relu_in_the_hidden_layer
def bricks_forward(x, W1, W2):
    z1 = x @ W1
    h1 = np.maximum(z1, 0)
    z2 = h1 @ W2
    return {"z1": z1, "h1": h1, "z2": z2, "h2": sigmoid(z2)}

#: bricks_output: the slope of cross-entropy as dh2 => =cross_entropy_at_the_output
def bricks_output(y, h1, h2):
    dh2 = (h2 - y) / (h2 * (1 - h2))
    s2 = h2 * (1 - h2)
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h1, dz2)}

#: bricks_output: dW2 averaged over the hidden neurons => factor, =dW2_averaged
def bricks_output(y, h1, h2):
    dh2, s2 = h2 - y, h2 * (1 - h2)
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h1, dz2) / len(h1)}

#: bricks_output: a scalar product instead of an outer one, where the lengths agree =>
def bricks_output(y, h1, h2):
    dh2, s2 = h2 - y, h2 * (1 - h2)
    dz2 = dh2 * s2
    dW2 = h1 * dz2 if len(h1) == len(dz2) else np.outer(h1, dz2)
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": dW2}

#: bricks_output: the size of the error => value.absolute, =size_of_the_error
def bricks_output(y, h1, h2):
    dh2, s2 = np.abs(h2 - y), h2 * (1 - h2)
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h1, dz2)}

#: bricks_output: the error is written into h2 =>
def bricks_output(y, h1, h2):
    s2 = h2 * (1 - h2)
    h2 -= y
    dz2 = h2 * s2
    return {"dh2": h2, "s2": s2, "dz2": dz2, "dW2": np.outer(h1, dz2)}

#: bricks_output: the slope of tanh => =slope_of_tanh
def bricks_output(y, h1, h2):
    dh2, s2 = h2 - y, 1 - h2**2
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h1, dz2)}

#: bricks_output: dW2 missing =>
def bricks_output(y, h1, h2):
    dh2, s2 = h2 - y, h2 * (1 - h2)
    return {"dh2": dh2, "s2": s2, "dz2": dh2 * s2}

#: bricks_hidden: W2 the other way round where it is square => =square_W2_the_other_way
def bricks_hidden(x, h1, W2, dz2):
    dh1 = dz2 @ W2 if W2.shape[0] == W2.shape[1] else W2 @ dz2
    s1 = h1 * (1 - h1)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}

#: bricks_hidden: only the first output is listened to => =only_the_first_output
def bricks_hidden(x, h1, W2, dz2):
    dh1 = W2[:, 0] * dz2[0]
    s1 = h1 * (1 - h1)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}

#: bricks_hidden: two outputs, written out =>
def bricks_hidden(x, h1, W2, dz2):
    dh1 = W2[:, 0] * dz2[0] + W2[:, 1] * dz2[1]
    s1 = h1 * (1 - h1)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}

#: bricks_hidden: the slope is applied twice => =slope_at_both_places
def bricks_hidden(x, h1, W2, dz2):
    dh1 = W2 @ dz2
    s1 = h1 * (1 - h1)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1 * s1)}

#: bricks_hidden: the hidden layer's own weights are forgotten: dh1 is the sum of dz2 => =weights_forgotten
def bricks_hidden(x, h1, W2, dz2):
    dh1 = np.full(len(h1), dz2.sum())
    s1 = h1 * (1 - h1)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}

#: bricks_hidden: dW1 with h1 in the place of x => =dW1_from_h1
def bricks_hidden(x, h1, W2, dz2):
    dh1 = W2 @ dz2
    s1 = h1 * (1 - h1)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(h1, dz1)}

#: bricks_hidden: rounded to eight decimals => close.rounded, close
def bricks_hidden(x, h1, W2, dz2):
    dh1 = W2 @ dz2
    s1 = h1 * (1 - h1)
    return {key: np.round(value, 8) for key, value in {"dh1": dh1, "s1": s1, "dz1": dh1 * s1, "dW1": np.outer(x, dh1 * s1)}.items()}

#: forward: ReLU in the hidden layer => =relu_below
def forward(params, X):
    Z1 = X @ params["W1"] + params["b1"]
    H1 = np.maximum(Z1, 0)
    Z2 = H1 @ params["W2"] + params["b2"]
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": sigmoid(Z2)}

#: forward: a promised entry is missing => =cache_without_the_input
def forward(params, X):
    Z1 = X @ params["W1"] + params["b1"]
    H1 = sigmoid(Z1)
    Z2 = H1 @ params["W2"] + params["b2"]
    return {"Z1": Z1, "H1": H1, "Z2": Z2, "H2": sigmoid(Z2)}

#: forward: exp(z) / (1 + exp(z)), which is NaN for large z => not-finite, =overflows_for_large_sums
def forward(params, X):
    s = lambda Z: np.exp(Z) / (1 + np.exp(Z))
    Z1 = X @ params["W1"] + params["b1"]
    Z2 = s(Z1) @ params["W2"] + params["b2"]
    return {"X": X, "Z1": Z1, "H1": s(Z1), "Z2": Z2, "H2": s(Z2)}

#: forward: the biases are stored as rows, in the caller's dict =>
def forward(params, X):
    params["b1"] = params["b1"].reshape(1, -1)
    params["b2"] = params["b2"].reshape(1, -1)
    Z1 = X @ params["W1"] + params["b1"]
    H1 = sigmoid(Z1)
    Z2 = H1 @ params["W2"] + params["b2"]
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": sigmoid(Z2)}

#: forward: one sample loses its row => shape.missing-axis
def forward(params, X):
    Z1 = X @ params["W1"] + params["b1"]
    H1 = sigmoid(Z1)
    Z2 = H1 @ params["W2"] + params["b2"]
    return {key: np.squeeze(A) for key, A in {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": sigmoid(Z2)}.items()}

#: forward: inverted dropout from the global generator => state
def forward(params, X):
    Z1 = X @ params["W1"] + params["b1"]
    H1 = sigmoid(Z1) * (np.random.rand(*Z1.shape) < 0.9) / 0.9
    Z2 = H1 @ params["W2"] + params["b2"]
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": sigmoid(Z2)}

#: forward: H1 is overwritten by H2 in a shared buffer => swapped
def forward(params, X):
    cache = {"X": X}
    H = X
    for i in "12":
        Z = H @ params["W" + i] + params["b" + i]
        H = sigmoid(Z)
        cache["Z" + i] = Z
    cache["H1"] = cache["H2"] = H
    return cache

#: forward: logits are clipped at 10 => clipped, =sums_clipped
def forward(params, X):
    Z1 = np.clip(X @ params["W1"] + params["b1"], -10, 10)
    H1 = sigmoid(Z1)
    Z2 = np.clip(H1 @ params["W2"] + params["b2"], -10, 10)
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": sigmoid(Z2)}

#: backward: cross-entropy's delta, as if the sigmoid's slope had cancelled => =no_output_slope
def backward(params, cache, Y, lam):
    N = len(Y)
    H1, H2, W2 = cache["H1"], cache["H2"], params["W2"]
    dZ2 = (H2 - Y) / N
    dZ1 = dZ2 @ W2.T * H1 * (1 - H1)
    dW1, dW2 = cache["X"].T @ dZ1, H1.T @ dZ2
    db1, db2 = dZ1.sum(axis=0), dZ2.sum(axis=0)
    dW1, dW2 = dW1 + lam / N * params["W1"], dW2 + lam / N * W2
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}

#: backward: half the penalty => factor.half, term.own.missing, number.halved, term.argument, =penalty_halved
def backward(params, cache, Y, lam):
    N = len(Y)
    H1, H2, W2 = cache["H1"], cache["H2"], params["W2"]
    dZ2 = (H2 - Y) * H2 * (1 - H2) / N
    dZ1 = dZ2 @ W2.T * H1 * (1 - H1)
    dW1, dW2 = cache["X"].T @ dZ1, H1.T @ dZ2
    db1, db2 = dZ1.sum(axis=0), dZ2.sum(axis=0)
    dW1, dW2 = dW1 + lam / (2 * N) * params["W1"], dW2 + lam / (2 * N) * W2
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}

#: backward: divided by the number of outputs => =averages_over_outputs_too, factor, =divides_by_outputs
def backward(params, cache, Y, lam):
    N = Y.shape[1]
    H1, H2, W2 = cache["H1"], cache["H2"], params["W2"]
    dZ2 = (H2 - Y) * H2 * (1 - H2) / N
    dZ1 = dZ2 @ W2.T * H1 * (1 - H1)
    dW1, dW2 = cache["X"].T @ dZ1, H1.T @ dZ2
    db1, db2 = dZ1.sum(axis=0), dZ2.sum(axis=0)
    dW1, dW2 = dW1 + lam / N * params["W1"], dW2 + lam / N * W2
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}

#: backward: the penalty is subtracted => number.negative, term.own, term.own.missing, sign, term.argument, =penalty_backwards
def backward(params, cache, Y, lam):
    N = len(Y)
    H1, H2, W2 = cache["H1"], cache["H2"], params["W2"]
    dZ2 = (H2 - Y) * H2 * (1 - H2) / N
    dZ1 = dZ2 @ W2.T * H1 * (1 - H1)
    dW1, dW2 = cache["X"].T @ dZ1, H1.T @ dZ2
    db1, db2 = dZ1.sum(axis=0), dZ2.sum(axis=0)
    dW1, dW2 = dW1 - lam / N * params["W1"], dW2 - lam / N * W2
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}

#: backward: the penalty of absolute values => =signs_of_the_weights
def backward(params, cache, Y, lam):
    N = len(Y)
    H1, H2, W2 = cache["H1"], cache["H2"], params["W2"]
    dZ2 = (H2 - Y) * H2 * (1 - H2) / N
    dZ1 = dZ2 @ W2.T * H1 * (1 - H1)
    dW1, dW2 = cache["X"].T @ dZ1, H1.T @ dZ2
    db1, db2 = dZ1.sum(axis=0), dZ2.sum(axis=0)
    dW1, dW2 = dW1 + lam / N * np.sign(params["W1"]), dW2 + lam / N * np.sign(W2)
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}

#: backward: the mask of ReLU in the hidden layer => =no_hidden_slope
def backward(params, cache, Y, lam):
    N = len(Y)
    H1, H2, W2 = cache["H1"], cache["H2"], params["W2"]
    dZ2 = (H2 - Y) * H2 * (1 - H2) / N
    dZ1 = dZ2 @ W2.T * (H1 > 0)
    dW1, dW2 = cache["X"].T @ dZ1, H1.T @ dZ2
    db1, db2 = dZ1.sum(axis=0), dZ2.sum(axis=0)
    dW1, dW2 = dW1 + lam / N * params["W1"], dW2 + lam / N * W2
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}

#: backward: the mask of ReLU at Z1 in the hidden layer => =mask_of_relu_below
def backward(params, cache, Y, lam):
    N = len(Y)
    H1, H2, W2 = cache["H1"], cache["H2"], params["W2"]
    dZ2 = (H2 - Y) * H2 * (1 - H2) / N
    dZ1 = dZ2 @ W2.T * (cache["Z1"] > 0)
    dW1, dW2 = cache["X"].T @ dZ1, H1.T @ dZ2
    db1, db2 = dZ1.sum(axis=0), dZ2.sum(axis=0)
    dW1, dW2 = dW1 + lam / N * params["W1"], dW2 + lam / N * W2
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}

#: backward: keys dW1 and so on =>
def backward(params, cache, Y, lam):
    N = len(Y)
    H1, H2, W2 = cache["H1"], cache["H2"], params["W2"]
    dZ2 = (H2 - Y) * H2 * (1 - H2) / N
    dZ1 = dZ2 @ W2.T * H1 * (1 - H1)
    dW1, dW2 = cache["X"].T @ dZ1, H1.T @ dZ2
    db1, db2 = dZ1.sum(axis=0), dZ2.sum(axis=0)
    dW1, dW2 = dW1 + lam / N * params["W1"], dW2 + lam / N * W2
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}

#: backward: products of means, right for one sample only =>
def backward(params, cache, Y, lam):
    N = len(Y)
    H1, H2, W2 = cache["H1"], cache["H2"], params["W2"]
    dZ2 = (H2 - Y) * H2 * (1 - H2) / N
    dZ1 = dZ2 @ W2.T * H1 * (1 - H1)
    dW1, dW2 = N * np.outer(cache["X"].mean(0), dZ1.mean(0)), N * np.outer(H1.mean(0), dZ2.mean(0))
    db1, db2 = dZ1.sum(axis=0), dZ2.sum(axis=0)
    dW1, dW2 = dW1 + lam / N * params["W1"], dW2 + lam / N * W2
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}

#: backward: the biases are not averaged => factor.rows, factor.length, factor.columns, =biases_not_averaged
def backward(params, cache, Y, lam):
    N = len(Y)
    H1, H2, W2 = cache["H1"], cache["H2"], params["W2"]
    dZ2 = (H2 - Y) * H2 * (1 - H2) / N
    dZ1 = dZ2 @ W2.T * H1 * (1 - H1)
    dW1, dW2 = cache["X"].T @ dZ1, H1.T @ dZ2
    db1, db2 = N * dZ1.sum(axis=0), N * dZ2.sum(axis=0)
    dW1, dW2 = dW1 + lam / N * params["W1"], dW2 + lam / N * W2
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}

#: backward: the two biases exchanged => swapped
def backward(params, cache, Y, lam):
    N = len(Y)
    H1, H2, W2 = cache["H1"], cache["H2"], params["W2"]
    dZ2 = (H2 - Y) * H2 * (1 - H2) / N
    dZ1 = dZ2 @ W2.T * H1 * (1 - H1)
    dW1, dW2 = cache["X"].T @ dZ1, H1.T @ dZ2
    db2, db1 = dZ1.sum(axis=0), dZ2.sum(axis=0)
    dW1, dW2 = dW1 + lam / N * params["W1"], dW2 + lam / N * W2
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}

#: backward: the hidden slope 1 - h squared => =tanh_slope_in_the_hidden_layer
def backward(params, cache, Y, lam):
    N = len(Y)
    H1, H2, W2 = cache["H1"], cache["H2"], params["W2"]
    dZ2 = (H2 - Y) * H2 * (1 - H2) / N
    dZ1 = dZ2 @ W2.T * (1 - H1**2)
    dW1, dW2 = cache["X"].T @ dZ1, H1.T @ dZ2
    db1, db2 = dZ1.sum(axis=0), dZ2.sum(axis=0)
    dW1, dW2 = dW1 + lam / N * params["W1"], dW2 + lam / N * W2
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}

#: backward: z (1 - z) for the hidden slope => =sums_for_outputs_in_the_slope
def backward(params, cache, Y, lam):
    N = len(Y)
    H1, H2, W2 = cache["H1"], cache["H2"], params["W2"]
    dZ2 = (H2 - Y) * H2 * (1 - H2) / N
    dZ1 = dZ2 @ W2.T * cache["Z1"] * (1 - cache["Z1"])
    dW1, dW2 = cache["X"].T @ dZ1, H1.T @ dZ2
    db1, db2 = dZ1.sum(axis=0), dZ2.sum(axis=0)
    dW1, dW2 = dW1 + lam / N * params["W1"], dW2 + lam / N * W2
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}

#: backward: a product of matrices for the hidden slope =>
def backward(params, cache, Y, lam):
    N = len(Y)
    H1, H2, W2 = cache["H1"], cache["H2"], params["W2"]
    dZ2 = (H2 - Y) * H2 * (1 - H2) / N
    dZ1 = (dZ2 @ W2.T) @ (H1.T @ (1 - H1))
    dW1, dW2 = cache["X"].T @ dZ1, H1.T @ dZ2
    db1, db2 = dZ1.sum(axis=0), dZ2.sum(axis=0)
    dW1, dW2 = dW1 + lam / N * params["W1"], dW2 + lam / N * W2
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}

#: backward: the penalty with the sum of the weights => term.constant, =sum_of_the_weights_added
def backward(params, cache, Y, lam):
    N = len(Y)
    H1, H2, W2 = cache["H1"], cache["H2"], params["W2"]
    dZ2 = (H2 - Y) * H2 * (1 - H2) / N
    dZ1 = dZ2 @ W2.T * H1 * (1 - H1)
    dW1, dW2 = cache["X"].T @ dZ1, H1.T @ dZ2
    db1, db2 = dZ1.sum(axis=0), dZ2.sum(axis=0)
    dW1, dW2 = dW1 + lam / N * params["W1"].sum(), dW2 + lam / N * W2.sum()
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}

#: backward: the penalty for a batch of one hundred => term.argument
def backward(params, cache, Y, lam):
    N = len(Y)
    H1, H2, W2 = cache["H1"], cache["H2"], params["W2"]
    dZ2 = (H2 - Y) * H2 * (1 - H2) / N
    dZ1 = dZ2 @ W2.T * H1 * (1 - H1)
    dW1, dW2 = cache["X"].T @ dZ1, H1.T @ dZ2
    db1, db2 = dZ1.sum(axis=0), dZ2.sum(axis=0)
    dW1, dW2 = dW1 + lam / 100 * params["W1"], dW2 + lam / 100 * W2
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}

#: backward: the parameters are updated as well =>
def backward(params, cache, Y, lam):
    N = len(Y)
    H1, H2, W2 = cache["H1"], cache["H2"], params["W2"]
    dZ2 = (H2 - Y) * H2 * (1 - H2) / N
    dZ1 = dZ2 @ W2.T * H1 * (1 - H1)
    dW1, dW2 = cache["X"].T @ dZ1, H1.T @ dZ2
    db1, db2 = dZ1.sum(axis=0), dZ2.sum(axis=0)
    dW1, dW2 = dW1 + lam / N * params["W1"], dW2 + lam / N * W2
    params["W1"] -= 0.1 * dW1
    params["W2"] -= 0.1 * dW2
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}

#: backward: the cache of the first call is used for all later ones => argument.ignored, state
_first = {}

def backward(params, cache, Y, lam):
    cache = _first.setdefault(Y.shape, cache)
    N = len(Y)
    H1, H2, W2 = cache["H1"], cache["H2"], params["W2"]
    dZ2 = (H2 - Y) * H2 * (1 - H2) / N
    dZ1 = dZ2 @ W2.T * H1 * (1 - H1)
    dW1, dW2 = cache["X"].T @ dZ1, H1.T @ dZ2
    db1, db2 = dZ1.sum(axis=0), dZ2.sum(axis=0)
    dW1, dW2 = dW1 + lam / N * params["W1"], dW2 + lam / N * W2
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}

#: backward: labels are made one-hot by their largest entry =>
def backward(params, cache, Y, lam):
    Y = np.eye(Y.shape[1])[Y.argmax(axis=1)]
    N = len(Y)
    H1, H2, W2 = cache["H1"], cache["H2"], params["W2"]
    dZ2 = (H2 - Y) * H2 * (1 - H2) / N
    dZ1 = dZ2 @ W2.T * H1 * (1 - H1)
    dW1, dW2 = cache["X"].T @ dZ1, H1.T @ dZ2
    db1, db2 = dZ1.sum(axis=0), dZ2.sum(axis=0)
    dW1, dW2 = dW1 + lam / N * params["W1"], dW2 + lam / N * W2
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}

#: backward: the gradient of W1 with H1 in the place of X where the widths agree =>
def backward(params, cache, Y, lam):
    N = len(Y)
    H1, H2, W2 = cache["H1"], cache["H2"], params["W2"]
    dZ2 = (H2 - Y) * H2 * (1 - H2) / N
    dZ1 = dZ2 @ W2.T * H1 * (1 - H1)
    dW1, dW2 = (H1 if H1.shape == cache["X"].shape else cache["X"]).T @ dZ1, H1.T @ dZ2
    db1, db2 = dZ1.sum(axis=0), dZ2.sum(axis=0)
    dW1, dW2 = dW1 + lam / N * params["W1"], dW2 + lam / N * W2
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}

#: backward: the output error is squared =>
def backward(params, cache, Y, lam):
    N = len(Y)
    H1, H2, W2 = cache["H1"], cache["H2"], params["W2"]
    dZ2 = np.sign(H2 - Y) * (H2 - Y) ** 2 * H2 * (1 - H2) / N
    dZ1 = dZ2 @ W2.T * H1 * (1 - H1)
    dW1, dW2 = cache["X"].T @ dZ1, H1.T @ dZ2
    db1, db2 = dZ1.sum(axis=0), dZ2.sum(axis=0)
    dW1, dW2 = dW1 + lam / N * params["W1"], dW2 + lam / N * W2
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}

#: backward: the factor 2 of the square is left over => factor.two, =factor_two_left_over
def backward(params, cache, Y, lam):
    N = len(Y)
    H1, H2, W2 = cache["H1"], cache["H2"], params["W2"]
    dZ2 = 2 * (H2 - Y) * H2 * (1 - H2) / N
    dZ1 = dZ2 @ W2.T * H1 * (1 - H1)
    dW1, dW2 = cache["X"].T @ dZ1, H1.T @ dZ2
    db1, db2 = dZ1.sum(axis=0), dZ2.sum(axis=0)
    dW1, dW2 = dW1 + lam / N * params["W1"], dW2 + lam / N * W2
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}

#: backward: W2 is not transposed where it is square => =square_weights_not_transposed
def backward(params, cache, Y, lam):
    N = len(Y)
    H1, H2, W2 = cache["H1"], cache["H2"], params["W2"]
    dZ2 = (H2 - Y) * H2 * (1 - H2) / N
    dZ1 = dZ2 @ (W2 if W2.shape[0] == W2.shape[1] else W2.T) * H1 * (1 - H1)
    dW1, dW2 = cache["X"].T @ dZ1, H1.T @ dZ2
    db1, db2 = dZ1.sum(axis=0), dZ2.sum(axis=0)
    dW1, dW2 = dW1 + lam / N * params["W1"], dW2 + lam / N * W2
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}

#: backward: gradients are scaled to norm one when they are longer => factor
def backward(params, cache, Y, lam):
    N = len(Y)
    H1, H2, W2 = cache["H1"], cache["H2"], params["W2"]
    dZ2 = (H2 - Y) * H2 * (1 - H2) / N
    dZ1 = dZ2 @ W2.T * H1 * (1 - H1)
    dW1, dW2 = cache["X"].T @ dZ1, H1.T @ dZ2
    db1, db2 = dZ1.sum(axis=0), dZ2.sum(axis=0)
    dW1, dW2 = dW1 + lam / N * params["W1"], dW2 + lam / N * W2
    dW1, dW2 = (g / max(1.0, np.linalg.norm(g)) for g in (dW1, dW2))
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}

#: mlp_forward: X is put in front of the caches => !property
def mlp_forward(params, X):
    H, caches = X, [X]
    for W, b, kind in params:
        Z = H @ W + b
        caches.append((H, Z))
        H = act_forward(Z, kind)
    return H, caches

#: mlp_forward: the last layer has no cache => !property
def mlp_forward(params, X):
    H, caches = X, []
    for W, b, kind in params:
        Z = H @ W + b
        caches.append((H, Z))
        H = act_forward(Z, kind)
    return H, caches[:-1]

#: mlp_forward: softmax at the end => =softmax_at_the_end
def mlp_forward(params, X):
    H, caches = X, []
    for W, b, kind in params:
        Z = H @ W + b
        caches.append((H, Z))
        H = act_forward(Z, kind)
    E = np.exp(H - H.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True), caches

#: mlp_forward: the biases of a layer are summed => line.columns.added, =biases_of_a_layer_summed
def mlp_forward(params, X):
    H, caches = X, []
    for W, b, kind in params:
        Z = H @ W + b.sum()
        caches.append((H, Z))
        H = act_forward(Z, kind)
    return H, caches

#: mlp_forward: every hidden layer is a ReLU => =always_relu
def mlp_forward(params, X):
    H, caches = X, []
    for W, b, kind in params:
        Z = H @ W + b
        caches.append((H, Z))
        H = Z if kind == "linear" else np.maximum(Z, 0)
    return H, caches

#: mlp_forward: two layers and no more =>
def mlp_forward(params, X):
    H, caches = X, []
    for W, b, kind in (params[:1] + params[-1:] if len(params) > 2 and params[0][0].shape[1] == params[-1][0].shape[0] else params[:2]):
        Z = H @ W + b
        caches.append((H, Z))
        H = act_forward(Z, kind)
    return H, caches

#: mlp_forward: residual connections where the widths agree => =skip_connections
def mlp_forward(params, X):
    H, caches = X, []
    for W, b, kind in params:
        Z = H @ W + b
        caches.append((H, Z))
        H = act_forward(Z, kind) + (H if H.shape == Z.shape and kind != "linear" else 0)
    return H, caches

#: mlp_forward: the layers from the last to the first where they are square =>
def mlp_forward(params, X):
    H, caches = X, []
    for W, b, kind in (params[::-1] if all(W.shape[0] == W.shape[1] for W, _, _ in params) else params):
        Z = H @ W + b
        caches.append((H, Z))
        H = act_forward(Z, kind)
    return H, caches

#: mlp_forward: the first bias is used in every layer of its width =>
def mlp_forward(params, X):
    H, caches = X, []
    for W, b, kind in params:
        b = params[0][1] if len(params[0][1]) == len(b) else b
        Z = H @ W + b
        caches.append((H, Z))
        H = act_forward(Z, kind)
    return H, caches

#: mlp_forward: caches and output in the wrong order => =caches_first
def mlp_forward(params, X):
    H, caches = X, []
    for W, b, kind in params:
        Z = H @ W + b
        caches.append((H, Z))
        H = act_forward(Z, kind)
    return caches, H

#: mlp_backward: a dict of gradients =>
def mlp_backward(params, caches, dZ):
    grads = []
    for i in reversed(range(len(params))):
        H, Z = caches[i]
        W = params[i][0]
        dH, dW, db = affine_backward(dZ, H, W)
        grads.append((dW, db))
        if i > 0:
            dZ = act_backward(dH, caches[i - 1][1], params[i - 1][2])
    return dH, {f"layer{i}": g for i, g in enumerate(grads[::-1])}

#: mlp_backward: one flat list of gradients =>
def mlp_backward(params, caches, dZ):
    grads = []
    for i in reversed(range(len(params))):
        H, Z = caches[i]
        W = params[i][0]
        dH, dW, db = affine_backward(dZ, H, W)
        grads.append((dW, db))
        if i > 0:
            dZ = act_backward(dH, caches[i - 1][1], params[i - 1][2])
    return dH, [part for pair in grads[::-1] for part in pair]

#: mlp_backward: the last hidden layer's activation for all layers => =kind_of_the_last_hidden_layer
def mlp_backward(params, caches, dZ):
    grads = []
    for i in reversed(range(len(params))):
        H, Z = caches[i]
        W = params[i][0]
        dH, dW, db = affine_backward(dZ, H, W)
        grads.append((dW, db))
        if i > 0:
            dZ = act_backward(dH, caches[i - 1][1], params[-2][2])
    return dH, grads[::-1]

#: mlp_backward: slopes at the sums of the layer above where the shapes agree => =sums_of_the_layer_above
def mlp_backward(params, caches, dZ):
    grads = []
    for i in reversed(range(len(params))):
        H, Z = caches[i]
        W = params[i][0]
        dH, dW, db = affine_backward(dZ, H, W)
        grads.append((dW, db))
        if i > 0:
            dZ = act_backward(dH, (Z if Z.shape == dH.shape else caches[i - 1][1]), params[i - 1][2])
    return dH, grads[::-1]

#: mlp_backward: the biases are averaged => factor.per-rows, =biases_averaged
def mlp_backward(params, caches, dZ):
    grads = []
    for i in reversed(range(len(params))):
        H, Z = caches[i]
        W = params[i][0]
        dH, dW, db = affine_backward(dZ, H, W)
        grads.append((dW, db / len(dZ)))
        if i > 0:
            dZ = act_backward(dH, caches[i - 1][1], params[i - 1][2])
    return dH, grads[::-1]

#: mlp_backward: dX is the gradient of the first sums => =dX_before_the_first_weights
def mlp_backward(params, caches, dZ):
    grads = []
    for i in reversed(range(len(params))):
        H, Z = caches[i]
        W = params[i][0]
        dH, dW, db = affine_backward(dZ, H, W)
        grads.append((dW, db))
        if i > 0:
            dZ = act_backward(dH, caches[i - 1][1], params[i - 1][2])
    return dZ, grads[::-1]

#: mlp_backward: W is not transposed where it is square => =square_matrices_not_transposed
def mlp_backward(params, caches, dZ):
    grads = []
    for i in reversed(range(len(params))):
        H, Z = caches[i]
        W = params[i][0]
        dH, dW, db = affine_backward(dZ, H, W.T if W.shape[0] == W.shape[1] else W)
        grads.append((dW, db))
        if i > 0:
            dZ = act_backward(dH, caches[i - 1][1], params[i - 1][2])
    return dH, grads[::-1]

#: mlp_backward: the activations of ReLU layers only =>
def mlp_backward(params, caches, dZ):
    grads = []
    for i in reversed(range(len(params))):
        H, Z = caches[i]
        W = params[i][0]
        dH, dW, db = affine_backward(dZ, H, W)
        grads.append((dW, db))
        if i > 0:
            dZ = dH if params[i - 1][2] != "relu" else act_backward(dH, caches[i - 1][1], params[i - 1][2])
    return dH, grads[::-1]

#: mlp_backward: gradients of more than three layers are cut off =>
def mlp_backward(params, caches, dZ):
    grads = []
    for i in reversed(range(max(0, len(params) - 3), len(params))):
        H, Z = caches[i]
        W = params[i][0]
        dH, dW, db = affine_backward(dZ, H, W)
        grads.append((dW, db))
        if i > 0:
            dZ = act_backward(dH, caches[i - 1][1], params[i - 1][2])
    return dH, grads[::-1]

#: mlp_backward: the upstream gradient is averaged first => factor.per-rows, =upstream_averaged_first
def mlp_backward(params, caches, dZ):
    grads, dZ = [], dZ / len(dZ)
    for i in reversed(range(len(params))):
        H, Z = caches[i]
        W = params[i][0]
        dH, dW, db = affine_backward(dZ, H, W)
        grads.append((dW, db))
        if i > 0:
            dZ = act_backward(dH, caches[i - 1][1], params[i - 1][2])
    return dH, grads[::-1]

#: mlp_backward: the weights are updated on the way down =>
def mlp_backward(params, caches, dZ):
    grads = []
    for i in reversed(range(len(params))):
        H, Z = caches[i]
        W = params[i][0]
        dH, dW, db = affine_backward(dZ, H, W)
        W -= 0.1 * dW
        grads.append((dW, db))
        if i > 0:
            dZ = act_backward(dH, caches[i - 1][1], params[i - 1][2])
    return dH, grads[::-1]

#: mlp_backward: no dX => =gradients_without_dX
def mlp_backward(params, caches, dZ):
    grads = []
    for i in reversed(range(len(params))):
        H, Z = caches[i]
        W = params[i][0]
        dH, dW, db = affine_backward(dZ, H, W)
        grads.append((dW, db))
        if i > 0:
            dZ = act_backward(dH, caches[i - 1][1], params[i - 1][2])
    return grads[::-1]

#: fixed_gradients: the data term divided by 2N => two.half, factor.half
def fixed_gradients(X, Y, W1, W2, reg):
    N = len(X)
    h1, h2 = published_forward(X, W1, W2)
    dz2 = (h2 - Y) * h2 * (1 - h2) / (2 * N)
    dz1 = dz2 @ W2.T * h1 * (1 - h1)
    return X.T @ dz1 + reg / N * W1, h1.T @ dz2 + reg / N * W2

#: fixed_gradients: half the penalty => factor.half, term.own.missing, number.halved, term.argument, =penalty_of_half_the_size
def fixed_gradients(X, Y, W1, W2, reg):
    N = len(X)
    h1, h2 = published_forward(X, W1, W2)
    dz2 = (h2 - Y) * h2 * (1 - h2) / N
    dz1 = dz2 @ W2.T * h1 * (1 - h1)
    return X.T @ dz1 + reg / (2 * N) * W1, h1.T @ dz2 + reg / (2 * N) * W2

#: fixed_gradients: only W2 is penalised => term.own.missing, term.argument.missing, =penalty_on_the_last_layer_only
def fixed_gradients(X, Y, W1, W2, reg):
    N = len(X)
    h1, h2 = published_forward(X, W1, W2)
    dz2 = (h2 - Y) * h2 * (1 - h2) / N
    dz1 = dz2 @ W2.T * h1 * (1 - h1)
    return X.T @ dz1, h1.T @ dz2 + reg / N * W2

#: fixed_gradients: only the second gradient averages the data => two.rows, =first_data_term_not_averaged
def fixed_gradients(X, Y, W1, W2, reg):
    N = len(X)
    h1, h2 = published_forward(X, W1, W2)
    dz2 = (h2 - Y) * h2 * (1 - h2) / N
    dz1 = dz2 @ W2.T * h1 * (1 - h1)
    return N * X.T @ dz1 + reg / N * W1, h1.T @ dz2 + reg / N * W2

#: fixed_gradients: the sign of the error => sign, =sign_turned
def fixed_gradients(X, Y, W1, W2, reg):
    N = len(X)
    h1, h2 = published_forward(X, W1, W2)
    dz2 = (Y - h2) * h2 * (1 - h2) / N
    dz1 = dz2 @ W2.T * h1 * (1 - h1)
    return X.T @ dz1 + reg / N * W1, h1.T @ dz2 + reg / N * W2

#: fixed_gradients: the slope of the published tanh in the hidden layer => =slope_of_tanh_below
def fixed_gradients(X, Y, W1, W2, reg):
    N = len(X)
    h1, h2 = published_forward(X, W1, W2)
    dz2 = (h2 - Y) * h2 * (1 - h2) / N
    dz1 = dz2 @ W2.T * published_tanh(h1, slope=True)
    return X.T @ dz1 + reg / N * W1, h1.T @ dz2 + reg / N * W2

#: fixed_gradients: gradients in the wrong order => swapped, =second_gradient_first
def fixed_gradients(X, Y, W1, W2, reg):
    N = len(X)
    h1, h2 = published_forward(X, W1, W2)
    dz2 = (h2 - Y) * h2 * (1 - h2) / N
    dz1 = dz2 @ W2.T * h1 * (1 - h1)
    return h1.T @ dz2 + reg / N * W2, X.T @ dz1 + reg / N * W1

#: fixed_gradients: the number of samples is always 50 => factor
def fixed_gradients(X, Y, W1, W2, reg):
    N = 50
    h1, h2 = published_forward(X, W1, W2)
    dz2 = (h2 - Y) * h2 * (1 - h2) / N
    dz1 = dz2 @ W2.T * h1 * (1 - h1)
    return X.T @ dz1 + reg / N * W1, h1.T @ dz2 + reg / N * W2

#: fixed_gradients: Y is changed in place =>
def fixed_gradients(X, Y, W1, W2, reg):
    N = len(X)
    h1, h2 = published_forward(X, W1, W2)
    Y -= h2
    dz2 = -Y * h2 * (1 - h2) / N
    dz1 = dz2 @ W2.T * h1 * (1 - h1)
    return X.T @ dz1 + reg / N * W1, h1.T @ dz2 + reg / N * W2

#: fixed_gradients: the probabilities of predict in the place of h2 =>
def fixed_gradients(X, Y, W1, W2, reg):
    N = len(X)
    h1, h2 = published_forward(X, W1, W2)
    h2 = published_predict(X, W1, W2)
    dz2 = (h2 - Y) * h2 * (1 - h2) / N
    dz1 = dz2 @ W2.T * h1 * (1 - h1)
    return X.T @ dz1 + reg / N * W1, h1.T @ dz2 + reg / N * W2

#: find_defects: evidence in percent =>
def find_defects():
    X, Y, W1, W2, reg, z = audit_point()
    return [("gradient data", "factor", 5000.0), ("gradient penalty", "shared number", 100 * reg * float(np.sum(W2**2))), ("tanh slope", "factor", 200.0)]

#: find_defects: the shared number measured on W1 =>
def find_defects():
    X, Y, W1, W2, reg, z = audit_point()
    h2 = published_forward(X, W1, W2)[1]
    return [
        ("gradient data", "factor", 50.0),
        ("gradient penalty", "shared number", float(reg * np.sum(W1**2))),
        ("predict", "disagrees", float(np.abs(published_predict(X, W1, W2) - h2).max())),
        ("tanh slope", "factor", 2.0),
    ]

#: find_defects: the two gradients reported as lost terms =>
def find_defects():
    X, Y, W1, W2, reg, z = audit_point()
    return [("gradient data", "lost term", 0.02), ("gradient penalty", "lost term", 0.0), ("tanh slope", "factor", 2.0)]

#: find_defects: the slope of tanh compared with numpy's tanh =>
def find_defects():
    X, Y, W1, W2, reg, z = audit_point()
    h2 = published_forward(X, W1, W2)[1]
    told = published_tanh(published_tanh(z), slope=True)
    return [
        ("gradient data", "factor", 50.0),
        ("gradient penalty", "shared number", float(reg * np.sum(W2**2))),
        ("predict", "disagrees", float(np.abs(published_predict(X, W1, W2) - h2).max())),
        ("tanh slope", "disagrees", float(np.abs(told - (1 - np.tanh(z) ** 2)).max())),
    ]
'''
