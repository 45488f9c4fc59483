"""Wrong implementations as learners of many habits write them, over all assignments: slips seen in public courses, two mistakes at
once, and code that fails only at some scale, at a corner, at a tie, for one sample, for integers or for shapes that are not square.

Written, with what may be said of each, before any of them was run and by somebody who had not seen the diagnoses that came
after slips; nothing was tuned on them, and nothing may be. Where two mistakes are made, either may be named.
"""

A1 = r'''
#: affine_forward: one number, the sum of all biases, is added everywhere =>
def affine_forward(X, W, b):
    return X @ W + b.sum()

#: affine_forward: the loop over outputs runs to D, so wide layers stay empty on the right =>
def affine_forward(X, W, b):
    N, D = X.shape
    Z = np.zeros((N, W.shape[1]))
    for n in range(N):
        for m in range(min(D, W.shape[1])):
            Z[n, m] = np.dot(X[n], W[:, m]) + b[m]
    return Z

#: affine_forward: the inputs become whole numbers first => argument.rounded, value.truncated
def affine_forward(X, W, b):
    entradas = np.array(X, dtype=int)
    return entradas @ W + b

#: affine_forward: squeezed at the end, so a single sample loses its axis => !shape, shape.missing-axis
def affine_forward(X, W, b):
    return np.squeeze(np.dot(X, W) + b)

#: affine_forward: bias subtracted and weights taken without their signs => =bias_subtracted, operand.negative, argument.negative, argument.absolute
def affine_forward(X, W, b):
    return X.dot(np.abs(W)) - b

#: from_columns: not transposed, and the bias negated => =left_as_it_is, =bias_negated, !shape
def from_columns(W_seed, b):
    return W_seed + 0.0, -b

#: from_columns: transposed only where rows and columns differ in number => transpose, =left_as_it_is, argument.transposed
def from_columns(W_seed, b):
    W = W_seed.T if W_seed.shape[0] != W_seed.shape[1] else W_seed
    return W.copy(), b.copy()

#: rotation: the cosine comes from the sine by Pythagoras, so it is never negative => value.absolute, entries.few
def rotation(degrees):
    s = np.sin(np.deg2rad(degrees))
    c = np.sqrt(1 - s ** 2)
    return np.array([[c, -s], [s, c]])

#: rotation: the rule for small angles => close
def rotation(degrees):
    t = np.pi * degrees / 180
    return np.array([[1 - t * t / 2, -t], [t, 1 - t * t / 2]])

#: make_layer: clockwise turns, and the shift is scaled along =>
def make_layer(deg1, scales, deg2, shift):
    A = rotation(-deg2) @ np.diag(scales) @ rotation(-deg1)
    return A.T, scales * shift

#: make_layer: the two scales are averaged into one =>
def make_layer(deg1, scales, deg2, shift):
    k = np.mean(scales)
    return (k * rotation(deg1 + deg2)).T, np.asarray(shift)

#: decompose_affine: the last column is always flipped on both sides =>
def decompose_affine(W):
    U, s, Vt = np.linalg.svd(W.T)
    U[:, 1] *= -1
    Vt[1] *= -1
    return U, np.diag(s), Vt

#: decompose_affine: small stretches are rounded to zero => entries.few
def decompose_affine(W):
    U, s, Vt = np.linalg.svd(W.T)
    s = np.where(s < 1e-2, 0.0, s)
    a, b = np.sign(np.linalg.det(U)), np.sign(np.linalg.det(Vt))
    return U * [1, a], np.diag(s * [1, a * b]), Vt * [[1], [b]]

#: relu: small positive numbers count as zero => side.near, mask.too-much
def relu(A):
    return np.where(A > 1e-3, A, 0.0)

#: relu: only along the rows of a table, by a double loop => !raised
def relu(A):
    B = np.zeros((len(A), len(A[0])))
    for i in range(len(A)):
        for j in range(len(A[0])):
            if A[i][j] > 0:
                B[i][j] = A[i][j]
    return B

#: quadrant_kind: the axis is where the other coordinate is exactly zero, not where ReLU puts it =>
def quadrant_kind(A):
    tipos = []
    for x, y in A:
        if x > 0 and y > 0:
            tipos.append(0)
        elif y == 0 and x > 0:
            tipos.append(1)
        elif x == 0 and y > 0:
            tipos.append(2)
        else:
            tipos.append(3)
    return np.array(tipos)

#: orthant_fraction: points with all signs alike are counted =>
def orthant_fraction(n, samples, rng):
    P = rng.normal(size=(samples, n)) > 0
    return float(np.mean(P.all(axis=1) | (~P).all(axis=1)))

#: layer_frames: scaled after the second turn =>
def layer_frames(H, W, b):
    R2, S, R1 = decompose_affine(W)
    F = [H @ R1.T]
    F.append(F[0] @ R2.T)
    F.append(F[1] @ S.T)
    F.append(F[2] + b)
    F.append(np.maximum(F[3], 0))
    return np.array(F)

#: standardize: a std below a millionth is taken for a constant column =>
def standardize(X):
    mu, sd = X.mean(axis=0), X.std(axis=0)
    Z = np.zeros(X.shape)
    for j in range(X.shape[1]):
        if sd[j] > 1e-6:
            Z[:, j] = (X[:, j] - mu[j]) / sd[j]
    return Z, mu, sd

#: standardize: constant columns are left as they are, not moved to zero =>
def standardize(X):
    media, desv = np.mean(X, 0), np.std(X, 0)
    Z = X.astype(float).copy()
    vale = desv > 0
    Z[:, vale] = (X[:, vale] - media[vale]) / desv[vale]
    return Z, media, desv
'''

