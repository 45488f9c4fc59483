"""The table, the bar, the lines and the JSON that people and scripts see while and after grading."""

from __future__ import annotations

import dataclasses
import io
import json

from autograder.grading.schedule import Finished
from autograder.grading.verdicts import QuestionResult
from autograder.report.progress import Bar, Json, Lines, progress
from autograder.report.table import table
from tests.grading.grades import BASIS, grade, partly, unreadable


def test_the_table_lines_up_and_explains_its_marks():
    """Points per question, a letter where something is missing, and what the letter means."""
    late = grade("carl", QuestionResult("q2", 10.0, 0.0, "timeout"))
    assert list(table(BASIS, iter([partly("ada"), grade("blaise"), late, unreadable("dora")]))) == [
        "submission  total  q1    q2",
        "of             12   2    10",
        "-----------------------------",
        "ada             6   2     4 w",
        "blaise         12   2    10",
        "carl            2   2     0 t",
        "dora            0  unreadable",
        "-----------------------------",
        "points, and why not all of them: w wrong, t timeout",
    ]


def test_wide_letters_take_two_columns():
    """Names in any script keep the columns straight."""
    lines = list(table(BASIS, iter([partly("\u6f22\u5b57"), partly("e\u0301ma")])))
    assert lines[3] == "\u6f22\u5b57            6   2     4 w"
    assert lines[4] == "e\u0301ma             6   2     4 w"


def test_a_large_class_is_counted_not_listed():
    """The rest is in results.csv; every grade is still read once."""
    lines = list(table(BASIS, (partly(f"s{i:04}") for i in range(1000)), limit=20))
    assert len(lines) == 3 + 20 + 3
    assert "and 980 more: see results.csv" in lines


def test_a_hostile_name_cannot_steer_the_terminal():
    """Escapes are gone from table and lines."""
    bad = dataclasses.replace(partly("x"), submission="\x1b[2Jevil\x1b]0;t\x07")
    stream = io.StringIO()
    Lines(stream, 1)(Finished(bad, True, 1))
    assert "\x1b" not in "\n".join(table(BASIS, iter([bad]))) + stream.getvalue()


def test_lines_say_who_how_many_points_and_what_was_missed():
    """One per submission; what was in the store already is marked."""
    stream = io.StringIO()
    lines = Lines(stream, 12)
    lines(Finished(partly("ada"), True, 1))
    lines(Finished(unreadable("blaise"), True, 2))
    lines(Finished(grade("carl"), False, 3))
    assert stream.getvalue().splitlines() == [
        "[ 1/12] ada  6 of 12  (1 wrong)",
        "[ 2/12] blaise  unreadable: blaise.ipynb cannot be graded: it is empty.",
        "[ 3/12] carl  12 of 12  (already graded)",
    ]


def test_json_is_one_object_per_line():
    """With numbers as numbers, and whether it was graded in this run."""
    stream = io.StringIO()
    display = Json(stream, 2)
    display(Finished(partly("ada"), True, 1))
    display(Finished(unreadable("blaise"), False, 2))
    first, second = map(json.loads, stream.getvalue().splitlines())
    assert (first["submission"], first["score"], first["possible"], first["resumed"]) == ("ada", 6.0, 12.0, False)
    assert first["questions"][1] == {"question": "q2", "score": 4.0, "possible": 10.0, "status": "wrong", "hint": "What is the image of the zero row?"}
    assert (second["status"], second["resumed"], second["questions"]) == ("unreadable", True, [])


def test_the_bar_stays_on_one_line_and_ends_full():
    """And counts what went wrong."""
    stream = io.StringIO()
    bar = Bar(stream, 2, width=4)
    bar(Finished(unreadable("ada"), True, 1))
    bar(Finished(partly("blaise"), True, 2))
    bar.close()
    assert stream.getvalue().split("\r")[-1] == "\x1b[K[####] 2/2  1 unreadable\n"


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self):
        return True


def test_the_display_fits_the_stream():
    """A bar for people, lines for logs, JSON when asked for."""
    assert isinstance(progress(Terminal(), 1), Bar)
    assert isinstance(progress(io.StringIO(), 1), Lines)
    assert isinstance(progress(Terminal(), 1, as_json=True), Json)
