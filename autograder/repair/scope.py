"""The names a function uses: what each stands for as far as the code tells, and which are used too little."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass

from autograder.repair.code import Code, Site

_MODULES = frozenset({"np", "numpy", "math", "plt", "random"})
_BUILT_IN = frozenset(
    {"len", "range", "sum", "max", "min", "abs", "enumerate", "zip", "reversed", "sorted", "float", "int", "list", "tuple", "dict", "set", "round", "print"}
    | {"isinstance", "str", "bool", "any", "all", "map", "filter", "pow", "type", "ValueError", "TypeError", "True", "False", "None", "slice"}
)


@dataclass(frozen=True, slots=True)
class Scope:
    """The names of one function. `first`: by local name, the first line that gives it a value; parameters have line 0."""

    parameters: tuple[str, ...]
    first: dict[str, int]
    loops: dict[str, tuple[int, int]]  # names of loops and comprehensions: the lines where they hold
    counts: frozenset[str]  # whole numbers: lengths of axes, counters
    called: tuple[str, ...]  # functions that are called with one argument
    unused: frozenset[str]  # given a value that nothing reads
    texts: frozenset[str]  # compared with texts, or texts
    keys: tuple[str, ...]  # texts that stand for entries of dicts
    words: tuple[str, ...]  # other short texts
    entries: dict[str, bool]  # entries of dicts, such as `params['W1']`, and whether nothing reads them
    lists: frozenset[str]  # lists that are built up
    callables: tuple[str, ...]  # parameters that are called, or that nothing reads
    grafts: tuple[tuple[str, frozenset[str]], ...]  # short expressions of the function, with the names in them

    def at(self, site: Site) -> list[str]:
        """The names that hold a value at a place."""
        line = site.statement.lineno
        held = [name for name, first in self.first.items() if first < line or name in self.parameters]
        return held + [name for name, (start, end) in self.loops.items() if start <= line <= end and name not in held]


def scope_of(function: ast.FunctionDef, code: Code) -> Scope:
    """The names of a function."""
    arguments = function.args
    parameters = tuple(one.arg for one in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs))
    first: dict[str, int] = dict.fromkeys(parameters, 0)
    loops: dict[str, tuple[int, int]] = {}
    loaded: set[str] = set()
    called: set[str] = set()
    functions: set[str] = set()
    texts: set[str] = set()
    keys: dict[str, None] = {}
    counts: set[str] = set()
    lists: set[str] = set()
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in ("range", "zeros", "ones", "empty", "arange", "eye"):
            shape = [part for arg in node.args for part in (arg.elts if isinstance(arg, ast.Tuple) else [arg])]
            counts.update(part.id for part in shape if isinstance(part, ast.Name))
        if isinstance(node, ast.For | ast.comprehension):
            end = node.end_lineno if isinstance(node, ast.For) else max(getattr(part, "end_lineno", 0) for part in ast.walk(node))
            start = node.lineno if isinstance(node, ast.For) else node.target.lineno
            for name in _names(node.target):
                loops[name] = (start, end) if name not in loops else (min(start, loops[name][0]), max(end, loops[name][1]))
            if isinstance(node.iter, ast.Call) and getattr(node.iter.func, "id", "") == "range":
                counts.update(_names(node.target))
            if isinstance(node.iter, ast.Call) and getattr(node.iter.func, "id", "") == "enumerate" and isinstance(node.target, ast.Tuple):
                counts.update(_names(node.target.elts[0]))
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                for name in _names(target):
                    first.setdefault(name, node.lineno)
                    if _is_count(node.value):
                        counts.add(name)
        elif isinstance(node, ast.With | ast.AnnAssign):
            for part in ast.walk(node):
                if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store):
                    first.setdefault(part.id, node.lineno)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            loaded.add(node.id)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("append", "extend", "insert") and isinstance(node.func.value, ast.Name):
            lists.add(node.func.value.id)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            functions.add(node.func.id)
            if len(node.args) == 1 and not node.keywords and node.func.id not in _BUILT_IN:
                called.add(node.func.id)
        elif isinstance(node, ast.Compare) and isinstance(node.left, ast.Name) and any(isinstance(one, ast.Constant) and isinstance(one.value, str) for one in node.comparators):
            texts.add(node.left.id)
        elif isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, str):
            keys[node.slice.value] = None
        elif isinstance(node, ast.Dict):
            keys.update((key.value, None) for key in node.keys if isinstance(key, ast.Constant) and isinstance(key.value, str))
    for one in (function, *(node for node in ast.walk(function) if isinstance(node, ast.FunctionDef))):
        functions.add(one.name)
    hidden = _MODULES | _BUILT_IN | code.defined | (functions - set(parameters))
    first = {name: line for name, line in first.items() if name not in hidden}
    loops = {name: lines for name, lines in loops.items() if name not in hidden and name not in first}
    unused = frozenset(name for name in (*first, *loops) if name not in loaded and name != "_")
    entries = _entries(function, parameters)
    keys.update((text.split("'")[1], None) for text in entries)
    callables = tuple(name for name in parameters if name in functions or name in unused)
    return Scope(parameters, first, loops, frozenset(counts), tuple(sorted(called)), unused, frozenset(texts), tuple(keys), _words(function), entries, frozenset(lists), callables, _grafts(function, code, hidden))


def _words(function: ast.FunctionDef) -> tuple[str, ...]:
    texts = {node.value: None for node in ast.walk(function) if isinstance(node, ast.Constant) and isinstance(node.value, str) and 0 < len(node.value) <= 20}
    return tuple(texts)[:12]


def _grafts(function: ast.FunctionDef, code: Code, hidden: frozenset[str]) -> tuple[tuple[str, frozenset[str]], ...]:
    found: dict[str, frozenset[str]] = {}
    for node in ast.walk(function):
        if isinstance(node, ast.BinOp | ast.Call) and sum(1 for _ in ast.walk(node)) <= 16:
            names = frozenset(part.id for part in ast.walk(node) if isinstance(part, ast.Name)) - hidden
            if names and not any(isinstance(part, ast.JoinedStr | ast.comprehension) for part in ast.walk(node)):
                found[f"({code.segment(node)})"] = names
    return tuple(found.items())[:24]


def _entries(function: ast.FunctionDef, parameters: tuple[str, ...]) -> dict[str, bool]:
    """The entries of the dicts handed in, with those that differ from them in a digit only: W1, b1 and W2 tell of b2."""
    seen: dict[str, set[str]] = {}
    for node in ast.walk(function):
        if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id in parameters:
            if isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, str) and node.slice.value.isidentifier():
                seen.setdefault(node.value.id, set()).add(node.slice.value)
    found: dict[str, bool] = {}
    for owner, keys in seen.items():
        digits = {digit for key in keys for digit in re.findall(r"\d", key)}
        others = {re.sub(r"\d", digit, key) for key in keys for digit in digits}
        found.update((f"{owner}['{key}']", key not in keys) for key in sorted(keys | others)[:12])
    return found


def _names(target: ast.AST) -> list[str]:
    return [part.id for part in ast.walk(target) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)]


def _is_count(value: ast.AST) -> bool:
    """Whether an expression is plainly the length of something: `len(x)`, `x.shape[0]`, `x.shape`, `x.size`."""
    if isinstance(value, ast.Call):
        return getattr(value.func, "id", "") == "len"
    if isinstance(value, ast.Subscript):
        value = value.value
    if isinstance(value, ast.Tuple):
        return all(_is_count(one) for one in value.elts)
    return isinstance(value, ast.Attribute) and value.attr in ("shape", "size", "ndim")


def alike(one: str, other: str) -> bool:
    """Whether two names are easily taken for each other: they differ by a digit, a leading d, the case or a last letter."""
    plain, other_plain = (re.sub(r"\d|_", "", name).lower() for name in (one, other))
    if plain == other_plain or plain == f"d{other_plain}" or other_plain == f"d{plain}":
        return True
    return len(plain) == len(other_plain) and plain[:1] == other_plain[:1] and len(plain) <= 3
