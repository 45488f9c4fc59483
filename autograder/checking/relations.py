"""The simplest relations between a wrong array and the right one, each a question to the two arrays alone.

Every function takes a `Scene` whose claim has the right shape and gives the id of a diagnosis, or None. They are
tried in the order of `RELATIONS`: what explains every entry with no free number comes before what leaves some open.
"""

from __future__ import annotations

import numpy as np

from autograder.checking.scene import Scene


def close(s: Scene) -> str | None:
    """Right but for rounding that is too coarse: single precision, decimals, or a small number that was slipped in."""
    c, t = s.claimed[s.known], s.right[s.known]
    if c.size >= 3 and any(_is_rounded(c, t, digits) for digits in range(1, 9)):
        return "close.rounded"
    if not c.size or np.any(np.abs(c - t) > 1e-3 * np.abs(t) + 1e-4 * np.max(np.abs(t))):
        return None
    off = s.claimed[s.known & (s.claimed != s.right)]
    if off.size >= 3 and np.array_equal(off, off.astype(np.float32)) and not np.array_equal(t, t.astype(np.float32)):
        return "close.single"
    return "close"


def _is_rounded(c: np.ndarray, t: np.ndarray, digits: int) -> bool:
    """Whether c is t to so many decimals, and not because t has no more."""
    whole = np.array_equal(c, np.round(c, digits)) and not np.array_equal(c, np.round(c, digits - 1))
    return bool(whole and np.all(np.abs(c - t) <= 0.51 * 10.0**-digits) and np.any(np.abs(c - t) > 1e-3 * 10.0**-digits))


def zero(s: Scene) -> str | None:
    """Zero everywhere, although the right result is not."""
    return "zero" if not np.any(s.claimed) and np.any(s.right[s.known]) else None


def factor(s: Scene) -> str | None:
    """The same number times the right result in every entry; a well-known number is named."""
    r = s.factor(s.right)
    if r is None:
        return _single_factor(s)
    if abs(r - 1) < 1e-5:
        return None
    name = _number_name(s, abs(r))
    if r < 0:
        return "sign" if name == "one" else f"factor.negative.{name}" if name in _NAMED_NEGATIVE else "factor.negative"
    return f"factor.{name}" if name else "factor"


_NAMED_NEGATIVE = ("rows", "per-rows", "two", "half")


def _single_factor(s: Scene) -> str | None:
    """One entry cannot show a pattern, so it only speaks for the numbers that are mistakes for a living."""
    if s.tested != 1:
        return None
    c, t = s.claimed[s.known & (s.right != 0)], s.right[s.known & (s.right != 0)]
    if c.size != 1 or not c[0]:
        return None
    r = float(c[0] / t[0])
    name = _number_name(s, abs(r))
    if name == "one":
        return "sign" if r < 0 else None
    return f"factor.{name}" if r > 0 and name in ("rows", "per-rows", "two", "half", "entries", "per-entries", "length", "per-length", "log2", "log10") else None


def _number_name(s: Scene, r: float) -> str | None:
    def is_about(value: float) -> bool:
        return abs(r - value) <= 2e-5 * value

    for name, value in (("one", 1.0), ("two", 2.0), ("half", 0.5)):
        if is_about(value):
            return name
    for name, length in s.lengths():
        if length > 1 and is_about(length):
            return name
        if length > 1 and is_about(1 / length):
            return f"per-{name}"
    if is_about(1 / np.log(2)):
        return "log2"
    if is_about(1 / np.log(10)):
        return "log10"
    rows = next((length for name, length in s.lengths() if name == "rows" and length > 1), 0)
    for name, value in (("two-rows", 2.0 * rows), ("per-two-rows", 0.5 / rows if rows else 0.0), ("rows-over-two", rows / 2)):
        if value and is_about(value):
            return name
    if rows and is_about(rows**2):
        return "rows-squared"
    if any(number and is_about(abs(number)) for number in s.numbers):
        return "parameter"
    return None


def transpose(s: Scene) -> str | None:
    """The right numbers transposed, possibly with another sign."""
    t = s.right
    if t.ndim != 2 or t.shape[0] != t.shape[1] or len(t) < 2 or not np.all(s.known) or s.fits(t):
        return None
    return "transpose" if s.fits(t.T) or s.fits(-t.T) else None


