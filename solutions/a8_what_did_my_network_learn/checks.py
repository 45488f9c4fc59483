"""Hidden checks of a8: any shape, any network, properties that need no reference, and what random answers may differ by.

Random answers are judged by their exact distribution: five and a half standard deviations, from the scripts in
tests/calibration that the comments name. No check asks for a certain order of draws.
"""

import numpy as np

from autograder.checking import check, each, expect, expect_error, expected_from, rng

from . import reference

# The formulas hold for numbers of any size: what is cut off, rounded or nudged at some size is wrong there.
SIZES = (1e-13, 1e9)
SIGMAS = 5.5  # a right answer of a normal distribution is further off with a probability of 4e-8


def network(draw, *widths, kinds=("tanh",), biases=1.0):
    """A random network; `kinds` are those of the hidden layers."""
    pairs = list(zip(widths, widths[1:], strict=False))
    names = [*kinds, "linear"]
    layers = zip(pairs, names, strict=True)
    return [(draw.normal(size=(D, M)) * 1.5 / np.sqrt(D), biases * draw.normal(size=M), kind) for (D, M), kind in layers]


def outputs(params, X):
    """The right outputs of a network."""
    return reference.mlp_forward(params, X)[0]


# q2 conv2d


def filter_cases(*key):
    """Images and filters of all proportions; no filter is its own mirror image."""
    draw = rng(*key)
    sizes = (((5, 7), (2, 3)), ((6, 2), (3, 1)), ((4, 4), (2, 2)), ((3, 5), (3, 5)), ((4, 6), (1, 1)), ((2, 6), (1, 4)))
    return [(draw.normal(size=image), draw.normal(size=filter)) for image, filter in sizes]


@check("q2", points=2.5, hidden=True)
def any_filter(conv2d):
    """Images and filters of any proportions, without a border."""
    cases = filter_cases(82, 1)
    x, k = cases[0]
    draw = rng(82, 7)
    cases += [(draw.normal(size=(3, 70)), draw.normal(size=(2, 2))), (draw.normal(size=(40, 9)), draw.normal(size=(33, 2)))]
    cases += [case for size in SIZES for case in ((size * x, k), (x, size * k))]
    for call in each(conv2d, cases):
        call.equals(expected_from(reference.conv2d, *call.args)).unchanged()


@check("q2", points=1.5, hidden=True)
def any_border(conv2d):
    """Borders of one and two zeros, also where the filter is larger than the bare image."""
    draw = rng(82, 2)
    cases = [(x, k, pad) for (x, k), pad in zip(filter_cases(82, 3), (1, 2, 1, 1, 2, 1), strict=True)]
    cases.append((draw.normal(size=(2, 3)), draw.normal(size=(4, 5)), 1))
    for call in each(conv2d, cases):
        call.equals(expected_from(reference.conv2d, *call.args))


@check("q2", points=1, hidden=True)
def edges_and_slopes(conv2d):
    """The mended filter gives 0 on images whose brightness grows evenly, and 1 and -1 on the two sides of a step."""
    laplacian = np.array([[0.0, 1.0, 0.0], [1.0, -4.0, 1.0], [0.0, 1.0, 0.0]])
    a, b, c = rng(82, 4).integers(-5, 6, size=3).astype(float)
    even = a + b * np.arange(6.0)[:, None] + c * np.arange(5.0)[None, :]
    step = np.repeat(np.array([[0.0, 0.0, 0.0, 1.0, 1.0, 1.0]]), 4, axis=0)
    flat, edge = each(conv2d, [(even, laplacian), (step, laplacian)])
    flat.equals(np.zeros((4, 3)))
    edge.equals(np.tile([0.0, 1.0, -1.0, 0.0], (2, 1)))


@check("q2", points=0.5, hidden=True)
def leaves_the_image_alone(conv2d):
    """The image and the filter are what they were before the call; whole numbers are fine as well."""
    (x, k), draw = filter_cases(82, 5)[0], rng(82, 6)
    bordered, plain = each(conv2d, [(x, k, 1), (x, k)])
    bordered.unchanged()
    plain.unchanged()
    whole = draw.integers(-4, 5, size=(4, 5)), draw.integers(-4, 5, size=(2, 2))
    expect(conv2d, *whole).equals(reference.conv2d(*(part.astype(float) for part in whole)))


# q3 filter_grid


@check("q3", points=2, hidden=True)
def any_grid(filter_grid):
    """Any number of filters of any shape in any number of columns."""
    draw = rng(83, 1)
    cases = [(draw.normal(size=(K, h, w)), columns) for K, h, w, columns in ((5, 2, 3, 2), (6, 3, 2, 3), (7, 1, 4, 3), (4, 2, 2, 4), (5, 2, 3, 2))]
    for call in each(filter_grid, cases):
        call.equals(expected_from(reference.filter_grid, *call.args))


@check("q3", points=1, hidden=True)
def odd_grids(filter_grid):
    """One filter, one column, more columns than filters, and a filter of zeros or of negative numbers among the others."""
    draw = rng(83, 2)
    some = draw.normal(size=(3, 2, 3))
    some[1] = 0.0
    some[2] = -np.abs(some[2])
    cases = [(some, 1), (some, 5), (some[2:], 1), (1e9 * some, 2), (1e-13 * some, 2)]
    cases.append((draw.choice([-1.0, 1.0], size=(2, 2, 4)) * 10.0 ** draw.uniform(-12, 0, size=(2, 2, 4)), 2))
    cases += [(draw.normal(size=shape), columns) for shape, columns in (((2, 1, 3), 2), ((2, 3, 1), 1))]  # one line, one column
    for call in each(filter_grid, cases):
        call.equals(expected_from(reference.filter_grid, *call.args)).unchanged()


