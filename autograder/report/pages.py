"""The files that are derived from the results file: results.csv, those for Gradescope, the pages of the report."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from autograder.grading.by_hand import by_hand
from autograder.grading.files import remove_others, whole_file, write_whole
from autograder.grading.store import Store
from autograder.report.csv_file import COLUMNS, csv_text
from autograder.report.piece import Order
from autograder.report.summary import ClassCounts, ClassSummary
from autograder.report.written import Tally, WrittenSummary


def write_everything(out: Path, store: Store, *, reveal: bool = False, jobs: int | None = None) -> None:
    """Write `out`/results.csv, `out`/gradescope/NAME.json and the report in `out`/report, reading each grade once."""
    _write(Order(store.path, out / "report" / "students", out / "gradescope", csv=True, reveal=reveal), store, jobs, out / "results.csv")


def write_report(folder: Path, store: Store, *, reveal: bool = False, jobs: int | None = None) -> Path:
    """Write `folder`/students/NAME.html, `folder`/guide.html and `folder`/index.html; returns the path of the latter.

    Pictures that were drawn from these submissions (see `grading.pictures`) are in the pages. Written again from the same
    results, the files are the same, and pages that would not change are left alone. `reveal` shows what hidden checks
    tried. A large class is shared out to `jobs` processes, one per core if None.
    """
    _write(Order(store.path, folder / "students", reveal=reveal), store, jobs)
    return folder / "index.html"


def write_gradescope(folder: Path, store: Store) -> None:
    """Write `folder`/NAME.json for every grade, and remove those of other names."""
    _write(Order(store.path, gradescope=folder), store, None)


def _write(order: Order, store: Store, jobs: int | None, csv_file: Path | None = None) -> None:
    from autograder.report.helpers import made_in_pieces

    counts, tally = ClassCounts(store.basis), Tally(by_hand(store.path, store.basis))
    for folder in filter(None, (order.students, order.gradescope)):
        folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as open_files:
        table = open_files.enter_context(whole_file(csv_file)) if csv_file else None
        if table:
            table.write(csv_text([COLUMNS]))
        for made in made_in_pieces(order, store, jobs):
            for entry in made.entries:
                counts.add(entry)
            tally.include(made.written)
            if table:
                table.write(made.csv)
    if order.gradescope:
        remove_others(order.gradescope, ".json", store)
    if order.students:
        remove_others(order.students, ".html", store)
        _write_class_page(order.students.parent, counts.summary(), tally.summaries())


def _write_class_page(folder: Path, summary: ClassSummary, written: Sequence[WrittenSummary]) -> None:
    from autograder.report.class_page import class_page
    from autograder.report.guide import guide_page

    if summary.basis.guide:
        write_whole(folder / "guide.html", guide_page(summary.basis))
    with whole_file(folder / "index.html") as stream:
        stream.writelines(class_page(summary, written))
