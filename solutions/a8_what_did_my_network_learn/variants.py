"""Right implementations of a8, written differently: none of them may lose a point."""

import numpy as np

from autograder.checking import variant

from .reference import (
    act_forward,
    activation_max,
    distinct_modes,
    lab_images,
    linear_probe,
    load_net,
    mlp_backward,
    mlp_forward,
    occlusion,
    permutation_importance,
    project,
    saliency,
    up_to,
)


@variant("count_params")
def layer_by_layer(widths):
    """A loop with an index."""
    total = 0
    for i in range(1, len(widths)):
        total += (widths[i - 1] + 1) * widths[i]
    return total


@variant("count_params")
def as_arrays(widths):
    """Two shifted arrays."""
    w = np.array(widths)
    return int(np.sum((w[:-1] + 1) * w[1:]))


@variant("count_params")
def by_building(widths):
    """The arrays themselves, and their sizes."""
    return sum(np.empty((D, M)).size + np.empty(M).size for D, M in zip(widths[:-1], widths[1:], strict=True))


@variant("count_params")
def with_products(widths):
    """Weights and biases apart."""
    weights = sum(widths[i] * widths[i + 1] for i in range(len(widths) - 1))
    return weights + sum(widths[1:])


@variant("conv2d")
def four_loops(x, k, pad=0):
    """Every product by itself."""
    H, W = x.shape[0] + 2 * pad, x.shape[1] + 2 * pad
    h, w = k.shape
    if h > H or w > W:
        raise ValueError("too big")
    framed = np.zeros((H, W))
    framed[pad : H - pad, pad : W - pad] = x
    out = np.zeros((H - h + 1, W - w + 1))
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            for a in range(h):
                for b in range(w):
                    out[i, j] += k[a, b] * framed[i + a, j + b]
    return out


@variant("conv2d")
def shifted_images(x, k, pad=0):
    """One shifted copy of the image for each entry of the filter."""
    x = np.pad(x, ((pad, pad), (pad, pad)))
    rows, columns = x.shape[0] - k.shape[0] + 1, x.shape[1] - k.shape[1] + 1
    if min(rows, columns) < 1:
        raise ValueError(f"{k.shape} does not fit into {x.shape}")
    return sum(k[a, b] * x[a : a + rows, b : b + columns] for a, b in np.ndindex(k.shape))


@variant("conv2d")
def as_an_affine_layer(x, k, pad=0):
    """Patches as rows, the filter as one column of weights: a1's layer."""
    x = np.pad(x, pad)
    h, w = k.shape
    rows, columns = x.shape[0] - h + 1, x.shape[1] - w + 1
    if rows <= 0 or columns <= 0:
        raise ValueError("the filter does not fit")
    patches = np.array([x[i : i + h, j : j + w].ravel() for i in range(rows) for j in range(columns)])
    return (patches @ k.reshape(-1, 1)).reshape(rows, columns)


@variant("conv2d")
def with_fourier(x, k, pad=0):
    """The correlation theorem."""
    x = np.pad(np.asarray(x, dtype=float), pad)
    if k.shape[0] > x.shape[0] or k.shape[1] > x.shape[1]:
        raise ValueError("the filter does not fit")
    whole = np.fft.ifft2(np.fft.fft2(x) * np.conj(np.fft.fft2(k, x.shape))).real
    return whole[: x.shape[0] - k.shape[0] + 1, : x.shape[1] - k.shape[1] + 1]


@variant("filter_grid")
def row_after_row(filters, columns):
    """Rows are glued together with lines of zeros."""
    K, h, w = filters.shape
    scale = np.abs(filters).max(axis=(1, 2))
    scaled = [f / s if s > 0 else f for f, s in zip(filters, scale)]
    scaled += [np.zeros((h, w))] * (-K % columns)
    lines = []
    for start in range(0, len(scaled), columns):
        pieces = []
        for one in scaled[start : start + columns]:
            pieces += [one, np.zeros((h, 1))]
        lines += [np.hstack(pieces[:-1]), np.zeros((1, columns * (w + 1) - 1))]
    return np.vstack(lines[:-1])


