"""The checks of a1 tell right from wrong code that is in no list, and accept every right decomposition."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st



def test_practice_stub_is_wrong_on_purpose(a1):
    """The practice question's stub fails its check with both numbers told."""
    names = {}
    exec(a1.stub_source("q1"), names)
    record = a1.checks_of("q1")[0].run(names)
    assert (record.kind, record.got, record.expected) == ("value", "6", "8")


# Wrong and right code that is in no list: what a check lets through or rejects beyond the known entries.
UNSEEN_WRONG = {
    "affine_forward": [
        lambda X, W, b: X @ W + b.mean(),
        lambda X, W, b: X @ W + b[::-1],
        lambda X, W, b: np.maximum(X @ W + b, 0),
        lambda X, W, b: np.array([[15.0, 24.0, 37.0]]) if X.shape == (1, 2) else X @ W,
        lambda X, W, b: (X @ W + b) / len(X),
        lambda X, W, b: np.matrix(X) @ W + b,
        lambda X, W, b: [row @ W + b for row in X],
        lambda X, W, b: X @ np.abs(W) + b,
        lambda X, W, b: np.round(X @ W + b, 8),
    ],
    "from_columns": [
        lambda W_seed, b: (W_seed.T, b[::-1]),
        lambda W_seed, b: (W_seed.T.squeeze(), b),
        lambda W_seed, b: (W_seed[::-1].T, b),
        lambda W_seed, b: (W_seed.T.astype(int), b),
        lambda W_seed, b: (W_seed.T, b @ W_seed),
    ],
    "rotation": [
        lambda degrees: np.array([[1.0, -np.deg2rad(degrees)], [np.deg2rad(degrees), 1.0]]),
        lambda degrees: np.array([np.cos(np.deg2rad(degrees)), np.sin(np.deg2rad(degrees))]),
        lambda degrees: np.linalg.matrix_power(np.array([[0.0, -1.0], [1.0, 0.0]]), int(degrees // 90) % 4),
        lambda degrees: (
            lambda a: np.array([[np.sqrt(1 - np.sin(a) ** 2), -np.sin(a)], [np.sin(a), np.sqrt(1 - np.sin(a) ** 2)]])
        )(np.deg2rad(degrees)),
        lambda degrees: (lambda a: np.array([[np.cos(a), -abs(np.sin(a))], [abs(np.sin(a)), np.cos(a)]]))(np.deg2rad(degrees)),
        lambda degrees: (lambda a: np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]]))(3.14159 * degrees / 180),
    ],
    "relu": [
        lambda A: np.maximum(A, 1),
        lambda A: np.maximum(A, -A.min()),
        lambda A: A - A.min(),
        lambda A: np.log1p(np.exp(A)),
        lambda A: np.array([[max(0.0, a) for a in row] for row in A]),
        lambda A: A[A > 0],
        lambda A: np.sqrt(A**2),
    ],
    "quadrant_kind": [
        lambda A: np.array([0, 1, 2, 3, 1]),
        lambda A: 3 - (2 * (A[:, 0] > 0) + (A[:, 1] > 0)) + (A[:, 0] == 0),
        lambda A: (A > 0).sum(axis=1),
        lambda A: np.sign(A).astype(int) @ np.array([1, 2]),
        lambda A: (A <= 0).astype(int),
        lambda A: [0 if x > 0 and y > 0 else 1 if x > 0 else 2 if y > 0 else 3 for x, y in A],
    ],
    "orthant_fraction": [
        lambda n, samples, rng: float((rng.standard_normal((samples, n)).sum(axis=1) > 0).mean()),
        lambda n, samples, rng: float((np.random.default_rng().standard_normal((samples, n)) > 0).all(axis=1).mean()),
        lambda n, samples, rng: float((rng.standard_normal((samples, n)) > 0.05).all(axis=1).mean()),
        lambda n, samples, rng: float((rng.standard_normal((samples, 2)) > 0).all(axis=1).mean()),
        lambda n, samples, rng: 1 / (2 * n),
        lambda n, samples, rng: round(0.5**n * samples) / samples,
        lambda n, samples, rng: float((rng.standard_normal((samples, n)) > 0).all(axis=1).sum() / (samples - 1)),
        lambda n, samples, rng: 100.0 * float((rng.standard_normal((samples, n)) > 0).all(axis=1).mean()),
    ],
    "standardize": [
        lambda X: ((X - X.mean(0)) / (X.std(0) + 1e-12), X.mean(0), X.std(0)),
        lambda X: ((X - np.median(X, 0)) / np.where(X.std(0) == 0, 1, X.std(0)), np.median(X, 0), X.std(0)),
        lambda X: (X - X.mean(0), X.mean(0), X.std(0)),
        lambda X: (np.nan_to_num((X - X.mean(0)) / X.std(0), nan=1.0), X.mean(0), X.std(0)),
        lambda X: ((X - X.mean(0)) / np.where(X.std(0) == 0, 1, X.std(0)), X.std(0), X.mean(0)),
        lambda X: (X / np.where(X.std(0) == 0, 1, X.std(0)), X.mean(0), X.std(0)),
        lambda X: ((X - X.mean(0)) / np.where(np.isclose(X.std(0), 0), 1, X.std(0)), X.mean(0), X.std(0)),
    ],
}


