"""After a change of checks, the real grader runs again only what the change touches, and the table is that of a full run."""

from __future__ import annotations

import io
import json
import sys

import pytest

from autograder.course import load, student_notebook
from autograder.grade_class import Options, OutputError, grade_class
from autograder.grading.store import Store
from tests.grading.test_grade_one import RIGHT, TWO
from tests.tiny_course import edit, write_course

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="hidden checks are only run on Linux")
HIDDEN = "solutions/a9_tiny/checks.py"
HELPED = {
    **TWO,
    HIDDEN: TWO[HIDDEN].replace("@check", "def some():\n    return 2\n\n@check", 1)
    + '''
@check("q3", points=0, hidden=True)
def four_times_some(quadruple):
    """Twice doubled."""
    expect(quadruple, np.ones(some())).equals(4 * np.ones(some()))
''',
}
CLASS = {
    "ada": RIGHT,
    "bob": {**RIGHT, "q1": "def double(A):\n    return 2 * A if A.ndim == 1 else 3 * A"},
    "cy": {"q1": RIGHT["q1"], "q3": "def quadruple(A):\n    return double(A)"},
}


@pytest.fixture
def graded(tmp_path):
    """Grade the class after edits of the course; says which questions were run for whom, and the table."""
    root = write_course(tmp_path / "course", HELPED)
    folder = tmp_path / "class"
    folder.mkdir()
    for name, sources in CLASS.items():
        (folder / f"{name}.ipynb").write_text(json.dumps(student_notebook(load(root, "a9"), sources)))

    def grade(*edits, out="out", **options):
        for old, new in edits:
            edit(root, HIDDEN, old, new)
        stream = io.StringIO()
        grade_class(load(root, "a9"), [folder], tmp_path / out, Options(jobs=1, timeout=5.0, as_json=True, **options), stream)
        told = [json.loads(line) for line in stream.getvalue().splitlines()]
        return {one["submission"]: one["ran"] for one in told}, (tmp_path / out / "results.csv").read_text()

    return grade


def everyone(*questions):
    return dict.fromkeys(CLASS, list(questions))


def test_one_changed_check_runs_one_question_and_the_table_is_that_of_a_full_run(graded):
    """Also where the changed question turns and another one builds on it: errors are carried forward."""
    ran, _ = graded()
    assert ran == everyone("q1", "q3")
    edits = ("np.arange(7.0)", "np.arange(8.0)")
    ran, _ = graded(edits)
    assert ran == everyone("q3")
    # Now only vectors are tried in q1: bob's passes, and his q3 has to be looked at again; ada's and cy's have not.
    ran, table = graded(("np.arange(6.0).reshape(2, 3)", "np.arange(6.0)"))
    assert ran == {**everyone("q1"), "bob": ["q1", "q3"]}
    ran, fresh = graded(out="fresh")
    assert ran == everyone("q1", "q3")
    assert table == fresh


def test_a_changed_helper_runs_all_that_may_use_it(graded):
    """`some` is called by a check of q3 only."""
    graded()
    ran, _ = graded(("return 2", "return 3"))
    assert ran == everyone("q3")


def test_only_and_retry_reach_the_grader(graded):
    """q3 of everyone, then whoever is wrong somewhere."""
    _, table = graded()
    assert graded(only="q3") == (everyone("q3"), table)
    assert graded(retry="wrong") == ({"ada": [], "bob": ["q1", "q3"], "cy": ["q1", "q3"]}, table)


def test_outputs_that_cannot_be_written_are_a_sentence_and_cost_no_grade(graded, tmp_path):
    """A full disk after the last grade, say: the grades are there, and the sentence says how to get the rest."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "gradescope").write_text("in the way")
    with pytest.raises(OutputError, match="Every grade is safe in .*results.sqlite: make room.* run `autograder report"):
        graded()
    with Store(tmp_path / "out" / "results.sqlite") as store:
        assert len(store) == len(CLASS)
