"""Assignment a6 as loaded from the repository, and ways to run its checks on functions."""

from pathlib import Path

import pytest

from autograder.course import load

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def a6():
    """The assignment with its private half."""
    return load(ROOT, "a6")


@pytest.fixture(scope="session")
def reference(a6):
    """The reference module."""
    return a6.reference


@pytest.fixture(scope="session")
def failures(a6):
    """`failures(function=implementation, ...)`: names of the checks of the functions' questions that do not pass."""
    right = {name: getattr(a6.reference, name) for name in a6.functions}

    def run(**replaced):
        failed = []
        for question in dict.fromkeys(a6.question_of(name).id for name in replaced):
            for check in a6.checks_of(question):
                try:
                    passed = check.run({**right, **replaced}) is None
                except Exception:
                    passed = False
                failed += [] if passed else [check.name]
        return failed

    return run
