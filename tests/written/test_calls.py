"""Calls that answers quote: understood or left alone, never executed as text; computed apart, with what went wrong in words."""

import pytest

from autograder.written import calls
from autograder.written.calls import compute_calls, quoted_calls
from tests.course.notebooks import assignment

KNOWN = ("relu", "make_layer", "rotation")


@pytest.mark.parametrize(
    "call",
    [
        "relu([1, -2])", "relu(np.array([[1.5, -2]]))", "make_layer(30, (0.8, -1.5), -20, shift=(0, 0))", "rotation(-np.pi)",
        "relu(make_layer(30, (1, 1), 0, (0, 0))[0])", "rotation(np.random.default_rng(3))", "rotation(True)", "rotation(None)",
    ],
)  # fmt: skip
def test_calls_with_literals_are_understood(call):
    """Also in the middle of a sentence, and once however often they are quoted."""
    assert quoted_calls(f"As {call} shows, and {call}, it holds.", KNOWN) == [call]


@pytest.mark.parametrize(
    "call",
    [
        "relu(X)", "relu(__import__('os').system('id'))", "relu(open('x'))", "relu(*[1])", "relu(**{})", "relu(lambda: 1)", "relu([x for x in (1,)])",
        "relu(f'{1}')", "relu(10 ** 9)", "relu([0] * 9)", "relu((1).real)", "relu(relu.__globals__)", "relu(np.load('x'))", "relu(np.fromfile('x'))",
        "np.array([1])", "open('x')", "eval('1')", "relu(x := 1)", "relu(1 if 1 else 2)", "relu(", "relu(1, 2", "relu(a b)", "relu({1: 2})", "relu(" + "(" * 200 + ")" * 200 + ")",
    ],
)  # fmt: skip
def test_everything_else_is_left_alone(call):
    """Names, operators, comprehensions, attributes, other functions: not computed."""
    assert quoted_calls(call, KNOWN) == []


def test_what_the_reference_gives():
    """Values, in words and as numbers; arguments that do not fit are told, and cost no other call."""
    one, wrong, two = compute_calls(assignment("a1"), ["relu([1.5, -2])", "rotation('east')", "count_parameters(3, 2)"])
    assert (one.result, one.values) == ("[1.5 0. ]", (1.5, 0.0))
    assert "Error" in wrong.result and wrong.values == ()
    assert (two.result, two.values) == ("8", (8.0,))


def test_a_call_that_takes_for_ever_is_stopped(monkeypatch):
    """The process is ended, and the calls that it was to compute say so."""
    monkeypatch.setattr(calls, "_WALL", 0.01)
    (one,) = compute_calls(assignment("a1"), ["relu([1.5, -2])"])
    assert one.values == () and one.result.startswith("not finished within")
