"""Every small change of a function's code, each with its kind and a clause that says what was changed.

The tree is changed in place and put back: while `edits` is waiting, the tree is the changed one.
"""

from __future__ import annotations

import ast
import copy
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from autograder.slips.changes import changes
from autograder.slips.operations import BY_LENGTH, FOR_WHOLE, ON_LISTS, ON_NUMBERS
from autograder.slips.slots import Slot, slots
from autograder.slips.words import Words, name_of

# The likelier first: what learners do most often, and what says most.
KINDS = ("sign", "dropped", "operator", "function", "axis", "comparison", "constant", "name", "statement", "length", "inserted")
_PUTS = ("append", "insert", "extend")

@dataclass(frozen=True, slots=True)
class Edit:
    """One change: its kind and a clause that says what was changed. Of an insertion, what may be done to which part is open.

    In the code of an insertion stands `_slip_here(part, *parameters)`; `part`: the part in words; place: where it is;
    positive: see `insertions`.
    """

    kind: str
    clause: str = ""
    part: str = ""
    place: str = ""
    positive: bool = False


def edits(function: ast.FunctionDef, words: Words, *, insert: bool = True) -> Iterator[Edit]:
    """Every change; at that moment `function` holds it. insert: whether things may be added as well."""
    several = _given_anew(function)
    for slot in list(slots(function)):
        original = slot.get()
        place = words.place(slot.statement, original)
        for kind, clause, new in changes(original, words, slot):
            slot.set(new)
            yield Edit(kind, clause + place)
        if insert and words.of(original) and name_of(original) not in several and _takes_insertions(original, slot):
            slot.set(_switched(original, words))
            yield Edit("inserted", "", words.of(original), place, _wants_positive(slot, original))
        slot.set(original)
    for kind, clause in chain(_renamed(function, words), _statements(function, words)):
        yield Edit(kind, clause)


def _given_anew(function: ast.FunctionDef) -> set[str]:
    """Names that are given a value three times or more: what is said of one would leave open which of its values is meant."""
    stored = Counter(node.id for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store))
    return {name for name, count in stored.items() if count > 2}


def _takes_insertions(node: ast.expr, slot: Slot) -> bool:
    """Whether something may be done to this part that should be left as it is."""
    if isinstance(node, ast.Constant | ast.Compare | ast.Tuple | ast.List | ast.Dict | ast.Slice | ast.Lambda | ast.Starred | ast.BoolOp):
        return False
    return slot.field not in ("slice", "keys") and not isinstance(slot.parent, ast.keyword)


def insertions(about: str, parameters: Sequence[str], positive: bool) -> Iterator[tuple[str, str, tuple[str, int | None]]]:
    """(kind, clause, which) for all that may be done to a part; `which`: the operation, and the parameter whose length it needs.

    positive: whether small numbers are often added to such a part.
    """
    for operation, text in (*ON_NUMBERS.items(), *ON_LISTS.items()):
        if operation not in FOR_WHOLE and (not operation.startswith("plus_") or positive):
            yield "inserted", text.format(e=about), (operation, None)
    for i, parameter in enumerate(parameters):
        for operation, text in BY_LENGTH.items():
            yield "length", text.format(e=about, p=parameter), (operation, i)


def _wants_positive(slot: Slot, node: ast.expr) -> bool:
    """Whether a small number is often added here: below a fraction line, inside a logarithm or root."""
    parent = slot.parent
    if isinstance(parent, ast.BinOp) and isinstance(parent.op, ast.Div):
        return slot.field == "right"
    return isinstance(parent, ast.Call) and isinstance(parent.func, ast.Attribute) and parent.func.attr in ("log", "sqrt", "where")


def _switched(node: ast.expr, words: Words) -> ast.Call:
    return ast.Call(ast.Name("_slip_here", ast.Load()), [node, *(ast.Name(name, ast.Load()) for name in words.parameters)], [])


