"""Hidden checks of the bonus: for a test, one family of wrong code each, always together with right code in every style.

Most candidates are mistakes and variants of a3 and a4. Every wrong one is right on some inputs that poor tests use, and on
ordinary inputs it differs from the right result by far more than rounding (tests/course_bonus).
"""

import numpy as np

from autograder.checking import check, each, expect, rng
from autograder.checking.trial import on_trial

from . import reference


def are_texts(call, right):
    """The result is a list of exactly these texts, in this order."""
    if not isinstance(call.value, list | tuple) or not all(isinstance(text, str) for text in call.value):
        call.fail("type", "a list of texts was expected")
    call.holds(list(call.value) == right, "not exactly the texts that differ by one swap, in their order")
    call.unchanged()


def are_tests(call, right):
    """The result is a tuple of exactly these numbers of tests, in this order."""
    numbers = call.value.tolist() if isinstance(call.value, np.ndarray) else call.value
    if not isinstance(numbers, list | tuple) or not all(isinstance(k, int | np.integer) and not isinstance(k, bool) for k in numbers):
        call.fail("type", "a tuple of whole numbers was expected")
    call.holds(tuple(numbers) == right, "not the smallest suite that comes first")
    call.unchanged()


# q2 verdict_table


def thresholds(draw, count):
    """Tests that accept numbers above a limit: by an assertion, a ValueError or an error of arithmetic, and with a value."""
    tests = []
    for number, limit in enumerate(draw.integers(-3, 4, count)):

        def test(candidate, limit=int(limit), number=number):
            value = candidate(number)
            if value <= limit:
                assert number % 3 != 0
                raise (ValueError, ZeroDivisionError)[number % 2]
            return (None, False, 0)[number % 3]

        tests.append(test)
    return tests


def lines(draw, count):
    """Candidates: straight lines, some of which raise KeyError at an odd number."""
    candidates = []
    for slope, start, broken in zip(draw.integers(-2, 3, count), draw.integers(-2, 3, count), draw.random(count) < 0.2, strict=True):

        def line(x, slope=int(slope), start=int(start), broken=bool(broken)):
            if broken and x % 2:
                raise KeyError(x)
            return slope * x + start

        candidates.append(line)
    return candidates


def table_of(*key, tests, candidates):
    """Tests, candidates, and the right table."""
    draw = rng(*key)
    made = thresholds(draw, tests), lines(draw, candidates)
    return *made, reference.verdict_table(*made)


@check("q2", points=4, hidden=True)
def any_table(verdict_table):
    """Any number of tests and candidates, and whatever is raised; a later table does not change an earlier one."""
    sizes = ((4, 6), (6, 4), (3, 3), (1, 5), (5, 1), (4, 6))
    tables = [table_of(52, number, tests=T, candidates=K) for number, (T, K) in enumerate(sizes)]
    calls = each(verdict_table, [(tests, candidates) for tests, candidates, _ in tables])
    for call, (_, _, right) in zip(calls, tables, strict=True):
        call.equals(right).has_dtype("bool").unchanged()


@check("q2", points=2, hidden=True)
def whatever_is_returned(verdict_table):
    """A test accepts whatever it returns, False as well."""
    tests = [lambda candidate: candidate(1) > 5, lambda candidate: None, lambda candidate: candidate(1) / 0]
    expect(verdict_table, tests, [abs, lambda x: 9.0]).equals(np.array([[True, True], [True, True], [False, False]])).has_dtype("bool")


@check("q2", points=1.5, hidden=True)
def nothing_to_do(verdict_table):
    """No test or no candidate: a table without rows or without columns."""
    one, none = [lambda candidate: candidate(1)], []
    expect(verdict_table, none, [abs, abs]).has_shape((0, 2))
    expect(verdict_table, one, none).has_shape((1, 0))


# q3 mutants


