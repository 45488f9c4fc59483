"""Marks of written answers: a history that loses nothing, and nobody who overwrites somebody else unawares."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from autograder.grading.basis import GradedQuestion
from autograder.grading.by_hand import CHANGED, GRADED, WAITING, by_hand
from autograder.grading.marks import Mark, Marks, Stale, answer_digest
from autograder.grading.store import Store, StoreError
from autograder.grading.verdicts import WrittenAnswer
from tests.grading.grades import BASIS, grade, submission, unreadable

QUESTION = GradedQuestion("q12", "Say why", 6.0)
WRITTEN = replace(BASIS, written=(QUESTION,))
ANSWER = WrittenAnswer("q12", "Because b / 2 + b / 2 = b.")
MARK = Mark("ada", "q12", answer_digest(ANSWER), "rubric", (None, None), 6.0, grader="Grace")


@pytest.fixture
def path(tmp_path):
    """A results file with three graded submissions and one that could not be read."""
    path = tmp_path / "results.sqlite"
    with Store(path, WRITTEN) as store:
        for one in (*(replace(grade(name), answers=(ANSWER,)) for name in ("ada", "blaise", "carl")), unreadable("dora")):
            store.put(store.basis.key(submission(one.submission)), one)
    return path


@pytest.fixture
def marks(path):
    with Marks(path) as marks:
        yield marks


def given(marks, version, *points, **more):
    return marks.save(replace(MARK, points=points, **more), version)


def test_a_saved_mark_is_in_the_file(marks, path):
    """Another connection, as after kill -9, finds it; no close is needed."""
    saved = given(marks, 0, 2.0, None)
    with Marks(path) as other:
        assert other.last("q12", "ada") == saved
        assert (saved.earned, saved.done, saved.grader) == (2.0, False, "Grace")


def test_every_change_stays_in_the_history(marks):
    """The table only grows, whatever is given, taken back or undone."""
    first = given(marks, 0, 2.0, None)
    second = given(marks, first.number, 0.0, 1.0)
    third = marks.undo("q12", "ada", second.number, "Grace")
    assert [one.points for one in marks.history("q12", "ada")] == [(2.0, None), (0.0, 1.0), (2.0, None)]
    assert marks.last("q12", "ada") == third


def test_undo_walks_back_to_the_beginning_and_stops(marks):
    """Each undo takes back one more change; the last leaves the answer untouched."""
    version = 0
    for points in ((1.0, None), (1.0, 2.0), (1.0, 3.0)):
        version = given(marks, version, *points).number
    seen = []
    while (mark := marks.undo("q12", "ada", version, "Grace")) is not None:
        seen.append(mark.points)
        version = mark.number
    assert seen == [(1.0, 2.0), (1.0, None), (None, None)]


def test_a_change_after_an_undo_can_be_undone(marks):
    """The way back leads over what was undone, not through it."""
    first = given(marks, 0, 1.0, None)
    second = given(marks, first.number, 2.0, None)
    undone = marks.undo("q12", "ada", second.number, "Grace")
    third = given(marks, undone.number, 3.0, None)
    assert marks.undo("q12", "ada", third.number, "Grace").points == (1.0, None)


def test_what_was_typed_in_one_go_is_undone_in_one_go(marks):
    """Drafts are saved while typing; an undo goes back to before the first of them."""
    version = given(marks, 0, 1.0, None).number
    for text in ("W", "Wh", "Why?"):
        version = given(marks, version, 1.0, None, comment=text, action="comment").number
    undone = marks.undo("q12", "ada", version, "Grace")
    assert (undone.comment, undone.points) == ("", (1.0, None))
    assert [one.comment for one in marks.history("q12", "ada")] == ["", "W", "Wh", "Why?", ""]


def test_who_comes_second_is_told_and_overwrites_nothing(marks, path):
    """Two graders had the same mark before them: the second save is refused with what the first one gave."""
    with Marks(path) as other:
        given(marks, 0, 2.0, None)
        with pytest.raises(Stale) as stale:
            given(other, 0, 0.0, 0.0, grader="Alan")
        with pytest.raises(Stale):
            other.undo("q12", "ada", 0, "Alan")
    assert (stale.value.mark.grader, stale.value.mark.points) == ("Grace", (2.0, None))
    assert len(marks.history("q12", "ada")) == 1


def test_like_answers_get_the_mark_together(marks):
    """All of them in one transaction, and an undo takes it back from all."""
    saved = marks.save(replace(MARK, points=(3.0, 1.0), done=True), 0, others=("blaise", "carl"))
    assert {mark.submission: mark.earned for mark in marks.all()} == {"ada": 4.0, "blaise": 4.0, "carl": 4.0}
    marks.undo("q12", "ada", saved.number, "Grace", others=("blaise", "carl"))
    assert {mark.submission: (mark.earned, mark.done) for mark in marks.all()} == dict.fromkeys(("ada", "blaise", "carl"), (0.0, False))


def test_a_newer_mark_of_a_like_answer_counts_too(marks):
    """The version is that of the newest entry of all who said the same."""
    marks.save(replace(MARK, submission="carl", points=(1.0, 1.0)), 0)
    with pytest.raises(Stale):
        marks.save(MARK, 0, others=("carl",))


@pytest.mark.parametrize("points", [(-1.0, 0.0), (float("nan"), 0.0), (float("inf"), 0.0), (4.0, 3.0)])
def test_points_out_of_range_are_refused(points, marks):
    """Nothing below 0, nothing above the question's points, numbers only; and nothing is stored."""
    with pytest.raises(ValueError):
        given(marks, 0, *points)
    assert marks.newest() == 0


