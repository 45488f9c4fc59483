"""Public checks of the bonus: small tables and texts by hand, and the candidates that the notebook shows."""

import numpy as np

from autograder.checking import check, expect
from autograder.checking.trial import on_trial


def are_texts(call, right):
    """The result is a list of exactly these texts, in this order."""
    if not isinstance(call.value, list | tuple) or not all(isinstance(text, str) for text in call.value):
        call.fail("type", "a list of texts was expected")
    missing = [text for text in right if text not in call.value]
    extra = [text for text in call.value if text not in right]
    call.holds(not missing, f"a text is missing: {missing[:1]}")
    call.holds(not extra, f"a text should not be there: {extra[:1]}")
    call.holds(len(call.value) == len(right), "a text stands there twice")
    call.holds(list(call.value) == right, "the texts are right, but their order is not")
    call.unchanged()


def are_tests(call, right):
    """The result is a tuple of exactly these numbers of tests, in this order."""
    numbers = call.value.tolist() if isinstance(call.value, np.ndarray) else call.value
    if not isinstance(numbers, list | tuple) or not all(isinstance(k, int | np.integer) and not isinstance(k, bool) for k in numbers):
        call.fail("type", "a tuple of whole numbers was expected")
    call.holds(tuple(numbers) == right, f"the smallest suite is {right}, not {tuple(numbers)}")
    call.unchanged()


# affine_backward


def averages_db(dZ, X, W):
    """db is the mean of the rows of dZ instead of their sum."""
    return dZ @ W.T, X.T @ dZ, dZ.mean(axis=0)


def forgets_to_transpose(dZ, X, W):
    """W is not transposed where it is square."""
    return dZ @ (W if len(W) == W.shape[1] else W.T), X.T @ dZ, dZ.sum(axis=0)


def keeps_an_axis(dZ, X, W):
    """db has the shape (1, M) instead of (M,)."""
    return dZ @ W.T, X.T @ dZ, dZ.sum(axis=0, keepdims=True)


def ignores_signs(dZ, X, W):
    """dX is made with the sizes of the weights, without their signs."""
    return dZ @ np.abs(W).T, X.T @ dZ, dZ.sum(axis=0)


def slightly_long(dZ, X, W):
    """dW is one part in a thousand too large."""
    return dZ @ W.T, 1.001 * (X.T @ dZ), dZ.sum(axis=0)


def only_zeros(dZ, X, W):
    """Zeros of the right shapes."""
    return 0 * X, 0 * W, 0 * W[0]


def one_by_one(dZ, X, W):
    """Entry by entry, in loops; a list instead of a tuple."""
    dX, dW, db = np.zeros(X.shape), np.zeros(W.shape), np.zeros(W.shape[1])
    for n, d, m in np.ndindex(*X.shape, W.shape[1]):
        dX[n, d] += dZ[n, m] * W[d, m]
        dW[d, m] += dZ[n, m] * X[n, d]
    for row in dZ:
        db += row
    return [dX, dW, db]


def by_broadcasting(dZ, X, W):
    """Products with three axes, summed over one."""
    return (dZ[:, None, :] * W).sum(axis=2), (X[:, :, None] * dZ[:, None, :]).sum(axis=0), np.ones(len(dZ)) @ dZ


# cross_entropy


def sums_everything(Z, y):
    """Loss and gradient are sums over the samples, not means."""
    loss, dZ = with_logarithms(Z, y)
    return loss * len(y), dZ * len(y)


def slope_of_the_sum(Z, y):
    """The loss is a mean; its gradient is not divided by N."""
    loss, dZ = with_logarithms(Z, y)
    return loss, dZ * len(y)


def class_zero_for_all(Z, y):
    """Every sample counts as one of class 0."""
    return with_logarithms(Z, np.zeros_like(y))


def naive(Z, y):
    """Right on paper; the exponentials of large logits overflow."""
    P = np.exp(Z) / np.exp(Z).sum(axis=1, keepdims=True)
    dZ = P.copy()
    dZ[np.arange(len(y)), y] -= 1
    return -np.log(P[np.arange(len(y)), y]).mean(), dZ / len(y)


def softened_labels(Z, y):
    """The gradient takes the right class for 0.998 instead of 1."""
    loss, dZ = with_logarithms(Z, y)
    dZ[np.arange(len(y)), y] += 0.002 / len(y)
    return loss, dZ


def nothing(Z, y):
    """Loss 0 and a gradient of zeros."""
    return 0.0, np.zeros(Z.shape)


def with_logarithms(Z, y):
    """Logarithms of the shares, from rows moved to a maximum of 0."""
    moved = Z - Z.max(axis=1, keepdims=True)
    logs = moved - np.log(np.exp(moved).sum(axis=1, keepdims=True))
    dZ = np.exp(logs)
    dZ[np.arange(len(y)), y] -= 1
    return -logs[np.arange(len(y)), y].mean(), dZ / len(y)


