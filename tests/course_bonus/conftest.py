"""Assignment bonus for its own tests; what holds for every assignment is tested in tests/course."""

from tests.course.notebooks import fixtures

bonus, reference, run, failures = fixtures("bonus")
