"""Right implementations of a1, written in other ways: every check has to accept each of them."""

import numpy as np

from autograder.checking import variant

from .reference import affine_forward, decompose_affine, relu, rotation


@variant("count_parameters")
def one_more_row(D, M):
    """The bias as one more row of weights."""
    return (D + 1) * M


@variant("count_parameters")
def counts_an_array(D, M):
    """Builds both arrays and asks for their sizes."""
    return np.zeros((D, M)).size + np.zeros(M).size


@variant("affine_forward")
def with_einsum(X, W, b):
    """The sum over inputs written as indices."""
    return np.einsum("nd,dm->nm", X, W) + b


@variant("affine_forward")
def three_loops(X, W, b):
    """One number at a time."""
    N, D = X.shape
    M = W.shape[1]
    Z = np.zeros((N, M))
    for n in range(N):
        for m in range(M):
            total = b[m]
            for d in range(D):
                total = total + X[n, d] * W[d, m]
            Z[n, m] = total
    return Z


@variant("affine_forward")
def one_neuron_at_a_time(X, W, b):
    """A column per neuron, put side by side."""
    return np.column_stack([np.sum(X * w, axis=1) + bias for w, bias in zip(W.T, b)])


@variant("affine_forward")
def bias_as_a_weight(X, W, b):
    """A column of ones in X and the bias as a last row of W."""
    ones = np.ones((len(X), 1))
    return np.hstack([X, ones]) @ np.vstack([W, b])


@variant("affine_forward")
def columns_and_back(X, W, b):
    """The formula for columns, transposed at the end."""
    return (W.T @ X.T + b[:, np.newaxis]).T


@variant("affine_forward")
def adds_one_input_after_the_other(X, W, b):
    """Outer products added up, one input at a time, starting from the bias."""
    Z = np.tile(b.astype(float), (len(X), 1))
    for d in range(X.shape[1]):
        Z += np.outer(X[:, d], W[d])
    return Z


@variant("affine_forward")
def nested_lists(X, W, b):
    """Plain Python lists, made an array at the end."""
    rows = [[sum(x * w for x, w in zip(row, column)) + bias for column, bias in zip(W.T.tolist(), b.tolist())] for row in X.tolist()]
    return np.array(rows, dtype=float)


@variant("from_columns")
def with_copies(W_seed, b):
    """Copies that share no memory with the inputs."""
    return np.array(W_seed.T), np.array(b)


@variant("from_columns")
def entry_by_entry(W_seed, b):
    """Every weight moved to its new place."""
    M, D = W_seed.shape
    W = np.empty((D, M))
    for m in range(M):
        for d in range(D):
            W[d, m] = W_seed[m, d]
    return W, b


@variant("from_columns")
def swaps_axes(W_seed, b):
    """The general function that swaps two axes; the answer is a list."""
    return [np.swapaxes(W_seed, 0, 1), b * 1.0]


@variant("from_columns")
def asks_where_the_axes_go(W_seed, b):
    """Feeds the unit vectors through the layer: row d of W is where input d alone goes."""
    D = W_seed.shape[1]
    return np.stack([W_seed @ e for e in np.eye(D)]), b


@variant("from_columns")
def stacks_rows_as_columns(W_seed, b):
    """Each row of the one becomes a column of the other."""
    return np.stack(list(W_seed), axis=-1), b.copy()


@variant("rotation")
def with_the_math_module(degrees):
    """Plain numbers from the math module."""
    import math

    a = math.radians(degrees)
    return np.array([[math.cos(a), -math.sin(a)], [math.sin(a), math.cos(a)]])


@variant("rotation")
def multiplies_complex_numbers(degrees):
    """A turn is a multiplication by a complex number of size one."""
    turn = np.exp(1j * np.pi * degrees / 180)
    columns = [turn * 1, turn * 1j]
    return np.array([[z.real for z in columns], [z.imag for z in columns]])


