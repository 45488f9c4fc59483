"""Assignment a7 for its own tests; what holds for every assignment is tested in tests/course."""

import pytest

from tests.course import notebooks

a7, right, run, failures = notebooks.fixtures("a7")


@pytest.fixture(scope="session")
def given():
    """The names that the notebook's setup cells define."""
    return notebooks.given("a7")
