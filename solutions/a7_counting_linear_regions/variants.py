"""Right implementations of a7, written differently: none of them may lose a point."""

import math

import numpy as np

from autograder.checking import variant

from .reference import activation_pattern, max_regions, regions_deep_2d, split_polygon


@variant("activation_pattern")
def filled_column_by_column(net, X):
    """An empty table of truth values, filled from left to right."""
    on = np.zeros((len(X), sum(W.shape[1] for W, _ in net[:-1])), dtype=bool)
    H, start = X, 0
    for W, b in net[:-1]:
        Z = np.einsum("nd,dm->nm", H, W) + b
        on[:, start : start + W.shape[1]] = Z > 0
        start += W.shape[1]
        H = np.where(Z > 0, Z, 0.0)
    return on


@variant("activation_pattern")
def sample_by_sample(net, X):
    """One list of truth values for every sample."""
    rows = []
    for x in X:
        row, h = [], x
        for W, b in net[:-1]:
            h = [max(float(h @ W[:, j] + b[j]), 0.0) for j in range(len(b))]
            row += [value > 0 for value in h]
            h = np.array(h)
        rows.append(row)
    return np.array(rows)


@variant("activation_pattern")
def recursive_pattern(net, X):
    """The pattern of the first layer, then that of the net above it."""

    def above(layers, H):
        if len(layers) == 1:
            return np.zeros((len(H), 0), dtype=bool)
        (W, b), *rest = layers
        H = (H @ W + b).clip(min=0)
        return np.concatenate([H > 0, above(rest, H)], axis=1)

    return above(list(net), X)


@variant("activation_pattern")
def with_columns_as_samples(net, X):
    """The whole computation with samples in columns, turned back at the end."""
    H, on = X.T, []
    for W, b in net[:-1]:
        H = np.maximum(W.T @ H + b[:, None], 0)
        on.append(H != 0)
    return np.vstack(on).T


@variant("local_affine")
def with_diagonal_matrices(net, x):
    """Neurons are switched off by a diagonal matrix of ones and zeros."""
    A, c, h = np.eye(len(x)), np.zeros(len(x)), x
    for W, b in net[:-1]:
        z = h @ W + b
        D = np.diag((z > 0).astype(float))
        A, c, h = A @ W @ D, (c @ W + b) @ D, np.maximum(z, 0)
    W, b = net[-1]
    return A @ W, c @ W + b


@variant("local_affine")
def from_the_output_down(net, x):
    """The matrices are multiplied from the last layer to the first, as in backpropagation."""
    h, masks = x, []
    for W, b in net[:-1]:
        z = h @ W + b
        masks.append(z > 0)
        h = z * masks[-1]
    output = h @ net[-1][0] + net[-1][1]
    A = net[-1][0]
    for (W, _), on in zip(net[-2::-1], masks[::-1]):
        A = W @ (on[:, None] * A)
    return A, output - x @ A


@variant("local_affine")
def one_matrix_with_a_one(net, x):
    """Weights and biases in one matrix that acts on (x, 1)."""
    G, v = np.eye(len(x) + 1), np.append(x, 1.0)
    for W, b in net[:-1]:
        G = G @ np.block([[W, np.zeros((len(W), 1))], [b[None, :], np.ones((1, 1))]])
        off = np.append((v @ G)[:-1] <= 0, False)
        G[:, off] = 0.0
    G = G @ np.vstack([net[-1][0], net[-1][1]])
    return G[:-1], G[-1]


@variant("local_affine")
def only_neurons_that_are_on(net, x):
    """Neurons that are off are taken out of the layers; a list is returned."""
    A, c, keep = np.eye(len(x)), np.zeros(len(x)), np.arange(len(x))
    for W, b in net[:-1]:
        A, c = A @ W[keep], c @ W[keep] + b
        keep = np.flatnonzero(x @ A + c > 0)
        A, c = A[:, keep], c[keep]
    W, b = net[-1]
    return [A @ W[keep], c @ W[keep] + b]


