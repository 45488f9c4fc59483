"""All that could be changed in a learner's source, the likeliest first."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import islice

from autograder.repair import rules_axes, rules_calls, rules_handed, rules_names, rules_numbers, rules_parts, rules_stable, rules_sums
from autograder.repair.code import Code, Site, blocks, parents_of, read, sites
from autograder.repair.evidence import NOTHING, Evidence, cost_of
from autograder.repair.model import Edit, Repair
from autograder.repair.rules_analogs import of_analogs
from autograder.repair.rules_exchanges import of_exchanges, of_loops
from autograder.repair.rules_functions import of_function
from autograder.repair.rules_statements import of_block
from autograder.repair.sameness import Sameness
from autograder.repair.scope import scope_of
from autograder.repair.text import Place, atom

_RULES = (*rules_numbers.RULES, *rules_calls.RULES, *rules_axes.RULES, *rules_names.RULES, *rules_parts.RULES, *rules_sums.RULES, *rules_stable.RULES, *rules_handed.RULES)
_HELPER = 0.6  # a mistake stands in the function itself more often than in one that it calls
_EVERYWHERE = 0.7  # the same change in several places
_CHEAP = 2.6
_DEAREST, _DEAREST_EVERYWHERE = 6.0, 4.2
MOST = 600


def repairs(source: str, function: str, *, known: Collection[str] = (), evidence: Evidence = NOTHING, most: int = MOST) -> Iterator[Repair]:
    """Changes of `source`, one mistake's worth each, the likeliest first; none for what is no Python or much too long.

    Args:
        source: the text of the learner's cells that define `function` and what it calls.
        known: other functions of one argument that the learner's code may call.
        evidence: what is known of the mistake, which changes the order.
        most: how many at most.
    """
    code = read(source, function)
    if code is None:
        return
    parents = {key: node for one in code.functions for key, node in parents_of(one).items()}
    for edit, changed in islice(candidates(code, known, evidence), most):
        before = code.before(edit.node, _statement(edit.node, parents), parents)
        yield Repair(code.line(edit.node), before, edit.aspect, changed, edit.splices, cost=cost_of(edit, code, NOTHING))


def joined(source: str, function: str, pairs: Iterable[tuple[Repair, Repair]]) -> Iterator[Repair | None]:
    """Both changes of each pair, told in the order of their lines; None for changes of the same place.

    Args:
        source, function: as for `repairs`, where the changes come from.
    """
    code = read(source, function)
    for one, other in pairs if code is not None else ():
        if _apart(one, other):
            first, second = sorted((one, other), key=lambda repair: repair.line)
            text = spliced(code.text, one.splices + other.splices).decode()
            yield replace(first, source=text, splices=one.splices + other.splices, also=second)
        else:
            yield None


def _apart(one: Repair, other: Repair) -> bool:
    return all(end < start_2 or end_2 < start for start, end, _ in one.splices for start_2, end_2, _ in other.splices)


def candidates(code: Code, known: Collection[str] = (), evidence: Evidence = NOTHING) -> Iterator[tuple[Edit, str]]:
    """Every edit with the text it makes of the code, the likeliest first, each program once."""
    tried: set[tuple] = set()
    seen: set[object] = set()
    same = Sameness(code)
    for edit in sorted(edits(code, known), key=lambda edit: cost_of(edit, code, evidence)):
        if edit.splices in tried:
            continue
        tried.add(edit.splices)
        changed = spliced(code.text, edit.splices)
        key = same.key(edit.splices, changed)
        if key is not None and key not in seen:
            seen.add(key)
            yield edit, changed.decode()


def _statement(node: ast.AST, parents: dict[int, ast.AST]) -> ast.stmt | None:
    while node is not None and not isinstance(node, ast.stmt):
        node = parents.get(id(node))
    return node


def spliced(text: bytes, splices: Iterable[tuple[int, int, str]]) -> bytes:
    """The text with other text between the bytes that each splice says."""
    for start, end, new in sorted(splices, reverse=True):
        text = text[:start] + new.encode() + text[end:]
    return text


def edits(code: Code, known: Collection[str] = ()) -> Iterator[Edit]:
    """Every edit of a code, in no particular order, some of them twice."""
    for number, function in enumerate(code.functions):
        extra = _HELPER if number else 0.0
        scope = scope_of(function, code)
        place = Place(code, scope, tuple(known))
        single = []
        for site in sites(function):
            for rule in _RULES:
                for change in rule(site, place):
                    if change.cost > _DEAREST:
                        continue
                    start, end = code.span(site.node)
                    text = change.text if _stands_alone(site, change.text) else f"({change.text})"
                    single.append((site, change.text, Edit(change.cost + extra, change.aspect, site.node, ((start, end, text),), change.move)))
        yield from (edit for _, _, edit in single)
        yield from _everywhere(single, code)
        whole = [edit for block in blocks(function) for edit in of_block(block, code, scope)]
        whole += of_function(function, code, scope)
        whole += of_analogs(function, code, place)
        whole += of_exchanges(function, code, scope, place)
        whole += of_loops(function, code, scope)
        yield from (Edit(edit.cost + extra, edit.aspect, edit.node, edit.splices, edit.move) for edit in whole)
        yield from _together(whole)


def _stands_alone(site: Site, text: str) -> bool:
    if atom(text) or isinstance(site.node, ast.Slice | ast.Starred):
        return True
    return site.field in ("slice", "iter", "test") or isinstance(site.parent, ast.Assign | ast.Return | ast.keyword | ast.Slice)


_DIGITS = re.compile(r"\d+")
_SKELETON = re.compile(r"[A-Za-z_]\w*|\d+")
_EXTRA = {"words": 0.0, "shape": 0.2, "move": 0.5, "all": 1.0}


def _everywhere(single: list[tuple[Site, str, Edit]], code: Code) -> Iterator[Edit]:
    """The same change in more than one place: the same words but for digits (W1, W2), or the same move within a statement."""
    groups: dict[tuple, list[Edit]] = {}
    for site, text, edit in single:
        if edit.cost > _DEAREST_EVERYWHERE:
            continue
        number = isinstance(site.node, ast.Constant)
        words = (code.segment(site.node), text) if number else (_DIGITS.sub("", code.segment(site.node)), _DIGITS.sub("", text))
        groups.setdefault(("words", edit.aspect, *words), []).append(edit)
        groups.setdefault(("words", edit.aspect, *words, id(site.statement)), []).append(edit)
        if isinstance(site.parent, ast.List | ast.Tuple):
            groups.setdefault(("words", edit.aspect, *words, id(site.parent)), []).append(edit)
        if edit.move:
            if not isinstance(site.node, ast.Name | ast.Constant):  # these are alike without being the same mistake
                groups.setdefault(("shape", edit.aspect, edit.move, _SKELETON.sub("_", code.segment(site.node))), []).append(edit)
            if edit.cost < _CHEAP:
                groups.setdefault(("all", edit.aspect, edit.move), []).append(edit)
            groups.setdefault(("move", edit.aspect, edit.move, id(site.statement), type(site.parent), site.field), []).append(edit)
            groups.setdefault(("move", edit.aspect, edit.move, type(site.parent), site.field), []).append(edit)
    for key, group in groups.items():
        yield from _joined(group, _EXTRA[key[0]])


def _together(whole: list[Edit]) -> Iterator[Edit]:
    groups: dict[tuple, list[Edit]] = {}
    for edit in whole:
        if edit.move:
            groups.setdefault((edit.aspect, edit.move), []).append(edit)
    for group in groups.values():
        yield from _joined(group, 0.4)


def _joined(group: list[Edit], extra: float) -> Iterator[Edit]:
    """One edit of several that do not overlap."""
    chosen: list[Edit] = []
    end = -1
    for edit in sorted(group, key=lambda edit: (edit.splices[0][0], -edit.splices[0][1])):
        if edit.splices[0][0] >= end:
            chosen.append(edit)
            end = max(splice[1] for splice in edit.splices)
    if 1 < len(chosen) <= 8:
        cost = min(edit.cost for edit in chosen) + _EVERYWHERE + extra
        yield Edit(cost, chosen[0].aspect, chosen[0].node, tuple(splice for edit in chosen for splice in edit.splices), chosen[0].move)
