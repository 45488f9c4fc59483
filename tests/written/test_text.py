"""Answers of strangers as HTML: what they say is shown, what they try does not happen."""

import base64
import re

import pytest
from bs4 import BeautifulSoup

from autograder.written.text import show, show_guide

PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(20)).decode()
JPEG = base64.b64encode(b"\xff\xd8\xff" + bytes(20)).decode()
NASTY = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "[click](javascript:alert(1))",
    "<javascript:alert(1)> <https://evil.example>",
    "[a]: javascript:alert(1)\n\n[a]",
    "![p](https://evil.example/p.png)",
    "![p](//evil.example/p.png)",
    "![p](javascript:alert(1))",
    "![p](data:image/svg+xml;base64,PHN2Zz4=)",
    f"![p](data:text/html;base64,{PNG})",
    '![x" onerror="alert(1)](attachment:nope)',
    "<style>* { display: none }</style>",
    '<div style="position: fixed; inset: 0">',
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<mark class='known'>0.5</mark>",
    "`<script>alert(1)</script>`",
    "$<script>alert(1)</script>$",
    "```html\n<script>alert(1)</script>\n```",
    "```\" onload=alert(1)\nx\n```",
    "&lt;script&gt;alert(1)&#60;/script&#62;",
    "| a |\n|---|\n| <script>alert(1)</script> |",
    "# <script>alert(1)</script>",
    "<!-- --> <a href=x>y</a> <form action=x><input></form> <base href=x> <meta http-equiv=refresh>",
    "https://evil.example www.evil.example a@evil.example",
    "\x1b]8;;http://evil.example\x07link\x1b]8;;\x07 \x00",
)
# The language of a code block and terminal escapes are shown to nobody.
DROPPED = ('```"', "\x1b")
TAGS = set("p br hr h3 em strong s code pre blockquote ul ol li table thead tbody tr th td span mark img".split())


@pytest.mark.parametrize("text", NASTY)
def test_nothing_active_comes_through(text):
    """Only known tags, no address but a picture's own bytes, no handler, no style, no foreign class."""
    tree = BeautifulSoup(show(text, [("q.png", "image/png", PNG)]).html, "html.parser")
    for tag in tree.find_all(True):
        assert tag.name in TAGS
        assert set(tag.attrs) <= {"class", "data-number", "src", "alt", "start"}
        assert tag.get("src", "data:image/png;base64,").startswith(("data:image/png;base64,", "data:image/jpeg;base64,"))
        assert set(tag.get("class", [])) <= {"math", "block", "address", "open", "count"}
    if not text.startswith(DROPPED):
        assert all(word in tree.get_text() for word in re.findall("alert|evil", text)), "what was tried is shown"


def test_what_reorders_or_hides_text_is_shown():
    """Bidi overrides, zero-width characters, control characters."""
    html = show("pay \u202e001\u202c \u200b \u2066x\u2069").html
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b]", html) and "U+202E" in html


def test_markdown_is_rendered():
    """Emphasis, lists, tables, code; headings of the one level that the page leaves."""
    tree = BeautifulSoup(show("#### One\n\n**b** *e* `c`\n\n1. x\n\n| a | b |\n|---|---|\n| y | z |").html, "html.parser")
    assert [tag.name for tag in tree.find_all(["h3", "strong", "em", "code", "ol", "table"])] == ["h3", "strong", "em", "code", "ol", "table"]
    assert tree.find(["h1", "h2"]) is None


def test_mathematics_stays_as_it_was_typed():
    """Underscores and stars between dollars are no emphasis."""
    tree = BeautifulSoup(show("so $x_1 * W_1 * x_2$ and\n\n$$\n\\frac{a_1}{b_2}\n$$").html, "html.parser")
    assert [tag.get_text() for tag in tree.find_all("code", class_="math")] == ["x_1 * W_1 * x_2", "\\frac{a_1}{b_2}"]
    assert tree.find("em") is None


def test_attached_pictures_are_shown():
    """PNG and JPEG whose bytes are what they say; by the name in the text, also if it is quoted for an address."""
    images = [("a b.png", "image/png", PNG), ("c.jpg", "image/jpeg", JPEG)]
    tree = BeautifulSoup(show("![one](attachment:a%20b.png) ![](attachment:c.jpg)", images).html, "html.parser")
    assert [(tag["src"][:16], tag["alt"]) for tag in tree.find_all("img")] == [("data:image/png;b", "one"), ("data:image/jpeg;", "picture without a description")]


@pytest.mark.parametrize(("kind", "data"), [("image/png", JPEG), ("image/svg+xml", PNG), ("image/png", "no base64!"), ("image/png", ""), ("text/html", PNG)])
def test_what_is_no_picture_is_not_shown(kind, data):
    """The place is named."""
    html = show("![one](attachment:a.png)", [("a.png", kind, data)]).html
    assert "<img" not in html and "picture not shown: one" in html


def test_numbers_have_frames_in_order():
    """Of the class they are given; the list says the same as the frames, also in mathematics and tables."""
    shown = show("0.698 then $1151$\n\n| a |\n|---|\n| 61.5 % |", kind_of=lambda number: "known" if number.value > 1 else "open")
    frames = BeautifulSoup(shown.html, "html.parser").find_all("mark")
    assert [(tag.get_text(), tag["class"], tag["data-number"]) for tag in frames] == [("0.698", ["open"], "0"), ("1151", ["known"], "1"), ("61.5 %", ["open"], "2")]
    assert [number.text for number in shown.numbers] == ["0.698", "1151", "61.5 %"]


@pytest.mark.parametrize(
    "text",
    ["*a " * 13_000, "![" * 20_000, "[" * 40_000, ">" * 40_000, "1 " * 20_000, "f(" * 20_000, "<" * 40_000, "$" * 40_000, "|" * 900 + "\n" + "|-" * 900 + "\n" + "a\n" * 18_000],
    ids=lambda text: text[:4],
)
def test_huge_answers_stay_bounded(text):
    """What is shown of forty thousand characters stays below a megabyte, whatever they are."""
    assert len(show(text).html) < 1_000_000


def test_the_courses_own_prose_has_no_frames():
    """Rubrics and questions quote numbers as well."""
    assert show_guide("**0.5** of 1151") == "<p><strong>0.5</strong> of 1151</p>\n"
