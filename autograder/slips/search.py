"""Which slip gives a learner's numbers: on every call that the checks of a question made, and on two or more that are wrong."""

from __future__ import annotations

import ast
import copy
import inspect
import textwrap
import threading
import warnings
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from autograder.checking.asked import Trace, rebuilt
from autograder.checking.chain import After, View
from autograder.checking.fingerprint import same_outcome
from autograder.checking.memo import Memo
from autograder.checking.observe import Named, Outcome, observe_quietly
from autograder.course import Assignment
from autograder.slips.answers import Answer, numbers_in
from autograder.slips.bank import FILE, Slip, right_code, slips
from autograder.slips.calls import Call, arguments_key, calls
from autograder.slips.sieve import Sieve, affordable, marks
from autograder.slips.steps import Steps

_DIFFERENT = 3  # numbers in wrong results
# Slips that are tried in so many large calls as well.
_LIKELIEST, _LARGE_CALLS = 3, 4
# Lines of code, weighted by the size of what they work on (`Call.work`), that the search for one learner's mistake may take: a second or
# two. A few slips go through all calls, whatever it takes.
_MOST_WORK = 300_000
# A slip may take so many times the lines of right code, and so many more.
_TIMES, _MORE = 8, 500
_TELLS_LESS = 8  # a call that came out right shuts out fewer slips
_SETTLING = 6  # calls in which right variants are compared
# Calls for which the results of all slips are remembered: a class fails in the same few, and each takes a megabyte or so.
_KEPT = 64
# Results of right code that are remembered, for the arguments of checks and for others.
_ANSWERS, _ASKED = 1024, 4096


@dataclass(frozen=True, slots=True)
class _Answer:
    """What right code gives in a call, and the lines it takes."""

    outcome: Outcome
    lines: int


@dataclass(frozen=True, slots=True)
class _Bank:
    """The slips of a function, the likeliest first; the right code they were made from, and for each the number of its own; what is known
    of their results."""

    slips: tuple[Slip, ...]
    right: tuple[Callable, ...]
    bases: np.ndarray
    sieve: Sieve


