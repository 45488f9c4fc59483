"""The line in the learner's own code, looked for by a process of its own: what is told, what is not, and what is left behind."""

import os
import sys
import time
from types import SimpleNamespace

import numpy as np
import pytest

from autograder.lines import ask
from autograder.lines.ask import Failed, lines_of

# What is right is x + 1 for every x; the public checks of q1 look at few numbers, so that a change can pass them by accident.
CHECKS = '''
"""Public checks."""
import numpy as np
from autograder.checking import check, expect

@check("q1", points=1)
def by_hand(shift):
    """1 becomes 2, and 2 becomes 3."""
    expect(shift, np.array([1.0, 2.0])).equals(np.array([2.0, 3.0]))

@check("q2", points=1)
def at_one(grow):
    """1 becomes 3."""
    expect(grow, np.array([1.0])).equals(np.array([3.0]))
'''
SHIFT = "# mine\ndef shift(x):\n    y = np.asarray(x)\n    return y - 1"
FAILED = {"q1": Failed(("by_hand",), "value")}
SECONDS = 60.0  # a machine may be busy; nothing here takes one


@pytest.fixture
def told(tmp_path, monkeypatch):
    """What is told of cells, in a folder that has nothing but the checks; no process is left afterwards."""
    (tmp_path / "t1_checks.py").write_text(CHECKS)
    monkeypatch.chdir(tmp_path)
    start, started = ask._started, []
    monkeypatch.setattr(ask, "_started", lambda: started.append(start()) or started[-1])

    def tell(*cells, failed=FAILED, seconds=SECONDS):
        return lines_of(["import numpy as np", *cells], str(tmp_path / "t1_checks.py"), failed, seconds)

    yield tell
    assert all(process.returncode is not None for process in started)


def test_the_line_is_told_and_never_the_change(told):
    """Line, the learner's own words there and a kind of change: what stands in its place is in no text."""
    (line,) = told(SHIFT)
    assert line.line == 4 and line.question == "q1"
    assert line.hint == "Line 4 of your cell for q1, `return y - 1`: plus or minus? With one change there, shift passes every public check."
    assert "+" not in line.hint + line.rule


def test_surroundings_are_those_of_the_notebook(told):
    """Imports, constants and helpers of other cells are there; what was defined last counts, and nothing is computed again."""
    (line,) = told("from math import tau as step\nsize = 7", "size = 1\ndef one():\n    return size", "open('made', 'w')", SHIFT.replace("1", "one()"))
    assert line.line == 4 and not os.path.exists("made")


@pytest.mark.parametrize(
    "cells",
    [
        ("def shift(x):\n    return x * x * x - 7",),
        ("def shift(x):\n    return x +",),
        (SHIFT.replace("y - 1", "y - nobody"),),
        (SHIFT.replace("y - 1", "y + 1"),),
        ("shift = np.negative",),
        (),
    ],
    ids=["far away", "no Python", "not defined here", "right here", "no function", "nothing"],
)
def test_nothing_is_told_where_no_change_is_found(told, cells):
    """No line is told of code that one change does not mend, that cannot be run, or that fails other checks than in the notebook."""
    assert not any(line.hint for line in told(*cells))


def test_changes_that_pass_and_disagree_are_not_told(told):
    """Two changes in different lines that pass one number and make different functions: nobody knows which line is meant."""
    grow = "def grow(x):\n    y = 2 * x\n    return y"
    (line,) = told(grow, failed={"q2": Failed(("at_one",))})
    assert (line.question, line.hint) == ("q2", "")


def test_the_kernel_and_the_folder_stay_as_they_are(told, tmp_path, capfd):
    """Code that prints, seeds and changes the folder does so nowhere; names and draws stay."""
    kept = tmp_path / "kept.txt"
    kept.write_text("mine")
    nasty = SHIFT.replace(
        "    y =",
        "    print('hello'); np.random.seed(1)\n"
        "    for step in (lambda: open('kept.txt', 'w'), lambda: os.remove('kept.txt'), lambda: os.system('touch made'), lambda: os.mkdir('made')):\n"
        "        try:\n            step()\n        except OSError:\n            pass\n    y =",
    )
    before, environment, names = np.random.get_state()[1].copy(), dict(os.environ), set(sys.modules)
    assert told("import os", nasty)[0].hint
    assert kept.read_text() == "mine" and {path.name for path in tmp_path.iterdir()} == {"kept.txt", "t1_checks.py"}
    assert (np.random.get_state()[1] == before).all() and dict(os.environ) == environment
    assert capfd.readouterr() == ("", "") and not {name for name in set(sys.modules) - names if name.startswith("autograder.")}


def test_memory_is_limited(told):
    """Code that asks for more than 2 GB gets an error and not the memory: here every change fails for it."""
    assert not told(SHIFT.replace("    y =", "    np.empty(3 * 10**8)\n    y ="))[0].hint


def test_code_that_does_not_end_costs_its_time_and_no_more(told):
    """A change with which a loop never ends is given up, and another one is found; what cannot be given up ends with the process."""
    loop = "def shift(x):\n    k = 0\n    while k != 1:\n        k += 1\n    return x - k"
    (line,) = told(loop)
    assert line.line == 5
    assert told("def shift(x):\n    while True:\n        try:\n            pass\n        except:\n            pass", seconds=1.0) == ()


def test_an_interrupt_ends_it(told, monkeypatch):
    """Whoever does not want to wait is back at once, and no process is left."""

    def interrupted(seconds):
        raise KeyboardInterrupt

    monkeypatch.setattr(ask, "time", SimpleNamespace(monotonic=time.monotonic, time=time.time, sleep=interrupted))
    with pytest.raises(KeyboardInterrupt):
        told("def shift(x):\n    while True: pass")


@pytest.mark.parametrize("executable", ["", None, "/nowhere/python"])
def test_without_processes_nothing_is_told(told, monkeypatch, executable):
    """Where no Python can be started, the answer is empty."""
    monkeypatch.setattr(ask.sys, "executable", executable)
    assert told(SHIFT) == ()
