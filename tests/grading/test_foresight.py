"""What is asked ahead changes no verdict: it is foreseen from the reference, and only what passes is believed."""

import json
from types import SimpleNamespace

import numpy as np
import pytest
from autograder.checking import check, expect
from autograder.course import load, student_notebook
from autograder.grading import foresight
from autograder.grading.foresight import Ahead, Script, record
from autograder.grading.grade_one import grade_one
from autograder.grading.known_mistakes import KnownMistakes
from autograder.grading.replay import grading_zygote
from autograder.grading.verdicts import Submission
from autograder.sandbox import Limits
from tests.tiny_course import SOURCES, write_course

A = np.array([1.0, -2.0])


@check("q1", points=1)
def fixed(double):
    """Twice the same."""
    expect(double, A).equals(2 * A)
    expect(double, -A).equals(-2 * A)


@check("q1", points=1)
def chained(double):
    """Twice is four times."""
    once = expect(double, A).value
    expect(double, once).equals(4 * A)


@check("q2", points=1, hidden=True)
def handed(apply, double):
    """A function is handed over."""
    expect(double, A).equals(2 * A)
    expect(apply, lambda x: x + 1, 2.0).equals(3.0)
    expect(double, A).equals(2 * A)


def made(*checks):
    reference = SimpleNamespace(double=lambda X: 2 * X, apply=lambda f, x: f(x))
    public, hidden = ([one.__check__ for one in checks if one.__check__.hidden is side] for side in (False, True))
    return SimpleNamespace(public_checks=tuple(public), hidden_checks=tuple(hidden), reference=reference)


def test_calls_with_fixed_arguments_are_foreseen():
    """Those that depend on an earlier result are not, nor those with functions, nor any that come after."""
    script = record(made(fixed, chained, handed))
    assert [([name for name, _ in one.calls], one.whole) for one in script.checks.values()] == [
        (["double", "double"], True),
        (["double"], False),
        (["double"], False),
    ]


def test_many_submissions_are_foreseen_from_the_first():
    """What is asked of a class that is known to be large is recorded before anybody asks; otherwise when it is asked for often."""
    known, unknown = made(fixed), made(fixed)
    foresight.foresee(known)
    recorded = foresight.script_of(known)
    assert recorded.checks.keys() == {"q1/fixed"} and foresight.script_of(known) is recorded
    assert [bool(foresight.script_of(unknown).checks) for _ in range(5)] == [False, False, False, True, True]


class Foretold:
    """A session, and its environment, that write down what is foreseen."""

    lost, foreseen = None, 0

    def prefetch(self, names):
        return {name: name for name in names}

    def forget(self):
        pass

    def foresee(self, calls):
        self.calls, self.foreseen = [name for name, _ in calls], len(calls)


def test_hidden_checks_are_not_foreseen_while_public_ones_run():
    """A hidden input sent early could come back in what a public check shows."""
    assignment, seen = made(fixed, handed), Foretold()
    ahead = Ahead(Script(record(assignment).checks, streak=99))
    assert ahead.expect([*assignment.public_checks, *assignment.hidden_checks], seen, seen)
    assert seen.calls == ["double", "double"]


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    """Grade with nothing, with a question and with everything asked ahead: the three grades, without their times."""
    root = write_course(tmp_path_factory.mktemp("course"), SOURCES)
    assignment = load(root, "a9")
    mistakes, script = KnownMistakes(assignment), record(assignment)
    with grading_zygote([root / "solutions"]) as zygote:

        def grade(source, known):
            notebook = student_notebook(assignment, {"q1": source})
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr("autograder.grading.grade_one.script_of", lambda assignment: known)
                found = grade_one(zygote, assignment, Submission("ada", "ada", notebook, "digest"), mistakes, Limits(call_seconds=1.0, memory_mb=512))
            told = found.to_dict()
            told.pop("seconds")
            for question in told["questions"]:
                for verdict in question["verdicts"]:
                    verdict.pop("seconds")
            return told

        assert any(one.calls for one in script.checks.values())
        yield lambda source: [grade(source, Script(known, streak)) for known, streak in (({}, 0), (script.checks, 0), (script.checks, 99))]


@pytest.mark.parametrize(
    "body",
    [
        "return 2 * A",
        "return A + A + 0.0",
        "return 3 * A",
        "A *= 2; return A",
        "raise NotImplementedError('later')",
        "raise ValueError('no')",
        "return None",
        "import os; os._exit(1)",
        "import time; time.sleep(0.4); return 2 * A",
        "while True: pass",
        "return np.ones(10**12)",
        "print('seen', A); return 2 * A",
        "double.calls = getattr(double, 'calls', 0) + 1; return 2 * A if double.calls == 1 else 3 * A",
        "double.calls = getattr(double, 'calls', 0) + 1; return 2 * A if double.calls > 1 else 3 * A",
    ],
)
def test_verdicts_are_the_same_with_and_without(both, body):
    """Right, wrong, changing from call to call, slow, endless, deadly: points, statuses and texts do not depend on what was sent ahead."""
    without, near, far = (json.dumps(grade, indent=1, default=str) for grade in both(f"def double(A):\n    {body}"))
    assert without == near
    assert without == far


def test_a_script_is_made_for_those_who_ask_often(monkeypatch):
    """A single submission is graded without one; the same assignment, asked for again and again, gets one and keeps it."""
    monkeypatch.setattr(foresight, "_seen", type(foresight._seen)())
    assignment = made(fixed)
    scripts = [foresight.script_of(assignment) for _ in range(6)]
    assert not any(script.checks for script in scripts[:3]) and scripts[3].checks and scripts[3] is scripts[5]
