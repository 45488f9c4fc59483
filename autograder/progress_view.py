"""Progress for people: a table for a terminal, a table in HTML for Jupyter; both fit on a phone."""

from __future__ import annotations

from html import escape

from autograder.checking.markup import TICK, prose
from autograder.checking.render import WIDTH, wrapped
from autograder.progress import Progress, Row

_CAPTION = "checked on {time:%A}, {time.day} {time:%B %Y}, at {time:%H:%M:%S}"
_COLUMNS = ("state", "public checks", "points", "hidden", "last check")


def progress_text(progress: Progress, width: int = WIDTH) -> str:
    """A row per question, what is next in it below, and the sums; at most `width` columns wide.

    Where a row would not fit on a line, each question has a few lines of its own.
    """
    cells = [("", *_COLUMNS), *map(_cells, progress.rows)]
    widths = [max(len(row[i]) for row in cells) for i in range(len(cells[0]))]
    lines = []
    if sum(widths) + 2 * (len(widths) - 1) <= width:
        aligned = ["  ".join(cell.ljust(room) for cell, room in zip(row, widths, strict=True)).rstrip() for row in cells]
        indent = " " * (widths[0] + 2)
        lines.append(aligned[0])
        for row, line in zip(progress.rows, aligned[1:], strict=True):
            lines += [line, *_next(row, indent, width)]
    else:
        for row, (question, state, *rest) in zip(progress.rows, cells[1:], strict=True):
            told = [f"{name} {cell}" for name, cell in zip(_COLUMNS[1:], rest, strict=True) if cell]
            lines += wrapped(f"{question}: {state}", hang="  ", width=width)
            lines += [*wrapped(", ".join(told), "  ", width=width), *_next(row, "  ", width)]
    lines += ["", *wrapped(_capital(progress.sums()) + ".", width=width)]
    lines += wrapped(_capital(progress.note) + ".", width=width) if progress.note else []
    lines += wrapped(_capital(progress.headline()) + ".", width=width)
    lines += wrapped(f"Next: {progress.next()}", width=width)
    lines += wrapped(_capital(_CAPTION.format(time=progress.time)), width=width)
    return "\n".join(lines)


def progress_html(progress: Progress) -> str:
    """The same as a table with headers for rows and columns, to go inside a box of class `hl-check`.

    What is next stands in a row of its own below its question, and there are few columns: without any style the table is
    no wider than a phone.
    """
    head = "".join(f'<th scope="col">{name}</th>' for name in ("Question", "State", "Points", "Last check"))
    body = "".join(map(_html_rows, progress.rows))
    caption = _capital(_CAPTION.format(time=progress.time))
    tick = TICK if progress.all_passed else ""
    return (
        f'<p role="status">{tick}<strong>{escape(_capital(progress.headline()))}.</strong></p>'
        f'<table class="hl-progress"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead>{body}</table>"
        f"<p>{escape('. '.join(_capital(text) for text in (progress.sums(), progress.note) if text))}.</p><p><strong>Next:</strong> {prose(progress.next())}</p>"
    )


def _next(row: Row, indent: str, width: int) -> list[str]:
    return list(wrapped(f"next: {row.next}", indent, indent + " " * 6, width)) if row.next else []


def _cells(row: Row) -> tuple[str, ...]:
    if row.is_written:
        return row.question, row.state, "", f"{row.by_hand:g}", "", ""
    return (
        row.question,
        row.state,
        f"{row.passed} of {row.total}",
        f"{row.earned:g} of {row.available:g}" if row.available else "none",
        f"{row.hidden:g}" if row.hidden else "",
        row.checked,
    )


def _html_rows(row: Row) -> str:
    """A group of rows: the question, and what is next in it."""
    name = f"{escape(row.question)} {escape(row.title)}".strip()
    _, state, checks, points, hidden, checked = _cells(row)
    cells = (f"{state}, {checks} checks" if checks else state, f"{points}, {hidden} hidden" if hidden else points, checked)
    told = "".join(f"<td>{prose(cell)}</td>" for cell in cells)
    following = f'<tr><td colspan="4">Next in {escape(row.question)}: {prose(row.next)}</td></tr>' if row.next else ""
    return f'<tbody><tr><th scope="row">{name}</th>{told}</tr>{following}</tbody>'


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
