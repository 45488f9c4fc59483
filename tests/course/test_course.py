"""Loading assignments from source, and the faults that are told with file and line."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.course import CourseError, find_root, list_assignments, load, reference_source, released_cells, student_notebook, substitute, told_by_place, without_pictures
from tests.tiny_course import edit, write_course

@pytest.fixture
def course(tmp_path):
    """The tiny course, which tests may break before loading it."""
    return write_course(tmp_path)


def test_loads_both_halves(course):
    """Questions, checks, mistakes and variants come from their files."""
    a9 = load(course, "a9")
    assert [q.id for q in a9.questions] == ["q1", "q2"]
    assert [c.name for c in a9.checks_of("q1")] == ["by_hand", "any_array"]
    assert (a9.points, a9.title) == (15, "a9 A tiny assignment")
    assert [m.name for m in a9.mistakes] == ["squares"]
    assert a9.checks_of("q1")[1].run({"double": a9.reference.double}) is None


def test_loading_builds_no_grammars(course, tmp_path):
    """What takes jsonschema a second to build is not imported with jupytext, and is there for whoever wants it afterwards."""
    (tmp_path / "modules").mkdir()
    (tmp_path / "modules" / "rfc3987_syntax.py").write_text("print('built')\n")
    script = f"from pathlib import Path\nfrom autograder.course import load\nload(Path({str(course)!r}), 'a9')\nprint('loaded')\nimport rfc3987_syntax"
    path = os.pathsep.join([str(tmp_path / "modules"), str(Path(__file__).parents[2])])
    done = subprocess.run([sys.executable, "-c", script], env=os.environ | {"PYTHONPATH": path}, capture_output=True, text=True, check=True)
    assert done.stdout == "loaded\nbuilt\n"


def test_loads_without_the_private_half(course):
    """Publishing the course is the repository without `solutions/`: the public half still loads."""
    import shutil

    shutil.rmtree(course / "solutions")
    a9 = load(course, "a9")
    assert a9.reference is None
    assert a9.hidden_checks == ()


def test_finds_the_course_from_below(course, monkeypatch):
    """Any folder of the course will do as a starting point."""
    assert find_root(course / "assignments" / "a9_tiny") == course
    monkeypatch.setenv("HIDDEN_LAYERS_ROOT", str(course))
    assert find_root() == course
    assert list_assignments(course) == ("a9",)


def test_unknown_assignment_names_the_known(course):
    """Asking for an assignment that is not there lists those that are."""
    with pytest.raises(CourseError, match="there is: a9"):
        load(course, "a7")


def test_pictures_can_be_left_out():
    """Cells that only draw go; all others, and everything else, stay as they are."""
    kept = {"cell_type": "code", "metadata": {"tags": ["setup"]}, "source": "import this"}
    prose = {"cell_type": "markdown", "metadata": {}, "source": "Look."}
    drawn = {**kept, "metadata": {"tags": ["picture"]}}
    assert without_pictures({"nbformat": 4, "cells": [drawn, kept, prose, drawn]}) == {"nbformat": 4, "cells": [kept, prose]}


def test_two_courses_side_by_side(course, tmp_path_factory):
    """Two courses with the same file names do not see each other's modules."""
    import shutil

    other = tmp_path_factory.mktemp("other")
    shutil.copytree(course, other / "c")
    edit(other / "c", "solutions/a9_tiny/reference.py", "_FACTOR = 2", "_FACTOR = 3")
    first, second = load(course, "a9"), load(other / "c", "a9")
    assert (first.reference.double(1), second.reference.double(1)) == (2, 3)
    assert first.digest != second.digest


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("assignments/a9_tiny/notebook.py", "points=5", "points=6", r"notebook.py:7: q1 is worth 6 points, but its checks add up to 5"),
        ("assignments/a9_tiny/notebook.py", "points=5", "points=-1", r"notebook.py:7: question q1 needs points=NUMBER"),
        ("assignments/a9_tiny/notebook.py", 'functions="double"', "", r"notebook.py:7: question q1 needs functions"),
        ("assignments/a9_tiny/notebook.py", 'tags=["stub"]', "", r"question q1 is still open"),
        ("assignments/a9_tiny/notebook.py", 'tags=["answer"]', "", r"notebook.py:19: question q2 has no code cell"),
        ("assignments/a9_tiny/notebook.py", 'question="q2"', 'question="q1"', r"notebook.py:19: question q1 is defined twice"),
        ("assignments/a9_tiny/notebook.py", "def double(A):", "def treble(A):", r"notebook.py:7: the stub of q1 does not define double"),
        ("assignments/a9_tiny/notebook.py", "def double(A):", "def double(A:", r"notebook.py:7: the stub of q1 is not valid Python"),
        ("assignments/a9_tiny/checks.py", '"q1"', '"q3"', r"checks.py:5: check by_hand is for question 'q3'"),
        ("assignments/a9_tiny/checks.py", "def by_hand(double)", "def by_hand(dubble)", r"checks.py:5: check by_hand asks for 'dubble'"),
        ("assignments/a9_tiny/checks.py", "points=2", "points=2, hidden=True", r"is marked hidden but stands in the public half"),
        ("assignments/a9_tiny/checks.py", "import numpy", "import nunpy", r"checks.py:1 cannot be imported"),
        ("solutions/a9_tiny/checks.py", "def any_array", "def by_hand", r"checks.py:6: q1 already has a public check called by_hand"),
        ("solutions/a9_tiny/checks.py", ", hidden=True", "", r"checks.py:6: any_array stands in the private half"),
        ("solutions/a9_tiny/reference.py", "def double", "def dbl", r"reference.py:1: double is missing: .*notebook.py:7 asks for it in q1"),
        ("solutions/a9_tiny/mistakes.py", '"double"', '"triple"', r"mistakes.py:4: squares is about 'triple'"),
        ("solutions/a9_tiny/mistakes.py", '"the rule", ', "", r"mistakes.py:3 .*three hints are needed"),
        ("solutions/a9_tiny/mistakes.py", '("what?", "the rule", "where")', '"what?"', r"mistakes.py:3 .*three texts in parentheses"),
        ("solutions/a9_tiny/mistakes.py", "def squares(A)", "def squares(A, B)", r"mistakes.py:4: squares cannot be called as double\(A\)"),
        ("solutions/a9_tiny/variants.py", "def adds(A)", "def adds()", r"variants.py:4: adds cannot be called as double\(A\)"),
        ("solutions/a9_tiny/reference.py", "def double(A)", "def double(X)", r"reference.py:9: the reference is double\(X\), .*notebook.py:7 is double\(A\)"),
        ("solutions/a9_tiny/checks.py", "reference.double", "reference.dubble", r"checks.py:9: there is no 'dubble' in reference.py"),
        ("assignments/a9_tiny/checks.py", "points=2", 'points="2"', r"checks.py:4 .*points are a number"),
        ("assignments/a9_tiny/notebook.py", 'tags=["stub"]', 'tags=["stubb"]', r"notebook.py:11: there is no tag 'stubb'; the tags are stub"),
        ("assignments/a9_tiny/notebook.py", 'question="q1"', "question=q1", r"notebook.py:7: 'question=q1 points=5.*cannot be read"),
        ("assignments/a9_tiny/notebook.py", 'question="q1"', 'question = "q1"', r"notebook.py:7: .*cannot be read"),
        ("assignments/a9_tiny/notebook.py", "functions=", "function=", r"notebook.py:7: there is no 'function'; a cell can say question"),
        ("assignments/a9_tiny/notebook.py", '[markdown] question="q1"', '[text] question="q1"', r"notebook.py:7: a cell is code .* not \[text\]"),
        ("assignments/a9_tiny/notebook.py", 'tags=["setup"]', 'tags=["stub"]', r"notebook.py:5: a cell tagged stub closes a question, and none is open"),
        ("assignments/a9_tiny/notebook.py", "# # a9 A tiny assignment", "# a9", r"notebook.py:1: the first markdown cell must hold the title"),
    ],
)
def test_faults_are_told_with_their_place(course, name, old, new, said):
    """Each fault in the source is told with the file, and where there is one the line."""
    edit(course, name, old, new)
    with pytest.raises(CourseError) as caught:
        load(course, "a9")
    assert re.search(said, str(caught.value)), str(caught.value)


