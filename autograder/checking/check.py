"""A check: one test function about one question, whose parameters are filled by name with the learner's functions."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import ModuleType

from autograder.checking.asked import Trace
from autograder.checking.audience import inputs_shown
from autograder.checking.noted import type_name
from autograder.checking.observe import Named, recording
from autograder.checking.record import Failure, Record


@dataclass(frozen=True, slots=True)
class Check:
    """One check. `points` is what passing it earns; `title` is the first line of its docstring."""

    question: str
    name: str
    points: float
    hidden: bool
    title: str
    parameters: tuple[str, ...]
    function: Callable

    def run(self, env: Mapping[str, object]) -> Record | None:
        """Run the check on the functions in `env`; None means passed, otherwise the completed record.

        Anything but a `Failure` that escapes (a lost session, a bug in the check) is the caller's to handle.
        """
        try:
            with inputs_shown(not self.hidden):
                self.function(**self._arguments(env))
        except Failure as failure:
            return replace(failure.record, question=self.question, check=self.name, title=self.title, hidden=self.hidden)
        return None

    def trace(self, env: Mapping[str, object]) -> tuple[Record | None, Trace]:
        """`run`, together with the outcome of every call it made: the material of fingerprints."""
        with recording() as calls:
            record = self.run(env)
        return record, Trace.of(calls)

    def require(self, env: Mapping[str, object]) -> None:
        """`run`, raising the completed `Failure`: the form Otter's exception tests want."""
        record = self.run(env)
        if record is not None:
            raise Failure(record) from None

    def _arguments(self, env: Mapping[str, object]) -> dict[str, object]:
        arguments = {}
        for name in self.parameters:
            value = env.get(name)
            if value is None:
                raise Failure(Record(kind="missing", message=f"{name} is not defined: run its cell, or write it first", call=name))
            if not callable(value) and not hasattr(type(value), "observe_many"):
                raise Failure(Record(kind="type", message=f"{name} is {type_name(value)}, not a function"))
            arguments[name] = Named(name, value)
        return arguments


@dataclass(frozen=True, slots=True)
class Mistake:
    """A named wrong implementation of `function`: `description` names it in a sentence, `hints` has three levels."""

    function: str
    name: str
    description: str
    hints: tuple[str, str, str]
    implementation: Callable


@dataclass(frozen=True, slots=True)
class Variant:
    """A right implementation of `function`, written differently from the reference."""

    function: str
    name: str
    description: str
    implementation: Callable


def check(question: str, *, points: float, hidden: bool = False) -> Callable[[Callable], Callable]:
    """Mark a function as a check of `question`; its docstring is the title a learner sees.

    Raises:
        ValueError: there is no docstring, or the points are negative or no number.
    """

    def mark(function: Callable) -> Callable:
        if isinstance(points, bool) or not isinstance(points, int | float):
            raise ValueError(f"check {function.__name__}: points are a number, got {points!r}")
        if points < 0:
            raise ValueError(f"check {function.__name__}: points must not be negative, got {points}")
        title = _first_line(function, "check")
        parameters = tuple(inspect.signature(function).parameters)
        function.__check__ = Check(question, function.__name__, points, hidden, title, parameters, function)
        return function

    return mark


def mistake(function_name: str, *, hints: tuple[str, str, str]) -> Callable[[Callable], Callable]:
    """Mark a function as a known wrong implementation of `function_name`.

    Raises:
        ValueError: there is no docstring, or there are not exactly three hints.
    """

    def mark(function: Callable) -> Callable:
        if isinstance(hints, str):
            raise ValueError(f"mistake {function.__name__}: hints are three texts in parentheses, got one text")
        if len(hints) != 3:
            raise ValueError(f"mistake {function.__name__}: three hints are needed (question, rule, where to look), got {len(hints)}")
        function.__mistake__ = Mistake(function_name, function.__name__, _first_line(function, "mistake"), tuple(hints), function)
        return function

    return mark


def variant(function_name: str) -> Callable[[Callable], Callable]:
    """Mark a function as a right implementation of `function_name`. Raises ValueError without a docstring."""

    def mark(function: Callable) -> Callable:
        function.__variant__ = Variant(function_name, function.__name__, _first_line(function, "variant"), function)
        return function

    return mark


def checks_in(module: ModuleType) -> tuple[Check, ...]:
    """The checks of a module in the order of their definition."""
    return _marked(module, "__check__")


def mistakes_in(module: ModuleType) -> tuple[Mistake, ...]:
    """The mistakes of a module in the order of their definition."""
    return _marked(module, "__mistake__")


def variants_in(module: ModuleType) -> tuple[Variant, ...]:
    """The variants of a module in the order of their definition."""
    return _marked(module, "__variant__")


def _marked(module: ModuleType, mark: str) -> tuple:
    return tuple(getattr(value, mark) for value in vars(module).values() if inspect.isfunction(value) and hasattr(value, mark))


def _first_line(function: Callable, role: str) -> str:
    text = inspect.getdoc(function)
    if not text:
        raise ValueError(f"{role} {function.__name__} needs a docstring: its first line is shown to people")
    return text.splitlines()[0].strip()
