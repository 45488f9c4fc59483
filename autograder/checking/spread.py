"""How an error is spread over a result: whole numbers only, cut off at a number, a factor or a number added for each row or column."""

from __future__ import annotations

import numpy as np

from autograder.checking.scene import Scene

_ROUNDED = (np.trunc, np.floor, np.round, np.ceil)


def whole_numbers(s: Scene) -> str | None:
    """The right numbers with everything behind the point cut off or rounded away, not only a little that is near 0 or 1 anyway."""
    c, t = s.claimed[s.known], s.right[s.known]
    cut = np.sum(np.abs(t - np.round(t)) > 0.1)
    if cut < 3 or not np.any(c) or not np.array_equal(c, np.round(c)) or (cut < 6 and np.all((c == 0) | (c == 1))):
        return None  # of a few shares, each may be all or nothing for a reason of its own
    return "value.truncated" if any(np.array_equal(c, rounded(t)) for rounded in _ROUNDED) else None


def cut_off(s: Scene) -> str | None:
    """Right up to some number, and that number wherever the right result is beyond it."""
    c, t, wrong = s.claimed, s.right, s.wrong
    good = s.known & ~wrong
    if wrong.sum() < 2 or good.sum() < 2 or np.ptp(np.abs(t[wrong])) <= 1e-6 * np.max(np.abs(t[wrong])):
        return None
    top, bottom = c[s.known].max(), c[s.known].min()
    above, below = wrong & (c == top) & (t > top), wrong & (c == bottom) & (t < bottom)
    if not np.array_equal(wrong, above | below) or np.all((c[good] == top) | (c[good] == bottom)):
        return None
    if (np.any(above) and not top) or (np.any(below) and not bottom):
        return None  # zeros are a mask
    return "clipped"


def by_line(s: Scene) -> str | None:
    """Every row (or column) is right but for a factor of its own, or for a number of its own that is added."""
    c, t = s.claimed, s.right
    if s.is_gradient or t.ndim != 2 or not np.all(s.known):
        return None
    for axis, name in ((0, "columns"), (1, "rows")):
        lines, along = t.shape[1 - axis], t.shape[axis]
        if along < 3 or lines < 2 or np.any(np.count_nonzero(t, axis=axis) < 3) or not _different_lines(t, axis):
            continue
        if np.sum(np.any(s.wrong, axis=axis)) < 2:
            continue  # one line may be off in any way
        with np.errstate(all="ignore"):
            factors = np.sum(c * t, axis=axis, keepdims=True) / np.sum(t * t, axis=axis, keepdims=True)
        if np.all(np.isfinite(factors)) and np.all(np.abs(factors) > 1e-6) and _differ(factors) and s.fits(factors * t):
            return f"line.{name}.factor"
        added = np.mean(c - t, axis=axis, keepdims=True)
        if _differ(added) and s.fits(t + added):
            return f"line.{name}.added"
    return None


def _different_lines(t: np.ndarray, axis: int) -> bool:
    """Whether the lines of the right result are different in more than a factor or a number that is added."""
    for lines in (t, t - t.mean(axis=axis, keepdims=True)):
        sizes = np.linalg.svd(lines, compute_uv=False)
        if sizes[1] <= 1e-3 * sizes[0]:
            return False
    return True


def _differ(numbers: np.ndarray) -> bool:
    """Whether the lines have different numbers: one and the same for all is told elsewhere."""
    return bool(np.ptp(numbers) > 1e-5 * np.max(np.abs(numbers)))


SPREAD = (whole_numbers, cut_off)
