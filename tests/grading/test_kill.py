"""`kill -9` in the middle of grading: nothing that was stored is lost or graded again."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from autograder.course import load
from autograder.grading.store import Store
from autograder.sample_class import write_class
from tests.grading.grades import BASIS, partly, submission

ROOT = Path(__file__).parents[2]
COURSE = ROOT / "tests" / "release" / "course"
SIZE = 120


def grading(folder):
    command = [sys.executable, str(Path(__file__).with_name("slow_grading.py")), str(folder / "results.sqlite"), str(folder / "log"), str(SIZE)]
    return subprocess.Popen(command, env={**os.environ, "PYTHONPATH": str(ROOT)}, stderr=subprocess.PIPE)


def lines(folder):
    return (folder / "log").read_text().split() if (folder / "log").exists() else []


@pytest.mark.parametrize("after", [1, 40, 90])
def test_a_killed_run_resumes_where_it_was(tmp_path, after):
    """Killed with SIGKILL after some submissions, run again: same grades, and what was stored is not graded again."""
    first = grading(tmp_path)
    deadline = time.monotonic() + 30
    while len(lines(tmp_path)) < after and time.monotonic() < deadline:
        time.sleep(0.002)
    first.send_signal(signal.SIGKILL)
    first.wait()
    first.stderr.close()
    begun = lines(tmp_path)
    assert after <= len(begun) < SIZE, "killed too late or never started: the test proves nothing"

    with Store(tmp_path / "results.sqlite", BASIS) as store:
        stored = {one.submission for one in store.grades()}
    # In flight were at most four submissions, begun or just finished.
    assert set(begun) >= stored
    assert len(begun) - len(stored) <= 4

    second = grading(tmp_path)
    _, errors = second.communicate(timeout=60)
    assert second.returncode == 0, errors.decode()
    again = lines(tmp_path)[len(begun) :]
    assert not stored & set(again)
    assert sorted(stored | set(again)) == [submission(f"s{i:03}").name for i in range(SIZE)]
    with Store(tmp_path / "results.sqlite", BASIS) as store:
        assert list(store.grades()) == [partly(f"s{i:03}") for i in range(SIZE)]


def grade_command(out, submissions):
    command = [sys.executable, "-m", "autograder.cli", "grade", "t1", str(submissions), "--out", str(out), "--json"]
    return subprocess.Popen(command, env={**os.environ, "HIDDEN_LAYERS_ROOT": str(COURSE), "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def graded(lines):
    return [entry["submission"] for entry in map(json.loads, lines) if not entry["resumed"]]


@pytest.mark.skipif(sys.platform != "linux", reason="hidden checks are only run on Linux")
def test_a_killed_grade_command_gives_the_same_table_in_the_end(tmp_path):
    """The real command on real notebooks, killed half way, against a run that nobody disturbed."""
    assignment = load(COURSE, "t1")
    members = write_class(assignment, tmp_path / "class")
    for member in members:  # the two that wait for a deadline or are big; the rest is quick
        if member.file in ("isaac.ipynb", "qin.ipynb"):
            (tmp_path / "class" / member.file).unlink()
    whole = grade_command(tmp_path / "whole", tmp_path / "class")
    told, errors = whole.communicate(timeout=120)
    assert whole.returncode == 0, errors

    killed = grade_command(tmp_path / "killed", tmp_path / "class")
    before = [killed.stdout.readline() for _ in range(8)]
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    assert not (tmp_path / "killed" / "results.csv").exists(), "it ended before it was killed: the test proves nothing"
    again = grade_command(tmp_path / "killed", tmp_path / "class")
    resumed, errors = again.communicate(timeout=120)
    assert again.returncode == 0, errors

    assert len(resumed.splitlines()) == len(told.splitlines()) == len(members) - 2
    assert not set(graded(before)) & set(graded(resumed.splitlines()))
    assert (tmp_path / "killed" / "results.csv").read_bytes() == (tmp_path / "whole" / "results.csv").read_bytes()
