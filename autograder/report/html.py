"""jinja2 with everything escaped, for text written by strangers; and the class page."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.grading.plain import one_line, plain
from autograder.report.charts import histogram, stack
from autograder.report.summary import GROUP_ORDER, ClassSummary
from autograder.report.written import WrittenSummary

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

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


def render(template: str, **values: object) -> str:
    """A page from one of the templates; whatever text comes in is made harmless and escaped."""
    return environment().get_template(template).render(**values)


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
def environment() -> Environment:
    """Jinja with everything escaped, and the words and signs that all pages use."""
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

    made = Environment(
        loader=PackageLoader("autograder.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=harmless,
        auto_reload=False,
    )
    made.filters.update(
        one_line=one_line,
        milliseconds=_milliseconds,
        first_line=lambda text: text.strip().partition("\n")[0],
        points=lambda value: f"{round(value, 3):g}",
        percent=lambda value: f"{round(value, 3):g}",
    )
    made.globals.update(sign=lambda status: SIGNS.get(status, "!"), tone=lambda status: _TONES.get(status, "error"))
    return made
