"""The simplest relations between a wrong array and the right one, each a question to the two arrays alone.

Every function takes a `Scene` whose claim has the right shape and gives the id of a diagnosis, or None. They are
tried in the order of `RELATIONS`: what explains every entry with no free number comes before what leaves some open.
"""

from __future__ import annotations

import numpy as np

from autograder.checking.scene import Scene

_EPS = 2.0**-52


def close(s: Scene) -> str | None:
    """Right but for rounding that is too coarse: single precision, decimals, or a small number that was slipped in."""
    c, t = s.claimed[s.known], s.right[s.known]
    if c.size >= 3 and any(_is_rounded(c, t, digits) for digits in range(1, 9)):
        return "close.rounded"
    allowed = 1e-4 if c.size > 1 else 1e-6  # one number may be close for any reason
    if not c.size or np.any(np.abs(c - t) > allowed * np.abs(t) + allowed / 10 * np.max(np.abs(t))):
        return None
    off = s.claimed[s.known & (s.claimed != s.right)]
    if off.size >= 3 and np.array_equal(off, off.astype(np.float32)) and not np.array_equal(t, t.astype(np.float32)):
        return "close.single"
    return "close.cancelled" if _is_cancelled(s) else "close"


def _is_cancelled(s: Scene) -> bool:
    """Whether what is off is no more than the last digits of 1, of the arguments, or of their squares, and up as well as down where these are large."""
    error = (s.claimed - s.right)[s.known]
    largest = max([1.0, *(float(np.abs(a[np.isfinite(a)]).max(initial=0.0)) for a in s.inputs.values()), *(abs(n) for n in s.numbers if np.isfinite(n))])
    off = float(np.abs(error).max(initial=0.0))
    ratios = error[error != 0] / s.right[s.known][error != 0]
    if ratios.size > 1 and np.ptp(ratios) <= 1e-2 * np.max(np.abs(ratios)):
        return False  # a number with few digits, as a factor
    both = error.size >= 4 and bool(np.any(error > 0.01 * off) and np.any(error < -0.01 * off))
    return off <= 64 * _EPS * (largest**2 if both else 1.0)


def _is_rounded(c: np.ndarray, t: np.ndarray, digits: int) -> bool:
    """Whether c is t to so many decimals, and not because t has no more."""
    whole = np.array_equal(c, np.round(c, digits)) and not np.array_equal(c, np.round(c, digits - 1))
    return bool(whole and np.all(np.abs(c - t) <= 0.51 * 10.0**-digits) and np.any(np.abs(c - t) > 1e-3 * 10.0**-digits))


def zero(s: Scene) -> str | None:
    """Zero everywhere, although the right result is not."""
    return "zero" if not np.any(s.claimed) and np.count_nonzero(s.right[s.known]) > 1 else None


def factor(s: Scene) -> str | None:
    """The same number times the right result in every entry; a well-known number is named."""
    r = s.factor(s.right)
    if r is None:
        return _single_factor(s)
    if abs(r - 1) < 1e-5:
        return None
    name = _number_name(s, abs(r))
    if name is None and not _varied(s):
        return None
    if r < 0:
        return "sign" if name == "one" else f"factor.negative.{name}" if name in _NAMED_NEGATIVE else "factor.negative"
    return f"factor.{name}" if name else "factor"


_NAMED_NEGATIVE = ("rows", "per-rows", "two", "half")
_NAMED_ALONE = ("rows", "per-rows", "two", "half", "entries", "per-entries", "length", "per-length", "log2", "log10")


def _single_factor(s: Scene) -> str | None:
    """One entry cannot show a pattern, so it only speaks for the numbers that are mistakes for a living."""
    if s.tested != 1:
        return None
    c, t = s.claimed[s.known & (s.right != 0)], s.right[s.known & (s.right != 0)]
    # Among numbers worked by hand, 1/4 and 1/2 are neighbours by chance; with many digits they are not.
    if c.size != 1 or not c[0] or abs(t[0] - np.round(t[0], 4)) < 1e-9 * abs(t[0]):
        return None
    r = float(c[0] / t[0])
    name = _number_name(s, abs(r))
    if name == "one":
        return "sign" if r < 0 else None
    return f"factor.{name}" if r > 0 and name in _NAMED_ALONE else None


