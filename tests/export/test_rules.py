"""course.toml: lateness and attempts, and what is told about a faulty line."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.export import ExportError
from autograder.export.rules import Deadline, Rules, read_rules

DUE = datetime(2026, 10, 1, 12, tzinfo=UTC)
RULES = Rules({"a1": Deadline(due=DUE)}, grace=timedelta(minutes=15), per_day=0.1, at_most=0.5, closes_after=timedelta(days=7))


@pytest.mark.parametrize(
    "late, share",
    [
        (timedelta(0), 0.0),
        (timedelta(minutes=15), 0.0),
        (timedelta(minutes=15, seconds=1), 0.1),
        (timedelta(days=1, minutes=15), 0.1),
        (timedelta(days=1, minutes=16), 0.2),
        (timedelta(days=6, minutes=15), 0.5),
        (timedelta(days=7, minutes=15), 0.5),
        (timedelta(days=7, minutes=16), 1.0),
    ],
)
def test_each_started_day_costs_its_share(late, share):
    """After the grace; not more than the most; nothing is left after the close."""
    assert RULES.lost("a1", DUE + late) == pytest.approx(share)


@given(st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=400)), st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=400)))
def test_later_is_never_better(one, other):
    """The share lost does not fall with time, and stays between 0 and 1."""
    early, late = sorted([one, other])
    assert 0.0 <= RULES.lost("a1", DUE + early) <= RULES.lost("a1", DUE + late) <= 1.0


def test_time_zones_are_compared_as_moments():
    """13:00 in +02:00 is before 12:00 in UTC."""
    assert RULES.days_late("a1", datetime.fromisoformat("2026-10-01T13:00:00+02:00")) == 0


def test_nothing_is_late_without_a_due_date_or_a_time():
    """Neither an assignment that is not listed nor a submission whose time is unknown."""
    assert RULES.lost("a2", DUE + timedelta(days=99)) == RULES.lost("a1", None) == 0.0


def test_the_example_of_the_module_is_read(tmp_path):
    """The lines shown in the documentation mean what they say."""
    import autograder.export.rules as module

    shown = "\n".join(line.removeprefix("    ") for line in module.__doc__.splitlines() if line.startswith("    "))
    (tmp_path / "course.toml").write_text(shown, encoding="utf-8")
    rules = read_rules(tmp_path / "course.toml")
    assert rules.of("a1").title.endswith("(4711)") and rules.of("a1").due.utcoffset() == timedelta(hours=2)
    assert (rules.grace, rules.per_day, rules.at_most, rules.closes_after, rules.keep) == (timedelta(minutes=15), 0.1, 0.5, timedelta(days=7), "best")


@pytest.mark.parametrize(
    "text, words",
    [
        ("[late\n", "is not TOML"),
        ("[lates]\nx = 1\n", r"no table \[lates\]"),
        ("late = 3\n", r"no table \[late\]"),
        ("[late]\nper_hour = 1\n", "has no 'per_hour'"),
        ("[late]\nper_day = 10\n", "a number from 0 to 1"),
        ("[late]\nper_day = nan\n", "a number from 0 to 1"),
        ('[late]\nper_day = "a lot"\n', "a number from 0 to 1"),
        ('[times]\nzone = "Berlin"\n', "name of a time zone"),
        ("[times]\nzone = 2\n", "name of a time zone"),
        ('[attempts]\nkeep = "first"\n', '"best" or "last"'),
        ("[assignments.a1]\ndue = 2026-10-01T23:59:00\n", "time zone"),
        ("[assignments.a1]\ndue = 2026-10-01\n", "time zone"),
        ("[assignments.a1]\nduedate = 1\n", "`title` and `due`"),
        ("[assignments.a1]\ntitle = 1\n", "in quotes"),
    ],
)
def test_a_faulty_line_is_told(tmp_path, text, words):
    """Which, and what is allowed."""
    (tmp_path / "course.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ExportError, match=words):
        read_rules(tmp_path / "course.toml")


def test_a_missing_file_is_told(tmp_path):
    """Not a traceback."""
    with pytest.raises(ExportError, match="cannot be read"):
        read_rules(tmp_path / "course.toml")
