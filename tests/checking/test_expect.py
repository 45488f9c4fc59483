"""The sentences a check is written in, and what they say when they are not true."""

import copy

import numpy as np
import pytest

from autograder.checking import Failure, each, expect, expected_from


def affine(X, W, b):
    return X @ W + b


X, W, B = np.arange(6.0).reshape(2, 3), np.arange(6.0).reshape(3, 2) - 2, np.array([0.5, -0.5])


def kind_of(sentence):
    """The kind of failure a sentence raises."""
    with pytest.raises(Failure) as caught:
        sentence()
    return caught.value.record.kind


def test_right_function_passes():
    """A right function passes every sentence and gives its value."""
    call = expect(affine, X, W, B).equals(X @ W + B).has_shape((2, 2)).has_dtype("float").finite().unchanged()
    assert np.array_equal(call.value, X @ W + B)


@pytest.mark.parametrize(
    ("wrong", "kind"),
    [
        (lambda X, W, b: None, "none"),
        (lambda X, W, b: (X @ W + b).tolist(), "type"),
        (lambda X, W, b: np.matrix(X @ W + b), "type"),
        (lambda X, W, b: 3.0, "type"),
        (lambda X, W, b: (X @ W + b).T[:1], "shape"),
        (lambda X, W, b: (X @ W + b).astype(np.float32), "dtype"),
        (lambda X, W, b: (X @ W + b).astype(complex), "dtype"),
        (lambda X, W, b: (X @ W + b) / 0, "not_finite"),
        (lambda X, W, b: X @ W, "value"),
        (lambda X, W, b: (X.astype(np.float32) @ W.astype(np.float32) * np.float32(1.1) + b).astype(float), "value"),
        (lambda X, W, b: undefined_name, "raised"),  # noqa: F821
    ],
)
@pytest.mark.filterwarnings("ignore::RuntimeWarning", "ignore::PendingDeprecationWarning")
def test_wrong_results_are_told_apart(wrong, kind):
    """Each way of being wrong has its own kind of failure."""
    assert kind_of(lambda: expect(wrong, X, W, B).equals(X @ W + B)) == kind


def test_stub_is_not_attempted():
    """A function that raises NotImplementedError is not attempted, which is not wrong."""

    def stub(X):
        raise NotImplementedError("q2: write it")

    assert kind_of(lambda: expect(stub, X)) == "not_attempted"


def test_changed_argument_is_named():
    """A function that writes into its input is told which argument it changed."""

    def shifts(X, b):
        b += 1
        return X.sum() + b

    with pytest.raises(Failure, match="second argument"):
        expect(shifts, X, B).unchanged()
    assert np.array_equal(B, [0.5, -0.5]), "the checks' own arrays stay as they are"


def test_reshaped_argument_counts_as_changed():
    """Setting `X.shape` in place is a change although every number stays."""

    def flattens(X):
        X.shape = (-1,)
        return X.copy()

    assert kind_of(lambda: expect(flattens, X).unchanged()) == "mutated"


@pytest.mark.parametrize("change", [lambda state: state.update(t=4), lambda state: state["widths"].pop(), lambda state: state["widths"].append(None)])
def test_a_number_in_a_dict_or_list_counts_as_changed(change):
    """A counter that is moved on and a list that is used up are changes, though no array is touched."""

    def works_in(state):
        change(state)
        return 1.0

    assert kind_of(lambda: expect(works_in, {"t": 3, "widths": [2, float("nan")]}).unchanged()) == "mutated"
    expect(lambda state: 1.0, {"t": 3, "widths": [2, float("nan")]}).unchanged()


@pytest.mark.parametrize("wrong", [
    lambda rng: np.zeros(3), lambda rng: rng.normal(size=4)[:3], lambda rng: copy.deepcopy(rng).normal(size=3),
], ids=["none", "one more", "from a copy"])  # fmt: skip
def test_draws_are_counted(wrong):
    """A generator ends where the right function leaves it, however the draws are asked for; anything else is told."""

    def right(rng):
        return rng.normal(size=3)

    expect(lambda rng: np.array([rng.standard_normal() for _ in range(3)]), np.random.default_rng(6)).draws_like(right)
    assert kind_of(lambda: expect(wrong, np.random.default_rng(6)).draws_like(right)) == "property"


def test_advancing_a_generator_is_no_change():
    """Drawing from `rng` is what it is for; each call gets the generator in the same state."""

    def draws(rng):
        return rng.normal(size=3)

    rng = np.random.default_rng(5)
    first, second = each(draws, [(rng,), (rng,)])
    assert np.array_equal(first.value, second.value)
    first.unchanged()


def test_broadcastable_shapes_are_not_equal():
    """(1, 2) is not (2,): nothing is broadcast to make a comparison pass."""
    assert kind_of(lambda: expect(lambda x: x.reshape(1, 2), B).equals(B)) == "shape"


def test_integer_result_stands_for_floats():
    """The ReLU of integers may stay integers where floats are right: the numbers are equal."""
    expect(lambda A: np.maximum(A, 0), np.array([-1, 2])).equals(np.array([0.0, 2.0]))


def test_integers_must_be_integers():
    """Where the right answer is integers, floats are told to be the wrong dtype."""
    assert kind_of(lambda: expect(lambda A: A * 1.0, np.array([1, 2])).equals(np.array([1, 2]))) == "dtype"


def test_tuple_parts_are_named():
    """A wrong part of a returned tuple is found and its place told."""
    with pytest.raises(Failure, match=r"result \[1\]"):
        expect(lambda x: (x, x + 1), B).equals((B, B))