# q4 saliency


def kinked(draw, N, widths, kinds):
    """A network and samples for which no ReLU is within 0.02 of its bend."""
    while True:
        params, X = network(draw, *widths, kinds=kinds), draw.normal(size=(N, widths[0]))
        if all(np.min(np.abs(Z)) > 0.02 for _, Z in reference.mlp_forward(params, X)[1][:-1]):
            return params, X


@check("q4", points=1.5, hidden=True)
def any_output(saliency):
    """Networks of two to four layers, any output, one sample or many."""
    draw = rng(84, 1)
    shapes = ((5, (4, 3, 2), ("relu",)), (3, (3, 4, 4, 3), ("tanh", "relu")), (1, (5, 3, 3, 4, 2), ("relu", "tanh", "relu")))
    cases = [(*kinked(draw, *shape), shape[1][-1] - 1) for shape in shapes]
    cases.append((*kinked(draw, *shapes[1]), 1))
    for size in SIZES:
        params, X = kinked(draw, *shapes[0])
        (W, b, kind), (V, d, last) = params
        cases += [([params[0], (size * V, d, last)], X, 1), ([(W / size, b, kind), (V, d, last)], size * X, 1), ([(size * W, size * b, kind), (V / size, d, last)], X, 0)]
    cases += [(*kinked(draw, 4, (1, 3, 2), ("tanh",)), 0), (network(draw, 2, 3, 2, kinds=("tanh",)), draw.normal(size=(300, 2)), 1)]
    for call in each(saliency, cases):
        call.equals(expected_from(reference.saliency, *call.args)).unchanged()


def summed(params, X, c):
    """Output c, added up over the samples: its slope in one sample is that sample's own."""
    return float(np.sum(outputs(params, X)[:, c]))


@check("q4", points=1.5, hidden=True)
def agrees_with_measured_slopes(saliency):
    """The map agrees with the measured slopes of the output."""
    draw = rng(84, 2)
    for shape, c in (((4, (3, 4, 2), ("tanh",)), 0), ((3, (4, 5, 3), ("relu",)), 2)):
        params, X = kinked(draw, *shape)
        expect(saliency, params, X, c).is_gradient_of(summed, at=(params, X, c), wrt=1)


@check("q4", points=0.5, hidden=True)
def weights_and_homogeneity(saliency):
    """A linear network's map is its weight vector everywhere; without biases a ReLU output is the sum of x times its map."""
    draw = rng(84, 3)
    plain, X = network(draw, 4, 3, kinds=()), draw.normal(size=(3, 4))
    bare = network(draw, 4, 5, 5, 2, kinds=("relu", "relu"), biases=0.0)
    flat, bent = each(saliency, [(plain, X, 1), (bare, X, 1)])
    flat.equals(np.tile(plain[0][0][:, 1], (3, 1)))
    bent.has_shape(X.shape)
    bent.holds(np.allclose(np.sum(X * bent.value, axis=1), outputs(bare, X)[:, 1]), "without biases, the sum of x times saliency is not the output")


# q5 project


@check("q5", points=1, hidden=True)
def onto_the_ball(project):
    """The ball: every row on its own, any size, long and short rows."""
    draw = rng(85, 1)
    cases = [(draw.normal(size=shape) * 2, "ball", limit) for shape, limit in (((6, 3), 2.5), ((1, 5), 0.7), ((5, 1), 1.5), ((4, 4), 3.0))]
    X, norm, limit = cases[0]
    cases += [(size * X, norm, other * limit) for size, other in ((1e-13, 1e-13), (1e9, 1e9 / 3), (1e9, 1e-6), (1e-6, 1e-13), (1.0, 1e9))]
    for call in each(project, [*cases, (X, norm, 2)]):
        call.equals(expected_from(reference.project, *call.args))


@check("q5", points=1, hidden=True)
def onto_the_box(project):
    """The box: every entry on its own, on both sides."""
    draw = rng(85, 2)
    cases = [(draw.normal(size=shape) * 2, "box", limit) for shape, limit in (((6, 3), 1.5), ((1, 5), 0.7), ((5, 1), 2.0))]
    X, norm, limit = cases[0]
    cases += [(size * X, norm, other * limit) for size, other in ((1e-13, 1e-13), (1e9, 1e9 / 3), (1e9, 1e-6), (1e-6, 1e-13), (1.0, 1e9))]
    for call in each(project, [*cases, (X, norm, 1)]):
        call.equals(expected_from(reference.project, *call.args))


@check("q5", points=0.5, hidden=True)
def allowed_rows_stay(project):
    """Rows of zeros and rows inside stay as they are, and the argument is not changed."""
    X = 0.1 * rng(85, 3).uniform(-1, 1, size=(4, 3))
    X[0] = 0.0
    for call in each(project, [(X, "ball", 0.5), (X, "box", 0.5)]):
        call.equals(X).unchanged()
    for call in each(project, [(size * X, norm, 0.1) for size in (10, 1e6) for norm in ("ball", "box")]):
        call.unchanged()


