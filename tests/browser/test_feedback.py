"""Feedback as learners see it: on the themes they use, sanitised, printed as a static page, and with a screen reader's rules."""

import html as escaping
from datetime import UTC, datetime
from functools import cache

import nh3
import numpy as np
import pytest

from autograder.checking import Failure, Record, expect, expected_from
from autograder.last_checks import LastCheck
from autograder.notebook_display import Checked, CheckedAll, Said
from autograder.progress import progress_of
from autograder.saved_notebook import SavedQuestion
from tests.browser import house

HINTS = ("Does `dW` depend on how many samples there are?", "The average belongs to the loss.", "Look at the worked number of q2.")
# Background and text of places where notebooks are read, as their own styles set them.
PLACES = {
    "nothing": "",
    "vscode-dark": "body{background:#1f1f1f;color:#cccccc;font:13px sans-serif}",
    "vscode-high-contrast": "body{background:#000;color:#fff;font:13px sans-serif}",
    "colab-dark": "body{background:#383838;color:#d5d5d5;font:14px sans-serif}",
}


def record_of(function, *args, right, title):
    """The record of a value that is not the right one, with hints."""
    with pytest.raises(Failure) as caught:
        expect(function, *args).equals(right)
    return Record(**{**caught.value.record.to_dict(), "title": title, "question": "q2", "hints": HINTS})


@cache
def outputs():
    """What cells show: a small array, a cut one, an error with a traceback, a hint, and the table of all questions."""
    small, big = np.arange(6.0).reshape(2, 3), np.arange(1200.0).reshape(40, 30)
    some = np.where(np.arange(1200).reshape(40, 30) % 131 == 77, 0.5, 0.0)
    wrong = record_of(lambda A: A.T @ A / 2, small, right=expected_from(lambda A: A.T @ A, small), title="dW is `X.T @ dZ`.")
    cut = record_of(lambda A: A + some, big, right=expected_from(lambda A: A, big), title="Any batch size and any widths.")
    raised = Record(kind="raised", message="f raised ValueError: operands <b> & more", title="One row.", call="f(array (3,))", detail="line 1\nline 2")
    missing = Record(kind="missing", message="g is not defined: run its cell, or write it first", title="Two rows.", call="g")
    now = datetime(2026, 11, 21, 14, 32, 5, tzinfo=UTC)
    questions = (
        Checked("q1", ("One",), (), (), 2, 2, 10),
        Checked("q2", ("One", "Another"), (wrong, cut), (), 1, 3, 10),
        Checked("q3", (), (raised,), (), 0, 2, 8),
        Checked("q4", (), (missing,), (), 0, 2, 8),
    )
    saved = [SavedQuestion(f"q{i}", "A layer before its activation", 10) for i in (1, 2, 3, 4)] + [SavedQuestion("q5", "Say why", 15, answered=False)]
    progress = progress_of(questions, saved, {"q4": LastCheck(now.replace(day=20), 2, 2)}, now)
    return (questions[0], questions[1], questions[2], Said("Hint 2 of 3, the rule: the average belongs to the loss."), CheckedAll(questions, progress))


def shown():
    """The HTML of all of them."""
    return "".join(one._repr_html_() for one in outputs())


def document(style, body):
    """A page with a language, a title and a heading, so that whatever axe finds lies in the feedback."""
    return f'<!doctype html><html lang="en"><head><title>Notebook</title><style>{style}</style></head><body><main><h1>Notebook</h1>{body}</main></body></html>'


@cache
def jupyter(theme):
    """JupyterLab's own look of a notebook with these outputs, as nbconvert writes it into a static page."""
    import nbformat
    from nbconvert import HTMLExporter

    cells = [
        nbformat.v4.new_code_cell("grader.check()", id=f"c{i}", outputs=[nbformat.v4.new_output("display_data", {"text/html": one._repr_html_()})])
        for i, one in enumerate(outputs())
    ]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("# Notebook", id="title"), *cells])
    exporter = HTMLExporter(template_name="lab", theme=theme, require_js_url="", mathjax_url="", mermaid_js_url="")
    return exporter.from_notebook_node(notebook)[0]


