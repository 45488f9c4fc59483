"""The course as it stands passes its own audit, in the quick mode: `autograder audit` is the complete one, and takes minutes."""

from pathlib import Path

import pytest

from autograder.audit.run import audit, table
from autograder.course import list_assignments, load

ROOT = Path(__file__).parents[2]


@pytest.mark.longest
@pytest.mark.parametrize("assignment_id", list_assignments(ROOT))
def test_assignment_has_no_holes(assignment_id):
    """Blank 0, reference and variants full, each mistake loses its own question and gets its own name; and so on."""
    parts = audit(load(ROOT, assignment_id), jobs=1, quick=True)
    assert all(part.cases for part in parts), [part.name for part in parts if not part.cases]
    assert {part.name for part in parts} >= {"leaks", "parity"}
    assert not any(part.holes for part in parts), "\n".join(table(parts))
