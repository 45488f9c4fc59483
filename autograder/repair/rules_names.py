"""What could stand in the place of a name, a key, a text or an index."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.repair.code import Site
from autograder.repair.model import Change
from autograder.repair.scope import alike
from autograder.repair.text import Place

def of_name(site: Site, place: Place) -> Iterator[Change]:
    """Another name that holds a value here."""
    node = site.node
    if not isinstance(node, ast.Name) or place.is_module(node):
        return
    if not _is_value(node.id, place):
        yield from _of_outer_name(node, place)
        return
    inside = place.scope.at(site)
    target = target_of(site.statement)
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


def _of_outer_name(node: ast.Name, place: Place) -> Iterator[Change]:
    """A parameter where a name stands that the function does not give a value."""
    for name in place.scope.parameters:
        if name in place.scope.unused:
            yield Change(1.0, "name", name, f"outer {node.id} {name}")
        elif alike(name, node.id) and node.id not in place.code.defined:
            yield Change(2.4, "name", name, f"outer {node.id} {name}")


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


def target_of(statement: ast.stmt) -> set[str]:
    """The names that a statement gives a value."""
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


RULES = (of_name, of_entry, of_called, of_pair, of_looped, of_keys, of_text, of_number_for_name, of_key, of_subscript)
