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


def test_cells_leave_time_to_checks_on_a_busy_machine_too(monkeypatch):
    """Where somebody ends it all by the clock, cells end before that, however little of the time they were given to compute."""
    now = [100.0]
    monkeypatch.setattr(module.time, "monotonic", lambda: now[0])
    monkeypatch.setattr(module.time, "thread_time", lambda: 0.0)
    *_, until = module.Budget(10.0, most=20.0).for_cells()
    assert 100.0 < until < 120.0
    assert module.Budget(10.0).for_cells()[2] == float("inf")
