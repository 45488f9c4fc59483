"""Wrong code nobody wrote: mutants of a reference function, one small change of its syntax tree each.

The changes are those learners make: another operator, constant, axis or comparison, a lost transpose, `keepdims`
or minus sign, another function of the same kind, a dropped statement or argument, two statements or arguments swapped.
"""

from __future__ import annotations

import ast
import copy
import pickle
from collections.abc import Iterator
from dataclasses import dataclass

_OPERATORS = {
    ast.Add: (ast.Sub, ast.Mult),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Add, ast.Div),
    ast.Div: (ast.Mult,),
    ast.MatMult: (ast.Mult,),
    ast.Pow: (ast.Mult,),
    ast.FloorDiv: (ast.Div,),
    ast.Mod: (ast.Mult,),
}
_COMPARISONS = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
}
_SIBLINGS = {
    "sum": ("mean", "max"),
    "mean": ("sum",),
    "max": ("min", "sum"),
    "min": ("max",),
    "maximum": ("minimum", "add"),
    "minimum": ("maximum",),
    "exp": ("expm1", "log"),
    "expm1": ("exp",),
    "log": ("log1p", "exp"),
    "log1p": ("log",),
    "sin": ("cos",),
    "cos": ("sin",),
    "tan": ("tanh",),
    "tanh": ("tan",),
    "sqrt": ("square",),
    "square": ("sqrt",),
    "abs": ("sign",),
    "zeros": ("ones",),
    "ones": ("zeros",),
    "all": ("any",),
    "any": ("all",),
    "argmax": ("argmin",),
    "deg2rad": ("rad2deg",),
    "radians": ("degrees",),
    "std": ("var",),
    "var": ("std",),
    "floor": ("ceil",),
    "zeros_like": ("ones_like",),
}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One mutant: the function's source with one change, and the change in words with its line."""

    function: str
    change: str
    source: str


def mutants(source: str, function: str) -> Iterator[Mutant]:
    """Every mutant of the function `function` in `source` (one or more function definitions), each once."""
    tree = ast.parse(source)
    seen = {ast.unparse(tree)}
    for change, mutated in _changes(tree):
        ast.fix_missing_locations(mutated)
        try:
            text = ast.unparse(mutated)
            compile(text, "<mutant>", "exec")
        except (SyntaxError, ValueError):
            continue
        if text not in seen:
            seen.add(text)
            yield Mutant(function, change, text)


def _changes(tree: ast.Module) -> Iterator[tuple[str, ast.Module]]:
    docstrings = _docstrings(tree)
    packed = pickle.dumps(tree)  # unpacking it is many times as fast as copying the tree
    for position, node in enumerate(ast.walk(tree)):
        if id(node) in docstrings:
            continue
        for change, edit in _edits(node):
            mutated = pickle.loads(packed)
            twin = next(other for index, other in enumerate(ast.walk(mutated)) if index == position)
            edit(twin)
            yield f"line {getattr(node, 'lineno', 1)}: {change}", mutated
        for change, replacement in _replacements(node):
            yield f"line {getattr(node, 'lineno', 1)}: {change}", _Swap(position, replacement).apply(pickle.loads(packed))


def _docstrings(tree: ast.Module) -> set[int]:
    owners = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.Module)]
    firsts = [owner.body[0] for owner in owners if owner.body and isinstance(owner.body[0], ast.Expr)]
    return {id(part) for first in firsts for part in ast.walk(first) if isinstance(first.value, ast.Constant)}


class _Swap(ast.NodeTransformer):
    """Replace the node at one position of the walk."""

    def __init__(self, position: int, replacement: ast.AST) -> None:
        self._position, self._replacement = position, replacement

    def apply(self, tree: ast.Module) -> ast.Module:
        self._target = next(node for index, node in enumerate(ast.walk(tree)) if index == self._position)
        return self.visit(tree)

    def visit(self, node: ast.AST) -> ast.AST:
        return copy.deepcopy(self._replacement) if node is self._target else super().visit(node)


