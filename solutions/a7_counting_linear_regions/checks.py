"""Hidden checks of a7: nets of any depth, lines in every position. No verdict depends on how something is rounded.

Where lines meet in one point, are parallel or are the same, their weights are small integers, so that the position
is exact in float64 and in fractions alike. Everywhere else the inputs are drawn until nothing is near a tie.
"""

import itertools

import numpy as np

from autograder.checking import check, each, expect, expected_from, random_upstream, rng
from autograder.checking.chain import view

from . import reference


def layers(draw, widths, bias=1.0):
    """A net with biases that matter; widths: inputs, hidden layers, outputs."""
    return [(draw.normal(size=(D, M)) * np.sqrt(2 / D), bias * draw.normal(size=M)) for D, M in zip(widths, widths[1:])]


def heights(net, X):
    """z of all hidden neurons, (N, H)."""
    H, all_z = X, []
    for W, b in net[:-1]:
        Z = H @ W + b
        all_z.append(Z)
        H = np.maximum(Z, 0.0)
    return np.hstack(all_z)


def away_from_cuts(draw, N, widths):
    """A net and samples at which no hidden neuron is within 0.02 of 0; some neurons are on, some off."""
    while True:
        net, X = layers(draw, widths), draw.normal(size=(N, widths[0]))
        Z = heights(net, X)
        if np.min(np.abs(Z)) > 0.02 and (Z.size < 4 or np.ptp(np.sign(Z)) == 2):
            return net, X


def shrunk(net, size):
    """The same net with all hidden neurons `size` times as high: patterns, maps and output stay what they are."""
    (W, b), *between, (V, c) = net
    return [(size * W, size * b), *((U, size * d) for U, d in between), (V / size, c)]


@check("q2", points=2, hidden=True)
def any_net(activation_pattern):
    """Nets of one to three hidden layers: every neuron of every sample."""
    draw = rng(71, 1)
    cases = [away_from_cuts(draw, N, widths) for N, widths in ((5, (3, 4, 2)), (4, (2, 5, 3, 1)), (3, (2, 3, 4, 2, 3)), (4, (4, 4, 4, 4)))]
    cases += [(shrunk(net, size), X) for (net, X), size in zip(cases[:2], (1e-10, 1e8), strict=True)]
    ((W, b), *above), X = cases[0]
    cases += [([(W / size, b), *above], size * X) for size in (1e-13, 1e9)] + [([(W, b), *above], X[::-1].copy())]
    for call in each(activation_pattern, cases):
        call.equals(reference.activation_pattern(*call.args)).unchanged()


@check("q2", points=1, hidden=True)
def one_sample_or_one_neuron(activation_pattern):
    """One sample, or one neuron in each layer: the result keeps its two axes."""
    draw = rng(71, 2)
    for call in each(activation_pattern, [away_from_cuts(draw, N, widths) for N, widths in ((1, (3, 4, 3, 2)), (5, (1, 1, 1)), (1, (2, 1, 1, 1)))]):
        call.equals(reference.activation_pattern(*call.args))


@check("q2", points=1, hidden=True)
def exactly_zero(activation_pattern):
    """Neurons that are exactly 0, in the first layer and above it, are off; inputs stay as they are."""
    net = [(np.array([[1.0, -1.0, 0.0], [1.0, 1.0, 0.0]]), np.array([-1.0, 0.0, 0.0]))]
    net += [(np.array([[1.0, -1.0], [1.0, 1.0], [5.0, 5.0]]), np.array([0.0, -1.0])), (np.ones((2, 1)), np.array([-3.0]))]
    X = np.array([[0.0, 1.0], [1.0, 0.0], [2.0, 2.0], [0.0, 0.0], [-1.0, 1.0], [1.0, 2.0]])
    call = expect(activation_pattern, net, X)
    call.equals(reference.activation_pattern(net, X)).unchanged()


@check("q2", points=1, hidden=True)
def many_samples(activation_pattern):
    """Hundreds of samples of one net, more than a block of 256: every pattern is right, each in its own row."""
    draw = rng(71, 3)
    net, X = layers(draw, (2, 3, 2, 1)), draw.normal(size=(400, 2))
    X = X[np.min(np.abs(heights(net, X)), axis=1) > 0.02]
    expect(activation_pattern, net, X).equals(reference.activation_pattern(net, X))


EXACT = 1e-8  # maps measured with differences inside a region are good to 1e-9


def output_of(net, X):
    """The net itself."""
    return reference.net_forward(net, X)


@check("q3", points=3, hidden=True)
def one_hidden_layer_any_sample(local_affine):
    """One hidden layer, any widths: A and c are those of the sample's region."""
    draw = rng(72, 1)
    cases = []
    for widths in ((2, 5, 1), (4, 3, 2), (3, 3, 3), (1, 6, 2)):
        net, X = away_from_cuts(draw, 1, widths)
        cases.append((net, X[0]))
    for call in each(local_affine, cases):
        call.equals(reference.local_affine(*call.args), atol=EXACT)


