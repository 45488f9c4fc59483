"""What is handed in is what was run: the notebook is saved first, and the sentence after it says how recent the file is."""

import json
import os
import time
from threading import Timer
from types import SimpleNamespace

import pytest

from autograder import hand_in


def notebook(folder, *sources):
    """A saved notebook with these code cells."""
    cells = [{"cell_type": "code", "source": source} for source in sources]
    path = folder / "t1.ipynb"
    path.write_text(json.dumps({"cells": cells}), encoding="utf-8")
    return path


@pytest.fixture
def shell():
    """An IPython shell in which nothing has run."""
    from IPython.core.interactiveshell import InteractiveShell

    InteractiveShell.clear_instance()
    yield InteractiveShell.instance()
    InteractiveShell.clear_instance()


def ran(shell, *sources):
    """Run cells."""
    for source in sources:
        shell.run_cell(source, store_history=True)


@pytest.mark.parametrize(
    ("saved", "executed", "names"),
    [
        (["def f(x):\n    return x\n"], ["def f(x):\n    return x"], ()),
        (["def f(x):\n    return x\n"], ["def f(x):\n    return 2 * x"], ("f",)),
        (["def f(x):\n    return x\n"], ["def f(x):\n    return 2 * x", "def f(x):\n    return x"], ()),
        (["def f(x):\n    return x\n"], ["def scratch(x):\n    return x"], ()),
        (["def f(x):\n    return x", "def g(x):\n    return x"], ["def g(x): 1", "def f(x): 2"], ("g", "f")),
        (["%%time\ndef f(x):\n    return x"], ["%%time\ndef f(x):\n    return x"], ()),
        ([], [], ()),
    ],
)
def test_unsaved_functions(saved, executed, names):
    """A function counts as unsaved if the file defines it, but not as it was defined last."""
    assert hand_in.unsaved(saved, executed) == names


def test_the_sentence_warns_of_what_is_not_saved(tmp_path, shell):
    """A function that ran and is not in the file is named, with what to do."""
    path = notebook(tmp_path, "def f(x):\n    return x")
    ran(shell, "def f(x):\n    return 2 * x")
    said = hand_in.what_is_handed_in(path)
    assert "What you ran last for f is not in it: save the notebook" in said


def test_the_sentence_says_when_it_was_saved(tmp_path, shell):
    """With everything saved, the sentence tells the file and its time, and warns of nothing."""
    path = notebook(tmp_path, "def f(x):\n    return x")
    os.utime(path, (0, time.mktime((2026, 1, 2, 3, 4, 5, 0, 0, -1))))
    ran(shell, "def f(x):\n    return x")
    assert hand_in.what_is_handed_in(path) == "The zip file holds t1.ipynb as it was saved at 03:04:05."


def test_nothing_waits_outside_of_jupyter(tmp_path):
    """Without a shell there is nobody to ask to save."""
    path = notebook(tmp_path)
    before = path.read_bytes()
    hand_in.save(path)
    assert path.read_bytes() == before


@pytest.fixture
def front_end(monkeypatch):
    """A front end that answers "save" with a function of the test's own."""
    import ipylab

    def answer(function):
        commands = SimpleNamespace(execute=lambda command: function() if command == "docmanager:save" else None)
        monkeypatch.setattr(ipylab, "JupyterFrontEnd", lambda: SimpleNamespace(commands=commands))

    return answer


def test_saving_waits_until_the_file_is_whole(tmp_path, shell, front_end):
    """A file of which only half is written is not taken for saved."""
    path = notebook(tmp_path, "old")
    os.utime(path, (0, 0))
    whole = path.read_text().replace("old", "new")

    def write():
        path.write_text(whole[:20])
        Timer(0.3, path.write_text, [whole]).start()

    front_end(write)
    hand_in.save(path)
    assert json.loads(path.read_text())["cells"][0]["source"] == "new"


def test_a_front_end_that_does_not_save_is_no_error(tmp_path, shell, front_end, monkeypatch):
    """Where nobody answers, what was saved last is handed in."""
    monkeypatch.setattr(hand_in, "_SAVING", 0.2)
    path = notebook(tmp_path, "1")
    front_end(lambda: None)
    hand_in.save(path)
    assert hand_in.what_is_handed_in(path).startswith("The zip file holds t1.ipynb")
