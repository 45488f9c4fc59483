"""Holes in a learner's code: an expression taken out, and what another one could be made of at that place.

What fills a hole is found by the values that are there when the code runs (`fill`), which somebody else has to observe: nothing is
executed here.
"""

from __future__ import annotations

import ast
from collections.abc import Collection
from dataclasses import dataclass

from autograder.repair.code import Code, Site, parents_of, read, sites
from autograder.repair.model import Repair
from autograder.repair.propose import spliced
from autograder.repair.scope import Scope, scope_of

_MOST_HOLES, _MOST_NAMES, _MOST_CALLS, _MOST_TEXTS, _MOST_LEAVES = 120, 14, 24, 24, 100
# The sizes of leaves: about how much somebody has to say.
_NAME, _HERE, _COUNT, _ENTRY, _CALL, _ELSEWHERE = 1, 2, 2, 2, 2, 2
_CONSTANTS = {"0": 1, "1": 1, "2": 1, "0.5": 2, "-1": 2, "3": 2, "4": 2, "np.pi": 2}
_MOVING = ("rng", "random", "next", "print", "pop", "append", "shuffle", "input", "open")
_SCOPES = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp | ast.Lambda
_NEVER = ast.Starred | ast.JoinedStr | ast.Yield | ast.YieldFrom | ast.Await | ast.NamedExpr
_VALUES = ast.BinOp | ast.Call | ast.Attribute | ast.Subscript | ast.UnaryOp | ast.Compare | ast.Name | ast.BoolOp


@dataclass(frozen=True, slots=True)
class Hole:
    """A place whose expression is taken out. number: among those of the code; span: its bytes in the plain text; own: what stands there."""

    number: int
    site: Site
    span: tuple[int, int]
    own: str


@dataclass(frozen=True, slots=True)
class Spot:
    """Holes of one statement that see the same names: they are on the way of a call together, and can be filled with the same
    expressions. leaves: what those can be made of, with their sizes."""

    holes: tuple[Hole, ...]
    leaves: dict[str, int]


@dataclass(frozen=True, slots=True)
class Filling:
    """An expression for a hole, by its number; aspect: as of a `Repair`; price: the smaller the likelier."""

    hole: int
    text: str
    aspect: str
    price: float


@dataclass(frozen=True, slots=True)
class Holed:
    """A source with all the holes that can be made in it."""

    code: Code
    spots: tuple[Spot, ...]

    def source(self, hole: Hole) -> str:
        """The text with a call in the place of what was taken out: of the names that are there, and of a function that gives it."""
        return self._with(hole, f"_hole(locals(), lambda: ({hole.own}))")

    def filled(self, filling: Filling) -> Repair:
        """The text with another expression in a hole."""
        hole = next(hole for spot in self.spots for hole in spot.holes if hole.number == filling.hole)
        before = self.code.before(hole.site.node, hole.site.statement, parents_of(hole.site.function))
        text = f"({filling.text})"
        return Repair(self.code.line(hole.site.node), before, filling.aspect, self._with(hole, text), ((*hole.span, text),), cost=filling.price)

    def _with(self, hole: Hole, text: str) -> str:
        return spliced(self.code.text, [(*hole.span, text)]).decode()


def holed(source: str, function: str, known: Collection[str] = ()) -> Holed | None:
    """All holes of the code that defines `function`, those of the function itself first; None for what `read` does not read.

    known: other functions of one argument that may be called.
    """
    code = read(source, function)
    if code is None:
        return None
    spots: list[Spot] = []
    number = 0
    for one in code.functions:
        scope, parents = scope_of(one, code), parents_of(one)
        texts = _texts(one, code)
        together: dict[tuple[int, int], list[Hole]] = {}
        for site in sites(one):
            around = _around(site, parents)
            if number < _MOST_HOLES and not any(isinstance(node, ast.While | ast.Match) for node in around) and _can_be_taken_out(site):
                inner = next((id(node) for node in around if isinstance(node, _SCOPES)), 0)
                together.setdefault((id(site.statement), inner), []).append(Hole(number, site, code.span(site.node), code.segment(site.node)))
                number += 1
        calls = [name for name in dict.fromkeys((*scope.called, *known)) if name != one.name][:_MOST_CALLS]
        spots += [Spot(tuple(some), _leaves(some, code, scope, texts, calls)) for some in together.values()]
    return Holed(code, tuple(spots))


