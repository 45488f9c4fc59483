"""The numbers behind a6: towers, polygons, skirts, cities, and the formulas the notebook states, against independent ways."""

from itertools import pairwise

import numpy as np
import pytest


def test_three_heights_of_a_tower(reference):
    """h = 10: 3.06e-7 far away, 0.006693 on an arm, 0.993307 at the crossing."""
    heights = reference.tower(np.array([[9.0, 9.0], [0.5, 9.0], [0.5, 0.5]]), (0, 0), (1, 1), 10.0, 1000.0)
    assert heights == pytest.approx([3.059e-7, 0.0066928509, 0.9933071491], rel=1e-4)


@pytest.mark.parametrize(("w", "area"), [(100, 0.0277256), (1000, 0.00277257)])
def test_area_between_bump_and_box(reference, w, area):
    """The L1 error of a bump of height 1 is 4 ln 2 / w, and its steepest slope w / 4."""
    x = (np.arange(400000) + 0.5) / 400000
    values = reference.bump(x, 0.25, 0.75, 1.0, float(w))
    assert np.mean(np.abs(values - ((x > 0.25) & (x < 0.75)))) == pytest.approx(area, rel=1e-4)
    assert area == pytest.approx(4 * np.log(2) / w, rel=1e-4)
    assert np.max(np.diff(values)) * 400000 == pytest.approx(w / 4, rel=1e-3)


@pytest.mark.parametrize(("n", "ratio"), [(3, 1.654), (4, 1.2732), (6, 1.1027), (8, 1.0548), (16, 1.0131), (64, 1.0008)])
def test_area_of_a_polygon(reference, n, ratio):
    """Counted on a fine grid, the polygon has (n/pi) tan(pi/n) times the area of the circle."""
    line = (np.arange(800) + 0.5) / 200 - 2
    net = reference.polygon_tower(n)
    inside = sum(np.count_nonzero(reference.evaluate(net, np.column_stack([np.full(800, x1), line])) > 0) for x1 in line)
    assert n / np.pi * np.tan(np.pi / n) == pytest.approx(ratio, abs=5e-5)
    assert inside / 200**2 / np.pi == pytest.approx(ratio, rel=2e-3)


def test_error_bar_is_the_spread(reference):
    """Over 400 generators, the areas scatter around the true one as the standard error says."""
    net = reference.polygon_tower(8)
    runs = np.array([reference.area_mc(net, 2.0, 500, np.random.default_rng(seed)) for seed in range(400)])
    z = (runs[:, 0] - 8 * np.tan(np.pi / 8)) / runs[:, 1]
    assert abs(z.mean()) < 0.2
    assert 0.85 < z.std() < 1.15


def test_skirt_of_ridges(reference):
    """With many ridges the height at distance r is (2/pi) arcsin(1/r): 0.333 at 2, 0.064 at 10."""
    for r, height in ((2.0, 1 / 3), (10.0, 0.0638)):
        assert reference.evaluate(reference.one_layer_tower(5000), np.array([[r, 0.0]]))[0] == pytest.approx(height, abs=1e-3)
        assert 2 / np.pi * np.arcsin(1 / r) == pytest.approx(height, abs=1e-4)


def test_centre_is_n_times_an_arm(reference):
    """Two to nine ridges: the middle is 1, the arm of ridge 0 far out is 1/n."""
    for n in range(2, 10):
        assert reference.evaluate(reference.one_layer_tower(n), np.array([[0.0, 0.0], [0.0, 1e3]])) == pytest.approx([1.0, 1 / n])


def test_error_of_a_city(reference):
    """The rmse for the bowl is 0.9428 / M; 38 x 38 = 1444 towers are the first below 0.025."""
    X = np.random.default_rng(0).uniform(-1, 1, size=(200000, 2))
    errors = {M: reference.rmse(reference.approx_by_bumps(reference.bowl, M)(X), reference.bowl(X)) for M in (12, 24, 37, 38)}
    for M, error in errors.items():
        assert error == pytest.approx(0.9428 / M, rel=0.01)
    assert errors[38] < 0.025 < errors[37]
    assert np.sqrt(8 / 3) * 2 / np.sqrt(12) == pytest.approx(0.9428, abs=1e-4)


