"""What could stand in the place of a name, an index or a transposed array, and what could be done to a part."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.repair.code import Site
from autograder.repair.model import Change
from autograder.repair.scope import alike
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


def of_name(site: Site, place: Place) -> Iterator[Change]:
    """Another name that holds a value here."""
    node = site.node
    if not isinstance(node, ast.Name) or place.is_module(node) or not _is_value(node.id, place):
        return
    inside = place.scope.at(site)
    target = _target(site.statement)
    for other in inside:
        if other == node.id:
            continue
        cost = 3.2
        if other in place.scope.unused:
            cost -= 2.6 if other in place.scope.parameters else 1.8
        if alike(other, node.id):
            cost -= 1.0
        if (other in place.scope.counts) != (node.id in place.scope.counts):
            cost += 1.6
        if other in target:
            cost += 1.0
        if site.field == "iter" or isinstance(site.parent, ast.Call) and place.name(site.parent) in ("len", "zip", "enumerate"):
            cost += 0.8
        yield Change(cost, "name", other, f"name {other}")
    if node.id in place.code.containers:
        return
    for name in place.code.containers:
        yield Change(5.5, "name", name, f"name {name}")


def of_entry(site: Site, place: Place) -> Iterator[Change]:
    """Another entry of a dict that was handed in, for an entry or a name."""
    node = site.node
    if not place.scope.entries or not place.is_number(site) or not isinstance(node, ast.Name | ast.Subscript) or isinstance(node, ast.Name) and not _is_value(node.id, place):
        return
    own = place.text(node)
    for entry, unread in place.scope.entries.items():
        if entry != own:
            cost = 4.4 - (1.6 if unread else 0) - (0.8 if isinstance(node, ast.Subscript) else 0) - (0.6 if alike(entry, own) else 0)
            yield Change(cost, "name", entry, f"name {entry}")


def of_keys(site: Site, place: Place) -> Iterator[Change]:
    """All keys of a dict without their first letter, or with one, or in other letters."""
    node = site.node
    if isinstance(node, ast.Dict) and node.keys and all(isinstance(key, ast.Constant) and isinstance(key.value, str) for key in node.keys):
        keys, values = [key.value for key in node.keys], [place.text(one) for one in node.values]
        for changed in ([key[1:] for key in keys], [f"d{key}" for key in keys], [key.lower() for key in keys], [key.upper() for key in keys]):
            if all(changed) and len(set(changed)) == len(changed):
                yield Change(3.2, "key", f"{{{', '.join(f'{key!r}: {value}' for key, value in zip(changed, values, strict=True))}}}", "keys")


def of_called(site: Site, place: Place) -> Iterator[Change]:
    """A function that was handed in where another is called."""
    node = site.node
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        arguments = ", ".join(place.text(one) for one in (*node.args, *node.keywords))
        for name in place.scope.callables:
            if name != node.func.id:
                yield Change(1.4 if name in place.scope.unused else 3.6, "name", f"{name}({arguments})", f"call {name}")


def of_pair(site: Site, place: Place) -> Iterator[Change]:
    """The two lengths of a shape the other way round."""
    node = site.node
    if isinstance(node, ast.Tuple) and len(node.elts) == 2 and site.field != "slice" and not isinstance(site.parent, ast.Return | ast.Assign):
        shape = isinstance(site.parent, ast.keyword) or isinstance(site.parent, ast.Call)
        yield Change(2.2 if shape else 3.6, "shape.order", f"({place.text(node.elts[1])}, {place.text(node.elts[0])})", "pair")


def _is_value(name: str, place: Place) -> bool:
    return name in place.scope.first or name in place.scope.loops


def _target(statement: ast.stmt) -> set[str]:
    targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target] if isinstance(statement, ast.AugAssign) else []
    return {part.id for target in targets for part in ast.walk(target) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)}


def of_number_for_name(site: Site, place: Place) -> Iterator[Change]:
    """A name where a number is written out, or the other way round."""
    node = site.node
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float) and not isinstance(node.value, bool) and not place.is_axis(site):
        for name in place.scope.at(site):
            cost = 4.6 - (3.2 if name in place.scope.unused and name in place.scope.parameters else 1.5 if name in place.scope.unused else 0)
            if place.is_index(site) and name in place.scope.counts and name in place.scope.loops:
                cost = min(cost, 2.4)
            yield Change(cost, "constant.name", name, f"number {name}")
            if place.scope.first.get(name) == 0:
                yield Change(cost + 1.4, "constant.name", f"len({name})", f"number len {name}")
    elif isinstance(node, ast.Name) and _is_value(node.id, place) and place.is_number(site):
        yield Change(4.8, "name.constant", "1", "one")
        yield Change(5.2, "name.constant", "0", "zero")


def of_key(site: Site, place: Place) -> Iterator[Change]:
    """Another key of a dict."""
    node = site.node
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and site.field in ("slice", "keys"):
        for key in place.scope.keys:
            if key != node.value:
                yield Change(2.8 if alike(key, node.value) else 4.0, "key", repr(key), f"key {key}")


def of_text(site: Site, place: Place) -> Iterator[Change]:
    """Another text of the same function, or another letter in the indices of `einsum`."""
    node = site.node
    if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or site.field in ("slice", "keys"):
        return
    if isinstance(site.parent, ast.Call) and place.name(site.parent) == "einsum" and "->" in node.value:
        before, after = node.value.split("->")
        for letter in dict.fromkeys(before):
            if letter.isalpha() and letter not in after:
                for i in range(len(after) + 1):
                    yield Change(1.8, "axis", repr(f"{before}->{after[:i]}{letter}{after[i:]}"), "einsum")
        for i in range(len(after)):
            yield Change(2.0, "axis", repr(f"{before}->{after[:i]}{after[i + 1 :]}"), "einsum")
        yield Change(1.8, "operand.transposed", repr(f"{before}->{after[::-1]}"), "einsum")
        for i in range(len(before) - 1):
            if before[i].isalpha() and before[i + 1].isalpha():
                yield Change(2.2, "operand.transposed", repr(f"{before[:i]}{before[i + 1]}{before[i]}{before[i + 2 :]}->{after}"), "einsum")
        for i, letter in enumerate(before):
            if letter.isalpha():
                for other in dict.fromkeys(before):
                    if other.isalpha() and other != letter:
                        yield Change(2.6, "axis", repr(f"{before[:i]}{other}{before[i + 1 :]}->{after}"), "einsum")
        return
    for other in place.scope.words:
        if other != node.value:
            yield Change(3.8, "text", repr(other), f"text {other}")


def of_subscript(site: Site, place: Place) -> Iterator[Change]:
    """Another index, none, or the other half."""
    node = site.node
    if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load) and not (isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, str)):
        value = place.tight(node.value)
        shape = value.endswith(".shape")
        if shape and isinstance(node.slice, ast.Constant):
            for other, cost in (("0", 1.8), ("1", 1.8), ("-1", 3.0)):
                yield Change(cost, "length", f"{value}[{other}]", f"shape {other}")
            yield Change(2.4, "length", f"{value[:-6]}.size", "size")
            return
        order = "order" if place.text(node.slice) == "::-1" else "index"
        yield Change(2.0 if order == "order" else 3.4, order, value, "no index")
        if isinstance(node.slice, ast.Slice):
            for other, cost in ((":-1", 3.0), ("1:", 3.0), (":1", 4.5), ("-1:", 4.5), ("::-1", 4.0), ("2:", 5.0), (":2", 5.0)):
                yield Change(cost, "index", f"{value}[{other}]", f"slice {other}")
        if isinstance(node.slice, ast.Tuple) and len(node.slice.elts) == 2:
            one, other = (place.text(part) for part in node.slice.elts)
            yield Change(2.6, "index", f"{value}[{other}, {one}]", "index turned")
            if ":" not in one:
                yield Change(3.2, "index", f"{value}[{one}]", "index left")
                yield Change(3.6, "index", f"{value}[:, {one}]", "index down")
            if ":" not in other:
                yield Change(3.2, "index", f"{value}[{other}]", "index right")
                yield Change(3.6, "index", f"{value}[{other}, :]", "index across")
        elif not isinstance(node.slice, ast.Slice):
            yield Change(3.4, "index", f"{value}[:, {place.text(node.slice)}]", "index across")
    if isinstance(node, ast.Tuple) and site.field == "slice" and len(node.elts) == 2:
        for name in place.scope.parameters:
            if name in place.scope.unused:
                yield Change(1.8, "index", f"np.arange(len({name})), {name}", "pick")
    if site.field == "slice" and not isinstance(node, ast.Slice | ast.Constant):
        if not isinstance(node, ast.Tuple):
            yield Change(3.0, "index", f"{place.tight(node)} + 1", "+1")
            yield Change(3.0, "index", f"{place.tight(node)} - 1", "-1")
            yield Change(4.2, "index", f"-1 - {place.tight(node)}", "from the end")
        elif len(node.elts) == 2 and isinstance(site.parent.ctx, ast.Store):
            one, other = (place.text(part) for part in node.elts)
            yield Change(2.8, "index", f"{other}, {one}", "index turned")
    if isinstance(site.parent, ast.Tuple) and isinstance(node, ast.Name | ast.BinOp) and place.is_index(site):
        yield Change(3.6, "index", f"{place.tight(node)} + 1", "+1")
        yield Change(3.6, "index", f"{place.tight(node)} - 1", "-1")
        yield Change(4.4, "index", ":", "all")
    if isinstance(site.parent, ast.Slice):
        yield Change(3.4, "index", f"{place.tight(node)} + 1", "+1")
        yield Change(3.4, "index", f"{place.tight(node)} - 1", "-1")
    if isinstance(node, ast.Call) and place.name(node) == "len" and node.args:
        inside = place.tight(node.args[0])
        yield Change(2.2, "length", f"{inside}.shape[1]", "columns")
        yield Change(2.4, "length", f"{inside}.size", "size")
    if isinstance(node, ast.Attribute) and node.attr == "size":
        inside = place.tight(node.value)
        yield Change(1.8, "length", f"len({inside})", "rows")
        yield Change(2.6, "length", f"{inside}.shape[1]", "columns")


def of_looped(site: Site, place: Place) -> Iterator[Change]:
    """What a loop goes through, without its first or last, or backwards."""
    called = place.name(site.parent) if isinstance(site.parent, ast.Call) else ""
    if isinstance(site.node, ast.Starred | ast.Constant) or not (called in ("zip", "enumerate", "reversed", "sorted", "list") or site.field == "iter"):
        return
    if isinstance(site.node, ast.Call) and place.name(site.node) in ("range", "zip", "enumerate"):
        return
    text = place.tight(site.node)
    for end, aspect, cost in (("[1:]", "loop.range", 3.0), ("[:-1]", "loop.range", 3.0), ("[::-1]", "loop.order", 3.0)):
        yield Change(cost, aspect, f"{text}{end}", f"looped {end}")


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
    target = _target(site.statement)
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
        yield Change(cost - (1.4 if count else -0.6), "factor.count" if count else "factor.missing", f"{text} / {name}", f"/ {name}")
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


RULES = (of_name, of_entry, of_called, of_pair, of_looped, of_keys, of_text, of_number_for_name, of_key, of_subscript, of_transposed, of_factors, of_steps, of_grafts, of_where, of_slopes)
