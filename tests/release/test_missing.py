"""The first cell of a released notebook where something is missing: one sentence says what, and what to do."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.course.cells import init_source
from autograder.missing import require_files, require_tests

pytestmark = pytest.mark.filterwarnings("ignore:Traits should be given")  # Otter's own


@pytest.fixture
def first_cell(tiny, student_folder):
    """Run the first cell in a Python of its own, in a learner's folder, after `before`; the last line of its error."""

    def run(before=""):
        program = f"import sys\n{before}\n{init_source(tiny)}"
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).resolve().parents[2]), os.environ["PYTHONPATH"]])}
        done = subprocess.run([sys.executable, "-c", program], cwd=student_folder, env=environment, capture_output=True, text=True)
        assert done.returncode and "During handling" not in done.stderr
        return done.stderr.strip().splitlines()[-1]

    return run


def without(name):
    """Code after which a module cannot be found."""
    return f"sys.modules[{name!r}] = None"


def test_nothing_is_missing(tiny, student_folder, monkeypatch):
    """In the folder that was handed out, with everything installed, the cell makes `grader` and complains of nothing."""
    monkeypatch.chdir(student_folder)
    names = {}
    exec(init_source(tiny), names)
    assert type(names["grader"]).__module__ == "autograder.notebook"


@pytest.mark.parametrize("library", ["otter", "numpy", "matplotlib", "pandas"])
def test_a_library_that_is_not_installed(first_cell, library):
    """A library is named, also one that only Otter needs, with what to type."""
    said = first_cell(without(library))
    assert said.startswith(f"ImportError: {library} is not installed") and "`%pip install -r requirements.txt`" in said


def test_a_library_that_is_broken(first_cell, student_folder):
    """A library that is there but cannot be imported is named with its own words."""
    (student_folder / "otter.py").write_text("from numpy import no_such_name\n")
    assert re.match(r"ImportError: numpy is installed, but cannot be imported \(.*no_such_name", first_cell())


@pytest.mark.parametrize("module", ["autograder", "autograder.missing"])
def test_our_own_package(first_cell, module):
    """Without our package, or a part of it, the cell names it, the Python that lacks it, and the page that helps."""
    said = first_cell(
        "class Absent:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        f"        if name == {module!r}:\n"
        "            raise ModuleNotFoundError(name=name)\n"
        "sys.meta_path.insert(0, Absent())"
    )
    assert said.startswith(f"ImportError: {module} is not installed for Python {sys.version.split()[0]} ({sys.executable})") and "README.md" in said


def test_another_package_of_our_name(first_cell, student_folder):
    """Somebody else's package called autograder is not ours."""
    (student_folder / "autograder.py").write_text("")
    assert first_cell().startswith("ImportError: autograder.notebook is not installed")


def test_an_old_python(first_cell):
    """A Python that is too old is told as such, before anything stumbles over it."""
    said = first_cell("sys.version_info = (3, 10, 4, 'final', 0)")
    assert said.startswith("ImportError: this notebook runs on Python 3.10 and needs 3.11 or newer")


def test_what_runs_first_is_understood_by_an_old_python():
    """The module that names an old Python is written in words that old Pythons know."""
    import ast

    import autograder.missing

    with open(autograder.missing.__file__, encoding="utf-8") as file:
        ast.parse(file.read(), feature_version=(3, 7))


def test_the_wrong_folder(tiny, tmp_path, monkeypatch):
    """A notebook opened away from its folder says what is missing and where it looked."""
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    with pytest.raises(FileNotFoundError, match="the folder `tests` is not in .*elsewhere"):
        exec(init_source(tiny), {})


def test_a_file_that_was_left_behind_is_told_by_the_first_cell(tiny, student_folder, monkeypatch):
    """A file that was handed out and is not there is named when the notebook starts, not when a check needs it."""
    (student_folder / "t1_checks.py").unlink()
    monkeypatch.chdir(student_folder)
    with pytest.raises(FileNotFoundError, match=r"t1_checks\.py is not in .*learner: unpack"):
        exec(init_source(tiny), {})


@pytest.mark.parametrize("name", ["t1_checks.py", "tests/q2.py", "tests/hints.json", "data"])
def test_a_file_that_was_left_behind(student_folder, monkeypatch, name):
    """Any file or folder that was handed out is missed."""
    monkeypatch.chdir(student_folder)
    require_files("tests")
    path = student_folder / name
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    with pytest.raises(FileNotFoundError, match=name):
        require_files("tests")


def test_the_listing_names_what_is_handed_out(released):
    """The list of what belongs beside the notebook is the folder itself, without what only a person or pip reads."""
    listed = json.loads((released.student / "tests" / "files.json").read_text())
    there = {path.relative_to(released.student).as_posix() for path in released.student.rglob("*") if path.is_file()}
    left_out = {name for name in there if name in ("README.md", "requirements.txt", "t1.ipynb", "tests/files.json") or name.endswith(".whl")}
    assert set(listed) == there - left_out


def test_a_folder_without_a_listing(student_folder, monkeypatch):
    """A folder that stock Otter made, or an older release, has no listing: that is not missed."""
    monkeypatch.chdir(student_folder)
    (student_folder / "tests" / "files.json").unlink()
    require_files("tests")


def test_jupyter_shows_the_sentence_alone():
    """In Jupyter the sentence stands below the cell without the lines of code it came from."""
    from IPython.core.interactiveshell import InteractiveShell
    from IPython.utils.capture import capture_output

    shell = InteractiveShell()
    shell.user_ns["require_tests"] = require_tests
    with capture_output() as shown:
        shell.run_cell("require_tests('no such folder')", store_history=False)
    assert shown.stdout.strip().startswith("FileNotFoundError: the folder `tests` is not in ")
    assert len(shown.stdout.strip().splitlines()) == 1
