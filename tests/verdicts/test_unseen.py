"""Code that nothing was made for, over all assignments: the right passes every check, the wrong fails one."""

import pytest

from tests.verdicts.case import environment, fifth, fourth, second, sized, third, unseen
from tests.verdicts.matrix import failed_checks, passes_all
from tests.verdicts.sizes_wrong import CASES as SIZED

pytestmark = pytest.mark.longest
ASSIGNMENTS = ("a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "bonus")
SETS = pytest.mark.parametrize("some", [unseen, second, third, fourth, fifth], ids=["unseen", "second", "third", "fourth", "fifth"])


@pytest.mark.parametrize("name", ASSIGNMENTS)
@SETS
def test_right_code_passes(some, name):
    """No point is lost for loops, lists, classes, other formulas, names in other languages."""
    judged = {case.id: failed_checks(name, case.function, environment(case)) for case in some("right", name)}
    assert {what: failed for what, failed in judged.items() if failed} == {}


@pytest.mark.parametrize("name", ASSIGNMENTS)
@SETS
def test_wrong_code_fails(some, name):
    """Every slip costs points, also two at once, and those that only one sample, a tie or an integer shows."""
    assert [case.id for case in some("wrong", name) if passes_all(case)] == []


@pytest.mark.parametrize(("kind", "least", "each"), [("right", 60, 3), ("wrong", 140, 8)])
@SETS
def test_enough_unseen_code(some, kind, least, each):
    """Enough of both kinds, no two alike, and enough for every assignment."""
    cases = {name: found for name in ASSIGNMENTS if (found := some(kind, name))}
    everything = [case for group in cases.values() for case in group]
    assert len({case.source for case in everything}) == len(everything) >= least
    assert min(map(len, cases.values())) >= each


@pytest.mark.parametrize("some", [second, third, fourth, fifth], ids=["second", "third", "fourth", "fifth"])
def test_every_mistake_of_a_marked_set_has_its_lines(some):
    """Each wrong piece says where its mistake is, on lines that hold code."""
    everything = [case for name in ASSIGNMENTS for case in some("wrong", name)]
    told = {case.id: [case.source.splitlines()[line - 1].strip() for line in case.lines] for case in everything}
    assert [what for what, lines in told.items() if not lines or not all(lines)] == []


@pytest.mark.parametrize("name", SIZED)
def test_code_that_is_wrong_at_some_sizes_only_fails(name):
    """Corners moved a little, small numbers dropped, large ones cut off, long sums that end too early: each is seen."""
    assert [case.id for case in sized(name) if passes_all(case)] == []
