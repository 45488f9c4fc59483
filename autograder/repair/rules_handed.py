"""What another function has to be handed and is not: a choice that is not passed on, an array in the shape of an argument."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.repair.code import Site
from autograder.repair.model import Change
from autograder.repair.text import Place

_OWN = frozenset({"len", "range", "zip", "enumerate", "isinstance", "float", "int", "bool", "str", "list", "tuple", "dict", "set", "sorted", "reversed", "print", "type"})
_OWN_TOO = frozenset({"sum", "max", "min", "abs", "round", "any", "all", "map", "filter", "pow", "slice", "next", "super", "ValueError", "TypeError", "IndexError", "KeyError"})
_MOST_ARGUMENTS = 6


def of_choices(site: Site, place: Place) -> Iterator[Change]:
    """A parameter that nothing reads, or that has a default, handed on to a function that is called."""
    node = site.node
    if not _calls_a_function(node) or len(node.args) > _MOST_ARGUMENTS or any(isinstance(one, ast.Starred) for one in node.args):
        return
    arguments = site.function.args
    defaults = {one.arg for one in arguments.args[len(arguments.args) - len(arguments.defaults) :]} | {one.arg for one in arguments.kwonlyargs}
    handed = {part.id for part in ast.walk(node) if isinstance(part, ast.Name)} | {one.arg for one in node.keywords}
    written = [place.text(one) for one in (*node.args, *node.keywords)]
    for name in place.scope.parameters:
        if name not in handed and (name in place.scope.unused or name in defaults):
            cost = 1.8 if name in place.scope.unused else 2.8
            yield Change(cost + 0.1, "argument.missing", f"{node.func.id}({', '.join([*written, f'{name}={name}'])})", f"handed {name}")
            if not node.keywords:
                yield Change(cost, "argument.missing", f"{node.func.id}({', '.join([*written, name])})", f"handed {name} last")


def of_shapes(site: Site, place: Place) -> Iterator[Change]:
    """What a function that was handed in is called with, in the shape of an argument."""
    node = site.node
    if not _calls_a_function(node) or node.func.id not in place.scope.callables or len(node.args) != 1 or node.keywords:
        return
    for name in place.scope.parameters:
        if name not in place.scope.callables and name not in place.scope.counts:
            yield Change(2.4, "shape.axis", f"{node.func.id}(np.reshape({place.text(node.args[0])}, np.shape({name})))", f"shaped {name}")


def _calls_a_function(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id not in _OWN and node.func.id not in _OWN_TOO


RULES = (of_choices, of_shapes)
