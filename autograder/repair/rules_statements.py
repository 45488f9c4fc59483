"""What could be done with whole statements: left out, built up, moved, exchanged; results in another order."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import combinations

from autograder.repair.code import Block, Code, is_docstring
from autograder.repair.model import Edit
from autograder.repair.scope import Scope, alike

_INVERSE = {ast.Add: "-=", ast.Sub: "+=", ast.Mult: "/=", ast.Div: "*="}
_AUGMENTED = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.MatMult: "@", ast.Pow: "**", ast.FloorDiv: "//", ast.Mod: "%", ast.BitAnd: "&", ast.BitOr: "|"}
_MOST_ASKED = 3
_SIMPLE = ast.Assign | ast.AugAssign | ast.Expr | ast.Return | ast.Continue | ast.Break


def of_block(block: Block, code: Code, scope: Scope) -> Iterator[Edit]:
    """Changes of one list of statements."""
    for i, statement in enumerate(block.statements):
        if is_docstring(statement) or _is_elif(block, code, statement):
            continue
        if not isinstance(statement, ast.Return | ast.Raise | ast.FunctionDef | ast.Pass):
            yield lines(3.0, "step.extra", statement, [(statement, "pass", 0)], code)
        if isinstance(statement, ast.If):
            yield from _of_if(statement, code)
        if isinstance(statement, ast.For):
            yield from _of_loop(statement, block, code)
        if isinstance(statement, ast.AugAssign):
            yield from _of_augmented(statement, block, code, scope)
            yield from _in_one_case(statement, block, code)
        if isinstance(statement, ast.Assign):
            yield from _of_assigned(statement, block, code, scope)
        if isinstance(statement, ast.Return):
            yield from _of_return(statement, code, scope)
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
            yield from _of_dropped(statement, code, scope)
        for j in range(i + 1, min(i + 4, len(block.statements))):
            later = block.statements[j]
            if isinstance(statement, _SIMPLE) and isinstance(later, _SIMPLE | ast.If | ast.For) and not isinstance(later, ast.Return):
                yield _moved(3.0 + 0.6 * (j - i - 1), statement, [later], after=True, code=code)
            if j > i + 1 and isinstance(later, _SIMPLE) and isinstance(statement, _SIMPLE | ast.If | ast.For):
                yield _moved(3.6 + 0.6 * (j - i - 1), later, [statement], after=False, code=code)
        if isinstance(statement, ast.Break | ast.Continue):
            yield lines(3.0, "step.order", statement, [(statement, "continue" if isinstance(statement, ast.Break) else "break", 0)], code)
    yield from _across(block, code)


def indent(statement: ast.stmt) -> str:
    """The blanks before a statement."""
    return " " * statement.col_offset


def _text(statement: ast.stmt, code: Code) -> str:
    """The lines of a statement, without its indentation."""
    start, end = code.line_span(statement)
    lines = code.text[start:end].decode().rstrip("\n").split("\n")
    return "\n".join(line[statement.col_offset :] for line in lines)


def _indented(text: str, indent: str) -> str:
    return "".join(f"{indent}{line}\n" for line in text.split("\n"))


def lines(cost: float, aspect: str, node: ast.stmt, changes: list[tuple[ast.stmt, str, int]], code: Code, move: str = "") -> Edit:
    """An edit that gives some statements other lines; of each: the statement, its text, how many columns it moves."""
    splices = tuple((*code.line_span(one), _indented(text, " " * (one.col_offset + shift)) if text else "") for one, text, shift in changes)
    return Edit(cost, aspect, node, splices, move)


def added(cost: float, aspect: str, node: ast.stmt, text: str, after: bool, code: Code) -> Edit:
    """An edit that adds the statements of `text` before or after a statement."""
    at = code.line_span(node)[1 if after else 0]
    return Edit(cost, aspect, node, ((at, at, _indented(text, indent(node))),))


def _moved(cost: float, statement: ast.stmt, over: list[ast.stmt], after: bool, code: Code) -> Edit:
    start, end = code.line_span(statement)
    at = code.line_span(over[-1])[1] if after else code.line_span(over[0])[0]
    return Edit(cost, "step.order", statement, ((start, end, ""), (at, at, _indented(_text(statement, code), indent(over[0])))))


def _is_elif(block: Block, code: Code, statement: ast.stmt) -> bool:
    return isinstance(statement, ast.If) and code.text[code.span(statement)[0] :].startswith(b"elif")


def _of_if(statement: ast.If, code: Code) -> Iterator[Edit]:
    """A case that is none: what is done in it is done always, or never."""
    body = "\n".join(_text(one, code) for one in statement.body)
    yield lines(3.0, "case", statement, [(statement, body, 0)], code)
    if statement.orelse and not (len(statement.orelse) == 1 and isinstance(statement.orelse[0], ast.If)):
        orelse = "\n".join(_text(one, code) for one in statement.orelse)
        yield lines(2.8, "case", statement, [(statement, orelse, 0)], code)


def _in_one_case(statement: ast.AugAssign, block: Block, code: Code) -> Iterator[Edit]:
    """What is done in every case, only where a condition holds that another statement beside it asks for."""
    asked = {code.segment(node.test): None for one in block.statements if one is not statement for node in ast.walk(one) if isinstance(node, ast.If | ast.IfExp)}
    body = _indented(_text(statement, code), "    ").rstrip("\n")
    for test in list(asked)[:_MOST_ASKED]:
        for condition, cost in ((test, 2.8), (f"not ({test})", 3.6)):
            yield lines(cost, "step.case", statement, [(statement, f"if {condition}:\n{body}", 0)], code)


def _of_loop(loop: ast.For, block: Block, code: Code) -> Iterator[Edit]:
    if isinstance(loop.target, ast.Tuple) and len(loop.target.elts) == 2:
        one, other = (code.segment(part) for part in loop.target.elts)
        yield Edit(4.0, "argument.order", loop, ((*code.span(loop.target), f"({other}, {one})"),))


def _of_augmented(statement: ast.AugAssign, block: Block, code: Code, scope: Scope) -> Iterator[Edit]:
    target, value = code.segment(statement.target), code.segment(statement.value)
    op = _AUGMENTED.get(type(statement.op))
    if op is None:
        return
    yield lines(2.6, "accumulate", statement, [(statement, f"{target} = {value}", 0)], code, "+= =")
    name = statement.target.id if isinstance(statement.target, ast.Name) else ""
    yield lines(1.4 if name else 3.4, "copy", statement, [(statement, f"{target} = {target} {op} ({value})", 0)], code, "in place")
    for other, cost in {"+": (("-", 1.6), ("*", 3.4)), "-": (("+", 1.6), ("/", 4.5)), "*": (("+", 3.0), ("/", 2.4)), "/": (("*", 2.4),)}.get(op, ()):
        aspect = "sign" if other in "+-" and op in "+-" else "operator"
        yield lines(cost, aspect, statement, [(statement, f"{target} {other}= {value}", 0)], code, f"aug {op}{other}")
    inverse = _INVERSE.get(type(statement.op))
    if inverse and isinstance(statement.target, ast.Subscript):
        i = block.statements.index(statement)
        for later in block.statements[i + 1 :][:5]:
            yield added(3.4, "step.undone", later, f"{target} {inverse} {value}", True, code)
            yield added(3.8, "step.undone", later, f"{target} {op}= {value}", True, code)


def _of_assigned(statement: ast.Assign, block: Block, code: Code, scope: Scope) -> Iterator[Edit]:
    if len(statement.targets) != 1:
        return
    target, value = statement.targets[0], code.segment(statement.value)
    text = code.segment(target)
    if isinstance(target, ast.Name | ast.Subscript):
        inside = block.loop is not None
        yield lines(1.6 if inside else 4.4, "accumulate", statement, [(statement, f"{text} += {value}", 0)], code, "= +=")
        if inside:
            yield lines(3.8, "accumulate", statement, [(statement, f"{text} -= {value}", 0)], code, "= -=")
            yield lines(3.8, "accumulate", statement, [(statement, f"{text} *= {value}", 0)], code, "= *=")
    if isinstance(target, ast.Name):
        for name in scope.first:
            if name != target.id and (alike(name, target.id) or name in scope.unused):
                yield Edit(3.8, "name", statement, ((*code.span(target), name),), f"to {name}")
    if isinstance(target, ast.Tuple | ast.List):
        parts = [code.segment(part) for part in target.elts]
        for changed in _exchanged(parts):
            yield Edit(2.8, "unpacked.order", statement, ((*code.span(target), ", ".join(changed)),), "unpacked")
        if isinstance(statement.value, ast.Tuple) and len(parts) == len(statement.value.elts) > 1:
            values = [code.segment(part) for part in statement.value.elts]
            for order in (range(len(parts)), reversed(range(len(parts)))):
                single = "\n".join(f"{parts[i]} = {values[i]}" for i in order)
                yield lines(3.2, "step.order", statement, [(statement, single, 0)], code)
    following = block.statements[block.statements.index(statement) + 1 :][:1]
    for later in following:
        if isinstance(later, ast.Assign) and len(later.targets) == 1 and isinstance(target, ast.Name | ast.Subscript) and isinstance(later.targets[0], ast.Name | ast.Subscript):
            both = f"{text}, {code.segment(later.targets[0])} = {value}, {code.segment(later.value)}"
            yield lines(3.4, "step.order", statement, [(statement, both, 0), (later, "", 0)], code)


def _exchanged(parts: list[str]) -> Iterator[list[str]]:
    for i, j in list(combinations(range(len(parts)), 2))[:6]:
        changed = list(parts)
        changed[i], changed[j] = changed[j], changed[i]
        yield changed
    if 3 <= len(parts) <= 5:
        yield [*parts[1:], parts[0]]
        yield [parts[-1], *parts[:-1]]
    if len(parts) > 3:
        yield parts[::-1]


def _of_dropped(statement: ast.Expr, code: Code, scope: Scope) -> Iterator[Edit]:
    """What a call returns is given a name: `x.clip(0)` alone leaves x as it is. What is printed is returned."""
    called, text = statement.value, code.segment(statement.value)
    if getattr(called.func, "id", "") == "print" and called.args:
        yield lines(0.5, "return.missing", statement, [(statement, f"return {code.segment(called.args[0])}", 0)], code)
    inside = [part.id for part in ast.walk(called) if isinstance(part, ast.Name) and (part.id in scope.first or part.id in scope.loops)]
    for rank, name in enumerate(dict.fromkeys(inside)):
        yield lines(1.0 + 0.5 * rank, "result.dropped", statement, [(statement, f"{name} = {text}", 0)], code)


def _of_return(statement: ast.Return, code: Code, scope: Scope) -> Iterator[Edit]:
    value = statement.value
    if isinstance(value, ast.Tuple):
        parts = [code.segment(part) for part in value.elts]
        for changed in _exchanged(parts):
            yield lines(2.0, "returned.order", statement, [(statement, f"return ({', '.join(changed)})", 0)], code)
        for i in range(len(parts)):
            rest = parts[:i] + parts[i + 1 :]
            yield lines(3.8, "returned", statement, [(statement, f"return {rest[0] if len(rest) == 1 else '(' + ', '.join(rest) + ')'}", 0)], code)
    if isinstance(value, ast.Dict) and all(value.keys):
        keys, parts = [code.segment(key) for key in value.keys], [code.segment(part) for part in value.values]
        for changed in _exchanged(parts):
            text = ", ".join(f"{key}: {part}" for key, part in zip(keys, changed, strict=True))
            yield lines(2.8, "returned.order", statement, [(statement, f"return {{{text}}}", 0)], code)
        yield lines(2.6, "returned", statement, [(statement, f"return ({', '.join(parts)},)", 0)], code)
        present = {getattr(key, "value", "") for key in value.keys}
        for name in (*scope.first, *scope.loops):
            if name not in present and name not in scope.texts:
                text = ", ".join([*(f"{key}: {part}" for key, part in zip(keys, parts, strict=True)), f"{name!r}: {name}"])
                yield lines(2.8 if len(name) <= 3 else 4.0, "returned", statement, [(statement, f"return {{{text}}}", 0)], code)
    if value is not None:
        for name in scope.unused:
            if name not in scope.parameters and name in scope.first:
                yield lines(1.8, "returned", statement, [(statement, f"return {name}", 0)], code)
        text = code.segment(value)
        parts = [code.segment(part) for part in value.elts] if isinstance(value, ast.Tuple) else [text]
        for name in scope.first:
            if name in scope.texts or not (name in scope.unused or name not in scope.parameters):
                continue
            cost = 2.6 if name in scope.unused else 4.6
            yield lines(cost, "returned", statement, [(statement, f"return ({', '.join([*parts, name])})", 0)], code)
            yield lines(cost + 0.4, "returned", statement, [(statement, f"return ({', '.join([name, *parts])})", 0)], code)


def _is_count(statement: ast.stmt) -> bool:
    """Whether a statement is `t += 1`."""
    return isinstance(statement, ast.AugAssign) and isinstance(statement.target, ast.Name) and isinstance(statement.value, ast.Constant)


def _across(block: Block, code: Code) -> Iterator[Edit]:
    """Statements that move out of a loop or case, or into one."""
    for i, owner in enumerate(block.statements):
        if not isinstance(owner, ast.For | ast.While | ast.If):
            continue
        loop = not isinstance(owner, ast.If)
        cost = 2.2 if loop else 3.4
        for inner in owner.body:
            if isinstance(inner, ast.Pass | ast.Break | ast.Continue | ast.FunctionDef):
                continue
            keep = [(owner.body[0], owner.body[0])] if len(owner.body) == 1 else []
            start, end = code.line_span(inner)
            hole = f"{indent(inner)}pass\n" if keep else ""
            text = _indented(_text(inner, code), indent(owner))
            before = -0.1 if loop and _is_count(inner) else 0.6  # a step is counted once, whatever else a loop goes through
            for after, extra in ((True, 0.0 if isinstance(inner, ast.Return) else 0.6), (False, before)):
                at = code.line_span(owner)[1 if after else 0]
                if after and at == end:
                    yield Edit(cost + extra, "step.loop" if loop else "step.case", inner, ((start, end, hole + text),))
                else:
                    yield Edit(cost + extra, "step.loop" if loop else "step.case", inner, ((start, end, hole), (at, at, text)))
        for neighbour, at, column in (
            *((block.statements[j], code.line_span(owner.body[0])[0], owner.body[0]) for j in range(max(0, i - 4), i)),
            *((one, code.line_span(owner.body[-1])[1], owner.body[0]) for one in block.statements[i + 1 : i + 3]),
        ):
            if isinstance(neighbour, ast.Assign | ast.AugAssign | ast.Expr) and not is_docstring(neighbour):
                start, end = code.line_span(neighbour)
                text = _indented(_text(neighbour, code), indent(column))
                if at == start:
                    yield Edit(cost, "step.loop" if loop else "step.case", neighbour, ((start, end, text),))
                else:
                    yield Edit(cost, "step.loop" if loop else "step.case", neighbour, ((start, end, ""), (at, at, text)))
