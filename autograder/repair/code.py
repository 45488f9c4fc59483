"""A learner's source, read but never executed: its functions, the places in them, and the names that each place sees."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from autograder.repair.model import DEEPEST, LONGEST_BEFORE, LONGEST_SOURCE, MOST_NODES

_MAGIC = re.compile(r"^(\s*)[%!?].*$", re.MULTILINE)
_COMPOUND = (ast.If, ast.For, ast.While, ast.With, ast.Try, ast.FunctionDef)


@dataclass(frozen=True, slots=True)
class Site:
    """A place that holds an expression: in which field of which parent, in which statement of which function."""

    node: ast.expr
    parent: ast.AST
    field: str
    index: int | None
    statement: ast.stmt
    function: ast.FunctionDef


@dataclass(frozen=True, slots=True)
class Block:
    """A list of statements, such as the body of a loop; `loop`: the innermost loop it is in, if any."""

    statements: list[ast.stmt]
    function: ast.FunctionDef
    loop: ast.stmt | None


@dataclass(frozen=True, slots=True)
class Code:
    """A source in a plain form: one statement a line, no comments. Offsets are bytes of `text`."""

    text: bytes
    functions: tuple[ast.FunctionDef, ...]  # the wanted one first, then those of the same text that it calls
    containers: dict[str, str]  # names that the text gives a fresh list, dict or number outside of functions, with its text
    defined: frozenset[str]  # functions of the text
    _original: dict[int, ast.AST] = field(repr=False)
    starts: tuple[int, ...] = field(repr=False)  # of the lines of `text`, and where one after the last would start
    _original_lines: tuple[bytes, ...] = field(repr=False)

    def span(self, node: ast.AST) -> tuple[int, int]:
        """Where a node stands in `text`."""
        return self.starts[node.lineno - 1] + node.col_offset, self.starts[node.end_lineno - 1] + node.end_col_offset

    def line_span(self, statement: ast.stmt) -> tuple[int, int]:
        """Where the lines of a statement stand, with the end of the last one."""
        return self.starts[statement.lineno - 1], self.starts[statement.end_lineno]

    def segment(self, node: ast.AST) -> str:
        start, end = self.span(node)
        return self.text[start:end].decode()

    def line(self, node: ast.AST) -> int:
        """The line of a node in the learner's own text."""
        return self._original[id(node)].lineno

    def before(self, node: ast.AST, statement: ast.stmt | None, parents: dict[int, ast.AST]) -> str:
        """The learner's own words for the place of `node`: the largest part around it that is short enough."""
        best, one = "", node
        while one is not None:
            if hasattr(one, "lineno") and not isinstance(one, ast.arg | ast.keyword):
                text = self._original_text(one)
                if len(text) > LONGEST_BEFORE:
                    break
                best = text or best
            if one is statement:
                break
            one = parents.get(id(one))
        return best or self._original_text(node)[: LONGEST_BEFORE - 3] + "..."

    def _original_text(self, node: ast.AST) -> str:
        own = self._original[id(node)]
        last, end = (own.body[0].lineno - 1, None) if isinstance(own, _COMPOUND) else (own.end_lineno, own.end_col_offset)
        if isinstance(own, _COMPOUND) and last < own.lineno:  # all on one line
            last, end = own.lineno, own.body[0].col_offset
        lines = list(self._original_lines[own.lineno - 1 : last])
        if end is not None:
            lines[-1] = lines[-1][:end]
        lines[0] = lines[0][own.col_offset :]
        return " ".join(b" ".join(lines).decode(errors="replace").split())


def read(source: str, function: str) -> Code | None:
    """The code that defines `function`, or None: no Python, too long, too deep, or no such function."""
    tree = parsed(source)
    if tree is None:
        return None
    try:
        text = ast.unparse(tree) + "\n"
        plain = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    pairs = list(zip(ast.walk(tree), ast.walk(plain), strict=False))
    if any(type(one) is not type(other) for one, other in pairs):
        return None
    found = _functions(plain, function)
    if not found or sum(1 for one in found for _ in ast.walk(one)) > MOST_NODES * len(found) or _depth(found[0]) > DEEPEST:
        return None
    data = text.encode()
    starts = tuple(accumulate((len(line) + 1 for line in data.split(b"\n")), initial=0))
    constants = {
        one.targets[0].id: ast.unparse(one.value)
        for one in plain.body
        if isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name) and isinstance(one.value, ast.List | ast.Dict | ast.Constant | ast.Call | ast.Set)
    }
    defined = frozenset(one.name for one in plain.body if isinstance(one, ast.FunctionDef))
    return Code(data, tuple(found), constants, defined, {id(new): old for old, new in pairs}, starts, tuple(source.encode().split(b"\n")))


