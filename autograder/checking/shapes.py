"""What a result of another shape has to do with the right one."""

from __future__ import annotations

import numpy as np

from autograder.checking.scene import Scene


def wrong_shape(s: Scene) -> str | None:
    """What a claim of another shape has to do with the right result."""
    c, t = s.claimed, s.right
    if not c.size or not np.all(np.isfinite(c)) or not np.all(s.known) or not np.any(t):
        return None

    def like(candidate: np.ndarray) -> bool:
        if candidate.shape != t.shape:
            return False
        return bool(np.all(np.abs(candidate - t) <= np.max(s.slack, initial=0.0) + 1e-6 * np.max(np.abs(t))))

    if c.ndim == 2 and c.shape[::-1] == t.shape and like(c.T):
        return "transpose"
    part = _part(c, t)
    if part:
        return part
    if c.size == t.size and like(c.reshape(t.shape)):
        return "shape.extra-axis" if c.ndim > t.ndim else "shape.missing-axis"
    sums = [] if s.upstream is None else [s.upstream.sum(axis) for axis in range(s.upstream.ndim)]
    if any(c.shape == total.shape and np.allclose(c, total) for total in sums):
        return "axis.wrong"
    if c.ndim == 0 and t.ndim and any(np.isclose(c, total, rtol=1e-6, atol=0) for total in (t.sum(), t.mean()) if total):
        return "axis.all"
    for axis in range(c.ndim):
        for keep in (False, True):
            if like(c.sum(axis, keepdims=keep)) or like(c.mean(axis, keepdims=keep)):
                return "axis.unsummed"
    sums = [t.sum(axis, keepdims=keep) for axis in range(t.ndim) for keep in (False, True)]
    if any(c.shape == total.shape and np.allclose(c, total, rtol=1e-6) for total in sums):
        return "axis.summed"
    if any(o.shape == c.shape and np.any(o) and np.allclose(o, c, rtol=1e-6, atol=1e-9 * np.max(np.abs(o))) for o in s.others.values()):
        return "swapped"
    return _other_axis(s)


def _other_axis(s: Scene) -> str | None:
    """One number for each row of an argument where one for each column is asked for, or the other way round."""
    lengths = {array.shape for array in s.inputs.values() if array.ndim == 2 and min(array.shape) > 1 and array.shape[0] != array.shape[1]}
    if s.claimed.size == max(s.claimed.shape, default=0) and s.right.size == max(s.right.shape, default=0):
        if (s.claimed.size, s.right.size) in lengths:
            return "axis.per-row"
        if (s.right.size, s.claimed.size) in lengths:
            return "axis.per-column"
    return None


def _part(c: np.ndarray, t: np.ndarray) -> str | None:
    """Some of what is right along one axis, from its beginning or to its end; or all of it with something more."""
    if c.ndim != t.ndim or not t.ndim:
        return None
    axes = [axis for axis in range(t.ndim) if c.shape[axis] != t.shape[axis]]
    less, more = (c, t) if c.size < t.size else (t, c)
    if len(axes) != 1 or np.unique(less[np.abs(less) > 1e-12]).size < 4:
        return None  # a few zeros and ones agree by chance
    axis, kept = axes[0], less.shape[axes[0]]
    about = ".columns" if axis == 1 and t.ndim == 2 else ""
    places = {"end": range(kept), "start": range(more.shape[axis] - kept, more.shape[axis])}
    for where, indices in places.items():
        if np.allclose(np.take(more, indices, axis), less, rtol=1e-6, atol=1e-9 * np.max(np.abs(more), initial=0.0)):
            if less is t:
                return f"part.more-{where}{about}"
            return f"part.only-{'first' if where == 'end' else 'last'}{about}" if kept == 1 else f"part.less-{where}{about}"
    return None
