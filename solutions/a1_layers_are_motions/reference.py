"""a1 Layers are motions: the right implementations, in the order of the notebook.

Rows are samples. Matrices that move a single point act on a column, as in a drawing; W acts on rows, so that
`W.T` is the matrix of the drawing.
"""

import numpy as np


def count_parameters(D, M):
    """How many numbers a layer of D inputs and M outputs learns.

    Formula: D * M weights and M biases.

    D, M: positive integers.
    Returns one integer.

    >>> count_parameters(3, 2)
    8
    """
    return D * M + M


def affine_forward(X, W, b):
    """A layer before its activation, for a whole batch at once.

    Formula: Z = X W + b, with the same b in every row.

    X (N, D): one sample per row. W (D, M): one column per output neuron. b (M,): one number per output neuron.
    Returns Z (N, M).

    >>> X, b = np.array([[1.0, 2.0]]), np.array([10.0, 20.0, 30.0])
    >>> W = np.array([[3.0, 0.0, -1.0], [1.0, 2.0, 4.0]])
    >>> affine_forward(X, W, b)
    array([[15., 24., 37.]])
    """
    return X @ W + b


def from_columns(W_seed, b):
    """Translate a layer written for columns, a = b + W_seed h, into one for rows, z = x W + b.

    Both layers give the same numbers for the same sample.

    W_seed (M, D): one row per output neuron. b (M,): one number per output neuron.
    Returns the tuple (W, b): W (D, M) and b (M,).

    >>> W, b = from_columns(np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]), np.array([7.0, 8.0, 9.0]))
    >>> W
    array([[1., 3., 5.],
           [2., 4., 6.]])
    >>> b
    array([7., 8., 9.])
    """
    return W_seed.T, b


def rotation(degrees):
    """The matrix R that turns a point p, written as a column, by an angle about the origin: R @ p.

    Formula: the first column of R is where (1, 0) goes, the second column is where (0, 1) goes.

    degrees: one number, any size; positive is counter-clockwise.
    Returns R (2, 2), float64.

    >>> np.round(rotation(30), 6)
    array([[ 0.866025, -0.5     ],
           [ 0.5     ,  0.866025]])
    """
    angle = np.deg2rad(degrees)
    c, s = np.cos(angle), np.sin(angle)
    return np.array([[c, -s], [s, c]])


def make_layer(deg1, scales, deg2, shift):
    """The layer that turns by deg1, then scales along the axes, then turns by deg2, then shifts.

    Formula: one point p, written as a column, goes to R(deg2) diag(scales) R(deg1) p + shift.

    deg1, deg2: angles in degrees. scales (2,): factors along axis 1 and axis 2; a negative one flips. shift (2,).
    Returns the tuple (W, b) for rows: X @ W + b makes that motion of every row of X. W (2, 2), b (2,).

    >>> W, b = make_layer(90, np.array([2.0, 1.0]), 0, np.array([5.0, 5.0]))
    >>> np.round(np.array([[1.0, 0.0]]) @ W + b, 6)
    array([[5., 6.]])
    """
    motion = rotation(deg2) @ np.diag(scales) @ rotation(deg1)
    return motion.T, shift


def decompose_affine(W):
    """Take a layer's W apart into turn, scale, turn: W.T = R2 @ S @ R1.

    W (2, 2), any matrix: mirrored, of rank one, zero.
    Returns the tuple (R2, S, R1), each (2, 2) float64:
    R1 and R2 are rotations: R.T @ R is the identity and det R = +1, also where W mirrors;
    S is diagonal: its entries are the singular values of W in any order, with signs such that det S = det W.
    Several answers are right. Each one with these properties is accepted.

    >>> R2, S, R1 = decompose_affine(np.array([[0.0, 1.0], [1.0, 0.0]]))
    >>> np.round(R2 @ S @ R1, 6) + 0.0
    array([[0., 1.],
           [1., 0.]])
    >>> np.round([np.linalg.det(R2), np.linalg.det(S), np.linalg.det(R1)], 6)
    array([ 1., -1.,  1.])
    """
    R2, sizes, R1 = np.linalg.svd(np.asarray(W, dtype=float).T)
    S = np.diag(sizes)
    flip = np.diag([1.0, -1.0])
    # R @ flip turns a reflection into a rotation; flip @ flip is the identity, so S takes the sign and nothing is lost.
    if np.linalg.det(R2) < 0:
        R2, S = R2 @ flip, flip @ S
    if np.linalg.det(R1) < 0:
        R1, S = flip @ R1, S @ flip
    return R2, S, R1


