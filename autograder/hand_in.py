"""Before the zip is written: what is on the screen is saved, and Colab, which keeps no file, is asked for the notebook."""

from __future__ import annotations

import json
import os
import re
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from autograder.saved_notebook import code_cells

# Seconds to wait for a front end to save: a busy machine takes long. VS Code, which names itself so, cannot be asked.
_SAVING, _IN_VAIN, _VS_CODE = 10.0, 3.0, "VSCODE_PID"
_DEFINITION = re.compile(r"^def (\w+)", re.M)


def in_colab() -> bool:
    """Whether this notebook runs in Google Colab."""
    return "google.colab" in sys.modules


def save(notebook: Path) -> None:
    """Ask Jupyter to save the notebook, and wait until it has; nothing happens where it cannot be asked."""
    from IPython import get_ipython

    if get_ipython() is None:
        return
    before, last = os.path.getmtime(notebook), time.monotonic() + (_IN_VAIN if _VS_CODE in os.environ else _SAVING)
    try:
        from ipylab import JupyterFrontEnd

        JupyterFrontEnd().commands.execute("docmanager:save")
    except Exception:  # whatever a front end without widgets makes of it: the learner is told what was saved
        return
    while (os.path.getmtime(notebook) == before or not _complete(notebook)) and time.monotonic() < last:
        time.sleep(0.1)


def what_is_handed_in(notebook: Path) -> str:
    """A sentence on how recent the saved notebook is, with a warning if functions ran that are not saved."""
    from IPython import get_ipython

    saved = time.strftime("%H:%M:%S", time.localtime(os.path.getmtime(notebook)))
    said = f"The zip file holds {notebook.name} as it was saved at {saved}."
    shell = get_ipython()
    names = unsaved(_saved(notebook), shell.history_manager.input_hist_raw) if shell is not None else ()
    if names:
        said += f" What you ran last for {', '.join(names)} is not in it: save the notebook (Ctrl+S), then run this cell again."
    return said


def unsaved(cells: Iterable[str], executed: Iterable[str]) -> tuple[str, ...]:
    """Names of functions that the saved cells define, but not as they were defined last; both in the order they were written or run."""
    kept = {cell.strip() for cell in cells}
    known = {name for cell in kept for name in _DEFINITION.findall(cell)}
    latest = {name: source.strip() for source in executed for name in _DEFINITION.findall(source)}
    return tuple(name for name, source in latest.items() if name in known and source not in kept)


def fetch_from_colab(notebook: Path) -> None:
    """Write the notebook that is open in Colab to a file. Raises RuntimeError, with another way to hand in, if Colab does not give it."""
    try:
        from google.colab import _message

        content = _message.blocking_request("get_ipynb", request="", timeout_sec=60)["ipynb"]
        text = json.dumps(content)
    except Exception:  # it is not a documented part of Colab, and may be gone one day
        raise RuntimeError(
            "Colab did not give this notebook to be packed: choose File > Download > Download .ipynb, and hand in that file as it is"
        ) from None
    notebook.write_text(text, encoding="utf-8")


def download_in_colab(file: Path) -> None:
    """Let the browser download a file of the machine in Colab."""
    from google.colab import files

    files.download(str(file))


def _complete(notebook: Path) -> bool:
    """Whether the file is not just being written."""
    try:
        _saved(notebook)
    except ValueError:
        return False
    return True


def _saved(notebook: Path) -> list[str]:
    return code_cells(json.loads(notebook.read_text(encoding="utf-8")))
