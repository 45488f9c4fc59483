"""A piece of a class: the files of its submissions, and what the files about the whole class need of them.

Each submission is read once for everything. Any number of processes can work on pieces at the same time; they only read the
results file, and no two write the same file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.grading.by_hand import ByHand, WrittenResult, by_hand
from autograder.grading.files import write_changed, write_whole
from autograder.grading.otter_results import gradescope_text
from autograder.grading.pictures import pictures_file, read_pictures
from autograder.grading.store import Store
from autograder.grading.verdicts import Grade
from autograder.report.csv_file import csv_text, rows
from autograder.report.stamps import digest_of, general, stamped, stands
from autograder.report.summary import Entry, entry_of
from autograder.report.written import Tally


@dataclass(frozen=True, slots=True)
class Order:
    """What to make of the results file `results`: pages in the folder `students`, files in the folder `gradescope` (None for
    neither), and lines of results.csv. `reveal` shows what hidden checks tried."""

    results: Path
    students: Path | None = None
    gradescope: Path | None = None
    csv: bool = False
    reveal: bool = False


@dataclass(frozen=True, slots=True)
class Maker:
    """An order, and what is the same for all of its pieces: marks of written answers, and what every page is made from."""

    order: Order
    store: Store
    by_hand: ByHand
    general: str


@dataclass(frozen=True, slots=True)
class Made:
    """Of one piece: what the class page counts, and its lines of results.csv."""

    entries: tuple[Entry, ...]
    written: tuple[Counter[str], ...]
    csv: str


def maker(order: Order, store: Store) -> Maker:
    """Whoever carries out an order with this store."""
    return Maker(order, store, by_hand(store.path, store.basis), general(store.basis, order.reveal))


def make(maker: Maker, first: str, stop: str | None) -> Made:
    """Write the files of the submissions from `first` on and before `stop` (see `Store.pieces`).

    Raises:
        OSError: a file cannot be written.
        StoreError: the results cannot be read.
    """
    order, basis, tally = maker.order, maker.store.basis, Tally(maker.by_hand)
    entries, lines = [], []
    for grade, text in maker.store.texts(first, stop):
        written = tally.add(grade)
        if order.students is not None:
            entries.append(entry_of(basis, grade))
        grade = replace(grade, questions=tuple(question.timeless for question in grade.questions))  # once for both of these
        if order.students is not None:
            _write_page(maker, grade, text, written)
        if order.gradescope is not None:
            write_changed(order.gradescope / f"{grade.submission}.json", gradescope_text(basis, grade, reveal=order.reveal, written=written))
        if order.csv:
            lines.append(csv_text(rows(basis, [grade], maker.by_hand)))
    return Made(tuple(entries), tally.counted(), "".join(lines))


def _write_page(maker: Maker, grade: Grade, text: bytes, written: Sequence[WrittenResult]) -> None:
    """Write the page of one submission, unless it stands."""
    from autograder.report.student import student_page

    results = maker.order.results.parent
    made_from = digest_of(maker.general, text, written, _content(pictures_file(results, grade.submission)))
    path = maker.order.students / f"{grade.submission}.html"
    if not stands(path, made_from):
        page = student_page(maker.store.basis, grade, read_pictures(results, grade), reveal=maker.order.reveal, written=written)
        write_whole(path, stamped(page, made_from))


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
