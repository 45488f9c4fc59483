"""Hidden checks of a6: any numbers, any width, and surfaces the learner has not seen."""

import numpy as np

from autograder.checking import Expected, Outcome, check, each, expect, expected_from, rng
from autograder.checking.chain import view
from autograder.checking.neurons import steps_in_order
from autograder.checking.observe import Named

from . import reference
from .reference import evaluate

# Shares of what the best plane leaves, and how far a claimed error may be from the one measured here:
# tests/calibration/a6_fit_surface.py prints the distributions.
BARS = {"tanh": 1 / 3, "relu": 0.4}
CLAIM = 0.3
LINE = (np.arange(41) + 0.5) / 20.5 - 1
GRID = np.array([(a, b) for a in LINE for b in LINE])


def is_net(call, width, act):
    """The result is a net of `width` hidden neurons with that activation; what else is in the dict is not looked at."""
    net = call.value
    if not isinstance(net, dict):
        call.fail("type", "the net is not a dict with W1, b1, w2, b2 and act")
    call.holds(all(net.get(key) is not None for key in ("W1", "b1", "w2", "b2", "act")), "the net lacks one of W1, b1, w2, b2 and act")
    for key, shape in (("W1", (2, width)), ("b1", (width,)), ("w2", (width,))):
        call[key].has_shape(shape).finite()
    call.holds(np.size(net["b2"]) == 1 and np.all(np.isfinite(net["b2"])), "b2 is not one number")
    call.holds(isinstance(net["act"], str) and net["act"] == act, "act is not the activation asked for")
    return {**net, "b2": float(np.asarray(net["b2"]).reshape(()))}


@check("q2", points=2, hidden=True)
def any_bump(bump):
    """Any place, height and steepness, on lines and tables, also below 0."""
    draw = rng(62, 1)
    cases = []
    for shape, w in (((7,), 3.0), ((4, 3), 20.0), ((1,), 1.5), ((2, 2, 2), 8.0)):
        left = float(draw.uniform(-2, 1))
        cases.append((draw.uniform(-3, 3, size=shape), left, left + float(draw.uniform(0.2, 2)), float(draw.uniform(0.5, 9)), w))
    x = draw.uniform(-3, 3, size=5)
    cases += [(x, -1.0, 0.5, -2.5, 4.0), (x[::-1].copy(), -1.0, 0.5, -2.5, 4.0), (x, -1, 1, 2, 3)]
    # Bumps of any height and width.
    cases += [(x, -1.0, 0.5, 2.5 * size, 4.0) for size in (1e-13, 1e9)] + [(size * x, -size, 0.5 * size, 2.5, 4 / size / 3) for size in (1e-13, 1e9)]
    for call in each(bump, cases):
        right = expected_from(reference.bump, *call.args)
        # Far from the bump two sigmoids cancel: beside its height nothing small has digits of its own in any formula.
        call.equals(Expected(right.value, right.tolerance + 1e-12 * abs(call.args[3]))).unchanged()


@check("q2", points=1, hidden=True)
def very_steep(bump):
    """Steepness up to a million: no NaN, and a box."""
    x = np.array([-50.0, -1.5, -0.5, 0.5, 1.5, 60.0])
    for call in each(bump, [(x, -1.0, 1.0, 3.0, w) for w in (1e3, 1e6)]):
        call.equals(np.array([0.0, 0.0, 3.0, 3.0, 0.0, 0.0]), atol=1e-12)


@check("q2", points=1, hidden=True)
def area_to_the_box(bump):
    """Between a bump of height h and its box lies the area 4 h ln 2 / w."""
    x = (np.arange(4000) + 0.5) / 4000
    for call in each(bump, [(x, 0.25, 0.75, h, w) for h, w in ((1.0, 200.0), (4.0, 100.0))]):
        h, w = call.args[3:]
        area = np.mean(np.abs(call.has_shape(x.shape).finite().value - h * ((x > 0.25) & (x < 0.75))))
        call.holds(abs(area - 4 * h * np.log(2) / w) < 0.02 * area, "the area between the bump and the box is not 4 h ln 2 / w")