def parsed(source: str) -> ast.Module | None:
    """The tree of a cell; None for what is no Python, too long or too deep. Lines of IPython's own count as `pass`."""
    if len(source) > LONGEST_SOURCE:
        return None
    for text in (source, _MAGIC.sub(r"\1pass", source)):
        try:
            return ast.parse(text)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
    return None


def _functions(tree: ast.Module, name: str) -> list[ast.FunctionDef]:
    defined = {one.name: one for one in tree.body if isinstance(one, ast.FunctionDef)}
    found, waiting = [], [name]
    while waiting:
        one = defined.get(waiting.pop(0))
        if one is not None and one not in found:
            found.append(one)
            waiting += sorted({node.id for node in ast.walk(one) if isinstance(node, ast.Name)})
    return found


def _depth(root: ast.AST) -> int:
    deepest, level = 0, [root]
    while level:
        deepest += 1
        level = [child for node in level for child in ast.iter_child_nodes(node)]
    return deepest


def parents_of(function: ast.FunctionDef) -> dict[int, ast.AST]:
    """By id of a node, the node that holds it."""
    return {id(child): node for node in ast.walk(function) for child in ast.iter_child_nodes(node)}


def sites(function: ast.FunctionDef) -> Iterator[Site]:
    """Every place of a function that holds a value, in the order of the text; texts, messages and what is only called are left out."""
    waiting: list[tuple[ast.AST, ast.stmt]] = [(one, one) for one in reversed(function.body)]
    while waiting:
        node, statement = waiting.pop()
        if isinstance(node, ast.Raise | ast.JoinedStr | ast.Import | ast.ImportFrom | ast.Global | ast.Nonlocal) or is_docstring(node):
            continue
        inner = []
        for name, value in ast.iter_fields(node):
            if name in ("targets", "target", "decorator_list", "annotation", "returns", "ctx"):
                inner += [part for target in (value if isinstance(value, list) else [value]) if isinstance(target, ast.AST) for part in _indices(target, statement, function)]
                continue
            for index, child in enumerate(value) if isinstance(value, list) else ((None, value),):
                if isinstance(child, ast.stmt):
                    inner.append((child, child))
                elif isinstance(child, ast.expr):
                    if name != "func":
                        inner.append((Site(child, node, name, index, statement, function), statement))
                    elif isinstance(child, ast.Attribute):
                        inner.append((child, statement))
                elif isinstance(child, ast.AST):
                    inner.append((child, statement))
        for child, owner in inner:
            if isinstance(child, Site):
                yield child
        waiting += [(child.node if isinstance(child, Site) else child, owner) for child, owner in reversed(inner)]


def _indices(target: ast.AST, statement: ast.stmt, function: ast.FunctionDef) -> list[tuple[Site, ast.stmt]]:
    """What stands between the brackets of a target: in `A[i, j] = x`, that is `i, j`."""
    if isinstance(target, ast.Tuple | ast.List):
        return [part for one in target.elts for part in _indices(one, statement, function)]
    if isinstance(target, ast.Subscript):
        return [(Site(target.slice, target, "slice", None, statement, function), statement)]
    return []


def blocks(function: ast.FunctionDef) -> Iterator[Block]:
    """Every list of statements of a function."""
    waiting: list[tuple[ast.AST, ast.stmt | None]] = [(function, None)]
    while waiting:
        owner, loop = waiting.pop(0)
        inside = owner if isinstance(owner, ast.For | ast.While) else loop
        for name in ("body", "orelse", "finalbody"):
            statements = getattr(owner, name, None)
            if isinstance(statements, list) and statements:
                yield Block(statements, function, inside)
                waiting += [(one, inside) for one in statements if isinstance(one, _COMPOUND)]


def is_docstring(node: ast.AST) -> bool:
    """Whether a statement is nothing but a text."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
