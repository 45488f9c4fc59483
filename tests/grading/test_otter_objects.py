"""Otter's result objects come without the rest of Otter, and say what the whole Otter says."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from autograder.grading.otter_objects import otter_objects
from autograder.grading.otter_results import gradescope_json
from autograder.grading.verdicts import Grade
from tests.grading.grades import BASIS, grade, partly, unreadable

GRADES = [grade("ada"), partly("blaise"), partly("carl", hidden=False), unreadable("dora"), Grade("emmy", "emmy", "d", "failed", "ToolBroke")]


@pytest.fixture
def forgetful(monkeypatch):
    """Neither Otter nor its classes have been imported; afterwards everything is as it was."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "otter"]:
        monkeypatch.delitem(sys.modules, name)
    otter_objects.cache_clear()
    yield
    otter_objects.cache_clear()


def test_they_say_what_the_whole_otter_says(forgetful):
    """Byte for byte, with its own configuration; and they are not the same classes, so that there is something to compare."""
    light = otter_objects()
    told = [json.dumps(gradescope_json(BASIS, one)) for one in GRADES]
    import otter  # noqa: F401 - from here on the whole of it

    otter_objects.cache_clear()
    assert otter_objects().GradingResults is not light.GradingResults
    assert [json.dumps(gradescope_json(BASIS, one)) for one in GRADES] == told


def test_nothing_else_of_otter_is_imported_and_nothing_false_stays_behind():
    """Neither notebook conversion nor data frames; a later import of what was left out is not misled."""
    script = (
        "import sys\n"
        "from autograder.grading.otter_objects import otter_objects\n"
        "otter_objects()\n"
        "print([name for name in ('nbconvert', 'pandas', 'jsonschema', 'otter', 'otter.test_files', 'nbformat', 'IPython') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_an_otter_that_is_built_in_another_way_is_imported_whole(forgetful, monkeypatch):
    """The short way is not relied on."""
    monkeypatch.setattr("autograder.grading.otter_objects.find_spec", lambda name: None)
    assert otter_objects().GradingResults.__module__ == "otter.test_files"
    assert hasattr(sys.modules["otter"], "Notebook")
