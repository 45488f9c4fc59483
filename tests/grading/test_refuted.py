"""What other calls say about a diagnosis: a relation found in one call has to hold in all."""

import numpy as np
import pytest

from autograder.grading.refuted import is_refuted

A = np.arange(1.0, 10.0).reshape(3, 3)
S = A + A.T  # its own transpose


@pytest.mark.parametrize(
    ("relation", "change"),
    [
        ("sign", lambda right: -right),
        ("zero", lambda right: 0 * right),
        ("transpose", lambda right: right.T),
        ("factor.two", lambda right: 2 * right),
        ("factor.rows", lambda right: len(right) * right),
        ("value.complement", lambda right: 1 - right),
        ("order", lambda right: right[::-1]),
        ("term.constant", lambda right: right + 3),
    ],
)
def test_a_relation_that_holds_everywhere_stands(relation, change):
    """Also where it changes nothing; one right result that it would change refutes it."""
    same = [(change(right), right) for right in (A, A[:2, :2] + 7, 10 * A)]
    assert not is_refuted(relation, same)
    assert is_refuted(relation, [*same, (A + 5, A + 5)]) is (relation not in ("factor.rows", "order", "term.constant"))
    assert is_refuted(relation, [*same, (np.sin(A), A)])


def test_a_result_that_is_its_own_transpose_refutes_nothing():
    """What a transposition leaves as it is may well be right."""
    assert not is_refuted("transpose", [(A.T, A), (S, S)])


def test_one_part_of_a_tuple_is_enough():
    """The other parts may be right, and may come without names."""
    assert not is_refuted("sign", [((A, {"b": -A}), (A, {"b": A})), ((S, {"b": -S}), (S, {"b": S}))])
    assert is_refuted("sign", [((A, {"b": -A}), (A, {"b": A})), ((S, {"b": S}), (S, {"b": S}))])


@pytest.mark.parametrize("relation", ["slip.sign", "argument.ignored", "local.missing"])
def test_a_relation_without_a_prediction_is_left_alone(relation):
    """What says nothing about other calls cannot be refuted by them."""
    assert not is_refuted(relation, [(A, S)])


def test_nothing_to_compare_refutes_nothing():
    """Errors, texts and NaN are no evidence."""
    assert not is_refuted("sign", [])
    assert not is_refuted("sign", [("a", "b"), (np.full(3, np.nan), np.ones(3))])
