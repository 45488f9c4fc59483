"""The page with the pairs, side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from autograder.grading.basis import Basis
from autograder.report.html import render
from autograder.similar.pairs import Pair


def page(
    basis: Basis,
    pairs: Sequence[Pair],
    students: Mapping[str, str],
    side_by_side: Sequence[tuple[Pair, Sequence[tuple[str, str]]]],
    compared: int,
    least: float,
) -> str:
    """HTML: what likeness means, a table of all pairs, the code of the first ones. Everything of students is escaped."""
    return render("similar.html", basis=basis, pairs=pairs, students=students, side_by_side=side_by_side, compared=compared, least=least)