@variant("count_regions_1d")
def layer_by_layer_cuts(net, low, high):
    """A sorted list of cuts. Between two of them the next layer is straight, so two points inside tell where it is 0."""
    cuts = [low, high]
    for depth in range(1, len(net)):
        found = []
        for left, right in zip(cuts, cuts[1:]):
            x0, x1 = left + (right - left) / 4, left + 3 * (right - left) / 4
            H = np.array([[x0], [x1]])
            for W, b in net[: depth - 1]:
                H = np.maximum(H @ W + b, 0.0)
            W, b = net[depth - 1]
            for z0, z1 in (H @ W + b).T:
                if z0 != z1:
                    root = x0 - z0 * (x1 - x0) / (z1 - z0)
                    if left < root < right:
                        found.append(root)
        kept = [low]
        for cut in sorted(found + cuts[1:-1]):
            if kept[-1] + 1e-9 < cut < high - 1e-9:
                kept.append(cut)
        cuts = [*kept, high]
    return len(cuts) - 1


@variant("count_regions_1d")
def recursive_count(net, low, high):
    """Each region asks the net above it how many regions it becomes."""

    def count(layers, left, right, a, c):
        if len(layers) == 1:
            return 1
        (W, b), rest = layers[0], layers[1:]
        a, c = W.T @ a, W.T @ c + b
        with np.errstate(divide="ignore", invalid="ignore"):
            roots = -c / a
        ends = [left]
        for root in np.sort(roots[np.isfinite(roots)]):
            if root - ends[-1] > 1e-9 and right - root > 1e-9:
                ends.append(root)
        ends.append(right)
        total = 0
        for start, end in zip(ends[:-1], ends[1:]):
            off = a * (start + end) + 2 * c <= 0
            total += count(rest, start, end, np.where(off, 0.0, a), np.where(off, 0.0, c))
        return total

    return count(net, low, high, np.ones(1), np.zeros(1))


@variant("count_regions_1d")
def values_at_both_ends(net, low, high):
    """A region holds the values of the layer at both of its ends; a neuron cuts where they have opposite signs."""
    regions = [(low, high, np.array([low]), np.array([high]))]
    for W, b in net[:-1]:
        finer = []
        for left, right, h0, h1 in regions:
            z0, z1 = h0 @ W + b, h1 @ W + b
            shares = sorted({0.0, 1.0, *(z0[j] / (z0[j] - z1[j]) for j in range(len(b)) if z0[j] * z1[j] < 0)})
            kept = [0.0]
            for share in shares[1:]:
                if (share - kept[-1]) * (right - left) > 1e-9:
                    kept.append(share)
            if len(kept) > 1 and kept[-1] != 1.0:
                kept[-1] = 1.0
            for s, t in zip(kept, kept[1:]):
                middle = z0 + (s + t) / 2 * (z1 - z0) > 0
                one, other = z0 + s * (z1 - z0), z0 + t * (z1 - z0)
                finer.append((left + s * (right - left), left + t * (right - left), one * middle, other * middle))
        regions = finer
    return len(regions)


@variant("count_regions_1d")
def with_fractions(net, low, high):
    """Exact rational numbers, and no rounding at all; cuts closer than 1e-9 are one."""
    from fractions import Fraction

    near = Fraction(1, 10**9)
    pieces = [(Fraction(low), Fraction(high), [Fraction(1)], [Fraction(0)])]
    for W, b in net[:-1]:
        weights = [[Fraction(w) for w in row] for row in W.tolist()]
        biases = [Fraction(v) for v in b.tolist()]
        finer = []
        for left, right, a, c in pieces:
            slope = [sum(x * row[j] for x, row in zip(a, weights)) for j in range(len(biases))]
            shift = [sum(x * row[j] for x, row in zip(c, weights)) + biases[j] for j in range(len(biases))]
            ends = [left]
            for cut in sorted(-q / p for p, q in zip(slope, shift) if p):
                if cut - ends[-1] > near and right - cut > near:
                    ends.append(cut)
            ends.append(right)
            for start, end in zip(ends, ends[1:]):
                on = [p * (start + end) / 2 + q > 0 for p, q in zip(slope, shift)]
                finer.append((start, end, [p * o for p, o in zip(slope, on)], [q * o for q, o in zip(shift, on)]))
        pieces = finer
    return len(pieces)


@variant("max_regions")
def with_a_recurrence(n0, n1):
    """One more neuron adds what it sees itself: a space with one dimension less, cut by the others."""
    counts = [1] * (n0 + 1)
    for _ in range(n1):
        counts = [1] + [counts[d] + counts[d - 1] for d in range(1, n0 + 1)]
    return counts[n0] if n0 else 1


