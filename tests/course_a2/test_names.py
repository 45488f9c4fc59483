"""Questions of a2 ask for several functions: each is told its own mistake, also where more than one is wrong."""

import numpy as np
import pytest

from autograder.grading.known_mistakes import KnownMistakes


@pytest.mark.parametrize("question", ["q2", "q3", "q4", "q5"])
def test_two_wrong_functions_are_both_named(a2, question):
    """Every known mistake together with one in another function of its question: each failed check names that of its function."""
    known = KnownMistakes(a2)
    right = {name: getattr(a2.reference, name) for name in a2.functions}
    entries = [mistake for mistake in a2.mistakes if mistake.function in a2.question(question).functions]
    checks = a2.checks_of(question)
    misnamed = []
    for i, one in enumerate(entries):
        others = [entry for entry in entries if entry.function != one.function]
        other = others[i % len(others)]
        wrong = {one.function: one, other.function: other}
        env = {**right, **{mistake.function: mistake.implementation for mistake in wrong.values()}}
        with np.errstate(all="ignore"):
            ran = {check.name: check.trace(env) for check in checks}
        failed = {name: trace for name, (record, trace) in ran.items() if record is not None}
        passed = [name for name, (record, _) in ran.items() if record is None]
        for check in checks:
            if check.name in failed:
                (function,) = check.parameters
                found = known.name_from(check, failed, passed)
                if found is None or found.name != wrong[function].name:
                    misnamed.append((one.name, other.name, check.name, found and found.name))
    assert misnamed == []
