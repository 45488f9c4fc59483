"""In which calls a function is wrong: where one thing that is true of the arguments tells the wrong calls from the right ones.

What is said is true of all calls that the checks of a question made: wrong wherever it holds, right wherever it does not; or
nowhere wrong but where it holds. It is said only where chance does not arrange calls like that, and where not several things do.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from autograder.grading.features import Feature, Features, features, quantities
from autograder.grading.over_calls import same
from autograder.slips.answers import numbers_in, texts_in

# How much likelier it has to be than by chance that the wrong calls are all among those of which something is true: if they are
# all of those, if they are some, and if the thing is a size, of which there are many.
_ALL, _SOME, _OF_SIZES = 60, 300, 250
_LESS_SPECIAL = 4  # so many times likelier again, for every rank
_SIZES = 2  # different sizes on either side of a border
_MOST_PIECES = 400  # rows or entries that are looked at
_MOST_TOLD = 2  # things that tell the same calls apart
_ALONE, _BESIDE = -1, 8  # the rank of what one wrong call shows, beside so many right ones


@dataclass(frozen=True, slots=True)
class Called:
    """A call, or one row or entry of it: the arguments, what they are called, what came back and what is right, whether it is wrong."""

    args: tuple
    names: tuple[str, ...]
    theirs: object
    right: object
    wrong: bool

    @classmethod
    def of(cls, args: tuple, names: Sequence[str], theirs: object, right: object, error: str | None = None) -> Called:
        """A call that may have ended with an error."""
        return cls(args, tuple(names), theirs, right, error is not None or differs(theirs, right))


def differs(theirs: object, right: object) -> bool:
    """Whether a result is another one than the right one: in numbers, in shape, or in how it is built."""
    if isinstance(right, int) and isinstance(theirs, int):
        return theirs != right  # it may be larger than any float
    pairs, all_of_it = list(numbers_in(theirs, right)), sum(1 for _ in numbers_in(right, right))
    if len(pairs) < all_of_it:
        return True
    if not all_of_it:
        return type(theirs) is not type(right) or (isinstance(right, str | bool | None) and theirs != right)
    return any(not same(one, other) for _, one, other in pairs)


def only_where(calls: Sequence[Called]) -> tuple[str, str] | None:
    """What the wrong entries, rows or calls have in common: the id of what is said, and the words; None if nothing is to be said.

    The id is "where.entries", "where.rows" or "where.calls", with ".only" if some right ones have it too.
    """
    part = _first_wrong(calls)
    for kind, pieces in (("entries", entries_of(part)), ("rows", rows_of(part))):
        found = _common(pieces) if pieces else None
        if found and found[1].startswith("the "):  # a row or an entry, not an argument of the whole call
            return f"where.{kind}{found[0]}", found[1]
    found = _of_calls(calls)
    return (f"where.calls{found[0]}", found[1]) if found else None


def _of_calls(calls: Sequence[Called]) -> tuple[str, str] | None:
    """If the results are wrong for one choice of texts alone, that is part of the words, and the other calls do not count."""
    chosen = {texts_in(call.args) for call in calls if call.wrong}
    if len(chosen) == 1 and any(chosen.copy().pop()):
        of_choice = [call for call in calls if texts_in(call.args) in chosen]
        found = _common(of_choice)
        if found:
            texts = [f"{name} is {value!r}" for value, name in zip(of_choice[0].args, of_choice[0].names, strict=False) if isinstance(value, str) and value.isidentifier()]
            return found[0], " and ".join([*texts, found[1]])
    return _common(calls)


def _first_wrong(calls: Sequence[Called]) -> list[Called]:
    """The calls with the first wrong array or number of their results alone, if all results have it, and with every array of their arguments."""
    parts = [{path: (theirs, right) for path, theirs, right in numbers_in(call.theirs, call.right)} for call in calls]
    for path in parts[0] if parts else ():
        if all(path in one for one in parts) and any(not same(*one[path]) for one in parts):
            return [Called.of(*_spread(call), *one[path]) for call, one in zip(calls, parts, strict=True)]
    return []


def _spread(call: Called) -> tuple[tuple, tuple[str, ...]]:
    """The arguments of a call and what they are called, with the entries of a dict each for itself."""
    flat = [(name, arg) for name, arg in zip(call.names, call.args, strict=False) if not isinstance(arg, dict)]
    inner = [(f"{name}[{key!r}]", one) for name, arg in zip(call.names, call.args, strict=False) if isinstance(arg, dict) for key, one in arg.items()]
    return tuple(arg for _, arg in (*flat, *inner)), tuple(name for name, _ in (*flat, *inner))


def entries_of(calls: Sequence[Called]) -> list[Called]:
    """The entries of all calls whose result has one for each entry of an argument; none where that is not so in every call."""
    return _pieces(calls, "entry", lambda value, right: value.shape == right.shape, lambda array: list(array.ravel()))


def rows_of(calls: Sequence[Called]) -> list[Called]:
    """The rows of all calls whose result has one for each row of an argument; none where that is not so in every call."""
    return _pieces(calls, "row", lambda value, right: value.ndim > 0 and right.ndim > 0 and len(value) == len(right), list)


def _pieces(calls: Sequence[Called], what: str, is_beside: Callable[[np.ndarray, np.ndarray], bool], cut: Callable[[np.ndarray], list]) -> list[Called]:
    if not all(map(_is_numeric, (value for call in calls for value in (call.theirs, call.right)))):
        return []
    whole = [call for call in calls if np.ndim(call.right)]
    given = [dict(zip(call.names, call.args, strict=False)) for call in calls]
    beside = [name for name in (whole[0].names if whole else ()) if all(_is_numeric(one.get(name)) and is_beside(np.asarray(one[name]), np.asarray(call.right)) for one, call in zip(given, calls, strict=True))]
    if not beside or any(np.shape(call.theirs) != np.shape(call.right) for call in calls):
        return []
    found: list[Called] = []
    for call in calls:
        if len(found) >= _MOST_PIECES:
            break
        here = dict(zip(call.names, call.args, strict=False))
        numbers = [(name, arg) for name, arg in here.items() if isinstance(arg, int | float | str) and name not in beside]
        names = [*(f"the {what} of {name}" for name in beside), *(name for name, _ in numbers)]
        for one, other, *values in zip(cut(np.asarray(call.theirs)), cut(np.asarray(call.right)), *(cut(np.asarray(here[name])) for name in beside), strict=True):
            found.append(Called.of((*values, *(number for _, number in numbers)), names, one, other))
    return found[:_MOST_PIECES]


def _is_numeric(value: object) -> bool:
    return isinstance(value, int | float | np.number | np.ndarray) and np.asarray(value).dtype.kind in "fiub"


def _common(calls: Sequence[Called]) -> tuple[str, str] | None:
    wrong = sum(call.wrong for call in calls)
    if not wrong or len(calls) - wrong < 2:
        return None
    found = list(_telling(calls))
    for ending, telling in (("", _of_all(found, len(calls), wrong)), (".only", _of_some(found, len(calls), wrong))):
        best = [clause for *kind, clause in telling if kind == list(telling[0][:2])]
        if best:
            best = [clause for clause in best if " is not '" not in clause] or best  # of two choices the one and not the other
            best = best[-1:] if telling[0][0] == _ALONE else best  # what is beyond one limit is beyond the lower one
            return (ending, " and ".join(best)) if len(best) <= _MOST_TOLD else None
    sizes = list(_sizes(calls)) if wrong > 1 and math.comb(len(calls), wrong) >= _OF_SIZES else []
    return ("", sizes[0]) if len(sizes) == 1 else None


def _of_all(telling: Sequence[_Telling], calls: int, wrong: int) -> list[tuple[int, int, str]]:
    """(rank, calls, words) of what is true of the wrong calls alone, the most special first; one wrong call shows little."""
    found = [(one.rank, one.count, one.words) for one in telling if one.count == wrong]
    ways = math.comb(calls, wrong)
    enough = sorted(one for one in found if ways >= _ALL * _LESS_SPECIAL ** max(0, one[0]) or (one[0] == _ALONE and calls > _BESIDE))
    special = [one for one in found if one[0] <= 0]
    # A check that makes one call of a special kind makes it for that; of two kinds at once either may be the reason.
    return enough or (special if len(special) == 1 and calls > _BESIDE else [])


def _of_some(telling: Sequence[_Telling], calls: int, wrong: int) -> list[tuple[int, int, str]]:
    """The same of what is true of all wrong calls and of some others. What is true of most calls, and right in most of those, leads nowhere."""
    found = [one for one in telling if one.is_sharp and (3 * one.count <= calls or (2 * wrong >= one.count and (not one.rank or 2 * one.count <= calls)))]
    return sorted(
        (one.rank, one.count, one.words)
        for one in found
        if wrong > 1 and math.comb(calls, wrong) >= (_ALL if one.rank == _ALONE else _SOME) * math.comb(one.count, wrong)
    )


@dataclass(frozen=True, slots=True)
class _Telling:
    """What is true of all wrong calls, in words; of how many calls it is true; rank and is_sharp as of features."""

    words: str
    count: int
    rank: int
    is_sharp: bool


def _telling(calls: Sequence[Called]) -> Iterator[_Telling]:
    each = [features(call.args, call.names, call.right) for call in calls]
    for feature in {feature: None for one in each for feature in one}:
        holds = [_holds(one, feature) for one in each]
        if None in holds:
            continue
        of_wrong = {one for one, call in zip(holds, calls, strict=True) if call.wrong}
        if len(of_wrong) == 1:
            said = of_wrong.pop()
            words = feature.yes if said else feature.no
            if words:
                yield _Telling(words, holds.count(said), feature.rank, said or (feature.is_sharp and not words.startswith("the ")))  # most entries are not 0


def _holds(one: Features, feature: Feature) -> bool | None:
    """Whether a feature holds in a call; None where it makes no sense. A text that is not mentioned is not there."""
    return one.get(feature, False if feature.is_text else None)


def _sizes(calls: Sequence[Called]) -> Iterator[str]:
    """What is large in the wrong calls and smaller in all others, or the other way round."""
    each = [quantities(call.args, call.names) for call in calls]
    for large, small in each[0]:
        if any((large, small) not in one for one in each):
            continue
        wrong = {one[large, small] for one, call in zip(each, calls, strict=True) if call.wrong}
        right = {one[large, small] for one, call in zip(each, calls, strict=True) if not call.wrong}
        if min(len(wrong), len(right)) < _SIZES:
            continue
        if min(wrong) > max(right):
            yield large
        elif max(wrong) < min(right):
            yield small