def swapped(s: Scene) -> str | None:
    """It is another one of the right results."""
    found = any(s.tested >= 2 and np.any(other) and s.fits(other) for other in s.others.values())
    return "swapped" if found else None


def returned_argument(s: Scene) -> str | None:
    """An argument came back as it was."""
    if s.tested < 2:
        return None
    if s.upstream is not None and s.upstream.ndim and s.fits(s.upstream):
        return "local.missing"
    return "argument.returned" if any(np.any(a) and s.fits(a) for a in s.inputs.values()) else None


def along_axis(s: Scene) -> str | None:
    """Rows that are all alike, or without their mean: a sum or mean along an axis that should not be there."""
    t = s.right
    if t.ndim != 2 or min(t.shape) < 2 or not np.all(s.known):
        return None
    for axis in (0, 1):
        total, mean = t.sum(axis, keepdims=True), t.mean(axis, keepdims=True)
        if s.fits(np.broadcast_to(total, t.shape)) or s.fits(np.broadcast_to(mean, t.shape)):
            return "axis.summed"
        if s.fits(t - mean):
            return "axis.centred"
    return None


def elementwise(s: Scene) -> str | None:
    """A function of the right number, entry by entry."""
    t = s.right
    if s.tested < 3:
        return None
    with np.errstate(all="ignore"):
        if s.upstream is not None and s.upstream.shape == t.shape and np.all(s.upstream != 0):
            local = t / s.upstream
            if s.fits(s.upstream * local * local) and not s.fits(t):
                return "local.twice"
            if s.fits(s.upstream / local):
                return "local.inverted"
            if s.fits(local) or s.fits(np.abs(local)):
                return "upstream.missing"
            if s.fits(local + s.upstream):
                return "upstream.added"
            found = _wrong_formula(s)
            if found:
                return found
        for name, candidate in (("absolute", np.abs(t)), ("complement", 1 - t), ("squared", t * t), ("root", np.sqrt(t))):
            if np.all(np.isfinite(candidate[s.known])) and s.fits(candidate):
                return f"value.{name}"
        for name, candidate in (("log", np.log(t)), ("exp", np.exp(t))):
            if not s.is_gradient and np.all(np.isfinite(candidate[s.known])) and s.fits(candidate):
                return f"value.{name}"
    return None


def _wrong_formula(s: Scene) -> str | None:
    """Well-known slips in a local derivative, given the input, the output and the upstream gradient."""
    if s.output is None or s.own is None or not s.output.shape == s.own.shape == s.right.shape:
        return None
    x, y = s.own, s.output
    if s.fits(s.upstream * (1 - x * x)) or s.fits(s.upstream * x * (1 - x)):
        return "local.input-for-output"
    rows_add_up = y.ndim == 2 and y.shape[1] > 1 and np.allclose(y.sum(axis=1), 1)
    if rows_add_up and (s.fits(s.upstream * y * (1 - y)) or s.fits(s.upstream * y)):
        return "local.diagonal"
    return None


def extra_term(s: Scene) -> str | None:
    """The right result plus a multiple of something simple: a constant, the array itself, an argument."""
    if s.tested < 3:
        return None
    ones = np.ones(s.right.shape)
    if s.right.size >= 3 and s.difference_factor(ones) is not None:
        return "term.constant"
    if s.own is not None and s.own.shape == s.right.shape:
        k = s.difference_factor(s.own)
        if k is not None:
            return "term.own.missing" if k < 0 else "term.bias" if s.own.ndim == 1 else "term.own.extra"
        if any(s.difference_factor(form) is not None for form in (s.own**2, np.sign(s.own), np.abs(s.own))):
            return "term.own.form"
    return None


def argument_term(s: Scene) -> str | None:
    """The right result plus a multiple of an argument: one that is left out, or counted with the wrong sign."""
    if s.tested < 3:
        return None
    for argument in s.inputs.values():
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
            return "term.argument.missing" if k < 0 else "term.argument.extra"
    return None


