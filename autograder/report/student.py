"""The page about one submission.

Most of a class gets most of its results in the same words, and hands in most cells as they were. So the part of the page
about a question, and that about a cell, is remembered for the next submission that has the very same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from autograder.checking.markup import RULES, evidence_html, is_wide, prose
from autograder.grading.basis import Basis
from autograder.grading.by_hand import GRADED, WrittenResult
from autograder.grading.delivery import Delivery
from autograder.grading.feedback import carried_note, shared_hints, shown
from autograder.grading.plain import plain
from autograder.grading.verdicts import CellReport, Grade, QuestionResult
from autograder.report.html import environment, render

if TYPE_CHECKING:
    from types import SimpleNamespace

    from markupsafe import Markup

    from autograder.checking import Record
    from autograder.grading.pictures import Picture

_HINT_NAMES = ("Hint", "The rule", "Where to look")
# How many parts of each kind are remembered, and up to how many characters: some megabytes at most.
_KEPT, _SHORT = 512, 3000


def student_page(
    basis: Basis, grade: Grade, pictures: Sequence[Picture] | None = None, *, reveal: bool = False, written: Sequence[WrittenResult] = ()
) -> str:
    """The page about one submission. Hidden checks are redacted, and mistakes not named, unless `reveal`.

    pictures: what the submission's own code drew; None if it was not asked to.
    written: its written answers and what people gave for them.
    """
    titles = {question.id: question.title for question in basis.questions}
    shown_questions = {question.question for question in grade.questions} | {one.question.id for one in written}
    by_question = defaultdict(list)
    for picture in pictures or ():
        by_question[picture.question if picture.question in shown_questions else ""].append(picture)

    return render(
        "student.html",
        basis=basis,
        grade=grade,
        written=written,
        by_hand=[one for one in written if one.status == GRADED],
        reveal=reveal,
        pictures=None if pictures is None else by_question,
        parts=_parts(reveal),
        question_tags=_joined(_tag(question.question, question.status) for question in grade.questions),
        question_parts=_joined(
            _question(question, titles.get(question.question, ""), by_question.get(question.question), reveal) for question in grade.questions
        ),
        cell_parts=_joined(map(_cell, grade.cells)),
        focus=_focus,
        came=_came,
        evidence_rules=_evidence_rules(),
    )


@cache
def _parts(reveal: bool) -> SimpleNamespace:
    """The macros that render one question, cell or row of pictures."""
    return environment().get_template("student_parts.html").make_module(
        {
            "reveal": reveal,
            "hint_names": _HINT_NAMES,
            "shared_hints": shared_hints,
            "carried_note": carried_note,
            "focus": _focus,
            "source": _source,
            "shown": lambda record: shown(record, reveal=reveal),
            "evidence": _evidence,
            "prose": _prose,
        }
    )


def _joined(parts: Iterable[Markup]) -> Markup:
    from markupsafe import Markup

    return Markup("".join(parts))


@lru_cache(maxsize=_KEPT)
def _tag(question: str, status: str) -> Markup:
    return _parts(False).tag_part(question, status)


def _question(question: QuestionResult, title: str, pictures: Sequence[Picture] | None, reveal: bool) -> Markup:
    if pictures or sum(len(verdict.record.detail) for verdict in question.failed if verdict.record) > _SHORT:
        return _parts(reveal).question_part(question, title, pictures)
    return _known_question(question.timeless, title, reveal)


@lru_cache(maxsize=_KEPT)
def _known_question(question: QuestionResult, title: str, reveal: bool) -> Markup:
    return _parts(reveal).question_part(question, title, None)


def _cell(cell: CellReport) -> Markup:
    short = len(cell.source) + len(cell.stdout) + len(cell.error) <= _SHORT
    return _known_cell(cell) if short else _parts(False).cell_part(cell)


@lru_cache(maxsize=_KEPT)
def _known_cell(cell: CellReport) -> Markup:
    return _parts(False).cell_part(cell)


def _evidence(record: Record) -> Markup:
    """The call and both sides as a learner's notebook shows them; what was checked stands above."""
    from markupsafe import Markup

    texts = {name: plain(getattr(record, name)) for name in ("message", "call", "got", "expected", "tolerance")}
    made = evidence_html(replace(record, title="", **texts))
    return Markup(f'<div class="hl-check">{made}</div>' if made else "")


def _prose(text: str) -> Markup:
    """A sentence in which what stands between backticks is code."""
    from markupsafe import Markup

    return Markup(prose(plain(text)))


def _evidence_rules() -> Markup:
    from markupsafe import Markup

    return Markup(RULES)


def _focus(text: str) -> str:
    """The attribute of a block of text that may have to be scrolled."""
    from markupsafe import Markup

    return Markup(' tabindex="0"') if is_wide(text) else Markup("")


def _source(picture: Picture) -> str:
    """A picture as the address of itself. Too long for what makes text harmless; nothing but base64 comes through."""
    from markupsafe import Markup

    return Markup("data:image/png;base64," + re.sub(r"[^A-Za-z0-9+/=]", "", picture.png))


def _came(delivery: Delivery) -> str:
    """How a submission came in, in a sentence."""
    when = delivery.when
    told = f" on {when:%Y-%m-%d at %H:%M:%S}{' UTC' if when.tzinfo else ' by the clock of the computer it was made on'}" if when else ""
    late = ", marked late there" if delivery.late else ""
    return f"Handed in through {delivery.platform}{told}{late}."
