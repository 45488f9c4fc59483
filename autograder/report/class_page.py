"""The page about the whole class, made in pieces: it grows with the class, and the memory for it does not."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.grading.verdicts import STATUSES
from autograder.report.charts import histogram, stack
from autograder.report.html import environment
from autograder.report.spool import Shelf
from autograder.report.summary import GROUP_ORDER, ClassSummary, Row
from autograder.report.written import WrittenSummary

if TYPE_CHECKING:
    from types import SimpleNamespace

    from markupsafe import Markup

# Students from which on a browser is to draw only those rows that are on the screen.
_MANY = 300


def class_page(summary: ClassSummary, written: Sequence[WrittenSummary] = ()) -> Iterator[str]:
    """The page in pieces; `written` says how far the written answers have been read."""
    chart = histogram(summary.scores, summary.basis.possible) if summary.rows else None
    bars = {question.question.id: stack(question.groups) for question in summary.questions}
    script, digest = sort_script()
    template = environment().get_template("class.html")
    return template.generate(
        summary=summary,
        written=written,
        basis=summary.basis,
        chart=chart,
        bars=bars,
        groups=GROUP_ORDER,
        many=_MANY,
        titles={q.id: q.title for q in summary.basis.questions},
        student_rows=_student_rows([question.id for question in summary.basis.questions], summary.rows),
        people=_people,
        statuses=STATUSES,
        sort_script=script,
        sort_hash=digest,
    )


def _student_rows(questions: Sequence[str], rows: Iterable[Row]) -> Iterator[Markup]:
    """One line of the table of students after the other."""
    from markupsafe import Markup

    for row in rows:
        cells = (_cell(*row.questions[question][:2]) if question in row.questions else _cell(None, "") for question in questions)
        yield _parts().student_row(row, Markup("".join(cells)))


@lru_cache(maxsize=1024)
def _cell(earned: float | None, status: str) -> Markup:
    return _parts().result_cell(earned, status)


def _people(who: Shelf, question: str, first: int, stop: int | None = None) -> Iterator[Markup]:
    """Links to the places where submissions are told about a question, with commas between them."""
    for number, (name, student) in enumerate(who.part(first, stop)):
        yield _parts().person(name, student, question, number > 0)


@cache
def _parts() -> SimpleNamespace:
    """The macros of what there is many of."""
    return environment().get_template("class_parts.html").module


@cache
def sort_script() -> tuple[str, str]:
    """The script that makes tables sortable, ready to stand in the page, and the digest by which the page allows it and no other."""
    from markupsafe import Markup

    source = (Path(__file__).parent / "templates" / "sort.js").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(source.encode("utf-8")).digest()).decode("ascii")
    return Markup(source), Markup(f"sha256-{digest}")