@check("q3", points=3, hidden=True)
def any_tower(tower):
    """Any rectangle, height and steepness, at any number of points."""
    draw = rng(63, 1)
    cases = []
    for N, w in ((6, 3.0), (1, 5.0), (9, 12.0), (2, 2.0), (300, 4.0)):  # the last: more than a block of 256
        low = draw.uniform(-2, 0, size=2)
        cases.append((draw.uniform(-2, 2, size=(N, 2)), low, low + draw.uniform(0.3, 2.5, size=2), float(draw.uniform(2, 9)), w))
    X, low, high, h, w = cases[0]
    cases += [(size * X, size * low, size * high, h, w / size / 7) for size in (1e-13, 1e9)] + [(X, low, high, 1e-6 * h, w), (X[::-1].copy(), low, high, h, w), (X, (-1, 0), (1, 2), 3, 2)]
    for call in each(tower, cases):
        call.equals(expected_from(reference.tower, *call.args)).unchanged()


@check("q3", points=2, hidden=True)
def each_input_has_its_own_wall(tower):
    """A long and narrow rectangle: a point inside it is not inside when its coordinates are swapped."""
    X = np.array([[0.5, 3.0], [3.0, 0.5], [0.5, -3.0], [-3.0, 0.5], [0.0, 0.0]])
    for call in each(tower, [(X, (-1.0, -4.0), (1.0, 4.0), h, 500.0) for h in (10.0, 4.0)]):
        call.equals(expected_from(reference.tower, *call.args))


@check("q3", points=1, hidden=True)
def very_steep_tower(tower):
    """Steepness of a million and heights of a thousand: 0 and 1, not NaN."""
    X = np.array([[0.5, 0.5], [0.5, 2.0], [2.0, 0.5], [-70.0, 80.0]])
    expect(tower, X, (0.0, 0.0), (1.0, 1.0), 1000.0, 1e6).equals(np.array([1.0, 0.0, 0.0, 0.0]), atol=1e-12)


def by_sides(net):
    """The net with its neurons in order; of its output only the sign counts."""
    return steps_in_order(net, by_sign=True)


def around_polygon(n, draw, N=60):
    """Points inside and outside the polygon with n sides, none nearer to its border than 2 percent; and which are inside."""
    angle = draw.uniform(0, 2 * np.pi, N)
    rays = np.column_stack([np.cos(angle), np.sin(angle)])
    sides = 2 * np.pi * np.arange(n) / n
    border = 1 / np.max(rays @ np.array([np.cos(sides), np.sin(sides)]), axis=1)
    inside = draw.random(N) < 0.5
    share = np.where(inside, draw.uniform(0.0, 0.98, N), draw.choice([1.02, 1.2, 3.0, 40.0], N))
    return (share * border)[:, None] * rays, inside


@check("q4", points=3, hidden=True)
def any_polygon(polygon_tower):
    """From 3 to 64 sides: positive inside, negative outside, near the border and far away."""
    draw = rng(64, 1)
    for call in each(view(polygon_tower, by_sides), [(n,) for n in (3, 4, 5, 7, 12, 64)]):
        n = call.args[0]
        X, inside = around_polygon(n, draw)
        values = evaluate(is_net(call, n, "step"), X)
        call.holds(np.all(values[inside] > 0), "the output is not positive at every point inside")
        call.holds(np.all(values[~inside] < 0), "the output is not negative at every point outside")


@check("q4", points=2, hidden=True)
def areas_of_polygons(polygon_tower):
    """The area of the polygon is n tan(pi / n), counted on a fine grid."""
    line = (np.arange(160) + 0.5) / 40 - 2
    grid = np.array([(a, b) for a in line for b in line])
    for call in each(view(polygon_tower, by_sides), [(n,) for n in (4, 6, 8, 16)]):
        n = call.args[0]
        area = 16 * np.mean(evaluate(is_net(call, n, "step"), grid) > 0)
        call.holds(abs(area - n * np.tan(np.pi / n)) < 0.03, "the area of the positive part is not that of the polygon")


def cut(normal, offset):
    """A net that is positive where normal . x + offset > 0."""
    return {"W1": np.array(normal, dtype=float)[:, None], "b1": np.array([offset]), "w2": np.ones(1), "b2": -0.5, "act": "step"}


