"""Assignment a8 as loaded from the repository, and its notebook's setup cell as it stands."""

import os
from pathlib import Path

import pytest

from tests.course.notebooks import fixtures

a8, reference, *_ = fixtures("a8")


@pytest.fixture(scope="session")
def setup(a8):
    """The names that the setup cells define, run beside the data."""
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
