"""What a definition rests on: a change is seen by everything that may use it, and by nothing else."""

from __future__ import annotations

import pytest

from autograder.course import load
from autograder.course.modules import module_of
from autograder.course.parts import Parts
from autograder.grading.question_digests import question_digests
from tests.course.notebooks import ROOT

REFERENCE = "import numpy as np\n\nFACTOR = 2\n\ndef double(x):\n    return FACTOR * x\n\ndef half(x):\n    return x / 2\n"
CHECKS = '''"""Checks."""

import numpy as np

from . import reference
from .reference import half as halved

CASES = (1, 2)
KNOWN = {}
TABLE = np.arange(4)


def helper(x):
    return x + 1


def deep(x):
    return helper(x)


def uses_helper():
    return deep(1) + len(CASES)


def uses_double():
    helper = 3
    return reference.double(helper)


def uses_half():
    return halved(4)


def fills():
    KNOWN["a"] = 1


def reads():
    return KNOWN.get("a")


def passes():
    return sorted(KNOWN)


def moves():
    TABLE.sort()


def looks():
    return TABLE.sum()


def asks(name):
    return getattr(reference, name)


def constant():
    return 7
'''
NAMES = ["uses_helper", "uses_double", "uses_half", "fills", "reads", "passes", "moves", "looks", "asks", "constant"]


@pytest.fixture
def digests(tmp_path):
    """The digest of every name above, after the given replacements in the source."""

    def of(*changes, names=NAMES):
        checks, reference = CHECKS, REFERENCE
        for old, new in changes:
            assert (old in checks) != (old in reference)
            checks, reference = checks.replace(old, new), reference.replace(old, new)
        (tmp_path / "checks.py").write_text(checks)
        (tmp_path / "reference.py").write_text(reference)
        parts = Parts(tmp_path)
        return {name: parts.digest("checks", [name]) for name in names}

    return of


@pytest.mark.parametrize(
    ("old", "new", "touched"),
    [
        ("return 7", "return 8", "constant"),
        ("return x + 1", "return x + 2", "uses_helper"),
        ("CASES = (1, 2)", "CASES = (1, 3)", "uses_helper"),
        ("FACTOR = 2", "FACTOR = 3", "uses_double"),
        ("FACTOR * x", "x * FACTOR", "uses_double"),
        ("x / 2", "0.5 * x", "uses_half"),
        ("half as halved", "double as halved", "uses_half"),
        ('KNOWN["a"] = 1', 'KNOWN["a"] = 2', "fills reads passes"),
        ('KNOWN.get("a")', 'KNOWN.get("b")', "fills reads passes"),
        ("TABLE.sort()", "TABLE[:] = 0", "moves looks"),
        ("TABLE.sum()", "TABLE.max()", "looks"),
        ("np.arange(4)", "np.arange(5)", "moves looks"),
        ("helper = 3", "helper = 4", "uses_double"),
        ("return 7", "return 7  # a comment", ""),
        ("\n\n\ndef constant", "\n\n# lines moved\n\n\n\ndef constant", ""),
        ("def constant():", "print('at import')\n\ndef constant():", " ".join(NAMES)),
        ("def constant():", "if CASES:\n    helper = deep\n\ndef constant():", " ".join(NAMES)),
    ],
)
def test_a_change_touches_what_may_use_it_and_nothing_else(digests, old, new, touched):
    """Names, helpers, constants, shared state; `asks`, which looks its names up by a text, is touched by any of them."""
    before, after = digests(), digests((old, new))
    expected = {*touched.split(), *(["asks"] if touched else [])}
    assert {name for name in NAMES if before[name] != after[name]} == expected


@pytest.mark.parametrize("line", ["from .reference import *", "from .. import other", "from . import missing", "x = globals()"])
def test_what_cannot_be_followed_rests_on_everything(digests, line):
    """A user of such a line is touched by a change anywhere in the folder."""
    use = ("return 7", f"{line}\n    return x" if line.startswith("x") else "return other, missing, half(1)")
    top = () if line.startswith("x") else ((CHECKS.splitlines()[0], f'"""Checks."""\n\n{line}\n'),)
    before = digests(use, *top, names=["constant"])
    assert before != digests(use, *top, ("x + 1", "x + 2"), names=["constant"])


def test_a_name_that_is_not_there_rests_on_everything(digests):
    """A check made by a loop, say."""
    assert digests(names=["made"]) != digests(("x / 2", "x * 0.5"), names=["made"])


@pytest.mark.parametrize("assignment_id", ["a4", "bonus"])
def test_the_questions_of_the_course_can_be_told_apart(assignment_id):
    """No check or mistake rests on everything: else a changed check would cost the grading of a whole class."""
    assignment = load(ROOT, assignment_id)
    private, public = Parts(assignment.private_dir), Parts(assignment.public_dir)
    found = {private.digest(module_of(one), [one.name]) for one in assignment.mistakes}
    found |= {(private if one.hidden else public).digest("checks", [one.name]) for one in (*assignment.public_checks, *assignment.hidden_checks)}
    assert len(found) == len(assignment.mistakes) + len(assignment.public_checks) + len(assignment.hidden_checks)
    assert len(set(question_digests(assignment, {}).values())) == len(assignment.graded)
