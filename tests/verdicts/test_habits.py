"""No function of the course may remember, hand out one array again and again, work in its arguments or use them up, stop counting or
reading, cut what is negative, or drop an axis of one."""

import copy
from collections import Counter

import pytest

from autograder.checking.audience import explanations
from tests.verdicts.case import assignment
from tests.verdicts.habits import HABITS, Habit, with_habit
from tests.verdicts.matrix import passes

pytestmark = pytest.mark.longest
ASSIGNMENTS = ("a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "bonus")

# What makes no difference: (function, habit).
NO_DIFFERENCE = {
    # Multiples of these are right answers as well.
    ("farkas_xor", "adds up"),
    ("relu_xor", "adds up"),
    # Each gate is judged by what it does as soon as it is there.
    ("gate", "one array for all results"),
}

# How many functions each habit shows in, at least: else the checks have stopped asking for what it spoils.
CONCERNED = {
    "remembers by shapes": 90,
    "remembers by shapes and numbers": 78,
    "one array for all results": 70,
    "adds up": 74,
    "leaves an argument changed": 72,
    "counts on in an argument": 6,
    "uses up lists and dicts": 29,
    "restores by sums": 70,
    "works in an argument": 54,
    "cuts arguments far out": 62,
    "never negative": 58,
    "counts no further than 150": 11,
    "makes half of what is asked": 20,
    "reads 256 rows": 48,
    "reads 256 columns": 16,
    "gives up on whole numbers": 33,
    "goes by the order of keys": 7,
    "cuts results to whole numbers": 19,
    "squeezes all axes": 62,
    "squeezes one row": 61,
    "squeezes one column": 60,
}


def asked(checks, right, function):
    """The (arguments, named arguments, result) of every call that the checks make of the right function."""
    calls = []

    def noted(*args, **named):
        before = copy.deepcopy((args, named))
        result = right[function](*args, **named)
        calls.append((*before, copy.deepcopy(result)))
        return result

    with explanations(False):
        assert all(passes(check, {**right, function: noted}) for check in checks), function
    return calls


def shows(habit, calls):
    """Whether the habit would ever show in these calls."""
    results = iter([result for _, _, result in calls])
    trial = Habit(habit, lambda *args, **named: next(results), HABITS[habit])
    for args, named, _ in calls:
        trial(*copy.deepcopy(args), **copy.deepcopy(named))
    return trial.acted


def tried(name):
    """(function, habit, whether all checks accept it), for every habit that shows."""
    course = assignment(name)
    right = course.right_functions
    for question in course.graded:
        checks = [check for check in reversed(course.checks_of(question.id)) if check.points]
        for function in question.functions if question.points and not question.manual else ():
            calls = asked(checks, right, function)
            for habit in HABITS:
                if shows(habit, calls):
                    env = {**right, function: with_habit(right[function], habit)}
                    yield function, habit, all(passes(check, env) for check in checks)


def test_every_habit_costs_points():
    """Whatever a function keeps, changes or squeezes, some check of its question takes points off."""
    found = [one for name in ASSIGNMENTS for one in tried(name)]
    through = {(function, habit) for function, habit, accepted in found if accepted}
    assert through - NO_DIFFERENCE == set()
    assert NO_DIFFERENCE - through == set()
    counts = Counter(habit for _, habit, _ in found)
    assert {habit: counts[habit] for habit, least in CONCERNED.items() if counts[habit] < least} == {}