@check("q3", points=4, hidden=True)
def any_source(mutants):
    """Functions of several lines, several pairs, each place on its own and in order."""
    source = "def dense(X, W, b):\n    Z = X @ W + b\n    return np.maximum(Z, 0) + 0 * Z.sum(axis=0)\n"
    swaps = [("@", "*"), ("+", "-"), ("0", "1"), ("X", "X.T"), ("np.maximum", "np.minimum"), ("sum", "mean"), ("axis=0", "axis=1")]
    loop = "def total(rows):\n    s = 0\n    for row in rows:\n        s += row\n    return s\n"
    cases = [(source, swaps), (source, swaps[::-1]), (loop, [("s", "t"), ("+=", "-="), ("row", "rows"), ("0", "")]), ("x", [("x", "y")]), ("x", [])]
    # Texts are taken as they stand: over the end of a line, and with signs that mean something elsewhere.
    cases += [(loop, [("0\n    for", "1\n    for"), ("s\n", "-s\n"), (":\n", ":\n\n")]), ("x = 'a' + y", [("'a'", r"'\n'"), ("y", r"r'\1'"), ("x = ", ".*? = "), ("a", "$")])]
    for call in each(mutants, cases):
        are_texts(call, reference.mutants(*call.args))


@check("q3", points=2, hidden=True)
def invalid_left_out(mutants):
    """What is not valid Python is left out, and the search goes on behind it."""
    cases = [("f(a, b)", [("(", "["), (",", ""), ("b", "+")]), ("a - b - c", [(" - ", " -- - "), ("- ", "")]), ("if a:\n    b", [("    ", ""), ("a", "")])]
    for call in each(mutants, cases):
        are_texts(call, reference.mutants(*call.args))


@check("q3", points=1.5, hidden=True)
def each_text_once(mutants):
    """Texts equal to the source or to an earlier one are left out."""
    cases = [("a + a", [("a", "a"), ("+", "-")]), ("a + b", [("a", "b"), ("a +", "b +"), ("+ b", "- b"), ("+", "-")]), ("x*x", [("x*", "y*"), ("x", "y")])]
    for call in each(mutants, cases):
        are_texts(call, reference.mutants(*call.args))


@check("q3", points=1.5, hidden=True)
def places_do_not_overlap(mutants):
    """After a place the search goes on behind it, also when the new text contains the old one."""
    cases = [("aaaa + aaa", [("aa", "b")]), ("x + 1 + x", [("x", "xx"), ("1", "11")]), ("a == b", [("=", "=="), ("==", "=")]), ("1111", [("11", "1")])]
    for call in each(mutants, cases):
        are_texts(call, reference.mutants(*call.args))


# Candidates for affine_backward.


def db_is_a_mean(dZ, X, W):
    """db is divided by the number of rows."""
    return dZ @ W.T, X.T @ dZ, dZ.mean(axis=0)


def dW_is_a_mean(dZ, X, W):
    """dW is divided by the number of rows."""
    return dZ @ W.T, X.T @ dZ / len(X), dZ.sum(axis=0)


def all_are_means(dZ, X, W):
    """All three are divided by the number of rows."""
    return dZ @ W.T / len(X), X.T @ dZ / len(X), dZ.mean(axis=0)


def dX_is_a_mean_over_neurons(dZ, X, W):
    """dX is divided by the number of neurons."""
    return dZ @ W.T / dZ.shape[1], X.T @ dZ, dZ.sum(axis=0)


def transposed_in_a_square(dZ, X, W):
    """W is not transposed where it is square."""
    return dZ @ (W if W.shape[0] == W.shape[1] else W.T), X.T @ dZ, dZ.sum(axis=0)


def reshaped_dW(dZ, X, W):
    """dW is brought into its shape by reshape, where a transpose was needed."""
    return dZ @ W.T, (dZ.T @ X).reshape(W.shape), dZ.sum(axis=0)


def dW_and_dX_exchanged(dZ, X, W):
    """dW stands where dX should."""
    return X.T @ dZ, dZ @ W.T, dZ.sum(axis=0)


def db_along_the_rows(dZ, X, W):
    """db is summed over the neurons."""
    return dZ @ W.T, X.T @ dZ, dZ.sum(axis=1)


def keeps_the_axis_of_db(dZ, X, W):
    """db is (1, M)."""
    return dZ @ W.T, X.T @ dZ, dZ.sum(axis=0, keepdims=True)


