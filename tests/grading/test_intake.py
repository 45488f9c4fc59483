"""What is handed in is read for what matters, whatever else the file holds, and never stops the others."""

from __future__ import annotations

import json
import os
import tracemalloc

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.grading.intake import Found, find_submissions, read_submission
from autograder.grading.limits import IntakeError, IntakeLimits
from tests.grading.notebooks import code, hand_in, notebook, text, zipped


def every_submission(paths):
    """The submissions in `paths`, read one by one; what is wrong with the request comes before the first."""
    return map(read_submission, find_submissions(paths).files)


UNREADABLE = {
    "empty": (b"", "it is empty"),
    "blank": (b" \n\t ", "it is empty"),
    "cut_off": (text("x = 1")[:-20].encode(), "it is not complete"),
    "cut_in_a_text": (b'{"nbformat": 4, "cells": [{"cell_type": "co', "it is not complete: the file ends in the middle of the notebook"),
    "cut_at_a_value": (b'{"nbformat": 4, "cells": ', "it is not complete"),
    "not_json": (b"def f(): pass", "not valid JSON: expecting value at line 1, column 1"),
    "pdf": (b"%PDF-1.7 ...", "it is a PDF"),
    "web_page": (b"<!DOCTYPE html><html>", "it is a web page"),
    "lfs": (b"version https://git-lfs.github.com/spec/v1\n", "git-lfs pointer"),
    "latin_1": (text("# caf\u00e9").replace("\\u00e9", "\u00e9").encode("latin-1"), "it is not UTF-8 text"),
    "deep": (b"[" * 100_000, "nested too deeply"),
    "deep_in_a_cell": (b'{"nbformat": 4, "cells": ' + b'[{"a":' * 50_000, "nested too deeply"),
    "many_containers": (b"[" + b"[]," * 1_000_001 + b"[]]", "a million lists and objects"),
    "huge_number": (b'{"nbformat": ' + b"9" * 5000 + b"}", "a number of thousands of digits"),
    "a_list": (b"[1, 2]", "not a Jupyter notebook"),
    "a_string": (b'"notebook"', "not a Jupyter notebook"),
    "other_json": (b'{"name": "ada"}', "it has no nbformat number"),
    "nbformat_text": (b'{"nbformat": "4", "cells": []}', "it has no nbformat number"),
    "nbformat_99": (b'{"nbformat": 99, "cells": []}', "its nbformat is 99"),
    "nbformat_2": (b'{"nbformat": 2, "worksheets": []}', "its nbformat is 2"),
    "no_cells": (b'{"nbformat": 4}', "it has no list of cells"),
    "cells_object": (b'{"nbformat": 4, "cells": {}}', "it has no list of cells"),
    "empty_cells": (b'{"nbformat": 4, "cells": []}', "it has no code cells"),
    "prose_only": (json.dumps(notebook({"cell_type": "markdown", "metadata": {}, "source": "x"})).encode(), "it has no code cells"),
    "blank_code": (text("", " \n").encode(), "all its code cells are empty"),
    "cell_is_number": (b'{"nbformat": 4, "cells": [7]}', "cell 1 is not a notebook cell"),
    "no_source": (b'{"nbformat": 4, "cells": [{"cell_type": "code"}]}', "cell 1 has no source text"),
    "source_numbers": (json.dumps(notebook(code("x"), code([1, 2]))).encode(), "cell 2 has no source text"),
    "worksheets_broken": (b'{"nbformat": 3, "worksheets": [{"cells": 1}]}', "it has no list of cells"),
    "too_many_cells": (json.dumps(notebook(*[code("1")] * 5001)).encode(), "more than 5,000 cells"),
    "too_much_code": (text("#" * (2 << 20) + "x").encode(), "more than 2 MB of code"),
    "renamed_zip": (None, "a zip archive with the name of a notebook"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_an_unreadable_file_gets_one_clear_sentence_and_the_others_are_read(name, tmp_path):
    """Every malformed file has `problem`, the file's name in it, one line; its neighbours are read."""
    raw, reason = UNREADABLE[name]
    hand_in(tmp_path, aaa=text("x = 1"), zzz=text("y = 1"))
    (tmp_path / f"{name}.ipynb").write_bytes(zipped({"a.ipynb": text("x")}) if raw is None else raw)
    submissions = {s.name: s for s in every_submission([tmp_path])}
    assert [submissions[other].problem for other in ("aaa", "zzz")] == ["", ""]
    bad = submissions[name]
    assert bad.notebook is None
    assert reason in bad.problem
    assert bad.problem.startswith(f"{name}.ipynb cannot be graded: ") and bad.problem.endswith(".") and "\n" not in bad.problem


def sources(submission):
    return [cell["source"] for cell in submission.notebook["cells"]]


def only(tmp_path):
    (submission,) = every_submission([tmp_path])
    return submission


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_every_unicode_encoding_gives_the_same_submission(encoding, tmp_path):
    """With or without a byte order mark, the code and the digest are those of the plain UTF-8 file."""
    raw = json.dumps(notebook(code("s = '\u00e9 \u6f22 \U0001f600'")), ensure_ascii=False)
    hand_in(tmp_path / "plain", ada=raw)
    hand_in(tmp_path / "coded", ada=raw.encode(encoding))
    plain, coded = only(tmp_path / "plain"), only(tmp_path / "coded")
    assert coded.problem == ""
    assert sources(coded) == ["s = '\u00e9 \u6f22 \U0001f600'"]
    assert coded.digest == plain.digest


def test_nbformat_3_gives_the_cells_that_nbformat_itself_finds(tmp_path):
    """The oracle is nbformat's own conversion from 4 to 3."""
    four = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("x = 1\ny = 2"), nbformat.v4.new_markdown_cell("prose"), nbformat.v4.new_code_cell("z = 3")])
    three = nbformat.writes(nbformat.convert(four, 3))
    assert json.loads(three)["nbformat"] == 3
    assert sources(only(hand_in(tmp_path, ada=three))) == ["x = 1\ny = 2", "prose", "z = 3"]