@variant("max_regions")
def term_by_term(n0, n1):
    """Each binomial coefficient follows from the one before by an exact integer division."""
    total, term = 0, 1
    for j in range(n0 + 1):
        total += term
        term = term * (n1 - j) // (j + 1)
    return total


@variant("max_regions")
def with_factorials(n0, n1):
    """Binomial coefficients from factorials, and no term beyond n1."""
    total = 0
    for j in range(min(n0, n1) + 1):
        total += math.factorial(n1) // (math.factorial(j) * math.factorial(n1 - j))
    return total


@variant("max_regions")
def a_row_of_pascal(n0, n1):
    """The row n1 of Pascal's triangle, built from the top."""
    row = [1]
    for _ in range(n1):
        row = [1] + [left + right for left, right in zip(row, row[1:])] + [1]
    return sum(row[: n0 + 1])


@variant("count_regions_2d")
def lines_as_cross_products(W, b):
    """Homogeneous coordinates: two lines meet in their cross product."""
    lines, regions = [], 1
    for j in range(W.shape[1]):
        if not np.any(W[:, j]):
            continue
        line = np.array([W[0, j], W[1, j], b[j]]) / np.linalg.norm(W[:, j])
        meetings = [np.cross(line, other) for other in lines]
        if any(np.allclose(meeting, 0, atol=1e-9) for meeting in meetings):
            continue
        points = []
        for meeting in meetings:
            if abs(meeting[2]) > 1e-9:
                point = meeting[:2] / meeting[2]
                if not any(np.linalg.norm(point - p) < 1e-6 for p in points):
                    points.append(point)
        regions += len(points) + 1
        lines.append(line)
    return regions


@variant("count_regions_2d")
def by_multiplicity(W, b):
    """One, plus the different lines, plus for every meeting point the number of its lines minus one."""
    lines = []
    for w1, w2, shift in zip(W[0].tolist(), W[1].tolist(), b.tolist()):
        if (w1, w2) == (0, 0):
            continue
        scale = math.hypot(w1, w2) * (1 if (w1, w2) > (0, 0) else -1)
        line = (w1 / scale, w2 / scale, shift / scale)
        if not any(max(abs(p - q) for p, q in zip(line, other)) < 1e-9 for other in lines):
            lines.append(line)
    points = []  # each with the set of its lines
    for i in range(len(lines)):
        for j in range(i):
            (a, b1, c), (d, e, f) = lines[i], lines[j]
            det = a * e - b1 * d
            if abs(det) > 1e-9:
                x, y = (b1 * f - c * e) / det, (c * d - a * f) / det
                for px, py, through in points:
                    if math.hypot(px - x, py - y) < 1e-6:
                        through |= {i, j}
                        break
                else:
                    points.append((x, y, {i, j}))
    return 1 + len(lines) + sum(len(through) - 1 for _, _, through in points)


@variant("count_regions_2d")
def with_fractions_2d(W, b):
    """Exact rational arithmetic: equal means equal."""
    from fractions import Fraction

    lines = []
    for w1, w2, shift in zip(W[0].tolist(), W[1].tolist(), b.tolist()):
        w1, w2, shift = Fraction(w1), Fraction(w2), Fraction(shift)
        lead = w1 or w2
        if lead and (w1 / lead, w2 / lead, shift / lead) not in lines:
            lines.append((w1 / lead, w2 / lead, shift / lead))
    regions = 1
    for k, (w1, w2, shift) in enumerate(lines):
        points = set()
        for v1, v2, other in lines[:k]:
            det = w1 * v2 - w2 * v1
            if det:
                points.add(((w2 * other - v2 * shift) / det, (v1 * shift - w1 * other) / det))
        regions += 1 + len(points)
    return regions


