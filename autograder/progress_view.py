"""Progress for people: a table in 80 columns for a terminal, a table in HTML for Jupyter."""

from __future__ import annotations

from html import escape

from autograder.checking.markup import prose
from autograder.checking.render import wrapped
from autograder.progress import Progress, Row

_CAPTION = "checked on {time:%A}, {time.day} {time:%B %Y}, at {time:%H:%M:%S}"


def progress_text(progress: Progress) -> str:
    """A row per question, what is next in it below, and the sums; at most 80 columns wide."""
    cells = [("", "state", "public checks", "points", "hidden", "last check"), *map(_cells, progress.rows)]
    widths = [max(len(row[i]) for row in cells) for i in range(len(cells[0]))]
    lines = []
    for number, row in enumerate(cells):
        aligned = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        lines.append(aligned.rstrip())
        if number and progress.rows[number - 1].next:
            indent = " " * (widths[0] + 2)
            lines += wrapped(f"next: {progress.rows[number - 1].next}", indent, indent + " " * 6)
    lines += ["", *wrapped(_capital(progress.sums()) + ".")]
    lines += wrapped(_capital(progress.note) + ".") if progress.note else []
    lines += wrapped(_capital(progress.headline()) + ".")
    lines += wrapped(f"Next: {progress.next()}")
    lines.append(_capital(_CAPTION.format(time=progress.time)))
    return "\n".join(lines)


def progress_html(progress: Progress) -> str:
    """The same as a table with headers for rows and columns, to go inside a box of class `hl-check`."""
    columns = ("Question", "State", "Public checks", "Points", "Hidden points", "Next", "Last check")
    head = "".join(f'<th scope="col">{name}</th>' for name in columns)
    body = "".join(map(_html_row, progress.rows))
    caption = _capital(_CAPTION.format(time=progress.time))
    return (
        f'<p role="status"><strong>{escape(_capital(progress.headline()))}.</strong></p>'
        f'<table class="hl-progress"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        f"<p>{escape('. '.join(_capital(text) for text in (progress.sums(), progress.note) if text))}.</p><p><strong>Next:</strong> {prose(progress.next())}</p>"
    )


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


def _html_row(row: Row) -> str:
    name = f"{escape(row.question)} {escape(row.title)}".strip()
    question, state, checks, points, hidden, checked = _cells(row)
    cells = (state, checks, points, hidden, row.next, checked)
    return f'<tr><th scope="row">{name}</th>{"".join(f"<td>{prose(cell)}</td>" for cell in cells)}</tr>'


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
