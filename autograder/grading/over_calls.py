"""What may hold of one part of a function's result in all calls: what it is made of, where it is wrong, by how much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from autograder.checking.leaves import at_path
from autograder.slips.answers import Answer

_TAIL = 4  # entries on either side of a border
_NO_ACCIDENT = 3  # different numbers that one call has in common with another


@dataclass(frozen=True, slots=True)
class Part:
    """One array or number of the result over all calls: where it is, and for each call (what came back, what is right, the call)."""

    path: tuple
    calls: tuple[tuple[np.ndarray, np.ndarray, Answer], ...]

    @property
    def wrong(self) -> list[tuple[np.ndarray, np.ndarray, Answer]]:
        return [call for call in self.calls if not same(call[0], call[1])]


def same(one: np.ndarray, right: np.ndarray) -> bool:
    """Whether two arrays are equal but for rounding, entry by entry: a small number beside a large one has to be right too."""
    if one.shape != right.shape:
        return False
    with np.errstate(all="ignore"):
        near = np.abs(one - right) <= 1e-6 * np.abs(right) + 1e-12 * np.max(np.abs(right), initial=0.0)
    return bool(np.all((near & np.isfinite(right)) | (one == right) | (np.isnan(one) & np.isnan(right))))


def remembered(part: Part) -> str | None:
    """Whether every wrong result is what was right in an earlier call, whose first array was another one."""
    wrong = [number for number, (theirs, right, _) in enumerate(part.calls) if not same(theirs, right)]
    if len(wrong) < 2 or not all(any(_is_of_earlier(part.calls[number], earlier) for earlier in part.calls[:number]) for number in wrong):
        return None
    return "state.earlier"


def _is_of_earlier(call: tuple[np.ndarray, np.ndarray, Answer], earlier: tuple[np.ndarray, np.ndarray, Answer]) -> bool:
    theirs, _, answer = call
    before, right, there = earlier
    if np.unique(theirs).size < _NO_ACCIDENT or not (same(before, right) and same(theirs, right)):
        return False
    arrays = [next((arg for arg in one.args if isinstance(arg, np.ndarray)), None) for one in (answer, there)]
    return all(one is not None for one in arrays) and not np.array_equal(*arrays)


def truncated(part: Part) -> str | None:
    """Whether every wrong result holds integers that are the right numbers without what is behind the point."""
    wrong = part.wrong
    for theirs, right, answer in wrong:
        if not (_is_whole(at_path(answer.theirs, part.path)) or _of_whole(answer)):
            return None
        if theirs.shape != right.shape or not any(np.array_equal(theirs, to(right)) for to in (np.trunc, np.floor, np.round)):
            return None
    if len(wrong) < len(part.calls) and all(_of_whole(answer) for _, _, answer in wrong):
        return "value.truncated"  # and for other arguments it is right
    lost = sum(int(np.sum(np.abs(right - theirs) > 1e-3)) for theirs, right, _ in wrong)
    return "value.truncated" if lost >= 3 and any(np.any(theirs) for theirs, _, _ in wrong) else None


def counts(part: Part) -> bool:
    """Whether the right results are whole numbers that count or number something: others than 0 and 1 are among them."""
    rights = [np.asarray(at_path(answer.right, part.path)) for _, _, answer in part.calls]
    return all(one.dtype.kind in "iu" for one in rights) and any(np.any((one != 0) & (one != 1)) for one in rights)


def _is_whole(value: object) -> bool:
    return isinstance(value, np.ndarray) and value.dtype.kind in "iu"


def _of_whole(answer: Answer) -> bool:
    return any(_is_whole(arg) for arg in answer.args[:1])


def noted(part: Part, parts: Sequence[Part]) -> str | None:
    """Whether only what a loop notes is wrong: a list as long as a whole number among the arguments, beside results that are right."""
    if len(parts) < 2 or any(other.wrong for other in parts if other.path != part.path) or len(part.wrong) < 2:
        return None
    for theirs, right, answer in part.wrong:
        if not any(call[2] is answer for other in parts if other.path != part.path for call in other.calls):
            return None  # this call returned nothing else
        turns = [arg for arg in answer.args if type(arg) is int]
        if theirs.shape != right.shape or right.ndim != 1 or not any(len(right) in (turn, turn + 1) for turn in turns):
            return None
    return "sequence.noted"


def unfilled(part: Part) -> bool:
    """Whether everything that is wrong is zero, and the whole end of the result along one axis, in every call."""
    for axis in range(max((right.ndim for _, right, _ in part.wrong), default=0)):
        if all(_is_end(theirs, right, axis) for theirs, right, _ in part.wrong):
            return True
    return False


def _is_end(theirs: np.ndarray, right: np.ndarray, axis: int) -> bool:
    if right.ndim <= axis:
        return False
    lines = np.moveaxis(theirs, axis, 0), np.moveaxis(right, axis, 0)
    fine = [same(one, other) for one, other in zip(*lines, strict=True)]
    begun = fine.index(False) if False in fine else 0
    return begun > 0 and not np.any(lines[0][begun:])


def factor_of_lengths(part: Part) -> str | None:
    """The length that is the factor between result and right result in every call, if the calls leave no doubt which one."""
    names: set[str] | None = None
    for theirs, right, answer in part.calls:
        size = float(np.sum(right * right))
        if not size:
            if np.any(theirs):
                return None
            continue
        ratio = float(np.sum(theirs * right)) / size
        if not same(theirs, ratio * right):
            return None
        fitting = {name for name, value in _lengths(answer) if value and abs(ratio - value) <= 2e-5 * value}
        names = fitting if names is None else names & fitting
    return f"factor.{names.pop()}" if names and len(names) == 1 else None


def _lengths(answer: Answer) -> Iterator[tuple[str, float]]:
    """The numbers a factor may be in a call, by name."""
    first = next((a for a in answer.args if isinstance(a, np.ndarray) and a.ndim), None)
    if first is None:
        return
    rows, columns, entries = len(first), first.shape[1] if first.ndim == 2 else 0, first.size
    for name, value in (("rows", rows), ("columns", columns), ("entries", entries if first.ndim == 2 else 0)):
        yield name, float(value)
        yield f"per-{name}", 1.0 / value if value else 0.0
    for name, value in (("two-rows", 2.0 * rows), ("per-two-rows", 0.5 / rows if rows else 0.0), ("rows-over-two", rows / 2), ("rows-squared", float(rows) ** 2)):
        yield name, value


def side(x: np.ndarray, claimed: np.ndarray, right: np.ndarray) -> str | None:
    """Wrong exactly on one side of zero, or exactly beyond some number, entry by entry of an argument.

    What is wrong is asked in proportion: far out a right result may be tiny beside the others.
    """
    with np.errstate(all="ignore"):
        wrong = np.abs(claimed - right) > 1e-6 * np.abs(right)
    good = ~wrong
    if wrong.sum() < _TAIL or good.sum() < _TAIL:
        return None
    for name, here in (("negative", x < 0), ("positive", x > 0)):
        if np.any(good & ~here & (x != 0)) and np.array_equal(wrong, here):
            return f"side.{name}"
    if np.abs(x[good]).max(initial=0.0) < 1:  # near zero many formulas agree
        return None
    for name, far in (("negative", -x), ("positive", x)):
        if np.all(far[wrong] > 0) and far[wrong].min() > far[good].max() and np.sum(far[good] > 0) >= _TAIL:
            return _at_one_number(claimed[wrong], right[wrong]) or f"side.far-{name}"
    if np.abs(x[wrong]).min() > np.abs(x[good]).max():
        return _at_one_number(claimed[wrong], right[wrong]) or "side.far"
    return None


def _at_one_number(claimed: np.ndarray, right: np.ndarray) -> str | None:
    """Whether results that go on growing stay at one number."""
    stays = np.ptp(claimed) <= 1e-9 * np.max(np.abs(claimed)) and np.any(claimed)
    return "clipped" if stays and np.unique(right).size >= 3 else None
