"""Public checks of a6: worked numbers, shapes, inputs left as they were, and the bowl fitted with six neurons."""

import numpy as np

from autograder.checking import Outcome, check, each, expect, rng
from autograder.checking.chain import view
from autograder.checking.neurons import steps_in_order
from autograder.checking.observe import Named

# How far a claimed error may be from the one on the checks' own points, as a share of it; and the goals of q9.
CLAIM = 0.3
BARS = {"tanh": 1 / 3, "relu": 0.4}
LINE = (np.arange(41) + 0.5) / 20.5 - 1
GRID = np.array([(a, b) for a in LINE for b in LINE])


def activate(Z, act):
    """The activation of that name for every entry of Z."""
    if act == "step":
        return np.where(Z > 0, 1.0, 0.0)
    return np.tanh(Z) if act == "tanh" else np.maximum(Z, 0.0)


def evaluate(net, X):
    """The output of a net at the points X (N, 2): an array (N,)."""
    return activate(X @ net["W1"] + net["b1"], net["act"]) @ net["w2"] + float(np.asarray(net["b2"]).reshape(()))


def distance(a, b):
    """The root mean squared difference of two arrays."""
    return float(np.sqrt(np.mean((a - b) ** 2)))


def is_net(call, width, act):
    """The result is a net of `width` hidden neurons with that activation; what else is in the dict is not looked at."""
    net = call.value
    if not isinstance(net, dict):
        call.fail("type", "the net is not a dict with W1, b1, w2, b2 and act")
    missing = [key for key in ("W1", "b1", "w2", "b2", "act") if net.get(key) is None]
    call.holds(not missing, f"the net has no {' and no '.join(missing)}")
    for key, shape in (("W1", (2, width)), ("b1", (width,)), ("w2", (width,))):
        call[key].has_shape(shape).finite()
    call.holds(np.size(net["b2"]) == 1 and np.all(np.isfinite(net["b2"])), "b2 is not one number")
    call.holds(isinstance(net["act"], str) and net["act"] == act, f"act is not {act!r}")
    return call


def best_outer(net, X, y):
    """What is left of y with the best outer weights for the net's hidden layer."""
    H = np.column_stack([activate(X @ net["W1"] + net["b1"], net["act"]), np.ones(len(X))])
    return distance(H @ np.linalg.lstsq(H, y, rcond=None)[0], y)


def plane_error(f):
    """The error of the best plane."""
    flat = {"W1": np.eye(2), "b1": np.full(2, 2.0), "act": "relu"}  # x + 2 is positive all over the square
    return best_outer(flat, GRID, f(GRID))


def honest(call, f, width, act):
    """The result is a net and its error, and the error is what it says; returns the error on the checks' grid."""
    net, error = call.unpack(2)
    is_net(net, width, act)
    error.has_shape(()).has_dtype("float").finite()
    measured = distance(evaluate(net.value, GRID), f(GRID))
    close = abs(float(error.value) - measured) <= CLAIM * measured + 1e-12
    error.holds(close, f"the error is said to be {float(error.value):.4g}, but on other points of the square it is {measured:.4g}")
    return measured


def reaches_the_goal(call, f, width, act):
    """The error is small enough, as a share of what the best plane leaves."""
    measured, plane, net = honest(call, f, width, act), plane_error(f), call[0]
    if measured <= BARS[act] * plane:
        return
    said = f"the net's rmse is {measured:.3f}, and has to be at most {BARS[act]:.2g} of the best plane's {plane:.3f}"
    if not np.any(net.value["b1"]):
        net.fail("property", f"{said}; all entries of b1 are 0: do your hidden biases learn?")
    could = best_outer(net.value, GRID, f(GRID))
    if could <= BARS[act] * plane:
        net.fail("property", f"{said}; the hidden layer is good enough: with the best w2 and b2 for it the rmse would be {could:.3f}")
    stuck = " it does no better than a plane" if measured > 0.9 * plane else " did this start get stuck?"
    net.fail("property", f"{said};{stuck}")


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


def promised(curve):
    """The entries of an error curve that the notebook asks for."""
    return {key: value for key, value in curve.items() if key in ("widths", "best", "median", "worst", "slope")} if isinstance(curve, dict) else curve


@check("q1", points=0)
def one_and_seven(rmse):
    """Heights (1, 2) and (2, 9): the squared differences have mean 25, so the rmse is 5."""
    expect(rmse, np.array([1.0, 2.0]), np.array([2.0, 9.0])).equals(5.0)


@check("q1", points=0)
def any_size(rmse):
    """Ten differences of 0.5 make an rmse of 0.5; no difference makes 0."""
    half, none = each(rmse, [(np.zeros(10), np.full(10, -0.5)), (np.arange(4.0), np.arange(4.0))])
    half.equals(0.5)
    none.equals(0.0)


