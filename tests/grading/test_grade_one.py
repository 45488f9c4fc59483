"""One submission through the real sandbox: every way to fail has its status and costs its own question only."""

import json
from types import MappingProxyType

import pytest

import autograder.grading.grade_one as module
from autograder.course import load, student_notebook
from autograder.grading.grade_one import grade_one
from autograder.grading.known_mistakes import KnownMistakes
from autograder.grading.replay import grading_zygote
from autograder.grading.verdicts import Grade, QuestionResult, Submission
from autograder.sandbox import Limits
from tests.tiny_course import HIDDEN, MISTAKES, NOTEBOOK, PUBLIC, REFERENCE, SOURCES, write_course

# A second question that builds on the first, so that what one question does to another can be seen.
TWO = {
    **SOURCES,
    "assignments/a9_tiny/notebook.py": NOTEBOOK
    + '''
# %% [markdown] question="q3" points=4 functions="quadruple" builds_on="double"
# ## Quadruple it

# %% tags=["stub"]
def quadruple(A):
    """4 * A."""
    raise NotImplementedError("q3: write quadruple")
''',
    "assignments/a9_tiny/checks.py": PUBLIC
    + '''
@check("q3", points=1)
def four_times(quadruple):
    """[1, 2] becomes [4, 8]."""
    expect(quadruple, np.array([1.0, 2.0])).equals(np.array([4.0, 8.0]))
''',
    "solutions/a9_tiny/checks.py": HIDDEN
    + '''
@check("q3", points=3, hidden=True)
def four_times_any(quadruple):
    """Any array is quadrupled."""
    A = np.arange(7.0)
    expect(quadruple, A).equals(expected_from(reference.quadruple, A))
''',
    "solutions/a9_tiny/reference.py": REFERENCE
    + '''
def quadruple(A):
    """4 * A."""
    return double(double(A))
''',
    "solutions/a9_tiny/mistakes.py": MISTAKES
    + '''
from .reference import double

@mistake("quadruple", hints=("How often?", "Twice.", "There."))
def doubles_once(A):
    """Doubles once instead of twice."""
    return double(A)
''',
}
RIGHT = {"q1": "def double(A):\n    return 2 * A", "q3": "def quadruple(A):\n    return double(double(A))"}
QUICK = Limits(call_seconds=1.5, cell_seconds=3.0, memory_mb=512)


@pytest.fixture(scope="module")
def grader(tmp_path_factory):
    """Grade a notebook with the given code in the place of its stubs."""
    root = write_course(tmp_path_factory.mktemp("course"), TWO)
    assignment = load(root, "a9")
    mistakes = KnownMistakes(assignment)
    with grading_zygote([root / "solutions"]) as zygote:

        def grade(extra_cells=(), kept=MappingProxyType({}), computations=(), **sources):
            notebook = student_notebook(assignment, sources)
            (room,) = [number for number, cell in enumerate(notebook["cells"]) if "answer" in cell["metadata"].get("tags", ())]
            notebook["cells"][room:room] = [{"cell_type": "code", "source": source} for source in computations]
            notebook["cells"] += [{"cell_type": "code", "source": source} for source in extra_cells]
            return grade_one(zygote, assignment, Submission("ada", "ada", notebook, "digest"), mistakes, QUICK, kept=kept)

        def grade_cells(*sources):
            cells = [{"cell_type": "code", "source": source} for source in sources]
            return grade_one(zygote, assignment, Submission("ada", "ada", {"cells": cells}, "digest"), mistakes, QUICK)

        grade.cells = grade_cells
        yield grade


@pytest.fixture
def graded_cells(grader):
    """Grade a notebook of these code cells."""
    return grader.cells


def statuses(grade):
    """Status of each question."""
    return {question.question: question.status for question in grade.questions}


def test_right_code_earns_everything(grader):
    """Right functions earn all points there are."""
    grade = grader(**RIGHT)
    assert (grade.status, grade.earned, grade.possible) == ("graded", 9, 9)


def test_computations_of_written_answers_are_kept_with_their_last_value(grader):
    """The cells of a written question: what they print and what they end with; of other cells only what they print."""
    grade = grader(["double(4.5)"], computations=["print(double(1.5))\ndouble(np.array([0.25]))", "double(2.25);"], q1=RIGHT["q1"] + "\n\ndouble(3.5)", q3=RIGHT["q3"])
    (answer,) = grade.answers
    assert [grade.cells[number].stdout for number in answer.cells] == ["3.0\narray([0.5])\n", ""]
    assert not any(value in cell.stdout for cell in grade.cells for value in ("7.0", "9.0"))