def _renamed(function: ast.FunctionDef, words: Words) -> Iterator[tuple[str, str]]:
    """A name, or an entry of a dict, in the place of another one: once, or throughout a statement."""
    places = [slot for slot in slots(function) if name_of(slot.get()) is not None and isinstance(slot.get().ctx, ast.Load)]
    held = {name_of(slot.get()): slot.get() for slot in places}
    held = {name: copy.deepcopy(node) for name, node in held.items()} | {name: ast.Name(name, ast.Load()) for name in words.parameters}
    # What is gone through or handed back as a whole is never confused with an array of the formula; a condition has no name to tell.
    places = [slot for slot in places if not _is_whole(slot) and not isinstance(slot.statement, ast.If)]
    groups = [[slot] for slot in places]
    for statement in {id(slot.statement): slot.statement for slot in places}.values():
        for name in held:
            same = [slot for slot in places if slot.statement is statement and name_of(slot.get()) == name]
            if len(same) > 1:
                groups.append(same)
    growing = {node.func.value.id for node in ast.walk(function) if _grows(node) and isinstance(node.func.value, ast.Name)}
    for group in groups:
        original = group[0].get()
        right = name_of(original)
        place = words.place(group[0].statement, original)
        for other, node in held.items():
            if other == right or other in ("np", "math") or (other not in words.parameters and any(map(_is_shape, group))):
                continue
            # A list that is built up is not taken for one of its items; in itself it would be a list without end, which numpy goes through.
            if other in growing and (right not in growing or any(_grows(getattr(slot.statement, "value", None)) for slot in group)):
                continue
            for slot in group:
                slot.set(node)
            wrong_text = other if words.is_public(other) else "one part"
            right_text = f"the place of {right}" if words.is_public(right) else "the place of one part"
            yield "name", f"{wrong_text} stands in {right_text}{place}"
        for slot in group:
            slot.set(original)


def _grows(node: object) -> bool:
    """Whether something is put into a list."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _PUTS


def _is_whole(slot: Slot) -> bool:
    """Whether a name stands where something is gone through, filled, or handed back."""
    if isinstance(slot.parent, ast.Attribute) and slot.parent.attr in (*_PUTS, "items", "keys", "values"):
        return True
    if isinstance(slot.parent, ast.Starred):
        return True
    if isinstance(slot.parent, ast.Call) and isinstance(slot.parent.func, ast.Name) and slot.parent.func.id in ("enumerate", "zip", "reversed", "list"):
        return True
    handed_back = isinstance(slot.statement, ast.Return) and isinstance(slot.parent, ast.Return | ast.Tuple)
    return handed_back or isinstance(slot.statement, ast.For) or isinstance(slot.parent, ast.comprehension)


def _is_shape(slot: Slot) -> bool:
    """Whether a name stands where only the shape of something is asked for: nobody would look there for another name."""
    asked = isinstance(slot.parent, ast.Attribute) and slot.parent.attr in ("shape", "size", "ndim")
    return asked or (isinstance(slot.parent, ast.Call) and getattr(slot.parent.func, "id", "") == "len")


def _statements(node: ast.AST, words: Words) -> Iterator[tuple[str, str]]:
    """Statements left out, exchanged, done only once; results that change places."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Return) and isinstance(inner.value, ast.Tuple) and len(inner.value.elts) > 1:
            elements = inner.value.elts
            inner.value.elts = [elements[1], elements[0], *elements[2:]]
            yield "statement", "the first two results are exchanged"
            inner.value.elts = elements
        for field in ("body", "orelse"):
            body = getattr(inner, field, None)
            if isinstance(body, list) and not isinstance(inner, ast.Lambda | ast.IfExp):
                yield from _of_body(inner, field, body, words)


def _of_body(owner: ast.AST, field: str, body: list[ast.stmt], words: Words) -> Iterator[tuple[str, str]]:
    for i, statement in enumerate(body):
        if isinstance(statement, ast.Assign | ast.AugAssign | ast.Expr | ast.If | ast.For) and not _is_docstring(statement):
            target = statement.targets[0] if isinstance(statement, ast.Assign) else getattr(statement, "target", None)
            about = _called(target, words) if target is not None and not isinstance(statement, ast.For) else ""
            if len(body) > 1:
                setattr(owner, field, [*body[:i], *body[i + 1 :]])
                yield "statement", f"the step that changes {about or 'one part'} is left out"
            if isinstance(statement, ast.AugAssign) and isinstance(statement.target, ast.Name | ast.Subscript):
                target = ast.Name(statement.target.id, ast.Store()) if isinstance(statement.target, ast.Name) else statement.target
                setattr(owner, field, [*body[:i], ast.Assign([target], statement.value), *body[i + 1 :]])
                yield "statement", f"{about or 'a running total'} is overwritten in every turn instead of built up"
            if i + 1 < len(body) and isinstance(body[i + 1], ast.Assign | ast.AugAssign | ast.Expr) and not isinstance(statement, ast.If):
                setattr(owner, field, [*body[:i], body[i + 1], statement, *body[i + 2 :]])
                yield "statement", f"the step that changes {about or 'one part'} is done too late"
            setattr(owner, field, body)


def _called(target: ast.expr, words: Words) -> str:
    """What a statement changes, if learners have a name for all of it: what is at an index of something else has none."""
    base = target
    while isinstance(base, ast.Subscript) and name_of(base) is None:
        base = base.value
    return words.of(target) if name_of(base) is not None and words.is_public(name_of(base)) else ""


def _is_docstring(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