@check("q1", points=0)
def tables_of_heights(rmse):
    """Tables are compared entry by entry: three differences of 0 and one of 4 make an rmse of 2. Both tables stay what they are."""
    expect(rmse, np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[1.0, 2.0], [3.0, 8.0]])).equals(2.0).unchanged()


@check("q2", points=1)
def bump_by_hand(bump):
    """left = 0.4, right = 0.6, h = 2, w = 100: 0 at 0, 1 on the left edge, 1.9998184 in the middle."""
    expect(bump, np.array([0.0, 0.4, 0.5]), 0.4, 0.6, 2.0, 100.0).equals(np.array([0.0, 1.0, 1.9998184]), atol=1e-7)


@check("q2", points=1)
def bump_on_a_table(bump):
    """A table of places gives a table of heights, and the places are not changed."""
    expect(bump, np.array([[-1.0, 0.0, 1.0], [2.0, 3.0, 4.0]]), 0.5, 2.5, 1.0, 30.0).has_shape((2, 3)).has_dtype("float").unchanged().equals(
        np.array([[0.0, 0.0, 1.0], [1.0, 0.0, 0.0]]), atol=1e-6
    )


@check("q3", points=2)
def three_heights(tower):
    """h = 10, w = 1000: 0.0000003 far away, 0.006693 on each of the two arms, 0.993307 at the crossing."""
    X = np.array([[9.0, 9.0], [0.5, 9.0], [-4.0, 0.5], [0.5, 0.5]])
    right = np.array([3.059e-07, 0.0066928509, 0.0066928509, 0.9933071491])
    expect(tower, X, (0.0, 0.0), (1.0, 1.0), 10.0, 1000.0).equals(right, atol=1e-9).unchanged()


def by_sides(net):
    """The net with its neurons in order; of its output only the sign counts."""
    return steps_in_order(net, by_sign=True)


@check("q4", points=1)
def a_square(polygon_tower):
    """Four sides: (0.9, 0.9), (0, 0) and (-0.99, 0) are inside, (1.1, 0), (0, -1.1) and (3, 3) outside."""
    call = is_net(expect(view(polygon_tower, by_sides), 4), 4, "step")
    values = evaluate(call.value, np.array([[0.9, 0.9], [0.0, 0.0], [-0.99, 0.0], [1.1, 0.0], [0.0, -1.1], [3.0, 3.0]]))
    call.holds(np.all(values[:3] > 0), "the output is not positive at all three points inside")
    call.holds(np.all(values[3:] < 0), "the output is not negative at all three points outside")


@check("q4", points=1)
def the_corners_of_a_triangle(polygon_tower):
    """Three sides: the corner at (-2, 0) is sharp; (-1.9, 0) is inside, (-2.1, 0), (1.05, 0) and (-1.9, 0.3) are not."""
    call = is_net(expect(view(polygon_tower, by_sides), 3), 3, "step")
    values = evaluate(call.value, np.array([[-1.9, 0.0], [0.95, 0.0], [-2.1, 0.0], [1.05, 0.0], [-1.9, 0.3]]))
    call.holds(np.all(values[:2] > 0), "(-1.9, 0) and (0.95, 0) are not both inside")
    call.holds(np.all(values[2:] < 0), "(-2.1, 0), (1.05, 0) and (-1.9, 0.3) are not all outside")


def half_plane(x1=0.0):
    """A net that is positive where the first coordinate is larger than x1."""
    return {"W1": np.array([[1.0], [0.0]]), "b1": np.array([-x1]), "w2": np.ones(1), "b2": -0.5, "act": "step"}


@check("q5", points=1)
def half_of_the_square(area_mc):
    """The right half of a square of side 4: the area is within 6 standard errors of 8."""
    area, error = expect(area_mc, half_plane(), 2.0, 2000, rng(6, 51)).unpack(2)
    error.has_shape(()).has_dtype("float").finite()
    area.has_shape(()).has_dtype("float").finite()
    spread = 16 * np.sqrt(0.25 / 2000)
    area.holds(abs(area.value - 8.0) < 6 * spread, "the area is more than 6 standard errors away from 8")


@check("q5", points=1)
def all_or_nothing(area_mc):
    """A net that is positive everywhere has the whole square and no error; one that is never positive has nothing."""
    whole, nothing = each(area_mc, [(half_plane(-9.0), 1.5, 100, rng(6, 52)), (half_plane(9.0), 1.5, 100, rng(6, 53))])
    whole.equals((9.0, 0.0)).unchanged()
    nothing.equals((0.0, 0.0))


@check("q6", points=1)
def a_cross(one_layer_tower):
    """Two ridges: 1 at the origin and at (0.9, -0.9), 1/2 at (0, 5), (-5, 0) and (0.9, 3), 0 at (5, 5) and (-1.1, 1.1)."""
    call = is_net(expect(view(one_layer_tower, steps_in_order), 2), 4, "step")
    X = np.array([[0.0, 0.0], [0.9, -0.9], [0.0, 5.0], [-5.0, 0.0], [0.9, 3.0], [5.0, 5.0], [-1.1, 1.1]])
    wrong = np.abs(evaluate(call.value, X) - [1.0, 1.0, 0.5, 0.5, 0.5, 0.0, 0.0]) > 1e-9
    call.holds(not np.any(wrong), f"the height is wrong at {', '.join(str(tuple(x.tolist())) for x in X[wrong])}")


