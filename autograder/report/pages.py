"""The report's files: the class page and one page per submission, derived from the results file alone."""

from __future__ import annotations

from pathlib import Path

from autograder.grading.by_hand import by_hand
from autograder.grading.files import replace_folder_files, write_whole
from autograder.grading.store import Store
from autograder.grading.verdicts import Grade


def write_report(folder: Path, store: Store, *, reveal: bool = False) -> Path:
    """Write `folder`/students/NAME.html, `folder`/guide.html and `folder`/index.html; returns the path of the latter.

    Pictures that were drawn from these submissions (see `grading.pictures`) are in the pages. Written again from the same
    results, the files are the same. `reveal` shows what hidden checks tried.
    """
    from autograder.grading.pictures import read_pictures
    from autograder.report.guide import guide_page
    from autograder.report.html import class_page
    from autograder.report.student import student_page
    from autograder.report.summary import summarise
    from autograder.report.written import Tally

    results = store.path.parent
    tally = Tally(by_hand(store.path, store.basis))

    def page(grade: Grade) -> str:
        return student_page(store.basis, grade, read_pictures(results, grade), reveal=reveal, written=tally.add(grade))

    pages = ((f"{grade.submission}.html", page(grade)) for grade in store.grades())
    replace_folder_files(folder / "students", ".html", pages)
    if store.basis.guide:
        write_whole(folder / "guide.html", guide_page(store.basis))
    index = folder / "index.html"
    write_whole(index, class_page(summarise(store.basis, store.grades()), tally.summaries()))
    return index