@variant("count_regions_2d")
def by_euler(W, b):
    """Euler's formula: regions = 1 + edges - points, with the edges counted line by line."""
    lines = []
    for w, shift in zip(W.T, b):
        if np.any(w != 0):
            line = np.append(w, shift) / np.hypot(*w)
            if all(np.abs(line - other).max() > 1e-9 and np.abs(line + other).max() > 1e-9 for other in lines):
                lines.append(line)
    points, edges = [], 0
    for i, line in enumerate(lines):
        along = []
        for j, other in enumerate(lines):
            pair = np.array([line[:2], other[:2]])
            if i != j and abs(np.linalg.det(pair)) > 1e-9:
                point = np.linalg.solve(pair, [-line[2], -other[2]])
                if all(np.hypot(*(point - p)) > 1e-6 for p in along):
                    along.append(point)
                if all(np.hypot(*(point - p)) > 1e-6 for p in points):
                    points.append(point)
        edges += len(along) + 1
    return 1 + edges - len(points)


@variant("split_polygon")
def clip_each_side(P, w, b):
    """Sutherland and Hodgman: the polygon is clipped twice, once for each side."""
    length = float(np.hypot(w[0], w[1]))
    if length == 0:
        return (None, P.copy()) if b > 0 else (P.copy(), None)

    def clip(sign):
        corners = []
        for start, end in zip(P, np.roll(P, -1, axis=0)):
            s, e = sign * (start @ w + b) / length, sign * (end @ w + b) / length
            if s >= -1e-9:
                corners.append(start)
            if (s > 1e-9 and e < -1e-9) or (s < -1e-9 and e > 1e-9):
                corners.append(start + s / (s - e) * (end - start))
        inside = [sign * (corner @ w + b) / length > 1e-9 for corner in corners]
        return np.array(corners) if any(inside) else None

    return clip(-1.0), clip(1.0)


@variant("split_polygon")
def ring_with_new_corners(P, w, b):
    """The corners on the line are put into the polygon first; then the ring is cut open at the line."""
    scale = math.hypot(*w)
    if scale == 0:
        return (P, None) if b <= 0 else (None, P)
    ring, signs = [], []
    heights = [(float(corner @ w) + b) / scale for corner in P]
    for i, corner in enumerate(P):
        j = (i + 1) % len(P)
        sign = 0 if abs(heights[i]) <= 1e-9 else (1 if heights[i] > 0 else -1)
        ring.append(corner)
        signs.append(sign)
        if sign and abs(heights[j]) > 1e-9 and (heights[i] > 0) != (heights[j] > 0):
            ring.append((corner * heights[j] - P[j] * heights[i]) / (heights[j] - heights[i]))
            signs.append(0)
    ring, signs = np.array(ring), np.array(signs)
    if -1 not in signs:
        return None, ring
    if 1 not in signs:
        return ring, None
    return ring[signs <= 0], ring[signs >= 0]


@variant("split_polygon")
def by_angle_around_the_middle(P, w, b):
    """Corners and crossings of each part, sorted by their angle around its middle."""

    def ordered(points):
        points = np.array(points)
        rel = points - points.mean(axis=0)
        return points[np.argsort(np.arctan2(rel[:, 1], rel[:, 0]))]

    h = P @ w + b
    near = np.abs(h) <= 1e-9 * np.sqrt(w @ w)
    below, above = (h < 0) & ~near, (h > 0) & ~near
    if not above.any():
        return P[:], None
    if not below.any():
        return None, P[:]
    cuts = list(P[near])
    for i in np.flatnonzero(below):
        for j in ((i + 1) % len(P), (i - 1) % len(P)):
            if above[j]:
                cuts.append(P[i] + (P[j] - P[i]) * (-h[i]) / (h[j] - h[i]))
    return ordered([*P[below], *cuts]), ordered([*P[above], *cuts])


@variant("split_polygon")
def lists_of_corners(P, w, b):
    """Plain Python numbers; the order of the corners runs the other way round."""
    norm = (float(w[0]) ** 2 + float(w[1]) ** 2) ** 0.5
    corners = [(float(x), float(y)) for x, y in P][::-1]
    height = {}
    for x, y in corners:
        value = float(w[0]) * x + float(w[1]) * y + float(b)
        height[x, y] = 0.0 if norm and abs(value) / norm <= 1e-9 else value
    parts = {-1: [], 1: []}
    for one, other in zip(corners, corners[1:] + corners[:1]):
        for sign, part in parts.items():
            if height[one] * sign >= 0:
                part.append(one)
        if height[one] * height[other] < 0:
            t = abs(height[one]) / (abs(height[one]) + abs(height[other]))
            point = ((1 - t) * one[0] + t * other[0], (1 - t) * one[1] + t * other[1])
            parts[-1].append(point)
            parts[1].append(point)
    negative = any(value < 0 for value in height.values())
    positive = any(value > 0 for value in height.values())
    if not negative and not positive:
        negative = True
    return (np.array(parts[-1]) if negative else None), (np.array(parts[1]) if positive else None)


