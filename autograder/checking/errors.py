"""The sentence for bad arguments: a call with them raises an error of the right kind, with a message.

    expect_error(one_hot, np.array([0, 3]), 3, because="label 3 does not exist when C is 3")
    each_error(mse, {"Y has 3 rows and H has 2": (Y, H[:2]), "Y is (3,) and H is (3, 1)": (Y[:, 0], H[:, :1])})

A subclass of the asked-for error is as good. What a session says while hidden checks run is not kept, but whether there
was a message is.
"""

from __future__ import annotations

import builtins
from collections.abc import Mapping

from autograder.checking.diagnosis import worded
from autograder.checking.expect import Call
from autograder.checking.noted import type_name
from autograder.checking.observe import Outcome, observe_many

Errors = type[Exception] | tuple[type[Exception], ...]


def expect_error(function: object, *args: object, raises: Errors = ValueError, because: str = "", message: bool = True) -> None:
    """Calling `function` on copies of `args` raises `raises` (or one of several) with a message that is not empty.

    because: what is wrong with the arguments, the end of the sentence "f should raise ValueError: ...". message: False
    where the text asks for the error only.

    Raises:
        Failure: of kind "error" if nothing, another error, or an error without a message was raised; "not_attempted" for
            the stub, "memory" for a MemoryError nobody asked for.
    """
    each_error(function, {because: args}, raises=raises, message=message)


def each_error(function: object, cases: Mapping[str, tuple], *, raises: Errors = ValueError, message: bool = True) -> None:
    """`expect_error` for several calls in one batch: what is wrong with the arguments -> the arguments."""
    name = getattr(function, "__name__", "the function")
    wanted = raises if isinstance(raises, tuple) else (raises,)
    arguments = [tuple(args) for args in cases.values()]
    for because, args, outcome in zip(cases, arguments, observe_many(function, arguments), strict=True):
        _judge(Call(name, args, outcome, outcome.value), outcome, wanted, because, message)


def _judge(call: Call, outcome: Outcome, wanted: tuple[type[Exception], ...], because: str, message: bool) -> None:
    kinds = " or ".join(kind.__name__ for kind in wanted)
    end = f": {because}" if because else ""
    if outcome.error is None:
        got = type_name(outcome.value)
        call.fail("error", f"{call.name} should raise {kinds}{end}; it returned {got}", diagnosis=worded("error.none", call.name))
    if not is_kind(outcome.error, wanted):
        if outcome.error == "NotImplementedError":
            call.fail("not_attempted", outcome.message or f"{call.name} is not written yet")
        if outcome.error == "MemoryError":
            call.fail("memory", f"{call.name} ran out of memory")
        said = f" ({outcome.message})" if outcome.message else ""
        told = worded("error.assert" if outcome.error == "AssertionError" else "error.kind", call.name)
        call.fail("error", f"{call.name} raised {outcome.error}{said} where {kinds} was asked for{end}", diagnosis=told)
    if message and not outcome.message.strip():
        call.fail("error", f"{call.name} raised {outcome.error} without a message{end}", diagnosis=worded("error.silent", call.name))


def is_kind(error: str, wanted: tuple[type[Exception], ...]) -> bool:
    """Whether an error, by the name an outcome gives it, is one of the kinds `wanted` or derived from one."""
    base = error.rpartition("(")[2].removesuffix(")")  # "BadLabel(ValueError)" is a learner's own class
    kind = getattr(builtins, base, ValueError if base == "LinAlgError" else None)
    return isinstance(kind, type) and issubclass(kind, wanted)
