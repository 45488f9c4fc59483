"""What a definition in a course's module rests on: its own source, and that of every definition it may use.

Read from the syntax trees, and on the safe side: whatever cannot be told apart counts as used. A module's statements
are its parts. A part uses the names it mentions that are global in it; a name leads to every part that binds it, and to
every part that changes what it stands for. A statement that is neither a definition, an import nor an assignment may do
anything, so everything in its module rests on it.
"""

from __future__ import annotations

import ast
import hashlib
import json
import symtable
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from autograder.course.modules import module_names, module_path

# Code that looks names up by itself: nobody can tell which.
_LOOKS_ROUND = {"__builtins__", "__import__", "delattr", "eval", "exec", "globals", "importlib", "locals", "setattr", "vars"}
# Methods that leave their object alone; any other may change it.
_HARMLESS = set(
    "all any argmax argmin argsort astype conj copy count cumsum diagonal dot endswith flatten format get index items join keys lower max mean"
    " min nonzero ravel repeat replace reshape round split startswith std strip sum swapaxes take tobytes tolist transpose upper values var".split()
)


@dataclass(frozen=True, slots=True)
class Part:
    """One statement of a module, or one name of an import statement.

    `uses`: (name, attribute) as mentioned, attribute "" for the name by itself. `origin`: for a name from a module of
    the same folder, (module, name there), the name "" if it is the module itself.
    """

    text: str
    binds: frozenset[str] = frozenset()
    changes: frozenset[str] = frozenset()
    uses: frozenset[tuple[str, str]] = frozenset()
    origin: tuple[str, str] | None = None
    loose: bool = False  # runs when the module is imported and binds nothing: may do anything
    unclear: bool = False  # may use anything


