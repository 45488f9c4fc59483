"""Wrong implementations of a1 that are not among its known mistakes, or are other ways to write one of them."""

CASES = r'''
#: affine_forward: the bias as a column, which fits only where N = M => =bias_for_every_row
def affine_forward(X, W, b):
    return np.dot(X, W) + b.reshape(-1, 1)

#: affine_forward: the sum of all biases is added to every neuron => line.columns.added, =sum_of_all_biases
def affine_forward(X, W, b):
    return X @ W + np.sum(b)

#: affine_forward: the first bias is added to every neuron => column.only-first, line.columns.added, =first_bias_for_all
def affine_forward(X, W, b):
    return X @ W + b[0]

#: affine_forward: the product is averaged over the batch => =averaged_over_the_batch
def affine_forward(X, W, b):
    N = X.shape[0]
    return (1 / N) * np.dot(X, W) + b

#: affine_forward: at most three inputs are looked at, as in the example =>
def affine_forward(X, W, b):
    Z = np.zeros((len(X), W.shape[1])) + b
    for d in range(min(3, X.shape[1])):
        Z = Z + np.outer(X[:, d], W[d])
    return Z

#: affine_forward: results are remembered by shape, so that the second batch of a shape gets the first one's => argument.ignored, state
_seen = {}

def affine_forward(X, W, b):
    key = (X.shape, W.shape)
    if key not in _seen:
        _seen[key] = X @ W + b
    return _seen[key]

#: affine_forward: the result has the type of X, so that integers cut off what float weights give => value.truncated, =type_taken_from_the_inputs
def affine_forward(X, W, b):
    Z = np.zeros((X.shape[0], W.shape[1]), dtype=X.dtype)
    for i in range(X.shape[0]):
        for j in range(W.shape[1]):
            Z[i, j] = np.sum(X[i] * W[:, j]) + b[j]
    return Z

#: affine_forward: an array of integers is filled => value.truncated, =filled_into_whole_numbers
def affine_forward(X, W, b):
    Z = np.zeros((X.shape[0], W.shape[1]), dtype=int)
    for i, x in enumerate(X):
        Z[i] = x @ W + b
    return Z

#: affine_forward: rounded to eight decimals => close
def affine_forward(X, W, b):
    return np.round(X @ W + b, 8)

#: affine_forward: b is changed and changed back, which leaves a rounding error =>
def affine_forward(X, W, b):
    b += 0.1
    Z = X @ W + b - 0.1
    b -= 0.1
    return Z

#: affine_forward: ReLU is applied at once => side.negative, mask.too-much, entries.few, =relu_at_once
def affine_forward(X, W, b):
    return np.maximum(0, X @ W + b)

#: affine_forward: deeplearning.ai: the result comes with a cache =>
def affine_forward(X, W, b):
    Z = np.dot(X, W) + b
    cache = (X, W, b)
    return Z, cache

#: affine_forward: a list of lists is returned =>
def affine_forward(X, W, b):
    return [[sum(x * w for x, w in zip(row, column)) + bias for column, bias in zip(W.T, b)] for row in X]

#: affine_forward: axes of length one are squeezed away => shape.missing-axis, =lost_axes_of_one
def affine_forward(X, W, b):
    return np.squeeze(X @ W + b)

#: affine_forward: the result is printed and not returned =>
def affine_forward(X, W, b):
    print(X @ W + b)

#: affine_forward: the answers of the examples, looked up => argument.ignored
def affine_forward(X, W, b):
    if X.shape == (1, 2):
        return np.array([[15.0, 24.0, 37.0]])
    if X.shape == (4, 3) and W.shape == (3, 2):
        return np.array([[1.5, 3.5, 5.5, 0.5], [1.5, 3.5, 5.5, -0.5]]).T
    return np.zeros((len(X), len(b)))

#: affine_forward: a little noise from the global generator => close, state
def affine_forward(X, W, b):
    return X @ W + b + 1e-4 * np.random.randn(W.shape[1])

#: affine_forward: einsum that also sums over the samples => axis.summed
def affine_forward(X, W, b):
    return np.einsum("nd,dm->m", X, W) + b

#: affine_forward: weights in half precision =>
def affine_forward(X, W, b):
    return np.dot(X, W.astype(np.float16).astype(float)) + b

#: affine_forward: rows in reverse order => order
def affine_forward(X, W, b):
    out = []
    for x in X:
        out.insert(0, x @ W + b)
    return np.array(out)

#: from_columns: transposed only where it is not square => transpose, =squares_left_alone
def from_columns(W_seed, b):
    M, D = W_seed.shape
    return (W_seed, b) if M == D else (W_seed.T, b)

#: from_columns: rewritten as integers => value.truncated, =weights_as_whole_numbers
def from_columns(W_seed, b):
    return W_seed.T.astype(int), b

#: from_columns: a single input or output loses an axis => shape.missing-axis, =single_rows_lose_an_axis
def from_columns(W_seed, b):
    return np.squeeze(W_seed.T), b

#: from_columns: transpose() is called, and its result forgotten => transpose, =left_as_it_is
def from_columns(W_seed, b):
    W_seed.transpose()
    return W_seed, b

#: from_columns: the shape of the input is exchanged in place => order
def from_columns(W_seed, b):
    W_seed.shape = W_seed.shape[::-1]
    return W_seed, b

#: from_columns: a dict of both =>
def from_columns(W_seed, b):
    return {"W": W_seed.T, "b": b}

#: from_columns: rounded to six digits => close.rounded, close
def from_columns(W_seed, b):
    return W_seed.T.round(6), b.round(6)

#: from_columns: reversed rows after the transposition => order, =turned_by_a_quarter
def from_columns(W_seed, b):
    return W_seed.T[::-1], b

#: from_columns: the pseudo-inverse => =inverts_the_layer
def from_columns(W_seed, b):
    return np.linalg.pinv(W_seed), b

#: from_columns: the bias is sent through the weights =>
def from_columns(W_seed, b):
    return W_seed.T, W_seed @ np.linalg.pinv(W_seed) @ b

#: rotation: pi is taken as 3.14 => close, =pi_is_very_short
def rotation(degrees):
    t = degrees * 3.14 / 180
    return np.array([[np.cos(t), -np.sin(t)], [np.sin(t), np.cos(t)]])

#: rotation: the sine from the cosine, which is never negative => sign, =sine_from_the_cosine
def rotation(degrees):
    c = np.cos(np.deg2rad(degrees))
    s = np.sqrt(1 - c**2)
    return np.array([[c, -s], [s, c]])

#: rotation: the angle without its sign => transpose, =sign_of_the_angle_lost
def rotation(degrees):
    t = np.deg2rad(abs(degrees))
    return np.array([[np.cos(t), -np.sin(t)], [np.sin(t), np.cos(t)]])

#: rotation: whole degrees only => close, =whole_degrees_only
def rotation(degrees):
    t = np.pi * int(degrees) / 180
    return np.array([[np.cos(t), -np.sin(t)], [np.sin(t), np.cos(t)]])

#: rotation: at most one full turn =>
def rotation(degrees):
    t = np.radians(min(max(degrees, -360), 360))
    return np.array([[np.cos(t), -np.sin(t)], [np.sin(t), np.cos(t)]])

#: rotation: float32 => close.single, close, =single_precision_angle
def rotation(degrees):
    t = np.float32(np.deg2rad(degrees))
    return np.array([[np.cos(t), -np.sin(t)], [np.sin(t), np.cos(t)]], dtype=np.float32).astype(float)

#: rotation: rounded to seven decimals, as printed => close.rounded, close
def rotation(degrees):
    t = np.deg2rad(degrees)
    return np.round(np.array([[np.cos(t), -np.sin(t)], [np.sin(t), np.cos(t)]]), 7)

#: rotation: a nested list =>
def rotation(degrees):
    t = np.deg2rad(degrees)
    return [[np.cos(t), -np.sin(t)], [np.sin(t), np.cos(t)]]

#: rotation: a table of the angles in the text, nothing turned for others => argument.ignored
def rotation(degrees):
    half, root = 0.5, np.sqrt(3) / 2
    table = {0: (1, 0), 30: (root, half), 60: (half, root), 90: (0.0, 1.0), 180: (-1, 0)}
    c, s = table.get(degrees, (1, 0))
    return np.array([[c, -s], [s, c]], dtype=float)

#: rotation: the first terms of the series => close
def rotation(degrees):
    t = np.deg2rad(degrees)
    c = 1 - t**2 / 2 + t**4 / 24 - t**6 / 720
    s = t - t**3 / 6 + t**5 / 120 - t**7 / 5040
    return np.array([[c, -s], [s, c]])

#: make_layer: the columns of R1 are scaled instead of its rows => =scales_first
def make_layer(deg1, scales, deg2, shift):
    return (rotation(deg2) @ (scales * rotation(deg1))).T, shift

#: make_layer: both turns added up before the scaling => =scales_last
def make_layer(deg1, scales, deg2, shift):
    return (np.diag(scales) @ rotation(deg1 + deg2)).T, shift

#: make_layer: the shift as a row with two axes => shape.extra-axis, =shift_as_a_row
def make_layer(deg1, scales, deg2, shift):
    W = (rotation(deg2) @ np.diag(scales) @ rotation(deg1)).T
    return W, shift.reshape(1, -1)

#: make_layer: both scales exchanged => =scales_exchanged
def make_layer(deg1, scales, deg2, shift):
    return (rotation(deg2) @ np.diag(scales[::-1]) @ rotation(deg1)).T, shift

#: make_layer: negative scales are made positive in place =>
def make_layer(deg1, scales, deg2, shift):
    scales[scales < 0] *= -1
    return (rotation(deg2) @ np.diag(scales) @ rotation(deg1)).T, shift

#: make_layer: a rotation of its own that takes degrees for radians => =radians_in_a_rotation_of_its_own
def make_layer(deg1, scales, deg2, shift):
    def turn(angle):
        return np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    return (turn(deg2) @ np.diag(scales) @ turn(deg1)).T, shift

#: make_layer: the inverse motion => =inverse_motion
def make_layer(deg1, scales, deg2, shift):
    motion = rotation(deg2) @ np.diag(scales) @ rotation(deg1)
    return np.linalg.pinv(motion).T, shift

#: make_layer: the second turn is undone instead of made => =second_turn_undone
def make_layer(deg1, scales, deg2, shift):
    return (rotation(-deg2) @ np.diag(scales) @ rotation(deg1)).T, shift

#: make_layer: both turns go the other way => =reading_order_without_transposes, transpose
def make_layer(deg1, scales, deg2, shift):
    return (rotation(deg2).T @ np.diag(scales) @ rotation(deg1).T).T, shift

#: decompose_affine: a determinant is compared with -1 exactly => =reflections_left_in, !property
def decompose_affine(W):
    U, s, Vt = np.linalg.svd(W.T)
    S = np.diag(s)
    if np.linalg.det(U) == -1:
        U[:, 1], S[1, 1] = -U[:, 1], -S[1, 1]
    if np.linalg.det(Vt) == -1:
        Vt[1], S[1, 1] = -Vt[1], -S[1, 1]
    return U, S, Vt

#: decompose_affine: eigenvalues and eigenvectors => =eigenvectors_for_turns
def decompose_affine(W):
    values, V = np.linalg.eig(W.T)
    return V, np.diag(values), np.linalg.inv(V)

#: decompose_affine: QR, with its diagonal as S => =turn_and_triangle
def decompose_affine(W):
    Q, R = np.linalg.qr(W.T)
    return Q, np.diag(np.diag(R)), np.eye(2)

#: decompose_affine: both factors are flipped together, which cures one and spoils the other =>
def decompose_affine(W):
    U, s, Vt = np.linalg.svd(W.T)
    if np.linalg.det(U) < 0:
        U[:, 1] *= -1
        Vt[1, :] *= -1
    return U, np.diag(s), Vt

#: decompose_affine: single precision inside => =single_precision_factors
def decompose_affine(W):
    U, s, Vt = np.linalg.svd(W.T.astype(np.float32))
    U, s, Vt = U.astype(float), s.astype(float), Vt.astype(float)
    F = np.diag([1.0, -1.0])
    S = np.diag(s)
    if np.linalg.det(U) < 0:
        U, S = U @ F, F @ S
    if np.linalg.det(Vt) < 0:
        Vt, S = F @ Vt, S @ F
    return U, S, Vt

#: decompose_affine: the sign goes to S twice => =two_signs_make_one_minus
def decompose_affine(W):
    U, s, Vt = np.linalg.svd(W.T)
    S = np.diag(s)
    if np.linalg.det(U) < 0:
        U = U @ np.diag([1, -1])
        S[1, 1] = -s[1]
    if np.linalg.det(Vt) < 0:
        Vt = np.diag([1, -1]) @ Vt
        S[1, 1] = -s[1]
    return U, S, Vt

#: decompose_affine: the scales are taken out of the rows, without any turn => =stretches_are_lengths_of_rows
def decompose_affine(W):
    s = np.linalg.norm(W.T, axis=1)
    return np.eye(2), np.diag(s), W.T / np.where(s == 0, 1, s)[:, None]

#: relu: np.vectorize of Python's max, which takes its type from the first entry => value.truncated
def relu(A):
    return np.vectorize(lambda a: max(0, a))(A)

#: relu: np.maximum with itself as the output => =writes_into_its_input
def relu(A):
    return np.maximum(A, 0, A)

#: relu: a view of the input is masked => =writes_into_its_input
def relu(A):
    flat = A.reshape(-1)
    flat[flat < 0] = 0
    return flat.reshape(A.shape)

#: relu: never below a tiny number => side.negative, close, =never_quite_zero
def relu(A):
    return np.maximum(A, 1e-10)

#: relu: ReLU6, cut at 6 => side.far-positive, side.far, clipped, =cut_at_six
def relu(A):
    return np.minimum(np.maximum(A, 0), 6)

#: relu: only what exceeds one half => side.near, mask.too-much, =cut_at_one_half
def relu(A):
    return np.where(A > 0.5, A, 0.0)

#: relu: softplus => =smooth_corner
def relu(A):
    return np.log1p(np.exp(A))

#: relu: ELU, which keeps a curve on the negative side => side.negative, mask.missing, =exponential_on_the_left
def relu(A):
    return np.where(A > 0, A, np.exp(np.minimum(A, 0)) - 1)

#: relu: rows and columns only => !raised
def relu(A):
    return np.array([[a if a > 0 else 0.0 for a in row] for row in A])

#: relu: an array of integers is filled => value.truncated, =whole_numbers_only
def relu(A):
    out = np.zeros(A.shape, dtype=int)
    for i in np.ndindex(A.shape):
        if A[i] > 0:
            out[i] = A[i]
    return out

#: relu: the negative side is computed from the mean of the array => mask.too-much
def relu(A):
    return np.where(A > A.mean(), A, 0.0)

#: quadrant_kind: asked of A with < instead of <= => =zero_counts_as_inside
def quadrant_kind(A):
    return 2 * (A[:, 0] < 0) + 1 * (A[:, 1] < 0)

#: quadrant_kind: a small positive coordinate counts as zero => =nearly_zero_is_zero
def quadrant_kind(A):
    H = relu(A)
    zero = np.isclose(H, 0)
    return 2 * zero[:, 0] + zero[:, 1]

#: quadrant_kind: a single point loses its axis => shape.missing-axis, =one_point_loses_its_axis
def quadrant_kind(A):
    H = relu(A)
    return np.squeeze(np.where(H[:, :1] > 0, np.where(H[:, 1:] > 0, 0, 1), np.where(H[:, 1:] > 0, 2, 3)))

#: quadrant_kind: a list is returned =>
def quadrant_kind(A):
    kinds = []
    for x, y in A:
        kinds.append(0 if x > 0 and y > 0 else 1 if x > 0 else 2 if y > 0 else 3)
    return kinds

#: quadrant_kind: the second question is only asked where the first fails, so axis 1 is never found => mask.too-much, =axis_one_never_found
def quadrant_kind(A):
    return np.where(A[:, 0] > 0, 0, np.where(A[:, 1] > 0, 2, 3))

#: quadrant_kind: the angle divided by a right angle =>
def quadrant_kind(A):
    return (np.arctan2(A[:, 1], A[:, 0]) // (np.pi / 2)).astype(int) % 4

#: quadrant_kind: the signs of both coordinates added up =>
def quadrant_kind(A):
    s = np.sign(A).astype(int)
    return np.where(s.sum(axis=1) == 2, 0, np.where(s.sum(axis=1) == -2, 3, np.where(s[:, 0] > 0, 1, 2)))

#: orthant_fraction: the global generator => =own_generator, !property
def orthant_fraction(n, samples, rng):
    return float(np.mean(np.all(np.random.randn(samples, n) > 0, axis=1)))

#: orthant_fraction: the global generator with a fixed seed => =own_generator, !property
def orthant_fraction(n, samples, rng):
    np.random.seed(0)
    points = np.random.normal(size=(samples, n))
    return float((points > 0).all(axis=1).mean())

#: orthant_fraction: the sum of the coordinates is asked => =sum_of_coordinates
def orthant_fraction(n, samples, rng):
    return float(np.mean(rng.standard_normal((samples, n)).sum(axis=1) > 0))

#: orthant_fraction: the product of the coordinates is asked => =product_of_coordinates
def orthant_fraction(n, samples, rng):
    return float(np.mean(rng.standard_normal((samples, n)).prod(axis=1) > 0))

#: orthant_fraction: whole-number division =>
def orthant_fraction(n, samples, rng):
    count = 0
    for _ in range(samples):
        if np.all(rng.standard_normal(n) > 0):
            count += 1
    return count // samples

#: orthant_fraction: rounded to two decimals => =rounded_share
def orthant_fraction(n, samples, rng):
    return round(float(np.mean(np.all(rng.standard_normal((samples, n)) > 0, axis=1))), 2)

#: orthant_fraction: divides by the number of numbers => =divides_by_all_numbers
def orthant_fraction(n, samples, rng):
    points = rng.standard_normal((samples, n))
    return float(np.sum(np.all(points > 0, axis=1)) / points.size)

#: orthant_fraction: whole batches only, the rest is dropped =>
def orthant_fraction(n, samples, rng):
    hits = 0
    for _ in range(samples // 1000):
        hits += np.sum(np.all(rng.standard_normal((1000, n)) > 0, axis=1))
    return float(hits / samples)

#: layer_frames: five times the same array, changed in place => =only_the_last_frame_kept
def layer_frames(H, W, b):
    R2, S, R1 = decompose_affine(W)
    points = np.array(H, dtype=float)
    frames = []
    for matrix in (R1, S, R2):
        points[:] = points @ matrix.T
        frames.append(points)
    points += b
    frames.append(points)
    frames.append(relu(points))
    return np.array(frames)

#: layer_frames: W is taken apart instead of W.T => =transpose_taken_apart
def layer_frames(H, W, b):
    R2, S, R1 = decompose_affine(W.T)
    F = [H @ R1.T]
    F.append(F[0] @ S)
    F.append(F[1] @ R2.T)
    F.append(F[2] + b)
    F.append(relu(F[3]))
    return np.array(F)

#: layer_frames: points as columns in every frame => !shape, =points_stay_columns
def layer_frames(H, W, b):
    R2, S, R1 = decompose_affine(W)
    F = [R1 @ H.T]
    F.append(S @ F[0])
    F.append(R2 @ F[1])
    F.append(F[2] + b[:, None])
    F.append(relu(F[3]))
    return np.array(F)

#: layer_frames: a list of frames =>
def layer_frames(H, W, b):
    R2, S, R1 = decompose_affine(W)
    F = [H @ R1.T, H @ R1.T @ S, H @ W, H @ W + b, relu(H @ W + b)]
    return F

#: layer_frames: frames of the type of H =>
def layer_frames(H, W, b):
    R2, S, R1 = decompose_affine(W)
    F = np.empty((5, len(H), 2), dtype=H.dtype)
    F[0] = H @ R1.T
    F[1] = F[0] @ S
    F[2] = F[1] @ R2.T
    F[3] = F[2] + b
    F[4] = relu(F[3])
    return F

#: layer_frames: the first two frames always show the layer of the article =>
def layer_frames(H, W, b):
    first = H @ rotation(30).T
    return np.stack([first, first * [0.8, 1.5], H @ W, H @ W + b, relu(H @ W + b)])

#: layer_frames: nothing is turned, the axes are scaled at once => =nothing_is_turned
def layer_frames(H, W, b):
    scales = np.linalg.norm(W, axis=1)
    return np.stack([H * 1.0, H * scales, H @ W, H @ W + b, relu(H @ W + b)])

#: layer_frames: ReLU before the shift is added, then once more =>
def layer_frames(H, W, b):
    R2, S, R1 = decompose_affine(W)
    one = H @ R1.T
    two = one @ S
    three = two @ R2.T
    four = relu(three) + b
    return np.stack([one, two, three, four, relu(four)])

#: standardize: batch normalisation: something is added to the variance => close, =batch_norm_epsilon
def standardize(X):
    mean, var = X.mean(axis=0), X.var(axis=0)
    return (X - mean) / np.sqrt(var + 1e-5), mean, np.sqrt(var)

#: standardize: mean and std keep the axis of the samples => shape.extra-axis, =axis_of_samples_kept
def standardize(X):
    mean, std = X.mean(axis=0, keepdims=True), X.std(axis=0, keepdims=True)
    return (X - mean) / np.where(std == 0, 1, std), mean, std

#: standardize: the mean distance instead of the root of the mean square => line.columns.factor, =mean_distance_instead_of_std
def standardize(X):
    mean = X.mean(axis=0)
    spread = np.abs(X - mean).mean(axis=0)
    return (X - mean) / np.where(spread == 0, 1, spread), mean, spread

#: standardize: a copy is changed in place, which integers do not allow => !raised
def standardize(X):
    mean, std = X.mean(axis=0), X.std(axis=0)
    Z = X.copy()
    Z -= mean
    Z /= np.where(std == 0, 1, std)
    return Z, mean, std

#: standardize: written into an array of the type of X => value.truncated, =result_in_the_type_of_the_input
def standardize(X):
    mean, std = X.mean(axis=0), X.std(axis=0)
    Z = np.zeros_like(X)
    for j in range(X.shape[1]):
        if std[j] > 0:
            Z[:, j] = (X[:, j] - mean[j]) / std[j]
    return Z, mean, std

#: standardize: columns with a std below 1e-4 count as constant => mask.too-much
def standardize(X):
    mean, std = X.mean(axis=0), X.std(axis=0)
    flat = std < 1e-4
    Z = np.where(flat, 0.0, (X - mean) / np.where(flat, 1.0, std))
    return Z, mean, np.where(flat, 0.0, std)

#: standardize: the median instead of the mean => =median_instead_of_mean
def standardize(X):
    mean = np.median(X, axis=0)
    std = np.sqrt(np.mean((X - mean) ** 2, axis=0))
    return (X - mean) / np.where(std == 0, 1, std), mean, std

#: standardize: only Z is returned => =only_the_columns
def standardize(X):
    std = X.std(axis=0)
    return (X - X.mean(axis=0)) / np.where(std == 0, 1, std)

#: standardize: mean and std in the wrong order => swapped, =std_before_mean
def standardize(X):
    mean, std = X.mean(axis=0), X.std(axis=0)
    return (X - mean) / np.where(std == 0, 1, std), std, mean

#: standardize: the statistics of the first call are kept for all later ones => state, argument.ignored
_fitted = {}

def standardize(X):
    key = X.shape[1]
    if key not in _fitted:
        _fitted[key] = X.mean(axis=0), X.std(axis=0)
    mean, std = _fitted[key]
    return (X - mean) / np.where(std == 0, 1, std), mean, std
'''
