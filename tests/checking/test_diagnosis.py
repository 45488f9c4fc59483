"""What is said about a wrong result: the simplest relation, in words that are true, or nothing."""

import ast
import inspect
import string

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.checking import Failure, causes, expect, expected_from, patterns, random_upstream, reactions, relations
from autograder.checking.diagnosis import worded
from autograder.checking.hints import TEXTS
from tests.benchmarks.bricks import BRICKS
from tests.benchmarks.wrong_gradients import WRONG

RNG = np.random.default_rng(0)
X, W, B = RNG.normal(size=(5, 3)), RNG.normal(size=(3, 4)), RNG.normal(size=4)


def affine(X, W, b):
    return X @ W + b


def relation_of(brick, backward, seed):
    """The id of what is said about a wrong backward pass at random inputs, "" for nothing."""
    generator = np.random.default_rng([seed, 23])
    at = brick.draw(generator, 1.0)
    output = brick.forward(*at)
    upstream = random_upstream(generator, output.shape) if np.ndim(output) else 1.0
    with np.errstate(all="ignore"), pytest.raises(Failure) as caught:
        expect(backward, upstream, *at).is_vjp_of(brick.forward, at=at, upstream=upstream, wrt=brick.wrt)
    return caught.value.record.relation


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: f"{wrong.brick}: {wrong.name}")
def test_wrong_gradient_is_named_or_left_alone(wrong):
    """Each wrong backward pass is rejected, and called by its name or by none."""
    said = relation_of(BRICKS[wrong.brick], wrong.backward, 0)
    assert not said or any(said.startswith(name) for name in wrong.names), said


def test_nine_of_ten_with_a_name_are_named():
    """Of the wrong backward passes that have a simple relation, nearly all are named."""
    nameable = [wrong for wrong in WRONG if wrong.names]
    named = [wrong for wrong in nameable if relation_of(BRICKS[wrong.brick], wrong.backward, 1)]
    assert len(named) >= 0.9 * len(nameable)


def value_relation(wrong, right=affine, args=(X, W, B)):
    """The id of what is said about a wrong value."""
    with pytest.raises(Failure) as caught:
        expect(wrong, *args).equals(expected_from(right, *args))
    return caught.value.record.relation


def softmax(Z):
    e = np.exp(Z - Z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def mean_loss(X, W, b):
    return np.mean((X @ W + b) ** 2)


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        (lambda X, W, b: -(X @ W + b), "sign"),
        (lambda X, W, b: 2 * (X @ W + b), "factor.two"),
        (lambda X, W, b: (X @ W + b) / len(X), "factor.per-rows"),
        (lambda X, W, b: 0 * (X @ W), "zero"),
        (lambda X, W, b: X @ W, "term.argument.missing"),
        (lambda X, W, b: X @ W - b, "term.argument.missing"),
        (lambda X, W, b: (X @ W + b).T, "transpose"),
        (lambda X, W, b: (X @ W + b)[None], "shape.extra-axis"),
        (lambda X, W, b: X @ W + b + 1, "term.constant"),
        (lambda X, W, b: np.abs(X @ W + b), "value.absolute"),
        (lambda X, W, b: (X @ W + b) ** 2, "value.squared"),
        (lambda X, W, b: np.round(X @ W + b, 3), "close.rounded"),
        (lambda X, W, b: (X @ W + b).astype(np.float32).astype(float), "close.single"),
        (lambda X, W, b: (X @ W + b)[::-1], "order"),
        (lambda X, W, b: (X @ W + b) * np.array([[1], [1], [1], [1], [0]]), "row.last"),
        (lambda X, W, b: np.sin(17 * (X @ W) + b), ""),
    ],
)
def test_wrong_value_is_named(wrong, name):
    """The usual slips in a formula are recognised in its values."""
    assert value_relation(wrong) == name


def test_loss_that_is_summed():
    """One number is named only if the factor is one of those that mistakes make."""
    assert value_relation(lambda *a: mean_loss(*a) * 5, mean_loss) == "factor.rows"
    assert value_relation(lambda *a: mean_loss(*a) / 2, mean_loss) == "factor.half"
    assert value_relation(lambda *a: mean_loss(*a) * 1.234, mean_loss) == ""


