"""Cells behave as in Jupyter where numpy coursework can tell the difference; what differs is listed in JUPYTER.md."""

import ast
import random
import re

import nbformat
import pytest
from autograder.sandbox import Limits
from autograder.sandbox.syntax import Transformers, only_in_docstrings
from IPython.core.inputtransformer2 import TransformerManager, classic_prompt

SAME = [
    "1 + 1", "1 + 1;", "None", "x = 3", "x\nx * 2", "print('a'); print('b', end='')", "import sys; print('to stderr', file=sys.stderr)",
    "import numpy as np\nnp.arange(6).reshape(2, 3)", "np.set_printoptions(precision=3)\nnp.array([1 / 3])", "np.array([1, 2]) / 0",
    "1 / 0", "print('before'); undefined_name", "raise ValueError('text', 3)", "def f(:", "  x = 1\n y = 2", "x = (", "assert x == 4, 'x is not 4'",
    "raise KeyboardInterrupt", "raise KeyboardInterrupt('text')", "class E(Exception): pass\nraise E('own')",
    "try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    raise RuntimeError('second') from e",
    "def f(): return f()\nf()", "__name__", "_", "_1", "In[1], Out[1]", "len(In) > 3", "get_ipython().execution_count > 3", "import __main__; __main__.x",
    "from dataclasses import dataclass\n@dataclass\nclass P:\n    a: int = 1\nP()", "import pickle; pickle.loads(pickle.dumps(P()))", "import inspect; inspect.getsource(P)",
    "from __future__ import annotations\ndef g(x: undefined_annotation): return x\ng(1)", "import asyncio\nawait asyncio.sleep(0.001)\n'awaited'",
    "later = asyncio.sleep(0)\ntry: asyncio.run(later)\nfinally: later.close()", "async def later(): return 5\ntask = asyncio.create_task(later())\nawait task", "asyncio.get_event_loop().is_running()", "await asyncio.get_running_loop().run_in_executor(None, abs, -5)",
    "%matplotlib inline", "%%time\npass" , "%%capture out\nprint('captured')", "out.stdout", "%precision 2", "3.14159", "%who_ls int", 
    "%%writefile written.py\ny = 7", "%run written.py\ny", "import written; written.y", "import os; os.getcwd() == os.path.abspath('.')", "input('name?')",
    "import getpass; getpass.getpass()", "from IPython.display import display, Markdown, HTML\ndisplay('text', Markdown('**bold**')); HTML('<b>x</b>')",
    "h = display('first', display_id='one'); h.update('second')", "display('first', display_id='two')\ndisplay('second', display_id='two', update=True)",
    "from IPython.display import clear_output\nprint('gone'); clear_output(); print('stays')", "print('kept'); clear_output(wait=True)",
    "import warnings; warnings.warn('careful')\n1", "len?", "help(len)", "with open('t.txt', 'w') as f: print(f.write('abc'))", "print(open('t.txt').read())",
    "import contextlib, io\nwith contextlib.redirect_stdout(io.StringIO()) as s: print('caught')\ns.getvalue()", "sys.stdout.write('written\\n')", "sys.stdout.isatty(), sys.stdout.encoding",
    "import os\n_ = os.write(1, b'below python\\n')", "import ctypes\n_ = ctypes.CDLL(None).puts(b'from C')", "print('a' * 10, flush=True)",
    "import threading\nt = threading.Thread(target=print, args=('thread',)); t.start(); t.join()",
    "def gen():\n    yield 1\nlist(gen())", "[*map(lambda a: a + x, [1, 2])]", "if True:\n    'not shown'", "'shown'\n'last'", "a = 1000\nb = 1000\nprint(a is b)", "x = 5; x", "a = b = 2\na, b", "@staticmethod\ndef s(): pass\ntype(s).__name__",
    "class R:\n    def __repr__(self): raise ValueError('bad repr')\nprint(type(R()).__name__)", "class H:\n    def _repr_html_(self): return '<i>h</i>'\n    def __repr__(self): return 'H'\nH()",
    "import logging; logging.warning('logged')", "import random; random.seed(1); random.random()", "np.random.seed(0); np.random.rand(2)", "np.random.default_rng(3).normal()",
    "import time; time.sleep(0.001)", "globals()['x']", "del x\nx", "%%timeit -n1 -r1 -q\npass", "breakpoint", "print(*range(3), sep='\\n')", "print('\\x1b[31mred\\x1b[0m')", "'\\ud800'.encode()", "print('\\N{SNOWMAN}')",
]  # fmt: skip
# Cell -> what a session does instead: (printed, name of the error, message, displays).
DIFFERENT = {
    "import sys; sys.exit(3)": ([], "SystemExit", "3", []),
    "raise ExceptionGroup('many', [ValueError(1), TypeError(2)])": ([], "ExceptionGroup", "many (2 sub-exceptions)", []),
    "%no_such_magic": ([], "UsageError", "Line magic function `%no_such_magic` not found.", []),
    "!echo hello": (["shell commands are not available while a notebook is graded"], "", "", []),
    "x = !echo hello\nx": (["shell commands are not available while a notebook is graded"], "", "", [{"text/plain": "[]"}]),
    "import subprocess; subprocess.run(['echo'])": ([], "PermissionError", "[Errno 1] Operation not permitted", []),
    "import socket; socket.socket()": ([], "PermissionError", "[Errno 1] Operation not permitted", []),
    "import os; os.path.exists('/proc/self')": ([], "", "", [{"text/plain": "False"}]),
    "exit()": ([], "SystemExit", "", []),
}
PICTURES = [
    "import matplotlib.pyplot as plt\nplt.plot([1, 2])", "plt.plot([1]);", "fig, ax = plt.subplots(); ax.plot([1])\nplt.show()\nprint('after')", "plt.figure(); plt.figure();",
    "fig", "plt.plot([1]); plt.close(); plt.get_fignums()", "plt.plot([1]); 1 / 0", "plt.get_fignums()", "plt.get_backend()", "plt.ioff(); plt.plot([1]); plt.ion();", "plt.rcParams['figure.dpi']",
]  # fmt: skip