@check("q3", points=3, hidden=True)
def any_depth(local_affine):
    """Two and three hidden layers: A and c, and A and c applied to the sample give the output of the net."""
    draw = rng(72, 2)
    cases = []
    for widths in ((2, 4, 3, 2), (3, 5, 4, 3, 1), (3, 3, 3, 3, 3)):
        net, X = away_from_cuts(draw, 1, widths)
        cases.append((net, X[0]))
    cases.append((shrunk(cases[0][0], 1e-4), cases[0][1]))
    # Output weights, and with them A and c, of any size.
    *hidden, (W, b) = cases[0][0]
    cases += [([*hidden, (size * W, size * b)], cases[0][1]) for size in (1e-13, 1e9)]
    for call in each(local_affine, cases):
        right = reference.local_affine(*call.args)
        size = max(float(np.max(np.abs(part))) for part in right)
        call.equals(right, atol=EXACT * (size if size < 1e-6 or size > 1e6 else 1.0)).unchanged()
        net, x = call.args
        A, c = call.value
        call.holds(np.allclose(x @ A + c, output_of(net, x[None])[0], rtol=1e-9, atol=1e-9), "x A + c is not the output of the net at x")


@check("q3", points=1, hidden=True)
def the_same_on_the_whole_region(local_affine):
    """Near samples with the same pattern have the same map; where all neurons are off it is 0 and the last bias."""
    draw = rng(72, 3)
    net, X = away_from_cuts(draw, 1, (2, 4, 3, 2))
    near = [X[0] + step * draw.uniform(-1, 1, size=2) for step in (1e-4, 1e-5)]
    dead = [(net[0][0], np.full(4, -50.0)), *net[1:]]
    dead[1] = (net[1][0], -np.abs(net[1][1]) - 1.0)
    *same, silent = each(local_affine, [(net, x) for x in (X[0], *near)] + [(dead, X[0])])
    for call in same:
        call.equals(reference.local_affine(net, X[0]), atol=EXACT)
    silent.equals((np.zeros((2, 2)), net[-1][1]))


@check("q3", points=1, hidden=True)
def leaves_the_net_alone(local_affine):
    """The net and x are what they were before the call."""
    net, X = away_from_cuts(rng(72, 4), 1, (3, 3, 3, 2))
    expect(local_affine, net, X[0]).unchanged().equals(reference.local_affine(net, X[0]), atol=EXACT)


@check("q3", points=1, hidden=True)
def zero_is_off_here_too(local_affine):
    """Where a neuron is exactly 0 it is off, in the first layer and above it."""
    net = [(np.array([[1.0, -1.0], [1.0, 1.0]]), np.array([-1.0, 0.0])), (np.array([[1.0, -1.0], [1.0, 2.0]]), np.array([-2.0, -1.0]))]
    net.append((np.array([[3.0, 1.0], [1.0, -2.0]]), np.array([0.5, 4.0])))
    for call in each(local_affine, [(net, np.array(x)) for x in ((0.0, 1.0), (1.0, 1.0), (0.0, 2.0), (1.0, 3.0))]):
        call.equals(reference.local_affine(*call.args))


def clear_net(draw, widths, low, high):
    """A net with one input whose regions between low and high are all wider than 1e-4."""
    while True:
        net = layers(draw, widths)
        if min(right - left for left, right in reference._pieces_1d(net, low, high)) > 1e-4:
            return net


@check("q4", points=1.5, hidden=True)
def any_net_1d(count_regions_1d):
    """Random nets of one to four hidden layers."""
    draw = rng(73, 1)
    cases = [(clear_net(draw, widths, -4.0, 3.0), -4.0, 3.0) for widths in ((1, 7, 1), (1, 6, 5, 2), (1, 4, 4, 4, 1), (1, 8, 8, 1), (1, 3, 3, 3, 3, 1))]
    # The same cuts with weights and biases, or with cuts and borders, of other sizes.
    net, low, high = cases[1]
    (W, b), *above = net
    cases += [(shrunk(net, size), low, high) for size in (1e-6, 1e6)]
    cases.append(([(W / 1e6, b), *above], 1e6 * low, 1e6 * high))
    for call in each(count_regions_1d, cases):
        call.equals(reference.count_regions_1d(*call.args)).unchanged()


@check("q4", points=1.5, hidden=True)
def many_narrow_regions(count_regions_1d):
    """Nine folds, 512 regions; and a region only a millionth wide between two cuts."""
    net = reference.fold_net(9)
    narrow = [(np.array([[1.0, 1.0, -1.0]]), np.array([-0.25, -0.25 - 2.0**-20, 3.0])), (np.ones((3, 1)), np.zeros(1))]
    many, few = each(count_regions_1d, [(net, 0.0, 1.0), (narrow, -1.0, 1.0)])
    many.equals(512)
    few.equals(3)


