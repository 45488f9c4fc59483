"""`kill -9` in the middle of grading: nothing that was stored is lost or graded again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from autograder.grading.store import Store
from tests.grading.grades import BASIS, partly, submission

ROOT = Path(__file__).parents[2]
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
