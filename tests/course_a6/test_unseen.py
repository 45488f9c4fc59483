"""Code that is no known mistake and no variant: wrong code loses points, right code in other dress does not."""

import numpy as np
import pytest

WRONG = {
    "bump": [
        lambda x, left, right, h, w: np.float32(h / (1 + np.exp(-w * (x - left))) - h / (1 + np.exp(-w * (x - right)))),
        lambda x, left, right, h, w: h * np.exp(-w * (x - (left + right) / 2) ** 2),
        lambda x, left, right, h, w: h / 2 * (np.tanh(w * (x - left)) - np.tanh(w * (x - right))),
    ],
    "tower": [
        lambda X, low, high, h, w: 1.0 * np.all((X > low) & (X < high), axis=1),
        lambda X, low, high, h, w: np.zeros(len(X)),
    ],
    "one_layer_tower": [lambda n: {"W1": np.zeros((2, 2 * n)), "b1": np.ones(2 * n), "w2": np.ones(2 * n) / (2 * n), "b2": 0.0, "act": "step"}],
    "area_mc": [
        lambda net, half, samples, rng: (np.pi, 0.0),
        lambda net, half, samples, rng: ((2 * half) ** 2 / 2, (2 * half) ** 2 / 2 / np.sqrt(samples)),
    ],
    "approx_by_bumps": [lambda f, M: f, lambda f, M: lambda X: f(np.round(X * M) / M), lambda f, M: None, lambda f, M: lambda X: None],
    "error_curve": [
        lambda fit, widths, seeds: {},
        lambda fit, widths, seeds: [fit(width, seeds[0]) for width in widths],
        lambda fit, widths, seeds: {"widths": widths, "best": [1.0], "median": [1.0], "worst": [1.0], "slope": -2.0},
    ],
}


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
@pytest.mark.parametrize(("name", "number"), [(name, i) for name, codes in WRONG.items() for i in range(len(codes))])
def test_unseen_wrong_code_fails(failures, name, number):
    """Wrong code that is no known mistake loses points too."""
    assert failures(**{name: WRONG[name][number]})


def test_polygon_with_one_side_too_many_is_rejected(reference, failures):
    """A polygon of n + 1 sides, or one with an extra neuron that changes nothing, is not what is asked for."""

    def extra(n):
        net = reference.polygon_tower(n)
        return {**net, "W1": np.hstack([net["W1"], np.zeros((2, 1))]), "b1": np.append(net["b1"], -1.0), "w2": np.append(net["w2"], 1.0)}

    assert len(failures(polygon_tower=extra)) == 4
    assert len(failures(polygon_tower=lambda n: reference.polygon_tower(n + 1))) == 4


def test_thresholds_between_the_last_two_sums_are_all_right(reference, failures):
    """b2 = -(n - 0.9) and -(n - 0.1) make the same tower."""
    for share in (0.1, 0.9):
        assert failures(polygon_tower=lambda n, share=share: {**reference.polygon_tower(n), "b2": share - n}) == []


def test_lists_where_arrays_are_natural_are_told(failures):
    """A curve of lists fails with a message, not with an accident of the check."""

    def lists(fit, widths, seeds):
        return {"widths": list(widths), "best": [0.0], "median": [0.0], "worst": [0.0], "slope": 0.0}

    assert len(failures(error_curve=lists)) == 4
