"""The ground truths of the discussion, and the reference against oracles that share no code with it."""

import numpy as np
import pytest


def test_numbers_of_parameters(reference):
    """Three networks that are named as normal have a quarter to two fifths of a million parameters."""
    widths = ([784, 500, 10], [784, 300, 100, 10], [3072, 100, 10])
    assert [reference.count_params(one) for one in widths] == [397510, 266610, 308310]
    for name in ("shapes", "lab"):
        net = reference.load_net(name)
        counted = sum(W.size + b.size for W, b, _ in net)
        assert counted == reference.count_params([64, *(len(b) for _, b, _ in net)])


def test_the_printed_filter_is_not_the_one_described(reference):
    """As printed it gives 8c on a constant image; with the minus 0, and 0 on every affine image."""
    printed = np.array([[0.0, 1.0, 0.0], [1.0, 4.0, 1.0], [0.0, 1.0, 0.0]])
    mended = printed - 8 * np.eye(3)[[1]].T @ np.eye(3)[[1]]
    constant = np.full((5, 6), 2.5)
    np.testing.assert_allclose(reference.conv2d(constant, printed), 20.0)
    np.testing.assert_allclose(reference.conv2d(constant, mended), 0.0)
    i, j = np.indices((6, 7))
    np.testing.assert_allclose(reference.conv2d(0.5 + 2.0 * i - 3.0 * j, mended), 0.0, atol=1e-12)
    assert mended.tolist() == [[0, 1, 0], [1, -4, 1], [0, 1, 0]]


@pytest.mark.parametrize("pad", [0, 1, 2])
def test_conv2d_is_an_affine_layer(reference, pad):
    """The same numbers as a matrix of patches times one column of weights, written with plain loops."""
    draw = np.random.default_rng(1)
    x, k = draw.normal(size=(5, 4)), draw.normal(size=(2, 3))
    framed = np.zeros((5 + 2 * pad, 4 + 2 * pad))
    framed[pad : pad + 5, pad : pad + 4] = x
    rows, columns = framed.shape[0] - 1, framed.shape[1] - 2
    right = [[sum(framed[i + a, j + b] * k[a, b] for a in range(2) for b in range(3)) for j in range(columns)] for i in range(rows)]
    np.testing.assert_allclose(reference.conv2d(x, k, pad), right, atol=1e-12)


def test_saliency_of_the_trained_networks(reference):
    """Central differences of the trained networks agree with the saliency at images."""
    X, _ = reference.shapes(3, np.random.default_rng(2))
    for name in ("shapes", "lab"):
        net = reference.load_net(name)
        S = reference.saliency(net, X, 3)
        for pixel in range(0, 64, 5):
            up, down = X.copy(), X.copy()
            up[:, pixel] += 1e-6
            down[:, pixel] -= 1e-6
            measured = (reference.mlp_forward(net, up)[0] - reference.mlp_forward(net, down)[0])[:, 3] / 2e-6
            np.testing.assert_allclose(S[:, pixel], measured, atol=1e-6)


def test_linear_unit_on_ball_and_in_box(reference):
    """w = (3, -4): (0.6, -0.8) with the value 5 on the unit ball, (1, -1) with the value 7 in the box."""
    net = [(np.array([[3.0], [-4.0]]), np.zeros(1), "linear")]
    for norm, end, value in (("ball", (0.6, -0.8), 5.0), ("box", (1.0, -1.0), 7.0)):
        X, values = reference.activation_max(net, 0, np.zeros((1, 2)), norm, 1.0, 50, 0.1)
        np.testing.assert_allclose(X, [end])
        np.testing.assert_allclose(values[-1], [value])


def test_first_layer_is_unimodal_and_the_rest_is_not(reference):
    """Every unit of layer 1 has one mode, which is its filter; every output has several."""
    net = reference.load_net("shapes")
    first = reference.up_to(net, 1)
    for unit in range(12):
        modes, counts = reference.modes_of_unit(first, unit, 10, 3.0, 300, 0.1, np.random.default_rng(unit))
        w = net[0][0][:, unit]
        assert counts.tolist() == [10]
        assert modes[0] @ w / np.linalg.norm(modes[0]) / np.linalg.norm(w) > 0.9999
    assert all(len(reference.modes_of_unit(net, c, 30, 3.0, 300, 0.1, np.random.default_rng(c))[0]) > 3 for c in range(4))


@pytest.mark.parametrize(("d", "median", "inside"), [(2, 1.1774, 0.2212), (10, 3.0564, 0.0091), (100, 9.9667, 0.0), (1000, 31.6122, 0.0)])
def test_lengths_of_normal_points(reference, d, median, inside):
    """Medians near the root of d, and the share in the inner half of the ball."""
    got = reference.typicality(d, 8000, np.random.default_rng(d))
    assert got[0] == pytest.approx(median, abs=0.055)
    assert got[1] == pytest.approx(inside, abs=0.026)


def test_twins_share_their_importance(reference):
    """Two networks with the same outputs: one loses a half for feature 0, the other a quarter for each copy."""
    column = np.random.default_rng(9).normal(size=400)
    X, y = np.column_stack([column, column]), (column > 0).astype(int)
    alone, both = (
        reference.permutation_importance([(np.outer(w, [-1.0, 1.0]), np.zeros(2), "linear")], X, y, 20, np.random.default_rng(0))
        for w in ([1.0, 0.0], [0.5, 0.5])
    )
    np.testing.assert_allclose(alone, [0.5, 0.0], atol=0.03)
    np.testing.assert_allclose(both, [0.25, 0.25], atol=0.03)


def test_exact_importance_by_all_orders(a8, reference):
    """The mean and spread that q11 is judged by are those over all 120 orders of five samples."""
    from itertools import permutations

    hidden = next(check.function.__globals__ for check in a8.hidden_checks)
    draw = np.random.default_rng(3)
    params = hidden["network"](draw, 3, 4, 2)
    X, y = draw.normal(size=(5, 3)), np.array([0, 1, 0, 1, 1])
    mean, spread = hidden["exact_importance"](params, X, y)
    right = np.mean(np.argmax(reference.mlp_forward(params, X)[0], axis=1) == y)
    for j in range(3):
        lost = []
        for order in permutations(range(5)):
            A = X.copy()
            A[:, j] = X[list(order), j]
            lost.append(right - np.mean(np.argmax(reference.mlp_forward(params, A)[0], axis=1) == y))
        assert mean[j] == pytest.approx(np.mean(lost))
        assert spread[j] == pytest.approx(np.std(lost))


def test_probe_of_the_exclusive_or(reference):
    """About a half on the inputs, nearly all behind four ReLU units."""
    X = np.random.default_rng(4).normal(size=(1200, 2))
    y = ((X[:, 0] > 0) == (X[:, 1] > 0)).astype(int)
    net = [(np.array([[1.0, -1.0, 1.0, -1.0], [1.0, -1.0, -1.0, 1.0]]), np.zeros(4), "relu"), (np.ones((4, 1)), np.zeros(1), "linear")]
    curve = reference.separability_curve(net, X[:800], y[:800], X[800:], y[800:], 0.1)
    assert curve[0] < 0.66 < 0.94 < curve[1]
