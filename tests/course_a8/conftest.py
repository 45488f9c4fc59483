"""Assignment a8 as loaded from the repository, and its notebook's setup cell as it stands."""

from pathlib import Path

import pytest

from autograder.course import load

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def a8():
    """The assignment with its private half."""
    return load(ROOT, "a8")


@pytest.fixture(scope="session")
def reference(a8):
    """The reference module."""
    return a8.reference


@pytest.fixture(scope="session")
def setup(a8):
    """The names that the setup cells define, run beside the data."""
    import os

    names, before = {}, Path.cwd()
    os.chdir(a8.public_dir)
    try:
        for cell in a8.cells:
            if cell.kind == "code" and "setup" in cell.tags:
                exec(cell.source, names)
        names["lab_images"](), names["load_net"]("lab")
    finally:
        os.chdir(before)
    return names