@check("q5", points=0.5, hidden=True)
def other_norms(project):
    """Any norm but "ball" and "box" is refused with a ValueError."""
    for call in each(project, [(np.full((1, 2), 3.0), norm, 1.0) for norm in ("ball", "box")]):
        call.equals(expected_from(reference.project, *call.args))
    expect_error(project, np.ones((1, 2)), "diamond", 1.0, because="only the ball and the box are known", message=False)


# q6 activation_max


@check("q6", points=2.5, hidden=True)
def a_few_steps(activation_max):
    """Several starts, deep networks, a few steps on the ball and in the box: all points and values on the way."""
    draw = rng(86, 1)
    cases = [
        (network(draw, 4, 5, 2, kinds=("tanh",)), 1, draw.normal(size=(3, 4)), "ball", 1.5, 4, 0.2),
        (network(draw, 3, 4, 4, 3, kinds=("tanh", "tanh")), 0, draw.normal(size=(5, 3)), "box", 0.8, 3, 0.3),
        (*reversed_pair(draw, 3, 4, 2), draw.normal(size=(1, 3)), "ball", 0.6, 5, 0.1),
        (network(draw, 2, 2, kinds=()), 1, draw.normal(size=(2, 2)), "box", 2.0, 2, 0.5),
    ]
    # The same climb in other units: of the inputs, and of the output.
    (W, b, kind), (V, d, last) = network(draw, 3, 4, 2)
    starts = draw.normal(size=(2, 3))
    for size in SIZES:
        cases.append(([(W / size, b, kind), (V, d, last)], 1, size * starts, "ball", size / 3, 2, size**2 / 7))
        cases.append(([(W, b, kind), (size * V, size * d, last)], 1, starts, "box", 1 / 1.3, 2, 0.3 / size))
    cases.append((*cases[-1][:2], -starts, *cases[-1][3:]))  # the same climb from other starts
    cases.append((*cases[0][:3], "box", 1, 2, 1))
    # A step over the top of -|x - 1| leads down again, and is taken all the same; also where no other start is on its way up.
    roof = [(np.array([[1.0, -1.0]]), np.array([-1.0, 1.0]), "relu"), (np.array([[-1.0], [-1.0]]), np.zeros(1), "linear")]
    cases += [(roof, 0, np.array(starts), "box", 3.0, 3, 0.5) for starts in ([[0.8], [1.9]], [[0.8]])]
    for call in each(activation_max, cases):
        call.equals(expected_from(reference.activation_max, *call.args)).unchanged()


def reversed_pair(draw, *widths):
    """A network of tanh units and the number of its last output."""
    return network(draw, *widths), widths[-1] - 1


@check("q6", points=2, hidden=True)
def best_of_a_linear_unit(activation_max):
    """A linear unit: on the ball the end is the weight vector, brought to length r, in the box it is r times its signs."""
    draw = rng(86, 2)
    for D, limit in ((5, 1.0), (3, 2.5)):
        w = draw.uniform(0.3, 1.0, size=D) * draw.choice([-1.0, 1.0], size=D)
        net = [(np.column_stack([draw.normal(size=D), w]), np.array([0.5, -0.25]), "linear")]
        starts, step = draw.normal(size=(4, D)), 0.5 * limit / np.linalg.norm(w)
        ball, box = each(activation_max, [(net, 1, starts, norm, limit, 150, step) for norm in ("ball", "box")])
        for call, best in ((ball, limit * w / np.linalg.norm(w)), (box, limit * np.sign(w))):
            X, values = call.unpack(2)
            X.equals(np.tile(best, (4, 1)), atol=1e-6)
            values.has_shape((151, 4))
            values[150].equals(np.full(4, best @ w - 0.25), atol=1e-6)


@check("q6", points=1.5, hidden=True)
def values_belong_to_the_points(activation_max):
    """No step, one step, many steps: the last values are the outputs at the ends, the first those at the projected starts."""
    draw = rng(86, 3)
    net, starts = network(draw, 4, 6, 2, kinds=("relu",)), 2 * draw.normal(size=(3, 4))
    for norm, inside in (("ball", lambda X: np.linalg.norm(X, axis=1)), ("box", lambda X: np.max(np.abs(X), axis=1))):
        for call in each(activation_max, [(net, 1, starts, norm, 1.0, steps, 0.1) for steps in (0, 1, 30)]):
            X, values = call.unpack(2)
            X.has_shape((3, 4)).has_dtype("float").finite()
            values.has_shape((call.args[5] + 1, 3)).finite()
            X.holds(np.all(inside(X.value) <= 1.0 + 1e-9), "an end is not in the allowed set")
            values[0].equals(expected_from(first_values, net, starts, norm))
            values[call.args[5]].equals(expected_from(second_output, net, X.value))


def first_values(net, starts, norm):
    """Output 1 at the projected starts, limit 1."""
    return outputs(net, reference.project(starts, norm, 1.0))[:, 1]


def second_output(net, X):
    """Output 1."""
    return outputs(net, X)[:, 1]


