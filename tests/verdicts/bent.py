"""Code that loses numbers of some size: the reference with one expression, argument or result bent.

Small numbers become 0, large ones are cut off, decimals or digits are dropped, a little is added. Each kind has steps
from hardly visible to coarse. What is bent is found in the syntax tree, so that no place is forgotten.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from autograder.course import Assignment, solutions
from tests.verdicts.case import given

BENDER = "_bent"  # the name under which the source finds what bends


def cut(t: float) -> Callable:
    """Numbers nearer to 0 than t become 0."""
    return lambda x: np.where(np.abs(x) < t, 0.0, x)


def clip(t: float) -> Callable:
    """Numbers beyond t become t."""
    return lambda x: np.clip(x, -t, t)


def places(k: int) -> Callable:
    """Rounded to k decimals."""
    return lambda x: np.round(x, k)


def digits(k: int) -> Callable:
    """Rounded to k significant digits."""

    def rounded(x: np.ndarray) -> np.ndarray:
        with np.errstate(all="ignore"):
            unit = 10.0 ** (k - 1 - np.floor(np.log10(np.abs(x))))
            return np.where((x == 0) | ~np.isfinite(x * unit), x, np.round(x * unit) / unit)

    return rounded


def more(t: float) -> Callable:
    """t is added."""
    return lambda x: x + t


# From hardly visible to coarse.
KINDS: dict[str, tuple[tuple[float, Callable], ...]] = {
    "cut": tuple((t, cut(t)) for t in (1e-12, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2)),
    "clip": tuple((t, clip(t)) for t in (1e8, 1e7, 1e6, 1e5, 1e4, 1e3, 1e2, 10.0)),
    "places": tuple((k, places(k)) for k in (12, 10, 8, 6, 4)),
    "digits": tuple((k, digits(k)) for k in (10, 8, 7, 5)),
    "more": tuple((t, more(t)) for t in (1e-14, 1e-12, 1e-10, 1e-8, 1e-6, 1e-4)),
}


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the reference: the function that is judged, where it is in words, and the source that bends it.

    outside: whether it is an argument or a result, not something on the way from one to the other.
    """

    assignment: str
    function: str
    where: str
    source: str
    outside: bool


def bend(value: object, how: Callable) -> object:
    """The same value with every float in it bent; whatever is no number stays the same object."""
    if isinstance(value, np.ndarray) and value.dtype == np.float64:
        return np.asarray(how(value))
    if isinstance(value, float):
        return type(value)(how(np.asarray(value, dtype=float)))
    if type(value) in (tuple, list):
        return type(value)(bend(item, how) for item in value)
    if type(value) is dict:
        return {key: bend(item, how) for key, item in value.items()}
    return value


def places_of(course: Assignment, question: str, everywhere: bool = True) -> Iterator[Place]:
    """Every place of a question's reference that may hold a float; without `everywhere` arguments and results only."""
    tree = ast.parse(solutions(course)[question])
    functions = set(course.question(question).functions)
    seen = set()
    for top in tree.body:
        if not isinstance(top, ast.FunctionDef):
            continue
        names = [top.name] if top.name in functions else sorted(functions)
        for where, source, outside in _bent_sources(tree, top, everywhere):
            if source not in seen:
                seen.add(source)
                for name in names:
                    yield Place(course.id, name, where if top.name == name else f"{top.name}: {where}", source, outside and top.name == name)


def _bent_sources(tree: ast.Module, top: ast.FunctionDef, everywhere: bool) -> Iterator[tuple[str, str, bool]]:
    position = tree.body.index(top)
    for argument in top.args.args:
        made = copy.deepcopy(tree)
        body = made.body[position].body
        body.insert(_has_docstring(top), ast.parse(f"{argument.arg} = {BENDER}({argument.arg})").body[0])
        yield f"argument {argument.arg}", ast.unparse(made), True
    results = {id(part) for part in _results(top)}
    stored = {id(node.value) for node in ast.walk(top) if isinstance(node, ast.Subscript) and not isinstance(node.ctx, ast.Load)}
    called = {id(node.func) for node in ast.walk(top) if isinstance(node, ast.Call)}
    modules = {id(node.value) for node in ast.walk(top) if isinstance(node, ast.Attribute)}
    for index, node in enumerate(ast.walk(tree)):
        inside = isinstance(node, ast.expr) and any(node is other for part in top.body[_has_docstring(top) :] for other in ast.walk(part))
        if not inside or isinstance(node, ast.Constant | ast.Slice | ast.Lambda | ast.Compare | ast.Starred | ast.JoinedStr | ast.FormattedValue):
            continue
        if not isinstance(getattr(node, "ctx", ast.Load()), ast.Load) or id(node) in stored | called:
            continue
        if not everywhere and id(node) not in results:
            continue
        if id(node) in modules and isinstance(node, ast.Name) and node.id == "np":
            continue
        if isinstance(node, ast.Tuple) and any(isinstance(item, ast.Slice) for item in node.elts):
            continue
        made = copy.deepcopy(tree)
        twin = next(other for number, other in enumerate(ast.walk(made)) if number == index)
        made = _Wrap(twin).visit(made)
        ast.fix_missing_locations(made)
        yield f"{ast.unparse(node)[:60]} (line {node.lineno})", ast.unparse(made), id(node) in results


def _results(top: ast.FunctionDef) -> Iterator[ast.expr]:
    for node in ast.walk(top):
        if isinstance(node, ast.Return) and node.value is not None:
            if isinstance(node.value, ast.Tuple):
                yield from node.value.elts
            elif isinstance(node.value, ast.Dict):
                yield from node.value.values
            else:
                yield node.value


def _has_docstring(top: ast.FunctionDef) -> bool:
    return isinstance(top.body[0], ast.Expr) and isinstance(top.body[0].value, ast.Constant)


class _Wrap(ast.NodeTransformer):
    def __init__(self, node: ast.expr) -> None:
        self._node = node

    def visit(self, node: ast.AST) -> ast.AST:
        if node is self._node:
            return ast.Call(ast.Name(BENDER, ast.Load()), [node], [])
        return super().visit(node)


def bent(place: Place, how: Callable) -> dict[str, object]:
    """The functions of the assignment as a check finds them, the judged one bent."""
    names = dict(given(place.assignment))
    names[BENDER] = lambda value: bend(value, how)
    exec(place.source, names)
    return names[place.function]


def sees_floats(place: Place, run: Callable[[Callable], object]) -> bool:
    """Whether any number arrives at the place when `run` uses the function, which is right then."""
    seen = []

    def noted(x: np.ndarray) -> np.ndarray:
        seen.append(None)
        return x

    run(bent(place, noted))
    return bool(seen)