@variant("filter_grid")
def pad_and_transpose(filters, columns):
    """Every filter gets its line, then one reshape, then the last lines are cut off."""
    K, h, w = filters.shape
    rows = int(np.ceil(K / columns))
    top = np.max(np.abs(filters), axis=(1, 2), keepdims=True)
    scaled = np.divide(filters, top, out=np.zeros(filters.shape), where=top > 0)
    tiles = np.zeros((rows * columns, h + 1, w + 1))
    tiles[:K, :h, :w] = scaled
    return tiles.reshape(rows, columns, h + 1, w + 1).transpose(0, 2, 1, 3).reshape(rows * (h + 1), columns * (w + 1))[:-1, :-1]


@variant("filter_grid")
def pixel_by_pixel(filters, columns):
    """Every pixel of the grid asks where it comes from."""
    K, h, w = filters.shape
    rows = (K + columns - 1) // columns
    grid = np.zeros((rows * (h + 1) - 1, columns * (w + 1) - 1))
    for i, j in np.ndindex(grid.shape):
        n, a, b = i // (h + 1) * columns + j // (w + 1), i % (h + 1), j % (w + 1)
        if n < K and a < h and b < w and filters[n].any():
            grid[i, j] = filters[n, a, b] / max(filters[n].max(), -filters[n].min())
    return grid