@check("q6", points=1.5, hidden=True)
def a_long_climb(activation_max):
    """ReLU network, eight starts, 200 steps: the best end is as high as it should be."""
    # A right climb keeps at least 0.999 of the reference's best value even when its arithmetic is disturbed in the tenth
    # digit (tests/calibration/a8_climbs.py); 0.99 leaves room for every order of summation.
    draw = rng(86, 4)
    net, starts = network(draw, 6, 10, 6, 1, kinds=("relu", "relu")), draw.normal(size=(8, 6))
    args = (net, 0, starts, "ball", 3.0, 200, 0.05)
    X, values = expect(activation_max, *args).unpack(2)
    X.has_shape((8, 6)).finite()
    best, right = np.max(outputs(net, X.value)), np.max(reference.activation_max(*args)[1][-1])
    X.holds(np.all(np.linalg.norm(X.value, axis=1) <= 3.0 + 1e-9), "an end is not in the ball")
    X.holds(best >= right - 0.01 * abs(right), "the best end is lower than this climb should bring it")


# q7 distinct_modes, q8 modes_of_unit


@check("q7", points=2.5, hidden=True)
def any_ends(distinct_modes):
    """Clouds of ends that overlap: the highest first, the rest to the nearest mode."""
    draw = rng(87, 1)
    cases = [(draw.normal(size=(n, D)), draw.normal(size=n), tol) for n, D, tol in ((14, 2, 1.2), (20, 3, 1.8), (9, 1, 0.6), (16, 2, 0.9), (80, 2, 0.5))]
    ends, values, tol = cases[0]
    cases += [(size * ends, values, size * tol) for size in SIZES] + [(ends, size * values, tol) for size in SIZES] + [(draw.normal(size=ends.shape), values, tol)]
    for call in each(distinct_modes, cases):
        call.equals(expected_from(reference.distinct_modes, *call.args)).unchanged()


@check("q7", points=0.5, hidden=True)
def edges_of_the_rule(distinct_modes):
    """One end; a distance of exactly tol; tol = 0."""
    two = np.array([[0.0, 0.0], [3.0, 4.0]])
    one, exact, zero = each(
        distinct_modes, [(two[1:], np.array([-2.0]), 1.0), (two, np.array([1.0, 2.0]), 5.0), (np.vstack([two, two[1:]]), np.arange(3.0), 0.0)]
    )
    one.equals((two[1:], np.array([1])))
    exact.equals((two[1:], np.array([2])))
    zero.equals((two[[1, 0]], np.array([2, 1])))


@check("q8", points=0.5, hidden=True)
def two_opposite_modes(modes_of_unit):
    """A unit that grows both along w and against it: two modes, and the starts are shared among them."""
    # 30 starts: one of the two modes is missed with a probability of 2e-9; fewer than 3 of 30 on one side: 9e-7.
    w = np.array([1.0, 2.0, 2.0])
    net = [(np.column_stack([w, -1.1 * w]), np.zeros(2), "relu"), (np.ones((2, 1)), np.zeros(1), "linear")]
    modes, counts = expect(modes_of_unit, net, 0, 30, 3.0, 50, 0.5, rng(87, 2)).unpack(2)
    modes.equals(np.array([-w, w]), atol=0.03)
    counts.has_shape((2,)).has_dtype("int")
    counts.holds(np.sum(counts.value) == 30 and np.min(counts.value) >= 3, "the counts do not share 30 starts in all directions among two modes")
    alone, once = expect(modes_of_unit, net, 0, 1, 3.0, 50, 0.5, rng(87, 6)).unpack(2)
    alone.has_shape((1, 3)).holds(np.allclose(np.abs(alone.value[0]), w, atol=0.03), "a single climb does not end at one of the two modes")
    once.equals(np.array([1]))


@check("q8", points=1, hidden=True)
def three_hills(modes_of_unit):
    """Three hills of different height in the plane: three modes, highest first."""
    # Every start climbs the hill in its third of the circle: one of three is missed by 40 starts with a probability of 3e-7.
    angles = np.deg2rad([20.0, 140.0, 260.0])
    hills = np.stack([np.cos(angles), np.sin(angles)])
    net = [(hills, np.full(3, -1.0), "relu"), (np.array([[0.0, 1.0], [0.0, 1.6], [0.0, 1.3]]), np.zeros(2), "linear")]
    modes, counts = expect(modes_of_unit, net, 1, 40, 2.0, 80, 0.4, rng(87, 3)).unchanged().unpack(2)
    modes.equals(2.0 * hills.T[[1, 2, 0]], atol=0.02)
    counts.has_shape((3,)).holds(np.sum(counts.value) == 40, "the counts do not add up to the number of starts")


# One input: the starts are -20 and 20, and 24 starts are all alike with a probability of 1e-7.


@check("q8", points=0.5, hidden=True)
def highest_at_the_end(modes_of_unit):
    """A unit of one input: one start is higher than the other until the last step; the end decides."""
    # From -20 (value 7) nothing moves. From 20 (value -2.75) 20 steps lead to 10 (value 7.25), after 19 it was 6.75.
    first = (np.array([[1.0, -1.0, -1.0]]), np.array([-5.25, 0.0, -10.0]), "relu")
    net = [first, (np.array([[-1.0], [-1.5], [2.5]]), np.array([12.0]), "linear")]
    modes, counts = expect(modes_of_unit, net, 0, 24, 20.0, 20, 0.5, rng(87, 5)).unpack(2)
    modes.equals(np.array([[10.0], [-20.0]]))
    counts.has_shape((2,)).holds(np.sum(counts.value) == 24, "the counts do not add up to the number of starts")


