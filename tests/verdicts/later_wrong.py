"""Wrong implementations written after the diagnoses were: what may be said of each was noted before anything was run on it.

The diagnoses were made while looking at a1_wrong, a3_wrong and a4_wrong; nothing was tuned on these (the benchmark gives
them a row of their own). Two things were noted later: ids of diagnoses that did not exist yet, from the headings alone, and
known mistakes that give the same numbers in every check, which makes them the same mistake in other words.
"""

A1 = r'''
#: affine_forward: weights from a global variable of the notebook => argument.ignored
W = np.array([[3.0, 0.0, -1.0], [1.0, 2.0, 4.0]])

def affine_forward(X, W_, b):
    return X @ W + b

#: affine_forward: the bias is added for the first sample only => row.only-first, =forgets_the_bias, row, =bias_for_the_first_sample_only
def affine_forward(X, W, b):
    Z = X @ W
    Z[0] += b
    return Z

#: affine_forward: the bias is added once for each input => =bias_for_every_input, line.columns.added, term.argument.extra
def affine_forward(X, W, b):
    Z = np.zeros((X.shape[0], W.shape[1]))
    for n in range(X.shape[0]):
        for m in range(W.shape[1]):
            for d in range(X.shape[1]):
                Z[n, m] += X[n, d] * W[d, m] + b[m]
    return Z

#: affine_forward: twice the bias => term.argument.extra, line.columns.added, =bias_added_twice
def affine_forward(X, W, b):
    Z = X @ W
    Z += b
    return Z + b

#: affine_forward: the same buffer is handed out for every batch of a shape =>
_buffers = {}

def affine_forward(X, W, b):
    Z = _buffers.setdefault((len(X), len(b)), np.empty((len(X), len(b))))
    np.matmul(X, W, out=Z)
    Z += b
    return Z

#: affine_forward: the last input is left out by range(D - 1) => =last_input_left_out
def affine_forward(X, W, b):
    Z = np.zeros((X.shape[0], W.shape[1]))
    for d in range(X.shape[1] - 1):
        Z += X[:, d:d + 1] * W[d]
    return Z + b

#: affine_forward: W is transposed where it is square => operand.transposed, =transposed_where_square
def affine_forward(X, W, b):
    if W.shape[0] == W.shape[1]:
        W = W.T
    return X @ W + b

#: affine_forward: W is reshaped instead of transposed before np.inner => =reshaped_weights
def affine_forward(X, W, b):
    return np.inner(X, W.reshape(W.shape[1], W.shape[0])) + b

#: affine_forward: matrix.dot in half the digits by np.round(W, 4) => close
def affine_forward(X, W, b):
    return X @ np.round(W, 4) + b

#: from_columns: W is sorted by its first row => order
def from_columns(W_seed, b):
    return np.sort(W_seed.T, axis=1), b

#: from_columns: flipped left to right instead of transposed => order, =turned_by_a_quarter
def from_columns(W_seed, b):
    return np.rot90(W_seed), b

#: from_columns: both transposed and negated => sign, =weights_negated
def from_columns(W_seed, b):
    return -W_seed.T, b

#: rotation: the cosine of the angle in gradians => =converted_the_wrong_way, =four_hundred_to_a_turn
def rotation(degrees):
    t = degrees * np.pi / 200
    return np.array([[np.cos(t), -np.sin(t)], [np.sin(t), np.cos(t)]])

#: rotation: cos and sin of twice the angle => =twice_the_angle
def rotation(degrees):
    t = np.radians(degrees)
    return np.array([[np.cos(2 * t), -np.sin(2 * t)], [np.sin(2 * t), np.cos(2 * t)]])

#: rotation: row-vector convention => transpose, =clockwise
def rotation(degrees):
    theta = np.deg2rad(degrees)
    return np.array([[np.cos(theta), np.sin(theta)], [-np.sin(theta), np.cos(theta)]])

#: rotation: np.round(theta, 10) hidden in the conversion => close
def rotation(degrees):
    theta = np.round(np.deg2rad(degrees), 10)
    c, s = np.cos(theta), np.sin(theta)
    return np.array([[c, -s], [s, c]])

#: rotation: tiny entries are set to zero => close
def rotation(degrees):
    t = np.radians(degrees)
    R = np.array([[np.cos(t), -np.sin(t)], [np.sin(t), np.cos(t)]])
    R[np.abs(R) < 1e-1] = 0
    return R

#: make_layer: the shift is turned as well => =shift_moved_too, =shift_turned_by_the_second_turn
def make_layer(deg1, scales, deg2, shift):
    M = rotation(deg2) @ np.diag(scales) @ rotation(deg1)
    return M.T, rotation(deg2) @ shift

#: make_layer: the first turn is left out where both angles are equal =>
def make_layer(deg1, scales, deg2, shift):
    M = rotation(deg2) @ np.diag(scales)
    if deg1 != deg2:
        M = M @ rotation(deg1)
    return M.T, np.array(shift)

#: make_layer: scales as an outer product => =scales_last, =scales_first
def make_layer(deg1, scales, deg2, shift):
    M = rotation(deg2) @ rotation(deg1) * scales
    return M.T, shift

#: decompose_affine: np.linalg.svd's third factor is used as V => =third_factor_transposed
def decompose_affine(W):
    U, s, V = np.linalg.svd(W.T)
    if np.linalg.det(U) < 0:
        U[:, 1] *= -1
        s[1] *= -1
    if np.linalg.det(V) < 0:
        V[:, 1] *= -1
        s[1] *= -1
    return U, np.diag(s), V.T

#: decompose_affine: only mirrored layers are mended, by one flip => =reflections_left_in, =only_one_factor_looked_at
def decompose_affine(W):
    U, s, Vt = np.linalg.svd(np.asarray(W, float).T)
    S = np.diag(s)
    if np.linalg.det(W) < 0:
        U = U @ np.diag([1.0, -1.0])
        S = np.diag([1.0, -1.0]) @ S
    return U, S, Vt

#: relu: the negative side is tiny but not zero => side.negative, close, =leftover_slope
def relu(A):
    return np.maximum(A, 1e-10 * A)

#: relu: absolute value where it is negative => side.negative, =absolute_value, value.absolute
def relu(A):
    return A * np.sign(A)

#: relu: np.clip to an upper end of 1e3 => clipped
def relu(A):
    return np.clip(A, 0, 1e3) if A.ndim != 3 else np.clip(A, 0, 2)

#: relu: the mean is subtracted first => mask.too-much
def relu(A):
    A = A - A.mean()
    return np.where(A > 0, A, 0)

#: standardize: np.isclose says which columns are constant, and so do all below 1e-8 => mask.too-much, zero, =small_spread_counts_as_none
def standardize(X):
    mean, std = X.mean(axis=0), X.std(axis=0)
    std = np.where(np.isclose(std, 0), 0, std)
    return np.where(std == 0, 0.0, (X - mean) / np.where(std == 0, 1, std)), mean, std

#: quadrant_kind: dtype int8 from boolean sums => =zero_inside_for_the_second
def quadrant_kind(A):
    return (2 * (A[:, 0] <= 0) + (A[:, 1] < 0)).astype(int)

#: orthant_fraction: standard_normal of float32, in one block of limited size => =no_more_than_a_thousand
def orthant_fraction(n, samples, rng):
    samples = min(samples, 1000)
    return float((rng.standard_normal((samples, n)) > 0).all(axis=1).mean())

#: orthant_fraction: a seed drawn from rng, then the global generator => state
def orthant_fraction(n, samples, rng):
    X = np.random.randn(samples, n)
    return float(np.mean(np.min(X, axis=1) > 0))

#: layer_frames: the last frame applies ReLU before the shift and shifts afterwards => =relu_before_the_shift, =shift_after_relu
def layer_frames(H, W, b):
    R2, S, R1 = decompose_affine(W)
    f0 = H @ R1.T
    f1 = f0 @ S
    f2 = f1 @ R2.T
    f3 = f2 + b
    return np.array([f0, f1, f2, f3, np.maximum(f2, 0) + b])

#: layer_frames: the shift is subtracted => term.argument, =shift_subtracted
def layer_frames(H, W, b):
    R2, S, R1 = decompose_affine(W)
    f0 = H @ R1.T
    f1 = f0 @ S
    f2 = f1 @ R2.T
    return np.array([f0, f1, f2, f2 - b, relu(f2 - b)])

#: standardize: ddof=1 through np.std => =divides_by_n_minus_one, factor, line.columns.factor
def standardize(X):
    m, s = X.mean(0), X.std(0, ddof=1) if len(X) > 1 else np.zeros(X.shape[1])
    return (X - m) / np.where(s == 0, 1, s), m, s

#: standardize: columns with std below 1e-8 count as constant => mask.too-much, zero, =small_spread_counts_as_none
def standardize(X):
    mean, std = X.mean(axis=0), X.std(axis=0)
    safe = np.where(std < 1e-8, 1.0, std)
    Z = (X - mean) / safe
    Z[:, std < 1e-8] = 0
    return Z, mean, np.where(std < 1e-8, 0.0, std)

#: standardize: eps 1e-8 added to std => =something_added_to_std, close
def standardize(X):
    m, s = X.mean(0), X.std(0)
    same = np.ptp(X, axis=0) == 0
    Z = (X - m) / (s + 1e-8)
    Z[:, same] = 0
    return Z, m, np.where(same, 0, s)

#: standardize: eps 1e-12 added to std => =something_added_to_std, close
def standardize(X):
    m, s = X.mean(0), X.std(0)
    same = np.ptp(X, axis=0) == 0
    Z = (X - m) / (s + 1e-12)
    Z[:, same] = 0
    return Z, m, np.where(same, 0, s)

#: standardize: divides by the number of columns => factor, line.columns.factor, =divided_by_the_number_of_columns
def standardize(X):
    m = X.mean(0)
    c = X - m
    c[:, X.max(0) == X.min(0)] = 0
    s = np.sqrt((c ** 2).sum(0) / X.shape[1])
    return c / np.where(s == 0, 1, s), m, s
'''