A2 = r'''
#: sigmoid: stable on both sides, but the left is one minus the right => =small_results_lost, side.far-negative
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    derecha = 1 / (1 + np.exp(-np.abs(z)))
    return np.where(z >= 0, derecha, 1 - derecha)

#: sigmoid: as float32 => close, close.single
def sigmoid(z):
    z = np.asarray(z, dtype=np.float32)
    return (np.exp(-np.logaddexp(0, -z))).astype(float)

#: tanh: the fast rational approximation => close
def tanh(z):
    z = np.clip(np.asarray(z, dtype=float), -3, 3)
    return z * (27 + z ** 2) / (27 + 9 * z ** 2)

#: leaky_relu: divided by the slope on the left => side
def leaky_relu(z, slope):
    return np.where(z > 0, z, z / (slope + 1e-12))

#: leaky_relu: the maximum of both, with the slope subtracted from one => side
def leaky_relu(z, slope):
    return np.maximum(z, (1 - slope) * z)

#: elu: written into a copy of z, which may hold integers => value.truncated, argument.rounded
def elu(z, alpha):
    salida = z.copy()
    izquierda = z <= 0
    salida[izquierda] = alpha * np.expm1(z[izquierda])
    return salida

#: elu: the sign of the exponent is lost and alpha as well => side
def elu(z, alpha):
    return np.where(z > 0, z, np.exp(-np.abs(z) / 2) - 1)

#: softplus: without the part that grows => side, side.far-positive
def softplus(z):
    return np.log1p(np.exp(-np.abs(z)))

#: softplus: from 20 on it is a constant => side.far-positive, clipped
def softplus(z):
    return np.log1p(np.exp(np.minimum(z, 20.0)))

#: d_sigmoid: measured by a difference => close
def d_sigmoid(z):
    h = 1e-4
    return (sigmoid(z + h) - sigmoid(z - h)) / (2 * h)

#: d_tanh: the square is inside => 
def d_tanh(z):
    return 1 - np.tanh(np.square(z))

#: d_leaky_relu: minus the slope on the left => side, value.absolute
def d_leaky_relu(z, slope):
    return np.where(z > 0, 1.0, -slope)

#: d_elu: alpha is added where it should multiply => side
def d_elu(z, alpha):
    return np.where(z > 0, 1.0, np.exp(np.minimum(z, 0)) + alpha - 1)

#: d_softplus: one minus exp of minus softplus => =left_tail_lost, side.far-negative
def d_softplus(z):
    z = np.asarray(z, dtype=float)
    return 1 - np.exp(-np.logaddexp(0, z))

#: d_sigmoid_from_output: doubled, the bracket misplaced =>
def d_sigmoid_from_output(h):
    return h - h * 2 * h

#: unit: the activation is taken for every product before adding =>
def unit(X, w, b, act):
    return act(X * w + b).sum(axis=1)

#: unit: the same sample every time => row.only-first, batch.first
def unit(X, w, b, act):
    z = [np.dot(X[0], w) + b for _ in X]
    return act(np.array(z))

#: gate: NAND is the AND with only one sign turned, OR has its bias too high =>
def gate(name):
    puertas = {"AND": ([1.0, 1.0], -1.5), "OR": ([1.0, 1.0], 0.5), "NAND": ([-1.0, 1.0], 1.5), "AND3": ([1.0, 1.0, 1.0], -2.5)}
    w, b = puertas[name]
    return np.array(w), b

#: gate: AND3 is on at two of three, by the bias that grows with the wrong count => =two_of_three
def gate(name):
    n = 3 if name == "AND3" else 2
    if name in ("AND", "AND3"):
        return np.ones(n), -1.5
    return (np.ones(2), -0.5) if name == "OR" else (-np.ones(2), 1.5)

#: xor_net: both hidden units see the same difference =>
def xor_net():
    W1 = np.array([[1.0, 1.0], [-1.0, -1.0]])
    return W1, np.array([-0.5, -0.5]), np.array([1.0, 1.0]), -0.5

#: xor_net: NOT of XOR by the last sign => =on_where_equal
def xor_net():
    W1 = np.array([[1.0, -1.0], [-1.0, 1.0]])
    return W1, np.array([-0.5, -0.5]), np.array([-1.0, -1.0]), 0.5

#: is_separable: only weights from zero up are tried => =no_negative_weights
def is_separable(y):
    for w1 in range(4):
        for w2 in range(4):
            for b in np.arange(-8, 8, 0.5):
                if np.array_equal((corners(2) @ np.array([w1, w2]) + b > 0).astype(int), y):
                    return True
    return False

#: count_separable: half of all functions and two more => 
def count_separable(n):
    return 2 ** (2 ** n) // 2 + 2 if n > 1 else 4

#: sensitivity: z is cut at 30, so far units look alive =>
def sensitivity(x, W, b):
    z = np.clip(x @ W + b, -30, 30)
    s = 1 / (1 + np.exp(-z))
    return W.T * (s * (1 - s))[:, None]

#: window: upside down and without k on one side =>
def window(x, lo, hi, k):
    return sigmoid(x - hi) - sigmoid(k * (x - lo))

#: rbf: a half too many in the exponent => value.root
def rbf(x, centre, halfwidth):
    return np.exp(-np.log(2) * ((x - centre) / halfwidth) ** 2 / 2)

#: farkas_xor: the signs of the table are put in again => =signs_put_in_twice
def farkas_xor():
    return np.array([-1.0, 1.0, 1.0, -1.0])
'''