@variant("rotation")
def identity_and_quarter_turn(degrees):
    """Cosine of the identity plus sine of the quarter turn."""
    a = degrees * np.pi / 180
    return np.cos(a) * np.eye(2) + np.sin(a) * np.array([[0, -1], [1, 0]])


@variant("rotation")
def two_mirrors(degrees):
    """Two mirrors, half the angle apart, make a turn."""
    a = np.deg2rad(degrees)
    mirror = np.array([[np.cos(a), np.sin(a)], [np.sin(a), -np.cos(a)]])
    return mirror @ np.diag([1.0, -1.0])


@variant("rotation")
def sine_as_a_shifted_cosine(degrees):
    """Only cosines, and the angle brought back to one turn first."""
    a = np.deg2rad(np.mod(degrees, 360))
    return np.cos(np.array([[a, a + np.pi / 2], [a - np.pi / 2, a]]))


@variant("make_layer")
def every_factor_transposed(deg1, scales, deg2, shift):
    """The product for rows, in reading order."""
    return rotation(deg1).T @ np.diag(scales) @ rotation(deg2).T, np.asarray(shift, dtype=float)


@variant("make_layer")
def moves_the_axes(deg1, scales, deg2, shift):
    """Follows both unit vectors through the steps: they end as the rows of W."""
    points = np.eye(2)
    points = (rotation(deg1) @ points.T).T
    points = points * scales
    points = (rotation(deg2) @ points.T).T
    return points, shift.copy()


@variant("make_layer")
def turns_back_instead(deg1, scales, deg2, shift):
    """A transposed rotation is a rotation by the negative angle."""
    return rotation(-deg1) * scales @ rotation(-deg2), shift + 0.0


@variant("make_layer")
def written_out(deg1, scales, deg2, shift):
    """Every entry written out with sines and cosines."""
    c1, s1 = np.cos(np.deg2rad(deg1)), np.sin(np.deg2rad(deg1))
    c2, s2 = np.cos(np.deg2rad(deg2)), np.sin(np.deg2rad(deg2))
    sx, sy = scales
    W = np.array(
        [
            [c2 * sx * c1 - s2 * sy * s1, s2 * sx * c1 + c2 * sy * s1],
            [-c2 * sx * s1 - s2 * sy * c1, -s2 * sx * s1 + c2 * sy * c1],
        ]
    )
    return W, shift


@variant("make_layer")
def complex_points(deg1, scales, deg2, shift):
    """Complex numbers for the plane; the layer is read off at 1 and i."""
    rows = []
    for z in (1, 1j):
        z = z * np.exp(1j * np.deg2rad(deg1))
        z = scales[0] * z.real + 1j * scales[1] * z.imag
        z = z * np.exp(1j * np.deg2rad(deg2))
        rows.append([z.real, z.imag])
    return np.array(rows), np.array(shift)


@variant("make_layer")
def probes_with_the_layer_itself(deg1, scales, deg2, shift):
    """Three affine layers without shift, one after the other."""
    nothing = np.zeros(2)
    W = affine_forward(np.eye(2), rotation(deg1).T, nothing)
    W = affine_forward(W, np.diag(scales), nothing)
    return affine_forward(W, rotation(deg2).T, nothing), shift


@variant("decompose_affine")
def sum_and_difference_of_two_turns(W):
    """The closed form: any 2 x 2 matrix is a scaled turn plus a scaled mirror; S gets its sign by itself."""
    (a, b), (c, d) = np.asarray(W, dtype=float).T
    turn, mirror = np.hypot((a + d) / 2, (c - b) / 2), np.hypot((a - d) / 2, (c + b) / 2)
    alpha, beta = np.arctan2(c - b, a + d), np.arctan2(c + b, a - d)
    second, first = (beta + alpha) / 2, (alpha - beta) / 2
    R2 = np.array([[np.cos(second), -np.sin(second)], [np.sin(second), np.cos(second)]])
    R1 = np.array([[np.cos(first), -np.sin(first)], [np.sin(first), np.cos(first)]])
    return R2, np.diag([turn + mirror, turn - mirror]), R1


