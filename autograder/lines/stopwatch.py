"""Time limits in the process of the search, on every system: Windows has no alarm clock, so a thread watches.

The limit of a block is one of computing, as what else the machine does says nothing about the code in it; who sleeps is stopped too.
"""

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
_ASLEEP = 1 / 6  # of all the time: so long may a block wait or sleep, whatever its limit


class TooLong(BaseException):
    """What was tried takes too long. Code that catches every `Exception` does not catch this."""


class Stopwatch:
    """Interrupts the main thread, and ends the process a little after `seconds`, whatever it is doing then."""

    def __init__(self, seconds: float) -> None:
        self._until, self._asleep = time.monotonic() + seconds, seconds * _ASLEEP
        self._end = self._computed = math.inf  # of the block, by either clock
        signal.signal(signal.SIGINT, self._ring)
        threading.Thread(target=self._watch, daemon=True).start()

    @property
    def left(self) -> float:
        """Seconds that are left."""
        return self._until - time.monotonic()

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """Raises TooLong in the block if it computes for longer, sleeps for long, or is there when all of the time is over."""
        self._end = min(time.monotonic() + max(seconds, self._asleep), self._until)
        self._computed = time.process_time() + seconds
        try:
            yield
        finally:
            self._end = self._computed = math.inf

    def _watch(self) -> None:
        while self.left > -_GRACE:
            time.sleep(_TICK)
            if self._over():
                _thread.interrupt_main()
        os._exit(1)  # also if whoever asked is gone

    def _ring(self, *_: object) -> None:
        if self._over():  # it may come after the block
            self._end = self._computed = math.inf
            raise TooLong

    def _over(self) -> bool:
        return time.monotonic() > self._end or time.process_time() > self._computed
