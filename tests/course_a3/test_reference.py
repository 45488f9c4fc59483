"""The reference of a3 against oracles: plain loops, exact arithmetic, published numbers, another algorithm."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.course.notebooks import variants

seeds = st.integers(0, 2**32 - 1)
scales = st.sampled_from([1e-6, 1e-3, 1.0, 10.0, 1e3, 1e6])


def logits(seed, scale):
    """Random logits with labels, of random shape."""
    draw = np.random.default_rng(seed)
    N, C = draw.integers(1, 7), draw.integers(1, 9)
    return scale * draw.normal(size=(N, C)), draw.integers(0, C, N)


def softmax_row(row):
    """Softmax of one row with fsum and the row's own maximum."""
    e = [math.exp(v - max(row)) for v in row]
    return [v / math.fsum(e) for v in e]


@given(seeds, scales)
def test_softmax_is_the_quotient(reference, seed, scale):
    """Every entry is the exponential over the sum of its row, by plain loops."""
    Z, _ = logits(seed, scale)
    assert np.allclose(reference.softmax(Z), [softmax_row(row) for row in Z.tolist()], rtol=1e-12, atol=0)


@given(seeds, scales)
def test_cross_entropy_is_minus_the_logarithm(reference, seed, scale):
    """The loss is log-sum-exp minus the right logit, sample by sample."""
    Z, y = logits(seed, scale)
    each = [max(row) - row[label] + math.log(math.fsum(math.exp(v - max(row)) for v in row)) for row, label in zip(Z.tolist(), y.tolist())]
    assert reference.cross_entropy(Z, y)[0] == pytest.approx(math.fsum(each) / len(each), rel=1e-12, abs=1e-12 * scale)


@given(seeds, scales)
def test_rows_of_the_gradient_cancel(reference, seed, scale):
    """Moving a row changes nothing, so the slopes of a row sum to 0."""
    assert np.allclose(reference.cross_entropy(*logits(seed, scale))[1].sum(axis=1), 0, rtol=0, atol=1e-13)


@given(seeds)
def test_cross_entropy_gradient_is_the_slope(reference, seed):
    """The gradient agrees with a complex step, which has no rounding error of a difference."""
    Z, y = logits(seed, 1.0)
    dZ = reference.cross_entropy(Z, y)[1]
    for i in np.ndindex(Z.shape):
        moved = Z.astype(complex)
        moved[i] += 1e-30j
        loss = np.mean(np.log(np.exp(moved).sum(axis=1)) - moved[np.arange(len(y)), y])
        assert dZ[i] == pytest.approx(loss.imag / 1e-30, rel=1e-9, abs=1e-13)


@given(seeds, scales)
def test_two_classes_are_softmax_of_zero_and_z(reference, seed, scale):
    """Binary cross-entropy is cross-entropy of the logits (0, z)."""
    draw = np.random.default_rng(seed)
    z, y = scale * draw.normal(size=5), draw.integers(0, 2, 5)
    loss, dz = reference.bce_with_logits(z, y)
    pair_loss, pair_dZ = reference.cross_entropy(np.column_stack([0 * z, z]), y)
    assert loss == pytest.approx(pair_loss, rel=1e-12, abs=1e-12)
    assert np.allclose(dz, pair_dZ[:, 1], rtol=1e-12, atol=1e-15)


def test_losses_at_a_thousand(reference):
    """A certain and wrong answer costs its logit; a certain and right one costs nothing."""
    assert reference.cross_entropy(np.array([[0.0, 1000.0]]), np.array([0]))[0] == 1000
    assert reference.bce_with_logits(np.array([1000.0, -1000.0]), np.array([0, 0]))[0] == 500
    assert reference.bce_with_logits(np.array([-800.0]), np.array([0]))[0] == 0


@given(seeds)
def test_mse_ridge_in_exact_fractions(reference, seed):
    """On halves and quarters the loss is the exact fraction, rounded once or twice."""
    draw = np.random.default_rng(seed)
    Y, H, W, V = (draw.integers(-8, 9, shape) / 4 for shape in ((3, 2), (3, 2), (2, 4), (3,)))
    exact = sum((Fraction(a) - Fraction(b)) ** 2 for a, b in zip(Y.flat, H.flat)) + Fraction(3, 8) * sum(Fraction(v) ** 2 for v in (*W.flat, *V.flat))
    assert reference.mse_ridge(Y, H, [W, V], 0.375) == pytest.approx(float(exact / 6), rel=1e-14)


def test_mse_ridge_of_the_published_network(reference):
    """The loss of the published network at its first sample with its full intermediate numbers, without and with ridge."""
    state = np.random.RandomState(0).randn(300, 2)
    weights = np.random.RandomState(2017)
    W1 = (2 * weights.random_sample((2, 3)) - 1) / np.sqrt(2)
    W2 = (2 * weights.random_sample((3, 2)) - 1) / np.sqrt(3)
    h2 = 1 / (1 + np.exp(-(1 / (1 + np.exp(-(state[:1] @ W1)))) @ W2))
    assert np.allclose(h2, [[0.37166596, 0.45414264]], rtol=0, atol=5e-9)
    Y = np.array([[1.0, 0.0]])
    assert reference.mse_ridge(Y, h2, [W1, W2], 0.0) == pytest.approx(0.30052460390, abs=5e-12)
    assert reference.mse_ridge(Y, h2, [W1, W2], 1e-6) == pytest.approx(0.30052559321526, abs=5e-14)


