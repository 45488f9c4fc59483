"""The line with the mistake: named when one change of it passes every check, and never at the cost of a verdict."""

import dataclasses
import json

import pytest

from autograder.course import load, student_notebook
from autograder.grading import mend
from autograder.grading.crew import ThreadCrew
from autograder.grading.feedback import hint_of
from autograder.grading.grade_one import grade_one
from autograder.grading.known_mistakes import KnownMistakes
from autograder.grading.replay import grading_zygote
from autograder.grading.verdicts import Grade, Submission, Task
from autograder.grading.workshop import Workshop
from autograder.repair import Repair
from autograder.sandbox import Limits
from tests.grading.test_grade_one import RIGHT, TWO
from tests.tiny_course import write_course

WRONG = "def double(A):\n    B = 3 * A\n    return B"
QUICK = Limits(call_seconds=5.0, cell_seconds=5.0, memory_mb=512)


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """Two questions, the second built on the first."""
    return load(write_course(tmp_path_factory.mktemp("course"), TWO), "a9")


@pytest.fixture(scope="module")
def grader(course):
    """Grade a notebook with the given code in the place of its stubs, and say where its mistakes are."""
    known = KnownMistakes(course)
    with grading_zygote([course.private_dir]) as zygote:

        def grade(mender=None, limits=QUICK, **sources):
            submission = Submission("ada", "ada", student_notebook(course, sources), "digest")
            return grade_one(zygote, course, submission, known, limits, mender=mender or mend.Mender(course))

        yield grade


@pytest.fixture
def proposed(monkeypatch):
    """Have these sources proposed as changes of line 2, in this order, and no holes; gives the list of those that were taken."""

    def propose(*sources):
        taken = []

        def repairs(source, function, **more):
            for one in sources:
                taken.append(one)
                yield Repair(2, "B = 3 * A", "constant", one)

        monkeypatch.setattr(mend, "repairs", repairs)
        monkeypatch.setattr(mend, "holed", lambda *_: None)
        return taken

    return propose


def mends(grade):
    """What was found, by question."""
    return {question.question: question.mend for question in grade.questions}


def without(grade):
    """The grade less what was found, and less its times."""
    questions = [dataclasses.replace(q, mend=None, verdicts=tuple(dataclasses.replace(v, seconds=0.0) for v in q.verdicts)) for q in grade.questions]
    return questions, grade.cells, grade.problem


def test_the_line_is_named_and_nothing_else_changes(course, grader):
    """Line, the learner's own words and a kind of change; verdicts, points and records as they are without it; all of it survives JSON."""
    found = grader(q1=WRONG, q3=RIGHT["q3"])
    told = mends(found)["q1"]
    assert (told.function, told.line, told.given) == ("double", 2, ())
    assert told.code in WRONG
    assert len(told.hints) == 2
    assert mends(found)["q3"] is None
    known, submission = KnownMistakes(course), Submission("ada", "ada", student_notebook(course, {"q1": WRONG, "q3": RIGHT["q3"]}), "digest")
    with grading_zygote([course.private_dir]) as zygote:
        assert without(found) == without(grade_one(zygote, course, submission, known, QUICK))
    assert Grade.from_dict(json.loads(json.dumps(found.to_dict()))) == found


@pytest.mark.parametrize(
    "code", [RIGHT["q1"], "def double(A):\n    raise NotImplementedError", "def double(A:", "def double(A):\n    while True: pass", "def double(A):\n    import os; os._exit(1)"]
)
def test_nothing_is_looked_for_where_checks_did_not_run(grader, monkeypatch, code):
    """Right code, stubs, syntax errors, endless loops and crashes cost not a session more."""
    monkeypatch.setattr(mend, "Replay", None)
    assert mends(grader(limits=Limits(call_seconds=0.3), q1=code, q3="def quadruple(A):\n    return 4 * A")) == {"q1": None, "q3": None}


def test_candidates_that_end_the_session_do_not_end_the_search(grader, proposed):
    """A loop without end, a crash, a fork, a flood of text: the next candidate is tried in a session that knows nothing of them."""
    forks = "def double(A):\n    import os\n    os.fork()\n    return A"
    loops, dies = "def double(A):\n    while True: pass", "def double(A):\n    import os; os._exit(0)"
    floods = "def double(A):\n    print('x' * 10**8)\n    return A"
    proposed(forks, loops, dies, floods, "def double(:", RIGHT["q1"])
    assert mends(grader(q1=WRONG))["q1"].line == 2