@check("q4", points=1, hidden=True)
def cuts_that_are_none_1d(count_regions_1d):
    """Equal cuts, and cuts closer than 1e-9, count once; neurons without weights, or dead, cut nothing; a neuron that only touches 0 cuts nothing."""
    scale = float(rng(73, 2).choice([2.0, 4.0, 0.5]))
    equal = [(np.array([[1.0, -1.0, scale, 0.0, 0.0]]), np.array([-1.0, 1.0, -scale, 1.0, 0.0])), (np.ones((5, 1)), np.zeros(1))]
    dead = [(np.array([[1.0, -1.0]]), np.array([0.0, 0.0])), (np.array([[-1.0, scale], [-1.0, scale]]), np.array([-1.0, 1.0])), (np.ones((2, 1)), np.zeros(1))]
    touch = [(np.array([[1.0, -1.0]]), np.array([0.0, 0.0])), (np.array([[scale], [scale]]), np.zeros(1)), (np.ones((1, 1)), np.zeros(1))]
    nothing = [(np.zeros((1, 3)), np.array([1.0, -1.0, 0.0])), (np.ones((3, 1)), np.zeros(1))]
    # Closer than 1e-9 to each other or to an end; and the same cut but for rounding.
    close = [(np.array([[1.0, -1.0, 1.0, 1.0]]), np.array([-0.25, 0.25 + 3e-10, 3.0 - 3e-10, -3.0 + 3e-10])), (np.ones((4, 1)), np.zeros(1))]
    rounded = [(np.array([[0.1, 0.3, -0.7]]), np.array([-0.1, -0.3, 0.7]) * 0.1), (np.ones((3, 1)), np.zeros(1))]
    nets = (equal, dead, touch, nothing, close, rounded)
    for call, right in zip(each(count_regions_1d, [(net, -3.0, 3.0) for net in nets]), (2, 2, 2, 1, 2, 2)):
        call.equals(right)


@check("q4", points=1, hidden=True)
def regions_without_a_bend(count_regions_1d):
    """A neuron whose weight in the last layer is 0 still cuts, and so do two whose bends cancel."""
    first = (np.array([[1.0, 1.0, -1.0]]), np.array([0.0, -1.0, 2.0]))
    silent = [first, (np.array([[1.0], [0.0], [0.0]]), np.zeros(1))]
    cancel = [(np.array([[1.0, 2.0, 1.0]]), np.array([0.0, 0.0, -1.0])), (np.array([[2.0], [-1.0], [0.0]]), np.zeros(1))]
    one, other = each(count_regions_1d, [(silent, -3.0, 3.0), (cancel, -3.0, 3.0)])
    one.equals(4)
    other.equals(3)


def digits(count):
    """An integer as text, which has room for all of its digits; anything else as it is."""
    return str(int(count)) if isinstance(count, int | np.integer) and not isinstance(count, bool) else count


@check("q5", points=1, hidden=True)
def other_dimensions(max_regions):
    """A line, a space, five dimensions: the sum stops at n0."""
    cases = [(n0, n1) for n0 in (1, 3, 4, 5) for n1 in (1, 2, 4, 5, 6, 9, 12)]
    for call in each(max_regions, cases):
        call.equals(reference.max_regions(*call.args))


@check("q5", points=0.5, hidden=True)
def no_more_neurons_than_dimensions(max_regions):
    """With n1 up to n0 every pattern has a region: 2^n1. Without neurons there is one region."""
    for call in each(max_regions, [(n0, n1) for n0 in (1, 3, 6) for n1 in range(n0 + 1)]):
        call.equals(2 ** call.args[1])


@check("q5", points=1, hidden=True)
def exact_when_large(max_regions):
    """Hundreds of neurons in many dimensions: exact to the last digit."""
    for call in each(view(max_regions, digits), [(12, 300), (40, 100), (25, 200)]):
        call.equals(digits(reference.max_regions(*call.args)))


def crossings(W, b):
    """All meeting points of pairs of lines, (n (n - 1) / 2, 2), and the sines of their angles."""
    unit = W / np.hypot(*W)
    points, sines = [], []
    for i, j in itertools.combinations(range(len(b)), 2):
        pair = W[:, [i, j]]
        sines.append(unit[0, i] * unit[1, j] - unit[1, i] * unit[0, j])
        points.append(np.linalg.solve(pair.T, -b[[i, j]]))
    return np.array(points).reshape(-1, 2), np.array(sines)


def general_lines(draw, n):
    """n lines of which no two are nearly parallel and no three nearly meet."""
    while True:
        W, b = draw.normal(size=(2, n)) * draw.uniform(0.5, 3.0, size=n), draw.normal(size=n)
        points, sines = crossings(W, b)
        if n == 1 or (np.min(np.abs(sines)) > 1e-3 and (n == 2 or min(np.hypot(*(p - q)) for p, q in itertools.combinations(points, 2)) > 1e-2)):
            return W, b


def mixed(draw, lines):
    """Lines (w1, w2, b) of integers in another order, each times a small number that is not 0: the same lines."""
    lines = np.array(lines, dtype=float)[draw.permutation(len(lines))]
    lines *= draw.choice([-4.0, -2.0, -1.0, 0.5, 1.0, 2.0, 3.0], size=len(lines))[:, None]
    return lines[:, :2].T.copy(), lines[:, 2].copy()


@check("q6", points=2, hidden=True)
def lines_in_general_position(count_regions_2d):
    """1 to 9 random lines: as many regions as there can be, wherever they meet."""
    draw = rng(74, 1)
    cases = [general_lines(draw, n) for n in (1, 2, 3, 5, 7, 8, 9)]
    # The same lines, each written with numbers of its own size.
    W, b = cases[3]
    sizes = 10.0 ** draw.permutation([-4.0, -2.0, 0.0, 3.0, 6.0])
    small = 2e-5 / np.hypot(*W)  # lines, although the determinants of pairs of them are below 1e-9
    cases += [(sizes * W, sizes * b), (small * W, small * b)]
    for call in each(count_regions_2d, cases):
        call.equals(reference.max_regions(2, len(call.args[1]))).unchanged()


