"""The notebook learners get, cell by cell, and a notebook as a learner would hand it in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from autograder.course.model import Assignment, Cell, Question
from autograder.saved_notebook import UNTOUCHED, digest

FINISH = """## Check everything and hand in

Run the two cells below. The first runs every public check again; hidden checks run after you submit.
The second writes the zip file to hand in, next to this notebook."""
CHECK_ALL = "grader.check_all()"
EXPORT = "grader.export(pdf=False)"

# Everything else that can be missing, the package itself tells.
INIT = """import sys

try:
    from autograder.notebook import Notebook
except ModuleNotFoundError as error:
    this = f"Python {{sys.version.split()[0]}} ({{sys.executable}})"
    do = "do what README.md says under Install, with Python 3.11 or newer"
    raise ImportError(f"{{error.name}} is not installed for {{this}}: {{do}}") from None

grader = Notebook("{notebook}")"""
# The first line of the cell that `release --colab` adds; Colab shows it in the cell's place.
COLAB_TITLE = "#@title Only in Colab: run this cell first"


def without_files(source: str) -> str:
    """A cell's source without the files that travel in it, if it is the one that `release --colab` adds."""
    return re.sub(r'"[A-Za-z0-9+/=]{1000,}"', '"..."', source) if source.startswith(COLAB_TITLE) else source


def init_source(assignment: Assignment) -> str:
    """The first code cell: it makes `grader`, or says what is missing."""
    return INIT.format(notebook=f"{assignment.id}.ipynb")


def check_source(question: Question) -> str:
    """The cell that runs a question's public checks."""
    return f'grader.check("{question.id}")'


def heading(question: Question) -> str:
    """A question's heading with its number and points."""
    worth = "practice, no points" if question.points == 0 else f"{question.points:g} point{'s' if question.points != 1 else ''}"
    return f"## {question.id} · {question.title} ({worth})"


def numbered(assignment: Assignment, cell: Cell) -> str:
    """A cell's source, with the heading completed if the cell opens a question."""
    if not cell.opens:
        return cell.source
    return re.sub(r"\A#+ +.+", lambda _: heading(assignment.question(cell.question)), cell.source, count=1)


def released_cells(assignment: Assignment, replacements: Mapping[str, str] | None = None) -> tuple[Cell, ...]:
    """The cells of the released notebook in order; `replacements` puts other code in the place of a question's stub.

    The cell that makes `grader` comes right after the first markdown cell; a check cell follows each stub; the
    cells to check everything and to hand in come last.
    """
    replacements = replacements or {}
    cells: list[Cell] = []
    for number, cell in enumerate(assignment.cells):
        source = numbered(assignment, cell)
        if "stub" in cell.tags and cell.question in replacements:
            source = replacements[cell.question]
        cells.append(replace(cell, source=source))
        if number == 0:
            cells.append(Cell("code", init_source(assignment), ("init",)))
        if "stub" in cell.tags:
            cells.append(Cell("code", check_source(assignment.question(cell.question)), ("check",), cell.question))
    cells.append(Cell("markdown", FINISH))
    cells += [Cell("code", CHECK_ALL, ("check",)), Cell("code", EXPORT, ("export",))]
    return tuple(cells)


def student_notebook(assignment: Assignment, replacements: Mapping[str, str] | None = None) -> dict:
    """A notebook (nbformat 4.5) as a learner would hand it in, with `replacements` for the stubs of some questions."""
    return as_notebook(assignment, released_cells(assignment, replacements))


def without_pictures(notebook: Mapping) -> dict:
    """The notebook without its picture cells, which learners may delete: nothing that is graded needs them."""
    return {**notebook, "cells": [cell for cell in notebook["cells"] if "picture" not in cell["metadata"].get("tags", ())]}


def as_notebook(assignment: Assignment, cells: tuple[Cell, ...]) -> dict:
    """Cells as an nbformat 4.5 dict, with ids that depend on nothing but their position."""
    return {
        "nbformat": 4,
        "nbformat_minor": 5,
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "cells": [_json_cell(f"{assignment.id}-{number:03d}", cell) for number, cell in enumerate(cells)],
    }


def _json_cell(cell_id: str, cell: Cell) -> dict:
    metadata: dict = {"tags": list(cell.tags)} if cell.tags else {}
    if "answer" in cell.tags:
        metadata[UNTOUCHED] = digest(cell.source)  # so that a learner's notebook knows whether something was written
    made = {"cell_type": cell.kind, "id": cell_id, "metadata": metadata, "source": cell.source}
    return {**made, "outputs": [], "execution_count": None} if cell.kind == "code" else made
