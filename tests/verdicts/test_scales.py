"""Right code stays right at any shape and any size of its numbers: nothing hangs on the inputs that the checks draw."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.checking import Expected, expected_from
from autograder.checking.compare import difference
from tests.verdicts.case import Case, assignment, cases, implementation
from tests.verdicts.matrix import quietly

KINDS = ("relu", "sigmoid", "tanh", "elu")


def a1_arguments(draw, scale):
    """Arguments of functions of a1: (name, arguments)."""
    N, D, M = (int(n) for n in draw.integers(1, 7, size=3))
    yield "affine_forward", (scale * draw.normal(size=(N, D)), draw.normal(size=(D, M)), scale * draw.normal(size=M))
    yield "from_columns", (scale * draw.normal(size=(M, D)), scale * draw.normal(size=M))
    yield "rotation", (float(draw.uniform(-1000, 1000)),)
    yield "make_layer", (float(draw.uniform(-400, 400)), scale * draw.normal(size=2), float(draw.uniform(-400, 400)), scale * draw.normal(size=2))
    yield "relu", (scale * draw.normal(size=tuple(draw.integers(1, 5, size=int(draw.integers(1, 4))))),)
    yield "quadrant_kind", (scale * draw.normal(size=(N, 2)),)
    # From two rows on: the std of a single row is 0, and nothing can be right to a relative error of 0.
    yield "standardize", (scale * (draw.normal(size=(N + 1, D)) + draw.normal(size=D)),)


def a3_arguments(draw, scale):
    """Arguments of functions of a3: (name, arguments)."""
    N, C = int(draw.integers(1, 7)), int(draw.integers(2, 7))
    shape = (N, C) if draw.integers(2) else (N,)
    yield "one_hot", (draw.integers(0, C, N), C)
    yield "softmax", (scale * draw.normal(size=(N, C)),)
    yield "cross_entropy", (scale * draw.normal(size=(N, C)), draw.integers(0, C, N))
    yield "bce_with_logits", (scale * draw.normal(size=N), draw.integers(0, 2, N))
    weights = [draw.normal(size=(2, 3)), scale * draw.normal(size=4)]
    yield "mse_ridge", (scale * draw.normal(size=shape), scale * draw.normal(size=shape), weights, float(draw.choice([0.0, 0.3, 20.0])))
    yield "mse_grad", (scale * draw.normal(size=shape), scale * draw.normal(size=shape))


def a4_arguments(draw, scale):
    """Arguments of functions of a4: (name, arguments). Sizes of the hidden sums stay moderate where they are squashed."""
    N, D, H, C = (int(n) for n in draw.integers(1, 6, size=4))
    X, Y, dZ = draw.normal(size=(N, D)), draw.normal(size=(N, C)), scale * draw.normal(size=(N, H))
    W1, W2, b1, b2 = draw.normal(size=(D, H)), draw.normal(size=(H, C)), draw.normal(size=H), draw.normal(size=C)
    params = {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
    lam = float(draw.choice([0.0, 0.5, 3.0]))
    reference = assignment("a4").reference
    up = reference.bricks_forward(X[0], W1, W2)
    layers = [(W1, b1, str(draw.choice(KINDS))), (W2, b2, "linear")]
    yield "affine_backward", (dZ, scale * X, W1)
    yield "act_backward", (dZ, 3 * draw.normal(size=(N, H)), str(draw.choice(KINDS)))
    yield "bricks_forward", (X[0], W1, W2)
    yield "bricks_output", (Y[0], up["h1"], up["h2"])
    yield "bricks_hidden", (X[0], up["h1"], W2, scale * draw.normal(size=C))
    yield "forward", (params, X)
    yield "backward", (params, reference.forward(params, X), Y, lam)
    yield "mlp_forward", (layers, X)
    yield "mlp_backward", (layers, reference.mlp_forward(layers, X)[1], scale * draw.normal(size=(N, C)))
    yield "fixed_gradients", (X, Y, W1, W2, lam)


ARGUMENTS = {"a1": a1_arguments, "a3": a3_arguments, "a4": a4_arguments}
SIZED = {name for draw in ARGUMENTS.values() for name, _ in draw(np.random.default_rng(0), 1.0)}
RIGHT = [case for case in cases("right") if case.function in SIZED]


def promised(function: str, value):
    """Of a result, what the prose promises: caches are the learner's own business."""
    if function == "forward":
        return {key: value[key] for key in ("X", "Z1", "H1", "Z2", "H2")}
    if function.startswith("bricks"):
        return {key: brick for key, brick in value.items() if key != "x"}
    return value[0] if function == "mlp_forward" else value


def gap(case: Case, seed: int, power: float):
    """The first difference between the case and the reference at random arguments, or None."""
    args = dict(ARGUMENTS[case.assignment](np.random.default_rng(seed), 10.0**power))[case.function]
    reference = getattr(assignment(case.assignment).reference, case.function)
    right = expected_from(reference, *args)
    if case.function in ("cross_entropy", "bce_with_logits"):  # as the checks of a3: a stable formula is off by eps times the largest logit
        reach = 1e-11 * (1 + float(np.abs(args[0]).max()))
        right = Expected(right.value, (reach, np.full(args[0].shape, reach / len(args[0]))))
    with quietly():
        value = implementation(case)(*args)
    return difference(promised(case.function, value), promised(case.function, right.value), promised(case.function, right.tolerance))


@pytest.mark.parametrize("case", RIGHT, ids=lambda case: f"{case.assignment}-{case.id}")
@settings(max_examples=25)
@given(seed=st.integers(0, 2**32 - 1), power=st.floats(-6, 6))
def test_right_code_is_right_at_every_size(case, seed, power):
    """The result is that of the reference within the tolerance that the checks derive, for inputs from 1e-6 to 1e6."""
    found = gap(case, seed, power)
    assert found is None, found


def in_single_precision(value):
    """Every float array rounded to float32 and back."""
    if isinstance(value, np.ndarray) and value.dtype == np.float64:
        return value.astype(np.float32).astype(float)
    if isinstance(value, tuple | list):
        return type(value)(map(in_single_precision, value))
    return {key: in_single_precision(item) for key, item in value.items()} if isinstance(value, dict) else value


DENSE = (("a1", "affine_forward"), ("a1", "standardize"), ("a3", "mse_grad"), ("a4", "affine_backward"), ("a4", "forward"), ("a4", "bricks_hidden"))


@pytest.mark.parametrize(("name", "function"), DENSE)
@pytest.mark.parametrize("power", [-6, -3, 0, 3, 6])
def test_a_detour_through_single_precision_is_seen_at_every_size(name, function, power):
    """Results that are not saturated lose half of their digits in float32, and that is no rounding."""
    reference = getattr(assignment(name).reference, function)
    for seed in range(5):
        args = dict(ARGUMENTS[name](np.random.default_rng(seed), 10.0**power))[function]
        right = expected_from(reference, *args)
        detour = in_single_precision(reference(*in_single_precision(args)))
        assert difference(promised(function, detour), promised(function, right.value), promised(function, right.tolerance)) is not None
