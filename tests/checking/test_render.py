"""A failed check for people: what is said first, what is left out, what survives without colours and style."""

import math
import re
from dataclasses import replace

import nh3
import numpy as np
import pytest

from autograder.checking import Failure, Record, expect, render_html, render_text
from autograder.checking.markup import STYLE
from autograder.checking.next_step import next_step
from autograder.checking.record import KINDS

LONG = "a sentence that goes on and on, as long sentences do, until it is longer than a line of eighty columns can be"


def failed(function, *args, right):
    """The record of a value that is not the right one."""
    with pytest.raises(Failure) as caught:
        expect(function, *args).equals(right)
    return caught.value.record


@pytest.fixture
def wrong():
    """Two of six entries wrong."""
    right = np.arange(6.0).reshape(2, 3)
    return failed(lambda A: A + np.array([[0, 0, 0], [0, 1, 1]]), right, right=right)


def test_what_is_wrong_comes_first(wrong):
    """Message, then call, then both sides, what the marks mean, and what to try."""
    text = render_text(wrong)
    order = ["Not yet: 2 of 6 entries are wrong", "called", "got", "expected", "* marks entries that differ by more than", "Try next"]
    assert sorted(order, key=text.index) == order


def test_sides_stand_below_each_other(wrong):
    """The rows of both arrays begin in the same column."""
    shown = [line[12:] for line in render_text(wrong).split("\n") if "[" in line[12:15] and line.endswith("]")]
    assert "\n".join(shown) == f"{wrong.got}\n{wrong.expected}"


def test_a_number_is_told_once():
    """A message that gives both numbers is not followed by the same numbers again."""
    text = render_text(failed(lambda: 6, right=8))
    assert "got 6, expected 8" in text and text.count("8") == 1


@pytest.mark.parametrize("kind", KINDS)
def test_text_fits_80_columns(kind):
    """Whatever is long is wrapped: message, title, call, hint, traceback."""
    record = Record(kind=kind, message=f"{LONG} {'x' * 200}", title=LONG, call=f"f({LONG})", hints=(LONG, LONG, LONG), detail=LONG)
    assert max(map(len, render_text(record, hint_levels=3).split("\n"))) <= 80


def test_the_text_of_a_failure_is_not_wrapped():
    """What others print, search and wrap keeps its sentences whole."""
    assert LONG in str(Failure(Record(kind="value", message=LONG)))


@pytest.mark.parametrize("kind", KINDS)
def test_next_step_tells_nothing_hidden(kind):
    """On a hidden check the next step follows from the kind of failure alone."""
    one = Record(kind=kind, message="entry [7, 1] is 5, not 6: shape (3,) (size 3 is different from 4)", call="f(3)", hidden=True)
    other = Record(kind=kind, message="another", call="g(4)", hidden=True)
    assert next_step(one.redacted()) == next_step(other.redacted())
    assert not re.search(r"\d", next_step(one.redacted()))


def test_next_step_names_the_wrong_entry(wrong):
    """A wrong number is to be worked out by hand, and which one is said."""
    assert "entry [1, 1]" in next_step(wrong)


@pytest.mark.parametrize(("got", "close"), [(0.62500006, True), (0.6, False), (-0.625, False)])
def test_next_step_of_numbers_that_nearly_agree(got, close):
    """Numbers that agree in their first digits are not to be worked out by hand: something costs digits."""
    assert ("float32" in next_step(failed(lambda: got, right=0.625))) is close
    assert ("float32" in next_step(failed(lambda: np.array([0.5, got]), right=np.array([0.5, 0.625])))) is close


def test_next_step_of_mismatched_sizes():
    """numpy's words for a product of matrices that do not fit become a sentence with both sizes."""
    with pytest.raises(Failure) as caught:
        expect(lambda X, W: X @ W, np.ones((2, 3)), np.ones((2, 3)))
    assert "here 3 meets 2" in next_step(caught.value.record)