class Slips:
    """The slips of an assignment's functions, made when first needed; safe to share by threads."""

    def __init__(self, assignment: Assignment) -> None:
        self._assignment = assignment
        self._reference = assignment.right_functions
        self._by_outcome = getattr(assignment.reference, "GRADED_BY_OUTCOME", ())
        self._files = {FILE, *(inspect.getsourcefile(one) for one in self._reference.values())}
        self._files |= {inspect.getsourcefile(variant.implementation) for variant in assignment.variants}
        self._banks: dict[str, _Bank] = {}
        self._settled = Memo(_KEPT)
        self._answers = Memo(_ANSWERS)
        self._asked = Memo(_ASKED)
        self._lock = threading.Lock()

    def found(self, question_id: str, traces: Mapping[str, Trace]) -> list[Slip]:
        """The slips that give the learner's results in every call, the likeliest first.

        traces: by name of check, what the learner's code did.
        """
        for function in self._assignment.question(question_id).functions:
            everything = [case for trace in traces.values() for case in calls(trace, function)]
            cases = [case for case in everything if case.is_small]
            right = [self._right(case) for case in cases]
            wrong = [i for i, (case, ours) in enumerate(zip(cases, right, strict=True)) if not _same(case.outcome, ours.outcome)]
            if function not in self._by_outcome and _is_evidence([cases[i] for i in wrong]):
                with self._lock:
                    found = self._matching(function, cases, right, set(wrong))
                large = [case for case in everything if not case.is_small][:_LARGE_CALLS]
                # What is true of small calls alone is not what was changed: few are left, so large ones can be asked too.
                return [slip for slip in found if all(_same(case.outcome, self._observed(case, self._with(slip))) for case in large)]
        return []

    def answers(self, called: Mapping[str, Sequence[tuple[tuple, Outcome]]]) -> dict[str, list[Answer]]:
        """By function, its calls (of `called`) that ended without an error, as far as right code ends for any arguments."""
        return {
            function: [Answer(*one) for one, outcome in calls if outcome.error is None]
            for function, calls in called.items()
            if not may_not_end(getattr(self._assignment.reference, function))
        }

    def called(self, question_id: str, traces: Mapping[str, Trace]) -> dict[str, list[tuple[tuple, Outcome]]]:
        """By function for which there is one right answer, its calls, each once: what `Answer` is made of, and the outcome.

        Of a function that was called after another one nothing is said of changed arguments, one of which is handed over between them.
        """
        found = {}
        for function in self._assignment.question(question_id).functions:
            if function in self._by_outcome:
                continue
            seen: dict[tuple, tuple[tuple, Outcome]] = {}
            shapes: list[object] = []
            for case in (case for trace in traces.values() for case in calls(trace, function)):
                key = arguments_key(case.args)
                if not case.is_small or key in seen:
                    continue
                ours = self._right(case).outcome
                if ours.error is None:
                    args = (*case.args, *self._defaults(case))
                    parts = (args, case.outcome.value, ours.value, self._asking(case), self._names(case.asked.function))
                    own = replace(case.outcome, mutated=()) if isinstance(case.asked.function, After) else case.outcome
                    seen[key or (id(case),)] = parts, own
                    shapes.append(case.asked.shape)
            answers = [Answer(*one) for one, _ in seen.values()]
            # A class fails in the same calls, and right variants need not run for each of its learners.
            told = arguments_key([answer.args for answer in answers[:_SETTLING]])
            known = told and (function, tuple(shapes[:_SETTLING]), *told)
            if self._settled.get(known, lambda: self._is_settled(function, answers)):  # noqa: B023 - called at once
                found[function] = list(seen.values())
        return found

    def _defaults(self, case: Call) -> tuple:
        """The values of the last arguments that a call left out."""
        if not isinstance(case.asked.function, Named):
            return ()
        parameters = list(inspect.signature(self._reference[case.asked.name]).parameters.values())[len(case.args) :]
        values = [parameter.default for parameter in parameters]
        return () if inspect.Parameter.empty in values else tuple(values)

    def _is_settled(self, function: str, answers: Sequence[Answer]) -> bool:
        """Whether there is one right answer: all right variants give what the reference gives, but for rounding."""
        variants = [variant.implementation for variant in self._assignment.variants if variant.function == function]
        return all(
            np.allclose(other, right, rtol=1e-4, atol=1e-6, equal_nan=True) if other.shape == right.shape else False
            for variant in variants
            for answer in answers[:_SETTLING]
            for _, other, right in numbers_in(answer.ask(answer.args, {**self._reference, function: variant}), answer.right)
        )

    def _names(self, function: Callable) -> tuple[str, ...]:
        """What the arguments of a call are called; of a backward pass after a forward pass, each where it is handed in."""
        if isinstance(function, View):
            return self._names(function.function)
        if isinstance(function, After):
            backward = self._names(function.backward)
            return (*self._names(function.forward)[:2], *backward[2:])
        return tuple(inspect.signature(self._reference[function.__name__]).parameters)

    def _asking(self, case: Call) -> Callable[[tuple], object]:
        def ask(args: tuple, functions: Mapping[str, Callable] = self._reference) -> object:
            def compute() -> object:
                (outcome,) = observe_quietly(rebuilt(case.asked.function, functions), [args])
                return outcome.value

            # A class fails in the same calls, and each of its learners has the same other arguments tried.
            return self._asked.get(replace(case, args=args).key if functions is self._reference else None, compute)

        return ask

    def compared(self, question_id: str, traces: Mapping[str, Trace]) -> list[tuple[object, object]]:
        """What came back and what is right, in every call of a question's functions that both ended without an error."""
        cases = [
            case
            for function in self._assignment.question(question_id).functions
            if function not in self._by_outcome
            for trace in traces.values()
            for case in calls(trace, function)
            if case.outcome.error is None and case.is_small
        ]
        right = [self._right(case).outcome for case in cases]
        return [(case.outcome.value, ours.value) for case, ours in zip(cases, right, strict=True) if ours.error is None]

    def _matching(self, function: str, cases: Sequence[Call], right: Sequence[_Answer], wrong: Collection[int]) -> list[Slip]:
        """The likeliest slips that give what came back in all of these calls.

        The calls that shut out many slips for few lines come first. What all slips take together is bounded, in lines of the right
        code they were made from: beyond that only the likeliest are asked.
        """
        bank = self._bank(function, right[min(wrong)].outcome.value)
        numbers, left = np.arange(len(bank.slips)), _MOST_WORK
        work = [case.work(ours.lines) for case, ours in zip(cases, right, strict=True)]
        for i in sorted(range(len(cases)), key=lambda i: (work[i] * (1 if i in wrong else _TELLS_LESS), i)):
            case = cases[i]
            if case.outcome.error is None and case.outcome.value is not None:
                lines = [self._right(case, one).lines for one in bank.right]
                each = np.array([case.work(taken) for taken in lines])[bank.bases]
                numbers = affordable(numbers, bank.bases, each, left, _LIKELIEST)
                left -= min(left, int(np.sum(each[numbers])))
                numbers = bank.sieve.through(numbers, case.key, case.outcome.value, lambda number: self._result(case, bank.slips[number], lines))  # noqa: B023 - called at once
        found = []
        for number in numbers:
            slip = bank.slips[number]
            if all(self._gives(slip, case, self._right(case, bank.right[slip.base]).lines) for case in cases):
                found.append(slip)
            if len(found) == _LIKELIEST:
                break
        return found

    def _bank(self, function: str, result: object) -> _Bank:
        """The slips of a function; result: what right code gives in some call."""
        if function not in self._banks:
            made = sorted(slips(self._assignment, function, result), key=lambda slip: slip.rank)
            bases = np.array([slip.base for slip in made], dtype=int)
            self._banks[function] = _Bank(tuple(made), tuple(right_code(self._assignment, function)), bases, Sieve(len(made), _KEPT))
        return self._banks[function]

    def _gives(self, slip: Slip, case: Call, lines: int) -> bool:
        """Whether a slip gives the learner's result in a call. lines: what the code takes that it was made from."""
        with Steps(self._files).counted(_TIMES * lines + _MORE):
            return _same(case.outcome, self._observed(case, self._with(slip)))

    def _result(self, case: Call, slip: Slip, lines: Sequence[int]) -> object:
        """What a slip returns, None if it raises: `_observed` without what is only needed of learners' code."""
        with Steps(self._files).counted(_TIMES * lines[slip.base] + _MORE), np.errstate(all="ignore"), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if not isinstance(case.asked.function, Named):
                return self._observed(case, self._with(slip)).value
            try:
                return slip.implementation(*copy.deepcopy(case.args))
            except Exception:
                return None

    def _right(self, case: Call, code: Callable | None = None) -> _Answer:
        """What right code gives in a call: a class makes the same calls again and again. code: None for the reference."""
        code = code or self._reference[case.asked.name]

        def compute() -> _Answer:
            steps = Steps(self._files)
            with steps.counted():
                outcome = self._observed(case, {**self._reference, case.asked.name: code})
            return _Answer(outcome, steps.taken)

        return self._answers.get(case.key and (code, *case.key), compute)

    def _with(self, slip: Slip) -> dict[str, Callable]:
        return {**self._reference, slip.function: slip.implementation}

    def _observed(self, case: Call, functions: Mapping[str, Callable]) -> Outcome:
        try:
            (outcome,) = observe_quietly(rebuilt(case.asked.function, functions), [case.args])
        except Exception as error:  # not even `observe` could look at it
            return Outcome(error=type(error).__name__)
        return outcome


