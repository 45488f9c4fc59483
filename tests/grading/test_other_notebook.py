"""Whether what was handed in is told to be the notebook of something else."""

from __future__ import annotations

from itertools import permutations

import pytest

from autograder.course import find_root, list_assignments, load, student_notebook
from autograder.grading.other_notebook import other_notebook

ROOT = find_root()
NAMES = list_assignments(ROOT)


@pytest.fixture(scope="module")
def course():
    """The functions that each assignment asks for, and the code cells of its notebook. Read here, and not by whoever collects."""
    loaded = {name: load(ROOT, name, private=False) for name in NAMES}
    return {name: (one.functions, [cell["source"] for cell in student_notebook(one)["cells"] if cell["cell_type"] == "code"]) for name, one in loaded.items()}


@pytest.mark.parametrize(("asked", "handed_in"), list(permutations(NAMES, 2)))
def test_every_other_notebook_of_the_course_is_told_by_its_name(course, asked, handed_in):
    """Also where it hands out functions that were asked for earlier."""
    told = other_notebook(asked, course[asked][0], course[handed_in][1])
    assert told.startswith("This notebook defines ") and told.endswith(f"functions of {asked}: it is the notebook of {handed_in}")


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_of_the_assignment_is_not(course, name):
    """As it was released, under another name, or with half of the cells that define functions deleted."""
    functions, released = course[name]
    renamed = [cell.replace(f"{name}.ipynb", "homework.ipynb") for cell in released]
    defining = [cell for cell in renamed if any(f"def {one}(" in cell for one in functions)]
    half = [cell for cell in renamed if cell not in defining[::2]]
    assert [other_notebook(name, functions, cells) for cells in (released, renamed, half)] == ["", "", ""]