def _around(site: Site, parents: dict[int, ast.AST]) -> list[ast.AST]:
    found, node = [], parents.get(id(site.node))
    while node is not None:
        found.append(node)
        node = parents.get(id(node))
    return found


def _can_be_taken_out(site: Site) -> bool:
    node = site.node
    if any(isinstance(part, _NEVER) for part in ast.walk(node)) or isinstance(node, ast.Slice | ast.Lambda | ast.GeneratorExp):
        return False
    if isinstance(node, ast.Tuple) and any(isinstance(part, ast.Slice) for part in node.elts):
        return False
    if isinstance(node, ast.Constant) and not isinstance(node.value, int | float):
        return False
    if isinstance(node, ast.Name) and node.id in ("np", "numpy", "math"):
        return False
    return isinstance(getattr(node, "ctx", ast.Load()), ast.Load) and not isinstance(site.statement, ast.Raise | ast.Assert)


def _texts(function: ast.FunctionDef, code: Code) -> list[tuple[str, int]]:
    """The expressions of a function that stand for a value, the short ones first, with the lines they are from."""
    found: dict[str, int] = {}
    for node in ast.walk(function):
        if isinstance(node, _VALUES) and not isinstance(node, ast.Name) and _is_leaf(node, code):
            found.setdefault(code.segment(node), node.lineno)
    return sorted(found.items(), key=lambda item: len(item[0]))


def _is_leaf(node: ast.AST, code: Code) -> bool:
    if not isinstance(getattr(node, "ctx", ast.Load()), ast.Load) or sum(1 for _ in ast.walk(node)) > 30:
        return False
    if any(isinstance(part, _NEVER | ast.comprehension) for part in ast.walk(node)):
        return False
    text = code.segment(node)
    return not any(word in text for word in _MOVING) and not text.startswith(("np.float", "np.int", "np.newaxis")) and text != "np"


def _leaves(holes: list[Hole], code: Code, scope: Scope, texts: list[tuple[str, int]], calls: list[str]) -> dict[str, int]:
    site = holes[0].site
    names = list(dict.fromkeys((*scope.at(site), *scope.parameters)))[:_MOST_NAMES]
    made = dict.fromkeys(names, _NAME) | _CONSTANTS
    made |= dict.fromkeys(list(scope.entries)[:_MOST_NAMES], _NAME)
    for hole in holes:
        if isinstance(hole.site.node, _VALUES) and _is_leaf(hole.site.node, code):
            made.setdefault(hole.own, _HERE)
    loops = [name for name in names if name in scope.loops]
    for name in names:
        if name not in loops and name not in scope.counts:
            for index in loops[:3]:
                made.setdefault(f"{name}[{index}]", _ENTRY)
    for text, _ in sorted(texts, key=lambda item: abs(item[1] - site.statement.lineno))[:_MOST_TEXTS]:
        made.setdefault(text, _ELSEWHERE)
    arrays = [name for name in names if name not in scope.counts and name not in scope.texts]
    for name in arrays[:6]:
        for text in (f"len({name})", f"{name}.shape[1]", f"{name}.size"):
            made.setdefault(text, _COUNT)
    for call in calls:
        for name in arrays[:3]:
            made.setdefault(f"{call}({name})", _CALL)
    for call in calls[:8]:
        made.setdefault(f"{call}(-{arrays[0]})" if arrays else call, _CALL + 1)
    return {text: size for text, size in list(made.items())[:_MOST_LEAVES] if text.isidentifier() or not any(word in text for word in _MOVING[:2])}
