"""Results as data."""

from __future__ import annotations

from dataclasses import fields, replace

from autograder.grading.verdicts import Mend, QuestionResult
from tests.grading.grades import passed, wrong


def test_timeless_takes_the_seconds_and_nothing_else():
    """Of verdicts as of results. Two who got the same are equal, and can be looked up; whatever differs otherwise still does."""
    mend = Mend("f", 3, "x = 1", "sign", ("a", "b"))
    full = QuestionResult("q2", 10.0, 4.0, "wrong", (passed("q2", 4.0), wrong("q2", 6.0)), own_earned=3.0, carried=("f",), mend=mend)
    slower = replace(full, verdicts=tuple(replace(verdict, seconds=7.0) for verdict in full.verdicts))
    assert full.timeless == slower.timeless and hash(full.timeless) == hash(slower.timeless)
    assert [verdict.seconds for verdict in slower.timeless.verdicts] == [0.0, 0.0]
    for before, after in zip(slower.verdicts, slower.timeless.verdicts, strict=True):
        assert replace(after, seconds=before.seconds) == before
    for field in fields(QuestionResult):
        if field.name != "verdicts":
            assert getattr(full.timeless, field.name) == getattr(full, field.name)
    changed = replace(full, verdicts=(full.verdicts[0], replace(full.verdicts[1], status="raised")))
    assert changed.timeless != full.timeless
