"""The places in a function's code that hold an expression."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in the tree that holds an expression."""

    parent: ast.AST
    field: str
    index: int | None
    statement: ast.stmt

    def get(self) -> ast.expr:
        value = getattr(self.parent, self.field)
        return value if self.index is None else value[self.index]

    def set(self, node: ast.expr) -> None:
        if self.index is None:
            setattr(self.parent, self.field, node)
        else:
            getattr(self.parent, self.field)[self.index] = node


def slots(node: ast.AST, statement: ast.stmt | None = None) -> Iterator[Slot]:
    """Every place below `node`, which belongs to `statement`, that holds a value; texts and what is only called are left out."""
    for field, value in ast.iter_fields(node):
        if field in ("decorator_list", "returns", "annotation", "ctx", "args") and isinstance(node, ast.FunctionDef):
            continue
        if field in ("func", "targets", "target"):
            if field == "func" and isinstance(value, ast.Attribute):
                yield from slots(value, statement)
            continue
        for index, child in enumerate(value) if isinstance(value, list) else ((None, value),):
            if isinstance(child, ast.stmt):
                yield from slots(child, child)
            elif isinstance(child, ast.expr) and statement is not None and not _is_text(child):
                yield Slot(node, field, index, statement)
                yield from slots(child, statement)
            elif isinstance(child, ast.AST):
                yield from slots(child, statement)


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant | ast.JoinedStr) and isinstance(getattr(node, "value", ""), str)
