"""The results file keeps every grade, mixes nothing, and says what is wrong when it cannot be used."""

from __future__ import annotations

import dataclasses
import os
import sqlite3
import sys
from contextlib import closing

import pytest

from autograder.grading.store import Store, StoreError
from autograder.grading.verdicts import Grade
from tests.grading.grades import BASIS, grade, partly, submission, unreadable


@pytest.fixture
def path(tmp_path):
    return tmp_path / "out" / "results.sqlite"


def put(store, one):
    store.put(store.basis.key(submission(one.submission)), one)


def test_what_is_put_comes_back_equal_after_reopening(path):
    """Verdicts, records, cells, seconds: everything."""
    grades = [partly("ada"), grade("blaise"), unreadable("carl")]
    with Store(path, BASIS) as store:
        for one in grades:
            put(store, one)
    with Store(path, BASIS) as store:
        assert list(store.grades()) == grades
        assert store.done(BASIS.key(submission("ada"))).grade == grades[0]
        assert store.done(BASIS.key(submission("dora"))) is None


def test_grades_come_in_the_order_of_names(path):
    """Whatever order they were graded in."""
    with Store(path, BASIS) as store:
        for name in ("carl", "ada", "blaise"):
            put(store, grade(name))
        assert [one.submission for one in store.grades()] == ["ada", "blaise", "carl"]
        assert len(store) == 3


def test_a_changed_submission_takes_the_place_of_the_old_one(path):
    """One row per name; the old content is not found any more."""
    before, after = submission("ada", "before"), submission("ada", "after")
    with Store(path, BASIS) as store:
        store.put(BASIS.key(before), partly("ada"))
        assert store.done(BASIS.key(after)) is None
        store.put(BASIS.key(after), grade("ada"))
        assert list(store.grades()) == [grade("ada")]


def test_two_students_with_the_same_code_have_a_grade_each(path):
    """The name is part of the key."""
    with Store(path, BASIS) as store:
        for name in ("ada", "blaise"):
            store.put(BASIS.key(submission(name, "same")), grade(name))
        assert [one.submission for one in store.grades()] == ["ada", "blaise"]


@pytest.mark.parametrize("change", [{"assignment_digest": "e" * 64}, {"grader": "0.2.0"}, {"settings": {"timeout": "20"}}], ids=lambda change: next(iter(change)))
def test_grades_on_another_basis_are_kept_apart(path, change):
    """After the checks, the grader or a limit changed, nothing old is found or shown; going back finds it again."""
    with Store(path, BASIS) as store:
        put(store, grade("ada"))
    other = dataclasses.replace(BASIS, **change)
    with Store(path, other) as store:
        assert store.done(other.key(submission("ada"))) is None
        assert list(store.grades()) == []
        put(store, partly("ada"))
    with Store(path, BASIS) as store:
        assert list(store.grades()) == [grade("ada")]


@pytest.mark.parametrize("change", [{"isolation": "other"}, {"versions": {"numpy": "3"}}, {"note": "made up"}], ids=lambda change: next(iter(change)))
def test_what_is_only_told_does_not_change_the_basis(path, change):
    """Remarks and versions of libraries are shown, and regrade nothing."""
    with Store(path, BASIS) as store:
        put(store, grade("ada"))
    with Store(path, dataclasses.replace(BASIS, **change)) as store:
        assert store.done(BASIS.key(submission("ada"))).grade == grade("ada")
        assert getattr(store.basis, *change) == next(iter(change.values()))


def test_a_reader_sees_the_basis_of_the_last_grading(path):
    """`autograder report DIR` needs the results file and nothing else."""
    other = dataclasses.replace(BASIS, grader="0.2.0")
    for basis in (BASIS, other, BASIS):
        with Store(path, basis) as store:
            put(store, grade("ada"))
    with Store(path) as store:
        assert store.basis == BASIS
        assert [one.submission for one in store.grades()] == ["ada"]


def test_a_submission_on_which_the_grader_failed_is_graded_again(path):
    """Its record is shown, and does not count as done."""
    with Store(path, BASIS) as store:
        put(store, Grade("ada", "ada", "d", "failed", "The grader failed."))
        assert store.done(BASIS.key(submission("ada"))) is None
        assert [one.status for one in store.grades()] == ["failed"]