@pytest.mark.parametrize("name", ["assignments/a9_tiny/notebook.py", "solutions/a9_tiny/mistakes.py"])
def test_a_file_in_another_encoding_is_told_with_its_line(course, name):
    """What an old editor saves."""
    path = course / name
    lines = len(path.read_bytes().splitlines())
    path.write_bytes(path.read_bytes() + "# caf\u00e9\n".encode("latin-1"))
    with pytest.raises(CourseError, match=rf"{path.name}:{lines + 1}: this line is not UTF-8"):
        load(course, "a9")


@pytest.mark.parametrize("name", ["assignments/a9_tiny/notebook.py", "assignments/a9_tiny/checks.py", "solutions/a9_tiny/reference.py", "solutions/a9_tiny/variants.py"])
def test_a_missing_file_is_told_by_its_path(course, name):
    """Also if the assignment's folder is there and its notebook is not."""
    (course / name).unlink()
    with pytest.raises(CourseError, match=f"{name} is missing"):
        load(course, "a9")


def test_a_fault_of_the_assignment_s_own_code_is_told_with_its_place(course):
    """What a check does wrong by itself, when it runs."""
    edit(course, "solutions/a9_tiny/checks.py", "np.arange(6.0)", "np.arrange(6.0)")
    a9 = load(course, "a9")
    with pytest.raises(CourseError, match=r"checks.py:8: AttributeError: .*arrange.* own code, not a learner's"), told_by_place(a9):
        a9.hidden_checks[0].run({"double": a9.reference.double})


