"""Pictures drawn by learners' own code: found, cleaned, bounded, told apart by question, kept beside the results."""

from __future__ import annotations

import base64
import dataclasses

import pytest

from autograder.course import load
from autograder.draw_pictures import draw_pictures
from autograder.grading.basis import basis_of
from autograder.grading.pictures import Picture, draw, questions_of_cells, read_pictures
from autograder.grading.png import clean_png
from autograder.grading.replay import grading_zygote
from autograder.grading.store import Store
from autograder.grading.verdicts import CellReport, Grade
from autograder.report.pages import write_report
from autograder.sandbox import Limits
from tests.tiny_course import write_course

DRAWS = "import matplotlib.pyplot as plt\nplt.figure(figsize=(4, 4)); plt.plot(double(np.ones(3)))\nplt.show()"
SHOWS = "from IPython.display import display\ndisplay({'image/png': %s}, raw=True)"


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """The tiny course."""
    return load(write_course(tmp_path_factory.mktemp("course")), "a9")


@pytest.fixture(scope="module")
def zygote(course):
    with grading_zygote((course.private_dir.parent,)) as started:
        yield started


def grade_of(*sources, name="ada"):
    """A graded submission with these code cells."""
    return Grade(name, name, f"digest of {sources}", "graded", cells=tuple(CellReport(i, source, "ok") for i, source in enumerate(sources)))


DEFINES = ("import numpy as np", "def double(A):\n    return 2 * A")


def test_a_learner_s_picture_is_drawn_with_their_own_function(zygote, course):
    """One PNG, of the cell that drew it and the question whose function stands before it."""
    (picture,) = draw(zygote, course, grade_of(*DEFINES, DRAWS), Limits())
    assert (picture.cell, picture.question) == (2, "q1")
    assert clean_png(base64.b64decode(picture.png), 1 << 20, 1 << 20)[1:] == (picture.width, picture.height)


@pytest.mark.parametrize("shown", ["b'<script>'", "'<script>'", "b'\\x89PNG\\r\\n\\x1a\\n' + bytes(100)", "'AAAA' * 100_000", "b'x' * 3_000_000"])
def test_what_is_no_picture_is_left_out(zygote, course, shown):
    """Whatever a cell calls a PNG; the pictures after it are there."""
    found = draw(zygote, course, grade_of(*DEFINES, SHOWS % shown, DRAWS), Limits())
    assert [picture.cell for picture in found] == [3]


def test_as_many_pictures_are_kept_as_somebody_looks_at(zygote, course):
    """200 of one cell."""
    many = "from IPython.display import display\nimport base64\nfor _ in range(200): display({'image/png': base64.b64decode(%r)}, raw=True)"
    from tests.grading.drawings import png

    found = draw(zygote, course, grade_of(many % base64.b64encode(png(2, 2)), DEFINES[0]), Limits())
    assert 0 < len(found) <= 60


def test_a_cell_that_ends_the_session_costs_its_own_pictures_only(zygote, course):
    """The others are run again without it, and no picture is there twice."""
    found = draw(zygote, course, grade_of(*DEFINES, DRAWS, "import os; os._exit(1)", DRAWS), Limits())
    assert [picture.cell for picture in found] == [2, 4]


def test_cells_belong_to_the_question_of_what_they_define_or_follow(course):
    """Released cells by their source, others by the functions in them."""
    assert questions_of_cells(course, ["import numpy as np", "x = 1", "def double(A):\n    return A", "print(1)", 'grader.check("q1")']) == ["", "", "q1", "q1", "q1"]


def test_the_report_shows_them_and_they_are_drawn_once(tmp_path, course):
    """Each with a text in its place; a submission handed in again is drawn again."""
    ada, blaise = grade_of(*DEFINES, DRAWS), grade_of(*DEFINES, name="blaise")
    told = []
    with Store(tmp_path / "results.sqlite", basis_of(course, {})) as store:
        for one in (ada, blaise):
            store.put(one.submission, one)
        assert draw_pictures(course, store, on_done=told.append) == 2 and draw_pictures(course, store) == 0
        assert sorted(line.split("] ")[1] for line in told) == ["ada  1 pictures", "blaise  0 pictures"]
        write_report(tmp_path / "report", store)
    page = (tmp_path / "report" / "students" / "ada.html").read_text(encoding="utf-8")
    assert 'alt="Picture 1 of 1' in page and "drawn by cell 3" in page
    assert f'src="data:image/png;base64,{read_pictures(tmp_path, ada)[0].png}"' in page
    assert read_pictures(tmp_path, dataclasses.replace(ada, digest="another")) is None
    assert all(isinstance(picture, Picture) for picture in read_pictures(tmp_path, ada))


def test_pictures_that_were_damaged_on_disk_are_as_if_never_drawn(tmp_path):
    """Not a broken report."""
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "ada.json").write_text('{"submission": 1}', encoding="utf-8")
    assert read_pictures(tmp_path, grade_of("x")) is None
