"""What `grader.check`, `check_all` and `hint` show below a cell: text for a terminal, HTML for Jupyter."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING

from autograder.checking import Record, render_text
from autograder.checking.markup import STYLE, TICK, prose, render_html
from autograder.checking.render import WIDTH, heading, wrapped
from autograder.own_lines import with_line

if TYPE_CHECKING:
    from autograder.progress import Progress

_LEVELS = ("a question", "the rule", "where to look")


@dataclass(frozen=True, slots=True, repr=False)
class Said:
    """A sentence shown as the result of a cell."""

    text: str

    def __repr__(self) -> str:
        return "\n".join(wrapped(self.text))

    def _repr_html_(self) -> str:
        return _box("message", f'<p role="status">{prose(self.text)}</p>')


class _Later:
    """What is shown at once, and once more when the lines with the mistakes are found, if they are looked for."""

    __slots__ = ()

    def _ipython_display_(self) -> None:
        if self.lines is None or not _can_show_again():
            raise NotImplementedError  # IPython then shows it as any other result
        from IPython.display import display

        shown = display(replace(self, lines=None)._bundle(), raw=True, display_id=True)
        complete = self.complete()
        if complete != replace(self, lines=None):
            shown.update(complete._bundle(), raw=True)

    def _bundle(self) -> dict[str, str]:
        return {"text/plain": repr(self), "text/html": self._repr_html_()}


@dataclass(frozen=True, slots=True, repr=False)
class Checked(_Later):
    """The outcome of one question's checks: titles of the passed ones, records of the failed ones, points.

    `possible` counts the hidden checks too, `available` the checks that were run here; `notes` are messages of
    failed checks for which there is no record (while Otter grades). `lines`, if there is something to look for, looks for the
    lines with the mistakes: hints by question. `earlier` are sentences on functions that are not those of the last run of their cell.
    """

    question: str
    passed: tuple[str, ...]
    records: tuple[Record, ...]
    notes: tuple[str, ...]
    earned: float
    available: float
    possible: float
    lines: Callable[[], Mapping[str, tuple[str, ...]]] | None = None
    earlier: tuple[str, ...] = ()

    @classmethod
    def of(cls, test_file: object, records: tuple[Record, ...]) -> Checked:
        """From an Otter test file that has been run; `records` as many as failed, or none."""
        results = test_file.test_case_results
        declared = re.search(r"^points = ([\d.eE+-]+)$", test_file.source, re.M)
        return cls(
            question=test_file.name,
            passed=tuple(case_title(result.test_case) for result in results if result.passed),
            records=records,
            notes=() if records else tuple(result.message for result in results if not result.passed),
            earned=test_file.score,
            available=test_file.possible,
            possible=float(declared[1]) if declared else test_file.possible,
        )

    def complete(self) -> Checked:
        """The same with the line of the mistake, if it is looked for and found; waits for it."""
        hints = self.lines().get(self.question) if self.lines else None
        return replace(self, lines=None, records=with_line(self.records, hints) if hints else self.records)

    @property
    def total(self) -> int:
        """How many checks were run."""
        return len(self.passed) + len(self.records) + len(self.notes)

    @property
    def all_passed(self) -> bool:
        """Whether every check that was run here passed."""
        return not self.records and not self.notes

    @property
    def untouched(self) -> bool:
        """Whether nobody has worked on the question yet."""
        return bool(self.records) and all(record.kind == "not_attempted" for record in self.records)

    @property
    def was_run(self) -> bool:
        """Whether there was a function to check."""
        return not self.records or any(record.kind != "missing" for record in self.records)

    @property
    def hidden(self) -> float:
        """The points of the checks that run after submission."""
        return self.possible - self.available if self.possible - self.available > 1e-9 else 0.0

    def headline(self) -> str:
        """The result in a sentence; it never promises more than was checked."""
        if self.untouched:
            return f"{self.question}: not attempted yet"
        which = "public checks" if self.hidden else "checks"
        if not self.all_passed:
            return f"{self.question}: {len(self.passed)} of {self.total} {which} passed"
        if not self.hidden:
            return f"{self.question}: all checks passed"
        return f"{self.question}: all public checks passed; hidden checks ({self.hidden:g} of {self.possible:g} points) run after you submit"

    def __repr__(self) -> str:
        return "\n".join([self.headline(), *_told(self.earlier), *self.complete().details()])

    def details(self, width: int = WIDTH) -> Iterator[str]:
        """The lines below the headline: what passed if not all did, what failed, where more hints are."""
        if self.all_passed:
            return
        for title in self.passed:
            yield from wrapped(f"passed: {title}", "  ", " " * 10, width)
        for record in self._shown():
            yield from ("", render_text(record, width=width))
        if any(len(record.hints) > 1 for record in self._shown()[:1]):
            yield from wrapped(f'More: grader.hint("{self.question}") gives the next hint', "  ", " " * 8, width)
        yield from self.notes

    def _repr_html_(self) -> str:
        tick = TICK if self.all_passed and not self.earlier else ""
        headline = f'<p role="status">{tick}<strong>{escape(self.headline())}</strong></p>'
        return _box(f"check of {self.question}", headline + _told_html(self.earlier) + self.complete().details_html(), passed=self.all_passed and not self.earlier)

    def details_html(self) -> str:
        """What is below the headline, as HTML: the first failure open, the others and what passed folded away."""
        if self.all_passed:
            return ""
        parts = [render_html(record) for record in self._shown()[:1]]
        parts += [f"<details><summary>{prose(heading(record))}</summary>{render_html(record)}</details>" for record in self._shown()[1:]]
        parts += [f"<pre>{escape(note)}</pre>" for note in self.notes]
        if self.passed:
            titles = "".join(f"<li>{prose(title)}</li>" for title in self.passed)
            parts.append(f"<details><summary>Passed: {len(self.passed)} of {self.total}</summary><ul>{titles}</ul></details>")
        return "".join(parts)

    def _shown(self) -> tuple[Record, ...]:
        """One record says enough about a question that nobody has worked on yet."""
        return self.records[:1] if self.untouched else self.records


@dataclass(frozen=True, slots=True, repr=False)
class CheckedAll(_Later):
    """The outcome of every question's checks, in the order of the notebook, and the progress they add up to; `lines` as above."""

    questions: tuple[Checked, ...]
    progress: Progress
    lines: Callable[[], Mapping[str, tuple[str, ...]]] | None = None

    def complete(self) -> CheckedAll:
        """The same with the lines of the mistakes, as far as they are looked for and found; waits for them."""
        hints = self.lines() if self.lines else {}
        return replace(self, lines=None, questions=tuple(replace(one, lines=lambda: hints).complete() for one in self.questions))

    def __repr__(self) -> str:
        return self.text()

    def text(self, width: int = WIDTH) -> str:
        """All of it for a terminal of `width` columns."""
        from autograder.progress_view import progress_text

        lines = [progress_text(self.progress, width), *_told(self._earlier(), width)]
        for checked in self.complete()._failed():
            lines += ["", *wrapped(checked.headline(), width=width), *checked.details(width)]
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        from autograder.progress_view import progress_html

        folded = "".join(
            f"<details><summary>{escape(checked.headline())}</summary>{checked.details_html()}</details>" for checked in self.complete()._failed()
        )
        return _box("progress", progress_html(self.progress) + _told_html(self._earlier()) + folded, passed=self.progress.all_passed)

    def _earlier(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(sentence for checked in self.questions for sentence in checked.earlier))

    def _failed(self) -> Iterator[Checked]:
        """Those about which there is more to say than the table does."""
        return (checked for checked in self.questions if not checked.all_passed and checked.was_run and not checked.untouched)