@pytest.mark.filterwarnings("ignore::RuntimeWarning", "ignore::PendingDeprecationWarning")
@pytest.mark.parametrize(("name", "number"), [(name, i) for name, codes in UNSEEN_WRONG.items() for i in range(len(codes))])
def test_unseen_wrong_code_fails(failures, name, number):
    """Wrong code that is no known mistake loses points too."""
    assert failures(**{name: UNSEEN_WRONG[name][number]})


UNSEEN_RIGHT = {
    "affine_forward": [
        lambda X, W, b: np.add(np.dot(X, W), b),
        lambda X, W, b: np.array([[float(np.dot(x, w) + c) for w, c in zip(W.T, b, strict=True)] for x in X]),
        lambda X, W, b: np.tensordot(X, W, axes=1) + np.broadcast_to(b, (len(X), len(b))),
        lambda X, W, b: (X[:, :, None] * W).sum(axis=1) + b,
    ],
    "rotation": [
        lambda degrees: np.column_stack([np.array([c, s]) for c, s in [(np.cos(a), np.sin(a)) for a in np.radians([degrees, degrees + 90])]]),
        lambda degrees: np.linalg.matrix_power(
            np.array([[np.cos(a := np.deg2rad(degrees) / 8), -np.sin(a)], [np.sin(a), np.cos(a)]]), 8
        ),
    ],
    "relu": [
        lambda A: np.where(A < 0, 0, A),
        lambda A: np.heaviside(A, 0) * A,
        lambda A: np.array([max(a, 0) for a in A.ravel()]).reshape(A.shape),
        lambda A: np.fmax(A, np.zeros_like(A)),
    ],
    "quadrant_kind": [
        lambda A: np.where(A[:, 0] > 0, np.where(A[:, 1] > 0, 0, 1), np.where(A[:, 1] > 0, 2, 3)),
        lambda A: np.array([3 - 2 * bool(x > 0) - bool(y > 0) for x, y in A.tolist()]),
        lambda A: np.packbits(np.c_[np.zeros((len(A), 6), bool), A <= 0], axis=1)[:, 0].astype(np.int8),
    ],
    "orthant_fraction": [
        lambda n, samples, rng: np.mean(rng.multivariate_normal(np.zeros(n), np.eye(n), samples).min(axis=1) > 0),
        lambda n, samples, rng: float(np.prod(rng.normal(size=(n, samples)) > 0, axis=0).sum()) / samples,
        lambda n, samples, rng: sum(all(x > 0 for x in rng.standard_normal(n)) for _ in range(samples)) / samples,
    ],
    "standardize": [
        lambda X: (np.nan_to_num((X - X.mean(0)) / X.std(0)), X.mean(0), X.std(0)),
        lambda X: ((X - X.mean(0)) / np.where(X.std(0) > 0, X.std(0), 1), X.mean(0), X.std(0)),
        lambda X: ((X - X.mean(0)) / np.where(np.ptp(X, axis=0) == 0, 1, X.std(0, ddof=0)), X.mean(0), np.sqrt(X.var(0))),
    ],
}


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
@pytest.mark.parametrize(("name", "number"), [(name, i) for name, codes in UNSEEN_RIGHT.items() for i in range(len(codes))])
def test_unseen_right_code_passes(failures, name, number):
    """Right code that is no known variant loses nothing."""
    assert failures(**{name: UNSEEN_RIGHT[name][number]}) == []


@given(st.floats(0, 360), st.integers(0, 1), st.integers(0, 1))
def test_any_right_triple_passes(a1, failures, angle, swap, negate):
    """However the freedom of the factors is used (order, half turns, any turn where both stretches agree), it is accepted."""

    def other_triple(W):
        R2, S, R1 = a1.reference.decompose_affine(W)
        if negate:
            R2, S = -R2, -S
        if swap:
            quarter = np.array([[0.0, -1.0], [1.0, 0.0]])
            R2, S, R1 = R2 @ quarter, quarter.T @ S @ quarter, quarter.T @ R1
        if np.isclose(S[0, 0], S[1, 1]):
            turn = a1.reference.rotation(angle)
            R2, R1 = R2 @ turn, turn.T @ R1
        return R2, S, R1

    assert failures(decompose_affine=other_triple) == []


@pytest.mark.parametrize("wrong", range(5))
def test_wrong_triples_fail(a1, failures, wrong):
    """A triple that lacks one property loses points, whichever property it is."""
    right = a1.reference.decompose_affine

    def triple(W):
        R2, S, R1 = right(W)
        flip = np.diag([1.0, -1.0])
        shear = np.array([[1.0, 0.3], [0.0, 1.0]])
        return (
            (R2 @ flip, flip @ S, R1),  # a reflection on the left
            (R2, S @ flip, flip @ R1),  # a reflection on the right
            (R2 @ flip, S, flip @ R1),  # two reflections; the product is right where S is diagonal
            (W.T, np.eye(2), np.eye(2)),  # no decomposition at all
            (R2 @ shear, np.linalg.inv(shear) @ S, R1),  # not diagonal, not rotations
        )[wrong]

    assert failures(decompose_affine=triple)


def test_failed_hidden_checks_do_not_quote_their_inputs(a1):
    """Titles of hidden checks hold no digits beyond the numbers of frames and factors named in the question."""
    allowed = {"0", "1", "2", "3", "4", "R1", "R2", "1/2"}
    for check in a1.hidden_checks:
        words = {word.strip(".,:;") for word in check.title.split() if any(c.isdigit() for c in word)}
        assert words <= allowed, check.title
