"""Arrays as small aligned text: entries that differ carry a `*`, big arrays are cut to the part that differs.

The text is what a record stores, what a terminal shows and what is copied. Web pages read it back with `read_grid` to make
a table of it:

    shape (40, 12), rows 3 to 5, columns 0 to 3
    [ 1.5   2     -3*    0   ]
    [ 0.25  1e-9   4     7.5*]
    [ 1     2      3    -0.5 ]
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

MARK = "*"
_ROWS, _COLUMNS, _WIDTH = 6, 8, 65
_WHOLE = 2  # so many more rows or columns are shown rather than cut off
_DIGITS = (6, 9, 12, 15, 17)  # the first that tells two different numbers apart
_HEAD = re.compile(r"shape \(.*\)(?:, in \[[\d, ]+\])?(?:, rows (\d+) to \d+)?(?:, (?:columns|entries) (\d+) to \d+)?")
_LINE = re.compile(r"\[{1,2}((?: *[-+.?\w]+\*? *)*)\]{1,2}")  # numbers only, never text of a learner


@dataclass(frozen=True, slots=True)
class Grid:
    """What `read_grid` finds in a text: which part of which array, and its entries row by row, as (text, differs)."""

    head: str
    rows: tuple[tuple[tuple[str, bool], ...], ...]
    first_row: int = 0
    first_column: int = 0
    is_vector: bool = False


def number(value: object, digits: int = 8) -> str:
    """A number with enough digits to work with, without noise."""
    array = np.asarray(value)
    if array.dtype.kind == "f":
        return f"{float(array) + 0.0:.{digits}g}"  # 0.0 is added so that no -0 is shown
    return f"{array[()]:.{digits}g}" if array.dtype.kind == "c" else str(array[()])


def apart(one: object, other: object, digits: int = 8) -> tuple[str, str]:
    """Two numbers, with as many digits as it takes to see that they differ."""
    texts = number(one, digits), number(other, digits)
    for more in _DIGITS:
        if texts[0] != texts[1]:
            break
        if more > digits:
            texts = number(one, more), number(other, more)
    return texts


def array_text(value: np.ndarray) -> str:
    """One array; no entry is marked."""
    return side_by_side(value, value, np.zeros(value.shape, bool))[0]


def side_by_side(got: np.ndarray, expected: np.ndarray, wrong: np.ndarray) -> tuple[str, str]:
    """Two arrays of one shape, cut to the same part and aligned with each other.

    wrong: same shape, bool; the entries to mark. Of more than two axes the last two are shown, where the first marked
    entry is. What is shown starts as late as it can with all marked entries in it, or at the first of them.
    """
    if wrong.ndim == 0:
        return apart(got, expected) if wrong else (number(got), number(expected))
    place, first = (), tuple(np.argwhere(wrong)[0]) if np.any(wrong) else (0,) * wrong.ndim
    if wrong.ndim > 2 and wrong.size:
        place = tuple(int(i) for i in first[:-2])
    both = [_as_rows(array[place]) for array in (got, expected)]
    marks = _as_rows(wrong[place])
    rows = _window(np.flatnonzero(marks.any(axis=1)), len(marks), _ROWS, _WHOLE)
    columns = _window(np.flatnonzero(marks[rows].any(axis=0)), marks.shape[1], _COLUMNS, _WHOLE)
    cells = _cells(*(array[rows, columns] for array in both), marks[rows, columns])
    fits = _fitting(cells, marks[rows, columns])
    cells = [[line[fits] for line in side] for side in cells]
    columns = slice(columns.start + fits.start, columns.start + fits.stop)
    head = _head(wrong.shape, place, rows, columns)
    return tuple(_text(side, head, wrong.ndim) for side in _aligned(cells))


def read_grid(text: str) -> Grid | None:
    """The array in a text that `side_by_side` or `array_text` made; None for any other text."""
    lines = text.split("\n")
    head = _HEAD.fullmatch(lines[0])
    body = [_LINE.fullmatch(line.strip()) for line in lines[1 if head else 0 :]]
    if not body or not all(body):
        return None
    rows = tuple(tuple((word.removesuffix(MARK), word.endswith(MARK)) for word in line[1].split()) for line in body)
    vector = "entries" in lines[0] if head else not lines[0].startswith("[[")
    start = (int(group or 0) for group in head.groups()) if head else (0, 0)
    return Grid(lines[0] if head else "", rows, *start, is_vector=vector)


def aligned_words(grid: Grid) -> list[list[str]]:
    """The entries of a grid with their marks, padded so that the numbers of a column stand below each other."""
    words = [[text + MARK * differs for text, differs in row] for row in grid.rows]
    return _aligned([words])[0] if words else []


def _as_rows(array: np.ndarray) -> np.ndarray:
    return array.reshape(1, -1) if array.ndim == 1 else array


def _window(wanted: np.ndarray, size: int, limit: int, whole: int = 0) -> slice:
    """At most `limit` of `size` places: all that are wanted with their surroundings, or the first of them and what follows.

    With `whole` more, everything is shown.
    """
    if size <= limit + whole:
        return slice(0, size)
    if not len(wanted):
        return slice(0, limit)
    span = int(wanted[-1] - wanted[0]) + 1
    start = int(wanted[0]) - max(0, limit - span) // 2
    start = min(max(start, 0), size - limit)
    return slice(start, start + limit)


def _cells(got: np.ndarray, expected: np.ndarray, marks: np.ndarray) -> list[list[list[str]]]:
    sides = [], []
    for row in range(len(marks)):
        texts = [_pair(*entry) for entry in zip(got[row], expected[row], marks[row], strict=True)]
        for side, which in zip(sides, (0, 1), strict=True):
            side.append([pair[which] for pair in texts])
    return list(sides)


def _pair(one: object, other: object, differs: bool) -> tuple[str, str]:
    if not differs:
        return number(one, _DIGITS[0]), number(other, _DIGITS[0])
    return tuple(text + MARK for text in apart(one, other, _DIGITS[0]))


def _fitting(cells: list[list[list[str]]], marks: np.ndarray) -> slice:
    """The columns that fit on a line, chosen like those of a window."""
    count = marks.shape[1]
    widths = [_column_width([line[j] for side in cells for line in side]) + 1 for j in range(count)]
    limit = count
    while limit > 1 and max(sum(widths[i : i + limit]) for i in range(count - limit + 1)) > _WIDTH:
        limit -= 1
    return _window(np.flatnonzero(marks.any(axis=0)), count, limit)


def _split(word: str) -> tuple[str, str]:
    """A number at its decimal point, so that points stand below each other."""
    whole = re.match(r"-?\d+(?=[.e*]|$)", word)
    return (whole[0], word[whole.end() :]) if whole else (word.removesuffix(MARK), MARK if word.endswith(MARK) else "")


def _column_width(words: list[str]) -> int:
    parts = [_split(word) for word in words]
    return max((len(left) for left, _ in parts), default=0) + max((len(right) for _, right in parts), default=0)


def _aligned(cells: list[list[list[str]]]) -> list[list[list[str]]]:
    """All sides with equally wide columns."""
    count = len(cells[0][0]) if cells[0] else 0
    pads = []
    for j in range(count):
        parts = [_split(line[j]) for side in cells for line in side]
        pads.append((max(len(left) for left, _ in parts), max(len(right) for _, right in parts)))

    def padded(word: str, pad: tuple[int, int]) -> str:
        left, right = _split(word)
        return left.rjust(pad[0]) + right.ljust(pad[1])

    return [[[padded(word, pad) for word, pad in zip(line, pads, strict=True)] for line in side] for side in cells]


def _head(shape: tuple[int, ...], place: tuple[int, ...], rows: slice, columns: slice) -> str:
    """Which part of the array is shown; nothing if it is all of a table or a list of numbers."""
    parts = [f"in [{', '.join(map(str, place))}]"] * bool(place)
    if len(shape) > 1 and rows.stop - rows.start < shape[-2]:
        parts.append(f"rows {rows.start} to {rows.stop - 1}")
    if columns.stop - columns.start < shape[-1]:
        parts.append(f"{'columns' if len(shape) > 1 else 'entries'} {columns.start} to {columns.stop - 1}")
    return ", ".join([f"shape {shape}", *parts]) if parts or len(shape) > 2 or 0 in shape else ""


def _text(cells: list[list[str]], head: str, ndim: int) -> str:
    lines = [f"[{' '.join(line)}]" for line in cells]
    if not head and ndim == 2:  # as numpy prints a whole table
        lines = [f"{' ' if i else '['}{line}{']' if i == len(lines) - 1 else ''}" for i, line in enumerate(lines)]
    return "\n".join([head] * bool(head) + lines)
