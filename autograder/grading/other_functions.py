"""Results that another function of the assignment gives: for the same arguments, or after, or before the one that was asked for."""

from __future__ import annotations

import copy
import functools
import inspect
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

import numpy as np

from autograder.checking.leaves import at_path
from autograder.grading.over_calls import Part, same
from autograder.slips.answers import Answer, says_much
from autograder.slips.steps import Steps

# What may come in besides the functions of an assignment.
STANDARD: Mapping[str, Callable] = MappingProxyType(
    {"sigmoid": lambda z: 1 / (1 + np.exp(-z)), "tanh": lambda z: np.tanh(z), "ReLU": lambda z: np.maximum(z, 0), "softmax": lambda z: _softmax(z)}
)
_MOST = 12  # wrong calls that are asked
# Lines of its own file that the other function may execute in one call: whole training runs give nobody's small results.
_MOST_LINES = 3_000
_Call = tuple[np.ndarray, np.ndarray, Answer]


def _softmax(z: np.ndarray) -> np.ndarray:
    e = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)


def other_function(part: Part, functions: Mapping[str, Callable]) -> tuple[str, str] | None:
    """The id of what is said and the words for it, if another function explains all wrong calls; None if none does.

    functions: right functions by name, without the one that was asked for, each of which ends.
    """
    wrong = part.wrong[:_MOST]
    if len(wrong) < 2 or not says_much([theirs for theirs, _, _ in wrong]):
        return None
    for name, function in functions.items():
        other = _bounded(function)
        for what, words, ask in _ways(name, other, part.path, wrong[0][2]):
            if all(_is(theirs, ask, right, answer) if ask else _is(right, lambda one, _: other(one.copy()), theirs, answer) for theirs, right, answer in wrong):  # noqa: B023 - called at once
                return what, words
    return None


def _bounded(function: Callable) -> Callable:
    """The function, which ends with an error where it would go on for long: counted in lines, it is the same on every machine."""
    steps = Steps([inspect.getsourcefile(function)])

    @functools.wraps(function)
    def called(*args: object) -> object:
        with steps.counted(_MOST_LINES):
            return function(*args)

    return called


def _ways(name: str, function: Callable, path: tuple, first: Answer) -> Iterator[tuple[str, str, Callable[[np.ndarray, Answer], object] | None]]:
    """(id, words, what gives the result) for each way in which the other function may have come in; None where the right result comes of theirs."""
    parameters = inspect.signature(function).parameters.values()
    needed = sum(parameter.default is inspect.Parameter.empty for parameter in parameters)
    most = min(len(parameters), len(first.args))
    if needed <= most:
        yield "function.other", f"{name} gives for {' and '.join(first.called((i,)) for i in range(most))}", lambda right, answer: at_path(function(*copy.deepcopy(answer.args[:most])), path)
    if needed != 1:
        return
    yield "function.after", name, lambda right, answer: function(right.copy())
    yield "function.missing", name, None
    for place, arg in enumerate(first.args):
        if isinstance(arg, np.ndarray):
            yield "function.before", f"{first.called((place,))} were what {name} gives for it", lambda right, answer, place=place: at_path(_before(function, place, answer), path)


def _before(function: Callable, place: int, answer: Answer) -> object:
    args = copy.deepcopy(answer.args)
    return answer.ask((*args[:place], function(args[place]), *args[place + 1 :]))


def _is(theirs: np.ndarray, ask: Callable[[np.ndarray, Answer], object], right: np.ndarray, answer: Answer) -> bool:
    try:
        with np.errstate(all="ignore"):
            return same(theirs, np.asarray(ask(right, answer), dtype=float))
    except Exception:  # the other function does not take such arguments
        return False
