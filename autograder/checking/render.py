"""A failed check for people: the message first, then the evidence, then the likely mistake as a question."""

from __future__ import annotations

import textwrap
from html import escape

from autograder.checking.record import Record

_LEVELS = ("Hint", "The rule", "Where to look")


def render_text(record: Record, hint_levels: int = 1) -> str:
    """The record for a terminal; `hint_levels` (0 to 3) says how many hint levels are unfolded."""
    lines = [f"{_heading(record)}", f"  {record.message}"]
    if record.call:
        lines.append(f"  called    {record.call}")
    for label, text in (("got", record.got), ("expected", record.expected)):
        if text:
            lines.append(f"  {label:<9} " + text.replace("\n", "\n" + " " * 12))
    if record.tolerance:
        lines.append(f"  tolerance {record.tolerance}")
    for name, hint in list(zip(_LEVELS, record.hints, strict=False))[:hint_levels]:
        lines.append(textwrap.fill(f"{name}: {hint}", 96, initial_indent="  ", subsequent_indent="    "))
    if record.detail:
        lines.append(textwrap.indent(record.detail.rstrip(), "  | "))
    return "\n".join(lines)


def render_html(record: Record) -> str:
    """The record for a notebook or a page: further hint levels and the traceback are folded away. All text is escaped."""
    rows = "".join(
        f"<tr><th scope='row'>{label}</th><td><pre>{escape(text)}</pre></td></tr>"
        for label, text in (
            ("called", record.call),
            ("got", record.got),
            ("expected", record.expected),
            ("tolerance", record.tolerance),
        )
        if text
    )
    parts = [f"<p class='hl-title'><strong>{escape(_heading(record))}</strong></p>", f"<p>{escape(record.message)}</p>"]
    if rows:
        parts.append(f"<table class='hl-evidence'>{rows}</table>")
    named = list(zip(_LEVELS, record.hints, strict=False))
    if named:
        parts.append(f"<p class='hl-hint'>{named[0][0]}: {escape(named[0][1])}</p>")
    parts += [f"<details><summary>{name}</summary><p>{escape(hint)}</p></details>" for name, hint in named[1:]]
    if record.detail:
        parts.append(f"<details><summary>Traceback</summary><pre>{escape(record.detail)}</pre></details>")
    return f"<div class='hl-failure'>{''.join(parts)}</div>"


def _heading(record: Record) -> str:
    if record.kind == "not_attempted":
        return f"Not attempted yet: {record.title}"
    return f"Not yet: {record.title}" if record.title else "Not yet"
