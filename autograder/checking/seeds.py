"""Random inputs of checks: fixed for every learner, and all movable at once when the checks themselves are audited."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import numpy as np

_shift: ContextVar[int] = ContextVar("shift", default=0)


def rng(*key: int) -> np.random.Generator:
    """The generator a check draws its inputs from; `key` is one or more non-negative integers.

    The same key gives the same numbers in every run: a learner who submits twice gets the same verdict twice.
    """
    return np.random.default_rng([_shift.get(), *key])


@contextmanager
def shifted(amount: int) -> Iterator[None]:
    """Inside the block every `rng(key)` gives other numbers: do the checks still tell right from wrong?"""
    token = _shift.set(amount)
    try:
        yield
    finally:
        _shift.reset(token)
