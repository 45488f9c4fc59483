"""Hidden checks of the bonus: for a test, one family of wrong code each, always together with right code in every style."""

import numpy as np

from autograder.checking import check, each, expect, rng
from autograder.checking.trial import on_trial

from . import reference
from .candidates import AFFINE_RIGHT, AFFINE_WRONG, ENTROPY_RIGHT, ENTROPY_WRONG


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
    """Any number of tests and candidates, and whatever is raised."""
    for number, (T, K) in enumerate(((4, 6), (6, 4), (3, 3), (1, 5), (5, 1))):
        tests, candidates, right = table_of(52, number, tests=T, candidates=K)
        expect(verdict_table, tests, candidates).equals(right).has_dtype("bool")


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
