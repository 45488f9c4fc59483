"""Sessions in which a submission's cells have run: open one when it is needed, leave out the cells that end it."""

from __future__ import annotations

import inspect
import math
import re
import time
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from autograder import silent
from autograder.course import Assignment
from autograder.grading.budget import Budget
from autograder.grading.environment import Environment
from autograder.grading.verdicts import CellReport
from autograder.sandbox import CellResult, Limits, SandboxError, Session, SessionLost, Zygote, ZygoteDied

# What every session has in memory: what a learner's notebook imports from this package.
_PRELOAD = ("autograder.checking", "autograder.pictures")
# What a notebook's own grader cells import: in a session they do nothing, the grader runs its own checks.
_STAND_INS = dict.fromkeys(("otter", "autograder.notebook"), inspect.getsource(silent))
# A notebook that loses more cells than this is not run further.
_FATAL_CELLS = 3
_LATE = "not run, because the cells before it had taken too long"
_FATAL = {"timeout", "memory", "crashed", "protocol"}
# Characters of output and errors kept for the report: of one cell, and of all cells of a submission together.
_KEPT, _KEPT_IN_ALL = 20_000, 200_000


def grading_zygote(secrets: Sequence[Path], deny: frozenset[str] = frozenset()) -> Zygote:
    """The process that sessions for submissions are forked from; raises what `Zygote` raises."""
    return Zygote(secrets=secrets, preload=_PRELOAD, deny=deny, modules=_STAND_INS)