@check("q8", points=0.5, hidden=True)
def how_far_apart(modes_of_unit):
    """Climbs that are stopped early: ends closer than a tenth of the limit are one mode, others are two."""
    # 30 steps of slope 1 lead from -20 to 18.1 with lr = 1.27, and to 17.9 with lr = 1.2633...; the limit is 20.
    net = [(np.array([[1.0]]), np.zeros(1), "linear")]
    near, far = each(modes_of_unit, [(net, 0, 24, 20.0, 30, lr, rng(87, 4, n)) for n, lr in enumerate((38.1 / 30, 37.9 / 30))])
    modes, counts = near.unpack(2)
    modes.equals(np.array([[20.0]]))
    counts.equals(np.array([24]))
    modes, counts = far.unpack(2)
    modes.equals(np.array([[20.0], [17.9]]))
    counts.has_shape((2,)).holds(np.sum(counts.value) == 24, "the counts do not add up to the number of starts")
    # The same climbs in other units.
    for call in each(modes_of_unit, [(net, 0, 24, 20.0 * size, 30, 37.9 / 30 * size, rng(87, 7)) for size in (1e-10, 1e9)]):
        modes, counts = call.unchanged().unpack(2)
        size = call.args[3]
        modes.equals(np.array([[size], [0.895 * size]]), atol=1e-9 * size)
        counts.has_shape((2,)).holds(np.sum(counts.value) == 24, "the counts do not add up to the number of starts")


@check("q8", points=0.5, hidden=True)
def all_directions_alike(modes_of_unit):
    """Without a step the starts are the ends: spread evenly over all directions, none likelier than another."""
    # The mean of cos(4 angle) over n directions is 0, with a standard deviation of 1 / sqrt(2 n); a mode stands for ends near it.
    # Entries drawn evenly from -1 to 1 would give 3 - pi.
    n, net = 1500, [(np.array([[1.0], [0.3]]), np.zeros(1), "linear")]
    modes, counts = expect(modes_of_unit, net, 0, n, 2.0, 0, 0.1, rng(87, 8)).unpack(2)
    lengths = np.linalg.norm(modes.holds(np.ndim(modes.value) == 2, "the modes are not rows").value, axis=1)
    modes.holds(np.allclose(lengths, 2.0), "the starts do not have the length that is asked for")
    angles = np.arctan2(modes.value[:, 1], modes.value[:, 0])
    counts.has_shape(angles.shape).holds(np.sum(counts.value) == n, "the counts do not add up to the number of starts")
    mean = np.sum(counts.value * np.cos(4 * angles)) / n
    counts.holds(abs(mean) < SIGMAS / np.sqrt(2 * n), "some directions are likelier than others")


# q9 typicality: exact medians and shares of the chi distribution, and five and a half standard errors, from
# tests/calibration/a8_typicality.py.


def is_typical(call, median, median_error, inside, inside_error):
    """Both results of typicality within SIGMAS standard errors of the exact values."""
    got_median, got_inside = call.unpack(2)
    got_median.equals(median, atol=SIGMAS * median_error)
    got_inside.equals(inside, atol=SIGMAS * inside_error)


@check("q9", points=2, hidden=True)
def few_dimensions(typicality):
    """1, 3 and 10 dimensions: median length and share in the inner half."""
    right = {1: (0.67449, 0.0124, 0.38292, 0.0077), 3: (1.53817, 0.0137, 0.13861, 0.0055), 10: (3.05644, 0.0140, 0.00912, 0.0015)}
    for call, numbers in zip(each(typicality, [(d, 4000, rng(88, 1, d)) for d in right]), right.values(), strict=True):
        is_typical(call, *numbers)


@check("q9", points=1.5, hidden=True)
def many_dimensions(typicality):
    """100 and 400 dimensions: all points are near the root of d."""
    right = {100: (9.96665, 0.0280, 0.0, 1e-9), 400: (19.98333, 0.0280, 0.0, 1e-9)}
    for call, numbers in zip(each(typicality, [(d, 1000, rng(88, 2, d)) for d in right]), right.values(), strict=True):
        is_typical(call, *numbers)


@check("q9", points=1, hidden=True)
def follows_the_generator(typicality):
    """The same generator gives the same numbers, another one gives others: all randomness comes from rng."""
    first, again, other = each(typicality, [(4, 200, rng(88, 3)), (4, 200, rng(88, 3)), (4, 200, rng(88, 4))])
    median = first.unpack(2)[0].value
    again.unpack(2)[0].holds(again.value[0] == median, "two calls with generators in the same state give different medians")
    other.unpack(2)[0].holds(other.value[0] != median, "generators in different states give the same median")


# q10 occlusion


@check("q10", points=2, hidden=True)
def any_square(occlusion):
    """Squares of any size on images of any size, several samples, any output."""
    draw = rng(89, 1)
    sizes = ((4, 2, 3, 1), (3, 3, 2, 0), (5, 1, 1, 1), (4, 3, 4, 0))
    cases = [(network(draw, S * S, 3, 2), draw.normal(size=(N, S * S)), c, size, 0.0) for S, size, N, c in sizes]
    ((W, b, kind), (V, d, last)), X, *rest = cases[0]
    for size in SIZES:
        cases += [([(W, b, kind), (size * V, size * d, last)], X, *rest), ([(W / size, b, kind), (V, d, last)], size * X, *rest)]
    cases += [(network(draw, 81, 2, 1), draw.normal(size=(1, 81)), 0, 1, 0.0), (network(draw, 4, 2, 1), draw.normal(size=(300, 4)), 0, 1, 0.0)]
    for call in each(occlusion, cases):
        call.equals(expected_from(reference.occlusion, *call.args)).unchanged()


