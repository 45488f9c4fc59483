"""Changes of code: each is one, says what it is in words that learners know, and leaves the code as it was."""

import ast
import inspect
import re

import pytest

from autograder.slips.bank import slips
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
    plain = set(re.findall(r"\w+", " ".join(sentence("") + " ".join(hints("sign", "")))))
    for slip in slips(course, function, None):
        if slip.kind != "step":  # these are descriptions of known mistakes, written by people
            assert not private & set(re.findall(r"\w+", slip.clause)) - plain - {"a", "one"}, slip.clause


def test_a_list_is_never_put_into_itself():
    """numpy would go through it without end, and take all the memory there is."""
    tree = _function("def f(X):\n    above, below = [], []\n    for row in X:\n        above.append(row)\n        below.append(-row)\n    return np.array(above), np.array(below)\n")
    made = [ast.unparse(tree) for _ in edits(tree, Words(tree, ""))]
    assert any("above.append(X)" in code for code in made)
    assert not any(f"append({name})" in code for code in made for name in ("above", "below"))


@pytest.mark.parametrize(("code", "clause"), [("caches.append(X)", "X stands in the place of caches"), ("return [*caches, X]", "X stands in the place of caches")])
def test_what_is_filled_or_unpacked_is_not_taken_for_an_array(code, clause):
    """Nobody writes the name of an array where a list is filled."""
    told = _clauses(f"def f(X, caches):\n    Z = caches[0]\n    {code}\n    return Z\n")
    assert clause not in told and "X stands in the place of caches in Z" in told


@pytest.mark.parametrize(
    ("code", "clause"),
    [
        ("Z = X\n    if X.sum() > 0:\n        Z = W\n", "W stands in the place of X\n"),
        ("Z = W\n    W = np.ones(X.shape)\n", "Z stands in the place of X"),
        ("Z = X @ W\n    m = X.copy()\n    m[:, 0] = W[:, 0]\n", "the step that changes the part with"),
        ("Z = X @ W\n    X = X + 1\n    X = X * 2\n    X = X / 3\n", "\nX loses its signs"),
    ],
)
def test_a_place_without_a_name_is_not_told(code, clause):
    """In a condition, in a shape, in an array that only the reference has, among several values of one name: nobody could find it."""
    source = f"def f(X, W):\n    {code}    return Z\n"
    tree = _function(source)
    places = "\n".join(["", *_clauses(source), *(f"{text}{one.place}" for one in edits(tree, Words(tree, "Returns Z.")) if one.part for text in [f"{one.part} loses its signs"]), ""])
    assert clause not in places


def test_words_of_a_docstring_are_no_names():
    """The article "a", and what a function inside calls its arguments, name nothing a learner could find."""
    tree = _function("def f(X):\n    a = X + 1\n    def climb(layers):\n        return layers\n    return climb(a)\n")
    words = Words(tree, "Returns a number for all layers.")
    assert [words.is_public(name) for name in ("X", "a", "layers")] == [True, False, False]


def test_the_first_hint_of_a_slip_says_what_was_changed():
    """A question about "that" follows the sentence that says what it is."""
    assert hints("dropped", "b is left out")[0].startswith(sentence("b is left out"))
