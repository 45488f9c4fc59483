"""What is graded again and what stands: after a changed check, on request, after an interruption."""

from __future__ import annotations

import dataclasses
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest

from autograder.grading.agenda import Wish, WishError, grade_task
from autograder.grading.basis import Basis, GradedQuestion
from autograder.grading.schedule import grade_many
from autograder.grading.store import Store
from autograder.grading.verdicts import Grade, QuestionResult, Task
from tests.grading.grades import submission

QUESTIONS = ("q1", "q2", "q3")
CLASS = tuple(submission(name) for name in ("ada", "blaise", "carl"))


def basis(**digests):
    """A basis whose questions have the digests given; "1" if none is."""
    questions = tuple(GradedQuestion(name, name, 1.0, digests.get(name, "1")) for name in QUESTIONS)
    return Basis("a1", "Title", questions, assignment_digest=str(sorted(digests.items())), grader="0.1.0")


class Grader:
    """Grades as told, and writes down what it was asked to run."""

    def __init__(self, **statuses):
        self.log = {}
        self.statuses = statuses  # by name and question, "passed" if nothing else is said
        self.count = 0

    def __call__(self, task):
        name = task.submission.name
        kept = {result.question: result for result in task.earlier if result.question not in task.again}
        self.log[name] = [question for question in QUESTIONS if question not in kept]
        made = []
        for question in QUESTIONS:
            self.count += 1
            status = self.statuses.get(f"{name}_{question}", "passed")
            made.append(kept.get(question) or QuestionResult(question, 1.0, float(status == "passed"), status, own_earned=float(self.count)))
        if self.statuses.get(name) == "dies":
            raise RuntimeError("gone")
        return Grade(name, name, task.submission.digest, "graded", self.statuses.get(name, ""), tuple(made))


@pytest.fixture
def run(tmp_path):
    """Grade the class on a basis with a grader, and say what was run for whom."""

    def grade(on=basis(), grader=None, only="", retry="", submissions=CLASS, on_done=lambda finished: None):
        grader = grader or Grader()
        with Store(tmp_path / "results.sqlite", on) as store, ThreadPoolExecutor(1) as executor:
            grade.summary = grade_many(submissions, store, grader, executor, in_flight=1, on_done=on_done, wish=Wish.of(on, only, retry))
            grade.table = {one.submission: {result.question: result.status for result in one.questions} for one in store.grades()}
        return grader.log

    return grade


EVERYTHING = dict.fromkeys(("ada", "blaise", "carl"), list(QUESTIONS))


def only(*questions):
    """These questions, for the whole class."""
    return dict.fromkeys(EVERYTHING, list(questions))


def test_a_changed_question_is_the_only_one_run_again(run):
    """The results of the others are taken over."""
    assert run() == EVERYTHING
    assert run(basis(q2="2"), Grader(ada_q2="wrong", ada_q1="never looked at")) == only("q2")
    assert run.table["ada"] == {"q1": "passed", "q2": "wrong", "q3": "passed"}
    assert (run.summary.graded, run.summary.partly, run.summary.outdated) == (3, 3, {})
    assert run(basis(q2="2")) == {}


def test_a_change_that_touches_no_question_runs_nothing(run):
    """Prose, the guide: the table moves to the new basis without a worker."""
    run()
    assert run(dataclasses.replace(basis(), assignment_digest="new prose")) == {}
    assert (run.summary.resumed, sorted(run.table)) == (3, sorted(EVERYTHING))


def test_going_back_to_earlier_checks_finds_their_results(run):
    """Whatever was graded in between; the best of several earlier gradings is taken."""
    run(basis())
    run(basis(q1="2", q2="2"))
    assert run(basis(q1="2", q2="2", q3="2")) == only("q3")
    assert run(basis(q3="2")) == only("q3")  # q1 and q2 of the first run
    assert run(basis()) == {}


def test_a_changed_submission_is_graded_in_full(run):
    """Results belong to what was handed in."""
    run()
    assert run(basis(q2="2"), submissions=[submission("ada", "rewritten")]) == {"ada": list(QUESTIONS)}


@pytest.mark.parametrize("status", ["unreadable", "graded, out of time"])
def test_what_was_not_graded_to_the_end_is_graded_in_full(run, status):
    """Its questions had not the time they would have alone."""
    run(grader=Grader(ada=status))
    assert run(basis(q2="2"))["ada"] == list(QUESTIONS)


def test_only_grades_one_question_again(run):
    """Though nothing has changed; and every time it is asked."""
    run()
    for _ in range(2):
        assert run(only="q3") == only("q3")
    assert run(only="q3,q1") == only("q1", "q3")


def test_only_leaves_other_changes_for_later_and_says_so(run):
    """The next run without it brings up to date what was left."""
    run()
    changed = basis(q1="2", q2="2")
    assert run(changed, only="q2") == only("q2")
    assert run.summary.outdated == {"q1": 3}
    assert run(changed) == only("q1")
    assert (run(changed), run.summary.outdated) == ({}, {})


def test_only_grades_who_has_no_grade_in_full(run):
    """A table with holes would help nobody."""
    run(submissions=CLASS[:1])
    assert run(only="q2") == {**EVERYTHING, "ada": ["q2"]}


