"""What a check asked of the learner's functions: the calls of a trace with their arguments, so that others can be asked the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from autograder.checking.chain import After, View
from autograder.checking.observe import Outcome, Recorded


@dataclass(frozen=True, slots=True)
class Asked:
    """One batch of calls: of which function (maybe seen through a view, or after another), with which arguments, what came back."""

    function: Callable
    cases: tuple[tuple, ...]
    outcomes: tuple[Outcome, ...]

    @property
    def name(self) -> str:
        """The name of the function whose results these are."""
        return getattr(self.function, "__name__", "")

    @property
    def shape(self) -> tuple:
        """What tells views and chains of the same function apart."""
        return (type(self.function).__name__, self.name)


class Trace(tuple):
    """The outcomes of a check's calls, in order; `asked` has the same calls with their arguments."""

    asked: tuple[Asked, ...]

    def __new__(cls, outcomes: Iterable[Outcome] = (), asked: Iterable[Asked] = ()) -> Trace:
        made = super().__new__(cls, outcomes)
        made.asked = tuple(asked)
        return made

    @classmethod
    def of(cls, calls: Recorded) -> Trace:
        """The trace of what `observe.recording` has collected."""
        return cls(calls, (Asked(function, tuple(cases), tuple(outcomes)) for function, cases, outcomes in calls.batches))


def rebuilt(function: Callable, functions: Mapping[str, Callable]) -> Callable:
    """The same view or chain of functions, with those of `functions` in the place of the learner's, by name.

    Raises KeyError for a name that is not among them.
    """
    if isinstance(function, View):
        return View(rebuilt(function.function, functions), function.look)
    if isinstance(function, After):
        return After(rebuilt(function.forward, functions), rebuilt(function.backward, functions), function.take)
    return functions[function.__name__]
