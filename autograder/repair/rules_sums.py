"""Sums, means and products that stand for one another: what is added up before it is multiplied, squared or divided."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.repair.code import Site
from autograder.repair.model import Change
from autograder.repair.rules_calls import measured
from autograder.repair.text import Place

_REDUCTIONS = ("sum", "mean", "max", "min")
_INSTEAD_OF_TRANSPOSED = ("reshape", "inv", "pinv", "flip", "fliplr", "flipud", "rot90", "swapaxes")


def of_roots(site: Site, place: Place) -> Iterator[Change]:
    """A sum where the root of a sum of squares stands, or the squares alone."""
    node = site.node
    if not isinstance(node, ast.Call):
        return
    name = place.name(node)
    if name == "sqrt" and len(node.args) == 1 and isinstance(node.args[0], ast.Call) and place.name(node.args[0]) in _REDUCTIONS:
        inner = node.args[0]
        squared = inner.func.value if isinstance(inner.func, ast.Attribute) and not place.is_module(inner.func.value) else inner.args[0] if inner.args else None
        if isinstance(squared, ast.BinOp) and isinstance(squared.op, ast.Pow):
            rest = [place.text(one) for one in (*(inner.args if squared not in inner.args else inner.args[1:]), *inner.keywords)]
            yield Change(2.8, "power", f"{place.tight(squared.left)}.{place.name(inner)}({', '.join(rest)})", "root of squares")
            yield Change(3.6, "power", f"np.abs({place.text(squared.left)}).{place.name(inner)}({', '.join(rest)})", "root of squares")
    if name == "norm" and node.args:
        rest = ", ".join(place.text(one) for one in node.keywords if one.arg in ("axis", "keepdims"))
        inside = place.tight(node.args[0])
        yield Change(3.0, "power", f"({inside} ** 2).sum({rest})", "norm squared")
        yield Change(3.2, "reduction", f"{inside}.sum({rest})", "norm sum")
        yield Change(3.6, "reduction", f"np.abs({inside}).sum({rest})", "norm abs")


def of_averages(site: Site, place: Place) -> Iterator[Change]:
    """A mean where only the division is meant, and the first entry where the sum is."""
    node = site.node
    if isinstance(node, ast.Call) and place.name(node) == "mean":
        inside = measured(node, place)
        if inside != "np":
            yield Change(3.0, "reduction", f"{inside} / len({inside})", "mean divides only")
            for owner in place.scope.parameters[:5]:
                yield Change(3.6, "reduction", f"{inside} / len({owner})", "mean divides only")
            for owner in place.scope.counts:
                yield Change(3.4, "reduction", f"{inside}.sum() / {owner}", "mean of")
    if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load) and isinstance(node.slice, ast.Constant) and node.slice.value in (0, -1):
        value = place.tight(node.value)
        if not value.endswith(".shape") and isinstance(node.value, ast.Name | ast.BinOp | ast.Call | ast.Attribute):
            yield Change(3.4, "reduction.missing", f"{value}.sum(axis=0)", "first for sum")
            yield Change(4.2, "reduction.missing", f"{value}.mean(axis=0)", "first for mean")


def of_sums_of_products(site: Site, place: Place) -> Iterator[Change]:
    """The sum of products where the product of two sums stands, and the other way round."""
    node = site.node
    if not isinstance(node, ast.BinOp) or not isinstance(node.op, ast.Mult):
        return
    both = [part for part in (node.left, node.right) if isinstance(part, ast.Call) and place.name(part) in ("sum", "mean")]
    if len(both) == 2:
        one, other = (measured(part, place) for part in both)
        reduced = place.name(both[0])
        yield Change(2.8, "product", f"{other} @ {one}", "sums multiplied")
        yield Change(2.8, "product", f"{one} @ {other}", "sums multiplied")
        yield Change(3.0, "product", f"({one} * {other}).{reduced}()", "sums multiplied")
        yield Change(3.4, "product", f"({one} * {other}).{reduced}(axis=0)", "sums multiplied")
        yield Change(3.4, "product", f"({one} * {other}).{reduced}(axis=1)", "sums multiplied")
    for two, base in ((node.left, node.right), (node.right, node.left)):
        if isinstance(two, ast.Constant) and two.value == 2:
            yield Change(3.0, "power", f"{place.tight(base)} ** 2", "two for square")


def of_squares(site: Site, place: Place) -> Iterator[Change]:
    """Twice something for its square, an exponential for a square."""
    node = site.node
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow) and isinstance(node.right, ast.Constant) and node.right.value == 2:
        base = place.tight(node.left)
        yield Change(3.4, "power", f"2 * {base}", "square for two")
        yield Change(4.6, "function", f"np.exp({base})", "square for exp")
        yield Change(3.8, "power", f"np.abs({base})", "square for abs")


def of_turned(site: Site, place: Place) -> Iterator[Change]:
    """A transposition where an array is given another shape, or inverted."""
    node = site.node
    if isinstance(node, ast.Call) and place.name(node) in _INSTEAD_OF_TRANSPOSED:
        inside = measured(node, place)
        if inside != "np" and not inside.endswith("linalg"):
            yield Change(2.8, "operand.transposed", f"{inside}.T", "turned")


def of_operands(site: Site, place: Place) -> Iterator[Change]:
    """Another array as one operand of a product of matrices, transposed or not."""
    node = site.node
    if not isinstance(node, ast.BinOp) or not isinstance(node.op, ast.MatMult):
        return
    for kept, other, left in ((node.left, node.right, True), (node.right, node.left, False)):
        if not isinstance(other, ast.Name | ast.Attribute | ast.Subscript):
            continue
        own = {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}
        for name in (*place.scope.at(site), *place.scope.entries):
            if name in own or name in place.scope.counts or name in place.scope.texts or name in place.scope.loops:
                continue
            cost = 4.4 - (1.6 if name in place.scope.unused or place.scope.entries.get(name) else 0.0)
            for first in dict.fromkeys((place.tight(kept), _turned(place.tight(kept)))):
                for second in (name, f"{name}.T"):
                    text = f"{first} @ {second}" if left else f"{second} @ {first}"
                    yield Change(cost + 0.4 * (first != place.tight(kept)), "name", text, f"operand {name}")


def _turned(text: str) -> str:
    return text[:-2] if text.endswith(".T") else f"{text}.T"


RULES = (of_roots, of_averages, of_sums_of_products, of_squares, of_turned, of_operands)
