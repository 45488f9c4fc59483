"""The calls of a learner's function that a check made: what was asked, what came back, how much there is to compute."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from autograder.checking.asked import Asked, Trace
from autograder.checking.chain import After, View
from autograder.checking.memo import key_of
from autograder.checking.observe import Named, Outcome

_LARGEST = 2000  # numbers in the arguments of a small call, and the largest whole number among them
# The product of the whole numbers beside a generator: so many numbers may be drawn at once, and a slip that squares one of them
# draws a thousand times as many.
_DRAWN = 4096
_LONG_ARRAY = 500  # numbers, with which a line takes twice as long


@dataclass(frozen=True, slots=True)
class Call:
    """One call: what was asked, with which arguments, and what came back."""

    asked: Asked
    args: tuple
    outcome: Outcome

    @property
    def key(self) -> tuple | None:
        """What tells this call from others; None if nothing does."""
        key = arguments_key(self.args)
        return key and (_signature(self.asked.function), *key)

    @property
    def is_small(self) -> bool:
        """Whether it takes little time: hundreds of slips are called in the same way."""
        room = _LARGEST - sum(value.size if isinstance(value, np.ndarray) else abs(value) for value in _counts(self.args))
        return room >= 0 and self._drawn <= _DRAWN

    def work(self, lines: int) -> int:
        """What changed code does in this call, where right code takes so many lines: lines, weighted by the size of what they work on."""
        largest = max((value.size for value in _counts(self.args) if isinstance(value, np.ndarray)), default=0)
        return max(1, lines) * (_LONG_ARRAY + max(largest, self._drawn)) // _LONG_ARRAY

    @property
    def _drawn(self) -> int:
        """How many numbers are drawn at once, at most."""
        if not any(isinstance(arg, np.random.Generator) for arg in self.args):
            return 0
        drawn = 1
        for value in _counts(self.args):
            drawn *= max(1, abs(value)) if isinstance(value, int) else 1
        return drawn


def calls(trace: Trace, function: str) -> list[Call]:
    """The calls of a function in a trace."""
    return [
        Call(asked, args, outcome)
        for asked in getattr(trace, "asked", ())
        if asked.name == function and isinstance(asked.function, Named | View | After)  # no test on trial, for one
        for args, outcome in zip(asked.cases, asked.outcomes, strict=True)
    ]


def arguments_key(args: object) -> tuple | None:
    """What tells arguments from others; None if they are not plain data."""
    return key_of(_anything, args)


def _anything() -> None:
    """Stands for the function in keys that are about arguments alone."""


def _signature(function: object) -> tuple:
    """What tells functions, and views and chains of them, apart."""
    if isinstance(function, View):
        return "view", _signature(function.function), function.look
    if isinstance(function, After):
        return "after", _signature(function.forward), _signature(function.backward), function.take
    return (function.__name__,)


def _counts(value: object) -> Iterator[np.ndarray | int]:
    """The arrays and whole numbers in nested arguments."""
    if isinstance(value, np.ndarray | int):
        yield value
    elif isinstance(value, tuple | list | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _counts(item)
