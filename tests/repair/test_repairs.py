"""Repairs: one small change of a learner's code makes it right, and is named with its line."""

import ast

import numpy as np
import pytest

from autograder.repair import repairs, words
from autograder.repair.words import TEXTS
from tests.repair.search import search

MISTAKES = {
    "axis": ("def f(X):\n    return X.sum(axis=1)", lambda X: X.sum(axis=0)),
    "sign": ("def f(X):\n    a = X + 1\n    return a - X * 3", lambda X: X + 1 + X * 3),
    "keepdims": ("def f(X):\n    return X / X.sum(axis=1)", lambda X: X / X.sum(axis=1, keepdims=True)),
    "reduction": ("def f(X):\n    return X.sum(axis=0)", lambda X: X.mean(axis=0)),
    "operand.transposed": ("def f(X):\n    return X @ X", lambda X: X @ X.T),
    "factor.count": ("def f(X):\n    N = len(X)\n    return X.sum(axis=0)", lambda X: X.mean(axis=0)),
    "comparison.border": ("def f(X):\n    return X > 0", lambda X: X >= 0),
    "accumulate": ("def f(X):\n    t = 0\n    for x in X:\n        t = x\n    return t", lambda X: X.sum(axis=0)),
    "step.loop": ("def f(X):\n    t = 0\n    for x in X:\n        t += x\n        return t", lambda X: X.sum(axis=0)),
    "return.missing": ("def f(X):\n    t = X * 2", lambda X: X * 2),
    "loop.range": ("def f(X):\n    t = 0\n    for i in range(1, len(X)):\n        t += X[i]\n    return t", lambda X: X.sum(axis=0)),
    "name": ("def f(X):\n    Y = X * 2\n    Z = Y + 1\n    return np.tanh(Y)", lambda X: np.tanh(X * 2 + 1)),
    "returned.order": ("def f(X):\n    return X.sum(), X.size * 7", lambda X: (X.size * 7, X.sum())),
    "power": ("def f(X):\n    return np.sum(X)", lambda X: np.sum(X**2)),
    "index": ("def f(X):\n    return X[:, 0] * X[:, 0]", lambda X: X[:, 0] * X[:, 1]),
    "division": ("def f(X):\n    return X // 2", lambda X: X / 2),
    "dtype": ("def f(X):\n    return X.astype(np.float32) / 3", lambda X: X / 3),
    "shift": ("def f(X):\n    e = np.exp(X * 500)\n    return e / e.sum(axis=1, keepdims=True)", lambda X: (X * 500 == (X * 500).max(axis=1, keepdims=True)) * 1.0),
    "mask": ("def f(X):\n    return X * X", lambda X: X * (X > 0)),
    "order": ("def f(X):\n    rows = []\n    for x in X:\n        rows.append(x * 2)\n    return rows", lambda X: X[::-1] * 2),
    "result.dropped": ("def f(X):\n    X.clip(0, 1)\n    return X", lambda X: X.clip(0, 1)),
    "call.extra": ("def f(X):\n    return np.round(X * 0.3, 1)", lambda X: X * 0.3),
    "complement": ("def f(X):\n    return X * X", lambda X: X * (1 - X)),
    "comparison": ("def f(X):\n    return X * (X < 0.7)", lambda X: X * (X > 0.7)),
    "case": ("def f(X):\n    return X * 5 if callable(f) else X + 1", lambda X: X + 1),
    "brackets": ("def f(X):\n    return 3 * X - 1", lambda X: 3 * (X - 1)),
    "step.extra": ("def f(X):\n    X[0, 0] = 8\n    return X * 3 - 5", lambda X: X * 3 - 5),
    "step.order": ("def f(X):\n    X = X * 3\n    X = X + 0.3\n    return X", lambda X: (X + 0.3) * 3),
    "constant": ("def f(X):\n    return np.tanh(X * 4)", lambda X: np.tanh(X * 3)),
    "asymmetry": ("def f(X):\n    c1, c2 = X * 7, X + 2\n    d1 = c1 * 3 + np.tanh(c1)\n    d2 = c2 * 3\n    return np.concatenate([d1, d2])", lambda X: np.concatenate([X * 21 + np.tanh(X * 7), X * 3 + 6 + np.tanh(X + 2)])),
    "random": ("def f(X, rng=np.random.default_rng(3)):\n    rng = np.random.default_rng(3)\n    return X + np.random.normal(size=3)", lambda X: X + np.random.default_rng(3).normal(size=3)),
    "factor.two": ("def f(X):\n    return X * np.tanh(X)", lambda X: X * np.tanh(X) / 2),
    "product": ("def f(X):\n    return X[0] * X[1]", lambda X: X[0] @ X[1]),
}
X = np.array([[0.0, 2.0, -1.0], [3.0, 0.5, 7.0]])