def test_swapped_results():
    """Two results in the wrong order are told, not two wrong results."""

    def both(X, W, b):
        return X @ W + b, X @ W - b

    assert value_relation(lambda *a: both(*a)[::-1], both) == "swapped"


def test_squared_array_is_transposed():
    """A square result transposed is told apart from its negative."""
    assert value_relation(lambda A, B: B @ A.T, lambda A, B: A @ B.T, (W, W + 1)) == "transpose"


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32 - 1), st.tuples(st.integers(2, 6), st.integers(2, 6)))
def test_nothing_is_said_about_noise(seed, shape):
    """Numbers that have nothing to do with the right ones get no name."""
    generator = np.random.default_rng(seed)
    right, wrong = generator.normal(size=shape), generator.normal(size=shape)
    assert value_relation(lambda A: wrong, lambda A: right, (generator.normal(size=(3, 7)),)) == ""


def test_real_defects_of_the_published_code():
    """A data term that is not averaged and a penalty in one number: both are named, one by one and together."""
    ridge = BRICKS["ridge"]

    def slips(rows, scalar):
        def backward(g, X, w, b, y, lam):
            r = X @ w + b - y
            dX, _, db, dy = ridge.backward(g, X, w, b, y, lam)
            data = X.T @ r / (1 if rows else len(y))
            return dX, data + (2 * lam * np.sum(w**2) if scalar else 2 * lam * w), db, dy

        return backward

    assert relation_of(ridge, slips(rows=False, scalar=True), 2) == "term.scalar"
    assert relation_of(ridge, slips(rows=True, scalar=True), 2) == "two.rows.constant"
    assert relation_of(ridge, slips(rows=True, scalar=False), 2) == "two.rows.own"


