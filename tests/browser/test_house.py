"""The browser tests' own tools: they see what they are there to see."""

import os

import pytest

from tests.browser import house


def test_violations_names_rule_and_element(page):
    """A picture without a text alternative is one readable row."""
    page.set_content('<html lang="en"><title>t</title><main><h1>t</h1><img src="data:," id="bare"></main>')
    assert [row.split(" (")[0] for row in house.violations(page)] == ["image-alt"]
    assert "#bare" in house.violations(page)[0]


def test_violations_looks_only_within(page):
    """What lies outside the part asked for is left alone."""
    page.set_content('<html lang="en"><title>t</title><main><h1>t</h1><img src="data:,"><p id="fine">text</p></main>')
    assert house.violations(page, "#fine") == []


@pytest.mark.parametrize("dark", [True, False])
def test_page_prefers_the_asked_theme(open_page, dark):
    """A dark page answers the media query for dark themes."""
    assert open_page(dark=dark).evaluate("matchMedia('(prefers-color-scheme: dark)').matches") is dark


def test_page_can_ask_for_less_motion(open_page):
    """Reduced motion reaches the page's media query."""
    assert open_page(reduced_motion=True).evaluate("matchMedia('(prefers-reduced-motion: reduce)').matches")


def test_page_without_scripts(open_page):
    """With JavaScript off, no script of the page runs."""
    page = open_page(javascript=False)
    page.set_content("<p>before</p><script>document.body.textContent = 'after'</script>")
    assert page.inner_text("body") == "before"


def test_complaints_are_collected(page, complaints):
    """An error on the console and an exception of a script are both complaints."""
    page.set_content("<script>console.error('loud')</script><script>throw new Error('lost')</script>")
    assert complaints(page) == ["console: loud", "script: lost"]


def test_shot_keeps_a_picture(page, tmp_path, monkeypatch, capsys):
    """A screenshot is a PNG in the build output, and its path is printed."""
    monkeypatch.setattr(house, "SCREENSHOTS", tmp_path / "shots")
    page.set_content("<p>hello</p>")
    path = house.shot(page, "hello")
    assert path.read_bytes().startswith(b"\x89PNG")
    assert str(path) in capsys.readouterr().out


def test_missing_browser_is_told_with_the_way_out(monkeypatch):
    """Without a Chromium on PATH the message says what to install."""
    monkeypatch.setenv("PATH", os.devnull)
    with pytest.raises(house.BrowserMissing, match="apt-get install chromium"):
        house.chromium()
