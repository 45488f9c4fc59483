"""Whether what was handed in is the notebook of something else."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

_MADE_FOR = re.compile(r"\bNotebook\(\s*[\"']([\w.-]+)\.ipynb[\"']")


def other_notebook(assignment: str, functions: Collection[str], cells: Iterable[str]) -> str:
    """A sentence if a notebook holds not one function of an assignment, or says that it is another one's and holds few; "" otherwise.

    Notebooks hand out functions of earlier assignments: one or two of them are no sign of work on those.

    assignment: its id. functions: the names it asks for. cells: the sources of the notebook's code cells.
    """
    source = "\n".join(cells)
    defined = sum(bool(re.search(rf"\bdef\s+{re.escape(name)}\b", source)) for name in functions)
    others = sorted(set(_MADE_FOR.findall(source)) - {assignment})
    if defined and not (others and 4 * defined < len(functions)):
        return ""
    held = f"{defined} of the {len(functions)}" if defined else "none of the"
    whose = f"it is the notebook of {others[0]}" if others else "is it another one?"
    return f"This notebook defines {held} functions of {assignment}: {whose}"
