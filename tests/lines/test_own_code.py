"""Where a learner's code for a function stands: found as Jupyter leaves it, whatever else the cells hold."""

import pytest

from autograder.lines.own_code import definitions, needed, one_argument, own_code
from autograder.repair.model import LONGEST_SOURCE

DOUBLE = "def double(A):\n    return _times(A, 2)"
TIMES = "def _times(A, k):\n    return A * k"


def test_the_last_definition_counts():
    """A function that is defined twice is what the later cell made it."""
    assert own_code([DOUBLE, "x = 1", "%matplotlib inline\n!ls\n" + DOUBLE], "double").cell == 2


@pytest.mark.parametrize("cell", ["double = 3", "def double(:", "", "class double: pass"])
def test_nothing_is_found_where_no_function_is_defined(cell):
    """A name that stands for something else is not looked at."""
    assert own_code([cell], "double") is None
    assert own_code([DOUBLE, "double = 3"], "double") is None


def test_comments_and_layout_make_no_other_code():
    """The key tells code apart that does something else, also in what it uses, and nothing else."""
    key = own_code([TIMES, DOUBLE], "double").key
    assert own_code(["# mine\n\n" + DOUBLE.replace(", ", " ,  ") + "  # twice", TIMES], "double").key == key
    assert own_code([TIMES.replace("*", "+"), DOUBLE], "double").key != key
    assert own_code([TIMES, DOUBLE.replace("2", "3")], "double").key != key


@pytest.mark.parametrize(
    "body", ["(" * 150 + ")" * 150, "-" * 5000 + "1", "1" + " + 1" * 4000, "'" + "x" * LONGEST_SOURCE + "'", "'\ud800'", "\0", "x" + ".x" * 4000]
)
def test_hostile_text_is_left_alone(body):
    """What is too long or too deep for Python's own parser, or no text at all, raises nothing."""
    own_code([f"def double(A):\n    return {body}"], "double")


def test_a_long_notebook_is_not_read():
    """A megabyte of cells belongs to nobody who wants a hint."""
    assert own_code(["x = 1\n" * 3000] * 60 + [DOUBLE], "double") is None


def test_what_a_cell_computes_is_left_out():
    """A candidate is defined without repeating the training that stands below it."""
    assert definitions(f"_seen = {{}}\nlog = dict()\n{DOUBLE}\nloss = train(100)\nprint(loss)") == f"_seen = {{}}\nlog = dict()\n\n{DOUBLE}"


def test_what_is_needed_is_what_is_used():
    """Of the cells that define something, those are kept that some names rest on; what computes, plots or is overwritten is left out."""
    cells = ["import numpy as np\nimport matplotlib.pyplot as plt", "size = 2\nrng = np.random.default_rng(size)", TIMES.replace("*", "+"), TIMES, DOUBLE, "plt.show()"]
    assert needed(cells, ["double"]) == f"{TIMES}\n\n{DOUBLE}"
    assert needed(["import numpy as np", "def half(A):\n    return np.divide(A, 2)"], ["half"]).startswith("import numpy as np\n")


def test_functions_of_one_argument():
    """Arguments are counted, also those that can be given by name only; the last definition counts."""
    assert one_argument("def f(x): pass", "f") and not one_argument("def f(x): pass\ndef f(x, *, y): pass", "f")
