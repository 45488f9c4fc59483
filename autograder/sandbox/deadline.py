"""How long a request may take, on a machine that has other things to do as well.

Counted is what the session computes and how long it sleeps, and what the grader computes for it. Waiting for a core
is not: a loaded machine makes nobody late. The kernel says how much of either it was, never the session.
"""

from __future__ import annotations

import math
import os
import select
import time

from .errors import DeadlinePassed

_AT_ONCE, _SLICE = 0.005, 0.02  # seconds of silence before anything is measured, and between two looks
# However little of it was counted, a request ends after so many times its seconds, waiting for cores left out: someone may
# sleep in pieces too short to be noticed, or find another way to let time pass.
_PATIENCE = 3.0


class Progress:
    """What a process has computed, and how long it and this thread have waited for a core, as the kernel counts it.

    pid: as seen here. Raises OSError if there is no such process."""

    def __init__(self, pid: int) -> None:
        self._clock = ~pid << 3 | 2  # the number of a process's clock: clock_getcpuclockid(3)
        self._cpu = time.clock_gettime(self._clock)
        self._path, self._state = f"/proc/{pid}/schedstat", f"/proc/{pid}/stat"
        self._waited = 0.0
        self.last_delay = self.delay()

    def cpu(self) -> float:
        """Seconds of CPU time, all threads together; of a process that is gone, the last that was seen."""
        try:
            self._cpu = time.clock_gettime(self._clock)
        except OSError:
            pass
        return self._cpu

    def delay(self) -> float:
        """Seconds in which the process or this thread was ready and the cores were busy with others; 0 if nobody counts them.
        Of a process that is gone, the last that was seen: what it waited for until it was killed was no sleep."""
        self._waited = max(self._waited, _delay(self._path))
        self.last_delay = self._waited + _delay("/proc/thread-self/schedstat")
        return self.last_delay

    def asleep(self) -> bool:
        """Whether it neither computes nor waits for a core. One that waits has not been told yet how long it has: only then are
        `cpu` and `delay` up to date."""
        try:
            with open(self._state, "rb", buffering=0) as file:
                return file.read(1000).rpartition(b")")[2].split()[0] != b"R"
        except (OSError, IndexError):  # it is gone
            return True


def watch(pidfd: int) -> Progress | None:
    """The progress of the process behind a descriptor, None if this system does not show it. Closes the descriptor."""
    try:
        with open(f"/proc/self/fdinfo/{pidfd}") as file:
            pids = [int(line.split()[1]) for line in file if line.startswith("Pid:")]
        return Progress(pids[0]) if pids and pids[0] > 0 else None
    except (OSError, ValueError):
        return None
    finally:
        os.close(pidfd)


def _delay(path: str) -> float:
    try:
        with open(path, "rb", buffering=0) as file:
            return int(file.read(100).split()[1]) * 1e-9
    except (OSError, ValueError, IndexError):
        return 0.0


class Deadline:
    """The end of one request, for the thread that makes it: after `seconds` that count, or at `latest` (`time.monotonic`).

    Without a process to watch all time counts.
    """

    def __init__(self, seconds: float, process: Progress | None = None, latest: float = math.inf) -> None:
        self.seconds, self._process, self._latest = seconds, process, latest
        self._began, self._own = time.monotonic(), time.thread_time()
        self._soonest = min(self._began + seconds, latest)
        self.cpu_before = process.cpu() if process else 0.0
        # Not measured anew for every request: waiting since the last look is left out once too often, and that is little.
        self._delay_before = process.last_delay if process else 0.0
        self._slept = 0.0

    def charged(self) -> float:
        """The seconds that count so far."""
        return self._computed() + self.idle()

    def idle(self) -> float:
        """Those of them in which nobody computed."""
        wall = time.monotonic() - self._began
        if self._process is None:
            return wall
        if wall < _SLICE:
            return 0.0
        delayed = self._process.delay() - self._delay_before
        return max(self._slept, (wall - delayed) / _PATIENCE - self._computed())

    def check(self) -> None:
        """Raise DeadlinePassed when the time is over."""
        if time.monotonic() >= self._soonest:
            self._left()

    def wait(self, poll: select.poll) -> None:
        """Until `poll` reports something. Raises DeadlinePassed."""
        self.check()
        if self._process is None:
            if not poll.poll(max(0.0, self._left()) * 1000 + 0.5):
                raise DeadlinePassed("no answer in time")
            return
        if poll.poll(_AT_ONCE * 1000):
            return
        began, before, slept = time.monotonic(), self._spent(), self._slept
        while not poll.poll(1000 * min(_SLICE, self._left())):
            if self._process.asleep():  # what is left of the silence is sleep
                self._slept = max(self._slept, slept + time.monotonic() - began - (self._spent() - before))

    def _left(self) -> float:
        left = min(self.seconds - self.charged(), self._latest - time.monotonic())
        if left <= 0:
            raise DeadlinePassed("no complete answer in time")
        return left

    def _computed(self) -> float:
        return 0.0 if self._process is None else time.thread_time() - self._own + self._process.cpu() - self.cpu_before

    def _spent(self) -> float:
        return self._process.cpu() + self._process.delay()
