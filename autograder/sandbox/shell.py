"""Notebook cells without a Jupyter kernel: an IPython shell that collects what a kernel would have sent."""

import asyncio
import builtins
import getpass
import io
import re
import sys
from collections.abc import Callable, Coroutine
from contextvars import Context

from IPython.core.compilerop import CachingCompiler
from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.error import StdinNotImplementedError
from IPython.core.inputtransformer2 import TransformerManager, classic_prompt
from IPython.core.interactiveshell import InteractiveShell
from IPython.core.pylabtools import select_figure_formats
from IPython.utils.text import LSString, SList
from traitlets import Type
from traitlets.config import Config

from .event_loop import PipeEventLoop
from .statements import statements
from .telling import describe

# Whatever IPython's own syntax needs: a mark at the start of a line or after `=`, a `?` at the end of one, a prompt; and
# what it tidies: lines of blanks, tabs (and, told by `splitlines`, characters that some take for the end of a line).
_MARKED_LINE = re.compile(r"\n[ \t]*(?:[!%?,;/]|\.{3,}:|In \[|\[(?:nav|ins)\])|\n[ \t]+(?=\n|$)|\n *\t")
_MARK_INSIDE = re.compile(r"=[\s\\]*[!%]|(?m:\?[ \t;\\]*$)")
# A single line that calls a method is no magic, no macro and no command by itself, the only things looked for in single lines.
_METHOD_CALL = re.compile(r"(\w+\.\w+)\([^\n#]*\)\n?")
_DISPLAYS, _DISPLAY_BYTES = 100, 8 << 20


class Output(io.TextIOBase):
    """sys.stdout and sys.stderr of a session: keeps the first `limit` characters between two calls of take()."""

    encoding, errors = "UTF-8", "strict"

    def __init__(self) -> None:
        self.limit = 1 << 20
        self._parts: list[str] = []
        self._room = self.limit
        self.before_write: Callable[[], None] | None = None  # clear_output(wait=True) waits for this

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if self.before_write is not None:
            self.before_write()
        if self._room > 0:
            part = text[: self._room]
            self._parts.append(part)
            self._room -= len(part)
        return len(text)

    @property
    def written(self) -> int:
        """How many times something was written since the last take()."""
        return len(self._parts)

    def unwrite(self, written: int) -> None:
        """Forget what was written after `written` times."""
        self._room += sum(map(len, self._parts[written:]))
        del self._parts[written:]

    def writable(self) -> bool:
        return True

    def close(self) -> None:  # a closed stdout would silence every later cell
        pass

    def fileno(self) -> int:
        return 1

    def take(self) -> str:
        """What was written since the last call."""
        if not self._parts:
            return ""
        text = "".join(self._parts)
        self._parts.clear()
        self._room = self.limit
        return text


class Displays(DisplayPublisher):
    """What cells display, bounded; an update replaces what was shown under the same id in this cell."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.printed = Output()
        self.restart(False)

    def restart(self, keep: bool) -> None:
        """Forget everything; keep: whether anything is to be kept from now on."""
        self.keep, self.shown, self._ids, self._room = keep, [], {}, _DISPLAY_BYTES
        self.printed.before_write = None

    def publish(self, data, metadata=None, *, transient=None, update=False, **kwargs):
        if self.printed.before_write is not None:
            self.printed.before_write()
        bundle = {str(mime): part for mime, part in data.items() if type(part) in (str, bytes)}
        self._room -= sum(map(len, bundle.values()))
        if not self.keep or self._room < 0 or len(self.shown) >= _DISPLAYS:
            return
        identity = (transient or {}).get("display_id")
        if update:
            for place in self._ids.get(identity, ()):
                self.shown[place] = bundle
            return
        if identity is not None:
            self._ids.setdefault(identity, []).append(len(self.shown))
        self.shown.append(bundle)

    def clear_output(self, wait=False):
        def clear():
            self.printed.before_write = None
            self.printed.take()
            self.shown.clear()
            self._ids.clear()

        self.printed.before_write = clear
        if not wait:
            clear()


class Results(DisplayHook):
    """The value of a cell's last expression goes the way of everything displayed, not to stdout."""

    def __call__(self, result=None):
        # Nobody will look: not even computing its text is what keeps grading cheap.
        if result is not None and not self.shell.display_pub.keep:
            self.check_for_underscore()
            if not self.quiet():
                self.update_user_ns(result)
                self.fill_exec_result(result)
            return
        super().__call__(result)

    def start_displayhook(self):
        pass

    def write_output_prompt(self):
        pass

    def write_format_data(self, format_dict, md_dict=None):
        self.shell.display_pub.publish(format_dict, md_dict)

    def finish_displayhook(self):
        pass


class Transformers(TransformerManager):
    """IPython's syntax into Python's. Most cells hold none of it, and finding that out by tokens takes longer than running them."""

    def __init__(self) -> None:
        super().__init__()
        self._own = self._now()

    def _now(self) -> tuple[list, ...]:
        return [*self.cleanup_transforms], [*self.line_transforms], [*self.token_transformers]

    def transform_cell(self, cell: str) -> str:
        if not cell or cell[0].isspace() or _has_marks(cell) or self._own != self._now():
            return super().transform_cell(cell)
        if ">>>" in cell and not _only_in_docstrings(cell) and classic_prompt(lines := cell.splitlines(keepends=True)) != lines:  # a pasted session, no docstring
            return super().transform_cell(cell)
        return cell if cell.endswith("\n") else cell + "\n"


def _has_marks(cell: str) -> bool:
    return (
        _MARKED_LINE.search("\n" + cell) is not None
        or (("!" in cell or "%" in cell or "?" in cell) and _MARK_INSIDE.search(cell) is not None)
        or "\r" in cell
        or len(cell.splitlines()) != cell.count("\n") + (cell[-1] != "\n")
    )


def _only_in_docstrings(cell: str) -> bool:
    """Whether every `>>>` stands between triple quotes that open at the start of a line: those IPython leaves alone."""
    parts = cell.split('"""')
    outside = parts[::2]
    return (
        len(parts) % 2 == 1
        and "'''" not in cell
        and '\\"' not in cell
        and not any(">>>" in part for part in outside)
        and not any(part.rpartition("\n")[2].strip() for part in outside[:-1])
    )


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

    def init_display_pub(self):
        self.compile.shell = self
        self.display_pub = Displays(parent=self, shell=self)

    def init_displayhook(self):
        self.displayhook_class = Results
        super().init_displayhook()

    def transform_cell(self, raw_cell):
        call, known = _METHOD_CALL.fullmatch(raw_cell), self.prefilter_manager
        if call is None or self.autocall or self.input_transformers_post or len(known.checkers) + len(known.transformers) > self._looks or self.find_line_magic(call[1]):
            return super().transform_cell(raw_cell)
        return self.input_transformer_manager.transform_cell(raw_cell)

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
    shell._looks = len(shell.prefilter_manager.checkers) + len(shell.prefilter_manager.transformers)
    from matplotlib_inline.backend_inline import FigureCanvas, configure_inline_support

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
    from matplotlib.figure import Figure

    return any(Figure in formatter.type_printers for formatter in shell.display_formatter.formatters.values())


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