@cache
def may_not_end(function: Callable) -> bool:
    """Whether other arguments might keep right code busy for ever."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    return any(isinstance(node, ast.While) for node in ast.walk(tree))


def _same(one: Outcome, other: Outcome) -> bool:
    return same_outcome(replace(one, mutated=()), replace(other, mutated=()))


def _is_evidence(wrong: Sequence[Call]) -> bool:
    """Whether equal numbers in these calls can be no accident: two calls or more, with numbers that are not all small and whole."""
    told = [case.outcome.value for case in wrong if case.outcome.error is None and case.outcome.value is not None]
    if len(told) < 2 or wrong[0].outcome.error is not None or wrong[0].outcome.value is None:
        return False
    numbers = {number for value in told for number in _numbers(value)}
    # One number, whatever the arguments, is given by much that throws them away.
    return len(numbers) >= _DIFFERENT or (len(told) >= 2 * _DIFFERENT and len({marks(value) for value in told}) > 1)


def _numbers(value: object) -> Iterator[float]:
    """The numbers in a result that say something: finite ones that are not 0 or 1."""
    if isinstance(value, tuple | list | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _numbers(item)
    elif isinstance(value, int | float | np.ndarray | np.number):
        array = np.asarray(value).ravel()
        if array.dtype.kind in "iuf":
            array = array[np.isfinite(array) & (array != 0) & (np.abs(array) != 1)]
            yield from np.round(array[:100], 9).tolist()
