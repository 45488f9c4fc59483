"""The cell that makes a notebook run in Google Colab, where a learner has nothing but the notebook.

What lies beside the notebook travels in the cell: the checks, their hints, the data, and of this package the modules
that learners' code imports. Only Otter is fetched, by pip. So it does not matter from where the notebook was opened,
and a machine that Colab has thrown away is replaced by running the cell again. Anywhere else the cell does nothing.
"""

from __future__ import annotations

import ast
import base64
import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from email.parser import Parser
from pathlib import Path

from autograder.course.cells import COLAB_TITLE
from autograder.release import archive

_PACKAGE = "autograder"
_CELL = """{title} {{display-mode: "form"}}
# It installs Otter and unpacks the checks, which travel in this cell. Anywhere but in Colab it does nothing.
import sys

if "google.colab" in sys.modules:
    %pip install --quiet {requirements}
    import base64, importlib, io, zipfile

    zipfile.ZipFile(io.BytesIO(base64.b64decode("{files}"))).extractall()
    importlib.invalidate_caches()"""


def with_install_cell(notebook: Mapping, beside: Mapping[str, bytes], wheel: Path) -> dict:
    """A student notebook with the cell that installs and unpacks what it needs, after its title.

    beside: the files beside the notebook, by relative path. wheel: the learners' wheel.
    """
    code = ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    modules = [content.decode("utf-8") for name, content in beside.items() if name.endswith(".py")]
    packed = io.BytesIO()
    archive.write_zip(packed, {**beside, **imported([*code, *modules], archive.read_zip(wheel))})
    source = _CELL.format(title=COLAB_TITLE, requirements=_requirements(wheel), files=base64.b64encode(packed.getvalue()).decode("ascii"))
    cell = {
        "cell_type": "code",
        "id": f"{notebook['cells'][0]['id'].rsplit('-', 1)[0]}-colab",
        # Colab shows the title in place of the code, JupyterLab folds it: it is as long as a book.
        "metadata": {"cellView": "form", "jupyter": {"source_hidden": True}, "tags": ["colab"]},
        "source": source,
        "outputs": [],
        "execution_count": None,
    }
    first, *rest = notebook["cells"]
    return {**notebook, "cells": [first, cell, *rest]}


def imported(sources: Iterable[str], package: Mapping[str, bytes]) -> dict[str, bytes]:
    """The modules of a package that Python sources import, and those that these import in turn; files by path.

    A name of a module in a string counts as an import of it: some modules are imported when they are first needed.
    """
    known = {_module(path): path for path in package if path.startswith(f"{_PACKAGE}/") and path.endswith(".py")}
    found: dict[str, bytes] = {}
    waiting = list(sources)
    while waiting:
        for name in _mentioned(waiting.pop()):
            parts = name.split(".")
            for end in range(1, len(parts) + 1):  # a package is imported before what is in it
                path = known.get(".".join(parts[:end]))
                if path and path not in found:
                    found[path] = package[path]
                    waiting.append(package[path].decode("utf-8"))
    return found


def _mentioned(source: str) -> set[str]:
    try:
        tree = ast.parse(source)
    except SyntaxError:  # a cell with IPython syntax
        return set()
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith(f"{_PACKAGE}."):
            names.add(node.value)
    return names


def _module(path: str) -> str:
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _requirements(wheel: Path) -> str:
    """What the wheel says a learner needs, as arguments of pip."""
    with zipfile.ZipFile(wheel) as opened:
        (name,) = [name for name in opened.namelist() if name.endswith(".dist-info/METADATA")]
        metadata = Parser().parsestr(opened.read(name).decode("utf-8"))
    return " ".join(json.dumps(one) for one in metadata.get_all("Requires-Dist", []) if ";" not in one)
