"""What a learner's function does when it is called again: does it answer to its arguments, and to nothing else?"""

from __future__ import annotations

import inspect
from collections.abc import Callable

import numpy as np

from autograder.checking.fingerprint import same_outcome
from autograder.checking.leaves import leaves
from autograder.checking.memo import Memo, key_of
from autograder.checking.noted import is_number
from autograder.checking.observe import Outcome, observe_quietly

_MOST = 8  # arguments looked at
_GENERATORS, _FIRST = 12, 2  # of a few batches some orders are alike by chance; so many are tried first

# What right code gives for other arguments, where it is small: a class has the same ones tried again and again.
_of_right = Memo(4096, keeps=lambda outcome: sum(one.size for _, one in leaves(outcome.value, lambda value: isinstance(value, np.ndarray))) <= 1000)


def kept_state(function: Callable, args: tuple, outcome: Outcome) -> bool:
    """Whether the same call now gives another result: something is kept from earlier calls, or left to chance."""
    (again,) = observe_quietly(function, [args])
    return not same_outcome(again, outcome)


def use_of_chance(function: Callable, args: tuple, right: Callable | None = None) -> str | None:
    """What is wrong with the use of a generator among the arguments, as the id of a diagnosis; None if nothing is.

    With equal generators the result is the same, and with others it is another one. Some right results are the same for all
    generators (zeros, a history of one batch), so that generators are called ignored only where `right` answers to them.
    """
    place = next((i for i, arg in enumerate(args) if isinstance(arg, np.random.Generator)), None)
    if place is None:
        return None
    others = [(*args[:place], np.random.default_rng([seed, 17]), *args[place + 1 :]) for seed in range(_GENERATORS)]
    try:
        first, again, *elsewhere = observe_quietly(function, [args, args, *others[:_FIRST]])
        # Most answer to another generator, and need no more of them.
        if same_outcome(first, again) and not all(same_outcome(first, one) for one in elsewhere):
            return None
        elsewhere += observe_quietly(function, others[_FIRST:])
    except Exception:  # a session that ends now is no reason to lose the message about this call
        return None
    if any(one.error is not None for one in (first, again, *elsewhere)):
        return None
    if not same_outcome(first, again):
        return "random.left-to-chance"
    if right is None or not all(same_outcome(first, one) for one in elsewhere):
        return None
    ours = observe_quietly(right, others)
    return None if any(same_outcome(ours[0], one) for one in ours[1:]) else "random.ignored"


def ignored_argument(function: Callable, right: Callable, args: tuple) -> str | None:
    """The name of an argument that changes the right result but not the learner's; None if there is none."""
    places = [(i, other) for i, arg in enumerate(args[:_MOST]) for other in _moved(arg)]
    if not places:
        return None
    cases = [args, *((*args[:i], other, *args[i + 1 :]) for i, other in places)]
    try:
        theirs = observe_quietly(function, cases)
        ours = [_of_right.get(key_of(right, case), lambda: observe_quietly(right, [case])[0]) for case in cases]  # noqa: B023 - called at once
    except Exception:  # a session that ends on other arguments is no reason to lose the message about these
        return None
    if any(one.error is not None for one in (theirs[0], ours[0])):
        return None
    for place in dict.fromkeys(i for i, _ in places):
        pairs = [(their, our) for (i, _), their, our in zip(places, theirs[1:], ours[1:], strict=True) if i == place]
        # A whole number next to another one may be no class, size or step at all.
        pairs = [(their, our) for their, our in pairs if our.error is None] if type(args[place]) is int else pairs
        if pairs and all(our.error is None and same_outcome(their, theirs[0]) and not same_outcome(our, ours[0]) for their, our in pairs):
            return _name(right, place)
    return None


def _moved(arg: object) -> tuple:
    """The argument with other numbers of the same kind, twice; nothing for what holds no numbers."""
    if type(arg) is int:
        return arg + 1, arg - 1
    # What a single row gives may not depend on it for other reasons: its own mean or maximum is taken off.
    is_array = isinstance(arg, np.ndarray) and arg.dtype.kind == "f" and arg.size and arg.shape[:1] != (1,)
    return (arg * 1.25 + 0.0625, arg * -0.75 - 0.125) if is_array or (type(arg) is float and is_number(arg)) else ()


def _name(right: Callable, position: int) -> str:
    try:
        return list(inspect.signature(right).parameters)[position]
    except (TypeError, ValueError, IndexError):
        return "one of the arguments"
