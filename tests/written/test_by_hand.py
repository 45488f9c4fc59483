"""Written points reach results.csv, the pages, Gradescope and every gradebook; what is missing is told before."""

import csv
import json
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from autograder.export import FORMATS, export
from autograder.grade_class import write_outputs
from autograder.grading.marks import Mark, Marks, answer_digest
from autograder.grading.store import Store
from autograder.grading.verdicts import WrittenAnswer
from autograder.report.student import student_page
from tests.grading.grades import grade, partly, submission, unreadable
from tests.grading.test_marks import WRITTEN as BASIS
from tests.report.made_up import class_page, summarise

ANSWERS = {"ada": "Because <b>so</b>.", "blaise": "No idea."}


@pytest.fixture
def folder(tmp_path):
    """Ada and Blaise have answered q12, Dora's file cannot be read."""
    with Store(tmp_path / "results.sqlite", BASIS) as store:
        for one in (grade("ada"), partly("blaise"), unreadable("dora")):
            answers = (WrittenAnswer("q12", ANSWERS[one.submission]),) if one.submission in ANSWERS else ()
            store.put(BASIS.key(submission(one.submission)), replace(one, answers=answers))
    return tmp_path


def give(folder, name, points, text=None, comment="=1+1 <i>well</i>"):
    answer = answer_digest(WrittenAnswer("q12", ANSWERS[name] if text is None else text))
    with Marks(folder / "results.sqlite") as marks:
        marks.save(Mark(name, "q12", answer, "r", (points,), 6.0, comment, True, "Grace", action="done"), 0)


def outputs(folder):
    """Everything that is written again from the results."""
    with Store(folder / "results.sqlite") as store:
        write_outputs(store, folder)
    rows = list(csv.DictReader((folder / "results.csv").open(newline="", encoding="utf-8")))
    pages = {path.stem: BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser") for path in folder.glob("report/**/*.html")}
    return [row for row in rows if row["question"] == "q12"], pages


def totals(folder):
    rows = csv.DictReader(export(folder, "csv").file.open(newline="", encoding="utf-8"))
    return {row["name"]: (row["score"], row["max_score"]) for row in rows if row["question"] == "total"}


@pytest.mark.parametrize("to", FORMATS)
def test_before_anybody_has_read_the_export_says_what_is_missing(to, folder, tmp_path):
    """Scores are those of the code, and one sentence says whose points are in none."""
    (tmp_path / "roster.csv").write_text("name,id\nada,1\nblaise,2\ndora,3\n", encoding="utf-8")
    (told,) = export(folder, to, roster=tmp_path / "roster.csv").notices
    assert told.startswith("2 written answers have no points yet, so that their 6 points are in no score: autograder written ")


def test_scores_without_marks_are_those_of_the_code(folder):
    """Possible points too."""
    assert totals(folder) == {"ada": ("12", "12"), "blaise": ("6", "12"), "dora": ("0", "12")}


def test_a_mark_counts_in_the_gradebook(folder):
    """From the first mark on, scores are out of all points; who is not read yet is told."""
    give(folder, "ada", 4.5)
    assert totals(folder) == {"ada": ("16.5", "18"), "blaise": ("6", "18"), "dora": ("0", "18")}
    (told,) = export(folder, "csv").notices
    assert told.startswith("1 written answer has no points yet, and counts as 0 so far")
    give(folder, "blaise", 0.0)
    assert export(folder, "csv").notices == ()


def test_a_changed_answer_waits_and_is_told(folder):
    """Points for an earlier text count for nothing."""
    give(folder, "ada", 6.0, text="An earlier text.")
    assert totals(folder)["ada"] == ("12", "18")
    (told,) = export(folder, "csv").notices
    assert told.startswith("2 written answers have no points yet (1 changed since graded)")


def test_results_csv_has_a_row_for_each_mark(folder):
    """With the comment as its hint, unable to act as a formula; answers nobody has read have none."""
    assert outputs(folder)[0] == []
    give(folder, "ada", 4.5)
    (row,) = outputs(folder)[0]
    assert (row["submission"], row["score"], row["possible"], row["status"]) == ("ada", "4.5", "6", "graded by hand")
    assert row["hint"] == "'=1+1 <i>well</i>"


def test_the_students_page_shows_points_comment_and_answer(folder):
    """As text, whatever is in it; the page of somebody nobody has read says so."""
    give(folder, "ada", 4.5)
    _, pages = outputs(folder)
    ada, blaise = pages["ada"].find(id="q12"), pages["blaise"].find(id="q12")
    assert "4.5 of 6" in ada.get_text(" ").replace("  ", " ") and "=1+1 <i>well</i>" in ada.get_text()
    assert ada.pre.string == "Because <b>so</b>." and not ada.find(["b", "i"], string="so")
    assert "not graded yet" in blaise.get_text() and "6 points" in blaise.get_text()
    assert "4.5 of 6 for written answers" in " ".join(pages["ada"].find(class_="lead").get_text().split())
    assert "6 more are given by hand" not in pages["ada"].get_text()


def test_the_class_page_says_how_many_are_left(folder):
    """Graded, mean, left, changed."""
    give(folder, "ada", 4.5)
    _, pages = outputs(folder)
    cells = [cell.get_text() for cell in pages["index"].find(id="written").find_next("tbody").find_all("td")]
    assert cells == ["6", "1", "4.5", "1", "0"]


def test_gradescope_gets_the_mark_as_a_test(folder):
    """With the comment; without a mark there is none."""
    give(folder, "ada", 4.5)
    outputs(folder)
    tests = {name: json.loads((folder / "gradescope" / f"{name}.json").read_text())["tests"] for name in ("ada", "blaise")}
    (one,) = [test for test in tests["ada"] if test["name"] == "q12"]
    assert (one["score"], one["max_score"], one["output"]) == (4.5, 6.0, "=1+1 <i>well</i>")
    assert not [test for test in tests["blaise"] if test["name"] == "q12"]


def test_pages_without_written_questions_say_nothing_of_them(folder):
    """A course may have none."""
    plain = replace(BASIS, written=(), by_hand=0.0)
    assert "ritten" not in class_page(summarise(plain, [grade("ada")]))
    assert "ritten answers" not in student_page(plain, grade("ada"))
