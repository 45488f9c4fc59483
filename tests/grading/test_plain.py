"""Text of strangers cannot steer a terminal, reorder a line or hide in it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.grading.plain import one_line, plain


@settings(max_examples=300, deadline=None, derandomize=True)
@given(text=st.text(alphabet=st.characters(), max_size=200))
def test_only_printable_characters_and_line_ends_come_out(text):
    """Whatever goes in; and plain text that went through once is not changed again."""
    made = plain(text)
    assert all(c in "\n\t" or c.isprintable() for c in made)
    assert plain(made) == made


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;title\x07x", "x"),
        ("\x1b]8;;http://evil\x1b\\click\x1b]8;;\x1b\\", "click"),
        ("\x9b2Jx", "x"),
        ("a\rb\r\nc", "a\nb\nc"),
        ("a\x00b\x08", "a\u2400b\u2408"),
        ("\u202eevil", "\u27e8U+202E\u27e9evil"),
        ("zero\u200bwidth", "zero\u27e8U+200B\u27e9width"),
        ("\u00e9 \u6f22 \U0001f600 \u2212", "\u00e9 \u6f22 \U0001f600 \u2212"),
    ],
)
def test_escapes_go_and_odd_characters_become_visible(text, shown):
    """Ordinary text of any language stays as it is."""
    assert plain(text) == shown


def test_long_text_is_cut_and_says_so():
    """A traceback of a megabyte does not fill a page."""
    made = plain("x" * 1_000_000, 100)
    assert made == "x" * 100 + "\n[cut: 1,000,000 characters in all]"


def test_one_line_is_one_line():
    """Line ends and tabs become spaces, and the length is bounded."""
    assert one_line("a\n b\t c") == "a b c"
    assert len(one_line("word " * 1000, 40)) == 40