def hint_said(record: Record, level: int) -> Said:
    """Hint number `level` (1 to 3) of a failed check."""
    if not record.hints:
        return Said(
            f"There is no hint for this failure ({record.message}). Do the example of {record.question} with pen and paper, "
            "then print what your function gives at each step."
        )
    last = "" if level < len(record.hints) else " This was the last hint."
    return Said(f"Hint {level} of {len(record.hints)}, {_LEVELS[level - 1]}: {record.hints[level - 1]}{last}")


def case_title(case: object) -> str:
    """The title of a test case: its docstring, in which a release escapes everything that is not ASCII."""
    title = case.body.test_func.__doc__
    return title.encode("ascii", "ignore").decode("unicode_escape") if title else case.name


def _told(sentences: tuple[str, ...], width: int = WIDTH) -> list[str]:
    return [line for sentence in sentences for line in ("", *wrapped(sentence, width=width))]


def _told_html(sentences: tuple[str, ...]) -> str:
    return "".join(f"<p><strong>{prose(sentence)}</strong></p>" for sentence in sentences)


def _can_show_again() -> bool:
    """Whether what a cell has shown can be replaced: in a notebook, not in a terminal."""
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    return getattr(shell, "kernel", None) is not None


def _box(name: str, inner: str, passed: bool = False) -> str:
    kind = "hl-check hl-passed" if passed else "hl-check"
    return f'{STYLE}<div class="{kind}" role="group" aria-label="{escape(name)}">{inner}</div>'