A3 = r'''
#: one_hot: a label that is too large is refused, with an IndexError => !error, error.kind
def one_hot(y, C):
    if (np.asarray(y) < 0).any():
        raise ValueError("negative")
    Y = np.zeros((len(y), C))
    for i in range(len(y)):
        Y[i][y[i]] = 1.0
    return Y

#: one_hot: the rows are built once and shared => 
def one_hot(y, C):
    if min(y) < 0 or max(y) > C - 1:
        raise ValueError("label")
    Y = [[0.0] * C] * len(y)
    for i, k in enumerate(y):
        Y[i][k] = 1.0
    return np.array(Y)

#: softmax: shifted by the largest absolute logit of the row => !not_finite, not-finite
def softmax(Z):
    s = Z - np.abs(Z).max(axis=1, keepdims=True)
    e = np.exp(s)
    return e / e.sum(axis=1, keepdims=True)

#: softmax: shifted only if something is larger than 100, then by 100 => !not_finite, not-finite
def softmax(Z):
    Z = np.where(Z.max() > 100, Z - 100.0, Z)
    e = np.exp(Z)
    return e / np.sum(e, axis=1)[:, None]

#: softmax: a temperature of the number of classes =>
def softmax(Z):
    T = Z.shape[1]
    e = np.exp((Z - Z.max(axis=1, keepdims=True)) / T)
    return e / e.sum(axis=1, keepdims=True)

#: softmax: rounded to eight places, as for printing => close, close.rounded
def softmax(Z):
    e = np.exp(Z - Z.max(axis=1, keepdims=True))
    return np.round(e / e.sum(axis=1, keepdims=True), 8)

#: cross_entropy: the labels are sorted on the way =>
def cross_entropy(Z, y):
    etiquetas = np.sort(y)
    m = Z.max(axis=1, keepdims=True)
    logp = Z - m - np.log(np.exp(Z - m).sum(axis=1, keepdims=True))
    G = np.exp(logp)
    G[np.arange(len(y)), etiquetas] -= 1
    return -logp[np.arange(len(y)), etiquetas].mean(), G / len(y)

#: cross_entropy: summed loss, slope averaged twice => =sums_the_loss, factor.rows, factor.per-rows
def cross_entropy(Z, y):
    n = len(y)
    m = Z.max(axis=1, keepdims=True)
    logp = Z - m - np.log(np.exp(Z - m).sum(axis=1, keepdims=True))
    G = np.exp(logp)
    G[np.arange(n), y] -= 1
    return -logp[np.arange(n), y].sum(), G / n ** 2

#: cross_entropy: the maximum is taken off the logits of the other classes only =>
def cross_entropy(Z, y):
    n = len(y)
    m = Z.max(axis=1)
    lse = np.log(np.exp(Z - m[:, None]).sum(axis=1))
    loss = np.mean(lse - Z[np.arange(n), y])
    P = np.exp(Z - m[:, None] - lse[:, None])
    P[np.arange(n), y] -= 1
    return loss, P / n

#: cross_entropy: the slope is cut at a half =>
def cross_entropy(Z, y):
    n = len(y)
    m = Z.max(axis=1, keepdims=True)
    logp = Z - m - np.log(np.exp(Z - m).sum(axis=1, keepdims=True))
    G = np.exp(logp)
    G[np.arange(n), y] -= 1
    return -logp[np.arange(n), y].mean(), np.clip(G, -0.5, 0.5) / n

#: cross_entropy: one sample is returned without its axis => !shape, shape.missing-axis
def cross_entropy(Z, y):
    n = len(y)
    m = Z.max(axis=1, keepdims=True)
    logp = Z - m - np.log(np.exp(Z - m).sum(axis=1, keepdims=True))
    G = np.exp(logp)
    G[np.arange(n), y] -= 1
    return -logp[np.arange(n), y].mean(), (G / n).squeeze()

#: bce_with_logits: shapes are compared by their lengths only => !error, error.none
def bce_with_logits(z, y):
    if len(z) != len(y):
        raise ValueError("not as many answers as logits")
    loss = np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))))
    return loss, (np.exp(-np.logaddexp(0, -z)) - y) / z.size

#: bce_with_logits: weighted by the share of each class =>
def bce_with_logits(z, y):
    if z.shape != y.shape:
        raise ValueError("shapes")
    n1 = max(y.sum(), 1)
    peso = np.where(y == 1, len(y) / (2 * n1), 1.0)
    cost = peso * (np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))))
    return cost.mean(), peso * (np.exp(-np.logaddexp(0, -z)) - y) / len(z)

#: bce_with_logits: a logit beyond 15 is cut in the loss only => clipped, side.far, close
def bce_with_logits(z, y):
    if z.shape != y.shape:
        raise ValueError("shapes")
    t = np.clip(z, -15, 15)
    loss = np.mean(np.logaddexp(0, t) - y * t)
    return loss, (np.exp(-np.logaddexp(0, -z)) - y) / len(z)

#: mse_ridge: the arrays of weights are added up before squaring =>
def mse_ridge(Y, H, Ws, lam):
    if Y.shape != H.shape:
        raise ValueError("shapes")
    n = len(Y)
    precio = sum(np.sum(W) for W in Ws) ** 2
    return np.sum((H - Y) ** 2) / (2 * n) + lam / (2 * n) * precio

#: mse_ridge: divided by the rows of the first weight array in the price => 
def mse_ridge(Y, H, Ws, lam):
    if Y.shape != H.shape:
        raise ValueError("shapes")
    total = np.sum(np.square(Y - H)) / (2 * len(Y))
    for W in Ws:
        total += lam / (2 * len(W)) * np.sum(np.square(W))
    return total

#: mse_grad: the sign is turned and the mean is over everything => =target_minus_output, =divides_by_all_entries, factor, sign
def mse_grad(Y, H):
    if Y.shape != H.shape:
        raise ValueError("shapes")
    return np.subtract(Y, H) / H.size

#: mse_grad: errors smaller than a hundredth are dropped => side.near, mask.too-much, entries.few
def mse_grad(Y, H):
    if Y.shape != H.shape:
        raise ValueError("shapes")
    E = H - Y
    return np.where(np.abs(E) > 0.01, E, 0.0) / len(Y)

#: numerical_gradient: the step is scaled with the entry, the division is not =>
def numerical_gradient(f, x, eps):
    x = np.array(x, dtype=float)
    g = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        h = eps * max(abs(x[i]), 1.0)
        a, b = x.copy(), x.copy()
        a[i] += h
        b[i] -= h
        g[i] = (f(a) - f(b)) / (2 * eps)
    return g

#: numerical_gradient: the formula with five points => close
def numerical_gradient(f, x, eps):
    x = np.array(x, dtype=float)
    g = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        def en(k):
            y = x.copy()
            y[i] += k * eps
            return f(y)
        g[i] = (8 * (en(1) - en(-1)) - (en(2) - en(-2))) / (12 * eps)
    return g

#: numerical_gradient: one-sided, and the result is a list => =forward_difference, !type
def numerical_gradient(f, x, eps):
    x = np.array(x, dtype=float)
    f0 = f(x)
    lista = []
    for i in np.ndindex(x.shape):
        y = x.copy()
        y[i] += eps
        lista.append((f(y) - f0) / eps)
    return lista

#: gradcheck: the kink is looked for with one slope against the mean of both =>
def gradcheck(f, g, x):
    h = 1e-5
    x = np.array(x, dtype=float)
    a = np.asarray(g(x.copy()), dtype=float)
    if a.shape != x.shape:
        raise ValueError("shape")
    peor, donde, kinks = 0.0, None, 0
    for i in np.ndindex(x.shape):
        p, q = x.copy(), x.copy()
        p[i] += h
        q[i] -= h
        der, izq = (f(p) - f(x)) / h, (f(x) - f(q)) / h
        n = (der + izq) / 2
        if abs(der - n) > 1e-2 * max(1, abs(der), abs(n)):
            kinks += 1
            continue
        if not np.isfinite(n) or not np.isfinite(a[i]):
            r = np.inf
        else:
            r = 0.0 if a[i] == n == 0 else abs(a[i] - n) / max(abs(a[i]), abs(n))
        if donde is None or r > peor:
            peor, donde = r, i
    return {"max_rel": float(peor), "worst_index": donde, "kinks": kinks}

#: fit_logistic: the price is on the weights before the average, twice over N =>
def fit_logistic(X, y, lam, steps, lr):
    N = len(y)
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        e = 1 / (1 + np.exp(-(X @ w + b))) - y
        w, b = w - lr * (X.T @ e / N + lam * w / N ** 2), b - lr * e.mean()
    return w, b

#: fit_logistic: one sample after the other =>
def fit_logistic(X, y, lam, steps, lr):
    N = len(y)
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        for x, t in zip(X, y):
            e = 1 / (1 + np.exp(-(x @ w + b))) - t
            w = w - lr / N * (e * x + lam / N * w)
            b = b - lr / N * e
    return w, b

#: fit_logistic: the columns are centred first and b is not moved back =>
def fit_logistic(X, y, lam, steps, lr):
    Xc = X - X.mean(axis=0)
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        _, dz = bce_with_logits(Xc @ w + b, y)
        w, b = w - lr * (Xc.T @ dz + lam / len(y) * w), b - lr * dz.sum()
    return w, b
'''

