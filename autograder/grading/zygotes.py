"""The processes that the sessions of one run are forked from: one that is started, and one for each worker, forked from it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress

from autograder.sandbox import Isolation, SandboxError, Zygote, ZygoteDied


class Zygotes:
    """Makes a zygote for every worker, which forks the worker's sessions and can be lost without harm to others.

    start: starts the one they are forked from, which forks no session for a submission. It is called in the background at once,
    and again if that process dies; then all others die, too.
    """

    def __init__(self, start: Callable[[], Zygote]) -> None:
        self._start_first = start
        self._guard = threading.Lock()
        self._first: Zygote | None = None
        self._closed = False
        threading.Thread(target=self._prepare, name="zygote", daemon=True).start()

    def __enter__(self) -> Zygotes:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def isolation(self) -> Isolation:
        """What shuts their sessions in. Raises SandboxError."""
        try:
            return self._alive().isolation
        except ZygoteDied:
            return self._alive().isolation

    def start(self) -> Zygote:
        """A zygote that is the caller's to close. Raises SandboxError."""
        first = self._alive()
        try:
            return first.another()
        except ZygoteDied:
            self._lose(first)
            return self._alive().another()

    def close(self) -> None:
        """End them all; more than once does no harm."""
        with self._guard:
            self._closed = True
            if self._first is not None:
                self._first.close()

    def _prepare(self) -> None:
        with suppress(SandboxError):  # whoever asks for it gets the same error
            self._alive()

    def _alive(self) -> Zygote:
        with self._guard:  # who comes while it starts waits for it
            if self._closed:
                raise SandboxError("the run has ended")
            if self._first is None:
                self._first = self._start_first()
            return self._first

    def _lose(self, first: Zygote) -> None:
        with self._guard:
            if self._first is first:
                self._first = None
        first.close()
