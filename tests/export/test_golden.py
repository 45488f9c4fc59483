"""The files of one class, byte for byte, and what the readers of each system take them to mean.

`python -m tests.export.test_golden` writes them again; look at the difference before you commit it.
"""

import dataclasses
import sys
import tempfile
from pathlib import Path

import pytest

from autograder.export import export
from autograder.grading.delivery import Delivery
from tests.export.conftest import stored
from tests.export.readers import read_canvas, read_gradescope, read_moodle, read_nbgrader, read_plain
from tests.grading.grades import grade, partly, unreadable

GOLDEN = Path(__file__).parent / "golden"
FILES = {
    "csv": "a1_csv.csv",
    "canvas": "a1_canvas.csv",
    "moodle": "a1_moodle.csv",
    "nbgrader": "a1_nbgrader.csv",
    "unmatched": "a1_unmatched.csv",
    "gradescope": "blaise.json",
}
# Names as strangers choose them: formulas, an id that looks like a number, a comma and quotes, letters of other scripts.
ROSTER = """name,id,email,username,section,canvas id
"Lovelace, Ada",100,ada@example.org,alovelace,A,9001
"Pascal, Blaise",200,blaise@example.org,bpascal,B,9002
"=HYPERLINK(""http://example.org"")",300,@emmy,enoether,+A,9003
王 小明,400,xm@example.org,xwang,B,9004
"-3",500,"O'Neil ""Nell"", Zoë;=1+1",-3,A,9005
"""
RULES = """[assignments.a1]
title = "Layers are motions (4711)"
due = 2026-10-01T10:00:00Z
[late]
per_day = 0.1
[attempts]
keep = "best"
"""
CLASS = [{"id": f"900{i}", "sis": f"{i}00", "login": "", "name": ""} for i in range(1, 6)]


def class_of_five(folder):
    """Ada in time; Blaise half, and whole a day late; Emmy a day and a second late; Zoë a file that cannot be read; a stranger."""
    times = ("2026-10-01T10:00:00+00:00", "2026-10-01T09:00:00+00:00", "2026-10-02T10:00:00+00:00", "2026-10-02T10:00:01+00:00", "", "")
    grades = (grade("ada"), partly("blaise"), grade("blaise-2"), grade("emmy"), unreadable("zoe"), partly("stranger"))
    ids = ("100", "200", "200", "300", "500", "")
    made = [
        dataclasses.replace(one, delivery=Delivery("made up", when, people=({"name": one.submission, **({"id": number} if number else {})},)))
        for one, when, number in zip(grades, times, ids, strict=True)
    ]
    (folder / "roster.csv").write_text(ROSTER, encoding="utf-8")
    (folder / "course.toml").write_text(RULES, encoding="utf-8")
    return stored(folder / "graded", made)


def written(folder, to):
    """The bytes of one export of that class."""
    results = class_of_five(folder)
    made = export(results, "csv" if to == "unmatched" else to, roster=folder / "roster.csv", rules=folder / "course.toml")
    file = made.unmatched_file if to == "unmatched" else made.file / FILES[to] if to == "gradescope" else made.file
    return file.read_bytes()


@pytest.mark.parametrize("to", FILES)
def test_an_export_is_its_golden_file(tmp_path, to):
    """A change to a file that other systems read is seen here first."""
    assert written(tmp_path, to).decode() == (GOLDEN / FILES[to]).read_bytes().decode()


def test_canvas_reads_the_golden_file():
    """The assignment by its number; every student by theirs; two decimals; late days taken off."""
    assert read_canvas(GOLDEN / "a1_canvas.csv", CLASS) == ("4711", 12.0, {"9001": 12.0, "9002": 10.8, "9003": 9.6, "9005": 0.0})


def test_moodle_reads_the_golden_file():
    """Nobody it does not know, a number for each, and the reason where there is no grade."""
    users = {f"{i}00": f"user{i}" for i in range(1, 6)}
    grades, feedback = read_moodle(GOLDEN / "a1_moodle.csv", users, "Layers are motions (4711)")
    assert grades == {"user1": 12.0, "user2": 10.8, "user3": 9.6, "user5": 0.0}
    assert feedback["user5"] == "zoe.ipynb cannot be graded: it is empty." and feedback["user1"] == ""


def test_nbgrader_reads_the_golden_file():
    """Score is raw score less penalty; times in UTC."""
    rows = {row["student_id"]: row for row in read_nbgrader(GOLDEN / "a1_nbgrader.csv")}
    assert (rows["200"]["raw_score"], rows["200"]["late_submission_penalty"], rows["200"]["score"]) == ("12", "1.2", "10.8")
    assert rows["300"]["timestamp"] == "2026-10-02 10:00:01" and rows["500"]["timestamp"] == ""


def test_gradescope_reads_the_golden_file():
    """Its specification is kept, and the scores add up."""
    assert read_gradescope(GOLDEN / "blaise.json") == (6.0, {"q1": 2.0, "q2": 4.0})


def test_scripts_read_the_golden_file():
    """Questions add up to the whole before the penalty; numbers stay numbers, also beside a name such as -3."""
    rows = read_plain(GOLDEN / "a1_csv.csv")
    assert [rows["300", question]["score"] for question in ("q1", "q2", "total")] == ["2", "10", "9.6"]
    assert rows["500", "total"]["name"] == "'-3" and float(rows["500", "total"]["score"]) == 0.0
    assert rows["500", "total"]["email"].endswith(";'=1+1")


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for to, name in FILES.items():
        with tempfile.TemporaryDirectory() as folder:
            (GOLDEN / name).write_bytes(written(Path(folder), to))
        sys.stdout.write(f"{name}\n")
