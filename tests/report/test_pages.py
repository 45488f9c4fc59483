"""The HTML report: complete, self-contained, accessible, and deaf to what students write into it."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup

from autograder import report
from autograder.grading.pictures import Picture
from autograder.grading.store import Store
from autograder.grading.verdicts import CellReport, QuestionResult
from autograder.report.pages import write_report
from autograder.report.student import student_page
from tests.grading.drawings import png
from tests.grading.grades import BASIS, SECRET, grade, partly, passed, unreadable, wrong
from tests.report.made_up import BASIS as CLASS_BASIS
from tests.report.made_up import class_page, made_up_class, summarise

ROOT = Path(__file__).resolve().parents[2]
HOSTILE = "</td></pre><script>alert(1)</script><img src=x onerror=alert(1)>'\"><svg onload=alert(1)>{{ 7*7 }}\x1b[2J\x00\u202eabc"


def soup(page):
    return BeautifulSoup(page, "html.parser")


def hostile_grade():
    """A grade with hostile text in every place a student reaches."""
    verdict = wrong("q2", 6.0, hidden=False)
    record = dataclasses.replace(verdict.record, message=HOSTILE, call=HOSTILE, got=HOSTILE, expected=HOSTILE, detail=HOSTILE)
    question = QuestionResult("q2", 10.0, 4.0, "raised", (dataclasses.replace(verdict, record=record, status="raised"),))
    made = grade("eve", question, cells=(CellReport(0, HOSTILE, "error", HOSTILE, HOSTILE),))
    return dataclasses.replace(made, student=HOSTILE)


def picture(question):
    """A picture of one pixel, drawn by cell 2."""
    return Picture(1, question, 1, 1, base64.b64encode(png(1, 1)).decode("ascii"))


PAGES = {
    "class": lambda: class_page(summarise(CLASS_BASIS, made_up_class(30))),
    "class of one": lambda: class_page(summarise(BASIS, [partly("ada")])),
    "nobody graded": lambda: class_page(summarise(BASIS, [unreadable("ada")])),
    "hostile class": lambda: class_page(summarise(BASIS, [hostile_grade(), dataclasses.replace(unreadable("x"), student=HOSTILE, problem=HOSTILE)])),
    "student": lambda: student_page(CLASS_BASIS, next(iter(made_up_class(3)))),
    "student with pictures": lambda: student_page(CLASS_BASIS, next(iter(made_up_class(3))), [picture("q2"), picture("q2"), picture("")]),
    "hostile student": lambda: student_page(BASIS, hostile_grade()),
    "unreadable student": lambda: student_page(BASIS, unreadable("ada")),
}


@pytest.fixture(params=PAGES)
def page(request):
    return PAGES[request.param]()


def test_every_page_is_accessible(page):
    """Language, one h1, headings without gaps, tables with caption and scoped headers, pictures with a text."""
    tree = soup(page)
    assert tree.html["lang"] == "en"
    assert len(tree.find_all("h1")) == 1
    levels = [int(heading.name[1]) for heading in tree.find_all(re.compile("^h[1-6]$"))]
    assert levels[0] == 1 and all(b - a <= 1 for a, b in zip(levels, levels[1:], strict=False))
    for table in tree.find_all("table"):
        assert table.caption and table.caption.get_text(strip=True)
        assert all(header.get("scope") in ("col", "row", "rowgroup") for header in table.find_all("th"))
        assert all(row.find("th") for row in table.find_all("tr"))
    for picture in tree.find_all("svg"):
        assert picture.get("aria-hidden") == "true" or picture.find("title") and picture.find("desc").get_text(strip=True)
    ids = [tag["id"] for tag in tree.find_all(id=True)]
    assert len(ids) == len(set(ids))
    for tag in tree.find_all(attrs={"aria-labelledby": True}):
        assert set(tag["aria-labelledby"].split()) <= set(ids)


def test_every_page_stands_alone(page):
    """No style sheet, picture or font from elsewhere; links lead to other pages of the report only."""
    tree = soup(page)
    assert not tree.find_all(["link", "iframe", "object", "embed", "base", "form"])
    assert all(tag.name == "img" and tag["src"].startswith("data:image/png;base64,") and tag["alt"] for tag in tree.find_all(src=True))
    assert "url(" not in page and "@import" not in page
    for link in tree.find_all("a"):
        assert re.fullmatch(r"(#[\w-]+|\.\./index\.html|guide\.html(#line-\d+)?|students/[^/?]+\.html(#[\w-]+)?)", unquote(link["href"]))
    policy = tree.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]
    assert "default-src 'none'" in policy and "unsafe-inline" not in policy.partition("script-src")[2]


@pytest.mark.parametrize(("students", "left_out"), [(30, False), (400, True)])
def test_only_a_large_table_leaves_out_rows_that_nobody_looks_at(students, left_out):
    """A picture of the whole page, which nobody scrolls, shows every student of an ordinary class."""
    (table,) = soup(class_page(summarise(CLASS_BASIS, made_up_class(students)))).find_all("table", class_="students")
    assert ("many" in table["class"]) is left_out


def test_the_only_script_is_ours_and_the_policy_allows_no_other(page):
    """The class page sorts tables with one script, allowed by its digest; pages of students have none."""
    tree = soup(page)
    policy = tree.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]
    allowed = re.findall(r"script-src ([^;]*);", policy)
    digests = [f"'sha256-{base64.b64encode(hashlib.sha256(script.string.encode()).digest()).decode()}'" for script in tree.find_all("script")]
    assert allowed == digests and len(digests) == (1 if "class report" in tree.title.string else 0)
    ours = (Path(report.__file__).parent / "templates" / "sort.js").read_text(encoding="utf-8")
    assert [script.string for script in tree.find_all("script")] == [ours] * len(digests)


def test_no_page_runs_or_hides_what_a_student_wrote(page):
    """Only our own tags and attributes are there; text of strangers is text, without control or bidi characters."""
    for tag in soup(page).find_all(True):
        assert not [name for name in tag.attrs if name.startswith("on")]
        assert tag.name in {*"html head meta title style body a div header nav p h1 h2 h3 dl dt dd main section figure figcaption".split(), *"svg desc rect line text ul li i table caption thead tbody tr th td span abbr details summary pre code strong b small script img".split()}
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b-\u200f]", page)


def test_hostile_text_can_be_read_as_it_is():
    """Made harmless, not removed: the instructor sees what was tried."""
    text = soup(student_page(BASIS, hostile_grade())).get_text()
    assert "<script>alert(1)</script>" in text
    assert "{{ 7*7 }}" in text


def test_the_student_page_tells_everything_but_hidden_inputs():
    """Points, status word, titles and hints; what a hidden check tried only with reveal."""
    page = student_page(BASIS, partly("ada"))
    text = soup(page).get_text(" ", strip=True)
    for told in ("6 of 12 points", "One row by hand", "wrong", "hidden", "What is the image of the zero row?", "Every row is moved by b.", "Step 4 of the five frames."):
        assert told in text
    assert SECRET not in page
    assert "The bias is not added." not in page
    revealed = student_page(BASIS, partly("ada"), reveal=True)
    assert SECRET in revealed and "The bias is not added." in revealed


def test_further_hints_and_tracebacks_are_folded():
    """The first hint is open, the others one click away."""
    tree = soup(student_page(BASIS, partly("ada", hidden=False)))
    folded = [details.summary.get_text() for details in tree.find_all("details")]
    assert folded == ["The rule", "Where to look", "Traceback"]
    assert not any(details.has_attr("open") for details in tree.find_all("details"))


def test_a_hint_that_holds_for_every_failed_check_is_told_once():
    """Six checks that fail for one reason do not repeat themselves; different hints stay with their checks."""
    first, second = wrong("q2", 6.0, hidden=False), wrong("q2", 4.0, hidden=False)
    hint = first.record.hints[0]
    same = soup(student_page(BASIS, grade("ada", QuestionResult("q2", 10.0, 0.0, "wrong", (first, second)))))
    assert same.get_text().count(hint) == 1
    other = dataclasses.replace(second, record=dataclasses.replace(second.record, hints=("another one", "b", "c")))
    both = soup(student_page(BASIS, grade("ada", QuestionResult("q2", 10.0, 0.0, "wrong", (first, other))))).get_text()
    assert both.count(hint) == both.count("another one") == 1


def test_points_earned_on_right_earlier_functions_are_explained():
    """Both numbers are shown."""
    question = QuestionResult("q2", 10.0, 10.0, "passed", (passed("q2", 10.0),), own_earned=4.0, carried=("rotation",))
    text = soup(student_page(BASIS, grade("ada", question))).get_text()
    assert "Graded with right versions of earlier functions (rotation), because that earns more: 10 instead of 4 points." in text


def test_the_class_page_counts_what_the_grades_say():
    """Numbers of submissions, mean, statuses and mistakes, against a count by hand."""
    grades = [partly("ada"), partly("blaise"), grade("carl"), grade("dora", QuestionResult("q2", 10.0, 0.0, "timeout")), grade("emmy", QuestionResult("q2", 10.0, 0.0, "not attempted")), unreadable("fermat")]
    summary = summarise(BASIS, grades)
    second = summary.questions[1]
    assert (summary.total, len(summary.rows), summary.median, summary.solved_all) == (6, 5, 6.0, 1)
    assert second.mean == pytest.approx((4 + 4 + 10 + 0 + 0) / 5)
    assert second.groups == {"solved": 1, "wrong": 2, "error": 1, "not attempted": 1}
    assert second.errors == ("1 timeout",)
    (mistake,) = summary.mistakes
    assert (mistake.question, mistake.mistake, tuple(mistake.who)) == ("q2", "The bias is not added.", (("ada", "ada"), ("blaise", "blaise")))
    cells = [[cell.get_text(" ", strip=True) for cell in row.find_all(["th", "td"])] for row in soup(class_page(summary)).find(attrs={"aria-labelledby": "questions"}).tbody.find_all("tr")]
    assert cells[1] == ["q2 Affine forward", "10", "3.6", "", "1 (20 %)", "2", "1", "1", "1 timeout", "–", "0.0 ms"]


def test_a_status_is_a_word_and_a_sign():
    """Never colour alone: every sign has its word beside it, for eyes or for screen readers. In the table of students the word
    is in the cell, and the style sheet has its sign."""
    tree = soup(class_page(summarise(CLASS_BASIS, made_up_class(30))))
    for sign in tree.find_all(class_="sign"):
        assert sign["aria-hidden"] == "true"
        assert sign.parent.get_text(" ", strip=True).split()[-1].isalpha()
    cells = tree.select("table.students tbody td[class]")
    assert len(cells) == 27 * len(CLASS_BASIS.questions)
    for cell in cells:
        points, _, word = cell.get_text().partition(" ")
        assert points.isdigit() and cell["class"] == [word.replace(" ", "-")]
        assert re.search(rf"\.students \.{cell['class'][0]}::after \{{ content: \"\S\";", tree.style.get_text())


def luminance(colour):
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_text_stands_out_from_its_ground(theme):
    """WCAG contrast of at least 4.5 for every pair of text and ground colours in use; 3 for the parts of charts."""
    style = soup(PAGES["class"]()).style.get_text()
    blocks = re.findall(r":root \{(.*?)\}", style, flags=re.DOTALL)
    assert len(blocks) == 2
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", blocks[theme]))
    for text in ("ink", "soft", "link", "good", "bad", "error", "calm"):
        for ground in ("paper", "sheet", "faint"):
            assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
    for tone in ("good", "bad", "error", "calm"):
        assert contrast(colours[tone], colours[f"{tone}-wash"]) >= 4.5, tone
        assert contrast(colours["ink"], colours[f"{tone}-wash"]) >= 4.5, tone
    assert contrast(colours["bar"], colours["paper"]) >= 3


def test_every_link_leads_to_a_page_that_is_there(tmp_path):
    """From the class page to the students, from the students back; anchors too; also for odd names."""
    with Store(tmp_path / "results.sqlite", BASIS) as store:
        for name in ("ada", "\u00e9milie 100%", "unreadable"):
            store.put(name, unreadable(name) if name == "unreadable" else partly(name))
        index = write_report(tmp_path / "report", store)
    links = {link["href"] for link in soup(index.read_text(encoding="utf-8")).find_all("a") if link["href"].startswith("students/")}
    assert len({link.partition("#")[0] for link in links}) == 3
    for link in links:
        path, _, anchor = unquote(link).partition("#")
        target = soup((tmp_path / "report" / path).read_text(encoding="utf-8"))
        assert not anchor or target.find(id=anchor)
        assert ((tmp_path / "report" / path).parent / target.find("a", href=re.compile("index"))["href"]).resolve() == index.resolve()


def test_the_report_is_the_same_when_written_again(tmp_path):
    """No dates, no order of dictionaries or of files; and pages of submissions that are gone go."""
    with Store(tmp_path / "results.sqlite", CLASS_BASIS) as store:
        for one in made_up_class(12):
            store.put(one.submission, one)
        write_report(tmp_path / "one", store)
        (tmp_path / "two" / "students").mkdir(parents=True)
        (tmp_path / "two" / "students" / "gone.html").write_text("old")
        write_report(tmp_path / "two", store)
    files = [{path.relative_to(tmp_path / name).as_posix(): path.read_bytes() for path in (tmp_path / name).rglob("*.html")} for name in ("one", "two")]
    assert files[0] == files[1]
    assert len(files[0]) == 13
