"""The course as it stands passes its own audit, in the quick mode: `autograder audit` is the complete one, and takes minutes."""

from pathlib import Path

import pytest

from autograder.audit import run
from autograder.audit.run import audit, table
from autograder.course import list_assignments, load
from autograder.grading.replay import grading_zygote

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def zygote():
    """A process that forks sessions, for the audits that run in one process of the tests: all have the same to hide."""
    with grading_zygote([ROOT / "solutions"]) as made:
        yield made


@pytest.fixture(autouse=True)
def lent(zygote, monkeypatch):
    """Every audit gets that process instead of starting one, and leaves it running."""
    monkeypatch.setattr(run, "grading_zygote", lambda secrets: zygote)
    monkeypatch.setattr(run._Graders, "__exit__", lambda *_: None)


@pytest.mark.longest
@pytest.mark.parametrize("assignment_id", list_assignments(ROOT))
def test_assignment_has_no_holes(assignment_id):
    """Blank 0, reference and variants full, each mistake loses its own question and gets its own name; and so on."""
    parts = audit(load(ROOT, assignment_id), jobs=1, quick=True)
    assert all(part.cases for part in parts), [part.name for part in parts if not part.cases]
    assert {part.name for part in parts} >= {"leaks", "parity"}
    assert not any(part.holes for part in parts), "\n".join(table(parts))
