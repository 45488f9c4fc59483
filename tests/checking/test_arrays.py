"""Arrays as text: what is marked is what the comparison calls wrong, and what is cut away is told."""

import numpy as np
import pytest

from autograder.checking import compare
from autograder.checking.arrays import apart, array_text, read_grid
from autograder.checking.noted import signature

SHAPES = [(1,), (3,), (40,), (1, 3), (4, 2), (40, 3), (3, 40), (60, 50), (5, 24, 2), (2, 3, 4, 5)]


def drawn(rng, shape):
    """A right array, one that differs from it in some entries, and a tolerance under which others are equal."""
    right = rng.normal(size=shape) * 10.0 ** rng.integers(-8, 8, size=shape)
    tolerance = np.abs(right) * 10.0 ** rng.integers(-12, -2, size=shape)
    wrong = rng.random(shape) < rng.choice([0.02, 0.3, 1.0])
    wrong.flat[rng.integers(wrong.size)] = True
    return right + tolerance * np.where(wrong, rng.uniform(1.5, 1e4, shape), rng.uniform(-0.5, 0.5, shape)), right, tolerance


def place_of(grid, ndim):
    """Where a grid lies: the leading indices, and functions from its row and column to those of the array."""
    lead = tuple(int(i) for i in grid.head.partition("in [")[2].partition("]")[0].split(", ")) if "in [" in grid.head else ()
    return lambda i, j: (*lead, *((grid.first_row + i,) if ndim > 1 else ()), grid.first_column + j)


def differing(*, seed, shape):
    """The two grids that a comparison shows, with the arrays that were compared."""
    got, right, tolerance = drawn(np.random.default_rng(seed), shape)
    found = compare.difference(got, right, tolerance)
    return read_grid(found.got), read_grid(found.expected), got, right, tolerance


@pytest.mark.parametrize("shape", SHAPES)
def test_marked_is_what_differs(shape):
    """Every shown entry that differs by more than the comparison's own tolerance is marked on both sides, and no other one."""
    for seed in range(20):
        *grids, got, right, tolerance = differing(seed=seed, shape=shape)
        for grid in grids:
            at = place_of(grid, len(shape))
            for i, row in enumerate(grid.rows):
                for j, (_, marked) in enumerate(row):
                    assert marked == bool(abs(got[at(i, j)] - right[at(i, j)]) > tolerance[at(i, j)]), (seed, i, j)
            assert any(marked for row in grid.rows for _, marked in row)


@pytest.mark.parametrize("shape", SHAPES)
def test_shown_numbers_are_those_of_their_place(shape):
    """What a grid shows at a place is the number of the array there, to six digits or more."""
    for seed in range(5):
        one, other, got, right, _ = differing(seed=seed, shape=shape)
        for grid, array in ((one, got), (other, right)):
            at = place_of(grid, len(shape))
            shown = [(float(text), array[at(i, j)]) for i, row in enumerate(grid.rows) for j, (text, _) in enumerate(row)]
            np.testing.assert_allclose(*zip(*shown, strict=True), rtol=1e-5)


@pytest.mark.parametrize("shape", SHAPES)
def test_marked_pairs_look_different(shape):
    """Numbers that differ have enough digits to see it, however close they are."""
    for seed in range(10):
        one, other, *_ = differing(seed=seed, shape=shape)
        pairs = [(a, b) for rows in zip(one.rows, other.rows, strict=True) for (a, marked), (b, _) in zip(*rows, strict=True) if marked]
        assert pairs and all(a != b for a, b in pairs)


@pytest.mark.parametrize("shape", SHAPES)
def test_lines_are_short_and_aligned(shape):
    """No line is wider than what is left of 80 columns beside a label, and all lines of both sides are equally wide."""
    for seed in range(10):
        got, right, tolerance = drawn(np.random.default_rng(seed), shape)
        found = compare.difference(got, right, tolerance)
        lines = [line for text in (found.got, found.expected) for line in text.split("\n") if not line.startswith("shape")]
        assert max(map(len, lines)) <= 68
        assert len({len(line.strip().strip("[]")) for line in lines}) == 1


def test_whole_arrays_look_as_numpy_prints_them():
    """Small arrays are shown whole, with the brackets of their axes."""
    assert array_text(np.array([1.0, 2.5])) == "[1 2.5]"
    assert array_text(np.array([[1, 2], [3, 40]])) == "[[1  2]\n [3 40]]"
    assert array_text(np.array([[1.5, -2.0], [10.25, 4.0]])) == "[[ 1.5  -2]\n [10.25  4]]"