def passes(right):
    """A check: whether `f` of a source does to an array what `right` does."""

    def passed(source):
        names = {"np": np}
        try:
            exec(source, names)
            return np.allclose(names["f"](X.copy()), right(X), rtol=1e-12, atol=0)
        except Exception:
            return False

    return passed


@pytest.mark.parametrize("aspect", MISTAKES)
def test_one_change_is_found_and_named(aspect):
    """A function with one mistake is repaired by a change of the kind of the mistake."""
    source, right = MISTAKES[aspect]
    found = search(repairs(source, "f"), passes(right))
    assert found.repair.aspect == aspect


def test_the_same_mistake_in_two_places_is_one_mistake():
    """A sign that is wrong for both layers is one change, named at the first of them."""
    source = "def f(X):\n    d1 = X - 3 * X[0]\n    d2 = d1 * d1 - 3 * X[1]\n    return d1 * d2"
    found = search(repairs(source, "f"), passes(lambda X: (X + 3 * X[0]) * ((X + 3 * X[0]) ** 2 + 3 * X[1])))
    assert (found.repair.aspect, found.repair.line) == ("sign", 2)


def test_what_an_argument_should_have_stood_for_is_found():
    """A parameter that nothing reads is the first suspect for a number that is written out."""
    found = search(repairs("def f(X, slope=0.2):\n    return np.where(X > 0, X, 0.01 * X)", "f"), passes(lambda X: np.where(X > 0, X, 0.2 * X)))
    assert found.repair.aspect == "constant.name" and found.tried < 20


def test_a_helper_of_the_same_cell_is_looked_at_as_well():
    """The mistake may stand in a function that the asked one calls."""
    source = "def g(X):\n    return X.sum(axis=0)\n\ndef f(X):\n    return np.tanh(g(X)) * 2"
    found = search(repairs(source, "f"), passes(lambda X: np.tanh(X.sum(axis=1)) * 2))
    assert (found.repair.aspect, found.repair.line) == ("axis", 2)


def test_a_copy_is_missing_where_the_array_is_changed():
    """What is changed in place is told at the line that changes it."""

    def passed(source):
        names = {"np": np}
        exec(source, names)
        mine = X.copy()
        try:
            return np.array_equal(names["f"](mine), X + 1) and np.array_equal(mine, X)
        except Exception:
            return False

    found = search(repairs("def f(X):\n    n = 1\n    X += n\n    return X", "f"), passed)
    assert (found.repair.aspect, found.repair.line) == ("copy", 3)


def test_every_repair_is_another_program_with_a_line_of_the_learners():
    """Every repair parses, differs from the code and from the others, names a line and words of the learner's text, and has a hint."""
    source = "import numpy as np\n\ndef g(x): return 1 / (1 + np.exp(-x))\n\n\ndef f(X, W,\n      b):\n    Z = X @ W  # layer\n    out = []\n    for z in Z: out.append(g(z) - b)\n    return np.array(out), Z\n"
    found = list(repairs(source, "f", most=400))
    assert len(found) == 400
    assert len({ast.dump(ast.parse(one.source)) for one in found} | {ast.dump(ast.parse(source))}) == 401
    lines = source.splitlines()
    for one in found:
        assert 0 < len(one.before) <= 60 and one.before.split()[0] in lines[one.line - 1]
        assert words(one).question == TEXTS[one.aspect][0]


@pytest.mark.parametrize(
    "source",
    ["", "def f(:", "def g(x):\n    return x", "\0", "x" * 30_000, "def f(x):\n    return " + "-" * 5000 + "x", "def f(x):\n    return x" + ".a" * 2000, "def f(x):\n    return " + "(" * 150 + "x" + ")" * 150]
    + ["def f(x):\n" + "    x = x + 1\n" * 900, "def f(x):\n    return " + "+".join("x" * 900), "f = lambda x: x", "class f: pass", "async def f(x): pass", "def f(): " + "9" * 5000],
)
def test_odd_text_is_harmless(source):
    """Text that is no function, or too long or deep, has no more than a bounded number of repairs, and raises nothing."""
    assert len(list(repairs(source, "f", most=20))) <= 20


def test_a_repair_of_code_that_is_right_is_not_looked_for_for_ever():
    """The search ends when the caller has had enough."""
    left = iter([True, True, False])
    tried = []
    assert search(repairs("def f(x):\n    return x + 1", "f"), lambda source: bool(tried.append(source)), goes_on=lambda: next(left)) is None
    assert len(tried) == 2
