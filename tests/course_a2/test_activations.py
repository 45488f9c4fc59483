"""Activations and slopes of a2 against fifty-digit arithmetic and against each other."""

from decimal import Decimal, localcontext

import numpy as np
import pytest

FAR = (-395.0, -300.0, -100.0, -40.0, -20.0, -5.0, -0.1, 0.0, 0.1, 5.0, 20.0, 36.5, 40.0, 100.0, 300.0)


def exactly(name, z):
    """An activation or slope in fifty digits, from its definition."""
    with localcontext() as context:
        context.prec = 450
        up = Decimal(z).exp()
        s = up / (1 + up)
        t = (up * up - 1) / (up * up + 1)
        return {"sigmoid": s, "softplus": (1 + up).ln(), "d_sigmoid": s * (1 - s), "d_tanh": 1 - t * t, "d_softplus": s}[name]


@pytest.mark.parametrize("name", ["sigmoid", "softplus", "d_sigmoid", "d_tanh", "d_softplus"])
def test_ten_digits_in_both_tails(reference, name):
    """The reference keeps what the docstrings promise: ten digits, however small the result."""
    reach = {"d_sigmoid": 300.0, "d_tanh": 150.0}.get(name, 400.0)
    for z in (z for z in FAR if abs(z) <= reach):
        right = exactly(name, z)
        assert abs(Decimal(float(getattr(reference, name)(np.array([z]))[0])) - right) <= right * Decimal("1e-11")


@pytest.mark.parametrize(
    ("name", "extra"), [("sigmoid", ()), ("tanh", ()), ("leaky_relu", (0.2,)), ("elu", (1.7,)), ("softplus", ())]
)
def test_slopes_are_those_of_the_functions(reference, name, extra):
    """Every slope agrees with central differences of its function."""
    z = np.concatenate([np.linspace(-6, -0.01, 200), np.linspace(0.01, 6, 200)])
    f, slope = getattr(reference, name), getattr(reference, "d_" + name)
    measured = (f(z + 1e-6, *extra) - f(z - 1e-6, *extra)) / 2e-6
    np.testing.assert_allclose(slope(z, *extra), measured, atol=1e-8)


def test_relations_of_the_two_switches(reference):
    """sigmoid(-z) = 1 - sigmoid(z), tanh z = 2 sigmoid(2z) - 1, and the largest slope of the sigmoid is 1/4, at 0."""
    z = np.linspace(-8, 8, 321)
    np.testing.assert_allclose(reference.sigmoid(-z), 1 - reference.sigmoid(z), atol=1e-15)
    np.testing.assert_allclose(reference.tanh(z), 2 * reference.sigmoid(2 * z) - 1, atol=1e-15)
    assert reference.d_sigmoid(z).max() == reference.d_sigmoid(np.array([0.0]))[0] == 0.25
    np.testing.assert_allclose(reference.d_sigmoid_from_output(reference.sigmoid(z)), reference.d_sigmoid(z), atol=1e-15)


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("z", [-800.0, -720.0, 720.0, 800.0])
def test_nothing_overflows(reference, z):
    """No warning of numpy far out."""
    z = np.array([z])
    for name in ("sigmoid", "tanh", "softplus", "d_sigmoid", "d_tanh", "d_softplus"):
        assert np.all(np.isfinite(getattr(reference, name)(z)))
    for name in ("elu", "d_elu", "leaky_relu", "d_leaky_relu"):
        assert np.all(np.isfinite(getattr(reference, name)(z, 0.5)))


@pytest.mark.parametrize("name", ["d_leaky_relu", "d_elu"])
def test_no_check_looks_at_a_corner(reference, verdict, name):
    """What a slope is at z = 0 is nobody's business."""

    def undecided(z, number):
        return np.where(np.asarray(z) == 0, np.nan, getattr(reference, name)(z, number))

    assert verdict(**{name: undecided})
