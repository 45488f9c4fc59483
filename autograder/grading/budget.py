"""How much wall time one submission may cost, all its sessions together, and what is left of it."""

from __future__ import annotations

import math
import time
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
    """The time of one submission from now on. `request`: seconds one request may take; `most`: those all of it may take."""

    request: float
    most: float = math.inf
    _until: float = field(init=False)

    def __post_init__(self) -> None:
        self._until = time.monotonic() + self.seconds

    @property
    def seconds(self) -> float:
        """What the submission may take in all."""
        return min(_SUBMISSION * self.request, self.most)

    @property
    def spent(self) -> bool:
        """Whether nothing is left."""
        return time.monotonic() >= self._until

    @property
    def until(self) -> float:
        """When the time of the submission ends (`time.monotonic`)."""
        return self._until

    def for_cells(self) -> tuple[float, float]:
        """When, in a session that opens now, the last cell may start, and when it must be done (`time.monotonic`)."""
        now = time.monotonic()
        left = max(0.0, self._until - now)
        return now + _START_CELLS * left, now + _RUN_CELLS * left

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
        self._began = time.monotonic()
        return self

    def __exit__(self, *_: object) -> None:
        self._left -= time.monotonic() - self._began

    @property
    def until(self) -> float:
        """Inside the block: when this share ends, or the whole budget if that is sooner."""
        return min(self._began + self._left, self.budget.until)

    @property
    def spent(self) -> bool:
        """Outside the block: whether nothing is left."""
        return self._left <= 0 or self.budget.spent

    def reason(self) -> str:
        """Why a check was stopped once this is spent."""
        if self.budget.spent:
            return f"the submission had used up the {self.budget.seconds:g} s it may take"
        return f"the checks of this question took longer than the {self.seconds:g} s they may take together"
