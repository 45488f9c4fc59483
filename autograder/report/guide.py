"""The instructors' guide as a page of the report, with an anchor on every line, so that a mistake leads to what to do about it."""

from __future__ import annotations

from autograder.grading.basis import Basis


def guide_page(basis: Basis) -> str:
    """The guide as HTML."""
    from markupsafe import Markup

    from autograder.report.html import render

    return render("guide.html", basis=basis, guide=Markup(rendered(basis.guide)))


def rendered(text: str) -> str:
    """Markdown as HTML, tags in it as text; a line of a paragraph, heading or table row begins with an anchor, `line-57`."""
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = reader.parse(text)
    seen: set[int] = set()
    for token in tokens:
        if token.type != "inline" or not token.map:
            continue
        line, children = token.map[0] + 1, []
        for child in (None, *token.children):
            if child is not None:
                children.append(child)
                if child.type not in ("softbreak", "hardbreak"):
                    continue
                line += 1
            if line not in seen:
                seen.add(line)
                children.append(Token("html_inline", "", 0, content=f'<span id="line-{line}"></span>'))
        token.children = children
    return reader.renderer.render(tokens, reader.options, {})
