"""What is remembered of checks that passed changes no verdict, whatever a submission does; and saves running them again."""

import numpy as np
import pytest
from autograder.checking import check, expect
from autograder.course import load, student_notebook
from autograder.grading import grade_one, recall as module
from autograder.grading.environment import Environment
from autograder.grading.foresight import Script
from autograder.grading.recall import Recall
from autograder.grading.replay import grading_zygote
from autograder.sandbox import Limits, SessionLost
from autograder.sandbox.ahead import Strayed
from tests.tiny_course import SOURCES, write_course
from tests.verdicts.case import ROOT, assignment
from tests.verdicts.recalled import Graders, differing, notebooks

pytestmark = pytest.mark.longest
LIMITS = Limits(call_seconds=0.5, memory_mb=512)
QUESTIONS = '''
# %% [markdown] question="q3" points=4 functions="apply"
# ## Apply it

# %% tags=["stub"]
def apply(f, x):
    """f of x and of every earlier result, three times."""
    raise NotImplementedError("q3: write apply")

# %% [markdown] question="q2" points=10 manual=true'''
CHECKS = '''

@check("q3", points=4, hidden=True)
def any_function(apply):
    """Any function, any number, and f is called as often as it takes."""
    seen = []
    def f(x):
        seen.append(x)
        return x + len(seen)
    expect(apply, f, 2.0).equals(8.0)
    expect(apply, lambda x: x * x, 2.0).equals(256.0)
    call = expect(apply, lambda A: 2 * A, np.arange(600.0))
    call.equals(8 * np.arange(600.0)).unchanged()
'''
PUBLIC = '''

@check("q3", points=0)
def negated(apply):
    """Three signs are one."""
    expect(apply, lambda x: -x, 2.0).equals(-2.0)
'''
REFERENCE = '''

def apply(f, x):
    """f of x and of every earlier result, three times."""
    return f(f(f(x)))
'''
APPLY = "def apply(f, x):\n    return f(f(f(x)))"


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """a9 with a question whose function is given functions."""
    added = {
        "assignments/a9_tiny/notebook.py": ('\n# %% [markdown] question="q2" points=10 manual=true', QUESTIONS),
        "assignments/a9_tiny/checks.py": ("", PUBLIC),
        "solutions/a9_tiny/checks.py": ("", CHECKS),
        "solutions/a9_tiny/reference.py": ("", REFERENCE),
    }
    sources = {path: text.replace(*added[path]) if path in added and added[path][0] else text + added.get(path, ("", ""))[1] for path, text in SOURCES.items()}
    root = write_course(tmp_path_factory.mktemp("course"), sources)
    with grading_zygote([root / "solutions"]) as zygote:
        made = load(root, "a9")
        graders = Graders(made, zygote, LIMITS)
        warm = {(ahead, streak): graders.script(ahead=ahead) for ahead, streak in ((False, 0), (True, 0), (True, 99))}
        for script in warm.values():
            for _ in range(3):
                graders.grade(notebook(made, RIGHT), script)
        yield made, graders, warm, zygote


def notebook(assignment, double, apply=APPLY):
    return student_notebook(assignment, {"q1": double, "q3": apply})


RIGHT = "def double(A):\n    return 2 * A"
COUNTS = "n = 0\ndef double(A):\n    global n\n    n += 1\n    "
CASES = {
    "right": (RIGHT, APPLY),
    "right in another way": ("def double(A):\n    return A + A", "def apply(f, x):\n    for _ in range(3): x = f(x)\n    return x"),
    "wrong": ("def double(A):\n    return 3 * A", "def apply(f, x):\n    return f(f(x))"),
    "right once, then wrong": (COUNTS + "return 2 * A if n <= 1 else 3 * A", APPLY),
    "wrong once, then right": (COUNTS + "return 2 * A if n > 1 else 3 * A", APPLY),
    "counts its calls aloud": (COUNTS + "print(n, A); return 2 * A", APPLY),
    "sleeps beyond the deadline": (COUNTS + "import time; time.sleep(3 * (n == 2)); return 2 * A", "import time\ndef apply(f, x):\n    time.sleep(3 * np.ndim(x)); return f(f(f(x)))"),
    "sleeps between call backs": (RIGHT, "import time\ndef apply(f, x):\n    x = f(x); time.sleep(3 * np.ndim(x)); return f(f(x))"),
    "ends after an answer": (COUNTS + "if n == 2: import os; os._exit(3)\n    return 2 * A", "import os\ndef apply(f, x):\n    x = f(f(f(x)))\n    if np.ndim(x): os._exit(3)\n    return x"),
    "changes its input once": (COUNTS + "B = 2 * A\n    if n == 2: A[:] = 0\n    return B", APPLY),
    "calls more often": (RIGHT, "def apply(f, x):\n    f(x); return f(f(f(x)))"),
    "calls once more at the end": (RIGHT, "def apply(f, x):\n    y = f(f(f(x))); f(x); return y"),
    "calls in another order": (RIGHT, "def apply(f, x):\n    f(x + 1); return f(f(f(x)))"),
    "keeps what it is given": (RIGHT, "kept = []\ndef apply(f, x):\n    kept.append(f); return kept[0](f(f(x))) if np.ndim(x) == 0 else f(f(f(x)))"),
    "raises": ("def double(A):\n    raise ValueError(A)", "def apply(f, x):\n    f(x); raise KeyError(x)"),
    "nothing": ("def double(A):\n    raise NotImplementedError", "apply = None"),
    "another name": ("def two(A):\n    return 2 * A\ndouble = two", "apply = lambda f, x: f(f(f(x)))"),
    "objects": ("class Odd(np.ndarray): pass\ndef double(A):\n    return (2 * A).view(Odd)", "def apply(f, x):\n    return (f(f(f(x))), apply)[0]"),
}


