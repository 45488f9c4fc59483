"""Code as a set of shapes: parts of the syntax tree with local names replaced by their order of appearance.

Renaming variables, reordering functions or statements, other spacing, comments and docstrings leave (nearly) all shapes
as they are.
"""

from __future__ import annotations

import ast
import builtins
import hashlib
from collections.abc import Collection, Iterable

# Smaller parts (`x + 1`, `len(x)`) are in everybody's code.
SMALLEST = 6
_KEPT = frozenset(dir(builtins)) | {"np", "numpy", "plt"}


def shapes(sources: Iterable[str], known: Collection[str] = ()) -> dict[str, int]:
    """The shapes of some code cells, each with its size in nodes.

    Args:
        known: names that are not the writer's own, such as the functions an assignment asks for.
    """
    found: dict[str, int] = {}
    kept = _KEPT | set(known)
    for source in sources:
        tree = _parsed(source)
        if tree is not None:
            for node in ast.walk(tree):
                if isinstance(node, ast.stmt | ast.expr):
                    text, size = _shape(node, kept)
                    if size >= SMALLEST:
                        found[hashlib.blake2b(text.encode(), digest_size=8).hexdigest()] = size
    return found


def _parsed(source: str) -> ast.Module | None:
    """The tree of a cell without its docstrings; None if it is not Python (a magic, a syntax error, too deep)."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list) and body and isinstance(body[0], ast.Expr) and isinstance(getattr(body[0], "value", None), ast.Constant):
            if isinstance(body[0].value.value, str):
                body[0] = ast.Pass()
    return tree


def _shape(node: ast.AST, kept: Collection[str]) -> tuple[str, int]:
    """A part of a tree as text, and its number of nodes. Two parts have the same text if they differ in local names only."""
    numbers: dict[str, int] = {}
    pieces: list[str] = []
    size = 0
    # Not recursive: a student's expression may be nested deeper than Python's stack.
    stack: list[object] = [node]
    while stack:
        item = stack.pop()
        if isinstance(item, ast.AST):
            if isinstance(item, ast.expr_context):
                continue
            size += 1
            pieces.append(type(item).__name__)
            stack.extend(")" if value is None else value for value in reversed(_children(item)))
        elif isinstance(item, list):
            pieces.append("[")
            stack.append("]")
            stack.extend(reversed(item))
        elif isinstance(item, _Name):
            pieces.append(item.text if item.text in kept else f"_{numbers.setdefault(item.text, len(numbers))}")
        else:
            pieces.append(item if isinstance(item, str) else repr(item))
    return " ".join(pieces), size


class _Name:
    """A name in the code, as opposed to other text in the tree."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text


def _children(node: ast.AST) -> list[object]:
    if isinstance(node, ast.Name):
        return [_Name(node.id)]
    if isinstance(node, ast.arg):  # annotations are decoration
        return [_Name(node.arg)]
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        arguments = [] if isinstance(node, ast.ClassDef) else [node.args]
        return [_Name(node.name), *arguments, node.body]
    if isinstance(node, ast.Constant):
        return [repr(node.value)]
    return [value if not isinstance(value, str) else f"={value}" for _, value in ast.iter_fields(node)]