def squeezes_dX(dZ, X, W):
    """dX loses every axis of length 1."""
    return np.squeeze(dZ @ W.T), X.T @ dZ, dZ.sum(axis=0)


def squeezes_dW(dZ, X, W):
    """dW loses every axis of length 1."""
    return dZ @ W.T, np.squeeze(X.T @ dZ), dZ.sum(axis=0)


def db_becomes_a_number(dZ, X, W):
    """With one neuron db is a number without axes."""
    return dZ @ W.T, X.T @ dZ, np.squeeze(dZ.sum(axis=0))


def only_two_rows(dZ, X, W):
    """dW and db stop after the second row."""
    return dZ @ W.T, X[:2].T @ dZ[:2], dZ[:2].sum(axis=0)


def clipped_upstream(dZ, X, W):
    """Negative entries of dZ count as 0 in dX."""
    return np.maximum(dZ, 0) @ W.T, X.T @ dZ, dZ.sum(axis=0)


def weights_without_sign(dZ, X, W):
    """dX is made with the sizes of the weights, without their signs."""
    return dZ @ np.abs(W).T, X.T @ dZ, dZ.sum(axis=0)


def inputs_without_sign(dZ, X, W):
    """dW is made with the sizes of the inputs, without their signs."""
    return dZ @ W.T, np.abs(X).T @ dZ, dZ.sum(axis=0)


def last_row_left_out(dZ, X, W):
    """db leaves out the last row if there are several."""
    return dZ @ W.T, X.T @ dZ, dZ[: max(len(dZ) - 1, 1)].sum(axis=0)


def a_little_too_long(dZ, X, W):
    """dX is one part in a thousand too large."""
    return 1.001 * dZ @ W.T, X.T @ dZ, dZ.sum(axis=0)


def half_precision(dZ, X, W):
    """dW is computed with three digits."""
    return dZ @ W.T, (X.astype(np.float16).T @ dZ.astype(np.float16)).astype(float), dZ.sum(axis=0)


def db_of_three_digits(dZ, X, W):
    """db keeps three digits."""
    return dZ @ W.T, X.T @ dZ, dZ.sum(axis=0).astype(np.float16).astype(float)


AFFINE_WRONG = {
    "averages": (db_is_a_mean, dW_is_a_mean, all_are_means, dX_is_a_mean_over_neurons),
    "axes": (transposed_in_a_square, reshaped_dW, dW_and_dX_exchanged, db_along_the_rows),
    "corners": (keeps_the_axis_of_db, squeezes_dX, squeezes_dW, db_becomes_a_number),
    "values": (only_two_rows, clipped_upstream, weights_without_sign, inputs_without_sign, last_row_left_out),
    "digits": (a_little_too_long, half_precision, db_of_three_digits),
}


# affine_backward: right


def as_in_the_book(dZ, X, W):
    """The three formulas as they stand in a4."""
    return dZ @ W.T, X.T @ dZ, dZ.sum(axis=0)


def by_index(dZ, X, W):
    """Every sum by its indices."""
    return np.einsum("nm,dm->nd", dZ, W), np.einsum("nd,nm->dm", X, dZ), np.einsum("nm->m", dZ)


def row_by_row(dZ, X, W):
    """One outer product per row, the last row first; a list."""
    dX, dW, db = np.zeros(X.shape), np.zeros(W.shape), np.zeros(W.shape[1])
    for n in reversed(range(len(X))):
        dX[n] = W @ dZ[n]
        dW += np.outer(X[n], dZ[n])
        db += dZ[n]
    return [dX, dW, db]


def bias_as_one_more_weight(dZ, X, W):
    """The bias is the weight of an input that is always 1; dW and db are views of one array."""
    both = np.column_stack([X, np.ones(len(X))]).T @ dZ
    return (W @ dZ.T).T, both[:-1], both[-1]


AFFINE_RIGHT = (as_in_the_book, by_index, row_by_row, bias_as_one_more_weight)


# q4 test_affine_backward: each family is worth points only to a test that also accepts all right code


@check("q4", points=4, hidden=True)
def layers_that_average(test_affine_backward):
    """Family 'averages': layers that divide by a number of rows or neurons are rejected, right ones accepted."""
    on_trial(test_affine_backward, AFFINE_WRONG["averages"], AFFINE_RIGHT)


