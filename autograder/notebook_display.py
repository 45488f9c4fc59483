"""What `grader.check`, `check_all` and `hint` show below a cell: text for a terminal, HTML for Jupyter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

from autograder.checking import Record, render_html, render_text

# Colours that can be read on Jupyter's light and dark background alike.
_STYLE = (
    "<style>.hl-check{border-left:3px solid #888;padding:.1em .8em;margin:.2em 0}.hl-check.hl-ok{border-color:#2e8b57}"
    ".hl-check.hl-no{border-color:#d2691e}.hl-check p{margin:.3em 0}.hl-check pre{margin:0;white-space:pre-wrap}"
    ".hl-check>details{margin-top:.6em}.hl-check th{text-align:left;vertical-align:top;padding-right:1em}.hl-check td{text-align:left}</style>"
)
_LEVELS = ("a question", "the rule", "where to look")


@dataclass(frozen=True, slots=True, repr=False)
class Said:
    """A sentence shown as the result of a cell."""

    text: str

    def __repr__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        return _box("", f"<p>{escape(self.text)}</p>")


@dataclass(frozen=True, slots=True, repr=False)
class Checked:
    """The outcome of one question's checks: titles of the passed ones, records of the failed ones, points.

    `possible` counts the hidden checks too, `available` the checks that were run here; `notes` are messages of
    failed checks for which there is no record (while Otter grades).
    """

    question: str
    passed: tuple[str, ...]
    records: tuple[Record, ...]
    notes: tuple[str, ...]
    earned: float
    available: float
    possible: float

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

    @property
    def all_passed(self) -> bool:
        """Whether every check that was run here passed."""
        return not self.records and not self.notes

    @property
    def hidden(self) -> float:
        """The points of the checks that run after submission."""
        return self.possible - self.available if self.possible - self.available > 1e-9 else 0.0

    def headline(self) -> str:
        """The result in a sentence; it never promises more than was checked."""
        count = len(self.passed) + len(self.records) + len(self.notes)
        if self.records and all(record.kind == "not_attempted" for record in self.records):
            return f"{self.question}: not attempted yet"
        which = "public checks" if self.hidden else "checks"
        if not self.all_passed:
            return f"{self.question}: {len(self.passed)} of {count} {which} passed"
        if not self.hidden:
            return f"{self.question}: all checks passed"
        return f"{self.question}: all public checks passed; hidden checks ({self.hidden:g} of {self.possible:g} points) run after you submit"

    def __repr__(self) -> str:
        lines = [self.headline(), *(f"  passed: {title}" for title in self.passed if not self.all_passed)]
        lines += [render_text(record) for record in self._shown()] + list(self.notes)
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        parts = [f"<p>{escape(self.headline())}</p>"]
        if self.passed and not self.all_passed:
            parts.append(f"<p>Passed: {escape('; '.join(self.passed))}</p>")
        parts += [render_html(record) for record in self._shown()[:1]]
        parts += [f"<details><summary>{escape(_summary(record))}</summary>{render_html(record)}</details>" for record in self._shown()[1:]]
        parts += [f"<pre>{escape(note)}</pre>" for note in self.notes]
        return _box("hl-ok" if self.all_passed else "hl-no", "".join(parts))

    def _shown(self) -> tuple[Record, ...]:
        """One record says enough about a question that nobody has worked on yet."""
        untouched = bool(self.records) and all(record.kind == "not_attempted" for record in self.records)
        return self.records[:1] if untouched else self.records


@dataclass(frozen=True, slots=True, repr=False)
class CheckedAll:
    """The outcome of every question's checks, in the order of the notebook."""

    questions: tuple[Checked, ...]

    def headline(self) -> str:
        """How many questions have passed what was checked here."""
        passed = sum(checked.all_passed for checked in self.questions)
        hidden = any(checked.hidden for checked in self.questions)
        which = "all their public checks; hidden checks run after you submit" if hidden else "all their checks"
        return f"{passed} of {len(self.questions)} questions pass {which}"

    def __repr__(self) -> str:
        return "\n\n".join([*(repr(checked) for checked in self.questions), self.headline()])

    def _repr_html_(self) -> str:
        shown = "".join(checked._repr_html_().removeprefix(_STYLE) for checked in self.questions)
        return f"{_STYLE}{shown}<p>{escape(self.headline())}</p>"


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


def _summary(record: Record) -> str:
    return f"Not yet: {record.title}" if record.title else "Not yet"


def _box(kind: str, inner: str) -> str:
    return f"{_STYLE}<div class='hl-check {kind}'>{inner}</div>"
