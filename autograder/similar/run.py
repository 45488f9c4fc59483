"""`autograder similar`: pairs of graded submissions that share more than chance explains."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from autograder.course import Assignment, released_cells
from autograder.grading.files import write_whole
from autograder.grading.store import Store
from autograder.similar.pairs import ALIKE, Pair, alike, rare_shapes
from autograder.similar.shapes import shapes

# Pairs whose code is shown side by side; more are listed.
_SHOWN = 50
_MOST = 50_000  # characters of a submission's own code


@dataclass(frozen=True, slots=True)
class Found:
    """The pairs, how many submissions were compared, and the page that shows them."""

    pairs: tuple[Pair, ...]
    compared: int
    page: Path


def similar(assignment: Assignment, results: Path, least: float = ALIKE) -> Found:
    """Compare all graded submissions in the folder `results` and write `results`/report/similar.html.

    Raises:
        StoreError: there are no results.
    """
    from autograder.similar.page import page

    given = given_shapes(assignment)
    released = {cell.source.strip() for cell in released_cells(assignment) if cell.kind == "code"}
    with Store(results / "results.sqlite") as store:
        basis = store.basis
        compared, students = {}, {}
        for grade in store.grades():
            if grade.status == "graded":
                compared[grade.submission] = shapes(_own(grade, released), assignment.functions)
                students[grade.submission] = grade.student
        pairs = alike(compared, given, least)
        rare = frozenset(rare_shapes(compared, given))
        wanted = {name for pair in pairs[:_SHOWN] for name in (pair.first, pair.second)}
        code = {grade.submission: _own(grade, released) for grade in store.grades() if grade.submission in wanted}
    target = results / "report" / "similar.html"
    write_whole(target, page(basis, pairs, students, _side_by_side(pairs[:_SHOWN], code, rare, assignment.functions), len(compared), least))
    return Found(tuple(pairs), len(compared), target)


def given_shapes(assignment: Assignment) -> dict[str, int]:
    """The shapes of everything learners were handed: setup, pictures, stubs, checks."""
    return shapes((cell.source for cell in released_cells(assignment) if cell.kind == "code"), assignment.functions)


def _own(grade: object, released: set[str]) -> list[str]:
    """The code cells that are not as handed out, up to more than anybody writes: comparing megabytes would take for ever."""
    own, room = [], _MOST
    for cell in grade.cells:
        if cell.source.strip() and cell.source.strip() not in released:
            room -= len(cell.source)
            if room < 0:
                break
            own.append(cell.source)
    return own


def _side_by_side(
    pairs: list[Pair], code: Mapping[str, list[str]], rare: frozenset[str], known: tuple[str, ...]
) -> list[tuple[Pair, list[tuple[str, str]]]]:
    """For each pair, the cells of the first that share rare shapes, beside the cell of the second that shares most with each."""
    made = []
    for pair in pairs:
        left, right = code[pair.first], code[pair.second]
        right_shapes = [rare & shapes([cell], known).keys() for cell in right]
        rows = []
        for cell in left:
            mine = rare & shapes([cell], known).keys()
            shared = [len(mine & theirs) for theirs in right_shapes]
            best = max(range(len(shared)), key=shared.__getitem__, default=None)
            if best is not None and shared[best]:
                rows.append((shared[best], cell, right[best]))
        made.append((pair, [(one, other) for _, one, other in sorted(rows, key=lambda row: -row[0])]))
    return made