@check("q4", points=4, hidden=True)
def layers_that_mix_up_axes(test_affine_backward):
    """Family 'axes': transposes, reshapes and sums along the wrong axis, or results in another order, are rejected."""
    on_trial(test_affine_backward, AFFINE_WRONG["axes"], AFFINE_RIGHT)


@check("q4", points=4, hidden=True)
def layers_wrong_in_corners(test_affine_backward):
    """Family 'corners': shapes that are wrong with one row, one input or one neuron only are rejected."""
    on_trial(test_affine_backward, AFFINE_WRONG["corners"], AFFINE_RIGHT)


@check("q4", points=4, hidden=True)
def layers_wrong_for_some_values(test_affine_backward):
    """Family 'values': layers that are wrong for some rows or some signs only are rejected."""
    on_trial(test_affine_backward, AFFINE_WRONG["values"], AFFINE_RIGHT)


@check("q4", points=3, hidden=True)
def layers_off_by_little(test_affine_backward):
    """Family 'digits': what is off by a thousandth is rejected, what is off by rounding accepted."""
    on_trial(test_affine_backward, AFFINE_WRONG["digits"], AFFINE_RIGHT)


# Candidates for cross_entropy.


# cross_entropy: what the candidates are made of


def shares(Z):
    """Softmax of each row."""
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


def costs(Z, y):
    """The loss of each sample."""
    Z = Z - Z.max(axis=1, keepdims=True)
    return np.log(np.exp(Z).sum(axis=1)) - Z[np.arange(len(y)), y]


def slopes(Z, y):
    """The gradient of the sum of all losses."""
    return shares(Z) - np.eye(Z.shape[1])[y]


# cross_entropy: wrong


def both_summed(Z, y):
    """Loss and gradient are sums over the samples."""
    return costs(Z, y).sum(), slopes(Z, y)


def gradient_of_the_sum(Z, y):
    """The loss is a mean, the gradient that of the sum."""
    return costs(Z, y).mean(), slopes(Z, y)


def mean_over_classes_too(Z, y):
    """Loss and gradient are divided by N and by C."""
    return costs(Z, y).mean() / Z.shape[1], slopes(Z, y) / Z.size


def divided_twice(Z, y):
    """The gradient is divided by N twice."""
    return costs(Z, y).mean(), slopes(Z, y) / len(y) ** 2


def uphill(Z, y):
    """The gradient has the sign of the step."""
    return costs(Z, y).mean(), -slopes(Z, y) / len(y)


def bends_again(Z, y):
    """The gradient is multiplied by p (1 - p)."""
    P = shares(Z)
    return costs(Z, y).mean(), slopes(Z, y) * P * (1 - P) / len(y)


def forgets_the_label(Z, y):
    """The gradient lacks the minus one of the right class."""
    return costs(Z, y).mean(), shares(Z) / len(y)


def only_the_right_class(Z, y):
    """The gradient is zero for all classes but the right one."""
    return costs(Z, y).mean(), slopes(Z, y) * np.eye(Z.shape[1])[y] / len(y)


def by_the_probabilities(Z, y):
    """The gradient stops at the probabilities."""
    return costs(Z, y).mean(), -np.eye(Z.shape[1])[y] / shares(Z) / len(y)


def first_label_for_all(Z, y):
    """Every sample has the label of the first."""
    first = np.full(len(y), y[0])
    return costs(Z, first).mean(), slopes(Z, first) / len(y)


def labels_in_order(Z, y):
    """The labels are sorted."""
    return costs(Z, np.sort(y)).mean(), slopes(Z, np.sort(y)) / len(y)


def its_own_guess(Z, y):
    """The class with the largest logit counts as the right one."""
    guess = Z.argmax(axis=1)
    return costs(Z, guess).mean(), slopes(Z, guess) / len(y)


def two_classes_only(Z, y):
    """Every label but 0 counts as 1."""
    label = np.minimum(y, 1)
    return costs(Z, label).mean(), slopes(Z, label) / len(y)


