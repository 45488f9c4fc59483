"""What is right for numbers of every size where a formula is right for moderate ones only: logarithms of probabilities, types."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.repair.code import Site
from autograder.repair.model import Change
from autograder.repair.text import Place

TINY = 1e-2
_NARROW = frozenset({"float32", "float16", "half", "single", "int", "int64", "int32", "uint8", "int8", "bool"})


def of_logs(site: Site, place: Place) -> Iterator[Change]:
    """The logarithm of a softmax or sigmoid from its arguments, where it is taken of the probability itself."""
    node = site.node
    if not isinstance(node, ast.Call) or place.name(node) not in ("log", "log2", "log10") or len(node.args) != 1 or not place.is_module(getattr(node.func, "value", node)):
        return
    inside = _guarded(node.args[0], place)
    complement = isinstance(inside, ast.BinOp) and isinstance(inside.op, ast.Sub) and isinstance(inside.left, ast.Constant) and inside.left.value == 1
    index = place.text(inside.slice) if isinstance(inside, ast.Subscript) else ""
    for name in place.scope.at(site)[:6]:
        if name in place.scope.texts or name in place.scope.counts:
            continue
        yield Change(2.4, "overflow", f"(-np.logaddexp(0, {'' if complement else '-'}{name}))", f"log of sigmoid {name}")
        if not complement:
            shifted = f"({name} - {name}.max(axis=1, keepdims=True))"
            whole = f"({shifted} - np.log(np.exp({shifted}).sum(axis=1, keepdims=True)))"
            yield Change(2.2 if index else 3.0, "overflow", f"{whole}[{index}]" if index else whole, f"log of softmax {name}")


def _guarded(node: ast.expr, place: Place) -> ast.expr:
    """What stands inside a guard: p in `p + 1e-12`, `np.clip(p, ...)`, `np.maximum(p, ...)`."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add) and isinstance(node.right, ast.Constant):
        return _guarded(node.left, place)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub) and isinstance(node.right, ast.Name) and "eps" in node.right.id:
        return _guarded(node.left, place)
    if isinstance(node, ast.Call) and place.name(node) in ("clip", "maximum", "max") and node.args:
        return _guarded(node.args[0], place)
    return node


def of_tiny(site: Site, place: Place) -> Iterator[Change]:
    """A comparison with zero where one with a small number stands, and no bound where a small or large one is set."""
    node = site.node
    if isinstance(node, ast.Compare) and len(node.ops) == 1 and isinstance(node.comparators[0], ast.Constant):
        value = node.comparators[0].value
        if isinstance(value, float) and 0 < value <= TINY:
            sign = "==" if isinstance(node.ops[0], ast.Lt | ast.LtE) else "!="
            yield Change(1.4, "comparison", f"{place.tight(node.left)} {sign} 0", "tiny to zero")
    if isinstance(node, ast.Call) and place.name(node) in ("maximum", "max") and len(node.args) == 2:
        for bound, value in (node.args, node.args[::-1]):
            if isinstance(bound, ast.Constant) and isinstance(bound.value, float) and 0 < bound.value <= TINY:
                yield Change(2.0, "term.epsilon", place.tight(value), "no floor")
                yield Change(2.4, "term.epsilon", f"np.where({place.text(value)} == 0, 1, {place.text(value)})", "floor at zero only")
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add) and isinstance(node.right, ast.Constant):
        value = node.right.value
        if isinstance(value, float) and 0 < value <= TINY:
            left = place.tight(node.left)
            yield Change(2.0, "term.epsilon", f"np.where({left} == 0, 1, {left})", "floor at zero only")


def of_types(site: Site, place: Place) -> Iterator[Change]:
    """Numbers with sixteen digits where a narrower type is named."""
    node = site.node
    if isinstance(node, ast.Attribute) and place.is_module(node.value) and node.attr in _NARROW:
        yield Change(2.0 if "float" in node.attr else 3.0, "dtype", "float", "to float")
    if isinstance(node, ast.Call) and place.is_module(getattr(node.func, "value", node)) and place.name(node) in _NARROW and node.args:
        yield Change(1.8, "dtype", place.tight(node.args[0]), "to float")
    if isinstance(node, ast.Constant) and node.value in ("float32", "float16", "f4", "f2") and isinstance(site.parent, ast.keyword | ast.Call):
        yield Change(1.6, "dtype", "float", "to float")


RULES = (of_logs, of_tiny, of_types)
