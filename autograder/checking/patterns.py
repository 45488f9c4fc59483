"""Which entries are wrong: where a mask, a side of zero, a row, a label or the order decides, or an argument is lost.

Every function takes a `Scene` and gives the id of a diagnosis, or None. They come after the relations that explain
every entry and after what a second measurement can show.
"""

from __future__ import annotations

import numpy as np

from autograder.checking.scene import Scene


def argument_term(s: Scene) -> tuple[str, str] | None:
    """The right result plus a multiple of an argument: one that is left out, or counted with the wrong sign; and its name."""
    if s.tested < 3:
        return None
    for name, argument in s.inputs.items():
        if argument is s.own or not argument.ndim or np.ptp(argument) == 0 or argument.dtype.kind != "f":
            continue
        # A gradient is no broadcast sum: there only an argument of the same shape can be a term.
        if argument.shape != s.right.shape and (s.is_gradient or argument.ndim > s.right.ndim):
            continue
        try:
            whole = np.broadcast_to(argument, s.right.shape)
        except ValueError:
            continue
        k = s.difference_factor(whole)
        if k is not None:
            return "term.argument.missing" if k < 0 else "term.argument.extra", s.names.get(name, "")
    return None


def inverted_mask(s: Scene) -> str | None:
    """Zero exactly where the right result is not."""
    off, on = s.known & (s.right == 0), s.known & (s.right != 0)
    if s.tested < 5 or not np.any(off) or not np.any(on):
        return None
    return "mask.inverted" if np.all(s.claimed[off] != 0) and not np.any(s.claimed[on]) else None


def pattern(s: Scene) -> str | None:
    """Which entries are off: where a mask, a side of the kink, a row or a label decides."""
    wrong, t, c = s.wrong, s.right, s.claimed
    good = s.known & ~wrong
    if _breaks_off(s, wrong):
        return "sequence.from-there-on"
    if not np.any(wrong) or s.tested < 5:
        return None  # among a few numbers worked by hand every pattern is there by chance
    if not np.any(good):
        return _sides_swapped(s)
    if not np.any(t[wrong]) and np.any(t[good]):
        return "mask.missing"
    found = _rows(s, wrong, good) or _unfilled(s, wrong)
    if not found and wrong.sum() >= 2 and not np.any(c[wrong]):
        found = "mask.too-much"
    return found or _label_entries(s, wrong) or _side(s, wrong, good) or _few(s, wrong)


def _unfilled(s: Scene, wrong: np.ndarray) -> str | None:
    """Zero in all of the last lines along an axis, of which no number should be zero, and right before."""
    for axis in range(wrong.ndim):
        lines = np.moveaxis(wrong, axis, 0).reshape(wrong.shape[axis], -1)
        whole = np.all(lines, axis=1)
        ends = whole.any() and np.all(whole[int(np.argmax(whole)) :]) and not lines[~whole].any()
        if ends and not whole.all() and wrong.sum() >= 3 and not np.any(s.claimed[wrong]) and np.all(s.right[wrong]):
            return "part.unfilled"
    return None


def _breaks_off(s: Scene, wrong: np.ndarray) -> bool:
    """Whether a list of numbers that is no function of an argument entry by entry is right up to some entry, and wrong from there on."""
    if wrong.ndim != 1 or len(wrong) < 3 or s.is_gradient or not np.all(s.known) or any(a.ndim and len(a) == len(wrong) for a in s.inputs.values()):
        return False  # what has one entry for each row of an argument is a batch
    first = int(np.argmax(wrong))
    return bool(first > 0 and np.all(wrong[first:]) and len(wrong) - first >= 2)


def _sides_swapped(s: Scene) -> str | None:
    """One slope for negative and one for positive inputs, the wrong way round."""
    x, g = s.own, s.upstream
    if x is None or g is None or not x.shape == g.shape == s.right.shape or np.any(g == 0):
        return None
    left, right = s.known & (x < 0), s.known & (x > 0)
    if left.sum() < 2 or right.sum() < 2:
        return None
    true, claimed = s.right / g, s.claimed / g
    a, b = true[left][0], true[right][0]
    steps = np.allclose(true[left], a) and np.allclose(true[right], b) and not np.isclose(a, b)
    return "side.swapped" if steps and np.allclose(claimed[left], b) and np.allclose(claimed[right], a) else None


