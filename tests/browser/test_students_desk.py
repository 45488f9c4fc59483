"""A learner's first session: unzip, open JupyterLab, fail a check, follow its hints, pass, look at a picture, hand in, get graded.

One person does all of it once (`session`); each test looks at one part of what was seen on the way.
"""

import csv
import subprocess
import sys
import time
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from autograder.course import find_root, load, reference_source, released_cells, substitute
from autograder.release import release
from tests.browser import house
from tests.browser.lab import Desk, jupyterlab

pytestmark = pytest.mark.longest

ROOT = Path(__file__).resolve().parents[2]
# q1 is repaired, as the notebook asks; q2 is first answered with a known mistake and then right; q4 is left wrong.
FIRST, SECOND, WRONG = "q1", "q2", "q4"


@pytest.fixture(scope="module")
def course():
    """The assignment that is handed out."""
    return load(find_root(ROOT), "a1")


@pytest.fixture(scope="module")
def mistake(course):
    """A known mistake in the second question: the one that its public checks name with a hint."""
    return next(mistake for mistake in course.mistakes if mistake.name == "bias_subtracted")


@pytest.fixture(scope="module")
def student_zip(course, tmp_path_factory):
    """student.zip of a release, as it is handed out; the solution beside it, which no learner sees, is proved without its pictures."""
    return release(course, tmp_path_factory.mktemp("release"), pictures=False).student_zip


@dataclass
class Session:
    """What a learner saw: text and HTML below cells by step; before and after unfolding; what was drawn, and what was handed in."""

    text: dict[str, str] = field(default_factory=dict)
    html: dict[str, str] = field(default_factory=dict)
    unfolded: str = ""
    violations: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    handed_in: Path | None = None


@pytest.fixture(scope="module")
def session(course, mistake, student_zip, chromium, tmp_path_factory):
    """Everything a learner does, from the zip that is handed out to the zip that is handed in."""
    began = time.perf_counter()
    folder = unzipped(student_zip, tmp_path_factory.mktemp("learner"))
    unzipped(next(folder.glob("*.whl")), folder.parent / "installed")  # as pip does
    seen, at = Session(), places(course)
    page, complaints = house.open_page(chromium, height=1000)
    with jupyterlab(folder, tmp_path_factory.mktemp("home"), folder.parent / "installed") as address:
        desk = Desk.opened(page, address, "a1.ipynb")

        def look(step, output):
            seen.text[step], seen.html[step] = output.inner_text(), output.inner_html()
            house.shot(page, f"desk_{len(seen.text)}_{step}", full=False)
            return output

        def check(question, source):
            desk.type(at[question, "stub"], source)
            desk.run(at[question, "stub"])
            return desk.run(at[question, "check"])

        desk.run(at[None, "init"])
        desk.run(at[None, "setup"])
        desk.run(at[FIRST, "stub"])
        look("wrong_on_purpose", desk.run(at[FIRST, "check"]))
        look("green", check(FIRST, reference_source(course, FIRST)))
        tell(f"{time.perf_counter() - began:.1f} s from unzipping to the first green check, packages installed")
        desk.run(at[SECOND, "stub"])
        look("not_attempted", desk.run(at[SECOND, "check"]))
        failing = look("mistake", check(SECOND, substitute(mistake)))
        seen.violations += house.violations(page, ".jp-RenderedHTML")
        unfold(failing)
        look("unfolded", failing)
        desk.insert_below(at[SECOND, "check"], f'grader.hint("{SECOND}")')
        look("hint", desk.run(at[SECOND, "check"] + 1))
        desk.remove(at[SECOND, "check"] + 1)
        look("earlier", check(SECOND, "def affine_forward(X, W, b)"))
        look("right", check(SECOND, reference_source(course, SECOND)))
        look("picture", desk.run(at[SECOND, "picture"]))
        check(WRONG, substitute(next(one for one in course.mistakes if one.function in course.question(WRONG).functions)))
        look("progress", desk.run(at[None, "check"]))
        exported = look("export", desk.run(at[None, "export"]))
        with page.expect_download() as download:
            exported.locator("a[download]").click()
        seen.handed_in = folder.parent / download.value.suggested_filename
        download.value.save_as(seen.handed_in)
        seen.complaints += complaints  # before the page goes, which cuts off what it is asking for
        page.context.close()  # before the server goes
    return seen


@pytest.fixture(scope="module")
def grades(session, tmp_path_factory):
    """The rows of results.csv for the zip that was handed in, by question."""
    out = tmp_path_factory.mktemp("results")
    autograder("grade", "a1", session.handed_in, "--out", out)
    with (out / "results.csv").open(newline="", encoding="utf-8") as file:
        return {row["question"]: row for row in csv.DictReader(file)}