@pytest.mark.parametrize(
    ("function", "args", "word"),
    [
        (lambda A: 1 if A > 0 else 0, (np.ones(3),), "entry by entry"),
        (lambda A: math.exp(A), (np.ones(3),), "take one number"),
        (lambda A: A[7], (np.ones(3),), "counting begins with 0"),
        (lambda A, B: A, (np.ones(3),), "how many arguments"),
        (lambda A: A(0), (np.ones(3),), "square ones take an entry"),
        (lambda A: {"W1": A}["w1"], (np.ones(3),), "keys of the dict"),
        (lambda A: np.add(A, 0.5, out=A), (np.arange(3),), "whole numbers"),
    ],
)
def test_next_step_of_what_python_says(function, args, word):
    """The sentences that numpy and Python raise most are answered with what to look at, without a formula."""
    with pytest.raises(Failure) as caught:
        expect(function, *args)
    assert word in next_step(caught.value.record)


def test_next_step_of_chance():
    """Where a generator is handed in, nobody works out numbers by hand; hidden or not, the seeds are tried."""
    record = failed(lambda rng: np.random.default_rng().normal(size=3), np.random.default_rng(1), right=np.zeros(3))
    assert "default_rng(1)" in next_step(record) == next_step(replace(record, hidden=True).redacted())
    drawn = failed(lambda rng: rng.uniform(size=3), np.random.default_rng(1), right=np.zeros(3))
    assert "random numbers" in next_step(drawn)
    assert next_step(replace(drawn, mistake="The history holds other losses.")) == ""
    titled = Record(kind="property", message="m", hidden=True, title="Chance comes from rng alone.")
    assert "default_rng" in next_step(titled)


def test_a_hidden_check_with_a_hint_says_no_more():
    """What to try with inputs of one's own is said where there is no hint."""
    record = Record(kind="value", message="m", hidden=True)
    assert "inputs of your own" in next_step(record)
    assert next_step(replace(record, hints=("why?", "rule", "where"))) == ""


def cells(html):
    """The entries of each table of a page: (number, marked)."""
    tables = re.findall(r"<tbody>(.*?)</tbody>", html)
    return [[(text.strip("*"), marked == "<mark>") for marked, text in re.findall(r"<td>\s*(<mark>)?([^<\s]+)", table)] for table in tables]


def test_html_marks_the_same_entries(wrong):
    """Both tables mark the entries that differ, with a `*` inside the mark."""
    html = render_html(wrong)
    got, expected = cells(html)
    assert got == [("0", False), ("1", False), ("2", False), ("3", False), ("5", True), ("6", True)]
    assert [marked for _, marked in got] == [marked for _, marked in expected]
    assert html.count("*</mark>") == 4


def test_html_tables_have_headers_and_names(wrong):
    """Every header says what it is a header of, and every table has a caption; there are no headings to join an outline."""
    html = render_html(wrong)
    headers = re.findall(r"<th\b[^>]*>", html)
    assert headers and all(re.search(r'scope="(row|col)"', header) for header in headers)
    assert html.count("<caption>") == html.count("<table") == 2
    assert not re.search(r"<h\d", html)


def test_nothing_is_lost_without_style(wrong):
    """Sanitised, as an untrusted notebook is shown, the same words are there in the same order."""
    record = Record(**{**wrong.to_dict(), "hints": ("why?", "the rule", "look there"), "title": "Any batch"})
    html = render_html(record)
    kept = {"caption", "code", "dd", "details", "div", "dl", "dt", "mark", "p", "span", "strong", "summary", "table", "tbody", "td", "th", "thead", "tr"}
    bare = nh3.clean(STYLE + html, tags=kept, attributes={}, clean_content_tags={"style"})

    def words(text):
        return re.sub(r"<[^>]*>", " ", text).split()

    assert words(bare) == words(html)
    assert {"5*", "why?", "rule", "look"} <= set(words(bare))


def test_code_in_prose_is_code_and_nothing_else():
    """Backticks become code; what a learner's text holds stays text."""
    html = render_html(Record(kind="value", message="use `@`, not `<b>`"))
    assert "<code>@</code>" in html and "<code>&lt;b&gt;</code>" in html


def test_colours_are_those_of_the_theme():
    """But for the green of what passed, the style names no colour of its own: only the text's, mixed, and the system's marks."""
    named = re.findall(r"#[0-9a-f]{3,8}\b|rgb\(|\b(?:red|green|blue|black|white(?!-)|yellow|orange|gr[ae]y)\b", STYLE)
    assert set(named) == {"#2e8b57"} and "currentColor" in STYLE and "forced-colors" in STYLE
