"""How much time one submission may cost, all its sessions together, and what is left of it.

Time is what its sessions compute or sleep and what this thread computes for it, not what either waits for a core: what
else the machine does changes no verdict (`sandbox/deadline.py`).
"""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

# In units of the time one request may take (10 s unless --timeout says otherwise): a submission, however it is
# written, ends within two and a half minutes and one last cell. An honest one needs a fraction of a second.
_SUBMISSION = 15.0
# The checks of one question share this much when everything is run once, so that ten functions that loop for ever
# leave time to the others, and this much in a session of their own.
_AT_FIRST, _CONFIRMED = 1.0, 2.0
# Of the time left when a session opens: after this part no further cell starts, and after this one none goes on, so that
# there is time to check what they have defined.
_START_CELLS, _RUN_CELLS = 0.8, 0.9


@dataclass(slots=True)
class Budget:
    """The time of one submission from now on, for the thread that grades it. `request`: seconds one request may take.

    most: seconds of the clock on the wall after which someone else would end it all, as Gradescope does. requests: how many
    times `request` all of it may take.
    """

    request: float
    most: float = math.inf
    requests: float = _SUBMISSION
    until: float = field(init=False)  # when that is (`time.monotonic`)
    _charged: float = field(init=False, default=0.0)
    _own: float = field(init=False)

    def __post_init__(self) -> None:
        self.until = time.monotonic() + self.most
        self._own = time.thread_time()

    def charge(self, seconds: float) -> None:
        """A session has computed or slept so much more."""
        self._charged += seconds

    @property
    def used(self) -> float:
        """The seconds used so far: those of the sessions, and what this thread has computed itself."""
        return self._charged + time.thread_time() - self._own

    @property
    def seconds(self) -> float:
        """What the submission may take in all."""
        return min(self.requests * self.request, self.most)

    @property
    def left(self) -> float:
        """What is left of it; not more than 0 when nothing is."""
        return min(self.seconds - self.used, self.until - time.monotonic())

    @property
    def spent(self) -> bool:
        """Whether nothing is left."""
        return self.left <= 0

    def for_cells(self) -> tuple[float, float, float]:
        """In a session that opens now: how much of the time may be used (`used`) when the last cell starts, and when it ends;
        and when it ends at the latest (`time.monotonic`): on a busy machine the clock on the wall is ahead of what is used."""
        left, now = max(0.0, self.left), time.monotonic()
        return self.used + _START_CELLS * left, self.used + _RUN_CELLS * left, now + _RUN_CELLS * max(0.0, self.until - now)

    @contextmanager
    def paused(self) -> Iterator[None]:
        """What is computed inside the block is the grader's own business and is given back; the limit on the wall stays."""
        before = self.used
        try:
            yield
        finally:
            self._charged -= self.used - before

    def share(self, *, confirmed: bool) -> Share:
        """What the checks of one question may take, in the first run or in a session of their own."""
        return Share(self, (_CONFIRMED if confirmed else _AT_FIRST) * self.request)


@dataclass(slots=True)
class Share:
    """What is left to the checks of one question: seconds that run only inside `with share:`."""

    budget: Budget
    seconds: float
    _left: float = field(init=False)
    _began: float = field(init=False, default=0.0)

    def __post_init__(self) -> None:
        self._left = self.seconds

    def __enter__(self) -> Share:
        self._began = self.budget.used
        return self

    def __exit__(self, *_: object) -> None:
        self._left -= self.budget.used - self._began

    def now(self) -> float:
        """Inside the block: the seconds left of this share, or of the whole budget if those are fewer."""
        return min(self._left - (self.budget.used - self._began), self.budget.left)

    @property
    def spent(self) -> bool:
        """Outside the block: whether nothing is left."""
        return self._left <= 0 or self.budget.spent

    def reason(self) -> str:
        """Why a check was stopped once this is spent."""
        if self.budget.spent:
            return f"the submission had used up the {self.budget.seconds:g} s it may take"
        return f"the checks of this question took longer than the {self.seconds:g} s they may take together"
