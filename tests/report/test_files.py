"""The derived files: the same by one process and by several, never half of one, and left alone when nothing changed."""

from __future__ import annotations

import csv
import dataclasses
import json
import os

import pytest

from autograder.grading.files import whole_file
from autograder.grading.store import Store
from autograder.report import helpers, piece
from autograder.report.pages import write_everything, write_report
from tests.report.made_up import BASIS, made_up_class


@pytest.fixture
def store(tmp_path, monkeypatch):
    """Twelve submissions, in pieces of three; helpers are started for however few."""
    monkeypatch.setattr(helpers, "_SIZE", 3)
    monkeypatch.setattr(helpers, "_WORTH_IT", 2)
    with Store(tmp_path / "results.sqlite", BASIS) as store:
        for one in made_up_class(12):
            store.put(one.submission, one)
        yield store


def files(folder):
    """Everything below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def times(folder):
    """When each page was written, in nanoseconds."""
    return {path.name: path.stat().st_mtime_ns for path in (folder / "students").iterdir()}


def long_ago(folder):
    """Pretend that every page was written at noon of some day."""
    for path in (folder / "students").iterdir():
        os.utime(path, (10**9, 10**9))
    return times(folder)


def test_several_processes_write_what_one_writes(tmp_path, store):
    """Byte for byte, whatever the number; and the whole class is there."""
    for jobs in (1, 2, 3):
        write_everything(tmp_path / str(jobs), store, jobs=jobs)
    assert files(tmp_path / "1") == files(tmp_path / "2") == files(tmp_path / "3")
    names = {grade.submission for grade in store.grades()}
    assert set(files(tmp_path / "1")) == {"results.csv", "report/index.html", *(f"report/students/{n}.html" for n in names), *(f"gradescope/{n}.json" for n in names)}
    with open(tmp_path / "2" / "results.csv", newline="", encoding="utf-8") as stream:
        told = list(csv.DictReader(stream))
    assert sorted({row["submission"] for row in told}) == sorted(names) and len(told) == 12 * len(BASIS.questions)


def test_a_helper_that_dies_costs_nothing(tmp_path, store, monkeypatch):
    """Its pieces are made by the process that waits for them."""
    write_everything(tmp_path / "one", store, jobs=1)
    monkeypatch.setattr(helpers, "_BEGIN", "import os; os.kill(os.getpid(), 9)")
    write_everything(tmp_path / "two", store, jobs=2)
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_what_a_helper_cannot_write_is_told(tmp_path, store):
    """The same error as without helpers, with the name of the file."""
    (tmp_path / "out" / "students" / "ada_00000.html").mkdir(parents=True)
    with pytest.raises(OSError) as raised:
        write_report(tmp_path / "out", store, jobs=2)
    assert raised.value.filename2.endswith("ada_00000.html")


def test_an_interruption_leaves_no_half_page(tmp_path, store, monkeypatch):
    """Whatever is there is whole, the class page is the one before, and the next run gets to the same end."""
    write_report(tmp_path / "whole", store, jobs=1)
    (tmp_path / "cut").mkdir()
    (tmp_path / "cut" / "index.html").write_text("the one before")
    written = []

    def interrupted(path, text):
        with whole_file(path) as stream:
            if len(written) == 5:
                stream.write(text[: len(text) // 2])
                raise KeyboardInterrupt
            stream.write(text)
            written.append(path.name)

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(piece, "write_whole", interrupted)
        write_report(tmp_path / "cut", store, jobs=1)
    left = files(tmp_path / "cut")
    assert left.pop("index.html") == b"the one before"
    whole = files(tmp_path / "whole")
    assert len(left) == 5 and all(whole[name] == content for name, content in left.items())
    write_report(tmp_path / "cut", store, jobs=1)
    assert files(tmp_path / "cut") == whole


def test_only_what_changed_is_written_again(tmp_path, store):
    """A grade that says something else; a page that somebody has changed or removed. Seconds are told nowhere."""
    write_report(tmp_path / "report", store, jobs=1)
    before = long_ago(tmp_path / "report")
    write_report(tmp_path / "report", store, jobs=1)
    assert times(tmp_path / "report") == before

    first, second, third, fourth, *_ = store.grades()
    slower = dataclasses.replace(first, seconds={"total": 9.75}, questions=tuple(dataclasses.replace(q, verdicts=tuple(dataclasses.replace(v, seconds=1.5e-7) for v in q.verdicts)) for q in first.questions))
    store.put(first.submission, slower)
    store.put(second.submission, dataclasses.replace(second, problem="There was no time for q11."))
    students = tmp_path / "report" / "students"
    page = (students / f"{third.submission}.html").read_bytes()
    (students / f"{third.submission}.html").write_bytes(page.replace(b"</h1>", b"</hi>"))
    (students / f"{fourth.submission}.html").unlink()
    before = long_ago(tmp_path / "report")
    write_report(tmp_path / "report", store, jobs=1)
    now = times(tmp_path / "report")
    assert {name for name in now if now[name] != before.get(name)} == {f"{one.submission}.html" for one in (second, third, fourth)}
    assert (students / f"{third.submission}.html").read_bytes() == page
    assert "no time for q11" in (students / f"{second.submission}.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("changed", ["reveal", "note", "picture"])
def test_what_else_a_page_shows_counts_too(tmp_path, store, changed):
    """Hidden inputs, a remark of the basis, a picture drawn later: the page is written again, and the others only if they show it."""
    write_report(tmp_path / "report", store, jobs=1)
    before = long_ago(tmp_path / "report")
    if changed == "note":
        store.basis = dataclasses.replace(store.basis, note="Another remark.")
    if changed == "picture":
        (tmp_path / "pictures").mkdir()
        (tmp_path / "pictures" / "ada_00000.json").write_text(json.dumps({"submission": "digest of ada_00000", "data": "", "pictures": []}))
    write_report(tmp_path / "report", store, jobs=1, reveal=changed == "reveal")
    now = times(tmp_path / "report")
    assert {name for name in now if now[name] != before[name]} == ({"ada_00000.html"} if changed == "picture" else set(now))


def test_a_gradescope_file_that_would_be_the_same_is_left_alone(tmp_path, store):
    """And one that would not is written."""
    write_everything(tmp_path, store, jobs=1)
    paths = sorted((tmp_path / "gradescope").iterdir())
    for path in paths:
        os.utime(path, (10**9, 10**9))
    paths[0].write_text("{}")
    write_everything(tmp_path, store, jobs=1)
    assert [path.stat().st_mtime_ns == 10**18 for path in paths] == [False] + [True] * 11
    assert json.loads(paths[0].read_text())["tests"]
