"""A function that an earlier run of its cell left behind is not mistaken for what stands in the cell."""

import json
import sys
from types import SimpleNamespace

import pytest

from autograder.earlier_run import EarlierRuns, watched

WRITTEN = "def double(A):\n    return 2 * A"


class Session:
    """Cells that are run, with an id each, as a kernel runs them."""

    def __init__(self):
        self.names, self.runs = {}, EarlierRuns(lambda source: f"cell {hash(source)}")

    def run(self, cell, source):
        before, during = None, None
        try:
            code = compile(source, f"cell {hash(source)}", "exec")
            try:
                exec(code, self.names)
            except Exception as error:
                during = error
        except SyntaxError as error:
            before = error
        self.runs.ran(SimpleNamespace(info=SimpleNamespace(raw_cell=source, cell_id=cell), error_before_exec=before, error_in_exec=during))

    def told(self):
        return self.runs.told(["double"], self.names)


@pytest.fixture
def session():
    """A session in which the function was written."""
    session = Session()
    session.run("a", WRITTEN)
    return session


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("def double(A)\n    return 2 * A", "it stopped with SyntaxError: expected ':' (line 1)"),
        ("import nump\n" + WRITTEN, "it stopped with ModuleNotFoundError: No module named 'nump'"),
        (WRITTEN.replace("double", "twice"), "does not define it any more"),
    ],
    ids=["syntax", "error before", "another name"],
)
def test_the_cell_was_run_again_without_defining_it(session, source, why):
    """What the last run of the cell did instead is told."""
    session.run("a", source)
    (said,) = session.told()
    assert said.startswith("This is about an earlier `double`: ") and why in said


@pytest.mark.parametrize(
    "later",
    [
        [],
        [("a", WRITTEN + " # better")],
        [("a", WRITTEN + "\ndouble(unknown)")],
        [("b", "def double(A)")],
        [("a", "def double(A)"), ("a", WRITTEN)],
        [("b", WRITTEN), ("a", "x = 1")],
        [("b", WRITTEN + " # moved"), ("a", "x = 1")],
    ],
    ids=["nothing", "changed", "error after it", "another cell", "repaired", "copied", "moved"],
)
def test_nothing_is_told_of_a_function_that_stands_in_its_cell(session, later):
    """It is the one that a cell, as it was run last, defines."""
    for cell, source in later:
        session.run(cell, source)
    assert session.told() == ()


def test_functions_that_no_cell_defined_are_left_alone(session):
    """Imported ones, values, and names that are missing."""
    session.names |= {"double": json.dumps, "shift": 3}
    assert session.runs.told(["double", "shift", "missing"], session.names) == ()


def test_outside_of_a_notebook_nothing_is_watched(monkeypatch):
    """Without IPython, and in its terminal, where cells have no ids."""
    monkeypatch.setitem(sys.modules, "IPython", SimpleNamespace(get_ipython=lambda: None))
    assert watched() is None


def test_the_first_cell_may_be_run_again(monkeypatch):
    """One watcher per session, and it remembers."""
    told = []
    events = SimpleNamespace(callbacks={"post_run_cell": told}, register=lambda event, callback: told.append(callback))
    shell = SimpleNamespace(kernel=object(), events=events, compile=SimpleNamespace(get_code_name=lambda raw, code, number: raw))
    monkeypatch.setitem(sys.modules, "IPython", SimpleNamespace(get_ipython=lambda: shell))
    assert watched() is watched() and len(told) == 1