def overflows(Z, y):
    """Exponentials of the logits as they are."""
    P = np.exp(Z) / np.exp(Z).sum(axis=1, keepdims=True)
    return -np.log(P[np.arange(len(y)), y]).mean(), (P - np.eye(Z.shape[1])[y]) / len(y)


def one_shift(Z, y):
    """One number is taken from all rows, the largest logit of the batch."""
    return overflows(Z - Z.max(), y)


def log_of_a_share(Z, y):
    """The logarithm is taken of a share that may be rounded to 0."""
    P = shares(Z)
    return -np.log(P[np.arange(len(y)), y]).mean(), slopes(Z, y) / len(y)


def with_a_floor(Z, y):
    """A small number stands inside the logarithm: no loss is above 28."""
    P = shares(Z)
    return -np.log(P[np.arange(len(y)), y] + 1e-12).mean(), slopes(Z, y) / len(y)


def clipped_logits(Z, y):
    """Logits beyond 100 count as 100."""
    Z = np.clip(Z, -100, 100)
    return costs(Z, y).mean(), slopes(Z, y) / len(y)


def row_of_one_sample(Z, y):
    """For one sample the gradient is (C,)."""
    return costs(Z, y).mean(), np.squeeze(slopes(Z, y) / len(y))


def integers_stay_integers(Z, y):
    """The gradient is written into an array like Z, which cuts it to whole numbers if Z holds integers."""
    dZ = np.zeros_like(Z)
    dZ[:] = slopes(Z, y) / len(y)
    return costs(Z, y).mean(), dZ


def losses_one_by_one(Z, y):
    """The losses of the samples come back, not their mean."""
    return costs(Z, y), slopes(Z, y) / len(y)


def smoothed(Z, y):
    """Labels are 0.995 instead of 1."""
    return costs(Z, y).mean(), (shares(Z) - 0.995 * np.eye(Z.shape[1])[y]) / len(y)


def slightly_warm(Z, y):
    """The logits are divided by 1.01."""
    return costs(Z / 1.01, y).mean(), slopes(Z / 1.01, y) / len(y)


def three_decimals(Z, y):
    """The gradient is rounded to three decimals."""
    return costs(Z, y).mean(), (slopes(Z, y) / len(y)).round(3)


ENTROPY_WRONG = {
    "averages": (both_summed, gradient_of_the_sum, mean_over_classes_too, divided_twice),
    "slopes": (uphill, bends_again, forgets_the_label, only_the_right_class, by_the_probabilities),
    "labels": (first_label_for_all, labels_in_order, its_own_guess, two_classes_only),
    "large logits": (overflows, one_shift, log_of_a_share, with_a_floor, clipped_logits),
    "corners": (row_of_one_sample, integers_stay_integers, losses_one_by_one),
    "digits": (smoothed, slightly_warm, three_decimals),
}


# cross_entropy: right


def with_logaddexp(Z, y):
    """The logarithm of the sum by np.logaddexp; the loss is a np.float64."""
    total = np.logaddexp.reduce(Z, axis=1, keepdims=True)
    dZ = np.exp(Z - total)
    dZ[np.arange(len(y)), y] -= 1
    return np.mean(total[:, 0] - Z[np.arange(len(y)), y]), dZ / len(y)


def sample_by_sample(Z, y):
    """Each sample on its own, the last one first; a list; the loss is a plain float."""
    loss, dZ = 0.0, np.zeros(Z.shape)
    for n in reversed(range(len(y))):
        row = Z[n] - Z[n].max()
        weights = np.exp(row)
        loss += (float(np.log(weights.sum())) - float(row[y[n]])) / len(y)
        dZ[n] = weights / weights.sum() / len(y)
        dZ[n, y[n]] -= 1 / len(y)
    return [float(loss), dZ]


def with_one_hot(Z, y):
    """One-hot rows and sums over everything; the loss is an array without axes."""
    Y = np.eye(Z.shape[1])[y]
    logarithms = Z - Z.max(axis=1, keepdims=True)
    logarithms = logarithms - np.log(np.exp(logarithms).sum(axis=1, keepdims=True))
    kept = np.where(Y == 1, logarithms, 0.0)
    return np.array(-kept.sum() / len(Z)), np.exp(logarithms) / len(Z) - Y / len(Z)


