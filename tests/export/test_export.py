"""Exports: every system's own reader takes the file, everybody gets their score, nobody gets somebody else's."""

import csv
import dataclasses
import json

import pytest
from click.testing import CliRunner

from autograder.cli import main
from autograder.export import FORMATS, ExportError, export
from autograder.grading.delivery import Delivery
from tests.export.conftest import failed, stored
from tests.export.readers import read_canvas, read_moodle, read_nbgrader
from tests.grading.grades import SECRET, grade, partly

CLASS = [
    {"id": "9001", "sis": "100", "login": "alovelace", "name": "Lovelace, Ada"},
    {"id": "9002", "sis": "200", "login": "bpascal", "name": "Pascal, Blaise"},
    {"id": "9003", "sis": "300", "login": "enoether", "name": "Noether, Emmy"},
]


def test_canvas_takes_its_file(results, roster, tmp_path):
    """It finds the assignment by its number, the points, and each student by their SIS id."""
    (tmp_path / "course.toml").write_text('[assignments.a1]\ntitle = "Layers (4711)"\n', encoding="utf-8")
    made = export(results, "canvas", roster=roster, rules=tmp_path / "course.toml")
    assert read_canvas(made.file, CLASS) == ("4711", 12.0, {"9001": 12.0, "9002": 12.0, "9003": 6.0})


def test_moodle_takes_its_file(results, roster):
    """Nobody unknown is in it; the feedback is the first hint of each question that is not right."""
    made = export(results, "moodle", roster=roster)
    grades, feedback = read_moodle(made.file, {"100": "ada", "200": "blaise", "300": "emmy", "400": "wang"}, "a1 Layers are motions")
    assert grades == {"ada": 12.0, "blaise": 12.0, "emmy": 6.0}
    assert feedback["emmy"] == "q2: What is the image of the zero row?" and feedback["ada"] == ""


def test_nbgrader_rows_are_its_own(results, roster):
    """Score is raw score less the late penalty, in every row."""
    rows = read_nbgrader(export(results, "nbgrader", roster=roster).file)
    assert [(row["student_id"], row["last_name"], row["score"], row["max_score"]) for row in rows] == [
        ("100", "Lovelace", "12", "12"), ("200", "Pascal", "12", "12"), ("300", "Noether", "6", "12"),
    ]  # fmt: skip
    assert all(float(row["score"]) == float(row["raw_score"]) - float(row["late_submission_penalty"]) for row in rows)


def test_gradescope_files_are_results(results):
    """One results.json per submission, with a score for each question."""
    made = export(results, "gradescope")
    one = json.loads((made.file / "alovelace.json").read_text(encoding="utf-8"))
    assert sum(test.get("score", 0) for test in one["tests"]) == 12