def test_every_id_has_words():
    """Whatever a relation may return can be put into words."""
    trees = [ast.parse(inspect.getsource(module)) for module in (relations, patterns, causes, reactions)]
    strings = {node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    heads = {key.split(".")[0] for key in TEXTS} - {"gradient", "value"}
    ids = {text for text in strings if text.split(".")[0] in heads and set(text) <= set(string.ascii_lowercase + ".-")}
    ids = {name for name in ids if "." in name.strip(".") and name[-1] not in ".-"}
    assert len(ids) > 30
    for name in ids:
        for is_gradient in (False, True):
            diagnosis = worded(name, "dW", "b", is_gradient)
            assert len(diagnosis.hints) == 3


@pytest.mark.parametrize("length", ["rows", "columns", "entries", "length"])
def test_factors_that_are_lengths_have_their_own_words(length):
    """Too large and too small by a length are told apart."""
    assert worded(f"factor.{length}", "dW").sentence != worded("factor", "dW").sentence
    assert worded(f"factor.per-{length}", "dW").sentence not in (worded("factor", "dW").sentence, worded(f"factor.{length}", "dW").sentence)


@pytest.mark.parametrize("name", TEXTS)
def test_words_are_sentences_without_numbers_of_the_input(name):
    """A text fills its places, ends like a sentence, asks a question first, and holds no measured number."""
    sentence, question, rule, where = (text.format(it="dW", other="b") for text in TEXTS[name])
    assert question.endswith("?")
    assert all(text.endswith(".") for text in (sentence, rule, where))
    assert not {"{", "}"} & set(sentence + question + rule + where)


def test_label_of_the_result_is_in_the_hint():
    """The learner reads the name of the gradient that is wrong."""
    generator = np.random.default_rng(4)
    dZ = random_upstream(generator, (5, 4))
    with pytest.raises(Failure) as caught:
        expect(lambda dZ, X, W: (dZ @ W.T, -X.T @ dZ, dZ.sum(axis=0)), dZ, X, W).is_vjp_of(
            affine, at=(X, W, B), upstream=dZ, names=("dX", "dW", "db")
        )
    assert caught.value.record.mistake == "dW has the right size and the opposite sign."
    assert "dW" in caught.value.record.hints[2]


def test_hidden_hints_hold_no_numbers_of_the_input():
    """The hints of a diagnosis are words only, so that they may be shown for a hidden input."""
    for wrong in WRONG[:40]:
        brick = BRICKS[wrong.brick]
        at = brick.draw(np.random.default_rng(9), 1.0)
        output = brick.forward(*at)
        upstream = random_upstream(np.random.default_rng(8), output.shape) if np.ndim(output) else 1.0
        with np.errstate(all="ignore"), pytest.raises(Failure) as caught:
            expect(wrong.backward, upstream, *at).is_vjp_of(brick.forward, at=at, upstream=upstream, wrt=brick.wrt)
        told = " ".join(caught.value.record.hints)
        assert not any(f"{number:.3g}"[:5] in told for array in at if isinstance(array, np.ndarray) for number in np.ravel(array) if abs(number) > 3)


def test_known_mistake_replaces_the_diagnosis():
    """A mistake recognised by its fingerprint speaks instead."""
    with pytest.raises(Failure) as caught:
        expect(lambda X, W, b: 2 * affine(X, W, b), X, W, B).equals(affine(X, W, B))
    assert caught.value.record.relation == "factor.two"
    assert caught.value.record.with_mistake("Known.", ("a?", "b", "c")).relation == ""


def test_learners_function_that_fails_on_other_inputs_ends_nothing():
    """The second call with another upstream gradient may raise: then that question stays open."""
    dZ = random_upstream(np.random.default_rng(5), (5, 4))

    def picky(dZ_, X, W):
        if not np.array_equal(dZ_, dZ):
            raise ValueError
        return dZ_ @ W.T, np.sin(X.T @ dZ_), dZ_.sum(axis=0)

    with pytest.raises(Failure) as caught:
        expect(picky, dZ, X, W).is_vjp_of(affine, at=(X, W, B), upstream=dZ)
    assert caught.value.record.kind == "value"


A = RNG.normal(size=(6, 4)) * 3
LAST = []


def kept(A):
    LAST.append(A)
    return 2 * LAST[0] + len(LAST) * 1e-3


@pytest.mark.parametrize(
    ("wrong", "right", "name"),
    [
        (lambda A: (2 * A).astype(int), lambda A: 2 * A, "value.truncated"),
        (lambda A: np.floor(2 * A), lambda A: 2 * A, "value.truncated"),
        (lambda A: np.clip(A, -2, 2), lambda A: A * 1.0, "clipped"),
        (lambda A: np.minimum(A, 2), lambda A: A * 1.0, "clipped"),
        (lambda A: A / A.std(axis=0, ddof=0), lambda A: A / np.abs(A).mean(axis=0), "line.columns.factor"),
        (lambda A: A - np.median(A, axis=0), lambda A: A - A.mean(axis=0), "line.columns.added"),
        (lambda A: np.exp(A) / np.exp(A).max(axis=1, keepdims=True), lambda A: np.exp(A) / np.exp(A).sum(axis=1, keepdims=True), "line.rows.factor"),
        (lambda A: A - A[:, :1], lambda A: A - A.mean(axis=1, keepdims=True), "line.rows.added"),
        (lambda A: np.tanh(np.arange(24.0)).reshape(6, 4), lambda A: np.sin(A), "argument.ignored"),
        (kept, lambda A: 2 * A, "state"),
    ],
)
def test_spread_of_an_error_is_named(wrong, right, name):
    """Whole numbers, a cut, a factor or a number for each line, an argument without effect, something kept from call to call."""
    assert value_relation(wrong, right, (A,)) == name


@pytest.mark.parametrize("seed", range(20))
def test_noise_has_no_spread(seed):
    """Errors without a pattern are not given one, and outer products, whose columns are alike anyway, have none."""
    noise = np.random.default_rng([seed, 5]).normal(size=A.shape)
    u, v, w = (np.random.default_rng([seed, k]).normal(size=n) for k, n in ((6, 6), (7, 4), (8, 4)))
    ours = ("line", "clipped", "value.truncated", "argument", "state")
    for wrong, right in ((lambda A: np.sin(A) + noise * np.abs(A), np.sin), (lambda A: np.outer(A[:, 0] + u, w), lambda A: np.outer(A[:, 0] + u, v))):
        assert not value_relation(wrong, right, (A,)).startswith(ours)


P = RNG.normal(size=7)


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        (lambda P: np.cumsum(P), "sequence.added-up"),
        (lambda P: np.diff(P, prepend=0), "sequence.steps"),
        (lambda P: np.append(P[1:], 9.0), "sequence.early"),
        (lambda P: np.append(9.0, P[:-1]), "sequence.late"),
        (lambda P: P[:-1], "part.less-end"),
        (lambda P: P[1:], "part.less-start"),
        (lambda P: np.append(P, 9.0), "part.more-end"),
        (lambda P: np.append(9.0, P), "part.more-start"),
        (lambda P: P[:5] + 1e-3, ""),
    ],
)
def test_sequence_is_named(wrong, name):
    """A history that begins too late, ends too early, is shifted by one or added up; not one that has other numbers as well."""
    assert value_relation(wrong, lambda P: P * 1.0, (P,)) == name