def plain(text: str) -> str:
    """Without what differs from process to process: addresses, names of files and numbers of cells in them, times."""
    text = re.sub(r"\x1b\[[\d;]*m", "", text)
    text = re.sub(r"(\S*/)?\b\d+\.py\b|<ipython-input-[^>]*>", "<cell>", text)
    text = re.sub(r"[\d.]+(e\+\d+)? [nµμm]?s\b", "TIME", text)
    return re.sub(r"0x[0-9a-f]+", "0xADDRESS", text)


_LATE = "import time\ntime.sleep(2)"  # the thread that collects has the kernel for itself meanwhile


def in_jupyter(cells: list[str]) -> list[tuple]:
    """(printed, name of the error, message, displays) of each cell as nbclient records them."""
    from nbclient import NotebookClient

    run = [part for cell in cells for part in (cell, *([_LATE] if _is_below_python(cell) else []))]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in run])
    NotebookClient(notebook, allow_errors=True, timeout=600, kernel_name="python3").execute()
    found, done = [], iter(notebook.cells)
    for source in cells:
        outputs = [*next(done).outputs, *(next(done).outputs if _is_below_python(source) else [])]
        printed = "".join(out.text for out in outputs if out.output_type == "stream")
        errors = [(out.ename, plain(out.evalue)) for out in outputs if out.output_type == "error"]
        shown = [bundle(out.data) for out in outputs if out.output_type in ("display_data", "execute_result")]
        found.append((sorted(plain(printed).splitlines()), *(errors or [("", "")])[0], shown))
    return found


def _is_below_python(cell: str) -> bool:
    """Whether what a cell prints goes past Python. A kernel collects that in a thread, so it may well come in the next cell."""
    return "os.write" in cell or "ctypes" in cell


def in_session(session, cells: list[str]) -> list[tuple]:
    found = []
    for cell in cells:
        result = session.run_cell(cell, render=True)
        shown = [bundle(data) for data in result.displays]
        found.append((sorted(plain(result.stdout).splitlines()), result.error, plain(result.message), shown))
    return found


def bundle(data) -> dict:
    return {mime: "PICTURE" if mime.startswith("image/") else plain(text) for mime, text in data.items()}


@pytest.fixture(scope="module")
def both(zygote, tmp_path_factory):
    """Every cell's outcome in Jupyter and in a session, in one run each."""
    cells = [*SAME, *PICTURES, *DIFFERENT]
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp("jupyter"))
        patch.delenv("PYTEST_CURRENT_TEST", raising=False)  # a kernel that sees it does not collect what C code prints
        jupyter = in_jupyter(cells[:-1])  # the last one ends the kernel
    with zygote.session(Limits(cell_seconds=60.0)) as session:
        ours = in_session(session, cells)
    return {cell: pair for cell, *pair in zip(cells, [*jupyter, None], ours, strict=True)}


@pytest.mark.parametrize("cell", SAME + PICTURES)
def test_a_cell_does_what_it_does_in_jupyter(both, cell):
    """The same text printed, the same error and message, the same things displayed."""
    jupyter, ours = both[cell]
    assert ours == jupyter


@pytest.mark.parametrize("cell", DIFFERENT)
def test_a_difference_is_the_documented_one(both, cell):
    """Each known difference is still one, and is what is written down here and in JUPYTER.md."""
    jupyter, ours = both[cell]
    assert ours == DIFFERENT[cell] != jupyter