def test_plain_csv_adds_up_and_needs_no_roster(results):
    """Per person, the questions add up to the total."""
    with open(export(results, "csv").file, newline="", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    people = {row["name"] for row in rows}
    assert people == {"alovelace", "200", "Blaise_Pascal", "notebook-17", "stranger"}
    for person in people:
        mine = [row for row in rows if row["name"] == person]
        assert sum(float(row["score"]) for row in mine if row["question"] != "total") == float(mine[-1]["score"])


def test_who_belongs_to_nobody_is_in_a_second_file(results, roster):
    """With a sentence; and the file goes when the roster is mended."""
    made = export(results, "canvas", roster=roster)
    (row,) = csv.DictReader(open(made.unmatched_file, newline="", encoding="utf-8"))
    assert row["submission"] == "stranger" and "nobody in the roster" in row["reason"]
    assert [person.id for person in made.scores.absent] == ["400"]
    roster.write_text(roster.read_text(encoding="utf-8") + "Zoe,500,z@example.org,zoe,A,stranger\n", encoding="utf-8")
    assert export(results, "canvas", roster=roster).unmatched_file is None and not made.unmatched_file.exists()


def test_a_failure_of_the_grader_is_nobodys_zero(tmp_path, roster):
    """It goes to the second file, to be graded again."""
    made = export(stored(tmp_path / "graded", [failed("alovelace")]), "canvas", roster=roster)
    assert not list(made.scores.scores) and "grade it again" in next(iter(made.scores.unmatched)).reason


@pytest.mark.parametrize("keep, submission", [("best", "200"), ("last", "Blaise_Pascal")])
def test_of_two_attempts_the_rule_chooses(tmp_path, roster, keep, submission):
    """Best: the one with more points after the penalty. Last: the later one, though it is worse."""
    folder = stored(tmp_path / "graded", [grade("200"), partly("Blaise_Pascal")])
    (tmp_path / "course.toml").write_text(f'[attempts]\nkeep = "{keep}"\n', encoding="utf-8")
    (tmp_path / "times.csv").write_text("submission,submitted_at\n200,2026-10-01T10:00:00+00:00\nBlaise_Pascal,2026-10-02T10:00:00+00:00\n", encoding="utf-8")
    made = export(folder, "csv", roster=roster, rules=tmp_path / "course.toml", times=tmp_path / "times.csv")
    assert [score.submission for score in made.scores.scores] == [submission]


def test_lateness_is_taken_off_the_total_only(tmp_path, roster):
    """A day and a bit at 10 % a started day costs 20 %."""
    folder = stored(tmp_path / "graded", [grade("100")])
    (tmp_path / "course.toml").write_text("[assignments.a1]\ndue = 2026-10-01T10:00:00Z\n[late]\nper_day = 0.1\n", encoding="utf-8")
    (tmp_path / "times.csv").write_text("submission,submitted_at\n100,2026-10-02T10:00:01Z\n", encoding="utf-8")
    (score,) = export(folder, "csv", roster=roster, rules=tmp_path / "course.toml", times=tmp_path / "times.csv").scores.scores
    assert (score.raw, score.score, score.days_late) == (12.0, pytest.approx(9.6), 2)
    assert sum(question.earned for question in score.questions) == 12.0


RULES = '[assignments.a1]\ndue = 2026-10-01T10:00:00Z\n[late]\nper_day = 0.1\n'


def exported(tmp_path, rules, *deliveries, to="csv", roster=None):
    """What an export makes of full grades that came in as told."""
    grades = [dataclasses.replace(grade(f"s{i}"), delivery=delivery) for i, delivery in enumerate(deliveries)]
    (tmp_path / "course.toml").write_text(rules, encoding="utf-8")
    return export(stored(tmp_path / "graded", grades), to, rules=tmp_path / "course.toml", roster=roster)


def test_the_times_of_a_download_make_late(tmp_path):
    """No file of times is needed where the platform tells them."""
    made = exported(tmp_path, RULES, Delivery("nbgrader", "2026-10-01T10:00:00+00:00"), Delivery("nbgrader", "2026-10-02T10:00:01+00:00"))
    assert [score.days_late for score in made.scores.scores] == [0, 2] and not made.notices


@pytest.mark.parametrize("zone, days", [("", 0), ('[times]\nzone = "America/Los_Angeles"\n', 1), ('[times]\nzone = "UTC"\n', 0)])
def test_a_time_without_a_zone_counts_when_the_rules_name_one(tmp_path, zone, days):
    """08:00 by a clock in Los Angeles is after 10:00 in UTC; without a zone nobody is late, and it is said."""
    made = exported(tmp_path, RULES + zone, Delivery("grader.export()", "2026-10-01T08:00:00"))
    assert [score.days_late for score in made.scores.scores] == [days]
    assert bool(made.notices) == (not zone) and all("[times] zone" in notice for notice in made.notices)


def test_marked_late_without_a_time_is_told_and_costs_nothing(tmp_path):
    """How late it was, nobody knows."""
    made = exported(tmp_path, RULES, Delivery("Canvas", late=True))
    assert next(iter(made.scores.scores)).penalty == 0 and "1 submissions are marked late" in made.notices[0]


def test_every_member_of_a_group_gets_the_score(tmp_path, roster):
    """One submission, two people; the one who is in no roster is told."""
    group = Delivery("Gradescope", people=({"name": "Ada Lovelace", "id": "100"}, {"name": "Emmy Noether", "email": "emmy@example.org"}, {"name": "Zoe"}))
    made = exported(tmp_path, "", group, to="canvas", roster=roster)
    assert [(score.person.id, score.score) for score in made.scores.scores] == [("100", 12.0), ("300", 12.0)]
    assert [one.reason[:24] for one in made.scores.unmatched] == ["Zoe: nobody in the roste"]


def test_what_came_from_canvas_goes_back_without_a_roster(tmp_path):
    """The download has Canvas's own numbers."""
    made = exported(tmp_path, "", Delivery("Canvas", people=({"canvas_id": "9001", "name": "lovelaceada"},)), to="canvas")
    assert read_canvas(made.file, CLASS)[2] == {"9001": 12.0}


def test_a_time_without_a_zone_is_refused(tmp_path, results):
    """Which line, and how to write it."""
    (tmp_path / "times.csv").write_text("submission,submitted_at\n200,2026-10-01 10:00\n", encoding="utf-8")
    with pytest.raises(ExportError, match="line 2.*time zone"):
        export(results, "csv", times=tmp_path / "times.csv")


@pytest.mark.parametrize("to", ["canvas", "moodle"])
def test_systems_that_need_people_say_so(results, to):
    """Instead of a file that they refuse."""
    with pytest.raises(ExportError, match="--roster"):
        export(results, to)


@pytest.mark.parametrize("to", ["csv", "canvas", "moodle", "nbgrader"])
def test_no_cell_is_a_formula_and_nothing_hidden_is_told(tmp_path, to):
    """A student's name is a cell of the roster, and of every export."""
    (tmp_path / "roster.csv").write_text('name,id,email,submission\n"=HYPERLINK(""x"")",1,@x,200\n', encoding="utf-8")
    text = export(stored(tmp_path / "graded", [partly("200")]), to, roster=tmp_path / "roster.csv").file.read_text(encoding="utf-8")
    cells = [cell for row in csv.reader(text.splitlines()) for cell in row]
    assert not [cell for cell in cells if cell[:1] in tuple("=+-@|%")] and SECRET not in text


def test_the_command_says_what_it_wrote(results, roster):
    """Where the file is, how many have a score, how many belong to nobody."""
    ran = CliRunner().invoke(main, ["export", str(results), "--to", "moodle", "--roster", str(roster)])
    assert ran.exit_code == 0, ran.output
    assert "3 people with a score, 1 who handed in nothing" in ran.output and "1 could not be placed" in ran.output


def test_the_command_tells_a_fault_in_one_sentence(results):
    """Exit code 2, no traceback."""
    ran = CliRunner().invoke(main, ["export", str(results), "--to", "canvas"])
    assert ran.exit_code == 2 and "--roster" in ran.output and "Traceback" not in ran.output


def test_the_command_offers_every_format():
    """The command names them itself, so that `--help` imports nothing: here both lists are compared."""
    (to,) = (option for option in main.commands["export"].params if option.name == "to")
    assert set(to.type.choices) == set(FORMATS)
