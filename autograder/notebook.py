"""The `grader` of a learner's notebook: Otter's `Notebook`, saying what is wrong in our words."""

from __future__ import annotations

import inspect
import json
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from autograder.hand_in import download_in_colab, fetch_from_colab, in_colab, save, what_is_handed_in
from autograder.missing import in_one_sentence, library_missing, require_files, require_libraries, require_python, require_tests

require_python()
try:
    require_libraries("numpy", "matplotlib")
    from otter import Notebook as OtterNotebook
    from otter.check.logs import EventType
    from otter.check.utils import list_available_tests
    from otter.test_files import TestFile, create_test_file
    from otter.test_files.abstract_test import TestCaseResult
except ImportError as error:
    raise library_missing(error) from None

from autograder.checking import Failure, Record, render_text
from autograder.checking.observe import recording
from autograder.checking.offline_hints import unseal
from autograder.earlier_run import watched
from autograder.last_checks import LastCheck, LastChecks, told_by
from autograder.natural import natural
from autograder.notebook_display import Checked, CheckedAll, Said, case_title, hint_said
from autograder.own_lines import OwnLines, cells_run, checks_file, with_line
from autograder.progress import progress_of
from autograder.saved_notebook import questions_in_file


class Notebook(OtterNotebook):
    """Otter's notebook API; `check`, `check_all`, `hint` and `export` are ours, everything else is Otter's.

    While Otter grades (`otter run`) the checks are run by Otter itself, so that scores are exactly its own. `clock` tells
    the time of a check; `lines=False` leaves out the search for the line with a mistake.
    """

    def __init__(
        self, nb_path: str | None = None, *args: object, clock: Callable[[], datetime] = datetime.now, lines: bool = True, **kwargs: object
    ) -> None:
        if not type(self)._grading_mode:
            require_files(kwargs.get("tests_dir", "tests"))
        self._name = nb_path or "notebook.ipynb"
        # A renamed notebook still works: Otter then looks for the only notebook in the folder.
        super().__init__(nb_path if nb_path and os.path.isfile(nb_path) else None, *args, **kwargs)
        if in_colab():
            self.interpreter = None  # Otter refuses to export there, because it finds no file; `export` makes one
        self._records: dict[str, tuple[Record, ...]] = {}
        self._unfolded: dict[str, int] = {}
        self._told: dict[str, tuple[str, ...]] = {}  # hints that name a line
        self._clock = clock
        self._runs = None if type(self)._grading_mode else watched()
        self._lines = OwnLines(lines)
        self._checks = ""  # the file of the public checks, when one of them has run
        self._last = LastChecks.beside(os.path.basename(self._notebook or nb_path or ""), Path.cwd())

    def check(self, question: str, global_env: dict | None = None) -> Checked:
        """Run the checks of a question on the functions defined so far (or on those in `global_env`)."""
        env = sys._getframe(1).f_globals if global_env is None else global_env
        if type(self)._grading_mode:
            return Checked.of(super().check(question, env), ())
        checked = self._checked(question, env)
        return checked if checked.earlier else replace(checked, lines=self._lines_later(checked))

    def _checked(self, question: str, env: dict) -> Checked:
        known = self._questions()
        if question not in known:
            raise in_one_sentence(ValueError(f"there is no question {question!r} in this assignment; there is {', '.join(known)}"))
        test_file = create_test_file(os.path.join(self._tests_dir, f"{question}.py"), self._nbmeta_config)
        self._remember(question, run_checks(test_file, env))
        self._checks = checks_file(test_file.source) or self._checks
        self._log_event(EventType.CHECK, results=test_file, question=question, shelve_env=env)
        earlier = self._runs.told(_asked_for(test_file), env) if self._runs else ()
        checked = replace(Checked.of(test_file, self._records[question]), earlier=earlier)
        if checked.was_run:
            self._last.remember(question, LastCheck(told_by(self._clock), len(checked.passed), checked.total))
        return checked

    def check_all(self) -> CheckedAll | None:
        """Run the checks of every question, and show where things stand."""
        if type(self)._grading_mode:
            return None
        env = sys._getframe(1).f_globals
        self._log_event(EventType.BEGIN_CHECK_ALL)
        checked = tuple(self._checked(question, env) for question in self._questions())
        self._log_event(EventType.END_CHECK_ALL)
        saved = questions_in_file(self._notebook)
        return CheckedAll(checked, progress_of(checked, saved, self._last.known, told_by(self._clock)), self._lines_later(*(one for one in checked if not one.earlier)))

    def hint(self, question: str) -> Said | None:
        """Unfold the next hint for the last failure of a question."""
        if type(self)._grading_mode:
            return None
        if question not in self._records:
            return Said(f'Run grader.check("{question}") first: a hint answers a failed check.')
        if not self._records[question]:
            return Said(f"{question}: the last check passed, there is nothing to hint at.")
        records = self._records[question]
        record = (with_line(records, self._told[question]) if question in self._told else records)[0]
        self._unfolded[question] = min(self._unfolded[question] + 1, len(record.hints))
        return hint_said(record, self._unfolded[question])

    def export(self, nb_path: str | None = None, export_path: str | None = None, pdf: bool = False, **kwargs: object) -> Said | None:
        """Save the notebook and write the zip to hand in. Needs neither LaTeX nor pandoc nor a browser: a PDF is made only if asked for."""
        if type(self)._grading_mode:
            return None
        if in_colab():
            notebook = Path(nb_path or self._name)
            fetch_from_colab(notebook)
            kwargs["display_link"] = False  # it would lead nowhere
        elif nb_path or self._notebook:
            notebook = Path(nb_path or self._notebook)
            save(notebook)
        else:
            raise ValueError('which notebook? There is not exactly one in this folder: name it, as in grader.export("a1.ipynb")')
        super().export(str(notebook), export_path, pdf=pdf, **kwargs)
        if in_colab():
            download_in_colab(Path(export_path) if export_path else max(Path().glob(f"{notebook.stem}_*.zip"), key=os.path.getmtime))
        return Said(what_is_handed_in(notebook))

    def _log_event(self, *args: object, **kwargs: object) -> None:
        """Otter's log of events; in a folder that cannot be written to, checks work without it."""
        try:
            super()._log_event(*args, **kwargs)
        except Exception as error:
            if not isinstance(error.__context__, OSError):
                raise

    def _questions(self) -> list[str]:
        require_tests(self._tests_dir)
        return sorted(list_available_tests(self._tests_dir, self._nbmeta_config), key=natural)

    def _lines_later(self, *checked: Checked) -> Callable[[], Mapping[str, tuple[str, ...]]] | None:
        """What looks for the lines with the mistakes, and has `hint` go on from there."""
        look = self._lines.later({one.question: one.records for one in checked}, self._checks, cells_run())
        if look is None:
            return None

        def lines() -> Mapping[str, tuple[str, ...]]:
            try:
                found = look()
            except KeyboardInterrupt:  # somebody does not want to wait; the verdict has been told
                return {}
            for one in checked:
                if one.question in found and self._records[one.question] == one.records:
                    self._told[one.question] = found[one.question]
            return found

        return lines

    def _remember(self, question: str, records: tuple[Record, ...]) -> None:
        if records and self._records.get(question, ())[:1] != records[:1]:
            self._unfolded[question] = 1  # the first level is shown with the failure
            self._told.pop(question, None)
        self._records[question] = records