@check("q6", points=2, hidden=True)
def parallel_families(count_regions_2d):
    """p parallel lines and q others: (p + 1)(q + 1) regions; parallel lines only: p + 1."""
    draw = rng(74, 2)
    grids = []
    for (u1, u2), (v1, v2), p, q in (((1, 0), (0, 1), 3, 2), ((2, 1), (1, -1), 4, 3), ((1, 2), (3, 1), 5, 0)):
        offsets = draw.permutation(11) - 5
        lines = [(u1, u2, int(c)) for c in offsets[:p]] + [(v1, v2, int(c)) for c in offsets[:q]]
        grids.append((mixed(draw, lines), (p + 1) * (q + 1)))
    for call, (_, right) in zip(each(count_regions_2d, [lines for lines, _ in grids]), grids):
        call.equals(right)


DIRECTIONS = ((1, 0), (0, 1), (1, 1), (1, -1), (2, 1), (1, 3), (3, -2))


@check("q6", points=2, hidden=True)
def many_through_one_point(count_regions_2d):
    """m lines through one point: 2m regions. One more line that misses it: m + 1 regions more. A lattice with triple points. A triangle a thousandth wide."""
    draw = rng(74, 3)
    cases = []
    for m in (3, 5, 7):
        x, y = (int(v) for v in draw.integers(-4, 5, size=2))
        star = [(u, v, -(u * x + v * y)) for u, v in DIRECTIONS[:m]]
        cases += [(mixed(draw, star), 2 * m), (mixed(draw, [*star, (1, 4, 7 - (x + 4 * y))]), 3 * m + 1)]
    lattice = [(1, 0, -i) for i in range(3)] + [(0, 1, -i) for i in range(3)] + [(1, 1, -i) for i in (1, 2, 3)]
    cases.append((mixed(draw, lattice), 1 + 9 + 7 * 2 + 6))
    cases.append((mixed(draw, [(1, 0, 0), (0, 1, 0), (1, 1, -1 / 1024)]), 7))
    for call, (_, right) in zip(each(count_regions_2d, [lines for lines, _ in cases]), cases):
        call.equals(right)


@check("q6", points=2, hidden=True)
def the_same_line_twice(count_regions_2d):
    """The same line in several neurons, on either side, counts once; neurons without weights count not at all."""
    draw = rng(74, 4)
    triangle = [(1, 0, 0), (0, 1, 0), (1, 1, -1)]
    nothing = [(0, 0, 1), (0, 0, -2), (0, 0, 0)]
    cases = [(triangle + triangle, 7), (triangle + nothing, 7), (triangle[:1] * 4 + nothing, 2), (nothing, 1), ([*triangle, (1, 0, -3), (1, 0, -3)], 10)]
    for call, (_, right) in zip(each(count_regions_2d, [mixed(draw, lines) for lines, _ in cases]), cases):
        call.equals(right)


@check("q6", points=2, hidden=True)
def meetings_far_away(count_regions_2d):
    """Lines that are nearly parallel and meet thousands of units away, and some that meet close together, but far out: no region is lost."""
    draw = rng(74, 5)
    cases = [(mixed(draw, [(i * i / 4096, -1, i) for i in range(n)]), reference.max_regions(2, n)) for n in (2, 4, 5)]
    # A small triangle, and a star of four lines with one more line beside its middle, moved away from the origin.
    triangle, star = [(1, 0, 0), (0, 1, 0), (1, 1, -1 / 32)], [(1, 0, 0), (0, 1, 0), (1, 1, 0), (1, -1, 0), (2, 1, -1 / 32)]
    for x, y in ((2**13, -3 * 2**11), (-3 * 2**12, 2**13)):
        cases += [(mixed(draw, [(u, v, c - u * x - v * y) for u, v, c in lines]), right) for lines, right in ((triangle, 7), (star, 13))]
    for call, (_, right) in zip(each(count_regions_2d, [lines for lines, _ in cases]), cases):
        call.equals(right)


def outline(P):
    """The corners of a polygon, each once, counter-clockwise from the one farthest left: two ways to write it look alike."""
    if not isinstance(P, np.ndarray) or P.ndim != 2 or P.shape[1] != 2 or P.dtype.kind not in "fi" or not np.all(np.isfinite(P)):
        raise ValueError("a polygon is an array (K, 2) of numbers")
    P = P.astype(float)
    P = P[np.hypot(*(P - np.roll(P, 1, axis=0)).T) > 1e-7]
    if len(P) < 3:
        return P
    before, after = P - np.roll(P, 1, axis=0), np.roll(P, -1, axis=0) - P
    P = P[np.abs(before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0]) > 1e-12]
    after = np.roll(P, -1, axis=0)
    if np.sum(P[:, 0] * after[:, 1] - P[:, 1] * after[:, 0]) < 0:
        P = P[::-1]
    return np.roll(P, -min(range(len(P)), key=lambda i: tuple(np.round(P[i], 6))), axis=0)


def outlines(polygons):
    """A list of polygons as outlines, from left to right by their middles."""
    shapes = [outline(P) for P in polygons]
    if any(len(P) < 3 for P in shapes):
        raise ValueError("a polygon without area")
    return sorted(shapes, key=lambda P: tuple(np.round(P.mean(axis=0), 6)))


