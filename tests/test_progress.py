"""Where a learner stands: states, what is next, times, and the table of it, made from outcomes written down here."""

from datetime import datetime, timedelta, timezone

import pytest

from autograder.checking import Record
from autograder.checking.markup import TICK
from autograder.last_checks import LastCheck, spoken, told_by
from autograder.notebook_display import Checked, CheckedAll
from autograder.progress import progress_of
from autograder.progress_view import progress_html, progress_text
from autograder.saved_notebook import SavedQuestion

NOW = datetime(2026, 11, 21, 14, 32, 5, tzinfo=timezone(timedelta(hours=1)))


def checked(question, *kinds, passed=0, available=3.0, possible=10.0, message="entry [0] is 1, not 2"):
    """A question of which some checks passed and others failed in these ways."""
    records = tuple(Record(kind=kind, message=message, question=question, call="f") for kind in kinds)
    return Checked(question, ("one",) * passed, records, (), available * (not kinds), available, possible)


def progress(*questions, saved=(), last=None):
    """The progress of these questions."""
    return progress_of(questions, saved, last or {}, NOW)


@pytest.mark.parametrize(
    ("outcome", "state", "following"),
    [
        (checked("q1", passed=2), "public passed", ""),
        (checked("q1", passed=2, possible=3), "passed", ""),
        (checked("q1", "value", passed=1), "not yet", "entry [0] is 1, not 2"),
        (checked("q1", "missing", "missing"), "not run", "run the cell that defines f"),
        (checked("q1", "not_attempted", message="q1: write f"), "not attempted", "write f"),
        (checked("q1"), "hidden only", ""),
    ],
)
def test_state_and_next(outcome, state, following):
    """A state in words, and one short sentence about what is next."""
    (row,) = progress(outcome).rows
    assert (row.state, row.next) == (state, following)


def test_what_is_next_is_short():
    """A long message of several lines is cut to one line."""
    (row,) = progress(checked("q1", "raised", message="f raised ValueError:\n" + "many words " * 40)).rows
    assert len(row.next) < 120 and "\n" not in row.next and row.next.endswith(" ...")


def test_order_is_that_of_the_notebook():
    """Rows follow the saved notebook; a question that is not in it comes last."""
    saved = [SavedQuestion("q2", "Second", 3), SavedQuestion("q9", "Why", 5, answered=False), SavedQuestion("q1", "First", 3)]
    rows = progress(checked("q1", passed=1), checked("q2", passed=1), checked("q3", passed=1), saved=saved).rows
    assert [(row.question, row.title) for row in rows] == [("q2", "Second"), ("q9", "Why"), ("q1", "First"), ("q3", "")]


def test_sums_are_by_who_gives_the_points():
    """Public points earned and possible, hidden points, points of a person."""
    saved = [SavedQuestion("q1", "", 10), SavedQuestion("q2", "", 10), SavedQuestion("q3", "", 15, answered=True)]
    found = progress(checked("q1", passed=1), checked("q2", "value"), saved=saved)
    assert found.sums() == "public checks: 3 of 6 points; hidden checks: 14 more; read by a person: 15"


@pytest.mark.parametrize(
    ("outcomes", "headline"),
    [
        ((checked("q1", passed=1), checked("q2", passed=1)), "all public checks passed; hidden checks run after you submit"),
        ((checked("q1", passed=1, possible=3),), "all checks passed"),
        ((checked("q1", passed=1), checked("q2", "value")), "1 of 2 questions pass all their public checks; hidden checks run after you submit"),
    ],
)
def test_headlines(outcomes, headline):
    """A headline promises no more than was checked; a written question neither passes nor fails."""
    assert progress(*outcomes).headline() == headline
    assert progress(*outcomes, saved=[SavedQuestion("q9", "", 5, answered=False)]).headline() == headline


def test_questions_that_cannot_be_listed_are_told():
    """Without the notebook's file, as in Colab, the table says that written questions are missing from it."""
    for shown in (progress_text, progress_html):
        assert "Written questions are not listed" in shown(progress(checked("q1", passed=1)))
        assert "Written questions are not listed" not in shown(progress(checked("q1", passed=1), saved=[SavedQuestion("q1", "", 3)]))


def test_nothing_to_check_is_not_called_passed():
    """A notebook with nothing but written questions has passed nothing."""
    assert progress(saved=[SavedQuestion("q9", "", 5, answered=True)]).headline() == "there are no checks to run here"


