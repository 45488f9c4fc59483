"""A cell as one code object per statement, straight from its text.

IPython makes a tree of Python objects of every cell and compiles it statement by statement: most cells run in less time than
that takes. Here the text is cut where a line begins a statement and each piece goes to the compiler. A piece that compiles by
itself ends outside every bracket and string, so what follows it begins a statement, too: when all of them compile, the cut is
the one that the tree would have shown. Any doubt, and any error, leaves the cell to IPython.
"""

import __future__

import ast
import re
from itertools import pairwise
from types import CodeType

# What stands at the left margin and goes on with the statement before it.
_GOES_ON = re.compile(r"[\s#)\]}]|(?:else|elif|except|finally)\b")
_COMPOUND = re.compile(r"\n*(?:(?:def|class|if|for|while|with|try)\b|@)")
_ANNOTATED = re.compile(r"\n*[\w.\[\]]+ *:")
# Statements whose kind shows only in a tree (`match`), and what leaves its mark on the compiler or needs a loop.
_LEFT_TO_IPYTHON = re.compile(r"__future__|async|await|(?m:^match\b)|\\\n|[\r\f]")
_FUTURES = 0
for _name in __future__.all_feature_names:
    _FUTURES |= getattr(__future__, _name).compiler_flag


def statements(source: str, filename: str, flags: int) -> list[CodeType] | None:
    """What runs `source` as IPython does, the value of a last expression displayed; None if that takes a closer look.

    flags: of the compiler, in force from earlier cells."""
    if _LEFT_TO_IPYTHON.search(source):
        return None
    try:
        pieces = _pieces(source)
        return [
            code
            for begin, end, above in pieces
            for code in _compiled("\n" * above + source[begin:end], filename, flags & _FUTURES, end == len(source))
        ]
    except (SyntaxError, ValueError, OverflowError, MemoryError, RecursionError, _Unclear):
        return None


class _Unclear(Exception):
    """What stands at the left margin begins no statement."""


def _pieces(source: str) -> list[tuple[int, int, int]]:
    """(begin, end, lines above) of each piece of `source` that should be one statement."""
    pieces, above, at, decorated = [], 0, 0, False
    for line in source.split("\n"):
        if line and not _GOES_ON.match(line):
            if not decorated:
                pieces.append((at, above))
            decorated = line[0] == "@"
        elif not pieces and line and not line.lstrip().startswith("#"):
            raise _Unclear
        at += len(line) + 1
        above += 1
    return [(begin, end, lines) for (begin, lines), (end, _) in pairwise([*pieces, (len(source), 0)])]


def _compiled(piece: str, filename: str, flags: int, last: bool) -> list[CodeType]:
    if _COMPOUND.match(piece):
        return [compile(piece, filename, "exec", flags, True)]
    if ";" not in piece and not _ANNOTATED.match(piece):
        # One simple statement is the same in both modes, but for an expression, of which the second shows the value.
        return [compile(piece, filename, "single" if last else "exec", flags, True)]
    nodes = compile(piece, filename, "exec", flags | ast.PyCF_ONLY_AST, True).body
    shown = nodes[-1] if last and nodes and type(nodes[-1]) is ast.Expr else None
    return [
        compile(ast.Interactive([node]), filename, "single", flags, True) if node is shown else compile(ast.Module([node], []), filename, "exec", flags, True)
        for node in nodes
    ]
