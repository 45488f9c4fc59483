"""Wrong implementations of a3 that are not among its known mistakes, or are other ways to write one of them."""

CASES = r'''
#: one_hot: assert instead of ValueError => error
def one_hot(y, C):
    assert np.all((y >= 0) & (y < C)), "label out of range"
    return np.eye(C)[y]

#: one_hot: numpy's own IndexError for labels that are too large => =trusts_every_label, error
def one_hot(y, C):
    if (y < 0).any():
        raise ValueError("negative label")
    return np.eye(C)[y]

#: one_hot: only the first label is looked at => error, =only_the_first_label_checked
def one_hot(y, C):
    if not 0 <= y[0] < C:
        raise ValueError("label out of range")
    return (y[:, None] == np.arange(C)).astype(float)

#: one_hot: refused only if all labels are out of range => =row_of_zeros, error, =refused_only_if_all_are_wrong
def one_hot(y, C):
    if np.all((y < 0) | (y >= C)):
        raise ValueError("labels out of range")
    return (y[:, None] == np.arange(C)).astype(float)

#: one_hot: off by one at the upper end => error, =label_C_passes
def one_hot(y, C):
    if np.any(y < 0) or np.any(y > C):
        raise ValueError("label out of range")
    return (y[:, None] == np.arange(C)).astype(float)

#: one_hot: one column for each label that occurs => =classes_from_the_batch, =one_column_per_label_that_occurs
def one_hot(y, C):
    if y.min() < 0 or y.max() >= C:
        raise ValueError("label out of range")
    return (y[:, None] == np.unique(y)).astype(float)

#: one_hot: float32 => =single_precision_labels
def one_hot(y, C):
    if y.min() < 0 or y.max() >= C:
        raise ValueError("label out of range")
    Y = np.zeros((len(y), C), dtype=np.float32)
    Y[np.arange(len(y)), y] = 1
    return Y

#: one_hot: labels modulo C => error, =labels_modulo_C
def one_hot(y, C):
    return np.eye(C)[y % C]

#: one_hot: negative labels are mended in place => error
def one_hot(y, C):
    y[y < 0] += C
    if np.any(y >= C):
        raise ValueError("label out of range")
    return np.eye(C)[y]

#: one_hot: a list of lists =>
def one_hot(y, C):
    if min(y) < 0 or max(y) >= C:
        raise ValueError("label out of range")
    return [[1.0 if c == label else 0.0 for c in range(C)] for label in y]

#: one_hot: ones up to and including the label => mask.missing, =ones_up_to_the_label
def one_hot(y, C):
    if y.min() < 0 or y.max() >= C:
        raise ValueError("label out of range")
    return (y[:, None] >= np.arange(C)).astype(float)

#: softmax: the mean of the row is subtracted => not-finite, =shift_by_the_mean
def softmax(Z):
    E = np.exp(Z - Z.mean(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)

#: softmax: the first logit of the row is subtracted => not-finite, =shift_by_the_first
def softmax(Z):
    E = np.exp(Z - Z[:, :1])
    return E / E.sum(axis=1, keepdims=True)

#: softmax: the smallest logit of the row is subtracted => not-finite, =shift_by_the_smallest
def softmax(Z):
    E = np.exp(Z - Z.min(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)

#: softmax: NaN is replaced by zero afterwards => =nan_swept_away
def softmax(Z):
    E = np.exp(Z)
    return np.nan_to_num(E / E.sum(axis=1, keepdims=True))

#: softmax: NaN is replaced by one where a logit is largest =>
def softmax(Z):
    E = np.exp(Z)
    P = E / E.sum(axis=1, keepdims=True)
    return np.where(np.isnan(P), (Z == Z.max(axis=1, keepdims=True)) * 1.0, P)

#: softmax: probabilities are kept away from 0 and 1 => close, side, =tiny_probabilities_lost
def softmax(Z):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return np.clip(E / E.sum(axis=1, keepdims=True), 1e-12, 1 - 1e-12)

#: softmax: exp in float32 => close
def softmax(Z):
    E = np.exp((Z - Z.max(axis=1, keepdims=True)).astype(np.float32)).astype(float)
    return E / E.sum(axis=1, keepdims=True)

#: softmax: softmax of softmax => =softmax_twice
def softmax(Z):
    for _ in range(2):
        E = np.exp(Z - Z.max(axis=1, keepdims=True))
        Z = E / E.sum(axis=1, keepdims=True)
    return Z

#: softmax: two classes only, the others get what is left =>
def softmax(Z):
    P = np.zeros(Z.shape)
    P[:, 0] = 1 / (1 + np.exp(Z[:, 1] - Z[:, 0]))
    P[:, 1] = 1 - P[:, 0]
    return P

#: softmax: asarray does not copy, so the logits of the caller are moved => =shifts_in_place
def softmax(Z):
    Z = np.asarray(Z, dtype=float)
    Z -= Z.max(axis=1, keepdims=True)
    E = np.exp(Z)
    return E / E.sum(axis=1, keepdims=True)

#: softmax: one is added to the sum => line.rows.factor
def softmax(Z):
    m = np.maximum(Z.max(axis=1, keepdims=True), 0)
    E = np.exp(Z - m)
    return E / (np.exp(-m) + E.sum(axis=1, keepdims=True))

#: softmax: rounded to six decimals => close.rounded, close
def softmax(Z):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return np.round(E / E.sum(axis=1, keepdims=True), 6)

#: softmax: log-probabilities of zero get a floor, so exp never reaches zero => close, =tiny_probabilities_lost
def softmax(Z):
    S = np.maximum(Z - Z.max(axis=1, keepdims=True), -30)
    E = np.exp(S)
    return E / E.sum(axis=1, keepdims=True)

#: softmax: logits divided by the root of C => =divided_by_the_root_of_C
def softmax(Z):
    Z = Z / np.sqrt(Z.shape[1])
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)

#: softmax: divided by the largest exponential instead of the sum => line.rows.factor, =divides_by_the_largest
def softmax(Z):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.max(axis=1, keepdims=True)

#: softmax: the row of ones is made by fixing the last column =>
def softmax(Z):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum()
    P[:, -1] = 1 - P[:, :-1].sum(axis=1)
    return P

#: cross_entropy: dlsys without a shift => =exponentials_overflow, not-finite
def cross_entropy(Z, y):
    loss = np.mean(np.log(np.sum(np.exp(Z), axis=1)) - Z[np.arange(y.size), y])
    P = np.exp(Z) / np.sum(np.exp(Z), axis=1, keepdims=True)
    P[np.arange(y.size), y] -= 1
    return loss, P / y.size

#: cross_entropy: makemore: probabilities first, then their logarithm => =logarithm_after_softmax, not-finite
def cross_entropy(logits, y):
    n = logits.shape[0]
    counts = np.exp(logits - logits.max(1, keepdims=True))
    counts_sum = counts.sum(1, keepdims=True)
    counts_sum_inv = counts_sum**-1
    probs = counts * counts_sum_inv
    logprobs = np.log(probs)
    loss = -logprobs[range(n), y].mean()
    dlogits = probs
    dlogits[range(n), y] -= 1
    dlogits /= n
    return loss, dlogits

#: cross_entropy: the gradient is averaged twice => factor.per-rows, =gradient_averaged_twice
def cross_entropy(Z, y):
    N, C = Z.shape
    S = Z - Z.max(axis=1, keepdims=True)
    logP = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    dZ = (np.exp(logP) - one_hot(y, C)) / N
    return -logP[np.arange(N), y].mean(), dZ / N

#: cross_entropy: the loss is a mean over all entries, the gradient is right => factor.per-columns, factor.columns, factor.half, =loss_over_all_entries
def cross_entropy(Z, y):
    N, C = Z.shape
    S = Z - Z.max(axis=1, keepdims=True)
    logP = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    Y = one_hot(y, C)
    return -np.mean(Y * logP), (np.exp(logP) - Y) / N

#: cross_entropy: one maximum for all rows => not-finite
def cross_entropy(Z, y):
    N = len(Z)
    S = Z - Z.max()
    E = np.exp(S)
    loss = np.mean(np.log(E.sum(axis=1)) - S[np.arange(N), y])
    dZ = E / E.sum(axis=1, keepdims=True)
    dZ[np.arange(N), y] -= 1
    return loss, dZ / N

#: cross_entropy: the smallest number of float64 inside the logarithm =>
def cross_entropy(Z, y):
    N = len(Z)
    P = softmax(Z)
    loss = -np.mean(np.log(np.maximum(P[np.arange(N), y], np.finfo(float).tiny)))
    P[np.arange(N), y] -= 1
    return loss, P / N

#: cross_entropy: NaN and infinity are made numbers => not-finite
def cross_entropy(Z, y):
    N = len(Z)
    P = np.exp(Z) / np.exp(Z).sum(axis=1, keepdims=True)
    loss = np.nan_to_num(-np.log(P[np.arange(N), y])).mean()
    dZ = np.nan_to_num(P)
    dZ[np.arange(N), y] -= 1
    return loss, dZ / N

#: cross_entropy: the logits are moved in place =>
def cross_entropy(Z, y):
    N = len(Z)
    Z -= Z.max(axis=1, keepdims=True)
    logP = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    dZ = np.exp(logP)
    dZ[np.arange(N), y] -= 1
    return -logP[np.arange(N), y].mean(), dZ / N

#: cross_entropy: the gradient comes first => =gradient_first
def cross_entropy(Z, y):
    N, C = Z.shape
    S = Z - Z.max(axis=1, keepdims=True)
    logP = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return (np.exp(logP) - one_hot(y, C)) / N, -logP[np.arange(N), y].mean()

#: cross_entropy: label smoothing => =label_smoothing
def cross_entropy(Z, y):
    N, C = Z.shape
    Y = 0.9 * one_hot(y, C) + 0.1 / C
    S = Z - Z.max(axis=1, keepdims=True)
    logP = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -np.sum(Y * logP) / N, (np.exp(logP) - Y) / N

#: cross_entropy: labels are subtracted as numbers =>
def cross_entropy(Z, y):
    N = len(Z)
    S = Z - Z.max(axis=1, keepdims=True)
    logP = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -logP[np.arange(N), y].mean(), (np.exp(logP) - y[:, None]) / N

#: cross_entropy: one-hot labels as wide as the batch needs =>
def cross_entropy(Z, y):
    N = len(Z)
    S = Z - Z.max(axis=1, keepdims=True)
    logP = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -logP[np.arange(N), y].mean(), (np.exp(logP) - np.eye(y.max() + 1)[y]) / N

#: cross_entropy: the loss keeps an axis => shape
def cross_entropy(Z, y):
    N, C = Z.shape
    S = Z - Z.max(axis=1, keepdims=True)
    logP = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -logP[np.arange(N), y].mean(keepdims=True), (np.exp(logP) - one_hot(y, C)) / N

#: cross_entropy: the probabilities of the first batch are kept => state, argument.ignored
_cache = {}

def cross_entropy(Z, y):
    N, C = Z.shape
    S = Z - Z.max(axis=1, keepdims=True)
    logP = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    P = _cache.setdefault(Z.shape, np.exp(logP))
    return -logP[np.arange(N), y].mean(), (P - one_hot(y, C)) / N

#: cross_entropy: only the entry of the right class has a gradient => mask.too-much, entries.label, entries.not-label, =only_the_right_class_has_a_gradient
def cross_entropy(Z, y):
    N, C = Z.shape
    S = Z - Z.max(axis=1, keepdims=True)
    logP = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    Y = one_hot(y, C)
    return -logP[np.arange(N), y].mean(), Y * (np.exp(logP) - Y) / N

#: cross_entropy: the loss is summed over classes of the squared difference =>
def cross_entropy(Z, y):
    N, C = Z.shape
    P, Y = softmax(Z), one_hot(y, C)
    return np.sum((P - Y) ** 2) / (2 * N), (P - Y) / N

#: bce_with_logits: labels taken for -1 and 1 =>
def bce_with_logits(z, y):
    if z.shape != y.shape:
        raise ValueError
    loss = np.mean(np.logaddexp(0, -y * z))
    return loss, -y / (1 + np.exp(y * z)) / len(z)

#: bce_with_logits: only lengths are compared => =shapes_not_compared, error, =only_lengths_compared
def bce_with_logits(z, y):
    if len(z) != len(y):
        raise ValueError("lengths differ")
    N = len(z)
    loss = np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))))
    return loss, (1 / (1 + np.exp(-z)) - y) / N

#: bce_with_logits: only sizes are compared => =shapes_not_compared, error, =only_lengths_compared
def bce_with_logits(z, y):
    if z.size != y.size:
        raise ValueError("sizes differ")
    loss = np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))))
    return loss, (1 / (1 + np.exp(-z)) - y) / z.size

#: bce_with_logits: another shape is quietly mended => error
def bce_with_logits(z, y):
    z, y = z.ravel(), y.ravel()
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    loss = np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))))
    return loss, (1 / (1 + np.exp(-z)) - y) / z.size

#: bce_with_logits: assert instead of ValueError => error
def bce_with_logits(z, y):
    assert z.shape == y.shape
    loss = np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))))
    return loss, (1 / (1 + np.exp(-z)) - y) / z.size

#: bce_with_logits: exp(z) / (1 + exp(z)), which is NaN for large z => not-finite
def bce_with_logits(z, y):
    if z.shape != y.shape:
        raise ValueError
    loss = np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))))
    return loss, (np.exp(z) / (1 + np.exp(z)) - y) / z.size

#: bce_with_logits: bitwise not for 1 - y =>
def bce_with_logits(z, y):
    if z.shape != y.shape:
        raise ValueError
    y = y.astype(int)
    p = 1 / (1 + np.exp(-z))
    log_p, log_q = -np.logaddexp(0, -z), -np.logaddexp(0, z)
    return -np.mean(y * log_p + ~y * log_q), (p - y) / len(z)

#: bce_with_logits: every slope is p - 1 => =every_answer_is_one
def bce_with_logits(z, y):
    if z.shape != y.shape:
        raise ValueError
    p = 1 / (1 + np.exp(-z))
    loss = np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))))
    return loss, (p - 1) / len(z)

#: bce_with_logits: the perceptron's step in place of p => =hard_decisions
def bce_with_logits(z, y):
    if z.shape != y.shape:
        raise ValueError
    loss = np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))))
    return loss, ((z > 0) - y) / len(z)

#: bce_with_logits: the loss is summed, the slope averaged => factor.rows, =loss_summed_alone
def bce_with_logits(z, y):
    if z.shape != y.shape:
        raise ValueError
    loss = np.sum(np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))))
    return loss, (1 / (1 + np.exp(-z)) - y) / len(z)

#: bce_with_logits: logits are clipped at 30 => clipped
def bce_with_logits(z, y):
    if z.shape != y.shape:
        raise ValueError
    z = np.clip(z, -30, 30)
    p = 1 / (1 + np.exp(-z))
    return -np.mean(y * np.log(p) + (1 - y) * np.log1p(-p)), (p - y) / len(z)

#: bce_with_logits: y counts as the logit and z as the answer =>
def bce_with_logits(z, y):
    if z.shape != y.shape:
        raise ValueError
    loss = np.mean(np.maximum(y, 0) - z * y + np.log1p(np.exp(-np.abs(y))))
    return loss, (1 / (1 + np.exp(-y * 1.0)) - z) / len(z)

#: mse_ridge: the outputs are averaged along axis 1, which one-dimensional targets lack => !raised
def mse_ridge(Y, H, Ws, lam):
    if Y.shape != H.shape:
        raise ValueError
    N = len(Y)
    return 0.5 * np.mean(np.sum((Y - H) ** 2, axis=1)) + lam / (2 * N) * sum(np.sum(W**2) for W in Ws)

#: mse_ridge: np.concatenate of all weights, which an empty list does not allow => !raised
def mse_ridge(Y, H, Ws, lam):
    if Y.shape != H.shape:
        raise ValueError("shapes")
    w = np.concatenate([W.flatten() for W in Ws])
    return (np.sum((Y - H) ** 2) + lam * np.sum(w**2)) / (2 * len(Y))

#: mse_ridge: all weights in one array, which needs them to have one shape => !raised
def mse_ridge(Y, H, Ws, lam):
    if Y.shape != H.shape:
        raise ValueError("shapes")
    return (np.sum((Y - H) ** 2) + lam * np.sum(np.array(Ws) ** 2)) / (2 * len(Y))

#: mse_ridge: divided by the number of outputs instead of samples => =divided_by_the_number_of_outputs
def mse_ridge(Y, H, Ws, lam):
    if Y.shape != H.shape:
        raise ValueError
    N = Y.shape[-1]
    return (np.sum((Y - H) ** 2) + lam * sum(np.sum(W**2) for W in Ws)) / (2 * N)

#: mse_ridge: the square of the sum of the weights => =sum_of_the_weights_squared
def mse_ridge(Y, H, Ws, lam):
    if Y.shape != H.shape:
        raise ValueError
    return (np.sum((Y - H) ** 2) + lam * sum(np.sum(W) ** 2 for W in Ws)) / (2 * len(Y))

#: mse_ridge: arrays with one axis are taken for biases and left out => =vectors_left_out
def mse_ridge(Y, H, Ws, lam):
    if Y.shape != H.shape:
        raise ValueError
    return (np.sum((Y - H) ** 2) + lam * sum(np.sum(W**2) for W in Ws if W.ndim > 1)) / (2 * len(Y))

#: mse_ridge: two layers and no others => =two_arrays_only
def mse_ridge(Y, H, Ws, lam):
    if Y.shape != H.shape:
        raise ValueError
    return (np.sum((Y - H) ** 2) + lam * sum(np.sum(W**2) for W in Ws[:2])) / (2 * len(Y))

#: mse_ridge: whole-number division of the price => =no_price, value.truncated, argument.ignored
def mse_ridge(Y, H, Ws, lam):
    if Y.shape != H.shape:
        raise ValueError
    N = len(Y)
    return np.sum((Y - H) ** 2) / (2 * N) + lam // (2 * N) * sum(np.sum(W**2) for W in Ws)

#: mse_ridge: the weights are squared in place =>
def mse_ridge(Y, H, Ws, lam):
    if Y.shape != H.shape:
        raise ValueError
    total = 0.0
    for W in Ws:
        W *= W
        total += W.sum()
    return (np.sum((Y - H) ** 2) + lam * total) / (2 * len(Y))

#: mse_ridge: only the number of samples is compared => =broadcasts_targets, error, =compares_the_lengths
def mse_ridge(Y, H, Ws, lam):
    if len(Y) != len(H):
        raise ValueError
    return (np.sum((Y - H) ** 2) + lam * sum(np.sum(W**2) for W in Ws)) / (2 * len(Y))

#: mse_ridge: the price only at every second call => state
_calls = []

def mse_ridge(Y, H, Ws, lam):
    if Y.shape != H.shape:
        raise ValueError
    _calls.append(1)
    lam = lam if len(_calls) % 2 else 0.0
    return (np.sum((Y - H) ** 2) + lam * sum(np.sum(W**2) for W in Ws)) / (2 * len(Y))

#: mse_ridge: the loss of every sample is returned => shape.extra-axis, axis.unsummed
def mse_ridge(Y, H, Ws, lam):
    if Y.shape != H.shape:
        raise ValueError
    N = len(Y)
    per_sample = ((Y - H) ** 2).reshape(N, -1).sum(axis=1)
    return (per_sample + lam * sum(np.sum(W**2) for W in Ws)) / (2 * N)

#: mse_grad: H - Y / N, without parentheses => term.argument, =parentheses_forgotten
def mse_grad(Y, H):
    if Y.shape != H.shape:
        raise ValueError
    return H - Y / len(Y)

#: mse_grad: the half of the loss is kept => factor.half, =half_kept
def mse_grad(Y, H):
    if Y.shape != H.shape:
        raise ValueError
    return (H - Y) / (2 * len(Y))

#: mse_grad: divided by the number of outputs => factor, =divided_by_outputs
def mse_grad(Y, H):
    if Y.shape != H.shape:
        raise ValueError
    return (H - Y) / Y.shape[-1]

#: mse_grad: the size of the difference => value.absolute, =size_of_the_difference
def mse_grad(Y, H):
    if Y.shape != H.shape:
        raise ValueError
    return np.abs(H - Y) / len(Y)

#: mse_grad: the loss of every entry => =losses_halved_and_squared
def mse_grad(Y, H):
    if Y.shape != H.shape:
        raise ValueError
    return (H - Y) ** 2 / (2 * len(Y))

#: mse_grad: whole-number division => value.truncated, argument.ignored, =whole_number_division
def mse_grad(Y, H):
    if Y.shape != H.shape:
        raise ValueError
    return (H - Y) // len(Y)

#: mse_grad: only the number of axes is compared => error, =axes_compared
def mse_grad(Y, H):
    if Y.ndim != H.ndim:
        raise ValueError
    return (H - Y) / len(Y)

#: mse_grad: gradient clipping at 1 => clipped, =cut_at_one
def mse_grad(Y, H):
    if Y.shape != H.shape:
        raise ValueError
    return np.clip((H - Y) / len(Y), -1, 1)

#: mse_grad: the difference to the mean target => =mean_target_for_all
def mse_grad(Y, H):
    if Y.shape != H.shape:
        raise ValueError
    return (H - Y.mean(axis=0)) / len(Y)

#: mse_grad: numpy's message for shapes that cannot be broadcast, and none for those that can => =broadcasts_outputs, error
def mse_grad(Y, H):
    return np.divide(np.subtract(H, Y), np.broadcast_shapes(Y.shape, H.shape)[0])

#: numerical_gradient: the five-point formula, which is another one =>
def numerical_gradient(f, x, eps):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        def at(k):
            y = x.copy()
            y[i] += k * eps
            return f(y)
        grad[i] = (at(-2) - 8 * at(-1) + 8 * at(1) - at(2)) / (12 * eps)
    return grad

#: numerical_gradient: a complex step =>
def numerical_gradient(f, x, eps):
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        z = x.astype(complex)
        z[i] += 1j * eps
        grad[i] = np.imag(f(z)) / eps
    return grad

#: numerical_gradient: moved in the array of the caller, so that integers and float32 are cut off => =keeps_integers
def numerical_gradient(f, x, eps):
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        saved = x[i]
        x[i] = saved + eps
        above = f(x)
        x[i] = saved - eps
        below = f(x)
        x[i] = saved
        grad[i] = (above - below) / (2 * eps)
    return grad

#: numerical_gradient: one or two axes only =>
def numerical_gradient(f, x, eps):
    x = x.astype(float)
    A = x.reshape(1, -1) if x.ndim == 1 else x
    grad = np.zeros(A.shape)
    for i in range(A.shape[0]):
        for j in range(A.shape[1]):
            up, down = A.copy(), A.copy()
            up[i, j] += eps
            down[i, j] -= eps
            grad[i, j] = (f(up.reshape(x.shape)) - f(down.reshape(x.shape))) / (2 * eps)
    return grad.reshape(x.shape)

#: numerical_gradient: the step grows with the entry => =step_in_units_of_the_entry
def numerical_gradient(f, x, eps):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        h = eps * max(1.0, abs(x[i]))
        up, down = x.copy(), x.copy()
        up[i] += h
        down[i] -= h
        grad[i] = (f(up) - f(down)) / (2 * h)
    return grad

#: numerical_gradient: rounded to eight decimals => close
def numerical_gradient(f, x, eps):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[i] += eps
        down[i] -= eps
        grad[i] = round((f(up) - f(down)) / (2 * eps), 8)
    return grad

#: numerical_gradient: whole-number division => value.truncated, argument.ignored
def numerical_gradient(f, x, eps):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[i] += eps
        down[i] -= eps
        grad[i] = (f(up) - f(down)) // (2 * eps)
    return grad

#: numerical_gradient: NG7: both points are the same array, moved back before it is read => zero
def numerical_gradient(f, x, eps):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        up = down = x.copy()
        up[i] += eps
        down[i] -= eps
        grad[i] = (f(up) - f(down)) / (2 * eps)
    return grad

#: numerical_gradient: an integer copy where x is an integer, else right => =keeps_integers
def numerical_gradient(f, x, eps):
    x = np.copy(x)
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        old = x[i]
        x[i] = old + eps
        above = f(x)
        x[i] = old - eps
        below = f(x)
        x[i] = old
        grad[i] = (above - below) / (2 * eps)
    return grad

#: numerical_gradient: a step at least as large as 1e-4 => close
def numerical_gradient(f, x, eps):
    eps = max(eps, 1e-2)
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[i] += eps
        down[i] -= eps
        grad[i] = (f(up) - f(down)) / (2 * eps)
    return grad

#: gradcheck: a tiny number is added to the denominator =>
def gradcheck(f, g, x):
    x = np.array(x, dtype=float)
    a = np.asarray(g(x.copy()), dtype=float)
    if a.shape != x.shape:
        raise ValueError("shape")
    n = numerical_gradient(f, x, 1e-5)
    worst, where, kinks = 0.0, None, 0
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = 1e-5
        right, left = (f(x + e) - f(x)) / 1e-5, (f(x) - f(x - e)) / 1e-5
        if abs(right - left) > 1e-3 * max(1.0, abs(right), abs(left)):
            kinks += 1
            continue
        if a[i] == n[i]:
            error = 0.0
        elif not np.isfinite(a[i] - n[i]):
            error = np.inf
        else:
            error = abs(a[i] - n[i]) / (max(abs(a[i]), abs(n[i])) + 1e-12)
        if where is None or error > worst:
            worst, where = error, i
    return {"max_rel": float(worst), "worst_index": where, "kinks": kinks}

#: gradcheck: NaN comes out as it went in =>
def gradcheck(f, g, x):
    x = np.array(x, dtype=float)
    a = np.asarray(g(x.copy()), dtype=float)
    if a.shape != x.shape:
        raise ValueError("shape")
    n = numerical_gradient(f, x, 1e-5)
    worst, where, kinks = 0.0, None, 0
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = 1e-5
        right, left = (f(x + e) - f(x)) / 1e-5, (f(x) - f(x - e)) / 1e-5
        if abs(right - left) > 1e-3 * max(1.0, abs(right), abs(left)):
            kinks += 1
            continue
        if a[i] == n[i]:
            error = 0.0
        else:
            error = abs(a[i] - n[i]) / max(abs(a[i]), abs(n[i]))
        if where is None or not error <= worst:
            worst, where = error, i
    return {"max_rel": float(worst), "worst_index": where, "kinks": kinks}

#: gradcheck: worst_index is a list => !property
def gradcheck(f, g, x):
    x = np.array(x, dtype=float)
    a = np.asarray(g(x.copy()), dtype=float)
    if a.shape != x.shape:
        raise ValueError("shape")
    n = numerical_gradient(f, x, 1e-5)
    worst, where, kinks = 0.0, None, 0
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = 1e-5
        right, left = (f(x + e) - f(x)) / 1e-5, (f(x) - f(x - e)) / 1e-5
        if abs(right - left) > 1e-3 * max(1.0, abs(right), abs(left)):
            kinks += 1
            continue
        if a[i] == n[i]:
            error = 0.0
        elif not np.isfinite(a[i] - n[i]):
            error = np.inf
        else:
            error = abs(a[i] - n[i]) / max(abs(a[i]), abs(n[i]))
        if where is None or error > worst:
            worst, where = error, i
    return {"max_rel": float(worst), "worst_index": None if where is None else list(where), "kinks": kinks}

#: gradcheck: the kinks are listed instead of counted =>
def gradcheck(f, g, x):
    x = np.array(x, dtype=float)
    a = np.asarray(g(x.copy()), dtype=float)
    if a.shape != x.shape:
        raise ValueError("shape")
    n = numerical_gradient(f, x, 1e-5)
    worst, where, kinks = 0.0, None, []
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = 1e-5
        right, left = (f(x + e) - f(x)) / 1e-5, (f(x) - f(x - e)) / 1e-5
        if abs(right - left) > 1e-3 * max(1.0, abs(right), abs(left)):
            kinks.append(i)
            continue
        if a[i] == n[i]:
            error = 0.0
        elif not np.isfinite(a[i] - n[i]):
            error = np.inf
        else:
            error = abs(a[i] - n[i]) / max(abs(a[i]), abs(n[i]))
        if where is None or error > worst:
            worst, where = error, i
    return {"max_rel": float(worst), "worst_index": where, "kinks": kinks}

#: gradcheck: the limit for kinks is absolute => =absolute_limit_for_kinks
def gradcheck(f, g, x):
    x = np.array(x, dtype=float)
    a = np.asarray(g(x.copy()), dtype=float)
    if a.shape != x.shape:
        raise ValueError("shape")
    n = numerical_gradient(f, x, 1e-5)
    worst, where, kinks = 0.0, None, 0
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = 1e-5
        right, left = (f(x + e) - f(x)) / 1e-5, (f(x) - f(x - e)) / 1e-5
        if abs(right - left) > 1e-3:
            kinks += 1
            continue
        if a[i] == n[i]:
            error = 0.0
        elif not np.isfinite(a[i] - n[i]):
            error = np.inf
        else:
            error = abs(a[i] - n[i]) / max(abs(a[i]), abs(n[i]))
        if where is None or error > worst:
            worst, where = error, i
    return {"max_rel": float(worst), "worst_index": where, "kinks": kinks}

#: gradcheck: the limit for kinks is relative only => =relative_limit_for_kinks
def gradcheck(f, g, x):
    x = np.array(x, dtype=float)
    a = np.asarray(g(x.copy()), dtype=float)
    if a.shape != x.shape:
        raise ValueError("shape")
    n = numerical_gradient(f, x, 1e-5)
    worst, where, kinks = 0.0, None, 0
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = 1e-5
        right, left = (f(x + e) - f(x)) / 1e-5, (f(x) - f(x - e)) / 1e-5
        if abs(right - left) > 1e-3 * max(abs(right), abs(left)):
            kinks += 1
            continue
        if a[i] == n[i]:
            error = 0.0
        elif not np.isfinite(a[i] - n[i]):
            error = np.inf
        else:
            error = abs(a[i] - n[i]) / max(abs(a[i]), abs(n[i]))
        if where is None or error > worst:
            worst, where = error, i
    return {"max_rel": float(worst), "worst_index": where, "kinks": kinks}

#: gradcheck: kinks are judged by the slopes to the right and in the middle =>
def gradcheck(f, g, x):
    x = np.array(x, dtype=float)
    a = np.asarray(g(x.copy()), dtype=float)
    if a.shape != x.shape:
        raise ValueError("shape")
    n = numerical_gradient(f, x, 1e-5)
    worst, where, kinks = 0.0, None, 0
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = 1e-5
        right, left = (f(x + e) - f(x)) / 1e-5, (f(x) - f(x - e)) / 1e-5
        if abs(right - n[i]) > 1e-3 * max(1.0, abs(right), abs(left)):
            kinks += 1
            continue
        if a[i] == n[i]:
            error = 0.0
        elif not np.isfinite(a[i] - n[i]):
            error = np.inf
        else:
            error = abs(a[i] - n[i]) / max(abs(a[i]), abs(n[i]))
        if where is None or error > worst:
            worst, where = error, i
    return {"max_rel": float(worst), "worst_index": where, "kinks": kinks}

#: gradcheck: an entry without position where everything is left out => not-finite
def gradcheck(f, g, x):
    x = np.array(x, dtype=float)
    a = np.asarray(g(x.copy()), dtype=float)
    if a.shape != x.shape:
        raise ValueError("shape")
    n = numerical_gradient(f, x, 1e-5)
    worst, where, kinks = 0.0, None, 0
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = 1e-5
        right, left = (f(x + e) - f(x)) / 1e-5, (f(x) - f(x - e)) / 1e-5
        if abs(right - left) > 1e-3 * max(1.0, abs(right), abs(left)):
            kinks += 1
            continue
        if a[i] == n[i]:
            error = 0.0
        elif not np.isfinite(a[i] - n[i]):
            error = np.inf
        else:
            error = abs(a[i] - n[i]) / max(abs(a[i]), abs(n[i]))
        if where is None or error > worst:
            worst, where = error, i
    if where is None:
        worst, where = np.nan, ()
    return {"max_rel": float(worst), "worst_index": where, "kinks": kinks}

#: gradcheck: only sizes are compared => error
def gradcheck(f, g, x):
    x = np.array(x, dtype=float)
    a = np.asarray(g(x.copy()), dtype=float)
    if a.size != x.size:
        raise ValueError("shape")
    a = a.reshape(x.shape)
    n = numerical_gradient(f, x, 1e-5)
    worst, where, kinks = 0.0, None, 0
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = 1e-5
        right, left = (f(x + e) - f(x)) / 1e-5, (f(x) - f(x - e)) / 1e-5
        if abs(right - left) > 1e-3 * max(1.0, abs(right), abs(left)):
            kinks += 1
            continue
        if a[i] == n[i]:
            error = 0.0
        elif not np.isfinite(a[i] - n[i]):
            error = np.inf
        else:
            error = abs(a[i] - n[i]) / max(abs(a[i]), abs(n[i]))
        if where is None or error > worst:
            worst, where = error, i
    return {"max_rel": float(worst), "worst_index": where, "kinks": kinks}

#: gradcheck: assert instead of ValueError => error
def gradcheck(f, g, x):
    x = np.array(x, dtype=float)
    a = np.asarray(g(x.copy()), dtype=float)
    assert a.shape == x.shape
    n = numerical_gradient(f, x, 1e-5)
    worst, where, kinks = 0.0, None, 0
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = 1e-5
        right, left = (f(x + e) - f(x)) / 1e-5, (f(x) - f(x - e)) / 1e-5
        if abs(right - left) > 1e-3 * max(1.0, abs(right), abs(left)):
            kinks += 1
            continue
        if a[i] == n[i]:
            error = 0.0
        elif not np.isfinite(a[i] - n[i]):
            error = np.inf
        else:
            error = abs(a[i] - n[i]) / max(abs(a[i]), abs(n[i]))
        if where is None or error > worst:
            worst, where = error, i
    return {"max_rel": float(worst), "worst_index": where, "kinks": kinks}

#: gradcheck: a step of 1e-6 =>
def gradcheck(f, g, x):
    x = np.array(x, dtype=float)
    a = np.asarray(g(x.copy()), dtype=float)
    if a.shape != x.shape:
        raise ValueError("shape")
    n = numerical_gradient(f, x, 1e-6)
    worst, where, kinks = 0.0, None, 0
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = 1e-6
        right, left = (f(x + e) - f(x)) / 1e-6, (f(x) - f(x - e)) / 1e-6
        if abs(right - left) > 1e-3 * max(1.0, abs(right), abs(left)):
            kinks += 1
            continue
        if a[i] == n[i]:
            error = 0.0
        elif not np.isfinite(a[i] - n[i]):
            error = np.inf
        else:
            error = abs(a[i] - n[i]) / max(abs(a[i]), abs(n[i]))
        if where is None or error > worst:
            worst, where = error, i
    return {"max_rel": float(worst), "worst_index": where, "kinks": kinks}

#: gradcheck: a step of 1e-4 =>
def gradcheck(f, g, x):
    x = np.array(x, dtype=float)
    a = np.asarray(g(x.copy()), dtype=float)
    if a.shape != x.shape:
        raise ValueError("shape")
    n = numerical_gradient(f, x, 1e-4)
    worst, where, kinks = 0.0, None, 0
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = 1e-4
        right, left = (f(x + e) - f(x)) / 1e-4, (f(x) - f(x - e)) / 1e-4
        if abs(right - left) > 1e-3 * max(1.0, abs(right), abs(left)):
            kinks += 1
            continue
        if a[i] == n[i]:
            error = 0.0
        elif not np.isfinite(a[i] - n[i]):
            error = np.inf
        else:
            error = abs(a[i] - n[i]) / max(abs(a[i]), abs(n[i]))
        if where is None or error > worst:
            worst, where = error, i
    return {"max_rel": float(worst), "worst_index": where, "kinks": kinks}

#: gradcheck: the measured slope is one-sided => =one_sided_measurement
def gradcheck(f, g, x):
    x = np.array(x, dtype=float)
    a = np.asarray(g(x.copy()), dtype=float)
    if a.shape != x.shape:
        raise ValueError("shape")
    n = numerical_gradient(f, x, 1e-5)
    worst, where, kinks = 0.0, None, 0
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = 1e-5
        right, left = (f(x + e) - f(x)) / 1e-5, (f(x) - f(x - e)) / 1e-5
        if abs(right - left) > 1e-3 * max(1.0, abs(right), abs(left)):
            kinks += 1
            continue
        n[i] = right
        if a[i] == n[i]:
            error = 0.0
        elif not np.isfinite(a[i] - n[i]):
            error = np.inf
        else:
            error = abs(a[i] - n[i]) / max(abs(a[i]), abs(n[i]))
        if where is None or error > worst:
            worst, where = error, i
    return {"max_rel": float(worst), "worst_index": where, "kinks": kinks}

#: gradcheck: zero claimed for zero measured is 0 / 0 => not-finite
def gradcheck(f, g, x):
    x = np.array(x, dtype=float)
    a = np.asarray(g(x.copy()), dtype=float)
    if a.shape != x.shape:
        raise ValueError("shape")
    n = numerical_gradient(f, x, 1e-5)
    worst, where, kinks = 0.0, None, 0
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = 1e-5
        right, left = (f(x + e) - f(x)) / 1e-5, (f(x) - f(x - e)) / 1e-5
        if abs(right - left) > 1e-3 * max(1.0, abs(right), abs(left)):
            kinks += 1
            continue
        if not np.isfinite(a[i] - n[i]):
            error = np.inf
        else:
            error = abs(a[i] - n[i]) / max(abs(a[i]), abs(n[i]))
        if where is None or error > worst:
            worst, where = error, i
    return {"max_rel": float(worst), "worst_index": where, "kinks": kinks}

#: gradcheck: the squares of both sizes under a root => =root_of_both_squares
def gradcheck(f, g, x):
    x = np.array(x, dtype=float)
    a = np.asarray(g(x.copy()), dtype=float)
    if a.shape != x.shape:
        raise ValueError("shape")
    n = numerical_gradient(f, x, 1e-5)
    worst, where, kinks = 0.0, None, 0
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = 1e-5
        right, left = (f(x + e) - f(x)) / 1e-5, (f(x) - f(x - e)) / 1e-5
        if abs(right - left) > 1e-3 * max(1.0, abs(right), abs(left)):
            kinks += 1
            continue
        if a[i] == n[i]:
            error = 0.0
        elif not np.isfinite(a[i] - n[i]):
            error = np.inf
        else:
            error = abs(a[i] - n[i]) / np.hypot(a[i], n[i])
        if where is None or error > worst:
            worst, where = error, i
    return {"max_rel": float(worst), "worst_index": where, "kinks": kinks}

#: gradcheck: the first kink ends the search =>
def gradcheck(f, g, x):
    x = np.array(x, dtype=float)
    a = np.asarray(g(x.copy()), dtype=float)
    if a.shape != x.shape:
        raise ValueError("shape")
    n = numerical_gradient(f, x, 1e-5)
    worst, where, kinks = 0.0, None, 0
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = 1e-5
        right, left = (f(x + e) - f(x)) / 1e-5, (f(x) - f(x - e)) / 1e-5
        if abs(right - left) > 1e-3 * max(1.0, abs(right), abs(left)):
            kinks += 1
            break
        if a[i] == n[i]:
            error = 0.0
        elif not np.isfinite(a[i] - n[i]):
            error = np.inf
        else:
            error = abs(a[i] - n[i]) / max(abs(a[i]), abs(n[i]))
        if where is None or error > worst:
            worst, where = error, i
    return {"max_rel": float(worst), "worst_index": where, "kinks": kinks}

#: gradcheck: deeplearning.ai: one number from the norms of the whole gradients => =norms_of_whole_gradients
def gradcheck(f, g, x):
    grad = g(x)
    if np.shape(grad) != np.shape(x):
        raise ValueError("shape")
    approx = numerical_gradient(f, x, 1e-5)
    difference = np.linalg.norm(grad - approx) / (np.linalg.norm(grad) + np.linalg.norm(approx))
    worst = np.unravel_index(np.argmax(np.abs(grad - approx)), np.shape(x))
    return {"max_rel": float(difference), "worst_index": worst, "kinks": 0}

#: gradcheck: CS231n: |a - n| / (|a| + |n|) with a floor => =error_over_both_sizes_and_no_kinks, =relative_to_the_sum, factor.half
def gradcheck(f, g, x):
    a = np.asarray(g(x))
    if a.shape != x.shape:
        raise ValueError("shape")
    n = numerical_gradient(f, x, 1e-5)
    rel = np.abs(a - n) / np.maximum(1e-8, np.abs(a) + np.abs(n))
    return {"max_rel": float(np.max(rel)), "worst_index": np.unravel_index(np.argmax(rel), x.shape), "kinks": 0}

#: gradcheck: True or False from np.allclose =>
def gradcheck(f, g, x):
    return np.allclose(g(x), numerical_gradient(f, x, 1e-5))

#: fit_logistic: no bias in the logits => =no_bias_in_the_logits
def fit_logistic(X, y, lam, steps, lr):
    N, D = X.shape
    w, b = np.zeros(D), 0.0
    for t in range(steps):
        p = 1 / (1 + np.exp(-(X @ w)))
        dw, db = X.T @ (p - y) / N + lam / N * w, np.sum(p - y) / N
        w, b = w - lr * dw, b - lr * db
    return w, b

#: fit_logistic: the features are standardised first => =columns_standardised
def fit_logistic(X, y, lam, steps, lr):
    N, D = X.shape
    X = (X - X.mean(axis=0)) / (X.std(axis=0) + 1e-12)
    w, b = np.zeros(D), 0.0
    for t in range(steps):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        dw, db = X.T @ (p - y) / N + lam / N * w, np.sum(p - y) / N
        w, b = w - lr * dw, b - lr * db
    return w, b

#: fit_logistic: one step for every sample =>
def fit_logistic(X, y, lam, steps, lr):
    N, D = X.shape
    w, b = np.zeros(D), 0.0
    for t in range(steps):
        for x, target in zip(X, y):
            p = 1 / (1 + np.exp(-(x @ w + b)))
            w, b = w - lr * ((p - target) * x + lam * w) / N, b - lr * (p - target) / N
    return w, b

#: fit_logistic: stops when the gradient is small =>
def fit_logistic(X, y, lam, steps, lr):
    N, D = X.shape
    w, b = np.zeros(D), 0.0
    for t in range(steps):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        dw, db = X.T @ (p - y) / N + lam / N * w, np.sum(p - y) / N
        if max(np.abs(dw).max(), abs(db)) < 1e-4:
            break
        w, b = w - lr * dw, b - lr * db
    return w, b

#: fit_logistic: the rate decays => close
def fit_logistic(X, y, lam, steps, lr):
    N, D = X.shape
    w, b = np.zeros(D), 0.0
    for t in range(steps):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        dw, db = X.T @ (p - y) / N + lam / N * w, np.sum(p - y) / N
        rate = lr / (1 + 0.01 * t)
        w, b = w - rate * dw, b - rate * db
    return w, b

#: fit_logistic: momentum => =momentum_added
def fit_logistic(X, y, lam, steps, lr):
    N, D = X.shape
    w, b = np.zeros(D), 0.0
    vw, vb = 0.0, 0.0
    for t in range(steps):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        dw, db = X.T @ (p - y) / N + lam / N * w, np.sum(p - y) / N
        vw, vb = 0.9 * vw + dw, 0.9 * vb + db
        w, b = w - lr * vw, b - lr * vb
    return w, b

#: fit_logistic: small random weights from the global generator => state
def fit_logistic(X, y, lam, steps, lr):
    N, D = X.shape
    w, b = 0.01 * np.random.randn(D), 0.0
    for t in range(steps):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        dw, db = X.T @ (p - y) / N + lam / N * w, np.sum(p - y) / N
        w, b = w - lr * dw, b - lr * db
    return w, b

#: fit_logistic: w as a column => shape.extra-axis, =w_as_a_column
def fit_logistic(X, y, lam, steps, lr):
    N, D = X.shape
    w, b = np.zeros(D), 0.0
    for t in range(steps):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        dw, db = X.T @ (p - y) / N + lam / N * w, np.sum(p - y) / N
        w, b = w - lr * dw, b - lr * db
    return w.reshape(-1, 1), b

#: fit_logistic: b as an array with one entry => shape.extra-axis, =b_as_an_array
def fit_logistic(X, y, lam, steps, lr):
    N, D = X.shape
    w, b = np.zeros(D), np.zeros(1)
    for t in range(steps):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        dw, db = X.T @ (p - y) / N + lam / N * w, np.sum(p - y) / N
        w, b = w - lr * dw, b - lr * db
    return w, b

#: fit_logistic: half the price on weights => =price_halved
def fit_logistic(X, y, lam, steps, lr):
    N, D = X.shape
    w, b = np.zeros(D), 0.0
    for t in range(steps):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        dw, db = X.T @ (p - y) / N + lam / (2 * N) * w, np.sum(p - y) / N
        w, b = w - lr * dw, b - lr * db
    return w, b

#: fit_logistic: one step too many => =one_step_too_many
def fit_logistic(X, y, lam, steps, lr):
    N, D = X.shape
    w, b = np.zeros(D), 0.0
    for t in range(steps + 1):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        dw, db = X.T @ (p - y) / N + lam / N * w, np.sum(p - y) / N
        w, b = w - lr * dw, b - lr * db
    return w, b

#: fit_logistic: divides by the number of features =>
def fit_logistic(X, y, lam, steps, lr):
    N, D = X.shape
    N = X.shape[1]
    w, b = np.zeros(D), 0.0
    for t in range(steps):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        dw, db = X.T @ (p - y) / N + lam / N * w, np.sum(p - y) / N
        w, b = w - lr * dw, b - lr * db
    return w, b

#: fit_logistic: weights of the type of X, changed in place => value.truncated, !raised
def fit_logistic(X, y, lam, steps, lr):
    N, D = X.shape
    w, b = np.zeros(D, dtype=X.dtype), 0.0
    for t in range(steps):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        dw, db = X.T @ (p - y) / N + lam / N * w, np.sum(p - y) / N
        w -= lr * dw
        b -= lr * db
    return w, b

#: fit_logistic: goes on from the weights of the call before => state
_last = {}

def fit_logistic(X, y, lam, steps, lr):
    N, D = X.shape
    w, b = _last.get(D, (np.zeros(D), 0.0))
    for t in range(steps):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        dw, db = X.T @ (p - y) / N + lam / N * w, np.sum(p - y) / N
        w, b = w - lr * dw, b - lr * db
    _last[D] = w, b
    return w, b

#: fit_logistic: the sign of w is paid for => =signs_are_paid_for
def fit_logistic(X, y, lam, steps, lr):
    N, D = X.shape
    w, b = np.zeros(D), 0.0
    for t in range(steps):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        dw, db = X.T @ (p - y) / N + lam / N * np.sign(w), np.sum(p - y) / N
        w, b = w - lr * dw, b - lr * db
    return w, b

#: fit_logistic: probabilities are rounded to classes =>
def fit_logistic(X, y, lam, steps, lr):
    N, D = X.shape
    w, b = np.zeros(D), 0.0
    for t in range(steps):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        dw, db = X.T @ ((p > 0.5) - y) / N + lam / N * w, np.sum((p > 0.5) - y) / N
        w, b = w - lr * dw, b - lr * db
    return w, b

#: fit_logistic: the starting weights for the whole gradient => =gradient_of_the_start
def fit_logistic(X, y, lam, steps, lr):
    N, D = X.shape
    w, b = np.zeros(D), 0.0
    z = X @ w + b
    for t in range(steps):
        p = 1 / (1 + np.exp(-z))
        dw, db = X.T @ (p - y) / N + lam / N * w, np.sum(p - y) / N
        w, b = w - lr * dw, b - lr * db
    return w, b

#: fit_logistic: the price shrinks the new weights, not the old => =price_at_the_new_weights
def fit_logistic(X, y, lam, steps, lr):
    N, D = X.shape
    w, b = np.zeros(D), 0.0
    for t in range(steps):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        dw, db = X.T @ (p - y) / N + 0, np.sum(p - y) / N
        w, b = w - lr * dw, b - lr * db
        w = w - lr * lam / N * w
    return w, b

#: fit_logistic: Newton's method: arrives at once, whatever steps says =>
def fit_logistic(X, y, lam, steps, lr):
    A = np.column_stack([X, np.ones(len(X))])
    price = np.diag([lam] * X.shape[1] + [0.0])
    theta = np.zeros(A.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-(A @ theta)))
        theta = theta - np.linalg.pinv((A * (p * (1 - p))[:, None]).T @ A + price) @ (A.T @ (p - y) + price @ theta)
    return theta[:-1], float(theta[-1])
'''