@variant("regions_deep_2d")
def recursive_regions(net, low, high):
    """Each region is cut by one neuron at a time, and then handed to the layers above."""

    def cut(P, A, c, layers):
        if len(layers) == 1:
            return [P]
        (W, b), rest = layers[0], layers[1:]
        A, c = A @ W, c @ W + b

        def neuron(P, j):
            if j == len(b):
                inside = np.mean(P, axis=0)
                on = inside @ A + c > 0
                return cut(P, np.where(on, A, 0.0), np.where(on, c, 0.0), rest)
            return [Q for half in split_polygon(P, A[:, j], float(c[j])) if half is not None for Q in neuron(half, j + 1)]

        return neuron(P, 0)

    return cut(np.array([(low, low), (high, low), (high, high), (low, high)]), np.eye(2), np.zeros(2), net)


@variant("regions_deep_2d")
def signs_from_the_knife(net, low, high):
    """Which neurons are on is remembered from the side on which the knife left the part."""
    todo = [(np.array([[low, high], [high, high], [high, low], [low, low]]) * 1.0, np.vstack([np.eye(2), np.zeros(2)]))]
    for W, b in net[:-1]:
        done = []
        for P, G in todo:
            Z = G @ W
            Z[2] += b
            parts = [(P, np.zeros(len(b)))]
            for j in range(len(b)):
                after = []
                for Q, on in parts:
                    negative, positive = split_polygon(Q, Z[:2, j], Z[2, j])
                    if negative is not None:
                        after.append((negative, on))
                    if positive is not None:
                        after.append((positive, on + (np.arange(len(b)) == j)))
                parts = after
            done += [(Q, Z * on) for Q, on in parts]
        todo = done
    return [Q for Q, _ in todo]


@variant("regions_deep_2d")
def maps_from_a_point_inside(net, low, high):
    """The affine map of a part is read off the net below it, at three points around its middle."""
    parts = [np.array([[low, low], [high, low], [high, high], [low, high]], dtype=float)]
    for depth, (W, b) in enumerate(net[:-1]):
        finer = []
        for P in parts:
            H, A, c = P.mean(axis=0), np.eye(2), np.zeros(2)
            for V, d in net[:depth]:
                z = H @ V + d
                A, c = A @ V * (z > 0), (c @ V + d) * (z > 0)
                H = np.maximum(z, 0)
            w, s = A @ W, c @ W + b
            pieces = [P]
            for j in range(W.shape[1]):
                halves = []
                for piece in pieces:
                    halves.extend(half for half in split_polygon(piece, w[:, j], s[j]) if half is not None)
                pieces = halves
            finer.extend(pieces)
        parts = finer
    return parts


@variant("regions_deep_2d")
def with_a_stack(net, low, high):
    """A stack of unfinished parts: polygon, layer, neuron, map below, signs so far."""
    found, stack = [], [(np.array([[low, low], [high, low], [high, high], [low, high]]), 0, 0, np.eye(2), np.zeros(2))]
    while stack:
        P, layer, neuron, A, c = stack.pop()
        if layer == len(net) - 1:
            found.append(P)
            continue
        W, b = net[layer]
        if neuron == len(b):
            Z, s = A @ W, c @ W + b
            on = (P.sum(axis=0) / len(P)) @ Z + s > 0
            stack.append((P, layer + 1, 0, Z * on, s * on))
            continue
        for half in split_polygon(P, A @ W[:, neuron], c @ W[:, neuron] + b[neuron]):
            if half is not None:
                stack.append((half, layer, neuron + 1, A, c))
    return tuple(found)


@variant("count_regions_deep_2d")
def one_by_one(net, low, high):
    """The regions are counted in a loop."""
    count = 0
    for _ in regions_deep_2d(net, low, high):
        count += 1
    return count


@variant("count_regions_deep_2d")
def patterns_at_the_middles(net, low, high):
    """Different patterns at the middles of the regions."""
    middles = np.array([P.mean(axis=0) for P in regions_deep_2d(net, low, high)])
    return len({row.tobytes() for row in activation_pattern(net, middles)})


