"""Kinds of change that stand in more than one place, or that one sign does not make."""

import ast

import numpy as np
import pytest

from autograder.repair import Evidence, line_raised, repairs
from tests.repair.search import search
from tests.repair.test_repairs import X, passes

KINDS = {
    "root of squares": ("power", "def f(X):\n    return X / np.sqrt((X ** 2).sum(axis=1, keepdims=True))", lambda X: X / X.sum(axis=1, keepdims=True)),
    "mean that only divides": ("reduction", "def f(X):\n    return np.mean(X, axis=0)", lambda X: X / len(X)),
    "first row for the sum": ("reduction.missing", "def f(X):\n    return X[0] * 3", lambda X: X.sum(axis=0) * 3),
    "product of sums": ("product", "def f(X):\n    return np.sum(X[0]) * np.sum(X, axis=1)", lambda X: X @ X[0]),
    "two for a square": ("power", "def f(X):\n    return 1 - 2 * np.tanh(X)", lambda X: 1 - np.tanh(X) ** 2),
    "reshaped, not transposed": ("operand.transposed", "def f(X):\n    return X.reshape(3, 2) * 7", lambda X: X.T * 7),
    "another operand": ("name", "def f(X):\n    W = np.cos(X) + 2\n    return X.T @ X", lambda X: X.T @ (np.cos(X) + 2)),
    "logarithm of a softmax": ("overflow", "def f(X):\n    Z = X * 300\n    e = np.exp(Z - Z.max(axis=1, keepdims=True))\n    P = e / e.sum(axis=1, keepdims=True)\n    return np.log(P[:, 0] + 1e-12)", lambda X: 300 * (X - X.max(axis=1, keepdims=True))[:, 0]),
    "logarithm of a sigmoid": ("overflow", "def f(X):\n    z = X * 300\n    p = 1 / (1 + np.exp(-z))\n    return X * np.log(p + 1e-9) + (1 - X) * np.log(1 - p + 1e-9)", lambda X: -X * np.logaddexp(0, -300 * X) - (1 - X) * np.logaddexp(0, 300 * X)),
    "small for zero": ("comparison", "def f(X):\n    return np.where(np.abs(X) < 1e-3, 5.0, X)", None),
    "two types": ("dtype", "def f(X):\n    a = np.float32(X)\n    return (a / 3).astype(np.float32)", lambda X: X / 3),
    "sign at another entry": ("sign", "def f(X):\n    return np.array([[-X[0, 1], X[1, 1]], [X[1, 2], X[0, 1]]])", lambda X: np.array([[2.0, -0.5], [7.0, 2.0]])),
    "product built up": ("accumulate", "def f(X):\n    t = 0\n    for x in X[1] + 1:\n        t += x\n    return t", lambda X: np.prod(X[1] + 1)),
    "term in the inner loop": ("step.loop", "def f(X):\n    t = 0.0\n    for r in X:\n        for x in r:\n            t += x * x + r[2]\n    return t", lambda X: (X**2).sum() + X[:, 2].sum()),
    "index too many": ("index", "def f(X):\n    Z = X * 2\n    Z[0] += 5\n    return Z", lambda X: X * 2 + 5),
    "outer name": ("name", "W = np.ones((3, 3))\n\ndef f(W_):\n    return W.T * 7", lambda X: X.T * 7),
    "printed": ("return.missing", "def f(X):\n    print(X.T * 7)", lambda X: X.T * 7),
    "forgotten slope": ("factor.slope", "def f(X):\n    W1, H1, N = np.ones((3, 3)), np.cos(X), len(X)\n    dZ2 = (H1 - X) / N\n    return dZ2 @ W1.T", lambda X: ((np.cos(X) - X) / 2 * np.cos(X) * (1 - np.cos(X))) @ np.ones((3, 3))),
    "slope of an activation": ("factor.slope", "def f(X):\n    return X * (1 - X) + g(X) * 0\n\ndef g(x):\n    return 1 / (1 + np.exp(-x))", lambda X: np.exp(-X) / (1 + np.exp(-X)) ** 2),
    "choice not passed on": ("argument.missing", "def g(x, kind='a'):\n    return np.cos(x) * x if kind == 'a' else np.exp(x) + x\n\ndef f(X, kind='b'):\n    return g(X) + X", lambda X: np.exp(X) + 2 * X),
    "power of a power": ("power", "def f(X):\n    return (np.exp(X) ** 2) ** 3", lambda X: np.exp(5 * X)),
    "counted in every turn": ("step.loop", "def f(X):\n    t = 4\n    out = []\n    for x in X[0]:\n        t += 1\n        out.append(x * t)\n    return np.array(out)", lambda X: X[0] * 5),
    "only in one case": ("step.case", "def f(X):\n    t, out = 0.0, []\n    for r in X:\n        t += r.sum()\n        out.append(r if r[0] == X[0, 0] else r * 2)\n    return np.array(out) + t", lambda X: np.array([X[0], 2 * X[1]]) + X[0].sum()),
}