def test_duplicate_check_is_refused(course):
    """A second check of the same name would silently replace the first: it is told with both lines."""
    path = course / "assignments/a9_tiny/checks.py"
    path.write_text(path.read_text() + path.read_text().split("\n\n", 1)[1])
    with pytest.raises(CourseError, match=r"checks.py:\d+: by_hand is already defined on line 5"):
        load(course, "a9")


def test_reference_source_brings_its_helpers(course):
    """A solution cell holds the function and the private helpers above it, and nothing else."""
    source = reference_source(load(course, "a9"), "q1")
    names = {}
    exec(source, names)
    assert names["double"](3) == 6
    assert "import" not in source


def test_substitute_renames_and_drops_what_gives_it_away(course):
    """A mistake pasted into a notebook has the learner's function name and no decorator or docstring."""
    a9 = load(course, "a9")
    assert substitute(a9.mistakes[0]) == "def double(A):\n    return A**2"
    assert substitute(a9.variants[0]) == "def double(A):\n    B = A\n    return A + B"


def test_released_notebook_has_grader_and_check_cells(course):
    """The grader is made after the title; a check follows each stub; headings carry number and points."""
    cells = released_cells(load(course, "a9"))
    sources = [cell.source for cell in cells]
    assert 'grader = Notebook("a9.ipynb")' in sources[1]
    assert sources[[cell.tags for cell in cells].index(("stub",)) + 1] == 'grader.check("q1")'
    assert "## q1 · Double it (5 points)\nDouble every entry." in sources


def test_made_up_submission_is_a_notebook(course):
    """A made-up submission is valid nbformat with the code in the place of the stub, the same every time."""
    import nbformat

    made = student_notebook(load(course, "a9"), {"q1": "def double(A):\n    return A + A"})
    nbformat.validate(nbformat.from_dict(made))
    assert made == student_notebook(load(course, "a9"), {"q1": "def double(A):\n    return A + A"})
    assert not any("NotImplementedError" in cell["source"] for cell in made["cells"])