@check("q6", points=1)
def a_single_ridge(one_layer_tower):
    """One ridge: 1 where |x1| < 1, whatever x2 is, and 0 elsewhere."""
    call = is_net(expect(view(one_layer_tower, steps_in_order), 1), 2, "step")
    values = evaluate(call.value, np.array([[0.5, 7.0], [-0.9, -3.0], [1.1, 0.0], [-2.0, 4.0]]))
    call.holds(np.allclose(values, [1.0, 1.0, 0.0, 0.0], atol=1e-9), "a single ridge does not look like this")


def bowl(X):
    """x1^2 + x2^2 + 3."""
    return X[:, 0] ** 2 + X[:, 1] ** 2 + 3


def slope(X):
    """x1^2 + 3 x2."""
    return X[:, 0] ** 2 + 3 * X[:, 1]


@check("q7", points=2)
def four_towers(approx_by_bumps):
    """x1^2 + 3 x2 with 2 x 2 towers: 1.75 for x2 > 0, -1.25 for x2 < 0, and 0 outside the square."""
    X = np.array([[0.9, 0.1], [-0.2, 0.95], [0.9, -0.1], [-0.6, -0.6], [0.2, 3.0], [-1.5, 0.5]])
    expect(Built(approx_by_bumps), slope, 2, X).equals(np.array([1.75, 1.75, -1.25, -1.25, 0.0, 0.0])).unchanged()


@check("q7", points=2)
def a_single_tower(approx_by_bumps):
    """The bowl with a single tower is 3 all over the square."""
    expect(Built(approx_by_bumps), bowl, 1, np.array([[0.9, -0.9], [0.0, 0.1], [1.2, 0.0]])).equals(np.array([3.0, 3.0, 0.0]))


@check("q8", points=2)
def rows_belong_to_x1(surface_grid):
    """A net that looks at x1 only, on the grid 0, 1, 2: the heights change from row to row."""
    net = {"W1": np.array([[1.0], [0.0]]), "b1": np.zeros(1), "w2": np.ones(1), "b2": 0.0, "act": "relu"}
    expect(surface_grid, net, 0.0, 2.0, 3).equals(np.array([[0.0, 0.0, 0.0], [1.0, 1.0, 1.0], [2.0, 2.0, 2.0]])).unchanged()


@check("q8", points=1)
def four_corners(surface_grid):
    """A grid of 2 x 2 points over [-1, 1]^2 and the height 1 + x1 + 3 x2, made of ReLUs: the four corners."""
    net = {"W1": np.array([[1.0, 0.0], [0.0, 1.0]]), "b1": np.full(2, 2.0), "w2": np.array([1.0, 3.0]), "b2": -7.0, "act": "relu"}
    expect(surface_grid, net, -1.0, 1.0, 2).equals(np.array([[-3.0, 3.0], [-1.0, 5.0]]))


def high(X):
    """30 + 5 x1 x2."""
    return 30 + 5 * X[:, 0] * X[:, 1]


@check("q9", points=2)
def an_honest_error(fit_surface):
    """Two ReLU neurons on the bowl: the net is a net, and its error is the one on points that were not used."""
    honest(expect(fit_surface, bowl, 2, "relu", rng(6, 91)), bowl, 2, "relu")


@check("q9", points=3)
def the_bowl_with_six_neurons(fit_surface):
    """x1^2 + x2^2 + 3 with six tanh neurons: an rmse of at most 0.14."""
    reaches_the_goal(expect(fit_surface, bowl, 6, "tanh", rng(6, 92)), bowl, 6, "tanh")


@check("q9", points=2)
def high_up(fit_surface):
    """30 + 5 x1 x2 with six tanh neurons: an rmse of at most a third of 1.667."""
    reaches_the_goal(expect(fit_surface, high, 6, "tanh", rng(6, 93)), high, 6, "tanh")


def falling(width, seed):
    """Made-up errors: seed 0 is the best, seed 2 the worst."""
    return (1.0 + seed) / width**2


@check("q10", points=2)
def a_power_law(error_curve):
    """Errors (1 + seed) / width^2 at widths 1, 10 and 100 for seeds 0, 1 and 5: medians 2, 0.02 and 0.0002, slope -2."""
    curve = expect(view(error_curve, promised), falling, [1, 10, 100], [0, 1, 5])
    best = np.array([1.0, 0.01, 0.0001])
    curve.equals({"widths": np.array([1.0, 10.0, 100.0]), "best": best, "median": 2 * best, "worst": 6 * best, "slope": -2.0})
