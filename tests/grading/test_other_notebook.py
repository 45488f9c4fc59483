"""Whether what was handed in is told to be the notebook of something else."""

from __future__ import annotations

from itertools import permutations

import pytest

from autograder.course import find_root, list_assignments, load, student_notebook
from autograder.grading.other_notebook import other_notebook

ROOT = find_root()
COURSE = {name: load(ROOT, name, private=False) for name in list_assignments(ROOT)}
CELLS = {name: [cell["source"] for cell in student_notebook(one)["cells"] if cell["cell_type"] == "code"] for name, one in COURSE.items()}


@pytest.mark.parametrize(("asked", "handed_in"), list(permutations(COURSE, 2)))
def test_every_other_notebook_of_the_course_is_told_by_its_name(asked, handed_in):
    """Also where it hands out functions that were asked for earlier."""
    told = other_notebook(asked, COURSE[asked].functions, CELLS[handed_in])
    assert told.startswith("This notebook defines ") and told.endswith(f"functions of {asked}: it is the notebook of {handed_in}")


@pytest.mark.parametrize("name", COURSE)
def test_a_notebook_of_the_assignment_is_not(name):
    """As it was released, under another name, or with half of the cells that define functions deleted."""
    functions = COURSE[name].functions
    renamed = [cell.replace(f"{name}.ipynb", "homework.ipynb") for cell in CELLS[name]]
    defining = [cell for cell in renamed if any(f"def {one}(" in cell for one in functions)]
    half = [cell for cell in renamed if cell not in defining[::2]]
    assert [other_notebook(name, functions, cells) for cells in (CELLS[name], renamed, half)] == ["", "", ""]
