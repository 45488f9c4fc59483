"""Arrays of every kind: what learners are handed, and which kinds of results are arrays of numbers."""

import numpy as np
import pytest

from autograder.checking import Failure, expect, expected_from

X, W = np.arange(6.0).reshape(2, 3) + 0.5, np.full((3, 2), 1.7)


class Subclass(np.ndarray):
    """Its operators could mean anything."""


def product(X, W):
    """What is right."""
    return X @ W


@pytest.mark.parametrize(
    "kind",
    [
        np.asfortranarray,
        lambda Z: np.concatenate([Z, Z])[:2],
        lambda Z: np.repeat(Z, 2, axis=1)[:, ::2],
        lambda Z: Z[::-1][::-1],
        lambda Z: np.broadcast_to(Z, Z.shape),
    ],
    ids=["Fortran order", "view", "strided", "turned round twice", "read-only"],
)
def test_how_a_result_lies_in_memory_does_not_matter(kind):
    """Views, strides, Fortran order and read-only arrays hold the same numbers."""
    expect(lambda X, W: kind(X @ W), X, W).equals(expected_from(product, X, W))


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (lambda Z: Z.view(Subclass), "type"),
        (np.matrix, "type"),
        (np.ma.array, "type"),
        (lambda Z: Z.tolist(), "type"),
        (lambda Z: Z.astype(np.float32), "dtype"),
        (lambda Z: Z.astype(np.longdouble), "dtype"),
        (lambda Z: Z.astype(object), "dtype"),
        (lambda Z: Z.astype(complex), "dtype"),
    ],
    ids=["subclass", "matrix", "masked", "list", "float32", "longdouble", "object", "complex"],
)
@pytest.mark.filterwarnings("ignore:the matrix subclass")
def test_other_kinds_of_results_are_refused_by_name(kind, told):
    """Only plain float64 arrays are results, and the message says which kind came instead."""
    with pytest.raises(Failure) as failed:
        expect(lambda X, W: kind(X @ W), X, W).equals(expected_from(product, X, W))
    assert failed.value.record.kind == told


@pytest.mark.parametrize(
    "made", [lambda: X.T.copy().T, lambda: np.asfortranarray(X), lambda: np.repeat(X, 2, axis=1)[:, ::2], lambda: np.broadcast_to(X[:1], X.shape)]
)
def test_learners_are_handed_arrays_that_lie_row_by_row(made):
    """Also inside lists and dicts: code that relies on the usual order in memory is right."""

    def flattens_in_place(nested):
        for array in (nested["W"], *nested["rest"]):
            array.shape = (array.size,)
        return nested["W"] * 1.0

    expect(flattens_in_place, {"W": made(), "rest": [made()]}).equals(made().ravel())
