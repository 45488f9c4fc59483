"""The goals of fit_surface: right ways to train reach them with room to spare, wrong ones do not."""

import importlib.util
from pathlib import Path

import numpy as np
import pytest

SCRIPT = Path(__file__).resolve().parents[1] / "calibration" / "a6_fit_surface.py"


@pytest.fixture(scope="module")
def calibration():
    """The script that prints the distributions."""
    spec = importlib.util.spec_from_file_location("a6_fit_surface", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def shares(calibration, way, case, seeds):
    """Errors of a way to train, as shares of the best plane's."""
    f, width, act = calibration.CASES[case]
    nets = [way(f, width, act, np.random.default_rng([900, seed])) for seed in seeds]
    nets = [net[0] if isinstance(net, tuple) else net for net in nets]
    return np.array([calibration.rmse(calibration.evaluate(net, calibration.GRID), f(calibration.GRID)) for net in nets]) / calibration.plane_error(f)


def test_checks_use_the_calibrated_goals(a6, calibration):
    """The bars of both files of checks are those of the script, and so are their surfaces."""
    for check in (a6.public_checks[0], a6.hidden_checks[0]):
        assert check.function.__globals__["BARS"] == calibration.BAR
    hidden = a6.hidden_checks[0].function.__globals__
    X = np.random.default_rng(0).uniform(-1, 1, size=(50, 2))
    for name in ("saddle", "slope", "wave", "crease"):
        assert np.array_equal(hidden[name](X), calibration.CASES[name][0](X))
    assert np.array_equal(a6.public_checks[0].function.__globals__["high"](X), calibration.CASES["high"][0](X))


@pytest.mark.parametrize("case", ["bowl", "bowl relu", "high", "saddle", "slope", "wave", "crease"])
def test_reference_reaches_every_goal(calibration, case):
    """Twelve other seeds: none above three quarters of the goal."""
    assert shares(calibration, calibration.reference, case, range(12)).max() < 0.75 * calibration.BAR[calibration.CASES[case][2]]


@pytest.mark.parametrize("way", ["untrained", "no_hidden_biases", "one_quarter", "a_plane"])
def test_wrong_ways_miss_the_goal(calibration, way):
    """On the bowl with tanh, and on the crease with ReLU, they are clearly above it."""
    for case in ("bowl", "crease"):
        found = shares(calibration, getattr(calibration, way), case, range(4))
        assert found.min() > 1.1 * calibration.BAR[calibration.CASES[case][2]], (case, found)


def test_claims_are_honest_within_the_tolerance(reference, calibration):
    """The error on 1000 fresh points is within 20 percent of the error on the checks' grid, where 30 are allowed."""
    for seed in range(10):
        net, claimed = reference.fit_surface(reference.bowl, 6, "tanh", np.random.default_rng([77, seed]))
        measured = calibration.rmse(calibration.evaluate(net, calibration.GRID), reference.bowl(calibration.GRID))
        assert abs(claimed / measured - 1) < 0.2


def test_a_claim_of_the_wrong_size_is_rejected(reference, failures):
    """A right net with an error that is half or twice the true one fails every check that looks at it."""
    for factor in (0.5, 2.0):

        def boasting(f, width, act, rng, factor=factor):
            net, error = reference.fit_surface(f, width, act, rng)
            return net, factor * error

        assert {"an_honest_error", "the_bowl_with_six_neurons", "a_saddle_and_a_slope"} <= set(failures(fit_surface=boasting))


@pytest.mark.parametrize("spoil", ["act", "w2", "W1", "b2", "nan"])
def test_nets_that_are_none(reference, failures, spoil):
    """A net of the wrong kind, shape or content fails every check that can tell."""

    def spoiled(f, width, act, rng):
        net, error = reference.fit_surface(f, width, act, rng)
        wrong = {
            "act": {"act": "sigmoid"},
            "w2": {"w2": net["w2"][:, None]},
            "W1": {"W1": net["W1"].T},
            "b2": {"b2": np.full(2, net["b2"])},
            "nan": {"b1": np.full(width, np.nan)},
        }[spoil]
        return {**net, **wrong}, error

    assert len(failures(fit_surface=spoiled)) >= 6  # with two neurons W1 is square


def test_outer_bias_of_any_kind(reference, failures):
    """b2 as a number, a numpy number or an array of one entry is accepted, and so are further entries."""

    def other(f, width, act, rng):
        net, error = reference.fit_surface(f, width, act, rng)
        return [{**net, "b2": np.array([net["b2"]]), "seed": 3}, np.float64(error)]

    assert failures(fit_surface=other) == []


def test_message_tells_what_is_missing(a6, reference):
    """A good hidden layer with bad outer weights, and hidden biases of zero, are told as such."""
    check = next(c for c in a6.checks_of("q9") if c.name == "the_bowl_with_six_neurons")

    def outer_weights_off(f, width, act, rng):
        net, _ = reference.fit_surface(f, width, act, rng)
        net = {**net, "b2": net["b2"] + 1}
        X = rng.uniform(-1, 1, size=(1000, 2))
        return net, reference.rmse(reference.evaluate(net, X), f(X))

    def no_biases(f, width, act, rng):
        X = rng.uniform(-1, 1, size=(1000, 2))
        net = reference.best_outer({**reference.start_net(width, act, rng), "b1": np.zeros(width)}, X, f(X))
        return net, reference.rmse(reference.evaluate(net, X), f(X))

    assert "the hidden layer is good enough" in check.run({"fit_surface": outer_weights_off}).message
    assert "all entries of b1 are 0" in check.run({"fit_surface": no_biases}).message