@check("q5", points=2, hidden=True)
def any_area(area_mc):
    """Polygons, half planes and a cross, in squares of several sizes: within 6 standard errors of the exact area."""
    cases = [
        ((reference.polygon_tower(8), 1.5, 3000), 8 * np.tan(np.pi / 8)),
        ((cut((0.0, -1.0), -0.5), 1.0, 2003), 1.0),
        ((cut((1.0, 0.0), -2.0), 4.0, 1500), 16.0),
        ((reference.one_layer_tower(2), 3.0, 2500), 20.0),
        ((cut((1.0, 1.0), 0.0), 0.1, 900), 0.02),
        ((dict(reversed(reference.polygon_tower(4).items())), 2, 1100), 4.0),
        ((cut((1.0, 1.0), 0.0), 1e-9, 900), 2e-18),
        ((cut((1.0, -2.0), 0.0), 1e6, 900), 2e12),
    ]
    calls = each(area_mc, [(*args, rng(65, 1, i)) for i, (args, _) in enumerate(cases)])
    for call, (_, right) in zip(calls, cases, strict=True):
        area = call.unpack(2)[0].has_shape(()).has_dtype("float").finite()
        square, samples = (2 * call.args[1]) ** 2, call.args[2]
        spread = np.sqrt(right * (square - right) / samples)
        area.holds(abs(area.value - right) < 6 * spread, "the area is more than 6 standard errors away from the right one")


@check("q5", points=1, hidden=True)
def the_error_bar(area_mc):
    """The area is a whole number of hits, and the standard error follows from it; chance comes from rng alone."""
    net = reference.polygon_tower(5)
    cases = [(net, half, samples, rng(65, 2, key)) for half, samples, key in ((2.0, 400, 1), (1.3, 5001, 2), (2.0, 400, 1))]
    cases += [(net, 2.0, 400, rng(65, 2, key)) for key in range(3, 11)]
    cases += [(cut((1.0, 1.0), 0.0), half, 300, rng(65, 2, 11)) for half in (1e-9, 1e6)]
    calls = list(each(area_mc, cases))
    for call in calls:
        area, error = call.unchanged().unpack(2)
        error.has_shape(()).has_dtype("float").finite()
        area.has_shape(()).has_dtype("float").finite()
        square, samples = (2 * call.args[1]) ** 2, call.args[2]
        p = area.value / square
        area.holds(abs(p * samples - round(p * samples)) < 1e-6, "the area is not a whole number of hits")
        right = square * np.sqrt(p * (1 - p) / samples)
        # samples - 1 in place of samples is the same formula for another taste: both are let through.
        error.holds(abs(error.value - right) < right / samples + 1e-12 * square, "the standard error does not belong to this share of hits")
    found = [float(call.value[0]) for call in calls]
    calls[2].holds(found[0] == found[2], "the same generator gave two different areas")
    calls[3].holds(len(set(found[3:11])) > 1, "eight different generators gave the same area")


def off_the_edges(n, draw, N=80, reach=6.0):
    """Points that are no nearer than 0.001 to an edge of one of n ridges, and the right heights there."""
    angles = np.pi * np.arange(n) / n
    X = draw.uniform(-1, 1, size=(N, 2)) * draw.choice([0.9, 2.0, reach], size=(N, 1))
    across = X @ np.array([np.cos(angles), np.sin(angles)])
    X = X[np.all(np.abs(np.abs(across) - 1) > 1e-3, axis=1)]
    return X, np.mean(np.abs(X @ np.array([np.cos(angles), np.sin(angles)])) < 1, axis=1)


@check("q6", points=3, hidden=True)
def any_ridges(one_layer_tower):
    """From 1 to 16 ridges: the share of ridges a point stands on, near the middle and far out."""
    draw = rng(66, 1)
    for call in each(view(one_layer_tower, steps_in_order), [(n,) for n in (1, 2, 3, 4, 7, 16)]):
        n = call.args[0]
        X, heights = off_the_edges(n, draw)
        found = evaluate(is_net(call, 2 * n, "step"), X)
        call.holds(np.allclose(found, heights, rtol=0, atol=1e-9), "the height is not the share of ridges under the point")


@check("q6", points=2, hidden=True)
def centre_to_arm(one_layer_tower):
    """The middle is n times as high as an arm far out, and in the gaps far out there is nothing."""
    for call in each(view(one_layer_tower, steps_in_order), [(n,) for n in (2, 5, 8)]):
        n = call.args[0]
        net = is_net(call, 2 * n, "step")
        along = np.pi / 2 + np.pi * np.arange(2 * n) / n
        far = 100.0 * np.column_stack([np.cos(along), np.sin(along)])
        gaps = 100.0 * np.column_stack([np.cos(along + np.pi / (2 * n)), np.sin(along + np.pi / (2 * n))])
        call.holds(np.allclose(evaluate(net, np.zeros((1, 2))), 1.0, atol=1e-9), "the middle is not 1 high")
        call.holds(np.allclose(evaluate(net, far), 1 / n, atol=1e-9), "an arm is not 1/n high")
        call.holds(np.allclose(evaluate(net, gaps), 0.0, atol=1e-9), "between the arms the height is not 0")


