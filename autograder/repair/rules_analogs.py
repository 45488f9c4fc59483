"""Lines that are built alike, W1 and W2, dW and db: what one has, the other may lack."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator

from autograder.repair.code import Code
from autograder.repair.model import Edit
from autograder.repair.text import Place

_NAME = re.compile(r"[A-Za-z_]\w*")
_MOST = 12


def of_analogs(function: ast.FunctionDef, code: Code, place: Place) -> Iterator[Edit]:
    """An expression written like the one of a line that is built alike."""
    yield from _missing(function, code)
    held = list(_labelled(function))[: 2 * _MOST]
    for label, node in held:
        for other_label, other in held:
            if other is node:
                continue
            renamed = _renaming(other_label, label)
            if renamed is None:
                continue
            new = renamed(place.text(other))
            span = code.span(node)
            if len(new) < 120:
                yield Edit(3.0, "asymmetry", node, ((*span, f"({new})"),))
            if isinstance(other, ast.BinOp):
                left, right, sign = place.tight(other.left), place.tight(other.right), place.sign(other.op)
                yield Edit(2.4, "asymmetry", node, ((*span, f"({place.tight(node)} {sign} {renamed(right)})"),))
                yield Edit(3.0, "asymmetry", node, ((*span, f"({renamed(left)} {sign} {place.tight(node)})"),))


def _missing(function: ast.FunctionDef, code: Code) -> Iterator[Edit]:
    """A step that is taken for one layer only, taken for the other as well."""
    digits = sorted(set(re.findall(r"[A-Za-z](\d)\b", code.segment(function))))[:4]
    for node in ast.walk(function):
        if isinstance(node, ast.AugAssign):
            text, (_, end) = code.segment(node), code.line_span(node)
            for own in digits:
                for other in digits:
                    new = re.sub(rf"(?<=[A-Za-z]){own}\b", other, text)
                    if other != own and new != text:
                        yield Edit(2.6, "asymmetry", node, ((end, end, f"{' ' * node.col_offset}{new}\n"),))


def _labelled(function: ast.FunctionDef) -> Iterator[tuple[str, ast.expr]]:
    """Right sides and entries of dicts, by the name they are given."""
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and len(node.targets) == 1:
            target = node.targets[0]
            if isinstance(target, ast.Name):
                yield target.id, node.value
            elif isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple) and len(target.elts) == len(node.value.elts):
                yield from ((one.id, value) for one, value in zip(target.elts, node.value.elts, strict=True) if isinstance(one, ast.Name))
            elif isinstance(target, ast.Subscript) and isinstance(target.slice, ast.Constant) and isinstance(target.slice.value, str):
                yield target.slice.value, node.value
        elif isinstance(node, ast.Dict):
            yield from ((key.value, value) for key, value in zip(node.keys, node.values, strict=True) if isinstance(key, ast.Constant) and isinstance(key.value, str))


def _renaming(other: str, own: str) -> Callable[[str], str] | None:
    """How the names in the line of `other` read in that of `own`; None if the two have nothing in common."""
    digits, own_digits = re.findall(r"\d", other), re.findall(r"\d", own)
    if len(digits) == len(own_digits) == 1 and digits != own_digits:
        return lambda text: _NAME.sub(lambda found: found[0].replace(digits[0], own_digits[0]), text)
    start = 0
    while start < min(len(other), len(own)) - 1 and other[start] == own[start]:
        start += 1
    one, new = other[start:], own[start:]
    if not digits and not own_digits and len(one) <= 2 and len(new) <= 2 and one != new and (start or len(other) == len(own) == 1):
        return lambda text: _NAME.sub(lambda found: found[0][: -len(one)] + new if found[0].endswith(one) and len(found[0]) <= len(one) + 2 else found[0], text)
    return None
