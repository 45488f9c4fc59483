"""The command as its users meet it: what it prints, what it writes, how it exits."""

import csv
import errno
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from autograder.cli import main
from autograder.course import load, student_notebook
from autograder.grade_class import secret_places
from tests.tiny_course import write_course

ROOT = Path(__file__).parents[1]
RIGHT = {"q1": "def double(A):\n    return 2 * A"}


@pytest.fixture
def course(tmp_path, monkeypatch):
    """The tiny course as the course of this process, with three submissions."""
    root = write_course(tmp_path / "course")
    monkeypatch.setenv("HIDDEN_LAYERS_ROOT", str(root))
    assignment = load(root, "a9")
    folder = tmp_path / "class"
    folder.mkdir()
    for name, sources in (("ada", RIGHT), ("blaise", {"q1": "def double(A):\n    return A**2"}), ("carl", {})):
        (folder / f"{name}.ipynb").write_text(json.dumps(student_notebook(assignment, sources)))
    return tmp_path


def run(*args):
    """The result of a command."""
    return CliRunner().invoke(main, [str(arg) for arg in args])


def test_every_command_has_help_and_a_line_in_the_readme():
    """No command is undocumented: each has help, and README names it."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name, command in main.commands.items():
        assert command.help, name
        assert re.search(rf"autograder {name}\b|`{name}`|make {name}", readme), f"README does not mention {name}"


def test_help_imports_nothing_heavy():
    """`--help` answers without numpy, Otter, pandas or matplotlib."""
    code = (
        "import sys\nfrom autograder.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "print(sorted({'numpy', 'otter', 'pandas', 'matplotlib', 'IPython', 'jupytext'} & set(sys.modules)))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.strip().endswith("[]")


def test_list_shows_the_course(course):
    """Titles, questions, functions and points."""
    result = run("list")
    assert result.exit_code == 0
    assert "a9 A tiny assignment  (15 points" in result.output
    assert re.search(r"q1 +5 +Double it +\[double\]", result.output)


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("grade", "a7", ".", "--out", "x"), "there is no assignment 'a7'"),
        (("grade", "a9", "nowhere", "--out", "x"), "nowhere does not exist"),
        (("release", "a7", "--out", "x"), "there is: a9"),
        (("check", "nowhere.ipynb"), "nowhere.ipynb does not exist"),
        (("report", "nowhere"), "there is no results.sqlite"),
        (("audit", "a7"), "there is no assignment"),
    ],
)
def test_wrong_use_is_one_sentence_and_exit_code_2(course, args, said):
    """What is wrong with the input is told in a sentence, without a traceback."""
    result = run(*args)
    assert result.exit_code == 2
    assert said in result.output
    assert "Traceback" not in result.output


def test_a_full_disk_is_a_sentence_whatever_was_to_be_written(course, monkeypatch):
    """Of every command: the file, and what to do."""

    def full():
        raise OSError(errno.ENOSPC, "No space left on device", "there/page.html")

    monkeypatch.setattr("autograder.course.find_root", full)
    done = run("list")
    assert done.exit_code == 2
    assert "there/page.html cannot be written (No space left on device" in done.output and done.output.endswith("make room and run the same command again\n")


def test_what_this_user_may_not_touch_is_a_sentence(course, monkeypatch):
    """Of every command: which file or folder it is, and what to look at."""

    def closed():
        raise PermissionError(errno.EACCES, "Permission denied", "there")

    monkeypatch.setattr("autograder.course.find_root", closed)
    done = run("list")
    assert done.exit_code == 2 and isinstance(done.exception, SystemExit)
    assert "there may not be read or written by this user (Permission denied): check the permissions" in done.output


def test_a_release_finds_out_first_that_it_may_not_write(course, monkeypatch):
    """Nobody waits for a release that has nowhere to go."""
    monkeypatch.setattr("autograder.release.build.os.access", lambda path, mode: False)
    monkeypatch.setattr("autograder.release.build._build", lambda *_: pytest.fail("it was built"))
    done = run("release", "a9", "--out", course / "some" / "where")
    assert done.exit_code == 2
    assert f"{course} may not be read or written" in done.output


def test_a_release_that_finds_no_room_leaves_the_earlier_one(course, monkeypatch):
    """It is told in a sentence which file there was no room for, and nothing is left of the new one."""
    text = "first"

    def built(assignment, work, staged, *_):
        for path in staged.paths():
            (path / "a9.ipynb" if path == staged.student else path).write_text(text)

    def full(made, place):
        raise OSError(errno.ENOSPC, "No space left on device", str(made), None, str(place))

    monkeypatch.setattr("autograder.release.build._build", built)
    assert run("release", "a9", "--out", course / "out").exit_code == 0
    text = "second"
    monkeypatch.setattr("shutil.copyfile", full)
    done = run("release", "a9", "--out", course / "out")
    assert done.exit_code == 2
    assert re.search(r"out/a9/\S+/student/a9.ipynb cannot be written \(No space left on device", done.output)
    assert {path.read_text() for path in (course / "out").rglob("*") if path.is_file()} == {"first"}


def test_a_notebook_beside_the_virtual_environment_can_be_graded(course):
    """Only the notebook is hidden from submissions, not the folder with the interpreter that they run in."""
    notebook = course / "class" / "ada.ipynb"
    secrets = secret_places(load(course / "course", "a9"), [notebook, course / "results.v2"])
    assert set(secrets) == {course / "course" / "solutions", notebook, course / "results.v2"}


def test_grade_writes_everything_scripts_rely_on(course):
    """results.sqlite, results.csv, gradescope/NAME.json and report/index.html, with the right points."""
    out = course / "out"
    result = run("grade", "a9", course / "class", "--out", out)
    assert result.exit_code == 0, result.output
    assert (out / "results.sqlite").is_file()
    assert (out / "report" / "index.html").is_file()
    rows = list(csv.DictReader((out / "results.csv").open(encoding="utf-8")))
    assert [(row["submission"], row["question"], float(row["score"]), row["status"]) for row in rows] == [
        ("ada", "q1", 5.0, "passed"),
        ("blaise", "q1", 0.0, "wrong"),
        ("carl", "q1", 0.0, "not attempted"),
    ]
    assert rows[1]["hint"] == "Line 2 of your cell for q1, `return A**2`: what? With one change there, double passes every check."
    gradescope = json.loads((out / "gradescope" / "ada.json").read_text(encoding="utf-8"))
    assert sum(test.get("score", 0) for test in gradescope["tests"]) == 5


def test_second_run_grades_nothing_again(course):
    """The same command again finds every grade in the store."""
    out = course / "out"
    run("grade", "a9", course / "class", "--out", out)
    result = run("grade", "a9", course / "class", "--out", out)
    assert "3 were already graded" in result.output


def test_json_lines_for_scripts(course):
    """One JSON object per submission and nothing else on standard output."""
    result = run("grade", "a9", course / "class", "--out", course / "out", "--json")
    scores = {json.loads(line)["submission"]: json.loads(line)["score"] for line in result.stdout.splitlines()}
    assert scores == {"ada": 5, "blaise": 0, "carl": 0}


def test_hidden_numbers_are_shown_only_on_request(course):
    """The pages of a plain run hold no hidden input; --reveal shows it to instructors."""
    out = course / "out"
    run("grade", "a9", course / "class", "--out", out)
    page = out / "report" / "students" / "blaise.html"
    assert "double([[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]])" not in page.read_text(encoding="utf-8")
    assert run("report", out, "--reveal").exit_code == 0
    assert "double([[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]])" in page.read_text(encoding="utf-8")


def test_check_tells_a_learner_what_is_next(course):
    """Exit code 1 and the next question while something is missing, 0 when every public check passes."""
    blank = run("check", course / "class" / "carl.ipynb")
    assert blank.exit_code == 1
    assert "Next: q1" in blank.output
    right = run("check", course / "class" / "ada.ipynb")
    assert right.exit_code == 0, right.output
    assert "hidden checks run after you submit" in right.output


def test_doctor_names_the_layers():
    """Versions and every isolation layer, each with whether it is active."""
    result = run("doctor")
    assert "otter-grader" in result.output
    for layer in ("landlock", "seccomp", "private-root", "quota"):
        assert layer in result.output


def test_doctor_looks_for_every_package_that_is_needed(monkeypatch):
    """The list is the package's own; what only a cluster needs is not missing elsewhere."""
    from importlib.metadata import PackageNotFoundError, version

    def absent(name):
        if name in ("rich", "distributed"):
            raise PackageNotFoundError(name)
        return version(name)

    monkeypatch.setattr("autograder.doctor.version", absent)
    done = run("doctor")
    assert done.exit_code == 1
    assert re.search(r"rich +MISSING +not installed\n +-> pip install -e '\.\[instructor\]'", done.output)
    assert re.search(r"distributed +no +not installed", done.output) and "tornado" in done.output


