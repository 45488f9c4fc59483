"""The sealed hints that go out with the public tests."""

import json
import warnings

import numpy as np

from autograder.checking import Outcome
from autograder.checking.offline_hints import unseal
from autograder.course import load
from autograder.release import archive
from autograder.release.hints import sealed_hints

RAISES = '''

@mistake("shift", hints=("a?", "b", "c"))
def raises(A, by):
    """It raises an error."""
    raise ValueError("no")


@mistake("shift", hints=("a?", "b", "c"))
def only_hidden(A, by):
    """It goes wrong on hidden inputs only."""
    return 2 * A + by if A.ndim == 1 else A


@mistake("shift", hints=("First shift, then double?", "Doubling comes first.", "See the heading."))
def shifts_first(A, by):
    """It shifts before it doubles."""
    return 2 * (A + by)
'''


def test_each_telling_failure_has_its_entry_and_nothing_else_has(course):
    """A mistake is sealed in the public checks it fails with numbers: not where it passes, not where it only raises."""
    path = course / "solutions" / "t1_tiny" / "mistakes.py"
    path.write_text(path.read_text() + RAISES)
    book = json.loads(sealed_hints(load(course, "t1")))
    wrong = [Outcome(np.array([8.0, 10.0]))]
    assert unseal(book, "test_case", wrong) == (
        "It shifts before it doubles.",
        ("First shift, then double?", "Doubling comes first.", "See the heading."),
    )
    assert unseal(book, "test_case", [Outcome(np.array([5.0, 7.0]))]) is None
    assert unseal(book, "test_case", [Outcome(error="ValueError", message="no")]) is None
    assert len(book["entries"]) == 2 * 3  # squares in two checks, shifts_first in one, two grids each


def test_the_book_goes_to_learners_and_not_into_the_autograder(released):
    """Hints lie beside the public tests; Otter's zip has no use for them."""
    assert (released.student / "tests" / "hints.json").is_file()
    assert not [name for name in archive.read_zip(released.otter_zip) if "hints" in name]


def test_a_mistake_that_overflows_says_nothing_on_the_terminal(course):
    """Whoever releases is not shown warnings about wrong code."""
    path = course / "solutions" / "t1_tiny" / "mistakes.py"
    path.write_text(path.read_text() + '\n\nimport numpy as np\n\n\n@mistake("shift", hints=("a?", "b", "c"))\ndef overflows(A, by):\n    """It overflows."""\n    return np.exp(1000 * A)\n')
    assignment = load(course, "t1")
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        sealed_hints(assignment)
    assert told == []
