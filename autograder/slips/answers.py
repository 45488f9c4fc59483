"""Calls of a learner's function beside the right answers, and the one change of the arguments with which all of them would be right."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from autograder.checking.arguments import altered
from autograder.checking.leaves import at_path, in_words, leaves, replaced
from autograder.checking.noted import is_number
from autograder.checking.scene import Scene

_MOST_CALLS, _MOST_PLACES = 40, 10
_EXCEPTED = 6  # of so many calls one may be right against a rule that explains three wrong ones or more
_COUNT = 500  # of which a share may be an accident
_DIFFERENT = 3  # whole numbers that are no accident
# Right results that are asked for, each as many as the whole numbers among the arguments, which may be turns of a loop, come to.
_MOST_TURNS = 4_000
# Two calls are soon right by accident for one row or step more.
_BY_ONE, _ENOUGH_BY_ONE = ("argument.one-more", "argument.one-less"), 3
# Numbers that stand in the place of an argument that is not used.
_CONSTANTS = (0.0, 1.0, 0.5, 2.0, 0.1, 0.01, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 0.9)


@dataclass(frozen=True, slots=True)
class Answer:
    """One call: its arguments, what came back, what is right, and `ask`, which gives the right result for other arguments.

    names: what the parameters are called.
    """

    args: tuple
    theirs: object
    right: object
    ask: Callable[..., object]
    names: tuple[str, ...] = ()

    def scene(self, theirs: np.ndarray, right: np.ndarray) -> Scene:
        """A part of the result beside the right one, with the arguments."""
        arrays = {in_words(path): value for path, value in _leaves(self.args) if isinstance(value, np.ndarray) and value.ndim}
        numbers = tuple(float(value) for _, value in _leaves(self.args) if not isinstance(value, np.ndarray))
        others = {in_words(p): one for p, _, one in numbers_in(self.theirs, self.right) if one.shape != right.shape or not np.array_equal(one, right)}
        told = {in_words(path): self.called(path) for path, _ in _leaves(self.args)}
        return Scene(theirs, right, np.isfinite(right), np.zeros(right.shape), inputs=arrays, others=others, numbers=numbers, names=told)

    def places(self) -> tuple[tuple[tuple, str], ...]:
        """The arrays and numbers among the arguments, with their names."""
        found = [(path, isinstance(value, np.ndarray)) for path, value in _leaves(self.args)]
        # A number that multiplies an array comes first: of the two it is the likelier one to have a wrong factor.
        return tuple((path, self.called(path)) for path, _ in sorted(found, key=lambda one: one[1]))

    def called(self, path: tuple) -> str:
        """What an array or number among the arguments is called."""
        if path[0] < len(self.names):
            return self.names[path[0]] + in_words(path[1:])
        return "one of the arguments"


def texts_in(value: object) -> tuple:
    """The texts and truth values in nested arguments, in order."""
    if isinstance(value, str | bool | None):
        return (value,)
    if isinstance(value, tuple | list | dict):
        items = value.values() if isinstance(value, dict) else value
        return tuple(text for item in items for text in texts_in(item))
    return ()


def numbers_in(theirs: object, right: object, path: tuple = ()) -> Iterator[tuple[tuple, np.ndarray, np.ndarray]]:
    """The arrays and numbers at the same places of two results."""
    if isinstance(right, tuple | list | dict):
        if isinstance(theirs, tuple | list | dict) and isinstance(theirs, dict) == isinstance(right, dict) and len(theirs) == len(right):
            for key in right if isinstance(right, dict) else range(len(right)):
                if not isinstance(right, dict) or key in theirs:
                    yield from numbers_in(theirs[key], right[key], (*path, key))
    elif all(is_number(one) or (isinstance(one, np.ndarray) and one.dtype.kind in "fiub") for one in (theirs, right)):
        with suppress(OverflowError):  # a whole number beyond all floats
            yield path, np.asarray(theirs, dtype=float), np.asarray(right, dtype=float)


def _leaves(value: object, path: tuple = ()) -> Iterator[tuple[tuple, object]]:
    return leaves(value, _can_change, path)


def _can_change(value: object) -> bool:
    if isinstance(value, np.ndarray):
        return value.dtype.kind in "fiu"
    return is_number(value) and not isinstance(value, bool | np.bool_ | complex)


@dataclass(frozen=True, slots=True)
class _Change:
    """A change of the arguments: the id of its diagnosis, the argument, the arguments after it, and what is done to the result.

    key: tells it from the other changes of a call, and is the same in every call.
    """

    key: tuple
    name: str
    other: str
    args: tuple
    after: Callable[[np.ndarray], np.ndarray] = np.asarray


def right_for_others(
    path: tuple, calls: Sequence[_Call], same: Callable[[np.ndarray, np.ndarray], bool]
) -> tuple[str, str] | None:
    """The id of the one change of the arguments with which a part of the result would be right in every call, and the argument.

    calls: (what came back, what is right, the call) of that part.
    """
    calls = _lightest(calls)
    wrong = [call for call in calls if not same(call[0], call[1])]
    if not wrong or (len(wrong) < 2 and wrong[0][0].size < 6) or not says_much([theirs for theirs, _, _ in wrong]):
        return None
    theirs, _, first = min(wrong, key=lambda call: _weight(call[2].args))
    left, every = _MOST_TURNS, sum(_turns(call[2].args) for call in calls)
    for change in _changes(first):
        left -= _turns(first.args)
        if left < 0:
            return None
        if change.name in _BY_ONE and len(wrong) < _ENOUGH_BY_ONE or change.name.startswith("batch.") and not _has_digits(wrong):
            continue
        there = _right_after(change, first, path)
        if there is None or not same(theirs, there):
            continue
        left -= every
        if left >= 0 and _explains_enough(change.key, path, calls, wrong, same):
            return change.name, change.other
    return None


_Call = tuple[np.ndarray, np.ndarray, Answer]  # what came back, what is right, the call


def says_much(wrong: Sequence[np.ndarray]) -> bool:
    """Whether wrong results are more than a few whole numbers or shares of a count, which are right for other arguments by accident."""
    told = [{float(f"{x:.9g}") for x in theirs.ravel()[:50] if np.isfinite(x)} for theirs in wrong]
    numbers = set().union(*told)
    if any(not _is_share(number) for number in numbers) or any(len(one) > _DIFFERENT for one in told):
        return True
    return len(numbers) >= _DIFFERENT and len({theirs.tobytes() for theirs in wrong}) >= _DIFFERENT


def _is_share(number: float) -> bool:
    """Whether a number is whole, or a whole number over one of at most three digits."""
    if number.is_integer():
        return True
    return abs(number) < 1e6 and abs(float(Fraction(number).limit_denominator(_COUNT)) - number) <= 1e-8 * abs(number)


def _lightest(calls: Sequence[_Call]) -> Sequence[_Call]:
    """The first calls, without those that would take more than their share of the turns, if the others are enough."""
    calls = calls[:_MOST_CALLS]
    some = [call for call in calls if _turns(call[2].args) <= _MOST_TURNS // len(calls)]
    return some if 2 * len(some) >= len(calls) else calls


def _has_digits(calls: Sequence[_Call]) -> bool:
    """Whether a few different numbers came back that are not 0 or 1: those are what a single sample gives, whatever is computed."""
    numbers = {float(f"{x:.9g}") for theirs, _, _ in calls for x in theirs.ravel()[:20]}
    return len(numbers - {0.0, 1.0}) >= 2


def _turns(args: tuple) -> int:
    return sum(abs(int(value)) for _, value in _leaves(args) if isinstance(value, int | np.integer)) or 1


def _weight(args: tuple) -> int:
    """How much there is to compute: numbers in arrays, and turns of loops."""
    return sum(value.size if isinstance(value, np.ndarray) else abs(int(value)) if isinstance(value, int) else 1 for _, value in _leaves(args))


def _explains_enough(
    key: tuple, path: tuple, calls: Sequence[_Call], wrong: Sequence[_Call], same: Callable[[np.ndarray, np.ndarray], bool]
) -> bool:
    """Whether a change explains every wrong call, and all others but a few, for which the code may have a case of their own."""
    if not all(_explains(key, path, call, same) for call in wrong):
        return False
    excepted = len(calls) // _EXCEPTED if len(wrong) >= _DIFFERENT else 0
    for call in calls:
        excepted -= not _explains(key, path, call, same)
        if excepted < 0:
            return False
    return True


def _explains(key: tuple, path: tuple, call: _Call, same: Callable[[np.ndarray, np.ndarray], bool]) -> bool:
    """Whether a call gave what is right after the change, or what is right, if the change makes no difference there."""
    theirs, right, answer = call
    tried = False
    for change in _changes(answer, whole=True):
        there = _right_after(change, answer, path) if change.key == key else None
        if there is not None and same(theirs, there):
            return True
        tried |= there is not None
    return not tried and same(theirs, right)


def _right_after(change: _Change, answer: Answer, path: tuple) -> np.ndarray | None:
    try:
        with np.errstate(all="ignore"):
            return change.after(np.asarray(at_path(answer.ask(copy.deepcopy(change.args)), path), dtype=float))
    except Exception:  # there is no right result for such arguments
        return None


def _changes(answer: Answer, *, whole: bool = False) -> Iterator[_Change]:
    """The changes of the arguments of a call, the likelier first. whole: a factor may have been handed in as a whole number."""
    args, places = answer.args, answer.places()[:_MOST_PLACES]
    for place, other in places:
        value = at_path(args, place)
        if np.asarray(value).dtype.kind == "f" or (whole and not np.ndim(value)):
            for constant in (0.0, 1.0) if np.ndim(value) else _CONSTANTS:
                new = np.full_like(value, constant) if np.ndim(value) else constant
                if not np.array_equal(new, value):
                    yield _Change(("ignored", place, constant), "argument.ignored", other, replaced(args, place, new))
    for name, other, there in altered(args, places, many=True):
        yield _Change((name, other), name, other, there)
    if any(isinstance(arg, np.ndarray) and arg.ndim == 2 for arg in args):
        turned = tuple(arg.T.copy() if isinstance(arg, np.ndarray) and arg.ndim == 2 else arg for arg in args)
        yield _Change(("turned",), "axis.other", "", turned, np.transpose)
    yield from _scaled(answer)


def _scaled(answer: Answer) -> Iterator[_Change]:
    """An array (in one argument, or all arrays of it) multiplied or divided by a number among the other arguments, or by 1 minus it."""
    numbers = [(place, float(value)) for place, value in _leaves(answer.args) if isinstance(value, float) and value]
    for i, arg in enumerate(answer.args):
        arrays = [place for place, value in _leaves(arg, (i,)) if isinstance(value, np.ndarray) and value.dtype.kind == "f"]
        for place, number in numbers if arrays else ():
            name = answer.called(place)
            for what, scale in ((f"multiplied by {name}", number), (f"divided by {name}", 1 / number), (f"multiplied by 1 - {name}", 1 - number)):
                there = answer.args
                for path in arrays:
                    there = replaced(there, path, at_path(there, path) * scale)
                yield _Change(("scaled", i, place, what), "argument.scaled", f"{answer.called((i,))} were {what}", there)
