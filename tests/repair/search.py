"""Which of many repairs makes the code right, tried in this process; the grader tries them in a sandbox (`grading/bench.py`)."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from autograder.repair.model import Repair


@dataclass(frozen=True, slots=True)
class Found:
    """A repair that passes, and how many were tried until then."""

    repair: Repair
    tried: int


def search(repairs: Iterable[Repair], passes: Callable[[str], bool], *, goes_on: Callable[[], bool] = lambda: True) -> Found | None:
    """The first repair whose source passes, None if none does.

    Args:
        passes: whether the checks let a source through; what it raises ends the search.
        goes_on: asked before every try; the search ends when it says no (a deadline, a session that is lost).
    """
    for tried, repair in enumerate(repairs, 1):
        if not goes_on():
            return None
        with np.errstate(all="ignore"), warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of code that is mostly wrong
            passed = passes(repair.source)
        if passed:
            return Found(repair, tried)
    return None
