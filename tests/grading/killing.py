"""Killing the real `autograder grade` at random moments, and looking at what is left."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from autograder.course import load, student_notebook
from tests.grading.test_grade_one import RIGHT, TWO
from tests.tiny_course import write_course

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
        """`autograder grade` on the class; results go to `out`."""
        command = [sys.executable, "-m", "autograder.cli", "grade", "a9", str(self.folder / "class"), "--out", str(out), "--json", "--jobs", "2", *options]
        env = {**os.environ, "HIDDEN_LAYERS_ROOT": str(self.folder / "course"), "PYTHONPATH": str(ROOT)}
        return subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **more)

    def whole(self, out: Path) -> tuple[str, float]:
        """A run that nobody disturbs: its results.csv, and the seconds it took."""
        began = time.monotonic()
        running = self.start(out)
        _, errors = running.communicate(timeout=300)
        assert running.returncode == 0, errors
        return (out / "results.csv").read_text(), time.monotonic() - began


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
        pids = [running.pid] if victim == "grader" else children(running.pid)
        if pids:
            os.kill(rng.choice(pids), signal.SIGKILL)

    return struck(course.start(out), out, blow, rng.uniform(0.0, seconds))


def struck(running: subprocess.Popen, out: Path, blow: Callable[[subprocess.Popen], None], moment: float) -> Left:
    """What is left of a run to which `blow` happened at a moment, in seconds from now."""
    try:
        running.wait(moment)
    except subprocess.TimeoutExpired:
        blow(running)
    told, errors = running.communicate(timeout=300)
    lines = [json.loads(line) for line in told.splitlines() if line.endswith("}")]
    return Left(running.returncode == 0, frozenset(one["submission"] for one in lines if not one["resumed"]), stored(out), errors)


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
