"""What the file of a learner's notebook says about its questions: titles, points, and whether a text has been written.

The file is what was saved last; cells that are open in an editor may hold more.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path

UNTOUCHED = "untouched"  # in the metadata of an answer cell: the digest of the text it was handed out with
_HEADING = re.compile(r"#+ (\S+) · (.+) \((?:practice, no points|([\d.]+) points?)\)")


@dataclass(frozen=True, slots=True)
class SavedQuestion:
    """A question as its heading names it. `answered`: whether its text is there; None for a question of code."""

    id: str
    title: str
    points: float
    answered: bool | None = None


def digest(text: str) -> str:
    """A short digest of a cell's text; white space around it does not count."""
    return hashlib.sha256(text.strip().encode("utf-8")).hexdigest()[:16]


def code_cells(notebook: dict) -> list[str]:
    """The sources of the code cells. Raises KeyError, TypeError or AttributeError if that is no notebook."""
    return ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]


def saved_questions(notebook: dict) -> tuple[SavedQuestion, ...]:
    """The questions of a released notebook (nbformat 4 dict) in order; cells that are no such thing are passed over."""
    found: list[SavedQuestion] = []
    for cell in notebook.get("cells", ()):
        source, metadata = "".join(cell.get("source", "")), cell.get("metadata", {})
        heading = _HEADING.match(source) if cell.get("cell_type") == "markdown" else None
        if heading:
            found.append(SavedQuestion(heading[1], heading[2], float(heading[3] or 0)))
        elif found and "answer" in metadata.get("tags", ()):
            answered = bool(source.strip()) and metadata.get(UNTOUCHED) != digest(source)
            found[-1] = SavedQuestion(found[-1].id, found[-1].title, found[-1].points, answered)
    return tuple(found)


def questions_in_file(path: str | Path | None) -> tuple[SavedQuestion, ...]:
    """The questions of a notebook file; none if there is no such file, or it is no notebook."""
    try:
        return saved_questions(json.loads(Path(path).read_text(encoding="utf-8-sig")))
    except (OSError, TypeError, ValueError, AttributeError):
        return ()
