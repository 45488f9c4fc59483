"""A learner's public checks from the terminal: run the notebook's cells, then its checks, and print a table.

The notebook is the learner's own and runs in this process, as it would in Jupyter. Its checks are those in the folder
`tests` beside it; without that folder, the public half of the course it belongs to.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from autograder import silent
from autograder.checking import Record, render_text
from autograder.natural import natural


class NotebookError(Exception):
    """The notebook, or the checks that belong to it, cannot be used; the text says why."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One question: how many of its public checks passed, what they are worth, the records of those that did not."""

    question: str
    passed: int
    total: int
    earned: float
    possible: float
    failures: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class NotebookReport:
    """The public checks of a notebook, and the cells that raised an error on the way: (cell number, what it said)."""

    questions: tuple[Checked, ...]
    cell_errors: tuple[tuple[int, str], ...]

    @property
    def all_passed(self) -> bool:
        """Whether every public check passed."""
        return all(one.passed == one.total for one in self.questions)


def check_notebook(path: Path) -> NotebookReport:
    """Run the code cells of a notebook and its public checks.

    Raises:
        NotebookError: it is not a notebook, or no checks are found for it.
    """
    sources = _code_cells(path)
    folder = path.resolve().parent
    with _inside(folder):
        env, errors = _run(sources)
        run = _with_tests_folder(folder) if (folder / "tests").is_dir() else _with_course(sources, path)
        return NotebookReport(tuple(run(env)), errors)


def table(report: NotebookReport) -> Iterator[str]:
    """The report as lines: what is wrong, then a row per question, then what is next."""
    for number, said in report.cell_errors:
        yield f"code cell {number}: {said}"
    for one in report.questions:
        for record in one.failures:
            if record.kind != "not_attempted":
                yield f"{one.question}  " + render_text(record).replace("\n", "\n    ")
    yield ""
    yield f"{'question':<10} {'checks':>8} {'points':>9}"
    for one in report.questions:
        todo = one.failures and all(record.kind == "not_attempted" for record in one.failures)
        state = "" if one.passed == one.total else ("  not attempted" if todo else "  not yet")
        yield f"{one.question:<10} {f'{one.passed}/{one.total}':>8} {f'{one.earned:g}/{one.possible:g}':>9}{state}"
    if report.all_passed:
        yield "All public checks passed; hidden checks run after you submit."
    else:
        nearest = next(one for one in report.questions if one.passed < one.total)
        yield f"Next: {nearest.question}. Points are those of the public checks; hidden checks run after you submit."


def _code_cells(path: Path) -> list[str]:
    try:
        cells = json.loads(path.read_text(encoding="utf-8-sig"))["cells"]
        kept = [cell["source"] for cell in cells if cell["cell_type"] == "code"]
        return ["".join(source) for source in kept]
    except FileNotFoundError:
        raise NotebookError(f"{path} does not exist") from None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NotebookError(f"{path} is not a notebook that can be read ({type(error).__name__}): save it again as .ipynb") from None


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
    def run(env: Mapping[str, object]) -> Iterator[Checked]:
        from otter.nbmeta_config import NBMetadataConfig
        from otter.test_files import create_test_file

        from autograder.notebook import run_checks

        for path in sorted((folder / "tests").glob("*.py"), key=lambda path: natural(path.stem)):
            if path.stem == "__init__":
                continue
            test_file = create_test_file(str(path), NBMetadataConfig())
            failures = run_checks(test_file, dict(env))
            results = test_file.test_case_results
            earned = sum(one.test_case.points or 0 for one in results if one.passed)
            possible = sum(one.test_case.points or 0 for one in results)
            yield Checked(path.stem, sum(one.passed for one in results), len(results), earned, possible, failures)

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

    def run(env: Mapping[str, object]) -> Iterator[Checked]:
        for question in assignment.graded:
            checks = assignment.checks_of(question.id)
            records = [check.run(env) for check in checks]
            earned = sum(check.points for check, record in zip(checks, records, strict=True) if record is None)
            failures = tuple(record for record in records if record is not None)
            yield Checked(question.id, len(checks) - len(failures), len(checks), earned, sum(check.points for check in checks), failures)

    return run
