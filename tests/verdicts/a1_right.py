"""Right implementations of a1 as learners and public courses write them; the format is explained in case.py."""

CASES = r'''
#: affine_forward: CS231n: every sample flattened into a row, then np.dot
def affine_forward(X, W, b):
    out = None
    N = X.shape[0]
    x_row = X.reshape(N, -1)
    out = x_row.dot(W) + b
    return out

#: affine_forward: np.apply_along_axis, one sample at a time
def affine_forward(X, W, b):
    return np.apply_along_axis(lambda x: np.dot(x, W) + b, 1, X)

#: affine_forward: a nested list comprehension over samples and neurons
def affine_forward(X, W, b):
    return np.array([[np.dot(x, w) + bias for w, bias in zip(W.T, b)] for x in X])

#: affine_forward: mytorch: a Linear class that stores W as (out, in) and multiplies the bias by a column of ones
class Linear:
    def __init__(self, W, b):
        self.W, self.b = W.T, b.reshape(-1, 1)

    def forward(self, A):
        self.A = A
        self.N = A.shape[0]
        self.Ones = np.ones((self.N, 1))
        return self.A @ self.W.T + self.Ones @ self.b.T

def affine_forward(X, W, b):
    return Linear(W, b).forward(X)

#: affine_forward: micrograd: a Layer of Neurons, sums of products with the bias as the start of the sum
class Neuron:
    def __init__(self, w, b):
        self.w, self.b = w, b

    def __call__(self, x):
        return sum((wi * xi for wi, xi in zip(self.w, x)), self.b)

def affine_forward(X, W, b):
    layer = [Neuron(W[:, j], b[j]) for j in range(W.shape[1])]
    return np.array([[neuron(x) for neuron in layer] for x in X])

#: affine_forward: np.vectorize over the indices of the result
def affine_forward(X, W, b):
    entry = np.vectorize(lambda n, m: float(np.sum(X[n, :] * W[:, m]) + b[m]))
    n, m = np.indices((X.shape[0], W.shape[1]))
    return entry(n, m)

#: affine_forward: np.inner, which takes the last axis of both
def affine_forward(X, W, b):
    return np.inner(X, W.T) + b[np.newaxis, :]

#: affine_forward: np.tensordot and np.add with out=
def affine_forward(X, W, b):
    Z = np.tensordot(X, W, axes=([1], [0])).astype(np.float64)
    np.add(Z, np.asarray(b), out=Z)
    return Z

#: affine_forward: LLM style: validation, conversion, type hints
def affine_forward(X: np.ndarray, W: np.ndarray, b: np.ndarray) -> np.ndarray:
    X = np.asarray(X, dtype=np.float64)
    W = np.asarray(W, dtype=np.float64)
    b = np.asarray(b, dtype=np.float64)
    if X.shape[1] != W.shape[0]:
        raise ValueError(f"Incompatible shapes: {X.shape} and {W.shape}")
    if b.shape != (W.shape[1],):
        raise ValueError("b must have one entry per output neuron")
    return np.matmul(X, W) + np.tile(b, (X.shape[0], 1))

#: from_columns: einsum with the indices exchanged
def from_columns(W_seed, b):
    return np.einsum("md->dm", W_seed), b

#: from_columns: zip(*rows), and the bias through a list
def from_columns(W_seed, b):
    W = np.array(list(zip(*W_seed)))
    return W, np.array([bias for bias in b])

#: from_columns: contiguous copies
def from_columns(W_seed, b):
    W = np.ascontiguousarray(np.transpose(W_seed))
    return (W, b.flatten())

#: from_columns: np.moveaxis, and b made of what the layer gives for a column of zeros
def from_columns(W_seed, b):
    zero = np.zeros((W_seed.shape[1], 1))
    return np.moveaxis(W_seed, 0, -1), (W_seed @ zero + b[:, None]).ravel()

#: from_columns: each element copied in two loops into an empty array
def from_columns(W_seed, b):
    M, D = W_seed.shape
    W = np.empty((D, M))
    for i in range(M):
        for j in range(D):
            W[j][i] = W_seed[i][j]
    return W, b.copy()

#: rotation: math.radians and a list of tuples
import math

def rotation(degrees):
    theta = math.radians(degrees)
    return np.array([(math.cos(theta), -math.sin(theta)), (math.sin(theta), math.cos(theta))])

#: rotation: pi / 180 by hand, entries filled one by one
def rotation(degrees):
    rad = degrees * np.pi / 180.0
    R = np.zeros((2, 2))
    R[0, 0] = np.cos(rad)
    R[0, 1] = -np.sin(rad)
    R[1, 0] = np.sin(rad)
    R[1, 1] = np.cos(rad)
    return R

#: rotation: the images of both unit vectors, a quarter turn apart
def rotation(degrees):
    ends = np.deg2rad(np.array([degrees, degrees + 90.0]))
    return np.vstack([np.cos(ends), np.sin(ends)])

#: rotation: the power series of the matrix exponential, after bringing the angle to half a turn
def rotation(degrees):
    turn = (degrees + 180.0) % 360.0 - 180.0
    G = np.array([[0.0, -1.0], [1.0, 0.0]]) * (turn * np.pi / 180)
    R, term = np.eye(2), np.eye(2)
    for k in range(1, 40):
        term = term @ G / k
        R = R + term
    return R

#: rotation: np.stack of the two columns
def rotation(degrees):
    angle = np.radians(float(degrees))
    first = np.array([np.cos(angle), np.sin(angle)])
    second = np.array([-np.sin(angle), np.cos(angle)])
    return np.stack([first, second], axis=1)

#: rotation: sine as the cosine of the angle's complement
def rotation(degrees):
    cosine = lambda d: np.cos(np.pi * d / 180)
    return np.array([[cosine(degrees), -cosine(90 - degrees)], [cosine(90 - degrees), cosine(degrees)]])

#: make_layer: multi_dot, transposed at the end
def make_layer(deg1, scales, deg2, shift):
    W_seed = np.linalg.multi_dot([rotation(deg2), np.diag(scales), rotation(deg1)])
    return W_seed.T, shift

#: make_layer: columns of R2 scaled by broadcasting
def make_layer(deg1, scales, deg2, shift):
    A = (rotation(deg2) * scales) @ rotation(deg1)
    return A.transpose(), np.array(shift, dtype=float)

#: make_layer: einsum straight to the form for rows
def make_layer(deg1, scales, deg2, shift):
    W = np.einsum("ij,j,jk->ki", rotation(deg2), np.asarray(scales, dtype=float), rotation(deg1))
    return W, shift

#: make_layer: functools.reduce over a list of steps
from functools import reduce

def make_layer(deg1, scales, deg2, shift):
    S = np.zeros((2, 2))
    np.fill_diagonal(S, scales)
    steps = [rotation(deg1), S, rotation(deg2)]
    total = reduce(lambda done, step: step @ done, steps, np.eye(2))
    return total.T, shift.copy()

#: make_layer: W solved for from three moved points
def make_layer(deg1, scales, deg2, shift):
    points = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
    moved = []
    for p in points:
        q = rotation(deg1) @ p
        q = scales * q
        q = rotation(deg2).dot(q)
        moved.append(q)
    W, *_ = np.linalg.lstsq(points, np.array(moved), rcond=None)
    return W, shift

#: decompose_affine: Kabsch style: last column and last row flipped in place, S takes both signs
def decompose_affine(W):
    U, s, Vt = np.linalg.svd(W.T)
    S = np.diag(s)
    if np.linalg.det(U) < 0:
        U[:, -1] *= -1
        S[-1, -1] *= -1
    if np.linalg.det(Vt) < 0:
        Vt[-1, :] *= -1
        S[-1, -1] *= -1
    return U, S, Vt

#: decompose_affine: np.sign of both determinants as a factor
def decompose_affine(W):
    U, s, Vt = np.linalg.svd(np.array(W).T)
    du, dv = np.sign(np.linalg.det(U)), np.sign(np.linalg.det(Vt))
    return U @ np.diag([1, du]), np.diag([s[0], s[1] * du * dv]), np.diag([1, dv]) @ Vt

#: decompose_affine: the closed form from StackOverflow, with four sums and two arctangents
from math import atan2, cos, hypot, sin

def decompose_affine(W):
    (a, b), (c, d) = W.T.tolist()
    E, F, G, H = (a + d) / 2, (a - d) / 2, (c + b) / 2, (c - b) / 2
    Q, R = hypot(E, H), hypot(F, G)
    a1, a2 = atan2(G, F), atan2(H, E)
    theta, phi = (a2 - a1) / 2, (a2 + a1) / 2
    turn = lambda t: np.array([[cos(t), -sin(t)], [sin(t), cos(t)]])
    return turn(phi), np.diag([Q + R, Q - R]), turn(theta)

#: decompose_affine: two mirrors are cured by exchanging the axes, one by a flip
def decompose_affine(W):
    U, s, Vt = np.linalg.svd(W.T)
    left, right = np.linalg.det(U) < 0, np.linalg.det(Vt) < 0
    if left and right:
        U, s, Vt = U[:, ::-1], s[::-1], Vt[::-1]
    elif left:
        U, s = U * [1, -1], s * [1, -1]
    elif right:
        Vt, s = Vt * np.array([[1], [-1]]), s * [1, -1]
    return U, np.diag(s), Vt

#: relu: np.vectorize with a float zero
def relu(A):
    return np.vectorize(lambda a: float(a) if a > 0 else 0.0, otypes=[float])(A)

#: relu: negative entries replaced with np.where
def relu(A):
    return np.where(A < 0, 0, A)

#: relu: calls itself for every axis
def relu(A):
    if np.ndim(A) == 0:
        return A if A > 0 else 0.0
    return np.array([relu(row) for row in A])

#: relu: np.heaviside as the mask
def relu(A):
    return A * np.heaviside(A, 0)

#: relu: the largest of two stacked arrays
def relu(A):
    return np.max(np.stack([A, np.zeros_like(A)]), axis=0)

#: relu: a masked array, filled
def relu(A):
    return np.ma.masked_less_equal(A, 0).filled(0)

#: relu: half of the sum with the root of the square
def relu(A):
    return (np.sqrt(A.astype(float) ** 2) + A) / 2

#: relu: a class with forward, the mask kept for later
class ReLU:
    def forward(self, A):
        self.mask = A > 0
        return A * self.mask

def relu(A):
    return ReLU().forward(A)

#: quadrant_kind: a chain of ifs with np.apply_along_axis
def _kind(point):
    x, y = relu(point)
    if x > 0 and y > 0:
        return 0
    elif x > 0:
        return 1
    elif y > 0:
        return 2
    return 3

def quadrant_kind(A):
    return np.apply_along_axis(_kind, 1, A)

#: quadrant_kind: a dict of pairs of truth values
def quadrant_kind(A):
    names = {(True, True): 0, (True, False): 1, (False, True): 2, (False, False): 3}
    return np.array([names[bool(x > 0), bool(y > 0)] for x, y in A])

#: quadrant_kind: nested np.where
def quadrant_kind(A):
    H = relu(A)
    return np.where(H[:, 0] > 0, np.where(H[:, 1] > 0, 0, 1), np.where(H[:, 1] > 0, 2, 3))

#: quadrant_kind: three minus a binary number made with np.dot
def quadrant_kind(A):
    return 3 - (A > 0).astype(int).dot([2, 1])

#: quadrant_kind: np.vectorize over both columns
def quadrant_kind(A):
    return np.vectorize(lambda x, y: 2 * int(x <= 0) + int(y <= 0))(A[:, 0], A[:, 1])

#: orthant_fraction: rng.normal with mean and width, smallest entry positive
def orthant_fraction(n, samples, rng):
    points = rng.normal(0, 1, size=(n, samples))
    return np.mean(points.min(axis=0) > 0)

#: orthant_fraction: rng.multivariate_normal with an identity covariance
def orthant_fraction(n, samples, rng):
    points = rng.multivariate_normal(np.zeros(n), np.eye(n), size=samples)
    return float((points > 0).all(axis=-1).sum() / samples)

#: orthant_fraction: Box-Muller from uniform numbers
def orthant_fraction(n, samples, rng):
    u, v = 1 - rng.random((samples, n)), rng.random((samples, n))
    points = np.sqrt(-2 * np.log(u)) * np.cos(2 * np.pi * v)
    return np.count_nonzero(np.all(points > 0, axis=1)) / samples

#: orthant_fraction: Python's all in a generator expression
def orthant_fraction(n, samples, rng):
    rows = rng.standard_normal(n * samples).reshape(samples, n).tolist()
    return sum(all(x > 0 for x in row) for row in rows) / samples

#: layer_frames: frames written into an array of zeros
def layer_frames(H, W, b):
    R2, S, R1 = decompose_affine(W)
    F = np.zeros((5, H.shape[0], 2))
    F[0] = np.dot(H, R1.T)
    F[1] = np.dot(F[0], S.T)
    F[2] = np.dot(F[1], R2.T)
    F[3] = F[2] + b
    F[4] = relu(F[3])
    return F

#: layer_frames: columns throughout, transposed at the end
def layer_frames(H, W, b):
    R2, S, R1 = decompose_affine(W)
    p = H.T
    frames = []
    for matrix in (R1, S, R2):
        p = matrix @ p
        frames.append(p)
    p = p + b[:, None]
    frames += [p, np.where(p > 0, p, 0)]
    return np.array([frame.T for frame in frames])

#: layer_frames: an SVD of its own, scaled by broadcasting
def layer_frames(H, W, b):
    U, s, Vt = np.linalg.svd(W.T)
    if np.linalg.det(U) < 0:
        U = U @ np.diag([1, -1])
        s = s * [1, -1]
    if np.linalg.det(Vt) < 0:
        Vt = np.diag([1, -1]) @ Vt
        s = s * [1, -1]
    F = [H @ Vt.T]
    F.append(F[-1] * s)
    F.append(F[-1] @ U.T)
    F.append(affine_forward(H, W, b))
    F.append(np.clip(F[-1], 0, None))
    return np.concatenate([f[None] for f in F], axis=0)

#: standardize: Welford's running mean and sum of squares
def standardize(X):
    N, D = X.shape
    mean, M2 = np.zeros(D), np.zeros(D)
    for k, x in enumerate(X, start=1):
        delta = x - mean
        mean = mean + delta / k
        M2 = M2 + delta * (x - mean)
    std = np.sqrt(M2 / N)
    Z = np.zeros((N, D))
    ok = std > 0
    Z[:, ok] = (X[:, ok] - mean[ok]) / std[ok]
    return Z, mean, std

#: standardize: Python's statistics module, column by column
import statistics

def standardize(X):
    columns = [list(map(float, column)) for column in X.T]
    mean = np.array([statistics.fmean(column) for column in columns])
    std = np.array([statistics.pstdev(column) for column in columns])
    Z = [[(v - m) / s if s else 0.0 for v in column] for column, m, s in zip(columns, mean, std)]
    return np.array(Z).T, mean, std

#: standardize: the norm of the centred columns over the root of N
def standardize(X):
    mu = np.mean(X, axis=0)
    centred = X - mu
    sigma = np.linalg.norm(centred, axis=0) / np.sqrt(len(X))
    safe = sigma.copy()
    safe[safe == 0] = 1.0
    return centred / safe, mu, sigma

#: standardize: constant columns found with np.ptp
def standardize(X):
    mean, std = X.mean(axis=0), X.std(axis=0, ddof=0)
    constant = np.ptp(X, axis=0) == 0
    std = np.where(constant, 0.0, std)
    Z = np.zeros(X.shape)
    Z[:, ~constant] = (X[:, ~constant] - mean[~constant]) / std[~constant]
    return Z, mean, std

#: standardize: a class in the way of scikit-learn
class StandardScaler:
    def fit(self, X):
        self.mean_ = np.average(X, axis=0)
        self.var_ = np.var(X, axis=0)
        self.scale_ = np.sqrt(self.var_)
        return self

    def transform(self, X):
        return (X - self.mean_) / np.where(self.scale_ == 0.0, 1.0, self.scale_)

def standardize(X):
    scaler = StandardScaler().fit(X)
    return scaler.transform(X), scaler.mean_, scaler.scale_
'''