def _edits(node: ast.AST) -> Iterator[tuple[str, object]]:
    """Changes made in place to a node of the copied tree."""
    if isinstance(node, ast.BinOp):
        for other in _OPERATORS.get(type(node.op), ()):
            yield f"{type(node.op).__name__} -> {other.__name__}", lambda twin, other=other: setattr(twin, "op", other())
        if isinstance(node.op, ast.Sub | ast.Div | ast.MatMult | ast.Pow):
            yield "operands swapped", _swap_operands
    if isinstance(node, ast.AugAssign):
        for other in _OPERATORS.get(type(node.op), ()):
            yield f"{type(node.op).__name__}= -> {other.__name__}=", lambda twin, other=other: setattr(twin, "op", other())
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        for other in _COMPARISONS.get(type(node.ops[0]), ()):
            yield f"{type(node.ops[0]).__name__} -> {other.__name__}", lambda twin, other=other: twin.ops.__setitem__(0, other())
    if isinstance(node, ast.Constant):
        yield from _constant_edits(node)
    if isinstance(node, ast.Attribute) and node.attr in _SIBLINGS:
        for other in _SIBLINGS[node.attr]:
            yield f"{node.attr} -> {other}", lambda twin, other=other: setattr(twin, "attr", other)
    if isinstance(node, ast.Call):
        for index, keyword in enumerate(node.keywords):
            yield f"argument {keyword.arg} dropped", lambda twin, index=index: twin.keywords.pop(index)
        if len(node.args) >= 2:
            yield "first two arguments swapped", lambda twin: twin.args.__setitem__(slice(0, 2), twin.args[1::-1])
    if isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple) and len(node.value.elts) >= 2:
        yield "first two results swapped", lambda twin: twin.value.elts.__setitem__(slice(0, 2), twin.value.elts[1::-1])
    body = getattr(node, "body", None)
    if isinstance(body, list):
        for index, statement in enumerate(body):
            if len(body) > 1 and isinstance(statement, ast.Assign | ast.AugAssign | ast.Expr | ast.If | ast.For) and not _is_text(statement):
                yield f"statement on line {statement.lineno} dropped", lambda twin, index=index: twin.body.pop(index)
        for index in range(len(body) - 1):
            if isinstance(body[index], ast.Assign | ast.AugAssign) and isinstance(body[index + 1], ast.Assign | ast.AugAssign):
                yield f"statements on lines {body[index].lineno} and {body[index + 1].lineno} swapped", lambda twin, i=index: _swap_statements(twin, i)


def _constant_edits(node: ast.Constant) -> Iterator[tuple[str, object]]:
    value = node.value
    if value is True or value is False:
        yield f"{value} -> {not value}", lambda twin: setattr(twin, "value", not value)
    elif isinstance(value, int):
        for other in dict.fromkeys((value + 1, value - 1, 0)):
            if other != value:
                yield f"{value} -> {other}", lambda twin, other=other: setattr(twin, "value", other)
    elif isinstance(value, float):
        for other in dict.fromkeys((value * 1.01, value + 1, 0.0, -value)):
            if other != value:
                yield f"{value} -> {other:g}", lambda twin, other=other: setattr(twin, "value", other)


def _replacements(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """Nodes that give way to a part of themselves: a lost transpose, minus sign, operand or call."""
    if isinstance(node, ast.Attribute) and node.attr == "T":
        yield ".T dropped", node.value
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.Not | ast.Invert):
        yield f"{type(node.op).__name__} dropped", node.operand
    if isinstance(node, ast.BinOp):
        yield "right operand dropped", node.left
        yield "left operand dropped", node.right
    if isinstance(node, ast.IfExp):
        yield "condition always true", node.body
        yield "condition always false", node.orelse
    if isinstance(node, ast.Call) and node.args and isinstance(node.func, ast.Attribute):
        yield f"{node.func.attr}(...) dropped", node.args[0]
    if isinstance(node, ast.Call) and not node.args and isinstance(node.func, ast.Attribute):
        yield f".{node.func.attr}() dropped", node.func.value
    if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load):
        yield "index dropped", node.value


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _swap_operands(node: ast.BinOp) -> None:
    node.left, node.right = node.right, node.left


def _swap_statements(node: ast.AST, index: int) -> None:
    node.body[index], node.body[index + 1] = node.body[index + 1], node.body[index]
