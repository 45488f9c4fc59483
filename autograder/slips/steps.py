"""How much a call does, counted in lines of the course's own code: the same on every machine, however busy it is."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection
from contextlib import contextmanager
from types import FrameType


class TooManySteps(Exception):
    """A call has done more than it may."""


class Steps:
    """The lines that the code of some files (by the name that is compiled in) executes inside `with counted:`, added up.

    A call that goes beyond `limit` lines ends with TooManySteps: an error of its own, which no other code raises. Lines of numpy
    are not counted; a debugger or a measurement of coverage does not see what runs inside.
    """

    def __init__(self, files: Collection[str]) -> None:
        self._files = frozenset(files)
        self.taken = 0
        self._limit = 0

    @contextmanager
    def counted(self, limit: int = sys.maxsize):
        """Count from 0 what the block does."""
        before = sys.gettrace()
        self.taken, self._limit = 0, limit
        sys.settrace(self._called)
        try:
            yield
        finally:
            sys.settrace(before)

    def _called(self, frame: FrameType, event: str, argument: object) -> Callable | None:
        return self._line if frame.f_code.co_filename in self._files else None

    def _line(self, frame: FrameType, event: str, argument: object) -> Callable:
        if event == "line":
            self.taken += 1
            if self.taken > self._limit:
                raise TooManySteps
        return self._line