def test_a_second_writer_is_told_to_wait(path):
    """Two runs into one folder would grade everything twice."""
    with Store(path, BASIS), pytest.raises(StoreError, match="another run is writing"):
        Store(path, BASIS)
    Store(path, BASIS).close()


def test_the_lock_goes_with_its_run(path):
    """Also if a run that was killed has left it; and a run takes away no lock but its own."""
    path.parent.mkdir(parents=True)
    lock = path.with_name(f".{path.name}.lock")
    lock.touch()
    with Store(path, BASIS):
        assert lock.exists()
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
    with Store(path, BASIS):
        lock.unlink()
        lock.write_text("of another run")
    assert lock.read_text() == "of another run"


def test_results_can_be_read_while_they_are_written(path):
    """A report half way is a reasonable wish."""
    with Store(path, BASIS) as writer:
        put(writer, grade("ada"))
        with Store(path) as reader:
            assert [one.submission for one in reader.grades()] == ["ada"]


def test_another_assignment_needs_another_folder(path):
    """Results of two assignments in one file would give one table of both."""
    Store(path, BASIS).close()
    with pytest.raises(StoreError, match="holds results of a1, not of a2: choose another folder"):
        Store(path, dataclasses.replace(BASIS, assignment="a2"))


def foreign(path):
    sqlite3.connect(path).execute("CREATE TABLE photos (name TEXT)").connection.close()


def newer(path):
    Store(path, BASIS).close()
    with closing(sqlite3.connect(path)) as connection:  # closed here, or the file changes once more when it is
        connection.execute("PRAGMA user_version = 99")


def torn(path):
    with Store(path, BASIS) as store:
        for i in range(200):
            put(store, partly(f"s{i:03}"))
    data = bytearray(path.read_bytes())
    data[4096:] = os.urandom(len(data) - 4096)
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda path: path.write_bytes(b"not a database " * 1000), "damaged or not a results file"),
        (foreign, "database of another program"),
        (newer, "another version of the grader"),
        (torn, "damaged or not a results file"),
        (lambda path: path.mkdir(), "cannot be written"),
    ],
    ids=["garbage", "foreign", "newer", "torn", "folder"],
)
def test_a_file_that_is_not_ours_is_refused_in_words(path, spoil, sentence):
    """And it is left as it is."""
    path.parent.mkdir()
    spoil(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(StoreError, match=sentence), Store(path, BASIS) as store:
        list(store.grades())
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path):
    """--out below a file."""
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="cannot be written .* choose another folder with --out"):
        Store(tmp_path / "file" / "results.sqlite", BASIS)


def test_a_read_only_folder_is_a_sentence(tmp_path):
    """As an ordinary user; root may write anywhere, so root becomes one for the time of the test."""
    tmp_path.chmod(0o555)
    for parent in tmp_path.parents[:2]:
        parent.chmod(0o755)
    user = os.geteuid()
    try:
        if user == 0:
            os.seteuid(65534)
        with pytest.raises(StoreError, match="cannot be written"):
            Store(tmp_path / "results.sqlite", BASIS)
    finally:
        os.seteuid(user)
        tmp_path.chmod(0o755)


def test_a_reader_without_results_is_told_to_grade_first(tmp_path):
    """Neither a missing nor an empty file is made into an empty report."""
    with pytest.raises(StoreError, match="grade first"):
        Store(tmp_path / "results.sqlite")
    (tmp_path / "results.sqlite").write_bytes(b"")
    with pytest.raises(StoreError, match="grade first"):
        Store(tmp_path / "results.sqlite")


@pytest.mark.skipif(sys.platform != "linux", reason="a limit on the size of files stands in for a full disk")
def test_a_full_disk_is_a_sentence_and_costs_nothing_that_was_stored(path):
    """No file may grow beyond 100 kB for a while: the store says so, keeps what it has, and goes on when there is room."""
    import resource

    names = [f"s{number:03}" for number in range(300)]
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    stored = []
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limits[1]))
        with pytest.raises(StoreError, match="nothing graded so far is lost: make room and run the same command again"), Store(path, BASIS) as store:
            for name in names:
                put(store, partly(name))
                stored.append(name)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert 0 < len(stored) < len(names)
    with Store(path, BASIS) as store:
        assert [one.submission for one in store.grades()] == stored
        for name in names:
            put(store, partly(name))
        assert len(store) == len(names)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
