"""Which parts of a result are ever wrong, where others are right in every call: their lines are not the ones to look at."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.checking.leaves import in_words
from autograder.grading.over_calls import same
from autograder.slips.answers import Answer, numbers_in

_MOST_WRONG, _MOST_PARTS = 3, 16
_CALLS = 3  # in which the others are right, and say something


def only_parts(answers: Sequence[Answer]) -> str | None:
    """The parts that are wrong in some call, in words: few, beside at least as many that are right in all calls; None otherwise."""
    right: dict[tuple, int] = {}
    wrong: set[tuple] = set()
    beside: set[tuple] | None = None  # parts that are there in every wrong call
    for answer in answers:
        pairs = list(numbers_in(answer.theirs, answer.right))
        if len(pairs) != sum(1 for _ in numbers_in(answer.right, answer.right)):
            return None  # it is built in another way
        off = {path for path, theirs, should in pairs if not same(theirs, should)}
        if off:
            beside = {path for path, _, _ in pairs if beside is None or path in beside}
        for path, _, should in pairs:
            if path in off:
                wrong.add(path)
            elif should.any():
                right[path] = right.get(path, 0) + 1
    good = {path for path, count in right.items() if count >= _CALLS and path in (beside or ())} - wrong
    if not wrong or () in wrong or len(wrong) > _MOST_WRONG or len(good) < len(wrong) or len(right.keys() | wrong) > _MOST_PARTS:
        return None
    return " and ".join(f"result {in_words(path)}" for path in sorted(wrong, key=repr))
