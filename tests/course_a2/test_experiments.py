"""What the notebook and the guide of a2 say about their experiments, computed again."""

import numpy as np
import pytest

W_SEED = np.array([[10.0, 10.0, 5.0], [0.0, -10.0, 0.0], [2.0, 0.0, 5.0]])


def test_three_units_of_the_source(reference):
    """Outputs and sensitivities at (0, 0, 0), (0.1, 0, 0) and (1, 1, 1)."""
    zero = np.zeros(3)
    assert reference.sensitivity(zero, W_SEED, zero).tolist() == [[2.5, 0, 0.5], [2.5, -2.5, 0], [1.25, 0, 1.25]]
    near = np.array([0.1, 0.0, 0.0])
    np.testing.assert_allclose(reference.sigmoid(near @ W_SEED), [0.7311, 0.7311, 0.6225], atol=5e-5)
    np.testing.assert_allclose(reference.sensitivity(near, W_SEED, zero)[0], [1.96612, 0, 0.393224], atol=5e-6)
    far = np.ones(3)
    np.testing.assert_allclose(reference.sigmoid(far @ W_SEED), [0.999994, 0.5, 0.999955], atol=5e-7)
    assert reference.sensitivity(far, W_SEED, zero)[0, 0] == pytest.approx(6.1e-5, rel=0.01)
    assert 2.5 / reference.sensitivity(far, W_SEED, zero)[0, 0] == pytest.approx(40000, rel=0.02)


def test_across_w_nothing_changes(reference):
    """The output is constant along every direction that w does not see."""
    draw = np.random.default_rng(1)
    w = np.array([10.0, 0.0, 2.0])
    for _ in range(20):
        direction = np.cross(w, draw.normal(size=3))
        path = np.outer(np.linspace(-2, 2, 41), direction)
        np.testing.assert_allclose(reference.unit(path, w, 0.3, reference.sigmoid), reference.sigmoid(np.array(0.3)), atol=1e-13)


def test_where_the_sigmoid_ends(reference):
    """Within 1e-8 of 1 from z = 18.42 on, exactly 1.0 from 36.8 on, and the slope is 0 for neither."""
    z = np.arange(0.0, 50.0, 0.01)
    h = reference.sigmoid(z)
    assert z[np.argmax(1 - h < 1e-8)] == pytest.approx(18.43, abs=0.011)
    assert 36.7 < z[np.argmax(h == 1.0)] < 36.8
    assert reference.d_sigmoid(z).min() > 1e-22


def test_window_and_radial_unit(reference):
    """One half at 5 and 16; at 0 the window says 4.5e-5 and the radial unit 0.0800."""
    x = np.array([0.0, 5.0, 10.5, 16.0])
    np.testing.assert_allclose(reference.window(x, 5, 16, 2.0), [4.54e-5, 0.5, 0.99997, 0.5], atol=5e-6)
    np.testing.assert_allclose(reference.rbf(x, 10.5, 5.5), [0.0800, 0.5, 1.0, 0.5], atol=5e-5)


def test_bus_is_found_and_nothing_else(notebook):
    """The eight things have the eight combinations of the three detectors, in counting order; only the bus has all."""
    found = notebook["layer"](notebook["MEASURED"], notebook["DETECTORS"], -notebook["LEAST"], notebook["step"])
    assert np.array_equal(found, notebook["corners"](3))
    assert notebook["unit"](found, *notebook["gate"]("AND3"), notebook["step"]).tolist() == [0] * 7 + [1]


def test_one_unit_finds_the_bus_too(notebook):
    """The guide's unit (1, 20, 0.2), b = -24 finds the bus of the table, and takes the guide's crane for one."""
    w, b = np.array([1.0, 20.0, 0.2]), -24.0
    assert notebook["unit"](notebook["MEASURED"], w, b, notebook["step"]).tolist() == [0] * 7 + [1]
    assert np.array([6, 0.9, 12]) @ w + b == pytest.approx(2.4)
    assert np.array([16, 0.45, 18]) @ w + b == pytest.approx(4.6)


def answers(notebook, pixels):
    """Scores of the dark and of the light face unit, and the answer."""
    layer, step, gate, unit = (notebook[name] for name in ("layer", "step", "gate", "unit"))
    edges = layer(pixels, *notebook["edge_layer"](), step)
    parts = layer(edges, notebook["PART_WEIGHTS"], notebook["PART_BIASES"], step)
    scores = np.column_stack([unit(parts[:, :3], *gate("AND3"), lambda z: z), unit(parts[:, 3:], *gate("AND3"), lambda z: z)])
    return scores.max(axis=1), unit(step(scores), *gate("OR"), step)


