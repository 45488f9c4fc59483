"""A second set of wrong code over all assignments, by somebody who had read the questions and nothing of how mistakes are told.

Written the way courses, books and blogs in several languages write it. After @ stand the lines of the piece where the mistake
is, counted from 1; of a missing statement, the lines it should stand between. The labels after => were added when all pieces were
written and committed, from the sentences of the diagnoses and the names of the known mistakes; nothing was tuned on the set, and nothing
may be. Where two mistakes are made, either may be named.
"""

CASES = {
    "a1": r'''
#: affine_forward: features in rows, samples in columns, as another course has it @3,4,5 => transpose
def affine_forward(X, W, b):
    A_prev = X.T
    Z = np.dot(W.T, A_prev) + b.reshape(-1, 1)
    assert Z.shape == (W.shape[1], A_prev.shape[1])
    return Z

#: affine_forward: the bias is added once for every input @8 => =bias_for_every_input, term.argument.extra, line.columns.added
def affine_forward(X, W, b):
    N, D = X.shape
    M = W.shape[1]
    out = [[0.0] * M for _ in range(N)]
    for n in range(N):
        for m in range(M):
            for d in range(D):
                out[n][m] += X[n][d] * W[d][m] + b[m]
    return np.array(out)

#: affine_forward: integers times integers plus fractions in place @4 => !raised
def affine_forward(X, W, b):
    """全結合層の順伝播"""
    出力 = np.dot(X, W)
    出力 += b
    return 出力

#: affine_forward: every row of X keeps the last product only @8 =>
def affine_forward(X, W, b):
    filas, salidas = X.shape[0], W.shape[1]
    Z = np.zeros((filas, salidas))
    for i in range(filas):
        for j in range(salidas):
            suma = 0
            for k in range(X.shape[1]):
                suma = X[i, k] * W[k, j]
            Z[i, j] = suma + b[j]
    return Z

#: from_columns: reshaped into the other shape instead of turned over @3 => =reshaped_only, order
def from_columns(W_seed, b):
    M, D = W_seed.shape
    return W_seed.reshape(D, M).copy(), b.copy()

#: from_columns: the bias stays a column @3 => =bias_as_a_column, shape.extra-axis
def from_columns(W_seed, b):
    weights_for_rows = np.transpose(W_seed)
    bias_for_rows = np.array(b).reshape((-1, 1))
    return weights_for_rows, bias_for_rows

#: rotation: turns with the clock @6,7 => =clockwise, transpose, argument.negative
def rotation(degrees):
    grados_a_radianes = np.pi / 180
    theta = degrees * grados_a_radianes
    coseno, seno = np.cos(theta), np.sin(theta)
    return np.array([
        [coseno, seno],
        [-seno, coseno],
    ])

#: rotation: pi with four digits behind the point @1 => close
PI = 3.1416

def rotation(degrees):
    rad = degrees * PI / 180
    return np.array([[np.cos(rad), -np.sin(rad)], [np.sin(rad), np.cos(rad)]])

#: rotation: rounded so that it looks like the example @4 => =rounded, close.rounded
def rotation(degrees):
    a = np.deg2rad(degrees)
    R = np.stack([(np.cos(a), np.sin(a)), (-np.sin(a), np.cos(a))], axis=1)
    return R.round(6)

#: make_layer: the second turn comes first @3 => =turns_exchanged, argument.exchanged
def make_layer(deg1, scales, deg2, shift):
    first, second = rotation(deg1), rotation(deg2)
    motion = first @ np.diag(scales) @ second
    return motion.T, np.asarray(shift)

#: make_layer: the shift is turned along with the points @6 =>
def make_layer(deg1, scales, deg2, shift):
    """Builds the layer by sending the basis vectors and the origin through the motion."""
    def move(p):
        p = rotation(deg1) @ p
        p = scales * p
        return rotation(deg2) @ (p + shift)

    origin = move(np.zeros(2))
    W = np.array([move(e) - origin for e in np.eye(2)])
    return W, origin

#: make_layer: left as a matrix for columns @4 => =still_for_columns, transpose
def make_layer(deg1, scales, deg2, shift):
    S = np.array([[scales[0], 0], [0, scales[1]]])
    W = np.linalg.multi_dot([rotation(deg2), S, rotation(deg1)])
    return W, shift

#: decompose_affine: numpy's factors as they come @2,3 => =reflections_left_in
def decompose_affine(W):
    U, s, Vt = np.linalg.svd(W.T)
    return U, np.diag(s), Vt

#: decompose_affine: the mirror of the first factor is handed over, that of the second is lost @8,9 => =sign_dropped
def decompose_affine(W):
    U, s, Vt = np.linalg.svd(W.T)
    S = np.diag(s)
    if np.linalg.det(U) < 0:
        U[:, 1] *= -1
        S[1, 1] *= -1
    if np.linalg.det(Vt) < 0:
        Vt[1, :] *= -1
    return U, S, Vt

#: decompose_affine: W in place of its transpose @3 => =of_the_rows, transpose
def decompose_affine(W):
    flip = np.diag([1.0, -1.0])
    left, values, right = np.linalg.svd(W)
    S = np.diag(values)
    if np.linalg.det(left) < 0:
        left, S = left @ flip, flip @ S
    if np.linalg.det(right) < 0:
        right, S = flip @ right, S @ flip
    return left, S, right

#: relu: cut off at six, as on telephones @1 => clipped, side.far
relu = lambda A: np.clip(A, 0, 6)

#: relu: a comprehension that knows tables only @2 => !raised
def relu(A):
    return np.array([[x if x > 0 else 0.0 for x in fila] for fila in A])

#: relu: works in the array it was given @3,4 => =writes_into_its_input
def relu(A):
    mascara = A <= 0
    A[mascara] = 0
    return A

#: quadrant_kind: a coordinate of zero counts as inside @2,3 => =zero_counts_as_inside, entries.few
def quadrant_kind(A):
    x_positive = ~(A[:, 0] < 0)
    y_positive = ~(A[:, 1] < 0)
    return np.select([x_positive & y_positive, x_positive, y_positive], [0, 1, 2], default=3)

#: quadrant_kind: the axes have changed their numbers @4 => =axes_exchanged
def quadrant_kind(A):
    第一軸 = (A[:, 0] <= 0).astype(int)
    第二軸 = (A[:, 1] <= 0).astype(int)
    return 第一軸 + 2 * 第二軸

#: orthant_fraction: the theory instead of the trial @2,3 => =formula_without_trying
def orthant_fraction(n, samples, rng):
    hits = samples * 0.5 ** n
    return float(hits / samples)

#: orthant_fraction: the global generator @2 => =own_generator, state
def orthant_fraction(n, samples, rng):
    puntos = np.random.randn(samples, n)
    dentro = np.all(puntos > 0, axis=1)
    return np.count_nonzero(dentro) / samples

#: orthant_fraction: positive numbers are counted, not points @4,5 => =share_of_coordinates
def orthant_fraction(n, samples, rng):
    survivors = 0
    for _ in range(n):
        survivors += np.sum(rng.standard_normal(samples) > 0)
    return float(survivors / (n * samples))

#: layer_frames: ReLU also changes the frame before it, they are one array @7,8 =>
def layer_frames(H, W, b):
    R2, S, R1 = decompose_affine(W)
    frames = [H @ R1.T]
    frames.append(frames[-1] @ S)
    frames.append(frames[-1] @ R2.T)
    Z = frames[-1] + b
    frames.append(Z)
    Z[Z < 0] = 0
    frames.append(Z)
    return np.array(frames)

#: layer_frames: turned by rows as if they were columns @4,6 => =turns_backwards
def layer_frames(H, W, b):
    R2, S, R1 = decompose_affine(W)
    F = np.empty((5, *H.shape))
    F[0] = H @ R1
    F[1] = F[0] @ S
    F[2] = F[1] @ R2
    F[3] = F[2] + b
    F[4] = np.maximum(F[3], 0)
    return F

#: layer_frames: the shift is forgotten before ReLU @9 => =relu_before_the_shift
def layer_frames(H, W, b):
    R2, S, R1 = decompose_affine(W)
    p = H.T.astype(float)
    film = []
    for step in (R1, S, R2):
        p = step @ p
        film.append(p.T)
    film.append(film[2] + b)
    film.append(relu(film[2]))
    return np.stack(film)

#: standardize: the spread of a sample, with one fewer @3 => =divides_by_n_minus_one, factor
def standardize(X):
    mu = X.mean(0)
    sigma = X.std(0, ddof=1)
    Z = np.divide(X - mu, sigma, out=np.zeros(X.shape), where=sigma > 0)
    return Z, mu, sigma

#: standardize: the batch norm of lecture 7, with its epsilon @2,7,8 => =something_added_to_std, close
def standardize(X):
    eps = 1e-5
    N, D = X.shape
    mu = 1.0 / N * np.sum(X, axis=0)
    xmu = X - mu
    var = 1.0 / N * np.sum(xmu ** 2, axis=0)
    sqrtvar = np.sqrt(var + eps)
    return xmu / sqrtvar, mu, sqrtvar

#: standardize: the std of a constant column is told as 1 @4,5 => =returns_the_divisor
def standardize(X):
    media = np.mean(X, axis=0)
    desv = np.std(X, axis=0)
    desv[desv == 0] = 1
    return (X - media) / desv, media, desv

#: rotation: single precision, as on a graphics card @2 => close
def rotation(degrees):
    t = np.float32(np.deg2rad(degrees))
    return np.array([[np.cos(t), -np.sin(t)], [np.sin(t), np.cos(t)]], dtype=float)

#: quadrant_kind: kinds with a fraction point @2,12 => =kinds_as_floats
def quadrant_kind(A):
    kinds = np.zeros(len(A))
    for i, (x, y) in enumerate(A):
        if x > 0 and y > 0:
            kinds[i] = 0
        elif x > 0:
            kinds[i] = 1
        elif y > 0:
            kinds[i] = 2
        else:
            kinds[i] = 3
    return kinds

#: make_layer: small entries of W are swept away @3,4 => close
def make_layer(deg1, scales, deg2, shift):
    W = (rotation(deg2) @ np.diag(scales) @ rotation(deg1)).T
    W[np.abs(W) < 1e-10] = 0
    return W.round(10), np.asarray(shift)

#: standardize: the mean of the squares less the square of the mean @4 => close
def standardize(X):
    X = np.asarray(X, dtype=float)
    media = X.mean(axis=0)
    varianza = (X ** 2).mean(axis=0) - media ** 2
    desv = np.sqrt(np.maximum(varianza, 0))
    Z = np.zeros(X.shape)
    ok = desv > 0
    Z[:, ok] = (X[:, ok] - media[ok]) / desv[ok]
    return Z, media, desv

#: layer_frames: kept as whole numbers if the points are @3 => value.truncated
def layer_frames(H, W, b):
    R2, S, R1 = decompose_affine(W)
    F = np.zeros((5,) + H.shape, dtype=H.dtype)
    F[0] = H @ R1.T
    F[1] = (H @ R1.T) @ S
    F[2] = H @ W
    F[3] = H @ W + b
    F[4] = np.maximum(H @ W + b, 0)
    return F
''',
    "a2": r'''
#: sigmoid: the sign of the exponent @3 => =falls_instead_of_rises, argument.negative, value.complement
def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, e / (1 + e), 1 / (1 + e))

#: sigmoid: exponents are clipped at 100 so that nothing overflows @2 => =cuts_z_off, clipped, side.far
def sigmoid(z):
    z = np.clip(np.asarray(z, dtype=np.float64), -100, 100)
    return 1.0 / (1.0 + np.exp(-z))

#: sigmoid: one minus its mirror image @3 => =small_results_lost, side.far, close
def sigmoid(z):
    positivo = 1 / (1 + np.exp(-np.abs(z)))
    return np.where(z < 0, 1 - positivo, positivo)

#: tanh: half the argument @3 => =tanh_of_half, argument.halved
def tanh(z):
    """双曲線正接をシグモイドで書く: 2σ(2z) - 1"""
    return 2 * sigmoid(z) - 1

#: tanh: the quotient of exponentials, which overflow @2,3,4 => =tanh_overflows, not-finite
def tanh(z):
    num = np.exp(z) - np.exp(-z)
    den = np.exp(z) + np.exp(-z)
    return num / den

#: leaky_relu: minus the slope @2 => =leaks_upwards, argument.negative, side
def leaky_relu(z, slope):
    return np.maximum(0.0, z) - slope * np.minimum(0.0, z)

#: leaky_relu: the slope of the lecture @2 => =always_one_percent, argument.ignored
def leaky_relu(z, slope=0.01):
    return np.where(np.greater(z, 0), z, 0.01 * z)

#: elu: alpha outside the bracket only @4 => =bracket_forgotten
def elu(z, alpha):
    negativos = z <= 0
    salida = z.astype(float)
    salida[negativos] = alpha * np.exp(z[negativos]) - 1
    return salida

#: elu: kept in an array of the type of z @2 => value.truncated
def elu(z, alpha):
    h = np.zeros_like(z)
    for i, v in np.ndenumerate(z):
        h[i] = v if v > 0 else alpha * np.expm1(v)
    return h

#: softplus: a threshold at 20, below which it is as written @3 => =softplus_rounds_to_zero, side.far, close
def softplus(z):
    z = np.asarray(z, float)
    return np.where(z > 20, z, np.log(1 + np.exp(np.minimum(z, 20))))

#: softplus: logarithm to base two @2 => =logarithm_to_base_two
def softplus(z):
    return np.logaddexp2(0, z)

#: d_sigmoid: takes z for the output @2 => =short_form_with_z, local.input-for-output
def d_sigmoid(z):
    return z * (1.0 - z)

#: d_sigmoid: the subtraction that loses everything @3 => =right_tail_lost, side.far, close
def d_sigmoid(z):
    s = sigmoid(z)
    return s - s ** 2

#: d_tanh: the square is forgotten @3 => =square_forgotten
def d_tanh(z):
    t = np.tanh(z)
    return (1 - t)

#: d_tanh: four sigmoids of z @2 => argument.halved
def d_tanh(z):
    return 4 * d_sigmoid(z)

#: d_leaky_relu: multiplied by z once more @3 => =leak_times_z
def d_leaky_relu(z, slope):
    grad = np.ones_like(z, dtype=float)
    grad[z < 0] = slope * z[z < 0]
    return grad

#: d_leaky_relu: an int array cannot hold 0.1 @2 => value.truncated
def d_leaky_relu(z, slope):
    pendiente = np.ones_like(z)
    pendiente[z < 0] = slope
    return pendiente

#: d_elu: as if it were given the output @2 => side
def d_elu(z, alpha):
    return np.where(z > 0, 1.0, z + alpha)

#: d_elu: alpha times (exp - 1), the function and not its slope @7 => =value_of_elu_on_the_left, side
def d_elu(z, alpha):
    out = []
    for v in z.ravel():
        if v > 0:
            out.append(1.0)
        else:
            out.append(alpha * (np.exp(v) - 1))
    return np.reshape(out, z.shape)

#: d_softplus: the slope of the sigmoid, one derivative too far @3 => =one_slope_too_many
def d_softplus(z):
    s = sigmoid(z)
    return s * sigmoid(-z)

#: d_softplus: exp over one plus exp @3,4 => =slope_of_softplus_overflows, not-finite
def d_softplus(z):
    with np.errstate(all="ignore"):
        e = np.exp(z)
        return e / (1 + e)

#: d_sigmoid_from_output: takes the sigmoid a second time @4 => =squashes_the_output
def d_sigmoid_from_output(h):
    def sigma(t):
        return 1 / (1 + np.exp(-t))
    return sigma(h) * (1 - sigma(h))

#: unit: the bias comes after the activation @2,3 => =bias_after_the_activation
def unit(X, w, b, act):
    entrada = X @ w
    return act(entrada) + b

#: unit: a column comes back @3,8,11 => =keeps_an_axis, shape.extra-axis
class Unit:
    def __init__(self, w, b, act):
        self.w = np.asarray(w).reshape(-1, 1)
        self.b = b
        self.act = act

    def __call__(self, X):
        return self.act(X @ self.w + self.b)

def unit(X, w, b, act):
    return Unit(w, b, act)(X)

#: gate: AND touches zero at (1, 1) @3 => =on_at_zero
def gate(name):
    table = {
        "AND": (np.array([1.0, 1.0]), -2.0),
        "OR": (np.array([1.0, 1.0]), -0.5),
        "NAND": (np.array([-1.0, -1.0]), 1.5),
        "AND3": (np.array([1.0, 1.0, 1.0]), -2.5),
    }
    return table[name]

#: gate: AND3 with the bias of AND, from the book with 0.5 and -0.7 @9 => =two_of_three
def gate(name):
    if name == "AND":
        w, b = np.array([0.5, 0.5]), -0.7
    elif name == "NAND":
        w, b = np.array([-0.5, -0.5]), 0.7
    elif name == "OR":
        w, b = np.array([0.5, 0.5]), -0.2
    elif name == "AND3":
        w, b = np.array([0.5, 0.5, 0.5]), -0.7
    return w, b

#: gate: NAND with the weights of AND and the bias turned round @5 => =nand_turns_the_bias_only
def gate(name):
    n = 3 if name.endswith("3") else 2
    w = np.ones(n)
    b = {"AND": -1.5, "AND3": -2.5, "OR": -0.5, "NAND": 1.5}[name]
    return w, b

#: xor_net: OR and AND, but AND counts for it @4 =>
def xor_net():
    W1 = np.array([[1, 1], [1, 1]])
    b1 = np.array([-0.5, -1.5])
    w2 = np.array([1, 1])
    b2 = -0.5
    return W1, b1, w2, b2

#: xor_net: equal instead of different, with the weights of the text @4 => =on_where_equal
def xor_net():
    W1 = np.array([[1.0, -1.0], [-1.0, 1.0]])
    b1 = np.array([-0.5, -0.5])
    return W1, b1, np.array([-1.0, -1.0]), 0.5

#: farkas_xor: something remains of b @2 => !property
def farkas_xor():
    return np.array([2.0, 1.0, 1.0, 1.0])

#: farkas_xor: a minus for the conditions that are off @2 => =signs_put_in_twice
def farkas_xor():
    return np.array([-1.0, 1.0, 1.0, -1.0])

#: is_separable: only XOR is looked for @4 => =only_xor
def is_separable(y):
    """Two inputs: the only function that cannot be computed is XOR."""
    xor = (0, 1, 1, 0)
    return tuple(int(v) for v in y) != xor

#: is_separable: a perceptron that gets too few epochs and no bias @6,8 => =no_bias
def is_separable(y):
    w = np.zeros(2)
    for _ in range(100):
        errores = 0
        for entrada, objetivo in zip(corners(2), y):
            salida = 1 if entrada @ w > 0 else 0
            if salida != objetivo:
                w = w + (objetivo - salida) * entrada
                errores += 1
        if errores == 0:
            return True
    return False

#: count_separable: weights of minus one to one only @4 => =weights_up_to_one
def count_separable(n):
    from itertools import product
    vistas = set()
    for w in product([-1, 0, 1], repeat=n):
        for b in np.arange(-n - 0.5, n + 1, 0.5):
            z = corners(n) @ np.array(w) + b
            vistas.add(tuple(z > 0))
    return len(vistas)

#: count_separable: numbers learned by heart, one of them wrong @2 =>
def count_separable(n):
    conocidos = {1: 4, 2: 14, 3: 108}
    return conocidos[n]

#: sensitivity: not turned over, one row per input @4 => =inputs_in_rows, transpose
def sensitivity(x, W, b):
    z = np.dot(x, W) + b
    pendiente = d_sigmoid(z)
    return W * pendiente

#: sensitivity: the bias does not shift the slope @5,7 => =sensitivity_without_bias, argument.ignored
def sensitivity(x, W, b):
    M, D = W.shape[1], W.shape[0]
    J = np.zeros((M, D))
    for j in range(M):
        pre = sum(x[i] * W[i, j] for i in range(D))
        for i in range(D):
            J[j, i] = d_sigmoid(np.array([pre]))[0] * W[i, j]
    return J

#: window: a product where a difference was asked for @2 => =product_of_two_units
def window(x, lo, hi, k):
    return sigmoid(k * (x - lo)) * sigmoid(-k * (x - hi))

#: window: the sharpness misses the bracket @2,3 => =bracket_left_out
def window(x, lo, hi, k):
    sube = sigmoid(k * x - lo)
    baja = sigmoid(k * x - hi)
    return sube - baja

#: rbf: a Gaussian with a half in the exponent @3 => =halfwidth_as_standard_deviation
def rbf(x, centre, halfwidth):
    u = (x - centre) / halfwidth
    return np.exp(-0.5 * u ** 2)

#: rbf: the half width is squared as well as the quotient @3 => =halfwidth_not_squared
def rbf(x, centre, halfwidth):
    distance_squared = np.square(x - centre)
    return 2.0 ** (-distance_squared / halfwidth)

#: rbf: whole quotients @2 =>
def rbf(x, centre, halfwidth):
    distancia = np.abs(x - centre) // halfwidth
    return np.exp(-np.log(2) * distancia ** 2)

#: softplus: for lists of numbers, not for tables @2 => !raised
def softplus(z):
    return np.array([max(v, 0.0) + np.log1p(np.exp(-abs(v))) for v in z])

#: is_separable: three rounds of a perceptron @4 => =stops_too_early
def is_separable(y):
    X = np.column_stack([corners(2), np.ones(4)])
    w = np.zeros(3)
    for _ in range(3):
        fallos = 0
        for x, t in zip(X, y):
            o = int(w @ x > 0)
            w += (t - o) * x
            fallos += o != t
        if not fallos:
            return True
    return False

#: unit: the activation sees one number at a time, and only positive sums @2 => side
def unit(X, w, b, act):
    z = np.clip(X @ w + b, 0, None)
    return act(z)
''',
    "a3": r'''
#: one_hot: negative labels fall through to the last column @8 => =negative_labels_wrap, error
def one_hot(y, C):
    """Convert labels to one-hot.

    Args:
        y: labels
        C: number of classes
    """
    if max(y) >= C:
        raise ValueError("label out of range")
    Y = np.zeros((len(y), C))
    for fila, etiqueta in enumerate(y):
        Y[fila][etiqueta] = 1.0
    return Y

#: one_hot: classes in rows, samples in columns @4,5,6 => =samples_in_columns, transpose
def one_hot(y, C):
    if np.any((y < 0) | (y >= C)):
        raise ValueError("etiqueta fuera de rango")
    Y = np.zeros((C, y.size))
    Y[y, np.arange(y.size)] = 1
    return Y

#: one_hot: np.eye of integers @4 => =whole_numbers
def one_hot(y, C):
    if y.min() < 0 or y.max() >= C:
        raise ValueError
    return np.identity(C, dtype=int)[y]

#: softmax: the sum runs over the samples @4 => =sums_down_the_columns, axis
def softmax(Z):
    shifted = Z - np.max(Z, axis=1, keepdims=True)
    exps = np.exp(shifted)
    return exps / exps.sum(axis=0)

#: softmax: one maximum for the whole batch @2 => =one_shift_for_all_rows, not-finite
def softmax(x):
    c = np.max(x)
    exp_a = np.exp(x - c) # オーバーフロー対策
    return exp_a / np.sum(exp_a, axis=1, keepdims=True)

#: softmax: columns of the book, turned over once too few @6 => transpose
def softmax(x):
    if x.ndim == 2:
        x = x.T
        x = x - np.max(x, axis=0)
        y = np.exp(x) / np.sum(np.exp(x), axis=0)
        return y
    x = x - np.max(x)
    return np.exp(x) / np.sum(np.exp(x))

#: softmax: a small number under the fraction @4 => =adds_to_the_sum, close
def softmax(Z):
    Z = Z - Z.max(1)[:, None]
    numerator = np.exp(Z)
    denominator = numerator.sum(1)[:, None] + 1e-8
    return numerator / denominator

#: softmax: moves the logits of the caller @2 => =shifts_in_place
def softmax(Z):
    Z -= np.amax(Z, axis=1, keepdims=True)
    P = np.exp(Z)
    P /= P.sum(axis=1, keepdims=True)
    return P

#: cross_entropy: the gradient is not averaged, as it was in the loop of assignment 1 @12,13 => =gradient_not_averaged, factor.rows
def cross_entropy(Z, y):
    num_train = Z.shape[0]
    loss = 0.0
    dZ = np.zeros(Z.shape)
    for i in range(num_train):
        scores = Z[i] - np.max(Z[i])
        total = np.sum(np.exp(scores))
        loss += np.log(total) - scores[y[i]]
        for j in range(Z.shape[1]):
            dZ[i, j] = np.exp(scores[j]) / total
        dZ[i, y[i]] -= 1
    loss /= num_train
    return loss, dZ

#: cross_entropy: a delta inside the logarithm, from the book @5,6 => =adds_inside_the_logarithm, close
def cross_entropy(Z, y):
    batch_size = y.shape[0]
    t = one_hot(y, Z.shape[1])
    確率 = softmax(Z)
    delta = 1e-7
    loss = -np.sum(t * np.log(確率 + delta)) / batch_size
    return loss, (確率 - t) / batch_size

#: cross_entropy: averaged over the classes as well @5 => =averages_over_all_entries, factor.per-columns
def cross_entropy(Z, y):
    m = Z.max(axis=1, keepdims=True)
    logp = Z - m - np.log(np.exp(Z - m).sum(axis=1, keepdims=True))
    Y = one_hot(y, Z.shape[1])
    loss = -(Y * logp).mean()
    grad = (np.exp(logp) - Y) / len(y)
    return loss, grad

#: cross_entropy: the ones are taken off all columns of the labels at once @6 => =every_label_for_every_row
def cross_entropy(Z, y):
    N = len(Z)
    lse = np.logaddexp.reduce(Z.astype(float), axis=1)
    loss = np.mean(lse - Z[range(N), y])
    dZ = np.exp(Z - lse[:, None])
    dZ[:, y] -= 1
    return loss, dZ / N

#: cross_entropy: labels minus probabilities @8 => =gradient_points_downhill, sign
def cross_entropy(Z, y):
    P = softmax(Z)
    Y = one_hot(y, P.shape[1])
    with np.errstate(divide="ignore"):
        shifted = Z - np.max(Z, axis=-1, keepdims=True)
    log_P = shifted - np.log(np.sum(np.exp(shifted), axis=-1, keepdims=True))
    perdida = -np.sum(log_P[np.arange(y.size), y]) / y.size
    gradiente = (Y - P) / y.size
    return perdida, gradiente

#: cross_entropy: a sum for the loss, and the logarithm of a vanished share @4 => =sums_the_loss, =logarithm_after_softmax, factor.rows, factor.per-rows, not-finite
def cross_entropy(Z, y):
    N = Z.shape[0]
    P = softmax(Z)
    loss = -np.log(P[np.arange(N), y]).sum()
    dZ = P
    dZ[np.arange(N), y] -= 1
    return loss, dZ / N

#: cross_entropy: the true class's slope times the probability, a Jacobian half done @11 => entries.label
def cross_entropy(Z, y):
    Z = Z - Z.max(axis=1, keepdims=True)
    N, C = Z.shape
    S = np.exp(Z).sum(axis=1)
    loss = np.mean(np.log(S) - Z[np.arange(N), y])
    P = np.exp(Z) / S[:, None]
    dZ = np.zeros((N, C))
    for n in range(N):
        for c in range(C):
            if c == y[n]:
                dZ[n, c] = P[n, c] * (P[n, c] - 1) / N
            else:
                dZ[n, c] = P[n, c] / N
    return loss, dZ

#: bce_with_logits: probabilities are clipped @5 => =clips_the_probability, clipped, close, side.far
def bce_with_logits(z, y):
    if z.shape != y.shape:
        raise ValueError("shapes differ")
    eps = 1e-15
    p = np.clip(1 / (1 + np.exp(-z)), eps, 1 - eps)
    loss = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
    return loss, (p - y) / len(y)

#: bce_with_logits: only the positive samples cost @8 => =only_the_ones_cost
def bce_with_logits(z, y):
    if np.shape(z) != np.shape(y):
        raise ValueError(f"{np.shape(z)} != {np.shape(y)}")
    n = len(z)
    costo, dz = 0.0, []
    for logit, clase in zip(z, y):
        p = 0.5 * (1 + np.tanh(logit / 2))
        if clase:
            costo += np.logaddexp(0, -logit)
        dz.append((p - clase) / n)
    return costo / n, np.array(dz)

#: bce_with_logits: only the lengths are compared @2 => =shapes_not_compared, error
def bce_with_logits(z, y):
    if len(z) != len(y):
        raise ValueError("z and y must have the same length")
    z = np.asarray(z, dtype=float)
    loss = (np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))).mean()
    e = np.exp(-np.abs(z))
    p = np.where(z >= 0, 1, e) / (1 + e)
    return loss, (p - y) / z.shape[0]

#: bce_with_logits: the gradient by p, not by z @7 =>
def bce_with_logits(z, y):
    if z.shape != y.shape:
        raise ValueError("z and y differ in shape")
    N = z.shape[0]
    p = sigmoid(z)
    loss = np.mean(np.logaddexp(0.0, z) - y * z)
    dz = (-(y / p) + (1 - y) / (1 - p)) / N
    return loss, dz

#: mse_ridge: the penalty is not divided by N @6 => =price_not_averaged
def mse_ridge(Y, H, Ws, lam):
    if Y.shape != H.shape:
        raise ValueError("shape mismatch")
    m = Y.shape[0]
    error = np.sum((Y - H) ** 2) / (2 * m)
    castigo = sum(lam / 2 * np.sum(np.square(W)) for W in Ws)
    return error + castigo

#: mse_ridge: np.mean divides by the outputs too @4 => =averages_over_outputs
def mse_ridge(Y, H, Ws, lam):
    if np.shape(Y) != np.shape(H):
        raise ValueError(f"Y {np.shape(Y)}, H {np.shape(H)}")
    data = 0.5 * np.mean((Y - H) ** 2)
    reg = 0.0
    for W in Ws:
        reg += np.linalg.norm(W) ** 2
    return data + lam * reg / (2 * len(Y))

#: mse_ridge: only the last array is charged @7 => =only_the_last_array
def mse_ridge(Y, H, Ws, lam):
    if Y.shape != H.shape:
        raise ValueError
    N = len(Y)
    penalty = 0
    for W in Ws:
        penalty = np.sum(W * W)
    return (np.sum((H - Y) ** 2) + lam * penalty) / (2 * N)

#: mse_grad: the two of the square and no average @4 => =twice_the_gradient, =gradient_of_the_sum, factor.two-rows
def mse_grad(Y, H):
    if Y.shape != H.shape:
        raise ValueError("distintas formas")
    return 2 * (H - Y)

#: mse_grad: all entries count as samples @5 => =divides_by_all_entries, factor.per-columns
def mse_grad(Y, H):
    if Y.shape != H.shape:
        raise ValueError("Y and H differ in shape")
    residuals = np.subtract(H, Y, dtype=float)
    return residuals / residuals.size

#: numerical_gradient: the step up is not taken back before the step down @10 => =forward_difference, factor.half
def numerical_gradient(f, x, eps):
    x = np.array(x, dtype=np.float64)
    grad = np.zeros_like(x)
    it = np.nditer(x, flags=["multi_index"])
    while not it.finished:
        idx = it.multi_index
        tmp = x[idx]
        x[idx] = x[idx] + eps
        fxh1 = f(x)
        x[idx] = x[idx] - eps
        fxh2 = f(x)
        grad[idx] = (fxh1 - fxh2) / (2 * eps)
        x[idx] = tmp
        it.iternext()
    return grad

#: numerical_gradient: steps add up, an entry stays where it was pushed @8,9 => =entries_not_put_back
def numerical_gradient(f, x, eps):
    point = np.array(x, float)
    slopes = np.empty(point.shape)
    for k in np.ndindex(point.shape):
        point[k] += eps
        above = f(point)
        point[k] -= 2 * eps
        below = f(point)
        slopes[k] = (above - below) / (2 * eps)
    return slopes

#: numerical_gradient: one loop over rows, for vectors only @5,7 => =moves_whole_rows
def numerical_gradient(f, x, eps):
    h = eps
    x = np.asarray(x, dtype=float)
    grad = np.zeros(x.shape)
    for i in range(x.shape[0]):
        e = np.zeros(x.shape)
        e[i] = h
        grad[i] = (f(x + e) - f(x - e)) / (2 * h)
    return grad

#: numerical_gradient: 数値微分 with its own step of 1e-4 @2 => =ignores_eps, argument.ignored
def numerical_gradient(f, x, eps):
    h = 1e-4
    x = np.array(x, dtype=float)
    勾配 = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        元 = x[i]
        x[i] = 元 + h
        上 = f(x)
        x[i] = 元 - h
        下 = f(x)
        勾配[i] = (上 - 下) / (2 * h)
        x[i] = 元
    return 勾配

#: gradcheck: divided by the sum of the two sizes @21 => =relative_to_the_sum
def gradcheck(f, g, x):
    x = np.array(x, dtype=float)
    a = np.asarray(g(x), dtype=float)
    if a.shape != x.shape:
        raise ValueError("gradient has the wrong shape")
    n = numerical_gradient(f, x, 1e-5)
    eps, kinks, best, where = 1e-5, 0, 0.0, None
    f0 = f(x)
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = eps
        right, left = (f(x + e) - f0) / eps, (f0 - f(x - e)) / eps
        if abs(right - left) > 1e-3 * max(1, abs(right), abs(left)):
            kinks += 1
            continue
        if not (np.isfinite(a[i]) and np.isfinite(n[i])):
            rel = np.inf
        elif a[i] == 0 and n[i] == 0:
            rel = 0.0
        else:
            rel = abs(a[i] - n[i]) / (abs(a[i]) + abs(n[i]))
        if where is None or rel > best:
            best, where = rel, i
    return {"max_rel": float(best), "worst_index": where, "kinks": kinks}

#: gradcheck: the flat position is told @23 => =flat_position
def gradcheck(f, g, x):
    x = np.asarray(x, dtype=float)
    claimed, measured = g(x), numerical_gradient(f, x, 1e-5)
    if np.shape(claimed) != x.shape:
        raise ValueError("shape of the gradient")
    rel = np.full(x.shape, -1.0)
    kinks = 0
    for i in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[i] = 1e-5
        r = (f(x + step) - f(x)) / 1e-5
        l = (f(x) - f(x - step)) / 1e-5
        if abs(r - l) > 1e-3 * max(1.0, abs(r), abs(l)):
            kinks += 1
            continue
        top = max(abs(claimed[i]), abs(measured[i]))
        if not np.isfinite(claimed[i]) or not np.isfinite(measured[i]):
            rel[i] = np.inf
        else:
            rel[i] = abs(claimed[i] - measured[i]) / top if top > 0 else 0.0
    if kinks == x.size:
        return dict(max_rel=0.0, worst_index=None, kinks=kinks)
    return dict(max_rel=float(rel.max()), worst_index=rel.argmax(), kinks=kinks)

#: gradcheck: NaN slips through the comparison @18,19 => =nan_is_forgiven
def gradcheck(f, g, x):
    eps = 1e-5
    x = np.array(x, dtype=float)
    a = np.array(g(x.copy()), dtype=float)
    if a.shape != x.shape:
        raise ValueError(f"g(x) has shape {a.shape}, x has {x.shape}")
    n = numerical_gradient(f, x, eps)
    peor, indice, picos = 0.0, None, 0
    for i in np.ndindex(*x.shape):
        mas, menos = x.copy(), x.copy()
        mas[i] += eps
        menos[i] -= eps
        d, s = (f(mas) - f(x)) / eps, (f(x) - f(menos)) / eps
        if abs(d - s) > 1e-3 * max(1, abs(d), abs(s)):
            picos += 1
            continue
        escala = max(abs(a[i]), abs(n[i]))
        error = 0.0 if escala == 0 else abs(a[i] - n[i]) / escala
        if indice is None or error > peor:
            peor, indice = error, i
    return {"max_rel": peor, "worst_index": indice, "kinks": picos}

#: fit_logistic: the bias moves with the new weights @7,8 => =bias_after_weights
def fit_logistic(X, y, lam, steps, lr):
    N, D = X.shape
    w, b = np.zeros(D), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(X @ w + b, y)
        w = w - lr * (X.T @ dz + lam / N * w)
        _, dz = bce_with_logits(X @ w + b, y)
        b = b - lr * dz.sum()
    return w, b

#: fit_logistic: a bias among the weights, and charged like them @6 => =bias_is_charged
def fit_logistic(X, y, lam, steps, lr):
    Xb = np.c_[np.ones(len(X)), X]
    theta = np.zeros(Xb.shape[1])
    for paso in range(steps):
        loss, dz = bce_with_logits(Xb @ theta, y)
        grad = Xb.T @ dz + lam * theta / len(y)
        theta -= lr * grad
    return theta[1:], theta[0]

#: fit_logistic: divided by N once more, and one step too many @6,8,9 => =averages_twice
def fit_logistic(X, y, lam, steps, lr):
    m = X.shape[0]
    w = np.zeros(X.shape[1])
    b = 0.0
    i = 0
    while i <= steps:
        cost, dz = bce_with_logits(X @ w + b, y)
        dw = (1 / m) * np.dot(X.T, dz) + (lam / m) * w
        db = (1 / m) * np.sum(dz)
        w = w - lr * dw
        b = b - lr * db
        i += 1
    return w, b

#: fit_logistic: the price is left out when there is one @6 => =lam_not_divided
def fit_logistic(X, y, lam, steps, lr):
    w, b = np.zeros(np.shape(X)[1]), 0.0
    for _ in range(steps):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        residuo = (p - y) / len(y)
        w, b = w - lr * (residuo @ X + lam * w), b - lr * residuo.sum()
    return w, b

#: softmax: exponents are not let below minus 100 @3 => =clips_logits, clipped, close, side.far
def softmax(Z):
    Z = np.asarray(Z, dtype=float)
    s = np.clip(Z - Z.max(axis=1, keepdims=True), -100, 0)
    e = np.exp(s)
    return e / e.sum(axis=1, keepdims=True)

#: cross_entropy: one maximum for the batch, in the loss alone @4,5 => not-finite
def cross_entropy(Z, y):
    N = len(y)
    Z = np.asarray(Z, float)
    m = Z.max()
    lse = m + np.log(np.exp(Z - m).sum(axis=1))
    loss = np.mean(lse - Z[np.arange(N), y])
    return loss, (softmax(Z) - one_hot(y, Z.shape[1])) / N

#: bce_with_logits: the numbers of axes are compared, not the shapes @2 => =shapes_not_compared, error
def bce_with_logits(z, y):
    if z.ndim != y.ndim:
        raise ValueError("z and y differ in shape")
    N = len(z)
    loss = np.sum(np.logaddexp(0, z) - y * z) / N
    p = np.exp(-np.logaddexp(0, -np.asarray(z, float)))
    return loss, (p - y) / N

#: mse_ridge: as many numbers is as good as the same shape @2 => =broadcasts_targets, error
def mse_ridge(Y, H, Ws, lam):
    if np.size(Y) != np.size(H):
        raise ValueError("Y and H must match")
    N = np.shape(Y)[0]
    total = np.sum((np.asarray(Y) - H) ** 2.0)
    total += lam * sum(float(np.sum(np.asarray(W) ** 2.0)) for W in Ws)
    return total / (2 * N)

#: mse_grad: numpy will complain @3 => =broadcasts_outputs, error
def mse_grad(Y, H):
    N = len(Y)
    return (H - Y) / N

#: numerical_gradient: only integers are made float64 @2 => =single_precision, close
def numerical_gradient(f, x, eps):
    p = x.astype(float) if x.dtype.kind in "iu" else x.copy()
    g = np.zeros(p.shape)
    for i in np.ndindex(p.shape):
        alt = p[i]
        p[i] = alt + eps
        arriba = f(p)
        p[i] = alt - eps
        abajo = f(p)
        p[i] = alt
        g[i] = (arriba - abajo) / (2 * eps)
    return g

#: numerical_gradient: the caller's array is moved and moved back @6,10 => =moves_the_caller
def numerical_gradient(f, x, eps):
    if x.dtype != np.float64:
        x = x.astype(np.float64)
    grad = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        x[i] += eps
        hi = f(x)
        x[i] -= 2 * eps
        lo = f(x)
        x[i] += eps
        grad[i] = (hi - lo) / (2 * eps)
    return grad

#: gradcheck: any gradient with as many entries will do @4 => =any_shape_is_welcome, error
def gradcheck(f, g, x):
    x = np.array(x, dtype=float)
    a, n = np.asarray(g(x), float), numerical_gradient(f, x, 1e-5)
    if a.size != x.size:
        raise ValueError("wrong shape")
    a = a.reshape(x.shape)
    f0, kinks, rels = f(x), 0, {}
    for i in np.ndindex(x.shape):
        d = np.zeros(x.shape)
        d[i] = 1e-5
        r, l = (f(x + d) - f0) / 1e-5, (f0 - f(x - d)) / 1e-5
        if abs(r - l) > 1e-3 * max(1, abs(r), abs(l)):
            kinks += 1
        elif not np.isfinite([a[i], n[i]]).all():
            rels[i] = np.inf
        else:
            m = max(abs(a[i]), abs(n[i]))
            rels[i] = abs(a[i] - n[i]) / m if m else 0.0
    worst = max(rels, key=rels.get) if rels else None
    return {"max_rel": rels[worst] if rels else 0.0, "worst_index": worst, "kinks": kinks}

#: gradcheck: a kink is a difference of a thousandth, however steep @13 => =every_curve_is_a_kink
def gradcheck(f, g, x):
    h = 1e-5
    x = np.asarray(x, dtype=float)
    a = np.asarray(g(x.copy()), dtype=float)
    if a.shape != x.shape:
        raise ValueError("g(x) must have the shape of x")
    n = numerical_gradient(f, x, h)
    peor, donde, picos = -1.0, None, 0
    for i in np.ndindex(x.shape):
        e = np.zeros_like(x)
        e[i] = h
        derecha, izquierda = (f(x + e) - f(x)) / h, (f(x) - f(x - e)) / h
        if abs(derecha - izquierda) > 1e-3:
            picos += 1
            continue
        if not (np.isfinite(a[i]) and np.isfinite(n[i])):
            rel = float("inf")
        else:
            rel = 0.0 if a[i] == n[i] == 0 else abs(a[i] - n[i]) / max(abs(a[i]), abs(n[i]))
        if rel > peor:
            peor, donde = rel, i
    return {"max_rel": max(peor, 0.0), "worst_index": donde, "kinks": picos}

#: fit_logistic: stops when little changes @5,6 =>
def fit_logistic(X, y, lam, steps, lr):
    w, b, antes = np.zeros(X.shape[1]), 0.0, np.inf
    for _ in range(steps):
        perdida, dz = bce_with_logits(X @ w + b, y)
        if antes - perdida < 1e-6:
            break
        antes = perdida
        w, b = w - lr * (X.T @ dz + lam / len(y) * w), b - lr * dz.sum()
    return w, b

#: fit_logistic: w is a column @3,8 => shape.extra-axis
def fit_logistic(X, y, lam, steps, lr):
    m, n = X.shape
    w, b = np.zeros((n, 1)), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits((X @ w + b).ravel(), y)
        w = w - lr * (X.T @ dz.reshape(-1, 1) + lam / m * w)
        b = b - lr * np.sum(dz)
    return w, b
''',
    "a4": r'''
#: affine_backward: averaged in the layer, as in week 3 @3,4 => =averages_dW_and_db, factor.per-rows
def affine_backward(dZ, X, W):
    m = X.shape[0]
    dW = 1 / m * np.dot(X.T, dZ)
    db = 1 / m * np.sum(dZ, axis=0)
    dA_prev = np.dot(dZ, W.T)
    return dA_prev, dW, db

#: affine_backward: db keeps its row @4 => =keeps_an_axis_in_db, shape.extra-axis
def affine_backward(dZ, X, W):
    dx = dZ.dot(W.T)
    dw = X.T.dot(dZ)
    db = np.sum(dZ, axis=0, keepdims=True)
    return dx, dw, db

#: affine_backward: db sums along the wrong axis @4 => =sums_db_over_neurons, axis
def affine_backward(dZ, X, W):
    dX = np.einsum("nm,dm->nd", dZ, W)
    dW = np.einsum("nd,nm->dm", X, dZ)
    db = np.einsum("nm->n", dZ)
    return dX, dW, db

#: affine_backward: the samples overwrite each other in dW @6 => batch.last
def affine_backward(dZ, X, W):
    dW = np.zeros(W.shape)
    db = np.zeros(W.shape[1])
    dX = np.zeros(X.shape)
    for n in range(X.shape[0]):
        dW = np.outer(X[n], dZ[n])
        db = db + dZ[n]
        dX[n] = W @ dZ[n]
    return dX, dW, db

#: affine_backward: the order of another book, dW first @9,12 => =returns_dW_first, swapped
class Affine:
    def __init__(self, W, x):
        self.W, self.x = W, x

    def backward(self, dout):
        dx = np.dot(dout, self.W.T)
        self.dW = np.dot(self.x.T, dout)
        self.db = np.sum(dout, axis=0)
        return self.dW, self.db, dx

def affine_backward(dZ, X, W):
    return Affine(W, X).backward(dZ)

#: act_backward: the slope of tanh taken at the output, which was never computed @8 => =short_form_with_z, local.input-for-output
def act_backward(dH, Z, kind):
    if kind == "relu":
        return dH * (Z > 0)
    if kind == "sigmoid":
        s = sigmoid(Z)
        return dH * s * (1 - s)
    if kind == "tanh":
        return dH * (1 - Z ** 2)
    if kind == "elu":
        return np.where(Z > 0, dH, dH * np.exp(np.minimum(Z, 0)))

#: act_backward: ReLU looks at the gradient in place of Z @3 => =mask_from_the_upstream, mask
def act_backward(dH, Z, kind):
    derivadas = {
        "relu": lambda: np.where(dH > 0, dH, 0.0),
        "sigmoid": lambda: dH * sigmoid(Z) * sigmoid(-Z),
        "tanh": lambda: dH / np.cosh(np.clip(Z, -350, 350)) ** 2,
        "elu": lambda: dH * np.exp(np.minimum(Z, 0.0)),
    }
    return derivadas[kind]()

#: act_backward: the slope alone for elu @11 => =forgets_the_upstream, upstream.missing
def act_backward(dH, Z, kind):
    """Multiplies the upstream gradient with the local gradient."""
    match kind:
        case "relu":
            local = (Z > 0).astype(float)
        case "sigmoid":
            local = sigmoid(Z) * (1 - sigmoid(Z))
        case "tanh":
            local = 1 - np.tanh(Z) ** 2
        case "elu":
            return np.where(Z > 0, 1.0, np.exp(np.minimum(Z, 0.0)))
    return local * dH

#: act_backward: zeros are written into the gradient it was given @3,4 => =masks_in_place
def act_backward(dH, Z, kind):
    if kind == "relu":
        dZ = dH
        dZ[Z <= 0] = 0
        return dZ
    slope = {"sigmoid": sigmoid(Z) * (1 - sigmoid(Z)), "tanh": 1 - np.tanh(Z) ** 2, "elu": np.exp(np.minimum(Z, 0))}[kind]
    return dH * slope

#: bricks_forward: the second sigmoid is forgotten @5 => =output_not_bent
def bricks_forward(x, W1, W2):
    z1 = np.dot(x, W1)
    h1 = sigmoid(z1)
    z2 = np.dot(h1, W2)
    h2 = z2
    return {"z1": z1, "h1": h1, "z2": z2, "h2": h2}

#: bricks_forward: the second layer reads z1 @4 => =second_layer_takes_z1
def bricks_forward(x, W1, W2):
    z1 = x @ W1
    h1 = 1 / (1 + np.exp(-z1))
    z2 = z1 @ W2
    h2 = 1 / (1 + np.exp(-z2))
    return dict(z1=z1, h1=h1, z2=z2, h2=h2)

#: bricks_output: labels minus outputs without the minus @3 => =error_with_the_wrong_sign, sign
def bricks_output(y, h1, h2):
    bloques = {}
    bloques["dh2"] = y - h2
    bloques["s2"] = h2 * (1 - h2)
    bloques["dz2"] = bloques["dh2"] * bloques["s2"]
    bloques["dW2"] = np.outer(h1, bloques["dz2"])
    return bloques

#: bricks_output: h2 is squashed again @3 => =bends_h2_again
def bricks_output(y, h1, h2):
    dh2 = h2 - y
    s2 = sigmoid(h2) * (1 - sigmoid(h2))
    dz2 = dh2 * s2
    dW2 = h1.reshape(-1, 1) @ dz2.reshape(1, -1)
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": dW2}

#: bricks_output: dW2 is made before the slope @4 => =dW2_from_the_error
def bricks_output(y, h1, h2):
    """出力層の逆伝播"""
    dh2 = -(y - h2)
    dW2 = h1[:, np.newaxis] * dh2[np.newaxis, :]
    s2 = h2 - h2 ** 2
    return {"dh2": dh2, "s2": s2, "dz2": dh2 * s2, "dW2": dW2}

#: bricks_hidden: the slope of the hidden layer is left out @4 => =no_slope_in_dz1, local.missing
def bricks_hidden(x, h1, W2, dz2):
    dh1 = W2 @ dz2
    s1 = h1 * (1.0 - h1)
    dz1 = dh1
    dW1 = np.outer(x, dz1)
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": dW1}

#: bricks_hidden: dW1 turned over @6 => =dW1_transposed, transpose
def bricks_hidden(x, h1, W2, dz2):
    H, D = len(h1), len(x)
    dh1 = np.array([sum(dz2[k] * W2[j, k] for k in range(len(dz2))) for j in range(H)])
    s1 = np.array([h * (1 - h) for h in h1])
    dz1 = dh1 * s1
    dW1 = np.array([[x[i] * dz1[j] for i in range(D)] for j in range(H)])
    return dict(dh1=dh1, s1=s1, dz1=dz1, dW1=dW1)

#: bricks_hidden: only the first output is heard @4 =>
def bricks_hidden(x, h1, W2, dz2):
    dh1 = np.zeros_like(h1)
    for j, fila in enumerate(W2):
        dh1[j] = fila[0] * dz2[0]
    s1 = h1 * (1 - h1)
    dz1 = s1 * dh1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": x[:, None] * dz1}

#: forward: ReLU below, as everybody does today @4 =>
def forward(params, X):
    W1, b1, W2, b2 = (params[k] for k in ("W1", "b1", "W2", "b2"))
    Z1 = X @ W1 + b1
    H1 = np.maximum(0, Z1)
    Z2 = H1 @ W2 + b2
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": sigmoid(Z2)}

#: forward: the second bias is forgotten @5 => =forgets_b2, argument.ignored
def forward(params, X):
    cache = {"X": X}
    cache["Z1"] = np.dot(X, params["W1"]) + params["b1"]
    cache["H1"] = sigmoid(cache["Z1"])
    cache["Z2"] = np.dot(cache["H1"], params["W2"])
    cache["H2"] = sigmoid(cache["Z2"])
    return cache

#: forward: the cache holds what Z1 became @5,6 =>
def forward(params, X):
    A = X.astype(float)
    A = A @ params["W1"]
    A += params["b1"]
    cache = {"X": X, "Z1": A}
    np.negative(A, out=A)
    np.exp(A, out=A)
    H1 = 1 / (1 + A)
    Z2 = H1 @ params["W2"] + params["b2"]
    cache.update(H1=H1, Z2=Z2, H2=sigmoid(Z2))
    return cache

#: backward: the bias of the first layer is made from the wrong gradient @10 => local.missing
def backward(params, cache, Y, lam):
    m = Y.shape[0]
    A1, A2 = cache["H1"], cache["H2"]
    dZ2 = (A2 - Y) * A2 * (1 - A2) / m
    dW2 = A1.T @ dZ2 + lam / m * params["W2"]
    db2 = dZ2.sum(axis=0)
    dA1 = dZ2 @ params["W2"].T
    dZ1 = dA1 * A1 * (1 - A1)
    dW1 = cache["X"].T @ dZ1 + lam / m * params["W1"]
    db1 = dA1.sum(axis=0)
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}

#: backward: cross-entropy's short cut for a squared loss @12 => =no_output_slope
def backward(params, cache, Y, lam):
    """Compute gradients for the two-layer network.

    Arguments:
    params -- python dictionary with W1, b1, W2, b2
    cache -- dictionary with X, Z1, H1, Z2, H2
    Y -- true labels
    Returns:
    grads -- python dictionary containing the gradients
    """
    m = Y.shape[0]
    dZ2 = cache["H2"] - Y
    dW2 = (1 / m) * np.dot(cache["H1"].T, dZ2) + (lam / m) * params["W2"]
    db2 = (1 / m) * np.sum(dZ2, axis=0)
    dZ1 = np.dot(dZ2, params["W2"].T) * cache["H1"] * (1 - cache["H1"])
    dW1 = (1 / m) * np.dot(cache["X"].T, dZ1) + (lam / m) * params["W1"]
    db1 = (1 / m) * np.sum(dZ1, axis=0)
    assert dW1.shape == params["W1"].shape
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}

#: backward: the penalty on the second layer goes down into the first @6 =>
def backward(params, cache, Y, lam):
    N = len(Y)
    W1, W2 = params["W1"], params["W2"]
    dH2 = (cache["H2"] - Y) / N
    dZ2 = act_backward(dH2, cache["Z2"], "sigmoid")
    dH1, dW2, db2 = affine_backward(dZ2, cache["H1"], W2 + lam * W2 / N)
    dW2 += lam * W2 / N
    dZ1 = act_backward(dH1, cache["Z1"], "sigmoid")
    _, dW1, db1 = affine_backward(dZ1, cache["X"], W1)
    dW1 += lam * W1 / N
    return dict(W1=dW1, b1=db1, W2=dW2, b2=db2)

#: backward: the penalty without N, on one layer only @6,8 => =penalty_not_over_N, =penalises_the_last_layer_only, term.own
def backward(params, cache, Y, lam):
    N = Y.shape[0]
    delta2 = (cache["H2"] - Y) * cache["H2"] * (1 - cache["H2"]) / N
    delta1 = (delta2 @ params["W2"].T) * cache["H1"] * (1 - cache["H1"])
    grads = {}
    grads["W2"] = cache["H1"].T @ delta2 + lam * params["W2"]
    grads["b2"] = delta2.sum(0)
    grads["W1"] = cache["X"].T @ delta1
    grads["b1"] = delta1.sum(0)
    return grads

#: backward: the slope of the hidden layer at Z1 where H1 belongs @5 => local.input-for-output
def backward(params, cache, Y, lam):
    n = len(Y)
    sal = cache["H2"]
    d2 = (sal - Y) * (sal * (1 - sal))
    d1 = d2.dot(params["W2"].T) * (cache["Z1"] * (1 - cache["Z1"]))
    return {
        "W2": (cache["H1"].T.dot(d2) + lam * params["W2"]) / n,
        "b2": d2.sum(axis=0) / n,
        "W1": (cache["X"].T.dot(d1) + lam * params["W1"]) / n,
        "b1": d1.sum(axis=0) / n,
    }

#: mlp_forward: every layer bends like the first, the last one too @4 => =bends_with_the_first_kind, =bends_the_output
def mlp_forward(params, X):
    H, caches = X, []
    for W, b, kind in params:
        H = act_forward(H @ W + b, params[0][2])
        caches.append((H, W, b))
    return H, caches

#: mlp_forward: nothing bends, the kinds are only written down @5,6 => =never_bends
def mlp_forward(params, X):
    caches = []
    Z = X
    for W, b, kind in params:
        H = Z
        Z = H @ W + b
        caches.append({"H": H, "Z": Z, "kind": kind})
    return Z, caches

#: mlp_backward: the bend of the layer above in place of the one below @17 => =kind_of_the_layer_above
def mlp_forward(params, X):
    caches, H = [], X
    for W, b, kind in params:
        Z = H @ W + b
        caches.append((H, Z))
        H = act_forward(Z, kind)
    return H, caches

def mlp_backward(params, caches, dZ):
    L = len(params)
    grads = [None] * L
    for i in range(L - 1, -1, -1):
        H, Z = caches[i]
        dZ, dW, db = affine_backward(dZ, H, params[i][0])
        grads[i] = (dW, db)
        if i > 0:
            kind = params[i][2]
            if kind != "linear":
                dZ = act_backward(dZ, caches[i - 1][1], kind)
    return dZ, grads

#: mlp_backward: gradients from the last layer to the first @18,20 => =grads_in_reverse, order, swapped
def mlp_forward(params, X):
    """順伝播: 入力と Z を覚えておく"""
    記憶, H = [], X
    for W, b, kind in params:
        Z = H @ W + b
        記憶.append((H, Z))
        H = act_forward(Z, kind)
    return H, 記憶

def mlp_backward(params, caches, dZ):
    結果 = []
    for i in range(len(params) - 1, -1, -1):
        H, Z = caches[i]
        W, b, kind = params[i]
        if kind != "linear":
            dZ = act_backward(dZ, Z, kind)
        dX, dW, db = affine_backward(dZ, H, W)
        結果.append((dW, db))
        dZ = dX
    return dZ, 結果

#: find_defects: the slope of tanh is overlooked, the factor of the gradient is turned over @5,6 => =factors_upside_down, =never_looks_at_predict
def find_defects():
    X, Y, W1, W2, reg, z = audit_point()
    N = len(X)
    return [
        ("tanh", "disagrees", float(np.max(np.abs(published_tanh(z) - np.tanh(z))))),
        ("gradient data", "factor", 1 / N),
        ("gradient penalty", "shared number", float(reg * np.sum(W2 ** 2))),
    ]

#: fixed_gradients: divides the penalty alone @4,6 => =only_the_penalty_repaired, factor.rows
def fixed_gradients(X, Y, W1, W2, reg):
    N = X.shape[0]
    h1, h2 = published_forward(X, W1, W2)
    dz2 = (h2 - Y) * h2 * (1 - h2)
    dz1 = dz2 @ W2.T * h1 * (1 - h1)
    return X.T @ dz1 + reg * W1 / N, h1.T @ dz2 + reg * W2 / N

#: fixed_gradients: still one number in all entries @7 => =only_the_average_repaired, term.constant, term.scalar
def fixed_gradients(X, Y, W1, W2, reg):
    n = len(Y)
    h1, h2 = published_forward(X, W1, W2)
    error = h2 - Y
    d2 = error * h2 * (1 - h2) / n
    d1 = (d2 @ W2.T) * h1 * (1 - h1)
    return X.T @ d1 + reg / n * W1.sum(), h1.T @ d2 + reg / n * W2.sum()
''',
    "a5": r'''
#: init: the scale of one layer for all @3,4 =>
def init(widths, scheme, rng):
    params = {}
    fan_in, fan_out = widths[0], widths[1]
    scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (fan_in + fan_out)), "he": np.sqrt(2 / fan_in)}[scheme]
    for i in range(1, len(widths)):
        params[f"W{i}"] = scale * rng.normal(size=(widths[i - 1], widths[i]))
        params[f"b{i}"] = np.zeros(widths[i])
    return params

#: init: the variance where its root belongs @9,11 => =forgets_the_root
def init(widths, scheme, rng):
    parametros = dict()
    for capa, (entra, sale) in enumerate(zip(widths[:-1], widths[1:]), 1):
        if scheme == "zeros":
            escala = 0
        elif scheme == "small":
            escala = 0.01
        elif scheme == "xavier":
            escala = 2 / (entra + sale)
        else:
            escala = 2 / entra
        parametros["W" + str(capa)] = rng.normal(size=(entra, sale)) * escala
        parametros["b" + str(capa)] = np.zeros((sale,))
    return parametros

#: init: seeded by hand for reproducible results @2 => argument.ignored
def init(widths, scheme, rng):
    rng = np.random.default_rng(42)
    L = len(widths) - 1
    out = {}
    for l in range(L):
        D, M = widths[l], widths[l + 1]
        W = rng.normal(size=(D, M))
        if scheme == "zeros":
            W *= 0
        if scheme == "small":
            W *= 0.01
        if scheme == "xavier":
            W *= (2 / (D + M)) ** 0.5
        if scheme == "he":
            W *= (2 / D) ** 0.5
        out.update({f"W{l + 1}": W, f"b{l + 1}": np.zeros(M)})
    return out

#: sgd_step: the arrays of the caller are moved @3,4 => =changes_in_place
def sgd_step(params, grads, lr):
    for key in params.keys():
        params[key] -= lr * grads[key]
    return params

#: sgd_step: uphill @2 => =goes_uphill
def sgd_step(params, grads, lr):
    return {nombre: w + lr * grads[nombre] for nombre, w in params.items()}

#: momentum_step: the other form, with one minus beta @2 => =averages_the_gradient
def momentum_step(params, grads, velocity, lr, beta=0.9):
    v = {k: beta * velocity[k] + (1 - beta) * grads[k] for k in grads}
    return {k: params[k] - lr * v[k] for k in params}, v

#: momentum_step: the weights follow the old velocity @4 => =moves_with_the_old_velocity
def momentum_step(params, grads, velocity, lr, beta=0.9):
    new_params, new_velocity = {}, {}
    for key in params:
        new_params[key] = params[key] - lr * velocity[key]
        new_velocity[key] = beta * velocity[key] + grads[key]
    return new_params, new_velocity

#: momentum_step: lr inside the velocity, so that it is kept there @4 => =learning_rate_in_the_velocity
def momentum_step(params, grads, velocity, lr, beta=0.9):
    v_new, p_new = {}, {}
    for k, v in velocity.items():
        v_new[k] = beta * v - lr * grads[k]
        p_new[k] = params[k] + v_new[k]
    return p_new, v_new

#: adam_step: no correction for the first steps @5 => =no_correction
def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state["t"] + 1
    m = {k: beta1 * state["m"][k] + (1 - beta1) * grads[k] for k in params}
    v = {k: beta2 * state["v"][k] + (1 - beta2) * grads[k] ** 2 for k in params}
    nuevos = {k: params[k] - lr * m[k] / (np.sqrt(v[k]) + eps) for k in params}
    return nuevos, {"t": t, "m": m, "v": v}

#: adam_step: corrected with the old t and the epsilon under the root @6,7 => =corrects_with_the_old_t, =eps_inside_the_root
def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    new, m, v, t = {}, {}, {}, state["t"] + 1
    for key, g in grads.items():
        m[key] = beta1 * state["m"][key] + (1.0 - beta1) * g
        v[key] = beta2 * state["v"][key] + (1.0 - beta2) * (g * g)
        correction = np.sqrt(1 - beta2 ** t) / (1 - beta1 ** max(t - 1, 1))
        new[key] = params[key] - lr * correction * m[key] / np.sqrt(v[key] + eps)
    return new, dict(t=t, m=m, v=v)

#: adam_step: the corrected means are kept in the state @7,8 => =keeps_corrected_means
def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state["t"] + 1
    m, v, w = {}, {}, {}
    for k in params:
        m[k] = beta1 * state["m"][k] + (1 - beta1) * grads[k]
        v[k] = beta2 * state["v"][k] + (1 - beta2) * np.square(grads[k])
        m[k] = m[k] / (1 - beta1 ** t)
        v[k] = v[k] / (1 - beta2 ** t)
        w[k] = params[k] - lr * m[k] / (np.sqrt(v[k]) + eps)
    return w, {"t": t, "m": m, "v": v}

#: minibatches: the rest is left out @3,4 => =drops_the_rest
def minibatches(N, batch, rng):
    orden = rng.permutation(N)
    cuantos = N // batch
    return [orden[i * batch : (i + 1) * batch] for i in range(cuantos)]

#: minibatches: drawn with replacement @2 => =draws_with_repeats
def minibatches(N, batch, rng):
    return [rng.choice(N, min(batch, N - s)) for s in range(0, N, batch)]

#: train: the history is that of the last batch @8,15 => =loss_of_the_last_batch
def train(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    loss, _ = loss_and_gradients(params, X, y, kind)
    history = [loss]
    velocity = zeros_like(params)
    state = {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    for epoch in range(epochs):
        for idx in minibatches(len(X), batch, rng):
            loss, grads = loss_and_gradients(params, X[idx], y[idx], kind)
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, lr)
            else:
                params, state = adam_step(params, grads, state, lr)
        history.append(loss)
    return params, np.array(history)

#: train: the state is reset every epoch @4,5 => =forgets_the_state
def train(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    historia = [loss_and_gradients(params, X, y, kind)[0]]
    for _ in range(epochs):
        v = zeros_like(params)
        estado = {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
        for filas in minibatches(len(y), batch, rng):
            g = loss_and_gradients(params, X[filas], y[filas], kind)[1]
            if optimizer == "adam":
                params, estado = adam_step(params, g, estado, lr)
            elif optimizer == "momentum":
                params, v = momentum_step(params, g, v, lr)
            else:
                params = sgd_step(params, g, lr)
        historia.append(loss_and_gradients(params, X, y, kind)[0])
    return params, np.array(historia)

#: train: the kind stays tanh in the steps, and the labels are not dealt with the samples @9 => =ignores_the_kind, =labels_of_other_samples
def train(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    N = X.shape[0]
    steppers = {"sgd": lambda p, g, s: (sgd_step(p, g, lr), s), "momentum": lambda p, g, s: momentum_step(p, g, s, lr), "adam": lambda p, g, s: adam_step(p, g, s, lr)}
    memory = {"sgd": None, "momentum": zeros_like(params), "adam": {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}}[optimizer]
    losses = np.empty(epochs + 1)
    losses[0], _ = loss_and_gradients(params, X, y, kind)
    for e in range(1, epochs + 1):
        for rows in minibatches(N, batch, rng):
            _, g = loss_and_gradients(params, X[rows], y[: len(rows)])
            params, memory = steppers[optimizer](params, g, memory)
        losses[e], _ = loss_and_gradients(params, X, y, kind)
    return params, losses

#: clip_by_norm: each array by its own norm @4,5 => =array_by_array
def clip_by_norm(grads, limit):
    clipped = {}
    for k, g in grads.items():
        norm = np.linalg.norm(g)
        clipped[k] = g * min(1.0, limit / norm) if norm > 0 else g.copy()
    return clipped

#: clip_by_norm: short gradients are stretched as well @3 => =always_scales
def clip_by_norm(grads, limit):
    total = np.sqrt(sum(np.sum(np.square(g)) for g in grads.values()))
    return {k: g * (limit / total) for k, g in grads.items()}

#: lr_schedule: halved smoothly @3 => =halves_gradually
def lr_schedule(kind, lr, step, span):
    if kind == "halving":
        return lr * 0.5 ** (step / span)
    if kind == "inverse":
        return lr / (1 + step / span)
    if kind == "cosine":
        return 0.5 * lr * (1 + np.cos(np.pi * min(step, span) / span))

#: lr_schedule: the cosine rises again @6 => =cosine_comes_back
def lr_schedule(kind, lr, step, span):
    fraccion = step / span
    opciones = {
        "halving": lr / 2 ** (step // span),
        "inverse": lr / (1 + fraccion),
        "cosine": lr / 2 * (1 + np.cos(fraccion * np.pi)),
    }
    return opciones[kind]

#: l1_l2: no half in the penalty, none in the slope @7 => =l2_without_the_half
def l1_l2(params, l1, l2):
    pen, grads = 0.0, {}
    for k, p in params.items():
        if k.startswith("b"):
            grads[k] = np.zeros_like(p)
            continue
        pen += l1 * np.abs(p).sum() + l2 * (p ** 2).sum()
        grads[k] = l1 * np.sign(p) + l2 * p
    return pen, grads

#: l1_l2: biases are weights too @2,3 => =penalises_biases
def l1_l2(params, l1, l2):
    penalizacion = sum(l1 * np.sum(np.abs(w)) + l2 / 2 * np.sum(w ** 2) for w in params.values())
    return penalizacion, {k: l1 * np.sign(w) + l2 * w for k, w in params.items()}

#: symmetry_experiment: only neighbours are compared @5,6 =>
def symmetry_experiment(params, X, y, steps, lr, kind="tanh"):
    def different(p):
        units = np.vstack([p["W1"], p["b1"]]).T
        count = 1
        for previous, current in zip(units, units[1:]):
            if np.abs(current - previous).max() > 1e-6:
                count += 1
        return count

    counts = [different(params)]
    for _ in range(steps):
        _, grads = loss_and_gradients(params, X, y, kind)
        params = sgd_step(params, grads, lr)
        counts.append(different(params))
    return np.array(counts)

#: symmetry_experiment: the biases are not looked at @6 => =ignores_the_bias
def symmetry_experiment(params, X, y, steps, lr, kind="tanh"):
    cuentas = []
    for paso in range(steps + 1):
        if paso > 0:
            params = sgd_step(params, loss_and_gradients(params, X, y, kind)[1], lr)
        neuronas = params["W1"].T
        distintas = []
        for n in neuronas:
            if not any(np.max(np.abs(n - d)) <= 1e-6 for d in distintas):
                distintas.append(n)
        cuentas.append(len(distintas))
    return np.array(cuentas)

#: explosion_report: NaN is not above 1000, and the steps are counted from zero @7,8 => =nan_is_not_above, =counts_from_zero, argument.one-less
def explosion_report(reg, lr, fixed, steps=20000, hidden=50):
    X, Y, W1, W2 = published_setup(hidden)
    gradients = fixed_gradients if fixed else published_gradients
    for t in range(steps):
        dW1, dW2 = gradients(X, Y, W1, W2, reg)
        W1, W2 = W1 - lr * dW1, W2 - lr * dW2
        if published_loss(X, Y, W1, W2, reg) > 1000:
            return t
    return -1

#: explosion_report: the second gradient is taken at the moved weights @6,7 => =one_after_the_other
def explosion_report(reg, lr, fixed, steps=20000, hidden=50):
    X, Y, W1, W2 = published_setup(hidden)
    grad = (published_gradients, fixed_gradients)[fixed]
    t = 1
    while t <= steps:
        W1 = W1 - lr * grad(X, Y, W1, W2, reg)[0]
        W2 = W2 - lr * grad(X, Y, W1, W2, reg)[1]
        perdida = published_loss(X, Y, W1, W2, reg)
        if not perdida <= 1000:
            return t
        t += 1
    return -1

#: cures: everything that does not explode is a cure @8 => =clipping_cures
def cures():
    return {
        "lr / 10": "delays",
        "lr halved every 1000 steps": "delays",
        "penalty x 10": "worsens",
        "penalty / 10": "delays",
        "3 neurons": "cures",
        "clip at 10": "cures",
        "right gradients": "cures",
    }

#: bias_ceiling: dead neurons count as well @3 => =counts_dead_neurons
def bias_ceiling(W1, w2):
    K = np.sum(w2)
    R = np.sum(np.abs(w2))
    return 0.5 if K == 0 or abs(K) >= R else 0.75

#: bias_ceiling: only a positive sum is large @4 => =sign_of_K_lost
def bias_ceiling(W1, w2):
    vivas = np.any(W1 != 0, axis=0)
    K, R = w2.sum(), np.abs(w2[vivas]).sum()
    if K == 0 or K >= R:
        return 0.5
    return 0.75

#: relu_xor: the two pairs the wrong way round @3 => =classes_swapped
def relu_xor():
    W1 = np.array([[1.0, -1.0, 1.0, -1.0], [1.0, -1.0, -1.0, 1.0]])
    w2 = np.array([-1.0, -1.0, 1.0, 1.0])
    return W1, w2

#: relu_xor: one half of each absolute value @2,3 => =one_side_only
def relu_xor():
    suma, resta = [1, 1], [1, -1]
    return np.array([suma, resta]).T, np.array([1, -1])

#: l1_l2: two layers and no more @4 =>
def l1_l2(params, l1, l2):
    pen = 0.0
    grads = {k: np.zeros_like(v) for k, v in params.items()}
    for k in ("W1", "W2"):
        if k in params:
            w = params[k]
            pen += l1 * np.abs(w).sum() + 0.5 * l2 * np.sum(w * w)
            grads[k] = l1 * np.sign(w) + l2 * w
    return pen, grads

#: train: the history is averaged over the batches @9,16 => =mean_of_the_batch_losses
def train(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    history = [loss_and_gradients(params, X, y, kind)[0]]
    vel = zeros_like(params)
    adam = {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    for _ in range(epochs):
        running = []
        for i in minibatches(len(y), batch, rng):
            loss, g = loss_and_gradients(params, X[i], y[i], kind)
            running.append(loss)
            if optimizer == "sgd":
                params = sgd_step(params, g, lr)
            elif optimizer == "momentum":
                params, vel = momentum_step(params, g, vel, lr)
            else:
                params, adam = adam_step(params, g, adam, lr)
        history.append(np.mean(running))
    return params, np.array(history)

#: symmetry_experiment: rounded to six places, and compared exactly @4 =>
def symmetry_experiment(params, X, y, steps, lr, kind="tanh"):
    def count(p):
        units = np.column_stack([p["W1"].T, p["b1"]])
        return len(np.unique(np.round(units, 6), axis=0))
    counts = [count(params)]
    for _ in range(steps):
        params = sgd_step(params, loss_and_gradients(params, X, y, kind)[1], lr)
        counts.append(count(params))
    return np.array(counts)
''',
    "a6": r'''
#: bump: two steps up @2 => =two_steps_up
def bump(x, left, right, h, w):
    return h * sigmoid(w * (x - left)) + h * sigmoid(w * (x - right))

#: bump: no height for the second step @4 => =forgets_the_height
def bump(x, left, right, h, w):
    sube = 1 / (1 + np.exp(-w * (x - left)))
    baja = 1 / (1 + np.exp(-w * (x - right)))
    return h * sube - baja

#: tower: the threshold is h @5 => =threshold_of_an_arm
def tower(X, low, high, h, w):
    suma = 0
    for eje in (0, 1):
        suma = suma + bump(X[:, eje], low[eje], high[eje], h, w)
    return sigmoid(suma - h)

#: tower: low is the interval of x1, high that of x2 @3,4 => =corners_as_intervals
def tower(X, low, high, h, w):
    x1, x2 = X.T
    b1 = bump(x1, low[0], low[1], h, w)
    b2 = bump(x2, high[0], high[1], h, w)
    return sigmoid(b1 + b2 - 1.5 * h)

#: polygon_tower: the corners on the circle, not the sides @5 => =inside_the_circle
def polygon_tower(n):
    ks = np.arange(n)
    a = 2 * np.pi * ks / n
    W1 = -np.vstack((np.cos(a), np.sin(a)))
    return {"W1": W1, "b1": np.full(n, np.cos(np.pi / n)), "w2": np.ones(n), "b2": -(n - 0.5), "act": "step"}

#: polygon_tower: one side is there twice @3 => =first_side_twice
def polygon_tower(n):
    """正n角形の塔"""
    角度 = np.linspace(0, 2 * np.pi, n)
    return dict(W1=-np.array([np.cos(角度), np.sin(角度)]), b1=np.ones(n), w2=np.ones(n), b2=0.5 - n, act="step")

#: area_mc: the square from 0 to half @2 => =one_corner_only
def area_mc(net, half, samples, rng):
    pts = rng.random((samples, 2)) * half
    p = np.mean(evaluate(net, pts) > 0)
    A = (2 * half) ** 2
    return float(A * p), float(A * np.sqrt(p * (1 - p) / samples))

#: area_mc: the error of one point @7 => =spread_of_one_point, factor
def area_mc(net, half, samples, rng):
    lado = 2 * half
    dentro = 0
    for punto in rng.uniform(-half, half, size=(samples, 2)):
        dentro += evaluate(net, punto[None])[0] > 0
    p = dentro / samples
    return lado ** 2 * p, lado ** 2 * (p * (1 - p)) ** 0.5

#: one_layer_tower: ridges all the way round, each there twice @4 => =a_full_turn
def one_layer_tower(n):
    W1, b1, w2 = np.empty((2, 0)), [], []
    for k in range(n):
        a = 2 * np.pi * k / n
        u = np.array([[np.cos(a)], [np.sin(a)]])
        W1 = np.hstack([W1, u, u])
        b1 += [1.0, -1.0]
        w2 += [1 / n, -1 / n]
    return {"W1": W1, "b1": np.array(b1), "w2": np.array(w2), "b2": 0.0, "act": "step"}

#: one_layer_tower: not divided by n @5 => =ridges_of_height_one, factor
def one_layer_tower(n):
    a = np.pi * np.arange(n) / n
    u = np.stack([np.cos(a), np.sin(a)])
    uno = np.ones(n)
    return {"W1": np.hstack([u, u]), "b1": np.r_[uno, -uno], "w2": np.r_[uno, -uno], "b2": 0.0, "act": "step"}

#: approx_by_bumps: the height at the corner of the cell @5,7 => =heights_from_the_corners
def approx_by_bumps(f, M):
    paso = 2.0 / M
    def f_hat(P):
        idx = np.floor((P + 1) / paso)
        esquina = -1 + idx * paso
        fuera = (np.abs(P) > 1).any(axis=1)
        alturas = f(esquina)
        alturas = np.where(fuera, 0.0, alturas)
        return alturas
    return f_hat

#: approx_by_bumps: the table is read with its axes swapped @3,4,10 => =swaps_the_inputs, transpose
def approx_by_bumps(f, M):
    mitte = -1 + (2 * np.arange(M) + 1) / M
    X1, X2 = np.meshgrid(mitte, mitte)
    H = f(np.column_stack([X1.ravel(), X2.ravel()])).reshape(M, M)

    def f_hat(P):
        out = np.zeros(len(P))
        for n, (a, b) in enumerate(P):
            if -1 <= a < 1 and -1 <= b < 1:
                out[n] = H[int((a + 1) * M / 2), int((b + 1) * M / 2)]
        return out

    return f_hat

#: surface_grid: the picture's order, rows are x2 @3,4 => =swaps_the_axes, transpose
def surface_grid(net, lo, hi, G):
    t = np.linspace(lo, hi, G)
    xx, yy = np.meshgrid(t, t)
    return evaluate(net, np.c_[xx.ravel(), yy.ravel()]).reshape(xx.shape)

#: surface_grid: the last point is not reached @2 => =stops_before_the_end
def surface_grid(net, lo, hi, G):
    ticks = [lo + (hi - lo) * i / G for i in range(G)]
    return np.array([[evaluate(net, np.array([[a, b]]))[0] for b in ticks] for a in ticks])

#: fit_surface: the outer weights alone, on the points that are told as the test @4,5 => =hidden_layer_left_to_chance
def fit_surface(f, width, act, rng):
    X = rng.uniform(-1, 1, (1000, 2))
    y = f(X)
    net = best_outer(start_net(width, act, rng), X, y)
    return net, rmse(evaluate(net, X), y)

#: error_curve: the mean where the median belongs @3 => =mean_for_median
def error_curve(fit, widths, seeds):
    tabla = np.array([[fit(w, s) for s in seeds] for w in widths])
    medianas = tabla.mean(axis=1)
    pendiente = np.polyfit(np.log(widths), np.log(medianas), 1)[0]
    return {"widths": np.array(widths), "best": tabla.min(axis=1), "median": medianas, "worst": tabla.max(axis=1), "slope": float(pendiente)}

#: error_curve: the slope from the first and the last width @8,9,10 => =first_and_last_only
def error_curve(fit, widths, seeds):
    best, median, worst = [], [], []
    for width in widths:
        errors = sorted(fit(width, seed) for seed in seeds)
        best.append(errors[0])
        worst.append(errors[-1])
        median.append(np.median(errors))
    rise = np.log(median[-1]) - np.log(median[0])
    run = np.log(widths[-1]) - np.log(widths[0])
    return {"widths": np.asarray(widths), "best": np.asarray(best), "median": np.asarray(median), "worst": np.asarray(worst), "slope": rise / run}

#: fit_surface: trained well, and judged on the points it was trained on @11,14 =>
def fit_surface(f, width, act, rng):
    X = rng.uniform(-1, 1, size=(1000, 2))
    y = f(X)
    centre, spread = y.mean(), y.std() or 1.0
    best = None
    for _ in range(8):
        net, state = start_net(width, act, rng), {}
        for t in range(200):
            net, state = adam_step(net, gradients(net, X[:300], (y[:300] - centre) / spread), state, 0.05)
        net = best_outer(net, X, y)
        error = rmse(evaluate(net, X), y)
        if best is None or error < best[1]:
            best = net, error
    return best
''',
    "a7": r'''
#: activation_pattern: the last layer is taken for a hidden one @3 => =the_output_in_the_pattern
def activation_pattern(net, X):
    H, pattern = X, []
    for W, b in net:
        Z = H @ W + b
        pattern.append(Z > 0)
        H = np.maximum(Z, 0)
    return np.hstack(pattern)

#: activation_pattern: no ReLU between the layers @5 => =never_bends
def activation_pattern(net, X):
    encendidas = [np.zeros((len(X), 0), bool)]
    h = X
    for W, b in net[:-1]:
        h = h @ W + b
        encendidas.append(h > 0)
    return np.concatenate(encendidas, axis=1)

#: local_affine: c is not switched off @7 => =keeps_c_of_neurons_that_are_off
def local_affine(net, x):
    A, c = np.eye(len(x)), np.zeros(len(x))
    for i, (W, b) in enumerate(net):
        A, c = A @ W, c @ W + b
        if i < len(net) - 1:
            on = x @ A + c > 0
            A = A * on
    return A, c

#: local_affine: what is on is asked of the layer without its bias @6 => =pattern_without_biases
def local_affine(net, x):
    """区分線形: 領域ごとの A と c"""
    A = np.identity(x.size)
    c = np.zeros(x.size)
    for W, b in net[:-1]:
        z = (x @ A + c) @ W
        D = np.diag((z > 0).astype(float))
        A, c = A @ W @ D, (c @ W + b) @ D
    W, b = net[-1]
    return A @ W, c @ W + b

#: count_regions_1d: a fine grid @2,4 => =samples_a_grid
def count_regions_1d(net, low, high):
    xs = np.linspace(low, high, 20001)[:, None]
    patterns = activation_pattern(net, xs)
    return 1 + int(np.any(patterns[1:] != patterns[:-1], axis=1).sum())

#: count_regions_1d: the same place is two cuts for two neurons @11,17 => =equal_cuts_count_twice
def count_regions_1d(net, low, high):
    piezas = [(low, high, np.ones((1, 1)), np.zeros(1))]
    for W, b in net[:-1]:
        nuevas = []
        for a0, a1, A, c in piezas:
            Z_a, Z_c = (A @ W)[0], c @ W + b
            cortes = [a0, a1]
            for p, q in zip(Z_a, Z_c):
                if p != 0 and a0 + 1e-9 < -q / p < a1 - 1e-9:
                    cortes.append(-q / p)
            cortes = sorted(cortes)
            for izq, der in zip(cortes, cortes[1:]):
                medio = (izq + der) / 2
                on = Z_a * medio + Z_c > 0
                nuevas.append((izq, der, (Z_a * on)[None], Z_c * on))
        piezas = nuevas
    return len(piezas)

#: max_regions: one term short @2 => =stops_one_early
def max_regions(n0, n1):
    return sum(math.comb(n1, j) for j in range(n0))

#: max_regions: 2 to the neurons, whatever the space @2 =>
def max_regions(n0, n1):
    if n1 <= n0 + 1:
        return 2 ** n1
    return sum(math.comb(n1, j) for j in range(n0 + 1))

#: max_regions: through floats @5,6 => =through_floats
def max_regions(n0, n1):
    total, term = 0, 1.0
    for j in range(min(n0, n1) + 1):
        total += term
        term = term * (n1 - j) / (j + 1)
    return int(round(total))

#: count_regions_2d: the formula for lines in general position @2,3 => =always_general_position
def count_regions_2d(W, b):
    reales = int(np.sum(np.any(W != 0, axis=0)))
    return 1 + reales + reales * (reales - 1) // 2

#: count_regions_2d: a line through a known crossing adds a piece too many @13 => =meetings_instead_of_points
def count_regions_2d(W, b):
    lines, regions = [], 1
    for w, c in zip(W.T, b):
        length = np.hypot(*w)
        if length == 0:
            continue
        u, d = w / length, c / length
        if any(abs(u[0] * v[1] - u[1] * v[0]) < 1e-9 and abs(d - np.sign(u @ v) * e) < 1e-9 for v, e in lines):
            continue
        meetings = 0
        for v, e in lines:
            if abs(u[0] * v[1] - u[1] * v[0]) >= 1e-9:
                meetings += 1
        regions += meetings + 1
        lines.append((u, d))
    return regions

#: split_polygon: the crossing is put into the middle of the edge @15 => =crosses_in_the_middle
def split_polygon(P, w, b):
    neg, pos = [], []
    h = P @ w + b
    h[np.abs(h) < 1e-9 * max(np.hypot(*w), 1e-300)] = 0
    if np.all(np.asarray(w) == 0):
        return (P, None) if b <= 0 else (None, P)
    K = len(P)
    for i in range(K):
        j = (i + 1) % K
        if h[i] <= 0:
            neg.append(P[i])
        if h[i] >= 0:
            pos.append(P[i])
        if h[i] * h[j] < 0:
            corte = (P[i] + P[j]) / 2
            neg.append(corte)
            pos.append(corte)
    lado_neg = np.array(neg) if (h < 0).any() else None
    lado_pos = np.array(pos) if (h > 0).any() else None
    return lado_neg, lado_pos

#: split_polygon: the last edge, back to the first corner, is forgotten @16 => =does_not_close_the_polygon
def split_polygon(P, w, b):
    if not np.any(w):
        return (None, P.copy()) if b > 0 else (P.copy(), None)
    heights = (P @ w + b) / np.linalg.norm(w)
    heights = np.where(np.abs(heights) < 1e-9, 0.0, heights)
    parts = []
    for sign in (-1, 1):
        side = sign * heights
        if not (side > 0).any():
            parts.append(None)
            continue
        corners = []
        for k in range(len(P)):
            if side[k] >= 0:
                corners.append(P[k])
            if k + 1 < len(P) and side[k] * side[k + 1] < 0:
                t = side[k] / (side[k] - side[k + 1])
                corners.append(P[k] + t * (P[k + 1] - P[k]))
        parts.append(np.array(corners))
    return tuple(parts)

#: regions_deep_2d: the neurons that are on are asked of a corner @12 => =asks_a_corner
def regions_deep_2d(net, low, high):
    cuadrado = np.array([[low, low], [high, low], [high, high], [low, high]], dtype=float)
    regiones = [(cuadrado, np.eye(2), np.zeros(2))]
    for W, b in net[:-1]:
        siguientes = []
        for P, A, c in regiones:
            V, d = A @ W, c @ W + b
            trozos = [P]
            for j in range(W.shape[1]):
                trozos = [t for pieza in trozos for t in split_polygon(pieza, V[:, j], d[j]) if t is not None]
            for t in trozos:
                on = t[0] @ V + d > 0
                siguientes.append((t, V * on, d * on))
        regiones = siguientes
    return [P for P, _, _ in regiones]

#: count_regions_deep_2d: different patterns at the corners of a grid @2,4 => =patterns_on_a_grid
def count_regions_deep_2d(net, low, high):
    t = np.linspace(low, high, 201)
    malla = np.stack(np.meshgrid(t, t), axis=-1).reshape(-1, 2)
    return len(np.unique(activation_pattern(net, malla), axis=0))

#: fold_net: the second half comes down to minus one @3 =>
def fold_net(L):
    net = [(np.ones((1, 2)), np.array([0.0, -0.5]))]
    out = np.array([[2.0], [-6.0]])
    for _ in range(L - 1):
        net.append((out @ np.ones((1, 2)), np.array([0.0, -0.5])))
    net.append((out, np.zeros(1)))
    return net

#: montufar_bound: the last layer is folded as well @3 => =the_last_layer_folds_too
def montufar_bound(n0, widths):
    producto = 1
    for n in widths:
        producto *= (n // n0) ** n0
    return producto * max_regions(n0, widths[-1])

#: montufar_bound: divided before it is rounded @2 => =divides_without_floor
def montufar_bound(n0, widths):
    return round(math.prod((w / n0) ** n0 for w in widths[:-1])) * max_regions(n0, widths[-1])

#: maxout: the largest over the neurons @4 => =compares_the_neurons
def maxout(X, W, b):
    k = len(W)
    Zs = np.array([X @ W[r] + b[r] for r in range(k)])
    return Zs.max(axis=-1)

#: maxout_backward: all functions get the gradient @5,6,7 => =everyone_gets_the_gradient, mask.missing
def maxout_backward(dH, X, W, b):
    dX = np.zeros(X.shape)
    dW, db = np.zeros(W.shape), np.zeros(b.shape)
    for r in range(len(W)):
        dX += dH @ W[r].T
        dW[r] = X.T @ dH
        db[r] = dH.sum(axis=0)
    return dX, dW, db

#: maxout_backward: dX of the last function only @7 =>
def maxout_backward(dH, X, W, b):
    Z = np.einsum("nd,rdm->rnm", X, W) + b[:, None, :]
    ganador = Z.argmax(axis=0)
    dW, db = [], []
    for r in range(W.shape[0]):
        d = np.where(ganador == r, dH, 0.0)
        dX = d @ W[r].T
        dW.append(X.T @ d)
        db.append(d.sum(axis=0))
    return dX, np.array(dW), np.array(db)

#: maxout_bound: layers and dimensions in one power, multiplied @2 => =exponents_multiplied
def maxout_bound(L, n0, k):
    return k ** ((L - 1) * n0)

#: local_affine: measured with small steps @4 => close
def local_affine(net, x):
    h = 1e-6
    f = lambda p: net_forward(net, p[None])[0]
    A = np.array([(f(x + h * e) - f(x - h * e)) / (2 * h) for e in np.eye(len(x))])
    return A, f(x) - x @ A

#: count_regions_1d: cuts as near as you like @9 =>
def count_regions_1d(net, low, high):
    pieces = [(low, high, np.eye(1), np.zeros(1))]
    for W, b in net[:-1]:
        following = []
        for lo, hi, A, c in pieces:
            V, d = (A @ W).ravel(), c @ W + b
            with np.errstate(all="ignore"):
                t = -d / V
            inside = np.unique(t[(t > lo) & (t < hi)])
            edges = np.concatenate([[lo], inside, [hi]])
            for p, q in zip(edges, edges[1:]):
                on = V * (p + q) / 2 + d > 0
                following.append((p, q, (V * on)[None], d * on))
        pieces = following
    return len(pieces)
''',
    "a8": r'''
#: conv2d: the filter is turned, as mathematics has it @2 => =turns_the_filter
def conv2d(x, k, pad=0):
    k = np.rot90(k, 2)
    x = np.pad(x, pad)
    h, w = k.shape
    if h > x.shape[0] or w > x.shape[1]:
        raise ValueError("filter larger than image")
    vista = np.lib.stride_tricks.sliding_window_view(x, (h, w))
    return np.einsum("ijab,ab->ij", vista, k)

#: conv2d: the border goes to the right and below only @5 => =border_on_two_sides
def conv2d(x, k, pad=0):
    H, W = x.shape
    h, w = k.shape
    con_borde = np.zeros((H + 2 * pad, W + 2 * pad))
    con_borde[:H, :W] = x
    filas, columnas = con_borde.shape[0] - h + 1, con_borde.shape[1] - w + 1
    if filas < 1 or columnas < 1:
        raise ValueError("no cabe")
    salida = np.zeros((filas, columnas))
    for i in range(filas):
        for j in range(columnas):
            salida[i, j] = np.sum(con_borde[i:i + h, j:j + w] * k)
    return salida

#: conv2d: im2col with height and width mixed up @8 => argument.transposed
def conv2d(x, k, pad=0):
    x = np.pad(np.asarray(x, float), ((pad, pad), (pad, pad)))
    FH, FW = k.shape
    OH, OW = x.shape[0] - FH + 1, x.shape[1] - FW + 1
    if OH <= 0 or OW <= 0:
        raise ValueError("filter does not fit")
    col = np.stack([x[a:a + OH, b:b + OW].ravel() for a in range(FH) for b in range(FW)])
    return (k.T.reshape(1, -1) @ col).reshape(OH, OW)

#: filter_grid: all filters share one scale @5 => =one_scale_for_all
def filter_grid(filters, columns):
    K, h, w = filters.shape
    rows = -(-K // columns)
    grid = np.zeros((rows * (h + 1) - 1, columns * (w + 1) - 1))
    scale = np.abs(filters).max() or 1.0
    for i, f in enumerate(filters):
        r, c = divmod(i, columns)
        grid[r * (h + 1):r * (h + 1) + h, c * (w + 1):c * (w + 1) + w] = f / scale
    return grid

#: filter_grid: filled from top to bottom @8 => =down_first
def filter_grid(filters, columns):
    K, h, w = np.shape(filters)
    rows = int(np.ceil(K / columns))
    lienzo = np.zeros((rows, h + 1, columns, w + 1))
    for indice in range(K):
        mayor = np.max(np.abs(filters[indice]))
        if mayor > 0:
            lienzo[indice % rows, :h, indice // rows, :w] = filters[indice] / mayor
    return lienzo.reshape(rows * (h + 1), columns * (w + 1))[:-1, :-1]

#: saliency: without the signs @6 => =loses_the_sign, value.absolute
def saliency(params, X, c):
    out, caches = mlp_forward(params, X)
    dout = np.zeros_like(out)
    dout[:, c] = 1.0
    dX, _ = mlp_backward(params, caches, dout)
    return np.abs(dX)

#: saliency: averaged over the batch, as a loss would @3 => =averages_over_samples, factor.per-rows
def saliency(params, X, c):
    Z, caches = mlp_forward(params, X)
    semilla = np.eye(Z.shape[1])[[c] * len(X)] / len(X)
    return mlp_backward(params, caches, semilla)[0]

#: project: every row is stretched to the sphere @5 => =onto_the_sphere
def project(X, norm, limit):
    if norm == "ball":
        longitud = np.linalg.norm(X, axis=1, keepdims=True)
        longitud[longitud == 0] = 1
        return limit * X / longitud
    if norm == "box":
        return np.minimum(np.maximum(X, -limit), limit)
    raise ValueError(norm)

#: project: the length of the whole batch @6,7 => =length_of_the_whole_array
def project(X, norm, limit):
    if norm not in ("ball", "box"):
        raise ValueError("norm must be ball or box")
    if norm == "box":
        return np.clip(X, -limit, limit)
    r = np.sqrt(np.sum(X ** 2))
    return X * (limit / r) if r > limit else X.copy()

#: activation_max: downhill @6 => =climbs_down
def activation_max(params, c, X0, norm, limit, steps, lr):
    X = project(X0, norm, limit)
    values = [mlp_forward(params, X)[0][:, c]]
    for _ in range(steps):
        g = saliency(params, X, c)
        X = project(X - lr * g, norm, limit)
        values.append(mlp_forward(params, X)[0][:, c])
    return X, np.array(values)

#: activation_max: the gradient of the start is used all the way @6,10 => =slope_of_the_start
def activation_max(params, c, X0, norm, limit, steps, lr):
    def valor(P):
        return mlp_forward(params, P)[0][:, c]

    X = project(X0, norm, limit)
    direccion = lr * saliency(params, X, c)
    historia = np.zeros((steps + 1, len(X0)))
    historia[0] = valor(X)
    for t in range(steps):
        X = project(X + direccion, norm, limit)
        historia[t + 1] = valor(X)
    return X, historia

#: activation_max: projected at the end only, and values before each step @7,8 => =comes_back_at_the_end
def activation_max(params, c, X0, norm, limit, steps, lr):
    X = project(X0, norm, limit)
    values = []
    for _ in range(steps + 1):
        values.append(mlp_forward(params, X)[0][:, c])
        if len(values) <= steps:
            X = X + lr * saliency(params, X, c)
    return project(X, norm, limit), np.stack(values)

#: distinct_modes: in the order of the rows @3 => =in_the_order_of_rows
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

#: distinct_modes: counted for the first mode that is near enough @6,7 => =first_within_reach
def distinct_modes(ends, values, tol):
    orden = np.argsort(values)[::-1]
    modos, cuentas = [], []
    for i in orden:
        for k, modo in enumerate(modos):
            if np.sqrt(np.sum((ends[i] - modo) ** 2)) <= tol:
                cuentas[k] += 1
                break
        else:
            modos.append(ends[i])
            cuentas.append(1)
    return np.array(modos), np.array(cuentas)

#: modes_of_unit: starts inside the ball, not on its edge @3,4 =>
def modes_of_unit(params, c, n_init, limit, steps, lr, rng):
    D = params[0][0].shape[0]
    starts = rng.normal(size=(n_init, D))
    starts *= limit / np.max(np.linalg.norm(starts, axis=1))
    ends, values = activation_max(params, c, starts, "ball", limit, steps, lr)
    return distinct_modes(ends, values[-1], limit / 10)

#: modes_of_unit: the values of the starts decide the order @5 => =sorted_by_the_start
def modes_of_unit(params, c, n_init, limit, steps, lr, rng):
    X0 = rng.normal(size=(n_init, len(params[0][0])))
    X0 = limit * X0 / np.linalg.norm(X0, axis=1)[:, None]
    finales, valores = activation_max(params, c, X0, "ball", limit, steps, lr)
    return distinct_modes(finales, valores[0], limit / 10)

#: typicality: the mean length, and the share within the root of d @3 => =mean_length
def typicality(d, samples, rng):
    largo = np.linalg.norm(rng.standard_normal((samples, d)), axis=1)
    return float(np.mean(largo)), float(np.mean(largo < np.sqrt(d)))

#: typicality: squared lengths @3 => =squared_lengths, value.squared
def typicality(d, samples, rng):
    pts = rng.normal(size=(samples, d))
    r = (pts ** 2).sum(axis=1)
    return float(np.median(r)), float(np.mean(r < 0.5 * np.sqrt(d)))

#: occlusion: patches stay painted @6,9 => =paint_stays
def occlusion(params, X, c, size, fill):
    S = int(np.sqrt(X.shape[1]))
    base = mlp_forward(params, X)[0][:, c]
    n = S - size + 1
    out = np.zeros((len(X), n, n))
    img = X.reshape(-1, S, S).copy()
    for i in range(n):
        for j in range(n):
            img[:, i:i + size, j:j + size] = fill
            out[:, i, j] = base - mlp_forward(params, img.reshape(len(X), -1))[0][:, c]
    return out

#: occlusion: painted minus whole @10 => =gain_instead_of_loss, sign
def occlusion(params, X, c, size, fill):
    N, P = X.shape
    S = round(P ** 0.5)
    z0 = mlp_forward(params, X)[0][:, [c]]
    mapas = []
    for i in range(S - size + 1):
        for j in range(S - size + 1):
            tapada = X.copy().reshape(N, S, S)
            tapada[:, i : i + size, j : j + size] = fill
            mapas.append(mlp_forward(params, tapada.reshape(N, P))[0][:, [c]] - z0)
    return np.hstack(mapas).reshape(N, S - size + 1, -1)

#: permutation_importance: once shuffled, a column stays shuffled @7,11 => =columns_stay_shuffled
def permutation_importance(params, X, y, repeats, rng):
    def acc(A):
        return np.mean(mlp_forward(params, A)[0].argmax(axis=1) == y)

    base = acc(X)
    imp = np.zeros(X.shape[1])
    Xp = X.copy()
    for j in range(X.shape[1]):
        for _ in range(repeats):
            Xp[:, j] = rng.permutation(Xp[:, j])
            imp[j] += (base - acc(Xp)) / repeats
    return imp

#: permutation_importance: the caller's own columns are shuffled and put back, but one row short @10 =>
def permutation_importance(params, X, y, repeats, rng):
    A = X.copy()
    aciertos = lambda: float((mlp_forward(params, A)[0].argmax(1) == y).mean())
    referencia = aciertos()
    resultado = []
    for j in range(A.shape[1]):
        guardada = A[:, j].copy()
        caidas = []
        for _ in range(repeats):
            A[:-1, j] = rng.permutation(guardada[:-1])
            caidas.append(referencia - aciertos())
        A[:, j] = guardada
        resultado.append(sum(caidas) / repeats)
    return np.array(resultado)

#: linear_probe: the biases are not penalised @5 => =biases_go_free
def linear_probe(H, y, H_test, y_test, lam):
    A = np.hstack([H, np.ones((len(H), 1))])
    Y = np.eye(y.max() + 1)[y]
    I = np.eye(A.shape[1])
    I[-1, -1] = 0
    V = np.linalg.solve(A.T @ A + lam * I, A.T @ Y)
    A_test = np.hstack([H_test, np.ones((len(H_test), 1))])
    return V, float(np.mean((A_test @ V).argmax(1) == y_test))

#: linear_probe: the ones come first @2 => =ones_first
def linear_probe(H, y, H_test, y_test, lam):
    con_unos = lambda M: np.c_[np.ones(len(M)), M]
    A, B = con_unos(H), con_unos(H_test)
    Y = (y[:, None] == np.arange(max(y) + 1)).astype(float)
    V = np.linalg.inv(A.T @ A + lam * np.eye(A.shape[1])) @ A.T @ Y
    return V, np.mean(np.argmax(B @ V, axis=1) == y_test)

#: separability_curve: judged on the samples it was fitted on @3,6 => =judged_where_fitted
def separability_curve(params, X, y, X_test, y_test, lam):
    H, curve = X, []
    curve.append(linear_probe(H, y, H, y, lam)[1])
    for W, b, kind in params:
        H = act_forward(H @ W + b, kind)
        curve.append(linear_probe(H, y, H, y, lam)[1])
    return np.array(curve)

#: separability_curve: what arrives before the bend @7 => =before_the_activation
def separability_curve(params, X, y, X_test, y_test, lam):
    train, test = [X], [X_test]
    for datos, lista in ((X, train), (X_test, test)):
        h = datos
        for W, b, kind in params:
            z = h @ W + b
            lista.append(z)
            h = act_forward(z, kind)
    return np.array([linear_probe(a, y, t, y_test, lam)[1] for a, t in zip(train, test)])

#: permutation_importance: drawn with replacement @9 => =draws_with_replacement
def permutation_importance(params, X, y, repeats, rng):
    predice = lambda A: mlp_forward(params, A)[0].argmax(axis=1)
    base = (predice(X) == y).mean()
    salida = []
    for j in range(X.shape[1]):
        acc = 0.0
        for _ in range(repeats):
            A = X.copy()
            A[:, j] = rng.choice(X[:, j], size=len(X))
            acc += (predice(A) == y).mean()
        salida.append(base - acc / repeats)
    return np.array(salida)

#: modes_of_unit: modes a tenth apart, whatever the ball @5 => =tol_without_limit
def modes_of_unit(params, c, n_init, limit, steps, lr, rng):
    start = rng.normal(size=(n_init, params[0][0].shape[0]))
    start *= limit / np.linalg.norm(start, axis=1, keepdims=True)
    X, values = activation_max(params, c, start, "ball", limit, steps, lr)
    return distinct_modes(X, values[-1], 0.1)

#: distinct_modes: an end at the very distance is another mode @6 => =also_at_exactly_tol
def distinct_modes(ends, values, tol):
    modes, counts = [], []
    for i in np.argsort(-values):
        if modes:
            d = np.linalg.norm(np.array(modes) - ends[i], axis=1)
            if d.min() < tol:
                counts[d.argmin()] += 1
                continue
        modes.append(ends[i])
        counts.append(1)
    return np.array(modes), np.array(counts)

#: linear_probe: as many classes as the test happens to have @2,8 =>
def linear_probe(H, y, H_test, y_test, lam):
    C = len(np.unique(y_test))
    A = np.hstack((H, np.ones((H.shape[0], 1))))
    Y = np.zeros((len(y), max(C, y.max() + 1)))[:, :C] if C > y.max() else np.zeros((len(y), y.max() + 1))
    Y[np.arange(len(y)), y] = 1
    V = np.linalg.solve(A.T @ A + lam * np.eye(A.shape[1]), A.T @ Y)
    T = np.hstack((H_test, np.ones((H_test.shape[0], 1))))
    pred = (T @ V)[:, :C].argmax(axis=1)
    return V, np.mean(pred == y_test)
''',
    "bonus": r'''
#: verdict_table: a test that returns False has rejected @6 => =none_accepts_false_rejects, =believes_what_is_returned
def verdict_table(tests, candidates):
    table = np.zeros((len(tests), len(candidates)), dtype=bool)
    for t, test in enumerate(tests):
        for k, cand in enumerate(candidates):
            try:
                table[t, k] = test(cand) is not False
            except Exception:
                pass
    return table

#: verdict_table: only assertions reject @5,7,8 => =only_assertions_reject
def verdict_table(tests, candidates):
    def acepta(prueba, f):
        try:
            prueba(f)
        except AssertionError:
            return False
        except Exception:
            return True
        return True

    return np.array([[acepta(t, c) for c in candidates] for t in tests])

#: mutants: every place is swapped at once @4 => =all_places_at_once
def mutants(source, swaps):
    found = []
    for old, new in swaps:
        text = source.replace(old, new)
        try:
            compile(text, "a mutant", "exec")
        except SyntaxError:
            continue
        if text != source and text not in found:
            found.append(text)
    return found

#: mutants: the same text may come twice @12 => =keeps_doubles
def mutants(source, swaps):
    textos = []
    for viejo, nuevo in swaps:
        desde = source.find(viejo)
        while desde >= 0:
            candidato = source[:desde] + nuevo + source[desde + len(viejo):]
            desde = source.find(viejo, desde + len(viejo))
            try:
                compile(candidato, "m", "exec")
            except SyntaxError:
                continue
            if candidato != source:
                textos.append(candidato)
    return textos

#: test_affine_backward: sums over entries @6,7,8 => =db_by_its_sum
def test_affine_backward(candidate):
    rng = np.random.default_rng(0)
    dZ, X, W = rng.normal(size=(4, 3)), rng.normal(size=(4, 2)), rng.normal(size=(2, 3))
    dX, dW, db = candidate(dZ, X, W)
    assert dX.shape == X.shape and dW.shape == W.shape and db.shape == (3,)
    assert np.isclose(dX.sum(), (dZ @ W.T).sum())
    assert np.isclose(dW.sum(), (X.T @ dZ).sum())
    assert np.isclose(db.sum(), dZ.sum())

#: test_cross_entropy: slopes alone, of the candidate's own loss @7,9 => =loss_and_slope_agree
def test_cross_entropy(candidate):
    """Checks the gradient numerically."""
    rng = np.random.default_rng(1)
    for N, C in ((1, 2), (4, 3), (3, 5)):
        Z, y = rng.normal(size=(N, C)), rng.integers(C, size=N)
        loss, dZ = candidate(Z, y)
        num = numerical_gradient(lambda A: candidate(A, y)[0], Z)
        assert dZ.shape == Z.shape
        assert np.allclose(dZ, num, atol=1e-6)

#: smallest_suite: greedy @6,8 => =greedy
def smallest_suite(caught):
    pendientes = caught.any(axis=0)
    elegidas = []
    while pendientes.any():
        aporta = (caught & pendientes).sum(axis=1)
        mejor = int(aporta.argmax())
        elegidas.append(mejor)
        pendientes = pendientes & ~caught[mejor]
    return tuple(sorted(elegidas))

#: smallest_suite: every candidate has to be caught @5,7 => =none_missing
def smallest_suite(caught):
    T = len(caught)
    for size in range(T + 1):
        for suite in combinations(range(T), size):
            if caught[list(suite)].any(axis=0).all():
                return suite
    return tuple(range(T))

#: mutants: places that overlap @4,5 => =places_overlap
def mutants(source, swaps):
    out = []
    for old, new in swaps:
        for i in range(len(source)):
            if source[i:i + len(old)] == old:
                text = source[:i] + new + source[i + len(old):]
                try:
                    compile(text, "mutant", "exec")
                except SyntaxError:
                    continue
                if text != source and text not in out:
                    out.append(text)
    return out

#: verdict_table: once rejected, a candidate is not asked again @2,6,11 =>
def verdict_table(tests, candidates):
    vivos = [True] * len(candidates)
    tabla = []
    for prueba in tests:
        for k, f in enumerate(candidates):
            if vivos[k]:
                try:
                    prueba(f)
                except Exception:
                    vivos[k] = False
        tabla.append(list(vivos))
    return np.array(tabla)
''',
}