@variant("count_regions_deep_2d")
def as_a_numpy_integer(net, low, high):
    """A sum of ones: an integer of numpy's."""
    return np.sum([1 for _ in regions_deep_2d(net, low, high)])


@variant("count_regions_deep_2d")
def count_without_the_list(net, low, high):
    """The count by itself, by recursion, without regions_deep_2d."""

    def count(P, A, c, layers, j):
        if len(layers) == 1:
            return 1
        W, b = layers[0]
        if j == len(b):
            Z, s = A @ W, c @ W + b
            on = P.mean(axis=0) @ Z + s > 0
            return count(P, Z * on, s * on, layers[1:], 0)
        halves = split_polygon(P, A @ W[:, j], c @ W[:, j] + b[j])
        return sum(count(half, A, c, layers, j + 1) for half in halves if half is not None)

    square = np.array([[low, low], [high, low], [high, high], [low, high]], dtype=float)
    return count(square, np.eye(2), np.zeros(2), net, 0)


@variant("fold_net")
def one_minus_the_distance(L):
    """The tent as 1 - |2x - 1|, with one neuron on each side of 1/2."""
    W, b = np.array([[2.0, -2.0]]), np.array([-1.0, 1.0])
    out, shift = np.array([[-1.0], [-1.0]]), np.array([1.0])
    return [(W, b), *[(out @ W, shift @ W + b) for _ in range(L - 1)], (out, shift)]


@variant("fold_net")
def steep_second_neuron(L):
    """The factors sit in the first weights: h1 = 2x, h2 = 4x - 2, tent = h1 - h2."""
    net = [(np.array([[2.0, 4.0]]), np.array([0.0, -2.0]))]
    while len(net) < L:
        net.append((np.array([[2.0, 4.0], [-2.0, -4.0]]), np.array([0.0, -2.0])))
    return net + [(np.array([[1.0], [-1.0]]), np.zeros(1))]


@variant("fold_net")
def composed_by_matrices(L):
    """Every layer between is computed as the product of the sum below and the neurons above; lists for tuples."""
    rise, start = np.array([[1.0, 1.0]]), np.array([0.0, -0.5])
    total = np.array([[2.0], [-4.0]])
    layers = [[rise, start]]
    for _ in range(1, L):
        layers.append([np.matmul(total, rise), start.copy()])
    layers.append([total, np.array([0.0])])
    return layers


@variant("fold_net")
def falls_first(L):
    """The tent as the smaller of 2x and 2 - 2x: 2x minus what is above 1, with the falling neuron first; built by recursion."""
    if L == 1:
        return [(np.array([[4.0, 2.0]]), np.array([-2.0, 0.0])), (np.array([[-1.0], [1.0]]), np.zeros(1))]
    first, between = (np.array([[4.0, 2.0]]), np.array([-2.0, 0.0])), (np.array([[-4.0, -2.0], [4.0, 2.0]]), np.array([-2.0, 0.0]))
    return [first, *[between for _ in range(L - 1)], (np.array([[-1.0], [1.0]]), np.zeros(1))]