@check("q10", points=1, hidden=True)
def any_fill(occlusion):
    """Painted with something else than 0; and painted with what is there already, nothing is lost."""
    draw = rng(89, 2)
    net, X = network(draw, 9, 4, 2, kinds=("relu",)), draw.normal(size=(3, 9))
    (W, b, kind), above = net
    cases = [(net, X, 1, 2, 0.7), (net, X, 0, 1, -1.5), (net, X, 1, 2, 1)] + [([(W / size, b, kind), above], size * X, 1, 2, size / 3) for size in SIZES]
    for call in each(occlusion, cases):
        call.equals(expected_from(reference.occlusion, *call.args))
    expect(occlusion, net, np.full((2, 9), 0.7), 1, 2, 0.7).equals(np.zeros((2, 2, 2)))


@check("q10", points=0.5, hidden=True)
def linear_outputs(occlusion):
    """A linear output loses the painted part of the sum of weight times pixel, whatever its bias."""
    draw = rng(89, 3)
    w, X = draw.normal(size=16), draw.normal(size=(2, 16))
    net = [(np.column_stack([w, draw.normal(size=16)]), np.array([3.0, -2.0]), "linear")]
    parts = (X * w).reshape(2, 4, 4)
    right = np.stack([[parts[:, i : i + 2, j : j + 2].sum(axis=(1, 2)) for j in range(3)] for i in range(3)]).transpose(2, 0, 1)
    expect(occlusion, net, X, 0, 2, 0.0).equals(right)


# q11 permutation_importance: the average over all orders, and the spread of one shuffle, are known exactly.


def exact_importance(params, X, y):
    """Mean and standard deviation of the importance from one shuffle, (D,) each.

    hits[n, m] says whether sample n is classified rightly with the entry of sample m. One shuffle picks one entry of
    each row and column of that table at random; mean and variance of such a sum are classical (Hoeffding 1951).
    """
    N, D = X.shape
    before = np.mean(np.argmax(outputs(params, X), axis=1) == y)
    mean, spread = np.zeros(D), np.zeros(D)
    for j in range(D):
        mixed = np.repeat(X[:, None, :], N, axis=1)
        mixed[:, :, j] = X[None, :, j]
        hits = np.argmax(outputs(params, mixed.reshape(N * N, D)), axis=1).reshape(N, N) == y[:, None]
        rest = hits - hits.mean(axis=0) - hits.mean(axis=1, keepdims=True) + hits.mean()
        mean[j], spread[j] = before - hits.mean(), np.sqrt(np.sum(rest**2) / (N - 1)) / N
    return mean, spread


def planted(draw, N, kinds=("tanh",), wrong=0):
    """A network with strong, weak and idle features among five, samples, and its own classes, `wrong` of them changed.

    Drawn again until the rarest of the three classes has a seventh of the samples: else no feature would matter.
    """
    while True:
        params = network(draw, 5, 6, 3, kinds=kinds, biases=0.2)
        params[0][0][:] *= np.array([[2.0], [0.0], [0.7], [0.2], [1.2]])
        X = draw.normal(size=(N, 5))
        y = np.argmax(outputs(params, X), axis=1)
        if np.min(np.bincount(y, minlength=3)) >= N / 7:
            break
    y[:wrong] = (y[:wrong] + 1) % 3
    return params, X, y


def within_chance(call, params, X, y, repeats):
    """Every importance within SIGMAS standard deviations of its exact mean; where no shuffle changes anything, exactly there."""
    mean, spread = exact_importance(params, X, y)
    call.has_shape((X.shape[1],)).finite()
    for j in range(X.shape[1]):
        call[j].equals(float(mean[j]), atol=float(SIGMAS * spread[j] / np.sqrt(repeats)) + 1e-9)


@check("q11", points=3, hidden=True)
def as_large_as_chance_allows(permutation_importance):
    """Planted features, strong and weak and idle: every importance is where the average over all orders puts it."""
    draw = rng(90, 1)
    cases = [(*planted(draw, N, kinds), repeats, rng(90, 2, N)) for N, kinds, repeats in ((40, ("tanh",), 60), (25, ("relu",), 80))]
    # The second network in other units: its classes are the same.
    ((W, b, kind), (V, d, last)), X, *rest = cases[1]
    cases[1] = ([(1e6 * W, b, kind), (1e-9 * V, 1e-9 * d, last)], 1e-6 * X, *rest)
    for call in each(permutation_importance, cases):
        within_chance(call.unchanged(), *call.args[:4])


@check("q11", points=1, hidden=True)
def imperfect_networks(permutation_importance):
    """A network that is wrong on some samples or on all: counted from its own accuracy, below 0 where shuffling helps."""
    for wrong in (14, 36):
        params, X, y = planted(rng(90, 3), 36, wrong=wrong)
        call = expect(permutation_importance, params, X, y, 60, rng(90, 4, wrong))
        within_chance(call, params, X, y, 60)


SIGN = [(np.array([[-1.0, 1.0]]), np.zeros(2), "linear")]


