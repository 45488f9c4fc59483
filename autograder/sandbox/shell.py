"""Notebook cells without a Jupyter kernel: an IPython shell that collects what a kernel would have sent."""

import asyncio
import builtins
import getpass
import io
import os
import re
import sys
import traceback
from collections.abc import Callable
from contextvars import Context

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.error import StdinNotImplementedError
from IPython.core.inputtransformer2 import TransformerManager, classic_prompt
from IPython.core.interactiveshell import InteractiveShell
from IPython.core.pylabtools import select_figure_formats
from IPython.utils.text import LSString, SList
from traitlets.config import Config

from ..error_names import base_name

# Whatever IPython's own syntax needs: a mark at the start of a line or after `=`, a `?` at the end of one, a prompt; and
# what it tidies: lines of blanks, tabs, characters that some take for the end of a line.
_IPYTHON_SYNTAX = re.compile(
    r"(?m)^[ \t]*(?:[!%?,;/]|\.{3,}:|In \[|\[(?:nav|ins)\])|=[\s\\]*[!%]|\?[ \t;\\]*$|^[ \t]+$|^ *\t|[\r\v\f\x1c-\x1e\x85\u2028\u2029]"
)
_MESSAGE, _TRACEBACK, _DISPLAYS, _DISPLAY_BYTES = 2000, 8000, 100, 8 << 20


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

    def writable(self) -> bool:
        return True

    def close(self) -> None:  # a closed stdout would silence every later cell
        pass

    def fileno(self) -> int:
        return 1

    def take(self) -> str:
        """What was written since the last call."""
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
        if not cell or cell[0].isspace() or _IPYTHON_SYNTAX.search(cell) or self._own != self._now():
            return super().transform_cell(cell)
        if ">>>" in cell and classic_prompt(lines := cell.splitlines(keepends=True)) != lines:  # a pasted session, no docstring
            return super().transform_cell(cell)
        return cell if cell.endswith("\n") else cell + "\n"


class Shell(InteractiveShell):
    """Where it differs from a kernel's shell is listed in JUPYTER.md."""

    def init_display_pub(self):
        self.display_pub = Displays(parent=self, shell=self)

    def init_displayhook(self):
        self.displayhook_class = Results
        super().init_displayhook()

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
    from matplotlib_inline.backend_inline import FigureCanvas, configure_inline_support

    builtins.input, getpass.getpass = shell.raw_input, shell.getpass
    shell.set_hook("show_in_pager", lambda *page, **options: None, 99)  # `name?` opens a pager that nobody sees
    configure_inline_support(shell, "inline")
    # After each cell pyplot asks every open figure to draw itself; what is shown is drawn again anyway.
    FigureCanvas.draw_idle = lambda self, *args, **kwargs: None
    sys.stdout = sys.stderr = shell.display_pub.printed
    return shell


def run_cell(
    shell: Shell, loop: asyncio.AbstractEventLoop, context: Context, source: str, render: bool
) -> tuple[str, str, str]:
    """Run one cell as Jupyter would; figures become pictures only if `render`. What a cell sets in its context (numpy's
    print options and error handling live there) stays set for the cells and calls after it.

    Returns (name of the error or "", message, traceback). Output and displays stay with the shell.
    """
    shell.display_pub.restart(render)
    if render or _draws_figures(shell):
        select_figure_formats(shell, {"png"} if render else set())
    try:
        error = loop.run_until_complete(loop.create_task(_run(shell, source), context=context))
    except BaseException as stopped:  # a KeyboardInterrupt leaves the loop instead of being reported by the shell
        error = stopped
    return describe(error) if error is not None else ("", "", "")


def _draws_figures(shell: Shell) -> bool:
    """Whether a cell, or what is rendered, has asked for figures in some format."""
    from matplotlib.figure import Figure

    return any(Figure in formatter.type_printers for formatter in shell.display_formatter.formatters.values())


async def _run(shell: Shell, source: str) -> BaseException | None:
    # Inside a running loop even for cells that need none: asyncio.run() must fail as it does in Jupyter.
    problem = None
    try:
        code = shell.transform_cell(source)
    except Exception:
        code, problem = source, sys.exc_info()
    result = await shell.run_cell_async(source, store_history=True, transformed_cell=code, preprocessing_exc_tuple=problem)
    shell.events.trigger("post_execute")
    shell.events.trigger("post_run_cell", result)
    return result.error_before_exec or result.error_in_exec


def describe(error: BaseException) -> tuple[str, str, str]:
    """(class name, message, traceback) of an error, bounded; frames of the sandbox itself are left out.

    A class that is not Python's own is named with the one it comes from: "BadLabel(ValueError)".
    """
    kind = type(error)
    base = base_name(kind)
    name = clip(kind.__name__, 60) + (f"({base})" if base != kind.__name__ else "")
    try:
        message = clip(str(error), _MESSAGE)
    except BaseException:
        message = "<no readable message>"
    try:
        text = _traceback(error)
    except BaseException:
        text = f"{name}: {message}"
    return name, message, text


def _traceback(error: BaseException) -> str:
    story = traceback.TracebackException.from_exception(error, limit=-40)
    for part in (story, story.__cause__, story.__context__):
        if part is not None:
            part.stack = traceback.StackSummary.from_list([f for f in part.stack if not _ours(f.filename)])
    return clip("".join(story.format()), _TRACEBACK)


def _ours(filename: str) -> bool:
    folder = os.path.dirname(filename)
    return folder == os.path.dirname(__file__) or f"{os.sep}IPython{os.sep}core{os.sep}" in filename


def clip(text: str, limit: int) -> str:
    """`text` as valid Unicode of at most `limit` characters; the middle is left out."""
    if len(text) > limit:
        text = f"{text[: limit // 2]}\n...\n{text[-limit // 2 :]}"
    return text.encode("utf-8", "backslashreplace").decode()