@variant("decompose_affine")
def eigenvectors_of_the_square(W):
    """Eigenvectors of M.T @ M give R1; the longer image gives R2, its perpendicular the rest."""
    M = np.asarray(W, dtype=float).T
    _, vectors = np.linalg.eigh(M.T @ M)
    R1 = vectors[:, ::-1].T
    if np.linalg.det(R1) < 0:
        R1[1] = -R1[1]
    images = M @ R1.T
    length = np.linalg.norm(images[:, 0])
    u = images[:, 0] / length if length > 0 else np.array([1.0, 0.0])
    R2 = np.array([[u[0], -u[1]], [u[1], u[0]]])
    return R2, np.diag([length, R2[:, 1] @ images[:, 1]]), R1


@variant("decompose_affine")
def svd_of_the_rows(W):
    """The SVD of W itself, transposed as a whole; the flip goes to the first entry of S."""
    U, s, Vt = np.linalg.svd(W)
    R2, R1 = Vt.T.copy(), U.T.copy()
    s = s.astype(float)
    if np.linalg.det(R2) < 0:
        R2[:, 0] *= -1
        s[0] *= -1
    if np.linalg.det(R1) < 0:
        R1[0] *= -1
        s[0] *= -1
    return R2, np.diag(s), R1


@variant("decompose_affine")
def small_stretch_first(W):
    """Singular values in ascending order, and both turned by half a turn: as right as any."""
    U, s, Vt = np.linalg.svd(np.array(W, dtype=float).T)
    U, s, Vt = U[:, ::-1], s[::-1], Vt[::-1]
    du, dv = round(np.linalg.det(U)), round(np.linalg.det(Vt))
    R2 = -U * np.array([1, du])
    R1 = Vt * np.array([[1], [dv]])
    return R2, np.diag(-s * np.array([1, du * dv])), R1


@variant("decompose_affine")
def one_jacobi_turn(W):
    """A turn that makes the two columns perpendicular (one-sided Jacobi)."""
    M = np.asarray(W, dtype=float).T
    p, q = M[:, 0], M[:, 1]
    angle = 0.5 * np.arctan2(2 * (p @ q), p @ p - q @ q)
    J = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    images = M @ J
    long = np.linalg.norm(images[:, 0])
    if long == 0:
        return np.eye(2), np.zeros((2, 2)), J.T
    c, s = images[:, 0] / long
    R2 = np.array([[c, -s], [s, c]])
    return R2, np.diag([long, -s * images[0, 1] + c * images[1, 1]]), J.T


@variant("decompose_affine")
def polar_first(W):
    """A turn or mirror times a symmetric stretch, and the stretch along its own axes."""
    M = np.asarray(W, dtype=float).T
    U, _, Vt = np.linalg.svd(M)
    orthogonal = U @ Vt
    stretch = orthogonal.T @ M
    values, Q = np.linalg.eigh((stretch + stretch.T) / 2)
    if np.linalg.det(Q) < 0:
        Q = Q @ np.diag([1.0, -1.0])
    left = orthogonal @ Q
    if np.linalg.det(left) < 0:
        left, values = left @ np.diag([1.0, -1.0]), values * np.array([1.0, -1.0])
    return left, np.diag(values), Q.T


@variant("relu")
def half_the_sum_with_the_size(A):
    """(a + |a|) / 2 for every entry."""
    return (A + np.abs(A)) / 2


@variant("relu")
def times_a_mask(A):
    """The entries times the truth of being positive."""
    return A * (A > 0)


@variant("relu")
def picks_with_where(A):
    """One of two, entry by entry."""
    return np.where(A > 0, A, 0.0)


@variant("relu")
def writes_into_a_copy(A):
    """Zeros written into a copy."""
    H = A.copy()
    H[H < 0] = 0
    return H


