"""How the place and the parts of a change are called: by names learners know, never by those of the reference alone."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterator

_FIRST = ("first", "second", "third", "fourth", "fifth", "sixth")
_REDUCTIONS = {"sum": "the sum", "mean": "the mean", "max": "the maximum", "min": "the minimum", "std": "the standard deviation"}


class Words:
    """Names for parts of a function's code.

    Public are its parameters, the other functions of the course, and every name of the code that its docstring mentions; of
    a helper's parameters only those that `known`, the parameters of the graded function, has as well.
    """

    def __init__(self, function: ast.FunctionDef, docstring: str, functions: frozenset[str] = frozenset(), known: Collection[str] | None = None) -> None:
        told = set(re.findall(r"[A-Za-z_]\w*", docstring)) - {"a", "I"} - _of_inner_functions(function)
        self.parameters = tuple(arg.arg for arg in function.args.args)
        self._functions = functions
        parameters = set(self.parameters) if known is None else set(self.parameters) & set(known)
        self._public = (parameters | (told & _names_in(function))) - {"np", "math"}

    def is_public(self, name: str) -> bool:
        """Whether learners know the name."""
        return name in self._public

    def of(self, node: ast.AST) -> str:
        """The part in words; "" if it holds no name that learners know."""
        name = name_of(node)
        if name is not None:
            return name if name in self._public else ""
        if isinstance(node, ast.Attribute) and node.attr == "T":
            inner = self.of(node.value)
            return f"the transpose of {inner}" if inner else ""
        length = self._length(node)
        if length:
            return length
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            source = node.args[0] if node.args else node.func.value if isinstance(node.func, ast.Attribute) else None
            inner = self.of(source) if source is not None else ""
            if called in _REDUCTIONS and inner:
                return f"{_REDUCTIONS[called]} of {inner.removeprefix('the part with ')}"
            if called in self._functions:
                return f"what {called} gives"
        names = list(dict.fromkeys(name for name in self._all(node) if name in self._public))
        names = [name for name in names if name in self.parameters] or names
        if not names:
            return ""
        return f"the part with {', '.join(names[:3])}" if len(names) < 4 else f"the part with {', '.join(names[:2])} and others"

    def _length(self, node: ast.AST) -> str:
        """A length in words, "" for anything else."""
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "len" and node.args:
            inner, what = self.of(node.args[0]), "the number of rows of"
        elif isinstance(node, ast.Attribute) and node.attr == "size":
            inner, what = self.of(node.value), "the number of entries of"
        elif isinstance(node, ast.Subscript) and isinstance(node.value, ast.Attribute) and node.value.attr == "shape":
            inner, what = self.of(node.value.value), "the length of an axis of"
        else:
            return ""
        return f"{what} {inner}" if inner else ""

    def _all(self, node: ast.AST) -> Iterator[str]:
        for child in ast.walk(node):
            name = name_of(child)
            if name is not None:
                yield name

    def place(self, statement: ast.stmt, node: ast.AST) -> str:
        """Where in the result a node is: " in dW", or "" if that cannot be told."""
        if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
            return self._place_in(statement.targets[0], statement.value, node)
        if isinstance(statement, ast.AugAssign):
            return self._named(statement.target)
        if isinstance(statement, ast.Return) and isinstance(statement.value, ast.Tuple):
            i = _element_with(statement.value.elts, node)
            return "" if i is None or i >= len(_FIRST) else f" in the {_FIRST[i]} result"
        if isinstance(statement, ast.Return) and isinstance(statement.value, ast.Dict):
            i = _element_with(statement.value.values, node)
            key = statement.value.keys[i] if i is not None else None
            return f" in {key.value}" if isinstance(key, ast.Constant) else ""
        return ""

    def _place_in(self, target: ast.expr, value: ast.expr, node: ast.AST) -> str:
        if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple) and len(target.elts) == len(value.elts):
            i = _element_with(value.elts, node)
            return self._named(target.elts[i]) if i is not None else ""
        return self._named(target)

    def _named(self, target: ast.expr) -> str:
        name = name_of(target)
        return f" in {name}" if name is not None and name in self._public else ""


def name_of(node: ast.AST) -> str | None:
    """The name of a variable, or of an entry of a dict with a constant key; None for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, str):
        return node.slice.value
    return None


def _names_in(function: ast.FunctionDef) -> set[str]:
    names = {name_of(node) for node in ast.walk(function)} - {None}
    keys = {key.value for node in ast.walk(function) if isinstance(node, ast.Dict) for key in node.keys if isinstance(key, ast.Constant)}
    return {str(name) for name in names | keys}


def _of_inner_functions(function: ast.FunctionDef) -> set[str]:
    """What functions inside a function call their arguments."""
    inner = [node for node in ast.walk(function) if isinstance(node, ast.FunctionDef | ast.Lambda) and node is not function]
    return {arg.arg for node in inner for arg in node.args.args}


def _element_with(elements: list[ast.expr], node: ast.AST) -> int | None:
    return next((i for i, element in enumerate(elements) if any(part is node for part in ast.walk(element))), None)
