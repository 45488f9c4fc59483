"""A failed check as HTML, for notebooks and pages: the same words as in `render`, arrays as tables, further hints folded away.

It has to work where nothing but the tags is left: an untrusted notebook loses style elements and most attributes. So the
order, the words and the `*` marks carry everything, and the style only adds to it. Colours are those around it
(`currentColor`), so that they can be read on any theme. There are no headings, which would join a notebook's outline.
"""

from __future__ import annotations

import re
from html import escape

from autograder.checking.arrays import Grid, aligned_words, read_grid
from autograder.checking.next_step import next_step
from autograder.checking.record import Record
from autograder.checking.render import HINT_NAMES, evidence, heading, legend

_FITS = 32  # characters of a line

# The class is doubled where a notebook's own rules for tables would win otherwise.
RULES = """
.hl-check{border-left:4px solid;border-color:color-mix(in srgb,currentColor 55%,transparent);padding:.1em 0 .1em .9em;margin:.3em 0;max-width:56em;line-height:1.45}
.hl-check.hl-passed{border-left-color:#2e8b57;border-left-color:color-mix(in srgb,#2e8b57 80%,currentColor)}
.hl-check .hl-tick{color:#2e8b57;color:color-mix(in srgb,#2e8b57 65%,currentColor)}
.hl-check p,.hl-check dl{margin:.45em 0}
.hl-check dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.2em 1em}
.hl-check dt{font-weight:normal;float:none;width:auto;margin:0;padding:0;opacity:.8}
.hl-check dd{margin:0;padding:0;overflow-wrap:anywhere}
.hl-check code,.hl-check pre,.hl-check .hl-array td,.hl-check .hl-array th{font-family:var(--jp-code-font-family,ui-monospace,Menlo,Consolas,monospace);font-size:.93em}
.hl-check.hl-check code{background:none;padding:0;border:0;color:inherit}
.hl-check.hl-check pre{margin:.2em 0;white-space:pre-wrap;overflow-wrap:anywhere;background:none;color:inherit}
.hl-check .hl-sides{display:flex;flex-wrap:wrap;gap:.4em 2.5em;margin:.6em 0;overflow-x:auto}
.hl-check.hl-check table{margin:0;border-collapse:collapse;table-layout:auto;font-size:1em;color:inherit;width:auto;display:table}
.hl-check.hl-check caption{caption-side:top;text-align:left;padding:0 0 .15em;color:inherit}
.hl-check.hl-check tr:nth-child(n){background:none}
.hl-check.hl-check th,.hl-check.hl-check td{text-align:left;vertical-align:baseline;padding:.1em .45em;border:0;color:inherit;font-weight:normal;background:none;max-width:none;white-space:normal}
.hl-check.hl-check .hl-array td{white-space:pre}
.hl-check.hl-check .hl-array th{opacity:.8;font-size:.8em}
.hl-check.hl-check .hl-array tbody td:first-of-type{border-left:1px solid}
.hl-check.hl-check .hl-array tbody td:last-of-type{border-right:1px solid}
.hl-check mark{color:inherit;background:color-mix(in srgb,currentColor 14%,transparent);outline:1px solid color-mix(in srgb,currentColor 45%,transparent);border-radius:2px;font-weight:bold}
.hl-check summary{cursor:pointer}
.hl-check .hl-quiet{opacity:.8}
.hl-check.hl-check .hl-progress thead th{border-bottom:1px solid;vertical-align:bottom;font-weight:bold}
.hl-check.hl-check .hl-progress th,.hl-check.hl-check .hl-progress td{padding:.25em .9em .25em 0;overflow-wrap:anywhere}
.hl-check.hl-check .hl-progress tbody{border-bottom:1px solid color-mix(in srgb,currentColor 20%,transparent)}
.hl-check.hl-check .hl-progress td[colspan]{padding:0 0 .4em 1em}
@media (forced-colors:active){.hl-check mark{background:Mark;color:MarkText;outline:1px solid}}
"""
STYLE = f"<style>{RULES}</style>"
TICK = '<span class="hl-tick" aria-hidden="true">\u2713</span> '  # before a sentence that says the same in words