A4 = r'''
#: affine_backward: dX is left out where the upstream is negative => mask.too-much
def affine_backward(dZ, X, W):
    return np.maximum(dZ, 0) @ W.T, X.T @ dZ, dZ.sum(axis=0)

#: affine_backward: db has lost its axis for a single neuron, dW is averaged => !shape, =averages_dW, factor.per-rows
def affine_backward(dZ, X, W):
    return dZ @ W.T, X.T @ dZ / len(X), np.squeeze(dZ.sum(axis=0))

#: affine_backward: numbers of one sample at a time, the last one is not added => row, batch.last
def affine_backward(dZ, X, W):
    dX, dW, db = np.zeros(X.shape), np.zeros(W.shape), np.zeros(W.shape[1])
    for n in range(len(X)):
        dX[n] = W.dot(dZ[n])
        if n:
            dW += np.outer(X[n], dZ[n])
            db += dZ[n]
    return dX, dW, db

#: affine_backward: weights smaller than three tenths send nothing down =>
def affine_backward(dZ, X, W):
    activos = np.where(np.abs(W) > 0.3, W, 0.0)
    return dZ @ activos.T, X.T @ dZ, np.sum(dZ, axis=0)

#: act_backward: tanh with one square too few and sigmoid with the output's formula at Z => =short_form_with_z, local.input-for-output
def act_backward(dH, Z, kind):
    if kind == "relu":
        return np.where(Z > 0, dH, 0)
    if kind == "sigmoid":
        return dH * Z * (1 - Z)
    if kind == "tanh":
        return dH * (1 - np.tanh(Z))
    return dH * np.where(Z > 0, 1.0, np.exp(np.minimum(Z, 0)))

#: act_backward: the slope of relu leaks => mask.missing
def act_backward(dH, Z, kind):
    if kind == "relu":
        return dH * np.where(Z > 0, 1.0, 0.01)
    if kind == "sigmoid":
        return dH * sigmoid(Z) * sigmoid(-Z)
    if kind == "tanh":
        return dH / np.cosh(np.clip(Z, -300, 300)) ** 2
    return dH * np.exp(np.minimum(Z, 0))

#: bricks_forward: the second layer sees the transposed weights where they are square =>
def bricks_forward(x, W1, W2):
    z1 = x @ W1
    h1 = sigmoid(z1)
    z2 = h1 @ (W2.T if W2.shape[0] == W2.shape[1] else W2)
    return {"z1": z1, "h1": h1, "z2": z2, "h2": sigmoid(z2)}

#: bricks_output: the slope is that of tanh =>
def bricks_output(y, h1, h2):
    dh2 = h2 - y
    s2 = 1 - h2 ** 2
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h1, dz2)}

#: bricks_hidden: only the first output is listened to =>
def bricks_hidden(x, h1, W2, dz2):
    dh1 = W2[:, 0] * dz2[0]
    s1 = h1 * (1 - h1)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}

#: forward: the bias of the first layer is used in both, where it fits =>
def forward(params, X):
    Z1 = X @ params["W1"] + params["b1"]
    H1 = sigmoid(Z1)
    b2 = params["b1"] if params["b1"].shape == params["b2"].shape else params["b2"] * 0 + params["b1"][0]
    Z2 = H1 @ params["W2"] + b2
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": sigmoid(Z2)}

#: backward: no average and a penalty that is not over N either => =no_average, =penalty_not_over_N, factor.rows, two.rows
def backward(params, cache, Y, lam):
    H1, H2 = cache["H1"], cache["H2"]
    d2 = (H2 - Y) * H2 * (1 - H2)
    d1 = d2 @ params["W2"].T * H1 * (1 - H1)
    return {"W1": cache["X"].T @ d1 + lam * params["W1"], "b1": d1.sum(0), "W2": H1.T @ d2 + lam * params["W2"], "b2": d2.sum(0)}

#: backward: the sign of the weights is the penalty's slope => term.own.form
def backward(params, cache, Y, lam):
    N, H1, H2 = len(Y), cache["H1"], cache["H2"]
    d2 = (H2 - Y) * H2 * (1 - H2) / N
    d1 = d2 @ params["W2"].T * H1 * (1 - H1)
    signo = {k: lam / N * np.sign(params[k]) for k in ("W1", "W2")}
    return {"W1": cache["X"].T @ d1 + signo["W1"], "b1": d1.sum(0), "W2": H1.T @ d2 + signo["W2"], "b2": d2.sum(0)}

#: mlp_forward: the activation of each layer is taken twice for more than two layers =>
def mlp_forward(params, X):
    H, caches = X, []
    for W, b, kind in params:
        Z = H @ W + b
        caches.append((H, Z))
        H = act_forward(Z, kind)
        if len(params) > 2 and kind != "linear":
            H = act_forward(H, kind)
    return H, caches

#: mlp_backward: biases and dX are right, every dW belongs to the averaged batch => =averages_in_every_layer, factor.per-rows
def mlp_backward(params, caches, dZ):
    grads = [None] * len(params)
    for l in range(len(params) - 1, -1, -1):
        H = caches[l][0]
        dH, dW, db = affine_backward(dZ, H, params[l][0])
        grads[l] = (dW / len(H), db)
        if l:
            dZ = act_backward(dH, caches[l - 1][1], params[l - 1][2])
    return dH, grads

#: fixed_gradients: the loss itself is not halved, so all is twice as large => factor.two
def fixed_gradients(X, Y, W1, W2, reg):
    h1, h2 = published_forward(X, W1, W2)
    d2 = 2 * (h2 - Y) * h2 * (1 - h2)
    d1 = d2 @ W2.T * h1 * (1 - h1)
    return (X.T @ d1 + 2 * reg * W1) / len(X), (h1.T @ d2 + 2 * reg * W2) / len(X)
'''

