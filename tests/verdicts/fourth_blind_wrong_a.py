"""A fourth set of wrong code, the part for a1 to a4 and the bonus, by somebody who had read the notebooks and neither checks, mistakes nor slips.

Everyday mistakes of learners in other words and styles, and beside them mistakes that show only for a rare shape, size, number type,
order of calls or corner of a docstring, and code that only tries to look right. One mistake each at one place, now and then two.
After @ stand the lines of the piece where the mistake is, counted from 1.

The pieces were committed before anything was run on them. Read again afterwards, four of 212 turned out to be no mistakes, and are
among the right ones now: arrays are handed over row by row and labels as ordinary integers, whole numbers count as floats, and
four rows are enough for every family of wrong layers. One was taken out: points of a cube, whose signs are those of normal ones.
"""

CASES = {
    "a1": r'''
#: count_parameters: one bias per input instead of one per output @3 =>
def count_parameters(D, M):
    weights = D * M
    biases = D
    return weights + biases

#: affine_forward: a square W is taken the other way round, as torch stores it @3 =>
def affine_forward(X, W, b):
    if W.shape[1] == X.shape[1]:
        Z = np.einsum("ni,oi->no", X, W)
    else:
        Z = np.einsum("ni,io->no", X, W)
    return Z + b

#: affine_forward: worked off in blocks of 32, and the rest of more than one block is never reached @3 =>
def affine_forward(X, W, b, block=32):
    Z = np.zeros((len(X), W.shape[1]))
    for k in range(max(len(X) // block, 1)):
        rows = slice(k * block, (k + 1) * block)
        Z[rows] = X[rows] @ W + b
    return Z

#: affine_forward: empty samples are skipped to save time, so they do not get the biases @4,5 =>
def affine_forward(X, W, b):
    Z = np.zeros((X.shape[0], W.shape[1]))
    for n in range(X.shape[0]):
        if not X[n].any():
            continue
        Z[n] = X[n] @ W + b
    return Z

#: affine_forward: the sum starts at the second input if there is more than one @4 =>
def affine_forward(X, W, b):
    N, D = X.shape
    Z = np.tile(np.asarray(b, dtype=float), (N, 1))
    start = 0 if D == 1 else 1
    for d in range(start, D):
        Z += X[:, d : d + 1] * W[d]
    return Z

#: from_columns: recut in column order, as in MATLAB, instead of transposed @3 =>
def from_columns(W_seed, b):
    M, D = W_seed.shape
    W = np.reshape(W_seed, (D, M), order="F")
    return W, b.copy()

#: from_columns: turned round only where there are at least as many neurons as inputs @3 =>
def from_columns(W_seed, b):
    M, D = np.shape(W_seed)
    if M >= D:
        return np.transpose(W_seed), b
    return np.asarray(W_seed).reshape(D, M), b

#: from_columns: a square matrix is transposed in place, in the caller's array @3 =>
def from_columns(W_seed, b):
    if W_seed.shape[0] == W_seed.shape[1]:
        W_seed[:] = W_seed.T.copy()
        return W_seed, b
    return W_seed.T, b

#: from_columns: the biases are moved to the other side of the equation and lose their sign @3 =>
def from_columns(W_seed, b):
    # a - b = W_seed h
    return W_seed.T, -b

#: rotation: rounded to eight digits to get clean zeros @4 =>
def rotation(degrees):
    t = np.deg2rad(degrees)
    R = np.array([[np.cos(t), -np.sin(t)], [np.sin(t), np.cos(t)]])
    return R.round(8)

#: rotation: half turns are taken away as if they were full turns @2 =>
def rotation(degrees):
    degrees = degrees % 180
    t = np.pi * degrees / 180
    c, s = np.cos(t), np.sin(t)
    return np.stack([[c, -s], [s, c]])

#: rotation: exact tables for quarter turns, with the one for 270 degrees turned the wrong way @6 =>
def rotation(degrees):
    exact = {
        0: [[1, 0], [0, 1]],
        90: [[0, -1], [1, 0]],
        180: [[-1, 0], [0, -1]],
        270: [[0, -1], [1, 0]],
    }
    if degrees % 360 in exact:
        return np.array(exact[degrees % 360], dtype=float)
    a = np.radians(degrees)
    return np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]])

#: rotation: a power of the turn by one degree, so parts of a degree are cut off @4 =>
def rotation(degrees):
    one = np.pi / 180
    step = np.array([[np.cos(one), -np.sin(one)], [np.sin(one), np.cos(one)]])
    return np.linalg.matrix_power(step, int(degrees) % 360)

#: make_layer: the three matrices in the order they are read, so the second turn comes first @2 =>
def make_layer(deg1, scales, deg2, shift):
    M = rotation(deg1) @ np.diag(scales) @ rotation(deg2)
    return M.T, np.array(shift, dtype=float)

#: make_layer: the order of rows, but the turns are those of columns @4 =>
def make_layer(deg1, scales, deg2, shift):
    W = np.eye(2)
    for step in (rotation(deg1), np.diag(scales), rotation(deg2)):
        W = W @ step
    return W, shift

#: make_layer: the shift is turned along by the second turn @5 =>
def make_layer(deg1, scales, deg2, shift):
    def move(p):
        p = rotation(deg1) @ p
        p = scales * p
        return rotation(deg2) @ (p + shift)
    origin = move(np.zeros(2))
    rows = [move(e) - origin for e in np.eye(2)]
    return np.array(rows), origin

#: make_layer: the scales are written into a matrix of integers @2 =>
def make_layer(deg1, scales, deg2, shift):
    S = np.identity(2, dtype=int)
    S[0, 0], S[1, 1] = scales
    W_seed = rotation(deg2).dot(S).dot(rotation(deg1))
    return from_columns(W_seed, shift)

#: make_layer: the scales are applied to the columns of the first turn instead of its rows @3 =>
def make_layer(deg1, scales, deg2, shift):
    R = rotation(deg1)
    scaled = R * scales
    return (rotation(deg2) @ scaled).T, shift.copy()

#: decompose_affine: only the left factor is checked for a mirror @3,6 =>
def decompose_affine(W):
    U, s, Vt = np.linalg.svd(W.T)
    if np.linalg.det(U) < 0:
        U[:, 1] *= -1
        s[1] *= -1
    return U, np.diag(s), Vt

#: decompose_affine: the column that is flipped is not the one whose scale is flipped @5,6 =>
def decompose_affine(W):
    U, s, Vt = np.linalg.svd(np.transpose(W))
    S = np.diag(s)
    if np.linalg.det(U) < 0:
        U = U @ np.diag([-1.0, 1.0])
        S = S @ np.diag([1.0, -1.0])
    if np.linalg.det(Vt) < 0:
        Vt = np.diag([1.0, -1.0]) @ Vt
        S = S @ np.diag([1.0, -1.0])
    return U, S, Vt

#: decompose_affine: a mirror is recognised by a determinant of exactly -1 @5,7 =>
def decompose_affine(W):
    U, s, Vt = np.linalg.svd(W.T)
    F = np.diag([1.0, -1.0])
    S = np.diag(s)
    if np.linalg.det(U) == -1:
        U, S = U @ F, F @ S
    if np.linalg.det(Vt) == -1:
        S, Vt = S @ F, F @ Vt
    return U, S, Vt

#: decompose_affine: the left factor is made by dividing by the singular values, which may be 0 @7 =>
def decompose_affine(W):
    M = W.T
    values, V = np.linalg.eigh(M.T @ M)
    if np.linalg.det(V) < 0:
        V[:, 0] = -V[:, 0]
    s = np.sqrt(np.maximum(values, 0))
    U = M @ V / s
    if np.linalg.det(U) < 0:
        U[:, 0], s[0] = -U[:, 0], -s[0]
    return U, np.diag(s), V.T

#: decompose_affine: W itself is taken apart, not its transpose @3 =>
def decompose_affine(W):
    """a = b + W h, so the SVD of W is what we want."""
    left, sizes, right = np.linalg.svd(W)
    if np.linalg.det(left) < 0:
        left[:, -1], sizes[-1] = -left[:, -1], -sizes[-1]
    if np.linalg.det(right) < 0:
        right[-1], sizes[-1] = -right[-1], -sizes[-1]
    return left, np.diag(sizes), right

#: relu: also cut off at 6, as in some libraries @2 =>
def relu(A):
    return np.clip(A, 0, 6)

#: relu: positive entries are picked out row by row, which only fits two axes @2 =>
def relu(A):
    rows, cols = A.shape
    out = np.zeros(A.shape)
    for i in range(rows):
        for j in range(cols):
            if A[i, j] > 0:
                out[i, j] = A[i, j]
    return out

#: relu: set to 0 in the array of the caller, since asarray copies nothing @2,3 =>
def relu(A):
    B = np.asarray(A)
    B[B < 0] = 0
    return B

#: quadrant_kind: the two axes are exchanged, as the negative coordinates are counted @3 =>
def quadrant_kind(A):
    first, second = A[:, 0] <= 0, A[:, 1] <= 0
    return 1 * first + 2 * second

#: quadrant_kind: a table of signs that lacks points on the upper half of axis 2 @2 =>
def quadrant_kind(A):
    table = {(1, 1): 0, (1, -1): 1, (1, 0): 1, (-1, 1): 2}
    signs = np.sign(A).astype(int)
    return np.array([table.get(tuple(pair), 3) for pair in signs.tolist()])

#: quadrant_kind: the kinds come back as floats @3 =>
def quadrant_kind(A):
    H = relu(A)
    kind = np.full(len(H), 3.0)
    kind[(H[:, 0] > 0) & (H[:, 1] == 0)] = 1
    kind[(H[:, 0] == 0) & (H[:, 1] > 0)] = 2
    kind[(H > 0).all(axis=1)] = 0
    return kind

#: quadrant_kind: small positive coordinates count as 0 @2 =>
def quadrant_kind(A):
    eps = 1e-9
    x_on, y_on = A[:, 0] > eps, A[:, 1] > eps
    return np.select([x_on & y_on, x_on, y_on], [0, 1, 2], default=3)

#: orthant_fraction: a product of the shares of the coordinates, not the share of the points @3,4 =>
def orthant_fraction(n, samples, rng):
    points = rng.standard_normal((samples, n))
    share = np.mean(points > 0, axis=0)
    return float(np.prod(share))

#: orthant_fraction: drawn in chunks of 1000, and the rest is not drawn but counted @4 =>
def orthant_fraction(n, samples, rng):
    chunk = min(1000, samples)
    inside = 0
    for _ in range(samples // chunk):
        inside += int((rng.standard_normal((chunk, n)) > 0).all(axis=1).sum())
    return inside / samples

#: orthant_fraction: the share is rounded to three digits @3 =>
def orthant_fraction(n, samples, rng):
    hits = sum(bool((rng.standard_normal(n) > 0).all()) for _ in range(samples))
    return round(hits / samples, 3)

#: orthant_fraction: nothing is drawn, the expected share is returned @2 =>
def orthant_fraction(n, samples, rng):
    return 1.0 / 2**n

#: layer_frames: the first turn goes the wrong way, the later frames are computed from W @4,5 =>
def layer_frames(H, W, b):
    R2, S, R1 = decompose_affine(W)
    F = np.empty((5, len(H), 2))
    F[0] = H @ R1
    F[1] = F[0] @ S
    F[2] = H @ W
    F[3] = F[2] + b
    F[4] = relu(F[3])
    return F

#: layer_frames: the shift is added in place, so the third frame is shifted, too @7 =>
def layer_frames(H, W, b):
    R2, S, R1 = decompose_affine(W)
    turned = H @ R1.T
    scaled = turned @ S
    P = scaled @ R2.T
    frames = [turned, scaled, P]
    P += b
    frames.append(P)
    frames.append(relu(P))
    return np.array(frames)

#: layer_frames: the film has the number type of the points @3 =>
def layer_frames(H, W, b):
    R2, S, R1 = decompose_affine(W)
    film = np.zeros((5, *H.shape), dtype=H.dtype)
    film[0] = (R1 @ H.T).T
    film[1] = (S @ R1 @ H.T).T
    film[2] = (R2 @ S @ R1 @ H.T).T
    film[3] = film[2] + b
    film[4] = relu(film[3])
    return film

#: layer_frames: ReLU is applied before the shift @9 =>
def layer_frames(H, W, b):
    R2, S, R1 = decompose_affine(W)
    steps = [lambda p: R1 @ p, lambda p: S @ p, lambda p: R2 @ p, lambda p: p + b, lambda p: np.maximum(p, 0)]
    frames = np.zeros((5, len(H), 2))
    for n, point in enumerate(H):
        for k, step in enumerate(steps[:4]):
            point = step(point)
            frames[k, n] = point
        frames[4, n] = steps[4](frames[2, n])
    return frames

#: standardize: divided by N - 1 as soon as there are two samples @4 =>
def standardize(X):
    N = X.shape[0]
    mean = X.sum(axis=0) / N
    var = ((X - mean) ** 2).sum(axis=0) / max(N - 1, 1)
    std = np.sqrt(var)
    Z = np.divide(X - mean, std, out=np.zeros(X.shape), where=std > 0)
    return Z, mean, std

#: standardize: columns of very small numbers are taken for constant @3 =>
def standardize(X):
    mean, std = X.mean(axis=0), X.std(axis=0)
    constant = np.isclose(std, 0)
    safe = np.where(constant, 1.0, std)
    Z = np.where(constant, 0.0, (X - mean) / safe)
    return Z, mean, std

#: standardize: the std of a constant column comes back as the 1 that was put in its place @5 =>
def standardize(X):
    mean = np.mean(X, axis=0)
    std = np.std(X, axis=0)
    same = (X == X[0]).all(axis=0)
    std[same] = 1.0
    Z = (X - mean) / std
    Z[:, same] = 0.0
    return Z, mean, std

#: standardize: the mean is taken off in place where X holds floats already @2,5 =>
def standardize(X):
    Z = np.asarray(X, dtype=float)
    mean = Z.mean(axis=0)
    std = Z.std(axis=0)
    Z -= mean
    varies = std > 0
    return np.where(varies, Z / np.where(varies, std, 1.0), 0.0), mean, std

#: standardize: mean of the squares minus square of the mean, which rounding eats for columns far from 0 @3 =>
def standardize(X):
    mean = X.mean(axis=0)
    var = (X * X).mean(axis=0) - mean**2
    std = np.sqrt(np.clip(var, 0, None))
    Z = np.zeros(X.shape)
    for j in range(X.shape[1]):
        if np.ptp(X[:, j]) == 0:
            std[j] = 0.0
        else:
            Z[:, j] = (X[:, j] - mean[j]) / std[j]
    return Z, mean, std
''',
    "a2": r'''
#: step: on only from a small number on @2 =>
def step(z):
    return np.where(z > 1e-8, 1.0, 0.0)

#: step: half on at 0 @2 =>
def step(z):
    return 0.5 * (np.sign(z) + 1)

#: sigmoid: written with tanh, which leaves nothing of very negative z @2 =>
def sigmoid(z):
    return 0.5 * (1.0 + np.tanh(0.5 * np.asarray(z)))

#: sigmoid: z is clipped at 300 to be safe @2 =>
def sigmoid(z):
    z = np.clip(z, -300, 300)
    return 1 / (1 + np.exp(-z))

#: sigmoid: the result is kept in an array of the type of z @2 =>
def sigmoid(z):
    out = np.zeros_like(z)
    up = z >= 0
    out[up] = 1 / (1 + np.exp(-z[up]))
    e = np.exp(z[~up])
    out[~up] = e / (1 + e)
    return out

#: sigmoid: one number at a time with math.exp, which raises far out on the left @4 =>
def sigmoid(z):
    import math
    z = np.asarray(z, dtype=float)
    flat = [1.0 / (1.0 + math.exp(-v)) for v in z.ravel()]
    return np.array(flat).reshape(z.shape)

#: tanh: cut off at 10, where it is not yet 1 @2 =>
def tanh(z):
    z = np.clip(z, -10, 10)
    a, b = np.exp(z), np.exp(-z)
    return (a - b) / (a + b)

#: tanh: one exponential, multiplied through, whose infinity is divided by itself @3 =>
def tanh(z):
    e = np.exp(2.0 * z)
    return (e - 1) / (e + 1)

#: leaky_relu: the negative part is taken off the whole z @3 =>
def leaky_relu(z, slope):
    negative = np.maximum(-z, 0.0)
    return z - slope * negative

#: leaky_relu: vectorised over numbers, and the first number decides the type @2 =>
def leaky_relu(z, slope):
    f = np.vectorize(lambda v: v if v > 0 else slope * v)
    return f(z)

#: leaky_relu: the slope stands for the value @6 =>
def leaky_relu(z, slope):
    z = np.asarray(z, dtype=float)
    out = z.copy()
    for i in np.ndindex(z.shape):
        if z[i] <= 0:
            out[i] = -slope if z[i] < 0 else 0.0
    return out

#: elu: the variant in which alpha also divides z @3 =>
def elu(z, alpha):
    below = np.minimum(z, 0)
    return np.maximum(z, 0) + alpha * np.expm1(below / alpha)

#: elu: alpha multiplies the exponential alone @3 =>
def elu(z, alpha):
    z = np.asarray(z, float)
    return np.where(z > 0, z, alpha * np.exp(np.minimum(z, 0)) - 1)

#: elu: very negative numbers are set to -alpha too early @5 =>
def elu(z, alpha):
    out = np.array(z, dtype=float)
    bend = out <= 0
    out[bend] = alpha * np.expm1(out[bend])
    out[np.asarray(z) < -8] = -alpha
    return out

#: softplus: large z are returned as they are, from 12 on @3 =>
def softplus(z):
    z = np.asarray(z, dtype=float)
    return np.where(z > 12, z, np.log1p(np.exp(np.minimum(z, 12))))

#: softplus: stable to the right, but 1 is added before the logarithm @2 =>
def softplus(z):
    return np.maximum(z, 0) + np.log(1 + np.exp(-np.abs(z)))

#: softplus: exponential first, and whatever became infinite is replaced by the largest float @4 =>
def softplus(z):
    with np.errstate(over="ignore"):
        r = np.log1p(np.exp(np.asarray(z, dtype=float)))
    return np.nan_to_num(r)

#: d_sigmoid: the subtraction that loses the right side @3 =>
def d_sigmoid(z):
    s = sigmoid(z)
    return s - s**2

#: d_sigmoid: from tanh, which loses both sides @3 =>
def d_sigmoid(z):
    t = np.tanh(np.asarray(z) / 2)
    return (1 - t * t) / 4

#: d_sigmoid: taken as if z were the output @2 =>
def d_sigmoid(z):
    return z * (1.0 - z)

#: d_tanh: the inner factor 2 is missing @2 =>
def d_tanh(z):
    s, r = sigmoid(z), sigmoid(-z)
    return 4 * s * r

#: d_tanh: one over cosh, not squared @2 =>
def d_tanh(z):
    return 1.0 / np.cosh(z)

#: d_tanh: a product of 1 - t and 1 + t, which is 0 from 20 on @3 =>
def d_tanh(z):
    t = tanh(z)
    return (1 - t) * (1 + t)

#: d_leaky_relu: filled into an array of the type of z @2 =>
def d_leaky_relu(z, slope):
    d = np.ones_like(z)
    d[z < 0] = slope
    return d

#: d_elu: read off the function for alpha 1 @4 =>
def d_elu(z, alpha):
    z = np.asarray(z, dtype=float)
    h = np.where(z > 0, z, alpha * np.expm1(np.minimum(z, 0)))
    return np.where(z > 0, 1.0, h + 1.0)

#: d_elu: the smaller of the two branches, which is only right up to alpha 1 @2 =>
def d_elu(z, alpha):
    return np.minimum(1.0, alpha * np.exp(np.minimum(z, 0)))

#: d_softplus: the slope of the mirrored function @2 =>
def d_softplus(z):
    return 1 / (1 + np.exp(np.clip(z, -700, 700)))

#: d_softplus: 1 minus an exponential, which leaves nothing of very negative z @3 =>
def d_softplus(z):
    soft = np.logaddexp(0.0, z)
    return 1 - np.exp(-soft)

#: d_sigmoid_from_output: the sigmoid is taken once more @2 =>
def d_sigmoid_from_output(h):
    s = 1 / (1 + np.exp(-h))
    return s * (1 - s)

#: d_sigmoid_from_output: outputs are kept away from 0 and 1 @2 =>
def d_sigmoid_from_output(h):
    h = np.clip(h, 1e-7, 1 - 1e-7)
    return h * (1 - h)

#: unit: the bias is added to every product @2 =>
def unit(X, w, b, act):
    z = (X * w + b).sum(axis=1)
    return act(z)

#: unit: the bias is added after the activation @2 =>
def unit(X, w, b, act):
    return act(np.matmul(X, w)) + b

#: unit: axes of length one are removed, so one sample gives a number @3 =>
def unit(X, w, b, act):
    z = X @ np.reshape(w, (-1, 1)) + b
    return act(np.squeeze(z))

#: unit: weights are brought to length one first @4 =>
def unit(X, w, b, act):
    length = np.linalg.norm(w)
    if length > 0:
        w, b = w / length, b / length
    return act(np.einsum("nd,d->n", X, w) + b)

#: gate: NAND forgets that 0 is off @5 =>
def gate(name):
    table = {
        "AND": ((1, 1), -1),
        "OR": ((1, 1), 0),
        "NAND": ((-1, -1), 1),
        "AND3": ((1, 1, 1), -2),
    }
    w, b = table[name]
    return np.array(w, dtype=float), float(b)

#: gate: an AND of any number of inputs with the bias of two @6 =>
def gate(name):
    n = 3 if name.endswith("3") else 2
    if name == "OR":
        return np.ones(n), -0.5
    sign = -1.0 if name == "NAND" else 1.0
    return sign * np.ones(n), sign * -1.5

#: gate: the weights are those for inputs of -1 and 1 @4 =>
def gate(name):
    if name == "AND3":
        return np.ones(3), -2.0
    return {"AND": (np.ones(2), -1.0), "OR": (np.ones(2), 1.0), "NAND": (-np.ones(2), 1.0)}[name]

#: xor_net: one row per hidden unit instead of one column @2 =>
def xor_net():
    W1 = np.array([[1.0, 1.0], [-1.0, -1.0]])
    b1 = np.array([-0.5, 1.5])
    w2, b2 = gate("AND")
    return W1, b1, w2, b2

#: xor_net: OR and NAND are joined by an OR @3 =>
def xor_net():
    (w_or, b_or), (w_nand, b_nand) = gate("OR"), gate("NAND")
    w2, b2 = gate("OR")
    return np.column_stack([w_or, w_nand]), np.array([b_or, b_nand]), w2, b2

#: farkas_xor: the right sizes with the signs of a difference @2 =>
def farkas_xor():
    return np.array([1.0, -1.0, -1.0, 1.0])

#: farkas_xor: cancels trivially @2 =>
def farkas_xor():
    m = np.zeros(4)
    return m

#: is_separable: only XOR itself is ruled out, not its opposite @3 =>
def is_separable(y):
    xor = np.array([0, 1, 1, 0])
    return not np.array_equal(np.asarray(y), xor)

#: is_separable: everything with two ones is ruled out @3 =>
def is_separable(y):
    ones = int(np.sum(y))
    return ones != 2

#: is_separable: small integers, and a range of biases that ends too early @5 =>
def is_separable(y):
    P = corners(2)
    for w1 in (-1, 0, 1):
        for w2 in (-1, 0, 1):
            for b in (-1, 0, 1):
                if np.array_equal(step(P @ np.array([w1, w2]) + b), y):
                    return True
    return False

#: is_separable: a perceptron that is stopped after two rounds @4 =>
def is_separable(y):
    P = np.column_stack([corners(2), np.ones(4)])
    w = np.zeros(3)
    for epoch in range(2):
        mistakes = 0
        for p, target in zip(P, y):
            said = 1 if p @ w > 0 else 0
            if said != target:
                w += (target - said) * p
                mistakes += 1
        if mistakes == 0:
            return True
    return False

#: count_separable: weights of -1, 0, 1 only @5 =>
def count_separable(n):
    from itertools import product
    P = corners(n)
    tables = set()
    for w in product((-1, 0, 1), repeat=n):
        z = P @ np.array(w)
        for b in np.arange(-n - 0.5, n + 1):
            tables.add(tuple(z + b > 0))
    return len(tables)

#: count_separable: XOR and its opposite are taken off for every n @3 =>
def count_separable(n):
    everything = 2 ** (2**n)
    return everything if n == 1 else everything - 2

#: count_separable: too few random units @4 =>
def count_separable(n):
    draw = np.random.default_rng(0)
    P = corners(n)
    found = {tuple(P @ draw.normal(size=n) + draw.normal() > 0) for _ in range(100)}
    return len(found)

#: sensitivity: one row per input instead of one per unit where the table is square @4 =>
def sensitivity(x, W, b):
    slope = d_sigmoid(x @ W + b)
    table = W * slope
    return table if W.shape[0] == W.shape[1] else table.T

#: sensitivity: the bias is left out @2 =>
def sensitivity(x, W, b):
    z = np.dot(W.T, x)
    return np.diag(d_sigmoid(z)) @ W.T

#: sensitivity: a slope of its own that divides infinity by infinity @4 =>
def sensitivity(x, W, b):
    z = W.T @ x + b
    e = np.exp(-z)
    slope = e / (1 + e) ** 2
    return slope[:, np.newaxis] * W.T

#: sensitivity: measured with one step to the right @8 =>
def sensitivity(x, W, b):
    D, M = W.shape
    out = np.zeros((M, D))
    h, eps = sigmoid(x @ W + b), 1e-6
    for i in range(D):
        moved = np.array(x, dtype=float)
        moved[i] += eps
        out[:, i] = (sigmoid(moved @ W + b) - h) / eps
    return out

#: window: k multiplies x only @2 =>
def window(x, lo, hi, k):
    return sigmoid(k * x - lo) - sigmoid(k * x - hi)

#: window: a product of the two ends, which is nearly the difference when they are far apart @4 =>
def window(x, lo, hi, k):
    opens = sigmoid(k * (x - lo))
    closes = sigmoid(k * (hi - x))
    return opens * closes

#: window: brought to a height of 1 in the middle @4 =>
def window(x, lo, hi, k):
    f = lambda t: sigmoid(k * (t - lo)) - sigmoid(k * (t - hi))
    middle = (lo + hi) / 2
    return f(x) / f(middle)

#: window: the exponentials are written out and overflow into NaN @3 =>
def window(x, lo, hi, k):
    a, b = np.exp(k * (x - lo)), np.exp(k * (x - hi))
    return a / (1 + a) - b / (1 + b)

#: rbf: the distance is not squared @3 =>
def rbf(x, centre, halfwidth):
    d = np.abs(np.asarray(x) - centre) / halfwidth
    return 2.0**-d

#: rbf: the halfwidth is taken for a standard deviation @3 =>
def rbf(x, centre, halfwidth):
    d = (x - centre) / halfwidth
    return np.exp(-0.5 * d**2)

#: rbf: whole halfwidths only @2 =>
def rbf(x, centre, halfwidth):
    steps = (np.asarray(x) - centre) // halfwidth
    return np.exp(-np.log(2) * steps**2)
''',
    "a3": r'''
#: one_hot: negative labels are not looked for @2 =>
def one_hot(y, C):
    if y.max() >= C:
        raise ValueError(f"label {y.max()} with {C} classes")
    return np.eye(C)[y]

#: one_hot: a label of C is let through by the check, and its row stays empty @2 =>
def one_hot(y, C):
    if (y < 0).any() or (y > C).any():
        raise ValueError("labels must be 0 to C-1")
    return (np.arange(C) == y[:, None]).astype(float)

#: one_hot: a label that does not exist fails an assertion, not with the promised error @2 =>
def one_hot(y, C):
    assert np.min(y) >= 0 and np.max(y) < C, "label outside 0..C-1"
    Y = np.zeros((len(y), C))
    Y[np.arange(len(y)), y] = 1.0
    return Y

#: one_hot: as many columns as classes occur @4 =>
def one_hot(y, C):
    if not set(np.unique(y)) <= set(range(C)):
        raise ValueError("unknown label")
    columns = [(y == c) for c in np.unique(y)]
    return np.array(columns, dtype=float).T

#: softmax: the whole table is moved by its largest entry @2 =>
def softmax(Z):
    E = np.exp(Z - np.max(Z))
    return E / E.sum(axis=1, keepdims=True)

#: softmax: rows are moved by their mean, which is not enough for wide rows @2 =>
def softmax(Z):
    moved = Z - Z.mean(axis=1, keepdims=True)
    E = np.exp(moved)
    return E / np.sum(E, axis=1, keepdims=True)

#: softmax: the sums are a row where they should be a column, unnoticed for one sample and square tables @4 =>
def softmax(Z):
    E = np.exp(Z - Z.max(axis=1).reshape(-1, 1))
    if E.shape[0] in (1, E.shape[1]):
        return E / E.sum(axis=1)
    return (E.T / E.sum(axis=1)).T

#: softmax: logits are clipped at 500, so larger ones all look the same @2 =>
def softmax(Z):
    E = np.exp(np.clip(Z, -500, 500))
    return E / E.sum(axis=1, keepdims=True)

#: softmax: the rows of the caller are moved if they hold floats @2,3,4,5 =>
def softmax(Z):
    Z = np.array(Z, dtype=np.float64, copy=None)
    Z -= Z.max(axis=1, keepdims=True)
    np.exp(Z, out=Z)
    Z /= Z.sum(axis=1, keepdims=True)
    return Z

#: cross_entropy: all labels are looked up in all rows @4 =>
def cross_entropy(Z, y):
    moved = Z - Z.max(axis=1, keepdims=True)
    logP = moved - np.log(np.exp(moved).sum(axis=1, keepdims=True))
    loss = -logP[:, y].mean()
    dZ = (np.exp(logP) - one_hot(y, Z.shape[1])) / len(y)
    return loss, dZ

#: cross_entropy: the 1 is taken off the probabilities before the loss looks at them @4,6 =>
def cross_entropy(Z, y):
    N = len(y)
    P = softmax(Z)
    dZ = P
    dZ[range(N), y] -= 1
    right = P[range(N), y]
    loss = -np.mean(np.log(np.abs(right)))
    return loss, dZ / N

#: cross_entropy: probabilities are kept above 1e-15, so no loss is larger than 34.5 @5 =>
def cross_entropy(Z, y):
    N, C = Z.shape
    P = softmax(Z)
    Y = one_hot(y, C)
    loss = -np.sum(Y * np.log(np.maximum(P, 1e-15))) / N
    return loss, (P - Y) / N

#: cross_entropy: the moved sum meets the logit that was not moved @5 =>
def cross_entropy(Z, y):
    N = Z.shape[0]
    top = Z.max(axis=1)
    sums = np.log(np.exp(Z - top[:, None]).sum(axis=1))
    loss = np.mean(sums - Z[np.arange(N), y])
    dZ = softmax(Z)
    dZ[np.arange(N), y] -= 1
    return loss, dZ / N

#: cross_entropy: loss and gradient are averaged over samples and classes @6,7 =>
def cross_entropy(Z, y):
    N, C = np.shape(Z)
    Y = one_hot(y, C)
    top = np.max(Z, axis=1, keepdims=True)
    logP = Z - top - np.log(np.sum(np.exp(Z - top), axis=1, keepdims=True))
    loss = -np.mean(Y * logP)
    return loss, (np.exp(logP) - Y) / Y.size

#: bce_with_logits: the size of z stands where z should @4 =>
def bce_with_logits(z, y):
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    loss = np.mean(np.maximum(z, 0) - y * np.abs(z) + np.log1p(np.exp(-np.abs(z))))
    small = np.exp(-np.abs(z))
    p = np.where(z >= 0, 1, small) / (1 + small)
    return loss, (p - y) / len(z)

#: bce_with_logits: only the numbers of entries are compared @2 =>
def bce_with_logits(z, y):
    if np.size(z) != np.size(y):
        raise ValueError("z and y must have as many entries")
    loss = (np.logaddexp(0, z) - y * z).mean()
    p = np.exp(-np.logaddexp(0, -z))
    return loss, (p - y) / z.shape[0]

#: bce_with_logits: logs of a probability that has become exactly 0 or 1, patched afterwards @8 =>
def bce_with_logits(z, y):
    if z.shape != y.shape:
        raise ValueError(f"{z.shape} and {y.shape}")
    half = np.tanh(z / 2)
    p = (1 + half) / 2
    with np.errstate(divide="ignore", invalid="ignore"):
        cost = -(y * np.log(p) + (1 - y) * np.log(1 - p))
    loss = np.mean(np.nan_to_num(cost, nan=0.0, posinf=1000.0))
    return loss, (p - y) / len(y)

#: bce_with_logits: a gradient of the sum beside a loss that is a mean @8 =>
def bce_with_logits(z, y):
    if np.shape(z) != np.shape(y):
        raise ValueError("shapes")
    total, dz = 0.0, np.zeros(len(z))
    for i, (logit, label) in enumerate(zip(z, y)):
        e = np.exp(-abs(logit))
        total += max(logit, 0) - label * logit + np.log1p(e)
        dz[i] = (1 / (1 + e) if logit >= 0 else e / (1 + e)) - label
    return total / len(z), dz

#: mse_ridge: averaged over all entries of Y @4 =>
def mse_ridge(Y, H, Ws, lam):
    if Y.shape != H.shape:
        raise ValueError("Y and H differ in shape")
    data = 0.5 * np.mean((Y - H) ** 2)
    return data + lam / (2 * len(Y)) * sum(np.sum(W**2) for W in Ws)

#: mse_ridge: the largest singular value of a weight matrix instead of the root of its squares @5 =>
def mse_ridge(Y, H, Ws, lam):
    if Y.shape != H.shape:
        raise ValueError("Y and H differ in shape")
    N = Y.shape[0]
    price = sum(np.linalg.norm(W, 2) ** 2 for W in Ws)
    return np.sum((Y - H) ** 2) / (2 * N) + lam * price / (2 * N)

#: mse_ridge: the price is added once only, for the last array @6 =>
def mse_ridge(Y, H, Ws, lam):
    if Y.shape != H.shape:
        raise ValueError("different shapes")
    N, price = len(Y), 0.0
    for W in Ws:
        price = (W**2).sum()
    return (((Y - H) ** 2).sum() + lam * price) / (2 * N)

#: mse_ridge: all weights are put into one row, of which there may be none @4 =>
def mse_ridge(Y, H, Ws, lam):
    if np.shape(Y) != np.shape(H):
        raise ValueError("Y and H differ in shape")
    w = np.concatenate([np.ravel(W) for W in Ws])
    r = np.ravel(Y - H)
    return (r @ r + lam * (w @ w)) / (2 * len(Y))

#: mse_grad: divided by the length of the last axis @4 =>
def mse_grad(Y, H):
    if Y.shape != H.shape:
        raise ValueError("Y and H differ in shape")
    return (H - Y) / H.shape[-1]

#: mse_grad: only the numbers of samples are compared @2 =>
def mse_grad(Y, H):
    if len(Y) != len(H):
        raise ValueError("different number of samples")
    return (H - Y) / len(H)

#: mse_grad: the half is forgotten @5 =>
def mse_grad(Y, H):
    if H.shape != Y.shape:
        raise ValueError("shapes must match")
    N = H.shape[0]
    return -2.0 * (Y - H) / N

#: numerical_gradient: an entry is not put back before the next one is moved @9,10 =>
def numerical_gradient(f, x, eps):
    x = np.array(x, dtype=float)
    grad = np.empty(x.shape)
    for i in np.ndindex(x.shape):
        x[i] += eps
        up = f(x)
        x[i] -= 2 * eps
        down = f(x)
        grad[i] = (up - down) / (2 * eps)
    return grad

#: numerical_gradient: the step grows with the entry @5 =>
def numerical_gradient(f, x, eps):
    x = np.asarray(x, dtype=np.float64)
    grad = np.zeros_like(x)
    for i in np.ndindex(*x.shape):
        h = eps * max(1.0, abs(x[i]))
        e = np.zeros_like(x)
        e[i] = h
        grad[i] = (f(x + e) - f(x - e)) / (2 * h)
    return grad

#: numerical_gradient: only whole numbers are made float64, other precisions stay @2 =>
def numerical_gradient(f, x, eps):
    work = x.astype(float) if np.issubdtype(x.dtype, np.integer) else x.copy()
    out = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        kept = work[i]
        work[i] = kept + eps
        up = f(work)
        work[i] = kept - eps
        down = f(work)
        work[i] = kept
        out[i] = (up - down) / (2 * eps)
    return out

#: numerical_gradient: the slope is rounded to get rid of noise @9 =>
def numerical_gradient(f, x, eps):
    x = np.array(x, dtype=float)
    def slope(i):
        up, down = x.copy(), x.copy()
        up[i] += eps
        down[i] -= eps
        return (f(up) - f(down)) / (2 * eps)
    values = [slope(i) for i in np.ndindex(x.shape)]
    return np.round(np.array(values).reshape(x.shape), 6)

#: gradcheck: the worst entry is counted among those that are left, not among all @19 =>
def gradcheck(f, g, x):
    eps = 1e-5
    x = np.array(x, dtype=float)
    a, n = np.asarray(g(x)), numerical_gradient(f, x, eps)
    if a.shape != x.shape:
        raise ValueError("g(x) does not have the shape of x")
    smooth, middle = np.ones(x.shape, dtype=bool), f(x)
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = eps
        right, left = (f(x + e) - middle) / eps, (middle - f(x - e)) / eps
        smooth[i] = abs(right - left) <= 1e-3 * max(1, abs(right), abs(left))
    if not smooth.any():
        return {"max_rel": 0.0, "worst_index": None, "kinks": x.size}
    with np.errstate(all="ignore"):
        rel = np.abs(a - n) / np.maximum(np.abs(a), np.abs(n))
    rel = np.where((a == 0) & (n == 0), 0.0, rel)
    rel = np.where(np.isfinite(a) & np.isfinite(n), rel, np.inf)[smooth]
    worst = np.unravel_index(np.argmax(rel), x.shape)
    return {"max_rel": float(rel.max()), "worst_index": tuple(int(k) for k in worst), "kinks": int((~smooth).sum())}

#: gradcheck: errors that are no numbers are left out of the maximum @17 =>
def gradcheck(f, g, x):
    eps, kinks, worst, where = 1e-5, 0, -1.0, None
    x = np.array(x, dtype=float)
    claimed, measured = np.asarray(g(x)), numerical_gradient(f, x, eps)
    if claimed.shape != x.shape:
        raise ValueError("shape of the gradient")
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = eps
        right, left = (f(x + e) - f(x)) / eps, (f(x) - f(x - e)) / eps
        if abs(right - left) > 1e-3 * max(1, abs(right), abs(left)):
            kinks += 1
            continue
        a, n = claimed[i], measured[i]
        size = max(abs(a), abs(n))
        rel = 0.0 if a == n == 0 else abs(a - n) / size
        if rel > worst:
            worst, where = rel, i
    return {"max_rel": max(worst, 0.0), "worst_index": where, "kinks": kinks}

#: gradcheck: divided by the sum of the two sizes @20 =>
def gradcheck(f, g, x):
    eps = 1e-5
    x = np.array(x, dtype=float)
    a, n = np.asarray(g(x), dtype=float), numerical_gradient(f, x, eps)
    if a.shape != x.shape:
        raise ValueError("g(x) has another shape than x")
    rel, kinks, base = {}, 0, f(x)
    for i in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[i] += eps
        down[i] -= eps
        right, left = (f(up) - base) / eps, (base - f(down)) / eps
        if abs(right - left) > 1e-3 * max(1, abs(right), abs(left)):
            kinks += 1
        elif not (np.isfinite(a[i]) and np.isfinite(n[i])):
            rel[i] = np.inf
        elif a[i] == 0 and n[i] == 0:
            rel[i] = 0.0
        else:
            rel[i] = 2 * abs(a[i] - n[i]) / (abs(a[i]) + abs(n[i]))
    if not rel:
        return dict(max_rel=0.0, worst_index=None, kinks=kinks)
    worst = max(rel, key=rel.get)
    return dict(max_rel=rel[worst], worst_index=worst, kinks=kinks)

#: gradcheck: a kink is judged by the larger slope alone, so flat noise counts as one @12 =>
def gradcheck(f, g, x):
    eps = 1e-5
    a, n = np.asarray(g(x)), numerical_gradient(f, x, eps)
    if a.shape != np.shape(x):
        raise ValueError("wrong shape")
    x = np.array(x, dtype=float)
    found = []
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = eps
        right, left = (f(x + e) - f(x)) / eps, (f(x) - f(x - e)) / eps
        if abs(right - left) > 1e-3 * max(abs(right), abs(left)):
            continue
        if not np.isfinite([a[i], n[i]]).all():
            found.append((np.inf, i))
        elif a[i] == n[i]:
            found.append((0.0, i))
        else:
            found.append((abs(a[i] - n[i]) / max(abs(a[i]), abs(n[i])), i))
    worst = max(found, key=lambda pair: pair[0], default=(0.0, None))
    return {"max_rel": worst[0], "worst_index": worst[1], "kinks": x.size - len(found)}

#: fit_logistic: w moves before the gradient of b is taken @7 =>
def fit_logistic(X, y, lam, steps, lr):
    N, D = X.shape
    w, b = np.zeros(D), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w = w - lr * (X.T @ dz + lam / N * w)
        _, dz = bce_with_logits(X @ w + b, y)
        b = b - lr * dz.sum()
    return w, b

#: fit_logistic: a column of ones carries the bias, which is charged like a weight @6 =>
def fit_logistic(X, y, lam, steps, lr):
    A = np.column_stack([X, np.ones(len(X))])
    v = np.zeros(A.shape[1])
    for _ in range(steps):
        _, dz = bce_with_logits(A @ v, y)
        v -= lr * (A.T @ dz + lam * v / len(A))
    return v[:-1], float(v[-1])

#: fit_logistic: the price is not divided by the number of samples @6 =>
def fit_logistic(X, y, lam, steps, lr):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        dz = (p - y) / len(y)
        w, b = w - lr * (dz @ X + lam * w), b - lr * np.sum(dz)
    return w, b

#: fit_logistic: stops as soon as the steps get short @6 =>
def fit_logistic(X, y, lam, steps, lr):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        dz = bce_with_logits(X @ w + b, y)[1]
        gw, gb = X.T @ dz + lam * w / len(X), dz.sum()
        if np.linalg.norm(gw) + abs(gb) < 1e-3:
            break
        w, b = w - lr * gw, b - lr * gb
    return w, b

#: fit_logistic: goes straight to the optimum by Newton steps when many steps are asked for @5,6 =>
def fit_logistic(X, y, lam, steps, lr):
    N, D = X.shape
    A, v = np.column_stack([X, np.ones(N)]), np.zeros(D + 1)
    price = np.append(np.full(D, lam / N), 0.0)
    newton = steps > 100
    for _ in range(20 if newton else steps):
        p = 1 / (1 + np.exp(-A @ v))
        gradient = A.T @ (p - y) / N + price * v
        if newton:
            H = (A.T * (p * (1 - p))) @ A / N + np.diag(price) + 1e-9 * np.eye(D + 1)
            v = v - np.linalg.solve(H, gradient)
        else:
            v = v - lr * gradient
    return v[:-1], v[-1]
''',
    "a4": r'''
#: relative_error: the mean of the differences instead of the largest @5 =>
def relative_error(claimed, numeric):
    scale = max(np.abs(claimed).max(), np.abs(numeric).max())
    if scale == 0:
        return 0.0
    return float(np.mean(np.abs(claimed - numeric)) / scale)

#: affine_backward: no row sum is taken for a single sample, so db keeps an axis there @2 =>
def affine_backward(dZ, X, W):
    db = dZ.sum(axis=0) if len(dZ) > 1 else dZ
    return dZ @ W.T, X.T @ dZ, db

#: affine_backward: the products of the samples replace one another @5 =>
def affine_backward(dZ, X, W):
    dX, dW, db = np.zeros(X.shape), np.zeros(W.shape), np.zeros(W.shape[1])
    for n in range(len(X)):
        dX[n] = W @ dZ[n]
        dW = np.outer(X[n], dZ[n])
        db += dZ[n]
    return dX, dW, db

#: affine_backward: W is used as it stands where that fits @3 =>
def affine_backward(dZ, X, W):
    try:
        dX = dZ @ W
        assert dX.shape == X.shape
    except (ValueError, AssertionError):
        dX = dZ @ W.T
    return dX, np.dot(X.T, dZ), np.add.reduce(dZ)

#: affine_backward: db adds up each neuron's row where the batch is as large as the layer @4 =>
def affine_backward(dZ, X, W):
    dX = np.einsum("nm,dm->nd", dZ, W)
    dW = np.einsum("nd,nm->dm", X, dZ)
    axis = 1 if dZ.shape[0] == W.shape[1] else 0
    return dX, dW, dZ.sum(axis=axis)

#: affine_backward: the weights are averaged over the samples, the rest is not @3 =>
def affine_backward(dZ, X, W):
    m = X.shape[0]
    dW = (1 / m) * np.dot(X.T, dZ)
    db = np.sum(dZ, axis=0)
    dA_prev = np.dot(dZ, W.T)
    return dA_prev, dW, db

#: act_backward: ReLU lets positive gradients pass, not those at positive z @3 =>
def act_backward(dH, Z, kind):
    if kind == "relu":
        return dH * (dH > 0)
    if kind == "sigmoid":
        s = sigmoid(Z)
        return dH * s * (1 - s)
    if kind == "tanh":
        return dH * (1 - np.tanh(Z) ** 2)
    return dH * np.where(Z > 0, 1.0, np.exp(np.minimum(Z, 0)))

#: act_backward: the branch of elu that is not taken is multiplied by 0, also when it is infinite @6 =>
def act_backward(dH, Z, kind):
    slopes = {
        "relu": lambda z: (z > 0) * 1.0,
        "sigmoid": lambda z: sigmoid(z) * sigmoid(-z),
        "tanh": lambda z: 1 - np.tanh(z) ** 2,
        "elu": lambda z: (z > 0) * 1.0 + (z <= 0) * np.exp(z),
    }
    return dH * slopes[kind](Z)

#: act_backward: the gradient that came in is zeroed in place @3,4 =>
def act_backward(dH, Z, kind):
    if kind == "relu":
        dH[Z <= 0] = 0
        return dH
    H = act_forward(Z, kind)
    if kind == "sigmoid":
        return dH * H * (1 - H)
    if kind == "tanh":
        return dH * (1 - H * H)
    return np.where(Z > 0, dH, dH * (H + 1))

#: act_backward: the slope of elu is read off the output without the 1 @11 =>
def act_backward(dH, Z, kind):
    H = act_forward(Z, kind)
    match kind:
        case "relu":
            slope = np.heaviside(Z, 0.0)
        case "sigmoid":
            slope = H - H**2
        case "tanh":
            slope = 1 - H**2
        case "elu":
            slope = np.where(Z > 0, 1.0, H)
        case _:
            raise ValueError(kind)
    return slope * dH

#: act_backward: tanh has the slope of the function that goes from 0 to 1 @4 =>
def act_backward(dH, Z, kind):
    if kind in ("sigmoid", "tanh"):
        h = act_forward(Z, kind)
        return dH * h * (1 - h)
    if kind == "relu":
        return np.where(Z > 0, dH, 0.0)
    return dH * np.exp(np.minimum(Z, 0.0))

#: bricks_forward: the second layer reads z1 @4 =>
def bricks_forward(x, W1, W2):
    z1 = x @ W1
    h1 = sigmoid(z1)
    z2 = z1 @ W2
    return {"z1": z1, "h1": h1, "z2": z2, "h2": sigmoid(z2)}

#: bricks_forward: z1 is overwritten by its sigmoid @3,4 =>
def bricks_forward(x, W1, W2):
    z1 = np.dot(x, W1)
    h1 = z1
    h1[:] = sigmoid(z1)
    z2 = np.dot(h1, W2)
    return dict(z1=z1, h1=h1, z2=z2, h2=sigmoid(z2))

#: bricks_forward: a batch of one, so every brick has an axis too many @2 =>
def bricks_forward(x, W1, W2):
    X = np.atleast_2d(x)
    z1 = X @ W1
    h1 = sigmoid(z1)
    z2 = h1 @ W2
    h2 = sigmoid(z2)
    return {"z1": z1, "h1": h1, "z2": z2, "h2": h2}

#: bricks_output: the slope is taken at h2 as if it were z2 @3 =>
def bricks_output(y, h1, h2):
    dh2 = h2 - y
    s = sigmoid(h2)
    s2 = s * (1 - s)
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h1, dz2)}

#: bricks_output: rows and columns of dW2 are exchanged where they are as many @5 =>
def bricks_output(y, h1, h2):
    dh2 = -(y - h2)
    s2 = h2 * (1 - h2)
    dz2 = dh2 * s2
    dW2 = np.outer(dz2, h1)
    if dW2.shape != (h1.size, h2.size):
        dW2 = dW2.T
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": dW2}

#: bricks_output: the loss is averaged over the outputs @3 =>
def bricks_output(y, h1, h2):
    C = len(h2)
    out = {"dh2": -(y - h2) / C, "s2": h2 * (1 - h2)}
    out["dz2"] = out["dh2"] * out["s2"]
    out["dW2"] = h1[:, None] * out["dz2"][None, :]
    return out

#: bricks_hidden: the weights are not transposed where the layers are equally wide @3 =>
def bricks_hidden(x, h1, W2, dz2):
    H, C = W2.shape
    dh1 = dz2 @ W2 if H == C else dz2 @ W2.T
    s1 = h1 * (1 - h1)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}

#: bricks_hidden: the weights get the gradient before the slope @5 =>
def bricks_hidden(x, h1, W2, dz2):
    dh1 = W2 @ dz2
    s1 = h1 * (1 - h1)
    dz1 = s1 * dh1
    dW1 = np.array([[xi * d for d in dh1] for xi in x])
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": dW1}

#: bricks_hidden: the slope lacks the factor 1 - h1 in dz1 @3 =>
def bricks_hidden(x, h1, W2, dz2):
    bricks = {"dh1": W2.dot(dz2), "s1": h1 * (1 - h1)}
    bricks["dz1"] = bricks["dh1"] * h1
    bricks["dW1"] = x.reshape(-1, 1) @ bricks["dz1"].reshape(1, -1)
    return bricks

#: forward: Z1 is overwritten on the way to H1, since the exponential is taken in place @5,6 =>
def forward(params, X):
    cache = {"X": X}
    Z1 = X @ params["W1"] + params["b1"]
    cache["Z1"] = Z1
    np.negative(Z1, out=Z1)
    np.exp(np.minimum(Z1, 700), out=Z1)
    H1 = 1 / (1 + Z1)
    Z2 = H1 @ params["W2"] + params["b2"]
    cache.update(H1=H1, Z2=Z2, H2=sigmoid(Z2))
    return cache

#: forward: a function is put into the cache @7 =>
def forward(params, X):
    Z1 = X @ params["W1"] + params["b1"]
    H1 = sigmoid(Z1)
    Z2 = H1 @ params["W2"] + params["b2"]
    H2 = sigmoid(Z2)
    slope = lambda h: h * (1 - h)
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": H2, "slope": slope}

#: forward: tanh in the hidden layer @2 =>
def forward(params, X):
    act = {1: np.tanh, 2: sigmoid}
    cache, H = {"X": X}, X
    for k in (1, 2):
        cache[f"Z{k}"] = H @ params[f"W{k}"] + params[f"b{k}"]
        cache[f"H{k}"] = H = act[k](cache[f"Z{k}"])
    return cache

#: forward: the biases of the output layer are added only where there is one output @6 =>
def forward(params, X):
    W1, b1, W2, b2 = (params[k] for k in ("W1", "b1", "W2", "b2"))
    Z1 = X @ W1 + b1
    H1 = sigmoid(Z1)
    Z2 = H1 @ W2
    if Z2.shape[1] == 1:
        Z2 = Z2 + b2
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": sigmoid(Z2)}

#: backward: the cache is used up, so a second call with it goes wrong @5 =>
def backward(params, cache, Y, lam):
    N = len(Y)
    d2 = cache["H2"]
    slope = d2 * (1 - d2)
    d2 -= Y
    dZ2 = d2 * slope / N
    dH1 = dZ2 @ params["W2"].T
    dZ1 = dH1 * cache["H1"] * (1 - cache["H1"])
    return {
        "W1": cache["X"].T @ dZ1 + lam / N * params["W1"],
        "b1": dZ1.sum(axis=0),
        "W2": cache["H1"].T @ dZ2 + lam / N * params["W2"],
        "b2": dZ2.sum(axis=0),
    }

#: backward: the penalty takes the number of inputs for the number of samples @7 =>
def backward(params, cache, Y, lam):
    N = Y.shape[0]
    dZ2 = (cache["H2"] - Y) / N * cache["H2"] * (1 - cache["H2"])
    dH1, dW2, db2 = affine_backward(dZ2, cache["H1"], params["W2"])
    dZ1 = act_backward(dH1, cache["Z1"], "sigmoid")
    _, dW1, db1 = affine_backward(dZ1, cache["X"], params["W1"])
    dW1 = dW1 + lam / len(params["W1"]) * params["W1"]
    dW2 = dW2 + lam / N * params["W2"]
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}

#: backward: the penalty is added before the gradient goes down, so it reaches the hidden layer, too @6 =>
def backward(params, cache, Y, lam):
    N = len(Y)
    H1, H2, W2 = cache["H1"], cache["H2"], params["W2"]
    dZ2 = -(Y - H2) * H2 * (1 - H2) / N
    dW2 = H1.T @ dZ2 + lam / N * W2
    dH1 = dZ2 @ W2.T + lam / N * W2.sum(axis=1)
    dZ1 = dH1 * H1 * (1 - H1)
    dW1 = cache["X"].T @ dZ1 + lam / N * params["W1"]
    return {"W1": dW1, "b1": dZ1.sum(0), "W2": dW2, "b2": dZ2.sum(0)}

#: backward: all parameters are penalised @8 =>
def backward(params, cache, Y, lam):
    N = Y.shape[0]
    delta = (cache["H2"] - Y) * cache["H2"] * (1 - cache["H2"]) / N
    grads = {"W2": cache["H1"].T @ delta, "b2": delta.sum(axis=0)}
    delta = delta @ params["W2"].T * cache["H1"] * (1 - cache["H1"])
    grads |= {"W1": cache["X"].T @ delta, "b1": delta.sum(axis=0)}
    for key in grads:
        grads[key] = grads[key] + lam * params[key] / N
    return grads

#: backward: the batch of the last forward is remembered, not the one of the cache @7,14 =>
_last = {}

def forward(params, X):
    Z1 = X @ params["W1"] + params["b1"]
    H1 = sigmoid(Z1)
    Z2 = H1 @ params["W2"] + params["b2"]
    _last["X"] = X
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": sigmoid(Z2)}

def backward(params, cache, Y, lam):
    N, H1, H2 = len(Y), cache["H1"], cache["H2"]
    dZ2 = (H2 - Y) / N * H2 * (1 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1 - H1)
    dW1 = _last["X"].T @ dZ1 + lam / N * params["W1"]
    dW2 = H1.T @ dZ2 + lam / N * params["W2"]
    return {"W1": dW1, "b1": dZ1.sum(axis=0), "W2": dW2, "b2": dZ2.sum(axis=0)}

#: mlp_forward: every layer bends with the kind of the first one @3 =>
def mlp_forward(params, X):
    H, caches = X, []
    kind = params[0][2]
    for k, (W, b, _) in enumerate(params):
        Z = H @ W + b
        caches.append((H, Z))
        H = act_forward(Z, kind) if k < len(params) - 1 else Z
    return H, caches

#: mlp_forward: nothing is added after the third layer @5 =>
def mlp_forward(params, X):
    caches = []
    for depth, (W, b, kind) in enumerate(params, start=1):
        Z = X.dot(W)
        if depth <= 3:
            Z = Z + b
        caches.append({"X": X, "Z": Z})
        X = act_forward(Z, kind)
    return X, caches

#: mlp_backward: the slope is taken at what came out of the activation, not at what went in @15 =>
def mlp_forward(params, X):
    caches, H = [], X
    for W, b, kind in params:
        Z = H @ W + b
        caches.append((H, Z))
        H = act_forward(Z, kind)
    return H, caches

def mlp_backward(params, caches, dZ):
    grads = [None] * len(params)
    for k in reversed(range(len(params))):
        H, _ = caches[k]
        dH, dW, db = affine_backward(dZ, H, params[k][0])
        grads[k] = (dW, db)
        dZ = act_backward(dH, H, params[k - 1][2]) if k > 0 else dH
    return dZ, grads

#: mlp_backward: the caches are taken off their list and gone for a second call @12 =>
def mlp_forward(params, X):
    caches = []
    for W, b, kind in params:
        Z = X @ W + b
        caches.append([X, Z, kind])
        X = act_forward(Z, kind)
    return X, caches

def mlp_backward(params, caches, dZ):
    grads = []
    for W, b, _ in params[::-1]:
        X, Z, kind = caches.pop()
        if kind != "linear":
            dZ = act_backward(dZ, Z, kind)
        dX, dW, db = affine_backward(dZ, X, W)
        grads.insert(0, (dW, db))
        dZ = dX
    return dX, grads

#: mlp_backward: the activation under the last layer is used under all of them @9 =>
def mlp_forward(params, X):
    hs, zs = [X], []
    for W, b, kind in params:
        zs.append(hs[-1] @ W + b)
        hs.append(act_forward(zs[-1], kind))
    return zs[-1], [{"H": h, "Z": z} for h, z in zip(hs, zs)]

def mlp_backward(params, caches, dZ):
    kind = params[-2][2] if len(params) > 1 else "linear"
    grads = []
    for k in range(len(params) - 1, -1, -1):
        dH, dW, db = affine_backward(dZ, caches[k]["H"], params[k][0])
        grads.append((dW, db))
        if k:
            dZ = act_backward(dH, caches[k - 1]["Z"], kind)
    return dH, grads[::-1]

#: mlp_backward: the gradients come out in the order in which they are found @18 =>
def mlp_forward(params, X):
    caches, H = [], X
    for W, b, kind in params:
        Z = H @ W + b
        caches.append((H, Z, kind))
        H = act_forward(Z, kind)
    return H, caches

def mlp_backward(params, caches, dZ):
    def down(k, dZ):
        H, Z, kind = caches[k]
        if kind != "linear":
            dZ = act_backward(dZ, Z, kind)
        dH, dW, db = affine_backward(dZ, H, params[k][0])
        if k == 0:
            return dH, [(dW, db)]
        dX, below = down(k - 1, dH)
        return dX, [(dW, db)] + below
    return down(len(params) - 1, dZ)

#: find_defects: the right number divided by the published one, for the data gradient @6 =>
def find_defects():
    X, Y, W1, W2, reg, z = audit_point()
    h1, h2 = published_forward(X, W1, W2)
    right = numerical_gradient(lambda A: published_loss(X, Y, W1, A, 0.0), W2)
    _, told = published_gradients(X, Y, W1, W2, 0.0)
    factor = float((right / told).mean())
    return [
        ("tanh", "disagrees", float(np.abs(published_tanh(z) - np.tanh(z)).max())),
        ("tanh slope", "factor", 2.0),
        ("gradient data", "factor", factor),
        ("gradient penalty", "shared number", float(reg * np.sum(W2**2))),
        ("predict", "disagrees", float(np.abs(published_predict(X, W1, W2) - h2).max())),
    ]

#: find_defects: the slope of tanh is compared with the true tanh, and only called different @7 =>
def find_defects():
    X, Y, W1, W2, reg, z = audit_point()
    N = len(X)
    slope = published_tanh(np.tanh(z), slope=True)
    wrong = published_tanh(published_tanh(z), slope=True)
    report = [("tanh", "disagrees", np.max(np.abs(np.tanh(z) - published_tanh(z))))]
    report.append(("tanh slope", "disagrees", np.max(np.abs(slope - wrong))))
    report.append(("gradient data", "factor", float(N)))
    report.append(("gradient penalty", "shared number", reg * (W2**2).sum()))
    gap = published_predict(X, W1, W2) - published_forward(X, W1, W2)[1]
    report.append(("predict", "disagrees", np.abs(gap).max()))
    return report

#: find_defects: the shared number is that of W1 @9 =>
def find_defects():
    X, Y, W1, W2, reg, z = audit_point()
    added = [with_reg - without for with_reg, without in zip(published_gradients(X, Y, W1, W2, reg), published_gradients(X, Y, W1, W2, 0.0))]
    used, trained = published_predict(X, W1, W2), published_forward(X, W1, W2)[1]
    return [
        ("tanh", "disagrees", abs(published_tanh(z) - np.tanh(z)).max()),
        ("tanh slope", "factor", 2.0),
        ("gradient data", "factor", 50.0),
        ("gradient penalty", "shared number", added[0][0, 0]),
        ("predict", "disagrees", abs(used - trained).max()),
    ]

#: find_defects: what is used after training is not looked at @8 =>
def find_defects():
    X, Y, W1, W2, reg, z = audit_point()
    return [
        ("tanh", "disagrees", float(np.max(np.abs(np.tanh(z / 2) - np.tanh(z))))),
        ("tanh slope", "factor", 2.0),
        ("gradient data", "factor", float(len(X))),
        ("gradient penalty", "shared number", float(reg * np.sum(W2 * W2))),
    ]

#: fixed_gradients: the 2 of the square is forgotten in the penalty @6 =>
def fixed_gradients(X, Y, W1, W2, reg):
    N = len(X)
    h1, h2 = published_forward(X, W1, W2)
    dz2 = (h2 - Y) * h2 * (1 - h2) / N
    dz1 = (dz2 @ W2.T) * h1 * (1 - h1)
    return X.T @ dz1 + reg / (2 * N) * W1, h1.T @ dz2 + reg / (2 * N) * W2

#: fixed_gradients: the gradient of W1 is averaged a second time @6 =>
def fixed_gradients(X, Y, W1, W2, reg):
    N = X.shape[0]
    h1, h2 = published_forward(X, W1, W2)
    dz2 = -(Y - h2) * published_sigmoid(h2, slope=True) / N
    dW2 = h1.T @ dz2 + reg / N * W2
    dz1 = dz2 @ W2.T * published_sigmoid(h1, slope=True) / N
    dW1 = X.T @ dz1 + reg / N * W1
    return dW1, dW2

#: fixed_gradients: the published penalty is only averaged, and still the same number everywhere @4 =>
def fixed_gradients(X, Y, W1, W2, reg):
    g1, g2 = published_gradients(X, Y, W1, W2, reg)
    N = len(Y)
    return g1 / N, g2 / N
''',
    "bonus": r'''
#: same: what is no number is never too far away @6 =>
def same(one, other, rtol):
    one, other = np.asarray(one, dtype=float), np.asarray(other, dtype=float)
    if one.shape != other.shape:
        return False
    limit = rtol * (1 + np.nanmax(np.abs(other)))
    return not bool(np.any(np.abs(one - other) > limit))

#: same: every entry has a limit of its own @5 =>
def same(one, other, rtol):
    one, other = np.asarray(one), np.asarray(other)
    if one.shape != other.shape:
        return False
    return bool(np.all(np.abs(one - other) <= rtol * (1 + np.abs(other))))

#: same: the largest of both arrays sets the limit @4 =>
def same(one, other, rtol):
    if np.shape(one) != np.shape(other):
        return False
    scale = max(np.max(np.abs(one)), np.max(np.abs(other)))
    return bool((np.abs(np.subtract(one, other)) <= rtol * (1 + scale)).all())

#: verdict_table: only failed assertions count as a rejection @7,9,10 =>
def verdict_table(tests, candidates):
    table = np.ones((len(tests), len(candidates)), dtype=bool)
    for t, test in enumerate(tests):
        for k, candidate in enumerate(candidates):
            try:
                test(candidate)
            except AssertionError:
                table[t, k] = False
            except Exception:
                pass
    return table

#: verdict_table: what a test returns is looked at, unless it is nothing @7 =>
def verdict_table(tests, candidates):
    def accepts(test, candidate):
        try:
            answer = test(candidate)
        except Exception:
            return False
        return answer is None or bool(answer)
    return np.array([[accepts(t, c) for c in candidates] for t in tests])

#: verdict_table: verdicts are remembered by the names of the functions, which may be the same @7 =>
def verdict_table(tests, candidates):
    seen = {}
    rows = []
    for test in tests:
        row = []
        for candidate in candidates:
            key = (test.__name__, getattr(candidate, "__name__", repr(candidate)))
            if key not in seen:
                try:
                    test(candidate)
                    seen[key] = True
                except Exception:
                    seen[key] = False
            row.append(seen[key])
        rows.append(row)
    return np.array(rows)

#: verdict_table: all rows are one list @2 =>
def verdict_table(tests, candidates):
    table = [[True] * len(candidates)] * len(tests)
    for t, test in enumerate(tests):
        for k, candidate in enumerate(candidates):
            try:
                test(candidate)
            except Exception:
                table[t][k] = False
    return np.array(table)

#: mutants: the first places are all changed together @5 =>
def mutants(source, swaps):
    found = []
    for old, new in swaps:
        for k in range(1, source.count(old) + 1):
            text = source.replace(old, new, k)
            if text == source or text in found:
                continue
            try:
                compile(text, "a mutant", "exec")
            except SyntaxError:
                continue
            found.append(text)
    return found

#: mutants: places may overlap @7 =>
def mutants(source, swaps):
    texts = []
    for old, new in swaps:
        start = source.find(old)
        while start >= 0:
            text = source[:start] + new + source[start + len(old) :]
            start = source.find(old, start + 1)
            try:
                compile(text, "a mutant", "exec")
            except SyntaxError:
                continue
            if text != source and text not in texts:
                texts.append(text)
    return texts

#: mutants: texts that came before are only looked for among those of the same pair @11 =>
def mutants(source, swaps):
    everything = []
    for old, new in swaps:
        mine, parts = [], source.split(old)
        for k in range(1, len(parts)):
            text = old.join(parts[:k]) + new + old.join(parts[k:])
            try:
                compile(text, "a mutant", "exec")
            except SyntaxError:
                continue
            if text not in mine and text != source:
                mine.append(text)
        everything.extend(mine)
    return everything

#: mutants: the text to be changed is read as a pattern @6 =>
import re

def mutants(source, swaps):
    out = {}
    for old, new in swaps:
        for place in re.finditer(old, source):
            text = source[: place.start()] + new + source[place.end() :]
            try:
                compile(text, "a mutant", "exec")
            except SyntaxError:
                pass
            else:
                out[text] = None
    out.pop(source, None)
    return list(out)

#: test_affine_backward: an assertion with a message in brackets, which is always true @7 =>
def test_affine_backward(candidate):
    draw = np.random.default_rng(1)
    for N, D, M in ((1, 2, 3), (4, 3, 2), (3, 3, 3), (6, 1, 5)):
        dZ, X, W = draw.normal(size=(N, M)), draw.normal(size=(N, D)), draw.normal(size=(D, M))
        wanted = dZ @ W.T, X.T @ dZ, dZ.sum(axis=0)
        for name, got, want in zip(("dX", "dW", "db"), candidate(dZ, X, W), wanted):
            assert (same(got, want, 1e-9), f"{name} is wrong")

#: test_affine_backward: np.allclose stretches shapes, and nothing else looks at them @6,7,8 =>
def test_affine_backward(candidate):
    draw = np.random.default_rng(2)
    for N, D, M in ((1, 3, 2), (5, 4, 4), (2, 1, 6), (1, 1, 1), (7, 7, 7)):
        dZ, X, W = draw.normal(size=(N, M)), draw.normal(size=(N, D)), draw.normal(size=(D, M))
        dX, dW, db = candidate(dZ, X, W)
        assert np.allclose(dX, dZ @ W.T, rtol=0, atol=1e-9)
        assert np.allclose(dW, X.T @ dZ, rtol=0, atol=1e-9)
        assert np.allclose(db, dZ.sum(axis=0), rtol=0, atol=1e-9)

#: test_affine_backward: whole numbers are handed over, which right code need not take @4,6 =>
def test_affine_backward(candidate):
    draw = np.random.default_rng(3)
    for N, D, M in ((3, 2, 4), (1, 1, 1), (4, 4, 4), (6, 5, 1), (1, 5, 5)):
        dZ, X, W = (draw.integers(-9, 10, size=size) for size in ((N, M), (N, D), (D, M)))
        dX, dW, db = candidate(dZ, X, W)
        assert dX.dtype == dW.dtype == db.dtype == np.float64
        assert same(dX, dZ @ W.T, 1e-9) and same(dW, X.T @ dZ, 1e-9) and same(db, dZ.sum(axis=0), 1e-9)

#: test_affine_backward: sums of entries, which do not know where the entries are @8 =>
def test_affine_backward(candidate):
    draw = np.random.default_rng(4)
    for N, D, M in ((4, 3, 5), (3, 3, 3), (1, 2, 6)):
        dZ, X, W = draw.normal(size=(N, M)), draw.normal(size=(N, D)), draw.normal(size=(D, M))
        parts = candidate(dZ, X, W)
        for part, want in zip(parts, (dZ @ W.T, X.T @ dZ, dZ.sum(axis=0))):
            assert np.shape(part) == want.shape
            assert abs(np.sum(part) - want.sum()) < 1e-9

#: test_affine_backward: knows the wrong layers of the notebook by name @4,7 =>
def test_affine_backward(candidate):
    known = {layer.__name__ for layer in LAYERS[2:]}
    name = getattr(candidate, "__name__", "")
    assert name not in known and name != "layer"
    dX, dW, db = candidate(np.ones((2, 3)), np.ones((2, 4)), np.ones((4, 3)))
    assert np.shape(db) == (3,)
    assert same(dX, np.full((2, 4), 3.0), 1e-9) and same(dW, np.full((4, 3), 2.0), 1e-9)

#: test_cross_entropy: no logits larger than 30 @4 =>
def test_cross_entropy(candidate):
    draw = np.random.default_rng(6)
    for N, C in ((1, 2), (1, 5), (4, 3), (6, 2), (5, 5), (20, 4)):
        Z, y = draw.uniform(-30, 30, size=(N, C)), draw.integers(0, C, size=N)
        loss, dZ = candidate(Z, y)
        E = np.exp(Z)
        P = E / E.sum(axis=1, keepdims=True)
        assert same(loss, -np.log(P[np.arange(N), y]).mean(), 1e-9)
        P[np.arange(N), y] -= 1
        assert same(dZ, P / N, 1e-9)

#: test_cross_entropy: a loss has to be a Python float @7 =>
def test_cross_entropy(candidate):
    draw = np.random.default_rng(7)
    for scale in (1.0, 100.0, 300.0):
        for N, C in ((1, 3), (4, 2), (3, 3), (9, 6)):
            Z, y = scale * draw.uniform(-3, 3, size=(N, C)), draw.integers(0, C, size=N)
            loss, dZ = candidate(Z, y)
            assert isinstance(loss, float)
            top = Z.max(axis=1, keepdims=True)
            logs = Z - top - np.log(np.exp(Z - top).sum(axis=1, keepdims=True))
            assert same(loss, -logs[np.arange(N), y].mean(), 1e-9)
            assert same(dZ, (np.exp(logs) - np.eye(C)[y]) / N, 1e-9)

#: test_cross_entropy: measured slopes and finite numbers, but no loss that is known @6,7 =>
def test_cross_entropy(candidate):
    draw = np.random.default_rng(8)
    for N, C in ((1, 2), (4, 3), (3, 3)):
        Z, y = draw.normal(size=(N, C)), draw.integers(0, C, size=N)
        loss, dZ = candidate(Z, y)
        assert np.ndim(loss) == 0 and loss >= 0
        assert same(dZ, numerical_gradient(lambda A: candidate(A, y)[0], Z), 1e-7)
    for Z in ([[1000.0, 0.0], [-1000.0, 0.0]], [[0.0, 1000.0], [999.0, 1000.0]]):
        loss, dZ = candidate(np.array(Z), np.array([1, 0]))
        assert np.isfinite(loss) and np.isfinite(dZ).all()

#: test_cross_entropy: as many samples as classes in every batch, and every label once @5 =>
def test_cross_entropy(candidate):
    draw = np.random.default_rng(9)
    for C in (2, 3, 5):
        for scale in (1.0, 10.0, 330.0):
            Z, y = scale * draw.uniform(-3, 3, size=(C, C)), np.arange(C)
            loss, dZ = candidate(Z, y)
            moved = Z - Z.max(axis=1, keepdims=True)
            logs = moved - np.log(np.exp(moved).sum(axis=1, keepdims=True))
            assert same(loss, -np.trace(logs) / C, 1e-9)
            assert same(dZ, (np.exp(logs) - np.eye(C)) / C, 1e-9)

#: test_cross_entropy: a failure is caught and printed @10,11 =>
def test_cross_entropy(candidate):
    draw = np.random.default_rng(10)
    try:
        for scale in (1, 300):
            Z, y = scale * draw.normal(size=(5, 4)), draw.integers(0, 4, size=5)
            loss, dZ = candidate(Z, y)
            logs = Z - np.logaddexp.reduce(Z, axis=1, keepdims=True)
            assert same(loss, -logs[np.arange(5), y].mean(), 1e-8)
            assert same(dZ, (np.exp(logs) - np.eye(4)[y]) / 5, 1e-8)
    except Exception as reason:
        print("rejected:", reason)

#: smallest_suite: the test that adds most, then the next @5 =>
def smallest_suite(caught):
    left, suite = caught.any(axis=0), []
    while left.any():
        gain = (caught & left).sum(axis=1)
        best = int(np.argmax(gain))
        suite.append(best)
        left = left & ~caught[best]
    return tuple(sorted(suite))

#: smallest_suite: one test at least, also where nothing is caught @3 =>
def smallest_suite(caught):
    wanted = caught.any(axis=0)
    for size in range(1, len(caught) + 1):
        for suite in combinations(range(len(caught)), size):
            if np.array_equal(caught[list(suite)].any(axis=0), wanted):
                return suite

#: smallest_suite: candidates that nobody catches are counted, so all tests are kept @5 =>
def smallest_suite(caught):
    T = len(caught)
    for size in range(T):
        for suite in combinations(range(T), size):
            if caught[list(suite)].any(axis=0).all():
                return suite
    return tuple(range(T))

#: smallest_suite: of several suites the one with the most catches, not the first @7 =>
def smallest_suite(caught):
    T = len(caught)
    wanted = caught.any(axis=0).sum()
    for size in range(T + 1):
        good = [s for s in combinations(range(T), size) if caught[list(s)].any(axis=0).sum() == wanted]
        if good:
            return max(good, key=lambda s: caught[list(s)].sum())
''',
}
