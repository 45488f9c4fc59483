"""Assignment a5 for its own tests; what holds for every assignment is tested in tests/course."""

from tests.course.notebooks import fixtures

a5, reference, run, failures = fixtures("a5")
