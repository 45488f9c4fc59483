"""Assignment a1 as loaded from the repository, and ways to run its checks on functions."""

from pathlib import Path

import pytest

from autograder.course import load

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def a1():
    """The assignment with its private half."""
    return load(ROOT, "a1")


@pytest.fixture(scope="session")
def reference(a1):
    """The reference module."""
    return a1.reference


@pytest.fixture(scope="session")
def failures(a1):
    """`failures(function=implementation)`: names of the checks of that function's question that do not pass.

    All other functions are the reference's. A check that cannot use what comes back does not pass.
    """
    right = {name: getattr(a1.reference, name) for name in a1.functions}

    def run(**replaced):
        (name,) = replaced
        failed = []
        for check in a1.checks_of(a1.question_of(name).id):
            try:
                passed = check.run({**right, **replaced}) is None
            except Exception:
                passed = False
            failed += [] if passed else [check.name]
        return failed

    return run


def pytest_generate_tests(metafunc):
    """Tests with a parameter `mistake` or `variant` run once for each entry of a1."""
    for role in ("mistake", "variant"):
        if role in metafunc.fixturenames:
            entries = getattr(load(ROOT, "a1"), f"{role}s")
            metafunc.parametrize(role, entries, ids=[f"{entry.function}-{entry.name}" for entry in entries])