def test_a_source_may_be_a_text_or_a_list_of_lines(tmp_path):
    """nbformat allows both, and both give the same digest."""
    hand_in(tmp_path, a=json.dumps(notebook(code("x = 1\ny"))), b=json.dumps(notebook(code(["x = 1\n", "y"]))))
    first, second = every_submission([tmp_path])
    assert sources(first) == sources(second) == ["x = 1\ny"]
    assert first.digest == second.digest


@pytest.mark.parametrize(
    "change",
    [
        {"outputs": [{"output_type": "stream", "text": "x" * 1000}]},
        {"execution_count": 7},
        {"metadata": {"collapsed": True}},
        {"attachments": {"a.png": {}}},
    ],
    ids=lambda change: next(iter(change)),
)
def test_what_cannot_change_the_grade_does_not_change_the_digest(change, tmp_path):
    """Running a notebook again, or folding a cell, is not a new submission."""
    hand_in(tmp_path, a=json.dumps(notebook(code("x"))), b=json.dumps(notebook({**code("x"), **change})))
    first, second = every_submission([tmp_path])
    assert first.digest == second.digest
    assert first.notebook == second.notebook


@pytest.mark.parametrize(
    "other",
    [notebook(code("y")), notebook(code("x"), code("y")), notebook(code("x", metadata={"tags": ["otter_ignore"]}))],
    ids=["source", "cell", "tag"],
)
def test_what_can_change_the_grade_changes_the_digest(other, tmp_path):
    """Source, number of cells and tags are part of the digest."""
    hand_in(tmp_path, a=json.dumps(notebook(code("x"))), b=json.dumps(other))
    first, second = every_submission([tmp_path])
    assert first.digest != second.digest


def test_the_order_of_cells_changes_the_digest(tmp_path):
    """Cells run in order, so order matters."""
    first, second = every_submission([hand_in(tmp_path, a=text("x = 1", "x = 2"), b=text("x = 2", "x = 1"))])
    assert first.digest != second.digest


def test_prose_travels_with_the_code(tmp_path):
    """Written answers may be in any markdown cell; other kinds of cells are dropped."""
    answer = {"cell_type": "markdown", "metadata": {"tags": ["answer"]}, "source": "because"}
    prose, raw = ({"cell_type": kind, "metadata": {}, "source": kind} for kind in ("markdown", "raw"))
    assert sources(only(hand_in(tmp_path, ada=json.dumps(notebook(prose, raw, code("x"), answer))))) == ["markdown", "x", "because"]


