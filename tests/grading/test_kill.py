"""`kill -9` in the middle of grading: nothing that was stored is lost or graded again."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from autograder.checking import Check
from autograder.course import load, student_notebook
from autograder.grading.crew import ThreadCrew
from autograder.grading.feedback import hint_of
from autograder.grading.store import Store
from autograder.grading.verdicts import Submission, Task
from autograder.grading.workshop import Workshop
from autograder.sample_class import sample_class
from autograder.sandbox import Limits
from tests.grading.grades import BASIS, partly, submission
from tests.grading.killing import WRONG, Course, at_a_stop, disturbed, started
from tests.grading.test_grade_one import RIGHT, TWO
from tests.tiny_course import write_course

ROOT = Path(__file__).parents[2]
COURSE = ROOT / "tests" / "release" / "course"
SIZE, MOST = 200, 190  # of so many, one that is to be killed grades no more than these, however late it is killed


def grading(folder, *most):
    command = [sys.executable, str(Path(__file__).with_name("slow_grading.py")), str(folder / "results.sqlite"), str(folder / "log"), str(SIZE), *most]
    return subprocess.Popen(command, env={**os.environ, "PYTHONPATH": str(ROOT)}, stderr=subprocess.PIPE)


def lines(folder):
    return (folder / "log").read_text().split() if (folder / "log").exists() else []


@pytest.mark.parametrize("after", [1, 40, 90])
def test_a_killed_run_resumes_where_it_was(tmp_path, after):
    """Killed with SIGKILL after some submissions, run again: same grades, and what was stored is not graded again."""
    first = grading(tmp_path, str(MOST))
    deadline = time.monotonic() + 120
    while len(lines(tmp_path)) < after and time.monotonic() < deadline:
        time.sleep(0.002)
    first.send_signal(signal.SIGKILL)
    first.wait()
    first.stderr.close()
    begun = lines(tmp_path)
    assert after <= len(begun) <= MOST, "it never started: the test proves nothing"

    with Store(tmp_path / "results.sqlite", BASIS) as store:
        stored = {one.submission for one in store.grades()}
    # In flight were at most four submissions, begun or just finished.
    assert set(begun) >= stored
    assert len(begun) - len(stored) <= 4

    second = grading(tmp_path)
    _, errors = second.communicate(timeout=300)
    assert second.returncode == 0, errors.decode()
    again = lines(tmp_path)[len(begun) :]
    assert not stored & set(again)
    assert sorted(stored | set(again)) == [submission(f"s{i:03}").name for i in range(SIZE)]
    with Store(tmp_path / "results.sqlite", BASIS) as store:
        assert list(store.grades()) == [partly(f"s{i:03}") for i in range(SIZE)]


def hand_in(folder, names):
    """The files of some members of the made-up class."""
    folder.mkdir()
    for member in sample_class(load(COURSE, "t1")):
        if member.file.split(".")[0].split("_")[0] in names:
            (folder / member.file).write_bytes(member.data)


@pytest.mark.skipif(sys.platform != "linux", reason="hidden checks are only run on Linux")
def test_a_run_killed_at_random_moments_gives_the_same_table_in_the_end(tmp_path):
    """The real command, its grader and its zygotes killed by turns: nothing is graded twice, the file stays sound.

    tests/benchmarks/kill.py does the same at 50 moments.
    """
    rng = random.Random(6)
    course = Course.made(tmp_path, 8)
    table, seconds = course.whole(tmp_path / "whole")
    before = frozenset()
    for victim in ("grader", "zygote"):
        left = disturbed(course, tmp_path / "out", victim, rng, seconds)
        assert not before & left.graded, "graded twice"
        before |= left.stored
    assert left.ended, left.errors
    assert before == {f"s{i:03}" for i in range(8)}
    assert (tmp_path / "out" / "results.csv").read_text() == table


def descendants(pid):
    """Pids of all processes below `pid`, read from /proc."""
    children = {}
    for entry in Path("/proc").iterdir():
        try:
            if entry.name.isdigit():
                parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
                children.setdefault(parent, []).append(int(entry.name))
        except OSError:  # it ended while we looked
            continue
    found, todo = set(), [pid]
    while todo:
        below = children.get(todo.pop(), [])
        found.update(below)
        todo += below
    return found


def alive(pids):
    return [pid for pid in pids if runs(pid)]


def runs(pid):
    try:
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text()
    except OSError:  # it may end between any two looks
        return False


@pytest.mark.skipif(sys.platform != "linux", reason="hidden checks are only run on Linux")
@pytest.mark.parametrize(("blow", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -9)], ids=["Ctrl-C", "TERM", "kill -9"])
def test_nothing_keeps_running_after_the_grader_has_gone(tmp_path, blow, code):
    """Zygotes and sessions end with the grader, also while a submission is in an endless loop; whom it can tell, it tells
    how to go on."""
    hand_in(tmp_path / "class", ("ada", "isaac"))
    running = started(COURSE, "t1", tmp_path / "class", tmp_path / "out", held=True)
    at_a_stop(running, tmp_path / "out")  # ada is graded; isaac loops
    below = descendants(running.pid)
    assert below, "no worker was seen: the test proves nothing"
    running.send_signal(blow)
    _, errors = running.communicate(timeout=600)
    told = "" if blow == signal.SIGKILL else "stopped; 1 submissions have their record: run the same command again to go on\n"
    assert (running.returncode, errors) == (code, told)
    deadline = time.monotonic() + 300
    while alive(below) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert alive(below) == []


@pytest.mark.skipif(sys.platform != "linux", reason="hidden checks are only run on Linux")
@pytest.mark.parametrize("nth", [1, 2, 3])
def test_a_zygote_that_dies_in_the_middle_of_a_check_changes_no_verdict(tmp_path, monkeypatch, nth):
    """Killed in the first, second or third run of the last check, which a wrong function fails: graded again, as if nothing had been."""
    course = load(write_course(tmp_path / "course", TWO), "a9")
    workshop = Workshop(course, Limits(call_seconds=5.0, cell_seconds=5.0, memory_mb=512), (course.private_dir,), repairs=False)
    task = Task(Submission("ada", "ada", student_notebook(course, {**RIGHT, "q3": WRONG["q1"].replace("double", "quadruple")}), "digest"))
    last, trace, zygotes, runs = course.checks_of("q3")[-1], Check.trace, [], []

    def killing(check, environment):
        if (check.question, check.name) == (last.question, last.name):
            runs.append(check)
            if len(runs) == nth:
                zygotes[0]._process.kill()
                zygotes[0]._process.wait()
        return trace(check, environment)

    def start():
        zygotes.append(workshop.start())
        return zygotes[-1]

    with ThreadCrew(1, start, workshop.work) as crew:
        undisturbed = crew.grade(task)
        monkeypatch.setattr(Check, "trace", killing)
        disturbed = crew.grade(task)
    assert len(runs) >= nth and len(zygotes) == 2, "nothing was killed: the test proves nothing"
    assert [(one.earned, one.status, hint_of(one)) for one in disturbed.questions] == [(one.earned, one.status, hint_of(one)) for one in undisturbed.questions]
