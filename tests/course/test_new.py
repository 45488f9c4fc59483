"""`autograder new`, and the authors' guide: what they make works as it stands."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from autograder.audit.run import audit
from autograder.cli import main
from autograder.course import CourseError, list_assignments, load
from autograder.course.new import new_assignment

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "assignments" / "README.md"
# ```python assignments notebook.py
_BLOCK = re.compile(r"^```python (assignments|solutions) (\w+\.py)\n(.*?)^```", re.M | re.S)


@pytest.fixture
def course(tmp_path):
    """A course without assignments."""
    (tmp_path / "assignments").mkdir()
    return tmp_path


def follow_the_guide(course):
    """A new assignment, and every code block of the guide added to the end of the file it names."""
    halves = dict(zip(("assignments", "solutions"), new_assignment(course, "a9", "Clouds at the origin"), strict=True))
    blocks = _BLOCK.findall(GUIDE.read_text(encoding="utf-8"))
    for half, file, code in blocks:
        with open(halves[half] / file, "a", encoding="utf-8") as stream:
            stream.write("\n\n" + code)
    assert {file for _, file, _ in blocks} == {"notebook.py", "checks.py", "reference.py", "mistakes.py"}
    return load(course, "a9")


def test_new_assignment_passes_its_audit(course):
    """Released, graded, compared with stock Otter: no hole; nor in the complete audit of everything but the release."""
    new_assignment(course, "a9", "Clouds at the origin")
    made = load(course, "a9")
    parts = audit(made, jobs=1, quick=True) + audit(made, jobs=1, released=False)
    assert not [hole for part in parts for hole in part.holes]


def test_guide_leads_to_a_second_question_that_is_graded(course):
    """Only what the guide itself says is left: more mistakes and variants for the new function."""
    holes = [hole for part in audit(follow_the_guide(course), jobs=1, released=False) for hole in part.holes]
    assert {(hole.part, hole.subject) for hole in holes} == {("counts", "centre_backward")}
    assert [hole.message for hole in holes] == ["mistakes: 1, at least 6 are needed", "variants: 0, at least 4 are needed"]


def test_guide_fits_on_a_page():
    """Two minutes of reading before the first result."""
    assert len(GUIDE.read_text(encoding="utf-8").split()) < 1000


def test_template_is_not_an_assignment_of_the_course():
    """Nobody releases it by accident."""
    assert "a0" not in list_assignments(ROOT) and "" not in list_assignments(ROOT)


def test_nothing_of_the_template_is_left(course):
    """Neither its id nor its title."""
    for folder in new_assignment(course, "b7", "Über Wölkchen"):
        for path in folder.iterdir():
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"\ba0\b|A new assignment", text)
    assert load(course, "b7").title == "b7 Über Wölkchen"


@pytest.mark.parametrize(
    "name, title, words",
    [
        ("../x", "Fine", "cannot be an id"),
        ("A9", "Fine", "cannot be an id"),
        ("", "Fine", "cannot be an id"),
        ("a9_x", "Fine", "cannot be an id"),
        ("a9", "雲", "cannot be a title"),
        ("a8", "Fine", "there is an assignment a8 already"),
    ],
)
def test_what_cannot_be_named_is_refused_and_nothing_written(course, name, title, words):
    """What is wrong, and how it should look."""
    new_assignment(course, "a8", "Taken")
    before = sorted(course.rglob("*"))
    with pytest.raises(CourseError, match=words):
        new_assignment(course, name, title)
    assert sorted(course.rglob("*")) == before


def test_command_says_where_and_what_next(course, monkeypatch):
    """Both folders and the next command."""
    monkeypatch.setenv("HIDDEN_LAYERS_ROOT", str(course))
    ran = CliRunner().invoke(main, ["new", "a9", "--title", "Clouds"])
    assert ran.exit_code == 0 and "a9_clouds" in ran.output and "autograder audit a9" in ran.output
