"""Chains of learners' functions: a backward pass on the learner's own cache, and results seen in part."""

import numpy as np
import pytest

from autograder.checking import Failure, check, expect
from autograder.checking.chain import after, view


def forward(params, X):
    """A layer whose cache is known to its owner only."""
    return {"mine": X, "Z": X @ params}


def backward(params, cache, dZ):
    """Uses the owner's entry of the cache."""
    return cache["mine"].T @ dZ


W, X, DZ = np.arange(6.0).reshape(3, 2), np.ones((4, 3)), np.ones((4, 2))


def test_backward_gets_the_learners_own_cache():
    """The chain is one function of (params, X, dZ)."""
    call = expect(after(forward, backward), W, X, DZ).equals(X.T @ DZ)
    assert call.name == "backward"


def test_cache_may_be_a_part_of_the_result():
    """`take` picks the cache out of what the forward pass returns."""
    expect(after(lambda p, X: (X @ p, X), lambda p, X, dZ: X.T @ dZ, lambda result: result[1]), W, X, DZ).equals(X.T @ DZ)


@pytest.mark.parametrize(
    ("first", "kind", "said"),
    [
        (lambda p, X: None, "raised", "returned None"),
        (lambda p, X: 1 / 0, "raised", "ZeroDivisionError"),
        (lambda p, X: (_ for _ in ()).throw(NotImplementedError("q7: write forward")), "not_attempted", "q7"),
    ],
)
def test_a_failing_forward_pass_is_told(first, kind, said):
    """Nothing comes back, an error, or an unwritten stub: the failure says so, and backward is not called."""
    with pytest.raises(Failure) as caught:
        expect(after(first, lambda *args: pytest.fail("must not be called")), W, X, DZ)
    assert caught.value.record.kind == kind
    assert said in caught.value.record.message


def test_one_bad_case_does_not_stop_the_others():
    """In a batch, only the case whose forward pass fails is lost."""

    def fragile(params, X):
        if X[0, 0] < 0:
            raise ValueError("negative")
        return forward(params, X)

    outcomes = after(fragile, backward).observe_many([(W, X, DZ), (W, -X, DZ), (W, 2 * X, DZ)])
    assert [outcome.error for outcome in outcomes] == [None, "ValueError", None]
    assert np.array_equal(outcomes[2].value, 2 * X.T @ DZ)


def test_a_changed_cache_is_the_second_argument():
    """`unchanged` speaks of backward's own arguments: the cache is its second one."""

    def careless(params, cache, dZ):
        cache["mine"][:] = 0
        return dZ

    with pytest.raises(Failure, match="second"):
        expect(after(forward, careless), W, X, DZ).unchanged()


def test_gradient_sentences_work_on_a_chain():
    """The chain is repeatable and measured like any other call."""
    loss = view(forward, lambda cache: cache["Z"])
    expect(after(forward, backward), W, X, DZ).is_vjp_of(loss, at=(W, X), wrt=0, upstream=DZ)
    with pytest.raises(Failure):
        expect(after(forward, lambda p, c, dZ: 2 * backward(p, c, dZ)), W, X, DZ).is_vjp_of(loss, at=(W, X), wrt=0, upstream=DZ)


def test_view_hands_on_what_it_cannot_look_at():
    """A result without the part looked for reaches the check as it is."""
    seen = view(lambda x: x, lambda result: result["Z"])
    assert expect(seen, {"Z": 1.0, "more": 2.0}).value == 1.0
    assert expect(seen, 3.0).value == 3.0


def test_only_what_is_seen_is_part_of_the_trace():
    """The trace holds one call per case, without the cache: fingerprints do not depend on what a learner keeps."""

    @check("q1", points=1)
    def chained(forward, backward):
        """Right gradient."""
        expect(after(forward, backward), W, X, DZ).equals(X.T @ DZ)

    record, trace = chained.__check__.trace({"forward": forward, "backward": backward})
    assert record is None
    assert len(trace) == 1
    assert np.array_equal(trace[0].value, X.T @ DZ)
