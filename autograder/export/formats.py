"""One writer per system. Each takes the scores and gives the rows of its file, header first.

Every cell that strangers can fill passes through `neutral`, so that no spreadsheet runs it. What each system reads is
written down beside its writer; the golden files in `tests/export` are read by stand-ins for its own importer.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import UTC

from autograder.export.scores import Score, Unmatched
from autograder.report.csv_file import neutral

Row = tuple[str, ...]


def points(value: float) -> str:
    """At most two decimals, as gradebooks compare them.

    >>> points(8.0), points(7.126)
    ('8', '7.13')
    """
    return f"{value + 0.0:.2f}".rstrip("0").rstrip(".")


def plain_csv(assignment: str, title: str, scores: Collection[Score]) -> Iterator[Row]:
    """One row per person and question, and one for the whole with `total` as the question: for scripts.

    `score` of a question is before the late penalty; that of `total` after it.
    """
    yield ("student_id", "email", "name", "assignment", "question", "score", "max_score", "status", "days_late", "submitted_at", "submission", "sha256")
    for score in scores:
        person = score.person
        who = (neutral(person.id), neutral(person.email), neutral(person.shown), assignment)
        what = (str(score.days_late), _time(score), neutral(score.submission), score.digest)
        for one in score.questions:
            yield (*who, one.question, points(one.earned), points(one.possible), one.status, *what)
        yield (*who, "total", points(score.score), points(score.possible), "late" if score.days_late else "in time", *what)


def canvas(assignment: str, title: str, scores: Collection[Score]) -> Iterator[Row]:
    """Canvas's gradebook: its importer wants `Student`, `ID` first and `Section` last before the assignments, finds the
    assignment by the number in parentheses in its title, and the student by Canvas id, SIS id, login, then name."""
    yield ("Student", "ID", "SIS User ID", "SIS Login ID", "Section", neutral(title))
    yield ("    Points Possible", "", "", "", "", points(next(iter(scores)).possible) if scores else "")
    for score in scores:
        person = score.person
        name = f"{person.last_name}, {person.first_name}" if person.first_name and person.last_name else person.shown
        yield (*map(neutral, (name, person.canvas_id, person.id, person.username, person.section)), points(score.score))


def moodle(assignment: str, title: str, scores: Collection[Score]) -> Iterator[Row]:
    """Moodle's grade import: the teacher maps the columns. One unknown user stops the whole import, so that only people
    of the roster are in the file."""
    yield ("ID number", "Username", "Email address", neutral(title), neutral(f"Feedback: {title}"))
    for score in scores:
        person = score.person
        yield (*map(neutral, (person.id, person.username, person.email)), points(score.score), neutral(score.feedback))


def nbgrader(assignment: str, title: str, scores: Collection[Score]) -> Iterator[Row]:
    """The file `nbgrader export` writes, with its columns in its order; times are in UTC and do not say so, as nbgrader's."""
    yield (
        "assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email",
        "raw_score", "late_submission_penalty", "score", "max_score",
    )  # fmt: skip
    for score in scores:
        person = score.person
        who = map(neutral, (person.id or person.username or person.shown, person.last_name, person.first_name, person.email))
        yield (assignment, "", _time(score).removesuffix("+00:00").replace("T", " "), *who, points(score.raw), points(score.penalty), points(score.score), points(score.possible))


def unmatched_rows(entries: Iterable[Unmatched]) -> Iterator[Row]:
    """What could not be placed, with the reason."""
    yield ("submission", "student", "score", "max_score", "reason")
    for one in entries:
        yield (neutral(one.submission), neutral(one.student), points(one.score), points(one.possible), neutral(one.reason))


def _time(score: Score) -> str:
    return score.submitted.astimezone(UTC).isoformat() if score.submitted else ""
