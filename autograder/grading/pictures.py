"""Pictures that a learner's own code draws, for the page about their submission.

Drawing costs more than grading, so that it is done only when somebody asks for it: the code cells in the results file
run once more, in the sandbox, without any checks. The pictures lie in `pictures/NAME.json` beside the results file.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from autograder.course import Assignment, released_cells
from autograder.grading.files import write_whole
from autograder.grading.png import NotAPicture, clean_png
from autograder.grading.replay import Replay, data_files
from autograder.grading.verdicts import Grade
from autograder.sandbox import Limits, Zygote

# Of one submission; of one picture. What is beyond is left out.
_PICTURES, _BYTES, _PIXELS = 60, 6 << 20, 60_000_000
_PICTURE_BYTES, _PICTURE_PIXELS = 2 << 20, 8_000_000


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: the number of its code cell (from 0), the question it belongs to ("" if none), its size in pixels, and the
    PNG in base64."""

    cell: int
    question: str
    width: int
    height: int
    png: str


def draw(zygote: Zygote, assignment: Assignment, grade: Grade, limits: Limits) -> list[Picture]:
    """Run the code cells of a graded submission once more and return the pictures they show. Raises ZygoteDied."""
    notebook = {"cells": [{"cell_type": "code", "source": cell.source} for cell in grade.cells]}
    album = _Album(questions_of_cells(assignment, [cell.source for cell in grade.cells]))
    replay = Replay(zygote, assignment, notebook, limits, pictures=True, shown=album.add)
    try:
        replay.session()
    finally:
        replay.close()
    return album.pictures()


class _Album:
    """The pictures of one submission, cleaned, up to what is kept."""

    def __init__(self, questions: list[str]) -> None:
        self._questions = questions
        self._by_cell: dict[int, list[Picture]] = {}

    def add(self, cell: int, displays: tuple[Mapping[str, str | bytes], ...]) -> None:
        """What a cell showed; if it runs again, in place of what it showed before."""
        self._by_cell[cell] = []
        for bundle in displays:
            kept = [picture for pictures in self._by_cell.values() for picture in pictures]
            room = _BYTES - sum(len(picture.png) * 3 // 4 for picture in kept)
            pixels = _PIXELS - sum(picture.width * picture.height for picture in kept)
            raw = _png_in(bundle)
            if raw and len(kept) < _PICTURES:
                try:
                    png, width, height = clean_png(raw, min(_PICTURE_BYTES, room), min(_PICTURE_PIXELS, pixels))
                except NotAPicture:
                    continue
                self._by_cell[cell].append(Picture(cell, self._questions[cell], width, height, base64.b64encode(png).decode("ascii")))

    def pictures(self) -> list[Picture]:
        """All of them, in the order of the cells."""
        return [picture for _, pictures in sorted(self._by_cell.items()) for picture in pictures]


def _png_in(bundle: Mapping[str, str | bytes]) -> bytes:
    """The PNG of one thing displayed; b"" if it has none. Jupyter's own form is base64."""
    raw = bundle.get("image/png", b"")
    if isinstance(raw, bytes):
        return raw
    try:
        return base64.b64decode("".join(raw.split()), validate=True)
    except ValueError:
        return b""


def questions_of_cells(assignment: Assignment, sources: list[str]) -> list[str]:
    """The question of each code cell: of the released cell with the same source, or of the function it defines, else that
    of the cell before it."""
    released = {cell.source.strip(): cell.question for cell in released_cells(assignment) if cell.kind == "code" and cell.question}
    defined = {name: question.id for question in assignment.questions for name in question.functions}
    found, current = [], ""
    for source in sources:
        names = [name for name in re.findall(r"^def +(\w+)", source, re.M) if name in defined]
        current = released.get(source.strip()) or (defined[names[-1]] if names else current)
        found.append(current)
    return found


def pictures_file(results: Path, name: str) -> Path:
    """Where the pictures of a submission lie."""
    return results / "pictures" / f"{name}.json"


def read_pictures(results: Path, grade: Grade, data: str | None = None) -> tuple[Picture, ...] | None:
    """The pictures of this very submission; None if none were drawn since it was handed in, or with other data."""
    try:
        kept = json.loads(pictures_file(results, grade.submission).read_text(encoding="utf-8"))
        if kept["submission"] != grade.digest or data not in (None, kept["data"]):
            return None
        return tuple(Picture(**entry) for entry in kept["pictures"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def lacks_pictures(results: Path, grade: Grade, assignment: Assignment) -> bool:
    """Whether a submission was graded and its pictures were not drawn since, with the data files as they are now."""
    return grade.status == "graded" and read_pictures(results, grade, _sha256(data_files(assignment))) is None


def keep_pictures(results: Path, grade: Grade, assignment: Assignment, pictures: list[Picture]) -> None:
    """Write the pictures of a submission where `read_pictures` finds them."""
    kept = {"submission": grade.digest, "data": _sha256(data_files(assignment)), "pictures": [asdict(picture) for picture in pictures]}
    write_whole(pictures_file(results, grade.submission), json.dumps(kept))


def _sha256(files: Mapping[str, bytes]) -> str:
    parts = [f"{name} {hashlib.sha256(content).hexdigest()}" for name, content in sorted(files.items())]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
