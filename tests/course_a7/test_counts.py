"""The counts of a7 against exact rational arithmetic, and the ground truths of the source."""

import math
from itertools import product

import numpy as np
import pytest
from hypothesis import given as cases
from hypothesis import settings
from hypothesis import strategies as st

from tests.course_a7 import exact

SEEDS = st.integers(0, 2**32 - 1)


def small_net(draw, widths):
    """A net of small integers: parallel, equal and concurrent lines, dead neurons and touching cuts are the rule."""
    return [(draw.integers(-2, 3, size=(D, M)) * 1.0, draw.integers(-2, 3, size=M) * 1.0) for D, M in zip(widths, widths[1:])]


@settings(max_examples=150, deadline=None)
@cases(seed=SEEDS)
def test_lines_of_small_integers(right, seed):
    """Every arrangement of small integer lines is counted as in exact arithmetic."""
    draw = np.random.default_rng(seed)
    n, size = int(draw.integers(1, 10)), int(draw.integers(1, 5))
    W, b = draw.integers(-size, size + 1, size=(2, n)) * 1.0, draw.integers(-size, size + 1, size=n) * 1.0
    assert right.count_regions_2d(W, b) == exact.arrangement(W, b)


@settings(max_examples=80, deadline=None)
@cases(seed=SEEDS)
def test_random_lines(right, seed):
    """Random lines have as many regions as there can be, also in exact arithmetic."""
    draw = np.random.default_rng(seed)
    n = int(draw.integers(1, 12))
    W, b = draw.normal(size=(2, n)), draw.normal(size=n)
    assert right.count_regions_2d(W, b) == exact.arrangement(W, b) == right.max_regions(2, n)


@settings(max_examples=60, deadline=None)
@cases(seed=SEEDS)
def test_deep_nets_of_small_integers(right, seed):
    """Nets full of ties: polygons in float64 with a tolerance give the exact count."""
    draw = np.random.default_rng(seed)
    widths = [2, *draw.integers(1, 5, size=int(draw.integers(1, 4))).tolist(), 1]
    net = small_net(draw, widths)
    assert right.count_regions_deep_2d(net, -3.0, 3.0) == exact.deep(net, -3, 3)


@settings(max_examples=60, deadline=None)
@cases(seed=SEEDS)
def test_nets_with_one_input(right, seed):
    """Intervals: random and small integer nets are counted as in exact arithmetic."""
    draw = np.random.default_rng(seed)
    widths = [1, *draw.integers(1, 6, size=int(draw.integers(1, 4))).tolist(), 1]
    net = small_net(draw, widths) if seed % 2 else right.random_net(widths, draw)
    assert right.count_regions_1d(net, -3.0, 2.0) == exact.interval(net, -3, 2)


@settings(max_examples=15, deadline=None)
@cases(seed=SEEDS)
def test_regions_are_regions(right, seed):
    """One pattern and one affine map in every polygon, another pattern in every other; together they fill the square."""
    draw = np.random.default_rng(seed)
    net = right.random_net([2, 4, 3, 2], draw)
    polygons = right.regions_deep_2d(net, -2.0, 3.0)
    patterns, areas = set(), []
    for P in polygons:
        inside = draw.dirichlet(np.ones(len(P)), size=6) @ P
        found = right.activation_pattern(net, inside)
        assert np.all(found == found[0])
        patterns.add(found[0].tobytes())
        A, c = right.local_affine(net, inside[0])
        assert np.allclose(inside @ A + c, right.net_forward(net, inside))
        Q = np.roll(P, -1, axis=0)
        areas.append(abs(np.sum(P[:, 0] * Q[:, 1] - P[:, 1] * Q[:, 0])) / 2)
    assert len(patterns) == len(polygons)
    assert math.isclose(sum(areas), 25.0, rel_tol=1e-9)


def test_neighbours_agree_on_their_border(right):
    """The output has creases and no jumps: at a shared corner the maps of all polygons agree."""
    net = right.random_net([2, 5, 4, 1], np.random.default_rng(2))
    for P in right.regions_deep_2d(net, -3.0, 3.0):
        A, c = right.local_affine(net, P.mean(axis=0))
        assert np.allclose(P @ A + c, right.net_forward(net, P), atol=1e-9)


def test_the_plane():
    """1 to 8 lines: the table of the notebook, by adding 1, 2, 3, ..."""
    assert [1 + sum(range(n + 1)) for n in range(1, 9)] == [2, 4, 7, 11, 16, 22, 29, 37]