def test_code_that_no_rule_foresaw_costs_no_grade(grader, monkeypatch):
    """An error while changes are thought of leaves the verdicts as they are, without a line."""

    def surprised(*_, **__):
        raise AttributeError("no such node")

    monkeypatch.setattr(mend, "repairs", surprised)
    grade = grader(q1=WRONG)
    assert (grade.status, grade.questions[0].status, mends(grade)["q1"]) == ("graded", "wrong", None)


def test_the_search_ends(grader, proposed):
    """Candidates without end are given up, and all other questions keep what they have."""
    taken = proposed(*["def double(A):\n    while True: pass"] * 100, RIGHT["q1"])
    found = grader(q1=WRONG, q3="def quadruple(A):\n    return 4 * A")
    assert mends(found)["q1"] is None
    assert len(taken) < 10
    assert found.questions[1].status == "passed"


def test_what_passes_only_after_other_candidates_is_not_told(grader, proposed):
    """The change has to pass in a session that ran nothing but the changed notebook."""
    proposed(
        "import builtins\nbuiltins.fixed = True\ndef double(A):\n    return A",
        "import builtins\ndef double(A):\n    return 2 * A if hasattr(builtins, 'fixed') else A",
    )
    assert mends(grader(q1=WRONG))["q1"] is None


def test_code_that_looks_at_itself_harms_only_its_own_hint(grader):
    """A function that reads its own source, or counts how often it is defined, is graded as ever and told nothing that is not so."""
    counts = "import builtins, inspect\nbuiltins.n = getattr(builtins, 'n', 0) + 1\ndef double(A):\n    return 2 * A if n > 3 else 3 * A"
    found = grader(q1=counts)
    assert found.questions[0].status == "wrong"
    reads = "import inspect\ndef double(A):\n    k = 3\n    return k * A if 'k = 3' in In[-1] else 0 * A"
    told = mends(grader(q1=reads))["q1"]
    assert told is None or told.line == 4  # with another result there it would be right


def test_code_that_spoils_its_session_spoils_no_search_but_its_own(grader):
    """Builtins and numpy that mean something else, from the moment the function is first called: the other question is mended."""
    spoils = "def double(A):\n    import builtins\n    builtins.exec = builtins.compile = builtins.len = None\n    np.ndarray.__mul__ = None\n    return 0"
    found = grader(q1=spoils, q3="def quadruple(A):\n    B = double(A)\n    return double(B) + 1")
    assert found.questions[0].earned == 0
    assert mends(found)["q3"].line == 3


def test_the_same_code_is_searched_once(course, grader, proposed):
    """The second learner with the same code is told the same, in their own words, after trying only what helped the first."""
    taken = proposed(*["def double(A):\n    return 5 * A"] * 20, RIGHT["q1"])
    mender = mend.Mender(course)
    first = mends(grader(mender, q1=WRONG))["q1"]
    opened = []
    original = mend.standings
    mend.standings = lambda *args: opened.append(args) or original(*args)
    try:
        second = mends(grader(mender, q1="# mine\n" + WRONG + "  # so\n"))["q1"]
    finally:
        mend.standings = original
    assert first == second
    assert not opened
    assert len(taken) == 42


def test_a_hole_is_filled_where_no_change_of_the_catalogue_helps(course, grader, monkeypatch):
    """By the values that are there in the session; the second learner with the same code is told the same without another look."""
    monkeypatch.setattr(mend, "repairs", lambda *_, **__: [Repair(2, "B", "constant", f"def double(A):\n    return {k} * A") for k in (3, 4, 5)])
    looked = []
    fillings = mend.fillings
    monkeypatch.setattr(mend, "fillings", lambda *args: looked.append(args) or fillings(*args))
    mender, code = mend.Mender(course), "def double(A):\n    B = A - len(A)\n    return B"
    first, second = (mends(grader(mender, limits=Limits(call_seconds=30.0), q1=source))["q1"] for source in (code, "# mine\n" + code.replace("B = ", "B  =")))
    assert (first.function, first.line, second.line) == ("double", 2, 3)
    assert len(looked) == 1


