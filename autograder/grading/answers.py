"""What a submission says to the written questions: found in its cells, wherever in the question it was typed.

Learners type below the released cell, split it, or write into the question itself. So everything between a written
question's heading and the next released cell of something else belongs to the answer, less what was released.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from autograder.course import Assignment, released_cells
from autograder.course.cells import heading
from autograder.course.model import Cell
from autograder.grading.verdicts import WrittenAnswer

# Longer answers are cut, and say so: nobody reads on.
_LONGEST = 40_000


def answers_in(assignment: Assignment, notebook: Mapping) -> tuple[WrittenAnswer, ...]:
    """One answer per written question, in the order of the notebook; an empty one where nothing was written.

    Args:
        notebook: reduced, as `parse_notebook` gives it; its order, ids and tags may be anything.
    """
    manual = [question.id for question in assignment.questions if question.manual]
    if not manual:
        return ()
    released = _Released(assignment)
    texts: dict[str, list[str]] = {question: [] for question in manual}
    images: dict[str, list[tuple[str, str, str]]] = {question: [] for question in manual}
    code: dict[str, list[int]] = {question: [] for question in manual}
    current: str | None = None
    guessed = False
    numbers = {"code": 0, "answer": 0}
    for cell in notebook.get("cells", ()):
        if cell["cell_type"] == "code":
            if current in code and cell["source"].strip() not in released.code:
                code[current].append(numbers["code"])
            numbers["code"] += 1
            continue
        known = released.cell(cell)
        if known is not None:
            current, guessed = known.question, False
        if "answer" in cell["metadata"].get("tags", ()):
            if current not in texts or guessed:  # its heading was deleted or moved: answers come in the order of the questions
                guessed, current = True, manual[min(numbers["answer"], len(manual) - 1)]
            numbers["answer"] += 1
        if current in texts:
            text = released.own_text(cell["source"], known)
            if text:
                texts[current].append(text)
            images[current] += [(name, *one) for name, one in cell.get("attachments", {}).items()]
    return tuple(WrittenAnswer(q, _bounded("\n\n".join(texts[q])), tuple(images[q]), tuple(code[q])) for q in manual)


class _Released:
    """The released cells, found again in what was handed in. `code` are the sources of code cells."""

    def __init__(self, assignment: Assignment) -> None:
        cells = [(f"{assignment.id}-{number:03d}", cell) for number, cell in enumerate(released_cells(assignment))]
        markdown = [(name, cell) for name, cell in cells if cell.kind == "markdown"]
        self._by_id = dict(markdown)
        # The line that says where to write is the same in several questions.
        self._by_source = {cell.source.strip(): cell for _, cell in markdown if not _is_room(cell)}
        self._by_heading = {heading(assignment.question(cell.question)): cell for _, cell in markdown if cell.opens}
        self._placeholders = {line for _, cell in markdown if _is_room(cell) for line in _lines(cell.source)}
        self.code = {cell.source.strip() for _, cell in cells if cell.kind == "code"} | {""}

    def cell(self, cell: Mapping) -> Cell | None:
        """The released cell that a cell was made from: same source, same heading or same id, the surest first."""
        source = cell["source"]
        found = self._by_source.get(source.strip())
        found = found or next((self._by_heading[line] for line in _lines(source) if line in self._by_heading), None)
        return found or self._by_id.get(cell["id"])

    def own_text(self, source: str, known: Cell | None) -> str:
        """What was typed: the text without the released lines of the cell it was typed into, and without placeholders."""
        given = self._placeholders | set(_lines(known.source) if known else ())
        own = [line for line in source.splitlines() if line.strip() not in given and not (known and line.startswith("<!--"))]
        return "\n".join(own).strip()


def _is_room(cell: Cell) -> bool:
    return "answer" in cell.tags


def _lines(source: str) -> Iterable[str]:
    return (line.strip() for line in source.splitlines() if line.strip())


def _bounded(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}\n\n[cut: {len(text):,} characters in all]"
