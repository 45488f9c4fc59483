"""What a call that an answer quotes gives, such as `explosion_report(0.1, 0.003, False)`: computed with the reference.

The arguments are a stranger's, so a call may run for ever or ask for all memory: it is computed in a process of its own,
with limits. Only literals, `np.array`, `np.random.default_rng`, `np.pi` and functions of the assignment are understood;
nothing of the text is executed.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path

from autograder.course import Assignment
from autograder.grading.plain import one_line
from autograder.written.numbers import calls_in

_SECONDS, _MEGABYTES = 10, 2048  # of processor time, for all calls of an answer together
_WALL = 60.0
_MOST, _VALUES, _SHOWN = 12, 60, 400


@dataclass(frozen=True, slots=True)
class Call:
    """A quoted call: its text, what the reference gives in words (or why it gives nothing), and the numbers in that."""

    text: str
    result: str
    values: tuple[float, ...] = ()


def quoted_calls(text: str, functions: Sequence[str]) -> list[str]:
    """The different calls of `functions` in a text that can be computed, in its order."""
    found = dict.fromkeys(text[start:end] for start, end in calls_in(text))
    return [call for call in found if call.partition("(")[0] in functions and _understood(call, functions)][:_MOST]


def compute_calls(assignment: Assignment, texts: Sequence[str]) -> tuple[Call, ...]:
    """What each of the calls gives with the reference of `assignment`, all of them in one process of their own. One that takes too
    long takes those after it with it."""
    if not texts:
        return ()
    order = json.dumps({"root": str(assignment.public_dir.parents[1]), "assignment": assignment.slug, "calls": list(texts)})
    command = [sys.executable, "-m", "autograder.written.calls"]
    try:
        done = subprocess.run(command, input=order, capture_output=True, text=True, timeout=_WALL, check=False)
        lines = [json.loads(line) for line in done.stdout.splitlines()]
    except (subprocess.TimeoutExpired, ValueError):
        lines = []
    lines += [{"result": f"not finished within {_SECONDS} s and {_MEGABYTES} MB", "values": []}] * (len(texts) - len(lines))
    return tuple(Call(text, line["result"], tuple(line["values"])) for text, line in zip(texts, lines, strict=True))


def _understood(call: str, functions: Sequence[str]) -> bool:
    try:
        _evaluated(ast.parse(call, mode="eval").body, dict.fromkeys(functions), dry=True)
    except (SyntaxError, ValueError, TypeError, RecursionError, MemoryError):
        return False
    return True


def _evaluated(node: ast.AST, functions: Mapping[str, object], *, dry: bool = False) -> object:
    """The value of an expression; ValueError for anything but what the module's docstring names. `dry` calls nothing."""
    import numpy as np

    def inner(child: ast.AST) -> object:
        return _evaluated(child, functions, dry=dry)

    match node:
        case ast.Constant(value=bool() | int() | float() | str() | None as value):
            return value
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            value = inner(operand)
            return None if dry else -value
        case ast.Tuple(elts=elements):
            return tuple(map(inner, elements))
        case ast.List(elts=elements):
            values = list(map(inner, elements))
            return None if dry else np.array(values)
        case ast.Attribute(value=ast.Name(id="np"), attr="pi" | "e" as name):
            return getattr(np, name)
        case ast.Subscript(value=value, slice=ast.Constant(value=int() | str() as place)):
            found = inner(value)
            return None if dry else found[place]
        case ast.Call(func=function, args=arguments, keywords=keywords) if all(word.arg for word in keywords):
            called = _named(function, functions)
            values, named = list(map(inner, arguments)), {word.arg: inner(word.value) for word in keywords}
            return None if dry else called(*values, **named)
    raise ValueError("this is not computed")


def _named(node: ast.AST, functions: Mapping[str, object]) -> object:
    import numpy as np

    match node:
        case ast.Name(id=name) if name in functions:
            return functions[name]
        case ast.Attribute(value=ast.Name(id="np"), attr="array"):
            return np.array
        case ast.Attribute(value=ast.Attribute(value=ast.Name(id="np"), attr="random"), attr="default_rng"):
            return np.random.default_rng
    raise ValueError("no function of the assignment")


def _numbers(value: object) -> Iterator[float]:
    import numpy as np

    if isinstance(value, Mapping):
        value = tuple(value.values())
    if isinstance(value, tuple | list):
        for one in value:
            yield from _numbers(one)
    elif isinstance(value, int | float | np.ndarray | np.number | np.bool_) and np.asarray(value).dtype.kind in "biuf":
        flat = np.asarray(value, dtype=float).ravel()[:_VALUES]
        yield from (float(one) for one in flat if np.isfinite(one))


def _main() -> None:
    """Compute the calls on stdin; one line of JSON for each, written as soon as it is known."""
    import resource

    import numpy as np

    from autograder.course import load

    order = json.load(sys.stdin)
    assignment = load(Path(order["root"]), order["assignment"])
    seconds = ceil(time.process_time()) + _SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (_MEGABYTES << 20, _MEGABYTES << 20))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    np.set_printoptions(precision=6, suppress=True, threshold=40, edgeitems=3)
    functions = assignment.right_functions
    for call in order["calls"]:
        try:
            value = _evaluated(ast.parse(call, mode="eval").body, functions)
            line = {"result": one_line(_words(value), _SHOWN), "values": list(_numbers(value))[:_VALUES]}
        except Exception as error:  # the learner's arguments do not fit: that is an answer as well
            line = {"result": one_line(f"{type(error).__name__}: {error}", _SHOWN), "values": []}
        print(json.dumps(line), flush=True)


def _words(value: object) -> str:
    import numpy as np

    if isinstance(value, tuple):
        return "(" + ", ".join(map(_words, value)) + ")"
    return f"{value:.10g}" if isinstance(value, float | np.floating) else str(value)


if __name__ == "__main__":
    _main()
