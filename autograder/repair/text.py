"""The learner's own text of a part of the code, as it can be put into other code, and what is known of a place."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

from autograder.repair.code import Code, Site
from autograder.repair.scope import Scope

_SIGNS = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.MatMult: "@",
    ast.Pow: "**",
    ast.FloorDiv: "//",
    ast.Mod: "%",
    ast.BitAnd: "&",
    ast.BitOr: "|",
    ast.BitXor: "^",
    ast.LShift: "<<",
    ast.RShift: ">>",
}
_ATOMS = ast.Name | ast.Attribute | ast.Call | ast.Subscript | ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp | ast.JoinedStr
_NO_NUMBER = (
    ast.Compare | ast.BoolOp | ast.Tuple | ast.List | ast.Dict | ast.Set | ast.Slice | ast.Lambda | ast.Starred | ast.JoinedStr | ast.ListComp | ast.DictComp
) | (ast.GeneratorExp | ast.SetComp | ast.NamedExpr | ast.Await | ast.Yield)


def atom(text: str) -> bool:
    """Whether a text can stand anywhere without brackets."""
    return text.isidentifier() or text.isdigit()


@dataclass(frozen=True, slots=True)
class Place:
    """What the rules ask about a place."""

    code: Code
    scope: Scope
    known: tuple[str, ...] = ()  # other functions of one argument that may be called
    _texts: dict[int, str] = field(default_factory=dict, repr=False)

    def text(self, node: ast.AST) -> str:
        """The text of a part."""
        return self.code.segment(node)

    def tight(self, node: ast.AST) -> str:
        """The text of a part, in brackets where it needs them."""
        known = self._texts.get(id(node))
        if known is None:
            known = self._texts[id(node)] = self._in_brackets(node)
        return known

    def _in_brackets(self, node: ast.AST) -> str:
        text = self.code.segment(node)
        if isinstance(node, _ATOMS) or (isinstance(node, ast.Constant) and not isinstance(node.value, int)) or atom(text):
            return text
        return f"({text})"

    @staticmethod
    def sign(op: ast.operator) -> str:
        return _SIGNS[type(op)]

    @staticmethod
    def name(node: ast.AST) -> str:
        """What is called: `sum` for `np.sum(x)`, `x.sum()` and `sum(x)`."""
        func = getattr(node, "func", node)
        return func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")

    @staticmethod
    def is_module(node: ast.AST) -> bool:
        return isinstance(node, ast.Name) and node.id in ("np", "numpy", "math") or (isinstance(node, ast.Attribute) and Place.is_module(node.value))

    def is_number(self, site: Site) -> bool:
        """Whether a number or array may stand at a place, as far as the code tells."""
        node = site.node
        if isinstance(node, _NO_NUMBER) or site.field in ("slice", "keys", "test", "iter", "lower", "upper", "step", "ifs") or isinstance(site.parent, ast.keyword | ast.Slice):
            return False
        if isinstance(node, ast.Constant) or isinstance(node, ast.Name) and (node.id in self.scope.texts or self.is_module(node)):
            return False
        if isinstance(node, ast.Attribute) and (node.attr in ("shape", "size", "ndim", "dtype") or self.is_module(node.value)):
            return False
        if isinstance(site.parent, ast.Attribute | ast.Subscript) and site.field == "value":
            return False
        called = self.name(site.parent) if isinstance(site.parent, ast.Call) else ""
        return called not in ("range", "len", "zeros", "ones", "empty", "enumerate", "zip", "reversed", "reshape", "arange", "isinstance", "print", "append_to")

    def is_index(self, site: Site) -> bool:
        """Whether a place is between the brackets of `A[i, j:k]`."""
        if site.field == "slice" or isinstance(site.parent, ast.Slice):
            return True
        start = self.code.span(site.parent)[0] if isinstance(site.parent, ast.Tuple) else 0
        return self.code.text[start - 1 : start] == b"[" and self.code.text[start : start + 1] != b"("

    def is_whole(self, site: Site) -> bool:
        """Whether a place holds a whole right side, a result, an entry of a dict, or an argument of a function of the learner's."""
        if isinstance(site.parent, ast.Assign | ast.AugAssign | ast.Return | ast.Dict):
            return True
        return isinstance(site.parent, ast.Tuple | ast.List)

    def is_expression(self, node: ast.AST) -> bool:
        return not isinstance(node, ast.Name | ast.Constant)

    @staticmethod
    def is_axis(site: Site) -> bool:
        return isinstance(site.parent, ast.keyword) and site.parent.arg in ("axis", "ddof", "axes")
