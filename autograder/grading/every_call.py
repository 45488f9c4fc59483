"""The relation that holds between what a function gave and what is right in every call of a question, taken together.

One small example shows few relations, and some by accident. All the calls that the checks of a question made show many
more, whatever the checks looked at: that a result is wrong for large negative numbers alone, that it is always right for half
of an argument. Only the grader can ask for this, which has the reference to answer every call again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

import numpy as np

from autograder.checking.diagnosis import Diagnosis, of_numbers, worded
from autograder.checking.leaves import in_words, leaves
from autograder.checking.patterns import inverted_mask
from autograder.checking.relations import elementwise, extra_term, factor, zero
from autograder.checking.scene import Scene
from autograder.checking.spread import cut_off, whole_numbers
from autograder.grading.by_quantity import off_by_quantity
from autograder.grading.other_calls import kept_argument, other_text, texts_of
from autograder.grading.other_functions import other_function
from autograder.grading.over_calls import Part, counts, factor_of_lengths, noted, remembered, same, side, truncated, unfilled
from autograder.grading.refuted import is_refuted
from autograder.slips.answers import Answer, numbers_in, right_for_others, says_much, texts_in

_ENOUGH = 3  # different numbers that are wrong
_ENTRIES = 6  # that are wrong
# What may be said of wrong entries alone: where a result is zero or masked, and on which side, looks otherwise beside the right ones.
_OF_ENTRIES = ("sign", "factor.", "argument.", "function.", "value.")
_MOST_PARTS = 16  # arrays and numbers in a result


def in_every_call(answers: Sequence[Answer], functions: Mapping[str, Callable] = MappingProxyType({}), where: str = "") -> Diagnosis | None:
    """What explains all calls of one function in which it gave a wrong result, in words; None if nothing does.

    functions: right versions of others that may stand in its place or come in besides, by name. where: which calls these are, as
    it is said after what the result is called.
    """
    groups = [(group, _parts(group)) for group in _by_texts(answers)]
    # Two choices that stand in each other's place are both wrong: only one that is right can stand in the place of others.
    texts = texts_of([answer for group, parts in groups if not any(part.wrong for part in parts) for answer in group])
    found, single = set(), []
    for _, parts in groups:
        if len(parts) <= _MOST_PARTS and any(part.wrong for part in parts):
            told = _of_group(parts, texts, functions)
            if told is None and max(len(part.wrong) for part in parts) < 2:
                single.append([(theirs, right) for part in parts for theirs, right, _ in part.wrong])
            else:
                found.add(told)
    # Of two kinds with different mistakes neither is the mistake; one wrong call of a kind tells nothing, but may contradict.
    if len(found) != 1 or None in found:
        return None
    name, path, other = found.pop()
    if any(is_refuted(name, pairs) for pairs in single):
        return None
    about = f"result {in_words(path)}" if path else "the result"
    return worded(name, about + where, other)


def in_wrong_calls(answers: Sequence[Answer], functions: Mapping[str, Callable], clause: str = "") -> Diagnosis | None:
    """What explains the wrong calls alone, or the wrong entries, of which there are enough, where others are right.

    clause: what is true of the wrong calls, if that is known.
    """
    if any(isinstance(arg, np.random.Generator) for answer in answers for arg in answer.args):
        return None  # where numbers are drawn, every call is a case of its own
    wrong = [answer for answer in answers if _is_wrong(answer)]
    if _ENOUGH <= len(wrong) < len(answers):
        found = in_every_call(wrong, functions, f" in calls in which {clause}" if clause else " in the calls in which it is wrong")
        if found:
            return found
    entries = [_wrong_entries(answer) for answer in wrong]
    if None in entries or sum(one.right.size for one in entries) < _ENTRIES or all(np.size(one.right) == two.right.size for one, two in zip(wrong, entries, strict=True)):
        return None
    found = in_every_call(entries, functions, " in the entries in which it is wrong")
    return found if found and found.id.startswith(_OF_ENTRIES) else None


def _wrong_entries(answer: Answer) -> Answer | None:
    """A call of which only the wrong entries of the result are asked for; None where the result is no array like the right one."""
    if not all(isinstance(one, np.ndarray) and one.dtype.kind in "fiu" for one in (answer.theirs, answer.right)) or answer.theirs.shape != answer.right.shape:
        return None
    off = np.array([not same(one, other) for one, other in zip(answer.theirs.ravel(), answer.right.ravel(), strict=True)], dtype=bool).reshape(answer.right.shape)

    def ask(args: tuple, *others: object) -> object:
        there = np.asarray(answer.ask(args, *others))
        return there[off] if there.shape == off.shape else there

    return replace(answer, theirs=answer.theirs[off], right=answer.right[off], ask=ask)


def _is_wrong(answer: Answer) -> bool:
    return any(not same(theirs, right) for _, theirs, right in numbers_in(answer.theirs, answer.right))


def wrong_calls(answers: Sequence[Answer]) -> int:
    """In how many calls something is wrong that can be compared."""
    return sum(map(_is_wrong, answers))


def _by_texts(answers: Sequence[Answer]) -> list[list[Answer]]:
    """The calls by the texts among their arguments, which choose what a function does."""
    groups: dict[tuple, list[Answer]] = {}
    for answer in answers:
        groups.setdefault(texts_in(answer.args), []).append(answer)
    return list(groups.values())


def _parts(group: Sequence[Answer]) -> list[Part]:
    """The parts of the results that can be compared, in their order; none where a result is built in another way."""
    found: dict[tuple, list] = {}
    for answer in group:
        for path, theirs, right in numbers_in(answer.theirs, answer.right):
            found.setdefault(path, []).append((theirs, right, answer))
    return [Part(path, tuple(calls)) for path, calls in found.items()]


def _of_group(parts: Sequence[Part], texts: Mapping[int, Sequence[str]], functions: Mapping[str, Callable]) -> tuple[str, tuple, str] | None:
    """(id, part, argument) of the first part that is wrong: the later ones may follow from it."""
    for part in parts:
        if not part.wrong or not _tells(part):
            continue
        name = remembered(part) or truncated(part) or _exactly(part, parts) or noted(part, parts) or _together(part)
        if name:
            return name, part.path, ""
        named = other_text(part, texts) or right_for_others(part.path, part.calls, same) or other_function(part, functions)
        named = named or off_by_quantity(part) or kept_argument(part) or _call_by_call(part)
        return (named[0], part.path, named[1]) if named else None
    return None


def _tells(part: Part) -> bool:
    """Whether there is enough that is wrong: some different numbers, in two calls or in many entries."""
    wrong = part.wrong
    numbers = {float(f"{x:.6g}") for theirs, right, _ in wrong for x in (*theirs.ravel()[:50], *right.ravel()[:50])}
    entries = sum(max(theirs.size, right.size) for theirs, right, _ in wrong)
    return len(numbers) >= _ENOUGH and (len(wrong) >= 2 or entries >= 6)


def _exactly(part: Part, parts: Sequence[Part]) -> str | None:
    """Transposed in every call, or wherever it is square, or what another part of the result should be."""
    wrong = part.wrong
    if all(right.ndim == 2 and (same(theirs, right.T) or (right.shape != right.T.shape and same(theirs, right))) for theirs, right, _ in part.calls):
        return "transpose"
    rises = len(wrong) >= 2 and says_much([theirs for theirs, _, _ in wrong]) and any(np.ptp(theirs) > 0 for theirs, _, _ in wrong if theirs.size)
    for name, running in (("sequence.best-so-far", np.maximum), ("sequence.least-so-far", np.minimum)):
        if rises and all(right.ndim == 1 and len(right) and same(theirs, running.accumulate(right)) for theirs, right, _ in part.calls):
            return name
    places = [one.path for one in parts]
    for other in parts:
        if other.path == part.path or len(other.calls) != len(part.calls):
            continue
        if all(same(one[0], another[1]) for one, another in zip(part.calls, other.calls, strict=True)) and len(wrong) >= 2:
            back = all(same(another[0], one[1]) for one, another in zip(part.calls, other.calls, strict=True))
            return "swapped" if back or places.index(other.path) < places.index(part.path) else "swapped.later"
    return None


def _together(part: Part) -> str | None:
    """A relation of all entries of all calls, laid side by side."""
    if any(theirs.shape != right.shape for theirs, right, _ in part.calls):
        return None
    claimed = np.concatenate([theirs.ravel() for theirs, _, _ in part.calls])
    right = np.concatenate([right.ravel() for _, right, _ in part.calls])
    known = np.isfinite(claimed) & np.isfinite(right)
    if not np.all(known) or claimed.size < 4:
        return None
    beside = dict(_beside(part))
    scene = Scene(claimed, right, known, np.zeros(right.shape), inputs=beside)
    if np.any(scene.wrong):
        for relation in (zero, factor, inverted_mask, whole_numbers, elementwise, extra_term, cut_off):
            found = relation(scene)
            if found in ("factor.two", "factor.half") and _all_have_twos(part):
                found = "factor"
            if found and found not in _LENGTHS and (relation is not factor or _holds_in_each(part, scene.factor(right))):
                return found
        found = factor_of_lengths(part)
        if found:
            return found
    for x in beside.values():
        found = side(x, claimed, right)
        if found:
            return found
    if unfilled(part):
        return "part.unfilled"
    wrong = scene.wrong
    if counts(part):  # 0 is a number like any other
        return None
    if wrong.sum() >= 4 and not np.any(right[wrong]) and np.count_nonzero(right[~wrong]) >= 4:
        return "mask.missing"
    if wrong.sum() >= 4 and not np.any(claimed[wrong]) and np.count_nonzero(right[~wrong]) >= 4:
        return "mask.too-much"
    return None


def _holds_in_each(part: Part, ratio: float | None) -> bool:
    """Whether a factor is the same in every call: side by side, small results are lost beside large ones."""
    return ratio is None or all(same(theirs, ratio * right) for theirs, right, _ in part.calls)


def _all_have_twos(part: Part) -> bool:
    """Whether an axis of the arguments has the length 2 in all wrong calls: then nobody can tell a constant from a lost or repeated mean."""
    return all(any(2 in array.shape for _, array in leaves(answer.args, lambda one: isinstance(one, np.ndarray))) for _, _, answer in part.wrong)


# Names for factors that take the lengths of the arguments, of which entries laid side by side have lost theirs.
_LENGTHS = tuple(f"{sign}{per}{what}" for sign in ("factor.", "factor.negative.") for per in ("", "per-") for what in ("rows", "columns", "entries", "length"))


def _beside(part: Part) -> Iterator[tuple[str, np.ndarray]]:
    """The arguments that have one number for every entry of the result, in all calls."""
    for place in range(min(len(answer.args) for _, _, answer in part.calls)):
        arrays = [answer.args[place] for _, _, answer in part.calls]
        if all(_is_like(a, right) for a, (_, right, _) in zip(arrays, part.calls, strict=True)):
            yield str(place), np.concatenate([np.ravel(np.asarray(a, dtype=float)) for a in arrays])


def _is_like(argument: object, right: np.ndarray) -> bool:
    if isinstance(argument, bool | str) or not isinstance(argument, int | float | np.ndarray | np.number):
        return False
    array = np.asarray(argument)
    return array.shape == right.shape and array.dtype.kind in "fi"


def _call_by_call(part: Part) -> tuple[str, str] | None:
    """The relation that the diagnosis finds in at least two calls, if it finds no other one in any."""
    names: Counter[tuple[str, str]] = Counter()
    for theirs, right, answer in part.wrong:
        if not (np.all(np.isfinite(theirs)) and np.all(np.isfinite(right))):
            return None
        with np.errstate(all="ignore"):
            found = of_numbers(answer.scene(theirs, right))
        if found:
            names[found] += 1
    if len({name for name, _ in names}) != 1:
        return None
    (found, count), *_ = names.most_common(1)
    if count < 2 or 2 * count < len(part.wrong) or is_refuted(found[0], [(theirs, right) for theirs, right, _ in part.calls]):
        return None
    return found
