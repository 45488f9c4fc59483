"""Answers of strangers as harmless HTML: Markdown without HTML, links, remote pictures or styles.

Two locks: markdown-it never passes HTML on, and nh3 lets nothing through but the few tags below. Mathematics stays as it
was typed, in a frame. Numbers get a frame as well, numbered in the order of the text, for what is known about them.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import unquote

from autograder.grading.plain import plain
from autograder.written.numbers import Quoted, numbers_in

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_TAGS = set("p br hr h3 em strong s code pre blockquote ul ol li table thead tbody tr th td span mark img".split())
_ATTRIBUTES = {"mark": {"data-number"}, "img": {"src", "alt"}, "ol": {"start"}}
_CLASSES = {"span": {"address"}, "mark": {"known", "own", "open", "off", "count"}, "code": {"math", "block"}}
_LONGEST = 41_000
# Tables repeat empty cells: a short text can ask for millions of them.
_CELLS = 20_000
_STARTS = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}
_PICTURES = 4 << 20
# More numbers than anybody states; what follows stays without frames.
_NUMBERS = 300


@dataclass(slots=True)
class _Env:
    """What the renderer knows while it writes one answer."""

    images: dict[str, str]
    kind_of: Callable[[Quoted], str]
    numbers: list[Quoted] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer as HTML, and the numbers in it in the order of their frames."""

    html: str
    numbers: tuple[Quoted, ...]


def show(text: str, images: Sequence[tuple[str, str, str]] = (), kind_of: Callable[[Quoted], str] = lambda number: "open") -> Shown:
    """The answer as HTML that is safe to put into a page.

    Args:
        images: (name, media type, base64) of pictures attached to the answer. kind_of: the class of a number's frame,
            one of "known", "own", "open", "off", "count".
    """
    import nh3

    source = plain(text, _LONGEST)
    env = _Env({name: uri for name, kind, data in images if (uri := _data_uri(kind, data))}, kind_of)
    html = _parser(_most_cells(source) <= _CELLS).render(source, {"desk": env})
    clean = nh3.clean(
        html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes={"data"}, allowed_classes=_CLASSES, link_rel=None,
        attribute_filter=_only_own,
    )  # fmt: skip
    return Shown(clean, tuple(env.numbers))


def show_guide(text: str) -> str:
    """Prose of the course itself, such as a rubric, as HTML: the same rules, numbers without frames."""
    return show(text, kind_of=lambda number: "").html


def _only_own(tag: str, name: str, value: str) -> str | None:
    """A picture's address is its own bytes, whatever the renderer was made to write."""
    return value if name != "src" or value.startswith(("data:image/png;base64,", "data:image/jpeg;base64,")) else None


def _most_cells(source: str) -> int:
    lines = source.splitlines()
    return max((line.count("|") for line in lines), default=0) * len(lines)


def _data_uri(kind: str, data: str) -> str:
    """A picture ready for the page; "" if it is not what it says it is."""
    if kind not in _STARTS or len(data) > _PICTURES:
        return ""
    try:
        raw = base64.b64decode(data, validate=True)
    except (binascii.Error, ValueError):
        return ""
    return f"data:{kind};base64,{data}" if raw.startswith(_STARTS[kind]) else ""


@cache
def _parser(tables: bool) -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.dollarmath import dollarmath_plugin

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 20}).enable("strikethrough")
    # What a link says and where it leads are both shown, as the text that was typed.
    parser.disable(["link", "autolink", "html_inline", "html_block", "reference"])
    if tables:
        parser.enable("table")
    parser.use(dollarmath_plugin, allow_labels=False, double_inline=True)
    rules = parser.renderer.rules
    rules["text"] = lambda tokens, at, options, env: _with_frames(tokens[at].content, env["desk"])
    rules["code_inline"] = lambda tokens, at, options, env: f"<code>{_with_frames(tokens[at].content, env['desk'])}</code>"
    rules["code_block"] = rules["fence"] = lambda tokens, at, options, env: f"<pre><code>{escape(tokens[at].content)}</code></pre>\n"
    rules["image"] = lambda tokens, at, options, env: _picture(tokens[at].attrGet("src") or "", tokens[at].content, env["desk"])
    for name in ("math_inline", "math_inline_double", "math_block"):
        rules[name] = _math(block=name == "math_block")
    for name in ("heading_open", "heading_close"):
        rules[name] = _heading(opening=name == "heading_open")
    return parser


def _math(*, block: bool) -> Callable:
    def rule(tokens, at, options, env):
        typed = _with_frames(tokens[at].content.strip(), env["desk"])
        return f'<p><code class="math block">{typed}</code></p>\n' if block else f'<code class="math">{typed}</code>'

    return rule


def _heading(*, opening: bool) -> Callable:
    def rule(tokens, at, options, env):
        return "<h3>" if opening else "</h3>\n"  # below the page's own, and with no level left out

    return rule


def _picture(source: str, alt: str, env: _Env) -> str:
    name = unquote(source.removeprefix("attachment:"))
    uri = env.images.get(name, "") if source.startswith("attachment:") else ""
    if source.startswith("data:"):
        kind, _, data = source.removeprefix("data:").partition(";base64,")
        uri = _data_uri(kind, unquote(data))
    if uri:
        return f'<img src="{escape(uri)}" alt="{escape(alt or "picture without a description")}">'
    return f'<span class="address">[picture not shown: {escape(alt)} {escape(source[:200])}]</span>'


def _with_frames(text: str, env: _Env) -> str:
    made, place = [], 0
    for number in numbers_in(text):
        kind = env.kind_of(number)
        if not kind or len(env.numbers) >= _NUMBERS:
            continue
        frame = f'<mark class="{kind}" data-number="{len(env.numbers)}">{escape(number.text)}</mark>'
        made += [escape(text[place : number.start]), frame]
        place = number.end
        env.numbers.append(number)
    return "".join(made) + escape(text[place:])
