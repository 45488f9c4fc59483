"""Claimed gradients against measured slopes: right ones pass, wrong ones are told what is wrong."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.checking import Failure, Outcome, expect, points, random_upstream, rng
from autograder.checking.gradients import numerical_vjp
from autograder.checking.observe import observe_many
from tests.benchmarks.bricks import BRICKS


def affine(X, W, b):
    return X @ W + b


def affine_backward(dZ, X, W):
    return dZ @ W.T, X.T @ dZ, dZ.sum(axis=0)


def layer(generator, scale):
    return scale * generator.normal(size=(5, 4)), generator.normal(size=(4, 3)), generator.normal(size=3)


X, W, B = layer(np.random.default_rng(0), 1.0)
DZ = random_upstream(np.random.default_rng(1), (5, 3))


def judged(backward):
    """Judge a backward pass of the affine layer at one point."""
    return expect(backward, DZ, X, W).is_vjp_of(affine, at=(X, W, B), upstream=DZ, names=("dX", "dW", "db"))


def failure_of(backward):
    """The record a wrong backward pass gets."""
    with pytest.raises(Failure) as caught:
        judged(backward)
    return caught.value.record


def test_right_backward_passes():
    """The gradient of an affine layer agrees with its measured slopes."""
    judged(affine_backward)


@pytest.mark.parametrize(
    ("wrong", "kind", "words"),
    [
        (lambda dZ, X, W: (dZ @ W.T, -X.T @ dZ, dZ.sum(axis=0)), "value", "dW"),
        (lambda dZ, X, W: (dZ @ W.T, X.T @ dZ, dZ), "shape", "db"),
        (lambda dZ, X, W: (dZ @ W.T, X.T @ dZ, dZ.sum(axis=0, keepdims=True)), "shape", "db"),
        (lambda dZ, X, W: (dZ @ W.T, X.T @ dZ), "type", "tuple of 3"),
        (lambda dZ, X, W: (dZ @ W.T, (X.T @ dZ).tolist(), dZ.sum(axis=0)), "type", "dW"),
        (lambda dZ, X, W: (dZ @ W.T, (X.T @ dZ).astype(np.float32), dZ.sum(axis=0)), "dtype", "dW"),
        (lambda dZ, X, W: (dZ @ W.T * np.nan, X.T @ dZ, dZ.sum(axis=0)), "not_finite", "dX"),
        (lambda dZ, X, W: affine_backward(np.multiply(dZ, 2, out=dZ), X, W), "mutated", "first argument"),
    ],
)
def test_each_way_of_being_wrong_is_told(wrong, kind, words):
    """Structure, type, shape, dtype, finiteness, changed inputs and numbers each have their own failure."""
    record = failure_of(wrong)
    assert record.kind == kind
    assert words in record.message


def test_result_that_depends_on_the_call_before():
    """A gradient that is added into an old buffer differs in the second call and is told so."""
    buffer = np.zeros_like(W)

    def accumulates(dZ, X, W):
        buffer[...] += X.T @ dZ
        return dZ @ W.T, buffer.copy(), dZ.sum(axis=0)

    record = failure_of(accumulates)
    assert record.kind == "property"
    assert "second time" in record.message


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(-6, 6), st.tuples(*[st.integers(1, 5)] * 3))
def test_right_gradient_passes_at_every_scale_and_shape(seed, power, sizes):
    """Inputs from 1e-6 to 1e6, batch of one, single features: the right gradient is never called wrong."""
    n, d, m = sizes
    generator = np.random.default_rng(seed)
    X, W, b = 10.0**power * generator.normal(size=(n, d)), generator.normal(size=(d, m)), generator.normal(size=m)
    dZ = random_upstream(generator, (n, m))
    expect(affine_backward, dZ, X, W).is_vjp_of(affine, at=(X, W, b), upstream=dZ)


@pytest.mark.parametrize("name", BRICKS)
@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 2**32 - 1), power=st.floats(-6, 6))
def test_right_backward_of_every_brick_passes(name, seed, power):
    """Twenty operations, from an affine layer to a network with a penalty, at every scale of the input."""
    brick = BRICKS[name]
    generator = np.random.default_rng(seed)
    at = brick.draw(generator, 10.0**power)
    output = np.asarray(brick.forward(*at))
    upstream = random_upstream(generator, output.shape) if output.ndim else 1.0
    expect(brick.backward, upstream, *at).is_vjp_of(brick.forward, at=at, upstream=upstream, wrt=brick.wrt)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(0, 19), st.sampled_from([1e-6, 1e-4, 0.5, 2.0]))
def test_one_wrong_entry_is_found(seed, index, change):
    """One entry of dX off by one part in a million is enough to fail."""
    generator = np.random.default_rng(seed)
    X, W, b = layer(generator, 1.0)
    dZ = random_upstream(generator, (5, 3))

    def slightly_off(dZ, X, W):
        dX, dW, db = affine_backward(dZ, X, W)
        dX.flat[index] += change * (1 + abs(dX.flat[index]))
        return dX, dW, db

    with pytest.raises(Failure, match=r"dX is not the slope of affine: 1 of 20 entries is wrong"):
        expect(slightly_off, dZ, X, W).is_vjp_of(affine, at=(X, W, b), upstream=dZ, names=("dX", "dW", "db"))


def test_a_slope_of_zero_is_told_as_zero():
    """What is left of it by rounding would puzzle who reads it."""
    X = np.random.default_rng(3).normal(size=(7, 3))
    with pytest.raises(Failure) as caught:
        expect(lambda dY: dY - 0.25, np.ones((7, 3))).is_vjp_of(lambda X: X - X.mean(axis=0), at=(X,), upstream=np.ones((7, 3)))
    assert caught.value.record.message.endswith(", not 0")
    assert set(caught.value.record.expected) <= set("[] 0\n.,*")


def test_measured_slopes_agree_with_a_known_derivative():
    """The slopes of arctan are 1 / (1 + x^2) within their own error bars, from 1e-6 to 1e6."""
    x = np.array([1e-6, 1e-3, -0.5, 3.0, -40.0, 1e3, 1e6])
    (found,) = numerical_vjp(np.arctan, (x,), upstream=np.ones(7))
    assert np.all(found.trusted)
    assert np.all(np.abs(found.value - 1 / (1 + x * x)) <= found.error)
    assert np.all(found.error < 1e-8)


def test_kink_is_not_trusted():
    """At 0 the absolute value has no slope, although its central differences agree perfectly on 0."""
    (found,) = numerical_vjp(np.abs, (np.array([0.0, 1.0, -2.0]),), upstream=np.ones(3))
    assert found.trusted.tolist() == [False, True, True]
    assert found.value[1:].tolist() == [1.0, -1.0]


def test_either_convention_at_a_kink_passes():
    """ReLU may have slope 0 or 1 at exactly 0; elsewhere it has to be right."""
    x = np.array([0.0, 0.0, 1.0, -1.0, 2.0, -3.0])
    for mask in (x > 0, x >= 0):
        expect(lambda dh, x, mask=mask: dh * mask, np.ones(6), x).is_vjp_of(relu, at=(x,), upstream=np.ones(6))
    with pytest.raises(Failure):
        expect(lambda dh, x: dh * (x < 0), np.ones(6), x).is_vjp_of(relu, at=(x,), upstream=np.ones(6))


def relu(x):
    return np.maximum(x, 0)


def test_slope_close_to_a_kink_is_measured():
    """An entry 1e-6 from the kink is trusted and right: steps shrink until they stay on one side."""
    (found,) = numerical_vjp(relu, (np.array([1e-6, -1e-6, 1.0]),), upstream=np.ones(3))
    assert found.trusted.all()
    assert np.allclose(found.value, [1, 0, 1], atol=1e-9)


def test_float32_inside_the_forward_pass_widens_the_bars():
    """A forward pass that computes in float32 is measured with honest bars: its right gradient is not rejected."""

    def rounded(X, W, b):
        return (X.astype(np.float32) @ W.astype(np.float32) + b.astype(np.float32)).astype(float)

    expect(affine_backward, DZ, X, W).is_vjp_of(rounded, at=(X, W, B), upstream=DZ)


def test_gradient_with_the_structure_of_its_parameters():
    """Parameters in a dict have their gradients in a dict with the same keys."""

    def loss(params, X):
        return np.mean((np.tanh(X @ params["W1"]) @ params["W2"]) ** 2)

    def backward(params, X, sign=1):
        H = np.tanh(X @ params["W1"])
        dO = 2 * H @ params["W2"] / (len(X) * params["W2"].shape[1])
        return {"W2": H.T @ dO, "W1": sign * X.T @ (dO @ params["W2"].T * (1 - H * H))}

    params = {"W1": W, "W2": np.random.default_rng(2).normal(size=(3, 2))}
    expect(backward, params, X).is_gradient_of(loss, wrt=0)
    with pytest.raises(Failure, match=r"result \['W1'\] is not the slope of loss"):
        expect(lambda params, X: backward(params, X, -1), params, X).is_gradient_of(loss, wrt=0)
    with pytest.raises(Failure, match="missing keys: W2"):
        expect(lambda params, X: {"W1": W}, params, X).is_gradient_of(loss, wrt=0)


def test_loss_and_gradient_returned_together():
    """A function that returns (loss, gradient) is checked against its own loss."""

    def squared(H, Y, factor=1.0):
        return np.mean((H - Y) ** 2), factor * 2 * (H - Y) / H.size

    expect(squared, X, X[::-1])[1].is_gradient_of(squared, part=0, wrt=0)
    with pytest.raises(Failure, match=r"result \[1\]"):
        expect(lambda H, Y: squared(H, Y, 0.5), X, X[::-1])[1].is_gradient_of(squared, part=0, wrt=0)


def test_function_that_takes_a_function():
    """A learner's numerical gradient is judged with a tolerance of its own."""

    def f(x):
        return float(np.sum(np.sin(x) * x))

    def central(f, x, eps):
        steps = eps * np.eye(x.size).reshape(-1, *x.shape)
        return np.array([(f(x + s) - f(x - s)) / (2 * eps) for s in steps]).reshape(x.shape)

    expect(central, f, X, 1e-5).is_gradient_of(f, at=(X,), rtol=1e-6)
    with pytest.raises(Failure):
        expect(lambda f, x, eps: central(f, x, eps) * 2, f, X, 1e-5).is_gradient_of(f, at=(X,), rtol=1e-6)


