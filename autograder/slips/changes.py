"""What may stand in the place of an expression: another operation, function, axis, number, or a part of itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.slips.operations import ON_NUMBERS
from autograder.slips.slots import Slot
from autograder.slips.words import Words

_SIBLINGS = {
    "sum": ("mean", "max", "prod"),
    "mean": ("sum", "median", "max"),
    "max": ("min", "sum", "mean"),
    "min": ("max",),
    "argmax": ("argmin",),
    "argmin": ("argmax",),
    "maximum": ("minimum",),
    "minimum": ("maximum",),
    "exp": ("exp2", "expm1"),
    "log": ("log2", "log10", "log1p"),
    "log1p": ("log",),
    "expm1": ("exp",),
    "sin": ("cos",),
    "cos": ("sin",),
    "tanh": ("sin", "arctan"),
    "sqrt": ("square", "cbrt"),
    "square": ("sqrt", "abs"),
    "abs": ("square", "sign"),
    "sign": ("abs",),
    "any": ("all",),
    "all": ("any",),
    "outer": ("dot", "multiply"),
    "std": ("var",),
    "var": ("std",),
    "median": ("mean",),
    "floor": ("ceil", "round"),
    "deg2rad": ("rad2deg",),
    "normal": ("uniform",),
    "zeros": ("ones",),
    "ones": ("zeros",),
    "zeros_like": ("ones_like",),
}
_STEPS = (1, -1)
_FACTORS = (2.0, 0.5, 10.0, 0.1, 100.0, 0.01, 1000.0, 0.001, -1.0)
_SMALL = (1e-12, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 0.01, 0.1, 0.5, 1.0)
_COMPARISONS = {ast.Lt: (ast.LtE, ast.Gt), ast.LtE: (ast.Lt, ast.GtE), ast.Gt: (ast.GtE, ast.Lt), ast.GtE: (ast.Gt, ast.LtE)}


def changes(node: ast.expr, words: Words, slot: Slot) -> Iterator[tuple[str, str, ast.expr]]:
    """(kind, clause, expression) of everything that may stand in the place of `node`, which is in `slot`."""
    if isinstance(node, ast.BinOp):
        yield from _of_operation(node, words)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        yield "sign", f"a minus sign before {_or(words.of(node.operand), 'one part')} is lost", node.operand
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "comparison", "a condition is the other way round", node.operand
    elif isinstance(node, ast.Compare) and len(node.ops) == 1:
        yield from _of_comparison(node, words)
    elif isinstance(node, ast.Constant):
        yield from _of_constant(node, slot, words)
        return
    elif isinstance(node, ast.Attribute) and node.attr == "T":
        yield "dropped", f"{_or(words.of(node.value), 'one part')} is not transposed", node.value
    elif isinstance(node, ast.Call):
        yield from _of_call(node, words)
    elif isinstance(node, ast.IfExp):
        yield "comparison", "two cases are not told apart", node.body
        yield "comparison", "two cases are not told apart", node.orelse
    if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load) and not isinstance(node.slice, ast.Constant):
        yield "dropped", f"an index or selection at {_or(words.of(node.value), 'one part')} is left out", node.value


def _or(text: str, other: str) -> str:
    return text or other


def _of_operation(node: ast.BinOp, words: Words) -> Iterator[tuple[str, str, ast.expr]]:
    left, right = words.of(node.left) or "one part", words.of(node.right) or "one part"

    def with_op(op: ast.operator) -> ast.BinOp:
        return ast.BinOp(node.left, op, node.right)

    swapped = ast.BinOp(node.right, node.op, node.left)
    if isinstance(node.op, ast.Add):
        yield "sign", f"{right} is subtracted instead of added", with_op(ast.Sub())
        yield "operator", f"{left} and {right} are multiplied instead of added", with_op(ast.Mult())
    if isinstance(node.op, ast.Sub):
        yield "sign", f"{right} is added instead of subtracted", with_op(ast.Add())
        yield "sign", "a difference is taken the wrong way round", swapped
    if isinstance(node.op, ast.Add | ast.Sub):
        yield "dropped", f"{right} is left out", node.left
        yield "dropped", f"{left} is left out", node.right
    if isinstance(node.op, ast.Mult | ast.MatMult):
        yield "dropped", f"the factor {right} is left out", node.left
        yield "dropped", f"the factor {left} is left out", node.right
        yield "operator", f"{left} and {right} are added instead of multiplied", with_op(ast.Add())
    if isinstance(node.op, ast.Mult):
        yield "operator", f"{left} is divided by {right} instead of multiplied", with_op(ast.Div())
        yield "operator", f"{left} and {right} are multiplied as matrices instead of entry by entry", with_op(ast.MatMult())
        yield from _slopes(node, words)
    if isinstance(node.op, ast.MatMult):
        yield "operator", f"{left} and {right} are multiplied entry by entry instead of as matrices", with_op(ast.Mult())
        yield "operator", f"{left} and {right} stand in the wrong order in a product", swapped
    if isinstance(node.op, ast.Div | ast.FloorDiv):
        yield "dropped", f"nothing is divided by {right}", node.left
        yield "operator", f"{left} is multiplied by {right} instead of divided", with_op(ast.Mult())
        yield "operator", f"a fraction of {left} and {right} is upside down", swapped
        if isinstance(node.op, ast.FloorDiv):
            yield "operator", "a division is not rounded down", with_op(ast.Div())
        else:
            yield "operator", "a division is rounded down to whole numbers", with_op(ast.FloorDiv())
    if isinstance(node.op, ast.Pow):
        yield "dropped", f"a power or root of {left} is left out", node.left
        yield "operator", "a base and an exponent are exchanged", swapped
        yield "operator", f"{left} is multiplied by the exponent instead of raised to it", with_op(ast.Mult())


def _slopes(node: ast.Mult, words: Words) -> Iterator[tuple[str, str, ast.expr]]:
    """h (1 - h), the slope of a sigmoid from its output, becomes that of tanh."""
    for one, other in ((node.left, node.right), (node.right, node.left)):
        base = one.right if isinstance(one, ast.BinOp) and isinstance(one.op, ast.Mult) else one
        if isinstance(other, ast.BinOp) and isinstance(other.op, ast.Sub) and ast.dump(other.right) == ast.dump(base):
            slope = ast.BinOp(other.left, ast.Sub(), ast.BinOp(base, ast.Mult(), base))
            whole = ast.BinOp(one.left, ast.Mult(), slope) if base is not one else slope
            yield "function", f"the slope of tanh is taken at {words.of(base) or 'one part'}", whole
            halved = ast.BinOp(one.left, ast.Mult(), base) if base is not one else base
            yield "dropped", f"one factor of a slope, 1 minus {words.of(base) or 'one part'}, is left out", halved


def _of_comparison(node: ast.Compare, words: Words) -> Iterator[tuple[str, str, ast.expr]]:
    about = words.of(node.left) or words.of(node.comparators[0]) or "one part"
    for position, op in enumerate(_COMPARISONS.get(type(node.ops[0]), ())):
        text = f"the case that {about} is exactly at the border counts for the other side" if position == 0 else f"a comparison of {about} is the wrong way round"
        yield "comparison", text, ast.Compare(node.left, [op()], node.comparators)
    right = node.comparators[0]
    if isinstance(right, ast.Constant) and right.value == 0:
        for small in _SMALL:
            for value in (small, -small):
                yield "constant", f"{about} is compared with {value:g}", ast.Compare(node.left, node.ops, [ast.Constant(value)])


def _of_constant(node: ast.Constant, slot: Slot, words: Words) -> Iterator[tuple[str, str, ast.expr]]:
    value = node.value
    if isinstance(value, bool) or not isinstance(value, int | float):
        return
    about = words.of(slot.parent) or "one part"
    others = [value + step for step in _STEPS] if float(value).is_integer() else []
    others += [value * factor for factor in _FACTORS if value and slot.field != "slice"]
    for other in dict.fromkeys(int(one) if isinstance(value, int) and float(one).is_integer() else one for one in others):
        clause = f"another axis is taken for {about}" if "axis of" in about else f"{other:g} stands in the place of another number, at {about}"
        if other != value:
            yield "constant", clause, ast.Constant(other)


def _of_call(node: ast.Call, words: Words) -> Iterator[tuple[str, str, ast.expr]]:
    called = node.func
    inner = words.of(node.args[0]) if node.args else words.of(called.value) if isinstance(called, ast.Attribute) else ""
    about = inner or "one part"
    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
    for other in _SIBLINGS.get(name, ()):
        func = ast.Attribute(called.value, other, ast.Load()) if isinstance(called, ast.Attribute) else called
        if isinstance(called, ast.Attribute):
            yield "function", f"{other} is taken of {about}", ast.Call(func, node.args, node.keywords)
    if name == "sigmoid" and node.args:
        for other in ("through_tanh", "through_relu", "positive", "through_softmax"):
            clause = ON_NUMBERS[other].format(e=about).replace("negative entries of", "in place of a sigmoid, negative entries of")
            yield "function", f"{clause}, in the place of a sigmoid" if other != "through_relu" else clause, _done(other, node.args[0])
    if name in ("sum", "mean") and node.args and isinstance(node.args[0], ast.BinOp) and isinstance(node.args[0].op, ast.Pow):
        power = node.args[0]
        summed = ast.Call(called, [power.left, *node.args[1:]], node.keywords)
        yield "operator", f"{words.of(power.left) or 'one part'} are added up before they are squared", ast.BinOp(summed, ast.Pow(), power.right)
    for i, keyword in enumerate(node.keywords):
        rest = [*node.keywords[:i], *node.keywords[i + 1 :]]
        if keyword.arg == "axis" and isinstance(keyword.value, ast.Constant):
            for axis in (0, 1, None):
                if axis != keyword.value.value:
                    told = "over all entries" if axis is None else f"along axis {axis}"
                    yield "axis", f"{name} of {about} runs {told}", ast.Call(called, node.args, [*rest, ast.keyword("axis", ast.Constant(axis))])
        elif keyword.arg not in ("dtype", "size"):
            yield "axis", f"{keyword.arg} is left out in {name} of {about}", ast.Call(called, node.args, rest)
    if name == "len" and node.args:
        for text, other in (("number of columns", "shape[1]"), ("number of entries", "size")):
            new = ast.Attribute(node.args[0], "size", ast.Load())
            if other != "size":
                new = ast.Subscript(ast.Attribute(node.args[0], "shape", ast.Load()), ast.Constant(1), ast.Load())
            yield "length", f"the {text} of {about} is taken instead of the number of its rows", new
    if name in ("max", "min", "maximum", "minimum") and len(node.args) > 1:
        for i, arg in enumerate(node.args):
            rest = [*node.args[:i], *node.args[i + 1 :]]
            left = rest[0] if len(rest) == 1 else ast.Call(called, rest, node.keywords)
            yield "dropped", f"{words.of(arg) or ('a number' if isinstance(arg, ast.Constant) else 'one part')} does not enter {'a maximum' if 'max' in name else 'a minimum'}", left
    elif len(node.args) >= 2:
        yield "operator", f"the first two arguments of {name} are exchanged", ast.Call(called, [node.args[1], node.args[0], *node.args[2:]], node.keywords)
    if node.args and name not in ("len", "range", "zip", "enumerate", "reversed", "float", "int", "list"):
        yield "dropped", f"the step {name} of {about} is left out", node.args[0]
    elif isinstance(called, ast.Attribute) and not node.args:
        yield "dropped", f"the step {name} of {about} is left out", called.value
    if name == "range":
        for place in range(len(node.args)):
            for step, told in ((1, "one turn too many"), (-1, "one turn too few")):
                moved = ast.BinOp(node.args[place], ast.Add(), ast.Constant(step if place or len(node.args) == 1 else -step))
                told_of = told if not place or len(node.args) == 1 or place == 1 else "with another step"
                yield "constant", f"a loop makes {told_of}", ast.Call(called, [*node.args[:place], moved, *node.args[place + 1 :]], [])
        if len(node.args) == 1:
            yield "constant", "a loop leaves out its first turn", ast.Call(called, [ast.Constant(1), node.args[0]], [])


def _done(operation: str, *args: ast.expr) -> ast.Call:
    return ast.Call(ast.Attribute(ast.Name("_slip", ast.Load()), operation, ast.Load()), list(args), [])