@pytest.mark.parametrize("n0", [1, 2, 3, 4, 7])
def test_zaslavsky_by_recurrence(right, n0):
    """One more hyperplane adds what it is cut into itself: the largest count with one dimension less."""
    for n1 in range(1, 15):
        below = right.max_regions(n0 - 1, n1 - 1) if n0 > 1 else 1
        assert right.max_regions(n0, n1) == right.max_regions(n0, n1 - 1) + below


def test_patterns_in_space_by_brute_force(right):
    """Four planes in general position in space: 15 of the 16 patterns occur; three planes: all 8."""
    samples = np.random.default_rng(0).normal(size=(40000, 3)) * 4
    W, b = np.array([[1.0, 0.0, 0.0, 1.0], [0.0, 1.0, 0.0, 1.0], [0.0, 0.0, 1.0, 1.0]]), np.array([0.0, 0.0, 0.0, -1.0])
    codes = (samples @ W + b > 0) @ (1 << np.arange(4))
    assert len(np.unique(codes)) == right.max_regions(3, 4) == 15
    assert len(np.unique(codes & 7)) == right.max_regions(3, 3) == 8


@pytest.mark.parametrize("folds", [0, 1, 2, 3])
def test_folded_nets(right, given, folds):
    """11, 44, 176, 704 regions: exact, from float polygons, and Montufar's bound for [4] * folds + [4]."""
    net = given["folded_lines"](right.fold_net(folds) if folds else [], *given["FOUR"])
    count = 11 * 4**folds
    assert right.count_regions_deep_2d(net, 0.0, 1.0) == count == right.montufar_bound(2, [4] * (folds + 1))
    if folds < 3:
        assert exact.deep(net, 0, 1) == count
    assert [right.max_regions(2, 4 * (f + 1)) for f in range(4)] == [11, 37, 79, 137]


def test_depth_does_not_always_win(right, given):
    """Widths [4, 3]: the bound is 28, below the 29 of one layer with as many neurons; [4, 4, 3]: 112 against 67."""
    assert (right.montufar_bound(2, [4, 3]), right.max_regions(2, 7)) == (28, 29)
    assert (right.montufar_bound(2, [4, 4, 3]), right.max_regions(2, 11)) == (112, 67)
    W, b = given["FOUR"]
    assert right.count_regions_deep_2d(given["folded_lines"](right.fold_net(1), W[:, 1:], b[1:]), 0.0, 1.0) == 28


@pytest.mark.parametrize("L", [1, 2, 3, 5, 9])
def test_the_fold(right, L):
    """2^L regions, exactly, with slopes of 2^L in turn up and down."""
    net = right.fold_net(L)
    assert right.count_regions_1d(net, 0.0, 1.0) == exact.interval(net, 0, 1) == 2**L
    middles = (np.arange(2**L) + 0.5) / 2**L
    slopes = [right.local_affine(net, np.array([x]))[0][0, 0] for x in middles]
    assert slopes == [2.0**L, -(2.0**L)] * (2 ** (L - 1))


def test_bounds_of_the_source(right):
    """[6, 6] 198, [8, 8, 8] 9472; maxout 4, 8, 16, 32, and 81."""
    assert [right.montufar_bound(2, w) for w in ([6, 6], [8, 8, 8])] == [198, 9472]
    assert [right.maxout_bound(L, 2, 2) for L in (1, 2, 3, 4)] == [4, 8, 16, 32]
    assert right.maxout_bound(3, 2, 3) == 81


def test_the_v_attains_its_bound(right):
    """One input, rank 2, L layers: the V put into itself has 2^L pieces, the bound of theorem 8."""
    V = (np.array([[[2.0]], [[-2.0]]]), np.array([[-1.0], [1.0]]))
    for L in (1, 2, 3, 6):
        x = np.linspace(0, 1, 2**9 + 1)[:, None]
        h = x
        for _ in range(L):
            h = right.maxout(h, *V)
        slopes = np.sign(np.diff(h[:, 0]))
        assert 1 + np.sum(slopes[1:] != slopes[:-1]) == 2**L == right.maxout_bound(L, 1, 2)


def test_a_grid_undercounts(right):
    """The eight lines of the notebook: 27, 28 and 34 patterns on grids, 37 regions."""
    draw = np.random.default_rng(116)
    W, b = draw.normal(size=(2, 8)), draw.normal(size=8)

    def grid(reach, G):
        axis = np.linspace(-reach, reach, G)
        mesh = np.stack(np.meshgrid(axis, axis), axis=-1).reshape(-1, 2)
        return len(np.unique((mesh @ W + b > 0) @ (1 << np.arange(8))))

    assert [grid(3, 50), grid(3, 1000), grid(30, 1000)] == [27, 28, 34]
    assert right.count_regions_2d(W, b) == 37
    assert right.count_regions_2d(W, np.zeros(8)) == 16