@pytest.mark.parametrize("what", CASES)
def test_no_verdict_depends_on_what_is_remembered(course, what):
    """Points, statuses, texts and what the checks have seen: asked one by one or ahead, after right submissions or as the first."""
    assignment, graders, warm, _ = course
    mine = notebook(assignment, *CASES[what])
    expected = graders.grade(mine, graders.script(ahead=False))
    for (_, streak), script in warm.items():
        script.streak = streak
        found = graders.grade(mine, script)
        assert found.grade == expected.grade
        assert found.is_like(expected)


@pytest.mark.parametrize(("apply", "again"), [(APPLY, []), (CASES["keeps what it is given"][1], [{"alone": True}])])
def test_whoever_calls_a_function_that_was_not_given_is_graded_anew(course, monkeypatch, apply, again):
    """It would have been given had its check not been remembered: then nothing is, for this submission."""
    assignment, graders, warm, _ = course
    made = []
    monkeypatch.setattr(grade_one, "Script", lambda **how: made.append(how) or Script(**how))
    graders.grade(notebook(assignment, RIGHT, apply), warm[False, 0])
    assert made == again


def test_a_sample_of_the_course_is_graded_alike():
    """Variants, mistakes, right and wrong cases of a1 in two orders; `recalled.py` does it with all of them, and of a3 and a4."""
    course = assignment("a1")
    some = dict(list(notebooks(course).items())[::75])
    assert len(some) > 3
    with grading_zygote([ROOT / "solutions"]) as zygote:
        assert differing(some, Graders(course, zygote), 0) == []


runs = []


@check("q1", points=1)
def once(double):
    """A check that says when it runs."""
    runs.append(1)
    expect(double, np.arange(3.0)).equals(2 * np.arange(3.0))


@check("q1", points=1)
def unlike(double):
    """A check that never asks the same twice."""
    runs.append(1)
    expect(double, np.arange(float(len(runs)))).equals(2 * np.arange(float(len(runs))))


@pytest.fixture
def ask(course):
    """Run a check on a function in a new session with a memory: (what failed, trace)."""
    runs.clear()
    sessions = []

    def asked(recall, one, source, explained=False):
        session = course[3].session(LIMITS)
        sessions.append(session)
        session.run_cell(f"import numpy as np\nn = 0\n{source}")
        return recall.trace(one.__check__, session, Environment(session), explained=explained)

    asked.sessions = sessions
    yield asked
    for session in sessions:
        session.close()


def test_a_check_is_not_run_once_its_answers_are_known(ask):
    """It runs for the first two; who answers otherwise, or in an otherwise other run, has it run again."""
    recall = Recall()
    found = [ask(recall, once, RIGHT)[0] for _ in range(5)]
    assert found == [None] * 5 and len(runs) == 2
    record, _ = ask(recall, once, "def double(A): return 3 * A")
    assert record.kind == "value" and len(runs) == 3
    assert ask(recall, once, RIGHT, explained=True)[0] is None and len(runs) == 4
    assert ask(recall, once, "def double(A): return A + A")[0] is None and len(runs) == 4


def test_what_was_seen_can_be_told_when_the_session_is_gone(ask):
    """The trace of a check that was not run is the one it would have had."""
    recall = Recall()
    traces = [ask(recall, once, RIGHT)[1] for _ in range(3)]
    for session in ask.sessions:
        session.close()
    told = traces[2]()
    assert len(told) == len(traces[0]) and np.array_equal(told[0].value, traces[0][0].value)
    assert told.asked[0].name == "double"


def test_a_check_that_asks_otherwise_each_time_is_not_remembered(ask):
    """Nothing is believed before a whole conversation came twice; a contradiction ends it for good, and the session."""
    recall = Recall()
    assert [ask(recall, unlike, RIGHT)[0] for _ in range(3)] == [None] * 3 and len(runs) == 3
    recall = Recall()
    for _ in range(3):
        runs.clear()
        assert ask(recall, unlike, RIGHT)[0] is None
    runs.append(1)
    with pytest.raises(Strayed):
        ask(recall, unlike, "def double(A): return 2 * A + 1e-16")
    assert ask.sessions[-1].lost is not None
    assert ask(recall, unlike, RIGHT)[0] is None and len(runs) == 3


def test_a_session_that_ends_after_its_last_answer_has_passed(ask):
    """And is lost for the next one, as without any memory."""
    recall = Recall()
    source = "import os, threading\ntold = threading.Event()\ndef double(A):\n    threading.Thread(target=lambda: (told.wait(), os._exit(3))).start()\n    return 2 * A"
    for _ in range(3):
        assert ask(recall, once, source)[0] is None
    session = ask.sessions[-1]
    session.run_cell("told.set()")
    for recall in (recall, Recall()):
        with pytest.raises(SessionLost):
            while True:
                recall.trace(once.__check__, session, Environment(session), explained=False)


def test_memory_is_bounded(ask, monkeypatch):
    """Whoever passes in ever new ways makes room for the next; what passed before is run again."""
    monkeypatch.setattr(module, "_CHECK", 4000)
    recall = Recall()
    for number in range(12):
        assert ask(recall, once, f"def double(A):\n    print({number}); return 2 * A")[0] is None
        assert 0 < recall._size <= 4000
    assert recall._size == sum(tree.size for tree in recall._trees.values())
