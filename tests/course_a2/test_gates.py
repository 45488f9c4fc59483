"""Gates, networks and certificates of a2: theorems against enumeration, and verdicts by property against a direct look."""

from itertools import product

import numpy as np
import pytest

RIGHT = {"AND": [0, 0, 0, 1], "OR": [0, 1, 1, 1], "NAND": [1, 1, 1, 0], "AND3": [0, 0, 0, 0, 0, 0, 0, 1]}


def weights_or_certificate(reference, y, n):
    """(weights, None) for a unit that computes y, or (None, certificate): one of the two always exists."""
    inputs = np.column_stack([reference.corners(n), np.ones(2**n, dtype=int)])
    signed = inputs * (2 * y - 1)[:, np.newaxis]
    weights = np.zeros(n + 1, dtype=int)
    for _ in range(1000):
        wrong = [row for row, on in zip(signed, y, strict=True) if row @ weights <= -(not on)]
        if not wrong:
            return weights, None
        weights = weights + wrong[0]
    for a, b in product(np.flatnonzero(y), repeat=2):
        for c, d in product(np.flatnonzero(y == 0), repeat=2):
            certificate = sum(np.eye(2**n)[i] for i in (a, b, c, d))
            if not np.any(certificate @ signed):
                return None, certificate
    raise AssertionError(f"neither weights nor a certificate for {y}")


@pytest.mark.parametrize(("n", "count"), [(1, 4), (2, 14), (3, 104)])
def test_count_is_proved_table_by_table(reference, n, count):
    """Every truth table has weights that compute it or multipliers that rule it out; 4, 14 and 104 have weights."""
    separable = 0
    for y in reference.corners(2**n):
        weights, certificate = weights_or_certificate(reference, y, n)
        if weights is None:
            assert certificate.min() >= 0 and certificate.max() > 0
        else:
            assert np.array_equal(reference.corners(n) @ weights[:n] + weights[n] > 0, y == 1)
            separable += 1
        if n == 2:
            assert reference.is_separable(y) is (weights is not None)
    assert reference.count_separable(n) == separable == count


def test_weights_of_one_are_not_enough_for_three_inputs(reference):
    """As the notebook says: the first input and at least one of the others needs a weight of 2."""
    y = np.array([x[0] and (x[1] or x[2]) for x in reference.corners(3)])
    found = [
        w
        for w in product((-1, 0, 1), repeat=3)
        for b in np.arange(-3.5, 4)
        if np.array_equal(reference.corners(3) @ np.array(w) + b > 0, y == 1)
    ]
    assert found == []


def test_gates_of_the_source(reference):
    """OR (1, 1, -1/2), NAND (-1, -1, 3/2) and AND (1, 1, -3/2) make XOR by way of 01, 11, 11, 10."""
    hidden = np.column_stack([reference.unit(reference.corners(2), *reference.gate(name), reference.step) for name in ("OR", "NAND")])
    assert hidden.tolist() == [[0, 1], [1, 1], [1, 1], [1, 0]]
    assert reference.unit(hidden, *reference.gate("AND"), reference.step).tolist() == [0, 1, 1, 0]
    for name, w, b in (("OR", [1, 1], -0.5), ("NAND", [-1, -1], 1.5), ("AND", [1, 1], -1.5), ("AND3", [1, 1, 1], -2.5)):
        found, bias = reference.gate(name)
        assert found.tolist() == w and bias == b


@pytest.mark.parametrize("name", RIGHT)
def test_any_right_gate_passes_and_no_wrong_one(reference, verdict, name):
    """Random weights are judged by their truth table: hundreds of right ones pass, the others do not."""
    draw = np.random.default_rng(9)
    n = 3 if name == "AND3" else 2
    right = wrong = 0
    while min(right, wrong) < 40:
        w, b = draw.normal(size=n) + (1 if name != "NAND" else -1), draw.normal() + reference.gate(name)[1]
        does_it = np.array_equal(reference.corners(n) @ w + b > 0, np.array(RIGHT[name]) == 1)
        if (right if does_it else wrong) < 40:
            assert verdict(gate=lambda asked: (w, b) if asked == name else reference.gate(asked)) == does_it
            right, wrong = right + does_it, wrong + (not does_it)


def test_any_right_network_passes_and_no_wrong_one(reference, verdict):
    """Random networks of three hidden units are judged by what they do at the corners."""
    draw = np.random.default_rng(10)
    right = wrong = 0
    while min(right, wrong) < 30:
        W1, b1, w2, b2 = draw.integers(-2, 3, (2, 3)), draw.integers(-2, 3, 3) - 0.5, draw.integers(-2, 3, 3), float(draw.integers(-2, 3))
        y = reference.step(reference.step(reference.corners(2) @ W1 + b1) @ w2 + b2)
        does_it = y.tolist() == [0, 1, 1, 0]
        if (right if does_it else wrong) < 30:
            assert verdict(xor_net=lambda: (W1, b1, w2, b2)) == does_it
            right, wrong = right + does_it, wrong + (not does_it)


@pytest.mark.parametrize(
    "result",
    [None, 3.0, "AND", (np.ones(2),), (np.ones((2, 1)), -1.5), (np.ones(2), np.array([np.nan])), (np.array([1, np.inf]), -1.5), ("ab", "c"), [], {}],
)
def test_what_is_no_gate_is_told_and_does_not_crash(verdict, result):
    """Anything else than weights and a bias fails, without an error in the check."""
    assert not verdict(gate=lambda name: result)
    assert not verdict(xor_net=lambda: result)
    assert not verdict(farkas_xor=lambda: result)


@pytest.mark.filterwarnings("error")
def test_complex_numbers_are_not_cut_down_to_their_real_parts(verdict, reference):
    """Right but for a part that is imaginary is not right, and nothing is thrown away to find out."""
    for function in ("gate", "xor_net"):
        assert not verdict(**{function: lambda *name: tuple(np.asarray(part) + 0j for part in getattr(reference, function)(*name))})
    assert not verdict(farkas_xor=lambda: reference.farkas_xor() + 0j)
    assert not verdict(farkas_xor=lambda: list(reference.farkas_xor() + 0j))


def test_two_hidden_units_make_three_points_of_four(reference):
    """Every XOR network with two hidden step units maps the four corners to exactly three points."""
    tables = [y for y in reference.corners(4) if reference.is_separable(y)]
    seen = set()
    for first, second in product(tables, repeat=2):
        points = np.column_stack([first, second])
        for out in tables:  # what the output unit does at the points (0, 0), (0, 1), (1, 0), (1, 1)
            if [out[2 * p + q] for p, q in points] == [0, 1, 1, 0]:
                seen.add(len(np.unique(points, axis=0)))
    assert seen == {3}


def test_certificate_is_the_only_one(reference, verdict):
    """The four left sides have rank 3: the certificates are the positive multiples of (1, 1, 1, 1), and only they pass."""
    conditions = np.array([[0, 0, -1], [0, 1, 1], [1, 0, 1], [-1, -1, -1]])
    assert np.linalg.matrix_rank(conditions) == 3
    assert not np.any(reference.farkas_xor() @ conditions)
    for scale in (1e-6, 1.0, 1e6):
        assert verdict(farkas_xor=lambda: np.full(4, scale))
    draw = np.random.default_rng(11)
    for _ in range(50):
        assert not verdict(farkas_xor=lambda: draw.uniform(0, 1, 4))
