"""Assignment a5 as loaded from the repository."""

from pathlib import Path

import pytest

from autograder.course import load

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def a5():
    """The assignment with its private half."""
    return load(ROOT, "a5")


@pytest.fixture(scope="session")
def reference(a5):
    """The reference module."""
    return a5.reference
