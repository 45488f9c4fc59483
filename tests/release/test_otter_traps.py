"""What Otter gets wrong without an error, one test per trap; each fails if the protection against it is taken away."""

import ast
import dataclasses
import json
import subprocess
import sys

import pytest

from autograder.course import load, student_notebook
from autograder.course.model import Assignment
from autograder.release import ReleaseError, archive, compose, otter_worker, verify
from autograder.release.build import _write_notebook
from autograder.release.otter_worker import prove

# Otter's own use of what pandas and traitlets have deprecated.
pytestmark = [pytest.mark.filterwarnings("ignore:Traits should be given"), pytest.mark.filterwarnings("ignore:The inplace keyword")]


def build(assignment, folder, change=None):
    """`otter assign` of an assignment's master, in this process; `change` may alter the master. Returns Otter's folder."""
    public, private = compose.support_files(assignment)
    master = compose.master(assignment, tuple(public), tuple(private), [])
    if change:
        change(master)
    archive.write_folder(folder / "master", {**public, **private})
    _write_notebook(folder / "master" / f"{assignment.id}.ipynb", master)
    otter_worker.build(folder / "master" / f"{assignment.id}.ipynb", folder / "made", folder / "otter.zip")
    return folder / "made"


def read_cases(made):
    """The cases of both halves, as the release verifies them."""
    return {half: otter_worker.cases(made / half / "tests") for half in ("student", "autograder")}


def change_cells(old, new):
    """A change of every master cell that has `old`; it is an error if there is none."""

    def change(master):
        found = [cell for cell in master["cells"] if old in cell["source"]]
        assert found
        for cell in found:
            cell["source"] = cell["source"].replace(old, new)

    return change


def test_two_checks_of_one_name_are_refused_with_both_places(tiny):
    """Otter keeps the last of two test functions of the same name; the composer names file and line of both."""
    first, second = tiny.checks_of("q2")[:2]
    namesake = dataclasses.replace(second, name=first.name)
    with pytest.raises(ReleaseError, match=r"checks\.py:\d+: q2 already has a check called points \(.*checks\.py:\d+\)"):
        compose.case_cells(tiny, [first, namesake])


def test_a_test_lost_by_otter_stops_the_release(tiny, tmp_path):
    """Should two test functions of one name reach Otter all the same, the missing one is noticed."""
    made = build(tiny, tmp_path, change_cells("def check_name(", "def check_points("))
    with pytest.raises(ReleaseError, match="q2: Otter's student test file has check_points .*, but the course has check_points .*check_name"):
        verify.verify_cases(tiny, read_cases(made))


def test_a_helper_in_a_test_cell_stops_the_release(tiny, tmp_path):
    """Otter takes the first function of a cell for the test and drops the other."""
    made = build(tiny, tmp_path, change_cells("def check_any_shape(", "def helper():\n    pass\ndef check_any_shape("))
    with pytest.raises(ReleaseError, match="q2: Otter's autograder test file has .*helper"):
        verify.verify_cases(tiny, read_cases(made))


def test_every_composed_test_cell_is_one_function(tiny):
    """Helpers stay in the modules beside the notebook: a test cell is its configuration and one function."""
    for question in tiny.graded:
        for cell in compose.case_cells(tiny, tiny.checks_of(question.id)):
            config, function = ast.parse(cell["source"]).body
            assert isinstance(config.value, ast.Constant) and isinstance(function, ast.FunctionDef)


def test_a_broken_test_file_stops_the_release(tiny, tmp_path):
    """Otter pastes messages unescaped into test files and then validates 0 points of 0; here it is an error."""
    made = build(tiny, tmp_path, change_cells('points: 1.5', 'points: 1.5\nfailure_message: say "hi"'))
    with pytest.raises(SyntaxError):
        read_cases(made)


def test_full_marks_of_nothing_are_no_proof(tiny):
    """A run that graded nothing, or failed, does not count as the reference's full marks."""
    nothing = {"failed": "", "total": 0, "possible": 0, "questions": {}, "notebook": {}}
    with pytest.raises(ReleaseError, match="graded {} checks"):
        verify.verify_proof(tiny, nothing)
    with pytest.raises(ReleaseError, match="could not grade the reference: the kernel died"):
        verify.verify_proof(tiny, {**nothing, "failed": "the kernel died"})


