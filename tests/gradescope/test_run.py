"""What becomes of each kind of submission, on a course small enough to see through."""

import json

import pytest

from autograder.gradescope import run
from autograder.gradescope.handed_in import handed_in
from autograder.gradescope.settings import Settings, session_memory
from autograder.sandbox import Isolation
from tests.grading.notebooks import text, zipped
from tests.tiny_course import write_course

RIGHT = text("import numpy as np", "def double(A):\n    return A + A")


@pytest.fixture
def base(tmp_path):
    """/autograder with the tiny course a9 and an empty submission."""
    write_course(tmp_path / "source" / "course")
    (tmp_path / "source" / "grading.json").write_text(Settings("a9").to_json())
    (tmp_path / "submission").mkdir()
    (tmp_path / "results").mkdir()
    return tmp_path


@pytest.fixture
def hand_in(base):
    """hand_in({"a9.ipynb": text}): the results of handing this in."""

    def results(files):
        for name, content in files.items():
            path = base / "submission" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return run.results(base)

    return results


def entries(made):
    return {test["name"]: test for test in made["tests"]}


def nothing_earned(made):
    """0 of 5 on the question, withheld until grades are published."""
    entry = entries(made)["q1"]
    return (entry["score"], entry["max_score"], entry["visibility"]) == (0.0, 5.0, "after_published")


@pytest.mark.parametrize(
    "files",
    [
        {"a9.ipynb": RIGHT},
        {"a9_2026_01_31T12_00_00_123456.zip": zipped({"a9.ipynb": RIGHT, ".OTTER_LOG": b"pickles", "numpy.py": "1 / 0"})},
        {"homework/mine.ipynb": RIGHT, "numpy.py": "1 / 0", "notes.pdf": b"%PDF", ".ipynb_checkpoints/a9-checkpoint.ipynb": RIGHT},
    ],
    ids=["notebook", "export", "folder with other files"],
)
def test_one_notebook_is_graded_however_it_comes(hand_in, files):
    """By itself, in the zip of grader.export(), or among other files."""
    assert entries(hand_in(files))["q1"]["score"] == 5.0


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ({}, "There is no notebook in what you handed in: hand in a9.ipynb, or the zip"),
        ({"a9.py": "x = 1"}, "There is no notebook"),
        ({"a9.ipynb": RIGHT, "copy of a9.ipynb": RIGHT}, "You handed in 2 notebooks or archives (a9.ipynb, copy of a9.ipynb)"),
        ({"a9.ipynb": RIGHT[:-20]}, "a9.ipynb cannot be graded: it is not complete"),
        ({"a9.zip": zipped({"a.ipynb": RIGHT, "b.ipynb": RIGHT})}, "the archive holds 2 notebooks"),
        ({"a9.zip": b"PK\x03\x04 nonsense"}, "the archive is damaged"),
    ],
    ids=["nothing", "no notebook", "two", "cut off", "two in an archive", "damaged"],
)
def test_what_cannot_be_graded_is_told_at_once(hand_in, files, sentence):
    """One sentence where the student looks, and 0 that is withheld like any other score."""
    made = hand_in(files)
    assert sentence in made["output"]
    assert sentence in entries(made)["Public Tests"]["output"] and entries(made)["Public Tests"]["visibility"] == "visible"
    assert nothing_earned(made)


def test_a_link_to_a_notebook_is_not_followed(base, hand_in):
    """It could lead to anything the grader may read."""
    (base / "elsewhere.ipynb").write_text(RIGHT)
    (base / "submission" / "a9.ipynb").symlink_to(base / "elsewhere.ipynb")
    made = hand_in({})
    assert "link to another file" in made["output"] and nothing_earned(made)


def test_a_missing_folder_is_not_the_students_fault(tmp_path):
    """There is no sentence for them about it."""
    with pytest.raises(OSError):
        handed_in(tmp_path / "submission", "a9")


def test_a_fault_of_the_grader_is_for_instructors(base, hand_in, monkeypatch):
    """Its text is hidden; students read that it says nothing about their work; points are withheld."""
    monkeypatch.setattr(run, "grade_one", lambda *args, **options: 1 / 0)
    made = entries(hand_in({"a9.ipynb": RIGHT}))
    assert "ZeroDivisionError" in made["For instructors"]["output"] and made["For instructors"]["visibility"] == "hidden"
    assert "ZeroDivisionError" not in str({name: test for name, test in made.items() if name != "For instructors"})
    assert (made["Points"]["score"], made["Points"]["max_score"], made["Points"]["visibility"]) == (0.0, 5.0, "after_published")


def test_a_bundle_without_solutions_grades_nothing(base, hand_in):
    """setup.sh stops there, while the image is built; and public checks alone give no score."""
    (base / "source" / "course" / "solutions").rename(base / "moved")
    with pytest.raises(run.Refused, match="autograder release a9"):
        run.check(base)
    assert "q1" not in entries(hand_in({"a9.ipynb": RIGHT}))


def test_below_the_floor_no_cell_runs(hand_in, monkeypatch):
    """The refusal comes before the first session."""

    class Weak:
        isolation = Isolation(frozenset(), False, "low isolation")

        def close(self):
            pass

    monkeypatch.setattr(run, "grading_zygote", lambda secrets: Weak())
    made = entries(hand_in({"a9.ipynb": RIGHT}))
    assert "Grading was refused" in made["For instructors"]["output"] and "q1" not in made


def test_the_secrets_are_named_to_the_sandbox(base, hand_in, monkeypatch):
    """Source, submissions, results and what Gradescope says about earlier attempts."""
    (base / "submission_metadata.json").write_text("{}")
    given = {}
    original = run.grading_zygote
    monkeypatch.setattr(run, "grading_zygote", lambda secrets: given.update(secrets=secrets) or original(secrets))
    hand_in({"a9.ipynb": RIGHT})
    assert {path.name for path in given["secrets"]} == {"source", "submission", "results", "submission_metadata.json"}


@pytest.mark.parametrize(("text", "megabytes"), [("805306368", 468), ("max", 2048), (str(1 << 62), 2048), ("1048576", 256)])
def test_sessions_fit_the_container(tmp_path, text, megabytes):
    """What is left beside the grader, within reason."""
    (tmp_path / "memory.max").write_text(text + "\n")
    assert session_memory((str(tmp_path / "absent"), str(tmp_path / "memory.max"))) == megabytes


def test_settings_survive_a_round_trip(tmp_path):
    """What an instructor edits is what is used; an unknown name is an error and not ignored."""
    (tmp_path / "grading.json").write_text(Settings("a9", call_seconds=3).to_json())
    assert Settings.read(tmp_path / "grading.json") == Settings("a9", call_seconds=3)
    (tmp_path / "grading.json").write_text(json.dumps({"assignment": "a9", "minutes": 3}))
    with pytest.raises(TypeError):
        Settings.read(tmp_path / "grading.json")