def test_half_characters_are_replaced_so_that_everything_can_be_stored(tmp_path):
    """JSON can spell a lone surrogate, which no file or database can hold."""
    raw = '{"nbformat": 4, "cells": [{"cell_type": "code", "source": "x = \\"\\ud800\\"", "metadata": {}}]}'
    (source,) = sources(only(hand_in(tmp_path, ada=raw)))
    assert source.encode() == 'x = "\ufffd"'.encode()


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path):
    """A sparse file of 1 GB costs no memory."""
    with open(tmp_path / "big.ipynb", "wb") as stream:
        stream.truncate(1 << 30)
    tracemalloc.start()
    submission = only(tmp_path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "larger than 48 MB" in submission.problem
    assert peak < 1 << 20


def test_a_notebook_with_thirty_megabytes_of_pictures_is_graded(tmp_path):
    """Big outputs are normal and are dropped."""
    raw = json.dumps(notebook(code("x", outputs=[{"output_type": "display_data", "data": {"image/png": "A" * (30 << 20)}}])))
    submission = only(hand_in(tmp_path, ada=raw))
    assert submission.problem == ""
    assert len(json.dumps(submission.notebook)) < 500


def test_reading_a_folder_holds_one_notebook_at_a_time(tmp_path):
    """40 notebooks of 1 MB each are read within the memory of a few."""
    raw = json.dumps(notebook(code("x", outputs=[{"text": "A" * (1 << 20)}])))
    hand_in(tmp_path, **{f"s{i}": raw for i in range(40)})
    tracemalloc.start()
    count = sum(1 for _ in every_submission([tmp_path]))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 40
    assert peak < 10 << 20


def test_files_come_in_the_order_of_their_names_whatever_the_file_system_says(tmp_path):
    """Made in another order, read in the order of names."""
    for name in ("carl", "ada", "Blaise"):
        hand_in(tmp_path, **{name: text("x")})
    assert [s.student for s in every_submission([tmp_path])] == ["ada", "Blaise", "carl"]


def test_hidden_files_checkpoints_and_other_kinds_are_left_aside_and_named(tmp_path):
    """What is no submission is not graded; visible files of other kinds are listed."""
    hand_in(tmp_path, ada=text("x"))
    hand_in(tmp_path / ".ipynb_checkpoints", ada=text("old"))
    (tmp_path / "._ada.ipynb").write_text("resource fork")
    (tmp_path / "essay.pdf").write_text("%PDF")
    listing = find_submissions([tmp_path])
    assert [found.name for found in listing.files] == ["ada"]
    assert listing.ignored == {"only .ipynb and .zip files are graded": ["essay.pdf"]}


def test_results_of_an_earlier_run_are_no_files_to_wonder_about(tmp_path):
    """With --out in the folder of the class, or that folder itself; what a learner put into a folder of such a name is read."""
    hand_in(tmp_path, ada=text("x"))
    for home in (tmp_path, tmp_path / "out"):
        for name in ("results.sqlite", "results.csv", "report/students/ada.html", "gradescope/ada.json"):
            (home / name).parent.mkdir(parents=True, exist_ok=True)
            (home / name).write_text("")
    hand_in(tmp_path / "report", blaise=text("x"))
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "results.csv").write_text("")
    listing = find_submissions([tmp_path])
    assert [found.name for found in listing.files] == ["ada", "blaise"]
    assert listing.ignored == {"only .ipynb and .zip files are graded": ["elsewhere/results.csv"]}


def test_a_linked_folder_is_left_aside_for_that_reason(tmp_path):
    """It may lead anywhere; whoever means it names it."""
    hand_in(tmp_path / "elsewhere", blaise=text("x"))
    hand_in(tmp_path / "class", ada=text("x"))
    (tmp_path / "class" / "more").symlink_to(tmp_path / "elsewhere")
    listing = find_submissions([tmp_path / "class"])
    assert [found.name for found in listing.files] == ["ada"]
    assert listing.ignored == {"links to other folders are not followed": ["more"]}