def render_html(record: Record) -> str:
    """The record for a notebook or a page: further hint levels and the traceback are folded away. All text is escaped."""
    parts = [f"<p><strong>{prose(heading(record))}</strong></p>", evidence_html(record)]
    named = list(zip(HINT_NAMES, record.hints, strict=False))
    if named:
        parts.append(f"<p><strong>{named[0][0]}:</strong> {prose(named[0][1])}</p>")
    parts += [f"<details><summary>{name}</summary><p>{prose(hint)}</p></details>" for name, hint in named[1:]]
    step = next_step(record)
    if step:
        parts.append(f"<p><strong>Try next:</strong> {prose(step)}{'' if step.endswith('?') else '.'}</p>")
    if record.detail:
        parts.append(f"<details><summary>Traceback</summary><pre>{escape(record.detail)}</pre></details>")
    return f'<div class="hl-failure">{"".join(parts)}</div>'


def prose(text: str) -> str:
    """A text as HTML, escaped; what stands between backticks is code."""
    return re.sub(r"`([^`\n]+)`", r"<code>\1</code>", escape(text))


def evidence_html(record: Record) -> str:
    """What was checked, the call, and both sides: arrays as tables next to each other. All text is escaped."""
    rows, tables = [], []
    for label, text in evidence(record):
        grid = read_grid(text)
        if grid:
            tables.append(_table(label, grid))
        else:
            shown = prose(text) if label == "checked" else f"<code>{escape(text)}</code>"
            rows.append(f"<dt>{label}</dt><dd>{shown}</dd>")
    parts = [f"<dl>{''.join(rows)}</dl>"] * bool(rows) + [_sides(tables, record)] * bool(tables)
    note = legend(record)
    return "".join(parts) + (f'<p class="hl-quiet">{escape(note)}</p>' if note else "")


def is_wide(text: str) -> bool:
    """Whether text has lines that may not fit on a phone, so that the keyboard has to be able to scroll it."""
    return any(len(line) > _FITS for line in text.splitlines())


def _sides(tables: list[str], record: Record) -> str:
    """Tables next to each other; where they may be wider than a phone, the keyboard can scroll them."""
    scrolled = ' tabindex="0" role="group" aria-label="got and expected"' if is_wide(f"{record.got}\n{record.expected}") else ""
    return f'<div class="hl-sides"{scrolled}>{"".join(tables)}</div>'


def _table(label: str, grid: Grid) -> str:
    """An array with its indices as headers; a list of numbers has columns only."""
    words = aligned_words(grid)
    count = max(map(len, grid.rows), default=0)
    corner = "" if grid.is_vector else "<td></td>"
    columns = "".join(f'<th scope="col">{grid.first_column + j}</th>' for j in range(count))
    body = []
    for i, (row, line) in enumerate(zip(grid.rows, words, strict=True)):
        index = "" if grid.is_vector else f'<th scope="row">{grid.first_row + i}</th>'
        cells = "".join(f"<td>{_cell(word, differs)}</td>" for word, (_, differs) in zip(line, row, strict=True))
        body.append(f"<tr>{index}{cells}</tr>")
    part = f' <span class="hl-quiet">{escape(grid.head)}</span>' if grid.head else ""
    return (
        f'<table class="hl-array"><caption>{label}{part}</caption>'
        f"<thead><tr>{corner}{columns}</tr></thead><tbody>{''.join(body)}</tbody></table>"
    )


def _cell(word: str, differs: bool) -> str:
    """A padded number, with the padding outside the mark."""
    number = word.strip()
    before, after = word[: len(word) - len(word.lstrip())], word[len(word.rstrip()) :]
    return f"{before}<mark>{escape(number)}</mark>{after}" if differs else escape(word)

