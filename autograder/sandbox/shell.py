"""Notebook cells without a Jupyter kernel: an IPython shell that collects what a kernel would have sent."""

import asyncio
import builtins
import getpass
import sys
from collections.abc import Coroutine
from contextvars import Context

from IPython.core.compilerop import CachingCompiler
from IPython.core.error import StdinNotImplementedError
from IPython.core.interactiveshell import InteractiveShell
from IPython.core.pylabtools import select_figure_formats
from IPython.utils.text import LSString, SList
from traitlets import Type
from traitlets.config import Config

from .event_loop import PipeEventLoop
from .outputs import Displays, Results
from .statements import statements
from .syntax import METHOD_CALL, Transformers
from .telling import describe

_FIGURE_KINDS = ("image/png", "image/jpeg", "image/svg+xml", "application/pdf")


class Statements(list):
    """The code objects of a cell, in the place of its tree."""

    @property
    def body(self) -> "Statements":
        return self


class Compiler(CachingCompiler):
    """Makes a tree of a cell only where one is needed."""

    shell: "Shell"
    expected: str | None = None  # the cell that is about to run

    def ast_parse(self, source: str, filename: str = "<unknown>", symbol: str = "exec") -> object:
        expected, self.expected = self.expected, None
        if source is expected and not self.shell.ast_transformers and self.shell.ast_node_interactivity == "last_expr":
            printed = self.shell.display_pub.printed
            before = printed.written
            codes = statements(source, filename, self.flags)
            if codes is not None and printed.written == before:
                return Statements(codes)
            printed.unwrite(before)  # a warning, which comes again, where it belongs
        return super().ast_parse(source, filename, symbol)


class Shell(InteractiveShell):
    """Where it differs from a kernel's shell is listed in JUPYTER.md."""

    compiler_class = Type(Compiler)
    loop: asyncio.AbstractEventLoop | None = None  # once a cell might have a use for it
    prefilters = 0  # of IPython's own
    figure: type  # matplotlib's; and where formats for it are registered:
    figure_printers: list[dict]

    def init_display_pub(self):
        self.display_pub = Displays(parent=self, shell=self)

    def init_displayhook(self):
        self.displayhook_class = Results
        super().init_displayhook()

    def transform_cell(self, raw_cell):
        call = METHOD_CALL.fullmatch(raw_cell)
        if call is None or self.autocall or self.input_transformers_post or self.count_prefilters() != self.prefilters or self.find_line_magic(call[1]):
            return super().transform_cell(raw_cell)
        return self.input_transformer_manager.transform_cell(raw_cell)

    def count_prefilters(self) -> int:
        """How many there are that look at cells of a single line."""
        return len(self.prefilter_manager.checkers) + len(self.prefilter_manager.transformers)

    async def run_ast_nodes(self, nodelist, *args, result=None, **kwargs):
        if type(nodelist) is not Statements:
            return await super().run_ast_nodes(nodelist, *args, result=result, **kwargs)
        for code in nodelist:
            if await self.run_code(code, result):
                return True
        return False

    def enable_gui(self, gui=None):
        pass

    def ask_exit(self):
        raise SystemExit

    def raw_input(self, prompt=""):
        raise StdinNotImplementedError("raw_input was called, but this frontend does not support input requests.")

    def getpass(self, prompt="", stream=None):
        raise StdinNotImplementedError("getpass was called, but this frontend does not support input requests.")

    def system(self, command):
        print("shell commands are not available while a notebook is graded", file=sys.stderr)
        self.user_ns["_exit_code"] = 127

    system_piped = system_raw = system

    def getoutput(self, command, split=True, depth=0):
        self.system(command)
        return SList() if split else LSString("")

    def showtraceback(self, *args, **kwargs):
        """The error is part of the cell's result; nothing is printed."""

    showsyntaxerror = showindentationerror = showtraceback

    def _format_exception_for_storage(self, exception, *args, **kwargs):
        return {}


def make_shell() -> Shell:
    """The one shell of this process, with matplotlib drawing inline; stdout and stderr are collected from here on."""
    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.colors = "nocolor"
    config.InteractiveShell.autoawait = True
    shell = Shell.instance(config=config, user_ns={"__name__": "__main__"})
    shell.input_transformer_manager = Transformers()
    shell.compile.shell = shell
    shell.prefilters = shell.count_prefilters()
    from matplotlib.figure import Figure
    from matplotlib_inline.backend_inline import FigureCanvas, configure_inline_support

    shell.figure = Figure
    shell.figure_printers = [shell.display_formatter.formatters[kind].type_printers for kind in _FIGURE_KINDS]
    builtins.input, getpass.getpass = shell.raw_input, shell.getpass
    shell.set_hook("show_in_pager", lambda *page, **options: None, 99)  # `name?` opens a pager that nobody sees
    configure_inline_support(shell, "inline")
    # After each cell pyplot asks every open figure to draw itself; what is shown is drawn again anyway.
    FigureCanvas.draw_idle = lambda self, *args, **kwargs: None
    sys.stdout = sys.stderr = shell.display_pub.printed
    return shell


def run_cell(shell: Shell, context: Context, source: str, render: bool) -> tuple[str, str, str]:
    """Run one cell as Jupyter would; figures become pictures only if `render`. What a cell sets in its context (numpy's
    print options and error handling live there) stays set for the cells and calls after it.

    Returns (name of the error or "", message, traceback). Output and displays stay with the shell.
    """
    shell.display_pub.restart(render)
    if render or _draws_figures(shell):
        select_figure_formats(shell, {"png"} if render else set())
    try:
        if shell.loop is None and "async" not in source and "await" not in source:
            error = context.run(_at_once, _run(shell, source))
        else:
            error = _in_loop(shell, context, source)
    except BaseException as stopped:  # a KeyboardInterrupt leaves the loop instead of being reported by the shell
        error = stopped
    return describe(error) if error is not None else ("", "", "")


def _in_loop(shell: Shell, context: Context, source: str) -> BaseException | None:
    """From the first cell that could tell a loop runs, even for cells that need none: asyncio.run() must fail as it does in
    Jupyter, and what an earlier cell has started goes on."""
    if shell.loop is None:
        shell.loop = PipeEventLoop()
        asyncio.set_event_loop(shell.loop)
    return shell.loop.run_until_complete(shell.loop.create_task(_run(shell, source), context=context))


def _at_once(cell: Coroutine) -> object:
    """What `cell` returns, which waits for nothing."""
    try:
        cell.send(None)
    except StopIteration as done:
        return done.value
    raise RuntimeError("a cell that waits for something")


def _draws_figures(shell: Shell) -> bool:
    """Whether a cell, or what is rendered, has asked for figures in some format."""
    return any(shell.figure in printers for printers in shell.figure_printers)


async def _run(shell: Shell, source: str) -> BaseException | None:
    problem = None
    try:
        code = shell.transform_cell(source)
    except Exception:
        code, problem = source, sys.exc_info()
    shell.compile.expected = code
    result = await shell.run_cell_async(source, store_history=True, transformed_cell=code, preprocessing_exc_tuple=problem)
    shell.events.trigger("post_execute")
    shell.events.trigger("post_run_cell", result)
    return result.error_before_exec or result.error_in_exec