def test_a_return_inside_the_loop():
    """The first row alone, and the last row alone, are told apart from rows that are missing."""
    assert value_relation(lambda X, W, b: (X @ W + b)[:1]) == "part.only-first"
    assert value_relation(lambda X, W, b: (X @ W + b)[-1:]) == "part.only-last"


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        (lambda Z: Z[:, :-1], "part.less-end.columns"),
        (lambda Z: Z[:, 1:], "part.less-start.columns"),
        (lambda Z: Z[:, :1], "part.only-first.columns"),
        (lambda Z: np.hstack([np.ones((len(Z), 1)), Z]), "part.more-start.columns"),
    ],
)
def test_columns_that_are_missing_are_called_columns(wrong, name):
    """Nothing ends early where columns are left out."""
    assert value_relation(lambda X, W, b: wrong(X @ W + b)) == name


def test_where_a_history_goes_wrong():
    """Right up to some entry and wrong from there on; not where the entries belong to those of an argument."""
    right = np.array([1.0, 0.7, 0.6, 0.55])
    assert value_relation(lambda X: right * [1, 1, 0.9, 0.95], lambda X: right, (X,)) == "sequence.from-there-on"
    assert value_relation(lambda X: right * [1, 1, 0.9, 1], lambda X: right, (X,)) == ""


KEPT = {"without-last": slice(None, -1), "without-first": slice(1, None), "first": slice(None, 1), "last": slice(-1, None)}


@pytest.mark.parametrize(("kept", "name"), [(kept, f"batch.{what}") for what, kept in KEPT.items()])
def test_a_sample_that_is_left_out(kept, name):
    """A loop over the batch that misses its first or last turn shows in a loss and in a gradient."""
    assert value_relation(lambda X, W, b: float(np.sum((X[kept] @ W + b) ** 2)), lambda X, W, b: float(np.sum((X @ W + b) ** 2))) == name
    dZ = random_upstream(np.random.default_rng(6), (5, 4))
    with pytest.raises(Failure) as caught:
        expect(lambda dZ, X, W: (dZ @ W.T, X.T @ dZ, dZ[kept].sum(axis=0)), dZ, X, W).is_vjp_of(affine, at=(X, W, B), upstream=dZ)
    assert caught.value.record.relation == name


@pytest.mark.parametrize(
    ("draw", "name"),
    [
        (lambda rng: np.random.default_rng(0).normal(size=3), "random.ignored"),
        (lambda rng: np.random.default_rng().normal(size=3), "random.left-to-chance"),
        (lambda rng: np.random.normal(size=3), "random.left-to-chance"),
        (lambda rng: np.array([rng.normal() for _ in range(4)][1:]), "random.later"),
    ],
)
def test_use_of_a_generator_is_named(draw, name):
    """A generator of one's own, with a seed and without, numpy's global one; the right one, drawn from once too often."""
    assert value_relation(draw, lambda rng: rng.normal(size=3), (np.random.default_rng(5),)) == name
    with pytest.raises(Failure) as caught:
        expect(draw, np.random.default_rng(5)).holds(False, "a property that does not hold")
    assert caught.value.record.relation == (name if name == "random.left-to-chance" else "")


def test_a_result_that_needs_no_generator_ignores_none():
    """Wrong zeros are not told to come from another generator, where the right result is the same for all of them."""
    assert value_relation(lambda rng: np.full(3, 2.0), lambda rng: np.zeros(3), (np.random.default_rng(5),)) != "random.ignored"


@pytest.mark.parametrize("digits", [7, 12, 15])
def test_a_loss_that_stops_at_a_logarithm(digits):
    """A small number inside a logarithm, or a clip before it, shows where the loss should be large."""

    def loss(z):
        return float(np.mean(np.logaddexp(0, z)))

    def guarded(z):
        return float(np.mean(-np.log(np.maximum(1 / (1 + np.exp(z)), 10.0**-digits))))

    assert value_relation(guarded, loss, (np.array([600.0, -600.0]),)) == "close.logarithm"