@given(seeds, scales)
def test_mse_grad_predicts_the_loss(reference, seed, scale):
    """The loss is a parabola: gradient times move plus half the squared move over N is the whole change."""
    Y, H, move = scale * np.random.default_rng(seed).normal(size=(3, 4, 2))
    change = reference.mse_ridge(Y, H + move, [], 0) - reference.mse_ridge(Y, H, [], 0)
    assert np.sum(reference.mse_grad(Y, H) * move) + np.sum(move**2) / 8 == pytest.approx(change, rel=1e-9, abs=1e-12 * scale**2)


@given(seeds, st.sampled_from([(3,), (2, 2), (1, 3, 1), ()]), st.floats(1e-3, 2))
def test_numerical_gradient_of_a_cube(reference, seed, shape, eps):
    """On cubes a central difference is 3 x^2 + eps^2."""
    x = np.random.default_rng(seed).uniform(-2, 2, shape)
    assert np.allclose(reference.numerical_gradient(lambda x: np.sum(x**3), x, eps), 3 * x**2 + eps**2, rtol=0, atol=1e-10)


@given(seeds, st.sampled_from([2.0, 0.5, -1.0, 0.0, 1.001, 1e6]))
def test_gradcheck_finds_a_planted_factor(reference, seed, factor):
    """One slope times a factor k has the relative error |k - 1| / max(|k|, 1), at its place."""
    draw = np.random.default_rng(seed)
    x, where = draw.uniform(1, 2, (2, 3)), tuple(draw.integers(0, (2, 3)))
    k = np.ones((2, 3))
    k[where] = factor
    report = reference.gradcheck(lambda x: np.sum(np.sinh(x)), lambda x: k * np.cosh(x), x)
    assert report["max_rel"] == pytest.approx(abs(factor - 1) / max(abs(factor), 1), abs=1e-8)
    assert report["worst_index"] == where
    assert report["kinks"] == 0


def test_gradcheck_sees_all_published_kinds_of_trap(reference):
    """0/0 is fine, NaN is not, a kink is counted."""
    x = np.array([0.0, 1.0, 2.0])

    def f(x):
        return abs(x[0]) + x[1] ** 2

    assert reference.gradcheck(f, lambda x: np.array([7.0, 2.0, 0.0]), x)["kinks"] == 1
    assert reference.gradcheck(f, lambda x: np.array([7.0, 2.0, 0.0]), x)["max_rel"] < 1e-9
    assert reference.gradcheck(f, lambda x: np.array([0.0, np.nan, 0.0]), x)["max_rel"] == np.inf


@given(st.integers(1, 30), st.integers(1, 30), st.integers(1, 30), st.integers(1, 30))
def test_logistic_regression_on_a_table_is_its_odds_ratio(reference, a, b, c, d):
    """With one yes-or-no feature exp(w) is (a/b) / (c/d), the exact minimum: the gradient there is 0."""
    w, bias = math.log(a / b) - math.log(c / d), math.log(c / d)
    z = np.array([w + bias] * (a + b) + [bias] * (c + d))
    y = np.repeat([1, 0, 1, 0], (a, b, c, d))
    _, dz = reference.bce_with_logits(z, y)
    assert abs(dz.sum()) < 1e-14
    assert abs(dz[: a + b].sum()) < 1e-14


@pytest.mark.parametrize(("lam", "N", "D"), [(1.0, 40, 2), (5.0, 25, 3), (0.3, 60, 1)])
def test_gradient_descent_ends_where_newton_does(reference, lam, N, D):
    """After many steps the weights are those of iteratively reweighted least squares to 1e-8."""
    draw = np.random.default_rng(N)
    X = draw.normal(size=(N, D))
    y = (X.sum(axis=1) + draw.logistic(size=N) > 0).astype(int)
    A, theta, price = np.column_stack([X, np.ones(N)]), np.zeros(D + 1), np.diag([lam] * D + [0.0])
    for _ in range(40):
        p = 1 / (1 + np.exp(-A @ theta))
        theta -= np.linalg.solve((A.T * (p * (1 - p))) @ A + price, A.T @ (p - y) + price @ theta)
    w, b = reference.fit_logistic(X, y, lam, 6000, 0.8)
    assert np.allclose(np.append(w, b), theta, rtol=0, atol=1e-8)


# Variants against the reference, on inputs that no check uses.


@pytest.mark.parametrize("variant", variants("a3", "one_hot"))
@given(seed=seeds)
def test_variants_of_one_hot(reference, variant, seed):
    """Same rows for random labels; the same refusal."""
    draw = np.random.default_rng(seed)
    C = int(draw.integers(1, 9))
    y = draw.integers(0, C, draw.integers(1, 9))
    assert np.array_equal(variant.implementation(y, C), reference.one_hot(y, C))
    with pytest.raises(ValueError):
        variant.implementation(np.append(y, draw.choice([-1, C, C + 5])), C)


