"""The reference of a4 against oracles of its own: the article's recipe, and differences in extended precision."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

LONG = np.longdouble


def long_sigmoid(Z):
    """The sigmoid in extended precision, for arguments of moderate size."""
    return 1 / (1 + np.exp(-Z))


def slopes(f, A, step=LONG(2) ** -16):
    """Differences of order four of a function of an array, entry by entry, in extended precision."""
    A = np.asarray(A, dtype=LONG)
    out = np.zeros(A.shape, dtype=LONG)
    for i in np.ndindex(A.shape):
        unit = np.zeros(A.shape, dtype=LONG)
        unit[i] = step
        out[i] = (8 * (f(A + unit) - f(A - unit)) - (f(A + 2 * unit) - f(A - 2 * unit))) / (12 * step)
    return out


def close(claimed, measured, rtol=1e-11):
    """Whether a gradient agrees with measured slopes, relative to the largest entry.

    The floor: a loss of 10 in extended precision carries 1e-18, and the step is 1.5e-5, so slopes are known to 1e-13.
    """
    measured = np.asarray(measured, dtype=float)
    return np.shape(claimed) == measured.shape and np.max(np.abs(claimed - measured), initial=0) <= rtol * max(np.max(np.abs(measured), initial=0), 0.1)


def article():
    """The article's first sample and weights, by its own recipe: global seeds, as its program draws them."""
    X = np.random.RandomState(0).randn(300, 2)
    label = int(np.logical_xor(X[0, 0] > 0, X[0, 1] > 0))
    draw = np.random.RandomState(2017)
    W1 = (2.0 * draw.random_sample((2, 3)) - 1.0) / np.sqrt(2)
    W2 = (2.0 * draw.random_sample((3, 2)) - 1.0) / np.sqrt(3)
    return X[0], np.array([[1.0, 0.0], [0.0, 1.0]][label]), W1, W2


# Eight digits each, as printed in the article or computed from its recipe when the course was planned.
BRICKS = {
    "z1": [-1.40982136, 0.91005018, -0.04529517],
    "h1": [0.19626223, 0.71301043, 0.48867814],
    "z2": [-0.52507645, -0.18394635],
    "h2": [0.37166596, 0.45414264],
    "dh2": [-0.62833404, 0.45414264],
    "s2": [0.23353037, 0.2478971],
    "dz2": [-0.14673508, 0.11258065],
    "dW2": [[-0.02879856, 0.02209533], [-0.10462365, 0.08027117], [-0.07170623, 0.0550157]],
    "dh1": [0.02599101, 0.01515256, 0.08274025],
    "s1": [0.15774337, 0.20462656, 0.24987182],
    "dW1": [[0.00723246, 0.00546965, 0.03647082], [0.00164061, 0.00124073, 0.00827303]],
}


@pytest.fixture(scope="module")
def bricks(reference):
    """All twelve bricks of the article's example."""
    x, y, W1, W2 = article()
    up = reference.bricks_forward(x, W1, W2)
    out = reference.bricks_output(y, up["h1"], up["h2"])
    return {**up, **out, **reference.bricks_hidden(x, up["h1"], W2, out["dz2"])}


@pytest.mark.parametrize("name", BRICKS)
def test_bricks_are_the_articles(bricks, name):
    """Every published number is reproduced to its eight digits."""
    assert np.max(np.abs(bricks[name] - np.array(BRICKS[name]))) <= 5.001e-9


def test_dz1_fits_between_its_neighbours(bricks):
    """The one brick the article does not print: dW1 is its outer product with the sample."""
    x = article()[0]
    assert np.allclose(np.outer(x, bricks["dz1"]), bricks["dW1"], rtol=1e-14)


def test_one_step_gives_the_articles_weights(bricks):
    """A step with learning rate 0.001 leads to the weights the article ends with."""
    _, _, W1, W2 = article()
    W2_new = [[-0.41488852, -0.30995026], [-0.31573451, -0.27714495], [-0.44694491, 0.15225557]]
    W1_new = [[-0.67747178, 0.37768878, -0.073689], [-0.53663683, 0.60920372, 0.21148795]]
    assert np.max(np.abs(W2 - 0.001 * bricks["dW2"] - W2_new)) <= 5.001e-9
    assert np.max(np.abs(W1 - 0.001 * bricks["dW1"] - W1_new)) <= 5.001e-9


def test_losses_are_the_articles(reference):
    """The loss at the first weights for 1, 50 and 300 samples, and with a penalty of 1e-6."""
    X, Y = reference.xor_cloud()
    W1, W2 = reference.lego_weights()
    for N, loss in ((1, 0.30052460390), (50, 0.26199427020), (300, 0.26392141552)):
        assert abs(reference.published_loss(X[:N], Y[:N], W1, W2, 0.0) - loss) < 1e-10
    assert abs(reference.published_loss(X[:1], Y[:1], W1, W2, 1e-6) - 0.30052559321526) < 1e-13
    assert Y.sum(axis=0).tolist() == [158, 142]
    assert Y[:50].sum(axis=0).tolist() == [25, 25]