def test_big_array_is_judged_by_directions_and_the_entry_is_found():
    """One wrong entry of 600 is noticed by directions, then shown with its place."""
    generator = np.random.default_rng(3)
    X, W, b = generator.normal(size=(40, 30)), generator.normal(size=(30, 20)), generator.normal(size=20)
    dZ = random_upstream(generator, (40, 20))
    expect(affine_backward, dZ, X, W).is_vjp_of(affine, at=(X, W, b), upstream=dZ)

    def one_off(dZ, X, W):
        dX, dW, db = affine_backward(dZ, X, W)
        dW[3, 4] *= 1.01
        return dX, dW, db

    with pytest.raises(Failure, match=r"1 of 600 entries is wrong; entry \[3, 4\]"):
        expect(one_off, dZ, X, W).is_vjp_of(affine, at=(X, W, b), upstream=dZ)


class Elsewhere:
    """A function behind a channel: it can be called in batches only, and the batches are counted."""

    def __init__(self, function):
        self.function, self.frames, self.calls = function, 0, 0
        self.__name__ = function.__name__

    def observe_many(self, cases):
        self.frames += 1
        self.calls += len(cases)
        return observe_many(self.function, cases)


def test_forward_in_another_process_costs_few_messages():
    """Hundreds of evaluations of a learner's own forward pass cross in a few batches."""
    forward = Elsewhere(affine)
    expect(affine_backward, DZ, X, W).is_vjp_of(forward, at=(X, W, B), upstream=DZ)
    assert forward.calls > 150
    assert forward.frames <= 20


