"""Where one thing about the arguments tells wrong calls, rows or entries from right ones, it is said; else nothing is."""

import numpy as np
import pytest

from autograder.grading.only_where import Called, differs, only_where


def product(X, W):
    """Right code."""
    return X @ W


def turned_where_square(X, W):
    """As torch stores its weights, where that fits."""
    return X @ (W.T if W.shape[0] == W.shape[1] else W)


def calls(wrong, right, cases, names):
    """The calls of `wrong`, with what `right` gives."""
    return [Called.of(args, names, wrong(*args), right(*args)) for args in cases]


@pytest.mark.parametrize("seed", range(4))
def test_square_matrices(seed):
    """For whatever sizes and numbers: only the square ones are told, and only if something came out wrong."""
    rng = np.random.default_rng(seed)
    sizes = [(n, m) for n in range(1, 6) for m in range(1, 6)]
    cases = [(rng.normal(size=(7 + k, n)), rng.normal(size=(n, m))) for k, (n, m) in enumerate(sizes)]
    assert only_where(calls(product, product, cases, ("X", "W"))) is None
    assert only_where(calls(turned_where_square, product, cases, ("X", "W"))) == ("where.calls.only", "W has as many rows as columns")  # a 1 by 1 matrix is its own transpose
    assert only_where(calls(turned_where_square, product, cases[1:], ("X", "W"))) == ("where.calls", "W has as many rows as columns")


def test_what_differs_by_chance_is_not_told():
    """Calls that are wrong without a reason in their arguments have many things in common, and none for sure."""
    rng = np.random.default_rng(3)
    told = 0
    for _ in range(30):
        cases = [(rng.normal(size=(rng.integers(1, 6), rng.integers(1, 6))), int(rng.integers(0, 4))) for _ in range(15)]
        off = iter(rng.permutation([1.0] * 4 + [0.0] * 11))
        told += only_where([Called.of(args, ("X", "k"), args[0].sum() + next(off), args[0].sum()) for args in cases]) is not None
    assert told <= 1


@pytest.mark.parametrize(
    ("wrong", "right", "said"),
    [
        (lambda z: (z >= 0) * 1.0, lambda z: (z > 0) * 1.0, ("where.entries", "the entry of z is 0")),
        (lambda z: np.where(np.abs(z) < 1e-5, 0.0, z), lambda z: z, ("where.entries", "the entry of z is near 0, but not 0")),
    ],
)
def test_entries_at_a_border(wrong, right, said):
    """An entry that is exactly 0, or nearly."""
    rng = np.random.default_rng(0)
    cases = [(np.concatenate([rng.normal(size=6), [0.0, 1e-7, -1e-7]]),) for _ in range(3)]
    assert only_where(calls(wrong, right, cases, ("z",))) == said


def test_rows_and_texts():
    """A row with a 0, a choice together with what is wrong for it, and an error as well as a wrong result."""

    def quadrant(A):
        return np.where(A[:, 0] * A[:, 1] > 0, 1, 2)

    def quadrant_with_borders(A):
        return np.where(A[:, 0] * A[:, 1] >= 0, 1, 2)

    def schedule(kind, step, span):
        return step // span if kind == "stairs" else step / span

    rng = np.random.default_rng(1)
    points = [(np.where(rng.uniform(size=(8, 2)) < 0.2, 0.0, rng.normal(size=(8, 2))),) for _ in range(4)]
    assert only_where(calls(quadrant_with_borders, quadrant, points, ("A",))) == ("where.rows", "the row of A holds a 0")
    steps = [(kind, step, 5) for kind in ("stairs", "ramp") for step in range(1, 22)]
    found = only_where(calls(lambda kind, step, span: step / span, schedule, steps, ("kind", "step", "span")))
    assert found == ("where.calls", "kind is 'stairs' and step is no multiple of span")
    raised = [Called.of(args, ("kind", "step", "span"), 1.0, 1.0, "ValueError" if args[1] == args[2] else None) for args in steps]
    assert only_where(raised) == ("where.calls", "step and span are equal")


def test_whole_numbers_beyond_floats():
    """One call is enough, where a result is larger than any float or int64 can hold."""
    cases = [(n,) for n in (1, 2, 3, 5, 8, 13, 21, 30, 35, 70)]
    found = only_where(calls(lambda n: 3**n % 2**63, lambda n: 3**n, cases, ("n",)))
    assert found == ("where.calls", "the right result is a whole number beyond 2**63")


@pytest.mark.parametrize(
    ("theirs", "right", "off"),
    [(1.0, 1.0, False), (1.0, 2.0, True), (np.ones(2), np.ones(3), True), ([np.ones(2)], (np.ones(2),), False), (None, 1.0, True), (None, None, False), ("a", "b", True), (10**400, 10**400 + 1, True)],
)
def test_what_is_another_result(theirs, right, off):
    """Numbers, shapes and kinds; rounding and the kind of a sequence are no difference."""
    assert differs(theirs, right) is off