@check("q11", points=1, hidden=True)
def orders_not_draws(permutation_importance):
    """Two samples, one shuffle: they swap or they do not, so the loss is 0 or 1, and both happen."""
    # 40 single shuffles: all alike with a probability of 2e-12. Draws with replacement give 0.5 half of the time.
    X, y = np.array([[-1.0], [1.0]]), np.array([0, 1])
    calls = list(each(permutation_importance, [(SIGN, X, y, 1, rng(90, 5, n)) for n in range(40)]))
    seen = {float(call.has_shape((1,)).value[0]) for call in calls}
    calls[0].holds(seen <= {0.0, 1.0}, "two samples that are put in a random order gave a loss other than 0 and 1")
    calls[0].holds(len(seen) == 2, "40 shuffles of two samples, each with another generator, all gave the same order")


@check("q11", points=1.5, hidden=True)
def as_many_shuffles_as_asked(permutation_importance):
    """The average is over as many shuffles as asked, each in a new order; the accuracy drop of two samples shows it."""
    # Two samples, 12 shuffles: the number of swaps is binomial. Over 60 calls the mean loss has a standard deviation of
    # 0.019 and every loss is a multiple of 1/12; with one order for all shuffles only 0 and 1 would appear.
    X, y = np.array([[-1.0], [1.0]]), np.array([0, 1])
    calls = list(each(permutation_importance, [(SIGN, X, y, 12, rng(90, 6, n)) for n in range(60)]))
    losses = np.array([call.has_shape((1,)).value[0] for call in calls])
    calls[0].holds(np.allclose(12 * losses, np.round(12 * losses), atol=1e-6), "the mean of 12 losses of 0 or 1 is not a multiple of 1/12")
    calls[0].holds(np.any((losses > 0.01) & (losses < 0.99)), "12 shuffles never differed from each other")
    calls[0].holds(abs(losses.mean() - 0.5) < SIGMAS * 0.0187, "two samples are not swapped half of the time")
    calls[0].holds(losses.std() < 0.32, "the averages of 12 shuffles are spread as widely as single shuffles")
    for repeats in (61, 211):
        call = expect(permutation_importance, SIGN, X, y, repeats, rng(90, 6, repeats)).has_shape((1,)).finite()
        swaps = repeats * float(call.value[0])
        call.holds(abs(swaps - round(swaps)) < 1e-6, f"the mean of {repeats} losses of 0 or 1 is not a multiple of 1/{repeats}")


@check("q11", points=1, hidden=True)
def leaves_samples_alone(permutation_importance):
    """params, X and y are what they were; the same generator gives the same result; features do not disturb each other."""
    params, X, y = planted(rng(90, 7), 20)
    first, again = each(permutation_importance, [(params, X, y, 3, rng(90, 8)), (params, X, y, 3, rng(90, 8))])
    first.unchanged()
    again.equals(first.has_shape((5,)).value)
    # Features 0 and 1 copy each other and only 0 counts: where column 0 stayed shuffled, feature 1 would look important.
    column = np.array([-3.0, -2.0, -1.0, 1.0, 2.0, 3.0])
    net = [(np.array([[-1.0, 1.0], [0.0, 0.0]]), np.zeros(2), "linear")]
    call = expect(permutation_importance, net, np.column_stack([column, column]), (column > 0).astype(int), 30, rng(90, 9))
    call.has_shape((2,))[1].equals(0.0)


# q12 spurious_pixel


def answer_of(spurious_pixel):
    """The three numbers of an answer, if it is one."""
    call = expect(spurious_pixel)
    parts = [part.value for part in call.unpack(3)]
    call.holds(all(isinstance(part, int | np.integer) and not isinstance(part, bool) for part in parts), "the answer is not three integers")
    return call, tuple(int(part) for part in parts)


@check("q12", points=2, hidden=True)
def the_pixel(spurious_pixel):
    """The pixel that the laboratory's network goes by."""
    call, (row, column, _) = answer_of(spurious_pixel)
    call.holds((row, column) == (6, 1), "the laboratory's network does not go by this pixel")


@check("q12", points=1.5, hidden=True)
def the_class(spurious_pixel):
    """The class that the laboratory's network then sees."""
    call, (_, _, c) = answer_of(spurious_pixel)
    call.holds(c == 3, "this is not the class that the pixel speaks for")


# q13 linear_probe


def clouds(draw, N, M, C, spread=1.0):
    """Normal clouds around random centres with classes of unequal size; every class appears."""
    y = np.concatenate([np.arange(C), draw.choice(C, size=N - C, p=np.arange(1, C + 1) / np.sum(np.arange(1, C + 1)))])
    return draw.normal(size=(C, M))[y] + spread * draw.normal(size=(N, M)) + 2.0, y


def probe_cases(*key):
    """Representations of any width, two to four classes, strong and weak penalties."""
    draw = rng(*key)
    cases = []
    for N, K, M, C, lam in ((40, 25, 3, 3, 0.5), (30, 50, 6, 2, 20.0), (25, 20, 1, 2, 1e-3), (60, 41, 4, 4, 2.0), (300, 290, 2, 3, 1.0)):
        H, y = clouds(draw, N + K, M, C)
        cases.append((H[:N], y[:N], H[N:], y[N:], lam))
    H, y, H_test, y_test, lam = cases[0]
    cases += [(size * H, y, size * H_test, y_test, other) for size, other in ((1e-3, 0.5), (300.0, 1e3 / 3), (300.0, 1e6), (1.0, 1e10 / 3))]
    return cases