def _label_entries(s: Scene, wrong: np.ndarray) -> str | None:
    if wrong.ndim != 2 or wrong.shape[1] < 3 or len(wrong) < 2:
        return None
    one_wrong, one_right = wrong.sum(axis=1) == 1, (~wrong).sum(axis=1) == 1
    for argument in s.inputs.values():
        if argument.dtype.kind in "iu" and argument.shape == (len(wrong),):
            if np.all(one_wrong) and np.array_equal(np.argmax(wrong, axis=1), argument):
                return "entries.label"
            if np.all(one_right) and np.array_equal(np.argmin(wrong, axis=1), argument):
                return "entries.not-label"
    return None


def _side(s: Scene, wrong: np.ndarray, good: np.ndarray) -> str | None:
    """Off exactly for negative (or positive) entries of an argument of the same shape."""
    for argument in ([s.own] if s.own is not None else list(s.inputs.values())):
        if argument.shape != wrong.shape or argument.dtype.kind != "f":
            continue
        for side, name in ((argument < 0, "negative"), (argument > 0, "positive")):
            if wrong.sum() >= 2 and np.any(good & ~side) and np.array_equal(wrong, side & (wrong | good)):
                return f"side.{name}"
        for side, name in ((argument < 0, "negative"), (argument > 0, "positive")):
            if wrong.sum() >= 3 and np.all(side[wrong]) and np.any(good & side):
                if np.sum(good & side) >= 4 and _beyond(argument, good & side, wrong):
                    return f"side.far-{name}"
        if wrong.sum() >= 3 and good.sum() >= 4 and _beyond(argument, good, wrong):
            return "side.far"
        for side in (argument < 0, argument > 0):
            if wrong.sum() >= 2 and np.all(side[wrong]) and np.sum(good & ~side) >= 3 and _beyond(argument, wrong, good & side):
                return "side.near"
    return None


def _beyond(argument: np.ndarray, good: np.ndarray, wrong: np.ndarray) -> bool:
    """Whether all of `wrong` lies further from zero than all of `good`."""
    return good.sum() >= 2 and wrong.any() and np.abs(argument[good]).max() < np.abs(argument[wrong]).min()


def _rows(s: Scene, wrong: np.ndarray, good: np.ndarray) -> str | None:
    if wrong.ndim != 2 or min(wrong.shape) < 3:
        return None
    telling = s.known & ((s.right != 0) | (s.claimed != 0))
    one_is_zero = (s.right[wrong] == 0) | (s.claimed[wrong] == 0)
    if np.all(one_is_zero) and np.any(s.claimed[wrong]):
        return None  # a mask of another kind, which hits whole rows by chance
    for axis, name in ((1, "row"), (0, "column")):
        lines, fine = wrong.any(axis=axis), ~wrong.any(axis=axis)
        # Rows that are off must be off as a whole, or chance could arrange it.
        if np.any(telling & good & (lines[:, None] if axis == 1 else lines[None, :])):
            continue
        if np.array_equal(np.flatnonzero(lines), [0]) and wrong.sum() >= 2 and np.any(good):
            return f"{name}.first"
        if np.array_equal(np.flatnonzero(lines), [len(lines) - 1]) and wrong.sum() >= 2:
            return f"{name}.last"
        if len(lines) < 4:
            continue
        if np.array_equal(np.flatnonzero(fine), [0]):
            return f"{name}.only-first"
        if np.array_equal(np.flatnonzero(fine), [len(fine) - 1]):
            return f"{name}.only-last"
    return None


def _few(s: Scene, wrong: np.ndarray) -> str | None:
    if wrong.sum() > max(1, wrong.size // 10) or wrong.size < 6:
        return None
    # Where an argument is zero nearly everywhere, whatever it decides looks like a special case.
    decided = any(a.shape == wrong.shape and np.array_equal(a != 0, wrong) for a in s.inputs.values())
    return None if decided else "entries.few"


def order(s: Scene) -> str | None:
    """The right numbers in other places."""
    # Few entries that change places do so for other reasons, and whole numbers from 0 on are an order themselves.
    moved, counted = np.unique(np.round(s.right[s.wrong], 9)).size, np.array_equal(np.sort(s.right.ravel()), np.arange(s.right.size))
    if s.right.size < 4 or not np.all(s.known) or len(np.unique(np.round(s.right, 9))) < 4 or moved < 3 or counted:
        return None
    with np.errstate(all="ignore"):
        same = np.allclose(np.sort(s.claimed.ravel()), np.sort(s.right.ravel()), rtol=1e-6, atol=1e-9)
    return "order" if same else None