def test_a_check_worth_nothing_must_pass_too(tiny):
    """Totals do not see a failed check of 0 points; the proof looks at every check."""
    questions = {q.id: [{"passed": q.id != "q1", "message": "not 1"} for _ in tiny.checks_of(q.id)] for q in tiny.graded}
    with pytest.raises(ReleaseError, match="q1: the reference does not pass starts_at_one: not 1"):
        verify.verify_proof(tiny, {"failed": "", "total": 9.5, "possible": 9.5, "questions": questions})


def test_names_that_mean_something_in_a_test_file(tiny, released, tmp_path):
    """Checks called `points`, `name` and `test_case` neither replace Otter's variables nor its decorator."""
    archive.write_folder(tmp_path, archive.read_zip(released.otter_zip))
    found = otter_worker.cases(tmp_path / "tests")
    assert {q: [(c["name"], c["points"], c["hidden"]) for c in found[q]] for q in found} == {
        "q1": [("check_starts_at_one", 0, False)],
        "q2": [("check_points", 1.5, False), ("check_name", 1, False), ("check_any_shape", 3, True)],
        "q3": [("check_test_case", 1, False), ("check_moves_by_any_amount", 2, True), ("check_leaves_input_alone", 1, True)],
    }


class HiddenFirst(Assignment):
    """The same assignment with hidden checks before public ones."""

    def checks_of(self, question_id):
        """The checks of a question, hidden ones first."""
        return tuple(reversed(super().checks_of(question_id)))


def test_points_stay_with_their_checks_when_hidden_ones_come_first(tiny, tmp_path):
    """Otter shortens a list of points from the wrong end when it takes hidden cases out; points are given case by case."""
    turned = HiddenFirst(**{field.name: getattr(tiny, field.name) for field in dataclasses.fields(tiny)})
    made = read_cases(build(turned, tmp_path))
    assert [(c["name"], c["points"]) for c in made["student"]["q2"]] == [("check_name", 1), ("check_points", 1.5)]
    verify.verify_cases(turned, made)


def test_points_whose_sum_is_not_exact(course, edit, tmp_path):
    """0.1 + 0.2 is more than 0.3, which Otter refuses: a question is worth the sum of its checks as Otter adds it."""
    edit("assignments/t1_tiny/notebook.py", "points=5.5", "points=0.6")
    edit("assignments/t1_tiny/checks.py", "points=1.5", "points=0.1")
    edit("assignments/t1_tiny/checks.py", 'check("q2", points=1)', 'check("q2", points=0.2)')
    edit("solutions/t1_tiny/checks.py", "points=3", "points=0.3")
    changed = load(course, "t1")
    verify.verify_cases(changed, read_cases(build(changed, tmp_path)))


def test_test_files_are_ascii_and_titles_survive(tiny, released, tmp_path):
    """Otter reads test files in the system's encoding; quotes, backslashes and letters of a title come back as written."""
    from otter.test_files import ExceptionTestFile

    from autograder.notebook_display import case_title

    for path in (released.student / "tests").glob("*.py"):
        path.read_bytes().decode("ascii")
    cases = ExceptionTestFile.from_file(str(released.student / "tests" / "q2.py")).test_cases
    assert [case_title(case) for case in cases] == [one.title for one in tiny.checks_of("q2") if not one.hidden]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# ## Shift it", "# ## Shift it\n# ```otter\n# gone\n# ```"),
        ("# Type your answer here.", "# Type your answer here.\n# This line is lost # IGNORE"),
        ("print(object())", "print(object())  # IGNORE"),
    ],
)
def test_lines_that_otter_takes_out_stop_the_release(course, edit, tmp_path, old, new):
    """Prose or code that `otter assign` understands as its own is named with the file it stands in."""
    edit("assignments/t1_tiny/notebook.py", old, new)
    changed = load(course, "t1")
    made = build(changed, tmp_path)
    with pytest.raises(ReleaseError, match=r"notebook\.py: Otter changed cell \d+ of the student notebook"):
        verify.verify_notebook(changed, "student", json.loads((made / "student" / "t1.ipynb").read_text()), student_notebook(changed))


