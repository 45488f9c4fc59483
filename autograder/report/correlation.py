"""Whether those who solve a question do well elsewhere: a correlation of any number of pairs, in constant memory.

Near 1: those who solve it do well elsewhere. Near 0 or below: look at the question or its checks. Source: Lord and Novick,
Statistical Theories of Mental Test Scores (1968), 15.5, the point-biserial correlation with the item left out of the score.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt


@dataclass(slots=True)
class Correlation:
    """Pearson's correlation of the pairs added so far. The means move with every pair, so that no digits are lost (Welford,
    Technometrics 4, 1962)."""

    count: int = 0
    mean_x: float = 0.0
    mean_y: float = 0.0
    xx: float = 0.0  # sums of squared distances from the means, and of their products
    yy: float = 0.0
    xy: float = 0.0
    low_y: float = float("inf")
    high_y: float = float("-inf")

    def add(self, x: float, y: float) -> None:
        """One more pair."""
        self.count += 1
        from_x, from_y = x - self.mean_x, y - self.mean_y
        self.mean_x += from_x / self.count
        self.mean_y += from_y / self.count
        self.xx += from_x * (x - self.mean_x)
        self.yy += from_y * (y - self.mean_y)
        self.xy += from_x * (y - self.mean_y)
        self.low_y, self.high_y = min(self.low_y, y), max(self.high_y, y)

    @property
    def value(self) -> float | None:
        """The correlation; None if one of the two never varies, as far as rounding errors allow to say."""
        if self.count < 2 or self.xx == 0.0 or self.high_y - self.low_y < 1e-9:
            return None
        return self.xy / sqrt(self.xx * self.yy)
