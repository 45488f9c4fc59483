"""One mistake in two places: what should stand here stands there, and the other way round."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import combinations

from autograder.repair.code import Code, blocks
from autograder.repair.model import Edit
from autograder.repair.rules_statements import indent, lines
from autograder.repair.scope import Scope
from autograder.repair.text import Place

_MOST = 15


def of_exchanges(function: ast.FunctionDef, code: Code, scope: Scope, place: Place) -> Iterator[Edit]:
    """Two parts of a function in each other's place, or a sign or start value that goes with another operation."""
    for statement in ast.walk(function):
        if isinstance(statement, ast.Assign | ast.AugAssign | ast.Return) and statement.value is not None:
            yield from _names_exchanged(statement, code, scope)
            yield from _sign_elsewhere(statement, code)
    yield from _branches(function, code)
    for block in blocks(function):
        yield from _sides(block.statements, code)
        yield from _built_up(block.statements, code)
    yield from _tested(function, code)


def _names_exchanged(statement: ast.stmt, code: Code, scope: Scope) -> Iterator[Edit]:
    found: dict[str, list[ast.Name]] = {}
    for node in ast.walk(statement.value):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and (node.id in scope.first or node.id in scope.loops):
            found.setdefault(node.id, []).append(node)
    for one, other in list(combinations(found, 2))[:_MOST]:
        splices = [(*code.span(node), other) for node in found[one]] + [(*code.span(node), one) for node in found[other]]
        yield Edit(3.4, "argument.order", found[one][0], tuple(sorted(splices)), f"{one} for {other}")


def _sign_elsewhere(statement: ast.stmt, code: Code) -> Iterator[Edit]:
    """The minus of one item of a list at another item."""
    items = [one for node in ast.walk(statement.value) if isinstance(node, ast.List | ast.Tuple) for one in node.elts if not isinstance(one, ast.List | ast.Tuple)]
    for minus in items:
        if isinstance(minus, ast.UnaryOp) and isinstance(minus.op, ast.USub):
            for other in items:
                if not isinstance(other, ast.UnaryOp):
                    yield Edit(2.8, "sign", minus, ((*code.span(minus), code.segment(minus.operand)), (*code.span(other), f"-({code.segment(other)})")), "")


def _branches(function: ast.FunctionDef, code: Code) -> Iterator[Edit]:
    """What two cases give, exchanged: the values of the last statements of two branches."""
    ends = []
    for node in ast.walk(function):
        if isinstance(node, ast.If):
            for body in (node.body, node.orelse):
                if body and isinstance(body[-1], ast.Return | ast.Assign) and body[-1].value is not None:
                    ends.append(body[-1])
    for one, other in list(combinations(ends, 2))[:_MOST]:
        if type(one) is type(other):
            yield _exchanged(3.6, "case", one.value, other.value, code)


def _sides(statements: list[ast.stmt], code: Code) -> Iterator[Edit]:
    """The right sides of two assignments exchanged."""
    assigned = [one for one in statements if isinstance(one, ast.Assign) and len(one.targets) == 1]
    for one, other in list(combinations(assigned, 2))[:_MOST]:
        if not isinstance(one.value, ast.Constant) or not isinstance(other.value, ast.Constant):
            yield _exchanged(4.4, "name", one.value, other.value, code)


def _tested(function: ast.FunctionDef, code: Code) -> Iterator[Edit]:
    """Two words or numbers that are compared with, exchanged."""
    constants = [node.comparators[0] for node in ast.walk(function) if isinstance(node, ast.Compare) and isinstance(node.comparators[0], ast.Constant)]
    for one, other in list(combinations(constants, 2))[:_MOST]:
        if one.value != other.value:
            yield _exchanged(3.6, "text" if isinstance(one.value, str) else "constant", one, other, code)


def _exchanged(cost: float, aspect: str, one: ast.AST, other: ast.AST, code: Code) -> Edit:
    (start, end), (start_2, end_2) = code.span(one), code.span(other)
    return Edit(cost, aspect, one, ((start, end, f"({code.segment(other)})"), (start_2, end_2, f"({code.segment(one)})")))


def _built_up(statements: list[ast.stmt], code: Code) -> Iterator[Edit]:
    """A product for a sum that is built up in a loop, with the start that goes with it, and the other way round."""
    for i, start in enumerate(statements):
        if not (isinstance(start, ast.Assign) and isinstance(start.targets[0], ast.Name) and isinstance(start.value, ast.Constant) and start.value.value in (0, 1)):
            continue
        name = start.targets[0].id
        for loop in statements[i + 1 :]:
            for node in ast.walk(loop):
                if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name) and node.target.id == name and isinstance(node.op, ast.Add | ast.Mult):
                    sign, first = ("*", "1") if isinstance(node.op, ast.Add) else ("+", "0")
                    change = lines(3.0, "accumulate", node, [(node, f"{name} {sign}= {code.segment(node.value)}", 0)], code)
                    yield Edit(3.0, "accumulate", node, ((*code.span(start.value), first), *change.splices))


def of_loops(function: ast.FunctionDef, code: Code, scope: Scope) -> Iterator[Edit]:
    """What is built up in an inner loop: a term that belongs to the outer one, an index too many."""
    for outer in ast.walk(function):
        if not isinstance(outer, ast.For):
            continue
        for loop in outer.body:
            for node in loop.body if isinstance(loop, ast.For) else ():
                if isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Add | ast.Sub) and isinstance(node.value, ast.BinOp) and isinstance(node.value.op, ast.Add | ast.Sub):
                    target, left, right = (code.segment(part) for part in (node.target, node.value.left, node.value.right))
                    at = code.line_span(loop)[1]
                    for inside, outside in ((left, right), (right, left)):
                        yield Edit(2.8, "step.loop", node, ((*code.span(node.value), inside), (at, at, f"{indent(loop)}{target} += {outside}\n")))
    for node in ast.walk(function):
        if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Subscript):
            yield Edit(3.2, "index", node, ((*code.span(node.target), code.segment(node.target.value)),), "target without index")
            yield Edit(4.0, "index", node, ((*code.span(node.target.slice), ":"),), "target everywhere")
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Tuple):
            for part in node.targets[0].elts:
                if isinstance(part, ast.Name):
                    at = code.line_span(node)[1]
                    yield Edit(3.8, "operand.transposed", node, ((at, at, f"{indent(node)}{part.id} = {part.id}.T\n"),), "turned after")
