"""Assignment a4 as loaded from the repository, and ways to run its checks on functions."""

from pathlib import Path

import pytest

from autograder.course import load

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def a4():
    """The assignment with its private half."""
    return load(ROOT, "a4")


@pytest.fixture(scope="session")
def reference(a4):
    """The reference module."""
    return a4.reference


@pytest.fixture(scope="session")
def failures(a4):
    """`failures(function=implementation, ...)`: names of the checks of the functions' questions that do not pass.

    All other functions are the reference's. A check that cannot use what comes back does not pass.
    """
    right = {name: getattr(a4.reference, name) for name in a4.functions}

    def run(**replaced):
        failed = []
        for question in dict.fromkeys(a4.question_of(name).id for name in replaced):
            for check in a4.checks_of(question):
                try:
                    passed = check.run({**right, **replaced}) is None
                except Exception:
                    passed = False
                failed += [] if passed else [check.name]
        return failed

    return run


def pytest_generate_tests(metafunc):
    """Tests with a parameter `mistake` or `variant` run once for each entry of a4."""
    for role in ("mistake", "variant"):
        if role in metafunc.fixturenames:
            entries = getattr(load(ROOT, "a4"), f"{role}s")
            metafunc.parametrize(role, entries, ids=[f"{entry.function}-{entry.name}" for entry in entries])