A5 = r'''
#: init: xavier's root is over the sum, the two is outside => factor
def init(widths, scheme, rng):
    params = {}
    for i, (d, m) in enumerate(zip(widths[:-1], widths[1:]), 1):
        s = {"zeros": 0, "small": 0.01, "xavier": 2 / np.sqrt(d + m), "he": np.sqrt(2 / d)}[scheme]
        params[f"W{i}"], params[f"b{i}"] = s * rng.normal(size=(d, m)), np.zeros(m)
    return params

#: init: all weights are drawn at once and cut up =>
def init(widths, scheme, rng):
    pares = list(zip(widths, widths[1:]))
    todo = rng.normal(size=sum(d * m for d, m in pares))[::-1]
    params, p = {}, 0
    for i, (d, m) in enumerate(pares, 1):
        s = {"zeros": 0, "small": 0.01, "xavier": (2 / (d + m)) ** 0.5, "he": (2 / d) ** 0.5}[scheme]
        params[f"W{i}"], params[f"b{i}"] = s * todo[p : p + d * m].reshape(d, m), np.zeros(m)
        p += d * m
    return params

#: sgd_step: the keys are sorted and the gradients taken in their own order =>
def sgd_step(params, grads, lr):
    claves = sorted(params, reverse=True)
    return {k: params[k] - lr * np.ravel(grads[k])[::-1].reshape(params[k].shape) for k in claves}

#: sgd_step: W moves up, b down => =goes_uphill, sign
def sgd_step(params, grads, lr):
    return {k: w + (lr if k[0] == "W" else -lr) * grads[k] for k, w in params.items()}

#: momentum_step: nesterov and the gradient averaged => =averages_the_gradient
def momentum_step(params, grads, velocity, lr, beta=0.9):
    v = {k: beta * velocity[k] + (1 - beta) * g for k, g in grads.items()}
    return {k: w - lr * (beta * v[k] + (1 - beta) * grads[k]) for k, w in params.items()}, v

#: adam_step: the absolute value of the mean stands under the root =>
def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state["t"] + 1
    m = {k: beta1 * state["m"][k] + (1 - beta1) * grads[k] for k in params}
    v = {k: beta2 * state["v"][k] + (1 - beta2) * grads[k] ** 2 for k in params}
    return {k: params[k] - lr * m[k] / (1 - beta1**t) / (np.sqrt(np.abs(m[k])) + eps) for k in params}, {"t": t, "m": m, "v": v}

#: adam_step: both corrections use the first beta =>
def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state["t"] + 1
    m = {k: beta1 * state["m"][k] + (1 - beta1) * grads[k] for k in params}
    v = {k: beta2 * state["v"][k] + (1 - beta2) * grads[k] ** 2 for k in params}
    c = 1 - beta1**t
    return {k: params[k] - lr * (m[k] / c) / (np.sqrt(v[k] / c) + eps) for k in params}, {"t": t, "m": m, "v": v}

#: minibatches: the rest is put in front => order
def minibatches(N, batch, rng):
    orden, r = rng.permutation(N), N % batch
    partes = [orden[:r]] if r else []
    return partes + [orden[i : i + batch] for i in range(r, N, batch)]

#: minibatches: the rest is joined to the last full batch =>
def minibatches(N, batch, rng):
    orden = rng.permutation(N)
    cortes = list(range(batch, N - batch + 1, batch))
    return np.split(orden, cortes)

#: train: Adam where momentum was asked for =>
def train(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    estado = {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    historia = [loss_and_gradients(params, X, y, kind)[0]]
    for _ in range(epochs):
        for filas in minibatches(len(X), batch, rng):
            g = loss_and_gradients(params, X[filas], y[filas], kind)[1]
            if optimizer == "sgd":
                params = sgd_step(params, g, lr)
            else:
                params, estado = adam_step(params, g, estado, lr)
        historia.append(loss_and_gradients(params, X, y, kind)[0])
    return params, np.array(historia)

#: train: rng is used once for all epochs => =same_order_every_epoch
def train(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    v, estado = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    historia, reparto = [loss_and_gradients(params, X, y, kind)[0]], minibatches(len(X), batch, rng)
    for _ in range(epochs):
        for filas in reparto:
            g = loss_and_gradients(params, X[filas], y[filas], kind)[1]
            if optimizer == "sgd":
                params = sgd_step(params, g, lr)
            elif optimizer == "momentum":
                params, v = momentum_step(params, g, v, lr)
            else:
                params, estado = adam_step(params, g, estado, lr)
        historia.append(loss_and_gradients(params, X, y, kind)[0])
    return params, np.array(historia)

#: clip_by_norm: the largest entry is the norm =>
def clip_by_norm(grads, limit):
    norma = max(np.abs(g).max() for g in grads.values())
    return {k: g * min(1.0, limit / max(norma, 1e-300)) for k, g in grads.items()}

#: lr_schedule: cosine from one to minus one, cut at zero =>
def lr_schedule(kind, lr, step, span):
    if kind == "halving":
        return lr * 0.5 ** (step // span)
    if kind == "inverse":
        return lr / (1 + step / span)
    return max(lr * np.cos(np.pi * step / span), 0.0) if step < span else 0.0

#: l1_l2: the penalty has no half, the pull is right => =l2_without_the_half
def l1_l2(params, l1, l2):
    W = {k: w for k, w in params.items() if k.startswith("W")}
    coste = sum(l1 * np.abs(w).sum() + l2 * np.sum(w**2) for w in W.values())
    return coste, {k: l1 * np.sign(w) + l2 * w if k in W else 0 * w for k, w in params.items()}

#: symmetry_experiment: neighbours are compared after sorting by the first weight =>
def symmetry_experiment(params, X, y, steps, lr, kind="tanh"):
    def cuenta(p):
        U = np.vstack([p["W1"], p["b1"]]).T
        U = U[np.argsort(U[:, 0])]
        return 1 + int(np.sum(np.abs(np.diff(U[:, 0])) > 1e-6))
    serie = [cuenta(params)]
    for _ in range(steps):
        params = sgd_step(params, loss_and_gradients(params, X, y, kind)[1], lr)
        serie.append(cuenta(params))
    return np.array(serie)

#: bias_ceiling: |K| is compared with all weights, and balance is not looked at => =counts_dead_neurons, =forgets_the_balance
def bias_ceiling(W1, w2):
    return 0.5 if abs(np.sum(w2)) >= np.sum(np.abs(w2)) else 0.75

#: relu_xor: sums and differences with one weight of the wrong sign =>
def relu_xor():
    return np.array([[1.0, -1.0, 1.0, -1.0], [1.0, -1.0, -1.0, 1.0]]), np.array([1.0, 1.0, -1.0, 1.0])
'''

