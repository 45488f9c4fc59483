"""Grading written answers in a browser: by keyboard, side by side, and through crashes."""

import json
import re
import sqlite3
from contextlib import closing

import pytest
from playwright.sync_api import expect

from tests.browser import house
from tests.written.made import ANSWERS, made_up, marks, served

SMALL = {"width": 1024, "height": 640}  # a laptop of 1280 x 800 at 125 %


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """The made-up class and its server, started once."""
    folder = made_up(tmp_path_factory.mktemp("class"))
    with served(folder) as found:
        yield folder, found


@pytest.fixture
def folder(shared):
    """The class with nothing graded."""
    with closing(sqlite3.connect(shared[0] / "results.sqlite")) as file:
        file.execute("DELETE FROM written")
        file.commit()
    return shared[0]


@pytest.fixture
def running(shared, folder):
    return shared[1]


@pytest.fixture
def enter(open_page):
    """Open the address as a grader; `at` is a question."""

    def opener(address, name="Grace", at="q17", **options):
        page = open_page(**options)
        page.requests = []
        page.on("request", lambda request: page.requests.append(request.url))
        page.goto(f"{address}#{at}")
        page.get_by_label("Your name").last.fill(name)
        page.keyboard.press("Enter")
        expect(page.locator("#which")).to_contain_text("Answer")
        expect(page.locator("#answer")).not_to_be_empty()
        return page

    return opener


def troubles(complaints, page):
    """What went wrong in a page; a request that a reload has cut off is no trouble."""
    return [one for one in complaints(page) if not one.endswith("net::ERR_ABORTED")]


def saved(page):
    expect(page.locator("#saved")).to_contain_text("Saved")


def go_to(page, words):
    """Press n until the answer with these words is on the screen."""
    for _ in range(len(ANSWERS)):
        if words in page.locator("#answer").inner_text():
            return
        before = page.locator("#which").inner_text()
        page.keyboard.press("n")
        expect(page.locator("#which")).not_to_have_text(before)
    raise AssertionError(f"no answer says {words!r}")


def type_comment(page, text):
    page.keyboard.press("c")
    page.keyboard.type(text)
    expect(page.locator("#saved")).to_have_text(re.compile("Saved"))


def test_three_answers_by_keyboard(enter, running, folder, complaints):
    """Points, half points, a comment, done: each key is in the file at once, the next ungraded answer comes by itself, a reload changes nothing."""
    page = enter(running.address)
    go_to(page, "thank you")
    for key in ("1", "2", "3", "-", "+", "-", "5"):
        page.keyboard.press(key)
    saved(page)
    expect(page.locator("#total")).to_have_text("5.5 of 7 points")
    assert marks(folder)["ada"].points == (2.0, 1.0, 1.5, None, 1.0) and not marks(folder)["ada"].done
    type_comment(page, "Well argued.")
    page.keyboard.press("Escape")
    first = page.locator("#which").inner_text()
    page.keyboard.press("Enter")
    expect(page.locator("#which")).not_to_have_text(first)
    assert (marks(folder)["ada"].done, marks(folder)["ada"].comment, marks(folder)["ada"].points) == (True, "Well argued.", (2.0, 1.0, 1.5, 0.0, 1.0))
    go_to(page, "1152")
    expect(page.locator("#status")).to_contain_text("3 students say the same")
    page.keyboard.press("1")
    page.keyboard.press("Enter")
    expect(page.locator("#counts")).to_contain_text("3 left to read")
    go_to(page, "Nothing was written")
    page.keyboard.press("Enter")
    expect(page.locator("#counts")).to_contain_text("2 left to read")
    assert {name: mark.earned for name, mark in marks(folder).items() if mark.done} == {"ada": 5.5, "blaise": 2.0, "daphne": 2.0, "emmy": 2.0, "fermat": 0.0}
    go_to(page, "thank you")
    page.reload()
    expect(page.locator("#total")).to_have_text("5.5 of 7 points")
    expect(page.locator("#comment")).to_have_value("Well argued.")
    expect(page.locator("#status")).to_contain_text("graded by Grace")
    assert all(url.startswith(running.address) for url in page.requests)
    assert troubles(complaints, page) == []