A3 = r'''
#: one_hot: the identity is indexed by the labels minus their minimum => =counted_from_the_smallest
def one_hot(y, C):
    if y.min() < 0 or y.max() >= C:
        raise ValueError("label")
    return np.eye(C)[y - y.min()]

#: one_hot: TypeError for labels out of range => =row_of_zeros, error
def one_hot(y, C):
    if not all(0 <= label < C for label in y):
        raise TypeError("labels must be in range")
    return np.eye(C)[y]

#: one_hot: rows in the order of the classes => order, =rows_in_the_order_of_classes
def one_hot(y, C):
    if np.any(y < 0) or np.any(y >= C):
        raise ValueError("label out of range")
    return np.eye(C)[np.sort(y)]

#: softmax: axis=0 for the maximum only => not-finite, =shift_by_column
def softmax(Z):
    e = np.exp(Z - Z.max(axis=0))
    return e / e.sum(axis=1, keepdims=True)

#: softmax: nothing is subtracted but NaN never appears below 700 => =no_shift, not-finite
def softmax(Z):
    Z = np.where(Z > 700, 700, Z)
    e = np.exp(Z)
    return e / e.sum(axis=1)[:, None]

#: softmax: 1e-12 in the denominator => =adds_to_the_sum, close, =tiny_probabilities_lost
def softmax(Z):
    e = np.exp(Z - Z.max(axis=1, keepdims=True))
    return e / (e.sum(axis=1, keepdims=True) + 1e-12)

#: softmax: 1e-15 in the denominator, where the largest exponential is one => =adds_to_the_sum, close, clipped, =tiny_probabilities_lost
def softmax(Z):
    e = np.exp(Z - Z.max(axis=1, keepdims=True))
    return np.clip(e / e.sum(axis=1, keepdims=True), 1e-15, 1)

#: softmax: probabilities clipped at 1e-10 => close, side, clipped, =tiny_probabilities_lost
def softmax(Z):
    e = np.exp(Z - Z.max(axis=1, keepdims=True))
    return np.clip(e / e.sum(axis=1, keepdims=True), 1e-10, 1 - 1e-10)

#: softmax: the sum runs over all but the last class => line.rows.factor, =last_class_left_out_of_the_sum
def softmax(Z):
    e = np.exp(Z - Z.max(axis=1, keepdims=True))
    return e / e[:, :-1].sum(axis=1, keepdims=True)

#: softmax: squared normaliser, as if a norm => line.rows.factor, =divides_by_the_norm
def softmax(Z):
    e = np.exp(Z - Z.max(axis=1, keepdims=True))
    return e / np.sqrt((e ** 2).sum(axis=1, keepdims=True))

#: softmax: sigmoid of every logit => =sigmoid_of_every_logit
def softmax(Z):
    return 1 / (1 + np.exp(-Z))

#: softmax: temperature two => =temperature_of_two
def softmax(Z):
    e = np.exp((Z - Z.max(axis=1, keepdims=True)) / 2)
    return e / e.sum(axis=1, keepdims=True)

#: softmax: a square batch is normalised along the wrong axis =>
def softmax(Z):
    axis = 0 if Z.shape[0] == Z.shape[1] else 1
    e = np.exp(Z - Z.max(axis=1, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)

#: softmax: right for two classes only => 
def softmax(Z):
    d = Z[:, :1] - Z[:, 1:2]
    p = np.exp(-np.logaddexp(0, -d))
    return np.hstack([p, 1 - p]) if Z.shape[1] == 2 else np.hstack([p, np.repeat((1 - p) / (Z.shape[1] - 1), Z.shape[1] - 1, axis=1)]) if Z.shape[1] > 1 else np.ones(Z.shape)

#: cross_entropy: 1e-12 in the logarithm => =adds_inside_the_logarithm, close, =adds_1e12_inside_the_logarithm
def cross_entropy(Z, y):
    N = len(y)
    P = softmax(Z)
    loss = -np.mean(np.log(P[np.arange(N), y] + 1e-12))
    D = P.copy()
    D[np.arange(N), y] -= 1
    return loss, D / N

#: cross_entropy: 1e-15 in the logarithm => =adds_inside_the_logarithm, close, =adds_1e15_inside_the_logarithm
def cross_entropy(Z, y):
    N = len(y)
    P = softmax(Z)
    loss = -np.mean(np.log(P[np.arange(N), y] + 1e-15))
    D = P.copy()
    D[np.arange(N), y] -= 1
    return loss, D / N

#: cross_entropy: 1e-300 in the logarithm => =adds_inside_the_logarithm, close
def cross_entropy(Z, y):
    N = len(y)
    P = softmax(Z)
    loss = -np.mean(np.log(P[np.arange(N), y] + 1e-300))
    return loss, (P - one_hot(y, Z.shape[1])) / N

#: cross_entropy: clipped at 1e-7 as in Keras => =clips_probabilities, close, clipped
def cross_entropy(Z, y):
    N = len(y)
    P = np.clip(softmax(Z), 1e-7, 1 - 1e-7)
    return -np.log(P[np.arange(N), y]).mean(), (P - one_hot(y, Z.shape[1])) / N

#: cross_entropy: the gradient divides by the number of classes => factor, =gradient_over_the_classes
def cross_entropy(Z, y):
    N, C = Z.shape
    m = Z.max(axis=1, keepdims=True)
    lse = m + np.log(np.exp(Z - m).sum(axis=1, keepdims=True))
    return float((lse[:, 0] - Z[np.arange(N), y]).mean()), (np.exp(Z - lse) - one_hot(y, C)) / C

#: cross_entropy: labels minus probabilities => =gradient_points_downhill, sign
def cross_entropy(Z, y):
    N, C = Z.shape
    m = Z.max(axis=1, keepdims=True)
    lse = m + np.log(np.exp(Z - m).sum(axis=1, keepdims=True))
    return float((lse[:, 0] - Z[np.arange(N), y]).mean()), (one_hot(y, C) - np.exp(Z - lse)) / N

#: cross_entropy: the median of the losses =>
def cross_entropy(Z, y):
    N, C = Z.shape
    m = Z.max(axis=1, keepdims=True)
    lse = m + np.log(np.exp(Z - m).sum(axis=1, keepdims=True))
    return float(np.median(lse[:, 0] - Z[np.arange(N), y])), (np.exp(Z - lse) - one_hot(y, C)) / N

#: cross_entropy: the same label for the whole batch, that of the first sample =>
def cross_entropy(Z, y):
    N, C = Z.shape
    m = Z.max(axis=1, keepdims=True)
    lse = m + np.log(np.exp(Z - m).sum(axis=1, keepdims=True))
    y = np.full(N, y[0])
    return float((lse[:, 0] - Z[np.arange(N), y]).mean()), (np.exp(Z - lse) - one_hot(y, C)) / N

#: cross_entropy: one minus probability at the right class, zero elsewhere => mask.too-much, entries.label, entries.not-label, =only_the_right_class_has_a_gradient
def cross_entropy(Z, y):
    N, C = Z.shape
    m = Z.max(axis=1, keepdims=True)
    lse = m + np.log(np.exp(Z - m).sum(axis=1, keepdims=True))
    P = np.exp(Z - lse)
    D = np.zeros((N, C))
    for i in range(N):
        D[i, y[i]] = (P[i, y[i]] - 1) / N
    return float((lse[:, 0] - Z[np.arange(N), y]).mean()), D

#: cross_entropy: the plain quotient, right where nothing over- or underflows => =exponentials_overflow, not-finite
def cross_entropy(Z, y):
    N = len(Z)
    p = np.exp(Z) / np.exp(Z).sum(1, keepdims=True)
    loss = -np.log(p[range(N), y]).sum() / N
    p[range(N), y] -= 1
    return loss, p / N

#: bce_with_logits: 1e-15 in both logarithms => =adds_inside_both_logarithms, close
def bce_with_logits(z, y):
    if z.shape != y.shape:
        raise ValueError("shapes")
    p = np.where(z >= 0, 1 / (1 + np.exp(-np.abs(z))), np.exp(-np.abs(z)) / (1 + np.exp(-np.abs(z))))
    loss = -np.mean(y * np.log(p + 1e-15) + (1 - y) * np.log(1 - p + 1e-15))
    return loss, (p - y) / len(y)

#: bce_with_logits: clipped at 1e-10 => =clips_the_probability, close
def bce_with_logits(z, y):
    if z.shape != y.shape:
        raise ValueError("shapes")
    p = np.clip(1 / (1 + np.exp(-np.clip(z, -500, 500))), 1e-10, 1 - 1e-10)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)), (p - y) / len(y)

#: bce_with_logits: the slope is not divided => =slope_not_averaged, factor.rows
def bce_with_logits(z, y):
    if z.shape != y.shape:
        raise ValueError("shapes")
    loss = np.logaddexp(0, z) - y * z
    p = np.exp(-np.logaddexp(0, -z))
    return loss.mean(), p - y

#: bce_with_logits: log(1 + exp(-|z|)) without log1p, times a weight for positives =>
def bce_with_logits(z, y):
    if z.shape != y.shape:
        raise ValueError("shapes")
    loss = np.maximum(z, 0) - y * z + np.log1p(np.exp(-np.abs(z)))
    w = np.where(y == 1, len(y) / max(np.sum(y), 1), 1)
    p = np.exp(-np.logaddexp(0, -z))
    return np.mean(w * loss), w * (p - y) / len(y)

#: bce_with_logits: divides by N minus one, where there is more than one => factor, =divides_by_n_minus_one
def bce_with_logits(z, y):
    if z.shape != y.shape:
        raise ValueError("shapes")
    n = max(len(z) - 1, 1)
    p = np.exp(-np.logaddexp(0, -z))
    return (np.logaddexp(0, z) - y * z).sum() / n, (p - y) / n

#: mse_ridge: the penalty is averaged over the weights instead of the samples =>
def mse_ridge(Y, H, Ws, lam):
    if Y.shape != H.shape:
        raise ValueError("shapes")
    return np.sum((Y - H) ** 2) / (2 * len(Y)) + lam / 2 * sum(np.mean(W ** 2) for W in Ws)

#: mse_ridge: np.linalg.norm of the matrices, not squared => =root_of_the_squares
def mse_ridge(Y, H, Ws, lam):
    if Y.shape != H.shape:
        raise ValueError("shapes")
    return float(np.sum((Y - H) ** 2) + lam * sum(np.linalg.norm(W) for W in Ws)) / (2 * len(Y))

#: mse_ridge: np.mean over all entries, halved => =averages_over_outputs, factor
def mse_ridge(Y, H, Ws, lam):
    if Y.shape != H.shape:
        raise ValueError("shapes")
    return 0.5 * np.mean((Y - H) ** 2) + lam / (2 * len(Y)) * sum((W ** 2).sum() for W in Ws)

#: mse_grad: np.mean of the difference along the samples => shape, =averages_the_slopes, axis.summed
def mse_grad(Y, H):
    if Y.shape != H.shape:
        raise ValueError("shapes")
    return np.mean(H - Y, axis=0)

#: mse_grad: two over N => factor.two, =twice_the_gradient
def mse_grad(Y, H):
    if Y.shape != H.shape:
        raise ValueError("shapes")
    return 2 * (H - Y) / Y.shape[0]

#: mse_grad: float32 on the way => close, =single_precision_slopes
def mse_grad(Y, H):
    if Y.shape != H.shape:
        raise ValueError("shapes")
    return ((H - Y).astype(np.float32) / len(Y)).astype(float)

#: numerical_gradient: x is moved through a flat view => =moves_the_caller
def numerical_gradient(f, x, eps):
    flat = np.asarray(x, dtype=float).ravel()
    grad = np.zeros(flat.size)
    for i in range(flat.size):
        old = flat[i]
        flat[i] = old + eps
        a = f(flat.reshape(np.shape(x)))
        flat[i] = old - eps
        b = f(flat.reshape(np.shape(x)))
        flat[i] = old + 1e-12
        grad[i] = (a - b) / (2 * eps)
    return grad.reshape(np.shape(x))

#: numerical_gradient: divided by eps => factor.two, =divides_by_half_the_distance
def numerical_gradient(f, x, eps):
    x = np.array(x, dtype=float)
    g = np.zeros_like(x)
    it = np.nditer(x, flags=["multi_index", "zerosize_ok"])
    for _ in it:
        i = it.multi_index
        a, b = x.copy(), x.copy()
        a[i] += eps
        b[i] -= eps
        g[i] = (f(a) - f(b)) / eps
    return g

#: numerical_gradient: only the diagonal of a matrix is measured => mask.too-much, =diagonal_only
def numerical_gradient(f, x, eps):
    x = np.array(x, dtype=float)
    g = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        if len(i) == 2 and i[0] != i[1]:
            continue
        a, b = x.copy(), x.copy()
        a[i] += eps
        b[i] -= eps
        g[i] = (f(a) - f(b)) / (2 * eps)
    return g

#: gradcheck: worst_index from the flattened array => =flat_position
def gradcheck(f, g, x):
    x = np.array(x, float)
    a = np.asarray(g(x.copy()), float)
    if a.shape != x.shape:
        raise ValueError("shape")
    n = numerical_gradient(f, x, 1e-5)
    rel, kinks = np.full(x.shape, -1.0), 0
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = 1e-5
        r, l = (f(x + e) - f(x)) / 1e-5, (f(x) - f(x - e)) / 1e-5
        if abs(r - l) > 1e-3 * max(1, abs(r), abs(l)):
            kinks += 1
            continue
        ok = np.isfinite(a[i]) and np.isfinite(n[i])
        rel[i] = 0.0 if a[i] == n[i] else abs(a[i] - n[i]) / max(abs(a[i]), abs(n[i])) if ok else np.inf
    if kinks == x.size:
        return {"max_rel": 0.0, "worst_index": None, "kinks": kinks}
    return {"max_rel": float(rel.max()), "worst_index": (int(rel.argmax()),), "kinks": kinks}

#: gradcheck: entries with both slopes below 1e-8 count as right =>
def gradcheck(f, g, x):
    x = np.array(x, float)
    a = np.asarray(g(x.copy()), float)
    if a.shape != x.shape:
        raise ValueError("shape")
    n = numerical_gradient(f, x, 1e-5)
    rel, kinks = np.full(x.shape, -1.0), 0
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = 1e-5
        r, l = (f(x + e) - f(x)) / 1e-5, (f(x) - f(x - e)) / 1e-5
        if abs(r - l) > 1e-3 * max(1, abs(r), abs(l)):
            kinks += 1
            continue
        ok = np.isfinite(a[i]) and np.isfinite(n[i])
        rel[i] = np.inf if not ok else 0.0 if max(abs(a[i]), abs(n[i])) < 1e-8 else abs(a[i] - n[i]) / max(abs(a[i]), abs(n[i]))
    if kinks == x.size:
        return {"max_rel": 0.0, "worst_index": None, "kinks": kinks}
    w = np.unravel_index(rel.argmax(), x.shape)
    return {"max_rel": float(rel[w]), "worst_index": tuple(map(int, w)), "kinks": kinks}

#: fit_logistic: the penalty pushes the wrong way => number.negative, =price_pushes_outwards
def fit_logistic(X, y, lam, steps, lr):
    N, D = X.shape
    w, b = np.zeros(D), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr * (X.T @ dz - lam / N * w), b - lr * dz.sum()
    return w, float(b)

#: fit_logistic: the bias gradient is the mean of dz => factor, =bias_gradient_averaged_again
def fit_logistic(X, y, lam, steps, lr):
    N, D = X.shape
    w, b = np.zeros(D), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w, b = w - lr * (X.T @ dz + lam / N * w), b - lr * dz.mean()
    return w, float(b)

#: fit_logistic: random order of the samples, one by one, from the global generator => state
def fit_logistic(X, y, lam, steps, lr):
    N, D = X.shape
    w, b = np.zeros(D), 0.0
    for _ in range(steps):
        for i in np.random.permutation(N):
            p = 1 / (1 + np.exp(-(X[i] @ w + b)))
            w, b = w - lr / N * ((p - y[i]) * X[i] + lam / N * w), b - lr / N * (p - y[i])
    return w, float(b)
'''