A6 = r'''
#: bump: twice the height in the middle, because both steps are added up to h each => factor.two
def bump(x, left, right, h, w):
    return 2 * h * (sigmoid(w * (x - left)) - sigmoid(w * (x - right)))

#: bump: the width scales the steepness =>
def bump(x, left, right, h, w):
    k = w / (right - left)
    return h * sigmoid(k * (x - left)) - h * sigmoid(k * (x - right))

#: tower: the product of the walls, threshold without h => =multiplies_the_walls, =threshold_without_the_height
def tower(X, low, high, h, w):
    return sigmoid(bump(X[:, 0], low[0], high[0], h, w) * bump(X[:, 1], low[1], high[1], h, w) - 1.5)

#: polygon_tower: sines and cosines are exchanged and one side is counted double => =first_side_twice
def polygon_tower(n):
    a = 2 * np.pi * np.arange(n) / n
    W = -np.array([np.sin(a), np.cos(a)])
    W[:, -1] = W[:, 0]
    return {"W1": W, "b1": np.ones(n), "w2": np.ones(n), "b2": 0.5 - n, "act": "step"}

#: polygon_tower: degrees in the cosine =>
def polygon_tower(n):
    a = 360 * np.arange(n) / n
    return {"W1": -np.array([np.cos(a), np.sin(a)]), "b1": np.ones(n), "w2": np.ones(n), "b2": 0.5 - n, "act": "step"}

#: area_mc: normal points in place of uniform ones =>
def area_mc(net, half, samples, rng):
    p = np.mean(evaluate(net, half * rng.normal(size=(samples, 2))) > 0)
    A = 4 * half**2
    return p * A, A * np.sqrt(p * (1 - p) / samples)

#: area_mc: the variance stands where the standard error belongs => value.squared
def area_mc(net, half, samples, rng):
    p = np.mean(evaluate(net, rng.uniform(-half, half, (samples, 2))) > 0)
    A = 4 * half**2
    return p * A, A**2 * p * (1 - p) / samples

#: one_layer_tower: every ridge is one high and all are half as wide => =ridges_of_height_one, =half_as_wide
def one_layer_tower(n):
    a = np.pi * np.arange(n) / n
    U = np.array([np.cos(a), np.sin(a)])
    return {"W1": np.hstack([U, U]), "b1": np.repeat([0.5, -0.5], n), "w2": np.repeat([1.0, -1.0], n), "b2": 0.0, "act": "step"}

#: approx_by_bumps: the mean of the four corners =>
def approx_by_bumps(f, M):
    t = np.linspace(-1, 1, M + 1)
    E = f(np.array([[a, b] for a in t for b in t])).reshape(M + 1, M + 1)
    alturas = (E[:-1, :-1] + E[1:, :-1] + E[:-1, 1:] + E[1:, 1:]) / 4
    def f_hat(X):
        ij = np.floor((X + 1) / 2 * M).astype(int)
        dentro = ((ij >= 0) & (ij < M)).all(axis=1)
        i, j = np.clip(ij, 0, M - 1).T
        return np.where(dentro, alturas[i, j], 0.0)
    return f_hat

#: approx_by_bumps: inputs swapped and no ground outside => =swaps_the_inputs, =towers_go_on_outside
def approx_by_bumps(f, M):
    m = (2 * np.arange(M) + 1) / M - 1
    alturas = f(np.array([[a, b] for a in m for b in m])).reshape(M, M)
    def f_hat(X):
        i, j = np.clip(np.floor((X + 1) / 2 * M).astype(int), 0, M - 1).T
        return alturas[j, i]
    return f_hat

#: surface_grid: upside down as pictures are stored => =turns_it_like_an_image
def surface_grid(net, lo, hi, G):
    t = np.linspace(lo, hi, G)
    return np.array([[evaluate(net, np.array([[a, b]]))[0] for a in t] for b in t[::-1]])

#: error_curve: the slope in one direction only, through the origin =>
def error_curve(fit, widths, seeds):
    E = np.array([[fit(k, s) for s in seeds] for k in widths])
    med = np.median(E, axis=1)
    a, b = np.log(widths), np.log(med)
    return {"widths": np.array(widths), "best": E.min(1), "median": med, "worst": E.max(1), "slope": (a @ b) / (a @ a)}

#: error_curve: the median of the sorted widths, and the best is the first seed =>
def error_curve(fit, widths, seeds):
    E = np.array([[fit(k, s) for s in seeds] for k in widths])
    med = np.median(E, axis=1)
    return {"widths": np.array(widths), "best": E[:, 0], "median": med, "worst": E.max(1), "slope": np.polyfit(np.log(widths), np.log(med), 1)[0]}

#: fit_surface: the best plane, dressed as a net =>
def fit_surface(f, width, act, rng):
    X = rng.uniform(-1, 1, (1000, 2))
    net = start_net(width, act, rng)
    net["W1"] = 0 * net["W1"]
    net = best_outer(net, X, f(X))
    P = rng.uniform(-1, 1, (1000, 2))
    return net, float(np.sqrt(np.mean((evaluate(net, P) - f(P)) ** 2)))
'''

A7 = r'''
#: activation_pattern: heights are compared with the mean of the layer =>
def activation_pattern(net, X):
    H, P = X, []
    for W, b in net[:-1]:
        Z = H @ W + b
        P.append(Z > Z.mean(axis=1, keepdims=True) * (Z.shape[1] > 1))
        H = np.maximum(Z, 0)
    return np.hstack(P)

#: activation_pattern: layers in reverse and on at zero => =layers_in_reverse, =on_at_zero
def activation_pattern(net, X):
    H, P = X, []
    for W, b in net[:-1]:
        Z = H @ W + b
        P.insert(0, Z >= 0)
        H = np.maximum(Z, 0)
    return np.hstack(P)

#: local_affine: the pattern is that of the first layer wherever it fits =>
def local_affine(net, x):
    A, c = np.eye(len(x)), np.zeros(len(x))
    primero = x @ net[0][0] + net[0][1] > 0
    h = x
    for i, (W, b) in enumerate(net):
        z = h @ W + b
        A, c = A @ W, c @ W + b
        if i < len(net) - 1:
            on = primero if len(primero) == len(z) else z > 0
            A, c, h = A * on, c * on, np.maximum(z, 0)
    return A, c

#: count_regions_1d: cuts are counted once per neuron and one more => =one_cut_for_each_neuron
def count_regions_1d(net, low, high):
    x = np.linspace(low, high, 5001)[:, None]
    P = activation_pattern(net, x)
    return 1 + int(np.sum(P.any(axis=0) & ~P.all(axis=0)))

#: count_regions_1d: different patterns, also when one comes back => 
def count_regions_1d(net, low, high):
    x = np.linspace(low, high, 2001)[1:-1, None]
    return len({tuple(p) for p in activation_pattern(net, x)})

#: max_regions: one dimension too many and one neuron too few =>
def max_regions(n0, n1):
    return sum(math.comb(max(n1 - 1, 0), j) for j in range(n0 + 2))

#: max_regions: the square of the lines whatever the dimension => =always_the_plane
def max_regions(n0, n1):
    return (n1 * n1 + n1 + 2) // 2

#: count_regions_2d: parallel lines are told by equal weights only =>
def count_regions_2d(W, b):
    n, total = W.shape[1], 1
    for k in range(n):
        puntos = set()
        for j in range(k):
            if not np.array_equal(W[:, j], W[:, k]):
                d = W[0, j] * W[1, k] - W[1, j] * W[0, k]
                if d != 0:
                    puntos.add((round((W[1, j] * b[k] - W[1, k] * b[j]) / d, 6), round((W[0, k] * b[j] - W[0, j] * b[k]) / d, 6)))
        total += 1 + len(puntos)
    return total

#: split_polygon: the crossing is weighted by squares of the heights =>
def split_polygon(P, w, b):
    h = P @ w + b
    h[np.abs(h) < 1e-9] = 0
    menos, mas = [], []
    for i in range(len(P)):
        j = (i + 1) % len(P)
        if h[i] <= 0:
            menos.append(P[i])
        if h[i] >= 0:
            mas.append(P[i])
        if h[i] * h[j] < 0:
            t = h[i] ** 2 / (h[i] ** 2 + h[j] ** 2)
            q = P[i] + t * (P[j] - P[i])
            menos.append(q)
            mas.append(q)
    return (np.array(menos) if (h < 0).any() or b <= 0 and not np.any(w) else None), (np.array(mas) if (h > 0).any() else None)

#: fold_net: the tents are not scaled back between the layers =>
def fold_net(L):
    entra = np.array([[1.0, 1.0]])
    net = [(entra, np.array([0.0, -0.5]))]
    for _ in range(L - 1):
        net.append((np.array([[1.0, 1.0], [-2.0, -2.0]]), np.array([0.0, -0.5])))
    return net + [(np.array([[2.0], [-4.0]]), np.zeros(1))]

#: montufar_bound: the quotient is not raised to the power, and rounded up => =folds_one_input_only, =rounds_up
def montufar_bound(n0, widths):
    total = 1
    for n in widths[:-1]:
        total *= -(-n // n0)
    return total * max_regions(n0, widths[-1])

#: maxout: the second largest of three and more =>
def maxout(X, W, b):
    Z = np.sort([X @ Wr + br for Wr, br in zip(W, b)], axis=0)
    return Z[-2] if len(Z) > 2 else Z[-1]

#: maxout_backward: shared among all ranks in parts of a softmax =>
def maxout_backward(dH, X, W, b):
    Z = np.stack([X @ Wr + br for Wr, br in zip(W, b)])
    S = np.exp(Z - Z.max(axis=0))
    D = dH * S / S.sum(axis=0)
    return sum(d @ Wr.T for d, Wr in zip(D, W)), np.array([X.T @ d for d in D]), D.sum(axis=1)

#: maxout_bound: the sum of the two powers, one layer too many => =adds_the_powers
def maxout_bound(L, n0, k):
    return k ** (L - 1) + k**n0
'''

