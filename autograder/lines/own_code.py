"""Where a learner's own code for a function stands, and what it comes down to; read, never executed."""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from autograder.repair.code import parsed
from autograder.repair.model import LONGEST_SOURCE

_FRESH = ("dict", "list", "set")
_DEFINES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom)
# Cells that define something a function uses are read as well; no notebook of the course has a tenth of it.
_LONGEST_NOTEBOOK = 20 * LONGEST_SOURCE


@dataclass(frozen=True, slots=True)
class Own:
    """The code of `function`. cell: its number among the code cells; source: all of that cell; key: the same for all code
    that differs in comments and layout only, with everything of the notebook that it uses."""

    function: str
    cell: int
    source: str
    key: str


def own_code(sources: Sequence[str], function: str) -> Own | None:
    """The last of some code cells that defines a function, as Jupyter would leave it defined.

    None if none does, or if it is no Python, or longer than anybody wants to read.
    """
    if sum(map(len, sources)) > _LONGEST_NOTEBOOK:
        return None
    defined: dict[str, ast.stmt] = {}
    cell = -1
    for number, source in enumerate(sources):
        for statement in _statements(source):
            for name in _names_given(statement):
                defined[name] = statement
            if isinstance(statement, ast.FunctionDef) and statement.name == function:
                cell = number
    if cell < 0 or not isinstance(defined[function], ast.FunctionDef):
        return None
    try:
        return Own(function, cell, sources[cell], _key(defined, function))
    except RecursionError:
        return None


def definitions(source: str) -> str:
    """What of a cell defines something without computing anything: functions, classes, imports, empty and constant values.

    The rest is left to the session in which the cell itself has run.
    """
    statements = _statements(source)
    kept = [one for one in statements if _only_defines(one)]
    return source if len(kept) == len(statements) else ast.unparse(ast.Module(body=kept, type_ignores=[]))


def needed(sources: Sequence[str], names: Iterable[str]) -> str:
    """What of some cells defines these names and all that they use, as Jupyter would leave it defined; nothing is computed.

    Empty for cells that are longer than anybody wants to read.
    """
    if sum(map(len, sources)) > _LONGEST_NOTEBOOK:
        return ""
    statements = [statement for source in sources for statement in _statements(source) if _only_defines(statement)]
    defined = {name: statement for statement in statements for name in _names_given(statement)}
    used = {id(statement) for statement in _used(defined, names).values()} | {id(defined.get("*"))}
    kept = [statement for statement in statements if id(statement) in used]
    return ast.unparse(ast.Module(body=kept, type_ignores=[]))


def one_argument(source: str, function: str) -> bool:
    """Whether a function that some code defines takes exactly one argument."""
    arguments = [one.args for one in _statements(source) if isinstance(one, ast.FunctionDef) and one.name == function]
    return bool(arguments) and len(arguments[-1].posonlyargs + arguments[-1].args + arguments[-1].kwonlyargs) == 1


def changed_lines(source: str, changed: str) -> int:
    """How many statements of a cell are written differently in a changed version of it, if none is added, moved or left out; else 1."""
    one, other = (ast.unparse(ast.Module(body=_statements(text), type_ignores=[])).splitlines() for text in (source, changed))
    return max(1, sum(a != b for a, b in zip(one, other, strict=True))) if len(one) == len(other) else 1


def _statements(source: str) -> list[ast.stmt]:
    tree = parsed(source)
    return tree.body if tree else []


def _only_defines(statement: ast.stmt) -> bool:
    if isinstance(statement, _DEFINES):
        return True
    if not isinstance(statement, ast.Assign | ast.AnnAssign):
        return False
    called = [node.func for node in ast.walk(statement) if isinstance(node, ast.Call)]
    return all(isinstance(one, ast.Name) and one.id in _FRESH for one in called)


def _names_given(statement: ast.stmt) -> list[str]:
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return [statement.name]
    if isinstance(statement, ast.Import | ast.ImportFrom):
        return [(one.asname or one.name).partition(".")[0] for one in statement.names]
    return [node.id for node in ast.walk(statement) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)]


def _key(defined: dict[str, ast.stmt], function: str) -> str:
    """Of a function and of all it uses: their trees, without places."""
    used = {name: ast.dump(statement) for name, statement in _used(defined, [function]).items()}
    return hashlib.sha256(repr(sorted(used.items())).encode("utf-8", "surrogatepass")).hexdigest()


def _used(defined: dict[str, ast.stmt], names: Iterable[str]) -> dict[str, ast.stmt]:
    """The statements that define some names, and those that these use."""
    used, waiting = {}, list(names)
    while waiting:
        name = waiting.pop()
        statement = defined.get(name)
        if statement is not None and name not in used:
            used[name] = statement
            waiting += [node.id for node in ast.walk(statement) if isinstance(node, ast.Name)]
    return used
