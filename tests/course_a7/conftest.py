"""Assignment a7 as loaded from the repository, its setup cells, and a way to run its checks on functions."""

from pathlib import Path

import pytest

from autograder.course import load

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def a7():
    """The assignment with its private half."""
    return load(ROOT, "a7")


@pytest.fixture(scope="session")
def right(a7):
    """The reference module."""
    return a7.reference


@pytest.fixture(scope="session")
def given(a7):
    """The names that the notebook's setup cells define."""
    names = {}
    for cell in a7.cells:
        if cell.kind == "code" and "setup" in cell.tags:
            exec(cell.source, names)
    return names


@pytest.fixture(scope="session")
def failures(a7):
    """`failures(function=implementation, ...)`: names of the checks of the functions' questions that do not pass."""
    reference = {name: getattr(a7.reference, name) for name in a7.functions}

    def run(**replaced):
        failed = []
        for question in dict.fromkeys(a7.question_of(name).id for name in replaced):
            for check in a7.checks_of(question):
                try:
                    passed = check.run({**reference, **replaced}) is None
                except Exception:
                    passed = False
                failed += [] if passed else [check.name]
        return failed

    return run
