"""What could be said otherwise in a call: its axis, keywords and types, and where a loop begins and ends."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.repair.code import Site
from autograder.repair.model import Change
from autograder.repair.rules_calls import measured
from autograder.repair.text import Place

_REDUCE = frozenset({"sum", "mean", "max", "min", "prod", "median", "std", "var", "any", "all", "argmax", "argmin", "amax", "amin", "cumsum", "argsort", "sort", "norm"})
_KEEPING = _REDUCE - {"argmax", "argmin", "cumsum", "argsort", "sort"}
_SWITCHES = {"linspace": "endpoint=False", "choice": "replace=False", "meshgrid": "indexing='ij'", "searchsorted": "side='right'", "argsort": "kind='stable'", "svd": "full_matrices=False"}


def of_axis(site: Site, place: Place) -> Iterator[Change]:
    """Another axis, or none, or one where there is none; `keepdims` and `ddof`."""
    node = site.node
    if not isinstance(node, ast.Call) or place.name(node) not in _REDUCE | {"concatenate", "stack", "softmax", "flip", "roll", "repeat", "take_along_axis", "expand_dims"}:
        return
    name, func = place.name(node), place.text(node.func)
    method = isinstance(node.func, ast.Attribute) and not place.is_module(node.func.value)
    if isinstance(node.func, ast.Name):
        return
    named = {one.arg: place.text(one.value) for one in node.keywords if one.arg}
    args = [place.text(one) for one in node.args]
    position = 0 if method else 1
    if len(args) > position and name in _REDUCE - {"norm"}:
        named["axis"] = args.pop(position)

    def called(**other: str | None) -> str:
        parts = {key: value for key, value in {**named, **other}.items() if value is not None}
        return f"{func}({', '.join([*args, *(f'{key}={value}' for key, value in parts.items())])})"

    axis = named.get("axis")
    likely = {"0": ("1", "-1"), "1": ("0", "-1"), "-1": ("0", "1"), None: ("0", "1", "-1")}.get(axis, ("0", "1", "-1"))
    for rank, other in enumerate(likely):
        yield Change((1.6 if axis is not None else 2.2) + 0.5 * rank, "axis", called(axis=other), f"axis {other}")
        if name in _KEEPING and "keepdims" not in named:
            yield Change((3.0 if axis is not None else 3.0) + 0.5 * rank, "axis", called(axis=other, keepdims="True"), f"axis keep {other}")
        elif "keepdims" in named:
            yield Change(3.5 + 0.5 * rank, "axis", called(axis=other, keepdims=None), f"axis unkeep {other}")
    if axis is not None:
        yield Change(2.4, "axis", called(axis=None), "axis none")
        yield Change(3.0, "axis", called(axis=None, keepdims=None), "axis none")
        yield Change(4.6, "axis", called(axis=None) + f" / {measured(node, place)}.shape[0]", "axis none mean")
        if axis not in ("0", "1", "-1"):
            yield Change(3.0, "axis", called(axis="(0, 1)"), "axis both")
    if name in _KEEPING:
        if "keepdims" in named:
            yield Change(2.4, "keepdims", called(keepdims=None), "keepdims out")
        elif axis is not None:
            yield Change(1.6, "keepdims", called(keepdims="True"), "keepdims in")
    if name in ("std", "var"):
        yield Change(1.4 if "ddof" in named else 3.4, "ddof", called(ddof=None if "ddof" in named else "1"), "ddof")
    if name == "norm" and len(args) > 1:
        yield Change(3.0, "argument.extra", f"{func}({args[0]})", "norm")


def of_keywords(site: Site, place: Place) -> Iterator[Change]:
    """A keyword less, or another type; whole numbers where numbers with a point are needed."""
    node = site.node
    if not isinstance(node, ast.Call):
        return
    func, name = place.text(node.func), place.name(node)
    args = [place.text(one) for one in node.args]
    for i, keyword in enumerate(node.keywords):
        rest = [place.text(one) for j, one in enumerate(node.keywords) if j != i]
        if keyword.arg not in ("axis", "keepdims", "ddof"):
            yield Change(2.4 if keyword.arg == "dtype" else 3.4, "dtype" if keyword.arg == "dtype" else "argument.extra", f"{func}({', '.join([*args, *rest])})", "no keyword")
        if isinstance(keyword.value, ast.Constant) and isinstance(keyword.value.value, bool) and keyword.arg != "keepdims":
            yield Change(2.4, "constant", f"{func}({', '.join([*args, *rest, f'{keyword.arg}={not keyword.value.value}'])})", "switch")
        if keyword.arg == "dtype":
            yield Change(1.8, "dtype", f"{func}({', '.join([*args, *rest, 'dtype=float'])})", "dtype")
    if name in _SWITCHES and _SWITCHES[name].split("=")[0] not in [one.arg for one in node.keywords]:
        yield Change(2.4, "constant", f"{func}({', '.join([*args, *(place.text(one) for one in node.keywords), _SWITCHES[name]])})", "switch")
    if name in ("zeros_like", "ones_like", "full_like", "empty_like", "array", "asarray", "full", "zeros", "arange") and not any(one.arg == "dtype" for one in node.keywords):
        cost = 2.0 if name.endswith("_like") else 3.0
        yield Change(cost, "dtype", f"{func}({', '.join([*args, *(place.text(one) for one in node.keywords), 'dtype=float'])})", "dtype")
        if name in ("array", "zeros", "full"):
            yield Change(4.5, "dtype", f"{func}({', '.join([*args, *(place.text(one) for one in node.keywords), 'dtype=int'])})", "dtype")
    if name == "astype" and args and args[0] not in ("float", "np.float64"):
        yield Change(1.6, "dtype", f"{func}(float)", "dtype")


def of_ranges(site: Site, place: Place) -> Iterator[Change]:
    """Where a loop begins and ends, and in which order it goes."""
    node = site.node
    looped = site.field == "iter"
    if isinstance(node, ast.Call) and place.name(node) in ("range", "arange", "linspace") and not any(isinstance(arg, ast.Starred) for arg in node.args):
        name = place.text(node.func)
        args = [place.tight(one) for one in node.args]
        for i, arg in enumerate(args):
            for step, cost in (("+ 1", 2.2), ("- 1", 2.2)):
                yield Change(cost + (1.5 if name != "range" else 0), "loop.range", f"{name}({', '.join([*args[:i], f'{arg} {step}', *args[i + 1 :]])})", f"range{i}{step}")
        if len(args) == 1 and args[0].startswith("len("):
            yield Change(3.0, "loop.range", f"np.ndindex(np.shape{args[0][3:]})", "all entries")
        if len(args) == 1:
            yield Change(2.4, "loop.range", f"{name}(1, {args[0]})", "range from 1")
            yield Change(3.0, "loop.range", f"{name}(1, {args[0]} + 1)", "range from 1")
            yield Change(3.4, "loop.range", f"{name}(0, {args[0]}, 2)", "range step")
        if len(args) == 2 and name == "range":
            yield Change(2.0, "loop.range", f"{name}({args[1]})", "range from 0")
            yield Change(2.8, "loop.range", f"{name}({args[1]} - 1, {args[0]} - 1, -1)", "reversed")
            yield Change(3.6, "loop.range", f"{name}({args[0]} + 1, {args[1]} + 1)", "range shifted")
        if len(args) == 3 and name == "range":
            yield Change(2.4, "loop.range", f"{name}({args[0]}, -1, -1)", "range to the start")
    if looped or (isinstance(node, ast.Call) and place.name(node) in ("zip", "enumerate", "range")):
        whole = place.text(node)
        if isinstance(node, ast.Call) and place.name(node) == "reversed":
            yield Change(2.0, "loop.order", place.text(node.args[0]), "forwards")
        elif isinstance(node, ast.Call) and place.name(node) in ("zip", "enumerate"):
            yield Change(2.6, "loop.order", f"reversed(list({whole}))", "reversed")
        else:
            yield Change(2.4, "loop.order", f"reversed({whole})", "reversed")
        if looped:
            yield Change(3.0, "loop.range", f"list({whole})[1:]", "iter from 1")
            yield Change(3.0, "loop.range", f"list({whole})[:-1]", "iter to the last")


RULES = (of_axis, of_keywords, of_ranges)
