"""The learner's `Notebook` without a kernel: what it says, what it remembers, what it asks of its surroundings."""

import json
import os
import sys
from datetime import UTC, datetime, timedelta

import pytest

from autograder.checking import Record
from autograder.course import student_notebook
from autograder.notebook_display import Checked

pytestmark = pytest.mark.filterwarnings("ignore:Traits should be given")  # Otter's own


EVENING = datetime(2026, 11, 20, 21, 14, tzinfo=UTC)
MORNING = EVENING + timedelta(hours=12)
RIGHT = {"start": lambda: 1, "double": lambda A: 2 * A, "shift": lambda A, by: 2 * A + by}


@pytest.fixture
def started(student_folder, monkeypatch):
    """Start a grader in a learner's folder, as a kernel does, at a given time."""
    monkeypatch.chdir(student_folder)
    monkeypatch.syspath_prepend(str(student_folder))
    from autograder.notebook import Notebook

    yield lambda time=EVENING: Notebook("t1.ipynb", clock=lambda: time)
    sys.modules.pop("t1_checks", None)


@pytest.fixture
def grader(started):
    """A grader in a learner's folder."""
    return started()


def all_checked(grader, **functions):
    """`grader.check_all()` in a notebook that defines these functions."""
    namespace = {"grader": grader, **functions}
    exec("checked = grader.check_all()", namespace)
    return namespace["checked"]


def row(checked, question):
    """The row of a question in the table of `check_all`."""
    (found,) = (row for row in checked.progress.rows if row.question == question)
    return found


def failed(*hints, kind="value", message="the numbers are wrong", title="By hand"):
    """A record of a failure."""
    return Record(kind=kind, message=message, question="q2", check="by_hand", title=title, hints=hints)


def outcome(*records, passed=("One",), available=3, possible=10):
    """A checked question."""
    return Checked("q2", tuple(passed), tuple(records), (), 0, available, possible)


def test_functions_are_those_of_the_cell_that_calls(grader):
    """Without an environment, the names of the calling module count, as in a notebook."""
    namespace = {"grader": grader, "start": lambda: 1}
    exec("checked = grader.check('q1')", namespace)
    assert namespace["checked"].all_passed


def test_a_missing_function_is_missing(grader):
    """A cell that was not run is named, not blamed."""
    assert "start is not defined" in repr(grader.check("q1", {}))


def test_hints_unfold_one_by_one(grader):
    """The first hint comes with the failure; `hint` gives the second, the third, and then stays."""
    grader._remember("q2", (failed("why?", "the rule", "look there"),))
    assert [repr(grader.hint("q2")) for _ in range(3)] == [
        "Hint 2 of 3, the rule: the rule",
        "Hint 3 of 3, where to look: look there This was the last hint.",
        "Hint 3 of 3, where to look: look there This was the last hint.",
    ]


def test_another_failure_starts_its_hints_anew(grader):
    """The same failure keeps its level; another one begins with its own second hint."""
    first, second = failed("why?", "the rule", "look there"), failed("when?", "another rule", "over there", message="the shape is wrong")
    grader._remember("q2", (first,))
    grader.hint("q2")
    grader._remember("q2", (first,))
    assert "look there" in repr(grader.hint("q2"))
    grader._remember("q2", (second,))
    assert "another rule" in repr(grader.hint("q2"))


def test_a_hint_before_any_check(grader):
    """There is nothing to hint at before a check has failed."""
    assert 'Run grader.check("q2") first' in repr(grader.hint("q2"))


def test_a_fault_of_a_check_is_not_the_learner_s(grader, student_folder):
    """A check that cannot run says so, and that it is not about the learner's code."""
    (student_folder / "t1_checks.py").unlink()
    said = repr(grader.check("q1", {"start": lambda: 1}))
    assert "this check could not run (ModuleNotFoundError" in said and "not about your code" in said


def test_the_wrong_folder_is_named(student_folder, tmp_path, monkeypatch):
    """A notebook opened away from its folder says what is missing and where it looked."""
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    from autograder.notebook import Notebook

    with pytest.raises(FileNotFoundError, match="the folder `tests` is not in .*elsewhere"):
        Notebook("t1.ipynb").check("q1")


def test_a_renamed_notebook_still_exports(grader, student_folder):
    """With the notebook renamed, the only notebook of the folder is handed in; with two, the question is which."""
    from autograder.notebook import Notebook

    (student_folder / "t1.ipynb").rename(student_folder / "mine.ipynb")
    Notebook("t1.ipynb").export(display_link=False)
    assert [path.name[:5] for path in student_folder.glob("*.zip")] == ["mine_"]
    (student_folder / "other.ipynb").write_bytes((student_folder / "mine.ipynb").read_bytes())
    with pytest.raises(ValueError, match="which notebook"):
        Notebook("t1.ipynb").export(display_link=False)


def test_what_a_learner_wrote_is_shown_and_not_obeyed(grader):
    """Text of a learner's error is escaped in HTML."""

    def start():
        raise ValueError("<script>alert(1)</script>")

    html = grader.check("q1", {"start": start})._repr_html_()
    assert "<script>" not in html and "&lt;script&gt;" in html


