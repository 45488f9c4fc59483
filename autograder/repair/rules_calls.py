"""What could stand in the place of a call: another function of its kind, axis or argument, or no call at all."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.repair.code import Site
from autograder.repair.model import Change
from autograder.repair.text import Place

# By function, those that are taken for it, the likeliest first.
_SIBLINGS = {
    "sum": ("mean", "max", "prod", "cumsum"),
    "mean": ("sum", "max", "median"),
    "max": ("min", "sum", "mean"),
    "min": ("max",),
    "amax": ("amin", "sum"),
    "prod": ("sum",),
    "median": ("mean",),
    "cumsum": ("sum",),
    "argmax": ("argmin", "max"),
    "argmin": ("argmax",),
    "maximum": ("minimum",),
    "minimum": ("maximum",),
    "exp": ("log", "expm1", "exp2"),
    "log": ("exp", "log1p", "log2", "log10"),
    "log2": ("log", "log10"),
    "log10": ("log", "log2"),
    "log1p": ("log",),
    "expm1": ("exp",),
    "sin": ("cos",),
    "cos": ("sin",),
    "tan": ("tanh",),
    "tanh": ("sin", "arctan"),
    "arctan": ("tanh",),
    "sqrt": ("square", "cbrt"),
    "square": ("sqrt", "abs"),
    "abs": ("square", "sign"),
    "sign": ("abs",),
    "any": ("all",),
    "all": ("any",),
    "dot": ("outer", "multiply"),
    "matmul": ("outer", "multiply"),
    "outer": ("dot", "multiply", "inner"),
    "inner": ("outer", "dot"),
    "multiply": ("dot", "outer"),
    "std": ("var",),
    "var": ("std",),
    "floor": ("ceil", "round"),
    "ceil": ("floor", "round"),
    "round": ("floor", "ceil"),
    "rint": ("floor", "ceil"),
    "deg2rad": ("rad2deg",),
    "rad2deg": ("deg2rad",),
    "radians": ("degrees",),
    "degrees": ("radians",),
    "normal": ("uniform",),
    "uniform": ("normal",),
    "random": ("normal", "uniform"),
    "rand": ("randn",),
    "randn": ("rand",),
    "permutation": ("arange",),
    "zeros": ("ones", "empty"),
    "ones": ("zeros",),
    "empty": ("zeros",),
    "empty_like": ("zeros_like",),
    "zeros_like": ("ones_like",),
    "ones_like": ("zeros_like",),
    "hstack": ("vstack", "column_stack"),
    "vstack": ("hstack", "column_stack"),
    "column_stack": ("vstack",),
    "triu": ("tril",),
    "tril": ("triu",),
    "append": ("extend",),
    "extend": ("append",),
    "inv": ("pinv",),
    "floor_divide": ("divide",),
}
_REDUCE = frozenset({"sum", "mean", "max", "min", "prod", "median", "std", "var", "any", "all", "argmax", "argmin", "amax", "amin", "cumsum", "argsort", "sort", "norm"})
_KEEPING = _REDUCE - {"argmax", "argmin", "cumsum", "argsort", "sort"}
_REDUCTIONS = frozenset({"sum", "mean", "max", "min", "prod", "median", "amax", "amin"})
_PLAIN = frozenset({"len", "range", "zip", "enumerate", "isinstance", "ValueError", "dict", "print", "super", "type"})


def of_siblings(site: Site, place: Place) -> Iterator[Change]:
    """Another function with the same arguments."""
    node = site.node
    if not isinstance(node, ast.Call):
        return
    name = place.name(node)
    arguments = ", ".join(place.text(one) for one in (*node.args, *node.keywords))
    if isinstance(node.func, ast.Attribute):
        owner = place.tight(node.func.value)
        for rank, other in enumerate(_SIBLINGS.get(name, ())):
            aspect = "reduction" if name in _REDUCTIONS else "function"
            yield Change(2.0 + 0.7 * rank, aspect, f"{owner}.{other}({arguments})", f"{name}>{other}")
    elif name in ("max", "min", "sum"):
        yield Change(3.0, "reduction", f"{'min' if name == 'max' else 'max'}({arguments})", f"{name}>")
    elif name == "int":
        yield Change(3.0, "function", f"round({arguments})", "int>")
    elif name == "round" and len(node.args) == 1:
        yield Change(3.0, "function", f"int({arguments})", "round>")
    if len(node.args) == 1 and not node.keywords and name not in _PLAIN and (isinstance(node.func, ast.Name) or name in ("tanh", "exp")):
        for other in (*place.scope.called, *place.known, "np.tanh", "np.sign"):
            if other != name and other != site.function.name:
                cost = 3.0 if other in place.scope.called or other == "np.tanh" else 4.0
                yield Change(cost, "function", f"{other}({arguments})", f"{name}>{other}")
    if len(node.args) >= 2 and name not in ("where", "zip", "isinstance", "range"):
        texts = [place.text(one) for one in node.args]
        for i in range(len(texts) - 1):
            moved = [*texts[:i], texts[i + 1], texts[i], *texts[i + 2 :], *(place.text(one) for one in node.keywords)]
            yield Change(3.0, "argument.order", f"{place.text(node.func)}({', '.join(moved)})", "args")
        if len(texts) == 3:
            yield Change(4.0, "argument.order", f"{place.text(node.func)}({texts[2]}, {texts[1]}, {texts[0]})", "args")
    if name == "where" and len(node.args) == 3:
        condition, one, other = (place.tight(arg) for arg in node.args)
        yield Change(2.4, "case", f"np.where({condition}, {other}, {one})", "where turned")
        yield Change(2.8, "case", one, "where one")
        yield Change(2.8, "case", other, "where other")


def of_means(site: Site, place: Place) -> Iterator[Change]:
    """A mean over the rows for a mean over all entries; a diagonal for all pairs of a vector with itself."""
    node = site.node
    if not isinstance(node, ast.Call):
        return
    name, inside = place.name(node), _measured(node, place)
    if name == "mean" and not node.keywords and len(node.args) <= 1 and inside != "np":
        for owner in dict.fromkeys(part.id for part in ast.walk(node) if isinstance(part, ast.Name) and part.id in place.scope.first):
            yield Change(2.6, "reduction", f"{inside}.sum() / len({owner})", "mean of rows")
    if name == "outer" and len(node.args) == 2 and place.text(node.args[0]) == place.text(node.args[1]):
        yield Change(2.4, "product", f"np.diag({place.text(node.args[0])})", "outer diag")


def of_product_calls(site: Site, place: Place) -> Iterator[Change]:
    """Transposed operands of `np.dot(a, b)`, `a.dot(b)` and their like."""
    node = site.node
    if not isinstance(node, ast.Call) or place.name(node) not in ("dot", "matmul", "outer", "multiply"):
        return
    operands = list(node.args)
    if isinstance(node.func, ast.Attribute) and not place.is_module(node.func.value):
        operands.insert(0, node.func.value)
    if len(operands) != 2 or node.keywords:
        return
    one, other = (place.tight(operand) for operand in operands)
    flipped, other_flipped = (text[:-2] if text.endswith(".T") else f"{text}.T" for text in (one, other))
    if place.name(node) != "multiply":
        yield Change(2.4, "operand.order", f"{other} @ {one}", "order")
    for cost, text in ((2.6, f"{flipped} @ {other}"), (2.6, f"{one} @ {other_flipped}"), (3.4, f"{other_flipped} @ {one}"), (3.4, f"{other} @ {flipped}"), (3.8, f"{other_flipped} @ {flipped}")):
        yield Change(cost + (2 if place.name(node) == "multiply" else 0), "operand.transposed", text, "T")
    yield Change(3.0, "product", f"{one} * {other}", "@*")
    yield Change(3.2, "product", f"{one} @ {other}", "outer@")
    yield Change(3.4, "operator", f"{one} + {other}", "@+")
    yield Change(2.8, "factor.extra", one, "dropped right")
    yield Change(2.8, "factor.extra", other, "dropped left")


def of_wrapping(site: Site, place: Place) -> Iterator[Change]:
    """No call at all: what is put in, or one of the arguments."""
    node = site.node
    if not isinstance(node, ast.Call) or place.name(node) in _PLAIN:
        return
    name = place.name(node)
    method = isinstance(node.func, ast.Attribute) and not place.is_module(node.func.value)
    if method:
        yield Change(2.6 if name in ("astype", "round", "clip", "squeeze", "ravel", "flatten") else 3.4, "call.extra", place.tight(node.func.value), f"no {name}")
    for i, arg in enumerate(node.args):
        if isinstance(arg, ast.Starred | ast.GeneratorExp):
            continue
        cost = 2.2 if name in ("clip", "round", "abs", "sign", "squeeze", "float32") else 3.0
        yield Change(cost + 0.8 * bool(i) + (1.5 if method else 0), "call.extra", place.tight(arg), f"no {name}")
        if len(node.args) > 1 and name in ("maximum", "minimum", "max", "min", "clip", "round", "norm", "reshape", "std", "var"):
            rest = [place.text(one) for j, one in enumerate((*node.args, *node.keywords)) if j != i]
            yield Change(4.0, "argument.extra", f"{place.text(node.func)}({', '.join(rest)})", "less")
    if name == "clip" and len(node.args) == 3:
        x, low, high = (place.text(one) for one in node.args)
        yield Change(2.6, "argument.extra", f"np.clip({x}, None, {high})", "clip low")
        yield Change(2.6, "argument.extra", f"np.clip({x}, {low}, None)", "clip high")


def of_inner(site: Site, place: Place) -> Iterator[Change]:
    """What is two calls deep: of `np.tile(x.mean(axis=0), n)`, x."""
    outer = site.node
    for inner in _operands(outer, place):
        for innermost in _operands(inner, place):
            yield Change(4.4, "call.extra", place.tight(innermost), "no two")


def _operands(node: ast.AST, place: Place) -> list[ast.expr]:
    if isinstance(node, ast.Call) and place.name(node) not in _PLAIN:
        owner = [node.func.value] if isinstance(node.func, ast.Attribute) and not place.is_module(node.func.value) else []
        return owner or [arg for arg in node.args[:1] if not isinstance(arg, ast.GeneratorExp | ast.Starred)]
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow):
        return [node.left]
    return []


def of_generator(site: Site, place: Place) -> Iterator[Change]:
    """The generator that was handed in where another one is used."""
    node = site.node
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or "random" not in place.text(node.func.value) or "rng" not in place.scope.parameters:
        return
    args, name = [place.text(one) for one in (*node.args, *node.keywords)], node.func.attr
    yield Change(1.0, "random", f"rng.{name}({', '.join(args)})", "rng")
    if name in ("randn", "rand"):
        yield Change(1.0, "random", f"rng.{'normal' if name == 'randn' else 'random'}(size=({', '.join(args)},))", "rng")
    if name == "randint":
        yield Change(1.0, "random", f"rng.integers({', '.join(args)})", "rng")


def of_items(site: Site, place: Place) -> Iterator[Change]:
    """One item less in a list, tuple or dict."""
    node = site.node
    if isinstance(node, ast.List | ast.Tuple) and 2 <= len(node.elts) <= 8 and not isinstance(site.parent, ast.Return | ast.Assign) and site.field != "slice":
        for i in range(len(node.elts)):
            rest = ", ".join(place.text(one) for j, one in enumerate(node.elts) if j != i)
            shape = isinstance(node, ast.Tuple) and isinstance(site.parent, ast.Call) and place.name(site.parent) in ("zeros", "ones", "empty", "full", "reshape", "normal")
            yield Change(2.8 if shape else 4.0, "item.extra", f"[{rest}]" if isinstance(node, ast.List) else f"({rest},)", "item out")
    if isinstance(node, ast.Dict) and len(node.values) > 1 and all(node.keys):
        for i in range(len(node.values)):
            rest = ", ".join(f"{place.text(key)}: {place.text(one)}" for j, (key, one) in enumerate(zip(node.keys, node.values, strict=True)) if j != i)
            yield Change(4.0, "item.extra", f"{{{rest}}}", "item out")


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
        yield Change(4.6, "axis", called(axis=None) + f" / {_measured(node, place)}.shape[0]", "axis none mean")
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


def _measured(node: ast.Call, place: Place) -> str:
    if isinstance(node.func, ast.Attribute) and not place.is_module(node.func.value):
        return place.tight(node.func.value)
    return place.tight(node.args[0]) if node.args else "np"


_SWITCHES = {"linspace": "endpoint=False", "choice": "replace=False", "meshgrid": "indexing='ij'", "searchsorted": "side='right'", "argsort": "kind='stable'", "svd": "full_matrices=False"}


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


RULES = (of_siblings, of_means, of_product_calls, of_wrapping, of_inner, of_generator, of_items, of_axis, of_keywords, of_ranges)
