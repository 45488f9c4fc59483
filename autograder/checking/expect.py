"""The sentences a check is written in: ``expect(f, X, W, b).equals(right).unchanged()``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from autograder.checking import compare
from autograder.checking.audience import are_explained, inputs_are_shown
from autograder.checking.leaves import at_path, float_leaves, in_row_order, in_words
from autograder.checking.noted import is_number, signature, type_name
from autograder.checking.observe import Outcome, changed, observe_many, observe_quietly
from autograder.checking.record import Failure, Record
from autograder.checking.tolerance import Expected, default_tolerance

if TYPE_CHECKING:
    from autograder.checking.diagnosis import Diagnosis


@dataclass(frozen=True, slots=True)
class Call:
    """One finished call of a learner's function, with the sentences that may be said about its result.

    Every sentence returns the call, so that they chain, and raises `Failure` at the first one that is not true.
    """

    name: str
    args: tuple
    outcome: Outcome
    value: object
    path: tuple = ()  # from the whole result to this part of it
    function: Callable | None = None

    def equals(self, expected: object, *, atol: float | None = None) -> Call:
        """The result is `expected`: an `Expected`, an array, a number, or a tuple or dict of them.

        Type, shape, dtype and finiteness are looked at first, each with its own message. `atol` replaces the
        derived tolerance, for worked numbers given to few digits.
        """
        right = expected if isinstance(expected, Expected) else Expected(expected, default_tolerance(expected))
        tolerance = right.tolerance if atol is None else _same_everywhere(right.value, atol)
        found = compare.difference(self.value, right.value, tolerance)
        if found is None:
            return self
        diagnosis = self._explained(found, right, tolerance)
        if found.kind == "value" and atol is None and inputs_are_shown() and are_explained():
            from autograder.checking.smaller import smaller_value

            small = smaller_value(self, right)
            if small is not None:
                call, right = small
                found = compare.difference(call.value, right.value, right.tolerance)
                return call._or_fail(found, diagnosis)
        return self._or_fail(found, diagnosis)

    def _explained(self, found: compare.Difference, expected: Expected, tolerance: object) -> Diagnosis | None:
        """What is probably wrong with the first part of the result that is."""
        if found.kind not in ("value", "shape", "not_finite") or not are_explained():
            return None
        from autograder.checking.explain import explain_other_parts, explain_value

        value, path, right = self.value, found.path, expected.value
        asked = len(expected.args) == len(self.args) and not any(map(changed, expected.args, self.args))
        others = dict(float_leaves(right)) if path else {}
        others.pop(path, None)
        about = f"result {in_words((*self.path, *path))}" if path or self.path else "the result"
        inner = None if tolerance is None else at_path(tolerance, path)
        told = explain_value(self, at_path(value, path), at_path(right, path), inner, about, others, expected.origin if asked else None, path)
        return told or (explain_other_parts(self, right, tolerance, path) if path else None)

    def has_shape(self, shape: tuple[int, ...]) -> Call:
        """The result is a plain array of exactly this shape."""
        found = compare.type_difference(self.value, len(shape)) or compare.shape_difference(self.value, shape)
        if found is not None and len(shape) == 2 and shape[0] == shape[1] > 1 and np.shape(self.value) == shape[:1]:
            from autograder.checking.diagnosis import worded

            return self._or_fail(found, worded("shape.diagonal", f"result {in_words(self.path)}" if self.path else "the result"))
        return self._or_fail(found)

    def has_dtype(self, kind: str) -> Call:
        """The result holds numbers of `kind`: "float" (float64), "int" (any width) or "bool"."""
        return self._or_fail(compare.kind_difference(self.value, kind))

    def finite(self) -> Call:
        """The result holds neither NaN nor infinity."""
        return self._or_fail(compare.finite_difference(self.value))

    def unchanged(self) -> Call:
        """No argument was changed in place, and no later call of the same batch changed this result."""
        if not self.outcome.mutated:
            return self
        arguments = [i for i in self.outcome.mutated if i < len(self.args)]
        if not arguments:
            return self._overwritten()
        called = getattr(self.function, "arguments", ())  # of what is several calls in one, a check says what it hands in
        if called:
            which = " and ".join(called[i] for i in arguments)
        else:
            which = f"its {' and '.join(_position(i) for i in arguments)} argument{'s' if len(arguments) > 1 else ''}"
        return self.fail("mutated", f"{self.name} changed {which}; work on a copy, or compute a new array")

    def repeatable(self) -> Call:
        """The same call gives the same result again, bit by bit: nothing is kept between calls, nothing is left to chance.

        Before and after the second call lies one with other numbers, which must not change what that returns or returned.
        """
        if self.function is None:
            return self
        others = _others(self.args)
        _, again, _ = observe_many(self.function, [others, self.args, others])
        if len(self.args) in again.mutated:
            self._overwritten()
        if again.error is None and not _differs(self.outcome.value, again.value):
            return self
        told = f"raises {again.error}" if again.error else "gives another result"
        from autograder.checking.diagnosis import worded

        return self.fail(
            "property",
            f"{self.name} {told} when it is called a second time with the same arguments: is something kept from call to call?",
            diagnosis=worded("state", "the result"),
        )

    def _overwritten(self) -> Call:
        return self.fail(
            "mutated", f"a later call of {self.name} changed the result of an earlier one: return a new array in every call"
        )

    def draws_like(self, right: Callable) -> Call:
        """The call left its generator where `right` leaves it for the same arguments: neither more nor fewer numbers were drawn."""
        outcomes = self.outcome, *observe_quietly(right, [self.args])
        here, there = (tuple(one.bit_generator.state["state"]["state"] for one in outcome.generators) for outcome in outcomes)
        if here == there:
            return self
        return self.fail("property", f"{self.name} draws fewer or more numbers from the generator than its docstring says")

    def is_vjp_of(
        self,
        forward: Callable,
        *,
        upstream: object,
        at: Sequence | None = None,
        wrt: int | Sequence[int] | None = None,
        part: object = None,
        names: Sequence[str] = (),
        rtol: float | None = None,
    ) -> Call:
        """The result is the gradient of <upstream, forward(*at)> with respect to the float arrays in `at`.

        Compared with measured slopes, after `unchanged`, `repeatable`, structure, shape, dtype and finiteness.
        Arguments and examples: see `autograder.checking.gradients`.
        """
        from autograder.checking.gradients import RTOL
        from autograder.checking.judge import check_gradient, slope_of

        slope = slope_of(forward, self.args if at is None else at, wrt, upstream, part, RTOL if rtol is None else rtol)
        check_gradient(self, slope, names)
        return self

    def is_gradient_of(
        self,
        loss: Callable,
        *,
        at: Sequence | None = None,
        wrt: int | Sequence[int] | None = None,
        part: object = None,
        names: Sequence[str] = (),
        rtol: float | None = None,
    ) -> Call:
        """The result is the gradient of the number loss(*at); see `is_vjp_of`."""
        return self.is_vjp_of(loss, upstream=1.0, at=at, wrt=wrt, part=part, names=names, rtol=rtol)

    def holds(self, condition: object, message: str) -> Call:
        """A property of the result; `message` says what does not hold, as a sentence."""
        if bool(condition):
            return self
        diagnosis = None
        if are_explained() and any(isinstance(arg, np.random.Generator) for arg in self.args):
            from autograder.checking.explain import explain_property

            diagnosis = explain_property(self)
        return self.fail("property", message, got=compare.shown(self.value), diagnosis=diagnosis)

    def unpack(self, count: int) -> tuple[Call, ...]:
        """The parts of a result that is a tuple of `count`, each as a call of its own."""
        value = self.value
        if not isinstance(value, tuple | list) or len(value) != count:
            if not (type(value) is np.ndarray and value.ndim and len(value) == count):
                self.fail("type", f"a tuple of {count} was expected, not {type_name(value)}")
        return tuple(self[i] for i in range(count))

    def __getitem__(self, index: int) -> Call:
        """One part of a returned tuple, as a call."""
        if not isinstance(self.value, tuple | list | dict | np.ndarray):
            self.fail("type", f"a tuple was expected, not {type_name(self.value)}")
        return Call(self.name, self.args, self.outcome, self.value[index], (*self.path, index), self.function)

    def fail(
        self, kind: str, message: str, *, got: str = "", expected: str = "", tolerance: str = "", diagnosis: Diagnosis | None = None
    ) -> Call:
        """Raise the failure; `kind` is one of `record.KINDS`, `diagnosis` what is probably wrong."""
        told = compare.placed(in_words(self.path), message) if self.path and kind != "mutated" else message
        record = Record(kind=kind, message=told, call=signature(self.name, self.args), got=got, expected=expected, tolerance=tolerance)
        if diagnosis is not None:
            record = replace(record, mistake=diagnosis.sentence, hints=diagnosis.hints, relation=diagnosis.id)
        raise Failure(record)

    def _or_fail(self, found: compare.Difference | None, diagnosis: Diagnosis | None = None) -> Call:
        if found is None:
            return self
        return self.fail(
            found.kind, found.message, got=found.got, expected=found.expected, tolerance=found.tolerance, diagnosis=diagnosis
        )


def expect(function: Callable, *args: object) -> Call:
    """Call `function` on copies of `args`.

    Raises:
        Failure: the call raised, ran into the stub, or returned None.
    """
    return next(each(function, [args]))


def each(function: Callable, cases: Iterable[tuple]) -> Iterator[Call]:
    """Call `function` on each tuple of arguments, all in one batch; yields the calls in order.

    Arrays are handed over row by row in memory, whatever the check made them from: code that relies on it is right.

    Raises:
        Failure: when the iteration reaches a call that raised, ran into the stub, or returned None.
    """
    cases = [in_row_order(tuple(case)) for case in cases]
    name = getattr(function, "__name__", "the function")
    outcomes = observe_many(function, cases)
    return (_finished(function, name, args, outcome) for args, outcome in zip(cases, outcomes, strict=True))


def _finished(function: Callable, name: str, args: tuple, outcome: Outcome) -> Call:
    call = Call(name, args, outcome, outcome.value, (), function)
    if outcome.error == "NotImplementedError":
        call.fail("not_attempted", outcome.message or f"{name} is not written yet")
    if outcome.error == "MemoryError":
        call.fail("memory", f"{name} ran out of memory")
    if outcome.error is not None:
        said = f": {outcome.message}" if outcome.message else ""
        raise Failure(
            Record(
                kind="raised",
                message=f"{name} raised {outcome.error}{said}",
                call=signature(name, args),
                detail=outcome.traceback,
            )
        )
    if outcome.value is None:
        call.fail("none", f"{name} returned None: did you forget a `return`?")
    return call


def _others(value: object) -> object:
    """Other arguments of the same shapes: the numbers of every float array in reverse order."""
    if isinstance(value, np.ndarray):
        return value.ravel()[::-1].reshape(value.shape).copy() if value.dtype.kind == "f" else value
    if type(value) in (tuple, list):
        return type(value)(map(_others, value))
    return {key: _others(item) for key, item in value.items()} if type(value) is dict else value


def _position(index: int) -> str:
    return ("first", "second", "third", "fourth", "fifth", "sixth")[index] if index < 6 else f"{index + 1}th"


def _differs(one: object, other: object) -> bool:
    """Whether two results of the same call differ; objects that cannot be looked into count as alike.

    A named tuple that a function defines inside itself has another type in every call: what counts is what it holds.
    """
    if isinstance(one, tuple | list) and isinstance(other, tuple | list) and len(one) == len(other):
        return any(_differs(a, b) for a, b in zip(one, other, strict=True))
    if isinstance(one, dict) and isinstance(other, dict) and list(one) == list(other):
        return any(_differs(one[key], other[key]) for key in one)
    if isinstance(one, np.ndarray | tuple | list | dict):
        return changed(one, other)
    if is_number(one) or isinstance(one, str | bytes):
        return type(one) is not type(other) or changed(np.asarray(one), np.asarray(other))
    return False


def _same_everywhere(value: object, atol: float) -> object:
    if isinstance(value, tuple | list):
        return tuple(_same_everywhere(item, atol) for item in value)
    if isinstance(value, dict):
        return {key: _same_everywhere(item, atol) for key, item in value.items()}
    return np.full(np.shape(value), atol)
