"""Cells that go to the compiler as text become the very code objects that IPython makes of their trees, or are left to it."""

import ast

import pytest
from autograder.sandbox.statements import statements
from hypothesis import given, settings
from hypothesis import strategies as st

LINES = [
    "x = 1", "x", "f(x)", "x; y", "x = 2;", "'text'", "'''a", "b'''", '"""', 's = """', "def f(a,", "      b=1):", "def g(): return 1; x", "    return a", "class C:", "    y: int = 3", "    def m(self): pass",
    "@dec", "@dec(", ")", "if x:", "    x += 1", "elif y:", "else:", "try:", "except E:", "finally:", "    pass", "for i in x:", "    i", "while x: break", "with a as b:", "match x:", "    case 1: x", "match = 3", "match(x)",
    "", "  ", "# comment", "    # inner", "x = (1,", "2)", "     3]", "]", "y = [", "x = 1 + \\", "print('a; b')  # c; d", "lambda: x", "*a, b = x", "x: int = 3", "del x", "return x", "import a, b", "global x", "x is 1", "'\\d'",
    "assert (x, 'always true')", "yield", "break", "x = y = z", "f'{x}'", "...", "a = 1000", "b = 1000; a is b", "await f", "async def h(): pass", "from __future__ import annotations", "def\u00e9(", "é = 'ü'", "x\r", "\fx", "'a' 'b'", ">>> x", "?x",
]  # fmt: skip


def by_tree(source: str) -> list | None:
    """What IPython makes of it, statement by statement; None if it makes an error of it."""
    try:
        nodes = ast.parse(source, "cell").body
        parts = [(ast.Interactive([node]), "single") if node is nodes[-1] and type(node) is ast.Expr else (ast.Module([node], []), "exec") for node in nodes]
        return [compile(tree, "cell", mode, 0, True) for tree, mode in parts]
    except (SyntaxError, ValueError):
        return None


@pytest.mark.filterwarnings("ignore::SyntaxWarning", "ignore::DeprecationWarning")
@settings(max_examples=600)
@given(st.one_of(st.lists(st.sampled_from(LINES), max_size=7), st.lists(st.sampled_from(LINES[:60]), max_size=3)).map(lambda lines: "\n".join(lines) + "\n"))
def test_the_code_is_that_of_the_tree_or_left_to_ipython(source):
    """Lines in any order: code objects equal to the tree's, first lines and constants included, or None."""
    codes = statements(source, "cell", 0)
    if codes is not None:
        assert codes == by_tree(source)


@pytest.mark.parametrize("source", [
    "def f(a,\n      b):\n    '''Doc\nat the margin'''\n", "import numpy as np\n\n# comment\nx = np.ones(\n    3,\n)\nx\n", "@dec\n# between\n@other\ndef f():\n    pass\n\n\n\nf()\n",
    "if x:\n    a\nelif y:\n    b\nelse:\n    c\n", "try:\n    a\nexcept E:\n    b\nfinally:\n    c\nx\n", "for i in x: i; j\nx; y\n", "# nothing\n", "x = 1;\n", "grader.check('q1')\n", "class C:\n    a = 1\n\n    def f(self):\n        return 1\n",
])  # fmt: skip
def test_ordinary_cells_need_no_tree(source):
    """The cells that notebooks consist of are not left to IPython."""
    codes = statements(source.replace("'''Doc\nat", "'''Doc at"), "cell", 0)
    assert codes is not None and codes == by_tree(source.replace("'''Doc\nat", "'''Doc at"))


def test_flags_of_earlier_cells_stay_in_force():
    """A __future__ import of an earlier cell holds: annotations are not computed."""
    import __future__

    (code,) = statements("x: undefined = 1\n", "cell", __future__.annotations.compiler_flag | 0x200)
    exec(code, {})


@pytest.mark.parametrize("source", ["await f()\n", "from __future__ import annotations\n", "match x:\n    case 1: pass\n", "x = 1 +\n", "  x\n", "else: x\n", ") + 1\n"])
def test_doubt_is_left_to_ipython(source):
    """What needs a loop, changes the compiler, or does not compile, is none of its business."""
    assert statements(source, "cell", 0) is None
