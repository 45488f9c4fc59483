"""What stands beside an answer: what is known about its numbers, and the learner's own cells with what they printed here."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from autograder.grading.plain import plain
from autograder.grading.verdicts import Grade, WrittenAnswer
from autograder.written.facts import Fact
from autograder.written.numbers import Quoted, numbers_in

_CELL, _CELLS = 8_000, 20
# Every text has a 0, a 1 and a 2 that mean nothing.
_COMMON = 2


def known_about(facts: Sequence[Fact], grade: Grade | None) -> Callable[[Quoted], tuple[str, str]]:
    """A function that tells what is known about a number: the class of its frame (see `text.show`), and a sentence."""
    printed = _printed(grade)

    def about(number: Quoted) -> tuple[str, str]:
        if number.counts and abs(number.value) <= _COMMON:
            return "count", ""
        for fact in facts:
            if fact.fits(number):
                return "known", f"{fact.name}: {fact.shown}" + (f" ({fact.source})" if fact.source else "")
        cell = printed(number)
        if cell is not None:
            return "own", f"their own cell {cell + 1} printed it when it was run here"
        return ("count", "") if number.counts else ("open", "no declared fact, and no cell of theirs printed it")

    return about


def own_cells(grade: Grade | None, answer: WrittenAnswer) -> list[dict]:
    """The learner's own code cells in the question, with what they printed here."""
    cells = grade.cells if grade else ()
    own = [cells[place] for place in answer.cells if place < len(cells)]
    return [
        {"number": c.number + 1, "source": plain(c.source, _CELL), "printed": plain(c.stdout, _CELL), "status": c.status, "error": plain(c.error, 600)}
        for c in own[:_CELLS]
    ]


def _printed(grade: Grade | None) -> Callable[[Quoted], int | None]:
    """Which cell printed a number, when the grader ran the notebook: the cell's place, None if none did."""
    printed = [(value, cell.number) for cell in (grade.cells if grade else ()) if cell.stdout for value in numbers_in(cell.stdout)]

    def place(number: Quoted) -> int | None:
        return next((at for value, at in printed if number.agrees(value.value) and number.counts == value.counts), None)

    return place
