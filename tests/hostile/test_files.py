"""Names and folders that attack whoever reads or lists them."""

from __future__ import annotations

import csv
import io
import json
import os

import pytest

from autograder.course import load, student_notebook
from autograder.grade_class import Options, grade_class
from autograder.grading.intake import find_submissions
from tests.tiny_course import write_course

_NAMES = ("\x1b[31mred\x1b]0;title\x07", "new\nline", "bidi\u202egpj", "<script>alert(1)<b>", "=1+1", "@SUM(1)", "-rf", "con", "CON", "index", "%2f..%2fx", "a" * 240)


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """Right notebooks under odd names, beside odd files, graded: (folder of results, what was printed)."""
    root, folder, out = (tmp_path_factory.mktemp(name) for name in ("course", "handed_in", "out"))
    assignment = load(write_course(root), "a9")
    text = json.dumps(student_notebook(assignment, {"q1": "def double(A):\n    return 2 * A"}))
    for name in _NAMES:
        (folder / f"{name}.ipynb").write_text(text)
    for name in (b"latin\xe9.txt", b"\x1b[31mred.txt"):
        with open(os.path.join(os.fsencode(folder), name), "w") as file:
            file.write("x")
    printed = io.StringIO()
    grade_class(assignment, [folder], out, Options(jobs=1), printed)
    return out, printed.getvalue()


def test_every_odd_name_is_graded_and_stays_in_the_folder_of_results(graded):
    """One page and one Gradescope file per submission, none of them elsewhere, under names any system can hold."""
    out, _ = graded
    pages = sorted(path.stem for path in (out / "report" / "students").iterdir())
    assert pages == sorted(path.stem for path in (out / "gradescope").iterdir())
    assert len(pages) == len({page.casefold() for page in pages}) == len(_NAMES)
    assert {path.name for path in out.iterdir() if not path.name.startswith(".")} == {"gradescope", "report", "results.csv", "results.sqlite"}
    assert all(page.replace("-", "").replace("_", "").replace(".", "").isalnum() for page in pages)


def test_no_name_acts_on_terminal_page_or_spreadsheet(graded):
    """No escape sequence, markup or formula gets through, from names of files that are left aside neither."""
    out, printed = graded
    assert "left aside" in printed and printed.encode().isascii() is False
    page, table = (out / "report" / "index.html").read_text(), (out / "results.csv").read_text()
    assert not set(printed + page + table) & {"\x1b", "\x07", "\u202e"}
    assert "<script>alert" not in page
    assert not [cell for row in csv.reader(table.splitlines()) for cell in row if cell.startswith(("=", "@", "-", "+"))]


@pytest.fixture
def nested(tmp_path):
    """Make folders inside one another: nested(name, count) gives a descriptor of the innermost. Removed one by one, since
    what removes whole trees would not survive these."""
    held = [os.open(tmp_path, os.O_RDONLY)]
    names: list[str] = []

    def make(name: str, count: int) -> int:
        for _ in range(count):
            os.mkdir(name, dir_fd=held[-1])
            inner = os.open(name, os.O_RDONLY, dir_fd=held[-1])
            if len(held) > 1:  # the first stays open, the others are found again by way of ".."
                os.close(held.pop())
            held.append(inner)
            names.append(name)
        return held[-1]

    yield make
    place = held.pop()
    for entry in os.listdir(place):
        os.unlink(entry, dir_fd=place)
    for name in reversed(names):
        above = os.open("..", os.O_RDONLY, dir_fd=place)
        os.rmdir(name, dir_fd=above)
        os.close(place)
        place = above
    os.close(place)
    os.close(held.pop())


def test_a_folder_that_cannot_be_opened_is_left_aside(tmp_path, nested):
    """Folders nested beyond what the system can name do not end the batch."""
    (tmp_path / "ada.ipynb").write_text("{}")
    nested("d" * 200, 25)
    listing = find_submissions([tmp_path])
    assert [found.name for found in listing.files] == ["ada"]
    ((reason, names),) = listing.ignored.items()
    assert reason == "the folder cannot be opened (File name too long)" and len(names) == 1


def test_a_thousand_nested_folders_are_searched(tmp_path, nested):
    """No stack overflows on the way down."""
    file = os.open("ada.ipynb", os.O_WRONLY | os.O_CREAT, dir_fd=nested("d", 1100))
    os.write(file, b"{}")
    os.close(file)
    assert len(find_submissions([tmp_path]).files) == 1