def halves(result):
    """Both results of split_polygon as outlines; None stays None."""
    one, other = result
    return tuple(half if half is None else outline(half) for half in (one, other))


def convex_polygon(draw, K):
    """K corners on an ellipse, none near another."""
    angles = 2 * np.pi * (np.arange(K) + draw.uniform(-0.3, 0.3, size=K)) / K
    return np.column_stack([2.0 * np.cos(angles), np.sin(angles)]) + draw.normal(size=2)


def cut_through(draw, P):
    """A line through the inside of P from which every corner is at least 0.02 away."""
    while True:
        w = draw.normal(size=2)
        b = -float(w @ (P.mean(axis=0) + draw.uniform(-0.3, 0.3, size=2)))
        height = (P @ w + b) / np.hypot(*w)
        if np.min(np.abs(height)) > 0.02 and np.ptp(np.sign(height)) == 2:
            return w, b


def splits_right(split_polygon, cases):
    """Both parts of every case, compared as outlines."""
    for call in each(view(split_polygon, halves), cases):
        call.equals(halves(reference.split_polygon(*call.args)))


@check("q7", points=1.5, hidden=True)
def any_polygon(split_polygon):
    """Polygons of three to eight corners, in either direction, and lines from all sides."""
    draw = rng(75, 1)
    cases = []
    for K in (3, 4, 5, 6, 8):
        P = convex_polygon(draw, K)
        cases += [(P, *cut_through(draw, P)), (P[::-1].copy(), *cut_through(draw, P))]
    P, w, b = cases[2]
    cases += [(1e-3 * P, w, 1e-3 * b)]
    splits_right(split_polygon, cases)
    for call in each(view(split_polygon, halves), [(1e6 * P, w, 1e6 * b), (1e6 * P, w, 1e9), (1e6 * P, w, -1e9)]):
        call.equals(halves(reference.split_polygon(*call.args)), atol=1e-3).unchanged()


@check("q7", points=1, hidden=True)
def through_corners(split_polygon):
    """Lines through one corner or two, along an edge, or touching at one corner."""
    P = np.array([[0.0, 0.0], [4.0, 0.0], [6.0, 2.0], [3.0, 5.0], [0.0, 4.0]])
    lines = [((1.0, -3.0), 0.0), ((1.0, -1.0), 0.0), ((5.0, -3.0), 0.0), ((0.0, 1.0), 0.0), ((0.0, -1.0), 0.0), ((1.0, -1.0), -4.0), ((1.0, 0.0), -6.0), ((0.0, 1.0), -5.0)]
    turned = np.roll(P, int(rng(75, 2).integers(5)), axis=0)
    splits_right(split_polygon, [(turned, np.array(w), b) for w, b in lines])


@check("q7", points=0.5, hidden=True)
def no_line_at_all(split_polygon):
    """w = 0: the polygon belongs to the sign of b, and 0 is negative."""
    P = convex_polygon(rng(75, 3), 5)
    splits_right(split_polygon, [(P, np.zeros(2), b) for b in (1.5, -0.5, 0.0)])


@check("q7", points=0.5, hidden=True)
def the_length_of_w(split_polygon):
    """The same line with weights a thousand times larger or smaller: the same parts."""
    draw = rng(75, 4)
    P = convex_polygon(draw, 6)
    w, b = cut_through(draw, P)
    right = halves(reference.split_polygon(P, w, b))
    for call in each(view(split_polygon, halves), [(P, w * scale, b * scale) for scale in (1000.0, 0.001, 1e6, 1e-6)]):
        call.equals(right)
    # Nearer than 1e-9 is a matter of distance, not of w . x + b: on the line with large weights, beside it with small ones.
    square, diagonal = np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]]), np.array([1.0, -1.0])
    splits_right(split_polygon, [(square, scale * diagonal, scale * far) for scale, far in ((1e3, 3e-10), (1e-4, 1e-6))])


@check("q7", points=0.5, hidden=True)
def leaves_the_polygon_alone(split_polygon):
    """P and w are what they were before the call, whether the line meets the polygon or not."""
    draw = rng(75, 5)
    P = convex_polygon(draw, 5)
    w, b = cut_through(draw, P)
    for call in each(view(split_polygon, halves), [(P, w, b), (P, w, 100.0), (P, w, -100.0)]):
        call.unchanged().equals(halves(reference.split_polygon(*call.args)))


LAST = (np.array([[1.0, 0.0, 1.0, 1.0], [0.0, 1.0, 1.0, -1.0]]), -np.array([5.0, 5.0, 7.0, 1.0]) / 8)


def folded(folds):
    """A net that folds the unit square `folds` times along both middle lines and then cuts it along four lines."""
    fold, bias = np.array([[2.0, 2.0, 0.0, 0.0], [0.0, 0.0, 2.0, 2.0]]), np.array([0.0, -1.0, 0.0, -1.0])
    read, back = np.eye(2), np.array([[1.0, 0.0], [-2.0, 0.0], [0.0, 1.0], [0.0, -2.0]])
    net = []
    for _ in range(folds):
        net.append((read @ fold, bias))
        read = back
    return [*net, (read @ LAST[0], LAST[1]), (np.ones((4, 1)), np.array([-0.25]))]


