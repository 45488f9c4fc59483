"""Nets that do the same are written in the same way, and do what they did before."""

import numpy as np
import pytest

from autograder.checking.neurons import relus_in_order, steps_in_order


def step_net(draw, M):
    """A random net of M steps."""
    return {"W1": draw.normal(size=(2, M)), "b1": draw.normal(size=M), "w2": draw.normal(size=M), "b2": 0.3, "act": "step"}


def steps(net, X):
    """What a net of steps gives."""
    return (X @ net["W1"] + net["b1"] > 0) @ net["w2"] + net["b2"]


def relus(pair, X):
    """What a layer of ReLUs without biases gives."""
    return np.maximum(X @ pair[0], 0.0) @ pair[1]


def assert_equal(one, other):
    """The same numbers, but for rounding."""
    for key in ("W1", "b1", "w2", "b2"):
        assert np.allclose(one[key], other[key], rtol=0, atol=1e-12)


def test_order_scale_and_side_of_steps_do_not_count():
    """Neurons in another order, scaled, or looking the other way: one form, which gives what the net gave."""
    draw = np.random.default_rng(1)
    for M in (1, 2, 5, 8):
        net, X = step_net(draw, M), draw.normal(size=(200, 2))
        order, scale, turn = draw.permutation(M), draw.uniform(0.1, 9.0, M), draw.choice([-1.0, 1.0], M)
        other = {
            "W1": (net["W1"] * scale * turn)[:, order],
            "b1": (net["b1"] * scale * turn)[order],
            "w2": (net["w2"] * turn)[order],
            "b2": np.array([net["b2"] + np.sum(net["w2"][turn < 0])]),
            "act": "step",
        }
        assert_equal(steps_in_order(net), steps_in_order(other))
        assert np.allclose(steps(steps_in_order(net), X), steps(net, X))


def test_directions_on_the_border_of_the_half_plane_have_one_form():
    """To the right and to the left, with rounding on either side, as the cosine and sine of whole turns have it."""
    forms = [
        steps_in_order({"W1": np.array([[sign], [tiny]]), "b1": np.array([sign * 0.5]), "w2": np.array([sign]), "b2": 0.5 - sign / 2, "act": "step"})
        for sign in (1.0, -1.0)
        for tiny in (0.0, -0.0, 1e-16, -1e-16)
    ]
    for form in forms[1:]:
        assert_equal(form, forms[0])


def test_by_sign_the_scale_of_the_output_does_not_count():
    """Ten times the output has the same sign everywhere."""
    net = step_net(np.random.default_rng(2), 4)
    tenfold = {**net, "w2": 10 * net["w2"], "b2": 10 * net["b2"]}
    assert_equal(steps_in_order(net, by_sign=True), steps_in_order(tenfold, by_sign=True))
    assert not np.allclose(steps_in_order(net)["w2"], steps_in_order(tenfold)["w2"])


def test_order_and_lengths_of_relus_do_not_count():
    """A longer column with a smaller output weight is the same neuron."""
    draw = np.random.default_rng(3)
    W1, w2, X = draw.normal(size=(2, 4)), draw.normal(size=4), draw.normal(size=(100, 2))
    order, scale = draw.permutation(4), draw.uniform(0.1, 9.0, 4)
    one, other = relus_in_order((W1, w2)), relus_in_order(((W1 * scale)[:, order], (w2 / scale)[order]))
    for a, b in zip(one, other, strict=True):
        assert np.allclose(a, b, rtol=0, atol=1e-12)
    assert np.allclose(relus(one, X), relus((W1, w2), X))


@pytest.mark.parametrize(
    "wrong",
    [{}, {"W1": np.ones((2, 1))}, {**step_net(np.random.default_rng(4), 2), "act": "relu"}, {**step_net(np.random.default_rng(4), 2), "w2": np.ones(3)}]
    + [{**step_net(np.random.default_rng(4), 2), "W1": np.zeros((2, 2))}, {**step_net(np.random.default_rng(4), 2), "b1": np.array([np.nan, 0.0])}, 7, None],
)
def test_what_is_no_net_is_refused(wrong):
    """With an error that `view` takes for: look at it as it is."""
    with pytest.raises((KeyError, TypeError, ValueError)):
        steps_in_order(wrong)
    with pytest.raises((KeyError, TypeError, ValueError)):
        relus_in_order((np.ones((2, 2)), np.ones((2, 1))))
