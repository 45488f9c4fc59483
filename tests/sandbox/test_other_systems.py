"""macOS and Windows, simulated: learners work there as on Linux; graders are sent where submissions can be shut in."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.hostile.course import SOURCES, right_notebook
from tests.tiny_course import write_course

# What these systems lack. Other people's packages are imported before they forget which system they are on: theirs, not
# ours, is the choice of system in those.
LACKS = {
    "darwin": {"modules": ["resource"], "os": ["memfd_create", "sched_getaffinity", "unshare", "setns", "pipe2", "setresuid", "setresgid"], "signal": []},
    "win32": {
        "modules": ["fcntl", "resource", "pwd", "grp", "termios"],
        "os": ["fork", "geteuid", "getuid", "setsid", "memfd_create", "sched_getaffinity", "mkfifo", "setresuid", "setresgid", "pipe2", "O_NONBLOCK", "O_CLOEXEC", "O_NOFOLLOW", "wait4", "killpg"],
        "signal": ["SIGKILL", "SIGALRM", "alarm", "setitimer", "SIGXCPU"],
    },
}
PRELUDE = """
import asyncio, ctypes, json, os, runpy, signal, socket, sqlite3, subprocess, sys, tempfile
import click, IPython.core.interactiveshell, IPython.utils.capture, jinja2, jupytext, matplotlib.pyplot, msgpack, nbformat, numpy, otter, otter.run, otter.test_files, otter.check.utils
system, lacks = sys.argv.pop(1), json.loads(sys.argv.pop(1))
sys.platform = system
for name in lacks["modules"]: sys.modules[name] = None
for module, names in ((os, lacks["os"]), (signal, lacks["signal"])):
    for name in names:
        if hasattr(module, name): delattr(module, name)
"""
CLI = "from autograder.cli import main\nmain()"


def there(system: str, code: str, *arguments: object, cwd: Path) -> subprocess.CompletedProcess:
    """Run code with what `system` has."""
    command = [sys.executable, "-c", PRELUDE + code, system, json.dumps(LACKS[system]), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, env=_env(cwd), timeout=120)


@pytest.fixture(params=LACKS)
def system(request):
    return request.param


@pytest.fixture
def course(tmp_path):
    """The tiny course with a right notebook in it, and one with a mistake."""
    write_course(tmp_path, SOURCES)
    for name, code in (("right", {}), ("wrong", {"q1": "def double(A):\n    return 3 * A"})):
        (tmp_path / f"{name}.ipynb").write_text(json.dumps(right_notebook(code)))
    return tmp_path


def test_a_learner_imports_what_a_notebook_needs(system, tmp_path):
    """The checks and the notebook's `grader`; and with them nothing that only Linux has."""
    code = "import autograder.checking, autograder.notebook\nprint(sorted(name for name in sys.modules if name.startswith('autograder.sandbox')))"
    done = there(system, code, cwd=tmp_path)
    assert (done.returncode, done.stdout.strip()) == (0, "[]"), done.stderr


def test_a_learner_checks_a_notebook(system, course):
    """`autograder check` passes a right notebook and says what is wrong in another."""
    right, wrong = (there(system, CLI, "check", f"{name}.ipynb", cwd=course) for name in ("right", "wrong"))
    assert right.returncode == 0 and "All public checks passed" in right.stdout, right.stdout + right.stderr
    assert wrong.returncode == 1 and "all entries are wrong; entry [0] is 3, not 2" in wrong.stdout, wrong.stderr


def test_grading_is_refused_with_a_sentence(system, course):
    """Exit code 2, and where to grade; not a traceback, no results, also for those who would accept any isolation."""
    for options in ([], ["--isolation", "process"]):
        done = there(system, CLI, "grade", "a9", "right.ipynb", "--out", "out", *options, cwd=course)
        assert done.returncode == 2 and "Traceback" not in done.stderr, done.stderr
        for word in ("only be shut in on Linux", "Docker", "WSL", "Gradescope"):
            assert word in done.stderr
        assert not (course / "out" / "results.sqlite").exists()


def test_the_doctor_says_where_to_grade(system, course):
    """What works, and what to use for grading."""
    done = there(system, CLI, "doctor", cwd=course)
    assert done.returncode == 1 and "Traceback" not in done.stderr, done.stderr
    assert "Docker or WSL" in done.stdout and "Gradescope" in done.stdout


def test_a_report_is_written_from_results_made_elsewhere(system, course):
    """Results graded on Linux can be looked at anywhere: the store opens, and pages are written."""
    made = subprocess.run([sys.executable, "-m", "autograder.cli", "grade", "a9", "right.ipynb", "--out", "out"], capture_output=True, text=True, cwd=course, env=_env(course))
    assert made.returncode == 0, made.stderr
    done = there(system, CLI, "report", "out", cwd=course)
    assert done.returncode == 0 and "report: " in done.stdout, done.stderr


def _env(course: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "HIDDEN_LAYERS_ROOT": str(course)}