def close_to_zero(source):
    """A check: whether numbers that are small, but not zero, stay."""
    names = {"np": np}
    exec(source, names)
    A = np.array([0.0, 1e-5, -3.0])
    try:
        return np.array_equal(names["f"](A), np.array([5.0, 1e-5, -3.0]))
    except Exception:
        return False


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_change_is_found(kind):
    """Code with one mistake of a kind is repaired by a change that is called by its aspect."""
    aspect, source, right = KINDS[kind]
    found = search(repairs(source, "f"), close_to_zero if right is None else passes(right))
    assert found.repair.aspect == aspect


def test_a_function_that_was_handed_in_gets_the_shape_of_an_argument():
    """In all of its calls together."""
    source = "def f(h, X):\n    v = np.ravel(X)\n    return h(v + 1) - h(v)"
    found = [repair for repair in repairs(source, "f") if repair.source.count(", np.shape(X))") == 2]
    assert found[0].aspect == "shape.axis"


def test_a_list_is_repeated_once_more_or_less_often():
    """The number of layers between the first and the last is one less than their number."""
    found = {ast.unparse(ast.parse(repair.source)): repair.aspect for repair in repairs("def f(a, L):\n    return [0] + [a] * L", "f")}
    assert [found[f"def f(a, L):\n    return [0] + [a] * (L {step} 1)"] for step in "-+"] == ["length", "length"]


def test_what_a_failure_says_comes_first():
    """A sign is tried earlier if the numbers show one, and the line that raised an error before the others."""
    source = "def f(X):\n    a = X - X.mean()\n    b = X.sum(axis=0) * 3\n    return np.maximum(a, b) / len(X)"
    order = lambda **known: [repair.aspect for repair in repairs(source, "f", evidence=Evidence(**known))]
    assert order(kind="value", relations=("sign",)).index("sign") < order(kind="value").index("sign")
    lines = [repair.line for repair in repairs(source, "f", evidence=Evidence("raised", (), 4))]
    assert lines[:60].count(4) > [repair.line for repair in repairs(source, "f", evidence=Evidence("raised"))][:60].count(4)


def test_the_line_that_raised_is_read_from_the_traceback():
    """The last line of the learner's function, not of what it calls."""
    text = 'File "<cell>", line 3, in f\n  g(x)\nFile "<cell>", line 9, in g\nValueError: no'
    assert (line_raised(text, "f"), line_raised(text, "g"), line_raised(text, "h")) == (3, 9, 0)


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("def f(X):\n    Z = X\n    Z[0] = 1.0\n    return Z", 3),
        ("def f(X):\n    for row in X:\n        row *= 2.0\n    return X", 3),
        ("def f(X, seen=[]):\n    n = len(X)\n    seen.append(n)\n    return sum(seen)", 3),
        ("def f(X):\n    n = len(X)\n    np.exp(X, out=X)\n    return X / n", 3),
    ],
)
def test_a_change_in_place_is_told_where_it_is_made(source, line):
    """Also through another name, for the items, by a method and by `out`; and not where the copy would be made."""
    assert line in {repair.line for repair in repairs(source, "f") if repair.aspect in ("copy", "state")}
    assert 2 not in {repair.line for repair in repairs(source, "f") if repair.aspect in ("copy", "state") and repair.cost < 3}
