"""The table, the bar, the lines and the JSON that people and scripts see while and after grading."""

from __future__ import annotations

import dataclasses
import io
import json
import os
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

import autograder
from autograder.grading.schedule import Finished
from autograder.grading.verdicts import QuestionResult
from autograder.report.progress import Json, Lines, Recent, Silence, Terminal, missed, pace, progress
from autograder.report.table import table
from tests.grading.grades import BASIS, grade, partly, unreadable

ROOT = Path(__file__).parents[2]


def test_the_table_lines_up_and_explains_its_marks():
    """Points per question, a letter where something is missing, and what the letter means."""
    late = grade("carl", QuestionResult("q2", 10.0, 0.0, "timeout"))
    assert list(table(BASIS, iter([partly("ada"), grade("blaise"), late, unreadable("dora")]), 4)) == [
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
    lines = list(table(BASIS, iter([partly("\u6f22\u5b57"), partly("e\u0301ma")]), 2))
    assert lines[3] == "\u6f22\u5b57            6   2     4 w"
    assert lines[4] == "e\u0301ma             6   2     4 w"


def test_a_large_class_is_counted_not_listed():
    """The rest is in results.csv; every grade is still read once."""
    lines = list(table(BASIS, (partly(f"s{i:04}") for i in range(1000)), 1000, limit=20))
    assert len(lines) == 3 + 20 + 3
    assert "and 980 more: see results.csv" in lines


def test_a_hostile_name_cannot_steer_the_terminal():
    """Escapes are gone from table and lines."""
    bad = dataclasses.replace(partly("x"), submission="\x1b[2Jevil\x1b]0;t\x07")
    stream = io.StringIO()
    Lines(stream, 1)(Finished(bad, True, 1))
    assert "\x1b" not in "\n".join(table(BASIS, iter([bad]), 1)) + stream.getvalue()


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


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self):
        return True


@pytest.fixture
def screen(monkeypatch):
    """A terminal of 50 columns that takes colours."""
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "50")
    return Screen()


def shown(text):
    """What is left on a terminal of the last drawing, line by line."""
    return [re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", line).rstrip() for line in text.replace("\r", "\n").split("\n")]


def test_the_terminal_shows_how_far_it_is_and_counts_what_did_not_pass_by_status(screen):
    """Submissions as a whole first, then questions."""
    display = progress(screen, 3)
    display(Finished(unreadable("ada"), True, 1))
    display(Finished(partly("blaise"), True, 2))
    display.close()
    *_, bar, missed_line, _ = shown(screen.getvalue())
    assert "2/3" in bar
    assert missed_line == "1 unreadable; questions: 1 wrong"
    assert all(len(line) <= 50 for line in shown(screen.getvalue()))


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_a_narrow_terminal_shows_every_number_on_lines_that_fit():
    """A real one, of 40 columns: nothing wraps, and of the bar, not of the numbers, something is missing."""
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 40, 0, 0))
    code = (
        "import sys; from autograder.report.progress import progress; from autograder.grading.schedule import Finished\n"
        "from tests.grading.grades import partly, unreadable\n"
        "display = progress(sys.stdout, 10_000)\n"
        "for count in range(1, 9): display(Finished([partly('ada'), unreadable('carl')][count % 2], True, count))\n"
        "display.close()"
    )
    env = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES", "NO_COLOR")}
    running = subprocess.Popen([sys.executable, "-c", code], stdout=theirs, env={**env, "TERM": "xterm", "PYTHONPATH": str(ROOT)})
    os.close(theirs)
    text = b""
    with suppress(OSError):  # that is how a terminal ends
        while data := os.read(ours, 1 << 16):
            text += data
    os.close(ours)
    assert running.wait() == 0
    lines = [line for line in shown(text.decode()) if line]
    assert all(len(line) <= 40 for line in lines)
    assert "8/10000" in lines[-2] and lines[-1] == "4 unreadable; questions: 4 wrong"


def test_no_colour_is_written_where_none_is_wanted(screen, monkeypatch):
    """NO_COLOR: the cursor still moves, nothing is coloured."""
    monkeypatch.setenv("NO_COLOR", "1")
    display = progress(screen, 2)
    display(Finished(partly("ada"), True, 1))
    display.close()
    assert not re.search(r"\x1b\[[0-9;]*[1-9][0-9;]*m", screen.getvalue())


@pytest.mark.parametrize(
    ("graded", "seconds", "left", "told"),
    [
        (0, 100.0, 10, ""),
        (3, 1.0, 10, ""),
        (300, 0.1, 10, ""),
        (20, 10.0, 0, "2.0/s"),
        (20, 10.0, 131, "2.0/s  1:06 left"),
        (10, 10.0, 7325, "1.0/s  2:02:05 left"),
        (1, 30.0, 10, "2.0/min  5:00 left"),
        (1, 1200.0, 9_999, "3.0/h  138 days left"),
    ],
)
def test_the_pace_is_that_of_what_was_graded_now(graded, seconds, left, told):
    """And nothing is said before there is something to go by."""
    assert pace(graded, seconds, left) == told


def test_the_rate_is_that_of_late():
    """The start says nothing of it; when nothing gets finished any more, it shows."""
    recent = Recent()
    assert pace(*recent.seen(30.0), 60) == ""
    for end in (31.0, 32.0, 33.0, 34.0, 35.0):
        recent.add(end)
    assert pace(*recent.seen(35.0), 60) == "1.0/s  1:00 left"
    assert pace(*recent.seen(151.0), 60) == "2.0/min  30:00 left"


def test_slow_submissions_slow_the_rate_down_soon():
    """After a thousand quick ones."""
    recent = Recent()
    for number in range(1000):
        recent.add(0.01 * number)
    for number in range(200):
        recent.add(10.0 + 2 * number)
    assert pace(*recent.seen(10.0 + 2 * 199), 0) == "30.0/min"


def test_the_commonest_status_comes_first():
    """Statuses that do not occur are left out."""
    assert missed({"failed": 1, "unreadable": 0}, {"timeout": 2, "wrong": 31, "raised": 0}) == "1 failed; questions: 31 wrong, 2 timeout"
    assert missed({}, {}) == ""


def test_the_display_fits_the_stream(screen, monkeypatch):
    """A bar for people, lines for logs, JSON or silence when asked for; a terminal that cannot draw gets lines."""
    assert isinstance(progress(screen, 1, as_json=True), Json)
    assert isinstance(progress(screen, 1, quiet=True), Silence)
    assert isinstance(progress(io.StringIO(), 1), Lines)
    bar = progress(screen, 1)
    assert isinstance(bar, Terminal)
    bar.close()
    monkeypatch.setenv("TERM", "dumb")
    assert isinstance(progress(screen, 1), Lines)


def test_every_field_of_a_json_line_is_documented():
    """In the table of autograder/grading/README.md, in the same order."""
    stream = io.StringIO()
    Json(stream, 1)(Finished(partly("ada"), True, 1, ("q2",)))
    text = (Path(autograder.__file__).parent / "grading" / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `(\w+)` \|", text, flags=re.M) == list(json.loads(stream.getvalue()))
