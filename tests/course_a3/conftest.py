"""Assignment a3 as loaded from the repository, and ways to run its checks on functions."""

from functools import cache
from pathlib import Path

import numpy as np
import pytest

from autograder.course import load

ROOT = Path(__file__).resolve().parents[2]


@cache
def loaded():
    """The assignment with its private half, read once."""
    return load(ROOT, "a3")


@pytest.fixture(scope="session")
def a3():
    """The assignment with its private half."""
    return loaded()


@pytest.fixture(scope="session")
def reference(a3):
    """The reference module."""
    return a3.reference


@pytest.fixture(scope="session")
def right(a3):
    """The reference's functions by name."""
    return {name: getattr(a3.reference, name) for name in a3.functions}


@pytest.fixture(scope="session")
def failures(a3, right):
    """`failures(function=implementation)`: names of the checks of that function's question that do not pass.

    All other functions are the reference's. A check that cannot use what comes back does not pass.
    """

    def run(**replaced):
        (name,) = replaced
        failed = []
        for check in a3.checks_of(a3.question_of(name).id):
            try:
                with np.errstate(all="ignore"):
                    passed = check.run({**right, **replaced}) is None
            except Exception:
                passed = False
            failed += [] if passed else [check.name]
        return failed

    return run


def pytest_generate_tests(metafunc):
    """Tests with a parameter `mistake` or `variant` run once for each entry of a3, those with `variant_of_X` for X's variants."""
    for parameter in metafunc.fixturenames:
        if parameter in ("mistake", "variant"):
            entries = getattr(loaded(), f"{parameter}s")
            metafunc.parametrize(parameter, entries, ids=[f"{entry.function}-{entry.name}" for entry in entries])
        elif parameter.startswith("variant_of_"):
            entries = [v for v in loaded().variants if v.function == parameter.removeprefix("variant_of_")]
            metafunc.parametrize(parameter, [v.implementation for v in entries], ids=[v.name for v in entries])
