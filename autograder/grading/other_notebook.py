"""Whether what was handed in is the notebook of something else."""

from __future__ import annotations

import re
from collections.abc import Iterable

_MADE_FOR = re.compile(r"\bNotebook\(\s*[\"']([\w.-]+)\.ipynb[\"']")


def other_notebook(assignment: str, functions: Iterable[str], cells: Iterable[str]) -> str:
    """A sentence if a notebook holds not one function of an assignment; "" otherwise.

    assignment: its id. functions: the names it asks for. cells: the sources of the notebook's code cells.
    """
    source = "\n".join(cells)
    if re.search(rf"\bdef\s+({'|'.join(map(re.escape, functions))})\b", source):
        return ""
    others = sorted(set(_MADE_FOR.findall(source)) - {assignment})
    whose = f"it is the notebook of {others[0]}" if others else "is it another one?"
    return f"This notebook defines none of the functions of {assignment}: {whose}"
