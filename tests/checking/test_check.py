"""Checks, their records and how those are shown."""

import json
import subprocess
import sys

import numpy as np
import pytest

from autograder.checking import Failure, Record, check, expect, render_html, render_text, same_trace
from autograder.checking.record import KINDS


@check("q1", points=2)
def doubles(double):
    """Doubles every entry."""
    expect(double, np.array([1.0, 2.0])).equals(np.array([2.0, 4.0]))


@check("q1", points=3, hidden=True)
def doubles_hidden(double):
    """Doubles any array."""
    expect(double, np.array([31.0])).equals(np.array([62.0]))


def test_passing_check_has_no_record():
    """A check that passes returns None."""
    assert doubles.__check__.run({"double": lambda x: 2 * x}) is None


def test_record_says_which_check_failed():
    """The record carries the question, the check and its title."""
    record = doubles.__check__.run({"double": lambda x: x})
    assert (record.question, record.check, record.title, record.kind) == ("q1", "doubles", "Doubles every entry.", "value")


def test_missing_function():
    """A function that is not defined is missing, by name."""
    record = doubles.__check__.run({})
    assert record.kind == "missing"
    assert "double" in record.message


def test_overwritten_function():
    """A number where a function was expected is told as such."""
    assert doubles.__check__.run({"double": 5}).kind == "type"


def test_function_is_called_by_the_name_learners_know():
    """A lambda is shown under the name of the question's function."""
    assert doubles.__check__.run({"double": lambda x: x}).call.startswith("double(")


def test_hidden_record_is_redacted():
    """No number of a hidden check is in what learners see; kind, title and hints stay."""
    record = doubles_hidden.__check__.run({"double": lambda x: x}).with_mistake("Does nothing.", ("why?", "rule", "where"))
    shown = render_text(record.redacted(), hint_levels=3) + render_html(record.redacted())
    assert "31" not in shown
    assert "62" not in shown
    assert "Doubles any array." in shown
    assert "why?" in shown


def test_text_of_hidden_failure_is_redacted():
    """The exception Otter prints says nothing of a hidden input."""
    with pytest.raises(Failure) as caught:
        doubles_hidden.__check__.require({"double": lambda x: x})
    assert "31" not in str(caught.value)
    assert "62" not in str(caught.value)


def test_error_text_of_hidden_call_is_redacted():
    """An exception that quotes its input does not carry it out of a hidden check."""

    def leaks(x):
        raise ValueError(f"input was {x.tolist()}")

    assert "31" not in str(doubles_hidden.__check__.run({"double": leaks}).redacted().to_dict())


def test_records_survive_json():
    """A record comes back from JSON as it was."""
    record = doubles.__check__.run({"double": lambda x: x}).with_mistake("m", ("a", "b", "c"))
    assert Record.from_dict(json.loads(json.dumps(record.to_dict()))) == record


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_redacted(kind):
    """Each kind of failure has a sentence for hidden checks."""
    assert Record(kind=kind, message="secret", hidden=True).redacted().message != "secret"


def test_html_is_escaped():
    """Text from a learner's code cannot become markup."""
    record = Record(kind="raised", message="<script>alert(1)</script>", got="<b>", detail="<i>", hints=("<u>", "<s>", "<q>"))
    page = render_html(record)
    assert not any(tag in page for tag in ("<script", "<b>", "<i>", "<u>", "<s>", "<q>"))


def test_traces_tell_functions_apart():
    """Two functions with the same results have the same trace; another one has not."""
    _, one = doubles.__check__.trace({"double": lambda x: 3 * x})
    _, same = doubles.__check__.trace({"double": lambda x: x + x + x})
    _, other = doubles.__check__.trace({"double": lambda x: x + 1})
    assert same_trace(one, same)
    assert not same_trace(one, other)


def test_check_without_docstring_is_refused():
    """A check needs the title that learners see."""
    with pytest.raises(ValueError, match="docstring"):

        @check("q1", points=1)
        def untitled(f):
            pass


def test_checking_imports_numpy_and_the_standard_library_only():
    """What every public check imports stays light: numpy and nothing else from outside."""
    code = (
        "import sys, numpy; before = set(sys.modules); import autograder.checking;"
        "new = {name.split('.')[0] for name in set(sys.modules) - before};"
        "print(sorted(new - set(sys.stdlib_module_names) - {'numpy', 'autograder'}))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
