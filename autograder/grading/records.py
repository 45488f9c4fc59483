"""What comes in: one submission, read or not, as plain data."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Submission:
    """One notebook that came back.

    `name` is unique in its batch and safe as a file name; `student` is what people read. `notebook` is an nbformat 4
    dict holding code cells and written answers only (no outputs), or None if the file could not be read; `problem`
    then says why in one sentence, and is "" otherwise. `digest` covers what can change the grade, and not the name.
    `source` is the path shown to people.
    """

    name: str
    student: str
    notebook: dict | None
    digest: str
    problem: str
    source: str


def digest_of_cells(cells: Iterable[Mapping]) -> str:
    """sha256 over everything in reduced cells that can change a grade: their order, kind, id, tags and source."""
    parts = [[cell["cell_type"], cell["id"], cell["metadata"].get("tags", []), cell["source"]] for cell in cells]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=True).encode()).hexdigest()


def digest_of_bytes(raw: bytes) -> str:
    """sha256 of a file that could not be read as a notebook."""
    return hashlib.sha256(b"unreadable\0" + raw).hexdigest()


def code_of(submission: Submission) -> tuple[str, ...]:
    """The sources of the code cells, in order; () for an unreadable submission."""
    if submission.notebook is None:
        return ()
    return tuple(cell["source"] for cell in submission.notebook["cells"] if cell["cell_type"] == "code")
