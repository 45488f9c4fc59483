"""Time limits in the process of the search, on every system: Windows has no alarm clock, so a thread watches."""

from __future__ import annotations

import _thread
import math
import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

_TICK = 0.01
_GRACE = 0.2


class TooLong(BaseException):
    """What was tried takes too long. Code that catches every `Exception` does not catch this."""


class Stopwatch:
    """Interrupts the main thread, and ends the process a little after `seconds`, whatever it is doing then."""

    def __init__(self, seconds: float) -> None:
        self._until = time.monotonic() + seconds
        self._end = math.inf
        signal.signal(signal.SIGINT, self._ring)
        threading.Thread(target=self._watch, daemon=True).start()

    @property
    def left(self) -> float:
        """Seconds that are left."""
        return self._until - time.monotonic()

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """Raises TooLong in the block if it takes longer, or is there when all of the time is over."""
        self._end = min(time.monotonic() + seconds, self._until)
        try:
            yield
        finally:
            self._end = math.inf

    def _watch(self) -> None:
        while self.left > -_GRACE:
            time.sleep(_TICK)
            if time.monotonic() > self._end:
                _thread.interrupt_main()
        os._exit(1)  # also if whoever asked is gone

    def _ring(self, *_: object) -> None:
        if time.monotonic() > self._end:  # it may come after the block
            self._end = math.inf
            raise TooLong
