"""A third set of wrong code over all assignments, by somebody who had read the notebooks and neither checks, mistakes nor slips.

Written as learners write: loops, lists, other languages, print habits, over-careful code. One realistic mistake each, now and then
two; many keep something between calls, put an argument back too late, squeeze an axis of one, or move the generator too far or too
little. After @ stand the lines of the piece where the mistake is, counted from 1, of a missing statement the lines it should stand
between.

The pieces were committed before anything was run on them. Read again afterwards, ten of 321 turned out to be no mistakes, and are
among the right ones now: arrays are handed over row by row, in a5 and a6 as floats, and small numbers have digits only where a
docstring says so. Two were taken out: a constant column of tenths, whose std rounding leaves just above 0, and weights of zero
that draw nothing, which no result shows. A batch dealer that draws once too often stands under train, where it shows.
"""

CASES = {
    "a1": r'''
#: affine_forward: one result array per shape is kept and handed out again, so an earlier result changes with the next call @5,6,7,9 =>
_scratch = {}

def affine_forward(X, W, b):
    key = (X.shape[0], W.shape[1])
    if key not in _scratch:
        _scratch[key] = np.empty(key)
    np.matmul(X, W, out=_scratch[key])
    _scratch[key] += b
    return _scratch[key]

#: affine_forward: axes of length one are squeezed away, so one sample or one neuron has the wrong shape @3 =>
def affine_forward(X, W, b):
    Z = np.dot(X, W) + b
    return np.squeeze(Z)

#: affine_forward: the bias trick with the ones on the wrong side @3,4 =>
def affine_forward(X, W, b):
    ones = np.ones((len(X), 1))
    X_aug = np.hstack((ones, X))
    W_aug = np.vstack((W, b.reshape(1, -1)))
    return X_aug.dot(W_aug)

#: affine_forward: the result has the number type of X, so whole numbers in X cut the fractions off @2 =>
def affine_forward(X, W, b):
    Z = np.zeros_like(X, shape=(X.shape[0], W.shape[1]))
    for i, row in enumerate(X):
        for j in range(W.shape[1]):
            Z[i, j] = sum(row[k] * W[k, j] for k in range(len(row))) + b[j]
    return Z

#: affine_forward: b is added inside the sum over the inputs and the weights are used in float32 @2,3 =>
def affine_forward(X: np.ndarray, W: np.ndarray, b: np.ndarray) -> np.ndarray:
    W = W.astype(np.float32)
    partial = X[:, :, None] * W[None] + b
    return partial.sum(axis=1)

#: from_columns: turned around only where the sizes differ @3 =>
def from_columns(W_seed, b):
    rows, cols = W_seed.shape
    if rows != len(b) or rows != cols:
        W_seed = W_seed.T
    return W_seed, b

#: from_columns: reshaped instead of transposed, and the biases as a column @3,4 =>
def from_columns(W_seed, b):
    salidas, entradas = W_seed.shape
    W = np.reshape(W_seed, (entradas, salidas))
    return W, b[:, np.newaxis]

#: rotation: a short pi @4 =>
PI = 3.14159

def rotation(degrees):
    theta = degrees * PI / 180
    c, s = np.cos(theta), np.sin(theta)
    return np.array([[c, -s], [s, c]])

#: rotation: angles are remembered by their whole part, so 30.5 after 30 gives the matrix of 30 @2,5 =>
def rotation(degrees, _table={}):
    k = int(degrees)
    if k not in _table:
        t = np.deg2rad(degrees)
        _table[k] = np.array([[np.cos(t), -np.sin(t)], [np.sin(t), np.cos(t)]])
    return _table[k].copy()

#: rotation: the sine is taken from the cosine, so its sign is lost below the axis @4 =>
def rotation(degrees):
    a = np.radians(degrees % 360)
    c = np.cos(a)
    s = np.sqrt(1 - c ** 2)
    return np.array([[c, -s], [s, c]])

#: rotation: rounded to six decimals to get rid of 6e-17 @4 =>
def rotation(degrees):
    a = np.deg2rad(degrees)
    R = np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]])
    return np.around(R, 6)

#: make_layer: the factors in the order for columns, handed over as the matrix for rows @4 =>
def make_layer(deg1, scales, deg2, shift):
    first, second = rotation(deg1), rotation(deg2)
    stretch = np.diag(scales)
    W = second @ stretch @ first
    return W, np.asarray(shift)

#: make_layer: the shift is turned along by the second turn @6 =>
def make_layer(deg1, scales, deg2, shift):
    M = np.eye(2)
    M = rotation(deg1) @ M
    M = np.diag(scales) @ M
    M = rotation(deg2) @ M
    b = rotation(deg2) @ np.asarray(shift, dtype=float)
    return M.T, b

#: make_layer: the scales are applied to columns of W for the first turn, that is before it @2 =>
def make_layer(deg1, scales, deg2, shift):
    A = rotation(deg1) * scales
    return (rotation(deg2) @ A).T, shift

#: decompose_affine: only the left factor of the SVD is made a proper turn @7 =>
def decompose_affine(W):
    U, s, Vt = np.linalg.svd(W.T)
    S = np.diag(s)
    if np.linalg.det(U) < 0:
        U[:, 1] *= -1
        S[1, 1] *= -1
    return U, S, Vt

#: decompose_affine: a mirror in both factors turns the sign of the scale once only @8 =>
def decompose_affine(W):
    U, s, Vt = np.linalg.svd(W.T)
    left, right = np.linalg.det(U) < 0, np.linalg.det(Vt) < 0
    if left:
        U[:, -1] = -U[:, -1]
    if right:
        Vt[-1, :] = -Vt[-1, :]
    if left or right:
        s[-1] = -s[-1]
    return U, np.diag(s), Vt

#: decompose_affine: divided by the singular values, which can be zero @7 =>
def decompose_affine(W):
    A = W.T
    lam, V = np.linalg.eigh(A.T @ A)
    if np.linalg.det(V) < 0:
        V[:, 0] = -V[:, 0]
    s = np.sqrt(np.maximum(lam, 0))
    R2 = A @ V / s
    if np.linalg.det(R2) < 0:
        R2[:, 0] *= -1
        s[0] *= -1
    return R2, np.diag(s), V.T

#: relu: the argument is put right after the result was taken, and the result is the argument itself @3,4,5 =>
def relu(A):
    backup = A.copy()
    A[A < 0] = 0
    result = A
    A[...] = backup
    return result

#: relu: works through rows, so only for tables @4 =>
def relu(A):
    out = np.zeros(A.shape)
    for r in range(A.shape[0]):
        for c in range(A.shape[1]):
            out[r, c] = A[r, c] if A[r, c] > 0 else 0.0
    return out

#: relu: zeros of whole numbers are filled with fractions @2 =>
def relu(A):
    H = np.zeros(A.shape, dtype=int)
    H[A > 0] = A[A > 0]
    return H

#: quadrant_kind: very small numbers count as zero @2 =>
def quadrant_kind(A):
    pos = A > 1e-8
    kind = np.full(len(A), 3)
    kind[pos[:, 0] & pos[:, 1]] = 0
    kind[pos[:, 0] & ~pos[:, 1]] = 1
    kind[~pos[:, 0] & pos[:, 1]] = 2
    return kind

#: quadrant_kind: points on an axis count as inside, and both tests of the origin ask the same coordinate @4 =>
def quadrant_kind(A):
    out = []
    for x, y in A:
        if x >= 0 and y >= 0:
            out.append(0)
        elif x > 0:
            out.append(1)
        elif y > 0:
            out.append(2)
        else:
            out.append(3)
    return np.array(out)

#: orthant_fraction: the answer is remembered for n and samples, whatever the generator @4,5 =>
_seen = {}

def orthant_fraction(n, samples, rng):
    if (n, samples) in _seen:
        return _seen[n, samples]
    pts = rng.standard_normal((samples, n))
    _seen[n, samples] = float(np.mean((pts > 0).all(axis=1)))
    return _seen[n, samples]

#: orthant_fraction: its own generator with a fixed seed @2 =>
def orthant_fraction(n, samples, rng=None):
    gen = np.random.default_rng(42)
    points = gen.normal(size=(samples, n))
    hits = sum(1 for p in points if min(p) > 0)
    return hits / samples

#: orthant_fraction: the share of positive entries instead of positive points @5 =>
def orthant_fraction(n, samples, rng):
    count = 0
    for _ in range(samples):
        p = rng.normal(0, 1, n)
        count += (p > 0).sum() / n
    return count / samples

#: layer_frames: the same array is changed and collected, so all frames show the last one @7,9 =>
def layer_frames(H, W, b):
    R2, S, R1 = decompose_affine(W)
    P = H.astype(float).copy()
    frames = []
    for M in (R1, S, R2):
        P[:] = P @ M.T
        frames.append(P)
    P += b
    frames.append(P)
    frames.append(np.maximum(P, 0))
    return np.array(frames)

#: layer_frames: ReLU before the shift @7 =>
def layer_frames(H, W, b):
    R2, S, R1 = decompose_affine(W)
    f0 = H @ R1.T
    f1 = f0 @ S
    f2 = f1 @ R2.T
    f3 = f2 + b
    f4 = relu(f2) + b
    return np.stack([f0, f1, f2, f3, f4])

#: layer_frames: rows are turned as if they were columns @3,5 =>
def layer_frames(H, W, b):
    R2, S, R1 = decompose_affine(W)
    film = [H @ R1]
    film.append(film[-1] @ S)
    film.append(film[-1] @ R2)
    film.append(film[-1] + b)
    film.append(relu(film[-1]))
    return np.stack(film)

#: standardize: columns with a small spread count as constant @4 =>
def standardize(X):
    mu = np.mean(X, axis=0)
    sigma = np.std(X, axis=0)
    sigma[np.isclose(sigma, 0)] = 0
    Z = np.zeros(X.shape)
    ok = sigma > 0
    Z[:, ok] = (X[:, ok] - mu[ok]) / sigma[ok]
    return Z, mu, sigma

#: standardize: divided by N - 1, and a single sample gives NaN @6 =>
def standardize(X):
    X = np.asarray(X, dtype=float)
    n = X.shape[0]
    m = X.sum(0) / n
    D = X - m
    s = np.sqrt((D * D).sum(0) / (n - 1))
    D[:, s > 0] /= s[s > 0]
    return D, m, s

#: standardize: mean of squares minus square of the mean, which loses all digits far from zero @3 =>
def standardize(X):
    mean = X.mean(axis=0)
    var = (X ** 2).mean(axis=0) - mean ** 2
    std = np.sqrt(np.maximum(var, 0))
    flat = X.max(axis=0) == X.min(axis=0)
    std[flat] = 0.0
    Z = (X - mean) / np.where(std == 0, 1.0, std)
    Z[:, flat] = 0.0
    return Z, mean, std

#: standardize: centres the columns of the caller and puts them back at the end, with rounding @3,6 =>
def standardize(X):
    mean = np.mean(X, axis=0)
    X -= mean
    std = np.sqrt(np.mean(X ** 2, axis=0))
    Z = X / np.where(std > 0, std, 1.0)
    X += mean
    return Z, mean, std
''',
    "a2": r'''
#: sigmoid: the small side as one minus the large side @4 =>
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    p = 1.0 / (1.0 + np.exp(-np.abs(z)))
    return np.where(z < 0, 1.0 - p, p)

#: sigmoid: both branches are filled into an array of the type of z @2 =>
def sigmoid(z):
    ans = np.empty_like(z)
    for idx, v in np.ndenumerate(z):
        if v >= 0:
            ans[idx] = 1 / (1 + np.exp(-v))
        else:
            t = np.exp(v)
            ans[idx] = t / (1 + t)
    return ans

#: sigmoid: scalars come back with an axis @2 =>
def sigmoid(z):
    z = np.atleast_1d(np.asarray(z, dtype=float))
    out = np.zeros(z.shape)
    pos = z >= 0
    out[pos] = 1 / (1 + np.exp(-z[pos]))
    ez = np.exp(z[~pos])
    out[~pos] = ez / (1 + ez)
    return out

#: tanh: the formula with both exponentials @2,3 =>
def tanh(z):
    a, b = np.exp(z), np.exp(-z)
    return (a - b) / (a + b)

#: tanh: two in front is missing inside @2 =>
def tanh(z):
    return 2 * sigmoid(z) - 1

#: leaky_relu: the larger of both, computed in place in z @2,3 =>
def leaky_relu(z, slope):
    z *= np.where(z > 0, 1.0, slope)
    return z

#: leaky_relu: the slope is remembered from the first call @2,3,4 =>
def leaky_relu(z, slope, _factor=[]):
    if not _factor:
        _factor.append(slope)
    return np.where(z > 0, z, _factor[0] * z)

#: leaky_relu: abs where the sign has to stay @3 =>
def leaky_relu(z, slope):
    z = np.asarray(z, float)
    return np.where(z > 0, z, slope * np.abs(z))

#: elu: both branches are computed everywhere and multiplied by the mask, which is zero times infinity @3 =>
def elu(z, alpha):
    pos = (z > 0).astype(float)
    return pos * z + (1 - pos) * alpha * (np.exp(z) - 1)

#: elu: alpha inside the exponential @3 =>
def elu(z, alpha):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, np.expm1(alpha * np.minimum(z, 0)))

#: softplus: large numbers as they are and the rest by the book, which is zero at -40 @3 =>
def softplus(z):
    z = np.asarray(z, dtype=float)
    return np.where(z > 30, z, np.log(1 + np.exp(np.minimum(z, 30))))

#: softplus: logarithm to base two @2 =>
def softplus(z):
    return np.logaddexp2(0, z)

#: d_sigmoid: one minus the sigmoid, gone at 40 @3 =>
def d_sigmoid(z):
    s = sigmoid(z)
    return s * (1 - s)

#: d_sigmoid: takes z for the output @3 =>
def d_sigmoid(z):
    h = np.asarray(z, float)
    return h * (1 - h)

#: d_tanh: one minus tanh times one plus tanh, which is zero at 20 @3 =>
def d_tanh(z):
    t = tanh(np.asarray(z, float))
    return (1 - t) * (1 + t)

#: d_tanh: the four is missing @3 =>
def d_tanh(z):
    s = sigmoid(2 * z)
    return s * sigmoid(-2 * z)

#: d_leaky_relu: filled into an array like z, so whole numbers lose the slope @2 =>
def d_leaky_relu(z, slope):
    g = np.ones_like(z)
    g[z < 0] = slope
    return g

#: d_elu: the output plus alpha, of an output that is cut to six digits @4 =>
def d_elu(z, alpha):
    z = np.asarray(z, dtype=float)
    out = np.where(z > 0, z, alpha * np.expm1(np.minimum(z, 0.0)))
    return np.where(z > 0, 1.0, np.round(out, 6) + alpha)

#: d_elu: alpha is forgotten @2 =>
def d_elu(z, alpha):
    return np.exp(np.minimum(np.asarray(z, dtype=float), 0))

#: d_softplus: divided as it is written @3 =>
def d_softplus(z):
    e = np.exp(np.asarray(z, dtype=float))
    return e / (1 + e)

#: d_sigmoid_from_output: squashed once more @2 =>
def d_sigmoid_from_output(h):
    s = 1 / (1 + np.exp(-h))
    return s * (1 - s)

#: d_sigmoid_from_output: clipped away from 0 and 1 @3 =>
def d_sigmoid_from_output(h):
    eps = 1e-7
    h = np.clip(h, eps, 1 - eps)
    return h * (1.0 - h)

#: unit: the bias is added to the activation @3 =>
def unit(X, w, b, act):
    z = X.dot(w)
    return act(z) + b

#: unit: one sample comes back as a number @2 =>
def unit(X, w, b, act):
    z = np.squeeze(X @ w.reshape(-1, 1)) + b
    return act(z)

#: unit: the weights are summed over the samples @6 =>
def unit(X, w, b, act):
    out = []
    z = b
    for sample in X:
        for x_i, w_i in zip(sample, w):
            z += x_i * w_i
        out.append(z)
    return act(np.array(out))

#: gate: AND3 with the bias of AND @4 =>
def gate(name):
    if name.startswith("AND"):
        n = 3 if name.endswith("3") else 2
        return np.ones(n), -1.5
    if name == "OR":
        return np.ones(2), -0.5
    return -np.ones(2), 1.5

#: xor_net: the second hidden unit computes AND and is added instead of taken off @4 =>
def xor_net():
    W1 = np.array([[1.0, 1.0], [1.0, 1.0]])
    b1 = np.array([-0.5, -1.5])
    w2 = np.array([1.0, 1.0])
    return W1, b1, w2, -0.5

#: xor_net: the output is one at (1, 1) too, since zero counts as on @5 =>
def xor_net():
    W1 = np.ones((2, 2))
    b1 = np.array([0.0, -1.0])
    w2 = np.array([1.0, -1.0])
    return W1, b1, w2, 0.5

#: farkas_xor: the signs of the conditions as they are, not turned @2 =>
def farkas_xor():
    return np.array([1.0, -1.0, -1.0, 1.0])

#: is_separable: random search with too few tries @4 =>
def is_separable(y):
    rng = np.random.default_rng(0)
    C = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    for _ in range(3):
        w, b = rng.normal(size=2), rng.normal()
        if np.array_equal((C @ w + b > 0).astype(int), np.asarray(y).astype(int)):
            return True
    return False

#: is_separable: only XOR itself is refused, not its opposite @2 =>
def is_separable(y):
    return list(y) != [0, 1, 1, 0]

#: is_separable: ones and zeros on different diagonals, by their number only @2 =>
def is_separable(y):
    return sum(y) != 2 or y[0] == y[1]

#: count_separable: the perceptron gets too few rounds for three inputs @8 =>
def count_separable(n):
    from itertools import product
    C = np.array(list(product([0, 1], repeat=n)))
    A = np.hstack([C, np.ones((2 ** n, 1))])
    found = 0
    for y in product([-1, 1], repeat=2 ** n):
        w = np.zeros(n + 1)
        for _ in range(4):
            for a, t in zip(A, y):
                if t * (a @ w) <= 0:
                    w += t * a
        found += all(t * (a @ w) > 0 for a, t in zip(A, y))
    return found

#: count_separable: constant functions are left out @2 =>
def count_separable(n):
    return {1: 2, 2: 12, 3: 102}[n]

#: sensitivity: not turned around @3 =>
def sensitivity(x, W, b):
    z = x @ W + b
    return W * d_sigmoid(z)

#: sensitivity: the slope at the output, and all units squeezed @3 =>
def sensitivity(x, W, b):
    h = sigmoid(np.dot(x, W) + b)
    J = [[d_sigmoid(h[j]) * W[i, j] for i in range(len(x))] for j in range(len(b))]
    return np.array(J)

#: window: the ends are exchanged @2,3 =>
def window(x, lo, hi, k):
    rising = sigmoid(k * (x - hi))
    falling = sigmoid(k * (x - lo))
    return rising - falling

#: window: k is outside of the sigmoid for the second end @2 =>
def window(x, lo, hi, k):
    return sigmoid(k * (x - lo)) - sigmoid(k * x - hi)

#: window: steep exponentials overflow, and NaN is replaced by zero @4 =>
def window(x, lo, hi, k):
    a = np.exp(k * (np.asarray(x, float) - lo))
    b = np.exp(k * (np.asarray(x, float) - hi))
    return np.nan_to_num(a / (1 + a)) - np.nan_to_num(b / (1 + b))

#: rbf: the halfwidth is taken for a standard deviation @2 =>
def rbf(x, centre, halfwidth):
    return np.exp(-((x - centre) ** 2) / (2 * halfwidth ** 2))

#: rbf: the distance is squared before it is taken apart by whole numbers @2 =>
def rbf(x, centre, halfwidth):
    ratio = (x - centre) // halfwidth if np.asarray(x).dtype.kind == "i" else (x - centre) / halfwidth
    return 0.5 ** (ratio ** 2)

#: rbf: the square is missing @2 =>
def rbf(x, centre, halfwidth):
    return 2.0 ** (-np.abs((np.asarray(x) - centre) / halfwidth))

#: sigmoid: large inputs are written over with the limit, in z itself @2,3 =>
def sigmoid(z):
    z[z > 700] = 700
    z[z < -700] = -700
    return 1 / (1 + np.exp(-z))

#: d_softplus: the table of values of the first call is used again for the same shape @4,5 =>
_slopes = {}

def d_softplus(z):
    if np.shape(z) not in _slopes:
        _slopes[np.shape(z)] = sigmoid(z)
    return _slopes[np.shape(z)]
''',
    "a3": r'''
#: one_hot: the range is tested after the indexing, which has already taken -1 for the last class @4,5 =>
def one_hot(y, C):
    Y = np.zeros((len(y), C))
    try:
        Y[np.arange(len(y)), y] = 1.0
    except IndexError:
        raise ValueError("label out of range")
    return Y

#: one_hot: the number of classes is taken from the largest label that occurs @5 =>
def one_hot(y, C):
    y = np.asarray(y)
    if y.min() < 0 or y.max() >= C:
        raise ValueError("bad label")
    return np.eye(int(y.max()) + 1)[y]

#: one_hot: one table for all calls, never wiped @6,8 =>
_TABLE = np.zeros((300, 60))

def one_hot(y, C):
    if any(label < 0 or label >= C for label in y):
        raise ValueError("unknown class")
    Y = _TABLE[:len(y), :C]
    for i, label in enumerate(y):
        Y[i, label] = 1
    return Y.copy()

#: one_hot: integers, and a label equal to C passes @2,4 =>
def one_hot(y, C):
    if (y < 0).any() or (y > C).any():
        raise ValueError(f"labels have to be in 0..{C - 1}")
    return (y[:, None] == np.arange(C)).astype(int)

#: softmax: moved by the largest of all logits, so rows far below become 0/0 @2 =>
def softmax(Z):
    E = np.exp(Z - np.max(Z))
    return E / E.sum(axis=1, keepdims=True)

#: softmax: sums over the samples @3 =>
def softmax(Z):
    Z = Z - Z.max(axis=1, keepdims=True)
    return np.exp(Z) / np.exp(Z).sum(axis=0)

#: softmax: shifted in place, which changes the logits of the caller @3 =>
def softmax(Z):
    for row in Z:
        row -= row.max()
    E = np.exp(Z)
    return E / E.sum(axis=1)[:, None]

#: softmax: moved to the smallest, which overflows on the other side @2 =>
def softmax(Z):
    E = np.exp(Z - Z.min(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)

#: softmax: integers keep their type, so the shares are cut to whole numbers @2 =>
def softmax(Z):
    P = Z.copy()
    for i in range(P.shape[0]):
        shifted = np.exp(Z[i] - max(Z[i]))
        P[i] = shifted / sum(shifted)
    return P

#: softmax: a careful epsilon in the denominator @5 =>
def softmax(Z: np.ndarray) -> np.ndarray:
    assert Z.ndim == 2, "expected a 2-D array of logits"
    shifted = Z - np.max(Z, axis=1, keepdims=True)
    numerator = np.exp(shifted)
    denominator = np.sum(numerator, axis=1, keepdims=True) + 1e-12
    return numerator / denominator

#: cross_entropy: the probability is clipped before the logarithm @4 =>
def cross_entropy(Z, y):
    m = len(y)
    P = softmax(Z)
    picked = np.clip(P[range(m), y], 1e-15, None)
    loss = -np.sum(np.log(picked)) / m
    dZ = P
    dZ[range(m), y] -= 1
    return loss, dZ / m

#: cross_entropy: the gradient is taken before the mean, and the loss over all entries @6 =>
def cross_entropy(Z, y):
    N, C = Z.shape
    shifted = Z - Z.max(axis=1, keepdims=True)
    logp = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    Y = one_hot(y, C)
    loss = -(Y * logp).mean()
    dZ = (np.exp(logp) - Y) / N
    return loss, dZ

#: cross_entropy: indexing a block instead of one entry per row @7 =>
def cross_entropy(Z, y):
    N = Z.shape[0]
    top = Z.max(axis=1)
    lse = top + np.log(np.exp(Z - top[:, None]).sum(axis=1))
    loss = np.mean(lse - Z[np.arange(N), y])
    dZ = np.exp(Z - lse[:, None])
    dZ[:, y] -= 1
    return loss, dZ / N

#: cross_entropy: the Jacobian of the softmax is applied to a difference that is the gradient already @7 =>
def cross_entropy(Z, y):
    N, C = Z.shape
    m = Z.max(axis=1, keepdims=True)
    P = np.exp(Z - m) / np.exp(Z - m).sum(axis=1, keepdims=True)
    loss = np.mean(np.log(np.exp(Z - m).sum(axis=1)) + m[:, 0] - Z[np.arange(N), y])
    dP = (P - one_hot(y, C)) / N
    dZ = P * (dP - (dP * P).sum(axis=1, keepdims=True))
    return loss, dZ

#: cross_entropy: the gradient lies in one array that every call of the same shape uses @3,5,11 =>
def cross_entropy(Z, y, _store={}):
    N = len(y)
    G = _store.setdefault(Z.shape, np.empty(Z.shape))
    top = Z.max(axis=1, keepdims=True)
    np.exp(Z - top, out=G)
    total = G.sum(axis=1, keepdims=True)
    loss = float(np.mean(np.log(total[:, 0]) + top[:, 0] - Z[np.arange(N), y]))
    G /= total
    G[np.arange(N), y] -= 1
    G /= N
    return loss, G

#: bce_with_logits: large logits are cut at 30 @4 =>
def bce_with_logits(z, y):
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    z = np.clip(z, -30, 30)
    p = 1 / (1 + np.exp(-z))
    loss = np.mean(np.logaddexp(0, z) - y * z)
    return loss, (p - y) / len(z)

#: bce_with_logits: the gradient is that of p, times the slope once more @7 =>
def bce_with_logits(z, y):
    if np.shape(z) != np.shape(y):
        raise ValueError("z and y must have one shape")
    a = np.abs(z)
    loss = np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-a)))
    p = np.where(z >= 0, 1.0, np.exp(-a)) / (1.0 + np.exp(-a))
    dz = (p - y) * p * (1 - p) / len(z)
    return loss, dz

#: bce_with_logits: only lengths are compared, and the loss is a sum @2,9 =>
def bce_with_logits(z, y):
    if len(z) != len(y):
        raise ValueError
    N = len(z)
    loss, dz = 0.0, []
    for zi, yi in zip(z, y):
        loss += np.logaddexp(0.0, zi) - yi * zi
        dz.append((np.exp(-np.logaddexp(0.0, -zi)) - yi) / N)
    return loss, np.array(dz)

#: mse_ridge: N counts all entries of the targets @4 =>
def mse_ridge(Y, H, Ws, lam):
    if Y.shape != H.shape:
        raise ValueError("shape mismatch")
    N = Y.size
    data = ((Y - H) ** 2).sum() / (2 * N)
    penalty = sum((W ** 2).sum() for W in Ws) * lam / (2 * N)
    return data + penalty

#: mse_ridge: the penalty is not divided by N @7 =>
def mse_ridge(Y, H, Ws, lam):
    if np.shape(Y) != np.shape(H):
        raise ValueError("Y and H")
    diff = np.ravel(Y) - np.ravel(H)
    total = diff.dot(diff) / len(Y)
    for W in Ws:
        total += lam * np.linalg.norm(W) ** 2
    return total / 2

#: mse_ridge: the weights are collected in a default list that grows @4,6 =>
def mse_ridge(Y, H, Ws, lam, _all=[]):
    if Y.shape != H.shape:
        raise ValueError("Y and H differ in shape")
    _all.extend(Ws)
    N = len(Y)
    return (np.sum((Y - H) ** 2) + lam * sum(np.sum(W ** 2) for W in _all)) / (2 * N)

#: mse_ridge: the norm of a matrix is the largest singular value here @5 =>
def mse_ridge(Y, H, Ws, lam):
    if Y.shape != H.shape:
        raise ValueError("Y, H")
    n = Y.shape[0]
    reg = sum(np.linalg.norm(W, 2) ** 2 for W in Ws)
    return 0.5 / n * np.sum(np.square(Y - H)) + 0.5 * lam / n * reg

#: mse_grad: broadcast where it should be refused @2 =>
def mse_grad(Y, H):
    if Y.shape[0] != H.shape[0]:
        raise ValueError("number of samples")
    return (H - Y) / Y.shape[0]

#: mse_grad: divided by rows and columns, and the sign turned @4 =>
def mse_grad(Y, H):
    if Y.shape != H.shape:
        raise ValueError
    return np.divide(Y - H, Y.size)

#: numerical_gradient: restored by adding and subtracting, so the last bit of x changes @6,8,10 =>
def numerical_gradient(f, x, eps):
    g = np.zeros(np.shape(x))
    it = np.nditer(x, flags=["multi_index"])
    for _ in it:
        i = it.multi_index
        x[i] += eps
        plus = f(x)
        x[i] -= 2 * eps
        minus = f(x)
        x[i] += eps
        g[i] = (plus - minus) / (2 * eps)
    return g

#: numerical_gradient: a copy, restored too late, so the entry is still moved when the next one is measured @12 =>
def numerical_gradient(f, x, eps):
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    flat, out = x.reshape(-1), grad.reshape(-1)
    for i in range(flat.size):
        old = flat[i]
        flat[i] = old + eps
        up = f(x)
        flat[i] = old - eps
        down = f(x)
        out[i] = (up - down) / (2 * eps)
    flat[i] = old
    return grad

#: numerical_gradient: the same step on both sides of one, divided by one step @3,8 =>
def numerical_gradient(f, x, eps):
    x = np.asarray(x, dtype=np.float64)
    base = f(x.copy())
    grad = np.empty(x.shape)
    for index, _ in np.ndenumerate(x):
        moved = x.copy()
        moved[index] += eps
        grad[index] = (f(moved) - base) / eps
    return grad

#: numerical_gradient: float32 stays float32, so the step is rounded away @2 =>
def numerical_gradient(f, x, eps):
    x = x + 0.0 if x.dtype.kind == "f" else x.astype(float)
    g = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        h = np.zeros_like(x)
        h[i] = eps
        g[i] = (f(x + h) - f(x - h)) / (2 * eps)
    return g

#: numerical_gradient: f is given the flattened array @4 =>
def numerical_gradient(f, x, eps):
    v = np.ravel(np.array(x, dtype=float))
    E = eps * np.eye(v.size)
    g = [(f(v + e) - f(v - e)) / (2 * eps) for e in E]
    return np.array(g).reshape(np.shape(x))

#: gradcheck: the sum of the sizes in the denominator @21 =>
def gradcheck(f, g, x):
    eps = 1e-5
    a = np.asarray(g(x), dtype=float)
    if a.shape != np.shape(x):
        raise ValueError("shape of g(x)")
    n = numerical_gradient(f, x, eps)
    worst, where, kinks = 0.0, None, 0
    x = np.array(x, dtype=float)
    for i in np.ndindex(x.shape):
        e = np.zeros_like(x)
        e[i] = eps
        right, left = (f(x + e) - f(x)) / eps, (f(x) - f(x - e)) / eps
        if abs(right - left) > 1e-3 * max(1, abs(right), abs(left)):
            kinks += 1
            continue
        if not (np.isfinite(a[i]) and np.isfinite(n[i])):
            rel = np.inf
        elif a[i] == 0 and n[i] == 0:
            rel = 0.0
        else:
            rel = abs(a[i] - n[i]) / (abs(a[i]) + abs(n[i]))
        if where is None or rel > worst:
            worst, where = rel, i
    return {"max_rel": worst, "worst_index": where, "kinks": kinks}

#: gradcheck: NaN passes, because it is not larger than anything @17 =>
def gradcheck(f, g, x):
    eps = 1e-5
    x = np.array(x, dtype=float)
    a, n = np.array(g(x), dtype=float), numerical_gradient(f, x, eps)
    if a.shape != x.shape:
        raise ValueError("shapes")
    best = {"max_rel": 0.0, "worst_index": None, "kinks": 0}
    for i, value in np.ndenumerate(x):
        up, down = x.copy(), x.copy()
        up[i] = value + eps
        down[i] = value - eps
        r, l = (f(up) - f(x)) / eps, (f(x) - f(down)) / eps
        if abs(r - l) > 1e-3 * max(1.0, abs(r), abs(l)):
            best["kinks"] += 1
            continue
        size = max(abs(a[i]), abs(n[i]))
        err = abs(a[i] - n[i]) / size if size else 0.0
        if best["worst_index"] is None or err > best["max_rel"]:
            best["max_rel"], best["worst_index"] = err, i
    return best

#: gradcheck: kinks are counted but not left out @16 =>
def gradcheck(f, g, x):
    h = 1e-5
    x = np.array(x, dtype=float)
    claimed = np.asarray(g(x.copy()))
    if claimed.shape != x.shape:
        raise ValueError("g(x) has another shape")
    measured = numerical_gradient(f, x, h)
    size = np.maximum(abs(claimed), abs(measured))
    rel = np.where(size == 0, 0.0, abs(claimed - measured) / np.where(size == 0, 1, size))
    rel[~(np.isfinite(claimed) & np.isfinite(measured))] = np.inf
    kinks = 0
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape); e[i] = h
        r = (f(x + e) - f(x)) / h
        l = (f(x) - f(x - e)) / h
        kinks += bool(abs(r - l) > 1e-3 * max(1, abs(r), abs(l)))
    where = np.unravel_index(np.argmax(rel), x.shape)
    return {"max_rel": float(rel[where]), "worst_index": tuple(int(k) for k in where), "kinks": kinks}

#: gradcheck: the worst index counts flat @22 =>
def gradcheck(f, g, x):
    a = np.asarray(g(x), float)
    x = np.array(x, float)
    if a.shape != x.shape:
        raise ValueError("claimed gradient has the wrong shape")
    n = numerical_gradient(f, x, 1e-5)
    rel = np.full(x.size, -1.0)
    kinks = 0
    for j, i in enumerate(np.ndindex(x.shape)):
        e = np.zeros_like(x)
        e[i] = 1e-5
        right, left = (f(x + e) - f(x)) / 1e-5, (f(x) - f(x - e)) / 1e-5
        if abs(right - left) > 1e-3 * max(1, abs(right), abs(left)):
            kinks += 1
        elif not np.isfinite(a[i] + n[i]):
            rel[j] = np.inf
        else:
            rel[j] = 0 if a[i] == n[i] == 0 else abs(a[i] - n[i]) / max(abs(a[i]), abs(n[i]))
    if kinks == x.size:
        return {"max_rel": 0.0, "worst_index": None, "kinks": kinks}
    j = int(rel.argmax())
    return {"max_rel": float(rel[j]), "worst_index": (j,), "kinks": kinks}

#: fit_logistic: the bias moves with the new weights @7 =>
def fit_logistic(X, y, lam, steps, lr):
    N, D = X.shape
    w, b = np.zeros(D), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w = w - lr * (X.T @ dz + lam / N * w)
        _, dz = bce_with_logits(X @ w + b, y)
        b = b - lr * dz.sum()
    return w, b

#: fit_logistic: the price also on the bias, by a column of ones @6 =>
def fit_logistic(X, y, lam, steps, lr):
    A = np.c_[X, np.ones(len(X))]
    theta = np.zeros(A.shape[1])
    for _ in range(steps):
        dz = bce_with_logits(A @ theta, y)[1]
        theta -= lr * (A.T @ dz + lam * theta / len(X))
    return theta[:-1], theta[-1]

#: fit_logistic: goes on from where the last call ended @5,6 =>
_w = None

def fit_logistic(X, y, lam, steps, lr):
    global _w, _b
    if _w is None or len(_w) != X.shape[1]:
        _w, _b = np.zeros(X.shape[1]), 0.0
    for step in range(steps):
        loss, dz = bce_with_logits(X.dot(_w) + _b, y)
        _w, _b = _w - lr * (X.T.dot(dz) + lam * _w / len(y)), _b - lr * dz.sum()
    return _w.copy(), float(_b)

#: fit_logistic: lam is not divided by N and one step too many @5,8 =>
def fit_logistic(X, y, lam, steps, lr):
    w = np.zeros(X.shape[1])
    b = 0.0
    t = 0
    while t <= steps:
        z = X @ w + b
        dz = bce_with_logits(z, y)[1]
        grad_w = X.T @ dz + lam * w
        w, b = w - lr * grad_w, b - lr * np.sum(dz)
        t += 1
    return w, b

#: fit_logistic: stops when the gradient is small @6 =>
def fit_logistic(X, y, lam, steps, lr):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        gw, gb = X.T @ dz + lam / len(y) * w, dz.sum()
        if np.sqrt(gw @ gw + gb * gb) < 1e-3:
            break
        w, b = w - lr * gw, b - lr * gb
    return w, b

#: numerical_gradient: always the step 1e-5 @2 =>
def numerical_gradient(f, x, eps=1e-5):
    h = 1e-5
    x = np.asarray(x, dtype=float)
    g = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        d = np.zeros_like(x)
        d[i] = h
        g[i] = (f(x + d) - f(x - d)) / h / 2
    return g

#: mse_grad: the sign is turned and integers divide to whole numbers @4 =>
def mse_grad(Y, H):
    if Y.shape != H.shape:
        raise ValueError("different shapes")
    return (Y - H) // len(Y) if Y.dtype.kind == H.dtype.kind == "i" else (H - Y) / len(Y)
''',
    "a4": r'''
#: affine_backward: db is squeezed where there is one neuron, and keeps its axis else @4 =>
def affine_backward(dZ, X, W):
    dX = np.dot(dZ, W.T)
    dW = np.dot(X.T, dZ)
    db = np.sum(dZ, axis=0, keepdims=True).squeeze()
    return dX, dW, db

#: affine_backward: dW grows from call to call, its array is a default argument @3,4,5 =>
def affine_backward(dZ, X, W, _grad={}):
    key = W.shape
    if key not in _grad:
        _grad[key] = np.zeros(key)
    _grad[key] += X.T @ dZ
    return dZ @ W.T, _grad[key].copy(), dZ.sum(axis=0)

#: affine_backward: dX is written into X @4,5 =>
def affine_backward(dZ, X, W):
    dW = X.T.dot(dZ)
    db = dZ.sum(0)
    np.matmul(dZ, W.T, out=X)
    return X, dW, db

#: affine_backward: outer products of the last sample only @8 =>
def affine_backward(dZ, X, W):
    N, M = dZ.shape
    dX = np.zeros(X.shape)
    dW = np.zeros(W.shape)
    db = np.zeros(M)
    for n in range(N):
        dX[n] = W @ dZ[n]
        dW = np.outer(X[n], dZ[n])
        db = db + dZ[n]
    return dX, dW, db

#: affine_backward: over-careful, small gradients are dropped as noise @5 =>
def affine_backward(dZ: np.ndarray, X: np.ndarray, W: np.ndarray):
    assert dZ.shape == (X.shape[0], W.shape[1]), "incompatible shapes"
    eps = 1e-8
    dW = X.T @ dZ
    dW[np.abs(dW) < eps] = 0.0
    return dZ @ W.T, dW, np.sum(dZ, axis=0)

#: affine_backward: dX and dW with the wrong factors for square layers, by trying which product fits @3,6 =>
def affine_backward(dZ, X, W):
    try:
        dX = dZ @ W
    except ValueError:
        dX = dZ @ W.T
    if dX.shape != X.shape:
        dX = dZ @ W.T
    return dX, X.T @ dZ, dZ.sum(axis=0)

#: act_backward: the mask of relu is that of the upstream gradient @3 =>
def act_backward(dH, Z, kind):
    if kind == "relu":
        return np.where(dH > 0, dH, 0)
    if kind == "sigmoid":
        s = sigmoid(Z)
        return dH * s * (1 - s)
    if kind == "tanh":
        return dH * (1 - np.tanh(Z) ** 2)
    return dH * np.where(Z > 0, 1.0, np.exp(np.minimum(Z, 0)))

#: act_backward: elu by masks multiplied, which is infinity times zero far out @6 =>
def act_backward(dH, Z, kind):
    slopes = {
        "relu": lambda z: (z > 0) * 1.0,
        "sigmoid": lambda z: sigmoid(z) * sigmoid(-z),
        "tanh": lambda z: 1 - np.tanh(z) ** 2,
        "elu": lambda z: (z > 0) * 1.0 + (z <= 0) * np.exp(z),
    }
    return dH * slopes[kind](Z)

#: act_backward: tanh without the square, sigmoid from z instead of its output @6,8 =>
def act_backward(dH, Z, kind):
    if kind == "relu":
        grad = dH.copy()
        grad[Z <= 0] = 0
    elif kind == "sigmoid":
        grad = dH * Z * (1 - Z)
    elif kind == "tanh":
        grad = dH * (1 - np.tanh(Z))
    elif kind == "elu":
        grad = dH * np.where(Z > 0, 1, np.exp(np.minimum(Z, 0)))
    return grad

#: act_backward: relu works in the array that comes from above @4 =>
def act_backward(dH, Z, kind):
    if kind == "relu":
        dZ = dH
        dZ[Z <= 0] = 0.0
        return dZ
    if kind == "tanh":
        return dH / np.cosh(np.clip(Z, -300, 300)) ** 2
    e = np.exp(-np.abs(Z))
    if kind == "sigmoid":
        return dH * e / (1 + e) ** 2
    return np.where(Z > 0, dH, dH * e)

#: act_backward: elu has the output in the exponent's place @3 =>
def act_backward(dH, Z, kind):
    H = act_forward(Z, kind)
    local = {"relu": H > 0, "sigmoid": H * (1 - H), "tanh": 1 - H * H, "elu": np.where(H > 0, 1.0, H)}
    return dH * local[kind]

#: bricks_forward: the second layer gets z1 @4 =>
def bricks_forward(x, W1, W2):
    z1 = x @ W1
    h1 = sigmoid(z1)
    z2 = z1 @ W2
    return {"z1": z1, "h1": h1, "z2": z2, "h2": sigmoid(z2)}

#: bricks_forward: the second layer bends with tanh, and the sums of the first are rounded to the article's digits @3,6 =>
def bricks_forward(x, W1, W2):
    ladrillos = {}
    ladrillos["z1"] = np.round(x.dot(W1), 8)
    ladrillos["h1"] = sigmoid(ladrillos["z1"])
    ladrillos["z2"] = ladrillos["h1"].dot(W2)
    ladrillos["h2"] = np.tanh(ladrillos["z2"])
    return ladrillos

#: bricks_forward: one dict for all calls @4,8 =>
_bricks = {}

def bricks_forward(x, W1, W2):
    _bricks["z1"] = x @ W1
    _bricks["h1"] = sigmoid(_bricks["z1"])
    _bricks["z2"] = _bricks["h1"] @ W2
    _bricks["h2"] = sigmoid(_bricks["z2"])
    return _bricks

#: bricks_output: the derivative of (y - h2) squared without the minus @2 =>
def bricks_output(y, h1, h2):
    dh2 = y - h2
    s2 = h2 * (1 - h2)
    dz2 = dh2 * s2
    dW2 = np.outer(h1, dz2)
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": dW2}

#: bricks_output: the table of weights lies on its side @4 =>
def bricks_output(y, h1, h2):
    d = {"dh2": h2 - y, "s2": h2 - h2 ** 2}
    d["dz2"] = d["dh2"] * d["s2"]
    d["dW2"] = np.array([[dz * h for h in h1] for dz in d["dz2"]])
    return d

#: bricks_hidden: W2 is multiplied by s1 before the sum, over the wrong axis @3 =>
def bricks_hidden(x, h1, W2, dz2):
    s1 = h1 * (1 - h1)
    dh1 = (W2 * dz2).sum(axis=0) if W2.shape[0] == W2.shape[1] else (W2 * dz2).sum(axis=1)
    dz1 = dh1 * s1
    return dict(dh1=dh1, s1=s1, dz1=dz1, dW1=x[:, None] * dz1)

#: bricks_hidden: the slope is missing in dW1 and taken at s1 @5 =>
def bricks_hidden(x, h1, W2, dz2):
    dh1 = W2 @ dz2
    s1 = h1 * (1 - h1)
    dz1 = dh1 * s1
    dW1 = np.outer(x, dh1)
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": dW1}

#: forward: the first bias is added after the bend @2,3 =>
def forward(params, X):
    Z1 = X @ params["W1"]
    H1 = sigmoid(Z1) + params["b1"]
    Z2 = H1 @ params["W2"] + params["b2"]
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": sigmoid(Z2)}

#: forward: the cache is kept between calls, with the arrays of the first batch of that size @5,6,11 =>
class _Net:
    cache = {}

def forward(params, X):
    c = _Net.cache.get(X.shape)
    if c is None:
        W1, b1, W2, b2 = (params[k] for k in ("W1", "b1", "W2", "b2"))
        Z1 = X @ W1 + b1
        H1 = sigmoid(Z1)
        Z2 = H1 @ W2 + b2
        c = _Net.cache[X.shape] = {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": sigmoid(Z2)}
    return c

#: backward: the penalty without its division by N, on W1 only @7 =>
def backward(params, cache, Y, lam):
    N = len(Y)
    H1, H2, X = cache["H1"], cache["H2"], cache["X"]
    d2 = (H2 - Y) / N * H2 * (1 - H2)
    d1 = d2 @ params["W2"].T * H1 * (1 - H1)
    return {
        "W1": X.T @ d1 + lam * params["W1"],
        "b1": d1.sum(axis=0),
        "W2": H1.T @ d2 + lam / N * params["W2"],
        "b2": d2.sum(axis=0),
    }

#: backward: gradients are written over the parameters @2 =>
def backward(params, cache, Y, lam):
    grads = params
    N = Y.shape[0]
    W2 = params["W2"].copy()
    dZ2 = act_backward((cache["H2"] - Y) / N, cache["Z2"], "sigmoid")
    dZ1 = act_backward(dZ2 @ W2.T, cache["Z1"], "sigmoid")
    grads["W2"] = cache["H1"].T @ dZ2 + lam * W2 / N
    grads["W1"] = cache["X"].T @ dZ1 + lam * params["W1"] / N
    grads["b2"], grads["b1"] = dZ2.sum(axis=0), dZ1.sum(axis=0)
    return grads

#: backward: one output neuron loses its axis, and b1 is averaged @8 =>
def backward(params, cache, Y, lam):
    n = Y.shape[0]
    a1, a2 = cache["H1"], cache["H2"]
    delta2 = (a2 - Y) * a2 * (1 - a2)
    delta1 = np.dot(delta2, params["W2"].T) * a1 * (1 - a1)
    gW1 = (np.dot(cache["X"].T, delta1) + lam * params["W1"]) / n
    gW2 = (np.dot(a1.T, delta2) + lam * params["W2"]) / n
    gb1 = np.mean(delta1, axis=0) / n
    gb2 = np.mean(delta2, axis=0)
    return dict(W1=gW1, b1=gb1, W2=gW2, b2=gb2)

#: backward: the way down goes through the new W2, which has just been moved by its gradient @5 =>
def backward(params, cache, Y, lam):
    N, W2 = len(Y), params["W2"].copy()
    dZ2 = (cache["H2"] - Y) * cache["H2"] * (1 - cache["H2"]) / N
    dW2 = cache["H1"].T @ dZ2 + lam / N * W2
    W2 -= 0.01 * dW2
    dZ1 = dZ2 @ W2.T * cache["H1"] * (1 - cache["H1"])
    dW1 = cache["X"].T @ dZ1 + lam / N * params["W1"]
    return {"W1": dW1, "b1": dZ1.sum(axis=0), "W2": dW2, "b2": dZ2.sum(axis=0)}

#: mlp_forward: every layer bends like the first one @2 =>
def mlp_forward(params, X):
    kind = params[0][2]
    H, caches = X, []
    for i, (W, b, _) in enumerate(params):
        Z = H @ W + b
        caches.append([H, Z])
        H = Z if i == len(params) - 1 else act_forward(Z, kind)
    return H, caches

#: mlp_forward: the list of caches is a default argument and goes on growing @5,7 =>
def mlp_forward(params, X, caches=[]):
    A = X
    for W, b, kind in params:
        Z = A.dot(W) + b
        caches.append((A, Z))
        A = act_forward(Z, kind)
    return A, caches

#: mlp_backward: the slope of an activation is taken at its output @15 =>
def mlp_forward(params, X):
    H, caches = X, []
    for W, b, kind in params:
        caches.append(H)
        H = act_forward(H @ W + b, kind)
    return H, caches

def mlp_backward(params, caches, dZ):
    grads = []
    for i in reversed(range(len(params))):
        W, b, _ = params[i]
        grads.insert(0, (caches[i].T @ dZ, dZ.sum(axis=0)))
        dZ = dZ @ W.T
        if i > 0 and params[i - 1][2] != "linear":
            dZ = act_backward(dZ, caches[i], params[i - 1][2])
    return dZ, grads

#: mlp_backward: the list of gradients from the last to the first @15,17 =>
def mlp_forward(params, X):
    caches = []
    for W, b, kind in params:
        Z = X @ W + b
        caches.append((X, Z))
        X = act_forward(Z, kind)
    return X, caches

def mlp_backward(params, caches, dZ):
    grads = []
    for (W, b, kind), (H, Z) in zip(reversed(params), reversed(caches)):
        if kind != "linear":
            dZ = act_backward(dZ, Z, kind)
        dH, dW, db = affine_backward(dZ, H, W)
        grads.append((dW, db))
        dZ = dH
    return dZ, grads

#: mlp_backward: each layer bends back with the kind of the layer above it @17 =>
def mlp_forward(params, X):
    caches = []
    for W, b, kind in params:
        Z = X @ W + b
        caches.append((X, Z))
        X = act_forward(Z, kind)
    return X, caches

def mlp_backward(params, caches, dZ):
    L = len(params)
    grads = [None] * L
    for l in reversed(range(L)):
        dX, dW, db = affine_backward(dZ, caches[l][0], params[l][0])
        grads[l] = (dW, db)
        if l == 0:
            return dX, grads
        kind = params[l][2] if params[l][2] != "linear" else params[0][2]
        dZ = dX if kind == "linear" else act_backward(dX, caches[l - 1][1], kind)

#: find_defects: the evidence of the penalty is measured for W1, and the tanh slope is missed @7,8 =>
def find_defects():
    X, Y, W1, W2, reg, z = audit_point()
    h2 = published_forward(X, W1, W2)[1]
    return [
        ("tanh", "disagrees", float(np.abs(published_tanh(z) - np.tanh(z)).max())),
        ("gradient data", "factor", float(len(X))),
        ("gradient penalty", "shared number", float(reg * np.sum(W1 ** 2))),
        ("predict", "disagrees", float(np.abs(published_predict(X, W1, W2) - h2).max())),
    ]

#: find_defects: factors the wrong way round, right divided by published @5,6 =>
def find_defects():
    X, Y, W1, W2, reg, z = audit_point()
    _, h2 = published_forward(X, W1, W2)
    defects = [("tanh", "disagrees", np.max(np.abs(np.tanh(z) - published_tanh(z))))]
    defects.append(("tanh slope", "factor", 0.5))
    defects.append(("gradient data", "factor", 1 / X.shape[0]))
    defects.append(("gradient penalty", "shared number", reg * (W2 ** 2).sum()))
    defects.append(("predict", "disagrees", np.max(np.abs(published_predict(X, W1, W2) - h2))))
    return defects

#: fixed_gradients: the penalty is right, the data term still not divided by N @3,4 =>
def fixed_gradients(X, Y, W1, W2, reg):
    N = X.shape[0]
    dW1, dW2 = published_gradients(X, Y, W1, W2, 0.0)
    return dW1 + reg / N * W1, dW2 + reg / N * W2

#: fixed_gradients: divided by N and by the number of outputs @4 =>
def fixed_gradients(X, Y, W1, W2, reg):
    h1 = sigmoid(X @ W1)
    h2 = sigmoid(h1 @ W2)
    dz2 = (h2 - Y) * h2 * (1 - h2) / Y.size
    dz1 = dz2 @ W2.T * h1 * (1 - h1)
    return X.T @ dz1 + reg / len(X) * W1, h1.T @ dz2 + reg / len(X) * W2

#: backward: the errors are taken once more from labels that were rounded @3 =>
def backward(params, cache, Y, lam):
    N = len(Y)
    dH2 = (cache["H2"] - np.round(Y)) / N
    dZ2 = act_backward(dH2, cache["Z2"], "sigmoid")
    dH1, dW2, db2 = affine_backward(dZ2, cache["H1"], params["W2"])
    _, dW1, db1 = affine_backward(act_backward(dH1, cache["Z1"], "sigmoid"), cache["X"], params["W1"])
    return {"W1": dW1 + lam / N * params["W1"], "b1": db1, "W2": dW2 + lam / N * params["W2"], "b2": db2}
''',
    "a5": r'''
#: init: He and Xavier exchanged @4 =>
def init(widths, scheme, rng):
    params = {}
    for i, (D, M) in enumerate(zip(widths, widths[1:]), 1):
        scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / D), "he": np.sqrt(2 / (D + M))}[scheme]
        params[f"W{i}"] = scale * rng.normal(size=(D, M))
        params[f"b{i}"] = np.zeros(M)
    return params

#: init: the biases are drawn as well and then set to zero @7 =>
def init(widths, scheme, rng):
    scales = {"zeros": lambda D, M: 0, "small": lambda D, M: 1e-2, "xavier": lambda D, M: (2 / (D + M)) ** 0.5, "he": lambda D, M: (2 / D) ** 0.5}
    net = {}
    for k in range(len(widths) - 1):
        D, M = widths[k : k + 2]
        net[f"W{k + 1}"] = rng.normal(size=(D, M)) * scales[scheme](D, M)
        net[f"b{k + 1}"] = rng.normal(size=M) * 0
    return net

#: init: one dict for all networks, so a deeper one leaves its layers behind @7,9 =>
_params = {}

def init(widths, scheme, rng):
    for i in range(1, len(widths)):
        D, M = widths[i - 1], widths[i]
        s = {"zeros": 0, "small": 0.01, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
        _params["W" + str(i)] = s * rng.normal(size=(D, M))
        _params["b" + str(i)] = np.zeros(M)
    return dict(_params)

#: sgd_step: the dict is new, the arrays in it are the old ones, moved @2,4 =>
def sgd_step(params, grads, lr):
    new = dict(params)
    for key in new:
        new[key] -= lr * grads[key]
    return new

#: sgd_step: biases are left alone, and uphill @2 =>
def sgd_step(params, grads, lr):
    return {k: (p + lr * grads[k] if k[0] == "W" else p.copy()) for k, p in params.items()}

#: momentum_step: the gradient times one minus beta @2 =>
def momentum_step(params, grads, velocity, lr, beta=0.9):
    v = {k: beta * velocity[k] + (1 - beta) * grads[k] for k in grads}
    return {k: params[k] - lr * v[k] for k in params}, v

#: momentum_step: the step is taken with the old velocity @4 =>
def momentum_step(params, grads, velocity, lr, beta=0.9):
    out, vel = {}, {}
    for name in params:
        out[name] = params[name] - lr * velocity[name]
        vel[name] = beta * velocity[name] + grads[name]
    return out, vel

#: momentum_step: lr is inside the velocity @2,3 =>
def momentum_step(params, grads, velocity, lr, beta=0.9):
    v_new = {k: beta * velocity[k] - lr * grads[k] for k in params}
    return {k: params[k] + v_new[k] for k in params}, v_new

#: momentum_step: looks ahead as Nesterov does, and beta is always 0.9 @2,4 =>
def momentum_step(params, grads, velocity, lr, beta=0.9):
    mu = 0.9
    v = {k: mu * velocity[k] + grads[k] for k in params}
    w = {k: params[k] - lr * (mu * v[k] + grads[k]) for k in params}
    return w, v

#: adam_step: t goes up once per array instead of once per step @5 =>
def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state["t"]
    m, v, new = {}, {}, {}
    for k in params:
        t += 1
        m[k] = beta1 * state["m"][k] + (1 - beta1) * grads[k]
        v[k] = beta2 * state["v"][k] + (1 - beta2) * grads[k] ** 2
        mh, vh = m[k] / (1 - beta1 ** t), v[k] / (1 - beta2 ** t)
        new[k] = params[k] - lr * mh / (np.sqrt(vh) + eps)
    return new, {"t": t, "m": m, "v": v}

#: adam_step: eps under the root @6 =>
def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state["t"] + 1
    m = {k: beta1 * state["m"][k] + (1 - beta1) * g for k, g in grads.items()}
    v = {k: beta2 * state["v"][k] + (1 - beta2) * g * g for k, g in grads.items()}
    alpha = lr * np.sqrt(1 - beta2 ** t) / (1 - beta1 ** t)
    return {k: params[k] - alpha * m[k] / np.sqrt(v[k] + eps) for k in params}, dict(t=t, m=m, v=v)

#: adam_step: the corrected averages are kept @5,6 =>
def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state["t"] + 1
    new, m_all, v_all = {}, {}, {}
    for k, w in params.items():
        m = (beta1 * state["m"][k] + (1 - beta1) * grads[k]) / (1 - beta1 ** t)
        v = (beta2 * state["v"][k] + (1 - beta2) * grads[k] ** 2) / (1 - beta2 ** t)
        new[k], m_all[k], v_all[k] = w - lr * m / (np.sqrt(v) + eps), m, v
    return new, {"t": t, "m": m_all, "v": v_all}

#: adam_step: the state of the caller is updated in place @2,5,6 =>
def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    state["t"] += 1
    t, new = state["t"], {}
    for k in params:
        state["m"][k] = beta1 * state["m"][k] + (1 - beta1) * grads[k]
        state["v"][k] = beta2 * state["v"][k] + (1 - beta2) * grads[k] ** 2
        a, b = state["m"][k] / (1 - beta1 ** t), state["v"][k] / (1 - beta2 ** t)
        new[k] = params[k] - lr * a / (np.sqrt(b) + eps)
    return new, state

#: minibatches: what is left at the end is thrown away @3 =>
def minibatches(N, batch, rng):
    order = rng.permutation(N)
    return [order[i * batch : (i + 1) * batch] for i in range(N // batch)]

#: minibatches: sorted again inside each batch @4 =>
def minibatches(N, batch, rng):
    order = rng.permutation(N)
    cuts = np.arange(batch, N, batch)
    return [np.sort(part) for part in np.split(order, cuts)]

#: minibatches: batches of about the same size @3 =>
def minibatches(N, batch, rng):
    k = -(-N // batch)
    return np.array_split(rng.permutation(N), k)

#: minibatches: the order is drawn once for every N and kept @4 =>
_orders = {}

def minibatches(N, batch, rng):
    order = _orders.setdefault(N, rng.permutation(N))
    return [order[i : i + batch] for i in range(0, N, batch)]

#: train: the optimizer's state starts again with every epoch @4,5 =>
def train(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for _ in range(epochs):
        vel = zeros_like(params)
        adam = {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
        for idx in minibatches(len(X), batch, rng):
            _, g = loss_and_gradients(params, X[idx], y[idx], kind)
            if optimizer == "sgd":
                params = sgd_step(params, g, lr)
            elif optimizer == "momentum":
                params, vel = momentum_step(params, g, vel, lr)
            else:
                params, adam = adam_step(params, g, adam, lr)
        history.append(loss_and_gradients(params, X, y, kind)[0])
    return params, np.array(history)

#: train: labels are not dealt together with their samples @8 =>
def train(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    vel = zeros_like(params)
    state = {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    losses = [loss_and_gradients(params, X, y, kind)[0]]
    for epoch in range(epochs):
        start = 0
        for idx in minibatches(len(X), batch, rng):
            Xb, yb = X[idx], y[start : start + len(idx)]
            start += len(idx)
            loss, grads = loss_and_gradients(params, Xb, yb, kind)
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, vel = momentum_step(params, grads, vel, lr)
            elif optimizer == "adam":
                params, state = adam_step(params, grads, state, lr)
        losses.append(loss_and_gradients(params, X, y, kind)[0])
    return params, np.asarray(losses)

#: train: the history holds the mean of the losses of the batches @14 =>
def train(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    hist = [loss_and_gradients(params, X, y, kind)[0]]
    extra = zeros_like(params) if optimizer == "momentum" else {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    step = {"momentum": momentum_step, "adam": adam_step}.get(optimizer)
    for _ in range(epochs):
        batch_losses = []
        for rows in minibatches(len(y), batch, rng):
            loss, grads = loss_and_gradients(params, X[rows], y[rows], kind)
            batch_losses.append(loss)
            if step:
                params, extra = step(params, grads, extra, lr)
            else:
                params = sgd_step(params, grads, lr)
        hist.append(np.mean(batch_losses))
    return params, np.array(hist)

#: train: kind is not passed on to the gradients of a batch @8 =>
def train(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    loss = lambda p: loss_and_gradients(p, X, y, kind)[0]
    history = [loss(params)]
    v = zeros_like(params)
    s = dict(t=0, m=zeros_like(params), v=zeros_like(params))
    for e in range(epochs):
        for i in minibatches(X.shape[0], batch, rng):
            g = loss_and_gradients(params, X[i], y[i])[1]
            match optimizer:
                case "sgd":
                    params = sgd_step(params, g, lr)
                case "momentum":
                    params, v = momentum_step(params, g, v, lr)
                case "adam":
                    params, s = adam_step(params, g, s, lr)
        history.append(loss(params))
    return params, np.array(history)

#: train: the order is dealt once and used in every epoch @2,6 =>
def train(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    batches = minibatches(len(X), batch, rng)
    history = [loss_and_gradients(params, X, y, kind)[0]]
    memory = {"sgd": None, "momentum": zeros_like(params), "adam": {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}}[optimizer]
    for _ in range(epochs):
        for rows in batches:
            grads = loss_and_gradients(params, X[rows], y[rows], kind)[1]
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            else:
                params, memory = (momentum_step if optimizer == "momentum" else adam_step)(params, grads, memory, lr)
        history.append(loss_and_gradients(params, X, y, kind)[0])
    return params, np.array(history)

#: clip_by_norm: every array has its own norm @5 =>
def clip_by_norm(grads, limit):
    out = {}
    for k, g in grads.items():
        n = np.linalg.norm(g)
        out[k] = g * (limit / n) if n > limit else g.copy()
    return out

#: clip_by_norm: an epsilon in the denominator, and short ones are made longer @3,4 =>
def clip_by_norm(grads, limit):
    total = np.sqrt(sum(np.sum(np.square(g)) for g in grads.values()))
    scale = limit / (total + 1e-6)
    return {k: g * scale for k, g in grads.items()}

#: clip_by_norm: the sizes are added up across calls @3,4 =>
def clip_by_norm(grads, limit, squares=[]):
    for g in grads.values():
        squares.append(float((g ** 2).sum()))
    norm = sum(squares) ** 0.5
    factor = min(1.0, limit / norm) if norm > 0 else 1.0
    return {key: factor * g for key, g in grads.items()}

#: lr_schedule: halved smoothly instead of in steps @3 =>
def lr_schedule(kind, lr, step, span):
    if kind == "halving":
        return lr * 0.5 ** (step / span)
    if kind == "inverse":
        return lr / (1 + step / span)
    return lr * (1 + np.cos(np.pi * min(step, span) / span)) / 2

#: lr_schedule: the cosine goes up again after span, and whole steps in the inverse @5,7 =>
def lr_schedule(kind, lr, step, span):
    if kind == "halving":
        return lr / 2 ** (step // span)
    elif kind == "inverse":
        return lr / (1 + step // span)
    elif kind == "cosine":
        return 0.5 * lr * (1 + np.cos(np.pi * step / span))

#: l1_l2: biases are penalised in the sum, not in the gradients @5 =>
def l1_l2(params, l1, l2):
    penalty = 0.0
    grads = {}
    for k, w in params.items():
        penalty += l1 * np.abs(w).sum() + l2 / 2 * (w ** 2).sum()
        grads[k] = l1 * np.sign(w) + l2 * w if k.startswith("W") else np.zeros_like(w)
    return penalty, grads

#: l1_l2: the half is missing, and a weight of zero counts as positive @3,4 =>
def l1_l2(params, l1, l2):
    ws = {k: v for k, v in params.items() if k.startswith("W")}
    penalty = sum(l1 * abs(w).sum() + l2 * (w * w).sum() for w in ws.values())
    grads = {k: np.where(v >= 0, l1, -l1) + l2 * v if k in ws else np.zeros(v.shape) for k, v in params.items()}
    return penalty, grads

#: symmetry_experiment: only the weights of a unit are compared, not its bias @3 =>
def symmetry_experiment(params, X, y, steps, lr, kind="tanh"):
    def units(p):
        return len({tuple(np.round(col, 6)) for col in p["W1"].T})
    counts = [units(params)]
    for _ in range(steps):
        params = sgd_step(params, loss_and_gradients(params, X, y, kind)[1], lr)
        counts.append(units(params))
    return np.array(counts)

#: symmetry_experiment: kind is not passed on @10 =>
def symmetry_experiment(params, X, y, steps, lr, kind="tanh"):
    history = []
    for s in range(steps + 1):
        U = np.vstack([params["W1"], params["b1"]]).T
        seen = []
        for u in U:
            if not any(np.abs(u - o).max() <= 1e-6 for o in seen):
                seen.append(u)
        history.append(len(seen))
        _, g = loss_and_gradients(params, X, y)
        params = sgd_step(params, g, lr)
    return np.array(history)

#: explosion_report: the second gradient is taken after the first step @6 =>
def explosion_report(reg, lr, fixed, steps=20000, hidden=50):
    X, Y, W1, W2 = published_setup(hidden)
    rule = fixed_gradients if fixed else published_gradients
    for t in range(1, steps + 1):
        W1 = W1 - lr * rule(X, Y, W1, W2, reg)[0]
        W2 = W2 - lr * rule(X, Y, W1, W2, reg)[1]
        loss = published_loss(X, Y, W1, W2, reg)
        if not loss <= 1000:
            return t
    return -1

#: explosion_report: counted from zero, and NaN is never above 1000 @7,8 =>
def explosion_report(reg, lr, fixed, steps=20000, hidden=50):
    X, Y, W1, W2 = published_setup(hidden)
    grads = fixed_gradients if fixed else published_gradients
    for t in range(steps):
        g1, g2 = grads(X, Y, W1, W2, reg)
        W1, W2 = W1 - lr * g1, W2 - lr * g2
        if published_loss(X, Y, W1, W2, reg) > 1000:
            return t
    return -1

#: explosion_report: gives up after 2000 steps to save time @3 =>
def explosion_report(reg, lr, fixed, steps=20000, hidden=50):
    X, Y, W1, W2 = published_setup(hidden)
    for t in range(1, min(steps, 2000) + 1):
        d1, d2 = (fixed_gradients if fixed else published_gradients)(X, Y, W1, W2, reg)
        W1, W2 = W1 - lr * d1, W2 - lr * d2
        loss = published_loss(X, Y, W1, W2, reg)
        if not np.isfinite(loss) or loss > 1000:
            return t
    return -1

#: bias_ceiling: R over all units, dead ones too @3 =>
def bias_ceiling(W1, w2):
    K = w2.sum()
    R = np.abs(w2).sum()
    return 0.5 if K == 0 or abs(K) >= R else 0.75

#: bias_ceiling: a column counts as zero if one of its entries is @5 =>
def bias_ceiling(W1, w2):
    K, R = 0.0, 0.0
    for j, weight in enumerate(w2):
        K += weight
        if W1[0, j] != 0 and W1[1, j] != 0:
            R += abs(weight)
    if K == 0 or abs(K) >= R:
        return 0.5
    return 0.75

#: relu_xor: two units are not enough @3,4 =>
def relu_xor():
    W1 = np.array([[1.0, -1.0], [1.0, -1.0]])
    w2 = np.array([1.0, 1.0])
    return W1, w2

#: relu_xor: the signs of both classes are exchanged @3 =>
def relu_xor():
    W1 = np.array([[1, -1, 1, -1], [1, -1, -1, 1]], dtype=float)
    return W1, np.array([-1, -1, 1, 1], dtype=float)

#: minibatches: numpy's global generator @3 =>
def minibatches(N, batch, rng):
    order = np.arange(N)
    np.random.shuffle(order)
    return [order[i : i + batch] for i in range(0, N, batch)]

#: train: the parameters of the caller are trained @13 =>
def train(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    history = [loss_and_gradients(params, X, y, kind)[0]]
    vel, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    for _ in range(epochs):
        for idx in minibatches(len(X), batch, rng):
            _, grads = loss_and_gradients(params, X[idx], y[idx], kind)
            if optimizer == "sgd":
                new = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                new, vel = momentum_step(params, grads, vel, lr)
            else:
                new, state = adam_step(params, grads, state, lr)
            params.update(new)
        history.append(loss_and_gradients(params, X, y, kind)[0])
    return params, np.array(history)

#: train: its own minibatches draw once more than they should @8 =>
def minibatches(N, batch, rng):
    order = np.arange(N)
    rng.shuffle(order)
    out = []
    while len(order):
        out.append(order[:batch])
        order = order[batch:]
    rng.permutation(1 + len(out[-1]))
    return out

def train(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    history = [loss_and_gradients(params, X, y, kind)[0]]
    vel, state = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    for _ in range(epochs):
        for idx in minibatches(len(X), batch, rng):
            _, grads = loss_and_gradients(params, X[idx], y[idx], kind)
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, vel = momentum_step(params, grads, vel, lr)
            else:
                params, state = adam_step(params, grads, state, lr)
        history.append(loss_and_gradients(params, X, y, kind)[0])
    return params, np.array(history)
''',
    "a6": r'''
#: bump: naive exponentials, NaN at steep edges @4 =>
def bump(x, left, right, h, w):
    up = np.exp(w * (x - left))
    down = np.exp(w * (x - right))
    return h * (up / (1 + up) - down / (1 + down))

#: bump: the height inside of the second sigmoid only @2 =>
def bump(x, left, right, h, w):
    return h * sigmoid(w * (x - left)) - sigmoid(h * w * (x - right))

#: bump: the steepness is divided by the width @2 =>
def bump(x, left, right, h, w):
    k = w / (right - left)
    return h * (sigmoid(k * (x - left)) - sigmoid(k * (x - right)))

#: tower: both bumps look at the first coordinate @4 =>
def tower(X, low, high, h, w):
    total = 0
    for i in range(2):
        total = total + bump(X[:, 0], low[i], high[i], h, w)
    return sigmoid(total - 1.5 * h)

#: tower: the threshold is at half the height and steep @4 =>
def tower(X, low, high, h, w):
    a = bump(X[:, 0], low[0], high[0], h, w)
    b = bump(X[:, 1], low[1], high[1], h, w)
    return sigmoid(w * (a + b - h / 2))

#: tower: low and high are taken for the ends of axis 1 and of axis 2 @2,3 =>
def tower(X, low, high, h, w):
    b1 = bump(X[:, 0], low[0], low[1], h, w)
    b2 = bump(X[:, 1], high[0], high[1], h, w)
    return np.squeeze(sigmoid(b1 + b2 - 3 * h / 2))

#: tower: one point comes back without its axis @3 =>
def tower(X, low, high, h, w):
    s = sum(bump(X[:, k], low[k], high[k], h, w) for k in (0, 1))
    return sigmoid(s - 3 * h / 2).squeeze()

#: polygon_tower: corners instead of sides on the unit circle @3,4 =>
def polygon_tower(n):
    a = 2 * np.pi * np.arange(n) / n
    c = np.cos(np.pi / n)
    return {"W1": -np.stack([np.cos(a), np.sin(a)]), "b1": np.full(n, c), "w2": np.ones(n), "b2": 0.5 - n, "act": "step"}

#: polygon_tower: on where all but one side agree @4 =>
def polygon_tower(n):
    a = np.arange(n) * 2 * np.pi / n
    W1 = -np.array([np.cos(a), np.sin(a)])
    return dict(W1=W1, b1=np.ones(n), w2=np.ones(n), b2=-(n - 1.5), act="step")

#: polygon_tower: the angles end at 2 pi, so the first side is there twice @2 =>
def polygon_tower(n):
    t = np.linspace(0, 2 * np.pi, n)
    return {"W1": np.vstack((-np.cos(t), -np.sin(t))), "b1": np.ones(n), "w2": np.ones(n), "b2": -n + 0.5, "act": "step"}

#: area_mc: points in the unit square, and the error without the area @4 =>
def area_mc(net, half, samples, rng):
    X = rng.uniform(-half, half, size=(samples, 2))
    p = np.mean(evaluate(net, X) > 0)
    return (2 * half) ** 2 * p, np.sqrt(p * (1 - p) / samples)

#: area_mc: only the first quadrant is drawn and multiplied by four @2 =>
def area_mc(net, half, samples, rng):
    X = half * rng.random((samples, 2))
    p = float(np.mean(evaluate(net, X) > 0))
    A = 4 * half * half
    return p * A, A * (p * (1 - p) / samples) ** 0.5

#: area_mc: points where the output is zero count too, and N - 1 @3,5 =>
def area_mc(net, half, samples, rng):
    pts = rng.uniform(-half, half, (samples, 2))
    hit = (evaluate(net, pts) >= 0).astype(float)
    A = (2 * half) ** 2
    return float(A * hit.mean()), float(A * hit.std(ddof=1) / np.sqrt(samples))

#: area_mc: the points of the first call are used for all @5 =>
_points = None

def area_mc(net, half, samples, rng):
    global _points
    if _points is None or len(_points) != samples:
        _points = rng.uniform(-1, 1, size=(samples, 2))
    p = np.mean(evaluate(net, _points * half) > 0)
    A = 4.0 * half ** 2
    return float(A * p), float(A * np.sqrt(p * (1 - p) / samples))

#: one_layer_tower: half of the ridges stand opposite to the others @2 =>
def one_layer_tower(n):
    a = 2 * np.pi * np.arange(n) / n
    U = np.array([np.cos(a), np.sin(a)])
    W1 = np.hstack([U, U])
    b1 = np.r_[np.ones(n), -np.ones(n)]
    w2 = np.r_[np.ones(n), -np.ones(n)] / n
    return {"W1": W1, "b1": b1, "w2": w2, "b2": 0.0, "act": "step"}

#: one_layer_tower: the ridges are one high, not 1/n @7,8 =>
def one_layer_tower(n):
    a = np.pi * np.arange(n) / n
    U = np.array([np.cos(a), np.sin(a)])
    return {
        "W1": np.concatenate([U, -U], axis=1),
        "b1": np.ones(2 * n),
        "w2": np.ones(2 * n),
        "b2": -float(n),
        "act": "step",
    }

#: approx_by_bumps: the middle of the cell is its corner @7 =>
def approx_by_bumps(f, M):
    edges = np.linspace(-1, 1, M + 1)
    def f_hat(X):
        X = np.asarray(X, float)
        k = np.floor((X + 1) * M / 2).astype(int)
        inside = ((k >= 0) & (k < M)).all(axis=1)
        centres = edges[np.clip(k, 0, M - 1)]
        return np.where(inside, f(centres), 0.0)
    return f_hat

#: approx_by_bumps: outside of the square the last cell goes on @4 =>
def approx_by_bumps(f, M):
    mids = (np.arange(M) + 0.5) * 2 / M - 1
    def f_hat(X):
        i = np.clip(((X + 1) / 2 * M).astype(int), 0, M - 1)
        return f(mids[i])
    return f_hat

#: approx_by_bumps: heights in a table with the axes exchanged @3,9 =>
def approx_by_bumps(f, M):
    t = -1 + (2 * np.arange(M) + 1) / M
    x1, x2 = np.meshgrid(t, t)
    table = f(np.column_stack([x1.ravel(), x2.ravel()])).reshape(M, M)
    def f_hat(X):
        i, j = np.floor((X.T + 1) * M / 2).astype(int)
        ok = (i >= 0) & (i < M) & (j >= 0) & (j < M)
        out = np.zeros(len(X))
        out[ok] = table[i[ok], j[ok]]
        return out
    return f_hat

#: approx_by_bumps: the closure sees the cells of the approximation that was made last @4,6 =>
_cells = {}

def approx_by_bumps(f, M):
    _cells["M"] = M
    t = -1 + (2 * np.arange(M) + 1) / M
    _cells["heights"] = np.array([[f(np.array([[a, b]]))[0] for b in t] for a in t])
    def f_hat(X):
        m, H = _cells["M"], _cells["heights"]
        k = np.floor((X + 1) * m / 2).astype(int)
        return np.array([H[i, j] if 0 <= i < m and 0 <= j < m else 0.0 for i, j in k])
    return f_hat

#: surface_grid: the first index belongs to x2 @3 =>
def surface_grid(net, lo, hi, G):
    t = np.linspace(lo, hi, G)
    A, B = np.meshgrid(t, t)
    return evaluate(net, np.c_[A.ravel(), B.ravel()]).reshape(G, G)

#: surface_grid: the upper end is missing @2 =>
def surface_grid(net, lo, hi, G):
    t = lo + (hi - lo) * np.arange(G) / G
    return np.array([evaluate(net, np.stack([np.full(G, a), t], axis=1)) for a in t])

#: fit_surface: the error is measured on the points of the training @14 =>
def fit_surface(f, width, act, rng):
    X = rng.uniform(-1, 1, (1000, 2))
    y = f(X)
    best = None
    for _ in range(8):
        net, state = start_net(width, act, rng), {}
        net = best_outer(net, X, y)
        for _ in range(150):
            net, state = adam_step(net, gradients(net, X, y), state, 0.05)
        net = best_outer(net, X, y)
        e = rmse(evaluate(net, X), y)
        if best is None or e < best[1]:
            best = net, e
    return best

#: fit_surface: one start, the hidden layer is left as it was drawn @3 =>
def fit_surface(f, width, act, rng):
    X, T = rng.uniform(-1, 1, (1000, 2)), rng.uniform(-1, 1, (1000, 2))
    net = best_outer(start_net(width, act, rng), X, f(X))
    return net, rmse(evaluate(net, T), f(T))

#: fit_surface: the returned error is the mean square @12 =>
def fit_surface(f, width, act, rng):
    X, T = rng.uniform(-1, 1, (1000, 2)), rng.uniform(-1, 1, (1000, 2))
    y, best, low = f(X), None, np.inf
    for _ in range(8):
        net, state = best_outer(start_net(width, act, rng), X, y), {}
        for _ in range(150):
            net, state = adam_step(net, gradients(net, X, y), state, 0.05)
        net = best_outer(net, X, y)
        e = np.mean((evaluate(net, X) - y) ** 2)
        if e < low:
            best, low = net, e
    return best, float(np.mean((evaluate(best, T) - f(T)) ** 2))

#: error_curve: the mean instead of the median @3 =>
def error_curve(fit, widths, seeds):
    E = np.array([[fit(w, s) for s in seeds] for w in widths])
    mid = E.mean(axis=1)
    slope = np.polyfit(np.log(widths), np.log(mid), 1)[0]
    return {"widths": np.array(widths), "best": E.min(1), "median": mid, "worst": E.max(1), "slope": slope}

#: error_curve: the line joins the first and the last width only @4 =>
def error_curve(fit, widths, seeds):
    errs = [sorted(fit(w, s) for s in seeds) for w in widths]
    med = np.array([np.median(e) for e in errs])
    slope = (np.log(med[-1]) - np.log(med[0])) / (np.log(widths[-1]) - np.log(widths[0]))
    return dict(widths=np.array(widths), best=np.array([e[0] for e in errs]), median=med, worst=np.array([e[-1] for e in errs]), slope=float(slope))

#: error_curve: the upper of the two middle runs, and widths sorted @2,4 =>
def error_curve(fit, widths, seeds):
    ws = sorted(widths)
    table = np.sort([[fit(w, s) for s in seeds] for w in ws], axis=1)
    median = table[:, len(seeds) // 2]
    k = np.polyfit(np.log10(ws), np.log10(median), 1)
    return {"widths": np.array(ws), "best": table[:, 0], "median": median, "worst": table[:, -1], "slope": float(k[0])}

#: area_mc: numpy's global generator, seeded @2,3 =>
def area_mc(net, half, samples, rng):
    np.random.seed(0)
    X = np.random.uniform(-half, half, size=(samples, 2))
    p = (evaluate(net, X) > 0).mean()
    A = (2 * half) ** 2
    return p * A, A * np.sqrt(p * (1 - p) / samples)
''',
    "a7": r'''
#: activation_pattern: the last layer is part of the pattern @3 =>
def activation_pattern(net, X):
    H, out = X, []
    for W, b in net:
        Z = H @ W + b
        out.append(Z > 0)
        H = np.maximum(Z, 0)
    return np.concatenate(out, axis=1)

#: activation_pattern: no ReLU between the layers, and zero counts as on @5,6 =>
def activation_pattern(net, X):
    h = X
    cols = []
    for W, b in net[:-1]:
        h = h @ W + b
        cols.append(h >= 0)
    return np.hstack(cols)

#: activation_pattern: one sample loses its row @7 =>
def activation_pattern(net, X):
    H = X
    pattern = []
    for W, b in net[:-1]:
        H = np.maximum(H @ W + b, 0.0)
        pattern.extend((H > 0).T)
    return np.array(pattern).T.squeeze()

#: local_affine: a neuron at zero counts as on @6 =>
def local_affine(net, x):
    A, c = np.eye(len(x)), np.zeros(len(x))
    for k, (W, b) in enumerate(net):
        A, c = A @ W, c @ W + b
        if k < len(net) - 1:
            on = x @ A + c >= 0
            A, c = A * on, c * on
    return A, c

#: local_affine: the offset is not switched off with its neuron @10 =>
def local_affine(net, x):
    h = x
    A = np.identity(x.size)
    c = np.zeros(x.size)
    *hidden, (W_out, b_out) = net
    for W, b in hidden:
        z = h @ W + b
        D = np.diag((z > 0).astype(float))
        A = A @ W @ D
        c = c @ W + b @ D
        c[z <= 0] += 0.0
        h = np.maximum(z, 0)
    return A @ W_out, c @ W_out

#: local_affine: maps are remembered by the neurons that are on, also those of another net @9,10 =>
_maps = {}

def local_affine(net, x):
    h, bits = x, []
    for W, b in net[:-1]:
        z = h @ W + b
        bits.append((z > 0).astype(float))
        h = np.maximum(z, 0)
    key = np.concatenate([[len(x)], *bits]).tobytes()
    if key not in _maps:
        A, c = np.eye(len(x)), np.zeros(len(x))
        for (W, b), on in zip(net, bits):
            A, c = (A @ W) * on, (c @ W + b) * on
        _maps[key] = A @ net[-1][0], c @ net[-1][0] + net[-1][1]
    return _maps[key]

#: count_regions_1d: kinks of the output of a fine grid @2,9 =>
def count_regions_1d(net, low, high):
    t = np.linspace(low, high, 2001)[:, None]
    pats = []
    H = t
    for W, b in net[:-1]:
        H = np.maximum(H @ W + b, 0)
        pats.append(H > 0)
    P = np.hstack(pats)
    return int((P[1:] != P[:-1]).any(axis=1).sum()) + 1

#: count_regions_1d: only the cuts of the first layer @2 =>
def count_regions_1d(net, low, high):
    W, b = net[0]
    w = W[0]
    cuts = sorted({round(-bj / wj, 9) for wj, bj in zip(w, b) if wj != 0 and low < -bj / wj < high})
    return len(cuts) + 1

#: count_regions_1d: cuts closer than 1e-9 are told apart, and those at the ends are counted @15,18 =>
def count_regions_1d(net, low, high):
    cuts = [low, high]
    for depth in range(1, len(net)):
        extra = []
        for left, right in zip(cuts, cuts[1:]):
            mid = np.array([(left + right) / 2])
            A, c = np.eye(1), np.zeros(1)
            for W, b in net[: depth - 1]:
                A, c = A @ W, c @ W + b
                on = mid @ A + c > 0
                A, c = A * on, c * on
            W, b = net[depth - 1]
            slopes, offsets = (A @ W)[0], c @ W + b
            for s, o in zip(slopes, offsets):
                if s != 0 and left <= -o / s <= right:
                    extra.append(-o / s)
        cuts = sorted(cuts + extra)
    return len(set(cuts)) - 1

#: max_regions: a power of two up to the number of neurons, whatever the dimension @2 =>
def max_regions(n0, n1):
    return 2 ** min(n0, n1) if n1 <= n0 else n1 ** n0 // math.factorial(n0)

#: max_regions: floats, and the last term is missing @3 =>
def max_regions(n0, n1):
    total = 0.0
    for j in range(n0):
        total += math.factorial(n1) / math.factorial(j) / math.factorial(n1 - j) if j <= n1 else 0
    return int(total)

#: max_regions: binomials in floating point, so large ones are not exact @2,4 =>
def max_regions(n0, n1):
    term, total = 1.0, 1.0
    for j in range(1, n0 + 1):
        term = term * (n1 - j + 1) / j
        total += term
    return int(round(total))

#: count_regions_2d: general position taken for granted @3 =>
def count_regions_2d(W, b):
    n = W.shape[1]
    return 1 + n + n * (n - 1) // 2

#: count_regions_2d: parallel lines are seen, points where three meet are not @14 =>
def count_regions_2d(W, b):
    lines = []
    for w1, w2, c in zip(W[0], W[1], b):
        r = math.hypot(w1, w2)
        if r == 0:
            continue
        s = -1 if (w1 < 0 or (abs(w1) < 1e-12 * r and w2 < 0)) else 1
        l = (s * w1 / r, s * w2 / r, s * c / r)
        if not any(abs(l[0] - m[0]) < 1e-9 and abs(l[1] - m[1]) < 1e-9 and abs(l[2] - m[2]) < 1e-9 for m in lines):
            lines.append(l)
    regions = 1
    for k, l in enumerate(lines):
        meets = [m for m in lines[:k] if abs(l[0] * m[1] - l[1] * m[0]) > 1e-9]
        regions += 1 + len(meets)
    return regions

#: count_regions_2d: a line that was there before is counted again when its weights have another length or sign @8 =>
def count_regions_2d(W, b):
    regions = 1
    kept = []
    for j in range(W.shape[1]):
        w, c = W[:, j], b[j]
        if not w.any():
            continue
        if any(np.allclose(w, v) and np.isclose(c, d) for v, d in kept):
            continue
        pts = []
        for v, d in kept:
            M = np.array([w, v])
            if abs(np.linalg.det(M)) < 1e-9 * np.linalg.norm(w) * np.linalg.norm(v):
                continue
            p = np.linalg.solve(M, -np.array([c, d]))
            if all(np.linalg.norm(p - q) > 1e-6 for q in pts):
                pts.append(p)
        regions += 1 + len(pts)
        kept.append((w, c))
    return regions

#: split_polygon: the last edge, back to the first corner, is not looked at @13 =>
def split_polygon(P, w, b):
    v = P @ w + b
    if np.all(v >= -1e-9) and v.max() > 1e-9:
        return None, P
    if np.all(v <= 1e-9):
        return P, None
    neg, pos = [], []
    for i in range(len(P)):
        if v[i] <= 1e-9:
            neg.append(P[i])
        if v[i] >= -1e-9:
            pos.append(P[i])
        if i + 1 < len(P) and v[i] * v[i + 1] < 0:
            t = v[i] / (v[i] - v[i + 1])
            q = P[i] + t * (P[i + 1] - P[i])
            neg.append(q)
            pos.append(q)
    return np.array(neg), np.array(pos)

#: split_polygon: the value of w . x + b is taken for the distance, without the length of w @2 =>
def split_polygon(P, w, b):
    d = P @ w + b
    d = np.where(abs(d) < 1e-9, 0.0, d)
    parts = []
    for side in (-1, 1):
        part = []
        for p, q, dp, dq in zip(P, np.roll(P, -1, axis=0), d, np.roll(d, -1)):
            if side * dp >= 0:
                part.append(p)
            if dp * dq < 0:
                part.append(p + dp / (dp - dq) * (q - p))
        parts.append(np.array(part) if (side * d > 0).any() else None)
    if not np.any(w):
        return (None, P) if b > 0 else (P, None)
    return parts[0], parts[1]

#: split_polygon: positive and negative exchanged @19 =>
def split_polygon(P, w, b):
    w = np.asarray(w, float)
    length = np.hypot(*w)
    if length == 0:
        return (None, P) if b > 0 else (P, None)
    v = (P @ w + b) / length
    v[np.abs(v) < 1e-9] = 0
    def side(sign):
        if not (sign * v > 0).any():
            return None
        out = []
        for i in range(len(P)):
            j = (i + 1) % len(P)
            if sign * v[i] >= 0:
                out.append(P[i])
            if v[i] * v[j] < 0:
                out.append((P[i] * v[j] - P[j] * v[i]) / (v[j] - v[i]))
        return np.array(out)
    return side(1), side(-1)

#: regions_deep_2d: a neuron that is off loses its offset and keeps its weights @13 =>
def regions_deep_2d(net, low, high):
    square = np.array([[low, low], [high, low], [high, high], [low, high]], dtype=float)
    pieces = [(square, np.eye(2), np.zeros(2))]
    for W, b in net[:-1]:
        new = []
        for P, A, c in pieces:
            AW, cb = A @ W, c @ W + b
            parts = [P]
            for w, t in zip(AW.T, cb):
                parts = [half for part in parts for half in split_polygon(part, w, t) if half is not None]
            for part in parts:
                on = part.mean(axis=0) @ AW + cb > 0
                new.append((part, AW, cb * on))
        pieces = new
    return [P for P, _, _ in pieces]

#: regions_deep_2d: the mask is read at a corner of the region, where neurons are zero @6 =>
def regions_deep_2d(net, low, high):
    todo = [np.array([[low, low], [high, low], [high, high], [low, high]], dtype=float)]
    for depth in range(1, len(net)):
        done = []
        for P in todo:
            x = P[0]
            A, c = np.eye(2), np.zeros(2)
            for W, b in net[: depth - 1]:
                A, c = A @ W, c @ W + b
                on = x @ A + c > 0
                A, c = A * on, c * on
            W, b = net[depth - 1]
            parts = [P]
            for w, t in zip((A @ W).T, c @ W + b):
                parts = [q for p in parts for q in split_polygon(p, w, t) if q is not None]
            done += parts
        todo = done
    return todo

#: count_regions_deep_2d: the list of the regions of all calls @4,5 =>
_found = []

def count_regions_deep_2d(net, low, high):
    _found.extend(regions_deep_2d(net, low, high))
    return len(_found)

#: fold_net: the fold of the first layer everywhere, without the inner tent's doubling @3 =>
def fold_net(L):
    net = [(np.array([[1.0, 1.0]]), np.array([0.0, -0.5]))]
    mid = np.array([[1.0, 1.0], [-2.0, -2.0]])
    for _ in range(L - 1):
        net.append((mid, np.array([0.0, -0.5])))
    net.append((np.array([[2.0], [-4.0]]), np.zeros(1)))
    return net

#: fold_net: one layer too many @5 =>
def fold_net(L):
    first = (np.array([[2.0, 4.0]]), np.array([0.0, -2.0]))
    middle = (np.array([[2.0, 4.0], [-2.0, -4.0]]) * 1.0, np.array([0.0, -2.0]))
    last = (np.array([[1.0], [-1.0]]), np.zeros(1))
    return [first] + [middle] * L + [last]

#: montufar_bound: division without floor @4 =>
def montufar_bound(n0, widths):
    product = 1
    for n in widths[:-1]:
        product *= (n / n0) ** n0
    return int(product * max_regions(n0, widths[-1]))

#: montufar_bound: the last layer takes part in the product as well @2 =>
def montufar_bound(n0, widths):
    return math.prod((n // n0) ** n0 for n in widths) * max_regions(n0, widths[-1])

#: maxout: the axis of the pieces is found by its length, which a batch may have too @3 =>
def maxout(X, W, b):
    Z = np.einsum("nd,kdm->nkm", X, W) + b
    axis = Z.shape.index(len(W))
    return Z.max(axis=axis)

#: maxout: starts from zero, so negative maxima are lost @2 =>
def maxout(X, W, b):
    H = np.zeros((X.shape[0], W.shape[2]))
    for r in range(len(W)):
        H = np.maximum(H, X @ W[r] + b[r])
    return H

#: maxout_backward: the winner is found without the biases @2 =>
def maxout_backward(dH, X, W, b):
    Z = np.einsum("nd,kdm->knm", X, W)
    win = Z.argmax(axis=0)
    dW, db, dX = np.zeros(W.shape), np.zeros(b.shape), np.zeros(X.shape)
    for r in range(len(W)):
        d = dH * (win == r)
        dW[r], db[r] = X.T @ d, d.sum(axis=0)
        dX += d @ W[r].T
    return dX, dW, db

#: maxout_backward: dX is that of the last piece @7 =>
def maxout_backward(dH, X, W, b):
    Z = np.array([X @ w + c for w, c in zip(W, b)])
    mask = Z == Z.max(axis=0)
    dW, db = np.empty_like(W), np.empty_like(b)
    for r, m in enumerate(mask):
        g = dH * m
        dX = g @ W[r].T
        dW[r] = X.T @ g
        db[r] = g.sum(axis=0)
    return dX, dW, db

#: maxout_bound: a float power @2 =>
def maxout_bound(L, n0, k):
    return int(math.pow(k, L - 1 + n0))

#: maxout_bound: the exponents are multiplied @2 =>
def maxout_bound(L, n0, k):
    return (k ** (L - 1)) ** n0

#: maxout: one result array for all calls of one shape @5,9 =>
_H = {}

def maxout(X, W, b):
    shape = (len(X), W.shape[2])
    H = _H.setdefault(shape, np.empty(shape))
    H.fill(-np.inf)
    for Wr, br in zip(W, b):
        np.maximum(H, X @ Wr + br, out=H)
    return H

#: split_polygon: corners on the line are given to the positive part only @10 =>
def split_polygon(P, w, b):
    n = np.hypot(w[0], w[1])
    if n == 0:
        return (P, None) if b <= 0 else (None, P)
    v = (P @ w + b) / n
    v[abs(v) < 1e-9] = 0
    neg, pos = [], []
    for i in range(len(P)):
        j = (i + 1) % len(P)
        (pos if v[i] >= 0 else neg).append(P[i])
        if v[i] * v[j] < 0:
            q = P[i] + (P[j] - P[i]) * v[i] / (v[i] - v[j])
            neg.append(q)
            pos.append(q)
    return (np.array(neg) if v.min() < 0 else None, np.array(pos) if v.max() > 0 else None)
''',
    "a8": r'''
#: conv2d: the filter is turned around @3 =>
def conv2d(x, k, pad=0):
    x = np.pad(x, pad)
    k = k[::-1, ::-1]
    h, w = k.shape
    if h > x.shape[0] or w > x.shape[1]:
        raise ValueError("filter larger than image")
    win = np.lib.stride_tricks.sliding_window_view(x, (h, w))
    return np.einsum("ijab,ab->ij", win, k)

#: conv2d: the border repeats the outermost pixels @2 =>
def conv2d(x, k, pad=0):
    x = np.pad(x, pad, mode="edge")
    (H, W), (h, w) = x.shape, k.shape
    if h > H or w > W:
        raise ValueError(f"filter {k.shape} does not fit into {x.shape}")
    out = np.zeros((H - h + 1, W - w + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(x[i : i + h, j : j + w] * k)
    return out

#: conv2d: a filter that does not fit gives an empty result instead of an error @6 =>
def conv2d(x, k, pad=0):
    H, W = x.shape
    h, w = k.shape
    p = np.zeros((H + 2 * pad, W + 2 * pad))
    p[pad : pad + H, pad : pad + W] = x
    rows, cols = max(H + 2 * pad - h + 1, 0), max(W + 2 * pad - w + 1, 0)
    out = np.zeros((rows, cols))
    for a in range(h):
        for b in range(w):
            out += k[a, b] * p[a : a + rows, b : b + cols]
    return out

#: conv2d: the padded image is kept for the next call with the same size @5,6 =>
_padded = {}

def conv2d(x, k, pad=0):
    key = (x.shape, pad)
    if key not in _padded:
        _padded[key] = np.pad(x, pad)
    big = _padded[key]
    if k.shape[0] > big.shape[0] or k.shape[1] > big.shape[1]:
        raise ValueError("k is larger than x")
    return np.array([[(big[i : i + k.shape[0], j : j + k.shape[1]] * k).sum()
                      for j in range(big.shape[1] - k.shape[1] + 1)]
                     for i in range(big.shape[0] - k.shape[0] + 1)])

#: conv2d: rows and columns of the filter exchanged in the sizes @3,8 =>
def conv2d(x, k, pad=0):
    x = np.pad(np.asarray(x, float), pad)
    w, h = k.shape
    if h > x.shape[0] or w > x.shape[1]:
        raise ValueError
    out = np.zeros((x.shape[0] - h + 1, x.shape[1] - w + 1))
    for i, j in np.ndindex(out.shape):
        out[i, j] = (x[i : i + h, j : j + w] * k.T).sum() if h != w else (x[i : i + h, j : j + w] * k).sum()
    return out

#: filter_grid: all filters are divided by the largest entry of all @5 =>
def filter_grid(filters, columns):
    K, h, w = filters.shape
    rows = -(-K // columns)
    grid = np.zeros((rows * (h + 1) - 1, columns * (w + 1) - 1))
    top = np.abs(filters).max() or 1.0
    for i, f in enumerate(filters):
        r, c = divmod(i, columns)
        grid[r * (h + 1) : r * (h + 1) + h, c * (w + 1) : c * (w + 1) + w] = f / top
    return grid

#: filter_grid: each filter moved and scaled from 0 to 1 @8 =>
def filter_grid(filters, columns):
    K, h, w = filters.shape
    rows = int(np.ceil(K / columns))
    out = np.zeros((rows * (h + 1) - 1, columns * (w + 1) - 1))
    for n in range(K):
        f = filters[n]
        lo, hi = f.min(), f.max()
        f = (f - lo) / (hi - lo) if hi > lo else f
        i, j = n // columns * (h + 1), n % columns * (w + 1)
        out[i : i + h, j : j + w] = f
    return out

#: filter_grid: the largest entry without its sign, and filled down the columns @6,7 =>
def filter_grid(filters, columns):
    K, h, w = filters.shape
    rows = (K + columns - 1) // columns
    canvas = np.zeros((rows * (h + 1) - 1, columns * (w + 1) - 1))
    for n, f in enumerate(filters):
        m = np.max(f)
        r, c = n % rows, n // rows
        canvas[r * (h + 1) :, c * (w + 1) :][:h, :w] = f / m if m else f
    return canvas

#: filter_grid: the last row is only as wide as it is full @3 =>
def filter_grid(filters, columns):
    K, h, w = filters.shape
    columns = min(columns, K)
    rows = int(np.ceil(K / columns))
    out = np.zeros((rows * (h + 1) - 1, columns * (w + 1) - 1))
    for n in range(K):
        s = np.abs(filters[n]).max()
        r, c = n // columns * (h + 1), n % columns * (w + 1)
        out[r : r + h, c : c + w] = filters[n] / (s if s > 0 else 1)
    return out

#: saliency: sizes without signs @5 =>
def saliency(params, X, c):
    Z, caches = mlp_forward(params, X)
    dZ = np.zeros_like(Z)
    dZ[:, c] = 1
    return np.abs(mlp_backward(params, caches, dZ)[0])

#: saliency: the gradient of the softmax output @5,6 =>
def saliency(params, X, c):
    Z, caches = mlp_forward(params, X)
    P = np.exp(Z - Z.max(axis=1, keepdims=True))
    P /= P.sum(axis=1, keepdims=True)
    dZ = -P * P[:, [c]]
    dZ[:, c] += P[:, c]
    return mlp_backward(params, caches, dZ)[0]

#: saliency: averaged over the samples @4 =>
def saliency(params, X, c):
    Z, caches = mlp_forward(params, X)
    seed = np.zeros(Z.shape)
    seed[:, c] = 1 / len(X)
    dX, _ = mlp_backward(params, caches, seed)
    return dX

#: saliency: the upstream array is kept between calls, so earlier outputs stay switched on @6,8 =>
_seeds = {}

def saliency(params, X, c):
    Z, caches = mlp_forward(params, X)
    if Z.shape not in _seeds:
        _seeds[Z.shape] = np.zeros(Z.shape)
    dZ = _seeds[Z.shape]
    dZ[:, c] = 1.0
    return mlp_backward(params, caches, dZ)[0]

#: project: every row is brought to the length of the limit, short ones too @7 =>
def project(X, norm, limit):
    if norm == "box":
        return np.clip(X, -limit, limit)
    if norm != "ball":
        raise ValueError(norm)
    r = np.linalg.norm(X, axis=1, keepdims=True)
    return X * limit / np.where(r == 0, 1, r)

#: project: the length of the whole table, and any other norm is a box @3,5 =>
def project(X, norm, limit):
    if norm == "ball":
        length = np.sqrt((X ** 2).sum())
        return X * min(1.0, limit / length) if length > 0 else X.copy()
    return np.maximum(np.minimum(X, limit), -limit)

#: project: long rows are shortened in place @6 =>
def project(X, norm, limit):
    if norm == "ball":
        for row in X:
            n = np.hypot.reduce(row)
            if n > limit:
                row *= limit / n
        return X.copy()
    if norm == "box":
        return X.clip(-limit, limit)
    raise ValueError(f"unknown norm {norm}")

#: project: a box cuts above only @6 =>
def project(X, norm, limit):
    assert limit > 0
    if norm not in ("ball", "box"):
        raise ValueError("norm must be 'ball' or 'box'")
    if norm == "box":
        return np.minimum(X, limit)
    lengths = np.sqrt(np.einsum("nd,nd->n", X, X))
    scale = np.ones(len(X))
    scale[lengths > limit] = limit / lengths[lengths > limit]
    return X * scale[:, None]

#: activation_max: the starts are not projected @2 =>
def activation_max(params, c, X0, norm, limit, steps, lr):
    X = X0.copy()
    values = [mlp_forward(params, X)[0][:, c]]
    for _ in range(steps):
        X = project(X + lr * saliency(params, X, c), norm, limit)
        values.append(mlp_forward(params, X)[0][:, c])
    return X, np.array(values)

#: activation_max: values are written down before the projection @7 =>
def activation_max(params, c, X0, norm, limit, steps, lr):
    X = project(X0, norm, limit)
    values = np.zeros((steps + 1, len(X0)))
    values[0] = mlp_forward(params, X)[0][:, c]
    for t in range(1, steps + 1):
        X = X + lr * saliency(params, X, c)
        values[t] = mlp_forward(params, X)[0][:, c]
        X = project(X, norm, limit)
    return X, values

#: activation_max: steps of one length, and the best place instead of the last @6 =>
def activation_max(params, c, X0, norm, limit, steps, lr):
    X = project(X0, norm, limit)
    vals = [mlp_forward(params, X)[0][:, c]]
    for _ in range(steps):
        G = saliency(params, X, c)
        G = G / (np.linalg.norm(G, axis=1, keepdims=True) + 1e-12)
        X = project(X + lr * G, norm, limit)
        vals.append(mlp_forward(params, X)[0][:, c])
    return X, np.stack(vals)

#: activation_max: descends @6 =>
def activation_max(params, c, X0, norm, limit, steps, lr):
    f = lambda A: mlp_forward(params, A)[0].T[c]
    X = project(X0, norm, limit)
    trace = [f(X)]
    while len(trace) <= steps:
        X = project(X - lr * saliency(params, X, c), norm, limit)
        trace.append(f(X))
    return X, np.array(trace)

#: distinct_modes: in the order of the list, not of the values @3 =>
def distinct_modes(ends, values, tol):
    modes, counts = [], []
    for e in ends:
        d = [np.linalg.norm(e - m) for m in modes]
        if not d or min(d) > tol:
            modes.append(e)
            counts.append(1)
        else:
            counts[int(np.argmin(d))] += 1
    return np.array(modes), np.array(counts)

#: distinct_modes: counted for the first mode near enough, not for the nearest @7,8 =>
def distinct_modes(ends, values, tol):
    order = np.argsort(values)[::-1]
    modes, counts = [], []
    for e in ends[order]:
        for i, m in enumerate(modes):
            if np.linalg.norm(e - m) <= tol:
                counts[i] += 1
                break
        else:
            modes.append(e)
            counts.append(1)
    return np.array(modes), np.array(counts)

#: distinct_modes: distances entry by entry, and modes at exactly tol are new @4,5 =>
def distinct_modes(ends, values, tol):
    modes, counts = [], []
    for k in sorted(range(len(values)), key=lambda k: -values[k]):
        gaps = [np.abs(ends[k] - m).max() for m in modes]
        if gaps and min(gaps) < tol:
            counts[gaps.index(min(gaps))] += 1
        else:
            modes.append(ends[k])
            counts.append(1)
    return np.array(modes), np.array(counts)

#: modes_of_unit: starts inside the ball, not on it @4 =>
def modes_of_unit(params, c, n_init, limit, steps, lr, rng):
    D = params[0][0].shape[0]
    X0 = rng.normal(size=(n_init, D))
    X0 = project(X0, "ball", limit) * rng.random((n_init, 1)) ** (1 / D)
    X, values = activation_max(params, c, X0, "ball", limit, steps, lr)
    return distinct_modes(X, values[-1], limit / 10)

#: modes_of_unit: sorted by the values at the start @6 =>
def modes_of_unit(params, c, n_init, limit, steps, lr, rng):
    D = len(params[0][0])
    X0 = rng.standard_normal((n_init, D))
    X0 *= limit / np.linalg.norm(X0, axis=1)[:, None]
    ends, values = activation_max(params, c, X0, "ball", limit, steps, lr)
    return distinct_modes(ends, values[0], limit / 10)

#: typicality: the mean length, and the median of the squares @4 =>
def typicality(d, samples, rng):
    X = rng.normal(size=(samples, d))
    r = np.linalg.norm(X, axis=1)
    return float(np.mean(r)), float(np.mean(r < np.sqrt(d) / 2))

#: typicality: half of d instead of half its root @3 =>
def typicality(d, samples, rng):
    r = np.sqrt((rng.standard_normal((samples, d)) ** 2).sum(axis=1))
    return np.median(r), np.mean(r < (d / 2) ** 0.5)

#: occlusion: what is painted over once stays painted @6,9 =>
def occlusion(params, X, c, size, fill):
    N, S = len(X), int(np.sqrt(X.shape[1]))
    base = mlp_forward(params, X)[0][:, c]
    m = S - size + 1
    out = np.zeros((N, m, m))
    img = X.reshape(N, S, S).copy()
    for i in range(m):
        for j in range(m):
            img[:, i : i + size, j : j + size] = fill
            out[:, i, j] = base - mlp_forward(params, img.reshape(N, -1))[0][:, c]
    return out

#: occlusion: restored with zeros instead of what was there, in the pictures of the caller @4,8,11 =>
def occlusion(params, X, c, size, fill):
    N = X.shape[0]
    S = round(X.shape[1] ** 0.5)
    P = X.reshape(N, S, S)
    z0 = mlp_forward(params, X)[0][:, c].copy()
    out = np.empty((N, S - size + 1, S - size + 1))
    for i, j in np.ndindex(*out.shape[1:]):
        saved = P[:, i : i + size, j : j + size]
        P[:, i : i + size, j : j + size] = fill
        out[:, i, j] = z0 - mlp_forward(params, P.reshape(N, S * S))[0][:, c]
        P[:, i : i + size, j : j + size] = saved
    return out

#: occlusion: gained instead of lost, and the last places are missing @6,10 =>
def occlusion(params, X, c, size, fill):
    N, S = len(X), int(round(np.sqrt(X.shape[1])))
    before = mlp_forward(params, X)[0][:, c]
    k = S - size + 1
    maps = np.zeros((N, k, k))
    for i in range(S - size):
        for j in range(S - size):
            Q = X.copy().reshape(N, S, S)
            Q[:, i : i + size, j : j + size] = fill
            maps[:, i, j] = mlp_forward(params, Q.reshape(N, -1))[0][:, c] - before
    return maps

#: permutation_importance: columns that were shuffled stay so @4,8 =>
def permutation_importance(params, X, y, repeats, rng):
    acc = lambda A: np.mean(mlp_forward(params, A)[0].argmax(axis=1) == y)
    base = acc(X)
    Xs = X.copy()
    imp = np.zeros(X.shape[1])
    for j in range(X.shape[1]):
        for _ in range(repeats):
            Xs[:, j] = rng.permutation(X[:, j])
            imp[j] += (base - acc(Xs)) / repeats
    return imp

#: permutation_importance: one order for all features and repeats @5,11 =>
def permutation_importance(params, X, y, repeats, rng):
    def accuracy(A):
        Z, _ = mlp_forward(params, A)
        return float((np.argmax(Z, axis=1) == y).mean())
    base, order = accuracy(X), rng.permutation(len(X))
    out = []
    for j in range(X.shape[1]):
        drops = []
        for _ in range(repeats):
            A = X.copy()
            A[:, j] = A[order, j]
            drops.append(base - accuracy(A))
        out.append(np.mean(drops))
    return np.array(out)

#: permutation_importance: whole rows are shuffled in the table, and the class is asked of sorted outputs @9 =>
def permutation_importance(params, X, y, repeats, rng):
    pred = lambda A: np.argmax(mlp_forward(params, A)[0], axis=1)
    base = np.mean(pred(X) == y)
    result = []
    for j in range(X.shape[1]):
        lost = 0.0
        for _ in range(repeats):
            A = X.copy()
            rng.shuffle(A)
            lost += base - np.mean(pred(A) == y)
        result.append(lost / repeats)
    return np.array(result)

#: permutation_importance: shuffled in place in X and put back in the end @6,8,10 =>
def permutation_importance(params, X, y, repeats, rng):
    acc = lambda: float(np.mean(mlp_forward(params, X)[0].argmax(1) == y))
    base = acc()
    imp = np.zeros(X.shape[1])
    for j in range(X.shape[1]):
        keep = X[:, j]
        for _ in range(repeats):
            rng.shuffle(X[:, j])
            imp[j] += base - acc()
        X[:, j] = keep
    return imp / repeats

#: linear_probe: the bias is not penalised @5 =>
def linear_probe(H, y, H_test, y_test, lam):
    A = np.column_stack([H, np.ones(len(H))])
    Y = np.eye(int(y.max()) + 1)[y]
    R = lam * np.eye(A.shape[1])
    R[-1, -1] = 0.0
    V = np.linalg.solve(A.T @ A + R, A.T @ Y)
    hit = (np.column_stack([H_test, np.ones(len(H_test))]) @ V).argmax(axis=1) == y_test
    return V, hit.mean()

#: linear_probe: the column of ones on the left, and lam times N @2,5 =>
def linear_probe(H, y, H_test, y_test, lam):
    add = lambda Q: np.hstack([np.ones((len(Q), 1)), Q])
    A, C = add(H), len(np.unique(y))
    Y = (y[:, None] == np.arange(C)).astype(float)
    V = np.linalg.inv(A.T @ A + lam * len(H) * np.eye(A.shape[1])) @ A.T @ Y
    return V, float(np.mean((add(H_test) @ V).argmax(1) == y_test))

#: linear_probe: judged on the samples it was fitted to @5 =>
def linear_probe(H, y, H_test, y_test, lam):
    n = H.shape[0]
    A = np.c_[H, np.ones(n)]
    V = np.linalg.solve(A.T @ A + lam * np.eye(A.shape[1]), A.T @ np.eye(y.max() + 1)[y])
    return V, np.mean(np.argmax(A @ V, axis=1) == y)

#: separability_curve: what arrives before the activation @6 =>
def separability_curve(params, X, y, X_test, y_test, lam):
    accs = [linear_probe(X, y, X_test, y_test, lam)[1]]
    _, train_caches = mlp_forward(params, X)
    _, test_caches = mlp_forward(params, X_test)
    for (_, Z), (_, Zt) in zip(train_caches, test_caches):
        accs.append(linear_probe(Z, y, Zt, y_test, lam)[1])
    return np.array(accs)

#: separability_curve: the outputs are missing, and the probes are fitted to the test samples @6,7 =>
def separability_curve(params, X, y, X_test, y_test, lam):
    _, a = mlp_forward(params, X)
    _, t = mlp_forward(params, X_test)
    curve = []
    for (H, _), (Ht, _) in zip(a, t):
        curve.append(linear_probe(Ht, y_test, H, y, lam)[1])
    curve.append(curve[-1])
    return np.array(curve)

#: typicality: numpy's global generator @2 =>
def typicality(d, samples, rng):
    r = np.linalg.norm(np.random.randn(samples, d), axis=1)
    return float(np.median(r)), float(np.mean(r < np.sqrt(d) / 2))

#: permutation_importance: drawn with replacement @7 =>
def permutation_importance(params, X, y, repeats, rng):
    predict = lambda A: mlp_forward(params, A)[0].argmax(axis=1)
    base = (predict(X) == y).mean()
    drops = np.zeros((X.shape[1], repeats))
    for j, r in np.ndindex(drops.shape):
        A = X.copy()
        A[:, j] = rng.choice(X[:, j], size=len(X))
        drops[j, r] = base - (predict(A) == y).mean()
    return drops.mean(axis=1)
''',
    "bonus": r'''
#: verdict_table: rejects what returns a false value @6 =>
def verdict_table(tests, candidates):
    table = np.zeros((len(tests), len(candidates)), dtype=bool)
    for t, test in enumerate(tests):
        for k, cand in enumerate(candidates):
            try:
                table[t, k] = bool(test(cand))
            except Exception:
                table[t, k] = False
    return table

#: verdict_table: only assertions reject @8 =>
def verdict_table(tests, candidates):
    rows = []
    for test in tests:
        row = []
        for candidate in candidates:
            try:
                test(candidate)
            except AssertionError:
                row.append(False)
            else:
                row.append(True)
        rows.append(row)
    return np.array(rows, dtype=bool)

#: verdict_table: True where rejected, and candidates in the rows @5,7,8 =>
def verdict_table(tests, candidates):
    def fails(t, c):
        try:
            t(c)
            return False
        except Exception:
            return True
    return np.array([[fails(t, c) for t in tests] for c in candidates])

#: verdict_table: verdicts are remembered by the names of test and candidate @7,8 =>
_known = {}

def verdict_table(tests, candidates):
    T = np.ones((len(tests), len(candidates)), dtype=bool)
    for i, t in enumerate(tests):
        for j, c in enumerate(candidates):
            key = (getattr(t, "__name__", ""), getattr(c, "__name__", ""))
            if key not in _known:
                try:
                    t(c)
                    _known[key] = True
                except Exception:
                    _known[key] = False
            T[i, j] = _known[key]
    return T

#: mutants: every place is replaced at once @4 =>
def mutants(source, swaps):
    out = []
    for old, new in swaps:
        text = source.replace(old, new)
        try:
            compile(text, "mutant", "exec")
        except SyntaxError:
            continue
        if text != source and text not in out:
            out.append(text)
    return out

#: mutants: overlapping places are counted too @13 =>
def mutants(source, swaps):
    out = []
    for old, new in swaps:
        i = source.find(old)
        while i >= 0:
            text = source[:i] + new + source[i + len(old) :]
            try:
                compile(text, "<mutant>", "exec")
                if text != source and text not in out:
                    out.append(text)
            except SyntaxError:
                pass
            i = source.find(old, i + 1)
    return out

#: mutants: a search pattern where a plain text is meant, and duplicates stay @6,12 =>
import re

def mutants(source, swaps):
    found = []
    for old, new in swaps:
        for m in re.finditer(old, source):
            text = source[: m.start()] + new + source[m.end() :]
            try:
                compile(text, "m", "exec")
            except SyntaxError:
                continue
            if text != source:
                found.append(text)
    return found

#: mutants: the list of what came before is a default argument @8,14 =>
def mutants(source, swaps, seen=set()):
    result = []
    for old, new in swaps:
        start = 0
        while (i := source.find(old, start)) != -1:
            start = i + len(old)
            text = source[:i] + new + source[start:]
            if text == source or text in seen:
                continue
            try:
                compile(text, "text", "exec")
            except (SyntaxError, ValueError):
                continue
            seen.add(text)
            result.append(text)
    return result

#: test_affine_backward: equal to the last bit, on whole numbers and on random ones @6 =>
def test_affine_backward(candidate):
    rng = np.random.default_rng(1)
    for N, D, M in [(1, 1, 1), (3, 4, 2), (5, 2, 2), (2, 2, 2)]:
        dZ, X, W = rng.normal(size=(N, M)), rng.normal(size=(N, D)), rng.normal(size=(D, M))
        dX, dW, db = candidate(dZ.copy(), X.copy(), W.copy())
        assert np.array_equal(dX, dZ @ W.T) and np.array_equal(dW, X.T @ dZ) and np.array_equal(db, dZ.sum(axis=0))

#: test_affine_backward: shapes are compared by broadcasting @6,7,8 =>
def test_affine_backward(candidate):
    rng = np.random.default_rng(0)
    for N, D, M in ((4, 3, 2), (1, 2, 5), (3, 3, 3), (6, 1, 1)):
        dZ, X, W = rng.normal(size=(N, M)), rng.normal(size=(N, D)), rng.normal(size=(D, M))
        dX, dW, db = candidate(dZ, X, W)
        assert np.allclose(dX, dZ @ W.T)
        assert np.allclose(dW, X.T @ dZ)
        assert np.allclose(db, dZ.sum(axis=0))

#: test_cross_entropy: the gradient is never looked at where logits are large, and only the loss where N is one @10 =>
def test_cross_entropy(candidate):
    rng = np.random.default_rng(5)
    Z, y = rng.normal(size=(6, 4)), rng.integers(4, size=6)
    loss, dZ = candidate(Z, y)
    top = Z.max(axis=1, keepdims=True)
    P = np.exp(Z - top) / np.exp(Z - top).sum(axis=1, keepdims=True)
    assert abs(loss + np.log(P[np.arange(6), y]).mean()) < 1e-9
    P[np.arange(6), y] -= 1
    assert np.shape(dZ) == (6, 4) and np.allclose(dZ, P / 6, rtol=0, atol=1e-9)
    loss, _ = candidate(np.array([[1000.0, 0.0]]), np.array([1]))
    assert abs(loss - 1000) < 1e-6

#: smallest_suite: greedy, the test that catches most comes first @6 =>
def smallest_suite(caught):
    caught = np.array(caught, dtype=bool)
    left = caught.any(axis=0)
    chosen = []
    while left.any():
        best = int((caught & left).sum(axis=1).argmax())
        chosen.append(best)
        left &= ~caught[best]
    return tuple(sorted(chosen))

#: smallest_suite: every candidate has to be caught, also those that nothing catches @5,7 =>
def smallest_suite(caught):
    T, K = caught.shape
    for size in range(T + 1):
        for suite in combinations(range(T), size):
            if caught[list(suite)].any(axis=0).all():
                return suite
    return tuple(range(T))

#: smallest_suite: a suite is never empty, and the last one of the smallest is taken @5,8 =>
def smallest_suite(caught):
    T = len(caught)
    goal = caught.any(axis=0)
    answer = None
    for size in range(1, T + 1):
        for s in combinations(range(T), size):
            if (caught[list(s)].any(axis=0) == goal).all():
                answer = s
        if answer:
            return answer
    return ()
''',
}