def one_sample_at_a_time(Z, y):
    """A loop over the samples; a list, and the loss as a plain float."""
    loss, dZ = 0.0, np.zeros(Z.shape)
    for n, label in enumerate(y):
        weights = np.exp(Z[n] - Z[n].max())
        loss += float(np.log(weights.sum()) - (Z[n, label] - Z[n].max())) / len(y)
        dZ[n] = weights / weights.sum() / len(y)
        dZ[n, label] -= 1 / len(y)
    return [loss, dZ]


@check("q1", points=0)
def close_and_not_close(same):
    """A difference of 1e-9 beside 2 is rounding, one of 1e-3 is not."""
    expect(same, np.array([1.0, 2.0]), np.array([1.0, 2.0 + 1e-9]), 1e-6).equals(True)
    expect(same, np.array([1.0, 2.0]), np.array([1.0, 2.001]), 1e-6).equals(False)


@check("q1", points=0)
def nothing_is_broadcast(same):
    """(2,) and (1, 2) are different shapes, also when the numbers agree."""
    expect(same, np.array([1.0, 2.0]), np.array([[1.0, 2.0]]), 1e-6).equals(False)
    expect(same, np.array([[3.0], [3.0]]), np.array([3.0, 3.0]), 1e-6).equals(False)


@check("q1", points=0)
def one_limit_for_all_entries(same):
    """1 and the largest entry of the expected array set the limit, for small entries beside it as well; no other array does."""
    expect(same, np.array([1000.0005]), np.array([1000.0]), 1e-6).equals(True)
    expect(same, np.array([1000.0, 1.0005]), np.array([1000.0, 1.0]), 1e-6).equals(True)
    expect(same, np.array([1.21]), np.array([1.0]), 0.1).equals(False)
    expect(same, np.array([5e-7]), np.array([0.0]), 1e-6).equals(True)


@check("q1", points=0)
def nan_is_not_the_same(same):
    """NaN is not the same as a number, and not the same as NaN."""
    expect(same, np.array([np.nan, 2.0]), np.array([1.0, 2.0]), 1e-6).equals(False)
    expect(same, np.array([np.nan, 2.0]), np.array([np.nan, 2.0]), 1e-6).equals(False)


def at_one(candidate):
    """Accepts what gives 1 at 1."""
    assert candidate(1.0) == 1.0


def at_two(candidate):
    """Accepts what gives 4 at 2."""
    assert candidate(2.0) == 4.0


def calls_only(candidate):
    """Accepts what can be called, and says so with a value of its own."""
    return candidate(0.5) < 0


def square(x):
    """x times x."""
    return x * x


def double(x):
    """x plus x."""
    return x + x


def fails(x):
    """Raises an error."""
    raise ValueError("not today")


@check("q2", points=2.5)
def three_tests(verdict_table):
    """Three tests of squaring on a square, a double and a function that fails."""
    right = np.array([[True, False, False], [True, True, False], [True, True, False]])
    expect(verdict_table, [at_one, at_two, calls_only], [square, double, fails]).equals(right).has_dtype("bool")


@check("q3", points=1.5)
def the_example(mutants):
    """The docstring's example, and a pair that stands nowhere."""
    swaps = [("+", "-"), ("b", ""), ("a", "c"), ("*", "/")]
    are_texts(expect(mutants, "a + b + c", swaps), ["a - b + c", "a + b - c", "a +  + c", "c + b + c"])


@check("q3", points=1.5)
def a_function(mutants):
    """A function of two lines, two pairs: four texts."""
    source = "def f(x):\n    return x * x + 1\n"
    right = [
        "def f(y):\n    return x * x + 1\n",
        "def f(x):\n    return y * x + 1\n",
        "def f(x):\n    return x * y + 1\n",
        "def f(x):\n    return x * x - 1\n",
    ]
    are_texts(expect(mutants, source, [("x", "y"), ("+", "-")]), right)


@check("q4", points=3)
def shown_slips(test_affine_backward):
    """The wrong layers that the notebook shows are rejected, the loops accepted."""
    on_trial(test_affine_backward, wrong=[averages_db, forgets_to_transpose, keeps_an_axis, ignores_signs, slightly_long], right=[one_by_one])


@check("q4", points=3)
def right_layers(test_affine_backward):
    """Right layers in two styles are accepted, zeros are not."""
    on_trial(test_affine_backward, wrong=[only_zeros], right=[one_by_one, by_broadcasting])


@check("q5", points=3.5)
def shown_losses(test_cross_entropy):
    """The wrong losses that the notebook shows are rejected, the loop accepted."""
    on_trial(
        test_cross_entropy, wrong=[sums_everything, slope_of_the_sum, class_zero_for_all, naive, softened_labels], right=[one_sample_at_a_time]
    )


@check("q5", points=3.5)
def right_losses(test_cross_entropy):
    """Right losses in two styles are accepted; loss 0 with slopes 0 is not."""
    on_trial(test_cross_entropy, wrong=[nothing], right=[with_logarithms, one_sample_at_a_time])


@check("q6", points=2.5)
def two_of_three(smallest_suite):
    """The docstring's example, and tests of which one is enough."""
    are_tests(expect(smallest_suite, np.array([[True, True, False], [True, False, False], [False, False, True]])), (0, 2))
    are_tests(expect(smallest_suite, np.array([[True, False, False], [True, True, False]])), (1,))
