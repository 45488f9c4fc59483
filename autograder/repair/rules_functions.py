"""What a whole function may lack: a `return`, a copy of what it changes, a check of its arguments, a fresh start."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import combinations

from autograder.repair.code import Code, is_docstring
from autograder.repair.model import Edit
from autograder.repair.rules_statements import added, indent, lines
from autograder.repair.scope import Scope, alike

# Methods that change what they belong to.
_CHANGE = ("add", "append", "extend", "pop", "insert", "sort", "reverse", "update", "setdefault", "fill", "remove", "clear", "resize")


def of_function(function: ast.FunctionDef, code: Code, scope: Scope) -> Iterator[Edit]:
    """What a whole function may lack: a `return`, a copy of what it changes, numbers with a point, a fresh start."""
    body = [one for one in function.body if not is_docstring(one)]
    if not body:
        return
    first, last = body[0], body[-1]
    returns = [node for node in ast.walk(function) if isinstance(node, ast.Return) and node.value is not None]
    if not returns:
        if isinstance(last, ast.Expr):
            yield lines(0.4, "return.missing", last, [(last, f"return {code.segment(last.value)}", 0)], code)
        for rank, name in enumerate(reversed([name for name in scope.first if name not in scope.parameters])):
            yield added(0.5 + 0.3 * rank, "return.missing", last, f"return {name}", True, code)
    changed = _changed_names(function)
    yield from _of_parameters(function, first, code, scope)
    for name in scope.parameters:
        cost = 1.0 if name in changed else 3.8
        if name in scope.texts:
            continue
        there = _changes_of(function, name) or first
        yield _told_at(there, added(cost, "copy", first, f"{name} = {name}.copy()", False, code))
        yield added(cost + 2.0, "dtype", first, f"{name} = np.array({name}, dtype=float)", False, code)
        yield _told_at(there, added(cost + 1.5, "copy", first, f"{name} = [_one.copy() for _one in {name}]", False, code))
    if any(name in changed for name in scope.parameters) or not scope.parameters:
        names = ", ".join(name for name in scope.parameters if name not in scope.texts)
        there = next((one for one in (_changes_of(function, name) for name in scope.parameters) if one is not None), first)
        if names:
            yield _told_at(there, added(1.6, "copy", first, f"import copy as _copy\n{names} = _copy.deepcopy(({names},))" + ("[0]" if "," not in names else ""), False, code))
    for name, value in code.containers.items():
        if name in changed or any(isinstance(node, ast.Global) and name in node.names for node in ast.walk(function)):
            yield _told_at(_changes_of(function, name) or first, added(1.0, "state", first, f"{name} = {value}", False, code))
    defaults = dict(zip(reversed(scope.parameters), reversed([*function.args.defaults, *(one for one in function.args.kw_defaults if one)]), strict=False))
    for name, value in defaults.items():
        if isinstance(value, ast.List | ast.Dict | ast.Call | ast.Set):
            yield _told_at(_changes_of(function, name) or first, added(0.8, "state", first, f"{name} = {code.segment(value)}", False, code))


def _of_parameters(function: ast.FunctionDef, first: ast.stmt, code: Code, scope: Scope) -> Iterator[Edit]:
    """Parameters taken for each other, without their largest entry taken off, or not looked at before they are used."""
    text = code.segment(function)
    arguments = [one for one in function.args.args if one.arg not in scope.texts]
    for one, other in list(combinations(arguments, 2))[:15]:
        yield Edit(2.8 if alike(one.arg, other.arg) else 3.6, "argument.order", one, ((*code.span(one), other.arg), (*code.span(other), one.arg)))
    for name in scope.callables:
        for call in ast.walk(function):
            if name in scope.unused and isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id not in ("len", "range", "float"):
                start = code.line_span(first)[0]
                yield Edit(2.0, "name", call, ((start, start, f"{indent(first)}{call.func.id} = {name}\n"),))
    for name in [one.arg for one in arguments][:5]:
        if "exp(" in text:
            for shift in (f"{name}.max(axis=1, keepdims=True)", f"{name}.max()", f"{name}.max(axis=-1, keepdims=True)"):
                yield _told_at(_where_exp_is(function) or first, added(2.4, "shift", first, f"{name} = {name} - {shift}", False, code))
        yield added(4.2, "operand.transposed", first, f"{name} = {name}.T", False, code)
    pairs = list(combinations([one.arg for one in arguments], 2))[:6]
    for one, other in pairs:
        yield added(3.4, "guard", first, f"if {one}.shape != {other}.shape:\n    raise ValueError", False, code)
        yield added(3.8, "guard", first, f"if np.any({one} < 0) or np.any({one} >= {other}):\n    raise ValueError", False, code)


def _told_at(node: ast.AST, edit: Edit) -> Edit:
    return Edit(edit.cost, edit.aspect, node, edit.splices, edit.move)


def _where_exp_is(function: ast.FunctionDef) -> ast.AST | None:
    return next((node for node in ast.walk(function) if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "exp"), None)


def _changes_of(function: ast.FunctionDef, name: str) -> ast.stmt | None:
    """The first statement that changes what a name stands for in place, also through another name for it or for its items."""
    names = {name}
    for node in sorted((one for one in ast.walk(function) if isinstance(one, ast.stmt)), key=lambda one: one.lineno):
        if isinstance(node, ast.Assign | ast.For):
            target, value = (node.targets[0], node.value) if isinstance(node, ast.Assign) else (node.target, node.iter)
            if isinstance(target, ast.Name) and isinstance(value, ast.Name) and value.id in names:
                names.add(target.id)
        if _changed_in(node) & names:
            return node
    return None


def _changed_in(statement: ast.stmt) -> set[str]:
    """The names whose objects a statement changes by an assignment, a method of theirs, or as the place for a result."""
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call) and isinstance(statement.value.func, ast.Attribute):
        parts = [statement.value.func.value] if statement.value.func.attr in _CHANGE else []
    elif isinstance(statement, ast.AugAssign):
        parts = [statement.target]
    else:
        parts = [one for one in getattr(statement, "targets", []) if isinstance(one, ast.Subscript | ast.Attribute)]
    if isinstance(statement, ast.Assign | ast.Expr | ast.Return):
        parts = [*parts, *(one.value for one in ast.walk(statement) if isinstance(one, ast.keyword) and one.arg == "out")]
    return {next((part.id for part in ast.walk(one) if isinstance(part, ast.Name)), "") for one in parts}


def _changed_names(function: ast.FunctionDef) -> set[str]:
    """Names of things that a function changes in place, also through another name for the same thing."""
    changed: set[str] = set()
    other_names: dict[str, str] = {}
    for node in ast.walk(function):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AugAssign) else []
        for target in targets:
            if isinstance(target, ast.Subscript | ast.Attribute) or isinstance(node, ast.AugAssign):
                while isinstance(target, ast.Subscript | ast.Attribute):
                    target = target.value
                if isinstance(target, ast.Name):
                    changed.add(target.id)
            elif isinstance(target, ast.Name) and isinstance(node, ast.Assign):
                source = node.value
                while isinstance(source, ast.Subscript | ast.Attribute) or isinstance(source, ast.Call) and isinstance(source.func, ast.Attribute):
                    source = source.func.value if isinstance(source, ast.Call) else source.value
                if isinstance(source, ast.Name):
                    other_names[target.id] = source.id
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name):
            if node.func.attr in (*_CHANGE, "shuffle", "get"):
                changed.add(node.func.value.id)
        if isinstance(node, ast.keyword) and node.arg == "out" or isinstance(node, ast.Call) and getattr(node.func, "attr", "") in ("shuffle", "copyto", "put", "fill_diagonal"):
            changed.update(part.id for part in ast.walk(node) if isinstance(part, ast.Name))
    return changed | {other_names[name] for name in changed if name in other_names}