class Built:
    """A learner's function that returns a function, as one function of (f, M, X): f_hat is built, then asked at X."""

    arguments = ("f", "M", "the points that f_hat was asked for")

    def __init__(self, build):
        self._build = build if hasattr(type(build), "observe_many") else Named(getattr(build, "__name__", "the function"), build)
        self.__name__ = self._build.__name__

    def observe_many(self, cases):
        """Build every f_hat in one batch, then ask each at its points; what is no function is handed on as it is."""
        outcomes = list(self._build.observe_many([case[:2] for case in cases]))
        for i, made in enumerate(outcomes):
            if made.error is None and (callable(made.value) or hasattr(type(made.value), "observe_many")):
                (asked,) = Named("f_hat", made.value).observe_many([(cases[i][2],)])
                mutated = (*made.mutated, *(2 for _ in asked.mutated))
                outcomes[i] = Outcome(asked.value, asked.error, asked.message, asked.traceback, mutated, asked.stdout)
        return outcomes


def city(f, M, X):
    """The right heights of a city of towers."""
    return reference.approx_by_bumps(f, M)(X)


def slope(X):
    """x1^2 + 3 x2."""
    return X[:, 0] ** 2 + 3 * X[:, 1]


def saddle(X):
    """x1^2 - x2^2."""
    return X[:, 0] ** 2 - X[:, 1] ** 2


def tilted(X):
    """exp(x1) - 2 x2 + x1 x2: different in every cell."""
    return np.exp(X[:, 0]) - 2 * X[:, 1] + X[:, 0] * X[:, 1]


def low(X):
    """A surface a millionth of a millionth high."""
    return 1e-12 * tilted(X)


def mountains(X):
    """A surface a thousand million high."""
    return 1e9 * tilted(X)


def in_cells(M, draw, N=40):
    """Points of the square, none nearer to the border of a cell than 2 percent of its width."""
    return -1 + 2 * (draw.integers(M, size=(N, 2)) + draw.uniform(0.02, 0.98, size=(N, 2))) / M


@check("q7", points=3, hidden=True)
def any_city(approx_by_bumps):
    """From 1 to 60 cells on a side: every point has the height of its own cell."""
    draw = rng(67, 1)
    for call in each(Built(approx_by_bumps), [(tilted, M, in_cells(M, draw)) for M in (1, 2, 3, 5, 8, 12, 60)]):
        call.equals(city(*call.args))
    for call in each(Built(approx_by_bumps), [(f, 4, in_cells(4, draw)) for f in (low, mountains)]):
        right = city(*call.args)
        call.equals(right, atol=1e-9 * float(np.max(np.abs(right))))


@check("q7", points=2, hidden=True)
def x1_and_x2_are_not_swapped(approx_by_bumps):
    """A surface that is different when its inputs are swapped; a single point; the points are not changed."""
    draw = rng(67, 2)
    cases = [(slope, 4, in_cells(4, draw)), (saddle, 7, in_cells(7, draw, 1)), (slope, 3, in_cells(3, draw, 9))]
    for call in each(Built(approx_by_bumps), cases):
        call.equals(city(*call.args)).unchanged()


@check("q7", points=2, hidden=True)
def nothing_outside(approx_by_bumps):
    """Outside the square on all four sides, near and far, the height is 0; inside it is not."""
    X = np.array([[1.01, 0.3], [-1.01, 0.3], [0.3, 1.01], [0.3, -1.01], [5.0, 5.0], [-90.0, 0.1], [0.97, 0.97], [-0.97, -0.97]])
    for call in each(Built(approx_by_bumps), [(tilted, M, X) for M in (1, 4, 9)]):
        call.equals(city(*call.args))


@check("q7", points=1, hidden=True)
def error_halves(approx_by_bumps):
    """The rmse for the bowl is 0.9428 / M: with twice as many cells on a side it is halved."""
    X = in_cells(16, rng(67, 3), 4000)
    for call in each(Built(approx_by_bumps), [(reference.bowl, M, X) for M in (4, 8, 16)]):
        error = np.sqrt(np.mean((call.has_shape((4000,)).finite().value - reference.bowl(X)) ** 2))
        call.holds(abs(error * call.args[1] / 0.9428 - 1) < 0.1, "the rmse is not the one that cells of this size have")


