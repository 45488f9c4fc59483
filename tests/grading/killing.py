"""Killing the real `autograder grade`, at random moments or while it is held up, and looking at what is left."""

from __future__ import annotations

import fcntl
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from autograder.course import load, student_notebook
from tests.grading.test_grade_one import RIGHT, TWO
from tests.tiny_course import write_course

# The command, with all the time it needs to end in words, and with no more submissions under way than the first argument says.
_COMMAND = """
import dataclasses, sys
from contextlib import contextmanager
from autograder import grade_class, stopping
from autograder.cli import main

most, graders = int(sys.argv.pop(1)), grade_class.graders

@contextmanager
def few(*args):
    with graders(*args) as found:
        yield dataclasses.replace(found, in_flight=min(most, found.in_flight))

grade_class.graders, stopping._LATEST = few, 60.0
main()
"""
ROOT = Path(__file__).parents[2]
WRONG = {**RIGHT, "q1": "def double(A):\n    return 3 * A"}
CRASHING = {**RIGHT, "q3": "import os\n\ndef quadruple(A):\n    os._exit(1)"}


@dataclass(frozen=True)
class Course:
    """A tiny course and a class that handed in right, wrong and crashing notebooks, below `folder`."""

    folder: Path

    @classmethod
    def made(cls, folder: Path, size: int) -> Course:
        """Write the course and `size` submissions."""
        assignment = load(write_course(folder / "course", TWO), "a9")
        (folder / "class").mkdir()
        for number in range(size):
            notebook = student_notebook(assignment, (RIGHT, WRONG, {}, CRASHING)[number % 4])
            notebook["cells"].append({"cell_type": "code", "source": f"number = {number}"})
            (folder / "class" / f"s{number:03}.ipynb").write_text(json.dumps(notebook))
        return cls(folder)

    def start(self, out: Path, *options: str, **more) -> subprocess.Popen:
        """`started` on the class; results go to `out`."""
        return started(self.folder / "course", "a9", self.folder / "class", out, *options, **more)

    def whole(self, out: Path) -> tuple[str, float]:
        """A run that nobody disturbs: its results.csv, and the seconds it took."""
        began = time.monotonic()
        running = self.start(out)
        _, errors = running.communicate(timeout=600)
        assert running.returncode == 0, errors
        return (out / "results.csv").read_text(), time.monotonic() - began


def started(course: Path, assignment: str, submissions: Path, out: Path, *options: str, held: bool = False, most: int = 1000) -> subprocess.Popen:
    """`autograder grade` with two jobs, at most `most` submissions under way.

    held: it comes to a stop when it tells of the first submission, which is stored then, and goes on when what it says is read:
    `at_a_stop` waits for that. Nothing that is done meanwhile comes too late.
    """
    command = [sys.executable, "-c", _COMMAND, str(most), "grade", assignment, str(submissions), "--out", str(out), "--json", "--jobs", "2", *options]
    env = {**os.environ, "HIDDEN_LAYERS_ROOT": str(course), "PYTHONPATH": str(ROOT)}
    if not held:
        return subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    read, write = os.pipe()
    os.set_blocking(write, False)
    try:  # the pipe is full of empty lines, in pages of which none is free before one of them has been read
        while True:
            os.write(write, b"\n" * fcntl.fcntl(write, fcntl.F_GETPIPE_SZ))
    except BlockingIOError:
        os.set_blocking(write, True)
    running = subprocess.Popen(command, env=env, stdout=write, stderr=subprocess.PIPE, text=True)
    os.close(write)
    running.stdout = open(read, encoding="utf-8")  # noqa: SIM115 - closed by `communicate`
    return running


def at_a_stop(running: subprocess.Popen, out: Path) -> frozenset[str]:
    """Who is stored when a run that is `held` has come to its stop."""
    end = time.monotonic() + 300
    while True:
        with suppress(sqlite3.OperationalError):  # it is writing
            if found := stored(out):
                return found
        assert running.poll() is None, running.communicate()
        assert time.monotonic() < end, "nothing was graded"
        time.sleep(0.02)


def told(text: str) -> list[dict]:
    """What a run has told of each submission, in order; a line that was cut off does not count."""
    return [json.loads(line) for line in text.splitlines() if line.endswith("}")]


@dataclass(frozen=True)
class Left:
    """What a run left behind: whether it came to its end, whom it graded, who is stored, what it said on stderr."""

    ended: bool
    graded: frozenset[str]
    stored: frozenset[str]
    errors: str


def disturbed(course: Course, out: Path, victim: str, rng: random.Random, seconds: float) -> Left:
    """Start a run, kill the grader or one of its zygotes (SIGKILL) at a moment within `seconds`, wait for the end."""

    def blow(running: subprocess.Popen) -> None:
        pids = [running.pid] if victim == "grader" else zygotes(running.pid)
        if pids:
            os.kill(rng.choice(pids), signal.SIGKILL)

    return struck(course.start(out), out, blow, rng.uniform(0.0, seconds))


def struck(running: subprocess.Popen, out: Path, blow: Callable[[subprocess.Popen], None], moment: float) -> Left:
    """What is left of a run to which `blow` happened at a moment, in seconds from now."""
    try:
        running.wait(moment)
    except subprocess.TimeoutExpired:
        blow(running)
    text, errors = running.communicate(timeout=600)
    graded = frozenset(one["submission"] for one in told(text) if not one["resumed"])
    return Left(running.returncode == 0, graded, stored(out), errors)


def children(pid: int) -> list[int]:
    """The processes a process has started itself, in order."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            if entry.name.isdigit() and int((entry / "stat").read_text().rpartition(")")[2].split()[1]) == pid:
                found.append(int(entry.name))
        except OSError:  # it ended while we looked
            continue
    return sorted(found)


def zygotes(pid: int) -> list[int]:
    """The processes that fork the sessions of a grader: what it has started, what waits in that, and the workers', forked from
    it; no session, as far as a user of its own tells."""
    first = children(pid)
    second = [two for one in first for two in children(one)]
    third = [three for two in second for three in children(two) if _user(three) == _user(pid)]
    return [*first, *second, *third]


def _user(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/status").read_text().partition("Uid:")[2].split()[0]
    except (OSError, IndexError):
        return ""


def stored(out: Path) -> frozenset[str]:
    """The names in the results file, which must be sound, if there is one yet."""
    path = out / "results.sqlite"
    if not path.exists():
        return frozenset()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        if not connection.execute("SELECT name FROM sqlite_master").fetchall():
            return frozenset()
        return frozenset(name for (name,) in connection.execute("SELECT name FROM grades WHERE status != 'failed'"))