def autograder(*arguments):
    """Run the command."""
    done = subprocess.run([sys.executable, "-m", "autograder.cli", *map(str, arguments)], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def unzipped(archive, folder):
    """Unpack a zip below a folder; the folder with the name of the assignment in it, if there is one."""
    with zipfile.ZipFile(archive) as file:
        file.extractall(folder)
    return folder / "a1"


def places(course):
    """The numbers of the released notebook's cells by question and tag, the first of each; no question after the last one's."""
    found, question = {}, None
    for number, cell in enumerate(released_cells(course)):
        question = cell.question or (None if {"init", "setup", "export"} & set(cell.tags) else question)
        for tag in cell.tags:
            asked = None if tag in ("init", "setup", "export") or cell.source == "grader.check_all()" else question
            found.setdefault((asked, tag), number)
    return found


def unfold(output):
    """Click on everything that is folded, until nothing is."""
    folded = output.locator("details:not([open]) > summary")
    while (visible := [one for one in folded.all() if one.is_visible()]):
        visible[0].click()


def tell(sentence):
    """Keep a measured number beside the screenshots."""
    house.SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    (house.SCREENSHOTS / "desk.txt").write_text(sentence + "\n", encoding="utf-8")
    print(sentence)


def test_the_first_check_fails_with_what_is_wrong_and_a_hint(session, course):
    """The function that is wrong on purpose fails, with its call, both numbers, and a question that leads on."""
    said = session.text["wrong_on_purpose"]
    assert "count_parameters(3, 2)" in said and "got 6, expected 8" in said
    assert "Which numbers of a layer are not in W?" in said


def test_the_first_green_check(session):
    """The repaired function passes, and the message promises no more than was checked."""
    assert session.text["green"].strip().endswith("q1: all checks passed")


def test_an_untouched_question_is_not_called_wrong(session):
    """A stub is "not attempted yet"."""
    assert "q2: not attempted yet" in session.text["not_attempted"]


def test_a_mistake_is_named_as_a_question(session, mistake):
    """The first level of the hint is open; the rule and the place are folded away until they are asked for."""
    question, rule, place = mistake.hints
    assert question in session.text["mistake"]
    assert rule not in session.text["mistake"] and place not in session.text["mistake"]


def test_the_hint_levels_unfold(session, mistake):
    """A click shows the other levels."""
    assert all(hint in session.text["unfolded"] for hint in mistake.hints)


def test_grader_hint_gives_the_next_level(session, mistake):
    """`grader.hint` in a cell of its own gives the second level."""
    assert mistake.hints[1] in session.text["hint"] and mistake.hints[2] not in session.text["hint"]


def test_right_code_passes_and_hidden_checks_are_announced(session):
    """Passing says that hidden checks are still to come, and for how many points."""
    assert "q2: all public checks passed; hidden checks" in session.text["right"]
    assert not any("all tests passed" in text.lower() for text in session.text.values())


def test_a_cell_that_does_not_run_is_not_taken_for_the_function_before(session):
    """The check is about the earlier function, says so, and why."""
    assert "This is about an earlier affine_forward" in session.text["earlier"] and "SyntaxError" in session.text["earlier"]


def test_a_picture_is_drawn_with_the_learner_s_function(session):
    """The cell after the check shows an image and no error."""
    assert "data:image/png;base64," in session.html["picture"] or "<img" in session.html["picture"]
    assert "Traceback" not in session.text["picture"]


def test_check_all_tells_how_far_it_is(session):
    """The sum at the end counts the questions that pass."""
    assert "2 of 11 questions pass" in session.text["progress"]


def test_nothing_complains_in_the_browser(session):
    """No error on the console, no failed request."""
    assert session.complaints == []


def test_feedback_is_accessible(session):
    """axe finds nothing wrong with what checks show in the notebook."""
    assert session.violations == []


def test_what_was_handed_in_is_what_was_on_the_screen(session, course):
    """The zip holds the answer that was typed last, although nobody pressed save."""
    with zipfile.ZipFile(session.handed_in) as archive:
        assert "return X @ W + b" in archive.read("a1.ipynb").decode()


def test_the_zip_is_graded_as_it_deserves(grades, course):
    """The right answer earns its points, the wrong one none of its hidden ones, the others were not attempted."""
    assert float(grades[SECOND]["score"]) == course.question(SECOND).points
    assert grades[WRONG]["status"] == "wrong" and float(grades[WRONG]["score"]) < course.question(WRONG).points
    rest = {question.id for question in course.graded} - {FIRST, SECOND, WRONG}
    assert {grades[question]["status"] for question in rest} == {"not attempted"}
    assert {float(grades[question]["score"]) for question in rest} == {0.0}
