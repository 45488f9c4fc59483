"""The time of a submission: what the grader itself takes to find words is not the submission's."""

import pytest

from autograder.grading import budget as module


@pytest.mark.parametrize(("most", "given_back"), [(float("inf"), True), (100.0, False)])
def test_the_graders_own_time_is_given_back(monkeypatch, most, given_back):
    """A pause does not shorten a budget, but a limit from outside stays where it is."""
    now = [0.0]
    monkeypatch.setattr(module.time, "monotonic", lambda: now[0])
    budget = module.Budget(10.0, most)
    before = budget.until
    with budget.paused():
        now[0] += 7.0
    assert budget.until == before + (7.0 if given_back else 0.0)