class Parts:
    """The parts of the modules in one folder, and in the folder of known mistakes below it; modules by dotted names."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._modules: dict[str, _Module] = {}

    def digest(self, module: str, names: Iterable[str]) -> str:
        """sha256 over the source of `names` in a module and of all they rest on; comments and layout do not count.

        A name the module does not bind rests on everything in the folder, and so does what looks names up by itself.
        """
        found: set[tuple[str, int]] = set()
        waiting = [(module, name, True) for name in names]
        seen = set(waiting)
        while waiting:
            at, name, must = waiting.pop()
            known = self._module(at)
            if name and not known.binds(name):
                if must:
                    return self._everything
                continue  # a name of Python's own
            for number in known.wanted(name) - {number for where, number in found if where == at}:
                if known.parts[number].unclear:
                    return self._everything
                found.add((at, number))
                new = set(known.leads(number)) - seen
                seen |= new
                waiting += new
        return sha256_of([[at, self._module(at).parts[number].text] for at, number in sorted(found)])

    def _module(self, name: str) -> _Module:
        if name not in self._modules:
            self._modules[name] = _Module(name, parts_of(self._text(name), self._names, name))
        return self._modules[name]

    @cached_property
    def _names(self) -> frozenset[str]:
        return module_names(self._folder)

    @cached_property
    def _everything(self) -> str:
        return sha256_of([[name, ast.dump(ast.parse(self._text(name)))] for name in sorted(self._names)])

    def _text(self, name: str) -> str:
        return module_path(self._folder, name).read_text(encoding="utf-8")


class _Module:
    """The parts of one module, found by the names they bind or change."""

    def __init__(self, name: str, parts: tuple[Part, ...]) -> None:
        self.parts = parts
        self._name = name
        self._bound = {one for part in parts for one in part.binds}
        self._loose = {number for number, part in enumerate(parts) if part.loose}
        self._about: dict[str, set[int]] = {}
        for number, part in enumerate(parts):
            for one in part.binds | part.changes:
                self._about.setdefault(one, set()).add(number)
        self._modules = {one: part.origin[0] for part in parts if part.origin and not part.origin[1] for one in part.binds}

    def binds(self, name: str) -> bool:
        return name in self._bound

    def wanted(self, name: str) -> set[int]:
        """The parts a user of a name rests on directly; all of them for the name ""."""
        return self._about[name] | self._loose if name else set(range(len(self.parts)))

    def leads(self, number: int) -> Iterator[tuple[str, str, bool]]:
        """(module, name, whether it must be there): what a part makes its users rest on."""
        part = self.parts[number]
        if part.origin is not None:
            yield *part.origin, True
        for name, attribute in part.uses:
            yield (self._modules[name], attribute, True) if name in self._modules else (self._name, name, False)
        for name in part.changes:
            yield self._name, name, False


def parts_of(text: str, siblings: frozenset[str] = frozenset(), module: str = "") -> tuple[Part, ...]:
    """The parts of a module's source. siblings: the modules that it may import with leading dots; module: its own name."""
    body = ast.parse(text).body
    parts: list[Part] = []
    for number, node in enumerate(body):
        if isinstance(node, ast.Import | ast.ImportFrom):
            parts += [_imported(node, alias, siblings, module) for alias in node.names]
        elif not (number == 0 and isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
            parts.append(_part(node))
    values = {name: node.value for node in body if isinstance(node, ast.Assign | ast.AnnAssign) for name in _bound(node)}
    # An empty list or dict at the top of a module is there to be filled: whoever mentions it may do so.
    fresh = {name for name, value in values.items() if _is_fresh_container(value)}
    return tuple(replace(part, changes=part.changes & set(values) | fresh & {name for name, _ in part.uses}) for part in parts)


def _imported(node: ast.Import | ast.ImportFrom, alias: ast.alias, siblings: frozenset[str], module: str) -> Part:
    text = f"{ast.dump(node) if isinstance(node, ast.Import) else (node.level, node.module)} {alias.name} {alias.asname}"
    bound = frozenset({alias.asname or alias.name.split(".")[0]})
    if alias.name == "*":
        return Part(text, loose=True, unclear=True)
    if isinstance(node, ast.Import) or node.level == 0:
        return Part(text, bound)
    folders = module.split(".")[: -node.level]  # a dot is the module's own folder, each further dot one above
    origin = (".".join([*folders, alias.name]), "") if node.module is None else (".".join([*folders, node.module]), alias.name)
    known = node.level <= module.count(".") + 1 and origin[0] in siblings
    return Part(text, bound, origin=origin if known else None, unclear=not known)


def _part(node: ast.stmt) -> Part:
    within = list(ast.walk(node))
    names = _global_names(node)
    read = [one for one in within if isinstance(one, ast.Attribute) and isinstance(one.value, ast.Name)]
    followed = {id(one.value) for one in read}
    uses = {(one.value.id, one.attr) for one in read}
    uses |= {(one.id, "") for one in within if isinstance(one, ast.Name) and id(one) not in followed}
    binds = frozenset(_bound(node))
    return Part(
        text=ast.dump(node),
        binds=binds,
        changes=frozenset(_changed(within) & names) - binds,
        uses=frozenset(use for use in uses if use[0] in names),
        loose=not binds,
        unclear=bool(names & _LOOKS_ROUND) or any(map(_is_unclear, within)),
    )


def _is_unclear(node: ast.AST) -> bool:
    """An import from a neighbour inside of a function, or an attribute looked up by a text that is not written there."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "getattr":
        return len(node.args) < 2 or not isinstance(node.args[1], ast.Constant)
    return isinstance(node, ast.ImportFrom) and node.level > 0


def _global_names(node: ast.stmt) -> set[str]:
    """The names in a statement that are not local to a function in it."""
    top = symtable.symtable(ast.unparse(node), "part", "exec")
    names, waiting = {symbol.get_name() for symbol in top.get_symbols()}, list(top.get_children())
    while waiting:
        table = waiting.pop()
        names |= {symbol.get_name() for symbol in table.get_symbols() if symbol.is_global()}
        waiting += table.get_children()
    return names


def _bound(node: ast.stmt) -> set[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return {node.name}
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    plain = [one for target in targets for one in ([target] if isinstance(target, ast.Name) else getattr(target, "elts", [target]))]
    return {one.id for one in plain if isinstance(one, ast.Name)} if all(isinstance(one, ast.Name) for one in plain) else set()


def _changed(within: list[ast.AST]) -> set[str]:
    """Names whose object a statement may change: stored into, assigned as `global`, asked to do something unknown."""
    changed: set[str] = set()
    for one in within:
        if isinstance(one, ast.Global):
            changed |= set(one.names)
        elif isinstance(one, ast.Attribute | ast.Subscript) and isinstance(one.ctx, ast.Store | ast.Del):
            changed |= _base(one)
        elif isinstance(one, ast.AugAssign):
            changed |= _base(one.target)
        elif isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute) and one.func.attr not in _HARMLESS:
            changed |= _base(one.func.value)
        elif isinstance(one, ast.Call) and isinstance(one.func, ast.Name) and one.func.id == "next" and one.args:
            changed |= _base(one.args[0])
    return changed


def _base(node: ast.expr) -> set[str]:
    while isinstance(node, ast.Attribute | ast.Subscript):
        node = node.value
    return {node.id} if isinstance(node, ast.Name) else set()


def _is_fresh_container(node: ast.expr | None) -> bool:
    if isinstance(node, ast.List | ast.Set | ast.Dict):
        return not getattr(node, "elts", None) and not getattr(node, "keys", None)
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"list", "dict", "set", "defaultdict", "Counter", "deque", "bytearray"}


def sha256_of(parts: list) -> str:
    """The digest of a list of plain JSON values."""
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()
