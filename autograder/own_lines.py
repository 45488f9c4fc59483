"""When a learner is told the line of a mistake: after checks that failed, unless the mistake is known by name, or nobody wants it.

Looking for a line takes processes; a browser has none, and there nothing is told.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from autograder.checking import Record

_BROWSERS = ("emscripten", "wasi")
_NOTHING_TO_MEND = {"missing", "not_attempted"}
_LONGEST_CELL = 20_000  # characters; what is longer is no function, but files that travel in a cell
_ALL_SECONDS = 3.0  # for the questions of a notebook together
_DEFINES = re.compile(r"\b(?:def|class|import) |=")
_IMPORT = re.compile(r"^\s+import (\w+)$", re.M)


@dataclass(slots=True)
class OwnLines:
    """The lines of one notebook: what was found is remembered for the same code. `wanted` is the learner's switch."""

    wanted: bool = True
    _known: dict[tuple, object] = field(default_factory=dict)

    def later(self, failed: Mapping[str, Sequence[Record]], checks: str, sources: Iterable[str]) -> Callable[[], Mapping[str, tuple[str, ...]]] | None:
        """What looks for the lines when it is called; None if there is nothing to look for.

        Args:
            failed: by question, the records of its failed checks.
            checks: the file of the public checks, "" if it is not known.
            sources: the code cells in the order in which they were run.
        """
        asked = {question: tuple(records) for question, records in failed.items() if _is_open(records)}
        if not (asked and checks and self.wanted) or sys.platform in _BROWSERS:
            return None
        read = [source for source in sources if len(source) <= _LONGEST_CELL and _DEFINES.search(source)]
        last = tuple(reversed(dict.fromkeys(reversed(read))))  # a cell that was run again counts where it was run last
        return lambda: self._hints(asked, checks, last)

    def _hints(self, asked: Mapping[str, tuple[Record, ...]], checks: str, sources: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
        """By question, the hints that name the line: the place with a question, and the rule."""
        from autograder.lines.ask import SECONDS, Failed, lines_of

        failed = {question: Failed.of(records) for question, records in asked.items()}
        keys = {question: (question, one.checks, sources) for question, one in failed.items()}
        unknown = {question: failed[question] for question, key in keys.items() if key not in self._known}
        if unknown:
            for line in lines_of(sources, checks, unknown, SECONDS if len(unknown) == 1 else _ALL_SECONDS):
                self._known[keys[line.question]] = line
        found = {question: self._known[key] for question, key in keys.items() if key in self._known}
        return {question: (line.hint, line.rule) for question, line in found.items() if line.hint}


def with_line(records: Sequence[Record], hints: tuple[str, ...]) -> tuple[Record, ...]:
    """The records of a question's failed checks with the hints that hold for all of them, told once."""
    return tuple(replace(record, hints=() if number else hints) for number, record in enumerate(records))


def checks_file(test_source: str) -> str:
    """The file of the public checks that a released test imports; "" if none is to be found."""
    modules = [sys.modules.get(name) for name in _IMPORT.findall(test_source)]
    return next((module.__file__ for module in modules if getattr(module, "__file__", None)), "")


def cells_run() -> list[str]:
    """The code cells of this IPython session, as they were written, in the order in which they were run; none outside of IPython."""
    try:
        return list(sys.modules["IPython"].get_ipython().history_manager.input_hist_raw)
    except (KeyError, AttributeError):
        return []


def _is_open(records: Sequence[Record]) -> bool:
    """Whether all that failed are checks that ran, and no known mistake is named."""
    return bool(records) and all(r.check and r.kind not in _NOTHING_TO_MEND and (not r.mistake or r.relation) for r in records)