def relu(A):
    """The activation ReLU (rectified linear unit): positive entries stay, all others become 0.

    Formula: max(a, 0) for every entry a.

    A: array of any shape.
    Returns an array of the same shape.

    >>> relu(np.array([[1.5, -2.0], [-0.5, 0.0]]))
    array([[1.5, 0. ],
           [0. , 0. ]])
    """
    return np.maximum(A, 0)


def quadrant_kind(A):
    """Where ReLU puts each point of the plane.

    Formula: 0 inside the first quadrant (both entries of relu(a) are positive), 1 on axis 1 (only the first is),
    2 on axis 2 (only the second is), 3 at the origin (none is).

    A (N, 2): points before ReLU.
    Returns N integers, shape (N,).

    >>> quadrant_kind(np.array([[2.0, 1.0], [2.0, -1.0], [-2.0, 1.0], [-2.0, -1.0], [2.0, 0.0]]))
    array([0, 1, 2, 3, 1])
    """
    is_zero = relu(A) == 0
    return 2 * is_zero[:, 0] + is_zero[:, 1]


def orthant_fraction(n, samples, rng):
    """The share of random points of n dimensions that ReLU leaves untouched, found by trying.

    Formula: draw `samples` points, each of n independent standard normal numbers from rng;
    (number of points with n positive entries) / samples.

    n, samples: positive integers. rng: np.random.Generator; the only source of chance.
    Returns a float between 0 and 1.

    >>> round(orthant_fraction(2, 200_000, np.random.default_rng(1)), 2)
    0.25
    """
    untouched = np.ones(samples, dtype=bool)
    for _ in range(n):  # one coordinate of all points at a time: memory does not grow with n
        untouched &= rng.standard_normal(samples) > 0
    return float(untouched.mean())


def layer_frames(H, W, b):
    """A layer as a film of five frames: turned, scaled, turned, shifted, ReLU.

    Formula: with W.T = R2 @ S @ R1, each frame moves the points of the frame before it:
    frame 0 turns H by R1, frame 1 scales by S, frame 2 turns by R2, frame 3 adds b, frame 4 applies ReLU.

    H (N, 2): points. W (2, 2), b (2,): the layer.
    Returns F (5, N, 2), float64. F[2] is H @ W, F[3] is H @ W + b. Any right R2, S, R1 is accepted.

    >>> F = layer_frames(np.array([[1.0, 1.0]]), np.array([[2.0, 0.0], [0.0, 3.0]]), np.array([-4.0, 1.0]))
    >>> F[2], F[3], F[4]
    (array([[2., 3.]]), array([[-2.,  4.]]), array([[0., 4.]]))
    """
    R2, S, R1 = decompose_affine(W)
    turned = H @ R1.T
    scaled = turned @ S
    turned_again = scaled @ R2.T
    shifted = turned_again + b
    return np.stack([turned, scaled, turned_again, shifted, relu(shifted)])


def standardize(X):
    """Shift and scale every column to mean 0 and standard deviation 1.

    Formula: Z = (X - mean) / std, column by column; std is the root of the mean squared distance from the mean
    (divide by N, not N - 1). Nothing is added to std. Where a column is constant its std is 0 and its Z is 0; a column
    of very small numbers that differ is not constant.

    X (N, D): one sample per row.
    Returns the tuple (Z, mean, std): Z (N, D), mean (D,), std (D,).

    >>> Z, mean, std = standardize(np.array([[1.0, 7.0], [3.0, 7.0]]))
    >>> Z
    array([[-1.,  0.],
           [ 1.,  0.]])
    >>> mean, std
    (array([2., 7.]), array([1., 0.]))
    """
    mean = X.mean(axis=0)
    centred = X - mean
    # The mean of ten times 0.1 is not exactly 0.1: a constant column is recognised by its entries, not by its std.
    centred[:, X.max(axis=0) == X.min(axis=0)] = 0.0
    std = np.sqrt((centred**2).mean(axis=0))
    return centred / np.where(std == 0, 1.0, std), mean, std