@variant("relu")
def clips_below(A):
    """Clipped from below."""
    return A.clip(min=0)


@variant("relu")
def walks_through_the_entries(A):
    """A loop over all entries, however many axes there are."""
    H = np.zeros(A.shape)
    for index, a in np.ndenumerate(A):
        if a > 0:
            H[index] = a
    return H


@variant("quadrant_kind")
def loop_with_branches(A):
    """One point at a time, four branches."""
    kinds = []
    for a1, a2 in A:
        if a1 > 0 and a2 > 0:
            kinds.append(0)
        elif a1 > 0:
            kinds.append(1)
        elif a2 > 0:
            kinds.append(2)
        else:
            kinds.append(3)
    return np.array(kinds)


@variant("quadrant_kind")
def binary_number(A):
    """Two truth values read as a binary number."""
    return (A <= 0) @ np.array([2, 1])


@variant("quadrant_kind")
def table_of_kinds(A):
    """A table looked up by the two signs."""
    table = np.array([[3, 2], [1, 0]])
    alive = (A > 0).astype(int)
    return table[alive[:, 0], alive[:, 1]]


@variant("quadrant_kind")
def selects_by_condition(A):
    """The first condition that holds."""
    H = relu(A)
    first, second = H[:, 0] > 0, H[:, 1] > 0
    return np.select([first & second, first, second], [0, 1, 2], default=3)


@variant("quadrant_kind")
def small_integers(A):
    """Filled in kind by kind, as small integers."""
    kind = np.full(A.shape[0], 3, dtype=np.uint8)
    kind[A[:, 1] > 0] = 2
    kind[A[:, 0] > 0] = 1
    kind[(A > 0).all(axis=1)] = 0
    return kind


@variant("orthant_fraction")
def all_at_once(n, samples, rng):
    """One array of all numbers."""
    X = rng.standard_normal((samples, n))
    return np.mean(np.all(X > 0, axis=1))


@variant("orthant_fraction")
def point_by_point(n, samples, rng):
    """A loop that draws one point at a time."""
    count = 0
    for _ in range(samples):
        if rng.normal(size=n).min() > 0:
            count += 1
    return count / samples


@variant("orthant_fraction")
def compares_with_relu(n, samples, rng):
    """Applies ReLU and counts the points that are still the same."""
    X = rng.normal(0.0, 1.0, size=(n, samples))
    return float((relu(X) == X).all(axis=0).sum() / samples)


@variant("orthant_fraction")
def in_batches(n, samples, rng):
    """Batches of at most a thousand points."""
    left, kept = samples, 0
    while left > 0:
        size = min(left, 1000)
        X = rng.standard_normal(size=(size, n))
        kept += np.count_nonzero((X > 0).sum(axis=1) == n)
        left -= size
    return kept / samples


@variant("orthant_fraction")
def keeps_the_survivors(n, samples, rng):
    """Draws the next coordinate only for points that are still untouched."""
    alive = samples
    for _ in range(n):
        alive = int((rng.standard_normal(alive) > 0).sum())
    return alive / samples


@variant("layer_frames")
def products_of_matrices(H, W, b):
    """Every frame from H by one product of all matrices so far."""
    R2, S, R1 = decompose_affine(W)
    first, second, third = R1, S @ R1, R2 @ S @ R1
    linear = [(M @ H.T).T for M in (first, second, third)]
    moved = linear[2] + b
    return np.array([*linear, moved, np.maximum(moved, 0)])


@variant("layer_frames")
def point_after_point(H, W, b):
    """Loops over the points, columns as in a drawing."""
    R2, S, R1 = decompose_affine(W)
    F = np.zeros((5, len(H), 2))
    for i, p in enumerate(H):
        F[0, i] = R1 @ p
        F[1, i] = S @ F[0, i]
        F[2, i] = R2 @ F[1, i]
        F[3, i] = F[2, i] + b
        F[4, i] = [max(0.0, F[3, i, 0]), max(0.0, F[3, i, 1])]
    return F


