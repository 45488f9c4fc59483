"""Right code nobody has written here passes, and wrong code nobody has listed fails."""

import math
from itertools import combinations

import numpy as np
import pytest


def inside_first(P, w, b, tolerance=1e-10):
    """Clipping with "inside or not": where a corner lies on the line, it comes out twice."""
    size = float(np.hypot(*w))
    h = (P @ w + b) / size if size else np.full(len(P), 1.0 if b > 0 else -1.0)
    h = np.where(np.abs(h) < tolerance, 0.0, h)

    def keep(h):
        if not np.any(h > 0):
            return None
        corners = []
        for i in range(len(P)):
            j = (i + 1) % len(P)
            if h[i] >= 0:
                corners.append(P[i])
            if (h[i] >= 0) != (h[j] >= 0):
                corners.append(P[i] + h[i] / (h[i] - h[j]) * (P[j] - P[i]))
        return np.array(corners)

    return keep(-h), keep(h)


def no_tolerance(P, w, b):
    """Signs as they are, without any tolerance."""
    h = P @ w + b
    if not np.any(h > 0):
        return P, None
    if not np.any(h < 0):
        return None, P
    parts = [], []
    for p, q, s, t in zip(P, np.roll(P, -1, axis=0), h, np.roll(h, -1)):
        for sign, part in zip((-1, 1), parts):
            if sign * s >= 0:
                part.append(p)
            if s * t < 0:
                part.append(p + s / (s - t) * (q - p))
    return np.array(parts[0]), np.array(parts[1])


def lines_without_tolerance(W, b):
    """Determinants compared with 0 and points compared as they are, by Cramer's rule."""
    lines, regions = [], 1
    for w1, w2, c in zip(*W, b):
        if (w1 == 0 and w2 == 0) or any(w1 * v2 == w2 * v1 and w1 * d == c * v1 and w2 * d == c * v2 for v1, v2, d in lines):
            continue
        dets = [(w1 * v2 - w2 * v1, w2 * d - v2 * c, v1 * c - w1 * d) for v1, v2, d in lines]
        regions += 1 + len({(x / det, y / det) for det, x, y in dets if det != 0})
        lines.append((w1, w2, c))
    return regions


def lines_with_a_coarse_tolerance(W, b):
    """Everything closer than 1e-5 is the same."""
    lines, regions = [], 1
    for w, c in zip(W.T, b):
        if np.hypot(*w) < 1e-5:
            continue
        n, c = w / np.hypot(*w), c / np.hypot(*w)
        points, new = [], True
        for m, d in lines:
            pair = np.array([n, m])
            if abs(np.linalg.det(pair)) < 1e-5:
                new = new and abs(c - (n @ m) * d) > 1e-5
                continue
            point = np.linalg.solve(pair, [-c, -d])
            if all(np.hypot(*(point - p)) > 1e-5 for p in points):
                points.append(point)
        if new:
            regions += 1 + len(points)
            lines.append((n, c))
    return regions


def cells_of_a_huge_square(W, b):
    """All lines cut a square so large that every crossing lies inside."""
    parts = [2e4 * np.array([[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]])]
    for w, c in zip(W.T, b):
        parts = [half for P in parts for half in inside_first(P, w, float(c), 1e-6) if half is not None]
    return len(parts)


def measured_slopes(net, x):
    """A by central differences inside the region."""

    def f(x):
        for W, b in net[:-1]:
            x = np.maximum(x @ W + b, 0)
        return x @ net[-1][0] + net[-1][1]

    A = np.array([(f(x + step) - f(x - step)) / 2e-5 for step in 1e-5 * np.eye(len(x))])
    return A, f(x) - x @ A


def coarse_intervals(net, low, high):
    """Intervals with a tolerance of 1e-7, and the pattern at a third of the way."""
    pieces = [(low, high, 1.0, 0.0)]
    pieces = [(low, high, np.array([1.0]), np.array([0.0]))]
    for W, b in net[:-1]:
        new = []
        for lo, hi, a, c in pieces:
            a, c = a @ W, c @ W + b
            cuts = [lo]
            for t in sorted(-c[j] / a[j] for j in range(len(b)) if abs(a[j]) > 1e-12):
                if lo + 1e-7 < t < hi - 1e-7 and t - cuts[-1] > 1e-7:
                    cuts.append(t)
            cuts.append(hi)
            for s, e in zip(cuts, cuts[1:]):
                on = (2 * s + e) / 3 * a + c > 0
                new.append((s, e, np.where(on, a, 0), np.where(on, c, 0)))
        pieces = new
    return np.int64(len(pieces))