def test_learners_forward_that_raises_is_told_so():
    """The failure is about the forward function, not about the gradient."""

    def broken(X, W, b):
        raise ValueError("no")

    with pytest.raises(Failure, match="broken raised ValueError"):
        expect(affine_backward, DZ, X, W).is_vjp_of(Elsewhere(broken), at=(X, W, B), upstream=DZ)


def test_forward_that_fails_away_from_the_point():
    """Errors and NaN at neighbouring points do not end the check."""

    class Fussy:
        __name__ = "fussy"

        def observe_many(self, cases):
            return [Outcome(error="ValueError") if x[0][0] < 0.499 else Outcome(value=np.sqrt(x[0])) for x in cases]

    x = np.array([0.5, 2.0])
    expect(lambda dh, x: dh / (2 * np.sqrt(x)), np.ones(2), x).is_vjp_of(Fussy(), at=(x,), upstream=np.ones(2))


def test_points_fail_on_a_mistake_that_shows_at_one_scale_only():
    """A slope that is wrong for inputs below -4 is seen because the scales reach there."""

    def clipped(dh, x):
        return dh * (1 - np.tanh(x) ** 2) * np.where(x < -4, 3.0, 1.0)

    def check(backward):
        for (x,) in points(lambda generator, scale: (scale * generator.uniform(-2, 2, size=(4, 5)),), 6):
            dh = random_upstream(rng(7), x.shape)
            expect(backward, dh, x).is_vjp_of(np.tanh, at=(x,), upstream=dh)

    check(lambda dh, x: dh * (1 - np.tanh(x) ** 2))
    with pytest.raises(Failure):
        check(clipped)