def test_settings_of_numpy_made_in_a_cell_hold_in_calls(session):
    """np.seterr and print options, which live in a context, reach the functions called later, as in a kernel."""
    session.run_cell("import numpy as np\nnp.seterr(divide='raise')\nnp.set_printoptions(precision=2)\ndef f(x): return 1 / x\ndef g(): return str(np.array([1 / 3]))")
    import numpy as np

    (result,) = session.observe_many(session.lookup("f"), [(np.zeros(1),)])
    assert result.error == "FloatingPointError"
    assert session.lookup("g")() == "[0.33]"


def test_without_render_nothing_is_drawn(session):
    """Grading draws no figure and computes no text of results, but leaves the same state behind."""
    source = "import matplotlib.pyplot as plt\nfrom matplotlib.backends.backend_agg import FigureCanvasAgg as A\ndrawn = []\nold = A.draw\nA.draw = lambda *a: (drawn.append(1), old(*a))\nplt.plot([1, 2])"
    assert session.run_cell(source).displays == ()
    assert session.run_cell("plt.plot([1]); plt.show(); x = plt.get_fignums()\n[drawn.append(2)]").displays == ()
    assert (session.lookup("drawn"), session.lookup("x"), session.lookup("_")) == ([2], [], [None])
    assert session.run_cell("plt.plot([1]);", render=True).displays[0]["image/png"].startswith("iVBOR")  # base64, as in a notebook


_PIECES = (
    "x = 1", "%time x", "!ls", "a = !ls", "a = %pwd", "f?", "len??  ", "?f", ">>> x = 1", "... y", "...: z", "In [3]: x", "    >>> doc", '"""', "'''", "# why?",
    "(a", "% b)", "/f x", ",f x", ";f x", "@decorator", "    indented", "\tx", "", " ", "x = \\", "%%bash", "def f():", "    return 1", "[1,", " 2]", "x = 'a?'", "\f", "\r",
    "  ...", "s = '%' % 1", "b != a", "y == %x", "\u2028", "[nav] In [1]: x",
)  # fmt: skip


@pytest.mark.filterwarnings("ignore:.make_tokens_by_line. received")  # IPython's own, of the odd ends of lines here
def test_the_short_way_past_ipythons_syntax_changes_nothing():
    """Whatever is written, a cell becomes the same Python as by IPython's own way of looking at every token."""
    rng, short, whole = random.Random(5), Transformers(), TransformerManager()

    def become(transformers, cell):
        try:
            made = transformers.transform_cell(cell)
            ast.parse(made)
            return made
        except SyntaxError as error:  # found by one way while it reads tokens, by the other when the code is compiled
            return type(error)

    for _ in range(3000):
        cell = "\n".join(rng.choices(_PIECES, k=rng.randint(1, 6))) + rng.choice(("", "\n"))
        assert become(short, cell) == become(whole, cell), cell


_DOCTESTS = (
    ">>> f(1)", "    >>> f(1)", '"""Doc', '    """Doc', '    """Doc."""', 'x = """', 'r"""', '"""', '    """', "'''", "... 2", "def f():",
    "    return '\"\"\"'", "    2", '    x = "\\""',
)  # fmt: skip


def test_prompts_in_docstrings_are_told_apart():
    """Where every prompt is said to stand in a docstring, IPython strips none."""
    rng, told = random.Random(6), 0
    for _ in range(3000):
        cell = "\n".join(rng.choices(_DOCTESTS, k=rng.randint(1, 7))) + "\n"
        if only_in_docstrings(cell):
            told += ">>>" in cell
            lines = cell.splitlines(keepends=True)
            assert classic_prompt(lines) == lines, cell
    assert told > 20


def test_the_short_way_past_ipythons_commands_changes_nothing(session):
    """A line that calls a method becomes what IPython makes of it, also when it ends like a mode line or names a magic."""
    lines = ["grader.check('q1')", "plt.show()", "a.b(c)\n", "x.y('?')", "time.sleep(0)", "get_ipython.x()", "np.ones(3).sum()", "a.b()  # PYTHON-MODE", "a.b(;)", "a.b(!ls)"]
    result = session.run_cell(
        f"from IPython.core.interactiveshell import InteractiveShell as I\nshell = get_ipython()\nfor line in {lines}:\n"
        "    if shell.transform_cell(line) != I.transform_cell(shell, line): print(line)"
    )
    assert (result.status, result.stdout) == ("ok", "")


def test_a_warning_of_the_compiler_comes_once_and_where_it_belongs(session):
    """What the compiler says about a statement stands between what the statements around it print."""
    lines = session.run_cell("x = 5\nprint('before')\nprint(x is 5)").stdout.splitlines()
    assert lines[0] == "before" and lines[-1] == "True" and sum("SyntaxWarning" in line for line in lines) == 1
