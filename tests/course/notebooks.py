"""What tests of an assignment start from: the assignment, its notebook run with the reference, its checks run on functions."""

from __future__ import annotations

import ast
import contextlib
import io
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from unittest import mock

import numpy as np
import pytest

from autograder.checking.audience import explanations
from autograder.course import Assignment, Cell, list_assignments, load, reference_source

ROOT = Path(__file__).resolve().parents[2]
IDS = list_assignments(ROOT)


@cache
def assignment(name: str) -> Assignment:
    """The assignment with its private half, loaded once."""
    return load(ROOT, name)


def text_of(course: Assignment, question: str) -> str:
    """The prose and code of a question up to its stub."""
    return "\n".join(cell.source for cell in course.cells if cell.question == question)


def failing(course: Assignment, **replaced: Callable) -> Iterator[str]:
    """Names of the checks that do not pass, of the questions that ask for the `replaced` functions, one by one.

    All other functions are the reference's. A check that cannot use what comes back does not pass.
    """
    env = {**course.right_functions, **replaced}
    for question in dict.fromkeys(course.question_of(name).id for name in replaced):
        for check in course.checks_of(question):
            try:
                with np.errstate(all="ignore"), warnings.catch_warnings(), explanations(False):
                    warnings.simplefilter("ignore")
                    passed = check.run(env) is None
            except Exception:
                passed = False
            if not passed:
                yield check.name


@dataclass(frozen=True, slots=True)
class CellRun:
    """What a learner sees below a cell: printed text, the displayed last value, figures (bytes of each), warnings."""

    cell: Cell
    printed: str = ""
    displayed: object = None
    figures: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()
    error: Exception | None = None

    def __str__(self) -> str:
        return self.cell.source


@dataclass(frozen=True, slots=True)
class Run:
    """A notebook that has been run: its names at the end, and its code cells in order."""

    names: dict[str, object]
    cells: tuple[CellRun, ...]

    @property
    def printed(self) -> str:
        """Everything the cells printed."""
        return "".join(cell.printed for cell in self.cells)


@cache
def executed(name: str) -> Run:
    """The notebook with the reference in place of every stub. It is run once in a process: look, and change nothing.

    Raises whatever a cell raises.
    """
    return _run(name, lambda course, cell: reference_source(course, cell.question) if "stub" in cell.tags else cell.source)


@cache
def unfinished(name: str) -> Run:
    """The notebook as it is handed out; a cell's error stands in its place."""
    return _run(name, lambda course, cell: cell.source, go_on=True)


def _run(name: str, source_of: Callable[[Assignment, Cell], str], go_on: bool = False) -> Run:
    course = assignment(name)
    names: dict[str, object] = {"__name__": "__main__"}
    with _kernel(course.public_dir):
        cells = tuple(_run_cell(cell, source_of(course, cell), names, go_on) for cell in course.cells if cell.kind == "code")
    return Run(names, cells)


@cache
def given(name: str) -> dict[str, object]:
    """The names that the notebook's setup cells define, run in its folder. Look, and change nothing."""
    course, names = assignment(name), {"__name__": "__main__"}
    with _kernel(course.public_dir):
        for cell in course.cells:
            if cell.kind == "code" and "setup" in cell.tags:
                exec(cell.source, names)
    return names


@contextlib.contextmanager
def _kernel(folder: Path) -> Iterator[None]:
    """As in a kernel of its own: the notebook's folder, settings of its own, no window."""
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    plt.close("all")
    with np.printoptions(), matplotlib.rc_context(), contextlib.chdir(folder), mock.patch.object(plt, "show", lambda: None):
        yield


def _run_cell(cell: Cell, source: str, names: dict[str, object], go_on: bool) -> CellRun:
    import matplotlib.pyplot as plt

    printed, displayed, figures = io.StringIO(), None, []
    with warnings.catch_warnings(record=True) as warned, contextlib.redirect_stdout(printed):
        warnings.simplefilter("always")
        try:
            displayed = _displayed(source, names)
            for number in plt.get_fignums():
                canvas = plt.figure(number).canvas
                canvas.draw()
                figures.append(canvas.buffer_rgba().nbytes)
            error = None
        except Exception as raised:
            if not go_on:
                raise
            error = raised
        finally:
            plt.close("all")
    return CellRun(cell, printed.getvalue(), displayed, tuple(figures), tuple(str(one.message) for one in warned), error)


def _displayed(source: str, names: dict[str, object]) -> object:
    """Run a cell as a kernel does; the value of its last line if that is an expression and no semicolon follows."""
    tree = ast.parse(source, "notebook.py")
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "notebook.py", "exec"), names)
    if last is None:
        return None
    value = eval(compile(ast.Expression(last.value), "notebook.py", "eval"), names)
    return None if source.rstrip().endswith(";") else value


def fixtures(name: str) -> tuple:
    """The fixtures of a folder of tests about one assignment: (assignment, reference, run, failures).

    failures(function=implementation, ...) lists what is `failing`; run is `executed`.
    """

    @pytest.fixture(scope="session")
    def course():
        return assignment(name)

    @pytest.fixture(scope="session")
    def reference():
        return assignment(name).reference

    @pytest.fixture(scope="session")
    def run():
        return executed(name)

    @pytest.fixture(scope="session")
    def failures():
        return lambda **replaced: list(failing(assignment(name), **replaced))

    return course, reference, run, failures


def variants(name: str, function: str | None = None) -> list:
    """The variants of a function (of all of them), one parameter each."""
    found = [entry for entry in assignment(name).variants if function in (None, entry.function)]
    return [pytest.param(entry, id=f"{entry.function}-{entry.name}") for entry in found]