def test_tuple_of_wrong_length():
    """Unpacking says how many parts were expected."""
    assert kind_of(lambda: expect(lambda x: (x, x, x), B).unpack(2)) == "type"


def test_property_that_does_not_hold():
    """A property's own sentence is the message."""
    with pytest.raises(Failure, match="not symmetric"):
        expect(lambda A: A, np.triu(np.ones((2, 2)))).holds(False, "the result is not symmetric")


def test_error_in_one_case_leaves_the_others():
    """A batch yields good calls before the one that raised."""
    calls = each(lambda x: 1 / x, [(1,), (0,), (2,)])
    assert next(calls).value == 1
    assert kind_of(lambda: next(calls)) == "raised"


def test_sys_exit_is_an_error_of_the_call():
    """A function that calls sys.exit fails its own check and nothing else."""
    assert kind_of(lambda: expect(lambda x: exit(), X)) == "raised"


def test_nan_is_right_where_nan_is_expected():
    """NaN equals NaN where the right answer is NaN."""
    expect(lambda x: x, np.array([np.nan, 1.0])).equals(np.array([np.nan, 1.0]))


def test_mean_of_a_misspelt_type_is_told_in_words():
    """A message names the number that is wrong and the right one."""
    with pytest.raises(Failure, match=r"entry \[0, 1\] is 9, not 1"):
        expect(lambda A: A + np.array([[0, 8.0], [0, 0]]), np.ones((2, 2))).equals(np.ones((2, 2)))


def test_expected_from_takes_any_order_of_summation():
    """A sum in another order is within the derived tolerance."""
    rng = np.random.default_rng(0)
    X, W, b = rng.normal(size=(4, 300)) * 1e3, rng.normal(size=(300, 3)), rng.normal(size=3)

    def loops(X, W, b):
        return np.array([[sum(X[i, k] * W[k, j] for k in reversed(range(300))) + b[j] for j in range(3)] for i in range(4)])

    expect(loops, X, W, b).equals(expected_from(affine, X, W, b))


def test_same_call_gives_the_same_result():
    """A function that keeps something from call to call is told so; one that does not passes."""
    seen = []

    def counts(x):
        seen.append(1)
        return x + len(seen)

    expect(affine, X, W, B).repeatable()
    with pytest.raises(Failure, match="a second time with the same arguments"):
        expect(counts, B).repeatable()


def test_named_tuples_made_in_every_call_are_the_same_result():
    """What is named inside the function has a new type in every call; another number in it is still noticed."""
    from collections import namedtuple

    seen = []

    def named(x):
        return namedtuple("Both", "left right")(x, 2 * x)

    def counted(x):
        seen.append(1)
        return namedtuple("Both", "left right")(x, x + len(seen))

    expect(named, B).repeatable()
    with pytest.raises(Failure, match="a second time with the same arguments"):
        expect(counted, B).repeatable()


def test_learners_output_is_not_repeated():
    """Calls a check makes for itself print nothing into the notebook."""
    import contextlib
    import io

    from autograder.checking.observe import observe_quietly

    heard = io.StringIO()
    with contextlib.redirect_stdout(heard):
        observe_quietly(lambda: print("again"), [()] * 5)
    assert heard.getvalue() == ""


def test_reused_buffer_is_noticed():
    """A function that writes every result into the same array changes what it has returned before."""
    room = np.empty(3)

    def doubles(x):
        room[:] = 2 * x
        return room

    x, y = np.arange(3.0), np.ones(3)
    first, last = each(doubles, [(x,), (y,)])
    assert first.equals(2 * x).outcome.mutated == (1,) and last.outcome.mutated == ()
    with pytest.raises(Failure, match="return a new array"):
        first.unchanged()
    last.unchanged()
    with pytest.raises(Failure, match="return a new array"):
        expect(doubles, x).repeatable()


def test_results_that_stay_are_no_buffers():
    """Cached numbers, views of the arguments and constants may be returned again and again."""
    known = np.eye(2)
    for function in (lambda x: known, lambda x: x[::-1], lambda x: (x, {"x": x}), lambda x: 3.0):
        for call in each(function, [(np.arange(3.0),), (np.ones(3),), (np.arange(3.0),)]):
            call.unchanged().repeatable()


@pytest.mark.parametrize(
    ("wrong", "advice"),
    [
        (lambda X, W, b: (X @ W + b, (X, W, b)), "return the array alone"),
        (lambda X, W, b: [x @ W + b for x in X], "wrap it in np.array(...)"),
        (lambda X, W, b: tuple((X @ W + b).ravel().tolist()), "wrap it in np.array(...)"),
    ],
)
def test_advice_on_what_is_no_array_would_help(wrong, advice):
    """Several results are not made one by wrapping them; rows are."""
    with pytest.raises(Failure) as caught:
        expect(wrong, X, W, B).equals(X @ W + B)
    assert caught.value.record.message.endswith(advice)


def test_a_check_says_what_it_hands_in():
    """A function that a check makes of several calls has no third argument of its own."""

    class Asked:
        __name__ = "build"
        arguments = ("x", "the points that are asked for")

        def observe_many(self, cases):
            from autograder.checking.observe import Outcome

            return [Outcome(value=1.0, mutated=(1,)) for _ in cases]

    with pytest.raises(Failure, match="build changed the points that are asked for; work on a copy"):
        expect(Asked(), X, B).unchanged()
