"""Grading processes of this machine: the same grades as in threads, whatever happens to one of them."""

from __future__ import annotations

import dataclasses
import sys

import pytest

from autograder.course import load
from autograder.grading.crew import Crew
from autograder.grading.intake import find_submissions, read_submission
from autograder.grading.processes import Processes
from autograder.grading.verdicts import Task
from autograder.grading.workshop import Workshop
from autograder.sandbox import Limits, SandboxError
from tests.grading.killing import Course
from tests.tiny_course import edit

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="hidden checks are only run on Linux")


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A tiny course, and a class of one right and one wrong notebook."""
    return Course.made(tmp_path_factory.mktemp("processes"), 2)


def graded(shop, tasks, between=lambda crew: None):
    """The grades of tasks, without what was measured; `between` is done after each."""
    crew = Crew(shop.start, shop.work)
    try:
        grades = []
        for task in tasks:
            grade = crew(task)
            questions = tuple(dataclasses.replace(one, verdicts=tuple(dataclasses.replace(v, seconds=0.0) for v in one.verdicts)) for one in grade.questions)
            grades.append(dataclasses.replace(grade, seconds={}, questions=questions))
            between(crew)
        return grades
    finally:
        crew.close()


def test_a_process_grades_as_a_thread_does_also_after_one_was_killed(course):
    """The next one takes its place, and the task is tried again."""
    assignment = load(course.folder / "course", "a9")
    tasks = [Task(read_submission(one)) for one in find_submissions([course.folder / "class"]).files]
    used = []

    def kill(crew):
        used.append(crew._mine.tool.process)
        used[-1].kill()

    secrets = (course.folder / "course" / "solutions",)
    processes = graded(Processes(assignment, Limits(), secrets, "full"), tasks, kill)
    assert [grade.earned for grade in processes] == [9.0, 4.0]
    assert processes == graded(Workshop(assignment, Limits(), secrets), tasks)
    assert len({process.pid for process in used}) == 2, "the second one was to be graded by another process"


def test_checks_that_change_during_a_run_are_refused(course):
    """A process that starts later would grade by others, and the results would say that they are the same."""
    assignment = load(course.folder / "course", "a9")
    shop = Processes(assignment, Limits(), (course.folder / "course" / "solutions",), "full")
    edit(course.folder / "course", "solutions/a9_tiny/reference.py", '"""Reference of a9."""', '"""Another reference of a9."""')
    with pytest.raises(SandboxError, match="a9 has been changed since the run began: run the same command again"):
        shop.start()