@pytest.mark.parametrize(
    ("first", "said"),
    [
        ('grader = Notebook("a3.ipynb")', "This notebook defines none of the functions of a9: it is the notebook of a3"),
        ("import numpy", "This notebook defines none of the functions of a9: is it another one?"),
        ('grader = Notebook("a3.ipynb")\ndef double(A)', ""),
    ],
    ids=["another assignment", "anything", "a slip"],
)
def test_the_notebook_of_something_else_is_told_as_such(graded_cells, first, said):
    """Where every function is missing and no cell tries to define one."""
    grade = graded_cells(first, "print(1)")
    assert set(statuses(grade).values()) == {"missing"}
    assert (grade.status, grade.problem) == ("graded", said)


def test_blank_earns_nothing_and_is_not_wrong(grader):
    """Stubs as released are not attempted, which is not wrong."""
    grade = grader()
    assert grade.earned == 0
    assert statuses(grade) == {"q1": "not attempted", "q3": "not attempted"}


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("    return 3 * A", "wrong"),
        ("    2 * A", "wrong"),
        ("    return [2 * a for a in A]", "wrong"),
        ("    return 2 * B", "raised"),
        ("    import sys; sys.exit(0)", "raised"),
        ("    raise KeyboardInterrupt", "raised"),
        ("    raise NotImplementedError", "not attempted"),
        ("    while True: pass", "timeout"),
        ("    import time; time.sleep(60)", "timeout"),
        ("    import os; os._exit(0)", "crashed"),
        ("    import ctypes; ctypes.string_at(0)", "crashed"),
        ("    return np.ones(10**12)", "memory"),
        ("    return A.view(np.matrix) * 2", "wrong"),
        ("    return lambda: 2 * A", "wrong"),
    ],
)
def test_each_failure_costs_its_own_question_only(grader, body, status):
    """Whatever `double` does, its question has the right status and the other keeps its points."""
    grade = grader(q1=f"def double(A):\n{body}", q3="def quadruple(A):\n    return 4 * A")
    assert statuses(grade) == {"q1": status, "q3": "passed"}
    assert grade.earned == 4


@pytest.mark.parametrize(
    "cell",
    ["while True: pass", "import os; os._exit(1)", "import sys; sys.exit()", "1 / 0", "import ctypes; ctypes.string_at(0)", "def (:"],
)
def test_bad_cell_leaves_the_functions_gradable(grader, cell):
    """A cell that fails, hangs or ends the process is left out; the functions in other cells keep their points."""
    assert grader(extra_cells=[cell], **RIGHT).earned == 9


def test_function_that_is_not_defined_is_missing(grader):
    """A cell with a syntax error defines nothing: its question is missing and the message says why."""
    grade = grader(q1="def double(A:\n    return A", q3="def quadruple(A):\n    return 4 * A")
    assert statuses(grade) == {"q1": "missing", "q3": "passed"}
    assert "SyntaxError" in grade.questions[0].verdicts[0].record.message


def test_known_mistake_is_named_with_its_hints(grader):
    """Code that gives a known mistake's numbers is told its name, on public and hidden checks."""
    grade = grader(q1="def double(A):\n    return A * A", q3="def quadruple(A):\n    return 4 * A")
    assert {verdict.record.mistake for verdict in grade.questions[0].verdicts} == {"Squares instead of doubling."}
    assert grade.questions[0].verdicts[0].record.hints == ("what?", "the rule", "where")


def test_a_known_mistake_needs_no_diagnosis(grader, monkeypatch):
    """Where one is named, no check runs again to be explained in its question's own session; where none is, the failed ones do."""
    run, again = module.run_check, []

    def noting(check, replay, clock, share, *, explained, recall=None):
        if recall is None and explained:
            again.append(check.name)
        return run(check, replay, clock, share, explained=explained, recall=recall)

    monkeypatch.setattr(module, "run_check", noting)
    grader(q1="def double(A):\n    return A * A", q3="def quadruple(A):\n    return 4 * A")
    assert not again
    grader(q1="def double(A):\n    return 3 * A - 1", q3="def quadruple(A):\n    return 4 * A")
    assert again


def test_unknown_mistake_is_not_named(grader):
    """Numbers no known mistake gives are not given a name."""
    grade = grader(q1="def double(A):\n    return 3 * A - 1")
    assert {verdict.record.mistake for verdict in grade.questions[0].verdicts} == {""}


