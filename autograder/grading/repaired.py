"""A notebook with a change in it, and what is said of the change."""

from __future__ import annotations

from autograder.grading.plain import one_line
from autograder.grading.verdicts import Mend
from autograder.lines.own_code import Own, changed_lines
from autograder.repair import Repair, words

_LONGEST_CODE = 80


def changed(notebook: dict, number: int, source: str) -> dict:
    """A notebook with other source in one of its code cells, by their number."""
    cells = list(notebook.get("cells", ()))
    places = [place for place, cell in enumerate(cells) if cell.get("cell_type") == "code"]
    cells[places[number]] = {**cells[places[number]], "source": source}
    return {**notebook, "cells": cells}


def told(own: Own, repair: Repair, given: tuple[str, ...]) -> Mend:
    """What is said of a repair. The learner's own text is made harmless here, for all who show it.

    given: the earlier functions that were replaced by right ones meanwhile.
    """
    said = words(repair)
    code = _harmless(repair.before)
    lines = changed_lines(own.source, repair.source)
    also = () if repair.also is None else ((repair.also.line, _harmless(repair.also.before), words(repair.also).question),)
    return Mend(own.function, repair.line, code, repair.aspect, (said.question, said.rule), 1 if also else lines, given, also)


def _harmless(code: str) -> str:
    return one_line(code, _LONGEST_CODE).replace("`", "'")