def random_net(draw, M, act):
    """A net with weights and biases that matter."""
    return {"W1": draw.normal(size=(2, M)), "b1": draw.normal(size=M), "w2": draw.normal(size=M), "b2": float(draw.normal()), "act": act}


@check("q8", points=3, hidden=True)
def any_surface(surface_grid):
    """Any net, any square and any grid: the table of heights."""
    draw = rng(68, 1)
    cases = [
        (random_net(draw, 3, "tanh"), -1.0, 1.0, 5),
        (random_net(draw, 1, "relu"), -0.5, 3.0, 2),
        (random_net(draw, 6, "sigmoid"), 0.2, 0.9, 8),
        (random_net(draw, 4, "relu"), -4.0, -1.0, 3),
    ]
    net = random_net(draw, 3, "relu")
    for size in (1e-13, 1e9):
        cases.append(({**net, "b1": size * net["b1"], "b2": size * net["b2"]}, -size, 2.0 * size, 3))
        cases.append(({**net, "w2": size * net["w2"], "b2": size * net["b2"]}, -1 / 3, 2 / 3, 3))
        cases.append(({**net, "W1": net["W1"] / size}, -size, 2.0 * size, 3))
    cases += [(net, 0.5, 0.5 + 1e-6, 3), ({**net, "W1": -net["W1"]}, 0.5, 0.5 + 1e-6, 3), (net, -1, 1, 4)]  # whole numbers are numbers
    cases.append((dict(reversed(net.items())), -1 / 3, 2 / 3, 3))  # what stands under a key is told by the key
    for call in each(surface_grid, cases):
        call.equals(expected_from(reference.surface_grid, *call.args)).unchanged()


@check("q8", points=1, hidden=True)
def inputs_are_not_swapped(surface_grid):
    """A net that hears x2 only: the heights change along the rows, and both ends of the grid are met."""
    net = {"W1": np.array([[0.0, 0.0], [1.0, -2.0]]), "b1": np.array([0.3, 0.1]), "w2": np.array([2.0, 1.0]), "b2": 0.5, "act": "relu"}
    for call in each(surface_grid, [(net, -1.0, 2.0, 4), (net, -1.0, 2.0, 2)]):
        call.equals(expected_from(reference.surface_grid, *call.args)).unchanged()


def distance(a, b):
    """The root mean squared difference of two arrays."""
    return float(np.sqrt(np.mean((a - b) ** 2)))


def plane_error(f):
    """The error of the best plane."""
    A = np.column_stack([GRID, np.ones(len(GRID))])
    return distance(A @ np.linalg.lstsq(A, f(GRID), rcond=None)[0], f(GRID))


def reaches_the_goal(fit_surface, f, width, act, *key):
    """The net is one, its error is the one it claims, and small enough as a share of what the best plane leaves."""
    call = expect(fit_surface, f, width, act, rng(*key))
    net, error = call.unpack(2)
    measured = distance(evaluate(is_net(net, width, act), GRID), f(GRID))
    error.has_shape(()).has_dtype("float").finite()
    error.holds(abs(float(error.value) - measured) <= CLAIM * measured + 1e-12, "the error is not the one on points that were not used")
    net.holds(measured <= BARS[act] * plane_error(f), "the net's rmse is above the goal")


def wave(X):
    """sin(2 x1) + x2^2 - 12."""
    return np.sin(2 * X[:, 0]) + X[:, 1] ** 2 - 12


def crease(X):
    """3 |x1 - 0.5| + x2^2 + x1 x2: a crease beside the middle."""
    return 3 * np.abs(X[:, 0] - 0.5) + X[:, 1] ** 2 + X[:, 0] * X[:, 1]


@check("q9", points=2, hidden=True)
def the_bowl_with_relu(fit_surface):
    """The bowl with six ReLU neurons reaches the goal."""
    reaches_the_goal(fit_surface, reference.bowl, 6, "relu", 69, 1)


@check("q9", points=3, hidden=True)
def a_saddle_and_a_slope(fit_surface):
    """x1^2 - x2^2 and x1^2 + 3 x2 with six tanh neurons reach the goal."""
    reaches_the_goal(fit_surface, saddle, 6, "tanh", 69, 2)
    reaches_the_goal(fit_surface, slope, 6, "tanh", 69, 3)


