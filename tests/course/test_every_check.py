"""What holds for the checks of every assignment, seen from here: the audit says the same of notebooks in the sandbox.

Variants, mistakes and their names, other seeds, mutants and blank notebooks are the audit's business
(tests/audit/test_course.py).
"""

import inspect

import numpy as np
import pytest

from tests.course.notebooks import IDS, assignment, failing

pytestmark = pytest.mark.parametrize("name", IDS)


@pytest.fixture
def course(name):
    """The assignment with its private half."""
    return assignment(name)


def test_reference_passes_every_check(course):
    """No check rejects the reference."""
    assert list(failing(course, **course.right_functions)) == []


def test_stubs_pass_no_check(course):
    """A stub as handed out is not attempted for every check of its question; one for practice fails at least one check."""
    names = {"np": np}
    for question in course.graded:
        exec(course.stub_source(question.id), names)
    for question in course.graded:
        records = [check.run({**course.right_functions, **{name: names[name] for name in question.functions}}) for check in course.checks_of(question.id)]
        if question.points:
            assert {record and record.kind for record in records} == {"not_attempted"}, question.id
        else:
            assert any(records), question.id


@pytest.mark.parametrize("error", [ValueError, TypeError])
def test_raising_earns_nothing(course, error):
    """A function that only raises passes no check, also not one that waits for an error."""

    def raises(*args):
        raise error("no")

    for question in course.graded:
        for function in question.functions if question.points else ():
            asking = [check.name for check in course.checks_of(question.id) if function in check.parameters]
            assert set(failing(course, **{function: raises})) >= set(asking), question.id


def test_public_checks_are_a_fifth_to_a_third(course):
    """Public checks show progress and leave most of the points to hidden ones; half of them in every question."""
    public = {q.id: sum(check.points for check in course.public_checks if check.question == q.id) for q in course.graded}
    assert 0.2 <= sum(public.values()) / sum(question.points for question in course.graded) <= 1 / 3
    assert [q.id for q in course.graded if q.points and not 0 < public[q.id] <= q.points / 2] == []


def test_hints_give_nothing_away(course):
    """No hint holds a line of the reference that does something."""
    lines = {line.strip() for line in inspect.getsource(course.reference).splitlines() if "=" in line or "return" in line}
    told = [(entry.name, line) for entry in course.mistakes for hint in entry.hints for line in lines if line in hint]
    assert told == []
