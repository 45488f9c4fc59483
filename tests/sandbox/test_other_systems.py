"""macOS and Windows, simulated: learners work there as on Linux; graders are sent where submissions can be shut in."""

from __future__ import annotations

import json
import os
import shutil
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
# Imports once what takes seconds; each command is then run in a fork that forgets the system and ends as any program does.
SERVER = """
import asyncio, ctypes, json, os, runpy, signal, socket, sqlite3, subprocess, sys, tempfile
import click, IPython.core.interactiveshell, IPython.utils.capture, jinja2, jupytext, matplotlib.pyplot, msgpack, nbformat, numpy, otter, otter.run, otter.test_files, otter.check.utils
for line in sys.stdin:
    job = json.loads(line)
    pid = os.fork()
    if pid == 0:
        break
    print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)
else:
    sys.exit()
for number, path in enumerate((os.devnull, *job["outputs"])):
    os.dup2(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), number)
os.chdir(job["cwd"])
os.environ["HIDDEN_LAYERS_ROOT"] = job["cwd"]
sys.argv[1:], sys.platform, lacks = job["arguments"], job["system"], job["lacks"]
for name in lacks["modules"]: sys.modules[name] = None
for module, names in ((os, lacks["os"]), (signal, lacks["signal"])):
    for name in names:
        if hasattr(module, name): delattr(module, name)
if sys.platform == "win32": subprocess.Popen.kill = subprocess.Popen.terminate
exec(job["code"])
"""
CLI = "from autograder.cli import main\nmain()"


@pytest.fixture(scope="module")
def server():
    """The process that has imported everything."""
    with subprocess.Popen([sys.executable, "-c", SERVER], env=_env(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
        yield running
        running.stdin.close()


@pytest.fixture(params=LACKS)
def there(request, server, tmp_path_factory):
    """Run code with what a system has."""

    def run(code: str, *arguments: object, cwd: Path) -> subprocess.CompletedProcess:
        outputs = [tmp_path_factory.mktemp("there") / name for name in ("stdout", "stderr")]
        job = {"system": request.param, "lacks": LACKS[request.param], "code": code, "arguments": arguments, "cwd": cwd, "outputs": outputs}
        server.stdin.write(json.dumps(job, default=str) + "\n")
        server.stdin.flush()
        status = int(server.stdout.readline())
        return subprocess.CompletedProcess(arguments, status, *(path.read_text(encoding="utf-8") for path in outputs))

    return run


@pytest.fixture
def course(tmp_path):
    """The tiny course with a right notebook in it, and one with a mistake."""
    return with_notebooks(tmp_path)


def with_notebooks(folder: Path) -> Path:
    write_course(folder, SOURCES)
    for name, code in (("right", {}), ("wrong", {"q1": "def double(A):\n    return 3 * A"})):
        (folder / f"{name}.ipynb").write_text(json.dumps(right_notebook(code)))
    return folder


def test_a_learner_imports_what_a_notebook_needs(there, tmp_path):
    """The checks and the notebook's `grader`; and with them nothing that only Linux has."""
    code = "import autograder.checking, autograder.notebook\nprint(sorted(name for name in sys.modules if name.startswith('autograder.sandbox')))"
    done = there(code, cwd=tmp_path)
    assert (done.returncode, done.stdout.strip()) == (0, "[]"), done.stderr


def test_a_learner_checks_a_notebook(there, course):
    """`autograder check` passes a right notebook and says what is wrong in another."""
    right, wrong = (there(CLI, "check", f"{name}.ipynb", cwd=course) for name in ("right", "wrong"))
    assert right.returncode == 0 and "All public checks passed" in right.stdout, right.stdout + right.stderr
    assert wrong.returncode == 1 and "all entries are wrong; entry [0] is 3, not 2" in wrong.stdout, wrong.stderr


def test_grading_is_refused_with_a_sentence(there, course):
    """Exit code 2, and where to grade; not a traceback, no results, also for those who would accept any isolation."""
    for options in ([], ["--isolation", "process"]):
        done = there(CLI, "grade", "a9", "right.ipynb", "--out", "out", *options, cwd=course)
        assert done.returncode == 2 and "Traceback" not in done.stderr, done.stderr
        for word in ("only be shut in on Linux", "Docker", "WSL", "Gradescope"):
            assert word in done.stderr
        assert not (course / "out" / "results.sqlite").exists()


def test_the_doctor_says_where_to_grade(there, course):
    """What works, and what to use for grading."""
    done = there(CLI, "doctor", cwd=course)
    assert done.returncode == 1 and "Traceback" not in done.stderr, done.stderr
    assert "Docker or WSL" in done.stdout and "Gradescope" in done.stdout


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """The results of the right notebook, graded here."""
    course = with_notebooks(tmp_path_factory.mktemp("graded"))
    command = [sys.executable, "-m", "autograder.cli", "grade", "a9", "right.ipynb", "--out", "out"]
    made = subprocess.run(command, capture_output=True, text=True, cwd=course, env={**_env(), "HIDDEN_LAYERS_ROOT": str(course)})
    assert made.returncode == 0, made.stderr
    return course / "out"


def test_a_report_is_written_from_results_made_elsewhere(there, graded, course):
    """Results graded on Linux can be looked at anywhere: the store opens, and pages are written."""
    shutil.copytree(graded, course / "out", ignore=shutil.ignore_patterns("report"))
    done = there(CLI, "report", "out", cwd=course)
    assert done.returncode == 0 and "report: " in done.stdout, done.stderr
    assert list((course / "out" / "report").rglob("*.html"))


def _env() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH", "")])}