@pytest.mark.parametrize("variant", variants("a3", "softmax"))
@given(seed=seeds, scale=scales)
def test_variants_of_softmax(reference, variant, seed, scale):
    """Same shares at any scale."""
    Z, _ = logits(seed, scale)
    assert np.allclose(variant.implementation(Z), reference.softmax(Z), rtol=1e-12 * max(scale, 1), atol=1e-300)


@pytest.mark.parametrize("variant", variants("a3", "cross_entropy"))
@given(seed=seeds, scale=scales)
def test_variants_of_cross_entropy(reference, variant, seed, scale):
    """Same loss and gradient at any scale."""
    Z, y = logits(seed, scale)
    loss, dZ = variant.implementation(Z, y)
    assert loss == pytest.approx(reference.cross_entropy(Z, y)[0], rel=1e-12, abs=1e-12 * max(scale, 1))
    assert np.allclose(dZ, reference.cross_entropy(Z, y)[1], rtol=0, atol=1e-12 * max(scale, 1))


@pytest.mark.parametrize("variant", variants("a3", "bce_with_logits"))
@given(seed=seeds, scale=scales)
def test_variants_of_bce(reference, variant, seed, scale):
    """Same loss and gradient at any scale."""
    draw = np.random.default_rng(seed)
    N = draw.integers(1, 8)
    z, y = scale * draw.normal(size=N), draw.integers(0, 2, N)
    loss, dz = variant.implementation(z, y)
    assert loss == pytest.approx(reference.bce_with_logits(z, y)[0], rel=1e-12, abs=1e-12 * max(scale, 1))
    assert np.allclose(dz, reference.bce_with_logits(z, y)[1], rtol=0, atol=1e-14)


@pytest.mark.parametrize("variant", variants("a3", "mse_ridge"))
@given(seed=seeds, scale=scales)
def test_variants_of_mse(reference, variant, seed, scale):
    """Same loss at any scale."""
    draw = np.random.default_rng(seed)
    Y, H, W = scale * draw.normal(size=(3, 3, 2))
    assert variant.implementation(Y, H, [W, W[0]], 0.3) == pytest.approx(reference.mse_ridge(Y, H, [W, W[0]], 0.3), rel=1e-12)


@pytest.mark.parametrize("variant", variants("a3", "mse_grad"))
@given(seed=seeds, scale=scales)
def test_variants_of_mse_grad(reference, variant, seed, scale):
    """Same gradient at any scale."""
    Y, H = scale * np.random.default_rng(seed).normal(size=(2, 4, 3))
    assert np.allclose(variant.implementation(Y, H), reference.mse_grad(Y, H), rtol=1e-12, atol=1e-15 * scale)


@pytest.mark.parametrize("variant", variants("a3", "numerical_gradient"))
@given(seed=seeds, shape=st.sampled_from([(3,), (2, 2), (2, 1, 2), ()]), eps=st.floats(1e-3, 1))
def test_variants_of_numerical_gradient(reference, variant, seed, shape, eps):
    """Same slopes for any shape and step."""
    x = np.random.default_rng(seed).normal(size=shape)

    def f(x):
        return float(np.sum(np.cos(x)) * np.sum(x))

    assert np.allclose(variant.implementation(f, x, eps), reference.numerical_gradient(f, x, eps), rtol=0, atol=1e-10)


@pytest.mark.parametrize("variant", variants("a3", "gradcheck"))
@given(seed=seeds)
def test_variants_of_gradcheck(reference, variant, seed):
    """Same report on random claims, some of them NaN, some entries at a kink."""
    draw = np.random.default_rng(seed)
    x = np.where(draw.random((2, 3)) < 0.3, 0.0, draw.normal(size=(2, 3)))
    off = np.where(draw.random((2, 3)) < 0.3, draw.choice([2.0, 0.0, np.nan, -1.0], (2, 3)), 1.0)

    def f(x):
        return float(np.sum(np.abs(x) + x**2))

    one, two = variant.implementation(f, lambda x: off * (np.sign(x) + 2 * x), x), reference.gradcheck(f, lambda x: off * (np.sign(x) + 2 * x), x)
    assert one["kinks"] == two["kinks"]
    assert one["max_rel"] == pytest.approx(two["max_rel"], abs=1e-6)


@pytest.mark.parametrize("variant", variants("a3", "fit_logistic"))
@given(seed=seeds)
def test_variants_of_fit_logistic(reference, variant, seed):
    """Same weights after some steps."""
    draw = np.random.default_rng(seed)
    X, y = draw.normal(size=(6, 2)), draw.integers(0, 2, 6)
    w, b = variant.implementation(X, y, 0.4, 20, 0.3)
    right = reference.fit_logistic(X, y, 0.4, 20, 0.3)
    assert np.allclose(np.append(w, b), np.append(*right), rtol=0, atol=1e-12)
