"""No right code fails and no wrong code passes: hundreds of implementations that are not in the course, and all that are."""

import pytest

from autograder.checking import shifted
from autograder.course import solutions
from autograder.grading.environment import Environment
from autograder.grading.replay import grading_zygote
from autograder.sandbox import Limits
from tests.verdicts.case import ASSIGNMENTS, ROOT, assignment, cases, environment, fresh, read, unseen
from tests.verdicts.matrix import failed_checks, judge_all, table

pytestmark = pytest.mark.longest
ALL = ("a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "bonus")
LIMITS = Limits(call_seconds=10.0, cell_seconds=10.0, memory_mb=1024)


def test_verdict_matrix():
    """False rejects 0, false accepts 0, with three sets of seeds."""
    judged = judge_all((0, 1, 2))
    assert all(one.told_right for one in judged), "\n" + table(judged)


def test_enough_unseen_code():
    """There are at least 150 wrong and 60 right implementations, of every graded function some of both kinds, none twice."""
    right, wrong = cases("right"), cases("wrong")
    assert (len(wrong) >= 150, len(right) >= 60) == (True, True)
    graded = {(name, f) for name in ASSIGNMENTS for q in assignment(name).graded if q.points and not q.manual for f in q.functions}
    for kind in (right, wrong):
        assert {(case.assignment, case.function) for case in kind} == graded
        assert len({case.source for case in kind}) == len(kind)


def test_names_exist():
    """Every diagnosis, known mistake or kind of failure that a case is said to have exists."""
    from autograder.checking.hints import TEXTS
    from autograder.checking.record import KINDS

    texts = [text.removeprefix("gradient.") for text in TEXTS]
    for case in (*cases("wrong"), *fresh(), *(case for name in ALL for case in unseen("wrong", name))):
        known = {f"={m.name}" for m in assignment(case.assignment).mistakes if m.function == case.function} | {f"!{kind}" for kind in KINDS}
        for name in case.names:
            told = name in known or any(f"{text}.".startswith(f"{name}.") or f"{name}.".startswith(f"{text}.") for text in texts)
            assert told, (case.id, name)


@pytest.mark.parametrize("text", ["x = 1\n#: f: a\ndef f(): pass\n", "#: f: no code\nx = 1\n"])
def test_unreadable_cases_are_refused(text):
    """Code without a heading and a heading without its function are errors, not fewer cases."""
    with pytest.raises(ValueError, match="a1"):
        read("a1", text)


@pytest.fixture(scope="module")
def zygote():
    """One for all sessions."""
    with grading_zygote([ROOT / "solutions"]) as made:
        yield made


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_same_verdicts_in_the_sandbox(zygote, name):
    """A sample in a session of its own kind: each check says the same as when the code runs here."""
    course = assignment(name)
    sources = solutions(course)
    sample = [case for kind, step in (("right", 4), ("wrong", 7)) for case in cases(kind)[::step] if case.assignment == name]
    with zygote.session(LIMITS) as session:
        for cell in course.cells:
            if "setup" in cell.tags:
                session.run_cell(cell.source)
        for source in sources.values():
            session.run_cell(source)
        different = []
        for case in sample:
            result = session.run_cell(case.source)
            assert result.status == "ok", (case.id, result.message)
            there = failed_checks(name, case.function, Environment(session))
            here = failed_checks(name, case.function, environment(case))
            if there != here:
                different.append((case.id, here, there))
            session.run_cell(sources[course.question_of(case.function).id])
    assert different == []


def test_other_seeds_are_other_seeds():
    """The shifts of the matrix change what the checks see."""
    draws = set()
    from autograder.checking import rng

    for amount in (0, 1, 2):
        with shifted(amount):
            draws.add(float(rng(1).normal()))
    assert len(draws) == 3