RIGHT = [
    ("split_polygon", inside_first),
    ("split_polygon", no_tolerance),
    ("count_regions_2d", lines_without_tolerance),
    ("count_regions_2d", lines_with_a_coarse_tolerance),
    ("count_regions_2d", cells_of_a_huge_square),
    ("count_regions_1d", coarse_intervals),
    ("max_regions", lambda n0, n1: sum(math.factorial(n1) // math.factorial(j) // math.factorial(n1 - j) for j in range(min(n0, n1) + 1))),
    ("maxout_bound", lambda L, n0, k: np.prod([k] * (L + n0 - 1), dtype=object)),
]


@pytest.mark.parametrize(("name", "code"), RIGHT, ids=lambda value: getattr(value, "__name__", value))
def test_unseen_right_code_passes(failures, name, code):
    """Other tolerances, other orders, no tolerance at all: no verdict hangs on rounding."""
    assert failures(**{name: code}) == []


def test_measured_maps_pass_where_there_is_a_slope(failures):
    """A map measured by central differences is right, except at a cut, where there is no slope to measure."""
    assert failures(local_affine=measured_slopes) == ["zero_is_off_here_too"]


def sampled(G, reach):
    """A count of patterns on a grid."""

    def count(W, b):
        axis = np.linspace(-reach, reach, G) + 1e-3
        mesh = np.stack(np.meshgrid(axis, axis), axis=-1).reshape(-1, 2)
        return len(np.unique((mesh @ W + b > 0) @ (1 << np.arange(len(b)))))

    return count


def circle_walk(W, b):
    """Patterns far out and at all crossings, pushed off them a little: misses what lies between close crossings."""
    angles = np.linspace(0, 2 * np.pi, 4000)
    points = [np.column_stack([np.cos(angles), np.sin(angles)]) * 1000]
    for i, j in combinations(range(len(b)), 2):
        pair = W[:, [i, j]].T
        if abs(np.linalg.det(pair)) > 1e-9:
            points.append(np.linalg.solve(pair, -b[[i, j]]) + np.array([[0.5, 0], [-0.5, 0], [0, 0.5], [0, -0.5]]))
    return len(np.unique((np.vstack(points) @ W + b > 0) @ (1 << np.arange(len(b)))))


def pieces_of(P):
    """Both halves of a polygon as one."""
    return P, P


WRONG = [
    ("activation_pattern", lambda net, X: np.hstack([X @ net[0][0] + net[0][1] > 0] * (len(net) - 1))),
    ("activation_pattern", lambda net, X: (X @ net[0][0] + net[0][1] > 0)),
    ("local_affine", lambda net, x: (net[0][0] @ net[-1][0], net[-1][1])),
    ("local_affine", lambda net, x: tuple(np.round(part, 6) for part in measured_slopes(net, x))),
    ("local_affine", lambda net, x: tuple(part.astype(np.float32) for part in measured_slopes(net, x))),
    ("count_regions_1d", lambda net, low, high: 2),
    ("count_regions_1d", lambda net, low, high: float(coarse_intervals(net, low, high))),
    ("count_regions_1d", lambda net, low, high: coarse_intervals(net, low, high) + (len(net) > 3)),
    ("count_regions_1d", lambda net, low, high: coarse_intervals([(np.abs(W), b) for W, b in net], low, high)),
    ("max_regions", lambda n0, n1: min(2**n1, 1 + n1 + n1 * (n1 - 1) // 2)),
    ("max_regions", lambda n0, n1: float(sum(math.comb(n1, j) for j in range(n0 + 1)))),
    ("count_regions_2d", sampled(250, 5)),
    ("count_regions_2d", sampled(150, 1000)),
    ("count_regions_2d", circle_walk),
    ("count_regions_2d", lambda W, b: 1 + W.shape[1] + math.comb(W.shape[1], 2) - (np.linalg.matrix_rank(W) < 2)),
    ("count_regions_2d", lambda W, b: cells_of_a_huge_square(W, np.round(b, 1))),
    ("split_polygon", lambda P, w, b: pieces_of(P)),
    ("split_polygon", lambda P, w, b: inside_first(P, w, b)[:1]),
    ("split_polygon", lambda P, w, b: tuple(half if half is None else half.tolist() for half in inside_first(P, w, b))),
    ("split_polygon", lambda P, w, b: tuple(np.zeros((0, 2)) if half is None else half for half in inside_first(P, w, b))),
    ("split_polygon", lambda P, w, b: tuple(half if half is None else half + 1e-7 for half in inside_first(P, w, b))),
    ("split_polygon", lambda P, w, b: tuple(half if half is None else np.vstack([half, [np.nan, 0.0]]) for half in inside_first(P, w, b))),
    ("split_polygon", lambda P, w, b: inside_first(P, w, b if np.any(w) else abs(b))),
    ("fold_net", lambda L: [(np.array([[2.0, 2.0]]), np.array([0.0, -1.0])), (np.array([[1.0], [-2.0]]), np.zeros(1))]),
    ("fold_net", lambda L: [(np.array([[2.0**L, 2.0**L]]), np.array([0.0, -1.0])), *[(np.eye(2), np.zeros(2))] * (L - 1), (np.array([[1.0], [-2.0]]), np.zeros(1))]),
    ("fold_net", lambda L: None),
    ("fold_net", lambda L: "zigzag"),
    ("montufar_bound", lambda n0, widths: math.prod((w // n0) ** n0 for w in widths)),
    ("montufar_bound", lambda n0, widths: math.prod((w // 2) ** 2 for w in widths[:-1]) * sum(math.comb(widths[-1], j) for j in range(3))),
    ("montufar_bound", lambda n0, widths: math.prod((widths.pop(0) // n0) ** n0 for _ in widths[:-1]) * sum(math.comb(widths[-1], j) for j in range(n0 + 1))),
    ("maxout", lambda X, W, b: np.log(np.sum(np.exp(X @ W + b[:, None, :]), axis=0))),
    ("maxout", lambda X, W, b: np.max(X @ W + b[:, None, :], axis=0).astype(np.float32)),
    ("maxout_backward", lambda dH, X, W, b: (dH @ W[0].T, X.T @ np.stack([dH] * len(W)), np.stack([dH.sum(0)] * len(W)))),
    ("maxout_bound", lambda L, n0, k: k ** (L - 1) * n0**k),
    ("maxout_bound", lambda L, n0, k: (k**n0) ** L),
]


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("number", range(len(WRONG)))
def test_unseen_wrong_code_fails(failures, number):
    """Wrong code that is no known mistake loses points too."""
    name, code = WRONG[number]
    assert failures(**{name: code})


def region_codes(right):
    """Wrong versions of the two functions of deep nets."""

    def all_twice(net, low, high):
        return 2 * right.regions_deep_2d(net, low, high)

    def one_lost(net, low, high):
        return right.regions_deep_2d(net, low, high)[1:]

    def the_square(net, low, high):
        return [np.array([[low, low], [high, low], [high, high], [low, high]])]

    def the_same_many_times(net, low, high):
        found = right.regions_deep_2d(net, low, high)
        return [found[0]] * len(found)

    return all_twice, one_lost, the_square, the_same_many_times


def test_wrong_lists_of_regions_fail(failures, right):
    """Too many, too few, one, or always the same polygon."""
    for code in region_codes(right):
        assert len(failures(regions_deep_2d=code)) >= 4, code.__name__
        assert len(failures(count_regions_deep_2d=lambda *args: len(code(*args)))) >= 4 or code.__name__ == "the_same_many_times"


def test_points_are_spread(a7):
    """No single check carries more than a quarter of the assignment's points, and every graded question has a hidden half."""
    for question in a7.graded:
        checks = a7.checks_of(question.id)
        if question.points:
            assert any(c.hidden for c in checks) and any(not c.hidden for c in checks)
            assert sum(c.points for c in checks if c.hidden) >= question.points / 2