def test_maxout_boxes_and_chance(right):
    """Two maxout neurons of rank 3: the boxes have 9 regions, random ones 5 to 9 and 7 most often."""

    def regions(W, b):
        square = [np.array([[-100.0, -100.0], [100.0, -100.0], [100.0, 100.0], [-100.0, 100.0]])]
        count = 0
        for choice in product(range(len(W)), repeat=W.shape[2]):
            parts = square
            for m, r in enumerate(choice):
                for s in set(range(len(W))) - {r}:
                    parts = [right.split_polygon(P, W[r, :, m] - W[s, :, m], b[r, m] - b[s, m])[1] for P in parts]
                    parts = [P for P in parts if P is not None]
            count += len(parts)
        return count

    W, b = np.zeros((3, 2, 2)), np.zeros((3, 2))
    W[:, 0, 0] = W[:, 1, 1] = [-1.0, 0.0, 1.0]
    b[:] = [[-1.0, -1.0], [0.0, 0.0], [-1.0, -1.0]]
    assert regions(W, b) == 9 == right.maxout_bound(1, 2, 3)
    found = []
    for s in range(60):
        found.append(regions(np.random.default_rng(s).normal(size=(3, 2, 2)), np.random.default_rng(s).normal(size=(3, 2))))
    assert 5 <= min(found) and max(found) <= 9 and np.median(found) == 7


def test_typical_nets_are_not_deep(right, given):
    """105 parameters each: none of 20 random nets [8, 8] comes near the 326 regions of the poorest single layer of 26."""
    one = [right.count_regions_2d(*right.random_net([2, 26, 1], np.random.default_rng(s))[0]) for s in range(20)]
    nets = [right.random_net([2, 8, 8, 1], np.random.default_rng(s)) for s in range(20)]
    two = [right.count_regions_deep_2d(net, -30.0, 30.0) for net in nets]
    assert given["parameters"](nets[0]) == 105 == given["parameters"](right.random_net([2, 26, 1], np.random.default_rng(0)))
    assert set(one) == {352}
    assert max(two) < 326
    assert right.montufar_bound(2, [8, 8]) == 592


def test_training_does_not_fold(right, given):
    """From biases 0 training moves the lines apart: 52 becomes a few hundred, [8, 8] stays below a hundred."""
    X = np.random.default_rng(0).uniform(-2, 2, size=(400, 2))
    Y = np.sum(X**2, axis=1, keepdims=True) + 3
    for widths, before, least, most in (([26], 52, 150, 352), ([8, 8], 26, 30, 150)):
        start = given["random_net"]([2, *widths, 1], np.random.default_rng(0), bias=0.0)
        end, error = given["train"](start, X, Y, 1500)
        assert right.count_regions_deep_2d(start, -2.0, 2.0) == before
        assert least < right.count_regions_deep_2d(end, -2.0, 2.0) < most
        assert error < 0.5


def test_given_functions_are_the_references(a7, given):
    """net_forward and random_net are the same in the notebook and in the reference."""
    net = given["random_net"]([3, 4, 2, 1], np.random.default_rng(5))
    other = a7.reference.random_net([3, 4, 2, 1], np.random.default_rng(5))
    assert all(np.array_equal(p, q) for one, two in zip(net, other) for p, q in zip(one, two))
    X = np.random.default_rng(6).normal(size=(7, 3))
    assert np.array_equal(given["net_forward"](net, X), a7.reference.net_forward(net, X))


def test_training_gradients(given):
    """One step of the given trainer moves every parameter against the measured slope of the error."""
    draw = np.random.default_rng(1)
    net, X, Y = given["random_net"]([2, 4, 3, 1], draw), draw.normal(size=(20, 2)), draw.normal(size=(20, 1))
    after, _ = given["train"](net, X, Y, 1, lr=1e-4)

    def loss(net):
        return float(np.mean((given["net_forward"](net, X) - Y) ** 2))

    for layer in range(len(net)):
        for part in (0, 1):
            for index in np.ndindex(net[layer][part].shape):
                moved = [[W.copy(), b.copy()] for W, b in net]
                moved[layer][part][index] += 1e-6
                slope = (loss(moved) - loss(net)) / 1e-6
                if abs(slope) > 1e-3:
                    assert np.sign(after[layer][part][index] - net[layer][part][index]) == -np.sign(slope)