SIZES = st.tuples(*[st.integers(1, 5)] * 4)
SEEDS = st.integers(0, 2**32 - 1)


@settings(max_examples=30, deadline=None)
@given(SIZES, SEEDS)
def test_affine_backward_against_differences(reference, sizes, seed):
    """dX, dW and db are the slopes of <dZ, X W + b>."""
    N, D, M, _ = sizes
    draw = np.random.default_rng(seed)
    dZ, X, W, b = draw.normal(size=(N, M)), draw.normal(size=(N, D)), draw.normal(size=(D, M)), draw.normal(size=M)
    dX, dW, db = reference.affine_backward(dZ, X, W)
    assert close(dX, slopes(lambda A: np.sum(dZ * (A @ W + b)), X))
    assert close(dW, slopes(lambda A: np.sum(dZ * (X @ A + b)), W))
    assert close(db, slopes(lambda A: np.sum(dZ * (X @ W + A)), b))


def long_act(Z, kind):
    """The activations in extended precision, written out."""
    return {
        "relu": lambda: np.where(Z > 0, Z, 0 * Z),
        "sigmoid": lambda: long_sigmoid(Z),
        "tanh": lambda: np.tanh(Z),
        "elu": lambda: np.where(Z > 0, Z, np.expm1(np.minimum(Z, 0))),
        "linear": lambda: Z,
    }[kind]()


@pytest.mark.parametrize("kind", ["relu", "sigmoid", "tanh", "elu"])
@settings(max_examples=20, deadline=None)
@given(seed=SEEDS)
def test_act_backward_against_differences(reference, kind, seed):
    """dZ is dH times the slope, away from the kink."""
    draw = np.random.default_rng(seed)
    Z, dH = draw.uniform(0.01, 5, (3, 4)) * draw.choice([-1.0, 1.0], (3, 4)), draw.normal(size=(3, 4))
    assert close(reference.act_backward(dH, Z, kind), slopes(lambda A: np.sum(dH * long_act(A, kind)), Z))


@settings(max_examples=20, deadline=None)
@given(SIZES, SEEDS, st.sampled_from([0.0, 0.3, 5.0]))
def test_backward_against_differences(reference, sizes, seed, lam):
    """All four gradients are the slopes of the loss, whatever the shapes."""
    N, D, H, C = sizes
    draw = np.random.default_rng(seed)
    params = {"W1": draw.normal(size=(D, H)), "b1": draw.normal(size=H), "W2": draw.normal(size=(H, C)), "b2": draw.normal(size=C)}
    X, Y = draw.normal(size=(N, D)), draw.normal(size=(N, C))

    def loss(key, A):
        p = {**params, key: A}
        H2 = long_sigmoid(long_sigmoid(X @ p["W1"] + p["b1"]) @ p["W2"] + p["b2"])
        return np.sum((Y - H2) ** 2) / (2 * N) + LONG(lam) / (2 * N) * (np.sum(p["W1"] ** 2) + np.sum(p["W2"] ** 2))

    grads = reference.backward(params, reference.forward(params, X), Y, lam)
    assert set(grads) == set(params)
    for key in params:
        assert close(grads[key], slopes(lambda A, key=key: loss(key, A), params[key]))


@settings(max_examples=20, deadline=None)
@given(st.lists(st.integers(1, 4), min_size=2, max_size=5), st.integers(1, 4), SEEDS, st.data())
def test_mlp_backward_against_differences(reference, widths, N, seed, data):
    """dX and all gradients are the slopes of <dZ, output>, for any depth and any activations."""
    kinds = [data.draw(st.sampled_from(["relu", "sigmoid", "tanh", "elu"])) for _ in widths[2:]] + ["linear"]
    draw = np.random.default_rng(seed)
    params = [(draw.normal(size=pair), draw.normal(size=pair[1]), kind) for pair, kind in zip(zip(widths, widths[1:], strict=False), kinds, strict=True)]
    X, dZ = draw.normal(size=(N, widths[0])), draw.normal(size=(N, widths[-1]))

    def total(X, layers):
        H = X
        for W, b, kind in layers:
            H = long_act(H @ W + b, kind)
        return np.sum(dZ * H)

    out, caches = reference.mlp_forward(params, X)
    assume(all(np.min(np.abs(Z)) > 1e-3 for _, Z in caches[:-1]))
    assert np.allclose(np.sum(dZ * out), float(total(X, params)), rtol=1e-12, atol=1e-12)
    dX, grads = reference.mlp_backward(params, caches, dZ)
    assert close(dX, slopes(lambda A: total(A, params), X))
    for i, (W, b, kind) in enumerate(params):
        dW, db = grads[i]
        assert close(dW, slopes(lambda A, i=i, b=b, kind=kind: total(X, [*params[:i], (A, b, kind), *params[i + 1 :]]), W))
        assert close(db, slopes(lambda A, i=i, W=W, kind=kind: total(X, [*params[:i], (W, A, kind), *params[i + 1 :]]), b))


