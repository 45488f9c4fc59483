"""Every submission ends with a record, whatever its worker does; nothing is graded twice."""

from __future__ import annotations

import dataclasses
import itertools
import threading
import time
from concurrent.futures import Future

import pytest

from autograder.grading.crew import ThreadCrew
from autograder.grading.delivery import Delivery
from autograder.grading.schedule import grade_many
from autograder.grading.store import Store
from autograder.grading.verdicts import Submission
from tests.grading.grades import BASIS, grade, submission


class Tool:
    """A tool that knows whether it was closed."""

    def __init__(self):
        self.closed = False

    def close(self):
        self.closed = True


class Workshop:
    """Makes tools and remembers them."""

    def __init__(self):
        self.made = []

    def __call__(self):
        self.made.append(Tool())
        return self.made[-1]


class ToolBroke(Exception):
    """What a dead zygote raises."""


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "results.sqlite", BASIS) as store:
        yield store


def grade_it(tool, one):
    return grade(one.name)


def class_of(size):
    return [submission(f"s{i:03}") for i in range(size)]


def run(store, submissions, work=grade_it, *, jobs=2, start=Tool, on_done=lambda finished: None):
    with ThreadCrew(jobs, start, lambda tool, task: work(tool, task.submission)) as crew:
        return grade_many(submissions, store, crew.grade, crew.executor, in_flight=2 * jobs, on_done=on_done)


def test_every_submission_gets_its_grade(store):
    """100 submissions, 4 threads."""
    summary = run(store, class_of(100), jobs=4)
    assert [one.submission for one in store.grades()] == [f"s{i:03}" for i in range(100)]
    assert (summary.total, summary.graded, summary.resumed, summary.statuses) == (100, 100, 0, {"graded": 100})


def test_a_second_run_grades_nothing(store):
    """And still reports every submission."""
    run(store, class_of(10))
    seen = []

    def never(tool, one):
        raise AssertionError("graded twice")

    summary = run(store, class_of(10), never, on_done=seen.append)
    assert (summary.total, summary.graded, summary.resumed) == (10, 0, 10)
    assert [finished.fresh for finished in seen] == [False] * 10


def test_no_more_than_the_allowed_number_is_read_ahead(store):
    """10,000 notebooks must not wait in memory for two workers."""
    read = []
    ahead = []

    def reading():
        for one in class_of(60):
            read.append(one.name)
            yield one

    run(store, reading(), on_done=lambda finished: ahead.append(len(read) - finished.count))
    assert len(ahead) == 60
    assert max(ahead) <= 4


def test_a_broken_tool_is_replaced_and_the_submission_tried_again(store):
    """Its second try counts; the broken tool is closed."""
    workshop = Workshop()
    failures = iter([True])

    def breaks_once(tool, one):
        if one.name == "s003" and next(failures, False):
            raise ToolBroke
        assert not tool.closed
        return grade(one.name)

    summary = run(store, class_of(8), breaks_once, jobs=1, start=workshop)
    assert summary.statuses == {"graded": 8}
    assert len(workshop.made) == 2
    assert all(tool.closed for tool in workshop.made)


def test_a_submission_that_breaks_two_tools_gets_a_record_and_costs_no_other(store):
    """The record says that it is the grader's fault, where, and what happens next."""
    tries = []

    def breaks(tool, one):
        if one.name == "s003":
            tries.append(one.name)
            raise ToolBroke("gone\nfor good")
        return grade(one.name)

    summary = run(store, class_of(8), breaks)
    assert summary.statuses == {"graded": 7, "failed": 1}
    assert len(tries) == 2
    bad = next(one for one in store.grades() if one.status == "failed")
    assert bad.submission == "s003"
    assert "ToolBroke at test_schedule.py:" in bad.problem and "gone for good" in bad.problem and "\n" not in bad.problem


def test_a_tool_that_cannot_start_gives_records_too(store):
    """Even if no worker ever works, every submission has its record."""

    def broken():
        raise ToolBroke("no namespaces")

    assert run(store, class_of(5), start=broken).statuses == {"failed": 5}