def test_next_of_all_is_the_first_that_asks_for_something():
    """The first row with something to do, and at the end to hand in."""
    saved = [SavedQuestion("q1", "", 3), SavedQuestion("q2", "", 5, answered=False)]
    assert progress(checked("q1", passed=1), saved=saved).next().startswith("q2: write your answer")
    assert "grader.export()" in progress(checked("q1", passed=1)).next()


def test_a_question_that_was_not_run_keeps_its_time():
    """Now, for what was checked now; the time and the outcome of before for a question without its function."""
    last = {"q1": LastCheck(NOW - timedelta(hours=2), 1, 2), "q2": LastCheck(NOW - timedelta(days=1), 2, 2)}
    rows = progress(checked("q1", passed=1), checked("q2", "missing"), checked("q3", "missing"), last=last).rows
    assert [row.checked for row in rows] == ["14:32", "20 Nov 14:32", ""]
    assert [row.next for row in rows[1:]] == ["run the cell that defines f; its last check passed 2 of 2", "run the cell that defines f"]


@pytest.mark.parametrize(
    ("time", "words"),
    [
        (NOW.astimezone(timezone(timedelta(hours=-8))), "14:32"),
        (NOW - timedelta(hours=15), "20 Nov 23:32"),
        (NOW - timedelta(days=365), "21 Nov 2025"),
    ],
)
def test_times_are_spoken_as_from_here(time, words):
    """In the zone of now, without a day that is today or a year that is this one."""
    assert spoken(time, NOW) == words


def test_a_clock_without_zone_shows_local_time():
    """A time without a zone is taken as local, and gets that zone."""
    assert told_by(lambda: NOW.replace(tzinfo=None)).utcoffset() is not None
    assert told_by(lambda: NOW) is NOW


def many():
    """Progress with every kind of row and long texts."""
    saved = [SavedQuestion("q1", "A layer before its activation", 10), SavedQuestion("q12", "Say why", 15, answered=False)]
    outcomes = checked("q1", passed=12), checked("q2", "value", message="a `<b>` that " + "is long " * 30), checked("q10", "missing")
    return progress(*outcomes, saved=saved, last={"q10": LastCheck(NOW - timedelta(days=400), 12, 12)})


def test_the_text_is_a_table_of_80_columns():
    """Columns stand below each other, no line is wider than a terminal, and no colours are needed."""
    lines = progress_text(many()).split("\n")
    assert max(map(len, lines)) <= 80
    assert lines[0].split("  ")[-1] == "last check"
    rows = [line for line in lines if line[:1] == "q"]
    starts = [lines[0].index(name) for name in ("state", "public", "points", "hidden", "last")]
    assert len(rows) == 4 and all(row[start - 1 : start].strip() == "" for row in rows for start in starts)
    assert "\x1b" not in progress_text(many())


@pytest.mark.parametrize("width", [32, 45, 60])
def test_on_a_narrow_terminal_questions_have_lines_of_their_own(width):
    """Nothing is wider than a phone's terminal, and nothing of the table is missing."""
    narrow = progress_text(many(), width)
    assert max(map(len, narrow.split("\n"))) <= width
    assert set(progress_text(many()).split()) - {"state"} <= {word.strip(",:") for word in narrow.split()} | {word for word in narrow.split()}


def test_what_is_next_stands_below_its_question():
    """In a row of its own, which names the question and spans the table."""
    html = progress_html(many())
    assert html.count('<td colspan="4">Next in q') == 3 and html.index(">q10<") < html.index("Next in q10: run the cell that defines")


def test_the_mark_of_what_passed_is_not_only_a_colour():
    """A tick beside the sentence, kept from screen readers, which hear the sentence; none beside anything else."""
    passed, failed = checked("q1", passed=1), checked("q1", "value", passed=1)
    both = CheckedAll((passed,), progress(passed)), CheckedAll((failed,), progress(failed))
    assert [one._repr_html_().count(TICK) for one in (passed, failed, *both)] == [1, 0, 1, 0]
    assert [one._repr_html_().count('class="hl-check hl-passed"') for one in (passed, failed, *both)] == [1, 0, 1, 0]
    assert "\u2713" in TICK and "\u2713" not in repr(passed)


def test_the_page_is_a_table_with_headers():
    """A caption with the time, a header for every column and row, escaped text, no headings."""
    html = progress_html(many())
    assert html.count('scope="col"') == 4 and html.count('scope="row"') == 4
    assert "<caption>Checked on Saturday, 21 November 2026, at 14:32:05</caption>" in html
    assert "<b>" not in html and "<h" not in html.replace("<html", "")