@variant("layer_frames")
def other_factors(H, W, b):
    """Other factors that are as right: both turned by half a turn more."""
    R2, S, R1 = decompose_affine(W)
    F = np.empty((5, H.shape[0], 2))
    F[0] = -(H @ R1.T)
    F[1] = F[0] @ S
    F[2] = F[1] @ (-R2).T
    F[3] = F[2] + b
    F[4] = F[3] * (F[3] > 0)
    return F


@variant("layer_frames")
def ends_with_the_layer_itself(H, W, b):
    """Frames 2 to 4 straight from the layer, without the factors."""
    _, S, R1 = decompose_affine(W)
    start = np.einsum("ij,nj->ni", R1, H)
    end = affine_forward(H, W, np.zeros(2))
    return np.stack([start, start * np.diag(S), end, affine_forward(H, W, b), relu(affine_forward(H, W, b))])


@variant("layer_frames")
def closed_form_in_complex_numbers(H, W, b):
    """A factorisation of its own, with complex numbers for turns."""
    (a, c), (d, e) = np.asarray(W, dtype=float)
    p, q = ((a + e) + 1j * (c - d)) / 2, ((a - e) + 1j * (c + d)) / 2
    before, after = (np.angle(p) - np.angle(q)) / 2, (np.angle(p) + np.angle(q)) / 2
    z = (H[:, 0] + 1j * H[:, 1]) * np.exp(1j * before)
    frames = [z, (abs(p) + abs(q)) * z.real + 1j * (abs(p) - abs(q)) * z.imag]
    frames.append(frames[1] * np.exp(1j * after))
    frames.append(frames[2] + b[0] + 1j * b[1])
    frames = [np.column_stack([f.real, f.imag]) for f in frames]
    return np.stack([*frames, frames[3].clip(0)])


@variant("standardize")
def column_after_column(X):
    """A loop over the columns, sums written out."""
    N, D = X.shape
    Z, mean, std = np.zeros((N, D)), np.zeros(D), np.zeros(D)
    for d in range(D):
        mean[d] = sum(X[:, d]) / N
        std[d] = (sum((x - mean[d]) ** 2 for x in X[:, d]) / N) ** 0.5
        if std[d] > 0:
            Z[:, d] = (X[:, d] - mean[d]) / std[d]
    return Z, mean, std


@variant("standardize")
def one_where_std_is_zero(X):
    """Divides by 1 where the standard deviation is 0."""
    mean, std = X.mean(0), X.std(0)
    return (X - mean) / np.where(std > 0, std, 1), mean, std


@variant("standardize")
def divides_only_where_it_can(X):
    """numpy's own way to leave entries out of a division."""
    mean = np.mean(X, axis=0, keepdims=True)
    std = np.sqrt(np.mean(np.square(X - mean), axis=0, keepdims=True))
    Z = np.divide(X - mean, std, out=np.zeros(X.shape), where=std != 0)
    return Z, mean[0], std[0]


@variant("standardize")
def mean_of_squares(X):
    """The mean of the squares minus the square of the mean, taken after centring."""
    A = X.astype(float)
    mean = np.average(A, axis=0)
    A = A - mean
    std = np.sqrt((A * A).mean(axis=0) - A.mean(axis=0) ** 2)
    safe = np.copy(std)
    safe[safe == 0] = np.inf
    return A / safe, mean, std


@variant("standardize")
def transposed_rows(X):
    """Works on rows of the transpose and ignores numpy's warning about 0 / 0."""
    columns = X.T
    mean = np.array([column.sum() / column.size for column in columns])
    std = np.array([np.linalg.norm(column - m) / np.sqrt(column.size) for column, m in zip(columns, mean)])
    with np.errstate(invalid="ignore", divide="ignore"):
        Z = (X - mean) / std
    return np.where(std == 0, 0.0, Z), mean, std
