"""The slips of one function, as functions that can be called: the reference and the right variants with one change each."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from autograder.course import Assignment
from autograder.slips.edits import KINDS, edits, insertions
from autograder.slips.operations import NAMESPACE, ON_LISTS, ON_NUMBERS, Numpy
from autograder.slips.steps import TooManySteps
from autograder.slips.words import Words

_VAGUE = ("a condition is the other way round", "two cases are not told apart")
_NUMPY = Numpy()
_LONGEST_LOOP = 5000
FILE = "<slip>"  # the name under which changed code is compiled
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")


@dataclass(frozen=True, slots=True)
class Slip:
    """Right code with one change. `clause` says which; `kind` is one of `edits.KINDS`, "whole" or "step"; `base` is the number
    of the code that was changed in `right_code`."""

    function: str
    kind: str
    clause: str
    implementation: Callable
    base: int = 0

    @property
    def rank(self) -> int:
        """The smaller the likelier: what is done to an argument or a result as a whole comes first."""
        return {"whole": -2, "step": -1}.get(self.kind, KINDS.index(self.kind) if self.kind in KINDS else 0)


def _short_range(*args: int) -> range:
    made = range(*args)
    if len(made) > _LONGEST_LOOP:
        raise TooManySteps
    return made


def slips(assignment: Assignment, function: str, result: object) -> Iterator[Slip]:
    """Every slip of a function; `result`: what it gives for some arguments, which tells the parts of its results."""
    trees, names = _with_helpers(getattr(assignment.reference, function), function)
    right = _compiled(trees, function, names)  # with a numpy that is careful with what is not finite, as in changed code
    yield from _of_arguments(function, right)
    yield from _of_results(function, right, result)
    for base, implementation in enumerate(right_code(assignment, function)):
        trees, names = _with_helpers(implementation, function)
        yield from _of_code(assignment, function, trees, names, base)


def right_code(assignment: Assignment, function: str) -> list[Callable]:
    """The right ways to write a function: the reference and its variants."""
    return [getattr(assignment.reference, function), *(one.implementation for one in assignment.variants if one.function == function)]


def _with_helpers(implementation: Callable, name: str) -> tuple[list[ast.FunctionDef], Mapping[str, object]]:
    """The trees of some code and of the helpers it calls, and the names it sees."""
    names = implementation.__globals__
    found, waiting = [], [implementation]
    while waiting:
        one = waiting.pop(0)
        tree = ast.parse(textwrap.dedent(inspect.getsource(one))).body[0]
        tree.decorator_list = []
        if one is implementation:
            tree.name = name
        found.append(tree)
        used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        for other in sorted(used):
            helper = names.get(other)
            if other.startswith("_") and inspect.isfunction(helper) and helper is not one and all(other != tree.name for tree in found):
                waiting.append(helper)
    return found, names


def _of_code(assignment: Assignment, function: str, trees: list[ast.FunctionDef], names: Mapping[str, object], base: int) -> Iterator[Slip]:
    functions = frozenset(assignment.functions)
    docstring = inspect.getdoc(getattr(assignment.reference, function)) or ""
    if any(isinstance(node, ast.While | ast.AsyncFunctionDef) for tree in trees for node in ast.walk(tree)):
        return
    for tree in trees:
        words = Words(tree, docstring, functions)
        if tree.name != function:  # what a helper calls its arguments is nobody's business
            words = Words(tree, "", functions, inspect.signature(getattr(assignment.reference, function)).parameters)
        for edit in edits(tree, words, insert=not base):
            if not edit.part and not _says_something(edit.clause):
                continue
            switch = _Switch()
            made = _compiled(trees, function, {**names, "_slip_here": switch})
            if made is not None and edit.part:
                for kind, clause, which in insertions(edit.part, words.parameters, edit.positive):
                    yield Slip(function, kind, clause + edit.place, _switched(made, switch, *which))
            elif made is not None:
                yield Slip(function, edit.kind, edit.clause, made, base)
    if base:
        return
    called = {node.id for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Name)} & functions - {function}
    for mistake in assignment.mistakes:
        if mistake.function in called:
            made = _compiled(trees, function, {**names, mistake.function: mistake.implementation})
            if made is not None:
                yield Slip(function, "step", f"in the part that {mistake.function} does: {mistake.description}", made)


class _Switch:
    """What is done to one part of a function, chosen anew for every call: so that the code is compiled once for all of it."""

    def __init__(self) -> None:
        self.change: Callable = lambda x: x
        self.parameter: int | None = None

    def __call__(self, part: object, *parameters: object) -> object:
        return self.change(part) if self.parameter is None else self.change(part, parameters[self.parameter])


def _switched(made: Callable, switch: _Switch, operation: str, parameter: int | None) -> Callable:
    change = getattr(NAMESPACE, operation)

    def called(*args: object) -> object:
        switch.change, switch.parameter = change, parameter
        return made(*args)

    return called


def _says_something(clause: str) -> bool:
    """Whether a learner could find the place: nothing is left unnamed."""
    return "one part" not in clause and clause not in _VAGUE


def _compiled(trees: list[ast.FunctionDef], function: str, names: Mapping[str, object]) -> Callable | None:
    """The function that the trees define as they are now; None if they cannot be compiled."""
    try:
        code = compile(ast.fix_missing_locations(ast.Module(body=list(trees), type_ignores=[])), FILE, "exec")
    except (SyntaxError, ValueError, TypeError):
        return None
    inside = {**names, "np": _NUMPY, "_slip": NAMESPACE, "range": _short_range}
    exec(code, inside)
    return inside[function]


def _of_arguments(function: str, right: Callable) -> Iterator[Slip]:
    parameters = [p.name for p in inspect.signature(right).parameters.values()]
    for i, name in enumerate(parameters):
        for operation, text in (*ON_NUMBERS.items(), *ON_LISTS.items()):
            if not operation.startswith("plus_"):
                yield Slip(function, "whole", text.format(e=name), _given(right, i, getattr(NAMESPACE, operation)))
        yield Slip(function, "whole", f"{name}, 0 or 1, is taken for -1 or 1", _given(right, i, _signed))
        for j in range(i + 1, len(parameters)):
            yield Slip(function, "whole", f"{name} and {parameters[j]} are exchanged", _exchanged(right, i, j))
    yield Slip(function, "whole", "the whole function is applied twice", _twice(right))


def _signed(x: object) -> object:
    import numpy as np

    if not np.all((np.asarray(x) == 0) | (np.asarray(x) == 1)):
        raise TypeError("not zeros and ones")
    return 2 * np.asarray(x) - 1


def _given(right: Callable, i: int, change: Callable) -> Callable:
    return lambda *args: right(*args[:i], change(args[i]), *args[i + 1 :])


def _exchanged(right: Callable, i: int, j: int) -> Callable:
    def called(*args: object) -> object:
        moved = list(args)
        moved[i], moved[j] = moved[j], moved[i]
        return right(*moved)

    return called


def _twice(right: Callable) -> Callable:
    return lambda *args: right(right(*args), *args[1:])


def _of_results(function: str, right: Callable, result: object) -> Iterator[Slip]:
    for key, about in _parts(result):
        for operation, text in ON_NUMBERS.items():
            yield Slip(function, "whole", text.format(e=about), _returned(right, key, getattr(NAMESPACE, operation)))


def _parts(result: object) -> list[tuple[object, str]]:
    if isinstance(result, dict):
        return [(key, str(key)) for key in result]
    if isinstance(result, tuple):
        return [(i, f"the {_ORDINALS[i]} result") for i in range(min(len(result), len(_ORDINALS)))]
    return [(None, "the result")]


def _returned(right: Callable, key: object, change: Callable) -> Callable:
    def called(*args: object) -> object:
        result = right(*args)
        if key is None:
            return change(result)
        if isinstance(result, dict):
            return {**result, key: change(result[key])}
        return (*result[:key], change(result[key]), *result[key + 1 :])

    return called