def area(P):
    """The area of a polygon."""
    after = np.roll(P, -1, axis=0)
    return abs(np.sum(P[:, 0] * after[:, 1] - P[:, 1] * after[:, 0])) / 2


def clear_net_2d(draw, widths, low, high):
    """A net with two inputs whose regions have no edge shorter than 1e-3 and no area below 1e-5, and its regions."""
    while True:
        net = layers(draw, widths)
        polygons = reference.regions_deep_2d(net, low, high)
        edges = min(float(np.min(np.hypot(*(P - np.roll(P, 1, axis=0)).T))) for P in polygons)
        if edges > 1e-3 and min(map(area, polygons)) > 1e-5 and len(polygons) > len(net[0][1]):
            return net, polygons


def clear_nets(draw, sizes):
    """Nets with their squares, and the outlines of their regions; sizes: widths, low, high of each."""
    made, right = [], []
    for widths, low, high in sizes:
        net, polygons = clear_net_2d(draw, widths, low, high)
        made.append((net, low, high))
        right.append(tuple(outlines(polygons)))
    return made, right


@check("q8", points=2, hidden=True)
def polygons_of_random_nets(regions_deep_2d):
    """The polygons of nets of one, two and three hidden layers, corner by corner, in squares of several sizes."""
    cases, right = clear_nets(rng(76, 2), (((2, 6, 1), -3.0, 3.0), ((2, 4, 3, 1), -3.0, 2.0), ((2, 3, 2, 3, 2), -2.0, 4.0)))
    # All hidden neurons a million times as high or low: the same polygons.
    cases += [(shrunk(cases[1][0], size), *cases[1][1:]) for size in (1e-6, 1e6)]
    ((W, b), *above), *square = cases[0]
    cases.append(([(-W, b), *above], *square))  # another net in the same square: the first one turned half around
    cases.append((cases[0][0], -3, 3))  # whole numbers are numbers
    right += [right[1], right[1], tuple(outlines(reference.regions_deep_2d(*cases[-2]))), right[0]]
    for call, polygons in zip(each(view(regions_deep_2d, outlines), cases), right):
        call.equals(polygons, atol=1e-8).unchanged()


@check("q8", points=1.5, hidden=True)
def folded_squares(regions_deep_2d):
    """Four lines, folded not at all and once: the 11 and the 44 polygons."""
    cases = [(folded(folds), 0.0, 1.0) for folds in (0, 1)]
    for call in each(view(regions_deep_2d, outlines), cases):
        call.equals(tuple(outlines(reference.regions_deep_2d(*call.args))))


@check("q8", points=0.5, hidden=True)
def areas_add_up(regions_deep_2d):
    """The polygons fill the square, without gaps and without overlaps."""
    net, polygons = clear_net_2d(rng(76, 3), (2, 5, 3, 1), -3.0, 2.0)
    call = expect(view(regions_deep_2d, outlines), net, -3.0, 2.0)
    call.holds(isinstance(call.value, list) and all(isinstance(P, np.ndarray) and P.shape[1:] == (2,) for P in call.value), "the result is not a list of polygons")
    total = sum(map(area, call.value))
    call.holds(abs(total - 25.0) < 1e-6, "the areas of the polygons do not add up to that of the square")
    call.holds(len(call.value) == len(polygons), "the number of polygons is not right")


def narrow_nets():
    """Nets with strips a millionth wide and with a triangle a thousandth wide, in the square from -2 to 2, and how many regions they have."""
    width = 2.0**-20
    strip = [(np.array([[1.0, 1.0, 0.0], [0.0, 0.0, 1.0]]), np.array([-0.5, -0.5 - width, 0.0])), (np.ones((3, 1)), np.zeros(1))]
    triangle = [(np.array([[1.0, 0.0, 1.0], [0.0, 1.0, 1.0]]), np.array([0.0, 0.0, -(2.0**-10)])), (np.ones((3, 1)), np.zeros(1))]
    above = [(np.eye(2), np.zeros(2)), (np.ones((2, 2)), np.array([-1.0, -1.0 - width])), (np.ones((2, 1)), np.zeros(1))]
    return (strip, 6), (triangle, 7), (above, 4 + 3 * 2)


def tied_nets():
    """Nets of which only the line x1 = 0 cuts the square from -2 to 2: equal lines, dead neurons, lines outside or along the border."""
    first = (np.array([[1.0, -2.0, 0.0, 0.0, 1.0, 1.0], [0.0, 0.0, 0.0, 0.0, 0.0, 1.0]]), np.array([0.0, 0.0, 1.0, 0.0, -2.0, -9.0]))
    shallow = [first, (np.ones((6, 1)), np.zeros(1))]
    dead = [first, (-np.ones((6, 2)), np.array([-1.0, 0.0])), (np.ones((2, 1)), np.zeros(1))]
    touching = [(np.array([[1.0, -1.0], [0.0, 0.0]]), np.zeros(2)), (np.ones((2, 1)), np.zeros(1)), (np.ones((1, 1)), np.zeros(1))]
    return shallow, dead, touching