def test_the_message_comes_first_and_the_rest_is_folded():
    """In HTML the first failure is open, further failures and hint levels are folded away."""
    html = outcome(failed("why?", "the rule", "look there"), failed(title="Other", message="the shape is wrong"))._repr_html_()
    open_part = html[: html.index("<details")]
    assert "the numbers are wrong" in open_part and "why?" in open_part
    assert "the rule" not in open_part and "the shape is wrong" not in open_part


@pytest.mark.parametrize(
    ("checked", "headline"),
    [
        (outcome(), "q2: all public checks passed; hidden checks (7 of 10 points) run after you submit"),
        (outcome(possible=3), "q2: all checks passed"),
        (outcome(failed()), "q2: 1 of 2 public checks passed"),
        (outcome(failed(), possible=3), "q2: 1 of 2 checks passed"),
        (outcome(failed(kind="not_attempted"), passed=()), "q2: not attempted yet"),
        (outcome(failed(kind="not_attempted"), failed(), passed=()), "q2: 0 of 2 public checks passed"),
    ],
)
def test_headlines(checked, headline):
    """A headline says how many checks passed and what is still to come, and no more."""
    assert checked.headline() == headline


def test_check_all_has_a_row_per_question(grader):
    """State in words, public checks, their points and the hidden ones, what is next, and when; written questions too."""
    checked = all_checked(grader, start=lambda: 1)
    first, second, written = row(checked, "q1"), row(checked, "q2"), row(checked, "q4")
    assert (first.passed, first.total, first.checked) == (1, 1, "21:14")
    assert (second.state, second.next) == ("not run", "run the cell that defines double")
    assert (written.state, written.by_hand) == ("read by a person", 3)
    assert "write your answer" in written.next
    assert "Friday, 20 November 2026, at 21:14:00" in repr(checked) and "21:14:00" in checked._repr_html_()


def test_check_all_promises_no_more_than_was_checked(grader):
    """With everything right here, it says that these were the public checks and that hidden ones follow."""
    said = repr(all_checked(grader, **RIGHT))
    assert "All public checks passed; hidden checks run after you submit." in " ".join(said.split())
    assert "all checks passed" not in said.lower() and "tests passed" not in said.lower()


def test_check_all_in_a_terminal(grader):
    """The table fits 80 columns; below it stands what is wrong."""
    said = repr(all_checked(grader, **{**RIGHT, "double": lambda A: A}))
    assert max(map(len, said.split("\n"))) <= 80
    assert said.index("Checked on") < said.index("q2: 0 of 2 public checks passed")


def test_check_all_in_a_page(grader):
    """The table has headers for columns and rows; failed questions are folded below it."""
    html = all_checked(grader, **{**RIGHT, "double": lambda A: A})._repr_html_()
    table = html[: html.index("</table>")]
    assert table.count('scope="col"') == 4 and table.count('scope="row"') >= 3
    assert html.index("</table>") < html.index("<details><summary>q2: 0 of 2")


def test_a_written_answer_that_was_saved_is_seen(grader, student_folder):
    """Once the answer cell holds other text than it was handed out with, nothing is left to do."""
    path = student_folder / "t1.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        if "answer" in cell["metadata"].get("tags", ()):
            cell["source"] = "Because doubling is linear."
    path.write_text(json.dumps(notebook), encoding="utf-8")
    assert row(all_checked(grader), "q4").next == ""


def test_the_last_check_outlives_the_kernel(started):
    """After a restart, a question whose cell was not run yet tells when it was last checked, and how that came out."""
    started(EVENING).check("q1", {"start": lambda: 1})
    checked = all_checked(started(MORNING))
    assert row(checked, "q1").state == "not run"
    assert row(checked, "q1").checked == "20 Nov 21:14"
    assert row(checked, "q1").next == "run the cell that defines start; its last check passed 1 of 1"
    assert row(checked, "q2").checked == ""


def test_a_folder_that_cannot_be_written_to(started, student_folder):
    """Checks work where neither Otter's log nor the times can be written; the times live as long as the kernel."""
    for name in (".OTTER_LOG", ".last_checks.json"):
        (student_folder / name).unlink(missing_ok=True)
        (student_folder / name).mkdir()  # whoever runs the tests may write anywhere, but not to a folder
    grader = started(EVENING)
    assert grader.check("q1", {"start": lambda: 1}).all_passed
    assert row(all_checked(grader), "q1").checked == "21:14"
    assert sorted(path.name for path in student_folder.glob(".*")) == [".OTTER_LOG", ".last_checks.json"]


def test_a_broken_file_of_times_is_passed_over(started, student_folder):
    """Whatever the file holds, checks work."""
    for text in ("", "[1]", '{"t1.ipynb": {"q1": {"time": "yesterday"}}}', '{"t1.ipynb": 7}', '{"t1.ipynb": {"q1": {"time": "2026-01-01T00:00", "passed": 1, "total": 1}}}'):
        (student_folder / ".last_checks.json").write_text(text)
        assert row(all_checked(started(MORNING)), "q1").checked == ""