def mixed_terms(s: Scene) -> str | None:
    """Several terms at once: a penalty of the wrong form, or a wrong factor and a wrong penalty together."""
    if s.own is None or s.own.shape != s.right.shape:
        return None
    t, own, ones = s.right, s.own, np.ones(s.right.shape)
    for other, name in ((ones, "term.scalar"), (own**2, "term.own.form"), (np.sign(own), "term.own.form"), (np.abs(own), "term.own.form")):
        weights = s.mixture(t, own, other)
        if weights is not None and abs(weights[0] - 1) < 1e-5:
            return name
    for parts, name in (((t, own), "own"), ((t, ones), "constant"), ((t, own, ones), "constant")):
        weights = s.mixture(*parts)
        if weights is not None:
            factor_name = _number_name(s, abs(weights[0]))
            return f"two.{factor_name}.{name}" if factor_name in ("rows", "per-rows", "two", "half") else None
    return None


def pattern(s: Scene) -> str | None:
    """Which entries are off: where a mask, a side of the kink, a row or a label decides."""
    wrong, t, c = s.wrong, s.right, s.claimed
    good = s.known & ~wrong
    if not np.any(wrong) or s.tested < 4:
        return None
    if np.any(t[s.known] == 0) and not np.any(c[s.known & (t != 0)]) and np.any(c[s.known]):
        return "mask.inverted"
    if not np.any(good):
        return _sides_swapped(s)
    if not np.any(t[wrong]) and np.any(t[good]):
        return "mask.missing"
    found = _rows(s, wrong, good)
    if not found and wrong.sum() >= 2 and not np.any(c[wrong]):
        found = "mask.too-much"
    return found or _label_entries(s, wrong) or _side(s, wrong, good) or _few(s, wrong)


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
    for axis, name in ((1, "row"), (0, "column")):
        lines, fine = wrong.any(axis=axis), ~wrong.any(axis=axis)
        # Rows that are off must be off as a whole, or chance could arrange it.
        if np.any(telling & good & (lines[:, None] if axis == 1 else lines[None, :])):
            continue
        if np.array_equal(np.flatnonzero(lines), [0]) and wrong.sum() >= 2 and np.any(good):
            return f"{name}.first"
        if np.array_equal(np.flatnonzero(lines), [len(lines) - 1]) and wrong.sum() >= 2:
            return f"{name}.last"
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
    if s.right.size < 4 or not np.all(s.known) or len(np.unique(np.round(s.right, 9))) < 4:
        return None
    with np.errstate(all="ignore"):
        same = np.allclose(np.sort(s.claimed.ravel()), np.sort(s.right.ravel()), rtol=1e-6, atol=1e-9)
    return "order" if same else None


def wrong_shape(s: Scene) -> str | None:
    """What a claim of another shape has to do with the right result."""
    c, t = s.claimed, s.right
    if not np.all(np.isfinite(c)) or not np.all(s.known) or not np.any(t):
        return None

    def like(candidate: np.ndarray) -> bool:
        if candidate.shape != t.shape:
            return False
        return bool(np.all(np.abs(candidate - t) <= np.max(s.slack, initial=0.0) + 1e-6 * np.max(np.abs(t))))

    if c.ndim == 2 and c.shape[::-1] == t.shape and like(c.T):
        return "transpose"
    if c.size == t.size and like(c.reshape(t.shape)):
        return "shape.extra-axis" if c.ndim > t.ndim else "shape.missing-axis"
    if s.upstream is not None and any(c.shape == s.upstream.sum(a).shape and np.allclose(c, s.upstream.sum(a)) for a in range(s.upstream.ndim)):
        return "axis.wrong"
    if c.ndim == 0 and t.ndim and any(np.isclose(c, total, rtol=1e-6, atol=0) for total in (t.sum(), t.mean()) if total):
        return "axis.all"
    for axis in range(c.ndim):
        for keep in (False, True):
            if like(c.sum(axis, keepdims=keep)) or like(c.mean(axis, keepdims=keep)):
                return "axis.unsummed"
    if any(c.shape == t.sum(axis, keepdims=keep).shape and np.allclose(c, t.sum(axis, keepdims=keep), rtol=1e-6) for axis in range(t.ndim) for keep in (False, True)):
        return "axis.summed"
    if any(o.shape == c.shape and np.any(o) and np.allclose(o, c, rtol=1e-6, atol=1e-9 * np.max(np.abs(o))) for o in s.others.values()):
        return "swapped"
    return None


# In this order: the sure before the open.
RELATIONS = (zero, transpose, factor, swapped, close, along_axis, returned_argument, elementwise, extra_term, mixed_terms)
# After what a second measurement can show.
PATTERNS = (argument_term, pattern, order)
