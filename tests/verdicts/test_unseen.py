"""Code that nothing was made for, over all assignments: the right passes every check, the wrong fails one."""

import pytest

from tests.verdicts.case import environment, unseen
from tests.verdicts.matrix import failed_checks

ASSIGNMENTS = ("a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "bonus")


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_right_code_passes(name):
    """No point is lost for loops, lists, classes, other formulas, names in other languages."""
    judged = {case.id: failed_checks(name, case.function, environment(case)) for case in unseen("right", name)}
    assert {what: failed for what, failed in judged.items() if failed} == {}


def test_enough_unseen_right_code():
    """At least 60 right implementations, no two alike, some for every assignment."""
    cases = [case for name in ASSIGNMENTS for case in unseen("right", name)]
    assert len({case.source for case in cases}) == len(cases) >= 60
    assert {case.assignment for case in cases} == set(ASSIGNMENTS)
