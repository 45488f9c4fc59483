"""Arguments and results that lose numbers of some size are seen, whatever the function: nothing small, large or late may be cut off."""

import pytest

from autograder.checking.audience import explanations
from tests.verdicts.bent import KINDS, bent, places_of
from tests.verdicts.case import assignment
from tests.verdicts.matrix import passes

# Of each kind the finest step that has to be seen everywhere.
STEPS = {"cut": 1e-8, "clip": 1e5, "places": 8, "digits": 7, "more": 1e-8}
HOW = {kind: dict(KINDS[kind])[step] for kind, step in STEPS.items()}
BY_OUTCOME = {}


def accepted(name):
    """Every place and kind that all checks of the question let through."""
    course = assignment(name)
    right = {function: getattr(course.reference, function) for function in course.functions}
    through = set()
    for question in course.graded:
        if question.manual or not question.points:
            continue
        checks = [check for check in reversed(course.checks_of(question.id)) if check.points]
        for place in places_of(course, question.id):
            if place.outside:
                for kind, how in HOW.items():
                    env = {**right, place.function: bent(place, how)}
                    if all(passes(check, env) for check in checks):
                        through.add((place.function, place.where, kind))
    return through