def test_doctor_says_what_a_missing_layer_needs(monkeypatch):
    """Without root there is no user of its own: that is told, and that nothing is lost by it."""
    from autograder.sandbox import LAYERS, Isolation

    monkeypatch.setattr("autograder.sandbox.probe", lambda: Isolation(frozenset(LAYERS) - {"uid"}, True, "isolation suffices"))
    told = run("doctor").output
    assert re.search(r"\n  uid +no .*\n +-> needs root: .* Not missed where private-root or landlock is active\n", told)
    assert told.count("->") == 1


def test_grading_below_the_floor_is_refused(course):
    """Without any layer that hides the solutions nothing is graded unless the caller says so, and then results say it."""
    from autograder.grade_class import Options, checked_isolation
    from autograder.sandbox import LAYERS, SandboxError

    deny = frozenset(LAYERS) - {"process"}
    with pytest.raises(SandboxError, match="--isolation process"):
        checked_isolation(Options(deny=deny), [course])
    assert "low isolation" in checked_isolation(Options(deny=deny, isolation="process"), [course])


def test_runs_from_anywhere_in_the_course(tmp_path):
    """Without HIDDEN_LAYERS_ROOT the course is found from the folder one is in."""
    root = write_course(tmp_path)
    env = {name: value for name, value in os.environ.items() if name != "HIDDEN_LAYERS_ROOT"}
    command = [Path(sys.executable).with_name("autograder"), "list"]
    out = subprocess.run(command, cwd=root / "assignments" / "a9_tiny", env=env, capture_output=True, text=True, check=True).stdout
    assert "a9 A tiny assignment" in out