def test_edges_parts_faces(notebook):
    """All 64 pictures are answered right, with a gap of at least 1 between the scores; some others have two parts in place."""
    pictures, y = notebook["toy_pictures"]()
    score, answer = answers(notebook, pictures.reshape(64, 64))
    assert np.array_equal(answer, y) and y.sum() == 32
    assert score[y == 1].min() - score[y == 0].max() >= 1
    assert score[y == 0].max() == -0.5
    np.testing.assert_allclose(pictures[:32] + pictures[32:], 1.0)


def test_one_unit_on_pixels_gets_at_most_48(notebook):
    """Least squares says one half to every picture; no unit that is tried gets more than 48 of 64, and some get 48."""
    pictures, y = notebook["toy_pictures"]()
    pixels = np.column_stack([pictures.reshape(64, 64), np.ones(64)])
    fitted = np.linalg.lstsq(pixels, y, rcond=None)[0]
    np.testing.assert_allclose(pixels @ fitted, 0.5, atol=1e-9)
    draw = np.random.default_rng(4)
    half = np.linalg.lstsq(pixels[:32], y[:32], rcond=None)[0]
    best = 0
    for weights in [half, *draw.normal(size=(200, 65)), *(half + 0.1 * draw.normal(size=(200, 65)))]:
        for shift in np.linspace(-3, 3, 25):
            right = np.sum((pixels @ weights + shift > 0) == (y == 1))
            best = max(best, int(right))
    assert best == 48


def test_star_is_not_convex_and_triangle_is(notebook, a2):
    """As the notebook prints: the middle of two points of the triangle is in it, of the star not always."""
    cell = next(cell for cell in a2.cells if cell.kind == "code" and "def star" in cell.source)
    names = dict(notebook)
    exec(cell.source.split("draw = np.random")[0], names)
    draw = np.random.default_rng(7)
    for name, shape, always in (("triangle", lambda X: names["triangle"](X, 1), True), ("star", names["star"], False)):
        points = draw.uniform(-2, 2, (20000, 2))
        points = points[shape(points) == 1][:2000]
        assert len(points) == 2000, name
        assert np.all(shape((points[:1000] + points[1000:]) / 2) == 1) == always


def test_numbers_of_the_guide_on_saturation(reference):
    """Slopes at z = -12, and what hidden_1 says at x1 = 1 and at x1 = 2."""
    stuck = np.array([-12.0])
    assert reference.d_sigmoid(stuck)[0] == pytest.approx(6.14e-6, rel=1e-3)
    assert reference.d_tanh(stuck)[0] == pytest.approx(1.51e-10, rel=1e-2)
    assert reference.d_elu(stuck, 1.0)[0] == pytest.approx(6.14e-6, rel=1e-3)
    assert reference.d_softplus(stuck)[0] == pytest.approx(6.14e-6, rel=1e-3)
    h = reference.sigmoid(np.array([10.0, 20.0]))
    assert h[0] == pytest.approx(0.999954602, abs=1e-9) and h[1] == pytest.approx(0.999999998, abs=1e-9)
    assert 10 * reference.d_sigmoid(np.array([40.0]))[0] == pytest.approx(4.2e-17, rel=0.02)


def test_numbers_of_the_guide(reference, notebook, a2):
    """Single numbers that the guide quotes."""
    w, b = np.array([1.0, 20.0, 0.2]), -24.0
    assert sorted(notebook["MEASURED"] @ w + b)[-2] == pytest.approx(-1.56)
    mistakes = {mistake.name: mistake.implementation for mistake in a2.mistakes}
    assert mistakes["weights_up_to_one"](3) == 56
    assert mistakes["squashes_the_output"](np.array([0.25]))[0] == pytest.approx(0.246, abs=5e-4)
    x = np.array([[1.0, 0.0, 0.0], [2.0, 0.0, 0.0]])
    found = [reference.sensitivity(row, W_SEED, np.zeros(3))[0, 0] for row in x]
    np.testing.assert_allclose(found, [4.5e-4, 2.1e-8], rtol=0.02)


def test_xor_of_two_relus(notebook):
    """The ReLU network of the notebook says 0, 1, 1, 0 at the corners and 1 in the middle."""
    X = np.vstack([notebook["corners"](2), [0.5, 0.5]])
    hidden = notebook["layer"](X, np.ones((2, 2)), np.array([0.0, -1.0]), notebook["relu"])
    assert (hidden @ np.array([1.0, -2.0])).tolist() == [0, 1, 1, 0, 1]


def test_radial_unit_sleeps_deeper_very_far_out(reference):
    """As the notebook says: from a distance of about 81 on the radial unit is below the window with k = 2."""
    x = 10.5 - np.array([75.0, 80.0, 83.0, 90.0])  # on the left both keep their digits
    assert (reference.rbf(x, 10.5, 5.5) < reference.window(x, 5.0, 16.0, 2.0)).tolist() == [False, False, True, True]
