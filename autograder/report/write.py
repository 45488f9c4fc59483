"""Everything that is derived from the results file: report, CSV, Gradescope files. Run again, it gives the same files."""

from __future__ import annotations

from pathlib import Path

from autograder.grading.files import replace_folder_files, write_whole
from autograder.grading.store import Store
from autograder.report.csv_file import write_csv


def write_report(store: Store, folder: Path, *, reveal: bool = False) -> Path:
    """Write `folder`/index.html and one page per submission in `folder`/students; returns the path of index.html."""
    from autograder.report.html import class_page, student_page
    from autograder.report.summary import summarise

    basis = store.basis
    pages = ((f"{grade.submission}.html", student_page(basis, grade, reveal=reveal)) for grade in store.grades())
    replace_folder_files(folder / "students", ".html", pages)
    index = folder / "index.html"
    write_whole(index, class_page(summarise(basis, store.grades())))
    return index


def write_outputs(store: Store, out: Path, *, reveal: bool = False) -> Path:
    """Write results.csv, gradescope/NAME.json and the report into `out`; returns the path of the class page."""
    from autograder.grading.otter_results import write_gradescope

    write_csv(out / "results.csv", store.basis, store.grades())
    write_gradescope(out / "gradescope", store.basis, store.grades(), reveal=reveal)
    return write_report(store, out / "report", reveal=reveal)
