"""Repairs: one small change of a learner's code makes it right, and is named with its line."""

import ast

import numpy as np
import pytest

from autograder.repair import repairs, search, words
from autograder.repair.words import TEXTS

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
}
X = np.array([[0.0, 2.0, -1.0], [3.0, 0.5, 7.0]])


def passes(right):
    """A check: whether `f` of a source does to an array what `right` does."""

    def passed(source):
        names = {"np": np}
        try:
            exec(source, names)
            return np.array_equal(names["f"](X.copy()), right(X))
        except Exception:
            return False

    return passed


@pytest.mark.parametrize("aspect", MISTAKES)
def test_one_change_is_found_and_named(aspect):
    """A function with one mistake is repaired by a change of the kind of the mistake."""
    source, right = MISTAKES[aspect]
    found = search(repairs(source, "f"), passes(right))
    assert found.repair.aspect == aspect


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
