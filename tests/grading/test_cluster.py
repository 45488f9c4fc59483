"""A real Dask scheduler and real workers, as processes of this machine: the same table, whoever of them is killed."""

from __future__ import annotations

import json
import signal
import sys
import threading
import time
import zipfile
from io import BytesIO, StringIO
from types import SimpleNamespace

import pytest

from autograder.course import load
from autograder.grade_class import Options, grade_class
from autograder.grading import agent
from autograder.grading import cluster as module
from autograder.grading import cluster_worker
from autograder.grading.agent import versions
from autograder.grading.bundle import bundle
from autograder.grading.cluster import Cluster, ClusterError, WorkersDied, grade_elsewhere
from autograder.grading.store import Store
from autograder.grading.verdicts import Task
from autograder.sandbox import Limits
from tests.grading.dask_processes import Dask
from tests.grading.grades import partly, submission
from tests.grading.killing import Course, at_a_stop, told

pytestmark = [pytest.mark.longest, pytest.mark.skipif(sys.platform != "linux", reason="hidden checks are only run on Linux")]
SIZE = 8


@pytest.fixture(scope="module")
def processes(tmp_path_factory):
    """The cluster of this file."""
    dask = Dask(tmp_path_factory.mktemp("dask"))
    yield dask
    dask.close()


@pytest.fixture
def dask(processes):
    """A scheduler, and two workers that it knows."""
    return processes.ready()


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A course, a class, and the table of a run on this machine."""
    made = Course.made(tmp_path_factory.mktemp("cluster"), SIZE)
    table, _ = made.whole(made.folder / "whole")
    return made, table


@pytest.fixture
def assignment(course):
    """The tiny assignment."""
    return load(course[0].folder / "course", "a9")


def until(true, seconds=300):
    """Wait until something holds."""
    end = time.monotonic() + seconds
    while not true() and time.monotonic() < end:
        time.sleep(0.05)
    assert true()


def test_what_was_shipped_goes_with_the_one_who_shipped_it(dask, course, tmp_path):
    """Also when the grader is killed and can tell nobody."""
    until(lambda: not dask.shipped())
    running = course[0].start(tmp_path / "out", "--dask", dask.address, held=True)
    at_a_stop(running, tmp_path / "out")
    assert dask.shipped()
    running.kill()
    running.communicate()
    until(lambda: not dask.shipped())


def test_ctrl_c_leaves_the_cluster_as_it_was(dask, course, tmp_path):
    """No grading process, no solutions, no code of ours in the workers."""
    from distributed import Client

    running = course[0].start(tmp_path / "out", "--dask", dask.address, held=True)
    at_a_stop(running, tmp_path / "out")
    assert dask.shipped()
    running.send_signal(signal.SIGINT)
    _, errors = running.communicate(timeout=600)
    assert (running.returncode, "run the same command again to go on" in errors) == (130, True), errors
    until(lambda: not dask.shipped())
    with Client(dask.address, set_as_default=False) as client:
        assert set(client.run(eval, "'autograder' in __import__('sys').modules").values()) == {False}


def test_workers_below_the_floor_are_refused_unless_they_are_asked_for(dask, assignment):
    """With every layer left out that hides the solutions; `process` takes them and says so."""
    deny = frozenset({"landlock", "private-root", "uid", "user-namespace"})
    with pytest.raises(ClusterError, match=r"no worker .* can grade; tcp://.*: it cannot keep the solutions from submitted code .*--isolation process"):
        Cluster(dask.address, assignment, Limits(), "full", deny)
    with Cluster(dask.address, assignment, Limits(), "process", deny) as cluster:
        assert cluster.refused == {} and cluster.isolation
    until(lambda: not dask.shipped())


def test_other_versions_are_named_before_anything_is_sent(dask, assignment, monkeypatch):
    """Verdicts depend on numpy, and code that is sent by value on Python."""
    monkeypatch.setattr(agent, "versions", lambda: {"Python": "3.9", "numpy": "1.26.0"})
    here = versions()
    with pytest.raises(ClusterError, match=f"has Python {here['Python']}, this machine 3.9; tcp://.* has numpy {here['numpy']}, this machine 1.26.0"):
        Cluster(dask.address, assignment, Limits(), "full")
    assert not dask.shipped()


# From here on somebody is killed, whom the next test starts again: each of them after those that need nobody new.


def ended(process):
    """Kill a process, and be sure that it is gone: whoever looks next finds out that another one is needed."""
    process.kill()
    process.wait()


def test_a_killed_worker_costs_nothing(dask, course, tmp_path):
    """Its submissions go to the other one: every record is there, once, and the table is that of this machine."""
    made, table = course
    running = made.start(tmp_path / "out", "--dask", dask.address, held=True, most=4)
    at_a_stop(running, tmp_path / "out")
    ended(dask.workers[0])
    text, errors = running.communicate(timeout=600)
    assert running.returncode == 0, errors
    assert sorted(one["submission"] for one in told(text)) == [f"s{number:03}" for number in range(SIZE)]
    assert (tmp_path / "out" / "results.csv").read_text() == table
    until(lambda: not dask.shipped())  # nothing of the solutions stays, on neither


def deadly():
    """In place of `cluster_worker.make_task`: what s003 does to its worker, every time."""

    def grade_there(name, text):
        import os
        import signal

        from distributed import get_worker

        if '"s003"' in text:
            os.kill(os.getpid(), signal.SIGKILL)
        return get_worker().plugins[name].ask(text)

    return grade_there


def test_a_submission_that_kills_every_worker_it_comes_to_fails_alone(dask, course, assignment, tmp_path, monkeypatch):
    """Those that were on the same workers are graded: Dask, which gives up all of them, cannot tell them apart."""
    from distributed import Client

    made, table = course
    monkeypatch.setattr(cluster_worker, "make_task", deadly)
    over = threading.Event()

    def start_again():
        while not over.wait(0.2):
            dask.ensure()

    with Client(dask.address, set_as_default=False) as client:
        client.run_on_scheduler(lambda dask_scheduler: setattr(dask_scheduler, "allowed_failures", 0))
        nanny = threading.Thread(target=start_again)
        nanny.start()
        try:
            summary = grade_class(assignment, [made.folder / "class"], tmp_path / "out", Options(dask=dask.address, quiet=True), StringIO())
        finally:
            over.set()
            nanny.join()
            client.run_on_scheduler(lambda dask_scheduler: setattr(dask_scheduler, "allowed_failures", 3))
    assert summary.statuses == {"graded": SIZE - 1, "failed": 1}
    with Store(tmp_path / "out" / "results.sqlite") as store:
        assert "every worker that graded it ended meanwhile" in store.grade("s003").problem
    others = [[line for line in text.splitlines() if "s003" not in line] for text in (table, (tmp_path / "out" / "results.csv").read_text())]
    assert others[0] == others[1]


def test_a_worker_that_stalls_does_not_stall_the_run_for_ever(dask, assignment):
    """As after a `docker pause`: it is alive for Dask, and will answer nothing."""
    with Cluster(dask.address, assignment, Limits(), "full") as cluster:
        cluster._longest = 2.0
        for worker in dask.workers:
            worker.send_signal(signal.SIGSTOP)
        try:
            future = cluster.submit(grade_elsewhere, Task(submission("ada")))
            with pytest.raises(ClusterError, match=r"no worker of the cluster at tcp://.* has answered for 2 s; what is graded is kept"):
                future.result(timeout=600)
        finally:
            for worker in dask.workers:
                ended(worker)


def test_a_dead_scheduler_ends_the_run_in_words_and_the_next_run_goes_on(dask, course, tmp_path):
    """Here the next run is one without a cluster."""
    made, table = course
    running = made.start(tmp_path / "out", "--dask", dask.address, held=True, most=SIZE - 2)
    graded = at_a_stop(running, tmp_path / "out")
    ended(dask.scheduler)
    _, errors = running.communicate(timeout=600)
    assert running.returncode == 2
    assert errors.splitlines()[-1] == f"Error: the scheduler at {dask.address} is gone; what is graded is kept: run the same command again to go on"
    assert "Traceback" not in errors
    again = made.start(tmp_path / "out")
    text, errors = again.communicate(timeout=600)
    assert again.returncode == 0, errors
    assert not graded & {one["submission"] for one in told(text) if not one["resumed"]}
    assert (tmp_path / "out" / "results.csv").read_text() == table


def test_an_address_where_nobody_answers_is_a_sentence(assignment, monkeypatch):
    """And so is a text that is no address."""
    monkeypatch.setattr(module, "_CONNECT_SECONDS", 0.3)
    with pytest.raises(ClusterError, match="nowhere is no address of a Dask scheduler .missing port number"):
        Cluster("nowhere", assignment, Limits(), "full")
    for address in ("tcp://127.0.0.1:9", "nonsense://x"):
        with pytest.raises(ClusterError, match="no Dask scheduler answers at .*--dask takes an address such as"):
            Cluster(address, assignment, Limits(), "full")


def test_without_dask_the_extra_is_named(assignment, monkeypatch):
    """An instructor who never asks for a cluster does not need it."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClusterError, match=r"--dask needs the package distributed: pip install -e '\.\[cluster\]'"):
        Cluster("tcp://127.0.0.1:9", assignment, Limits(), "full")


