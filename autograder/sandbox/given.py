"""Functions of the trusted side that a session may call, by number: those it was given, and no others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from .errors import ProtocolViolation

# Functions given in one conversation have numbers of their own: these many from the first, whatever was given before.
RANGE = 1 << 20


class Given:
    """The functions given to one session."""

    def __init__(self) -> None:
        self._functions: dict[int, Callable] = {}
        self._first = self._next = 0
        self.missed: int | None = None  # a number in the range of a conversation that was asked for and never given

    @contextmanager
    def numbered_from(self, first: int) -> Iterator[None]:
        """Inside the block functions are numbered from here on."""
        before, (self._first, self._next) = (self._first, self._next), (first, first)
        try:
            yield
        finally:
            self._first, self._next = before

    def number(self, function: Callable) -> int:
        """The number of a function, the same if it is given again."""
        for number in range(self._first, self._next):
            if self._functions[number] is function:
                return number
        self._functions[self._next] = function
        self._next += 1
        return self._next - 1

    def function(self, number: object) -> Callable:
        """The function of that number. Raises ProtocolViolation."""
        if type(number) is not int or number not in self._functions:
            if type(number) is int and number >= RANGE:
                self.missed = number
            raise ProtocolViolation("a function that was never given")
        return self._functions[number]