@check("q8", points=1, hidden=True)
def cuts_that_are_none_2d(regions_deep_2d):
    """Equal lines cut once; dead neurons, weights of 0, lines outside and lines along the border cut nothing."""
    half = np.array([[-2.0, -2.0], [0.0, -2.0], [0.0, 2.0], [-2.0, 2.0]])
    for call in each(view(regions_deep_2d, outlines), [(net, -2.0, 2.0) for net in tied_nets()]):
        call.equals((half, half + np.array([2.0, 0.0])))
    for (_, count), call in zip(narrow_nets(), each(view(regions_deep_2d, len), [(net, -2, 2) for net, _ in narrow_nets()]), strict=True):
        call.equals(count)


@check("q9", points=0.5, hidden=True)
def folds_count(count_regions_deep_2d):
    """Four lines, folded not at all, once, twice: 11, 44, 176 regions in the unit square."""
    for folds, call in enumerate(each(count_regions_deep_2d, [(folded(folds), 0.0, 1.0) for folds in range(3)])):
        call.equals(11 * 4**folds)


@check("q9", points=1, hidden=True)
def random_nets_count(count_regions_deep_2d):
    """Random nets of one, two and three hidden layers, in squares of several sizes; a region a millionth wide is one."""
    sizes = (((2, 7, 1), -3.0, 3.0), ((2, 4, 4, 1), -4.0, 2.0), ((2, 5, 3, 2), -2.0, 5.0), ((2, 3, 3, 3, 1), -6.0, 6.0), ((2, 7, 1), -3.0, 3.0))
    cases, right = clear_nets(rng(76, 1), sizes)
    cases += [(shrunk(cases[1][0], size), *cases[1][1:]) for size in (1e-6, 1e6)]
    counts = [*map(len, right), len(right[1]), len(right[1])]
    for net, count in narrow_nets():
        cases.append((net, -2, 2))
        counts.append(count)
    for call, count in zip(each(count_regions_deep_2d, cases), counts, strict=True):
        call.equals(count).unchanged()


@check("q9", points=0.5, hidden=True)
def cuts_that_are_none_counted(count_regions_deep_2d):
    """Equal lines, dead neurons, weights of 0, lines outside or along the border: two regions are left."""
    for call in each(count_regions_deep_2d, [(net, -2.0, 2.0) for net in tied_nets()]):
        call.equals(2)


def layers_of(call, L):
    """The net that fold_net(L) returned, after a look at its form: L hidden layers of two neurons, one input, one output."""
    net = call.value
    call.holds(isinstance(net, list | tuple) and len(net) == L + 1, f"the net is not a list of {L + 1} layers")
    for i, layer in enumerate(net):
        call.holds(isinstance(layer, list | tuple) and len(layer) == 2, f"layer {i} is not a tuple (W, b)")
        shape = (1 if i == 0 else 2, 1 if i == L else 2)
        call[i][0].has_shape(shape).finite()
        call[i][1].has_shape(shape[1:]).finite()
    return [(np.asarray(W, dtype=float), np.asarray(b, dtype=float)) for W, b in net]


def zigzag(x, L):
    """The zigzag of 2^L pieces at x in [0, 1]: the distance of 2^L x from the nearest even integer."""
    y = x * 2.0**L
    return np.abs(y - 2 * np.round(y / 2))


@check("q10", points=2, hidden=True)
def any_number_of_folds(fold_net):
    """For L = 1 to 6 the net is the zigzag everywhere in [0, 1]."""
    x = np.concatenate([rng(77, 1).uniform(0, 1, size=200), np.arange(129) / 128])
    for L, call in enumerate(each(fold_net, [(L,) for L in range(1, 7)]), 1):
        found = output_of(layers_of(call, L), x[:, None])[:, 0]
        call.holds(np.allclose(found, zigzag(x, L), atol=1e-9), "the graph is not the zigzag")


@check("q10", points=1.5, hidden=True)
def two_to_the_L(fold_net):
    """The hidden layers make exactly 2^L regions of (0, 1), for L = 1, 2, 5 and 8."""
    for call in each(fold_net, [(L,) for L in (1, 2, 5, 8)]):
        L = call.args[0]
        call.holds(reference.count_regions_1d(layers_of(call, L), 0.0, 1.0) == 2**L, "the number of regions in (0, 1) is not 2^L")


@check("q10", points=1.5, hidden=True)
def exact_after_many_folds(fold_net):
    """Twelve folds, 4096 pieces: still exact."""
    x = rng(77, 2).integers(0, 2**20, size=300) / 2.0**20
    call = expect(fold_net, 12)
    found = output_of(layers_of(call, 12), x[:, None])[:, 0]
    call.holds(np.allclose(found, zigzag(x, 12), atol=1e-8), "the graph of twelve folds is not the zigzag")


@check("q11", points=1, hidden=True)
def widths_that_do_not_divide(montufar_bound):
    """Widths that n0 does not divide: the floor comes first, then the power."""
    for call in each(montufar_bound, [(2, [7, 5]), (3, [8, 10, 5]), (2, [5, 9, 3]), (4, [7, 4, 9, 6])]):
        call.equals(reference.montufar_bound(*call.args))


@check("q11", points=0.5, hidden=True)
def one_layer_or_one_input(montufar_bound):
    """One layer: all that it can have. One input: the product of the widths, and one more in the last factor."""
    cases = [(1, [5]), (3, [6]), (4, [9]), (1, [3, 4]), (1, [2, 2, 2, 1]), (2, [3, 2])]
    for call in each(montufar_bound, cases):
        call.equals(reference.montufar_bound(*call.args))


