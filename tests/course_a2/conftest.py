"""Assignment a2 as loaded from the repository, its notebook's own helpers, and ways to run its checks on functions."""

import numpy as np
import pytest

from autograder.course import solutions
from tests.course.notebooks import fixtures

a2, reference, *_ = fixtures("a2")


@pytest.fixture(scope="session")
def notebook(a2):
    """Names of the notebook with the reference in it: what setup cells hand out, without the pictures."""
    names = {"np": np}
    for source in solutions(a2).values():
        exec(source, names)
    for cell in a2.cells:
        if cell.kind == "code" and "setup" in cell.tags:
            exec(cell.source, names)
    return names


@pytest.fixture(scope="session")
def verdict(a2):
    """`verdict(function=implementation)`: whether every check of that function's question passes, all else being the reference's."""
    right = {name: getattr(a2.reference, name) for name in a2.functions}

    def run(**replaced):
        (name,) = replaced
        return all(check.run({**right, **replaced}) is None for check in a2.checks_of(a2.question_of(name).id))

    return run
