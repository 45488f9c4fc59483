"""What could be done to a part of a formula: a factor, a term, a step, a slope, a transposition."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.repair.code import Site
from autograder.repair.model import Change
from autograder.repair.rules_names import target_of
from autograder.repair.text import Place

_DONE = (
    ("np.abs({})", 4.0),
    ("np.exp({})", 4.0),
    ("np.log({})", 4.2),
    ("np.sqrt({})", 3.8),
    ("({}) ** 2", 3.8),
    ("1 / ({})", 4.2),
    ("np.maximum({}, 0)", 4.4),
    ("np.tanh({})", 4.6),
    ("np.sign({})", 5.0),
    ("2 * ({})", 3.2),
    ("({}) / 2", 3.2),
    ("np.round({})", 5.5),
    ("np.minimum({}, 0)", 4.4),
    ("np.minimum({}, 1)", 5.0),
    ("np.clip({}, -700, 700)", 4.6),
    ("2 * ({}) - 1", 4.4),
    ("(({}) + 1) / 2", 4.6),
)
_ASPECTS = {"2 * ({})": "factor.two", "({}) / 2": "factor.two", "({}) ** 2": "power", "np.sqrt({})": "power", "1 / ({})": "power", "2 * ({}) - 1": "encoding", "(({}) + 1) / 2": "encoding"}
_REDUCED = (
    ("{}.sum(axis=0)", 4.0),
    ("{}.sum(axis=1)", 4.4),
    ("{}.sum()", 4.2),
    ("{}.mean()", 4.2),
    ("{}.mean(axis=0)", 4.6),
    ("{}.sum(axis=1, keepdims=True)", 5.0),
    ("{}.mean(axis=1)", 5.0),
)
_SHAPED = (
    ("{}[:, None]", "shape.axis", 3.6),
    ("{}[None, :]", "shape.axis", 4.4),
    ("{}[0]", "index", 4.2),
    ("{}[-1]", "index", 4.4),
    ("{}[::-1]", "order", 3.6),
    ("{}[1:]", "index", 4.6),
    ("{}[:-1]", "index", 4.6),
    ("{}.ravel()", "shape.axis", 4.8),
    ("{}[:, 0]", "index", 5.2),
)
_HANDED = (
    ("np.array({})", "result.type", 3.0),
    ("{}.copy()", "copy", 3.4),
    ("float({})", "result.type", 3.8),
    ("int({})", "result.type", 4.0),
    ("tuple({})", "result.type", 4.2),
    ("list({})", "result.type", 4.4),
    ("{}.astype(float)", "dtype", 3.6),
    ("np.asarray({}, dtype=float)", "dtype", 3.4),
    ("len({})", "result.type", 5.0),
    ("np.hstack({})", "result.type", 4.0),
    ("np.vstack({})", "result.type", 4.4),
    ("np.stack({}, axis=1)", "result.type", 4.8),
    ("tuple(int(_one) for _one in {})", "result.type", 5.0),
)


def of_transposed(site: Site, place: Place) -> Iterator[Change]:
    """A transposition more or less."""
    node = site.node
    if isinstance(node, ast.Attribute) and node.attr == "T":
        yield Change(1.8, "operand.transposed", place.tight(node.value), "no T")
    elif place.is_number(site) and isinstance(node, ast.Name | ast.BinOp | ast.Call | ast.Subscript):
        yield Change(3.0 if place.is_whole(site) else 3.6, "operand.transposed", f"{place.tight(node)}.T", "T")
    if isinstance(node, ast.Call) and place.name(node) == "transpose" and node.args:
        yield Change(1.8, "operand.transposed", place.tight(node.args[0]), "no T")


def of_factors(site: Site, place: Place) -> Iterator[Change]:
    """A name more in a product, sum or fraction."""
    if not place.is_number(site) or isinstance(site.node, ast.UnaryOp):
        return
    text = place.tight(site.node)
    whole = place.is_whole(site)
    names = {part.id for part in ast.walk(site.node) if isinstance(part, ast.Name)}
    target = target_of(site.statement)
    entries = place.scope.entries
    for name in (*place.scope.at(site), *entries):
        if name in place.scope.texts:
            continue
        cost = 4.0 if whole else 5.0
        if name in place.scope.unused:
            cost -= 2.4 if name in place.scope.parameters else 1.6
        if name in entries:
            cost += -1.6 if entries[name] else 0.6
        if name in target or name in names:
            cost += 0.7
        count = name in place.scope.counts
        scaled = count and isinstance(site.node, ast.Name) and site.node.id in place.scope.parameters and isinstance(site.parent, ast.BinOp)
        yield Change(cost - (2.2 if scaled else 1.4 if count else -0.6), "factor.count" if count else "factor.missing", f"{text} / {name}", f"/ {name}")
        yield Change(cost + (0.4 if count else 0), "factor.count" if count else "factor.missing", f"{text} * {name}", f"* {name}")
        if not count:
            affine = 1.8 if isinstance(site.node, ast.BinOp) and isinstance(site.node.op, ast.MatMult) or isinstance(site.node, ast.Call) and place.name(site.node) in ("dot", "matmul") else 0.0
            yield Change(cost + 0.2 - affine, "term.missing", f"{text} + {name}", f"+ {name}")
            yield Change(cost + 0.8, "term.missing", f"{text} - {name}", f"- {name}")
            yield Change(cost + 0.8, "term.missing", f"{name} - {text}", f"{name} -")
            yield Change(cost + 1.0, "factor.missing", f"{text} @ {name}", f"@ {name}")
            yield Change(cost + 1.2, "factor.missing", f"{text} @ {name}.T", f"@ {name}.T")
            yield Change(cost + 0.6, "factor.slope", f"{text} * {name} * (1 - {name})", f"slope {name}")
            yield Change(cost + 0.7, "factor.slope", f"{text} * (1 - {name} ** 2)", f"tanh {name}")
            yield Change(cost + 0.4, "mask", f"{text} * ({name} > 0)", f"mask {name}")
            yield Change(cost + 1.0, "factor.slope", f"{text} * (1 - {name})", f"rest {name}")
            if name in place.scope.parameters:
                known = place.scope.counts
                yield Change(cost - 0.8 + (0.8 if known else 0), "factor.count", f"{text} / len({name})", f"/ len {name}")
                yield Change(cost + 0.6, "factor.count", f"{text} / {name}.shape[1]", f"/ columns {name}")
                yield Change(cost + 0.6, "factor.count", f"{text} / {name}.size", f"/ size {name}")
                yield Change(cost + 0.4, "factor.count", f"{text} * len({name})", f"* len {name}")
                yield Change(cost + 1.0, "factor.count", f"{text} * {name}.shape[1]", f"* columns {name}")
                yield Change(cost + 1.2, "factor.count", f"{text} * {name}.size", f"* size {name}")


def of_steps(site: Site, place: Place) -> Iterator[Change]:
    """Something done to a part: a function, a reduction, another shape or type."""
    node = site.node
    if isinstance(node, ast.Starred | ast.Slice) or site.field in ("keys", "slice", "ifs", "test"):
        return
    text = place.tight(node)
    whole = place.is_whole(site)
    if place.is_number(site):
        for shape, cost in _DONE:
            move = f"done {shape}"
            yield Change(cost + (0.6 if not whole else 0), _ASPECTS.get(shape, "call.missing"), shape.format(text), move)
        for name in (*place.scope.called, *place.known):
            if name != site.function.name:
                yield Change((3.6 if name in place.scope.called else 4.8) + (0.6 if not whole else 0), "call.missing", f"{name}({place.text(node)})", f"done {name}")
        for shape, cost in _REDUCED:
            yield Change(cost + (0.8 if not whole else 0), "reduction.missing", shape.format(text), f"done {shape}")
        count = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub | ast.FloorDiv) or isinstance(node, ast.Name) and node.id in place.scope.counts
        yield Change(3.2 if count else 4.6, "term.constant", f"{text} + 1", "+ 1")
        yield Change(3.2 if count else 4.6, "term.constant", f"{text} - 1", "- 1")
    if place.is_number(site) or isinstance(node, ast.List | ast.ListComp | ast.Tuple | ast.Compare):
        built = isinstance(node, ast.Name) and node.id in place.scope.lists
        for shape, aspect, cost in _SHAPED:
            if aspect == "order":
                cost += -1.6 if built else 0.6
            yield Change(cost + (0.8 if not whole else 0), aspect, shape.format(text), f"done {shape}")
        for shape, aspect, cost in _HANDED:
            if aspect == "result.type":
                cost += -1.2 if built or isinstance(node, ast.List | ast.ListComp) else 0.6
            yield Change(cost + (1.2 if not whole else 0), aspect, shape.format(text), f"done {shape}")


def of_grafts(site: Site, place: Place) -> Iterator[Change]:
    """What stands elsewhere in the function and contains this name: `end + b` for `end`."""
    node = site.node
    if isinstance(node, ast.Name) and place.is_number(site):
        for text, names in place.scope.grafts:
            if node.id in names:
                yield Change(3.8, "step.missing", text, f"graft {text}")
    elif isinstance(node, ast.BinOp | ast.Call) and place.is_number(site):
        for text, _ in place.scope.grafts:
            if text != place.text(node):
                yield Change(5.4, "expression", text, f"graft {text}")


def of_where(site: Site, place: Place) -> Iterator[Change]:
    """The sign of what is compared with 0, which is 0 at 0, for 1 and -1."""
    node = site.node
    if isinstance(node, ast.Call) and place.name(node) == "where" and len(node.args) == 3 and isinstance(node.args[0], ast.Compare):
        yield Change(3.6, "case", f"np.sign({place.text(node.args[0].left)})", "sign for where")


def of_slopes(site: Site, place: Place) -> Iterator[Change]:
    """The pieces of a derivative: s (1 - s), 1 - t squared, a mask, a maximum taken off before exp."""
    node = site.node
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult):
        for one, other in ((node.left, node.right), (node.right, node.left)):
            if isinstance(other, ast.BinOp) and isinstance(other.op, ast.Sub | ast.Add) and place.text(other.right) == place.text(one):
                base = place.tight(one)
                yield Change(2.2, "factor.slope", f"1 - {base} ** 2", "to tanh")
                yield Change(2.6, "factor.slope", f"{base} * (1 - {base})", "to sigmoid")
    yield from _slopes_of(node, place)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub) and isinstance(node.left, ast.Constant) and node.left.value == 1:
        right = node.right
        base = place.tight(right.left if isinstance(right, ast.BinOp) and isinstance(right.op, ast.Pow) else right)
        yield Change(2.2, "factor.slope", f"{base} * (1 - {base})", "to sigmoid")
        yield Change(2.4, "power", f"1 - {base} ** 2", "to tanh")
    elif place.is_number(site) and isinstance(node, ast.Name | ast.Call | ast.Subscript):
        base = place.tight(node)
        yield Change(3.6, "factor.slope", f"{base} * (1 - {base})", "to sigmoid")
        yield Change(3.8, "factor.slope", f"1 - {base} ** 2", "to tanh")
        yield Change(4.2, "mask", f"{base} > 0", "to mask")
    if isinstance(node, ast.Call) and place.name(node) == "exp" and node.args:
        arg = place.tight(node.args[0])
        for shift in (f"{arg}.max(axis=1, keepdims=True)", f"{arg}.max()", f"{arg}.max(axis=-1, keepdims=True)", f"{arg}.max(axis=0)"):
            yield Change(2.6, "shift", f"np.exp({arg} - {shift})", "shift")
        yield Change(2.8, "overflow", f"np.exp(np.minimum({arg}, 0))", "capped")
        yield Change(3.0, "overflow", f"np.exp(np.clip({arg}, -700, 700))", "capped")
        yield Change(3.2, "overflow", f"np.exp(-np.abs({arg}))", "capped")
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
        one, other = place.tight(node.left), place.tight(node.right)
        yield Change(3.2, "division.by.zero", f"{one} / np.where({other} == 0, 1, {other})", "guarded")
        yield Change(3.8, "division.by.zero", f"{one} / ({other} if {other} else 1.0)", "guarded")
        yield Change(3.8, "division.by.zero", f"({one} / {other} if {other} else 0.0)", "guarded")
        yield Change(4.4, "division.by.zero", f"np.where({other} == 0, 0.0, {one} / np.where({other} == 0, 1, {other}))", "guarded")
    if isinstance(node, ast.Call) and place.name(node) in ("unique", "sorted", "set"):
        for name in place.scope.at(site):
            yield Change(2.0 if name in place.scope.unused else 3.6, "name", f"np.arange({name})", "arange")


def _slopes_of(node: ast.expr, place: Place) -> Iterator[Change]:
    """The slope at the output where it is written with the input: s (1 - s) of s = sigmoid(z), 1 - t squared of t = tanh(z)."""
    if not isinstance(node, ast.BinOp):
        return
    if isinstance(node.op, ast.Mult) and isinstance(node.right, ast.BinOp) and isinstance(node.right.op, ast.Sub):
        base, rest = node.left, node.right
        if isinstance(base, ast.BinOp) and isinstance(base.op, ast.Mult):  # d * z * (1 - z)
            base = base.right
        if place.text(rest.right) == place.text(base) and isinstance(rest.left, ast.Constant):
            before = f"{place.tight(node.left.left)} * " if base is not node.left else ""
            for name in (*place.scope.called, *place.known):
                done = f"{name}({place.text(base)})"
                yield Change(2.8, "factor.slope", f"{before}{done} * (1 - {done})", f"slope of {name}")
    if isinstance(node.op, ast.Sub) and isinstance(node.right, ast.BinOp) and isinstance(node.right.op, ast.Pow):
        yield Change(2.8, "factor.slope", f"1 - np.tanh({place.text(node.right.left)}) ** 2", "slope of tanh")


def of_forgotten_slopes(site: Site, place: Place) -> Iterator[Change]:
    """The slope of an activation that is missing in a gradient: in what is called d..., or where a gradient has come back through W.T."""
    node = site.node
    back = isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult) and isinstance(node.right, ast.Attribute) and node.right.attr == "T"
    named = isinstance(site.parent, ast.Assign) and any(name.lower().startswith(("d", "grad", "err")) for name in target_of(site.statement))
    text = place.tight(node)
    if not (back or named and isinstance(node, ast.BinOp)) or "(1 -" in text or "** 2" in text:
        return
    base = 2.2 if back else 2.4
    for name in (*place.scope.entries, *place.scope.at(site)):
        if name in place.scope.counts or name in place.scope.texts or name in target_of(site.statement):
            continue
        cost = base + (0.0 if name[-1:].isdigit() or "[" in name else 0.4)
        yield Change(cost, "factor.slope", f"{text} * {name} * (1 - {name})", f"slope {name}")
        yield Change(cost + 0.4, "factor.slope", f"{text} * (1 - {name} ** 2)", f"tanh {name}")
        yield Change(cost + 0.4, "mask", f"{text} * ({name} > 0)", f"mask {name}")


def of_lengths(site: Site, place: Place) -> Iterator[Change]:
    """A table with a row for each of one thing and a column for each of another; the place of the largest entry in an array."""
    node = site.node
    if isinstance(node, ast.Call) and place.name(node) in ("zeros_like", "ones_like", "empty_like", "zeros", "ones") and node.args:
        kind = place.name(node).removesuffix("_like")
        for rows in place.scope.parameters:
            for columns in place.scope.parameters:
                if rows != columns and columns not in place.scope.texts:
                    yield Change(4.0, "shape.axis", f"np.{kind}((len({rows}), {columns}))", "table")
                    yield Change(4.8, "shape.axis", f"np.{kind}(({rows}, {columns}))", "table")
    if isinstance(node, ast.Call) and place.name(node) in ("argmax", "argmin"):
        inside = place.tight(node.func.value) if isinstance(node.func, ast.Attribute) and not place.is_module(node.func.value) else place.tight(node.args[0]) if node.args else ""
        if inside:
            yield Change(3.4, "index", f"np.unravel_index({place.text(node)}, {inside}.shape)", "unravel")
    if isinstance(node, ast.Tuple) and len(node.elts) == 1:
        called = [one for one in ast.walk(node) if isinstance(one, ast.Call) and place.name(one) in ("argmax", "argmin") and isinstance(one.func, ast.Attribute)]
        for one in called[:1]:
            inside = place.text(one.args[0]) if place.is_module(one.func.value) and one.args else place.text(one.func.value)
            yield Change(3.0, "index", f"tuple(int(_one) for _one in np.unravel_index({place.text(one)}, {inside}.shape))", "unravel")
    if isinstance(node, ast.Name) and node.id in place.scope.counts:
        for other in place.scope.at(site):
            if other in place.scope.counts and other != node.id:
                yield Change(4.2, "term.missing", f"({node.id} + {other})", f"+ {other}")


RULES = (of_forgotten_slopes, of_lengths, of_transposed, of_factors, of_steps, of_grafts, of_where, of_slopes)
