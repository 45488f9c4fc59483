"""What could stand in the place of a sum, product, fraction, power, sign, comparison or number."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.repair.code import Site
from autograder.repair.model import Change
from autograder.repair.text import Place

_OPPOSITE = {
    ast.Lt: ((">", 1.8), ("<=", 2.0), (">=", 2.5), ("==", 4.0), ("!=", 4.4)),
    ast.LtE: (("<", 1.8), (">=", 2.2), (">", 2.5), ("==", 3.6)),
    ast.Gt: (("<", 1.8), (">=", 2.0), ("<=", 2.5), ("!=", 3.6), ("==", 4.4)),
    ast.GtE: ((">", 1.8), ("<=", 2.2), ("<", 2.5), ("==", 3.6)),
    ast.Eq: (("!=", 2.5), (">=", 4.0), ("<=", 4.0)),
    ast.NotEq: (("==", 2.5),),
    ast.In: (("not in", 3.0),),
    ast.NotIn: (("in", 3.0),),
}
_SIGNS = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!="}
SMALL = 1e-2


def of_operation(site: Site, place: Place) -> Iterator[Change]:
    """Other operations for `a op b`."""
    node = site.node
    if not isinstance(node, ast.BinOp):
        return
    left, right = place.tight(node.left), place.tight(node.right)
    op = type(node.op)
    if op in (ast.Add, ast.Sub):
        other = "-" if op is ast.Add else "+"
        yield Change(1.6, "sign", f"{left} {other} {right}", "sign")
        yield Change(2.3 if op is ast.Sub else 4.0, "sign", f"{right} - {left}", "turned")
        tiny = isinstance(node.right, ast.Constant) and isinstance(node.right.value, float) and 0 < abs(node.right.value) <= SMALL
        yield Change(0.6 if tiny else 2.6, "term.epsilon" if tiny else "term.extra", left, "dropped right")
        yield Change(3.8, "term.extra", right if op is ast.Add else f"-{right}", "dropped left")
        if op is ast.Sub:
            yield Change(4.2, "term.extra", right, "dropped left and sign")
        yield Change(3.2, "operator", f"{left} * {right}", "+*")
        yield Change(5.0, "operator", f"{left} / {right}", "+/")
        yield Change(5.0, "operator", f"{left} @ {right}", "+@")
    if op in (ast.Mult, ast.MatMult):
        yield Change(2.4, "factor.extra", left, "dropped right")
        yield Change(2.4, "factor.extra", right, "dropped left")
        yield Change(3.4, "operator", f"{left} + {right}", "*+")
        yield Change(4.4, "operator", f"{left} - {right}", "*-")
    if op is ast.Mult:
        yield Change(2.6, "operator", f"{left} / {right}", "*/")
        yield Change(3.0, "product", f"{left} @ {right}", "*@")
        yield Change(4.6, "product", f"{right} @ {left}", "*@")
        yield Change(4.4, "product", f"np.outer({left}, {right})", "*outer")
    if op in (ast.Mult, ast.MatMult):
        yield from _products(left, right, op)
    if op in (ast.Div, ast.FloorDiv):
        yield Change(2.4, "factor.extra", left, "dropped right")
        yield Change(2.4, "operator", f"{left} * {right}", "/*")
        yield Change(3.2, "operator", f"{right} / {left}", "turned")
        yield Change(1.5 if op is ast.FloorDiv else 4.5, "division", f"{left} {'/' if op is ast.FloorDiv else '//'} {right}", "//")
    if op is ast.FloorDiv:
        yield Change(2.5, "division", f"-(-{left} // {right})", "up")
    if op is ast.Pow:
        yield Change(2.4, "power", left, "dropped")
        yield Change(4.0, "operator", f"{left} * {right}", "**")
        yield Change(4.0, "operator", f"{right} ** {left}", "turned")
    if op is ast.Mod:
        yield Change(3.0, "operator", f"{left} // {right}", "%")
        yield Change(3.0, "term.extra", left, "%")
    yield from _brackets(node, place)


def _products(left: str, right: str, op: type) -> Iterator[Change]:
    """The same two operands in another product of matrices."""
    if op is ast.MatMult:
        yield Change(2.4, "operand.order", f"{right} @ {left}", "order")
        yield Change(3.2, "product", f"{left} * {right}", "@*")
        yield Change(4.4, "product", f"np.outer({left}, {right})", "@outer")
        base = 2.6
    else:
        base = 4.6
    flipped_left, flipped_right = _flipped(left), _flipped(right)
    yield Change(base, "operand.transposed", f"{flipped_left} @ {right}", "T left")
    yield Change(base, "operand.transposed", f"{left} @ {flipped_right}", "T right")
    yield Change(base + 0.8, "operand.transposed", f"{flipped_right} @ {left}", "T order")
    yield Change(base + 0.8, "operand.transposed", f"{right} @ {flipped_left}", "T order")
    yield Change(base + 1.2, "operand.transposed", f"{flipped_right} @ {flipped_left}", "T order")


def _flipped(text: str) -> str:
    return text[:-2] if text.endswith(".T") else f"{text}.T"


def _brackets(node: ast.BinOp, place: Place) -> Iterator[Change]:
    """The same signs with other brackets."""
    one, other, op = node.left, node.right, place.sign(node.op)
    cost = 3.2
    if isinstance(one, ast.BinOp):
        a, b, inner = place.tight(one.left), place.tight(one.right), place.sign(one.op)
        yield Change(cost, "brackets", f"{a} {inner} ({b} {op} {place.tight(other)})", "brackets")
        if inner in "+-" and op in "+-":
            yield Change(cost + 0.8, "brackets", f"{a} * ({b} {op} {place.tight(other)})", "brackets *")
    if isinstance(other, ast.BinOp):
        b, c, inner = place.tight(other.left), place.tight(other.right), place.sign(other.op)
        yield Change(cost, "brackets", f"({place.tight(one)} {op} {b}) {inner} {c}", "brackets")
    if isinstance(one, ast.Call) and isinstance(other, ast.Call) and place.text(one.func) == place.text(other.func) and one.args and other.args:
        rest = [place.text(arg) for arg in (*one.args[1:], *one.keywords)]
        inner = f"{place.tight(one.args[0])} {op} {place.tight(other.args[0])}"
        yield Change(cost - 1.0, "brackets", f"{place.text(one.func)}({', '.join([inner, *rest])})", "calls together")
    for call, rest, shape in ((one, other, "{call} {op} {rest}"), (other, one, "{rest} {op} {call}")):
        if isinstance(call, ast.Call) and call.args and place.name(call) not in ("len", "range"):
            done = shape.format(call=place.tight(call.args[0]), op=op, rest=place.tight(rest))
            others = [place.text(arg) for arg in (*call.args[1:], *call.keywords)]
            yield Change(cost + 0.4, "brackets", f"{place.text(call.func)}({', '.join([done, *others])})", "into call")
        elif isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and not place.is_module(call.func.value):
            done = shape.format(call=place.tight(call.func.value), op=op, rest=place.tight(rest))
            others = [place.text(arg) for arg in (*call.args, *call.keywords)]
            yield Change(cost + 0.4, "brackets", f"({done}).{call.func.attr}({', '.join(others)})", "into call")


def of_sign(site: Site, place: Place) -> Iterator[Change]:
    """A sign or `not` less, or more."""
    node = site.node
    if isinstance(node, ast.UnaryOp):
        number = "order" if site.field == "step" else "index" if place.is_index(site) else "sign"
        yield Change(1.5 if isinstance(node.op, ast.USub) else 2.5, number if isinstance(node.op, ast.USub) else "condition", place.tight(node.operand), "unary")
    if place.is_number(site) and not isinstance(node, ast.UnaryOp):
        whole = place.is_whole(site)
        yield Change(2.6 if whole else 3.6, "sign", f"-{place.tight(node)}", "negated")
        yield Change(3.8 if whole else 4.4, "complement", f"1 - {place.tight(node)}", "complement")
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub) and isinstance(node.left, ast.Constant) and node.left.value == 1:
        yield Change(2.8, "complement", place.tight(node.right), "complement")


def of_comparison(site: Site, place: Place) -> Iterator[Change]:
    """Other comparisons, conditions the other way round, `and` for `or`."""
    node = site.node
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        left, right = place.tight(node.left), place.tight(node.comparators[0])
        border = {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}
        for other, cost in _OPPOSITE.get(type(node.ops[0]), ()):
            strict = border.get(_SIGNS.get(type(node.ops[0]), "")) == other
            yield Change(cost, "comparison.border" if strict else "comparison", f"{left} {other} {right}", f"cmp {other}")
        if isinstance(node.comparators[0], ast.Constant) and node.comparators[0].value == 0 and place.is_expression(node.left):
            yield Change(4.5, "comparison", f"{left} > 0", "cmp")
        for sign in ("<", ">"):
            yield Change(5.0, "comparison", f"np.abs({left}) {sign} {right}", "cmp abs")
    if isinstance(node, ast.BoolOp):
        other = " and " if isinstance(node.op, ast.Or) else " or "
        yield Change(2.5, "condition", other.join(place.tight(one) for one in node.values), "bool")
        if len(node.values) == 2:
            yield Change(3.2, "condition", place.tight(node.values[0]), "bool left")
            yield Change(3.2, "condition", place.tight(node.values[1]), "bool right")
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitAnd | ast.BitOr):
        other = "|" if isinstance(node.op, ast.BitAnd) else "&"
        yield Change(2.5, "condition", f"{place.tight(node.left)} {other} {place.tight(node.right)}", "bit")
        yield Change(3.2, "condition", place.tight(node.left), "bit left")
        yield Change(3.2, "condition", place.tight(node.right), "bit right")
    if site.field == "test" and not isinstance(node, ast.UnaryOp):
        yield Change(3.5, "condition", f"not {place.tight(node)}", "not")
    if isinstance(node, ast.IfExp):
        yield Change(2.6, "case", place.tight(node.body), "case body")
        yield Change(2.6, "case", place.tight(node.orelse), "case else")
        yield Change(3.0, "case", f"{place.tight(node.orelse)} if {place.text(node.test)} else {place.tight(node.body)}", "case turned")


def of_constant(site: Site, place: Place) -> Iterator[Change]:
    """Other numbers, or a name in the place of a number that is written out."""
    node = site.node
    if not isinstance(node, ast.Constant) or isinstance(node.value, bool) or not isinstance(node.value, int | float) or place.is_axis(site):
        if isinstance(node, ast.Constant) and isinstance(node.value, bool) and not isinstance(site.parent, ast.keyword):
            yield Change(3.0, "constant", str(not node.value), "bool")
        return
    value = node.value
    if not abs(value) < 1e15:
        return
    index = place.is_index(site)
    whole = float(value).is_integer()
    steps = [(value + 1, 3.0), (value - 1, 3.0)] if whole and abs(value) < 100 else []
    if index:
        steps += [(-1, 3.0), (0, 3.0), (1, 3.2), (2, 4.0), (-2, 4.5)]
    else:
        steps += [(0, 3.5), (1, 3.2), (2, 3.6), (0.5, 3.8), (value * 2, 3.4), (value / 2, 3.4), (-value, 3.2)]
        steps += [(value * 10, 4.2), (value / 10, 4.2), (value * 100, 5.0), (value / 100, 5.0), (value * 1000, 5.2), (3, 4.8), (4, 5.0)]
        if value and not whole:
            steps += [(1 / value, 4.4), (1 - value, 4.4)]
        if abs(value - 3.14159265) < 0.01 and value != 3.141592653589793:
            yield Change(0.5, "constant", "np.pi", "pi")
        if isinstance(site.parent, ast.BinOp) and "pi" in place.text(site.statement) and value > 2:
            steps += [(180, 2.4), (360, 3.4)]
        if value in (180, 360):
            steps += [(180, 2.5), (360, 2.5)]
        if abs(value) >= 5:
            steps += [(700.0, 5.0), (1e-12, 6.0)]
        if value in (0, 1, -1):
            steps += [(float("inf"), 5.0), (-float("inf"), 5.2)]
    neutral = _neutral(site)
    for other, cost in steps:
        if other != value and other != neutral and abs(other) != float("inf"):
            shown = int(other) if float(other).is_integer() and isinstance(value, int) else other
            yield Change(cost, "index" if index else "constant", repr(shown), f"number {shown}")
        elif abs(other) == float("inf"):
            yield Change(cost, "constant", "np.inf" if other > 0 else "-np.inf", f"number {other}")


def _neutral(site: Site) -> int | None:
    """The number that leaves the other operand as it is, so that what it makes is a term or factor less, and said as such."""
    if isinstance(site.parent, ast.BinOp) and (site.field == "right" or isinstance(site.parent.op, ast.Add | ast.Mult)):
        return 0 if isinstance(site.parent.op, ast.Add | ast.Sub) else 1 if isinstance(site.parent.op, ast.Mult | ast.Div | ast.Pow) else None
    return None


def of_repeats(site: Site, place: Place) -> Iterator[Change]:
    """`[a] * n` once more or less often; a power of a power, whose exponents are multiplied, for one with their sum."""
    node = site.node
    if not isinstance(node, ast.BinOp):
        return
    if isinstance(node.op, ast.Mult):
        for some, count in ((node.left, node.right), (node.right, node.left)):
            if isinstance(some, ast.List | ast.ListComp) and isinstance(count, ast.Name | ast.Call):
                for cost, step in ((2.2, "- 1"), (2.4, "+ 1")):
                    yield Change(cost, "length", f"{place.text(some)} * ({place.text(count)} {step})", f"repeats {step}")
    if isinstance(node.op, ast.Pow) and isinstance(node.left, ast.BinOp) and isinstance(node.left.op, ast.Pow):
        base, one, other = (place.tight(part) for part in (node.left.left, node.left.right, node.right))
        yield Change(2.4, "power", f"{base} ** ({one} + {other})", "powers")


RULES = (of_operation, of_sign, of_comparison, of_constant, of_repeats)
