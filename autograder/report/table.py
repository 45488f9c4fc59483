"""The class as a table for the terminal: one line per submission, points and a mark per question."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice

from autograder.grading.basis import Basis
from autograder.grading.plain import one_line
from autograder.grading.verdicts import Grade

MARKS = {
    "wrong": "w",
    "raised": "r",
    "timeout": "t",
    "memory": "m",
    "crashed": "c",
    "protocol": "p",
    "not attempted": "-",
    "missing": "?",
    "skipped": "s",
}
_WIDEST_NAME = 28


def table(basis: Basis, grades: Iterable[Grade], total: int, limit: int = 60) -> Iterator[str]:
    """The lines of the table, header first, legend last; of `total` submissions those after `limit` are only counted.

    A cell holds the points earned, and a letter if the question did not pass.
    """
    head = list(islice(grades, limit))
    rest = total - len(head)
    heads = ["submission", "total", *(f"{question.id}  " for question in basis.questions)]
    body = [_row(basis, grade) for grade in head]
    possible = ["of", f"{basis.possible:g}", *(f"{question.points:g}  " for question in basis.questions)]
    widths = [max(map(_width, column)) for column in zip(heads, possible, *(row[: len(heads)] for row in body), strict=True)]
    widths[0] = min(widths[0], _WIDEST_NAME)
    rule = "-" * (sum(widths) + 2 * (len(widths) - 1))
    yield _line(heads, widths)
    yield _line(possible, widths)
    yield rule
    for row in body:
        yield _line(row[: len(heads)], widths) + row[-1]
    yield rule
    if rest:
        yield f"and {rest:,} more: see results.csv"
    used = {question.status for grade in head for question in grade.questions}
    legend = [f"{mark} {status}" for status, mark in MARKS.items() if status in used]
    if legend:
        yield "points, and why not all of them: " + ", ".join(legend)


def _row(basis: Basis, grade: Grade) -> list[str]:
    name = one_line(grade.submission, 200)
    if grade.status != "graded":
        return [name, "0", *([""] * len(basis.questions)), f"  {grade.status}"]
    by_id = {question.question: question for question in grade.questions}
    cells = [f"{by_id[q.id].earned:g} {MARKS.get(by_id[q.id].status, ' ')}" if q.id in by_id else "" for q in basis.questions]
    return [name, f"{grade.earned:g}", *cells, ""]


def _line(cells: list[str], widths: list[int]) -> str:
    first = _clipped(cells[0], widths[0])
    first += " " * (widths[0] - _width(first))
    return "  ".join([first, *(" " * (w - _width(c)) + c for c, w in zip(cells[1:], widths[1:], strict=True))]).rstrip()


def _clipped(text: str, width: int) -> str:
    if _width(text) <= width:
        return text
    while _width(text) > width - 1:
        text = text[:-1]
    return text + "~"


def _width(text: str) -> int:
    """Columns on a terminal: two for wide letters, none for combining marks."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