@pytest.mark.parametrize(("wrong", "name"), [(lambda d: np.cos(np.deg2rad(np.deg2rad(d))), "argument.radians"), (lambda d: np.cos(d), "argument.degrees")])
def test_units_of_an_angle(wrong, name):
    """Degrees turned into radians twice, or not at all."""
    assert value_relation(wrong, lambda d: np.cos(np.deg2rad(d)), (30.0,)) == name


def test_a_class_that_is_ignored_is_named():
    """Whole numbers among the arguments are moved as well, where the right result exists for them."""
    assert value_relation(lambda X, c: X[:, 0] ** 3, lambda X, c: X[:, c] ** 3, (X, 2)) == "argument.ignored"


def test_entries_that_are_few_or_count_are_no_order():
    """Two numbers that change places, or an order that is shuffled, say nothing of rows and columns."""
    right = np.array([0.5, 1.5, 2.5, 3.5, 4.5])
    assert value_relation(lambda A: right[[0, 1, 3, 2, 4]], lambda A: right, (A,)) == ""
    assert value_relation(lambda A: np.array([3, 0, 4, 1, 2]), lambda A: np.arange(5), (A,)) == ""


def test_the_argument_of_a_term_is_said_by_name():
    """Which argument is left out stands in the sentence, and the sentence before the question."""
    with pytest.raises(Failure) as caught:
        expect(lambda X, W, b: X @ W, X, W, B).equals(expected_from(affine, X, W, B))
    record = caught.value.record
    assert record.mistake == "The result differs from the right result by a negative multiple of b."
    assert record.hints[0].startswith(f"{record.mistake} Is b left out")


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        (lambda X: (X.mean(), X.std()), "axis.all"),
        (lambda X: (X.mean(axis=1), X.std(axis=1)), "axis.per-row"),
    ],
)
def test_a_later_part_of_the_result_may_tell_more(wrong, name):
    """Of (Z, mean, std) the first is computed last: what is plainly wrong with the mean is said where Z tells nothing."""

    def standardized(X, mean, std):
        return (X - np.reshape(mean, (-1, 1)) if np.ndim(mean) else X - mean) / 2.0, mean, std

    right = standardized(X.T, np.zeros(len(X.T)), np.ones(len(X.T)))[0], X.mean(axis=0), X.std(axis=0)
    with pytest.raises(Failure) as caught:
        expect(lambda X: (np.sin(X) ** 3, *wrong(X)), X).equals((right[0].T.copy(), *right[1:]))
    assert caught.value.record.relation == name


def test_zeros_at_the_end_of_the_rows_are_what_nothing_filled():
    """Rows at the end that are zero, and should not be, are no mask; single zeros are."""
    right = np.arange(1.0, 13.0).reshape(4, 3)
    cut, masked = right * [[1], [1], [0], [0]], right * [[1, 1, 0], [1, 1, 1], [0, 1, 1], [1, 0, 1]]
    assert value_relation(lambda X: cut, lambda X: right, (X,)) == "part.unfilled"
    assert value_relation(lambda X: masked, lambda X: right, (X,)) == "mask.too-much"


def test_a_diagonal_is_no_table():
    """Where a square table is asked for, a list as long as its side may be its diagonal."""
    with pytest.raises(Failure) as caught:
        expect(lambda A: np.linalg.svd(A)[1], np.eye(3)).has_shape((3, 3))
    assert caught.value.record.relation == "shape.diagonal"


def test_truth_values_of_another_shape():
    """A pattern of one sample that has lost its row is told as numbers are."""
    assert value_relation(lambda X: np.squeeze(X[:1] > 0), lambda X: X[:1] > 0, (X,)) == "shape.missing-axis"


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        (lambda x: 1 - (1 - x), "close.cancelled"),
        (lambda x: x + 1e-12, "close"),
        (lambda x: x * (1 + 1e-7), "close"),
    ],
)
def test_a_small_difference_of_large_numbers(wrong, name):
    """What the last digits of 1 leave is told from a small number that is added, and from a number with few digits."""
    x = np.array([3.1e-8, 2.7e-9, 1.3e-7, 1.1e-7])
    assert value_relation(wrong, lambda x: x * 1.0, (x,)) == name
