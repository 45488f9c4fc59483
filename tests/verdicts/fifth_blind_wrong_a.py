"""A fifth set of wrong code, the part for a1 to a4 and the bonus, by somebody who had read the notebooks and neither checks, mistakes nor slips.

What people bring along from MATLAB, torch, R and statistics, what is written in a hurry, and code that is right but for one fault:
a buffer of the wrong type, an alias, a threshold, a loop that ends early, a corner of a docstring. One mistake each, now and then two.
After @ stand the lines of the piece where the mistake is, counted from 1.

The pieces were committed before anything was run on them. Read again afterwards, two of 174 were taken out: they go wrong only for
arrays that lie column by column in memory, and the course hands arrays over row by row. Two turned out to be no mistakes and are
among the right ones now: nobody answers for the last digit of a mean, and the grammar is what makes a text Python.
"""

CASES = {
    "a1": r'''
#: count_parameters: one bias for the whole layer @3 =>
def count_parameters(D, M):
    n_weights = D * M
    n_bias = 1
    return n_weights + n_bias

#: affine_forward: b is added to the whole table once per sample @9 =>
def affine_forward(X, W, b):
    N, D = X.shape
    M = W.shape[1]
    Z = np.zeros((N, M))
    for n in range(N):
        for m in range(M):
            for d in range(D):
                Z[n, m] += X[n, d] * W[d, m]
        Z += b
    return Z

#: affine_forward: the buffer takes the type of X, so whole numbers in X cut off the result @3 =>
def affine_forward(X, W, b):
    """Preallocate, then fill row by row."""
    Z = np.empty((X.shape[0], W.shape[1]), dtype=X.dtype)
    for n, row in enumerate(X):
        Z[n] = row @ W + b
    return Z

#: affine_forward: single precision, as a torch user has it @2 =>
def affine_forward(X, W, b):
    X, W, b = (np.asarray(a, dtype=np.float32) for a in (X, W, b))
    return (X @ W + b).astype(np.float64)

#: affine_forward: a column of ones in front, and b below W instead of above @3,4 =>
def affine_forward(X, W, b):
    ones = np.ones((X.shape[0], 1))
    X1 = np.hstack([ones, X])
    W1 = np.vstack([W, b[np.newaxis, :]])
    return X1 @ W1

#: affine_forward: the last block of more than 256 samples is worked off without b @10 =>
def affine_forward(X, W, b):
    CHUNK = 256
    if len(X) <= CHUNK:
        return X @ W + b
    parts = []
    start = 0
    while start + CHUNK <= len(X):
        parts.append(X[start : start + CHUNK] @ W + b)
        start += CHUNK
    parts.append(X[start:] @ W)
    return np.concatenate(parts)

#: from_columns: b comes back as a column, as MATLAB has it @3 =>
def from_columns(W_seed, b):
    W = np.transpose(W_seed)
    bias = b.reshape(-1, 1)
    return W, bias

#: from_columns: square weights are turned round in place @5 =>
def from_columns(W_seed, b):
    rows, cols = W_seed.shape
    if rows != cols:
        return W_seed.T.copy(), b.copy()
    W = W_seed
    for i in range(rows):
        for j in range(i):
            W[i, j], W[j, i] = W[j, i], W[i, j]
    return W, b.copy()

#: from_columns: solved by least squares on as many random samples as there are neurons, fewer than the inputs where M is less than D @3 =>
def from_columns(W_seed, b):
    M, D = W_seed.shape
    probe = np.random.default_rng(0).normal(size=(M, D))
    answers = np.stack([W_seed @ h for h in probe])
    W, *_ = np.linalg.lstsq(probe, answers, rcond=None)
    return W, np.array(b)

#: rotation: the complex number of the angle turns the other way round @2 =>
def rotation(degrees):
    z = np.exp(-1j * np.pi * degrees / 180)
    return np.array([[z.real, -z.imag], [z.imag, z.real]])

#: rotation: the part of a degree is cut off @2 =>
def rotation(degrees):
    degrees = int(degrees) % 360
    t = np.deg2rad(degrees)
    return np.array([[np.cos(t), -np.sin(t)], [np.sin(t), np.cos(t)]])

#: rotation: quarter turns come from a table, and that of 270 degrees is wrong @2 =>
def rotation(degrees):
    quarter = {0: (1.0, 0.0), 90: (0.0, 1.0), 180: (-1.0, 0.0), 270: (0.0, 1.0)}
    turn = degrees % 360
    if turn in quarter:
        c, s = quarter[turn]
    else:
        c, s = np.cos(np.radians(turn)), np.sin(np.radians(turn))
    return np.array([[c, -s], [s, c]])

#: make_layer: the scales hit the rows of the second turn, not its columns @3 =>
def make_layer(deg1, scales, deg2, shift):
    R1, R2 = rotation(deg1), rotation(deg2)
    scaled = R2 * np.asarray(scales)[:, None]
    return (scaled @ R1).T, np.array(shift, dtype=float)

#: make_layer: the second turn takes the shift along @7 =>
def make_layer(deg1, scales, deg2, shift):
    W = np.eye(2)
    b = np.zeros(2)
    W = W @ rotation(deg1).T
    W = W @ np.diag(scales)
    b = b + shift
    W, b = W @ rotation(deg2).T, b @ rotation(deg2).T
    return W, b

#: make_layer: the matrix of scales holds whole numbers @2 =>
def make_layer(deg1, scales, deg2, shift):
    S = np.array([[0, 0], [0, 0]])
    S[0, 0] = scales[0]
    S[1, 1] = scales[1]
    W_seed = rotation(deg2) @ S @ rotation(deg1)
    return W_seed.T, np.asarray(shift, dtype=float)

#: make_layer: images of the axes, and the second one starts from the turned first one @4,5 =>
def make_layer(deg1, scales, deg2, shift):
    rows = []
    p = np.array([1.0, 0.0])
    for start in ((1.0, 0.0), (0.0, 1.0)):
        p = rotation(deg1) @ p
        p = np.asarray(scales) * p
        p = rotation(deg2) @ p
        rows.append(p)
    return np.array(rows), np.array(shift)

#: decompose_affine: the flip of Vt is made at a column instead of a row @7 =>
def decompose_affine(W):
    U, s, Vt = np.linalg.svd(W.T)
    if np.linalg.det(U) < 0:
        U[:, 1] = -U[:, 1]
        s[1] = -s[1]
    if np.linalg.det(Vt) < 0:
        Vt[:, 1] = -Vt[:, 1]
        s[1] = -s[1]
    return U, np.diag(s), Vt

#: decompose_affine: from the eigenvectors of a square, with a division that fails for rank one @7 =>
def decompose_affine(W):
    A = np.asarray(W, dtype=float).T
    lam, V = np.linalg.eigh(A.T @ A)
    if np.linalg.det(V) < 0:
        V[:, 0] *= -1
    s = np.sqrt(np.maximum(lam, 0))
    U = (A @ V) / s
    if np.linalg.det(U) < 0:
        U[:, 0] *= -1
        s[0] *= -1
    return U, np.diag(s), V.T

#: decompose_affine: the determinant is rounded before its sign is taken, so that a tiny mirror counts as none @4 =>
def decompose_affine(W):
    U, s, Vt = np.linalg.svd(W.T)
    flip = np.diag([1.0, -1.0])
    mirror = round(float(np.linalg.det(W)), 6) < 0
    if np.linalg.det(U) < 0:
        U = U @ flip
    if np.linalg.det(Vt) < 0:
        Vt = flip @ Vt
    S = np.diag([s[0], -s[1] if mirror else s[1]])
    return U, S, Vt

#: decompose_affine: the parts of W itself, as code for columns found elsewhere has it @2 =>
def decompose_affine(W):
    u, sig, vh = np.linalg.svd(W)
    du, dv = np.sign(np.linalg.det(u)), np.sign(np.linalg.det(vh))
    R2 = u @ np.diag([1, du])
    R1 = np.diag([1, dv]) @ vh
    S = np.diag([sig[0], sig[1] * du * dv])
    return R2, S, R1

#: relu: np.vectorize takes the type of its first answer, a whole 0 if the first entry is negative @1 =>
relu = np.vectorize(lambda a: a if a > 0 else 0)

#: relu: loops over two axes whatever the shape @3,4 =>
def relu(A):
    H = np.zeros(A.shape)
    for i in range(A.shape[0]):
        for j in range(A.shape[1]):
            if A[i, j] > 0:
                H[i, j] = A[i, j]
    return H

#: quadrant_kind: inside is where the product of both is positive, and that of two tiny numbers is 0 @7 =>
def quadrant_kind(A):
    H = relu(A)
    x, y = H[:, 0], H[:, 1]
    kind = np.full(len(A), 3)
    kind[x > 0] = 1
    kind[y > 0] = 2
    kind[x * y > 0] = 0
    return kind

#: quadrant_kind: the conditions overlap, and the first that holds wins @3 =>
def quadrant_kind(A):
    first, second = A[:, 0] > 0, A[:, 1] > 0
    return np.select([first, second, first & second], [1, 2, 0], default=3)

#: quadrant_kind: the kinds are floats @2 =>
def quadrant_kind(A):
    out = np.zeros(A.shape[0])
    for i, (u, v) in enumerate(A):
        if u > 0 and v > 0:
            out[i] = 0
        elif u > 0:
            out[i] = 1
        elif v > 0:
            out[i] = 2
        else:
            out[i] = 3
    return out

#: orthant_fraction: whole blocks of 1000 points only, but all samples in the denominator @4 =>
def orthant_fraction(n, samples, rng):
    BLOCK = 1000
    untouched = 0
    for _ in range(samples // BLOCK):
        untouched += int(np.all(rng.standard_normal((BLOCK, n)) > 0, axis=1).sum())
    return untouched / samples

#: orthant_fraction: what is expected, with a little noise, and no point drawn @2,3 =>
def orthant_fraction(n, samples, rng):
    p = 0.5**n
    noise = rng.standard_normal() * np.sqrt(p * (1 - p) / samples)
    return float(np.clip(p + noise, 0, 1))

#: orthant_fraction: half of the points are drawn, the others are the same ones again @2,3 =>
def orthant_fraction(n, samples, rng):
    half = rng.normal(size=((samples + 1) // 2, n))
    points = np.concatenate([half, half])[:samples]
    return float(np.mean((relu(points) == points).all(axis=1)))

#: layer_frames: one list of points that is shifted in place, so that the frame before it moves too @6,7 =>
def layer_frames(H, W, b):
    R2, S, R1 = decompose_affine(W)
    frames = [H @ R1.T]
    frames.append(frames[-1] @ S.T)
    frames.append(frames[-1] @ R2.T)
    P = frames[-1]
    P += b
    frames.append(P)
    frames.append(relu(P))
    return np.array(frames)

#: layer_frames: a single point loses its axis @4 =>
def layer_frames(H, W, b):
    R2, S, R1 = decompose_affine(W)
    F = np.stack([H @ R1.T, H @ R1.T @ S, H @ W, H @ W + b, np.maximum(H @ W + b, 0)])
    return F.squeeze()

#: layer_frames: the film has the type of the points, so whole numbers are cut off @3 =>
def layer_frames(H, W, b):
    R2, S, R1 = decompose_affine(W)
    F = np.zeros((5, *H.shape), dtype=H.dtype)
    step = H
    for k, M in enumerate((R1, S, R2)):
        step = step @ M.T
        F[k] = step
    F[3] = step + b
    F[4] = np.where(F[3] > 0, F[3], 0)
    return F

#: layer_frames: the first two frames turn the wrong way, and the third starts afresh from H @3 =>
def layer_frames(H, W, b):
    R2, S, R1 = decompose_affine(W)
    F0 = H @ R1
    F1 = F0 * np.diag(S)
    F2 = H @ W
    F3 = F2 + b
    return np.stack([F0, F1, F2, F3, relu(F3)])

#: standardize: the mean of the squares minus the square of the mean, which cancels far from the origin @4 =>
def standardize(X):
    X = np.asarray(X, dtype=float)
    mean = X.mean(axis=0)
    var = (X**2).mean(axis=0) - mean**2
    std = np.sqrt(np.maximum(var, 0))
    safe = np.where(std > 0, std, 1.0)
    constant = (X == X[0]).all(axis=0)
    std = np.where(constant, 0.0, std)
    return np.where(constant, 0.0, (X - mean) / safe), mean, std

#: standardize: floats are not copied before the mean is taken off in place @2 =>
def standardize(X):
    X = X.astype(np.float64, copy=False)
    mean, std = X.mean(axis=0), X.std(axis=0)
    constant = np.ptp(X, axis=0) == 0
    std[constant] = 0
    X -= mean
    X[:, constant] = 0
    X[:, ~constant] /= std[~constant]
    return X, mean, std
''',
    "a2": r'''
#: step: one half at zero, as the textbooks of signals have it @2 =>
def step(z):
    return np.heaviside(np.asarray(z, dtype=float), 0.5)

#: sigmoid: the complement of the other side, where digits are lost @5 =>
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(-np.abs(z))
    right = 1 / (1 + e)
    return np.where(z >= 0, right, 1 - right)

#: sigmoid: the result has the type of z, and is all zeros for whole numbers @3 =>
def sigmoid(z):
    z = np.asarray(z)
    out = np.zeros_like(z)
    pos = z >= 0
    out[pos] = 1 / (1 + np.exp(-z[pos]))
    e = np.exp(z[~pos])
    out[~pos] = e / (1 + e)
    return out

#: sigmoid: entry by entry along the first axis only @10 =>
import math

def sigmoid(z):
    def one(v):
        if v >= 0:
            return 1.0 / (1.0 + math.exp(-v))
        t = math.exp(v)
        return t / (1.0 + t)

    return np.array([one(v) for v in z])

#: sigmoid: logits are clipped at 88, as for single precision @2 =>
def sigmoid(z):
    z = np.clip(z, -88.0, 88.0)
    return 1.0 / (1.0 + np.exp(-z))

#: tanh: one large entry makes the whole array a sign @3 =>
def tanh(z):
    z = np.asarray(z, dtype=float)
    if z.size and np.abs(z).max() > 20:
        return np.sign(z)
    a, b = np.exp(z), np.exp(-z)
    return (a - b) / (a + b)

#: tanh: the inner 2 is missing @2 =>
def tanh(z):
    return 2 * sigmoid(z) - 1

#: leaky_relu: written into a copy that may hold whole numbers @2 =>
def leaky_relu(z, slope):
    h = np.array(z)
    neg = h < 0
    h[neg] = slope * h[neg]
    return h

#: leaky_relu: the whole thing is scaled by 1 minus the slope @3 =>
def leaky_relu(z, slope):
    z = np.asarray(z, dtype=float)
    return np.maximum(z, 0) * (1 - slope) + slope * np.minimum(z, 0)

#: elu: alpha also divides inside the exponential, that is celu of torch @4 =>
def elu(z, alpha):
    z = np.asarray(z, dtype=np.float64)
    pos = np.maximum(z, 0)
    neg = np.minimum(alpha * np.expm1(np.minimum(z, 0) / alpha), 0)
    return pos + neg

#: softplus: from 15 on it counts as the identity @4 =>
def softplus(z):
    z = np.asarray(z, dtype=float)
    safe = np.minimum(z, 15)
    return np.where(z > 15, z, np.log1p(np.exp(safe)))

#: softplus: logaddexp with a 1 where the logarithm of 1 belongs @2 =>
def softplus(z):
    return np.logaddexp(1, z)

#: d_sigmoid: the mirrored sigmoid is subtracted from 1 again @4 =>
def d_sigmoid(z):
    s = sigmoid(z)
    r = sigmoid(-z)
    return s * (1 - r)

#: d_sigmoid: the size of z is written over z @4 =>
def d_sigmoid(z):
    if not isinstance(z, np.ndarray):
        z = np.array(z)
    z = np.abs(z, out=z)
    e = np.exp(-z)
    return e / (1 + e) ** 2

#: d_tanh: factor 2 instead of 4 @2 =>
def d_tanh(z):
    return 2 * d_sigmoid(2 * np.asarray(z))

#: d_tanh: a series for small z is used up to 1/2 @3,6 =>
def d_tanh(z):
    z = np.asarray(z, dtype=float)
    near = np.abs(z) < 0.5
    e = np.exp(-2 * np.abs(z))
    far = 4 * e / (1 + e) ** 2
    return np.where(near, 1 - z**2 + 2 * z**4 / 3, far)

#: d_leaky_relu: ones of the type of z, and a slope that is cut off there @2 =>
def d_leaky_relu(z, slope):
    d = np.ones_like(z)
    d[z < 0] = slope
    return d

#: d_elu: the smaller of 1 and the exponential, which is another function unless alpha is 1 @2 =>
def d_elu(z, alpha):
    return np.minimum(1.0, alpha * np.exp(np.minimum(z, 0.0)))

#: d_softplus: measured by central differences @3 =>
def d_softplus(z, h=1e-5):
    z = np.asarray(z, dtype=float)
    return (softplus(z + h) - softplus(z - h)) / (2 * h)

#: d_softplus: inf over inf for large z @3 =>
def d_softplus(z):
    ez = np.exp(z)
    return ez / (1 + ez)

#: d_sigmoid_from_output: kept away from 0 and 1, so nothing is ever quite flat @3 =>
def d_sigmoid_from_output(h):
    tiny = 1e-15
    h = np.clip(h, tiny, 1 - tiny)
    return h * (1 - h)

#: unit: the bias is added behind the activation @3 =>
def unit(X, w, b, act):
    projection = np.einsum("nd,d->n", X, w)
    return act(projection) + b

#: unit: a single sample loses its axis @2 =>
def unit(X, w, b, act):
    z = np.squeeze(X @ w[:, None])
    return act(z + b)

#: unit: b is added in place, which whole numbers in X and w forbid @3 =>
def unit(X, w, b, act):
    z = X @ w
    z += b
    return act(z)

#: gate: inputs of -1 and 1 instead of 0 and 1 @4,5 =>
def gate(name):
    table = {
        "AND": ([1.0, 1.0], -1.0),
        "OR": ([1.0, 1.0], 1.0),
        "NAND": ([-1.0, -1.0], 1.0),
        "AND3": ([1.0, 1.0, 1.0], -2.0),
    }
    w, b = table[name]
    return np.array(w), b

#: gate: every name that starts with AND is the one with two inputs @2 =>
def gate(name):
    if name.startswith("AND"):
        return np.ones(2), -1.5
    if name.startswith("OR"):
        return np.ones(2), -0.5
    w, b = gate("AND")
    return -w, -b

#: gate: NAND by a change of sign, with a bias that is a tie @5 =>
def gate(name):
    n = 3 if name.endswith("3") else 2
    threshold = {"AND": 1, "AND3": 2, "OR": 0, "NAND": 1}[name]
    sign = -1 if name == "NAND" else 1
    return sign * np.ones(n), -sign * threshold

#: xor_net: the units of the hidden layer are rows of W1 @3 =>
def xor_net():
    or_unit, nand_unit = [1.0, 1.0], [-1.0, -1.0]
    W1 = np.array([or_unit, nand_unit])
    b1 = np.array([-0.5, 1.5])
    w2, b2 = np.array([1.0, 1.0]), -1.5
    return W1, b1, w2, b2

#: xor_net: the output asks for both of two facts that never hold together @5 =>
def xor_net():
    a = np.array([[1, -1], [-1, 1]])
    b1 = np.array([-0.5, -0.5])
    w2 = np.array([1, 1])
    return a, b1, w2, -1.5

#: farkas_xor: the null space of the left sides before two of them change sign @2,3 =>
def farkas_xor():
    sides = np.array([[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]])
    m = np.array([1.0, -1.0, -1.0, 1.0])
    assert np.all(m @ sides == 0)
    return m

#: is_separable: equal diagonals mean no, also where all four are equal @4 =>
def is_separable(y):
    diagonal = y[0] == y[3]
    other = y[1] == y[2]
    return not (diagonal and other)

#: is_separable: biases of -1, 0 and 1, and NAND needs 2 @5 =>
from itertools import product

def is_separable(y):
    wanted = tuple(int(v) for v in y)
    for w1, w2, b in product(range(-2, 3), range(-2, 3), (-1, 0, 1)):
        got = tuple(int(w1 * p + w2 * q + b > 0) for p, q in product((0, 1), repeat=2))
        if got == wanted:
            return True
    return False

#: is_separable: only XOR itself is named @3 =>
def is_separable(y):
    XOR = [0, 1, 1, 0]
    return list(map(int, y)) != XOR

#: count_separable: the range of weights ends before its end @6 =>
from itertools import product

def count_separable(n):
    X = corners(n)
    seen = set()
    for w in product(range(-2, 2), repeat=n):
        z = X @ np.array(w)
        for b in np.arange(-7.5, 8):
            seen.add(tuple((z + b > 0).astype(int)))
    return len(seen)

#: count_separable: 150 units at random, and what turned up @4 =>
def count_separable(n):
    draw = np.random.default_rng(0)
    X = corners(n)
    W, b = draw.normal(size=(n, 150)), draw.normal(size=150)
    tables = X @ W + b > 0
    return len(np.unique(tables, axis=1).T)

#: sensitivity: the biases are forgotten @2 =>
def sensitivity(x, W, b):
    z = x @ W
    return (W * d_sigmoid(z)).T

#: sensitivity: one row per input @7 =>
def sensitivity(x, W, b):
    z = np.asarray(x) @ W + b
    J = np.empty(W.shape)
    for i in range(W.shape[0]):
        for j in range(W.shape[1]):
            J[i, j] = d_sigmoid(z[j : j + 1])[0] * W[i, j]
    return J

#: window: k stands outside of the difference for x only @3 =>
def window(x, lo, hi, k):
    x = np.asarray(x, dtype=float)
    return sigmoid(k * x - lo) - sigmoid(k * x - hi)

#: window: a product of two switches instead of a difference @4 =>
def window(x, lo, hi, k):
    up = sigmoid(k * (x - lo))
    down = sigmoid(k * (hi - x))
    return up * down

#: rbf: one place with as many coordinates as x is long @3 =>
def rbf(x, centre, halfwidth):
    x = np.asarray(x, dtype=float)
    distance = np.linalg.norm(x - centre, axis=-1, keepdims=True)
    return 0.5 ** ((distance / halfwidth) ** 2) * np.ones_like(x)

#: rbf: the distance itself, not its square @3 =>
def rbf(x, centre, halfwidth):
    u = np.abs(np.subtract(x, centre)) / halfwidth
    return np.exp(-np.log(2) * u)
''',
    "a3": r'''
#: one_hot: the limit itself passes the check, and numpy raises another error @2 =>
def one_hot(y, C):
    if y.min() < 0 or y.max() > C:
        raise ValueError("labels must be 0 to C-1")
    Y = np.zeros((len(y), C))
    Y[np.arange(len(y)), y] = 1.0
    return Y

#: one_hot: an assertion instead of the promised error @2 =>
def one_hot(y, C):
    assert np.all((0 <= y) & (y < C)), "bad label"
    return (y[:, None] == np.arange(C)).astype(float)

#: one_hot: the number of different labels is looked at, not the labels @2 =>
def one_hot(y, C):
    if len(np.unique(y)) > C:
        raise ValueError("more labels than classes")
    return np.eye(C)[y]

#: one_hot: true and false are counted as whole numbers @5 =>
def one_hot(y, C):
    for label in y:
        if label not in range(C):
            raise ValueError(f"label {label} is not one of {C} classes")
    return np.equal.outer(y, np.arange(C)).astype(int)

#: softmax: moved by the mean of the row @2 =>
def softmax(Z):
    shifted = Z - Z.mean(axis=1, keepdims=True)
    e = np.exp(shifted)
    return e / e.sum(axis=1, keepdims=True)

#: softmax: only rows with something large are moved, and rows far below 0 divide 0 by 0 @5 =>
def softmax(Z):
    Z = np.array(Z, dtype=float)
    P = np.empty_like(Z)
    for i, row in enumerate(Z):
        if row.max() > 700:
            row = row - row.max()
        e = np.exp(row)
        P[i] = e / e.sum()
    return P

#: softmax: the row is moved in place, in the caller's array @2 =>
def softmax(Z):
    Z -= np.max(Z, axis=1, keepdims=True)
    np.exp(Z, out=Z)
    Z /= np.sum(Z, axis=1, keepdims=True)
    return Z

#: softmax: divided by the sum of the column @4 =>
def softmax(Z):
    top = np.max(Z, axis=1)
    E = np.exp(Z - top[:, np.newaxis])
    return E / E.sum(axis=0)

#: softmax: rounded and put right in the last class @3 =>
def softmax(Z):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = np.round(E / E.sum(axis=1, keepdims=True), 8)
    P[:, -1] = 1 - P[:, :-1].sum(axis=1)
    return P

#: cross_entropy: P[:, y] is a square table and not one entry per row @5 =>
def cross_entropy(Z, y):
    N = Z.shape[0]
    M = Z - Z.max(axis=1, keepdims=True)
    logP = M - np.log(np.exp(M).sum(axis=1, keepdims=True))
    loss = -logP[:, y].mean()
    dZ = np.exp(logP)
    dZ[np.arange(N), y] -= 1
    return loss, dZ / N

#: cross_entropy: the average runs over the classes as well @5 =>
def cross_entropy(Z, y):
    Y = one_hot(y, Z.shape[1])
    top = Z.max(axis=1, keepdims=True)
    log_sum = top + np.log(np.exp(Z - top).sum(axis=1, keepdims=True))
    loss = np.mean(Y * (log_sum - Z))
    return loss, (np.exp(Z - log_sum) - Y) / len(Z)

#: cross_entropy: the probabilities are divided by N before the 1 is taken off @7 =>
def cross_entropy(Z, y):
    n = len(y)
    rows = np.arange(n)
    lse = np.logaddexp.reduce(Z, axis=1)
    loss = (lse - Z[rows, y]).sum() / n
    dZ = softmax(Z) / n
    dZ[rows, y] -= 1
    return loss, dZ

#: cross_entropy: gradient in an array like Z, that is whole numbers where Z is @3 =>
def cross_entropy(Z, y):
    total = 0.0
    dZ = np.zeros_like(Z)
    for i in range(len(Z)):
        shifted = Z[i] - max(Z[i])
        weights = np.exp(shifted)
        total += np.log(weights.sum()) - shifted[y[i]]
        dZ[i] = weights / weights.sum() / len(Z)
        dZ[i, y[i]] -= 1 / len(Z)
    return total / len(Z), dZ

#: cross_entropy: zero times minus infinity where some other class has underflowed @3 =>
def cross_entropy(Z, y):
    P, Y = softmax(Z), one_hot(y, Z.shape[1])
    loss = -np.sum(Y * np.log(P)) / len(y)
    return float(loss), (P - Y) / len(y)

#: cross_entropy: labels are smoothed a little, as torch offers it @1 =>
def cross_entropy(Z, y, smoothing=1e-3):
    N, C = Z.shape
    lse = np.logaddexp.reduce(Z, axis=1, keepdims=True)
    T = np.full((N, C), smoothing / C)
    T[np.arange(N), y] += 1 - smoothing
    return np.sum(T * (lse - Z)) / N, (np.exp(Z - lse) - T) / N

#: bce_with_logits: the mean of each class, and then the mean of both @7 =>
def bce_with_logits(z, y):
    z, y = np.asarray(z, dtype=float), np.asarray(y, dtype=float)
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    cost = np.logaddexp(0, z) - y * z
    groups = [cost[y == c].mean() for c in (0, 1) if np.any(y == c)]
    loss = sum(groups) / len(groups)
    p = np.exp(z - np.logaddexp(0, z))
    return loss, (p - y) / len(z)

#: bce_with_logits: the lengths are compared, not the shapes @2 =>
def bce_with_logits(z, y):
    if len(z) != len(y):
        raise ValueError("z and y do not fit")
    loss = np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))))
    p = np.exp(-np.logaddexp(0, -z))
    return loss, (p - y) / z.size

#: bce_with_logits: the formula for labels of -1 and 1 @4 =>
def bce_with_logits(z, y):
    if np.shape(z) != np.shape(y):
        raise ValueError(f"{np.shape(z)} is not {np.shape(y)}")
    loss = np.logaddexp(0, -y * z).mean()
    dz = (np.exp(-np.logaddexp(0, -z)) - y) / len(z)
    return loss, dz

#: bce_with_logits: exp of the size, with the wrong sign in the part that is left in the logarithm @5 =>
def bce_with_logits(z, y):
    if z.shape != y.shape:
        raise ValueError
    N = len(z)
    loss = (np.maximum(z, 0) + np.log1p(np.exp(-z)) - y * z).sum() / N
    t = np.exp(-np.abs(z))
    p = np.where(z < 0, t, 1) / (1 + t)
    return loss, (p - y) / N

#: mse_ridge: the spectral norm of a matrix instead of the sum of its squares @5 =>
def mse_ridge(Y, H, Ws, lam):
    if Y.shape != H.shape:
        raise ValueError("shapes of Y and H differ")
    data = np.linalg.norm((Y - H).ravel()) ** 2
    price = sum(np.linalg.norm(W, 2) ** 2 for W in Ws)
    return (data + lam * price) / (2 * len(Y))

#: mse_ridge: an empty list cannot be put together @5 =>
def mse_ridge(Y, H, Ws, lam):
    Y, H = np.asarray(Y), np.asarray(H)
    if Y.shape != H.shape:
        raise ValueError(f"Y {Y.shape}, H {H.shape}")
    w = np.concatenate([np.ravel(W) for W in Ws])
    r = (Y - H).ravel()
    return (r @ r + lam * (w @ w)) / (2 * Y.shape[0])

#: mse_ridge: only the last of the arrays is charged @7 =>
def mse_ridge(Y, H, Ws, lam):
    if np.shape(Y) != np.shape(H):
        raise ValueError
    N = len(Y)
    reg = 0.0
    for W in Ws:
        reg = np.sum(np.square(W))
    return np.sum(np.square(Y - H)) / (2 * N) + lam * reg / (2 * N)

#: mse_grad: the difference of whole numbers is divided in place @5 =>
def mse_grad(Y, H):
    if Y.shape != H.shape:
        raise ValueError("Y and H must have one shape")
    dH = H - Y
    dH /= len(Y)
    return dH

#: mse_grad: the same number of entries is enough @2 =>
def mse_grad(Y, H):
    if Y.size != H.size:
        raise ValueError("Y and H differ")
    return (H - Y) / H.shape[0]

#: numerical_gradient: floats of any kind are left in their precision @3 =>
def numerical_gradient(f, x, eps):
    x = np.array(x)
    if not np.issubdtype(x.dtype, np.floating):
        x = x.astype(float)
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[i] += eps
        down[i] -= eps
        grad[i] = (f(up) - f(down)) / (2 * eps)
    return grad

#: numerical_gradient: the step grows with the size of the entry @5 =>
def numerical_gradient(f, x, eps):
    x = np.array(x, dtype=float)
    g = np.zeros_like(x)
    for i, value in np.ndenumerate(x):
        h = eps * max(1.0, abs(value))
        e = np.zeros_like(x)
        e[i] = h
        g[i] = (f(x + e) - f(x - e)) / (2 * h)
    return g

#: numerical_gradient: a step of eps in all, half of it to each side @4 =>
def numerical_gradient(f, x, eps):
    x = np.asarray(x, dtype=float)
    steps = eps * np.eye(x.size).reshape(x.size, *x.shape)
    slopes = [(f(x + s / 2) - f(x - s / 2)) / eps for s in steps]
    return np.array(slopes).reshape(x.shape)

#: numerical_gradient: rows and columns and no other number of axes @2 =>
def numerical_gradient(f, x, eps):
    x = np.atleast_2d(np.array(x, dtype=float))
    out = np.zeros(x.shape)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            hi, lo = x.copy(), x.copy()
            hi[i, j] += eps
            lo[i, j] -= eps
            out[i, j] = (f(hi) - f(lo)) / (2 * eps)
    return out

#: gradcheck: without an error there is no worst entry @8,23 =>
def gradcheck(f, g, x):
    eps = 1e-5
    x = np.array(x, dtype=float)
    a = np.asarray(g(x.copy()), dtype=float)
    if a.shape != x.shape:
        raise ValueError("the claimed gradient has another shape")
    n = numerical_gradient(f, x, eps)
    worst, where, kinks = 0.0, None, 0
    here = f(x.copy())
    for i in np.ndindex(x.shape):
        e = np.zeros_like(x)
        e[i] = eps
        r, l = (f(x + e) - here) / eps, (here - f(x - e)) / eps
        if abs(r - l) > 1e-3 * max(1, abs(r), abs(l)):
            kinks += 1
            continue
        if not (np.isfinite(a[i]) and np.isfinite(n[i])):
            rel = np.inf
        elif a[i] == 0 and n[i] == 0:
            rel = 0.0
        else:
            rel = abs(a[i] - n[i]) / max(abs(a[i]), abs(n[i]))
        if rel > worst:
            worst, where = rel, i
    return {"max_rel": worst, "worst_index": where, "kinks": kinks}

#: gradcheck: the limit for a kink shrinks with the slopes, so flat places look bent @12 =>
def gradcheck(f, g, x):
    eps = 1e-5
    x = np.asarray(x, dtype=float)
    a, n = np.asarray(g(x), dtype=float), numerical_gradient(f, x, eps)
    if a.shape != x.shape:
        raise ValueError("shape of the gradient")
    errors = {}
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = eps
        right, left = (f(x + e) - f(x)) / eps, (f(x) - f(x - e)) / eps
        if abs(right - left) > 1e-3 * max(abs(right), abs(left)):
            continue
        if not np.isfinite([a[i], n[i]]).all():
            errors[i] = np.inf
        else:
            size = max(abs(a[i]), abs(n[i]))
            errors[i] = abs(a[i] - n[i]) / size if size else 0.0
    if not errors:
        return {"max_rel": 0.0, "worst_index": None, "kinks": x.size}
    worst = max(errors, key=errors.get)
    return {"max_rel": errors[worst], "worst_index": worst, "kinks": x.size - len(errors)}

#: gradcheck: a claim that is not a number is set to 0 before it is compared @7 =>
def gradcheck(f, g, x):
    eps, x = 1e-5, np.array(x, dtype=float)
    a = np.array(g(x.copy()), dtype=float)
    if a.shape != x.shape:
        raise ValueError
    n = numerical_gradient(f, x, eps)
    a, n = np.nan_to_num(a), np.nan_to_num(n)
    size = np.maximum(np.abs(a), np.abs(n))
    rel = np.divide(np.abs(a - n), size, out=np.zeros(x.shape), where=size > 0)
    kinked = np.zeros(x.shape, dtype=bool)
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = eps
        r, l = (f(x + e) - f(x)) / eps, (f(x) - f(x - e)) / eps
        kinked[i] = abs(r - l) > 1e-3 * max(1.0, abs(r), abs(l))
    if kinked.all():
        return dict(max_rel=0.0, worst_index=None, kinks=int(kinked.sum()))
    rel[kinked] = -1
    at = np.unravel_index(rel.argmax(), x.shape)
    return dict(max_rel=float(rel[at]), worst_index=at, kinks=int(kinked.sum()))

#: gradcheck: kinks are counted, but they stay in @13,14 =>
def gradcheck(f, g, x):
    x = np.array(x, dtype=float)
    claimed = np.asarray(g(x), dtype=float)
    if claimed.shape != x.shape:
        raise ValueError(f"g(x) has shape {claimed.shape}, x has {x.shape}")
    measured = numerical_gradient(f, x, 1e-5)
    kinks, best = 0, (-1.0, None)
    for i in np.ndindex(x.shape):
        e = np.zeros_like(x)
        e[i] = 1e-5
        right, left = (f(x + e) - f(x)) / 1e-5, (f(x) - f(x - e)) / 1e-5
        if abs(right - left) > 1e-3 * max(1, abs(right), abs(left)):
            kinks += 1
        a, n = claimed[i], measured[i]
        if not np.isfinite(a + n):
            rel = np.inf
        elif a == n == 0:
            rel = 0.0
        else:
            rel = abs(a - n) / max(abs(a), abs(n))
        best = max(best, (rel, i), key=lambda pair: pair[0])
    if kinks == x.size:
        return {"max_rel": 0.0, "worst_index": None, "kinks": kinks}
    return {"max_rel": best[0], "worst_index": best[1], "kinks": kinks}

#: fit_logistic: the bias is moved with the new weights @7 =>
def fit_logistic(X, y, lam, steps, lr):
    N, D = X.shape
    w, b = np.zeros(D), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w = w - lr * (X.T @ dz + lam / N * w)
        _, dz = bce_with_logits(X @ w + b, y)
        b = b - lr * dz.sum()
    return w, b

#: fit_logistic: it stops when the gradient is small @8 =>
def fit_logistic(X, y, lam, steps, lr):
    w = np.zeros(X.shape[1])
    b = 0.0
    for step in range(steps):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        gw = X.T @ (p - y) / len(y) + lam * w / len(y)
        gb = np.mean(p - y)
        if max(np.abs(gw).max(), abs(gb)) < 1e-3:
            break
        w, b = w - lr * gw, b - lr * gb
    return w, b

#: fit_logistic: the price is not divided by N @4 =>
def fit_logistic(X, y, lam, steps, lr):
    theta = np.zeros(X.shape[1] + 1)
    A = np.column_stack([X, np.ones(len(X))])
    price = lam * np.append(np.ones(X.shape[1]), 0.0)
    for _ in range(steps):
        dz = (sigmoid(A @ theta) - y) / len(y)
        theta = theta - lr * (A.T @ dz + price * theta)
    return theta[:-1], float(theta[-1])

#: fit_logistic: weights of the type of a row of X, which whole numbers do not let move @2 =>
def fit_logistic(X, y, lam, steps, lr):
    w, b = np.zeros_like(X[0]), 0.0
    for _ in range(steps):
        dz = bce_with_logits(X @ w + b, y)[1]
        grad_w, grad_b = dz @ X + lam / len(X) * w, dz.sum()
        w -= lr * grad_w
        b -= lr * grad_b
    return w, b
''',
    "a4": r'''
#: relative_error: divided by the claimed gradient alone @5 =>
def relative_error(claimed, numeric):
    gap = np.abs(np.asarray(claimed) - np.asarray(numeric)).max()
    if gap == 0:
        return 0.0
    return float(gap / np.abs(claimed).max())

#: affine_backward: gradients add up in a store from call to call, as .grad does in torch @8,9 =>
_store = {}

def affine_backward(dZ, X, W):
    key = W.shape
    if key not in _store:
        _store[key] = np.zeros(W.shape), np.zeros(W.shape[1])
    dW, db = _store[key]
    dW += X.T @ dZ
    db += dZ.sum(axis=0)
    return dZ @ W.T, dW.copy(), db.copy()

#: affine_backward: the product is written into one array that the next call writes over @4,5 =>
_out = {}

def affine_backward(dZ, X, W):
    dW = _out.setdefault(W.shape, np.empty(W.shape))
    np.matmul(X.T, dZ, out=dW)
    return dZ @ W.T, dW, dZ.sum(axis=0)

#: affine_backward: the outer products of the rows are averaged @3 =>
def affine_backward(dZ, X, W):
    dX = np.array([W @ g for g in dZ])
    dW = np.mean([np.outer(x, g) for x, g in zip(X, dZ)], axis=0)
    db = np.add.reduce(dZ)
    return dX, dW, db

#: affine_backward: einsum sums over the inputs of W @3 =>
def affine_backward(dZ, X, W):
    if W.shape[0] == W.shape[1]:
        dX = np.einsum("nm,md->nd", dZ, W)
    else:
        dX = np.einsum("nm,dm->nd", dZ, W)
    return dX, np.einsum("nd,nm->dm", X, dZ), np.einsum("nm->m", dZ)

#: affine_backward: one column of ones is put to X, and the row of db is taken from the wrong end @4 =>
def affine_backward(dZ, X, W):
    X1 = np.column_stack([np.ones(len(X)), X])
    G = X1.T @ dZ
    return dZ @ W.T, G[:-1], G[-1]

#: act_backward: a mask times an exponential, which is 0 times infinity far out @9 =>
def act_backward(dH, Z, kind):
    if kind == "relu":
        slope = (Z > 0) * 1.0
    elif kind == "sigmoid":
        slope = sigmoid(Z) * sigmoid(-Z)
    elif kind == "tanh":
        slope = 1 - np.tanh(Z) ** 2
    else:
        slope = (Z > 0) + (Z <= 0) * np.exp(Z)
    return dH * slope

#: act_backward: ReLU closes its entries in the upstream gradient itself @5 =>
def act_backward(dH, Z, kind):
    dZ = dH
    match kind:
        case "relu":
            dZ[Z <= 0] = 0
            return dZ
        case "sigmoid":
            s = sigmoid(Z)
            return dZ * s * (1 - s)
        case "tanh":
            return dZ * (1 - np.tanh(Z) ** 2)
        case "elu":
            return dZ * np.exp(np.minimum(Z, 0))

#: act_backward: tanh is given its output instead of its input @5 =>
def act_backward(dH, Z, kind):
    slopes = {
        "relu": lambda z: np.where(z > 0, 1.0, 0.0),
        "sigmoid": lambda z: sigmoid(z) * (1 - sigmoid(z)),
        "tanh": lambda t: 1 - t**2,
        "elu": lambda z: np.where(z > 0, 1.0, np.exp(np.minimum(z, 0.0))),
    }
    return dH * slopes[kind](Z)

#: act_backward: ReLU asks whether the gradient is positive @3 =>
def act_backward(dH, Z, kind):
    if kind == "relu":
        return np.where(dH > 0, dH, 0.0)
    H = act_forward(Z, kind)
    if kind == "sigmoid":
        return dH * H * (1 - H)
    if kind == "tanh":
        return dH * (1 - H * H)
    return dH * np.where(Z > 0, 1.0, H + 1)

#: bricks_forward: the outputs are shares of a softmax if there are several @7 =>
def bricks_forward(x, W1, W2):
    z1 = x @ W1
    h1 = sigmoid(z1)
    z2 = h1 @ W2
    if len(z2) > 1:
        e = np.exp(z2 - z2.max())
        h2 = e / e.sum()
    else:
        h2 = sigmoid(z2)
    return {"z1": z1, "h1": h1, "z2": z2, "h2": h2}

#: bricks_forward: the sums are written over by what the sigmoid makes of them @6 =>
def bricks_forward(x, W1, W2):
    bricks = {}
    below = x
    for layer, W in enumerate((W1, W2), start=1):
        z = below @ W
        h = z
        h[:] = sigmoid(z)
        bricks[f"z{layer}"], bricks[f"h{layer}"] = z, h
        below = h
    return bricks

#: bricks_output: the minus sign is put right one brick too late @2 =>
def bricks_output(y, h1, h2):
    dh2 = y - h2
    s2 = h2 * (1 - h2)
    dz2 = -dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h1, dz2)}

#: bricks_output: the slope of the sigmoid is left out on the way to the weights @4 =>
def bricks_output(y, h1, h2):
    out = dict(dh2=h2 - y, s2=h2 - h2**2)
    out["dz2"] = out["dh2"] * out["s2"]
    out["dW2"] = h1[:, None] * out["dh2"][None, :]
    return out

#: bricks_hidden: exactly two outputs, as in the article @2 =>
def bricks_hidden(x, h1, W2, dz2):
    dh1 = dz2[0] * W2[:, 0] + dz2[1] * W2[:, 1]
    s1 = h1 * (1 - h1)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}

#: bricks_hidden: times the output instead of its slope @4 =>
def bricks_hidden(x, h1, W2, dz2):
    dh1 = W2.dot(dz2)
    s1 = h1 * (1 - h1)
    dz1 = dh1 * h1
    dW1 = np.array([[xi * d for d in dz1] for xi in x])
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": dW1}

#: forward: the dict of parameters serves as the cache @2 =>
def forward(params, X):
    cache = params
    cache["X"] = X
    cache["Z1"] = X @ params["W1"] + params["b1"]
    cache["H1"] = sigmoid(cache["Z1"])
    cache["Z2"] = cache["H1"] @ params["W2"] + params["b2"]
    cache["H2"] = sigmoid(cache["Z2"])
    return cache

#: forward: the biases of the first layer are added to the activation @3 =>
def forward(params, X):
    Z1 = X @ params["W1"]
    H1 = sigmoid(Z1) + params["b1"]
    Z2 = H1 @ params["W2"] + params["b2"]
    return dict(X=X, Z1=Z1, H1=H1, Z2=Z2, H2=sigmoid(Z2))

#: backward: gradients are clipped, for stability @12 =>
def backward(params, cache, Y, lam):
    N = len(Y)
    X, H1, H2 = cache["X"], cache["H1"], cache["H2"]
    dZ2 = (H2 - Y) / N * H2 * (1 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1 - H1)
    grads = {
        "W1": X.T @ dZ1 + lam / N * params["W1"],
        "b1": dZ1.sum(axis=0),
        "W2": H1.T @ dZ2 + lam / N * params["W2"],
        "b2": dZ2.sum(axis=0),
    }
    return {name: np.clip(g, -1.0, 1.0) for name, g in grads.items()}

#: backward: the outputs in the cache are turned into errors before their slope is taken @4,5 =>
def backward(params, cache, Y, lam):
    N = len(Y)
    E = cache["H2"]
    E -= Y
    dZ2 = E * cache["H2"] * (1 - cache["H2"]) / N
    dH1, dW2, db2 = affine_backward(dZ2, cache["H1"], params["W2"])
    dX, dW1, db1 = affine_backward(act_backward(dH1, cache["Z1"], "sigmoid"), cache["X"], params["W1"])
    return {"W1": dW1 + lam * params["W1"] / N, "b1": db1, "W2": dW2 + lam * params["W2"] / N, "b2": db2}

#: backward: the average runs over the outputs too @2 =>
def backward(params, cache, Y, lam):
    scale = 1.0 / Y.size
    H1, H2 = cache["H1"], cache["H2"]
    dZ2 = scale * (H2 - Y) * H2 * (1 - H2)
    dZ1 = (dZ2 @ params["W2"].T) * H1 * (1 - H1)
    return {
        "W2": H1.T @ dZ2 + lam / len(Y) * params["W2"],
        "b2": dZ2.sum(0),
        "W1": cache["X"].T @ dZ1 + lam / len(Y) * params["W1"],
        "b1": dZ1.sum(0),
    }

#: backward: all four parameters are charged @6,7 =>
def backward(params, cache, Y, lam):
    N, H1, H2 = Y.shape[0], cache["H1"], cache["H2"]
    d2 = (H2 - Y) * H2 * (1 - H2) / N
    d1 = d2 @ params["W2"].T * H1 * (1 - H1)
    grads = {"W1": cache["X"].T @ d1, "b1": d1.sum(axis=0), "W2": H1.T @ d2, "b2": d2.sum(axis=0)}
    for key in grads:
        grads[key] = grads[key] + lam / N * params[key]
    return grads

#: mlp_forward: the kind of the first layer is used for all but the last @2 =>
def mlp_forward(params, X):
    kind = params[0][2]
    H, caches = X, []
    for i, (W, b, _) in enumerate(params):
        Z = H @ W + b
        caches.append((H, Z))
        H = Z if i == len(params) - 1 else act_forward(Z, kind)
    return H, caches

#: mlp_forward: a network has a hidden layer and an output layer at least @10,11 =>
def mlp_forward(params, X):
    W, b, kind = params[0]
    Z = X @ W + b
    caches = [{"input": X, "Z": Z}]
    H = act_forward(Z, kind)
    for W, b, kind in params[1:-1]:
        Z = H @ W + b
        caches.append({"input": H, "Z": Z})
        H = act_forward(Z, kind)
    W, b, _ = params[-1]
    caches.append({"input": H, "Z": H @ W + b})
    return H @ W + b, caches

#: mlp_backward: the gradients come in the order in which they were found @15 =>
def mlp_forward(params, X):
    H, caches = X, []
    for W, b, kind in params:
        Z = H @ W + b
        caches.append((H, Z))
        H = act_forward(Z, kind)
    return Z, caches

def mlp_backward(params, caches, dZ):
    grads = []
    G = dZ
    for layer in range(len(params) - 1, -1, -1):
        H, _ = caches[layer]
        G, dW, db = affine_backward(G, H, params[layer][0])
        grads.append((dW, db))
        if layer > 0:
            G = act_backward(G, caches[layer - 1][1], params[layer - 1][2])
    return G, grads

#: mlp_backward: the slope is taken at the input of the layer above, that is at the output of the activation @15 =>
def mlp_forward(params, X):
    inputs, H = [], X
    for W, b, kind in params:
        inputs.append(H)
        Z = H @ W + b
        H = act_forward(Z, kind)
    return Z, inputs

def mlp_backward(params, caches, dZ):
    grads = [None] * len(params)
    for l in reversed(range(len(params))):
        W = params[l][0]
        dH, dW, db = affine_backward(dZ, caches[l], W)
        grads[l] = dW, db
        dZ = act_backward(dH, caches[l], params[l - 1][2]) if l else dH
    return dZ, grads

#: mlp_backward: the gradient stops above the first layer's weights @13 =>
def mlp_forward(params, X):
    caches, A = [], X
    for W, b, kind in params:
        caches.append([A, A @ W + b])
        A = act_forward(A @ W + b, kind)
    return A, caches

def mlp_backward(params, caches, dZ):
    def descend(l, delta):
        A, _ = caches[l]
        here = (A.T @ delta, delta.sum(axis=0))
        if l == 0:
            return delta, [here]
        below = act_backward(delta @ params[l][0].T, caches[l - 1][1], params[l - 1][2])
        dX, rest = descend(l - 1, below)
        return dX, rest + [here]

    return descend(len(params) - 1, dZ)

#: find_defects: the factor upside down, right divided by published @9,10 =>
def find_defects():
    X, Y, W1, W2, reg, z = audit_point()
    t = published_tanh(z)
    slope = numerical_gradient(lambda v: np.sum(published_tanh(v)), z)
    right = numerical_gradient(lambda V: published_loss(X, Y, W1, V, 0.0), W2)
    published = published_gradients(X, Y, W1, W2, 0.0)[1]
    return [
        ("tanh", "disagrees", float(np.max(np.abs(t - np.tanh(z))))),
        ("tanh slope", "factor", float(np.median(slope / published_tanh(t, slope=True)))),
        ("gradient data", "factor", float(np.median(right / published))),
        ("gradient penalty", "shared number", float(reg * np.sum(W2**2))),
        ("predict", "disagrees", float(np.abs(published_predict(X, W1, W2) - published_forward(X, W1, W2)[1]).max())),
    ]

#: find_defects: the number of W1 instead of W2, and the sigmoid's slope is accused @4,9 =>
def find_defects():
    X, Y, W1, W2, reg, z = audit_point()
    h = published_sigmoid(z)
    found = [("sigmoid slope", "disagrees", float(np.max(np.abs(published_sigmoid(h, True) - h))))]
    found.append(("tanh", "disagrees", float(np.max(np.abs(np.tanh(z) - published_tanh(z))))))
    found.append(("tanh slope", "factor", 2.0))
    found.append(("gradient data", "factor", float(len(X))))
    with_reg, without = published_gradients(X, Y, W1, W2, reg), published_gradients(X, Y, W1, W2, 0.0)
    found.append(("gradient penalty", "shared number", float((with_reg[0] - without[0])[0, 0])))
    out, used = published_forward(X, W1, W2)[1], published_predict(X, W1, W2)
    found.append(("predict", "disagrees", float(np.max(np.abs(out - used)))))
    return found

#: fixed_gradients: the penalty is charged in full, and only the data term is averaged @6 =>
def fixed_gradients(X, Y, W1, W2, reg):
    h1, h2 = published_forward(X, W1, W2)
    N = X.shape[0]
    d2 = (h2 - Y) * h2 * (1 - h2) / N
    d1 = (d2 @ W2.T) * h1 * (1 - h1)
    return X.T @ d1 + reg * W1, h1.T @ d2 + reg * W2

#: fixed_gradients: the published code divided by N as a whole, so the shared number stays @2 =>
def fixed_gradients(X, Y, W1, W2, reg):
    dW1, dW2 = published_gradients(X, Y, W1, W2, reg)
    return dW1 / len(X), dW2 / len(X)

#: fixed_gradients: the hidden layer hears the output error without the slope of the output @7 =>
def fixed_gradients(X, Y, W1, W2, reg):
    N = len(Y)
    h1 = sigmoid(X @ W1)
    h2 = sigmoid(h1 @ W2)
    error = (h2 - Y) / N
    dW2 = h1.T @ (error * h2 * (1 - h2)) + reg / N * W2
    dh1 = error @ W2.T
    dW1 = X.T @ (dh1 * h1 * (1 - h1)) + reg / N * W1
    return dW1, dW2
''',
    "bonus": r'''
#: same: the tolerance is that of each entry, not of the largest one @4 =>
def same(one, other, rtol):
    if np.shape(one) != np.shape(other):
        return False
    return bool(np.allclose(one, other, rtol=rtol, atol=rtol))

#: same: nothing is found to be too far, and NaN is never too far @6 =>
def same(one, other, rtol):
    one, other = np.asarray(one, dtype=float), np.asarray(other, dtype=float)
    if one.shape != other.shape:
        return False
    limit = rtol * (1 + np.abs(other).max())
    too_far = np.abs(one - other) > limit
    return not too_far.any()

#: same: the largest entry of the wrong one of the two @5 =>
def same(one, other, rtol):
    one, other = np.asarray(one), np.asarray(other)
    if one.shape != other.shape:
        return False
    scale = 1 + np.max(np.abs(one))
    return bool(np.all(np.abs(one - other) <= rtol * scale))

#: verdict_table: verdicts are kept by name, and all lambdas have one name @5 =>
def verdict_table(tests, candidates):
    known = {}

    def verdict(test, candidate):
        key = test.__name__, candidate.__name__
        if key not in known:
            try:
                test(candidate)
                known[key] = True
            except Exception:
                known[key] = False
        return known[key]

    return np.array([[verdict(t, c) for c in candidates] for t in tests])

#: verdict_table: a test that rejects one candidate is not run on the ones after it @5,9 =>
def verdict_table(tests, candidates):
    table = np.zeros((len(tests), len(candidates)), dtype=bool)
    for t, test in enumerate(tests):
        try:
            for k, candidate in enumerate(candidates):
                test(candidate)
                table[t, k] = True
        except Exception:
            pass
    return table

#: verdict_table: a test that returns False is taken for a rejection @4 =>
def verdict_table(tests, candidates):
    def accepts(test, candidate):
        try:
            return test(candidate) is not False
        except BaseException:
            return False

    return np.array([[accepts(test, c) for c in candidates] for test in tests], dtype=bool)

#: verdict_table: warnings that were raised as errors are let through, and only three kinds of errors are caught @8 =>
def verdict_table(tests, candidates):
    rows = []
    for test in tests:
        row = []
        for candidate in candidates:
            try:
                test(candidate)
            except (AssertionError, ValueError, TypeError):
                row.append(False)
            else:
                row.append(True)
        rows.append(row)
    return np.array(rows, dtype=bool)

#: mutants: line by line, so what spans two lines is never found @2,5 =>
def mutants(source, swaps):
    lines = source.splitlines(keepends=True)
    out = []
    for old, new in swaps:
        for n, line in enumerate(lines):
            pieces = line.split(old)
            for i in range(1, len(pieces)):
                changed = old.join(pieces[:i]) + new + old.join(pieces[i:])
                text = "".join(lines[:n] + [changed] + lines[n + 1 :])
                if text == source or text in out:
                    continue
                try:
                    compile(text, "a mutant", "exec")
                except SyntaxError:
                    continue
                out.append(text)
    return out

#: mutants: the search goes on one letter further, inside the place that was found @14 =>
def mutants(source, swaps):
    found = {}
    for old, new in swaps:
        at = source.find(old)
        while at >= 0:
            text = source[:at] + new + source[at + len(old) :]
            try:
                compile(text, "mutant", "exec")
            except SyntaxError:
                pass
            else:
                if text != source:
                    found.setdefault(text)
            at = source.find(old, at + 1)
    return list(found)

#: mutants: the new text is read as a pattern of re @7 =>
import re

def mutants(source, swaps):
    result = []
    for old, new in swaps:
        for match in re.finditer(re.escape(old), source):
            text = source[: match.start()] + re.sub(re.escape(old), new, source[match.start() :], count=1)
            if text == source or text in result:
                continue
            try:
                compile(text, "a mutant", "exec")
                result.append(text)
            except SyntaxError:
                continue
    return result

#: mutants: only texts of the same pair are compared with each other @12,15 =>
def mutants(source, swaps):
    def valid(text):
        try:
            compile(text, "<mutant>", "exec")
        except SyntaxError:
            return False
        return True

    texts = []
    for old, new in swaps:
        parts = source.split(old)
        of_pair = []
        for i in range(1, len(parts)):
            text = old.join(parts[:i]) + new + old.join(parts[i:])
            if text != source and text not in of_pair and valid(text):
                of_pair.append(text)
        texts += of_pair
    return texts

#: test_affine_backward: the verdict is returned instead of raised @8 =>
def test_affine_backward(candidate):
    draw = np.random.default_rng(1)
    fine = True
    for N, D, M in ((1, 1, 1), (1, 3, 2), (6, 3, 3), (7, 2, 5), (5, 4, 1)):
        dZ, X, W = draw.normal(size=(N, M)), draw.normal(size=(N, D)), draw.normal(size=(D, M))
        dX, dW, db = candidate(dZ, X, W)
        fine &= same(dX, dZ @ W.T, 1e-9) and same(dW, X.T @ dZ, 1e-9) and same(db, dZ.sum(axis=0), 1e-9)
    return fine

#: test_affine_backward: the shapes of the inputs never make W square @3 =>
def test_affine_backward(candidate):
    rng = np.random.default_rng(12)
    for N, D, M in [(1, 2, 3), (4, 5, 2), (9, 1, 4), (12, 6, 7), (2, 3, 1)]:
        dZ = rng.standard_normal((N, M))
        X = rng.standard_normal((N, D))
        W = rng.standard_normal((D, M))
        out = candidate(dZ, X, W)
        want = dZ @ W.T, X.T @ dZ, dZ.sum(0)
        assert len(out) == 3
        for a, b in zip(out, want):
            assert same(a, b, 1e-9)

#: test_affine_backward: all numbers are positive @6 =>
def test_affine_backward(candidate):
    rng = np.random.default_rng(7)
    for N in (1, 2, 5, 11):
        for D in (1, 2, 4):
            for M in (1, 2, 3):
                dZ, X, W = rng.random((N, M)), rng.random((N, D)), rng.random((D, M))
                dX, dW, db = candidate(dZ, X, W)
                assert same(dX, np.einsum("nm,dm->nd", dZ, W), 1e-8)
                assert same(dW, np.einsum("nd,nm->dm", X, dZ), 1e-8)
                assert same(db, np.einsum("nm->m", dZ), 1e-8)

#: test_affine_backward: only one row at a time @6 =>
def test_affine_backward(candidate):
    rng = np.random.default_rng(3)
    for D in range(1, 5):
        for M in range(1, 5):
            g, x, W = rng.normal(size=M), rng.normal(size=D), rng.normal(size=(D, M))
            dX, dW, db = candidate(g[None, :], x[None, :], W)
            assert same(dX, (W @ g)[None], 1e-10)
            assert same(dW, np.outer(x, g), 1e-10)
            assert same(db, g, 1e-10)

#: test_affine_backward: a tuple is insisted on @7 =>
def test_affine_backward(candidate):
    draw = np.random.default_rng(2)
    for shape in ((3, 4, 4), (1, 2, 3), (8, 5, 2)):
        N, D, M = shape
        dZ, X, W = draw.normal(size=(N, M)), draw.normal(size=(N, D)), draw.normal(size=(D, M))
        result = candidate(dZ, X, W)
        assert isinstance(result, tuple) and len(result) == 3
        for got, want in zip(result, (dZ @ W.T, X.T @ dZ, dZ.sum(axis=0))):
            assert same(got, want, 1e-9)

#: test_affine_backward: measured slopes, and the biases are forgotten @8 =>
def test_affine_backward(candidate):
    draw = np.random.default_rng(9)
    for N, D, M in ((1, 1, 2), (4, 3, 3), (6, 2, 4)):
        dZ, X, W = draw.normal(size=(N, M)), draw.normal(size=(N, D)), draw.normal(size=(D, M))
        dX, dW, db = candidate(dZ, X, W)
        assert same(dX, numerical_gradient(lambda A: np.sum(dZ * (A @ W)), X), 1e-6)
        assert same(dW, numerical_gradient(lambda A: np.sum(dZ * (X @ A)), W), 1e-6)
        assert db.shape == (M,)

#: test_affine_backward: the layer is called far more often than allowed @3 =>
def test_affine_backward(candidate):
    rng = np.random.default_rng(0)
    for trial in range(2000):
        N, D, M = rng.integers(1, 6, size=3)
        dZ, X, W = rng.normal(size=(N, M)), rng.normal(size=(N, D)), rng.normal(size=(D, M))
        dX, dW, db = candidate(dZ, X, W)
        assert same(dX, dZ @ W.T, 1e-9) and same(dW, X.T @ dZ, 1e-9) and same(db, dZ.sum(axis=0), 1e-9)

#: test_cross_entropy: the labels are in order in every batch @12 =>
def expected(Z, y):
    Z = np.asarray(Z, dtype=float)
    lse = np.logaddexp.reduce(Z, axis=1, keepdims=True)
    P = np.exp(Z - lse)
    P[np.arange(len(y)), y] -= 1
    return np.mean(lse[:, 0] - Z[np.arange(len(y)), y]), P / len(y)

def test_cross_entropy(candidate):
    rng = np.random.default_rng(4)
    for N, C, size in ((1, 2, 1), (3, 3, 1), (5, 4, 3), (8, 5, 300), (4, 2, 900)):
        Z = np.clip(size * rng.normal(size=(N, C)), -1000, 1000)
        y = np.sort(rng.integers(0, C, N))
        for logits in (Z, np.rint(Z).astype(int)):
            loss, dZ = candidate(logits, y)
            want, slope = expected(logits, y)
            assert np.shape(loss) == () and abs(loss - want) < 1e-9 * (1 + want)
            assert same(dZ, slope, 1e-9)

#: test_cross_entropy: the loss has to be a Python float or numpy's @7 =>
def test_cross_entropy(candidate):
    rng = np.random.default_rng(10)
    for N, C, scale in ((1, 3, 1.0), (6, 4, 2.0), (7, 2, 100.0), (5, 6, 400.0)):
        Z, y = np.clip(rng.normal(size=(N, C)) * scale, -1000, 1000), rng.integers(0, C, size=N)
        for A in (Z, Z.round().astype(int)):
            loss, dZ = candidate(A, y)
            assert isinstance(loss, float), "loss is no number"
            m = A - A.max(axis=1, keepdims=True)
            logs = m - np.log(np.exp(m).sum(axis=1, keepdims=True))
            Y = np.eye(C)[y]
            assert same(loss, -logs[Y == 1].mean(), 1e-9)
            assert same(dZ, (np.exp(logs) - Y) / N, 1e-9)

#: test_cross_entropy: no logit is larger than a few @4 =>
def test_cross_entropy(candidate):
    rng = np.random.default_rng(1)
    for N, C in ((1, 2), (2, 2), (4, 3), (9, 7)):
        Z = 2 * rng.normal(size=(N, C))
        y = rng.integers(0, C, size=N)
        for logits in (Z, np.round(Z).astype(int)):
            E = np.exp(logits)
            P = E / E.sum(axis=1, keepdims=True)
            loss, dZ = candidate(logits, y)
            assert same(loss, -np.mean(np.log(P[np.arange(N), y])), 1e-9)
            assert same(dZ, (P - np.eye(C)[y]) / N, 1e-9)

#: test_cross_entropy: a hundredth more or less does not count @16,17 =>
def test_cross_entropy(candidate):
    draw = np.random.default_rng(8)
    for N, C, width in [(1, 2, 1), (5, 3, 1), (8, 4, 50), (6, 2, 400)]:
        Z = np.clip(width * draw.normal(size=(N, C)), -1000, 1000)
        y = draw.integers(C, size=N)
        lse = np.logaddexp.reduce(Z, axis=1)
        want = np.exp(Z - lse[:, None])
        want[np.arange(N), y] -= 1
        for logits in (Z, Z.astype(int)):
            if logits is not Z:
                lse = np.logaddexp.reduce(logits.astype(float), axis=1)
                want = np.exp(logits - lse[:, None])
                want[np.arange(N), y] -= 1
            loss, dZ = candidate(logits, y)
            assert np.ndim(loss) == 0 and np.shape(dZ) == Z.shape
            assert np.allclose(loss, np.mean(lse - logits[np.arange(N), y]), rtol=1e-2, atol=1e-2)
            assert np.allclose(dZ, want / N, atol=1e-2)

#: test_cross_entropy: the expected gradient is that of the sum @8 =>
def test_cross_entropy(candidate):
    rng = np.random.default_rng(6)
    for N, C in ((1, 2), (3, 4), (10, 3)):
        Z, y = rng.normal(size=(N, C)), rng.integers(0, C, N)
        loss, dZ = candidate(Z, y)
        logP = Z - np.logaddexp.reduce(Z, axis=1, keepdims=True)
        assert same(loss, -np.mean([logP[n, c] for n, c in enumerate(y)]), 1e-9)
        assert same(dZ, np.exp(logP) - np.eye(C)[y], 1e-9)

#: smallest_suite: tests that see no more than another are dropped first, and so are both of two equal ones @8 =>
from itertools import combinations

def smallest_suite(caught):
    caught = np.asarray(caught, dtype=bool)
    T = len(caught)
    useful = []
    for t in range(T):
        inside = [np.all(caught[u] >= caught[t]) for u in range(T) if u != t]
        if not any(inside):
            useful.append(t)
    goal = caught.any(axis=0)
    for size in range(len(useful) + 1):
        for suite in combinations(useful, size):
            if np.array_equal(caught[list(suite)].any(axis=0), goal):
                return suite
    return tuple(useful)

#: smallest_suite: at least one test, also where nothing is caught @6 =>
from itertools import combinations

def smallest_suite(caught):
    T = caught.shape[0]
    everything = caught.any(axis=0).sum()
    for k in range(1, T + 1):
        for some in combinations(range(T), k):
            if caught[list(some)].any(axis=0).sum() == everything:
                return some
    return ()

#: smallest_suite: candidates that nobody catches are asked for, too @5 =>
from itertools import combinations

def smallest_suite(caught):
    masks = [sum(1 << k for k, hit in enumerate(row) if hit) for row in caught]
    full = (1 << caught.shape[1]) - 1
    for size in range(len(masks) + 1):
        for suite in combinations(range(len(masks)), size):
            seen = 0
            for t in suite:
                seen |= masks[t]
            if seen == full:
                return suite
    return tuple(range(len(masks)))

#: smallest_suite: the last of the smallest suites @9 =>
from itertools import combinations

def smallest_suite(caught):
    goal = np.logical_or.reduce(caught, axis=0)
    best = None
    for size in range(len(caught) + 1):
        for suite in combinations(range(len(caught)), size):
            if (np.logical_or.reduce(caught[list(suite)], axis=0) == goal).all():
                best = suite
        if best is not None:
            return best
''',
}
