"""Do two versions of a function that pass the same checks do the same elsewhere? If not, at most one of them is right.

Public checks are few: a change may pass them by accident. Where two changes in different lines pass that make different
functions, nobody knows which line holds the mistake. The calls they are told apart by are those of the checks, with other numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from autograder.checking.fingerprint import same_outcome
from autograder.checking.observe import observe_quietly

_MOST_CALLS = 12


def do_the_same(one: Callable, other: Callable, calls: Sequence[tuple]) -> bool:
    """Whether two functions answer alike to variations of some calls (tuples of arguments)."""
    varied = [tuple(_varied(value, variation) for value in call) for call in calls[:_MOST_CALLS] for variation in _VARIATIONS]
    return all(same_outcome(a, b) for a, b in _pairs(one, other, varied))


def _pairs(one: Callable, other: Callable, calls: Sequence[tuple]) -> Iterator[tuple]:
    for call in calls:
        yield (*observe_quietly(one, [call]), *observe_quietly(other, [call]))


def _stretched(value: object) -> object:
    return value * 1.25 + 0.0625


def _mirrored(value: object) -> object:
    return value * -0.75 - 0.125


def _turned(value: object) -> object:
    """The rows in reverse: what is 0 or 1, or a label, stays what it is."""
    return value[::-1].copy() if isinstance(value, np.ndarray) and value.ndim else value


_VARIATIONS = ((_stretched, "f"), (_mirrored, "f"), (_turned, "fiub"))


def _varied(value: object, variation: tuple[Callable, str]) -> object:
    change, kinds = variation
    if isinstance(value, np.ndarray):
        return change(value) if value.dtype.kind in kinds and value.size else value
    if isinstance(value, float):
        return change(value)
    if isinstance(value, dict):
        return {key: _varied(item, variation) for key, item in value.items()}
    if type(value) in (list, tuple):
        return type(value)(_varied(item, variation) for item in value)
    return value
