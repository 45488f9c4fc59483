"""jinja2 for the pages, with everything escaped: their text is written by strangers."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from autograder.checking.markup import prose
from autograder.grading.plain import one_line, plain

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


def _milliseconds(seconds: float) -> str:
    return f"{1000 * seconds:,.1f} ms" if seconds < 0.01 else f"{1000 * seconds:,.0f} ms"


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
        prose=lambda text: Markup(prose(plain(text))),
        milliseconds=_milliseconds,
        first_line=lambda text: text.strip().partition("\n")[0],
        points=lambda value: f"{round(value, 3):g}",
        percent=lambda value: f"{round(value, 3):g}",
    )
    made.globals.update(sign=lambda status: SIGNS.get(status, "!"), tone=lambda status: _TONES.get(status, "error"))
    return made