@check("q9", points=4, hidden=True)
def surfaces_not_seen(fit_surface):
    """Two other surfaces, one with eight tanh and one with ten ReLU neurons, reach the goal."""
    reaches_the_goal(fit_surface, wave, 8, "tanh", 69, 4)
    reaches_the_goal(fit_surface, crease, 10, "relu", 69, 5)


@check("q9", points=2, hidden=True)
def chance_comes_from_the_generator(fit_surface):
    """The same generator gives the same net, another one another net; the error is measured on points of its own."""
    seen = []

    def watched(X):
        seen.append(np.array(X))
        return saddle(X)

    calls = list(each(fit_surface, [(f, 1, "tanh", rng(69, 6, key)) for f, key in ((watched, 0), (saddle, 0), (saddle, 1))]))
    # 1000 points to train on and 1000 others; half of them leave room for points that are drawn more than once.
    asked = np.unique(np.vstack(seen), axis=0) if all(X.ndim == 2 for X in seen) and seen else np.zeros((0, 2))
    calls[0].holds(len(asked) >= 1500, "f was not asked for its heights at 1000 points for training and at 1000 others for the error")
    nets = [is_net(call.unpack(2)[0], 1, "tanh") for call in calls]
    same, other = (all(np.allclose(nets[0][key], net[key], rtol=1e-6, atol=1e-9) for key in ("W1", "b1", "w2", "b2")) for net in nets[1:])
    calls[1].holds(same, "the same generator gave two different nets")
    calls[2].holds(not other, "two different generators gave the same net")
    for call in calls:
        call.unchanged()


def promised(curve):
    """The entries of an error curve that the notebook asks for."""
    return {key: value for key, value in curve.items() if key in ("widths", "best", "median", "worst", "slope")} if isinstance(curve, dict) else curve


def bumpy(width, seed):
    """Made-up errors in no order: neither widths nor seeds are sorted by them."""
    return 0.5 / width**0.7 * (1.2 + np.sin(3.0 * seed + width))


def flat(width, seed):
    """Errors that do not depend on the width."""
    return 1.0 + 0.25 * seed


def minute(width, seed):
    """Errors of a millionth of a millionth."""
    return 1e-12 * bumpy(width, seed)


def huge(width, seed):
    """Errors of a thousand million."""
    return 1e9 * bumpy(width, seed)


def right_curve(fit, widths, seeds):
    """The right dict, with widths as floats so that either kind of number is accepted; errors to nine digits of their own."""
    curve = reference.error_curve(fit, widths, seeds)
    errors = {key: 1e-9 * np.abs(curve[key]) for key in ("best", "median", "worst")}
    return Expected({**curve, "widths": curve["widths"].astype(float)}, {"widths": np.zeros(len(widths)), **errors, "slope": 1e-9})


@check("q10", points=4, hidden=True)
def any_errors(error_curve):
    """Widths in any order, seeds of even and odd number, errors in no order: best, median, worst and slope."""
    cases = [(bumpy, [2, 3, 4, 6, 8], [0, 1, 2, 3]), (bumpy, [16, 2, 5], [7, 3, 1, 4, 9]), (bumpy, [1, 40], [2, 8])]
    cases += [(minute, [2, 5, 9], [1, 2, 3]), (huge, [2, 5, 9], [1, 2, 3]), (huge, [2, 5, 9], [1, 2, 3, 4]), (bumpy, list(range(1, 13)), list(range(6)))]
    for call in each(view(error_curve, promised), cases):
        call.equals(right_curve(*call.args)).unchanged()


@check("q10", points=2, hidden=True)
def one_run_each(error_curve):
    """With a single seed best, median and worst are the same."""
    for call in each(view(error_curve, promised), [(bumpy, [3, 9, 4], [5]), (flat, [2, 7], [1])]):
        call.equals(right_curve(*call.args))


@check("q10", points=2, hidden=True)
def nothing_falls(error_curve):
    """Errors that are the same for every width have slope 0; widths and seeds are not changed."""
    call = expect(view(error_curve, promised), flat, [2, 4, 8], [0, 1, 2, 3]).unchanged()
    call.equals({**right_curve(*call.args).value, "slope": 0.0}, atol=1e-9)