def _asked_for(test_file: TestFile) -> tuple[str, ...]:
    """The names of the functions that the cases of a test file call, each once."""
    return tuple(dict.fromkeys(name for case in test_file.test_cases for name in inspect.signature(case.body.test_func).parameters))


def run_checks(test_file: TestFile, env: dict) -> tuple[Record, ...]:
    """Run the cases of an Otter test file as Otter does, and keep the record of every one that fails.

    A failure in which a known mistake is recognised gets its hints. `test_file.test_case_results` holds Otter's own
    results afterwards.
    """
    test_file.test_case_results = []
    records = []
    for case in test_file.test_cases:
        record = _failure(test_file, case, env)
        message = "passed" if record is None else render_text(record)
        test_file.test_case_results.append(TestCaseResult(test_case=case, message=message, passed=record is None))
        records += [] if record is None else [record]
    return tuple(records)


def _failure(test_file: TestFile, case: object, env: dict) -> Record | None:
    try:
        with recording() as calls:
            case.body.call_func(env)
    except Failure as failure:
        return _with_hints(failure.record, calls, Path(test_file.path).with_name("hints.json"))
    except Exception as error:  # a fault of the check or of the installation: the learner must not hunt for it
        said = f"this check could not run ({type(error).__name__}: {error}); it is not about your code: tell your instructor"
        return Record(kind="raised", question=test_file.name, title=case_title(case), message=said)
    return None


def _with_hints(record: Record, calls: list, book: Path) -> Record:
    known = unseal(json.loads(book.read_text(encoding="utf-8")), record.check, calls) if book.is_file() else None
    return record.with_mistake(*known) if known else record