def test_a_refusal_is_not_repeated(store):
    """What a second try would only repeat is tried once."""
    tries = []

    def refuses():
        tries.append(1)
        raise ToolBroke

    with ThreadCrew(1, refuses, grade_it, final=(ToolBroke,)) as crew:
        assert grade_many(class_of(2), store, crew.grade, crew.executor, in_flight=1).statuses == {"failed": 2}
    assert len(tries) == 2


def test_failed_submissions_are_graded_by_the_next_run(store):
    """Only those."""

    def breaks(tool, one):
        raise ToolBroke

    run(store, class_of(3), lambda tool, one: breaks(tool, one) if one.name == "s001" else grade(one.name))
    seen = []

    def again(tool, one):
        seen.append(one.name)
        return grade(one.name)

    assert run(store, class_of(3), again).statuses == {"graded": 3}
    assert seen == ["s001"]


def test_an_unreadable_submission_has_a_record_without_a_worker(store):
    """Nobody starts a session for it."""
    bad = Submission("bad", "bad", None, "digest", "bad.ipynb cannot be graded: it is empty.", "bad.ipynb")

    def never(tool, one):
        raise AssertionError("a worker was asked")

    assert run(store, [bad], never).statuses == {"unreadable": 1}
    (record,) = store.grades()
    assert (record.status, record.problem) == ("unreadable", bad.problem)


class Immediately:
    """An executor with no threads at all, as a stand-in for a cluster's."""

    def submit(self, function, *args):
        future = Future()
        try:
            future.set_result(function(*args))
        except BaseException as error:
            future.set_exception(error)
        return future


def test_any_executor_will_do(store):
    """A worker's SystemExit is a failure of one submission, not the end of the run."""

    def exits(task):
        if task.submission.name == "s001":
            raise SystemExit(3)
        return grade(task.submission.name)

    summary = grade_many(class_of(3), store, exits, Immediately(), in_flight=1)
    assert summary.statuses == {"graded": 2, "failed": 1}


def test_an_interrupt_ends_at_once_and_keeps_what_is_done(store):
    """Ctrl-C while every worker is in an endless loop: tools are closed, which ends the loops, and nothing is tried again."""
    both_loop = threading.Event()
    workshop = Workshop()
    tries = itertools.count()

    def loops(tool, one):
        if one.name < "s003":
            return grade(one.name)
        if next(tries) == 1:
            both_loop.set()
        while not tool.closed:
            time.sleep(0.001)
        raise ToolBroke

    def interrupted():
        yield from class_of(5)
        assert both_loop.wait(60)
        raise KeyboardInterrupt

    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        run(store, interrupted(), loops, start=workshop)
    assert time.monotonic() - began < 60
    assert next(tries) == 2
    assert len(workshop.made) == 2, "a stopped crew must not start another tool"
    assert {one.submission for one in store.grades()} <= {"s000", "s001", "s002"}
    assert all(tool.closed for tool in workshop.made)
    assert run(store, class_of(5)).statuses == {"graded": 5}


def test_each_thread_keeps_its_tool(store):
    """A tool is made once per thread, not once per submission."""
    workshop = Workshop()
    users: dict[int, set[int]] = {}

    def uses(tool, one):
        users.setdefault(id(tool), set()).add(threading.get_ident())
        return grade(one.name)

    run(store, class_of(50), uses, jobs=3, start=workshop)
    assert 1 <= len(workshop.made) <= 3
    assert all(len(threads) == 1 for threads in users.values())


def test_threads_are_gone_afterwards(store):
    """Nothing keeps the program alive."""
    run(store, class_of(4))
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("grader")]


def test_a_submission_downloaded_again_with_its_time_keeps_its_grade_and_gets_the_time(store):
    """Nothing is graded again; what the download says now is stored."""
    run(store, [submission("ada")])
    came = Delivery("Gradescope", "2026-10-01T10:00:00+00:00")
    done = []
    summary = run(store, [dataclasses.replace(submission("ada"), delivery=came)], on_done=done.append)
    assert summary.resumed == 1 and done[0].grade.delivery == came
    assert [one.delivery for one in store.grades()] == [came]