def test_retry_grades_the_submissions_with_a_status(run):
    """All of their questions; on request only one."""
    statuses = {"ada_q2": "timeout", "blaise_q1": "crashed", "carl_q3": "wrong"}
    run(grader=Grader(**statuses))
    assert run(retry="timeout,crashed", grader=Grader(**statuses)) == {"ada": list(QUESTIONS), "blaise": list(QUESTIONS)}
    assert run(retry="timeout", only="q1", grader=Grader(**statuses)) == {}
    assert run(retry="timeout", only="q2") == {"ada": ["q2"]}
    assert run(retry="timeout,crashed") == {"blaise": list(QUESTIONS)}
    assert run(retry="timeout,crashed,memory") == {}


def test_retry_finds_statuses_of_a_whole_submission(run):
    """What the grader failed on is graded by any run; what it says is asked for too."""
    run(grader=Grader(ada="dies"))
    assert run.summary.statuses == {"graded": 2, "failed": 1}
    assert run(retry="failed") == {"ada": list(QUESTIONS)}
    assert run(retry="graded") == EVERYTHING


@pytest.mark.parametrize("request_", [{"only": "q3"}, {"retry": "graded"}], ids=["only", "retry"])
def test_an_interrupted_request_goes_on_where_it_was(run, request_):
    """No submission twice, and none forgotten; the same request afterwards is a new one."""
    run()

    def stop(finished):
        raise KeyboardInterrupt

    first = Grader()
    with pytest.raises(KeyboardInterrupt):
        run(grader=first, on_done=stop, **request_)
    assert len(run.table) == 3, "the grades made before are still there"
    second = run(**request_)
    assert sorted([*first.log, *second]) == sorted(EVERYTHING)
    assert sorted(run(**request_)) == sorted(EVERYTHING)


def test_a_grade_is_not_lost_if_the_grader_fails_on_it_the_second_time(run):
    """The earlier results stay in the table, and the same request tries this one again."""
    run(grader=Grader(ada_q1="wrong"))
    run(only="q2", grader=Grader(ada="dies"))
    assert run.summary.statuses == {"graded": 2, "failed": 1}
    assert run.table["ada"]["q1"] == "wrong"
    assert run(only="q2") == {"ada": ["q2"]}


@pytest.mark.parametrize(
    ("wish", "sentence"),
    [
        ({"only": "q1,q9"}, "a1 has no question 'q9' that code checks; it has q1, q2, q3"),
        ({"retry": "late, slow"}, "there is no status 'late', 'slow'; the statuses are passed, wrong"),
    ],
)
def test_an_unknown_question_or_status_is_named_with_those_there_are(wish, sentence):
    """Nothing is graded then."""
    with pytest.raises(WishError, match=sentence):
        Wish.of(basis(), **wish)


def grading(task, builds_on, outcomes):
    """`grade_task` with given outcomes by question; returns the grade and the rounds of what was run."""
    rounds = []

    def grade(kept):
        rounds.append([question for question in QUESTIONS if question not in kept])
        made = [kept.get(question) or QuestionResult(question, 1.0, 0.0, outcomes[question], own_earned=float(len(rounds))) for question in QUESTIONS]
        return Grade("ada", "ada", "d", "graded", "", tuple(made))

    return grade_task(task, builds_on, grade), rounds


@pytest.mark.parametrize(
    ("outcomes", "rounds"),
    [
        ({"q1": "passed", "q2": "passed", "q3": "passed"}, [["q1"]]),
        ({"q1": "wrong", "q2": "passed", "q3": "passed"}, [["q1"], ["q2"]]),
        ({"q1": "wrong", "q2": "wrong", "q3": "passed"}, [["q1"], ["q2"], ["q3"]]),
    ],
)
def test_what_builds_on_a_turned_question_is_run_too(outcomes, rounds):
    """q3 builds on q2, q2 on q1, and errors are carried forward; as long as a question ends as before, nothing follows."""
    earlier = tuple(QuestionResult(question, 1.0, 1.0, "passed") for question in QUESTIONS)
    builds_on = {"q1": frozenset(), "q2": frozenset({"q1"}), "q3": frozenset({"q2"})}
    grade, seen = grading(Task(submission("ada"), earlier, frozenset({"q1"})), builds_on, outcomes)
    assert seen == rounds
    assert {result.question: result.status for result in grade.questions} == outcomes


def test_results_of_the_first_format_are_read_and_carried_on(tmp_path, run):
    """A file of an older version keeps its grades; what stands for a question alone it did not know."""
    run()
    with closing(sqlite3.connect(tmp_path / "results.sqlite")) as connection:
        connection.executescript("""
            DROP INDEX grades_submission; DROP TABLE orders;
            ALTER TABLE grades DROP COLUMN submission; ALTER TABLE grades DROP COLUMN digests; ALTER TABLE grades DROP COLUMN made_in;
            PRAGMA user_version = 1;
        """)
    with Store(tmp_path / "results.sqlite") as store:
        assert len(list(store.grades())) == 3
    assert run() == {}
    assert run(basis(q2="2")) == EVERYTHING