def test_a_hole_that_ends_the_session_costs_no_grade(grader, monkeypatch):
    """Code that dies when it is given other values, or says what no session says, is told nothing."""
    monkeypatch.setattr(mend, "repairs", lambda *_, **__: iter(()))
    dies = "def double(A):\n    B = 3 * A\n    if '_look' in globals():\n        import os\n        os._exit(1)\n    return B"
    lies = "def double(A):\n    for name in ('_look', '_fill', '_times'):\n        if name in globals():\n            globals()[name] = lambda *_: [['x', 5], 7, None]\n    return 3 * A"
    for source in (dies, lies):
        grade = grader(q1=source)
        assert (grade.status, grade.questions[0].status, mends(grade)["q1"]) == ("graded", "wrong", None)


def test_a_mistake_behind_a_wrong_predecessor_is_found(grader, proposed):
    """A question that builds on a wrong one is mended with the right one in its place, and the hint says so."""
    proposed("def quadruple(A):\n    return double(double(A))")
    found = mends(grader(q1="def double(A):\n    return A + 7", q3="def quadruple(A):\n    B = double(A)\n    return double(B) + 1"))
    assert found["q1"] is None
    assert found["q3"].given == ("double",)


@pytest.mark.parametrize("code", ["def double(A):\n    return " + "-" * 3000 + "A", "#" + "x" * 10**6 + "\n" + WRONG, "def double(A):\n    return " + "(" * 190 + "3 * A" + ")" * 190])
def test_hostile_sources_are_graded_as_ever(grader, code):
    """A megabyte, or more nesting than anybody reads, is no reason to fail."""
    assert grader(q1=code).questions[0].status in ("wrong", "missing", "raised", "passed")


def test_what_is_quoted_is_harmless(grader, monkeypatch):
    """Control and bidi characters, backticks and length: made plain where the text is taken over."""
    nasty = "B = '\u202e`<script>\x1b[31m' " + "x" * 500
    monkeypatch.setattr(mend, "repairs", lambda source, function, **more: [Repair(2, nasty, "constant", RIGHT["q1"])])
    code = mends(grader(q1=WRONG))["q1"].code
    assert len(code) <= 80
    assert code.isprintable()
    assert "`" not in code
    assert "\u202e" not in code


def test_two_mistakes_are_told_with_both_places(grader):
    """Where one change is not enough and two are, both lines are told, each with its question, and survive JSON."""
    found = grader(limits=Limits(call_seconds=60.0), q1="def double(A):\n    # twice\n    B = 3 * A\n    return B + 1")
    told = mends(found)["q1"]
    assert [told.line, *(line for line, _, _ in told.also)] == [3, 4]
    sentence = hint_of(found.questions[0])
    assert "Line 3 of your cell for q1" in sentence and "And line 4, `return B + 1`" in sentence
    assert "With one change in each of these places, double passes every check." in sentence
    assert Grade.from_dict(json.loads(json.dumps(found.to_dict()))) == found


@pytest.mark.parametrize("times", [1, 2])
def test_a_line_is_told_although_the_process_that_forks_sessions_was_killed_meanwhile(course, monkeypatch, times):
    """All is done again with another process, and nothing is lost; killed again at the same place, it is the line that is not told."""
    workshop = Workshop(course, QUICK, (course.private_dir,))
    task = Task(Submission("ada", "ada", student_notebook(course, {"q1": WRONG, "q3": RIGHT["q3"]}), "digest"))
    killed, find = [], mend._Search.find

    def killing(search, own):
        if len(killed) < times:
            killed.append(search.zygote)
            search.zygote._process.kill()
        return find(search, own)

    with ThreadCrew(1, workshop.start, workshop.work) as crew:
        undisturbed = crew.grade(task)
        monkeypatch.setattr(workshop, "_mender", mend.Mender(course))
        monkeypatch.setattr(mend._Search, "find", killing)
        disturbed = crew.grade(task)
    assert len(killed) == times
    assert mends(undisturbed)["q1"] is not None
    assert mends(disturbed)["q1"] == (mends(undisturbed)["q1"] if times == 1 else None)
    assert without(disturbed)[0] == without(undisturbed)[0]