def test_a_killed_server_loses_nothing(enter, folder):
    """kill -9 in the middle of a comment: the next session has every character, and the points. The page says that it is cut off."""
    with served(folder) as found:
        page = enter(found.address)
        go_to(page, "step 120")
        page.keyboard.press("2")
        type_comment(page, "Half a sent")
        found.process.kill()
        found.process.wait()
        page.keyboard.type("ence")
        expect(page.locator("#saved")).to_contain_text("does not answer")
    assert marks(folder)["carl"].comment == "Half a sent"
    with served(folder) as again:
        assert again.address != found.address
        page = enter(again.address)
        go_to(page, "step 120")
        expect(page.locator("#comment")).to_have_value("Half a sent")
        expect(page.locator("#total")).to_have_text("1 of 7 points")


def test_two_graders_side_by_side(enter, running, folder):
    """What one gives the other sees; who changes the same mark with an old one in front of them is told, and chooses."""
    grace, alan = enter(running.address), enter(running.address, "Alan")
    for page in (grace, alan):
        go_to(page, "step 120")
    expect(alan.locator("#present")).to_have_text("Grace is on this answer too")
    grace.keyboard.press("1")
    expect(alan.locator("#total")).to_have_text("2 of 7 points")
    expect(alan.locator("#status")).to_have_text("begun by Grace")
    alan.keyboard.press("c")  # who is writing is not interrupted
    grace.keyboard.press("2")
    saved(grace)
    alan.keyboard.type("No.")
    expect(alan.get_by_role("alert")).to_contain_text("Not saved, because Grace has changed this mark meanwhile: 3 points")
    house.shot(alan, "written_conflict", full=False)
    assert house.violations(alan) == []
    assert (marks(folder)["carl"].earned, marks(folder)["carl"].comment) == (3.0, "")
    alan.get_by_role("button", name="Keep mine").click()
    saved(alan)
    assert (marks(folder)["carl"].earned, marks(folder)["carl"].comment, marks(folder)["carl"].grader) == (2.0, "No.", "Alan")
    expect(grace.locator("#comment")).to_have_value("No.")


def test_taking_theirs(enter, running, folder):
    """The other choice: what they gave comes to the screen, and stays in the file."""
    grace, alan = enter(running.address), enter(running.address, "Alan")
    for page in (grace, alan):
        go_to(page, "step 120")
    alan.keyboard.press("c")
    grace.keyboard.press("a")
    saved(grace)
    alan.keyboard.type("No.")
    alan.get_by_role("button", name="Take theirs").click()
    expect(alan.locator("#total")).to_have_text("7 of 7 points")
    expect(alan.locator("#comment")).to_have_value("")
    assert marks(folder)["carl"].grader == "Grace"


def test_undo(enter, running, folder):
    """Key by key back to nothing, also after a reload; a comment goes in one."""
    page = enter(running.address)
    go_to(page, "step 120")
    for key in ("1", "2"):
        page.keyboard.press(key)
        saved(page)
    expect(page.locator("#total")).to_have_text("3 of 7 points")
    type_comment(page, "Why?")
    page.keyboard.press("Escape")
    page.reload()
    expect(page.locator("#comment")).to_have_value("Why?")
    for total, comment in (("3", ""), ("2", ""), ("0", "")):
        page.keyboard.press("u")
        expect(page.locator("#total")).to_have_text(f"{total} of 7 points")
        expect(page.locator("#comment")).to_have_value(comment)
    expect(page.locator("#status")).to_contain_text("not graded")
    assert "carl" in marks(folder) and not marks(folder)["carl"].done