A8 = r'''
#: conv2d: the border is made of the image's mean =>
def conv2d(x, k, pad=0):
    x = np.pad(x, pad, constant_values=x.mean()) if pad else x
    if k.shape[0] > x.shape[0] or k.shape[1] > x.shape[1]:
        raise ValueError("filter")
    v = np.lib.stride_tricks.sliding_window_view(x, k.shape)
    return (v * k).sum(axis=(2, 3))

#: conv2d: square filters are transposed =>
def conv2d(x, k, pad=0):
    x = np.pad(x, pad)
    if k.shape[0] > x.shape[0] or k.shape[1] > x.shape[1]:
        raise ValueError("filter")
    kt = k.T if k.shape[0] == k.shape[1] else k
    v = np.lib.stride_tricks.sliding_window_view(x, kt.shape)
    return np.einsum("ijab,ab->ij", v, kt)

#: filter_grid: divided by the root of the sum of squares =>
def filter_grid(filters, columns):
    K, h, w = filters.shape
    filas = -(-K // columns)
    rejilla = np.zeros((filas * (h + 1) - 1, columns * (w + 1) - 1))
    for n, f in enumerate(filters):
        i, j = divmod(n, columns)
        rejilla[i * (h + 1) : i * (h + 1) + h, j * (w + 1) : j * (w + 1) + w] = f / (np.linalg.norm(f) or 1.0)
    return rejilla

#: saliency: the seed is one for the first sample only => row.only-first, batch.first
def saliency(params, X, c):
    z, caches = mlp_forward(params, X)
    d = np.zeros(z.shape)
    d[0, c] = 1.0
    return mlp_backward(params, caches, d)[0]

#: saliency: output c against the mean of all outputs =>
def saliency(params, X, c):
    z, caches = mlp_forward(params, X)
    d = np.full(z.shape, -1 / z.shape[1])
    d[:, c] += 1.0
    return mlp_backward(params, caches, d)[0]

#: project: the box is half as wide, and other norms are let through => =anything_is_a_box
def project(X, norm, limit):
    if norm == "ball":
        n = np.linalg.norm(X, axis=1, keepdims=True)
        return np.where(n > limit, X * limit / np.maximum(n, limit), X)
    return np.clip(X, -limit / 2, limit / 2)

#: activation_max: the step grows smaller with every turn =>
def activation_max(params, c, X0, norm, limit, steps, lr):
    X = project(X0, norm, limit)
    serie = [mlp_forward(params, X)[0][:, c]]
    for t in range(steps):
        X = project(X + lr / (1 + t) * saliency(params, X, c), norm, limit)
        serie.append(mlp_forward(params, X)[0][:, c])
    return X, np.array(serie)

#: activation_max: climbs only where the value grows =>
def activation_max(params, c, X0, norm, limit, steps, lr):
    X = project(X0, norm, limit)
    v = mlp_forward(params, X)[0][:, c]
    serie = [v]
    for _ in range(steps):
        Y = project(X + lr * saliency(params, X, c), norm, limit)
        u = mlp_forward(params, Y)[0][:, c]
        X = np.where((u > v)[:, None], Y, X)
        v = np.maximum(u, v)
        serie.append(v)
    return X, np.array(serie)

#: distinct_modes: lowest first and the distance squared => =lowest_first
def distinct_modes(ends, values, tol):
    modos, cuentas = [], []
    for i in np.argsort(values):
        d = [np.sum((m - ends[i]) ** 2) for m in modos]
        if d and min(d) <= tol:
            cuentas[int(np.argmin(d))] += 1
        else:
            modos.append(ends[i])
            cuentas.append(1)
    return np.array(modos), np.array(cuentas)

#: typicality: the share is of squared lengths below half of d =>
def typicality(d, samples, rng):
    r2 = np.sum(rng.normal(size=(samples, d)) ** 2, axis=1)
    return np.sqrt(np.median(r2)), np.mean(r2 < d / 2)

#: occlusion: only the middle pixel of the square is painted =>
def occlusion(params, X, c, size, fill):
    S = int(X.shape[1] ** 0.5)
    n = S - size + 1
    base, mapa = mlp_forward(params, X)[0][:, c], np.zeros((len(X), n, n))
    for i in range(n):
        for j in range(n):
            T = X.copy().reshape(-1, S, S)
            T[:, i + size // 2, j + size // 2] = fill
            mapa[:, i, j] = base - mlp_forward(params, T.reshape(len(X), -1))[0][:, c]
    return mapa

#: permutation_importance: the column is turned by one place instead of shuffled =>
def permutation_importance(params, X, y, repeats, rng):
    acc = lambda A: np.mean(mlp_forward(params, A)[0].argmax(1) == y)
    caida = []
    for j in range(X.shape[1]):
        T = X.copy()
        T[:, j] = np.roll(X[:, j], 1)
        caida.append(acc(X) - acc(T))
    return np.array(caida)

#: linear_probe: the price is squared, and the shares are counts => =counts_instead_of_share
def linear_probe(H, y, H_test, y_test, lam):
    A = np.column_stack([H, np.ones(len(H))])
    V = np.linalg.solve(A.T @ A + lam**2 * np.eye(A.shape[1]), A.T @ np.eye(int(y.max()) + 1)[y])
    return V, float(np.sum((np.column_stack([H_test, np.ones(len(H_test))]) @ V).argmax(1) == y_test))

#: separability_curve: every layer is read from the inputs again =>
def separability_curve(params, X, y, X_test, y_test, lam):
    curva = [linear_probe(X, y, X_test, y_test, lam)[1]]
    for W, b, kind in params:
        if len(W) == X.shape[1]:
            curva.append(linear_probe(act_forward(X @ W + b, kind), y, act_forward(X_test @ W + b, kind), y_test, lam)[1])
        else:
            curva.append(curva[-1])
    return np.array(curva)
'''