def test_no_pdf_is_asked_for(released):
    """Otter's export makes a PDF unless told not to, which needs LaTeX or a browser."""
    cells = json.loads((released.student / "t1.ipynb").read_text(encoding="utf-8"))["cells"]
    assert "pdf=False" in "".join(cells[-1]["source"])


def test_the_notebook_carries_no_assignment_name(released):
    """A name in the metadata makes Otter refuse a renamed or copied notebook without a results file."""
    metadata = json.loads((released.student / "t1.ipynb").read_text(encoding="utf-8"))["metadata"]
    config = json.loads(archive.read_zip(released.otter_zip)["otter_config.json"])
    assert "assignment_name" not in metadata.get("otter", {})
    assert "assignment_name" not in config


def test_what_grading_needs_cannot_be_replaced_by_a_folder(tiny):
    """`otter run` keeps a submission's own folder but overwrites its files: checks and reference are single files."""
    public, private = compose.support_files(tiny)
    assert all("/" not in name for name in [*private, *(name for name in public if name.endswith(".py"))])


def test_the_grading_image_installs_the_wheel_that_is_in_the_zip(released):
    """Our package is on no index: the image's environment names the wheel where Gradescope unpacks the zip."""
    import yaml
    from packaging.requirements import Requirement

    files = archive.read_zip(released.otter_zip)
    (pip,) = [entry["pip"] for entry in yaml.safe_load(files["environment.yml"])["dependencies"] if isinstance(entry, dict)]
    (ours,) = [one for one in map(Requirement, pip) if one.name == "hidden-layers"]
    assert ours.url.removeprefix("file:///autograder/source/") in files
    assert any(one.name == "otter-grader" and str(one.specifier) == "==7.0.0" for one in map(Requirement, pip))


def test_a_relative_import_that_cannot_be_released_is_named(course, edit):
    """Checks are shipped as single modules: another relative import would only fail in a grading image."""
    edit("solutions/t1_tiny/checks.py", "from . import reference", "from . import reference\nfrom .guide import anything")
    path = course / "solutions" / "t1_tiny"
    (path / "guide.py").write_text("anything = 1\n")
    with pytest.raises(ReleaseError, match=r"checks\.py:8: from \.guide import anything cannot be released"):
        compose.support_files(load(course, "t1"))


def test_a_renamed_solution_earns_full_points(tiny, released, tmp_path):
    """`otter run` grades a submission under any file name, check by check."""
    renamed = tmp_path / "alice (2).ipynb"
    renamed.write_bytes(released.solution.read_bytes())
    verify.verify_proof(tiny, prove(renamed, released.otter_zip))


def test_while_otter_grades_the_check_cells_are_otter_s(tiny, released, tmp_path):
    """`otter run` scores a question where its check cell stands, hidden checks included: what follows does not count."""
    notebook = json.loads(released.solution.read_text(encoding="utf-8"))
    overwritten = {"cell_type": "code", "id": "later", "metadata": {}, "source": "double = shift = None", "outputs": [], "execution_count": None}
    notebook["cells"].append(overwritten)
    path = tmp_path / "t1.ipynb"
    path.write_text(json.dumps(notebook), encoding="utf-8")
    verify.verify_proof(tiny, prove(path, released.otter_zip))


def test_a_blank_notebook_earns_nothing(released, tmp_path):
    """The command `otter run` on the handed-out notebook: 0 of all points, question by question."""
    command = [sys.executable, "-m", "otter", "run", "-a", str(released.otter_zip), "-o", str(tmp_path), str(released.student / "t1.ipynb")]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    tests = json.loads((tmp_path / "results.json").read_text(encoding="utf-8"))["tests"]
    assert [(one["name"], one["score"], one["max_score"]) for one in tests if "score" in one] == [("q1", 0, 0), ("q2", 0, 5.5), ("q3", 0, 4)]