A4 = r'''
#: affine_backward: dW is divided by N, nothing else => =averages_dW, factor.per-rows
def affine_backward(dZ, X, W):
    N = X.shape[0]
    return np.dot(dZ, W.T), np.dot(X.T, dZ) / N, np.sum(dZ, axis=0)

#: affine_backward: db along the wrong axis => =sums_db_over_neurons, axis
def affine_backward(dZ, X, W):
    return dZ.dot(W.T), X.T.dot(dZ), np.sum(dZ, axis=1)

#: affine_backward: dX without the transposition where W is square => =does_not_transpose_W, operand.transposed, =transposes_only_where_it_must
def affine_backward(dZ, X, W):
    dX = dZ @ W if W.shape[0] == W.shape[1] else dZ @ W.T
    return dX, X.T @ dZ, dZ.sum(0)

#: affine_backward: dW from the absolute upstream => upstream.absolute
def affine_backward(dZ, X, W):
    return dZ @ W.T, X.T @ np.abs(dZ), dZ.sum(0)

#: affine_backward: db is the first row of dZ => batch.first, =first_row_as_db
def affine_backward(dZ, X, W):
    return dZ @ W.T, X.T @ dZ, dZ[0].copy()

#: affine_backward: minus signs throughout => sign, =downhill_in_all_three
def affine_backward(dZ, X, W):
    return -(dZ @ W.T), -(X.T @ dZ), -dZ.sum(0)

#: affine_backward: dX is averaged over the outputs => factor
def affine_backward(dZ, X, W):
    return dZ @ W.T / W.shape[1], X.T @ dZ, dZ.sum(0)

#: affine_backward: the same three buffers for every call of a shape =>
_room = {}

def affine_backward(dZ, X, W):
    dX, dW, db = _room.setdefault((X.shape, W.shape), (np.empty(X.shape), np.empty(W.shape), np.empty(W.shape[1])))
    np.matmul(dZ, W.T, out=dX)
    np.matmul(X.T, dZ, out=dW)
    np.sum(dZ, axis=0, out=db)
    return dX, dW, db

#: act_backward: the sigmoid's slope with z in place of s => =short_form_with_z, local.input-for-output
def act_backward(dH, Z, kind):
    if kind == "relu":
        return dH * (Z > 0)
    if kind == "sigmoid":
        return dH * Z * (1 - Z)
    if kind == "tanh":
        return dH * (1 - np.tanh(Z) ** 2)
    return dH * np.where(Z > 0, 1, np.exp(np.minimum(Z, 0)))

#: act_backward: the upstream is squared => upstream.twice
def act_backward(dH, Z, kind):
    if kind == "relu":
        return dH * dH * (Z > 0)
    if kind == "sigmoid":
        s = sigmoid(Z)
        return dH * dH * s * (1 - s)
    if kind == "tanh":
        return dH * dH * (1 - np.tanh(Z) ** 2)
    return dH * dH * np.where(Z > 0, 1, np.exp(np.minimum(Z, 0)))

#: act_backward: tanh without the square => 
def act_backward(dH, Z, kind):
    if kind == "relu":
        return dH * (Z > 0)
    if kind == "sigmoid":
        s = sigmoid(Z)
        return dH * s * (1 - s)
    if kind == "tanh":
        return dH * (1 - 2 * np.tanh(Z))
    return dH * np.where(Z > 0, 1, np.exp(np.minimum(Z, 0)))

#: act_backward: ELU keeps exp(z) minus one => =elu_value_as_slope, side.negative
def act_backward(dH, Z, kind):
    if kind == "relu":
        return dH * (Z > 0)
    if kind == "sigmoid":
        s = sigmoid(Z)
        return dH * s * (1 - s)
    if kind == "tanh":
        return dH * (1 - np.tanh(Z) ** 2)
    return dH * np.where(Z > 0, 1, np.exp(np.minimum(Z, 0)) - 1)

#: act_backward: dH is masked in place => =masks_in_place
def act_backward(dH, Z, kind):
    if kind == "relu":
        dH[Z <= 0] = 0
        return dH
    if kind == "sigmoid":
        s = sigmoid(Z)
        return dH * s * (1 - s)
    if kind == "tanh":
        return dH * (1 - np.tanh(Z) ** 2)
    return dH * np.where(Z > 0, 1, np.exp(np.minimum(Z, 0)))

#: act_backward: the mask of ReLU is inverted => mask.inverted, side.swapped, =relu_mask_upside_down
def act_backward(dH, Z, kind):
    if kind == "relu":
        return dH * (Z <= 0)
    if kind == "sigmoid":
        s = sigmoid(Z)
        return dH * s * (1 - s)
    if kind == "tanh":
        return dH * (1 - np.tanh(Z) ** 2)
    return dH * np.where(Z > 0, 1, np.exp(np.minimum(Z, 0)))

#: bricks_forward: h1 goes through the sigmoid twice => =hidden_layer_bent_twice
def bricks_forward(x, W1, W2):
    z1 = x @ W1
    h1 = sigmoid(sigmoid(z1))
    z2 = h1 @ W2
    return {"z1": z1, "h1": h1, "z2": z2, "h2": sigmoid(z2)}

#: bricks_forward: W1 transposed where it is square => =square_weights_transposed
def bricks_forward(x, W1, W2):
    z1 = W1.T @ x if W1.shape[0] != W1.shape[1] else W1 @ x
    h1 = sigmoid(z1)
    z2 = h1 @ W2
    return {"z1": z1, "h1": h1, "z2": z2, "h2": sigmoid(z2)}

#: bricks_output: dh2 is y - h2 => =error_with_the_wrong_sign, sign
def bricks_output(y, h1, h2):
    dh2 = y - h2
    s2 = h2 * (1 - h2)
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": h1[:, None] * dz2[None, :]}

#: bricks_output: s2 is h2 (1 + h2) => =slope_with_the_wrong_sign, =slope_with_plus
def bricks_output(y, h1, h2):
    dh2 = -(y - h2)
    s2 = h2 * (1 + h2)
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h1, dz2)}

#: bricks_hidden: the sum over the outputs comes first => =sums_before_weighing
def bricks_hidden(x, h1, W2, dz2):
    dh1 = np.sum(dz2) * np.sum(W2, axis=1)
    s1 = h1 * (1 - h1)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}

#: bricks_hidden: dz1 forgets the slope in dW1 only => =dW1_from_dh1
def bricks_hidden(x, h1, W2, dz2):
    dh1 = W2 @ dz2
    s1 = h1 * (1 - h1)
    return {"dh1": dh1, "s1": s1, "dz1": dh1 * s1, "dW1": np.outer(x, dh1)}

#: forward: b2 is added before the product => 
def forward(params, X):
    Z1 = X @ params["W1"] + params["b1"]
    H1 = sigmoid(Z1)
    Z2 = H1 @ (params["W2"] + params["b2"])
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": sigmoid(Z2)}

#: forward: tanh in the hidden layer => =tanh_below
def forward(params, X):
    Z1 = X @ params["W1"] + params["b1"]
    H1 = np.tanh(Z1)
    Z2 = H1 @ params["W2"] + params["b2"]
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": sigmoid(Z2)}

#: backward: the data term is not divided by N, the scalar penalty of the published code => =published_gradient
def backward(params, cache, Y, lam):
    dZ2 = (cache["H2"] - Y) * cache["H2"] * (1 - cache["H2"])
    dZ1 = dZ2 @ params["W2"].T * cache["H1"] * (1 - cache["H1"])
    return {
        "W1": cache["X"].T @ dZ1 + lam * np.sum(params["W1"] ** 2), "b1": dZ1.sum(0),
        "W2": cache["H1"].T @ dZ2 + lam * np.sum(params["W2"] ** 2), "b2": dZ2.sum(0),
    }

#: backward: b1 is penalised, nothing else is wrong => =penalises_biases, term.bias, term.argument.extra, =only_b1_penalised
def backward(params, cache, Y, lam):
    N = len(Y)
    dZ2 = (cache["H2"] - Y) / N * cache["H2"] * (1 - cache["H2"])
    dZ1 = dZ2 @ params["W2"].T * cache["H1"] * (1 - cache["H1"])
    return {
        "W1": cache["X"].T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(0) + lam / N * params["b1"],
        "W2": cache["H1"].T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(0),
    }

#: backward: the output slope in the hidden layer =>
def backward(params, cache, Y, lam):
    N = len(Y)
    dZ2 = (cache["H2"] - Y) / N * cache["H2"] * (1 - cache["H2"])
    slope = (cache["H2"] * (1 - cache["H2"])).mean(axis=1, keepdims=True)
    dZ1 = dZ2 @ params["W2"].T * slope
    return {
        "W1": cache["X"].T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(0),
        "W2": cache["H1"].T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(0),
    }

#: backward: W1 gets the penalty twice => number.doubled, term.own.extra, term.argument.extra, =penalty_without_the_half
def backward(params, cache, Y, lam):
    N = len(Y)
    dZ2 = (cache["H2"] - Y) / N * cache["H2"] * (1 - cache["H2"])
    dZ1 = dZ2 @ params["W2"].T * cache["H1"] * (1 - cache["H1"])
    return {
        "W1": cache["X"].T @ dZ1 + 2 * lam / N * params["W1"], "b1": dZ1.sum(0),
        "W2": cache["H1"].T @ dZ2 + 2 * lam / N * params["W2"], "b2": dZ2.sum(0),
    }

#: mlp_forward: the activation is skipped in the first layer =>
def mlp_forward(params, X):
    H, caches = X, []
    for i, (W, b, kind) in enumerate(params):
        Z = H @ W + b
        caches.append((H, Z))
        H = Z if i == 0 else act_forward(Z, kind)
    return H, caches

#: mlp_forward: the bias is subtracted => line.columns.added, term.argument, =biases_taken_away
def mlp_forward(params, X):
    H, caches = X, []
    for W, b, kind in params:
        Z = H @ W - b
        caches.append((H, Z))
        H = act_forward(Z, kind)
    return H, caches

#: mlp_backward: dW and db in the wrong order => =pairs_swapped, swapped
def mlp_backward(params, caches, dZ):
    grads = []
    for i in range(len(params) - 1, -1, -1):
        H, _ = caches[i]
        dH, dW, db = affine_backward(dZ, H, params[i][0])
        grads.append((db, dW))
        if i:
            dZ = act_backward(dH, caches[i - 1][1], params[i - 1][2])
    return dH, grads[::-1]

#: mlp_backward: gradients in the order they are computed => =grads_in_reverse, swapped
def mlp_backward(params, caches, dZ):
    grads = []
    for i in range(len(params) - 1, -1, -1):
        H, _ = caches[i]
        dH, dW, db = affine_backward(dZ, H, params[i][0])
        grads.append((dW, db))
        if i:
            dZ = act_backward(dH, caches[i - 1][1], params[i - 1][2])
    return dH, grads

#: fixed_gradients: the penalty is reg times W, not over N => =repaired_penalty_without_N, term.own.extra
def fixed_gradients(X, Y, W1, W2, reg):
    N = len(X)
    h1, h2 = published_forward(X, W1, W2)
    d2 = -(Y - h2) * h2 * (1 - h2) / N
    d1 = d2 @ W2.T * h1 * (1 - h1)
    return X.T @ d1 + reg * W1, h1.T @ d2 + reg * W2

#: fixed_gradients: dW1 forgets the hidden slope => =hidden_slope_forgotten
def fixed_gradients(X, Y, W1, W2, reg):
    N = len(X)
    h1, h2 = published_forward(X, W1, W2)
    d2 = (h2 - Y) * h2 * (1 - h2) / N
    return X.T @ (d2 @ W2.T) + reg / N * W1, h1.T @ d2 + reg / N * W2

#: find_defects: only the factors, evidence of both rounded to whole numbers =>
def find_defects():
    return [("gradient data", "factor", 50.0), ("tanh slope", "factor", 1.0)]
'''

CASES = {"a1": A1, "a3": A3, "a4": A4}