@check("q11", points=1, hidden=True)
def bounds_exact_when_large(montufar_bound):
    """Deep and wide: exact to the last digit, and the list of widths stays as it is."""
    for call in each(view(montufar_bound, digits), [(2, [64] * 12), (10, [95, 87, 101]), (3, [1000] * 4)]):
        call.equals(digits(reference.montufar_bound(*call.args)))
        call.unchanged()


def maxout_case(draw, N, k, D, M):
    """X, W, b for which the largest of the k affine functions leads by at least 0.05 everywhere."""
    while True:
        X, W, b = draw.normal(size=(N, D)), draw.normal(size=(k, D, M)), draw.normal(size=(k, M))
        Z = np.sort(np.einsum("nd,kdm->knm", X, W) + b[:, None, :], axis=0)
        if k == 1 or np.min(Z[-1] - Z[-2]) > 0.05:
            return X, W, b


SIZES = ((4, 3, 2, 3), (3, 2, 5, 2), (5, 4, 3, 1), (3, 3, 3, 3), (4, 7, 2, 2), (300, 2, 1, 1))


def of_any_size(X, W, b):
    """The same layer with inputs, weights or all heights very small or very large."""
    cases = [(size * X, W / size, b) for size in (1e-13, 1e9)]
    return [*cases, *((X, size * W, size * b) for size in (1e-13, 1e9))]


@check("q12", points=1, hidden=True)
def any_maxout(maxout):
    """Any batch, rank and widths."""
    draw = rng(78, 1)
    cases = [maxout_case(draw, *sizes) for sizes in SIZES]
    for call in each(maxout, [*cases, *of_any_size(*cases[0])]):
        call.equals(expected_from(reference.maxout, *call.args)).unchanged()


@check("q12", points=1.5, hidden=True)
def any_maxout_backward(maxout_backward):
    """dX, dW and db for any batch, rank and widths, against the formula and against measured slopes."""
    draw = rng(78, 2)
    cases = []
    for N, k, D, M in SIZES:
        X, W, b = maxout_case(draw, N, k, D, M)
        cases.append((draw.normal(size=(N, M)), X, W, b))
    dH, *layer = cases[0]
    cases += [(dH, *sized) for sized in of_any_size(*layer)] + [(size * dH, *layer) for size in (1e-13, 1e9)]
    for call in each(maxout_backward, cases):
        call.equals(expected_from(reference.maxout_backward, *call.args)).unchanged()


@check("q12", points=1, hidden=True)
def backward_is_the_slope(maxout_backward):
    """dX, dW and db agree with the measured slopes of the layer."""
    draw = rng(78, 3)
    X, W, b = maxout_case(draw, 3, 3, 2, 2)
    dH = random_upstream(draw, (3, 2))
    expect(maxout_backward, dH, X, W, b).is_vjp_of(reference.maxout, at=(X, W, b), upstream=dH, names=("dX", "dW", "db"))


@check("q12", points=1, hidden=True)
def one_of_everything(maxout):
    """One sample, rank 1, one input, one neuron; all values negative: the largest is still the largest. Inputs stay as they are."""
    draw = rng(78, 4)
    cases = [maxout_case(draw, *sizes) for sizes in ((1, 3, 2, 2), (4, 1, 3, 2), (3, 2, 1, 4), (1, 1, 1, 1))]
    X, W, b = maxout_case(draw, 4, 3, 2, 2)
    cases.append((X, W, b - 40.0))
    for call in each(maxout, cases):
        call.equals(expected_from(reference.maxout, *call.args)).unchanged()


@check("q12", points=0.5, hidden=True)
def one_of_everything_backward(maxout_backward):
    """The way back for one sample, rank 1, one input or one neuron. Inputs stay as they are."""
    draw = rng(78, 5)
    cases = []
    for N, k, D, M in ((1, 3, 2, 2), (4, 1, 3, 2), (3, 2, 1, 4), (1, 1, 1, 1)):
        X, W, b = maxout_case(draw, N, k, D, M)
        cases.append((draw.normal(size=(N, M)), X, W, b))
    for call in each(maxout_backward, cases):
        call.equals(expected_from(reference.maxout_backward, *call.args)).unchanged()


@check("q13", points=1, hidden=True)
def other_maxout_nets(maxout_bound):
    """Other depths, dimensions and ranks; all three different."""
    cases = [(2, 3, 5), (5, 1, 2), (3, 4, 2), (2, 5, 3), (4, 3, 3)]
    for call in each(maxout_bound, cases):
        call.equals(reference.maxout_bound(*call.args))


@check("q13", points=0.5, hidden=True)
def one_maxout_layer(maxout_bound):
    """One layer: rank to the power of the dimension."""
    for call in each(maxout_bound, [(1, n0, k) for n0 in (1, 3, 4) for k in (2, 3, 5)]):
        call.equals(call.args[2] ** call.args[1])


@check("q13", points=1, hidden=True)
def maxout_exact_when_large(maxout_bound):
    """A hundred layers: exact to the last digit."""
    for call in each(view(maxout_bound, digits), [(100, 10, 3), (30, 20, 7), (41, 24, 2)]):
        call.equals(digits(reference.maxout_bound(*call.args)))
