"""The instructor's pages in a browser: nothing that axe finds, in light and dark, wide and narrow; whole without scripts."""

import base64
import dataclasses

import pytest

from autograder.grading.advice import advice_key
from autograder.grading.pictures import Picture
from autograder.release.page import page as solution_page
from autograder.report.guide import guide_page
from autograder.report.student import student_page
from autograder.similar.page import page as similar_page
from autograder.similar.pairs import Pair
from tests.browser.house import shot, violations
from tests.grading.drawings import png
from tests.report.made_up import BASIS as MADE_UP
from tests.report.made_up import MISTAKES, class_page, made_up_class, summarise

GUIDE = f"# a1: guide\n\n| part | minutes |\n|---|---|\n| q1 | 15 |\n\n## Common errors\n\n**q2.** `bias` is frequent.\nAsk: {'what else? ' * 30}\n"
ADVICE = {advice_key(question.id, mistake): "guide.md, line 9: Ask." for question in MADE_UP.questions for mistake in MISTAKES}
BASIS = dataclasses.replace(MADE_UP, guide=GUIDE, advice=ADVICE)
CODE = "def affine_forward(X, W, b):\n    return X @ W + b  # a comment that is longer than any phone is wide, and goes on"
NOTEBOOK = {
    "nbformat": 4,
    "nbformat_minor": 5,
    "metadata": {},
    "cells": [
        {"cell_type": "markdown", "id": "a", "metadata": {}, "source": "# Layers\n\n| | one |\n|---|---|\n| x | 1 |\n\n## q1\n\n`some_name_that_does_not_end` " * 2},
        {
            "cell_type": "code",
            "id": "b",
            "metadata": {},
            "source": f"{CODE}\n\n\n@decorated\nclass C:\n    x = 1 if 'a' in 'b' and not None else 0x10",
            "execution_count": 1,
            "outputs": [{"output_type": "execute_result", "execution_count": 1, "metadata": {}, "data": {"text/plain": "1", "text/html": "<p>q1: all checks passed</p>"}}],
        },
    ],
}


def student():
    """The page of somebody who made a mistake, with pictures."""
    grade = next(one for one in made_up_class(8) if any(question.failed for question in one.questions))
    drawn = [Picture(1, question, 300, 200, base64.b64encode(png(300, 200)).decode("ascii")) for question in ("q2", "q2", "")]
    return student_page(BASIS, grade, drawn, reveal=True)


PAGES = {
    "class": lambda: class_page(summarise(BASIS, made_up_class(40))),
    "student": student,
    "unreadable": lambda: student_page(BASIS, list(made_up_class(10))[9]),
    "guide": lambda: guide_page(BASIS),
    "similar": lambda: similar_page(BASIS, [Pair("ada", "eve", 0.9, 12)], {"ada": "Ada", "eve": "Eve"}, [(Pair("ada", "eve", 0.9, 12), [(CODE, CODE)])], 40, 0.6),
    "solution": lambda: solution_page("a1", NOTEBOOK),
}


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """The pages as files."""
    folder = tmp_path_factory.mktemp("report")
    for name, made in PAGES.items():
        (folder / f"{name}.html").write_text(made(), encoding="utf-8")
    return folder


@pytest.mark.parametrize("options", [{}, {"dark": True, "width": 400}], ids=["light", "dark and narrow"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(files, open_page, name, options):
    """No violation, nothing loaded, nothing wider than the window."""
    page = open_page(**options)
    page.goto((files / f"{name}.html").as_uri())
    shot(page, f"report-{name}-{'-'.join(options) or 'light'}")
    assert violations(page) == [] and open_page.complaints(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_class_page_is_whole_without_scripts(files, open_page):
    """Every student, every mistake and its people; no button that would do nothing."""
    page = open_page(javascript=False)
    page.goto((files / "class.html").as_uri())
    assert page.locator("table.students tbody tr").count() == 36 and page.locator("button").count() == 0
    page.locator("summary", has_text="What the guide says").first.click()
    assert page.locator("a", has_text="Guide, line 9").first.is_visible()


def test_a_heading_sorts_its_table(files, open_page):
    """By points, up and then down; screen readers are told which."""
    page = open_page()
    page.goto((files / "class.html").as_uri())
    heading = page.locator("table.students thead th").nth(1)
    for order in ("ascending", "descending"):
        heading.get_by_role("button").click()
        totals = [float(text) for text in page.locator("table.students tbody td:nth-child(2)").all_inner_texts()]
        assert totals == sorted(totals, reverse=order == "descending") and heading.get_attribute("aria-sort") == order


def test_a_mistake_leads_to_its_line_of_the_guide(files, open_page):
    """The paragraph is marked when the page opens there."""
    page = open_page()
    page.goto((files / "class.html").as_uri())
    page.locator("summary", has_text="What the guide says").first.click()
    page.locator("a", has_text="Guide, line 9").first.click()
    page.wait_for_url("**/guide.html#line-9")
    assert "Ask: what else?" in page.locator("p:has(:target)").inner_text()


def test_a_class_of_five_hundred_is_one_small_page(tmp_path, open_page):
    """Everybody is in it, in less than a megabyte, and it can be read and sorted."""
    file = tmp_path / "class.html"
    file.write_text(class_page(summarise(BASIS, made_up_class(500))), encoding="utf-8")
    assert file.stat().st_size < 1 << 20
    page = open_page()
    page.goto(file.as_uri())
    assert page.locator("table.students tbody tr").count() == 450
    page.locator("table.students thead button").nth(0).click()
    assert page.locator("table.students thead th").nth(0).get_attribute("aria-sort") == "ascending"
