"""Whether a function comes from an earlier run of its cell: a cell that fails, or has its function renamed, leaves the old one behind."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

_EVENT = "post_run_cell"
_LONGEST_ERROR = 80  # characters


@dataclass(slots=True)
class EarlierRuns:
    """What the cells of an IPython session were when they were run last; cells are known by the id that JupyterLab and VS Code send.

    file_name: the file name that the functions of a cell have in their code.
    """

    file_name: Callable[[str], str]
    _last: dict[str, str] = field(default_factory=dict)  # by cell, the file name of its last run
    _cell: dict[str, str] = field(default_factory=dict)  # by file name, the cell
    _error: dict[str, str] = field(default_factory=dict)  # by cell, how its last run ended; "" if well

    def ran(self, result: object) -> None:
        """Take note of a cell that has just been run; `result` is IPython's."""
        cell = getattr(result.info, "cell_id", None)
        if not cell:
            return
        file = self.file_name(result.info.raw_cell)
        self._last[cell] = file
        self._cell[file] = cell
        self._error[cell] = _in_short(result.error_before_exec or result.error_in_exec)

    def told(self, names: Iterable[str], env: Mapping[str, object]) -> tuple[str, ...]:
        """A sentence for each of the functions `names` that is not what its cell, as it was run last, defines."""
        files = {name: getattr(getattr(env.get(name), "__code__", None), "co_filename", "") for name in names}
        now = set(self._last.values())
        return tuple(self._sentence(name, self._cell[file]) for name, file in files.items() if file in self._cell and file not in now)

    def _sentence(self, name: str, cell: str) -> str:
        if self._error[cell]:
            why = f"when its cell was run last, it stopped with {self._error[cell]}. Correct that, and run the cell and this check again."
        else:
            why = "its cell has been run since and does not define it any more. Did it get another name? When it is graded, it will be missing."
        return f"This is about an earlier `{name}`: {why}"


def watched() -> EarlierRuns | None:
    """The runs of this session from now on, the same however often it is asked for; None where cells have no ids."""
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    file_name = getattr(getattr(shell, "compile", None), "get_code_name", None)
    if getattr(shell, "kernel", None) is None or file_name is None:
        return None
    for callback in shell.events.callbacks[_EVENT]:
        if isinstance(getattr(callback, "__self__", None), EarlierRuns):
            return callback.__self__
    runs = EarlierRuns(lambda source: file_name(source, source, 0))  # a kernel looks at the source as it was written, and at nothing else
    shell.events.register(_EVENT, runs.ran)
    return runs


def _in_short(error: BaseException | None) -> str:
    if error is None:
        return ""
    text = f"{error.msg} (line {error.lineno})" if isinstance(error, SyntaxError) else str(error).partition("\n")[0]
    short = text if len(text) <= _LONGEST_ERROR else text[: _LONGEST_ERROR - 3] + "..."
    return f"{type(error).__name__}: {short}" if short else type(error).__name__