@settings(max_examples=20, deadline=None)
@given(SIZES, SEEDS, st.sampled_from([0.0, 0.1, 2.0]))
def test_fixed_gradients_against_differences(reference, sizes, seed, reg):
    """The repaired gradients are the slopes of the published loss."""
    N, D, H, C = sizes
    draw = np.random.default_rng(seed)
    X, Y, W1, W2 = draw.normal(size=(N, D)), draw.normal(size=(N, C)), draw.normal(size=(D, H)), draw.normal(size=(H, C))
    reg = LONG(reg)
    dW1, dW2 = reference.fixed_gradients(X, Y, W1, W2, float(reg))
    assert close(dW1, slopes(lambda A: reference.published_loss(X, Y, A, W2, reg), W1))
    assert close(dW2, slopes(lambda A: reference.published_loss(X, Y, W1, A, reg), W2))


def test_published_gradients_have_their_two_defects(reference):
    """At the audit point: the data term is 50 times too large, and the penalty is one number in every entry of a matrix."""
    X, Y, W1, W2, reg, _ = reference.audit_point()
    for published, fixed in zip(reference.published_gradients(X, Y, W1, W2, 0.0), reference.fixed_gradients(X, Y, W1, W2, 0.0), strict=True):
        assert np.allclose(published, 50 * fixed, rtol=1e-12)
    for W, with_it, without in zip(
        (W1, W2), reference.published_gradients(X, Y, W1, W2, reg), reference.published_gradients(X, Y, W1, W2, 0.0), strict=True
    ):
        assert np.allclose(with_it - without, reg * np.sum(W**2), rtol=1e-12)


def test_published_tanh_is_tanh_of_half(reference):
    """The published tanh of 1 is 0.46211716, which is tanh(0.5), and its slope is twice the right one."""
    z = np.linspace(-4, 4, 33)
    assert abs(reference.published_tanh(1.0) - 0.46211716) < 5e-9
    assert np.allclose(reference.published_tanh(z), np.tanh(z / 2), rtol=0, atol=1e-15)
    right = np.asarray(slopes(lambda t: np.sum(np.tanh(t / 2)), z), dtype=float)
    assert np.allclose(reference.published_tanh(reference.published_tanh(z), slope=True), 2 * right, rtol=1e-9)


def test_published_predict_keeps_the_order_but_not_the_numbers(reference):
    """Softmax over the unbent outputs names the same class as the sigmoids, with other numbers."""
    X, _, W1, W2, _, _ = reference.audit_point()
    used, trained = reference.published_predict(X, W1, W2), reference.published_forward(X, W1, W2)[1]
    assert np.array_equal(used.argmax(axis=1), trained.argmax(axis=1))
    assert np.max(np.abs(used - trained)) > 0.17


def test_every_other_published_piece_is_in_order(reference):
    """Pieces that the audit must not accuse: sigmoid, its slope, forward, both terms of the loss."""
    X, Y, W1, W2, reg, z = reference.audit_point()
    assert np.allclose(reference.published_sigmoid(z), reference.sigmoid(z), rtol=1e-14)
    s = reference.sigmoid(z)
    assert close(reference.published_sigmoid(s, slope=True), slopes(lambda t: np.sum(long_sigmoid(t)), z))
    H2 = long_sigmoid(long_sigmoid(X @ W1.astype(LONG)) @ W2)
    assert np.allclose(reference.published_forward(X, W1, W2)[1], H2.astype(float), rtol=1e-14)
    assert np.isclose(reference.published_loss(X, Y, W1, W2, 0.0), float(np.sum((Y - H2) ** 2) / 100), rtol=1e-13)
    penalty = reference.published_loss(X, Y, W1, W2, reg) - reference.published_loss(X, Y, W1, W2, 0.0)
    assert np.isclose(penalty, reg * (np.sum(W1**2) + np.sum(W2**2)) / 100, rtol=1e-10)


def test_sigmoid_is_accurate_far_out(reference):
    """The sigmoid that is handed out keeps its relative accuracy on the left, and neither overflows nor warns."""
    z = np.array([-700.0, -40.0, -1.0, 0.0, 1.0, 40.0, 700.0])
    with np.errstate(all="raise", under="ignore"):
        got = reference.sigmoid(z)
    assert np.allclose(got[:3], np.exp(z[:3]) / (1 + np.exp(z[:3])), rtol=1e-15)
    assert np.allclose(got + reference.sigmoid(-z), 1.0, rtol=1e-15)