def test_point_on_a_kink_is_drawn_again():
    """Where most entries have no slope, other points are drawn."""
    seen = []

    def draw(generator, scale):
        seen.append(scale)
        return (np.zeros(6) if len(seen) == 1 else scale * generator.normal(size=6),)

    for (x,) in points(draw, 8):
        expect(lambda dh, x: dh * (x > 0), np.ones(6), x).is_vjp_of(relu, at=(x,), upstream=np.ones(6))
    assert len(seen) == 5


def test_points_that_cannot_be_judged_are_an_error_of_the_check():
    """A check whose points all lie on kinks says so instead of passing everyone."""
    with pytest.raises(RuntimeError, match="0 of 4"):
        for (x,) in points(lambda generator, scale: (np.zeros(6),), 9):
            expect(lambda dh, x: dh, np.ones(6), x).is_vjp_of(relu, at=(x,), upstream=np.ones(6))


def test_learners_forward_that_jumps_is_not_called_a_wrong_gradient():
    """Where a learner's own forward function has no slope, that is said, and nothing about the gradient."""

    def noisy(x, state=np.random.default_rng(0)):
        return x + state.normal(size=x.shape)

    def check(forward):
        for (x,) in points(lambda generator, scale: (scale * generator.normal(size=6),), 10):
            expect(lambda dh, x: dh, np.ones(6), x).is_vjp_of(forward, at=(x,), upstream=np.ones(6))

    with pytest.raises(Failure, match="slope of noisy could be measured at 0 of 4 points only"):
        check(Elsewhere(noisy))
    with pytest.raises(Failure, match="slope of noisy could be measured in no entry"):
        expect(lambda dh, x: dh, np.ones(6), X[0]).is_vjp_of(Elsewhere(noisy), at=(np.ones(6),), upstream=np.ones(6))


def test_same_verdict_every_time():
    """Nothing in the judgement depends on chance: two runs measure the same numbers."""
    one, two = (numerical_vjp(lambda X, W, b: affine(X, W, b), (X, W, B), upstream=DZ) for _ in range(2))
    assert all(np.array_equal(a.value, b.value) and np.array_equal(a.tolerance, b.tolerance) for a, b in zip(one, two, strict=True))