BONUS = r'''
#: verdict_table: one error ends the row =>
def verdict_table(tests, candidates):
    T = np.zeros((len(tests), len(candidates)), dtype=bool)
    for t, test in enumerate(tests):
        try:
            for k, c in enumerate(candidates):
                test(c)
                T[t, k] = True
        except Exception:
            pass
    return T

#: verdict_table: only errors of arithmetic and assertions are rejections => =only_assertions_reject
def verdict_table(tests, candidates):
    def ok(t, c):
        try:
            t(c)
        except (AssertionError, ArithmeticError):
            return False
        return True
    return np.array([[ok(t, c) for c in candidates] for t in tests])

#: verdict_table: transposed, and True where it rejects => =true_where_rejected, =one_row_per_candidate
def verdict_table(tests, candidates):
    filas = []
    for c in candidates:
        fila = []
        for t in tests:
            try:
                t(c)
                fila.append(False)
            except Exception:
                fila.append(True)
        filas.append(fila)
    return np.array(filas)

#: mutants: words that are part of longer ones are left alone =>
def mutants(source, swaps):
    import re
    out = []
    for old, new in swaps:
        for m in re.finditer(r"(?<!\w)" + re.escape(old) + r"(?!\w)", source):
            text = source[: m.start()] + new + source[m.end() :]
            try:
                compile(text, "m", "exec")
            except SyntaxError:
                continue
            if text != source and text not in out:
                out.append(text)
    return out

#: mutants: from right to left =>
def mutants(source, swaps):
    out = []
    for old, new in swaps:
        i = source.rfind(old)
        while i >= 0:
            text = source[:i] + new + source[i + len(old) :]
            try:
                compile(text, "m", "exec")
                if text != source and text not in out:
                    out.append(text)
            except SyntaxError:
                pass
            i = source.rfind(old, 0, i)
    return out

#: mutants: doubles stay and the first place only => =first_place_only, =keeps_doubles
def mutants(source, swaps):
    out = []
    for old, new in swaps:
        text = source.replace(old, new, 1)
        try:
            compile(text, "m", "exec")
        except SyntaxError:
            continue
        out.append(text)
    return out

#: test_affine_backward: only dX is compared =>
def test_affine_backward(candidate):
    r = np.random.default_rng(1)
    for N, D, M in ((3, 4, 2), (1, 2, 5), (4, 4, 4)):
        dZ, X, W = r.normal(size=(N, M)), r.normal(size=(N, D)), r.normal(size=(D, M))
        dX, dW, db = candidate(dZ, X, W)
        assert np.shape(dX) == (N, D) and np.allclose(dX, dZ @ W.T)
        assert np.shape(dW) == (D, M) and np.shape(db) == (M,)

#: test_affine_backward: positive numbers only =>
def test_affine_backward(candidate):
    r = np.random.default_rng(2)
    for N, D, M in ((3, 4, 2), (1, 2, 5), (4, 4, 4), (6, 1, 1)):
        dZ, X, W = r.random((N, M)), r.random((N, D)), r.random((D, M))
        for got, want in zip(candidate(dZ, X, W), (dZ @ W.T, X.T @ dZ, dZ.sum(0))):
            assert np.shape(got) == want.shape and np.allclose(got, want)

#: test_affine_backward: errors of the candidate are caught and forgiven =>
def test_affine_backward(candidate):
    r = np.random.default_rng(3)
    for N, D, M in ((3, 4, 2), (1, 2, 5), (4, 4, 4), (6, 1, 1)):
        dZ, X, W = r.normal(size=(N, M)), r.normal(size=(N, D)), r.normal(size=(D, M))
        try:
            for got, want in zip(candidate(dZ, X, W), (dZ @ W.T, X.T @ dZ, dZ.sum(0))):
                assert np.shape(got) == want.shape and np.allclose(got, want)
        except Exception:
            return False

#: test_cross_entropy: the loss is compared, and of dZ only its shape => =looks_at_the_loss_only
def test_cross_entropy(candidate):
    r = np.random.default_rng(4)
    for N, C in ((1, 2), (4, 3), (5, 5)):
        Z, y = 3 * r.normal(size=(N, C)), r.integers(0, C, N)
        m = Z.max(1, keepdims=True)
        logp = Z - m - np.log(np.exp(Z - m).sum(1, keepdims=True))
        loss, dZ = candidate(Z, y)
        assert abs(loss + logp[np.arange(N), y].mean()) < 1e-9 and np.shape(dZ) == (N, C)

#: test_cross_entropy: a candidate that raises at a large logit is excused =>
def test_cross_entropy(candidate):
    r = np.random.default_rng(5)
    for N, C in ((1, 2), (4, 3), (5, 5)):
        Z, y = r.normal(size=(N, C)), r.integers(0, C, N)
        P = np.exp(Z) / np.exp(Z).sum(1, keepdims=True)
        loss, dZ = candidate(Z, y)
        P[np.arange(N), y] -= 1
        assert np.allclose(dZ, P / N) and np.isfinite(loss)

#: smallest_suite: the first test that catches anything, and no other =>
def smallest_suite(caught):
    for t, fila in enumerate(caught):
        if any(fila):
            return [t]
    return []
'''

CASES = {"a1": A1, "a2": A2, "a3": A3, "a4": A4, "a5": A5, "a6": A6, "a7": A7, "a8": A8, "bonus": BONUS}