def test_a_folder_that_does_not_exist_is_a_usage_error_at_once(tmp_path):
    """The error comes before anything is read, and names the path."""
    with pytest.raises(IntakeError, match="nowhere does not exist"):
        every_submission([hand_in(tmp_path, ada=text("x")), tmp_path / "nowhere"])


def test_a_folder_without_notebooks_is_a_usage_error(tmp_path):
    """It says what was expected."""
    (tmp_path / "notes.txt").write_text("x")
    with pytest.raises(IntakeError, match=r"holds no submissions: expected \.ipynb notebooks or \.zip"):
        every_submission([tmp_path])


def test_a_named_file_of_another_kind_gets_a_record(tmp_path):
    """A shell pattern may catch a stray file; it must not stop the rest."""
    hand_in(tmp_path, ada=text("x"))
    (tmp_path / "notes.txt").write_text("x")
    first, second = every_submission([tmp_path / "ada.ipynb", tmp_path / "notes.txt"])
    assert first.problem == ""
    assert "neither a notebook" in second.problem


def test_a_file_named_twice_is_read_once(tmp_path):
    """A folder and a file in it overlap."""
    hand_in(tmp_path, ada=text("x"))
    assert len(find_submissions([tmp_path, tmp_path / "ada.ipynb"]).files) == 1


def test_a_link_in_a_folder_is_not_followed(tmp_path):
    """It could lead to somebody else's work, or to the solutions."""
    secret = hand_in(tmp_path / "secret", solution=text("answer"))
    hand_in(tmp_path / "in", ada=text("x"))
    (tmp_path / "in" / "eve.ipynb").symlink_to(secret / "solution.ipynb")
    eve = next(s for s in every_submission([tmp_path / "in"]) if s.name == "eve")
    assert eve.notebook is None
    assert "it is a link" in eve.problem


def test_a_pipe_does_not_make_the_grader_wait(tmp_path):
    """Opening a pipe for reading waits for a writer, for ever if there is none."""
    hand_in(tmp_path, ada=text("x"))
    os.mkfifo(tmp_path / "eve.ipynb")
    eve = next(s for s in every_submission([tmp_path]) if s.name == "eve")
    assert "not an ordinary file" in eve.problem


def test_an_otter_export_gives_the_notebook_and_opens_nothing_else(tmp_path):
    """The log in it holds pickles; here it is not even valid, and nobody notices."""
    hand_in(tmp_path, ada_2026_01_31T12_00_00_123456=zipped({"a1.ipynb": text("x = 1"), ".OTTER_LOG": b"not a pickle", "__zip_filename__": "a.zip"}))
    submission = only(tmp_path)
    assert (submission.name, submission.student, submission.problem) == ("ada", "ada", "")
    assert sources(submission) == ["x = 1"]


def read_bytes(tmp_path_factory_folder, suffix, raw):
    path = tmp_path_factory_folder / f"any{suffix}"
    path.write_bytes(raw)
    return read_submission(Found(path, "any", "any", "any", True), IntakeLimits(file_bytes=1 << 20))


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["nbformat", "cells", "source", "cell_type", "metadata", "tags", "id", "worksheets", "input"]), inner, max_size=5),
    max_leaves=20,
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(data=_json)
def test_any_json_is_read_or_refused_in_words(data, tmp_path_factory):
    """A notebook of any shape gives a submission with a notebook or with a problem, never both, never an exception."""
    submission = read_bytes(tmp_path_factory.getbasetemp(), ".ipynb", json.dumps(data).encode())
    assert (submission.notebook is None) == bool(submission.problem)
    assert "unexpected" not in submission.problem


@settings(max_examples=150, deadline=None, derandomize=True)
@given(start=st.sampled_from([b"", b"\xff\xfe", b"\xef\xbb\xbf", b"PK\x03\x04", b'{"nbformat": 4, "cells": [']), rest=st.binary(max_size=300), suffix=st.sampled_from([".ipynb", ".zip"]))
def test_any_bytes_are_read_or_refused_in_words(start, rest, suffix, tmp_path_factory):
    """Random bytes never raise, and are never called an unexpected failure."""
    submission = read_bytes(tmp_path_factory.getbasetemp(), suffix, start + rest)
    assert submission.notebook is None
    assert submission.problem and "unexpected" not in submission.problem
