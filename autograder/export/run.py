"""`autograder export`: from graded results to the file another system reads."""

from __future__ import annotations

import csv
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from autograder.export import formats
from autograder.export.errors import ExportError
from autograder.export.people import read_roster
from autograder.export.rules import Rules, read_rules
from autograder.export.scores import Scores, read_times, scores_of
from autograder.grading.by_hand import CHANGED, ByHand, Missing, by_hand
from autograder.grading.files import whole_file
from autograder.grading.store import Store
from autograder.grading.verdicts import Grade

_WRITERS = {"csv": formats.plain_csv, "canvas": formats.canvas, "moodle": formats.moodle, "nbgrader": formats.nbgrader}
FORMATS = (*_WRITERS, "gradescope")
_WANTS_ROSTER = {"canvas": "Canvas finds people by id or login", "moodle": "Moodle stops at the first person it does not know"}


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written. `unmatched_file` is None if every submission found its person; `notices` are sentences about
    times that could not be used."""

    file: Path
    unmatched_file: Path | None
    scores: Scores
    notices: tuple[str, ...] = ()


def export(
    results: Path, to: str, *, roster: Path | None = None, rules: Path | None = None, times: Path | None = None, out: Path | None = None
) -> Exported:
    """Write the grades in the folder `results` in the format `to` (see `FORMATS`) to `out`, default `results`/export.

    Raises:
        ExportError: the format needs a roster, or roster, rules or times have a fault.
        StoreError: there are no results.
    """
    course = read_rules(rules) if rules else Rules()
    handed_in = read_times(times) if times else {}
    folder = out or results / "export"
    with Store(results / "results.sqlite") as store:
        basis = store.basis
        marks = by_hand(store.path, basis)
        left: Counter[str] = Counter()
        if to == "gradescope":
            from autograder.report.pages import write_gradescope

            write_gradescope(folder / "gradescope", store)
            deque(_counted(store.grades() if marks.questions else (), marks, left), maxlen=0)
            return Exported(folder / "gradescope", None, Scores((), (), ()), _missing(left, marks, results))
        if roster is None and to in _WANTS_ROSTER and not (to == "canvas" and _all_from_canvas(store)):
            raise ExportError(f"{_WANTS_ROSTER[to]}: name a roster with --roster, a CSV file with columns such as name,id,email")
        scores = scores_of(basis, _counted(store.grades(), marks, left), read_roster(roster) if roster else None, course, handed_in, marks)
        title = course.of(basis.assignment).title or f"{basis.assignment} {basis.title}"
    file = folder / f"{basis.assignment}_{to}.csv"
    _write(file, _WRITERS[to](basis.assignment, title, scores.scores))
    left_over = folder / f"{basis.assignment}_unmatched.csv"
    if scores.unmatched:
        _write(left_over, formats.unmatched_rows(scores.unmatched))
    else:
        left_over.unlink(missing_ok=True)
    return Exported(file, left_over if scores.unmatched else None, scores, (*_notices(scores, course, basis.assignment), *_missing(left, marks, results)))


def _counted(grades: Iterable[Grade], marks: ByHand, left: Counter[str]) -> Iterator[Grade]:
    """The same grades; the written answers in them that have no points yet are counted in `left`, by status."""
    for grade in grades:
        left.update(one.status for one in marks.of(grade) if one.earned is None)
        yield grade


def _missing(left: Counter[str], marks: ByHand, results: Path) -> tuple[str, ...]:
    """What to tell about answers without points, if there are any."""
    told = Missing(left.total(), left[CHANGED]).told(marks, results)
    return (told,) if told else ()


def _all_from_canvas(store: Store) -> bool:
    return all(grade.delivery.people and "canvas_id" in grade.delivery.people[0] for grade in store.grades())


def _notices(scores: Scores, course: Rules, assignment: str) -> tuple[str, ...]:
    """What could not be known about lateness, where it matters."""
    if course.of(assignment).due is None:
        return ()
    notices = []
    if scores.without_zone:
        notices.append(f"{scores.without_zone} of the times name no zone, and count as not known: name one in course.toml, [times] zone")
    if scores.late_without_time:
        notices.append(f"{scores.late_without_time} submissions are marked late without a time, and lose nothing: name their times with --times")
    return tuple(notices)


def _write(path: Path, rows: Iterable[formats.Row]) -> None:
    with whole_file(path) as stream:
        csv.writer(stream).writerows(rows)
