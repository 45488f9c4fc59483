"""What holds for the notebook of every assignment when it is run: with the reference, and as it is handed out."""

import re

import numpy as np
import pytest

from autograder.written.facts import read_facts
from autograder.written.numbers import numbers_in
from tests.course.notebooks import IDS, assignment, executed, unfinished

# The pixels of all figures of a notebook, and of its largest one. A learner's browser holds all of them at once.
ALL_FIGURES, ONE_FIGURE = 64_000_000, 8_000_000

pytestmark = [pytest.mark.longest, pytest.mark.parametrize("name", IDS)]


@pytest.fixture
def cells(name):
    """The code cells of the notebook, run with the reference."""
    return executed(name).cells


def test_notebook_runs_with_the_reference(cells):
    """Every cell runs, and every picture can be drawn."""
    assert all(cell.error is None for cell in cells)
    assert sum(len(cell.figures) for cell in cells) >= 3


def test_picture_cells_have_something_to_see(cells):
    """A cell marked as a picture draws a figure or prints something; one with comments only is room for the learner."""
    empty = [str(cell) for cell in cells if "picture" in cell.cell.tags and not (cell.figures or cell.printed or cell.displayed is not None)]
    assert [source for source in empty if not all(line.startswith("#") for line in source.splitlines())] == []


def test_notebook_prints_the_numbers_that_written_answers_quote(name, cells):
    """Every fact declared as printed is below a cell, to the digits that are declared."""
    shown = [number for cell in cells for number in numbers_in(cell.printed)]
    declared = [fact for one in read_facts(assignment(name)) if one.function is None for fact in one.facts]
    missing = [fact.name for fact in declared if not any(fact.quoted.agrees(number.value, fact.tolerance) for number in shown)]
    assert missing == []


def drawn(value):
    """Whether a value holds something of matplotlib's, as the results of drawing functions do."""
    if isinstance(value, tuple | list | np.ndarray):
        return any(map(drawn, np.ravel(value) if isinstance(value, np.ndarray) else value))
    return type(value).__module__.partition(".")[0] in ("matplotlib", "mpl_toolkits")


def test_no_stray_results_below_pictures(cells):
    """No cell ends with the result of a drawing function: `Text(0.5, 0, 'x')` below a picture is no message."""
    assert [str(cell).splitlines()[-1] for cell in cells if drawn(cell.displayed)] == []


def test_no_warnings(cells):
    """Neither running the notebook nor drawing its figures warns of anything."""
    assert [(warning, str(cell)) for cell in cells for warning in cell.warnings] == []


def test_figures_are_of_modest_size(cells):
    """All figures together fit into little memory."""
    sizes = [size for cell in cells for size in cell.figures]
    assert sum(sizes) <= ALL_FIGURES
    assert max(sizes) <= ONE_FIGURE


def test_unfinished_notebook_says_what_is_missing(name):
    """As it is handed out, a cell runs, or stops with the question to do first, or lacks what a stopped cell would have made."""
    questions = {question.id for question in assignment(name).graded if question.points}
    stopped, seen = "", set()
    for cell in unfinished(name).cells:
        if isinstance(cell.error, NotImplementedError):
            question = re.match(r"(\w+): write \w+", str(cell.error))
            assert question, (cell.error, str(cell))
            seen.add(question[1])
        elif isinstance(cell.error, NameError):
            assert re.search(rf"\b{cell.error.name}\b", stopped), (cell.error, str(cell))
        else:
            assert cell.error is None, (cell.error, str(cell))
        stopped += str(cell) if cell.error else ""
    assert seen
    assert seen <= questions