ENTROPY_RIGHT = (with_logaddexp, sample_by_sample, with_one_hot)


# q5 test_cross_entropy


@check("q5", points=4, hidden=True)
def losses_with_other_averages(test_cross_entropy):
    """Family 'averages': losses or slopes divided by too much or too little are rejected, right ones accepted."""
    on_trial(test_cross_entropy, ENTROPY_WRONG["averages"], ENTROPY_RIGHT)


@check("q5", points=4, hidden=True)
def slopes_of_something_else(test_cross_entropy):
    """Family 'slopes': gradients that do not belong to the loss are rejected."""
    on_trial(test_cross_entropy, ENTROPY_WRONG["slopes"], ENTROPY_RIGHT)


@check("q5", points=4, hidden=True)
def labels_misread(test_cross_entropy):
    """Family 'labels': losses that use other labels than the given ones are rejected."""
    on_trial(test_cross_entropy, ENTROPY_WRONG["labels"], ENTROPY_RIGHT)


@check("q5", points=4, hidden=True)
def unstable_losses(test_cross_entropy):
    """Family 'large logits': losses that break down or level off at large logits are rejected."""
    on_trial(test_cross_entropy, ENTROPY_WRONG["large logits"], ENTROPY_RIGHT)


@check("q5", points=3, hidden=True)
def losses_wrong_in_corners(test_cross_entropy):
    """Family 'corners': wrong for one sample, for integer logits, or one loss per sample: all rejected."""
    on_trial(test_cross_entropy, ENTROPY_WRONG["corners"], ENTROPY_RIGHT)


@check("q5", points=2, hidden=True)
def losses_off_by_little(test_cross_entropy):
    """Family 'digits': what is off by a thousandth is rejected, what is off by rounding accepted."""
    on_trial(test_cross_entropy, ENTROPY_WRONG["digits"], ENTROPY_RIGHT)


# q6 smallest_suite


def all_of(call):
    """The call has the reference's suite."""
    are_tests(call, reference.smallest_suite(*call.args))


@check("q6", points=3.5, hidden=True)
def any_suite(smallest_suite):
    """Tables of any shape, dense and sparse."""
    draw = rng(56, 1)
    cases = [(draw.random((T, K)) < share,) for T, K in ((5, 8), (7, 6), (4, 4), (6, 12), (1, 3)) for share in (0.3, 0.5)]
    # Of many suites of two the first is asked for, whether its tests catch much or little.
    ties = np.array([[1, 1, 0], [0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 0]], dtype=bool)
    cases += [(ties[order, :],) for order in ([0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [1, 2, 0, 4, 3], [2, 0, 3, 1, 4])]
    for call in each(smallest_suite, cases):
        all_of(call)


@check("q6", points=2, hidden=True)
def nobody_is_greedy(smallest_suite):
    """The test that catches most is not always part of the smallest suite."""
    greedy = np.array([[1, 1, 1, 1, 0, 0], [1, 1, 0, 0, 1, 0], [0, 0, 1, 1, 0, 1]], dtype=bool)
    longer = np.array([[1, 1, 1, 1, 1, 0, 0, 0], [1, 1, 0, 0, 0, 1, 0, 0], [0, 0, 1, 0, 0, 0, 1, 0], [0, 0, 0, 1, 1, 0, 0, 1], [0, 0, 1, 1, 1, 0, 1, 1]], dtype=bool)
    for call in each(smallest_suite, [(greedy,), (greedy[::-1],), (longer,), (longer[::-1],)]):
        all_of(call)


@check("q6", points=2, hidden=True)
def what_nobody_catches(smallest_suite):
    """Candidates that no test catches do not count; without anything to catch the suite is empty."""
    nothing = np.zeros((3, 4), dtype=bool)
    some = np.array([[0, 0, 1], [0, 0, 1], [0, 1, 1]], dtype=bool)
    for call in each(smallest_suite, [(nothing,), (some,), (some[:2],), (np.zeros((2, 0), dtype=bool),)]):
        all_of(call)
