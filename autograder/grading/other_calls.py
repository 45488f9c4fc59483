"""Results that would be right for what other calls were given: something is kept from one to the next, or a choice is not passed on."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from itertools import combinations

import numpy as np

from autograder.checking.leaves import at_path
from autograder.grading.over_calls import Part, same
from autograder.slips.answers import Answer, numbers_in, says_much

_MOST_WRONG, _MOST_KEPT = 12, 6  # wrong calls, and earlier arguments, that are asked for


def kept_argument(part: Part) -> tuple[str, str] | None:
    """Whether every wrong result would be right if one argument were what it was in an earlier call; and which argument.

    Where that is the same number every time, code has made it itself, and does not use the argument.
    """
    wrong = [number for number, (theirs, right, _) in enumerate(part.calls) if not same(theirs, right)]
    if not 2 <= len(wrong) <= _MOST_WRONG or not says_much([part.calls[number][0] for number in wrong]):
        return None
    for place in range(min(len(part.calls[number][2].args) for number in wrong)):
        kept: list[object] = []
        for number in wrong:
            one = _kept(part, number, place)
            if one is None:
                break
            kept.append(one[0])
        else:
            if any(not _is_equal(one, kept[0]) for one in kept) or (isinstance(kept[0], np.ndarray) and np.unique(kept[0]).size > 2):
                return "state.argument", part.calls[wrong[0]][2].called((place,))
            if isinstance(kept[0], int | float) and all(_gives(theirs, answer, part.path, place, kept[0]) for theirs, _, answer in part.calls if len(answer.args) > place):
                return "argument.ignored", part.calls[wrong[0]][2].called((place,))
    return None


def used_arguments(answers: Sequence[Answer]) -> set[str]:
    """The names of arguments that matter in calls that are right: with what one call was given, another one's right result is another one."""
    right = [answer for answer in answers if _is_right(answer, answer.right)][:_MOST_KEPT]
    found = set()
    for place in range(min((len(answer.args) for answer in right), default=0)):
        for one, other in combinations(right, 2):
            if not _is_equal(one.args[place], other.args[place]) and not _is_right(one, _asked(one, place, other.args[place])):
                found.add(one.called((place,)))
                break
    return found


def _asked(answer: Answer, place: int, value: object) -> object:
    """The right result with another value of one argument; the one without it where there is none."""
    try:
        with np.errstate(all="ignore"):
            return answer.ask(copy.deepcopy((*answer.args[:place], value, *answer.args[place + 1 :])))
    except Exception:
        return answer.right


def _is_right(answer: Answer, right: object) -> bool:
    """Whether what came back is this, in all its numbers."""
    pairs = list(numbers_in(answer.theirs, right))
    return len(pairs) == sum(1 for _ in numbers_in(right, right)) and all(same(one, other) for _, one, other in pairs)


def other_text(part: Part, texts: Mapping[int, Sequence[str]]) -> tuple[str, str] | None:
    """Whether every wrong result would be right with one of the texts that an argument has had in other calls; and which argument.

    texts: what was handed in, by the number of the argument.
    """
    for place, some in texts.items():
        for text in some:
            if part.wrong and all(_is_chosen(theirs, answer, part.path, place, text) for theirs, _, answer in part.wrong):
                return "argument.ignored.choice", part.wrong[0][2].called((place,))
    return None


def texts_of(answers: Sequence[Answer]) -> dict[int, list[str]]:
    """The texts that were handed in, by the number of the argument."""
    found: dict[int, list[str]] = {}
    for answer in answers:
        for place, value in enumerate(answer.args):
            if isinstance(value, str) and value not in found.setdefault(place, []):
                found[place].append(value)
    return found


def _kept(part: Part, number: int, place: int) -> tuple[object] | None:
    """What an argument was in an earlier call for which this one's result would be right."""
    theirs, _, answer = part.calls[number]
    tried: list[object] = []
    for _, _, earlier in part.calls[:number]:
        one = earlier.args[place] if place < len(earlier.args) else answer.args[place]
        if not isinstance(one, str) and not any(_is_equal(one, other) for other in (answer.args[place], *tried)):
            tried.append(one)
    return next(((one,) for one in tried[-_MOST_KEPT:] if _gives(theirs, answer, part.path, place, one)), None)


def _is_chosen(theirs: np.ndarray, answer: Answer, path: tuple, place: int, text: str) -> bool:
    own = answer.args[place] if place < len(answer.args) else text
    return isinstance(own, str) and own != text and _gives(theirs, answer, path, place, text)


def _gives(theirs: np.ndarray, answer: Answer, path: tuple, place: int, value: object) -> bool:
    """Whether a result is right with another value of one argument."""
    try:
        with np.errstate(all="ignore"):
            there = at_path(answer.ask(copy.deepcopy((*answer.args[:place], value, *answer.args[place + 1 :]))), path)
        return same(theirs, np.asarray(there, dtype=float))
    except Exception:  # there is no right result for such arguments
        return False


def _is_equal(one: object, other: object) -> bool:
    if isinstance(one, np.random.Generator) and isinstance(other, np.random.Generator):
        return one.bit_generator.state == other.bit_generator.state
    if isinstance(one, np.ndarray) or isinstance(other, np.ndarray):
        return type(one) is type(other) and np.array_equal(one, other)
    if isinstance(one, tuple | list) and isinstance(other, tuple | list):
        return len(one) == len(other) and all(_is_equal(a, b) for a, b in zip(one, other, strict=True))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_is_equal(one[key], other[key]) for key in one)
    return bool(one == other)