def test_a_bundle_holds_the_engine_and_one_assignment_and_is_the_same_every_time(assignment):
    """Its private half too: the checks run on the workers."""
    packed = bundle(assignment)
    assert packed == bundle(assignment)
    names = zipfile.ZipFile(BytesIO(packed)).namelist()
    assert {"engine/autograder/sandbox/zygote.py", "course/assignments/a9_tiny/notebook.py", "course/solutions/a9_tiny/reference.py"} <= set(names)
    assert {name.split("/")[0] for name in names} == {"engine", "course"}
    assert not [name for name in names if "__pycache__" in name]


@pytest.mark.parametrize("task", [Task(submission("ada")), Task(submission("ada"), partly("ada").questions, frozenset({"q2"}))], ids=["whole", "partly"])
def test_tasks_cross_as_json(task):
    """What comes back is what was sent."""
    assert Task.from_dict(json.loads(json.dumps(task.to_dict()))) == task


class KilledWorker(Exception):
    """As Dask calls it."""


@pytest.mark.parametrize(
    ("done", "kind", "sentence"),
    [
        (SimpleNamespace(status="error", exception=lambda: KilledWorker()), WorkersDied, "every worker that graded it ended meanwhile"),
        (SimpleNamespace(status="error", exception=lambda: OSError("disk")), OSError, "disk"),
        (SimpleNamespace(status="cancelled"), ClusterError, "the scheduler at tcp://x is gone"),
        (SimpleNamespace(status="finished", result=lambda: {"answer": json.dumps({"error": "ended twice"})}), RuntimeError, "ended twice"),
    ],
    ids=["killed", "error", "lost", "answer"],
)
def test_what_goes_wrong_elsewhere_is_an_error_of_one_submission_or_the_end_of_the_run(done, kind, sentence):
    """Only a scheduler that is gone ends the run."""
    cluster = object.__new__(Cluster)
    cluster.address = "tcp://x"
    outcome = cluster._outcome(done)
    assert type(outcome) is kind and sentence in str(outcome)
