"""The time of a submission: what the grader itself takes to find words is not the submission's."""

from autograder.grading import budget as module


def test_the_graders_own_time_is_given_back(monkeypatch):
    """What is computed in a pause is not charged, and what comes after it is."""
    now = [0.0]
    monkeypatch.setattr(module.time, "thread_time", lambda: now[0])
    budget = module.Budget(10.0)
    with budget.paused():
        now[0] += 7.0
    assert budget.used == 0.0
    now[0] += 2.0
    assert budget.used == 2.0
