"""Call a function once on copies of its arguments and write down everything that happened."""

from __future__ import annotations

import copy
import io
import threading
import traceback
import warnings
from collections.abc import Callable, Sequence
from contextlib import contextmanager, redirect_stdout
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from autograder.error_names import base_name

_HERE = str(Path(__file__).parent)
_ATOMS = (bool, int, float, complex, str, bytes, type(None), np.generic)  # what a list or a dict may hold instead of an array


@dataclass(frozen=True, slots=True)
class Outcome:
    """One observed call: the value, or the error by name (`error_name`); which arguments were changed in place (by index).

    The index after the last argument stands for the result: a later call of the same batch has changed it.
    generators: those among the arguments, as the call left them.
    """

    value: object = None
    error: str | None = None
    message: str = ""
    traceback: str = ""
    mutated: tuple[int, ...] = ()
    stdout: str = ""
    generators: tuple[np.random.Generator, ...] = field(default=(), compare=False)


class Recorded(list):
    """The outcomes of the calls made while a check runs, in order: what fingerprints are compared by.

    batches: the same calls as (function, cases, outcomes), one for each time that calls were asked for.
    """

    def __init__(self) -> None:
        super().__init__()
        self.batches: list[tuple[Callable, list[tuple], list[Outcome]]] = []


_trace: ContextVar[Recorded | None] = ContextVar("trace", default=None)


@contextmanager
def recording():
    """Collect the outcomes of every call observed inside the block into the list this yields."""
    calls = Recorded()
    token = _trace.set(calls)
    try:
        yield calls
    finally:
        _trace.reset(token)


class Named:
    """A learner's function under the name the assignment knows it by, whatever its own `__name__` says."""

    def __init__(self, name: str, function: Callable) -> None:
        self.__name__ = name
        self.function = function

    def observe_many(self, cases: Sequence[tuple]) -> list[Outcome]:
        return _observe_many(self.function, cases)

    def __call__(self, *args: object) -> object:
        return self.function(*args)


def observe_many(function: Callable, cases: Sequence[tuple]) -> list[Outcome]:
    """Call `function` on each tuple of arguments; an error in one case does not stop the others.

    A function that lives in another process brings its own `observe_many` (one message for all cases); any other
    callable is called here, on deep copies, so that the caller's arrays stay as they are.
    """
    cases = [tuple(case) for case in cases]
    outcomes = _observe_many(function, cases)
    calls = _trace.get()
    if calls is not None:
        calls.extend(outcomes)
        calls.batches.append((function, cases, outcomes))
    return outcomes


def observe_quietly(function: Callable, cases: Sequence[tuple]) -> list[Outcome]:
    """`observe_many` for calls that are no part of what a check asks: no trace for fingerprints, nothing printed."""
    with _silence():
        return _observe_many(function, [tuple(case) for case in cases])


@contextmanager
def _silence():
    """A learner's `print` would be repeated hundreds of times. Output belongs to the whole process: other threads keep theirs."""
    with np.errstate(all="ignore"):
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        with warnings.catch_warnings(), redirect_stdout(io.StringIO()):
            warnings.simplefilter("ignore")
            yield


def _observe_many(function: Callable, cases: Sequence[tuple]) -> list[Outcome]:
    remote = getattr(type(function), "observe_many", None)
    if remote:
        return list(remote(function, cases))
    observed = [_observe(function, case) for case in cases]
    return [_noticed(outcome, value, len(case)) for (outcome, value), case in zip(observed, cases, strict=True)]


def _noticed(outcome: Outcome, value: object, arity: int) -> Outcome:
    """The outcome of a call, when the calls after it are done as well."""
    if isinstance(value, np.ndarray | list | tuple | dict) and changed(outcome.value, value):
        return replace(outcome, mutated=(*outcome.mutated, arity))
    return outcome


def _observe(function: Callable, args: tuple) -> tuple[Outcome, object]:
    """What happened in one call, and the very object it returned."""
    given = copy.deepcopy(args)
    try:
        value = function(*given)
    except (Exception, SystemExit) as error:
        return Outcome(error=error_name(error), message=_text_of(error), traceback=_learner_traceback(error)), None
    mutated = tuple(i for i, (before, after) in enumerate(zip(args, given, strict=True)) if changed(before, after))
    # A result that shares memory with an input is copied, so that later calls cannot alter it.
    kept = copy.deepcopy(value) if isinstance(value, np.ndarray | list | tuple | dict) else value
    left = tuple(arg for arg in given if isinstance(arg, np.random.Generator))
    return Outcome(value=kept, mutated=mutated, generators=left), value


def changed(before: object, after: object) -> bool:
    """Whether an argument was altered in place, compared bit by bit (NaN equals NaN). Generators may advance."""
    if isinstance(before, np.ndarray):
        return (
            not isinstance(after, np.ndarray)
            or before.shape != after.shape
            or before.dtype != after.dtype
            or before.tobytes() != after.tobytes()
        )
    if isinstance(before, list | tuple):
        return (
            type(before) is not type(after)
            or len(before) != len(after)
            or any(changed(b, a) for b, a in zip(before, after, strict=True))
        )
    if isinstance(before, dict):
        return not isinstance(after, dict) or list(before) != list(after) or any(changed(before[k], after[k]) for k in before)
    if isinstance(before, _ATOMS):
        return type(before) is not type(after) or (before != after and before == before)
    return False


def error_name(error: BaseException) -> str:
    """The name of an error's class; a class of the learner's own with Python's it comes from: "BadLabel(ValueError)"."""
    kind = type(error)
    base = base_name(kind)
    return kind.__name__ if base == kind.__name__ else f"{kind.__name__}({base})"


def _text_of(error: BaseException) -> str:
    try:
        return str(error)[:2000]
    except Exception:
        return "<no readable message>"


def _learner_traceback(error: BaseException) -> str:
    """The traceback without this package's frames: only the learner's own lines remain."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if not frame.filename.startswith(_HERE)]
    lines = traceback.format_list(frames[-12:])
    return "".join(lines)[:6000] + f"{type(error).__name__}: {_text_of(error)}"