def test_a_cut_tells_shape_and_place():
    """One wrong entry in a big array is shown with its surroundings, under a line that says where that is."""
    right = np.arange(1200.0).reshape(40, 30)
    got = right.copy()
    got[20, 15] = -1
    found = compare.difference(got, right, np.full(right.shape, 1e-9))
    head = found.got.split("\n")[0]
    assert head == found.expected.split("\n")[0] == "shape (40, 30), rows 18 to 23, columns 12 to 19"
    assert "-1*" in found.got and "615*" in found.expected


def test_nan_is_marked_beside_what_was_expected():
    """Of a result with NaN the entries meant are marked, and the right numbers stand beside them."""
    found = compare.difference(np.array([1.0, np.nan]), np.array([1.0, 2.0]), np.full(2, 1e-9))
    assert (found.got, found.expected) == ("[1 nan*]", "[1   2*]")


def test_finite_alone_tells_nothing_of_right_numbers():
    """Where only finiteness is asked for, there is no expected side."""
    assert compare.finite_difference(np.array([np.inf])).expected == ""
    assert compare.finite_difference(float("nan")).expected == ""


@pytest.mark.parametrize("array", [np.zeros((0, 3)), np.zeros(0), np.zeros((2, 0))])
def test_empty_arrays_have_a_shape(array):
    """Of an array without entries the shape is told."""
    assert array_text(array).startswith(f"shape {array.shape}")


@pytest.mark.parametrize(("one", "other", "texts"), [(1.0, 1.5, ("1", "1.5")), (1.0, 1 + 1e-10, ("1", "1.0000000001")), (3, 4, ("3", "4"))])
def test_two_numbers_are_told_apart(one, other, texts):
    """As many digits as it takes."""
    assert apart(one, other) == texts


@pytest.mark.parametrize("text", ["'[1* 2]'", "['and*' 'or']", "a list of 3", "6", "", "[1 2]\nprinted by me", "[<b>*]"])
def test_other_texts_are_no_arrays(text):
    """Text of a learner is never read as an array."""
    assert read_grid(text) is None


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (np.float64(0.1), "0.1"),
        ([1, 2.5], "[1, 2.5]"),
        ((np.ones(2),), "([1.0, 1.0],)"),
        ({"W1": np.ones((2, 7)), "b": np.arange(2), "act": "tanh"}, "{'W1': array (2, 7), 'b': [0, 1], 'act': 'tanh'}"),
        (list(range(20)), "[0, 1, 2, 3, 4, 5, 6, 7, ... (20 in all)]"),
        (None, "None"),
        (object(), "an object"),
    ],
)
def test_values_are_shown_by_what_they_are_made_of(value, text):
    """Numbers in full, arrays by their shape unless they are small, lists and dicts by their parts."""
    assert compare.shown(value) == text


@pytest.mark.parametrize(
    ("args", "text"),
    [
        ((np.array([[1.0, -2.5], [1 / 3, 0.0]]), 3, True), "f([[1.0, -2.5], [0.333333, 0.0]], 3, True)"),
        ((np.array([1, 0]), np.array([True, False]), np.float64(1)), "f([1, 0], [True, False], 1.0)"),
        ((np.zeros(12), np.zeros(13), np.zeros(20, dtype=int)), f"f([{', '.join(['0.0'] * 12)}], array (13,), array (20,) int64)"),
        ((np.zeros((0, 2)), np.sin, np.random.default_rng(0)), "f(array (0, 2), sin, rng)"),
        (([(np.ones((1, 2)), np.ones(1))],), "f([([[1.0, 1.0]], [1.0])])"),
        ((np.array(7.0), "a" * 70), f"f(7.0, '{'a' * 60}'...)"),
    ],
)
def test_a_call_shows_its_numbers_where_they_are_few(args, text):
    """Arrays of up to a dozen numbers in full, rounded; of larger ones the shape, and the dtype where it is not float64."""
    assert signature("f", args) == text


def test_a_call_with_many_small_arrays_shows_shapes():
    """A line that nobody would read is no evidence."""
    assert signature("f", (np.full((3, 4), 1 / 3),) * 6) == f"f({', '.join(['array (3, 4)'] * 6)})"