def test_poisoned_global_costs_its_own_question(grader):
    """A function that spoils numpy for everyone does not spoil the other question, which is confirmed on its own."""
    body = "def double(A):\n    import numpy\n    numpy.ndarray.__mul__ = None\n    np.asarray = np.array = lambda *a, **k: 0\n    globals()['quadruple'] = lambda A: 0\n    return 0"
    grade = grader(q1=body, q3="def quadruple(A):\n    return 4 * A")
    assert statuses(grade)["q3"] == "passed"


def test_error_is_carried_forward(grader):
    """A question that is right but builds on a wrong one gets its points; both scores are kept."""
    grade = grader(q1="def double(A):\n    return 2 * A + 1", q3=RIGHT["q3"])
    carried = grade.questions[1]
    assert (carried.earned, carried.own, carried.carried, carried.status) == (4, 0, ("double",), "passed")
    assert grade.questions[0].earned == 0


def test_wrong_code_gains_nothing_by_carrying(grader):
    """A question that is wrong by itself stays wrong with right predecessors."""
    grade = grader(q1="def double(A):\n    return 2 * A + 1", q3="def quadruple(A):\n    return double(A) + 1")
    assert grade.questions[1].earned == 0
    assert grade.questions[1].carried == ()


def test_reference_is_no_oracle_for_its_own_question(grader):
    """While `double` is judged, no session has ever been given the right `double`."""
    keeps = "def quadruple(A):\n    import builtins\n    builtins.right = double\n    return double(double(A))"
    cheats = "def double(A):\n    import builtins\n    return builtins.right(A)"
    grade = grader(q1=cheats, q3=keeps)
    assert grade.questions[0].earned == 0


def test_reference_cannot_be_read_through_the_callback(grader):
    """The right function is handed in as something that can be called and shows nothing else."""
    peeks = "def quadruple(A):\n    raise ValueError(str(getattr(double, '__code__', None)) + str(vars(type(double)).keys()) + repr(getattr(double, '__globals__', None)))"
    grade = grader(q1="def double(A):\n    return 0 * A", q3=peeks)
    told = json.dumps(grade.to_dict())
    assert "_FACTOR" not in told
    assert "A * k" not in told


def test_grades_survive_json(grader):
    """A grade comes back from JSON as it was."""
    grade = grader(q1="def double(A):\n    return 2 * A + 1", q3=RIGHT["q3"])
    assert Grade.from_dict(json.loads(json.dumps(grade.to_dict()))) == grade


def test_unreadable_submission_has_a_record(grader, tmp_path):
    """A submission that could not be read is a grade with the reason."""
    grade = grade_one(None, None, Submission("ada", "ada", None, "d", problem="The file is empty."), None)
    assert (grade.status, grade.problem) == ("unreadable", "The file is empty.")


def test_mistake_is_named_behind_a_broken_predecessor(grader):
    """With right predecessors a wrong question gives a known mistake's numbers, and is told its name."""
    grade = grader(q1="def double(A):\n    return 2 * A + 1", q3="def quadruple(A):\n    return double(A)")
    assert {verdict.record.mistake for verdict in grade.questions[1].verdicts} == {"Doubles once instead of twice."}


@pytest.mark.parametrize("later", ["double = 2", "def double(A):\n    return 'scratch'", "del double"])
def test_later_use_of_the_name_does_no_harm(grader, later):
    """A question counts as of its check cell, as with Otter: what a later cell does to the name is another matter."""
    grade = grader(extra_cells=[later], q1=RIGHT["q1"], q3="def quadruple(A):\n    return 4 * A")
    assert statuses(grade) == {"q1": "passed", "q3": "passed"}


def test_function_below_its_check_cell_counts(grader):
    """A function that is only written in a later cell is found there."""
    assert grader(extra_cells=[RIGHT["q1"]], q1="pass", q3="def quadruple(A):\n    return 4 * A").earned == 9


def test_a_result_that_is_kept_stands_and_its_checks_are_not_run(grader):
    """Whatever the code says now; and a later question is judged by how the kept one ended, errors carried forward too."""
    stands = QuestionResult("q1", 5.0, 1.0, "wrong")
    grade = grader(kept={"q1": stands}, q1="def double(A):\n    return 3 * A", q3=RIGHT["q3"])
    assert grade.questions[0] is stands
    assert (grade.questions[1].earned, grade.questions[1].carried) == (4, ("double",))
    grade = grader(kept={"q1": QuestionResult("q1", 5.0, 5.0, "passed")}, q1="def double(A):\n    return 3 * A", q3=RIGHT["q3"])
    assert (grade.questions[1].earned, grade.questions[1].carried) == (0, ())