class Replay:
    """The cells of one submission and the session they last ran in.

    A cell that ends its session (an endless loop, `os._exit`) is left out and the others are run again in a new
    one, as a person restarting the kernel would do. Pictures as released are left out too, unless someone looks.
    """

    def __init__(
        self,
        zygote: Zygote,
        assignment: Assignment,
        notebook: dict,
        limits: Limits,
        *,
        pictures: bool,
        seconds: float = math.inf,
        budget: Budget | None = None,
        shown: Callable[[int, tuple], None] = lambda number, displays: None,
        read: Collection[int] = (),
    ) -> None:
        """shown: told what each cell displayed, by its number, if `pictures` are drawn. read: numbers of cells whose last
        value somebody will read, as text below what they print; of other cells it is not even computed. budget: what all of it
        may take, if that is not what a submission may."""
        self.zygote = zygote
        self.limits = limits
        self.budget = budget or Budget(limits.call_seconds, seconds)
        self._files = data_files(assignment)
        self._pictures, self._shown, self._read = pictures, shown, read
        self._sources = [_source(cell) for cell in notebook.get("cells", ()) if cell.get("cell_type") == "code"]
        untouched = {cell.source.strip() for cell in assignment.cells if "picture" in cell.tags and cell.kind == "code"}
        self._skipped = set() if pictures else {i for i, source in enumerate(self._sources) if source.strip() in untouched}
        self._fatal: set[int] = set()
        self._reports: dict[int, CellReport] = {}
        self._late: set[int] = set()
        self._cut_short = self._stopped = False
        self._room = _KEPT_IN_ALL
        self._session: Session | None = None
        self._prepare: Callable[[Session], None] | None = None
        self._refused = False
        self._end = len(self._sources)
        self.cell_seconds = 0.0
        self.session_seconds = 0.0

    def session(self) -> Session | None:
        """A session in which the cells have run; None if they end every session before they are through, or if the
        submission has no time left for another one."""
        while self._session is None or self._session.lost:
            self.close()
            if self._refused or len(self._fatal) > _FATAL_CELLS or self.budget.spent:
                return None
            self._open()
        return self._session

    @property
    def lost(self) -> bool:
        """Whether there is no session to go on with, or the current one has ended."""
        return self._session is None or self._session.lost is not None

    @property
    def missed(self) -> bool:
        """Whether the current session wants a function that it would have been given had nothing been remembered."""
        return self._session is not None and self._session.missed

    def environment(self) -> Environment:
        """The names of the current session, as checks ask for them. Call `session` first."""
        return self._environment

    def fresh(self, question: str | None = None, prepare: Callable[[Session], None] | None = None) -> None:
        """Let the next `session()` be a new one.

        question: run the cells down to this question's last check cell only, as Otter judges a question with what is
        defined there; a name that a later cell uses for something else does no harm. Without one, run them all.
        prepare: applied to the session, and to its successors, after the cells.
        """
        self.close()
        self._prepare, self._refused = prepare, False
        self._end = self._check_cell(question) if question else len(self._sources)

    def _check_cell(self, question: str) -> int:
        """The number of cells down to the last one that checks a question; all of them if none does."""
        calls = re.compile(rf"""\.check\(\s*["']{re.escape(question)}["']""")
        numbers = [number for number, source in enumerate(self._sources) if calls.search(source)]
        return numbers[-1] + 1 if numbers else len(self._sources)

    def sources(self, question: str | None = None) -> list[str]:
        """The code cells, those of a question as `fresh` runs them."""
        return self._sources[: self._check_cell(question) if question else None]

    def close(self) -> None:
        """End the current session."""
        if self._session is not None:
            began = time.perf_counter()
            self._session.close()
            self._session = None
            self.session_seconds += time.perf_counter() - began

    def reports(self) -> tuple[CellReport, ...]:
        """How each code cell ran, in the session that ran it last."""
        return tuple(self._report(number, source) for number, source in enumerate(self._sources))

    @property
    def cut(self) -> bool:
        """Whether cells were never run, or not to their end, because all of them together had taken too long."""
        return bool(self._late) or self._stopped

    @property
    def cut_short(self) -> bool:
        """Whether the session that was opened last has not run all the cells it should have, for lack of time."""
        return self._cut_short

    def why_missing(self, name: str) -> tuple[str, str]:
        """(status, sentence): why a function is not defined although a cell would define it; ("missing", "") if no cell would."""
        for number, source in enumerate(self._sources):
            report = self._report(number, source)
            if report.status in ("ok", "skipped") or not re.search(rf"\bdef\s+{re.escape(name)}\b", source):
                continue
            if number in self._late:
                return "timeout", f"{name} is not defined: its cell was {_LATE}"
            return "missing", f"{name} is not defined: its cell ended with {report.error or report.status}"
        return "missing", ""

    def _open(self) -> None:
        began = time.perf_counter()
        budget = self.budget
        self._session = self.zygote.session(self.limits, files=self._files, charge=budget.charge)
        self._cut_short = False
        last_start, last_end, until = budget.for_cells()
        self._session.allow(lambda: last_end - budget.used, until)
        self._environment = Environment(self._session)
        self.session_seconds += time.perf_counter() - began
        for number, source in enumerate(self._sources[: self._end]):
            if number in self._fatal or number in self._skipped or not source.strip():
                continue
            if budget.used > last_start or time.monotonic() > until:
                self._late |= {late for late in range(number, self._end) if late not in {*self._reports, *self._skipped} and self._sources[late].strip()}
                self._cut_short = True
                break
            self._late.discard(number)
            try:
                result = self._session.run_cell(source, render=self._pictures or number in self._read)
            except SessionLost as lost:
                result = CellResult(status=lost.status, error=lost.status, message=lost.reason)
            if self._pictures:
                self._shown(number, result.displays)
            self.cell_seconds += result.seconds
            if number not in self._reports or result.status in _FATAL:
                self._reports[number] = self._kept(number, source, result)
            if result.status in _FATAL:
                self._fatal.add(number)
                self._stopped |= result.status == "timeout" and (budget.used >= last_end or time.monotonic() >= until)
                return
        self._session.allow(lambda: budget.left, budget.until)
        if self._prepare is not None:
            try:
                self._prepare(self._session)
            except ZygoteDied:
                raise
            except SandboxError:  # the cells left a session that cannot be prepared; another one would be no better
                self._refused = True
                self.close()

    def _report(self, number: int, source: str) -> CellReport:
        if number in self._late:
            return CellReport(number, source, "timeout", _LATE)
        return self._reports.get(number) or CellReport(number, source, "skipped")

    def _kept(self, number: int, source: str, result: CellResult) -> CellReport:
        """What is remembered of a cell: thousands of cells may print a megabyte each, and nobody reads on for ever."""
        error = f"{result.error}: {result.message}" if result.error and result.message else (result.error or "")
        error = error[: min(2000, self._room)]
        self._room -= len(error)
        said = result.stdout + (_values(result) if number in self._read else "")
        stdout = said[: min(_KEPT, self._room)]
        self._room -= len(stdout)
        cut = "\n[cut]" if len(stdout) < len(said) else ""
        return CellReport(number, source, result.status, error, stdout + cut)


def _values(result: CellResult) -> str:
    """What a cell displayed as text: its last value above all; a picture says nothing in words."""
    bundles = [bundle for bundle in result.displays if not any(kind.startswith("image/") for kind in bundle)]
    texts = [text for bundle in bundles if isinstance(text := bundle.get("text/plain"), str)]
    return "".join(f"{text}\n" for text in texts)


def _source(cell: dict) -> str:
    source = cell.get("source", "")
    return "".join(source) if isinstance(source, list) else source


def data_files(assignment: Assignment) -> dict[str, bytes]:
    """The files that a session of this assignment finds beside the notebook, by path."""
    folder = assignment.public_dir / "data"
    if not folder.is_dir():
        return {}
    return {f"data/{path.relative_to(folder)}": path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
