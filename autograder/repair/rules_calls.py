"""What could stand in the place of a call: another function of its kind, other arguments, or no call at all."""

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
    "logaddexp2": ("logaddexp",),
    "logaddexp": ("logaddexp2",),
    "exp2": ("exp",),
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
    name, inside = place.name(node), measured(node, place)
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


def measured(node: ast.Call, place: Place) -> str:
    """What a sum or mean is taken of: x in `x.sum()` and in `np.sum(x)`."""
    if isinstance(node.func, ast.Attribute) and not place.is_module(node.func.value):
        return place.tight(node.func.value)
    return place.tight(node.args[0]) if node.args else "np"


RULES = (of_siblings, of_means, of_product_calls, of_wrapping, of_inner, of_generator, of_items)
