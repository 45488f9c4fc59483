"""The report's pages: jinja2 with everything escaped, for text written by strangers."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.checking.markup import RULES, evidence_html, is_wide
from autograder.grading.basis import Basis
from autograder.grading.by_hand import GRADED, WrittenResult
from autograder.grading.delivery import Delivery
from autograder.grading.feedback import carried_note, shared_hints, shown
from autograder.grading.plain import one_line, plain
from autograder.grading.verdicts import Grade
from autograder.report.charts import histogram, stack
from autograder.report.summary import GROUP_ORDER, ClassSummary
from autograder.report.written import WrittenSummary

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

    from autograder.checking import Record
    from autograder.grading.pictures import Picture

# A status is always a word; the sign beside it helps the eye and is hidden from screen readers.
SIGNS = {
    "passed": "✓",
    "wrong": "✗",
    "raised": "!",
    "timeout": "◷",
    "memory": "▦",
    "crashed": "⊘",
    "protocol": "⚑",
    "not attempted": "–",
    "missing": "?",
    "skipped": "»",
    "ok": "✓",
    "error": "!",
    "unreadable": "⊘",
    "failed": "⊘",
}
# Which colour a status has; everything else has the colour of an error.
_TONES = {"passed": "good", "ok": "good", "wrong": "bad", "not attempted": "calm", "missing": "calm", "skipped": "calm"}
_HINT_NAMES = ("Hint", "The rule", "Where to look")


def render(template: str, **values: object) -> str:
    """A page from one of the templates; whatever text comes in is made harmless and escaped."""
    return _environment().get_template(template).render(**values)


def class_page(summary: ClassSummary, written: Sequence[WrittenSummary] = ()) -> str:
    """The page about the whole class; `written` says how far the written answers have been read."""
    chart = histogram(summary.scores, summary.basis.possible) if summary.rows else None
    bars = {question.question.id: stack(question.groups) for question in summary.questions}
    script, digest = _sort_script()
    return render(
        "class.html",
        summary=summary,
        written=written,
        basis=summary.basis,
        chart=chart,
        bars=bars,
        groups=GROUP_ORDER,
        titles={q.id: q.title for q in summary.basis.questions},
        sort_script=script,
        sort_hash=digest,
    )


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
        titles=titles,
        written=written,
        by_hand=[one for one in written if one.status == GRADED],
        reveal=reveal,
        hint_names=_HINT_NAMES,
        shared_hints=shared_hints,
        carried_note=carried_note,
        pictures=None if pictures is None else by_question,
        focus=_focus,
        source=_source,
        came=_came,
        shown=lambda record: shown(record, reveal=reveal),
        evidence=_evidence,
        evidence_rules=_evidence_rules(),
    )


def _evidence(record: Record) -> Markup:
    """The call and both sides as a learner's notebook shows them; what was checked stands above."""
    from markupsafe import Markup

    texts = {name: plain(getattr(record, name)) for name in ("message", "call", "got", "expected", "tolerance")}
    made = evidence_html(replace(record, title="", **texts))
    return Markup(f'<div class="hl-check">{made}</div>' if made else "")


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


def _milliseconds(seconds: float) -> str:
    return f"{1000 * seconds:,.1f} ms" if seconds < 0.01 else f"{1000 * seconds:,.0f} ms"


@cache
def _sort_script() -> tuple[str, str]:
    """The script that makes tables sortable, ready to stand in the page, and the digest by which the page allows it and no other."""
    from markupsafe import Markup

    source = (Path(__file__).parent / "templates" / "sort.js").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(source.encode("utf-8")).digest()).decode("ascii")
    return Markup(source), Markup(f"sha256-{digest}")


# Longer text seldom returns.
_SHORT = 300


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup, escape

    # Titles, statuses and hints return on every page of a class: a large report is written in a third of the time if they are remembered.
    @lru_cache(maxsize=4096)
    def known(text: str) -> Markup:
        return escape(plain(text))

    def harmless(value: object) -> object:
        """What every `{{ ... }}` goes through before it is escaped: no control, bidi or invisible characters."""
        if not isinstance(value, str) or isinstance(value, Markup):
            return value
        return known(value) if len(value) <= _SHORT else plain(value)

    environment = Environment(
        loader=PackageLoader("autograder.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=harmless,
    )
    environment.filters.update(
        one_line=one_line,
        milliseconds=_milliseconds,
        first_line=lambda text: text.strip().partition("\n")[0],
        points=lambda value: f"{round(value, 3):g}",
        percent=lambda value: f"{round(value, 3):g}",
    )
    environment.globals.update(sign=lambda status: SIGNS.get(status, "!"), tone=lambda status: _TONES.get(status, "error"))
    return environment