def test_a_mark_stays_with_the_text_it_was_given_for(marks, path):
    """Graded again with the same answer it counts; with another answer it waits."""
    given(marks, 0, 4.0, 1.0, done=True, comment="Fine.")
    with Store(path) as store:
        same, *_ = store.grades()
    read = by_hand(path, WRITTEN)
    assert [(one.status, one.earned, one.comment) for one in read.of(replace(same, digest="code changed"))] == [(GRADED, 5.0, "Fine.")]
    changed = replace(same, answers=(WrittenAnswer("q12", "Because."),))
    assert [(one.status, one.earned) for one in read.of(changed)] == [(CHANGED, None)]


def test_spacing_is_no_change():
    """Line breaks and ways to encode a letter make no other answer; a letter and a picture do."""
    text = "e\u0301 = 1,\n  then 2"
    assert answer_digest(WrittenAnswer("q1", text)) == answer_digest(WrittenAnswer("q9", "\u00e9 = 1, then 2 "))
    assert answer_digest(WrittenAnswer("q1", text)) != answer_digest(WrittenAnswer("q1", text + "."))
    assert answer_digest(WrittenAnswer("q1", text)) != answer_digest(WrittenAnswer("q1", text, (("a", "image/png", "AA"),)))


def test_points_count_when_the_grader_was_through(marks, path):
    """A draft is nobody's grade; what waits says so; a submission that cannot be read has no answers."""
    draft = given(marks, 0, 4.0, None)
    before = by_hand(path, WRITTEN)
    with Store(path) as store:
        grades = list(store.grades())
    assert (before.started, before.possible) == (False, 0.0)
    assert {one.status for one in before.of(grades[0])} == {WAITING}
    given(marks, draft.number, 4.0, 0.0, done=True)
    after = by_hand(path, WRITTEN)
    assert (after.started, after.possible, after.earned(grades[0])) == (True, 6.0, 4.0)
    assert [one.status for grade in grades for one in after.of(grade)].count(WAITING) == 2
    assert after.of(grades[3]) == ()


def test_reading_leaves_the_file_as_it_is(path):
    """A report on a class without marks adds nothing to it."""
    assert by_hand(path, WRITTEN).marks == {}
    with closing(sqlite3.connect(path)) as file:
        assert not file.execute("SELECT 1 FROM sqlite_master WHERE name = 'written'").fetchone()


def test_without_results_a_sentence(tmp_path):
    """Nothing is created."""
    with pytest.raises(StoreError, match="grade first"):
        Marks(tmp_path / "results.sqlite")
    assert not list(tmp_path.iterdir())