@check("q13", points=2.5, hidden=True)
def the_weights(linear_probe):
    """The weights of the probe, biases in the last row, for any number of classes and any penalty."""
    for call in each(linear_probe, probe_cases(92, 1)):
        V, accuracy = call.unpack(2)
        # The penalty as rows of data loses digits where it is strong: eps times the root of lam.
        V.equals(expected_from(weights_of_probe, *call.args, rtol=1e-10))
        call.unchanged()


def weights_of_probe(*args):
    """The first result of linear_probe."""
    return reference.linear_probe(*args)[0]


@check("q13", points=2, hidden=True)
def the_accuracy(linear_probe):
    """The share of *test* samples that is right."""
    for call in each(linear_probe, probe_cases(92, 2)):
        call.unpack(2)[1].equals(float(reference.linear_probe(*call.args)[1]))


@check("q13", points=1, hidden=True)
def the_solution_is_stationary(linear_probe):
    """At V the slope of the penalised squared error is zero, penalty on the biases included."""
    (H, y, H_test, y_test, lam), *_ = probe_cases(92, 3)
    V, _ = expect(linear_probe, H, y, H_test, y_test, lam).unpack(2)
    A, Y = np.column_stack([H, np.ones(len(H))]), np.eye(3)[y]
    V.has_shape((4, 3)).finite()
    V.holds(np.allclose(A.T @ (A @ V.value - Y) + lam * V.value, 0.0, atol=1e-8), "the penalised squared error can still be lowered at V")


@check("q13", points=1, hidden=True)
def few_test_samples(linear_probe):
    """One test sample, and a test set in which a class is missing."""
    draw = rng(92, 4)
    H, y = clouds(draw, 33, 3, 3)
    for n in (30, 31, 32):
        call = expect(linear_probe, H[:30], y[:30], H[n : n + 1], y[n : n + 1], 0.3)
        V, accuracy = call.unpack(2)
        V.equals(expected_from(weights_of_probe, *call.args))
        accuracy.equals(float(reference.linear_probe(*call.args)[1]))


# q14 separability_curve


def curve_case(draw, widths, kinds, C, N, K, lam):
    """A network, and samples from clouds that are not linearly separable: the classes follow the product of two inputs."""
    params = network(draw, *widths, kinds=kinds)
    X = draw.normal(size=(N + K, widths[0]))
    score = X[:, 0] * X[:, 1] + 0.3 * X[:, 0]
    y = np.digitize(score, np.quantile(score, np.arange(1, C) / C))
    while len(np.unique(y[:N])) < C:
        X, y = np.roll(X, 1, axis=0), np.roll(y, 1)
    return params, X[:N], y[:N], X[N:], y[N:], lam


@check("q14", points=3, hidden=True)
def any_network(separability_curve):
    """Networks of two to four layers: every entry of the curve."""
    draw = rng(93, 1)
    cases = [
        curve_case(draw, (2, 8, 3), ("relu",), 2, 60, 97, 0.1),
        curve_case(draw, (3, 7, 5, 2), ("tanh", "relu"), 3, 80, 89, 0.5),
        curve_case(draw, (4, 9, 6, 6, 3), ("relu", "relu", "relu"), 2, 90, 101, 1.0),
        curve_case(draw, (2, 5, 2), ("tanh",), 2, 300, 290, 0.3),  # more samples than a block of 256 holds
    ]
    for call in each(separability_curve, cases):
        call.equals(expected_curve(*call.args)).unchanged()


def expected_curve(*args):
    """The right curve; accuracies are ratios of whole numbers, so nothing is left to rounding."""
    return reference.separability_curve(*args)


@check("q14", points=1.5, hidden=True)
def behind_the_bend(separability_curve):
    """A layer counts after its activation: the exclusive or is readable behind four ReLU units, and not before."""
    # 600 points to fit, 400 to judge, 40 seeds: at most 0.66 on the inputs, at least 0.94 behind the layer
    # (tests/calibration/a8_probes.py).
    draw = rng(93, 2)
    X = draw.normal(size=(1000, 2))
    y = ((X[:, 0] > 0) == (X[:, 1] > 0)).astype(int)
    net = [(np.array([[1.0, -1.0, 1.0, -1.0], [1.0, -1.0, -1.0, 1.0]]), np.zeros(4), "relu"), (np.ones((4, 1)), np.zeros(1), "linear")]
    call = expect(separability_curve, net, X[:600], y[:600], X[600:], y[600:], 0.1)
    call.has_shape((3,)).holds(call.value[0] < 0.75, "on the inputs a linear probe cannot do this well")
    call.holds(call.value[1] > 0.88, "behind the layer a linear probe does better than this")


@check("q14", points=1, hidden=True)
def one_layer(separability_curve):
    """A single linear layer that keeps everything: two entries."""
    draw = rng(93, 3)
    call = expect(separability_curve, *curve_case(draw, (3, 3), (), 3, 50, 61, 0.2))
    call.equals(expected_curve(*call.args))


@check("q14", points=1, hidden=True)
def fitted_on_one_judged_on_the_other(separability_curve):
    """Few samples to fit and many to judge, then the two sets exchanged: two different curves."""
    draw = rng(93, 4)
    params, X, y, X_test, y_test, lam = curve_case(draw, (3, 12, 2), ("tanh",), 2, 20, 83, 1e-3)
    for call in each(separability_curve, [(params, X, y, X_test, y_test, lam), (params, X_test, y_test, X, y, lam)]):
        call.equals(expected_curve(*call.args)).unchanged()
