"""results.csv: one row per submission and question, for spreadsheets and scripts."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from autograder.grading.basis import Basis
from autograder.grading.by_hand import ByHand
from autograder.grading.feedback import hint_of
from autograder.grading.plain import one_line
from autograder.grading.verdicts import Grade

COLUMNS = ("submission", "student", "question", "score", "possible", "status", "hint")
# Spreadsheets take a cell that begins like this for a formula, also in full-width and small letters.
_FORMULA = tuple("=+-@|%\u2212\uff1d\uff0b\uff0d\uff20\uff5c\uff05\ufe66\ufe62\ufe63\ufe6b\ufe6a")
# Where the decimal comma is usual, a semicolon ends a cell.
_SECOND_CELL = re.compile(f";(?=[ \"']*[{re.escape(''.join(_FORMULA))}])")


def neutral(text: str) -> str:
    """`text` on one line, unable to act as a formula: an apostrophe, which spreadsheets hide, goes in front if needed.

    >>> neutral("=1+1")
    "'=1+1"
    """
    line = _SECOND_CELL.sub(";'", one_line(text, 2000))
    return f"'{line}" if line.startswith(_FORMULA) else line


def rows(basis: Basis, grades: Iterable[Grade], by_hand: ByHand = ByHand()) -> Iterator[tuple[str, ...]]:
    """The rows under `COLUMNS`. A submission that was not graded has all its questions, with 0 and the reason; a written
    answer has a row as soon as a person has graded it."""
    for grade in grades:
        who = (neutral(grade.submission), neutral(grade.student))
        if grade.status == "graded":
            for question in grade.questions:
                yield (*who, question.question, f"{question.earned:g}", f"{question.possible:g}", question.status, neutral(hint_of(question)))
            for written in by_hand.of(grade):
                if written.earned is not None:
                    yield (*who, written.question.id, f"{written.earned:g}", f"{written.question.points:g}", written.status, neutral(written.comment))
        else:
            for question in basis.questions:
                yield (*who, question.id, "0", f"{question.points:g}", grade.status, neutral(grade.problem))


def csv_text(lines: Iterable[Sequence[str]]) -> str:
    """Rows as lines of the file."""
    stream = io.StringIO()
    csv.writer(stream).writerows(lines)
    return stream.getvalue()