def test_a_hostile_answer_is_only_read(enter, running, complaints):
    """Nothing in it runs, loads or leads anywhere; the long text scrolls in its frame; the text as typed is one key away."""
    page = enter(running.address)
    go_to(page, "pay")
    assert page.title() == "Written answers"
    assert page.locator("#answer a, #answer script, #answer img, #answer style").count() == 0
    expect(page.locator("#answer")).to_contain_text("U+202E")
    assert page.locator("#answer").bounding_box()["height"] < 700
    page.keyboard.press("r")
    expect(page.locator("#typed")).to_contain_text("[click](javascript:alert(1))")
    house.shot(page, "written_hostile", full=False)
    assert all(url.startswith((running.address, "data:image/png")) for url in page.requests)
    assert troubles(complaints, page) == []


def test_names_stay_hidden_until_asked_for(enter, running):
    """Blind by default; `s` shows them, and hides them again."""
    page = enter(running.address)
    go_to(page, "1152")
    assert "Lovelace" not in page.content()
    page.keyboard.press("s")
    expect(page.locator("#who")).to_have_text("Blaise Lovelace, Daphne Lovelace, Emmy Lovelace")
    page.keyboard.press("s")
    expect(page.locator("#who")).to_be_hidden()
    assert "Lovelace" not in page.content()


def test_shortcuts_can_be_switched_off(enter, running, folder):
    """For people whose speech or reader sends single keys; everything has a button."""
    page = enter(running.address)
    go_to(page, "step 120")
    page.get_by_label("Shortcuts").uncheck()
    page.keyboard.press("1")
    page.get_by_role("button", name="Line 2: open of 1 points").click()
    saved(page)
    assert marks(folder)["carl"].points == (None, 1.0, None, None, None)
    page.get_by_role("button", name="Line 2: half a point less").click()
    expect(page.locator("#total")).to_have_text("0.5 of 7 points")
    page.get_by_role("button", name="Done").click()
    expect(page.locator("#which")).not_to_be_empty()
    expect(page.locator("#counts")).to_contain_text("6 left to read")
    assert marks(folder)["carl"].done


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_page_is_accessible_and_fits(dark, enter, running, complaints):
    """No violation, folded parts opened too; nothing sticks out at 125 % on a small laptop, nor on a narrow screen."""
    page = enter(running.address, dark=dark)
    go_to(page, "thank you")
    expect(page.locator("#calls")).to_contain_text("explosion_report(0.01, 0.003, False) gives 1151", timeout=60_000)
    expect(page.locator("#answer mark.known").first).to_be_visible()
    page.keyboard.press("1")
    page.keyboard.press("3")
    page.keyboard.press("-")
    saved(page)
    theme = "dark" if dark else "light"
    house.shot(page, f"written_{theme}", full=False)
    for size, name in ((SMALL, "small"), ({"width": 640, "height": 900}, "narrow")):
        page.set_viewport_size(size)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        house.shot(page, f"written_{theme}_{name}", full=name == "narrow")
    page.evaluate("document.querySelectorAll('details').forEach((part) => (part.open = true))")
    assert house.violations(page) == []
    assert troubles(complaints, page) == []


def test_the_first_question_asks_for_the_name(open_page, running):
    """Once: the dialog is accessible, cannot be escaped from, and is not there after a reload."""
    page = open_page()
    page.goto(running.address)
    expect(page.get_by_role("dialog")).to_contain_text("Who is grading?")
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    house.shot(page, "written_name", full=False)
    assert house.violations(page) == []
    page.keyboard.type("Grace")
    page.keyboard.press("Enter")
    expect(page.locator("#which")).to_contain_text("Answer 1 of 1")
    page.reload()
    expect(page.locator("#which")).to_contain_text("Answer 1 of 1")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert json.loads(page.evaluate("JSON.stringify(localStorage.getItem('grader'))")) == "Grace"
