"""The charts show the numbers they are made from."""

from __future__ import annotations

import statistics

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.report.charts import histogram, stack

_scores = st.lists(st.integers(0, 850).map(lambda n: n / 10), min_size=1, max_size=60).map(sorted)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(scores=_scores)
def test_the_columns_are_numpys_histogram(scores):
    """Same counts as np.histogram; heights in proportion; columns inside the picture, side by side."""
    made = histogram(scores, 85.0)
    counts = [column.count for column in made.columns]
    # Points are multiples of 0.1, so an edge such as 8.5 is met exactly or not at all once both are in tenths.
    expected, _ = np.histogram(np.round(np.array(scores) * 10), bins=np.arange(11) * 85)
    assert counts == list(expected)
    for column in made.columns:
        assert column.height == pytest.approx(max(c.height for c in made.columns) * column.count / max(counts))
        assert column.y >= 0 and column.height >= 0
    ends = [column.x + column.width for column in made.columns]
    assert all(end < after.x for end, after in zip(ends, made.columns[1:], strict=False))
    assert made.columns[0].x >= 0 and ends[-1] <= 100


@settings(max_examples=50, deadline=None, derandomize=True)
@given(scores=_scores)
def test_the_text_says_what_the_picture_shows(scores):
    """Range, median, full marks and the lower half, in words."""
    text = histogram(scores, 85.0).text
    assert f"median {statistics.median(scores):g};" in text
    assert f"from {scores[0]:g} to {scores[-1]:g} of 85 points" in text
    assert f"{sum(s == 85 for s in scores)} with every point, {sum(s < 42.5 for s in scores)} below half." in text


def test_an_assignment_without_points_has_a_histogram_too():
    """Nobody divides by zero."""
    assert [column.count for column in histogram([0.0, 0.0], 0.0).columns] == [2] + [0] * 9


def test_a_stacked_bar_is_as_long_as_its_counts():
    """Widths in percent, one after the other, empty groups left out."""
    first, second = stack({"solved": 3, "wrong": 0, "error": 1})
    assert (first.group, first.x, first.width, first.count) == ("solved", 0.0, 75.0, 3)
    assert (second.group, second.x, second.width, second.count) == ("error", 75.0, 25.0, 1)
    assert stack({"solved": 0}) == ()
