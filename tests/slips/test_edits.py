"""Changes of code: each is one, says what it is in words that learners know, and leaves the code as it was."""

import ast
import contextlib
import inspect
import re

import numpy as np
import pytest

from autograder.slips.bank import _TooLong, slips
from autograder.slips.edits import edits
from autograder.slips.texts import hints, sentence
from autograder.slips.words import Words
from tests.verdicts.case import assignment

SOURCE = '''
def f(X, W, lam):
    hidden = X @ W.T
    Z = np.sum(hidden * X, axis=1) / len(X) + lam * W[0]
    return {"Z": Z, "X": X}
'''


def _function(source=SOURCE):
    return ast.parse(source).body[0]


def _clauses(source=SOURCE, docstring="Returns Z."):
    tree = _function(source)
    return {edit.clause for edit in edits(tree, Words(tree, docstring))}


def test_every_change_is_one_and_is_taken_back():
    """While a change is handed out the code is another one, and afterwards it is what it was."""
    tree = _function()
    before = ast.dump(tree)
    count = 0
    for _ in edits(tree, Words(tree, "")):
        assert ast.dump(tree) != before
        count += 1
    assert (ast.dump(tree) == before, count > 50) == (True, True)


@pytest.mark.parametrize(
    "clause",
    [
        "W is not transposed",
        "the number of rows of X is left out in Z",
        "sum of the part with X runs along axis 0 in Z",
        "the part with lam, W is subtracted instead of added in Z",
        "the part with lam, W is left out in Z",
        "lam stands in the place of W in Z",
    ],
)
def test_a_change_is_told_by_names_that_learners_know(clause):
    """Arguments and names of the docstring are said, the place too."""
    told = _clauses()
    names = {re.sub(r"nothing is divided by (.*) in Z", r"\1 is left out in Z", one) for one in told}
    assert clause in told | names


def test_names_of_the_reference_alone_are_never_said():
    """What only the reference calls so would give its code away."""
    assert not any("hidden" in clause for clause in _clauses())


@pytest.mark.parametrize(("name", "function"), [("a4", "backward"), ("a3", "gradcheck"), ("a5", "adam_step")])
def test_no_slip_of_the_course_says_a_private_name(name, function):
    """The variables of the reference that its docstring does not mention stay in the reference."""
    course = assignment(name)
    right = getattr(course.reference, function)
    tree = ast.parse(inspect.getsource(right)).body[0]
    public = set(re.findall(r"\w+", inspect.getdoc(right))) | {arg.arg for arg in tree.args.args}
    private = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)} - public
    plain = set(re.findall(r"\w+", " ".join(sentence("") + " ".join(hints("sign")))))
    for slip in slips(course, function, None):
        if slip.kind != "step":  # these are descriptions of known mistakes, written by people
            assert not private & set(re.findall(r"\w+", slip.clause)) - plain - {"a", "one"}, slip.clause


@pytest.mark.parametrize("name, function, arguments", [("a6", "error_curve", (lambda width, seed: (1.0 + seed) / width, [1, 10], [0, 1, 5]))])
def test_a_loop_that_lengthens_the_list_it_goes_through_is_given_up(name, function, arguments):
    """With one name for another a loop may add to its own list: every slip of such a function still ends."""
    course = assignment(name)
    right = getattr(course.reference, function)(*arguments)
    given_up = 0
    for slip in slips(course, function, right):
        with np.errstate(all="ignore"), contextlib.suppress(Exception):
            try:
                slip.implementation(*arguments)
            except _TooLong:
                given_up += 1
    assert given_up > 0