def test_best_planes(reference):
    """Over the square the best plane leaves sqrt(8/45) = 0.4216 of bowl and saddle, and sqrt(4/45) = 0.2981 of x1^2 + 3 x2."""
    line = (np.arange(400) + 0.5) / 200 - 1
    x1, x2 = (axis.ravel() for axis in np.meshgrid(line, line, indexing="ij"))
    A = np.column_stack([x1, x2, np.ones(len(x1))])
    for y, left in ((x1**2 + x2**2 + 3, 0.4216), (x1**2 - x2**2, 0.4216), (x1**2 + 3 * x2, 0.2981)):
        assert np.sqrt(np.mean((y - A @ np.linalg.lstsq(A, y, rcond=None)[0]) ** 2)) == pytest.approx(left, abs=1e-4)
    assert np.mean(x1**2 + x2**2 + 3) == pytest.approx(11 / 3, abs=1e-5)


def test_gradients_handed_out_are_right(reference):
    """Central differences of half the mean squared error, for both activations."""
    rng = np.random.default_rng(1)
    X, y = rng.normal(size=(20, 2)), rng.normal(size=20)
    for act in ("tanh", "relu"):
        net = reference.start_net(4, act, rng)
        grads = reference.gradients(net, X, y)
        for key, g in grads.items():
            for place in np.ndindex(np.shape(g)):
                loss = []
                for step in (1e-6, -1e-6):
                    moved = np.array(net[key], dtype=float)
                    moved[place] += step
                    loss.append(np.mean((reference.evaluate({**net, key: moved}, X) - y) ** 2) / 2)
                assert np.asarray(g)[place] == pytest.approx((loss[0] - loss[1]) / 2e-6, abs=1e-7)


def test_adam_handed_out_starts_with_the_learning_rate(reference):
    """The first step of Adam moves every entry by the learning rate, against the sign of its gradient."""
    net = reference.start_net(3, "tanh", np.random.default_rng(2))
    grads = {"W1": np.array([[1.0, -2.0, 3.0], [-0.1, 5.0, 9.0]]), "b1": np.array([1.0, -1.0, 2.0]), "w2": -np.ones(3), "b2": 4.0}
    moved, state = reference.adam_step(net, grads, {}, 0.01)
    assert state["t"] == 1
    for key, g in grads.items():
        assert np.allclose(moved[key] - net[key], -0.01 * np.sign(g), atol=1e-7)


def test_best_outer_is_best(reference):
    """No other outer weights do better: the residual is orthogonal to every hidden neuron and to 1."""
    rng = np.random.default_rng(3)
    X = rng.uniform(-1, 1, size=(300, 2))
    net = reference.best_outer(reference.start_net(5, "tanh", rng), X, reference.bowl(X))
    left = reference.evaluate(net, X) - reference.bowl(X)
    assert np.allclose(np.tanh(X @ net["W1"] + net["b1"]).T @ left, 0, atol=1e-8)
    assert abs(left.sum()) < 1e-8


def test_error_falls_with_the_width(reference):
    """Best of a few runs on the bowl: more neurons, less error; two make a valley that leaves sqrt(4/45)."""
    best = [min(reference.fit_surface(reference.bowl, M, "relu", np.random.default_rng(s))[1] for s in range(4)) for M in (2, 3, 6, 12)]
    assert best[0] == pytest.approx(np.sqrt(4 / 45), rel=0.1)
    assert all(wide < narrow for narrow, wide in pairwise(best))


def test_setup_cells_are_the_reference(a6):
    """What the notebook hands out does what the copies in the reference do."""
    source = "\n".join(cell.source for cell in a6.cells if "setup" in cell.tags and cell.kind == "code")
    import ast
    import inspect

    given = {node.name: ast.unparse(node) for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)}
    assert {"sigmoid", "activate", "evaluate", "soften", "bowl", "gradients", "adam_step", "start_net", "best_outer"} == set(given)
    for name, text in given.items():
        assert text == ast.unparse(ast.parse(inspect.getsource(getattr(a6.reference, name))).body[0])
