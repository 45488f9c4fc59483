"""results.csv has one row per submission and question, and no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import dataclasses
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.grading.plain import one_line
from autograder.grading.verdicts import QuestionResult
from autograder.report.csv_file import COLUMNS, csv_text, neutral, rows
from tests.grading.grades import BASIS, SECRET, grade, partly, unreadable, wrong


def write_csv(path, basis, grades):
    """The file of a class."""
    path.write_text(csv_text([COLUMNS, *rows(basis, grades)]), encoding="utf-8", newline="")


def read(path):
    with open(path, newline="", encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def test_the_columns_are_those_that_scripts_rely_on(tmp_path):
    """The header, in this order."""
    write_csv(tmp_path / "results.csv", BASIS, [])
    assert (tmp_path / "results.csv").read_text().strip() == "submission,student,question,score,possible,status,hint"


def test_one_row_per_submission_and_question(tmp_path):
    """Scores add up to the grade; the hint is there where points are missing."""
    write_csv(tmp_path / "results.csv", BASIS, [partly("ada"), grade("blaise")])
    rows = read(tmp_path / "results.csv")
    assert [(row["submission"], row["question"], row["score"], row["possible"], row["status"]) for row in rows] == [
        ("ada", "q1", "2", "2", "passed"),
        ("ada", "q2", "4", "10", "wrong"),
        ("blaise", "q1", "2", "2", "passed"),
        ("blaise", "q2", "10", "10", "passed"),
    ]
    assert [row["hint"] for row in rows] == ["", "What is the image of the zero row?", "", ""]


def test_a_submission_without_a_grade_has_its_rows_too(tmp_path):
    """0 points, its status, and the reason where the hint would be."""
    write_csv(tmp_path / "results.csv", BASIS, [unreadable("ada")])
    rows = read(tmp_path / "results.csv")
    assert [(row["question"], row["score"], row["possible"], row["status"]) for row in rows] == [("q1", "0", "2", "unreadable"), ("q2", "0", "10", "unreadable")]
    assert {row["hint"] for row in rows} == {"ada.ipynb cannot be graded: it is empty."}


def test_hidden_inputs_are_not_in_the_file(tmp_path):
    """Also where there is no hint and the message has to do."""
    verdict = wrong("q2", 10.0)
    bare = dataclasses.replace(verdict, record=dataclasses.replace(verdict.record, hints=()))
    write_csv(tmp_path / "results.csv", BASIS, [grade("ada", QuestionResult("q2", 10.0, 0.0, "wrong", (bare,)))])
    assert SECRET not in (tmp_path / "results.csv").read_text()


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "'=1", '"=1', "\uff1d1", "\uff0b1", "\uff0d1", "\uff20x", "\u22121", "\ufe631", "\u3000=1", "Ada;=1", "Ada; \"=1", "|calc", "%0A=1", "\x00=1", "\u200b=1", "=cmd|' /C calc'!A0"])
def test_no_cell_begins_like_a_formula(text):
    """Not even after the white space that spreadsheets skip."""
    first, *others = neutral(text).split(";")  # where the decimal comma is usual, a semicolon ends a cell
    for cell in (first, *(other.lstrip(' "') for other in others)):
        assert unicodedata.normalize("NFKC", cell[:1]) not in set("=+-@|%\t\r\n\u2212")
    assert not neutral(text).startswith(" ") and "\n" not in neutral(text)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(text=st.text(max_size=50))
def test_a_harmless_cell_is_left_alone_and_every_cell_is_printable(text):
    """An apostrophe is put in front only where it is needed."""
    cell = neutral(text)
    assert cell.isprintable()
    assert cell[:1] not in set("=+-@|%")
    bare, told = cell.replace(";'", ";"), one_line(text).replace(";'", ";")
    assert bare in (told, "'" + told)
    assert bare == told or unicodedata.normalize("NFKC", told[0]) in "=+-@|%\u2212"


def test_a_hostile_student_cannot_reach_the_spreadsheet(tmp_path):
    """File name, student and hint go through the same door; commas, quotes and line ends stay inside their cells."""
    one = dataclasses.replace(partly("ada"), submission="=1+1", student='@x",\n"y')
    write_csv(tmp_path / "results.csv", BASIS, [one])
    rows = read(tmp_path / "results.csv")
    assert len(rows) == 2 and set(rows[0]) == set(COLUMNS)
    assert (rows[0]["submission"], rows[0]["student"]) == ("'=1+1", "'@x\", \"y")


def test_the_file_is_complete_or_not_there(tmp_path):
    """When reading the grades breaks half way, the older file stays as it was."""
    path = tmp_path / "results.csv"
    write_csv(path, BASIS, [partly("ada")])
    before = path.read_bytes()

    def breaking():
        yield grade("blaise")
        raise OSError("disk on fire")

    with pytest.raises(OSError, match="disk on fire"):
        write_csv(path, BASIS, breaking())
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["results.csv"]