def unfold(page):
    """Open everything that is folded, so that axe and the picture see it."""
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_jupyter_themes(open_page, theme):
    """In JupyterLab's look, with its rules for tables and code: no violation, contrast included."""
    page = open_page(dark=theme == "dark", width=1000)
    page.set_content(jupyter(theme))
    house.shot(page, f"feedback-jupyter-{theme}")
    unfold(page)
    assert house.violations(page, ".hl-check") == []
    house.shot(page, f"feedback-jupyter-{theme}-unfolded")


@pytest.mark.parametrize("place", PLACES)
def test_other_places(page, place):
    """On the colours of other programs, which we do not know of: no violation."""
    page.set_content(document(PLACES[place], shown()))
    unfold(page)
    assert house.violations(page) == []
    house.shot(page, f"feedback-{place}")


def test_forced_colours(page):
    """Where the system chooses all colours, marked entries are still set apart from the others."""
    page.emulate_media(forced_colors="active")
    page.set_content(document("", shown()))
    background = "element => getComputedStyle(element).backgroundColor"
    assert page.locator("mark").first.evaluate(background) != page.locator(".hl-array td").first.evaluate(background)
    assert house.violations(page) == []
    house.shot(page, "feedback-forced-colours")


def test_without_style(page):
    """An untrusted notebook loses style, roles and names; what is left has no violation either, and the same text."""
    page.set_content(document("", shown()))
    words = page.inner_text("main").split()
    page.set_content(document("", sanitised()))
    assert page.inner_text("main").split() == words
    unfold(page)
    assert house.violations(page) == []
    house.shot(page, "feedback-sanitised")


def sanitised():
    """The HTML of all of them as an untrusted notebook shows it."""
    tags = {"caption", "code", "dd", "details", "div", "dl", "dt", "li", "mark", "p", "pre", "span", "strong", "summary", "table"}
    tags |= {"tbody", "td", "th", "thead", "tr", "ul"}
    return nh3.clean(shown(), tags=tags, attributes={"*": {"class"}, "th": {"scope"}, "td": {"colspan"}}, clean_content_tags={"style"})


def test_narrow_screen(open_page):
    """On a phone nothing is wider than the page, the table of all questions least of all, also without style; arrays scroll."""
    page = open_page(width=360, height=900)
    for name, html in (("narrow", shown()), ("narrow-sanitised", sanitised())):
        page.set_content(document("", html))
        wide = page.evaluate("[...document.querySelectorAll('p, dd, summary, .hl-progress')].filter(e => e.getBoundingClientRect().right > innerWidth).length")
        assert wide == 0
        house.shot(page, f"feedback-{name}")


def test_a_screen_reader_hears_names_and_headers(page):
    """Groups, tables and cells have names; hints are buttons to unfold; nothing joins the outline of the notebook."""
    page.set_content(document("", outputs()[1]._repr_html_()))
    heard = page.locator("main").aria_snapshot()
    for line in ('group "check of q2"', "status:", 'table "got"', 'columnheader "0"', 'rowheader "0"', "mark:"):
        assert line in heard, heard
    assert page.locator("h1, h2, h3, h4, h5, h6, [role=heading]").count() == 1


def test_copied_text_keeps_the_marks(page):
    """What is selected and copied is plain text in the order it is read, with the marks as stars."""
    page.set_content(document("", outputs()[1]._repr_html_()))
    copied = page.evaluate("() => { getSelection().selectAllChildren(document.querySelector('.hl-check')); return String(getSelection()) }")
    order = ["q2: 2 of 4 public checks passed", "Not yet:", "got", "4.5*", "expected", "9*", "* marks entries", "Hint: Does dW depend", "Try next:"]
    assert sorted(order, key=copied.index) == order, copied


def test_what_a_learner_wrote_stays_text(page):
    """Text of an error, inside a table, a message or a traceback, makes no element."""
    page.set_content(document("", outputs()[2]._repr_html_()))
    assert page.locator(".hl-check b").count() == 0
    assert "operands <b> & more" in escaping.unescape(page.inner_text(".hl-check"))