def _varied(s: Scene) -> bool:
    """Whether the right entries are at least three, of different sizes: equal ones make any factor fit."""
    sizes = np.abs(s.right[s.known & (s.right != 0)])
    return sizes.size >= 3 and np.unique(np.round(sizes / sizes.max(), 6)).size >= 3


def _number_name(s: Scene, r: float) -> str | None:
    def is_about(value: float) -> bool:
        return abs(r - value) <= 2e-5 * value

    for name, value in (("one", 1.0), ("two", 2.0), ("half", 0.5)):
        if is_about(value):
            # Where an axis has the length 2 nobody can tell a constant from a lost or repeated mean.
            return None if name != "one" and any(length == 2 for _, length in s.lengths()) else name
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
    if s.tested < 4 or 2 * s.wrong.sum() < s.tested:
        return None  # a few entries that are handed through say little
    return "argument.returned" if any(np.any(a) and s.fits(a) for a in s.inputs.values()) else None


def along_axis(s: Scene) -> str | None:
    """Rows that are all alike, or without their mean: a sum or mean along an axis that should not be there."""
    t = s.right
    if t.ndim != 2 or min(t.shape) < 2 or t.size < 6 or not np.all(s.known):
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
    if _varied(s) and s.difference_factor(ones) is not None:
        return "term.constant"
    if s.own is not None and s.own.shape == s.right.shape:
        k = s.difference_factor(s.own)
        if k is not None:
            return "term.own.missing" if k < 0 else "term.bias" if s.own.ndim == 1 else "term.own.extra"
        if any(s.difference_factor(form) is not None for form in (s.own**2, np.sign(s.own), np.abs(s.own))):
            return "term.own.form"
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
            size = abs(float(weights[0]))
            # The words are the same for every constant, so that here it does not matter where a 2 comes from.
            factor_name = _number_name(s, size) or {2.0: "two", 0.5: "half"}.get(round(size, 5))
            return f"two.{factor_name}.{name}" if factor_name in ("rows", "per-rows", "two", "half") else None
    return None


def sequence(s: Scene) -> str | None:
    """Each right number one place too early or too late, or added up to all before it, or only its step from the one before."""
    c, t = s.claimed, s.right
    if s.is_gradient or t.ndim != 1 or len(t) < 4 or not np.all(s.known) or np.unique(np.round(t, 9)).size < 4:
        return None
    if s.fits(np.cumsum(t, axis=0)):
        return "sequence.added-up"
    if s.fits(np.concatenate([t[:1], np.diff(t, axis=0)])):
        return "sequence.steps"
    size = 1e-9 + 1e-6 * np.max(np.abs(t))
    for name, mine, right in (("early", c[:-1], t[1:]), ("late", c[1:], t[:-1])):
        if np.all(np.abs(mine - right) <= size):
            return f"sequence.{name}"
    return None


def logarithm_of_a_small_number(s: Scene) -> str | None:
    """A loss that stops growing at the logarithm of a small round number, which was added inside or clipped to."""
    c, t = s.claimed, s.right
    if s.is_gradient or c.size != 1 or not 5 < abs(c.item()) < abs(t.item()) or c.item() * t.item() < 0:
        return None
    for number in {1, *(length for name, length in s.lengths() if name == "rows")}:
        digits = abs(c.item()) * number / np.log(10)
        if 3.5 < digits < 330 and abs(digits - round(digits)) < 2e-6 * digits:
            return "close.logarithm"
    return None


# In this order: the sure before the open.
RELATIONS = (zero, transpose, factor, swapped, close, logarithm_of_a_small_number, sequence, along_axis, returned_argument, elementwise, extra_term, mixed_terms)