def test_the_terminal_shows_the_same_table_and_writes_nothing(started, student_folder):
    """`autograder check` runs the saved cells, shows the table of `check_all` in 80 columns, and leaves the folder as it was."""
    from autograder.check_notebook import check_notebook, table

    def files():
        return sorted((path.name, path.stat().st_mtime_ns) for path in student_folder.iterdir() if path.name != "__pycache__")

    started().check("q3", {"shift": lambda A, by: A})
    before = files()
    report = check_notebook(student_folder / "t1.ipynb", clock=lambda: MORNING)
    lines = list(table(report))
    states = [(row.question, row.state) for row in report.checked.progress.rows]
    assert states == [("q1", "not attempted"), ("q2", "not attempted"), ("q3", "not attempted"), ("q4", "read by a person")]
    assert max(map(len, lines)) <= 80 and "Checked on Saturday, 21 November 2026, at 09:14:00" in lines
    assert "    next: write double" in lines
    assert files() == before


def test_a_check_is_quick(grader):
    """A public check in a notebook computes for less than a tenth of a second (the best of five)."""
    import time

    def once():
        start = time.process_time()
        grader.check("q2", {"double": lambda A: 2 * A})
        return time.process_time() - start

    assert min(once() for _ in range(5)) < 0.1


@pytest.fixture
def history(monkeypatch):
    """Have these cells count as those that were run, and the search say what it is told to say; gives what was looked for."""
    from autograder import notebook
    from autograder.lines import ask

    asked = []

    def lines_of(sources, checks, failed, seconds):
        asked.append((tuple(sources), os.path.basename(checks), {question: (one.kind, one.checks) for question, one in failed.items()}))
        return tuple(ask.Line(question, 3, f"Line 3 of your cell for {question}, `x`: why?", "the rule") for question in failed)

    monkeypatch.setattr(ask, "lines_of", lines_of)
    monkeypatch.setattr(notebook, "cells_run", lambda: ["a = 1", "b = 2", "a = 1", "look()", f"files = '{'A' * 30_000}'"])
    return asked


def test_the_line_of_a_mistake_is_told(grader, history):
    """A wrong result is followed by the line, in text and HTML alike, once for all checks of the question; `hint` goes on from there."""
    checked = grader.check("q2", {"double": lambda A: A})
    assert not history  # nothing is looked for until somebody looks
    said, html = repr(checked), checked._repr_html_()
    assert said.count("Hint: Line 3 of your cell for q2, `x`: why?") == 1 and said.count("Not yet") == 2
    assert html.count("Line 3 of your cell for q2, <code>x</code>: why?") == 1
    assert repr(grader.hint("q2")) == "Hint 2 of 2, the rule: the rule This was the last hint."
    assert history == [(("b = 2", "a = 1"), "t1_checks.py", {"q2": ("value", ("points", "name"))})]  # and it is remembered


def test_check_all_tells_the_lines_too(grader, history):
    """One search for all questions that failed and were worked on; the lines stand with their questions."""
    checked = all_checked(grader, start=lambda: 2, double=lambda A: A)
    assert all(f"Line 3 of your cell for {question}" in repr(checked) for question in ("q1", "q2"))
    assert [sorted(failed) for _, _, failed in history] == [["q1", "q2"]]


@pytest.mark.parametrize("why", ["right", "unwritten", "known", "browser", "not wanted"])
def test_no_line_is_looked_for(grader, started, history, monkeypatch, why):
    """Nothing is looked for when nothing is wrong or written, when the mistake is known, in a browser, and if nobody wants it."""
    double = {"right": RIGHT["double"], "known": lambda A: A**2}.get(why, lambda A: A)
    if why == "browser":
        monkeypatch.setattr(sys, "platform", "emscripten")
    if why == "not wanted":
        from autograder.notebook import Notebook

        grader = Notebook("t1.ipynb", lines=False)
    checked = grader.check("q2", {} if why == "unwritten" else {"double": double})
    assert "Line" not in repr(checked) and not history


def test_whoever_interrupts_keeps_the_verdict(grader, history, monkeypatch):
    """Ctrl-C while a line is looked for leaves what was told."""
    from autograder.lines import ask

    def interrupted(*args):
        raise KeyboardInterrupt

    monkeypatch.setattr(ask, "lines_of", interrupted)
    assert "q2: 0 of 2 public checks passed" in repr(grader.check("q2", {"double": lambda A: A}))


def test_the_terminal_tells_the_line_too(tiny, started, history, student_folder):
    """`autograder check` looks for the lines in the saved cells, and `--no-repairs` leaves it out."""
    from click.testing import CliRunner

    from autograder.cli import main

    path = student_folder / "t1.ipynb"
    path.write_text(json.dumps(student_notebook(tiny, {"q2": "def double(A):\n    return A"})), encoding="utf-8")
    said, without = (CliRunner().invoke(main, ["check", str(path), *options]).output for options in ([], ["--no-repairs"]))
    assert "Line 3 of your cell for q2, `x`: why?" in said and "Line" not in without
    assert [(checks, failed) for _, checks, failed in history] == [("t1_checks.py", {"q2": ("value", ("points", "name"))})]
