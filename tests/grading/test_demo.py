"""The demo, once, from start to end: what every made-up submission is, is what comes out."""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict

import pytest
from bs4 import BeautifulSoup

from autograder.course import find_root, load
from autograder.demo import run_demo
from autograder.grading.store import Store
from autograder.sample_class import LABEL, NOTE, sample_class

pytestmark = pytest.mark.longest

EVERYTHING_RIGHT = ("ada", "blaise", "katherine", "niels", "sofia", "zeno")
# Who spoils one function, and the status that has to come of it.
SPOILED = {"isaac": "timeout", "joan": "raised", "leonhard": "wrong", "maryam": "raised", "olga": "crashed", "paul": "wrong", "qin": "memory", "vera": "missing"}


@pytest.fixture(scope="module")
def assignment():
    return load(find_root(), "a1")


@pytest.fixture(scope="module")
def told():
    return []


@pytest.fixture(scope="module")
def out(tmp_path_factory, told):
    """Where the demo wrote; it is run once for all tests here."""
    folder = tmp_path_factory.mktemp("demo")
    assert run_demo(folder, told.append) == folder / "graded" / "report" / "index.html"
    return folder


@pytest.fixture(scope="module")
def rows(out):
    """Per submission, (score, possible, status, hint) by question, read from results.csv."""
    made = defaultdict(dict)
    with open(out / "graded" / "results.csv", newline="", encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            made[row["submission"]][row["question"]] = (float(row["score"]), float(row["possible"]), row["status"], row["hint"])
    return made


def story(assignment, name):
    return next(member.story for member in sample_class(assignment) if member.file.startswith(name))


def test_the_class_is_large_and_says_that_it_is_made_up(assignment, out):
    """20 or more files; the label is in each of them, in the list and on every page."""
    members = sample_class(assignment)
    assert len(members) >= 20
    label = LABEL.encode()
    assert all(label in m.data or label.decode().encode("utf-16-le") in m.data for m in members)
    assert NOTE in (out / "submissions" / "README.txt").read_text(encoding="utf-8")
    report = out / "graded" / "report"
    for page in (report / "index.html", *(report / "students").iterdir()):
        assert NOTE in page.read_text(encoding="utf-8"), page.name


def test_the_class_is_the_same_every_time(assignment):
    """Byte for byte."""
    assert sample_class(assignment) == sample_class(load(find_root(), "a1"))


@pytest.mark.parametrize("name", EVERYTHING_RIGHT)
def test_everything_right_earns_everything(rows, name):
    """Also in other words, with a failing cell at the end, as an Otter export and in UTF-16."""
    assert all((score, status) == (possible, "passed") for score, possible, status, _ in rows[name].values())


def test_the_notebook_as_released_earns_nothing(rows):
    """And is not called wrong where there are points."""
    assert sum(score for score, *_ in rows["carl"].values()) == 0
    assert {status for _, possible, status, _ in rows["carl"].values() if possible} == {"not attempted"}


def test_who_stopped_half_way_keeps_what_was_done(rows, assignment):
    """The first half in full, the rest not attempted."""
    ids = [question.id for question in assignment.graded]
    half = len(ids) // 2
    statuses = [rows["daphne"][question][2] for question in ids]
    assert statuses == ["passed"] * half + ["not attempted"] * (len(ids) - half)


@pytest.mark.parametrize("name", SPOILED)
def test_a_spoiled_function_costs_its_own_question_only(rows, assignment, name):
    """Whatever it does to its process; the status says what it did."""
    missed = {question: status for question, (_, _, status, _) in rows[name].items() if status != "passed"}
    assert len(missed) == 1
    ((question, status),) = missed.items()
    assert status == SPOILED[name]
    assert question in story(assignment, name)


@pytest.mark.parametrize("name", ["emmy", "fermat", "grace", "rosalind"])
def test_known_mistakes_lose_their_own_questions(rows, assignment, name):
    """Exactly the questions in the story are not passed."""
    missed = {question for question, (_, _, status, _) in rows[name].items() if status != "passed"}
    assert missed == set(re.findall(r"\b(q\d+):", story(assignment, name)))


def test_the_mistake_of_emmy_and_fermat_is_named_on_the_class_page(assignment, out):
    """With both names beside it, and its first hint is what they are told."""
    question, description = re.search(r"(q\d+): (.*)", story(assignment, "emmy")).groups()
    mistake = next(m for m in assignment.mistakes if m.description == description)
    tree = BeautifulSoup((out / "graded" / "report" / "index.html").read_text(encoding="utf-8"), "html.parser")
    row = next(row for row in tree.find(attrs={"aria-labelledby": "mistakes"}).find_all("tr") if description in row.get_text())
    assert {"emmy", "fermat"} <= {link.get_text() for link in row.find_all("a")}
    with Store(out / "graded" / "results.sqlite") as store:
        emmy = next(grade for grade in store.grades() if grade.submission == "emmy")
    assert {verdict.record.hints for q in emmy.questions for verdict in q.failed} == {mistake.hints}


@pytest.mark.parametrize(("name", "reason"), [("thales", "it is not complete"), ("ursula", "it is a PDF")])
def test_a_broken_file_has_its_record_everywhere(rows, out, name, reason):
    """CSV, Gradescope file and pages tell why it was not graded."""
    assert all((score, status) == (0.0, "unreadable") and reason in hint for score, _, status, hint in rows[name].values())
    graded = out / "graded"
    assert reason in json.loads((graded / "gradescope" / f"{name}.json").read_text(encoding="utf-8"))["output"]
    assert reason in (graded / "report" / "index.html").read_text(encoding="utf-8")
    assert reason in (graded / "report" / "students" / f"{name}.html").read_text(encoding="utf-8")


def test_gradescope_files_and_csv_agree(rows, out):
    """The same scores in both, for every submission."""
    for name, questions in rows.items():
        made = json.loads((out / "graded" / "gradescope" / f"{name}.json").read_text(encoding="utf-8"))
        assert {t["name"]: t["score"] for t in made["tests"] if t["name"] in questions} == pytest.approx({q: score for q, (score, *_) in questions.items()})


def test_nothing_private_is_on_a_page_or_in_a_file(assignment, out):
    """No source line of the hidden checks, and no path of this machine, in what is written about hidden checks."""
    lines = {line.strip() for line in (assignment.private_dir / "checks.py").read_text(encoding="utf-8").splitlines()}
    telling = {line for line in lines if "expect(" in line or "reference." in line}
    assert telling
    for path in [*(out / "graded").rglob("*.html"), *(out / "graded").rglob("*.json"), out / "graded" / "results.csv"]:
        text = path.read_text(encoding="utf-8")
        assert not [line for line in telling if line in text], path.name
        assert str(assignment.private_dir) not in text, path.name


def test_the_demo_says_what_it_does(out, told):
    """Three steps, and where the things are."""
    assert [line[0] for line in told if line[1:2] == "."] == ["1", "2", "3"]
    assert any(str(out / "submissions" / "README.txt") in line for line in told)
