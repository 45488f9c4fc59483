"""A learner's public checks from the terminal: run the notebook's cells, then its checks, and print where things stand.

The notebook is the learner's own and runs in this process, as it would in Jupyter. Its checks are those in the folder
`tests` beside it; without that folder, the public half of the course it belongs to. Nothing is written.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from autograder import silent
from autograder.checking.render import WIDTH, wrapped
from autograder.last_checks import LastChecks, told_by
from autograder.natural import natural
from autograder.notebook_display import Checked, CheckedAll
from autograder.own_lines import OwnLines, checks_file
from autograder.progress import progress_of
from autograder.saved_notebook import code_cells, saved_questions

if TYPE_CHECKING:
    from autograder.course import Assignment, Question


class NotebookError(Exception):
    """The notebook, or the checks that belong to it, cannot be used; the text says why."""


@dataclass(frozen=True, slots=True)
class NotebookReport:
    """The public checks of a notebook, and the cells that raised an error on the way: (cell number, what it said)."""

    checked: CheckedAll
    cell_errors: tuple[tuple[int, str], ...]

    @property
    def all_passed(self) -> bool:
        """Whether every public check passed."""
        return self.checked.progress.all_passed


def check_notebook(path: Path, clock: Callable[[], datetime] = datetime.now, *, lines: bool = True) -> NotebookReport:
    """Run the code cells of a notebook and its public checks; `clock` tells when. lines: look for the lines with the mistakes.

    Raises:
        NotebookError: it is not a notebook, or no checks are found for it.
    """
    notebook = _notebook(path)
    sources = code_cells(notebook)
    folder = path.resolve().parent
    with _inside(folder):
        env, errors = _run(sources)
        run = _with_tests_folder(folder) if (folder / "tests").is_dir() else _with_course(sources, path)
        checked, checks = run(env)
        look = OwnLines(lines).later({one.question: one.records for one in checked}, checks, sources)
        hints = look() if look else {}
    known = LastChecks.beside(path.name, folder).known
    progress = progress_of(checked, saved_questions(notebook), known, told_by(clock))
    return NotebookReport(CheckedAll(checked, progress, lambda: hints), errors)


def table(report: NotebookReport, width: int = WIDTH) -> Iterator[str]:
    """The report as lines of `width` columns: cells that raised an error, a row per question and what is next, then what is wrong."""
    for number, said in report.cell_errors:
        yield from wrapped(f"code cell {number}: {said}", "", "  ", width)
    if report.cell_errors:
        yield ""
    yield from report.checked.text(width).split("\n")


def _notebook(path: Path) -> dict:
    try:
        notebook = json.loads(path.read_text(encoding="utf-8-sig"))
        code_cells(notebook)
    except FileNotFoundError:
        raise NotebookError(f"{path} does not exist") from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise NotebookError(f"{path} is not a notebook that can be read ({type(error).__name__}): save it again as .ipynb") from None
    return notebook


@contextlib.contextmanager
def _inside(folder: Path) -> Iterator[None]:
    """Work in the notebook's folder, with its files importable, as a kernel does."""
    before = Path.cwd()
    os.chdir(folder)
    sys.path.insert(0, str(folder))
    os.environ.setdefault("MPLBACKEND", "agg")
    try:
        yield
    finally:
        sys.path.remove(str(folder))
        os.chdir(before)


def _run(sources: list[str]) -> tuple[dict, tuple[tuple[int, str], ...]]:
    """Run the cells in an IPython shell with a grader that does nothing; the names they define, and their errors."""
    from IPython.core.interactiveshell import InteractiveShell
    from IPython.utils.capture import capture_output

    kept = {name: sys.modules.get(name) for name in ("autograder.notebook", "otter")}
    sys.modules.update(dict.fromkeys(kept, silent))
    shell = InteractiveShell()
    errors = []
    try:
        for number, source in enumerate(sources, 1):
            with capture_output():
                result = shell.run_cell(source, store_history=False)
            error = result.error_before_exec or result.error_in_exec
            if error is not None and not isinstance(error, NotImplementedError):
                errors.append((number, f"{type(error).__name__}: {error}"))
    finally:
        for name, module in kept.items():
            if module is None:
                del sys.modules[name]
            else:
                sys.modules[name] = module
    return shell.user_ns, tuple(errors)


def _with_tests_folder(folder: Path):
    def run(env: Mapping[str, object]) -> tuple[tuple[Checked, ...], str]:
        from otter.nbmeta_config import NBMetadataConfig
        from otter.test_files import create_test_file

        from autograder.notebook import run_checks

        checked, checks = [], ""
        for path in sorted((folder / "tests").glob("*.py"), key=lambda path: natural(path.stem)):
            if path.stem != "__init__":
                test_file = create_test_file(str(path), NBMetadataConfig())
                checked.append(Checked.of(test_file, run_checks(test_file, dict(env))))
                checks = checks_file(test_file.source) or checks
        return tuple(checked), checks

    return run


def _with_course(sources: list[str], path: Path):
    from autograder.course import CourseError, find_root, load

    named = re.search(r"""Notebook\(\s*["']([^"']+)\.ipynb["']""", "\n".join(sources))
    if not named:
        raise NotebookError(f"{path} has no folder `tests` beside it and does not say which assignment it is: check it where it was handed out")
    try:
        assignment = load(find_root(), named.group(1), private=False)
    except CourseError as error:
        raise NotebookError(f"{path} has no folder `tests` beside it, and no course to take its checks from: {error}") from error

    def run(env: Mapping[str, object]) -> tuple[tuple[Checked, ...], str]:
        return tuple(_checked(assignment, question, env) for question in assignment.graded), str(assignment.public_dir / "checks.py")

    return run


def _checked(assignment: Assignment, question: Question, env: Mapping[str, object]) -> Checked:
    outcomes = [(check, check.run(env)) for check in assignment.checks_of(question.id)]
    passed = [check for check, record in outcomes if record is None]
    return Checked(
        question=question.id,
        passed=tuple(check.title for check in passed),
        records=tuple(record for _, record in outcomes if record is not None),
        notes=(),
        earned=sum(check.points for check in passed),
        available=sum(check.points for check, _ in outcomes),
        possible=question.points,
    )