@variant("montufar_bound")
def with_a_loop(n0, widths):
    """The product in a loop, the last layer after it."""
    regions = 1
    for width in widths[:-1]:
        regions *= (width // n0) ** n0
    return regions * sum(math.comb(widths[-1], j) for j in range(n0 + 1))


@variant("montufar_bound")
def from_the_last_layer_down(n0, widths):
    """Each layer below repeats what is above it."""
    *below, last = widths
    regions = max_regions(n0, last)
    for width in reversed(below):
        folds = divmod(width, n0)[0]
        for _ in range(n0):
            regions *= folds
    return regions


@variant("montufar_bound")
def recursive_bound(n0, widths):
    """One layer: its maximum. More: the folds of the first, times the rest."""

    def bound(rest):
        if len(rest) == 1:
            return max_regions(n0, rest[0])
        return pow(math.floor(rest[0] / n0), n0) * bound(rest[1:])

    return bound(list(widths))


@variant("montufar_bound")
def with_objects_of_numpy(n0, widths):
    """numpy with Python's integers inside, which do not overflow."""
    folds = np.array([int(width) // int(n0) for width in widths[:-1]], dtype=object)
    return int(np.prod(folds**n0)) * max_regions(n0, widths[-1]) if len(folds) else max_regions(n0, widths[-1])


@variant("maxout")
def maxout_with_einsum(X, W, b):
    """All k functions by their indices, largest by reduction."""
    return np.maximum.reduce(np.einsum("nd,kdm->knm", X, W) + b[:, None])


@variant("maxout")
def function_by_function(X, W, b):
    """The largest so far is compared with the next function."""
    H = X @ W[0] + b[0]
    for r in range(1, len(W)):
        H = np.maximum(H, X @ W[r] + b[r])
    return H


@variant("maxout")
def entry_by_entry(X, W, b):
    """Python's max for every sample and neuron."""
    H = np.zeros((X.shape[0], W.shape[2]))
    for n in range(H.shape[0]):
        for m in range(H.shape[1]):
            H[n, m] = max(sum(X[n, d] * W[r, d, m] for d in range(X.shape[1])) + b[r, m] for r in range(W.shape[0]))
    return H


@variant("maxout")
def by_the_winner(X, W, b):
    """The winner is found first and its value picked."""
    Z = np.stack([X @ w + s for w, s in zip(W, b)])
    return np.take_along_axis(Z, Z.argmax(axis=0)[None], axis=0)[0]


@variant("maxout_backward")
def mask_from_the_maximum(dH, X, W, b):
    """The mask marks where a function equals the largest value."""
    Z = np.einsum("nd,kdm->knm", X, W) + b[:, None, :]
    dZ = np.where(Z == Z.max(axis=0), dH, 0.0)
    return np.einsum("knm,kdm->nd", dZ, W), np.einsum("nd,knm->kdm", X, dZ), dZ.sum(axis=1)


@variant("maxout_backward")
def entry_by_entry_back(dH, X, W, b):
    """Every sample and neuron sends its gradient to its winner."""
    dX, dW, db = np.zeros(X.shape), np.zeros(W.shape), np.zeros(b.shape)
    for n in range(len(X)):
        for m in range(W.shape[2]):
            r = int(np.argmax([X[n] @ W[k, :, m] + b[k, m] for k in range(len(W))]))
            dX[n] += dH[n, m] * W[r, :, m]
            dW[r, :, m] += dH[n, m] * X[n]
            db[r, m] += dH[n, m]
    return dX, dW, db


@variant("maxout_backward")
def one_affine_brick_each(dH, X, W, b):
    """The affine brick for each function, added up; a list is returned."""
    winner = np.argmax([X @ W[r] + b[r] for r in range(len(W))], axis=0)
    dX, dWs, dbs = np.zeros_like(X), [], []
    for r in range(len(W)):
        dZ = np.where(winner == r, dH, 0)
        dX = dX + dZ @ W[r].T
        dWs.append(X.T @ dZ)
        dbs.append(dZ.sum(axis=0))
    return [dX, np.array(dWs), np.array(dbs)]


@variant("maxout_backward")
def winners_one_hot(dH, X, W, b):
    """The winners as rows of the identity matrix."""
    k = W.shape[0]
    Z = np.stack([X @ W[r] for r in range(k)], axis=2) + b.T[None]
    dZ = dH[:, :, None] * np.eye(k)[np.argmax(Z, axis=2)]
    dX = np.tensordot(dZ, W, axes=([1, 2], [2, 0]))
    dW = np.transpose(np.tensordot(X, dZ, axes=(0, 0)), (2, 0, 1))
    return dX, dW, dZ.sum(axis=0).T


@variant("maxout_bound")
def one_power(L, n0, k):
    """The exponents are added."""
    return k ** (L + n0 - 1)


@variant("maxout_bound")
def one_factor_for_each_layer(L, n0, k):
    """k^n0 for the first layer, k for each of the others."""
    regions = k**n0
    for _ in range(1, L):
        regions *= k
    return regions


@variant("maxout_bound")
def with_pow(L, n0, k):
    """pow, twice."""
    return pow(k, L - 1) * pow(k, n0)


@variant("maxout_bound")
def with_prod(L, n0, k):
    """A product of as many k as there are exponents."""
    return math.prod([k] * (L - 1) + [k] * n0)