@variant("filter_grid")
def two_counters(filters, columns):
    """Row and column are counted along."""
    K, h, w = filters.shape
    grid = np.zeros((((K - 1) // columns + 1) * (h + 1) - 1, columns * (w + 1) - 1))
    row = column = 0
    for one in filters:
        biggest = np.linalg.norm(one.ravel(), np.inf)
        if biggest:
            grid[row * (h + 1) : row * (h + 1) + h, column * (w + 1) : column * (w + 1) + w] = one / biggest
        column += 1
        if column == columns:
            row, column = row + 1, 0
    return grid


@variant("saliency")
def sample_at_a_time(params, X, c):
    """One way back for each sample."""
    S = np.zeros(X.shape)
    for n in range(len(X)):
        Z, caches = mlp_forward(params, X[n : n + 1])
        S[n] = mlp_backward(params, caches, np.eye(Z.shape[1])[[c]])[0][0]
    return S


@variant("saliency")
def product_of_matrices(params, X, c):
    """The Jacobian of each sample as a product, from the output down."""
    _, caches = mlp_forward(params, X)
    rows = []
    for n in range(len(X)):
        v = params[-1][0][:, c]
        for i in range(len(params) - 2, -1, -1):
            W, _, kind = params[i]
            z = caches[i][1][n]
            slope = {"relu": (z > 0).astype(float), "tanh": 1 / np.cosh(z) ** 2, "linear": np.ones(len(z))}[kind]
            v = W @ (slope * v)
        rows.append(v)
    return np.array(rows)


@variant("saliency")
def going_forward(params, X, c):
    """Forward mode: the derivative of every unit with respect to every input, carried along."""
    H, J = X, np.tile(np.eye(X.shape[1]), (len(X), 1, 1))
    for W, b, kind in params:
        Z = H @ W + b
        J = J @ W
        if kind == "relu":
            J = np.where((Z > 0)[:, None, :], J, 0.0)
        elif kind == "tanh":
            J = J * (1 - np.tanh(Z)[:, None, :] ** 2)
        H = act_forward(Z, kind)
    return J[:, :, c].copy()


@variant("saliency")
def network_with_one_output(params, X, c):
    """All other outputs are cut off first."""
    W, b, kind = params[-1]
    alone = [*params[:-1], (W[:, [c]], b[[c]], kind)]
    Z, caches = mlp_forward(alone, X)
    return mlp_backward(alone, caches, np.ones((len(X), 1)))[0]


@variant("project")
def row_by_row(X, norm, limit):
    """A loop over rows and an if."""
    if norm not in ("ball", "box"):
        raise ValueError(norm)
    out = np.array(X, dtype=float)
    for row in out:
        if norm == "box":
            row[row > limit] = limit
            row[row < -limit] = -limit
        elif np.sqrt(row @ row) > limit:
            row *= limit / np.sqrt(row @ row)
    return out


@variant("project")
def with_where(X, norm, limit):
    """Both cases as choices."""
    if norm == "box":
        return np.where(np.abs(X) > limit, limit * np.sign(X), X)
    if norm == "ball":
        length = np.sqrt(np.sum(X * X, axis=1))
        factor = np.ones(len(X))
        factor[length > limit] = limit / length[length > limit]
        return factor[:, None] * X
    raise ValueError("norm must be ball or box")


@variant("project")
def with_minimum(X, norm, limit):
    """A factor of at most 1; the tiny number keeps rows of zeros from a division by zero."""
    match norm:
        case "ball":
            return X * np.minimum(1.0, limit / (np.sqrt(np.einsum("nd,nd->n", X, X)) + 1e-300))[:, np.newaxis]
        case "box":
            return np.maximum(np.minimum(X, limit), -limit)
        case _:
            raise ValueError(f"unknown norm {norm}")


@variant("project")
def unit_rows_first(X, norm, limit):
    """Direction times allowed length."""
    def ball(A):
        length = np.linalg.norm(A, axis=1)
        direction = A / np.where(length == 0, 1.0, length)[:, None]
        return direction * np.clip(length, 0, limit)[:, None]

    known = {"ball": ball, "box": lambda A: A.clip(-limit, limit)}
    if norm not in known:
        raise ValueError("known: " + ", ".join(known))
    return known[norm](X)


@variant("activation_max")
def table_first(params, c, X0, norm, limit, steps, lr):
    """The table of values is laid out before the climb."""
    values = np.empty((steps + 1, len(X0)))
    X = project(X0, norm, limit)
    for t in range(steps + 1):
        values[t] = mlp_forward(params, X)[0][:, c]
        if t < steps:
            X = project(X + lr * saliency(params, X, c), norm, limit)
    return X, values


@variant("activation_max")
def one_climber_at_a_time(params, c, X0, norm, limit, steps, lr):
    """Start by start."""
    ends, values = [], []
    for start in X0:
        x = project(start[None, :], norm, limit)
        mine = [mlp_forward(params, x)[0][0, c]]
        for _ in range(steps):
            x = project(x + lr * saliency(params, x, c), norm, limit)
            mine.append(mlp_forward(params, x)[0][0, c])
        ends.append(x[0])
        values.append(mine)
    return np.array(ends), np.array(values).T


@variant("activation_max")
def in_place_on_a_copy(params, c, X0, norm, limit, steps, lr):
    """The points are moved in place, in a copy; the slope comes from one way forward and back."""
    X = np.array(project(X0, norm, limit))
    Z, caches = mlp_forward(params, X)
    values = [Z[:, c].copy()]
    for _ in range(steps):
        dZ = np.zeros(Z.shape)
        dZ[:, c] = lr
        X += mlp_backward(params, caches, dZ)[0]
        X[...] = project(X, norm, limit)
        Z, caches = mlp_forward(params, X)
        values.append(Z[:, c].copy())
    return [X, np.vstack(values)]


@variant("activation_max")
def while_loop(params, c, X0, norm, limit, steps, lr):
    """A list of all points, evaluated at the end."""
    path = [project(X0, norm, limit)]
    while len(path) <= steps:
        path.append(project(path[-1] + lr * saliency(params, path[-1], c), norm, limit))
    return path[-1], np.array([mlp_forward(params, X)[0][:, c] for X in path])


@variant("distinct_modes")
def sorted_pairs(ends, values, tol):
    """Python's own sort on pairs."""
    order = sorted(range(len(values)), key=lambda i: values[i], reverse=True)
    modes = [ends[order[0]]]
    counts = [1]
    for i in order[1:]:
        gaps = [float(np.sqrt(np.sum((ends[i] - mode) ** 2))) for mode in modes]
        if min(gaps) > tol:
            modes.append(ends[i])
            counts.append(1)
        else:
            counts[gaps.index(min(gaps))] += 1
    return np.stack(modes), np.array(counts)


@variant("distinct_modes")
def whole_table_of_distances(ends, values, tol):
    """All distances at once, then a walk down the ranking."""
    order = np.argsort(values)[::-1]
    sorted_ends = ends[order]
    gaps = np.linalg.norm(sorted_ends[:, None] - sorted_ends[None, :], axis=2)
    chosen, owner = [], []
    for i in range(len(order)):
        if not chosen or gaps[i, chosen].min() > tol:
            chosen.append(i)
        owner.append(chosen[int(gaps[i, chosen].argmin())])
    return sorted_ends[chosen], np.array([owner.count(i) for i in chosen])


@variant("distinct_modes")
def take_the_best_away(ends, values, tol):
    """The highest end that is left is looked for again and again."""
    left = list(range(len(values)))
    modes, counts = [], []
    while left:
        best = max(left, key=lambda i: values[i])
        left.remove(best)
        if modes:
            gaps = np.linalg.norm(np.array(modes) - ends[best], axis=1)
            if gaps.min() <= tol:
                counts[int(gaps.argmin())] += 1
                continue
        modes.append(ends[best].copy())
        counts.append(1)
    return np.array(modes), np.array(counts, dtype=int)


@variant("distinct_modes")
def modes_first_then_counts(ends, values, tol):
    """Two passes: an end that founded no mode went to the nearest one that was there at its time."""
    order = np.argsort(-values)
    modes = np.empty((0, ends.shape[1]))
    counts = np.empty(0, dtype=np.int64)
    for i in order:
        near = np.sqrt(((modes - ends[i]) ** 2).sum(axis=1))
        if near.size == 0 or np.all(near > tol):
            modes = np.vstack([modes, ends[i]])
            counts = np.append(counts, 1)
        else:
            counts[near.argmin()] += 1
    return modes, counts


@variant("modes_of_unit")
def one_start_at_a_time(params, c, n_init, limit, steps, lr, rng):
    """Starts are drawn and climbed one by one."""
    ends, heights = [], []
    for _ in range(n_init):
        start = rng.standard_normal(params[0][0].shape[0])
        start = limit * start / np.sqrt(start @ start)
        X, values = activation_max(params, c, start.reshape(1, -1), "ball", limit, steps, lr)
        ends.append(X[0])
        heights.append(values[-1, 0])
    return distinct_modes(np.array(ends), np.array(heights), 0.1 * limit)


@variant("modes_of_unit")
def drawn_as_columns(params, c, n_init, limit, steps, lr, rng):
    """Another order of draws: column by column."""
    columns = rng.normal(size=(len(params[0][0]), n_init))
    starts = (columns / np.linalg.norm(columns, axis=0) * limit).T
    X, values = activation_max(params, c, starts, "ball", limit, steps, lr)
    return distinct_modes(X, values[-1], limit * 0.1)


@variant("modes_of_unit")
def far_out_first(params, c, n_init, limit, steps, lr, rng):
    """Starts far outside, which the first projection brings to the edge of the ball."""
    D = params[0][0].shape[0]
    starts = np.array([rng.normal(0.0, 1e3 * limit, D) for _ in range(n_init)])
    starts = starts / np.sqrt((starts**2).sum(axis=1))[:, None] * limit
    ends, values = activation_max(params, c, starts, "ball", limit, steps, lr)
    modes, counts = distinct_modes(ends, values[len(values) - 1], limit / 10)
    return modes, counts


@variant("modes_of_unit")
def values_again(params, c, n_init, limit, steps, lr, rng):
    """The heights of the ends are computed again instead of taken from the climb."""
    starts = rng.normal(size=(n_init, params[0][0].shape[0]))
    starts = limit * starts / np.linalg.norm(starts, axis=1)[:, None]
    ends = activation_max(params, c, starts, "ball", limit, steps, lr)[0]
    return distinct_modes(ends, mlp_forward(params, ends)[0][:, c], limit / 10)


@variant("typicality")
def point_by_point(d, samples, rng):
    """One point at a time."""
    lengths = sorted(float(np.sqrt(np.sum(rng.normal(size=d) ** 2))) for _ in range(samples))
    middle = samples // 2
    median = lengths[middle] if samples % 2 else (lengths[middle - 1] + lengths[middle]) / 2
    return median, sum(length < d**0.5 / 2 for length in lengths) / samples


@variant("typicality")
def points_as_columns(d, samples, rng):
    """Points as columns: another order of draws."""
    lengths = np.linalg.norm(rng.standard_normal((d, samples)), axis=0)
    return np.quantile(lengths, 0.5), np.count_nonzero(2 * lengths < np.sqrt(d)) / samples


@variant("typicality")
def from_chi_square(d, samples, rng):
    """The squared length is chi-square with d degrees of freedom, and numpy can draw that."""
    squared = rng.chisquare(d, size=samples)
    return np.sqrt(np.median(squared)), np.mean(squared < d / 4)


@variant("typicality")
def dimension_by_dimension(d, samples, rng):
    """Squares are added up, one dimension after the other."""
    squared = np.zeros(samples)
    for _ in range(d):
        squared += rng.normal(0.0, 1.0, samples) ** 2
    lengths = squared**0.5
    return float(np.percentile(lengths, 50)), float((lengths < 0.5 * d**0.5).mean())


@variant("occlusion")
def sample_and_place(params, X, c, size, fill):
    """Three loops, one picture at a time."""
    side = int(np.sqrt(X.shape[1]) + 0.5)
    out = np.empty((len(X), side - size + 1, side - size + 1))
    for n, i, j in np.ndindex(out.shape):
        image = X[n].reshape(side, side).copy()
        image[i : i + size, j : j + size] = fill
        out[n, i, j] = mlp_forward(params, X[n : n + 1])[0][0, c] - mlp_forward(params, image.reshape(1, -1))[0][0, c]
    return out


@variant("occlusion")
def all_at_once(params, X, c, size, fill):
    """One large batch of painted images."""
    N, S = len(X), round(X.shape[1] ** 0.5)
    P = S - size + 1
    masks = np.zeros((P, P, S, S), dtype=bool)
    for i in range(P):
        for j in range(P):
            masks[i, j, i : i + size, j : j + size] = True
    batch = np.where(masks.reshape(1, P * P, S * S), fill, X[:, None, :]).reshape(-1, S * S)
    after = mlp_forward(params, batch)[0][:, c].reshape(N, P, P)
    return mlp_forward(params, X)[0][:, c][:, None, None] - after


@variant("occlusion")
def flat_indices(params, X, c, size, fill):
    """Pixels by their number in the row."""
    S = int(X.shape[1] ** 0.5 + 1e-9)
    maps = []
    for i in range(S - size + 1):
        for j in range(S - size + 1):
            hidden = [S * (i + a) + (j + b) for a in range(size) for b in range(size)]
            painted = np.array(X, dtype=float)
            painted[:, hidden] = fill
            maps.append(mlp_forward(params, X)[0][:, c] - mlp_forward(params, painted)[0][:, c])
    return np.array(maps).T.reshape(len(X), S - size + 1, S - size + 1)


@variant("occlusion")
def paint_and_repair(params, X, c, size, fill):
    """One working copy: a square is painted, then put back."""
    S = int(np.rint(np.sqrt(X.shape[1])))
    work = X.reshape(len(X), S, S).astype(float)
    before = mlp_forward(params, X)[0]
    rows = []
    for i in range(S + 1 - size):
        row = []
        for j in range(S + 1 - size):
            kept = work[:, i : i + size, j : j + size].copy()
            work[:, i : i + size, j : j + size] = fill
            row.append((before - mlp_forward(params, work.reshape(len(X), -1))[0])[:, c])
            work[:, i : i + size, j : j + size] = kept
        rows.append(row)
    return np.transpose(np.array(rows), (2, 0, 1))


@variant("permutation_importance")
def repeats_outside(params, X, y, repeats, rng):
    """Repetitions in the outer loop: another order of draws."""
    right = np.mean(mlp_forward(params, X)[0].argmax(axis=1) == y)
    lost = np.zeros(X.shape[1])
    for _ in range(repeats):
        for j in range(X.shape[1]):
            A = X.copy()
            rng.shuffle(A[:, j])
            lost[j] += right - np.mean(mlp_forward(params, A)[0].argmax(axis=1) == y)
    return lost / repeats


@variant("permutation_importance")
def one_order_for_all_columns(params, X, y, repeats, rng):
    """Each repetition draws one order and uses it for every column in turn."""
    def right(A):
        return (np.argmax(mlp_forward(params, A)[0], axis=1) == y).mean()

    lost = np.empty((repeats, X.shape[1]))
    for r in range(repeats):
        order = rng.permutation(len(X))
        for j in range(X.shape[1]):
            A = np.array(X)
            A[:, j] = X[order, j]
            lost[r, j] = right(X) - right(A)
    return lost.mean(axis=0)


@variant("permutation_importance")
def sorted_random_numbers(params, X, y, repeats, rng):
    """A random order is what sorts random numbers."""
    before = np.sum(np.argmax(mlp_forward(params, X)[0], axis=1) == y)
    result = []
    for j in range(X.shape[1]):
        drops = []
        for _ in range(repeats):
            order = np.argsort(rng.random(len(y)))
            A = np.column_stack([X[:, :j], X[order, j], X[:, j + 1 :]])
            drops.append(before - np.sum(np.argmax(mlp_forward(params, A)[0], axis=1) == y))
        result.append(np.mean(drops) / len(y))
    return np.array(result)


@variant("permutation_importance")
def shuffle_and_put_back(params, X, y, repeats, rng):
    """One working copy whose column is put back after its turn."""
    work, base = X.copy(), None
    base = np.count_nonzero(mlp_forward(params, X)[0].argmax(1) == y) / len(y)
    importance = np.zeros(X.shape[1])
    for j in range(X.shape[1]):
        kept = work[:, j].copy()
        scores = []
        for _ in range(repeats):
            work[:, j] = rng.permutation(kept)
            scores.append(np.count_nonzero(mlp_forward(params, work)[0].argmax(1) == y) / len(y))
        work[:, j] = kept
        importance[j] = base - sum(scores) / repeats
    return importance


@variant("spurious_pixel")
def the_numbers():
    """The three numbers, found in another cell."""
    return (6, 1, 3)


@variant("spurious_pixel")
def by_occlusion():
    """Which pixel's painting costs an output most, on average over the images of its class?"""
    params, (X, y) = load_net("lab"), lab_images()
    maps = [occlusion(params, X[y == c][:40], c, 1, 0.0).mean(axis=0) for c in range(4)]
    c, row, column = np.unravel_index(np.argmax(maps), (4, 8, 8))
    return int(row), int(column), int(c)


@variant("spurious_pixel")
def by_saliency():
    """Whose mean slope is largest, over all images and outputs?"""
    params, (X, y) = load_net("lab"), lab_images()
    slopes = np.array([saliency(params, X, c).mean(axis=0) for c in range(4)])
    c, pixel = divmod(int(np.argmax(slopes)), 64)
    return pixel // 8, pixel % 8, c


@variant("spurious_pixel")
def by_interfering():
    """Every pixel in turn is made brighter in images of all classes: which one turns most of them into one class?"""
    params = load_net("lab")
    X, y = lab_images()
    before = np.bincount(mlp_forward(params, X)[0].argmax(axis=1), minlength=4)
    gains = np.zeros((64, 4))
    for pixel in range(64):
        A = X.copy()
        A[:, pixel] += 1.0
        gains[pixel] = np.bincount(mlp_forward(params, A)[0].argmax(axis=1), minlength=4) - before
    pixel, c = np.unravel_index(gains.argmax(), gains.shape)
    return [int(pixel) // 8, int(pixel) % 8, int(c)]


@variant("spurious_pixel")
def by_shuffling():
    """Shuffled features for the pixel, one climb for the class."""
    params, (X, y) = load_net("lab"), lab_images()
    lost = permutation_importance(params, X[:200], y[:200], 3, np.random.default_rng(1)).reshape(8, 8)
    row, column = np.argwhere(lost == lost.max())[0]
    pulls = [activation_max(params, c, np.zeros((1, 64)), "ball", 2.0, 20, 0.05)[0][0, 8 * row + column] for c in range(4)]
    return row, column, np.argmax(pulls)


@variant("linear_probe")
def stacked_least_squares(H, y, H_test, y_test, lam):
    """The penalty as extra rows of data."""
    A = np.hstack([H, np.ones((len(H), 1))])
    M = A.shape[1]
    Y = (y[:, None] == np.arange(y.max() + 1)).astype(float)
    tall, right = np.vstack([A, np.sqrt(lam) * np.eye(M)]), np.vstack([Y, np.zeros((M, Y.shape[1]))])
    V = np.linalg.lstsq(tall, right, rcond=None)[0]
    scores = H_test @ V[:-1] + V[-1]
    return V, np.mean(scores.argmax(axis=1) == y_test)


@variant("linear_probe")
def with_inverse(H, y, H_test, y_test, lam):
    """The formula as it stands."""
    A = np.c_[H, np.ones(len(H))]
    Y = np.zeros((len(y), len(np.unique(y))))
    Y[np.arange(len(y)), y] = 1.0
    V = np.linalg.inv(A.T @ A + lam * np.identity(A.shape[1])) @ A.T @ Y
    found = np.argmax(np.c_[H_test, np.ones(len(H_test))] @ V, axis=1)
    return V, sum(found == y_test) / len(y_test)


@variant("linear_probe")
def with_singular_values(H, y, H_test, y_test, lam):
    """Singular values, each shrunk by s / (s^2 + lam)."""
    A, A_test = (np.concatenate([part, np.ones((part.shape[0], 1))], axis=1) for part in (H, H_test))
    U, s, Vt = np.linalg.svd(A, full_matrices=False)
    Y = np.eye(int(y.max()) + 1)[y]
    V = Vt.T @ ((s / (s**2 + lam))[:, None] * (U.T @ Y))
    return V, float(np.count_nonzero(np.argmax(A_test @ V, axis=1) == y_test) / y_test.size)


@variant("linear_probe")
def the_other_side(H, y, H_test, y_test, lam):
    """The same solution through the samples: A^T (A A^T + lam I)^-1 Y."""
    A = np.column_stack((H, np.ones(H.shape[0])))
    Y = np.eye(np.max(y) + 1)[y]
    V = A.T @ np.linalg.solve(A @ A.T + lam * np.eye(len(A)), Y)
    hits = [np.argmax(np.append(h, 1.0) @ V) == label for h, label in zip(H_test, y_test)]
    return [V, np.mean(hits)]


@variant("linear_probe")
def class_by_class(H, y, H_test, y_test, lam):
    """One regression for each class."""
    A = np.column_stack([H, np.ones(len(H))])
    G = A.T @ A + lam * np.eye(A.shape[1])
    V = np.column_stack([np.linalg.solve(G, A.T @ (y == c)) for c in range(y.max() + 1)])
    return V, float((np.argmax(np.column_stack([H_test, np.ones(len(H_test))]) @ V, 1) == y_test).mean())


@variant("separability_curve")
def from_the_caches(params, X, y, X_test, y_test, lam):
    """What layer l hands on is what layer l + 1 was given."""
    Z, caches = mlp_forward(params, X)
    Z_test, caches_test = mlp_forward(params, X_test)
    fit, judge = [H for H, _ in caches] + [Z], [H for H, _ in caches_test] + [Z_test]
    return np.array([linear_probe(H, y, H_test, y_test, lam)[1] for H, H_test in zip(fit, judge)])


@variant("separability_curve")
def both_sets_together(params, X, y, X_test, y_test, lam):
    """Both sets go through the network as one batch."""
    H, N = np.vstack([X, X_test]), len(X)
    curve = np.zeros(len(params) + 1)
    for layer in range(len(params) + 1):
        curve[layer] = linear_probe(H[:N], y, H[N:], y_test, lam)[1]
        if layer < len(params):
            W, b, kind = params[layer]
            H = act_forward(H @ W + b, kind)
    return curve


@variant("separability_curve")
def ever_longer_networks(params, X, y, X_test, y_test, lam):
    """A shorter network for each layer, bent by hand."""
    curve = [linear_probe(X, y, X_test, y_test, lam)[1]]
    for layer in range(1, len(params) + 1):
        kind = params[layer - 1][2]
        H, H_test = (act_forward(mlp_forward(up_to(params, layer), A)[0], kind) for A in (X, X_test))
        curve.append(linear_probe(H, y, H_test, y_test, lam)[1])
    return np.array(curve)


@variant("separability_curve")
def lists_of_representations(params, X, y, X_test, y_test, lam):
    """All representations first, then all probes."""
    layers, layers_test = [X], [X_test]
    for W, b, kind in params:
        for one in (layers, layers_test):
            Z = one[-1] @ W + b
            one.append(np.maximum(Z, 0) if kind == "relu" else np.tanh(Z) if kind == "tanh" else Z)
    return np.array([linear_probe(layers[i], y, layers_test[i], y_test, lam)[1] for i in range(len(layers))])
