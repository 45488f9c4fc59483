"""What is found where no known kind of change is enough: an expression for a hole, by the values that are there."""

from copy import deepcopy

import numpy as np
import pytest

from autograder.repair import Failing, agree, holed, refilled
from tests.repair.probing import LocalProbe

# What Python and numpy think of expressions that are tried is told nobody.
pytestmark = pytest.mark.filterwarnings("ignore::RuntimeWarning")
rng = np.random.default_rng(5)
X, Y, V = rng.normal(size=(4, 3)), rng.normal(size=(4, 3)), rng.normal(size=3)

# By what is wrong: the code, what is right, the arguments of two calls, the line.
CASES = {
    "a part of the result": ("def f(X, Y):\n    N = len(X)\n    d = (X - Y) / Y\n    return d", lambda X, Y: (X - Y) / len(X), [(X, Y), (Y, X)], 3),
    "a step that is left out": ("def f(X):\n    m = X.max(axis=1, keepdims=True)\n    e = np.exp(X - m)\n    return e", lambda X: np.exp(X - X.max(1, keepdims=True)) / np.exp(X - X.max(1, keepdims=True)).sum(1, keepdims=True), [(X,), (Y,)], (3, 4)),
    "an operand of a sum": ("def f(a, b):\n    c = a * b\n    return np.sqrt(c + a)", lambda a, b: np.sqrt(a * b + np.exp(-b)), [(2.0, 0.3), (1.5, 0.7)], 3),
    "a number that is built up": ("def f(v):\n    s = 0.0\n    for i in range(len(v)):\n        s += v[i] * i\n    return s", lambda v: sum(v[i] * v[i] * i for i in range(len(v))), [(V,), (V + 1,)], 4),
    "one branch of a choice": ("def f(z, alpha):\n    return np.where(z > 0, 1.0, z + alpha)", lambda z, alpha: np.where(z > 0, 1.0, alpha * np.exp(z)), [(V, 0.7), (-V, 1.3)], 2),
    "an entry of a list": ("def f(v):\n    out = []\n    for x in v:\n        y = np.tanh(x)\n        out.append(x - y)\n    return np.array(out)", lambda v: 1 - np.tanh(v) ** 2, [(V,), (2 * V,)], 5),
    "an entry of a dict": ("def f(p, lr):\n    new = {}\n    for k in p:\n        new[k] = p[k] - lr\n    return new", lambda p, lr: {k: p[k] - lr * p[k] for k in p}, [({"a": V, "b": X}, 0.1), ({"a": X, "b": V}, 0.3)], 4),
}


def first_line(source, right, calls, late=lambda share: False):
    """The line of the first filling with which further calls come out right too."""
    names = {"np": np}
    exec(source, names)
    f = names["f"]
    failing = Failing(tuple(f(*deepcopy(call)) for call in calls), tuple(right(*call) for call in calls))
    code = holed(source, "f")
    for filling in refilled(code, LocalProbe(names, "f", calls), failing, late):
        repair = code.filled(filling)
        fresh = {"np": np}
        exec(repair.source, fresh)
        if all(agree(fresh["f"](*deepcopy(call)), right(*call)) for call in calls):
            return repair.line
    return None


@pytest.mark.parametrize("case", CASES)
def test_a_hole_is_filled(case):
    """The line with the mistake, although none of the known kinds of change makes the code right."""
    source, right, calls, line = CASES[case]
    assert first_line(source, right, calls) in np.atleast_1d(line)


def test_nothing_is_found_where_nothing_small_helps():
    """Noise is no expression of the arguments."""
    noise = iter(rng.normal(size=(20, 4, 3)))
    assert first_line("def f(X):\n    return X * 2", lambda X: next(noise), [(X,), (Y,)]) is None


def test_the_arguments_stay_as_they_are():
    """Code that writes into what it is given cannot spoil the next try."""
    source = "def f(X):\n    X *= 2\n    return X"
    before = X.copy()
    assert first_line(source, lambda X: X * 3, [(X,), (Y,)]) == 2
    assert np.array_equal(X, before)


def test_when_time_is_up_nothing_more_is_run():
    """No hole is looked at any more."""
    source, right, calls, _ = CASES["a part of the result"]
    assert first_line(source, right, calls, lambda share: True) is None


@pytest.mark.parametrize("source", ["def f(X):\n    while X is not None:\n        X = None\n    return X", "def f(X):\n    raise ValueError(X)"])
def test_what_a_loop_or_an_error_depends_on_is_left_alone(source):
    """No hole in a `while` or a `raise`."""
    assert not [hole for spot in holed(source, "f").spots for hole in spot.holes if hole.site.statement.lineno in (2, 3)]
